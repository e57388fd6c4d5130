//! What stands beside a post and decides whose it is: its field, the name behind it, its owner, the unit it is in.

use super::{Finder, RoleItem};
use crate::extract::names::cut::title_end;
use crate::extract::names::shape;
use crate::lexicon::format::pos;
use crate::lexicon::{class, list};
use crate::resolve::names::Kind;
use crate::text::{Document, flag};

impl Finder<'_, '_> {
    /// *Minister of Foreign Affairs Amy Kuo*, *Secretary of Defence and Veterans, Ali Tan,*: a post with its field,
    /// which is no body.
    pub(super) fn portfolio(&self, start: u32, mention_end: u32, limit: u32) -> Option<RoleItem> {
        /// Tokens of the longest field.
        const LONGEST: u32 = 8;
        let d = self.document;
        let comma = d.str(start - 1) == "," && matches!(d.str(mention_end), "," | ".");
        let mut end = start - u32::from(comma);
        // *secretary of the Lima government and | Amy Kuo, …*: the next of a list
        if matches!(d.str(end - 1), "and" | "&") {
            return None;
        }
        // *Minister of Energy of Ghana | Kofi Mensah*
        let state = self.ending(end).filter(|(entity, name)| {
            self.entities.list[*entity].kind == Kind::Place
                && *name > limit + 1
                && self.of_in_front(*name, limit).is_some()
        });
        if let Some((_, name)) = state {
            end = self.of_in_front(name, limit)?;
        }
        let capital = |at: u32| d.is(at, flag::CAPITAL) && shape::is_ordinary(d, at);
        // *head of business development Markus Holm*
        let small = |at: u32| !comma && shape::is_noun(d, at) && !d.is(at, flag::CAPITAL) && !d.has(at, class::PREP);
        let lower = end > limit && small(end - 1);
        let word = |at: u32| if lower { small(at) } else { capital(at) } || matches!(d.str(at), "and" | ",");
        let of = (limit..end).rev().find(|at| !word(*at))?;
        let field = of + 1;
        if field >= end || end - field > LONGEST || of <= limit || !matches!(d.str(of), "of" | "for") {
            return None;
        }
        let title = self.title_ending(of, limit)?;
        // *Minister of State for Media Affairs*
        let post = |at: u32| d.value(at, title.1, class::TITLE);
        let minister = [title.0, title.1 - 1]
            .into_iter()
            .any(|at| post(at) == Some("minister"))
            || lower
                && !self.is_plural(title.1 - 1)
                && d.str(end - 1) != "and"
                && !self.is_behind_comma(title.0, limit);
        minister.then_some(match state {
            Some((entity, _)) => RoleItem {
                title: (title.0, end),
                entity: Some(entity),
                of: None,
            },
            None => RoleItem {
                title,
                entity: None,
                of: Some((field, end - u32::from(d.str(end - 1) == ","))),
            },
        })
    }

    /// *Arita, the former | president of …*: a comma stands in front of the post that starts at `title`.
    fn is_behind_comma(&self, title: u32, limit: u32) -> bool {
        let d = self.document;
        let small = |at: &u32| !d.has(*at, class::DET) && !d.is_on(*at, list::OF_ANOTHER_TIME);
        (limit..title).rev().find(small).is_some_and(|at| d.str(at) == ",")
    }

    /// The *of* in front of a name that starts at `name`, with or without an article between.
    fn of_in_front(&self, name: u32, limit: u32) -> Option<u32> {
        let d = self.document;
        let the = u32::from(name > limit && d.has(name - 1, class::DET));
        let of = (name - the).checked_sub(1)?;
        (of > limit && d.str(of) == "of").then_some(of)
    }

