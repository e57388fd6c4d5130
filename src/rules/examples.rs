//! Every example of every rule is a test: the span in `[ ]` must be found by that rule in its `yes` sentences, and
//! nothing by it in its `no` sentences.

use std::path::{Path, PathBuf};

use super::parse;
use crate::extract;
use crate::lexicon::lexicon;
use crate::text::document::Buffers;

fn files(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, out);
        } else if path.extension().is_some_and(|e| e == "rules") {
            out.push(path);
        }
    }
}

/// Spans that rule `id` finds in a text.
fn found(id: &str, stage: u8, text: &str) -> Vec<String> {
    let mut buffers = Buffers::default();
    let document = buffers.read(text);
    let matches = extract::matches(&document, stage);
    matches
        .iter()
        .filter(|m| lexicon().string(lexicon().rules[m.rule as usize].id) == id)
        .map(|m| document.slice(m.span().0, m.span().1).to_string())
        .collect()
}

#[test]
fn all() {
    let mut paths = Vec::new();
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("rules"), &mut paths);
    paths.sort();
    let (mut failures, mut checked) = (Vec::new(), 0);
    for path in paths {
        let name = path.file_name().unwrap().to_string_lossy().to_string();
        let text = std::fs::read_to_string(&path).unwrap();
        for rule in parse::parse_file(&name, &text).unwrap() {
            for example in &rule.yes {
                checked += 1;
                let Some((before, rest)) = example.split_once('[') else {
                    failures.push(format!(
                        "{name}:{} {}: yes example without [ ]: {example}",
                        rule.line, rule.id
                    ));
                    continue;
                };
                let (want, after) = rest.split_once(']').unwrap_or((rest, ""));
                let got = found(&rule.id, rule.stage, &format!("{before}{want}{after}"));
                if !got.iter().any(|g| g == want) {
                    failures.push(format!(
                        "{name}:{} {}: must find {want:?}, found {got:?}",
                        rule.line, rule.id
                    ));
                }
            }
            for example in &rule.no {
                checked += 1;
                let got = found(&rule.id, rule.stage, example);
                if !got.is_empty() {
                    failures.push(format!(
                        "{name}:{} {}: must find nothing in {example:?}, found {got:?}",
                        rule.line, rule.id
                    ));
                }
            }
        }
    }
    assert!(
        failures.is_empty(),
        "{} of {checked} examples fail:\n{}",
        failures.len(),
        failures.join("\n")
    );
}
