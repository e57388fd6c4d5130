//! From bytes to tokens, phrases and sentences.

pub mod document;
pub mod fold;
mod masks;
pub mod offsets;
pub mod ranks;
pub mod scan;
pub mod sentences;
pub mod token;
mod tokenise;

/// The lines of a text without the feeds that end them, the empty one behind the last feed too.
pub(crate) fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut start = 0;
    let ends = memchr::memchr_iter(b'\n', text.as_bytes()).chain([text.len()]);
    ends.map(move |end| &text[std::mem::replace(&mut start, end + 1)..end])
}

pub use document::{Document, Phrase, Sentence};
pub use token::{Token, flag};
