//! The city around the hall, zone or district where an event was.

use std::collections::HashMap;

use crate::lexicon::class;
use crate::lexicon::format::PlaceInfo;
use crate::record::{EventKind, Status};
use crate::resolve::names::Kind;

use super::EventItem;
use super::clause::Scene;
use super::find::Found;
use super::frame::is_dropped;
use super::places::head_kind;
use super::venue::{headline_city, is_long_ago};

/// *visited Nagoya, Osaka and other places in Japan*: no country around what is named in it.
fn without_countries(scene: &Scene<'_, '_>, places: &mut Vec<usize>) {
    let info = |e: usize| scene.rows[e].map(|row| &scene.document.lexicon.places[row as usize]);
    let inside: Vec<[u8; 2]> = places
        .iter()
        .filter_map(|e| info(*e))
        .filter(|place| place.kind != PlaceInfo::COUNTRY)
        .map(|place| place.country)
        .collect();
    // *Northern Peru* is no country
    let part = |e: usize| scene.document.has(scene.entities.list[e].name.start, class::DIRECTION);
    let around = |place: &PlaceInfo| place.kind == PlaceInfo::COUNTRY && inside.contains(&place.country);
    places.retain(|e| part(*e) || !info(*e).is_some_and(around));
}

/// Something that people see happen where it is, and that nobody tells from afar; plans may be for anywhere.
fn is_bodily(item: &EventItem) -> bool {
    use EventKind as E;
    item.status != Status::Planned
        && matches!(
            item.kind,
            E::Agreement
                | E::Award
                | E::Construction
                | E::Disaster
                | E::Founding
                | E::Labour
                | E::Launch
                | E::Meeting
                | E::Production
                | E::Visit
        )
}

/// The district or zone may lie in the city: the gazetteer does not know it, or has it near the city.
fn is_part(scene: &Scene<'_, '_>, part: usize, city: usize) -> bool {
    let row = |entity: usize| Some(&scene.document.lexicon.places[scene.rows[entity]? as usize]);
    let Some(outer) = row(city).filter(|row| row.kind == PlaceInfo::CITY) else {
        return false;
    };
    // *the West (Wuxi) Science City* says it itself
    let name = |entity: usize| scene.entities.list[entity].name;
    let (own, around) = (name(part), scene.document.str(name(city).start));
    let says = (own.start..own.end).any(|at| scene.document.str(at) == around);
    !says && row(part).is_none_or(|inner| is_near(inner, outer))
}

/// In the same first-level division, no further away than the edge of a Chinese prefecture.
fn is_near(inner: &PlaceInfo, outer: &PlaceInfo) -> bool {
    /// In 1e-5 degrees.
    const EDGE: i32 = 120_000;
    let near = |a: i32, b: i32| (a - b).abs() < EDGE;
    inner.country == outer.country
        && inner.admin1 == outer.admin1
        && near(inner.lat, outer.lat)
        && near(inner.lon, outer.lon)
}

/// A venue lies in the city that its name starts with, or else in that of the dateline; so does a zone, and a district of which
/// the gazetteer says nothing else.
pub fn cities(scene: &Scene<'_, '_>, found: &mut [Found]) {
    for event in found
        .iter_mut()
        .filter(|f| f.item.place.len() > 1 && f.item.kind != EventKind::Legal)
    {
        without_countries(scene, &mut event.item.place);
    }
    if found.iter().all(|f| f.item.place.len() != 1) {
        return;
    }
    let around = Around::of(scene);
    // *A plant was topped out in Xinwu District. … Tools will arrive there in May*: so is what is planned where something was done
    let mut told: HashMap<usize, usize> = HashMap::new();
    for event in found.iter_mut().filter(|f| !is_dropped(f)) {
        let [only] = event.item.place[..] else { continue };
        let again = told.get(&only).copied();
        let city = around.city_of(only, &event.item).or(again).filter(|city| *city != only);
        told.extend(city.map(|city| (only, city)));
        event.item.place.extend(city);
    }
}

/// The cities that an article tells of.
struct Around<'t, 'd, 'a> {
    scene: &'t Scene<'d, 'a>,
    /// Its places by their names in small letters.
    by_name: HashMap<String, usize>,
    dateline: Option<usize>,
}

impl<'t, 'd, 'a> Around<'t, 'd, 'a> {
    fn of(scene: &'t Scene<'d, 'a>) -> Self {
        let d = scene.document;
        let mut by_name: HashMap<String, usize> = HashMap::new();
        let places = scene
            .entities
            .list
            .iter()
            .enumerate()
            .filter(|(_, e)| e.kind == Kind::Place);
        for (index, entity) in places {
            let name = d.slice(entity.name.start, entity.name.end).to_lowercase();
            by_name.entry(name).or_insert(index);
        }
        let mut around = Self {
            scene,
            by_name,
            dateline: None,
        };
        let dateline = scene.dateline.and_then(|(place, _)| place);
        around.dateline = dateline.and_then(|(start, end)| around.called(start, end));
        around
    }

    /// The place that has the tokens for its name.
    fn called(&self, start: u32, end: u32) -> Option<usize> {
        let name = self.scene.document.slice(start, end).to_lowercase();
        self.by_name.get(&name).copied()
    }

