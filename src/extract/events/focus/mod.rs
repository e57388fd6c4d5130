//! Whom pronouns and definite descriptions mean: what the last sentences were about.

mod company;
mod update;

use crate::lexicon::format::PlaceInfo;
use crate::lexicon::{class, list};
use crate::record::{EventKind, ParticipantRole};
use crate::resolve::names::Kind;
use crate::text::{Sentence, flag};

use super::clause::{Hit, Scene};
use super::find::Found;
use super::places::head_kind;
use super::tables as t;
use super::trigger::head_groups;
use company::opens;
pub(super) use company::{headed, is_authority, is_company, is_firm, is_medium, is_private};
use update::is_thing;
pub(super) use update::{reporting_place, update};

/// The place of each kind that was named last, for *the zone*, *the district*, *the city*, *the province*, *the country*.
#[derive(Debug, Default, Clone, Copy)]
pub struct Last {
    pub zone: Option<usize>,
    pub district: Option<usize>,
    pub city: Option<usize>,
    pub province: Option<usize>,
    pub country: Option<usize>,
}

impl Last {
    fn tell(&mut self, scene: &Scene<'_, '_>, place: usize) {
        let slot = match head_kind(scene, place) {
            Some("zone") => &mut self.zone,
            Some("district") => &mut self.district,
            // *Lindo New Industrial City* is a part of a city
            Some("city") if scene.grain(place).is_none() => &mut self.zone,
            Some("facility" | "water" | "land") => return,
            _ => match scene.grain(place) {
                Some(PlaceInfo::CITY) => &mut self.city,
                Some(PlaceInfo::DISTRICT) => &mut self.district,
                Some(PlaceInfo::PROVINCE) => &mut self.province,
                Some(PlaceInfo::COUNTRY) => &mut self.country,
                _ => return,
            },
        };
        *slot = Some(place);
    }
}

/// What the last sentences were about, for pronouns and definite descriptions.
#[derive(Debug, Default, Clone, Copy)]
pub struct Focus {
    pub person: Option<usize>,
    /// Who leads the delegation that was told of.
    pub leader: Option<usize>,
    pub organisation: Option<usize>,
    pub place: Option<usize>,
    /// The places of each kind that were named last: *the city* is none of the zones and provinces named behind it.
    pub last: Last,
    /// The *City Government* or the like that was named last.
    pub government: Option<usize>,
    /// The place that last did something: *it* may be this one.
    pub acting: Option<usize>,
    /// The place or body that the sentence before starts with and tells of: *it* is this one.
    topic: Option<usize>,
    /// The sentence before tells of a plant or a project without a name: *it* is this one.
    thing: bool,
    /// The sentence before tells of a plant or a project that somebody builds or opens: *it* may be this one.
    made: bool,
    /// The sentence before tells of a meeting without a name: *it* is nobody.
    meeting: bool,
    /// The body named last, and in which sentence.
    named: Option<(usize, usize)>,
    /// `organisation` was named last, and not long ago: it may stand for its project.
    fresh: bool,
    /// The body named last that may be a company.
    firm: Option<usize>,
    /// The company named last.
    maker: Option<usize>,
    /// The body that last did something.
    actor: Option<usize>,
    /// The body that last did more than speak, and the paragraph that told it.
    reported: Option<(usize, u32)>,
    /// The last thing told is a price that belongs to nobody: *it* is that price.
    price: bool,
    /// The company that says it, within what it says.
    said: Option<usize>,
    /// The body that the article is about, if it is about one.
    subject: Option<usize>,
    /// No other body is named more than half as often as `subject`.
    alone: bool,
    /// The person and the body that spoke last.
    spoke: [Option<usize>; 2],
    /// The one company that the headline names, if the first sentence names it as well.
    headlined: Option<usize>,
}

