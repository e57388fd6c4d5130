//! Bodies of a clause whose part the kind of event tells: who is sold and by whom, who invests, whose post it is.

mod money;
mod post;

use crate::lexicon::format::form;
use crate::lexicon::{class, list};
use crate::record::{EventKind, ParticipantRole};
use crate::resolve::names::Kind;
use crate::text::flag;

use super::behalf::site_owners;
use super::clause::{Hit, Scene};
use super::definite::anaphor;
use super::focus::Focus;
use super::listed::listed;
use super::trigger::head_groups;
use super::{EventItem, tables as t};

/// Kinds of events that guests come to.
const OCCASIONS: [EventKind; 7] = [
    EventKind::Meeting,
    EventKind::Agreement,
    EventKind::Construction,
    EventKind::Production,
    EventKind::Launch,
    EventKind::Founding,
    EventKind::Visit,
];

/// What leaves a plant or comes into one, whose owner makes or builds there.
const THROUGH_PLANT: [&str; 4] = [
    t::rule("event.production.roll"),
    t::rule("event.production.depart"),
    t::rule("event.construction.hoisted"),
    t::rule("event.construction.tools_in"),
];

/// Bodies of the clause that the kind of event tells the part of: who is sold and by whom, who invests, whose post it is.
pub(super) fn parties(scene: &Scene<'_, '_>, item: &mut EventItem, clause: (u32, u32), focus: &Focus) {
    use EventKind as E;
    if OCCASIONS.contains(&item.kind) {
        presence(scene, item);
    }
    let bodies = Bodies::of(scene, clause);
    match item.kind {
        E::Acquisition => bodies.sold(item, focus),
        E::Agreement => bodies.add_behind(&["from"], ParticipantRole::Participant, item),
        // *unveiled the plaque of the Joint Laboratory*
        E::Founding if item.rule == const { t::rule("event.founding.plaque") } => {
            bodies.add_behind(&["of", "for"], ParticipantRole::Patient, item);
        }
        E::Appointment => bodies.served(item, focus),
        E::Disaster => {
            // *The storm hit Kelvar's plant, and a fire gutted that of Lumeno*: not those of the clause in front
            let d = scene.document;
            let start = d.sentences()[item.sentence].start;
            let joint = |at: &u32| matches!(d.str(*at), "and" | "while") && d.str(*at - 1) == ",";
            let parted = (start + 1..item.trigger.0).rev().find(joint);
            let start = parted.filter(|at| scene.has_verb(start, *at)).unwrap_or(start);
            let owners = site_owners(scene, (start, clause.1)).into_iter();
            owners.for_each(|owner| item.add(owner, ParticipantRole::Participant));
        }
        E::Investment => {
            bodies.invested(item);
            bodies.granted(item, focus);
        }
        E::Policy => bodies.granted(item, focus),
        // *600 jobs will go at Kelvar*
        E::Labour if item.who.is_empty() => bodies.add_behind(&["at"], ParticipantRole::Agent, item),
        E::Legal => {
            bodies.accused(item);
            bodies.tried(item);
        }
        E::Market if item.who.is_empty() => bodies.shared(item),
        E::Restriction if item.rule == const { t::rule("event.restriction.impose") } => bodies.restricted(item),
        // *inspected the plant of Kelvar*
        E::Visit => {
            let owners = site_owners(scene, clause).into_iter();
            owners.for_each(|owner| item.add(owner, ParticipantRole::Participant));
        }
        // *The first tram rolled out of the works of Kelvar*
        // *The first tool was moved into the fab of Kelvar*, *The machine left the plant of Kelvar*
        E::Production | E::Construction if item.who.is_empty() && THROUGH_PLANT.contains(&item.rule) => {
            let owners = site_owners(scene, clause).into_iter();
            owners.for_each(|owner| item.add(owner, ParticipantRole::Agent));
        }
        _ => {}
    }
}

/// The organisations named in a clause.
struct Bodies<'t, 'd, 'a> {
    scene: &'t Scene<'d, 'a>,
    clause: (u32, u32),
    list: Vec<Hit>,
}

impl<'t, 'd, 'a> Bodies<'t, 'd, 'a> {
    fn of(scene: &'t Scene<'d, 'a>, clause: (u32, u32)) -> Self {
        let bodies = scene
            .hits_in(clause.0, clause.1)
            .filter(|h| h.kind == Kind::Organisation);
        Self {
            scene,
            clause,
            list: bodies.collect(),
        }
    }

