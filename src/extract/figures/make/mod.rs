//! Figures from the matches of rules: one constructor for each `make figure.…`.

mod multiples;

use crate::extract::dates;
use crate::extract::numbers::{self, Form, Number};
use crate::lexicon::class;
use crate::lexicon::format::{form, pos};
use crate::number::Decimal;
use crate::record::FigureKind;
use crate::rules::matching::Match;
use crate::text::{Document, flag};

use super::count::is_year;
use super::{Context, FigureItem, phrase};
use multiples::{multiple, part, ratio, times};

type Span = (u32, u32);

/// A unit as the tables write it: code, power of ten that divides, power of ten that multiplies, glued only.
fn unit_value(value: &str) -> (&str, u8, u32, bool) {
    let glued = value.ends_with('!');
    let value = value.trim_end_matches('!');
    if let Some((code, by)) = value.split_once('/').filter(|(_, by)| by.starts_with("10")) {
        return (code, by.len() as u8 - 1, 0, glued);
    }
    match value.split_once('*') {
        Some((code, power)) => (code, 0, power.parse().unwrap_or(0), glued),
        None => (value, 0, 0, glued),
    }
}

/// Makes the item of one match.
pub fn make<'a>(context: &Context<'_, 'a>, m: &Match, constructor: &str) -> Option<FigureItem<'a>> {
    let d = context.document;
    let rule = d.lexicon.string(d.lexicon.rules[m.rule as usize].id);
    let (start, end) = m.span();
    let named = |name: &str| m.named(d, name);
    let number = || named("number").and_then(|(at, _)| context.numbers.starting(at));
    let new = |kind| FigureItem::new(start, end, kind, rule);
    match constructor {
        "money" => money(d, number()?, named("sign")?, named("scale"), new(FigureKind::Money)),
        "money-parts" => money_parts(context, m, new(FigureKind::Money)),
        "percent" => {
            let (unit, part, _, _) = unit_value(value(d, named("unit")?, class::PERCENT)?);
            new(FigureKind::Percent).unit(unit).number(number()?, part)
        }
        "measure" => {
            let number = number()?;
            let unit = value(d, named("unit")?, class::UNIT)?;
            new(FigureKind::Measure).unit(unit).number(number, 0)
        }
        "measure-weak" => {
            let number = number().filter(|n| !n.words)?;
            let unit = named("unit")?;
            // *1.6T modules*: terabits, if anything
            let capital = |at: u32| d.str(at) == "T" && d.is(at, flag::GLUED) && d.str(number.start).contains('.');
            if capital(unit.0) {
                return None;
            }
            let unit = value(d, unit, class::UNITWEAK)?;
            new(FigureKind::Measure).unit(unit).number(number, 0)
        }
        "teu" => new(FigureKind::Measure).unit("{TEU}").number(number()?, 0),
        "measure-parts" => measure_parts(context, m, new(FigureKind::Measure)),
        "magnitude" => {
            let number = number()?;
            // *a 7.9 earthquake*, but *3 earthquakes*
            let said = number.start > start || end > number.end;
            (said || d.str(number.start).contains('.')).then_some(())?;
            new(FigureKind::Measure).unit("magnitude").number(number, 0)
        }
        "count" => {
            let number = number()?;
            let item = new(FigureKind::Count).number(number, 0)?;
            // *In 2018 killed fish drifted by*
            match named("unit") {
                Some((from, to)) => (!is_year(d, number)).then(|| item.unit(d.slice(from, to))),
                None => Some(item),
            }
        }
        "rank" => rank(d, named("value")?, new(FigureKind::Rank)),
        "rank-again" => rank(d, named("value")?, new(FigureKind::Rank)).filter(|_| ranked_before(d, start)),
        "ordinal" => ordinal(context, named("value")?, new(FigureKind::Ordinal)),
        "multiple" => multiple(d, named("factor")?, new(FigureKind::Multiple)),
        "multiple-times" => times(d, number()?, new(FigureKind::Multiple)),
        "part" => part(context, number(), named("below"), new(FigureKind::Multiple)),
        "ratio" => ratio(
            context,
            number(),
            named("number"),
            named("below"),
            new(FigureKind::Multiple),
        ),
        "age" => {
            let number = number().filter(|n| n.value.compare(Decimal::from(125)).is_le())?;
            new(FigureKind::Count).unit("years").number(number, 0)
        }
        _ => None,
    }
}

