//! Where the stretches of a sentence lie in which an event's subject, object and circumstances stand.

use crate::extract::names::cut::title_end;
use crate::lexicon::format::{form, pos};
use crate::lexicon::{class, list};
use crate::resolve::names::Kind;
use crate::text::{Sentence, flag};

use super::clause::Scene;
use super::tables as t;

/// Nouns of what rises and falls.
const MEASURED: t::Groups = t::group("metric") | t::group("stock") | t::group("disaster") | t::group("attack");

/// Nouns of what somebody says something in.
const SPEECH: t::Groups = t::group("speech");

impl Scene<'_, '_> {
    /// The token stands inside a date: the comma of *October 17, 2020*.
    pub(super) fn inside_date(&self, at: u32) -> bool {
        let next = self.date_from(at + 1);
        next > 0 && self.dates[next - 1].end > at
    }

    /// Start of the subject of the verb group that starts at `verb`: behind the clause's beginning and an
    /// introductory phrase.
    pub fn subject_start(&self, sentence: &Sentence, verb: u32) -> u32 {
        let (last, start) = self.last_subject.get();
        if last == verb {
            return start;
        }
        let start = self.find_subject(sentence, verb);
        self.last_subject.set((verb, start));
        start
    }

    fn find_subject(&self, sentence: &Sentence, verb: u32) -> u32 {
        let d = self.document;
        // *Kelvar, a supplier to Lumeno, signed*: the clause is that of the name in front
        let verb = self.insertion(sentence, verb).unwrap_or(verb);
        let theme = self.theme(sentence, verb);
        let last = theme.unwrap_or(verb);
        let mut start = self.clause_start(sentence, last, verb);
        // the dateline's place and agency do nothing
        if let Some((_, end)) = self.dateline.filter(|(_, end)| *end < verb) {
            start = start.max(end);
        }
        let first = start;
        start = self.behind_introduction(sentence, start, verb);
        // *Since Kelvar bought Lumeno, sales have risen*: the clause that opens the sentence
        let opens = |at: u32| d.is(at, flag::CAPITAL) && d.is_on(at, list::OPENING_CLAUSE);
        if start == sentence.start && start + 1 < verb && opens(start) && !self.has_verb(start + 1, verb) {
            start += 1;
        }
        // *A fall in orders, he conceded, had …*
        if verb > start + 1 && d.has(verb - 1, class::PRON) && !d.has(verb - 1, class::DET) && d.str(verb - 2) == "," {
            return verb - 1;
        }
        // *Two people died, officials said on Friday*
        if let Some(comma) = self.attribution(sentence, verb).filter(|comma| *comma >= start) {
            return comma + 1;
        }
        // *A fall in orders, Amy Kuo conceded, had …*
        if d.has(verb, class::SAYVERB) && self.str(verb + 1) == "," {
            let named = self
                .names
                .candidates
                .ending(verb)
                .map(|c| self.names.candidates.list[c].start);
            if let Some(name) = named.filter(|name| *name > start && d.str(name - 1) == ",") {
                return name;
            }
        }
        // *With the press of a button by A and B, president of C, production began*: the last of the commas, but not one
        // of a quotation that names the theme
        if start > first && verb > start && d.str(verb - 1) != "," {
            let comma = (start..last.max(start))
                .rev()
                .find(|at| d.str(*at) == "," && !self.inside_date(*at) && !self.inside_name(*at));
            let listed = |from: u32| (from..verb).any(|at| matches!(d.str(at), "and" | "&" | "or"));
            // *Before the talks, Li Ming, director of the zone met Amy Kuo*: the comma behind his post is missing
            let of = |comma: u32| (comma + 1..verb).any(|at| matches!(d.str(at), "of" | "for" | "at"));
            let post = comma.filter(|comma| of(*comma) && title_end(d, comma + 1, verb).is_some());
            let named = post.and_then(|comma| self.names.candidates.ending(comma));
            let named = named
                .map(|c| self.names.candidates.list[c].start)
                .filter(|name| *name >= start);
            if let Some(name) = named {
                return name;
            }
            start = comma.map(|c| c + 1).filter(|c| !listed(*c)).unwrap_or(start);
        }
        while start < verb
            && (d.is_on(start, list::SUBJECT_LED) || matches!(d.str(start), "," | "-" | "–" | "—" | "--"))
        {
            start += 1;
        }
        start
    }

