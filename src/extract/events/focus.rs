//! Whom pronouns and definite descriptions mean: what the last sentences were about.

use crate::lexicon::class;
use crate::lexicon::format::{PlaceInfo, form};
use crate::record::{EventKind, ParticipantRole};
use crate::resolve::names::Kind;
use crate::text::{Sentence, flag};

use super::clause::{Hit, Scene};
use super::find::Found;
use super::insertion::is_dash;
use super::places::head_kind;
use super::tables as t;
use super::trigger::head_groups;

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
    /// The body named last, and in which sentence.
    named: Option<(usize, usize)>,
    /// `organisation` was named last, and not long ago: it may stand for its project.
    fresh: bool,
    /// The body named last that may be a company.
    firm: Option<usize>,
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
    /// Mentions of the body that is named most often.
    most: usize,
}

impl Focus {
    /// Before the first sentence: the body that is named most often, if one is.
    pub fn new(scene: &Scene<'_, '_>) -> Self {
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
        if times < OFTEN {
            return Self {
                most: times,
                ..Self::default()
            };
        }
        Self {
            most: times,
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
        self.company(scene).filter(|e| is_firm(scene, *e)).or(self.firm)
    }

    /// The article is about that body, or names no other company more often.
    pub fn is_about(&self, scene: &Scene<'_, '_>, entity: usize) -> bool {
        self.subject == Some(entity) || scene.entities.list[entity].mentions.len() >= self.most
    }

    /// The body that the article names most often.
    pub fn about(&self) -> Option<usize> {
        self.subject
    }

    /// What *it* means. A project is nobody, but stands for the body that was named last, not far in front of it:
    /// *Kelvar opened a plant. The plant covers 5 hectares. It will make …*.
    pub fn it(&self) -> Option<usize> {
        let other = || self.organisation.or(self.acting).filter(|_| !self.thing || self.fresh);
        self.topic.or_else(other)
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

    /// *It* is a plant or a project that bears no name.
    pub(super) fn is_thing(&self) -> bool {
        self.thing && self.topic.is_none()
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
    }
}

/// The name of a company: nothing in it says that it is a body of another kind.
pub(super) fn is_company(scene: &Scene<'_, '_>, entity: usize) -> bool {
    is_named_of(scene, entity, &["company"])
}

/// The name of a company, a bank or an exchange.
pub(super) fn is_firm(scene: &Scene<'_, '_>, entity: usize) -> bool {
    is_named_of(scene, entity, &["company", "fund"])
}

/// What the lexicon knows of the name and of the heads in it is of such kinds.
fn is_named_of(scene: &Scene<'_, '_>, entity: usize, kinds: &[&str]) -> bool {
    let d = scene.document;
    let name = scene.entities.list[entity].name;
    let known = d.value(name.start, name.end, class::ORG);
    let known = known.is_none_or(|value| kinds.iter().any(|kind| value.starts_with(kind)));
    let mut heads = (name.start..name.end).filter_map(|at| d.value(at, at + 1, class::ORGHEAD));
    known && heads.all(|kind| kinds.contains(&kind))
}

/// The company that the sentence starts with: *Peru's Kelvar has already switched, a company spokesman said*.
fn opens(scene: &Scene<'_, '_>, s: &Sentence, at: u32) -> Option<Hit> {
    /// Tokens of *Peru's* or *Chipmaker* in front of the name.
    const FIRST: u32 = 3;
    let mut hits = scene.hits_in(s.start, at.min(s.start + 2 * FIRST));
    let first = hits.find(|h| h.kind == Kind::Organisation)?;
    let whole = first.start <= s.start + FIRST && !matches!(scene.str(first.end), "'s" | "’s");
    (whole && first.end + 1 < at && is_company(scene, first.entity)).then_some(first)
}

/// The company that a paragraph is headed with: *Kelvar (6991.TW) — Revenue rose 8 percent*.
pub(super) fn headed(scene: &Scene<'_, '_>, s: &Sentence) -> Option<usize> {
    /// Tokens of a stock's code in parentheses.
    const TICKER: u32 = 8;
    // few sentences start with a name
    scene.names.candidates.starting(s.start)?;
    let hit = opens(scene, s, s.end).filter(|hit| hit.start == s.start)?;
    let close = (hit.end..(hit.end + TICKER).min(s.end)).find(|at| scene.str(*at) == ")");
    let behind = close
        .filter(|_| scene.str(hit.end) == "(")
        .map_or(hit.end, |close| close + 1);
    let dash = is_dash(scene.str(behind)) && !scene.document.is(behind, flag::GLUED);
    dash.then_some(hit.entity)
}

/// The place or body that the sentence starts with, where its verb stands right behind: *The Lanshan Zone was among them*.
fn topic(scene: &Scene<'_, '_>, s: &Sentence, first: Option<&Hit>) -> Option<usize> {
    /// Tokens of a trade in front of a company's name.
    const TRADE: u32 = 3;
    let d = scene.document;
    let hit = first.filter(|hit| matches!(hit.kind, Kind::Organisation | Kind::Place))?;
    // *Foundry operator Kelvar halted work*
    let noun = |at: u32| d.is(at, flag::WORD) && !d.has(at, class::PREP) && !d.has(at, class::AUX);
    let trade = hit.kind == Kind::Organisation && hit.start <= s.start + TRADE && (s.start..hit.start).all(noun);
    // *Established in June 2015, the Lindo Zone is …*
    let fronted =
        || hit.kind == Kind::Place && d.info(s.start).form & form::PARTICIPLE != 0 && is_subject(scene, s, hit);
    let opens = hit.start == s.start || hit.start == s.start + 1 && d.has(s.start, class::DET) || trade || fronted();
    (opens && is_told_of(scene, s, hit)).then_some(hit.entity)
}

/// The verb of the sentence stands right behind the name.
fn is_told_of(scene: &Scene<'_, '_>, s: &Sentence, hit: &Hit) -> bool {
    let d = scene.document;
    let past = |at: u32| d.has(at, class::AUX) || d.has(at, class::MODAL) || d.info(at).form & form::PAST != 0;
    // *Kelvar makes chips*, but *Kelvar shares fell*
    let present = |at: u32| {
        hit.kind == Kind::Organisation && d.info(at).form & form::THIRD != 0 && at + 1 < s.end && !past(at + 1)
    };
    hit.end < s.end && !d.is(hit.end, flag::CAPITAL) && (past(hit.end) || present(hit.end))
}

/// *Since May, the Lindo Zone has attracted investors. … Output rose 5 percent*: the place that the paragraph in front of the
/// sentence tells of, and no body with it.
pub(super) fn reporting_place(scene: &Scene<'_, '_>, index: usize, (start, end): (u32, u32)) -> Option<usize> {
    /// Sentences in front.
    const FAR: usize = 3;
    const COUNTED: t::Groups = t::group("metric")
        | t::group("industry")
        | t::group("goods")
        | t::group("production")
        | t::group("capacity")
        | t::group("own");
    let d = scene.document;
    let counted = head_groups(scene, start, end).0 & COUNTED != 0;
    if !counted || scene.hits_in(start, end).next().is_some() {
        return None;
    }
    let sentences = d.sentences();
    let paragraph = sentences[index].paragraph;
    let before = sentences[index.saturating_sub(FAR)..=index].iter().rev();
    for s in before.take_while(|s| s.paragraph == paragraph) {
        let mut hits = scene.hits_in(s.start, s.end).filter(|hit| hit.kind != Kind::Other);
        if let Some(first) = hits.next() {
            // *China has approved the deal. Profit rose*: no country's
            let local = scene.grain(first.entity) != Some(PlaceInfo::COUNTRY);
            let told = first.kind == Kind::Place && is_told_of(scene, s, &first) && is_subject(scene, s, &first);
            return (told && local).then_some(first.entity);
        }
    }
    None
}

/// Nothing but an article stands in front of the name, or a comma behind when it was.
fn is_subject(scene: &Scene<'_, '_>, s: &Sentence, hit: &Hit) -> bool {
    let d = scene.document;
    let from = hit.start - u32::from(hit.start > s.start && d.has(hit.start - 1, class::DET));
    from == s.start || d.str(from - 1) == ","
}

/// *A delegation of chip makers led by Li Ming*: whom *the delegation* stands for.
fn leader(scene: &Scene<'_, '_>, s: &Sentence) -> Option<usize> {
    /// Tokens between the noun and its leader.
    const NEAR: u32 = 16;
    let d = scene.document;
    let noun = (s.start..s.end).find(|at| d.str(*at) == "delegation")?;
    let limit = (noun + NEAR).min(s.end);
    let by = (noun..limit).find(|at| d.str(*at) == "by" && matches!(d.str(at - 1), "led" | "headed"))?;
    let mut hits = scene.hits_in(by + 1, (by + NEAR).min(s.end));
    hits.find(|hit| hit.kind == Kind::Person).map(|hit| hit.entity)
}

/// *Li Ming led a delegation to Lima*, *Li Ming, with a delegation, visited Lima*: whom *the delegation* stands for.
fn traveller(scene: &Scene<'_, '_>, s: &Sentence, found: &[Found]) -> Option<usize> {
    let visit = found.iter().find(|f| f.item.kind == EventKind::Visit)?;
    let mut agents = visit
        .item
        .who
        .iter()
        .filter(|(_, role)| *role == ParticipantRole::Agent);
    let (first, _) = agents.find(|(e, _)| scene.entities.list[*e].kind == Kind::Person)?;
    let several = |at: u32| matches!(scene.str(at), "delegation" | "entourage" | "visit");
    (s.start..s.end).any(several).then_some(*first)
}

/// *The project*, *A new chip plant*: a site or a project stands at `start`, and nobody's name is in front of its noun.
fn is_thing(scene: &Scene<'_, '_>, start: u32) -> bool {
    /// Tokens of the noun phrase.
    const LONGEST: u32 = 12;
    const SITES: t::Groups = t::group("fab") | t::group("project") | t::group("works");
    let d = scene.document;
    if !d.has(start, class::DET) || d.has(start, class::PRON) {
        return false;
    }
    let limit = (start + LONGEST).min(d.len());
    let ends = |at: u32| {
        let small = [class::PREP, class::AUX, class::MODAL].iter().any(|c| d.has(at, *c));
        small || d.is(at, flag::MARK) && d.str(at) != "-" || d.info(at).form & form::PAST != 0
    };
    let stop = (start + 1..limit).find(|at| ends(*at)).unwrap_or(limit);
    // *The project covers 40 hectares*, but *The production lines*
    let verb = (start + 1..stop)
        .find(|at| d.info(*at).form & form::THIRD != 0)
        .unwrap_or(stop);
    let site = |stop: u32| head_groups(scene, start, stop).0 & SITES != 0;
    (site(verb) || verb < stop && site(stop)) && scene.hits_in(start, verb).next().is_none()
}

/// The person, body and place that a following pronoun means: subjects before others.
pub(super) fn update(scene: &Scene<'_, '_>, index: usize, focus: &mut Focus, found: &[Found]) {
    /// Sentences between a body and its project.
    const NEAR: usize = 3;
    let s = &scene.document.sentences()[index];
    // the agency of the dateline tells it
    let report = scene.dateline.map_or(s.start, |(_, end)| end.max(s.start));
    let first = scene.hits_in(report, s.end).next();
    focus.topic = topic(scene, s, first.as_ref());
    focus.thing = is_thing(scene, s.start);
    if let Some(body) = headed(scene, s) {
        focus.actor = Some(body);
        focus.reported = Some((body, s.paragraph));
    }
    if let Some(last) = found.last() {
        focus.price = last.item.kind == EventKind::Market && last.item.who.is_empty();
    }
    // the one whom the sentence starts with
    let spoken = first.filter(|hit| {
        let whole = !matches!(scene.str(hit.end), "'s" | "’s");
        hit.kind == Kind::Person && hit.start <= report + 1 && whole
    });
    for hit in scene.hits_in(report, s.end) {
        match hit.kind {
            // *Luis Prado praised the plan of Amy Kuo's first term*: he, not she
            Kind::Person if spoken.is_some() && matches!(scene.str(hit.end), "'s" | "’s") => {}
            Kind::Person => focus.person = Some(hit.entity),
            Kind::Organisation => {
                focus.named = Some((hit.entity, index));
                focus.organisation = Some(hit.entity);
                if is_firm(scene, hit.entity) {
                    focus.firm = Some(hit.entity);
                }
                let name = scene.entities.list[hit.entity].name;
                if scene.str(name.end - 1) == "Government" {
                    focus.government = Some(hit.entity);
                }
            }
            Kind::Place => {
                focus.place = Some(hit.entity);
                focus.last.tell(scene, hit.entity);
            }
            Kind::Other => {}
        }
    }
    // *Li Ming was accompanied by Amy Kuo. On Friday, he …*: whom the sentence starts with
    let person = |hit: &Hit| hit.kind == Kind::Person && hit.start == s.start && is_told_of(scene, s, hit);
    if let Some(first) = first.filter(person) {
        focus.person = Some(first.entity);
    }
    focus.leader = leader(scene, s).or_else(|| traveller(scene, s, found)).or(focus.leader);
    // the first subject of the sentence outranks later names, and bodies that do nothing give way to one that did
    if let Some(actor) = focus.actor {
        focus.organisation = Some(actor);
    }
    for event in found.iter().rev() {
        for (entity, role) in event.item.who.iter().rev() {
            if *role == ParticipantRole::Agent {
                match scene.entities.list[*entity].kind {
                    Kind::Person => focus.person = Some(*entity),
                    Kind::Organisation => {
                        focus.organisation = Some(*entity);
                        focus.actor = Some(*entity);
                        if event.item.kind != EventKind::Statement {
                            focus.reported = Some((*entity, s.paragraph));
                        }
                    }
                    Kind::Place => {
                        focus.place = Some(*entity);
                        focus.last.tell(scene, *entity);
                        focus.acting = Some(*entity);
                    }
                    Kind::Other => {}
                }
            }
        }
    }
    let near = |(body, told): &(usize, usize)| Some(*body) == focus.organisation && told + NEAR > index;
    focus.fresh = focus.named.as_ref().is_some_and(near);
    // *The country exported 3 million tonnes. Its imports …*
    if let Some(first) = found.first().filter(|_| focus.topic.is_none()) {
        let acting = |(entity, role): &&(usize, ParticipantRole)| {
            *role == ParticipantRole::Agent && scene.entities.list[*entity].kind == Kind::Place
        };
        if let [only] = &first.item.who[..] {
            focus.topic = Some(only).filter(acting).map(|(entity, _)| *entity);
        }
    }
}