    /// *Urbanization | Minister Dana Holt*: where the field of a minister starts that no list has as a post.
    pub(super) fn own_field(&self, start: u32, end: u32, limit: u32) -> u32 {
        const OTHER: u128 = 1 << class::TITLE
            | 1 << class::PERSONNOUN
            | 1 << class::ORG
            | 1 << class::PLACE
            | 1 << class::DEMONYM
            | 1 << class::GIVEN
            | 1 << class::WEEKDAY
            | 1 << class::MONTH
            | 1 << class::ORGHEAD;
        let d = self.document;
        let alone =
            end == start + 1 && d.is(start, flag::CAPITAL) && d.value(start, end, class::TITLE) == Some("minister");
        let Some(field) = start.checked_sub(1).filter(|field| alone && *field > limit) else {
            return start;
        };
        let word = d.is(field, flag::CAPITAL)
            && shape::is_noun(d, field)
            && d.classes(field) & OTHER == 0
            && !d.is(field, flag::UPPER | flag::SENTENCE | flag::LINE);
        if word { field } else { start }
    }

    /// *Trade and Industry Minister Dana Holt*: where the fields of a post in capitals start, of which the last belongs to
    /// the title that starts at `start`.
    pub(super) fn fields(&self, start: u32, end: u32, limit: u32) -> u32 {
        const OTHER: u128 = 1 << class::TITLE
            | 1 << class::PERSONNOUN
            | 1 << class::ORG
            | 1 << class::PLACE
            | 1 << class::DEMONYM
            | 1 << class::GIVEN;
        let d = self.document;
        let field = |at: u32| {
            d.is(at, flag::CAPITAL) && shape::is_noun(d, at) && d.classes(at) & OTHER == 0 && !d.is(at, flag::UPPER)
        };
        let minister = d.is(start, flag::CAPITAL)
            && end > start + 1
            && d.value(end - 1, end, class::TITLE) == Some("minister")
            && shape::is_ordinary(d, start);
        if !minister || start < limit + 2 || !matches!(d.str(start - 1), "and" | "&") || !field(start - 2) {
            return start;
        }
        let mut first = start - 2;
        // *Natural | Resources and Environment Minister*
        let adjective =
            |at: u32| d.is(at, flag::CAPITAL) && d.info(at).pos & pos::ADJECTIVE != 0 && d.classes(at) & OTHER == 0;
        if first > limit + 1 && adjective(first - 1) {
            first -= 1;
        }
        // *Trade, Industry and Energy Minister*
        if first >= limit + 2 && d.str(first - 1) == "," && field(first - 2) {
            return first - 2;
        }
        first
    }

    /// *Tara City | Chairman*: what a title seems to start with belongs to the name in front.
    pub(super) fn place_inside(&self, from: u32, to: u32) -> u32 {
        let candidates = &self.names.candidates;
        (from + 1..to)
            .find(|at| candidates.ending(*at).is_some_and(|i| candidates.list[i].start < from))
            .filter(|at| !matches!(self.document.str(*at), "and" | "&" | ","))
            .unwrap_or(from)
    }

    /// *Deputy Secretary of the Party Committee and | Mayor Wu Xin*, *Kelvar chairman and | CEO Amy Kuo*: the other post of
    /// whoever is named at `name`, in front of the post `second` right before the name.
    pub(super) fn first_of_two(&self, second: &RoleItem, name: u32, limit: u32) -> Option<RoleItem> {
        let d = self.document;
        let mut at = second.title.0;
        let own = self.ending(at).filter(|(entity, _)| Some(*entity) == second.entity);
        if let Some((_, start)) = own {
            at = start;
        }
        let and = at.checked_sub(1).filter(|and| *and > limit)?;
        if second.title.1 > name || !matches!(d.str(and), "and" | "&") || self.is_plural(second.title.1 - 1) {
            return None;
        }
        let (title, mut entity) = match self.title_ending(and, limit) {
            Some(title) => (title, None),
            None => {
                let (entity, start) = self.ending(and)?;
                let front = start.checked_sub(1)?;
                let of = start - u32::from(d.has(front, class::DET));
                let of = of.checked_sub(1).filter(|of| *of > limit && d.str(*of) == "of")?;
                (self.title_ending(of, limit)?, Some(entity))
            }
        };
        // *the president and Mayor Wu Xin* are two people, and so are *officials and Mayor Wu Xin*
        let capital = |at: u32| d.is(at, flag::CAPITAL) && !d.is(at, flag::UPPER);
        let alike = capital(title.0) == capital(second.title.0)
            || d.is(second.title.0, flag::UPPER)
            || d.is(title.0, flag::SENTENCE);
        if !alike || self.is_plural(title.1 - 1) {
            return None;
        }
        // *Luis Prado, mayor of Lima and governor Amy Kuo*: his
        let mut front = title.0;
        let owner = self.ending(front).map(|(owner, _)| owner);
        entity = entity.or(owner);
        if front > limit && d.has(front - 1, class::DET) {
            front -= 1;
        }
        let theirs = owner.is_none()
            && front > limit + 1
            && matches!(d.str(front - 1), "," | "and" | "&")
            && (self.names.candidates.ending(front - 1))
                .is_some_and(|i| self.names.kind_of(&self.names.candidates.list[i]) == Kind::Person);
        // *Mayor and Chamber of Commerce President Wu Xin*: the mayor of none
        let shared = title.1 == and && entity.is_none() && own.is_none();
        (!theirs).then_some(RoleItem {
            title,
            entity: if shared { second.entity } else { entity },
            of: None,
        })
    }

