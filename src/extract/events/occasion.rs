//! What the main event hands on to those that are told as part of the same occasion: a visit, a signing, a speech.

use std::collections::HashMap;

use crate::lexicon::class;
use crate::lexicon::format::PlaceInfo;
use crate::record::{EventKind, ParticipantRole, Status};
use crate::resolve::names::Kind;
use crate::text::flag;

use super::clause::{Hit, Scene};
use super::find::Found;
use super::frame::is_dropped;
use super::places::head_kind;
use super::trigger::head_groups;
use super::verbs::Tense;
use super::{EventItem, tables as t};

/// Kinds of main events at which people speak and sign.
const OCCASIONS: [EventKind; 6] = [
    EventKind::Visit,
    EventKind::Agreement,
    EventKind::Founding,
    EventKind::Construction,
    EventKind::Statement,
    EventKind::Production,
];

/// Goods leave a plant, or a plant stands still: nobody meets for it.
const ROUTINE: [&str; 6] = [
    t::rule("event.production.make"),
    t::rule("event.production.ship"),
    t::rule("event.production.deliver"),
    t::rule("event.production.halt"),
    t::rule("event.production.idle"),
    t::rule("event.production.output"),
];

/// People may speak and sign where it happens.
fn is_occasion(item: &EventItem) -> bool {
    OCCASIONS.contains(&item.kind) && !ROUTINE.contains(&item.rule)
}

/// Meetings of two sides, of which nobody says that they were held.
pub(super) const ENCOUNTERS: [&str; 3] = [
    t::rule("event.meeting.meet"),
    t::rule("event.meeting.with"),
    t::rule("event.meeting.receive"),
];

/// The dateline's place for a main event that has none (*signed here on Wednesday*), or else that of the headline.
pub fn place(scene: &Scene<'_, '_>, main: &mut Found) {
    if main.item.status != Status::Occurred || !main.item.place.is_empty() {
        return;
    }
    let here = matches!(
        main.item.kind,
        EventKind::Meeting | EventKind::Agreement | EventKind::Founding | EventKind::Visit | EventKind::Legal
    );
    let dateline = scene.dateline.and_then(|(place, _)| place).filter(|_| here);
    let hit = dateline.and_then(|(start, end)| {
        let mut hits = scene.entities_in(start, end).into_iter();
        hits.find(|h| h.kind == Kind::Place)
    });
    main.item
        .place
        .extend(hit.or_else(|| headline(scene, main)).map(|h| h.entity));
}

/// *Twelve Engineers Crowned in Wuhan*: where the headline says that it was.
fn headline(scene: &Scene<'_, '_>, main: &Found) -> Option<Hit> {
    let d = scene.document;
    let there = matches!(
        main.item.kind,
        EventKind::Meeting | EventKind::Award | EventKind::Construction | EventKind::Agreement | EventKind::Founding
    );
    let mut head = d.sentences().iter().take_while(|s| d.is(s.start, flag::HEADLINE));
    let mut hits = head.find_map(|s| Some(scene.where_in(s.start, s.end)).filter(|hits| !hits.is_empty()))?;
    let hit = hits.pop().filter(|_| there && hits.is_empty())?;
    let wide = scene.grain(hit.entity).is_some_and(|grain| grain < PlaceInfo::PROVINCE);
    (!wide).then_some(hit)
}

/// *Li Ming spoke on May 8. “The cost is high,” Li said*: on the day on which he spoke in the sentence before; where he `goes_on`,
/// a little earlier, and from one statement to the next.
pub fn speakers(scene: &Scene<'_, '_>, found: &mut [Found], goes_on: bool) {
    /// Sentences between the two.
    const NEAR: usize = 3;
    let near = if goes_on { NEAR } else { 1 };
    let mut last: HashMap<usize, (usize, Vec<usize>, Vec<usize>)> = HashMap::new();
    for event in found.iter_mut().filter(|f| !is_dropped(f)) {
        let item = &mut event.item;
        let speaker = item
            .who
            .iter()
            .map(|(e, _)| *e)
            .find(|e| scene.entities.list[*e].kind == Kind::Person);
        let Some(speaker) = speaker.filter(|_| item.kind == EventKind::Statement && item.status == Status::Occurred)
        else {
            continue;
        };
        let perfect = event.group.is_perfect(scene.document);
        if item.when.is_empty()
            && !perfect
            && let Some((sentence, when, place)) = last.get(&speaker)
            && item.sentence <= sentence + near
        {
            item.when.clone_from(when);
            if item.place.is_empty() {
                item.place.clone_from(place);
            }
            if !goes_on {
                continue;
            }
        }
        if item.when.iter().any(|i| scene.dates[*i].is_day()) {
            last.insert(speaker, (item.sentence, item.when.clone(), item.place.clone()));
        }
    }
}

