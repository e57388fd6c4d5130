//! What the main event hands on to those that are told as part of the same occasion: a visit, a signing, a speech.

use crate::lexicon::format::PlaceInfo;
use crate::lexicon::{class, list};
use crate::record::{EventKind, ParticipantRole, Status};
use crate::resolve::names::Kind;
use crate::text::flag;

use super::clause::{Scene, is_relative};
use super::find::Found;
use super::frame::is_dropped;
use super::trigger::head_groups;
use super::verbs::Tense;
use super::{EventItem, tables as t};

/// Kinds of main events at which people speak and sign.
const OCCASIONS: [EventKind; 6] = [
    EventKind::Visit,
    EventKind::Agreement,
    EventKind::Founding,
    EventKind::Construction,
    EventKind::Statement,
    EventKind::Production,
];

/// Goods leave a plant, or a plant stands still: nobody meets for it.
const ROUTINE: [&str; 6] = [
    t::rule("event.production.make"),
    t::rule("event.production.ship"),
    t::rule("event.production.deliver"),
    t::rule("event.production.halt"),
    t::rule("event.production.idle"),
    t::rule("event.production.output"),
];

/// Speeches before guests.
const SPEECHES: [&str; 2] = [t::rule("event.statement.speech"), t::rule("event.statement.speak")];

/// People may speak and sign where it happens.
fn is_occasion(item: &EventItem) -> bool {
    OCCASIONS.contains(&item.kind) && !ROUTINE.contains(&item.rule)
}

/// Time and place of the meeting told last, or of the last stop of a visit, for what was done at it: *At the meeting, …*, or in
/// the same paragraph. The main meeting hands on its own.
pub fn last_meeting(scene: &Scene<'_, '_>, found: &mut [Found], main: usize) {
    let paragraph = |item: &EventItem| scene.document.sentences()[item.sentence].paragraph;
    let tour = found[main].item.kind == EventKind::Visit;
    let mut last: Option<usize> = None;
    // the paragraph in which somebody spoke at that meeting
    let mut there: Option<u32> = None;
    for index in 0..found.len() {
        if is_dropped(&found[index]) {
            continue;
        }
        let item = &found[index].item;
        let dated = !item.when.is_empty() || !item.place.is_empty();
        if item.kind == EventKind::Meeting && item.status == Status::Occurred && dated {
            (last, there) = (Some(index), None);
            continue;
        }
        let stops = tour && index != main && item.kind == EventKind::Visit && item.status == Status::Occurred;
        if stops {
            // *In the afternoon, the delegation visited Kelvar*: on the day of the stop before
            if item.when.is_empty() && is_later_that_day(scene, item) {
                let before = last.map(|stop| found[stop].item.when.clone());
                found[index].item.when = before.unwrap_or_default();
            }
            let item = &found[index].item;
            if item.when.iter().any(|i| scene.dates[*i].is_day()) {
                (last, there) = (Some(index), None);
            }
            continue;
        }
        let told_there = matches!(
            item.kind,
            EventKind::Statement | EventKind::Agreement | EventKind::Launch | EventKind::Award | EventKind::Founding
        );
        let Some(meeting) = last.filter(|meeting| *meeting != main && told_there) else {
            continue;
        };
        let beside = paragraph(item) == paragraph(&found[meeting].item);
        let next = beside && item.kind != EventKind::Statement;
        // *On the 6th, Li Ming met Amy Kuo. Amy Kuo said …*
        let who = &found[meeting].item.who;
        let met = || item.who.iter().any(|(e, _)| who.iter().any(|(other, _)| other == e));
        let day = || found[meeting].item.when.iter().any(|i| scene.dates[*i].is_day());
        // *The talks took place at the Lantu Hotel. In his speech, Li Ming said …*: on what day is told later
        let timed = !found[meeting].item.when.is_empty();
        let at_it = at_the_scene(scene, item);
        // *Li Ming pointed out at the meeting that … Amy Kuo said …*, *visited Kelvar on May 3. Luis Prado, its chairman, said …*
        let person = |(e, _): &(usize, _)| scene.entities.list[*e].kind == Kind::Person;
        let speaks = item.kind == EventKind::Statement && item.who.iter().any(person);
        let own = paragraph(item);
        let goes_on = there == Some(own) || tour && beside && found[meeting].item.kind == EventKind::Visit;
        there = if at_it { Some(own) } else { there };
        let near = timed && (next || beside && met() && day() || speaks && goes_on) || at_it;
        // *met Amy Kuo in Lima. Li Ming expressed his thanks*: there, whenever it was
        if beside && met() && !near && item.status == Status::Occurred && item.place.is_empty() && item.when.is_empty()
        {
            let place = found[meeting].item.place.clone();
            found[index].item.place = place;
            continue;
        }
        if near && item.status == Status::Occurred && item.when.is_empty() {
            let (when, place) = (found[meeting].item.when.clone(), found[meeting].item.place.clone());
            let item = &mut found[index].item;
            item.when = when;
            if item.place.is_empty() {
                item.place = place;
            }
        }
    }
}

