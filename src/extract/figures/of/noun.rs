//! What a figure measures, told by the noun phrase beside it.

use crate::extract::dates::DateItem;
use crate::lexicon::format::{form, pos};
use crate::lexicon::{class, list};
use crate::record::{DateKind, FigureKind};
use crate::text::flag;

use super::super::{FigureItem, phrase};
use super::{Finder, Span};

impl Finder<'_, '_> {
    /// Whether the last word of the phrase, or the one before its *of*, is a noun that figures measure.
    pub(super) fn measures(&self, (start, end): Span) -> bool {
        let head = phrase::preposition(self.d, start, end).unwrap_or(end);
        // *net profit attributable to shareholders*
        let measured = |end: u32| {
            let phrase = |k: u32| self.d.class_end(k, class::MEASURED) == Some(end);
            end > start && (self.d.has(end - 1, class::MEASURED) || (start..end).any(phrase))
        };
        let adjective = head > start + 1 && self.d.info(head - 1).pos == pos::ADJECTIVE;
        measured(head) || adjective && measured(head - 1)
    }

    /// The noun phrase behind *of* at `at`.
    pub(super) fn behind_of(&self, at: u32, numbers: bool) -> Option<Span> {
        if self.str(at) != "of" {
            return None;
        }
        self.phrase_at(at + 1, numbers)
    }

    /// The phrase without its owner: *the world's refined indium*.
    pub(super) fn owned(&self, (start, end): Span) -> Span {
        let owner = |k: &u32| {
            self.d.is(*k, flag::MARK) && self.d.is(*k, flag::GLUED) && matches!(self.d.str(*k), "'s" | "’s" | "'" | "’")
        };
        match (start..end).rev().find(owner) {
            Some(k) if k + 1 < end => (k + 1, end),
            _ => (start, end),
        }
    }

    /// The noun phrase at `at`, behind its determiner. `numbers` admits *12-inch* in it.
    pub(super) fn phrase_at(&self, at: u32, numbers: bool) -> Option<Span> {
        let mut start = at;
        let year = |k: u32| self.d.is(k, flag::NUMBER) && self.d.token(k).len == 4;
        while start < self.to
            && (self.d.has(start, class::DET) || self.d.has(start, class::PRON) || start > at && year(start))
        {
            start += 1;
        }
        let mut end = phrase::phrase_end(self.d, start, self.to);
        while numbers && end < self.to && self.d.is(end, flag::NUMBER) && phrase::joins(self.d, end + 1) {
            let (next, _) = phrase::compound(self.d, end, self.to);
            end = phrase::phrase_end(self.d, next, self.to).max(next);
        }
        if let Some(verb) = (start + 1..end).find(|k| self.clear_verb(*k)) {
            end = verb;
        }
        let date = self.context.date_at(start, end.max(start + 1)).is_some();
        let asks = start < self.to && matches!(self.str(start), "what" | "which" | "whom");
        let time = end > start && self.d.class_end(end - 1, class::PERIOD).is_some() && end - start == 1;
        (end > start && !date && !asks && !time).then_some((start, end))
    }

