//! Dates that lean on the day of the document or on one told before: *Friday*, *last year*, *the next morning*.

use crate::lexicon::{class, list};
use crate::record::{Basis, DateKind};
use crate::rules::matching::Match;
use crate::text::flag;

use super::super::civil::{Day, plus_months};
use super::super::published::iso_day;
use super::{Lean, Reader, Value, date, length};

impl Reader<'_, '_> {
    pub(super) fn weekday(&self, m: &Match) -> Option<Value> {
        let name = if m.named(self.document, "weekday").is_some() {
            "weekday"
        } else {
            "day"
        };
        let weekday = self.class_number(m, name, class::WEEKDAY)?;
        let part = self.class_text(m, "part", class::DAYPART);
        let rel = self.class_text(m, "rel", class::RELWORD);
        let unresolved = || Value {
            timex: match part {
                Some(part) => format!("XXXX-WXX-{weekday}T{part}"),
                None => format!("XXXX-WXX-{weekday}"),
            },
            ..date("XXXX-XX-XX".into(), Basis::Unresolved)
        };
        let Some((base, basis)) = self.base().or_else(|| self.yearless(true)) else {
            return Some(unresolved());
        };
        // *Wednesday next week*
        if let Some(week) = self.class_text(m, "week", class::RELWORD) {
            let weeks: i64 = week.parse().ok()?;
            let day = base.monday().plus_days(7 * weeks + i64::from(weekday) - 1);
            let mut value = date(self.written(day), basis);
            if let Some(part) = part {
                value.timex = format!("{}T{part}", value.value);
            }
            return Some(value);
        }
        let back = i64::from((base.weekday() + 7 - weekday) % 7);
        let ahead = i64::from((weekday + 7 - base.weekday()) % 7);
        let day = match rel {
            Some("-1") => base.plus_days(-if back == 0 { 7 } else { back }),
            Some("1") => base.plus_days(if ahead == 0 { 7 } else { ahead }),
            _ if self.narrative => base.plus_days(-back),
            // *burned down on March 3, the fire service said on Wednesday*: the nearest, where no day is the article's own
            _ if basis == Basis::Context && self.anchor.day.is_none() && ahead < back => base.plus_days(ahead),
            _ => match self.lean(m.start) {
                Lean::Past => base.plus_days(-back),
                // *flies on Thursday*, *runs until Friday*
                Lean::Present | Lean::Future => base.plus_days(ahead),
            },
        };
        let mut value = date(self.written(day), basis);
        if let Some(part) = part {
            value.timex = format!("{}T{part}", value.value);
        }
        Some(value)
    }

    /// The day of a dateline without a year, where nothing better is known; `weekday`: its day of the week must be known.
    fn yearless(&self, weekday: bool) -> Option<(Day, Basis)> {
        let (day, sure) = self.anchor.yearless.filter(|_| !self.narrative)?;
        (sure || !weekday).then_some((day, Basis::Document))
    }

    /// A day counted from the article's, whose year may be open: then the end of February may have one day more or less.
    fn written(&self, day: Day) -> String {
        if self.base().is_none() {
            let from = self.anchor.yearless.map_or(day.month, |(there, _)| there.month);
            if from.min(day.month) == 2 && from.max(day.month) == 3 {
                return "XXXX-XX-XX".into();
            }
            return format!("XXXX-{:02}-{:02}", day.month, day.day);
        }
        day.to_string()
    }

