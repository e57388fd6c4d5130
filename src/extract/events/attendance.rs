//! Who takes part, told outside of the clause: hosts behind a meeting's noun (*the forum, organised by Kelvar, was held*), and
//! in sentences of their own guests (*Li Ming participated*), those who came to a visit
//! and investors who joined a round of funding. A meeting told again by its day is one.

use crate::lexicon::{class, list};
use crate::record::{EventKind, ParticipantRole, Status};
use crate::resolve::names::Kind;

use super::clause::{Scene, is_relative};
use super::find::Found;
use super::frame::{drop_event, is_dropped, is_the_meeting, join_events};
use super::listed::listed;
use super::trigger::head_groups;
use super::{EventItem, rows, tables as t};

/// Sentences between a meeting and those who were there, and between it and *It was hosted by …*.
const FAR: usize = 8;
const NEAR: usize = 3;
/// Tokens in front of *took part* in which a relative word opens its clause.
const CLAUSE: u32 = 8;

/// *the forum, organised by A and B and supported by C, was held*: the hosts stand in the subject, the tokens
/// `start..end`.
pub(super) fn hosts(scene: &Scene<'_, '_>, (start, end): (u32, u32), item: &mut EventItem) {
    let d = scene.document;
    let mut found = Vec::new();
    for by in (start + 2..end).filter(|at| d.str(*at) == "by") {
        rows::rows(scene, by - 1, &mut found);
        let holds = found.iter().any(|(row, _)| {
            let rule = &t::VERBS[*row as usize];
            let meeting = rule.kind == EventKind::Meeting && rule.object & const { t::group("meeting") } != 0;
            meeting && rule.roles[0] == Some(ParticipantRole::Agent)
        });
        if holds {
            let mut list = listed(scene, by + 1, end);
            // *hosted by the expert group for chip tools and the Chip Association*: the body behind what has no name
            if list.is_empty() {
                let comma = (by..end).find(|at| d.str(*at) == ",").unwrap_or(end);
                let and = (by..comma).find(|at| d.str(*at) == "and");
                list = and.map_or_else(Vec::new, |and| listed(scene, and + 1, comma));
            }
            for hit in list {
                item.add(hit.entity, ParticipantRole::Agent);
            }
        }
    }
}

/// A meeting, or what a ceremony of that kind celebrates.
pub(super) fn is_meeting(event: &Found) -> bool {
    let told = event.item.kind == EventKind::Meeting || event.item.rule.starts_with("event.meeting.");
    told && !is_dropped(event) && event.item.status == Status::Occurred
}

/// *The round was led by Kelvar*, *Kelvar also joined the round*: the one told before.
fn is_the_round(scene: &Scene<'_, '_>, event: &Found) -> bool {
    const ROUND: t::Groups = t::group("round");
    const BACKED: [&str; 2] = [t::rule("event.investment.lead"), t::rule("event.investment.join")];
    if !BACKED.contains(&event.item.rule) {
        return false;
    }
    let (start, end) = if event.group.passive {
        event.subject
    } else {
        event.item.what.unwrap_or_default()
    };
    let the = || matches!(scene.str(start), "The" | "the" | "This" | "this");
    /// Tokens of *of the Wuxi-based*.
    const FRONT: u32 = 5;
    // *led the Series B round of Lumeno*: another's
    let others = || {
        let mut hits = scene.hits_in(start, end + FRONT);
        let of = matches!(scene.str(end), "of" | "for");
        !event.group.passive && hits.any(|h| h.kind == Kind::Organisation && (h.start < end || of))
    };
    start < end && the() && head_groups(scene, start, end).0 & ROUND != 0 && !others()
}

/// Those who gave money in the event of number `again` are backers of the round of number `told`.
fn join_backers(found: &mut [Found], told: usize, again: usize) {
    let who = std::mem::take(&mut found[again].item.who);
    drop_event(&mut found[again]);
    for (entity, _) in who {
        found[told].item.add(entity, ParticipantRole::Participant);
    }
}

