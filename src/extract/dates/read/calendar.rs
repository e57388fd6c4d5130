//! Points and stretches of the calendar that carry their own numbers: days, months, years, quarters, halves, weeks.

use crate::lexicon::class;
use crate::record::Basis;
use crate::rules::matching::Match;

use super::super::civil::{Day, hyphenated, plus_months};
use super::{Lean, Reader, Value, date, is_period};

/// The year of *this October*, said on the day `today`: its own (*announced in July a fair this October*), but at the turn of
/// the year that of the winter.
fn this_month(today: Day, month: u32, lean: Lean) -> i32 {
    /// Months of a winter over which *this January* is the next one, and *this December* the last.
    const WINTER: u32 = 3;
    let turned = match lean {
        Lean::Past => -i32::from(today.month + 12 <= month + WINTER),
        Lean::Present | Lean::Future => i32::from(month + 12 <= today.month + WINTER),
    };
    today.year + turned
}

impl Reader<'_, '_> {
    pub(super) fn day(&self, m: &Match) -> Option<Value> {
        let month = self.month(m, "month")?;
        let day = match self.class_number(m, "ordinal", class::ORDINALNUM) {
            Some(day) => day,
            None => self.int(m, "day")? as u32,
        };
        let written = self.int(m, "year2").or(self.int(m, "year"));
        let (year, basis) = match written {
            Some(year) => (Some(year), Basis::Explicit),
            None => self.year_of(m.start, month, Some(day)),
        };
        Day::new(year.unwrap_or(2024), month, day)?;
        let from_year = if self.int(m, "year2").is_some() {
            self.int(m, "year").or(year)
        } else {
            year
        };
        let first = hyphenated(&Self::year_text(from_year), &[month, day]);
        let last_ordinal = self.class_number(m, "last", class::ORDINALNUM).map(|n| n as i32);
        let Some(last) = self.int(m, "last").or(last_ordinal) else {
            return Some(date(first, basis));
        };
        let last_month = self.month(m, "month2").unwrap_or(month);
        let crosses = last_month < month && self.int(m, "year").is_none();
        let last_year = if crosses { year.map(|y| y + 1) } else { year };
        Day::new(last_year.unwrap_or(2024), last_month, last as u32)?;
        Some(date(
            format!("{first}/{}-{last_month:02}-{last:02}", Self::year_text(last_year)),
            basis,
        ))
    }

    pub(super) fn months(&self, m: &Match) -> Option<Value> {
        let month = self.month(m, "month")?;
        // *March'21*
        let short = self
            .int(m, "short")
            .map(|short| short + if short < 60 { 2000 } else { 1900 });
        let written = self.int(m, "year2").or(self.int(m, "year")).or(short);
        let (year, basis) = match written {
            Some(year) => (Some(year), Basis::Explicit),
            None => self.year_of(m.start, month, None),
        };
        // *last March*, *next May*
        let mut year = year;
        if written.is_none() {
            let before = m.span().0.checked_sub(1);
            if let (Some(before), Some((today, _))) = (before, self.base()) {
                let inside = self.class_text(m, "rel", class::RELWORD);
                let is_this = || {
                    let at = m.named(self.document, "rel").map_or(before, |(at, _)| at);
                    self.document.str(at).eq_ignore_ascii_case("this")
                };
                match inside.or_else(|| self.document.value(before, before + 1, class::RELWORD)) {
                    Some("1") => year = Some(today.year + i32::from(month <= today.month)),
                    Some("-1") => year = Some(today.year - i32::from(month >= today.month)),
                    Some("0") if is_this() && !self.narrative => {
                        year = Some(this_month(today, month, self.lean(m.start)));
                    }
                    _ => {}
                }
            }
        }
        // *the April-June quarter*
        let end = m.span().1;
        let Some(month2) = self.month(m, "month2") else {
            return Some(date(hyphenated(&Self::year_text(year), &[month]), basis));
        };
        let from_year = if self.int(m, "year2").is_some() {
            self.int(m, "year")
        } else {
            None
        };
        let from_year = from_year.or(if month2 < month { year.map(|y| y - 1) } else { year });
        if month % 3 == 1 && month2 == month + 2 && end < self.document.len() && self.document.str(end) == "quarter" {
            let (year, q) = (Self::year_text(year), month2 / 3);
            return Some(Value {
                timex: format!("{year}-Q{q}"),
                ..date(format!("{year}-{}", 32 + q), basis)
            });
        }
        Some(date(
            format!(
                "{}-{month:02}/{}-{month2:02}",
                Self::year_text(from_year),
                Self::year_text(year)
            ),
            basis,
        ))
    }

