//! Titles in front of a name: *deputy mayor Li Ming*, *The company's president, Kenji Morikawa, bowed*.

use crate::lexicon::{class, list};
use crate::resolve::names::Kind;
use crate::text::flag;

use super::{Finder, RoleItem};

/// Names that share a title in front of them.
const MOST_SHARED: u8 = 6;

/// A post of the body or place, if it is of one.
fn post(title: (u32, u32), entity: Option<usize>) -> RoleItem {
    RoleItem {
        title,
        entity,
        of: None,
    }
}

impl Finder<'_, '_> {
    /// A title in front of the name, whose tokens are `start..mention_end`. `depth` names behind it share it.
    pub(super) fn before(&self, (start, mention_end): (u32, u32), limit: u32, depth: u8) -> Option<RoleItem> {
        if start <= limit {
            return None;
        }
        // a form of address between title and name; *Gov.* is a post of its own where there is no other
        let mut start = start;
        let behind = start;
        while let Some(before) = self.behind_address(start, limit) {
            start = before;
        }
        // *Trade Minister Tengku | Datuk Seri Amir*: a rank of birth
        if start < behind && start > limit && self.document.is_on(start - 1, list::RANK_OF_BIRTH) {
            start -= 1;
        }
        if start <= limit {
            return self.rank(start, behind);
        }
        start = self.behind_letters(start, limit);
        if let Some(title) = self.title_ending(start, limit) {
            return Some(self.right_in_front(title, mention_end, limit));
        }
        self.in_front_of_comma((start, mention_end), limit)
            .or_else(|| self.of_body_in_front(start, limit))
            .or_else(|| self.portfolio(start, mention_end, limit))
            .or_else(|| self.envoy(start, mention_end, limit))
            .or_else(|| self.of_unnamed(start, limit))
            .or_else(|| self.rank(start, behind))
            .or_else(|| self.rank_letters(start, limit))
            .or_else(|| self.of_listed(start, mention_end, limit))
            .or_else(|| self.of_examples(start, limit))
            .or_else(|| self.of_several(start, limit, depth))
    }

    /// Start of the form of address that ends at `end` and is no post: *Mr.*, *Datuk Seri*.
    pub(super) fn behind_address(&self, end: u32, limit: u32) -> Option<u32> {
        let d = self.document;
        let last = end.checked_sub(1).filter(|last| *last >= limit)?;
        if d.has(last, class::TITLE) {
            return None;
        }
        let point = d.str(last) == "." && last > limit && d.has(last - 1, class::HONORIFIC);
        if d.has(last, class::HONORIFIC) || point {
            return Some(last);
        }
        (last > limit && d.class_end(last - 1, class::HONORIFIC) == Some(end)).then(|| last - 1)
    }

    /// *chief executive officer | (CEO) Amy Kuo*: in front of the short form of the post that ends at `end`; `end` itself
    /// where there is none.
    fn behind_letters(&self, end: u32, limit: u32) -> u32 {
        let d = self.document;
        let open = end.saturating_sub(3);
        let letters = open > limit && d.str(end - 1) == ")" && d.is(end - 2, flag::UPPER) && d.str(open) == "(";
        if letters && self.title_ending(open, limit).is_some() {
            open
        } else {
            end
        }
    }

    /// *Hazaribag SP | Ravi Kaul*: a rank by its letters.
    fn rank_letters(&self, start: u32, limit: u32) -> Option<RoleItem> {
        let d = self.document;
        let at = start.checked_sub(1).filter(|at| *at >= limit)?;
        let rank = d.is(at, flag::UPPER) && d.is_on(at, list::RANK_LETTERS);
        rank.then(|| post((at, start), self.ending(at).map(|(entity, _)| entity)))
    }

