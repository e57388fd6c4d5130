//! Who stands behind a noun of the subject: *researchers at Kelvar*, *a team led by Amy Kuo*, *the takeover of Lumeno by
//! Kelvar*, *an agreement between Kelvar and Lumeno*.

use crate::lexicon::format::pos;
use crate::lexicon::{class, list};
use crate::record::{EventKind, ParticipantRole};
use crate::resolve::names::Kind;
use crate::text::flag;

use super::super::behalf;
use super::super::clause::{Hit, Scene};
use super::super::listed::listed;
use super::super::trigger::head_groups;
use super::super::{EventItem, tables as t};

/// Kinds of events that people do for the body they belong to.
pub(super) const DONE: [EventKind; 8] = [
    EventKind::Construction,
    EventKind::Research,
    EventKind::Legal,
    EventKind::Visit,
    EventKind::Labour,
    EventKind::Meeting,
    EventKind::Acquisition,
    EventKind::Award,
];

/// Nouns of people.
pub(super) const PEOPLE: t::Groups = t::group("crowd")
    | t::group("speaker")
    | t::group("job")
    | t::group("owners")
    | t::group("guests")
    | t::group("team");

/// Nouns of what two parties do.
const DEALS: t::Groups = t::group("paper")
    | t::group("contract")
    | t::group("deal")
    | t::group("merger")
    | t::group("sale")
    | t::group("ipo")
    | t::group("union")
    | t::group("bid");

/// Nouns of what two sides have with each other.
const TALKS: t::Groups = t::group("talks");

fn owned(scene: &Scene<'_, '_>, hit: &Hit) -> bool {
    matches!(scene.str(hit.end), "'s" | "’s")
}

/// The bodies that people without a name belong to, and the people who lead them: *Researchers at Kelvar developed a chip*,
/// *A team led by Amy Kuo*.
pub(super) fn members(scene: &Scene<'_, '_>, (start, end): (u32, u32)) -> Vec<usize> {
    let d = scene.document;
    let led = |at: &u32| *at > start && d.str(*at) == "by" && matches!(d.str(at - 1), "led" | "headed");
    let leaders = (start..end).find(led).map(|by| listed(scene, by + 1, end));
    let mut out: Vec<usize> = Vec::new();
    for hit in leaders.into_iter().flatten().filter(|hit| hit.kind == Kind::Person) {
        out.push(hit.entity);
        // *A team led by Amy Kuo of Kelvar*
        if matches!(d.str(hit.end), "of" | "at" | "from") {
            let bodies = listed(scene, hit.end + 1, end).into_iter();
            out.extend(bodies.filter(|h| h.kind == Kind::Organisation).map(|h| h.entity));
        }
    }
    // *Kelvar workers walked out*
    let first = scene.entities_in(start, end).into_iter().next();
    let several = |at: u32| d.info(at).pos & pos::PLURAL != 0 || d.is_on(at, list::CREW);
    let whole = |hit: &Hit| hit.end + 1 == end && hit.kind == Kind::Organisation && several(hit.end);
    if let Some(hit) = first.filter(whole)
        && scene.noun_groups(hit.end, hit.end + 1) & PEOPLE != 0
    {
        out.push(hit.entity);
        return out;
    }
    let belongs = |at: &u32| matches!(d.str(*at), "at" | "from" | "of") && *at > start;
    // *an activist from the union* is one of many, *the president of the union* another
    let people = |at: u32| {
        let many = d.info(at - 1).pos & pos::PLURAL != 0 || d.is_on(at - 1, list::CREW);
        many && scene.noun_groups(at - 1, at) & PEOPLE != 0
    };
    // *About 200 workers at Kelvar*, *15 percent of the staff at Kelvar*: how many
    let counts = |at: u32| at == start && d.is(at + 1, flag::NUMBER) || at > start && d.str(at) == "of" && !people(at);
    let Some(at) = (start..end)
        .find(|at| d.has(*at, class::PREP) && !counts(*at))
        .filter(belongs)
    else {
        return out;
    };
    if !people(at) {
        return out;
    }
    let bodies = listed(scene, at + 1, end).into_iter();
    let bodies = bodies.filter(|hit| hit.kind == Kind::Organisation && !owned(scene, hit));
    out.extend(bodies.map(|hit| hit.entity));
    // *Workers at the cable plant of Kelvar walked out*
    if out.is_empty() {
        out.extend(behalf::site_owners(scene, (at, end)));
    }
    out
}

/// The parties of a deal that is the subject: *The takeover of Lumeno by Kelvar was completed*, *An agreement between Kelvar
/// and Lumeno was signed*, *Kelvar's flotation raised 3 billion yuan*.
pub(super) fn sides(scene: &Scene<'_, '_>, (start, end): (u32, u32), item: &mut EventItem) {
    let d = scene.document;
    let talks = item.kind == EventKind::Meeting;
    let asked = if talks { TALKS } else { DEALS };
    if head_groups(scene, start, end).0 & asked == 0 {
        return;
    }
    let bought = item.kind == EventKind::Acquisition;
    for at in start..end {
        let role = match d.str(at) {
            "between" if talks => ParticipantRole::Participant,
            _ if talks => continue,
            "between" | "by" => ParticipantRole::Agent,
            "with" => ParticipantRole::Participant,
            "of" if bought => ParticipantRole::Patient,
            _ => continue,
        };
        // *of Lumeno by Kelvar*
        let until = (at + 1..end).find(|x| d.str(*x) == "by").unwrap_or(end);
        for hit in listed(scene, at + 1, until) {
            if (hit.kind != Kind::Place || talks) && !owned(scene, &hit) {
                item.add(hit.entity, role);
            }
        }
    }
    if talks {
        return;
    }
    let mut bodies = scene.entities_in(start, end).into_iter();
    let owner = bodies.find(|hit| hit.kind == Kind::Organisation && owned(scene, hit) && hit.start <= start + 1);
    if let Some(owner) = owner {
        item.add(owner.entity, ParticipantRole::Agent);
    }
}
