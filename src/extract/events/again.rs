//! What a later sentence tells again of a thing by a definite noun: *has issued a plan. The plan was issued on Monday by Wuxi*.

use crate::lexicon::format::pos;
use crate::lexicon::{class, list};
use crate::number::Decimal;
use crate::record::{EventKind, FigureKind, ParticipantRole, Status};
use crate::resolve::names::Kind;
use crate::text::flag;

use super::EventItem;
use super::clause::Scene;
use super::find::Found;
use super::frame::{is_dropped, join_events};
use super::tables as t;
use super::trigger::head_groups;
use super::twice::differ;

/// Sentences between the two.
const FAR: usize = 3;
/// Events in front that are looked at.
const MOST: usize = 12;

/// Joins what tells an event again to the event.
pub(super) fn again(scene: &Scene<'_, '_>, found: &mut [Found]) {
    for index in 1..found.len() {
        let event = &found[index];
        let counts = matches!(
            event.item.kind,
            EventKind::Statement | EventKind::Result | EventKind::Market | EventKind::Sport
        );
        if counts || is_dropped(event) {
            continue;
        }
        let first = (index.saturating_sub(MOST)..index)
            .rev()
            .take_while(|told| found[*told].item.sentence + FAR >= event.item.sentence)
            .find(|told| {
                let told = &found[*told];
                !is_dropped(told)
                    && told.item.kind == event.item.kind
                    && told.item.sentence < event.item.sentence
                    && is_again(scene, told, event)
            });
        let Some(first) = first else { continue };
        // the headline and the lead are joined elsewhere
        if scene.document.is(found[first].item.trigger.0, flag::HEADLINE) {
            continue;
        }
        // *plans to invest. The investment was announced on Monday*: the day on which it was told
        let told_on = found[first].item.status != found[index].item.status;
        if told_on {
            found[index].item.when.clear();
        }
        if is_vague(scene, &found[first]) {
            // *set up a fund. The Lima Fund was established*: the one that says which
            join_events(found, index, first);
        } else {
            join_events(found, first, index);
        }
    }
}

/// The event tells what `told` tells, of the same thing, and nothing that it says is against it.
fn is_again(scene: &Scene<'_, '_>, told: &Found, event: &Found) -> bool {
    let (a, b) = (&told.item, &event.item);
    let agents = |item: &EventItem| -> Vec<usize> {
        let all = item.who.iter().filter(|(_, role)| *role == ParticipantRole::Agent);
        all.map(|(e, _)| *e).collect()
    };
    let (by, of) = (agents(a), agents(b));
    let others = !by.is_empty() && !of.is_empty() && !of.iter().any(|e| by.contains(e));
    if others || differ(scene, a, b) || a.name.is_some() && b.name.is_some() {
        return false;
    }
    // *44 projects … The 12 projects*: some of them
    let counts = |item: &EventItem| -> Vec<Decimal> {
        let all = item.figures.iter().map(|i| &scene.figures[*i]);
        let counted = all.filter(|figure| figure.kind == FigureKind::Count);
        counted.filter_map(|figure| figure.value).collect()
    };
    let (many, some) = (counts(a), counts(b));
    if !many.is_empty() && !some.is_empty() && !some.iter().any(|count| many.contains(count)) {
        return false;
    }
    let same_status = a.status == b.status;
    if itself(scene, event) {
        // *plans to invest in Lima. The investment was announced on Monday*
        let announced = scene.document.is_on(event.group.head, list::TOLD_ANEW);
        return same_status || a.status == Status::Planned && announced;
    }
    // one wins the gold medal here and another there
    let prize = a.kind == EventKind::Award;
    same_status && !prize && same_verb(scene, told, event) && same_thing(scene, told, event)
}