/// *Li Ming said that … “…,” Li said at the forum in Hefei*: the place is told a sentence later.
pub fn told_later(scene: &Scene<'_, '_>, found: &mut [Found]) {
    /// Sentences between the two.
    const NEAR: usize = 2;
    let mut next: HashMap<usize, (usize, Vec<usize>)> = HashMap::new();
    for event in found.iter_mut().rev().filter(|f| !is_dropped(f)) {
        let perfect = event.group.is_perfect(scene.document);
        let item = &mut event.item;
        let mut people = item.who.iter().map(|(e, _)| *e);
        let speaker = people.find(|e| scene.entities.list[*e].kind == Kind::Person);
        let spoke = item.kind == EventKind::Statement && item.status == Status::Occurred && !perfect;
        let Some(speaker) = speaker.filter(|_| spoke) else {
            continue;
        };
        let d = scene.document;
        let s = &d.sentences()[item.sentence];
        let meeting = (item.trigger.1..s.end).find(|at| d.has(*at, class::EVENTHEAD));
        let there = meeting.is_some_and(|at| {
            let mut hits = scene.where_in(at, s.end).into_iter();
            let local = |h: &Hit| scene.grain(h.entity).is_none_or(|grain| grain > PlaceInfo::PROVINCE);
            hits.any(|h| item.place.contains(&h.entity) && local(&h))
        });
        if !item.place.is_empty() {
            if there {
                next.insert(speaker, (item.sentence, item.place.clone()));
            }
        } else if let Some((sentence, place)) = next.get(&speaker)
            && item.sentence + NEAR >= *sentence
        {
            item.place.clone_from(place);
        }
    }
}

/// Time and place of the meeting told last, for what was done at it: *At the meeting, …*, or in the same paragraph. The
/// main meeting hands on its own.
pub fn last_meeting(scene: &Scene<'_, '_>, found: &mut [Found], main: usize) {
    let paragraph = |item: &EventItem| scene.document.sentences()[item.sentence].paragraph;
    let mut last: Option<usize> = None;
    for index in 0..found.len() {
        if is_dropped(&found[index]) {
            continue;
        }
        let item = &found[index].item;
        if item.kind == EventKind::Meeting && item.status == Status::Occurred && !item.when.is_empty() {
            last = Some(index);
            continue;
        }
        let told_there = matches!(
            item.kind,
            EventKind::Statement | EventKind::Agreement | EventKind::Launch | EventKind::Award | EventKind::Founding
        );
        let Some(meeting) = last.filter(|meeting| *meeting != main && told_there) else {
            continue;
        };
        let next = paragraph(item) == paragraph(&found[meeting].item) && item.kind != EventKind::Statement;
        let near = next || at_the_scene(scene, item);
        if near && item.status == Status::Occurred && item.when.is_empty() {
            let (when, place) = (found[meeting].item.when.clone(), found[meeting].item.place.clone());
            let item = &mut found[index].item;
            item.when = when;
            if item.place.is_empty() {
                item.place = place;
            }
        }
    }
}

