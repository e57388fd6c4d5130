//! Which names are one entity: short forms join full forms, acronyms join what they stand for, places join by where
//! they lie.

use std::collections::HashMap;
use std::ops::Range;

use super::bodies::{MOST_OF_WORD, body_group, canonical, seat};
use super::forms::{Forms, Word};
use super::names::{KeyMap, Kind, Names};
use crate::extract::names::Candidate;
use crate::extract::names::evidence as e;
use crate::extract::names::shape;
use crate::lexicon::class;
use crate::lexicon::format::form;
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
    family_first: bool,
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

fn entity_of(of_name: &[Option<(usize, Range<usize>)>], name: u32) -> Option<usize> {
    of_name[name as usize].as_ref().map(|(entity, _)| *entity)
}

/// Whom a family name alone means.
struct Bearer {
    entity: usize,
    /// Where the full name ends that made it so.
    end: u32,
    /// Where the last mention ends.
    seen: u32,
}

impl Bearer {
    /// Whether the family name means `entity` from its full name at `candidate` on.
    fn yields(&self, document: &Document<'_>, entity: usize, candidate: &Candidate) -> bool {
        /// Sentences after which whoever is named last is meant.
        const NEAR: usize = 2;
        self.entity == entity
            || !is_relative(document, self.end, candidate.start)
                && (is_subject(document, candidate.start, candidate.end)
                    || !document.has(candidate.start.saturating_sub(2), class::KINSHIP)
                        && document.sentence_of(candidate.start) > document.sentence_of(self.seen) + NEAR)
    }
}