    /// One of the words stands in front of the name, of its article and of what the body is.
    fn is_behind(&self, hit: &Hit, words: &[&str]) -> bool {
        /// Tokens of what a body is, in front of its name.
        const APPOSED: u32 = 6;
        let d = self.scene.document;
        let first = self.clause.0;
        let mut before = hit.start;
        while before > first && (d.has(before - 1, class::DET) || d.is(before - 1, flag::CAPITAL)) {
            before -= 1;
        }
        let near = (before.saturating_sub(3).max(first)..before).any(|at| words.contains(&d.str(at)));
        // *from private equity firm Kelvar*, *to state-owned Kelvar*: what it is stands in front of the name
        let noun = |at: &u32| {
            let plain = d.is(*at, flag::WORD) && !d.has(*at, class::PREP) && !d.has(*at, class::CONJ);
            plain || d.str(*at) == "-"
        };
        let led = || {
            let from = before.saturating_sub(APPOSED).max(first);
            (from..before).rev().find(|at| !noun(at))
        };
        near || led().is_some_and(|at| words.contains(&d.str(at)))
    }

    fn add_behind(&self, words: &[&str], role: ParticipantRole, item: &mut EventItem) {
        for hit in self.list.iter().filter(|hit| self.is_behind(hit, words)) {
            item.add(hit.entity, role);
        }
    }

    /// *Kelvar's*
    fn owns(&self, hit: &Hit) -> bool {
        matches!(self.scene.str(hit.end), "'s" | "’s")
    }

    /// *imposed sanctions on Kelvar and Lumeno*, but not *tariffs on chips*
    fn restricted(&self, item: &mut EventItem) {
        let (scene, clause) = (self.scene, self.clause);
        let on = |at: &u32| matches!(scene.document.str(*at), "on" | "against");
        if let Some(on) = (clause.0..clause.1).find(on) {
            let stop = head_groups(scene, on + 1, clause.1).1;
            for hit in scene.heads(on + 1, stop) {
                item.add(hit.entity, ParticipantRole::Patient);
            }
        }
    }

    /// *granted Kelvar a loan*, *granted the firm a credit line*, *approved a subsidy for Kelvar's plant*: who is given it.
    fn granted(&self, item: &mut EventItem, focus: &Focus) {
        const GIVEN: [&str; 2] = [t::rule("event.investment.credit"), t::rule("event.policy.aid")];
        /// Rules of what stands in front of who is given it.
        const OFFERED: [&str; 2] = [t::rule("event.policy.incentives"), t::rule("event.investment.a_grant")];
        if OFFERED.contains(&item.rule) {
            self.given_to(item);
        }
        if !GIVEN.contains(&item.rule) {
            return;
        }
        let (scene, d, (start, end)) = (self.scene, self.scene.document, self.clause);
        // what is given stands behind who is given it
        let given = |at: u32| d.has(at, class::DET) || d.is(at, flag::NUMBER) || scene.figure_at(at);
        if let Some(first) = self.list.first()
            && first.start <= start + u32::from(d.has(start, class::DET))
            && first.end < end
            && given(first.end)
        {
            item.add(first.entity, ParticipantRole::Patient);
            return;
        }
        let meant = |the: u32, noun: u32| {
            let firm = d.str(the) == "the"
                && d.value(noun, noun + 1, class::DEFINITE)
                    .is_some_and(|k| k.starts_with("organisation"));
            firm.then(|| anaphor(scene, (the, noun + 1), focus).pop()).flatten()
        };
        if start + 2 < end && given(start + 2) {
            if let Some(body) = meant(start, start + 1) {
                item.add(body, ParticipantRole::Patient);
            }
            return;
        }
        // *for the company's plant*, *for Kelvar's plant*
        let Some(led) = (start..end.saturating_sub(2)).find(|at| d.str(*at) == "for") else {
            return;
        };
        let owner = self
            .list
            .iter()
            .find(|h| h.start > led && h.start <= led + 2)
            .map(|h| h.entity);
        let owner = owner.or_else(|| meant(led + 1, led + 2));
        if let Some(body) = owner.filter(|e| item.who.iter().all(|(other, _)| other != e)) {
            item.add(body, ParticipantRole::Patient);
        }
    }

