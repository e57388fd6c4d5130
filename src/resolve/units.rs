//! Units of larger bodies: which body each is of (*Department of X at Y University*), and units of one name that are of
//! several (*Standing Committee of the Lima Council*).

use super::entities::{Entities, Entity, Mention};
use super::names::{KeyMap, Kind, Names};
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
            let joined = document.str(a.end) == "and" && document.token(a.start).word == document.token(b.start).word;
            let whole = self.of_candidate.get(b.part_of as usize).copied().unwrap_or(u32::MAX);
            let own = self.of_candidate[index - 1];
            if joined && own != u32::MAX && whole != u32::MAX && own != whole {
                self.list[own as usize].part_of = Some(whole as usize);
            }
        }
        // units that bear the name of a unit of another body, by that one and their own whole
        let mut namesakes: KeyMap<u32> = KeyMap::default();
        for (index, candidate) in names.candidates.list.iter().enumerate() {
            let (own, whole) = (self.of_candidate[index], candidate.part_of);
            if own == u32::MAX || whole == u32::MAX {
                continue;
            }
            let whole = self.of_candidate.get(whole as usize).copied().unwrap_or(u32::MAX);
            if whole != u32::MAX && whole != own && self.list[whole as usize].kind == Kind::Organisation {
                let whole = whole as usize;
                match self.list[own as usize].part_of {
                    Some(other) if other != whole => self.split_unit(&mut namesakes, index, own, whole),
                    _ => self.list[own as usize].part_of = Some(whole),
                }
            }
        }
    }

    /// The mention of candidate `index` is no more of the entity `own` but of its namesake that is a unit of `whole`.
    fn split_unit(&mut self, namesakes: &mut KeyMap<u32>, index: usize, own: u32, whole: usize) {
        let unit = &mut self.list[own as usize];
        let Some(at) = unit.mentions.iter().position(|m| m.candidate as usize == index) else {
            return;
        };
        if unit.kind != Kind::Organisation || unit.user.is_some() {
            return;
        }
        let mention: Mention = unit.mentions.remove(at);
        let form = unit.forms.iter().position(|form| form.0 == mention.start);
        let form = form.map(|at| unit.forms.remove(at));
        let (kind, evidence) = (unit.kind, unit.evidence);
        let new = self.list.len() as u32;
        let key = u64::from(own) << 32 | whole as u64;
        let entity = *namesakes.entry(key).or_insert(new);
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
        self.of_candidate[index] = entity;
        let namesake = &mut self.list[entity as usize];
        namesake.mentions.push(mention);
        namesake.forms.extend(form);
    }
}
