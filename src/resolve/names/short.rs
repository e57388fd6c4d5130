//! Short names that the article gives: letters in brackets behind a name, and what it is *hereinafter* called.

use super::document::is_zone;
use super::{EvidenceSet, Kind, Names, SURE, decide, e, is_acronym, spells};
use crate::extract::names::{Candidate, shape};
use crate::lexicon::{ClassSet, class, list};
use crate::text::{Document, flag};

impl Names {
    /// *Dana Holt, better known as Danny*, *Chen Bo (a.k.a. Stephen Chen)*, *Dana Holt alias Danny*: two names of one person.
    fn is_other_name(&self, document: &Document<'_>, first: &Candidate, other: &Candidate) -> bool {
        /// Tokens between them: *, also widely known as “*.
        const LONGEST: u32 = 7;
        const BODY: EvidenceSet =
            1 << e::ORG_HEAD | 1 << e::ORG_OF | 1 << e::LEGAL_FORM | 1 << e::KNOWN_ORG | 1 << e::PLACE_NATION;
        let gap = first.end..other.start;
        let (own, named) = (&self.list[first.name as usize], &self.list[other.name as usize]);
        let person = own.kind == Kind::Person && first.name != other.name && named.evidence & BODY == 0;
        if !person || gap.is_empty() || gap.end - gap.start > LONGEST {
            return false;
        }
        let known = |at: u32| document.str(at) == "known" && matches!(document.str(at + 1), "as" | "by");
        let short = |at: u32| document.is_on(at, list::ALIAS);
        gap.clone().any(|at| known(at) || short(at))
            && gap
                .clone()
                .all(|at| short(at) || document.is_on(at, list::ALSO_KNOWN) || document.is(at, flag::MARK))
    }