    /// *Ambassador of Peru to Chad | Luis Prado*, *the ambassador to Chad |, Luis Prado,*: who sends him, and where.
    fn envoy(&self, start: u32, mention_end: u32, limit: u32) -> Option<RoleItem> {
        let d = self.document;
        let comma = d.str(start - 1) == "," && matches!(d.str(mention_end), "," | ".");
        let (_, host) = self.ending(start - u32::from(comma))?;
        let host = host - u32::from(host > limit && d.has(host - 1, class::DET));
        let to = host.checked_sub(1).filter(|to| *to > limit && d.str(*to) == "to")?;
        if let Some(title) = self.title_ending(to, limit) {
            // *Peru's ambassador to Chad*
            let owner = title.0 > limit && self.is_owner(title.0 - 1);
            return Some(post(
                title,
                self.ending(title.0 - u32::from(owner)).map(|(entity, _)| entity),
            ));
        }
        let (sender, name) = self.ending(to)?;
        let name = name - u32::from(name > limit && d.has(name - 1, class::DET));
        let of = name.checked_sub(1).filter(|of| *of > limit && d.str(*of) == "of")?;
        Some(post(self.title_ending(of, limit)?, Some(sender)))
    }

    /// *Lanhai director and COO | Tien Lu*, *Chairman | Guo Wen of Dorvale Group*.
    pub(super) fn right_in_front(&self, (from, to): (u32, u32), mention_end: u32, limit: u32) -> RoleItem {
        let d = self.document;
        let from = self.place_inside(from, to);
        // *Kelvar's former chairman Amy Kuo*, *Kelvar's ex-chairman*
        let mut at = self.as_held(from, limit);
        if at > limit && self.is_owner(at - 1) {
            at -= 1;
        }
        // *Lanhai director and COO Tien Lu*
        if at > limit + 1
            && matches!(d.str(at - 1), "and" | "&")
            && let Some((first, _)) = self.title_ending(at - 1, limit)
        {
            at = first;
        }
        // *the ministry (Minister Ana Pell) announced*
        if at > limit && d.str(at - 1) == "(" && d.str(mention_end) == ")" {
            at -= 1;
        }
        // what ends the paragraph before is not theirs
        let body = (at > limit).then(|| self.ending(at)).flatten();
        let mut role = post((from, to), body.map(|(entity, _)| entity));
        // *Chairman Guo Wen of Dorvale Group*, *Professor Li Ming from Fudan University*
        let of = matches!(d.str(mention_end), "of" | "from");
        if role.entity.is_none() && !self.is_plural(to - 1) && of {
            let body = mention_end + 1 + u32::from(d.has(mention_end + 1, class::DET));
            let body = self.starting(body).map(|(entity, _)| entity);
            let place = |entity: &usize| self.entities.list[*entity].kind == Kind::Place;
            role.entity = body.filter(|entity| d.str(mention_end) == "of" || !place(entity));
        }
        // *Dean Wei Bo, School of Optics of Lima University, gave a speech*
        if role.entity.is_none() && !self.is_plural(to - 1) {
            role.entity = self.body_in_apposition(mention_end).map(|(entity, _)| entity);
        }
        role
    }

    /// The body behind the comma of a name, where it closes its phrase: a verb follows, or the sentence ends.
    fn body_in_apposition(&self, comma: u32) -> Option<(usize, u32)> {
        let d = self.document;
        if d.str(comma) != "," {
            return None;
        }
        let limit = d.sentences()[d.sentence_of(comma)].end;
        let (entity, end) = self.body_behind_comma(comma, limit)?;
        let verb = |at: u32| at < limit && d.info(at).verb != 0 && !d.is(at, flag::CAPITAL);
        let closed = end >= limit || matches!(d.str(end), "." | ";") || d.str(end) == "," && verb(end + 1);
        let person = || d.str(end) == "and" && self.leads_person(end + 1, limit);
        (end > comma + 2 && (closed || person())).then_some((entity, end))
    }

    /// The post stands in front of a comma, and the name between it and another mark.
    pub(super) fn in_front_of_comma(&self, (start, mention_end): (u32, u32), limit: u32) -> Option<RoleItem> {
        let d = self.document;
        let comma = start - 1;
        if d.str(comma) != "," || comma <= limit {
            return None;
        }
        if !matches!(d.str(mention_end), "," | "." | "who") {
            // *Vice President of Lima University, | Amy Kuo spoke*: the sentence opens with it
            let alone =
                |role: &RoleItem| role.title.0 == limit && !matches!(d.str(mention_end), "and" | "&" | "'s" | "’s");
            return self.speaker_for(comma, limit).filter(alone);
        }
        (self.owned_post(comma, limit))
            .or_else(|| self.speaker_for(comma, limit))
            .or_else(|| self.of_unnamed_told(comma, limit))
    }

