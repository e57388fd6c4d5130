//! From a document to items: numbers, then the rules of stage 1 (dates and figures), names, the rules of stage 2
//! (evidence about names), events.

pub mod dates;
pub mod events;
pub mod figures;
pub mod names;
pub mod numbers;
pub mod roles;

use std::sync::OnceLock;

use crate::lexicon::lexicon;
use crate::rules::matching::{self, Chunks, Match};
use crate::text::Document;

/// Stage of the rules that find dates and figures.
pub const STAGE_ITEMS: u8 = 1;
/// Stage of the rules that give evidence about names.
pub const STAGE_NAMES: u8 = 2;

/// Which part of the program makes the item of a rule: the first part of its `make`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Maker {
    Date,
    Figure,
    Name,
    Event,
}

/// The maker of rule `index`: `date.…`, `figure.…`, `name.…` or `event.…`, and the constructor's name behind the
/// point.
pub fn maker(index: u32) -> (Maker, &'static str) {
    // read once for all rules: each match asks
    static MAKERS: OnceLock<Vec<(Maker, &'static str)>> = OnceLock::new();
    let makers = MAKERS.get_or_init(|| {
        let lexicon = lexicon();
        let read = |make: &'static str| {
            let (part, constructor) = make.split_once('.').unwrap_or((make, ""));
            let part = match part {
                "date" => Maker::Date,
                "figure" => Maker::Figure,
                "event" => Maker::Event,
                _ => Maker::Name,
            };
            (part, constructor)
        };
        lexicon
            .rules
            .iter()
            .map(|rule| read(lexicon.string(rule.make)))
            .collect()
    });
    makers[index as usize]
}

/// Runs the rules of a stage over all sentences.
pub fn run_stage<C: Chunks>(document: &Document<'_>, chunks: &C, stage: u8, out: &mut Vec<Match>) {
    out.clear();
    matching::run(document, chunks, stage, &mut |m| out.push(m));
}

/// The raw matches of one stage, for the tests of the rules' examples.
#[cfg(test)]
pub fn matches(document: &Document<'_>, stage: u8) -> Vec<Match> {
    let mut out = Vec::new();
    if stage == STAGE_NAMES {
        let mut names = crate::resolve::names::Names::default();
        names.read(document, None);
        run_stage(document, &names.candidates, stage, &mut out);
    } else {
        let mut numbers = numbers::Numbers::default();
        numbers.read(document);
        run_stage(document, &numbers, stage, &mut out);
    }
    out
}
