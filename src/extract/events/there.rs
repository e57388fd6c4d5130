//! *there*: the place told last.

use crate::lexicon::{class, list};
use crate::record::EventKind;
use crate::text::Sentence;

use super::clause::Scene;
use super::find::Found;
use super::frame::is_dropped;

/// Sentences between *there* and its place.
const NEAR: usize = 2;

/// Sentences between *there* and a plant that was opened.
const FAR: usize = 4;

/// *Kelvar will travel to Penang and sign a contract there*, *There, Lumeno unveiled a car*: where the event before was, or else
/// what the sentences before name.
pub(super) fn there(scene: &Scene<'_, '_>, found: &mut [Found]) {
    for index in 0..found.len() {
        let event = &found[index];
        if is_dropped(event) || !event.item.place.is_empty() {
            continue;
        }
        let own = event.item.sentence;
        let s = &scene.document.sentences()[own];
        let mut behind = found[index + 1..].iter().take_while(|f| f.item.sentence == own);
        let next = behind.find(|f| !is_dropped(f));
        let end = next.map_or(s.end, |next| next.item.trigger.0);
        let said = event.item.kind == EventKind::Statement;
        // *Work there starts in June*
        let (first, behind) = event.subject;
        let subject = !said && behind > first + 1 && scene.str(behind - 1) == "there";
        if !subject && !is_there(scene, s, (event.item.trigger.1, end), said) {
            continue;
        }
        let made = |f: &Found| matches!(f.item.kind, EventKind::Construction | EventKind::Production);
        // *Kelvar opened a plant in Lima. … Trial runs began there*: farther off
        let near = |f: &&Found| f.item.sentence + NEAR >= own || made(event) && f.item.sentence + FAR >= own;
        let usable = |f: &Found| f.item.sentence + NEAR >= own || made(f);
        let mut before = found[..index].iter().rev().take_while(near);
        let before = before.find(|f| !is_dropped(f) && !f.item.place.is_empty() && usable(f));
        let place = before
            .map(|f| f.item.place.clone())
            .or_else(|| named_before(scene, own));
        if let Some(place) = place {
            found[index].item.place = place;
        }
    }
}

/// The word stands at the start of the sentence with a comma behind it, or behind the verb in its own clause: not *There was*,
/// not *said there would be*.
fn is_there(scene: &Scene<'_, '_>, s: &Sentence, (behind, end): (u32, u32), said: bool) -> bool {
    let d = scene.document;
    let fronted = d.str(s.start) == "There" && scene.str(s.start + 1) == ",";
    let adverb = |at: &u32| {
        d.str(*at) == "there"
            && d.value(at + 1, at + 2, class::AUX).is_none()
            && !d.has(at - 1, class::PREP)
            && !d.has(at - 1, class::SUBORD)
    };
    // *is planned for May 3 at the same address*
    let same = |at: u32| {
        matches!(d.str(at), "at" | "in")
            && d.str(at + 1) == "the"
            && d.str(at + 2) == "same"
            && d.is_on(at + 3, list::SAME_PLACE)
    };
    let again = !said && (behind..end.min(d.len().saturating_sub(3))).any(same);
    let word = || (behind..end.min(d.len() - 1)).find(adverb);
    again || fronted || !said && word().is_some_and(|at| !scene.has_verb(behind, at))
}

/// The places that the sentence before says something was in.
fn named_before(scene: &Scene<'_, '_>, own: usize) -> Option<Vec<usize>> {
    let s = &scene.document.sentences()[own.checked_sub(1)?];
    let report = scene.dateline.map_or(0, |(_, end)| end);
    let hits = scene.where_in(s.start.max(report), s.end);
    let place: Vec<usize> = hits.iter().map(|hit| hit.entity).collect();
    (!place.is_empty()).then_some(place)
}
