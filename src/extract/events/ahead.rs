//! What is dated behind the article's own day has not happened yet: *The ban takes effect on April 1* is planned, and
//! nobody has spoken tomorrow.

use crate::record::{EventKind, Status};

use super::clause::Scene;
use super::find::Found;
use super::frame::is_dropped;
use super::verbs::Tense;

/// Makes what is told in the present tense and dated ahead a plan; from what is told as past such dates are taken away: they
/// are of something else, or of another year.
pub(super) fn ahead(scene: &Scene<'_, '_>, found: &mut [Found]) {
    let Some(today) = scene.today.map(|day| day.to_string()) else {
        return;
    };
    said(scene, found, &today);
    over(scene, found, &today);
    // a quarter may be that of a company's own year
    let told = |f: &&mut Found| f.item.status == Status::Occurred && f.item.kind != EventKind::Result && !is_dropped(f);
    for event in found.iter_mut().filter(told) {
        let is_ahead = |date: &usize| begins_after(&scene.dates[*date].value, &today);
        let item = &mut event.item;
        if !item.when.iter().any(is_ahead) {
            continue;
        }
        if event.group.tense == Tense::Present && item.kind != EventKind::Statement && item.when.iter().all(is_ahead) {
            item.status = Status::Planned;
        } else {
            item.when.retain(|date| !is_ahead(date));
        }
    }
}

/// *Kelvar said on Monday it will build a plant*: a day that is over, or today, on which somebody says it, is not when it is planned
/// for.
fn said(scene: &Scene<'_, '_>, found: &mut [Found], today: &str) {
    for index in 0..found.len() {
        let item = &found[index].item;
        let statement = item.kind == EventKind::Statement && !is_dropped(&found[index]);
        if !statement || item.when.is_empty() {
            continue;
        }
        let (when, sentence) = (item.when.clone(), item.sentence);
        let behind = found[index + 1..].iter_mut();
        for event in behind.take_while(|f| f.item.sentence == sentence) {
            // whoever says that jobs will go has decided it on that day
            let decided = matches!(event.item.kind, EventKind::Statement | EventKind::Labour);
            if event.item.status == Status::Planned && !decided {
                let over = |date: &usize| scene.dates[*date].is_day() && *scene.dates[*date].value <= *today;
                event.item.when.retain(|date| !when.contains(date) || !over(date));
            }
        }
    }
}

/// *In 2023, Wuxi will achieve an output of 3 billion*, written in 2024: a translation's future for what has happened.
fn over(scene: &Scene<'_, '_>, found: &mut [Found], today: &str) {
    let over = |date: &usize| {
        let value = &*scene.dates[*date].value;
        value.len() == "2023".len() && today.get(..value.len()).is_some_and(|year| value < year)
    };
    for event in found.iter_mut().filter(|f| !is_dropped(f)) {
        let item = &mut event.item;
        let told = item.kind == EventKind::Result && item.status == Status::Planned && !event.group.planned;
        if told && !item.when.is_empty() && item.when.iter().all(over) {
            item.status = Status::Occurred;
        }
    }
}

/// The whole of a value in EDTF lies behind the day. Seasons and quarters, and what is not known to its year, do not.
fn begins_after(value: &str, day: &str) -> bool {
    let start = value.split(['/', 'T']).next().unwrap_or_default();
    let known = start.starts_with(|first: char| first.is_ascii_digit()) && !start.contains('X');
    let season = start.get(5..7).is_some_and(|month| month > "12");
    known && !season && day.get(..start.len()).is_some_and(|day| start > day)
}

#[cfg(test)]
mod tests {
    use crate::record::Status;
    use crate::{Article, Extractor};

    /// Kind, status and days of the events of a text written on 17 July 2024.
    fn read(text: &str) -> Vec<String> {
        let article = Article {
            text: text.into(),
            path: "-".into(),
            date: Some("2024-07-17".into()),
            ..Article::default()
        };
        let mut extractor = Extractor::new();
        let record = extractor.extract(&article);
        let day = |id| record.dates.iter().find(|d| d.id == id).map_or("-", |d| &*d.value);
        let events = record.events.iter();
        events
            .map(|e| {
                let days: Vec<&str> = e.when.iter().map(|id| day(*id)).collect();
                let planned = if e.status == Status::Planned { "planned" } else { "-" };
                format!("{} {planned} {}", e.trigger.text, days.join(" "))
            })
            .collect()
    }

    #[test]
    fn what_lies_ahead_has_not_happened() {
        assert_eq!(
            read("The ban takes effect on August 1."),
            ["takes effect planned 2024-08-01"]
        );
        assert_eq!(read("The ban takes effect on July 17."), ["takes effect - 2024-07-17"]);
        assert_eq!(
            read("Kelvar Corp. opened a plant in Lima on May 3, 2024."),
            ["opened - 2024-05-03"]
        );
        assert_eq!(
            read("Kelvar Corp. opened a plant in Lima on May 3, 2025."),
            ["opened - "]
        );
        assert_eq!(read("Kelvar Corp. opened a plant at 9 p.m. on July 20."), ["opened - "]);
        assert_eq!(
            read("Luis Prado said that Monday's meeting would be a good place."),
            ["said - "]
        );
        assert_eq!(read("Kelvar Corp. opened a plant in Lima in 2024."), ["opened - 2024"]);
        assert_eq!(
            read("Kelvar Corp. opened a plant in Lima in July."),
            ["opened - 2024-07"]
        );
    }

    #[test]
    fn results_of_a_year_that_is_over_are_no_plans() {
        assert_eq!(
            read("In 2023, Wuxi will achieve a GDP of 100 billion yuan."),
            ["will achieve - 2023"]
        );
        assert_eq!(
            read("In 2025, Wuxi will achieve a GDP of 100 billion yuan."),
            ["will achieve planned 2025"]
        );
    }
}
