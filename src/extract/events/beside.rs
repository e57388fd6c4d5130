//! What is told beside an event and tells it again: where somebody comes from who takes a post, the ceremony of a plant.

use crate::record::{EventKind, ParticipantRole, Status};
use crate::resolve::names::Kind;

use super::clause::Scene;
use super::find::Found;
use super::frame::{drop_event, is_dropped, join_events};
use super::twice::differ;
use super::{EventItem, tables as t};

/// *Amy Kuo is to become chief executive of Kelvar. Kuo joins from Lumeno*: where she comes from, and no second post.
pub(super) fn posts(scene: &Scene<'_, '_>, found: &mut [Found]) {
    /// Sentences between the two.
    const FAR: usize = 3;
    let person = |item: &EventItem| {
        let mut people = item.who.iter().map(|(e, _)| *e);
        people.find(|e| scene.entities.list[*e].kind == Kind::Person)
    };
    let mut last: Option<(usize, usize)> = None;
    for event in found.iter_mut().filter(|f| !is_dropped(f)) {
        if event.item.kind != EventKind::Appointment {
            continue;
        }
        let Some(own) = person(&event.item) else { continue };
        let told = last.is_some_and(|(other, sentence)| other == own && sentence + FAR >= event.item.sentence);
        // *The centre will be run by Amy Kuo, who joined from Lumeno*: another post
        let rule = event.item.rule;
        if rule == const { t::rule("event.appointment.heads") } {
            continue;
        }
        if rule != const { t::rule("event.appointment.join_from") } {
            last = Some((own, event.item.sentence));
        } else if told {
            drop_event(event);
        }
    }
}

/// *Kelvar has opened a plant. The minister and the chief executive unveiled a plaque at the site on Wednesday*: the ceremony of what
/// was opened, which says when that was and who came.
pub(super) fn plaques(scene: &Scene<'_, '_>, found: &mut [Found]) {
    /// Sentences between the two.
    const FAR: usize = 2;
    let mut last: Option<usize> = None;
    for index in 0..found.len() {
        let item = &found[index].item;
        if is_dropped(&found[index]) || item.status != Status::Occurred {
            continue;
        }
        let plaque = item.rule == const { t::rule("event.founding.plaque") };
        let opened = matches!(
            item.kind,
            EventKind::Construction | EventKind::Founding | EventKind::Production
        );
        let of = |told: &usize| {
            let other = &found[*told].item;
            (other.sentence + 1..=other.sentence + FAR).contains(&item.sentence) && !differ(scene, other, item)
        };
        match last.filter(|told| plaque && of(told)) {
            Some(told) => {
                let sentence = found[index].item.sentence;
                for (entity, role) in &mut found[index].item.who {
                    if scene.entities.list[*entity].kind == Kind::Person {
                        *role = ParticipantRole::Participant;
                    }
                }
                join_events(found, told, index);
                found[told].since = found[told].since.min(sentence);
            }
            None if opened => last = Some(index),
            None => {}
        }
    }
}
