//! What is dated behind the article's own day has not happened yet: *The ban takes effect on April 1* is planned, and
//! nobody has spoken tomorrow.

use crate::extract::dates::{DateItem, civil::Day};
use crate::record::{EventKind, Status};

use super::clause::Scene;
use super::find::Found;
use super::frame::is_dropped;
use super::verbs::Tense;

/// Makes what is told in the present tense and dated ahead a plan; from what is told as past such dates are taken away: they
/// are of something else, or of another year.
pub(super) fn ahead(scene: &Scene<'_, '_>, found: &mut [Found]) {
    let Some(today) = scene.today else {
        return;
    };
    // a quarter may be that of a company's own year
    let told = |f: &&mut Found| f.item.status == Status::Occurred && f.item.kind != EventKind::Result && !is_dropped(f);
    for event in found.iter_mut().filter(told) {
        let is_ahead = |date: &usize| begins_after(&scene.dates[*date], today);
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

/// The whole of the date lies behind the day. Seasons and quarters, and what is not known to its year, do not.
fn begins_after(date: &DateItem, day: Day) -> bool {
    let start = date.value.split('/').next().unwrap_or_default();
    let mut parts = start.split('-').map_while(|part| part.parse::<u32>().ok());
    let Some(year) = parts.next() else {
        return false;
    };
    let (month, first) = (parts.next(), parts.next());
    let of_day = (u32::try_from(day.year).unwrap_or_default(), day.month, day.day);
    match month {
        Some(13..) => false,
        Some(month) => {
            (year, month, first.unwrap_or(1)) > (of_day.0, of_day.1, if first.is_some() { of_day.2 } else { 1 })
        }
        None => year > of_day.0,
    }
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
}