    pub(super) fn years(&self, m: &Match) -> Option<Value> {
        let year = self.int(m, "year")?;
        let last = match self.int(m, "short") {
            Some(short) => {
                let full = year / 100 * 100 + short;
                if short == (year + 1) % 100 && full < year {
                    full + 100
                } else {
                    full
                }
            }
            None => self.int(m, "year2")?,
        };
        (last > year && last - year < 400).then(|| date(format!("{year}/{last}"), Basis::Explicit))
    }

    /// Year and month of a match: written, *of last month*, or of the month's name alone.
    pub(super) fn month_meant(&self, m: &Match) -> Option<(Option<i32>, u32, Basis)> {
        if let Some(month) = self.month(m, "month") {
            let (year, basis) = match self.int(m, "year") {
                Some(year) => (Some(year), Basis::Explicit),
                None => self.year_of(m.start, month, None),
            };
            return Some((year, month, basis));
        }
        let (base, basis) = self.base()?;
        let (year, month) = plus_months(base.year, base.month, self.way(m)?);
        Some((Some(year), month, basis))
    }

    /// *last*, *this*, *next* of the capture `way`.
    pub(super) fn way(&self, m: &Match) -> Option<i32> {
        self.shift(m, "way")
    }

    /// *last*, *this*, *next* of a capture.
    pub(super) fn shift(&self, m: &Match, name: &str) -> Option<i32> {
        Some(match self.text(m, name)?.to_ascii_lowercase().as_str() {
            "last" => -1,
            "next" => 1,
            _ => 0,
        })
    }

    /// *the last week of August 1914*: days 1–7, 8–14, …, or the last seven.
    pub(super) fn week_of(&self, m: &Match) -> Option<Value> {
        let (year, month, basis) = self.month_meant(m)?;
        let Some(year) = year else {
            return Some(date(format!("XXXX-{month:02}"), Basis::Unresolved));
        };
        let word = self.text(m, "word").map(str::to_ascii_lowercase);
        let n = match (word.as_deref(), self.int(m, "n")) {
            (Some("first"), _) => 1,
            (Some("second"), _) => 2,
            (Some("third"), _) => 3,
            (Some("fourth"), _) => 4,
            (None, Some(n)) => i64::from(n),
            _ => 5,
        };
        let (next_year, next_month) = plus_months(year, month, 1);
        let last = Day::new(next_year, next_month, 1)?.plus_days(-1);
        let from = if n == 5 {
            last.plus_days(-6)
        } else {
            Day::new(year, month, 1)?.plus_days(7 * (n - 1))
        };
        Some(Value {
            timex: format!("{year:04}-{month:02}-W{n:02}"),
            ..date(format!("{from}/{}", from.plus_days(6)), basis)
        })
    }

    /// *the first ten days of July*, *the last three weeks of this year*.
    pub(super) fn days_of_month(&self, m: &Match) -> Option<Value> {
        let (s, e) = m.span();
        let n = self.count(m, "n")? * if self.text(m, "unit")? == "weeks" { 7 } else { 1 };
        (2..=200).contains(&n).then_some(())?;
        let whole_year = (s..e).any(|at| self.document.str(at) == "year");
        let (year, month, basis) = if whole_year {
            let (year, basis) = self.base_year()?;
            (Some(year + self.way(m)?), 1, basis)
        } else {
            (n <= 28).then_some(())?;
            self.month_meant(m)?
        };
        let Some(year) = year else {
            let days = self.text(m, "word")?.eq_ignore_ascii_case("first");
            let text = format!("XXXX-{month:02}");
            let text = if days { format!("{text}-01/{text}-{n:02}") } else { text };
            return Some(date(text, Basis::Unresolved));
        };
        let first = Day::new(year, month, 1)?;
        let (next_year, next_month) = plus_months(year, month, if whole_year { 12 } else { 1 });
        let last = Day::new(next_year, next_month, 1)?.plus_days(-1);
        let (from, to) = if self.text(m, "word")?.eq_ignore_ascii_case("first") {
            (first, first.plus_days(n - 1))
        } else {
            (last.plus_days(1 - n), last)
        };
        Some(date(format!("{from}/{to}"), basis))
    }

