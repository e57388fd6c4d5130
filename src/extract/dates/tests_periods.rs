//! Periods that others are compared with or that end on a day, zones of clocks, and years of names.

use super::tests_published::published;

fn says(text: &str, wanted: &[&str]) {
    assert_eq!(
        published(&format!("A headline\n\nOctober 24, 2023\n\n{text}")).1[1..],
        *wanted,
        "{text}"
    );
}

#[test]
fn the_same_period_of_another_year() {
    says(
        "Third-quarter revenue fell to $132 million from $154 million in the same quarter last year.",
        &["2023-35", "2022-35"],
    );
    says(
        "It earned 67 cents a share in the third quarter, up from 51 cents in the prior year's quarter.",
        &["2023-35", "2022-35"],
    );
    says(
        "It earned 67 cents a share in the third quarter, up from 51 cents in the year-ago quarter.",
        &["2023-35", "2022-35"],
    );
    says(
        "It posted a net loss of $7.5 million for the third quarter, compared with a profit of $11.9 million a year earlier.",
        &["2023-35", "2022-35"],
    );
    says(
        "August sales were $14 million, an increase of 12.6 percent on the same month a year before.",
        &["2023-08", "2022-08"],
    );
    // a year before no period
    says(
        "It was opened in May. It was built a year earlier.",
        &["2023-05", "2022"],
    );
}

#[test]
fn periods_that_end_on_a_day() {
    says(
        "It earned $1.58 in the quarter ended August 3.",
        &["2023-05-04/2023-08-03"],
    );
    says(
        "Sales rose in the fiscal year ended June 30, 2023.",
        &["2022-07/2023-06"],
    );
    says("Sales rose in the September-ended quarter.", &["2023-07/2023-09"]);
    says("It will open in the second half of the 2020s.", &["2025/2029"]);
    says("It will open in the second half of 2024.", &["2024-07/2024-12"]);
    says("The four-day-long fair opened.", &["P4D"]);
    says("It will run from March to September in 2027.", &["2027-03/2027-09"]);
    says("Output rose in the first quarter of the year 2021.", &["2021-33"]);
    says(
        "It opened in early April 2017 and closed later that month.",
        &["2017-04", "2017-04"],
    );
}

#[test]
fn clocks_in_their_zone() {
    says(
        "It struck at 6:27 pm GMT+7 on May 3, 2021.",
        &["2021-05-03T18:27+07:00"],
    );
    says("It struck at 13:39 UTC-8.", &["2023-10-24T13:39-08:00"]);
    says("It struck at 13:39 UTC.", &["2023-10-24T13:39Z"]);
    says(
        "It struck at 7:50 a.m. Wednesday Beijing Time.",
        &["2023-10-18T07:50+08:00"],
    );
}

#[test]
fn years_of_names_and_numbers() {
    let none: &[&str] = &[];
    for text in [
        "The 2018 Lumeno Anniversary Celebrations were discussed.",
        "He praised the Lumeno Budget 2024.",
        "Kelvar will exhibit at NEPCON Asia 2012.",
        "SEMICON China 2016 attracted 900 exhibitors.",
        "It is a focus of the Made in Norway 2025 plan.",
        "The gap will grow, the White Paper on Chip Talent (2017-2018) says.",
        "Decision No. 1693/QD-TT was signed.",
        "The Lumeno Fair 2009 and Kelvar Seminar opened.",
    ] {
        says(text, none);
    }
    // the time of a thing is a date
    says("The convention (1792-1795) failed.", &["1792/1795"]);
    says("It will open in Norway in 2025.", &["2025"]);
}

#[test]
fn what_dates_no_report() {
    let day = |text: &str| published(text).0;
    // later than every full date
    assert_eq!(
        day("Amy Kuo Attends Green Expo 2027\n\nShe attended the expo on Nov. 3, 2025."),
        None
    );
    assert_eq!(
        day("A headline\n\nLumeno won the bid to host the 2034 Lima Games."),
        None
    );
    assert_eq!(day("A headline\n\nHe praised the Lumeno Budget 2024."), None);
    assert_eq!(
        day("A headline\n\nKelvar spoke at the 2024 Lima Chip Forum.").as_deref(),
        Some("2024")
    );
    assert_eq!(
        day("A headline\n\nBy Amy Kuo, Brussels, 6 September 2017\n\nIt rose.").as_deref(),
        Some("2017-09-06")
    );
    // what has happened was in no year to come
    let dates = |text: &str| published(text).1;
    assert_eq!(
        dates("A new plant is expected to start in 2031. In June, the firm signed a contract."),
        ["2031", "XXXX-06"]
    );
    assert_eq!(
        dates("On October 18, it made public the report. The project was first filed on August 8, 2019."),
        ["XXXX-10-18", "2019-08-08"]
    );
    assert_eq!(
        dates(
            "A headline\n\nLumeno won the bid to host the 2034 Lima Games on May 4, 2021. The committee met on May 5."
        )[1],
        "2021-05-05"
    );
    // 27 June 2020 was a Saturday
    let text = "A headline\n\nLIMA, June 27 (Xinhua) -- The line opened on Friday. Construction began in May 2020.";
    assert_eq!(dates(text)[0], "XXXX-06-27");
}

#[test]
fn datelines_in_brackets() {
    use crate::{Extractor, testing::article};
    let line = |text: &str| -> (Option<String>, Option<String>) {
        let article = article(text);
        let mut extractor = Extractor::new();
        let record = extractor.extract(&article);
        let line = record.dateline.as_ref();
        let text = |t: Option<&str>| t.map(str::to_string);
        (
            text(line.and_then(|l| l.place.as_deref())),
            text(line.and_then(|l| l.agency.as_deref())),
        )
    };
    assert_eq!(
        line("A headline\n\n(Reuters) -Kelvar Corp said on Monday it would expand."),
        (None, Some("Reuters".into()))
    );
    assert_eq!(
        line("A headline\n\n(Taiwan, Taipei) According to Kelvar, revenue reached 5 billion dollars."),
        (Some("Taiwan".into()), None)
    );
    assert_eq!(
        line("A headline\n\n(Update) Kelvar Corp said it would expand."),
        (None, None)
    );
}

#[test]
fn days_that_are_moved_and_edges_with_a_hyphen() {
    says("It was postponed from May 3 to May 10.", &["2023-05-03", "2023-05-10"]);
    says("It ran from May 3 to May 10.", &["2023-05-03/2023-05-10"]);
    says("It is held every third Friday.", &["P3W"]);
    says("It is held on weekends.", &["P1W"]);
    says("It was sent at 10:00:00 GMT.", &["2023-10-24T10:00Z"]);
    let dates = super::tests::told(
        "It fell in end-June 2023 and in the early hours of May 3, 2023. It closed at the year-end 2022 sale.",
    );
    assert_eq!(
        dates[..2],
        [
            "end-June 2023 = 2023-06 end",
            "the early hours of May 3, 2023 = 2023-05-03 early"
        ]
    );
}

#[test]
fn quarters_by_their_last_month() {
    super::tests::says(
        "It rose in the June quarter.",
        &[("the June quarter", "2024-04/2024-06")],
    );
    super::tests::says(
        "The fair ran September 13 thru 15, 2023.",
        &[("September 13 thru 15, 2023", "2023-09-13/2023-09-15")],
    );
    super::tests::says("It rose in June, a quarter of all.", &[("June", "2024-06")]);
}
