//! What comes again: *every two weeks*, *on Friday mornings*, *nightly*.

use crate::lexicon::class;
use crate::record::{Basis, DateKind};
use crate::rules::matching::Match;

use super::{Reader, Value, length};

impl Reader<'_, '_> {
    pub(super) fn repeated(&self, m: &Match) -> Option<Value> {
        let word = self.class_text(m, "word", class::SETWORD);
        let (value, timex) = match (word, self.unit(m)) {
            // *Mondays*
            (Some(day), _) if day.starts_with('X') => ("P1W".to_string(), day.to_string()),
            // *every night*
            (Some(part), _) if part.starts_with('T') => ("P1D".into(), part.into()),
            // *every weekend*
            (Some(period), _) => (period.trim_end_matches('E').into(), period.into()),
            // *on weekends*
            (None, Some(_)) if m.named(self.document, "n").is_none() => ("P1W".into(), "P1WE".into()),
            // *every two years*
            (None, Some(unit)) => {
                let value = length(self.count(m, "n")?.to_string(), unit).value;
                let ends = if unit == "WE" { "E" } else { "" };
                (value.clone(), value + ends)
            }
            (None, None) => {
                // *every other Friday*, *every third Friday*
                let weeks = match m.named(self.document, "n") {
                    Some(_) => self.class_number(m, "n", class::ORDINALNUM).unwrap_or(2),
                    None => 1,
                };
                (format!("P{weeks}W"), format!("P{weeks}W"))
            }
        };
        let timex = match self.class_number(m, "day", class::WEEKDAY) {
            // *Friday mornings* are `XXXX-WXX-5TMO`: the letters are the first of the part's name
            Some(day) => match self.text(m, "part").and_then(|part| part.get(..2)) {
                Some(part) => format!("XXXX-WXX-{day}T{}", part.to_ascii_uppercase()),
                None => format!("XXXX-WXX-{day}"),
            },
            None => timex,
        };
        Some(Value {
            kind: DateKind::Set,
            value,
            timex,
            basis: Basis::Explicit,
            fiscal: false,
        })
    }
}
