//! Figures: money, percentages, counts, measures, ranks, ordinals, multiples and vague amounts.
//!
//! Rules propose what a number with its unit is; `make` reads them, `count` finds the noun that a bare number counts,
//! `share` gives a unit to numbers that leave it to a neighbour, `around` adds bounds, periods, change and
//! comparison, and `of` names what is measured.

mod age;
mod around;
mod bounds;
mod count;
mod currency;
mod make;
mod of;
mod phrase;
mod series;
mod share;
mod sign;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_bounds;
#[cfg(test)]
mod tests_links;
#[cfg(test)]
mod tests_of;
#[cfg(test)]
mod tests_series;

pub use sign::yuan_or_yen;

use std::borrow::Cow;

use crate::lexicon::class;
use crate::number::Decimal;
use crate::record::{Bound, Change, DateKind, FigureKind};
use crate::rules::matching::Match;
use crate::text::{Document, flag};

use super::dates::{DateItem, is_compared};
use super::numbers::{Form, Number, Numbers};
use super::{Maker, maker};

/// A figure as found: tokens `start..end`.
#[derive(Debug, Clone)]
pub struct FigureItem<'a> {
    pub start: u32,
    pub end: u32,
    /// Tokens of the number and its unit, without bound and period.
    pub core: (u32, u32),
    pub kind: FigureKind,
    pub value: Option<Decimal>,
    pub min: Option<Decimal>,
    pub max: Option<Decimal>,
    pub unit: Option<Cow<'a, str>>,
    pub bound: Bound,
    pub per: Option<Cow<'a, str>>,
    /// Tokens of what is measured.
    pub of: Option<(u32, u32)>,
    pub change: Option<Change>,
    pub compared_to: Option<Cow<'a, str>>,
    /// Index of the date it holds for.
    pub date: Option<usize>,
    /// Its place in a series that is told with *respectively*, and how many there are.
    pub nth: Option<(usize, usize)>,
    /// Index of the figure that states the same amount.
    pub equals: Option<usize>,
    pub rule: &'static str,
}

impl<'a> FigureItem<'a> {
    fn new(start: u32, end: u32, kind: FigureKind, rule: &'static str) -> Self {
        Self {
            start,
            end,
            core: (start, end),
            kind,
            value: None,
            min: None,
            max: None,
            unit: None,
            bound: Bound::Exactly,
            per: None,
            of: None,
            change: None,
            compared_to: None,
            date: None,
            nth: None,
            equals: None,
            rule,
        }
    }

    /// How old somebody is.
    pub fn is_age(&self) -> bool {
        self.rule == age::AGE
    }

    /// A percentage that stands alone in brackets.
    pub fn is_bracketed(&self, document: &Document<'_>) -> bool {
        let closed = self.end < document.len() && document.str(self.end) == ")";
        closed && self.kind == FigureKind::Percent && self.start > 0 && document.str(self.start - 1) == "("
    }

    fn valued(mut self, value: Decimal) -> Self {
        self.value = Some(value);
        self
    }

    fn unit(mut self, unit: &'a str) -> Self {
        self.unit = Some(Cow::Borrowed(unit));
        self
    }

    /// Takes value, range, vagueness and bound from a number, times `10^-scale`.
    fn number(mut self, number: &Number, scale: u8) -> Option<Self> {
        let by = Decimal::new(1, scale);
        let low = number.value.checked_mul(by)?;
        match number.form {
            Form::Exact | Form::Fraction => self.value = Some(low),
            Form::Range => {
                self.min = Some(low);
                self.max = Some(number.max.checked_mul(by)?);
            }
            Form::Vague => {
                self.kind = FigureKind::Vague;
                self.min = Some(low);
            }
            // *several*, *a few* alone say next to nothing
            Form::Few if !number.scaled => return None,
            Form::Few => self.kind = FigureKind::Vague,
        }
        self.bound = number.bound.unwrap_or_default();
        Some(self)
    }
}

/// What the constructors read.
#[derive(Clone, Copy)]
struct Context<'c, 'a> {
    document: &'c Document<'a>,
    numbers: &'c Numbers,
    dates: &'c [DateItem],
    names: &'c [(u32, u32)],
}

