//! Properties of dates: what can be written can be read.

use super::civil::Day;
use crate::{Article, Extractor};

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
            let article = Article {
                text: format!("Report\n\nThe plant was opened on {form}, and nobody came.").into(),
                ..Article::default()
            };
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
