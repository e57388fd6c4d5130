//! What a clause gives the event that its verb tells: who, where, and whose it is.

mod clause;
mod members;
mod objects;
mod places;
mod who;

use crate::lexicon::format::form;
use crate::lexicon::{class, list};
use crate::record::{EventKind, ParticipantRole, Status};
use crate::resolve::names::Kind;
use crate::text::flag;

use super::arguments::owners;
use super::clause::{Hit, Scene};
use super::definite::{anaphor, definite_body, is_definite};
use super::focus::{Focus, headed, is_authority, is_firm};
use super::listed::listed;
use super::trigger::head_groups;
use super::verbs::VerbGroup;
use super::{EventItem, VerbRule, tables as t};

/// A verb that tells an event, with the stretches of its clause.
pub(super) struct Told {
    pub(super) rule: &'static VerbRule,
    pub(super) group: VerbGroup,
    /// Tokens of the subject, and the entities that it names.
    pub(super) subject: (u32, u32),
    /// The part of the subject that can name who does it: without insertions and other verbs.
    pub(super) named: (u32, u32),
    pub(super) hits: Vec<Hit>,
    /// Behind the trigger, and the end of its clause.
    pub(super) end: u32,
    pub(super) clause_end: u32,
}

impl Told {
    /// Whose shares and profits they are.
    pub(super) fn owner(&self, scene: &Scene<'_, '_>, focus: &Focus, item: &mut EventItem) {
        let d = scene.document;
        let subject = self.named;
        // *Formwell shares dropped*, *Lanxin's net profit rose*: whose they are
        if matches!(item.kind, EventKind::Market | EventKind::Result | EventKind::Listing) && item.who.is_empty() {
            // *The Australian dollar*: no newspaper's
            let currency = subject.1 > subject.0 && d.has(subject.1 - 1, class::CURRENCY);
            let owner = scene
                .entities_in(subject.0, subject.1)
                .into_iter()
                .find(|h| h.kind == Kind::Organisation && !currency && !is_governed(scene, subject.0, h.start));
            // *Its shares ended lower*, *The stock opened at 61 yuan*
            let own = (subject.0..subject.1).any(|x| matches!(d.str(x), "its" | "Its" | "their" | "Their"))
                || item.kind == EventKind::Market
                    && (subject.0..subject.1).any(|x| matches!(d.str(x), "shares" | "stock" | "Shares"))
                    && subject.1 - subject.0 <= 3
                    // *Shares in Australia closed lower*
                    && scene.entities_in(subject.0, subject.1).is_empty();
            // *Lanzhou has two ports. Its exports grew*: what the sentence before starts with
            // and *The zone signed 34 projects. In May the output value of its companies rose*
            let its = matches!(scene.str(subject.0), "Its" | "Their") || own && focus.acts();
            let told = || if its { focus.it() } else { focus.organisation };
            // *The court threw out the claim of Kelvar. Its stock fell*: no court's
            let shares = item.kind == EventKind::Market;
            let told = || {
                let firm = |e: &usize| scene.entities.list[*e].kind == Kind::Place || is_firm(scene, *e);
                told()
                    .filter(|e| !shares || firm(e))
                    .or_else(|| focus.firm(scene).filter(|_| shares))
            };
            let owner = owner.map(|h| h.entity).or_else(|| if own { told() } else { None });
            match owner {
                Some(place) if scene.entities.list[place].kind == Kind::Place => item.place.push(place),
                owner => item.who.extend(owner.map(|e| (e, ParticipantRole::Agent))),
            }
        }
        // *In 2022, the city ranked third*
        let last = subject.1.checked_sub(1).filter(|last| *last >= subject.0);
        let itself = last.is_some_and(|last| scene.document.has(last, class::DEFINITE));
        if item.kind == EventKind::Result && item.who.is_empty() && item.place.is_empty() && itself {
            let place = anaphor(scene, subject, focus).into_iter().next();
            item.place
                .extend(place.filter(|e| scene.entities.list[*e].kind == Kind::Place));
        }
        // *Kelvar's chip platform started construction*, *The plant of Kelvar opened*, *Kelvar's first plant began production*
        // *a chip developed by Kelvar*, *The new chip from Kelvar*
        let built = matches!(
            item.kind,
            EventKind::Construction | EventKind::Production | EventKind::Launch
        );
        if built && item.who.is_empty() {
            let mut bodies = scene.entities_in(subject.0, subject.1).into_iter();
            let owns = |h: &Hit| {
                matches!(scene.str(h.end), "'s" | "’s" | "'" | "’")
                    || h.start > subject.0 && matches!(scene.str(h.start - 1), "of" | "by" | "from")
            };
            let owner = bodies.find(|h| h.kind == Kind::Organisation && owns(h));
            // *a platform built by Kelvar and Lumeno*
            let list = owner.filter(|h| h.start > subject.0 && scene.str(h.start - 1) == "by");
            let list = list.map(|h| listed(scene, h.start, subject.1)).unwrap_or_default();
            for hit in owner.iter().chain(list.iter().filter(|h| h.kind == Kind::Organisation)) {
                item.add(hit.entity, ParticipantRole::Agent);
            }
            // *Kelvar is growing. In May, its second plant began production*
            let its = (subject.0..subject.1).any(|at| matches!(scene.str(at), "its" | "Its"));
            if let Some(body) = focus.it().filter(|_| its && item.who.is_empty())
                && scene.entities.list[body].kind == Kind::Organisation
            {
                item.add(body, ParticipantRole::Agent);
            }
        }
        // *Utilisation at the company's plants averaged 80 %*, *Shares in the company fell*
        if item.who.is_empty()
            && (built
                || matches!(
                    item.kind,
                    EventKind::Market | EventKind::Result | EventKind::Launch | EventKind::Labour
                ))
            && scene
                .entities_in(subject.0, subject.1)
                .iter()
                .all(|h| h.kind != Kind::Organisation)
        {
            let body = owning_body(scene, subject, focus);
            item.who.extend(body.map(|e| (e, ParticipantRole::Agent)));
        }
        // *The alliance co-founded by Kelvar and Lumeno was unveiled*
        if item.kind == EventKind::Founding && self.group.passive {
            let founded = |at: &u32| {
                let participle = d.info(at - 1).form & form::PARTICIPLE != 0 || d.str(at - 1) == "up";
                d.str(*at) == "by" && participle
            };
            let by = (subject.0 + 1..subject.1).find(founded);
            for hit in by.map(|by| listed(scene, by + 1, subject.1)).unwrap_or_default() {
                item.add(hit.entity, ParticipantRole::Agent);
            }
        }
        let deal = matches!(
            item.kind,
            EventKind::Acquisition
                | EventKind::Agreement
                | EventKind::Investment
                | EventKind::Listing
                | EventKind::Meeting
        );
        if deal && (self.hits.is_empty() || item.who.is_empty()) {
            members::sides(scene, subject, item);
        }
        if item.kind == EventKind::Result && (subject.0..subject.1).any(|x| d.str(x) == "between") {
            item.who.retain(|(e, _)| scene.entities.list[*e].kind != Kind::Place);
        }
    }

