//! Dates, times, durations, repetitions and vague times.

mod background;
pub mod civil;
mod clocks;
pub mod dateline;
mod join;
mod lines;
mod plausible;
pub mod published;
mod read;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_anchor;
#[cfg(test)]
mod tests_periods;
#[cfg(test)]
mod tests_published;
#[cfg(test)]
mod tests_words;

use crate::lexicon::{class, list};
use crate::record::{Basis, DateKind};
use crate::rules::matching::Match;
use crate::text::{Document, flag};

use super::numbers::Numbers;
use super::{Maker, maker};
pub(in crate::extract) use background::is_compared;
use civil::Day;
pub use plausible::year_does;

/// A date as found: tokens `start..end`.
#[derive(Debug, Clone)]
pub struct DateItem {
    pub start: u32,
    pub end: u32,
    pub kind: DateKind,
    /// EDTF, ISO 8601 or `past`/`present`/`future`; see the record.
    pub value: String,
    pub timex: String,
    pub modifier: Option<&'static str>,
    pub relation: Option<&'static str>,
    pub fiscal: bool,
    pub basis: Basis,
    /// Rule id.
    pub rule: &'static str,
    /// The date stands in a title, dateline or name and only dates the document: it is not in the record.
    pub silent: bool,
}

impl DateItem {
    /// One day of the calendar, known or not (`XXXX-XX-XX`).
    pub fn is_day(&self) -> bool {
        self.kind == DateKind::Date && self.value.len() == DAY && !self.value.contains('/')
    }

    /// A month, a quarter or a day, known or not (`2024-05`, `XXXX-35`), with its time or without.
    pub fn is_near(&self) -> bool {
        matches!(self.kind, DateKind::Date | DateKind::Time) && self.value.len() >= MONTH
    }
}

/// Bytes of a day in EDTF.
const DAY: usize = "2024-01-31".len();

/// Bytes of a month or a quarter.
const MONTH: usize = "2024-01".len();

/// What is known of the article's own day.
#[derive(Debug, Clone, Copy, Default)]
pub struct Anchor {
    pub year: Option<i32>,
    pub day: Option<Day>,
    pub basis: Option<Basis>,
    /// The day of a dateline whose year nothing tells, in some year; the flag says that it falls on the day of the week that
    /// the report starts with.
    pub yearless: Option<(Day, bool)>,
}

/// Makes and anchors the dates from the matches of stage 1. The result is in order and does not overlap.
pub fn find(document: &Document<'_>, numbers: &Numbers, matches: &[Match], anchor: &Anchor, out: &mut Vec<DateItem>) {
    out.clear();
    let chosen = choose(document, matches);
    let mut reader = read::Reader::new(document, numbers, anchor, &chosen);
    for m in chosen {
        let Some(mut item) = reader.item(m) else { continue };
        modify(document, &mut item);
        if item.start < out.last().map_or(0, |l: &DateItem| l.end) {
            continue;
        }
        // *Qinchuan Daily*, *USA Today*: part of a name
        let named = item.start > 0
            && document.is(item.start, flag::CAPITAL)
            && !document.is(item.start, flag::LINE)
            && document.is(item.start - 1, flag::CAPITAL)
            && (document.has(item.start, class::SETWORD) || document.has(item.start, class::DAYWORD));
        if named {
            continue;
        }
        approximate(document, out.last().map_or(0, |l| l.end), &mut item);
        later(document, out.last().map_or(0, |l| l.end), &mut item);
        item.relation = relation(document, item.start);
        item.silent = in_name(document, &item);
        out.push(item);
    }
    join::join(document, anchor, out);
    clocks::with_days(document, out);
}

/// The sentence says anywhere what will be.
fn speaks_of_future(document: &Document<'_>, at: u32) -> bool {
    let s = document.sentences()[document.sentence_of(at)];
    (s.start..s.end).any(|x| {
        document.value(x, x + 1, class::MODAL).is_some_and(|v| v == "future")
            || document.has(x, class::PLANVERB) && document.is_on(x, list::FUTURE_PLAN)
    })
}

