//! Multiples, parts and ratios.

use crate::extract::numbers::{Form, Number};
use crate::lexicon::format::{form, pos};
use crate::lexicon::{class, list};
use crate::number::Decimal;
use crate::record::{Change, FigureKind};
use crate::text::{Document, flag};

use super::super::{Context, FigureItem, phrase};
use super::{Span, value};

pub fn multiple<'a>(d: &Document<'a>, at: Span, mut item: FigureItem<'a>) -> Option<FigureItem<'a>> {
    let factor = Decimal::parse(value(d, at, class::MULTIPLE)?)?;
    let next = at.1;
    let glued = next < d.len() && phrase::joins(d, next);
    let info = d.info(at.0);
    let past = info.form & (form::PAST | form::PARTICIPLE) != 0;
    let after =
        next < d.len() && (d.has(next, class::DET) || d.has(next, class::PRON) || matches!(d.str(next), "as" | "what"));
    let before = at.0 > 0
        && (d.has(at.0 - 1, class::MODAL)
            || d.has(at.0 - 1, class::AUX)
            || d.str(at.0 - 1) == "to"
            || matches!(d.str(at.0 - 1), "than" | "nearly" | "almost" | "about" | "over"));
    let gerund = info.form & form::GERUND != 0;
    let fold = d.str(at.0).ends_with("fold");
    let verb = info.verb != 0;
    // *doubling down on optics*
    let idiom = next < d.len() && d.str(next) == "down" && d.is(next, flag::WORD);
    if glued || idiom || !(past || gerund || fold || after || before) {
        return None;
    }
    // *scored twice as …*: no comparison
    let as_much = d.get(next).is_none()
        || d.str(next) != "as"
        || next + 1 < d.len()
            && d.info(next + 1).pos & (pos::ADJECTIVE | pos::ADVERB) != 0
            && !d.is(next + 1, flag::CAPITAL);
    if !as_much {
        return None;
    }
    // *twice a year* is no multiple
    if !verb && !fold && !after || d.str(next.min(d.len() - 1)) == "a" {
        return None;
    }
    if past || gerund {
        let less = factor.compare(Decimal::from(1)).is_lt();
        item.change = Some(if less { Change::Decrease } else { Change::Increase });
    }
    Some(item.valued(factor))
}

/// *four times the capacity* is a multiple, *won four times* counts.
pub fn times<'a>(d: &Document<'a>, number: &Number, mut item: FigureItem<'a>) -> Option<FigureItem<'a>> {
    let last = d.str(item.end - 1);
    if last == "x" && number.words {
        return None;
    }
    if last.eq_ignore_ascii_case("times") && !phrase::joins(d, item.end - 2) {
        let next = item.end;
        let compares = next < d.len()
            && (d.has(next, class::DET) && !matches!(d.str(next), "a" | "an" | "this" | "that" | "each" | "every")
                || d.has(next, class::PRON)
                || d.has(next, class::CHANGE)
                || matches!(d.str(next), "as" | "what" | "greater" | "over")
                // *two times 2019's output*
                || next + 1 < d.len() && matches!(d.str(next + 1), "'s" | "’s")
                // *47 times that of a year ago*
                || matches!(d.str(next), "that" | "those")
                    && next + 1 < d.len()
                    && matches!(d.str(next + 1), "of" | "in" | "for"))
            // *output increased 14 times*, *increased by over four times*
            || (item.start.saturating_sub(3)..item.start)
                .rev()
                .find(|at| !d.has(*at, class::BOUND) && !matches!(d.str(*at), "by" | "than"))
                .is_some_and(|at| d.has(at, class::CHANGE) && d.info(at).verb != 0);
        if !compares {
            item.kind = FigureKind::Count;
            let unit = d.slice(item.end - 1, item.end);
            item = item.unit(unit);
        }
    }
    item.number(number, 0)
}

/// Halves, thirds and other parts.
pub fn part<'a>(
    context: &Context<'_, 'a>,
    number: Option<&Number>,
    below: Option<Span>,
    item: FigureItem<'a>,
) -> Option<FigureItem<'a>> {
    let d = context.document;
    if let Some(number) = number {
        return (number.form == Form::Fraction).then(|| item.number(number, 0))?;
    }
    let at = below?;
    let below = d.number_value(at.0, at.1, class::FRACTION)?;
    let of = d.str(item.end - 1) == "of";
    let next = at.1;
    let follows = next < d.len();
    if follows && (phrase::joins(d, next) || d.has(next, class::NOCOUNT))
        || at.0 > 0 && phrase::joins(d, at.0 - 1) && at.0 == item.start
    {
        return None;
    }
    // *the first half of*, *the second half*, *the other half*
    let before = item.start.checked_sub(1);
    let half_of_time =
        before.is_some_and(|b| d.has(b, class::ORDINAL) || (d.is_on(b, list::HALF_LED) || d.str(b) == "-"));
    if below == 2 && half_of_time
        || of && follows && context.date_at(next + 1, next + 3).is_some() && below != 2 && item.start == at.0
    {
        return None;
    }
    let lean = before.is_some_and(|b| d.is_on(b, list::PART_LED));
    let more = follows && d.has(next, class::CHANGE) && next + 1 < d.len() && d.str(next + 1) == "than";
    let ends = more || !follows || !phrase::is_word(d, next) || d.has(next, class::PREP) || d.has(next, class::CONJ);
    let owns = follows && (d.has(next, class::DET) || d.has(next, class::PRON)) && !matches!(d.str(next), "a" | "an");
    let article = item.start < at.0;
    let cut_in = before.is_some_and(|b| d.str(b) == "in");
    let good = match (below, article) {
        (2, false) => of || owns || ends && (lean || cut_in),
        (_, false) => false,
        (4, true) => of || lean,
        (_, true) => of || ends,
    };
    if !good {
        return None;
    }
    Some(item.valued(Decimal::from(1).ratio(i128::from(below))?))
}

pub fn ratio<'a>(
    context: &Context<'_, 'a>,
    number: Option<&Number>,
    above: Option<Span>,
    below: Option<Span>,
    item: FigureItem<'a>,
) -> Option<FigureItem<'a>> {
    let d = context.document;
    let read = |span: Option<Span>| {
        let (at, _) = span?;
        let number = context.numbers.starting(at).map(|n| n.value);
        number.or_else(|| Decimal::parse(d.str(at)))
    };
    let low = read(below)?;
    let first = number
        .map(|n| n.value)
        .or_else(|| read(above))
        .unwrap_or(Decimal::from(1));
    if low == Decimal::ZERO || !low.is_integer() || !first.is_integer() {
        return None;
    }
    let colon = above.is_some_and(|a| d.str(a.1) == ":");
    // *135 out of 199 seats* are counted; *nine out of ten* is a share
    let round = low.compare(Decimal::from(10)).is_le() || [100, 1000].iter().any(|n| low == Decimal::from(*n));
    if !colon && number.is_some() && !round {
        return None;
    }
    if !colon
        && (low.compare(first).is_le()
            || low.compare(Decimal::from(1_000_000)).is_gt()
            || context.date_at(below?.0, below?.1).is_some())
    {
        return None;
    }
    Some(item.valued(first.ratio(low.mantissa())?))
}
