//! Places of the main event that other sentences tell: the plot of a plant, the venue of a signing.

use crate::lexicon::format::PlaceInfo;
use crate::lexicon::{class, list};
use crate::record::{EventKind, Status};
use crate::resolve::names::Kind;
use crate::text::{Sentence, flag};

use super::EventItem;
use super::clause::{Hit, Scene};
use super::find::Found;
use super::frame::is_dropped;
use super::insertion::is_dash;
use super::places::head_kind;
use super::tables as t;

/// Sentences behind the main event that tell more of where it was: the hall, and the plot of what is built.
const NEAR: usize = 4;
const FAR: usize = 8;
/// Sentences in front of it that say where the company's plant lies.
const BEFORE: usize = 3;

/// Adds the zone in which the sentences behind say that the plant stands, or the hall in which the signing was.
pub(super) fn told(scene: &Scene<'_, '_>, main: &mut Found) {
    let base = main.item.rule == const { t::rule("event.founding.launch") }
        || main.item.rule == const { t::rule("event.founding.joint") }
        || main.item.rule == const { t::rule("event.founding.passive") };
    let built = matches!(main.item.kind, EventKind::Construction | EventKind::Production) || base;
    let met = matches!(
        main.item.kind,
        EventKind::Meeting | EventKind::Agreement | EventKind::Award | EventKind::Founding
    );
    let whole = |e: &usize| !matches!(head_kind(scene, *e), Some("zone" | "facility" | "district"));
    let harm = main.item.kind == EventKind::Disaster;
    if !built && !met && !harm || main.item.status == Status::Cancelled || !main.item.place.iter().all(whole) {
        return;
    }
    let d = scene.document;
    let own = main.item.sentence;
    if main.item.kind == EventKind::Meeting
        && let Some(hall) = filled(scene, &main.item)
    {
        main.item.place.insert(0, hall.entity);
        return;
    }
    if main.item.kind == EventKind::Award {
        gala(scene, main);
        return;
    }
    if built && main.item.place.is_empty() {
        let before = &d.sentences()[own.saturating_sub(BEFORE)..own];
        let seat = before.iter().rev().find_map(|s| seat(scene, s, &main.item));
        if let Some(seat) = seat {
            main.item.place = seat;
            return;
        }
    }
    for s in d.sentences().iter().skip(own + 1).take(if built { FAR } else { NEAR }) {
        let hit = if built {
            plot(scene, s)
        } else if harm {
            scene_of(scene, s)
        } else {
            hall(scene, s, &main.item.place)
        };
        if let Some(hit) = hit {
            if !main.item.place.contains(&hit.entity) {
                main.item.place.insert(0, hit.entity);
            }
            return;
        }
    }
}

/// *the fair, which filled six halls of the Lindo Exhibition Centre*, *the show, for which 300 firms have come to the Lindo Expo
/// Grounds*: the venue that a clause on the meeting names, and no other place in it.
fn filled(scene: &Scene<'_, '_>, item: &EventItem) -> Option<Hit> {
    let d = scene.document;
    let s = &d.sentences()[item.sentence];
    // *with 900 guests packing the halls of the Lindo Centre*
    let room = |h: &Hit| {
        let of = h.start - u32::from(d.has(h.start - 1, class::DET));
        of > item.trigger.1 + 1 && d.str(of - 1) == "of" && d.is_on(of - 2, list::ROOM)
    };
    let mut halls = scene.hits_in(item.trigger.1, s.end).filter(|h| h.kind == Kind::Place);
    if let Some(hall) = halls.find(|h| head_kind(scene, h.entity) == Some("facility") && room(h))
        && !item.place.contains(&hall.entity)
    {
        return Some(hall);
    }
    let which = (item.trigger.1..s.end).find(|at| matches!(d.str(*at), "which" | "where"))?;
    let meeting = which.checked_sub(2)? + u32::from(!d.has(which - 1, class::PREP));
    let noun = meeting
        .checked_sub(1)
        .filter(|noun| d.str(meeting) == "," && *noun >= item.trigger.1)?;
    let told = scene.noun_groups(noun, noun + 1) & const { t::group("meeting") } != 0 || d.has(noun, class::EVENTHEAD);
    let mut places = scene.hits_in(which, s.end).filter(|h| h.kind == Kind::Place);
    let hall = places
        .next()
        .filter(|h| head_kind(scene, h.entity) == Some("facility"))?;
    (told && places.next().is_none() && !item.place.contains(&hall.entity)).then_some(hall)
}

