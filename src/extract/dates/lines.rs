//! Full dates in lines that are no sentences: *Published: 2017-06-26*, bylines, the end of a headline.

use crate::lexicon::{class, list};
use crate::rules::matching::Match;
use crate::text::{Document, flag};

use super::civil::Day;

/// A full date that is a line of its own, alone or behind *Published:* and the like.
pub(super) fn own_line_day(document: &Document<'_>, matches: &[Match]) -> Option<Day> {
    let mut own = matches.iter().filter(|m| own_line(document, m.span().0, m.span().1));
    own.find_map(|m| full_day(document, m))
}

/// *City opens new park | 2017-06-26*, *City opens new park (June 26, 2017)*: a full date at the end of the headline or at its
/// start that is no part of what it says.
pub(super) fn title_day(document: &Document<'_>, matches: &[Match]) -> Option<Day> {
    /// Tokens of a clock time and a bracket behind the date.
    const BEHIND: u32 = 4;
    let line_ends = |at: u32| at >= document.len() || document.is(at, flag::LINE);
    let apart = |m: &&Match| {
        let (start, end) = m.span();
        if !document.is(start, flag::HEADLINE) || end - start < 3 {
            return false;
        }
        let rest = |at: &u32| !line_ends(*at) && document.is(*at, flag::NUMBER | flag::MARK);
        let last = (end..end + BEHIND).take_while(rest).last().map_or(end, |at| at + 1);
        let gap = || {
            document
                .text
                .get(document.token(start - 1).end() as usize..document.token(start).start as usize)
        };
        let marked = || document.is(start - 1, flag::MARK) || gap().is_some_and(|gap| gap.len() > 1);
        // *2017-06-26*, unlike *to open on June 26, 2017*
        let digits = || !(start..end).any(|at| document.is(at, flag::WORD)) && !document.has(start - 1, class::PREP);
        document.is(start, flag::LINE) && !line_ends(end) || start > 0 && line_ends(last) && (marked() || digits())
    };
    matches.iter().filter(apart).find_map(|m| full_day(document, m))
}

/// The day of a match that has year, month and day.
fn full_day(document: &Document<'_>, m: &Match) -> Option<Day> {
    // *2016.01.20*
    if let Some((at, _)) = m
        .named(document, "day")
        .filter(|(at, _)| document.str(*at).len() == "2016.01.20".len())
    {
        let mut parts = document.str(at).split('.').map(str::parse::<u32>);
        let (a, b, c) = (parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?);
        return Day::new(a as i32, b, c)
            .filter(|_| a > 1900)
            .or_else(|| Day::new(c as i32, b, a).filter(|_| c > 1900));
    }
    let int = |name: &str| -> Option<i32> { m.named(document, name).and_then(|(s, _)| document.str(s).parse().ok()) };
    // *24/06/2025*: in the American order unless it cannot be
    if let (Some(a), Some(b)) = (int("a"), int("b")) {
        let (year, a, b) = (int("year")?, a as u32, b as u32);
        return Day::new(year, a, b).or_else(|| Day::new(year, b, a));
    }
    let month = m.named(document, "month").and_then(|(s, e)| {
        document
            .number_value(s, e, class::MONTH)
            .or_else(|| document.str(s).parse().ok())
    })?;
    Day::new(int("year")?, month, int("day")? as u32)
}

/// The tokens are all of their line but for a few words such as *Published:*, a time, or a byline.
fn own_line(document: &Document<'_>, start: u32, end: u32) -> bool {
    let dotted = end == start + 1 && document.str(start).bytes().filter(|b| *b == b'.').count() == 2;
    if end - start < 3 && !dotted {
        return false;
    }
    /// Tokens that a line may have before and behind its date.
    const LONGEST: u32 = 24;
    let mut from = start;
    while from > 0 && !document.is(from, flag::LINE) && start - from < LONGEST {
        from -= 1;
    }
    // the start of a long line is out of reach
    if !document.is(from, flag::LINE) {
        return false;
    }
    let mut to = end;
    while to < document.len() && !document.is(to, flag::LINE) && to - end < LONGEST {
        to += 1;
    }
    // *Release time: 2025-07-04 09:31    Source: …*: whatever else the line has
    let label = from..start;
    if start > from
        && document.str(start - 1) == ":"
        && label.len() <= 5
        && !label.clone().any(|at| document.has(at, class::AUX))
    {
        return true;
    }
    // *By Amy Kuo and Li Ming in Wuxi (Lima Daily) Updated: 2012-09-13 10:03*
    if start > from + 1 && document.str(start - 1) == ":" && document.is_on(start - 2, list::DATED_LABEL) {
        return true;
    }
    // *Published on June 26, 2017 by the editors*
    let dated = document.class_end(from, class::FURNITURELINE).is_some_and(|end| {
        (end..=end + 2).contains(&start) && document.value(from, end, class::FURNITURELINE) == Some("dated")
    });
    if dated && !document.is(from, flag::HEADLINE) {
        return true;
    }
    let whole = to >= document.len() || document.is(to, flag::LINE);
    let rest = || (from..start).chain(end..to);
    let words = rest().filter(|at| document.is(*at, flag::WORD)).count();
    // *By Ann Lee | The Ledger | Jan 30, 2023*, *2024-04-24 09:12 Source: …*
    // *By Luis Prado, Brussels, 6 September 2017*
    let byline = || document.str(from).eq_ignore_ascii_case("by") && document.is(from + 1, flag::CAPITAL);
    let labelled = rest().any(|at| matches!(document.str(at), "|" | ":" | "：")) || start > from && byline();
    // the *AM* of a clock is no verb
    let clock = |at: u32| at > 0 && document.is(at - 1, flag::NUMBER);
    let verb = rest().any(|at| {
        document.has(at, class::AUX) && !document.is(at, flag::UPPER) && !clock(at)
            || !labelled && document.has(at, class::PREP)
    });
    whole && words <= if labelled { 9 } else { 4 } && !verb && !document.is(start, flag::HEADLINE)
}
