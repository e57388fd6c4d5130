//! What is told twice: by two verbs of a sentence, in a caption, a pull quote, a lead and the detail behind it.

use std::collections::HashMap;

use crate::lexicon::class;
use crate::number::Decimal;
use crate::record::{EventKind, FigureKind, ParticipantRole, Status};
use crate::resolve::names::KeyMap;
use crate::text::{Sentence, fold};

use super::EventItem;
use super::clause::Scene;
use super::find::Found;
use super::fit::FATAL;
use super::frame::{drop_event, is_dropped, join_events};
use super::tables as t;

/// What the verbs of one sentence, whose events start at `from`, tell of one thing: the one that tells it stays.
pub(super) fn in_sentence(scene: &Scene<'_, '_>, s: &Sentence, from: usize, out: &mut Vec<Found>) {
    if out.len() < from + 2 {
        return;
    }
    let d = scene.document;
    // what someone says that he says or hopes is one statement
    let mut said_until = 0;
    remove(from, out, |event, _| {
        if event.item.kind != EventKind::Statement {
            return false;
        }
        let inside = event.item.trigger.0 < said_until;
        let behind = event.item.trigger.1;
        // *he said he believed it was good, and stressed that …*
        if !inside && behind < s.end && d.has(behind, class::PRON) && !d.has(behind, class::DET) {
            let parts = |x: &u32| {
                matches!(d.str(*x), "," | "and" | "but" | "after") || d.has(*x, class::SUBORD) && d.str(*x) != "that"
            };
            said_until = (behind..s.end).find(parts).unwrap_or(s.end);
        }
        // *“The crisis requires that we act,” he said*: up to the end of the quotation
        if !inside && behind < s.end && d.str(behind) == "that" {
            said_until = (behind..s.end)
                .find(|x| matches!(d.str(*x), "”" | "\""))
                .unwrap_or(s.end);
        }
        inside
    });
    host_in_front(s, from, out);
    price_in_front(from, out);
    one_disaster(from, out);
    // *began trading in Hong Kong*, where the phrase tells more than its last verb
    remove(from, out, |event, all| {
        let head = event.group.head;
        let covers =
            |f: &Found| f.group.head < head && f.item.trigger.1 > head && f.item.trigger.0 <= event.group.start;
        all.iter().any(covers)
    });
    // *Fees were raised by $5*, *was trading 2 % higher*: not what they were
    remove(from, out, |event, all| {
        let head = event.group.head;
        all.iter().any(|f| f.group.start == head && f.group.head > head)
    });
    // *visited and inspected Kelvar*: the verb that its object stands behind
    remove(from, out, |event, all| {
        let head = event.group.head;
        let again = |f: &Found| f.group.head == head + 2 && f.item.rule == event.item.rule && !f.group.passive;
        let goes = event.item.kind == EventKind::Visit && !event.group.passive;
        goes && d.str(head + 1) == "and" && all.iter().any(again)
    });
    // *is expected to generate*: not *expected* alone
    remove(from, out, |event, all| {
        let (start, end) = event.item.trigger;
        all.iter().any(|f| {
            let (first, last) = f.item.trigger;
            first <= start && end <= last && last - first > end - start && f.item.kind == event.item.kind
        })
    });
    // *paid a three-day visit to Lima*: told by its verb
    remove(from, out, |event, all| {
        /// Tokens between the verb and its noun.
        const NEAR: u32 = 8;
        let paid = |f: &Found| {
            let behind = event.item.trigger.0 > f.group.head && event.item.trigger.0 <= f.group.head + NEAR;
            behind && f.item.rule == const { t::rule("event.visit.make") }
        };
        event.item.rule == const { t::noun_rule("event.noun.visit") } && all.iter().any(paid)
    });
    subject_in_front(from, out);
    // *agreed to buy*: the purchase is told, not the agreement
    let agrees = |item: &EventItem| item.kind == EventKind::Agreement && item.rule.ends_with("agree");
    remove(from, out, |event, all| {
        let told = |f: &Found| f.item.trigger.0 == event.item.trigger.0 && f.item.kind != EventKind::Agreement;
        agrees(&event.item) && all.iter().any(told)
    });
}