/// *An expo opened in Jiangsu. The Seventh Nano Expo, held in Suzhou, drew 200 experts*: where a sentence close behind says in
/// passing that the meeting was, if its own says no more than the province.
pub(super) fn held(scene: &Scene<'_, '_>, main: &mut Found) {
    /// Sentences behind the meeting, and tokens of its name.
    const CLOSE: usize = 3;
    const NAME: u32 = 24;
    const OCCASION: t::Groups = t::group("meeting");
    let d = scene.document;
    let item = &mut main.item;
    let wide = |e: &usize| scene.grain(*e).is_some_and(|grain| grain <= PlaceInfo::PROVINCE);
    let [outer] = item.place[..] else { return };
    if item.kind != EventKind::Meeting || item.status == Status::Cancelled || !wide(&outer) {
        return;
    }
    let places = d.lexicon.places;
    let row = |e: usize| scene.rows.get(e).copied().flatten().map(|row| &places[row as usize]);
    let inside = |h: &Hit| {
        row(h.entity)
            .zip(row(outer))
            .is_some_and(|(inner, outer)| inner.lies_in(outer))
    };
    for s in d.sentences().iter().skip(item.sentence + 1).take(CLOSE) {
        let held = (s.start + 2..(s.start + NAME).min(s.end))
            .find(|at| matches!(d.str(*at), "held" | "hosted" | "staged") && matches!(d.str(at - 1), "," | "("));
        let Some(held) = held.filter(|_| matches!(d.str(s.start), "The" | "This")) else {
            continue;
        };
        let noun = held - 2;
        if scene.noun_groups(noun, noun + 1) & OCCASION == 0 && !d.has(noun, class::EVENTHEAD) {
            continue;
        }
        let close = (held..s.end)
            .find(|at| matches!(d.str(*at), "," | ")"))
            .unwrap_or(s.end);
        let hits = scene.where_in(held + 1, close);
        // *The previous expo, held in Suzhou*, *The 2019 forum*: another one
        let other = (s.start..held).any(|at| d.is_on(at, list::OF_OTHERS) || d.is_on(at, list::ANOTHER_MEETING))
            || scene.dates_in(s.start, close).next().is_some();
        if !other && !hits.is_empty() && hits.iter().any(inside) {
            item.place = hits.iter().map(|h| h.entity).collect();
            return;
        }
    }
}

/// *The plant, in the Nantong Science Park, covers …*, *Located in Lingang, the project …*, *The project is located in …*.
pub(super) fn plot(scene: &Scene<'_, '_>, s: &Sentence) -> Option<Hit> {
    /// Tokens of the noun phrase, and between it and its place.
    const PHRASE: u32 = 12;
    const THINGS: t::Groups = t::group("plant") | t::group("fab") | t::group("project");
    /// Tokens between the noun and its verb: *The base, dubbed “…”, is located*.
    const INSERTED: u32 = 20;
    let d = scene.document;
    let located = |at: u32| matches!(d.str(at), "located" | "Located" | "situated" | "Situated");
    // *The 2.5-billion-dollar plant*
    let inner = |at: u32| d.is(at, flag::WORD | flag::NUMBER) || matches!(d.str(at), "-" | "$" | ".");
    let thing = |at: u32| {
        let limit = (at + PHRASE).min(s.end);
        d.str(at).eq_ignore_ascii_case("the")
            && (at + 1..limit)
                .take_while(|x| inner(*x) && !d.has(*x, class::PREP) && d.value(*x, *x + 1, class::AUX).is_none())
                .any(|x| scene.noun_groups(x, x + 1) & THINGS != 0)
    };
    let front = located(s.start);
    let verb = if front {
        s.start
    } else {
        let limit = (s.start + INSERTED).min(s.end);
        // *The plant, in …*, *The plant, located in …*, *The plant is located in …*
        let comma = |at: u32| d.str(at) == "," && d.str(at + 1) == "in";
        (s.start + 2..limit)
            .find(|at| located(*at) || comma(*at))
            .filter(|_| thing(s.start))?
    };
    let comma = (verb + 1..s.end)
        .find(|at| matches!(d.str(*at), "," | ";"))
        .unwrap_or(s.end);
    let hit = scene.where_in(verb + 1, comma).into_iter().next()?;
    (!front || comma < s.end && thing(comma + 1)).then_some(hit)
}