    /// *on the 15th*, *Saturday the 14th*, which is the nearest that falls on that day of the week.
    pub(super) fn nth(&self, m: &Match) -> Option<Value> {
        let day = match self.class_number(m, "ordinal", class::ORDINALNUM) {
            Some(day) => day,
            None => self.int(m, "day")? as u32,
        };
        let (base, basis) = self.base().map_or((None, Basis::Unresolved), |(b, x)| (Some(b), x));
        let weekday = self.class_number(m, "weekday", class::WEEKDAY);
        if let Some((weekday, base)) = weekday.zip(base) {
            let future = self.lean(m.start) != Lean::Past;
            let step = if future { 1 } else { -1 };
            let found = (0..=12).find_map(|n| {
                let (year, month) = plus_months(base.year, base.month, n * step);
                Day::new(year, month, day).filter(|d| d.weekday() == weekday)
            });
            if let Some(day) = found {
                return Some(date(day.to_string(), basis));
            }
        }
        let month = if self.narrative {
            self.last_month
        } else {
            base.map(|b| b.month)
        }
        .or(self.last_month);
        let year = base.map(|b| b.year).or(self.last_year);
        match year.zip(month).and_then(|(y, mo)| Day::new(y, mo, day)) {
            // *September 8 – … On August 28 … On the 29th, they left*: of the month told last
            Some(own) if base.is_some_and(|today| own > today) && self.lean(m.start) == Lean::Past => {
                let told = self.last_day.and_then(|last| Day::new(last.year, last.month, day));
                let told = told.filter(|told| base.is_some_and(|today| *told <= today));
                Some(date(told.unwrap_or(own).to_string(), basis))
            }
            Some(day) => Some(date(day.to_string(), basis)),
            None => Some(match (self.yearless(false), self.last_month) {
                (Some((base, basis)), _) => date(format!("XXXX-{:02}-{day:02}", base.month), basis),
                (None, Some(month)) => date(format!("XXXX-{month:02}-{day:02}"), Basis::Unresolved),
                (None, None) => date(format!("XXXX-XX-{day:02}"), Basis::Unresolved),
            }),
        }
    }

    /// *Sunday 31*: the day of the week alone where no such day is near.
    pub(super) fn weekday_number(&self, m: &Match) -> Option<Value> {
        let (weekday, number) = (
            self.class_number(m, "weekday", class::WEEKDAY)?,
            self.int(m, "day")? as u32,
        );
        let found = self.nth(m)?;
        let near = iso_day(&found.value).filter(|day| day.weekday() == weekday && day.day == number);
        let near = near.filter(|day| {
            self.base()
                .is_some_and(|(base, _)| (base.number() - day.number()).abs() < 60)
        });
        if near.is_some() { Some(found) } else { self.weekday(m) }
    }

    pub(super) fn dayword(&self, m: &Match) -> Option<Value> {
        let offset = i64::from(self.class_number(m, "word", class::DAYWORD)?) - 100;
        let word = self.text(m, "word")?.to_ascii_lowercase();
        let part = self.class_text(m, "part", class::DAYPART).or(match word.as_str() {
            "tonight" | "tonite" | "last night" => Some("NI"),
            "this morning" => Some("MO"),
            "this afternoon" => Some("AF"),
            "this evening" => Some("EV"),
            _ => None,
        });
        // *TODAY LIMA – It rained*: a paper
        if self.document.is(m.start, flag::UPPER) && !self.document.is(m.start, flag::HEADLINE) {
            return None;
        }
        // no day that a history has told of is *today*
        let today = self.anchor.day.zip(self.anchor.basis);
        let base = if self.narrative { today } else { self.base() };
        let mut value = match base.or_else(|| self.yearless(false)) {
            Some((base, basis)) => date(self.written(base.plus_days(offset)), basis),
            None => date("XXXX-XX-XX".into(), Basis::Unresolved),
        };
        if let Some(part) = part {
            value.timex = format!("{}T{part}", value.value);
        }
        Some(value)
    }

