//! Results that follow each other: whose they are, of which period and where.

use super::super::clause::Scene;
use super::super::find::Found;
use super::super::trigger::head_groups;
use super::super::verbs::Tense;
use super::super::{focus, tables as t};
use super::is_dropped;
use crate::lexicon::format::pos;
use crate::lexicon::{class, list};
use crate::record::{EventKind, ParticipantRole, Status};
use crate::resolve::names::Kind;

/// The period and place of a result go on to those told behind it in the paragraph and the next one.
pub(super) fn results(scene: &Scene<'_, '_>, found: &mut [Found]) {
    let d = scene.document;
    let mut last: Option<(u32, Vec<usize>, Vec<usize>)> = None;
    // whose results were told last, and in which sentence
    let mut owner: Option<(usize, usize)> = None;
    for event in found.iter_mut() {
        if event.item.kind != EventKind::Result || is_dropped(event) {
            continue;
        }
        let paragraph = d.sentences()[event.item.sentence].paragraph;
        let body = |e: &usize| scene.entities.list[*e].kind == Kind::Organisation;
        if event.item.place.is_empty() && !event.item.who.iter().any(|(e, _)| body(e)) {
            event.item.place = event.owners.clone();
        }
        // *It registered a GDP of 250 billion yuan*: the zone told of before
        if let [(only, ParticipantRole::Agent)] = event.item.who[..]
            && scene.entities.list[only].kind == Kind::Place
            && event.item.place.is_empty()
            && scene.hits_in(event.subject.0, event.subject.1).next().is_none()
        {
            event.item.place.push(only);
        }
        event.item.who.retain(|(e, _)| !event.item.place.contains(e));
        // *Net profit came to 412 million yuan*: still that of the company before
        let here = owner.filter(|(_, told)| *told == event.item.sentence || !is_of_all(scene, event.subject));
        let others = || is_of_others(scene, event.subject) || is_worldwide(scene, event.subject);
        if event.item.who.is_empty() && event.item.place.is_empty() && !others() {
            event.item.who.extend(here.map(|(e, _)| (e, ParticipantRole::Agent)));
        }
        let told = event.item.who.iter().map(|(e, _)| *e).find(|e| body(e));
        owner = told.map(|e| (e, event.item.sentence)).or(owner);
        if let Some((before, when, place)) = &last
            && *before + 1 >= paragraph
        {
            // *has gathered 58 firms*: up to now, not in the period told
            let goes_on = event.group.tense != Tense::Present && !event.group.is_perfect(d);
            if event.item.when.is_empty() && goes_on {
                event.item.when.clone_from(when);
            }
            if event.item.place.is_empty() && event.item.who.is_empty() {
                event.item.place.clone_from(place);
            }
        }
        if event.item.place.is_empty() && event.item.who.is_empty() {
            let place = focus::reporting_place(scene, event.item.sentence, event.subject);
            event.item.place.extend(place);
        }
        // *expects sales of 4 billion in 2026*: what is told behind it is not a forecast
        if event.item.status != Status::Planned {
            last = Some((paragraph, event.item.when.clone(), event.item.place.clone()));
        }
    }
}

/// *Most of the foundries will post lower revenue*, *Sales of its rivals fell*: those of several bodies without a name, and not of
/// the one told of before.
fn is_of_others(scene: &Scene<'_, '_>, (start, end): (u32, u32)) -> bool {
    const DOERS: t::Groups = t::group("company") | t::group("speaker") | t::group("crowd") | t::group("fab");
    let d = scene.document;
    let Some(last) = end.checked_sub(1).filter(|last| *last >= start) else {
        return false;
    };
    let many = d.info(last).pos & pos::PLURAL != 0 && scene.noun_groups(last, end) & DOERS != 0;
    // *Sales to customers fell*, *Profit from its lines rose*
    let of = |at: u32| d.has(at, class::PREP) && d.str(at) != "of";
    // *Both companies reported higher sales*: those told of
    let told = |at: u32| matches!(d.str(at), "both" | "Both" | "two" | "its" | "Its" | "their" | "Their");
    many && !d.has(last, class::PRON) && !(start..end).any(|at| of(at) || told(at))
}

/// *Worldwide shipments of wafers fell*: those of all firms together.
fn is_worldwide(scene: &Scene<'_, '_>, (start, end): (u32, u32)) -> bool {
    let d = scene.document;
    let the = u32::from(start < end && d.str(start).eq_ignore_ascii_case("the"));
    let owner = |at: u32| matches!(scene.str(at), "'s" | "’s");
    start + the < end && d.is_on(start + the, list::WORLDWIDE) && !owner(start + the + 1)
}

/// *Inflation slowed*, *The economy grew*: a result of no single body, unless it is said to be one's own.
fn is_of_all(scene: &Scene<'_, '_>, (start, end): (u32, u32)) -> bool {
    const OWN: t::Groups = t::group("own")
        | t::group("goods")
        | t::group("production")
        | t::group("capacity")
        | t::group("delivery")
        | t::group("contract");
    const ALL: t::Groups = t::group("metric") | t::group("industry") | t::group("interest_rate");
    const TRADE: t::Groups = t::group("business");
    let d = scene.document;
    let its = |at: u32| matches!(d.str(at), "its" | "Its" | "their" | "Their") || d.has(at, class::DEFINITE);
    let bits = head_groups(scene, start, end).0;
    let all = bits & TRADE != 0 || bits & ALL != 0 && bits & OWN == 0;
    all && !(start..end).any(its)
}