    /// Where a quotation opens that stands right in front of the verb and says nothing to it: *the congress with the theme of
    /// “…” was opened*, *the “Measures …” (hereinafter the Measures) were issued*.
    fn theme(&self, sentence: &Sentence, verb: u32) -> Option<u32> {
        let d = self.document;
        let before = |at: u32, mark: &[&str]| {
            let mut marks = (sentence.start..at).rev().filter(|x| d.is(*x, flag::MARK));
            marks.find(|x| mark.contains(&d.str(*x)))
        };
        let mut edge = verb;
        if verb > sentence.start && d.str(verb - 1) == ")" {
            edge = before(verb, &["("]).unwrap_or(verb);
        }
        // *the congress, themed “…”, was opened*
        if verb > sentence.start && d.str(verb - 1) == "," && !d.has(verb, class::SAYVERB) {
            edge = verb - 1;
        }
        let inner = edge.checked_sub(2).filter(|inner| {
            *inner > sentence.start
                && matches!(d.str(edge - 1), "”" | "\"")
                && !matches!(d.str(*inner), "." | "?" | "!" | "…")
                // *with the theme “…,” was opened*, not *“…,” said Li Ming*
                && (d.str(*inner) != "," || !d.has(verb, class::SAYVERB))
        })?;
        before(inner, &["“", "\""])
    }

    /// Some quoted words in front of the *and* or *but* in front of `verb`, with their marks: a part of the clause.
    fn quoted_in_front(&self, start: u32, verb: u32) -> Option<(u32, u32)> {
        /// Tokens of a few words with their marks.
        const LONGEST: u32 = 10;
        let d = self.document;
        let close = verb.checked_sub(2).filter(|close| *close > start)?;
        if !matches!(d.str(close + 1), "and" | "but") || !matches!(d.str(close), "”" | "\"") {
            return None;
        }
        let mut inside = (start.max(close.saturating_sub(LONGEST))..close).rev();
        let open = inside.find(|at| matches!(d.str(*at), "“" | "\""))?;
        // *“…,” he said and left*: a sentence
        (open > start && !matches!(d.str(close - 1), "," | "." | "?" | "!")).then_some((open, close + 1))
    }