    /// *a 12-inch pilot line*, *a 10-billion-yuan fund*, *a 62 per cent stake*.
    pub(super) fn attributive(&self, item: &FigureItem<'_>) -> Option<Span> {
        let at = self.behind_other_currency(item);
        if at >= self.to
            || !matches!(item.kind, FigureKind::Measure | FigureKind::Money | FigureKind::Percent)
            || phrase::stops(self.d, at)
            || self.d.is(at, flag::CAPITAL) && !self.d.is(at, flag::UPPER)
            || self.d.has(at, class::CHANGE) && (item.kind == FigureKind::Percent || !self.d.is_on(at, list::SIZED))
            || self.d.is_on(at, list::LEVEL_NOUN) && phrase::stops(self.d, at + 1)
            || self.d.class_end(at, class::COMPARED).is_some()
            || self.d.has(at, class::NOCOUNT)
        {
            return None;
        }
        // *raised $4.5 billion last month*
        let when = |date: &DateItem| date.start == at && !matches!(date.kind, DateKind::Duration | DateKind::Set);
        if self.context.date_at(at, at + 1).is_some_and(when) {
            return None;
        }
        let participle = item.kind == FigureKind::Measure
            && self.d.info(at).form & form::PARTICIPLE != 0
            && at + 1 < self.to
            && self.d.info(at + 1).pos & (pos::NOUN | pos::ADJECTIVE | pos::ADVERB) == pos::NOUN;
        let past = self.d.info(at).form & (form::PAST | form::PARTICIPLE) != 0 && self.d.info(at).pos & pos::NOUN == 0;
        // *dipped by 35% given the absence of work*
        let governs = self.d.info(at).form & (form::PARTICIPLE | form::GERUND) != 0
            && at + 1 < self.to
            && self.d.has(at + 1, class::DET);
        if (phrase::is_verb(self.d, at) || past || governs) && !participle {
            return None;
        }
        let gerund =
            self.d.info(at).form & form::GERUND != 0 && self.d.info(at).pos & (pos::NOUN | pos::ADJECTIVE) == 0;
        let way = self.d.info(at).pos & pos::ADVERB != 0 && (at + 1 >= self.to || phrase::stops(self.d, at + 1));
        let adverb = self.d.info(at).pos & pos::ADVERB != 0 && self.d.info(at).pos & pos::NOUN == 0 || gerund || way;
        let mut end = phrase::phrase_end(self.d, if participle { at + 1 } else { at }, self.to);
        if let Some(verb) = (at + 1..end).find(|k| self.clear_verb(*k) || self.governs_object(*k)) {
            end = verb;
        }
        // *a 6.6-magnitude quake Monday morning*
        let dated = |k: &u32| self.context.date_at(*k, *k + 1).is_some_and(|date| date.start == *k);
        if let Some(date) = (at + 1..end).find(dated) {
            end = date;
        }
        // *a 20% pay cut*
        end -= u32::from(end > at + 1 && self.d.has(end - 1, class::CHANGE));
        (end > at && !adverb && phrase::is_noun(self.d, end - 1)).then_some((at, end))
    }

    /// *a quake | hits Lima*, *a line | linking two towns*: a verb behind a noun, with its object right behind.
    fn governs_object(&self, at: u32) -> bool {
        let (d, next) = (self.d, at + 1);
        let info = d.info(at);
        let verb = info.verb != 0 && info.form & (form::THIRD | form::GERUND) != 0 && !d.is(at, flag::CAPITAL);
        let noun = |k: u32| d.is(k, flag::WORD) && d.info(k).pos & pos::NOUN != 0 && !phrase::stops(d, k);
        let object = |k: u32| {
            let name = d.is(k, flag::CAPITAL) && !d.is(k, flag::UPPER);
            name || d.has(k, class::DET) || d.is(k, flag::NUMBER) || d.has(k, class::NUMWORD)
        };
        verb && next < self.to && at > self.from && noun(at - 1) && !phrase::joins(d, next) && object(next)
    }

    /// *a 3 billion yuan ($431.6 million) | investment*: behind the same amount in brackets, where an article opens the phrase.
    fn behind_other_currency(&self, item: &FigureItem<'_>) -> u32 {
        /// Tokens of the brackets.
        const LONGEST: u32 = 7;
        let (d, end) = (self.d, item.end);
        let led = item.kind == FigureKind::Money
            && item.start > self.from
            && matches!(d.str(item.start - 1), "a" | "an" | "A");
        if !led || self.str(end) != "(" {
            return end;
        }
        let close = (end + 1..self.to.min(end + LONGEST)).find(|at| d.str(*at) == ")");
        close
            .map(|close| close + 1)
            .filter(|at| *at < self.to && d.has(*at, class::MEASURED))
            .unwrap_or(end)
    }

