//! No text makes icbrief panic, least of all one that ends in the middle: every example sentence of the rules and every
//! line of the fixtures is extracted from, cut off behind each of its words.

use std::path::{Path, PathBuf};

use icbrief::{Article, Extractor};

fn files(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, into);
        } else {
            into.push(path);
        }
    }
}

/// The example sentences of a rule file (`yes` and `no` lines), of an event table (its last two columns) or the lines of
/// an article.
fn sentences(path: &Path, text: &str) -> Vec<String> {
    let examples = |line: &str| line.replace(['[', ']'], "");
    match path.extension().and_then(|e| e.to_str()) {
        Some("rules") => text
            .lines()
            .filter_map(|line| line.trim().strip_prefix("yes ").or(line.trim().strip_prefix("no ")))
            .map(examples)
            .collect(),
        Some("tsv") => text
            .lines()
            .flat_map(|line| line.rsplit('\t').take(2))
            .map(examples)
            .collect(),
        _ => text.lines().map(String::from).collect(),
    }
}

#[test]
fn texts_cut_off_anywhere_are_read() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    for folder in [
        "rules/dates",
        "rules/events",
        "rules/figures",
        "rules/names",
        "fixtures/articles",
        "fixtures/kept-aside",
        "fixtures/later",
        "fixtures/latest",
        "fixtures/latest-aside",
    ] {
        files(&root.join(folder), &mut paths);
    }
    paths.retain(|path| !path.ends_with("evidence.tsv"));
    let mut extractor = Extractor::default();
    let mut read = 0;
    for path in paths {
        for sentence in sentences(&path, &std::fs::read_to_string(&path).unwrap()) {
            for (end, _) in sentence.match_indices(' ').chain([(sentence.len(), "")]) {
                let article = Article {
                    text: sentence[..end].into(),
                    path: "-".into(),
                    encoding: "UTF-8",
                    ..Article::default()
                };
                extractor.extract(&article);
                read += 1;
            }
        }
    }
    assert!(read > 10_000, "only {read} texts");
}
