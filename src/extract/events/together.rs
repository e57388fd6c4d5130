//! Two that act together: *they*, *the two sides*, *the two cities* stand for those that were named as a pair before.

use crate::lexicon::format::PlaceInfo;
use crate::lexicon::list;
use crate::record::{EventKind, ParticipantRole};
use crate::resolve::names::Kind;

use super::clause::Scene;
use super::find::Found;
use super::frame::is_dropped;
use super::listed::listed;
use super::trigger::head_groups;
use super::{EventItem, tables as t};

/// Tokens of *the two chip makers*.
const NEAR: u32 = 5;

/// *They*, *Both*, *The two sides*: people or bodies.
fn is_anybody(scene: &Scene<'_, '_>, (start, end): (u32, u32)) -> bool {
    end == start + 1 || matches!(scene.str(end - 1), "sides" | "Both" | "leaders" | "ministers")
}

/// *the two nations*, *the two cities*.
fn is_places(scene: &Scene<'_, '_>, (start, end): (u32, u32)) -> bool {
    let noun = end.checked_sub(1).filter(|noun| *noun > start);
    noun.is_some_and(|noun| scene.document.is_on(noun, list::PLACES_TOGETHER))
}

/// *Kelvar and Lumeno signed an agreement. They will set up a venture*, *The two companies will build a plant*: those who did
/// the last thing together.
pub(super) fn together(scene: &Scene<'_, '_>, found: &mut [Found]) {
    /// Sentences between the two.
    const FAR: usize = 2;
    const MANY: t::Groups = t::group("sides");
    let d = scene.document;
    let several = |(start, end): (u32, u32)| {
        let they = end == start + 1 && d.str(start).eq_ignore_ascii_case("they");
        let all = || d.is_on(start + 1, list::BOTH_PARTIES);
        let the = end == start + 2 && d.str(start).eq_ignore_ascii_case("the") && all();
        let two =
            end > start + 2 && d.str(start + 1) == "two" || end == start + 2 && matches!(d.str(start), "Both" | "both");
        they || the || two && end <= start + NEAR && head_groups(scene, start, end).0 & MANY != 0
    };
    let mut last: Option<(usize, Vec<usize>)> = None;
    for event in found.iter_mut().filter(|f| !is_dropped(f)) {
        let item = &mut event.item;
        let passive = event.group.passive;
        // *They were fined*, *They face a fine*
        let role = || {
            let done_to = t::VERBS.iter().find(|rule| rule.id == item.rule);
            if passive {
                return done_to.and_then(|rule| rule.roles[1]);
            }
            // those whom it befalls (*They have died*), else those who do it
            let befalls = done_to.is_some_and(|rule| rule.roles[0] == Some(ParticipantRole::Patient));
            Some(if befalls {
                ParticipantRole::Patient
            } else {
                ParticipantRole::Agent
            })
        };
        let nobody = |role: ParticipantRole| item.who.iter().all(|(_, other)| *other != role);
        let role = several(event.subject).then(role).flatten().filter(|role| nobody(*role));
        if let Some(role) = role {
            let near = last.as_ref().filter(|(told, parties)| {
                // *The partners*: no people
                let people = scene.entities.list[parties[0]].kind == Kind::Person;
                // *Kelvar is buying Lumeno, the two sides said*
                let told_before = *told < item.sentence || item.kind == EventKind::Statement;
                // *The two nations* are no companies
                let others = is_places(scene, event.subject) && scene.entities.list[parties[0]].kind != Kind::Place;
                let told_before = told_before && !others;
                told + FAR >= item.sentence && told_before && (!people || is_anybody(scene, event.subject))
            });
            let named = named_between(scene, item.sentence, event.subject.0);
            let others = |e: &usize| item.who.iter().all(|(who, _)| who != e);
            // *Li Ming visited Kelvar Corp. They met Luis Prado*: he and who came with him, where the trip goes on
            let goes_on = matches!(item.kind, EventKind::Visit | EventKind::Meeting);
            let near = || {
                let them = near.map(|(_, parties)| parties.clone())?;
                ((them.len() > 1 || goes_on) && them.iter().all(others)).then_some(them)
            };
            let parties = named.map(|two| two.to_vec()).or_else(near);
            // *They were fined*: no places
            let parties = parties.into_iter().flatten();
            let suffers = |e: &usize| !passive || scene.entities.list[*e].kind != Kind::Place;
            let new: Vec<usize> = parties.filter(|e| others(e) && suffers(e)).collect();
            item.who.extend(new.into_iter().map(|e| (e, role)));
        }
        if item.who.is_empty() && !event.group.passive {
            let two = two_places(scene, event.subject);
            item.who
                .extend(two.iter().flatten().map(|e| (*e, ParticipantRole::Agent)));
        }
        // *Li Ming and Amy Kuo were charged*: what was done to people was done to both
        let done_to = |e: usize| passive && scene.entities.list[e].kind == Kind::Person;
        // who is bought is one of the two sides
        let deal = item.kind == EventKind::Acquisition;
        let parties = item
            .who
            .iter()
            .filter(|(e, role)| deal || *role != ParticipantRole::Patient || done_to(*e));
        let parties: Vec<usize> = parties.map(|(e, _)| *e).collect();
        let kind = |e: &usize| scene.entities.list[*e].kind;
        let pair = parties.len() == 2 && kind(&parties[0]) == kind(&parties[1]);
        if item.kind != EventKind::Statement
            && let Some(them) = Some(parties).filter(|_| pair).or_else(|| company(scene, item))
        {
            last = Some((item.sentence, them));
        }
    }
}

