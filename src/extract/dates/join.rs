//! Dates that stand together and say one thing: a day with its time on the clock, two ends of one stretch, so much before
//! or after a day.

use crate::lexicon::{class, list};
use crate::record::{Basis, DateKind};
use crate::text::{Document, flag};

use super::civil::{Day, plus_months};
use super::clocks::{clock_stretch, day_and_clock, in_zone, is_clock, starts_clause};
use super::published::iso_day;
use super::{Anchor, DAY, DateItem};

/// Joins neighbours: first days with their times, then what reaches from one to the other.
pub(super) fn join(document: &Document<'_>, anchor: &Anchor, items: &mut Vec<DateItem>) {
    one_pass(items, |a, b| points(document, a, b));
    told_behind(document, items);
    one_pass(items, |a, b| clock_stretch(document, a, b, between(document, a, b)?));
    one_pass(items, |a, b| {
        let gap = between(document, a, b)?;
        let apart = !is_clock(a) && !is_clock(b) && !a.silent && !b.silent;
        apart.then(|| stretch(document, anchor, a, b, gap)).flatten()
    });
}

/// *yesterday (April 26th)*, *on Tuesday (Sept. 5)*, *this afternoon (the 6th)*: the day in brackets says which one is meant.
fn told_behind(document: &Document<'_>, items: &mut [DateItem]) {
    for at in 0..items.len() {
        let (front, behind) = items.split_at_mut(at + 1);
        let a = &mut front[at];
        if a.end >= document.len() || document.str(a.end) != "(" || a.basis == Basis::Explicit {
            continue;
        }
        let day = |b: &&DateItem| b.kind == DateKind::Date && b.value.len() == DAY && !b.value.ends_with("XX");
        let told = behind
            .first()
            .filter(|b| b.start == a.end + 1 && document.str(b.end) == ")");
        if let Some(b) = told.filter(day) {
            if a.value == "XXXX-XX-XX" {
                (a.value, a.timex, a.basis) = (b.value.clone(), b.timex.clone(), b.basis);
            } else if let Some(day) = iso_day(&b.value) {
                moved_to(a, day);
            }
        } else if told.is_none()
            && let Some(n) = nth_alone(document, a.end + 1)
            && let Some(day) = a.value.get(..DAY).and_then(iso_day)
        {
            /// Days between the day that was counted and the one in brackets.
            const NEAR: i64 = 3;
            let near = (-NEAR..=NEAR).map(|days| day.plus_days(days));
            if let Some(day) = near.into_iter().find(|day| day.day == n) {
                moved_to(a, day);
            }
        }
    }
}

/// Gives a single day, or a part of one, that was counted from the article's own the day that is told beside it.
fn moved_to(item: &mut DateItem, day: Day) {
    /// Days between the two; what is farther off is of another year, or another thing.
    const NEAR: i64 = 10;
    let own = item.value.get(..DAY).and_then(iso_day);
    let near = own.is_some_and(|own| (-NEAR..=NEAR).any(|days| own.plus_days(days) == day));
    if !near || item.value.contains('/') || !item.timex.starts_with(&item.value[..DAY]) {
        return;
    }
    let day = day.to_string();
    item.value.replace_range(..DAY, &day);
    item.timex.replace_range(..DAY, &day);
}

/// *(6th)*, *(the 6th)*: the day of a month between the bracket in front of the token and the next one.
fn nth_alone(document: &Document<'_>, at: u32) -> Option<u32> {
    let at = at + u32::from(at < document.len() && document.str(at) == "the");
    let ends = at + 2 < document.len()
        && document.is(at, flag::NUMBER)
        && matches!(document.str(at + 1), "st" | "nd" | "rd" | "th")
        && document.str(at + 2) == ")";
    ends.then(|| document.str(at).parse().ok()).flatten()
}

/// Joins each item with the one before it; what was joined can be joined again.
fn one_pass(items: &mut Vec<DateItem>, pair: impl Fn(&DateItem, &DateItem) -> Option<DateItem>) {
    let mut kept: usize = 0;
    for at in 0..items.len() {
        // the item moves down to the end of those that are kept
        items.swap(kept, at);
        kept += 1;
        while kept > 1 {
            let Some(joined) = pair(&items[kept - 2], &items[kept - 1]) else {
                break;
            };
            items[kept - 2] = joined;
            kept -= 1;
        }
    }
    items.truncate(kept);
}

