//! Which of the gazetteer's places a name means: the candidates of all names of an article are weighed together.
//!
//! Each name first spreads its vote over its candidates by how many people live there; countries and divisions
//! collect the votes. Then each candidate is scored by its size, by what the *other* names vote for, by how near it
//! lies to the others, and by the place written behind its comma. The votes are spread anew by these scores and the
//! scores taken once more: two rounds of what is known as minimality of the described area.

mod hints;
mod judge;

use self::hints::{demonyms, of_bodies};
use self::judge::{astray, is_elsewhere, is_former, is_seat, mark_aliases, outshone};
use super::entities::Entity;
use super::names::Kind;
use super::places::{self, CITY, COUNTRY, LAND, PROVINCE, REGION, WATER, candidates, container};
use crate::lexicon::format::PlaceInfo;
use crate::text::Document;

/// Candidates of a name that are looked at: the best known come first.
const MOST: usize = 40;
/// People of a city that may be meant where a division has its name.
const GREAT: u32 = 300_000;
/// Names that others are measured against; an article of more is no report of one place.
const MOST_ANCHORS: usize = 100;
/// Divisions behind a comma that are looked at.
const MOST_NAMED: usize = 200;
/// Kilometres of one degree of latitude.
const DEGREE: f64 = 111.2;
/// Scores and shares as near as that are the same: logarithms differ in their last bits from one library, and one build, to the next,
/// and records must not.
const TIE: f64 = 1e-9;

/// Weights, found by coordinate search on two sets of annotated local and world news (the figures in the
/// issue notes): the optimum is flat, so that none of them needs more than one digit.
mod weight {
    /// Of the logarithm of the population.
    pub const SIZE: f64 = 0.75;
    /// Of a country's votes, and the most votes that count.
    pub const COUNTRY: (f64, f64) = (3.5, 3.0);
    /// The same for first-level divisions.
    pub const DIVISION: (f64, f64) = (2.0, 3.0);
    /// Of nearness: what lies 0 km away, and what each factor of e in distance takes away.
    pub const NEAR: (f64, f64) = (6.3, 1.6);
    /// Of the place behind the comma.
    pub const CONTAINED: f64 = 20.0;
    /// Of being a country, a region, a first-level division.
    pub const IS_COUNTRY: f64 = 14.0;
    pub const IS_REGION: f64 = 10.0;
    pub const IS_DIVISION: f64 = 0.75;
    /// Of being a sea, a river, an island: those of the table are well known, as is *Java* beside a village of Georgia.
    pub const IS_NATURE: f64 = 5.0;
    /// Of bearing the name only beside another.
    pub const ALIAS: f64 = 4.0;
    pub const NAMED_AFTER_CITY: f64 = 2.75;
    /// Of the division where the article writes so: *Donetsk region*, *the canton of Geneva*.
    pub const SAID_DIVISION: f64 = 12.0;
    /// By how much (in logarithms) another city of the name may be larger; each factor of e beyond takes one away.
    pub const OUTSHONE: f64 = 2.0;
    /// From which difference on, and beside how large a city (in logarithms), what else is lost.
    pub const ECLIPSED: (f64, f64, f64) = (4.0, 12.0, 10.0);
    /// Votes of the others from which on a division counts as named, so that its cities lose nothing.
    pub const NAMED_DIVISION: f64 = 1.0;
    /// How sharply scores turn into shares of the vote.
    pub const SHARPNESS: f64 = 0.5;
    /// Votes of one nationality.
    pub const DEMONYM: f64 = 1.0;
    /// Votes of one organisation that is named after a country or division.
    pub const BODY: f64 = 1.0;
}

/// One place that a name may mean.
struct Candidate {
    row: u32,
    country: [u8; 2],
    /// String number of the first-level division, as in [`PlaceInfo::admin1`].
    division: u32,
    kind: u8,
    population: u32,
    /// Logarithm of the population.
    size: f64,
    point: Option<Point>,
    /// Where the votes of its country and of its division are counted; [`NOWHERE`] for a division that nobody votes for.
    votes: (usize, usize),
    /// Bears another name in the first place, while others bear this one.
    alias: bool,
    /// Lies in the place that is written behind the name.
    contained: bool,
    /// Part of its name's vote, 0 to 1.
    share: f64,
    /// What speaks for it without the rest of the article.
    prior: f64,
    score: f64,
}

impl Candidate {
    /// Countries and regions vote for no division.
    fn has_division(&self) -> bool {
        self.kind != COUNTRY && self.kind != REGION
    }