/// The longest matches that do not overlap; of two as long the stronger.
fn choose<'m>(document: &Document<'_>, matches: &'m [Match]) -> Vec<&'m Match> {
    // with their spans, by which they are compared again and again
    let mut all: Vec<((u32, u32), &Match)> = matches
        .iter()
        .filter(|m| maker(m.rule).0 == Maker::Date)
        .map(|m| (m.span(), m))
        .collect();
    let strength = |m: &Match| document.lexicon.rules[m.rule as usize].strength;
    all.sort_by_key(|(span, _)| *span);
    let mut chosen: Vec<((u32, u32), &Match)> = Vec::new();
    let mut from = 0;
    while from < all.len() {
        // matches that overlap each other in a chain are settled among themselves
        let (mut to, mut end) = (from + 1, all[from].0.1);
        while to < all.len() && all[to].0.0 < end {
            end = end.max(all[to].0.1);
            to += 1;
        }
        let chain = &mut all[from..to];
        chain.sort_by_key(|((s, e), m)| {
            let length = std::cmp::Reverse(e - s);
            (length, std::cmp::Reverse(strength(m)), *s, m.rule)
        });
        let first = chosen.len();
        for &((s, e), m) in chain.iter() {
            let clear = chosen[first..].iter().all(|((start, end), _)| *end <= s || *start >= e);
            if clear && s < e && plausible::plausible(document, m) {
                chosen.push(((s, e), m));
            }
        }
        from = to;
    }
    chosen.sort_by_key(|(span, _)| *span);
    chosen.into_iter().map(|(_, m)| m).collect()
}

/// *early*, *the end of* in front of a date belong to it.
fn modify(document: &Document<'_>, item: &mut DateItem) {
    if matches!(item.kind, DateKind::Vague | DateKind::Set | DateKind::Duration) {
        return;
    }
    // *by year's end*
    if item.end - item.start >= 3 && item.end > 0 && document.str(item.end - 1) == "end" {
        item.modifier = Some("end");
        return;
    }
    let mut start = item.start;
    // *by end-June*
    if start > 1 && document.str(start - 1) == "-" && document.str(start - 2).eq_ignore_ascii_case("end") {
        let hyphen = start > 2 && document.str(start - 3) == "-";
        if !hyphen && document.is(start, flag::GLUED) {
            item.modifier = Some("end");
            item.start = start - 2;
            return;
        }
    }
    // *early in 2021*, *early-2021*
    if start > 0 && matches!(document.str(start - 1), "-" | "in" | "the") {
        start -= 1;
    }
    /// Longest such phrase, in tokens: *first few months of*.
    const LONGEST: u32 = 4;
    for back in 1..=LONGEST {
        let Some(at) = start.checked_sub(back) else { break };
        if let Some(end) = document.class_end(at, class::DATEMOD).filter(|e| *e == start) {
            let value = document.value(at, end, class::DATEMOD);
            let article = at > 0 && document.str(at - 1).eq_ignore_ascii_case("the");
            item.modifier = value;
            item.start = if article { at - 1 } else { at };
            return;
        }
    }
    // *the night of April 18*, *the early morning hours of April 18*, *early in the morning of April 18*
    if item.start >= 3 && document.str(item.start - 1) == "of" && item.is_day() {
        let hours = u32::from(document.str(item.start - 2) == "hours" && item.start >= 4);
        let at = item.start - 2 - hours;
        // *the early hours of Tuesday*
        if hours > 0 && document.has(at, class::DATEMOD) && document.class_end(at, class::DATEMOD) == Some(at + 1) {
            item.modifier = document.value(at, at + 1, class::DATEMOD);
            item.start = at - u32::from(at > 0 && document.has(at - 1, class::DET));
            return;
        }
        let early = |x: u32| x < item.start && document.has(x, class::DATEMOD) && !document.is(x + 1, flag::LINE);
        if let Some(part) = document.value(at, at + 1, class::DAYPART) {
            item.timex = format!("{}T{part}", item.value);
            let mut start = at;
            if start > 0 && early(start - 1) {
                item.modifier = document.value(start - 1, start, class::DATEMOD);
                start -= 1;
            }
            if start > 0 && document.has(start - 1, class::DET) {
                start -= 1;
            }
            if start > 1 && document.str(start - 1) == "in" && early(start - 2) {
                item.modifier = document.value(start - 2, start - 1, class::DATEMOD);
                start -= 2;
            }
            item.start = start;
            return;
        }
    }
    // *the early 1980s*: the article stands in front of the modifier
    if document.has(item.start, class::DET)
        && item.end - item.start > 1
        && let Some(end) = document.class_end(item.start + 1, class::DATEMOD)
    {
        item.modifier = document.value(item.start + 1, end, class::DATEMOD);
    }
}

