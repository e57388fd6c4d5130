//! When somebody said it: which dates of a sentence are those of saying so, and not of what is said.

use crate::extract::dates::DateItem;
use crate::extract::names::shape::is_noun;
use crate::lexicon::format::{form, pos};
use crate::lexicon::{class, list};
use crate::text::{Document, flag};

use super::super::clause::{Scene, is_relative};
use super::super::tables as t;
use super::super::verbs::{self, VerbGroup};
use super::Timing;

impl Timing<'_, '_, '_> {
    /// When a statement was made: a date in what is said is not that of saying it.
    pub(super) fn of_saying(&self) -> Option<usize> {
        let Self {
            scene,
            s,
            group,
            item,
            clause,
            ..
        } = *self;
        let d = scene.document;
        let (from, to) = item.what.unwrap_or((0, 0));
        // *“…,” he told guests in Wuxi on Monday*: the rest of the clause is about the saying
        let inverted = from < to && to <= group.start;
        // *A fall in orders in the fourth quarter, he conceded, had …*, *Turning to the tasks of this year, he said that …*
        let parenthetical = matches!(scene.str(group.head + 1), ",") && d.str(clause.subject.max(1) - 1) == ",";
        let turning = d.info(s.start).form & form::GERUND != 0 && d.str(s.start).ends_with("ing");
        // *Output rose, the firm reported, up from 3 percent in April*: what is said goes on
        let goes_on = |date: &DateItem| {
            let apart = || !date.is_day() || scene.has_verb(group.head + 1, date.start);
            parenthetical && inverted && date.start > group.head && apart()
        };
        // *Kelvar plans to build 20 machines this year, Li Ming told guests*: of what is told
        let told_in_front = |date: &DateItem| {
            let comma = (date.end..group.start).find(|at| d.str(*at) == ",");
            // *in 2015, when it said*, *this week, as the ministry announced*
            let joins = |at: u32| {
                d.has(at, class::CONJ) || d.has(at, class::SUBORD) || d.has(at, class::PREP) || is_relative(d.str(at))
            };
            let comma = comma.filter(|comma| !joins(comma + 1) && !scene.has_verb(*comma, group.start));
            // *and, on May 3, Li Ming said*, *When it was opened in May, Li Ming said*
            let lead = date
                .start
                .saturating_sub(1 + u32::from(d.has(date.start.saturating_sub(1), class::PREP)));
            // *Li Ming, interviewed on Monday, said*
            let apart = self.is_asked(date) || d.str(lead) == "," || d.has(lead, class::CONJ);
            let opener = d.has(s.start, class::SUBORD) || d.has(s.start, class::PREP);
            comma.is_some()
                && date.start > s.start + 1
                && !apart
                && !opener
                && !inverted
                && !turning
                && scene.has_verb(s.start, date.start)
        };
        let fronted = |date: &DateItem| date.start < clause.subject && (parenthetical || turning && !date.is_day());
        // *predicted slower growth this year*: of what is told
        let still_open = |date: &DateItem| {
            let led = |at: u32| matches!(scene.str(at), "this" | "next" | "coming");
            let told = !inverted && from < date.start && date.end <= to && date.start > group.head + 1;
            let foresees = d.is_on(item.trigger.1 - 1, list::FORESEES);
            foresees && told && !date.is_day() && (led(date.start) || led(date.start.max(1) - 1))
        };
        // *wrote in a letter to the minister on Monday*, *defended the step before reporters in Lima on Monday*
        let behind_thing = |date: &DateItem| {
            let noun = date.start.saturating_sub(2);
            // *warned of strikes on Thursday*
            const HAPPENS: t::Groups = t::group("strike")
                | t::group("votes")
                | t::group("election")
                | t::group("protest")
                | t::group("trial")
                | t::group("talks");
            let happens = d.is(noun, flag::EVENT)
                || d.has(noun, class::EVENTHEAD)
                || scene.noun_groups(noun, noun + 1) & HAPPENS != 0;
            let on = date.start > group.head + 1 && d.str(date.start - 1) == "on";
            date.is_day() && on && !happens && !scene.has_verb(group.head + 1, date.start)
        };
        let beside = |date: &DateItem| {
            let that = (group.head..date.start).any(|at| d.str(at) == "that");
            // *said at the forum in Wuxi on Monday that …*
            let before_that = || {
                let next = (date.end..s.end).find(|at| d.str(*at) == "that");
                next.is_some_and(|x| x <= date.end + 1)
            };
            // *said in Lima on Monday output rose*
            let behind_saying = || date.end <= scene.behind_circumstances(group.head + 1, s.end);
            // *said revenue rose in the third quarter*
            let content = !date.is_day() && scene.has_verb(group.head + 1, date.start)
                // *said second-quarter profit rose*
                || is_owned_period_behind(scene, date, group.head);
            date.end <= group.start
                || !(that || content && !inverted)
                    && (inverted
                        || date.start <= (group.head + 3).max(item.trigger.1 + 1)
                        || behind_saying()
                        || behind_thing(date)
                        || is_at_meeting(scene, group.head, date.start)
                        || is_behind_hearers(scene, (group.head, s.end), date)
                        || before_that())
        };
        let of_saying = |i: &usize| {
            let date = self.date(*i);
            let content = inverted && from <= date.start && date.end <= to;
            !content
                && !goes_on(date)
                && !is_in_quote(scene, date, group)
                && !is_owned_period(d, date)
                && !fronted(date)
                && !still_open(date)
                && !told_in_front(date)
                && beside(date)
        };
        self.usable_in(s.start, clause.end)
            .filter(of_saying)
            .min_by_key(|i| self.distance(*i))
    }
}

