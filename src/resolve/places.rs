//! Where a place lies: the gazetteer's candidates of each name are weighed by what else the article names.

#[cfg(test)]
mod tests;
mod zones;

use std::collections::HashMap;

use super::entities::{Entities, Entity, Mention};
use super::names::{KeyMap, Kind};
use crate::lexicon::class;
use crate::lexicon::format::PlaceInfo;
use crate::text::{Document, flag};

/// Index of the record's place kinds in [`PlaceInfo::kind`].
pub(super) const COUNTRY: u8 = PlaceInfo::COUNTRY;
pub(super) const REGION: u8 = 1;
pub(super) const PROVINCE: u8 = PlaceInfo::PROVINCE;
pub(super) const CITY: u8 = 3;
pub(super) const DISTRICT: u8 = 4;
pub(super) const ZONE: u8 = 5;
pub(super) const WATER: u8 = 7;
pub(super) const LAND: u8 = 8;

/// How common a word is that is rather no place in front of a generic word, where the place is smaller than a town of so
/// many people: *Bank Building*.
const COMMON: u8 = 5;
pub(super) const TOWN: u32 = 50_000;
/// People of a city that is not named for a zone in it.
const GREAT: u32 = 500_000;

/// Gazetteer rows (indices) that a place's name may mean, best known first.
pub(super) fn candidates(document: &Document<'_>, start: u32, end: u32) -> Vec<u32> {
    let rows = |s: u32, e: u32| -> Vec<u32> {
        document
            .senses(s, e)
            .iter()
            .filter(|x| x.class() == class::PLACE)
            .map(|x| x.value())
            .collect()
    };
    let own = rows(start, end);
    if !own.is_empty() || end - start < 2 {
        return own;
    }
    // *Wuxi City*, *Northern Uganda*, *Wuxi Airport*: the name without the generic word; *Lebanon Street* is elsewhere
    if document.has(end - 1, class::PLACEHEAD) && !document.has(end - 1, class::STREETHEAD) {
        let mut short = rows(start, end - 1);
        // *Bank Building* is in no village called Bank, *Saline Lake* in no Saline, *Reading Station* in Reading
        if end - start == 2 && (document.info(start).common >= COMMON || document.has(start, class::PLACESTOP)) {
            short.retain(|row| document.lexicon.places[*row as usize].population >= TOWN);
        }
        // *Hebei Province* is no district of Tianjin
        let division = |row: &u32| document.lexicon.places[*row as usize].kind == PROVINCE;
        if document.value(end - 1, end, class::PLACEHEAD) == Some("province") && short.iter().any(division) {
            short.retain(division);
        }
        if !short.is_empty() {
            return short;
        }
    }
    if document.has(start, class::DIRECTION) {
        return rows(start + 1, end);
    }
    // *Republic of Peru* is the country, whatever towns are called so, and *City of Athens* the city
    let Some(at) = document.class_end(start, class::PLACEPRE).filter(|at| *at < end) else {
        return Vec::new();
    };
    let kinds: &[u8] = match document.value(start, at, class::PLACEPRE) {
        Some("country") => &[COUNTRY],
        Some("state") => &[COUNTRY, PROVINCE],
        Some("province") => &[PROVINCE],
        Some("city") => &[CITY, DISTRICT],
        _ => return Vec::new(),
    };
    let mut named = rows(at, end);
    named.retain(|row| kinds.contains(&document.lexicon.places[*row as usize].kind));
    named
}

/// The gazetteer row of each entity (by index), where one is found. Places that turn out to be one are merged.
pub fn resolve(document: &Document<'_>, entities: &mut Entities) -> Vec<Option<u32>> {
    let rows = super::weigh::rows(document, &entities.list);
    merge(document, entities, rows)
}

/// *Wuxi Airport* lies in Wuxi, but is not the city, and *North Texas* is a part of Texas.
fn is_site(document: &Document<'_>, name: Mention) -> bool {
    if document.has(name.start, class::DIRECTION) && document.class_end(name.start, class::PLACE) != Some(name.end) {
        return true;
    }
    if name.end - name.start < 2 || document.class_end(name.start, class::PLACE) != Some(name.end - 1) {
        return false;
    }
    // *the Xiamen FTZ* lies in the great city, while *Binhai* is short for *Binhai New Area*
    let great = || {
        document.value_place(name.start, name.end - 1).is_some_and(|row| {
            let place = &document.lexicon.places[row as usize];
            place.kind == PROVINCE || place.kind == CITY && place.population >= GREAT
        })
    };
    match document.value(name.end - 1, name.end, class::PLACEHEAD) {
        Some("facility" | "water" | "land") => true,
        Some("zone") => great(),
        _ => false,
    }
}

