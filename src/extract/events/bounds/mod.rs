//! Where the stretches of a sentence lie in which an event's subject, object and circumstances stand.

mod ending;
mod opening;
mod subject;

use crate::lexicon::class;
use crate::text::flag;

use super::clause::Scene;
use super::tables as t;

/// Nouns of what somebody says something in.
const SPEECH: t::Groups = t::group("speech");

impl Scene<'_, '_> {
    /// The token stands inside a date: the comma of *October 17, 2020*.
    pub(super) fn inside_date(&self, at: u32) -> bool {
        let next = self.date_from(at + 1);
        next > 0 && self.dates[next - 1].end > at
    }

    /// Behind the place and the day of saying: *said in Lima on Monday output rose*.
    pub(super) fn behind_circumstances(&self, start: u32, verb: u32) -> u32 {
        let d = self.document;
        let date_at = |x: u32| self.date_at(x);
        let mut at = start;
        loop {
            let inner = at + u32::from(d.has(at, class::PREP));
            let list = &self.names.candidates.list;
            let end = match date_at(inner) {
                Some(date) => self.dates[date].end,
                None if inner > at => match list.binary_search_by_key(&inner, |c| c.start) {
                    Ok(name) => list[name].end,
                    // *said in a statement the plan was good*
                    Err(_) if d.has(inner, class::DET) && self.noun_groups(inner + 1, inner + 2) & SPEECH != 0 => {
                        inner + 2
                    }
                    Err(_) => return at,
                },
                None => return at,
            };
            if end >= verb {
                return at;
            }
            at = end;
        }
    }

    /// A finite verb with its auxiliary, or a past form, in the tokens.
    pub fn has_verb(&self, start: u32, end: u32) -> bool {
        self.has_verb_of(start, start, end)
    }

    /// A finite verb in the tokens `start..end` of a clause that opens at `open`.
    pub(super) fn has_verb_of(&self, open: u32, start: u32, end: u32) -> bool {
        let is_verb = |at: u32| self.document.token(at).flags & (flag::VERB | flag::CAPITAL) == flag::VERB;
        (start..end).any(|at| is_verb(at) && super::verbs::group(self.document, at, open).is_some())
    }

    /// A name, or *and* and a name, starts here: a list goes on.
    pub(super) fn opens_name(&self, at: u32) -> bool {
        // *; and, Li Ming*
        let and = u32::from(self.str(at) == "and");
        let at = at + and + u32::from(and == 1 && self.str(at + 1) == ",");
        self.names.candidates.starting(at).is_some()
    }

    /// A date or something behind a preposition stands in the tokens.
    fn has_circumstance(&self, start: u32, end: u32) -> bool {
        (start..end).any(|at| self.document.has(at, class::PREP)) || self.dates_in(start, end).next().is_some()
    }
}
