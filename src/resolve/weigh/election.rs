//! The names of an article elect their places.

use super::hints::{demonyms, of_bodies};
use super::judge::{astray, is_elsewhere, is_former, is_rival, is_seat, mark_aliases, outshone};
use super::{
    Candidate, GREAT, NOWHERE, Part, Point, TIE, Voter, Votes, candidate, country_key, nearest, prior, spread, weight,
};
use crate::lexicon::{class, list};
use crate::resolve::entities::Entity;
use crate::resolve::names::Kind;
use crate::resolve::places::{self, CITY, COUNTRY, PROVINCE, REGION, candidates, container};
use crate::text::{Document, flag};

/// Candidates of a name that are looked at: the best known come first.
const MOST: usize = 40;
/// Names that others are measured against; an article of more is no report of one place.
const MOST_ANCHORS: usize = 100;
/// How often the votes are counted.
const ROUNDS: usize = 2;
/// Divisions behind a comma that are looked at.
const MOST_NAMED: usize = 200;

/// How much of the name the gazetteer has.
fn part(document: &Document<'_>, start: u32, end: u32) -> Part {
    /// Letters of a syllable.
    const SYLLABLE: u16 = 4;
    if document.value_place(start, end).is_some() {
        return Part::Whole;
    }
    let venue = end == start + 2
        && matches!(
            document.value(end - 1, end, class::PLACEHEAD),
            Some("facility" | "zone")
        )
        && document.is(end - 1, flag::CAPITAL)
        && !document.is_on(end - 1, list::TRANSPORT);
    match venue {
        true if document.token(start).len <= SYLLABLE && !document.is(start, flag::UPPER) => Part::Syllable,
        true => Part::Venue,
        false => Part::Front,
    }
}

/// The gazetteer row of each entity, where one is found.
pub fn rows(document: &Document<'_>, entities: &[Entity]) -> Vec<Option<u32>> {
    let mut out = vec![None; entities.len()];
    let mut election = Election::of(document, entities);
    if election.voters.is_empty() {
        return out;
    }
    election.score_alone();
    election.register();
    for _ in 0..ROUNDS {
        election.count();
        election.place_anchors();
        election.score();
    }
    for (voter, row) in election.elected() {
        out[voter] = row;
    }
    out
}

/// All names of an article with their candidates.
struct Election<'d, 'a> {
    document: &'d Document<'a>,
    entities: &'d [Entity],
    voters: Vec<Voter>,
    /// The candidates of all names, one name's after the other's.
    all: Vec<Candidate>,
    /// First-level divisions that stand behind the comma of one of their places.
    named: Vec<u32>,
    countries: Votes,
    divisions: Votes,
    /// Countries whose people are named.
    demonyms: Vec<usize>,
    /// Countries and divisions that bodies are named after.
    bodies: Vec<(usize, usize)>,
    /// Where the names most likely lie, for the distances: the number of the voter and the place.
    anchors: Vec<(usize, Point)>,
}

impl<'d, 'a> Election<'d, 'a> {
    fn of(document: &'d Document<'a>, entities: &'d [Entity]) -> Self {
        let mut election = Self {
            document,
            entities,
            voters: Vec::new(),
            all: Vec::new(),
            named: Vec::new(),
            countries: Votes::default(),
            divisions: Votes::default(),
            demonyms: Vec::new(),
            bodies: Vec::new(),
            anchors: Vec::new(),
        };
        for (index, entity) in entities.iter().enumerate().filter(|(_, e)| e.kind == Kind::Place) {
            let rows = candidates(document, entity.name.start, entity.name.end);
            if !rows.is_empty() {
                election.enter(index, entity, &rows);
            }
        }
        election
    }

    /// Enters a name with the rows that it may mean.
    fn enter(&mut self, index: usize, entity: &Entity, rows: &[u32]) {
        let document = self.document;
        let from = self.all.len();
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
        self.all
            .extend(likely.map(|row| candidate(document, *row, &containers)));
        let own = &mut self.all[from..];
        mark_aliases(document, text, own);
        // *Albany, New York*: the state, unless the name in front is rather another place's
        let most = own.iter().map(|c| c.population).max().unwrap_or_default();
        let behind = containers.iter().copied().filter(|row| {
            let outer = &places[*row as usize];
            let inside = |c: &Candidate| c.population >= most / 4 && places[c.row as usize].lies_in(outer);
            outer.kind == PROVINCE && !rows.contains(row) && own.iter().any(inside)
        });
        if self.named.len() < MOST_NAMED {
            self.named.extend(behind);
        }
        self.voters.push(Voter {
            entity: index,
            weight: 1.0 + (entity.mentions.len() as f64).ln() * 0.5,
            from,
            to: self.all.len(),
            part: part(document, entity.name.start, entity.name.end),
        });
    }