    /// *Sexual Minorities Uganda (SMUG)*: a short form in brackets whose letters the name has.
    pub(super) fn acronyms(&mut self, document: &Document<'_>) {
        self.defined.clear();
        for index in 1..self.candidates.list.len() {
            let (long, short) = (self.candidates.list[index - 1], self.candidates.list[index]);
            if self.is_other_name(document, &long, &short) {
                let evidence = e::PART_PERSON_FIRST;
                self.list[short.name as usize].evidence |= 1 << evidence;
                decide(&mut self.list[short.name as usize]);
                // entities are started by their longest names
                let longer = short.end - short.start > long.end - long.start;
                self.defined.push(if longer {
                    (long.name, short.name)
                } else {
                    (short.name, long.name)
                });
                continue;
            }
            if self.is_branch(document, &long, &short) {
                self.list[short.name as usize].evidence |= 1 << e::ACRONYM_OF;
                decide(&mut self.list[short.name as usize]);
                self.defined.push((short.name, long.name));
                continue;
            }
            if self.is_term(document, &long, &short) {
                for name in [long.name, short.name] {
                    let name = &mut self.list[name as usize];
                    name.evidence |= 1 << e::ACRONYM_STOP | 1 << e::ORDINARY | 1 << e::OTHER_HEAD;
                    decide(name);
                }
                continue;
            }
            if self.has_letters_behind_or(document, &long, &short) {
                self.list[short.name as usize].evidence |= 1 << e::PLACE_HEAD | 1 << e::PLACE_NOUN_AFTER;
                decide(&mut self.list[short.name as usize]);
                self.defined.push((short.name, long.name));
                continue;
            }
            // *Institute of Chips of CAS, or ICCAS*
            let or = short.start == long.end + 2
                && document.str(long.end) == ","
                && document.str(long.end + 1) == "or"
                && long.part_of == u32::MAX;
            if short.end - short.start != 1
                || !(is_alone_in_brackets(document, long.end, &short) || or)
                || !document.is(short.start, flag::UPPER) && !is_short_word(document, short.start, short.end)
            {
                continue;
            }
            // *Institute of Chips of CAS (ICCAS)*: the letters of the unit with its whole
            let unit = index.checked_sub(2).map(|at| self.candidates.list[at]);
            if let Some(unit) = unit.filter(|unit| unit.part_of == index as u32 - 1)
                && self.list[unit.name as usize].kind == Kind::Organisation
                && unit.name != short.name
                && !is_acronym(document, document.str(short.start), long.start, long.end)
                && (has_letters_inside(document, short.start, unit.start, long.end)
                    || has_initials(document, short.start, unit.start, long.end))
            {
                self.list[short.name as usize].evidence |= 1 << e::ACRONYM_OF;
                decide(&mut self.list[short.name as usize]);
                self.defined.push((short.name, unit.name));
                continue;
            }
            if or {
                continue;
            }
            // *Lima II Industrial Park (IP)*: its noun alone
            if is_zone(document, &long) && is_of_head(document, &long, short.start) {
                let name = &mut self.list[short.name as usize];
                name.evidence |= 1 << e::ACRONYM_STOP | 1 << e::OTHER_HEAD;
                decide(name);
                continue;
            }
            let whole = self.list[long.name as usize];
            if is_acronym(document, document.str(short.start), long.start, long.end)
                || self.is_given_acronym(document, &long, &short)
            {
                // *Information Technology Agreement (ITA)*: no body either
                let body = whole.evidence & (1 << e::ORG_HEAD | 1 << e::ORG_HEAD_WEAK | 1 << e::ORG_OF) != 0;
                let event = whole.evidence & (1 << e::EVENT_HEAD) != 0 && !body;
                if whole.kind == Kind::Other && (whole.evidence & (1 << e::OTHER_HEAD) != 0 || event) {
                    self.list[short.name as usize].evidence |= 1 << e::ACRONYM_STOP;
                    decide(&mut self.list[short.name as usize]);
                    continue;
                }
                // *Dynamic Random-Access Memory (DRAM)*: the words of letters that name nobody
                const SURE_BODY: EvidenceSet =
                    1 << e::ORG_HEAD | 1 << e::ORG_OF | 1 << e::KNOWN_ORG | 1 << e::LEGAL_FORM | 1 << e::UNIVERSITY;
                let term = document.has(short.start, class::ACRONYMSTOP) && whole.evidence & SURE_BODY == 0;
                if term && spells(document, document.str(short.start), long.start, long.end) {
                    let name = &mut self.list[long.name as usize];
                    name.evidence |= 1 << e::ORDINARY | 1 << e::OTHER_HEAD;
                    decide(name);
                    continue;
                }
                if whole.kind == Kind::Person && whole.margin > SURE * 2 {
                    continue;
                }
                // *Buy Now Pay Later (BNPL)*: ordinary words without a body's head
                const BODY: EvidenceSet = 1 << e::ORG_HEAD_INSIDE
                    | 1 << e::KNOWN_ORG
                    | 1 << e::LEGAL_FORM
                    | 1 << e::ORG_VERB
                    | 1 << e::SAY_AFTER
                    | 1 << e::SPOKESMAN_AFTER
                    | 1 << e::TITLE_OF
                    | 1 << e::MEMBER_OF
                    | 1 << e::ORG_APPOSITION
                    | 1 << e::ORG_NOUN_BEFORE
                    | 1 << e::POSSESSIVE;
                let short_name = self.list[short.name as usize];
                let told = (whole.evidence | short_name.evidence) & BODY != 0 || document.has(short.start, class::ORG);
                if whole.kind == Kind::Other && whole.evidence & (1 << e::ORDINARY) != 0 && !body && !told {
                    self.list[short.name as usize].evidence |= 1 << e::ACRONYM_STOP;
                    decide(&mut self.list[short.name as usize]);
                    continue;
                }
                // *Lima High-tech Zone (LHZ)*, *Lima River Delta (LRD)*: the place by its letters
                if !body && self.has_place_letters(document, &long, &short) {
                    self.list[short.name as usize].evidence |= 1 << e::PLACE_HEAD | 1 << e::PLACE_NOUN_AFTER;
                    decide(&mut self.list[short.name as usize]);
                    if self.list[short.name as usize].kind == Kind::Place && whole.kind == Kind::Place {
                        self.defined.push((short.name, long.name));
                    }
                    continue;
                }
                self.list[long.name as usize].evidence |= 1 << e::ACRONYM_DEFINED;
                self.list[short.name as usize].evidence |= 1 << e::ACRONYM_OF;
                // *Lima Corp (LMC, 台力電)*
                if short.start > long.end + 1 || document.str(short.end) == "," {
                    self.list[short.name as usize].evidence |= 1 << e::BRACKET_AFTER_NAME;
                }
                // *Bank of Lima (BoL)*: no word, whatever it means elsewhere
                if whole.kind == Kind::Organisation && document.is(short.start, flag::MIXED) {
                    self.list[short.name as usize].evidence |= 1 << e::PART_ORG_WHOLE;
                }
                decide(&mut self.list[long.name as usize]);
                decide(&mut self.list[short.name as usize]);
                if self.list[long.name as usize].kind == Kind::Organisation && long.name != short.name {
                    self.defined.push((short.name, long.name));
                }
            }
        }
    }

