//! The line in front of a report that says where and when it was written.

use crate::extract::names::shape;
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

/// *Chinese article by Li Ming*, *English Editor Amy Kuo*: a short line without an end mark that ends in a name.
fn is_credit(document: &Document<'_>, s: &Sentence) -> bool {
    const LONGEST: u32 = 6;
    let last = s.end.saturating_sub(1);
    s.end - s.start <= LONGEST
        && (s.end >= document.len() || document.is(s.end, flag::LINE))
        && (s.start..s.end).all(|at| document.is(at, flag::WORD) || document.is(at, flag::NUMBER))
        && (document.is(last, flag::CAPITAL) || !document.str(last).is_ascii())
        && (s.start..s.end).any(|at| document.str(at) == "by" || document.has(at, class::TITLE))
}

/// *Posted October 23, 2023 2:30 am.*: a line that says when it was put out.
fn is_stamp(document: &Document<'_>, s: &Sentence) -> bool {
    const LONGEST: u32 = 14;
    let dated = document
        .class_end(s.start, class::FURNITURELINE)
        .is_some_and(|end| document.value(s.start, end, class::FURNITURELINE) == Some("dated"));
    dated && document.is(s.start, flag::LINE) && s.end - s.start <= LONGEST
}

/// Month and day in the tokens `start..end`, and the year if it is there.
pub(super) fn day_in(document: &Document<'_>, start: u32, end: u32) -> Option<((u32, u32), Option<i32>)> {
    let month_at = (start..end).find(|at| document.has(*at, class::MONTH))?;
    let month = document.number_value(month_at, month_at + 1, class::MONTH)?;
    let number = |at: u32| document.str(at).parse::<u32>().ok();
    // *March 29*, *Sept. 29*, *29 March*
    let point = month_at + 1 + u32::from(document.str(month_at + 1) == ".");
    let day = [Some(point), month_at.checked_sub(1)]
        .into_iter()
        .flatten()
        .filter(|at| (start..end).contains(at))
        .find_map(|at| number(at).filter(|day| (1..=31).contains(day)))?;
    let year = (month_at..end)
        .filter(|at| document.token(*at).len == 4)
        .find_map(number);
    Some(((month, day), year.map(|year| year as i32)))
}

/// *(Chuzhou Daily, March 29, 2024) On March 28 …*: medium and day in brackets in front of the report.
fn source_line(document: &Document<'_>, open: u32, limit: u32) -> Option<DatelineItem> {
    let close = (open..limit).find(|at| document.str(*at) == ")")?;
    let agency = (open + 1..close)
        .take_while(|at| document.is(*at, flag::CAPITAL) && !document.has(*at, class::MONTH))
        .last()
        .map(|last| (open + 1, last + 1))?;
    let (day, year) = day_in(document, agency.1, close)?;
    // a caption has more to say
    let bare = (agency.1..close).all(|at| {
        document.is(at, flag::NUMBER | flag::MARK) || document.has(at, class::MONTH) || document.has(at, class::WEEKDAY)
    });
    bare.then(|| DatelineItem {
        day: Some(day),
        year,
        agency: Some(agency),
        end: close + 1,
        ..DatelineItem::default()
    })
}

/// *(Wuxi Daily reporter Li Ming) The bureau …*: medium and reporter in brackets in front of the report.
fn reporter_line(document: &Document<'_>, open: u32, limit: u32) -> Option<DatelineItem> {
    let close = (open..limit).find(|at| document.str(*at) == ")")?;
    let reporter = (open + 1..close).find(|at| is_reporter(document, *at))?;
    let named = |from: u32, to: u32| {
        from < to
            && (from..to).all(|at| {
                document.is(at, flag::CAPITAL | flag::MARK) || is_reporter(document, at) || document.str(at) == "and"
            })
    };
    let alone = named(reporter + 1, close) && document.is(close + 1, flag::CAPITAL);
    (alone && (reporter == open + 1 || named(open + 1, reporter))).then(|| DatelineItem {
        agency: (reporter > open + 1).then_some((open + 1, reporter)),
        end: close + 1,
        ..DatelineItem::default()
    })
}

fn is_reporter(document: &Document<'_>, at: u32) -> bool {
    let word = document.str(at);
    word.eq_ignore_ascii_case("reporter") || word.eq_ignore_ascii_case("correspondent")
}