/// Removes the events from `from` on of which `out_of_place` says so; it is shown all of them.
fn remove(from: usize, events: &mut Vec<Found>, mut out_of_place: impl FnMut(&Found, &[Found]) -> bool) {
    let mut at = from;
    while at < events.len() {
        if out_of_place(&events[at], &events[from..]) {
            events.remove(at);
        } else {
            at += 1;
        }
    }
}

/// *The acquisition of Lumeno by Kelvar was completed*: told by its verb, with whom the noun names.
fn subject_in_front(from: usize, out: &mut Vec<Found>) {
    let mut at = from;
    while at < out.len() {
        let (start, end) = out[at].item.trigger;
        let kind = out[at].item.kind;
        let told =
            |f: &Found| f.item.kind == kind && f.item.trigger.0 >= end && f.subject.0 <= start && end <= f.subject.1;
        let noun = out[at].item.rule.starts_with("event.noun.");
        // *The signing of the contract took place in Lima*: when and where that was
        let place = |f: &Found| {
            let subject = f.subject.0 <= start && start <= f.subject.0 + 2 && end <= f.subject.1;
            f.item.rule == const { t::rule("event.meeting.place") } && subject
        };
        if noun && let Some(verb) = out[from..].iter().position(place) {
            let verb = from + verb;
            let told = out.remove(verb).item;
            at -= usize::from(verb < at);
            out[at].item.join(told);
            at += 1;
            continue;
        }
        match out[from..].iter().position(told).filter(|_| noun) {
            Some(verb) => {
                let front = out.remove(at).item;
                let verb = from + verb;
                out[verb - usize::from(verb > at)].item.join(front);
            }
            None => at += 1,
        }
    }
}

/// *spent $3 billion buying Lumeno*: the purchase is told, with its price.
fn price_in_front(from: usize, out: &mut Vec<Found>) {
    /// Tokens of the price.
    const LONGEST: u32 = 8;
    let mut at = from;
    while at + 1 < out.len() {
        let (paid, bought) = (&out[at], &out[at + 1]);
        let price = paid.item.kind == EventKind::Investment
            && bought.item.kind == EventKind::Acquisition
            && bought.item.status == Status::Occurred
            && paid.subject == bought.subject
            && bought.group.start == bought.group.head
            && bought.group.head - paid.group.head <= LONGEST;
        if price {
            let mut paid = out.remove(at).item;
            out[at].item.figures.splice(0..0, std::mem::take(&mut paid.figures));
            out[at].item.join(paid);
        }
        at += 1;
    }
}

/// *Hosted by Kelvar, the forum was held in Wuxi*: one meeting, told by its verb.
fn host_in_front(s: &Sentence, from: usize, out: &mut Vec<Found>) {
    let [first, second, ..] = &out[from..] else { return };
    let meetings = first.item.kind == EventKind::Meeting && second.item.kind == EventKind::Meeting;
    let one = first.group.head == s.start && second.subject.1 == first.subject.1 && second.group.passive;
    if meetings && one {
        let front = out.remove(from);
        for (entity, role) in front.item.who {
            out[from].item.add(entity, role);
        }
    }
}

/// *A quake killed 10 people and injured 30 in Lima*: one accident does both, with the places, days and figures of both.
fn one_disaster(from: usize, out: &mut Vec<Found>) {
    let mut at = from + 1;
    while at < out.len() {
        let (front, rest) = out.split_at_mut(at);
        let second = &rest[0];
        let apart = |a: &[usize], b: &[usize]| !a.is_empty() && !b.is_empty() && a != b;
        let one = |first: &Found| {
            let (a, b) = (&first.item, &second.item);
            let same = a.kind == EventKind::Disaster && b.kind == EventKind::Disaster && a.status == b.status;
            same && first.subject.0 == second.subject.0
                && first.group.outer < second.group.outer
                && first.group.passive == second.group.passive
                && !apart(&a.place, &b.place)
                && !apart(&a.when, &b.when)
        };
        let Some(first) = front[from..].iter_mut().find(|first| one(first)) else {
            at += 1;
            continue;
        };
        let figures = second.item.figures.iter().copied();
        let more: Vec<usize> = figures.filter(|f| !first.item.figures.contains(f)).collect();
        first.item.figures.extend(more);
        first.item.join(second.item.clone());
        out.remove(at);
    }
}

