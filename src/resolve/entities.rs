//! Which names are one entity: short forms join full forms, acronyms join what they stand for, places join by where
//! they lie.

use std::collections::HashMap;
use std::ops::Range;

use super::bodies::{body_group, canonical, seat};
use super::forms::{Forms, Word};
use super::names::{KeyMap, Kind, Name, Names};
use super::people::{Families, person_group};
use crate::extract::names::Candidate;
use crate::extract::names::evidence as e;
use crate::extract::names::shape;
use crate::lexicon::class;
use crate::text::{Document, flag};

/// A mention of an entity: tokens `start..end`.
#[derive(Debug, Clone, Copy)]
pub struct Mention {
    pub start: u32,
    pub end: u32,
    /// Candidate that it comes from.
    pub candidate: u32,
}

/// One person, organisation or place of the article.
#[derive(Debug, Clone)]
pub struct Entity {
    pub kind: Kind,
    /// The mention that gives the canonical name.
    pub name: Mention,
    pub mentions: Vec<Mention>,
    /// Written-out forms that are aliases only (*Department of X at Y University*).
    pub forms: Vec<(u32, u32)>,
    /// Index of the entity that this is a unit of.
    pub part_of: Option<usize>,
    /// Strongest evidence for the kind.
    pub evidence: u8,
    /// Entry of the user's lexicon.
    pub user: Option<u32>,
}

/// The entities of an article in the order of their first mention.
#[derive(Debug, Default)]
pub struct Entities {
    pub list: Vec<Entity>,
    /// Entity of each candidate, `u32::MAX` for none.
    pub of_candidate: Vec<u32>,
    pub(super) forms: Forms,
}

/// The evidence with the largest weight for a kind.
fn strongest(evidence: u128, kind: Kind) -> u8 {
    let column = match kind {
        Kind::Person => 0,
        Kind::Organisation => 1,
        Kind::Place => 2,
        Kind::Other => 3,
    };
    let mut best = (i16::MIN, 0u8);
    let mut rest = evidence;
    while rest != 0 {
        let at = rest.trailing_zeros() as u8;
        rest &= rest - 1;
        let weight = e::WEIGHTS[at as usize][column];
        if weight > best.0 {
            best = (weight, at);
        }
    }
    best.1
}

pub(super) struct Group {
    pub(super) entity: usize,
    pub(super) form: Range<usize>,
    /// Words of the place or nationality that a body's name starts with.
    pub(super) seat: usize,
    pub(super) family_first: bool,
}

/// Groups in the order they were made, found by any word of their names.
#[derive(Default)]
pub(super) struct Groups {
    pub(super) list: Vec<Group>,
    by_word: KeyMap<Bearers>,
}

/// The groups that have a word, in order. Most words are of one.
struct Bearers {
    first: u32,
    others: Vec<u32>,
}

impl Groups {
    fn push(&mut self, forms: &Forms, group: Group) {
        let index = self.list.len() as u32;
        for word in forms.of(&group.form) {
            let (first, others) = (index, Vec::new());
            let of_word = self.by_word.entry(word.hash).or_insert(Bearers { first, others });
            if *of_word.others.last().unwrap_or(&of_word.first) != index {
                of_word.others.push(index);
            }
        }
        self.list.push(group);
    }

    /// The groups that have the word, in their order.
    pub(super) fn with(&self, word: Word) -> impl DoubleEndedIterator<Item = &Group> {
        let found = self.by_word.get(&word.hash);
        let others = found.map_or(&[][..], |bearers| &bearers.others);
        let all = found.map(|bearers| &bearers.first).into_iter().chain(others);
        all.map(|index| &self.list[*index as usize])
    }
}

/// The names of an article on their way to entities.
struct Grouping {
    /// Entity and words of each name.
    of_name: Vec<Option<(usize, Range<usize>)>>,
    people: Groups,
    bodies: Groups,
    /// *JCET* and *JCET Group* are one by the lexicon.
    of_canonical: HashMap<&'static str, usize>,
}

impl Grouping {
    fn of(names: usize) -> Self {
        Self {
            of_name: vec![None; names],
            people: Groups::default(),
            bodies: Groups::default(),
            of_canonical: HashMap::new(),
        }
    }

    fn entity_of(&self, name: u32) -> Option<usize> {
        self.of_name[name as usize].as_ref().map(|(entity, _)| *entity)
    }
}

