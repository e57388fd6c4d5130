//! Where an event was, told by a sentence behind it that says where the thing or the occasion is: *The plant stands in Lantu
//! Park*, *The signing took place in Wuxi*, *It can be seen until Sunday at the Lindo Hall*.

use crate::lexicon::format::PlaceInfo;
use crate::lexicon::{class, list};
use crate::record::{EventKind, Status};
use crate::resolve::names::Kind;
use crate::text::{Sentence, flag};

use super::EventItem;
use super::clause::{Hit, Scene};
use super::find::Found;
use super::frame::is_dropped;
use super::places::head_kind;
use super::tables as t;

/// Sentences between the event and the one that says where.
const NEAR: usize = 3;
/// Tokens of a noun phrase, and from its verb to the place.
const PHRASE: u32 = 8;
const REACH: u32 = 14;

/// What is said to be somewhere.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Subject {
    /// What is built, what burns, where people work.
    Site,
    /// A meeting or a ceremony.
    Occasion,
}

impl Subject {
    /// What a sentence about where the event was would speak of.
    fn of(scene: &Scene<'_, '_>, item: &EventItem) -> Option<Self> {
        let s = &scene.document.sentences()[item.sentence];
        match item.kind {
            EventKind::Meeting | EventKind::Agreement | EventKind::Award => Some(Self::Occasion),
            EventKind::Construction | EventKind::Production => Some(Self::Site),
            EventKind::Founding | EventKind::Investment | EventKind::Disaster | EventKind::Labour => {
                (scene.noun_groups(s.start, s.end) & Self::Site.nouns() != 0).then_some(Self::Site)
            }
            _ => None,
        }
    }

    fn nouns(self) -> t::Groups {
        match self {
            Self::Site => const { t::group("plant") | t::group("fab") | t::group("project") },
            Self::Occasion => const { t::group("meeting") },
        }
    }
}

/// Gives events that lack a place, or have no more than the city, the one that a sentence close behind tells.
pub(super) fn locate(scene: &Scene<'_, '_>, found: &mut [Found]) {
    let d = scene.document;
    let fine = |e: &usize| matches!(head_kind(scene, *e), Some("zone" | "facility" | "district"));
    for index in 0..found.len() {
        let item = &found[index].item;
        let skipped = is_dropped(&found[index])
            || item.status == Status::Cancelled
            || item.place.len() > 1
            || item.place.iter().any(fine)
            || d.is(item.trigger.0, flag::HEADLINE);
        let Some(subject) = Subject::of(scene, item).filter(|_| !skipped) else {
            continue;
        };
        let (own, kind) = (item.sentence, item.kind);
        // what is told next of the kind is what later sentences speak of
        let next = found[index + 1..]
            .iter()
            .find(|f| !is_dropped(f) && f.item.kind == kind && f.item.sentence > own);
        let last = next.map_or(usize::MAX, |f| f.item.sentence);
        let sentences = d.sentences().iter().enumerate().skip(own + 1).take(NEAR);
        let told = sentences
            .take_while(|(at, _)| *at < last)
            .find_map(|(_, s)| place_told(scene, s, subject, kind));
        if let Some(told) = told {
            take(scene, &mut found[index].item, &told);
        }
    }
}

/// The place, and the city behind it, that the sentence gives the thing or the occasion told before.
fn place_told(scene: &Scene<'_, '_>, s: &Sentence, subject: Subject, kind: EventKind) -> Option<Vec<Hit>> {
    let d = scene.document;
    if let Some(behind) = located(scene, s, subject) {
        return near(scene, behind, (behind + PHRASE).min(s.end), s.end);
    }
    let pronoun = d.str(s.start) == "It";
    let behind = if pronoun {
        s.start + 1
    } else {
        behind_noun(scene, s, subject, kind)?
    };
    // *It* of a signing is the deal
    if pronoun && kind == EventKind::Agreement || behind + 1 >= s.end {
        return None;
    }
    let led = |at: u32| matches!(d.str(at), "in" | "at" | "on");
    if d.str(behind) == "," && !pronoun {
        let which = behind + 1 + u32::from(d.str(behind + 1) == "which");
        let located = which + u32::from(d.has(which, class::AUX));
        let starts = led(behind + 1) || d.is_on(located, list::LOCATED) || led(located) && located > which;
        let close = (behind + 1..s.end)
            .find(|at| matches!(d.str(*at), "," | ";" | ")"))
            .unwrap_or(s.end);
        return starts
            .then(|| near(scene, behind + 1, close.max(behind + 2), s.end))
            .flatten();
    }
    // *The plant in Wuxi employs 300*, but *Its plant in Wuxi* may be another one
    if led(behind) && !pronoun && !matches!(d.str(s.start), "Its" | "Their") {
        return near(scene, behind, (behind + PHRASE).min(s.end), s.end);
    }
    let verb = (behind..(behind + PHRASE).min(s.end))
        .take_while(|at| d.is(*at, flag::WORD) && !d.is(*at, flag::CAPITAL))
        .find(|at| tells_place(scene, *at, subject))?;
    near(scene, verb + 1, (verb + 1 + REACH).min(s.end), s.end)
}

