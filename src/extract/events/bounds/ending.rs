//! Where a clause ends.

use crate::lexicon::format::{form, pos};
use crate::lexicon::{class, list};
use crate::text::{Sentence, flag};

use super::super::clause::Scene;
use super::super::verbs;

/// How a clause is opened.
#[derive(Clone, Copy)]
enum Opened {
    /// *, which opened a plant*.
    Relative,
    /// *Since Amy Kuo joined*.
    Fronted,
}

impl Scene<'_, '_> {
    /// End of the clause behind `from`: the sentence's end, a semicolon, or a comma or *and* with a new verb behind.
    pub fn clause_end(&self, sentence: &Sentence, from: u32) -> u32 {
        let (last, end) = self.last_clause.get();
        if last == from && from < sentence.end {
            return end;
        }
        let end = self.find_clause_end(sentence, from);
        self.last_clause.set((from, end));
        end
    }

    fn find_clause_end(&self, sentence: &Sentence, from: u32) -> u32 {
        let d = self.document;
        let mut depth = 0;
        let opened = self.opened_in_front(sentence, from);
        for at in from..sentence.end {
            // only marks, *and* and *but* end a clause
            if !d.is(at, flag::MARK) && d.token(at).len != "and".len() as u16 {
                continue;
            }
            let ends = match d.str(at) {
                "(" => {
                    depth += 1;
                    false
                }
                ")" => {
                    depth -= 1;
                    false
                }
                "." | "!" | "?" => at + 2 >= sentence.end,
                _ if depth > 0 => false,
                // *attended by A, mayor of B; C, …; and D*: a list
                ";" => !self.opens_name(at + 1) || self.has_verb(at + 1, sentence.end),
                "and" | "but" => at > from && at + 1 < sentence.end && self.ends_before_and(from, at, sentence.end),
                // *on Tuesday, May 3*
                "," => {
                    !self.inside_date(at)
                        && (self.ends_before_comma(at + 1, sentence.end)
                            || match opened {
                                Some(Opened::Relative) => self.goes_on_behind(at + 1, sentence.end),
                                Some(Opened::Fronted) => at > from && self.is_main_clause(at + 1, sentence.end),
                                None => false,
                            })
                }
                _ => false,
            };
            if ends {
                return at;
            }
        }
        sentence.end
    }

    /// The clause that holds the verb at `verb` stands inside another one, which goes on behind its comma: *Kelvar, which opened
    /// a plant, said*.
    pub(in crate::extract::events) fn is_inner_clause(&self, sentence: &Sentence, verb: u32) -> bool {
        self.opened_in_front(sentence, verb).is_some()
    }

    /// How the clause that holds the token in front of `from` is opened, if a word not far in front opens it.
    fn opened_in_front(&self, sentence: &Sentence, from: u32) -> Option<Opened> {
        /// Tokens between the word and the verb.
        const NEAR: u32 = 12;
        let d = self.document;
        let first = from.saturating_sub(NEAR).max(sentence.start);
        let mut inside = (first..from)
            .rev()
            .take_while(|at| !d.is(*at, flag::MARK) || d.str(*at) != "," || self.inside_name(*at));
        let relative = |at: u32| d.has(at, class::SUBORD) && matches!(d.str(at), "which" | "who");
        let word = inside.find(|at| d.is_on(*at, list::OPENING_CLAUSE) || relative(*at))?;
        let before = word.checked_sub(1).filter(|at| *at >= sentence.start);
        if matches!(d.str(word), "which" | "who") {
            return before.filter(|at| d.str(*at) == ",").map(|_| Opened::Relative);
        }
        let fronts = before.is_none_or(|at| d.str(at) == "that" || d.has(at, class::SAYVERB));
        // *Since 2005*, *After the talks*: a verb stands behind it
        (fronts && word + 1 < from && self.has_verb(word + 1, from)).then_some(Opened::Fronted)
    }

