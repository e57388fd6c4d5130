//! What a figure measures, as written next to it: *an operating income of 178.305 billion yuan*, *revenue grew 15
//! percent*, *a 12-inch pilot line*, *30% of the cost*.

mod subject;

use crate::extract::dates::DateItem;
use crate::lexicon::class;
use crate::lexicon::format::{form, pos};
use crate::record::{DateKind, FigureKind};
use crate::text::{Document, flag};

use super::{Context, FigureItem, around, phrase};

type Span = (u32, u32);

/// Words that only clauses with a verb of their own have.
const VERBAL: u128 = 1 << class::AUX | 1 << class::MODAL | 1 << class::SUBORD | 1 << class::PRON;

/// Fills `of`, from left to right, so that a figure can take over what the one before it measures.
pub fn of(context: &Context<'_, '_>, out: &mut [FigureItem<'_>]) {
    for i in 0..out.len() {
        let (before, rest) = out.split_at_mut(i);
        let item = &mut rest[0];
        let sentence = context.document.sentences()[context.document.sentence_of(item.start)];
        let finder = Finder {
            d: context.document,
            context,
            before,
            from: sentence.start,
            to: sentence.end,
        };
        item.of = finder.find(item);
    }
}

struct Finder<'f, 'a> {
    d: &'f Document<'a>,
    context: &'f Context<'f, 'a>,
    /// The figures before this one.
    before: &'f [FigureItem<'a>],
    /// Tokens of the sentence.
    from: u32,
    to: u32,
}

impl Finder<'_, '_> {
    fn find(&self, item: &FigureItem<'_>) -> Option<Span> {
        if item.equals.is_some_and(|other| other < self.before.len()) {
            return self.before.last().and_then(|b| b.of);
        }
        match item.kind {
            FigureKind::Ordinal => return self.behind_of(item.end, true),
            FigureKind::Rank => {
                let verb = self.d.has(item.start, class::RANKVERB);
                let it = item.start > 0 && self.d.value(item.start - 1, item.start, class::PRON) == Some("it");
                if verb && it {
                    return self.before.last().and_then(|b| b.of);
                }
                return verb.then(|| self.subject_before(item.start, 2))?;
            }
            _ if item.start > self.from && self.str(item.start - 1) == "|" => return self.cell(item.start),
            FigureKind::Count => {
                // *the number of engineers grew to 846 from 701*
                let bare = item.unit.as_deref().is_some_and(|unit| {
                    let own = self.d.slice(item.core.0, item.core.1);
                    !own.ends_with(unit)
                });
                if bare && self.appended(item) {
                    return self.before.last().and_then(|b| b.of);
                }
                let measured = |span: &Span| self.measures(*span) || bare && self.str(span.0) == "number";
                return self
                    .before_of(item)
                    .filter(measured)
                    .or_else(|| self.subject(item).filter(measured));
            }
            _ => {}
        }
        let share = matches!(item.kind, FigureKind::Percent | FigureKind::Multiple);
        // *demand for 6-inch wafers*, *production of 22nm chips*: of the noun that it goes with, not of the demand
        if item.kind == FigureKind::Measure
            && item.core.1 > item.core.0 + 1
            && (phrase::joins(self.d, item.core.1 - 2) || self.d.is(item.core.1 - 1, flag::GLUED))
            && let Some(span) = self.attributive(item)
        {
            return Some(span);
        }
        if let Some(span) = self.elliptical(item).or_else(|| self.before_of(item)) {
            return Some(span);
        }
        let own = share && self.str(item.end) == "of" && !self.says_share(item);
        if !own && self.appended(item) {
            return self.before.last().and_then(|b| b.of);
        }
        if let Some(span) = self.attributive(item) {
            return Some(span);
        }
        if share {
            if self.says_share(item)
                && let Some(span) = self.subject(item).or_else(|| self.inherited(item))
            {
                return Some(span);
            }
            let end = if self.str(item.end - 1) == "of" {
                item.end - 1
            } else {
                item.end
            };
            let whole = self.behind_of(end, false).map(|s| self.owned(s));
            if let Some(span) = whole.filter(|s| !matches!(self.str(s.0), "total" | "whole")) {
                return Some(span);
            }
        }
        if item.kind == FigureKind::Multiple {
            // *double the output*, *four times the capacity*
            if item.change.is_none()
                && item.end < self.to
                && (self.d.has(item.end, class::DET) || self.d.has(item.end, class::PRON))
                && let Some(span) = self.phrase_at(item.end, false)
            {
                return Some(span);
            }
            // *would double capacity*
            let led = item.start > self.from
                && (self.d.has(item.start - 1, class::MODAL) || self.str(item.start - 1) == "to");
            if led
                && self.d.has(item.core.0, class::MULTIPLE)
                && let Some(span) = self.phrase_at(item.end, false)
            {
                return Some(span);
            }
            // *orders doubled*: the figure is the verb
            if item.change.is_some() && self.d.has(item.end - 1, class::MULTIPLE) {
                return self.subject_before(item.start, 2);
            }
        }
        self.of_change(item)
            .or_else(|| self.limited(item))
            .or_else(|| self.spent_on(item))
            .or_else(|| self.behind_in(item))
            .or_else(|| self.own_verb(item))
            .or_else(|| self.object(item))
            .or_else(|| {
                // money of whole companies is theirs, not a measure of them
                let money = matches!(item.kind, FigureKind::Money | FigureKind::Vague);
                let worth = self.worth(item).is_some();
                self.subject(item)
                    .filter(|s| !money || worth || self.measures(*s) || self.next_of_list(*s))
            })
            .or_else(|| self.inherited(item))
    }

