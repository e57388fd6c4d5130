//! Jobs to records: what each thread does.

use std::sync::Arc;

use icbrief::input::{Block, Job, Problem, TextFile, decode, jsonl};
use icbrief::output::{ErrorRecord, Format};
use icbrief::{Article, Extractor, Options};
use sha2::{Digest, Sha256};

use super::OnError;
use super::guard::guarded;
use super::report::Note;

/// Buffers that one large article has made larger than this are not kept.
pub const KEEP: usize = 4 << 20;

/// What the user asked for.
#[derive(Debug)]
pub struct Plan {
    pub options: Options,
    pub format: Format,
    pub pretty: bool,
    pub on_error: OnError,
    pub strict: bool,
    pub max_article_bytes: usize,
}

/// What came of one job.
#[derive(Debug, Default)]
pub struct Outcome {
    /// The records, as they are to be written.
    pub out: Vec<u8>,
    pub notes: Vec<Note>,
    pub articles: u64,
    pub bytes: u64,
    /// Binary files that were passed over.
    pub binary: u64,
    /// The run ends here.
    pub stop: bool,
}

impl Outcome {
    pub fn clear(&mut self) {
        self.out.clear();
        self.notes.clear();
        *self = Self {
            out: std::mem::take(&mut self.out),
            notes: std::mem::take(&mut self.notes),
            ..Self::default()
        };
    }
}

/// One thread's extractor and buffers.
pub struct Worker {
    plan: Arc<Plan>,
    extractor: Extractor,
    file: Vec<u8>,
}

impl Worker {
    pub fn new(plan: Arc<Plan>) -> Self {
        Self {
            extractor: Extractor::with_options(plan.options.clone()),
            plan,
            file: Vec::new(),
        }
    }

    /// Does the job. Gives back memory for the next one.
    pub fn run(&mut self, job: Job, outcome: &mut Outcome) -> Vec<u8> {
        match job {
            Job::Files(files) => self.files(&files, outcome),
            Job::Text { path, bytes } => self.text(&path, &bytes, outcome),
            Job::Failed(problem) => self.failed(problem, outcome),
            Job::LongLine(problem) => {
                let line = problem.line.unwrap_or_default();
                self.bad_line(&problem.path, line, None, problem.reason, outcome);
            }
            Job::Lines(mut block) => {
                self.lines(&block, outcome);
                let buffer = std::mem::take(&mut block.bytes);
                return if buffer.capacity() > KEEP { Vec::new() } else { buffer };
            }
        }
        Vec::new()
    }

    fn files(&mut self, files: &[TextFile], outcome: &mut Outcome) {
        let mut bytes = std::mem::take(&mut self.file);
        for file in files {
            match file.read(&mut bytes, self.plan.max_article_bytes) {
                Ok(true) => self.text(&file.path.to_string_lossy(), &bytes, outcome),
                Ok(false) => outcome.binary += 1,
                Err(problem) => self.failed(problem, outcome),
            }
            if outcome.stop {
                break;
            }
        }
        if bytes.capacity() <= KEEP {
            self.file = bytes;
        }
    }

    fn text(&mut self, path: &str, bytes: &[u8], outcome: &mut Outcome) {
        let decoded = decode::decode(bytes);
        if decoded.undecodable > 0 {
            let problem = Problem::undecodable(path, None, decoded.undecodable, decoded.encoding);
            outcome.notes.push(Note::Warning(problem));
        }
        let article = Article {
            text: decoded.text,
            path: path.into(),
            bytes: bytes.len() as u64,
            sha256: Sha256::digest(bytes).into(),
            encoding: decoded.encoding,
            ..Article::default()
        };
        if let Err(reason) = self.article(&article, outcome) {
            self.failed(Problem::new(path, reason), outcome);
        }
    }

