//! Reads one match of a date rule: its value, and where a part is missing the part that the article gives.

mod anchor;
mod calendar;
mod holiday;
mod lean;
mod length;

use crate::lexicon::class;
use crate::record::{Basis, DateKind};
use crate::rules::matching::Match;
use crate::text::{Document, flag};

use super::civil::{Day, plus_months};
use super::published::{is_origin, speaks_of_now};
use super::{Anchor, DateItem, speaks_of_future};
use crate::extract::numbers::{Form, Numbers};
use length::length;

/// Explicit years from which on an article tells history, so that a bare day leans on the year told before it.
const NARRATIVE: usize = 5;

/// A quarter (`2024-35`) or a run of months of one year (`2024-01/2024-06`).
fn is_period(value: &str) -> bool {
    match value.split_once('/') {
        Some((from, to)) => from.len() == 7 && to.len() == 7 && from[..4] == to[..4],
        None => value.len() == 7 && value[5..].parse().is_ok_and(|n: u32| (33..=36).contains(&n)),
    }
}

/// Reads matches in text order and remembers what was said.
pub struct Reader<'d, 'a> {
    document: &'d Document<'a>,
    numbers: &'d Numbers,
    anchor: Anchor,
    /// The last explicit year, and the last full day.
    last_year: Option<i32>,
    /// Paragraph that told the last year, and the one that is read.
    year_paragraph: u32,
    paragraph: u32,
    last_month: Option<u32>,
    /// Year and month of the last date that has both.
    last_point: Option<(i32, u32)>,
    last_day: Option<Day>,
    /// The last quarter, half or run of months told, in EDTF.
    last_period: Option<String>,
    last_quarter: Option<String>,
    narrative: bool,
    /// A year far from the last one, which may be a digression.
    leapt: Option<i32>,
    /// The year of the article where it has no day of its own, and the latest one told as past.
    told: Option<i32>,
    latest: Option<i32>,
}

/// How what is told stands to the day of telling.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lean {
    Past,
    Present,
    Future,
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

impl<'d, 'a> Reader<'d, 'a> {
    pub fn new(document: &'d Document<'a>, numbers: &'d Numbers, anchor: &Anchor, matches: &[Match]) -> Self {
        let mut reader = Self {
            document,
            numbers,
            anchor: *anchor,
            last_year: None,
            year_paragraph: 0,
            paragraph: 0,
            last_month: None,
            last_point: None,
            last_day: None,
            last_period: None,
            last_quarter: None,
            narrative: false,
            leapt: None,
            told: None,
            latest: None,
        };
        let old = matches.iter().filter(|m| {
            let year = reader.int(m, "year");
            year.is_some_and(|y| anchor.year.is_none_or(|a| y < a - 1))
        });
        reader.narrative = old.count() >= NARRATIVE;
        if !reader.narrative && anchor.year.is_none() {
            let plain = |m: &&Match| {
                let make = document.lexicon.string(document.lexicon.rules[m.rule as usize].make);
                !matches!(make, "date.decade" | "date.century" | "date.plan") && !speaks_of_future(document, m.start)
            };
            (reader.told, reader.latest) = reader.year_told(matches, plain);
        }
        reader
    }

    /// The year of an article that does not say it: that of full days, quarters and names (*the 2023 key projects*), or the
    /// months of one year. *founded in 2016*, *inaugurated in June 2019* tell what was, and a year before the last one
    /// that is told as past, which is the second of the two, cannot be the article's.
    fn year_told(&self, matches: &[Match], plain: impl Fn(&&Match) -> bool) -> (Option<i32>, Option<i32>) {
        let document = self.document;
        let year = |m: &Match| self.int(m, "year").filter(|y| (1950..2060).contains(y));
        let (mut told, mut month, mut latest) = (None, None, None);
        // the date that the report starts with is that of what it tells
        let body = |m: &&Match| !document.is(m.start, flag::HEADLINE);
        let first = matches.iter().find(body).map(|m| m.start);
        for m in matches.iter().filter(plain) {
            let Some(year) = year(m) else { continue };
            latest = latest.max(Some(year));
            if is_origin(document, m.span().0) {
                continue;
            }
            let has = |name: &str| m.named(document, name).is_some();
            if has("month") && !has("day") && first != Some(m.start) {
                // one month may be long ago
                if month == Some(year) {
                    told = told.max(month);
                }
                month = month.max(Some(year));
            } else if first == Some(m.start) || speaks_of_now(document, m) {
                told = told.max(Some(year));
            }
        }
        (told.filter(|_| told >= latest), latest)
    }

    /// The date of a match; `None` where it is none after all.
    pub fn item(&mut self, m: &Match) -> Option<DateItem> {
        let rule = self.document.lexicon.rules[m.rule as usize];
        let make = self.document.lexicon.string(rule.make);
        let (start, end) = m.span();
        self.paragraph = self.document.sentences()[self.document.sentence_of(start)].paragraph;
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
                let word = || self.class_number(m, "word", class::DECADEWORD).map(|n| n as i32);
                let short = || self.int(m, "short").map(|n| 1900 + n);
                let year = self.int(m, "year").or_else(short).or_else(word)?;
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
            "dotted" => {
                let mut parts = self.text(m, "day")?.split('.').map(|p| p.parse::<i32>().ok());
                let (day, month, year) = (parts.next()??, parts.next()??, parts.next()??);
                // *2023.09.22*
                let (day, year) = if day > 31 { (year, day) } else { (day, year) };
                (1000..3000).contains(&year).then_some(())?;
                Some(date(
                    Day::new(year, month as u32, day as u32)?.to_string(),
                    Basis::Explicit,
                ))
            }
            "era" => {
                let year = self.int(m, "year")?;
                let (s, e) = m.span();
                let before = (s..e).any(|at| self.document.has(at, class::ERABC));
                // *490-480 BC*; EDTF counts a year 0, which is 1 BC
                if let Some(last) = self.int(m, "last") {
                    (last < year).then_some(())?;
                    let text = |year: i32| match year {
                        1 => "0000".to_string(),
                        year => format!("-{:04}", year - 1),
                    };
                    return Some(date(format!("{}/{}", text(year), text(last)), Basis::Explicit));
                }
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
            "rel-year" => {
                let month = self.month(m, "month")?;
                let shift = match self.text(m, "way")?.to_ascii_lowercase().as_str() {
                    "last" => -1,
                    "next" => 1,
                    _ => 0,
                };
                let (year, basis) = self
                    .base_year()
                    .map_or((None, Basis::Unresolved), |(y, b)| (Some(y + shift), b));
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
                let (hour, minute) = self.twelve_hours(m, self.int(m, "hour")?, self.int(m, "minute")?)?;
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
            "calendar-era" => {
                let era = m.named(self.document, "era");
                let offset = era.and_then(|(s, e)| self.document.number_value(s, e, class::CALENDARERA));
                let year = self.int(m, "n")? + offset.map_or(1911, |n| n as i32);
                Some(date(format!("{year:04}"), Basis::Explicit))
            }
            "code" => self.period_code(m),
            "week-number" => self.week_number(m),
            "told" => self.told_period(m),
            "same-period" => self.same_period(m),
            "period-to" => self.period_to(m),
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
            "after-next" => {
                let (s, e) = m.span();
                let ahead = (s..e).any(|at| self.document.str(at) == "next");
                self.relative_to(self.unit(m)?, if ahead { 2 } else { -2 }, self.base(), self.base_year())
            }
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
            "duration-two" => self.two_units(m),
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
            "holiday" => self.holiday(m),
            _ => None,
        }
    }
}