    /// The city in which the only place of an event lies.
    fn city_of(&self, only: usize, item: &EventItem) -> Option<usize> {
        // *LIMA: … in the Lindo Industrial Park, Cusco*: not in the city of the dateline
        let grain = self.scene.grain(only);
        if grain.is_none() || grain == Some(ZONE) || grain == Some(PlaceInfo::DISTRICT) {
            match self.written_behind(only) {
                Some(outer) if self.scene.grain(outer) == Some(PlaceInfo::CITY) => {
                    let hall = head_kind(self.scene, only) == Some("facility");
                    return (hall || is_bodily(item)).then_some(outer);
                }
                Some(outer) if !self.is_around_dateline(outer) => return None,
                _ => {}
            }
        }
        let part = || {
            let city = self
                .dateline
                .filter(|_| is_bodily(item) && !is_long_ago(self.scene, item))?;
            is_part(self.scene, only, city).then_some(city)
        };
        match head_kind(self.scene, only) {
            // *founded in a shared office on Lindo Road in 2019*: not in the city of today's report
            Some("facility") if is_long_ago(self.scene, item) || is_other_month(self.scene, item) => self.leading(only),
            Some("facility") => self.leading(only).or_else(|| self.around_hall(only)),
            Some("zone") => self.leading(only).or_else(part),
            Some("district") => part(),
            _ if is_district(self.scene, only) => part(),
            // *Zhangjiang*
            None if self.scene.grain(only) == Some(ZONE) => part(),
            _ => None,
        }
    }

    /// *Penang* of *the Lindo Industrial Park, Penang*, *Lima* of *the Lindo Hotel in Lima*: the place right behind a mention.
    fn written_behind(&self, only: usize) -> Option<usize> {
        /// Mentions that are looked at.
        const FIRST: usize = 4;
        let scene = self.scene;
        let mentions = scene.entities.list[only].mentions.iter().take(FIRST);
        mentions.into_iter().find_map(|m| {
            let joined = matches!(scene.str(m.end), "," | "in" | "of");
            let first = m.end + 1 + u32::from(scene.document.has(m.end + 1, class::DET));
            let next = scene.hits_in(first, scene.document.len()).next().filter(|_| joined)?;
            let apart = next.start == first && next.kind == Kind::Place && next.entity != only;
            // *opened at Lindo Park, Lima's mayor said*, *Lindo Park, Cusco and Lima*
            let one = !matches!(scene.str(next.end), "'s" | "’s" | "and" | "&");
            (apart && one && scene.grain(next.entity).is_some()).then_some(next.entity)
        })
    }

    /// The province or country has the dateline's city in it.
    fn is_around_dateline(&self, outer: usize) -> bool {
        let row = |entity: usize| Some(&self.scene.document.lexicon.places[self.scene.rows[entity]? as usize]);
        let Some((city, outer)) = self.dateline.and_then(row).zip(row(outer)) else {
            return true;
        };
        let wide = outer.kind == PlaceInfo::COUNTRY;
        city.country == outer.country && (wide || city.admin1 == outer.admin1)
    }

    /// *Lima* of *Lima Convention Centre*. The zone itself may stand in the gazetteer.
    fn leading(&self, only: usize) -> Option<usize> {
        let d = self.scene.document;
        let name = self.scene.entities.list[only].name;
        let end = d.class_end(name.start, class::PLACE).filter(|end| *end < name.end);
        let end = end.or_else(|| d.has(name.start, class::PLACE).then_some(name.start + 1))?;
        // *Jinpu* of *Jinpu New Area* is the area itself
        self.called(name.start, end).filter(|e| self.scene.grain(*e).is_some())
    }

    /// The city of the dateline or the headline, unless the hall bears the name of another: *the Lima Convention Centre* is in
    /// Lima, which nothing else names.
    fn around_hall(&self, only: usize) -> Option<usize> {
        /// People of a city that halls are called after.
        const LARGE: u32 = 1_000_000;
        let d = self.scene.document;
        let start = self.scene.entities.list[only].name.start;
        let known = d
            .class_end(start, class::PLACE)
            .and_then(|end| d.value_place(start, end));
        let known = known
            .map(|row| &d.lexicon.places[row as usize])
            .filter(|row| row.population >= LARGE);
        // *the Lima Hotel* in a report headed *Cusco's chip industry* is not in Cusco
        let headline = || headline_city(self.scene).filter(|_| known.is_none());
        let city = self.dateline.or_else(headline)?;
        let row = || self.scene.rows[city].map(|row| &d.lexicon.places[row as usize]);
        // *the Jinjiang Sports Center* is in Quanzhou, of which Jinjiang is a part
        // *the Xiamen Hotel* is in no district that the headline happens to name
        let there =
            known.is_none_or(|known| row().is_some_and(|outer| outer.kind <= PlaceInfo::CITY && is_near(known, outer)));
        there.then_some(city)
    }
}

/// Kind of a zone in the gazetteer.
const ZONE: u8 = crate::record::PlaceKind::Zone as u8;

/// *was arrested at Lindo Airport in December*, told in January: by no more than a month that is over.
fn is_other_month(scene: &Scene<'_, '_>, item: &EventItem) -> bool {
    /// *2024-12*.
    const MONTH: usize = 7;
    let Some(today) = scene.today else { return false };
    let today = today.to_string();
    let over = |date: &usize| {
        let value = scene.dates[*date].value.as_str();
        value.len() == MONTH && value.get(..2) != Some("XX") && today.get(..MONTH).is_some_and(|own| value < own)
    };
    !item.when.is_empty() && item.when.iter().all(over)
}

/// A district by its row of the gazetteer: *Shunde*, *Lingang*.
fn is_district(scene: &Scene<'_, '_>, entity: usize) -> bool {
    scene.grain(entity) == Some(PlaceInfo::DISTRICT)
}
