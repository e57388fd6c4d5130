//! Where a place lies: the gazetteer's candidates of each name are weighed by what else the article names.

use std::collections::HashMap;

use super::entities::{Entities, Entity};
use super::names::Kind;
use crate::lexicon::class;
use crate::lexicon::format::PlaceInfo;
use crate::text::{Document, flag};

/// Index of the record's place kinds in [`PlaceInfo::kind`].
const COUNTRY: u8 = 0;
const REGION: u8 = 1;
const PROVINCE: u8 = 2;
const CITY: u8 = 3;

/// Gazetteer rows (indices) that a place's name may mean, best known first.
fn candidates(document: &Document<'_>, start: u32, end: u32) -> Vec<u32> {
    let rows = |s: u32, e: u32| -> Vec<u32> {
        document
            .senses(s, e)
            .iter()
            .filter(|x| x.class == class::PLACE)
            .map(|x| x.value)
            .collect()
    };
    let own = rows(start, end);
    if !own.is_empty() || end - start < 2 {
        return own;
    }
    // *Wuxi City*, *Jiangsu Province*, *Northern Uganda*: the name without the generic word
    if document.has(end - 1, class::PLACEHEAD) {
        let short = rows(start, end - 1);
        if !short.is_empty() {
            return short;
        }
    }
    if document.has(start, class::DIRECTION) {
        return rows(start + 1, end);
    }
    Vec::new()
}

/// Kilometres between two points in degrees.
pub fn distance(a: (f64, f64), b: (f64, f64)) -> f64 {
    let (la, lb) = (a.0.to_radians(), b.0.to_radians());
    let (dla, dlo) = (lb - la, (b.1 - a.1).to_radians());
    let h = (dla / 2.0).sin().powi(2) + la.cos() * lb.cos() * (dlo / 2.0).sin().powi(2);
    12742.0 * h.sqrt().min(1.0).asin()
}

fn point(place: &PlaceInfo) -> Option<(f64, f64)> {
    (place.lat != i32::MAX).then(|| (f64::from(place.lat) / 1e5, f64::from(place.lon) / 1e5))
}

/// The gazetteer row of each entity (by index), where one is found. Places that turn out to be one are merged.
pub fn resolve(document: &Document<'_>, entities: &mut Entities) -> Vec<Option<u32>> {
    let rows = rows(document, &entities.list);
    merge(document, entities, rows)
}

/// Merges places that share a gazetteer row, and a place with the same name with a generic word behind it.
fn merge(document: &Document<'_>, entities: &mut Entities, mut rows: Vec<Option<u32>>) -> Vec<Option<u32>> {
    let n = entities.list.len();
    let mut target: Vec<usize> = (0..n).collect();
    let places: Vec<usize> = (0..n).filter(|i| entities.list[*i].kind == Kind::Place).collect();
    let mut of_row: HashMap<u32, usize> = HashMap::new();
    for &i in &places {
        if let Some(row) = rows[i] {
            target[i] = *of_row.entry(row).or_insert(i);
        }
    }
    for &i in &places {
        let name = entities.list[i].name;
        if name.end - name.start < 2 || !document.has(name.end - 1, class::PLACEHEAD) {
            continue;
        }
        let short = document.slice(name.start, name.end - 1);
        let same = places.iter().find(|j| {
            let other = entities.list[**j].name;
            **j != i && document.slice(other.start, other.end) == short && (rows[**j].is_none() || rows[i].is_none())
        });
        if let Some(&j) = same {
            let (a, b) = (i.min(j), i.max(j));
            if target[b] == b && target[a] == a {
                target[b] = a;
                rows[a] = rows[a].or(rows[b]);
                if rows[a] == rows[b] && i == b
                    || name.end - name.start > entities.list[a].name.end - entities.list[a].name.start
                {
                    entities.list[a].name = entities.list[i].name;
                }
            }
        }
    }
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
    let mut counts: HashMap<[u8; 2], usize> = HashMap::new();
    let mut all = 0;
    for (entity, row) in entities.list.iter().zip(rows) {
        if let Some(row) = row {
            all += entity.mentions.len();
            *counts.entry(places[*row as usize].country).or_default() += entity.mentions.len();
        }
    }
    let most = counts
        .into_iter()
        .max_by_key(|(code, n)| (*n, *code))
        .filter(|(_, n)| n * 3 >= all * 2)
        .map(|(code, _)| code);
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
            let inner = (start..end)
                .find_map(|at| {
                    document
                        .class_end(at, class::PLACE)
                        .filter(|e| *e <= end)
                        .and_then(|e| document.value_place(at, e))
                })
                .map(|row| &places[row as usize])
                .filter(|p| p.kind <= PROVINCE || p.population > 200_000);
            inner.map(|p| p.country).or(most)
        })
        .collect()
}