/// *In the clean room of Kelvar, located in the Lindo Zone of Wuxi, engineers are busy*: where the plant of the company lies that
/// does it, or that is the only one told of there.
fn seat(scene: &Scene<'_, '_>, s: &Sentence, item: &EventItem) -> Option<Vec<usize>> {
    let d = scene.document;
    let located = (s.start + 2..s.end).find(|at| {
        matches!(d.str(*at), "located" | "situated" | "based") && d.str(at - 1) == "," && d.str(at + 1) == "in"
    })?;
    let mut bodies = scene.entities_in(s.start, located).into_iter();
    let body = bodies.find(|h| h.kind == Kind::Organisation && h.end + 1 == located)?;
    let does = item.who.is_empty() || item.who.iter().any(|(e, _)| *e == body.entity);
    let comma = (located..s.end).find(|at| d.str(*at) == ",").unwrap_or(s.end);
    let places: Vec<usize> = scene.where_in(located + 1, comma).iter().map(|h| h.entity).collect();
    (does && !places.is_empty()).then_some(places)
}

/// *The blaze started on the second floor of a building in the Lindo Industrial Park*: a finer place than the city.
fn scene_of(scene: &Scene<'_, '_>, s: &Sentence) -> Option<Hit> {
    const HARM: t::Groups = t::group("disaster");
    let d = scene.document;
    let told = d.str(s.start) == "The" && scene.noun_groups(s.start + 1, s.start + 2) & HARM != 0
        || d.str(s.start) == "It" && scene.has_verb(s.start + 1, s.start + 3);
    let verb = (s.start + 2..s.end).find(|at| d.str(*at) == "," || matches!(d.str(*at), "after" | "before"));
    let hits = scene.where_in(s.start, verb.unwrap_or(s.end)).into_iter();
    hits.filter(|_| told)
        .find(|h| matches!(head_kind(scene, h.entity), Some("zone" | "facility" | "district")))
}

/// *More than 500 guests packed the ballroom of the Lotus Hotel in Zhuhai on Friday for the Chip Awards*: the hall, the city and
/// the day of the prizes, told in a sentence of the lead that tells no event itself.
fn gala(scene: &Scene<'_, '_>, main: &mut Found) {
    /// Sentences of the lead.
    const LEAD: usize = 6;
    const OCCASION: t::Groups = t::group("meeting");
    let d = scene.document;
    let hall = |e: &usize| head_kind(scene, *e) == Some("facility");
    if main.item.place.iter().any(hall) || main.item.status != Status::Occurred {
        return;
    }
    let body = d
        .sentences()
        .iter()
        .filter(|s| !d.is(s.start, flag::HEADLINE | flag::FURNITURE));
    for s in body.take(LEAD) {
        let told = (s.start..s.end).any(|at| scene.noun_groups(at, at + 1) & OCCASION != 0);
        let hits = scene.entities_in(s.start, s.end);
        let venue = hits
            .iter()
            .find(|h| h.kind == Kind::Place && hall(&h.entity))
            .filter(|_| told);
        let Some(venue) = venue else { continue };
        let city = hits
            .iter()
            .find(|h| h.start > venue.start && scene.grain(h.entity) == Some(PlaceInfo::CITY));
        // in the city that the event itself names
        if main
            .item
            .place
            .iter()
            .all(|e| city.is_some_and(|city| city.entity == *e))
        {
            main.item.place = std::iter::once(venue).chain(city).map(|h| h.entity).collect();
        }
        let is_day = |i: &usize| scene.dates[*i].is_day();
        if !main.item.when.iter().any(is_day) {
            let day = scene.dates_in(s.start, s.end).find(is_day);
            main.item.when.extend(day);
        }
        return;
    }
}

