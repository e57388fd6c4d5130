//! What a figure measures, as written next to it: *an operating income of 178.305 billion yuan*, *revenue grew 15
//! percent*, *a 12-inch pilot line*, *30% of the cost*.

mod lists;
mod noun;
mod subject;

use crate::lexicon::format::{form, pos};
use crate::lexicon::{class, list};
use crate::record::FigureKind;
use crate::text::{Document, flag};

use super::{Context, FigureItem, around, phrase, share};

type Span = (u32, u32);

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
        item.of = finder.find(item).map(|of| finder.without_report(of));
    }
    // *6- and 8-inch wafers*: both say what the last one says
    for i in (1..out.len()).rev() {
        let (first, last) = (&out[i - 1], &out[i]);
        let hangs = share::behind_hyphen(context.document, first.core.1) > first.core.1;
        // *7nm and 28nm chips*
        let d = context.document;
        let pair = first.kind == FigureKind::Measure
            && last.kind == FigureKind::Measure
            && last.start == first.end + 1
            && matches!(d.str(first.end), "and" | "or" | "/" | ",")
            && last.of.is_some_and(|of| of.0 == last.end);
        if (hangs || pair) && first.unit.is_some() && first.unit == last.unit {
            out[i - 1].of = last.of;
        }
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
    /// *announced its results, | recording | revenue of 3 billion*: the verb that reports it.
    fn without_report(&self, (start, end): Span) -> Span {
        let told = self.d.is_on(start, list::REPORTING);
        if told && start + 1 < end && start > self.from && self.str(start - 1) == "," {
            (start + 1, end)
        } else {
            (start, end)
        }
    }

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
                let before = item.start.checked_sub(1).filter(|at| *at > self.from)?;
                let numbered = self.str(item.start).eq_ignore_ascii_case("no");
                // *output of 5 billion yuan, up 8%, ranking No. 2*, *output, ranking No. 2, rose*, *exports of 3 billion yuan, No. 2*
                if self.str(before) == "," && (numbered || verb && self.d.info(item.start).form & form::GERUND != 0) {
                    return self
                        .inherited(item)
                        .or_else(|| self.subject_before(before, 2).filter(|s| self.measures(*s)));
                }
                // *Its revenue is No. 1 in Lima*
                if numbered && self.d.value(before, item.start, class::AUX) == Some("be") {
                    return self.subject_before(before, 2).filter(|s| self.measures(*s));
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
                    return self.told().and_then(|b| b.of);
                }
                // *665 million units of smartphones*
                if self.d.is_on(item.end - 1, list::PIECES)
                    && let Some(span) = self.behind_of(item.end, false)
                    && phrase::is_noun(self.d, span.1 - 1)
                    && !self.d.is(span.1, flag::NUMBER)
                    && !self.d.is(span.0, flag::CAPITAL)
                {
                    return Some(span);
                }
                // *The area has received 40 firms*: a place
                let place = |span: &Span| span.1 == span.0 + 1 && matches!(self.str(span.0), "area" | "market");
                let measured =
                    |span: &Span| self.measures(*span) && !place(span) || bare && self.str(span.0) == "number";
                return self
                    .before_of(item)
                    .filter(measured)
                    .or_else(|| self.subject(item).filter(measured))
                    .or_else(|| self.second_of_two(item).filter(|_| bare));
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
            return self.told().and_then(|b| b.of);
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
            let adverb = self.str(item.end - 1).ends_with("fold");
            if item.change.is_some() && self.d.has(item.end - 1, class::MULTIPLE) && !adverb {
                return self.subject_before(item.start, 2);
            }
        }
        // *with Kelvar falling 1.7 percent*: its own share, not what the sentence is about
        if self.is_told_beside(item) {
            return None;
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
                let worth = || self.worth(item).is_some();
                self.subject(item)
                    .filter(|s| !money || worth() || self.measures(*s) || self.next_of_list(*s))
            })
            .or_else(|| self.inherited(item))
    }

    /// *the index fell, with Kelvar falling 1.7 percent*: a name and its participle behind a comma.
    fn is_told_beside(&self, item: &FigureItem<'_>) -> bool {
        let d = self.d;
        let verb = item.start.wrapping_sub(1);
        let moves = item.start > self.from + 2 && d.has(verb, class::CHANGE) && d.info(verb).form & form::GERUND != 0;
        moves && d.is(verb - 1, flag::CAPITAL) && !d.is(verb - 1, flag::HEADLINE) && {
            let near = verb.saturating_sub(8).max(self.from);
            (near..verb).any(|at| matches!(self.str(at), "with" | "and" | ","))
        }
    }

    /// *a monthly output of 15,000 wafers next month and 40,000 by 2027*: what the count measures that shares its unit.
    fn second_of_two(&self, item: &FigureItem<'_>) -> Option<Span> {
        /// Tokens between the two.
        const NEAR: u32 = 8;
        let joined = item.start > self.from && matches!(self.str(item.start - 1), "and" | "to");
        let last = self.told().filter(|last| joined && last.kind == FigureKind::Count)?;
        let near = last.start >= self.from && item.start.saturating_sub(last.end) <= NEAR;
        let verb = || (last.end..item.start).any(|at| self.clear_verb(at));
        if near && last.unit == item.unit && !verb() {
            last.of
        } else {
            None
        }
    }

    pub(super) fn str(&self, at: u32) -> &str {
        if at < self.to { self.d.str(at) } else { "" }
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

    /// *an increase of 25% in exports*, *a 25% rise in exports*.
    fn of_change(&self, item: &FigureItem<'_>) -> Option<Span> {
        let mut at = item.end;
        if at < self.to {
            at = self.d.class_end(at, class::COMPARED).unwrap_or(at);
        }
        let sized = item.kind != FigureKind::Percent && self.d.is_on(at.min(self.to - 1), list::SIZED);
        let noun =
            at < self.to && !sized && around::change_at(self.d, at).is_some() && self.d.info(at).pos & pos::NOUN != 0;
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
        /// Tokens of an amount in brackets.
        const BRACKET: u32 = 8;
        // *projects worth $3 billion in tourism and ports*
        if item.start > self.from && self.d.is_on(item.start - 1, list::MEASURING) {
            return None;
        }
        // *up 40% in output value*
        if item.kind == FigureKind::Percent && item.change.is_some() && self.str(item.end) == "in" {
            let span = self.phrase_at(item.end + 1, false)?;
            let when = self.str(span.1 - 1) == "trade";
            return (self.measures(span) && !when && !self.d.is(span.0, flag::CAPITAL)).then_some(span);
        }
        if !matches!(item.kind, FigureKind::Money | FigureKind::Vague) {
            return None;
        }
        // *$35m (£26m) in bribes*: behind the amount in brackets
        let close = match self.str(item.end) {
            "(" if item.equals.is_some() => (item.end..item.end + BRACKET).find(|at| self.str(*at) == ")"),
            ")" if item.equals.is_some() => Some(item.end),
            _ => None,
        };
        let end = close.map_or(item.end, |close| close + 1);
        let at = match (self.str(end), self.str(end + 1)) {
            ("worth", "of") => end + 2,
            ("in" | "of", _) => end + 1,
            _ => return None,
        };
        let span = self.phrase_at(at, false)?;
        // *in total*, and *in public and private investments*
        let last = span.1 - 1;
        let adjective = self.str(span.1) == "and" && self.d.info(last).pos & pos::ADJECTIVE != 0;
        if adjective || span.1 == span.0 + 1 && matches!(self.str(last), "total" | "cash") {
            return None;
        }
        // *raised $85 million in a funding round*
        let measured = self.d.has(span.1 - 1, class::MEASURED) || self.str(span.1 - 1) == "round";
        // *will exceed 3 billion yuan in Lindo New Area*: a place
        let named = self.str(end) == "in"
            && span.1 > span.0 + 1
            && self.d.is(last, flag::CAPITAL)
            && !self.d.is(last, flag::UPPER);
        let common = !self.d.is(span.0, flag::CAPITAL) || measured && !named;
        let determined = at != span.0 && self.str(end) == "in" && !measured;
        (common && !determined && phrase::is_noun(self.d, span.1 - 1)).then_some(span)
    }

    /// *spent 38 million euros on restructuring*.
    fn spent_on(&self, item: &FigureItem<'_>) -> Option<Span> {
        if item.kind != FigureKind::Money {
            return None;
        }
        // *spent 3 billion yuan last year on research*
        let date = self
            .context
            .date_at(item.end, item.end + 1)
            .filter(|date| date.start == item.end);
        let on = date.map_or(item.end, |date| date.end);
        let verb = (self.str(on) == "on").then(|| self.verb_before(item.start))??;
        let spent = matches!(self.str(verb), "spent" | "spend" | "spends");
        let span = self.phrase_at(on + 1, false).filter(|_| spent)?;
        (!self.d.is(span.0, flag::CAPITAL)).then(|| self.with_second(span))
    }

    /// *research | and development*, *trials | and tests*: the phrase with a second noun of one word that ends it.
    fn with_second(&self, (start, end): Span) -> Span {
        let (d, noun) = (self.d, end + 1);
        let pair = self.str(end) == "and"
            && noun < self.to
            && !phrase::stops(d, noun)
            && !d.is(noun, flag::CAPITAL)
            && d.info(noun).pos & pos::NOUN != 0;
        let date = |at: u32| self.context.date_at(at, at + 1).is_some_and(|date| date.start == at);
        let ends = |at: u32| {
            at >= self.to || !phrase::is_word(d, at) && !d.is(at, flag::NUMBER) || d.has(at, class::PREP) || date(at)
        };
        if pair && ends(noun + 1) {
            (start, noun + 1)
        } else {
            (start, end)
        }
    }

    /// *will cost 4.6 billion yuan*: the verb itself says what is measured.
    fn own_verb(&self, item: &FigureItem<'_>) -> Option<Span> {
        let at = item.start.checked_sub(1).filter(|k| *k > self.from)?;
        let led = self.d.has(at - 1, class::MODAL) || self.d.str(at - 1) == "to";
        let verb = matches!(self.str(at), "cost" | "total" | "average") && self.d.info(at).form & form::BASE != 0;
        (led && verb && item.kind == FigureKind::Money).then_some((at, at + 1))
    }
}