    /// *project leader | Professor Amy Kuo*: the post in front of another that stands right before the name; in front of a
    /// rank of learning a comma may stand (*Vice President of Lima University, | Prof. Amy Kuo*).
    pub(super) fn in_front_of_rank(&self, rank: &RoleItem, (name, end): (u32, u32), limit: u32) -> Option<RoleItem> {
        let d = self.document;
        let at = rank.title.0;
        if rank.title.1 > name || at <= limit {
            return None;
        }
        if let Some(title) = self.title_ending(at, limit).filter(|_| !d.is(at, flag::LINE)) {
            return Some(self.right_in_front(title, end, limit));
        }
        if !d.is_on(at, list::RANK_OF_LEARNING) {
            return None;
        }
        (self.in_front_of_comma((at, end), limit)).or_else(|| self.portfolio(at, end, limit))
    }

    /// *Gov. Amy Kuo*, *New York Gov. Amy Kuo*: the form of address between `start` and the name at `name` says the post.
    pub(super) fn rank(&self, start: u32, name: u32) -> Option<RoleItem> {
        let d = self.document;
        // *Lt. Gen.* are one
        let mut end = start;
        while let Some(next) = d.class_end(end, class::HONORIFIC).filter(|next| *next <= name) {
            if d.value(end, next, class::HONORIFIC) != Some("post") {
                break;
            }
            end = next + u32::from(d.str(next) == "." && d.is(next, flag::GLUED));
        }
        let post = end > start;
        post.then(|| RoleItem {
            title: (start, end),
            entity: self.ending(start).map(|(entity, _)| entity),
            of: None,
        })
    }

    /// *deputy head of the bureau Luo Ping*: the body has no name.
    pub(super) fn of_unnamed(&self, start: u32, limit: u32) -> Option<RoleItem> {
        let d = self.document;
        let body = start.checked_sub(1)?;
        let of = body.checked_sub(2).filter(|of| *of > limit)?;
        let unnamed = d.has(body, class::ORGNOUN)
            || d.value(body, start, class::DEFINITE)
                .is_some_and(|v| v.starts_with("organisation"));
        // *the mayor of the city Luis Prado*
        let unnamed = unnamed || d.has(body, class::PLACENOUN);
        if !unnamed || d.is(body, flag::CAPITAL) || d.str(body - 1) != "the" || d.str(of) != "of" {
            return None;
        }
        Some(RoleItem {
            title: self.title_ending(of, limit)?,
            entity: None,
            of: Some((body, start)),
        })
    }