fn value(d: &Document<'_>, (start, end): Span, class: u8) -> Option<&'static str> {
    d.value(start, end, class)
}

/// Money whose code is glued to the front of its number.
pub fn glued<'a>(number: &Number, code: &'static str) -> Option<FigureItem<'a>> {
    let (code, _, power, weak) = unit_value(code);
    if weak && !number.scaled && number.value.compare(Decimal::from(1000)).is_lt() {
        return None;
    }
    let mut number = *number;
    number.value = number.value.shift(power)?;
    number.max = number.max.shift(power)?;
    FigureItem::new(number.start, number.end, FigureKind::Money, "figures.money-code")
        .unit(code)
        .number(&number, 0)
}

fn money<'a>(
    d: &Document<'a>,
    number: &Number,
    sign: Span,
    scale: Option<Span>,
    mut item: FigureItem<'a>,
) -> Option<FigureItem<'a>> {
    let before = sign.0 < number.start;
    let class = if before { class::CURSYM } else { class::CURRENCY };
    let text = value(d, sign, class)?;
    let (mut code, part, power, weak) = unit_value(text);
    if before {
        // codes are written in capitals, and a single letter before the sign belongs to it only where it touches
        let first = d.str(sign.0);
        let letters = first.bytes().all(|b| b.is_ascii_alphabetic());
        if weak && sign.1 == sign.0 + 1
            || letters
                && first.len() == 3
                && !d.is(sign.0, flag::UPPER)
                && d.is(sign.0, flag::CAPITAL)
                && sign.1 == sign.0 + 1
                && first != "Php"
                && first != "Ksh"
        {
            return None;
        }
        if first == "A" && sign.1 > sign.0 + 1 && !d.is(sign.0 + 1, flag::GLUED) {
            code = "USD";
            item.start += 1;
            item.core.0 += 1;
        }
    } else {
        let word = d.str(sign.0);
        // *p* only behind the digits that it touches
        if word == "p" && !d.is(sign.0, flag::GLUED) {
            return None;
        }
        let glued_of = d.str(number.end) == "of";
        if glued_of && !matches!(number.form, Form::Vague | Form::Few) {
            return None;
        }
        // *36Kr* is a name: letters that touch their number are small or all capitals
        let name = d.is(sign.0, flag::GLUED) && d.is(sign.0, flag::CAPITAL) && !d.is(sign.0, flag::UPPER);
        let year = number.end == number.start + 1 && dates::year_does(d, number.start);
        if name && d.is(number.end - 1, flag::NUMBER) || year {
            return None;
        }
        if sign.1 == sign.0 + 1 && ambiguous(d, sign.0, number) {
            return measure_pounds(d, number, sign, item);
        }
    }
    let mut number = *number;
    let more = scale
        .and_then(|(at, end)| d.number_value(at, end, class::NUMSCALE))
        .filter(|p| *p < 100)
        .unwrap_or(0);
    number.value = number.value.shift(power + more)?;
    number.max = number.max.shift(power + more)?;
    item.unit(code).number(&number, part)
}

/// Whether a money word is rather another word here: *pounds* of weight, *won* the verb, *marks* in school.
fn ambiguous(d: &Document<'_>, at: u32, number: &Number) -> bool {
    let weight = d.value(at, at + 1, class::PERIOD) == Some("[lb_av]") || d.str(at) == "pounds";
    let round = number.scaled || number.value.compare(Decimal::from(100)).is_ge() && !number.words;
    let verb = d.info(at).form & (form::PAST | form::BASE) != 0
        && d.info(at).pos & pos::VERB != 0
        && !d.is(at + 1, flag::MARK);
    if weight {
        return !number.scaled;
    }
    verb && !round && d.info(at).common > 3
}

/// *25 pounds* without anything that says money is a weight.
fn measure_pounds<'a>(
    d: &Document<'_>,
    number: &Number,
    sign: Span,
    mut item: FigureItem<'a>,
) -> Option<FigureItem<'a>> {
    if !matches!(d.str(sign.0), "pound" | "pounds") {
        return None;
    }
    item.kind = FigureKind::Measure;
    item.unit("[lb_av]").number(number, 0)
}

fn money_parts<'a>(context: &Context<'_, 'a>, m: &Match, item: FigureItem<'a>) -> Option<FigureItem<'a>> {
    let d = context.document;
    let named = |name: &str| m.named(d, name);
    let (first, more) = (context.numbers.starting(named("number")?.0)?, named("more")?);
    let (code, first_part, _, _) = unit_value(value(d, named("sign")?, class::CURRENCY)?);
    let more = context.numbers.starting(more.0)?;
    let part = match named("part") {
        Some(part) => {
            let (other, part, _, _) = unit_value(value(d, part, class::CURRENCY)?);
            if part == 0 || other != code && other != "USD" {
                return None;
            }
            part
        }
        None => 2,
    };
    let cents = more.value.checked_mul(Decimal::new(1, part))?;
    let sum = first
        .value
        .checked_mul(Decimal::new(1, first_part))?
        .checked_add(cents)?;
    Some(item.unit(code).valued(sum))
}

