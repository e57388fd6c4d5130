//! Reads one match of a date rule: its value, and where a part is missing the part that the article gives.

use crate::lexicon::class;
use crate::record::{Basis, DateKind};
use crate::rules::matching::Match;
use crate::text::{Document, flag};

use super::super::numbers::{Form, Numbers};
use super::civil::{Day, plus_months};
use super::{Anchor, DateItem};

/// Explicit years from which on an article tells history, so that a bare day leans on the year told before it.
const NARRATIVE: usize = 5;

/// Reads matches in text order and remembers what was said.
pub struct Reader<'d, 'a> {
    document: &'d Document<'a>,
    numbers: &'d Numbers,
    anchor: Anchor,
    /// The last explicit year, and the last full day.
    last_year: Option<i32>,
    last_month: Option<u32>,
    /// Year and month of the last date that has both.
    last_point: Option<(i32, u32)>,
    last_day: Option<Day>,
    narrative: bool,
    /// A year far from the last one, which may be a digression.
    leapt: Option<i32>,
    /// The latest year told as past, where the article has no day of its own.
    told: Option<i32>,
}

struct Value {
    kind: DateKind,
    value: String,
    timex: String,
    basis: Basis,
    fiscal: bool,
}

fn date(value: String, basis: Basis) -> Value {
    Value {
        kind: DateKind::Date,
        timex: value.clone(),
        value,
        basis,
        fiscal: false,
    }
}

/// A duration of `n` units (`X` where the number is not known), in ISO 8601: what it has no letter for is turned into
/// months, years or weeks.
fn length(n: String, unit: &str) -> Value {
    let (factor, letter) = match unit {
        "Q" => (3, "M"),
        "DECADE" => (10, "Y"),
        "CENTURY" => (100, "Y"),
        "2W" => (2, "W"),
        "WE" => (1, "W"),
        other => (1, other),
    };
    let n = match n.parse::<i64>() {
        Ok(count) if factor > 1 => (count * factor).to_string(),
        _ => n,
    };
    let value = match letter.strip_prefix('T') {
        Some(clock) => format!("PT{n}{clock}"),
        None => format!("P{n}{letter}"),
    };
    Value {
        kind: DateKind::Duration,
        timex: value.clone(),
        value,
        basis: Basis::Explicit,
        fiscal: false,
    }
}

/// Refuses matches that only look like dates: counts and model numbers.
pub fn plausible(document: &Document<'_>, m: &Match) -> bool {
    if document.lexicon.string(document.lexicon.rules[m.rule as usize].id) == "date.set" {
        // *monthly output* says how much, not when
        let (start, end) = m.span();
        let noun = end < document.len()
            && document.is(end, flag::WORD)
            && crate::extract::names::shape::is_noun(document, end)
            && document.info(end).pos & crate::lexicon::format::pos::ADVERB == 0;
        return end - start > 1 || !noun;
    }
    let rule = document.lexicon.string(document.lexicon.rules[m.rule as usize].id);
    let (start, end) = m.span();
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
        if next.is(flag::GLUED) && (next.is(flag::WORD) || matches!(text, ":" | "/" | "%" | "°")) {
            return false;
        }
        let year: i32 = document.str(start).parse().unwrap_or(0);
        let info = document.info(end);
        let plural = next.is(flag::WORD)
            && !next.is(flag::CAPITAL)
            && info.pos & crate::lexicon::format::pos::PLURAL != 0
            && info.verb == 0;
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
        if unit
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
                "in" | "since" | "year" | "until" | "of" | "from" | "by" | "to" | "between" | "(" | "-"
            ) && year >= 1100
                && !plural
                && !(year < 1700
                    && matches!(document.str(start.saturating_sub(1)), "to" | "by" | "of" | "from" | "-"));
        }
    }
    true
}

impl<'d, 'a> Reader<'d, 'a> {
    pub fn new(document: &'d Document<'a>, numbers: &'d Numbers, anchor: &Anchor, matches: &[Match]) -> Self {
        let mut reader = Self {
            document,
            numbers,
            anchor: *anchor,
            last_year: None,
            last_month: None,
            last_point: None,
            last_day: None,
            narrative: false,
            leapt: None,
            told: None,
        };
        let old = matches.iter().filter(|m| {
            let year = reader.int(m, "year");
            year.is_some_and(|y| anchor.year.is_none_or(|a| y < a - 1))
        });
        reader.narrative = old.count() >= NARRATIVE;
        if !reader.narrative && anchor.year.is_none() {
            let plain = |m: &&Match| {
                let make = document.lexicon.string(document.lexicon.rules[m.rule as usize].make);
                !matches!(make, "date.decade" | "date.century" | "date.plan") && !reader.future(m.start)
            };
            let told = matches.iter().filter(plain).filter_map(|m| reader.int(m, "year"));
            reader.told = told.filter(|y| (1950..2060).contains(y)).max();
        }
        reader
    }