    /// *Amy Kuo and Luis Prado, | academicians of the Kelvar Academy*: the post of all whom a list names, behind its last.
    pub(super) fn shared_behind(&self, (start, end): (u32, u32), (first, limit): (u32, u32)) -> Option<RoleItem> {
        /// Names behind this one.
        const MOST: usize = 6;
        let d = self.document;
        let person = |at: u32| {
            // *Mr. Wei Bo and | Ms. Lu Fang*
            let at = self.behind_form(at, limit).unwrap_or(at);
            let candidate = self.names.candidates.list[self.names.candidates.starting(at)?];
            (self.names.kind_of(&candidate) == Kind::Person).then_some(candidate.end)
        };
        let mut last = end;
        for _ in 0..MOST {
            let comma = u32::from(last < limit && d.str(last) == ",");
            let and = last + comma + u32::from(last + comma < limit && d.str(last + comma) == "and");
            let Some(next) = (and > last && and < limit).then(|| person(and)).flatten() else {
                break;
            };
            last = next;
        }
        let mut front = start;
        while let Some(before) = self.behind_address(front, first) {
            front = before;
        }
        let joined =
            front > first && (d.str(front - 1) == "and" || d.str(front - 1) == "," && self.ends_person(front - 1));
        if last == end && !joined || last + 2 >= limit || d.str(last) != "," {
            return None;
        }
        let title = last + 1 + u32::from(matches!(d.str(last + 1), "both" | "all"));
        let to = title_end(d, title, limit)?;
        let of = to < limit && matches!(d.str(to), "of" | "at" | "from" | "with");
        // *Amy Kuo, Luis Prado, | Deputy Mayors, and Wei Bo*: of the same body as those before them
        let alone = to < limit && matches!(d.str(to), "," | ".") && d.is(title, flag::CAPITAL) && to > title + 1;
        let shared = (of || alone) && self.is_plural(to - 1);
        let body = to + 1 + u32::from(d.has(to + 1, class::DET));
        // *presidents of Peru and Chile*: one of each
        let one = self.starting(body).filter(|(_, end)| {
            let and = *end + u32::from(*end < limit && d.str(*end) == ",");
            let and = and + u32::from(and < limit && matches!(d.str(and), "and" | "&"));
            and == *end || and >= limit || self.starting(and + u32::from(d.has(and, class::DET))).is_none()
        });
        shared.then(|| RoleItem {
            title: (title, to),
            entity: one.filter(|_| of).map(|(entity, _)| entity),
            of: None,
        })
    }

    /// *Gao Yong has quit | as chairman*: the *as* behind a verb of which the name that ends at `end` is the subject; `end`
    /// itself where there is none.
    pub(super) fn serving(&self, end: u32, limit: u32) -> Option<u32> {
        /// Words of the longest verb: *will have to step down*.
        const LONGEST: u32 = 5;
        let d = self.document;
        let (mut verb, mut serves) = (false, false);
        for at in end..limit.min(end + LONGEST) {
            // *Amy Kuo was appointed | director of Kelvar*: the post stands behind the verb itself
            let to = at + 1 + u32::from(d.str(at + 1) == "to" && d.is_on(at, list::NAMED_TO));
            let is = |at: u32| d.value(at, at + 1, class::AUX) == Some("be");
            if at > end
                && d.is_on(at, list::NAMED_TO)
                && (is(at - 1)
                    || at > end + 1 && is(at - 1 - day_in_front(d, at))
                    || at > end + 1 && d.info(at - 1).pos == pos::ADVERB && !d.has(at - 1, class::NEG) && is(at - 2))
                && title_end(d, self.opening(to, limit), limit).is_some()
            {
                return Some(to - 1);
            }
            // *Amy Kuo became | the dean of the college*
            let holds = verb && d.str(at) == "as" || d.is_on(at, list::BECOMES);
            if holds && title_end(d, self.opening(at + 1, limit), limit).is_some() {
                return Some(at);
            }
            // *Amy Kuo joined Kelvar | as chief engineer*
            if let Some((_, body_end)) = self.starting(at).filter(|_| verb) {
                let post = || title_end(d, self.opening(body_end + 1, limit), limit).is_some();
                let serves = serves && body_end < limit && d.str(body_end) == "as" && post();
                return Some(if serves { body_end } else { end });
            }
            let small = d.is(at, flag::WORD) && !d.is(at, flag::CAPITAL);
            let aux = d.has(at, class::AUX) || d.has(at, class::MODAL);
            let adverb = d.info(at).pos == pos::ADVERB && !d.has(at, class::NEG);
            let dated = [class::DAYWORD, class::RELWORD, class::TIMEUNIT]
                .iter()
                .any(|c| d.has(at, *c));
            let goes_on = aux || adverb || dated || d.info(at).verb != 0 || verb && d.has(at, class::PREP);
            if !small || !goes_on {
                break;
            }
            verb |= !aux && !adverb && !dated;
            // *backed Intel as a candidate*: not their own post
            serves |= d.is_on(at, list::SERVES);
        }
        Some(end)
    }

