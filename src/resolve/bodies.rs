//! Which names are of one body: acronyms, short names, names turned round.

use std::ops::Range;

use super::entities::{Entities, Group, Groups};
use super::forms::Word;
use super::names::{Names, has_letters, is_acronym, spells};
use crate::extract::names::evidence as e;
use crate::extract::names::{Candidate, EvidenceSet};
use crate::lexicon::{class, list};
use crate::text::{Document, flag};

/// The name under which the lexicon knows a body.
pub(super) fn canonical(document: &Document<'_>, candidate: &Candidate) -> Option<&'static str> {
    let legal = |at: u32| matches!(document.str(at), "." | ",") || document.has(at, class::LEGALFORM);
    let mut end = candidate.end;
    // *Kelvar Semiconductors NV*: without its legal form
    let value = loop {
        match document.value(candidate.start, end, class::ORG) {
            Some(value) => break value,
            None if end > candidate.start + 1 && legal(end - 1) => end -= 1,
            None => return None,
        }
    };
    value.split('|').nth(2).filter(|name| !name.is_empty())
}

/// How many words of a name are the place or the nationality that it starts with: *U.S. Commerce Department*.
pub(super) fn seat(document: &Document<'_>, start: u32, end: u32) -> usize {
    let place = document.class_end(start, class::PLACE);
    let seat = place.or_else(|| document.class_end(start, class::DEMONYM));
    seat.filter(|at| *at < end).map_or(0, |at| {
        (start..at)
            .filter(|x| document.is(*x, flag::WORD | flag::NUMBER))
            .count()
    })
}

/// Full forms that an acronym is compared with; a longer article has that many only as a list.
const MOST_FULL_FORMS: usize = 2000;

/// Bodies with a word in common that a short form is compared with.
pub(super) const MOST_OF_WORD: usize = 200;

/// The organisation whose name the form is a short form or acronym of.
pub(super) fn body_group(
    document: &Document<'_>,
    names: &Names,
    groups: &Groups,
    entities: &mut Entities,
    form: &Range<usize>,
    candidate: &Candidate,
) -> Option<usize> {
    let bracketed = names.list[candidate.name as usize].evidence & (1 << e::ACRONYM_OF) != 0;
    if form.len() == 1 && (document.is(candidate.start, flag::UPPER) || bracketed) {
        if let Some(body) = spelt(document, groups, entities, candidate) {
            return Some(body);
        }
        // an acronym put in brackets behind the name
        if bracketed
            && candidate.start >= 2
            && let Some(index) = names.candidates.ending(candidate.start - 1)
        {
            let long = names.candidates.list[index];
            let form = entities.forms.add(document, long.start, long.end);
            let forms = &entities.forms;
            let form = forms.of(&form);
            return (groups.with(*form.first()?).find(|g| forms.of(&g.form) == form)).map(|g| g.entity);
        }
    }
    let known_as = document.value(candidate.start, candidate.end, class::ORG);
    let own = document.senses(candidate.start, candidate.end);
    let short = ShortForm {
        document,
        names,
        groups,
        entities,
        form: entities.forms.of(form),
        candidate,
        well_known: own.iter().any(|sense| sense.class() == class::ORG),
        known_as: known_as.and_then(|value| value.split('|').next()),
    };
    short
        .begun()
        .or_else(|| short.turned())
        .map(|g| g.entity)
        .or_else(|| short.of_one())
}

/// The body whose name the letters spell.
fn spelt(document: &Document<'_>, groups: &Groups, entities: &Entities, candidate: &Candidate) -> Option<usize> {
    let short = document.str(candidate.start);
    // *CAS* is known: it is no *Cable Association of Sorana*'s but where all letters fit
    let known = document.value(candidate.start, candidate.end, class::ORG).is_some();
    let acronym = groups.list.iter().take(MOST_FULL_FORMS).find(|g| {
        let name = entities.list[g.entity].name;
        g.form.len() > 1 && g.form.len() < 12 && is_full_acronym(document, short, known, name.start, name.end)
    });
    acronym.map(|group| group.entity).or_else(|| {
        // *NJU* of *Nanjing University*
        let mut schools = groups.list.iter().take(MOST_FULL_FORMS).filter(|g| {
            let name = entities.list[g.entity].name;
            !known && is_of_university(document, short, name.start, name.end)
        });
        let school = schools.next()?.entity;
        schools.all(|g| g.entity == school).then_some(school)
    })
}

/// *NJU* of *Nanjing University*: letters of its first word, then its *U*.
fn is_of_university(document: &Document<'_>, short: &str, start: u32, end: u32) -> bool {
    let Some(letters) = short.strip_suffix('U').filter(|letters| letters.len() == 2) else {
        return false;
    };
    let first = document.str(start).to_ascii_uppercase();
    let mut rest = first.bytes();
    end == start + 2
        && document.str(start + 1) == "University"
        && first.as_bytes().first() == letters.as_bytes().first()
        && letters.bytes().all(|letter| rest.any(|other| other == letter))
}

/// A name that may be short for a longer one.
struct ShortForm<'x, 'a> {
    document: &'x Document<'a>,
    names: &'x Names,
    groups: &'x Groups,
    entities: &'x Entities,
    /// Its words.
    form: &'x [Word],
    candidate: &'x Candidate,
    /// The lexicon has it as a body.
    well_known: bool,
    /// Of which kind, where it says so.
    known_as: Option<&'static str>,
}

impl<'x> ShortForm<'x, '_> {
    fn full(&self, group: &Group) -> &'x [Word] {
        self.entities.forms.of(&group.form)
    }

    /// The kind of the head that the body's name ends in.
    fn head(&self, group: &Group, class: u8) -> Option<&'static str> {
        let last = self.entities.list[group.entity].name.end - 1;
        self.document.value(last, last + 1, class)
    }

    /// How many words a name has without its legal form.
    fn core(&self, words: &[Word]) -> usize {
        words.len() - words.iter().rev().take_while(|word| self.is_form(**word)).count()
    }

    /// *Group*, *Co.*: part of a legal form.
    fn is_form(&self, word: Word) -> bool {
        let (lexicon, forms) = (self.document.lexicon, &self.entities.forms);
        // folded words are hashed as those of the lexicon
        let set = lexicon.set(lexicon.info(lexicon.word(word.hash)).set_capital);
        set & (1 << class::LEGALFORM) != 0
            || matches!(
                forms.letters(word),
                b"group" | b"holding" | b"holdings" | b"company" | b"corporation"
            )
    }

    /// *Semiconductors*: what a company deals in.
    fn is_trade(&self, word: Word) -> bool {
        let lexicon = self.document.lexicon;
        let info = lexicon.info(lexicon.word(word.hash));
        let senses = lexicon.senses(info.senses, info.sense_count);
        let mut heads = senses
            .iter()
            .filter(|sense| matches!(sense.class(), class::ORGHEAD | class::ORGHEADWEAK));
        heads.any(|sense| lexicon.string(sense.value()) == "company")
    }

    /// The body with whose name the form begins.
    fn begun(&self) -> Option<&'x Group> {
        let form = self.form;
        let mut groups = self.groups.with(*form.first()?).take(MOST_OF_WORD);
        groups.find(|g| {
            let full = self.full(g);
            let n = self.core(full);
            if full != form && (self.is_beside(g) || self.is_parent(g)) {
                return false;
            }
            full == form
                || self.is_branch(full)
                || self.is_begun(g, full)
                || n > 0 && n == self.core(form) && full[..n] == form[..n]
                || form.len() == n && full.starts_with(form)
                || self.is_shortened(full, n)
                || self.is_clipped(full)
        })
    }

    /// *Lima University and Lima University of Science*: two names that are told side by side are two bodies.
    fn is_beside(&self, g: &Group) -> bool {
        let name = self.entities.list[g.entity].name;
        let (first, second) = if name.start < self.candidate.start {
            (name.end, self.candidate.start)
        } else {
            (self.candidate.end, name.start)
        };
        let article = || second == first + 2 && self.document.str(first + 1) == "the";
        matches!(self.document.str(first), "and" | "&" | ",") && (second == first + 1 || article())
    }

    /// *Kelvar Group* is no short name of its *Kelvar Group (Lima) Chip Co., Ltd.*: the name of a group or a well-known company,
    /// then a place in brackets and what the subsidiary makes.
    fn is_parent(&self, g: &Group) -> bool {
        let d = self.document;
        let name = self.entities.list[g.entity].name;
        let open = name.start + self.form.len() as u32;
        let group = self.well_known || d.has(self.candidate.end - 1, class::LEGALFORM) || {
            let last = self.form.last().map(|word| self.entities.forms.letters(*word));
            matches!(last, Some(b"group" | b"holdings"))
        };
        // *Ningxia Kelvar Group Silicon Co., Ltd.*
        let full = self.full(g);
        let word = self.form.last().map(|word| self.entities.forms.letters(*word));
        if matches!(word, Some(b"group")) && self.form.len() > 1 {
            let of_seat = |at: usize| full.get(at..).is_some_and(|rest| rest.starts_with(self.form));
            let at = [0, g.seat].into_iter().find(|at| of_seat(*at));
            let behind = at.and_then(|at| full.get(at + self.form.len()));
            if behind.is_some_and(|word| !self.is_form(*word)) && (at > Some(0) || d.str(open) != "(") {
                return true;
            }
        }
        if !group || open + 2 >= name.end || d.str(open) != "(" {
            return false;
        }
        let behind = (open + 1..name.end).find(|at| d.str(*at) == ")").map(|at| at + 1);
        let trade = |at: u32| at < name.end && d.is(at, flag::WORD) && !d.has(at, class::LEGALFORM);
        behind.is_some_and(trade)
    }

    /// *Bohai Flash* of *Bohai Flash Memory Co.*, *Hefei Institutes* of *Hefei Institutes of Physical Science*, *Veldhoven Power*
    /// of *Veldhoven Power Semiconductors*; but *China Resources* is not *China Resources Power*. `n` words of the full name are
    /// no legal form.
    fn is_shortened(&self, full: &[Word], n: usize) -> bool {
        let form = self.form;
        let forms = &self.entities.forms;
        let business = |word: Word| !self.well_known && self.is_trade(word);
        // *Hubei University* is no *Hubei University of Technology*, as cities of China have several; *Delft University* is one
        let d = self.document;
        let last = self.candidate.end - 1;
        let place = d.value_place(self.candidate.start, last);
        let university = d.value(last, last + 1, class::ORGHEAD) == Some("university")
            && place.is_some_and(|row| d.lexicon.places[row as usize].country == *b"CN");
        form.len() >= 2
            && full.len() > form.len()
            && full.starts_with(form)
            && (n < full.len()
                || !university && matches!(forms.letters(full[form.len()]), b"of" | b"for")
                || full.len() == form.len() + 1 && business(full[form.len()]))
    }

    /// *Lanshi Micro* of *Lanshi Microelectronics*.
    fn is_clipped(&self, full: &[Word]) -> bool {
        const SHORTEST: usize = 4;
        let form = self.form;
        let forms = &self.entities.forms;
        let last = form.len() - 1;
        last >= 1
            && full.len() > last
            && full[last] != form[last]
            && full[..last] == form[..last]
            && forms.letters(form[last]).len() >= SHORTEST
            && forms.letters(full[last]).starts_with(forms.letters(form[last]))
    }

    /// *Lima Motor* of *Lima Motor Research Systems*, but neither of *Lima Motor Union* nor is *Lima University* its *Transfer
    /// Center*.
    fn is_begun(&self, g: &Group, full: &[Word]) -> bool {
        let Self {
            document,
            form,
            candidate,
            ..
        } = *self;
        let in_seat = || g.seat > 0 && full[g.seat..].starts_with(form);
        let complete = || document.has(candidate.end - 1, class::ORGHEAD);
        // *Lihao Semiconductor* of *Qinghai Lihao Semiconductor Materials*: its head is no end of its name there
        let own = || document.info(candidate.start).pos == 0 && in_seat();
        let head = || {
            self.head(g, class::ORGHEAD)
                .or_else(|| self.head(g, class::ORGHEADWEAK))
        };
        // *Haichuan Vacuum* of *Dalian Haichuan Vacuum Technology Co., Ltd.*
        let company = || self.core(full) < full.len() || matches!(head(), Some("company" | "fund" | "media"));
        form.len() >= 2
            && full.len() > form.len()
            && (full.starts_with(form) || in_seat())
            && (!complete() || own())
            && company()
    }

    /// *Kelvar (Lima)* of *Kelvar Chip Manufacturing (Lima) Co., Ltd.*
    fn is_branch(&self, full: &[Word]) -> bool {
        let form = self.form;
        let in_brackets = self.document.str(self.candidate.end - 1) == ")" && form.len() >= 2;
        let last = form.len() - 1;
        in_brackets && full.len() > form.len() && full[..last] == form[..last] && full[last..].contains(&form[last])
    }

    /// *Trade Department* of *Department of Trade*, whichever was there first.
    fn turned(&self) -> Option<&'x Group> {
        let Self {
            document,
            form,
            candidate,
            ..
        } = *self;
        let forms = &self.entities.forms;
        let government = document.value(candidate.end - 1, candidate.end, class::ORGHEAD) == Some("government");
        let own = seat(document, candidate.start, candidate.end);
        // *United States* and *U.S.*
        let same_seat = |g: &Group| {
            let row = |start: u32| {
                let end = document.class_end(start, class::PLACE)?;
                document.value_place(start, end)
            };
            let there = self.entities.list[g.entity].name.start;
            row(candidate.start).is_some_and(|here| row(there) == Some(here))
        };
        let of = form.iter().position(|w| forms.letters(*w) == b"of");
        let head = if government {
            form.last()
        } else {
            of.and_then(|of| form.get(of.checked_sub(1)?))
        };
        self.groups.with(*head?).take(MOST_OF_WORD).find(|g| {
            let full = self.full(g);
            let seats = own == 0 || g.seat == 0 || form[..own] == full[..g.seat] || same_seat(g);
            let whole = own > 0 && g.seat > 0 && form.len() > own + 1 && form[own..] == full[g.seat..] && same_seat(g);
            let turned = |own: usize, seat: usize| {
                forms.is_turned(&form[own..], &full[seat..]) || forms.is_turned(&full[seat..], &form[own..])
            };
            // *Justice Department*: there is a town of the name
            whole
                || seats && turned(own, g.seat)
                || own == 1 && form.len() == 2 && turned(0, g.seat)
                || g.seat == 1 && full.len() == 2 && turned(own, 0)
        })
    }

    /// One distinctive word of a company's name; without the place that the name starts with (*Huahong Group*). Of several bodies
    /// that may be meant the one named first in the article.
    fn of_one(&self) -> Option<usize> {
        let Self {
            document,
            form,
            candidate,
            ..
        } = *self;
        let evidence = self.names.list[candidate.name as usize].evidence;
        let rare = form.len() == 1
            && (document.info(candidate.start).pos == 0 || evidence & (1 << e::PART_ORG_WHOLE) != 0)
            && !(self.well_known && is_acronym_shape(document, candidate.start));
        let own = self.core(form);
        let mut bodies = self.groups.with(form[0]).take(MOST_OF_WORD).filter(|g| {
            let full = self.full(g);
            let n = self.core(full);
            // *Huawei* of *Huawei Technologies Co.*, not of *Huawei Lima Investment Management*
            let same = || !self.well_known || n <= 1 || n == 2 && self.is_trade(full[1]);
            let first = || full.len() > 1 && full[0] == form[0] && same() && !self.is_of_other_kind(g);
            let known = || !self.well_known || self.known_as == Some("company") && !self.is_of_other_kind(g);
            // *Torvane* of *Ernst Torvane GmbH*
            let family = || {
                let given = self.entities.list[g.entity].name.start;
                n == 2 && n < full.len() && full[1] == form[0] && document.has(given, class::GIVEN)
            };
            let behind_seat = || g.seat > 0 && full.len() > g.seat + 1 && full[g.seat] == form[0] && known();
            let rest = || {
                form.len() > 1
                    && g.seat > 0
                    && own > 0
                    && n > g.seat
                    && full[g.seat..n] == form[..own]
                    && (own > 1 || own < form.len())
                    && !self.is_society(g)
            };
            let office = || self.is_office_of(g, full, evidence);
            if self.is_beside(g) {
                return false;
            }
            rare && (first() && !self.is_seat_alone(g) || behind_seat() || family()) || rest() || office()
        });
        // *Yuejiang* of *Yuejiang Chip Corp.* and its *Yuejiang (Lima) Co.*: the one named first
        let start = |g: &Group| self.entities.list[g.entity].name.start;
        // *Ohio* is neither of two departments of Ohio
        let place = !self.well_known && document.has(candidate.start, class::PLACE);
        let first = bodies.next()?;
        match bodies.min_by_key(|g| start(g)) {
            None => Some(first.entity),
            Some(other) if rare && !place => Some(if start(other) < start(first) { other } else { first }.entity),
            Some(_) => None,
        }
    }

    /// *Commerce* of the *U.S. Commerce Department*, or of the *Department of Commerce*.
    fn is_office_of(&self, g: &Group, full: &[Word], evidence: EvidenceSet) -> bool {
        let n = full.len();
        let office = |word: Word| {
            let lexicon = self.document.lexicon;
            lexicon.is_on_list(lexicon.word(word.hash), list::OFFICE_NOUN)
        };
        self.form.len() == 1
            && evidence & (1 << e::PART_ORG_WHOLE) != 0
            && evidence & (1 << e::SAY_AFTER) != 0
            && (n >= 2 && n - 2 <= g.seat && full[n - 2] == self.form[0] && office(full[n - 1])
                || n >= 3 && n - 3 <= g.seat && full[n - 1] == self.form[0] && office(full[n - 3]))
    }

    /// *Vodafone* is not its *Supervisory Board*, nor its foundation: a well-known body of another kind.
    fn is_of_other_kind(&self, g: &Group) -> bool {
        self.known_as.is_some_and(|kind| {
            self.head(g, class::ORGHEAD)
                .is_some_and(|head| head != kind && head != "company")
        })
    }

    /// *League for Unity* is no *Lima League for Unity*, each with its own letters.
    fn is_society(&self, g: &Group) -> bool {
        let names = self.names;
        let name = self.entities.list[g.entity].name;
        let kind = |at: u32| self.document.value(at, at + 1, class::ORGHEAD) == Some("association");
        let letters = |name: u32| names.list[name as usize].evidence & (1 << e::ACRONYM_DEFINED) != 0;
        let own = names.candidates.list[name.candidate as usize].name;
        (name.start..name.end).any(kind) || letters(own) && letters(self.candidate.name)
    }

    /// *Lima* is not *Lima Municipal Government*.
    fn is_seat_alone(&self, g: &Group) -> bool {
        let head = self.head(g, class::ORGHEAD);
        self.form.len() == g.seat && head.is_some_and(|kind| !matches!(kind, "company" | "media" | "fund"))
    }
}

/// Letters such as *SMIC*; in a headline in capitals all words are.
fn is_acronym_shape(document: &Document<'_>, at: u32) -> bool {
    document.is(at, flag::UPPER) && !document.is(at, flag::HEADLINE)
}

fn is_full_acronym(document: &Document<'_>, short: &str, known: bool, start: u32, end: u32) -> bool {
    match short.len() {
        0..=1 => false,
        // *AIG* is *American International Group Inc.* too
        n if known && n > 2 => has_letters(document, short, start, end),
        // *UN* is no *US National Council*
        2 => spells(document, short, start, end),
        _ => is_acronym(document, short, start, end),
    }
}
