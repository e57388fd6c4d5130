//! The day the article is of: from its metadata, dateline, title, URL or file name.

use crate::article::Article;
use crate::lexicon::format::{form, pos};
use crate::lexicon::{class, list};
use crate::record::{Basis, PublishedBasis};
use crate::rules::matching::Match;
use crate::text::{Document, flag};

use super::background::is_owned;
use super::civil::Day;
use super::dateline::{DatelineItem, dateline};
use super::lines::{own_line_day, title_day};
use super::{Anchor, speaks_of_future};

/// What was found of the article's day.
#[derive(Debug, Clone, Default)]
pub struct Published {
    pub anchor: Anchor,
    pub date: Option<(String, PublishedBasis)>,
    pub dateline: Option<DatelineItem>,
}

/// Looks at metadata, dateline, title, URL and file name, in that order.
pub fn analyse(
    document: &Document<'_>,
    article: &Article<'_>,
    matches: &[Match],
    reference: Option<&str>,
) -> Published {
    let mut out = Published {
        dateline: dateline(document),
        ..Published::default()
    };
    let meta = article.date.as_deref().and_then(iso_day);
    let url = article.url.as_deref().and_then(day_in_path);
    let file = day_in_path(file_name(&article.path));
    let title_year = title_year(document)
        .or_else(|| name_year(document))
        .filter(|year| !is_to_come(document, matches, *year));
    let line = own_line_day(document, matches);
    let known = meta
        .map(|d| (d, PublishedBasis::Metadata))
        .or(url.map(|d| (d, PublishedBasis::Url)))
        .or(file.map(|d| (d, PublishedBasis::FileName)))
        .or(line.map(|d| (d, PublishedBasis::Text)))
        .or_else(|| title_day(document, matches).map(|d| (d, PublishedBasis::Title)));
    let dated = out.dateline.and_then(|line| Some((line.day?, line.year, line.end)));
    let said = || said_today(document, matches).filter(|_| known.is_none());
    let by_line = dated.is_some();
    if let Some(((month, day), written, end)) = dated.or_else(said) {
        let near = known.map(|(d, _)| d);
        let year = written.or(near.map(|d| d.year)).or(title_year);
        let told = year
            .is_none()
            .then(|| {
                near_year(document, matches, month, day)
                    .or_else(|| told_year(document, matches, (month, day), first_weekday(document, end)))
            })
            .flatten();
        if let Some(day) = told.and_then(|y| Day::new(y, month, day)) {
            out.anchor = Anchor {
                year: Some(day.year),
                day: Some(day),
                basis: Some(Basis::Context),
                ..Anchor::default()
            };
            return out;
        }
        if let Some(day) = year.and_then(|y| Day::new(y, month, day)) {
            out.anchor = Anchor {
                year: Some(day.year),
                day: Some(day),
                basis: Some(Basis::Document),
                ..Anchor::default()
            };
            let basis = if by_line {
                PublishedBasis::Dateline
            } else {
                PublishedBasis::Text
            };
            out.date = Some((day.to_string(), basis));
            return out;
        }
    }
    if let Some((day, basis)) = known {
        out.anchor = Anchor {
            year: Some(day.year),
            day: Some(day),
            basis: Some(Basis::Document),
            ..Anchor::default()
        };
        out.date = Some((day.to_string(), basis));
        return out;
    }
    if let Some(day) = reference.and_then(iso_day) {
        out.anchor = Anchor {
            year: Some(day.year),
            day: Some(day),
            basis: Some(Basis::Reference),
            ..Anchor::default()
        };
        out.date = Some((day.to_string(), PublishedBasis::Reference));
        return out;
    }
    if let Some(year) = title_year {
        out.anchor = Anchor {
            year: Some(year),
            day: None,
            basis: Some(Basis::Document),
            ..Anchor::default()
        };
        out.date = Some((year.to_string(), PublishedBasis::Title));
    } else if let Some((day, _, end)) = dated.or_else(said) {
        out.anchor.yearless = some_year(day, first_weekday(document, end));
    }
    out
}

