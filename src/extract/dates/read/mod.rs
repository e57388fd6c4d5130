//! Reads one match of a date rule: its value, and where a part is missing the part that the article gives.

mod ago;
mod anchor;
mod calendar;
mod digits;
mod era;
mod holiday;
mod lean;
mod length;
mod months;
mod parts;
mod repeat;
mod words;

use crate::lexicon::{class, list};
use crate::record::{Basis, DateKind};
use crate::rules::matching::Match;
use crate::text::{Document, flag};

use super::civil::{Day, four_digits};
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
    /// The year of the last date, and where that stands.
    near_year: Option<(i32, u32)>,
    /// The last year that was no background, with its paragraph, and the paragraph that is read.
    plain_year: Option<(i32, u32)>,
    /// That year was told as one to come.
    plain_ahead: bool,
    /// The latest year of a full day.
    last_full: Option<i32>,
    paragraph: u32,
    /// The last year said, whether or not what is told has moved on to it.
    said_year: Option<i32>,
    last_month: Option<u32>,
    /// Year and month of the last date that has both.
    last_point: Option<(i32, u32)>,
    last_day: Option<Day>,
    /// Where it stands.
    last_day_at: Option<u32>,
    /// The last day, where its year is not known: `XXXX-06-12`.
    last_open: Option<String>,
    /// The last full day that was not told by its name in the week.
    firm_day: Option<Day>,
    /// The last full day that is not after the article's own.
    last_past_day: Option<Day>,
    /// The last quarter, half or run of months told, in EDTF.
    last_period: Option<String>,
    last_quarter: Option<String>,
    /// Where that period was told.
    period_at: Option<u32>,
    narrative: bool,
    /// A year far from the last one, which may be a digression.
    leapt: Option<i32>,
    /// The year of the article where it has no day of its own, and the latest one told as past.
    told: Option<i32>,
    latest: Option<i32>,
    /// The latest year told in a history.
    newest: Option<i32>,
    /// The article tells of years before Christ.
    ancient: bool,
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
    pub fn new(document: &'d Document<'a>, numbers: &'d Numbers, anchor: &Anchor, matches: &[&Match]) -> Self {
        let mut reader = Self {
            document,
            numbers,
            anchor: *anchor,
            last_year: None,
            near_year: None,
            plain_year: None,
            plain_ahead: false,
            last_full: None,
            paragraph: 0,
            said_year: None,
            last_month: None,
            last_point: None,
            last_day: None,
            last_day_at: None,
            last_open: None,
            firm_day: None,
            last_past_day: None,
            last_period: None,
            last_quarter: None,
            period_at: None,
            narrative: false,
            leapt: None,
            told: None,
            latest: None,
            newest: None,
            ancient: matches
                .iter()
                .filter(|m| document.lexicon.string(document.lexicon.rules[m.rule as usize].make) == "date.era")
                .count()
                >= NARRATIVE,
        };
        let full = |m: &&&Match| m.named(document, "day").is_some() && m.named(document, "month").is_some();
        reader.last_full = matches.iter().filter(full).filter_map(|m| reader.int(m, "year")).max();
        let old = matches.iter().copied().filter(|m| {
            let year = reader.int(m, "year");
            year.is_some_and(|y| anchor.year.is_none_or(|a| y < a - 1))
        });
        reader.narrative = old.count() >= NARRATIVE;
        if reader.narrative {
            let past = matches.iter().filter(|m| !speaks_of_future(document, m.start));
            reader.newest = past.filter_map(|m| reader.int(m, "year")).max();
        }
        if !reader.narrative && anchor.year.is_none() {
            let plain = |m: &&Match| {
                let make = document.lexicon.string(document.lexicon.rules[m.rule as usize].make);
                !matches!(make, "date.decade" | "date.century" | "date.plan") && !speaks_of_future(document, m.start)
            };
            (reader.told, reader.latest) = reader.year_told(matches, plain);
        }
        reader
    }

    /// The date of a match; `None` where it is none after all.
    pub fn item(&mut self, m: &Match) -> Option<DateItem> {
        let rule = self.document.lexicon.rules[m.rule as usize];
        let make = self.document.lexicon.string(rule.make);
        let (start, end) = m.span();
        self.paragraph = self.document.sentences()[self.document.sentence_of(start)].paragraph;
        let value = self.value(m, make.strip_prefix("date.")?)?;
        if self.narrative || self.anchor.year.is_some() || !self.names_what_is_to_come(m) {
            self.remember(&value, (start, end), make != "date.weekday");
        }
        let timex = match value.value.strip_prefix('-') {
            // TIMEX3 has no year 0
            Some(rest) if value.timex.starts_with('-') && !rest.contains('/') => {
                let year = rest.get(..4)?.parse::<u32>().ok()? + 1;
                format!("BC{year:04}{}", value.timex.get(5..)?)
            }
            _ => value.timex,
        };
        Some(DateItem {
            start,
            end,
            kind: value.kind,
            value: value.value,
            timex,
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
        // EDTF counts a year 0, and those before it below it: `-0479`
        year.map_or_else(
            || "XXXX".into(),
            |y| match y {
                // nearly all: `format!` takes many times as long
                0..10_000 => four_digits(y as u32),
                ..0 => format!("-{:04}", -y),
                _ => format!("{y}"),
            },
        )
    }

    fn value(&self, m: &Match, make: &str) -> Option<Value> {
        match make {
            "day" | "days" => self.day(m),
            "month" | "months" => self.months(m),
            "year" => {
                let year = self.int(m, "year")?;
                Some(date(Self::year_text(Some(year)), Basis::Explicit))
            }
            "years" => self.years(m),
            "decade" => self.decade(m),
            "century" => self.century(m),
            "numeric" => self.numeric(m),
            "dotted" => self.dotted(m),
            "era" => self.era(m),
            "slash-days" => self.slashed_days(m),
            "slash" => self.slashed(m),
            "week-of" => self.week_of(m),
            "days-of-month" => self.days_of_month(m),
            "duration-half" => self.half_length(m),
            "worded" => self.worded_date(m),
            "numeric-month" => {
                let (year, month) = (self.int(m, "year")?, self.int(m, "n")?);
                Some(date(format!("{year:04}-{month:02}"), Basis::Explicit))
            }
            "weekday-slash" => self.weekday_slashed(m),
            "weekday-number" => self.weekday_number(m),
            "holiday-weekend" => self.holiday_weekend(m),
            "new-year" => Some(self.new_year(m)),
            "month-nth" => self.month_by_number(m),
            "weekday-of" => self.weekday_of(m),
            "weekday-each" => self.weekday_of_each(m),
            "season-short" => {
                let year = 1900 + self.int(m, "short")?;
                let season = self.class_number(m, "season", class::SEASON)?;
                Some(self.season_of(Some(year), season, Basis::Explicit))
            }
            "current-date" => {
                let (today, basis) = self.base()?;
                Some(date(today.to_string(), basis))
            }
            "months-of-year" => self.months_of_year(m),
            "holiday-offset" => self.holiday_offset(m),
            "months-from" => self.months_from(m),
            "that-year" => self.that_year(m),
            "rel-year" => self.month_of_year(m),
            "datetime" => self.day_and_time(m),
            "nth-rel" => self.day_of_month(m),
            "next-part" => self.day_part(m),
            "in-number" => self.ahead_by(m),
            "calendar-era" => self.calendar_era(m),
            "code" => self.period_code(m),
            "week-number" => self.week_number(m),
            "week-at" => self.week_at(m),
            "year-to-date" => self.to_date(m),
            "told" => self.told_period(m),
            "same-period" => self.same_period(m),
            "period-to" => self.period_to(m),
            "plan" => self.plan(m),
            "weekday" => self.weekday(m),
            "dayword" => self.dayword(m),
            "nth" => self.nth(m),
            "relative" => self.relative(m),
            "season" => self.season(m),
            "ago" => self.ago(m),
            "after-next" => {
                let (s, e) = m.span();
                let ahead = (s..e).any(|at| self.document.str(at) == "next");
                self.relative_to(self.unit(m)?, if ahead { 2 } else { -2 }, self.base(), self.base_year())
            }
            "same-day" => Some(match (&self.last_open, self.day_told(m.start)) {
                (Some(open), _) => date(open.clone(), Basis::Unresolved),
                (None, Some(day)) => date(day.to_string(), Basis::Context),
                (None, None) => date("XXXX-XX-XX".into(), Basis::Unresolved),
            }),
            "quarter" => self.quarter(m),
            "half" => self.half(m),
            "half-decade" => {
                let from = self.int(m, "decade").filter(|year| year % 10 == 0)?;
                let from = from
                    + if self.text(m, "word")?.eq_ignore_ascii_case("first") {
                        0
                    } else {
                        5
                    };
                Some(date(format!("{from}/{}", from + 4), Basis::Explicit))
            }
            "quarters" => self.quarters(m),
            "first-months" => self.first_months(m),
            "fiscal" => {
                // *fiscal year 2024-25*
                if m.named(self.document, "short").is_some() {
                    let fiscal = true;
                    return self.years(m).map(|value| Value { fiscal, ..value });
                }
                let year = self.int(m, "year")?;
                Some(Value {
                    fiscal: true,
                    timex: format!("FY{year}"),
                    ..date(format!("{year}"), Basis::Explicit)
                })
            }
            "this" => self.this_period(m),
            "duration" => self.duration(m),
            "duration-two" => self.two_units(m),
            "duration-one" => Some(length("1".into(), self.unit(m)?)),
            "duration-vague" => Some(length("X".into(), self.unit(m)?)),
            "vague-shift" => self.vague_shift(m),
            "span" => self.span_of_time(m),
            "set" => self.repeated(m),
            "vague" => {
                let value = self.class_text(m, "word", class::VAGUETIME)?;
                // *was soon replaced* is behind us; *soon after the war*, *as soon as it could* are no times of their own
                let (s, e) = m.span();
                let d = self.document;
                // *Norvane Labs (now Kelvar Systems)*: a name of today
                let renamed = || s > 0 && d.str(s - 1) == "(" && e < d.len() && d.is(e, flag::CAPITAL);
                if value == "present" && renamed() {
                    return None;
                }
                if value == "future" && e - s == 1 {
                    let before = if s > 0 { d.str(s - 1) } else { "" };
                    let modal = |x: u32| x < d.len() && d.has(x, class::MODAL);
                    let shifted = d.is_on(e, list::SHIFTED) || before == "as";
                    let ahead = s > 0 && modal(s - 1) || modal(e) || self.lean(s) != Lean::Past;
                    (ahead && !shifted).then_some(())?;
                }
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