impl Focus {
    /// Before the first sentence: the body that is named most often, if one is.
    pub fn new(scene: &Scene<'_, '_>) -> Self {
        let mut focus = Self::about_bodies(scene);
        // *WUXI, May 3 -- … The city will …*
        if let Some((Some((start, end)), _)) = scene.dateline
            && let Some(hit) = scene.hits_in(start, end).find(|hit| hit.kind == Kind::Place)
        {
            focus.last.tell(scene, hit.entity);
        }
        focus
    }

    /// The body that the article names most often.
    fn about_bodies(scene: &Scene<'_, '_>) -> Self {
        const OFTEN: usize = 3;
        let bodies = || {
            scene
                .entities
                .list
                .iter()
                .enumerate()
                .filter(|(_, e)| e.kind == Kind::Organisation)
        };
        // the first of those named as often
        let most = bodies().rev().max_by_key(|(_, e)| e.mentions.len());
        let Some((subject, times)) = most.map(|(index, e)| (index, e.mentions.len())) else {
            return Self::default();
        };
        let headlined = company::headlined(scene);
        if times < OFTEN {
            return Self {
                headlined,
                ..Self::default()
            };
        }
        Self {
            headlined,
            subject: Some(subject),
            alone: bodies().all(|(index, e)| index == subject || 2 * e.mentions.len() <= times),
            ..Self::default()
        }
    }

    /// Who *the company* is: the body told of last, but not one named in passing where the article is about another.
    pub fn company(&self, scene: &Scene<'_, '_>) -> Option<usize> {
        let mentions = |entity: usize| scene.entities.list[entity].mentions.len();
        let last = self.organisation?;
        let subject = self.subject.filter(|subject| mentions(*subject) >= 2 * mentions(last));
        Some(subject.unwrap_or(last))
    }

    /// Who *the company* is: as [`Self::company`], but no newspaper, ministry or university.
    pub fn firm(&self, scene: &Scene<'_, '_>) -> Option<usize> {
        let found = self.company(scene).filter(|e| is_firm(scene, *e)).or(self.firm);
        // *Lindo Fund put 2 billion yuan into Kelvar. … The company makes chips*
        let fund = |e: &usize| !is_company(scene, *e);
        found.filter(fund).and(self.maker).or(found)
    }

    /// The body that the article names most often.
    pub fn about(&self) -> Option<usize> {
        self.subject
    }

    /// The one company that the headline names.
    pub fn headlined(&self) -> Option<usize> {
        self.headlined
    }

    /// What *it* means. A project is nobody, but stands for the body that was named last, not far in front of it:
    /// *Kelvar opened a plant. The plant covers 5 hectares. It will make …*.
    pub fn it(&self) -> Option<usize> {
        let other = || self.organisation.or(self.acting).filter(|_| !self.thing || self.fresh);
        self.topic.or_else(|| other().filter(|_| !self.meeting))
    }

