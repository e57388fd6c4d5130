//! `icbrief extract`

mod guard;
mod ordered;
mod report;
mod worker;

use std::io::{self, IsTerminal};
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::CommandFactory;
use clap::error::ErrorKind;
use globset::{GlobBuilder, GlobSet, GlobSetBuilder};
use icbrief::input::{Identity, InputFormat, Settings, Source};
use icbrief::output::{Format, Target, discard_unfinished};
use icbrief::{Kinds, Options};

use super::{Cli, FAILURE, INTERRUPTED, USAGE, complain};
use report::Report;
use worker::Plan;

/// Offsets in records are 32 bits wide.
const MOST_ARTICLE_BYTES: usize = u32::MAX as usize - 1;

const HELP: &str = "\
Examples:
  icbrief extract articles/                       a folder, files in the order of their paths
  icbrief extract a.txt b.md news.jsonl           files
  curl -s URL | icbrief extract                   standard input
  icbrief extract --input-format jsonl - < news   JSON Lines from standard input
  icbrief extract articles/ --only people,places  some kinds of item
  icbrief extract articles/ --format brief        a few lines for a person
  icbrief extract articles/ --lexicon own.tsv     names of your own, which win over ours
  icbrief extract articles/ --exclude '*-zh.txt' --exclude drafts/

Exit status:
  0    everything was read
  1    some input could not be read, each named on standard error (all other records are written),
       or the output could not be written
  2    wrong usage
  130  interrupted";

/// Read articles and write one JSON record for each.
///
/// Folders are read with all folders in them, in the byte order of the paths. In them, .txt, .md and files without
/// extension are one article each, .jsonl and .ndjson hold one article a line: an object with `text` and optional
/// `id` (string or number), `title`, `date`, `url`. Hidden, binary and other files are passed over and counted.
/// UTF-8, UTF-16 with a byte-order mark and legacy encodings (by detection) are read.
#[derive(Debug, clap::Args)]
#[command(after_help = HELP)]
pub struct Args {
    /// Files and folders; `-` is standard input, and so is no path at all when something is piped in
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,

    /// How to read files and standard input
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t, help_heading = "Input")]
    input_format: InputFormat,

    /// Read only files that match (repeatable); without `/` a glob is about the name, with it about the path
    #[arg(long, value_name = "GLOB", help_heading = "Input")]
    include: Vec<String>,

    /// Leave out files and folders that match (repeatable)
    #[arg(long, value_name = "GLOB", help_heading = "Input")]
    exclude: Vec<String>,

    /// Refuse larger articles; K, M and G are powers of 1024
    #[arg(long, value_name = "SIZE", default_value = "64M", value_parser = size, help_heading = "Input")]
    max_article_bytes: usize,

    /// The day to resolve relative dates against in articles that tell none (YYYY-MM-DD)
    #[arg(long, value_name = "DATE", value_parser = day, help_heading = "Input")]
    reference_date: Option<String>,

    /// Names of your own that win over ours (repeatable): a TSV file with the columns name, kind (person,
    /// organisation, place) and optional canonical, aliases (between |), attributes (key=value; type, country, admin1,
    /// lat, lon)
    #[arg(long, value_name = "FILE", help_heading = "Input")]
    lexicon: Vec<PathBuf>,

    /// Stop at the first input that cannot be read; with -o, nothing is written then
    #[arg(long, help_heading = "Input")]
    strict: bool,

    /// What to do with a line of JSON Lines that is no article
    #[arg(
        long,
        value_enum,
        value_name = "WHAT",
        default_value_t,
        conflicts_with = "strict",
        help_heading = "Input"
    )]
    on_error: OnError,

    /// Write to a file, which appears when it is whole; - for standard output
    #[arg(short, long, value_name = "FILE", help_heading = "Output")]
    output: Option<PathBuf>,

    /// Format of the records
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t, help_heading = "Output")]
    format: Format,

    /// Indent the records
    #[arg(long, help_heading = "Output")]
    pretty: bool,

    /// Only these kinds, between commas: events, dates, places, organisations, people, figures. The lists of the
    /// others are empty, and links into them are left out
    #[arg(long, value_name = "KINDS", help_heading = "Output")]
    only: Option<Kinds>,

    /// Number of threads; the output does not depend on it [default: one per available core]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum OnError {
    /// Write {"error": …, "source": …} in its place, so that there is one line out for each line in (a blank line is an
    /// error then); exit status 0
    Record,
    /// Name it on standard error and go on; exit status 1
    #[default]
    Skip,
    /// Name it on standard error and stop; with -o, nothing is written
    Fail,
}

impl Args {
    pub fn run(mut self) -> ExitCode {
        if self.paths.is_empty() {
            if io::stdin().is_terminal() {
                return usage("no input: name files or folders, or pipe an article in");
            }
            self.paths.push("-".into());
        }
        let (include, exclude) = match (globs(&self.include), globs(&self.exclude)) {
            (Ok(include), Ok(exclude)) => (include, exclude),
            (Err(error), _) | (_, Err(error)) => return usage(&error.to_string()),
        };
        let lexicon = match super::lexicon(&self.lexicon) {
            Ok(lexicon) => lexicon,
            Err(reason) => return fail(USAGE, &reason),
        };
        let target = match &self.output {
            None => Target::stdout(),
            Some(path) if path.as_os_str() == "-" => Target::stdout(),
            Some(path) => match Target::file(path) {
                Ok(target) => target,
                Err(error) => return fail(USAGE, &format!("cannot write to {}: {error}", path.display())),
            },
        };
        let options = Options {
            reference_date: self.reference_date.take(),
            lexicon,
            only: self.only.unwrap_or_default(),
        };
        let code = self.read_and_write(target, include, exclude, options);
        discard_unfinished();
        code.into()
    }