    /// *Turnover rose 8%*, *The shares had been priced at 74 kronor*: of the body that is reported on.
    pub(super) fn reported(&self, scene: &Scene<'_, '_>, focus: &Focus, item: &mut EventItem) {
        const OWN: t::Groups = t::group("own");
        const SALES: t::Groups = t::group("goods") | t::group("capacity") | t::group("production");
        let subject = self.named;
        // *Premium income more than doubled*
        let end = subject.1.max(subject.0 + 2);
        let more = scene.str(end - 1) == "than" && matches!(scene.str(end - 2), "more" | "less");
        let noun_end = if more { end - 2 } else { subject.1 };
        let is_own = |groups: t::Groups| head_groups(scene, subject.0, noun_end).0 & groups != 0;
        // *Like-for-like sales*, *same-store sales*: no country's
        let of_firm = || (subject.0..subject.1).any(|at| scene.document.is_on(at, list::OF_FIRM));
        let sums = matches!(
            item.kind,
            EventKind::Market | EventKind::Result | EventKind::Listing | EventKind::Investment
        );
        // *Some 600 jobs will go*, *Orders worth 3 billion yuan came in*
        let came = self.rule.id == const { t::rule("event.result.came") };
        const LAID_OFF: [&str; 2] = [t::rule("event.labour.layoff"), t::rule("event.labour.redundant")];
        let gone = self.rule.id == const { t::rule("event.labour.gone") }
            || self.group.passive && LAID_OFF.contains(&self.rule.id);
        let told_of = item.who.is_empty()
            && item.status != Status::Cancelled
            && scene.entities_in(subject.0, subject.1).is_empty()
            && (sums && (is_own(OWN) || (focus.says() || of_firm()) && is_own(SALES)) || came || gone);
        // *Kelvar — The Wuxi panel house swung to a net loss*
        let s = &scene.document.sentences()[item.sentence];
        let unnamed = || {
            let mut hits = scene.entities_in(subject.0, subject.1).into_iter();
            hits.all(|h| h.kind == Kind::Place) && owners(scene, subject).is_empty()
        };
        if item.kind == EventKind::Result && item.who.is_empty() && !told_of && unnamed() {
            item.who.extend(headed(scene, s).map(|e| (e, ParticipantRole::Agent)));
        }
        // *Sales rose 5 %, the Lima-based group reported*
        if item.kind == EventKind::Result
            && item.who.is_empty()
            && scene.entities_in(subject.0, subject.1).is_empty()
            && is_own(OWN | SALES)
        {
            let body = reporter(scene, (self.end, s.end), focus);
            item.who.extend(body.map(|e| (e, ParticipantRole::Agent)));
        }
        // *Group revenue rose*: of the group
        let s = &scene.document.sentences()[item.sentence];
        if told_of && let Some(body) = self.group_of(scene, focus) {
            item.who.push((body, ParticipantRole::Agent));
        }
        // *foreign clients accounted for 11 percent of its turnover*
        if item.kind == EventKind::Result && item.who.is_empty() {
            let own = (self.end..self.clause_end.min(s.end)).find(|at| {
                let its = matches!(scene.str(*at), "its" | "their") && matches!(scene.str(at - 1), "of" | "to");
                its && head_groups(scene, at + 1, self.clause_end).0 & OWN != 0
            });
            let body = own
                .and_then(|_| focus.it())
                .filter(|e| scene.entities.list[*e].kind == Kind::Organisation);
            item.who.extend(body.map(|e| (e, ParticipantRole::Agent)));
        }
        // *the revenue of the city's chip industry*
        let d = scene.document;
        let owned = |at: &u32| {
            let place = d
                .value(*at, at + 1, class::DEFINITE)
                .is_some_and(|kind| kind.starts_with("place"));
            place && matches!(scene.str(at + 1), "'s" | "’s")
        };
        if item.kind == EventKind::Result
            && item.who.is_empty()
            && item.place.is_empty()
            && let Some(at) = (subject.0 + 1..subject.1).find(owned)
        {
            let place = anaphor(scene, (at - 1, at + 1), focus).into_iter();
            item.place
                .extend(place.filter(|e| scene.entities.list[*e].kind == Kind::Place));
            return;
        }
        if told_of && item.who.is_empty() {
            // *The government issued a plan. Output rose 5 percent*: not its own
            let body = focus.reported(d.sentences()[item.sentence].paragraph);
            let body = body.filter(|e| !is_authority(scene, *e));
            item.who.extend(body.map(|e| (e, ParticipantRole::Agent)));
        }
    }
}

