//! Titles in front of a name: *deputy mayor Li Ming*, *The company's president, Kenji Morikawa, bowed*.

use crate::lexicon::class;
use crate::resolve::names::Kind;

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
        let d = self.document;
        if start <= limit {
            return None;
        }
        // a form of address between title and name; *Gov.* is a post of its own where there is no other
        let mut start = start;
        let behind = start;
        while start > limit
            && (d.has(start - 1, class::HONORIFIC)
                || d.str(start - 1) == "." && start > limit + 1 && d.has(start - 2, class::HONORIFIC))
            && !d.has(start - 1, class::TITLE)
        {
            start -= 1;
        }
        if start <= limit {
            return self.rank(start, behind);
        }
        if let Some(title) = self.title_ending(start, limit) {
            return Some(self.right_in_front(title, mention_end, limit));
        }
        self.in_front_of_comma((start, mention_end), limit)
            .or_else(|| self.of_body_in_front(start, limit))
            .or_else(|| self.portfolio(start, mention_end, limit))
            .or_else(|| self.of_unnamed(start, limit))
            .or_else(|| self.rank(start, behind))
            .or_else(|| self.of_examples(start, limit))
            .or_else(|| self.of_several(start, limit, depth))
    }

    /// *Lanhai director and COO | Tien Lu*, *Chairman | Guo Wen of Dorvale Group*.
    fn right_in_front(&self, (from, to): (u32, u32), mention_end: u32, limit: u32) -> RoleItem {
        let d = self.document;
        let from = self.place_inside(from, to);
        let mut at = from;
        if at > limit && matches!(d.str(at - 1), "'s" | "’s") {
            at -= 1;
        }
        // *Lanhai director and COO Tien Lu*
        if at > limit + 1
            && matches!(d.str(at - 1), "and" | "&")
            && let Some((first, _)) = self.title_ending(at - 1, limit)
        {
            at = first;
        }
        let mut role = post((from, to), self.ending(at).map(|(entity, _)| entity));
        // *Chairman Guo Wen of Dorvale Group*, *Professor Li Ming from Fudan University*
        let of = matches!(d.str(mention_end), "of" | "from");
        if role.entity.is_none() && !self.is_plural(to - 1) && of {
            let body = mention_end + 1 + u32::from(d.has(mention_end + 1, class::DET));
            let body = self.starting(body).map(|(entity, _)| entity);
            let place = |entity: &usize| self.entities.list[*entity].kind == Kind::Place;
            role.entity = body.filter(|entity| d.str(mention_end) == "of" || !place(entity));
        }
        role
    }

    /// The post stands in front of a comma, and the name between it and another mark.
    fn in_front_of_comma(&self, (start, mention_end): (u32, u32), limit: u32) -> Option<RoleItem> {
        let d = self.document;
        let comma = start - 1;
        if d.str(comma) != "," || comma <= limit || !matches!(d.str(mention_end), "," | ".") {
            return None;
        }
        self.owned_post(comma, limit).or_else(|| self.speaker_for(comma, limit))
    }

    /// *The company's president | , Kenji Morikawa, bowed*.
    fn owned_post(&self, comma: u32, limit: u32) -> Option<RoleItem> {
        let d = self.document;
        let owner = |at: u32| matches!(d.str(at), "'s" | "’s");
        let (from, to) = self.title_ending(comma, limit)?;
        // *The firm's China head, Neil Shen*
        let place = self
            .ending(from)
            .filter(|(entity, at)| *at > limit && owner(at - 1) && self.entities.list[*entity].kind == Kind::Place);
        let from = place.map_or(from, |(_, at)| at);
        let before = from.checked_sub(1).filter(|before| *before >= limit)?;
        let held = owner(before) || d.has(before, class::DET) || d.has(before, class::DEMONYM);
        let body = owner(before).then(|| self.ending(before)).flatten();
        held.then(|| post((from, to), body.map(|(entity, _)| entity)))
    }

    /// *A spokeswoman for the Commission | , Klára Vondrová, said*.
    fn speaker_for(&self, comma: u32, limit: u32) -> Option<RoleItem> {
        let d = self.document;
        let (entity, name_start) = self.ending(comma)?;
        let of = name_start - u32::from(name_start > limit && d.has(name_start - 1, class::DET));
        if of <= limit || !matches!(d.str(of - 1), "of" | "at" | "for") {
            return None;
        }
        let title = self.title_ending(of - 1, limit)?;
        (title.0 > limit && d.has(title.0 - 1, class::DET)).then(|| post(title, Some(entity)))
    }

    /// *President of the X Institute | Zhou Zixue*.
    fn of_body_in_front(&self, start: u32, limit: u32) -> Option<RoleItem> {
        let d = self.document;
        let (entity, name_start) = self.ending(start)?;
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
        let title = self
            .title_ending(at, limit)
            .filter(|title| self.is_plural(title.1 - 1))?;
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
