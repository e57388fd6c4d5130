//! Parts of a year: quarters, halves, runs of months.

use crate::lexicon::class;
use crate::rules::matching::Match;

use super::super::civil::plus_months;
use super::{Basis, Lean, Reader, Value, date};

impl Reader<'_, '_> {
    pub(super) fn quarter(&self, m: &Match) -> Option<Value> {
        if m.named(self.document, "mod").is_some() {
            let next = self.text(m, "mod")?.eq_ignore_ascii_case("next");
            let current = self.text(m, "mod")?.eq_ignore_ascii_case("current");
            let Some((d, basis)) = self.base() else {
                return Some(date("XXXX-XX".into(), Basis::Unresolved));
            };
            let shift = if next {
                3
            } else if current {
                0
            } else {
                -3
            };
            let (year, month) = plus_months(d.year, d.month, shift);
            let q = (month - 1) / 3 + 1;
            return Some(Value {
                timex: format!("{year}-Q{q}"),
                ..date(format!("{year}-{}", 32 + q), basis)
            });
        }
        let q = match (self.text(m, "code"), self.text(m, "edge")) {
            (Some(code), _) => code.chars().last()?.to_digit(10)?,
            // *the opening quarter of 2024*, *the final quarter of 2024*
            (None, Some(edge)) if edge.eq_ignore_ascii_case("opening") => 1,
            (None, Some(_)) => 4,
            (None, None) => self
                .int(m, "n")
                .map(|n| n as u32)
                .or_else(|| self.class_number(m, "word", class::ORDINALNUM))?,
        };
        (1..=4).contains(&q).then_some(())?;
        let (mut year, basis) = self.reference_year(m);
        let (s, e) = m.span();
        // *fourth-quarter earnings* in January are those of the year before
        let bare = self.int(m, "year").is_none()
            && self.way(m).is_none()
            && !(s..e).any(|at| matches!(self.document.str(at), "last" | "next"));
        if bare
            && !self.narrative
            && let Some((today, _)) = self.base()
            && q * 3 > today.month + 2
            && (self.lean(s) == Lean::Past || (s..e).any(|at| self.document.str(at) == "-") && q * 3 > today.month + 6)
        {
            year = year.map(|y| y - 1);
        }
        let fiscal = (s..e).any(|at| matches!(self.document.str(at).to_ascii_lowercase().as_str(), "fiscal" | "fy"));
        let year = Self::year_text(year);
        Some(Value {
            fiscal,
            timex: format!("{year}-Q{q}"),
            ..date(format!("{year}-{}", 32 + q), basis)
        })
    }

    /// *the first and second quarters of 2023*: a run of months.
    pub(super) fn quarters(&self, m: &Match) -> Option<Value> {
        let code = |name: &str| self.text(m, name)?.chars().last()?.to_digit(10);
        let from = code("code").or_else(|| self.class_number(m, "word", class::ORDINALNUM))?;
        let to = code("code2").or_else(|| self.class_number(m, "word2", class::ORDINALNUM))?;
        (from < to).then_some(())?;
        let (year, basis) = self.reference_year(m);
        let year = Self::year_text(year);
        Some(date(format!("{year}-{:02}/{year}-{:02}", from * 3 - 2, to * 3), basis))
    }

    /// *the first nine months of 2023*, *the first three quarters*, *the last two quarters of 2022*.
    pub(super) fn first_months(&self, m: &Match) -> Option<Value> {
        let quarters = self.text(m, "unit")?.eq_ignore_ascii_case("quarters");
        let n = self.count(m, "n")? * if quarters { 3 } else { 1 };
        (1..=12).contains(&n).then_some(())?;
        let n = n as u32;
        let (mut year, basis) = self.reference_year(m);
        let first = self.text(m, "word")?.eq_ignore_ascii_case("first");
        let (from, to) = if first { (1, n) } else { (13 - n, 12) };
        // told in January of the year before, as quarters are
        let (s, e) = m.span();
        let bare =
            self.int(m, "year").is_none() && self.document.str(e - 1).eq_ignore_ascii_case(self.text(m, "unit")?);
        if bare
            && !self.narrative
            && let Some((today, _)) = self.base()
            && to > today.month
            && self.lean(s) == Lean::Past
        {
            year = year.map(|y| y - 1);
        }
        let year = Self::year_text(year);
        let value = format!("{year}-{from:02}/{year}-{to:02}");
        Some(date(value, basis))
    }

    pub(super) fn half(&self, m: &Match) -> Option<Value> {
        let first = match (self.text(m, "code"), self.int(m, "n")) {
            (Some(code), _) => code.ends_with('1'),
            (None, Some(n)) => n == 1,
            (None, None) => self.text(m, "word")?.eq_ignore_ascii_case("first"),
        };
        let (year, basis) = self.reference_year(m);
        let year = Self::year_text(year);
        let (from, to, half) = if first { ("01", "06", 1) } else { ("07", "12", 2) };
        Some(Value {
            timex: format!("{year}-H{half}"),
            ..date(format!("{year}-{from}/{year}-{to}"), basis)
        })
    }
}
