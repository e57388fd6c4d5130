//! One event per occurrence: hosts and guests told later join the meeting, what is told as part of a meeting takes
//! its time and place, a headline joins the sentence that tells it, and one event is the main one.

mod meeting;
mod results;

use crate::lexicon::{class, list};
use crate::record::{EventKind, ParticipantRole, Status};
use crate::resolve::names::Kind;
use crate::text::flag;

use super::clause::Scene;
use super::find::{self, Found};
use super::focus::Focus;
use super::{EventItem, headline};
pub(super) use meeting::is_the_meeting;
use meeting::meeting;
use results::results;

/// Finds the events of an article, in text order.
pub fn events(scene: &Scene<'_, '_>) -> Vec<EventItem> {
    let d = scene.document;
    let mut found: Vec<Found> = Vec::new();
    let mut focus = Focus::new(scene);
    let mut work = find::Work::default();
    for index in 0..d.sentences().len() {
        find::sentence(scene, index, &mut focus, &mut work, &mut found);
    }
    headline::again(scene, &mut found);
    headline::headings(scene, &mut found);
    for index in super::nominal::known(&found) {
        drop_event(&mut found[index]);
    }
    super::behalf::papers(scene, &mut found);
    super::behalf::statements(scene, &mut found);
    super::together::together(scene, &mut found);
    super::naming::names(scene, &mut found);
    super::twice::words(scene, &mut found);
    super::twice::sums(scene, &mut found);
    super::twice::counts(scene, &mut found);
    super::again::again(scene, &mut found);
    super::twice::harm(scene, &mut found);
    super::twice::casualties(&mut found);
    super::twice::deaths(scene, &mut found);
    super::beside::posts(scene, &mut found);
    super::beside::plaques(scene, &mut found);
    super::attendance::join(scene, &mut found);
    super::guests::guests(scene, &mut found);
    super::ceremony::attended(scene, &mut found);
    super::held::held_for(scene, &mut found);
    super::held::held_to(scene, &mut found);
    super::ceremony::join(scene, &mut found);
    super::ceremony::signed_again(scene, &mut found);
    super::ceremony::held_again(scene, &mut found);
    super::ceremony::begun_again(scene, &mut found);
    results(scene, &mut found);
    super::locating::locate(scene, &mut found);
    let main = choose_main(scene, &found);
    let round_up = super::site::is_round_up(scene);
    super::behalf::investors(scene, &mut found, main);
    super::behalf::projects(scene, &mut found, main.filter(|_| !round_up));
    if let Some(main) = main {
        // what he said on that day, before the main event hands on its own; at the end whatever nobody has dated
        super::speech::speakers(scene, &mut found, false);
        if !round_up {
            super::occasion::trip(scene, &mut found, main);
        }
        super::occasion::last_meeting(scene, &mut found, main);
        super::site::held(scene, &mut found[main]);
        super::venue::place(scene, &mut found[main]);
        super::venue::district(scene, &mut found[main]);
        super::venue::city_of_province(scene, &mut found[main]);
        super::site::told(scene, &mut found[main]);
        super::venue::home(scene, &mut found[main]);
        super::venue::bracketed(scene, &mut found[main]);
        super::venue::hall(scene, &mut found[main]);
        super::site::items(scene, &mut found);
        meeting(scene, &mut found, main);
        if !round_up {
            super::occasion::hand_on(scene, &mut found, main);
            super::on_site::site(scene, &mut found, main);
            super::occasion::harm(scene, &mut found, main);
            super::occasion::lead(scene, &mut found);
        }
        super::on_site::near_site(scene, &mut found);
        super::there::there(scene, &mut found);
        members(scene, &mut found, main);
        found[main].item.main = true;
    }
    super::occasion::same_day(scene, &mut found);
    super::occasion::posts(scene, &mut found);
    super::speech::speakers(scene, &mut found, true);
    super::speech::told_later(scene, &mut found);
    super::speech::afar(scene, &mut found);
    super::cities::cities(scene, &mut found);
    super::naming::attended(scene, &mut found);
    super::ahead::ahead(scene, &mut found);
    // at the end: it says nothing of where they did it
    if !round_up {
        super::makers::makers(scene, &mut found);
    }
    found.retain(|f| f.item.trigger.0 != f.item.trigger.1);
    // how old somebody is belongs to no event
    for event in &mut found {
        event.item.figures.retain(|figure| !scene.figures[*figure].is_age());
        super::what::without_day(scene, &mut event.item);
    }
    found.into_iter().map(|f| f.item).collect()
}

