//! Ceremonies of something: of *a signing ceremony* or *the mass production ceremony of a line* the thing is the
//! event, not the ceremony.

use crate::lexicon::format::{PlaceInfo, form};
use crate::lexicon::{class, list};
use crate::record::{EventKind, ParticipantRole, Status};
use crate::resolve::names::Kind;
use crate::text::flag;

use super::clause::Scene;
use super::find::Found;
use super::frame::{drop_event, is_dropped, join_events};
use super::listed::listed;
use super::occasion::section_end;
use super::trigger::head_groups;
use super::{EventItem, tables as t};

/// Kinds of events that people come together for.
pub(super) const CELEBRATED: [EventKind; 9] = [
    EventKind::Visit,
    EventKind::Agreement,
    EventKind::Construction,
    EventKind::Production,
    EventKind::Launch,
    EventKind::Award,
    EventKind::Listing,
    EventKind::Founding,
    EventKind::Meeting,
];

/// What tells who came.
const COMES: [&str; 3] = [
    t::rule("event.meeting.attend"),
    t::rule("event.meeting.preside"),
    t::rule("event.meeting.witness"),
];

/// Gives a meeting the type and the thing of the ceremony that the noun phrase `from..to` names. `end` is the end of
/// the clause.
pub(super) fn celebrate(scene: &Scene<'_, '_>, (from, to): (u32, u32), end: u32, item: &mut EventItem) {
    let d = scene.document;
    let Some((ceremony, behind)) = (from..to).find_map(|at| {
        let behind = d.class_end(at, class::CEREMONY)?;
        Some((d.value(at, behind, class::CEREMONY)?, behind))
    }) else {
        return;
    };
    // *attended the initiating meeting and the signing ceremony*
    let besides = |at: u32| d.has(at, class::EVENTHEAD) && (at..behind).any(|x| d.str(x) == "and");
    if item.rule == const { t::rule("event.meeting.attend") } && (from..behind.saturating_sub(2)).any(besides) {
        return;
    }
    // *The Chip Summit and the China Chip Award Ceremony opened*, *The Chip Conference and Signing Ceremony*: a summit
    let headed = |at: u32| d.is(at, flag::CAPITAL) && d.has(at, class::EVENTHEAD);
    let summit = (from + 1..behind.saturating_sub(2)).find(|at| headed(*at) && d.str(at + 1) == "and");
    if summit.is_some_and(|at| d.has(at + 2, class::DET) || d.is(at + 2, flag::CAPITAL)) {
        return;
    }
    // *… of the wafer plant*, *… for the first batch of projects*
    // *An opening ceremony was held for the new factory*
    let told = item.trigger.1;
    let led = |at: u32| matches!(scene.str(at), "of" | "for");
    let held = (from < told && scene.str(told) == "for").then_some(told);
    // *the ceremony of founding the college*
    let founds = d.info(behind - 1).form & form::GERUND != 0;
    let gerund = (founds && matches!(d.str(behind - 2), "of" | "for")).then_some(behind - 1);
    let thing = Some(behind).filter(|at| led(*at)).or(gerund).or(held).map(|of| {
        let end = if of < end {
            end
        } else {
            scene.clause_end(&d.sentences()[item.sentence], of + 1)
        };
        let stop = head_groups(scene, of + 1, end).1;
        (of + 1, stop.min(end))
    });
    let groups = thing.map_or(0, |(start, stop)| {
        scene.groups(start, stop) | head_groups(scene, start, stop).0
    });
    let kind = match ceremony {
        "agreement" => Some(EventKind::Agreement),
        "construction" => Some(EventKind::Construction),
        "production" => Some(EventKind::Production),
        "launch" => Some(EventKind::Launch),
        "award" => Some(EventKind::Award),
        "listing" => Some(EventKind::Listing),
        "founding" => Some(EventKind::Founding),
        // *the opening ceremony of the 2024 Chip Forum*
        _ if thing
            .is_some_and(|(start, stop)| head_groups(scene, start, stop).0 & const { t::group("meeting") } != 0) =>
        {
            None
        }
        // what is opened or unveiled decides
        _ if groups & const { t::group("plant") } != 0 => Some(EventKind::Construction),
        _ if groups & (const { t::group("body") } | t::ORGANISATION) != 0 => Some(EventKind::Founding),
        _ if groups & (const { t::group("product") } | const { t::group("policy") }) != 0 => Some(EventKind::Launch),
        _ => None,
    };
    if let Some(kind) = kind {
        item.kind = kind;
        item.what = thing.or(item.what);
        // *the signing ceremony for the cooperation between Kelvar and Lumeno*: the two sides
        let between = (behind..end).find(|at| d.str(*at) == "between");
        if let Some(between) = between.filter(|_| kind == EventKind::Agreement) {
            for hit in listed(scene, between + 1, end) {
                item.add(hit.entity, ParticipantRole::Agent);
            }
        }
        // *the inauguration ceremony for the Institute of Optics*: the body that is set up
        if let Some((start, stop)) = thing.filter(|_| kind == EventKind::Founding) {
            let bodies = scene.heads(start, end.max(stop)).into_iter();
            for hit in bodies.filter(|h| h.kind == Kind::Organisation && h.start < stop + 1) {
                item.add(hit.entity, ParticipantRole::Patient);
            }
        }
    }
}