    /// *…, a year-on-year increase of 25%*, *…, accounting for 45%*, *… from 50 percent*: said of the figure before.
    fn appended(&self, item: &FigureItem<'_>) -> bool {
        let d = self.d;
        let Some(last) = self
            .before
            .last()
            .filter(|b| b.start >= self.from && b.end < item.start)
        else {
            return false;
        };
        if matches!(last.kind, FigureKind::Ordinal | FigureKind::Rank) || item.start - last.end > 14 {
            return false;
        }
        let word = |at: u32| {
            matches!(
                self.str(at),
                "from" | "to" | "or" | "versus" | "against" | "compared" | "up" | "down"
            )
        };
        let compared = last.end + 2 == item.start && self.str(last.end) == "compared";
        if item.start == last.end + 1 && word(last.end) || compared {
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
    fn elliptical(&self, item: &FigureItem<'_>) -> Option<Span> {
        let d = self.d;
        if !matches!(item.kind, FigureKind::Money | FigureKind::Percent | FigureKind::Measure) {
            return None;
        }
        let last = self.before.last().filter(|b| b.start >= self.from)?;
        let open = (last.end..item.start.saturating_sub(1))
            .rev()
            .take(24)
            .find(|k| d.str(*k) == ";")?;
        let mut end = item.start;
        while end > open + 1 && matches!(d.str(end - 1), "up" | "down" | "by") {
            end -= 1;
        }
        end -= u32::from(d.str(end - 1) == ",");
        let mut start = open + 1;
        start += u32::from(d.str(start) == "and");
        start += u32::from(d.has(start, class::DET));
        let plain = |k: u32| {
            let verb = self.clear_verb(k) || self.likely_verb(k) || d.classes(k) & VERBAL != 0;
            phrase::is_word(d, k) && !verb && (!d.has(k, class::PREP) || d.str(k) == "of") || phrase::joins(d, k)
        };
        // *Hendricks, 7.3 percent; Marion, 8.7 percent*: who, not what
        let name = end > start && d.is(end - 1, flag::CAPITAL);
        (start < end && !name && d.str(start) != "of" && phrase::is_noun(d, end - 1) && (start..end).all(plain))
            .then_some((start, end))
    }

    /// *The added value of farming was 5 billion yuan; that of services, 7 billion; the third sector was 9 billion yuan*: the
    /// subject of money behind a semicolon, where the money before it has one.
    fn next_of_list(&self, (start, _): Span) -> bool {
        let d = self.d;
        let open = start - u32::from(start > self.from && d.has(start - 1, class::DET));
        let open = open - u32::from(open > self.from && d.str(open - 1) == "and");
        let last = self.before.iter().rev().find(|b| b.end < open);
        open > self.from
            && d.str(open - 1) == ";"
            && last.is_some_and(|b| b.start >= self.from && b.of.is_some() && b.kind != FigureKind::Count)
    }

    /// The first cell of the table row that holds token `at`.
    fn cell(&self, at: u32) -> Option<Span> {
        let row = (at.saturating_sub(60)..at).rev().find(|k| self.d.is(*k, flag::LINE))?;
        let start = row + u32::from(self.d.str(row) == "|");
        let end = (start..at).find(|k| self.d.str(*k) == "|")?;
        (end > start && end - start <= 10 && phrase::is_word(self.d, start)).then_some((start, end))
    }

    pub(super) fn str(&self, at: u32) -> &str {
        if at < self.to { self.d.str(at) } else { "" }
    }

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

    /// *accounting for 45.2% of …*: said of the subject.
    fn says_share(&self, item: &FigureItem<'_>) -> bool {
        (item.start.saturating_sub(3).max(self.from)..item.start)
            .filter_map(|k| {
                self.d
                    .class_end(k, class::RANKVERB)
                    .and_then(|e| self.d.value(k, e, class::RANKVERB))
            })
            .any(|v| v == "share")
    }

    /// The noun phrase behind *of* at `at`.
    fn behind_of(&self, at: u32, numbers: bool) -> Option<Span> {
        if self.str(at) != "of" {
            return None;
        }
        self.phrase_at(at + 1, numbers)
    }

    /// The phrase without its owner: *the world's refined indium*.
    fn owned(&self, (start, end): Span) -> Span {
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
    fn attributive(&self, item: &FigureItem<'_>) -> Option<Span> {
        let at = item.end;
        if at >= self.to
            || !matches!(item.kind, FigureKind::Measure | FigureKind::Money | FigureKind::Percent)
            || phrase::stops(self.d, at)
            || self.d.is(at, flag::CAPITAL) && !self.d.is(at, flag::UPPER)
            || self.d.has(at, class::CHANGE)
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
        if let Some(verb) = (at + 1..end).find(|k| self.clear_verb(*k)) {
            end = verb;
        }
        // *a 20% pay cut*
        end -= u32::from(end > at + 1 && self.d.has(end - 1, class::CHANGE));
        (end > at && !adverb && phrase::is_noun(self.d, end - 1)).then_some((at, end))
    }

    /// *operating income of 178 billion yuan*: the phrase in front of *of*.
    fn before_of(&self, item: &FigureItem<'_>) -> Option<Span> {
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
        let of = match self.context.date_ending(of) {
            Some(date) if date > self.from + 1 && self.d.has(date - 1, class::PREP) => date - 1,
            _ => of,
        };
        let head = of - 1;
        let start = self.own_start(of);
        let generic = of - start == 1
            && matches!(
                self.str(head),
                "total" | "sum" | "average" | "number" | "amount" | "range" | "maximum" | "minimum"
            );
        // *seven of at least $100 million*
        let counted = self.d.has(head, class::NUMWORD);
        if start == of || generic || counted || !(phrase::is_noun(self.d, head) || self.d.has(head, class::MEASURED)) {
            return None;
        }
        Some((start, of))
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
        // *year-on-year GDP growth*
        if let Some(next) = d.class_end(start, class::COMPARED).filter(|next| *next < end) {
            start = next;
        }
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
        if let Some(and) = and.filter(|_| end - start >= 2) {
            let noun = and - 1;
            let alone = noun == self.from || phrase::stops(d, noun - 1);
            if !phrase::stops(d, noun)
                && d.info(noun).pos & pos::NOUN != 0
                && alone
                && !covered(noun)
                && !phrase::is_plural(d, noun)
            {
                return noun;
            }
        }
        start
    }

    /// *an increase of 25% in exports*, *a 25% rise in exports*.
    fn of_change(&self, item: &FigureItem<'_>) -> Option<Span> {
        let mut at = item.end;
        if at < self.to {
            at = self.d.class_end(at, class::COMPARED).unwrap_or(at);
        }
        let noun = at < self.to && around::change_at(self.d, at).is_some() && self.d.info(at).pos & pos::NOUN != 0;
        let before =
            item.start > self.from + 1 && self.str(item.start - 1) == "of" && self.d.has(item.start - 2, class::CHANGE);
        at += u32::from(noun);
        if (noun || before) && matches!(self.str(at), "in" | "of") {
            return self.phrase_at(at + 1, false).filter(|s| !self.d.is(s.0, flag::CAPITAL));
        }
        None
    }

    /// *9 billion yuan in revenue*, *14 million euros worth of test equipment*.
    fn behind_in(&self, item: &FigureItem<'_>) -> Option<Span> {
        if !matches!(item.kind, FigureKind::Money | FigureKind::Vague) {
            return None;
        }
        let at = match (self.str(item.end), self.str(item.end + 1)) {
            ("worth", "of") => item.end + 2,
            ("in" | "of", _) => item.end + 1,
            _ => return None,
        };
        let span = self.phrase_at(at, false)?;
        // *raised $85 million in a funding round*
        let measured = self.d.has(span.1 - 1, class::MEASURED) || self.str(span.1 - 1) == "round";
        let common = !self.d.is(span.0, flag::CAPITAL) || measured;
        let determined = at != span.0 && self.str(item.end) == "in" && !measured;
        (common && !determined && phrase::is_noun(self.d, span.1 - 1)).then_some(span)
    }

    /// *consignments under 25 kg*, *projects above 1 billion yuan*: the bound stands right behind its noun.
    fn limited(&self, item: &FigureItem<'_>) -> Option<Span> {
        let at = item.start;
        let bound = at < item.core.0 && matches!(self.str(at), "under" | "over" | "above" | "below" | "exceeding");
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

    /// *spent 38 million euros on restructuring*.
    fn spent_on(&self, item: &FigureItem<'_>) -> Option<Span> {
        if item.kind != FigureKind::Money || self.str(item.end) != "on" {
            return None;
        }
        let verb = self.verb_before(item.start)?;
        let spent = matches!(self.str(verb), "spent" | "spend" | "spends");
        let span = self.phrase_at(item.end + 1, false).filter(|_| spent)?;
        (!self.d.is(span.0, flag::CAPITAL)).then_some(span)
    }

    /// *will cost 4.6 billion yuan*: the verb itself says what is measured.
    fn own_verb(&self, item: &FigureItem<'_>) -> Option<Span> {
        let at = item.start.checked_sub(1).filter(|k| *k > self.from)?;
        let led = self.d.has(at - 1, class::MODAL) || self.d.str(at - 1) == "to";
        let verb = self.d.has(at, class::MEASURED) && self.d.info(at).form & form::BASE != 0;
        (led && verb && item.kind == FigureKind::Money).then_some((at, at + 1))
    }
}
