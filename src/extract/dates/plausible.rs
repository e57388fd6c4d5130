//! Matches that only look like dates.

use crate::extract::names::shape::{is_function, is_noun};
use crate::lexicon::format::{form, pos};
use crate::lexicon::{ClassSet, class, list};
use crate::rules::matching::Match;
use crate::text::{Document, flag};

/// Refuses matches that only look like dates: counts and model numbers.
pub fn plausible(document: &Document<'_>, m: &Match) -> bool {
    let rule = document.lexicon.string(document.lexicon.rules[m.rule as usize].id);
    let (start, end) = m.span();
    let single = end - start == 1;
    if rule == "date.set" {
        // *monthly output* says how much, not when
        let noun = document.is(end, flag::WORD) && is_noun(document, end) && document.info(end).pos & pos::ADVERB == 0;
        return !single || !noun && !is_newspaper(document, start);
    }
    if let Some((at, _)) = m.named(document, "month")
        && !document.is(at, flag::CAPITAL)
    {
        return is_small_month(document, m, rule, at);
    }
    // *$12 December 27*
    let paid = m.named(document, "day").is_some_and(|(at, _)| {
        at == start && at > 0 && document.is(at, flag::GLUED) && document.has(at - 1, class::CURSYM)
    });
    // *postponed from May 3 to May 10* is no stretch
    let two_ends = || {
        ["last", "month2", "year2"]
            .iter()
            .any(|end| m.named(document, end).is_some())
    };
    let moved = || (start.saturating_sub(4)..start - 1).any(|at| document.is_on(at, list::MOVED));
    if paid || start > 1 && document.str(start - 1).eq_ignore_ascii_case("from") && two_ends() && moved() {
        return false;
    }
    match rule {
        // *two thousand and fifteen rooms*
        "date.worded-year" => {
            let plural = document.is(end, flag::WORD) && document.info(end).pos & pos::PLURAL != 0;
            !plural || document.info(end).verb != 0
        }
        // *10:00:00 GMT*: no hour of its own
        "date.clock" if start > 0 && document.str(start - 1) == ":" => !document.is(start, flag::GLUED),
        // *one PM candidate*: of a prime minister
        "date.clock-words" if document.str(end - 1) == "PM" => start > 0 && document.has(start - 1, class::PREP),
        // *the first few months of 2024* say which part of it
        "date.duration-vague" if document.str(end) == "of" && start > 0 => {
            document.class_end(start - 1, class::DATEMOD) != Some(end + 1)
        }
        // *could last three years*
        "date.past-years" if document.str(start) == "last" => !start
            .checked_sub(1)
            .is_some_and(|b| document.has(b, class::MODAL) || matches!(document.str(b), "to" | "not")),
        "date.days-pair" | "date.days-listed" => is_two_days(document, m, rule, end),
        "date.duration-one" if document.str(end - 1) == "quarter" => is_quarter(document, start),
        // *21st Century Business Herald*
        "date.century" => {
            let name = document.is(end, flag::CAPITAL) && !document.is(end, flag::LINE | flag::HEADLINE);
            !document.is(end - 1, flag::CAPITAL) || !name
        }
        "date.decade" => is_decade(document, m, (start, end)),
        "date.dayword" => is_day_word(document, (start, end)),
        "date.relative-season" if end - start <= 2 => is_season(document, (start, end)),
        "date.half" | "date.quarter" | "date.quarters" | "date.months-of" if end < document.len() => {
            is_part_of_year(document, end)
        }
        "date.month-days" if document.str(end) == ":" && document.is(end, flag::GLUED) => false,
        "date.year-old" => is_old_year(document, (start, end)),
        "date.month" | "date.month-bare" if single && is_short_form(document, (start, end)) => false,
        "date.year" | "date.year-bare" => !single || is_year(document, rule, (start, end)),
        _ => !is_army(document, m, end),
    }
}

/// *they may 5 times*, *will march*: a month in small letters needs a day or a year, *may* and *march* both.
fn is_small_month(document: &Document<'_>, m: &Match, rule: &str, at: u32) -> bool {
    let has = |name: &str| m.named(document, name).is_some();
    if matches!(document.str(at), "may" | "march") {
        return has("year");
    }
    // *from august to october*, *the last week of july*
    let sure = matches!(rule, "date.week-of" | "date.days-of-month") || has("month2") || has("ordinal");
    has("day") || has("year") || sure
}

/// *July 25 and 26*, not *on June 3 and 4 people died*.
fn is_two_days(document: &Document<'_>, m: &Match, rule: &str, end: u32) -> bool {
    let number = |name: &str| {
        m.named(document, name)
            .and_then(|(at, _)| document.str(at).parse::<u32>().ok())
    };
    let follow = number("day").zip(number("last")).is_some_and(|(a, b)| b == a + 1);
    let counted =
        document.is(end, flag::WORD) && document.info(end).pos & pos::PLURAL != 0 && document.info(end).verb == 0;
    !counted && (follow || rule == "date.days-listed")
}

