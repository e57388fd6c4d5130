//! When it was: which of the dates of a sentence is that of an event.

mod elsewhere;
mod saying;

use crate::extract::dates::DateItem;
use crate::lexicon::format::form;
use crate::lexicon::{class, list};
use crate::record::{DateKind, EventKind, Status};
use crate::text::{Sentence, flag};

use super::clause::Scene;
use super::phrase::is_of_deed;
use super::verbs::{Tense, VerbGroup};
use super::{EventItem, tables as t};
pub(super) use elsewhere::participle;
use elsewhere::{is_at_once, is_behind_length, is_of_next_clause, is_of_next_verb, is_of_saying_in_front};
use elsewhere::{
    is_attributive, is_bare_year, is_compared, is_covered, is_in_front, is_in_main_clause, is_of_meeting, is_of_noun,
    is_of_plan, is_of_saying, is_of_service, is_of_since, is_participle, is_subordinate, is_told_apart,
};

/// *will report third-quarter results on Oct. 24*: a period, told on a day.
const RESULTS: [&str; 3] = [
    t::rule("event.result.report"),
    t::rule("event.result.release"),
    t::rule("event.result.achieve"),
];

/// *raised its forecast on Thursday*: what was done that day
const DONE: [&str; 5] = [
    t::rule("event.result.outlook"),
    t::rule("event.result.raise"),
    t::rule("event.result.guidance"),
    t::rule("event.result.forecast"),
    t::rule("event.result.expect"),
];

/// The bounds of a clause that tells an event.
#[derive(Clone, Copy)]
pub(super) struct Bounds {
    /// Where its subject starts.
    pub subject: u32,
    /// Where an insertion between its subject and verb opens.
    pub inserted: Option<u32>,
    pub end: u32,
}

/// A verb that tells an event, and what is asked about the dates around it.
struct Timing<'t, 'd, 'a> {
    scene: &'t Scene<'d, 'a>,
    s: &'t Sentence,
    group: &'t VerbGroup,
    clause: Bounds,
    item: &'t EventItem,
    /// Where a semicolon parts what is told: *A resigned; B stepped down in January*.
    left: u32,
    right: u32,
}

/// The date of the event: in its clause, else in its sentence, the nearest to the trigger. `said`: somebody in the sentence
/// says so.
pub(super) fn times(
    scene: &Scene<'_, '_>,
    s: &Sentence,
    group: &VerbGroup,
    clause: Bounds,
    said: bool,
    item: &mut EventItem,
) {
    let wall = |at: &u32| scene.document.is(*at, flag::MARK) && scene.document.str(*at) == ";";
    let timing = Timing {
        scene,
        s,
        group,
        clause,
        item,
        left: (s.start..group.outer).rev().find(wall).unwrap_or(s.start),
        right: (group.head..s.end).find(wall).unwrap_or(s.end),
    };
    item.when = if item.kind == EventKind::Statement {
        timing.of_saying().into_iter().collect()
    } else {
        let found = timing.nearest(said);
        let mut when: Vec<usize> = found.into_iter().collect();
        when.extend(timing.day_of_report().filter(|day| !when.contains(day)));
        if let Some(second) = found.and_then(|first| timing.second_day(first)) {
            when.push(second);
            when.sort_unstable();
        }
        when
    };
}