    pub(super) fn relative(&self, m: &Match) -> Option<Value> {
        let rel: i32 = self.class_text(m, "rel", class::RELWORD)?.parse().ok()?;
        let unit = self.class_text(m, "unit", class::TIMEUNIT)?;
        let word = self.text(m, "rel")?.to_ascii_lowercase();
        // *the following year*, *the same month* lean on the text, *last year* on the document; in a history *the next year*
        // and *from this day on* follow what was told
        let leans = |(at, end): (u32, u32)| end == at + 1 && self.document.is_on(at, list::LEANING);
        // *arrived on Sunday and met them the next day*
        let next_day = word == "next" && unit == "D" && self.document.str(m.start).eq_ignore_ascii_case("the");
        let leans_on_text = m.named(self.document, "rel").is_some_and(leans) || next_day;
        let goes_on = self.document.str(m.start).eq_ignore_ascii_case("the")
            || unit == "D" && m.start > 0 && self.document.str(m.start - 1) != "to";
        // *On June 12 … on the same day*, in whatever year
        if unit == "D"
            && rel == 0
            && leans_on_text
            && let Some(open) = &self.last_open
        {
            return Some(date(open.clone(), Basis::Unresolved));
        }
        // *in early April 2017 … later that month*
        if unit == "M"
            && leans_on_text
            && let Some((year, month)) = self.last_point
        {
            let (year, month) = plus_months(year, month, rel);
            return Some(date(format!("{year:04}-{month:02}"), Basis::Context));
        }
        let context = self.day_told(m.start).map(|d| (d, Basis::Context));
        let base = if leans_on_text {
            context.or_else(|| self.base())
        } else if goes_on {
            self.base()
        } else {
            self.base_of_telling()
        };
        let base_year = if leans_on_text {
            let year = if word == "that" { self.said_year } else { None };
            year.or(self.last_year)
                .map(|y| (y, Basis::Context))
                .or_else(|| self.base_year())
        } else if goes_on {
            self.base_year()
        } else {
            // *this century* is that of the latest year, whenever that is told
            let newest = || Some((self.newest.filter(|_| unit == "CENTURY")?, Basis::Context));
            self.year_of_telling().or_else(newest)
        };
        self.relative_to(unit, rel, base, base_year)
    }

