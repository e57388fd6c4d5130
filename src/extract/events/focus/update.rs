//! What a sentence leaves in the focus of the next.

use crate::lexicon::format::{PlaceInfo, form};
use crate::lexicon::{class, list};
use crate::record::{EventKind, ParticipantRole};
use crate::resolve::names::Kind;
use crate::text::{Sentence, flag};

use super::super::clause::{Hit, Scene};
use super::super::find::Found;
use super::super::source;
use super::super::tables as t;
use super::super::trigger::head_groups;
use super::Focus;
use super::company::{headed, is_authority, is_company, is_firm, is_medium};

/// The place or body that the sentence starts with, where its verb stands right behind: *The Lanshan Zone was among them*.
pub(super) fn topic(scene: &Scene<'_, '_>, s: &Sentence, first: Option<&Hit>) -> Option<usize> {
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
pub(in super::super) fn reporting_place(
    scene: &Scene<'_, '_>,
    index: usize,
    (start, end): (u32, u32),
) -> Option<usize> {
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

/// *Shares of its parent, Kelvar Group, fell*: the article goes on telling of the one that *its* means.
fn is_related(scene: &Scene<'_, '_>, hit: &Hit) -> bool {
    /// Tokens of *parent company*.
    const LONGEST: u32 = 3;
    let d = scene.document;
    let comma = hit.start - u32::from(hit.start > 0 && d.str(hit.start - 1) == ",");
    let small = |at: &u32| d.is(*at, flag::WORD) && !d.is(*at, flag::CAPITAL);
    let mut before = (comma.saturating_sub(LONGEST + 1)..comma).rev().take_while(small);
    let its = before.find(|at| matches!(d.str(*at), "its" | "their"));
    its.is_some_and(|its| its + 1 < comma)
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

/// *Li Ming led a delegation to Lima*, *Li Ming led officials to inspect Kelvar*, *Li Ming, with a delegation, visited Lima*: whom *the delegation* stands for.
fn traveller(scene: &Scene<'_, '_>, s: &Sentence, found: &[Found]) -> Option<usize> {
    let visit = found.iter().find(|f| f.item.kind == EventKind::Visit)?;
    let mut agents = visit
        .item
        .who
        .iter()
        .filter(|(_, role)| *role == ParticipantRole::Agent);
    let (first, _) = agents.find(|(e, _)| scene.entities.list[*e].kind == Kind::Person)?;
    (s.start..s.end)
        .any(|at| scene.document.is_on(at, list::TRAVELS_WITH))
        .then_some(*first)
}

/// *The project*, *A new chip plant*: a site or a project stands at `start`, and nobody's name is in front of its noun.
pub(super) fn is_thing(scene: &Scene<'_, '_>, start: u32) -> bool {
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
    // *The chip centre*, *The laboratory*
    const CENTRE: t::Groups = t::group("plant") | t::group("body");
    let site = |stop: u32| {
        let groups = head_groups(scene, start, stop).0;
        groups & SITES != 0 || groups & CENTRE == CENTRE
    };
    (site(verb) || verb < stop && site(stop)) && scene.hits_in(start, verb).next().is_none()
}

/// *Kelvar opened a plant*: somebody builds a plant or opens it.
fn is_built(scene: &Scene<'_, '_>, f: &Found) -> bool {
    const SITES: t::Groups = t::group("plant") | t::group("fab") | t::group("project");
    f.item.kind == EventKind::Construction
        && !f.item.who.is_empty()
        && f.item
            .what
            .is_some_and(|(from, to)| head_groups(scene, from, to).0 & SITES != 0)
}

/// *Last year the fair drew 300 visitors*: the sentence starts with a meeting that bears no name, *it* is that meeting.
fn is_meeting(scene: &Scene<'_, '_>, s: &Sentence) -> bool {
    const MEETING: t::Groups = t::group("meeting");
    let d = scene.document;
    let date = scene.date_at(s.start + u32::from(d.has(s.start, class::PREP)));
    let start = date.map_or(s.start, |date| scene.dates[date].end);
    let start = start + u32::from(scene.str(start) == ",");
    let noun = start + 1;
    noun + 1 < s.end
        && matches!(d.str(start), "the" | "The" | "this" | "This")
        && !d.is(noun, flag::CAPITAL)
        && scene.noun_groups(noun, noun + 1) & MEETING != 0
        && (d.str(noun + 1) == "," || d.info(noun + 1).form & form::PAST != 0 || d.has(noun + 1, class::AUX))
}

/// The person, body and place that a following pronoun means: subjects before others.
pub(in super::super) fn update(scene: &Scene<'_, '_>, index: usize, focus: &mut Focus, found: &[Found]) {
    /// Sentences between a body and its project.
    const NEAR: usize = 3;
    let s = &scene.document.sentences()[index];
    // the agency of the dateline tells it
    let report = scene.dateline.map_or(s.start, |(_, end)| end.max(s.start));
    let first = scene.hits_in(report, s.end).next();
    focus.topic = topic(scene, s, first.as_ref());
    focus.thing = is_thing(scene, s.start);
    focus.made = found.iter().any(|f| is_built(scene, f));
    focus.meeting = focus.topic.is_none() && is_meeting(scene, s);
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
    // *The city offers grants, the Lindo Daily reports. It will …*: no newspaper
    let told = focus.organisation.is_some();
    let reports = |hit: &Hit| told && hit.start > report + 1 && is_medium(scene, hit.entity);
    for hit in scene.hits_in(report, s.end) {
        match hit.kind {
            Kind::Organisation if reports(&hit) || told && is_related(scene, &hit) => {}
            // *Luis Prado praised the plan of Amy Kuo's first term*: he, not she
            Kind::Person if spoken.is_some() && matches!(scene.str(hit.end), "'s" | "’s") => {}
            Kind::Person => focus.person = Some(hit.entity),
            Kind::Organisation => {
                focus.named = Some((hit.entity, index));
                focus.organisation = Some(hit.entity);
                if is_firm(scene, hit.entity) {
                    focus.firm = Some(hit.entity);
                }
                if is_company(scene, hit.entity) {
                    focus.maker = Some(hit.entity);
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
    // *The round was led by Kelvar. The company makes chips*: of whom the money is for
    let gives = |event: &&Found| event.item.kind == EventKind::Investment && event.group.passive;
    // nor the newspaper that somebody else's words are in, nor the parent
    let is_aside = |entity: usize, says: bool| {
        let aside = |hit: Hit| hit.entity == entity && (says && reports(&hit) || is_related(scene, &hit));
        told && scene.hits_in(report, s.end).any(aside)
    };
    for event in found.iter().rev().filter(|event| !gives(event)) {
        let says = event.item.kind == EventKind::Statement;
        // *Kelvar raised $3 million, according to Lumeno. The company …*: not the source
        let source = told && event.item.rule == source::RULE;
        let agents = event
            .item
            .who
            .iter()
            .filter(|(_, role)| *role == ParticipantRole::Agent);
        for entity in agents.rev().map(|(entity, _)| *entity) {
            if says {
                focus.speaks(scene, entity);
            }
            match scene.entities.list[entity].kind {
                Kind::Person => focus.person = Some(entity),
                Kind::Organisation if source || is_aside(entity, says) => {}
                Kind::Organisation => {
                    focus.organisation = Some(entity);
                    focus.actor = Some(entity);
                    if !says {
                        focus.reported = Some((entity, s.paragraph));
                    }
                }
                Kind::Place => {
                    focus.place = Some(entity);
                    focus.last.tell(scene, entity);
                    focus.acting = Some(entity);
                }
                Kind::Other => {}
            }
        }
    }
    let near = |(body, told): &(usize, usize)| Some(*body) == focus.organisation && told + NEAR > index;
    // *The ministry approved the plant. The plant covers 5 hectares. It will make …*: not the ministry's
    let owns = |(body, _): &&(usize, usize)| !is_authority(scene, *body);
    focus.fresh = focus.named.as_ref().filter(owns).is_some_and(near);
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
