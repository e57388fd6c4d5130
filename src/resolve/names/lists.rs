//! Lists of names: members of a list are of one kind.

use super::document::is_zone;
use super::{Candidate, Kind, Name, Names, SURE, decide, e};
use crate::extract::names::EvidenceSet;
use crate::text::Document;

impl Names {
    /// *A, B and C*: members of a list are of one kind.
    pub(super) fn lists(&mut self, document: &Document<'_>) {
        self.list_round(document);
        for name in &mut self.list {
            decide(name);
        }
        self.list_round(document);
        self.chains(document);
    }

    /// *A, B, C and D* with two sure bodies and nothing else that is sure: they all are.
    fn chains(&mut self, document: &Document<'_>) {
        let n = self.candidates.list.len();
        let mut from = 0;
        while from < n {
            let mut to = from + 1;
            while to < n && in_list(document, &self.candidates.list[to - 1], &self.candidates.list[to]) {
                to += 1;
            }
            if to - from >= 3 {
                let mut sure = [0u32; 4];
                for c in &self.candidates.list[from..to] {
                    let name = &self.list[c.name as usize];
                    if name.margin >= SURE {
                        sure[name.kind as usize] += 1;
                    }
                }
                let all: u32 = sure.iter().sum();
                for (kind, evidence) in [(0, e::PERSON_CHAIN), (1, e::ORG_CHAIN), (2, e::PLACE_CHAIN)] {
                    if sure[kind] >= 2 && sure[kind] == all {
                        for index in from..to {
                            let name = self.candidates.list[index].name;
                            let own = self.list[name as usize];
                            if kind != 1 || !self.is_sure_place(document, name, &own) {
                                self.list[name as usize].evidence |= 1 << evidence;
                            }
                        }
                    }
                }
            }
            from = to;
        }
    }

    /// A zone, or a large place beside a university or an authority (beside *Bayern* it may be a team).
    fn is_sure_place(&self, document: &Document<'_>, name: u32, beside: &Name) -> bool {
        const BODY: EvidenceSet = 1 << e::KNOWN_ORG | 1 << e::ORG_HEAD | 1 << e::ORG_HEAD_WEAK | 1 << e::LEGAL_FORM;
        const LARGE: EvidenceSet = 1 << e::PLACE_LARGE | 1 << e::PLACE_HUGE | 1 << e::PLACE_COUNTRY;
        let name = &self.list[name as usize];
        let large = name.evidence & LARGE != 0
            && name.evidence & (1 << e::PLACE_STOP | 1 << e::SINGLE_SURNAME) == 0
            && beside.evidence & (1 << e::ORG_HEAD | 1 << e::ACRONYM_OF) != 0
            && beside.evidence & (1 << e::KNOWN_ORG) == 0;
        let zone = name.evidence & (1 << e::PLACE_HEAD) != 0;
        name.evidence & BODY == 0 && (large || zone && is_zone(document, &self.candidates.list[name.first as usize]))
    }

    fn list_round(&mut self, document: &Document<'_>) {
        for index in 1..self.candidates.list.len() {
            let (a, b) = (self.candidates.list[index - 1], self.candidates.list[index]);
            if !in_list(document, &a, &b) {
                continue;
            }
            for (from, to) in [(a.name, b.name), (b.name, a.name)] {
                let source = self.list[from as usize];
                let target = self.list[to as usize];
                if source.margin < SURE / 2 || from == to || source.margin < target.margin {
                    continue;
                }
                let evidence = match source.kind {
                    Kind::Person => e::PLAYER_LIST,
                    // *Lima University, Lima Development Zone and Callao signed*: places sign as well
                    Kind::Organisation if self.is_sure_place(document, to, &source) => continue,
                    Kind::Organisation => e::ORG_LIST,
                    Kind::Place => e::PLACE_LIST,
                    Kind::Other => continue,
                };
                self.list[to as usize].evidence |= 1 << evidence;
            }
        }
    }
}

/// Only commas and *and* stand between two names.
fn in_list(document: &Document<'_>, a: &Candidate, b: &Candidate) -> bool {
    let gap = b.start.saturating_sub(a.end);
    // a slip of the pen: *SK Hynix. , Lixin Micro*
    (1..=3).contains(&gap)
        && (a.end..b.start).all(|t| matches!(document.str(t), "," | "and" | "&" | "or" | "."))
        && (a.end..b.start).any(|t| document.str(t) != ".")
}
