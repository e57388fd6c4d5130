//! The record of every fixture is the one committed in `fixtures/records/`, and holds together.
//!
//! `ICBRIEF_REGENERATE=1 cargo test --test golden` writes the records anew; the difference is then read before it is
//! committed.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use icbrief::input::decode;
use icbrief::output::Format;
use icbrief::{Article, Extractor};
use serde_json::Value;
use sha2::{Digest, Sha256};

const KINDS: [&str; 6] = ["events", "dates", "places", "organisations", "people", "figures"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The articles, by their paths in the repository.
fn articles() -> Vec<String> {
    let mut paths = Vec::new();
    for folder in ["articles", "kept-aside", "later", "latest", "latest-aside"].map(|name| format!("fixtures/{name}")) {
        for entry in std::fs::read_dir(root().join(&folder)).unwrap() {
            paths.push(format!("{folder}/{}", entry.unwrap().file_name().to_str().unwrap()));
        }
    }
    paths.sort();
    assert!(paths.len() >= 60);
    paths
}

fn golden(path: &str) -> PathBuf {
    let name = Path::new(path).file_stem().unwrap().to_str().unwrap();
    root().join(format!("fixtures/records/{name}.json"))
}

/// The article's text, and its record as `icbrief extract --pretty` writes it in the repository's folder.
fn extract(extractor: &mut Extractor, path: &str) -> (String, String) {
    let bytes = std::fs::read(root().join(path)).unwrap();
    let decoded = decode::decode(&bytes);
    let article = Article {
        text: decoded.text,
        path: path.into(),
        bytes: bytes.len() as u64,
        sha256: Sha256::digest(&bytes).into(),
        encoding: decoded.encoding,
        ..Article::default()
    };
    let mut out = Vec::new();
    Format::Jsonl
        .write(&extractor.extract(&article), true, &mut out)
        .unwrap();
    (article.text.into_owned(), String::from_utf8(out).unwrap())
}

#[test]
fn records_are_the_golden_ones() {
    let regenerate = std::env::var_os("ICBRIEF_REGENERATE").is_some_and(|value| value == "1");
    let folder = root().join("fixtures/records");
    let mut extractor = Extractor::new();
    let (mut different, mut known) = (Vec::new(), HashSet::new());
    if regenerate {
        std::fs::create_dir_all(&folder).unwrap();
    }
    for path in articles() {
        let (_, record) = extract(&mut extractor, &path);
        let golden = golden(&path);
        if regenerate {
            std::fs::write(&golden, &record).unwrap();
        } else {
            // A checkout may have changed the line ends.
            let kept = std::fs::read_to_string(&golden).unwrap_or_default().replace('\r', "");
            if kept != record {
                different.push(first_difference(&path, &kept, &record));
            }
        }
        assert!(known.insert(golden), "{path}: two fixtures of one name");
    }
    for entry in std::fs::read_dir(&folder).into_iter().flatten() {
        let file = entry.unwrap().path();
        if known.contains(&file) {
            continue;
        }
        if regenerate {
            std::fs::remove_file(&file).unwrap();
        } else {
            different.push(format!("{}: a record of no fixture", file.display()));
        }
    }
    assert!(
        different.is_empty(),
        "{} records differ from fixtures/records; if that is meant, write them anew with\n    \
         ICBRIEF_REGENERATE=1 cargo test --test golden\n{}",
        different.len(),
        different.join("\n")
    );
}

fn first_difference(path: &str, kept: &str, record: &str) -> String {
    if kept.is_empty() {
        return format!("{path}: has no golden record");
    }
    if path.contains("aside") {
        // nobody tunes on these: what they say stays unread
        return format!("{path}: differs");
    }
    let line = kept.lines().zip(record.lines()).position(|(old, new)| old != new);
    let line = line.unwrap_or_else(|| kept.lines().count().min(record.lines().count()));
    let at = |text: &str| text.lines().nth(line).unwrap_or("(ends)").trim().to_owned();
    format!(
        "{path}: line {}\n    golden {}\n    now    {}",
        line + 1,
        at(kept),
        at(record)
    )
}

#[test]
fn a_second_extraction_gives_the_same_bytes() {
    let mut used = Extractor::new();
    let first: Vec<_> = articles().iter().map(|path| extract(&mut used, path).1).collect();
    for (path, first) in articles().iter().zip(&first).rev() {
        assert_eq!(&extract(&mut used, path).1, first, "{path}: with buffers used before");
        assert_eq!(&extract(&mut Extractor::new(), path).1, first, "{path}: with new ones");
    }
}

#[test]
fn spans_give_back_their_text() {
    let mut extractor = Extractor::new();
    for path in articles() {
        let (text, record) = extract(&mut extractor, &path);
        let text: Vec<char> = text.chars().collect();
        let record: Value = serde_json::from_str(&record).unwrap();
        assert_eq!(record["text"]["characters"], text.len(), "{path}");
        let mut spans = 0;
        visit(&record, &mut |value| {
            if let (Some(start), Some(end)) = (value["start"].as_u64(), value["end"].as_u64()) {
                assert!(start < end && end as usize <= text.len(), "{path}: {value}");
                let span: String = text[start as usize..end as usize].iter().collect();
                assert_eq!(value["text"], span, "{path}");
                spans += 1;
            }
        });
        assert!(spans > 0, "{path}: nothing found");
    }
}

#[test]
fn ids_resolve() {
    let mut extractor = Extractor::new();
    for path in articles() {
        let record: Value = serde_json::from_str(&extract(&mut extractor, &path).1).unwrap();
        let mut ids = HashSet::new();
        for kind in KINDS {
            // places are `l`, as people are `p`
            let letter = if kind == "places" { "l" } else { &kind[..1] };
            for (number, item) in (1..).zip(list(&record, kind)) {
                assert_eq!(item["id"], format!("{letter}{number}"), "{path}");
                ids.insert(item["id"].as_str().unwrap());
            }
        }
        let link = |value: &Value, letters: &str, what: &str| {
            let Some(id) = value.as_str() else {
                assert!(value.is_null(), "{path}: {what} {value}");
                return;
            };
            assert!(
                ids.contains(id) && id.starts_with(|letter| letters.contains(letter)),
                "{path}: {what} {id}"
            );
        };
        for event in list(&record, "events") {
            for (field, letters) in [("when", "d"), ("where", "l"), ("figures", "f")] {
                list(event, field).for_each(|id| link(id, letters, field));
            }
            list(event, "who").for_each(|who| link(&who["id"], "pol", "who"));
        }
        for role in list(&record, "people").flat_map(|person| list(person, "roles")) {
            link(&role["organisation"], "o", "organisation");
            link(&role["place"], "l", "place");
        }
        for organisation in list(&record, "organisations") {
            link(&organisation["part_of"], "o", "part_of");
            assert_ne!(organisation["part_of"], organisation["id"], "{path}");
        }
        for figure in list(&record, "figures") {
            link(&figure["date"], "d", "date");
            link(&figure["equals"], "f", "equals");
            link(&figure["subject"], "pol", "subject");
            assert_ne!(figure["equals"], figure["id"], "{path}");
        }
    }
}

#[test]
fn one_event_is_the_main_one() {
    let mut extractor = Extractor::new();
    for path in articles() {
        let record: Value = serde_json::from_str(&extract(&mut extractor, &path).1).unwrap();
        let main = list(&record, "events").filter(|event| event["main"] == true).count();
        let all = list(&record, "events").count();
        assert_eq!(main, all.min(1), "{path}: of {all} events");
    }
}

fn list<'v>(value: &'v Value, field: &str) -> impl Iterator<Item = &'v Value> + use<'v> {
    value[field].as_array().into_iter().flatten()
}

/// Calls `see` with this value and each one below it.
fn visit(value: &Value, see: &mut impl FnMut(&Value)) {
    see(value);
    match value {
        Value::Object(fields) => fields.values().for_each(|value| visit(value, see)),
        Value::Array(items) => items.iter().for_each(|value| visit(value, see)),
        _ => {}
    }
}