/// Time and place of the occasion for what people said there, its time for what else was done there, and both for
/// whatever the sentence itself puts there.
pub fn hand_on(scene: &Scene<'_, '_>, found: &mut [Found], main: usize) {
    let item = &found[main].item;
    if item.status != Status::Occurred {
        return;
    }
    // *had completed a plant in Dalian*, *has begun construction*: nobody met there for it
    let built = matches!(item.kind, EventKind::Construction | EventKind::Production);
    let met = !built || !found[main].group.is_perfect(scene.document);
    // prizes are handed out somewhere on some day; one that was won once is no occasion
    let handed = || !item.place.is_empty() && item.when.iter().any(|i| scene.dates[*i].is_day());
    let occasion = is_occasion(item) && met || item.kind == EventKind::Award && handed();
    let (kind, when, place, sentence) = (item.kind, item.when.clone(), item.place.clone(), item.sentence);
    let section_end = section_end(scene, sentence, scene.document.sentences().len());
    let mut speakers: Vec<usize> = Vec::new();
    for (index, event) in found.iter_mut().enumerate() {
        if index == main || is_dropped(event) {
            continue;
        }
        let passive = event.group.passive && event.group.tense == Tense::Past;
        let subject = event.subject;
        let item = &mut event.item;
        if item.sentence < sentence || item.status != Status::Occurred || !item.when.is_empty() {
            continue;
        }
        // *Li Ming said earlier that …*
        if matches!(scene.str(item.trigger.1), "earlier" | "previously" | "before") {
            continue;
        }
        let told_there = match item.kind {
            // people speak where they are; a body speaks from anywhere
            EventKind::Statement if kind != EventKind::Founding => {
                let person = |(e, _): &(usize, _)| scene.entities.list[*e].kind == Kind::Person;
                item.who.iter().any(person) || item.who.is_empty() && is_guests(scene, subject)
            }
            // *was conferred on Li Ming*
            EventKind::Award if kind == EventKind::Award => passive,
            // a round-up of signings has a heading for each
            EventKind::Agreement | EventKind::Meeting | EventKind::Visit | EventKind::Award => {
                let here = kind != EventKind::Agreement || item.sentence < section_end;
                here && matches!(kind, EventKind::Visit | EventKind::Statement | EventKind::Agreement)
            }
            EventKind::Appointment | EventKind::Launch => kind == EventKind::Founding,
            // *under an accord signed on Thursday, A and B set up a laboratory*
            EventKind::Founding => kind == EventKind::Agreement && item.sentence == sentence,
            _ => false,
        };
        let scene_told = at_the_scene(scene, item);
        if occasion && told_there || scene_told {
            item.when.clone_from(&when);
            if item.place.is_empty() {
                item.place.clone_from(&place);
            }
        }
        let paragraph = |sentence: usize| scene.document.sentences()[sentence].paragraph;
        let beside = paragraph(item.sentence) == paragraph(sentence);
        if (scene_told || beside && told_there) && item.kind == EventKind::Statement {
            speakers.extend(item.who.iter().map(|(e, _)| *e));
        }
    }
    // *Addressing the ceremony, Li Ming said …*: he was there
    let ceremony = found[main].item.rule.starts_with("event.meeting.") && kind != EventKind::Meeting;
    for entity in speakers {
        if ceremony && scene.entities.list[entity].kind == Kind::Person {
            found[main].item.add(entity, ParticipantRole::Participant);
        }
    }
}

/// *The leaders*, *The experts present*: those who came, without a name.
fn is_guests(scene: &Scene<'_, '_>, (start, end): (u32, u32)) -> bool {
    head_groups(scene, start, end).0 & const { t::group("guests") } != 0
}

/// The first sentence behind `from` that is a heading, a line of its own that ends without a mark; looked for up to `last`,
/// else the one behind that.
pub(super) fn section_end(scene: &Scene<'_, '_>, from: usize, last: usize) -> usize {
    let end = scene.document.sentences().len().min(last + 1);
    (from + 1..end).find(|index| is_heading(scene, *index)).unwrap_or(end)
}

/// A short line of its own that ends without a mark, with another line behind it.
pub(super) fn is_heading(scene: &Scene<'_, '_>, index: usize) -> bool {
    /// Tokens of a heading.
    const SHORT: u32 = 24;
    let d = scene.document;
    let sentences = d.sentences();
    let s = &sentences[index];
    let line = |at: usize| sentences.get(at).is_some_and(|s| d.is(s.start, flag::LINE));
    let alone = line(index) && line(index + 1);
    alone && s.end - s.start <= SHORT && s.end > s.start && d.is(s.end - 1, flag::WORD)
}