/// *In the afternoon, the delegation visited …*: the sentence says that it was later on the same day.
fn is_later_that_day(scene: &Scene<'_, '_>, item: &EventItem) -> bool {
    let d = scene.document;
    let start = d.sentences()[item.sentence].start;
    let part = || matches!(scene.str(start + 2), "morning" | "afternoon" | "evening");
    d.str(start) == "In" && d.has(start + 1, class::DET) && part() || d.is_on(start, list::LATER)
}

/// *A delegation visited Wuxi from May 3 to 5. On May 4, a forum was held*: where the visit went, on a day of it.
pub fn trip(scene: &Scene<'_, '_>, found: &mut [Found], main: usize) {
    let item = &found[main].item;
    if item.kind != EventKind::Visit || item.status != Status::Occurred || item.place.len() != 1 {
        return;
    }
    let days = item.when.iter().map(|i| scene.dates[*i].value.as_str());
    let days: Vec<(&str, &str)> = days
        .map(|value| value.split_once('/').unwrap_or((value, value)))
        .collect();
    let d = scene.document;
    let (place, sentence, who) = (item.place.clone(), item.sentence, item.who.clone());
    let then = |i: &usize| {
        let date = &scene.dates[*i];
        let day = date.value.get(..10).filter(|_| date.is_day());
        day.is_some_and(|day| days.iter().any(|(first, last)| *first <= day && day <= *last))
    };
    for event in found
        .iter_mut()
        .filter(|f| f.item.sentence > sentence && !is_dropped(f))
    {
        let item = &mut event.item;
        let held = item.kind == EventKind::Meeting || is_done_there(item);
        // *On May 3, Kelvar held its annual meeting*: somebody else's
        let own = item.who.is_empty() || item.who.iter().any(|(e, _)| who.iter().any(|(other, _)| other == e));
        // *the Quito Forum*
        let elsewhere = item
            .name
            .is_some_and(|(start, end)| (start..end).any(|at| d.has(at, class::PLACE)));
        let open = held && own && !elsewhere && item.status == Status::Occurred && item.place.is_empty();
        if open && item.when.iter().any(then) && !has_place(scene, item) {
            item.place.clone_from(&place);
        }
    }
}

