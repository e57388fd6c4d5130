//! Dates, times, durations, repetitions and vague times.

use crate::article::Article;
use crate::record::{Basis, DateKind};
use crate::rules::matching::Match;
use crate::text::Document;

use super::numbers::Numbers;

/// A date as found: tokens `start..end`.
#[derive(Debug, Clone)]
pub struct DateItem {
    pub start: u32,
    pub end: u32,
    pub kind: DateKind,
    /// EDTF, ISO 8601 or `past`/`present`/`future`; see the record.
    pub value: String,
    pub timex: String,
    pub modifier: Option<&'static str>,
    pub relation: Option<&'static str>,
    pub fiscal: bool,
    pub basis: Basis,
    /// Rule id.
    pub rule: &'static str,
    /// The date stands in a title, dateline or name and only dates the document: it is not in the record.
    pub silent: bool,
}

/// What the article itself says of its day; filled by the article analysis.
#[derive(Debug, Clone, Default)]
pub struct Anchor {
    /// Day (year, month, day) of the document and where it comes from; month and day 0 where unknown.
    pub document: Option<(i16, u8, u8)>,
    pub basis: Option<Basis>,
}

/// Makes and anchors the dates from the matches of stage 1. The result is in order and does not overlap.
pub fn find(
    _document: &Document<'_>,
    _numbers: &Numbers,
    _matches: &[Match],
    _article: &Article<'_>,
    _anchor: &Anchor,
    out: &mut Vec<DateItem>,
) {
    out.clear();
}