    /// The year that *of the year*, *last year*, *of 2023* behind a part of a year names.
    pub(super) fn reference_year(&self, m: &Match) -> (Option<i32>, Basis) {
        if let Some(year) = self.int(m, "year") {
            return (Some(year), Basis::Explicit);
        }
        let known = |year: Option<(i32, Basis)>| year.map_or((None, Basis::Unresolved), |(y, b)| (Some(y), b));
        // *next year's first quarter*
        if let Some(way) = self.way(m) {
            let (base, basis) = known(self.year_of_telling());
            return (base.map(|y| y + way), basis);
        }
        let (base, basis) = known(self.base_year());
        let (s, e) = m.span();
        let shift = (s..e).find_map(|at| match self.document.str(at).to_ascii_lowercase().as_str() {
            "last" if at > s => Some(-1),
            "next" if at > s => Some(1),
            "previous" | "preceding" if at > s => Some(-1),
            "following" if at > s => Some(1),
            _ => None,
        });
        (base.map(|y| y + shift.unwrap_or(0)), basis)
    }

    /// *FY2023*, *2Q24*, *1H25*.
    pub(super) fn period_code(&self, m: &Match) -> Option<Value> {
        if let Some(year) = self.class_text(m, "code", class::PERIODCODE) {
            return Some(Value {
                fiscal: true,
                timex: format!("FY{year}"),
                ..date(year.into(), Basis::Explicit)
            });
        }
        let (year, n) = (self.class_number(m, "tail", class::PERIODTAIL)?, self.int(m, "n")?);
        // *2h30* is a length or a time
        if self.text(m, "tail")?.starts_with('h') {
            return None;
        }
        let value = if self.text(m, "tail")?.starts_with('Q') {
            format!("{year}-{}", 32 + n)
        } else {
            (n <= 2).then(|| format!("{year}-{:02}/{year}-{:02}", n * 6 - 5, n * 6))?
        };
        Some(Value {
            timex: period_timex(&value),
            ..date(value, Basis::Explicit)
        })
    }

    /// *week 23 of 2027*, the weeks of ISO 8601.
    pub(super) fn week_number(&self, m: &Match) -> Option<Value> {
        let (year, basis) = match self.int(m, "year") {
            Some(year) => (year, Basis::Explicit),
            None => self.base_year()?,
        };
        let n = match (self.class_number(m, "word", class::ORDINALNUM), self.int(m, "n")) {
            (Some(n), _) => n,
            (None, Some(n)) => n as u32,
            // *the last week of 2019*: 28 December is always in it
            (None, None) => Day::new(year, 12, 28)?.week().1,
        };
        // 4 January is always in the first week
        let monday = Day::new(year, 1, 4)?.monday().plus_days(7 * (i64::from(n) - 1));
        (n <= 53).then(|| Value {
            timex: format!("{year}-W{n:02}"),
            ..date(format!("{monday}/{}", monday.plus_days(6)), basis)
        })
    }

    /// *the week of 3 June*, *the week ended March 8*.
    pub(super) fn week_at(&self, m: &Match) -> Option<Value> {
        let (year, month, basis) = self.month_meant(m)?;
        let number = self.int(m, "day")? as u32;
        let Some(year) = year else {
            Day::new(2024, month, number)?;
            return Some(date(format!("XXXX-{month:02}-{number:02}"), Basis::Unresolved));
        };
        let day = Day::new(year, month, number)?;
        let from = match self.text(m, "way")?.to_ascii_lowercase().as_str() {
            "of" => day.monday(),
            "ended" | "ending" => day.plus_days(-6),
            _ => day,
        };
        let mut value = date(format!("{from}/{}", from.plus_days(6)), basis);
        if from == from.monday() {
            let (year, week) = from.week();
            value.timex = format!("{year}-W{week:02}");
        }
        Some(value)
    }

    /// *the quarter*, *the half*: the one told last; *the week*, *the month*: that of the document.
    pub(super) fn told_period(&self, m: &Match) -> Option<Value> {
        let unit = self.text(m, "unit")?.to_ascii_lowercase();
        if matches!(unit.as_str(), "quarter" | "half") {
            let told = match unit.as_str() {
                "quarter" => self.last_quarter.clone()?,
                _ => self.last_period.clone()?,
            };
            (told.contains('/') == (unit == "half")).then_some(())?;
            return Some(Value {
                timex: period_timex(&told),
                ..date(told, Basis::Context)
            });
        }
        let (today, basis) = self.base()?;
        if unit == "month" {
            return Some(date(format!("{:04}-{:02}", today.year, today.month), basis));
        }
        let monday = today.monday();
        let (year, week) = monday.week();
        Some(Value {
            timex: format!("{year}-W{week:02}"),
            ..date(format!("{monday}/{}", monday.plus_days(6)), basis)
        })
    }

