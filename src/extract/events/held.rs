//! Ceremonies that are held for something told beside them: *awarded at a ceremony held in Lima*, *held a ceremony to start construction*.

use crate::record::EventKind;

use super::ceremony::CELEBRATED;
use super::clause::Scene;
use super::find::Found;
use super::frame::{is_dropped, join_events};
use super::trigger::head_groups;
use super::{rows, tables as t};

const HELD: &str = t::rule("event.meeting.held");

/// Events of the sentence beside the ceremony that are looked at.
const MOST: usize = 8;

/// Tokens of *at the signing ceremony*, and of what is started.
const NEAR: u32 = 5;
const THING: u32 = 12;

/// What a ceremony is held for, and no other gathering.
fn is_celebrated(kind: EventKind) -> bool {
    CELEBRATED.contains(&kind) && !matches!(kind, EventKind::Meeting | EventKind::Visit)
}

/// The first of the events numbered `others`, in the sentence of the ceremony numbered `index`, that it may be held for.
fn celebrated(found: &[Found], index: usize, others: impl Iterator<Item = usize>) -> Option<usize> {
    let ceremony = &found[index].item;
    others
        .take(MOST)
        .take_while(|other| found[*other].item.sentence == ceremony.sentence)
        .find(|other| {
            let other = &found[*other];
            is_celebrated(other.item.kind) && other.item.status == ceremony.status && !is_dropped(other)
        })
}

/// *were awarded the title at a ceremony held in Lima*, *signed the deal at a ceremony staged there*: where it was done.
pub(super) fn held_for(scene: &Scene<'_, '_>, found: &mut [Found]) {
    let d = scene.document;
    for index in 1..found.len() {
        let Found { item, group, .. } = &found[index];
        let participle = item.rule == HELD && group.passive && group.outer == group.head;
        let ceremony = group.outer.checked_sub(1).filter(|at| d.str(*at) == "ceremony");
        let Some(ceremony) = ceremony.filter(|_| participle && item.name.is_none() && !is_dropped(&found[index]))
        else {
            continue;
        };
        let start = d.sentences()[item.sentence].start;
        let mut front = start.max(ceremony.saturating_sub(NEAR - 1))..ceremony;
        if front.any(|x| matches!(d.str(x), "at" | "during"))
            && let Some(done) = celebrated(found, index, (0..index).rev())
        {
            join_events(found, done, index);
        }
    }
}

/// *held a ceremony during which both signed a contract*, *held a ceremony to start construction of the plant*: the thing is the
/// event.
pub(super) fn held_to(scene: &Scene<'_, '_>, found: &mut [Found]) {
    let d = scene.document;
    let mut verb_rows = Vec::new();
    for index in 0..found.len() {
        let Found { item, group, .. } = &found[index];
        if item.rule != HELD || item.kind != EventKind::Meeting || item.name.is_some() || is_dropped(&found[index]) {
            continue;
        }
        let s = &d.sentences()[item.sentence];
        let (from, to) = if group.passive {
            (s.start.max(group.outer.saturating_sub(THING)), group.outer)
        } else {
            (item.trigger.1, (item.trigger.1 + NEAR - 1).min(s.end))
        };
        let Some(ceremony) = (from..to).find(|at| d.str(*at) == "ceremony") else {
            continue;
        };
        let behind = if group.passive { item.trigger.1 } else { ceremony + 1 };
        let which = matches!(scene.str(behind), "during" | "at") && scene.str(behind + 1) == "which";
        if which {
            if let Some(done) = celebrated(found, index, index + 1..found.len()) {
                join_events(found, done, index);
            }
        } else if scene.str(behind) == "to" && behind + 2 < s.end {
            // *to announce and start construction*
            let verb = if d.str(behind + 2) == "and" {
                behind + 3
            } else {
                behind + 1
            };
            let end = scene.clause_end(s, verb + 1).min(verb + THING);
            // *to honor its teachers*: people are no thing
            let thing = head_groups(scene, verb + 1, end).0 & !const { t::group("person") | t::group("crowd") };
            rows::rows(scene, verb, &mut verb_rows);
            let told = verb_rows.iter().map(|(row, _)| &t::VERBS[*row as usize]);
            let mut told = told.filter(|rule| rule.object & thing != 0 && is_celebrated(rule.kind));
            if let Some(rule) = told.next() {
                found[index].item.kind = rule.kind;
                found[index].item.what = Some((verb + 1, end));
            }
        }
    }
}