/// Time and place of the occasion for what people said there, its time for what else was done there, and both for
/// whatever the sentence itself puts there.
pub fn hand_on(scene: &Scene<'_, '_>, found: &mut [Found], main: usize) {
    let d = scene.document;
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
    let day = || !built || item.when.is_empty() || item.when.iter().any(|i| scene.dates[*i].is_day());
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
    let occasion = is_occasion(item) && met && day() || item.kind == EventKind::Award && handed() || held;
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
        // *Li Ming said earlier that …*
        if matches!(scene.str(item.trigger.1), "earlier" | "previously" | "before") {
            continue;
        }
        let told_there = match item.kind {
            // people speak where they are; a body speaks from anywhere
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
        let scene_told = at_the_scene(scene, item);
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

/// *During the visit, …*: the sentence says that it was on the visit told before.
fn is_during_visit(scene: &Scene<'_, '_>, item: &EventItem) -> bool {
    /// Tokens of the noun phrase.
    const NEAR: u32 = 5;
    let d = scene.document;
    let s = &d.sentences()[item.sentence];
    let noun = (s.start + 2..(s.start + NEAR).min(s.end))
        .find(|at| scene.noun_groups(*at, at + 1) & const { t::group("visit") } != 0);
    matches!(d.str(s.start), "During" | "On") && noun.is_some_and(|at| scene.str(at + 1) != "to")
}

/// *at a press conference in Wuxi*, *at the ceremony*: the clause of the event says what it was held at.
fn is_held_at(scene: &Scene<'_, '_>, item: &EventItem) -> bool {
    const OCCASION: t::Groups = t::group("meeting");
    let d = scene.document;
    let end = d.sentences()[item.sentence].end;
    (item.trigger.1..end).any(|at| {
        let led = matches!(d.str(at), "at" | "during") && d.has(at + 1, class::DET);
        led && head_groups(scene, at + 1, end).0 & OCCASION != 0
    })
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

/// The first sentence behind `from` that is a heading, a line of its own that ends without a mark; looked for up to `last`,
/// else the one behind that.
pub(super) fn section_end(scene: &Scene<'_, '_>, from: usize, last: usize) -> usize {
    let end = scene.document.sentences().len().min(last + 1);
    (from + 1..end).find(|index| is_heading(scene, *index)).unwrap_or(end)
}

/// A short line of its own that ends without a mark, with another line behind it.
pub(super) fn is_heading(scene: &Scene<'_, '_>, index: usize) -> bool {
    /// Tokens of a heading.
    const SHORT: u32 = 24;
    let d = scene.document;
    let sentences = d.sentences();
    let s = &sentences[index];
    let line = |at: usize| sentences.get(at).is_some_and(|s| d.is(s.start, flag::LINE));
    let alone = line(index) && line(index + 1);
    alone && s.end - s.start <= SHORT && s.end > s.start && d.is(s.end - 1, flag::WORD)
}

/// *At the scene, …*, *At the same ceremony …*, *In his speech, …*: the sentence says that it was there.
fn at_the_scene(scene: &Scene<'_, '_>, item: &EventItem) -> bool {
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
            d.value(at, at + 1, class::EVENTNOUN)
                .is_some_and(|v| v.contains("meeting") || v.contains("scene"))
                && !of
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

/// *The society elected Li Ming its president in Wuxi on Friday. Amy Kuo was chosen as secretary*: on the same occasion.
pub fn posts(scene: &Scene<'_, '_>, found: &mut [Found]) {
    /// Sentences between two that were named.
    const NEAR: usize = 2;
    let mut last: Option<(usize, Vec<usize>, Vec<usize>)> = None;
    let mut handover: Option<(usize, Vec<usize>, Vec<usize>)> = None;
    for event in found.iter_mut().filter(|f| !is_dropped(f)) {
        let post = event.item.kind == EventKind::Appointment;
        // *Li Ming will step down on June 30. He will be succeeded by Amy Kuo*: on that day
        if post && event.item.status == Status::Planned {
            let item = &mut event.item;
            if let Some((sentence, when, who)) = &handover
                && item.when.is_empty()
                && item.sentence <= sentence + 1
                && item.who.iter().any(|(e, _)| who.contains(e))
            {
                item.when.clone_from(when);
            }
            let day = item.when.iter().any(|i| scene.dates[*i].is_day());
            let who = item.who.iter().map(|(e, _)| *e).collect();
            handover = day.then(|| (item.sentence, item.when.clone(), who));
        }
        let named = post && event.item.status == Status::Occurred;
        if !named || event.item.rule != const { t::rule("event.appointment.name") } {
            continue;
        }
        let past = event.group.tense == Tense::Past && !event.group.is_perfect(scene.document);
        let item = &mut event.item;
        if let Some((sentence, when, place)) = &last
            && past
            && item.when.is_empty()
            && item.sentence <= sentence + NEAR
        {
            item.when.clone_from(when);
            if item.place.is_empty() {
                item.place.clone_from(place);
            }
        }
        last = item
            .when
            .iter()
            .any(|i| scene.dates[*i].is_day())
            .then(|| (item.sentence, item.when.clone(), item.place.clone()));
    }
}

/// The lead's day and place for what people said and how markets moved, where nothing nearer says when.
pub fn lead(scene: &Scene<'_, '_>, found: &mut [Found]) {
    /// Sentences of the body in which the lead event stands.
    const LEAD: usize = 2;
    let d = scene.document;
    let Some(first) = d
        .sentences()
        .iter()
        .position(|s| !d.is(s.start, flag::HEADLINE | flag::FURNITURE))
    else {
        return;
    };
    let is_day = |dates: &[usize]| dates.iter().any(|i| scene.dates[*i].is_day());
    let body = |f: &Found| !is_dropped(f) && !d.is(f.item.trigger.0, flag::HEADLINE);
    // *said Li Ming at a conference in Wuxi recently*
    let is_said_at = |item: &EventItem| {
        let told = item.kind == EventKind::Statement && !item.when.is_empty() && !item.place.is_empty();
        told && is_held_at(scene, item)
    };
    market_day(scene, found, first + LEAD);
    let Some(lead) = found.iter().position(|f| {
        body(f)
            && f.item.sentence < first + LEAD
            && f.item.status == Status::Occurred
            && (is_occasion(&f.item)
                || matches!(f.item.kind, EventKind::Market | EventKind::Listing | EventKind::Meeting))
            && (is_day(&f.item.when) || is_said_at(&f.item))
    }) else {
        return;
    };
    // *Chip sales will recover, officials said on Thursday*: those who are named behind
    let crowd = {
        let item = &found[lead].item;
        item.kind == EventKind::Statement && item.who.is_empty() && is_guests(scene, found[lead].subject)
    };
    let (when, mut place, told) = {
        let item = &found[lead].item;
        (item.when.clone(), item.place.clone(), item.kind)
    };
    let told_as_past = found[lead].group.tense == Tense::Past;
    if is_somewhere_in_country(scene, told, &place) {
        place.clear();
    }
    // the last market day told goes on, and so does the exchange of the same shares
    let mut market = when.clone();
    let mut exchange = (found[lead].item.who.clone(), place.clone());
    if told != EventKind::Market {
        exchange.0.clear();
    }
    for (index, event) in found.iter_mut().enumerate() {
        if !body(event) || index == lead {
            continue;
        }
        let perfect = event.group.is_perfect(d);
        let general = told_as_past && event.group.tense == Tense::Present;
        let item = &mut event.item;
        if item.kind == EventKind::Market {
            // *had fallen 14 percent since January*: not on that day
            if item.when.is_empty() && item.status == Status::Occurred && !perfect {
                item.when.clone_from(&market);
            } else if is_day(&item.when) {
                market.clone_from(&item.when);
            }
            if !item.place.is_empty() {
                exchange = (item.who.clone(), item.place.clone());
            } else if item.who == exchange.0 && !item.who.is_empty() {
                item.place.clone_from(&exchange.1);
            }
            continue;
        }
        let person = |(e, _): &(usize, _)| scene.entities.list[*e].kind == Kind::Person;
        // a statement or a founding is an occasion to speak where it has a place
        let placed = !matches!(told, EventKind::Statement | EventKind::Founding) || !place.is_empty() || crowd;
        let speech = told != EventKind::Market && placed;
        let before = matches!(scene.str(item.trigger.1), "earlier" | "previously" | "before");
        if item.kind == EventKind::Statement
            && speech
            && !before
            && !general
            && item.status == Status::Occurred
            && (item.when.is_empty() || item.when == when)
            && item.who.iter().any(person)
        {
            item.when.clone_from(&when);
            if item.place.is_empty() {
                item.place.clone_from(&place);
            }
        }
    }
}

/// *Kelvar raised its forecast on Thursday. … Its shares rose 3 percent in extended trading*: the price moves on the day of the
/// company's news in the sentences up to `lead`, where it is not told when.
fn market_day(scene: &Scene<'_, '_>, found: &mut [Found], lead: usize) {
    /// Sentences behind the news.
    const FAR: usize = 8;
    let d = scene.document;
    let day = |item: &EventItem| item.when.iter().copied().find(|i| scene.dates[*i].is_day());
    let told = |f: &Found| {
        let item = &f.item;
        let news = !is_dropped(f) && item.sentence < lead && item.kind != EventKind::Market;
        let near = |i: usize| scene.dates[i].is_near() && scene.dates[i].relation.is_none();
        news && item.status != Status::Cancelled && day(item).is_some_and(near) && !f.group.is_perfect(d)
    };
    // the dated news told last
    let mut news: Option<EventItem> = None;
    for event in found.iter_mut() {
        if told(event) {
            news = Some(event.item.clone());
            continue;
        }
        let item = &mut event.item;
        let moved = item.kind == EventKind::Market && item.when.is_empty() && item.status == Status::Occurred;
        if !moved || event.group.tense != Tense::Past || event.group.is_perfect(d) {
            continue;
        }
        let Some(news) = &news else { continue };
        let near = item.sentence <= news.sentence + FAR;
        let same = item.who.iter().any(|(e, _)| news.who.iter().any(|(own, _)| own == e));
        // *fell 20 percent over the past year*, *fell under Luis Prado*
        let s = &d.sentences()[item.sentence];
        let long = |at: u32| d.has(at, class::TIMEUNIT) || d.has(at, class::TIMEUNITPL) || d.is_on(at, list::OVER_TIME);
        if near && same && !(item.trigger.1..s.end).any(long) {
            item.when.clone_from(&news.when);
        }
    }
}

/// The dead and what broke out, burned or fell belong to the disaster or attack that the article is about, where they say
/// neither another place nor another day: *A blast shook Wuxi on Monday. … Nine workers were killed*.
pub fn harm(scene: &Scene<'_, '_>, found: &mut [Found], main: usize) {
    /// Sentences behind the main event: what is told farther off may be another time.
    const FAR: usize = 10;
    let item = &found[main].item;
    let harm = matches!(item.kind, EventKind::Disaster | EventKind::Conflict);
    let day = item.when.iter().copied().find(|i| scene.dates[*i].is_day());
    let Some(day) = day.filter(|_| harm && item.status == Status::Occurred && !item.place.is_empty()) else {
        return;
    };
    let (place, sentence, day) = (item.place.clone(), item.sentence, scene.dates[day].value.as_str());
    for event in found.iter_mut().filter(|f| !is_dropped(f)) {
        let perfect = event.group.is_perfect(scene.document);
        // *Its founder Peter Wendt died of cancer*
        let named = event
            .item
            .who
            .iter()
            .any(|(e, _)| scene.entities.list[*e].kind == Kind::Person);
        let past = event.group.tense == Tense::Past && !perfect && !(named && event.item.when.is_empty());
        let item = &mut event.item;
        let told = matches!(item.kind, EventKind::Disaster | EventKind::Death) && item.status == Status::Occurred;
        // *at about 4:20 a.m.* is a time of that day
        let then = item.when.iter().all(|i| scene.dates[*i].value.starts_with(day));
        let near = (sentence..=sentence + FAR).contains(&item.sentence);
        if !told || !past || !then || !near || !item.place.is_empty() {
            continue;
        }
        let s = &scene.document.sentences()[item.sentence];
        if scene.entities_in(s.start, s.end).iter().all(|h| h.kind != Kind::Place) {
            item.place.clone_from(&place);
        }
    }
}
