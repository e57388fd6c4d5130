//! One event per occurrence: hosts and guests told later join the meeting, what is told as part of a meeting takes
//! its time and place, a headline joins the sentence that tells it, and one event is the main one.

use std::collections::HashSet;

use crate::lexicon::{class, list};
use crate::record::{EventKind, ParticipantRole, Status};
use crate::resolve::names::Kind;
use crate::text::flag;

use super::clause::Scene;
use super::find::{self, Found};
use super::focus::{self, Focus};
use super::places::head_kind;
use super::trigger::head_groups;
use super::verbs::Tense;
use super::{EventItem, headline, tables as t, verbs};

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
    super::twice::harm(scene, &mut found);
    super::twice::casualties(&mut found);
    super::attendance::join(scene, &mut found);
    super::ceremony::attended(scene, &mut found);
    super::ceremony::join(scene, &mut found);
    super::ceremony::signed_again(scene, &mut found);
    super::ceremony::held_again(scene, &mut found);
    super::ceremony::begun_again(scene, &mut found);
    results(scene, &mut found);
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
        super::site::items(scene, &mut found);
        meeting(scene, &mut found, main);
        if !round_up {
            super::occasion::hand_on(scene, &mut found, main);
            super::on_site::site(scene, &mut found, main);
            super::occasion::harm(scene, &mut found, main);
            super::occasion::lead(scene, &mut found);
        }
        super::on_site::near_site(scene, &mut found);
        members(scene, &mut found, main);
        found[main].item.main = true;
    }
    super::occasion::posts(scene, &mut found);
    super::speech::speakers(scene, &mut found, true);
    super::speech::told_later(scene, &mut found);
    super::speech::afar(scene, &mut found);
    super::venue::cities(scene, &mut found);
    super::naming::attended(scene, &mut found);
    super::ahead::ahead(scene, &mut found);
    found.retain(|f| f.item.trigger.0 != f.item.trigger.1);
    // how old somebody is belongs to no event
    for event in &mut found {
        event.item.figures.retain(|figure| !scene.figures[*figure].is_age());
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
    item.figures.append(&mut other.figures);
    item.figures.sort_unstable();
    item.figures.dedup();
    item.join(other);
    drop_event(&mut found[again]);
}

pub(super) fn is_dropped(event: &Found) -> bool {
    event.item.trigger == (0, 0)
}

