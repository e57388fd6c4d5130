//! Counts: a number and the noun that it counts (*Over 300 guests*, *Nine investment and industrial cooperation
//! projects*, *three of the injured*, *dozens of companies*).

use crate::extract::numbers::{Form, Number};
use crate::lexicon::class;
use crate::lexicon::format::pos;
use crate::number::Decimal;
use crate::record::FigureKind;
use crate::text::{Document, flag};

use super::{Context, FigureItem, phrase};

/// What a number without a unit is; it lives for a moment, so the large variant costs nothing.
#[allow(clippy::large_enum_variant)]
pub enum Reading<'a> {
    Item(FigureItem<'a>),
    /// A number that may share the unit of a neighbour.
    Bare,
    None,
}

/// Tokens of a noun in quotation marks.
const QUOTED: u32 = 5;

/// Rule ids of what code finds without a pattern of its own.
pub const COUNT: &str = "figures.number-word";

impl<'a> From<Option<FigureItem<'a>>> for Reading<'a> {
    fn from(item: Option<FigureItem<'a>>) -> Self {
        item.map_or(Self::None, Self::Item)
    }
}

/// A count of things called `unit` that ends at `end`.
fn count<'a>(context: &Context<'_, 'a>, number: &Number, end: u32, (from, to): (u32, u32)) -> Reading<'a> {
    let item = FigureItem::new(number.start, end, FigureKind::Count, COUNT).unit(context.document.slice(from, to));
    item.number(number, 0).into()
}

/// Reads one number that no rule has taken.
pub fn read<'a>(context: &Context<'_, 'a>, number: &Number) -> Reading<'a> {
    let d = context.document;
    let at = number.end;
    // *1.6T modules*
    let model = at < d.len() && d.is(at, flag::GLUED) && d.str(at) == "T";
    let few = number.form == Form::Few && !number.scaled;
    if number.currency.is_some() || is_label(d, number) || model || few {
        return Reading::None;
    }
    if number.form == Form::Fraction {
        let item = FigureItem::new(number.start, at, FigureKind::Multiple, "figures.half");
        return item.number(number, 0).into();
    }
    let limit = d.sentences()[d.sentence_of(number.start)].end;
    if at < limit && d.str(at) != "of" && phrase::joins(d, at) {
        return joined(context, number, limit);
    }
    let Some(from) = behind_of(context, number, limit) else {
        return Reading::None;
    };
    let plural =
        number.value.compare(Decimal::from(1)).is_gt() || number.value == Decimal::ZERO || number.form != Form::Exact;
    // *five other projects*, *1,490 such enterprises*
    let from = from + u32::from(plural && from == at && at + 1 < limit && matches!(d.str(at), "other" | "such"));
    if !plural && (from > at || !one_counts(d, number)) {
        return Reading::None;
    }
    if plural
        && from == at
        && at + 2 < limit
        && let Some(reading) = quoted(context, number, limit).or_else(|| measured(context, number, limit))
    {
        return reading;
    }
    let Some((start, end)) = phrase::head(d, from, limit, plural) else {
        return match attributive(context, number, limit) {
            Some(item) => Reading::Item(item),
            None if plural || !number.words => Reading::Bare,
            None => Reading::None,
        };
    };
    // *9 Series SoC*, *5 Plus*: a model's name
    let name = |k: u32| d.is(k, flag::CAPITAL) && !d.is(k, flag::HEADLINE | flag::UPPER);
    let model = !number.words && !number.scaled && start == at && name(start) && end < limit && name(end);
    // *one boards a boat*: not a noun
    let verb = !plural && number.words && phrase::is_plural(d, end - 1);
    // plain durations are dates
    let time = |k: u32| d.value(k, k + 1, class::NOCOUNT) == Some("time");
    let uncounted = time(end - 1) || time(from) || d.value(end - 1, end, class::NOCOUNT) == Some("no");
    if model || verb || uncounted || is_year(d, number) && !year_counts(d, number) {
        return Reading::None;
    }
    count(context, number, end, (start, end))
}

/// Where the noun may start that the number counts: behind *of*, if that leads to one (*three of the injured*, *24 of 29
/// members*, *dozens of companies*).
fn behind_of(context: &Context<'_, '_>, number: &Number, limit: u32) -> Option<u32> {
    let d = context.document;
    let at = number.end;
    if at >= limit || d.str(at) != "of" {
        return Some(at);
    }
    let from = at + 1;
    let the = u32::from(from < limit && (d.has(from, class::DET) || d.has(from, class::PRON)));
    if !matches!(number.form, Form::Exact | Form::Range) {
        return Some(from + the);
    }
    let number_end = |from: u32| context.numbers.starting(from).map(|n| n.end);
    let from = number_end(from).or_else(|| (the > 0).then_some(from + 1))?;
    Some(number_end(from).filter(|_| from < limit).unwrap_or(from))
}

