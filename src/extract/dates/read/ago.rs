//! Dates so many units away from the day of the document or from one told before: *three weeks ago*, *a year earlier*.

use crate::number::Decimal;
use crate::record::{Basis, DateKind};
use crate::rules::matching::Match;

use super::super::civil::plus_months;
use super::calendar::{a_year_before, period_timex};
use super::{Form, Lean, Reader, Value, date};

impl Reader<'_, '_> {
    /// *three weeks ago*, *a year earlier*, *18 months later*.
    pub(super) fn ago(&self, m: &Match) -> Option<Value> {
        let part = m.named(self.document, "part").is_some();
        let halves = self.halves(m);
        let n = match (m.named(self.document, "n"), self.count(m, "n")) {
            (None, _) => 1,
            (Some(_), Some(n)) => n,
            (Some(_), None) if halves.is_some() => 0,
            // *a few weeks ago*, *two or three years later*
            (Some(_), None) => return self.vague_shift(m),
        };
        let (n, unit) = match (halves, self.unit(m)?) {
            // *two and a half years ago*
            (Some(n), "Y") => (n * 6, "M"),
            (Some(n), "DECADE") => (n * 5, "Y"),
            (Some(n), "CENTURY") => (n * 50, "Y"),
            // *a month and a half ago*
            (Some(n), "M") => (n * 15, "D"),
            (Some(_), _) => return self.vague_shift(m),
            // *half a century ago*
            (None, "Y") if part => (6, "M"),
            (None, "DECADE") if part => (5, "Y"),
            (None, "CENTURY") if part => (50, "Y"),
            (None, unit) => (n, unit),
        };
        let way = self.text(m, "way")?.to_ascii_lowercase();
        let back = matches!(way.as_str(), "ago" | "earlier" | "before" | "previously");
        let sign = if back { -1 } else { 1 };
        let text = matches!(way.as_str(), "earlier" | "later" | "before" | "previously");
        let base = if text {
            self.day_told(m.start)
                .map(|d| (d, Basis::Context))
                .or_else(|| self.base())
        } else {
            self.anchor
                .day
                .zip(self.anchor.basis)
                .or_else(|| self.base_of_telling())
        };
        if unit == "Y" || unit == "DECADE" || unit == "CENTURY" {
            let years = n * match unit {
                "DECADE" => 10,
                "CENTURY" => 100,
                _ => 1,
            };
            let base = if text {
                // *3 billion last year, up from 2 billion a year earlier*
                let near = self
                    .near_year
                    .filter(|(_, at)| back && years == 1 && !self.narrative && self.same_sentence(*at, m.start));
                let told = near.map(|(year, _)| year).or(self.last_year);
                told.map(|y| (y, Basis::Context)).or_else(|| self.base_year())
            } else {
                self.year_of_telling()
            };
            // *for the third quarter, compared with a profit of 3 million a year earlier*
            if text
                && back
                && years == 1
                && !self.narrative
                && let Some(period) = self
                    .period_at
                    .filter(|at| self.same_sentence(*at, m.start))
                    .and(self.last_period.as_deref())
                && let Some(value) = a_year_before(period)
            {
                return Some(Value {
                    timex: period_timex(&value),
                    ..date(value, Basis::Context)
                });
            }
            return Some(match base {
                Some((y, basis)) => {
                    let year = (i64::from(y) + sign * years).clamp(-9999, 9999) as i32;
                    date(Self::year_text(Some(year)), basis)
                }
                None => date("XXXX".into(), Basis::Unresolved),
            });
        }
        let Some((base, basis)) = base else {
            return Some(date(
                if unit == "M" {
                    "XXXX-XX".into()
                } else {
                    "XXXX-XX-XX".into()
                },
                Basis::Unresolved,
            ));
        };
        if n > 4000 {
            return None;
        }
        // *On May 3, 2021 … In June 2022 … A month later*: from the month told last, as no day was told since
        let told = self.last_point.filter(|_| text && unit == "M" && !self.narrative);
        if let Some((year, month)) = told.filter(|point| *point > (base.year, base.month)) {
            let (year, month) = plus_months(year, month, (sign * n) as i32);
            return Some(date(format!("{year:04}-{month:02}"), Basis::Context));
        }
        Some(match unit {
            "M" => {
                let (year, month) = plus_months(base.year, base.month, (sign * n) as i32);
                date(format!("{year:04}-{month:02}"), basis)
            }
            "Q" => {
                let (year, month) = plus_months(base.year, base.month, (sign * n * 3) as i32);
                date(format!("{year:04}-{month:02}"), basis)
            }
            "2W" => date(base.plus_days(sign * n * 14).to_string(), basis),
            "W" | "WE" => date(base.plus_days(sign * n * 7).to_string(), basis),
            "D" => date(base.plus_days(sign * n).to_string(), basis),
            _ => date(base.to_string(), basis),
        })
    }

    /// How many halves of a unit, where it is no whole number of them: *a year and a half*, *two and a half years*.
    fn halves(&self, m: &Match) -> Option<i64> {
        if m.named(self.document, "half").is_some() {
            return Some(3);
        }
        let (s, _) = m.named(self.document, "n")?;
        let number = self.numbers.starting(s).filter(|n| matches!(n.form, Form::Exact))?;
        let whole = number.value.as_i64().is_none();
        let twice = number.value.checked_mul(Decimal::from(2)).and_then(|n| n.as_i64());
        twice.filter(|n| whole && *n > 1)
    }

    /// *a few weeks later*: in what happened that is past for the reader, and later for TIMEX3.
    pub(super) fn vague_shift(&self, m: &Match) -> Option<Value> {
        let way = self.text(m, "way")?.to_ascii_lowercase();
        let later = matches!(way.as_str(), "later" | "from now" | "hence");
        let ahead = later && (way != "later" || self.lean(m.start) == Lean::Future);
        Some(Value {
            kind: DateKind::Vague,
            value: if ahead { "future" } else { "past" }.into(),
            timex: if later { "FUTURE_REF" } else { "PAST_REF" }.into(),
            basis: Basis::Explicit,
            fiscal: false,
        })
    }
}