    /// *Lima Institute for New Chips Co., Ltd. (LINC Peru)*: letters of a sure body and a country.
    fn is_branch(&self, document: &Document<'_>, long: &Candidate, short: &Candidate) -> bool {
        let at = short.start;
        let whole = &self.list[long.name as usize];
        short.end - at > 1
            && at == long.end + 1
            && document.str(long.end) == "("
            && short.end < document.len()
            && document.str(short.end) == ")"
            && document.is(at, flag::UPPER)
            && document.token(at).len > 2
            && shape::is_country(document, at + 1, short.end)
            && long.name != short.name
            && whole.kind == Kind::Organisation
            && whole.margin >= SURE
            && super::acronym::has_letters(document, document.str(at), long.start, long.end)
    }

    /// *the Lima High-tech Zone, or LHZ*: the letters of a place.
    fn has_letters_behind_or(&self, document: &Document<'_>, long: &Candidate, short: &Candidate) -> bool {
        let at = short.start;
        short.end == at + 1
            && at == long.end + 2
            && document.str(long.end) == ","
            && document.str(at - 1) == "or"
            && document.is(at, flag::UPPER)
            && long.name != short.name
            && self.list[long.name as usize].kind == Kind::Place
            && !document.has(at, class::ORG)
            && is_acronym(document, document.str(at), long.start, long.end)
    }

    /// A zone, or what is surely a place, with its own letters behind that are known as no body's.
    fn has_place_letters(&self, document: &Document<'_>, long: &Candidate, short: &Candidate) -> bool {
        let whole = &self.list[long.name as usize];
        whole.evidence & (1 << e::PLACE_HEAD) != 0 && is_zone(document, long)
            || whole.kind == Kind::Place
                && whole.margin >= SURE
                && long.end - long.start > 1
                && !document.has(short.start, class::ORG)
                && is_acronym(document, document.str(short.start), long.start, long.end)
    }

    /// *contract chip maker (CCM)*: letters in brackets for words in small letters name nobody, unless the last of the words
    /// is a body's (*electoral commission*).
    pub(super) fn abbreviations(&mut self, document: &Document<'_>) {
        for index in 0..self.candidates.list.len() {
            let short = self.candidates.list[index];
            let at = short.start;
            let n = u32::from(document.token(at).len);
            if short.end != at + 1
                || !document.is(at, flag::UPPER)
                || at < n + 1
                || n < 2
                || document.str(at - 1) != "("
                || short.end >= document.len()
                || document.str(short.end) != ")"
            {
                continue;
            }
            let words = at - 1 - n..at - 1;
            // *Treaty of Amity and Cooperation (TAC)*
            if is_work(document, at) {
                let name = &mut self.list[short.name as usize];
                name.evidence |= 1 << e::ACRONYM_STOP | 1 << e::OTHER_HEAD;
                decide(name);
                continue;
            }
            let small = |t: u32| document.is(t, flag::WORD) && !document.is(t, flag::CAPITAL);
            let body = document.senses(at - 2, at - 1).iter().any(|s| {
                matches!(s.class(), class::ORGHEAD | class::ORGHEADWEAK)
                    && document.lexicon.string(s.value()) != "company"
            });
            if !body && words.clone().all(small) && spells(document, document.str(at), words.start, words.end) {
                let name = &mut self.list[short.name as usize];
                name.evidence |= 1 << e::ACRONYM_STOP | 1 << e::OTHER_HEAD;
                decide(name);
            }
        }
    }

