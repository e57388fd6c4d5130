//! Posts and occupations written beside a person's name.

use super::names::cut::title_end;
use super::names::shape::is_noun;
use crate::lexicon::format::form;
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
        let first = (before.as_ref()).and_then(|role| finder.first_of_two(role, mention.start, sentence.start));
        let after = finder.after(mention.end, sentence.end);
        let shared = finder.shared_behind((mention.start, mention.end), (sentence.start, sentence.end));
        for role in first.into_iter().chain(before).chain(after).chain(shared) {
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
        while start > limit && more < 2 && !d.is(start, flag::CAPITAL) {
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

    /// A title in front of the name, whose tokens are `start..mention_end`.
    fn before(&self, (start, mention_end): (u32, u32), limit: u32, depth: u8) -> Option<RoleItem> {
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
        if let Some((mut from, to)) = self.title_ending(start, limit) {
            from = self.place_inside(from, to);
            let mut role = RoleItem {
                title: (from, to),
                entity: None,
                of: None,
            };
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
            role.entity = self.ending(at).map(|(entity, _)| entity);
            // *Chairman Guo Wen of Dorvale Group*, *Professor Li Ming from Fudan University*
            let of = matches!(d.str(mention_end), "of" | "from");
            if role.entity.is_none() && !self.is_plural(to - 1) && of {
                let body = mention_end + 1 + u32::from(d.has(mention_end + 1, class::DET));
                let body = self.starting(body).map(|(entity, _)| entity);
                let place = |entity: &usize| self.entities.list[*entity].kind == Kind::Place;
                role.entity = body.filter(|entity| d.str(mention_end) == "of" || !place(entity));
            }
            return Some(role);
        }
        // *The company's president, Kenji Morikawa, bowed*
        if d.str(start - 1) == "," && start - 1 > limit && matches!(d.str(mention_end), "," | ".") {
            let held = self.title_ending(start - 1, limit).map(|(from, to)| {
                // *The firm's China head, Neil Shen*
                let place = self.ending(from).filter(|(entity, at)| {
                    *at > limit
                        && matches!(d.str(at - 1), "'s" | "’s")
                        && self.entities.list[*entity].kind == Kind::Place
                });
                (place.map_or(from, |(_, at)| at), to)
            });
            let held = held.filter(|(from, _)| {
                *from > limit
                    && (matches!(d.str(from - 1), "'s" | "’s")
                        || d.has(from - 1, class::DET)
                        || d.has(from - 1, class::DEMONYM))
            });
            if let Some((from, to)) = held {
                let owner = matches!(d.str(from - 1), "'s" | "’s");
                return Some(RoleItem {
                    title: (from, to),
                    entity: owner.then(|| self.ending(from - 1)).flatten().map(|(entity, _)| entity),
                    of: None,
                });
            }
        }
        // *A spokeswoman for the Commission, Klára Vondrová, said*
        if d.str(start - 1) == ","
            && start - 1 > limit
            && matches!(d.str(mention_end), "," | ".")
            && let Some((entity, name_start)) = self.ending(start - 1)
        {
            let of = name_start - u32::from(name_start > limit && d.has(name_start - 1, class::DET));
            if of > limit
                && matches!(d.str(of - 1), "of" | "at" | "for")
                && let Some(title) = self.title_ending(of - 1, limit)
                && title.0 > limit
                && d.has(title.0 - 1, class::DET)
            {
                return Some(RoleItem {
                    title,
                    entity: Some(entity),
                    of: None,
                });
            }
        }
        // *President of the X Institute Zhou Zixue*
        if let Some((entity, name_start)) = self.ending(start) {
            let mut at = name_start;
            if at > limit && d.str(at - 1).eq_ignore_ascii_case("the") {
                at -= 1;
            }
            if at > limit
                && matches!(d.str(at - 1), "of" | "at" | "for")
                && let Some(title) = self.title_ending(at - 1, limit)
            {
                return Some(RoleItem {
                    title,
                    entity: Some(entity),
                    of: None,
                });
            }
        }
        let role = self.portfolio(start, mention_end, limit);
        let role = role.or_else(|| self.of_unnamed(start, limit));
        if let Some(role) = role.or_else(|| self.rank(start, behind)) {
            return Some(role);
        }
        // *leaders including A*
        if d.str(start - 1) == "including" && start - 1 > limit {
            let at = start - 1 - u32::from(d.str(start - 2) == "," && start - 2 > limit);
            let title = self.title_ending(at, limit).filter(|title| self.is_plural(title.1 - 1));
            if let Some(title) = title {
                return Some(RoleItem {
                    title,
                    entity: self.ending(title.0).map(|(entity, _)| entity),
                    of: None,
                });
            }
        }
        // *leaders A and B*: a plural title is for all
        if depth < 6 && matches!(d.str(start - 1), "and" | "," | "&") {
            let mut at = start - 1;
            if at > limit && d.str(at - 1) == "," {
                at -= 1;
            }
            let index = self.names.candidates.ending(at)?;
            let before = self.names.candidates.list[index];
            if self.names.kind_of(&before) != Kind::Person {
                return None;
            }
            let role = self.before((before.start, before.end), limit, depth + 1)?;
            return (self.is_plural(role.title.1 - 1) && role.title.1 <= before.start).then_some(role);
        }
        None
    }

    /// The title at `at`, behind words that narrow it and are no part of the list: *former Egyptian finance minister*,
    /// *economics professor*.
    fn title_starting(&self, at: u32, limit: u32) -> Option<(u32, u32)> {
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

    /// Titles behind the name: *X, deputy mayor of Beijing*; *X, President of A and B academician*.
    fn after(&self, end: u32, limit: u32) -> Vec<RoleItem> {
        /// Tokens of what a post is of.
        const LONGEST: u32 = 16;
        let d = self.document;
        let mut out = Vec::new();
        // *the dismissal of Duncan Aird as chief executive*
        let Some(as_at) = self.serving(end, limit) else {
            return out;
        };
        // *Amy Kuo joined Kelvar as chief engineer*
        let joined = (as_at > end).then(|| self.ending(as_at)).flatten();
        let end = as_at;
        // *Amy Kuo is the president of Kelvar*, *has been its president since May*
        let been = end + 1 < limit && d.value(end, end + 1, class::AUX) == Some("have") && d.str(end + 1) == "been";
        let end = end + u32::from(been);
        let is = end < limit && d.value(end, end + 1, class::AUX) == Some("be");
        if end + 1 >= limit || !is && !matches!(d.str(end), "," | "(" | "–" | "—" | "as") {
            return out;
        }
        let mut at = end + 1;
        for _ in 0..4 {
            at = self.seated(self.opening(at, limit), limit);
            if at >= limit {
                break;
            }
            // an organisation or place before the title: *Ecobank chairman*
            if let Some((entity, name_end)) = self.starting(at) {
                let mut from = name_end;
                if from < limit && matches!(d.str(from), "'s" | "’s") {
                    from += 1;
                }
                let title = (from < limit).then(|| self.title_starting(from, limit)).flatten();
                let Some((from, to)) = title else {
                    break;
                };
                // *Zhao Yongqing, Yinchuan Party Secretary Zhang Zhu*: the next one's
                if self.is_person(to) || self.leads_to_name(to, limit) {
                    break;
                }
                out.push(RoleItem {
                    title: (from, to),
                    entity: Some(entity),
                    of: None,
                });
                at = to;
            } else if d.has(at, class::DEMONYM) && at + 1 < limit && title_end(d, at + 1, limit).is_some() {
                at += 1;
                continue;
            } else if let Some(from) = self.owned(at, limit) {
                at = from;
                continue;
            } else if d.has(at, class::ORG) {
                // *Luis Prado, General Motors and Ford*
                break;
            } else {
                let Some((from, to)) = self.title_starting(at, limit) else {
                    let next = self.behind_description(at, limit).filter(|_| out.is_empty());
                    let Some(next) = next else { break };
                    at = next;
                    continue;
                };
                at = from;
                // *Amy Kuo, mayor of Wuxi, and representatives of companies*
                let of = (at..to).any(|t| d.str(t) == "of");
                if self.is_person(to)
                    || self.is_plural(to - 1) && !of
                    || to < limit && d.str(to) == "and" && self.leads_to_name(to, limit)
                {
                    break;
                }
                let mut role = RoleItem {
                    title: (self.post(at, to), to),
                    entity: None,
                    of: None,
                };
                at = to;
                if at + 1 < limit && matches!(d.str(at), "of" | "at" | "for" | "in" | "with") {
                    let mut of = at + 1;
                    if d.has(of, class::DET) {
                        of += 1;
                    }
                    let stop = (of..limit)
                        .find(|t| matches!(d.str(*t), "," | ")" | ";") || d.is(*t, flag::MARK) && d.str(*t) == ".");
                    let stop = stop.unwrap_or(limit);
                    // *and deputy head of the bureau Luo Ping*: the next one's
                    if !out.is_empty() && (of..stop).any(|t| self.is_person(t)) {
                        break;
                    }
                    let starting = self.starting(of);
                    // *Chairman of China's battery alliance* is not China's
                    let owner = starting.is_some_and(|(entity, end)| {
                        self.entities.list[entity].kind == Kind::Place
                            && matches!(d.str(end), "'s" | "’s")
                            && end + 1 < stop
                            && !d.is(end + 1, flag::CAPITAL)
                    });
                    if let Some((entity, name_end)) = starting.filter(|_| !owner) {
                        // *Vaidya, Chief Minister of Assam Hiren Borah and …*: the next one's
                        if self.is_person(name_end) {
                            break;
                        }
                        role.entity = Some(entity);
                        at = name_end;
                    } else if let Some((entity, name_end)) =
                        self.behind_owner(of, stop).or_else(|| self.unit_of(of, stop))
                    {
                        role.entity = Some(entity);
                        at = name_end;
                    } else {
                        // *president for the past four years*
                        let time = |t: u32| d.classes(t) & (1 << class::TIMEUNIT | 1 << class::TIMEUNITPL) != 0;
                        let long = matches!(d.str(to), "for" | "in") && (of..stop.min(of + 4)).any(time);
                        if stop > of && stop - of <= LONGEST && !long {
                            let cut = (of + 1..stop).find(|t| self.goes_on(*t)).unwrap_or(stop);
                            role.of = Some((of, cut));
                        }
                        at = stop;
                    }
                }
                out.push(role);
            }
            // *President, CEO, and Chairman of Altera*
            let comma = at < limit && d.str(at) == ",";
            let and = at + u32::from(comma);
            if and < limit && matches!(d.str(and), "and" | "&") {
                at = and + 1;
                continue;
            }
            if comma && title_end(d, and, limit).is_some() && self.starting(and).is_none() {
                at = and;
                continue;
            }
            break;
        }
        let own = out.len();
        if at < limit && d.str(at) == "," && own > 0 {
            out.extend(self.once(at + 1, limit));
        }
        // titles side by side are of the same body
        let last = out
            .get(own.wrapping_sub(1))
            .map(|role: &RoleItem| (role.entity.or(joined.map(|(body, _)| body)), role.of));
        if let Some((entity, of)) = last {
            for role in &mut out[..own] {
                if role.entity.is_none() && role.of.is_none() {
                    (role.entity, role.of) = (entity, of);
                }
            }
        }
        out
    }
}

mod beside;
#[cfg(test)]
mod tests;