    /// One number, as some builds (rustc 1.95, 16 parts, no optimisation over them) compared a pair of code and number wrong.
    fn division_key(&self) -> u64 {
        u64::from(self.division) << 16 | country_key(self.country)
    }
}

fn country_key(code: [u8; 2]) -> u64 {
    u16::from_be_bytes(code).into()
}

/// The division of that key lies in the country.
fn is_of_country(division: u64, code: [u8; 2]) -> bool {
    division & u64::from(u16::MAX) == country_key(code)
}

/// A name with its candidates.
struct Voter {
    entity: usize,
    /// How often it is named, damped.
    weight: f64,
    from: usize,
    to: usize,
    /// The gazetteer has only a part of the name: *Xianlin Campus*.
    part: bool,
}

/// The place of a key that is not among the [`Votes`].
const NOWHERE: usize = usize::MAX;

/// Votes by key; articles name few countries, so that a list is faster than a map. It is looked through once for each
/// candidate, which remembers the place.
#[derive(Default)]
struct Votes {
    keys: Vec<u64>,
    all: Vec<f64>,
    /// Those of the name that is looked at.
    own: Vec<f64>,
}

impl Votes {
    /// Keys of most articles.
    const FEW: usize = 32;

    /// The place of the key, if it has one.
    fn find(&self, key: u64) -> usize {
        self.keys.iter().position(|k| *k == key).unwrap_or(NOWHERE)
    }

    /// The place of the key, a new one where it has none.
    fn place(&mut self, key: u64) -> usize {
        match self.find(key) {
            NOWHERE => {
                if self.keys.is_empty() {
                    self.keys.reserve(Self::FEW);
                    self.all.reserve(Self::FEW);
                    self.own.reserve(Self::FEW);
                }
                self.keys.push(key);
                self.all.push(0.0);
                self.own.push(0.0);
                self.keys.len() - 1
            }
            at => at,
        }
    }

    fn of(&self, at: usize) -> f64 {
        self.all.get(at).copied().unwrap_or_default()
    }

    /// The votes of all other names, of which this one's weigh so much.
    fn of_others(&self, at: usize, weight: f64) -> f64 {
        self.of(at) - self.own.get(at).copied().unwrap_or_default() * weight
    }
}

/// Latitude, longitude in degrees and the cosine of the latitude.
type Point = (f64, f64, f64);

/// Kilometres between two points, good enough below a quarter of the globe.
fn distance(a: Point, b: Point) -> f64 {
    DEGREE * squared(a, b).sqrt()
}

/// The square of the degrees between two points.
fn squared(a: Point, b: Point) -> f64 {
    let mut east = (a.1 - b.1).abs();
    if east > 180.0 {
        east = 360.0 - east;
    }
    let (north, east) = (a.0 - b.0, east * (a.2 + b.2) / 2.0);
    north * north + east * east
}

/// The distance of the nearest of the points that is not the same place.
fn nearest(here: Point, points: impl Iterator<Item = Point>) -> Option<f64> {
    let mut least: Option<f64> = None;
    for there in points {
        let far = squared(here, there);
        // a root only of what is nearer than all before
        if least.is_none_or(|least| far < least) && DEGREE * far.sqrt() > 1.0 {
            least = Some(far);
        }
    }
    least.map(|far| DEGREE * far.sqrt())
}

fn point(place: &PlaceInfo) -> Option<Point> {
    (place.lat != i32::MAX).then(|| {
        let lat = f64::from(place.lat) / 1e5;
        (lat, f64::from(place.lon) / 1e5, lat.to_radians().cos())
    })
}