    /// *Federal Association of Wholesale (BWA)*, *ChangXin Memory Technologies (CXMT)*: letters of another language, or
    /// from inside the words. Behind a sure body they are its short name, unless they are known as something else.
    fn is_given_acronym(&self, document: &Document<'_>, long: &Candidate, short: &Candidate) -> bool {
        const LONGEST: u16 = 7;
        const OTHER: ClassSet =
            1 << class::ORG | 1 << class::PLACE | 1 << class::ACRONYMSTOP | 1 << class::PARTYTAG | 1 << class::CURRENCY;
        let whole = &self.list[long.name as usize];
        let event = whole.kind == Kind::Other && whole.evidence & (1 << e::EVENT_HEAD) != 0;
        let word = document.str(short.start);
        let at = short.start;
        if !document.is(at, flag::UPPER) || !(2..=LONGEST).contains(&document.token(at).len) {
            return is_blend(document, at, long) && whole.kind == Kind::Organisation && whole.margin >= SURE;
        }
        // *Norvane (NVN)*, *Apple (AAPL)*: the stock code of a company of one word
        if long.end - long.start < 2 {
            let known = whole.kind == Kind::Organisation && document.has(long.start, class::ORG);
            let unknown = whole.evidence & (1 << e::UNKNOWN_SINGLE) != 0
                && whole.evidence & (1 << e::HONORIFIC_BEFORE | 1 << e::TITLE_BEFORE | 1 << e::IN_BEFORE) == 0
                && document.token(at).len >= 3;
            let first = document.str(long.start).as_bytes()[0].eq_ignore_ascii_case(&word.as_bytes()[0]);
            let free = document.classes(at) & OTHER == 0;
            return free
                && first
                && (known && document.token(at).len <= 5 || unknown && is_drawn(document, word, long.start))
                && document.str(long.start) != word;
        }
        let sure = whole.kind == Kind::Organisation && whole.margin >= SURE || event;
        // *Unverified List (UVL)*: no body either
        let thing = whole.kind == Kind::Other && whole.evidence & (1 << e::OTHER_HEAD) != 0;
        // all its letters stand in the name, in that order
        let text = document.slice(long.start, long.end);
        let mut letters = text.bytes().map(|b| b.to_ascii_lowercase());
        let inside = text.as_bytes()[0].eq_ignore_ascii_case(&word.as_bytes()[0])
            && word.bytes().all(|b| letters.any(|l| l == b.to_ascii_lowercase()));
        // *Rural Bank of Lima (FBI)*: first named in these brackets, it is not the body that is known by the letters
        let headed = whole.evidence & (1 << e::ORG_HEAD | 1 << e::ORG_OF | 1 << e::LEGAL_FORM) != 0
            && whole.evidence & (1 << e::KNOWN_ORG) == 0
            && self.candidates.list[self.list[short.name as usize].first as usize].start == at;
        let other = document.classes(at) & OTHER;
        sure && (other == 0 || other == 1 << class::ORG && headed || inside && document.has(at, class::ORG))
            || thing && inside
    }

    /// *X Integrated Circuit Co., Ltd. (hereinafter referred to as “X Integrated”)*: the short name is a body as well.
    pub(super) fn definitions(&mut self, document: &Document<'_>) {
        /// Tokens between the bracket and the short name.
        const LONGEST: u32 = 8;
        for index in 1..self.candidates.list.len() {
            let (mut long, short) = (self.candidates.list[index - 1], self.candidates.list[index]);
            // *(Hereinafter referred to as “X Integrated”)*: no name of its own
            let lead = long.end == long.start + 1 && document.has(long.start, class::SHORTFORMWORD);
            if let Some(front) = index.checked_sub(2).filter(|_| lead) {
                long = self.candidates.list[front];
            }
            let gap = long.end + 1..short.start;
            let worded = |at: u32| {
                document.has(at, class::SHORTFORMWORD) || matches!(document.str(at), "“" | "\"" | "‘" | "'" | ":" | ",")
            };
            if short.start <= long.end + 1
                || gap.len() > LONGEST as usize
                || document.str(long.end) != "("
                || !gap.clone().all(worded)
                || short.end >= document.len()
                || !matches!(document.str(short.end), ")" | "”" | "\"" | "’" | "'" | ",")
                || self.list[long.name as usize].kind != Kind::Organisation
                || long.name == short.name
            {
                continue;
            }
            self.defined.push((short.name, long.name));
            let name = &mut self.list[short.name as usize];
            name.evidence |= 1 << e::ACRONYM_OF | 1 << e::PART_ORG_WHOLE;
            decide(name);
        }
        self.defined.sort_unstable();
    }

    /// The name that the article gave this short name for.
    pub fn defined(&self, short: u32) -> Option<u32> {
        let at = self.defined.binary_search_by_key(&short, |(short, _)| *short).ok()?;
        Some(self.defined[at].1)
    }
}

