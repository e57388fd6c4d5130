//! Numbers that leave their unit to a neighbour: *3, 5 and 7 nm*, *revenue rose to 7.4 billion yuan from 5.1 billion*,
//! *killed two workers and injured seven*; and numbers that have none (*closed at 2,513.37*).

use crate::extract::numbers::{Form, Number};
use crate::lexicon::format::{form, pos};
use crate::lexicon::{class, list};
use crate::number::Decimal;
use crate::record::FigureKind;
use crate::text::{Document, flag};

use super::age::age;
use super::count::{COUNT, is_year};
use super::{Context, FigureItem, phrase};

const LIST: &str = "figures.shared-unit";
const CASUALTIES: &str = "figures.casualties";

/// Adds the items of the numbers in `bare` to `out`, which stays in order.
pub fn share<'a>(context: &Context<'_, 'a>, bare: &[&Number], out: &mut Vec<FigureItem<'a>>) {
    casualties(context.document, out);
    if bare.is_empty() {
        return;
    }
    // from the right, so that a list fills up from its last member
    let mut merged: Vec<FigureItem<'a>> = Vec::with_capacity(out.len() + bare.len());
    let mut scale = None;
    for number in bare.iter().rev() {
        while let Some(item) = out.pop_if(|x| x.start >= number.start) {
            merged.push(item);
        }
        // *32.4, 19.9 and 10.9 billion yuan*: in the magnitude of the last
        if let Some(last) = merged.last().filter(|last| last.rule != LIST) {
            scale = scale_of(context.document, last).filter(|_| last.kind == FigureKind::Money);
        }
        if let Some(mut item) = listed(context, number, merged.last()) {
            let to = merged
                .last()
                .is_some_and(|next| next.start > 0 && context.document.str(next.start - 1) == "to");
            if let Some(by) = scale.filter(|_| !number.scaled && !to) {
                item.value = item
                    .value
                    .filter(|v| v.compare(Decimal::from(1000)).is_lt())
                    .and_then(|v| v.shift(by))
                    .or(item.value);
            }
            merged.push(item);
        }
    }
    merged.extend(out.drain(..).rev());
    let mut rest = merged.into_iter().rev().peekable();
    for number in bare {
        while let Some(item) = rest.next_if(|x| x.start < number.start) {
            out.push(item);
        }
        let before = out.last();
        // *150.6 billion yen ($1.28 billion), beating 142.3 billion*: in the currency that is told, not that in brackets
        let bracketed = |x: &FigureItem<'_>| {
            let d = context.document;
            d.str(x.start.saturating_sub(1)) == "(" && x.end < d.len() && d.str(x.end) == ")" && x.start > 0
        };
        let told = out.len().checked_sub(2).map(|i| &out[i]);
        let before = match (before, told) {
            (Some(last), Some(told))
                if bracketed(last)
                    && last.kind == FigureKind::Money
                    && told.kind == FigureKind::Money
                    && told.end + 1 == last.start =>
            {
                Some(told)
            }
            _ => before,
        };
        if out.last().is_some_and(|x| x.end > number.start) {
            continue;
        }
        if rest.peek().is_some_and(|x| x.start == number.start) || before.is_some_and(|x| x.end > number.start) {
            continue;
        }
        let item = age(context, number)
            .or_else(|| numbered(context, number))
            .or_else(|| inherited(context, number, before))
            .or_else(|| plain(context, number));
        out.extend(item);
    }
    out.extend(rest);
}

/// The magnitude of an amount, as a power of ten: 9 of *10.9 billion yuan*.
pub(super) fn scale_of(d: &Document<'_>, item: &FigureItem<'_>) -> Option<u32> {
    (item.core.0..item.core.1).find_map(|at| d.number_value(at, at + 1, class::NUMSCALE).filter(|p| *p < 100))
}