    /// Start of the clause that holds `verb`, looked for from `last` back to the sentence's start.
    fn clause_start(&self, sentence: &Sentence, last: u32, verb: u32) -> u32 {
        let d = self.document;
        let mut depth = 0;
        // *Orion, a company that makes cards, sued*: the clause behind *that* is closed
        let opens = |at: u32| d.info(at).verb != 0 || d.has(at, class::AUX);
        let closed = |at: u32| d.str(verb - 1) == "," && opens(at + 1) && self.has_verb(at, verb - 1);
        // *Kelvar called the step “unjustified” and said*: the clause begins in front of what is quoted
        let quoted = self.quoted_in_front(sentence.start, verb);
        for at in (sentence.start..last).rev() {
            if quoted.is_some_and(|(open, close)| (open..close).contains(&at)) {
                continue;
            }
            // only marks and a few small words open a clause
            let token = d.token(at);
            if !token.is(flag::MARK)
                && (token.is(flag::CAPITAL) || !d.lexicon.is_on_list(token.word, list::CLAUSE_OPENER))
            {
                continue;
            }
            match d.str(at) {
                "that" if verb > at + 1 && closed(at) => {}
                // *sales in the quarter that ended in May rose*
                "that" if verb > at + 1 && matches!(d.str(at + 1), "ended" | "began") => {}
                // *Li Ming said output rose*
                _ if d.is_on(at, list::TELLS_CLAUSE)
                    && depth <= 0
                    && at > sentence.start
                    && at + 1 < verb
                    && !d.has(at + 1, class::CONJ)
                    && (at + 1..verb).all(|x| d.str(x) != ",")
                    && super::verbs::group(d, at, sentence.start).is_some() =>
                {
                    return self.behind_circumstances(at + 1, verb);
                }
                // *Li Ming announced the company will build a plant*, not *The plan Kelvar announced Monday will cost*
                _ if d.is_on(at, list::ANNOUNCES_CLAUSE)
                    && depth <= 0
                    && at > sentence.start
                    && at + 1 < verb
                    && (d.has(verb, class::MODAL) || d.has(verb, class::AUX))
                    && (d.is(at + 1, flag::CAPITAL) || d.has(at + 1, class::DET))
                    && self.date_at(at + 1).is_none()
                    && (at + 1..verb).all(|x| d.str(x) != "," && (!d.has(x, class::PREP) || d.str(x) == "of"))
                    && super::verbs::group(d, at, sentence.start).is_some() =>
                {
                    return self.behind_circumstances(at + 1, verb);
                }
                // *including A, mayor of B; C, …; and D attended*: a list
                ";" if depth <= 0 && self.opens_name(at + 1) && !self.has_verb(sentence.start, at) => {}
                ")" => depth += 1,
                "(" => depth -= 1,
                ";" | ":" | "“" | "”" | "\"" | "–" | "—" if depth <= 0 && !self.inside_name(at) => {
                    return at + 1;
                }
                // *firms such as A and B took part*
                "as" if at > sentence.start && d.str(at - 1) == "such" => {}
                _ if d.is_on(at, list::SUBORDINATE) && depth <= 0 && at > sentence.start => {
                    return at + 1;
                }
                // *was worried after the company said*: a clause of its own
                "after"
                    if depth <= 0
                        && at > sentence.start
                        && at + 2 < verb
                        && d.has(at + 1, class::DET)
                        && (d.has(verb, class::SAYVERB) || d.has(at + 2, class::DEFINITE) && at + 3 == verb)
                        && !matches!(d.str(verb - 1), "," | "and" | "but")
                        && (at + 1..verb).all(|x| !d.is(x, flag::MARK) || self.inside_name(x))
                        && !self.has_verb(at + 1, verb)
                        && self.has_verb(sentence.start, at) =>
                {
                    return at + 1;
                }
                // *raised its forecast after profit rose*: so is what a price or a result did
                "after"
                    if depth <= 0
                        && at > sentence.start
                        && at + 1 < verb
                        && self.noun_groups(verb - 1, verb) & MEASURED != 0
                        && (at + 1..verb).all(|x| !d.is(x, flag::MARK) || d.is(x, flag::GLUED))
                        && !self.has_verb(at + 1, verb)
                        && self.has_verb(sentence.start, at) =>
                {
                    return at + 1;
                }
                // *resigned after Kelvar bought Lumeno*, *came a day after Peru imposed duties*
                "after" | "before" | "since" | "once" | "until"
                    if depth <= 0
                        && at > sentence.start
                        && at + 1 < verb
                        && (d.is(at + 1, flag::CAPITAL)
                            || matches!(d.str(at), "after" | "since") && d.has(at + 1, class::DET))
                        && self.is_own_clause(sentence.start, at, verb) =>
                {
                    return at + 1;
                }
                // *modules whose output value came to …*
                // *visited Lumeno, where he met Amy Kuo*
                "where"
                    if depth <= 0
                        && at > sentence.start
                        && at + 1 < verb
                        && (d.str(at - 1) == "," || d.has(verb - 1, class::PRON))
                        && !self.has_verb(at + 1, verb) =>
                {
                    return at + 1;
                }
                "whose" if depth <= 0 && at > sentence.start && !self.has_verb(at + 1, verb) => {
                    return at + 1;
                }
                // *…, the project was capped*: so is one that only a comma parts
                "," if depth <= 0
                    && at > sentence.start
                    && d.has(at + 1, class::DET)
                    && d.str(verb - 1) != ","
                    && !self.inside_name(at)
                    && !self.has_verb(at + 1, verb)
                    && self.has_verb(sentence.start, at)
                    && self.has_circumstance(sentence.start + 1, at)
                    && !d.has(sentence.start, class::PREP)
                    && !d.has(sentence.start, class::SUBORD) =>
                {
                    return at + 1;
                }
                // *…, and the scale ranked*: a clause of its own if a verb stands before
                "and" | "but"
                    if depth <= 0
                        && at > sentence.start
                        && (d.str(at - 1) == ","
                            || d.has(at + 1, class::DET)
                                && !self.has_verb(at + 1, verb)
                                && self.has_circumstance(sentence.start + 1, at))
                        && self.has_verb(sentence.start, at)
                        && !((d.str(verb) == "," || d.str(verb - 1) == ",") && self.is_told_of(sentence.start, at)) =>
                {
                    return at + 1;
                }
                _ => {}
            }
        }
        sentence.start
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

    /// *Founded in 2001 in Wuxi, Jiangsu province, the firm …*: the comma between the places.
    pub(super) fn parts_places(&self, comma: u32) -> bool {
        /// Tokens of the second place.
        const NEAR: u32 = 8;
        let d = self.document;
        let hits = self.entities_in(comma + 1, (comma + NEAR).min(d.len()));
        let first = hits
            .first()
            .filter(|hit| hit.kind == Kind::Place && hit.start == comma + 1);
        first.is_some_and(|hit| {
            self.str(hit.end) == "," || d.has(hit.end, class::PLACEHEAD) && self.str(hit.end + 1) == ","
        })
    }

    /// Behind *On June 17, …*, *At the event, …*, *Responding to complaints, …*.
    fn behind_introduction(&self, sentence: &Sentence, mut start: u32, verb: u32) -> u32 {
        let d = self.document;
        for _ in 0..2 {
            // *Responding to complaints, he demanded …*
            let forms = d.info(start).form;
            // *Leading officials such as A, B and C attended*
            let led =
                || matches!(d.str(start), "Leading" | "Participating") && super::phrase::is_lower_noun(d, start + 1);
            let gerund = || forms & form::GERUND != 0 && d.str(start).ends_with("ing") && !led();
            // and *Hosted by Kelvar, the forum …*, *Located in the east, the city …*
            let hosted = forms & form::PARTICIPLE != 0 && forms & form::BASE == 0 && d.has(start + 1, class::PREP);
            let fronted = start == sentence.start && (gerund() || hosted);
            // *Overnight on Wall Street, …*
            let adverb =
                || d.info(start).pos & pos::ADVERB != 0 && d.info(start).verb == 0 && d.has(start + 1, class::PREP);
            let intro = d.has(start, class::PREP)
                || start == sentence.start && start + 1 < verb && adverb()
                || d.has(start, class::SUBORD)
                || fronted
                || self.date_at(start).is_some();
            if !intro {
                break;
            }
            let mut comma = start;
            let parts = |comma: u32| self.inside_date(comma) || fronted && hosted && self.parts_places(comma);
            while comma < verb && (d.str(comma) != "," || parts(comma)) {
                comma += 1;
            }
            if comma + 1 >= verb {
                break;
            }
            start = comma + 1;
        }
        start
    }

    /// A finite verb with its auxiliary, or a past form, in the tokens.
    pub fn has_verb(&self, start: u32, end: u32) -> bool {
        let is_verb = |at: u32| self.document.token(at).flags & (flag::VERB | flag::CAPITAL) == flag::VERB;
        (start..end).any(|at| is_verb(at) && super::verbs::group(self.document, at, start).is_some())
    }

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
        for at in from..sentence.end {
            // only marks, *and* and *but* end a clause
            if !d.is(at, flag::MARK) && d.token(at).len != 3 {
                continue;
            }
            match d.str(at) {
                "(" => depth += 1,
                ")" => depth -= 1,
                // *attended by A, mayor of B; C, …; and D*: a list
                ";" if depth <= 0 && (!self.opens_name(at + 1) || self.has_verb(at + 1, sentence.end)) => return at,
                "." | "!" | "?" if at + 2 >= sentence.end => return at,
                // *had resigned and would leave*
                "and" | "but"
                    if depth <= 0
                        && at + 1 < sentence.end
                        && at > from
                        && (d.has(at + 1, class::MODAL) || d.has(at + 1, class::AUX)) =>
                {
                    return at;
                }
                // *reported a profit and said it would build a plant*
                "and" | "but"
                    if depth <= 0
                        && at > from
                        && at + 1 < sentence.end
                        && d.has(at + 1, class::SAYVERB)
                        && d.info(at + 1).form & form::PAST != 0
                        && !d.is(at + 1, flag::CAPITAL) =>
                {
                    return at;
                }
                // *began in 2023 and the plant was capped in 2024*
                "and" | "but"
                    if depth <= 0
                        && at > from
                        && self.is_clause(at + 1, sentence.end)
                        && self.has_circumstance(from, at) =>
                {
                    return at;
                }
                // *on Tuesday, May 3*
                "," if depth <= 0 && !self.inside_date(at) => {
                    let mut next = at + 1;
                    if d.is_on(next, list::CLAUSE_JOINED)
                        && (self.str(next) != "and" || self.has_verb(next, (next + 12).min(sentence.end)))
                    {
                        return at;
                    }
                    // *which moved to Wuxi last October, was sold*: the verb of what is told of
                    if self.str(next) != "having"
                        && (d.has(next, class::AUX) || d.has(next, class::MODAL))
                        && next < sentence.end
                    {
                        return at;
                    }
                    // *, the company said Monday*, *, said Tom Vey, the mayor*
                    let said = (next + 1..(next + 8).min(sentence.end))
                        .take_while(|x| !d.is(*x, flag::MARK) || self.inside_name(*x))
                        .find(|x| d.has(*x, class::SAYVERB));
                    let inverted = d.get(next).is_some()
                        && !d.is(next, flag::CAPITAL)
                        && d.has(next, class::SAYVERB)
                        && d.info(next).form & (form::PAST | form::THIRD) != 0
                        && (d.is(next + 1, flag::CAPITAL) || d.has(next + 1, class::DET));
                    if inverted || said.is_some_and(|x| super::verbs::group(d, x, next).is_some()) {
                        return at;
                    }
                    // *, the project was capped in March*
                    if self.is_clause(next, sentence.end)
                        || self.is_passive_clause(next, sentence.end)
                        || self.is_pronoun_clause(next, sentence.end)
                    {
                        return at;
                    }
                    // a participle: *, accounting for*, *, pledging to*
                    while next < sentence.end && d.info(next).pos & pos::ADVERB != 0 && d.info(next).verb == 0 {
                        next += 1;
                    }
                    if next < sentence.end
                        && d.info(next).form & crate::lexicon::format::form::GERUND != 0
                        && d.str(next).ends_with("ing")
                        && !d.is(next, flag::CAPITAL)
                    {
                        return at;
                    }
                }
                _ => {}
            }
        }
        sentence.end
    }