/// *a five-member team*: the noun behind the hyphen is the unit.
fn joined<'a>(context: &Context<'_, 'a>, number: &Number, limit: u32) -> Reading<'a> {
    let d = context.document;
    let at = number.end;
    let (end, last) = phrase::compound(d, at + 1, limit);
    // *a hundred-billion-level cluster* does not say of what
    let no = d.value(last, last + 1, class::NOCOUNT).is_some()
        || d.has(at + 1, class::NOCOUNT)
        || number.scaled && matches!(d.str(last), "level" | "scale" | "class");
    let noun =
        phrase::is_word(d, last) && d.info(last).pos & pos::NOUN != 0 && !phrase::stops(d, last) && end == at + 2;
    // *One-thousand-talent Scheme*
    let start = number.start;
    let named = number.words
        && d.is(start, flag::CAPITAL)
        && !d.is(start, flag::SENTENCE | flag::LINE | flag::HEADLINE)
        && d.is(end, flag::CAPITAL);
    let round = d.is(last, flag::CAPITAL) || d.has(last, class::ORDINAL) || d.has(last, class::SUPERLATIVE);
    let one = number.value == Decimal::ZERO || number.words && number.value == Decimal::from(1);
    if no || !noun || named || round || one {
        return Reading::None;
    }
    count(context, number, end, (last, end))
}

/// *nearly 30 “big names”*: the noun stands in quotation marks, or behind them (*two “green” projects*).
fn quoted<'a>(context: &Context<'_, 'a>, number: &Number, limit: u32) -> Option<Reading<'a>> {
    let d = context.document;
    let at = number.end;
    if !matches!(d.str(at), "“" | "‘" | "\"") || d.is(at, flag::GLUED) {
        return None;
    }
    let close = (at + 2..limit.min(at + 1 + QUOTED)).find(|x| matches!(d.str(*x), "”" | "’" | "\""))?;
    let inside = phrase::head(d, at + 1, close, true).filter(|h| h.1 == close && !d.is(h.0, flag::CAPITAL));
    if let Some((start, end)) = inside {
        return Some(count(context, number, end + 1, (start, end)));
    }
    // only a word that describes it may stand there
    if (at + 1..close).any(|x| d.is(x, flag::CAPITAL)) {
        return None;
    }
    let (start, end) = phrase::head(d, close + 1, limit, true)?;
    Some(count(context, number, end, (start, end)))
}

/// *two 8-inch fabs*: the measure between is a figure of its own.
fn measured<'a>(context: &Context<'_, 'a>, number: &Number, limit: u32) -> Option<Reading<'a>> {
    let d = context.document;
    let at = number.end;
    let size = d.is(at, flag::NUMBER) || d.has(at, class::NUMWORD) || d.has(at, class::NUMSCALE);
    if !size || !phrase::joins(d, at + 1) {
        return None;
    }
    let (next, _) = phrase::compound(d, at, limit);
    let (start, end) = phrase::head(d, next, limit, true)?;
    let mut item = FigureItem::new(number.start, at, FigureKind::Count, COUNT).unit(d.slice(start, end));
    // *100,000 12-inch wafers a month*
    let rate = end + 1 < limit && matches!(d.str(end), "a" | "an" | "per" | "every" | "each");
    let period = rate.then(|| d.class_end(end + 1, class::PERIOD)).flatten();
    item.per = period.and_then(|e| d.value(end + 1, e, class::PERIOD)).map(Into::into);
    Some(item.number(number, 0).into())
}

/// *the 12 page document*, *a tapered 14 gauge tip*: a singular noun between an article's number and the noun that it describes.
fn attributive<'a>(context: &Context<'_, 'a>, number: &Number, limit: u32) -> Option<FigureItem<'a>> {
    /// Tokens between the article and the number.
    const DESCRIBED: u32 = 4;
    let d = context.document;
    let at = number.end;
    let near = number.start.saturating_sub(DESCRIBED)..number.start;
    let describes = |k: u32| {
        let of_noun = d.info(k).pos & (pos::ADJECTIVE | pos::NOUN) != 0 && !phrase::stops(d, k);
        (of_noun || d.is(k, flag::NUMBER)) && !d.is(k, flag::CAPITAL)
    };
    let article = near.rev().find(|k| d.has(*k, class::DET) || !describes(*k));
    let led =
        article.is_some_and(|k| d.has(k, class::DET) && (k + 1 == number.start || matches!(d.str(k), "a" | "an")));
    let noun = |k: u32| {
        k < limit
            && !phrase::stops(d, k)
            && d.info(k).pos & pos::NOUN != 0
            && !d.is(k, flag::CAPITAL)
            && !d.has(k, class::NOCOUNT)
    };
    let good = led && noun(at) && noun(at + 1) && d.info(at).pos & pos::ADJECTIVE == 0 && !is_year(d, number);
    good.then(|| {
        FigureItem::new(number.start, at + 1, FigureKind::Count, COUNT)
            .unit(d.slice(at, at + 1))
            .number(number, 0)
    })?
}