/// *killed two workers and injured seven*: of those counted just before.
fn casualties(d: &Document<'_>, items: &mut [FigureItem<'_>]) {
    /// Tokens between the two.
    const NEAR: u32 = 4;
    /// Tokens from the people of a clause to those of the next.
    const CLAUSE: u32 = 12;
    for at in 1..items.len() {
        let (before, rest) = items.split_at_mut(at);
        let (last, item) = (&before[at - 1], &mut rest[0]);
        let gap = item.start.saturating_sub(last.end);
        let near = gap <= NEAR && matches!(d.str(last.end), "and" | ",");
        // *six people lost their lives and 41 were hurt*
        let people = || {
            let noun = last.end - 1;
            gap <= CLAUSE
                && item.unit.is_none()
                && (d.has(noun, class::PERSONNOUN) || d.str(noun) == "people")
                && d.sentence_of(last.start) == d.sentence_of(item.start)
        };
        if item.rule == CASUALTIES && last.kind == FigureKind::Count && (near || people()) {
            item.unit = last.unit.clone();
        }
    }
}

/// The item of `number` with kind and unit of another.
fn like<'a>(number: &Number, other: &FigureItem<'a>, rule: &'static str) -> Option<FigureItem<'a>> {
    let mut item = FigureItem::new(number.start, number.end, other.kind, rule).number(number, 0)?;
    item.unit = other.unit.clone();
    Some(item)
}

/// *6- and 8-inch wafers*, *40- to 90-nanometer chips*: behind the hyphen that waits for the unit, or `at`.
pub(super) fn behind_hyphen(d: &Document<'_>, at: u32) -> u32 {
    let hyphen = d.is(at, flag::GLUED) && d.str(at) == "-" && !d.is(at + 1, flag::GLUED);
    at + u32::from(hyphen)
}

/// A member of a list whose last member has the unit.
fn listed<'a>(context: &Context<'_, 'a>, number: &Number, next: Option<&FigureItem<'a>>) -> Option<FigureItem<'a>> {
    let d = context.document;
    let next = next?;
    let unit_behind = context.numbers.starting(next.core.0).is_some();
    if !unit_behind
        || number.form != Form::Exact
        || is_year(d, number)
        || !matches!(
            next.kind,
            FigureKind::Percent | FigureKind::Measure | FigureKind::Money | FigureKind::Count
        )
    {
        return None;
    }
    // *32 of the top 100 firms*
    if next.kind == FigureKind::Count && next.unit.is_some() && d.str(number.end) == "of" {
        /// Tokens between: *of the world's top*.
        const BETWEEN: u32 = 5;
        let near = next.core.0 > number.end && next.core.0 - number.end <= BETWEEN && d.has(number.end + 1, class::DET);
        let verb = (number.end..next.core.0).any(|k| phrase::is_verb(d, k));
        let fewer = next.value.is_some_and(|whole| number.value.compare(whole).is_lt());
        return (near && fewer && !verb).then(|| like(number, next, LIST))?;
    }
    let mut at = behind_hyphen(d, number.end);
    let comma = d.get(at).is_some() && d.str(at) == ",";
    at += u32::from(comma);
    let word = matches!(d.str(at), "and" | "or" | "to");
    // *16,369.03, up 58.06 points*
    let level = next.unit.as_deref() == Some("points") && matches!(d.str(at), "up" | "down");
    // *135 out of 199 seats*
    let out_of = d.str(at) == "out" && d.str(at + 1) == "of";
    let word = word || level || out_of;
    at += u32::from(word) + u32::from(out_of);
    let whole = next.rule == LIST;
    let safe = next.kind != FigureKind::Count || level || word && !comma && d.str(next.core.0 - 1) != "to";
    (at == next.core.0 && at > number.end && (word || comma && whole) && safe).then(|| like(number, next, LIST))?
}