/// Joins to the meeting told before what is told of it without its name.
pub(super) fn join(scene: &Scene<'_, '_>, found: &mut [Found]) {
    visitors(found);
    if !found.iter().any(|f| {
        matches!(
            f.item.kind,
            EventKind::Meeting | EventKind::Visit | EventKind::Investment
        )
    }) {
        return;
    }
    let mut meeting: Option<usize> = None;
    let mut round: Option<usize> = None;
    for index in 0..found.len() {
        let item = &found[index].item;
        if item.kind == EventKind::Investment && !is_dropped(&found[index]) {
            // *Kelvar closed a round of $3 million. The round was led by Lumeno*
            let near = |told: &usize| found[*told].item.sentence + NEAR >= item.sentence;
            if let Some(told) = round.filter(near).filter(|_| is_the_round(scene, &found[index])) {
                join_backers(found, told, index);
                continue;
            }
            round = Some(index);
        }
        let present = item.rule == const { t::rule("event.meeting.present") };
        // *Li Ming met Amy Kuo. The two sides discussed trade*
        let talked = item.rule == const { t::rule("event.meeting.discuss") };
        let talked = talked && meeting.is_some_and(|told| super::venue::ENCOUNTERS.contains(&found[told].item.rule));
        // *The ceremony of founding the college was held in Lima. The conference was hosted by Luis Prado*
        let ceremony = || {
            // what has joined another event has no words left
            let last = item.trigger.1.checked_sub(1);
            let led = last.is_some_and(|last| scene.document.is_on(last, list::HOSTED));
            let told = meeting.is_some_and(|told| found[told].item.kind != EventKind::Meeting);
            led && told && is_the_meeting(scene, found[index].subject)
        };
        let it = talked
            || item.kind == EventKind::Meeting
                && found[index].group.passive
                && (is_it(scene, found[index].subject) || ceremony());
        // *Over 300 guests gathered in Xiamen*: at the meeting just told
        let far = if present { FAR } else { NEAR };
        let gather = item.rule == const { t::rule("event.meeting.gather") };
        let gathers = gather && meeting.is_some_and(|told| found[told].item.sentence + far >= item.sentence);
        if let Some(told) = meeting.filter(|told| is_again(scene, &found[*told], &found[index])) {
            join_events(found, told, index);
            continue;
        }
        if !present && !it && !gathers || is_dropped(&found[index]) {
            if let Some(told) = meeting.filter(|told| is_gathering_for(scene, &found[*told], &found[index])) {
                join_events(found, index, told);
            }
            if is_meeting(&found[index]) {
                meeting = Some(reduced(found, meeting, index));
            }
            continue;
        }
        let sentence = item.sentence;
        // *Kelvar raised $3 million. Lumeno and Delta also took part*
        let body = |(e, _): &(usize, ParticipantRole)| scene.entities.list[*e].kind == Kind::Organisation;
        let bodies = present && item.who.iter().all(body);
        let raised = round.filter(|told| found[*told].item.sentence + NEAR >= sentence && meeting < Some(*told));
        if let Some(told) = raised.filter(|_| bodies) {
            join_backers(found, told, index);
            continue;
        }
        let told = meeting.filter(|told| found[*told].item.sentence + far >= sentence);
        // *It will be held in Lima in 2025*: another one
        if it && found[index].item.status != Status::Occurred {
            meeting = Some(index);
            continue;
        }
        // alone it tells nothing
        let mut other = found[index].item.clone();
        drop_event(&mut found[index]);
        // *a protest in which 80 people took part*
        let clause = (other.trigger.0.saturating_sub(CLAUSE)..other.trigger.0).any(|at| is_relative(scene.str(at)));
        let Some(told) = told.filter(|_| other.status == Status::Occurred && !clause) else {
            continue;
        };
        if present {
            other.when.clear();
            other.place.clear();
        }
        // *Over 800 experts took part*
        for figure in std::mem::take(&mut other.figures) {
            if !found[told].item.figures.contains(&figure) {
                found[told].item.figures.push(figure);
            }
        }
        found[told].item.join(other);
    }
}

