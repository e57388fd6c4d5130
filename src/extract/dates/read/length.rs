//! Lengths of time and times of day.

use std::borrow::Cow;

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
        Some(clock) => ["PT", &n, clock].concat(),
        None => ["P", &n, letter].concat(),
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
        // *an hour and 57 minutes*
        let first = match m.named(self.document, "n") {
            Some(_) => self.count(m, "n")?,
            None => 1,
        };
        let mut both = length(first.to_string(), self.unit(m)?);
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
        // *Labor Day 2021 weekend*
        let year = number.value.as_i64().is_some_and(|n| (1900..2060).contains(&n));
        let (us, ue) = m.named(self.document, "unit")?;
        if year
            && !number.words
            && number.end - number.start == 1
            && self.document.class_end(us, class::TIMEUNIT) == Some(ue)
        {
            return None;
        }
        // *two days a week*, *18 months old* are not plain; a range or vague number gives X
        let n = if matches!(number.form, Form::Exact) {
            number.value.to_string()
        } else {
            "X".into()
        };
        let mut value = length(n, unit);
        if unit == "WE" {
            value.timex.push('E');
        }
        Some(value)
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

    /// The zone of a clock, as in *GMT* (`Z`) and *UTC+8* (`+08:00`).
    fn zone(&self, m: &Match) -> Cow<'static, str> {
        let zone = self.class_text(m, "zone", class::TIMEZONE).unwrap_or_default();
        match (self.int(m, "shift"), m.named(self.document, "shift")) {
            (Some(hours), Some((at, _))) if hours > 0 && zone == "Z" => {
                let sign = if at > 0 && self.document.str(at - 1) == "+" {
                    '+'
                } else {
                    '-'
                };
                format!("{sign}{hours:02}:00").into()
            }
            _ => zone.into(),
        }
    }

    /// A time on the clock, or a stretch between two: *10.30 am*, *half past seven*, *from 3 to 5 p.m.*
    pub(super) fn clock(&self, m: &Match) -> Option<Value> {
        let word = self.text(m, "word").map(str::to_ascii_lowercase);
        let (hour, minute) = match (word.as_deref(), self.text(m, "clock"), m.named(self.document, "n")) {
            (Some("noon"), ..) => (12, None),
            (Some(_), ..) => (0, None),
            (None, Some(clock), _) => self.written_clock(clock)?,
            // *half past seven*, *three o'clock*
            (None, None, Some(_)) => self.clock_past(m)?,
            (None, None, None) if m.named(self.document, "h").is_some() => self.worded_clock(m, "h", "m")?,
            _ => (self.int(m, "hour")?, self.int(m, "minute")),
        };
        let mut half = self.half_of_day(m, "half");
        if self.class_text(m, "part", class::DAYPART) == Some("NI") && (hour < 5 || hour == 12) {
            half = Some(false);
        }
        let zone = self.zone(m);
        let (day, basis) = match self.day_of_clock(m.start) {
            Some((d, basis)) => (d.to_string(), basis),
            None => ("XXXX-XX-XX".into(), Basis::Unresolved),
        };
        let time = |kind: DateKind, value: String, timex: String| Value {
            kind,
            value,
            timex,
            basis,
            fiscal: false,
        };
        let last_word = self.text(m, "word2");
        let (last_hour, last_minute) = match (last_word, self.text(m, "clock2"), self.int(m, "hour2")) {
            (Some(word), ..) => (if word.eq_ignore_ascii_case("noon") { 12 } else { 24 }, None),
            (None, Some(clock), _) => self.written_clock(clock)?,
            (None, None, Some(hour)) => (hour, self.int(m, "minute2")),
            (None, None, None) if m.named(self.document, "h2").is_some() => self.worded_clock(m, "h2", "m2")?,
            (None, None, None) => {
                let (hour, pad) = in_half(hour, minute, half)?;
                let value = format!("{day}T{hour:02}:{pad:02}{zone}");
                let timex = format!("{day}{}{zone}", timex_clock(hour, minute));
                return Some(time(DateKind::Time, value, timex));
            }
        };
        let last_half = self.half_of_day(m, "half2");
        let (to, to_pad) = in_half(last_hour, last_minute, last_half)?;
        // *1-3 pm* is in one half of the day, *11-1 pm* in both
        let (from, pad) = match (half, last_half) {
            (None, Some(_)) if word.is_none() => {
                let same = in_half(hour, minute, last_half)?;
                let other = in_half(hour, minute, last_half.map(|h| !h))?;
                if same < (to, to_pad) { same } else { other }
            }
            _ => in_half(hour, minute, half)?,
        };
        let (to, to_pad) = match (half, last_half) {
            // *between 10 and 11:30*; *from 10:30 to 3*
            (None, None) | (Some(_), None) if (to, to_pad) <= (from, pad) && to < 12 && to + 12 > from => {
                (to + 12, to_pad)
            }
            _ => (to, to_pad),
        };
        // *10 p.m. to 5 a.m.* ends on the next day
        ((from, pad) != (to, to_pad)).then_some(())?;
        let last_day = match self.base() {
            Some((d, _)) if (to, to_pad) < (from, pad) => d.plus_days(1).to_string(),
            _ => day.clone(),
        };
        Some(time(
            DateKind::Time,
            format!("{day}T{from:02}:{pad:02}{zone}/{last_day}T{to:02}:{to_pad:02}{zone}"),
            format!(
                "{day}{}{zone}/{last_day}{}{zone}",
                timex_clock(from, minute),
                timex_clock(to, last_minute)
            ),
        ))
    }

    /// *10.30*, *0915*, *8*.
    fn written_clock(&self, clock: &str) -> Option<(i32, Option<i32>)> {
        let (hour, minute) = match (clock.split_once('.'), clock.len()) {
            (Some((hour, minute)), _) => (hour, Some(minute)),
            (None, 4) => (clock.get(..2)?, clock.get(2..)),
            (None, 3) => (clock.get(..1)?, clock.get(1..)),
            (None, _) => (clock, None),
        };
        match minute {
            Some(minute) if minute.len() != 2 => None,
            Some(minute) => Some((hour.parse().ok()?, Some(minute.parse().ok()?))),
            None => Some((hour.parse().ok()?, None)),
        }
    }

    /// Whether the capture says the second half of the day: *p.m.*, *in the evening*.
    pub(super) fn half_of_day(&self, m: &Match, name: &str) -> Option<bool> {
        if let Some(part) = self.class_text(m, "part", class::DAYPART) {
            return Some(part != "MO");
        }
        self.text(m, name).map(|h| h.starts_with(['p', 'P']))
    }

    /// *half a year*, *a year and a half*.
    pub(super) fn half_length(&self, m: &Match) -> Option<Value> {
        let halves = [
            ("Y", "P6M"),
            ("DECADE", "P5Y"),
            ("CENTURY", "P50Y"),
            ("TH", "PT30M"),
            ("D", "PT12H"),
        ];
        let unit = self.unit(m)?;
        if m.named(self.document, "more").is_some() {
            return match unit {
                "DECADE" => Some(length("15".into(), "Y")),
                "CENTURY" => Some(length("150".into(), "Y")),
                "WE" | "2W" | "Q" => None,
                unit => Some(length("1.5".into(), unit)),
            };
        }
        let value = halves
            .iter()
            .find(|(u, _)| *u == unit)
            .map_or_else(|| "PX".into(), |(_, v)| v.to_string());
        (value != "PX").then_some(())?;
        Some(Value {
            value: value.clone(),
            timex: value,
            ..length("1".into(), unit)
        })
    }
}

/// Hour and minute of a clock of 24 hours.
pub(super) fn in_half(hour: i32, minute: Option<i32>, afternoon: Option<bool>) -> Option<(i32, i32)> {
    let hour = match afternoon {
        Some(true) if hour < 12 => hour + 12,
        Some(false) if hour == 12 => 0,
        _ => hour,
    };
    let minute = minute.unwrap_or(0);
    ((0..=24).contains(&hour) && (0..60).contains(&minute)).then_some((hour, minute))
}

/// TIMEX3 of a time on the clock, as exact as it is written: *4 p.m.* is `T16`.
fn timex_clock(hour: i32, minute: Option<i32>) -> String {
    match minute {
        Some(minute) => format!("T{hour:02}:{minute:02}"),
        None => format!("T{hour:02}"),
    }
}