/// A number that goes on where a figure before it in the sentence stood.
fn inherited<'a>(
    context: &Context<'_, 'a>,
    number: &Number,
    before: Option<&FigureItem<'a>>,
) -> Option<FigureItem<'a>> {
    let d = context.document;
    let before = before?;
    if d.sentence_of(before.start) != d.sentence_of(number.start) || number.start - before.end > 25 {
        return None;
    }
    if number.scaled && before.kind == FigureKind::Money {
        return like(number, before, LIST);
    }
    let follows = number.end >= d.len()
        || !phrase::is_word(d, number.end)
        || d.has(number.end, class::PREP)
        || d.has(number.end, class::CONJ)
        || d.has(number.end, class::SUBORD);
    let at = number.start.checked_sub(1)?;
    // *Of all the 5,000 guests, over 1,000 are experts*
    let opener = d.sentences()[d.sentence_of(number.start)].start;
    let among = || {
        let comma = (number.start.saturating_sub(3)..number.start)
            .rev()
            .find(|x| !d.has(*x, class::BOUND) && d.str(*x) != "than")
            .is_some_and(|x| d.str(x) == ",");
        // *…, 59 are in the east, 16 are in the west*
        let goes_on = before.rule == LIST && d.has(before.end, class::AUX) && d.str(before.end) == d.str(number.end);
        comma && d.str(opener) == "Of" && (goes_on || before.start - opener <= 4) && d.has(number.end, class::AUX)
    };
    if before.kind == FigureKind::Count
        && before.unit.is_some()
        && number.form == Form::Exact
        && number.end < d.len()
        && !number.scaled
        && among()
    {
        return like(number, before, LIST);
    }
    if is_year(d, number) {
        return None;
    }
    let who =
        d.str(at) == "and" && number.end < d.len() && (d.str(number.end) == "who" || d.has(number.end, class::PREP));
    // *50 seats out of 75 available*
    let out_of = d.str(at) == "of" && at == before.end + 1 && d.str(before.end) == "out";
    if out_of && before.kind == FigureKind::Count && number.form == Form::Exact && before.unit.is_some() {
        return like(number, before, LIST);
    }
    // *255 seats in the lower house, 135 in the upper house*
    let again = || {
        d.str(at) == ","
            && number.end < d.len()
            && d.has(number.end, class::PREP)
            && d.str(number.end) == d.str(before.end)
    };
    // *firms grew to 266, an increase of 25*, *an increase of 18 over 1,362*
    let grown =
        (d.str(at) == "of" && at > opener && d.has(at - 1, class::CHANGE) && d.info(at - 1).pos & pos::NOUN != 0)
            || d.str(at) == "over" && at == before.end && before.rule == LIST;
    let joins = who || grown || d.is_on(at, list::SHARE_JOINED);
    if !follows || number.form != Form::Exact {
        return None;
    }
    match before.kind {
        // *from 50 acres to 10,000*
        FigureKind::Measure if d.str(at) == "to" && at == before.end && before.start > opener => {
            (d.str(before.start - 1) == "from").then(|| like(number, before, LIST))?
        }
        // *to 5.5% from 5.25*, *rose by 2 percent and fell by 1*; but *gained 0.7 percent to 6,327* is a level
        FigureKind::Percent if !number.words && number.value.compare(Decimal::from(1000)).is_lt() => {
            let led = before.start > 0 && d.str(before.start - 1) == "to";
            let like_it = d.str(at) == "by" || d.str(at) == "from" && led;
            like_it.then(|| like(number, before, LIST))?
        }
        FigureKind::Count if before.unit.is_some() => {
            let verb = phrase::is_verb(d, at) || d.info(at).form & form::PAST != 0 && d.info(at).pos & pos::NOUN == 0;
            (joins && d.str(at) != "by" || verb || again()).then(|| like(number, before, LIST))?
        }
        _ => None,
    }
}

