//! What the main event hands on to those that are told as part of the same occasion: a visit, a signing, a speech.

mod headings;
mod lead;
mod others;
mod scene;
mod visits;

use crate::lexicon::format::PlaceInfo;
use crate::record::{DateKind, EventKind, ParticipantRole, Status};
use crate::resolve::names::Kind;

use super::clause::{Scene, is_relative};
use super::find::Found;
use super::frame::is_dropped;
use super::trigger::head_groups;
use super::verbs::Tense;
use super::{EventItem, tables as t};
pub(super) use headings::{is_heading, section_end};
pub use lead::lead;
pub use others::{harm, posts};
use scene::{at_the_scene, is_after_occasion, is_during_visit, is_held_at};
pub use visits::{last_meeting, same_day, trip};

/// Kinds of main events at which people speak and sign.
const OCCASIONS: [EventKind; 6] = [
    EventKind::Visit,
    EventKind::Agreement,
    EventKind::Founding,
    EventKind::Construction,
    EventKind::Statement,
    EventKind::Production,
];

/// The first of something is made, handed over or leaves the works, and people meet for it; of other production rows, such
/// as shipments, output and lines that stand still, nobody makes an occasion.
const FIRSTS: [&str; 13] = [
    t::rule("event.production.start"),
    t::rule("event.production.mass"),
    t::rule("event.production.begin"),
    t::rule("event.production.making"),
    t::rule("event.production.into"),
    t::rule("event.production.put"),
    t::rule("event.production.operation"),
    t::rule("event.production.stream"),
    t::rule("event.production.roll"),
    t::rule("event.production.left"),
    t::rule("event.production.leaves"),
    t::rule("event.production.handed"),
    t::noun_rule("event.noun.start"),
];

/// Speeches before guests.
const SPEECHES: [&str; 2] = [t::rule("event.statement.speech"), t::rule("event.statement.speak")];

/// People may speak and sign where it happens.
fn is_occasion(item: &EventItem) -> bool {
    OCCASIONS.contains(&item.kind) && (item.kind != EventKind::Production || FIRSTS.contains(&item.rule))
}

