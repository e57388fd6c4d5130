//! Files and folders: which are read, and in what order.

use crate::run::Folder;

fn tree() -> Folder {
    Folder::new(&[
        ("d/b.txt", b"B"),
        ("d/a/z.md", b"Z"),
        ("d/a/y", b"Y"),
        ("d/a.txt", b"A"),
        ("d/a-b.jsonl", b"{\"text\":\"J\"}\n{\"text\":\"K\"}\n"),
        ("d/B.TXT", b"upper"),
        ("d/table.csv", b"1,2"),
        ("d/.hidden.txt", b"H"),
        ("d/.git/config.txt", b"C"),
        ("d/picture.txt", b"\x89PNG\0\0"),
    ])
}

#[test]
fn folders_in_the_byte_order_of_the_paths() {
    let ran = tree().run(&["extract", "d"]).code(0);
    assert_eq!(
        ran.paths(),
        [
            "d/B.TXT",
            "d/a-b.jsonl",
            "d/a-b.jsonl",
            "d/a.txt",
            "d/a/y",
            "d/a/z.md",
            "d/b.txt"
        ]
    );
    assert_eq!(
        ran.each("/source/line"),
        ["null", "1", "2", "null", "null", "null", "null"]
    );
    assert_eq!(
        ran.err,
        "skipped files: 2 hidden, 1 binary, 1 of other types (--include reads them)\n"
    );
}

#[test]
fn arguments_in_the_order_given() {
    let ran = tree()
        .run(&["extract", "d/b.txt", "d/a", "d/.hidden.txt", "d/b.txt"])
        .code(0)
        .silent();
    assert_eq!(
        ran.paths(),
        ["d/b.txt", "d/a/y", "d/a/z.md", "d/.hidden.txt", "d/b.txt"]
    );
}

#[test]
fn globs() {
    let tree = tree();
    let paths = |arguments: &[&str]| tree.run(&[&["extract", "d"], arguments].concat()).code(0).paths();
    assert_eq!(paths(&["--include", "*.md"]), ["d/a/z.md"]);
    assert_eq!(
        paths(&["--include", "*.csv", "--include", "a/*"]),
        ["d/a/y", "d/a/z.md", "d/table.csv"]
    );
    assert_eq!(
        paths(&["--exclude", "a/", "--exclude", "*.jsonl"]),
        ["d/B.TXT", "d/a.txt", "d/b.txt"]
    );
    assert_eq!(paths(&["--include", "*.txt", "--exclude", "b*"]), ["d/a.txt"]);
    assert_eq!(paths(&["--include", "*/z.md"]), ["d/a/z.md"]);
    assert_eq!(paths(&["--include", "no-such"]), [""; 0]);
}

#[test]
fn input_format_for_every_file() {
    let tree = Folder::new(&[
        ("d/a.jsonl", b"{\"text\":\"x\"}\n"),
        ("d/b.txt", b"{\"text\":\"y\"}\n{\"text\":\"z\"}"),
    ]);
    let lines = |arguments: &[&str]| {
        tree.run(&[&["extract", "d"], arguments].concat())
            .code(0)
            .each("/source/line")
    };
    assert_eq!(lines(&[]), ["1", "null"]);
    assert_eq!(lines(&["--input-format", "text"]), ["null", "null"]);
    assert_eq!(lines(&["--input-format", "jsonl"]), ["1", "1", "2"]);
}

#[test]
fn a_named_file_is_told_by_what_it_starts_with() {
    let folder = Folder::new(&[
        ("a.json", b"\n{\"text\":\"x\"}"),
        ("b.log", b"{x} is prose."),
        ("c", b"{\"text\":\"y\"}"),
    ]);
    let ran = folder.run(&["extract", "a.json", "b.log", "c"]).code(0).silent();
    assert_eq!(ran.each("/source/line"), ["2", "null", "1"]);
}

#[cfg(unix)]
#[test]
fn links_are_followed_and_loops_named() {
    let folder = Folder::new(&[("d/a.txt", b"A"), ("e/b.txt", b"B")]);
    std::os::unix::fs::symlink(folder.path().join("e"), folder.path().join("d/e")).unwrap();
    assert_eq!(
        folder.run(&["extract", "d"]).code(0).silent().paths(),
        ["d/a.txt", "d/e/b.txt"]
    );
    std::os::unix::fs::symlink(folder.path().join("d"), folder.path().join("e/again")).unwrap();
    let ran = folder.run(&["extract", "d"]).code(1).says("d/e/again: links back to d");
    assert_eq!(ran.paths(), ["d/a.txt", "d/e/b.txt"]);
}

#[cfg(unix)]
#[test]
fn a_pipe_with_a_name_is_read() {
    let folder = Folder::new(&[]);
    let script = format!(
        "cat | '{}' extract <(printf '{{\"text\":\"x\"}}\\n') <(printf prose)",
        env!("CARGO_BIN_EXE_icbrief")
    );
    let Ok(output) = std::process::Command::new("bash")
        .args(["-c", &script])
        .current_dir(folder.path())
        .output()
    else {
        eprintln!("skipped: no bash");
        return;
    };
    assert_eq!(String::from_utf8(output.stdout).unwrap().lines().count(), 2);
    assert!(output.status.success());
}

#[test]
fn the_output_is_no_input() {
    let folder = Folder::new(&[("d/a.txt", b"A"), ("d/out.jsonl", b"{\"old\":1}\n")]);
    folder.run(&["extract", "d", "-o", "d/out.jsonl"]).code(0).silent();
    assert_eq!(folder.read("d/out.jsonl").lines().count(), 1);
}

#[cfg(unix)]
#[test]
fn nor_is_the_file_that_standard_output_goes_to() {
    let folder = Folder::new(&[("d/a.txt", b"A")]);
    let out = std::fs::File::create(folder.path().join("d/out.jsonl")).unwrap();
    let status = crate::run::program()
        .args(["extract", "d"])
        .current_dir(folder.path())
        .stdout(out)
        .status()
        .unwrap();
    assert!(status.success());
    assert_eq!(folder.read("d/out.jsonl").lines().count(), 1);
}
