//! What a clause gives the event that its verb tells: who, where, and whose it is.

mod clause;
mod members;
mod places;

use crate::lexicon::class;
use crate::lexicon::format::form;
use crate::record::{EventKind, ParticipantRole, Status};
use crate::resolve::names::Kind;
use crate::text::Sentence;

use super::arguments::{listed, owners, sentence_tail};
use super::behalf;
use super::clause::{Hit, Scene};
use super::definite::{actor, anaphor, definite_body};
use super::focus::{Focus, headed};
use super::trigger::{behind_date, head_groups};
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
    /// Who takes part: subject, object, *by*-agent, the party behind *with*, examples.
    pub(super) fn who(&self, scene: &Scene<'_, '_>, s: &Sentence, focus: &Focus) -> Vec<(usize, ParticipantRole)> {
        /// Tokens of *by the provincial government*.
        const BY: u32 = 5;
        let d = scene.document;
        let (end, clause_end) = (self.end, self.clause_end);
        let object_start = behind_date(scene, end).min(clause_end);
        let object_stop = head_groups(scene, object_start, clause_end).1;
        let (subject_role, object_role) = if self.group.passive {
            // *Kelvar was listed on the exchange*: it did
            let own = self.rule.roles[0].filter(|_| self.rule.kind == EventKind::Listing);
            (self.rule.roles[1].or(own), self.rule.roles[0])
        } else {
            (self.rule.roles[0], self.rule.roles[1])
        };
        let mut who: Vec<(usize, ParticipantRole)> = Vec::new();
        let mut add = |entity: usize, role: Option<ParticipantRole>| {
            if let Some(role) = role
                && !who.iter().any(|(e, _)| *e == entity)
            {
                who.push((entity, role));
            }
        };
        // *The move helps the city, said a veteran*: nobody of whom the clause in front tells
        let somebody = || {
            let behind = self.rule.kind == EventKind::Statement && matches!(scene.str(end), "a" | "an" | "one");
            behind && self.group.outer > s.start && matches!(d.str(self.group.outer - 1), "," | "”" | "\"")
        };
        let mut subjects = if self.hits.is_empty() && somebody() {
            Vec::new()
        } else if self.hits.is_empty() && self.rule.kind == EventKind::Result {
            anaphor(scene, self.named, focus)
        } else if self.hits.is_empty() {
            actor(scene, self.named, focus)
        } else {
            let beside = behalf::beside(scene, self.named, &self.hits, focus);
            self.hits.iter().map(|h| h.entity).chain(beside).collect()
        };
        // *officials at Kelvar said*, *Li Ming and representatives of Kelvar attended*
        let speaks = self.rule.kind == EventKind::Statement && subjects.is_empty();
        if speaks || matches!(self.rule.kind, EventKind::Meeting | EventKind::Agreement) && subject_role.is_some() {
            subjects.extend(behalf::voices(scene, self.named, focus));
        }
        // *A delegation, led by Li Ming, mayor of Lima, and Amy Kuo, visited*
        let travels = self.rule.kind == EventKind::Visit && subject_role == Some(ParticipantRole::Agent);
        let led = |at: &u32| d.str(*at) == "by" && matches!(d.str(at - 1), "led" | "headed" | "Led" | "Headed");
        // *Led by Li Ming, the delegation visited*, *A delegation headed by Li Ming, mayor of Lima visited*
        let behind_comma = self.subject.0 > s.start && d.str(self.subject.0 - 1) == ",";
        let from = if behind_comma { s.start } else { self.subject.0 };
        if travels && let Some(by) = (from + 1..self.group.outer).find(led) {
            let leaders = listed(scene, by + 1, self.group.outer).into_iter();
            let leaders: Vec<Hit> = leaders.filter(|h| h.kind == Kind::Person).collect();
            if !leaders.is_empty() {
                subjects = delegating(scene, self.subject.0, by);
                subjects.extend(leaders.iter().map(|h| h.entity));
            }
        }
        // *Researchers at Kelvar developed a chip*, *Workers at Kelvar walked out*
        if subjects.is_empty() && !self.group.passive && members::DONE.contains(&self.rule.kind) {
            let strikes = self.rule.kind == EventKind::Labour;
            let role = subject_role.filter(|_| !strikes).or(Some(ParticipantRole::Participant));
            for entity in members::members(scene, self.named) {
                add(entity, role);
            }
        }
        for entity in subjects {
            add(entity, subject_role);
        }
        // *The prize was awarded to A, B and C*
        if self.group.passive
            && (self.rule.kind == EventKind::Award || self.rule.id == const { t::rule("event.agreement.awarded") })
            && matches!(scene.str(end), "to" | "on" | "upon")
        {
            for hit in listed(scene, end + 1, clause_end) {
                add(hit.entity, Some(ParticipantRole::Patient));
            }
        }
        if self.group.passive {
            // *by X and Y* may stand anywhere in the clause
            // *in a deal financed by X*: of that participle
            let other =
                |at: u32| at > end && d.info(at).form & form::PARTICIPLE != 0 && d.info(at).form & form::BASE == 0;
            if let Some(by) = (end..clause_end).find(|x| d.str(*x) == "by" && !other(*x - 1)) {
                let named = listed(scene, by + 1, clause_end);
                for hit in &named {
                    add(hit.entity, self.rule.roles[0]);
                }
                // *was approved by the provincial government*
                if named.is_empty() && d.str(by + 1) == "the" {
                    for entity in anaphor(scene, (by + 1, (by + BY).min(clause_end)), focus) {
                        add(entity, self.rule.roles[0]);
                    }
                }
            }
        } else {
            let object = scene.heads(object_start, object_stop);
            // *met Li Ming, chairman of Kelvar, and Amy Kuo, head of Lumeno*
            let met = self.rule.kind == EventKind::Meeting && scene.str(object_stop) == "of";
            let met = met && object.last().is_some_and(|hit| hit.kind == Kind::Person);
            for hit in &object {
                add(hit.entity, object_role);
            }
            if object.is_empty() && object_role.is_some() {
                if let Some(entity) = behalf::object(scene, (object_start, clause_end), focus) {
                    add(entity, object_role);
                }
                // *met officials of the Ministry of Commerce*
                if self.rule.kind == EventKind::Meeting {
                    for entity in behalf::voices(scene, (object_start, clause_end), focus) {
                        add(entity, object_role);
                    }
                }
            }
            // *met the president and chief executive of the chip union, Li Ming*
            let titled = object.is_empty() && matches!(self.rule.kind, EventKind::Meeting | EventKind::Visit);
            if let Some(person) = titled
                .then(|| named_behind_post(scene, object_start, clause_end))
                .flatten()
            {
                add(person, object_role);
            }
            let list = object
                .last()
                .filter(|_| met)
                .map(|hit| listed(scene, hit.start, clause_end));
            for hit in list.into_iter().flatten().filter(|hit| hit.kind == Kind::Person) {
                add(hit.entity, object_role);
            }
            // *met a delegation led by Amy Kuo*
            let led = |x: &u32| d.str(*x) == "by" && *x > end && matches!(d.str(x - 1), "led" | "headed");
            if self.rule.kind == EventKind::Meeting
                && let Some(by) = (end..clause_end).find(led)
            {
                // *a delegation led by Li Ming, mayor of Lima, and Amy Kuo*
                let first = scene.entities_in(by + 1, s.end).into_iter().take(1);
                let leaders = first.chain(listed(scene, by + 1, s.end));
                for person in leaders.filter(|hit| hit.kind == Kind::Person) {
                    add(person.entity, object_role);
                }
            }
            // *clusters such as A, B and C*
            // *replaced Li Ming after investors, including Kelvar, left*: of another clause
            let other = |at: &u32| matches!(d.str(*at), "after" | "because" | "when" | "while") || d.str(*at) == ";";
            let came = self.rule.id == const { t::rule("event.meeting.attend") };
            let examples = || {
                (end..clause_end.max(s.end))
                    .take_while(|x| !other(x))
                    .find(|x| d.str(*x) == "including" || d.str(*x) == "as" && *x > end && d.str(x - 1) == "such")
            };
            let asked = object_role.is_some() || came && self.hits.is_empty();
            let examples = asked.then(examples).flatten();
            if let Some(at) = examples.filter(|_| object_role.is_some()) {
                for hit in listed(scene, at + 1, s.end) {
                    add(hit.entity, object_role);
                }
            }
            // *More than 200 people attended the forum, including Li Ming and Amy Kuo*
            if let Some(at) = examples.filter(|at| came && self.hits.is_empty() && d.str(*at) == "including") {
                let guests = listed(scene, at + 1, s.end).into_iter();
                for hit in guests.filter(|hit| hit.kind != Kind::Place) {
                    add(hit.entity, subject_role);
                }
            }
        }
        // *Li Ming made a speech, Mayor Amy Kuo presided, Luis Prado attended the event*: a translation's commas; all came
        let comes = self.rule.id == const { t::rule("event.meeting.attend") } && !self.group.passive;
        if comes && matches!(scene.str(end), "the" | "this") && !(s.start..self.group.outer).any(|at| says(scene, at)) {
            for hit in scene.entities_in(s.start, self.group.outer) {
                if hit.kind == Kind::Person && !matches!(scene.str(hit.end), "'s" | "’s") {
                    add(hit.entity, subject_role);
                }
            }
        }
        // *inspected the plant, accompanied by A and B*
        if matches!(self.rule.kind, EventKind::Visit | EventKind::Meeting)
            && let Some(by) = (end + 1..s.end).find(|x| d.str(*x) == "by" && d.str(x - 1) == "accompanied")
        {
            for hit in listed(scene, by + 1, s.end) {
                add(hit.entity, Some(ParticipantRole::Participant));
            }
        }
        // *met with the delegation*: who leads it
        let delegation = |at: &u32| d.str(*at) == "the" && d.str(at + 1) == "delegation";
        let met = self.rule.kind == EventKind::Meeting && !self.group.passive;
        if let Some(leader) = focus
            .leader
            .filter(|_| met && (end..clause_end).any(|at| delegation(&at)))
        {
            add(leader, self.rule.roles[2].or(object_role));
        }
        // *paid a visit to Lumeno*: who is visited
        if self.rule.id == const { t::rule("event.visit.make") } && scene.str(object_stop) == "to" {
            for hit in listed(scene, object_stop + 1, clause_end) {
                if hit.kind == Kind::Organisation {
                    add(hit.entity, Some(ParticipantRole::Participant));
                }
            }
        }
        let with_end = sentence_tail(scene, s, end);
        if self.rule.roles[2].is_some()
            && let Some(with) = (end..with_end).find(|x| {
                // *a 2-0 win over Lumeno*
                let over = self.rule.kind == EventKind::Sport && d.str(*x) == "over";
                over || matches!(d.str(*x), "with" | "between" | "against")
            })
        {
            for hit in listed(scene, with + 1, with_end) {
                add(hit.entity, self.rule.roles[2]);
            }
        }
        who
    }

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
        let is_own = |groups: t::Groups| head_groups(scene, subject.0, subject.1).0 & groups != 0;
        let sums = matches!(
            item.kind,
            EventKind::Market | EventKind::Result | EventKind::Listing | EventKind::Investment
        );
        // *Some 600 jobs will go*, *Orders worth 3 billion yuan came in*
        let came = self.rule.id == const { t::rule("event.result.came") };
        let gone = self.rule.id == const { t::rule("event.labour.gone") }
            || self.group.passive && self.rule.id == const { t::rule("event.labour.layoff") };
        let told_of = item.who.is_empty()
            && item.status != Status::Cancelled
            && scene.entities_in(subject.0, subject.1).is_empty()
            && (sums && (is_own(OWN) || focus.says() && is_own(SALES)) || came || gone);
        // *Kelvar — The Wuxi panel house swung to a net loss*
        let s = &scene.document.sentences()[item.sentence];
        let unnamed = || {
            let mut hits = scene.entities_in(subject.0, subject.1).into_iter();
            hits.all(|h| h.kind == Kind::Place) && owners(scene, subject).is_empty()
        };
        if item.kind == EventKind::Result && item.who.is_empty() && !told_of && unnamed() {
            item.who.extend(headed(scene, s).map(|e| (e, ParticipantRole::Agent)));
        }
        if told_of {
            let body = focus.reported(scene.document.sentences()[item.sentence].paragraph);
            item.who.extend(body.map(|e| (e, ParticipantRole::Agent)));
        }
    }
}