/// What stands between the two, where it is short and on the same line.
fn between<'a>(document: &Document<'a>, a: &DateItem, b: &DateItem) -> Option<[&'a str; 2]> {
    const FARTHEST: u32 = 2;
    if b.start < a.end || b.start - a.end > FARTHEST {
        return None;
    }
    if (a.end..=b.start).any(|x| document.is(x, flag::LINE)) {
        return None;
    }
    let word = |x: u32| if x < b.start { document.str(x) } else { "" };
    Some([word(a.end), word(a.end + 1)])
}

/// A day and its time, or so long before or after a day.
fn points(document: &Document<'_>, a: &DateItem, b: &DateItem) -> Option<DateItem> {
    let gap = between(document, a, b)?;
    if a.silent || b.silent {
        return None;
    }
    if let Some(day) = with_weekday(document, a, b, gap) {
        return Some(day);
    }
    let (clock_a, clock_b) = (is_clock(a), is_clock(b));
    if clock_b && !clock_a {
        // *Monday at 9 a.m.*, *March 3, 10:15*, *March 3 / 10:15*, *on Friday from 3 to 5 p.m.*
        let close = match gap {
            ["" | "," | "at" | "around" | "/" | "|", ""] | [",", "at" | "around"] => true,
            // *Monday morning at about 2:30*
            ["at", "about" | "around" | "approximately" | "roughly" | "exactly"] => true,
            ["from" | "between", ""] | [",", "from" | "between"] => b.value.contains('/'),
            // *tomorrow before 5 p.m.*, not *on Monday by 5 p.m. Tuesday*
            ["by" | "before" | "after" | "about", ""] | ["just" | "shortly", "before" | "after"] => {
                !b.value.contains('/') && !day_follows(document, b.end)
            }
            _ => false,
        };
        let joined = close.then(|| day_and_clock(document, a, b, a, b)).flatten();
        return joined.map(|item| DateItem {
            relation: item.relation.or(b.relation.filter(|relation| gap.contains(relation))),
            ..item
        });
    }
    if clock_a && !clock_b {
        // *9 a.m. on Monday*, *8 a.m. today*
        let close = matches!(gap, ["" | "," | "on", ""] | [",", "on"]) && !starts_clause(document, a, b, gap);
        let joined = close.then(|| day_and_clock(document, b, a, a, b)).flatten();
        return joined.map(|item| in_zone(document, item));
    }
    if clock_a || clock_b {
        return None;
    }
    if let Some(whole) = stretch_of_year(document, a, b) {
        return Some(whole);
    }
    offset(document, a, b, gap)
}

/// Whether a day of its own stands behind the clock that ends at the token.
fn day_follows(document: &Document<'_>, end: u32) -> bool {
    let on = document.get(end).is_some() && matches!(document.str(end), "on" | ",");
    let at = end + u32::from(on);
    document.get(at).is_some()
        && (document.has(at, class::WEEKDAY) || document.has(at, class::DAYWORD) || document.has(at, class::MONTH))
}

/// *13 June 2018, Wednesday*, *June 13 (Wednesday)*: the day of the week behind a day says no more.
fn with_weekday(document: &Document<'_>, a: &DateItem, b: &DateItem, gap: [&str; 2]) -> Option<DateItem> {
    let weekday = b.end == b.start + 1 && document.has(b.start, class::WEEKDAY) && a.value.len() >= DAY;
    if !weekday || !matches!(gap, ["" | "," | "(", ""]) || document.has(a.end - 1, class::WEEKDAY) {
        return None;
    }
    let bracket = gap[0] == "(";
    let closed = !bracket || document.str(b.end) == ")";
    // *July 10 (Wednesday)* a week later as well
    let told = a.value.get(..DAY).and_then(iso_day).map(|day| day.weekday());
    let falls = told.is_some() && told == document.number_value(b.start, b.end, class::WEEKDAY);
    let same = b.value.len() == DAY && (falls || b.value == "XXXX-XX-XX");
    let day = !a.value.contains('/') && a.value.get(8..DAY).is_some_and(|day| day != "XX");
    let owns = matches!(document.str(b.end), "'s" | "’s");
    (closed && same && day && !owns).then(|| DateItem {
        end: b.end + u32::from(bracket),
        ..a.clone()
    })
}

