//! The grammar of numbers.

use super::{Form, Number};
use crate::lexicon::class;
use crate::number::Decimal;
use crate::record::Bound;
use crate::text::{Document, flag};

/// A plain number being read.
#[derive(Debug, Clone, Copy)]
struct Plain {
    end: u32,
    value: Decimal,
    /// The number without its last magnitude, and that magnitude as a power of ten.
    bare: Decimal,
    power: u32,
}

fn is(document: &Document<'_>, at: u32, text: &str) -> bool {
    at < document.len() && document.str(at).eq_ignore_ascii_case(text)
}

/// A hyphen or dash.
pub fn is_dash(document: &Document<'_>, at: u32) -> bool {
    at < document.len() && matches!(document.str(at), "-" | "–" | "—" | "‐" | "‑" | "−" | "~" | "～")
}

fn glued(document: &Document<'_>, at: u32) -> bool {
    document.is(at, flag::GLUED)
}

fn value_of(document: &Document<'_>, at: u32, class: u8) -> Option<u32> {
    if at < document.len() && document.has(at, class) {
        document.number_value(at, at + 1, class)
    } else {
        None
    }
}

/// The power of ten of a magnitude written as `text`.
pub fn power_of(document: &Document<'_>, text: &str) -> Option<u32> {
    let lexicon = document.lexicon;
    let info = lexicon.info(lexicon.word_of(text));
    lexicon
        .senses(info.senses, info.sense_count)
        .iter()
        .find(|s| s.class == class::NUMSCALE && s.value < 100 || s.class == class::NUMLETTER)
        .map(|s| s.value)
}

/// A magnitude at `at` or behind a hyphen there: its power of ten and the token behind it. `money` admits letters.
pub fn scale(document: &Document<'_>, at: u32, money: bool) -> Option<(u32, u32)> {
    let word = if is_dash(document, at) && glued(document, at) && glued(document, at + 1) {
        at + 1
    } else {
        at
    };
    if let Some(power) = value_of(document, word, class::NUMSCALE) {
        // *wan* and *yi* are also names
        let name = matches!(power, 4 | 8) && document.is(word, flag::CAPITAL);
        return (power < 100 && !name).then_some((power, word + 1));
    }
    if word > at {
        return None;
    }
    let power = value_of(document, at, class::NUMLETTER)?;
    let next = at + 1;
    let ends = !glued(document, next) || document.is(next, flag::MARK) || document.has(next, class::CURRENCY);
    let currency = |at: u32| at < document.len() && document.class_end(at, class::CURRENCY).is_some();
    (ends && (money || currency(next) || glued(document, at) && power == 3)).then_some((power, next))
}

/// Magnitudes behind a number: *billion*, *lakh crore*.
fn scales(document: &Document<'_>, mut plain: Plain, money: bool) -> Option<Plain> {
    let mut before = u32::MAX;
    while let Some((power, next)) = scale(document, plain.end, money) {
        if before != u32::MAX && (before > power && power != 7 || before > 9) {
            break;
        }
        plain.bare = plain.value;
        plain.value = plain.value.shift(power)?;
        plain.power = power;
        plain.end = next;
        before = power;
    }
    Some(plain)
}

/// A fraction sign such as ½.
fn fraction_sign(document: &Document<'_>, at: u32) -> Option<Decimal> {
    if !document.is(at, flag::WIDE) {
        return None;
    }
    let (a, b) = match document.str(at) {
        "½" => (1, 2),
        "¼" => (1, 4),
        "¾" => (3, 4),
        "⅓" => (1, 3),
        "⅔" => (2, 3),
        "⅕" => (1, 5),
        "⅛" => (1, 8),
        "⅜" => (3, 8),
        "⅝" => (5, 8),
        "⅞" => (7, 8),
        _ => return None,
    };
    Decimal::from(a).ratio(b)
}

/// `1/4` at `at`: its value.
fn slashed(document: &Document<'_>, at: u32) -> Option<Decimal> {
    if !is(document, at + 1, "/") || !document.is(at, flag::NUMBER) || !document.is(at + 2, flag::NUMBER) {
        return None;
    }
    let small = |at: u32| document.str(at).parse::<u8>().ok().filter(|n| (1..=64).contains(n));
    let (a, b) = (small(at)?, small(at + 2)?);
    (b > 1 && a < b && !is(document, at + 3, "/")).then(|| Decimal::from(i64::from(a)).ratio(i128::from(b)))?
}

