//! Headings inside an article, each of which opens a section.

use crate::text::flag;

use super::super::clause::Scene;

/// The first sentence behind `from` that is a heading, a line of its own that ends without a mark; looked for up to `last`,
/// else the one behind that.
pub(in super::super) fn section_end(scene: &Scene<'_, '_>, from: usize, last: usize) -> usize {
    let end = scene.document.sentences().len().min(last + 1);
    (from + 1..end).find(|index| is_heading(scene, *index)).unwrap_or(end)
}

/// A short line of its own that ends without a mark, with another line behind it.
pub(in super::super) fn is_heading(scene: &Scene<'_, '_>, index: usize) -> bool {
    /// Tokens of a heading.
    const SHORT: u32 = 24;
    let d = scene.document;
    let sentences = d.sentences();
    let s = &sentences[index];
    let line = |at: usize| sentences.get(at).is_some_and(|s| d.is(s.start, flag::LINE));
    let alone = line(index) && line(index + 1);
    alone && s.end - s.start <= SHORT && s.end > s.start && d.is(s.end - 1, flag::WORD)
}
