//! Properties of dates: what can be written can be read.

use super::civil::Day;
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
fn says(text: &str, wanted: &[(&str, &str)]) {
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