/// *(Lima, Peru) According to …*: nothing but a place in brackets.
fn place_line(document: &Document<'_>, open: u32, limit: u32) -> Option<DatelineItem> {
    let close = (open..limit).find(|at| document.str(*at) == ")")?;
    let end = document.class_end(open + 1, class::PLACE).filter(|end| *end <= close)?;
    let next = end + u32::from(document.str(end) == ",");
    let whole = end == close || next > end && document.class_end(next, class::PLACE) == Some(close);
    (whole && document.is(close + 1, flag::CAPITAL) && !document.is(close + 1, flag::LINE)).then(|| DatelineItem {
        place: Some((open + 1, end)),
        end: close + 1,
        ..DatelineItem::default()
    })
}

/// What a dateline ends with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ending {
    /// *BEIJING, March 3 --*
    Dash,
    /// *Kaohsiung, March 10 (CNA) The plant …*
    Bracket,
    /// *FRANKFURT: The maker …*
    Colon,
}

/// *LIMA, PERU / ACCESSWIRE / June 10, 2020 / The maker …*: what the wires of companies put in front of the report.
fn slashed(document: &Document<'_>, first: &Sentence) -> Option<DatelineItem> {
    /// Tokens of place, wire and day.
    const LONGEST: u32 = 20;
    let limit = first.end.min(first.start + LONGEST);
    let slash = |from: u32| (from..limit).find(|at| document.str(*at) == "/");
    let one = slash(first.start).filter(|at| *at > first.start)?;
    let two = slash(one + 1).filter(|at| *at > one + 1)?;
    let three = slash(two + 1)?;
    let (day, year) = day_in(document, two + 1, three)?;
    let capital = |at: u32| document.is(at, flag::CAPITAL | flag::MARK);
    (first.start..two).all(capital).then(|| DatelineItem {
        place: document
            .class_end(first.start, class::PLACE)
            .filter(|end| *end <= one)
            .map(|end| (first.start, end)),
        day: Some(day),
        year,
        agency: Some((one + 1, two)),
        end: three + 1,
    })
}

/// Whether the token may end a dateline that starts at `start`.
fn ending(document: &Document<'_>, start: u32, at: u32) -> Option<Ending> {
    let behind = |at: u32| document.is(at, flag::CAPITAL) && !document.is(at, flag::GLUED | flag::LINE);
    match document.str(at) {
        "–" | "—" | "--" => Some(Ending::Dash),
        "-" if !document.is(at, flag::GLUED) || at > start && document.str(at - 1) == ")" => Some(Ending::Dash),
        // *Wuxi- On March 30, …*
        "-" if behind(at + 1) && document.class_end(start, class::PLACE) == Some(at) => Some(Ending::Dash),
        // *Lima, 3 May (EFE).- The minister …*
        "-" if at > start + 1 && document.str(at - 1) == "." && document.str(at - 2) == ")" => Some(Ending::Dash),
        ")" if behind(at + 1) => {
            let open = (start..at).rev().find(|x| document.str(*x) == "(")?;
            is_agency(document, open + 1, at).then_some(Ending::Bracket)
        }
        ":" if at > start && behind(at + 1) => Some(Ending::Colon),
        _ => None,
    }
}

/// Words in capitals such as a news agency's name.
fn is_agency(document: &Document<'_>, start: u32, end: u32) -> bool {
    const LONGEST: u32 = 5;
    start < end
        && end - start <= LONGEST
        && (start..end).all(|at| document.is(at, flag::CAPITAL) || document.str(at) == "/")
        && (document.class_end(start, class::PLACE) != Some(end) || is_medium(document, (start, end)))
        && !document.has(start, class::MONTH)
}

/// A news agency that is known: *Xinhua* is a county too.
fn is_medium(document: &Document<'_>, (start, end): (u32, u32)) -> bool {
    document
        .value(start, end, class::ORG)
        .is_some_and(|kind| kind.starts_with("media"))
}