/// A ceremony and what was done at it, told in the sentences behind, are one event.
pub(super) fn join(scene: &Scene<'_, '_>, found: &mut [Found]) {
    /// Sentences between the two.
    const FAR: usize = 2;
    for index in 0..found.len() {
        let item = &found[index].item;
        let ceremony = item.rule.starts_with("event.meeting.") && item.kind != EventKind::Meeting;
        if !ceremony || is_dropped(&found[index]) {
            continue;
        }
        let (kind, sentence, status) = (item.kind, item.sentence, item.status);
        let (when, place, who) = (item.when.clone(), item.place.clone(), item.who.clone());
        // in a round-up of signings the next heading tells of another one
        let end = section_end(scene, sentence, sentence + FAR);
        let next = (index + 1..found.len())
            .take_while(|next| found[*next].item.sentence < end)
            // *Li Dong attended the ceremony* is not the thing itself, nor is what is yet to be built
            .find(|next| {
                let f = &found[*next];
                f.item.kind == kind && f.item.status == status && !is_dropped(f) && !COMES.contains(&f.item.rule)
            })
            // *At 10:08, the first machine entered the clean room*: more than the ceremony
            .filter(|next| {
                let other = &found[*next].item.when;
                other.is_empty() || when.is_empty() || *other == when
            })
            // *In the afternoon, Lima also held a signing ceremony*: another one, and so is what was signed in another city
            .filter(|next| {
                let (f, there) = (&found[*next], &found[*next].item.place);
                let also = (f.group.start..f.group.head).any(|at| scene.str(at) == "also");
                let apart = !place.is_empty() && !there.is_empty() && !there.iter().any(|e| place.contains(e));
                !(apart || also && f.item.rule.starts_with("event.meeting."))
            });
        if let Some(next) = next {
            // *Li Ming announced the start of these projects*: less than the ceremony
            let again = |at: u32| matches!(scene.str(at), "the" | "this" | "these" | "its" | "their");
            let again = found[next].item.what.is_some_and(|what| again(what.0)) && found[next].item.place.is_empty();
            if again && found[next].item.rule.starts_with("event.noun.") && found[next].item.sentence > sentence {
                join_events(found, index, next);
                continue;
            }
            let next = &mut found[next];
            next.since = sentence;
            if next.item.when.is_empty() {
                next.item.when = when;
            }
            if next.item.place.is_empty() {
                next.item.place = place;
            }
            // those who held the ceremony and came to it
            for (entity, role) in who {
                next.item.add(entity, role);
            }
            drop_event(&mut found[index]);
        }
    }
}

