//! Times on the clock and the days that they are of.

use std::fmt::Write as _;

use crate::lexicon::{class, list};
use crate::record::DateKind;
use crate::text::{Document, flag};

use super::published::iso_day;
use super::{DAY, DateItem};

/// A time on the clock, or a stretch between two, without a day of its own.
pub(super) fn is_clock(item: &DateItem) -> bool {
    item.kind == DateKind::Time && item.value.as_bytes().get(DAY) == Some(&b'T') && item.rule.starts_with("date.clock")
}

/// A time of day is that of the day written next to it: *Monday at 9 a.m.*, *9 a.m. on Monday*.
pub(super) fn with_days(document: &Document<'_>, items: &mut [DateItem]) {
    /// Tokens that may stand between: *, at*.
    const APART: u32 = 2;
    let near = |a: &DateItem, b: &DateItem| {
        b.start >= a.end && b.start - a.end <= APART && (a.end..b.start).all(|at| document.token(at).len <= 2)
    };
    for at in 0..items.len() {
        let own = &items[at];
        if !is_clock(own) || own.value.contains('/') {
            continue;
        }
        let day = at
            .checked_sub(1)
            .map(|b| &items[b])
            .filter(|b| near(b, own))
            .filter(|b| b.is_day())
            .or_else(|| items.get(at + 1).filter(|a| near(own, a) && a.is_day()))
            .map(|d| (d.value.clone(), d.basis));
        if let Some((day, basis)) = day {
            let item = &mut items[at];
            item.value.replace_range(..DAY, &day);
            item.timex = item.value.clone();
            item.basis = basis;
        }
    }
}

/// *7:50 a.m. Wednesday Beijing Time*: the zone behind both is that of the clock.
pub(super) fn in_zone(document: &Document<'_>, mut item: DateItem) -> DateItem {
    let end = document.class_end(item.end, class::TIMEZONE);
    let zone = end.and_then(|end| document.value(item.end, end, class::TIMEZONE));
    if let Some((end, zone)) = end.zip(zone)
        && item.value.len() == CLOCK
        && !document.is(item.end, flag::LINE)
    {
        item.value.push_str(zone);
        item.timex.push_str(zone);
        item.end = end;
    }
    item
}

/// *It closed at 5 p.m., Friday was calm*: the day of a new clause.
pub(super) fn starts_clause(document: &Document<'_>, a: &DateItem, b: &DateItem, gap: [&str; 2]) -> bool {
    gap[0] == ","
        && (b.relation.is_some()
            || document
                .get(b.end)
                .is_some_and(|t| t.is(flag::WORD) && document.info(b.end).verb != 0))
        && a.end < b.start
}

/// The day `day` at the time of `clock`; `first` and `last` give the span.
pub(super) fn day_and_clock(
    document: &Document<'_>,
    day: &DateItem,
    clock: &DateItem,
    first: &DateItem,
    last: &DateItem,
) -> Option<DateItem> {
    if day.kind == DateKind::Set {
        // *every Monday at 4 p.m.* is each week, at `T16`
        let time = clock.timex.get(DAY..).filter(|_| !clock.timex.contains('/'))?;
        let weekday = day.timex.starts_with("XXXX-WXX-") && day.timex.len() == "XXXX-WXX-1".len();
        if !weekday && day.value != "P1D" {
            return None;
        }
        return Some(DateItem {
            end: last.end,
            start: first.start,
            timex: if weekday {
                format!("{}{time}", day.timex)
            } else {
                time.into()
            },
            ..day.clone()
        });
    }
    // *Tuesday to Sunday from 7 a.m.*, *6 a.m. Monday through Friday* are of more days than this one
    let more = |x: u32| matches!(document.str(x), "to" | "through" | "until" | "-" | "–");
    let weekday = |x: u32| document.has(x, class::WEEKDAY);
    let behind = day.end + 1 < document.len() && more(day.end) && weekday(day.end + 1);
    let before = day.start > 1 && more(day.start - 1) && weekday(day.start - 2);
    // *at 9 a.m. Monday's deal …*
    let owner = day.end >= last.end && day.end < document.len() && matches!(document.str(day.end), "'s" | "’s");
    if !day.is_day() || behind || before || owner {
        return None;
    }
    // *this evening from 7 to 7:30* is behind noon, unless *a.m.* says more; nights go on behind midnight
    let said = (clock.start..clock.end).any(|x| document.is_on(x, list::HALF_OF_DAY));
    let later = match day.timex.get(DAY..) {
        _ if said => 0..0,
        Some("TEV" | "TAF") => 1..12,
        Some("TNI") => 5..12,
        _ => 0..0,
    };
    // *from 10 p.m. to 5 a.m. on Monday*
    let next = iso_day(&day.value).map(|d| d.plus_days(1).to_string());
    let on_day = |text: &str| -> Option<String> {
        let mut out = String::with_capacity(text.len());
        let mut before = 0;
        for (n, end) in text.split('/').enumerate() {
            let (hour, rest) = (end.get(DAY + 1..DAY + 3)?.parse::<u32>().ok()?, end.get(DAY + 3..)?);
            let hour = if later.contains(&hour) { hour + 12 } else { hour };
            let slash = if n > 0 { "/" } else { "" };
            let at = next.as_deref().filter(|_| hour < before).unwrap_or(&day.value);
            before = hour;
            write!(out, "{slash}{at}T{hour:02}{rest}").ok()?;
        }
        Some(out)
    };
    Some(DateItem {
        start: first.start,
        end: last.end,
        kind: DateKind::Time,
        value: on_day(&clock.value)?,
        timex: on_day(&clock.timex)?,
        modifier: None,
        relation: first.relation,
        fiscal: false,
        basis: day.basis,
        rule: day.rule,
        silent: false,
    })
}

