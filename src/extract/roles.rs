//! Posts and occupations written beside a person's name.

mod after;
mod before;
mod beside;
mod bodies;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_apposition;
#[cfg(test)]
mod tests_lists;

use super::names::cut::title_end;
use super::names::shape::is_noun;
use crate::lexicon::format::{form, pos};
use crate::lexicon::{class, list};
use crate::resolve::entities::{Entities, Entity};
use crate::resolve::names::{Kind, Names};
use crate::text::{Document, flag};

/// A role as found: tokens of the title and what it is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RoleItem {
    pub title: (u32, u32),
    /// Entity that the role is in.
    pub entity: Option<usize>,
    /// Tokens of what it is of, where that is no entity.
    pub of: Option<(u32, u32)>,
}

/// Tokens looked at on either side.
const REACH: u32 = 9;

/// The roles of one person.
pub fn roles(document: &Document<'_>, names: &Names, entities: &Entities, person: &Entity) -> Vec<RoleItem> {
    let finder = Finder {
        document,
        names,
        entities,
    };
    let mut out: Vec<RoleItem> = Vec::new();
    for mention in &person.mentions {
        let sentence = document.sentences()[document.sentence_of(mention.start)];
        let before = finder.before((mention.start, mention.end), sentence.start, 0);
        let first = (before.as_ref()).and_then(|role| {
            let mention = (mention.start, mention.end);
            (finder.first_of_two(role, mention.0, sentence.start))
                .or_else(|| finder.in_front_of_rank(role, mention, sentence.start))
        });
        let titled = before.as_ref().is_some_and(|role| role.title.1 <= mention.start);
        let after = finder.after(mention.end, sentence.end, titled);
        let shared = finder.shared_behind((mention.start, mention.end), (sentence.start, sentence.end));
        for mut role in first.into_iter().chain(before).chain(after).chain(shared) {
            role.title.0 = finder.as_held(role.title.0, sentence.start);
            let text = |r: &RoleItem| document.slice(r.title.0, r.title.1).to_lowercase();
            match out.iter_mut().find(|r| text(r) == text(&role)) {
                Some(same) if same.entity.is_none() && same.of.is_none() => *same = role,
                Some(_) => {}
                None => out.push(role),
            }
        }
    }
    out
}

struct Finder<'d, 'a> {
    document: &'d Document<'a>,
    names: &'d Names,
    entities: &'d Entities,
}

impl Finder<'_, '_> {
    /// The entity (organisation or place) of the candidate that ends before token `end`.
    fn ending(&self, end: u32) -> Option<(usize, u32)> {
        // *Dorvale Group (DVG) | chairman*
        let letters = || {
            let open = end.checked_sub(3)?;
            (self.document.str(end - 1) == ")" && self.document.str(open) == "(").then_some(open)
        };
        let candidates = &self.names.candidates;
        // *the governor of the Kelso region |, Ana Pell*
        let generic = || {
            let noun = end.checked_sub(1)?;
            let small = self.document.has(noun, class::PLACENOUN) && !self.document.is(noun, flag::CAPITAL);
            let index = small.then(|| candidates.ending(noun))??;
            (self.names.kind_of(&candidates.list[index]) == Kind::Place).then_some(index)
        };
        let index = candidates.ending(end).or_else(|| candidates.ending(letters()?));
        let index = index.or_else(generic)?;
        // *secretary of the Lima Committee of the Unity Party | Luis Prado*: the unit, not the whole
        let unit = index
            .checked_sub(1)
            .filter(|unit| candidates.list[*unit].part_of == index as u32);
        let index = unit.unwrap_or(index);
        let entity = *self.entities.of_candidate.get(index)?;
        let start = self.names.candidates.list[index].start;
        (entity != u32::MAX && self.entities.list[entity as usize].kind != Kind::Person)
            .then_some((entity as usize, start))
    }

    fn starting(&self, start: u32) -> Option<(usize, u32)> {
        let index = self.names.candidates.starting(start)?;
        let entity = *self.entities.of_candidate.get(index)?;
        let end = self.names.candidates.list[index].long_end;
        (entity != u32::MAX && self.entities.list[entity as usize].kind != Kind::Person)
            .then_some((entity as usize, end))
    }