/// *At the scene, …*, *At the same ceremony …*, *In his speech, …*: the sentence says that it was there.
fn at_the_scene(scene: &Scene<'_, '_>, item: &EventItem) -> bool {
    let d = scene.document;
    let s = &d.sentences()[item.sentence];
    if s.start + 3 >= s.end {
        return false;
    }
    let occasion = |at: u32| {
        (at..(at + 3).min(s.end)).any(|at| {
            d.value(at, at + 1, class::EVENTNOUN)
                .is_some_and(|v| v.contains("meeting") || v.contains("scene"))
        })
    };
    let led = |at: u32| matches!(d.str(at), "at" | "during" | "on") && matches!(d.str(at + 1), "the" | "this");
    // *gave 1 million yuan to the town at the signing ceremony*: the last words of the sentence
    let told = (item.trigger.1..s.end).take_while(|at| d.str(*at) != "that");
    let last = told.filter(|at| *at + 2 < s.end && led(*at)).last();
    if item.kind != EventKind::Statement && last.is_some_and(|at| occasion(at + 2) && at + 7 > s.end) {
        return true;
    }
    // a speech is given somewhere
    if d.str(s.start) == "In" && d.str(s.start + 1) == "remarks" {
        return true;
    }
    let own = matches!(d.str(s.start), "In" | "During") && matches!(d.str(s.start + 1), "his" | "her" | "their");
    if own {
        let words = s.start + 2..(s.start + 5).min(s.end);
        return words.into_iter().any(|at| d.has(at, class::SPEECHNOUN));
    }
    let preposition = matches!(d.str(s.start), "At" | "During" | "On" | "Addressing");
    preposition && matches!(d.str(s.start + 1), "the" | "this") && occasion(s.start + 2)
}

/// *The society elected Li Ming its president in Wuxi on Friday. Amy Kuo was chosen as secretary*: on the same occasion.
pub fn posts(scene: &Scene<'_, '_>, found: &mut [Found]) {
    /// Sentences between two that were named.
    const NEAR: usize = 2;
    let mut last: Option<(usize, Vec<usize>, Vec<usize>)> = None;
    for event in found.iter_mut().filter(|f| !is_dropped(f)) {
        let named = event.item.kind == EventKind::Appointment && event.item.status == Status::Occurred;
        if !named || event.item.rule != const { t::rule("event.appointment.name") } {
            continue;
        }
        let past = event.group.tense == Tense::Past && !event.group.is_perfect(scene.document);
        let item = &mut event.item;
        if let Some((sentence, when, place)) = &last
            && past
            && item.when.is_empty()
            && item.sentence <= sentence + NEAR
        {
            item.when.clone_from(when);
            if item.place.is_empty() {
                item.place.clone_from(place);
            }
        }
        last = item
            .when
            .iter()
            .any(|i| scene.dates[*i].is_day())
            .then(|| (item.sentence, item.when.clone(), item.place.clone()));
    }
}

