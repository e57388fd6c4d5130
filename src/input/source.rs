//! Everything to be read, as jobs in order.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::stream::{FromUtf16, Lines, Piece, read_some};
use super::walk::{Found, Walk};
use super::{Block, InputFormat, Problem, Settings, Skipped, TextFile, decode, jsonl};

/// A batch of files is full with one of these.
const BATCH_FILES: usize = 64;
const BATCH_BYTES: u64 = 256 * 1024;
/// Read at first, to tell what a stream is.
const HEAD: usize = 8 * 1024;

/// A piece of work: articles that follow each other in the input.
#[derive(Debug)]
pub enum Job {
    /// Files that are one article each.
    Files(Vec<TextFile>),
    /// Lines that are one article each.
    Lines(Block),
    /// One article, read already.
    Text { path: String, bytes: Vec<u8> },
    /// A line beyond the limit on articles.
    LongLine(Problem),
    /// An input that could not be read, or not to its end.
    Failed(Problem),
}

/// Makes jobs of paths, in order.
pub struct Source {
    walk: Walk,
    /// What the walk came to when a batch of files had to go first.
    next: Option<Found>,
    stream: Option<Lines<Box<dyn Read + Send>>>,
    settings: Arc<Settings>,
}

impl Source {
    /// A path is a file, a folder, or `-` for standard input.
    pub fn new(paths: Vec<PathBuf>, settings: Settings) -> Self {
        let settings = Arc::new(settings);
        Self {
            walk: Walk::new(paths, settings.clone()),
            next: None,
            stream: None,
            settings,
        }
    }

    /// The next job, `None` when all is read. `buffer` is memory to use again.
    pub fn next(&mut self, mut buffer: Vec<u8>) -> Option<Job> {
        let (mut batch, mut size) = (Vec::new(), 0);
        loop {
            if let Some(stream) = &mut self.stream {
                let path = stream.path.clone();
                match stream.next(std::mem::take(&mut buffer)) {
                    Some(Piece::Block(block)) => return Some(Job::Lines(block)),
                    Some(Piece::TooLong(line)) => {
                        let max = self.settings.max_article_bytes;
                        return Some(Job::LongLine(Problem::too_large(&*path, Some(line), max)));
                    }
                    Some(Piece::Failed(error)) => return Some(Job::Failed(Problem::io(Path::new(&*path), &error))),
                    None => self.stream = None,
                }
            }
            match self.next.take().or_else(|| self.walk.next()) {
                Some(Found::Text(file)) => {
                    size += file.bytes;
                    batch.push(file);
                    if batch.len() == BATCH_FILES || size >= BATCH_BYTES {
                        return Some(Job::Files(batch));
                    }
                }
                None if batch.is_empty() => return None,
                found if !batch.is_empty() => {
                    self.next = found;
                    return Some(Job::Files(batch));
                }
                Some(Found::Failed(problem)) => return Some(Job::Failed(problem)),
                Some(Found::Stream { path, lines, named }) => match self.open(&path, lines, named) {
                    Ok(None) => {}
                    Ok(Some(job)) => return Some(job),
                    Err(error) => return Some(Job::Failed(Problem::io(&path, &error))),
                },
                None => return None,
            }
        }
    }

    /// Files that were passed over on the walk so far.
    pub fn skipped(&self) -> Skipped {
        self.walk.skipped
    }

    /// Starts a stream of lines, or reads the one text that it is. `lines`: it is one of lines, whatever it starts with.
    fn open(&mut self, path: &Path, lines: bool, named: bool) -> io::Result<Option<Job>> {
        let mut input: Box<dyn Read + Send> = if path.as_os_str() == "-" {
            Box::new(io::stdin())
        } else {
            Box::new(File::open(path)?)
        };
        let name = path.to_string_lossy();
        let mut head = Vec::new();
        let mut ended = false;
        // A pipe gives what it has; enough is a whole line, or what tells one format from the other.
        while !ended && head.len() < HEAD && !head.trim_ascii_start().contains(&b'\n') {
            ended = read_some(&mut input, &mut head, HEAD)? == 0;
        }
        // Who says that these are lines gets an answer to each of them, so that one bad line does not cost the others.
        let sure = named && self.settings.format == InputFormat::Jsonl;
        if !sure && decode::is_binary(&head) {
            return Ok(if named {
                Some(Job::Failed(binary(&name)))
            } else {
                self.count_binary()
            });
        }
        let encoding = decode::utf_16_mark(&head);
        if !lines && (self.settings.format == InputFormat::Text || !starts_like_lines(&head)) {
            let max = self.settings.max_article_bytes;
            // One byte more than allowed tells that there are more.
            input
                .take((max + 1).saturating_sub(head.len()) as u64)
                .read_to_end(&mut head)?;
            return Ok(Some(if head.len() > max {
                Job::Failed(Problem::too_large(name, None, max))
            } else {
                Job::Text {
                    path: name.into_owned(),
                    bytes: head,
                }
            }));
        }
        let (input, rest): (Box<dyn Read + Send>, _) = match encoding {
            Some(encoding) => (Box::new(FromUtf16::new(input, encoding, head.split_off(2))), Vec::new()),
            None => (input, decode::without_mark(&head).to_vec()),
        };
        let encoding = encoding.map(encoding_rs::Encoding::name);
        self.stream = Some(Lines::new(
            input,
            name.into(),
            encoding,
            rest,
            self.settings.max_article_bytes,
        ));
        Ok(None)
    }

    fn count_binary(&mut self) -> Option<Job> {
        self.walk.skipped.binary += 1;
        None
    }
}

/// What is said of a binary file that is named on the command line.
pub(super) fn binary(path: &str) -> Problem {
    Problem::new(path, "binary, not text; convert or unpack it first")
}

fn starts_like_lines(head: &[u8]) -> bool {
    match decode::utf_16_mark(head) {
        Some(_) => jsonl::looks_like(decode::decode(head).text.as_bytes()),
        None => jsonl::looks_like(decode::without_mark(head)),
    }
}

impl TextFile {
    /// Reads the file into `buffer`. `Ok(false)` if it is binary and was found, not named.
    pub fn read(&self, buffer: &mut Vec<u8>, max_bytes: usize) -> Result<bool, Problem> {
        buffer.clear();
        let limit = max_bytes as u64;
        let io_problem = |error| Problem::io(&self.path, &error);
        if self.bytes <= limit {
            buffer.reserve(self.bytes as usize + 1);
            File::open(&self.path)
                .map_err(io_problem)?
                .take(limit + 1)
                .read_to_end(buffer)
                .map_err(io_problem)?;
        }
        if self.bytes > limit || buffer.len() > max_bytes {
            return Err(Problem::too_large(self.path.to_string_lossy(), None, max_bytes));
        }
        match decode::is_binary(buffer) {
            true if self.named => Err(binary(&self.path.to_string_lossy())),
            binary => Ok(!binary),
        }
    }
}