impl Entities {
    /// Groups the candidates of a decided document.
    pub fn read(&mut self, document: &Document<'_>, names: &Names) {
        self.list.clear();
        self.of_candidate.clear();
        self.of_candidate.resize(names.candidates.list.len(), u32::MAX);
        self.forms.clear();
        // entity and words of each name
        let mut of_name: Vec<Option<(usize, Range<usize>)>> = vec![None; names.list.len()];
        let mut people = Groups::default();
        let mut bodies = Groups::default();
        // *JCET* and *JCET Group* are one by the lexicon
        let mut of_canonical: HashMap<&str, usize> = HashMap::new();
        // full forms first, so that a short form finds its person wherever it stands
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
            let of_user = name
                .user
                .and_then(|user| self.list.iter().position(|entity| entity.user == Some(user)));
            let found = match name.kind {
                _ if of_user.is_some() => of_user,
                Kind::Person => person_group(&people, &self.forms, self.forms.of(&form)),
                Kind::Organisation => (names.defined(n).and_then(|long| entity_of(&of_name, long)))
                    .or_else(|| canonical(document, &first).and_then(|known| of_canonical.get(known).copied()))
                    .or_else(|| {
                        // *Standing Committee* of one body is not that of the others
                        let unit = first.part_of != u32::MAX && form.len() <= 2;
                        let own = unit && document.value(first.start, first.end, class::ORG).is_none();
                        (!own).then(|| body_group(document, names, &bodies, self, &form, &first))?
                    }),
                // *Lima High-tech Zone (LHZ)*
                Kind::Place => names.defined(n).and_then(|long| entity_of(&of_name, long)),
                _ => None,
            };
            let entity = match found {
                Some(entity) => entity,
                None => {
                    let mention = Mention {
                        start: first.start,
                        end: first.end,
                        candidate: name.first,
                    };
                    self.list.push(Entity {
                        kind: name.kind,
                        name: mention,
                        mentions: Vec::new(),
                        forms: Vec::new(),
                        part_of: None,
                        evidence: strongest(name.evidence, name.kind),
                        user: None,
                    });
                    let entity = self.list.len() - 1;
                    let family_first = name.evidence & (1 << e::CHINESE_SHAPE | 1 << e::HYPHEN_SHAPE) != 0
                        || shape::is_southern(document, first.start, first.end);
                    let group = Group {
                        entity,
                        form: form.clone(),
                        seat: seat(document, first.start, first.end),
                        family_first,
                    };
                    match name.kind {
                        Kind::Person => people.push(&self.forms, group),
                        Kind::Organisation => bodies.push(&self.forms, group),
                        _ => {}
                    }
                    entity
                }
            };
            if name.kind == Kind::Organisation
                && let Some(known) = canonical(document, &first)
            {
                of_canonical.entry(known).or_insert(entity);
            }
            self.list[entity].user = self.list[entity].user.or(name.user);
            of_name[n as usize] = Some((entity, form));
        }
        // how the full form of each person stands, of whom there is one
        let mut family_first: Vec<Option<bool>> = vec![None; self.list.len()];
        for group in &people.list {
            family_first[group.entity].get_or_insert(group.family_first);
        }
        // mentions in text order; a surname that two people share is the one named last, with the end of that name
        let mut last_of_family: KeyMap<Bearer> = KeyMap::default();
        // *President Wilson*: who was called that with his full name
        let mut of_title: KeyMap<usize> = KeyMap::default();
        for (index, candidate) in names.candidates.list.iter().enumerate() {
            let Some((entity, form)) = &of_name[candidate.name as usize] else {
                continue;
            };
            let mut entity = *entity;
            if names.list[candidate.name as usize].kind == Kind::Person {
                // nearly all mentions of a name are of the same words
                let first = &names.candidates.list[names.list[candidate.name as usize].first as usize];
                let form = if candidate.end - candidate.start == first.end - first.start {
                    form.clone()
                } else {
                    self.forms.add(document, candidate.start, candidate.end)
                };
                let form = self.forms.of(&form);
                let title = title_key(document, candidate.start);
                if let [family] = form {
                    let titled = title.and_then(|title| of_title.get(&(family.hash ^ title)));
                    if let Some(bearer) = last_of_family.get_mut(&family.hash) {
                        bearer.entity = titled.copied().unwrap_or(bearer.entity);
                        bearer.seen = candidate.end;
                        entity = bearer.entity;
                    }
                } else if let Some(family_first) = family_first[entity] {
                    let family = if family_first { form.first() } else { form.last() };
                    if let Some(family) = family {
                        if let Some(title) = title {
                            of_title.insert(family.hash ^ title, entity);
                        }
                        let last = last_of_family.get(&family.hash);
                        if last.is_none_or(|last| last.yields(document, entity, candidate)) {
                            let (end, seen) = (candidate.end, candidate.end);
                            last_of_family.insert(family.hash, Bearer { entity, end, seen });
                        }
                    }
                }
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
            if names.list[candidate.name as usize].kind == Kind::Place
                && let Some(end) = with_generic(document, candidate)
            {
                self.list[entity].forms.push((candidate.start, end));
            }
        }
        self.part_of(document, names);
        self.with_article(document);
        self.in_small_letters(document);
        self.in_text_order();
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
    (division && !glued && !document.has(at - 1, class::PLACEHEAD)).then_some(end)
}

/// *Anna Veld, a niece of the late President Karl Veld, was arrested*: a relative named beside somebody; *Veld* is still
/// the one the sentence is about. `end` is where the first name ends, `start` where the other starts.
fn is_relative(document: &Document<'_>, end: u32, start: u32) -> bool {
    /// Tokens between the two names.
    const LONGEST: u32 = 12;
    let gap = end..start;
    gap.len() <= LONGEST as usize
        && matches!(document.str(end), "," | "(" | "–" | "—")
        && gap.clone().any(|at| document.has(at, class::KINSHIP))
        && gap.clone().all(|at| !matches!(document.str(at), "and" | "." | ";"))
}

/// A key for the post in front of a name, with the word of its field: *Justice Minister*, *President*.
fn title_key(document: &Document<'_>, start: u32) -> Option<u64> {
    let post = start.checked_sub(1).filter(|at| document.has(*at, class::TITLE))?;
    let field = post.checked_sub(1).filter(|at| {
        let named = document.classes(*at) & (1 << class::PLACE | 1 << class::DEMONYM | 1 << class::ORG) != 0;
        document.is(*at, flag::CAPITAL) && !named
    });
    let word = |at: u32| u64::from(document.token(at).word);
    Some((word(post) << 32 | field.map_or(0, word)).wrapping_mul(0x9e37_79b9_7f4a_7c15))
}

/// *Kim Sung-min said*, *said Kim Sung-min*, *Kim Sung-min, an aide, left*; not *met Kim Sung-min* nor *leaders,
/// including Kim Sung-min*: who does something in the sentence.
fn is_subject(document: &Document<'_>, start: u32, end: u32) -> bool {
    /// Tokens in front of the name that are looked at.
    const REACH: u32 = 12;
    let finite = |at: u32| {
        let info = document.info(at);
        document.is(at, flag::WORD)
            && !document.is(at, flag::CAPITAL)
            && info.verb != 0
            && info.form & (form::PAST | form::THIRD) != 0
    };
    let does =
        |at: u32| at < document.len() && (finite(at) || document.has(at, class::MODAL) || document.has(at, class::AUX));
    if does(end) || start > 0 && document.has(start - 1, class::SAYVERB) {
        return true;
    }
    let sentence = document.sentences()[document.sentence_of(start)].start;
    let mut before = sentence.max(start.saturating_sub(REACH))..start;
    document.str(end) == "," && !before.any(|at| finite(at) || document.has(at, class::PREP))
}

/// The person whose full name the form is a short form of.
fn person_group(groups: &Groups, forms: &Forms, form: &[Word]) -> Option<usize> {
    let hit = |g: &&Group| {
        let full = forms.of(&g.form);
        if form.len() == 1 {
            let family = if g.family_first { full.first() } else { full.last() };
            return full.len() > 1 && family == form.first();
        }
        if full == form {
            return true;
        }
        // the same first and last word, or an initial for the first
        let (a, b) = (full[0], form[0]);
        full.last() == form.last() && (a == b || forms.is_initial(a, b))
            || full.len() > form.len() && full.ends_with(form)
            || full.len() > form.len() && form.len() >= 2 && full.starts_with(form)
    };
    // all ways of fitting share the first or the last word; the group made last wins
    let (first, last) = (*form.first()?, *form.last()?);
    let by_last = groups.with(last).rev().take(MOST_OF_WORD).find(hit);
    let by_first = groups.with(first).rev().take(MOST_OF_WORD).find(hit);
    let family = by_last.into_iter().chain(by_first).map(|g| g.entity).max();
    if family.is_some() || form.len() > 1 {
        return family;
    }
    // a given name alone
    let mut given = groups.with(first).take(MOST_OF_WORD).filter(|g| g.form.len() > 1);
    match (given.next(), given.next()) {
        (Some(one), None) => Some(one.entity),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