    /// *The trial of Luis Prado began*, *set the trial of Luis Prado for May*: who is tried.
    fn tried(&self, item: &mut EventItem) {
        const TRIALS: [&str; 4] = [
            t::rule("event.legal.trial"),
            t::rule("event.legal.schedule"),
            t::rule("event.legal.adjourn"),
            t::rule("event.legal.to_trial"),
        ];
        if !TRIALS.contains(&item.rule) {
            return;
        }
        let (scene, d) = (self.scene, self.scene.document);
        let start = d.sentences()[item.sentence].start;
        let trial = |at: &u32| {
            matches!(d.str(*at), "of" | "against") && scene.noun_groups(at - 1, *at) & const { t::group("trial") } != 0
        };
        let Some(of) = (start + 1..self.clause.1).find(trial) else {
            return;
        };
        let tried = listed(scene, of + 1, self.clause.1).into_iter();
        for hit in tried.filter(|hit| hit.kind != Kind::Place) {
            item.add(hit.entity, ParticipantRole::Patient);
        }
    }

    /// *will provide 3 billion yen in subsidies to chip maker Kelvar and Lumeno*: who is given it.
    fn given_to(&self, item: &mut EventItem) {
        let (scene, (start, end)) = (self.scene, self.clause);
        let leads = |hit: &&Hit| self.is_behind(hit, &["to", "for"]) && !self.owns(hit);
        let Some(first) = self.list.iter().find(leads) else {
            return;
        };
        // *to build a plant for Kelvar*: what it is for
        let to = (start..first.start)
            .rev()
            .find(|at| matches!(scene.str(*at), "to" | "for"));
        let plain = |to: u32| {
            scene.document.info(to + 1).form & (form::BASE | form::GERUND) == 0 || !scene.has_verb(to, first.start)
        };
        if to.is_none_or(|to| !plain(to)) {
            return;
        }
        for hit in listed(scene, first.start, end) {
            if hit.kind == Kind::Organisation && !self.owns(&hit) {
                item.add(hit.entity, ParticipantRole::Patient);
            }
        }
    }

    /// *opened a probe into Kelvar*
    fn accused(&self, item: &mut EventItem) {
        /// Rules of what courts decide.
        const RULED: [&str; 4] = [
            t::rule("event.legal.rule"),
            t::rule("event.legal.case"),
            t::rule("event.legal.deny"),
            t::rule("event.legal.quash"),
        ];
        let into = |h: &&Hit| self.is_behind(h, &["into"]) && !self.owns(h);
        if let Some(hit) = self.list.iter().find(into) {
            item.add(hit.entity, ParticipantRole::Patient);
        }
        // *rejected Kelvar's request*, *ruled in Kelvar's favour*: whom it is about
        let owner = |h: &&Hit| {
            let first = h.start <= self.clause.0 + 1;
            let favour = matches!(self.scene.str(h.end + 1), "favour" | "favor");
            self.owns(h) && (first || favour)
        };
        if RULED.contains(&item.rule)
            && let Some(hit) = self.list.iter().find(owner)
        {
            item.add(hit.entity, ParticipantRole::Patient);
        }
    }
}

/// *was held in the presence of Li Ming*, *was signed, witnessed by Li Ming and Amy Kuo*, *opened with Li Ming in attendance*.
fn presence(scene: &Scene<'_, '_>, item: &mut EventItem) {
    let d = scene.document;
    let s = &d.sentences()[item.sentence];
    let leads = |at: &u32| match d.str(*at) {
        "presence" => d.str(at - 1) == "the" && d.str(at + 1) == "of",
        "participation" => matches!(d.str(at - 1), "the" | "with") && d.str(at + 1) == "of",
        "witnessed" => d.str(at + 1) == "by" && d.value(at - 1, *at, class::AUX).is_none(),
        // *was organised by Kelvar under the guidance of the federation*
        _ if item.kind == EventKind::Meeting => {
            let guided = d.is_on(*at, list::GUIDANCE) && d.str(at + 1) == "of";
            guided && *at >= 2 && d.str(at - 1) == "the" && d.str(at - 2) == "under"
        }
        _ => false,
    };
    let inner = item.trigger.1.max(s.start + 1)..s.end.saturating_sub(2);
    let Some(at) = inner.into_iter().find(leads) else {
        return;
    };
    let mut guests = listed(scene, at + 2, s.end);
    // *EU Commission President Amy Kuo*: the person is meant
    let people = guests.iter().any(|hit| hit.kind == Kind::Person);
    let guest = |hit: &Hit| hit.kind == if people { Kind::Person } else { Kind::Organisation };
    guests.retain(|hit| guest(hit) && !matches!(scene.str(hit.end), "'s" | "’s"));
    for hit in guests {
        item.add(hit.entity, ParticipantRole::Participant);
    }
}