/// *from May 26 to 29 this year*: the year behind a stretch of days is its own.
fn stretch_of_year(document: &Document<'_>, a: &DateItem, b: &DateItem) -> Option<DateItem> {
    let year = matches!(document.str(b.start), "this" | "last" | "next") && b.value.len() == 4 && b.end == b.start + 2;
    let (first, last) = a.value.split_once('/')?;
    let days = first.len() == DAY && last.len() == DAY && a.kind == DateKind::Date && a.basis != Basis::Explicit;
    if !year || !days || a.end != b.start || first.get(..4) != last.get(..4) {
        return None;
    }
    let value = format!("{}{}/{}{}", b.value, first.get(4..)?, b.value, last.get(4..)?);
    Some(DateItem {
        end: b.end,
        timex: value.clone(),
        value,
        basis: b.basis,
        ..a.clone()
    })
}

/// *two days before Christmas*, *three weeks from tomorrow*.
fn offset(document: &Document<'_>, a: &DateItem, b: &DateItem, gap: [&str; 2]) -> Option<DateItem> {
    let back = match gap {
        ["before", ""] | ["prior", "to"] | ["ahead", "of"] => true,
        ["after" | "from" | "following", ""] => false,
        _ => return None,
    };
    if a.kind != DateKind::Duration || b.kind != DateKind::Date || b.value.starts_with('-') || b.value.contains('/') {
        return None;
    }
    // *lasting 64 days from May 3 to July 6*
    let goes_on =
        b.end < document.len() && matches!(document.str(b.end), "to" | "until" | "till" | "through" | "-" | "–");
    let lasts = a.start > 0 && document.has(a.start - 1, class::DURATIONPREP);
    // *appointed for a period of two years from July 1*
    let term = a.start > 0 && document.str(a.start - 1) == "of";
    if gap[0] == "from" && (goes_on || lasts || term) {
        return None;
    }
    // *for three days from Monday*, *less than a week before May 5*, *the two years after 2020* are stretches
    if a.start > 0 && document.is_on(a.start - 1, list::STRETCH_LED) {
        return None;
    }
    let length = a.value.strip_prefix('P')?;
    let (number, unit) = length.split_at(length.len().checked_sub(1)?);
    let n = number.parse::<i64>().ok().filter(|n| *n < 4000)? * if back { -1 } else { 1 };
    let (year, month) = (b.value.get(..4)?.parse::<i32>().ok()?, b.value.get(5..7));
    let months = match unit {
        "Y" => Some(n as i32 * 12),
        "M" => Some(n as i32),
        _ => None,
    };
    let value = match (iso_day(&b.value), months, month) {
        (Some(day), None, _) => day.plus_days(n * if unit == "W" { 7 } else { 1 }).to_string(),
        (Some(day), Some(months), _) => {
            let (year, month) = plus_months(day.year, day.month, months);
            let last = super::civil::days_in_month(year, month);
            Day::new(year, month, day.day.min(last))?.to_string()
        }
        (None, Some(months), Some(month)) if b.value.len() == "2024-05".len() => {
            let month = month.parse().ok().filter(|m| (1..=12).contains(m))?;
            let (year, month) = plus_months(year, month, months);
            format!("{year:04}-{month:02}")
        }
        (None, Some(months), None) if b.value.len() == 4 && months % 12 == 0 => format!("{:04}", year + months / 12),
        _ => return None,
    };
    matches!(unit, "Y" | "M" | "W" | "D").then(|| DateItem {
        start: a.start,
        end: b.end,
        kind: DateKind::Date,
        timex: value.clone(),
        value,
        modifier: None,
        relation: a.relation,
        fiscal: false,
        basis: b.basis,
        rule: a.rule,
        silent: false,
    })
}

