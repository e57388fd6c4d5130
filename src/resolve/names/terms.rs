//! Letters that name no body: terms that stand in brackets behind them, and events of the article.

use super::{EvidenceSet, Kind, Name, Names, SURE, decide, e, spells};
use crate::extract::names::{Candidate, shape};
use crate::lexicon::class;
use crate::text::{Document, flag};

impl Names {
    /// *WICS 2016 — the Wuhu International Chip Symposium*: letters that an event of the article spells are that event.
    pub(super) fn event_letters(&mut self, document: &Document<'_>) {
        const EVENTS: usize = 20;
        const SHORTEST: u16 = 2;
        let event =
            |name: &&Name| name.kind == Kind::Other && name.evidence & (1 << e::EVENT_HEAD) != 0 && name.margin >= SURE;
        let whole = |name: &Name| self.candidates.list[name.first as usize];
        let events: Vec<Candidate> = self.list.iter().filter(event).take(EVENTS).map(whole).collect();
        if events.is_empty() {
            return;
        }
        for name in &mut self.list {
            let short = self.candidates.list[name.first as usize];
            let at = short.start;
            let letters = name.kind == Kind::Organisation
                && short.end == at + 1
                && document.is(at, flag::UPPER)
                && document.token(at).len > SHORTEST
                && document
                    .get(at + 1)
                    .is_some_and(|year| year.is(flag::NUMBER) && year.len == 4)
                && name.evidence & (1 << e::KNOWN_ORG | 1 << e::ACRONYM_OF) == 0;
            if letters
                && events
                    .iter()
                    .any(|long| spells(document, document.str(at), long.start, long.end))
            {
                name.evidence |= 1 << e::ACRONYM_STOP | 1 << e::OTHER_HEAD;
                decide(name);
            }
        }
    }

    /// *HBM (High Bandwidth Memory)*: the words of letters that name nobody.
    pub(super) fn is_term(&self, document: &Document<'_>, letters: &Candidate, words: &Candidate) -> bool {
        const BODY: EvidenceSet = 1 << e::ORG_HEAD | 1 << e::ORG_OF | 1 << e::KNOWN_ORG | 1 << e::LEGAL_FORM;
        let at = letters.start;
        letters.end == at + 1
            && words.end - words.start > 1
            && words.start == letters.end + 1
            && document.is(at, flag::UPPER)
            && document.str(letters.end) == "("
            && words.end < document.len()
            && document.str(words.end) == ")"
            && !document.has(at, class::ORG)
            && self.list[words.name as usize].evidence & BODY == 0
            && (words.start..words.end).all(|t| shape::is_ordinary(document, t) || !document.is(t, flag::CAPITAL))
            && spells(document, document.str(at), words.start, words.end)
    }
}