/// End of the news agency that a report starts with, where a place and a comma follow, as translations from Chinese have it:
/// *Xinhua, Changsha, April 22 –*, *China News Service, Wuhan, March 3*, *Xinhua News Agency Beijing, May 1*.
pub(in crate::extract) fn leading_agency(document: &Document<'_>, start: u32, limit: u32) -> Option<u32> {
    /// Tokens of its name.
    const LONGEST: u32 = 5;
    let medium = |end: &u32| {
        let head = |from: u32| document.value(from, *end, class::ORGHEAD) == Some("media");
        is_medium(document, (start, *end)) || end - start > 1 && (head(end - 1) || head(end - 2))
    };
    let last = (start..limit.min(start + LONGEST))
        .take_while(|at| document.is(*at, flag::CAPITAL))
        .last()?
        + 1;
    let end = (start + 1..=last).rev().find(medium)?;
    let place = end + u32::from(document.str(end) == ",");
    let behind = document.class_end(place, class::PLACE)?;
    (behind >= last && matches!(document.str(behind), "," | "(") || document.has(behind, class::MONTH)).then_some(end)
}

/// *(Reuters) - Altera …*, *(JW Insights) Feb 15 -- Altera …*: a news agency in front of the report.
fn agency_line(document: &Document<'_>, open: u32, limit: u32) -> Option<DatelineItem> {
    /// Tokens of the day behind the bracket.
    const DAY: u32 = 6;
    let close = (open..limit).find(|at| document.str(*at) == ")")?;
    is_agency(document, open + 1, close).then_some(())?;
    // *(Update) -*, *(A) -* are none
    let named = (open + 1..close).any(|at| document.token(at).len > 1 && !shape::is_ordinary(document, at));
    (named || is_medium(document, (open + 1, close))).then_some(())?;
    let dash = (close + 1..limit.min(close + 1 + DAY)).find(|at| {
        // *(Reuters) -Kelvar said*
        let own = *at == close + 1 && document.is(*at + 1, flag::CAPITAL);
        matches!(document.str(*at), "–" | "—" | "--" | "-" | ":") && (own || !document.is(*at + 1, flag::GLUED))
    })?;
    let date =
        |at: u32| !document.is(at, flag::WORD) || document.has(at, class::MONTH) || document.has(at, class::WEEKDAY);
    // *(Kelvar News) -- Wuxi, June 16 (Li Ming) The forum …*
    if (close + 1..dash).all(|at| document.is(at, flag::MARK))
        && let Some(item) = reported_from(document, dash + 1, limit)
    {
        return Some(DatelineItem {
            agency: Some((open + 1, close)),
            ..item
        });
    }
    let told = day_in(document, close + 1, dash);
    (close + 1..dash).all(date).then(|| DatelineItem {
        agency: Some((open + 1, close)),
        day: told.map(|(day, _)| day),
        year: told.and_then(|(_, year)| year),
        end: dash + 1,
        ..DatelineItem::default()
    })
}

/// *Wuxi, June 16 (Li Ming) The forum …* behind a news agency: place, day and reporter.
fn reported_from(document: &Document<'_>, start: u32, limit: u32) -> Option<DatelineItem> {
    let place = document
        .class_end(start, class::PLACE)
        .filter(|end| document.str(*end) == ",")?;
    let open = (place..limit).find(|at| document.str(*at) == "(")?;
    let close = (open..limit).find(|at| document.str(*at) == ")")?;
    let (day, year) = day_in(document, place, open)?;
    let dated = |at: u32| document.is(at, flag::NUMBER | flag::MARK) || document.has(at, class::MONTH);
    let named = |at: u32| document.is(at, flag::CAPITAL);
    let whole = (place..open).all(dated) && (open + 1..close).all(named) && named(close + 1);
    whole.then(|| DatelineItem {
        place: Some((start, place)),
        day: Some(day),
        year,
        end: close + 1,
        ..DatelineItem::default()
    })
}

/// Reads a dateline at the start of the first paragraph behind the title.
pub(super) fn dateline(document: &Document<'_>) -> Option<DatelineItem> {
    /// Lines that may stand in front of the report.
    const LINES: usize = 5;
    // *By Hannah Okafor*, on a line of its own
    let byline = |s: &&Sentence| s.end - s.start <= 10 && document.str(s.start).eq_ignore_ascii_case("by");
    let mut lines = document
        .sentences()
        .iter()
        .filter(|s| !document.is(s.start, flag::HEADLINE | flag::FURNITURE))
        .filter(|s| !byline(s))
        .take(LINES);
    let first = loop {
        let line = lines.next()?;
        // *Silicon Strategies*, *09/14/2003, 3:00 AM ET*, *Chinese article by Li Ming*: lines in front of the report
        if !is_label(document, line) && !is_credit(document, line) && !is_stamp(document, line) {
            break line;
        }
        let own = city_line(document, line);
        if own.is_some() {
            return own;
        }
    };
    // *Beijing, November 25. The department …*
    slashed(document, first)
        .or_else(|| ended(document, first))
        .or_else(|| bare(document, first))
        .or_else(|| city_line(document, first))
}

