//! Years and times of day in words, times told with the part of the day, and days in strange forms.

use super::tests::{says, told};
use crate::testing::article;
use crate::{Extractor, Options};

/// Texts of the dates of a text, with the day of `says`.
fn found(text: &str) -> Vec<String> {
    let mut extractor = Extractor::with_options(Options {
        reference_date: Some("2024-07-17".into()),
        ..Options::default()
    });
    let article = article(text);
    let record = extractor.extract(&article);
    record.dates.iter().map(|d| d.text.to_string()).collect()
}

/// TIMEX3 of the dates of a text, likewise.
fn timex(text: &str) -> Vec<String> {
    let mut extractor = Extractor::with_options(Options {
        reference_date: Some("2024-07-17".into()),
        ..Options::default()
    });
    let article = article(text);
    let record = extractor.extract(&article);
    record.dates.iter().map(|d| d.timex.to_string()).collect()
}

#[test]
fn years_in_words() {
    says(
        "The mill was sold in nineteen ninety-six and burned down in two thousand and fifteen.",
        &[("nineteen ninety-six", "1996"), ("two thousand and fifteen", "2015")],
    );
    says(
        "It opened in October two thousand and closed on January first two thousand and four.",
        &[
            ("October two thousand", "2000-10"),
            ("January first two thousand and four", "2004-01-01"),
        ],
    );
    says(
        "She was born on 13 September nineteen seventy two.",
        &[("13 September nineteen seventy two", "1972-09-13")],
    );
    says("He came in nineteen oh five.", &[("nineteen oh five", "1905")]);
    for text in [
        "One in two thousand of them fell ill.",
        "It has nineteen rooms and ninety-six beds.",
        "It grew to two thousand and fifteen rooms.",
    ] {
        assert!(found(text).is_empty(), "{text}");
    }
}

#[test]
fn numbers_in_a_row_are_no_years() {
    let text = "It ran in nineteen thirty-minute parts.";
    assert!(!found(text).iter().any(|t| t.contains("nineteen")), "{text}");
}

#[test]
fn times_of_day_in_words() {
    let day = "2024-07-17T";
    for (text, time, value) in [
        (
            "It began at half past eight in the evening.",
            "half past eight in the evening",
            "20:30",
        ),
        (
            "It began at fifteen past eight in the morning.",
            "fifteen past eight in the morning",
            "08:15",
        ),
        ("It began at 15 past seven o'clock.", "15 past seven o'clock", "07:15"),
        (
            "It began at ten minutes to one in the afternoon.",
            "ten minutes to one in the afternoon",
            "12:50",
        ),
        ("It began at six p.m. sharp.", "six p.m.", "18:00"),
        ("It began at five-thirty.", "five-thirty", "05:30"),
        ("It began by 2 in the afternoon.", "2 in the afternoon", "14:00"),
        ("It began in the morning at 7.", "the morning at 7", "07:00"),
        ("It began at 9:30 in the morning.", "9:30 in the morning", "09:30"),
        ("It began at 10:15 at night.", "10:15 at night", "22:15"),
        ("The quake struck at 1430 hours.", "1430 hours", "14:30"),
    ] {
        says(text, &[(time, &format!("{day}{value}"))]);
    }
    says(
        "It will begin at five-thirty tomorrow evening.",
        &[("five-thirty tomorrow evening", "2024-07-18T17:30")],
    );
    says(
        "It is shut from two thirty to two forty-five.",
        &[("two thirty to two forty-five", "2024-07-17T02:30/2024-07-17T02:45")],
    );
    says(
        "It is shut between 0930-0730.",
        &[("0930-0730", "2024-07-17T09:30/2024-07-17T19:30")],
    );
    for text in [
        "It opened at two thirty-metre pools.",
        "It fell by 20 minutes to 8.",
        "It stood at 1430 then.",
        "It has ten rooms past eight halls.",
    ] {
        assert!(
            timex(text).iter().all(|t| t.starts_with('P') || !t.contains('T')),
            "{text}"
        );
    }
}

#[test]
fn a_day_with_a_time_behind_a_small_word() {
    says(
        "It will be there tomorrow before 5 p.m.",
        &[("tomorrow before 5 p.m.", "2024-07-18T17:00")],
    );
    says(
        "They left on Tuesday by 2 in the afternoon.",
        &[("Tuesday by 2 in the afternoon", "2024-07-16T14:00")],
    );
    says("She will speak tonight at 8.", &[("tonight at 8", "2024-07-17T20:00")]);
    says(
        "The show was on Sunday late evening at 10:00.",
        &[("Sunday late evening at 10:00", "2024-07-14T22:00")],
    );
    says(
        "It will be on Monday from 9-5.",
        &[("Monday from 9-5", "2024-07-22T09:00/2024-07-22T17:00")],
    );
    // the half of the day that is said is not that of the evening
    says(
        "It was shut between 11 a.m. and 1 p.m. Tuesday afternoon.",
        &[(
            "11 a.m. and 1 p.m. Tuesday afternoon",
            "2024-07-16T11:00/2024-07-16T13:00",
        )],
    );
    // the time is of the day behind it
    says(
        "They will leave on Monday before 5 p.m. Tuesday.",
        &[("5 p.m. Tuesday", "2024-07-23T17:00")],
    );
    assert!(
        !found("It fell on Monday from 9-5 percent.")
            .iter()
            .any(|t| t.contains("9-5"))
    );
    assert_eq!(found("She will speak tonight at 8 fairs."), ["tonight"]);
}