/// Bytes of a day with its time: `2024-01-31T07:50`.
const CLOCK: usize = DAY + "T07:50".len();

/// *from 3 in the morning until 5 p.m.*, *from 2 p.m. to 4:30 p.m. tomorrow*, *from 9:30 a.m. for two hours*: two times of the clock
/// that are told by themselves, or one and how long it lasts.
pub(super) fn clock_stretch(document: &Document<'_>, a: &DateItem, b: &DateItem, gap: [&str; 2]) -> Option<DateItem> {
    let point = |x: &DateItem| x.kind == DateKind::Time && x.value.len() == CLOCK && !x.silent;
    let before = a.start.checked_sub(1).map_or("", |x| document.str(x));
    let from = before.eq_ignore_ascii_case("from");
    if !point(a) {
        return None;
    }
    let (first, last) = if gap == ["for", ""] && from {
        let end = after(
            &a.value,
            b.value.strip_prefix("PT").filter(|_| b.kind == DateKind::Duration)?,
        )?;
        (a.value.clone(), end)
    } else {
        let open = match gap {
            ["until" | "till" | "to" | "through" | "-" | "–", ""] => from,
            ["and", ""] => before.eq_ignore_ascii_case("between"),
            _ => false,
        };
        if !open || !point(b) {
            return None;
        }
        let (mut first, mut last) = (a.value.clone(), b.value.clone());
        match (is_clock(a), is_clock(b)) {
            // *between 2:00 tomorrow and 4:00*
            (false, true) => last.replace_range(..DAY, a.value.get(..DAY)?),
            // *from 5 in the morning to 8 in the evening on Monday*, but *from 2 p.m. to tomorrow, 4:30 p.m.*
            (true, false) if document.is(b.start, flag::NUMBER) => first.replace_range(..DAY, b.value.get(..DAY)?),
            _ => {}
        }
        let same = first.get(..DAY)? == last.get(..DAY)?;
        if same && last < first {
            let next = iso_day(&last)?.plus_days(1).to_string();
            last.replace_range(..DAY, &next);
        }
        (first, last)
    };
    let value = (first < last).then(|| format!("{first}/{last}"))?;
    Some(DateItem {
        start: a.start,
        end: b.end,
        timex: value.clone(),
        value,
        relation: None,
        basis: if is_clock(a) && b.kind == DateKind::Time {
            b.basis
        } else {
            a.basis
        },
        // a day told beside it may still join
        rule: if b.kind == DateKind::Time && !is_clock(b) {
            b.rule
        } else {
            a.rule
        },
        ..a.clone()
    })
}

/// So many hours and minutes (`3H30M`) behind a time of a day.
fn after(from: &str, length: &str) -> Option<String> {
    let day = iso_day(from)?;
    let mut minutes =
        from.get(DAY + 1..DAY + 3)?.parse::<i64>().ok()? * 60 + from.get(DAY + 4..)?.parse::<i64>().ok()?;
    let mut rest = length;
    while let Some(end) = rest.find(['H', 'M']) {
        let unit = if rest.as_bytes()[end] == b'H' { 60 } else { 1 };
        minutes += rest.get(..end)?.parse::<i64>().ok().filter(|n| *n < 1000)? * unit;
        rest = rest.get(end + 1..)?;
    }
    let day = day.plus_days(minutes / (24 * 60));
    let minutes = minutes % (24 * 60);
    rest.is_empty()
        .then(|| format!("{day}T{:02}:{:02}", minutes / 60, minutes % 60))
}
