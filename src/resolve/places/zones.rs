//! Short names of zones: *the New Area* and *Lorande* of *Sorana-Lima Lorande New Area*.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::{CITY, DISTRICT, PROVINCE};
use crate::extract::names::shape;
use crate::lexicon::class;
use crate::resolve::entities::{Entities, Mention};
use crate::text::{Document, flag};

/// Where the generic words of a zone's name start: *Xishan | Economic Development Zone*. `name.start` where there are no
/// others, the end where it is no zone's.
fn generic(document: &Document<'_>, name: Mention) -> u32 {
    let head = (name.start..name.end).find(|at| {
        document.class_end(*at, class::PLACEHEAD) == Some(name.end)
            && document.value(*at, name.end, class::PLACEHEAD) == Some("zone")
    });
    let Some(mut at) = head else { return name.end };
    let plain = |at: u32| {
        !document.is(at, flag::WORD)
            || shape::is_ordinary(document, at)
                && (!document.has(at, class::PLACE) || document.has(at, class::PLACESTOP))
    };
    while at > name.start && plain(at - 1) {
        at -= 1;
    }
    at
}

/// The row of the place is a small town's or a district's, and all other places of the article that lie in its country lie in
/// other divisions.
fn is_far_town(document: &Document<'_>, rows: &[Option<u32>], places: &[usize], i: usize) -> bool {
    /// People of a city that is meant wherever the article is from.
    const KNOWN: u32 = 300_000;
    let all = document.lexicon.places;
    let place = |i: usize| rows[i].map(|row| &all[row as usize]);
    let Some(own) = place(i).filter(|own| own.kind == DISTRICT || own.kind == CITY && own.population < KNOWN) else {
        return false;
    };
    let mut others = (places.iter().filter(|other| **other != i))
        .filter_map(|other| place(*other))
        .filter(|other| other.country == own.country && other.kind >= PROVINCE)
        .peekable();
    others.peek().is_some() && others.all(|other| other.admin1 != own.admin1)
}

/// Joins short names to the one zone of the article that they can stand for; `target` says which entity each is.
pub(super) fn join(
    document: &Document<'_>,
    entities: &mut Entities,
    rows: &mut [Option<u32>],
    places: &[usize],
    target: &mut [usize],
) {
    // generic words, and the word in front of them, of each zone; `None` where several have them
    let mut of_words: HashMap<&str, Option<usize>> = HashMap::new();
    // the last word of each zone's own name
    let mut of_names: Vec<(&str, usize)> = Vec::new();
    let mut put = |words, i| match of_words.entry(words) {
        Entry::Vacant(free) => {
            free.insert(Some(i));
        }
        Entry::Occupied(mut taken) if *taken.get() != Some(i) => {
            taken.insert(None);
        }
        Entry::Occupied(_) => {}
    };
    for &i in places {
        let name = entities.list[i].name;
        let at = generic(document, name);
        if at <= name.start || at >= name.end {
            continue;
        }
        put(document.slice(at, name.end), target[i]);
        // the city in front is a place of its own
        if at > name.start + 1 && document.is(at - 1, flag::WORD) {
            put(document.slice(at - 1, at), target[i]);
        }
        if document.is(at - 1, flag::WORD) {
            of_names.push((document.slice(at - 1, at), i));
        }
    }
    if of_words.is_empty() {
        return;
    }
    // *Liangjiang New Area, Chongqing* and *Liangjiang*: no far town of its name
    for (word, zone) in of_names {
        let bare = |i: usize| document.slice(entities.list[i].name.start, entities.list[i].name.end) == word;
        let far = places.iter().copied().find(|i| target[*i] == *i && bare(*i));
        if let Some(i) = far.filter(|i| is_far_town(document, rows, places, *i)) {
            rows[i] = None;
            let (first, second) = (i.min(target[zone]), i.max(target[zone]));
            if first == i {
                entities.list[i].name = entities.list[zone].name;
            }
            target[second] = first;
        }
    }
    for &i in places {
        let name = entities.list[i].name;
        let short = name.end - name.start == 1 || generic(document, name) == name.start;
        let zone = short.then(|| of_words.get(document.slice(name.start, name.end)).copied().flatten());
        let Some(zone) = zone.flatten().filter(|_| rows[i].is_none() && target[i] == i) else {
            continue;
        };
        let root = target[zone];
        if root > i {
            // named in full only later on
            entities.list[i].name = entities.list[zone].name;
            (target[root], rows[i]) = (i, rows[root]);
        } else {
            target[i] = root;
        }
    }
    for i in 0..target.len() {
        target[i] = target[target[i]];
    }
}