/// *Li Ming attended the inspection*: the visit told last; alone it tells nothing.
fn visitors(found: &mut [Found]) {
    let mut visit: Option<usize> = None;
    for index in 0..found.len() {
        let item = &found[index].item;
        if item.kind != EventKind::Visit || is_dropped(&found[index]) {
            continue;
        }
        if item.rule != const { t::rule("event.visit.attend") } {
            visit = Some(index);
            continue;
        }
        let near = visit.filter(|told| found[*told].item.sentence + FAR >= item.sentence);
        let who = std::mem::take(&mut found[index].item.who);
        drop_event(&mut found[index]);
        if let Some(told) = near {
            for (entity, _) in who {
                found[told].item.add(entity, ParticipantRole::Participant);
            }
        }
    }
}

/// *At the forum held last Saturday, the city signed …*: the one that was told on that day.
fn is_again(scene: &Scene<'_, '_>, told: &Found, other: &Found) -> bool {
    let d = scene.document;
    let bare = other.group.passive && other.group.outer == other.group.head && !is_dropped(other);
    if !bare || other.item.kind != EventKind::Meeting || other.item.name.is_some() {
        return false;
    }
    let (start, end) = other.subject;
    let start = start + u32::from(start < end && d.has(start, class::PREP));
    let day = |item: &EventItem| item.when.first().map(|i| scene.dates[*i].value.as_str());
    let here = other.item.place.is_empty() || other.item.place.iter().any(|e| told.item.place.contains(e));
    is_the_meeting(scene, (start, end)) && here && day(&other.item).is_none_or(|d| Some(d) == day(&told.item))
}

/// *Experts gathered in Wuxi this week. The Chip Forum was held on May 6*: they came to what is told next.
fn is_gathering_for(scene: &Scene<'_, '_>, told: &Found, next: &Found) -> bool {
    /// Sentences between the two.
    const NEXT: usize = 1;
    let gather = told.item.rule == const { t::rule("event.meeting.gather") } && told.item.name.is_none();
    let near = told.item.sentence < next.item.sentence && told.item.sentence + NEXT >= next.item.sentence;
    let held = next.item.kind == EventKind::Meeting && next.group.passive && is_meeting(next) && is_meeting(told);
    let day = |f: &Found| f.item.when.first().map(|i| scene.dates[*i].value.as_str());
    // *in June* holds the 9th
    let then = day(told).is_none_or(|first| day(next).is_some_and(|next| next.starts_with(first)));
    let there = next.item.place.is_empty() || next.item.place.iter().all(|e| told.item.place.contains(e));
    gather && near && held && then && there && !told.item.place.is_empty()
}

fn is_it(scene: &Scene<'_, '_>, (start, end): (u32, u32)) -> bool {
    start < end && matches!(scene.str(end - 1), "It" | "it")
}

/// *The forum held in Wuxi on May 6 was hosted by Kelvar*, *Hosted by Kelvar, the forum was held*, *was hosted by Kelvar and
/// organised by Lumeno*: one meeting, told by the first verb that has an auxiliary.
fn reduced(found: &mut [Found], before: Option<usize>, index: usize) -> usize {
    let Some(before) = before else { return index };
    let (first, last) = (&found[before], &found[index]);
    let bare = |f: &Found| f.group.passive && f.group.outer == f.group.head;
    let (trigger, subject) = (first.item.trigger, last.subject);
    let inside = subject.0 <= trigger.0 && trigger.1 <= subject.1;
    let fronted = trigger.1 <= subject.0 && first.subject.0 == subject.0;
    let second = first.group.passive && last.group.passive && first.subject == subject;
    let one = bare(first) && (inside || fronted) || second;
    if !one || first.item.sentence != last.item.sentence || first.item.kind != last.item.kind {
        return index;
    }
    let (kept, gone) = if second { (before, index) } else { (index, before) };
    join_events(found, kept, gone);
    kept
}
