//! Where records go and how they look.

use std::process::Stdio;
#[cfg(unix)]
use std::{io::Write, time::Duration};

use crate::run::{Folder, program};

#[test]
fn a_file_that_is_whole_or_not_there() {
    let folder = Folder::new(&[("d/a.txt", b"A"), ("d/b.txt", b"B"), ("out.jsonl", b"old")]);
    let plain = folder.run(&["extract", "d"]);
    let ran = folder.run(&["extract", "d", "-o", "out.jsonl"]).code(0).silent();
    assert!(ran.out.is_empty());
    assert_eq!(folder.read("out.jsonl").as_bytes(), plain.out);
    assert_eq!(folder.names(), ["d", "out.jsonl"]);
    // Errors in some input leave the others' records.
    folder.run(&["extract", "none", "d/a.txt", "-o", "out.jsonl"]).code(1);
    assert_eq!(folder.read("out.jsonl").lines().count(), 1);
    // A stop leaves what was there.
    folder
        .run(&["extract", "d/a.txt", "d/b.txt", "none", "-o", "out.jsonl", "--strict"])
        .code(1);
    assert_eq!(folder.read("out.jsonl").lines().count(), 1);
    assert_eq!(folder.names(), ["d", "out.jsonl"]);
}

#[test]
fn a_dash_is_standard_output() {
    let folder = Folder::new(&[("a.txt", b"A")]);
    let plain = folder.run(&["extract", "a.txt"]);
    let ran = folder.run(&["extract", "a.txt", "-o", "-"]).code(0);
    assert_eq!(ran.out, plain.out);
    assert_eq!(folder.names(), ["a.txt"]);
}

#[cfg(unix)]
#[test]
fn links_and_devices_stay_what_they_are() {
    use std::os::unix::fs::{FileTypeExt, symlink};
    let folder = Folder::new(&[("a.txt", b"A"), ("real", b"old")]);
    symlink("real", folder.path().join("link")).unwrap();
    folder.run(&["extract", "a.txt", "-o", "link"]).code(0);
    assert!(folder.path().join("link").is_symlink() && folder.read("real").contains("icbrief/1"));
    folder.run(&["extract", "a.txt", "-o", "/dev/null"]).code(0).silent();
    assert!(std::fs::metadata("/dev/null").unwrap().file_type().is_char_device());
}

#[test]
fn pretty_is_the_same_record() {
    let folder = Folder::new(&[("a.txt", b"A"), ("b.txt", b"B")]);
    let plain = folder.run(&["extract", "."]).records();
    let ran = folder.run(&["extract", ".", "--pretty"]).code(0);
    let records: Vec<serde_json::Value> = serde_json::Deserializer::from_slice(&ran.out)
        .into_iter()
        .map(Result::unwrap)
        .collect();
    assert_eq!(records, plain);
    assert!(ran.out.starts_with(b"{\n  \"schema\": \"icbrief/1\",\n") && ran.out.ends_with(b"}\n"));
}

#[test]
fn only_empties_the_other_lists() {
    let text = b"Wuxi, September 26, 2023 - Zhou Zixue of Huahong Group signed a contract of 3 billion yuan in Wuxi.";
    let folder = Folder::new(&[("a.txt", text)]);
    let all = folder.run(&["extract", "a.txt"]).code(0).records().remove(0);
    let some = folder
        .run(&["extract", "a.txt", "--only", "dates,figures"])
        .code(0)
        .records()
        .remove(0);
    for list in ["events", "places", "organisations", "people"] {
        assert_eq!(some[list], serde_json::json!([]));
    }
    assert_eq!(some["dates"], all["dates"]);
    assert_eq!(
        some["figures"].as_array().map(Vec::len),
        all["figures"].as_array().map(Vec::len)
    );
}

#[cfg(unix)]
#[test]
fn a_reader_that_has_had_enough_is_no_failure() {
    let folder = Folder::new(&[]);
    folder.write("a.jsonl", "{\"text\":\"x\"}\n".repeat(50_000));
    for threads in ["1", "3"] {
        let mut child = program()
            .args(["extract", "a.jsonl", "--threads", threads])
            .current_dir(folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!(
            (output.status.code(), String::from_utf8(output.stderr).unwrap().as_str()),
            (Some(0), "")
        );
    }
}

/// Even while it still waits for input.
#[cfg(unix)]
#[test]
fn an_interrupt_leaves_no_file() {
    let folder = Folder::new(&[]);
    let mut child = program()
        .args(["extract", "-", "-o", "out.jsonl"])
        .current_dir(folder.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let mut pipe = child.stdin.take().unwrap();
    pipe.write_all(b"{\"text\":\"x\"}\n").unwrap();
    while folder.names().is_empty() {
        std::thread::sleep(Duration::from_millis(5));
    }
    // The handler is set after the file is made.
    std::thread::sleep(Duration::from_millis(200));
    let kill = std::process::Command::new("kill")
        .args(["-INT", &child.id().to_string()])
        .status()
        .unwrap();
    assert!(kill.success());
    assert_eq!(child.wait().unwrap().code(), Some(130));
    assert_eq!(folder.names(), [""; 0]);
}

#[test]
fn help_version_and_what_shells_want() {
    let folder = Folder::new(&[]);
    let text = |arguments: &[&str]| String::from_utf8(folder.run(arguments).code(0).silent().out).unwrap();
    assert_eq!(
        text(&["--version"]),
        concat!("icbrief ", env!("CARGO_PKG_VERSION"), "\n")
    );
    assert!(text(&["--help"]).contains("Examples:") && text(&["extract", "--help"]).contains("Exit status:"));
    assert!(text(&["man"]).contains(".TH icbrief 1") && text(&["man", "extract"]).contains("max\\-article\\-bytes"));
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(text(&["completions", shell]).contains("extract"), "{shell}");
    }
    assert!(!text(&["--help"]).contains('\u{1b}'));
}
