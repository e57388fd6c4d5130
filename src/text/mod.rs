//! From bytes to tokens, phrases and sentences.

pub mod document;
pub mod fold;
pub mod offsets;
pub mod scan;
pub mod sentences;
pub mod token;
mod tokenise;

pub use document::{Document, Phrase, Sentence};
pub use token::{Token, flag};
