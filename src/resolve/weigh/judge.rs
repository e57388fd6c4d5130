//! What a candidate is beside others of its name, and whether the likeliest one can be meant at all.

use super::super::entities::Entity;
use super::super::places::{CITY, DISTRICT, PROVINCE, TOWN, ZONE, outer};
use super::{Candidate, GREAT, Part, Votes, is_of_country, weight};
use crate::text::Document;
use crate::text::fold::fold;

/// A division that is named so too is rather its city, or a great one elsewhere: *Geneva*, *Kuala Lumpur*, *Córdoba*. Not what is
/// known by another name (Salvador of Bahia) or bears the division's with one of its own (*Johor Bahru*); *New York City* does.
pub(super) fn is_seat(document: &Document<'_>, city: &Candidate, division: &Candidate) -> bool {
    let least = match (city.country == division.country, city.division == division.division) {
        (true, true) => 5_000,
        // a district of Tianjin is no namesake of Hebei
        (true, false) if city.country == *b"CN" => return false,
        (true, false) => 200_000,
        (false, _) => GREAT,
    };
    if city.kind != CITY || city.population < least {
        return false;
    }
    let name = |c: &Candidate| fold(document.lexicon.string(document.lexicon.places[c.row as usize].name));
    let (city_name, division) = (name(city), name(division));
    match city_name.strip_prefix(&*division) {
        Some("") => true,
        Some(rest) if rest.starts_with(' ') => city.population >= GREAT && rest == " city",
        // *Cusco* and *Cuzco Department*, *Basrah* and *Basra*
        _ => city_name
            .split(' ')
            .any(|word| word.as_bytes().first() == division.as_bytes().first()),
    }
}

/// Beside the division another place of its name may well be meant: anything but a town of a hundredth of its people.
pub(super) fn is_rival(other: &Candidate, division: &Candidate) -> bool {
    const HUNDREDTH: u32 = 100;
    let town = matches!(other.kind, CITY | DISTRICT | ZONE) && other.country == division.country;
    other.row != division.row
        && (other.contained
            || !town
            || other.population > division.population / HUNDREDTH
            || division.population < GREAT)
}

/// The city lies in the division and is no longer called so.
pub(super) fn is_former(document: &Document<'_>, city: &Candidate, division: &Candidate) -> bool {
    division.kind == PROVINCE
        && (city.country, city.division) == (division.country, division.division)
        && !is_seat(document, city, division)
}

/// Marks the cities that bear another name in the first place, while others bear this one: *Berea* for Aleppo. Another
/// spelling of a great city's name is as good (*Macau*, *Kiev*), and so is the name of its own division (*Lucerne* for Luzern).
pub(super) fn mark_aliases(document: &Document<'_>, text: &str, own: &mut [Candidate]) {
    if own.len() < 2 {
        return;
    }
    let text = fold(text);
    let name = |c: &Candidate| fold(document.lexicon.string(document.lexicon.places[c.row as usize].name));
    if !own.iter().any(|c| c.kind == CITY && name(c) == text) {
        return;
    }
    let divisions: Vec<u64> = own
        .iter()
        .filter(|c| c.kind != CITY && name(c) == text)
        .map(Candidate::division_key)
        .collect();
    for c in own.iter_mut().filter(|c| c.kind == CITY) {
        let name = name(c);
        if divisions.contains(&c.division_key()) {
            continue;
        }
        let spelling = c.population >= GREAT / 3 && name.as_bytes().first() == text.as_bytes().first();
        c.alias = name != text && !spelling;
    }
}

/// *Eastmere, Spain*: a small place of another country than the one behind the comma is not meant.
pub(super) fn is_elsewhere(document: &Document<'_>, entity: &Entity, c: &Candidate) -> bool {
    matches!(c.kind, CITY | DISTRICT)
        && !c.contained
        && c.population < GREAT
        && outer(document, entity).is_some_and(|row| {
            let place = &document.lexicon.places;
            let (own, outer) = (&place[c.row as usize], &place[row as usize]);
            c.row != row && !own.lies_in(outer)
        })
}

/// *Binhai New Area*: every other city has a zone of such a name, and the gazetteer has only the largest. One that
/// lies in no division the article speaks of, while it speaks of another of the same country, is not meant. Neither is the
/// small town, wherever it is, whose name a campus or a lake happens to bear.
pub(super) fn astray(c: &Candidate, part: Part, divisions: &Votes) -> bool {
    /// People of a city that its own venues are called after, wherever the article is from.
    const KNOWN: u32 = 1_000_000;
    /// Votes by which a venue's own division may lead.
    const LEAD: f64 = 0.5;
    let votes = divisions.of(c.votes.1);
    let lead = if matches!(part, Part::Venue | Part::Syllable) {
        LEAD
    } else {
        0.0
    };
    let small = match part {
        Part::Whole => 0,
        Part::Front => TOWN,
        Part::Venue | Part::Syllable => KNOWN,
    };
    // of districts the table says no true population
    let town = c.kind == CITY && c.population < small || small > 0 && c.kind == DISTRICT;
    (c.kind == ZONE || town)
        && votes < 1.5
        && divisions
            .keys
            .iter()
            .zip(&divisions.all)
            .any(|(key, v)| (town || is_of_country(*key, c.country)) && *key != c.division_key() && *v + lead > votes)
}

/// What a city loses beside a far larger one of its name, where nothing of its own division is named: *Toronto* in an
/// article about Brisbane is the one in Ontario, not the suburb of Newcastle. `most` is the logarithm of the largest
/// population.
pub(super) fn outshone(c: &Candidate, most: f64) -> f64 {
    let gap = most - c.size;
    let (from, great, loss) = weight::ECLIPSED;
    (gap - weight::OUTSHONE).max(0.0) + if gap > from && most > great { loss } else { 0.0 }
}