    /// A person's name starts at the token.
    fn is_person(&self, start: u32) -> bool {
        let index = self.names.candidates.starting(start);
        index.is_some_and(|i| self.names.kind_of(&self.names.candidates.list[i]) == Kind::Person)
    }

    /// A person's name starts there, behind forms of address and posts of whoever it names: *Dr. Ting Hai*, *Professor Ting Hai*.
    fn leads_person(&self, at: u32, limit: u32) -> bool {
        /// Posts and forms of address in a row.
        const MOST: usize = 3;
        let mut at = at;
        for _ in 0..MOST {
            if at >= limit || self.is_person(at) {
                break;
            }
            match self
                .behind_form(at, limit)
                .or_else(|| title_end(self.document, at, limit))
            {
                Some(next) => at = next,
                None => return false,
            }
        }
        at < limit && self.is_person(at)
    }

    /// Behind the form of address at `at`, with its point.
    fn behind_form(&self, at: u32, limit: u32) -> Option<u32> {
        let d = self.document;
        let end = d.class_end(at, class::HONORIFIC).filter(|end| *end < limit)?;
        Some(end + u32::from(d.str(end) == "." && d.is(end, flag::GLUED)))
    }

    /// What stands there makes an owner of the word in front: *Kelvar's*, *Kelvar Devices'*.
    fn is_owner(&self, at: u32) -> bool {
        let d = self.document;
        match d.str(at) {
            "'s" | "’s" => true,
            "'" | "’" => at > 0 && d.is(at, flag::GLUED) && d.str(at - 1).ends_with('s'),
            _ => false,
        }
    }

    /// A title of several people: *presidents*, *representatives*.
    fn is_plural(&self, at: u32) -> bool {
        let word = self.document.str(at);
        word.ends_with('s') && !word.ends_with("ss")
    }

    /// The title whose last token is before `end`, as long as it can be.
    fn title_ending(&self, end: u32, limit: u32) -> Option<(u32, u32)> {
        let from = end.saturating_sub(REACH).max(limit);
        let d = self.document;
        let mut start = (from..end).find(|at| title_end(d, *at, end) == Some(end))?;
        // *finance chief*, *union leader*: a noun in front belongs to the title
        let mut more = 0;
        while start > limit && more < 2 && !d.is(start, flag::CAPITAL) && !d.is_on(start, list::OF_ANOTHER_TIME) {
            let at = start - 1;
            let plain = d.is(at, flag::WORD) && !d.is(at, flag::CAPITAL) && is_noun(d, at);
            // *marketing manager*, *plant manager*; but *they market manager*
            let info = d.info(at);
            let noun = info.verb == 0
                || info.form & (form::BASE | form::GERUND) != 0
                    && at > limit
                    && !d.has(at - 1, class::PRON)
                    && !d.has(at - 1, class::MODAL)
                    && d.str(at - 1) != "to";
            // *long-time leader*, *left-wing former president*
            let joined = at > limit && d.is(at, flag::GLUED) && d.is(at - 1, flag::MARK);
            if !plain || !noun || joined || d.has(at, class::DEMONYM) {
                break;
            }
            start = at;
            more += 1;
        }
        let start = self.own_field(start, end, limit);
        let start = self.fields(start, end, limit);
        Some((self.post(start, end), end))
    }

    /// Start of the post itself: *former judge* is a judge, *a 63-year-old shopkeeper* a shopkeeper.
    fn post(&self, mut start: u32, end: u32) -> u32 {
        let d = self.document;
        while start + 1 < end && (d.is_on(start, list::OF_ANOTHER_TIME) || d.str(start) == "-") {
            start += 1;
        }
        start
    }

    /// Start of the post with what says that it is held no more: *former judge*, *ex-chairman*, *the former Peruvian judge*. Who reads
    /// *chairman* takes it for who is.
    fn as_held(&self, start: u32, limit: u32) -> u32 {
        let d = self.document;
        let back = |by: u32| {
            start
                .checked_sub(by)
                .filter(|at| *at >= limit && d.is_on(*at, list::FORMER))
        };
        let in_front = || back(1);
        let hyphen = || back(2).filter(|at| d.str(at + 1) == "-");
        let people = || back(2).filter(|at| d.has(at + 1, class::DEMONYM));
        in_front().or_else(hyphen).or_else(people).unwrap_or(start)
    }

