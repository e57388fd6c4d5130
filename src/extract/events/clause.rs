//! The stretches of a sentence in which an event's subject, object and circumstances stand, and the entities, dates
//! and figures in them.

use std::cell::Cell;

use crate::extract::dates::DateItem;
use crate::extract::figures::FigureItem;
use crate::extract::names::cut::title_end;
use crate::extract::names::shape::is_noun;
use crate::lexicon::class;
use crate::lexicon::format::{form, pos};
use crate::record::FigureKind;
use crate::resolve::entities::Entities;
use crate::resolve::names::{Kind, Names};
use crate::text::{Document, Sentence, flag};

use super::tables as t;

/// Everything that event rules look at.
pub struct Scene<'d, 'a> {
    pub document: &'d Document<'a>,
    pub names: &'d Names,
    pub entities: &'d Entities,
    pub dates: &'d [DateItem],
    pub figures: &'d [FigureItem<'a>],
    /// Place of the dateline, if it has one, and the first token behind it.
    pub dateline: Option<(Option<(u32, u32)>, u32)>,
    /// The clause asked for last: token and end. A verb's rows ask for the same one again and again.
    pub last_clause: Cell<(u32, u32)>,
}

/// An entity's mention in a stretch.
#[derive(Debug, Clone, Copy)]
pub struct Hit {
    pub entity: usize,
    pub start: u32,
    pub end: u32,
    pub kind: Kind,
}

/// *east*, *southern*, with a capital or without.
fn is_direction(d: &Document<'_>, at: u32) -> bool {
    d.lexicon.set(d.info(at).set_capital) & (1 << class::DIRECTION) != 0
}

impl Scene<'_, '_> {
    pub fn str(&self, at: u32) -> &str {
        self.document.get(at).map_or("", |_| self.document.str(at))
    }

    /// Entities mentioned in the tokens `start..end`.
    pub fn entities_in(&self, start: u32, end: u32) -> Vec<Hit> {
        let list = &self.names.candidates.list;
        let from = list.partition_point(|c| c.start < start);
        list[from..]
            .iter()
            .zip(from..)
            .take_while(|(c, _)| c.end <= end)
            .filter_map(|(c, index)| {
                let entity = self.entities.of_candidate[index];
                (entity != u32::MAX).then(|| Hit {
                    entity: entity as usize,
                    start: c.start,
                    end: c.end,
                    kind: self.entities.list[entity as usize].kind,
                })
            })
            .collect()
    }