/// Digits with what belongs to them, no range.
fn plain_digits(document: &Document<'_>, at: u32, money: bool) -> Option<Plain> {
    let mut plain = Plain {
        end: at + 1,
        value: Decimal::parse(document.str(at))?,
        bare: Decimal::ZERO,
        power: 0,
    };
    // *10, 000*: a space slipped in
    let slipped = is(document, at + 1, ",") && glued(document, at + 1) && !glued(document, at + 2) && document.is(at + 2, flag::NUMBER);
    if slipped && document.token(at + 2).len == 3 && document.str(at + 2).starts_with('0') {
        let low = Decimal::parse(document.str(at + 2))?;
        (plain.value, plain.end) = (plain.value.shift(3)?.checked_add(low)?, at + 3);
    } else if let Some(part) = slashed(document, at) {
        (plain.value, plain.end) = (part, at + 3);
    } else if let Some(part) = slashed(document, at + 1).filter(|_| !glued(document, at + 1)) {
        (plain.value, plain.end) = (plain.value.checked_add(part)?, at + 4);
    } else if let Some(part) = fraction_sign(document, at + 1) {
        (plain.value, plain.end) = (plain.value.checked_add(part)?, at + 2);
    } else if let Some((part, end)) = and_part(document, at + 1) {
        (plain.value, plain.end) = (plain.value.checked_add(part)?, end);
    }
    plain.bare = plain.value;
    let mut plain = scales(document, plain, money)?;
    // *2 billion 300 million*
    while plain.power >= 6 && document.is(plain.end, flag::NUMBER) && !glued(document, plain.end) {
        let Some(more) = Decimal::parse(document.str(plain.end)) else {
            break;
        };
        let lower = scale(document, plain.end + 1, money).filter(|(power, _)| *power >= 3 && *power < plain.power);
        let Some((power, end)) = lower else { break };
        plain.value = plain.value.checked_add(more.shift(power)?)?;
        (plain.bare, plain.power, plain.end) = (plain.value, 0, end);
    }
    Some(plain)
}

/// *and a half*, *and three quarters* at `at`.
fn and_part(document: &Document<'_>, at: u32) -> Option<(Decimal, u32)> {
    if !is(document, at, "and") {
        return None;
    }
    if is(document, at + 1, "a") || is(document, at + 1, "one") {
        let below = value_of(document, at + 2, class::FRACTION).filter(|v| *v <= 4)?;
        return Some((Decimal::from(1).ratio(i128::from(below))?, at + 3));
    }
    let above = value_of(document, at + 1, class::NUMWORD)?;
    let dash = u32::from(is_dash(document, at + 2));
    let below = value_of(document, at + 2 + dash, class::FRACTIONS)?;
    let end = at + 3 + dash;
    Some((Decimal::from(i64::from(above)).ratio(i128::from(below))?, end))
}

/// A number below one hundred in words: its value and end.
fn below_hundred(document: &Document<'_>, at: u32) -> Option<(u32, u32)> {
    let tens = value_of(document, at, class::NUMWORD)?;
    if tens < 20 {
        return Some((tens, at + 1));
    }
    let dash = u32::from(is_dash(document, at + 1) && glued(document, at + 1));
    match value_of(document, at + 1 + dash, class::NUMWORD) {
        Some(ones) if (1..10).contains(&ones) => Some((tens + ones, at + 2 + dash)),
        _ => Some((tens, at + 1)),
    }
}

/// A number below one thousand in words, or a count of hundreds (*nineteen hundred*).
fn group(document: &Document<'_>, at: u32) -> Option<(u32, u32)> {
    let (mut value, mut end) = below_hundred(document, at)?;
    if value == 0 || value_of(document, end, class::NUMSCALE) != Some(2) {
        return Some((value, end));
    }
    value *= 100;
    end += 1;
    let and = u32::from(is(document, end, "and"));
    if let Some((low, next)) = below_hundred(document, end + and) {
        // *one hundred and two hundred* are two numbers
        if low > 0 && value_of(document, next, class::NUMSCALE) != Some(2) {
            return Some((value + low, next));
        }
    }
    Some((value, end))
}

