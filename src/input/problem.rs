//! What went wrong with one input, for people.

use std::fmt;
use std::io;
use std::path::Path;

/// One input that could not be read, or not in full, with the reason and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Path as given or found on the walk; `-` for standard input.
    pub path: String,
    /// Line in a JSON Lines file, from 1.
    pub line: Option<u64>,
    pub reason: String,
}

impl Problem {
    pub fn new(path: impl Into<String>, reason: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            line: None,
            reason: reason.into(),
        }
    }

    pub fn at_line(path: impl Into<String>, line: u64, reason: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            line: Some(line),
            reason: reason.into(),
        }
    }

    pub fn io(path: &Path, error: &io::Error) -> Self {
        let remedy = match error.kind() {
            io::ErrorKind::NotFound => "; check the path",
            io::ErrorKind::PermissionDenied => "; make it readable or leave it out with --exclude",
            _ => "",
        };
        Self::new(path.to_string_lossy(), format!("{error}{remedy}"))
    }

    /// An article beyond the limit of `max` bytes.
    pub fn too_large(path: impl Into<String>, line: Option<u64>, max: usize) -> Self {
        let what = if line.is_some() { "line" } else { "article" };
        let reason = format!("{what} of more than {max} bytes; raise --max-article-bytes to read it");
        Self {
            path: path.into(),
            line,
            reason,
        }
    }

    pub fn undecodable(path: impl Into<String>, line: Option<u64>, bytes: u64, encoding: &str) -> Self {
        let reason = format!("{bytes} undecodable bytes in {encoding} were replaced by U+FFFD");
        Self {
            path: path.into(),
            line,
            reason,
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}: line {line}: {}", self.path, self.reason),
            None => write!(f, "{}: {}", self.path, self.reason),
        }
    }
}