impl Told {
    /// *Group revenue*, *group sales*: the company told of before.
    fn group_of(&self, scene: &Scene<'_, '_>, focus: &Focus) -> Option<usize> {
        let d = scene.document;
        let (start, end) = self.named;
        let group = |at: &u32| d.str(*at).eq_ignore_ascii_case("group") && (*at == start || !d.has(at - 1, class::DET));
        let at = (start..end.saturating_sub(1)).find(group)?;
        let noun = d.is(at + 1, flag::WORD) && !d.has(at + 1, class::PREP) && !d.is(at + 1, flag::CAPITAL);
        noun.then(|| focus.firm(scene)).flatten()
    }
}

/// *…, the Lima-based group reported*: the company told of before that says it.
fn reporter(scene: &Scene<'_, '_>, (start, end): (u32, u32), focus: &Focus) -> Option<usize> {
    let d = scene.document;
    let says = |at: &u32| d.has(*at, class::SAYVERB) || d.str(*at) == "reported";
    let verb = (start + 2..end).find(says)?;
    let noun = verb - 1;
    let kind = d.value(noun, verb, class::DEFINITE)?;
    let company = matches!(kind, "organisation" | "organisation firm" | "organisation maker");
    (company && is_definite(d, start, noun, kind)).then(|| definite_body(scene, noun, kind, focus))?
}

/// *the company's two plants*, *shares in the company*: the body that owns what the subject tells of.
fn owning_body(scene: &Scene<'_, '_>, subject: (u32, u32), focus: &Focus) -> Option<usize> {
    /// Tokens between *of* and the noun.
    const QUALIFIED: u32 = 8;
    let d = scene.document;
    let kind = |at: u32| {
        d.value(at, at + 1, class::DEFINITE)
            .filter(|kind| kind.starts_with("organisation"))
    };
    let owns = |at: &u32| {
        let whole =
            at + 1 == subject.1 && *at > 1 && scene.str(at - 2) == "in" || matches!(scene.str(at + 1), "'s" | "’s");
        let definite = |kind| is_definite(d, subject.0, *at, kind);
        whole && (d.str(at - 1).eq_ignore_ascii_case("the") && kind(*at).is_some() || kind(*at).is_some_and(definite))
    };
    if let Some(at) = (subject.0 + 1..subject.1).find(owns) {
        return definite_body(scene, at, kind(at)?, focus);
    }
    // *Shares of the Leeds-based chipmaker fell*
    let last = subject.1.checked_sub(1).filter(|last| *last > subject.0 + 1)?;
    let kind = kind(last)?;
    let of = (subject.0 + 1..last)
        .rev()
        .take_while(|at| last - at <= QUALIFIED)
        .find(|at| matches!(d.str(*at), "of" | "in"))?;
    let the = d.str(of + 1).eq_ignore_ascii_case("the");
    (the && is_definite(d, of + 1, last, kind)).then(|| definite_body(scene, last, kind, focus))?
}

/// *sales to Peru and Kelvar*: the name is where a preposition other than that of an owner leads.
fn is_governed(scene: &Scene<'_, '_>, limit: u32, name: u32) -> bool {
    let d = scene.document;
    let joined =
        |at: u32| d.has(at, class::DET) || matches!(d.str(at), "," | "and" | "&" | "or") || scene.inside_name(at);
    let before = (limit..name).rev().find(|at| !joined(*at));
    before.is_some_and(|at| d.has(at, class::PREP) && !matches!(d.str(at), "of" | "at" | "in" | "by" | "for"))
}