    /// *the same period of 2023*: the period told last, in that year.
    pub(super) fn same_period(&self, m: &Match) -> Option<Value> {
        let unit = self.text(m, "unit").unwrap_or_default();
        // *August sales … the same month last year*
        if unit.eq_ignore_ascii_case("month") {
            let (told, month) = self.last_point?;
            let year = self.int(m, "year").unwrap_or(told - 1);
            return Some(date(format!("{year:04}-{month:02}"), Basis::Context));
        }
        let quarter = self
            .last_quarter
            .as_deref()
            .filter(|_| unit.eq_ignore_ascii_case("quarter"));
        let told = quarter.or(self.last_period.as_deref());
        let year = match (self.int(m, "year"), told) {
            (Some(year), _) => year,
            (None, Some(told)) => told[..4].parse::<i32>().ok()? - 1,
            (None, None) => self.base_year()?.0 - 1,
        };
        let value = told.filter(|t| is_period(t)).map_or_else(
            || format!("{year:04}"),
            |told| match told.split_once('/') {
                Some((from, to)) => format!("{year:04}{}/{year:04}{}", &from[4..], &to[4..]),
                None => format!("{year:04}{}", &told[4..]),
            },
        );
        Some(Value {
            timex: period_timex(&value),
            ..date(value, Basis::Context)
        })
    }

    /// *the year to June 2025*, *the three months ended March*.
    pub(super) fn period_to(&self, m: &Match) -> Option<Value> {
        let month = self.month(m, "month")?;
        let (s, e) = m.span();
        let n = if m.named(self.document, "n").is_some() {
            self.count(m, "n")?
        } else if (s..e).any(|at| self.document.str(at) == "year") {
            12
        } else {
            3
        };
        (1..=36).contains(&n).then_some(())?;
        let fiscal = m.named(self.document, "fiscal").is_some();
        let (year, basis) = match self.int(m, "year") {
            Some(year) => (Some(year), Basis::Explicit),
            None => self.year_of(m.start, month, None),
        };
        let Some(year) = year else {
            // *the quarter ended August 3* is mostly of the months before
            let early = self.int(m, "last").is_some_and(|day| day < 15) && month > 1;
            let month = month - u32::from(early);
            let value = match u32::try_from(n).ok().filter(|n| *n <= month) {
                Some(n) if n > 1 => format!("XXXX-{:02}/XXXX-{month:02}", month + 1 - n),
                _ => format!("XXXX-{month:02}"),
            };
            return Some(date(value, Basis::Unresolved));
        };
        // *the quarter ended August 3*
        let day = self.int(m, "last").filter(|day| *day < 28);
        if let Some(last) = day.and_then(|day| Day::new(year, month, day as u32)) {
            let (from_year, from) = plus_months(year, month, -(n as i32));
            let from = Day::new(from_year, from, last.day)?.plus_days(1);
            return Some(Value {
                fiscal,
                ..date(format!("{from}/{last}"), basis)
            });
        }
        let (from_year, from) = plus_months(year, month, 1 - n as i32);
        Some(Value {
            fiscal,
            ..date(format!("{from_year:04}-{from:02}/{year:04}-{month:02}"), basis)
        })
    }
}

/// TIMEX3 of a quarter or a half in EDTF.
pub(super) fn period_timex(value: &str) -> String {
    let year = &value[..4];
    match value.get(5..) {
        Some(rest) if rest.len() == 2 => rest
            .parse::<u32>()
            .map_or_else(|_| value.into(), |n| format!("{year}-Q{}", n.saturating_sub(32))),
        Some(rest) if rest.starts_with("01/") && rest.ends_with("-06") => format!("{year}-H1"),
        Some(rest) if rest.starts_with("07/") && rest.ends_with("-12") => format!("{year}-H2"),
        _ => value.into(),
    }
}

/// `2023-35` is `2022-35` a year before, `2023-01/2023-06` is `2022-01/2022-06`.
pub(super) fn a_year_before(period: &str) -> Option<String> {
    let before = |end: &str| -> Option<String> {
        let year = end.get(..4)?.parse::<i32>().ok()? - 1;
        Some(format!("{year:04}{}", end.get(4..)?))
    };
    match period.split_once('/') {
        Some((from, to)) => Some(format!("{}/{}", before(from)?, before(to)?)),
        None => before(period),
    }
}
