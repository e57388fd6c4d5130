//! What the gazetteer says of a name: how large, whether it is better known under another, what it lies in.

use super::super::EvidenceSet;
use super::super::evidence as e;
use super::super::shape;
use super::bit;
use crate::lexicon::class;
use crate::lexicon::format::{PlaceInfo, Sense};
use crate::text::fold::fold;
use crate::text::{Document, flag};

/// Every place that bears the name is better known under another: *Temasek* is an old name of Singapore.
pub(super) fn alias_only(d: &Document<'_>, start: u32, end: u32) -> bool {
    let text = d.slice(start, end);
    d.senses(start, end)
        .iter()
        .filter(|s| s.class() == class::PLACE)
        .all(|s| {
            let place = &d.lexicon.places[s.value() as usize];
            place.kind > 2 && !d.lexicon.string(place.name).eq_ignore_ascii_case(text)
        })
}

/// The place is far better known than the word: a *berlin* is a kind of coach. *in Cork*, *in Nice*: behind *in* in
/// running text a word with a capital is the city.
pub(in super::super) fn outweighs_word(d: &Document<'_>, at: u32) -> bool {
    const RARE: u8 = 2;
    const LARGE: u32 = 1_000_000;
    const TOWN: u32 = 90_000;
    let common = d.info(at).common;
    let before = || match d.str(at - 1) {
        "in" => true,
        // *the canton of Geneva*
        "of" => at > 1 && d.has(at - 2, class::PLACENOUN),
        _ => false,
    };
    let located = at > 0 && !d.is(at, flag::HEADLINE | flag::UPPER) && before();
    (common <= RARE + 1 || located)
        && d.value_place(at, at + 1).is_some_and(|row| {
            let place = &d.lexicon.places[row as usize];
            place.kind == PlaceInfo::COUNTRY
                || common <= RARE && place.population >= LARGE
                || located
                    && place.kind == PlaceInfo::CITY
                    && place.population >= TOWN
                    && fold(d.lexicon.string(place.name)) == fold(d.str(at))
        })
}

/// *Price, Utah*: the division or the country behind the comma has a place of that name.
pub(super) fn is_contained(d: &Document<'_>, start: u32, end: u32) -> bool {
    if end + 1 >= d.len() || d.str(end) != "," || !d.is(end + 1, flag::CAPITAL) {
        return false;
    }
    let Some(outer_end) = d.class_end(end + 1, class::PLACE) else {
        return false;
    };
    let rows = |s: u32, e: u32| {
        let senses = d.senses(s, e).iter().filter(|x| x.class() == class::PLACE);
        senses.map(|x| &d.lexicon.places[x.value() as usize])
    };
    rows(end + 1, outer_end).any(|outer| rows(start, end).any(|p| p.kind > PlaceInfo::PROVINCE && p.lies_in(outer)))
}

/// *Statistics Canada*, *Nasdaq Stockholm*: a country or a city behind, which is no one's family name. *Intel China*,
/// *Lightspeed China*: the branch of a body in a country that is too large to be a name.
pub(in super::super) fn ends_in_country(d: &Document<'_>, start: u32, end: u32) -> bool {
    /// A family name that people are likely to have: *London*, *Jordan*; fewer are called *Canada*.
    const COMMON: u32 = 96;
    /// People of countries that nobody is called after, unless behind a given name: *Anatole France*.
    const LARGE: u32 = 50_000_000;
    let last = end - 1;
    if d.has(start, class::DIRECTION) || d.has(start, class::GIVEN) {
        return false;
    }
    let unlike_people = || {
        d.classes(last) & (1 << class::GIVEN | 1 << class::SURNAMEZH) == 0
            && d.number_value(last, end, class::SURNAME).is_none_or(|how| how < COMMON)
    };
    d.value_place(last, end).is_some_and(|row| {
        let place = &d.lexicon.places[row as usize];
        let country = place.kind == PlaceInfo::COUNTRY;
        // *Hu Jinhua* is called as the city is
        if !country && shape::person(d, start, end) == Some(shape::PersonShape::Chinese) {
            return false;
        }
        // *Republic of India* is the country
        let branch = country && place.population >= LARGE && !d.has(last - 1, class::PREP);
        branch || (country || place.population >= 1_000_000) && unlike_people()
    })
}

/// How large the largest place of that name is.
pub(super) fn place_size(d: &Document<'_>, senses: &[Sense]) -> EvidenceSet {
    let mut best = e::PLACE_SMALL;
    let mut size = 0;
    for sense in senses.iter().filter(|s| s.class() == class::PLACE) {
        let place = &d.lexicon.places[sense.value() as usize];
        match place.kind {
            PlaceInfo::COUNTRY => return bit(e::PLACE_COUNTRY) | bit(e::PLACE_NATION),
            1..=2 => return bit(e::PLACE_COUNTRY),
            5..=8 => best = if size > 5_000 { best } else { e::PLACE_MIDDLE },
            _ => {
                if place.population > size {
                    size = place.population;
                    best = match size {
                        1_000_000.. => e::PLACE_HUGE,
                        100_000.. => e::PLACE_LARGE,
                        5_000.. => e::PLACE_MIDDLE,
                        _ => best,
                    };
                }
            }
        }
    }
    bit(best)
}