/// Marks an event as joined to another one.
pub(super) fn drop_event(event: &mut Found) {
    event.item.trigger = (0, 0);
}

/// The event of number `again` tells what `told` tells: who is in it, its figures and its name go there, as do time and
/// place where it has none.
pub(super) fn join_events(found: &mut [Found], told: usize, again: usize) {
    let mut other = found[again].item.clone();
    let item = &mut found[told].item;
    item.name = item.name.or(other.name);
    // one by one: an event that is told again ten thousand times has ten thousand
    for figure in other.figures.drain(..) {
        if let Err(at) = item.figures.binary_search(&figure) {
            item.figures.insert(at, figure);
        }
    }
    item.join(other);
    drop_event(&mut found[again]);
}

pub(super) fn is_dropped(event: &Found) -> bool {
    event.item.trigger == (0, 0)
}

/// The event that the article is about: the first that is more than something said.
fn choose_main(scene: &Scene<'_, '_>, found: &[Found]) -> Option<usize> {
    let d = scene.document;
    let alive = || found.iter().enumerate().filter(|(_, f)| !is_dropped(f));
    let told = |f: &Found| !matches!(f.item.kind, EventKind::Statement) && !d.is(f.item.trigger.0, flag::HEADLINE);
    // *fell 3 percent after reporting a loss*: what was before is not what the article tells
    let before = |f: &Found| f.item.trigger.0 > 0 && d.str(f.item.trigger.0 - 1) == "after";
    // *Founded in 2014, Kelvar has grown*, *In 2006, he attended a forum*: long before what else is told
    let year = |f: &Found| {
        // *has pledged 5 billion until 2035*: a bound is no time when it was
        let bound = |i: &&usize| matches!(scene.dates[**i].relation, Some("until" | "by" | "before"));
        let when = f.item.when.iter().filter(|i| !bound(i));
        let years = when.map(|i| scene.dates[*i].value.get(..4));
        years.filter_map(|year| year?.parse::<u32>().ok()).max()
    };
    let last = alive()
        .filter(|(_, f)| f.item.status == Status::Occurred)
        .filter_map(|(_, f)| year(f))
        .max();
    let old = |f: &Found| year(f).is_some_and(|year| last.is_some_and(|last| year + 1 < last));
    let first_body = alive()
        .find(|(_, f)| told(f) && !before(f) && !scene.is_quoted(f.item.trigger.0) && !old(f))
        .or_else(|| alive().find(|(_, f)| told(f) && !before(f)))
        .or_else(|| alive().find(|(_, f)| told(f)));
    let first = first_body.or_else(|| alive().next())?.0;
    // *The project, funded by Kelvar, started construction*: what the sentence itself tells
    let bare = |f: &Found| f.group.passive && f.group.outer == f.group.head;
    let counts = |f: &Found| matches!(f.item.kind, EventKind::Result | EventKind::Market);
    let beside = alive()
        .skip_while(|(i, _)| *i <= first)
        .take_while(|(_, f)| f.item.sentence == found[first].item.sentence)
        .find(|(_, f)| told(f) && !counts(f) && !bare(f) && f.subject.0 < f.subject.1)
        .filter(|(_, f)| bare(&found[first]) && f.subject.0 <= found[first].item.trigger.0);
    Some(beside.map_or(first, |(i, _)| i))
}

/// *The first members included A, B and C*: members told behind a founding take part in it.
fn members(scene: &Scene<'_, '_>, found: &mut [Found], main: usize) {
    let d = scene.document;
    if found[main].item.kind != EventKind::Founding {
        return;
    }
    let (own, behind) = (found[main].item.sentence, found[main].item.trigger.1);
    for sentence in d.sentences().iter().skip(own).take(3) {
        // *was set up in Hefei, with 86 founding members including A and B*
        let from = sentence.start.max(behind);
        let Some(at) = (from..sentence.end).find(|at| d.has(*at, class::MEMBERNOUN)) else {
            continue;
        };
        let Some(verb) = (at..sentence.end).find(|x| d.is_on(*x, list::MEMBERS_TOLD)) else {
            continue;
        };
        for hit in scene.hits_in(verb + 1, sentence.end) {
            if hit.kind != Kind::Place && scene.entities.list.iter().all(|e| e.part_of != Some(hit.entity)) {
                found[main].item.add(hit.entity, ParticipantRole::Participant);
            }
        }
    }
}
