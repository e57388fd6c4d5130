//! Where a visit went.

use crate::lexicon::class;
use crate::lexicon::format::PlaceInfo;
use crate::record::{EventKind, ParticipantRole};
use crate::resolve::names::Kind;
use crate::text::{Sentence, flag};

use super::super::super::clause::{Scene, is_relative};
use super::super::super::definite::anaphor;
use super::super::super::focus::Focus;
use super::super::super::trigger::head_groups;
use super::super::super::verbs;
use super::super::super::{EventItem, tables as t};
use super::super::Told;
use super::super::clause::visited;

impl Told {
    /// Whom and what a visit goes to: places are no guests.
    pub(super) fn of_visit(&self, scene: &Scene<'_, '_>, focus: &Focus, item: &mut EventItem) {
        let d = scene.document;
        let (end, clause_end) = (self.end, self.clause_end);
        // *visited the High-tech Zone*: where, not who
        let is_place = |e: &usize| scene.entities.list[*e].kind == Kind::Place;
        for (entity, role) in std::mem::take(&mut item.who) {
            if is_place(&entity) && role == ParticipantRole::Participant {
                if !item.place.contains(&entity) {
                    item.place.push(entity);
                }
            } else {
                item.who.push((entity, role));
            }
        }
        // *led members of the committee to inspect the Lindo Zone*
        // and *led a delegation to Lima*
        const LED: [&str; 2] = [t::rule("event.visit.led"), t::rule("event.visit.delegation")];
        if LED.contains(&item.rule)
            && let Some(to) = (end..clause_end).find(|at| d.str(*at) == "to")
            && let Some(first) = scene.hits_in(to, clause_end).next()
            && (to + 1..first.start).all(|at| d.has(at, class::DET) || d.is(at, flag::VERB))
        {
            // *to visit Japan and the Republic of Korea*
            let joins = |at: u32| matches!(d.str(at), "," | "and") || d.has(at, class::DET);
            let mut last = first.start;
            for hit in scene.hits_in(to, clause_end) {
                if !(last..hit.start).all(joins) {
                    break;
                }
                last = hit.end;
                if hit.kind == Kind::Place && !item.place.contains(&hit.entity) {
                    item.place.push(hit.entity);
                } else if hit.kind == Kind::Organisation {
                    item.add(hit.entity, ParticipantRole::Participant);
                }
            }
        }
        // *visited Kelvar's Lima headquarters in Peru*: not the country alone
        let wide = |e: &usize| scene.grain(*e) == Some(PlaceInfo::COUNTRY);
        if !self.group.passive
            && item.place.iter().all(wide)
            && let Some(seat) = self.plant_in(scene, (end, clause_end)).filter(|h| !wide(&h.entity))
        {
            item.place = vec![seat.entity];
        }
        // *toured the city*, *visited the development zone*: the one named before
        if !self.group.passive && item.place.is_empty() && d.str(end) == "the" {
            let stop = head_groups(scene, end, clause_end).1;
            let place = anaphor(scene, (end, stop), focus).into_iter().next();
            item.place
                .extend(place.filter(|e| scene.entities.list[*e].kind == Kind::Place));
        }
        // *visited Kelvar, a maker of chips, which is located in the Lindo Park*
        if item.place.is_empty() {
            let s = &d.sentences()[item.sentence];
            let located = (end..s.end).find(|at| matches!(d.str(*at), "located" | "situated" | "based"));
            // the body named last in front of it, of which nothing but *which is* is told between
            let guest = |at: &u32| {
                let body = scene.hits_in(end, *at).filter(|h| h.kind == Kind::Organisation).last();
                body.is_some_and(|h| {
                    let is = |x: u32| is_relative(d.str(x)) || d.has(x, class::AUX);
                    let told = (h.end..*at).any(|x| !is(x) && verbs::group(d, x, h.end).is_some());
                    let visited = item
                        .who
                        .iter()
                        .any(|(e, role)| *e == h.entity && *role == ParticipantRole::Participant);
                    let own = *at == h.end || d.str(at - 1) == "," || d.has(at - 1, class::AUX);
                    visited && own && !told && !(end..h.start).any(|x| verbs::group(d, x, end).is_some())
                })
            };
            if let Some(at) = located.filter(|at| d.str(at + 1) == "in" && guest(at)) {
                let hits = scene.where_in(at + 1, scene.clause_end(s, at + 1));
                item.place.extend(hits.first().map(|h| h.entity));
            }
        }
        // *paid a visit to Wuxi*, *went to Wuxi and Hefei*
        let hits = visited(scene, end, clause_end);
        for (at, hit) in hits.into_iter().enumerate() {
            if !item.place.contains(&hit.entity) {
                item.place.insert(at.min(item.place.len()), hit.entity);
            }
        }
    }

    /// *During his visit to Lima, he signed*, *told reporters on a trip to Lima*: the place of the visit.
    pub(super) fn place_of_visit(&self, scene: &Scene<'_, '_>, s: &Sentence, kind: EventKind) -> Vec<usize> {
        const VISIT: t::Groups = t::group("visit");
        /// Tokens between *during* and the noun.
        const NEAR: u32 = 5;
        let told = matches!(
            kind,
            EventKind::Statement
                | EventKind::Meeting
                | EventKind::Agreement
                | EventKind::Visit
                | EventKind::Launch
                | EventKind::Founding
                | EventKind::Award
                | EventKind::Construction
        );
        let d = scene.document;
        let during = |at: &u32| {
            matches!(d.str(*at), "during" | "During" | "on" | "On")
                && (d.has(*at + 1, class::DET) || d.has(*at + 1, class::PRON))
        };
        let noun = |at: u32| (at + 2..at + 2 + NEAR).find(|x| *x < s.end && scene.noun_groups(*x, *x + 1) & VISIT != 0);
        let stretches = [(s.start, self.subject.0), (self.end, self.clause_end)];
        let to = stretches.into_iter().filter(|_| told).find_map(|(from, end)| {
            let noun = (from..end).filter(during).find_map(noun)?;
            (noun + 1 < end && d.str(noun + 1) == "to").then_some((noun + 1, end))
        });
        let hits = to.map_or_else(Vec::new, |(to, end)| scene.placed(to, end, &["to"]));
        hits.into_iter().map(|h| h.entity).collect()
    }
}
