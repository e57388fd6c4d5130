//! The way through: text → tokens → candidates → decisions → record.

use std::sync::Arc;

use crate::article::Article;
use crate::assemble::{self, Assembly};
use crate::explain::{self, ExplainedName};
use crate::extract::dates::published::Published;
use crate::extract::dates::{self, DateItem};
use crate::extract::events::{self, clause::Scene};
use crate::extract::figures::{self, FigureItem};
use crate::extract::{STAGE_ITEMS, numbers::Numbers, run_stage};
use crate::lexicon::user::UserLexicon;
use crate::record::{self, Id, IdKind, Kinds, Record};
use crate::resolve::entities::Entities;
use crate::resolve::names::{Kind, Names};
use crate::resolve::places;
use crate::rules::matching::Match;
use crate::structure::{self, Structure};
use crate::text::Document;
use crate::text::document::Buffers;

/// What the caller may set.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The day to resolve relative dates against where the article itself gives none (`YYYY-MM-DD`).
    pub reference_date: Option<String>,
    /// The user's own names, which win over ours.
    pub lexicon: Option<Arc<UserLexicon>>,
    /// The kinds of item that are asked for. The others stay out of the record, and are looked for only as far as what is asked
    /// for leans on them.
    pub only: Kinds,
}

/// Turns articles into records. It keeps buffers between calls: one extractor per thread.
#[derive(Debug, Default)]
pub struct Extractor {
    options: Options,
    buffers: Buffers,
    numbers: Numbers,
    matches: Vec<Match>,
    names: Names,
    entities: Entities,
    dates: Vec<DateItem>,
}

fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes
        .iter()
        .flat_map(|b| [DIGITS[usize::from(b >> 4)] as char, DIGITS[usize::from(b & 15)] as char])
        .collect()
}

impl Extractor {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn with_options(options: Options) -> Self {
        Self {
            options,
            ..Self::default()
        }
    }

    /// Says of each name of the article what speaks for its being a person, an organisation, a place or something
    /// else, and what was decided.
    pub fn explain(&mut self, article: &Article<'_>) -> Vec<ExplainedName> {
        self.buffers.prepare(&article.text);
        structure::analyse(&article.text, &mut self.buffers);
        let document = self.buffers.document(&article.text);
        self.names.read(&document, self.options.lexicon.as_deref());
        explain::explain(&document, &self.names)
    }

    /// Reads one article. Never fails: an empty article gives a record with empty lists. The record borrows from
    /// the article and from the extractor's buffers, so it has to be used before the next article is read.
    pub fn extract<'a>(&'a mut self, article: &'a Article<'a>) -> Record<'a> {
        let Self {
            options,
            buffers,
            numbers,
            matches,
            names,
            entities,
            dates: date_items,
        } = self;
        buffers.prepare(&article.text);
        let structure = structure::analyse(&article.text, buffers);
        let document = &buffers.document(&article.text);
        names.expect(document);
        numbers.read(document);
        run_stage(document, numbers, STAGE_ITEMS, matches);
        let published = dates::published::analyse(document, article, matches, options.reference_date.as_deref());
        dates::find(document, numbers, matches, &published.anchor, date_items);
        let (dates, date_ids) = assemble::dates(document, date_items);
        let mut record = without_items(article, document, &structure, &published);
        record.dates = dates;
        let calendar = Calendar {
            published: &published,
            items: date_items,
            ids: &date_ids,
        };
        if options.only.has_entities() || options.only.has(IdKind::Figure) || options.only.has(IdKind::Event) {
            names.read(document, options.lexicon.as_deref());
            entities.read(document, names);
            fill(
                &mut record,
                document,
                (names, entities),
                (numbers, matches),
                &calendar,
                options,
            );
        }
        options.only.keep(&mut record);
        record
    }
}

/// The article's dates.
struct Calendar<'d> {
    published: &'d Published,
    items: &'d [DateItem],
    ids: &'d [Option<Id>],
}