/// A whole number in words from its first group on, and the halves and magnitudes that go with it.
fn plain_words(document: &Document<'_>, at: u32) -> Option<Plain> {
    let article = is(document, at, "a") || is(document, at, "an");
    let (first, mut end) = if article {
        (1, at + 1)
    } else if value_of(document, at, class::NUMSCALE).is_some() {
        (1, at)
    } else {
        group(document, at)?
    };
    // *a dozen*, *two dozen*, *a couple*
    if let Some(times) = value_of(document, end, class::NUMSCALE).filter(|v| *v >= 100) {
        let value = Decimal::from(i64::from(first) * i64::from(times - 100));
        let plain = Plain {
            end: end + 1,
            value,
            bare: value,
            power: 0,
        };
        return scales(document, plain, false);
    }
    let mut plain = Plain {
        end,
        value: Decimal::from(i64::from(first)),
        bare: Decimal::from(i64::from(first)),
        power: 0,
    };
    if article && value_of(document, end, class::NUMSCALE) == Some(2) {
        end += 1;
        let and = u32::from(is(document, end, "and"));
        let low = below_hundred(document, end + and).filter(|(v, _)| *v > 0);
        let (low, next) = low.unwrap_or((0, end));
        (plain.value, plain.end) = (Decimal::from(100 + i64::from(low)), next);
    } else if let Some((part, next)) = and_part(document, end) {
        (plain.value, plain.end) = (plain.value.checked_add(part)?, next);
        plain.bare = plain.value;
        return scales(document, plain, false);
    }
    plain.bare = plain.value;
    let Some((mut power, next)) = scale(document, plain.end, false).filter(|(p, _)| *p != 2) else {
        return scales(document, plain, false);
    };
    plain.value = plain.value.shift(power)?;
    (plain.power, plain.end) = (power, next);
    // lower groups: *two million three hundred thousand and five*
    loop {
        let and = u32::from(is(document, plain.end, "and"));
        let Some((value, end)) = group(document, plain.end + and) else {
            break;
        };
        let lower = scale(document, end, false).filter(|(p, _)| *p > 2);
        let (p, end) = lower.unwrap_or((0, end));
        if p >= power || value == 0 || and == 1 && value >= 100 && p == 0 {
            break;
        }
        plain.value = plain.value.checked_add(Decimal::from(i64::from(value)).shift(p)?)?;
        (plain.bare, plain.power, plain.end) = (plain.value, 0, end);
        power = p;
        if p == 0 {
            break;
        }
    }
    if plain.power > 0 {
        // *two hundred thousand million*, *a thousand billion*
        return scales_more(document, plain);
    }
    Some(plain)
}

fn scales_more(document: &Document<'_>, mut plain: Plain) -> Option<Plain> {
    while let Some((power, next)) = scale(document, plain.end, false) {
        if power < 3 {
            break;
        }
        plain.value = plain.value.shift(power)?;
        plain.power += power;
        plain.end = next;
    }
    Some(plain)
}

/// The number of digits that begins at token `at`.
pub fn digits(document: &Document<'_>, at: u32) -> Option<Number> {
    let money = at > 0 && (document.has(at - 1, class::CURSYM) || is_dollar_space(document, at));
    // *COVID-19*, *F-16*, *737-800*: behind a hyphen that a name or another number touches
    if glued(document, at) && at > 1 && is_dash(document, at - 1) && glued(document, at - 1) {
        let before = document.token(at - 2);
        if before.is(flag::CAPITAL | flag::MIXED | flag::NUMBER) && !document.has(at - 2, class::CURSYM) {
            return None;
        }
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
        let quarter = below == 4
            && dash == 0
            && !is(document, next + 1, "of")
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
    let plain = plain_words(document, at)?;
    if value_of(document, plain.end, class::NUMSCALE).is_some() && plain.power == 0 && plain.value == Decimal::ZERO {
        return None;
    }
    let number = exact(at, plain);
    Some(behind(document, range(document, number, plain, false)))
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
fn range(document: &Document<'_>, number: Number, low: Plain, money: bool) -> Number {
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