/// First and last month of a quarter in EDTF.
fn quarter_months(value: &str) -> Option<(String, String)> {
    let (year, quarter) = value.split_once('-')?;
    let n = quarter.parse::<u32>().ok().filter(|q| (33..=36).contains(q))? - 33;
    Some((format!("{year}-{:02}", n * 3 + 1), format!("{year}-{:02}", n * 3 + 3)))
}

/// *from 2014 to May 2, 2018*, *between 3 May and today*: two ends of unlike form.
fn stretch(document: &Document<'_>, anchor: &Anchor, a: &DateItem, b: &DateItem, gap: [&str; 2]) -> Option<DateItem> {
    let before = a.start.checked_sub(1).map_or("", |x| document.str(x));
    let open = match gap {
        ["and", ""] => before.eq_ignore_ascii_case("between"),
        ["through", ""] => true,
        ["to" | "until" | "till", ""] => before.eq_ignore_ascii_case("from") || a.is_day() && b.is_day(),
        ["-" | "–" | "~", ""] => a.is_day() && b.is_day() || before.eq_ignore_ascii_case("from"),
        _ => false,
    };
    // *moved from May 3 to May 10* is no stretch
    let moved =
        before.eq_ignore_ascii_case("from") && a.start.checked_sub(2).is_some_and(|x| document.is_on(x, list::MOVED));
    // *from 2007 to the end of 2008*: whole years all the same
    let edge = |x: &DateItem, edge: &str| x.modifier.is_none() || x.modifier == Some(edge);
    let dated = |x: &DateItem| {
        (x.kind == DateKind::Date || x.kind == DateKind::Time && !is_clock(x))
            && edge(x, if std::ptr::eq(x, a) { "start" } else { "end" })
            && !x.value.strip_prefix("XXXX-").unwrap_or(&x.value).contains(['/', 'X'])
            && (x.value.len() == 4 || x.value.len() >= 7)
    };
    let now = |x: &DateItem| x.kind == DateKind::Vague && x.timex == "PRESENT_REF" && document.str(x.start) == "now";
    if !open || moved || !(dated(a) || now(a)) || !(dated(b) || now(b)) || now(a) && now(b) {
        return None;
    }
    let text = |x: &DateItem| {
        if now(x) {
            anchor.day.map(|d| d.to_string())
        } else {
            Some(x.value.clone())
        }
    };
    let (mut from, mut to) = (text(a)?, text(b)?);
    // *from Q1 2020 to Q3 2021*: by their months
    if let (Some(first), Some(last)) = (quarter_months(&from), quarter_months(&to)) {
        (from, to) = (first.0, last.1);
    }
    if from.starts_with('-') || to.starts_with('-') {
        return None;
    }
    // what starts now ends in times to come
    if now(a) && to < from && b.basis != Basis::Explicit {
        let year = to.get(..4)?.parse::<i32>().ok()? + 1;
        to.replace_range(..4, &format!("{year:04}"));
    }
    // *from Monday to Friday*: the Friday behind that Monday
    if b.rule == "date.weekday"
        && to < from
        && let Some(day) = to.get(..DAY).and_then(iso_day)
        && let week = day.plus_days(7).to_string()
        && week.as_str() > from.get(..DAY)?
    {
        to.replace_range(..DAY, &week);
    }
    // *from May to September* of a year that is not known
    if from.starts_with('X') != to.starts_with('X') || from.starts_with('X') && from.len() != to.len() {
        return None;
    }
    // quarters and seasons are no months, so that they cannot be compared
    let season = |v: &str| v.len() == 7 && v[5..].parse().is_ok_and(|m: u32| m > 12);
    let same = from.len().min(to.len());
    if season(&from) || season(&to) || from[..same] > to[..same] || from == to {
        return None;
    }
    let value = format!("{from}/{to}");
    Some(DateItem {
        start: a.start,
        end: b.end,
        kind: if a.kind == b.kind { a.kind } else { DateKind::Date },
        timex: value.clone(),
        value,
        modifier: None,
        relation: a.relation.filter(|r| *r != "from"),
        fiscal: false,
        basis: if now(a) { b.basis } else { a.basis },
        rule: b.rule,
        silent: false,
    })
}
