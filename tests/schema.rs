//! Every record is what `icbrief schema` says it is.

use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

fn icbrief(arguments: &[&str]) -> Vec<u8> {
    let output = Command::new(env!("CARGO_BIN_EXE_icbrief"))
        .args(arguments)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

fn schema() -> Value {
    serde_json::from_slice(&icbrief(&["schema"])).unwrap()
}

#[test]
fn is_one_of_draft_2020_12() {
    let schema = schema();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    assert!(jsonschema::meta::is_valid(&schema));
    for field in [
        "schema",
        "id",
        "source",
        "title",
        "dateline",
        "published",
        "events",
        "figures",
    ] {
        assert!(
            schema["required"].as_array().unwrap().contains(&json!(field)),
            "{field} is always there"
        );
    }
    assert!(
        schema["$defs"]["Event"]["required"]
            .as_array()
            .unwrap()
            .contains(&json!("where"))
    );
}

#[test]
fn records_are_valid() {
    let schema = schema();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("empty.txt"), "").unwrap();
    std::fs::write(
        folder.path().join("lines.jsonl"),
        json!({"id": 1, "text": "On June 15, Zhou Zixue of SMIC said sales in Wuxi rose 25.5% to 3 billion yuan.",
            "date": "2023-09-26", "title": "Sales rise", "url": "https://example.org/1"})
        .to_string(),
    )
    .unwrap();
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/articles");
    let mut paths = vec![folder.path().to_str().unwrap()];
    paths.extend(fixtures.to_str().filter(|_| fixtures.is_dir()));
    for only in ["events,dates,places,organisations,people,figures", "people,events"] {
        let out = icbrief(&[&["extract", "--only", only][..], &paths].concat());
        let mut count = 0;
        for line in String::from_utf8(out).unwrap().lines() {
            let record: Value = serde_json::from_str(line).unwrap();
            let errors: Vec<_> = validator
                .iter_errors(&record)
                .map(|error| format!("{}: {error}", error.instance_path()))
                .collect();
            assert_eq!(errors, [""; 0], "{line}");
            count += 1;
        }
        assert!(count >= 2);
    }
}

#[test]
fn other_things_are_not() {
    let schema = schema();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let out = icbrief(&["extract", concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")]);
    let good: Value = serde_json::from_slice(&out).unwrap();
    assert!(validator.is_valid(&good));
    for (field, value) in [
        ("figures", json!(null)),
        ("id", json!(1)),
        ("people", json!([{"name": "Zhou Zixue"}])),
        ("events", json!([{"id": "x1"}])),
        ("more", json!(1)),
    ] {
        let mut bad = good.clone();
        bad[field] = value;
        assert!(!validator.is_valid(&bad), "{field}");
    }
    let mut bad = good.clone();
    bad.as_object_mut().unwrap().remove("title");
    assert!(!validator.is_valid(&bad));
}

/// Offsets count code points and give back the text, and every id names an item of the record.
#[test]
fn spans_and_links_hold() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    for line in String::from_utf8(icbrief(&["extract", fixtures.to_str().unwrap(), "--include", "*.txt"]))
        .unwrap()
        .lines()
    {
        let record: Value = serde_json::from_str(line).unwrap();
        let path = record["source"]["path"].as_str().unwrap();
        let text = std::fs::read_to_string(path).unwrap();
        let text: Vec<char> = text.strip_prefix('\u{FEFF}').unwrap_or(&text).chars().collect();
        let (mut ids, mut links) = (Vec::new(), Vec::new());
        visit(&record, &mut |key, value| {
            if let (Some(start), Some(end)) = (value["start"].as_u64(), value["end"].as_u64()) {
                let span: String = text[start as usize..end as usize].iter().collect();
                assert_eq!(value["text"], span, "{path}");
            }
            match (key, value) {
                ("id", Value::String(id)) if value != &record["id"] => ids.push(id.clone()),
                ("when" | "where" | "figures", Value::Array(list)) => {
                    links.extend(list.iter().filter_map(Value::as_str).map(str::to_owned));
                }
                ("organisation" | "place" | "part_of" | "date" | "subject" | "equals", Value::String(id)) => {
                    links.push(id.clone());
                }
                _ => {}
            }
        });
        let named = |list: &str| {
            record[list]
                .as_array()
                .unwrap()
                .iter()
                .map(|item| item["id"].as_str().unwrap())
                .collect::<Vec<_>>()
        };
        let known: Vec<_> = ["events", "dates", "places", "organisations", "people", "figures"]
            .map(named)
            .concat();
        let mut distinct = known.clone();
        distinct.sort_unstable();
        distinct.dedup();
        assert_eq!(distinct.len(), known.len(), "{path}: ids name one item each");
        // `dateline` and `published` have a place and dates that are no ids.
        let is_id = |link: &String| {
            link.as_bytes()[0].is_ascii_lowercase() && link[1..].bytes().all(|byte| byte.is_ascii_digit())
        };
        for link in ids.iter().chain(links.iter().filter(|link| is_id(link))) {
            assert!(known.contains(&link.as_str()), "{path}: {link} names nothing");
        }
    }
}

/// Calls `see` with each value below this one, and the key it stands under.
fn visit(value: &Value, see: &mut impl FnMut(&str, &Value)) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                see(key, value);
                visit(value, see);
            }
        }
        Value::Array(items) => {
            for item in items {
                see("", item);
                visit(item, see);
            }
        }
        _ => {}
    }
}