/// *A delegation from Kelvar led by Li Ming*, *a Kelvar delegation headed by Amy Kuo*: the bodies that sent it.
fn delegating(scene: &Scene<'_, '_>, start: u32, by: u32) -> Vec<usize> {
    let d = scene.document;
    let noun =
        (start..by).find(|at| scene.noun_groups(*at, at + 1) & const { t::group("guests") | t::group("crowd") } != 0);
    let Some(noun) = noun else { return Vec::new() };
    let sent = |h: &Hit| {
        let from = h.start > noun && (noun + 1..h.start).any(|at| matches!(d.str(at), "from" | "of"));
        h.kind == Kind::Organisation && (from || h.end == noun)
    };
    scene.hits_in(start, by).filter(sent).map(|h| h.entity).collect()
}

/// A finite verb of saying.
fn says(scene: &Scene<'_, '_>, at: u32) -> bool {
    let d = scene.document;
    d.has(at, class::SAYVERB) && d.info(at).form & (form::PAST | form::THIRD) != 0
}

/// *the president and chief executive of the chip union, Li Ming*: the person whose post is told in front of the comma.
fn named_behind_post(scene: &Scene<'_, '_>, start: u32, end: u32) -> Option<usize> {
    /// Tokens of the post.
    const LONGEST: u32 = 20;
    let d = scene.document;
    let comma = (start..end.min(start + LONGEST)).find(|at| d.str(*at) == "," && !scene.inside_name(*at))?;
    let post = (start..comma).any(|at| d.has(at, class::TITLE)) && !scene.has_verb(start, comma);
    let behind = scene.entities_in(comma + 1, end).into_iter().next();
    let person = behind.filter(|h| h.kind == Kind::Person && h.start <= comma + 2);
    person.filter(|_| post).map(|h| h.entity)
}