    /// *Amy Kuo, the CEO of Kelvar, | once served as CTO of Lumeno*: the posts behind the verb of somebody whose post stands
    /// between commas.
    pub(super) fn once(&self, at: u32, limit: u32) -> Vec<RoleItem> {
        let d = self.document;
        let adverb = at < limit && d.info(at).pos == pos::ADVERB;
        let verb = at + u32::from(adverb);
        match self.serving(verb, limit) {
            Some(as_at) if as_at > verb => self.posts(as_at + 1, limit, false, None),
            _ => Vec::new(),
        }
    }

    /// *a famous nano scientist, | member of the Kelvar Academy*: behind a description in small letters, a post that is of some body.
    pub(super) fn behind_description(&self, at: u32, limit: u32) -> Option<u32> {
        /// Tokens of the description.
        const LONGEST: u32 = 6;
        let d = self.document;
        let small = |t: &u32| {
            let word = d.is(*t, flag::WORD) && !d.is(*t, flag::CAPITAL) && !shape::is_function(d, *t);
            word && (d.info(*t).verb == 0 || d.info(*t).pos & (pos::NOUN | pos::ADJECTIVE) != 0)
        };
        let comma = (at..limit.min(at + LONGEST)).find(|t| !small(t))?;
        let post = comma + 1;
        let end = (comma > at + 1 && d.str(comma) == ",").then(|| title_end(d, post, limit))??;
        (end < limit && d.str(end) == "of" && !d.is(post, flag::CAPITAL)).then_some(post)
    }

    /// Titles from `at` on, side by side, that a name follows: *president and CEO | Peter Wendt*.
    pub(super) fn leads_to_name(&self, at: u32, limit: u32) -> bool {
        let d = self.document;
        let mut at = at;
        for _ in 0..3 {
            if at >= limit {
                return false;
            }
            let calendar = d.classes(at) & (1 << class::WEEKDAY | 1 << class::MONTH) != 0 && !d.has(at, class::GIVEN);
            if shape::is_name_word(d, at) && !d.is(at, flag::LINE) && !shape::is_function(d, at) && !calendar {
                return title_end(d, at, limit).is_none();
            }
            if !matches!(d.str(at), "and" | "&") {
                return false;
            }
            match title_end(d, at + 1, limit) {
                Some(end) => at = end,
                None => return false,
            }
        }
        false
    }

    /// *the sneaker chain's chief operating officer*, *the company's president*: where the title behind the owner
    /// starts, if the owner has no name.
    pub(super) fn owned(&self, at: u32, limit: u32) -> Option<u32> {
        const LONGEST: u32 = 4;
        let d = self.document;
        let small = |t: u32| d.is(t, flag::WORD) && !d.is(t, flag::CAPITAL) && d.info(t).pos != 0;
        let owner = (at..limit.min(at + LONGEST)).find(|t| !small(*t))?;
        let title = owner + 1;
        (owner > at && matches!(d.str(owner), "'s" | "’s") && title_end(d, title, limit).is_some()).then_some(title)
    }
}

/// Tokens of the day in front of the verb at `verb`: *was yesterday appointed*, *was last month appointed*.
fn day_in_front(d: &Document<'_>, verb: u32) -> u32 {
    if d.has(verb - 1, class::DAYWORD) {
        return 1;
    }
    let last = verb >= 2 && d.has(verb - 1, class::TIMEUNIT) && d.has(verb - 2, class::RELWORD);
    if last { 2 } else { 0 }
}