/// *The Government today (June 30) announced*, *said today, 30 June 2023, that*: month and day that it says are today, the year
/// where it is written, and where the sentence starts.
fn said_today(document: &Document<'_>, matches: &[Match]) -> Option<((u32, u32), Option<i32>, u32)> {
    let today = |m: &&Match| {
        let (start, end) = m.span();
        let mark = start.checked_sub(1).filter(|mark| *mark > 0);
        let mark = mark.filter(|mark| match document.str(*mark) {
            "(" => document.get(end).is_some() && document.str(end) == ")",
            "," => true,
            _ => false,
        });
        mark.is_some_and(|mark| document.str(mark - 1).eq_ignore_ascii_case("today"))
    };
    let m = matches.iter().find(today)?;
    let start = document.sentences()[document.sentence_of(m.span().0)].start;
    let (day, year) = super::dateline::day_in(document, m.span().0, m.span().1)?;
    Some((day, year, start))
}

/// The day in some year, in one in which it falls on that day of the week where it is known.
fn some_year((month, day): (u32, u32), weekday: Option<u32>) -> Option<(Day, bool)> {
    /// All years with their days of the week come again after as many.
    const CYCLE: i32 = 28;
    let years = 2000..2000 + CYCLE;
    let mut days = years.into_iter().filter_map(|year| Day::new(year, month, day));
    let day = days.find(|d| weekday.is_none_or(|weekday| d.weekday() == weekday))?;
    Some((day, weekday.is_some()))
}

/// `2023-09-22`, with or without a time.
pub fn iso_day(text: &str) -> Option<Day> {
    let mut parts = text.get(..10)?.split('-');
    Day::new(
        parts.next()?.parse().ok()?,
        parts.next()?.parse().ok()?,
        parts.next()?.parse().ok()?,
    )
}

fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// A day in a URL or file name: `2023/09/22`, `2023-09-22`, `20230922`.
fn day_in_path(path: &str) -> Option<Day> {
    let bytes = path.as_bytes();
    let digits = |from: usize, n: usize| -> Option<u32> {
        let text = path.get(from..from + n)?;
        text.bytes()
            .all(|b| b.is_ascii_digit())
            .then(|| text.parse().ok())
            .flatten()
    };
    for at in 0..bytes.len() {
        if at > 0 && bytes[at - 1].is_ascii_digit() {
            continue;
        }
        let Some(year) = digits(at, 4).filter(|y| (1900..2100).contains(y)) else {
            continue;
        };
        let plain = digits(at + 4, 2)
            .zip(digits(at + 6, 2))
            .filter(|_| !bytes.get(at + 8).is_some_and(u8::is_ascii_digit));
        let separated = bytes
            .get(at + 4)
            .filter(|b| matches!(b, b'/' | b'-' | b'_'))
            .and_then(|_| {
                let month = digits(at + 5, 2)
                    .map(|m| (m, 2))
                    .or_else(|| digits(at + 5, 1).map(|m| (m, 1)))?;
                let next = at + 5 + month.1;
                bytes.get(next).filter(|b| matches!(b, b'/' | b'-' | b'_'))?;
                let day = digits(next + 1, 2).or_else(|| digits(next + 1, 1))?;
                Some((month.0, day))
            });
        if let Some(day) = separated.or(plain).and_then(|(m, d)| Day::new(year as i32, m, d)) {
            return Some(day);
        }
    }
    None
}

/// A year in the name of an event that the first paragraphs tell of.
fn name_year(document: &Document<'_>) -> Option<i32> {
    let limit = document.sentences().get(5).map_or(document.len(), |s| s.start);
    (0..limit)
        .filter(|at| document.is(*at, flag::NUMBER) && document.token(*at).len == 4)
        .filter(|at| super::is_event_year(document, *at) && !is_bid(document, *at))
        .find_map(|at| document.str(at).parse().ok())
        .filter(|y| (1950..2060).contains(y))
}

/// *its bid to host the 2030 World Expo*: a year that may be far off.
pub(super) fn is_bid(document: &Document<'_>, at: u32) -> bool {
    const NEAR: u32 = 8;
    let sentence = document.sentences()[document.sentence_of(at)];
    (at.saturating_sub(NEAR).max(sentence.start)..at).any(|x| document.is_on(x, list::BID))
}

/// *Minister attends Green Expo 2027* with a body of *Nov. 3, 2025*: the year of a name that is later than every full date told.
fn is_to_come(document: &Document<'_>, matches: &[Match], year: i32) -> bool {
    let full = |m: &&Match| m.named(document, "day").is_some() && m.named(document, "month").is_some();
    let years = matches.iter().filter(full).filter_map(|m| year_of(document, m));
    years.max().is_some_and(|last| last < year)
}