    /// The date of a match; `None` where it is none after all.
    pub fn item(&mut self, m: &Match) -> Option<DateItem> {
        let rule = self.document.lexicon.rules[m.rule as usize];
        let make = self.document.lexicon.string(rule.make);
        let (start, end) = m.span();
        let value = self.value(m, make.strip_prefix("date.")?)?;
        self.remember(&value, start);
        Some(DateItem {
            start,
            end,
            kind: value.kind,
            value: value.value,
            timex: value.timex,
            modifier: None,
            relation: None,
            fiscal: value.fiscal,
            basis: value.basis,
            rule: self.document.lexicon.string(rule.id),
            silent: false,
        })
    }

    fn remember(&mut self, value: &Value, at: u32) {
        if value.kind != DateKind::Date || value.value.starts_with('X') {
            return;
        }
        let text = value.value.split('/').next().unwrap_or_default();
        let part = |r: std::ops::Range<usize>| text.get(r).and_then(|t| t.parse::<u32>().ok());
        if let Some(year) = part(0..4) {
            let told = value.basis == Basis::Explicit || value.basis == Basis::Context || self.anchor.year.is_none();
            if told && (!self.narrative || self.moves_on(value, year as i32, at)) {
                self.last_year = Some(year as i32);
            }
            if text.len() >= 7 && text.as_bytes()[4] == b'-' && part(5..7).is_some_and(|m| m <= 12) {
                self.last_month = part(5..7);
                self.last_point = part(5..7).map(|month| (year as i32, month));
            }
            if text.len() == 10 {
                self.last_day = super::published::iso_day(text);
            }
        }
    }

    /// Whether a history is in that year now: not where it looks back or ahead (*until 1945*, *(1812)*, *since 1871*),
    /// nor at a leap of many years that nothing follows.
    fn moves_on(&mut self, value: &Value, year: i32, at: u32) -> bool {
        const LEAP: i32 = 12;
        let Some(last) = self.last_year else { return true };
        let leap = (year - last).abs() > LEAP;
        let confirmed = self.leapt.is_some_and(|y| (y - year).abs() <= LEAP);
        self.leapt = leap.then_some(year);
        if leap && !confirmed {
            return false;
        }
        if value.value.len() > 4 {
            return value.basis == Basis::Explicit || year >= last;
        }
        if value.basis != Basis::Explicit {
            return year >= last;
        }
        let before = at.checked_sub(1).map_or("", |b| self.document.str(b));
        !matches!(
            before,
            "until" | "till" | "by" | "since" | "from" | "before" | "after" | "to" | "(" | "-" | "–" | "and"
        )
    }

