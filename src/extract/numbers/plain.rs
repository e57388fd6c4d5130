//! Plain numbers in digits and words with their magnitudes: no ranges, no bounds.

use crate::lexicon::class;
use crate::number::Decimal;
use crate::text::{Document, flag};

/// A plain number being read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Plain {
    pub end: u32,
    pub value: Decimal,
    /// The number without its last magnitude, and that magnitude as a power of ten.
    pub bare: Decimal,
    pub power: u32,
}

pub(super) fn is(document: &Document<'_>, at: u32, text: &str) -> bool {
    at < document.len() && document.str(at).eq_ignore_ascii_case(text)
}

/// A hyphen or dash.
pub(super) fn is_dash(document: &Document<'_>, at: u32) -> bool {
    at < document.len() && matches!(document.str(at), "-" | "–" | "—" | "‐" | "‑" | "−" | "~" | "～")
}

pub(super) fn glued(document: &Document<'_>, at: u32) -> bool {
    document.is(at, flag::GLUED)
}

pub(super) fn value_of(document: &Document<'_>, at: u32, class: u8) -> Option<u32> {
    if at < document.len() && document.has(at, class) {
        document.number_value(at, at + 1, class)
    } else {
        None
    }
}

/// The power of ten of a magnitude written as `text`.
pub(super) fn power_of(document: &Document<'_>, text: &str) -> Option<u32> {
    let lexicon = document.lexicon;
    let info = lexicon.info(lexicon.word_of(text));
    lexicon
        .senses(info.senses, info.sense_count)
        .iter()
        .find(|s| s.class() == class::NUMSCALE && s.value() < 100 || s.class() == class::NUMLETTER)
        .map(|s| s.value())
}

/// A magnitude at `at` or behind a hyphen there: its power of ten and the token behind it. `money` admits letters.
pub(super) fn scale(document: &Document<'_>, at: u32, money: bool) -> Option<(u32, u32)> {
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
pub(super) fn scales(document: &Document<'_>, mut plain: Plain, money: bool) -> Option<Plain> {
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
pub(super) fn fraction_sign(document: &Document<'_>, at: u32) -> Option<Decimal> {
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

/// *SEK 850 000*, *1 200 000 euros*: thousands apart by a space, where a currency stands beside them.
fn spaced(document: &Document<'_>, at: u32, money: bool) -> Option<(Decimal, u32)> {
    let digits = |at: u32| document.is(at, flag::NUMBER) && document.str(at).bytes().all(|b| b.is_ascii_digit());
    let group = |at: u32| digits(at) && document.token(at).len == 3 && !document.is(at, flag::GLUED | flag::LINE);
    if !group(at + 1) || !digits(at) || document.token(at).len > 3 {
        return None;
    }
    let (mut value, mut end) = (Decimal::parse(document.str(at))?, at + 1);
    while group(end) {
        value = value.shift(3)?.checked_add(Decimal::parse(document.str(end))?)?;
        end += 1;
    }
    let paid = money || end < document.len() && document.class_end(end, class::CURRENCY).is_some();
    paid.then_some((value, end))
}

/// Digits with what belongs to them, no range.
pub(super) fn plain_digits(document: &Document<'_>, at: u32, money: bool) -> Option<Plain> {
    let mut plain = Plain {
        end: at + 1,
        value: Decimal::parse(document.str(at))?,
        bare: Decimal::ZERO,
        power: 0,
    };
    // *10, 000*: a space slipped in
    let slipped = is(document, at + 1, ",")
        && glued(document, at + 1)
        && !glued(document, at + 2)
        && document.is(at + 2, flag::NUMBER);
    if slipped && document.token(at + 2).len == 3 && document.str(at + 2).starts_with('0') {
        let low = Decimal::parse(document.str(at + 2))?;
        (plain.value, plain.end) = (plain.value.shift(3)?.checked_add(low)?, at + 3);
    } else if let Some((value, end)) = spaced(document, at, money) {
        (plain.value, plain.end) = (value, end);
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
pub(super) fn plain_words(document: &Document<'_>, at: u32) -> Option<Plain> {
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