    /// *two other leaders, | A and B*: the post of those whom the list behind the comma names.
    fn of_listed(&self, start: u32, mention_end: u32, limit: u32) -> Option<RoleItem> {
        /// Tokens between what opens the phrase and the post.
        const DESCRIBED: u32 = 3;
        let d = self.document;
        let comma = start - 1;
        let and = mention_end + u32::from(d.str(mention_end) == "," && d.str(mention_end + 1) == "and");
        let joined = matches!(d.str(and), "and" | ",") && self.is_person(and + 1);
        if d.str(comma) != "," || !joined {
            return None;
        }
        let title = self.title_ending(comma, limit)?;
        let opens = |at: u32| d.has(at, class::DET) || d.has(at, class::NUMWORD) || d.has(at, class::PRON);
        let told =
            (title.0.saturating_sub(DESCRIBED).max(limit)..title.0).any(|at| opens(at) || d.is(at, flag::NUMBER));
        (self.is_plural(title.1 - 1) && told).then(|| post(title, self.ending(title.0).map(|(entity, _)| entity)))
    }

    /// *The company's president | , Kenji Morikawa, bowed*.
    fn owned_post(&self, comma: u32, limit: u32) -> Option<RoleItem> {
        let d = self.document;
        let owner = |at: u32| self.is_owner(at);
        // *the Peruvian president at the time, Luis Prado,*
        let time = comma >= limit + 4
            && d.str(comma - 3) == "at"
            && matches!(d.str(comma - 2), "the" | "that")
            && d.str(comma - 1) == "time";
        let end = comma - if time { 3 } else { 0 };
        let (from, to) = self.title_ending(end, limit)?;
        // *The firm's China head, Neil Shen*
        let place = self
            .ending(from)
            .filter(|(entity, at)| *at > limit && owner(at - 1) && self.entities.list[*entity].kind == Kind::Place);
        let from = place.map_or(from, |(_, at)| at);
        // *Peru's former president*
        let former = |at: &u32| !d.is_on(*at, list::OF_ANOTHER_TIME);
        // *Chief financial officer, Claus Holt, will go*
        if from == limit && d.is(from, flag::SENTENCE) && to > from + 1 {
            return Some(post((from, to), None));
        }
        let before = (limit..from).rev().find(former)?;
        // *the spouse of the late president, Ana Pell*: not hers
        if before + 1 < from && before > limit && d.has(before, class::DET) && d.str(before - 1) == "of" {
            return None;
        }
        // *Kelvar chief executive, Amy Kuo,*
        // in front of the sentence or behind *said*: in a list the post is that of whoever stands in front
        let opens = |name: u32| {
            let small = |at: &u32| !d.has(*at, class::DET) && !d.is_on(*at, list::OF_ANOTHER_TIME);
            let front = (limit..name).rev().find(small);
            let joins = |at: u32| d.has(at, class::CONJ) || d.has(at, class::SUBORD) || d.has(at, class::SAYVERB);
            front.is_none_or(|at| joins(at) || d.has(at, class::PREP) && d.str(at) != "of")
        };
        let of = self.ending(from).filter(|(_, name)| opens(*name));
        let held = owner(before) || d.has(before, class::DET) || d.has(before, class::DEMONYM) || of.is_some();
        let body = if owner(before) { self.ending(before) } else { of };
        held.then(|| post((from, to), body.map(|(entity, _)| entity)))
    }

    /// *A spokeswoman for the Commission | , Klára Vondrová, said*.
    fn speaker_for(&self, comma: u32, limit: u32) -> Option<RoleItem> {
        let d = self.document;
        let (mut entity, mut name_start) = self.ending(comma)?;
        // *the consul of the Peruvian Embassy in Chad*: the body's seat
        let seat = name_start.checked_sub(1).filter(|at| *at > limit && d.str(*at) == "in");
        if let Some((body, start)) = seat.and_then(|at| self.ending(at)) {
            (entity, name_start) = (body, start);
        }
        // *of Lima's Kelso district*
        let mark = name_start.checked_sub(1).filter(|at| *at > limit && self.is_owner(*at));
        if let Some((_, start)) = mark.and_then(|at| self.ending(at)) {
            name_start = start;
        }
        let of = name_start - u32::from(name_start > limit && d.has(name_start - 1, class::DET));
        // *the police chief in Lima*
        let there = self.entities.list[entity].kind == Kind::Place && d.str(of.saturating_sub(1)) == "in";
        if of <= limit || !there && !matches!(d.str(of - 1), "of" | "at" | "for") {
            return None;
        }
        let title = self.title_ending(of - 1, limit)?;
        self.opens_with(title, limit).then(|| post(title, Some(entity)))
    }