/// *The investment*, *The visit*: the noun says what kind of event it is.
fn itself(scene: &Scene<'_, '_>, event: &Found) -> bool {
    let group = match event.item.kind {
        EventKind::Investment => const { t::group("investing") },
        EventKind::Visit => const { t::group("visit") },
        EventKind::Acquisition => const { t::group("merger") },
        EventKind::Award => const { t::group("prize") },
        _ => return false,
    };
    let Some(what) = thing(scene, event).filter(|what| is_definite(scene, *what)) else {
        return false;
    };
    let noun = head(scene, what);
    // one of many prizes: *won the gold medal*
    let all = event.item.kind != EventKind::Award || scene.document.info(noun).pos & pos::PLURAL != 0;
    all && scene.noun_groups(noun, noun + 1) & group != 0
}

/// The same verb, or two that tell of the same thing done: *set up* and *initiated*, *issued* and *published*.
fn same_verb(scene: &Scene<'_, '_>, told: &Found, event: &Found) -> bool {
    let d = scene.document;
    let lemma = |f: &Found| d.lexicon.lemma(d.token(f.group.head).word);
    let anew = |f: &Found| d.is_on(f.group.head, list::TOLD_ANEW);
    let founds = |f: &Found| f.item.rule.starts_with("event.founding.");
    lemma(told) != 0 && lemma(told) == lemma(event) || anew(told) && anew(event) || founds(told) && founds(event)
}

/// *a plan … The plan*, *the Lima Chip Alliance … The alliance*, *a new chip fund … The Lima Fund*: one thing by its head noun.
fn same_thing(scene: &Scene<'_, '_>, told: &Found, event: &Found) -> bool {
    let d = scene.document;
    let (Some(first), Some(again)) = (thing(scene, told), thing(scene, event)) else {
        return false;
    };
    let (noun, other) = (head(scene, first), head(scene, again));
    let named = |(start, end): (u32, u32), noun: u32| {
        let hits = scene.entities_in(start, end);
        hits.iter().any(|h| h.kind == Kind::Organisation && h.end == noun + 1)
    };
    let one = d.str(noun).eq_ignore_ascii_case(d.str(other)) && d.is(noun, flag::WORD);
    let definite = is_definite(scene, again) && !d.is(other, flag::CAPITAL);
    let lead = is_indefinite(scene, first) && named(again, other) && !d.is(noun, flag::CAPITAL);
    one && (definite || lead)
}

/// The event of the lead tells of *a fund*, by no name.
fn is_vague(scene: &Scene<'_, '_>, event: &Found) -> bool {
    let vague = event.item.what.is_some_and(|what| is_indefinite(scene, what));
    vague && event.item.kind == EventKind::Founding
}

/// What it was done to: the subject of a passive and of *The plant opened in Lima*, else what stands behind the verb.
fn thing(scene: &Scene<'_, '_>, event: &Found) -> Option<(u32, u32)> {
    let d = scene.document;
    let own = |(start, _): &(u32, u32)| {
        *start < event.item.trigger.1 || !d.has(*start, class::PREP) && scene.date_at(*start).is_none()
    };
    let subject = Some(event.subject).filter(|(start, end)| start < end);
    let behind = event.item.what.filter(own);
    if event.group.passive {
        subject
    } else {
        behind.or(subject)
    }
}

/// Last token of the first noun phrase.
fn head(scene: &Scene<'_, '_>, (start, end): (u32, u32)) -> u32 {
    head_groups(scene, start, end).1.max(start + 1) - 1
}

fn is_indefinite(scene: &Scene<'_, '_>, what: (u32, u32)) -> bool {
    matches!(scene.document.str(what.0), "a" | "an" | "A" | "An")
}

/// *The plan*, *The new rules*, but neither *The second plan* nor *The first phase of the plan*.
fn is_definite(scene: &Scene<'_, '_>, what: (u32, u32)) -> bool {
    let d = scene.document;
    let the = matches!(
        d.str(what.0),
        "the" | "The" | "this" | "This" | "these" | "These" | "those" | "Those"
    );
    let last = head(scene, what);
    let plain =
        |at: u32| !d.has(at, class::ORDINAL) && !matches!(d.str(at), "other" | "latest" | "next" | "last" | "of");
    the && last > what.0 && (what.0 + 1..last).all(plain)
}