/// *signed a contract. The signing took place in Lima on May 3*, *The contract was signed in Lima*: when and where it was.
pub(super) fn signed_again(scene: &Scene<'_, '_>, found: &mut [Found]) {
    /// Sentences between the two.
    const FAR: usize = 3;
    const PAPER: t::Groups = t::group("paper");
    let d = scene.document;
    let mut last: Option<usize> = None;
    for index in 0..found.len() {
        let event = &found[index];
        if is_dropped(event) || event.item.kind != EventKind::Agreement || event.item.status != Status::Occurred {
            continue;
        }
        let (start, end) = event.subject;
        let the = start < end && matches!(d.str(start), "The" | "the" | "This" | "this");
        let paper = || {
            let own = event.item.what.is_some_and(|what| start <= what.0 && what.1 <= end);
            own && head_groups(scene, start, end).0 & PAPER != 0
        };
        let ceremony = event.item.rule.starts_with("event.meeting.");
        let again = the && event.group.passive && (ceremony || paper()) && event.item.who.is_empty();
        let day = |at: usize| found[at].item.when.first().map(|i| scene.dates[*i].value.as_str());
        let told = last.filter(|told| {
            let near = found[*told].item.sentence < event.item.sentence
                && found[*told].item.sentence + FAR >= event.item.sentence;
            near && (day(*told).is_none() || day(index).is_none() || day(*told) == day(index))
        });
        match told.filter(|_| again) {
            Some(told) => {
                join_events(found, told, index);
            }
            None => last = Some(index),
        }
    }
}

/// *Kelvar held a ground-breaking ceremony in Lima on Monday. The ceremony took place at the site, with guests from Peru*: the
/// same one, where neither day nor place says otherwise and nobody else held it.
pub(super) fn held_again(scene: &Scene<'_, '_>, found: &mut [Found]) {
    /// Sentences between the two.
    const FAR: usize = 6;
    const KINDS: [EventKind; 4] = [
        EventKind::Construction,
        EventKind::Founding,
        EventKind::Production,
        EventKind::Launch,
    ];
    let mut last: [Option<usize>; KINDS.len()] = [None; KINDS.len()];
    for index in 0..found.len() {
        let event = &found[index];
        let ceremony = event.item.rule.starts_with("event.meeting.") && !is_dropped(event);
        let Some(slot) = KINDS.iter().position(|kind| ceremony && *kind == event.item.kind) else {
            continue;
        };
        let days = |at: usize| found[at].item.when.iter().map(|i| scene.dates[*i].value.as_str());
        let told = last[slot].filter(|told| {
            let (first, again) = (&found[*told].item, &event.item);
            let near = first.sentence < again.sentence && first.sentence + FAR >= again.sentence;
            let day = again.when.is_empty() || days(*told).eq(days(index));
            let place = again.place.is_empty() || again.place.iter().any(|place| first.place.contains(place));
            near && day && place && first.status == again.status && again.who.is_empty() && again.name.is_none()
        });
        match told {
            Some(told) => {
                join_events(found, told, index);
            }
            None => last[slot] = Some(index),
        }
    }
}