/// *Li Ming and Amy Kuo visited Kelvar Corp. They met Luis Prado*: several people who did something, whatever they did it to.
fn company(scene: &Scene<'_, '_>, item: &EventItem) -> Option<Vec<usize>> {
    let agents = item.who.iter().filter(|(_, role)| *role == ParticipantRole::Agent);
    let agents: Vec<usize> = agents.map(|(e, _)| *e).collect();
    let people = agents.iter().all(|e| scene.entities.list[*e].kind == Kind::Person);
    let trip = item.kind == EventKind::Visit && agents.len() == 1;
    (people && (agents.len() > 1 || trip)).then_some(agents)
}

/// *Under a memorandum between Kelvar and Lumeno, the two sides will …*: the parties of the paper that the sentence opens with.
fn named_between(scene: &Scene<'_, '_>, sentence: usize, subject: u32) -> Option<[usize; 2]> {
    const PAPER: t::Groups = t::group("paper");
    let d = scene.document;
    let s = &d.sentences()[sentence];
    let between = (s.start + 1..subject).find(|at| d.str(*at) == "between");
    let paper = between.filter(|at| scene.noun_groups(at - 1, *at) & PAPER != 0)?;
    let named = listed(scene, paper + 1, subject).into_iter();
    let whole = named.filter(|hit| !matches!(scene.str(hit.end), "'s" | "’s"));
    let named: Vec<usize> = whole.map(|hit| hit.entity).collect();
    named.try_into().ok()
}

/// *A delegation of Wuxi visited Lima. … The two cities signed an agreement*: those that were named last, if they are two.
fn two_places(scene: &Scene<'_, '_>, (start, end): (u32, u32)) -> Option<[usize; 2]> {
    /// Tokens in front in which the places are looked for.
    const FAR: u32 = 300;
    let d = scene.document;
    let noun = end.checked_sub(1).filter(|noun| *noun == start + 2)?;
    let grain = match d.str(noun) {
        "cities" => PlaceInfo::CITY,
        "provinces" => PlaceInfo::PROVINCE,
        "countries" => PlaceInfo::COUNTRY,
        _ => return None,
    };
    if !d.str(start).eq_ignore_ascii_case("the") || d.str(start + 1) != "two" {
        return None;
    }
    let mut two: Vec<usize> = Vec::new();
    for hit in scene.hits_in(start.saturating_sub(FAR), start) {
        if hit.kind == Kind::Place && scene.grain(hit.entity) == Some(grain) && !two.contains(&hit.entity) {
            two.push(hit.entity);
        }
    }
    two.try_into().ok()
}
