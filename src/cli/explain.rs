//! `icbrief explain`

use std::fmt::Write;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use icbrief::explain::{ExplainedName, Scores};
use icbrief::input::{decode, jsonl};
use icbrief::{Article, Extractor, Options};

use super::{FAILURE, USAGE, complain};

const HELP: &str = "\
Examples:
  icbrief explain article.txt                  every name of the article
  icbrief explain article.txt --name Hope      the names with Hope in them
  icbrief explain news.jsonl --line 3 --json   of the third line, to be read by jq

The weights stand in rules/names/evidence.tsv; docs/rules.md says how they are pooled.

Exit status:
  0  done
  1  the file could not be read, or no name of the article has NAME in it
  2  wrong usage";

/// Say of each name in an article why it is a person, an organisation, a place or none of them.
///
/// All evidence about a name is pooled over the article: each kind adds to four sums, and the highest decides.
#[derive(Debug, clap::Args)]
#[command(after_help = HELP)]
pub struct Args {
    /// A text file, or JSON Lines (.jsonl, .ndjson)
    #[arg(value_name = "FILE")]
    file: PathBuf,

    /// Only names that have this in them; letter case does not matter
    #[arg(long, value_name = "STR")]
    name: Option<String>,

    /// Names of your own that win over ours (repeatable), as for `icbrief extract`
    #[arg(long, value_name = "FILE")]
    lexicon: Vec<PathBuf>,

    /// The line of a JSON Lines file
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u64).range(1..))]
    line: u64,

    /// One JSON object for each name, one a line
    #[arg(long)]
    json: bool,
}

impl Args {
    pub fn run(self) -> ExitCode {
        let lexicon = match super::lexicon(&self.lexicon) {
            Ok(lexicon) => lexicon,
            Err(reason) => {
                complain(&reason);
                return USAGE.into();
            }
        };
        let options = Options {
            lexicon,
            ..Options::default()
        };
        match self.text(options) {
            Ok(text) => super::print(text.as_bytes()),
            Err(reason) => {
                complain(&reason);
                FAILURE.into()
            }
        }
    }

    fn text(&self, options: Options) -> Result<String, String> {
        let path = self.file.display().to_string();
        let bytes = std::fs::read(&self.file).map_err(|error| format!("{path}: {error}"))?;
        let decoded = decode::decode(&bytes);
        let mut extractor = Extractor::with_options(options);
        let mut names = if is_lines(&self.file) {
            let line = usize::try_from(self.line)
                .ok()
                .and_then(|n| decoded.text.lines().nth(n - 1));
            let line = line.ok_or_else(|| format!("{path}: it has no line {}", self.line))?;
            let article = jsonl::article(line, &path, self.line, decoded.encoding)
                .map_err(|error| format!("{path}:{}: {}", self.line, error.reason))?;
            extractor.explain(&article)
        } else {
            extractor.explain(&Article {
                text: decoded.text,
                ..Article::default()
            })
        };
        if let Some(wanted) = &self.name {
            let wanted = wanted.to_lowercase();
            names.retain(|n| n.name.to_lowercase().contains(&wanted));
            if names.is_empty() {
                return Err(format!(
                    "{path}: no name has {:?} in it; without --name all names are shown",
                    self.name.as_deref().unwrap_or_default()
                ));
            }
        }
        let mut out = String::new();
        for (index, name) in names.iter().enumerate() {
            if self.json {
                out += &serde_json::to_string(name).map_err(|error| format!("internal error: {error}"))?;
                out.push('\n');
            } else {
                if index > 0 {
                    out.push('\n');
                }
                show(name, std::io::stdout().is_terminal(), &mut out);
            }
        }
        Ok(out)
    }
}

fn is_lines(path: &Path) -> bool {
    path.extension()
        .is_some_and(|e| e.eq_ignore_ascii_case("jsonl") || e.eq_ignore_ascii_case("ndjson"))
}

/// A name for a person to read: the decision, then a table of its evidence, then what lost.
fn show(name: &ExplainedName, colour: bool, out: &mut String) {
    let bold = if colour {
        anstyle::Style::new().bold()
    } else {
        anstyle::Style::new()
    };
    let times = match name.mentions.len() {
        1 => "once".to_string(),
        n => format!("{n} times"),
    };
    // writing to a string cannot fail
    let _ = writeln!(
        out,
        "{bold}{}{bold:#}: {}, by {} ({times}, first at {})",
        name.name, name.decision, name.margin, name.mentions[0].start
    );
    let _ = writeln!(out, "  {:>6} {:>6} {:>6} {:>6}", "person", "org", "place", "other");
    let row = |scores: Scores| {
        format!(
            "  {:>6} {:>6} {:>6} {:>6}",
            scores.person, scores.organisation, scores.place, scores.other
        )
    };
    for evidence in &name.evidence {
        let at = evidence.at.map_or(String::new(), |span| format!(", at {}", span.start));
        let _ = writeln!(
            out,
            "{}  {}: {}{at}",
            row(evidence.weights),
            evidence.rule,
            evidence.about
        );
    }
    let _ = writeln!(out, "{}  sum", row(name.scores));
    let lost: Vec<String> = name.scores.ranked()[1..]
        .iter()
        .map(|(kind, score)| format!("{kind} {score}"))
        .collect();
    let _ = writeln!(out, "  lost: {}", lost.join(", "));
}
