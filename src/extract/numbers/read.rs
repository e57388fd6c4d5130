//! The grammar of numbers: what begins where, ranges, bounds behind, vague amounts and ordinals.

use super::plain::{Plain, fraction_sign, glued, is, is_dash, plain_digits, plain_words, scale, scales, value_of};
use super::{Form, Number};
use crate::lexicon::format::pos;
use crate::lexicon::{class, list};
use crate::number::Decimal;
use crate::record::Bound;
use crate::text::{Document, flag};

/// The number of digits that begins at token `at`.
pub fn digits(document: &Document<'_>, at: u32) -> Option<Number> {
    let money = at > 0 && (document.has(at - 1, class::CURSYM) || is_dollar_space(document, at));
    // *COVID-19*, *F-16*, *737-800*: behind a hyphen that a name or another number touches
    if glued(document, at) && at > 1 && is_dash(document, at - 1) && glued(document, at - 1) {
        let before = document.token(at - 2);
        // *6 GWh- | 7 GWh*
        let unit = at > 3 && document.has(at - 2, class::UNIT) && document.is(at - 3, flag::NUMBER);
        if !unit && before.is(flag::CAPITAL | flag::MIXED | flag::NUMBER) && !document.has(at - 2, class::CURSYM) {
            return None;
        }
    }
    if !money && is_resolution(document, at) {
        return None;
    }
    let plain = plain_digits(document, at, money)?;
    // *5th*, *1980s*, *5G*, *16x*: letters that are no unit make it something else
    if glued(document, plain.end)
        && document.is(plain.end, flag::WORD)
        && plain.end == at + 1
        && !fits(document, plain.end)
    {
        return None;
    }
    let scaled = plain.power > 0;
    let number = Number {
        start: at,
        end: plain.end,
        value: plain.value,
        max: plain.value,
        form: Form::Exact,
        bound: None,
        scaled,
        words: false,
        currency: None,
    };
    Some(behind(document, range(document, number, plain, money)))
}

/// *4K televisions*, *4K and 8K video*: a class of screens, no four thousand.
fn is_resolution(document: &Document<'_>, at: u32) -> bool {
    let class = |at: u32| glued(document, at + 1) && document.str(at + 1) == "K" && document.token(at).len <= 2;
    let screen = |at: u32| document.is_on(at, list::ON_SCREEN);
    let next = at + 2;
    let joined = || matches!(document.str(next), "/" | "+" | "and" | "or") && class(next + 1) && screen(next + 3);
    class(at) && (screen(next) || joined())
}

/// A currency sign in front of the number at `at`.
fn is_dollar_space(document: &Document<'_>, at: u32) -> bool {
    document.class_end(at - 1, class::CURRENCY) == Some(at)
}

/// Whether letters glued to digits are a unit, a currency or a percent word.
fn fits(document: &Document<'_>, at: u32) -> bool {
    let set = 1u128 << class::UNIT | 1 << class::UNITWEAK | 1 << class::CURRENCY | 1 << class::PERCENT;
    document.classes(at) & set != 0 && !(document.is(at, flag::CAPITAL) && is(document, at, "g"))
}

/// The number in words that the token at `at` begins or belongs to; words before `from` are taken.
pub fn words(document: &Document<'_>, at: u32, from: u32) -> Option<Number> {
    if let Some(value) = fraction_sign(document, at) {
        let plain = Plain {
            end: at + 1,
            value,
            bare: value,
            power: 0,
        };
        return scales(document, plain, false).map(|plain| exact(at, plain));
    }
    if document.has(at, class::NUMVAGUE) {
        return vague(document, at);
    }
    if document.has(at, class::NUMFEW) {
        return few(document, at, from);
    }
    if document.has(at, class::NUMWORD) {
        return counted(document, at);
    }
    let article = at > from && (is(document, at - 1, "a") || is(document, at - 1, "an"));
    if let Some(scale) = value_of(document, at, class::NUMSCALE) {
        if !article || scale < 100 && scale > 12 {
            return None;
        }
        let plain = plain_words(document, at - 1)?;
        let mut number = exact(at - 1, plain);
        if scale == 102 {
            number.bound = Some(Bound::About);
            number.end += u32::from(is(document, number.end, "of"));
        }
        return Some(behind(document, range(document, number, plain, false)));
    }
    part(document, at, from, article)
}

