//! Paths to the files that hold articles, in an order that never changes.

use std::cmp::Ordering;
use std::fs::Metadata;
use std::ops::AddAssign;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use globset::GlobSet;
use walkdir::{DirEntry, WalkDir};

use super::{InputFormat, Problem, Settings};

/// A file that is one article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextFile {
    pub path: PathBuf,
    /// Its size in bytes when it was found.
    pub bytes: u64,
    /// Named on the command line, not found in a folder.
    pub named: bool,
}

/// What the walk comes to next.
#[derive(Debug)]
pub(super) enum Found {
    Text(TextFile),
    /// JSON Lines, or where `lines` is not set something to be told by its first bytes: `-`, a pipe, a named file with an
    /// extension that says nothing.
    Stream {
        path: PathBuf,
        lines: bool,
        named: bool,
    },
    Failed(Problem),
}

/// Files that were found and not read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Skipped {
    /// Files and folders whose name starts with a dot.
    pub hidden: u64,
    pub binary: u64,
    /// Files of other types, by their extension.
    pub other: u64,
}

impl AddAssign for Skipped {
    fn add_assign(&mut self, more: Self) {
        self.hidden += more.hidden;
        self.binary += more.binary;
        self.other += more.other;
    }
}

/// Tells one file from another whatever its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Identity {
    device: u64,
    number: u64,
}

impl Identity {
    /// `None` where the file is none that could be read by accident (a terminal, a pipe), or the system numbers none.
    #[cfg(unix)]
    pub fn of(metadata: &Metadata) -> Option<Self> {
        use std::os::unix::fs::MetadataExt;
        metadata.is_file().then(|| Self {
            device: metadata.dev(),
            number: metadata.ino(),
        })
    }

    #[cfg(not(unix))]
    pub fn of(_: &Metadata) -> Option<Self> {
        None
    }
}

/// Goes through the paths in the order given, and through each folder in the byte order of the whole paths.
pub(super) struct Walk {
    paths: std::vec::IntoIter<PathBuf>,
    folder: Option<(PathBuf, walkdir::IntoIter)>,
    settings: Arc<Settings>,
    pub(super) skipped: Skipped,
}

impl Walk {
    pub(super) fn new(paths: Vec<PathBuf>, settings: Arc<Settings>) -> Self {
        Self {
            paths: paths.into_iter(),
            folder: None,
            settings,
            skipped: Skipped::default(),
        }
    }

    fn named(&mut self, path: PathBuf) -> Option<Found> {
        if path.as_os_str() == "-" {
            return Some(self.unsure(path));
        }
        let metadata = match std::fs::metadata(&path) {
            Ok(metadata) => metadata,
            Err(error) => return Some(Found::Failed(Problem::io(&path, &error))),
        };
        if metadata.is_dir() {
            let walk = WalkDir::new(&path)
                .min_depth(1)
                .follow_links(true)
                .sort_by(by_path_bytes);
            self.folder = Some((path, walk.into_iter()));
            return None;
        }
        let name = path.file_name().unwrap_or(path.as_os_str());
        if !self.wanted(&path, Path::new(name)) || self.settings.is_output(&metadata) {
            return None;
        }
        Some(match (self.settings.format, kind_of(&path)) {
            _ if !metadata.is_file() => self.unsure(path),
            (InputFormat::Jsonl, _) | (InputFormat::Auto, Kind::Lines) => Found::Stream {
                path,
                lines: true,
                named: true,
            },
            (InputFormat::Text, _) | (InputFormat::Auto, Kind::Text) => Found::Text(TextFile {
                path,
                bytes: metadata.len(),
                named: true,
            }),
            (InputFormat::Auto, Kind::Bare | Kind::Other) => self.unsure(path),
        })
    }

    fn unsure(&self, path: PathBuf) -> Found {
        Found::Stream {
            path,
            lines: self.settings.format == InputFormat::Jsonl,
            named: true,
        }
    }

