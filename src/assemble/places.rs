//! Places as items: what kind of place each is, and where one lies that the gazetteer does not have.

use std::borrow::Cow;
use std::collections::HashMap;

use super::Assembly;
use crate::extract::names::evidence as e;
use crate::extract::names::{roads, shape};
use crate::lexicon::format::PlaceInfo;
use crate::lexicon::{class, list};
use crate::record::{Place, PlaceKind, kind_named};
use crate::resolve::entities::{self, Entity};
use crate::resolve::names::Kind;
use crate::text::flag;

/// Cities of an article in which facilities and zones may lie.
#[derive(Default)]
struct Cities<'a> {
    by_name: HashMap<&'a str, &'static PlaceInfo>,
    /// The one that is named most often, if there is one.
    first: Option<&'static PlaceInfo>,
}

/// A city that is large enough to have facilities and zones of its own.
fn is_host(place: &PlaceInfo) -> bool {
    place.kind == PlaceKind::City as u8 && place.population > 50_000
}

impl<'a> Assembly<'_, 'a> {
    /// The cities that the article names.
    fn cities(&self) -> Cities<'a> {
        let mut cities = Cities::default();
        let mut most = 0;
        for (entity, row) in self.entities.list.iter().zip(self.places) {
            let Some(place) = row.map(|r| &self.document.lexicon.places[r as usize]) else {
                continue;
            };
            if !is_host(place) {
                continue;
            }
            let name = self.document.slice(entity.name.start, entity.name.end);
            cities.by_name.entry(name).or_insert(place);
            let count = entity.mentions.len();
            if count >= most {
                cities.first = (count > most).then_some(place);
                most = count;
            }
        }
        cities
    }

    /// Where a facility or zone that the gazetteer does not have lies: in the city or zone whose name it bears, or, for a
    /// zone, in the one city that the article speaks of most.
    fn host(&self, entity: &Entity, cities: &Cities<'a>) -> Option<&'static PlaceInfo> {
        let d = self.document;
        let (start, end) = (entity.name.start, entity.name.end);
        let kind = self.place_kind(entity, None);
        if !matches!(kind, PlaceKind::Facility | PlaceKind::Zone) {
            return None;
        }
        let Some(inner) = d.class_end(start, class::PLACE).filter(|e| *e < end) else {
            return cities.first.filter(|_| kind == PlaceKind::Zone);
        };
        // the same name elsewhere in the article has been decided
        cities.by_name.get(d.slice(start, inner)).copied().or_else(|| {
            let row = d.value_place(start, inner)?;
            let place = &d.lexicon.places[row as usize];
            // *China Lorande Convention Center* says little of where it is, *Zhangjiang Convention Center* all
            let wide = place.kind <= PlaceInfo::PROVINCE;
            let zone = place.kind == PlaceKind::Zone as u8;
            let host = Some(place).filter(|p| zone || is_host(p));
            cities.first.filter(|_| wide).or(host)
        })
    }

    pub fn places(&self) -> Vec<Place<'a>> {
        let d = self.document;
        let cities = self.cities();
        let mut out = Vec::new();
        for (index, (entity, id)) in self.entities.list.iter().zip(&self.ids).enumerate() {
            let (Kind::Place, Some(id)) = (entity.kind, id) else {
                continue;
            };
            let row = self.places[index].map(|r| &d.lexicon.places[r as usize]);
            // *North China* lies in China, but is not there where China is
            let part = row.is_some()
                && d.has(entity.name.start, class::DIRECTION)
                && d.value_place(entity.name.start, entity.name.end).is_none();
            // a part of a city lies where the city does, and so does what bears its name (*Pudong Airport*)
            let near = row
                .filter(|p| part && p.kind == PlaceKind::City as u8)
                .or_else(|| row.is_none().then(|| self.host(entity, &cities)).flatten());
            let row = row.filter(|_| !part);
            let degrees = |v: i32| (v != i32::MAX).then(|| f64::from(v) / 1e5);
            let admin1 = row.map(|p| d.lexicon.string(p.admin1)).filter(|a| !a.is_empty());
            let own = self.own(entity);
            // where the user says it lies, the gazetteer's row is another place
            let moved = own.filter(|own| own.lat.is_some() && own.lon.is_some());
            out.push(Place {
                id: *id,
                name: self.name(entity),
                kind: own
                    .and_then(|own| own.place)
                    .unwrap_or_else(|| self.place_kind(entity, row)),
                aliases: self.aliases(entity),
                country: own.and_then(|own| own.country.clone()).map(Cow::Owned).or_else(|| {
                    self.countries[index]
                        .filter(|c| c[0] != 0)
                        .map(|c| String::from_utf8_lossy(&c).into_owned().into())
                }),
                admin1: own
                    .and_then(|own| own.admin1.clone())
                    .map(Cow::Owned)
                    .or_else(|| admin1.filter(|_| moved.is_none()).map(Into::into)),
                lat: moved
                    .and_then(|own| own.lat)
                    .or_else(|| row.or(near).and_then(|p| degrees(p.lat))),
                lon: moved
                    .and_then(|own| own.lon)
                    .or_else(|| row.or(near).and_then(|p| degrees(p.lon))),
                geonames: row.filter(|_| moved.is_none()).map(|p| p.geonames).filter(|g| *g != 0),
                mentions: self.mentions(entity),
                rule: e::RULES[entity.evidence as usize].into(),
            });
        }
        out
    }

    /// *Ivory Coast* and *Solomon Islands* are countries, *Long Beach* and *Menlo Park* cities: the gazetteer's whole name says
    /// more than the noun that it ends in.
    fn is_named_whole(&self, entity: &Entity, place: &PlaceInfo) -> bool {
        const TOWN: u32 = 30_000;
        let (start, end) = (entity.name.start, entity.name.end);
        let sure = place.kind == PlaceInfo::COUNTRY || place.kind == PlaceInfo::CITY && place.population >= TOWN;
        let same = |at: u32| self.document.class_end(at, class::PLACE) == Some(end);
        // *Luohu District* is no city, whatever the gazetteer has it for
        let sure = sure && !matches!(self.document.str(end - 1), "District" | "County");
        sure && end - start > 1 && (same(start) || self.document.has(start, class::DET) && same(start + 1))
    }

    /// *Lima Science City*, *Lima Exhibition and Conference City*: a park or halls that are called so.
    fn called_city(&self, entity: &Entity, row: Option<u8>) -> Option<PlaceKind> {
        let d = self.document;
        let (start, last) = (entity.name.start, entity.name.end - 1);
        if row.is_some() || last < start + 1 || d.str(last) != "City" {
            return None;
        }
        // *Baiyun City* may be one that the gazetteer does not have
        const COMMON: u8 = 2;
        let word = |at: u32| shape::is_noun(d, at) && d.info(at).common >= COMMON && !d.has(at, class::PLACE);
        let meeting = d.has(last - 1, class::EVENTHEAD);
        // *Lore City* is a town
        let inner = meeting || last > start + 1 || d.is_on(last - 1, list::SCIENCE);
        let inner = inner || d.has(last - 1, class::ORGHEADWEAK);
        (word(last - 1) && inner).then_some(if meeting { PlaceKind::Facility } else { PlaceKind::Zone })
    }

    fn place_kind(&self, entity: &Entity, place: Option<&PlaceInfo>) -> PlaceKind {
        const KINDS: [PlaceKind; 9] = [
            PlaceKind::Country,
            PlaceKind::Region,
            PlaceKind::Province,
            PlaceKind::City,
            PlaceKind::District,
            PlaceKind::Zone,
            PlaceKind::Facility,
            PlaceKind::Water,
            PlaceKind::Land,
        ];
        /// People of a city that is no district of another.
        const LARGE: u32 = 300_000;
        let d = self.document;
        let row = place.map(|p| p.kind);
        if place.is_some_and(|p| self.is_named_whole(entity, p)) {
            return KINDS[usize::from(row.unwrap_or(PlaceInfo::CITY)).min(8)];
        }
        if roads::is_road(d, entity.name.start, entity.name.end) {
            return PlaceKind::Facility;
        }
        let head = |m: &entities::Mention| {
            let last = (m.start..m.end).rev().find(|at| d.is(*at, flag::WORD))?;
            let from =
                (m.start..=last).find(|at| d.class_end(*at, class::PLACEHEAD) == Some(last + 1) && *at > m.start)?;
            kind_named(d.value(from, last + 1, class::PLACEHEAD)?)
        };
        if let Some(kind) = std::iter::once(&entity.name).chain(&entity.mentions).find_map(head) {
            return self.called_city(entity, row).unwrap_or(kind);
        }
        if let Some(kind) = shape::small_site(d, entity.name.start, entity.name.end).and_then(kind_named) {
            return kind;
        }
        // *Huangpu district*
        // but no *county-level city*
        let level = |at: u32| d.str(at) == "-" && d.get(at + 1).is_some() && d.str(at + 1) == "level";
        let noun = |m: &entities::Mention| {
            if m.end + 2 < d.len() && level(m.end + 1) {
                return None;
            }
            let small = m.end < d.len() && !d.is(m.end, flag::CAPITAL) && d.has(m.end, class::PLACENOUN);
            let senses = if small { d.senses(m.end, m.end + 1) } else { &[] };
            let head = senses.iter().find(|sense| sense.class() == class::PLACEHEAD)?;
            // *a Kampala suburb* is a part of the city
            let city = || place.is_some_and(|p| p.population > LARGE) && !matches!(d.str(m.end), "district" | "county");
            kind_named(d.lexicon.string(head.value())).filter(|kind| *kind != PlaceKind::District || !city())
        };
        let division = |kind: &PlaceKind| matches!(kind, PlaceKind::District | PlaceKind::Province);
        let row_is_city = row.is_none_or(|kind| kind == PlaceKind::City as u8);
        if row_is_city && let Some(kind) = entity.mentions.iter().find_map(noun).filter(division) {
            return kind;
        }
        // *Barbadillo prison*
        let site =
            |m: &entities::Mention| m.end < d.len() && d.is_on(m.end, list::SITE_NOUN) && !d.is(m.end, flag::CAPITAL);
        if row.is_none() && entity.mentions.iter().any(site) {
            return PlaceKind::Facility;
        }
        // *Songjiang* in Shanghai, whatever the gazetteer has it for
        let part_of_city = place.is_some_and(|p| {
            let lexicon = &d.lexicon;
            p.kind == PlaceInfo::CITY
                && p.name != p.admin1
                && p.country == *b"CN"
                && lexicon.is_on_list(lexicon.word_of(lexicon.string(p.admin1)), list::MUNICIPALITY)
        });
        if part_of_city {
            return PlaceKind::District;
        }
        if let Some(kind) = row {
            return KINDS[usize::from(kind).min(8)];
        }
        // *Lake Tai*, *Gulf of Aden*
        let start = entity.name.start;
        // *Greater Lima*
        if d.str(start) == "Greater" && start + 1 < entity.name.end {
            return PlaceKind::Region;
        }
        if let Some(pre) = d.class_end(start, class::PLACEPRE).filter(|end| *end < entity.name.end) {
            let kind = d.value(start, pre, class::PLACEPRE).and_then(kind_named);
            return kind.unwrap_or(PlaceKind::City);
        }
        if (entity.name.start..entity.name.end).any(|at| d.str(at) == "-") || d.has(entity.name.start, class::DIRECTION)
        {
            return PlaceKind::Region;
        }
        PlaceKind::City
    }
}
