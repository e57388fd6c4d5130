//! What goes with others of its kind: posts filled at one election, the dead of one disaster.

use crate::record::{EventKind, Status};
use crate::resolve::names::Kind;

use super::super::clause::Scene;
use super::super::find::Found;
use super::super::frame::is_dropped;
use super::super::tables as t;
use super::super::verbs::Tense;

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
