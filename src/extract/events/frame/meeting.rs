//! The meeting that an article is about: what later sentences tell of it, and what was done there.

use std::collections::HashSet;

use super::super::clause::Scene;
use super::super::find::Found;
use super::super::focus::is_medium;
use super::super::listed::listed;
use super::super::occasion::is_guests;
use super::super::places::head_kind;
use super::super::verbs::Tense;
use super::super::{EventItem, tables as t, verbs};
use super::{drop_event, is_dropped};
use crate::lexicon::format::pos;
use crate::lexicon::{class, list};
use crate::record::{DateKind, EventKind, ParticipantRole, Status};
use crate::resolve::names::Kind;
use crate::text::flag;

/// Gathers what later sentences tell about the main meeting, and hands its time and place on.
pub(super) fn meeting(scene: &Scene<'_, '_>, found: &mut [Found], main: usize) {
    if found[main].item.kind != EventKind::Meeting {
        return;
    }
    gather_place(scene, found, main);
    told_again(scene, found, main);
    let mut guests = done_there(scene, found, main);
    guests.extend(captions(scene));
    let item = &mut found[main].item;
    for entity in guests {
        if scene.entities.list[entity].kind == Kind::Person {
            item.add(entity, ParticipantRole::Participant);
        }
    }
    gathered(scene, item);
}