fn measure_parts<'a>(context: &Context<'_, 'a>, m: &Match, item: FigureItem<'a>) -> Option<FigureItem<'a>> {
    let d = context.document;
    let (first, more) = (
        context.numbers.starting(m.named(d, "number")?.0)?,
        context.numbers.starting(m.named(d, "more")?.0)?,
    );
    let unit = value(d, m.named(d, "unit")?, class::UNIT)?;
    let part = m.named(d, "part")?;
    let part = value(d, part, class::UNIT).or_else(|| value(d, part, class::UNITWEAK))?;
    let parts = match (unit, part) {
        ("[ft_i]", "[in_i]") => 12,
        ("[lb_av]", "[oz_av]") => 16,
        ("[stone_av]", "[lb_av]") => 14,
        ("m", "cm") => 100,
        ("kg", "g") => 1000,
        _ => return None,
    };
    // twelve places: feet and inches do not end
    let fraction = Decimal::new(more.value.as_i64().map(i128::from)? * 1_000_000_000_000 / parts, 12);
    Some(item.unit(unit).valued(first.value.checked_add(fraction)?))
}

fn rank<'a>(d: &Document<'a>, at: Span, mut item: FigureItem<'a>) -> Option<FigureItem<'a>> {
    let verb = d.has(item.start, class::RANKVERB);
    if verb && d.value(item.start, item.start + 1, class::RANKVERB) != Some("rank") {
        return None;
    }
    let (rank, end) = match numbers::ordinal(d, at.0) {
        Some((rank, end)) => (rank, end),
        None => {
            let labelled = (item.start..at.0).any(|k| matches!(d.str(k), "No" | "no" | "number" | "Number"));
            let ranked = d
                .str(item.start)
                .get(..4)
                .is_some_and(|s| s.eq_ignore_ascii_case("rank"));
            if !labelled && !ranked {
                return None;
            }
            let rank = Decimal::parse(d.str(at.0)).or_else(|| {
                d.number_value(at.0, at.1, class::NUMWORD)
                    .map(|n| Decimal::from(i64::from(n)))
            })?;
            (rank, at.1)
        }
    };
    if !rank.is_integer() || rank == Decimal::ZERO || verb && d.str(end) == "-" {
        return None;
    }
    // *finished first half*: an ordinal with a noun of its own is no rank
    if verb && end < d.len() && d.has(end, class::NOCOUNT) {
        return None;
    }
    item.end = item.end.max(end);
    item.core = (item.start, item.end);
    Some(item.valued(rank))
}

/// *ranked second in the city and | 19th among the counties*: a rank is told closely in front of the token.
fn ranked_before(d: &Document<'_>, at: u32) -> bool {
    /// Tokens between the two.
    const NEAR: u32 = 16;
    let from = d.sentences()[d.sentence_of(at)].start.max(at.saturating_sub(NEAR));
    (from..at).any(|verb| d.value(verb, verb + 1, class::RANKVERB) == Some("rank"))
}

/// An ordinal counts where a noun that is no name and no time follows; *first* mostly only says that it is new.
fn ordinal<'a>(context: &Context<'_, 'a>, at: Span, mut item: FigureItem<'a>) -> Option<FigureItem<'a>> {
    let d = context.document;
    let (value, end) = numbers::ordinal(d, at.0)?;
    if value == Decimal::from(1) || end >= d.len() || d.is(end, flag::CAPITAL | flag::GLUED) || phrase::stops(d, end) {
        return None;
    }
    // *twenty-first* is found at its first word
    if at.0 > 1 && matches!(d.str(at.0 - 1), "-" | "–") || d.is(at.0, flag::CAPITAL) && !d.is(at.0, flag::SENTENCE) {
        return None;
    }
    let sentence = &d.sentences()[d.sentence_of(at.0)];
    let (start, stop) = phrase::head(d, end, sentence.end, false)?;
    if stop - end > 4
        || d.has(stop - 1, class::FRACTION)
        || d.has(stop - 1, class::NOCOUNT)
        || d.has(end, class::NOCOUNT)
        || (end..stop).any(|k| d.is(k, flag::CAPITAL))
    {
        return None;
    }
    item.end = stop;
    item.core = (item.start, stop);
    let unit = d.slice(start, stop);
    Some(item.valued(value).unit(unit))
}
