//! Decades, centuries, eras and plans.

use crate::lexicon::class;
use crate::record::Basis;
use crate::rules::matching::Match;

use super::{Reader, Value, date};

impl Reader<'_, '_> {
    /// *241 BC*, *490-480 BC*, *AD 79*, *August 480 BC*, *the 5th century BC*. EDTF counts a year 0, which is 1 BC.
    pub(super) fn era(&self, m: &Match) -> Option<Value> {
        let (s, e) = m.span();
        let century = self
            .int(m, "century")
            .or_else(|| self.class_number(m, "word", class::ORDINALNUM).map(|n| n as i32));
        if let Some(century) = century {
            // the hundred years from -0499 to -0400
            let from = 1 - century * 100;
            return Some(Value {
                timex: format!("BC{:02}", century - 1),
                ..date(
                    format!("{}/{}", Self::year_text(Some(from)), Self::year_text(Some(from + 99))),
                    Basis::Explicit,
                )
            });
        }
        if let Some(decade) = self.int(m, "decade") {
            (decade % 10 == 0 && decade > 0).then_some(())?;
            let from = -8 - decade;
            return Some(Value {
                timex: format!("BC{:03}", decade / 10),
                ..date(
                    format!("{}/{}", Self::year_text(Some(from)), Self::year_text(Some(from + 9))),
                    Basis::Explicit,
                )
            });
        }
        let year = self.int(m, "year")?;
        if !(s..e).any(|at| self.document.has(at, class::ERABC)) {
            return Some(date(format!("{year:04}"), Basis::Explicit));
        }
        let text = |year: i32| Self::year_text(Some(1 - year));
        if let Some(last) = self.int(m, "last") {
            (last < year).then_some(())?;
            return Some(date(format!("{}/{}", text(year), text(last)), Basis::Explicit));
        }
        let (value, tail) = match (self.class_number(m, "season", class::SEASON), self.month(m, "month")) {
            (Some(season), _) => (
                format!("{}-{season}", text(year)),
                ["-SP", "-SU", "-FA", "-WI"]
                    .get(season.checked_sub(21)? as usize)?
                    .to_string(),
            ),
            (None, Some(month)) => (format!("{}-{month:02}", text(year)), format!("-{month:02}")),
            (None, None) => (text(year), String::new()),
        };
        Some(Value {
            timex: format!("BC{year:04}{tail}"),
            ..date(value, Basis::Explicit)
        })
    }

    /// *the 1980s*, *the 80s*, *the eighties*.
    pub(super) fn decade(&self, m: &Match) -> Option<Value> {
        let word = || self.class_number(m, "word", class::DECADEWORD).map(|n| n as i32);
        let short = || self.int(m, "short").map(|n| 1900 + n);
        let year = self.int(m, "year").or_else(short).or_else(word)?;
        (year % 10 == 0).then_some(())?;
        let value = if year % 100 == 0 && year != 2000 {
            format!("{}XX", year / 100)
        } else {
            format!("{}X", year / 10)
        };
        let timex = value.trim_end_matches('X').to_string();
        Some(Value {
            timex,
            ..date(value, Basis::Explicit)
        })
    }

    /// *the 19th century*.
    pub(super) fn century(&self, m: &Match) -> Option<Value> {
        let n = self
            .int(m, "n")
            .or_else(|| self.class_number(m, "word", class::ORDINALNUM).map(|n| n as i32))?;
        Some(Value {
            timex: format!("{:02}", n - 1),
            ..date(format!("{:02}XX", n - 1), Basis::Explicit)
        })
    }

    /// *Minguo 113*.
    pub(super) fn calendar_era(&self, m: &Match) -> Option<Value> {
        let era = m.named(self.document, "era");
        let offset = era.and_then(|(s, e)| self.document.number_value(s, e, class::CALENDARERA));
        let year = self.int(m, "n")? + offset.map_or(1911, |n| n as i32);
        Some(date(format!("{year:04}"), Basis::Explicit))
    }

    /// *the 14th Five-Year Plan period*.
    pub(super) fn plan(&self, m: &Match) -> Option<Value> {
        let n = self
            .int(m, "n")
            .or_else(|| self.class_number(m, "word", class::ORDINALNUM).map(|n| n as i32))?;
        // the first ran from 1953 to 1957, the second to 1962; 1963–1965 lay between; the third began in 1966
        let start = match n {
            1 => 1953,
            2 => 1958,
            3.. => 1966 + (n - 3) * 5,
            _ => return None,
        };
        Some(Value {
            timex: format!("{start}/{}", start + 4),
            ..date(format!("{start}/{}", start + 4), Basis::Explicit)
        })
    }
}
