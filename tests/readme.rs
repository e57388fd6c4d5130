//! The commands in README.md do what they say: each block marked `sh run` is run as it stands.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

fn blocks() -> Vec<String> {
    let readme = include_str!("../README.md");
    let mut blocks = Vec::new();
    let mut rest = readme;
    while let Some((_, after)) = rest.split_once("\n```sh run\n") {
        let (block, after) = after.split_once("\n```").expect("a block ends");
        blocks.push(block.to_owned());
        rest = after;
    }
    blocks
}

fn has(program: &str) -> bool {
    Command::new(program)
        .arg("--version")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok()
}

/// A folder to run the commands in, so that what they write does not end up in the repository.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let articles = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/articles");
    let copy = folder.path().join("fixtures/articles");
    std::fs::create_dir_all(&copy).unwrap();
    for entry in std::fs::read_dir(articles).unwrap() {
        let entry = entry.unwrap();
        std::fs::copy(entry.path(), copy.join(entry.file_name())).unwrap();
    }
    folder
}

#[cfg(unix)]
#[test]
fn commands_run() {
    let blocks = blocks();
    assert!(blocks.len() >= 6, "blocks marked for running");
    let program = PathBuf::from(env!("CARGO_BIN_EXE_icbrief"));
    let mut path = vec![program.parent().unwrap().to_path_buf()];
    path.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap()));
    let folder = folder();
    let jq = has("jq");
    for block in blocks {
        if block.contains("jq") && !jq {
            eprintln!("skipped, as there is no jq:\n{block}");
            continue;
        }
        let output = Command::new("sh")
            .args(["-euc", &block])
            .current_dir(folder.path())
            .env("PATH", std::env::join_paths(&path).unwrap())
            .stdin(Stdio::null())
            .output()
            .unwrap();
        // The status is that of a pipeline's last command; the others' complaints are on standard error.
        assert!(
            output.status.success(),
            "{block}\n{}",
            String::from_utf8_lossy(&output.stderr)
        );
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{block}");
    }
    let records = std::fs::read_to_string(folder.path().join("records.jsonl")).unwrap();
    let articles = std::fs::read_dir(folder.path().join("fixtures/articles"))
        .unwrap()
        .count();
    assert_eq!(records.lines().count(), articles);
}