/// *more than three years*, *nearly a month*: how near the length comes belongs to it, as it does to a figure.
fn approximate(document: &Document<'_>, free: u32, item: &mut DateItem) {
    /// Longest such phrase, in tokens: *no less than*.
    const LONGEST: u32 = 3;
    // *several months* are vague anyway, *the past two months* a stretch of the calendar
    let number = document.is(item.start, flag::NUMBER) || document.has(item.start, class::NUMWORD);
    let one = matches!(document.str(item.start), "a" | "an");
    if item.kind != DateKind::Duration || item.value.contains('X') || !(number || one) {
        return;
    }
    for at in (item.start.saturating_sub(LONGEST).max(free)..item.start).rev() {
        if document.is(at + 1, flag::LINE) || document.class_end(at, class::BOUND) != Some(item.start) {
            continue;
        }
        // *invest 5 billion over three years* says during, *under the five-year plan* nothing of its length
        let during = document.is_on(at, list::DURING);
        let led = at > 0 && document.has(at - 1, class::PREP);
        let verb = document.info(at).verb != 0 && document.has(at, class::MEASURED);
        let value = document.value(at, item.start, class::BOUND).filter(|v| *v != "exactly");
        if !verb && (!during || led) && value.is_some() {
            item.modifier = value;
            item.start = at;
        }
        return;
    }
}

/// *later that month*, *earlier in 1792*: the first word belongs to it, if no other date ends with it.
fn later(document: &Document<'_>, free: u32, item: &mut DateItem) {
    if !matches!(item.kind, DateKind::Date) || item.start == 0 || document.is(item.start, flag::LINE) {
        return;
    }
    let within = document.str(item.start - 1) == "in";
    let leans = matches!(document.str(item.start), "that" | "this" | "the" | "same");
    let at = item.start - 1 - u32::from(within && item.start > 1);
    if (within || leans)
        && at >= free
        && (document.str(at).eq_ignore_ascii_case("later") || document.str(at).eq_ignore_ascii_case("earlier"))
        && !document.is(at + 1, flag::LINE)
        && item.value.len() < DAY
    {
        item.start = at;
    }
}

