//! What stands in the output for a line that is no article.

use serde::{Deserialize, Serialize};

/// Written in place of a record under `--on-error record`. It has `error` where a record has `schema`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ErrorRecord<'a> {
    /// The reason, for people.
    pub error: &'a str,
    pub source: ErrorSource<'a>,
}

/// Which line it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ErrorSource<'a> {
    pub path: &'a str,
    /// `id` of the line, where it could be read.
    pub id: Option<&'a str>,
    /// Line number, from 1.
    pub line: u64,
}

impl<'a> ErrorRecord<'a> {
    pub fn new(error: &'a str, path: &'a str, id: Option<&'a str>, line: u64) -> Self {
        Self {
            error,
            source: ErrorSource { path, id, line },
        }
    }
}