/// The gazetteer row of each entity, where one is found.
pub fn rows(document: &Document<'_>, entities: &[Entity]) -> Vec<Option<u32>> {
    let mut all: Vec<Candidate> = Vec::new();
    let mut voters: Vec<Voter> = Vec::new();
    // first-level divisions that stand behind the comma of one of their places
    let mut named: Vec<u32> = Vec::new();
    for (index, entity) in entities.iter().enumerate().filter(|(_, e)| e.kind == Kind::Place) {
        let rows = candidates(document, entity.name.start, entity.name.end);
        if rows.is_empty() {
            continue;
        }
        let from = all.len();
        let text = document.slice(entity.name.start, entity.name.end);
        let places = document.lexicon.places;
        // *Missouri* is the state, not what *Missouri City* is short for
        let division = rows.len() > 1 && rows.iter().any(|row| places[*row as usize].kind == PROVINCE);
        let short_of = |row: u32| {
            let place = &places[row as usize];
            if !division || place.kind != CITY || place.population >= GREAT {
                return false;
            }
            let name = document.lexicon.string(place.name);
            let start = name
                .get(..text.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(text));
            start && name.as_bytes().get(text.len()) == Some(&b' ')
        };
        // *Beijing, Shenzhen, Taipei*: a list, as no city lies in a smaller one
        let largest = rows.iter().take(MOST).map(|row| places[*row as usize].population);
        let largest = largest.max().unwrap_or_default();
        let mut containers = container(document, entity);
        containers.retain(|row| {
            let outer = &places[*row as usize];
            outer.kind != CITY || outer.population > largest
        });
        let likely = rows.iter().take(MOST).filter(|row| !short_of(**row));
        all.extend(likely.map(|row| candidate(document, *row, &containers)));
        mark_aliases(document, text, &mut all[from..]);
        // *Albany, New York*: the state, unless the name in front is rather another place's
        let most = all[from..].iter().map(|c| c.population).max().unwrap_or_default();
        let behind = containers.iter().copied().filter(|row| {
            let outer = &places[*row as usize];
            let inside = |c: &&Candidate| c.population >= most / 4 && places[c.row as usize].lies_in(outer);
            outer.kind == PROVINCE && !rows.contains(row) && all[from..].iter().any(|c| inside(&c))
        });
        if named.len() < MOST_NAMED {
            named.extend(behind);
        }
        voters.push(Voter {
            entity: index,
            weight: 1.0 + (entity.mentions.len() as f64).ln() * 0.5,
            from,
            to: all.len(),
            part: document.value_place(entity.name.start, entity.name.end).is_none(),
        });
    }
    let mut out = vec![None; entities.len()];
    if voters.is_empty() {
        return out;
    }
    let demonyms = demonyms(document);
    for voter in &voters {
        let own = &mut all[voter.from..voter.to];
        // *Georgia*, *Punjab*: where a division bears the name too, being a country says less
        let divided = own.iter().any(|c| c.kind == PROVINCE && c.population > 500_000);
        let division = own.iter().any(|c| c.kind == PROVINCE);
        let entity = &entities[voter.entity];
        let said = division && places::is_division(document, entity);
        let named = |row: u32| named.iter().filter(|named| **named == row).count() * 2 >= entity.mentions.len();
        for at in 0..own.len() {
            let c = &own[at];
            let change = match c.kind {
                COUNTRY if divided => -weight::IS_COUNTRY / 2.0,
                PROVINCE if said || named(c.row) => weight::SAID_DIVISION,
                // *Kuala Lumpur*, *Geneva*: of a division that bears the name of its city the city is meant
                PROVINCE if own.iter().any(|city| is_seat(document, city, c)) => -weight::NAMED_AFTER_CITY,
                // *Bahia* was a name of Salvador once: the division bears it now
                CITY if own.iter().any(|division| is_former(document, c, division)) => -weight::NAMED_AFTER_CITY,
                _ => 0.0,
            };
            let change = change - if own[at].alias { weight::ALIAS } else { 0.0 };
            own[at].prior = prior(&own[at]) + change;
            own[at].score = own[at].prior;
        }
        spread(own);
    }
    let mut countries = Votes::default();
    let mut divisions = Votes::default();
    for c in &mut all {
        c.votes.0 = countries.place(country_key(c.country));
        if c.has_division() {
            c.votes.1 = divisions.place(c.division_key());
        }
    }
    // a region may bear the key of a division without voting for it
    for c in all.iter_mut().filter(|c| !c.has_division()) {
        c.votes.1 = divisions.find(c.division_key());
    }
    let demonyms: Vec<usize> = demonyms
        .into_iter()
        .map(|country| countries.place(country_key(country)))
        .collect();
    let bodies: Vec<(usize, usize)> = of_bodies(document, entities)
        .map(|row| {
            let place = candidate(document, row, &[]);
            let division = match place.has_division() {
                true => divisions.place(place.division_key()),
                false => NOWHERE,
            };
            (countries.place(country_key(place.country)), division)
        })
        .collect();
    let mut anchors: Vec<(usize, Point)> = Vec::new();
    for round in 0..2 {
        countries.all.fill(0.0);
        divisions.all.fill(0.0);
        for country in &demonyms {
            countries.all[*country] += weight::DEMONYM;
        }
        for (country, division) in &bodies {
            countries.all[*country] += weight::BODY;
            if *division != NOWHERE {
                divisions.all[*division] += weight::BODY;
            }
        }
        for voter in &voters {
            for c in &all[voter.from..voter.to] {
                countries.all[c.votes.0] += c.share * voter.weight;
                if c.has_division() {
                    divisions.all[c.votes.1] += c.share * voter.weight;
                }
            }
        }
        // where the names most likely lie, for the distances
        anchors.clear();
        anchors.extend(voters.iter().take(MOST_ANCHORS).enumerate().filter_map(|(n, v)| {
            let best = all[v.from..v.to]
                .iter()
                .reduce(|a, b| if b.share > a.share + TIE { b } else { a })?;
            let small = best.share > 0.5 + TIE && best.kind != COUNTRY && best.kind != REGION;
            Some((n, best.point.filter(|_| small)?))
        }));
        for (own, voter) in voters.iter().enumerate() {
            if voter.to - voter.from < 2 {
                continue;
            }
            let cities = all[voter.from..voter.to].iter().filter(|c| c.kind == CITY);
            let most = cities.map(|c| c.size).fold(0.0, f64::max);
            for c in &all[voter.from..voter.to] {
                countries.own[c.votes.0] += c.share;
                if c.has_division() {
                    divisions.own[c.votes.1] += c.share;
                }
            }
            for c in &mut all[voter.from..voter.to] {
                let mut score = c.prior;
                let country = countries.of_others(c.votes.0, voter.weight);
                let division = divisions.of_others(c.votes.1, voter.weight);
                score += weight::COUNTRY.0 * country.clamp(0.0, weight::COUNTRY.1);
                if c.kind != COUNTRY {
                    score += weight::DIVISION.0 * division.clamp(0.0, weight::DIVISION.1);
                    if let Some(here) = c.point {
                        let others = anchors.iter().filter(|(n, _)| *n != own).map(|(_, there)| *there);
                        if let Some(near) = nearest(here, others) {
                            score += (weight::NEAR.0 - (near / 50.0 + 1.0).ln() * weight::NEAR.1).max(0.0);
                        }
                    }
                }
                if c.contained {
                    score += weight::CONTAINED;
                } else if c.kind == CITY && division < weight::NAMED_DIVISION.max((most - c.size) / 2.0) {
                    score -= outshone(c, most);
                }
                c.score = score;
            }
            for c in &all[voter.from..voter.to] {
                countries.own[c.votes.0] = 0.0;
                if c.has_division() {
                    divisions.own[c.votes.1] = 0.0;
                }
            }
            if round == 0 {
                spread(&mut all[voter.from..voter.to]);
            }
        }
    }
    for voter in &voters {
        let best = all[voter.from..voter.to]
            .iter()
            .reduce(|a, b| if b.score > a.score + TIE { b } else { a });
        let entity = &entities[voter.entity];
        let best = best.filter(|c| !astray(c, voter.part, &divisions) && !is_elsewhere(document, entity, c));
        out[voter.entity] = best.map(|c| c.row);
    }
    out
}

