//! Which of the gazetteer's places a name means: the candidates of all names of an article are weighed together.
//!
//! Each name first spreads its vote over its candidates by how many people live there; countries and divisions
//! collect the votes. Then each candidate is scored by its size, by what the *other* names vote for, by how near it
//! lies to the others, and by the place written behind its comma. The votes are spread anew by these scores and the
//! scores taken once more: two rounds of what is known as minimality of the described area.

mod election;
mod hints;
mod judge;

pub use self::election::rows;
use super::places::{CITY, COUNTRY, LAND, PROVINCE, REGION, WATER};
use crate::lexicon::format::PlaceInfo;
use crate::text::Document;

/// People of a city that may be meant where a division has its name.
const GREAT: u32 = 300_000;
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
    /// Of a large division beside nothing but towns of its name.
    pub const OWN_NAME: f64 = 6.0;
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
    part: Part,
}

/// How much of a name the gazetteer has.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// All of it.
    Whole,
    /// What stands in front of a generic word: *Lima Airport*.
    Front,
    /// The same, of a building or a park, which are called after anything: *Lorande Campus*.
    Venue,
    /// The same, and no more than a syllable: *Gao Park*.
    Syllable,
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
