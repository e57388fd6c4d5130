//! What a sentence says of the occasion it is told of: *at the ceremony*, *during the visit*, *in his speech*.

use crate::lexicon::{class, list};
use crate::record::EventKind;

use super::super::clause::Scene;
use super::super::trigger::head_groups;
use super::super::{EventItem, tables as t};

/// *During the visit, …*: the sentence says that it was on the visit told before.
pub(super) fn is_during_visit(scene: &Scene<'_, '_>, item: &EventItem) -> bool {
    /// Tokens of the noun phrase.
    const NEAR: u32 = 5;
    let d = scene.document;
    let s = &d.sentences()[item.sentence];
    let noun = (s.start + 2..(s.start + NEAR).min(s.end))
        .find(|at| scene.noun_groups(*at, at + 1) & const { t::group("visit") } != 0);
    matches!(d.str(s.start), "During" | "On") && noun.is_some_and(|at| scene.str(at + 1) != "to")
}

/// *After the ceremony, …*: the sentence says that it was done when the occasion was over.
pub(super) fn is_after_occasion(scene: &Scene<'_, '_>, item: &EventItem) -> bool {
    /// Tokens of *After the signing ceremony*.
    const NEAR: u32 = 5;
    let d = scene.document;
    let s = &d.sentences()[item.sentence];
    let comma = (s.start + 2..(s.start + NEAR).min(s.end)).find(|at| d.str(*at) == ",");
    let noun = comma.map(|comma| scene.noun_groups(comma - 1, comma));
    d.str(s.start) == "After"
        && scene.str(s.start + 1) == "the"
        && noun.is_some_and(|groups| groups & const { t::group("meeting") } != 0)
}

/// *at a press conference in Wuxi*, *at the ceremony*: the clause of the event says what it was held at.
pub(super) fn is_held_at(scene: &Scene<'_, '_>, item: &EventItem) -> bool {
    const OCCASION: t::Groups = t::group("meeting");
    let d = scene.document;
    let end = d.sentences()[item.sentence].end;
    (item.trigger.1..end).any(|at| {
        let led = matches!(d.str(at), "at" | "during") && d.has(at + 1, class::DET);
        led && head_groups(scene, at + 1, end).0 & OCCASION != 0
    })
}

/// *At the scene, …*, *At the same ceremony …*, *In his speech, …*: the sentence says that it was there.
pub(super) fn at_the_scene(scene: &Scene<'_, '_>, item: &EventItem) -> bool {
    /// Tokens of *reporters* between *told* and *at the scene*.
    const HEARERS: u32 = 4;
    let d = scene.document;
    let s = &d.sentences()[item.sentence];
    if s.start + 3 >= s.end {
        return false;
    }
    let near = |at: u32, reach: u32| {
        (at..(at + reach).min(s.end)).any(|at| {
            // *On this occasion*, but *On the occasion of its jubilee*
            let of = d.str(at) == "occasion" && scene.str(at + 1) == "of";
            // *at the handover*, *at the send-off*
            let ceremony = d.is_on(at, list::OCCASION);
            let scene = d.value(at, at + 1, class::EVENTNOUN);
            let scene = scene.is_some_and(|v| v.contains("meeting") || v.contains("scene"));
            (scene || ceremony) && !of
        })
    };
    let occasion = |at: u32| near(at, 3);
    let led = |at: u32| matches!(d.str(at), "at" | "during" | "on") && matches!(d.str(at + 1), "the" | "this");
    // *gave 1 million yuan to the town at the signing ceremony*: the last words of the sentence
    let told = (item.trigger.1..s.end).take_while(|at| d.str(*at) != "that");
    let last = || told.filter(|at| *at + 2 < s.end && led(*at)).last();
    if item.kind != EventKind::Statement && last().is_some_and(|at| at + 7 > s.end && occasion(at + 2)) {
        return true;
    }
    // *told reporters at the scene*
    let here = |at: u32| d.str(at) == "at" && d.str(at + 1) == "the" && matches!(d.str(at + 2), "scene" | "site");
    if item.kind == EventKind::Statement && (item.trigger.1..(item.trigger.1 + HEARERS).min(s.end - 3)).any(here) {
        return true;
    }
    // a speech is given somewhere
    if d.str(s.start) == "In" && d.str(s.start + 1) == "remarks" {
        return true;
    }
    let own = matches!(d.str(s.start), "In" | "During") && matches!(d.str(s.start + 1), "his" | "her" | "their");
    if own {
        let words = s.start + 2..(s.start + 5).min(s.end);
        return words.into_iter().any(|at| d.has(at, class::SPEECHNOUN));
    }
    // *both companies announced at the inauguration ceremony*
    let speech = item.kind == EventKind::Statement && led(item.trigger.1) && near(item.trigger.1 + 2, 5);
    if speech && !matches!(d.str(item.trigger.1), "on") {
        return true;
    }
    let preposition = matches!(d.str(s.start), "At" | "During" | "On" | "Addressing")
        || d.str(s.start) == "In" && d.has(s.start + 2, class::EVENTHEAD);
    preposition && matches!(d.str(s.start + 1), "the" | "this") && occasion(s.start + 2)
}