/// The period and place of a result go on to those told behind it in the paragraph and the next one.
fn results(scene: &Scene<'_, '_>, found: &mut [Found]) {
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
        if event.item.who.is_empty() && event.item.place.is_empty() {
            event.item.who.extend(here.map(|(e, _)| (e, ParticipantRole::Agent)));
        }
        let told = event.item.who.iter().map(|(e, _)| *e).find(|e| body(e));
        owner = told.map(|e| (e, event.item.sentence)).or(owner);
        if let Some((before, when, place)) = &last
            && *before + 1 >= paragraph
        {
            let goes_on = event.group.tense != Tense::Present;
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

/// The event that the article is about: the first that is more than something said.
fn choose_main(scene: &Scene<'_, '_>, found: &[Found]) -> Option<usize> {
    let d = scene.document;
    let alive = || found.iter().enumerate().filter(|(_, f)| !is_dropped(f));
    let told = |f: &Found| !matches!(f.item.kind, EventKind::Statement) && !d.is(f.item.trigger.0, flag::HEADLINE);
    // *fell 3 percent after reporting a loss*: what was before is not what the article tells
    let before = |f: &Found| f.item.trigger.0 > 0 && d.str(f.item.trigger.0 - 1) == "after";
    let first_body = alive()
        .find(|(_, f)| told(f) && !before(f) && !scene.is_quoted(f.item.trigger.0))
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

/// A reference to the meeting itself: *the conference*, *the event*, its name; not *a signing ceremony*.
fn same_meeting(scene: &Scene<'_, '_>, main: &Found, other: &Found) -> bool {
    let d = scene.document;
    if other.item.status == Status::Planned && main.item.status != Status::Planned {
        return false;
    }
    match (main.item.name, other.item.name) {
        (Some(a), Some(b)) => d.slice(a.0, a.1).eq_ignore_ascii_case(d.slice(b.0, b.1)) || overlap_words(scene, a, b),
        _ => {
            let (s, e) = other.subject;
            if other.item.rule == const { t::rule("event.meeting.attend") } {
                return true;
            }
            // two people met; a conference is something else
            if main.item.rule == const { t::rule("event.meeting.meet") } {
                return false;
            }
            // *Kelvar and Lumeno co-hosted the forum*
            let same_day = || other.item.when.is_empty() || other.item.when == main.item.when;
            let hosted = !other.group.passive && other.item.rule == const { t::rule("event.meeting.hosted") }
                || other.item.rule == const { t::rule("event.meeting.held") };
            let behind = other.item.trigger.1;
            is_the_meeting(scene, (s, e)) || hosted && same_day() && is_the_meeting(scene, (behind, behind + 2))
        }
    }
}

/// *the forum*, *this two-day conference*: a meeting that was told before.
pub(super) fn is_the_meeting(scene: &Scene<'_, '_>, (s, e): (u32, u32)) -> bool {
    /// Tokens of the noun phrase.
    const LONGEST: u32 = 6;
    let d = scene.document;
    let definite = s < e && (d.str(s).eq_ignore_ascii_case("the") || d.str(s).eq_ignore_ascii_case("this"));
    // *The two-day meeting*, *The forum, held every year,*
    let phrase_end = (s..e)
        .find(|at| d.str(*at) == "," || d.has(*at, class::PREP))
        .unwrap_or(e);
    let head = phrase_end.checked_sub(1).filter(|h| *h > s);
    let about_meeting = head.is_some_and(|h| {
        let noun = d.value(h, h + 1, class::EVENTNOUN);
        d.has(h, class::EVENTHEAD) || noun.is_some_and(|v| v.contains("meeting"))
    });
    definite && about_meeting && phrase_end - s <= LONGEST
}

/// Most words of the shorter name stand in the longer one.
fn overlap_words(scene: &Scene<'_, '_>, a: (u32, u32), b: (u32, u32)) -> bool {
    let d = scene.document;
    let words = |r: (u32, u32)| -> HashSet<u32> {
        (r.0..r.1)
            .filter(|at| d.is(*at, flag::CAPITAL) && d.token(*at).word != 0)
            .map(|at| d.token(at).word)
            .collect()
    };
    let (a, b) = (words(a), words(b));
    let least = a.len().min(b.len());
    least >= 2 && a.intersection(&b).count() * 3 >= least * 2
}

/// Gathers what later sentences tell about the main meeting, and hands its time and place on.
fn meeting(scene: &Scene<'_, '_>, found: &mut [Found], main: usize) {
    let d = scene.document;
    if found[main].item.kind != EventKind::Meeting {
        return;
    }
    gather_place(scene, found, main);
    for index in 0..found.len() {
        if index == main || is_dropped(&found[index]) || found[index].item.kind != EventKind::Meeting {
            continue;
        }
        if !same_meeting(scene, &found[main], &found[index])
            || found[index].item.rule == const { t::rule("event.meeting.see") }
        {
            continue;
        }
        let other = found[index].item.clone();
        // *The three-day event will be held at the Expo Centre*: the hall of what was said to be in the city
        let item = &mut found[main].item;
        let is_hall = |e: &usize| head_kind(scene, *e) == Some("facility");
        if item.status == other.status && !item.place.iter().any(is_hall) {
            let halls = other.place.iter().copied().filter(is_hall).take(1);
            item.place.splice(0..0, halls);
        }
        item.name = item.name.or(other.name);
        item.join(other);
        drop_event(&mut found[index]);
    }
    let (when, place, status) = {
        let item = &found[main].item;
        (item.when.clone(), item.place.clone(), item.status)
    };
    let main_sentence = found[main].item.sentence;
    let mut speakers: Vec<usize> = Vec::new();
    for (index, event) in found.iter_mut().enumerate() {
        if index == main || is_dropped(event) || event.item.sentence < main_sentence {
            continue;
        }
        let told_there = matches!(
            event.item.kind,
            EventKind::Statement
                | EventKind::Agreement
                | EventKind::Launch
                | EventKind::Production
                | EventKind::Award
                | EventKind::Meeting
                | EventKind::Founding
                | EventKind::Policy
                | EventKind::Research
                | EventKind::Appointment
        );
        // what was done on the meeting's day was done there
        // *At the forum on the 29th, Li Ming gave a report*: one of its days
        let one_of = || match (&when[..], &event.item.when[..]) {
            ([all], [day]) => {
                let (all, day) = (&scene.dates[*all], &scene.dates[*day]);
                let span = all.value.split_once('/');
                day.is_day() && span.is_some_and(|(first, last)| (first..=last).contains(&day.value.as_str()))
            }
            _ => false,
        };
        let same_day = !when.is_empty()
            && (event.item.when == when || one_of())
            && event.item.place.is_empty()
            && !matches!(event.item.kind, EventKind::Result | EventKind::Market);
        if same_day {
            event.item.place.clone_from(&place);
            // *The forum was held on May 3, at which Li Ming delivered a speech*
            if event.item.kind == EventKind::Statement && event.item.sentence == main_sentence {
                let agents = event.item.who.iter().filter(|(_, r)| *r == ParticipantRole::Agent);
                speakers.extend(agents.map(|(e, _)| *e));
            }
        }
        // *has been taking measures*, *The society has organised a series of meetings*: not done there
        let perfect = event.group.is_perfect(d);
        // nor *The ministry has emphasized that …*
        let body = |(e, _): &(usize, ParticipantRole)| scene.entities.list[*e].kind == Kind::Organisation;
        let usual = match event.item.kind {
            EventKind::Meeting | EventKind::Launch | EventKind::Policy => true,
            EventKind::Statement => event.item.who.iter().any(body),
            _ => false,
        };
        // *A delegation from Lyon toured the fair*, *The guests visited Kelvar*
        let guests = super::occasion::is_guests(scene, event.subject) && event.group.tense == Tense::Past;
        if event.item.kind == EventKind::Visit && guests && event.item.when.is_empty() && status == Status::Occurred {
            event.item.when.clone_from(&when);
        }
        let toured = event.item.kind == EventKind::Visit && is_meeting_itself(scene, event.item.trigger.1);
        if toured && event.item.place.is_empty() {
            event.item.place.clone_from(&place);
        }
        // *It comes after the firm reached a settlement*: before the meeting
        let earlier = event.subject.0 > 0 && matches!(scene.str(event.subject.0 - 1), "after" | "since");
        if earlier && event.item.kind != EventKind::Statement {
            continue;
        }
        // *After the signing, the commencement ceremony of the project was held*
        let told_there = told_there || event.item.rule.starts_with("event.meeting.");
        if !told_there || perfect && (event.group.progressive || usual) {
            continue;
        }
        if event.item.when.is_empty() {
            if event.item.status == Status::Occurred && status == Status::Occurred {
                event.item.when.clone_from(&when);
                if event.item.place.is_empty() {
                    event.item.place.clone_from(&place);
                }
                if event.item.kind == EventKind::Statement {
                    speakers.extend(
                        event
                            .item
                            .who
                            .iter()
                            .filter(|(_, r)| *r == ParticipantRole::Agent)
                            .map(|(e, _)| *e),
                    );
                }
            } else if event.item.place.is_empty() && event.item.kind == EventKind::Meeting {
                let city = place.iter().rev().take(1).copied().collect();
                event.item.place = city;
            }
        }
    }
    for entity in speakers {
        if scene.entities.list[entity].kind == Kind::Person {
            found[main].item.add(entity, ParticipantRole::Participant);
        }
    }
    // captions: *(Speech by Yu Yuan, …)*
    for at in 0..d.len().saturating_sub(2) {
        if d.has(at, class::SPEECHNOUN) && d.str(at + 1) == "by" {
            for hit in scene.hits_in(at + 2, (at + 8).min(d.len())).take(1) {
                if hit.kind == Kind::Person {
                    found[main].item.add(hit.entity, ParticipantRole::Participant);
                }
            }
        }
    }
    // how many gathered
    let mut counts: Vec<usize> = Vec::new();
    for sentence in d.sentences().iter().skip(main_sentence).take(2) {
        for at in sentence.start..sentence.end {
            if d.has(at, class::GATHERVERB) && verbs::group(d, at, sentence.start).is_some() {
                counts.extend(scene.figures_in(sentence.start, at));
            }
        }
    }
    found[main].item.figures.extend(counts);
    found[main].item.figures.sort_unstable();
    found[main].item.figures.dedup();
}

/// *the fair*, *the exhibition*: the meeting that the article is about.
fn is_meeting_itself(scene: &Scene<'_, '_>, at: u32) -> bool {
    scene.str(at) == "the"
        && scene.noun_groups(at + 1, (at + 2).min(scene.document.len())) & const { t::group("meeting") } != 0
}

/// Where the meeting was: its own clause, *gathered in X*, the title's or the dateline's place.
fn gather_place(scene: &Scene<'_, '_>, found: &mut [Found], main: usize) {
    let d = scene.document;
    let own = found[main].item.sentence;
    if found[main].item.place.is_empty() {
        'search: for sentence in d.sentences().iter().skip(own).take(2) {
            for at in sentence.start..sentence.end {
                if d.has(at, class::GATHERVERB)
                    && let Some(hit) = scene.where_in(at + 1, sentence.end).first()
                {
                    found[main].item.place.push(hit.entity);
                    break 'search;
                }
            }
        }
    }
    // a venue lies in a city that the headline or the dateline names
    let inner = |e: &usize| head_kind(scene, *e).is_some_and(|kind| kind != "city" && kind != "province");
    if found[main].item.place.iter().all(inner) {
        let head = d.sentences().iter().take(3).filter(|s| d.is(s.start, flag::HEADLINE));
        for sentence in head {
            if let Some(hit) = scene.where_in(sentence.start, sentence.end).last()
                && !found[main].item.place.contains(&hit.entity)
            {
                found[main].item.place.push(hit.entity);
            }
        }
    }
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
