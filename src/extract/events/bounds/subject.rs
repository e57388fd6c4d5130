//! Where the subject of a verb stands.

use crate::extract::names::cut::title_end;
use crate::lexicon::format::{form, pos};
use crate::lexicon::{class, list};
use crate::resolve::names::Kind;
use crate::text::{Sentence, flag};

use super::super::clause::{Scene, is_relative};
use super::super::trigger::is_particle;
use super::super::{phrase, verbs};

impl Scene<'_, '_> {
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
        // *Since 2020, when the zone was founded, the city has built …*: the clause behind *when* ends in front of the subject
        let subordinate = start
            .checked_sub(1)
            .filter(|at| *at > sentence.start && d.is_on(*at, list::SUBORDINATE));
        if let Some(at) = subordinate.filter(|at| d.str(at - 1) == "," && !self.has_verb(sentence.start, *at)) {
            let behind = self.behind_introduction(sentence, at, verb);
            if behind > at && self.has_verb(at, behind) {
                start = behind;
            }
        }
        // the dateline's place and agency do nothing
        if let Some((_, end)) = self.dateline.filter(|(_, end)| *end < verb) {
            start = start.max(end);
        }
        // *Earlier in the day she visited Kelvar*
        let hour = matches!(self.str(start), "Earlier" | "Later") && self.str(start + 1) == "in";
        if hour && self.str(start + 2) == "the" && start + 4 < verb {
            start += 4;
        }
        let first = start;
        start = self.behind_introduction(sentence, start, verb);
        // *Since Kelvar bought Lumeno, sales have risen*: the clause that opens the sentence
        let opens = |at: u32| d.is(at, flag::CAPITAL) && d.is_on(at, list::OPENING_CLAUSE);
        if start == sentence.start && start + 1 < verb && opens(start) && !self.has_verb(start + 1, verb) {
            start += 1;
        }
        if self.is_pronoun_behind_circumstance(start, verb) {
            return verb - 1;
        }
        // *A fall in orders, he conceded, had …*
        if verb > start + 1 && d.has(verb - 1, class::PRON) && !d.has(verb - 1, class::DET) && d.str(verb - 2) == "," {
            return verb - 1;
        }
        // *A financial and logistics centre of the north, Wuxi achieved …*: what it is stands in front of its name
        if start == sentence.start
            && matches!(d.str(start), "A" | "An")
            && let Some(name) = self.names.candidates.ending(verb)
            && let Some(comma) = self.names.candidates.list[name]
                .start
                .checked_sub(1)
                .filter(|comma| *comma > start + 1)
            && d.str(comma) == ","
            && !self.has_verb(start, comma)
            && self
                .hits_in(start, comma)
                .all(|hit| hit.start > start + 1 && d.has(hit.start - 1, class::PREP))
        {
            return comma + 1;
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
        start = self.behind_fronted(sentence, start, verb);
        start = self.behind_place(start, verb);
        while start < verb
            && (d.is_on(start, list::SUBJECT_LED) || matches!(d.str(start), "," | "-" | "–" | "—" | "--"))
        {
            start += 1;
        }
        start
    }

    /// *While startups like A, B and C have made chips, Kelvar says*: behind the comma that ends the clause which opens the
    /// sentence, where the one that was found lies in it.
    fn behind_fronted(&self, sentence: &Sentence, start: u32, verb: u32) -> u32 {
        let d = self.document;
        let first = sentence.start;
        let opens = d.is(first, flag::CAPITAL) && d.is_on(first, list::OPENING_CLAUSE);
        if !opens || start <= first || start >= verb || d.str(verb - 1) == "," {
            return start;
        }
        let comma = (start..verb)
            .rev()
            .find(|at| d.str(*at) == "," && !self.inside_date(*at) && !self.inside_name(*at));
        let ends = |comma: &u32| {
            let noun = d.is(comma + 1, flag::CAPITAL) || d.has(comma + 1, class::DET);
            noun && self.has_verb(start, *comma) && !self.has_verb(comma + 1, verb)
        };
        comma.filter(ends).map_or(start, |comma| comma + 1)
    }

    /// *In the two weeks to May 25 it drew …*: no comma parts the circumstance at `start` from the pronoun.
    fn is_pronoun_behind_circumstance(&self, start: u32, verb: u32) -> bool {
        let d = self.document;
        let leads = |at: u32| d.has(at, class::PREP) && !d.has(at, class::SUBORD) && !d.is_on(at, list::SUBORDINATE);
        let clause =
            |at: u32| is_relative(d.str(at)) || matches!(d.str(at), "that" | "to" | "as" | "As" | "after" | "until");
        let plain = |at: u32| !clause(at) || self.inside_date(at) || self.date_at(at + 1).is_some();
        start + 1 < verb
            && leads(start)
            && matches!(d.str(verb - 1), "it" | "he" | "she" | "they")
            && (start..verb - 1).all(plain)
            && !self.has_verb(start, verb - 1)
    }

