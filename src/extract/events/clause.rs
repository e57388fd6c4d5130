//! What stands in a stretch of a sentence: entities, dates, figures, groups of nouns; who is meant and where it was.
//! Where the stretches start and end is in `bounds`.

use std::cell::{Cell, OnceCell};

use crate::extract::dates::{DateItem, civil::Day};
use crate::extract::figures::FigureItem;
use crate::extract::names::cut::title_end;
use crate::extract::names::shape::is_noun;
use crate::lexicon::class;
use crate::lexicon::format::{PlaceInfo, form, pos};
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
    /// Marks of quotations, and whether each opens one; read when first asked for.
    pub quotation_marks: OnceCell<Vec<(u32, bool)>>,
    /// The first tokens of dates and the last ones of figures; read when first asked for.
    pub date_starts: OnceCell<Ranks>,
    pub figure_lasts: OnceCell<Ranks>,
    /// The countries among the entities, by code; read when first asked for.
    pub countries: OnceCell<Vec<([u8; 2], usize)>>,
    /// Nouns that names of bodies have in them (*ministry*), each with the one body that has it, if only one has; read when
    /// first asked for.
    pub bodies: OnceCell<Vec<(u32, Option<usize>)>>,
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

/// *east*, *southern*, with a capital or without.
fn is_direction(d: &Document<'_>, at: u32) -> bool {
    d.lexicon.set(d.info(at).set_capital) & (1 << class::DIRECTION) != 0
}

