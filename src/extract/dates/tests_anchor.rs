//! What dates lean on: the day of the article, the day and year told last, and histories that have neither.

use crate::Extractor;
use crate::testing::article;

use super::tests::{says, told};

#[test]
fn what_is_past_leans_on_no_day_to_come() {
    says(
        "They met on July 9. The fair will be held from September 20 to 24. She had seen the mayor the day before.",
        &[("the day before", "2024-07-08")],
    );
    says(
        "It will open on August 3 and close a week later.",
        &[("a week later", "2024-08-10")],
    );
    says(
        "The strike of June 28, 2023 to January 4, 2024 failed. On March 2 it was tried again.",
        &[("March 2", "2024-03-02")],
    );
    says("The mill was soon sold. It will reopen soon.", &[("soon", "future")]);
}

#[test]
fn days_of_the_month_told_last_without_a_year() {
    let mut extractor = Extractor::new();
    let article = article("They came on September 5 and left on the 6th.");
    let record = extractor.extract(&article);
    let found: Vec<&str> = record.dates.iter().map(|d| &*d.value).collect();
    assert_eq!(found, ["XXXX-09-05", "XXXX-09-06"]);
}

#[test]
fn days_of_the_week_are_not_counted_from_each_other() {
    // in a history too
    says(
        "It was built in 1981, 1982, 1983, 1984 and 1985. It fell on Saturday. It rose on Tuesday. It fell on Sunday.",
        &[
            ("Saturday", "2024-07-13"),
            ("Tuesday", "2024-07-16"),
            ("Sunday", "2024-07-14"),
        ],
    );
    // what points at the day of telling leans on no year that was told, what goes on does
    says(
        "It was built in 1981, 1982, 1983, 1984 and on 3 May 1985. It fell the next year. It is open today, and drew many last year.",
        &[
            ("the next year", "1986"),
            ("today", "2024-07-17"),
            ("last year", "2023"),
        ],
    );
    // *closed-door* and *talks* are none, *by telephone* is no aim, and the verb right behind a day is its own
    let monday = [
        "Amy Kuo, who arrived late, held closed-door talks on Monday with Kelvar.",
        "Luis Prado told the paper by telephone Monday that he would run.",
        "Trade continues to fall, however, and Peru on Monday called it unfounded.",
    ];
    for text in monday {
        says(text, &[("Monday", "2024-07-15")]);
    }
    says(
        "Luis Prado told the paper to expect rain by Monday.",
        &[("Monday", "2024-07-22")],
    );
    // *near* is no verb
    says(
        "Troops chased them near the church on Sunday.",
        &[("Sunday", "2024-07-14")],
    );
}

#[test]
fn a_history_without_a_day_of_its_own() {
    let history = "It was built in 1981, 1982, 1983, 1984 and on 3 May 1985.";
    let values = |text: &str| -> Vec<String> {
        let dates = told(&format!("{history} {text}"));
        dates.into_iter().skip(5).collect()
    };
    assert_eq!(values("It is open today."), ["today = XXXX-XX-XX -"]);
    let old = "It was sold in 2021. It had opened in 1971, 1972, 1973 and 1974. It grew this year.";
    assert_eq!(told(old).last().map(|d| &**d), Some("this year = XXXX -"));
    assert_eq!(
        values("It was sold in 2021. It opened this year."),
        ["2021 = 2021 -", "this year = 2021 -"]
    );
    assert_eq!(
        values("It was sold in 2021. It fell in 1971. This century saw many."),
        ["2021 = 2021 -", "1971 = 1971 -", "This century = 20XX -"]
    );
    assert_eq!(values("TODAY LIMA – It rained."), [""; 0]);
}

#[test]
fn verbs_of_relative_clauses_and_years_of_the_sentence() {
    // 9 July 2024 was a Tuesday
    says(
        "They are losing their jobs in a reorganisation that began on Monday.",
        &[("Monday", "2024-07-15")],
    );
    says(
        "Output is to rise by 2028. It earned 4 billion yuan last year, up from 3 billion a year earlier.",
        &[("a year earlier", "2022")],
    );
}

#[test]
fn the_next_day_is_that_behind_the_day_told() {
    let day = |text: &str, date: &str| {
        let text = format!("Post\n\nWUXI, April 8, 2025 -- {text}");
        let article = article(&text);
        let mut extractor = Extractor::new();
        let record = extractor.extract(&article);
        let found = record.dates.iter().find(|d| d.text == date);
        found.map(|d| d.value.to_string()).unwrap_or_default()
    };
    let took = "Li Ming took office on Sunday.";
    assert_eq!(
        day(&format!("{took} He met Amy Kuo the next day."), "the next day"),
        "2025-04-07"
    );
    // a noun behind *a data* is no verb, so that the one in front is no participle
    assert_eq!(day("Work started on Monday on a data cable.", "Monday"), "2025-04-07");
    assert_eq!(
        day("Work will start on Monday on a data cable.", "Monday"),
        "2025-04-14"
    );
}

