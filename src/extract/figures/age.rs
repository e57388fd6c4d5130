//! Ages that leave out their unit: *Luis Prado, 44, said*, *Maria, who was 10*, *died at 81*, *the average age was 34*.

use crate::extract::numbers::{Form, Number};
use crate::lexicon::format::pos;
use crate::lexicon::{class, list};
use crate::number::Decimal;
use crate::record::FigureKind;
use crate::text::flag;

use super::{Context, FigureItem};

/// The rule of ages, with and without their unit.
pub const AGE: &str = "figures.age";

/// The age that a number without a unit is, if it is one.
pub fn age<'a>(context: &Context<'_, 'a>, number: &Number) -> Option<FigureItem<'a>> {
    let years = number.value.as_i64().filter(|n| (2..=115).contains(n))?;
    let exact = number.form == Form::Exact && number.start >= 2;
    let told = exact
        && (apposed(context, number, years)
            || predicated(context, number)
            || at_end(context, number, years)
            || listed(context, number));
    told.then(|| {
        FigureItem::new(number.start, number.end, FigureKind::Count, AGE)
            .unit("years")
            .valued(Decimal::from(years))
    })
}

/// *, 52,* and *, now 52,* behind a person's name.
fn apposed(context: &Context<'_, '_>, number: &Number, years: i64) -> bool {
    let d = context.document;
    let is = |at: u32, mark: &str| d.get(at).is_some() && d.str(at) == mark;
    let closed = is(number.end, ",") || is(number.end, ".");
    let comma = number.start - 1 - u32::from(matches!(d.str(number.start - 1), "now" | "then"));
    // *The former president, 62, was held*
    let holder = || {
        let noun = comma.saturating_sub(1);
        let post = d.has(noun, class::TITLE) || d.has(noun, class::PERSONNOUN);
        let led = || (noun.saturating_sub(3)..noun).any(|at| d.has(at, class::DET));
        post && !d.str(noun).ends_with('s') && is(number.end, ",") && led()
    };
    (5..=110).contains(&years) && closed && is(comma, ",") && (named(context, comma) || holder())
}

/// *children aged 12, seven and two*: a list behind *aged*.
fn listed(context: &Context<'_, '_>, number: &Number) -> bool {
    /// Tokens of the list in front.
    const LONGEST: u32 = 10;
    let d = context.document;
    let in_list = |at: &u32| {
        matches!(d.str(*at), "," | "and" | "between") || d.is(*at, flag::NUMBER) || d.has(*at, class::NUMWORD)
    };
    let mut front = (number.start.saturating_sub(LONGEST)..number.start).rev();
    let goes_on = matches!(d.str(number.end), "," | "and");
    let told = front.find(|at| !in_list(at)).is_some_and(|at| d.str(at) == "aged");
    told && (goes_on || is_told_alone(context, number))
}

/// *he is 44*, *who was only 10 at the time*, *Amy Kuo was 25 when she founded it*, *has turned 50*, *the average age is 34*.
fn predicated(context: &Context<'_, '_>, number: &Number) -> bool {
    /// Tokens of *only just* between the verb and the number, and of *will have* in front of the verb.
    const SMALL: u32 = 2;
    /// Tokens of *age of the people who work there*.
    const NOUN: u32 = 8;
    let d = context.document;
    if !is_told_alone(context, number) {
        return false;
    }
    let first = d.sentences()[d.sentence_of(number.start)].start;
    let adverb = |at: u32| d.has(at, class::BOUND) || d.info(at).pos & pos::ADVERB != 0;
    let back = |from: u32, over: &dyn Fn(u32) -> bool| {
        let low = from.saturating_sub(SMALL).max(first);
        (low..=from).rev().find(|at| !over(*at))
    };
    let Some(verb) = back(number.start - 1, &|at| {
        adverb(at) && d.value(at, at + 1, class::AUX).is_none()
    }) else {
        return false;
    };
    let be = d.value(verb, verb + 1, class::AUX) == Some("be");
    let turned = matches!(d.str(verb), "turned" | "turns" | "turn");
    if verb <= first || !be && !turned {
        return false;
    }
    let helps = |at: u32| adverb(at) || d.has(at, class::AUX) || d.has(at, class::MODAL);
    let Some(subject) = back(verb - 1, &helps) else {
        return false;
    };
    let person = matches!(
        d.value(subject, subject + 1, class::PRON),
        Some("he" | "she" | "who" | "i")
    );
    // *Windows was 10.* is none
    let goes_on = number.end < d.len() && !d.is(number.end, flag::MARK);
    let noun = || {
        let mut before = (verb.saturating_sub(NOUN).max(first)..verb).rev();
        let near = before.find(|at| matches!(d.str(*at), "," | ";" | "(" | "age" | "expectancy"));
        near.is_some_and(|at| matches!(d.str(at), "age" | "expectancy"))
    };
    person || (turned || goes_on) && named(context, subject + 1) || be && noun()
}

/// *died at 81*: how old somebody was at the end of something.
fn at_end(context: &Context<'_, '_>, number: &Number, years: i64) -> bool {
    /// Nobody retires and few die in news at less.
    const LEAST: i64 = 20;
    let d = context.document;
    let ended = |at: u32| d.is_on(at, list::DIED);
    years >= LEAST && d.str(number.start - 1) == "at" && ended(number.start - 2) && is_told_alone(context, number)
}

/// No noun that the number counts stands behind it, and no other number.
fn is_told_alone(context: &Context<'_, '_>, number: &Number) -> bool {
    let d = context.document;
    let end = number.end;
    let sentence = d.sentences()[d.sentence_of(number.start)];
    if end >= sentence.end {
        return true;
    }
    let counted = context.numbers.starting(end + 1).is_some();
    let dated = || context.date_at(end, end + 2).is_some_and(|date| date.start <= end + 1);
    match d.str(end) {
        "," | "." | ";" | ")" | "”" | "\"" | "?" | "!" => true,
        "and" | "or" | "but" => !counted,
        "in" | "on" => dated(),
        "at" => d.str(end + 1) == "the",
        _ => d.has(end, class::SUBORD) || d.str(end) == "when" || dated(),
    }
}

/// A name of a few capitals ends at `end`.
fn named(context: &Context<'_, '_>, end: u32) -> bool {
    /// Tokens of a person's name with its forms of address.
    const LONGEST: u32 = 4;
    let d = context.document;
    let next = context.names.partition_point(|n| n.1 < end);
    let name = context.names.get(next).filter(|n| n.1 == end && n.1 - n.0 <= LONGEST);
    name.is_some_and(|name| (name.0..name.1).all(|k| d.is(k, flag::CAPITAL) || d.is(k, flag::MARK)))
}