    fn entry(&mut self, entry: DirEntry) -> Option<Found> {
        let folder = entry.file_type().is_dir();
        let hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
        let (root, walk) = self.folder.as_mut()?;
        let below = entry.path().strip_prefix(root).unwrap_or(entry.path());
        if hidden || matches(&self.settings.exclude, below) {
            let output = || {
                entry
                    .metadata()
                    .is_ok_and(|metadata| self.settings.is_output(&metadata))
            };
            self.skipped.hidden += u64::from(hidden && !output());
            if folder {
                walk.skip_current_dir();
            }
            return None;
        }
        if folder || !self.wanted(entry.path(), below) {
            return None;
        }
        let metadata = match entry.metadata() {
            Ok(metadata) => metadata,
            Err(error) => return Some(Found::Failed(walk_problem(&error))),
        };
        if self.settings.is_output(&metadata) {
            return None;
        }
        // A file that --include asks for is read whatever its extension.
        let asked = !self.settings.include.is_empty();
        let format = match (self.settings.format, kind_of(entry.path())) {
            _ if !metadata.is_file() => None,
            (InputFormat::Auto, Kind::Other) if !asked => None,
            (InputFormat::Auto, Kind::Lines) => Some(InputFormat::Jsonl),
            (InputFormat::Auto, _) => Some(InputFormat::Text),
            (format, _) => Some(format),
        };
        let path = entry.into_path();
        match format {
            None => {
                self.skipped.other += 1;
                None
            }
            Some(InputFormat::Jsonl) => Some(Found::Stream {
                path,
                lines: true,
                named: false,
            }),
            Some(_) => Some(Found::Text(TextFile {
                path,
                bytes: metadata.len(),
                named: false,
            })),
        }
    }

    fn wanted(&self, path: &Path, below: &Path) -> bool {
        let any = |globs: &GlobSet| matches(globs, path) || matches(globs, below);
        (self.settings.include.is_empty() || any(&self.settings.include)) && !any(&self.settings.exclude)
    }
}

impl Iterator for Walk {
    type Item = Found;

    fn next(&mut self) -> Option<Found> {
        loop {
            let found = match self.folder.as_mut().map(|(_, walk)| walk.next()) {
                Some(Some(Ok(entry))) => self.entry(entry),
                Some(Some(Err(error))) => Some(Found::Failed(walk_problem(&error))),
                Some(None) => {
                    self.folder = None;
                    None
                }
                None => {
                    let path = self.paths.next()?;
                    self.named(path)
                }
            };
            if found.is_some() {
                return found;
            }
        }
    }
}

/// A glob without `/` is about the name alone, at any depth.
fn matches(globs: &GlobSet, path: &Path) -> bool {
    !globs.is_empty() && (globs.is_match(path) || path.file_name().is_some_and(|name| globs.is_match(name)))
}

/// Orders the entries of one folder as the whole paths of all files below it order: a folder counts with the `/` that
/// follows its name there, so `a.txt` comes before `a/b.txt`.
fn by_path_bytes(a: &DirEntry, b: &DirEntry) -> Ordering {
    fn bytes(entry: &DirEntry) -> impl Iterator<Item = u8> {
        let end = entry.file_type().is_dir().then_some(b'/');
        entry.file_name().as_encoded_bytes().iter().copied().chain(end)
    }
    bytes(a).cmp(bytes(b))
}

enum Kind {
    Text,
    Lines,
    /// No extension.
    Bare,
    Other,
}

fn kind_of(path: &Path) -> Kind {
    let Some(extension) = path.extension() else {
        return Kind::Bare;
    };
    let is = |names: &[&str]| names.iter().any(|name| extension.eq_ignore_ascii_case(name));
    if is(&["txt", "text", "md", "markdown"]) {
        Kind::Text
    } else if is(&["jsonl", "ndjson"]) {
        Kind::Lines
    } else {
        Kind::Other
    }
}

fn walk_problem(error: &walkdir::Error) -> Problem {
    let path = error.path().unwrap_or(Path::new("?"));
    match (error.io_error(), error.loop_ancestor()) {
        (Some(io), _) => Problem::io(path, io),
        (None, Some(ancestor)) => Problem::new(
            path.to_string_lossy(),
            format!("links back to {}; leave it out with --exclude", ancestor.display()),
        ),
        (None, None) => Problem::new(path.to_string_lossy(), error.to_string()),
    }
}