    /// The year, month, week … that lies so many behind that of the base.
    pub(super) fn relative_to(
        &self,
        unit: &str,
        rel: i32,
        base: Option<(Day, Basis)>,
        base_year: Option<(i32, Basis)>,
    ) -> Option<Value> {
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
            // *the next fortnight*, as *the next two weeks*
            "2W" if rel != 0 => length("1".into(), unit),
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
            "DECADE" | "CENTURY" if base_year.is_some_and(|(y, _)| y <= 0) => {
                let (y, basis) = base_year?;
                let (years, digits) = if unit == "DECADE" { (10, 3) } else { (100, 2) };
                // of the years before Christ the later ones have the smaller numbers
                let n = (1 - y) / years - rel;
                (n > 0).then_some(())?;
                let text = |y: i32| Self::year_text(Some(y));
                let from = if years == 10 { -8 - n * 10 } else { -99 - n * 100 };
                Value {
                    timex: format!("BC{n:0digits$}"),
                    ..date(format!("{}/{}", text(from), text(from + years - 1)), basis)
                }
            }
            "DECADE" => match base_year {
                Some((y, basis)) => Value {
                    timex: format!("{:03}", y / 10 + rel),
                    ..date(format!("{:03}X", y / 10 + rel), basis)
                },
                None => return None,
            },
            "CENTURY" => match base_year {
                Some((y, basis)) => Value {
                    timex: format!("{:02}", y / 100 + rel),
                    ..date(format!("{:02}XX", y / 100 + rel), basis)
                },
                None => return None,
            },
            _ => return None,
        })
    }

    pub(super) fn season(&self, m: &Match) -> Option<Value> {
        let season = self.class_number(m, "season", class::SEASON)?;
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
        Some(self.season_of(year, season, basis))
    }

    pub(super) fn season_of(&self, year: Option<i32>, season: u32, basis: Basis) -> Value {
        let letters = ["SP", "SU", "FA", "WI"][season as usize - 21];
        let year = Self::year_text(year);
        Value {
            timex: format!("{year}-{letters}"),
            ..date(format!("{year}-{season}"), basis)
        }
    }

    /// *in two weeks*: so much from now in what is to come, else a length.
    pub(super) fn ahead_by(&self, m: &Match) -> Option<Value> {
        let unit = self.unit(m)?;
        // *Will they be back in two days?*
        let asked = || {
            let first = self.document.sentences()[self.document.sentence_of(m.start)].start;
            self.document.value(first, first + 1, class::MODAL) == Some("future")
        };
        // *in two years' time* says so of itself
        let own = m.named(self.document, "own").is_some() && !self.narrative;
        let ahead = own || self.future(m.start) || asked();
        let n = match (m.named(self.document, "n"), self.count(m, "n")) {
            (None, _) => 1,
            (Some(_), Some(n)) => n,
            // *in a few days' time*
            (Some(_), None) if ahead => {
                return Some(Value {
                    kind: DateKind::Vague,
                    timex: "FUTURE_REF".into(),
                    ..date("future".into(), Basis::Explicit)
                });
            }
            (Some(_), None) => return Some(length("X".into(), unit)),
        };
        if n > 400 || !ahead {
            return Some(length(n.to_string(), unit));
        }
        self.shifted(n, unit)
    }

    /// So many units behind the day that the article leans on.
    fn shifted(&self, n: i64, unit: &str) -> Option<Value> {
        let Some((base, basis)) = self.base() else {
            return Some(length(n.to_string(), unit));
        };
        Some(match unit {
            "Y" => date(format!("{:04}", i64::from(base.year) + n), basis),
            "DECADE" => date(format!("{:04}", i64::from(base.year) + n * 10), basis),
            "M" => {
                let (year, month) = plus_months(base.year, base.month, n as i32);
                date(format!("{year:04}-{month:02}"), basis)
            }
            "W" => date(base.plus_days(n * 7).to_string(), basis),
            "D" => date(base.plus_days(n).to_string(), basis),
            _ => return Some(length(n.to_string(), unit)),
        })
    }

    /// *the next morning*, *the night before*.
    pub(super) fn day_part(&self, m: &Match) -> Option<Value> {
        let way = self.text(m, "way").unwrap_or_default();
        let shift = match way {
            "next" | "following" | "after" => 1,
            "before" => -1,
            _ => 0,
        };
        let base = self
            .day_told(m.start)
            .map(|d| (d, Basis::Context))
            .or_else(|| self.base());
        let mut value = match base {
            Some((day, basis)) => date(day.plus_days(shift).to_string(), basis),
            None => date("XXXX-XX-XX".into(), Basis::Unresolved),
        };
        if let Some(part) = self.class_text(m, "part", class::DAYPART) {
            value.timex = format!("{}T{part}", value.value);
        }
        Some(value)
    }

    /// *the year to date*.
    pub(super) fn to_date(&self, m: &Match) -> Option<Value> {
        let year = self.text(m, "unit")?.eq_ignore_ascii_case("year");
        let Some((today, basis)) = self.base() else {
            let (year, basis) = self
                .base_year()
                .map_or((None, Basis::Unresolved), |(y, b)| (Some(y), b));
            return Some(date(Self::year_text(year), basis));
        };
        let from = if year { 1 } else { today.month };
        Some(date(format!("{:04}-{from:02}-01/{today}", today.year), basis))
    }

    /// *the current year*, *the current month*.
    pub(super) fn this_period(&self, m: &Match) -> Option<Value> {
        let (base, basis) = self
            .base_year()
            .map_or((None, Basis::Unresolved), |(y, b)| (Some(y), b));
        if self.text(m, "unit")? == "year" {
            return Some(date(Self::year_text(base), basis));
        }
        let told = self.last_month.filter(|_| self.narrative);
        let month = told.or(self.anchor.day.map(|d| d.month)).or(self.last_month)?;
        Some(date(format!("{}-{month:02}", Self::year_text(base)), basis))
    }
}