/// *witnessed the signings at the Wuxi Grand Theatre*, *attended the ceremony at the Wuxi Hotel*: in the city told.
fn hall(scene: &Scene<'_, '_>, s: &Sentence, cities: &[usize]) -> Option<Hit> {
    const OCCASION: t::Groups = t::group("meeting");
    let d = scene.document;
    let [city] = cities else { return None };
    if scene.grain(*city) != Some(PlaceInfo::CITY) {
        return None;
    }
    let name = scene.entities.list[*city].name;
    let name = d.slice(name.start, name.end);
    scene.where_in(s.start, s.end).into_iter().find(|hit| {
        let at = (s.start..hit.start).rev().find(|at| d.str(*at) == "at");
        let occasion = at.is_some_and(|at| {
            at > s.start && (d.is(at - 1, flag::EVENT) || scene.noun_groups(at - 1, at) & OCCASION != 0)
        });
        let own = d.slice(hit.start, hit.end);
        let there = own.len() > name.len()
            && own
                .get(..name.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(name));
        occasion && there && head_kind(scene, hit.entity) == Some("facility")
    })
}

/// *Beilun – Kelvar moved into its new plant*: in a round-up of short reports each paragraph may start with its own place.
pub(super) fn items(scene: &Scene<'_, '_>, found: &mut [Found]) {
    /// Sentences of a short report.
    const LONG: usize = 5;
    let d = scene.document;
    let report = scene.dateline.map_or(0, |(_, end)| end);
    for event in found.iter_mut().filter(|f| !is_dropped(f)) {
        let item = &mut event.item;
        let there = !matches!(
            item.kind,
            EventKind::Statement | EventKind::Result | EventKind::Market | EventKind::Policy | EventKind::Restriction
        );
        // *Hefei – Kelvar opened a plant in the Lindo Zone*: both
        let part = |e: &usize| matches!(head_kind(scene, *e), Some("zone" | "facility" | "district"));
        if !there || !item.place.iter().all(part) || item.trigger.0 < report {
            continue;
        }
        let near = d.sentences()[item.sentence.saturating_sub(LONG)..=item.sentence]
            .iter()
            .rev();
        let first = near.into_iter().find(|s| d.is(s.start, flag::LINE));
        let place = first.and_then(|s| leading_place(scene, s).filter(|_| s.start >= report));
        item.place.extend(place.filter(|e| !item.place.contains(e)));
    }
}

/// A round-up of reports that have nothing to do with each other: several paragraphs start with a label and a dash.
pub(super) fn is_round_up(scene: &Scene<'_, '_>) -> bool {
    /// Paragraphs with a label, and tokens of one.
    const SEVERAL: usize = 3;
    const LABEL: u32 = 8;
    let d = scene.document;
    let report = scene.dateline.map_or(0, |(_, end)| end);
    let labelled = |s: &&Sentence| {
        // few sentences open a paragraph
        if !d.is(s.start, flag::LINE) || s.start < report {
            return false;
        }
        let star = |at: u32| d.str(at).starts_with('*');
        let dash = (s.start + 1..(s.start + LABEL).min(s.end))
            .find(|at| d.is(*at, flag::MARK) && is_dash(d.str(*at)) && !d.is(*at, flag::GLUED));
        dash.is_some_and(|dash| (s.start..dash).all(|at| d.is(at, flag::CAPITAL) || star(at)))
    };
    d.sentences().iter().filter(labelled).take(SEVERAL).count() == SEVERAL
}

/// The place with a dash behind it that a paragraph starts with.
fn leading_place(scene: &Scene<'_, '_>, s: &Sentence) -> Option<usize> {
    /// Tokens of marks in front of the place and behind it: *\*\*Wuxi\*\* –*.
    const MARKS: u32 = 3;
    let d = scene.document;
    let start = (s.start..(s.start + MARKS).min(s.end)).find(|at| d.is(*at, flag::WORD))?;
    let hit = scene
        .entities_in(start, s.end)
        .into_iter()
        .next()
        .filter(|hit| hit.start == start)?;
    let mut behind = (hit.end..(hit.end + MARKS).min(s.end)).skip_while(|at| d.str(*at).starts_with('*'));
    let dash = behind
        .next()
        .is_some_and(|at| matches!(d.str(at), "–" | "—" | "--") && !d.is(at, flag::GLUED));
    (hit.kind == Kind::Place && dash).then_some(hit.entity)
}