impl Entities {
    /// Groups the candidates of a decided document.
    pub fn read(&mut self, document: &Document<'_>, names: &Names) {
        self.list.clear();
        self.of_candidate.clear();
        self.of_candidate.resize(names.candidates.list.len(), u32::MAX);
        self.forms.clear();
        let grouping = self.group(document, names);
        self.collect(document, names, &grouping);
        self.part_of(document, names);
        self.with_article(document);
        self.in_small_letters(document);
        self.in_text_order();
    }

    /// Makes one entity of the names that mean one: full forms first, so that a short form finds its person wherever it stands.
    fn group(&mut self, document: &Document<'_>, names: &Names) -> Grouping {
        let mut grouping = Grouping::of(names.list.len());
        let mut order: Vec<(u32, u32, u32)> = (0..)
            .zip(&names.list)
            .map(|(n, name)| {
                let first = &names.candidates.list[name.first as usize];
                (9 - (first.end - first.start).min(9), name.first, n)
            })
            .collect();
        order.sort_unstable();
        for (_, _, n) in order {
            let name = &names.list[n as usize];
            if name.kind == Kind::Other {
                continue;
            }
            let first = names.candidates.list[name.first as usize];
            let form = self.forms.add(document, first.start, first.end);
            if form.is_empty() {
                continue;
            }
            let found = self.known(document, names, n, &form, &grouping);
            let entity = found.unwrap_or_else(|| self.start(document, name, &first, &form, &mut grouping));
            if name.kind == Kind::Organisation
                && let Some(known) = canonical(document, &first)
            {
                grouping.of_canonical.entry(known).or_insert(entity);
                // *Kelvarelectronics*, though *KelvarMicro* stands in front
                let text = |m: &Mention| document.slice(m.start, m.end);
                let longer = text(&self.list[entity].name).len() < known.len();
                if longer && document.slice(first.start, first.end) == known {
                    self.list[entity].name = Mention {
                        start: first.start,
                        end: first.end,
                        candidate: name.first,
                    };
                }
            }
            self.list[entity].user = self.list[entity].user.or(name.user);
            grouping.of_name[n as usize] = Some((entity, form));
        }
        grouping
    }

    /// The entity that the name `n`, whose words are `form`, is another form of.
    fn known(
        &mut self,
        document: &Document<'_>,
        names: &Names,
        n: u32,
        form: &Range<usize>,
        grouping: &Grouping,
    ) -> Option<usize> {
        let name = &names.list[n as usize];
        let first = names.candidates.list[name.first as usize];
        let of_user = name
            .user
            .and_then(|user| self.list.iter().position(|entity| entity.user == Some(user)));
        let defined = || names.defined(n).and_then(|long| grouping.entity_of(long));
        of_user.or_else(|| match name.kind {
            Kind::Person => {
                // *Dana Holt, also known as Danny*
                defined().or_else(|| person_group(&grouping.people, &self.forms, self.forms.of(form)))
            }
            Kind::Organisation => defined()
                .or_else(|| canonical(document, &first).and_then(|known| grouping.of_canonical.get(known).copied()))
                .or_else(|| {
                    // *Standing Committee* of one body is not that of the others
                    let unit = first.part_of != u32::MAX && form.len() <= 2;
                    let own = unit && document.value(first.start, first.end, class::ORG).is_none();
                    (!own).then(|| body_group(document, names, &grouping.bodies, self, form, &first))?
                }),
            // *Lima High-tech Zone (LHZ)*
            Kind::Place => defined(),
            _ => None,
        })
    }

    /// Starts an entity with the name.
    fn start(
        &mut self,
        document: &Document<'_>,
        name: &Name,
        first: &Candidate,
        form: &Range<usize>,
        grouping: &mut Grouping,
    ) -> usize {
        let entity = self.list.len();
        self.list.push(Entity {
            kind: name.kind,
            name: Mention {
                start: first.start,
                end: first.end,
                candidate: name.first,
            },
            mentions: Vec::new(),
            forms: Vec::new(),
            part_of: None,
            evidence: strongest(name.evidence, name.kind),
            user: None,
        });
        let group = Group {
            entity,
            form: form.clone(),
            seat: seat(document, first.start, first.end),
            family_first: name.evidence & (1 << e::CHINESE_SHAPE | 1 << e::HYPHEN_SHAPE) != 0
                || shape::is_southern(document, first.start, first.end),
        };
        match name.kind {
            Kind::Person => grouping.people.push(&self.forms, group),
            Kind::Organisation => grouping.bodies.push(&self.forms, group),
            _ => {}
        }
        entity
    }

