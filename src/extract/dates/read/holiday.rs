//! Holidays: those of a fixed day, and those that move, by their table (`tools/dates.py`).

use crate::lexicon::class;
use crate::record::Basis;
use crate::rules::matching::Match;

use super::super::civil::{Day, days_in_month, plus_months};
use super::super::published::iso_day;
use super::{Reader, Value, date};

impl Reader<'_, '_> {
    /// *Labor Day weekend*: Saturday and Sunday, and the holiday where it stands beside them.
    pub(super) fn holiday_weekend(&self, m: &Match) -> Option<Value> {
        let day = self.holiday(m)?;
        let Some(holiday) = iso_day(&day.value) else {
            return Some(day);
        };
        let monday = holiday.monday();
        // the weekend nearest to it
        let saturday = monday.plus_days(if holiday.weekday() <= 2 { -2 } else { 5 });
        let sunday = saturday.plus_days(1);
        let near = matches!(holiday.weekday(), 1 | 4..);
        let (from, to) = if near {
            (saturday.min(holiday), sunday.max(holiday))
        } else {
            (saturday, sunday)
        };
        let (year, week) = saturday.week();
        Some(Value {
            timex: format!("{year}-W{week:02}-WE"),
            ..date(format!("{from}/{to}"), day.basis)
        })
    }

    /// *the day after Thanksgiving*, *a week before Christmas*.
    pub(super) fn holiday_offset(&self, m: &Match) -> Option<Value> {
        let found = self.holiday(m)?;
        let sign = if self.text(m, "way")?.eq_ignore_ascii_case("before") {
            -1
        } else {
            1
        };
        let Some(day) = iso_day(&found.value) else {
            return Some(date("XXXX-XX-XX".into(), Basis::Unresolved));
        };
        let shifted = match self.unit(m)? {
            "D" => day.plus_days(sign),
            "W" => day.plus_days(7 * sign),
            "2W" => day.plus_days(14 * sign),
            "M" => {
                let (year, month) = plus_months(day.year, day.month, sign as i32);
                Day::new(year, month, day.day.min(days_in_month(year, month)))?
            }
            _ => return None,
        };
        Some(date(shifted.to_string(), found.basis))
    }

    /// *five days before New Year*.
    pub(super) fn new_year(&self, m: &Match) -> Value {
        let (year, basis) = self.year_of(m.start, 1, Some(1));
        date(format!("{}-01-01", Self::year_text(year)), basis)
    }

    /// *Christmas 2023*, *last Easter*, *Spring Festival*.
    pub(super) fn holiday(&self, m: &Match) -> Option<Value> {
        let moving = self.class_text(m, "moving", class::MOVINGHOLIDAY);
        let fixed = self.class_text(m, "day", class::HOLIDAY);
        // `YYYY-MM-DD`; a year that the table lacks has none
        let day_in = |year: i32| -> Option<String> {
            match (moving, fixed) {
                (Some(days), _) => {
                    let wanted = format!("{year:04}-");
                    days.split(' ').find(|d| d.starts_with(&wanted)).map(String::from)
                }
                (None, Some(day)) => Some(format!("{year:04}-{day}")),
                (None, None) => None,
            }
        };
        if let Some(year) = self.int(m, "year") {
            return Some(date(day_in(year)?, Basis::Explicit));
        }
        let rel = self.class_text(m, "rel", class::RELWORD);
        if let (Some(rel @ ("-1" | "1")), Some((today, basis))) = (rel, self.base()) {
            let step = if rel == "1" { 1 } else { -1 };
            // the nearest one before or behind the day
            let mut days = (0..2).filter_map(|n| day_in(today.year + n * step));
            let today = today.to_string();
            let day = days.find(|day| if step > 0 { *day > today } else { *day < today })?;
            return Some(date(day, basis));
        }
        let Some((year, basis)) = self.base_year() else {
            let year = Self::year_text(None);
            return Some(date(
                fixed.map_or(year.clone(), |day| format!("{year}-{day}")),
                Basis::Unresolved,
            ));
        };
        // the day's own month decides which year is meant
        let day = day_in(year)?;
        let (month, number) = day.get(5..)?.split_once('-')?;
        let (meant, meant_basis) = self.year_of(m.start, month.parse().ok()?, number.parse().ok());
        match meant {
            Some(meant) => Some(date(day_in(meant)?, meant_basis)),
            None => Some(date(day, basis)),
        }
    }
}
