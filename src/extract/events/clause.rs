//! What stands in a stretch of a sentence: entities, dates, figures, groups of nouns; who is meant and where it was.
//! Where the stretches start and end is in `bounds`.

use std::cell::{Cell, OnceCell};
use std::collections::HashMap;

use crate::extract::dates::{DateItem, civil::Day};
use crate::extract::figures::FigureItem;
use crate::lexicon::format::PlaceInfo;
use crate::lexicon::{class, list};
use crate::record::FigureKind;
use crate::resolve::entities::Entities;
use crate::resolve::names::{Kind, Names};
use crate::text::ranks::Ranks;
use crate::text::{Document, flag};

use super::tables as t;
use super::trigger::kind_group;

/// Everything that event rules look at.
pub struct Scene<'d, 'a> {
    pub document: &'d Document<'a>,
    pub names: &'d Names,
    pub entities: &'d Entities,
    /// Gazetteer rows of the entities that are places.
    pub rows: &'d [Option<u32>],
    pub dates: &'d [DateItem],
    pub figures: &'d [FigureItem<'a>],
    /// The article's own day, where it is told and not guessed from its text.
    pub today: Option<Day>,
    /// Place of the dateline, if it has one, and the first token behind it.
    pub dateline: Option<(Option<(u32, u32)>, u32)>,
    /// The clause asked for last: token and end. A verb's rows ask for the same one again and again.
    pub last_clause: Cell<(u32, u32)>,
    /// The subject asked for last, likewise: verb and start.
    pub last_subject: Cell<(u32, u32)>,
    /// The sentence that was asked last whether a word of it opens a clause that tells which one is meant, by its start, and
    /// where the first such word stands, or behind all.
    pub first_relative: Cell<(u32, u32)>,
    /// Marks of quotations, and whether each opens one; read when first asked for.
    pub quotation_marks: OnceCell<Vec<(u32, bool)>>,
    /// The first tokens of dates and the last ones of figures; read when first asked for.
    pub date_starts: OnceCell<Ranks>,
    pub figure_lasts: OnceCell<Ranks>,
    /// The countries among the entities, by code; read when first asked for.
    pub countries: OnceCell<Vec<([u8; 2], usize)>>,
    /// Nouns that names of bodies have in them (*ministry*), each with the end of the body's first mention and the body,
    /// sorted; read when first asked for.
    pub bodies: OnceCell<Vec<(u32, u32, usize)>>,
    /// The last two words of the names of places, each with the one place that has them, if only one has; read when first
    /// asked for.
    pub places_called: OnceCell<HashMap<(u32, u32), Option<usize>>>,
}

/// An entity's mention in a stretch.
#[derive(Debug, Clone, Copy)]
pub struct Hit {
    pub entity: usize,
    pub start: u32,
    pub end: u32,
    pub kind: Kind,
}

/// The marks of quotations, and whether each opens one.
fn quotation_marks(d: &Document<'_>) -> Vec<(u32, bool)> {
    let is_mark = |x: u32| {
        // *12"*
        let inch = || x > 0 && d.is(x - 1, flag::NUMBER) && d.is(x, flag::GLUED);
        match d.str(x) {
            "“" | "”" | "’’" | "''" => true,
            "\"" => !inch(),
            "’" | "'" => x + 1 < d.len() && matches!(d.str(x + 1), "’" | "'") && d.is(x + 1, flag::GLUED),
            _ => false,
        }
    };
    let opens = |x: u32| matches!(d.str(x), "“" | "\"") && !d.is(x, flag::GLUED);
    let text = d.text.as_bytes();
    // a comma or a point, as most marks are, is none
    let plain = |at: u32| matches!(text[at as usize], b',' | b'.' | b'-');
    let mut marks = Vec::new();
    for (x, token) in (0..).zip(d.tokens()) {
        if token.is(flag::MARK) && !plain(token.start) && is_mark(x) {
            marks.push((x, opens(x)));
        }
    }
    marks
}

/// A word that opens a clause on what stands in front of it.
pub(super) fn is_relative(word: &str) -> bool {
    matches!(word, "which" | "who" | "whom" | "whose" | "where")
}

impl Scene<'_, '_> {
    pub fn str(&self, at: u32) -> &str {
        self.document.get(at).map_or("", |_| self.document.str(at))
    }