/// The lead's day and place for what people said and how markets moved, where nothing nearer says when.
pub fn lead(scene: &Scene<'_, '_>, found: &mut [Found]) {
    /// Sentences of the body in which the lead event stands.
    const LEAD: usize = 2;
    let d = scene.document;
    let Some(first) = d
        .sentences()
        .iter()
        .position(|s| !d.is(s.start, flag::HEADLINE | flag::FURNITURE))
    else {
        return;
    };
    let is_day = |dates: &[usize]| dates.iter().any(|i| scene.dates[*i].is_day());
    let body = |f: &Found| !is_dropped(f) && !d.is(f.item.trigger.0, flag::HEADLINE);
    let Some(lead) = found.iter().position(|f| {
        body(f)
            && f.item.sentence < first + LEAD
            && f.item.status == Status::Occurred
            && (is_occasion(&f.item)
                || matches!(f.item.kind, EventKind::Market | EventKind::Listing | EventKind::Meeting))
            && is_day(&f.item.when)
    }) else {
        return;
    };
    // *Chip sales will recover, officials said on Thursday*: those who are named behind
    let crowd = {
        let item = &found[lead].item;
        item.kind == EventKind::Statement && item.who.is_empty() && is_guests(scene, found[lead].subject)
    };
    let (when, place, told) = {
        let item = &found[lead].item;
        (item.when.clone(), item.place.clone(), item.kind)
    };
    // the last market day told goes on, and so does the exchange of the same shares
    let mut market = when.clone();
    let mut exchange = (found[lead].item.who.clone(), place.clone());
    if told != EventKind::Market {
        exchange.0.clear();
    }
    for (index, event) in found.iter_mut().enumerate() {
        if !body(event) || index == lead {
            continue;
        }
        let perfect = event.group.is_perfect(d);
        let item = &mut event.item;
        if item.kind == EventKind::Market {
            // *had fallen 14 percent since January*: not on that day
            if item.when.is_empty() && item.status == Status::Occurred && !perfect {
                item.when.clone_from(&market);
            } else if is_day(&item.when) {
                market.clone_from(&item.when);
            }
            if !item.place.is_empty() {
                exchange = (item.who.clone(), item.place.clone());
            } else if item.who == exchange.0 && !item.who.is_empty() {
                item.place.clone_from(&exchange.1);
            }
            continue;
        }
        let person = |(e, _): &(usize, _)| scene.entities.list[*e].kind == Kind::Person;
        // a statement or a founding is an occasion to speak where it has a place
        let placed = !matches!(told, EventKind::Statement | EventKind::Founding) || !place.is_empty() || crowd;
        let speech = told != EventKind::Market && placed;
        let before = matches!(scene.str(item.trigger.1), "earlier" | "previously" | "before");
        if item.kind == EventKind::Statement
            && speech
            && !before
            && item.status == Status::Occurred
            && (item.when.is_empty() || item.when == when)
            && item.who.iter().any(person)
        {
            item.when.clone_from(&when);
            if item.place.is_empty() {
                item.place.clone_from(&place);
            }
        }
    }
}

/// The one city that the headline names.
fn headline_city(scene: &Scene<'_, '_>) -> Option<usize> {
    let d = scene.document;
    let head = d.sentences().iter().take_while(|s| d.is(s.start, flag::HEADLINE));
    let mut cities = head
        .flat_map(|s| scene.entities_in(s.start, s.end))
        .filter(|h| h.kind == Kind::Place && h.end == h.start + 1);
    let city = cities.next()?;
    cities.all(|other| other.entity == city.entity).then_some(city.entity)
}

/// A district or zone in which the article's main event was lies in the city that the headline names.
pub fn district(scene: &Scene<'_, '_>, main: &mut Found) {
    let [only] = main.item.place[..] else { return };
    let row = |entity: usize| Some(&scene.document.lexicon.places[scene.rows[entity]? as usize]);
    // a zone that the gazetteer does not know may lie anywhere, unless the headline says where the rest was
    let known = || row(only).is_some() || headline(scene, main).is_some();
    let zone = || head_kind(scene, only) == Some("zone") && known();
    if head_kind(scene, only) != Some("district") && !zone() {
        return;
    }
    if let Some(city) = headline_city(scene).filter(|city| *city != only)
        && let Some(outer) = row(city).filter(|row| row.kind == PlaceInfo::CITY)
        && row(only).is_none_or(|inner| inner.admin1 == outer.admin1 && inner.country == outer.country)
    {
        main.item.place.push(city);
    }
}

/// *The Wuxi Chip Forum was held on May 3*: the city that the meeting bears in front of its name.
fn named_in(scene: &Scene<'_, '_>, main: &Found) -> Option<usize> {
    let d = scene.document;
    let start = main.subject.0 + u32::from(d.has(main.subject.0, class::DET));
    let start = start + u32::from(d.is(start, flag::NUMBER));
    let end = d.class_end(start, class::PLACE).unwrap_or(start + 1);
    let named =
        main.item.kind == EventKind::Meeting && main.group.passive && (d.is(end, flag::CAPITAL) || d.str(end) == "(");
    let city = |e: &usize| {
        let name = scene.entities.list[*e].name;
        d.slice(name.start, name.end) == d.slice(start, end)
    };
    let mut cities = (0..scene.rows.len()).filter(|e| scene.grain(*e) == Some(PlaceInfo::CITY));
    named.then(|| cities.find(city)).flatten()
}

