//! What a date leans on: the day of the document, the dates told before, and the tense of the nearest verb.

use crate::extract::events::verbs::{self, Tense};
use crate::lexicon::format::{form, pos};
use crate::lexicon::{class, list};
use crate::record::{Basis, DateKind};
use crate::rules::matching::Match;
use crate::text::flag;

use super::super::background::{is_background, is_compared};
use super::super::civil::Day;
use super::super::published::{is_bid, is_origin, iso_day, speaks_of_now};
use super::super::{DAY, is_event_year, is_plan_year};
use super::{Lean, Reader, Value, is_period};

impl Reader<'_, '_> {
    /// The year of an article that does not say it: that of full days, quarters and names (*the 2023 key projects*), or the
    /// months of one year. *founded in 2016*, *inaugurated in June 2019* tell what was, and a year before the last one
    /// that is told as past, which is the second of the two, cannot be the article's.
    pub(super) fn year_told(&self, matches: &[&Match], plain: impl Fn(&&Match) -> bool) -> (Option<i32>, Option<i32>) {
        let document = self.document;
        let year = |m: &Match| self.int(m, "year").filter(|y| (1950..2060).contains(y));
        let (mut told, mut month, mut latest) = (None, None, None);
        // the date that the report starts with is that of what it tells
        let body = |m: &&Match| !document.is(m.start, flag::HEADLINE);
        let first = matches.iter().copied().find(body).map(|m| m.start);
        for m in matches.iter().copied().filter(plain) {
            let Some(year) = year(m) else { continue };
            if self.names_what_is_to_come(m) {
                continue;
            }
            latest = latest.max(Some(year));
            // *from 1974 to 1991*
            let service = document.lexicon.string(document.lexicon.rules[m.rule as usize].make) == "date.years";
            let (start, end) = m.span();
            if service || is_origin(document, start) || is_background(document, start, end, "") {
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

    /// A year in the name of a plan, of an event that somebody bids for, or of one after every full date of the article: *the National
    /// Climate Strategy 2050*, *its bid to host the 2034 Games*.
    pub(super) fn names_what_is_to_come(&self, m: &Match) -> bool {
        let (at, behind) = m.span();
        if behind != at + 1 || self.int(m, "year").is_none() {
            return false;
        }
        let later = self.int(m, "year") > self.last_full && self.last_full.is_some();
        if is_plan_year(self.document, at) {
            // *the Lumeno Awards 2022* are of now
            let paper = |at: u32| {
                let report = self.document.str(at).eq_ignore_ascii_case("report");
                self.document.is_on(at, list::PAPER_NAME) && !report
            };
            return later || at > 0 && paper(at - 1) || paper(at + 1);
        }
        is_event_year(self.document, at) && (later || is_bid(self.document, at))
    }

    /// Remembers a date for those that lean on it; `firm`: other days of the week may be counted from it.
    pub(super) fn remember(&mut self, value: &Value, (at, behind): (u32, u32), firm: bool) {
        /// Tokens of a sentence whose verbs are looked for at each of its years.
        const LONGEST: u32 = 200;
        if value.kind != DateKind::Date {
            return;
        }
        if let Some(told) = value.value.strip_prefix("XXXX-") {
            // *On September 5 … on the 6th*: the month is known without a year
            let month = told.get(..2).and_then(|month| month.parse().ok());
            self.last_month = month.filter(|m| (1..=12).contains(m)).or(self.last_month);
            if told.len() == "06-12".len() && !told.ends_with('X') && !is_origin(self.document, at) {
                self.last_open = Some(value.value.clone());
            }
            return;
        }
        if value.value.starts_with('X') {
            return;
        }
        // *compared with the third quarter of 2023*, *the same period of 2023*: what is told stays what it was
        let compared = !self.narrative && is_compared(self.document, at);
        if is_period(&value.value) && value.basis != Basis::Context && !compared {
            if !value.value.contains('/') {
                self.last_quarter = Some(value.value.clone());
            }
            self.last_period = Some(value.value.clone());
            self.period_at = Some(at);
        }
        // behind *the 2018-2019 downturn* the following year is 2020; a history goes on from the end of a stretch, while
        // news tells of a visit before it is over
        let years = value.value.len() == "2018/2019".len() && value.value.contains('/');
        let mut ends = value.value.split('/');
        let end = if years || self.narrative {
            ends.next_back()
        } else {
            ends.next()
        };
        let text = end.unwrap_or_default();
        // before Christ
        let (text, sign) = text.strip_prefix('-').map_or((text, 1), |rest| (rest, -1));
        let part = |r: std::ops::Range<usize>| text.get(r).and_then(|t| t.parse::<u32>().ok());
        if let Some(year) = part(0..4).map(|y| y as i32 * sign).filter(|y| *y >= 0 || self.ancient) {
            self.near_year = Some((year, at));
            if value.basis == Basis::Explicit {
                self.said_year = Some(year);
            }
            let told = !compared
                && (value.basis == Basis::Explicit
                    || value.basis == Basis::Context
                    || self.narrative
                    || self.anchor.year.is_none());
            let origin = !self.narrative && value.basis == Basis::Explicit && is_origin(self.document, at);
            if told && !origin && (!self.narrative || self.moves_on(value, year, at)) {
                self.last_year = Some(year);
                if self.narrative || !is_background(self.document, at, behind, &value.value) {
                    // *is expected to start in 2031*
                    let open = !self.narrative && self.anchor.year.is_none() && value.value.len() < DAY;
                    let sentence = self.document.sentences()[self.document.sentence_of(at)];
                    let short = sentence.end - sentence.start <= LONGEST;
                    self.plain_ahead = open && short && self.lean(at) == Lean::Future;
                    self.plain_year = Some((year, self.paragraph));
                }
            }
            if text.len() >= 7 && text.as_bytes()[4] == b'-' && part(5..7).is_some_and(|m| m <= 12) {
                self.last_month = part(5..7);
                self.last_point = part(5..7).map(|month| (year, month));
            }
            if text.len() == 10 && sign > 0 && !origin {
                self.last_day = iso_day(text);
                // *last week* starts with a day that nobody has told
                self.last_day_at = (value.value.len() == text.len()).then_some(at);
                self.last_open = None;
                if firm {
                    self.firm_day = self.last_day;
                }
                // *Beijing announced rules on May 2, 2024, which take effect on June 1. A day later …*
                let past = |d: Day| match self.anchor.day {
                    Some(today) => d <= today,
                    None => self.lean(at) == Lean::Past,
                };
                if self.last_day.is_some_and(past) {
                    self.last_past_day = self.last_day;
                }
            }
        }
    }

    /// Whether the two tokens stand in one sentence.
    pub(super) fn same_sentence(&self, a: u32, b: u32) -> bool {
        self.document.sentence_of(a) == self.document.sentence_of(b)
    }

    /// Whether a history is in that year now: not where it looks back or ahead (*until 1945*, *(1812)*, *since 1871*),
    /// nor at a leap of many years that nothing follows.
    pub(super) fn moves_on(&mut self, value: &Value, year: i32, at: u32) -> bool {
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
        // *a campaign planned for 1976*
        let planned = |x: u32| self.document.is_on(x, list::PLANNED);
        if year > last && (at.saturating_sub(5)..at).any(planned) {
            return false;
        }
        let before = at.checked_sub(1).map_or("", |b| self.document.str(b));
        !matches!(
            before,
            "until" | "till" | "by" | "since" | "from" | "before" | "after" | "to" | "(" | "-" | "–" | "and"
        )
    }

    /// The day that *the day before*, *the same day*, *two days later* lean on: what is past leans on no day to come.
    pub(super) fn day_told(&self, at: u32) -> Option<Day> {
        let ahead = match self.anchor.day {
            Some(today) => self.last_day.is_some_and(|day| day > today),
            None => self.last_past_day.is_some() && self.last_past_day < self.last_day,
        };
        if ahead && self.lean(at) == Lean::Past {
            return self.last_past_day;
        }
        self.last_day
    }

    /// The day that a bare time of the clock is of: one told in front of it in its sentence or in the one before, if it fits what is told
    /// (*The fire broke out on Monday. It was put out at 2:20 p.m.*), else the article's own.
    pub(super) fn day_of_clock(&self, at: u32) -> Option<(Day, Basis)> {
        let d = self.document;
        let told = self
            .last_day
            .zip(self.last_day_at.filter(|told| *told < at && !self.narrative));
        let told = told.filter(|(_, start)| {
            let (own, before) = (d.sentence_of(at), d.sentence_of(*start));
            let paragraph = |sentence: usize| d.sentences()[sentence].paragraph;
            own - before <= 1 && paragraph(own) == paragraph(before)
        });
        let base = self.base();
        let Some(((day, start), (today, _))) = told.zip(base).filter(|((day, _), (today, _))| day != today) else {
            return base;
        };
        // *since Monday*, *ahead of Friday's vote*, *the deal signed on Monday*: not the day that is told of
        // nor is *Tuesday to Friday* the last of them
        let of_several = start > 0
            && matches!(
                d.str(start - 1),
                "to" | "through" | "thru" | "and" | "&" | "-" | "–" | "every" | "each"
            );
        let aside = of_several || is_background(d, start, start + 1, "") || is_compared(d, start);
        let fits = match self.lean(at) {
            Lean::Past => day < today,
            Lean::Present | Lean::Future => day > today,
        };
        if aside || !fits {
            base
        } else {
            Some((day, Basis::Context))
        }
    }

    /// The day that relative dates lean on.
    pub(super) fn base(&self) -> Option<(Day, Basis)> {
        // where the article's own day is known, days of the week are counted from no other day of the week
        let told = if self.anchor.day.is_some() {
            self.firm_day
        } else {
            self.last_day
        };
        if self.narrative
            && let Some(day) = told
        {
            return Some((day, Basis::Context));
        }
        if self.narrative && self.last_year.is_some_and(|y| y < 0) {
            return None;
        }
        let told = self.last_past_day.or(self.last_day);
        self.anchor.day.zip(self.anchor.basis).or(told
            .filter(|d| self.latest.is_none_or(|latest| d.year >= latest))
            .map(|d| (d, Basis::Context)))
    }

    /// The day that *last week* leans on: that of the telling. A history without a day of its own has none, unless the
    /// year said last is its latest.
    pub(super) fn base_of_telling(&self) -> Option<(Day, Basis)> {
        if !self.narrative {
            return self.base();
        }
        let told = || self.base().filter(|(day, _)| self.newest_said() == Some(day.year));
        self.anchor.day.zip(self.anchor.basis).or_else(told)
    }

    /// The year that *this year* and *last year* lean on, likewise.
    pub(super) fn year_of_telling(&self) -> Option<(i32, Basis)> {
        if !self.narrative {
            return self.base_year().filter(|_| !self.is_ahead());
        }
        let said = || self.newest_said().map(|year| (year, Basis::Context));
        self.anchor.year.zip(self.anchor.basis).or_else(said)
    }

    /// The latest year of a history, where it is the one said last.
    fn newest_said(&self) -> Option<i32> {
        self.newest.filter(|_| self.said_year == self.newest)
    }

    /// The one year that is known is that of a plan: *The plant is to open in 2027. It raised 3 million yuan last year*.
    fn is_ahead(&self) -> bool {
        self.plain_ahead && !self.narrative && self.told.is_none() && self.anchor.year.is_none()
    }

    pub(super) fn base_year(&self) -> Option<(i32, Basis)> {
        /// Paragraphs of news, most of them of a sentence or two, over which a year goes on.
        const FAR: u32 = 6;
        // the year told last goes on for a while; news speaks of our time, whatever year of long ago it told
        let plain = || {
            self.plain_year
                .filter(|(y, paragraph)| *y >= 1900 && *paragraph + FAR >= self.paragraph)
                .map(|(y, _)| y)
        };
        let last = if self.narrative { self.last_year } else { plain() };
        let context = self.told.or(last).map(|y| (y, Basis::Context));
        if self.narrative && context.is_some() {
            return context;
        }
        self.anchor.year.zip(self.anchor.basis).or(context)
    }

    /// Whether what is told at the token was, is or will be: by the nearest verb before it in the sentence, or else the
    /// nearest behind.
    pub(super) fn lean(&self, at: u32) -> Lean {
        /// Tokens of *Saturday night* or *May 3, 2024*.
        const DATE: u32 = 5;
        let d = self.document;
        let s = d.sentences()[d.sentence_of(at)];
        let verb = |x: u32| {
            // *chased protesters near the church*: no verb
            if d.info(x).verb == 0 || !d.is(x, flag::WORD) || d.is(x, flag::CAPITAL) || d.has(x, class::PREP) {
                return None;
            }
            // *resigned as chairman*, *for trucks*: a noun
            let before = x.checked_sub(1).filter(|b| *b >= s.start);
            // *in a reorganisation that began on Monday*
            let past = d.info(x).form & form::PAST != 0 && d.info(x).form & form::BASE == 0;
            let relative = |b: u32| past && d.str(b) == "that";
            let governed = |b: u32| {
                d.str(b) == "as" || d.has(b, class::DET) && !relative(b) || d.has(b, class::PREP) && d.str(b) != "to"
            };
            if before.is_some_and(governed) {
                return None;
            }
            // *closed-door talks*: neither is
            let hyphen = |k: u32| k < s.end && d.str(k) == "-" && d.is(k, flag::GLUED);
            if hyphen(x + 1) || x >= s.start + 2 && hyphen(x - 2) {
                return None;
            }
            // *the ministry has announced it*: the verb is *announced*
            let next = x + 1 + u32::from(x + 1 < s.end && d.info(x + 1).pos == pos::ADVERB);
            let helps = d.value(x, x + 1, class::AUX) == Some("have")
                && next < s.end
                && d.info(next).form & form::PARTICIPLE != 0
                && d.info(next).verb != 0;
            if helps {
                return None;
            }
            verbs::group(d, x, s.start)
        };
        // *Trade continues to fall, and Kelvar on Saturday called it unfounded*: the verb right behind the date is its own
        let of_date = |x: u32| {
            let part = [class::WEEKDAY, class::MONTH, class::DAYPART]
                .iter()
                .any(|c| d.has(x, *c));
            part || d.is(x, flag::NUMBER)
        };
        let own = || {
            let end = (at..s.end.min(at + DATE)).find(|x| !of_date(*x)).filter(|x| *x > at)?;
            let past = d.info(end).form & form::PAST != 0 && d.info(end).form & form::BASE == 0;
            verb(end).filter(|group| past && group.head == end && group.start == end)
        };
        // *Work got under way on Monday in Wuxi, where Kelvar is to have a plant*: no verb of that clause
        let clause = (at..s.end).find(|x| matches!(d.str(*x), "where" | "which" | "who"));
        let group = own()
            .or_else(|| (s.start..at).rev().find_map(verb))
            .or_else(|| (at..clause.unwrap_or(s.end)).find_map(verb));
        // *warned of stoppages by mid-November*, but *told the paper by telephone Wednesday*
        let aim = |head: u32| {
            let by = (head..=at)
                .rev()
                .skip(1)
                .take(3)
                .find(|x| matches!(d.str(*x), "by" | "until"));
            d.has(head, class::SAYVERB) && by.is_some_and(|by| !(by + 1..at).any(|x| d.info(x).pos & pos::NOUN != 0))
        };
        // *Maker to open plant in December*
        let headline = || {
            // *To open a line: in 2025 …*
            let to = (s.start..at).rev().find(|x| d.str(*x).eq_ignore_ascii_case("to"));
            // *Maker facing controls from September*
            let from = at > s.start && d.has(at - 1, class::DATERELATION) && matches!(d.str(at - 1), "from" | "by");
            d.is(at, flag::HEADLINE) && (from || to.is_some_and(|to| d.info(to + 1).form & form::BASE != 0))
        };
        // *Talks scheduled for Tuesday have been called off*: still to come where they are
        let set = || {
            let led = at > s.start + 1 && d.str(at - 1) == "for" && d.is_on(at - 2, list::PLANNED);
            let behind = || (at..s.end).find_map(verb);
            led && behind().is_some_and(|group| group.is_perfect(d) || group.tense == Tense::Present)
        };
        // *has been put off until October*
        let put_off = || {
            let led = at > s.start + 3 && matches!(d.str(at - 1), "until" | "till" | "to");
            led && (at - 3..at - 1).any(|x| d.is_on(x, list::PUT_OFF))
        };
        match group {
            Some(group) if aim(group.head) || set() || put_off() => Lean::Future,
            None if headline() => Lean::Future,
            Some(group) if group.planned || group.tense == Tense::Future => Lean::Future,
            // captions tell in the present what was, as headlines do
            Some(group) if group.tense == Tense::Present && !d.is(group.head, flag::HEADLINE | flag::FURNITURE) => {
                Lean::Present
            }
            _ => Lean::Past,
        }
    }

    pub(super) fn future(&self, at: u32) -> bool {
        self.lean(at) == Lean::Future
    }

    /// The year of a month (and day) without one.
    pub(super) fn year_of(&self, at: u32, month: u32, day: Option<u32>) -> (Option<i32>, Basis) {
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
            match self.lean(at) {
                Lean::Future if gap < -45 => year += 1,
                Lean::Past if gap > 45 => year -= 1,
                Lean::Present if gap > 200 => year -= 1,
                Lean::Present if gap < -200 => year += 1,
                _ => {}
            }
            return (Some(year), basis);
        }
        // what has happened was not in a year that is still to come
        match self
            .base_year()
            .filter(|_| !(self.is_ahead() && self.lean(at) == Lean::Past))
        {
            Some((year, basis)) => (Some(year), basis),
            None => (None, Basis::Unresolved),
        }
    }
}
