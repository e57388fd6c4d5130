//! Input: paths and streams to [`Article`](crate::Article)s.
//!
//! A [`Source`] hands out [`Job`]s in a fixed order: a batch of small files, a block of lines, one whole text. Making a
//! job is cheap (a directory entry, a read); decoding, parsing and hashing are left to whoever takes the job, so that
//! one source can feed many threads.

pub mod decode;
pub mod jsonl;
mod problem;
mod source;
mod stream;
mod walk;

pub use problem::Problem;
pub use source::{Job, Source};
pub use stream::Block;
pub use walk::{Identity, Skipped, TextFile};

/// How a file's bytes are read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum InputFormat {
    /// By name: .jsonl and .ndjson are JSON Lines, .txt, .md and names without extension text; other files that
    /// are named on the command line and standard input by their first bytes
    #[default]
    Auto,
    /// Every file is one article
    Text,
    /// Every line is one article: an object with `text` and optional `id`, `title`, `date`, `url`
    Jsonl,
}

/// What to read and how.
#[derive(Debug, Default)]
pub struct Settings {
    pub format: InputFormat,
    /// The largest article, in bytes of its file or of its JSON line.
    pub max_article_bytes: usize,
    /// Read only files that match one of these; all if there are none.
    pub include: globset::GlobSet,
    /// Leave out files and folders that match one of these.
    pub exclude: globset::GlobSet,
    /// The files that the output goes to, which are never input.
    pub output: Vec<Identity>,
}

impl Settings {
    fn is_output(&self, file: &std::fs::Metadata) -> bool {
        !self.output.is_empty() && Identity::of(file).is_some_and(|found| self.output.contains(&found))
    }
}