/// *Manila, October 9* on a line of its own.
fn city_line(document: &Document<'_>, line: &Sentence) -> Option<DatelineItem> {
    let end = document
        .class_end(line.start, class::PLACE)
        .filter(|end| *end < line.end && document.str(*end) == ",")?;
    let (day, year) = day_in(document, end, line.end)?;
    let dated = |at: u32| {
        document.is(at, flag::NUMBER | flag::MARK) || document.has(at, class::MONTH) || document.has(at, class::WEEKDAY)
    };
    (end..line.end).all(dated).then(|| DatelineItem {
        place: Some((line.start, end)),
        day: Some(day),
        year,
        end: line.end,
        ..DatelineItem::default()
    })
}

/// *TOKYO Feb 4 The maker …*, *New Delhi, Feb 5 The maker …*, *[SEOUL] The central bank …*: without a mark behind it.
fn bare(document: &Document<'_>, first: &Sentence) -> Option<DatelineItem> {
    let bracket = u32::from(document.str(first.start) == "[");
    if bracket > 0
        && let Some(item) = bracketed(document, first)
    {
        return Some(item);
    }
    let start = first.start + bracket;
    let end = document
        .class_end(start, class::PLACE)
        .filter(|end| *end + 2 < first.end)?;
    // abbreviations of three letters are also bodies
    let upper = |at: u32| document.is(at, flag::UPPER) && document.token(at).len > 3;
    let opens = |at: u32| document.is(at, flag::CAPITAL) && !document.is(at, flag::GLUED);
    let comma = bracket == 0 && document.str(end) == ",";
    if !(start..end).all(upper) && !comma {
        return None;
    }
    let mut item = DatelineItem {
        place: Some((start, end)),
        ..DatelineItem::default()
    };
    if bracket > 0 {
        item.end = end + 1;
        return (document.str(end) == "]" && opens(end + 1)).then_some(item);
    }
    let month = end + u32::from(document.str(end) == ",");
    // *SEOUL, South Korea's exports rose*: where a date has been left out
    let country = || document.class_end(month, class::PLACE);
    if comma && (start..end).all(upper) && country().is_some_and(|behind| is_owner(document, behind)) {
        item.end = month;
        return Some(item);
    }
    let behind = document.class_end(month, class::MONTH)?;
    let day = behind + u32::from(document.str(behind) == ".");
    // *Wuxi, March 3, 2024 The plant …*
    let year = (document.str(day + 1) == "," && day + 3 < first.end)
        .then(|| {
            document
                .str(day + 2)
                .parse()
                .ok()
                .filter(|_| document.token(day + 2).len == 4)
        })
        .flatten();
    let end = day + if year.is_some() { 3 } else { 1 };
    (end < first.end && document.is(day, flag::NUMBER) && opens(end)).then_some(())?;
    let number = document.str(day).parse().ok().filter(|d| (1..=31).contains(d))?;
    item.day = Some((document.number_value(month, behind, class::MONTH)?, number));
    item.year = year;
    item.end = end;
    Some(item)
}

/// *'s* behind a name.
fn is_owner(document: &Document<'_>, at: u32) -> bool {
    document.get(at).is_some() && matches!(document.str(at), "'s" | "’s")
}

/// *[Hong Kong, 3 January 2022] The institute …*: place and day in brackets.
fn bracketed(document: &Document<'_>, first: &Sentence) -> Option<DatelineItem> {
    /// Tokens of place and day.
    const LONGEST: u32 = 12;
    let limit = first.end.min(first.start + LONGEST);
    let close = (first.start + 1..limit).find(|at| document.str(*at) == "]")?;
    let place = document.class_end(first.start + 1, class::PLACE)?;
    let (day, year) = day_in(document, place, close)?;
    let dated = |at: u32| document.is(at, flag::NUMBER | flag::MARK) || document.has(at, class::MONTH);
    (place..close).all(dated).then(|| DatelineItem {
        place: Some((first.start + 1, place)),
        day: Some(day),
        year,
        end: close + 1,
        ..DatelineItem::default()
    })
}

