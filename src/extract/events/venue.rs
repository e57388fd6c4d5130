//! Where the main event was, where its own clause does not say: the dateline, the headline, the city of a district or of the
//! article.

use crate::lexicon::format::PlaceInfo;
use crate::lexicon::{class, list};
use crate::record::{EventKind, ParticipantRole, Status};
use crate::resolve::names::Kind;
use crate::text::{Sentence, flag};

use super::EventItem;
use super::clause::{Hit, Scene};
use super::find::Found;
use super::places::head_kind;
use super::tables as t;
use super::verbs::says;

/// Meetings of two sides, of which nobody says that they were held.
pub(super) const ENCOUNTERS: [&str; 3] = [
    t::rule("event.meeting.meet"),
    t::rule("event.meeting.with"),
    t::rule("event.meeting.receive"),
];

/// Calls, which have no place.
const CALLS: [&str; 2] = [t::rule("event.meeting.phone"), t::rule("event.meeting.phones")];

/// Strikes.
const STRIKES: [&str; 2] = [t::rule("event.labour.strike"), t::noun_rule("event.noun.strike")];

/// The dateline's place for a main event that has none (*signed here on Wednesday*), or else that of the headline.
pub fn place(scene: &Scene<'_, '_>, main: &mut Found) {
    if main.item.status != Status::Occurred || !main.item.place.is_empty() || CALLS.contains(&main.item.rule) {
        return;
    }
    let dateline = scene.dateline.and_then(|(place, _)| place).and_then(|(start, end)| {
        let mut hits = scene.entities_in(start, end).into_iter();
        hits.find(|h| h.kind == Kind::Place)
    });
    let here = match main.item.kind {
        // *THE HAGUE, May 20 -- Luis Prado visited Amy Kuo in January*: that was elsewhere
        _ if is_long_ago(scene, &main.item) => false,
        EventKind::Meeting | EventKind::Agreement | EventKind::Founding | EventKind::Visit | EventKind::Legal => true,
        // *MESA, Ariz., May 20 -- Kelvar broke ground on Tuesday for a plant*
        EventKind::Construction | EventKind::Disaster => is_of_these_days(scene, &main.item),
        // *Workers at Lima plant walk out*
        _ if STRIKES.contains(&main.item.rule) => dateline.as_ref().map(|h| h.entity) == headline_city(scene),
        _ => false,
    };
    // *LIMA, May 3 -- Kelvar and Lumeno announced that they have signed an agreement*: a company's seat
    let d = scene.document;
    let s = &d.sentences()[main.item.sentence];
    let reported = main.group.is_perfect(d) && (s.start..main.group.outer).any(|at| says(d, at));
    let hit = dateline.filter(|_| here && !reported);
    let hit = at_ceremony(scene, main).or(hit);
    // *VIETNAM, January 26 —* is wider than *Signed in Lima*
    let country = |h: &Hit| scene.grain(h.entity) == Some(PlaceInfo::COUNTRY);
    let hit = match hit.filter(country) {
        Some(wide) => headline(scene, main).or(Some(wide)),
        None => hit.or_else(|| headline(scene, main)),
    };
    main.item.place.extend(hit.map(|h| h.entity));
}

/// *LIMA, May 3 -- The firms signed an agreement on Tuesday. Li Ming said at the signing ceremony in Cusco that …*: where that was.
fn at_ceremony(scene: &Scene<'_, '_>, main: &Found) -> Option<Hit> {
    /// Sentences behind that of the event, and tokens from *at* to the ceremony.
    const NEAR: usize = 3;
    const LONGEST: u32 = 4;
    let kind = matches!(
        main.item.kind,
        EventKind::Agreement | EventKind::Founding | EventKind::Construction | EventKind::Award | EventKind::Launch
    );
    let d = scene.document;
    let own = main.item.sentence;
    let behind = d.sentences().get(own..)?.iter().take(NEAR + 1).filter(|_| kind);
    let place = |s: &Sentence| {
        let ceremony = |at: &u32| {
            let led =
                (at.saturating_sub(LONGEST).max(s.start)..*at).any(|x| matches!(d.str(x), "at" | "during" | "At"));
            d.is_on(*at, list::CEREMONY_WORD) && led && matches!(scene.str(at + 1), "in" | "at")
        };
        let at = (s.start..s.end.saturating_sub(2)).find(ceremony)?;
        let first = at + 2 + u32::from(d.has(at + 2, class::DET));
        let mut hits = scene.entities_in(first, s.end).into_iter();
        hits.next().filter(|hit| hit.kind == Kind::Place && hit.start == first)
    };
    behind.into_iter().find_map(place)
}

/// Told by its day, in the week of the report.
fn is_of_these_days(scene: &Scene<'_, '_>, item: &EventItem) -> bool {
    const WEEK: i64 = 7;
    let Some(today) = scene.today else { return false };
    let (first, last) = (today.plus_days(-WEEK).to_string(), today.to_string());
    let near = |date: &usize| {
        let date = &scene.dates[*date];
        date.is_day() && (first.as_str()..=last.as_str()).contains(&date.value.as_str())
    };
    item.when.iter().any(near)
}

