//! What a clause gives the event that its verb tells: who, where, and whose it is.

use crate::extract::dates::DateItem;
use crate::lexicon::class;
use crate::lexicon::format::{PlaceInfo, form};
use crate::record::{EventKind, ParticipantRole, Status};
use crate::resolve::names::Kind;
use crate::text::{Sentence, flag};

use super::arguments::{anaphor, listed, owners, sentence_tail};
use super::behalf;
use super::clause::{Hit, Scene};
use super::focus::{Focus, headed};
use super::times::participle;
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
        } else if self.hits.is_empty() {
            anaphor(scene, self.named, focus)
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
        let led = |at: &u32| d.str(*at) == "by" && matches!(d.str(at - 1), "led" | "headed");
        if travels && let Some(by) = (self.subject.0 + 1..self.group.outer).find(led) {
            let leaders = listed(scene, by + 1, self.group.outer).into_iter();
            let leaders: Vec<Hit> = leaders.filter(|h| h.kind == Kind::Person).collect();
            if !leaders.is_empty() {
                subjects = leaders.iter().map(|h| h.entity).collect();
            }
        }
        for entity in subjects {
            add(entity, subject_role);
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
            let examples = (end..clause_end.max(s.end))
                .take_while(|x| !other(x))
                .find(|x| d.str(*x) == "including" || d.str(*x) == "as" && *x > end && d.str(x - 1) == "such");
            if let Some(at) = examples.filter(|_| object_role.is_some()) {
                for hit in listed(scene, at + 1, s.end) {
                    add(hit.entity, object_role);
                }
            }
            // *More than 200 people attended the forum, including Li Ming and Amy Kuo*
            let came = self.rule.id == const { t::rule("event.meeting.attend") };
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

    /// Where it was, by the clause and by what the kind of event says of its subject and object.
    pub(super) fn places(&self, scene: &Scene<'_, '_>, s: &Sentence, focus: &Focus, item: &mut EventItem) {
        let d = scene.document;
        let (end, clause_end, subject) = (self.end, self.clause_end, self.subject);
        // *Profit rose, helped by demand in the United States*: a company's result has no place
        let body = |(e, _): &(usize, ParticipantRole)| scene.entities.list[*e].kind == Kind::Organisation;
        if item.kind == EventKind::Result && (item.who.iter().any(body) || !owners(scene, subject).is_empty()) {
            return;
        }
        // *A line in Wuxi was built; work in Hefei starts in May*
        // but *Police fired at workers in Wuxi; one man was killed*
        let harmed = matches!(item.kind, EventKind::Death | EventKind::Disaster)
            && self.group.passive
            && !(subject.0..subject.1).any(|at| d.has(at, class::PRON));
        let semicolon = (s.start..subject.0).rev().find(|at| !harmed && d.str(*at) == ";");
        let intro = semicolon.map_or(s.start, |at| at + 1);
        for hit in scene
            .where_in(end, clause_end)
            .into_iter()
            .chain(scene.where_in(intro, subject.0))
        {
            if !item.who.iter().any(|(e, _)| *e == hit.entity)
                && !item.place.contains(&hit.entity)
                && !is_behind_clause(scene, item.kind, end, hit.start)
                && !is_of_participle(scene, end, hit.start)
                && !is_subject_matter(scene, item.kind, end, hit.start)
                && !is_agreed(scene, item.kind, end, &hit)
                && (item.kind != EventKind::Statement
                    || said_at(scene, end, hit.start)
                    || is_speaking(scene, s, hit.start))
            {
                item.place.push(hit.entity);
            }
        }
        // *visited the High-tech Zone*: where, not who
        if item.kind == EventKind::Visit {
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
        }
        // *paid a visit to Wuxi*, *went to Wuxi and Hefei*
        if item.kind == EventKind::Visit {
            let hits = visited(scene, end, clause_end);
            for (at, hit) in hits.into_iter().enumerate() {
                if !item.place.contains(&hit.entity) {
                    item.place.insert(at.min(item.place.len()), hit.entity);
                }
            }
        }
        // *struck Hualien*, *shook the coast of Chile*, *captured Goma*, *Fujian was hit by a typhoon*
        let harm = item.kind == EventKind::Disaster || item.kind == EventKind::Conflict && item.who.len() < 2;
        if harm {
            let (from, to) = if self.group.passive { subject } else { (end, clause_end) };
            let near = |h: &Hit| item.kind == EventKind::Disaster && !self.group.passive || h.start <= from + 1;
            let hit = scene
                .entities_in(from, to)
                .into_iter()
                .find(|h| h.kind == Kind::Place && near(h));
            if let Some(hit) = hit.filter(|h| !item.place.contains(&h.entity)) {
                item.place.insert(0, hit.entity);
                item.who.retain(|(e, _)| *e != hit.entity);
            }
        }
        // *A chip maker in Anhui has begun production*, *prices in Rotterdam jumped*
        let local = matches!(
            item.kind,
            EventKind::Production
                | EventKind::Market
                | EventKind::Disaster
                | EventKind::Labour
                | EventKind::Construction
                | EventKind::Founding
                | EventKind::Launch
                | EventKind::Legal
        );
        // *Shenzhen in Guangdong set up a fund*: where the city lies
        let place = |(e, role): &(usize, ParticipantRole)| {
            *role == ParticipantRole::Agent && scene.entities.list[*e].kind == Kind::Place
        };
        let acting = item.who.iter().any(place);
        let container = |h: &Hit| acting && scene.grain(h.entity).is_some_and(|grain| grain <= PlaceInfo::PROVINCE);
        if local && item.place.is_empty() {
            let inside = scene.where_in(subject.0, subject.1).into_iter().next();
            let inside = inside.filter(|h| !container(h));
            // *Dock workers at Peru's largest port called off a strike*
            let owner = || {
                let owned = scene.entities_in(subject.0, subject.1).into_iter();
                let mut owned = owned.filter(|h| h.kind == Kind::Place && matches!(scene.str(h.end), "'s" | "’s"));
                owned
                    .next()
                    .filter(|_| matches!(item.kind, EventKind::Labour | EventKind::Disaster))
            };
            item.place
                .extend(inside.or_else(owner).or_else(|| self.plant_of(scene)).map(|h| h.entity));
        }
        if item.place.is_empty() {
            item.place.extend(self.place_again(scene, item.kind, focus));
        }
        // *The city will hold its fair*: in the city, unless a place is named: *on the banks of the Huangpu*
        let stated = || {
            let mut places = scene.entities_in(end, clause_end).into_iter();
            places.any(|h| {
                let first = h.start - u32::from(d.has(h.start - 1, class::DET));
                h.kind == Kind::Place && matches!(d.str(first - 1), "on" | "of" | "along")
            })
        };
        // *a signing ceremony for projects in Wuxi was held*
        let ceremony = item.rule.starts_with("event.meeting.") && item.kind != EventKind::Meeting;
        if ceremony && self.group.passive && item.place.is_empty() {
            let inside = scene.where_in(subject.0, subject.1).into_iter();
            item.place.extend(inside.map(|h| h.entity));
        }
        if (item.kind == EventKind::Meeting || ceremony) && item.place.is_empty() && !stated() {
            let hosts = item.who.iter().filter(|(_, role)| *role == ParticipantRole::Agent);
            let mut places = hosts.filter(|(e, _)| scene.entities.list[*e].kind == Kind::Place);
            item.place.extend(places.next().map(|(e, _)| *e));
        }
    }

    /// *Kelvar will set up a plant in the city*: the place named before, by a noun that its name has or a city is.
    fn place_again(&self, scene: &Scene<'_, '_>, kind: EventKind, focus: &Focus) -> Option<usize> {
        let d = scene.document;
        let done = matches!(
            kind,
            EventKind::Meeting
                | EventKind::Agreement
                | EventKind::Founding
                | EventKind::Construction
                | EventKind::Production
                | EventKind::Launch
                | EventKind::Visit
        );
        if !done {
            return None;
        }
        let noun = (self.end + 2..self.clause_end).find(|at| {
            let led = matches!(d.str(at - 2), "in" | "at") && matches!(d.str(at - 1), "the" | "this");
            let alone = !d.is(at + 1, flag::WORD) || d.has(at + 1, class::PREP) || d.has(at + 1, class::CONJ);
            let stands = led && alone && scene.str(at + 1) != "of";
            stands
                && d.has(*at, class::DEFINITE)
                && d.value(*at, at + 1, class::DEFINITE)
                    .is_some_and(|v| v.starts_with("place"))
        })?;
        let free = !is_behind_clause(scene, kind, self.end, noun)
            && !is_of_participle(scene, self.end, noun)
            && !is_subject_matter(scene, kind, self.end, noun);
        let place = anaphor(scene, (noun - 1, noun + 1), focus).into_iter().next();
        place.filter(|e| {
            let name = scene.entities.list[*e].name;
            let has = || (name.start..name.end).any(|at| d.str(at).eq_ignore_ascii_case(d.str(noun)));
            free && match d.str(noun) {
                "city" | "municipality" | "capital" => scene.grain(*e) == Some(PlaceInfo::CITY),
                "province" | "state" => scene.grain(*e) == Some(PlaceInfo::PROVINCE),
                _ => has(),
            }
        })
    }

    /// *Kelvar's Dalian plant began production*: the place stands in front of the noun.
    fn plant_of(&self, scene: &Scene<'_, '_>) -> Option<Hit> {
        const SITE: t::Groups = t::group("plant") | t::group("fab");
        let (start, end) = self.named;
        let mut places = scene
            .entities_in(start, end)
            .into_iter()
            .filter(|h| h.kind == Kind::Place);
        let d = scene.document;
        places.find(|h| {
            let noun = |at: u32| at < end && d.is(at, flag::WORD) && !d.is(at, flag::CAPITAL);
            let plain = noun(h.end) && !d.has(h.end, class::PREP) && !d.has(h.end, class::CONJ);
            // *the Wuxi wafer plant*
            let noun = if plain && noun(h.end + 1) && scene.noun_groups(h.end, h.end + 1) & SITE == 0 {
                h.end + 1
            } else {
                h.end
            };
            plain && scene.noun_groups(noun, noun + 1) & SITE != 0
        })
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
            let its = matches!(scene.str(subject.0), "Its" | "Their");
            let told = || if its { focus.it() } else { focus.organisation };
            let owner = owner.map(|h| h.entity).or_else(|| if own { told() } else { None });
            match owner {
                Some(place) if scene.entities.list[place].kind == Kind::Place => item.place.push(place),
                owner => item.who.extend(owner.map(|e| (e, ParticipantRole::Agent))),
            }
        }
        // *Kelvar's chip platform started construction*, *The plant of Kelvar opened*, *Kelvar's first plant began production*
        let built = matches!(item.kind, EventKind::Construction | EventKind::Production);
        if built && item.who.is_empty() {
            let mut bodies = scene.entities_in(subject.0, subject.1).into_iter();
            let owns = |h: &Hit| {
                matches!(scene.str(h.end), "'s" | "’s" | "'" | "’")
                    || h.start > subject.0 && scene.str(h.start - 1) == "of"
            };
            let owner = bodies.find(|h| h.kind == Kind::Organisation && owns(h));
            item.who.extend(owner.map(|h| (h.entity, ParticipantRole::Agent)));
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
        let told_of = matches!(
            item.kind,
            EventKind::Market | EventKind::Result | EventKind::Listing | EventKind::Investment
        ) && item.who.is_empty()
            && item.status != Status::Cancelled
            && scene.entities_in(subject.0, subject.1).is_empty()
            && (is_own(OWN) || focus.says() && is_own(SALES));
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

/// *sales to Peru and Kelvar*: the name is where a preposition other than that of an owner leads.
fn is_governed(scene: &Scene<'_, '_>, limit: u32, name: u32) -> bool {
    let d = scene.document;
    let joined =
        |at: u32| d.has(at, class::DET) || matches!(d.str(at), "," | "and" | "&" | "or") || scene.inside_name(at);
    let before = (limit..name).rev().find(|at| !joined(*at));
    before.is_some_and(|at| d.has(at, class::PREP) && !matches!(d.str(at), "of" | "at" | "in" | "by" | "for"))
}

/// *fell through when regulators in Taipei withheld their consent*: the place is of the clause behind *when*. Of a death or
/// an accident that clause tells how it came about, in the same place: *were killed after a truck hit them in Bogura*.
fn is_behind_clause(scene: &Scene<'_, '_>, kind: EventKind, verb_end: u32, place: u32) -> bool {
    /// Tokens behind the place in which the verb of its clause stands.
    const NEAR: u32 = 6;
    let harm = matches!(kind, EventKind::Death | EventKind::Disaster | EventKind::Conflict);
    let opens = |at: u32| {
        // *killed while serving in Iraq* was there
        let participle = scene.document.info(at + 1).form & form::GERUND != 0;
        match scene.str(at) {
            "because" | "although" => !participle,
            "when" | "while" | "after" | "before" => !participle && !harm,
            _ => false,
        }
    };
    (verb_end..place).any(|at| opens(at) && scene.has_verb(at + 1, (place + NEAR).min(scene.document.len())))
}

/// *signed a deal on preventing piracy in the Pacific*: what the paper is about.
fn is_subject_matter(scene: &Scene<'_, '_>, kind: EventKind, verb_end: u32, place: u32) -> bool {
    let d = scene.document;
    let paper = matches!(
        kind,
        EventKind::Agreement | EventKind::Policy | EventKind::Award | EventKind::Meeting
    );
    let gerund = |at: u32| matches!(d.str(at), "on" | "about" | "for") && d.info(at + 1).form & form::GERUND != 0;
    // *held talks with Kelvar regarding its plants in Peru*
    let theme = |at: u32| matches!(d.str(at), "regarding" | "concerning");
    paper && place > verb_end && (verb_end..place - 1).any(|at| gerund(at) || theme(at))
}

/// *signed a deal under which it will build a plant in Wuxi*, *agreed with Kelvar to open a centre in Wuxi*: what is to come
/// will be there.
fn is_agreed(scene: &Scene<'_, '_>, kind: EventKind, verb_end: u32, place: &Hit) -> bool {
    let d = scene.document;
    let plan = |at: u32| match d.str(at) {
        "which" | "that" => true,
        "to" => d.info(at + 1).form & form::BASE != 0 && !d.is(at + 1, flag::CAPITAL),
        _ => false,
    };
    // *signed a deal to build ships in Wuxi on Friday*, *signed a deal with the country that sells it, in Wuxi*
    let day = || {
        let date = scene.dates.partition_point(|date| date.start < place.end);
        let near = scene.dates.get(date).filter(|date| date.start <= place.end + 1);
        near.is_some_and(DateItem::is_day)
    };
    let apart = || place.start > 1 && d.str(place.start - 2) == ",";
    // *signed a deal to build ships at a ceremony in Wuxi*
    let occasion = |at: u32| {
        d.str(at) == "at"
            && d.has(at + 1, class::DET)
            && head_groups(scene, at + 1, place.start).0 & const { t::group("meeting") } != 0
            && !scene.has_verb(at + 1, place.start)
    };
    let at_occasion = || (verb_end..place.start).any(occasion);
    // *issued measures to support chip firms in Wuxi on Friday*: whom they are for
    let wide = || {
        scene
            .grain(place.entity)
            .is_some_and(|grain| grain <= PlaceInfo::PROVINCE)
    };
    let aim = match kind {
        EventKind::Policy | EventKind::Meeting | EventKind::Founding => true,
        // *had completed a project to upgrade its plant in Wuxi*
        EventKind::Construction => wide(),
        _ => false,
    };
    (kind == EventKind::Agreement || aim)
        && place.start > verb_end
        && (verb_end..place.start).any(plan)
        && (aim || !day())
        && !apart()
        && !at_occasion()
}

/// *paid a visit to Wuxi*: the places behind the noun.
fn visited(scene: &Scene<'_, '_>, verb_end: u32, clause_end: u32) -> Vec<Hit> {
    /// Tokens between the verb and *to*, and between *to* and its place.
    const NEAR: u32 = 6;
    let d = scene.document;
    let to = (verb_end.saturating_sub(1)..(verb_end + NEAR).min(clause_end))
        .take_while(|at| d.is(*at, flag::WORD))
        .find(|at| d.str(*at) == "to");
    let Some(to) = to else { return Vec::new() };
    let mut hits = scene.placed(to, clause_end, &["to"]);
    let near = |hit: &Hit| hit.start <= to + NEAR && (to..hit.start).all(|at| d.is(at, flag::WORD));
    if !hits.first().is_some_and(near) {
        hits.clear();
    }
    hits
}

/// *was shown a wafer, destined for a customer in Penang*: the place is that of the participle, unless it says no more than
/// where the thing is: *a plant, located in Penang*.
fn is_of_participle(scene: &Scene<'_, '_>, verb_end: u32, place: u32) -> bool {
    let located = |at: u32| matches!(scene.str(at + 1), "in" | "at" | "near" | "outside");
    place > verb_end && participle(scene, verb_end, place).is_some_and(|at| !located(at))
}

/// *Speaking in Rome on Sunday, Li Ming said …*
fn is_speaking(scene: &Scene<'_, '_>, s: &Sentence, place: u32) -> bool {
    /// Tokens between the participle and its place.
    const NEAR: u32 = 8;
    let d = scene.document;
    d.has(s.start, class::SAYING) && place - s.start <= NEAR
}

/// *told reporters in Wuxi*, *told some 600 listeners at the Chip Dialogue in Nanjing*: the place of the meeting is
/// that of the statement.
fn said_at(scene: &Scene<'_, '_>, verb_end: u32, place: u32) -> bool {
    let d = scene.document;
    let hearers = |at: u32| {
        d.value(at, at + 1, class::EVENTNOUN)
            .is_some_and(|v| v.split(' ').any(|g| matches!(g, "crowd" | "meeting")))
    };
    // *“…,” spokesman Li Ming said in Wuxi*, *said in Wuxi on Monday that …*
    let behind = || {
        let next = scene
            .entities_in(place, (place + 4).min(d.len()))
            .first()
            .map_or(place, |hit| hit.end);
        let dated = scene.dates.binary_search_by_key(&next, |date| date.start).is_ok();
        dated || matches!(scene.str(next), "." | "," | "that" | "on")
    };
    let at_once = place == verb_end + 1 && d.str(verb_end) == "in" && behind();
    at_once
        || (verb_end..place).any(|at| d.has(at, class::EVENTHEAD) || hearers(at))
            && (verb_end - 1..place).all(|at| !matches!(d.str(at), "that" | "“" | "\"" | ":"))
}
