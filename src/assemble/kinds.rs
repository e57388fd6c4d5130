//! The kinds of bodies: by the well-known body, the legal form, the head noun and what it is a unit of.

use crate::lexicon::{class, list};
use crate::record::{OrganisationKind, kind_named};
use crate::resolve::entities::{self, Entity};
use crate::text::flag;

use super::Assembly;

impl Assembly<'_, '_> {
    /// The kind by the known body, the legal form or the head noun of any of the names.
    pub(super) fn organisation_kind(&self, entity: &Entity) -> OrganisationKind {
        let first = [entity.name];
        first
            .iter()
            .chain(&entity.mentions)
            .find_map(|m| self.kind_of_name(entity, m))
            .or_else(|| entity.mentions.iter().find_map(|m| self.kind_beside(m)))
            .unwrap_or(OrganisationKind::Company)
    }

    /// *the militant group al-Sahar*: the noun in front of the name says the kind.
    fn kind_beside(&self, m: &entities::Mention) -> Option<OrganisationKind> {
        /// Words of the longest such noun.
        const LONGEST: u32 = 3;
        let d = self.document;
        let front = (m.start.saturating_sub(LONGEST)..m.start).find_map(|at| d.value(at, m.start, class::ORGNOUN));
        // *NTV television*
        let behind = || d.value(m.end, d.class_end(m.end, class::ORGNOUN)?, class::ORGNOUN);
        let value = front.or_else(behind)?;
        kind_named(value)
    }

    fn kind_of_name(&self, entity: &Entity, m: &entities::Mention) -> Option<OrganisationKind> {
        let d = self.document;
        if let Some(value) = d.value(m.start, m.end, class::ORG) {
            return kind_named(value.split('|').next().unwrap_or_default());
        }
        if d.value(m.start, m.end, class::UNIVERSITY).is_some() {
            return Some(OrganisationKind::University);
        }
        let words: Vec<u32> = (m.start..m.end).filter(|at| d.is(*at, flag::WORD)).collect();
        // *PT Bank Lorimer*: a legal form in front
        if words.len() > 1 && d.str(m.start) == "PT" {
            return Some(OrganisationKind::Company);
        }
        if words.iter().skip(1).any(|at| d.has(*at, class::LEGALFORM)) {
            return Some(OrganisationKind::Company);
        }
        let head = |at: u32| {
            let value = |end: u32| {
                d.value(at, end, class::ORGHEAD)
                    .or_else(|| d.value(at, end, class::ORGHEADWEAK))
            };
            // *Innovation | Center*: the longest head that ends here
            let ending = || {
                let long = (at.saturating_sub(3).max(m.start)..at).find_map(|from| {
                    d.value(from, at + 1, class::ORGHEAD)
                        .or_else(|| d.value(from, at + 1, class::ORGHEADWEAK))
                });
                long.or_else(|| value(at + 1))
            };
            let phrase = d.phrase(at).filter(|p| p.end <= m.end);
            phrase.and_then(|p| value(p.end)).or_else(ending)
        };
        // the head stands last, or before *of*
        let of = words.iter().position(|at| matches!(d.str(*at), "of" | "for" | "on"));
        let named = match of {
            Some(of) => words[..of]
                .iter()
                .rev()
                .find_map(|at| head(*at))
                .or_else(|| words.iter().rev().find_map(|at| head(*at))),
            None => words.iter().rev().find_map(|at| head(*at)),
        };
        // *Lima Bank Norton Branch*: of the kind of the whole, which stands in front or behind *of*
        let named = named.map(|kind| match kind {
            "part" => {
                let front = words
                    .iter()
                    .rev()
                    .filter_map(|at| head(*at))
                    .find(|kind| *kind != "part");
                front.unwrap_or("association")
            }
            kind => kind,
        });
        if let Some(kind) = named {
            // *Municipal Party Committee*, *CPC Wuxi Municipal Committee*
            let party = |at: u32| {
                d.value(at, at + 1, class::ORGHEAD) == Some("party")
                    || d.is(at, flag::UPPER)
                        && (d.value(at, at + 1, class::ORG)).is_some_and(|known| known.starts_with("party"))
            };
            if kind == "government" && words.iter().any(|at| party(*at)) {
                return Some(OrganisationKind::Party);
            }
            // a department or school of a university is of its kind
            if let Some(whole) = entity.part_of {
                // *Standing Committee of the Political Bureau of the CPC Central Committee*: of the kind of the last
                const DEEPEST: usize = 4;
                let mut whole = &self.entities.list[whole];
                for _ in 0..DEEPEST {
                    whole = whole.part_of.map_or(whole, |outer| &self.entities.list[outer]);
                }
                let kind_of_whole = (whole.part_of.is_none()).then(|| self.organisation_kind(whole));
                // *Council of the Chip Industry Association* is none of a government's either
                // *Lima University's Chip Research Institute* is an institute
                let own = kind == "institute" && m.start > 0 && matches!(d.str(m.start - 1), "'s" | "’s");
                if kind_of_whole == Some(OrganisationKind::University) && !own
                    || kind_of_whole.is_some()
                        && kind_of_whole != Some(OrganisationKind::International)
                        && kind == "government"
                {
                    return kind_of_whole;
                }
            }
            // *the group's Strategic Planning Department*
            let owner = (m.start > 1 && matches!(d.str(m.start - 1), "'s" | "’s")).then(|| m.start - 2);
            if kind == "government"
                && let Some(owner) = owner
            {
                let known = |at: u32| d.value(at, owner + 1, class::ORG)?.split('|').next();
                let noun = d.value(owner, owner + 1, class::ORGNOUN);
                let kind = (noun.or_else(|| d.value(owner, owner + 1, class::ORGHEAD)))
                    .or_else(|| (owner.saturating_sub(2)..=owner).find_map(known));
                if kind.is_some_and(|kind| matches!(kind, "company" | "fund" | "media")) {
                    return kind.and_then(kind_named);
                }
            }
            // *CSIA Council*
            let front = (m.start..m.end - 1).find_map(|at| {
                let end = d.class_end(at, class::ORG).filter(|end| *end < m.end)?;
                d.value(at, end, class::ORG)?.split('|').next()
            });
            if kind == "government"
                && front.is_some_and(|kind| matches!(kind, "association" | "company" | "institute" | "university"))
            {
                return front.and_then(kind_named);
            }
            if kind == "government"
                && let Some(other) = self.kind_of_board(m, of)
            {
                return kind_named(other);
            }
            return kind_named(kind);
        }
        // *SEMI China*, *Palestinian Red Crescent*: a known body with a place
        if words.len() > 1 {
            let front = (m.start + 1..m.end)
                .rev()
                .find_map(|end| d.value(m.start, end, class::ORG));
            // *Lima ICC* is no court of the world
            let own = |value: &&str| {
                let world = value.starts_with("court") || value.starts_with("international");
                !(world && d.is(m.end - 1, flag::UPPER) && words.len() == 2)
            };
            let known = |start| d.value(start, m.end, class::ORG).filter(own);
            let behind = || (m.start + 1..m.end).find_map(known);
            if let Some(value) = front.or_else(behind) {
                return kind_named(value.split('|').next().unwrap_or_default());
            }
        }
        // *the Jiangsu semiconductor industry association*
        d.value(m.end - 1, m.end, class::ORGNOUN).and_then(kind_named)
    }

