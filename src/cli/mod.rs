//! The command line, one file per subcommand.

mod cache;
mod completions;
mod explain;
mod extract;
mod man;
#[cfg(all(target_env = "musl", target_arch = "x86_64"))]
mod musl;
mod schema;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Parser, Subcommand};
use icbrief::lexicon::user::UserLexicon;

/// Some input could not be read, or the output could not be written.
const FAILURE: u8 = 1;
/// Wrong usage. clap exits with the same.
const USAGE: u8 = 2;
/// Interrupted, as a shell reports it.
const INTERRUPTED: u8 = 130;

const EXAMPLES: &str = "\
Examples:
  icbrief extract articles/                    one JSON record per article
  icbrief extract articles/ | jq -r .title     the titles
  icbrief extract news.jsonl -o records.jsonl  a corpus, one article a line
  icbrief explain article.txt --name Hope      why a name is what it is
  icbrief schema > record.schema.json          what a record looks like

`icbrief extract --help` says more.";

/// Reads news articles and says what happened, when, where, who was in it and how much.
///
/// Rules and word lists only: no model, no network. The same input gives the same bytes on every machine.
#[derive(Debug, Parser)]
#[command(name = "icbrief", version, after_help = EXAMPLES, max_term_width = 100)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Extract(Box<extract::Args>),
    Explain(explain::Args),
    Schema(schema::Args),
    Completions(completions::Args),
    Man(man::Args),
}

impl Cli {
    pub fn run(self) -> ExitCode {
        match self.command {
            Command::Extract(args) => args.run(),
            Command::Explain(args) => args.run(),
            Command::Schema(args) => args.run(),
            Command::Completions(args) => args.run(),
            Command::Man(args) => args.run(),
        }
    }
}

/// Reads the user's lexicons.
fn lexicon(files: &[PathBuf]) -> Result<Option<Arc<UserLexicon>>, String> {
    if files.is_empty() {
        return Ok(None);
    }
    let mut lexicon = UserLexicon::default();
    for file in files {
        let name = file.display().to_string();
        let bytes = std::fs::read(file).map_err(|error| format!("{name}: {error}"))?;
        let text = String::from_utf8(bytes).map_err(|_| format!("{name}: it is not UTF-8; save it as UTF-8"))?;
        lexicon.add(&name, &text)?;
    }
    Ok(Some(Arc::new(lexicon)))
}

/// Writes a whole text to standard output. A reader that has had enough is no failure.
fn print(text: &[u8]) -> ExitCode {
    let mut stdout = io::stdout();
    match stdout.write_all(text).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            complain(&format!("standard output: {error}"));
            FAILURE.into()
        }
        _ => ExitCode::SUCCESS,
    }
}

/// Says on standard error why the command ends; in colour on a terminal.
fn complain(message: &str) {
    let red = anstyle::AnsiColor::Red.on_default().bold();
    anstream::eprintln!("{red}error:{red:#} {message}");
}
