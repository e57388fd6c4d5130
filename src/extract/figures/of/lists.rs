//! What a figure measures, told by the figure before it or by the row it stands in.

use crate::lexicon::format::form;
use crate::lexicon::{class, list};
use crate::record::FigureKind;
use crate::text::flag;

use super::super::{FigureItem, around, phrase};
use super::{Finder, Span};

/// Words that only clauses with a verb of their own have.
const VERBAL: u128 = 1 << class::AUX | 1 << class::MODAL | 1 << class::SUBORD | 1 << class::PRON;

impl Finder<'_, '_> {
    /// The figure before, over a rank: *output of 5 billion yuan, ranking No. 2, an increase of 25%*.
    pub(super) fn told(&self) -> Option<&FigureItem<'_>> {
        self.before.iter().rev().take(2).find(|b| b.kind != FigureKind::Rank)
    }

    /// *…, a year-on-year increase of 25%*, *…, accounting for 45%*, *… from 50 percent*: said of the figure before.
    pub(super) fn appended(&self, item: &FigureItem<'_>) -> bool {
        let d = self.d;
        let Some(last) = self.told().filter(|b| b.start >= self.from && b.end < item.start) else {
            return false;
        };
        if last.kind == FigureKind::Ordinal || item.start - last.end > 14 {
            return false;
        }
        let word = |at: u32| d.is_on(at, list::COMPARED_WITH);
        let compared = last.end + 2 == item.start && self.str(last.end) == "compared";
        if item.start == last.end + 1 && word(last.end) || compared {
            return true;
        }
        // *a 6.5% rise on-year and up 4.4% on-quarter*
        let moved = item.start - last.end <= 8
            && item.start > last.end + 1
            && matches!(self.str(item.start - 1), "up" | "down")
            && self.str(item.start - 2) == "and"
            && last.kind == FigureKind::Percent;
        if moved {
            return true;
        }
        let comma = (last.end..item.start).rev().find(|k| matches!(d.str(*k), "," | "("));
        let Some(at) = comma.map(|k| k + 1) else { return false };
        if at == item.start {
            // *…, 47 times that of a year ago*
            let times = self.str(item.end) == "that";
            return item.kind == FigureKind::Multiple && (times || d.has(item.core.0, class::MULTIPLE));
        }
        let share = d.value(at, at + 1, class::RANKVERB) == Some("share") && d.info(at).form & form::GERUND != 0;
        // *a year-on-year increase of 25%*, *a 21.3 percent growth year on year*
        let change = |k: u32| d.has(k, class::CHANGE);
        let grown = || at + 1 == item.start && around::change_at(d, item.end).is_some_and(|_| change(item.end));
        let noun = matches!(self.str(at), "a" | "an") && ((at + 1..item.start).any(change) || grown());
        word(at)
            || share
            || noun
            || d.class_end(at, class::COMPARED).is_some()
            || d.has(at, class::CHANGE) && self.str(at).len() <= 5 && !phrase::is_verb(d, at)
    }

    /// *…; the textile industry, up by 0.1 percent; the secondary industry 13 billion yuan*: behind a semicolon the
    /// subject stands without its verb.
    pub(super) fn elliptical(&self, item: &FigureItem<'_>) -> Option<Span> {
        let d = self.d;
        if !matches!(item.kind, FigureKind::Money | FigureKind::Percent | FigureKind::Measure) {
            return None;
        }
        let last = self.before.last().filter(|b| b.start >= self.from)?;
        let semicolon = (last.end..item.start.saturating_sub(1))
            .rev()
            .take(24)
            .find(|k| d.str(*k) == ";");
        // *Imports reached 18 billion yuan, up 1.2 percent, and exports 34 billion yuan*
        let joined = last.end + u32::from(self.str(last.end) == ",");
        let and = self.str(joined) == "and"
            && joined + 1 < item.start
            && d.has(item.start - 1, class::MEASURED)
            && item.start - joined <= 6;
        let open = semicolon.or(and.then_some(joined))?;
        let mut end = item.start;
        while end > open + 1 && matches!(d.str(end - 1), "up" | "down" | "by") {
            end -= 1;
        }
        end -= u32::from(d.str(end - 1) == ",");
        let mut start = open + 1;
        start += u32::from(d.str(start) == "and");
        start += u32::from(d.has(start, class::DET));
        let plain = |k: u32| {
            // *and exports 34 billion yuan*: the noun in front of the figure is no verb
            let noun = and && k + 1 == end && d.has(k, class::MEASURED);
            let verb = !noun && (self.clear_verb(k) || self.likely_verb(k)) || d.classes(k) & VERBAL != 0;
            phrase::is_word(d, k) && !verb && (!d.has(k, class::PREP) || d.str(k) == "of") || phrase::joins(d, k)
        };
        // *Hendricks, 7.3 percent; Marion, 8.7 percent*: who, not what
        let name = end > start && d.is(end - 1, flag::CAPITAL);
        (start < end && !name && d.str(start) != "of" && phrase::is_noun(d, end - 1) && (start..end).all(plain))
            .then_some((start, end))
    }

    /// *The added value of farming was 5 billion yuan; that of services, 7 billion; the third sector was 9 billion yuan*: the
    /// subject of money behind a semicolon, where the money before it has one.
    pub(super) fn next_of_list(&self, (start, _): Span) -> bool {
        let d = self.d;
        let open = start - u32::from(start > self.from && d.has(start - 1, class::DET));
        let open = open - u32::from(open > self.from && d.str(open - 1) == "and");
        let last = self.before.iter().rev().find(|b| b.end < open);
        open > self.from
            && d.str(open - 1) == ";"
            && last.is_some_and(|b| b.start >= self.from && b.of.is_some() && b.kind != FigureKind::Count)
    }

    /// The first cell of the table row that holds token `at`.
    pub(super) fn cell(&self, at: u32) -> Option<Span> {
        let row = (at.saturating_sub(60)..at).rev().find(|k| self.d.is(*k, flag::LINE))?;
        let start = row + u32::from(self.d.str(row) == "|");
        let end = (start..at).find(|k| self.d.str(*k) == "|")?;
        (end > start && end - start <= 10 && phrase::is_word(self.d, start)).then_some((start, end))
    }

    /// What the figure before it in the sentence measures.
    pub(super) fn inherited(&self, item: &FigureItem<'_>) -> Option<Span> {
        /// Tokens from a change to what it led to.
        const LED: u32 = 18;
        // *posted a 20 percent gain in net profit over the period to 6.2 billion yuan*
        let led = item.start > self.from && self.str(item.start - 1) == "to";
        let change = self
            .told()
            .filter(|b| led && b.kind == FigureKind::Percent && b.change.is_some());
        if let Some(of) = change
            .filter(|b| b.start >= self.from && item.start - b.end <= LED)
            .and_then(|b| b.of)
        {
            return Some(of);
        }
        let last = self
            .told()
            .filter(|b| b.start >= self.from && item.start - b.end <= 14)?;
        let verb = (last.end..item.start)
            .any(|k| self.clear_verb(k) && self.d.value(k, k + 1, class::RANKVERB) != Some("share"));
        (!verb && !matches!(last.kind, FigureKind::Ordinal | FigureKind::Count)).then_some(last.of)?
    }
}