fn relation(document: &Document<'_>, start: u32) -> Option<&'static str> {
    let before = start.checked_sub(1)?;
    document
        .value(before, start, class::DATERELATION)
        .filter(|_| !document.is(start, flag::LINE))
}

/// Whether a year at token `at` is part of a name: an event's, or a law's or a plan's.
fn is_name_year(document: &Document<'_>, at: u32) -> bool {
    is_event_year(document, at) || is_plan_year(document, at)
}

/// *the Excise Policy 2021*, *the Safety Rules 2009*, *the Made in Norway 2025 plan*: the year of a law or plan, which says little of
/// when somebody writes of it.
pub(super) fn is_plan_year(document: &Document<'_>, at: u32) -> bool {
    let sentence = document.sentences()[document.sentence_of(at)];
    if at == sentence.start || !document.is(at - 1, flag::CAPITAL) {
        return false;
    }
    let plan = at > sentence.start + 1
        && document.has(at - 1, class::OTHERHEAD)
        && document.is(at - 2, flag::CAPITAL)
        && !document.has(at - 1, class::TIMEUNIT)
        && !document.has(at - 1, class::SEASON)
        && !document.is(at, flag::HEADLINE | flag::LINE);
    plan || document.is_on(at + 1, list::PAPER_NAME)
        && !document.is(at + 1, flag::CAPITAL | flag::LINE)
        && !matches!(document.str(at + 1), "report" | "reports")
}

/// Whether a year at token `at` is part of an event's name, in front of it or behind.
pub(super) fn is_event_year(document: &Document<'_>, at: u32) -> bool {
    /// Tokens of a name in front of its year, and behind it.
    const LONGEST: usize = 10;
    const FARTHEST: u32 = 32;
    let sentence = document.sentences()[document.sentence_of(at)];
    let head = |x: u32| document.has(x, class::EVENTHEAD);
    let mut next = at + 1;
    while next < sentence.end.min(at + FARTHEST) && in_capitals(document, next) {
        if head(next) {
            if document.is(at + 1, flag::CAPITAL) {
                return true;
            }
            // *Lumeno Fair 2009 and Kelvar Seminar*
            break;
        }
        next += 1;
    }
    // *the 2025 “Invest in Wuxi” Conference*: a quotation that is part of the name
    if matches!(document.str(at + 1), "“" | "\"") && document.is(at + 2, flag::CAPITAL) {
        let close = (at + 2..sentence.end)
            .take(LONGEST)
            .find(|x| matches!(document.str(*x), "”" | "\""));
        let behind = close.and_then(|close| {
            (close + 1..sentence.end)
                .take_while(|x| in_capitals(document, *x))
                .find(|x| head(*x))
        });
        if behind.is_some() {
            return true;
        }
    }
    if at == sentence.start || !document.is(at - 1, flag::CAPITAL) {
        return false;
    }
    // *World Conference on Circuits 2022 will open*
    let name = (sentence.start..at)
        .rev()
        .take(LONGEST)
        .take_while(|x| in_capitals(document, *x) || matches!(document.str(*x), "on" | "for" | "in"))
        .any(head);
    // *SEMICON China 2015*, *CES 2025*: a name in capitals; *IBM 2015 revenue* is none
    let behind = document
        .get(at + 1)
        .is_some_and(|t| t.is(flag::WORD) && !t.is(flag::CAPITAL));
    let upper = |x: u32| document.is(x, flag::UPPER) && document.token(x).len > 2;
    let verb = behind
        && [class::AUX, class::PREP, class::MODAL]
            .iter()
            .any(|c| document.has(at + 1, *c));
    // *SEMICON China 2016 attracted 900 firms*: a fair that is known
    let first = at.saturating_sub(4).max(sentence.start);
    let known =
        (first..at).any(|x| document.class_end(x, class::EVENTHEAD) == Some(at) && document.is(x, flag::CAPITAL));
    // *will exhibit at NEPCON Asia 2012*
    let attended = || {
        let run = (first..at).rev().take_while(|x| document.is(*x, flag::CAPITAL)).last();
        run.is_some_and(|run| {
            let letters = (run..at).any(upper);
            letters && run > sentence.start && document.str(run - 1) == "at" && !document.is(at + 1, flag::CAPITAL)
        })
    };
    head(at - 1) || known || attended() || verb && (name || upper(at - 1) || at > sentence.start + 1 && upper(at - 2))
}

/// *the White Paper on Chip Talent (2017-2018)*, *the action plan (2021-2025)*: the years of a paper in brackets behind it.
fn is_plan_years(document: &Document<'_>, item: &DateItem) -> bool {
    /// Tokens of the name behind its head.
    const LONGEST: u32 = 8;
    let Some(open) = item.start.checked_sub(1).filter(|at| document.str(*at) == "(") else {
        return false;
    };
    let years = item.value.len() == "2017/2018".len() && item.value.contains('/');
    let closed = document.get(item.end).is_some() && document.str(item.end) == ")";
    let head = |at: &u32| document.is_on(*at, list::PAPER_NAME);
    let in_name = |at: &u32| in_capitals(document, *at) || matches!(document.str(*at), "on" | "for" | "in" | "the");
    let first = open.saturating_sub(LONGEST);
    let name = (first..open).rev().take_while(in_name).find(head);
    years && closed && (name.is_some() || open > 0 && document.is_on(open - 1, list::PAPER_NAME))
}

/// The token goes on a name in capitals: *China (Jinan) Power Industry Conference*, *Robert N. Noyce Award*.
fn in_capitals(document: &Document<'_>, at: u32) -> bool {
    document.is(at, flag::CAPITAL)
        || matches!(
            document.str(at),
            "and" | "-" | "of" | "(" | ")" | "&" | "." | "’s" | "'s"
        )
}

/// A year directly in front of an event's or product's name is part of the name.
fn in_name(document: &Document<'_>, item: &DateItem) -> bool {
    let year = item.end - item.start == 1 && document.is(item.start, flag::NUMBER);
    if is_plan_years(document, item) {
        return true;
    }
    if !year || !document.is(item.end, flag::CAPITAL) || document.is(item.end, flag::LINE) {
        return year && is_name_year(document, item.start);
    }
    let sentence = document.sentences()[document.sentence_of(item.start)];
    // *met with 2030 Laboratory Director Luo Ping*, *the 1978 Fund*: the number of a body in front of its head
    let headed = document.has(item.end, class::ORGHEAD) || document.has(item.end, class::PLACEHEAD);
    let dated = item.start > sentence.start && {
        let before = item.start - 1;
        document.has(before, class::DATEPREP) && !matches!(document.str(before), "of" | "for" | "to" | "from")
    };
    let of = item.end + 1 < sentence.end && document.str(item.end + 1) == "of";
    if headed
        && !of
        && !dated
        && !document.is(item.end, flag::LINE)
        && item.start > sentence.start
        && !document.is(item.start, flag::HEADLINE)
    {
        return true;
    }
    let mut at = item.end;
    while at < sentence.end && in_capitals(document, at) {
        if document.has(at, class::EVENTHEAD) || document.has(at, class::OTHERHEAD) {
            return true;
        }
        at += 1;
    }
    false
}
