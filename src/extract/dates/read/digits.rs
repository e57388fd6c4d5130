//! Days in digits: *2023-09-22*, *22.09.2023*, *9/22*, with the time on the clock.

use crate::lexicon::class;
use crate::record::{Basis, DateKind};
use crate::rules::matching::Match;

use super::super::civil::Day;
use super::{Reader, Value, date, length};

impl Reader<'_, '_> {
    pub(super) fn numeric(&self, m: &Match) -> Option<Value> {
        let year = match self.int(m, "short") {
            // *03/18/40*: of this century up to the next years
            Some(short) if short < 40 => 2000 + short,
            Some(short) => 1900 + short,
            None => self.int(m, "year")?,
        };
        if let Some(month) = self.int(m, "month") {
            let day = Day::new(year, month as u32, self.int(m, "day")? as u32)?;
            return Some(date(day.to_string(), Basis::Explicit));
        }
        let (a, b) = (self.int(m, "a")? as u32, self.int(m, "b")? as u32);
        // the American order unless it cannot be
        let day = if a <= 12 {
            Day::new(year, a, b).or_else(|| Day::new(year, b, a))
        } else {
            Day::new(year, b, a)
        };
        Some(date(day?.to_string(), Basis::Explicit))
    }

    /// *22.09.2023*, *2023.09.22*.
    pub(super) fn dotted(&self, m: &Match) -> Option<Value> {
        let mut parts = self.text(m, "day")?.split('.').map(|p| p.parse::<i32>().ok());
        let (day, month, year) = (parts.next()??, parts.next()??, parts.next()??);
        // *2023.09.22*
        let (day, year) = if day > 31 { (year, day) } else { (day, year) };
        (1000..3000).contains(&year).then_some(())?;
        Some(date(
            Day::new(year, month as u32, day as u32)?.to_string(),
            Basis::Explicit,
        ))
    }

    /// *9/22-9/25*.
    pub(super) fn slashed_days(&self, m: &Match) -> Option<Value> {
        let year = self.int(m, "year");
        let day = |a: &str, b: &str| -> Option<(Option<i32>, u32, u32, Basis)> {
            let (a, b) = (self.int(m, a)? as u32, self.int(m, b)? as u32);
            let (month, day) = if a <= 12 { (a, b) } else { (b, a) };
            (month <= 12).then_some(())?;
            let (year, basis) = match year {
                Some(year) => (Some(year), Basis::Explicit),
                None => self.year_of(m.start, month, Some(day)),
            };
            Day::new(year.unwrap_or(2024), month, day)?;
            Some((year, month, day, basis))
        };
        let (from, to) = (day("a", "b")?, day("c", "d")?);
        ((from.1, from.2) < (to.1, to.2)).then_some(())?;
        let text = |d: (Option<i32>, u32, u32, Basis)| format!("{}-{:02}-{:02}", Self::year_text(d.0), d.1, d.2);
        Some(date(format!("{}/{}", text(from), text(to)), from.3))
    }

    /// *9/22*.
    pub(super) fn slashed(&self, m: &Match) -> Option<Value> {
        let (a, b) = (self.int(m, "a")? as u32, self.int(m, "b")? as u32);
        // the American order unless it cannot be
        let (month, day) = if a <= 12 { (a, b) } else { (b, a) };
        (month <= 12).then_some(())?;
        let (year, basis) = self.year_of(m.start, month, Some(day));
        let year = year?;
        Some(date(Day::new(year, month, day)?.to_string(), basis))
    }

    /// *Friday 5/12*: in the order in which the day falls on that day of the week; the day of the week alone where it does in neither.
    pub(super) fn weekday_slashed(&self, m: &Match) -> Option<Value> {
        let weekday = self.class_number(m, "weekday", class::WEEKDAY)?;
        let (a, b) = (self.int(m, "a")? as u32, self.int(m, "b")? as u32);
        let dated = |month: u32, day: u32| {
            let (year, basis) = (1..=12)
                .contains(&month)
                .then(|| self.year_of(m.start, month, Some(day)))?;
            Some((Day::new(year?, month, day)?, basis))
        };
        let orders = [dated(a, b), dated(b, a)];
        let falls = |(day, _): &&(Day, Basis)| day.weekday() == weekday;
        match orders.iter().flatten().find(falls) {
            Some((day, basis)) => Some(date(day.to_string(), *basis)),
            None => self.weekday(m),
        }
    }

    /// *2024-03-18 14:02*.
    pub(super) fn day_and_time(&self, m: &Match) -> Option<Value> {
        let month = self
            .int(m, "month")
            .map_or_else(|| self.month(m, "month"), |n| u32::try_from(n).ok())?;
        let day = Day::new(self.int(m, "year")?, month, self.int(m, "day")? as u32)?;
        let zone = self.class_text(m, "zone", class::TIMEZONE).unwrap_or_default();
        let half = self.half_of_day(m, "half");
        let (hour, minute) = length::in_half(self.int(m, "hour")?, self.int(m, "minute"), half)?;
        let value = format!("{day}T{hour:02}:{minute:02}{zone}");
        Some(Value {
            kind: DateKind::Time,
            ..date(value, Basis::Explicit)
        })
    }
}