/// What is told twice in the same words (a caption, a pull quote) is one event.
pub(super) fn words(scene: &Scene<'_, '_>, found: &mut [Found]) {
    let d = scene.document;
    // the first of each, by a hash: only what shares it is compared
    let mut told: KeyMap<usize> = KeyMap::default();
    for index in 0..found.len() {
        let event = &found[index];
        if event.item.kind == EventKind::Statement || is_dropped(event) {
            continue;
        }
        let Some(what) = event.item.what.filter(|(s, e)| e - s > 2) else {
            continue;
        };
        let what = d.slice(what.0, what.1);
        let trigger = |item: &EventItem| d.slice(item.trigger.0, item.trigger.1);
        let own = fold::hash(trigger(&event.item).as_bytes()).wrapping_add(event.item.kind as u64);
        let first = *told.entry(small_hash(what) ^ own.rotate_left(1)).or_insert(index);
        if first == index {
            continue;
        }
        let (item, first) = (&event.item, &found[first].item);
        let of_first = first.what.map_or("", |(start, end)| d.slice(start, end));
        let same = item.kind == first.kind
            && trigger(item) == trigger(first)
            && (what.eq_ignore_ascii_case(of_first) || what.to_lowercase() == of_first.to_lowercase());
        if same {
            drop_event(&mut found[index]);
        }
    }
}

/// A hash of a text in small letters.
fn small_hash(text: &str) -> u64 {
    if text.is_ascii() {
        fold::hash_ascii(text.as_bytes(), 0, text.len())
    } else {
        let small = text.to_lowercase();
        fold::hash_ascii(small.as_bytes(), 0, small.len())
    }
}

/// The same body spends the same sum on the same, is sold for it or lays off as many: the lead and the detail tell one event.
/// What only the later one tells joins the first.
pub(super) fn sums(scene: &Scene<'_, '_>, found: &mut [Found]) {
    /// Counts below this are told of many things.
    const LEAST: i128 = 20;
    const KINDS: [EventKind; 6] = [
        EventKind::Investment,
        EventKind::Acquisition,
        EventKind::Labour,
        EventKind::Listing,
        EventKind::Founding,
        EventKind::Construction,
    ];
    let mut told: HashMap<(u8, bool, usize, Decimal), usize> = HashMap::new();
    for index in 0..found.len() {
        let item = &found[index].item;
        if is_dropped(&found[index]) || !KINDS.contains(&item.kind) {
            continue;
        }
        let who = item.who.iter().find(|(_, role)| *role != ParticipantRole::Participant);
        let sum = item.figures.iter().map(|i| &scene.figures[*i]).find_map(|figure| {
            let large = match figure.kind {
                FigureKind::Money => true,
                FigureKind::Count => figure.value.is_some_and(|v| v.scale() == 0 && v.mantissa() >= LEAST),
                _ => false,
            };
            figure.value.filter(|_| large)
        });
        let (Some((who, _)), Some(sum)) = (who, sum) else {
            continue;
        };
        let key = (item.kind as u8, item.status == Status::Planned, *who, sum);
        let Some(&first) = told.get(&key) else {
            told.insert(key, index);
            continue;
        };
        // *Ana received $40 and Eva $25*: two of one sentence are two
        let before = &found[first].item;
        if before.sentence == item.sentence || differ(scene, before, item) {
            continue;
        }
        join_events(found, first, index);
    }
}

