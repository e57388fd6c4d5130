//! Where a plant is built or stands, and the place that *here* and *the city* mean.

use crate::lexicon::class;
use crate::lexicon::format::{PlaceInfo, form};
use crate::record::EventKind;
use crate::resolve::names::Kind;
use crate::text::flag;

use super::super::super::clause::{Hit, Scene};
use super::super::super::definite::anaphor;
use super::super::super::focus::Focus;
use super::super::super::places::head_kind;
use super::super::super::tables as t;
use super::super::Told;
use super::super::clause::{is_behind_clause, is_of_next_verb, is_of_participle, is_planned, is_subject_matter};

impl Told {
    /// *A quake in the same province killed two*, *A fire broke out in the city*: the place named before.
    fn place_harmed_again(&self, scene: &Scene<'_, '_>, focus: &Focus) -> Option<usize> {
        let d = scene.document;
        let led = |noun: &u32| {
            let the = noun - 1 - u32::from(d.str(noun - 1) == "same");
            let definite = d
                .value(*noun, noun + 1, class::DEFINITE)
                .is_some_and(|v| v.starts_with("place"));
            let alone = scene.str(noun + 1) != "of" && !matches!(scene.str(noun + 1), "'s" | "’s");
            definite && alone && d.str(the) == "the" && matches!(d.str(the - 1), "in" | "across" | "throughout")
        };
        let mut nouns = (self.subject.0 + 3..self.subject.1).chain(self.end + 2..self.clause_end);
        let noun = nouns.find(led)?;
        let the = noun - 1 - u32::from(d.str(noun - 1) == "same");
        anaphor(scene, (the, noun + 1), focus).into_iter().next()
    }

    /// *Kelvar will set up a plant in the city*: the place named before, by a noun that its name has or a city is.
    pub(super) fn place_again(&self, scene: &Scene<'_, '_>, kind: EventKind, focus: &Focus) -> Option<usize> {
        /// Tokens of *the economic and technological development*.
        const QUALIFIED: u32 = 6;
        let d = scene.document;
        let harm = matches!(kind, EventKind::Disaster | EventKind::Conflict | EventKind::Death);
        if harm {
            return self.place_harmed_again(scene, focus);
        }
        let done = matches!(
            kind,
            EventKind::Meeting
                | EventKind::Agreement
                | EventKind::Founding
                | EventKind::Construction
                | EventKind::Production
                | EventKind::Launch
                | EventKind::Visit
                | EventKind::Investment
        );
        if !done {
            return None;
        }
        // *in the city*, *in the new high-tech zone*: where the noun phrase starts
        let article = |noun: u32| {
            let limit = noun.saturating_sub(QUALIFIED).max(self.end + 1);
            let the = (limit..noun).rev().find(|at| matches!(d.str(*at), "the" | "this"))?;
            let small = |at: u32| d.is(at, flag::WORD | flag::NUMBER) && !d.is(at, flag::CAPITAL) || d.str(at) == "-";
            ((the + 1..noun).all(|at| small(at) && !d.has(at, class::PREP))).then_some(the)
        };
        let noun = (self.end + 2..self.clause_end).find(|at| {
            let led =
                d.has(*at, class::DEFINITE) && article(*at).is_some_and(|the| matches!(d.str(the - 1), "in" | "at"));
            let dated = || scene.date_at(at + 1).is_some();
            let alone =
                !d.is(at + 1, flag::WORD) || d.has(at + 1, class::PREP) || d.has(at + 1, class::CONJ) || dated();
            let stands = led && alone && scene.str(at + 1) != "of";
            stands
                && d.value(*at, at + 1, class::DEFINITE)
                    .is_some_and(|v| v.starts_with("place"))
        })?;
        let the = article(noun)?;
        // *to launch projects that are to be established in the new area*
        let yet = the > self.end + 1 && d.info(the - 2).form & form::PARTICIPLE != 0 && d.str(the - 3) == "be";
        let free = !yet
            && !is_behind_clause(scene, kind, self.end, noun)
            && !is_of_participle(scene, self.end, noun)
            && !is_subject_matter(scene, kind, self.end, noun)
            && !is_of_next_verb(scene, self.end, noun)
            && !is_planned(scene, kind, self.end, noun);
        let place = anaphor(scene, (the, noun + 1), focus).into_iter().next();
        place.filter(|e| {
            let name = scene.entities.list[*e].name;
            let has = || (name.start..name.end).any(|at| d.str(at).eq_ignore_ascii_case(d.str(noun)));
            free && match d.str(noun) {
                "city" | "municipality" | "capital" => {
                    scene.grain(*e) == Some(PlaceInfo::CITY) || the + 1 < noun && has()
                }
                "province" | "state" => scene.grain(*e) == Some(PlaceInfo::PROVINCE),
                _ => has(),
            }
        })
    }