    /// *operating income of 178 billion yuan*: the phrase in front of *of*.
    pub(super) fn before_of(&self, item: &FigureItem<'_>) -> Option<Span> {
        let mut of = item.start.checked_sub(1).filter(|k| *k > self.from)?;
        // *with total investment exceeding 90 billion yuan*
        let gerund = self.d.info(item.start).form & form::GERUND != 0 && self.d.has(item.start, class::BOUND);
        if item.start < item.core.0 && gerund && self.d.has(of, class::MEASURED) {
            let start = self.own_start(item.start);
            return (start < item.start).then_some((start, item.start));
        }
        // *a total investment worth of 20 billion yuan*
        if self.str(of) == "of" && self.str(of - 1) == "worth" && of > self.from + 1 {
            of -= 1;
            if self.d.has(of - 1, class::MEASURED) {
                let start = self.own_start(of);
                return (start < of).then_some((start, of));
            }
            of += 1;
        }
        let head = of - 1;
        if self.str(of) != "of" && !(self.str(of) == "for" && self.d.has(head, class::MEASURED)) {
            return None;
        }
        if self.d.has(head, class::CHANGE) {
            // *a revenue decrease of 39 percent*
            let start = self.own_start(head);
            let noun = start < head
                && self.str(of) == "of"
                && self.d.has(head - 1, class::MEASURED)
                && !matches!(self.str(head - 1), "total" | "average" | "sum");
            return noun.then_some((start, head));
        }
        // *an offer on 24 November of $0.35 a share*
        // *growth this year of 5 percent*
        let of = match self.context.date_ending(of) {
            Some(date) if date > self.from + 1 && self.d.has(date - 1, class::PREP) => date - 1,
            Some(date) if date > self.from + 1 && self.d.has(date - 1, class::MEASURED) => date,
            _ => of,
        };
        let head = of - 1;
        // *a record high of 3 billion yuan*
        if self.d.is_on(head, list::LEVEL_NOUN) && !self.d.is(head, flag::CAPITAL) {
            return None;
        }
        let mut start = self.own_start(of);
        // *adjusted earnings per share of $1.58*
        if start < of && start > self.from + 1 && self.str(start - 1) == "per" && self.d.has(start - 2, class::MEASURED)
        {
            start = self.own_start(start - 1);
        }
        let generic = of - start == 1 && self.d.is_on(head, list::OF_NOTHING);
        // *seven of at least $100 million*
        let counted = self.d.has(head, class::NUMWORD);
        if start == of || generic || counted || !(phrase::is_noun(self.d, head) || self.d.has(head, class::MEASURED)) {
            return None;
        }
        Some((self.amount_of(start).unwrap_or(start), of))
    }

    /// *the total amount | of the agreement* of 70 billion yuan: where the amount starts that the phrase at `start` is of.
    fn amount_of(&self, start: u32) -> Option<u32> {
        let before = start.checked_sub(1)?;
        let of = before.checked_sub(u32::from(self.d.has(before, class::DET)))?;
        // *an equity value | for the company* of 3 billion yuan
        let amount = of > self.from
            && (self.str(of) == "of" && matches!(self.str(of - 1), "amount" | "sum" | "value")
                || self.str(of) == "for" && self.d.has(of - 1, class::MEASURED));
        let first = amount.then(|| self.own_start(of))?;
        (first < of).then_some(first)
    }

    /// The start of what is measured in the phrase before `end`: without an owner (*the province's output*) and
    /// without a verb behind a name (*Acme reported revenue*).
    pub(super) fn own_start(&self, end: u32) -> u32 {
        let d = self.d;
        let first = self.phrase_start(end);
        let mut start = first;
        for at in first..end {
            let owner = d.is(at, flag::MARK) && d.is(at, flag::GLUED) && matches!(d.str(at), "'s" | "’s" | "'" | "’");
            let verb = at > first
                && d.is(at - 1, flag::CAPITAL)
                && !d.is(at, flag::CAPITAL)
                && d.info(at).form & (form::PAST | form::THIRD) != 0;
            // *X Corp. saw net profit shrink*
            let saw = matches!(d.str(at), "saw" | "sees") && at == first;
            if (owner || verb || saw) && at + 1 < end {
                start = at + 1;
            }
        }
        // *…, generating annual sales of 6 billion yuan*: the participle is the verb, but not in *operating income*
        let describes = d.info(start).pos & (pos::ADJECTIVE | pos::NOUN) != 0;
        let next = start + 1;
        let governs = start > self.from
            && d.str(start - 1) == ","
            && d.info(start).form & form::GERUND != 0
            && next < end
            && (if d.has(next, class::MEASURED) {
                !describes
            } else {
                d.info(next).pos & pos::ADJECTIVE != 0
            })
            && (d.has(end - 1, class::MEASURED) || !describes);
        start += u32::from(governs);
        // *year-on-year GDP growth*
        if let Some(next) = d.class_end(start, class::COMPARED).filter(|next| *next < end) {
            start = next;
        }
        // *FY2023 sales of 3 billion yuan*, but *third-quarter sales*
        let code = start + 1 < end && d.str(start).bytes().any(|b| b.is_ascii_digit()) && !phrase::joins(d, start + 1);
        let period = self
            .context
            .date_at(start, start + 1)
            .filter(|date| code && date.end == start + 1);
        start += u32::from(period.is_some());
        // *a five-year supply contract*
        if start + 3 < end && (d.is(start, flag::NUMBER) || d.has(start, class::NUMWORD)) && phrase::joins(d, start + 1)
        {
            start += 3;
        }
        start
    }

