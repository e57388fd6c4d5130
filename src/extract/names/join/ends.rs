//! Where a name ends: heads of several words, legal forms with their points; and what stands in front of it.

use crate::lexicon::class;
use crate::lexicon::format::pos;
use crate::text::flag;

use super::{Joined, Joiner, any};

impl Joiner<'_, '_> {
    /// A head of several words (*Convention and Exhibition Center*) that starts inside the name and goes on: its end.
    pub(super) fn head_phrase(&self, start: u32, end: u32) -> Option<u32> {
        const HEADS: u128 =
            1 << class::ORGHEAD | 1 << class::PLACEHEAD | 1 << class::EVENTHEAD | 1 << class::ORG | 1 << class::PLACE;
        let d = self.document;
        // *Hong Kong Exchanges and Clearing*
        let whole = d.phrase(start).filter(|p| {
            p.end > end && p.end <= self.limit && d.phrase_classes(p) & (1 << class::ORG) != 0 && end > start + 1
        });
        if let Some(whole) = whole.filter(|p| d.is(p.end - 1, flag::CAPITAL)) {
            return Some(whole.end);
        }
        let phrase = d.phrase(end - 1)?;
        // *Xi 'an*
        let quote = || matches!(d.str(phrase.end - 2), "'" | "‘" | "’") && d.is(end - 1, flag::CAPITAL);
        // *Gyeonggi-do*
        let joined =
            || phrase.end == end + 2 && d.is(end, flag::GLUED) && d.is(end + 1, flag::GLUED) && d.str(end) == "-";
        let capital = d.is(phrase.end - 1, flag::CAPITAL) || quote() || joined();
        (phrase.end > end && phrase.end <= self.limit && capital && d.phrase_classes(phrase) & HEADS != 0)
            .then_some(phrase.end)
    }

    /// *, Inc.*, *Co., Ltd.* behind a name: the end with its point.
    pub(in crate::extract::names) fn legal_form(&self, at: u32) -> Option<u32> {
        let d = self.document;
        let mut from = at;
        if self.abbreviation_point(from) && d.has(from - 1, class::LEGALFORM) {
            from += 1;
        }
        if self.str(from) == "," {
            from += 1;
        }
        if from >= self.limit {
            return (from > at && self.abbreviation_point(at)).then_some(at + 1);
        }
        let mut end = match d.class_end(from, class::LEGALFORM) {
            // *Lorimer Foods plc*
            // but no *Co-operation*
            Some(end)
                if end <= self.limit
                    && !self.is_limited(from, end)
                    && (d.is(from, flag::CAPITAL) || d.str(from) == "plc")
                    && !(self.str(end) == "-" && d.is(end, flag::GLUED) && d.is(end + 1, flag::GLUED)) =>
            {
                end
            }
            _ => {
                return (from > at && self.abbreviation_point(at) && d.has(at - 1, class::LEGALFORM)).then_some(at + 1);
            }
        };
        if self.abbreviation_point(end) {
            end += 1;
        }
        Some(self.legal_form(end).unwrap_or(end))
    }

    /// *Partial Shutdown, Limited Impact Expected*: behind a comma an adjective in front of its noun is no legal form.
    fn is_limited(&self, from: u32, end: u32) -> bool {
        let d = self.document;
        from > 0
            && d.str(from - 1) == ","
            && d.info(from).pos & pos::ADJECTIVE != 0
            && end == from + 1
            && end < self.limit
            && d.is(end, flag::CAPITAL)
            && !d.is(end, flag::LINE)
            && d.classes(end) & (1 << class::LEGALFORM | 1 << class::TITLE) == 0
    }

    /// The point at `at` belongs to the word before (*Ltd.*), not to the sentence (*Limited.*).
    fn abbreviation_point(&self, at: u32) -> bool {
        let d = self.document;
        at > 0 && self.str(at) == "." && d.is(at, flag::GLUED) && d.has(at - 1, class::ABBREV)
    }

    pub(in crate::extract::names) fn year_before(&self, start: u32) -> bool {
        start > 0 && self.document.is(start - 1, flag::NUMBER) && self.document.token(start - 1).len == 4
    }

    /// *58th Research Institute*, *2023 World Conference*: a number in front belongs to such names.
    /// *east China's Anhui*: a region of the gazetteer with its direction in small letters.
    pub(super) fn extend_left(&self, cur: &mut Joined) {
        let d = self.document;
        if let Some(before) = cur.start.checked_sub(1)
            && d.is(before, flag::WORD)
            && !d.is(before, flag::CAPITAL)
            && !d.is(cur.start, flag::GLUED | flag::LINE)
            && d.class_end(before, class::PLACE) == Some(cur.end)
        {
            cur.start = before;
            cur.opens = false;
            return;
        }
        let heads = |at: u32| any(d, at, &[class::ORGHEAD, class::EVENTHEAD, class::ORGHEADWEAK]);
        let last = cur.end - 1;
        let headed = heads(last) || (cur.of && (cur.start..cur.end).any(heads));
        if !headed || cur.start < 2 {
            return;
        }
        let before = cur.start - 1;
        let suffix = d.is(before, flag::WORD) && d.is(before, flag::GLUED) && d.is(before - 1, flag::NUMBER);
        // *14th National People's Congress*: the body without its term
        let known = d.class_end(cur.start, class::ORG) == Some(cur.end);
        if suffix && !known && matches!(d.str(before), "th" | "st" | "nd" | "rd") && !d.is(cur.start, flag::LINE) {
            cur.start = before - 1;
            cur.opens = false;
        }
    }
}