/// *the company's two plants*, *shares in the company*: the body that owns what the subject tells of.
fn owning_body(scene: &Scene<'_, '_>, subject: (u32, u32), focus: &Focus) -> Option<usize> {
    let d = scene.document;
    let kind = |at: u32| {
        d.value(at, at + 1, class::DEFINITE)
            .filter(|kind| kind.starts_with("organisation"))
    };
    let owns = |at: &u32| {
        let whole =
            at + 1 == subject.1 && *at > 1 && scene.str(at - 2) == "in" || matches!(scene.str(at + 1), "'s" | "’s");
        whole && d.str(at - 1).eq_ignore_ascii_case("the") && kind(*at).is_some()
    };
    let at = (subject.0 + 1..subject.1).find(owns)?;
    definite_body(scene, at, kind(at)?, focus)
}

/// *sales to Peru and Kelvar*: the name is where a preposition other than that of an owner leads.
fn is_governed(scene: &Scene<'_, '_>, limit: u32, name: u32) -> bool {
    let d = scene.document;
    let joined =
        |at: u32| d.has(at, class::DET) || matches!(d.str(at), "," | "and" | "&" | "or") || scene.inside_name(at);
    let before = (limit..name).rev().find(|at| !joined(*at));
    before.is_some_and(|at| d.has(at, class::PREP) && !matches!(d.str(at), "of" | "at" | "in" | "by" | "for"))
}