/// *one symposium*, but not *no one*, *the one thing*, *one day*.
fn one_counts(d: &Document<'_>, number: &Number) -> bool {
    let at = number.end;
    if !number.words {
        return true;
    }
    let before = number.start.checked_sub(1);
    let held = before.is_some_and(|b| d.has(b, class::DET) || d.has(b, class::PRON) && !d.has(b, class::PREP));
    let next = at < d.len() && !phrase::stops(d, at) && !d.has(at, class::NOCOUNT) && !d.is(at, flag::CAPITAL);
    let noun = next && d.info(at).pos & (pos::NOUN | pos::ADJECTIVE) != 0 && !phrase::is_verb(d, at);
    !held && noun && !d.has(at, class::SUPERLATIVE)
}

/// Four digits that can be a year.
pub fn is_year(d: &Document<'_>, number: &Number) -> bool {
    let plain = !number.words && !number.scaled && d.token(number.start).len == 4;
    let single = number.end == number.start + 1;
    let low = if single { 1900 } else { 1000 };
    plain && (single || number.form == Form::Range) && number.value.as_i64().is_some_and(|y| (low..=2100).contains(&y))
}

/// Whether a number that could be a year counts all the same: a bound stands before it.
fn year_counts(d: &Document<'_>, number: &Number) -> bool {
    let before = number.start.checked_sub(1);
    before.is_some_and(|b| d.class_end(b, class::BOUND) == Some(number.start) || d.str(b) == "than")
}

/// Numbers that name something: scores, list numbers, parts of codes, model names, clock times.
pub fn is_label(d: &Document<'_>, number: &Number) -> bool {
    let (start, end) = (number.start, number.end);
    let glued = |at: u32| d.is(at, flag::GLUED);
    let mark = |at: u32, marks: &[&str]| at < d.len() && marks.contains(&d.str(at));
    // *3-0*, *24/7*, *10:30*, *2023-24*
    if glued(end)
        && mark(end, &["-", "–", "/", ":", "."])
        && glued(end + 1)
        && (d.is(end + 1, flag::NUMBER) || mark(end, &["/", ":"]))
    {
        return true;
    }
    if glued(end) && mark(end, &["_", "@", "#", "’s", "'s"]) {
        return true;
    }
    if glued(start)
        && start > 0
        && d.is(start, flag::NUMBER)
        && !mark(
            start - 1,
            &["(", "[", "“", "\"", "‘", "~", "+", ">", "<", "—", "!", "?"],
        )
    {
        return true;
    }
    if number.words && glued(start) && start > 0 && mark(start - 1, &["-", "–"]) {
        return true;
    }
    // *80, 000* falls apart
    if d.is(start, flag::NUMBER)
        && d.token(start).len > 1
        && d.str(start).starts_with('0')
        && !d.str(start).contains('.')
    {
        return true;
    }
    if start > 0 && mark(start - 1, &["#", "@", "№"]) {
        return true;
    }
    // list numbers: at the start of a line or in brackets
    let first = d.is(start, flag::LINE) || d.is(start, flag::SENTENCE);
    if !number.words
        && (first && mark(end, &[".", ")", ":", "]"])
            || start > 0 && mark(start - 1, &["(", "["]) && mark(end, &[")", "]"]))
    {
        return true;
    }
    if number.words || number.scaled || start == 0 || d.str(start).contains([',', '.']) {
        return false;
    }
    // *iPhone 14*, *Model 3*: a plain number behind a name
    let before = d.token(start - 1);
    let name = before.is(flag::CAPITAL | flag::MIXED) && before.is(flag::WORD) && !before.is(flag::HEADLINE);
    let opener = before.is(flag::SENTENCE) && d.info(start - 1).pos != 0;
    let bound = d.has(start - 1, class::BOUND)
        || d.has(start - 1, class::DET)
        || d.has(start - 1, class::PREP)
        || d.has(start - 1, class::CONJ);
    name && !opener && !bound && d.info(start - 1).verb == 0
}
