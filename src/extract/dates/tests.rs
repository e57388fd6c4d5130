//! Properties of dates: what can be written can be read.

use super::civil::Day;
use super::tests_published::published;
use crate::testing::article;
use crate::{Extractor, Options};

const MONTHS: [(&str, &str); 12] = [
    ("January", "Jan."),
    ("February", "Feb."),
    ("March", "Mar."),
    ("April", "Apr."),
    ("May", "May"),
    ("June", "June"),
    ("July", "July"),
    ("August", "Aug."),
    ("September", "Sept."),
    ("October", "Oct."),
    ("November", "Nov."),
    ("December", "Dec."),
];

const WEEKDAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

fn suffix(n: u32) -> &'static str {
    match (n % 10, n % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    }
}

/// A day in each of the written forms.
fn forms(day: Day) -> Vec<String> {
    let Day { year, month, day: d } = day;
    let (name, short) = MONTHS[month as usize - 1];
    let weekday = WEEKDAYS[day.weekday() as usize - 1];
    let th = suffix(d);
    vec![
        format!("{name} {d}, {year}"),
        format!("{short} {d}, {year}"),
        format!("{d} {name} {year}"),
        format!("{d} {short} {year}"),
        format!("{name} {d}{th}, {year}"),
        format!("the {d}{th} of {name} {year}"),
        format!("{weekday}, {name} {d}, {year}"),
        format!("{} {d}, {year}", name.to_lowercase()),
        format!("{year:04}-{month:02}-{d:02}"),
        format!("{year}/{month}/{d}"),
        format!("{d:02}.{month:02}.{year}"),
    ]
}

/// Days from 1600 to 2400 at steps that meet every month, day and weekday come back from each form.
#[test]
fn any_day() {
    const STEP: usize = 37;
    let mut extractor = Extractor::new();
    let (first, last) = (Day::new(1600, 1, 1).unwrap(), Day::new(2400, 12, 31).unwrap());
    let mut failures = Vec::new();
    let mut seen = 0;
    for n in (0..=last.number() - first.number()).step_by(STEP) {
        let day = first.plus_days(n);
        for form in forms(day) {
            let text = format!("Report\n\nThe plant was opened on {form}, and nobody came.");
            let article = article(&text);
            let record = extractor.extract(&article);
            let found: Vec<&str> = record.dates.iter().map(|d| d.value.as_ref()).collect();
            if found != [day.to_string()] {
                failures.push(format!("{form}: {found:?}"));
            }
            seen += 1;
        }
    }
    assert!(seen > 80_000, "{seen}");
    assert!(
        failures.is_empty(),
        "{} of {seen} fail, such as {:?}",
        failures.len(),
        &failures[..failures.len().min(12)]
    );
}

/// What a text says of time, read on Wednesday 17 July 2024.
#[track_caller]
pub(super) fn says(text: &str, wanted: &[(&str, &str)]) {
    let mut extractor = Extractor::with_options(Options {
        reference_date: Some("2024-07-17".into()),
        ..Options::default()
    });
    let article = article(text);
    let record = extractor.extract(&article);
    let found: Vec<(&str, &str)> = record.dates.iter().map(|d| (&*d.text, &*d.value)).collect();
    for pair in wanted {
        assert!(found.contains(pair), "{pair:?} is not in {found:?} of {text}");
    }
}

#[test]
fn weeks_holidays_and_decades() {
    says(
        "The board meets on Wednesday next week.",
        &[("Wednesday next week", "2024-07-24")],
    );
    says(
        "It met on Monday of last week.",
        &[("Monday of last week", "2024-07-08")],
    );
    says(
        "It opens the week after next.",
        &[("the week after next", "2024-07-29/2024-08-04")],
    );
    says("It closed the year before last.", &[("the year before last", "2022")]);
    says("It rose last Easter and fell.", &[("last Easter", "2024-03-31")]);
    says("It will open next Christmas.", &[("next Christmas", "2024-12-25")]);
    says("It left a fortnight ago.", &[("a fortnight ago", "2024-07-03")]);
    says(
        "It was built in the 1960s and 70s.",
        &[("the 1960s", "196X"), ("70s", "197X")],
    );
    says("It began in the early nineties.", &[("the early nineties", "199X")]);
    says("The expedition of 1792-93 failed.", &[("1792-93", "1792/1793")]);
    says("It was signed on 22/Sep/2023.", &[("22/Sep/2023", "2023-09-22")]);
    says(
        "The twenty third of May was cold.",
        &[("The twenty third of May", "2024-05-23")],
    );
}