/// A word that opens a clause on what stands in front of it.
pub(super) fn is_relative(word: &str) -> bool {
    matches!(word, "which" | "who" | "whose" | "where")
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

    /// The entities of a noun phrase: without those behind prepositions and those that a title belongs to.
    pub fn heads(&self, start: u32, end: u32) -> Vec<Hit> {
        let d = self.document;
        let hits = self.entities_in(start, end);
        if hits.is_empty() {
            return hits;
        }
        // the hit in front, where a preposition governs it
        let mut governed: Option<Hit> = None;
        let keep: Vec<Hit> = hits
            .iter()
            .copied()
            .filter(|hit| {
                let in_front = governed.take();
                let mut before = hit.start;
                while before > start {
                    let small = d.has(before - 1, class::DET)
                        || d.has(before - 1, class::HONORIFIC)
                        // *of chipmaker Kelvar*
                        || d.has(before - 1, class::ORGNOUN) && !d.is(before - 1, flag::CAPITAL)
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
                // *of South Korean memory giant Kelvar*
                if before < hit.start && d.has(before, class::ORGNOUN) {
                    let kind = |at: &u32| {
                        d.has(*at, class::DEMONYM)
                            || !d.is(*at, flag::CAPITAL)
                                && !d.has(*at, class::PREP)
                                && d.info(*at).pos & (pos::NOUN | pos::ADJECTIVE) != 0
                    };
                    let first = (start..before).rev().take_while(kind).last().unwrap_or(before);
                    if first > start && d.str(first - 1) == "of" {
                        before = first;
                    }
                }
                // the place's or body's people are meant: *Shaoxing’s industry*, *Academy academician X*
                let owned = matches!(self.str(hit.end), "'s" | "’s");
                // *the New York-based company*
                let based = self.is_seat(hit)
                    || hit.kind == Kind::Place
                        && hit.end < end
                        && d.value(hit.end, hit.end + 1, class::DEFINITE)
                            .is_some_and(|kind| kind.starts_with("organisation"));
                // *Peru's government*, *the Xinwu District government*: the place acts
                let ruled = hit.end + u32::from(owned);
                if hit.kind == Kind::Place && hit.end < end && self.is_government(ruled, end) {
                    return true;
                }
                if hit.kind == Kind::Place && self.is_origin(before) {
                    governed = Some(*hit);
                    return false;
                }
                let titled = hit.kind != Kind::Person && title_end(d, hit.end, end).is_some();
                let noun = hit.kind != Kind::Person
                    && d.get(hit.end).is_some_and(|t| t.is(flag::WORD) && !t.is(flag::CAPITAL))
                    && hit.end < end
                    && is_noun(d, hit.end)
                    && !(hit.kind == Kind::Place
                        && (d.has(hit.end, class::PLACEHEAD) || d.has(hit.end, class::PLACENOUN))
                        && !self.is_modifier(hit.end, end))
                    && !d.has(hit.end, class::CONJ)
                    && d.info(hit.end).pos & pos::ADVERB == 0
                    && !d.has(hit.end, class::PREP)
                    // *Xinhua news agency*, *the IG Metall union*, but *the Kelvar unit*
                    && d.value(hit.end, hit.end + 2, class::ORGNOUN) != Some("media")
                    && !(hit.kind == Kind::Organisation
                        && d.value(hit.end, hit.end + 1, class::DEFINITE) == Some("organisation named"));
                // *STAR-listed Kelvar*, *Moscow-backed troops*
                let tied = self.str(hit.end) == "-"
                    && d.is(hit.end, flag::GLUED)
                    && hit.end + 1 < d.len()
                    && d.info(hit.end + 1).form & form::PARTICIPLE != 0;
                if owned || based || titled || noun || tied {
                    // *in Lanzhou, northwest China's Gansu Province*: the list goes on behind the owner
                    governed = in_front.filter(|_| owned);
                    return false;
                }
                // *the government of Xishan District*: the place acts
                // *the presidents of China and Peru*: the countries act
                let rulers = |at: u32| d.has(at, class::TITLE) && d.info(at).pos & pos::PLURAL != 0;
                // *the southwestern city of Wuxi*
                let city = |at: u32| {
                    let mut first = at;
                    let inner =
                        |x: u32| d.has(x, class::DET) || is_direction(d, x) || d.info(x).pos & pos::ADJECTIVE != 0;
                    while first > start && inner(first - 1) && !d.has(first - 1, class::PREP) {
                        first -= 1;
                    }
                    let owner = first > start && matches!(d.str(first - 1), "'s" | "’s");
                    let whole = hit.end + 1 >= end || d.str(hit.end) == ",";
                    d.has(at, class::PLACENOUN) && (first == start || owner) && whole
                };
                let acts = before > start + 1
                    && d.str(before - 1) == "of"
                    && hit.kind == Kind::Place
                    && (city(before - 2)
                        || rulers(before - 2)
                        || self.groups(before - 2, before - 1) & const { t::group("ruler") } != 0);
                // *bought 70 percent of Kelvar*
                let share = hit.kind == Kind::Organisation
                    && before > start + 1
                    && d.str(before - 1) == "of"
                    && d.has(before - 2, class::PERCENT);
                if before > start
                    && !share
                    && d.has(before - 1, class::PREP)
                    && !matches!(d.str(before - 1), "between" | "with" | "including")
                    && !(d.str(before - 1) == "as" && before > start + 1 && d.str(before - 2) == "such")
                    && !acts
                {
                    // *President of the Institute Zhou Zixue*: the person behind the body is the head
                    let post = d.str(before - 1) == "of" && d.has(before.saturating_sub(2), class::TITLE);
                    governed = Some(*hit).filter(|_| !post);
                    return false;
                }
                // *sales to Peru, Chile and Kelvar*
                if let Some(front) = in_front
                    && self.goes_on(front, hit, before, end)
                {
                    governed = Some(*hit);
                    return false;
                }
                true
            })
            .collect();
        // an apposition's members: *X, president of Y and Z, …* are dropped by their prepositions; persons outrank
        // but *X, president of Y, and Z have signed*
        if let Some(first) = keep.iter().find(|h| h.kind == Kind::Person).copied() {
            let joined = |h: &Hit| {
                let and = h.start.saturating_sub(1);
                let apposed = || {
                    let commas = (first.end..and).filter(|at| d.str(*at) == ",");
                    commas.count() == 2 && self.str(first.end) == "," && self.str(and - 1) == ","
                };
                h.end == end && self.str(and) == "and" && (and == first.end || apposed())
            };
            let kept = keep.into_iter().filter(|h| h.kind == Kind::Person || joined(h));
            return kept.collect();
        }
        // *Shihe District, Xinyang City, Henan*: the first is meant
        let keep = self.without_containers(keep);
        if keep.iter().any(|h| h.kind == Kind::Organisation) {
            // *Peru's government and Kelvar signed*, *Shihe District and Kelvar signed*
            let beside = |h: &Hit| {
                let and = (h.end..h.end + 2).find(|at| self.str(*at) == "and");
                // *Lima City Government and Shihe District signed*
                let behind = || {
                    let and = h.start - u32::from(h.start > 0 && self.document.has(h.start - 1, class::DET));
                    let front = and.checked_sub(1).filter(|at| self.str(*at) == "and");
                    let front = front.and_then(|at| keep.iter().find(|n| n.end == at));
                    h.end == end && front.is_some_and(|n| n.kind == Kind::Organisation)
                };
                if h.kind == Kind::Place && behind() {
                    return true;
                }
                let next = |at: u32| {
                    keep.iter()
                        .any(|n| n.kind == Kind::Organisation && (at + 1..at + 3).contains(&n.start))
                };
                and.is_some_and(next)
            };
            let acting: Vec<usize> = keep.iter().filter(|h| beside(h)).map(|h| h.entity).collect();
            let acts =
                |h: &Hit| h.kind == Kind::Place && (self.is_government(h.end + 1, end) || acting.contains(&h.entity));
            return keep
                .into_iter()
                .filter(|h| h.kind == Kind::Organisation || acts(h))
                .collect();
        }
        keep
    }

    /// Without the places that only say where the one in front of them lies: *Shihe District, Xinyang City, Henan*, but not
    /// *Peru, Chile and Bolivia*. The first takes the stretch of them all.
    fn without_containers(&self, hits: Vec<Hit>) -> Vec<Hit> {
        let place = |hit: &Hit| hit.kind == Kind::Place;
        let follows = |front: &Hit, hit: &Hit| self.str(front.end) == "," && hit.start == front.end + 1;
        let contained = |pair: &[Hit]| place(&pair[0]) && place(&pair[1]) && follows(&pair[0], &pair[1]);
        let district = |hit: &Hit| self.document.has(hit.end - 1, class::PLACEHEAD);
        let first = hits.windows(2).any(|pair| contained(pair) && district(&pair[0]));
        if !first {
            return hits;
        }
        let mut kept: Vec<Hit> = Vec::new();
        for hit in hits {
            match kept.last_mut() {
                Some(last) if place(last) && place(&hit) && follows(last, &hit) => last.end = hit.end,
                _ => kept.push(hit),
            }
        }
        kept
    }

    /// *guests from 20 countries, such as Peru and Chile*: the examples that start at the token are where the guests come from.
    fn is_origin(&self, example: u32) -> bool {
        /// Tokens of the phrase *from 20 countries and regions*.
        const LONGEST: u32 = 6;
        let d = self.document;
        let Some(before) = example.checked_sub(1) else {
            return false;
        };
        let opens = match d.str(before) {
            "as" if before > 0 && d.str(before - 1) == "such" => before - 1,
            "including" => before,
            _ => return false,
        };
        let noun = opens - u32::from(opens > 0 && d.str(opens - 1) == ",");
        (noun.saturating_sub(LONGEST)..noun).any(|at| matches!(d.str(at), "from" | "across"))
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

    /// The one body of the article in whose name the noun at `at` stands, where it was named before: *the ministry*.
    pub(super) fn body_called(&self, at: u32) -> Option<usize> {
        let d = self.document;
        let bodies = self.bodies.get_or_init(|| {
            let mut out: Vec<(u32, Option<usize>)> = Vec::new();
            for (entity, body) in self.entities.list.iter().enumerate() {
                if body.kind != Kind::Organisation {
                    continue;
                }
                for noun in (body.name.start..body.name.end).filter(|x| d.has(*x, class::DEFINITE)) {
                    let word = d.token(noun).word;
                    match out.iter_mut().find(|(own, _)| *own == word) {
                        Some((_, one)) if *one != Some(entity) => *one = None,
                        Some(_) => {}
                        None => out.push((word, Some(entity))),
                    }
                }
            }
            out
        });
        let word = d.token(at).word;
        let (_, body) = bodies.iter().find(|(own, _)| *own == word)?;
        body.filter(|body| self.entities.list[*body].mentions.first().is_some_and(|m| m.end <= at))
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
        let part = matches!(
            self.str(at + 1),
            "regional" | "provincial" | "local" | "municipal" | "state" | "city"
        );
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

    /// *government*, *interim government*: the first noun of the stretch that has none behind it rules.
    fn is_government(&self, start: u32, end: u32) -> bool {
        /// Tokens of adjectives in front of it.
        const FAR: u32 = 2;
        let d = self.document;
        (start..(start + FAR + 1).min(end))
            .take_while(|at| d.is(*at, flag::WORD) && !d.has(*at, class::PREP))
            .any(|at| {
                // *the zone's management committee*
                let committee = || {
                    d.str(at) == "committee" && at > start && matches!(d.str(at - 1), "management" | "administrative")
                };
                let noun =
                    matches!(d.str(at), "government" | "cabinet" | "administration" | "authorities") || committee();
                // *government-managed associations*
                noun && !matches!(self.str(at + 1), "-" | "'s" | "’s")
            })
    }

    /// *Darwin city council member*: the noun of a place at `at` and nouns behind it that do not rule.
    fn is_modifier(&self, at: u32, end: u32) -> bool {
        let d = self.document;
        let noun = |x: u32| x < end && d.is(x, flag::WORD) && !d.is(x, flag::CAPITAL) && is_noun(d, x);
        let plain = |x: u32| noun(x) && !d.has(x, class::PREP) && !d.has(x, class::CONJ);
        let last = (at + 1..end).take_while(|x| plain(*x)).last();
        last.is_some_and(|x| {
            let person = d.has(x, class::TITLE) || d.has(x, class::PERSONNOUN);
            person && self.groups(x, x + 1) & const { t::group("ruler") } == 0
        })
    }

    /// The name is a member of the list that `front` is one of. `before` is where its noun phrase starts, `end` where the
    /// list may end.
    fn goes_on(&self, front: Hit, hit: &Hit, before: u32, end: u32) -> bool {
        let d = self.document;
        if (front.kind == Kind::Person) != (hit.kind == Kind::Person) || before <= front.end || before > front.end + 2 {
            return false;
        }
        let and = |at: u32| matches!(d.str(at), "and" | "or" | "&");
        let comma = d.str(front.end) == ",";
        if before == front.end + 2 {
            return comma && and(front.end + 1);
        }
        // *in Jiashan, Zhejiang*, *to Peru, Chile and Kelvar*, not *in Wuxi, Kelvar signed*
        and(front.end) || comma && front.kind == hit.kind && (hit.kind == Kind::Place || (hit.end..end).any(and))
    }
}
