//! What a figure measures, as written next to it: *an operating income of 178.305 billion yuan*, *revenue grew 15
//! percent*, *a 12-inch pilot line*, *30% of the cost*.

use crate::lexicon::class;
use crate::lexicon::format::{form, pos};
use crate::record::FigureKind;
use crate::text::{Document, flag};

use super::{Context, FigureItem, around, phrase};

type Span = (u32, u32);

/// Furthest that the verb of a figure may stand before it, in tokens.
const FURTHEST: u32 = 30;

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
                let measured = |span: &Span| self.measures(*span);
                return self
                    .before_of(item)
                    .filter(measured)
                    .or_else(|| self.subject(item).filter(measured));
            }
            _ => {}
        }
        let share = matches!(item.kind, FigureKind::Percent | FigureKind::Multiple);
        if let Some(span) = self.before_of(item) {
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
            if self.says_share(item) {
                if let Some(span) = self.subject(item).or_else(|| self.inherited(item)) {
                    return Some(span);
                }
            }
            let end = if self.str(item.end - 1) == "of" { item.end - 1 } else { item.end };
            let whole = self.behind_of(end, false).map(|s| self.owned(s));
            if let Some(span) = whole.filter(|s| !matches!(self.str(s.0), "total" | "whole")) {
                return Some(span);
            }
        }
        if item.kind == FigureKind::Multiple {
            // *double the output*, *four times the capacity*
            if item.change.is_none() && item.end < self.to && (self.d.has(item.end, class::DET) || self.d.has(item.end, class::PRON)) {
                if let Some(span) = self.phrase_at(item.end, false) {
                    return Some(span);
                }
            }
            // *orders doubled*: the figure is the verb
            if item.change.is_some() && self.d.has(item.end - 1, class::MULTIPLE) {
                return self.subject_before(item.start, 2);
            }
        }
        self.of_change(item)
            .or_else(|| self.behind_in(item))
            .or_else(|| self.own_verb(item))
            .or_else(|| self.object(item))
            .or_else(|| {
                // money of whole companies is theirs, not a measure of them
                let money = matches!(item.kind, FigureKind::Money | FigureKind::Vague);
                let worth = item.start > 0 && self.str(item.start - 1) == "worth";
                self.subject(item).filter(|s| !money || worth || self.measures(*s))
            })
            .or_else(|| self.inherited(item))
    }

    /// *…, a year-on-year increase of 25%*, *…, accounting for 45%*, *… from 50 percent*: said of the figure before.
    fn appended(&self, item: &FigureItem<'_>) -> bool {
        let d = self.d;
        let Some(last) = self.before.last().filter(|b| b.start >= self.from && b.end < item.start) else {
            return false;
        };
        if matches!(last.kind, FigureKind::Ordinal | FigureKind::Rank) || item.start - last.end > 14 {
            return false;
        }
        let word = |at: u32| matches!(self.str(at), "from" | "to" | "or" | "versus" | "against" | "compared" | "up" | "down");
        if item.start == last.end + 1 && word(last.end) {
            return true;
        }
        let comma = (last.end..item.start).rev().find(|k| matches!(d.str(*k), "," | "("));
        let Some(at) = comma.map(|k| k + 1) else { return false };
        if at == item.start {
            return item.kind == FigureKind::Multiple && d.has(item.core.0, class::MULTIPLE);
        }
        let share = d.value(at, at + 1, class::RANKVERB) == Some("share") && d.info(at).form & form::GERUND != 0;
        let noun = matches!(self.str(at), "a" | "an") && (at + 1..item.start).any(|k| d.has(k, class::CHANGE));
        word(at) || share || noun || d.class_end(at, class::COMPARED).is_some() || d.has(at, class::CHANGE) && self.str(at).len() <= 5 && !phrase::is_verb(d, at)
    }

    /// The first cell of the table row that holds token `at`.
    fn cell(&self, at: u32) -> Option<Span> {
        let row = (at.saturating_sub(60)..at).rev().find(|k| self.d.is(*k, flag::LINE))?;
        let start = row + u32::from(self.d.str(row) == "|");
        let end = (start..at).find(|k| self.d.str(*k) == "|")?;
        (end > start && end - start <= 10 && phrase::is_word(self.d, start)).then_some((start, end))
    }

    fn str(&self, at: u32) -> &str {
        if at < self.to { self.d.str(at) } else { "" }
    }

    /// Whether the last word of the phrase, or the one before its *of*, is a noun that figures measure.
    fn measures(&self, (start, end): Span) -> bool {
        let head = (start..end).find(|k| self.d.has(*k, class::PREP)).unwrap_or(end);
        // *net profit attributable to shareholders*
        let adjective = head > start + 1 && self.d.info(head - 1).pos == pos::ADJECTIVE;
        let head = head - u32::from(adjective);
        head > start && self.d.has(head - 1, class::MEASURED)
    }

    /// *accounting for 45.2% of …*: said of the subject.
    fn says_share(&self, item: &FigureItem<'_>) -> bool {
        (item.start.saturating_sub(3).max(self.from)..item.start)
            .filter_map(|k| self.d.class_end(k, class::RANKVERB).and_then(|e| self.d.value(k, e, class::RANKVERB)))
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
        let owner = |k: &u32| self.d.is(*k, flag::MARK) && self.d.is(*k, flag::GLUED) && matches!(self.d.str(*k), "'s" | "’s" | "'" | "’");
        match (start..end).rev().find(owner) {
            Some(k) if k + 1 < end => (k + 1, end),
            _ => (start, end),
        }
    }

    /// The noun phrase at `at`, behind its determiner. `numbers` admits *12-inch* in it.
    fn phrase_at(&self, at: u32, numbers: bool) -> Option<Span> {
        let mut start = at;
        let year = |k: u32| self.d.is(k, flag::NUMBER) && self.d.token(k).len == 4;
        while start < self.to && (self.d.has(start, class::DET) || self.d.has(start, class::PRON) || start > at && year(start)) {
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
        let participle = item.kind == FigureKind::Measure
            && self.d.info(at).form & form::PARTICIPLE != 0
            && at + 1 < self.to
            && self.d.info(at + 1).pos & (pos::NOUN | pos::ADJECTIVE | pos::ADVERB) == pos::NOUN;
        let past = self.d.info(at).form & (form::PAST | form::PARTICIPLE) != 0 && self.d.info(at).pos & pos::NOUN == 0;
        if (phrase::is_verb(self.d, at) || past) && !participle {
            return None;
        }
        let gerund = self.d.info(at).form & form::GERUND != 0 && self.d.info(at).pos & (pos::NOUN | pos::ADJECTIVE) == 0;
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
        let of = item.start.checked_sub(1).filter(|k| *k > self.from)?;
        let head = of - 1;
        if self.str(of) != "of" && !(self.str(of) == "for" && self.d.has(head, class::MEASURED)) {
            return None;
        }
        if self.d.has(head, class::CHANGE) {
            return None;
        }
        let start = self.own_start(of);
        let generic = of - start == 1 && matches!(self.str(head), "total" | "sum" | "average" | "number" | "amount" | "range" | "maximum" | "minimum");
        if start == of || generic || !phrase::is_noun(self.d, head) {
            return None;
        }
        Some((start, of))
    }

    /// The start of what is measured in the phrase before `end`: without an owner (*the province's output*) and
    /// without a verb behind a name (*Acme reported revenue*).
    fn own_start(&self, end: u32) -> u32 {
        let d = self.d;
        let mut start = self.phrase_start(end);
        for at in start..end {
            let owner = d.is(at, flag::MARK) && d.is(at, flag::GLUED) && matches!(d.str(at), "'s" | "’s" | "'" | "’");
            let verb = at > start
                && d.is(at - 1, flag::CAPITAL)
                && !d.is(at, flag::CAPITAL)
                && d.info(at).form & (form::PAST | form::THIRD) != 0;
            if (owner || verb) && at + 1 < end {
                start = at + 1;
            }
        }
        // *a five-year supply contract*
        if start + 3 < end && (d.is(start, flag::NUMBER) || d.has(start, class::NUMWORD)) && phrase::joins(d, start + 1) {
            start += 3;
        }
        start
    }

    /// The start of the phrase that ends before `end`, with the first half of *research and development spending*.
    fn phrase_start(&self, end: u32) -> u32 {
        let d = self.d;
        let covered = |at: u32| self.covered(at);
        let mut start = phrase::phrase_start(d, end, self.from);
        while start < end && covered(start) {
            start += 1;
        }
        let and = start.checked_sub(1).filter(|k| *k > self.from && matches!(d.str(*k), "and" | "&"));
        if let Some(and) = and.filter(|_| end - start >= 2) {
            let noun = and - 1;
            let alone = noun == self.from || phrase::stops(d, noun - 1);
            if !phrase::stops(d, noun) && d.info(noun).pos & pos::NOUN != 0 && alone && !covered(noun) && !phrase::is_plural(d, noun) {
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
        let before = item.start > self.from + 1 && self.str(item.start - 1) == "of" && self.d.has(item.start - 2, class::CHANGE);
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
        let common = !self.d.is(span.0, flag::CAPITAL) || self.d.has(span.1 - 1, class::MEASURED);
        let determined = at != span.0 && self.str(item.end) == "in";
        (common && !determined && phrase::is_noun(self.d, span.1 - 1)).then_some(span)
    }

    /// *will cost 4.6 billion yuan*: the verb itself says what is measured.
    fn own_verb(&self, item: &FigureItem<'_>) -> Option<Span> {
        let at = item.start.checked_sub(1).filter(|k| *k > self.from)?;
        let verb = self.d.has(at, class::MEASURED) && self.d.info(at).form & (form::BASE | form::THIRD) != 0;
        (verb && item.kind == FigureKind::Money && !self.d.has(at - 1, class::DET)).then_some((at, at + 1))
    }

    /// What can stand behind a verb in front of a figure.
    fn goes_on(&self, at: u32) -> bool {
        let d = self.d;
        at < self.to
            && d.str(at) != "of"
            && (d.classes(at) & (1 << class::PREP | 1 << class::DET | 1 << class::NUMWORD | 1 << class::CURSYM) != 0
                || d.is(at, flag::NUMBER)
                || d.class_end(at, class::BOUND).is_some())
    }

    /// Whether the token is a verb beyond doubt, or a word of change or rank that a figure follows.
    fn clear_verb(&self, at: u32) -> bool {
        let d = self.d;
        if !phrase::is_word(d, at) {
            return false;
        }
        if d.classes(at) & (1 << class::AUX | 1 << class::MODAL) != 0 {
            return true;
        }
        let info = d.info(at);
        let before = at.checked_sub(1).filter(|k| *k >= self.from);
        let possessive = |b: u32| d.is(b, flag::MARK) && d.is(b, flag::GLUED) && matches!(d.str(b), "'s" | "’s" | "-");
        let held = before.is_some_and(|b| d.has(b, class::DET) || d.has(b, class::PREP) && d.str(b) != "to" || possessive(b));
        if held || d.is(at, flag::CAPITAL) && before.is_some() || phrase::joins(d, at + 1) {
            return false;
        }
        let verb = info.form & (form::PAST | form::THIRD | form::BASE) != 0;
        let said = verb && (d.has(at, class::CHANGE) || d.has(at, class::RANKVERB) || info.pos & pos::NOUN == 0 && info.form & form::PAST != 0);
        phrase::is_verb(d, at) || said && (self.goes_on(at + 1) || info.pos & pos::NOUN == 0)
    }

    /// Whether the token may be the verb of its clause: a noun in form, but a figure or preposition follows.
    fn likely_verb(&self, at: u32) -> bool {
        let d = self.d;
        let info = d.info(at);
        let before = at.checked_sub(1).filter(|k| *k >= self.from);
        let held = before.is_none_or(|b| d.has(b, class::DET) || d.has(b, class::PREP) && d.str(b) != "to" || d.is(b, flag::MARK) && d.is(b, flag::GLUED) && d.str(b) != ",");
        phrase::is_word(d, at)
            && !held
            && self.goes_on(at + 1)
            && (info.form & (form::PAST | form::THIRD) != 0
                || info.form & form::BASE != 0 && before.is_some_and(|b| d.str(b) == "to" || d.has(b, class::MODAL)))
    }

    /// The nearest verb in front of the figure in its clause, figures before it left aside.
    fn verb_before(&self, start: u32) -> Option<u32> {
        let low = self.from.max(start.saturating_sub(FURTHEST));
        let mut likely = None;
        let mut at = start;
        while at > low {
            at -= 1;
            if self.covered(at) && !self.d.has(at, class::RANKVERB) {
                continue;
            }
            if self.d.is(at, flag::MARK) && matches!(self.str(at), ";" | ":" | "“" | "\"" | "|") {
                break;
            }
            if self.clear_verb(at) {
                return Some(at);
            }
            if likely.is_none() && self.likely_verb(at) {
                likely = Some(at);
            }
            let relative = self.d.has(at, class::SUBORD) && !self.d.has(at, class::PREP);
            if relative && !matches!(self.str(at), "than" | "as" | "which" | "that") {
                break;
            }
        }
        likely
    }

    /// Whether a figure before this one holds the token.
    fn covered(&self, at: u32) -> bool {
        self.before.iter().rev().take(4).any(|b| b.start <= at && at < b.end)
    }

    /// *cut its holdings by half*, *raised the fee to 5%*: what stands between verb and figure.
    fn object(&self, item: &FigureItem<'_>) -> Option<Span> {
        let end = item.start.checked_sub(1).filter(|k| *k > self.from)?;
        if !matches!(self.str(end), "by" | "to" | "at" | "from") {
            return None;
        }
        let verb = self.verb_before(end)?;
        let span = self.phrase_at(verb + 1, false)?;
        if self.d.has(verb, class::AUX) || self.d.has(verb, class::MODAL) || self.d.is(span.0, flag::CAPITAL) {
            return None;
        }
        let covered = self.before.iter().rev().take(4).any(|b| b.start < span.1 && b.end > span.0);
        let whole = self.with_of(span);
        let reaches = whole.1 == end || whole.1 + 1 == end && phrase::is_word(self.d, whole.1);
        (!covered && reaches && phrase::is_noun(self.d, span.1 - 1) && !self.d.has(span.1 - 1, class::NOCOUNT)).then_some(whole)
    }

    /// The phrase with the *of …* that follows it.
    fn with_of(&self, (start, end): Span) -> Span {
        if matches!(self.str(end), "of" | "for" | "on") {
            if let Some((_, more)) = self.phrase_at(end + 1, false) {
                return (start, more);
            }
        }
        (start, end)
    }

    /// The subject of the figure's verb; of *worth*, what is worth it.
    fn subject(&self, item: &FigureItem<'_>) -> Option<Span> {
        let d = self.d;
        // *exceeded 5 billion*: the verb belongs to the bound
        if item.start < item.core.0 && d.info(item.start).form & (form::PAST | form::THIRD) != 0 && d.has(item.start, class::BOUND) {
            return self.subject_before(item.start, 2);
        }
        if item.start > self.from + 1 && d.str(item.start - 1) == "worth" {
            return self.subject_before(item.start - 1, 2);
        }
        let verb = self.verb_before(item.start)?;
        self.subject_before(verb, 2)
    }

    /// The subject that ends before the verb group which holds token `verb`; `depth` verbs joined by *and* are
    /// followed back.
    fn subject_before(&self, verb: u32, depth: u32) -> Option<Span> {
        let d = self.d;
        let mut end = verb;
        while end > self.from {
            let b = end - 1;
            let helper = d.classes(b) & (1 << class::AUX | 1 << class::MODAL | 1 << class::NEG) != 0;
            let adverb = phrase::is_word(d, b) && d.info(b).pos & pos::ADVERB != 0 && d.info(b).pos & pos::NOUN == 0
                || d.has(b, class::BOUND) && d.info(b).pos & pos::NOUN == 0;
            let infinitive = d.str(b) == "to" && b > self.from && self.clear_verb(b - 1);
            if !(helper || adverb || infinitive || infinitive_verb(d, b, end)) {
                break;
            }
            end = b;
        }
        // *the scale of which*
        if end > self.from + 2 && d.str(end - 1) == "which" && d.str(end - 2) == "of" {
            let start = self.phrase_start(end - 2);
            return (start < end - 2).then_some((start, end - 2));
        }
        // *opened at 61 yuan and closed at 66*
        if end > self.from && matches!(d.str(end - 1), "and" | "but") {
            let first = depth.checked_sub(1).and_then(|_| self.verb_before(end - 1))?;
            return self.subject_before(first, depth - 1);
        }
        // an insertion between commas
        if end > self.from && d.str(end - 1) == "," {
            let open = (self.from..end - 1).rev().take(25).find(|k| d.str(*k) == ",")?;
            end = open;
        }
        // a relative pronoun stands for what is before it
        if end > self.from && matches!(d.str(end - 1), "which" | "that" | "who") {
            end -= 1;
            end -= u32::from(end > self.from && d.str(end - 1) == ",");
        }
        let mut start = self.own_start(end);
        if start == end {
            return None;
        }
        let (mut stop, mut edge) = (end, start);
        // back over *of …*, *in …*, *between … and …* to the head
        for _ in 0..4 {
            let mut prep = edge;
            let mut figures = false;
            while prep > self.from {
                let b = prep - 1;
                let number = self.covered(b) || d.is(b, flag::NUMBER) || d.has(b, class::NUMWORD);
                if !number && !d.has(b, class::DET) && !d.has(b, class::PRON) {
                    break;
                }
                figures |= number;
                prep = b;
            }
            let Some(mut prep) = prep.checked_sub(1).filter(|k| *k > self.from) else { break };
            if d.str(prep) == "and" {
                // *between Shaanxi and Germany*
                let first = self.phrase_start(prep);
                let Some(between) = first.checked_sub(1).filter(|k| d.str(*k) == "between" && *k > self.from) else { break };
                prep = between;
            }
            let owner = d.is(prep, flag::MARK) && d.is(prep, flag::GLUED) && matches!(d.str(prep), "'s" | "’s");
            if owner {
                edge = self.phrase_start(prep);
                continue;
            }
            let text = d.str(prep);
            let adjective = d.info(prep - 1).pos == pos::ADJECTIVE;
            if !d.has(prep, class::PREP) || matches!(text, "by" | "since" | "until" | "during" | "after" | "before" | "as") || text == "to" && !adjective {
                break;
            }
            let head = self.own_start(prep);
            if head == prep {
                break;
            }
            let time = self.context.date_at(prep + 1, stop).is_some() || d.has(stop - 1, class::NOCOUNT);
            (start, edge) = (head, head);
            if !(text == "of" || adjective && text == "to" || matches!(text, "for" | "on" | "between") && !figures) || time {
                stop = prep;
            }
        }
        let head = (start..stop).find(|k| d.has(*k, class::PREP)).unwrap_or(stop) - 1;
        let adjective = head > start && d.info(head).pos == pos::ADJECTIVE;
        let head = head - u32::from(adjective);
        // names alone are who, not what
        let measured = d.has(head, class::MEASURED);
        let named = (start..=head).all(|k| d.is(k, flag::CAPITAL | flag::MARK));
        let name = named || self.context.in_name(start, head + 1) || self.context.names.binary_search(&(start, head + 1)).is_ok();
        let title = d.has(head, class::TITLE) || d.has(head, class::SAYVERB) || d.has(head, class::PERSONNOUN);
        let date = self.context.date_at(head, head + 1).is_some();
        (!date && (!name || measured) && !title && phrase::is_noun(d, head) && phrase::is_word(d, head)).then_some((start, stop))
    }

    /// What the figure before it in the sentence measures.
    fn inherited(&self, item: &FigureItem<'_>) -> Option<Span> {
        let last = self.before.last().filter(|b| b.start >= self.from && item.start - b.end <= 14)?;
        let verb = (last.end..item.start).any(|k| self.clear_verb(k) && self.d.value(k, k + 1, class::RANKVERB) != Some("share"));
        (!verb && !matches!(last.kind, FigureKind::Ordinal | FigureKind::Rank | FigureKind::Count)).then_some(last.of)?
    }
}

/// *expected to reach*: the verb in front of *to*.
fn infinitive_verb(d: &Document<'_>, at: u32, end: u32) -> bool {
    end < d.len() && d.str(end) == "to" && phrase::is_word(d, at) && d.info(at).form & (form::PAST | form::PARTICIPLE | form::THIRD) != 0
}
