//! What the main event hands on to those that are told as part of the same occasion: a visit, a signing, a speech.

use crate::record::{EventKind, Status};
use crate::resolve::names::Kind;

use super::clause::Scene;
use super::find::Found;
use super::frame::is_dropped;

/// Kinds of main events at which people speak and sign.
const OCCASIONS: [EventKind; 5] = [
    EventKind::Visit,
    EventKind::Agreement,
    EventKind::Founding,
    EventKind::Construction,
    EventKind::Statement,
];

/// The dateline's place for a main event that has none (*signed here on Wednesday*).
pub fn place(scene: &Scene<'_, '_>, main: &mut Found) {
    let Some(((start, end), _)) = scene.dateline else {
        return;
    };
    let here = matches!(
        main.item.kind,
        EventKind::Meeting | EventKind::Agreement | EventKind::Founding | EventKind::Visit
    );
    if !here || main.item.status != Status::Occurred || !main.item.place.is_empty() {
        return;
    }
    let hit = scene
        .entities_in(start, end)
        .into_iter()
        .find(|h| h.kind == Kind::Place);
    main.item.place.extend(hit.map(|h| h.entity));
}

/// Time and place of the occasion for what people said there, and its time for what else was done there.
pub fn hand_on(scene: &Scene<'_, '_>, found: &mut [Found], main: usize) {
    let item = &found[main].item;
    if !OCCASIONS.contains(&item.kind) || item.status != Status::Occurred {
        return;
    }
    let (kind, when, place, sentence) = (item.kind, item.when.clone(), item.place.clone(), item.sentence);
    for (index, event) in found.iter_mut().enumerate() {
        if is_dropped(event) {
            continue;
        }
        let item = &mut event.item;
        let told_there = match item.kind {
            // people speak where they are; a body speaks from anywhere
            EventKind::Statement if kind != EventKind::Founding => item
                .who
                .iter()
                .any(|(e, _)| scene.entities.list[*e].kind == Kind::Person),
            EventKind::Agreement | EventKind::Meeting | EventKind::Visit | EventKind::Award => {
                matches!(kind, EventKind::Visit | EventKind::Statement | EventKind::Agreement)
            }
            EventKind::Appointment | EventKind::Launch => kind == EventKind::Founding,
            _ => false,
        };
        if index == main
            || !told_there
            || item.sentence < sentence
            || item.status != Status::Occurred
            || !item.when.is_empty()
        {
            continue;
        }
        item.when.clone_from(&when);
        if item.place.is_empty() {
            item.place.clone_from(&place);
        }
    }
}
