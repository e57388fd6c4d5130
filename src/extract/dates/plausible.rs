//! Matches that only look like dates.

use crate::extract::names::shape::{is_function, is_noun};
use crate::lexicon::class;
use crate::lexicon::format::{form, pos};
use crate::rules::matching::Match;
use crate::text::{Document, flag};

/// Refuses matches that only look like dates: counts and model numbers.
pub fn plausible(document: &Document<'_>, m: &Match) -> bool {
    let rule = document.lexicon.string(document.lexicon.rules[m.rule as usize].id);
    let (start, end) = m.span();
    if rule == "date.set" {
        // *monthly output* says how much, not when
        let noun = end < document.len()
            && document.is(end, flag::WORD)
            && is_noun(document, end)
            && document.info(end).pos & pos::ADVERB == 0;
        return end - start > 1 || !noun && !is_newspaper(document, start);
    }
    // *they may 5 times*, *will march*: a month in small letters needs a day or a year, *may* and *march* both
    if let Some((at, _)) = m
        .named(document, "month")
        .filter(|(at, _)| !document.is(*at, flag::CAPITAL))
    {
        let day = m.named(document, "day").is_some();
        let year = m.named(document, "year").is_some();
        let verb = matches!(document.str(at), "may" | "march");
        // *from august to october*, *the last week of july*
        let sure = rule == "date.week-of"
            || rule == "date.days-of-month"
            || m.named(document, "month2").is_some()
            || m.named(document, "ordinal").is_some();
        return if verb { year } else { day || year || sure };
    }
    if rule == "date.days-pair" || rule == "date.days-listed" {
        let number = |name: &str| {
            m.named(document, name)
                .and_then(|(at, _)| document.str(at).parse::<u32>().ok())
        };
        let follow = number("day").zip(number("last")).is_some_and(|(a, b)| b == a + 1);
        // *on June 3 and 4 people died*
        let counted = document.get(end).is_some_and(|t| t.is(flag::WORD))
            && document.info(end).pos & pos::PLURAL != 0
            && document.info(end).verb == 0;
        return !counted && (follow || rule == "date.days-listed");
    }
    if rule == "date.duration-one" && document.str(end - 1) == "quarter" {
        // *rose by a quarter*, *more than a quarter* are parts
        let before = start.checked_sub(1);
        return before.is_some_and(|b| {
            document.has(b, class::PREP) && !document.has(b, class::BOUND) && !matches!(document.str(b), "by" | "of")
        });
    }
    if rule == "date.decade" {
        // *1965's Man of the Year*; *1990's best*, but *the 1990's*
        let year = m
            .named(document, "year")
            .filter(|_| document.str(end - 1).ends_with(['s', 'S']));
        if let Some((at, _)) = year.filter(|_| document.token(end - 1).len > 1) {
            return document.str(at).ends_with('0') && at > start;
        }
    }
    if rule == "date.dayword" {
        // *the Tomorrow Group*, *was founded by Today Media*
        let name = document.is(end - 1, flag::CAPITAL)
            && !document.is(end - 1, flag::HEADLINE)
            && document.get(end).is_some_and(|t| t.is(flag::CAPITAL))
            && start > document.sentences()[document.sentence_of(start)].start
            && document.is(start - 1, flag::WORD);
        return !name && (end - start < 2 || !document.is(end - 1, flag::CAPITAL));
    }
    if rule == "date.relative-season" && end - start <= 2 {
        // *winter-wear*, *the fall-out*, *started to fall*
        let glued = document.get(end).is_some_and(|t| t.is(flag::GLUED))
            && document.str(end) == "-"
            && !(end + 1 < document.len() && document.has(end + 1, class::SEASON));
        let verb = start > 0 && document.str(start - 1) == "to" && end - start == 1;
        return !glued && !verb;
    }
    if matches!(rule, "date.half" | "date.quarter" | "date.quarters" | "date.months-of") && end < document.len() {
        // *the first half of the match*, but *of its fiscal year*
        let year = |x: u32| {
            document.value(x, x + 1, class::TIMEUNIT) == Some("Y")
                || document.is(x, flag::NUMBER) && document.token(x).len == 4
        };
        return document.str(end) != "of" || (end + 1..document.len().min(end + 5)).any(year);
    }
    if rule == "date.year-old" {
        // *₡1600*, *1500 rupees*, *call 1800 247 600*
        let money = start > 0 && document.has(start - 1, class::CURSYM) && document.is(start, flag::GLUED)
            || end < document.len() && (document.has(end, class::CURRENCY) || document.has(end, class::CURSYM));
        if money || document.is(end, flag::NUMBER) {
            return false;
        }
    }
    if matches!(rule, "date.month" | "date.month-bare") && end - start == 1 && document.token(start).len <= 4 {
        // *Mar del Plata*, *Jan Kowalski*: a short form without its point, in front of a name
        let short = document.token(start).len == 3 && document.str(start) != "May";
        let name = document.get(end).is_some_and(|t| {
            let unknown = document.info(end).pos == 0 && !is_function(document, end);
            t.is(flag::WORD) && !t.is(flag::LINE) && unknown
        });
        if short && name {
            return false;
        }
    }
    if rule == "date.year-old" && start > 0 && document.str(start - 1) == "the" {
        // *the 1800 soldiers*
        let many = document.info(end).pos & pos::PLURAL != 0;
        return !many || !document.str(start).ends_with('0');
    }
    // *May the Second Army come*
    if let Some((at, behind)) = m.named(document, "ordinal")
        && document.is(at, flag::CAPITAL)
        && document.is(behind, flag::CAPITAL)
        && behind == end
    {
        return false;
    }
    if rule == "date.year" && end - start > 1 {
        return true;
    }
    if rule == "date.year" || rule == "date.year-bare" {
        // *2000 people*, *2,000*, *$2010*, *-2010-*
        let before = start.checked_sub(1);
        let bad_before = before.is_some_and(|b| {
            matches!(document.str(b), "$" | "€" | "£" | "¥" | "." | "/" | ":" | "#" | "+")
                && document.is(start, flag::GLUED)
                || document.has(b, class::NUMBEFORE)
                || document.str(b) == ","
                    && document.is(b, flag::GLUED)
                    && b > 0
                    && document.is(b - 1, flag::NUMBER)
                    && document.is(start, flag::GLUED)
        });
        if bad_before {
            return false;
        }
        let Some(next) = document.get(end) else { return true };
        let text = document.str(end);
        // *2003: Invasion* is a heading, *2003:15* a time or a ratio
        let heading = text == ":" && !document.is(end + 1, flag::GLUED);
        if next.is(flag::GLUED) && !heading && (next.is(flag::WORD) || matches!(text, ":" | "/" | "%" | "°")) {
            return false;
        }
        let year: i32 = document.str(start).parse().unwrap_or(0);
        let info = document.info(end);
        // *around 2000 jobs*, *nearly 2010 visits*: counted, though *jobs* may be a verb
        let bounded = before.is_some_and(|b| document.has(b, class::BOUND) && !document.has(b, class::DET));
        if bounded && next.is(flag::WORD) && !next.is(flag::CAPITAL) && info.pos & pos::PLURAL != 0 {
            return false;
        }
        let plural = next.is(flag::WORD) && !next.is(flag::CAPITAL) && info.pos & pos::PLURAL != 0 && info.verb == 0;
        let unit = [
            class::UNIT,
            class::CURRENCY,
            class::PERCENT,
            class::NUMSCALE,
            class::TIMEUNITPL,
        ]
        .iter()
        .any(|c| document.has(end, *c));
        let strong = matches!(
            document.str(start.saturating_sub(1)),
            "in" | "In" | "since" | "Since" | "until" | "during" | "year"
        );
        if unit && !year_does(document, start)
            || plural
                && !strong
                && !matches!(
                    text,
                    "elections" | "results" | "sales" | "figures" | "games" | "accounts"
                )
                && year % 50 == 0
        {
            return false;
        }
        if plural
            && !strong
            && rule == "date.year"
            && matches!(
                document.str(start.saturating_sub(1)),
                "to" | "of" | "for" | "by" | "and" | "than" | "around"
            )
        {
            return false;
        }
        if rule == "date.year" && !(1900..2060).contains(&year) {
            return matches!(
                document.str(start.saturating_sub(1)).to_ascii_lowercase().as_str(),
                "in" | "since"
                    | "year"
                    | "until"
                    | "of"
                    | "from"
                    | "by"
                    | "to"
                    | "between"
                    | "("
                    | "-"
                    | "for"
                    | "after"
                    | "before"
                    | "during"
                    | "late"
                    | "early"
                    | "mid"
                    | "throughout"
                    | "around"
            ) && year >= 1100
                && !plural
                && !(year < 1700
                    && matches!(document.str(start.saturating_sub(1)), "to" | "by" | "of" | "from" | "-"));
        }
    }
    true
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
        matches!(document.str(b), "'s" | "’s") && alone
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
