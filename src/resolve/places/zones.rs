//! Short names of zones: *the New Area* and *Lorande* of *Sorana-Lima Lorande New Area*.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

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
    }
    if of_words.is_empty() {
        return;
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
