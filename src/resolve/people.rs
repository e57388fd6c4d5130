//! Which names are of one person: family names, initials, posts.

use super::bodies::MOST_OF_WORD;
use super::entities::{Group, Groups};
use super::forms::{Forms, Word};
use super::names::KeyMap;
use crate::extract::names::Candidate;
use crate::lexicon::class;
use crate::lexicon::format::form;
use crate::text::{Document, flag};

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

/// Whom family names mean as the text goes on: of two people the one named last.
pub(super) struct Families {
    /// How the full form of each person stands, of whom there is one.
    family_first: Vec<Option<bool>>,
    last: KeyMap<Bearer>,
    /// *President Wilson*: who was called that with his full name.
    of_title: KeyMap<usize>,
}

impl Families {
    pub(super) fn of(people: &Groups, entities: usize) -> Self {
        let mut family_first: Vec<Option<bool>> = vec![None; entities];
        for group in &people.list {
            family_first[group.entity].get_or_insert(group.family_first);
        }
        Self {
            family_first,
            last: KeyMap::default(),
            of_title: KeyMap::default(),
        }
    }

    /// Who is meant by a person's name of the words `form`, which is that of `entity`.
    pub(super) fn bearer(
        &mut self,
        document: &Document<'_>,
        entity: usize,
        form: &[Word],
        candidate: &Candidate,
    ) -> usize {
        let title = title_key(document, candidate.start);
        if let [family] = form {
            let titled = title.and_then(|title| self.of_title.get(&(family.hash ^ title)));
            let Some(bearer) = self.last.get_mut(&family.hash) else {
                return entity;
            };
            bearer.entity = titled.copied().unwrap_or(bearer.entity);
            bearer.seen = candidate.end;
            return bearer.entity;
        }
        let Some(family_first) = self.family_first[entity] else {
            return entity;
        };
        let family = if family_first { form.first() } else { form.last() };
        if let Some(family) = family {
            if let Some(title) = title {
                self.of_title.insert(family.hash ^ title, entity);
            }
            let last = self.last.get(&family.hash);
            if last.is_none_or(|last| last.yields(document, entity, candidate)) {
                let (end, seen) = (candidate.end, candidate.end);
                self.last.insert(family.hash, Bearer { entity, end, seen });
            }
        }
        entity
    }
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
pub(super) fn person_group(groups: &Groups, forms: &Forms, form: &[Word]) -> Option<usize> {
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