    /// The subject of the saying that the pronoun `subject` stands behind: *the crew* of *the crew said they would strike*.
    pub(super) fn speaker(&self, sentence: &Sentence, subject: (u32, u32)) -> Option<(u32, u32)> {
        /// Tokens between the verb of saying and the pronoun.
        const NEAR: u32 = 5;
        let d = self.document;
        let pronoun = subject
            .1
            .checked_sub(1)
            .filter(|at| *at >= subject.0 && d.has(*at, class::PRON))?;
        // *said Wednesday it will build*
        if pronoun > subject.0 && !self.dates_in(subject.0, pronoun).any(|i| self.dates[i].end == pronoun) {
            return None;
        }
        let from = subject.0.saturating_sub(NEAR).max(sentence.start + 1);
        let said = (from..subject.0)
            .rev()
            .take_while(|at| !matches!(d.str(*at), "," | ";" | "“" | "\""))
            .find(|at| d.has(*at, class::SAYVERB))?;
        let group = super::verbs::group(d, said, sentence.start)?;
        let start = self.subject_start(sentence, group.outer);
        (start < group.outer).then_some((start, group.outer))
    }

    /// The clause whose subject starts at `subject` is one of time or condition for what is yet to come: *when the plant
    /// is put into production, …*.
    pub(super) fn is_condition(&self, sentence: &Sentence, subject: u32, verb: u32) -> bool {
        /// Tokens of the subject behind *after*.
        const NEAR: u32 = 6;
        let opens = |at: u32| self.document.is_on(at, list::CONDITION);
        // *After the project is completed and put into production*
        let start = subject.min(verb);
        let first = start > sentence.start && opens(start - 1) || opens(start);
        // *will earn 2 billion after the project ramps into production*, *capital before the line is put into use*
        let inner = |at: u32| {
            let noun = at + 2 < verb && self.document.has(at + 1, class::DET)
                || at + 2 == verb && self.document.has(at + 1, class::PRON);
            let told = self.str(at) != "after" || self.has_verb(sentence.start, at);
            opens(at) && noun && told && !self.has_verb(at + 1, verb) && (at..verb).all(|x| self.str(x) != ",")
        };
        let near = verb.saturating_sub(NEAR).max(sentence.start + 1);
        first
            || (near..verb).any(inner)
            || opens(sentence.start) && (sentence.start..verb).all(|at| self.str(at) != ",")
    }

    /// A name, or *and* and a name, starts here: a list goes on.
    pub(super) fn opens_name(&self, at: u32) -> bool {
        // *; and, Li Ming*
        let and = u32::from(self.str(at) == "and");
        let at = at + and + u32::from(and == 1 && self.str(at + 1) == ",");
        self.names.candidates.starting(at).is_some()
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

    /// A date or something behind a preposition stands in the tokens.
    fn has_circumstance(&self, start: u32, end: u32) -> bool {
        (start..end).any(|at| self.document.has(at, class::PREP)) || self.dates_in(start, end).next().is_some()
    }
}