/// Told by a year before that of the report, or by a month, or a day of one, that lies more than a month before that of the report.
pub(super) fn is_long_ago(scene: &Scene<'_, '_>, item: &EventItem) -> bool {
    /// Days of a month and what the report may wait.
    const LONG: i64 = 35;
    /// *2023-01*.
    const MONTH: usize = 7;
    const YEAR: usize = 4;
    let Some(today) = scene.today else { return false };
    let (first, today) = (today.plus_days(-LONG).to_string(), today.to_string());
    let before = |date: &usize| {
        let value = scene.dates[*date].value.as_str();
        // *in 2018*
        if value.len() == YEAR {
            return value.bytes().all(|byte| byte.is_ascii_digit()) && today.get(..YEAR).is_some_and(|own| value < own);
        }
        let (Some(month), Some(limit), Some(own)) = (value.get(..MONTH), first.get(..MONTH), today.get(..MONTH)) else {
            return false;
        };
        let known = month.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') && !value.contains('/');
        known && month < own && (value.len() == MONTH && month < limit || value.len() > MONTH && value < first.as_str())
    };
    !item.when.is_empty() && item.when.iter().all(before)
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

/// The one city that the headline names.
pub(super) fn headline_city(scene: &Scene<'_, '_>) -> Option<usize> {
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
    let held =
        item.rule.starts_with("event.meeting.") && !ENCOUNTERS.contains(&item.rule) && !CALLS.contains(&item.rule)
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

/// *The China (Wuxi) Chip Expo opened at the Lantu Hotel*: the hall is in the city that the name has in brackets.
pub fn bracketed(scene: &Scene<'_, '_>, main: &mut Found) {
    let d = scene.document;
    let [only] = main.item.place[..] else { return };
    let (start, end) = main.item.name.unwrap_or(main.subject);
    let held = main.item.kind == EventKind::Meeting && head_kind(scene, only) == Some("facility");
    // the hall may bear the name of its own city
    let start_of = scene.entities.list[only].name.start;
    let row = d
        .class_end(start_of, class::PLACE)
        .and_then(|end| d.value_place(start_of, end));
    if !held || row.is_some_and(|row| d.lexicon.places[row as usize].kind == PlaceInfo::CITY) {
        return;
    }
    let open = (start..end).find(|at| d.str(*at) == "(" && d.is(at.saturating_sub(1), flag::CAPITAL));
    let city = open.and_then(|open| {
        let close = d
            .class_end(open + 1, class::PLACE)
            .filter(|close| d.str(*close) == ")")?;
        let named = |e: &usize| {
            let name = scene.entities.list[*e].name;
            d.slice(name.start, name.end) == d.slice(open + 1, close)
        };
        (0..scene.rows.len()).find(|e| scene.grain(*e) == Some(PlaceInfo::CITY) && named(e))
    });
    main.item.place.extend(city);
}

/// *Guests filled the hall of the Lindo Science Centre in Lima as the forum opened*, *set up their stands at Lindo Park in Lima for
/// the fair, which opened*: the sentence of a meeting in a city names the hall that lies there.
pub fn hall(scene: &Scene<'_, '_>, main: &mut Found) {
    let [city] = main.item.place[..] else { return };
    let d = scene.document;
    if main.item.kind != EventKind::Meeting || scene.grain(city) != Some(PlaceInfo::CITY) {
        return;
    }
    let s = &d.sentences()[main.item.sentence];
    let report = scene.dateline.map_or(s.start, |(_, end)| end.max(s.start));
    let hits = scene.entities_in(report, s.end);
    let halls = hits.windows(2).filter(|pair| {
        let [hall, around] = pair else { return false };
        let led = hall.start > s.start + 1 && {
            let article = u32::from(d.has(hall.start - 1, class::DET));
            matches!(d.str(hall.start - 1 - article), "at" | "in" | "of" | "inside" | "into")
        };
        let inside = around.entity == city && around.start == hall.end + 1 && matches!(d.str(hall.end), "in" | ",");
        hall.kind == Kind::Place && head_kind(scene, hall.entity) == Some("facility") && led && inside
    });
    let mut halls = halls.filter_map(|pair| pair.first());
    if let (Some(hall), None) = (halls.next(), halls.next()) {
        main.item.place.insert(0, hall.entity);
    }
}

/// *DALIAN, Oct. 26 -- A plant opened in Liaoning Province*: in the city that the dateline names.
pub fn city_of_province(scene: &Scene<'_, '_>, main: &mut Found) {
    let [only] = main.item.place[..] else { return };
    let row = |entity: usize| Some(&scene.document.lexicon.places[scene.rows[entity]? as usize]);
    // *will build a plant in Liaoning*: not where the report was written
    if main.item.status != Status::Occurred {
        return;
    }
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