    /// Behind what stands between a name and its post and is no part of it: *now*, *currently*, *a 63-year-old*.
    fn opening(&self, mut at: u32, limit: u32) -> u32 {
        let d = self.document;
        loop {
            let age = at + 4 < limit && d.is(at, flag::NUMBER) && d.str(at + 1) == "-" && d.str(at + 4) == "old";
            if age {
                at += 5;
            } else if at + 2 < limit && d.info(at).verb != 0 && d.str(at + 1) == "as" {
                // *who serves as*
                at += 2;
            } else if at + 3 < limit
                && d.str(at + 1) == "-"
                && d.str(at + 2) == "time"
                && matches!(d.str(at), "full" | "part")
            {
                // *a full-time | member of the committee*
                at += 3;
            } else if at + 2 < limit
                && d.str(at) == "one"
                && d.str(at + 1) == "of"
                && title_end(d, at + 2 + u32::from(d.has(at + 2, class::DET)), limit).is_some()
            {
                // *one of the | academicians of the academy*
                at += 2;
            } else if at < limit
                && (d.has(at, class::DET)
                    || d.str(at).eq_ignore_ascii_case("who")
                    || d.has(at, class::AUX)
                    || matches!(d.str(at), "now" | "currently" | "then" | "also"))
            {
                at += 1;
            } else {
                return at;
            }
        }
    }

    /// The title at `at`, with an adjective in front: *the powerful | interior minister*, *an | international relations professor*.
    fn title_starting(&self, at: u32, limit: u32) -> Option<(u32, u32)> {
        let d = self.document;
        let adjective = |at: u32| {
            let kind = d.info(at).pos & (pos::ADJECTIVE | pos::NOUN);
            at + 1 < limit && kind == pos::ADJECTIVE && !d.is(at, flag::CAPITAL) && !d.has(at, class::DEMONYM)
        };
        self.plain_title(at, limit).or_else(|| {
            let (from, to) = adjective(at).then(|| self.plain_title(at + 1, limit)).flatten()?;
            // what says of which sort, not how good
            let sort = d.str(at).ends_with("al") || d.str(at).ends_with("ary");
            Some((if sort { at } else { from }, to))
        })
    }

    /// The title at `at`, behind words that narrow it and are no part of the list: *former Egyptian finance minister*,
    /// *economics professor*.
    fn plain_title(&self, at: u32, limit: u32) -> Option<(u32, u32)> {
        /// Nouns in front that belong to a title.
        const NOUNS: u32 = 3;
        let d = self.document;
        if let Some(to) = title_end(d, at, limit) {
            return Some((at, to));
        }
        let mut from = at;
        while from + 1 < limit && d.has(from, class::TITLEMOD) {
            from += 1;
        }
        if from + 1 < limit && d.has(from, class::DEMONYM) {
            from += 1;
        }
        if let Some(to) = title_end(d, from, limit).or_else(|| self.works_for(from, limit)) {
            return Some((from, to));
        }
        let noun =
            |t: u32| d.is(t, flag::WORD) && !d.is(t, flag::CAPITAL) && is_noun(d, t) && !d.has(t, class::PERSONNOUN);
        let mut to = from;
        while to < limit && to < from + NOUNS && noun(to) && title_end(d, to, limit).is_none() {
            to += 1;
        }
        let end = title_end(d, to, limit)?;
        (to > from && !self.is_person(end)).then_some((from, end))
    }

    /// What a post is of ends there: *director of a club | when she left*, *president of a firm | that grows*.
    fn goes_on(&self, at: u32) -> bool {
        let d = self.document;
        let small = d.has(at, class::SUBORD)
            || d.has(at, class::PRON)
            || matches!(d.str(at), "that" | "which" | "from" | "until" | "since");
        small && !d.is(at, flag::CAPITAL)
    }
}