    /// *The general manager of the group | , Amy Kuo, said*: the body has no name.
    fn of_unnamed_told(&self, comma: u32, limit: u32) -> Option<RoleItem> {
        let role = self.of_unnamed(comma, limit)?;
        (!self.is_plural(role.title.1 - 1) && self.opens_with(role.title, limit)).then_some(role)
    }

    /// The post is of whoever is named behind it, between commas: it opens the sentence or has an article of its own.
    fn opens_with(&self, title: (u32, u32), limit: u32) -> bool {
        let d = self.document;
        // *the president and | CEO of Kelvar*
        let mut first = title.0;
        if first > limit + 1
            && matches!(d.str(first - 1), "and" | "&")
            && let Some((other, _)) = self.title_ending(first - 1, limit)
        {
            first = other;
        }
        // *Chairman of the Kelvar Group, Amy Kuo, left*: the sentence opens with it
        if first <= limit {
            return true;
        }
        let det = first - 1;
        // *Luis Prado, the head of Kelvar, Amy Kuo, …*: his
        let comma = det - u32::from(det > limit && d.has(det, class::DET));
        let theirs = d.str(comma) == "," && self.ends_person(comma);
        // *Speaking there, deputy head of the Lima district, Luis Prado, …*
        let opens = d.has(det, class::DET) || d.str(det) == "," && !d.is(first, flag::CAPITAL);
        opens && !theirs
    }

    /// A person's name ends there.
    pub(super) fn ends_person(&self, end: u32) -> bool {
        let index = self.names.candidates.ending(end);
        index.is_some_and(|i| self.names.kind_of(&self.names.candidates.list[i]) == Kind::Person)
    }

    /// *President of the X Institute | Zhou Zixue*.
    fn of_body_in_front(&self, start: u32, limit: u32) -> Option<RoleItem> {
        let d = self.document;
        let (entity, mut name_start) = self.ending(start)?;
        // *Vice Minister of Peru's Ministry of Commerce | Amy Kuo*
        let owner = name_start
            .checked_sub(1)
            .filter(|mark| *mark > limit && self.is_owner(*mark));
        if let Some((_, owner_start)) = owner.and_then(|mark| self.ending(mark)) {
            name_start = owner_start;
        }
        let the = name_start > limit && d.str(name_start - 1).eq_ignore_ascii_case("the");
        let at = name_start - u32::from(the);
        if at <= limit || !matches!(d.str(at - 1), "of" | "at" | "for") {
            return None;
        }
        Some(post(self.title_ending(at - 1, limit)?, Some(entity)))
    }

    /// *leaders including | A*.
    fn of_examples(&self, start: u32, limit: u32) -> Option<RoleItem> {
        let d = self.document;
        if d.str(start - 1) != "including" || start - 1 <= limit {
            return None;
        }
        let at = start - 1 - u32::from(d.str(start - 2) == "," && start - 2 > limit);
        // *guests and leaders including Amy Kuo*: what anybody may be is no post
        let anybody = |(from, to): (u32, u32)| to == from + 1 && d.is_on(from, list::NO_POST);
        let title = self
            .title_ending(at, limit)
            .filter(|title| self.is_plural(title.1 - 1) && !anybody(*title))?;
        Some(post(title, self.ending(title.0).map(|(entity, _)| entity)))
    }

    /// *leaders A and | B*: a plural title is for all.
    fn of_several(&self, start: u32, limit: u32, depth: u8) -> Option<RoleItem> {
        let d = self.document;
        if depth >= MOST_SHARED || !matches!(d.str(start - 1), "and" | "," | "&") {
            return None;
        }
        let joint = start - 1;
        let at = joint - u32::from(joint > limit && d.str(joint - 1) == ",");
        let before = self.names.candidates.list[self.names.candidates.ending(at)?];
        if self.names.kind_of(&before) != Kind::Person {
            return None;
        }
        let role = self.before((before.start, before.end), limit, depth + 1)?;
        (self.is_plural(role.title.1 - 1) && role.title.1 <= before.start).then_some(role)
    }
}