    /// *The Lindo Industrial Park broke ground*, *Construction of the Lindo Industrial Park began*: what is built is a park or a
    /// hall, and there.
    pub(super) fn place_built(&self, scene: &Scene<'_, '_>) -> Option<usize> {
        let d = scene.document;
        let thing = |h: &Hit, from: u32, to: u32| {
            let first = h.start - u32::from(h.start > from && d.has(h.start - 1, class::DET));
            let led = first == from || matches!(d.str(first - 1), "of" | "for" | "on");
            // *The Lindo Park plant*
            let ends =
                h.end >= to || !d.is(h.end, flag::WORD) || d.has(h.end, class::PREP) || d.has(h.end, class::CONJ);
            let site = h.kind == Kind::Place && matches!(head_kind(scene, h.entity), Some("zone" | "facility"));
            site && led && ends
        };
        let (from, to) = self.subject;
        let subject = scene.hits_in(from, to).find(|h| thing(h, from, to));
        let mut behind = scene.hits_in(self.end, self.clause_end);
        let object = || behind.next().filter(|h| thing(h, self.end, self.clause_end));
        subject.or_else(object).map(|h| h.entity)
    }

    /// *were made here*: the place told of last, or that of the dateline.
    pub(super) fn place_here(&self, scene: &Scene<'_, '_>, focus: &Focus) -> Option<usize> {
        let d = scene.document;
        let here = (self.end..self.clause_end).find(|at| d.str(*at) == "here")?;
        let plain = (self.end..here).all(|at| d.is(at, flag::WORD | flag::NUMBER) || scene.inside_name(at));
        if !plain || scene.has_verb(self.end, here) || scene.is_quoted(here) {
            return None;
        }
        let dateline = scene.dateline.and_then(|(place, _)| place);
        let hit = dateline.and_then(|(start, end)| scene.hits_in(start, end).find(|h| h.kind == Kind::Place));
        hit.map(|h| h.entity).or(focus.place)
    }

    /// *Kelvar's Dalian plant began production*: the place stands in front of the noun.
    pub(super) fn plant_of(&self, scene: &Scene<'_, '_>) -> Option<Hit> {
        let d = scene.document;
        let small = |at: u32| d.is(at, flag::WORD) && !d.is(at, flag::CAPITAL) && !d.has(at, class::PREP);
        // *opened its Dalian plant*
        let object = |h: &Hit| {
            let known = scene.grain(h.entity).is_some_and(|grain| grain > PlaceInfo::COUNTRY);
            known && (self.end..h.start).all(|at| d.has(at, class::DET) || small(at))
        };
        self.plant_in(scene, self.named)
            .or_else(|| self.plant_in(scene, (self.end, self.clause_end)).filter(object))
    }

    /// *the Wuxi wafer plant*: the place in front of the noun of a plant.
    pub(super) fn plant_in(&self, scene: &Scene<'_, '_>, (start, end): (u32, u32)) -> Option<Hit> {
        const SITE: t::Groups = t::group("plant") | t::group("fab") | t::group("headquarters");
        let mut places = scene
            .entities_in(start, end)
            .into_iter()
            .filter(|h| h.kind == Kind::Place && !scene.is_line_end(h));
        let d = scene.document;
        places.find(|h| {
            let noun = |at: u32| at < end && d.is(at, flag::WORD) && !d.is(at, flag::CAPITAL);
            let plain = noun(h.end) && !d.has(h.end, class::PREP) && !d.has(h.end, class::CONJ);
            let noun = if plain && noun(h.end + 1) && scene.noun_groups(h.end, h.end + 1) & SITE == 0 {
                h.end + 1
            } else {
                h.end
            };
            plain && scene.noun_groups(noun, noun + 1) & SITE != 0
        })
    }
}
