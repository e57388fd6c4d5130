//! Figures: money, percentages, counts, measures, ranks, ordinals, multiples and vague amounts.

use std::borrow::Cow;

use crate::number::Decimal;
use crate::record::{Bound, Change, FigureKind};
use crate::rules::matching::Match;
use crate::text::Document;

use super::dates::DateItem;
use super::numbers::Numbers;

/// A figure as found: tokens `start..end`.
#[derive(Debug, Clone)]
pub struct FigureItem<'a> {
    pub start: u32,
    pub end: u32,
    pub kind: FigureKind,
    pub value: Option<Decimal>,
    pub min: Option<Decimal>,
    pub max: Option<Decimal>,
    pub unit: Option<Cow<'a, str>>,
    pub bound: Bound,
    pub per: Option<Cow<'a, str>>,
    /// Tokens of what is measured.
    pub of: Option<(u32, u32)>,
    pub change: Option<Change>,
    pub compared_to: Option<Cow<'a, str>>,
    /// Index of the date it holds for.
    pub date: Option<usize>,
    /// Index of the figure that states the same amount.
    pub equals: Option<usize>,
    pub rule: &'static str,
}

/// Makes the figures from the matches of stage 1. `names` are token ranges of names, in order: numbers inside them
/// are no figures. The result is in order and does not overlap.
pub fn find<'a>(
    _document: &Document<'a>,
    _numbers: &Numbers,
    _matches: &[Match],
    _dates: &[DateItem],
    _names: &[(u32, u32)],
    out: &mut Vec<FigureItem<'a>>,
) {
    out.clear();
}