/// *responded at a press conference on Monday*: the day of the meeting at which it is said.
fn is_at_meeting(scene: &Scene<'_, '_>, head: u32, date: u32) -> bool {
    /// Tokens between the verb and the date.
    const NEAR: u32 = 30;
    let d = scene.document;
    let at = date <= head + NEAR && (head + 1..date).any(|at| d.str(at) == "at");
    let meeting = |at: u32| {
        let noun = d.value(at, at + 1, class::EVENTNOUN);
        d.has(at, class::EVENTHEAD) || noun.is_some_and(|v| v.contains("meeting"))
    };
    at && (head + 2..date).any(meeting)
        && (head + 1..date).all(|at| d.is(at, flag::WORD | flag::GLUED) || d.str(at) == "&" || scene.inside_name(at))
        && !scene.has_verb(head + 1, date)
}

/// *told the exchange on Thursday*, *apologised in a short notice on Monday*, *criticised the ban on Friday as unfair*: the day of
/// saying so behind those who hear it, the paper that says it or what is judged, at the end of the clause. What is said there
/// may have a day of its own: *warned of a strike on Friday*, *urged a vote on Monday*. `bounds` are the verb and the end of
/// its sentence.
fn is_behind_hearers(scene: &Scene<'_, '_>, bounds: (u32, u32), date: &DateItem) -> bool {
    /// Tokens between the verb and the date.
    const NEAR: u32 = 16;
    let d = scene.document;
    let (verb, limit) = bounds;
    let led = date.start - u32::from(date.start > 0 && d.has(date.start - 1, class::DATEPREP));
    if !date.is_day() || led <= verb + 1 || led > verb + NEAR {
        return false;
    }
    // a day to come is of what is said
    let past = scene
        .today
        .is_none_or(|today| date.value.as_str() <= today.to_string().as_str());
    let opens = |at: u32| matches!(d.str(at), "that" | "," | ";" | ":" | "“" | "”" | "\"");
    let plain = |at: u32| (d.is(at, flag::WORD | flag::NUMBER | flag::GLUED) || scene.inside_name(at)) && !opens(at);
    let ends = date.end >= limit
        || d.is(date.end, flag::MARK) && !matches!(d.str(date.end), "“" | "\"" | "-" | "–")
        || matches!(d.str(date.end), "as" | "for" | "and");
    // *on a call*: no verb
    let tells = |at: u32| {
        d.is(at, flag::VERB)
            && !d.has(at - 1, class::DET)
            && !d.is(at, flag::CAPITAL)
            && verbs::group(d, at, verb + 1).is_some()
    };
    if !past || !ends || !(verb + 1..led).all(plain) || (verb + 1..led).any(tells) {
        return false;
    }
    // *warned staff of job cuts in a memo on Friday*
    let paper = |at: u32| d.is_on(at, list::PAPER) || d.has(at, class::SPEECHNOUN);
    let written = (verb + 2..led).any(|at| paper(at) && (verb + 1..at).any(|x| matches!(d.str(x), "in" | "on")));
    let about = (verb + 1..led).any(|at| matches!(d.str(at), "of" | "about" | "over" | "against"));
    written || !about && (d.is_on(verb, list::HEARD) || d.is_on(verb, list::JUDGING))
}

/// *“… the close on September 19,” the firm said*: the date is in what is quoted.
fn is_in_quote(scene: &Scene<'_, '_>, date: &DateItem, group: &VerbGroup) -> bool {
    if date.end <= group.start {
        let closed = scene.mark_behind(date.end).filter(|(mark, _)| *mark < group.start);
        closed.is_some_and(|(_, opens)| !opens)
    } else {
        let opened = scene.mark_before(date.start).filter(|(mark, _)| *mark >= group.head);
        opened.is_some_and(|(_, opens)| opens)
    }
}

/// *said second-quarter profit rose*: the period of what is said, right behind the verb at `head`.
fn is_owned_period_behind(scene: &Scene<'_, '_>, date: &DateItem, head: u32) -> bool {
    let d = scene.document;
    date.start == head + 1
        && !date.is_day()
        && date.end < d.len()
        && d.is(date.end, flag::WORD)
        && !d.is(date.end, flag::CAPITAL)
        && is_noun(d, date.end)
        && [class::PREP, class::DET, class::PRON]
            .iter()
            .all(|c| !d.has(date.end, *c))
}

/// *The second-quarter outlook is …, the firm said*: the period of a thing told of.
fn is_owned_period(d: &Document<'_>, date: &DateItem) -> bool {
    let led = date.start > 0 && d.has(date.start - 1, class::DET) || d.has(date.start, class::DET);
    led && !date.is_day()
        && date.end < d.len()
        && d.is(date.end, flag::WORD)
        && !d.is(date.end, flag::CAPITAL)
        && !d.has(date.end, class::PREP)
        && d.info(date.end).pos & pos::NOUN != 0
        && d.info(date.end).verb == 0
        // *In a September 2019 speech, she said*
        && !d.has(date.end, class::SPEECHNOUN)
}