impl Timing<'_, '_, '_> {
    fn date(&self, index: usize) -> &DateItem {
        &self.scene.dates[index]
    }

    /// The dates in `from..to` that the event may have.
    fn usable_in(&self, from: u32, to: u32) -> impl Iterator<Item = usize> + '_ {
        self.scene.dates_in(from, to).filter(|i| self.is_usable(*i))
    }

    /// Results and prices are told in parallel: *rose 5 % in May; in June it fell*.
    fn is_parallel(&self) -> bool {
        matches!(self.item.kind, EventKind::Result | EventKind::Market)
    }

    /// Whether the date may be that of the event.
    fn is_usable(&self, index: usize) -> bool {
        let Self {
            scene, s, group, item, ..
        } = *self;
        let d = scene.document;
        let date = self.date(index);
        let now = date.kind == DateKind::Vague && date.value != "past";
        // *released a plan to double output by 2027*: not the day of the release, but *By the end of 2024 it had built*
        let until =
            date.end <= group.outer && (group.is_perfect(d) || date.is_day()) && item.kind != EventKind::Statement;
        // *agreed to set up a group before the end of the year*
        let bound = match date.relation {
            Some("by") => true,
            Some("before") => date.modifier == Some("end"),
            _ => false,
        };
        // *had delivered 1,200 machines by the end of last year*
        let over = || {
            let today = scene.today.map(|day| day.to_string());
            today.is_some_and(|day| date.value.get(..4).is_some_and(|year| year < &day[..4]))
        };
        let aim = bound && item.status == Status::Occurred && !until && !(group.is_perfect(d) && over());
        // *released the 2023 report*
        let titled = matches!(item.kind, EventKind::Launch | EventKind::Policy) && is_attributive(scene, date);
        // *surpassed last year's 216 projects*
        // but *Next year's edition will move to Macao*
        let other = || matches!(scene.str(date.start), "Next" | "Last" | "next" | "last");
        let edition = item.kind == EventKind::Meeting && date.start == self.clause.subject && other();
        let owner = matches!(scene.str(date.end), "'s" | "’s") && !edition && !self.is_of_own_noun(date);
        if matches!(date.kind, DateKind::Duration | DateKind::Set) || owner || now || aim || titled {
            return false;
        }
        // the dateline's day is that of the report
        let report = scene.dateline.map_or(0, |(_, end)| end);
        let walled = date.start >= self.right
            || date.end <= self.left && !self.is_parallel() && scene.has_verb(s.start, date.start);
        // *the 2020 chair of the union*
        let post = || is_bare_year(scene, date) && d.has(date.end, class::TITLE) && scene.str(date.start - 1) != "in";
        date.start >= report
            && !walled
            && !self.is_elsewhere(index)
            && !post()
            && !is_of_plan(scene, date)
            && !is_compared(scene, s, item.kind, group, date.start)
    }

    /// *won Sunday's election*, *lost Monday's final*: the day of the object itself.
    fn is_of_own_noun(&self, date: &DateItem) -> bool {
        let kind = matches!(
            self.item.kind,
            EventKind::Election | EventKind::Sport | EventKind::Meeting
        );
        kind && date.is_day() && date.start == self.group.head + 1
    }

    /// Whether the date is that of something else in the sentence.
    fn is_elsewhere(&self, index: usize) -> bool {
        let Self {
            scene,
            s,
            group,
            item,
            clause,
            ..
        } = *self;
        let date = self.date(index);
        if date.end <= group.outer && self.is_year_of_thing(date) {
            return true;
        }
        if date.end <= group.outer {
            // *The company, set up in 2016, intends to spend*
            let aside = clause.inserted.is_some_and(|open| {
                let closed = |at| scene.document.is(at, flag::MARK) && !scene.inside_name(at);
                open < date.start && date.end < group.outer && (date.end..group.outer).any(closed)
            });
            // *Li Ming, interviewed on Monday, said*: then
            let asked = aside && item.kind == EventKind::Statement && date.is_day() && self.is_asked(date);
            return aside && !asked
                || is_of_service(scene, date)
                || is_in_main_clause(scene, s, date, group.outer)
                || is_told_apart(scene, s, date, group.outer)
                || is_in_front(scene, s, item.kind, date, (clause.subject, group.outer))
                || item.status == Status::Planned
                    && !group.is_perfect(scene.document)
                    && !(date.is_day() && matches!(item.kind, EventKind::Labour | EventKind::Acquisition))
                    && is_of_saying_in_front(scene, s, date, clause.subject)
                || is_covered(scene, item.kind, index);
        }
        if date.start <= group.head || is_of_since(scene, group.head, date.start) {
            return date.start > group.head;
        }
        // *attended the forum, held in May*, *the sale of the unit, agreed in May*: the day of what the noun tells
        let verb_told = item.kind != EventKind::Meeting && !item.rule.starts_with("event.noun");
        // *has had talks on the rules published in May*
        let of_paper = || !verb_told && is_of_noun(scene, group.head, date.start) && !is_of_meeting(scene, date.start);
        // *has begun production, the firm said on Monday*: as good as then
        // *has agreed to buy Kelvar, it said on Monday*: likewise
        let agreed = || {
            let has = matches!(scene.str(group.outer), "has" | "have");
            has && item.kind == EventKind::Acquisition && (group.outer..group.head).any(|at| scene.str(at) == "agreed")
        };
        let reported = item.kind != EventKind::Statement && !group.is_perfect(scene.document) && !agreed();
        is_subordinate(scene, group.head, date.start)
            || reported && is_of_saying(scene, group.head, date.start)
            || verb_told && (is_participle(scene, group.head, date.start) || is_of_noun(scene, group.head, date.start))
            || of_paper()
            || is_covered(scene, item.kind, index)
            || is_behind_length(scene, group.head, date.start)
            || is_of_next_verb(scene, group, date)
            || self.is_of_reason(date)
    }

    /// *The ceremony of the zone's second project in 2021 was held there on September 6*: the year tells which project, the day
    /// when.
    fn is_year_of_thing(&self, date: &DateItem) -> bool {
        let Self {
            scene, group, clause, ..
        } = *self;
        let inside = date.start > clause.subject + 1 && date.end == group.outer && scene.str(date.start - 1) == "in";
        let day = |i: usize| {
            let other = self.date(i);
            other.is_day() && other.value.starts_with(&*date.value)
        };
        inside && is_bare_year(scene, date) && scene.dates_in(group.head, clause.end).any(day)
    }

    /// *Li Ming, interviewed on Monday, said*: the insertion says when he spoke.
    fn is_asked(&self, date: &DateItem) -> bool {
        let d = self.scene.document;
        let open = (self.s.start..date.start).rev().find(|at| d.str(*at) == ",");
        open.is_some_and(|open| d.is_on(open + 1, list::ASKED))
    }

    /// What led to the event, or who tells of it, behind its verb.
    fn is_of_reason(&self, date: &DateItem) -> bool {
        let Self { scene, group, item, .. } = *self;
        let between = |test: &dyn Fn(u32) -> bool| (group.head..date.start).any(test);
        // *resigned after leading the board since June 2019*, *was fined after failing to report in 2021*
        let gerund = |at: u32| {
            matches!(scene.str(at), "after" | "before") && scene.document.info(at + 1).form & form::GERUND != 0
        };
        let year = date.value.len() == "2021".len() && date.kind == DateKind::Date;
        if (date.relation == Some("since") || year) && between(&gerund) {
            return true;
        }
        // *pleaded guilty to selling drugs on May 3, 2021*, but *was convicted of selling drugs on Monday*
        let crime = |at: u32| is_of_deed(scene.document, at);
        let weekday =
            || scene.document.has(date.start, class::WEEKDAY) || scene.document.has(date.start, class::DAYWORD);
        if item.kind == EventKind::Legal && between(&crime) && !weekday() {
            return true;
        }
        match item.kind {
            // *slumped 0.9 % after a report on the third quarter*
            EventKind::Market if !date.is_day() && between(&|at| matches!(scene.str(at), "after" | "following")) => {
                true
            }
            EventKind::Statement => false,
            // *8,000 have died, according to figures issued a week ago*
            EventKind::Death | EventKind::Disaster | EventKind::Conflict => between(&|at| scene.str(at) == "according"),
            // but *has issued a guideline, according to a statement on June 20*: as good as then
            _ => !group.is_perfect(scene.document) && between(&|at| scene.str(at) == "according"),
        }
    }

    /// Tokens between the verb and the date, with what makes a date less likely.
    fn distance(&self, index: usize) -> u32 {
        /// Tokens that a year in front of a noun counts as further away.
        const ATTRIBUTIVE: u32 = 40;
        let Self { scene, s, group, .. } = *self;
        let date = self.date(index);
        // *published its 2023 report on May 6*: the year of a thing, if another date is told
        let apart =
            is_attributive(scene, date) || is_bare_year(scene, date) && (self.is_of_name(date) || self.is_wide(date));
        let apart = if apart { ATTRIBUTIVE } else { 0 };
        if date.start >= group.head {
            return apart + (date.start - group.head);
        }
        // *to start trial production in October and reach mass production in May*
        let coordinated =
            group.outer > date.end && scene.str(group.outer - 1) == "and" && scene.has_verb(s.start, date.start);
        // *the year ended June*: the verb may stand in the date
        apart + group.head.saturating_sub(date.end) + if coordinated { 9 } else { 3 }
    }

    /// *unveiled it at Lima Connect 2024 on May 6*: the year of a name.
    fn is_of_name(&self, year: &DateItem) -> bool {
        let d = self.scene.document;
        let before = year.start.max(1) - 1;
        d.is(before, flag::CAPITAL) && !d.has(before, class::PREP)
    }

    /// *On March 2, 2018, in 2018, the ceremony was held*: the day, not the year that it is of; and *On May 17, 2022, … held a
    /// ceremony for projects in 2022*.
    fn is_wide(&self, year: &DateItem) -> bool {
        /// A month as it is written: what is longer is a day.
        const MONTH: &str = "2018-03";
        let day = |date: &DateItem| date.value.len() > MONTH.len() && date.kind != DateKind::Vague;
        let front = year.end <= self.group.outer;
        let told = |i: usize| {
            let date = self.date(i);
            day(date) && (front || date.value.starts_with(&*year.value))
        };
        self.item.kind != EventKind::Result && self.scene.dates_in(self.s.start, year.start).any(told)
    }

    /// The date of an event that is no statement.
    fn nearest(&self, said: bool) -> Option<usize> {
        let Self {
            scene,
            s,
            group,
            item,
            clause,
            ..
        } = *self;
        let mut in_clause = self.usable_in(s.start, clause.end).min_by_key(|i| self.distance(*i));
        // *affirmed its third-quarter outlook on Monday*: the day, not what the outlook is of
        if DONE.contains(&item.rule) {
            let day = self.usable_in(s.start, clause.end).find(|i| self.date(*i).is_day());
            in_clause = day.or(in_clause);
        }
        if let Some(date) = in_clause {
            let own = self.behind_saying(date, said);
            in_clause = own.or_else(|| self.in_front_of(date)).or(in_clause);
        }
        // *is building a plant, with production expected to begin in 2026*: the date of what is told behind
        let gathers = item.kind == EventKind::Meeting && item.status != Status::Cancelled;
        let verb_told = !gathers && !item.rule.starts_with("event.noun");
        let apart = verb_told && (!is_at_once(item.kind) || group.is_perfect(scene.document));
        // *Kelvar, which has announced a tie-up, said it will open a line in 2025*
        let inner = apart && scene.str(clause.end) == "," && scene.is_inner_clause(s, group.head + 1);
        let of_next = |i: &usize| inner || apart && is_of_next_clause(scene, s, clause.end, self.date(*i));
        let behind = || {
            let dates = self.usable_in(clause.end, s.end).filter(|i| !of_next(i));
            dates.min_by_key(|i| self.distance(*i))
        };
        match in_clause.or_else(behind) {
            Some(day) if item.kind == EventKind::Result && self.date(day).is_day() => self.period(day, said),
            // *resigned June 30 to lead Lumeno, effective July 17*: two days
            Some(date) if self.date(date).start > group.head => Some(date),
            found => starts_on(scene, s, group, item.kind)
                .filter(|i| self.is_usable(*i))
                .or(found),
        }
    }

    /// *said on Monday it will impose controls from August 1*: the date of the verb's own clause, where the one found is that of
    /// saying so.
    fn behind_saying(&self, found: usize, said: bool) -> Option<usize> {
        let Self { group, clause, .. } = *self;
        let of_saying = said && self.date(found).end <= clause.subject && group.tense == Tense::Future;
        let own = |i: &usize| self.date(*i).is_day() && self.date(*i).kind == DateKind::Date;
        of_saying
            .then(|| self.usable_in(group.head + 1, clause.end).find(own))
            .flatten()
    }

    /// The date in front of the verb, where the one found behind it belongs to another verb or to a thing.
    fn in_front_of(&self, found: usize) -> Option<usize> {
        let Self {
            scene,
            s,
            group,
            item,
            clause,
            ..
        } = *self;
        let date = self.date(found);
        // *In May 2007, equipment was moved in and production began in July 2007*: the later date is of the later verb
        let of_other = || {
            let and = (group.head + 1..date.start).find(|at| scene.document.has(*at, class::CONJ));
            !self.is_parallel() && and.is_some_and(|and| scene.has_verb(and + 1, date.start))
        };
        // *On May 3, the zone signed the key projects of the first quarter*: a thing's period
        let of_thing = matches!(
            item.kind,
            EventKind::Meeting | EventKind::Agreement | EventKind::Visit | EventKind::Award | EventKind::Founding
        ) && !date.is_day()
            && scene.dates_in(s.start, group.outer).any(|i| self.date(i).is_day());
        if of_thing {
            self.usable_in(s.start, group.outer)
                .filter(|i| self.date(*i).is_day())
                .last()
        } else if of_other() {
            // *Two years later, in May 2007, …*
            self.usable_in(s.start, clause.subject).last()
        } else {
            None
        }
    }

    /// The period that a result reports where the nearest date is a day: one of the sentence, else the day, unless that is
    /// when it was reported: *said on Tuesday that sales rose in the first half*.
    fn period(&self, day: usize, said: bool) -> Option<usize> {
        const REPORTS: [&str; 2] = [t::rule("event.result.report"), t::rule("event.result.announce")];
        let Self {
            scene,
            s,
            group,
            item,
            clause,
            ..
        } = *self;
        if DONE.contains(&item.rule) || item.status == Status::Planned {
            return Some(day);
        }
        let is_period = |i: &usize| {
            let date = self.date(*i);
            let year = date.kind == DateKind::Date && date.value.len() == "2024".len();
            // *rose on May 3 and plans to double output in 2026*: of another verb
            let apart = !said && date.start > group.head && scene.has_verb(group.head + 1, date.start);
            (year || date.is_near() && !date.is_day()) && !apart
        };
        // *said on Tuesday that sales rose*
        let said = said && self.date(day).end <= group.outer;
        let reports = || !group.passive && REPORTS.contains(&item.rule);
        let period = self.usable_in(s.start, clause.end).find(is_period);
        period.or_else(|| (!said && !reports()).then_some(day))
    }

    /// *will report third-quarter results on Oct. 24*: the period and the day.
    fn day_of_report(&self) -> Option<usize> {
        let reports = self.item.status == Status::Planned && RESULTS.contains(&self.item.rule);
        let mut behind = self.scene.dates_in(self.group.head, self.clause.end);
        let day = reports.then(|| behind.find(|i| self.date(*i).is_day())).flatten();
        day.filter(|day| self.is_usable(*day))
    }

    /// *in Shanghai and Beijing on July 25 and 26*, *For April and May*.
    fn second_day(&self, first: usize) -> Option<usize> {
        let joined = |one: &DateItem, other: &DateItem| other.start == one.end + 1 && self.scene.str(one.end) == "and";
        if self.item.kind == EventKind::Meeting {
            let next = self.scene.dates.get(first + 1)?;
            return (joined(self.date(first), next) && self.is_usable(first + 1)).then_some(first + 1);
        }
        // *For April and May, Kelvar posted a revenue of 3 billion yuan*: one result of both
        let before = first.checked_sub(1)?;
        let (one, last) = (self.date(before), self.date(first));
        let both = self.item.kind == EventKind::Result && joined(one, last) && last.end <= self.group.outer;
        (both && one.value.len() == last.value.len() && self.is_usable(before)).then_some(before)
    }
}

/// *has named Li Ming chief executive, effective May 3*: the day from which it holds.
fn starts_on(scene: &Scene<'_, '_>, s: &Sentence, group: &VerbGroup, kind: EventKind) -> Option<usize> {
    if !matches!(
        kind,
        EventKind::Appointment | EventKind::Policy | EventKind::Restriction
    ) {
        return None;
    }
    scene.dates_in(group.head, s.end).find(|i| {
        let word = |back: u32| scene.dates[*i].start.checked_sub(back).map_or("", |at| scene.str(at));
        word(1) == "effective" || matches!(word(1), "from" | "on") && word(2) == "effective"
    })
}