/// The year of a dateline that has none, from the full date in the text that is nearest to it.
fn near_year(document: &Document<'_>, matches: &[Match], month: u32, day: u32) -> Option<i32> {
    /// Days that what is reported may be away from the report.
    const FARTHEST: i64 = 60;
    let number = |m: &Match, name: &str| {
        let (s, _) = m.named(document, name)?;
        document.str(s).parse::<i32>().ok()
    };
    let full = |m: &Match| {
        let (s, e) = m.named(document, "month")?;
        let written = document.number_value(s, e, class::MONTH);
        let month = written.or_else(|| document.str(s).parse().ok())?;
        Day::new(number(m, "year")?, month, number(m, "day")? as u32)
    };
    let mut best: Option<(i64, i32)> = None;
    for told in matches.iter().filter_map(full) {
        for year in told.year - 1..=told.year + 1 {
            let Some(own) = Day::new(year, month, day) else {
                continue;
            };
            let apart = (told.number() - own.number()).abs();
            if apart <= FARTHEST && best.is_none_or(|(least, _)| apart < least) {
                best = Some((apart, year));
            }
        }
    }
    best.map(|(_, year)| year)
}

/// *founded in 2014*, *since 2014*: a year of long ago says nothing of the report's.
pub(super) fn is_origin(document: &Document<'_>, at: u32) -> bool {
    const NEAR: u32 = 9;
    let sentence = document.sentences()[document.sentence_of(at)];
    // *was first filed in May 2019*
    let first = |x: u32| document.str(x) == "first" && x > sentence.start && document.has(x - 1, class::AUX);
    (at.saturating_sub(NEAR).max(sentence.start)..at).any(|x| document.has(x, class::ORIGINWORD) || first(x))
}

/// A year in front of its noun: *the 2023 key projects*.
fn is_attributive(document: &Document<'_>, start: u32, end: u32) -> bool {
    let plain =
        |at: u32| document.has(at, class::PREP) || document.has(at, class::CONJ) || document.has(at, class::AUX);
    end == start + 1
        && document.is(start, flag::NUMBER)
        && start.checked_sub(1).is_none_or(|before| !plain(before))
        && document.is(end, flag::WORD)
        && !plain(end)
        && !document.is(end, flag::LINE)
        // *the 2011 champion* is so called long after
        && (document.info(end).pos & pos::PLURAL != 0
            || !document.has(end, class::PERSONNOUN) && !document.has(end, class::TITLE))
}

/// The year of the match is likely that of the report: a full day, a quarter or half, or a year in front of its noun. A
/// month or a year alone may be long past.
pub(super) fn speaks_of_now(document: &Document<'_>, m: &Match) -> bool {
    let (start, end) = m.span();
    let make = document.lexicon.string(document.lexicon.rules[m.rule as usize].make);
    let has = |name: &str| m.named(document, name).is_some();
    has("day") && has("month") || matches!(make, "date.quarter" | "date.half") || is_attributive(document, start, end)
}

/// The year that a match writes out.
fn year_of(document: &Document<'_>, m: &Match) -> Option<i32> {
    let (at, _) = m.named(document, "year")?;
    document.str(at).parse().ok()
}

