//! The line in front of a report that says where and when it was written.

use crate::lexicon::class;
use crate::text::{Document, Sentence, flag};

/// A dateline: *Beijing, September 26 –*, *HEFEI, March 3 (Xinhua) --*. Tokens.
#[derive(Debug, Clone, Copy, Default)]
pub struct DatelineItem {
    pub place: Option<(u32, u32)>,
    /// Month and day.
    pub day: Option<(u32, u32)>,
    pub year: Option<i32>,
    pub agency: Option<(u32, u32)>,
    /// First token of the report itself.
    pub end: u32,
}

/// A short line of names and numbers that says nothing.
fn is_label(document: &Document<'_>, s: &Sentence) -> bool {
    const LONGEST: u32 = 12;
    s.end - s.start <= LONGEST
        && (s.end >= document.len() || document.is(s.end, flag::LINE))
        && (s.start..s.end).all(|at| {
            document.is(at, flag::CAPITAL | flag::NUMBER | flag::MARK)
                && !matches!(document.str(at), "--" | "—" | "–" | ".")
        })
}

/// *(Chuzhou Daily, March 29, 2024) On March 28 …*: medium and day in brackets in front of the report.
fn source_line(document: &Document<'_>, open: u32, limit: u32) -> Option<DatelineItem> {
    let close = (open..limit).find(|at| document.str(*at) == ")")?;
    let month_at = (open + 2..close).find(|at| document.has(*at, class::MONTH))?;
    let month = document.number_value(month_at, month_at + 1, class::MONTH)?;
    let number = |at: u32| {
        document
            .is(at, flag::NUMBER)
            .then(|| document.str(at).parse::<u32>().ok())?
    };
    let day = [month_at + 1, month_at - 1]
        .into_iter()
        .filter(|at| (open..close).contains(at))
        .find_map(|at| number(at).filter(|day| (1..=31).contains(day)))?;
    let agency = (open + 1..month_at)
        .take_while(|at| document.is(*at, flag::CAPITAL))
        .last()
        .map(|last| (open + 1, last + 1))?;
    // a caption has more to say
    let bare = (agency.1..close).all(|at| {
        document.is(at, flag::NUMBER | flag::MARK) || document.has(at, class::MONTH) || document.has(at, class::WEEKDAY)
    });
    bare.then(|| DatelineItem {
        day: Some((month, day)),
        year: (month_at..close)
            .filter(|at| document.token(*at).len == 4)
            .find_map(number)
            .map(|year| year as i32),
        agency: Some(agency),
        end: close + 1,
        ..DatelineItem::default()
    })
}

/// Reads a dateline at the start of the first paragraph behind the title.
pub(super) fn dateline(document: &Document<'_>) -> Option<DatelineItem> {
    // *By Hannah Okafor*, on a line of its own
    let byline = |s: &&Sentence| s.end - s.start <= 10 && document.str(s.start).eq_ignore_ascii_case("by");
    let first = document
        .sentences()
        .iter()
        .filter(|s| !document.is(s.start, flag::HEADLINE | flag::FURNITURE))
        .filter(|s| !byline(s))
        .take(3)
        // *Silicon Strategies*, *09/14/2003, 3:00 AM ET*: lines in front of the report
        .find(|s| !is_label(document, s))?;
    let limit = (first.start + 24).min(document.len());
    if document.str(first.start) == "(" {
        return source_line(document, first.start, limit);
    }
    let dash = (first.start..limit).find(|at| {
        let mark = document.str(*at);
        matches!(mark, "–" | "—" | "--")
            || mark == "-" && !document.is(*at, flag::GLUED)
            || mark == "-" && *at > first.start && matches!(document.str(*at - 1), ")")
    })?;
    if dash <= first.start + 1 && !document.is(first.start, flag::UPPER) {
        return None;
    }
    let mut item = DatelineItem {
        end: dash + 1,
        ..DatelineItem::default()
    };
    let mut at = first.start;
    while at < dash {
        if let Some(end) = document.class_end(at, class::MONTH) {
            let month = document.number_value(at, end, class::MONTH)?;
            let day_at = |x: u32| -> Option<u32> {
                (x < dash && document.is(x, flag::NUMBER))
                    .then(|| document.str(x).parse::<u32>().ok())
                    .flatten()
                    .filter(|d| (1..=31).contains(d))
            };
            if let Some(day) = day_at(end) {
                item.day = Some((month, day));
                at = end + 1;
            } else if at > first.start {
                item.day = day_at(at - 1).map(|day| (month, day));
                at = end;
            } else {
                at = end;
            }
            continue;
        }
        let token = document.token(at);
        if token.is(flag::NUMBER) {
            if token.len == 4 {
                item.year = document.str(at).parse().ok();
            }
        } else if document.str(at) == "(" {
            let close = (at..dash).find(|x| document.str(*x) == ")")?;
            // *SHANGHAI (October 28, 2024) –*
            if (at..close).any(|x| document.has(x, class::MONTH)) {
                at += 1;
                continue;
            }
            item.agency = Some((at + 1, close));
            at = close;
        } else if token.is(flag::CAPITAL) && item.place.is_none() && !document.has(at, class::WEEKDAY) {
            let mut end = at + 1;
            while end < dash
                && (document.is(end, flag::CAPITAL) || document.str(end) == "/" || document.str(end) == "'")
                && !document.has(end, class::MONTH)
            {
                end += 1;
            }
            item.place = Some((at, end));
            at = end;
            continue;
        } else if token.is(flag::WORD)
            && !token.is(flag::CAPITAL)
            && !document.has(at, class::WEEKDAY)
            && !matches!(document.str(at), "th" | "st" | "nd" | "rd" | "and")
        {
            // running text: no dateline
            return None;
        }
        at += 1;
    }
    let known_place = item
        .place
        .is_some_and(|(s, e)| document.class_end(s, class::PLACE) == Some(e) || document.is(s, flag::UPPER));
    (item.day.is_some() || item.agency.is_some() && known_place || known_place && item.end - first.start <= 5)
        .then_some(item)
}
