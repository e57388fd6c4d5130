//! Which of the gazetteer's places a name means: the candidates of all names of an article are weighed together.
//!
//! Each name first spreads its vote over its candidates by how many people live there; countries and divisions
//! collect the votes. Then each candidate is scored by its size, by what the *other* names vote for, by how near it
//! lies to the others, and by the place written behind its comma. The votes are spread anew by these scores and the
//! scores taken once more: two rounds of what is known as minimality of the described area.

use super::entities::Entity;
use super::names::Kind;
use super::places::{CITY, COUNTRY, PROVINCE, REGION, ZONE, candidates, container};
use crate::lexicon::format::PlaceInfo;
use crate::lexicon::{class, in_set};
use crate::text::{Document, flag};

/// Candidates of a name that are looked at: the best known come first.
const MOST: usize = 40;
/// Names that others are measured against; an article of more is no report of one place.
const MOST_ANCHORS: usize = 100;
/// Kilometres of one degree of latitude.
const DEGREE: f64 = 111.2;

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
    pub const NAMED_AFTER_CITY: f64 = 2.75;
    /// How sharply scores turn into shares of the vote.
    pub const SHARPNESS: f64 = 0.5;
    /// Votes of one nationality.
    pub const DEMONYM: f64 = 1.0;
}

/// One place that a name may mean.
struct Candidate {
    row: u32,
    country: [u8; 2],
    /// String number of the first-level division, as in [`PlaceInfo::admin1`].
    division: u32,
    kind: u8,
    population: u32,
    point: Option<Point>,
    /// Where the votes of its country and of its division are counted; [`NOWHERE`] for a division that nobody votes for.
    votes: (usize, usize),
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
}

/// A name with its candidates.
struct Voter {
    entity: usize,
    /// How often it is named, damped.
    weight: f64,
    from: usize,
    to: usize,
}

/// The place of a key that is not among the [`Votes`].
const NOWHERE: usize = usize::MAX;

/// Votes by key; articles name few countries, so that a list is faster than a map. It is looked through once for each
/// candidate, which remembers the place.
#[derive(Default)]
struct Votes<K> {
    keys: Vec<K>,
    all: Vec<f64>,
    /// Those of the name that is looked at.
    own: Vec<f64>,
}

impl<K: PartialEq> Votes<K> {
    /// The place of the key, if it has one.
    fn find(&self, key: &K) -> usize {
        self.keys.iter().position(|k| k == key).unwrap_or(NOWHERE)
    }

    /// The place of the key, a new one where it has none.
    fn place(&mut self, key: K) -> usize {
        match self.find(&key) {
            NOWHERE => {
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
    let mut east = (a.1 - b.1).abs();
    if east > 180.0 {
        east = 360.0 - east;
    }
    let (north, east) = (a.0 - b.0, east * (a.2 + b.2) / 2.0);
    DEGREE * (north * north + east * east).sqrt()
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
    for (index, entity) in entities.iter().enumerate().filter(|(_, e)| e.kind == Kind::Place) {
        let rows = candidates(document, entity.name.start, entity.name.end);
        if rows.is_empty() {
            continue;
        }
        let from = all.len();
        let containers = if rows.len() > 1 {
            container(document, entity)
        } else {
            Vec::new()
        };
        all.extend(rows.iter().take(MOST).map(|row| candidate(document, *row, &containers)));
        voters.push(Voter {
            entity: index,
            weight: 1.0 + (entity.mentions.len() as f64).ln() * 0.5,
            from,
            to: all.len(),
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
        // *Kuala Lumpur*, *Penang*: of a division that bears the name of its great city the city is meant
        let city = own.iter().any(|c| c.kind == CITY && c.population > 300_000);
        for c in own.iter_mut() {
            c.prior = prior(c)
                - match c.kind {
                    COUNTRY if divided => weight::IS_COUNTRY / 2.0,
                    PROVINCE if city => weight::NAMED_AFTER_CITY,
                    _ => 0.0,
                };
            c.score = c.prior;
        }
        spread(own);
    }
    let mut countries = Votes::default();
    let mut divisions = Votes::default();
    for c in &mut all {
        c.votes.0 = countries.place(c.country);
        if c.has_division() {
            c.votes.1 = divisions.place((c.country, c.division));
        }
    }
    // a region may bear the key of a division without voting for it
    for c in all.iter_mut().filter(|c| !c.has_division()) {
        c.votes.1 = divisions.find(&(c.country, c.division));
    }
    let demonyms: Vec<usize> = demonyms.into_iter().map(|country| countries.place(country)).collect();
    let mut anchors: Vec<(usize, Point)> = Vec::new();
    for round in 0..2 {
        countries.all.fill(0.0);
        divisions.all.fill(0.0);
        for country in &demonyms {
            countries.all[*country] += weight::DEMONYM;
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
                .reduce(|a, b| if b.share > a.share { b } else { a })?;
            let small = best.share > 0.5 && best.kind != COUNTRY && best.kind != REGION;
            Some((n, best.point.filter(|_| small)?))
        }));
        for (own, voter) in voters.iter().enumerate() {
            if voter.to - voter.from < 2 {
                continue;
            }
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
                        let near = anchors
                            .iter()
                            .filter(|(n, _)| *n != own)
                            .map(|(_, there)| distance(here, *there))
                            .filter(|d| *d > 1.0)
                            .reduce(f64::min);
                        if let Some(near) = near {
                            score += (weight::NEAR.0 - (near / 50.0 + 1.0).ln() * weight::NEAR.1).max(0.0);
                        }
                    }
                }
                if c.contained {
                    score += weight::CONTAINED;
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
            .reduce(|a, b| if b.score > a.score { b } else { a });
        out[voter.entity] = best.filter(|c| !astray(c, &divisions)).map(|c| c.row);
    }
    out
}

/// *Binhai New Area*: every other city has a zone of such a name, and the gazetteer has only the largest. One that
/// lies in no division the article speaks of, while it speaks of another of the same country, is not meant.
fn astray(c: &Candidate, divisions: &Votes<([u8; 2], u32)>) -> bool {
    let votes = divisions.of(c.votes.1);
    c.kind == ZONE
        && votes < 1.5
        && divisions
            .keys
            .iter()
            .zip(&divisions.all)
            .any(|((country, division), v)| *country == c.country && *division != c.division && *v > votes)
}

/// What speaks for a candidate without the rest of the article.
fn prior(c: &Candidate) -> f64 {
    let size = f64::from(c.population.max(100)).ln();
    weight::SIZE * size
        + match c.kind {
            COUNTRY => weight::IS_COUNTRY,
            REGION => weight::IS_REGION,
            PROVINCE => weight::IS_DIVISION,
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
        point,
        votes: (NOWHERE, NOWHERE),
        contained,
        share: 0.0,
        prior: 0.0,
        score: 0.0,
    }
}

/// Nationalities speak for their countries, each as often as it is told.
fn demonyms(document: &Document<'_>) -> Vec<[u8; 2]> {
    let mut countries = Vec::new();
    for (at, classes) in (0..).zip(&document.buffers.classes) {
        if in_set(*classes, class::DEMONYM)
            && document.is(at, flag::CAPITAL)
            && let Some(&[a, b]) = document.value(at, at + 1, class::DEMONYM).map(str::as_bytes)
        {
            countries.push([a, b]);
        }
    }
    countries
}