/// Where nothing says where the meeting was: the one city that the article is full of, if its start names it.
pub fn home(scene: &Scene<'_, '_>, main: &mut Found) {
    /// Mentions of the city, and how many times as many as those of any other.
    const OFTEN: usize = 3;
    const MORE: usize = 3;
    /// Sentences at the start.
    const FIRST: usize = 6;
    let d = scene.document;
    let item = &main.item;
    let agents = item.who.iter().any(|(_, role)| *role == ParticipantRole::Agent);
    // two sides meet anywhere; a conference is held somewhere, and *the contracts were signed* tells of a ceremony
    let held = item.rule.starts_with("event.meeting.") && !ENCOUNTERS.contains(&item.rule)
        || item.kind == EventKind::Agreement && main.group.passive && !agents;
    if !held || !item.place.is_empty() || item.status != Status::Occurred {
        return;
    }
    if let Some(city) = named_in(scene, main) {
        main.item.place.push(city);
        return;
    }
    let mentions = |entity: usize| scene.entities.list[entity].mentions.len();
    let cities = (0..scene.rows.len()).filter(|entity| scene.grain(*entity) == Some(PlaceInfo::CITY));
    let Some(city) = cities.clone().max_by_key(|entity| mentions(*entity)) else {
        return;
    };
    let alone = cities
        .filter(|other| *other != city)
        .all(|other| mentions(other) * MORE <= mentions(city));
    let start = d.sentences().get(FIRST).map_or(d.len(), |s| s.start);
    let first = scene.entities.list[city]
        .mentions
        .first()
        .is_some_and(|m| m.start < start);
    if mentions(city) >= OFTEN && alone && first {
        main.item.place.push(city);
    }
}

/// *DALIAN, Oct. 26 -- A plant opened in Liaoning Province*: in the city that the dateline names.
pub fn city_of_province(scene: &Scene<'_, '_>, main: &mut Found) {
    let [only] = main.item.place[..] else { return };
    let row = |entity: usize| Some(&scene.document.lexicon.places[scene.rows[entity]? as usize]);
    // *A chip maker in Anhui began production*: it says no more
    let mut named = scene.entities_in(main.subject.0, main.subject.1).into_iter();
    let province = row(only).filter(|row| row.kind == PlaceInfo::PROVINCE && named.all(|h| h.entity != only));
    let dateline = scene.dateline.and_then(|(place, _)| place);
    let Some((province, (start, end))) = province.zip(dateline) else {
        return;
    };
    let mut hits = scene.entities_in(start, end).into_iter();
    let city = hits
        .find(|h| h.kind == Kind::Place)
        .and_then(|h| Some((h.entity, row(h.entity)?)));
    let inside = |row: &PlaceInfo| {
        row.kind == PlaceInfo::CITY && row.admin1 == province.admin1 && row.country == province.country
    };
    if let Some((city, _)) = city.filter(|(_, row)| inside(row)) {
        main.item.place = vec![city];
    }
}

/// What the company or the project does is done on its site, where the main event has one: *The main plant was capped in
/// September*.
pub fn site(scene: &Scene<'_, '_>, found: &mut [Found], main: usize) {
    const BUILT: [EventKind; 3] = [EventKind::Construction, EventKind::Production, EventKind::Disaster];
    /// Tokens between a verb and *at the site*.
    const NEAR: u32 = 5;
    let d = scene.document;
    let item = &found[main].item;
    if !BUILT.contains(&item.kind) || item.place.is_empty() {
        return;
    }
    let (place, who, sentence) = (item.place.clone(), item.who.clone(), item.sentence);
    for event in found.iter_mut().filter(|f| !is_dropped(f)) {
        let item = &mut event.item;
        let told = matches!(item.kind, EventKind::Construction | EventKind::Production);
        if !told || item.sentence < sentence || !item.place.is_empty() {
            continue;
        }
        let s = &d.sentences()[item.sentence];
        let elsewhere = scene.entities_in(s.start, s.end).iter().any(|h| h.kind == Kind::Place);
        let same = item.who.iter().any(|(e, _)| who.iter().any(|(other, _)| e == other));
        let (start, end) = event.subject;
        let definite = start < end && (d.str(start).eq_ignore_ascii_case("the") || d.has(start, class::PRON))
            || (start..end).any(|at| d.str(at) == "the")
            // *From the laying of the foundation stone to today*
            || start == end && start > 0 && d.str(start - 1) == "the";
        // *halted production at the site*
        let behind = item.trigger.1..(item.trigger.1 + NEAR).min(s.end);
        let on_site = behind.clone().any(|at| {
            d.str(at) == "site" && matches!(d.str(at - 1), "the" | "this") && matches!(d.str(at - 2), "at" | "on")
        });
        // *Trial production will start in May*
        let works = head_groups(scene, start, end).0 & const { t::group("works") | t::group("production") } != 0;
        if on_site || !elsewhere && (same || (definite || works) && item.who.is_empty()) {
            item.place.clone_from(&place);
        }
    }
}

