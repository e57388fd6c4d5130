//! Where the clause of a verb begins.

use crate::extract::names::cut::title_end;
use crate::lexicon::format::{ListSet, form, list_set};
use crate::lexicon::{class, list};
use crate::text::{Sentence, flag};

use super::super::clause::Scene;
use super::super::tables as t;
use super::super::verbs;

/// Nouns of what rises and falls.
const MEASURED: t::Groups = t::group("metric") | t::group("stock") | t::group("disaster") | t::group("attack");

/// Lists of the words behind which a clause may start: those that [`tells_clause`](Scene::tells_clause) and
/// [`is_opened_by_word`](Scene::is_opened_by_word) ask about.
const OPENERS: ListSet = list_set(&[
    list::TELLS_CLAUSE,
    list::ANNOUNCES_CLAUSE,
    list::SUBORDINATE,
    list::CLAUSE_WORD,
]);

impl Scene<'_, '_> {
    /// Start of the clause that holds `verb`, looked for from `last` back to the sentence's start.
    pub(super) fn clause_start(&self, sentence: &Sentence, last: u32, verb: u32) -> u32 {
        let d = self.document;
        let start = sentence.start;
        let mut depth = 0;
        // *Kelvar called the step “unjustified” and said*: the clause begins in front of what is quoted
        let quoted = self.quoted_in_front(start, verb);
        for at in (start..last).rev() {
            if quoted.is_some_and(|(open, close)| (open..close).contains(&at)) {
                continue;
            }
            // only marks and a few small words open a clause
            let token = d.token(at);
            if token.is(flag::MARK) {
                match d.str(at) {
                    ")" => depth += 1,
                    "(" => depth -= 1,
                    mark if depth <= 0 && self.is_opened_by_mark(start, at, verb, mark) => return at + 1,
                    _ => {}
                }
            } else if depth <= 0
                && at > start
                && !token.is(flag::CAPITAL)
                && d.lexicon.is_on_any(token.word, &OPENERS)
                && !self.is_closed_relative(at, verb)
            {
                if at + 1 < verb && self.tells_clause(start, at, verb) {
                    return self.behind_circumstances(at + 1, verb);
                }
                if self.is_opened_by_word(start, at, verb) {
                    return at + 1;
                }
            }
        }
        start
    }

    fn is_opened_by_mark(&self, start: u32, at: u32, verb: u32, mark: &str) -> bool {
        let d = self.document;
        match mark {
            // *including A, mayor of B; C, …; and D attended*: a list
            ";" if self.opens_name(at + 1) && !self.has_verb(start, at) => false,
            ";" | ":" | "“" | "”" | "\"" | "–" | "—" => !self.inside_name(at),
            // *…, the project was capped*: a clause of its own that only a comma parts
            "," => {
                at > start
                    && d.has(at + 1, class::DET)
                    && d.str(verb - 1) != ","
                    && !self.inside_name(at)
                    && !self.has_verb(at + 1, verb)
                    && self.has_verb(start, at)
                    && self.has_circumstance(start + 1, at)
                    && !d.has(start, class::PREP)
                    && !d.has(start, class::SUBORD)
            }
            _ => false,
        }
    }

    /// The clause behind *that* ends before the verb: *Orion, a company that makes cards, sued*, *sales in the quarter that ended
    /// in May rose*.
    fn is_closed_relative(&self, at: u32, verb: u32) -> bool {
        let d = self.document;
        let makes = |at: u32| d.info(at).verb != 0 || d.has(at, class::AUX);
        d.str(at) == "that"
            && verb > at + 1
            && (d.str(verb - 1) == "," && makes(at + 1) && self.has_verb(at, verb - 1)
                || matches!(d.str(at + 1), "ended" | "began"))
    }

    /// A clause stands behind the verb of saying at `at` without *that*.
    fn tells_clause(&self, start: u32, at: u32, verb: u32) -> bool {
        let d = self.document;
        let tells = if d.is_on(at, list::TELLS_CLAUSE) {
            // *Li Ming said output rose*
            !d.has(at + 1, class::CONJ) && (at + 1..verb).all(|x| d.str(x) != ",")
        } else if d.is_on(at, list::ANNOUNCES_CLAUSE) {
            // *Li Ming announced the company will build a plant*, not *The plan Kelvar announced Monday will cost*
            (d.has(verb, class::MODAL) || d.has(verb, class::AUX))
                && (d.is(at + 1, flag::CAPITAL) || d.has(at + 1, class::DET))
                && self.date_at(at + 1).is_none()
                && (at + 1..verb).all(|x| d.str(x) != "," && (!d.has(x, class::PREP) || d.str(x) == "of"))
        } else {
            false
        };
        tells && verbs::group(d, at, start).is_some()
    }

    /// *with production expected to begin*: no finite verb, and no other one between.
    fn goes_with(&self, start: u32, with: u32, verb: u32) -> bool {
        let d = self.document;
        !d.has(verb, class::AUX)
            && !d.has(verb, class::MODAL)
            && d.info(verb).form & (form::PARTICIPLE | form::GERUND) != 0
            && (with + 1..verb).all(|x| d.str(x) != "," || self.inside_name(x))
            && !self.has_verb(with + 1, verb)
            && self.has_verb(start, with)
    }