    /// Behind what someone says, *it* and *he* are those who said it: *Li Ming hoped so, and he has spent 3 billion*.
    /// `before` are the events of the sentence `s` in front of the verb at `at`.
    pub(super) fn within(&self, scene: &Scene<'_, '_>, s: &Sentence, before: &[Found], at: u32) -> Self {
        let mut focus = *self;
        // *Once the project is completed, it will produce*
        if scene.document.has(s.start, class::SUBORD) && is_thing(scene, s.start + 1) {
            focus.thing = true;
            focus.topic = None;
        }
        // *Peru is not acting alone: in November it agreed …*: whom the clause in front of the colon tells of
        if let Some(colon) = (s.start + 2..at).find(|x| scene.str(*x) == ":") {
            let first = scene.hits_in(s.start, colon).next();
            if let Some(topic) = update::topic(scene, s, first.as_ref()) {
                focus.topic = Some(topic);
                focus.thing = false;
            }
        }
        // *…, he said*: the one told of before
        // but *After Li Ming opened the plant, he met Amy Kuo*
        let fronted = || {
            let opener = matches!(scene.str(s.start), "After" | "Before" | "Since" | "During");
            opener || scene.document.has(s.start, class::SUBORD)
        };
        // *Li Ming welcomed Amy Kuo, he said that …* goes on
        let goes_on = at > 1 && scene.str(at - 2) == "," && scene.str(at + 1) == "that";
        let told_before = at > 1 && matches!(scene.str(at - 2), "," | "”" | "\"") && !goes_on;
        let says_last = || scene.document.is(at + 1, flag::MARK);
        if told_before && (scene.str(at - 2) != "," || !fronted() || at + 1 >= s.end || says_last()) {
            focus.tell_of_oneself(scene, before);
            return focus;
        }
        // *Kelvar (6991.TW) — Revenue rose 8 percent*
        if let Some(body) = headed(scene, s) {
            focus.organisation = Some(body);
            focus.said = focus.organisation;
        }
        // *Wuxi High-tech Zone said that the industry of the zone grew*
        for hit in scene.hits_in(s.start, at).filter(|h| h.kind == Kind::Place) {
            focus.last.tell(scene, hit.entity);
        }
        // *Hunan has released a plan, the provincial government said*
        let acting = |(e, role): &&(usize, ParticipantRole)| {
            *role == ParticipantRole::Agent && scene.entities.list[*e].kind == Kind::Place
        };
        if let Some((place, _)) = before.iter().flat_map(|f| &f.item.who).find(acting) {
            focus.place = Some(*place);
            focus.last.tell(scene, *place);
        }
        // *Shares of Kelvar rose after the company reported*: the one of this sentence
        let body = |(e, role): &&(usize, ParticipantRole)| {
            *role == ParticipantRole::Agent && scene.entities.list[*e].kind == Kind::Organisation
        };
        if let Some((body, _)) = before.iter().flat_map(|f| &f.item.who).find(body) {
            focus.organisation = Some(*body);
        } else if let Some(body) = acting_in_front(scene, s, at) {
            focus.organisation = Some(body);
            focus.topic = None;
        } else if let Some(body) = opens(scene, s, at).or_else(|| {
            // *A leak killed two at a plant of Kelvar, police and the company said*
            let first = || scene.hits_in(s.start, at);
            let company = |h: &Hit| h.kind == Kind::Organisation && is_company(scene, h.entity);
            first().find(company).filter(|_| focus.organisation.is_none())
        }) {
            focus.organisation = Some(body.entity);
        }
        // *After Li Ming arrived in Wuxi, he met Amy Kuo*: the one person of the sentence
        let mut people = scene.hits_in(s.start, at).filter(|h| h.kind == Kind::Person);
        if let Some(first) = people.next()
            // but *During Li Ming's speech, he said …*
            && (!matches!(scene.str(first.end), "'s" | "’s") || scene.document.has(first.end + 1, class::SPEECHNOUN))
            && (first.start < s.start + 2 || !scene.document.has(first.start - 1, class::PREP))
            && (!scene.is_quoted(first.start) || scene.is_quoted(at))
            && people.all(|h| h.entity == first.entity)
        {
            focus.person = Some(first.entity);
        }
        let said = before
            .iter()
            .rev()
            .find(|f| f.item.kind == EventKind::Statement && f.item.trigger.1 <= at);
        for (speaker, role) in said.iter().flat_map(|f| &f.item.who) {
            if *role != ParticipantRole::Agent {
                continue;
            }
            match scene.entities.list[*speaker].kind {
                Kind::Person => focus.person = Some(*speaker),
                Kind::Organisation => {
                    focus.organisation = Some(*speaker);
                    focus.topic = Some(*speaker);
                    // *Kelvar said revenue rose*: its own, but not what an association says
                    if is_company(scene, *speaker) {
                        focus.said = Some(*speaker);
                    }
                }
                Kind::Place => focus.acting = Some(*speaker),
                Kind::Other => {}
            }
        }
        // *The local government says it has invested*: a body without a name, and nobody told of before
        if let Some(said) = said.filter(|f| f.item.who.is_empty()) {
            let (start, end) = said.subject;
            let body = start < end && head_groups(scene, start, end).0 & const { t::group("ruler") } != 0;
            if body && !scene.document.has(start, class::PRON) {
                (focus.organisation, focus.topic, focus.acting) = (None, None, None);
            }
        }
        focus
    }