#[test]
fn two_times_told_by_themselves_are_a_stretch() {
    says(
        "It is shut from 3 in the morning until 5 p.m.",
        &[("3 in the morning until 5 p.m.", "2024-07-17T03:00/2024-07-17T17:00")],
    );
    says(
        "It will be shut from 2 p.m. till tomorrow 4:30 p.m.",
        &[("2 p.m. till tomorrow 4:30 p.m.", "2024-07-17T14:00/2024-07-18T16:30")],
    );
    says(
        "It will be shut from 5 in the morning to 8 in the evening on Monday.",
        &[(
            "5 in the morning to 8 in the evening on Monday",
            "2024-07-22T05:00/2024-07-22T20:00",
        )],
    );
    says(
        "The power was cut from 9:30 p.m. for three hours.",
        &[("9:30 p.m. for three hours", "2024-07-17T21:30/2024-07-18T00:30")],
    );
    // a time and how long something else took
    assert_eq!(
        found("He spoke at 9:30 a.m. for three hours."),
        ["9:30 a.m.", "three hours"]
    );
}

#[test]
fn stretches_to_the_end_of_a_month_or_year() {
    says(
        "It was shut from 2007 to the end of 2008.",
        &[("2007 to the end of 2008", "2007/2008")],
    );
    says(
        "It was shut from April until the end of June.",
        &[("April until the end of June", "2024-04/2024-06")],
    );
    says(
        "It was shut from 2010-01-01 till the current date.",
        &[("2010-01-01 till the current date", "2010-01-01/2024-07-17")],
    );
    says(
        "It will run from this May to October 2025.",
        &[("this May to October 2025", "2024-05/2025-10")],
    );
    // neither a start nor an end is the middle
    assert_eq!(
        found("It was shut from 2007 to the middle of 2008."),
        ["2007", "the middle of 2008"]
    );
}

#[test]
fn what_comes_again_with_the_part_of_the_day() {
    assert_eq!(timex("It is shut on Friday mornings."), ["XXXX-WXX-5TMO"]);
    assert_eq!(timex("They meet every weekend."), ["P1WE"]);
    assert_eq!(timex("They meet every two weekends."), ["P2WE"]);
    assert_eq!(timex("They meet every night."), ["TNI"]);
    says(
        "They meet every weekend, every night and on Friday mornings.",
        &[
            ("every weekend", "P1W"),
            ("every night", "P1D"),
            ("Friday mornings", "P1W"),
        ],
    );
    assert_eq!(
        timex("They will meet on Wednesday evening next week."),
        ["2024-07-24TEV"]
    );
    // *last* is a verb
    says("It could last three weeks.", &[("three weeks", "P3W")]);
    says("It grew in the last three weeks.", &[("the last three weeks", "P3W")]);
}

#[test]
fn days_of_the_week_by_their_number_in_a_month() {
    for (text, date, value) in [
        (
            "They voted on the first Monday of May.",
            "the first Monday of May",
            "2024-05-06",
        ),
        (
            "They will vote on the second Tuesday in November 2025.",
            "the second Tuesday in November 2025",
            "2025-11-11",
        ),
        (
            "It will close on the last Friday of this month.",
            "the last Friday of this month",
            "2024-07-26",
        ),
        (
            "They will vote on the last Sunday of February 2024.",
            "the last Sunday of February 2024",
            "2024-02-25",
        ),
        (
            "They meet on the first Friday of every month.",
            "the first Friday of every month",
            "P1M",
        ),
    ] {
        says(text, &[(date, value)]);
    }
    says(
        "It closed on the last Friday of the fair.",
        &[("last Friday", "2024-07-12")],
    );
}

#[test]
fn halves_of_years() {
    for (text, date, value) in [
        (
            "It happened a month and a half ago.",
            "a month and a half ago",
            "2024-06-02",
        ),
        ("It closed a decade and a half ago.", "a decade and a half ago", "2009"),
        (
            "It opened two and a half years ago.",
            "two and a half years ago",
            "2022-01",
        ),
        ("It opened a year and a half ago.", "a year and a half ago", "2023-01"),
        ("It opened a few years ago.", "a few years ago", "past"),
        ("It will open in two years' time.", "two years' time", "2026"),
        ("It may open in a decade's time.", "a decade's time", "2034"),
        ("It opens in a few days' time.", "a few days' time", "future"),
        ("It was hot in the summer of '87.", "the summer of '87", "1987-22"),
        (
            "Sales fell in the three months to the end of June.",
            "the three months to the end of June",
            "2024-04/2024-06",
        ),
        (
            "The bill passed on 10 July, Wednesday.",
            "10 July, Wednesday",
            "2024-07-10",
        ),
        ("The bill passed on 11 July, Wednesday.", "11 July", "2024-07-11"),
    ] {
        says(text, &[(date, value)]);
    }
}