/// Other sentences about the meeting join it.
fn told_again(scene: &Scene<'_, '_>, found: &mut [Found], main: usize) {
    for index in 0..found.len() {
        if index == main || is_dropped(&found[index]) || found[index].item.kind != EventKind::Meeting {
            continue;
        }
        // *The conference will run until Friday*: the one that has begun
        let runs = found[index].item.rule == const { t::rule("event.meeting.run") };
        if runs && found[index].item.status == Status::Planned && is_the_meeting(scene, found[index].subject) {
            drop_event(&mut found[index]);
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
}

/// What was done at the meeting takes its time and place. Gives those who spoke there.
fn done_there(scene: &Scene<'_, '_>, found: &mut [Found], main: usize) -> Vec<usize> {
    let meeting = found[main].item.clone();
    let mut speakers = Vec::new();
    for (index, event) in found.iter_mut().enumerate() {
        if index == main || is_dropped(event) || event.item.sentence < meeting.sentence {
            continue;
        }
        let spoke = event.item.kind == EventKind::Statement;
        if is_same_day(scene, &meeting, &event.item) {
            event.item.place.clone_from(&meeting.place);
            // *The forum was held on May 3, at which Li Ming delivered a speech*
            if spoke && event.item.sentence == meeting.sentence {
                speakers.extend(agents(&event.item));
            }
        }
        tour(scene, &meeting, event);
        // *It comes after the firm reached a settlement*: before the meeting
        let earlier = event.subject.0 > 0 && matches!(scene.str(event.subject.0 - 1), "after" | "since");
        if earlier && !spoke || !is_told_there(scene, event) || !event.item.when.is_empty() {
            continue;
        }
        let bare = event.item.place.is_empty();
        // *In 2006 Li Ming attended a forum. He praised the city*: some day of that year, or years later
        let year = |i: &usize| scene.dates[*i].kind == DateKind::Date && scene.dates[*i].value.len() == "2006".len();
        if spoke && meeting.when.iter().any(year) {
            continue;
        }
        if event.item.status == Status::Occurred && meeting.status == Status::Occurred {
            event.item.when.clone_from(&meeting.when);
            if bare {
                event.item.place.clone_from(&meeting.place);
            }
            if spoke {
                speakers.extend(agents(&event.item));
            }
        } else if bare && event.item.kind == EventKind::Meeting {
            let city = meeting.place.iter().rev().take(1).copied();
            event.item.place = city.collect();
        }
    }
    speakers
}

fn agents(item: &EventItem) -> impl Iterator<Item = usize> {
    let agents = item.who.iter().filter(|(_, role)| *role == ParticipantRole::Agent);
    agents.map(|(entity, _)| *entity)
}

/// What was done on the meeting's day, nobody says where, was done there.
fn is_same_day(scene: &Scene<'_, '_>, meeting: &EventItem, item: &EventItem) -> bool {
    // *At the forum on the 29th, Li Ming gave a report*: one of its days
    let one_of = || match (&meeting.when[..], &item.when[..]) {
        ([all], [day]) => {
            let (all, day) = (&scene.dates[*all], &scene.dates[*day]);
            let span = all.value.split_once('/');
            // *Before noon, eleven agreements were signed*: an hour of that day
            let hour = all.is_day() && day.value.len() > all.value.len() && day.value.starts_with(&*all.value);
            hour || day.is_day() && span.is_some_and(|(first, last)| (first..=last).contains(&day.value.as_str()))
        }
        _ => false,
    };
    !meeting.when.is_empty()
        && (item.when == meeting.when || one_of())
        && item.place.is_empty()
        && !matches!(item.kind, EventKind::Result | EventKind::Market)
}

/// *A delegation from Lyon toured the fair*, *The guests visited Kelvar*
fn tour(scene: &Scene<'_, '_>, meeting: &EventItem, event: &mut Found) {
    if event.item.kind != EventKind::Visit {
        return;
    }
    let guests = is_guests(scene, event.subject) && event.group.tense == Tense::Past;
    if guests && event.item.when.is_empty() && meeting.status == Status::Occurred {
        event.item.when.clone_from(&meeting.when);
    }
    if is_meeting_itself(scene, event.item.trigger.1) && event.item.place.is_empty() {
        event.item.place.clone_from(&meeting.place);
    }
}

/// A kind of event that meetings are held for, told in a way that does not take it elsewhere.
fn is_told_there(scene: &Scene<'_, '_>, event: &Found) -> bool {
    use EventKind as E;
    let told = match event.item.kind {
        E::Statement
        | E::Agreement
        | E::Launch
        | E::Production
        | E::Award
        | E::Meeting
        | E::Founding
        | E::Policy
        | E::Research
        | E::Appointment => true,
        // *After the signing, the commencement ceremony of the project was held*
        _ => event.item.rule.starts_with("event.meeting."),
    };
    // *has been taking measures*, *The society has organised a series of meetings*: not done there
    let perfect = event.group.is_perfect(scene.document);
    // nor *The ministry has emphasized that …*
    let body = |(e, _): &(usize, ParticipantRole)| scene.entities.list[*e].kind == Kind::Organisation;
    let usual = match event.item.kind {
        E::Meeting | E::Launch | E::Policy => true,
        E::Statement => event.item.who.iter().any(body),
        _ => false,
    };
    // *The forum drew 300 guests, the Lindo Daily reported, citing officials*: not said there
    let medium = |(e, _): &(usize, ParticipantRole)| is_medium(scene, *e);
    let reported = event.item.kind == E::Statement && event.item.who.iter().any(medium);
    told && !reported && !(perfect && (event.group.progressive || usual))
}

/// Who speaks in captions: *(Speech by Yu Yuan, …)*
fn captions(scene: &Scene<'_, '_>) -> Vec<usize> {
    /// Tokens from *by* to the end of a name and its title.
    const NEAR: u32 = 6;
    let d = scene.document;
    let speech = |at: &u32| d.has(*at, class::SPEECHNOUN) && d.str(at + 1) == "by";
    let by = (0..d.len().saturating_sub(2)).filter(speech).map(|at| at + 2);
    // *opened with remarks by A and B*
    let spoken = by.flat_map(|at| {
        let first = scene.hits_in(at, (at + NEAR).min(d.len())).next();
        let rest = listed(scene, at, d.sentences()[d.sentence_of(at)].end).into_iter();
        let rest =
            rest.filter(move |hit| hit.kind == Kind::Person && first.is_some_and(|first| first.start < hit.start));
        first.into_iter().chain(rest)
    });
    spoken.map(|hit| hit.entity).collect()
}

/// How many gathered.
fn gathered(scene: &Scene<'_, '_>, item: &mut EventItem) {
    let d = scene.document;
    for sentence in d.sentences().iter().skip(item.sentence).take(2) {
        for at in sentence.start..sentence.end {
            if d.has(at, class::GATHERVERB) && verbs::group(d, at, sentence.start).is_some() {
                item.figures.extend(scene.figures_in(sentence.start, at));
            }
        }
    }
    item.figures.sort_unstable();
    item.figures.dedup();
}

/// A reference to the meeting itself: *the conference*, *the event*, its name; not *a signing ceremony*.
fn same_meeting(scene: &Scene<'_, '_>, main: &Found, other: &Found) -> bool {
    let d = scene.document;
    if other.item.status == Status::Planned && main.item.status != Status::Planned {
        return false;
    }
    match (main.item.name, other.item.name) {
        (Some(a), Some(b)) => {
            d.slice(a.0, a.1).eq_ignore_ascii_case(d.slice(b.0, b.1))
                || overlap_words(scene, a, b) && !is_part_of(scene, a, b)
        }
        _ => {
            let (s, e) = other.subject;
            if other.item.rule == const { t::rule("event.meeting.attend") } {
                return true;
            }
            // *attended the two-day forum, which was organised by Kelvar*
            if is_relative_of_meeting(scene, other) {
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
            // *organises the annual show*
            let limit = (behind + 4).min(d.sentences()[other.item.sentence].end);
            let long = || scene.str(behind + 1) == "annual" && is_the_meeting(scene, (behind, limit));
            is_the_meeting(scene, (s, e))
                || hosted && same_day() && (is_the_meeting(scene, (behind, behind + 2)) || long())
        }
    }
}

/// *the two-day forum, which was organised by Kelvar*: a clause behind the meeting that says who held it.
fn is_relative_of_meeting(scene: &Scene<'_, '_>, other: &Found) -> bool {
    /// Tokens of the noun phrase.
    const LONGEST: u32 = 6;
    let d = scene.document;
    let outer = other.group.outer;
    let comma = outer.saturating_sub(2);
    let relative = outer > 2 && scene.str(outer - 1) == "which" && scene.str(comma) == ",";
    let the = (comma.saturating_sub(LONGEST)..comma)
        .rev()
        .find(|at| d.has(*at, class::DET));
    relative && other.group.passive && the.is_some_and(|the| is_the_meeting(scene, (the, comma)))
}

/// *the forum*, *this two-day conference*: a meeting that was told before.
pub(in super::super) fn is_the_meeting(scene: &Scene<'_, '_>, (s, mut e): (u32, u32)) -> bool {
    // *the expo officially opened*
    e -= u32::from(e > s + 1 && scene.document.info(e - 1).pos & pos::ADVERB != 0);
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
        // *attended the opening*
        let ceremony = d.is_on(h, list::OCCASION);
        d.has(h, class::EVENTHEAD) || ceremony || noun.is_some_and(|v| v.contains("meeting"))
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

/// *2031 World Chip Conference*, *2031 World Chip Conference Green Transport Forum*: a forum of the conference whose name
/// its own starts with.
fn is_part_of(scene: &Scene<'_, '_>, a: (u32, u32), b: (u32, u32)) -> bool {
    let d = scene.document;
    let (whole, part) = if a.1 - a.0 < b.1 - b.0 { (a, b) } else { (b, a) };
    let words = whole.1 - whole.0;
    let starts = (0..words).all(|i| d.token(whole.0 + i).word == d.token(part.0 + i).word);
    let rest = (part.0 + words, part.1);
    // *… Conference & Expo*, *… Conference 2031*: the same by its full name
    let own = |at: u32| d.is(at, flag::WORD) && d.is(at, flag::CAPITAL);
    starts && rest.0 + 1 < rest.1 && own(rest.0) && d.has(rest.1 - 1, class::EVENTHEAD)
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
