//! Months and days of a month that lean on a year or a month, and those told by their number.

use crate::lexicon::class;
use crate::record::{Basis, DateKind};
use crate::rules::matching::Match;

use super::super::civil::{Day, days_in_month, plus_months};
use super::{Reader, Value, date};

impl Reader<'_, '_> {
    /// *May of that year*, *May 13 the following year*: of the year said last.
    pub(super) fn that_year(&self, m: &Match) -> Option<Value> {
        let month = self.month(m, "month")?;
        let (s, e) = m.span();
        let ahead = (s..e).any(|at| matches!(self.document.str(at), "following" | "next"));
        let year = self.said_year.or(self.last_year).map(|y| y + i32::from(ahead));
        let basis = year.map_or(Basis::Unresolved, |_| Basis::Context);
        let month = format!("{}-{month:02}", Self::year_text(year));
        Some(match self.int(m, "day") {
            Some(day) => date(format!("{month}-{day:02}"), basis),
            None => date(month, basis),
        })
    }

    /// *July last year*, *May 3 this year*.
    pub(super) fn month_of_year(&self, m: &Match) -> Option<Value> {
        let month = self.month(m, "month")?;
        let shift = self.way(m)?;
        let (year, basis) = self
            .year_of_telling()
            .map_or((None, Basis::Unresolved), |(y, b)| (Some(y + shift), b));
        let month = format!("{}-{month:02}", Self::year_text(year));
        Some(match self.int(m, "day") {
            Some(day) => date(format!("{month}-{day:02}"), basis),
            None => date(month, basis),
        })
    }

    /// *the first month of this year*, *the ninth month of 2027*.
    pub(super) fn month_by_number(&self, m: &Match) -> Option<Value> {
        let month = match self.class_number(m, "ordinal", class::ORDINALNUM) {
            Some(month) => month,
            None => self.int(m, "n")? as u32,
        };
        (1..=12).contains(&month).then_some(())?;
        let (year, basis) = self.reference_year(m);
        Some(date(format!("{}-{month:02}", Self::year_text(year)), basis))
    }

    /// *this May to October 2020*.
    pub(super) fn months_from(&self, m: &Match) -> Option<Value> {
        let (from, to) = (self.month(m, "month")?, self.month(m, "month2")?);
        let (today, basis) = self.base()?;
        let first = match self.text(m, "rel")?.to_ascii_lowercase().as_str() {
            "last" => today.year - i32::from(from >= today.month),
            "next" => today.year + i32::from(from <= today.month),
            _ => today.year,
        };
        let last = self.int(m, "year2").unwrap_or(first + i32::from(to < from));
        ((first, from) < (last, to)).then(|| date(format!("{first:04}-{from:02}/{last:04}-{to:02}"), basis))
    }

    /// *the 5th of next month*.
    pub(super) fn day_of_month(&self, m: &Match) -> Option<Value> {
        let day = match self.class_number(m, "ordinal", class::ORDINALNUM) {
            Some(day) => day as i32,
            None => self.int(m, "day")?,
        };
        let (s, e) = m.span();
        let shift = (s..e).find_map(|at| match self.document.str(at) {
            "last" => Some(-1),
            "next" => Some(1),
            _ => None,
        });
        Some(match self.base() {
            Some((base, basis)) => {
                let (year, month) = plus_months(base.year, base.month, shift.unwrap_or(0));
                date(Day::new(year, month, day as u32)?.to_string(), basis)
            }
            None => date(format!("XXXX-XX-{day:02}"), Basis::Unresolved),
        })
    }

    /// *the first Monday of May*, *the last Friday of this month*.
    pub(super) fn weekday_of(&self, m: &Match) -> Option<Value> {
        let weekday = self.class_number(m, "day", class::WEEKDAY)?;
        let (year, month, basis) = self.month_meant(m)?;
        let (year, basis) = match (self.shift(m, "whole"), self.base_year()) {
            (Some(shift), Some((base, basis))) => (Some(base + shift), basis),
            (Some(_), None) => (None, Basis::Unresolved),
            (None, _) => (year, basis),
        };
        let Some(year) = year else {
            return Some(date(format!("XXXX-{month:02}"), Basis::Unresolved));
        };
        let first = Day::new(year, month, 1)?.weekday();
        let day = 1 + (weekday + 7 - first) % 7;
        let n = self
            .class_number(m, "ordinal", class::ORDINALNUM)
            .or_else(|| self.int(m, "n").map(|n| n as u32));
        let day = match n {
            Some(n) => day + 7 * n.checked_sub(1)?,
            None => day + (days_in_month(year, month) - day) / 7 * 7,
        };
        Some(date(Day::new(year, month, day)?.to_string(), basis))
    }

    /// *January to May last year*.
    pub(super) fn months_of_year(&self, m: &Match) -> Option<Value> {
        let (from, to) = (self.month(m, "month")?, self.month(m, "month2")?);
        let shift = self.way(m)?;
        let (year, basis) = self
            .year_of_telling()
            .map_or((None, Basis::Unresolved), |(y, b)| (Some(y + shift), b));
        let first = year.map(|y| y - i32::from(from > to));
        let (first, year) = (Self::year_text(first), Self::year_text(year));
        (from != to).then(|| date(format!("{first}-{from:02}/{year}-{to:02}"), basis))
    }

    /// *the first Monday of every month*, *closed on the first Monday of the month*.
    pub(super) fn weekday_of_each(&self, m: &Match) -> Option<Value> {
        let weekday = self.class_number(m, "day", class::WEEKDAY)?;
        Some(Value {
            kind: DateKind::Set,
            timex: format!("XXXX-WXX-{weekday}"),
            ..date("P1M".into(), Basis::Explicit)
        })
    }
}
