//! Subject and object of the verb that a figure belongs to.

use crate::lexicon::format::{form, pos};
use crate::lexicon::{class, list};
use crate::text::{Document, flag};

use super::super::{FigureItem, phrase};
use super::{Finder, Span};

/// Furthest that the verb of a figure may stand before it, in tokens.
const FURTHEST: u32 = 30;

impl Finder<'_, '_> {
    /// What can stand behind a verb in front of a figure.
    fn goes_on(&self, at: u32) -> bool {
        let d = self.d;
        at < self.to
            && d.str(at) != "of"
            && (d.classes(at)
                & (1 << class::PREP | 1 << class::DET | 1 << class::PRON | 1 << class::NUMWORD | 1 << class::CURSYM)
                != 0
                || d.is(at, flag::NUMBER)
                // *edged up 7.8 %*
                || matches!(d.str(at), "up" | "down" | "higher" | "lower")
                || d.class_end(at, class::BOUND).is_some()
                || d.has(at, class::MULTIPLE))
    }

    /// Whether the token is a verb beyond doubt, or a word of change or rank that a figure follows.
    pub(super) fn clear_verb(&self, at: u32) -> bool {
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
        let held =
            before.is_some_and(|b| d.has(b, class::DET) || d.has(b, class::PREP) && d.str(b) != "to" || possessive(b));
        // *edged up 7.8 %*: the verb is the word before
        let particle = matches!(d.str(at), "up" | "down" | "higher" | "lower")
            && before.is_some_and(|b| {
                let info = d.info(b);
                let base = info.form & form::BASE != 0 && info.pos & (pos::NOUN | pos::ADJECTIVE) == 0;
                (info.form & form::PAST != 0 || base) && phrase::is_word(d, b)
            });
        // *Women make up 40 percent*
        let share = before.is_some_and(|b| d.class_end(b, class::RANKVERB) == Some(at + 1));
        if particle || share || held || d.is(at, flag::CAPITAL) && before.is_some() || phrase::joins(d, at + 1) {
            return false;
        }
        let verb = info.form & (form::PAST | form::THIRD | form::BASE) != 0;
        let said = verb
            && (d.has(at, class::CHANGE)
                || d.class_end(at, class::RANKVERB).is_some()
                || info.pos & pos::NOUN == 0 && info.form & form::PAST != 0);
        phrase::is_verb(d, at) || said && (self.goes_on(at + 1) || info.pos & pos::NOUN == 0)
    }

    /// Whether the token may be the verb of its clause: a noun in form, but a figure or preposition follows.
    pub(super) fn likely_verb(&self, at: u32) -> bool {
        let d = self.d;
        let info = d.info(at);
        let before = at.checked_sub(1).filter(|k| *k >= self.from);
        let held = before.is_none_or(|b| {
            d.has(b, class::DET)
                || d.has(b, class::PREP) && d.str(b) != "to"
                || d.is(b, flag::MARK) && d.is(b, flag::GLUED) && d.str(b) != ","
        });
        phrase::is_word(d, at)
            && !held
            && self.goes_on(at + 1)
            && (info.form & (form::PAST | form::THIRD) != 0
                || info.form & form::BASE != 0 && before.is_some_and(|b| d.str(b) == "to" || d.has(b, class::MODAL)))
    }