/// Time and place of the occasion for what people said there, its time for what else was done there, and both for
/// whatever the sentence itself puts there.
pub fn hand_on(scene: &Scene<'_, '_>, found: &mut [Found], main: usize) {
    let d = scene.document;
    scene::beside_decision(scene, found, main);
    scene::session(scene, found, main);
    let item = &found[main].item;
    if item.status != Status::Occurred {
        return;
    }
    // *had completed a plant in Dalian*, *has begun construction*: nobody met there for it
    let built = matches!(item.kind, EventKind::Construction | EventKind::Production);
    let met = !built || !found[main].group.is_perfect(scene.document);
    // prizes are handed out somewhere on some day; one that was won once is no occasion
    let handed = || !item.place.is_empty() && item.when.iter().any(|i| scene.dates[*i].is_day());
    // *The project broke ground in June 2021*: a month is no occasion to speak
    let day = !built || item.when.is_empty() || item.when.iter().any(|i| scene.dates[*i].is_day());
    // *launched a chip at a press conference*, *set up a fund at a ceremony*: those who speak did it there
    // but not *the cabinet approved a plan at a meeting*
    // *The centre was inaugurated in Lima by Luis Prado*: a ceremony
    let opened = item.kind == EventKind::Founding && d.str(item.trigger.1 - 1) == "inaugurated";
    let held = opened || matches!(item.kind, EventKind::Launch | EventKind::Founding) && is_held_at(scene, item);
    // *The line was put into operation. Li Ming attended the ceremony. Amy Kuo delivered a speech*
    let person = |(e, role): &(usize, ParticipantRole)| {
        *role == ParticipantRole::Participant && scene.entities.list[*e].kind == Kind::Person
    };
    let attended = (built || item.kind == EventKind::Launch) && item.who.iter().any(person);
    // *In 2019, four governors travelled to Peru*: a year is no occasion
    let year = |i: &usize| scene.dates[*i].kind == DateKind::Date && scene.dates[*i].value.len() == "2019".len();
    let dated = || day && !item.when.iter().any(year);
    let occasion = is_occasion(item) && met && dated() || item.kind == EventKind::Award && handed() || held;
    let (kind, when, mut place, sentence) = (item.kind, item.when.clone(), item.place.clone(), item.sentence);
    // *after her trip to Hiroshima*: what is said may be said anywhere
    if item.rule == const { t::noun_rule("event.noun.visit") } {
        place.clear();
    }
    // *visited Japan and Peru. Amy Kuo met the delegation*: in one of them
    let several = matches!((kind, &place[..]), (EventKind::Visit, [first, second, ..])
        if scene.grain(*first).is_some() && scene.grain(*first) == scene.grain(*second));
    if several || is_somewhere_in_country(scene, kind, &place) {
        place.clear();
    }
    let since = found[main].since.min(sentence);
    let ceremony = found[main].item.rule.starts_with("event.meeting.") || since < sentence || attended;
    let paragraph = |sentence: usize| scene.document.sentences()[sentence].paragraph;
    let section_end = section_end(scene, sentence, scene.document.sentences().len());
    let told_as_past = found[main].group.tense == Tense::Past;
    let mut speakers: Vec<usize> = Vec::new();
    // the paragraph that goes on with what was done there
    let mut there: Option<u32> = None;
    for (index, event) in found.iter_mut().enumerate() {
        if index == main || is_dropped(event) {
            continue;
        }
        let past = event.group.tense == Tense::Past && !event.group.is_perfect(scene.document);
        // *opened a plant in Lima. … The minister says the industry will grow*: at any time, anywhere
        let general = told_as_past && event.group.tense == Tense::Present;
        let relative = event.group.outer > 0 && is_relative(scene.str(event.group.outer - 1));
        let subject = event.subject;
        let item = &mut event.item;
        if item.sentence < since || item.status != Status::Occurred {
            continue;
        }
        // *During her trip, from May 3 until May 5, she signed …*
        if kind == EventKind::Visit && item.place.is_empty() && is_during_visit(scene, item) {
            item.place.clone_from(&place);
        }
        if !item.when.is_empty() {
            continue;
        }
        // *After the ceremony, Li Ming visited Kelvar*: on the same day
        if is_after_occasion(scene, item) && past {
            item.when.clone_from(&when);
            continue;
        }
        // *Li Ming said earlier that …*
        if matches!(scene.str(item.trigger.1), "earlier" | "previously" | "before") {
            continue;
        }
        let far = paragraph(item.sentence) != paragraph(sentence);
        let told_there = match item.kind {
            // people speak where they are; a body speaks from anywhere, and so does who is quoted in another paragraph than that of
            // a ground-breaking or a deal
            EventKind::Statement if (built || kind == EventKind::Agreement) && far => false,
            EventKind::Statement if (kind != EventKind::Founding || held) && !general => {
                let person = |(e, _): &(usize, _)| scene.entities.list[*e].kind == Kind::Person;
                item.who.iter().any(person) || item.who.is_empty() && is_guests(scene, subject)
            }
            // *was conferred on Li Ming*, *Kelvar took the innovation prize*, but *Li Ming, who won a prize*
            EventKind::Award if kind == EventKind::Award => past && !relative,
            // a round-up of signings has a heading for each
            EventKind::Agreement | EventKind::Meeting | EventKind::Visit | EventKind::Award => {
                let here = kind != EventKind::Agreement || item.sentence < section_end;
                // *held a ceremony for the start of 20 projects. … 15 projects were signed*
                let ceremony = built && ceremony && item.kind == EventKind::Agreement && past && !relative;
                let beside = || paragraph(item.sentence) == paragraph(sentence);
                here && matches!(kind, EventKind::Visit | EventKind::Statement | EventKind::Agreement)
                    || ceremony && beside()
            }
            EventKind::Appointment | EventKind::Launch => kind == EventKind::Founding,
            // *under an accord signed on Thursday, A and B set up a laboratory*
            EventKind::Founding => kind == EventKind::Agreement && item.sentence == sentence,
            _ => false,
        };
        let own = paragraph(item.sentence);
        // *Output rose in the first half. … Li Ming said at the opening ceremony*: no period is that of an occasion
        let counts = matches!(kind, EventKind::Result | EventKind::Market);
        let scene_told = !counts && at_the_scene(scene, item);
        if scene_told {
            there = Some(own);
        }
        let goes_on = there == Some(own) && past && !relative && is_done_there(item) && !has_place(scene, item);
        if occasion && told_there || scene_told || goes_on {
            item.when.clone_from(&when);
            if item.place.is_empty() {
                item.place.clone_from(&place);
            }
        }
        let beside = own == paragraph(sentence) || own == paragraph(since);
        // of a launch only those who gave a speech were there, not *an analyst said*
        let spoke = !attended || SPEECHES.contains(&item.rule);
        if (scene_told || beside && told_there && spoke) && item.kind == EventKind::Statement {
            speakers.extend(item.who.iter().map(|(e, _)| *e));
        }
    }
    // *Addressing the ceremony, Li Ming said …*: he was there
    let ceremony = ceremony && kind != EventKind::Meeting;
    for entity in speakers {
        if ceremony && scene.entities.list[entity].kind == Kind::Person {
            found[main].item.add(entity, ParticipantRole::Participant);
        }
    }
}

/// *opened a plant in Peru*: those who speak of it need not be in the country.
fn is_somewhere_in_country(scene: &Scene<'_, '_>, kind: EventKind, place: &[usize]) -> bool {
    let built = matches!(kind, EventKind::Construction | EventKind::Production);
    let wide = |e: &usize| scene.grain(*e).is_some_and(|grain| grain < PlaceInfo::PROVINCE);
    built && place.iter().all(wide)
}

/// *At the ceremony, A and B signed a contract. C unveiled its new laboratory*: what is done at such an occasion.
fn is_done_there(item: &EventItem) -> bool {
    matches!(
        item.kind,
        EventKind::Agreement
            | EventKind::Award
            | EventKind::Founding
            | EventKind::Launch
            | EventKind::Policy
            | EventKind::Appointment
            | EventKind::Research
    )
}

/// The event's sentence names a place.
fn has_place(scene: &Scene<'_, '_>, item: &EventItem) -> bool {
    let s = &scene.document.sentences()[item.sentence];
    scene.entities_in(s.start, s.end).iter().any(|h| h.kind == Kind::Place)
}

/// *The leaders*, *The experts present*: those who came, without a name.
pub(super) fn is_guests(scene: &Scene<'_, '_>, (start, end): (u32, u32)) -> bool {
    head_groups(scene, start, end).0 & const { t::group("guests") } != 0
}