/// The year of a dateline that has none, from the years in the text: the latest told as past, but the nearest told as to
/// come where that is more than a year on.
fn told_year(document: &Document<'_>, matches: &[Match], day: (u32, u32), weekday: Option<u32>) -> Option<i32> {
    /// Years that the day of the week may be looked for in.
    const FARTHEST: i32 = 4;
    let (mut past, mut ahead): (Option<i32>, Option<i32>) = (None, None);
    for m in matches {
        let Some(year) = year_of(document, m).filter(|y| (1990..2060).contains(y)) else {
            continue;
        };
        // *the 2011 champion* is so called long after
        let (start, end) = m.span();
        if is_origin(document, m.start) || is_owned(document, start, end) {
            continue;
        }
        if speaks_of_future(document, m.start) {
            ahead = Some(ahead.map_or(year, |y: i32| y.min(year)));
        } else {
            past = Some(past.map_or(year, |y: i32| y.max(year)));
        }
    }
    let fits =
        |year: i32| weekday.is_some_and(|weekday| Day::new(year, day.0, day.1).is_some_and(|d| d.weekday() == weekday));
    let told = match (past, ahead) {
        // *hit a record in 2023 … by the end of 2025*: a year between them in which the day of the week is right
        (Some(past), Some(ahead)) if ahead > past + 1 => (past..=ahead).rev().find(|year| fits(*year)).or(Some(ahead)),
        (past, ahead) => past.or(ahead),
    }?;
    // a month or a year alone may be long past
    let Some(weekday) = weekday else {
        // *Sept 5 … will open in the first quarter of 2026*: of another year where it is still to come
        let planned = past != Some(told);
        let now = |m: &&Match| {
            let own = year_of(document, m) == Some(told) && speaks_of_now(document, m);
            own && !(planned && last_month(document, m).is_some_and(|last| last < day.0))
        };
        return matches.iter().find(now).map(|_| told);
    };
    // reports name the day they are of, or else the one before: *SEOUL, Nov. 18 – … said Tuesday*
    let said =
        |year: i32, days: i64| Day::new(year, day.0, day.1).is_some_and(|d| d.plus_days(days).weekday() == weekday);
    // a year to come says little of the report's
    // the day of the week chooses among the years near one that the report tells of as its own, or before one to come
    let own = |m: &Match| year_of(document, m) == Some(told) && speaks_of_now(document, m);
    if said(told, 0) || past.is_some() && said(told, -1) && matches.iter().any(own) {
        return Some(told);
    }
    if ahead.is_none() && !matches.iter().any(own) {
        return None;
    }
    let near: Vec<i32> = (told - FARTHEST..told)
        .rev()
        .filter(|y| past.is_none_or(|p| *y >= p))
        .chain((told + 1..=told + FARTHEST).filter(|y| ahead.is_none_or(|a| *y <= a)))
        .collect();
    let first = |days| near.iter().copied().find(|y| said(*y, days));
    first(0)
        .or(said(told, -1).then_some(told))
        .or_else(|| first(-1))
        .or(Some(told))
}

/// The last month of a quarter or a half.
fn last_month(document: &Document<'_>, m: &Match) -> Option<u32> {
    let make = document.lexicon.string(document.lexicon.rules[m.rule as usize].make);
    let months = match make {
        "date.quarter" => 3,
        "date.half" => 6,
        _ => return None,
    };
    let word = m.named(document, "word");
    let number = word.and_then(|(start, end)| document.number_value(start, end, class::ORDINALNUM));
    let code = m
        .named(document, "code")
        .and_then(|(start, _)| document.str(start).chars().last()?.to_digit(10));
    Some(number.or(code)? * months)
}

/// The day of the week that the first sentence of the report says, 1 for Monday.
fn first_weekday(document: &Document<'_>, from: u32) -> Option<u32> {
    let sentence = document.sentences()[document.sentence_of(from.min(document.len().checked_sub(1)?))];
    (from..sentence.end).find_map(|at| document.number_value(at, at + 1, class::WEEKDAY))
}

/// A year in the headline.
fn title_year(document: &Document<'_>) -> Option<i32> {
    let tokens = document.tokens();
    let in_title = tokens.iter().take_while(|t| t.is(flag::HEADLINE)).count() as u32;
    let year = |at: u32| -> Option<i32> {
        let token = document.token(at);
        (token.is(flag::NUMBER) && token.len == 4)
            .then(|| document.str(at).parse().ok())
            .flatten()
            .filter(|y| (1950..2060).contains(y))
    };
    // *Maker to open plant in 2026*, *To build a base: in 2026 the output will …*
    let planned = |at: u32| {
        let to = |x: u32| document.str(x).eq_ignore_ascii_case("to") && document.info(x + 1).form & form::BASE != 0;
        (0..at).any(|x| to(x) && x + 1 < at)
    };
    // *will reach 40,000 units by 2020*: not the year of the report
    let aim = |at: u32| {
        let before = at.checked_sub(1);
        before.is_some_and(|b| {
            document.has(b, class::DATERELATION)
                || matches!(document.str(b), "to" | "in") && (speaks_of_future(document, at) || planned(at))
        })
    };
    (0..in_title).find_map(|at| year(at).filter(|_| !aim(at)))
}
