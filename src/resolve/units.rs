//! Units of larger bodies: which body each is of (*Department of X at Y University*), and units of one name that are of
//! several (*Standing Committee of the Lima Council*).

use std::collections::HashMap;

use super::entities::{Entities, Entity, Mention};
use super::names::{Kind, Names};
use crate::lexicon::{class, list};
use crate::text::Document;

impl Entities {
    pub(super) fn part_of(&mut self, document: &Document<'_>, names: &Names) {
        let list = &names.candidates.list;
        // *the Department of X and the Department of Y at Z University*: both are units of Z
        for index in (1..list.len()).rev() {
            let (a, b) = (&list[index - 1], &list[index]);
            if a.part_of != u32::MAX || b.part_of == u32::MAX || b.start - a.end > 2 || b.start == a.end {
                continue;
            }
            let joined = document.str(a.end) == "and"
                && document.token(a.start).word == document.token(b.start).word
                && document.has(a.start, class::ORGHEAD);
            let whole = self.of_candidate.get(b.part_of as usize).copied().unwrap_or(u32::MAX);
            let own = self.of_candidate[index - 1];
            if joined && own != u32::MAX && whole != u32::MAX && own != whole {
                self.list[own as usize].part_of = Some(whole as usize);
            }
        }
        self.owned(document, names);
        // units that bear the name of a unit of another body, by that one and their own whole
        let mut namesakes: HashMap<(u32, usize), u32> = HashMap::new();
        let mut split: Vec<u32> = Vec::new();
        // tokens at which mentions start that are the namesakes' now
        let mut moved: Vec<u32> = Vec::new();
        for (index, candidate) in list.iter().enumerate() {
            let (own, whole) = (self.of_candidate[index], candidate.part_of);
            if own == u32::MAX || whole == u32::MAX {
                continue;
            }
            let whole = self.of_candidate.get(whole as usize).copied().unwrap_or(u32::MAX);
            if whole != u32::MAX && whole != own && self.list[whole as usize].kind == Kind::Organisation {
                let whole = whole as usize;
                match self.list[own as usize].part_of {
                    Some(other) if other != whole => {
                        let long_end = candidate.long_end;
                        let mention = Mention {
                            start: candidate.start,
                            end: candidate.end,
                            candidate: index as u32,
                        };
                        if self.give_namesake(&mut namesakes, own, whole, mention, long_end) {
                            split.push(own);
                            moved.push(mention.start);
                        }
                    }
                    _ => self.list[own as usize].part_of = Some(whole),
                }
            }
        }
        split.sort_unstable();
        split.dedup();
        for own in split {
            let unit = &mut self.list[own as usize];
            unit.mentions.retain(|m| moved.binary_search(&m.start).is_err());
            unit.forms.retain(|form| moved.binary_search(&form.0).is_err());
        }
    }

    /// *the Lima Chip Association's Standards Committee*: a unit behind the body that has it.
    fn owned(&mut self, document: &Document<'_>, names: &Names) {
        let candidates = &names.candidates.list;
        for index in 1..candidates.len() {
            let (owner, unit) = (&candidates[index - 1], &candidates[index]);
            let (own, whole) = (self.of_candidate[index], self.of_candidate[index - 1]);
            // *Lima University of Technology | School of Software*
            let school =
                unit.start == owner.end && document.value(owner.start, owner.start + 1, class::ORGHEAD).is_none();
            let marked = unit.start == owner.end + 1 && matches!(document.str(owner.end), "'s" | "’s" | "'" | "’");
            let beside = marked || school && (owner.start..owner.end).any(|at| document.str(at) == "University");
            if !beside || own == u32::MAX || whole == u32::MAX || own == whole || unit.part_of != u32::MAX {
                continue;
            }
            let body = |entity: u32| self.list[entity as usize].kind == Kind::Organisation;
            let head = document.is_on(unit.end - 1, list::UNIT_NOUN)
                || document.is_on(unit.start, list::UNIT_NOUN) && document.str(unit.start + 1) == "of";
            let known = document.value(unit.start, unit.end, class::ORG).is_some();
            if body(own) && body(whole) && head && !known && self.list[whole as usize].part_of != Some(own as usize) {
                self.list[own as usize].part_of.get_or_insert(whole as usize);
            }
        }
    }

    /// Gives the mention, which reaches to `long_end` with its whole, to the namesake of the entity `own` that is a unit of
    /// `whole`.
    fn give_namesake(
        &mut self,
        namesakes: &mut HashMap<(u32, usize), u32>,
        own: u32,
        whole: usize,
        mention: Mention,
        long_end: u32,
    ) -> bool {
        let unit = &self.list[own as usize];
        if unit.kind != Kind::Organisation || unit.user.is_some() {
            return false;
        }
        let (kind, evidence) = (unit.kind, unit.evidence);
        let new = self.list.len() as u32;
        let entity = *namesakes.entry((own, whole)).or_insert(new);
        if entity == new {
            self.list.push(Entity {
                kind,
                name: mention,
                mentions: Vec::new(),
                forms: Vec::new(),
                part_of: Some(whole),
                evidence,
                user: None,
            });
        }
        self.of_candidate[mention.candidate as usize] = entity;
        let namesake = &mut self.list[entity as usize];
        namesake.mentions.push(mention);
        if long_end > mention.end {
            namesake.forms.push((mention.start, long_end));
        }
        true
    }
}