    /// *Kelvar, which opened a plant in May, said it will hire*: the verb of the clause around it stands at `next`.
    fn goes_on_behind(&self, next: u32, end: u32) -> bool {
        let d = self.document;
        let finite = next + 1 < end
            && d.is(next, flag::VERB)
            && !d.is(next, flag::CAPITAL)
            && d.info(next).form & (form::PAST | form::THIRD) != 0;
        // *, founded in 2001*
        let participle = || d.info(next).form & form::PARTICIPLE != 0 && d.has(next + 1, class::PREP);
        finite && (d.has(next, class::SAYVERB) || !participle() && !d.has(next, class::ORIGINWORD))
    }

    /// *Since Amy Kuo joined in 2005, sales have tripled*: a verb stands between the comma in front of `next` and the next one.
    fn is_main_clause(&self, next: u32, end: u32) -> bool {
        let d = self.document;
        let comma = |at: &u32| d.str(*at) == "," && !self.inside_name(*at) && !self.inside_date(*at);
        let stop = (next..end).find(comma).unwrap_or(end);
        next + 1 < stop && !d.has(next, class::CONJ) && self.has_verb(next + 1, stop)
    }

    /// A new verb stands behind the *and* or *but* at `at`.
    fn ends_before_and(&self, from: u32, at: u32, end: u32) -> bool {
        let d = self.document;
        // *signed it and then was invited*
        let next = at + 1 + u32::from(self.str(at + 1) == "then");
        if next >= end {
            return false;
        }
        // *has invested 3 billion since 2010 and Kelvar has said*, but not *for Kelvar and Lumeno has …*
        let named = || {
            let name = self
                .names
                .candidates
                .starting(next)
                .map(|name| self.names.candidates.list[name].end);
            let verb = |x: u32| x < end && (d.has(x, class::AUX) || d.has(x, class::MODAL));
            name.is_some_and(verb) && (d.is(at - 1, flag::NUMBER) || self.inside_date(at - 1))
        };
        // *had resigned and would leave*
        d.has(next, class::MODAL) || d.has(next, class::AUX)
            // *reported a profit and said it would build a plant*
            || d.has(next, class::SAYVERB) && d.info(next).form & form::PAST != 0 && !d.is(next, flag::CAPITAL)
            // *began in 2023 and the plant was capped in 2024*
            || self.is_clause(next, end) && self.has_circumstance(from, at)
            || named()
    }

    /// A new clause starts at `next`, behind a comma.
    fn ends_before_comma(&self, next: u32, end: u32) -> bool {
        let d = self.document;
        if next >= end {
            return false;
        }
        // *which moved to Wuxi last October, was sold*: the verb of what is told of
        let auxiliary = self.str(next) != "having" && (d.has(next, class::AUX) || d.has(next, class::MODAL));
        if self.is_inserted_list(next, end) {
            return false;
        }
        let joined = || {
            d.is_on(next, list::CLAUSE_JOINED) && (self.str(next) != "and" || self.has_verb(next, (next + 12).min(end)))
        };
        auxiliary
            || joined()
            || self.is_saying(next, end)
            // *, the project was capped in March*
            || self.is_clause(next, end)
            || self.is_passive_clause(next, end)
            || self.is_pronoun_clause(next, end)
            || self.is_gerund(next, end)
    }

    /// *added 36 firms, including Kelvar, to the list*: examples between commas, behind which the clause goes on.
    pub(in crate::extract::events) fn is_inserted_list(&self, including: u32, end: u32) -> bool {
        /// Tokens of the examples.
        const LONGEST: u32 = 24;
        let d = self.document;
        if self.str(including) != "including" {
            return false;
        }
        let goes_on = |comma: &u32| {
            let next = comma + 1;
            d.str(*comma) == ","
                && !self.inside_name(*comma)
                && !self.inside_date(*comma)
                && matches!(self.str(next), "to" | "from" | "in" | "on" | "at" | "for" | "into")
        };
        let mut behind = (including + 1..end.min(including + LONGEST)).take_while(|at| d.str(*at) != ";");
        let comma = behind.find(goes_on);
        comma.is_some_and(|comma| !self.has_verb(including + 1, comma))
    }