    /// The nearest verb in front of the figure in its clause, figures before it left aside.
    pub(super) fn verb_before(&self, start: u32) -> Option<u32> {
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
            // *…, among which 3 are new*
            let among = matches!(self.str(at), "which" | "whom") && at > low && self.d.has(at - 1, class::PREP);
            if among && self.str(at - 1) != "of"
                || relative && !matches!(self.str(at), "than" | "as" | "which" | "that")
            {
                break;
            }
        }
        likely
    }

    /// Whether a figure before this one holds the token.
    pub(super) fn covered(&self, at: u32) -> bool {
        self.before.iter().rev().take(4).any(|b| b.start <= at && at < b.end)
    }

    /// *cut its holdings by half*, *raised the fee to 5%*: what stands between verb and figure.
    pub(super) fn object(&self, item: &FigureItem<'_>) -> Option<Span> {
        let end = item.start.checked_sub(1).filter(|k| *k > self.from)?;
        if !matches!(self.str(end), "by" | "to" | "at" | "from") {
            return None;
        }
        let verb = self.gerund_before(end).or_else(|| self.verb_before(end))?;
        // *increasing the city's share of output to 30%*
        let span = self.owned(self.phrase_at(verb + 1, false)?);
        if self.d.has(verb, class::AUX) || self.d.has(verb, class::MODAL) || self.d.is(span.0, flag::CAPITAL) {
            return None;
        }
        let covered = self
            .before
            .iter()
            .rev()
            .take(4)
            .any(|b| b.start < span.1 && b.end > span.0);
        let whole = self.with_of(span);
        let reaches = whole.1 == end || whole.1 + 1 == end && phrase::is_word(self.d, whole.1);
        (!covered && reaches && phrase::is_noun(self.d, span.1 - 1) && !self.d.has(span.1 - 1, class::NOCOUNT))
            .then_some(whole)
    }

    /// *…, reducing the delivery period by 37%*: a verb in *-ing* whose object reaches to `end`.
    fn gerund_before(&self, end: u32) -> Option<u32> {
        let d = self.d;
        let low = self.from.max(end.saturating_sub(FURTHEST / 2));
        let at = (low + 1..end).rev().find(|k| {
            self.clear_verb(*k) || d.info(*k).form & form::GERUND != 0 && d.info(*k).verb != 0 && phrase::is_word(d, *k)
        })?;
        let opens = d.info(at).form & form::GERUND != 0
            && (d.has(at - 1, class::CONJ) || d.has(at - 1, class::PREP) || d.str(at - 1) == ",");
        opens.then_some(at)
    }

    /// Where a list whose last member starts at `edge` begins, if a preposition governs it: *of pork, beef and
    /// mutton*, *between Shaanxi and Germany*.
    fn list_start(&self, edge: u32) -> Option<u32> {
        let d = self.d;
        let mut start = edge;
        let mut and = false;
        for _ in 0..6 {
            let mut mark = start.checked_sub(1).filter(|k| *k > self.from)?;
            if d.has(mark, class::DET) {
                mark -= 1;
            }
            if d.has(mark, class::PREP) {
                return and.then_some(mark + 1);
            }
            let joins = matches!(d.str(mark), "and" | "or" | "&") && !and || d.str(mark) == "," && and;
            if !joins || mark <= self.from {
                return None;
            }
            and = true;
            mark -= u32::from(d.str(mark) != "," && d.str(mark - 1) == ",");
            let first = self.phrase_start(mark);
            if first == mark || first <= self.from || self.context.date_at(first, mark).is_some() {
                return None;
            }
            start = first;
        }
        None
    }

    /// The phrase with the *of …* that follows it.
    fn with_of(&self, (start, end): Span) -> Span {
        if matches!(self.str(end), "of" | "for" | "on")
            && let Some((_, more)) = self.phrase_at(end + 1, false)
        {
            return (start, more);
        }
        (start, end)
    }

    /// *orders worth 5 million*, *a hall covering 5,000 square meters*, *awards valued at 5 million*: the word behind what is measured.
    pub(super) fn worth(&self, item: &FigureItem<'_>) -> Option<u32> {
        let at = item.start.checked_sub(1).filter(|k| *k > self.from)?;
        let valued = self.str(at) == "at" && at > self.from + 1 && self.str(at - 1) == "valued";
        let at = at - u32::from(valued);
        let word = valued || self.d.is_on(at, list::MEASURING);
        let noun = phrase::is_word(self.d, at - 1) && !phrase::stops(self.d, at - 1);
        (word && noun).then_some(at)
    }

    /// The subject of the figure's verb; of *worth*, what is worth it.
    pub(super) fn subject(&self, item: &FigureItem<'_>) -> Option<Span> {
        let d = self.d;
        // *exceeded 5 billion*: the verb belongs to the bound
        if item.start < item.core.0
            && d.info(item.start).form & (form::PAST | form::THIRD) != 0
            && d.has(item.start, class::BOUND)
        {
            return self.subject_before(item.start, 2);
        }
        if let Some(at) = self.worth(item) {
            if d.str(at) == "worth" {
                return self.subject_before(at, 2);
            }
            // *work on a centre costing 5 million*: the centre does
            let start = self.own_start(at);
            let name = start < at && d.is(start, flag::CAPITAL) && start > self.from;
            return (start < at && !name).then_some((start, at));
        }
        let verb = self.verb_before(item.start)?;
        self.subject_before(verb, 2)
    }

    /// *The output value | after the plant is completed* | *is*, *the project | signed this time* | *is*: where the subject that
    /// ends at `end` ends without a clause that says when.
    fn without_clause(&self, end: u32) -> u32 {
        /// Tokens of the clause.
        const LONGEST: u32 = 10;
        let d = self.d;
        if end > self.from + 3 && d.str(end - 1) == "time" && d.str(end - 2) == "this" {
            let told = end - 3;
            return if d.info(told).form & form::PARTICIPLE != 0 {
                told
            } else {
                end - 2
            };
        }
        let first = self.from.max(end.saturating_sub(LONGEST)) + 1;
        let opens = |at: &u32| matches!(d.str(*at), "after" | "once" | "when" | "if") && d.has(at - 1, class::MEASURED);
        let clause = (first..end).rev().find(opens);
        let own = |at: &u32| {
            d.info(at + 1).form & (form::PARTICIPLE | form::GERUND) == 0 && !(at + 1..end).any(|k| d.str(k) == ",")
        };
        let verb = |at: u32| (at + 1..end).any(|k| d.has(k, class::AUX) || self.clear_verb(k) || self.likely_verb(k));
        clause.filter(|at| own(at) && verb(*at)).unwrap_or(end)
    }

    /// The subject that ends before the verb group which holds token `verb`; `depth` verbs joined by *and* are
    /// followed back.
    pub(super) fn subject_before(&self, verb: u32, depth: u32) -> Option<Span> {
        let d = self.d;
        let end = self.verb_group_start(verb);
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
        let end = self.without_insertions(end)?;
        let start = self.own_start(end);
        let (start, stop) = (start < end).then(|| self.back_to_head(start, end))?;
        self.is_measured(start, stop).then_some((start, stop))
    }

    /// Start of the verb group that holds the token: *is expected to reach*.
    fn verb_group_start(&self, verb: u32) -> u32 {
        let d = self.d;
        let mut start = verb;
        while start > self.from {
            let b = start - 1;
            let helper = d.classes(b) & (1 << class::AUX | 1 << class::MODAL | 1 << class::NEG) != 0;
            let adverb = phrase::is_word(d, b) && d.info(b).pos & pos::ADVERB != 0 && d.info(b).pos & pos::NOUN == 0
                // a noun too
                || d.str(b) == "still"
                || d.has(b, class::BOUND) && d.info(b).pos & pos::NOUN == 0;
            let infinitive = d.str(b) == "to" && b > self.from && self.clear_verb(b - 1);
            if !(helper || adverb || infinitive || infinitive_verb(d, b, start)) {
                break;
            }
            start = b;
        }
        start
    }

    /// Where the subject ends that stands in front of `end`, without days, insertions, relative pronouns and brackets.
    fn without_insertions(&self, mut end: u32) -> Option<u32> {
        let d = self.d;
        // *total assets as of June 30, 2024, reached*: the day says when, and its comma opens no insertion
        let day = end
            .checked_sub(1)
            .filter(|k| d.str(*k) == ",")
            .and_then(|k| self.context.date_ending(k));
        if let Some(date) = day.filter(|date| *date > self.from + 2 && d.str(*date - 2) == "as") {
            end = date - 2;
        }
        // an insertion between commas
        if end > self.from && d.str(end - 1) == "," {
            let close = end - 1;
            end = (self.from..close).rev().take(25).find(|k| d.str(*k) == ",")?;
            // *exports, after taking days off into account, however, rose*: two of them
            let open = (self.from..end).rev().take(15).find(|k| d.str(*k) == ",");
            let more = |open: &u32| d.has(open + 1, class::PREP) || d.has(open + 1, class::SUBORD);
            if let Some(open) = open.filter(more).filter(|_| close - end <= 3) {
                end = open;
            }
        }
        // a relative pronoun stands for what is before it
        if end > self.from && matches!(d.str(end - 1), "which" | "that" | "who") {
            end -= 1;
            end -= u32::from(end > self.from && d.str(end - 1) == ",");
        }
        // *Net income for the three months to June 30 climbed*: the period says when
        while let Some(date) = self.context.date_ending(end).filter(|date| *date > self.from) {
            end = date;
            while end > self.from && (d.has(end - 1, class::PREP) || d.str(end - 1) == ",") {
                end -= 1;
            }
        }
        end = self.without_clause(end);
        // *the gross domestic product (GDP)*
        if end > self.from + 3 && d.str(end - 1) == ")" {
            let open = (end.saturating_sub(6).max(self.from)..end - 1)
                .rev()
                .find(|k| d.str(*k) == "(");
            end = open.unwrap_or(end);
        }
        Some(end)
    }

    /// Back over *of …*, *in …*, *between … and …* to the head of the phrase `start..end`: the head's start, and where what
    /// says what it is ends.
    fn back_to_head(&self, start: u32, end: u32) -> Span {
        /// Prepositions that are followed.
        const MOST: u32 = 4;
        let d = self.d;
        let (mut start, mut stop, mut edge) = (start, end, start);
        // *output of pork and beef*, but *exports of cars and imports of wine*
        let one = |first: &u32| !d.has(end - 1, class::MEASURED) || d.info(*first).form & form::GERUND != 0;
        if let Some(first) = self.list_start(edge).filter(one) {
            edge = first;
        }
        for _ in 0..MOST {
            let (behind, figures) = self.behind_numbers(edge);
            let Some(prep) = behind.checked_sub(1).filter(|k| *k > self.from) else {
                break;
            };
            if d.is(prep, flag::MARK) && d.is(prep, flag::GLUED) && matches!(d.str(prep), "'s" | "’s") {
                edge = self.phrase_start(prep);
                continue;
            }
            // *Shipments that reflect more days | rose*
            if let Some(relative) = self.relative_before(behind) {
                let head = self.own_start(relative);
                return if head < relative {
                    (head, relative)
                } else {
                    (start, stop)
                };
            }
            let text = d.str(prep);
            let gerund = d.info(edge).form & form::GERUND != 0;
            // *the output value after completion*
            if matches!(text, "after" | "before" | "during") && d.has(prep - 1, class::MEASURED) {
                let head = self.own_start(prep);
                if head < prep && !gerund {
                    (start, edge, stop) = (head, head, prep);
                    continue;
                }
            }
            let adjective = text == "to" && d.info(prep - 1).pos == pos::ADJECTIVE;
            // *sales to the car industry*
            let directed = text == "to" && d.has(prep - 1, class::MEASURED);
            // *the net profit after deducting one-off gains*
            let deducting = text == "after" && gerund;
            if !d.has(prep, class::PREP)
                || d.is_on(prep, list::SHARE_UNTIL) && !deducting
                || text == "to" && !adjective && !directed && !d.is(prep + 1, flag::CAPITAL)
            {
                break;
            }
            // *the gross domestic product (GDP) of China*
            let bracketed = prep > self.from + 3 && d.str(prep - 1) == ")";
            let name = (prep.saturating_sub(5)..prep)
                .rev()
                .find(|k| bracketed && d.str(*k) == "(");
            // *shipments of drives | used in computers*: what is done to them says which
            let done = matches!(text, "in" | "by" | "for")
                && !d.has(prep - 1, class::SAYVERB)
                && d.info(prep - 1).form & form::PARTICIPLE != 0
                && d.info(prep - 1).pos & pos::NOUN == 0
                && !d.is(prep - 1, flag::GLUED)
                && prep > self.from + 1
                && phrase::is_noun(d, prep - 2);
            if done {
                let head = self.own_start(prep - 1);
                if head == prep - 1 {
                    break;
                }
                (start, edge, stop) = (head, head, prep - 1);
                continue;
            }
            let head_end = name.unwrap_or(prep);
            let head = self.own_start(head_end);
            if head == head_end {
                break;
            }
            let time = self.context.date_at(prep + 1, stop).is_some()
                || d.value(stop - 1, stop, class::NOCOUNT).is_some_and(|v| v != "plural");
            (start, edge) = (head, head);
            let of = matches!(text, "of" | "per") || directed || adjective;
            let kept = of || matches!(text, "for" | "on" | "between") && !figures;
            if let Some(name) = name {
                stop = name;
            } else if !kept || time {
                stop = prep;
            }
        }
        (start, stop)
    }

    /// The *that* or *which* of a clause whose object starts at `object`, behind the noun that it is of.
    fn relative_before(&self, object: u32) -> Option<u32> {
        let d = self.d;
        let at = object
            .checked_sub(2)
            .filter(|at| *at > self.from && matches!(d.str(*at), "that" | "which"))?;
        // *data that show exports rose* tell of exports
        let verb = d.is_on(at + 1, list::COMPRISES);
        (verb && phrase::is_noun(d, at - 1)).then_some(at)
    }

    /// Where the numbers and articles in front of a noun phrase start, and whether there are numbers.
    fn behind_numbers(&self, edge: u32) -> (u32, bool) {
        let d = self.d;
        let mut start = edge;
        let mut figures = false;
        while start > self.from {
            let b = start - 1;
            let number = self.covered(b) || d.is(b, flag::NUMBER) || d.has(b, class::NUMWORD);
            if !number && !d.has(b, class::DET) && !d.has(b, class::PRON) {
                break;
            }
            figures |= number;
            start = b;
        }
        (start, figures)
    }

    /// The phrase tells of what is measured, not of when or who: *Norvane Capital invested $10 million*.
    fn is_measured(&self, start: u32, stop: u32) -> bool {
        let d = self.d;
        let head = phrase::preposition(d, start, stop).unwrap_or(stop) - 1;
        let adjective = head > start && d.info(head).pos == pos::ADJECTIVE && !d.has(head, class::MEASURED);
        let head = head - u32::from(adjective);
        let measured = d.has(head, class::MEASURED);
        // names alone are who, not what
        let capitals = (start..=head).all(|k| d.is(k, flag::CAPITAL | flag::MARK));
        let whole = self.context.names.binary_search(&(start, head + 1)).is_ok();
        let name = capitals || whole || self.context.in_name(start, head + 1);
        let body = d.has(head, class::ORGHEAD) || d.has(head, class::ORGHEADWEAK) || d.has(head, class::LEGALFORM);
        let of_name = name && (!measured || whole && body && start < head);
        let title =
            d.has(head, class::TITLE) || d.has(head, class::SAYVERB) && !measured || d.has(head, class::PERSONNOUN);
        let date = self.context.date_at(head, head + 1).is_some();
        !date && !of_name && !title && (measured || phrase::is_noun(d, head)) && phrase::is_word(d, head)
    }
}

/// *expected to reach*: the verb in front of *to*.
fn infinitive_verb(d: &Document<'_>, at: u32, end: u32) -> bool {
    end < d.len()
        && d.str(end) == "to"
        && phrase::is_word(d, at)
        && d.info(at).form & (form::PAST | form::PARTICIPLE | form::THIRD) != 0
}