/// Adds what leans on names to the record: places, organisations and people, figures and events, each as far as it is asked
/// for or something asked for leans on it.
fn fill<'a>(
    record: &mut Record<'a>,
    document: &Document<'a>,
    (names, entities): (&Names, &mut Entities),
    (numbers, matches): (&Numbers, &[Match]),
    calendar: &Calendar<'_>,
    options: &Options,
) {
    let only = options.only;
    let rows = places::resolve(document, entities);
    let entities = &*entities;
    let countries = places::countries(document, entities, &rows);
    let assembly = Assembly::new(document, names, entities, &rows, &countries, options.lexicon.as_deref());
    if only.has_entities() {
        record.places = assembly.places();
        record.organisations = assembly.organisations();
        record.people = assembly.people();
    }
    if !only.has(IdKind::Figure) && !only.has(IdKind::Event) {
        return;
    }
    let spans: Vec<(u32, u32)> = names
        .candidates
        .list
        .iter()
        .filter(|c| names.kind_of(c) != Kind::Place || c.end - c.start > 1)
        .map(|c| (c.start, c.end))
        .collect();
    let mut found: Vec<FigureItem<'_>> = Vec::new();
    figures::find(document, numbers, matches, calendar.items, &spans, &mut found);
    figures::yuan_or_yen(document, &mut found, &countries);
    record.figures = assemble::figures(document, &found, calendar.ids);
    // whose a figure is, the events tell
    if !only.has(IdKind::Event) && !only.has_entities() {
        return;
    }
    let anchor = &calendar.published.anchor;
    let scene = Scene {
        document,
        names,
        entities,
        rows: &rows,
        dates: calendar.items,
        figures: &found,
        today: anchor.day.filter(|_| anchor.basis == Some(record::Basis::Document)),
        dateline: calendar.published.dateline.map(|line| (line.place, line.end)),
        last_clause: std::cell::Cell::new((u32::MAX, 0)),
        last_subject: std::cell::Cell::new((u32::MAX, 0)),
        first_relative: std::cell::Cell::new((u32::MAX, 0)),
        quotation_marks: std::cell::OnceCell::new(),
        date_starts: std::cell::OnceCell::new(),
        figure_lasts: std::cell::OnceCell::new(),
        countries: std::cell::OnceCell::new(),
        bodies: std::cell::OnceCell::new(),
        places_called: std::cell::OnceCell::new(),
    };
    let happened = events::frame::events(&scene);
    let ages = found
        .iter()
        .enumerate()
        .filter(|(_, figure)| figure.is_age() || figure.is_bracketed(document));
    let ages = ages.filter_map(|(at, figure)| Some((at, events::ages::owner(&scene, figure)?)));
    assembly.subjects(&happened, ages, &found, &mut record.figures);
    if only.has(IdKind::Event) {
        record.events = assembly.events(&happened, calendar.ids);
    }
}

/// The record of the article as a whole, its lists still empty.
fn without_items<'a>(
    article: &'a Article<'a>,
    document: &Document<'a>,
    structure: &Structure,
    published: &Published,
) -> Record<'a> {
    Record {
        schema: record::SCHEMA.into(),
        id: hex(&article.sha256[..8]),
        source: record::Source {
            path: article.path.as_ref().into(),
            id: article.id.as_deref().map(Into::into),
            line: article.line,
            bytes: article.bytes,
            sha256: hex(&article.sha256),
            encoding: article.encoding.into(),
            url: article.url.as_deref().map(Into::into),
        },
        title: article
            .title
            .as_deref()
            .or_else(|| structure.title.map(|(start, end)| &article.text[start..end]))
            .map(Into::into),
        dateline: assemble::dateline(document, published),
        published: published.date.as_ref().map(|(date, basis)| record::Published {
            date: date.clone().into(),
            basis: *basis,
        }),
        byline: structure.byline.map(|(start, end)| article.text[start..end].into()),
        language: structure.language.into(),
        text: record::TextStatistics {
            characters: u64::from(document.buffers.offsets.total()),
            words: u64::from(document.buffers.words),
            sentences: document.sentences().len() as u64,
            paragraphs: u64::from(document.buffers.paragraphs),
        },
        events: Vec::new(),
        dates: Vec::new(),
        places: Vec::new(),
        organisations: Vec::new(),
        people: Vec::new(),
        figures: Vec::new(),
    }
}