    /// *while in Rome the Senate approved*: behind the place that no comma parts from the subject.
    fn behind_place(&self, start: u32, verb: u32) -> u32 {
        let d = self.document;
        if !matches!(self.str(start), "in" | "In" | "at" | "At") || start + 2 >= verb {
            return start;
        }
        let place = self.hits_in(start + 1, verb).next();
        let place = place.filter(|hit| hit.kind == Kind::Place && hit.start == start + 1 && hit.end + 1 < verb);
        let subject = place.filter(|hit| d.has(hit.end, class::DET) && !d.has(hit.end, class::PREP));
        subject.map_or(start, |hit| hit.end)
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
    pub(super) fn quoted_in_front(&self, start: u32, verb: u32) -> Option<(u32, u32)> {
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

    /// *Founded in 2001 in Wuxi, Jiangsu province, the firm …*: the comma between the places.
    pub(in crate::extract::events) fn parts_places(&self, comma: u32) -> bool {
        /// Tokens of the second place.
        const NEAR: u32 = 8;
        let d = self.document;
        let hits = self.entities_in(comma + 1, (comma + NEAR).min(d.len()));
        let first = hits
            .first()
            .filter(|hit| hit.kind == Kind::Place && hit.start == comma + 1);
        first.is_some_and(|hit| {
            // *Lindo City, Japan in 1976, the city …*
            let led = hit.end + u32::from(d.get(hit.end).is_some() && d.has(hit.end, class::PREP));
            let dated = || {
                self.date_at(led)
                    .is_some_and(|date| self.str(self.dates[date].end) == ",")
            };
            let city = || {
                let inner = self
                    .names
                    .candidates
                    .ending(comma)
                    .map(|c| self.names.candidates.list[c].start);
                inner.is_some_and(|inner| self.hits_in(inner, comma).any(|h| h.kind == Kind::Place))
            };
            self.str(hit.end) == ","
                || d.has(hit.end, class::PLACEHEAD) && self.str(hit.end + 1) == ","
                || dated() && city()
        })
    }

    /// Behind *On June 17, …*, *At the event, …*, *Responding to complaints, …*.
    fn behind_introduction(&self, sentence: &Sentence, mut start: u32, verb: u32) -> u32 {
        let d = self.document;
        for _ in 0..2 {
            // *Responding to complaints, he demanded …*
            let forms = d.info(start).form;
            // *Leading officials such as A, B and C attended*
            let led = || matches!(d.str(start), "Leading" | "Participating") && phrase::is_lower_noun(d, start + 1);
            let gerund = || forms & form::GERUND != 0 && d.str(start).ends_with("ing") && !led();
            // and *Hosted by Kelvar, the forum …*, *Located in the east, the city …*
            // and *Set up in 2021, the school …*
            let particle = is_particle(self, start + 1);
            let plain = forms & form::BASE == 0 || particle;
            let hosted = forms & form::PARTICIPLE != 0 && plain && d.has(start + 1 + u32::from(particle), class::PREP);
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
            // *Although Sheriff Amy Kuo, 42, is charged*
            let age = |comma: u32| {
                let number = |at: u32| at < verb && d.is(at, flag::NUMBER) && d.token(at).len < 4;
                number(comma + 1) && self.str(comma + 2) == "," || number(comma - 1) && self.str(comma - 2) == ","
            };
            let parts = |comma: u32| {
                self.inside_date(comma)
                    || fronted && hosted && self.parts_places(comma)
                    || comma > start + 1 && age(comma)
            };
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

    /// The subject of the saying that the pronoun `subject` stands behind: *the crew* of *the crew said they would strike*.
    pub(in crate::extract::events) fn speaker(&self, sentence: &Sentence, subject: (u32, u32)) -> Option<(u32, u32)> {
        /// Tokens between the verb of saying and the pronoun.
        const NEAR: u32 = 7;
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
        let group = verbs::group(d, said, sentence.start)?;
        let start = self.subject_start(sentence, group.outer);
        (start < group.outer).then_some((start, group.outer))
    }

    /// The clause whose subject starts at `subject` is one of time or condition for what is yet to come: *when the plant
    /// is put into production, …*.
    pub(in crate::extract::events) fn is_condition(&self, sentence: &Sentence, subject: u32, verb: u32) -> bool {
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
            // *jobs once full capacity is reached*
            let noun = noun || self.str(at) == "once" && at + 1 < verb && self.has_verb(sentence.start, at);
            let told = self.str(at) != "after" || self.has_verb(sentence.start, at);
            opens(at) && noun && told && !self.has_verb(at + 1, verb) && (at..verb).all(|x| self.str(x) != ",")
        };
        let near = verb.saturating_sub(NEAR).max(sentence.start + 1);
        first
            || (near..verb).any(inner)
            || opens(sentence.start) && (sentence.start..verb).all(|at| self.str(at) != ",")
    }
}