    /// *, the company said Monday*, *, said Tom Vey, the mayor*.
    fn is_saying(&self, start: u32, end: u32) -> bool {
        /// Tokens in front of the verb.
        const NEAR: u32 = 8;
        let d = self.document;
        let inverted = !d.is(start, flag::CAPITAL)
            && d.has(start, class::SAYVERB)
            && d.info(start).form & (form::PAST | form::THIRD) != 0
            && (d.is(start + 1, flag::CAPITAL) || d.has(start + 1, class::DET) || self.is_said_by_some(start, end));
        inverted || {
            // *, Bloomberg News reported, citing officials*, *, the Star previously reported*
            let reported = |x: u32| {
                let small = |x: u32| {
                    let adverb = d.info(x).pos & pos::ADVERB != 0 || d.has(x, class::AUX);
                    u32::from(x > start && adverb && !d.is(x, flag::CAPITAL))
                };
                let name = x - 1 - small(x - 1);
                d.str(x) == "reported"
                    && matches!(self.str(x + 1), "," | "." | "")
                    && name >= start
                    && d.is(name, flag::CAPITAL)
            };
            let said = (start + 1..(start + NEAR).min(end))
                .take_while(|x| !d.is(*x, flag::MARK) || self.inside_name(*x))
                .find(|x| d.has(*x, class::SAYVERB) || reported(*x));
            // *, in Lima last week and claims a tenth*: no subject of its own
            let joined = |x: u32| x > start + 1 && matches!(d.str(x - 1), "and" | "but") && d.has(start, class::PREP);
            said.is_some_and(|x| verbs::group(d, x, start).is_some() && !joined(x))
        }
    }

    /// *, said local authorities*: nouns up to the end of the sentence.
    fn is_said_by_some(&self, said: u32, end: u32) -> bool {
        /// Tokens of who says it.
        const LONGEST: u32 = 4;
        let d = self.document;
        let stop = (said + 1..end).find(|at| !d.is(*at, flag::WORD)).unwrap_or(end);
        let noun =
            |at: u32| d.info(at).pos & (pos::NOUN | pos::PLURAL | pos::ADJECTIVE) != 0 && !d.has(at, class::PREP);
        stop > said + 1 && stop <= said + LONGEST && stop + 1 >= end && (said + 1..stop).all(noun)
    }

    /// A participle: *, accounting for*, *, successfully pledging to*.
    fn is_gerund(&self, start: u32, end: u32) -> bool {
        let d = self.document;
        let adverb = |at: u32| d.info(at).pos & pos::ADVERB != 0 && d.info(at).verb == 0;
        let verb = (start..end).find(|at| !adverb(*at));
        verb.is_some_and(|at| {
            d.info(at).form & form::GERUND != 0 && d.str(at).ends_with("ing") && !d.is(at, flag::CAPITAL)
        })
    }

    /// A sentence of its own starts here: an article and, not far behind, its auxiliary.
    fn is_clause(&self, start: u32, end: u32) -> bool {
        const NEAR: u32 = 7;
        let d = self.document;
        start < end
            && d.has(start, class::DET)
            && (start + 2..(start + NEAR).min(end))
                .take_while(|x| !d.is(*x, flag::MARK) && !d.has(*x, class::SUBORD) && !d.has(*x, class::PREP))
                .any(|x| d.has(x, class::AUX))
    }

    /// *he was shown a wafer*: a pronoun and its auxiliary.
    fn is_pronoun_clause(&self, start: u32, end: u32) -> bool {
        let d = self.document;
        let pronoun = || {
            matches!(
                d.value(start, start + 1, class::PRON),
                Some("he" | "she" | "it" | "we" | "they")
            )
        };
        start + 1 < end
            && (d.has(start + 1, class::AUX) || d.has(start + 1, class::MODAL))
            && !d.has(start, class::DET)
            && pronoun()
    }

    /// *display modules and power projects were agreed to*: nouns in small letters, an auxiliary and a participle.
    fn is_passive_clause(&self, start: u32, end: u32) -> bool {
        const NEAR: u32 = 12;
        let d = self.document;
        let stop = (start..(start + NEAR).min(end)).find(|x| {
            !d.is(*x, flag::WORD) || d.is(*x, flag::CAPITAL) || d.has(*x, class::SUBORD) || d.has(*x, class::AUX)
        });
        stop.is_some_and(|x| {
            x > start + 1
                && matches!(d.str(x), "was" | "were")
                && d.get(x + 1).is_some()
                && d.info(x + 1).form & form::PARTICIPLE != 0
        })
    }
}
