//! What a verb tells beside its subject: whose it is, where and when it was, with whom, and its figures.

use crate::extract::figures::is_compared_with;
use crate::lexicon::class;
use crate::record::{EventKind, ParticipantRole, Status};
use crate::resolve::names::Kind;
use crate::text::flag;

use super::super::attendance::hosts;
use super::super::ceremony::celebrate;
use super::super::clause::Scene;
use super::super::find::Found;
use super::super::focus::Focus;
use super::super::told::Told;
use super::super::verbs;
use super::super::{EventItem, tables as t};
use super::Telling;

impl Telling<'_, '_, '_> {
    /// What a meeting celebrates, and its hosts.
    pub(super) fn celebrated(&self, told: &Told, clause: (u32, u32), item: &mut EventItem) {
        let Self { scene, s, .. } = *self;
        let Told {
            rule, group, subject, ..
        } = *told;
        if item.kind != EventKind::Meeting {
            return;
        }
        // *the signing ceremony kicked off*
        let opens = rule.object == 0 && rule.subject & const { t::group("meeting") } != 0;
        // *The fair saw the launching ceremony of a project*: what stands behind the verb
        let subject_told = group.passive || opens || rule.roles[0].is_none() && rule.object == 0;
        let named = if subject_told { subject } else { clause };
        celebrate(scene, named, named.1, item);
        hosts(scene, (subject.0, group.outer), item);
        if group.passive {
            hosts(scene, (group.head, s.end), item);
        }
    }

    /// Whom it concerns beyond the subject, and where it was.
    pub(super) fn whose(&self, told: &Told, lent: Option<(u32, u32)>, focus: &Focus, item: &mut EventItem) {
        let Self { scene, s, .. } = *self;
        let subject = told.subject;
        told.owner(scene, focus, item);
        self.its(subject, item);
        told.reported(scene, focus, item);
        if matches!(item.kind, EventKind::Market | EventKind::Result) {
            let it = subject.1 == subject.0 + 1 && scene.document.has(subject.0, class::PRON) && told.hits.is_empty();
            if it && focus.is_price() {
                item.who.clear();
            }
        }
        // *The bank's move sent the yen to 148 per dollar*: no share of the bank
        let currency = |at: u32| scene.document.has(at, class::CURRENCY);
        if item.rule == const { t::rule("event.market.sent") } && (told.end..told.clause_end).take(3).any(currency) {
            item.who.clear();
        }
        if item.kind == EventKind::Market {
            item.who.retain(|(entity, _)| !is_index(scene, *entity));
        }
        told.places(scene, s, focus, item);
        // *Intel saw net profit shrink*: whose it is stands in front
        if lent.is_some() && item.kind == EventKind::Result && item.who.is_empty() {
            let bodies = scene.heads(s.start, subject.0.saturating_sub(1)).into_iter();
            let owner = bodies.rev().find(|hit| hit.kind == Kind::Organisation);
            item.who.extend(owner.map(|hit| (hit.entity, ParticipantRole::Agent)));
        }
    }

    /// *said the zone has 300 firms such as Intel, and that its output exceeded*: the zone's.
    fn its(&self, subject: (u32, u32), item: &mut EventItem) {
        let its = subject.0 < subject.1 && self.scene.str(subject.0) == "its" && item.kind == EventKind::Result;
        let last = self.before.last().map(|last| &last.item);
        let Some(last) = last.filter(|last| its && last.kind == EventKind::Result) else {
            return;
        };
        let agents = last.who.iter().filter(|(_, role)| *role == ParticipantRole::Agent);
        let agents: Vec<_> = agents.copied().collect();
        if !agents.is_empty() {
            item.who = agents;
        } else if let Some(place) = last.place.first() {
            item.who.clear();
            item.place = vec![*place];
        }
    }

    /// *signed a contract in Wuxi on Friday, raising 3 billion*, *was opened in Wuxi on Friday, with 14 projects signed*: there
    /// and then as well.
    pub(super) fn there_and_then(&self, lent: bool, subject: (u32, u32), item: &mut EventItem) {
        let Self { scene, s, .. } = *self;
        let with = || subject.0 > s.start + 1 && scene.str(subject.0 - 1) == "with" && scene.str(subject.0 - 2) == ",";
        // *The lines came to a standstill on Wednesday after 300 workers downed tools*
        let struck = item.rule == const { t::rule("event.labour.strike") };
        let stopped = |f: &&Found| struck && f.item.kind == EventKind::Production && f.group.head < subject.0;
        // *visited the university and held talks with its rector*
        if let Some(last) = self.before.last()
            && item.kind == EventKind::Meeting
            && last.item.kind == EventKind::Visit
            && last.subject.0 == subject.0
            && item.place.is_empty()
        {
            item.place.clone_from(&last.item.place);
        }
        if let Some(last) = self.before.last().filter(|f| lent || with() || stopped(f)) {
            if item.place.is_empty() {
                item.place.clone_from(&last.item.place);
            }
            // *is building a plant, with production expected to begin in May*: not now
            let then = item.status == last.item.status || item.status == Status::Occurred;
            if item.when.is_empty() && then {
                item.when.clone_from(&last.item.when);
            }
            let made = |kind| {
                matches!(
                    kind,
                    EventKind::Construction | EventKind::Production | EventKind::Launch
                )
            };
            if with() && item.who.is_empty() && made(item.kind) && made(last.item.kind) {
                let agents = last.item.who.iter().filter(|(_, role)| *role == ParticipantRole::Agent);
                item.who.extend(agents);
            }
        }
    }

    /// *Kelvar and Lumeno will share a line under an accord signed on Monday*: those who do it have signed.
    pub(super) fn under_it(&self, told: &Told, item: &mut EventItem) {
        /// Tokens of *under a three-year accord*.
        const NEAR: u32 = 8;
        let Self { scene, s, .. } = *self;
        let d = scene.document;
        let group = &told.group;
        let bare = group.passive && group.outer == group.head && item.kind == EventKind::Agreement;
        if !bare || !item.who.is_empty() {
            return;
        }
        let plain = |at: &u32| d.is(*at, flag::WORD | flag::NUMBER | flag::GLUED);
        let front = (group.outer.saturating_sub(NEAR).max(s.start + 2)..group.outer).rev();
        let mut front = front.take_while(plain);
        let Some(under) = front.find(|at| d.str(*at) == "under" && d.has(at + 1, class::DET)) else {
            return;
        };
        let verb = |at: u32| {
            let verb = d.info(at).verb != 0 && !d.is(at, flag::CAPITAL);
            verb.then(|| verbs::group(d, at, s.start))
                .flatten()
                .filter(|g| !g.passive && !g.negated)
        };
        let Some(main) = (s.start + 1..under).find_map(verb) else {
            return;
        };
        let parties = scene.heads(scene.subject_start(s, main.outer), main.outer);
        item.who
            .extend(parties.iter().map(|hit| (hit.entity, ParticipantRole::Agent)));
    }

    /// *Kelvar met Lumeno on Monday and signed an agreement*: with whom they met.
    pub(super) fn signed_with(&self, subject: (u32, u32), item: &mut EventItem) {
        let shared = item.kind == EventKind::Agreement && self.scene.shared_subject(subject).is_some();
        let Some(last) = self
            .before
            .last()
            .filter(|last| shared && last.item.kind == EventKind::Meeting)
        else {
            return;
        };
        // *signed an agreement with Torvane*
        let named = item.who.iter().any(|(_, role)| *role == ParticipantRole::Participant);
        if !named && last.subject.0 == subject.0 {
            for (entity, role) in &last.item.who {
                item.add(*entity, *role);
            }
        }
    }

    /// The figures of the subject and of what stands behind the verb.
    pub(super) fn figures(&self, told: &Told, end: u32, item: &mut EventItem) {
        let Self { scene, s, .. } = *self;
        let d = scene.document;
        let (subject, clause_end) = (told.subject, told.clause_end);
        // *employs 1,800 people and reported a profit*: not those of the verb in front
        let own = scene.shared_subject(subject).unwrap_or(subject.1);
        item.figures = scene
            .figures_in(subject.0, own)
            .chain(scene.figures_in(end, clause_end))
            .collect();
        match item.kind {
            // *39 projects were signed, …, with a total investment of 8 billion yuan*
            EventKind::Agreement | EventKind::Construction => {
                let behind = scene.figures_in(clause_end, s.end);
                item.figures.extend(behind.filter(|figure| scene.is_sum(*figure)));
            }
            // a participle goes on telling the same result, but not what somebody says
            EventKind::Result | EventKind::Market => {
                // nor what another clause tells of something else: *…, while Lumeno closed 2 % lower*
                let parts = |at: u32| {
                    matches!(d.str(at), "while" | "whereas")
                        && at > 0
                        && d.str(at - 1) == ","
                        && scene.has_verb(at, s.end)
                };
                // nor behind *; sales reached …* and *, and the output reached …*
                let next = |at: u32| {
                    d.str(at) == ";" || d.str(at) == "and" && d.has(at + 1, class::DET) && scene.has_verb(at + 1, s.end)
                };
                let until = (clause_end..s.end).find(|at| verbs::says(d, *at) || parts(*at) || next(*at));
                let until = until.unwrap_or(s.end);
                item.figures.extend(scene.figures_in(clause_end, until));
                // *the sharpest rise since the 9.6 percent jump seen in 2017*
                item.figures
                    .retain(|figure| !is_compared_with(d, scene.figures[*figure].start));
            }
            _ => {}
        }
    }
}

/// *the Nikkei*, *the Dow Jones Industrial Average*: a number that moves, though its name is also that of a body.
fn is_index(scene: &Scene<'_, '_>, entity: usize) -> bool {
    let d = scene.document;
    let name = scene.entities.list[entity].name;
    let whole = name.end == name.start + 1 || d.phrase(name.start).is_some_and(|p| p.end == name.end);
    whole && scene.noun_groups(name.start, name.end) & const { t::group("stock") } != 0
}