/// *half a million*, *a quarter million*, *half*: a part by its denominator at `at`.
fn part(document: &Document<'_>, at: u32, from: u32, article: bool) -> Option<Number> {
    let below = value_of(document, at, class::FRACTION)?;
    if below != 2 && below != 4 {
        return None;
    }
    let value = Decimal::from(1).ratio(i128::from(below))?;
    let start = at - u32::from(article && below == 4);
    let mut end = at + 1;
    if below == 4 {
        // *a quarter of a million*, *quarter million*
        let of = u32::from(is(document, end, "of"));
        end += of;
    }
    end += u32::from(is(document, end, "a"));
    let scale = value_of(document, end, class::NUMSCALE).filter(|p| *p >= 3)?;
    if start < from {
        return None;
    }
    let value = if scale >= 100 {
        value.checked_mul(Decimal::from(i64::from(scale - 100)))?
    } else {
        value.shift(scale)?
    };
    let mut number = exact(
        start,
        Plain {
            end: end + 1,
            value,
            bare: value,
            power: 0,
        },
    );
    number.scaled = true;
    Some(number)
}

fn exact(start: u32, plain: Plain) -> Number {
    Number {
        start,
        end: plain.end,
        value: plain.value,
        max: plain.value,
        form: Form::Exact,
        bound: None,
        scaled: plain.power > 0,
        words: true,
        currency: None,
    }
}

/// A number that begins with a cardinal word.
fn counted(document: &Document<'_>, at: u32) -> Option<Number> {
    let above = value_of(document, at, class::NUMWORD)?;
    let dash = u32::from(is_dash(document, at + 1));
    // *twenty-first* is an ordinal, *two thirds* a fraction
    let next = at + 1 + dash;
    let class = if above == 1 { class::FRACTION } else { class::FRACTIONS };
    if let Some(below) = value_of(document, next, class).filter(|b| above > 0 && above < *b) {
        // *the first three quarters of this year*, *three quarters of 2018* are months
        let time = || {
            let ordered = at > 0 && document.is_on(at - 1, list::QUARTERS_OF_TIME);
            // *three quarters of 2000 workers*
            let counts = next + 3 < document.len() && document.info(next + 3).pos & pos::PLURAL != 0;
            let year = next + 2 < document.len()
                && !counts
                && document.is(next + 2, flag::NUMBER)
                && matches!(
                    document.str(next + 2).as_bytes(),
                    [b'1', b'9', _, _] | [b'2', b'0', _, _]
                );
            ordered || year
        };
        let quarter = below == 4
            && dash == 0
            && (!is(document, next + 1, "of") || time())
            && value_of(document, next + 1, class::NUMSCALE).is_none();
        if !quarter {
            let value = Decimal::from(i64::from(above)).ratio(i128::from(below))?;
            let mut plain = Plain {
                end: next + 1,
                value,
                bare: value,
                power: 0,
            };
            let mut number = exact(at, plain);
            number.form = Form::Fraction;
            let of = u32::from(is(document, next + 1, "of") && is(document, next + 2, "a")) * 2;
            if let Some((power, end)) = scale(document, next + 1 + of, false).filter(|(p, _)| *p >= 3) {
                plain.value = value.shift(power)?;
                number = Number {
                    end,
                    value: plain.value,
                    max: plain.value,
                    form: Form::Exact,
                    scaled: true,
                    ..number
                };
            }
            return Some(number);
        }
    }
    if above >= 20 && dash == 1 && value_of(document, at + 2, class::ORDINAL).is_some_and(|o| o < 10) {
        return None;
    }
    let plain = if counts_scales(document, at) {
        let value = Decimal::from(i64::from(above));
        Plain {
            end: at + 1,
            value,
            bare: value,
            power: 0,
        }
    } else {
        plain_words(document, at)?
    };
    if value_of(document, plain.end, class::NUMSCALE).is_some() && plain.power == 0 && plain.value == Decimal::ZERO {
        return None;
    }
    let number = exact(at, plain);
    Some(behind(document, range(document, number, plain, false)))
}

