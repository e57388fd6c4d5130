//! Lengths of time and times of day.

use crate::lexicon::class;
use crate::record::{Basis, DateKind};
use crate::rules::matching::Match;

use super::{Form, Reader, Value};

/// A duration of `n` units (`X` where the number is not known), in ISO 8601: what it has no letter for is turned into
/// months, years or weeks.
pub(super) fn length(n: String, unit: &str) -> Value {
    let (factor, letter) = match unit {
        "Q" => (3, "M"),
        "DECADE" => (10, "Y"),
        "CENTURY" => (100, "Y"),
        "2W" => (2, "W"),
        "WE" => (1, "W"),
        other => (1, other),
    };
    let n = match n.parse::<i64>() {
        Ok(count) if factor > 1 => (count * factor).to_string(),
        _ => n,
    };
    let value = match letter.strip_prefix('T') {
        Some(clock) => format!("PT{n}{clock}"),
        None => format!("P{n}{letter}"),
    };
    Value {
        kind: DateKind::Duration,
        timex: value.clone(),
        value,
        basis: Basis::Explicit,
        fiscal: false,
    }
}

impl Reader<'_, '_> {
    /// The number of a capture, as a whole number.
    pub(super) fn count(&self, m: &Match, name: &str) -> Option<i64> {
        let (s, _) = m.named(self.document, name)?;
        let number = self.numbers.starting(s)?;
        if !matches!(number.form, Form::Exact) {
            return None;
        }
        number.value.as_i64()
    }

    pub(super) fn unit(&self, m: &Match) -> Option<&'static str> {
        self.named_unit(m, "unit")
    }

    fn named_unit(&self, m: &Match, name: &str) -> Option<&'static str> {
        let (s, e) = m.named(self.document, name)?;
        self.document
            .value(s, e, class::TIMEUNITPL)
            .or_else(|| self.document.value(s, e, class::TIMEUNIT))
            .or_else(|| self.document.value(s, e, class::TIMEGLUED))
    }

    /// *15 months and 20 days*: `P15M20D`.
    pub(super) fn two_units(&self, m: &Match) -> Option<Value> {
        let second = self.named_unit(m, "unit2")?;
        let mut both = length(self.count(m, "n")?.to_string(), self.unit(m)?);
        let other = length(self.count(m, "n2")?.to_string(), second);
        // the clock's units stand behind a T of their own
        let tail = match (both.value.contains('T'), other.value.strip_prefix("PT")) {
            (true, Some(time)) => time.to_string(),
            (true, None) => return None,
            (false, _) => other.value.strip_prefix('P')?.to_string(),
        };
        both.value.push_str(&tail);
        both.timex.clone_from(&both.value);
        Some(both)
    }

    pub(super) fn duration(&self, m: &Match) -> Option<Value> {
        let (s, _) = m.named(self.document, "n")?;
        let unit = self.unit(m)?;
        // *40min*: what letters touch is no number to others
        let Some(number) = self.numbers.starting(s) else {
            return Some(length(self.int(m, "n")?.to_string(), unit));
        };
        // *two days a week*, *18 months old* are not plain; a range or vague number gives X
        let n = if matches!(number.form, Form::Exact) {
            number.value.to_string()
        } else {
            "X".into()
        };
        Some(length(n, unit))
    }

    /// *the past five years*: a duration that ends or starts at the document's day.
    pub(super) fn span_of_time(&self, m: &Match) -> Option<Value> {
        let unit = self.unit(m)?;
        let n = if m.named(self.document, "n").is_some() {
            self.count(m, "n")
        } else {
            Some(1)
        };
        let n = n.map_or_else(|| "X".to_string(), |n| n.to_string());
        Some(length(n, unit))
    }

    /// Hour and minute of a clock of 24 hours: *1:00pm* is 13:00.
    pub(super) fn twelve_hours(&self, m: &Match, hour: i32, minute: i32) -> Option<(i32, i32)> {
        let half = self.text(m, "half").map(|h| h.to_ascii_lowercase().starts_with('p'));
        let hour = match half {
            Some(true) if hour < 12 => hour + 12,
            Some(false) if hour == 12 => 0,
            _ => hour,
        };
        (hour <= 24 && minute < 60).then_some((hour, minute))
    }

    pub(super) fn clock(&self, m: &Match) -> Option<Value> {
        let (hour, minute) = match (self.text(m, "word"), self.text(m, "clock")) {
            (Some(word), _) => (if word.eq_ignore_ascii_case("noon") { 12 } else { 0 }, 0),
            (None, Some(clock)) => {
                // *10.30 am*, *0915 GMT*
                let (h, min) = clock.split_once('.').unwrap_or(match clock.len() {
                    4 => clock.split_at(2),
                    _ => (clock, "0"),
                });
                (h.parse().ok()?, min.parse().ok()?)
            }
            _ => (self.int(m, "hour")?, self.int(m, "minute").unwrap_or(0)),
        };
        let (hour, minute) = self.twelve_hours(m, hour, minute)?;
        let zone = self.class_text(m, "zone", class::TIMEZONE).unwrap_or_default();
        let (day, basis) = match self.base() {
            Some((d, basis)) => (d.to_string(), basis),
            None => ("XXXX-XX-XX".into(), Basis::Unresolved),
        };
        let value = format!("{day}T{hour:02}:{minute:02}{zone}");
        Some(Value {
            kind: DateKind::Time,
            timex: value.clone(),
            value,
            basis,
            fiscal: false,
        })
    }
}
