//! An article as it comes from the input stage, before anything is read in it.

use std::borrow::Cow;

/// One article, decoded. Offsets in records count code points of `text`.
#[derive(Debug, Clone, Default)]
pub struct Article<'a> {
    /// The text without a byte-order mark; line ends as they were.
    pub text: Cow<'a, str>,
    /// Path as given or found on the walk; `-` for standard input.
    pub path: Cow<'a, str>,
    /// `id` of a JSON line.
    pub id: Option<Cow<'a, str>>,
    /// Line in a JSON Lines file, from 1.
    pub line: Option<u64>,
    /// `title` of a JSON line: not part of `text`.
    pub title: Option<Cow<'a, str>>,
    /// `date` of a JSON line (ISO 8601 day, or day and time).
    pub date: Option<Cow<'a, str>>,
    pub url: Option<Cow<'a, str>>,
    /// Size of the undecoded bytes (of a JSON line: of `text` in UTF-8).
    pub bytes: u64,
    /// SHA-256 of those bytes.
    pub sha256: [u8; 32],
    /// WHATWG name of the encoding the bytes were in.
    pub encoding: &'static str,
}