/// *rose by a quarter*, *more than a quarter* are parts.
fn is_quarter(document: &Document<'_>, start: u32) -> bool {
    start.checked_sub(1).is_some_and(|b| {
        document.has(b, class::PREP) && !document.has(b, class::BOUND) && !matches!(document.str(b), "by" | "of")
    })
}

/// *the 1990's*, not *1965's Man of the Year*, *1990's best*.
fn is_decade(document: &Document<'_>, m: &Match, (start, end): (u32, u32)) -> bool {
    let last = end - 1;
    match m.named(document, "year") {
        Some((at, _)) if document.str(last).ends_with(['s', 'S']) && document.token(last).len > 1 => {
            document.str(at).ends_with('0') && at > start
        }
        _ => true,
    }
}

/// *today*, not *the Tomorrow Group*, *was founded by Today Media*, *the forum “Chips of Tomorrow”*.
fn is_day_word(document: &Document<'_>, (start, end): (u32, u32)) -> bool {
    let last = end - 1;
    let capital = document.is(last, flag::CAPITAL);
    let name = || {
        !document.is(last, flag::HEADLINE)
            // *“Chips for Today and Tomorrow”*
            && (document.is(end, flag::CAPITAL) || matches!(document.str(end), "”" | "\""))
            && start > document.sentences()[document.sentence_of(start)].start
            && document.is(start - 1, flag::WORD)
    };
    !capital || end - start < 2 && !name()
}

/// *winter*, not *winter-wear*, *the fall-out*, *started to fall*.
fn is_season(document: &Document<'_>, (start, end): (u32, u32)) -> bool {
    let glued = document.is(end, flag::GLUED) && document.str(end) == "-" && !document.has(end + 1, class::SEASON);
    let verb = start > 0 && document.str(start - 1) == "to" && end - start == 1;
    !glued && !verb
}

/// *the first half*, *the first half of its fiscal year*, not *the first half of the match*.
fn is_part_of_year(document: &Document<'_>, end: u32) -> bool {
    let year = |x: u32| {
        document.value(x, x + 1, class::TIMEUNIT) == Some("Y")
            || document.is(x, flag::NUMBER) && document.token(x).len == 4
    };
    document.str(end) != "of" || (end + 1..document.len().min(end + 5)).any(year)
}

/// *in 1800*, not *₡1600*, *1500 rupees*, *call 1800 247 600*, *the 1800 soldiers*.
fn is_old_year(document: &Document<'_>, (start, end): (u32, u32)) -> bool {
    let money = start > 0 && document.has(start - 1, class::CURSYM) && document.is(start, flag::GLUED)
        || document.has(end, class::CURRENCY)
        || document.has(end, class::CURSYM);
    // *Decision No. 1693/QD-TT*
    let numbered = (start.saturating_sub(2)..start).any(|at| document.has(at, class::NUMBEFORE))
        || document.is(end, flag::GLUED) && document.str(end) == "/";
    if money || numbered || document.is(end, flag::NUMBER) {
        return false;
    }
    let many = || document.get(end).is_some() && document.info(end).pos & pos::PLURAL != 0;
    let counts = start > 0 && document.str(start - 1) == "the" && many();
    !counts || !document.str(start).ends_with('0')
}

/// *Mar del Plata*, *Jan Kowalski*: a short form without its point, in front of a name.
fn is_short_form(document: &Document<'_>, (start, end): (u32, u32)) -> bool {
    let short = document.token(start).len == "Jan".len() as u16 && document.str(start) != "May";
    short
        && document.get(end).is_some_and(|t| {
            let unknown = document.info(end).pos == 0 && !is_function(document, end);
            t.is(flag::WORD) && !t.is(flag::LINE) && unknown
        })
}

/// *May the Second Army come*.
fn is_army(document: &Document<'_>, m: &Match, end: u32) -> bool {
    m.named(document, "ordinal").is_some_and(|(at, behind)| {
        behind == end && document.is(at, flag::CAPITAL) && document.is(behind, flag::CAPITAL)
    })
}

