//! The parts of an article: title line, furniture, byline.

use crate::text::document::Buffers;
use crate::text::flag;

/// A line longer than this (bytes) is no title.
const LONGEST_TITLE: usize = 220;

/// What the lines say before anything is read in them.
#[derive(Debug, Clone, Copy, Default)]
pub struct Structure {
    /// Bytes of the title line.
    pub title: Option<(usize, usize)>,
}

/// Finds the title line and marks the tokens of headline and furniture.
pub fn analyse(text: &str, buffers: &mut Buffers) -> Structure {
    let mut structure = Structure::default();
    let first = text.lines().find(|l| !l.trim().is_empty());
    if let Some(line) = first {
        let start = line.as_ptr() as usize - text.as_ptr() as usize;
        let trimmed = line.trim();
        let start = start + (line.len() - line.trim_start().len());
        let rest = text[start + trimmed.len()..].trim_start();
        let heading = trimmed.trim_start_matches('#').trim();
        let ends = heading.ends_with(['.', '!', '?', ';', ':']) && !heading.ends_with("...")
            || heading.ends_with(".”")
            || heading.ends_with(".\"");
        let question = heading.ends_with('?');
        if heading.len() <= LONGEST_TITLE && (!ends || question) && !rest.is_empty() && heading.len() > 2 {
            let at = start + (trimmed.len() - heading.len());
            structure.title = Some((at, at + heading.len()));
        }
    }
    let title_end = structure.title.map_or(0, |(_, end)| end as u32);
    if title_end > 0 {
        for token in buffers.tokens.iter_mut().take_while(|t| t.start < title_end) {
            token.flags |= flag::HEADLINE;
        }
    }
    furniture(text, buffers);
    structure
}

/// Captions in brackets that are a line of their own, and lines such as *Back to top*.
fn furniture(text: &str, buffers: &mut Buffers) {
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    for line in text.lines() {
        let trimmed = line.trim();
        if trimmed.is_empty() || trimmed.len() > 300 {
            continue;
        }
        let bracketed = trimmed.starts_with(['(', '（', '['])
            && trimmed.ends_with([')', '）', ']'])
            && trimmed.matches(['(', '（', '[']).count() == 1;
        if bracketed || is_furniture_line(trimmed) {
            let start = (trimmed.as_ptr() as usize - text.as_ptr() as usize) as u32;
            ranges.push((start, start + trimmed.len() as u32));
        }
    }
    let mut at = 0;
    for (start, end) in ranges {
        while at < buffers.tokens.len() && buffers.tokens[at].start < start {
            at += 1;
        }
        while at < buffers.tokens.len() && buffers.tokens[at].start < end {
            buffers.tokens[at].flags |= flag::FURNITURE;
            at += 1;
        }
    }
}

/// A whole line that is a phrase of the class FURNITURE.
fn is_furniture_line(line: &str) -> bool {
    if line.len() > 60 {
        return false;
    }
    let mut small = Buffers::default();
    let _ = &mut small;
    let lower = line.trim_end_matches(['.', '!', ':', '>', '»']).to_ascii_lowercase();
    FURNITURE
        .iter()
        .any(|f| lower == *f || lower.starts_with(f) && (f.ends_with(':') || f.ends_with('|')))
}

const FURNITURE: [&str; 3] = ["back to top", "editor:", "source:"];
