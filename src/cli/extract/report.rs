//! What is said on standard error.

use std::fmt::Display;
use std::io::{self, IsTerminal};
use std::time::{Duration, Instant};

use anstyle::{AnsiColor, Style};
use icbrief::input::{Problem, Skipped};

/// Short runs say nothing about their progress.
const PATIENCE: Duration = Duration::from_secs(1);
const INTERVAL: Duration = Duration::from_millis(200);

/// Something to say about one input.
#[derive(Debug)]
pub enum Note {
    /// It could not be read.
    Error(Problem),
    /// It was read, but not all is well.
    Warning(Problem),
}

/// Counts and tells.
pub struct Report {
    pub errors: u64,
    pub articles: u64,
    /// Bytes of the articles.
    pub bytes: u64,
    pub skipped: Skipped,
    started: Instant,
    /// When progress was told last; `None` while its line is not on the screen.
    told: Option<Instant>,
    progress: bool,
}

impl Report {
    /// `apart`: the records do not go to standard output, where a line of progress would get between them.
    pub fn new(apart: bool) -> Self {
        Self {
            errors: 0,
            articles: 0,
            bytes: 0,
            skipped: Skipped::default(),
            started: Instant::now(),
            told: None,
            progress: io::stderr().is_terminal() && (apart || !io::stdout().is_terminal()),
        }
    }

    pub fn note(&mut self, note: &Note) {
        match note {
            Note::Error(problem) => {
                self.errors += 1;
                self.say(AnsiColor::Red.on_default().bold(), "error", problem);
            }
            Note::Warning(problem) => self.say(AnsiColor::Yellow.on_default().bold(), "warning", problem),
        }
    }

    pub fn error(&mut self, what: impl Display) {
        self.say(AnsiColor::Red.on_default().bold(), "error", what);
    }

    fn say(&mut self, style: Style, label: &str, what: impl Display) {
        self.clear();
        anstream::eprintln!("{style}{label}:{style:#} {what}");
    }

    /// Called often: shows how far the run is.
    pub fn tick(&mut self) {
        if !self.progress {
            return;
        }
        let now = Instant::now();
        let elapsed = now - self.started;
        if elapsed < PATIENCE || self.told.is_some_and(|told| now - told < INTERVAL) {
            return;
        }
        self.told = Some(now);
        let megabytes = self.bytes as f64 / 1e6;
        let rate = megabytes / elapsed.as_secs_f64();
        anstream::eprint!("\r\x1b[K{} articles, {megabytes:.1} MB, {rate:.1} MB/s", self.articles);
    }

    fn clear(&mut self) {
        if self.told.take().is_some() {
            anstream::eprint!("\r\x1b[K");
        }
    }

    /// The last words.
    pub fn finish(&mut self) {
        self.clear();
        let kinds = [
            (self.skipped.hidden, "hidden"),
            (self.skipped.binary, "binary"),
            (self.skipped.other, "of other types (--include reads them)"),
        ];
        let parts: Vec<_> = kinds
            .iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, kind)| format!("{count} {kind}"))
            .collect();
        if !parts.is_empty() {
            anstream::eprintln!("skipped files: {}", parts.join(", "));
        }
        if self.errors > 1 {
            anstream::eprintln!(
                "{} inputs could not be read; {} articles were",
                self.errors,
                self.articles
            );
        }
    }
}