/// *three hundred-billion-yuan funds*, *two trillion-level industries*: the number counts things of that size.
fn counts_scales(document: &Document<'_>, at: u32) -> bool {
    /// Parts of the compound, and tokens between it and its noun.
    const PARTS: u32 = 4;
    const NEAR: u32 = 4;
    // *a three hundred-billion-yuan fund* is one
    let single = at > 0 && (is(document, at - 1, "a") || is(document, at - 1, "an"));
    if single || glued(document, at + 1) || value_of(document, at + 1, class::NUMSCALE).is_none_or(|p| p >= 100) {
        return false;
    }
    let mut last = at + 1;
    while last < at + 2 * PARTS && is_dash(document, last + 1) && glued(document, last + 1) && glued(document, last + 2)
    {
        last += 2;
    }
    // *three hundred thousand*, *two million-odd*
    let odd = document.class_end(at + 2, class::BOUNDAFTER).is_some() || is(document, last, "strong");
    if last == at + 1 || odd || last >= document.len() || value_of(document, last, class::NUMSCALE).is_some() {
        return false;
    }
    let plural = |x: u32| document.is(x, flag::WORD) && document.info(x).pos & pos::PLURAL != 0;
    let stop = |x: u32| !document.is(x, flag::WORD) || document.has(x, class::PREP) || document.has(x, class::AUX);
    document.is(last, flag::WORD)
        && (last + 1..document.len().min(last + 1 + NEAR))
            .take_while(|x| !stop(*x))
            .any(plural)
}

/// *dozens*, *hundreds of billions*.
fn vague(document: &Document<'_>, at: u32) -> Option<Number> {
    let least = |at: u32| document.value(at, at + 1, class::NUMVAGUE).and_then(Decimal::parse);
    let mut value = least(at)?;
    let mut end = at + 1;
    while is(document, end, "of") && end + 1 < document.len() && document.has(end + 1, class::NUMVAGUE) {
        value = value.checked_mul(least(end + 1)?)?;
        end += 2;
    }
    // *tens* alone says nothing
    if end == at + 1 && value == Decimal::from(10) {
        return None;
    }
    Some(Number {
        form: Form::Vague,
        ..exact(
            at,
            Plain {
                end,
                value,
                bare: value,
                power: 0,
            },
        )
    })
}

/// *several*, *a few hundred*, *a handful of*.
fn few(document: &Document<'_>, at: u32, from: u32) -> Option<Number> {
    let article = at > from && is(document, at - 1, "a");
    if !article && !is(document, at, "several") {
        return None;
    }
    let mut end = at + 1;
    while let Some((_, next)) = scale(document, end, false) {
        end = next;
    }
    Some(Number {
        scaled: end > at + 1,
        form: Form::Few,
        ..exact(
            at - u32::from(article),
            Plain {
                end,
                value: Decimal::ZERO,
                bare: Decimal::ZERO,
                power: 0,
            },
        )
    })
}

