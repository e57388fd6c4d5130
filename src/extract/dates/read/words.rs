//! Numbers in words: *in nineteen ninety-six*, *at five-thirty*.

use crate::lexicon::class;
use crate::record::Basis;
use crate::rules::matching::Match;

use super::super::civil::Day;
use super::{Reader, Value, date};

impl Reader<'_, '_> {
    /// The sum of the number words of a capture: *forty-five*.
    fn words_of(&self, m: &Match, name: &str) -> Option<u32> {
        let (s, e) = m.named(self.document, name)?;
        let word = |at: u32| self.document.number_value(at, at + 1, class::NUMWORD);
        Some((s..e).filter_map(word).sum())
    }

    /// *nineteen ninety-six*, *two thousand and four*, *January first two thousand*.
    pub(super) fn worded_date(&self, m: &Match) -> Option<Value> {
        let (s, e) = m.named(self.document, "head")?;
        let head = self.document.number_value(s, s + 1, class::NUMWORD)?;
        let hundreds = if e > s + 1 { head * 1000 } else { head * 100 };
        let year = (hundreds + self.words_of(m, "rest").unwrap_or(0)) as i32;
        let Some(month) = self.month(m, "month") else {
            return Some(date(format!("{year:04}"), Basis::Explicit));
        };
        let day = match (m.named(self.document, "n"), self.int(m, "day")) {
            (Some(_), _) => Some(u32::try_from(self.count(m, "n")?).ok()?),
            (None, Some(day)) => Some(day as u32),
            (None, None) => self.class_number(m, "ordinal", class::ORDINALNUM),
        };
        let value = match day {
            Some(day) => Day::new(year, month, day)?.to_string(),
            None => format!("{year:04}-{month:02}"),
        };
        Some(date(value, Basis::Explicit))
    }

    /// Hour and minute in words, of the captures of these names: *five-thirty*.
    pub(super) fn worded_clock(&self, m: &Match, hour: &str, minute: &str) -> Option<(i32, Option<i32>)> {
        let hour = self.words_of(m, hour)? as i32;
        Some((hour, self.words_of(m, minute).map(|n| n as i32)))
    }

    /// The full hour and the minutes before or behind it: *half past seven*, *a quarter to one*, *20 minutes past eight*.
    pub(super) fn clock_past(&self, m: &Match) -> Option<(i32, Option<i32>)> {
        let hour = i32::try_from(self.count(m, "n")?).ok();
        let hour = hour.filter(|h| (1..=12).contains(h))?;
        let (s, e) = m.span();
        let has = |w: &str| (s..e).any(|at| self.document.str(at).eq_ignore_ascii_case(w));
        let before = |minutes: i32| (if hour == 1 { 12 } else { hour - 1 }, Some(60 - minutes));
        if m.named(self.document, "min").is_some() {
            let minutes = i32::try_from(self.count(m, "min")?).ok();
            let minutes = minutes.filter(|n| (1..60).contains(n))?;
            return Some(if has("to") {
                before(minutes)
            } else {
                (hour, Some(minutes))
            });
        }
        Some(match (has("half"), has("quarter"), has("to")) {
            (true, ..) => (hour, Some(30)),
            (_, true, true) => before(15),
            (_, true, false) => (hour, Some(15)),
            _ => (hour, None),
        })
    }
}
