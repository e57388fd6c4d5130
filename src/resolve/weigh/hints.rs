//! What speaks for a country or a division without naming a place: what bodies are named after, and nationalities.

use super::super::entities::Entity;
use super::super::names::Kind;
use super::super::places::{CITY, COUNTRY, PROVINCE, candidates};
use super::GREAT;
use crate::lexicon::{class, in_set};
use crate::text::{Document, flag};

/// Countries and divisions that organisations are named after: *Kentucky State Police*, *University of Ohio*. Neither what
/// people are called (*George Washington University*) nor what a great city is called too.
pub(super) fn of_bodies(document: &Document<'_>, entities: &[Entity]) -> impl Iterator<Item = u32> {
    let bodies = entities.iter().filter(|e| e.kind == Kind::Organisation);
    bodies.filter_map(|body| {
        let (start, end) = (body.name.start, body.name.end);
        let leads = |at: &u32| *at == start || !document.is(at - 1, flag::CAPITAL);
        (start..end).filter(leads).find_map(|at| {
            let last = document.class_end(at, class::PLACE).filter(|last| *last <= end)?;
            let places = document.lexicon.places;
            let great = |row: u32| places[row as usize].kind == CITY && places[row as usize].population >= GREAT;
            let row = document.value_place(at, last)?;
            let named = matches!(places[row as usize].kind, COUNTRY | PROVINCE);
            (named && !candidates(document, at, last).into_iter().any(great)).then_some(row)
        })
    })
}

/// Nationalities speak for their countries, each as often as it is told.
pub(super) fn demonyms(document: &Document<'_>) -> Vec<[u8; 2]> {
    let mut countries = Vec::new();
    for (at, (token, classes)) in (0..).zip(document.tokens().iter().zip(&document.buffers.classes)) {
        if in_set(*classes, class::DEMONYM)
            && token.is(flag::CAPITAL)
            && let Some(&[a, b]) = document.value(at, at + 1, class::DEMONYM).map(str::as_bytes)
        {
            countries.push([a, b]);
        }
    }
    countries
}