    /// Somebody has said something.
    fn speaks(&mut self, scene: &Scene<'_, '_>, entity: usize) {
        match scene.entities.list[entity].kind {
            Kind::Person => self.spoke[0] = Some(entity),
            Kind::Organisation => self.spoke[1] = Some(entity),
            _ => {}
        }
    }

    /// *Kelvar raised 3 million yuan, it said*: where nobody has spoken before, those who are told of are those who say it.
    fn tell_of_oneself(&mut self, scene: &Scene<'_, '_>, before: &[Found]) {
        let Some(first) = before.iter().find(|f| !f.item.who.is_empty()) else {
            return;
        };
        let agent = |(_, role): &&(usize, ParticipantRole)| *role == ParticipantRole::Agent;
        let mut agents = first.item.who.iter().filter(agent).map(|(e, _)| *e);
        let [person, body] = self.spoke;
        match (agents.next(), agents.next()) {
            (Some(only), None) if scene.entities.list[only].kind == Kind::Person && person.is_none() => {
                self.person = Some(only);
            }
            (Some(only), None) if scene.entities.list[only].kind == Kind::Organisation && body.is_none() => {
                self.organisation = Some(only);
                self.topic = Some(only);
            }
            _ => {}
        }
    }

    /// *It* is a plant or a project that bears no name.
    pub(super) fn is_thing(&self) -> bool {
        self.thing && self.topic.is_none()
    }

    /// *It* may be the plant that somebody builds or opens.
    pub(super) fn is_made(&self) -> bool {
        self.made
    }

    /// *It* is a meeting that bears no name.
    pub(super) fn is_meeting(&self) -> bool {
        self.meeting && self.topic.is_none()
    }

    /// What the sentence before tells of is a place, and it did something.
    pub fn acts(&self) -> bool {
        self.topic.is_some() && self.topic == self.acting
    }

    /// *Crude fell on Monday. It lost 2 percent*: what is told of is a price, not a body.
    pub fn is_price(&self) -> bool {
        self.price
    }

    /// A company is speaking.
    pub fn says(&self) -> bool {
        self.said.is_some()
    }

    /// Whose turnover and shares a paragraph means that names nobody: of the body that last did something in it, else of
    /// the one that the article is about.
    pub fn reported(&self, paragraph: u32) -> Option<usize> {
        let here = self.reported.filter(|(_, told)| *told == paragraph);
        self.said
            .or(here.map(|(body, _)| body))
            .or(self.subject.filter(|_| self.alone))
            .or(self.headlined)
    }
}

/// *That is a claim Kelvar will dispute, given that it has launched a chip*: the body that does what the clause in front tells.
fn acting_in_front(scene: &Scene<'_, '_>, s: &Sentence, verb: u32) -> Option<usize> {
    /// Tokens between the pronoun and the verb.
    const NEAR: u32 = 3;
    let d = scene.document;
    let pronoun = (verb.saturating_sub(NEAR).max(s.start + 2)..verb)
        .rev()
        .find(|at| d.str(*at) == "it")?;
    let opener = pronoun - 1;
    let opens = d.is_on(opener, list::SUBORDINATE) || d.is_on(opener, list::OPENING_CLAUSE);
    // *said that it will*: whoever says it
    let says = |at: u32| d.has(at, class::SAYVERB) || d.has(at, class::PLANVERB);
    if !opens || says(opener - 1) {
        return None;
    }
    let acts = |h: &Hit| {
        let next = h.end;
        h.kind == Kind::Organisation
            && next < opener
            && (d.has(next, class::MODAL) || d.has(next, class::AUX))
            && !(next..opener).any(says)
    };
    let body = scene.hits_in(s.start, opener).filter(acts).last()?;
    Some(body.entity)
}
