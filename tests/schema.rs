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