fn rows(document: &Document<'_>, entities: &[Entity]) -> Vec<Option<u32>> {
    let places = document.lexicon.places;
    let mut options: Vec<Vec<u32>> = Vec::with_capacity(entities.len());
    for entity in entities {
        options.push(if entity.kind == Kind::Place {
            candidates(document, entity.name.start, entity.name.end)
        } else {
            Vec::new()
        });
    }
    // how often each country and first-level division is named or meant
    let mut countries: HashMap<[u8; 2], f64> = HashMap::new();
    let mut divisions: HashMap<([u8; 2], u32), f64> = HashMap::new();
    let mut fixed: Vec<(f64, f64)> = Vec::new();
    for (entity, rows) in entities.iter().zip(&options) {
        let Some(first) = rows.first().map(|r| &places[*r as usize]) else {
            continue;
        };
        let weight = 1.0 + (entity.mentions.len() as f64).ln();
        if first.kind == COUNTRY {
            *countries.entry(first.country).or_default() += 2.0 * weight;
            continue;
        }
        if first.kind == PROVINCE && first.population > 0 {
            *divisions.entry((first.country, first.name)).or_default() += 2.0 * weight;
            *countries.entry(first.country).or_default() += weight;
        }
        if first.population > 500_000 || rows.len() == 1 {
            *countries.entry(first.country).or_default() += weight * if rows.len() == 1 { 0.7 } else { 1.0 };
            if let Some(p) = point(first) {
                fixed.push(p);
            }
            if rows.len() == 1 {
                *divisions.entry((first.country, first.admin1)).or_default() += 0.7 * weight;
            }
        }
    }
    for at in 0..document.len() {
        if document.is(at, flag::CAPITAL)
            && document.has(at, class::DEMONYM)
            && let Some(code) = document
                .value(at, at + 1, class::DEMONYM)
                .map(str::as_bytes)
                .filter(|c| c.len() == 2)
        {
            *countries.entry([code[0], code[1]]).or_default() += 0.5;
        }
    }
    entities
        .iter()
        .zip(&options)
        .map(|(entity, rows)| {
            let container = container(document, entity);
            // a division that bears the name of its great city: the city is meant
            let city = rows
                .iter()
                .any(|r| places[*r as usize].kind == CITY && places[*r as usize].population > 300_000);
            rows.iter()
                .map(|row| {
                    let p = &places[*row as usize];
                    let mut score = f64::from(p.population.max(100)).ln();
                    match p.kind {
                        COUNTRY => score += 12.0,
                        REGION => score += 10.0,
                        PROVINCE if city => score -= 2.0,
                        PROVINCE => score += 2.0,
                        _ => {}
                    }
                    score += 2.5 * countries.get(&p.country).copied().unwrap_or(0.0).min(4.0);
                    score += 2.0 * divisions.get(&(p.country, p.admin1)).copied().unwrap_or(0.0).min(3.0);
                    if let Some(here) = point(p)
                        && let Some(near) = fixed
                            .iter()
                            .map(|f| distance(here, *f))
                            .filter(|d| *d > 1.0)
                            .reduce(f64::min)
                    {
                        score += (6.0 - (near / 50.0 + 1.0).ln() * 1.6).max(0.0);
                    }
                    for c in &container {
                        let outer = &places[*c as usize];
                        let inside = match outer.kind {
                            COUNTRY => outer.country == p.country,
                            PROVINCE => outer.country == p.country && (outer.name == p.admin1),
                            _ => {
                                outer.country == p.country
                                    && point(outer).zip(point(p)).is_some_and(|(a, b)| distance(a, b) < 60.0)
                            }
                        };
                        if inside && p.kind != COUNTRY {
                            score += 20.0;
                            break;
                        }
                    }
                    if p.kind == CITY && p.population == 0 {
                        score -= 1.0;
                    }
                    (score, *row)
                })
                .reduce(|a, b| if b.0 > a.0 { b } else { a })
                .map(|(_, row)| row)
        })
        .collect()
}

/// Gazetteer rows of the place named behind a comma: *Alexandria, Louisiana*.
fn container(document: &Document<'_>, entity: &Entity) -> Vec<u32> {
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
                .filter(|s| s.class == class::PLACE)
                .map(|s| s.value);
            out.extend(rows.take(4));
        }
    }
    out
}