#[test]
fn without_a_day_of_its_own_the_nearest_day_of_the_week_is_meant() {
    let said = |day: &str| {
        let text = format!("A hall burned down on March 3, 2026, the brigade said on {day}.");
        let article = article(&text);
        let mut extractor = Extractor::new();
        let record = extractor.extract(&article);
        let found = record.dates.iter().find(|d| d.text == day);
        found.map(|d| d.value.to_string()).unwrap_or_default()
    };
    assert_eq!(said("Wednesday"), "2026-03-04");
    assert_eq!(said("Monday"), "2026-03-02");
}

#[test]
fn months_told_since_the_last_day_and_years_of_an_origin() {
    let mut extractor = Extractor::new();
    let mut values = |text: &str| -> Vec<String> {
        let article = article(text);
        let record = extractor.extract(&article);
        record.dates.iter().map(|d| d.value.to_string()).collect()
    };
    assert_eq!(
        values("It set rules on October 7, 2022. In August 2023, three people left. A month later, two more resigned."),
        ["2022-10-07", "2023-08", "2023-09"]
    );
    assert_eq!(
        values("He spoke of the establishment of the firm in 1968. The plant is to be completed in September."),
        ["1968", "XXXX-09"]
    );
    // a century in the name of a paper is none
    assert!(values("21st Century Lima Herald reporter Amy Kuo wrote it.").is_empty());
    assert_eq!(values("It was known in the 19th century."), ["18XX"]);
}

#[test]
fn this_month_is_one_of_the_year() {
    let october = "LIMA, July 29, 2024 - Kelvar announced a summit to be held this October.";
    assert!(told(october).contains(&"this October = 2024-10 -".to_string()));
    let june = "LIMA, July 29, 2024 - Sales fell this February.";
    assert!(told(june).contains(&"this February = 2024-02 -".to_string()));
    // in one winter
    let january = "LIMA, Nov. 29, 2024 - Kelvar will open a plant this January.";
    assert!(told(january).contains(&"this January = 2025-01 -".to_string()));
    let december = "LIMA, Jan. 9, 2024 - Kelvar opened a plant this December.";
    assert!(told(december).contains(&"this December = 2023-12 -".to_string()));
}

#[test]
fn a_term_from_a_day_on_is_a_length() {
    let term = told("Amy Kuo was appointed for a period of two years from July 1, 2023.");
    assert_eq!(term, ["two years = P2Y -", "July 1, 2023 = 2023-07-01 -"]);
    let later = told("It will open two years from July 1, 2023.");
    assert_eq!(later, ["two years from July 1, 2023 = 2025-07-01 -"]);
}

#[test]
fn last_year_is_not_counted_from_a_plan() {
    let values = |text: &str| -> Vec<String> {
        let mut extractor = Extractor::new();
        let article = article(text);
        let record = extractor.extract(&article);
        record.dates.iter().map(|d| d.value.to_string()).collect()
    };
    assert_eq!(
        values("The plant will open in 2027. It raised 3 million yuan last year."),
        ["2027", "XXXX"]
    );
    assert_eq!(
        values("The plant is expected to open in December 2027. In November last year it was begun."),
        ["2027-12", "XXXX-11"]
    );
    assert_eq!(
        values("The plant will open in 2027. It sold 3,000 chips from January to May last year."),
        ["2027", "XXXX-01/XXXX-05"]
    );
    // what was is a time to count from
    assert_eq!(
        values("The plant opened in 2027. It raised 3 million yuan last year."),
        ["2027", "2026"]
    );
}

#[test]
fn the_day_in_brackets_says_which() {
    says("Yesterday (July 15) it rained.", &[("Yesterday", "2024-07-15")]);
    says(
        "Yesterday afternoon (15th) it rained.",
        &[("Yesterday afternoon", "2024-07-15")],
    );
    // of another time
    says("Yesterday (May 1) it rained.", &[("Yesterday", "2024-07-16")]);
}

#[test]
fn a_time_is_of_the_day_told_before_it() {
    // 17 July 2024 is a Wednesday
    says(
        "The fire broke out on Monday. It was put out at 2:20pm.",
        &[("2:20pm", "2024-07-15T14:20")],
    );
    says(
        "Trucks were there on July 9 when the crash occurred about 5.10pm.",
        &[("5.10pm", "2024-07-09T17:10")],
    );
    says(
        "The fair opens on July 20. Doors will open at 9am.",
        &[("9am", "2024-07-20T09:00")],
    );
    // what will be is on no day that is over, and what was on no day to come
    says(
        "They lost on Monday. The show will start at 7pm.",
        &[("7pm", "2024-07-17T19:00")],
    );
    says(
        "Sales have risen since Monday. The index stood at 3 at 9am.",
        &[("9am", "2024-07-17T09:00")],
    );
    // a week is no day
    says(
        "Profit, published last week, shrank. The shares were up by 9am.",
        &[("9am", "2024-07-17T09:00")],
    );
    // two sentences on
    says(
        "It broke out on Monday. Many came. It was put out at 2:20pm.",
        &[("2:20pm", "2024-07-17T14:20")],
    );
}
