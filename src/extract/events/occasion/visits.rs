//! Meetings and visits told one after the other: each stop hands its own day and place on.

use crate::lexicon::{class, list};
use crate::record::{EventKind, Status};
use crate::resolve::names::Kind;

use super::super::EventItem;
use super::super::clause::Scene;
use super::super::find::Found;
use super::super::frame::{is_dropped, is_the_meeting};
use super::super::verbs::Tense;
use super::scene::at_the_scene;
use super::{has_place, is_done_there};

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
            // *The three-day event drew 2,000 guests*: the main one
            let again = found[main].item.kind == EventKind::Meeting && is_the_meeting(scene, found[index].subject);
            (last, there) = (Some(if again { main } else { index }), None);
            continue;
        }
        let visit = index != main && item.kind == EventKind::Visit && item.status == Status::Occurred;
        if visit && (tour || dated) {
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
        // *On July 5, Li Ming visited Kelvar. Li Ming and Amy Kuo held talks*: undated talks belong to the stop before
        let told_there = matches!(
            item.kind,
            EventKind::Statement
                | EventKind::Agreement
                | EventKind::Launch
                | EventKind::Award
                | EventKind::Founding
                | EventKind::Meeting
        );
        let Some(meeting) = last.filter(|meeting| *meeting != main && told_there) else {
            continue;
        };
        let beside = paragraph(item) == paragraph(&found[meeting].item);
        // *On the 6th, Li Ming met Amy Kuo. Amy Kuo said …*
        let who = &found[meeting].item.who;
        let met = || item.who.iter().any(|(e, _)| who.iter().any(|(other, _)| other == e));
        let visited = found[meeting].item.kind == EventKind::Visit;
        let next = beside && !matches!(item.kind, EventKind::Statement | EventKind::Meeting);
        // *went to Peru on May 3. … The parties signed a treaty*: somebody else's
        let next = next && (tour || !visited || met());
        let day = || found[meeting].item.when.iter().any(|i| scene.dates[*i].is_day());
        // *The talks took place at the Lantu Hotel. In his speech, Li Ming said …*: on what day is told later
        let timed = !found[meeting].item.when.is_empty();
        let at_it = at_the_scene(scene, item);
        // *Li Ming pointed out at the meeting that … Amy Kuo said …*, *visited Kelvar on May 3. Luis Prado, its chairman, said …*
        let person = |(e, _): &(usize, _)| scene.entities.list[*e].kind == Kind::Person;
        let speaks = item.kind == EventKind::Statement && item.who.iter().any(person);
        let own = paragraph(item);
        let goes_on = there == Some(own) || tour && beside && visited;
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

/// *Earlier in the day he toured a plant*, *the bureau said later in the day*: the day told last.
pub fn same_day(scene: &Scene<'_, '_>, found: &mut [Found]) {
    /// Sentences behind the day.
    const NEAR: usize = 2;
    let mut last: Option<(usize, Vec<usize>)> = None;
    for event in found.iter_mut().filter(|f| !is_dropped(f)) {
        let past = event.group.tense == Tense::Past && event.item.status == Status::Occurred;
        let item = &mut event.item;
        if item.when.iter().any(|i| scene.dates[*i].is_day()) {
            last = Some((item.sentence, item.when.clone()));
        } else if let Some((sentence, when)) = &last
            && past
            && item.when.is_empty()
            && sentence + NEAR >= item.sentence
            && is_in_the_day(scene, item)
        {
            item.when.clone_from(when);
            last = Some((item.sentence, item.when.clone()));
        }
    }
}

/// *Earlier in the day, …*, *… later in the day*, *In the evening, …*: at the start of the event's sentence, or right behind its
/// verb or at the end of the clause.
fn is_in_the_day(scene: &Scene<'_, '_>, item: &EventItem) -> bool {
    /// Tokens of the clause.
    const LONGEST: u32 = 40;
    let d = scene.document;
    let s = &d.sentences()[item.sentence];
    let told = |at: u32| {
        let of_day = |at: u32| scene.str(at) == "in" && scene.str(at + 1) == "the" && scene.str(at + 2) == "day";
        matches!(
            scene.str(at),
            "later" | "earlier" | "Later" | "Earlier" | "late" | "early"
        ) && of_day(at + 1)
    };
    // *He later visited Kelvar*
    let goes = matches!(item.kind, EventKind::Visit | EventKind::Meeting);
    let then = item
        .trigger
        .0
        .checked_sub(1)
        .is_some_and(|at| goes && at > s.start && d.str(at) == "later");
    let fronted = then || told(s.start) || is_later_that_day(scene, item) && d.str(s.start) == "In";
    // *said later in the day that …*; a clause that was told before goes on to a comma
    let end = s.end.min(item.trigger.1 + LONGEST);
    // *searched its offices in the afternoon.*
    let part = |at: u32| {
        let led =
            d.str(at) == "in" && scene.str(at + 1) == "the" && d.get(at + 2).is_some() && d.has(at + 2, class::DAYPART);
        led && matches!(scene.str(at + 3), "." | ",")
    };
    let behind = (item.trigger.1..end)
        .take_while(|at| !matches!(d.str(*at), "," | ";"))
        .find(|at| told(*at) || part(*at));
    let inner = behind.is_some_and(|at| scene.has_verb(item.trigger.1, at));
    fronted || behind.is_some() && !inner
}

/// *In the afternoon, the delegation visited …*: the sentence says that it was later on the same day.
fn is_later_that_day(scene: &Scene<'_, '_>, item: &EventItem) -> bool {
    let d = scene.document;
    let start = d.sentences()[item.sentence].start;
    let part = || d.get(start + 2).is_some() && d.has(start + 2, class::DAYPART);
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