#[test]
fn months_of_other_years_and_lengths_in_two_units() {
    says("It opened in March last year.", &[("March last year", "2023-03")]);
    says(
        "It opened on May 5 of last year.",
        &[("May 5 of last year", "2023-05-05")],
    );
    says(
        "It took 15 months and 20 days.",
        &[("15 months and 20 days", "P15M20D")],
    );
    says(
        "It took 3 hours and 20 minutes.",
        &[("3 hours and 20 minutes", "PT3H20M")],
    );
    says(
        "Profit for the three months to June 30 rose.",
        &[("the three months to June 30", "2024-04/2024-06")],
    );
    says(
        "It was held on August 3rd of 2015.",
        &[("August 3rd of 2015", "2015-08-03")],
    );
}

#[test]
fn a_day_and_its_time_are_one_date() {
    says(
        "It opens on Friday at 9 a.m.",
        &[("Friday at 9 a.m.", "2024-07-19T09:00")],
    );
    says(
        "The gate closed at 4:10 p.m. on Monday.",
        &[("4:10 p.m. on Monday", "2024-07-15T16:10")],
    );
    says(
        "She spoke at nine o'clock Monday night.",
        &[("nine o'clock Monday night", "2024-07-15T21:00")],
    );
    says(
        "It ran from 10:15 to 11:40 on 3 June 2023.",
        &[("10:15 to 11:40 on 3 June 2023", "2023-06-03T10:15/2023-06-03T11:40")],
    );
    says(
        "A curfew holds between 10 p.m. and 5 a.m. there.",
        &[("10 p.m. and 5 a.m.", "2024-07-17T22:00/2024-07-18T05:00")],
    );
    says(
        "It is shut 11-1 pm.",
        &[("11-1 pm", "2024-07-17T11:00/2024-07-17T13:00")],
    );
    says(
        "The board meets every Monday at 4pm.",
        &[("every Monday at 4pm", "P1W")],
    );
    // the hours of several days are not those of the last
    says(
        "It opens Tuesday to Friday from 7 a.m. to 3 p.m.",
        &[("7 a.m. to 3 p.m.", "2024-07-17T07:00/2024-07-17T15:00")],
    );
}

#[test]
fn two_ends_of_one_stretch() {
    says(
        "It was let from 2014 to May 2, 2018.",
        &[("2014 to May 2, 2018", "2014/2018-05-02")],
    );
    says(
        "Between March 2023 and today it grew.",
        &[("March 2023 and today", "2023-03/2024-07-17")],
    );
    says(
        "They talk between now and November 15.",
        &[("now and November 15", "2024-07-17/2024-11-15")],
    );
    says(
        "It was moved from May 3, 2024 to June.",
        &[("May 3, 2024", "2024-05-03")],
    );
}

#[test]
fn days_and_months_told_together() {
    says(
        "It met on June 20 and 21.",
        &[("June 20 and 21", "2024-06-20/2024-06-21")],
    );
    says(
        "He came on March 6, 8 and 12, 2023.",
        &[
            ("March 6", "2023-03-06"),
            ("8", "2023-03-08"),
            ("12, 2023", "2023-03-12"),
        ],
    );
    says(
        "It rained in June and July 2019.",
        &[("June", "2019-06"), ("July 2019", "2019-07")],
    );
    says(
        "The talks ran from Monday to Friday.",
        &[("Monday to Friday", "2024-07-15/2024-07-19")],
    );
    says(
        "Roads were shut from 8 p.m. Monday to 6 a.m. Tuesday.",
        &[("8 p.m. Monday to 6 a.m. Tuesday", "2024-07-15T20:00/2024-07-16T06:00")],
    );
    says(
        "He sold it two or three years ago.",
        &[("two or three years ago", "past")],
    );
}

#[test]
fn so_long_before_or_after_a_day() {
    says(
        "It opens three weeks from tomorrow.",
        &[("three weeks from tomorrow", "2024-08-08")],
    );
    says(
        "It closed two days before Christmas 2022.",
        &[("two days before Christmas 2022", "2022-12-23")],
    );
    says(
        "One month after January 31, 2023 it fell.",
        &[("One month after January 31, 2023", "2023-02-28")],
    );
    says(
        "It was shut for two days from May 3, 2024.",
        &[("two days", "P2D"), ("May 3, 2024", "2024-05-03")],
    );
    says(
        "A trip of 64 days from May 3, 2024 to July 6, 2024 ended.",
        &[
            ("64 days", "P64D"),
            ("May 3, 2024 to July 6, 2024", "2024-05-03/2024-07-06"),
        ],
    );
}