/// *A plant has broken ground in Hubei. Construction started on Monday in the Lindo Zone*: the same one, and where it is.
pub(super) fn begun_again(scene: &Scene<'_, '_>, found: &mut [Found]) {
    /// Sentences between the two, and tokens of *The construction work*.
    const FAR: usize = 2;
    const SHORT: u32 = 3;
    const STARTS: [&str; 6] = [
        t::rule("event.construction.ground"),
        t::rule("event.construction.broken"),
        t::rule("event.construction.project"),
        t::rule("event.construction.starts"),
        t::rule("event.construction.begun"),
        t::rule("event.construction.start"),
    ];
    let d = scene.document;
    let mut last: Option<usize> = None;
    for index in 0..found.len() {
        let event = &found[index];
        if is_dropped(event) || event.item.kind != EventKind::Construction || event.item.status != Status::Occurred {
            continue;
        }
        let (start, end) = event.subject;
        let bare = end <= start + SHORT && scene.hits_in(start, end).next().is_none();
        let again = bare && event.item.rule == const { t::rule("event.construction.begin") };
        let day = |at: usize| found[at].item.when.first().map(|i| scene.dates[*i].value.as_str());
        let told = last.filter(|told| {
            let first = &found[*told].item;
            let near = first.sentence < event.item.sentence && first.sentence + FAR >= event.item.sentence;
            let body = !d.is(first.trigger.0, flag::HEADLINE);
            near && body && (day(*told).is_none() || day(index).is_none() || day(*told) == day(index))
        });
        match told.filter(|_| again) {
            Some(told) => {
                let wide = |e: &usize| scene.grain(*e).is_some_and(|grain| grain <= PlaceInfo::PROVINCE);
                if !found[index].item.place.is_empty() && found[told].item.place.iter().all(wide) {
                    found[told].item.place.clear();
                }
                join_events(found, told, index);
            }
            None => last = STARTS.contains(&event.item.rule).then_some(index),
        }
    }
}

/// *Li Dong attended the signing ceremony* behind the signing itself: those who came take part in it.
pub(super) fn attended(scene: &Scene<'_, '_>, found: &mut [Found]) {
    /// Sentences between the two, and between a conference and those who came or came to *the ceremony*.
    const FAR: usize = 3;
    const LONG: usize = 8;
    for index in 1..found.len() {
        let item = &found[index].item;
        let comes = COMES.contains(&item.rule);
        // *The ceremony was attended by …*
        let passive = found[index].group.passive;
        let thing = if passive {
            found[index].subject.0
        } else {
            item.trigger.1
        };
        let definite = matches!(scene.str(thing), "the" | "this" | "The" | "This");
        // *The summit will be attended by …* is another one
        let planned = item.status != Status::Occurred;
        if !comes || planned || !definite || item.name.is_some() || is_dropped(&found[index]) {
            continue;
        }
        let (kind, sentence) = (item.kind, item.sentence);
        // *attended the fair*: what was launched there is not what they came to
        let celebrates = celebrates(scene, thing + 1);
        let far = if passive { FAR } else { LONG };
        let near = (0..index)
            .rev()
            .take_while(|told| found[*told].item.sentence + far >= sentence);
        let told = near.into_iter().find(|told| {
            let f = &found[*told];
            let meeting = kind == EventKind::Meeting && celebrates && CELEBRATED.contains(&f.item.kind);
            // *Before the signing, Li Ming met Amy Kuo. Luis Prado attended the event*: not that encounter
            let encounter = celebrates && super::venue::ENCOUNTERS.contains(&f.item.rule);
            (f.item.kind == kind || meeting) && !encounter && !is_dropped(f) && f.item.status == Status::Occurred
        });
        let Some(told) = told else {
            // *They witnessed these events*
            if kind == EventKind::Meeting && found[index].item.rule == const { t::rule("event.meeting.witness") } {
                drop_event(&mut found[index]);
            }
            continue;
        };
        // who attended is none that does it, but its hosts may have been told with it
        let attended = found[index].item.rule == const { t::rule("event.meeting.attend") };
        for (entity, role) in std::mem::take(&mut found[index].item.who) {
            let role = if attended { role } else { ParticipantRole::Participant };
            found[told].item.add(entity, role);
        }
        drop_event(&mut found[index]);
    }
}

/// The noun phrase behind the article is a ceremony, which something else is the reason for, and no conference or fair.
fn celebrates(scene: &Scene<'_, '_>, start: u32) -> bool {
    /// Tokens of the noun phrase.
    const NEAR: u32 = 5;
    let d = scene.document;
    let mut words = (start..(start + NEAR).min(d.len())).take_while(|at| d.is(*at, flag::WORD));
    words.any(|at| d.class_end(at, class::CEREMONY).is_some() || d.is_on(at, list::CEREMONY_WORD))
}