impl Context<'_, '_> {
    /// Start of the date whose last token is before `end`.
    fn date_ending(&self, end: u32) -> Option<u32> {
        let next = self.dates.partition_point(|date| date.end < end);
        self.dates
            .get(next)
            .filter(|date| date.end == end)
            .map(|date| date.start)
    }

    /// The date that overlaps tokens `start..end`.
    fn date_at(&self, start: u32, end: u32) -> Option<&DateItem> {
        let i = self.dates.partition_point(|d| d.end <= start);
        self.dates.get(i).filter(|d| d.start < end)
    }

    /// Whether a name holds all of `start..end`.
    fn in_name(&self, start: u32, end: u32) -> bool {
        let i = self.names.partition_point(|n| n.1 <= start);
        self.names[i..]
            .iter()
            .take(2)
            .any(|n| n.0 <= start && n.1 >= end && n.1 - n.0 > end - start)
    }
}

/// A figure proposed by a rule, by its place in the list of them, or tokens that are none.
#[derive(Clone, Copy)]
struct Candidate {
    start: u32,
    end: u32,
    strength: u8,
    item: Option<u32>,
}

/// Makes the figures from the matches of stage 1. `names` are token ranges of names, in order: numbers inside them
/// are no figures. The result is in order and does not overlap.
pub fn find<'a>(
    document: &Document<'a>,
    numbers: &Numbers,
    matches: &[Match],
    dates: &[DateItem],
    names: &[(u32, u32)],
    out: &mut Vec<FigureItem<'a>>,
) {
    out.clear();
    let context = Context {
        document,
        numbers,
        dates,
        names,
    };
    // items are large: what is sorted only points at them
    let mut items: Vec<Option<FigureItem<'a>>> = Vec::new();
    let mut candidates: Vec<Candidate> = Vec::new();
    let mut propose = |item: FigureItem<'a>, strength: u8, candidates: &mut Vec<Candidate>| {
        candidates.push(Candidate {
            start: item.start,
            end: item.end,
            strength,
            item: Some(items.len() as u32),
        });
        items.push(Some(item));
    };
    for m in matches {
        let (Maker::Figure, constructor) = maker(m.rule) else {
            continue;
        };
        if constructor == "number" {
            continue;
        }
        let strength = document.lexicon.rules[m.rule as usize].strength;
        let (start, end) = m.span();
        if constructor == "none" {
            candidates.push(Candidate {
                start,
                end,
                strength,
                item: None,
            });
            continue;
        }
        if let Some(item) = make::make(&context, m, constructor).filter(|i| is_free(&context, i)) {
            propose(item, strength, &mut candidates);
        }
    }
    for number in numbers.all() {
        if let Some(item) = number.currency.and_then(|code| make::glued(number, code)) {
            propose(item, 80, &mut candidates);
        }
    }
    candidates.sort_by_key(|c| (c.start, c.end));
    let mut taken: Vec<(u32, u32)> = Vec::with_capacity(candidates.len());
    let mut rest = candidates.into_iter().peekable();
    let mut chain: Vec<Candidate> = Vec::new();
    while let Some(first) = rest.next() {
        // candidates that overlap each other in a chain are settled among themselves
        let mut end = first.end;
        chain.push(first);
        while let Some(next) = rest.next_if(|c| c.start < end) {
            end = end.max(next.end);
            chain.push(next);
        }
        // *ranks No. 2*, *No. 1 in Jiangsu*: a place in an order, no label
        let ranks = |c: &Candidate| {
            let item = c.item.and_then(|index| items[index as usize].as_ref());
            item.is_some_and(|item| item.kind == FigureKind::Rank)
        };
        let place = chain.iter().find(|c| ranks(c)).map(|c| (c.start, c.end));
        if let Some((start, end)) = place {
            // *the second largest producer* is a rank as well
            let ordinal = |c: &Candidate| {
                let item = c.item.and_then(|index| items[index as usize].as_ref());
                item.is_some_and(|item| item.kind == FigureKind::Ordinal && item.start == start)
            };
            chain.retain(|c| !ordinal(c) && (c.item.is_some() || c.start < start || c.end > end));
        }
        // labels first, then the longest, then the strongest
        chain.sort_by_key(|c| {
            (
                c.item.is_some(),
                u32::MAX - (c.end - c.start),
                u8::MAX - c.strength,
                c.start,
            )
        });
        let before = taken.len();
        for candidate in chain.drain(..) {
            let (start, end) = (candidate.start, candidate.end);
            if taken[before..].iter().all(|t| t.1 <= start || t.0 >= end) {
                taken.push((start, end));
                let item = candidate.item.and_then(|index| items[index as usize].take());
                out.extend(item);
            }
        }
        taken[before..].sort_unstable();
    }
    let free = |start: u32, end: u32| {
        let i = taken.partition_point(|t| t.1 <= start);
        taken.get(i).is_none_or(|t| t.0 >= end)
    };
    let mut bare: Vec<&Number> = Vec::new();
    for number in numbers.all() {
        if !free(number.start, number.end)
            || document.is(number.start, flag::FURNITURE)
            || context.date_at(number.start, number.end).is_some()
            || context.in_name(number.start, number.end)
        {
            continue;
        }
        match count::read(&context, number) {
            // *the number one chain* counts none
            count::Reading::Item(item)
                if item.start > 0
                    && document.str(item.start) == "one"
                    && document.str(item.start - 1).eq_ignore_ascii_case("number") => {}
            count::Reading::Item(item) => out.push(item),
            count::Reading::Bare => bare.push(number),
            count::Reading::None => {}
        }
    }
    out.sort_by_key(|i| (i.start, i.end));
    out.dedup_by(|b, a| b.start < a.end);
    share::share(&context, &bare, out);
    around::around(&context, out);
    of::of(&context, out);
    series::pair(&context, out);
    currency::of_article(document, out);
    date_links(&context, out);
    series::dates(&context, out);
}