/// Four digits alone: a year, not *2000 people*, *2,000*, *$2010*, *-2010-*.
fn is_year(document: &Document<'_>, rule: &str, (start, end): (u32, u32)) -> bool {
    let before = start.checked_sub(1);
    if before.is_some_and(|b| is_number_part(document, b, start)) {
        return false;
    }
    let Some(next) = document.get(end) else { return true };
    // *2003: Invasion* is a heading, *2003:15* a time or a ratio
    let text = document.str(end);
    let heading = text == ":" && !document.is(end + 1, flag::GLUED);
    if next.is(flag::GLUED) && !heading && (next.is(flag::WORD) || matches!(text, ":" | "/" | "%" | "°")) {
        return false;
    }
    let year: i32 = document.str(start).parse().unwrap_or(0);
    let info = document.info(end);
    let nouns = next.is(flag::WORD) && !next.is(flag::CAPITAL) && info.pos & pos::PLURAL != 0;
    // *around 2000 jobs*, *nearly 2010 visits*: counted, though *jobs* may be a verb
    let bounded = before.is_some_and(|b| document.has(b, class::BOUND) && !document.has(b, class::DET));
    if bounded && nouns {
        return false;
    }
    const UNITS: ClassSet =
        1 << class::UNIT | 1 << class::CURRENCY | 1 << class::PERCENT | 1 << class::NUMSCALE | 1 << class::TIMEUNITPL;
    if document.classes(end) & UNITS != 0 && !year_does(document, start) {
        return false;
    }
    let plural = nouns && info.verb == 0;
    let led = |list: u8| before.is_some_and(|b| document.is_on(b, list));
    if plural && !led(list::YEAR_LED) {
        let round = year % 50 == 0 && !document.is_on(end, list::YEAR_NOUN);
        if round || rule == "date.year" && led(list::COUNT_LED) {
            return false;
        }
    }
    if rule == "date.year" && !(1900..2060).contains(&year) {
        let mark = before.is_some_and(|b| matches!(document.str(b), "(" | "-"));
        let weak = || before.is_some_and(|b| matches!(document.str(b), "to" | "by" | "of" | "from" | "-"));
        return (mark || led(list::YEAR_OLD_LED)) && year >= 1100 && !plural && !(year < 1700 && weak());
    }
    true
}

/// *$2010*, *No. 2010*, *12,2010*: the digits belong to what stands in front of them at `before`.
fn is_number_part(document: &Document<'_>, before: u32, start: u32) -> bool {
    let glued = document.is(start, flag::GLUED);
    let mark = matches!(
        document.str(before),
        "$" | "€" | "£" | "¥" | "." | "/" | ":" | "#" | "+"
    );
    let thousands = document.str(before) == ","
        && document.is(before, flag::GLUED)
        && before > 0
        && document.is(before - 1, flag::NUMBER);
    glued && (mark || thousands) || document.has(before, class::NUMBEFORE)
}

/// *local daily Santa Rosa Press*, *told the Daily*, *the people's daily*: a paper that comes out so often.
fn is_newspaper(document: &Document<'_>, at: u32) -> bool {
    if document.is(at, flag::HEADLINE) {
        return false;
    }
    let before = at
        .checked_sub(1)
        .filter(|_| !document.is(at, flag::SENTENCE | flag::LINE));
    let named = document
        .get(at + 1)
        .is_some_and(|t| t.is(flag::CAPITAL) && t.is(flag::WORD) && !t.is(flag::SENTENCE | flag::LINE))
        && !document.has(at + 1, class::WEEKDAY)
        && !document.has(at + 1, class::MONTH);
    let alone = document.get(at + 1).is_none_or(|t| !t.is(flag::WORD));
    let owned = before.is_some_and(|b| {
        // *the economic daily*, but *is open daily*
        let adjective = document.info(b).pos == pos::ADJECTIVE
            && (b == 0 || !document.has(b - 1, class::AUX) && document.info(b - 1).verb == 0);
        // *The People's Daily said*
        matches!(document.str(b), "'s" | "’s") && (alone || document.is(at, flag::CAPITAL))
            || document.has(b, class::DET) && document.is(at, flag::CAPITAL)
            || document.has(b, class::DET) && named
            || adjective && (named || alone)
    });
    owned || named && before.is_some_and(|b| document.info(b).pos & pos::ADJECTIVE != 0)
}

/// *2026 marks the start of the plan*, *As 2025 won praise*: four digits and the verb of a year, no amount of money.
pub fn year_does(document: &Document<'_>, at: u32) -> bool {
    let (verb, behind) = (at + 1, at + 2);
    if behind >= document.len()
        || !document.is(at, flag::NUMBER)
        || document.token(at).len != 4
        || !matches!(document.str(at).get(..2), Some("19" | "20"))
        || document.is(verb, flag::GLUED)
        || document.info(verb).form & (form::PAST | form::THIRD) == 0
    {
        return false;
    }
    // *2000 won a month*
    let rate = |x: u32| x < document.len() && document.has(x, class::PERIOD);
    if document.has(behind, class::DET) && !rate(behind + 1) {
        return true;
    }
    let opens = document.is(at, flag::SENTENCE) || at > 0 && document.has(at - 1, class::SUBORD);
    let function = [class::PREP, class::CONJ, class::SUBORD, class::AUX, class::MODAL]
        .iter()
        .any(|c| document.has(behind, *c));
    opens && document.is(behind, flag::WORD) && !function && !rate(behind)
}