    fn lines(&mut self, block: &Block, outcome: &mut Outcome) {
        // Almost always all of a block is UTF-8: asked once, for all its lines.
        let whole = simdutf8::basic::from_utf8(&block.bytes).ok();
        let mut start = 0;
        let ends = memchr::memchr_iter(b'\n', &block.bytes).chain([block.bytes.len()]);
        for (number, end) in (block.first_line..).zip(ends) {
            let range = start..end;
            start = end + 1;
            // Behind the last line end there is a line only if it has bytes.
            if range.is_empty() && end == block.bytes.len() {
                break;
            }
            match whole.and_then(|text| text.get(range.clone())) {
                Some(line) => self.line(block, number, line, outcome),
                None => self.legacy_line(block, number, &block.bytes[range], outcome),
            }
            if outcome.stop {
                break;
            }
        }
    }

    fn line(&mut self, block: &Block, number: u64, line: &str, outcome: &mut Outcome) {
        if block.encoding.is_some() {
            // The decoder of the stream has put these where it could not decode two bytes.
            let lost = line.matches(char::REPLACEMENT_CHARACTER).count() as u64;
            self.decoded_line(
                block,
                number,
                line,
                block.encoding.unwrap_or("UTF-8"),
                2 * lost,
                outcome,
            );
        } else {
            self.decoded_line(block, number, line, "UTF-8", 0, outcome);
        }
    }

    fn legacy_line(&mut self, block: &Block, number: u64, line: &[u8], outcome: &mut Outcome) {
        let decoded = decode::decode(line);
        self.decoded_line(
            block,
            number,
            &decoded.text,
            decoded.encoding,
            decoded.undecodable,
            outcome,
        );
    }

    fn decoded_line(
        &mut self,
        block: &Block,
        number: u64,
        line: &str,
        encoding: &'static str,
        undecodable: u64,
        outcome: &mut Outcome,
    ) {
        if undecodable > 0 {
            let problem = Problem::undecodable(&*block.path, Some(number), undecodable, encoding);
            outcome.notes.push(Note::Warning(problem));
        }
        let max = self.plan.max_article_bytes;
        if line.len() > max {
            let reason = Problem::too_large(&*block.path, Some(number), max).reason;
            return self.bad_line(&block.path, number, None, reason, outcome);
        }
        if line.trim_ascii().is_empty() {
            if self.plan.on_error == OnError::Record {
                self.bad_line(&block.path, number, None, "blank line".into(), outcome);
            }
            return;
        }
        match jsonl::article(line, &block.path, number, encoding) {
            Err(error) => self.bad_line(&block.path, number, error.id.as_deref(), error.reason, outcome),
            Ok(article) => {
                if let Err(reason) = self.article(&article, outcome) {
                    self.bad_line(&block.path, number, article.id.as_deref(), reason, outcome);
                }
            }
        }
    }

    /// Appends the article's record. After an error, nothing of it is there.
    fn article(&mut self, article: &Article, outcome: &mut Outcome) -> Result<(), String> {
        let Plan { format, pretty, .. } = *self.plan;
        let (before, extractor, out) = (outcome.out.len(), &mut self.extractor, &mut outcome.out);
        let result = guarded(|| {
            let record = extractor.extract(article);
            format.write(&record, pretty, out)
        });
        let result = result.and_then(|written| written.map_err(|error| format!("internal error: {error}")));
        if result.is_err() {
            outcome.out.truncate(before);
            // The old one was left in the middle of something.
            self.extractor = Extractor::with_options(self.plan.options.clone());
        } else {
            outcome.articles += 1;
            outcome.bytes += article.bytes;
        }
        result
    }

    fn failed(&self, problem: Problem, outcome: &mut Outcome) {
        outcome.notes.push(Note::Error(problem));
        outcome.stop |= self.plan.strict;
    }

    fn bad_line(&self, path: &str, line: u64, id: Option<&str>, reason: String, outcome: &mut Outcome) {
        if self.plan.on_error == OnError::Record {
            let before = outcome.out.len();
            let record = ErrorRecord::new(&reason, path, id, line);
            if self
                .plan
                .format
                .write_error(&record, self.plan.pretty, &mut outcome.out)
                .is_ok()
            {
                return;
            }
            outcome.out.truncate(before);
        }
        self.failed(Problem::at_line(path, line, reason), outcome);
        outcome.stop |= self.plan.on_error == OnError::Fail;
    }
}