/// *(KLM)*, *(KLM, 台力電)*: nothing but the short name and letters of another script stand in the brackets that open at `open`.
fn is_alone_in_brackets(document: &Document<'_>, open: u32, short: &Candidate) -> bool {
    /// Tokens in one script or the other.
    const LONGEST: u32 = 8;
    let foreign = |at: u32| {
        let first = document.str(at).chars().next();
        document.str(at) == "," || first.is_some_and(|c| c >= '\u{2e80}')
    };
    if document.str(open) != "(" || short.start <= open || short.start - open > LONGEST {
        return false;
    }
    let close = (short.end..document.len().min(short.end + LONGEST)).find(|at| document.str(*at) == ")");
    close.is_some_and(|close| (open + 1..short.start).chain(short.end..close).all(foreign))
}

/// The letters at `at`, in brackets, start as the head of a treaty or an act does whose words run up to the bracket.
fn is_work(document: &Document<'_>, at: u32) -> bool {
    /// Words from the head to the bracket.
    const LONGEST: u32 = 8;
    let first = document.str(at).as_bytes()[0];
    let from = (at - 1).saturating_sub(LONGEST);
    let head = (from..at - 2)
        .rev()
        .take_while(|t| document.is(*t, flag::CAPITAL) || shape::is_function(document, *t))
        .find(|t| document.str(t + 1) == "of" && document.has(*t, class::OTHERHEAD));
    head.is_some_and(|head| document.is(head, flag::CAPITAL) && document.str(head).as_bytes()[0] == first)
}

/// The letters at `at` are the first ones of the last words of the name, which has others in front of them.
fn is_of_head(document: &Document<'_>, long: &Candidate, at: u32) -> bool {
    let letters = u32::from(document.token(at).len);
    let head = long.end.checked_sub(letters).filter(|head| *head > long.start);
    document.is(at, flag::UPPER) && head.is_some_and(|head| spells(document, document.str(at), head, long.end))
}

/// All letters of the word at `at` stand in the tokens `start..end`, in that order, and both start with the same.
fn has_letters_inside(document: &Document<'_>, at: u32, start: u32, end: u32) -> bool {
    let (word, text) = (document.str(at), document.slice(start, end));
    let mut letters = text.bytes();
    word.len() > 2
        && text.as_bytes()[0].eq_ignore_ascii_case(&word.as_bytes()[0])
        && word.bytes().all(|b| letters.any(|l| l.eq_ignore_ascii_case(&b)))
}

/// *Chip Institute of the University of Lima (ICL)*: all letters are first letters of the words, in whatever order.
fn has_initials(document: &Document<'_>, at: u32, start: u32, end: u32) -> bool {
    let mut words = (start..end)
        .filter(|t| document.is(*t, flag::CAPITAL))
        .collect::<Vec<_>>();
    let word = document.str(at);
    word.len() > 2
        && word.bytes().all(|letter| {
            let found = words
                .iter()
                .position(|t| document.str(*t).as_bytes().first() == Some(&letter));
            found.is_some_and(|index| {
                words.swap_remove(index);
                true
            })
        })
}

/// All letters stand in the word, in that order.
fn is_drawn(document: &Document<'_>, letters: &str, at: u32) -> bool {
    let mut word = document.str(at).bytes();
    letters.bytes().all(|b| word.any(|l| l.eq_ignore_ascii_case(&b)))
}

/// *Lima Trade Corporation (Limtrade)*, *Kelvar Telecom (Keltel)*: a word made of the first letters of the name's words, all of it.
fn is_blend(document: &Document<'_>, at: u32, long: &Candidate) -> bool {
    const SHORTEST: u16 = 5;
    if document.token(at).len < SHORTEST || !document.is(at, flag::CAPITAL) || shape::is_ordinary(document, at) {
        return false;
    }
    let mut rest = document.str(at);
    let mut parts = 0;
    for word in (long.start..long.end).filter(|t| document.is(*t, flag::CAPITAL)) {
        let of = document.str(word).as_bytes();
        let same = rest
            .bytes()
            .zip(of)
            .take_while(|(a, b)| a.eq_ignore_ascii_case(b))
            .count();
        parts += u32::from(same > 0);
        // letters of several bytes are not compared by halves
        let Some(more) = rest.get(same..) else {
            return false;
        };
        rest = more;
    }
    rest.is_empty() && parts > 1
}

/// *Tepco*, *Cfius*: an acronym that is written as a word.
fn is_short_word(document: &Document<'_>, start: u32, end: u32) -> bool {
    // *Bank of Lima (BoL)*
    if document.is(start, flag::MIXED) {
        return end == start + 1 && document.token(start).len <= 8;
    }
    end == start + 1
        && (4..=8).contains(&document.token(start).len)
        && document.is(start, flag::CAPITAL)
        && !shape::is_ordinary(document, start)
}
