//! What a sentence says of the occasion it is told of: *at the ceremony*, *during the visit*, *in his speech*.

use crate::lexicon::{class, list};
use crate::record::{EventKind, ParticipantRole, Status};
use crate::resolve::names::Kind;

use super::super::clause::Scene;
use super::super::find::Found;
use super::super::frame::is_dropped;
use super::super::trigger::head_groups;
use super::super::verbs::Tense;
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

/// *The council adopted an ordinance on Monday. … In other business, members named Amy Kuo to the water board*: what else those did
/// who sat that day, on the same day.
pub(super) fn session(scene: &Scene<'_, '_>, found: &mut [Found], main: usize) {
    /// Sentences behind the decision.
    const FAR: usize = 14;
    let d = scene.document;
    let item = &found[main].item;
    let day = item.when.iter().any(|i| scene.dates[*i].is_day());
    if item.kind != EventKind::Policy || item.status != Status::Occurred || !day {
        return;
    }
    let sits = |e: usize| {
        let name = scene.entities.list[e].name;
        (name.start..name.end).any(|at| d.is_on(at, list::TERM_BODY))
    };
    let agents = item.who.iter().filter(|(_, role)| *role == ParticipantRole::Agent);
    let council: Vec<usize> = agents.map(|(e, _)| *e).filter(|e| sits(*e)).collect();
    if council.is_empty() {
        return;
    }
    let (when, sentence) = (item.when.clone(), item.sentence);
    // the sentence that told last what the members did: *They also honoured …*
    let mut members = None;
    for event in found.iter_mut().filter(|f| !is_dropped(f)) {
        let own = event.item.sentence;
        let kind = matches!(
            event.item.kind,
            EventKind::Policy | EventKind::Appointment | EventKind::Award | EventKind::Investment
        );
        let past = event.group.tense == Tense::Past && !event.group.passive && !event.group.is_perfect(d);
        if own <= sentence || own > sentence + FAR || !kind || !past {
            continue;
        }
        let s = &d.sentences()[own];
        let front = s.start..event.group.outer;
        let they = d.str(s.start) == "They" && members.is_some_and(|told: usize| told + 1 == own);
        let told = front
            .clone()
            .any(|at| d.is_on(at, list::SITTERS) && !d.has(at + 1, class::PREP));
        let mut hits = scene.hits_in(s.start, event.group.outer);
        let named = hits.any(|h| h.kind != Kind::Place && !council.contains(&h.entity));
        if !(they || told) || named || event.item.status != Status::Occurred {
            continue;
        }
        members = Some(own);
        let item = &mut event.item;
        if item.when.is_empty() {
            item.when.clone_from(&when);
        }
        // no company's post
        let here = |e: usize| scene.hits_in(s.start, s.end).any(|h| h.entity == e);
        item.who
            .retain(|(e, role)| *role != ParticipantRole::Participant || here(*e));
        if item.who.iter().all(|(_, role)| *role != ParticipantRole::Agent) {
            council.iter().for_each(|e| item.add(*e, ParticipantRole::Agent));
        }
    }
}

/// *The cabinet approved the aid on Monday. “…,” the minister told reporters after the sitting*: on the day of what was decided
/// there.
pub(super) fn beside_decision(scene: &Scene<'_, '_>, found: &mut [Found], main: usize) {
    /// Sentences behind the decision, and tokens between *after* and *sitting*.
    const FAR: usize = 6;
    const NEAR: u32 = 4;
    let d = scene.document;
    let item = &found[main].item;
    let decided = matches!(
        item.kind,
        EventKind::Policy | EventKind::Legal | EventKind::Election | EventKind::Appointment | EventKind::Restriction
    );
    if !decided || item.status != Status::Occurred || !item.when.iter().any(|i| scene.dates[*i].is_day()) {
        return;
    }
    let (when, sentence) = (item.when.clone(), item.sentence);
    for event in found.iter_mut().filter(|f| !is_dropped(f)) {
        let item = &mut event.item;
        let near = (sentence..=sentence + FAR).contains(&item.sentence);
        if item.kind != EventKind::Statement || item.status != Status::Occurred || !item.when.is_empty() || !near {
            continue;
        }
        let s = &d.sentences()[item.sentence];
        let session = (item.trigger.1..s.end).any(|at| {
            let led = matches!(d.str(at), "after" | "before" | "during" | "following") && scene.str(at + 1) == "the";
            led && (at + 2..(at + 2 + NEAR).min(s.end)).any(|x| d.is_on(x, list::SESSION))
        });
        if session {
            item.when.clone_from(&when);
        }
    }
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