/// *The number of visitors reached 178*, *Of the 5,000 guests, over 1,000 are experts*: the noun stands in front.
fn numbered<'a>(context: &Context<'_, 'a>, number: &Number) -> Option<FigureItem<'a>> {
    /// Tokens between the noun and the number.
    const NEAR: u32 = 16;
    let d = context.document;
    let sentence = d.sentences()[d.sentence_of(number.start)];
    let ends = number.end >= sentence.end
        || !phrase::is_word(d, number.end)
        || d.has(number.end, class::PREP)
        || d.has(number.end, class::CONJ)
        || d.has(number.end, class::SUBORD);
    if !matches!(number.form, Form::Exact | Form::Range) || is_year(d, number) || !ends {
        return None;
    }
    let level = number.start.checked_sub(1).filter(|at| *at > sentence.start)?;
    // over *more than* and the like to the verb
    let verb = (level.saturating_sub(3).max(sentence.start + 1)..=level)
        .rev()
        .find(|at| !d.has(*at, class::BOUND) || d.info(*at).verb != 0)?;
    // *the number of firms rose from 241 in 2016 to 266*
    let moved = |k: u32| d.has(k, class::CHANGE) && d.info(k).verb != 0;
    let since = |k: u32| d.str(k) == "from" && k > sentence.start && moved(k - 1);
    let to = match d.str(verb) {
        "from" => since(verb),
        "to" => moved(verb - 1) || (verb.saturating_sub(6).max(sentence.start)..verb).any(since),
        _ => false,
    };
    let reaches = d.has(verb, class::BOUND) && d.info(verb).verb != 0 || matches!(d.str(verb), "reached" | "reach");
    let is = d.has(verb, class::AUX) && d.value(verb, verb + 1, class::AUX) == Some("be");
    if !(to || reaches || is) {
        return None;
    }
    let from = verb.saturating_sub(NEAR).max(sentence.start);
    let of = (from + 1..verb)
        .rev()
        .take_while(|at| !matches!(d.str(*at), "," | ";" | "(" | "“" | "\""))
        .filter(|at| d.str(*at) == "of" && d.str(*at - 1).eq_ignore_ascii_case("number"))
        .last()?;
    // *the number of valid patents*, whatever else is said of them
    let (start, end) = phrase::head(d, of + 1, verb - u32::from(to), true)?;
    let item = FigureItem::new(number.start, number.end, FigureKind::Count, COUNT).number(number, 0)?;
    Some(item.unit(d.slice(start, end)))
}

/// A number that states something without a unit: a large one, or an index behind *at* or *to*.
fn plain<'a>(context: &Context<'_, 'a>, number: &Number) -> Option<FigureItem<'a>> {
    let d = context.document;
    let new = || FigureItem::new(number.start, number.end, FigureKind::Count, COUNT).number(number, 0);
    if number.form == Form::Vague {
        return new();
    }
    if number.form == Form::Few {
        return None;
    }
    let large = if number.words { 1_000_000 } else { 1000 };
    if number.scaled && number.value.compare(Decimal::from(large)).is_ge() {
        return new();
    }
    if is_year(d, number) {
        return None;
    }
    let between = number.form == Form::Range && d.str(at_before(number)) == "between";
    let thousands =
        !number.words && (number.form == Form::Exact || between) && number.value.compare(Decimal::from(1000)).is_ge();
    let grouped = thousands
        || !number.words
            && (d.str(number.start).contains(',') || d.str(number.start).contains('.') && number.form == Form::Exact);
    // *will reach roughly 744,500*
    let at = (number.start.saturating_sub(3)..number.start)
        .rev()
        .find(|at| !d.has(*at, class::BOUND) || d.is_on(*at, list::LEVEL_LED))?;
    let level = d.is_on(at, list::LEVEL_LED);
    let ends = number.end >= d.len()
        || !phrase::is_word(d, number.end)
        || d.has(number.end, class::PREP)
        || d.has(number.end, class::CONJ)
        || d.has(number.end, class::SUBORD);
    (grouped && level && (ends || between)).then(new)?
}

/// The token before a number, or its own first where it is the very first.
fn at_before(number: &Number) -> u32 {
    number.start.saturating_sub(1)
}