    fn read_and_write(self, target: Target, include: GlobSet, exclude: GlobSet, options: Options) -> u8 {
        let output = target.identities();
        let is_output = |path: &&PathBuf| {
            let found = std::fs::metadata(path).ok();
            found
                .and_then(|found| Identity::of(&found))
                .is_some_and(|found| output.contains(&found))
        };
        if let Some(path) = self.paths.iter().find(is_output) {
            complain(&format!("{} is both input and output", path.display()));
            return USAGE;
        }
        // Without this, an interrupted run would leave its temporary file behind.
        if let Err(error) = ctrlc::set_handler(|| {
            discard_unfinished();
            std::process::exit(INTERRUPTED.into());
        }) {
            complain(&format!("cannot handle interrupts: {error}"));
            return FAILURE;
        }
        guard::install();
        let settings = Settings {
            format: self.input_format,
            max_article_bytes: self.max_article_bytes,
            include,
            exclude,
            output,
        };
        let plan = Plan {
            options,
            format: self.format,
            pretty: self.pretty,
            on_error: self.on_error,
            strict: self.strict,
            max_article_bytes: self.max_article_bytes,
        };
        let threads = self.threads.map_or_else(
            || std::thread::available_parallelism().map_or(1, NonZeroUsize::get),
            usize::from,
        );
        let report = Report::new(!matches!(target, Target::Stdout(_)));
        ordered::run(Source::new(self.paths, settings), plan, target, report, threads)
    }
}

fn fail(code: u8, message: &str) -> ExitCode {
    complain(message);
    code.into()
}

/// A usage error in clap's own form.
fn usage(message: &str) -> ExitCode {
    let mut command = Cli::command();
    command.build();
    let command = command
        .find_subcommand_mut("extract")
        .map(std::mem::take)
        .unwrap_or_default();
    let error = command.clone().error(ErrorKind::MissingRequiredArgument, message);
    // There is no other place to say it.
    let _ = error.print();
    USAGE.into()
}

fn globs(patterns: &[String]) -> Result<GlobSet, globset::Error> {
    let mut set = GlobSetBuilder::new();
    for pattern in patterns {
        // As in .gitignore, `drafts/` is the folder.
        set.add(
            GlobBuilder::new(pattern.trim_end_matches('/'))
                .literal_separator(true)
                .build()?,
        );
    }
    set.build()
}

fn size(text: &str) -> Result<usize, String> {
    let number = text.trim_end_matches("iB");
    let (digits, shift) = match number.as_bytes().last() {
        Some(b'K' | b'k') => (&number[..number.len() - 1], 10),
        Some(b'M' | b'm') => (&number[..number.len() - 1], 20),
        Some(b'G' | b'g') => (&number[..number.len() - 1], 30),
        _ => (text, 0),
    };
    let bytes = digits
        .parse::<usize>()
        .ok()
        .and_then(|count| count.checked_mul(1 << shift));
    bytes
        .filter(|bytes| (1..=MOST_ARTICLE_BYTES).contains(bytes))
        .ok_or_else(|| "a size is a number of bytes, or one with K, M or G, from 1 to less than 4G".into())
}

fn day(text: &str) -> Result<String, String> {
    let bytes = text.as_bytes();
    let shape = bytes.len() == 10
        && bytes.iter().enumerate().all(|(at, byte)| match at {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    let number = |from: usize, to: usize| text.get(from..to).and_then(|digits| digits.parse::<u32>().ok());
    let days = match (number(0, 4), number(5, 7)) {
        (Some(year), Some(2)) if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        (_, Some(2)) => 28,
        (_, Some(4 | 6 | 9 | 11)) => 30,
        (_, Some(1..=12)) => 31,
        _ => 0,
    };
    if shape && number(8, 10).is_some_and(|day| (1..=days).contains(&day)) {
        Ok(text.to_owned())
    } else {
        Err("not a day of the calendar in the form YYYY-MM-DD, such as 2023-09-26".into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes() {
        assert_eq!((size("64M"), size("1KiB"), size("7")), (Ok(64 << 20), Ok(1024), Ok(7)));
        for wrong in ["", "0", "-1", "M", "4G", "1T", "1.5M", "99999999999999999999G", "é"] {
            assert!(size(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn days() {
        for right in ["2023-09-26", "2024-02-29", "2000-02-29", "2023-12-31"] {
            assert!(day(right).is_ok(), "{right}");
        }
        for wrong in [
            "",
            "2023-02-29",
            "1900-02-29",
            "2023-13-01",
            "2023-00-10",
            "2023-04-31",
            "2023-9-26",
            "20230926",
        ] {
            assert!(day(wrong).is_err(), "{wrong}");
        }
        assert!(day("2023-09-00").is_err() && day("+023-09-01").is_err() && day("２０23-09-1").is_err());
    }
}