    pub fn dates_in(&self, start: u32, end: u32) -> impl Iterator<Item = usize> + '_ {
        let from = self.dates.partition_point(|d| d.start < start);
        (from..self.dates.len())
            .take_while(move |i| self.dates[*i].end <= end)
            .filter(|i| !self.dates[*i].silent)
    }

    pub fn figures_in(&self, start: u32, end: u32) -> impl Iterator<Item = usize> + '_ {
        // a bound belongs to its figure and may be the verb before: *exceeded 3 billion yuan*
        let from = self.figures.partition_point(|f| f.end <= start);
        (from..self.figures.len()).take_while(move |i| self.figures[*i].end <= end)
    }

    /// Groups of the nouns, and kinds of the entities and figures, in `start..end`.
    pub fn groups(&self, start: u32, end: u32) -> t::Groups {
        let d = self.document;
        let mut bits = 0;
        let mut at = start;
        while at < end {
            let phrase = d
                .phrase(at)
                .filter(|p| p.end <= end && d.phrase_classes(p) & (1 << class::EVENTNOUN) != 0);
            let (to, value) = match phrase {
                Some(p) => (p.end, d.value(at, p.end, class::EVENTNOUN)),
                None => (at + 1, d.value(at, at + 1, class::EVENTNOUN)),
            };
            if let Some(value) = value
                && let Ok(row) = t::NOUN_GROUPS.binary_search_by(|(v, _)| (*v).cmp(value))
            {
                bits |= t::NOUN_GROUPS[row].1;
            }
            if d.has(at, class::PRON) {
                bits |= t::PRONOUN;
            }
            at = to;
        }
        for hit in self.entities_in(start, end) {
            bits |= match hit.kind {
                Kind::Person => t::PERSON,
                Kind::Organisation => t::ORGANISATION,
                Kind::Place => t::PLACE,
                Kind::Other => 0,
            };
        }
        bits | self.figure_groups(start, end)
    }

    /// Kinds of the figures in `start..end`.
    pub fn figure_groups(&self, start: u32, end: u32) -> t::Groups {
        self.figures_in(start, end).fold(0, |bits, figure| {
            bits | t::FIGURE
                | match self.figures[figure].kind {
                    FigureKind::Money => t::MONEY,
                    FigureKind::Percent => t::PERCENT,
                    _ => 0,
                }
        })
    }

    /// The noun phrase ends in a name that is neither person, body nor place: a product, say.
    pub fn is_named(&self, start: u32, end: u32) -> bool {
        let list = &self.names.candidates.list;
        // *the Galaxy Note 8*, *last August*, *on Friday*
        let small = |at: u32| self.document.is(at, flag::NUMBER) || self.document.has(at, class::PREP);
        let end = (start..end).rev().find(|at| !small(*at)).map_or(start, |last| last + 1);
        let next = list.partition_point(|c| c.start < end);
        next.checked_sub(1)
            .map(|last| &list[last])
            .is_some_and(|c| c.start >= start && c.end == end && self.names.kind_of(c) == Kind::Other)
    }

    /// The token stands inside a name.
    pub fn inside_name(&self, at: u32) -> bool {
        let list = &self.names.candidates.list;
        let next = list.partition_point(|c| c.start <= at);
        // a place in brackets is a name inside a name
        list[..next].iter().rev().take(2).any(|c| c.end > at)
    }

    /// The token stands inside a date: the comma of *October 17, 2020*.
    fn inside_date(&self, at: u32) -> bool {
        let next = self.dates.partition_point(|date| date.start <= at);
        next > 0 && self.dates[next - 1].end > at
    }

    /// Start of the subject of the verb group that starts at `verb`: behind the clause's beginning and an
    /// introductory phrase.
    pub fn subject_start(&self, sentence: &Sentence, verb: u32) -> u32 {
        let d = self.document;
        let mut start = sentence.start;
        let mut depth = 0;
        // *the congress with the theme of “…” was opened*: a quotation that says nothing to the verb
        // *the “Measures …” (hereinafter the Measures) were issued*
        let mut edge = verb;
        if verb > sentence.start && d.str(verb - 1) == ")" {
            edge = (sentence.start..verb)
                .rev()
                .find(|at| d.str(*at) == "(")
                .unwrap_or(verb);
        }
        let theme = edge.checked_sub(2).filter(|before| {
            *before > sentence.start
                && matches!(d.str(edge - 1), "”" | "\"")
                && !matches!(d.str(*before), "," | "." | "?" | "!" | "…")
        });
        let mut last = verb;
        if let Some(before) = theme
            && let Some(open) = (sentence.start..before)
                .rev()
                .find(|at| matches!(d.str(*at), "“" | "\""))
        {
            last = open;
        }
        for at in (sentence.start..last).rev() {
            match d.str(at) {
                // *including A, mayor of B; C, …; and D attended*: a list
                ";" if depth <= 0 && self.opens_name(at + 1) && !self.has_verb(sentence.start, at) => {}
                ")" => depth += 1,
                "(" => depth -= 1,
                ";" | ":" | "“" | "”" | "\"" | "–" | "—" if depth <= 0 && !self.inside_name(at) => {
                    start = at + 1;
                    break;
                }
                "that" | "while" | "whereas" | "because" | "when" | "if" | "as" | "although" | "though"
                    if depth <= 0 && at > sentence.start =>
                {
                    start = at + 1;
                    break;
                }
                // *modules whose output value came to …*
                "whose" if depth <= 0 && at > sentence.start && !self.has_verb(at + 1, verb) => {
                    start = at + 1;
                    break;
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
                    start = at + 1;
                    break;
                }
                // *…, and the scale ranked*: a clause of its own if a verb stands before
                "and" | "but"
                    if depth <= 0
                        && at > sentence.start
                        && (d.str(at - 1) == ","
                            || d.has(at + 1, class::DET)
                                && !self.has_verb(at + 1, verb)
                                && self.has_circumstance(sentence.start + 1, at))
                        && self.has_verb(sentence.start, at) =>
                {
                    start = at + 1;
                    break;
                }
                _ => {}
            }
        }
        // the dateline's place and agency do nothing
        if let Some((_, end)) = self.dateline.filter(|(_, end)| *end < verb) {
            start = start.max(end);
        }
        // *On June 17, …*, *At the event, …*
        let first = start;
        for _ in 0..2 {
            // *Responding to complaints, he demanded …*
            let fronted =
                start == sentence.start && d.info(start).form & form::GERUND != 0 && d.str(start).ends_with("ing");
            let intro = d.has(start, class::PREP)
                || d.has(start, class::SUBORD)
                || fronted
                || self.dates.binary_search_by_key(&start, |x| x.start).is_ok();
            if !intro {
                break;
            }
            let mut comma = start;
            while comma < verb && (d.str(comma) != "," || self.inside_date(comma)) {
                comma += 1;
            }
            if comma + 1 >= verb {
                break;
            }
            start = comma + 1;
        }
        // *A fall in orders, he conceded, had …*
        if verb > start + 1 && d.has(verb - 1, class::PRON) && !d.has(verb - 1, class::DET) && d.str(verb - 2) == "," {
            return verb - 1;
        }
        // *With the press of a button by A and B, president of C, production began*: the last of the commas
        if start > first && verb > start && d.str(verb - 1) != "," {
            // not one of a quotation that names the theme
            let end = if theme.is_some() { last } else { verb };
            let comma = (start..end.max(start))
                .rev()
                .find(|at| d.str(*at) == "," && !self.inside_date(*at) && !self.inside_name(*at));
            let listed = |from: u32| (from..verb).any(|at| matches!(d.str(at), "and" | "&" | "or"));
            start = comma.map(|c| c + 1).filter(|c| !listed(*c)).unwrap_or(start);
        }
        while start < verb
            && matches!(
                d.str(start),
                "," | "-" | "–" | "—" | "--" | "and" | "but" | "Additionally" | "Moreover" | "Meanwhile" | "also"
            )
        {
            start += 1;
        }
        start
    }

    /// A finite verb with its auxiliary, or a past form, in the tokens.
    pub fn has_verb(&self, start: u32, end: u32) -> bool {
        (start..end).any(|at| {
            !self.document.is(at, flag::CAPITAL)
                && self.document.info(at).verb != 0
                && super::verbs::group(self.document, at, start).is_some()
        })
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
                // *began in 2023 and the plant was capped in 2024*
                "and" | "but"
                    if depth <= 0
                        && at > from
                        && self.is_clause(at + 1, sentence.end)
                        && self.has_circumstance(from, at) =>
                {
                    return at;
                }
                "," if depth <= 0 => {
                    let mut next = at + 1;
                    if matches!(
                        self.str(next),
                        "and" | "but" | "while" | "with" | "which" | "who" | "as" | "according" | "including" | "where"
                    ) && (self.str(next) != "and" || self.has_verb(next, (next + 12).min(sentence.end)))
                    {
                        return at;
                    }
                    // *, the company said Monday*
                    let said = (next + 1..(next + 6).min(sentence.end))
                        .take_while(|x| !d.is(*x, flag::MARK))
                        .find(|x| d.has(*x, class::SAYVERB));
                    if said.is_some_and(|x| super::verbs::group(d, x, next).is_some()) {
                        return at;
                    }
                    // *, the project was capped in March*
                    if self.is_clause(next, sentence.end) || self.is_passive_clause(next, sentence.end) {
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

    /// A name, or *and* and a name, starts here: a list goes on.
    fn opens_name(&self, at: u32) -> bool {
        let at = at + u32::from(self.str(at) == "and");
        let list = &self.names.candidates.list;
        list.binary_search_by_key(&at, |c| c.start).is_ok()
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

    /// The entities of a noun phrase: without those behind prepositions and those that a title belongs to.
    pub fn heads(&self, start: u32, end: u32) -> Vec<Hit> {
        let d = self.document;
        let hits = self.entities_in(start, end);
        let keep: Vec<Hit> = hits
            .iter()
            .copied()
            .filter(|hit| {
                let mut before = hit.start;
                while before > start {
                    let small = d.has(before - 1, class::DET)
                        || d.has(before - 1, class::HONORIFIC)
                        || is_direction(d, before - 1)
                        || d.str(before - 1) == ".";
                    // *in east China's Anhui Province*
                    let owner = matches!(d.str(before - 1), "'s" | "’s")
                        .then(|| hits.iter().find(|h| h.end == before - 1))
                        .flatten();
                    match owner {
                        Some(owner) => before = owner.start,
                        None if small => before -= 1,
                        None => break,
                    }
                }
                // the place's or body's people are meant: *Shaoxing’s industry*, *Academy academician X*
                let owned = matches!(self.str(hit.end), "'s" | "’s");
                let titled = hit.kind != Kind::Person && title_end(d, hit.end, end).is_some();
                let noun = hit.kind != Kind::Person
                    && d.get(hit.end).is_some_and(|t| t.is(flag::WORD) && !t.is(flag::CAPITAL))
                    && hit.end < end
                    && is_noun(d, hit.end)
                    && !(hit.kind == Kind::Place
                        && (d.has(hit.end, class::PLACEHEAD) || d.has(hit.end, class::PLACENOUN)))
                    && !d.has(hit.end, class::CONJ)
                    && d.info(hit.end).pos & pos::ADVERB == 0
                    && !d.has(hit.end, class::PREP);
                if owned || titled || noun {
                    return false;
                }
                // *the government of Xishan District*: the place acts
                let acts = before > start + 1
                    && d.str(before - 1) == "of"
                    && hit.kind == Kind::Place
                    && self.groups(before - 2, before - 1) & t::group("ruler") != 0;
                if before > start
                    && d.has(before - 1, class::PREP)
                    && !matches!(d.str(before - 1), "between" | "with" | "including")
                    && !acts
                {
                    // *President of the Institute Zhou Zixue*: the person behind the body is the head
                    return false;
                }
                // inside *of A, B and C*
                true
            })
            .collect();
        // an apposition's members: *X, president of Y and Z, …* are dropped by their prepositions; persons outrank
        if keep.iter().any(|h| h.kind == Kind::Person) {
            return keep.into_iter().filter(|h| h.kind == Kind::Person).collect();
        }
        if keep.iter().any(|h| h.kind == Kind::Organisation) {
            return keep.into_iter().filter(|h| h.kind == Kind::Organisation).collect();
        }
        keep
    }

    /// Places of the event in the stretch: behind *in*, *at*, *near*, *outside*.
    pub fn where_in(&self, start: u32, end: u32) -> Vec<Hit> {
        let d = self.document;
        self.entities_in(start, end)
            .into_iter()
            .filter(|hit| {
                // *the London-listed group* need not be there
                let compound = self.str(hit.end) == "-" && d.is(hit.end, flag::GLUED);
                if hit.kind != Kind::Place || compound || matches!(self.str(hit.end), "'s" | "’s") {
                    return false;
                }
                let mut before = hit.start;
                while before > start
                    && (d.has(before - 1, class::DET)
                        || d.has(before - 1, class::DIRECTION)
                        || d.info(before - 1).pos & pos::ADJECTIVE != 0 && !d.has(before - 1, class::PREP))
                {
                    before -= 1;
                }
                before > 0
                    && matches!(
                        self.str(before - 1).to_ascii_lowercase().as_str(),
                        "in" | "at" | "near" | "outside" | "across" | "throughout"
                    )
            })
            .collect()
    }
}