    /// Scores the candidates of each name by what is known without the other names.
    fn score_alone(&mut self) {
        let document = self.document;
        for voter in &self.voters {
            let own = &mut self.all[voter.from..voter.to];
            // *Georgia*, *Punjab*: where a division bears the name too, being a country says less
            let divided = own.iter().any(|c| c.kind == PROVINCE && c.population > 500_000);
            let division = own.iter().any(|c| c.kind == PROVINCE);
            let entity = &self.entities[voter.entity];
            let said = division && places::is_division(document, entity);
            let named =
                |row: u32| self.named.iter().filter(|named| **named == row).count() * 2 >= entity.mentions.len();
            // *Taiwan*, *Luxembourg*: the division that is all of a country
            let wholes: Vec<[u8; 2]> = own
                .iter()
                .filter(|c| c.kind < PROVINCE && !c.alias)
                .map(|c| c.country)
                .collect();
            let is_whole = |c: &Candidate| wholes.contains(&c.country);
            for at in 0..own.len() {
                let c = &own[at];
                let change = match c.kind {
                    COUNTRY if divided => -weight::IS_COUNTRY / 2.0,
                    PROVINCE if (said || named(c.row)) && !is_whole(c) => weight::SAID_DIVISION,
                    // *Kuala Lumpur*, *Geneva*: of a division that bears the name of its city the city is meant
                    PROVINCE if own.iter().any(|city| is_seat(document, city, c)) => -weight::NAMED_AFTER_CITY,
                    // *Nevada* is the state, whatever town of another bears its name
                    PROVINCE if own.iter().all(|city| !is_rival(city, c)) && !c.alias => weight::OWN_NAME,
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
    }

    /// Gives each country and division its place among the votes.
    fn register(&mut self) {
        for c in &mut self.all {
            c.votes.0 = self.countries.place(country_key(c.country));
            if c.has_division() {
                c.votes.1 = self.divisions.place(c.division_key());
            }
        }
        // a region may bear the key of a division without voting for it
        for c in self.all.iter_mut().filter(|c| !c.has_division()) {
            c.votes.1 = self.divisions.find(c.division_key());
        }
        for country in demonyms(self.document) {
            self.demonyms.push(self.countries.place(country_key(country)));
        }
        for row in of_bodies(self.document, self.entities) {
            let place = candidate(self.document, row, &[]);
            let division = match place.has_division() {
                true => self.divisions.place(place.division_key()),
                false => NOWHERE,
            };
            let country = self.countries.place(country_key(place.country));
            self.bodies.push((country, division));
        }
    }

    /// Counts the votes of all names, nationalities and bodies.
    fn count(&mut self) {
        let (countries, divisions) = (&mut self.countries.all, &mut self.divisions.all);
        countries.fill(0.0);
        divisions.fill(0.0);
        for country in &self.demonyms {
            countries[*country] += weight::DEMONYM;
        }
        for (country, division) in &self.bodies {
            countries[*country] += weight::BODY;
            if *division != NOWHERE {
                divisions[*division] += weight::BODY;
            }
        }
        for voter in &self.voters {
            for c in &self.all[voter.from..voter.to] {
                countries[c.votes.0] += c.share * voter.weight;
                if c.has_division() {
                    divisions[c.votes.1] += c.share * voter.weight;
                }
            }
        }
    }

    fn place_anchors(&mut self) {
        let all = &self.all;
        self.anchors.clear();
        let voters = self.voters.iter().take(MOST_ANCHORS).enumerate();
        self.anchors.extend(voters.filter_map(|(n, v)| {
            let best = all[v.from..v.to]
                .iter()
                .reduce(|a, b| if b.share > a.share + TIE { b } else { a })?;
            let small = best.share > 0.5 + TIE && best.kind != COUNTRY && best.kind != REGION;
            Some((n, best.point.filter(|_| small)?))
        }));
    }

    /// Scores the candidates by what the other names say, and spreads the votes anew.
    fn score(&mut self) {
        let Self {
            voters,
            all,
            countries,
            divisions,
            anchors,
            ..
        } = self;
        for (number, voter) in voters.iter().enumerate() {
            if voter.to - voter.from < 2 {
                continue;
            }
            let own = &mut all[voter.from..voter.to];
            let cities = own.iter().filter(|c| c.kind == CITY);
            let most = cities.map(|c| c.size).fold(0.0, f64::max);
            for c in own.iter() {
                countries.own[c.votes.0] += c.share;
                if c.has_division() {
                    divisions.own[c.votes.1] += c.share;
                }
            }
            for c in own.iter_mut() {
                let mut score = c.prior;
                let country = countries.of_others(c.votes.0, voter.weight);
                let division = divisions.of_others(c.votes.1, voter.weight);
                score += weight::COUNTRY.0 * country.clamp(0.0, weight::COUNTRY.1);
                if c.kind != COUNTRY {
                    score += weight::DIVISION.0 * division.clamp(0.0, weight::DIVISION.1);
                    if let Some(here) = c.point {
                        let others = anchors.iter().filter(|(n, _)| *n != number).map(|(_, there)| *there);
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
            for c in own.iter() {
                countries.own[c.votes.0] = 0.0;
                if c.has_division() {
                    divisions.own[c.votes.1] = 0.0;
                }
            }
            spread(own);
        }
    }

    /// Each name's entity with the row that has won.
    fn elected(&self) -> impl Iterator<Item = (usize, Option<u32>)> + '_ {
        self.voters.iter().map(|voter| {
            let best = self.all[voter.from..voter.to]
                .iter()
                .reduce(|a, b| if b.score > a.score + TIE { b } else { a });
            let entity = &self.entities[voter.entity];
            let best = best.filter(|c| {
                let alone = || self.countries.of(c.votes.0) - c.share * voter.weight < TIE;
                !astray(c, voter.part, &self.divisions)
                    && (voter.part != Part::Syllable || !alone())
                    && !is_elsewhere(self.document, entity, c)
            });
            (voter.entity, best.map(|c| c.row))
        })
    }
}