/// *44 projects were signed … The 44 projects signed at the event cover …*: a participle behind as many of the same tells nothing
/// new, nor does the sentence behind the lead that tells it in full.
pub(super) fn counts(scene: &Scene<'_, '_>, found: &mut [Found]) {
    /// Counts below this are told of many things.
    const LEAST: i128 = 5;
    /// Sentences between the two.
    const FAR: usize = 3;
    let mut told: HashMap<(Decimal, &str), usize> = HashMap::new();
    for index in 0..found.len() {
        let event = &found[index];
        if is_dropped(event) || event.item.kind != EventKind::Agreement {
            continue;
        }
        let counted = event.item.figures.iter().map(|i| &scene.figures[*i]);
        let counted = counted.filter(|figure| figure.kind == FigureKind::Count);
        let keys: Vec<_> = counted
            .filter_map(|figure| Some((figure.value?, figure.unit.as_deref()?)))
            .collect();
        let bare = event.group.passive && event.group.outer == event.group.head && event.item.who.is_empty();
        let before = keys.first().and_then(|key| told.get(key)).copied();
        let many = || {
            keys.first()
                .is_some_and(|(n, _)| n.scale() == 0 && n.mantissa() >= LEAST)
        };
        let again = |before: usize| {
            let (first, item) = (&found[before].item, &event.item);
            let near = (first.sentence + 1..=first.sentence + FAR).contains(&item.sentence);
            // *Kelvar ordered 50 planes. Lumeno ordered 50 planes*
            let same = |(e, _): &(usize, _)| first.who.iter().any(|(other, _)| other == e);
            let parties = item.who.is_empty() || first.who.is_empty() || item.who.iter().any(same);
            near && many() && parties && first.status == item.status && !differ(scene, first, item)
        };
        match before {
            Some(_) if bare => drop_event(&mut found[index]),
            Some(before) if again(before) => join_events(found, before, index),
            _ => told.extend(keys.into_iter().map(|key| (key, index))),
        }
    }
}

/// Events between an accident and its dead.
const NEAR_EVENTS: usize = 4;

/// *A fire broke out in a plant. Three people were killed in the fire*: one accident, told by what happened.
pub(super) fn casualties(found: &mut [Found]) {
    /// Sentences between the two.
    const FAR: usize = 3;
    let mut last: Option<usize> = None;
    for index in 0..found.len() {
        let event = &found[index];
        if is_dropped(event) || event.item.kind != EventKind::Disaster {
            continue;
        }
        let fatal = FATAL.contains(&event.item.rule);
        let near = last.filter(|told| found[*told].item.sentence + FAR >= event.item.sentence);
        match near {
            Some(told) if fatal => join_events(found, told, index),
            _ => last = Some(index),
        }
    }
}

/// *Two people drowned when a boat overturned*, *Fire swept a store. Two workers lost their lives*: the dead of an accident told in
/// the same sentence or in the one before, who bear no names, belong to it.
pub(super) fn deaths(scene: &Scene<'_, '_>, found: &mut [Found]) {
    let sentences = scene.document.sentences();
    for index in 0..found.len() {
        let item = &found[index].item;
        let dead = item.kind == EventKind::Death && item.status == Status::Occurred && item.who.is_empty();
        if is_dropped(&found[index]) || !dead {
            continue;
        }
        let own = item.sentence;
        let paragraph = sentences[own].paragraph;
        let accident =
            |f: &Found| !is_dropped(f) && f.item.kind == EventKind::Disaster && f.item.status == Status::Occurred;
        // *drowned when a boat overturned*, but *A man was murdered in Lima and an explosion injured three*
        let beside = |f: &Found| {
            let (first, last) = (
                f.item.trigger.0.min(item.trigger.0),
                f.item.trigger.1.max(item.trigger.1),
            );
            let d = scene.document;
            let because = |at: u32| match d.str(at) {
                "when" | "as" | "after" => true,
                // *collapsed, killing six*
                "killing" => at > first && d.str(at - 1) == ",",
                _ => false,
            };
            f.item.sentence == own && (first..last).any(because)
        };
        // *…. In May, three miners died*: another time
        let before = |f: &Found| {
            f.item.sentence + 1 == own
                && sentences[f.item.sentence].paragraph == paragraph
                && item.when.is_empty()
                && item.place.is_empty()
        };
        let near = index.saturating_sub(NEAR_EVENTS)..(index + NEAR_EVENTS).min(found.len());
        let told = near
            .clone()
            .find(|at| accident(&found[*at]) && beside(&found[*at]))
            .or_else(|| near.rev().find(|at| accident(&found[*at]) && before(&found[*at])));
        if let Some(told) = told.filter(|told| !differ(scene, &found[*told].item, &found[index].item)) {
            join_events(found, told, index);
        }
    }
}