    fn is_opened_by_word(&self, start: u32, at: u32, verb: u32) -> bool {
        let d = self.document;
        let word = d.str(at);
        // *firms such as A and B took part*
        if d.is_on(at, list::SUBORDINATE) {
            // *The term of Li Ming as chairman ends*: what he is
            let post = || {
                let title = title_end(d, at + 1, verb);
                title == Some(verb) && !self.has_verb(start, at)
            };
            return word != "as" || d.str(at - 1) != "such" && !post();
        }
        let near = at + 1 < verb;
        match word {
            "after" if self.is_clause_after(start, at, verb) => true,
            // *resigned after Kelvar bought Lumeno*, *came a day after Peru imposed duties*
            "after" | "before" | "since" | "once" | "until" => {
                let article = matches!(word, "after" | "since") && d.has(at + 1, class::DET);
                let named = || self.is_told_name(at + 1, verb);
                near && (d.is(at + 1, flag::CAPITAL) || article || named()) && self.is_own_clause(start, at, verb)
            }
            // *visited Lumeno, where he met Amy Kuo*
            "where" => near && (d.str(at - 1) == "," || d.has(verb - 1, class::PRON)) && !self.has_verb(at + 1, verb),
            // *is building a plant, with production expected to begin in 2026*
            "with" => near && d.str(at - 1) == "," && self.goes_with(start, at, verb),
            // *modules whose output value came to …*
            "whose" => !self.has_verb(at + 1, verb),
            // *…, and the scale ranked*: a clause of its own if a verb stands before
            "and" | "but" => {
                // *At the forum held in Lima, the Ministry of A and the Ministry of B signed*: no verb behind the introduction
                let start = self.introduction_end(start, at);
                let article = || {
                    d.has(at + 1, class::DET) && !self.has_verb(at + 1, verb) && self.has_circumstance(start + 1, at)
                };
                // *has invested 3 billion since 2010 and Kelvar has said*: no two names that it joins
                let named = || {
                    let name = self.names.candidates.starting(at + 1);
                    let name = name.filter(|name| self.names.candidates.list[*name].end == verb);
                    name.is_some()
                        && self.names.candidates.ending(at).is_none()
                        && (d.is(at - 1, flag::NUMBER) || self.inside_date(at - 1))
                };
                let comma = || d.str(verb) == "," || d.str(verb - 1) == ",";
                (d.str(at - 1) == "," || article() || named())
                    && self.has_verb(start, at)
                    && !(comma() && self.is_told_of(start, at))
            }
            _ => false,
        }
    }

    /// *mayor Li Ming*, *chip maker Kelvar*: a name in front of the verb and what it is, with nothing in between.
    fn is_told_name(&self, from: u32, verb: u32) -> bool {
        let d = self.document;
        let name = self.names.candidates.ending(verb);
        let name = name.map(|name| self.names.candidates.list[name].start);
        let told = |at: u32| d.is(at, flag::WORD) && !d.has(at, class::PREP) && self.date_at(at).is_none();
        name.is_some_and(|name| name > from && (from..name).all(told))
    }

    /// *was worried after the company said*, *raised its forecast after profit rose*: a clause of its own behind *after*.
    fn is_clause_after(&self, start: u32, at: u32, verb: u32) -> bool {
        let d = self.document;
        let says = || {
            at + 2 < verb
                && d.has(at + 1, class::DET)
                && (d.has(verb, class::SAYVERB) || d.has(at + 2, class::DEFINITE) && at + 3 == verb)
                && !matches!(d.str(verb - 1), "," | "and" | "but")
                && (at + 1..verb).all(|x| !d.is(x, flag::MARK) || self.inside_name(x))
        };
        // what a price or a result did
        let moves = || {
            at + 1 < verb
                && self.noun_groups(verb - 1, verb) & MEASURED != 0
                && (at + 1..verb).all(|x| !d.is(x, flag::MARK) || d.is(x, flag::GLUED))
        };
        (says() || moves()) && !self.has_verb(at + 1, verb) && self.has_verb(start, at)
    }

    /// Behind the comma that ends what opens a sentence with a preposition, up to `end`.
    fn introduction_end(&self, start: u32, end: u32) -> u32 {
        let d = self.document;
        if !d.has(start, class::PREP) {
            return start;
        }
        let comma = (start..end).find(|at| d.str(*at) == "," && !self.inside_date(*at) && !self.inside_name(*at));
        comma.map_or(start, |comma| comma + 1)
    }

    /// *after Kelvar bought*: nothing but a noun phrase stands between the word at `at` and the verb, and another verb in front
    /// of it. *After the talks* and *since May* are none.
    fn is_own_clause(&self, start: u32, at: u32, verb: u32) -> bool {
        let d = self.document;
        let dated = self.date_at(at + 1).is_some();
        let word = |x: u32| d.is(x, flag::WORD | flag::NUMBER) || d.is(x, flag::GLUED) || self.inside_name(x);
        let plain = (at + 1..verb).all(|x| word(x) && !d.has(x, class::CONJ) && !d.has(x, class::SUBORD));
        // *He said after the talks the plant would open*
        let said = (start..at).any(|x| d.has(x, class::SAYVERB) && d.str(x + 1) == d.str(at));
        !dated && plain && !said && !self.has_verb(at + 1, verb) && self.has_verb(start, at)
    }

    /// *The line, which was set up by Kelvar, and Lumeno, …*: the only verb up to `end` is that of *which*.
    fn is_told_of(&self, start: u32, end: u32) -> bool {
        /// Tokens of what *which* tells of.
        const LONGEST: u32 = 10;
        let d = self.document;
        let first = (start + 2..end.min(start + LONGEST)).find(|at| d.str(*at) == "which");
        first.is_some_and(|which| {
            let verbs = (which + 1..end).filter(|at| self.has_verb(*at, at + 1) || d.has(*at, class::AUX));
            d.str(which - 1) == "," && !self.has_verb(start, which) && verbs.count() == 1
        })
    }
}