/// A gazetteer row as a key of a map that hashes no more.
fn spread(row: u32) -> u64 {
    u64::from(row).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// Merges places that share a gazetteer row, and a place with the same name with a generic word behind it.
fn merge(document: &Document<'_>, entities: &mut Entities, mut rows: Vec<Option<u32>>) -> Vec<Option<u32>> {
    let n = entities.list.len();
    let mut target: Vec<usize> = (0..n).collect();
    let places: Vec<usize> = (0..n).filter(|i| entities.list[*i].kind == Kind::Place).collect();
    let mut of_row: KeyMap<usize> = KeyMap::default();
    for &i in &places {
        if let Some(row) = rows[i].filter(|_| !is_site(document, entities.list[i].name)) {
            target[i] = *of_row.entry(spread(row)).or_insert(i);
        }
    }
    let with_head = |name: Mention| {
        name.end - name.start >= 2 && document.has(name.end - 1, class::PLACEHEAD) && !is_site(document, name)
    };
    let mut of_name: HashMap<&str, Vec<usize>> = HashMap::new();
    if places.iter().any(|i| with_head(entities.list[*i].name)) {
        for &i in &places {
            let name = entities.list[i].name;
            of_name.entry(document.slice(name.start, name.end)).or_default().push(i);
        }
    }
    for &i in &places {
        let name = entities.list[i].name;
        if !with_head(name) {
            continue;
        }
        let here = |row: u32| {
            (
                document.lexicon.places[row as usize].lat,
                document.lexicon.places[row as usize].lon,
            )
        };
        // two rows of the gazetteer for one place: the town and its administration
        let one = |j: usize| rows[j].zip(rows[i]).is_none_or(|(a, b)| here(a) == here(b));
        let short = document.slice(name.start, name.end - 1);
        let same = of_name
            .get(short)
            .and_then(|of| of.iter().find(|j| **j != i && one(**j)));
        // *Wuxi Huishan Economic Development Zone*: the zone with its city in front
        let in_city = || {
            let city = document
                .class_end(name.start, class::PLACE)
                .filter(|e| *e + 1 < name.end)?;
            let of = of_name.get(document.slice(city, name.end))?;
            // one that the gazetteer has lies in the city, too
            let zone = |row: u32| document.lexicon.places[row as usize].kind == ZONE;
            of.iter()
                .find(|j| **j != i && rows[**j].is_none_or(zone) && rows[i].is_none())
        };
        let same = same.or_else(in_city);
        if let Some(&j) = same {
            let (a, b) = (i.min(j), i.max(j));
            if target[b] == b && target[a] == a {
                target[b] = a;
                // of two rows the one with an identifier
                let listed = |row: &u32| document.lexicon.places[*row as usize].geonames != 0;
                rows[a] = rows[a].filter(listed).or(rows[b]).or(rows[a]);
                if rows[a] == rows[b] && i == b
                    || name.end - name.start > entities.list[a].name.end - entities.list[a].name.start
                {
                    entities.list[a].name = entities.list[i].name;
                }
            }
        }
    }
    zones::join(document, entities, &mut rows, &places, &mut target);
    if target.iter().enumerate().all(|(i, t)| i == *t) {
        return rows;
    }
    for (i, &to) in target.iter().enumerate() {
        if to != i {
            let mentions = std::mem::take(&mut entities.list[i].mentions);
            entities.list[to].mentions.extend(mentions);
            entities.list[to].mentions.sort_by_key(|m| m.start);
        }
    }
    for of in &mut entities.of_candidate {
        if *of != u32::MAX {
            *of = target[*of as usize] as u32;
        }
    }
    let kept: Vec<usize> = (0..n).filter(|i| target[*i] == *i).collect();
    let mut place = vec![0u32; n];
    for (new, old) in kept.iter().enumerate() {
        place[*old] = new as u32;
    }
    for of in &mut entities.of_candidate {
        if *of != u32::MAX {
            *of = place[*of as usize];
        }
    }
    for entity in &mut entities.list {
        entity.part_of = entity.part_of.map(|p| place[target[p]] as usize);
    }
    entities.list = kept.iter().map(|i| entities.list[*i].clone()).collect();
    kept.iter().map(|i| rows[*i]).collect()
}

/// Country of each place that the gazetteer does not have: that of the place its name starts with, else the one
/// country that most of the article's places lie in.
pub fn countries(document: &Document<'_>, entities: &Entities, rows: &[Option<u32>]) -> Vec<Option<[u8; 2]>> {
    let places = document.lexicon.places;
    // an article names few countries of all there are
    let mut counts: Vec<([u8; 2], usize)> = Vec::new();
    let mut all = 0;
    for (entity, row) in entities.list.iter().zip(rows) {
        if let Some(row) = row {
            all += entity.mentions.len();
            let country = places[*row as usize].country;
            match counts.iter_mut().find(|(code, _)| *code == country) {
                Some((_, n)) => *n += entity.mentions.len(),
                None => counts.push((country, entity.mentions.len())),
            }
        }
    }
    let most = counts
        .iter()
        .max_by_key(|(code, n)| (*n, *code))
        .filter(|(_, n)| n * 3 >= all * 2)
        .map(|(code, _)| *code);
    entities
        .list
        .iter()
        .zip(rows)
        .map(|(entity, row)| {
            if entity.kind != Kind::Place {
                return None;
            }
            if let Some(row) = row {
                return Some(places[*row as usize].country);
            }
            let (start, end) = (entity.name.start, entity.name.end);
            // *Eastmere, Spain*: what the gazetteer does not have there lies there all the same
            if let Some(outer) = outer(document, entity) {
                return Some(places[outer as usize].country);
            }
            // *South Administrative Building*: a compass word is no place, nor is the saint of *St. Paris Court* the city
            let leads = |at: u32| at == start || document.has(at - 1, class::DIRECTION) || document.str(at - 1) == "of";
            let inner = |at: u32| {
                let last = document.class_end(at, class::PLACE).filter(|last| *last <= end)?;
                let place = &places[document.value_place(at, last)? as usize];
                // *Van Trung Park*: the first word of a name that is in no country the article speaks of
                let spoken = || counts.iter().any(|(code, _)| *code == place.country);
                let part = || (last..end).any(|t| document.is(t, flag::CAPITAL) && document.info(t).pos == 0);
                let small = place.kind > PROVINCE && place.population < TOWN * 20;
                if most.is_some() && small && part() && !spoken() {
                    return None;
                }
                let known = place.kind <= PROVINCE || place.population > 200_000 || place.kind == ZONE;
                // *Nazi Germany*
                (known && (leads(at) || place.kind == COUNTRY && last == end)).then_some(place.country)
            };
            let mut words = (start..end).filter(|at| !document.has(*at, class::DIRECTION));
            words.find_map(inner).or(most)
        })
        .collect()
}

/// Gazetteer rows of the place named behind a comma: *Alexandria, Louisiana*.
pub(super) fn container(document: &Document<'_>, entity: &Entity) -> Vec<u32> {
    let mut out = Vec::new();
    for mention in entity.mentions.iter().take(4) {
        let (comma, after) = (mention.end, mention.end + 1);
        if after >= document.len() || !matches!(document.str(comma), "," | "(") {
            continue;
        }
        if let Some(end) = document.class_end(after, class::PLACE)
            && document.is(after, flag::CAPITAL)
        {
            let rows = document
                .senses(after, end)
                .iter()
                .filter(|s| s.class() == class::PLACE)
                .map(|s| s.value());
            out.extend(rows.take(4));
        }
    }
    out
}

/// The country or first-level division behind the comma of one of the name's first mentions.
pub(super) fn outer(document: &Document<'_>, entity: &Entity) -> Option<u32> {
    entity.mentions.iter().take(4).find_map(|mention| {
        let after = mention.end + 1;
        if after >= document.len() || document.str(mention.end) != "," || !document.is(after, flag::CAPITAL) {
            return None;
        }
        let end = document.class_end(after, class::PLACE)?;
        // *Springfield, Ohio City Council* is a list
        let whole = end >= document.len() || !document.is(end, flag::CAPITAL) || document.is(end, flag::LINE);
        let row = document.value_place(after, end).filter(|_| whole)?;
        matches!(document.lexicon.places[row as usize].kind, COUNTRY | PROVINCE).then_some(row)
    })
}

/// The name is said of a division: *Donetsk region*, *the canton of Geneva*.
pub(super) fn is_division(document: &Document<'_>, entity: &Entity) -> bool {
    // *Missouri, New York, North Carolina and Virginia*: among divisions
    let in_list = |start: u32, comma: u32| {
        document.str(comma) == ","
            && document.get(comma + 1).is_some()
            && document.str(start) != document.str(comma + 1)
            && document
                .class_end(comma + 1, class::PLACE)
                .and_then(|end| {
                    document
                        .value_place(comma + 1, end)
                        .filter(|_| end < document.len() && matches!(document.str(end), "," | "and"))
                })
                .is_some_and(|row| document.lexicon.places[row as usize].kind == PROVINCE)
    };
    let said = |mention: &Mention| {
        let (start, end) = (mention.start, mention.end);
        let noun = |at: u32| {
            !document.is(at, flag::CAPITAL) && document.value(at, at + 1, class::PLACENOUN) == Some("province")
        };
        end < document.len() && (noun(end) && !document.is(end, flag::LINE) || in_list(start, end))
            || start >= 2 && document.str(start - 1) == "of" && noun(start - 2)
    };
    let seen = entity.mentions.len().min(8);
    entity.mentions.iter().take(seen).filter(|m| said(m)).count() * 2 > seen
}
