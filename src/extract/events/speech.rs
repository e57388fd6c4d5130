//! When and where people said what they said, where another sentence tells it.

use std::collections::HashMap;

use crate::lexicon::format::PlaceInfo;
use crate::lexicon::{class, list};
use crate::record::{EventKind, Status};
use crate::resolve::names::Kind;
use crate::text::flag;

use super::clause::{Hit, Scene};
use super::find::Found;
use super::frame::is_dropped;

/// *Li Ming spoke on May 8. “The cost is high,” Li said*: on the day on which he spoke in the sentence before; where he `goes_on`,
/// a little earlier, and from one statement to the next.
pub fn speakers(scene: &Scene<'_, '_>, found: &mut [Found], goes_on: bool) {
    /// Sentences between the two.
    const NEAR: usize = 5;
    let near = if goes_on { NEAR } else { 1 };
    let mut last: HashMap<usize, (usize, Vec<usize>, Vec<usize>)> = HashMap::new();
    for event in found.iter_mut().filter(|f| !is_dropped(f)) {
        let item = &mut event.item;
        let speaker = item
            .who
            .iter()
            .map(|(e, _)| *e)
            .find(|e| scene.entities.list[*e].kind == Kind::Person);
        let Some(speaker) = speaker.filter(|_| item.kind == EventKind::Statement && item.status == Status::Occurred)
        else {
            continue;
        };
        let perfect = event.group.is_perfect(scene.document);
        if item.when.is_empty()
            && !perfect
            && let Some((sentence, when, place)) = last.get(&speaker)
            && item.sentence <= sentence + near
        {
            item.when.clone_from(when);
            if item.place.is_empty() {
                item.place.clone_from(place);
            }
            if !goes_on {
                continue;
            }
        }
        // *told a briefing in Seoul*: there, on whatever day
        let there = item.when.is_empty() && !item.place.is_empty();
        if there || item.when.iter().any(|i| scene.dates[*i].is_day()) {
            last.insert(speaker, (item.sentence, item.when.clone(), item.place.clone()));
        }
    }
}

/// *he said in a statement*, *Li Ming told Xinhua*: said elsewhere, unless the sentence names the place.
pub fn afar(scene: &Scene<'_, '_>, found: &mut [Found]) {
    /// Tokens between the verb and the paper: *said in a written statement*.
    const NEAR: u32 = 6;
    let d = scene.document;
    for event in found.iter_mut().filter(|f| !is_dropped(f)) {
        let item = &mut event.item;
        if item.kind != EventKind::Statement || item.place.is_empty() {
            continue;
        }
        let s = &d.sentences()[item.sentence];
        let behind = item.trigger.1.saturating_sub(1)..(item.trigger.1 + NEAR).min(s.end);
        let paper = |at: u32| d.is_on(at, list::PAPER);
        let led =
            |at: u32| matches!(d.str(at), "in" | "on") && (d.has(at + 1, class::DET) || matches!(d.str(at + 1), "an"));
        let first = behind.clone().find(|at| led(*at));
        let written = first.is_some_and(|first| {
            let mut words = (first + 2..behind.end)
                .take_while(|at| d.is(*at, flag::WORD | flag::GLUED) && !d.has(*at, class::PREP));
            words.any(paper)
        });
        let told = d.str(item.trigger.1 - 1) == "told";
        let media = told
            && scene.hits_in(item.trigger.1, s.end).take(1).any(|h| {
                let name = scene.entities.list[h.entity].name;
                h.start <= item.trigger.1 + 1
                    && d.value(name.start, name.end, class::ORG)
                        .is_some_and(|v| v.starts_with("media"))
            });
        if written || media {
            let named = scene.entities_in(s.start, s.end);
            item.place.retain(|e| named.iter().any(|h| h.entity == *e));
        }
    }
}

/// *Li Ming said that … “…,” Li said at the forum in Hefei*: the place is told a sentence later.
pub fn told_later(scene: &Scene<'_, '_>, found: &mut [Found]) {
    /// Sentences between the two.
    const NEAR: usize = 2;
    let mut next: HashMap<usize, (usize, Vec<usize>)> = HashMap::new();
    for event in found.iter_mut().rev().filter(|f| !is_dropped(f)) {
        let perfect = event.group.is_perfect(scene.document);
        let item = &mut event.item;
        let mut people = item.who.iter().map(|(e, _)| *e);
        let speaker = people.find(|e| scene.entities.list[*e].kind == Kind::Person);
        let spoke = item.kind == EventKind::Statement && item.status == Status::Occurred && !perfect;
        let Some(speaker) = speaker.filter(|_| spoke) else {
            continue;
        };
        let d = scene.document;
        let s = &d.sentences()[item.sentence];
        let launch = |at: u32| d.is(at, flag::EVENT) && d.has(at - 1, class::DET) && d.str(at - 2) == "at";
        let meeting = (item.trigger.1 + 1..s.end).find(|at| d.has(*at, class::EVENTHEAD) || launch(*at));
        // *told reporters at a press conference here on Saturday*
        let here = meeting.is_some_and(|at| (at..s.end).any(|x| d.str(x) == "here"));
        let there = meeting.is_some_and(|at| {
            let mut hits = scene.where_in(at, s.end).into_iter();
            let local = |h: &Hit| scene.grain(h.entity).is_none_or(|grain| grain > PlaceInfo::PROVINCE);
            hits.any(|h| item.place.contains(&h.entity) && local(&h))
        });
        if !item.place.is_empty() {
            if there || here {
                next.insert(speaker, (item.sentence, item.place.clone()));
            }
        } else if let Some((sentence, place)) = next.get(&speaker)
            && item.sentence + NEAR >= *sentence
        {
            item.place.clone_from(place);
        }
    }
}