#[test]
fn weeks_and_days_of_months() {
    says(
        "It fell in the week ended July 5.",
        &[("the week ended July 5", "2024-06-29/2024-07-05")],
    );
    says(
        "It opens the week of 3 June.",
        &[("the week of 3 June", "2024-06-03/2024-06-09")],
    );
    says(
        "In the first ten days of July it rained.",
        &[("the first ten days of July", "2024-07-01/2024-07-10")],
    );
    says(
        "Sales rose in the year to date.",
        &[("the year to date", "2024-01-01/2024-07-17")],
    );
    says("It met on Saturday the 13th.", &[("Saturday the 13th", "2024-07-13")]);
    says("It met on Friday the 13th.", &[("Friday the 13th", "2023-10-13")]);
    // of the month told last, not of the one that the article is of
    says(
        "They came on June 28, 2024. On the 29th, they left.",
        &[("the 29th", "2024-06-29")],
    );
}

#[test]
fn years_before_christ_lead_a_history() {
    let text = "In 490 BC they came. In 483 BC the silver was found. In 481 BC they met. The winter was mild. \
                In August 480 BC they fought. In 479 BC they won. The following year was quiet.";
    let values = published(text).1;
    for wanted in ["-0479-08", "-0478", "-0477"] {
        assert!(values.iter().any(|v| v == wanted), "{wanted} is not in {values:?}");
    }
    // a single one does not
    let text = "The temple of 200 BC was shown in Hefei on Monday. It will open in March.";
    assert!(published(text).1.iter().all(|v| !v.starts_with("-02") || v == "-0199"));
}

#[test]
fn stretches_that_end_on_a_day() {
    says(
        "Sales fell in the quarter that ended July 28.",
        &[("the quarter that ended July 28", "2024-05/2024-07")],
    );
    says(
        "Sales fell over the last six months.",
        &[("the last six months", "P6M")],
    );
    assert!(published("He believes in the future of rail.").1.is_empty());
    // the year before is no rate
    let article = article("It was $8 million a year earlier.");
    let mut extractor = Extractor::new();
    assert_eq!(extractor.extract(&article).figures[0].per, None);
    assert_eq!(published("Profits rose more than a quarter in May.").1, ["XXXX-05"]);
    assert_eq!(
        published("Sales fell in the three months to 30 November.").1,
        ["XXXX-09/XXXX-11"]
    );
}

#[test]
fn runs_of_quarters_and_months() {
    says(
        "Exports grew in the first three quarters of this year.",
        &[("the first three quarters of this year", "2024-01/2024-09")],
    );
    says(
        "Exports fell in the last two quarters of 2022.",
        &[("the last two quarters of 2022", "2022-07/2022-12")],
    );
    // told in July, they are those of the year before
    says(
        "Exports grew in the first three quarters.",
        &[("the first three quarters", "2023-01/2023-09")],
    );
    says("Nearly three quarters of firms agreed.", &[]);
    says(
        "Exports rose from April 2017 to March-2018.",
        &[("April 2017 to March-2018", "2017-04/2018-03")],
    );
    assert_eq!(published("It grew from May to September.").1, ["XXXX-05/XXXX-09"]);
    assert_eq!(published("It was said on the 15th that it grew.").1, ["XXXX-XX-15"]);
}

/// What a text's dates are: span, value and `mod`.
pub(super) fn told(text: &str) -> Vec<String> {
    let article = article(text);
    let mut extractor = Extractor::new();
    let record = extractor.extract(&article);
    let dates = record.dates.iter();
    dates
        .map(|d| format!("{} = {} {}", d.text, d.value, d.modifier.as_deref().unwrap_or("-")))
        .collect()
}

#[test]
fn lengths_keep_how_near_they_come() {
    let cases: [(&str, &[&str]); 6] = [
        (
            "It was shut for more than three years.",
            &["more than three years = P3Y more_than"],
        ),
        ("It took nearly a month.", &["nearly a month = P1M about"]),
        (
            "It stood still for over nine months.",
            &["over nine months = P9M more_than"],
        ),
        (
            "It opened after at least two weeks.",
            &["at least two weeks = P2W at_least"],
        ),
        // during, not more than
        (
            "It will invest 5 million euros over three years.",
            &["three years = P3Y -"],
        ),
        ("It stayed shut for just two days.", &["two days = P2D -"]),
    ];
    for (text, want) in cases {
        assert_eq!(told(text), want, "{text}");
    }
}

#[test]
fn numbers_and_names_that_are_no_years_or_months() {
    for text in [
        "Luis Prado has lived in Mar del Sur for long.",
        "He joined Norvane Labs (now Kelvar Systems) as a clerk.",
        "Locals pay ₡1600 for it.",
        "He bought a bat for 1500 rupees.",
        "Kelvar backs Vision 2030 of Qatar.",
        "It is forbidden by the Harbour Safety Rules 2009.",
    ] {
        assert_eq!(told(text), [""; 0], "{text}");
    }
}

#[test]
fn stretches_of_quarters() {
    assert_eq!(
        told("Orders grew from Q1 2020 to Q3 2021."),
        ["Q1 2020 to Q3 2021 = 2020-01/2021-09 -"]
    );
}