#[test]
fn weekends_and_days_at_holidays() {
    says(
        "It was shut over Memorial Day weekend.",
        &[("Memorial Day weekend", "2024-05-25/2024-05-27")],
    );
    says(
        "It was shut over Halloween weekend 2021.",
        &[("Halloween weekend 2021", "2021-10-30/2021-10-31")],
    );
    says(
        "It was shut over Thanksgiving weekend in 2023.",
        &[("Thanksgiving weekend in 2023", "2023-11-23/2023-11-26")],
    );
    says(
        "It will open five days before New Year.",
        &[("five days before New Year", "2024-12-27")],
    );
    says("They met on eid al-fitr 2024.", &[("eid al-fitr 2024", "2024-04-10")]);
    assert!(found("It was shut in a new year.").is_empty());
}

#[test]
fn days_and_months_in_strange_forms() {
    for (text, date, value) in [
        ("It was built in the 1990 s.", "the 1990 s", "199X"),
        ("She was born in April of '87.", "April of '87", "1987-04"),
        ("It has been shut since 12/2015.", "12/2015", "2015-12"),
        ("It was built on 2020/23/Sep there.", "2020/23/Sep", "2020-09-23"),
        ("It was built on Jan/3 there.", "Jan/3", "2024-01-03"),
        // 5 December is no Friday
        ("It will open on Friday 7/6 there.", "Friday 7/6", "2024-06-07"),
        ("It runs 10/28-11/7.", "10/28-11/7", "2024-10-28/2024-11-07"),
        (
            "It is due on the thirty-first day of the month.",
            "the thirty-first day of the month",
            "2024-07-31",
        ),
        (
            "It fell in the first month of this year.",
            "the first month of this year",
            "2024-01",
        ),
        (
            "It will open in the 9th month of next year.",
            "the 9th month of next year",
            "2025-09",
        ),
        ("It was shut half a century ago.", "half a century ago", "1974"),
        (
            "They will meet on Wednesday 31 at noon.",
            "Wednesday 31 at noon",
            "2024-07-31T12:00",
        ),
        ("They left over the past fortnight.", "the past fortnight", "P2W"),
    ] {
        says(text, &[(date, value)]);
    }
    for text in [
        "The 1990 S. Korean film won.",
        "It is 3/8-1/2 inch wide.",
        "It was Decree 12-2015, he said.",
        "In April of 87 men none came.",
    ] {
        let found = told(text);
        assert!(
            found
                .iter()
                .all(|d| !d.contains("199X") && !d.contains('/') && !d.contains("-12") && !d.contains("1987")),
            "{text}: {found:?}"
        );
    }
    says("She paid $12 December 27.", &[("December 27", "2023-12-27")]);
}

#[test]
fn so_long_before_or_after_a_holiday() {
    says(
        "It closed the day after Thanksgiving.",
        &[("the day after Thanksgiving", "2023-11-24")],
    );
    says(
        "It will close a week before Christmas.",
        &[("a week before Christmas", "2024-12-18")],
    );
    says("He had left the day before.", &[("the day before", "2024-07-16")]);
    // before something that has no day
    for text in [
        "It closed a week before the vote.",
        "It closed the day after his visit.",
        "It closed a year before Ada came.",
    ] {
        assert!(found(text).is_empty(), "{text}");
    }
}

#[test]
fn parts_of_a_year_told_by_their_edges() {
    for (text, date, value) in [
        (
            "Sales rose from January to May last year.",
            "January to May last year",
            "2023-01/2023-05",
        ),
        (
            "Sales rose from November to May this year.",
            "November to May this year",
            "2023-11/2024-05",
        ),
        ("Sales rose in fiscal year 2024-25.", "fiscal year 2024-25", "2024/2025"),
        (
            "Sales rose in the 2nd half of 2023.",
            "the 2nd half of 2023",
            "2023-07/2023-12",
        ),
        (
            "They met on the third Saturday in March last year.",
            "the third Saturday in March last year",
            "2023-03-18",
        ),
        (
            "The club meets on the first Friday of the month.",
            "the first Friday of the month",
            "P1M",
        ),
    ] {
        says(text, &[(date, value)]);
    }
    assert_eq!(
        told("Sales rose in the first few months of 2024 and fell in the first days of July 2024."),
        [
            "the first few months of 2024 = 2024 start",
            "the first days of July 2024 = 2024-07 start"
        ]
    );
    says(
        "He died on Sunday morning at about 2:30.",
        &[("Sunday morning at about 2:30", "2024-07-14T02:30")],
    );
    says(
        "He died on Sunday shortly after 6 p.m.",
        &[("Sunday shortly after 6 p.m.", "2024-07-14T18:00")],
    );
}