/// The dead and what broke out, burned or fell belong to the disaster or attack that the article is about, where they say
/// neither another place nor another day: *A blast shook Wuxi on Monday. … Nine workers were killed*.
pub fn harm(scene: &Scene<'_, '_>, found: &mut [Found], main: usize) {
    /// Sentences behind the main event: what is told farther off may be another time.
    const FAR: usize = 10;
    let item = &found[main].item;
    let harm = matches!(item.kind, EventKind::Disaster | EventKind::Conflict);
    let day = item.when.iter().copied().find(|i| scene.dates[*i].is_day());
    let Some(day) = day.filter(|_| harm && item.status == Status::Occurred && !item.place.is_empty()) else {
        return;
    };
    let (place, sentence, day) = (item.place.clone(), item.sentence, scene.dates[day].value.as_str());
    for event in found.iter_mut().filter(|f| !is_dropped(f)) {
        let perfect = event.group.is_perfect(scene.document);
        // *Its founder Peter Wendt died of cancer*
        let named = event
            .item
            .who
            .iter()
            .any(|(e, _)| scene.entities.list[*e].kind == Kind::Person);
        let past = event.group.tense == Tense::Past && !perfect && !(named && event.item.when.is_empty());
        let item = &mut event.item;
        let told = matches!(item.kind, EventKind::Disaster | EventKind::Death) && item.status == Status::Occurred;
        // *at about 4:20 a.m.* is a time of that day
        let then = item.when.iter().all(|i| scene.dates[*i].value.starts_with(day));
        let near = (sentence..=sentence + FAR).contains(&item.sentence);
        if !told || !past || !then || !near || !item.place.is_empty() {
            continue;
        }
        let s = &scene.document.sentences()[item.sentence];
        if scene.entities_in(s.start, s.end).iter().all(|h| h.kind != Kind::Place) {
            item.place.clone_from(&place);
        }
    }
}

/// A venue lies in the city that its name starts with, or else in that of the dateline; a zone in the one that its name
/// starts with.
pub fn cities(scene: &Scene<'_, '_>, found: &mut [Found]) {
    let d = scene.document;
    let list = &scene.entities.list;
    if found.iter().all(|f| f.item.place.len() != 1) {
        return;
    }
    let mut by_name: HashMap<String, usize> = HashMap::new();
    for (index, entity) in list.iter().enumerate().filter(|(_, e)| e.kind == Kind::Place) {
        let name = d.slice(entity.name.start, entity.name.end).to_lowercase();
        by_name.entry(name).or_insert(index);
    }
    let whole = |start: u32, end: u32| by_name.get(&d.slice(start, end).to_lowercase()).copied();
    let dateline = scene
        .dateline
        .and_then(|(place, _)| place)
        .and_then(|(start, end)| whole(start, end))
        .or_else(|| headline_city(scene));
    for event in found.iter_mut() {
        let [only] = event.item.place[..] else { continue };
        let name = list[only].name;
        let fallback = match head_kind(scene, only) {
            Some("facility") => dateline,
            Some("zone") => None,
            _ => continue,
        };
        // the zone itself may stand in the gazetteer
        let first = d
            .class_end(name.start, class::PLACE)
            .filter(|end| *end < name.end)
            .or_else(|| d.has(name.start, class::PLACE).then_some(name.start + 1))
            .and_then(|end| whole(name.start, end));
        let city = first.or(fallback).filter(|c| *c != only);
        event.item.place.extend(city);
    }
}