    fn text(&self, m: &Match, name: &str) -> Option<&'a str> {
        let (s, e) = m.named(self.document, name)?;
        Some(self.document.slice(s, e))
    }

    /// The number at the start of a capture (*17th* is 17).
    fn int(&self, m: &Match, name: &str) -> Option<i32> {
        let (s, _) = m.named(self.document, name)?;
        self.document.str(s).parse().ok()
    }

    fn class_number(&self, m: &Match, name: &str, class: u8) -> Option<u32> {
        let (s, e) = m.named(self.document, name)?;
        self.document.number_value(s, e, class)
    }

    fn class_text(&self, m: &Match, name: &str, class: u8) -> Option<&'static str> {
        let (s, e) = m.named(self.document, name)?;
        self.document.value(s, e, class)
    }

    /// Month of the capture.
    fn month(&self, m: &Match, name: &str) -> Option<u32> {
        let (s, e) = m.named(self.document, name)?;
        self.document
            .number_value(s, e, class::MONTH)
            .or_else(|| self.document.number_value(s, s + 1, class::MONTH))
    }

    /// The day that relative dates lean on.
    fn base(&self) -> Option<(Day, Basis)> {
        if self.narrative
            && let Some(day) = self.last_day
        {
            return Some((day, Basis::Context));
        }
        self.anchor
            .day
            .zip(self.anchor.basis)
            .or(self.last_day.map(|d| (d, Basis::Context)))
    }

    fn base_year(&self) -> Option<(i32, Basis)> {
        let context = self.told.or(self.last_year).map(|y| (y, Basis::Context));
        if self.narrative && context.is_some() {
            return context;
        }
        self.anchor.year.zip(self.anchor.basis).or(context)
    }

    /// The sentence tells what will be.
    fn future(&self, at: u32) -> bool {
        let d = self.document;
        let s = d.sentences()[d.sentence_of(at)];
        (s.start..s.end).any(|x| {
            d.value(x, x + 1, class::MODAL).is_some_and(|v| v == "future")
                || d.has(x, class::PLANVERB)
                    && matches!(
                        d.str(x),
                        "expected" | "scheduled" | "set" | "due" | "plans" | "plan" | "slated"
                    )
        })
    }

    /// The year of a month (and day) without one.
    fn year_of(&self, at: u32, month: u32, day: Option<u32>) -> (Option<i32>, Basis) {
        if self.narrative
            && let Some(year) = self.last_year
        {
            // a history that goes from November on to January has gone on to the next year
            let wrapped = self
                .last_point
                .is_some_and(|(y, last)| y == year && last >= 10 && month <= 3);
            return (Some(year + i32::from(wrapped)), Basis::Context);
        }
        if let (Some(today), Some(basis)) = (self.anchor.day, self.anchor.basis) {
            let mut year = today.year;
            let there = Day {
                year,
                month,
                day: day.unwrap_or(if month == today.month { today.day } else { 15 }).min(28),
            };
            let gap = there.number() - today.number();
            if self.future(at) {
                if gap < -45 {
                    year += 1;
                }
            } else if gap > 120 {
                year -= 1;
            }
            return (Some(year), basis);
        }
        match self.base_year() {
            Some((year, basis)) => (Some(year), basis),
            None => (None, Basis::Unresolved),
        }
    }

    fn year_text(year: Option<i32>) -> String {
        year.map_or_else(|| "XXXX".into(), |y| format!("{y:04}"))
    }

    fn value(&self, m: &Match, make: &str) -> Option<Value> {
        match make {
            "day" | "days" => self.day(m),
            "month" | "months" => self.months(m),
            "year" => {
                let year = self.int(m, "year")?;
                Some(date(format!("{year:04}"), Basis::Explicit))
            }
            "years" => self.years(m),
            "decade" => {
                let year = self.int(m, "year")?;
                (year % 10 == 0).then_some(())?;
                let value = if year % 100 == 0 && year != 2000 {
                    format!("{}XX", year / 100)
                } else {
                    format!("{}X", year / 10)
                };
                let timex = value.trim_end_matches('X').to_string();
                Some(Value {
                    timex,
                    ..date(value, Basis::Explicit)
                })
            }
            "century" => {
                let n = self
                    .int(m, "n")
                    .or_else(|| self.class_number(m, "word", class::ORDINALNUM).map(|n| n as i32))?;
                Some(Value {
                    timex: format!("{:02}", n - 1),
                    ..date(format!("{:02}XX", n - 1), Basis::Explicit)
                })
            }
            "numeric" => self.numeric(m),
            "era" => {
                let year = self.int(m, "year")?;
                let (s, e) = m.span();
                let before = (s..e).any(|at| self.document.has(at, class::ERABC));
                Some(if before {
                    Value {
                        timex: format!("BC{year:04}"),
                        // EDTF counts a year 0: 1 BC
                        ..date(
                            if year == 1 {
                                "0000".into()
                            } else {
                                format!("-{:04}", year - 1)
                            },
                            Basis::Explicit,
                        )
                    }
                } else {
                    date(format!("{year:04}"), Basis::Explicit)
                })
            }
            "slash" => {
                let (a, b) = (self.int(m, "a")? as u32, self.int(m, "b")? as u32);
                // the American order unless it cannot be
                let (month, day) = if a <= 12 { (a, b) } else { (b, a) };
                (month <= 12).then_some(())?;
                let (year, basis) = self.year_of(m.start, month, Some(day));
                let year = year?;
                Some(date(Day::new(year, month, day)?.to_string(), basis))
            }
            "week-of" => self.week_of(m),
            "duration-half" => {
                let halves = [
                    ("Y", "P6M"),
                    ("DECADE", "P5Y"),
                    ("CENTURY", "P50Y"),
                    ("TH", "PT30M"),
                    ("D", "PT12H"),
                ];
                let unit = self.unit(m)?;
                let value = halves
                    .iter()
                    .find(|(u, _)| *u == unit)
                    .map_or_else(|| "PX".into(), |(_, v)| v.to_string());
                (value != "PX").then_some(())?;
                Some(Value {
                    value: value.clone(),
                    timex: value,
                    ..length("1".into(), unit)
                })
            }
            "that-year" => {
                let month = self.month(m, "month")?;
                let (s, e) = m.span();
                let ahead = (s..e).any(|at| matches!(self.document.str(at), "following" | "next"));
                let year = self.last_year.map(|y| y + i32::from(ahead));
                let basis = year.map_or(Basis::Unresolved, |_| Basis::Context);
                let month = format!("{}-{month:02}", Self::year_text(year));
                Some(match self.int(m, "day") {
                    Some(day) => date(format!("{month}-{day:02}"), basis),
                    None => date(month, basis),
                })
            }
            "datetime" => {
                let month = self
                    .int(m, "month")
                    .map_or_else(|| self.month(m, "month"), |n| u32::try_from(n).ok())?;
                let day = Day::new(self.int(m, "year")?, month, self.int(m, "day")? as u32)?;
                let zone = self.class_text(m, "zone", class::TIMEZONE).unwrap_or_default();
                let (hour, minute) = (self.int(m, "hour")?, self.int(m, "minute")?);
                let value = format!("{day}T{hour:02}:{minute:02}{zone}");
                Some(Value {
                    kind: DateKind::Time,
                    ..date(value, Basis::Explicit)
                })
            }
            "nth-rel" => {
                let day = self.int(m, "day")?;
                let (s, e) = m.span();
                let shift = (s..e).find_map(|at| match self.document.str(at) {
                    "last" => Some(-1),
                    "next" => Some(1),
                    _ => None,
                });
                Some(match self.base() {
                    Some((base, basis)) => {
                        let (year, month) = plus_months(base.year, base.month, shift.unwrap_or(0));
                        date(Day::new(year, month, day as u32)?.to_string(), basis)
                    }
                    None => date(format!("XXXX-XX-{day:02}"), Basis::Unresolved),
                })
            }
            "next-part" => {
                let way = self.text(m, "way").unwrap_or_default();
                let shift = match way {
                    "next" | "following" | "after" => 1,
                    "before" => -1,
                    _ => 0,
                };
                let base = self.last_day.map(|d| (d, Basis::Context)).or_else(|| self.base());
                let mut value = match base {
                    Some((day, basis)) => date(day.plus_days(shift).to_string(), basis),
                    None => date("XXXX-XX-XX".into(), Basis::Unresolved),
                };
                if let Some(part) = self.class_text(m, "part", class::DAYPART) {
                    value.timex = format!("{}T{part}", value.value);
                }
                Some(value)
            }
            "in-number" => {
                let (n, unit) = (self.count(m, "n")?, self.unit(m)?);
                if !self.future(m.start) || n > 400 {
                    return Some(length(n.to_string(), unit));
                }
                self.shifted(n, unit)
            }
            "plan" => {
                let n = self
                    .int(m, "n")
                    .or_else(|| self.class_number(m, "word", class::ORDINALNUM).map(|n| n as i32))?;
                // the first ran from 1953 to 1957, the second to 1962; 1963–1965 lay between; the third began in 1966
                let start = match n {
                    1 => 1953,
                    2 => 1958,
                    3.. => 1966 + (n - 3) * 5,
                    _ => return None,
                };
                Some(Value {
                    timex: format!("{start}/{}", start + 4),
                    ..date(format!("{start}/{}", start + 4), Basis::Explicit)
                })
            }
            "weekday" => self.weekday(m),
            "dayword" => self.dayword(m),
            "nth" => {
                let day = self.int(m, "day")? as u32;
                let (base, basis) = self.base().map_or((None, Basis::Unresolved), |(b, x)| (Some(b), x));
                let month = if self.narrative {
                    self.last_month
                } else {
                    base.map(|b| b.month)
                }
                .or(self.last_month);
                let year = base.map(|b| b.year).or(self.last_year);
                match year.zip(month).and_then(|(y, mo)| Day::new(y, mo, day)) {
                    Some(day) => Some(date(day.to_string(), basis)),
                    None => Some(date(format!("XXXX-XX-{day:02}"), Basis::Unresolved)),
                }
            }
            "relative" => self.relative(m),
            "season" => self.season(m),
            "ago" => self.ago(m),
            "same-day" => Some(match self.last_day {
                Some(day) => date(day.to_string(), Basis::Context),
                None => date("XXXX-XX-XX".into(), Basis::Unresolved),
            }),
            "quarter" => self.quarter(m),
            "half" => self.half(m),
            "first-months" => {
                let n = self.count(m, "n")?.min(12);
                let (year, basis) = self.reference_year(m);
                let year = Self::year_text(year);
                let first = self.text(m, "word")?.eq_ignore_ascii_case("first");
                let (from, to) = if first { (1, n) } else { (13 - n, 12) };
                Some(date(format!("{year}-{from:02}/{year}-{to:02}"), basis))
            }
            "fiscal" => {
                let year = self.int(m, "year")?;
                Some(Value {
                    fiscal: true,
                    timex: format!("FY{year}"),
                    ..date(format!("{year}"), Basis::Explicit)
                })
            }
            "this" => {
                let (base, basis) = self
                    .base_year()
                    .map_or((None, Basis::Unresolved), |(y, b)| (Some(y), b));
                if self.text(m, "unit")? == "year" {
                    return Some(date(Self::year_text(base), basis));
                }
                let month = self.anchor.day.map(|d| d.month).or(self.last_month)?;
                Some(date(format!("{}-{month:02}", Self::year_text(base)), basis))
            }
            "duration" => self.duration(m),
            "duration-one" => Some(length("1".into(), self.unit(m)?)),
            "duration-vague" => Some(length("X".into(), self.unit(m)?)),
            "span" => self.span_of_time(m),
            "set" => {
                let value = match (self.class_text(m, "word", class::SETWORD), self.unit(m)) {
                    (Some(v), _) => v.to_string(),
                    // *every two years*
                    (None, Some(unit)) => length(self.count(m, "n")?.to_string(), unit).value,
                    (None, None) => "P1W".to_string(),
                };
                let timex = self
                    .class_number(m, "day", class::WEEKDAY)
                    .map_or_else(|| value.clone(), |d| format!("XXXX-WXX-{d}"));
                Some(Value {
                    kind: DateKind::Set,
                    value,
                    timex,
                    basis: Basis::Explicit,
                    fiscal: false,
                })
            }
            "vague" => {
                let value = self.class_text(m, "word", class::VAGUETIME)?;
                let timex = format!("{}_REF", value.to_uppercase());
                Some(Value {
                    kind: DateKind::Vague,
                    value: value.into(),
                    timex,
                    basis: Basis::Explicit,
                    fiscal: false,
                })
            }
            "clock" => self.clock(m),
            "holiday" => {
                let (month, day) = self.class_text(m, "day", class::HOLIDAY)?.split_once('-')?;
                let (month, day): (u32, u32) = (month.parse().ok()?, day.parse().ok()?);
                let (year, basis) = match self.int(m, "year") {
                    Some(year) => (Some(year), Basis::Explicit),
                    None => self.year_of(m.start, month, Some(day)),
                };
                Some(date(format!("{}-{month:02}-{day:02}", Self::year_text(year)), basis))
            }
            _ => None,
        }
    }

    fn day(&self, m: &Match) -> Option<Value> {
        let month = self.month(m, "month")?;
        let day = self.int(m, "day")? as u32;
        let written = self.int(m, "year2").or(self.int(m, "year"));
        let (year, basis) = match written {
            Some(year) => (Some(year), Basis::Explicit),
            None => self.year_of(m.start, month, Some(day)),
        };
        Day::new(year.unwrap_or(2024), month, day)?;
        let from_year = if self.int(m, "year2").is_some() {
            self.int(m, "year").or(year)
        } else {
            year
        };
        let first = format!("{}-{month:02}-{day:02}", Self::year_text(from_year));
        let Some(last) = self.int(m, "last") else {
            return Some(date(first, basis));
        };
        let last_month = self.month(m, "month2").unwrap_or(month);
        let crosses = last_month < month && self.int(m, "year").is_none();
        let last_year = if crosses { year.map(|y| y + 1) } else { year };
        Day::new(last_year.unwrap_or(2024), last_month, last as u32)?;
        Some(date(
            format!("{first}/{}-{last_month:02}-{last:02}", Self::year_text(last_year)),
            basis,
        ))
    }

    fn months(&self, m: &Match) -> Option<Value> {
        let month = self.month(m, "month")?;
        let written = self.int(m, "year2").or(self.int(m, "year"));
        let (year, basis) = match written {
            Some(year) => (Some(year), Basis::Explicit),
            None => self.year_of(m.start, month, None),
        };
        // *last March*, *next May*
        let mut year = year;
        if written.is_none() {
            let before = m.span().0.checked_sub(1);
            if let (Some(before), Some(today)) = (before, self.anchor.day) {
                let inside = self.class_text(m, "rel", class::RELWORD);
                match inside.or_else(|| self.document.value(before, before + 1, class::RELWORD)) {
                    Some("1") => year = Some(today.year + i32::from(month <= today.month)),
                    Some("-1") => year = Some(today.year - i32::from(month >= today.month)),
                    _ => {}
                }
            }
        }
        let Some(month2) = self.month(m, "month2") else {
            return Some(date(format!("{}-{month:02}", Self::year_text(year)), basis));
        };
        let from_year = if self.int(m, "year2").is_some() {
            self.int(m, "year")
        } else {
            None
        };
        let from_year = from_year.or(if month2 < month { year.map(|y| y - 1) } else { year });
        Some(date(
            format!(
                "{}-{month:02}/{}-{month2:02}",
                Self::year_text(from_year),
                Self::year_text(year)
            ),
            basis,
        ))
    }

    fn years(&self, m: &Match) -> Option<Value> {
        let year = self.int(m, "year")?;
        let last = match self.int(m, "short") {
            Some(short) => {
                let full = year / 100 * 100 + short;
                if short == (year + 1) % 100 && full < year {
                    full + 100
                } else {
                    full
                }
            }
            None => self.int(m, "year2")?,
        };
        (last > year && last - year < 400).then(|| date(format!("{year}/{last}"), Basis::Explicit))
    }

    fn numeric(&self, m: &Match) -> Option<Value> {
        let year = self.int(m, "year")?;
        if let Some(month) = self.int(m, "month") {
            let day = Day::new(year, month as u32, self.int(m, "day")? as u32)?;
            return Some(date(day.to_string(), Basis::Explicit));
        }
        let (a, b) = (self.int(m, "a")? as u32, self.int(m, "b")? as u32);
        // the American order unless it cannot be
        let day = if a <= 12 {
            Day::new(year, a, b).or_else(|| Day::new(year, b, a))
        } else {
            Day::new(year, b, a)
        };
        Some(date(day?.to_string(), Basis::Explicit))
    }

    fn weekday(&self, m: &Match) -> Option<Value> {
        let weekday = self.class_number(m, "day", class::WEEKDAY)?;
        let part = self.class_text(m, "part", class::DAYPART);
        let rel = self.class_text(m, "rel", class::RELWORD);
        let unresolved = || Value {
            timex: format!("XXXX-WXX-{weekday}"),
            ..date("XXXX-XX-XX".into(), Basis::Unresolved)
        };
        let Some((base, basis)) = self.base() else {
            return Some(unresolved());
        };
        let back = i64::from((base.weekday() + 7 - weekday) % 7);
        let ahead = i64::from((weekday + 7 - base.weekday()) % 7);
        let day = match rel {
            Some("-1") => base.plus_days(-if back == 0 { 7 } else { back }),
            Some("1") => base.plus_days(if ahead == 0 { 7 } else { ahead }),
            _ if self.future(m.start) && !self.narrative => base.plus_days(ahead),
            _ => base.plus_days(-back),
        };
        let mut value = date(day.to_string(), basis);
        if let Some(part) = part {
            value.timex = format!("{day}T{part}");
        }
        Some(value)
    }

    fn dayword(&self, m: &Match) -> Option<Value> {
        let offset = i64::from(self.class_number(m, "word", class::DAYWORD)?) - 100;
        let word = self.text(m, "word")?.to_ascii_lowercase();
        let part = self.class_text(m, "part", class::DAYPART).or(match word.as_str() {
            "tonight" | "last night" => Some("NI"),
            "this morning" => Some("MO"),
            "this afternoon" => Some("AF"),
            "this evening" => Some("EV"),
            _ => None,
        });
        let mut value = match self.base() {
            Some((base, basis)) => date(base.plus_days(offset).to_string(), basis),
            None => date("XXXX-XX-XX".into(), Basis::Unresolved),
        };
        if let Some(part) = part {
            value.timex = format!("{}T{part}", value.value);
        }
        Some(value)
    }

    fn relative(&self, m: &Match) -> Option<Value> {
        let rel: i32 = self.class_text(m, "rel", class::RELWORD)?.parse().ok()?;
        let unit = self.class_text(m, "unit", class::TIMEUNIT)?;
        let word = self.text(m, "rel")?.to_ascii_lowercase();
        // *the following year*, *the same month* lean on the text, *last year* on the document
        let leans_on_text = matches!(word.as_str(), "following" | "same" | "previous" | "preceding" | "that");
        let context = self.last_day.map(|d| (d, Basis::Context));
        let base = if leans_on_text {
            context.or_else(|| self.base())
        } else {
            self.base()
        };
        let base_year = if leans_on_text {
            self.last_year.map(|y| (y, Basis::Context)).or_else(|| self.base_year())
        } else {
            self.base_year()
        };
        Some(match unit {
            "Y" => {
                let (year, basis) = base_year.map_or((None, Basis::Unresolved), |(y, b)| (Some(y + rel), b));
                date(Self::year_text(year), basis)
            }
            "M" => match base {
                Some((d, basis)) => {
                    let (year, month) = plus_months(d.year, d.month, rel);
                    date(format!("{year:04}-{month:02}"), basis)
                }
                None => date("XXXX-XX".into(), Basis::Unresolved),
            },
            "W" | "WE" | "2W" => match base {
                Some((d, basis)) => {
                    let monday = d.monday().plus_days(7 * i64::from(rel));
                    let (year, week) = monday.week();
                    let from = if unit == "WE" { monday.plus_days(5) } else { monday };
                    let timex = if unit == "WE" {
                        format!("{year}-W{week:02}-WE")
                    } else {
                        format!("{year}-W{week:02}")
                    };
                    Value {
                        timex,
                        ..date(format!("{from}/{}", monday.plus_days(6)), basis)
                    }
                }
                None => date("XXXX-XX-XX".into(), Basis::Unresolved),
            },
            "D" => match base {
                Some((d, basis)) => date(d.plus_days(i64::from(rel)).to_string(), basis),
                None => date("XXXX-XX-XX".into(), Basis::Unresolved),
            },
            "Q" => match base {
                Some((d, basis)) => {
                    let (year, month) = plus_months(d.year, d.month, rel * 3);
                    let quarter = (month - 1) / 3 + 1;
                    Value {
                        timex: format!("{year}-Q{quarter}"),
                        ..date(format!("{year}-{}", 32 + quarter), basis)
                    }
                }
                None => date("XXXX-XX".into(), Basis::Unresolved),
            },
            "DECADE" => match base_year {
                Some((y, basis)) => Value {
                    timex: format!("{}", y / 10 + rel),
                    ..date(format!("{}X", y / 10 + rel), basis)
                },
                None => return None,
            },
            "CENTURY" => match base_year {
                Some((y, basis)) => Value {
                    timex: format!("{}", y / 100 + rel),
                    ..date(format!("{}XX", y / 100 + rel), basis)
                },
                None => return None,
            },
            _ => return None,
        })
    }

    fn season(&self, m: &Match) -> Option<Value> {
        let season = self.class_number(m, "season", class::SEASON)?;
        let letters = ["SP", "SU", "FA", "WI"][season as usize - 21];
        let (year, basis) = match (self.int(m, "year"), self.class_text(m, "rel", class::RELWORD)) {
            (Some(year), _) => (Some(year), Basis::Explicit),
            (None, rel) => {
                let shift: i32 = rel.and_then(|r| r.parse().ok()).unwrap_or(0);
                let (year, basis) = self
                    .base_year()
                    .map_or((None, Basis::Unresolved), |(y, b)| (Some(y), b));
                let past = shift < 0 && self.anchor.day.is_some_and(|d| d.month > (season - 20) * 3);
                (year.map(|y| y + if past { 0 } else { shift }), basis)
            }
        };
        let year = Self::year_text(year);
        Some(Value {
            timex: format!("{year}-{letters}"),
            ..date(format!("{year}-{season}"), basis)
        })
    }

    /// The number of a capture, as a whole number.
    fn count(&self, m: &Match, name: &str) -> Option<i64> {
        let (s, _) = m.named(self.document, name)?;
        let number = self.numbers.starting(s)?;
        if !matches!(number.form, Form::Exact) {
            return None;
        }
        number.value.as_i64()
    }

    fn unit(&self, m: &Match) -> Option<&'static str> {
        let (s, e) = m.named(self.document, "unit")?;
        self.document
            .value(s, e, class::TIMEUNITPL)
            .or_else(|| self.document.value(s, e, class::TIMEUNIT))
    }

    fn ago(&self, m: &Match) -> Option<Value> {
        let n = if m.named(self.document, "n").is_some() {
            self.count(m, "n")?
        } else {
            1
        };
        let unit = self.unit(m)?;
        let way = self.text(m, "way")?.to_ascii_lowercase();
        let back = matches!(way.as_str(), "ago" | "earlier" | "before");
        let sign = if back { -1 } else { 1 };
        let text = matches!(way.as_str(), "earlier" | "later" | "before");
        let base = if text {
            self.last_day.map(|d| (d, Basis::Context)).or_else(|| self.base())
        } else {
            self.anchor.day.zip(self.anchor.basis).or_else(|| self.base())
        };
        if unit == "Y" || unit == "DECADE" || unit == "CENTURY" {
            let years = n * match unit {
                "DECADE" => 10,
                "CENTURY" => 100,
                _ => 1,
            };
            let base = if text {
                self.last_year.map(|y| (y, Basis::Context)).or_else(|| self.base_year())
            } else {
                self.base_year()
            };
            return Some(match base {
                Some((y, basis)) => date(format!("{:04}", (i64::from(y) + sign * years).clamp(1, 9999)), basis),
                None => date("XXXX".into(), Basis::Unresolved),
            });
        }
        let Some((base, basis)) = base else {
            return Some(date(
                if unit == "M" {
                    "XXXX-XX".into()
                } else {
                    "XXXX-XX-XX".into()
                },
                Basis::Unresolved,
            ));
        };
        if n > 4000 {
            return None;
        }
        Some(match unit {
            "M" => {
                let (year, month) = plus_months(base.year, base.month, (sign * n) as i32);
                date(format!("{year:04}-{month:02}"), basis)
            }
            "W" => date(base.plus_days(sign * n * 7).to_string(), basis),
            "D" => date(base.plus_days(sign * n).to_string(), basis),
            _ => date(base.to_string(), basis),
        })
    }

    /// So many units behind the day that the article leans on.
    fn shifted(&self, n: i64, unit: &str) -> Option<Value> {
        let Some((base, basis)) = self.base() else {
            return Some(length(n.to_string(), unit));
        };
        Some(match unit {
            "Y" => date(format!("{:04}", i64::from(base.year) + n), basis),
            "M" => {
                let (year, month) = plus_months(base.year, base.month, n as i32);
                date(format!("{year:04}-{month:02}"), basis)
            }
            "W" => date(base.plus_days(n * 7).to_string(), basis),
            "D" => date(base.plus_days(n).to_string(), basis),
            _ => return Some(length(n.to_string(), unit)),
        })
    }

    /// *the last week of August 1914*: days 1–7, 8–14, …, or the last seven.
    fn week_of(&self, m: &Match) -> Option<Value> {
        let month = self.month(m, "month")?;
        let (year, basis) = match self.int(m, "year") {
            Some(year) => (Some(year), Basis::Explicit),
            None => self.year_of(m.start, month, None),
        };
        let Some(year) = year else {
            return Some(date(format!("XXXX-{month:02}"), Basis::Unresolved));
        };
        let n = match self.text(m, "word")?.to_ascii_lowercase().as_str() {
            "first" => 1,
            "second" => 2,
            "third" => 3,
            "fourth" => 4,
            _ => 5,
        };
        let (next_year, next_month) = plus_months(year, month, 1);
        let last = Day::new(next_year, next_month, 1)?.plus_days(-1);
        let from = if n == 5 {
            last.plus_days(-6)
        } else {
            Day::new(year, month, 1)?.plus_days(7 * (n - 1))
        };
        Some(Value {
            timex: format!("{year:04}-{month:02}-W{n:02}"),
            ..date(format!("{from}/{}", from.plus_days(6)), basis)
        })
    }

    /// The year that *of the year*, *last year*, *of 2023* behind a part of a year names.
    fn reference_year(&self, m: &Match) -> (Option<i32>, Basis) {
        if let Some(year) = self.int(m, "year") {
            return (Some(year), Basis::Explicit);
        }
        let (base, basis) = self
            .base_year()
            .map_or((None, Basis::Unresolved), |(y, b)| (Some(y), b));
        let (s, e) = m.span();
        let shift = (s..e).find_map(|at| match self.document.str(at).to_ascii_lowercase().as_str() {
            "last" if at > s => Some(-1),
            "next" if at > s => Some(1),
            _ => None,
        });
        (base.map(|y| y + shift.unwrap_or(0)), basis)
    }

    fn quarter(&self, m: &Match) -> Option<Value> {
        if m.named(self.document, "mod").is_some() {
            let next = self.text(m, "mod")?.eq_ignore_ascii_case("next");
            let current = self.text(m, "mod")?.eq_ignore_ascii_case("current");
            let Some((d, basis)) = self.base() else {
                return Some(date("XXXX-XX".into(), Basis::Unresolved));
            };
            let shift = if next {
                3
            } else if current {
                0
            } else {
                -3
            };
            let (year, month) = plus_months(d.year, d.month, shift);
            let q = (month - 1) / 3 + 1;
            return Some(Value {
                timex: format!("{year}-Q{q}"),
                ..date(format!("{year}-{}", 32 + q), basis)
            });
        }
        let q = match self.text(m, "code") {
            Some(code) => code.chars().last()?.to_digit(10)?,
            None => self
                .int(m, "n")
                .map(|n| n as u32)
                .or_else(|| self.class_number(m, "word", class::ORDINALNUM))?,
        };
        (1..=4).contains(&q).then_some(())?;
        let (year, basis) = self.reference_year(m);
        let (s, e) = m.span();
        let fiscal = (s..e).any(|at| matches!(self.document.str(at).to_ascii_lowercase().as_str(), "fiscal" | "fy"));
        let year = Self::year_text(year);
        Some(Value {
            fiscal,
            timex: format!("{year}-Q{q}"),
            ..date(format!("{year}-{}", 32 + q), basis)
        })
    }

    fn half(&self, m: &Match) -> Option<Value> {
        let first = match self.text(m, "code") {
            Some(code) => code.ends_with('1'),
            None => self.text(m, "word")?.eq_ignore_ascii_case("first"),
        };
        let (year, basis) = self.reference_year(m);
        let year = Self::year_text(year);
        let (from, to, half) = if first { ("01", "06", 1) } else { ("07", "12", 2) };
        Some(Value {
            timex: format!("{year}-H{half}"),
            ..date(format!("{year}-{from}/{year}-{to}"), basis)
        })
    }

    fn duration(&self, m: &Match) -> Option<Value> {
        let (s, _) = m.named(self.document, "n")?;
        let number = *self.numbers.starting(s)?;
        let unit = self.unit(m)?;
        // *two days a week*, *18 months old* are not plain; a range or vague number gives X
        let n = if matches!(number.form, Form::Exact) {
            number.value.to_string()
        } else {
            "X".into()
        };
        Some(length(n, unit))
    }

    /// *the past five years*: a duration that ends or starts at the document's day.
    fn span_of_time(&self, m: &Match) -> Option<Value> {
        let unit = self.unit(m)?;
        let n = if m.named(self.document, "n").is_some() {
            self.count(m, "n")
        } else {
            Some(1)
        };
        let n = n.map_or_else(|| "X".to_string(), |n| n.to_string());
        Some(length(n, unit))
    }

    fn clock(&self, m: &Match) -> Option<Value> {
        let half = self.text(m, "half").map(|h| h.to_ascii_lowercase().starts_with('p'));
        let (mut hour, minute) = match (self.text(m, "word"), self.text(m, "clock")) {
            (Some(word), _) => (if word.eq_ignore_ascii_case("noon") { 12 } else { 0 }, 0),
            (None, Some(clock)) => {
                let (h, min) = clock.split_once('.').unwrap_or((clock, "0"));
                (h.parse().ok()?, min.parse().ok()?)
            }
            _ => (self.int(m, "hour")?, self.int(m, "minute").unwrap_or(0)),
        };
        match half {
            Some(true) if hour < 12 => hour += 12,
            Some(false) if hour == 12 => hour = 0,
            _ => {}
        }
        (hour <= 24 && minute < 60).then_some(())?;
        let zone = self.class_text(m, "zone", class::TIMEZONE).unwrap_or_default();
        let (day, basis) = match self.base() {
            Some((d, basis)) => (d.to_string(), basis),
            None => ("XXXX-XX-XX".into(), Basis::Unresolved),
        };
        let value = format!("{day}T{hour:02}:{minute:02}{zone}");
        Some(Value {
            kind: DateKind::Time,
            timex: value.clone(),
            value,
            basis,
            fiscal: false,
        })
    }
}