/// Reads the number behind `to`, a dash or, behind *between*, `and`; a shared magnitude counts for both.
pub(super) fn range(document: &Document<'_>, number: Number, low: Plain, money: bool) -> Number {
    let at = number.end;
    let dash = is_dash(document, at);
    let tight = dash && glued(document, at) && glued(document, at + 1);
    let spaced = dash && !glued(document, at) && !glued(document, at + 1) || dash && !tight && document.str(at) != "-";
    let between = number.start > 0 && is(document, number.start - 1, "between");
    let or = is(document, at, "or");
    if !(tight || spaced || is(document, at, "to") || or || between && is(document, at, "and")) {
        return number;
    }
    // *0-to-60*
    let to = tight && is(document, at + 1, "to") && is_dash(document, at + 2);
    let next = at + 1 + u32::from(to) * 2;
    let high = if document.is(next, flag::NUMBER) {
        plain_digits(document, next, money)
    } else if next < document.len() && document.has(next, class::NUMWORD) {
        plain_words(document, next)
    } else {
        None
    };
    let Some(high) = high else { return number };
    // *2023-09-22*, *555-1234-99*, *5-6G*
    if dash && is_dash(document, high.end) && glued(document, high.end) && document.is(high.end + 1, flag::NUMBER)
        || glued(document, high.end) && document.is(high.end, flag::WORD) && !fits(document, high.end)
        || dash && glued(document, number.start) && number.start > 0 && is_dash(document, number.start - 1)
    {
        return number;
    }
    let mut value = number.value;
    // *3 to 5 billion*
    if low.power == 0 && high.power > 0 && low.value.compare(high.bare).is_lt() {
        value = value.shift(high.power).unwrap_or(value);
    }
    // *rose in 2018 to 3.9 million*: magnitudes that differ are no range
    if low.power == 0 && high.power > 0 && value == number.value {
        return number;
    }
    let rises = value.compare(high.value).is_lt();
    // *two or three*, but not *5 or 600*
    let near = !or || Decimal::from(1).checked_add(low.bare) == Some(high.bare);
    if !rises || !near {
        return number;
    }
    Number {
        end: high.end,
        value,
        max: high.value,
        form: Form::Range,
        scaled: number.scaled || high.power > 0,
        ..number
    }
}

/// *-plus*, *-odd*, *or more* behind a number.
fn behind(document: &Document<'_>, mut number: Number) -> Number {
    if let Some(end) = document.class_end(number.end, class::BOUNDAFTER) {
        number.bound = document.value(number.end, end, class::BOUNDAFTER).and_then(bound);
        number.end = end;
        // *600-plus billion*
        if !number.scaled
            && let Some((power, next)) = scale(document, end, true)
            && let (Some(value), Some(max)) = (number.value.shift(power), number.max.shift(power))
        {
            (number.value, number.max, number.end, number.scaled) = (value, max, next, true);
        }
    }
    number
}

/// A bound by its name in the record.
pub fn bound(name: &str) -> Option<Bound> {
    Some(match name {
        "exactly" => Bound::Exactly,
        "about" => Bound::About,
        "more_than" => Bound::MoreThan,
        "at_least" => Bound::AtLeast,
        "less_than" => Bound::LessThan,
        "at_most" => Bound::AtMost,
        _ => return None,
    })
}

/// The ordinal at `at`: its value and the token behind it (*10,000th*, *third*, *twenty-first*).
pub fn ordinal(document: &Document<'_>, at: u32) -> Option<(Decimal, u32)> {
    let word = document.get(at)?;
    if word.is(flag::NUMBER) {
        let suffix = glued(document, at + 1) && document.is(at + 1, flag::WORD);
        let suffix = suffix
            && matches!(
                document.str(at + 1),
                "st" | "nd" | "rd" | "th" | "ST" | "ND" | "RD" | "TH"
            );
        let value = suffix.then(|| Decimal::parse(document.str(at)))??;
        return (value.is_integer() && value != Decimal::ZERO).then_some((value, at + 2));
    }
    if let Some(value) = value_of(document, at, class::ORDINAL) {
        return Some((Decimal::from(i64::from(value)), at + 1));
    }
    let tens = value_of(document, at, class::NUMWORD).filter(|v| *v >= 20)?;
    let ones = is_dash(document, at + 1).then(|| value_of(document, at + 2, class::ORDINAL))??;
    (ones < 10).then(|| (Decimal::from(i64::from(tens + ones)), at + 3))
}