/// What speaks for a candidate without the rest of the article.
fn prior(c: &Candidate) -> f64 {
    weight::SIZE * c.size
        + match c.kind {
            COUNTRY => weight::IS_COUNTRY,
            REGION => weight::IS_REGION,
            PROVINCE => weight::IS_DIVISION,
            WATER | LAND => weight::IS_NATURE,
            CITY if c.population == 0 => -1.0,
            _ => 0.0,
        }
}

/// Spreads the vote of a name over its candidates by their scores.
fn spread(own: &mut [Candidate]) {
    let most = own.iter().map(|c| c.score).fold(f64::MIN, f64::max);
    let mut sum = 0.0;
    for c in own.iter_mut() {
        c.share = ((c.score - most) * weight::SHARPNESS).exp();
        sum += c.share;
    }
    for c in own.iter_mut() {
        c.share /= sum;
    }
}

fn candidate(document: &Document<'_>, row: u32, containers: &[u32]) -> Candidate {
    let places = document.lexicon.places;
    let p = &places[row as usize];
    let point = point(p);
    let contained = p.kind != COUNTRY
        && containers.iter().any(|c| {
            let outer = &places[*c as usize];
            let near = || {
                self::point(outer)
                    .zip(point)
                    .is_some_and(|(a, b)| distance(a, b) < 60.0)
            };
            p.lies_in(outer) || !matches!(outer.kind, COUNTRY | PROVINCE) && outer.country == p.country && near()
        });
    Candidate {
        row,
        country: p.country,
        division: p.admin1,
        kind: p.kind,
        population: p.population,
        // of few people little is known
        size: f64::from(p.population.max(100)).ln(),
        point,
        votes: (NOWHERE, NOWHERE),
        alias: false,
        contained,
        share: 0.0,
        prior: 0.0,
        score: 0.0,
    }
}