/// *attended the ground-breaking of the plant, which is | located | in Lantu Park*: behind the word, wherever the thing stands.
fn located(scene: &Scene<'_, '_>, s: &Sentence, subject: Subject) -> Option<u32> {
    /// Tokens from the article to the noun.
    const NEAR: u32 = 4;
    let d = scene.document;
    let at = (s.start + 3..s.end.saturating_sub(2)).find(|at| d.is_on(*at, list::LOCATED))?;
    let which = d.has(at - 1, class::AUX) && d.str(at - 2) == "which";
    let comma = if which { at - 3 } else { at - 1 };
    let noun = comma
        .checked_sub(1)
        .filter(|noun| *noun > s.start && d.str(comma) == ",")?;
    let told = (noun.saturating_sub(NEAR).max(s.start)..noun).any(|the| d.str(the).eq_ignore_ascii_case("the"));
    let thing = scene.noun_groups(noun, noun + 1) & subject.nouns() != 0;
    (told && thing && d.has(at + 1, class::PREP)).then_some(at + 1)
}

/// Behind *The plant*, *The new 2-billion-yuan project*, *The ceremony*: the noun phrase that starts the sentence, if it can mean what
/// was told before.
fn behind_noun(scene: &Scene<'_, '_>, s: &Sentence, subject: Subject, kind: EventKind) -> Option<u32> {
    let d = scene.document;
    if !matches!(d.str(s.start), "The" | "This" | "Its" | "Their") {
        return None;
    }
    let inner = |at: u32| d.is(at, flag::WORD | flag::NUMBER) || matches!(d.str(at), "-" | "$" | ".");
    let noun = (s.start + 1..(s.start + PHRASE).min(s.end))
        .take_while(|at| inner(*at) && !d.has(*at, class::PREP) && !d.has(*at, class::AUX))
        .filter(|at| {
            scene.noun_groups(*at, at + 1) & subject.nouns() != 0
                || subject == Subject::Site && d.is_on(*at, list::SITE_WORD)
        })
        .last()?;
    let other =
        |at: u32| d.has(at, class::ORDINAL) || d.is_on(at, list::OF_OTHERS) || d.is_on(at, list::ANOTHER_MEETING);
    // *come off a line in Woodlands. The new centre*: not the line
    let other = |at: u32| other(at) || d.str(at) == "new" && kind == EventKind::Production;
    // *The Lumeno plant* has its own name
    let named = scene.hits_in(s.start, noun + 1).next().is_some();
    (!named && !(s.start + 1..noun).any(other)).then_some(noun + 1)
}

/// *stands*, *is located*, *took place*, *can be seen*, *will be* in front of a preposition.
fn tells_place(scene: &Scene<'_, '_>, at: u32, subject: Subject) -> bool {
    let d = scene.document;
    let be = d.value(at, at + 1, class::AUX) == Some("be");
    let occasion = subject == Subject::Occasion;
    be && d.is_on(at + 1, list::WITHIN)
        || d.is_on(at, list::LOCATED)
        || !occasion && d.is_on(at, list::STANDS)
        || occasion && (d.is_on(at, list::RUNS) || d.str(at) == "place" && d.is_on(at - 1, list::TAKES))
}

/// The first place behind a preposition in the stretch, with what it lies in, if no verb stands in front of it.
fn near(scene: &Scene<'_, '_>, start: u32, limit: u32, end: u32) -> Option<Vec<Hit>> {
    let mut hits = scene.where_in(start, end).into_iter();
    let first = hits.next().filter(|hit| hit.kind == Kind::Place && hit.start < limit)?;
    if scene.has_verb(start, first.start) {
        return None;
    }
    // *in Lantu Park in Wuxi*, *in Lantu Park, Wuxi*
    let outer = hits.next().filter(|hit| hit.start <= first.end + 2);
    Some(std::iter::once(first).chain(outer).collect())
}

/// A place where there is none, a finer one in the city that is told.
fn take(scene: &Scene<'_, '_>, item: &mut EventItem, told: &[Hit]) {
    let fine = matches!(head_kind(scene, told[0].entity), Some("zone" | "facility" | "district"));
    let city = |e: usize| scene.grain(e) == Some(PlaceInfo::CITY) && told[1..].iter().all(|outer| outer.entity == e);
    // *its first plant in Asia*
    let continent = |e: usize| {
        let name = scene.entities.list[e].name;
        scene.document.is_on(name.end - 1, list::CONTINENT)
    };
    match item.place[..] {
        [own] if continent(own) => item.place = told.iter().map(|hit| hit.entity).collect(),
        [] => item.place.extend(told.iter().map(|hit| hit.entity)),
        [own] if fine && city(own) => item.place.insert(0, told[0].entity),
        _ => {}
    }
}