    /// The start of the phrase that ends before `end`, with the first half of *research and development spending*.
    pub(super) fn phrase_start(&self, end: u32) -> u32 {
        let d = self.d;
        let covered = |at: u32| self.covered(at);
        let mut start = phrase::phrase_start(d, end, self.from);
        while start < end && covered(start) {
            start += 1;
        }
        let and = start
            .checked_sub(1)
            .filter(|k| *k > self.from && matches!(d.str(*k), "and" | "&"));
        if let Some(first) = and
            .filter(|and| !d.is(*and, flag::GLUED))
            .and_then(|and| self.pair_start(and, (start, end)))
        {
            return first;
        }
        if let Some(and) = and.filter(|_| end - start >= 2) {
            let noun = and - 1;
            let alone = noun == self.from || phrase::stops(d, noun - 1);
            if !phrase::stops(d, noun)
                && (d.info(noun).pos & pos::NOUN != 0 || d.info(noun).pos & d.info(start).pos & pos::ADJECTIVE != 0)
                && alone
                && !covered(noun)
                && !phrase::is_plural(d, noun)
            {
                return noun;
            }
        }
        start
    }

    /// *the city's imports | and | exports*, *output, sales | and | net profit*: where the first of several things starts that are
    /// measured together, the last of which is `last`.
    fn pair_start(&self, and: u32, last: Span) -> Option<u32> {
        /// Words of each, and things in front of the last two.
        const WORDS: u32 = 4;
        const MORE: usize = 4;
        let d = self.d;
        let measured = |at: u32| d.has(at, class::MEASURED) && d.info(at).form & form::PARTICIPLE == 0;
        let whole = last.0 < last.1 && last.1 - last.0 <= WORDS && d.has(last.1 - 1, class::MEASURED);
        if !whole || and <= self.from || !measured(and - 1) || d.info(last.0).form & (form::PAST | form::GERUND) != 0 {
            return None;
        }
        let part = |end: u32| {
            let first = phrase::phrase_start(d, end, self.from);
            let whole = first < end && end - first <= 2 * WORDS && !(first..end).any(|at| self.covered(at));
            whole.then_some(first)
        };
        let prep = |first: u32| first > self.from && d.has(first - 1, class::PREP);
        let mut first = part(and).filter(|first| !prep(*first) || matches!(d.str(first - 1), "of" | "in"))?;
        for _ in 0..MORE {
            let comma = first
                .checked_sub(1)
                .filter(|at| *at > self.from && d.str(*at) == "," && measured(*at - 1));
            let Some(next) = comma.and_then(part).filter(|next| !prep(*next)) else {
                break;
            };
            first = next;
        }
        Some(first)
    }

    /// *consignments under 25 kg*, *projects above 1 billion yuan*: the bound stands right behind its noun.
    pub(super) fn limited(&self, item: &FigureItem<'_>) -> Option<Span> {
        let at = item.start;
        let bound = at < item.core.0 && self.d.is_on(at, list::LIMIT);
        let kind = matches!(item.kind, FigureKind::Measure | FigureKind::Money);
        if !bound || !kind || at <= self.from {
            return None;
        }
        let noun = at - 1;
        let word = phrase::is_word(self.d, noun) && phrase::is_plural(self.d, noun) && !self.covered(noun);
        let verb = self.d.info(noun).verb != 0 && !self.d.has(noun, class::MEASURED);
        let start = self.own_start(at);
        let name = start > self.from && self.d.is(start, flag::CAPITAL);
        (word && !verb && !name && start < at).then_some((start, at))
    }
}