    /// How large the place is: the value of a gazetteer row's `kind`, where the gazetteer knows it.
    pub fn grain(&self, entity: usize) -> Option<u8> {
        let row = self.rows.get(entity).copied().flatten()?;
        Some(self.document.lexicon.places[row as usize].kind)
    }

    /// Entities mentioned in the tokens `start..end`, in order.
    pub fn hits_in(&self, start: u32, end: u32) -> impl Iterator<Item = Hit> + '_ {
        let list = &self.names.candidates.list;
        let from = self.names.candidates.first_from(start);
        let hits = list[from..].iter().zip(&self.entities.of_candidate[from..]);
        hits.take_while(move |(c, _)| c.end <= end)
            .filter(|(_, entity)| **entity != u32::MAX)
            .map(|(c, entity)| Hit {
                entity: *entity as usize,
                start: c.start,
                end: c.end,
                kind: self.entities.list[*entity as usize].kind,
            })
    }

    /// The same in a list.
    pub fn entities_in(&self, start: u32, end: u32) -> Vec<Hit> {
        self.hits_in(start, end).collect()
    }

    fn date_starts(&self) -> &Ranks {
        let starts = || self.dates.iter().map(|date| date.start);
        self.date_starts
            .get_or_init(|| Ranks::of(self.document.len(), starts()))
    }

    /// The first date that starts at the token or behind it.
    pub(super) fn date_from(&self, start: u32) -> usize {
        self.date_starts().below(start)
    }

    /// The date that starts at the token.
    pub fn date_at(&self, start: u32) -> Option<usize> {
        self.date_starts().has(start).then(|| self.date_from(start))
    }

    pub fn dates_in(&self, start: u32, end: u32) -> impl Iterator<Item = usize> + '_ {
        (self.date_from(start)..self.dates.len())
            .take_while(move |i| self.dates[*i].end <= end)
            .filter(|i| !self.dates[*i].silent)
    }

    /// *, with a total investment of 8 billion yuan*: an amount of money that a sentence adds to what it tells.
    pub fn is_sum(&self, figure: usize) -> bool {
        let figure = &self.figures[figure];
        let Some((start, _)) = figure.of.filter(|_| figure.kind == FigureKind::Money) else {
            return false;
        };
        let d = self.document;
        let with = start.saturating_sub(1 + u32::from(start > 0 && d.has(start - 1, class::DET)));
        d.str(with) == "with" && matches!(d.str(start), "total" | "combined" | "planned" | "contracted")
    }

    pub fn figures_in(&self, start: u32, end: u32) -> impl Iterator<Item = usize> + '_ {
        // a bound belongs to its figure and may be the verb before: *exceeded 3 billion yuan*
        (self.figure_behind(start)..self.figures.len()).take_while(move |i| self.figures[*i].end <= end)
    }

    fn figure_lasts(&self) -> &Ranks {
        let lasts = || self.figures.iter().map(|figure| figure.end - 1);
        self.figure_lasts
            .get_or_init(|| Ranks::of(self.document.len(), lasts()))
    }

    /// The first figure that ends behind the token or with it.
    fn figure_behind(&self, at: u32) -> usize {
        self.figure_lasts().below(at)
    }

    /// The token is the last one of a figure.
    pub(super) fn ends_figure(&self, at: u32) -> bool {
        self.figure_lasts().has(at)
    }

    /// Where the figure starts that ends in front of the token.
    pub(super) fn figure_ending(&self, end: u32) -> Option<u32> {
        let last = end.checked_sub(1).filter(|last| self.ends_figure(*last))?;
        Some(self.figures.get(self.figure_behind(last))?.start)
    }

    /// The token stands inside a figure: *close to $80 million*.
    pub fn inside_figure(&self, at: u32) -> bool {
        let figure = self.figures.get(self.figure_behind(at));
        figure.is_some_and(|f| f.start < at)
    }

    /// A figure starts at the token.
    pub(super) fn figure_at(&self, at: u32) -> bool {
        let figure = self.figures.get(self.figure_behind(at));
        figure.is_some_and(|f| f.start == at)
    }

    /// Groups of the nouns, and kinds of the entities and figures, in `start..end`.
    pub fn groups(&self, start: u32, end: u32) -> t::Groups {
        let bits = self.noun_groups(start, end) | self.figure_groups(start, end);
        self.hits_in(start, end)
            .fold(bits, |bits, hit| bits | kind_group(hit.kind))
    }

    /// Groups of the nouns in `start..end`.
    pub fn noun_groups(&self, start: u32, end: u32) -> t::Groups {
        let d = self.document;
        let mut bits = 0;
        let mut at = start;
        while at < end {
            if !d.is(at, flag::GROUPED) {
                at += 1;
                continue;
            }
            let phrase = d
                .phrase(at)
                .filter(|p| p.end <= end && d.phrase_classes(p) & (1 << class::EVENTNOUN) != 0);
            let (to, value) = match phrase {
                Some(p) => (p.end, d.number_value(at, p.end, class::EVENTNOUN)),
                None => (at + 1, d.number_value(at, at + 1, class::EVENTNOUN)),
            };
            // *in Hefei, capital of Anhui*: no money
            let city = || {
                d.str(at) == "capital"
                    && at > 1
                    && d.str(at - 1) == ","
                    && d.is(at - 2, flag::CAPITAL)
                    && self.str(to) == "of"
            };
            // *A number of parks*: the parks
            let partitive =
                || at > 0 && matches!(d.str(at - 1), "a" | "A") && d.str(at) == "number" && self.str(to) == "of";
            if let Some(value) = value
                && !city()
                && !partitive()
            {
                bits |= t::NOUN_GROUPS.get(value as usize).copied().unwrap_or_default();
            }
            if d.has(at, class::PRON) {
                bits |= t::PRONOUN;
            }
            at = to;
        }
        bits
    }

    /// Kinds of the figures in `start..end`.
    pub fn figure_groups(&self, start: u32, end: u32) -> t::Groups {
        self.figures_in(start, end)
            .fold(0, |bits, figure| bits | self.figure_group(figure))
    }

    /// Kinds of one figure.
    pub(super) fn figure_group(&self, figure: usize) -> t::Groups {
        t::FIGURE
            | match self.figures[figure].kind {
                FigureKind::Money => t::MONEY,
                FigureKind::Percent => t::PERCENT,
                _ => 0,
            }
    }

    /// The noun phrase ends in a name that is neither person, body nor place: a product, say.
    pub fn is_named(&self, start: u32, end: u32) -> bool {
        let list = &self.names.candidates.list;
        // *the Galaxy Note 8*, *last August*, *on Friday*
        let small = |at: u32| self.document.is(at, flag::NUMBER) || self.document.has(at, class::PREP);
        let end = (start..end).rev().find(|at| !small(*at)).map_or(start, |last| last + 1);
        let next = self.names.candidates.first_from(end);
        next.checked_sub(1)
            .map(|last| &list[last])
            .is_some_and(|c| c.start >= start && c.end == end && self.names.kind_of(c) == Kind::Other)
    }

    /// The token stands inside a name.
    pub fn inside_name(&self, at: u32) -> bool {
        let list = &self.names.candidates.list;
        let next = self.names.candidates.first_from(at + 1);
        // a place in brackets is a name inside a name
        list[..next].iter().rev().take(2).any(|c| c.end > at)
    }

    /// The token stands inside a quotation of its paragraph: the mark in front of it opens one, and the next one closes it.
    /// Openers repeat with each paragraph that goes on, and closers take many forms, so they are not counted; where a space
    /// stands tells them apart.
    pub(super) fn is_quoted(&self, at: u32) -> bool {
        let d = self.document;
        let (Some((open, true)), Some((close, false))) = (self.mark_before(at), self.mark_behind(at)) else {
            return false;
        };
        let paragraph = |x: u32| d.sentences()[d.sentence_of(x)].paragraph;
        paragraph(open) == paragraph(at) && paragraph(close) == paragraph(at)
    }

    /// The mark of a quotation in front of the token, and whether it opens one.
    pub(super) fn mark_before(&self, at: u32) -> Option<(u32, bool)> {
        let marks = self.marks();
        let next = marks.partition_point(|(mark, _)| *mark < at);
        next.checked_sub(1).map(|last| marks[last])
    }

    /// The same of the mark at the token or behind it.
    pub(super) fn mark_behind(&self, at: u32) -> Option<(u32, bool)> {
        let marks = self.marks();
        marks.get(marks.partition_point(|(mark, _)| *mark < at)).copied()
    }

    fn marks(&self) -> &[(u32, bool)] {
        self.quotation_marks.get_or_init(|| quotation_marks(self.document))
    }

    /// The one place of the article whose name ends with the word at `noun` and the one in front of it, where it was named
    /// before: *the science city*.
    pub(super) fn place_called(&self, noun: u32) -> Option<usize> {
        let d = self.document;
        let key = |at: u32| (d.token(at - 1).word, d.token(at).word);
        let places = self.places_called.get_or_init(|| {
            let mut out: HashMap<(u32, u32), Option<usize>> = HashMap::new();
            for (entity, place) in self.entities.list.iter().enumerate() {
                let last = place.name.end - 1;
                if place.kind == Kind::Place && last > place.name.start + 1 && d.has(last, class::DEFINITE) {
                    let one = out.entry(key(last)).or_insert(Some(entity));
                    *one = one.filter(|one| *one == entity);
                }
            }
            out
        });
        let place = places.get(&key(noun)).copied().flatten();
        place.filter(|place| {
            self.entities.list[*place]
                .mentions
                .first()
                .is_some_and(|m| m.end <= noun)
        })
    }

    /// The one body named so far in whose name the noun at `at` stands: *the ministry*.
    pub(super) fn body_called(&self, at: u32) -> Option<usize> {
        let d = self.document;
        let bodies = self.bodies.get_or_init(|| {
            let mut out: Vec<(u32, u32, usize)> = Vec::new();
            for (entity, body) in self.entities.list.iter().enumerate() {
                let Some(first) = body.mentions.first().filter(|_| body.kind == Kind::Organisation) else {
                    continue;
                };
                let nouns = (body.name.start..body.name.end).filter(|x| d.has(*x, class::DEFINITE));
                out.extend(nouns.map(|noun| (d.token(noun).word, first.end, entity)));
            }
            out.sort_unstable();
            out.dedup();
            out
        });
        let word = d.token(at).word;
        let from = bodies.partition_point(|(own, ..)| *own < word);
        let mut named = bodies[from..]
            .iter()
            .take_while(|(own, end, _)| *own == word && *end <= at);
        let body = named.next().map(|(.., entity)| *entity);
        body.filter(|_| named.next().is_none())
    }

    /// *Leeds-based*, *Bethel, Ohio-based*: the seat of the one that is meant.
    pub(super) fn is_seat(&self, hit: &Hit) -> bool {
        let d = self.document;
        let hyphen = |at: u32| self.str(at) == "-" && d.is(at, flag::GLUED);
        let state = || {
            let next = self.names.candidates.first_from(hit.end + 1);
            let next = self.names.candidates.list.get(next).filter(|c| c.start == hit.end + 1);
            next.is_some_and(|c| hyphen(c.end) && self.str(c.end + 1) == "based")
        };
        hit.kind == Kind::Place && (hyphen(hit.end) || self.str(hit.end) == "," && state())
    }

    /// The country that an adjective in front of its government means, if the article names it: *the Peruvian government*.
    pub(super) fn state(&self, start: u32, end: u32) -> Option<Hit> {
        /// Tokens in front of the adjective.
        const NEAR: u32 = 3;
        let d = self.document;
        let at = (start..end.min(start + NEAR)).find(|at| d.has(*at, class::DEMONYM))?;
        // *the Catalan regional government* is that of no country
        let part = d.is_on(at + 1, list::REGIONAL);
        if part || !self.is_government(at + 1, end) {
            return None;
        }
        let code = d.value(at, at + 1, class::DEMONYM).filter(|code| code.len() == 2)?;
        let countries = self.countries.get_or_init(|| {
            let country = |(entity, row): (usize, &Option<u32>)| {
                let place = &d.lexicon.places[(*row)? as usize];
                (place.kind == PlaceInfo::COUNTRY).then_some((place.country, entity))
            };
            self.rows.iter().enumerate().filter_map(country).collect()
        });
        let (_, entity) = *countries.iter().find(|(own, _)| *own == *code.as_bytes())?;
        Some(Hit {
            entity,
            start: at,
            end: at + 1,
            kind: Kind::Place,
        })
    }
}