    /// What is called like an authority (*Committee*, *Council*, *Department*) and is none: members of a society who sit
    /// together, a committee of the party, a department of a university. `of`: the word *of*, *for* or *on*, if there is one.
    fn kind_of_board(&self, m: &entities::Mention, of: Option<usize>) -> Option<&'static str> {
        let d = self.document;
        let words: Vec<u32> = (m.start..m.end).filter(|at| d.is(*at, flag::WORD)).collect();
        let head = of.unwrap_or(words.len()).checked_sub(1)?;
        let (at, before) = (words[head], head.checked_sub(1).map(|front| words[front]));
        let on = |at: u32, list: u8| d.is_on(at, list);
        let last = *words.last()?;
        let place = |t: u32| d.has(t, class::DEMONYM) || d.has(t, class::PLACE) && !d.has(t, class::PLACESTOP);
        let public = || (m.start..m.end).any(|t| place(t) || on(t, list::STATE_WORD));
        if on(at, list::BOARD_NOUN) {
            // *8th Council of the Lima Chip Association*
            let behind = || d.value(last, last + 1, class::ORGHEAD).filter(|_| of.is_some());
            if let Some(whole @ ("association" | "company" | "university" | "institute")) = behind() {
                return Some(whole);
            }
            // *Lima Municipal Committee*, *Provincial Standing Committee*: of the party that governs
            let standing = before.filter(|t| d.str(*t) == "Standing").and(head.checked_sub(2));
            let division = standing.map(|front| words[front]).or(before);
            if of.is_none() && d.str(at) == "Committee" && division.is_some_and(|t| on(t, list::DIVISION)) {
                return Some("party");
            }
            // *Joint Steering Committee*, *Standards Committee*, *World Chip Council*
            let event = before.is_some_and(|t| on(t, list::EVENT_BOARD));
            // *China Cotton Council*, *Lima Business Council*
            let trade = |t: u32| d.str(at) == "Council" && on(t, list::TRADE_COUNCIL);
            if of.is_none() && before.is_some_and(trade) {
                return Some("association");
            }
            let sort = event || before.is_some_and(|t| on(t, list::BOARD_SORT)) && !public();
            return (sort || on(m.start, list::WORLDWIDE)).then_some("association");
        }
        // *Department of Chip Science*, *Physics Department*
        let field = match of {
            Some(of) if d.str(words[of]) == "of" => Some(last),
            Some(_) => None,
            None => before,
        };
        let science = d.str(at) == "Department" && field.is_some_and(|t| on(t, list::SCIENCE)) && !public();
        if science {
            return Some("university");
        }
        // *Sales Department*, *Display Division*, *Human Resources Department*
        let firm = |t: u32| {
            let people = matches!(d.str(t), "Resource" | "Resources") && t > m.start && d.str(t - 1) == "Human";
            on(t, list::FIRM_UNIT) || people
        };
        let unit = matches!(d.str(at), "Department" | "Division" | "Office");
        (unit && before.is_some_and(firm) && !public()).then_some("company")
    }
}