    /// Gives each entity its mentions, in text order.
    fn collect(&mut self, document: &Document<'_>, names: &Names, grouping: &Grouping) {
        let mut families = Families::of(&grouping.people, self.list.len());
        for (index, candidate) in names.candidates.list.iter().enumerate() {
            let Some((entity, form)) = &grouping.of_name[candidate.name as usize] else {
                continue;
            };
            let name = &names.list[candidate.name as usize];
            let mut entity = *entity;
            if name.kind == Kind::Person {
                // nearly all mentions of a name are of the same words
                let first = &names.candidates.list[name.first as usize];
                let form = if candidate.end - candidate.start == first.end - first.start {
                    form.clone()
                } else {
                    self.forms.add(document, candidate.start, candidate.end)
                };
                entity = families.bearer(document, entity, self.forms.of(&form), candidate);
            }
            self.of_candidate[index] = entity as u32;
            self.list[entity].mentions.push(Mention {
                start: candidate.start,
                end: candidate.end,
                candidate: index as u32,
            });
            if candidate.long_end > candidate.end {
                self.list[entity].forms.push((candidate.start, candidate.long_end));
            }
            if name.kind == Kind::Place
                && let Some(end) = with_generic(document, candidate)
            {
                self.list[entity].forms.push((candidate.start, end));
            }
        }
    }

    /// *told The Lima Post*: with a capital inside of a sentence the article belongs to the mention of the body.
    fn with_article(&mut self, document: &Document<'_>) {
        let bodies = self
            .list
            .iter_mut()
            .filter(|e| e.kind == Kind::Organisation && e.user.is_none());
        for mention in bodies.flat_map(|e| &mut e.mentions) {
            let Some(before) = mention.start.checked_sub(2) else {
                continue;
            };
            let inside = document.is(before, flag::WORD) && !document.is(before, flag::CAPITAL | flag::HEADLINE);
            if inside && document.str(before + 1) == "The" && !document.is(before + 1, flag::LINE) {
                mention.start -= 1;
            }
        }
    }

    /// *HEFEI* of a dateline is called as it is written in running text, where it stands there too. The letters of a body
    /// may be short for something.
    fn in_small_letters(&mut self, document: &Document<'_>) {
        let capitals = |m: &Mention| document.is(m.start, flag::UPPER) && document.token(m.start).len > 2;
        let text = |m: &Mention| document.slice(m.start, m.end);
        for entity in &mut self.list {
            if entity.kind == Kind::Organisation || entity.user.is_some() || !capitals(&entity.name) {
                continue;
            }
            let same = |m: &&Mention| !capitals(m) && text(m).eq_ignore_ascii_case(text(&entity.name));
            if let Some(mention) = entity.mentions.iter().find(same) {
                entity.name = *mention;
            }
        }
    }

    /// Drops entities without mentions and numbers the rest in text order.
    fn in_text_order(&mut self) {
        let mut order: Vec<usize> = (0..self.list.len())
            .filter(|i| !self.list[*i].mentions.is_empty())
            .collect();
        order.sort_by_key(|i| self.list[*i].mentions[0].start);
        let mut place = vec![u32::MAX; self.list.len()];
        for (new, old) in order.iter().enumerate() {
            place[*old] = new as u32;
        }
        for of in &mut self.of_candidate {
            if *of != u32::MAX {
                *of = place[*of as usize];
            }
        }
        let mut old: Vec<Option<Entity>> = self.list.drain(..).map(Some).collect();
        let mut sorted: Vec<Entity> = order.iter().filter_map(|i| old[*i].take()).collect();
        for entity in &mut sorted {
            entity.part_of = entity
                .part_of
                .map(|p| place[p] as usize)
                .filter(|p| *p != u32::MAX as usize);
        }
        self.list = sorted;
    }
}

/// *Hunan province*, *Tongzhou district*: the end of a place's name with its generic word in small letters.
fn with_generic(document: &Document<'_>, place: &Candidate) -> Option<u32> {
    let (at, end) = (place.end, document.class_end(place.end, class::PLACENOUN)?);
    let division = matches!(document.value(at, end, class::PLACENOUN), Some("division" | "province"));
    let glued = document.is(at, flag::CAPITAL | flag::GLUED | flag::LINE);
    // *the U.S. state of Arizona*: no part of the country's name
    let of_country = || shape::is_country(document, place.start, place.end);
    (division && !glued && !document.has(at - 1, class::PLACEHEAD) && !of_country()).then_some(end)
}

#[cfg(test)]
mod tests;