/// *A fire broke out in a plant in Lima. … The fire was caused by a spark*, *when the quake struck*, *The accident happened at
/// noon*: one accident. Nor do buildings burn down in another one, where no other is named.
pub(super) fn harm(scene: &Scene<'_, '_>, found: &mut [Found]) {
    const HARM: t::Groups = t::group("disaster");
    /// Harms that are told again in one article.
    const MOST: usize = 16;
    /// Sentences behind an accident in which its damage is told, and tokens behind the verb that name what did it.
    const FAR: usize = 3;
    const NEAR: u32 = 6;
    let d = scene.document;
    let noun = |(start, end): (u32, u32)| {
        let named = |at: &u32| scene.noun_groups(*at, at + 1) & HARM != 0;
        (start..end).find(named).map(|at| d.token(at).word)
    };
    // the first of each kind of harm
    let mut first: Vec<(usize, u32)> = Vec::new();
    for index in 0..found.len() {
        let event = &found[index];
        if is_dropped(event) || event.item.kind != EventKind::Disaster || event.item.status != Status::Occurred {
            continue;
        }
        // *A fire that broke out*, *was killed in a fire*
        let end = d.sentences()[event.item.sentence].end;
        let front = (event.group.outer.saturating_sub(2), event.group.outer);
        let behind = (event.item.trigger.1, (event.item.trigger.1 + NEAR).min(end));
        let own = noun(event.subject).or_else(|| noun(front));
        let harm = own.or_else(|| noun(behind));
        let (start, stop) = event.subject;
        let the = own.is_some() && (start..stop.min(start + 2)).any(|at| matches!(d.str(at), "the" | "The"));
        let last = first.last().copied();
        let told = match (harm, last) {
            (Some(harm), Some(_)) if the => {
                let same = first.iter().find(|(_, noun)| *noun == harm).copied();
                same.or(last.filter(|(told, _)| first.len() == 1 && !differ(scene, &found[*told].item, &event.item)))
            }
            // *Three buildings were burned*
            (None, Some((told, _))) => {
                let near = found[told].item.sentence + FAR >= event.item.sentence;
                last.filter(|_| near && event.group.passive && !differ(scene, &found[told].item, &event.item))
            }
            _ => None,
        };
        // what the same accident damaged may lie elsewhere
        let told = told.filter(|(told, _)| same_days(scene, &found[*told].item, &event.item));
        match told {
            Some((told, _)) => {
                join_events(found, told, index);
            }
            None if first.len() < MOST => first.extend(harm.map(|harm| (index, harm))),
            None => {}
        }
    }
}

/// Days, places or patients that cannot be those of one event: *cut 300 jobs in Lima in March*, *cut 300 jobs in Ohio in May*.
pub(super) fn differ(scene: &Scene<'_, '_>, a: &EventItem, b: &EventItem) -> bool {
    let apart = |a: &[usize], b: &[usize]| !a.is_empty() && !b.is_empty() && a.iter().all(|x| !b.contains(x));
    let patients = |item: &EventItem| -> Vec<usize> {
        let all = item.who.iter().filter(|(_, role)| *role == ParticipantRole::Patient);
        all.map(|(e, _)| *e).collect()
    };
    !same_days(scene, a, b) || apart(&a.place, &b.place) || apart(&patients(a), &patients(b))
}

/// The days that are told may be those of one event: *2024-05* and *2024-05-06*.
fn same_days(scene: &Scene<'_, '_>, a: &EventItem, b: &EventItem) -> bool {
    let value = |i: &usize| scene.dates[*i].value.as_str();
    let same = |x: &usize| {
        let mut others = b.when.iter().map(value);
        others.any(|other| other.starts_with(value(x)) || value(x).starts_with(other))
    };
    a.when.is_empty() || b.when.is_empty() || a.when.iter().any(same)
}