/// Whether neither a date nor a name holds the figure, and it does not stand in furniture.
fn is_free(context: &Context<'_, '_>, item: &FigureItem<'_>) -> bool {
    let (start, end) = item.core;
    let d = context.document;
    let before = start.checked_sub(1).map_or("", |at| d.str(at));
    // *the “Ten Thousand Mu” platform*: a name
    let title = |at: u32| d.is(at, flag::CAPITAL) && d.is(at, flag::WORD);
    let quoted = matches!(before, "“" | "\"" | "‘") && end > start + 1 && (start..end).all(title);
    if quoted {
        return false;
    }
    let date = context.date_at(start, end);
    !context.document.is(start, flag::FURNITURE)
        && date.is_none_or(|d| {
            d.start >= start && d.end <= end && d.end - d.start < end - start && d.kind != DateKind::Duration
        })
        && !context.in_name(start, end)
}

/// Links each figure to the date right behind it (*23% in 2023*), else to that of its clause: the last one before it in
/// its sentence, else the first behind. A date that something is compared with (*over last year*) is no other's.
fn date_links(context: &Context<'_, '_>, out: &mut [FigureItem<'_>]) {
    let (d, dates) = (context.document, context.dates);
    if dates.is_empty() {
        return;
    }
    let sentences = d.sentences();
    let mut compared: Vec<bool> = Vec::with_capacity(dates.len());
    let mut next = 0;
    for date in dates {
        while next < out.len() && out[next].end + 1 < date.start {
            next += 1;
        }
        let changed = next < out.len() && out[next].end + 1 == date.start && out[next].change.is_some();
        // *10 billion yuan, up 7 percent from 9 billion yuan in April*: that of the last one alone
        let tied = next < out.len() && (out[next].end..=out[next].end + 1).contains(&date.start);
        let other = tied && next > 0 && out[next - 1].start >= sentences[d.sentence_of(date.start)].start;
        compared.push(is_comparison(d, date, changed) || other && is_compared(d, date.start));
    }
    for i in 0..out.len() {
        let item = &out[i];
        let sentence = &sentences[d.sentence_of(item.start)];
        let first = dates.partition_point(|date| date.start < item.start);
        let good = |k: &usize| {
            let date = &dates[*k];
            matches!(date.kind, DateKind::Date | DateKind::Time)
                && date.start >= sentence.start
                && date.end <= sentence.end
        };
        // the amount in brackets behind it says the same
        let end = match item.equals.filter(|k| *k > i) {
            Some(other) => out[other].end + 1,
            None => item.end + u32::from(item.equals.is_some() && d.str(item.end) == ")"),
        };
        let right = |k: &usize| {
            let date = &dates[*k];
            // *on May 3*, but *up 5% on 2022*
            let on = || d.str(end) == "on" && !is_span(date);
            let led = || on() || matches!(d.str(end), "in" | "for" | "at" | "by" | "during");
            date.start == end || date.start == end + 1 && led()
        };
        // *the sharpest rise since the 9.6 percent jump seen in October 2017*: the date of what is compared with
        let other_time = || is_compared_with(d, item.start);
        let seen = |k: &usize| {
            let date = &dates[*k];
            let plain =
                |at: u32| d.is(at, flag::WORD) && !d.is(at, flag::CAPITAL) && !d.has(at, crate::lexicon::class::CONJ);
            date.start > end && date.start <= end + SEEN && (end..date.start).all(plain) && other_time()
        };
        let direct = (first..dates.len()).take(1).find(|k| good(k) && (right(k) || seen(k)));
        let told = |k: &usize| good(k) && !compared[*k];
        // an age is that of today
        let other = || {
            let before = (0..first).rev().take(3).find(told);
            let next = || (first..dates.len()).take(2).find(told);
            before.or_else(|| next().filter(|k| !is_of_later_clause(d, sentence.start, &out[i..], &dates[*k])))
        };
        let date = direct.or_else(|| if item.is_age() { None } else { other() });
        out[i].date = date;
    }
}

/// Tokens from a figure that something is compared with to its date.
const SEEN: u32 = 5;

/// *since the 9.6 percent jump*, *than the 9.6 percent*: the figure at `start` is one that something is compared with.
pub(in crate::extract) fn is_compared_with(d: &Document<'_>, start: u32) -> bool {
    start > 2 && d.str(start - 1) == "the" && matches!(d.str(start - 2), "since" | "than")
}

/// *There are 260 firms in Lima, and there will be more than 300 next year*: the date of a clause about what is to come, in which
/// the next figure stands, behind the present of the first of `items`.
fn is_of_later_clause(d: &Document<'_>, start: u32, items: &[FigureItem<'_>], date: &DateItem) -> bool {
    let (Some(item), Some(next)) = (items.first(), items.get(1)) else {
        return false;
    };
    if next.start >= date.start {
        return false;
    }
    let comma = (item.end..next.start.saturating_sub(1)).find(|at| d.str(*at) == ",");
    let joined = comma.filter(|at| matches!(d.str(at + 1), "and" | "but" | "while"));
    let to_come = |at: u32| d.has(at, class::MODAL);
    joined.is_some_and(|comma| (comma..next.start).any(to_come) && !(start..comma).any(to_come))
}

/// Whether a date is longer than a day.
fn is_span(date: &DateItem) -> bool {
    date.value.len() < "2024-05-03".len()
}

/// *over last year*, *than in the first quarter*, *25% from July*: what others are compared with. `changed` says that a
/// figure of a change ends one token before the date.
fn is_comparison(d: &Document<'_>, date: &DateItem, changed: bool) -> bool {
    let start = date.start;
    let Some(mut at) = start.checked_sub(1) else {
        return false;
    };
    if d.str(at) == "in" && at > 0 {
        at -= 1;
    }
    let word = |k: u32, text: &str| d.str(k) == text;
    let near = at + 1 == start && changed;
    match d.str(at) {
        "than" => true,
        // *over last year*, but *over the past year*
        "over" => near && (start..date.end.min(start + 2)).any(|k| matches!(d.str(k), "last" | "previous" | "same")),
        "on" => near && is_span(date),
        "from" => near && !date.value.contains('/'),
        "with" | "to" => at > 0 && matches!(d.str(at - 1), "compared" | "relative"),
        "of" | "in" => {
            at > 1 && word(at - 1, "that") && matches!(d.str(at - 2), "than" | "as" | "to" | "with" | "times")
        }
        _ => false,
    }
}