/// A dateline that a dash, bracket or colon ends.
fn ended(document: &Document<'_>, first: &Sentence) -> Option<DatelineItem> {
    let limit = (first.start + 24).min(document.len());
    if document.str(first.start) == "(" {
        return source_line(document, first.start, limit)
            .or_else(|| agency_line(document, first.start, limit))
            .or_else(|| reporter_line(document, first.start, limit))
            .or_else(|| place_line(document, first.start, limit));
    }
    let (at, mark) = (first.start..limit).find_map(|at| Some((at, ending(document, first.start, at)?)))?;
    let dash = at + u32::from(mark == Ending::Bracket);
    let mut item = DatelineItem {
        end: dash + u32::from(mark != Ending::Bracket),
        ..DatelineItem::default()
    };
    let mut at = first.start;
    if let Some(end) = leading_agency(document, at, dash) {
        item.agency = Some((at, end));
        at = end + u32::from(document.str(end) == ",");
    }
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
        // *LIMA, Democratic Republic of Congo, 12 May –*: no running text
        if item.place.is_some()
            && token.is(flag::CAPITAL)
            && let Some(end) = document.class_end(at, class::PLACE).filter(|end| *end > at + 2)
        {
            at = end;
            continue;
        }
        if token.is(flag::NUMBER) {
            if token.len == 4 {
                item.year = document.str(at).parse().ok();
            }
        } else if document.str(at) == "(" {
            let close = (at..dash).find(|x| document.str(*x) == ")")?;
            // *SHANGHAI (October 28, 2024) –*, *LIMA, March 27 (2025) –*
            let year = close == at + 2 && document.is(at + 1, flag::NUMBER) && document.token(at + 1).len == 4;
            if year || (at..close).any(|x| document.has(x, class::MONTH)) {
                at += 1;
                continue;
            }
            // *Pune (Maharashtra)*, *Xinhua, Wuxi, May 3 (Reporter Li Ming)*
            let other = item.agency.is_none()
                && document.class_end(at + 1, class::PLACE) != Some(close)
                && !is_reporter(document, at + 1);
            if other || is_medium(document, (at + 1, close)) {
                item.agency = Some((at + 1, close));
            }
            at = close;
        } else if token.is(flag::CAPITAL) && item.place.is_none() && !document.has(at, class::WEEKDAY) {
            // *Rio de Janeiro, May 3 –*
            let mut end = document.class_end(at, class::PLACE).unwrap_or(at + 1);
            while end < dash
                && (document.is(end, flag::CAPITAL)
                    || document.str(end) == "/"
                    || document.str(end) == "'"
                    // *NUR-SULTAN*
                    || document.str(end) == "-" && document.is(end, flag::GLUED))
                && !document.has(end, class::MONTH)
            {
                end += 1;
            }
            // *Ningbo Evening News, May 17 –*
            let medium =
                document.value(end - 1, end, class::ORGHEAD) == Some("media") || is_medium(document, (at, end));
            if medium && item.agency.is_none() && document.str(end) == "," {
                item.agency = Some((at, end));
            } else {
                item.place = Some((at, end));
            }
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
    let upper = |(s, _): (u32, u32)| document.is(s, flag::UPPER);
    let in_gazetteer = item.place.is_some_and(|place| {
        document.class_end(place.0, class::PLACE) == Some(place.1)
            && (upper(place) || !document.has(place.0, class::PLACESTOP))
    });
    let known_place = item
        .place
        .is_some_and(|(s, e)| document.class_end(s, class::PLACE) == Some(e) || document.is(s, flag::UPPER));
    let sure = match mark {
        // *Apple - the maker of*: nothing but a place
        Ending::Dash if dash == first.start + 1 && !document.is(first.start, flag::UPPER) => {
            in_gazetteer && document.is(dash + 1, flag::CAPITAL)
        }
        Ending::Dash => {
            // *SILVER SPRING, Md. —*
            let length = if item.place.is_some_and(upper) { 8 } else { 5 };
            item.day.is_some() || item.agency.is_some() && known_place || known_place && dash - first.start < length
        }
        Ending::Bracket => {
            item.day.is_some() || in_gazetteer && item.agency.is_some_and(|agency| is_medium(document, agency))
        }
        Ending::Colon => in_gazetteer && (item.day.is_some() || document.is(first.start, flag::UPPER)),
    };
    sure.then_some(item)
}
