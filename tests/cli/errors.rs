//! What cannot be read, and what is asked wrongly.

use crate::run::Folder;

const LINES: &[u8] =
    b"{\"text\":\"x\",\"id\":1}\n{\"text\":\n\n{\"body\":\"x\",\"id\":\"n\"}\n[1]\n{\"text\":\"y\",\"id\":2}\n";

#[test]
fn a_missing_file_is_named_and_the_others_are_read() {
    let folder = Folder::new(&[("a.txt", b"A"), ("b.txt", b"B")]);
    let ran = folder.run(&["extract", "a.txt", "none.txt", "b.txt"]).code(1);
    assert_eq!(ran.paths(), ["a.txt", "b.txt"]);
    assert!(
        ran.err.starts_with("error: none.txt: ") && ran.err.ends_with("; check the path\n"),
        "{}",
        ran.err
    );
    assert_eq!(
        folder
            .run(&["extract", "a.txt", "none.txt", "b.txt", "--strict"])
            .code(1)
            .paths(),
        ["a.txt"]
    );
}

#[test]
fn a_named_binary_file_is_an_error() {
    let folder = Folder::new(&[("a.txt", b"\0\0\0"), ("b.bin", b"\x7FELF\0"), ("c.txt", b"C")]);
    let ran = folder
        .run(&["extract", "a.txt", "b.bin", "c.txt"])
        .code(1)
        .says("a.txt: binary")
        .says("b.bin: binary");
    assert_eq!(ran.paths(), ["c.txt"]);
    folder.run_with(&["extract"], b"\0").code(1).says("-: binary");
}

#[test]
fn broken_lines_are_named_with_their_numbers() {
    let folder = Folder::new(&[]);
    let ran = folder
        .run_with(&["extract"], LINES)
        .code(1)
        .says("-: line 2: not JSON")
        .says("-: line 4: no `text` field");
    assert_eq!(ran.each("/source/id"), ["1", "2"]);
    ran.says("-: line 5: not a JSON object")
        .says("3 inputs could not be read; 2 articles were");
}

#[test]
fn broken_lines_can_be_answered_in_place() {
    let ran = Folder::new(&[])
        .run_with(&["extract", "--on-error", "record"], LINES)
        .code(0)
        .silent();
    assert_eq!(ran.each("/source/line"), ["1", "2", "3", "4", "5", "6"]);
    assert_eq!(ran.each("/source/id"), ["1", "null", "null", "n", "null", "2"]);
    let errors = ran.each("/error");
    assert_eq!(
        (errors[0].as_str(), errors[2].as_str(), errors[5].as_str()),
        ("absent", "blank line", "absent")
    );
    assert!(errors[1].starts_with("not JSON") && errors[3].contains("`text`"));
}

#[test]
fn the_first_broken_line_can_end_it() {
    let folder = Folder::new(&[]);
    for how in [&["--on-error", "fail"][..], &["--strict"]] {
        let ran = folder
            .run_with(&[&["extract", "-o", "out"], how].concat(), LINES)
            .code(1);
        assert_eq!(ran.err.lines().count(), 2, "{}", ran.err);
        ran.says("line 2").says("not written");
        assert_eq!(folder.names(), [""; 0]);
        assert_eq!(
            folder
                .run_with(&[&["extract"], how].concat(), LINES)
                .code(1)
                .records()
                .len(),
            1
        );
    }
}

#[test]
fn large_articles_are_refused_by_name() {
    let long = format!("{{\"text\":\"{}\"}}\n{{\"text\":\"x\"}}\n", "y".repeat(3000));
    let folder = Folder::new(&[
        ("a.jsonl", long.as_bytes()),
        ("b.txt", &[b'x'; 1025]),
        ("c.txt", &[b'x'; 1024]),
    ]);
    let ran = folder.run(&["extract", ".", "--max-article-bytes", "1K"]).code(1);
    assert_eq!(ran.paths(), ["./a.jsonl", "./c.txt"]);
    let ran = ran.says("./a.jsonl: line 1: line of more than 1024 bytes; raise --max-article-bytes");
    ran.says("./b.txt: article of more than 1024 bytes; raise --max-article-bytes");
    let limit = &["extract", "--max-article-bytes", "1K"];
    folder
        .run_with(limit, &[b'x'; 1025])
        .code(1)
        .says("-: article of more than 1024 bytes");
    folder.run_with(limit, &[b'x'; 1024]).code(0).silent();
    let recorded = folder.run_with(
        &["extract", "--max-article-bytes", "1K", "--on-error", "record"],
        long.as_bytes(),
    );
    assert_eq!(recorded.code(0).each("/source/line"), ["1", "2"]);
    folder
        .run(&["extract", ".", "--max-article-bytes", "4000"])
        .code(0)
        .silent();
}

/// Lines longer than a block, and longer than many.
#[test]
fn lines_of_any_length_within_the_limit() {
    let mut text = String::new();
    for length in [10, 200_000, 5, 3_000_000, 131_072] {
        text += &format!("{{\"text\":\"{}\"}}\n", "y".repeat(length));
    }
    let folder = Folder::new(&[]);
    let ran = folder.run_with(&["extract"], text.as_bytes()).code(0);
    assert_eq!(ran.each("/source/bytes"), ["10", "200000", "5", "3000000", "131072"]);
    let ran = folder
        .run_with(&["extract", "--max-article-bytes", "1M"], text.as_bytes())
        .code(1)
        .says("line 4");
    assert_eq!(ran.each("/source/line"), ["1", "2", "3", "5"]);
}

#[test]
fn wrong_usage() {
    let folder = Folder::new(&[("a.txt", b"A")]);
    for (arguments, says) in [
        (&[][..], "Usage"),
        (
            &["extract", "a.txt", "--only", "persons"],
            "`persons` is none of events, dates",
        ),
        (&["extract", "a.txt", "--threads", "0"], "--threads"),
        (
            &["extract", "a.txt", "--reference-date", "2023-02-29"],
            "not a day of the calendar",
        ),
        (&["extract", "a.txt", "--max-article-bytes", "5T"], "a size is"),
        (&["extract", "a.txt", "--include", "a[b"], "a[b"),
        (
            &["extract", "a.txt", "--strict", "--on-error", "record"],
            "cannot be used with",
        ),
        (&["extract", "a.txt", "--format", "xml"], "possible values: jsonl"),
        (&["extract", "a.txt", "-o", "."], "cannot write to ."),
        (&["extract", "a.txt", "-o", "none/out"], "cannot write to none/out"),
        (&["extract", "a.txt", "-o", "a.txt"], "a.txt is both input and output"),
        (&["man", "none"], "no command `none`"),
    ] {
        folder.run(arguments).code(2).says(says);
    }
    assert_eq!(
        (folder.names(), folder.read("a.txt").as_str()),
        (vec!["a.txt".into()], "A")
    );
}

#[cfg(unix)]
#[test]
fn unreadable_files_and_names_that_are_no_text() {
    use std::os::unix::ffi::OsStrExt;
    let folder = Folder::new(&[("a.txt", b"A")]);
    let odd = std::ffi::OsStr::from_bytes(b"b\xFF.txt");
    if std::fs::write(folder.path().join(odd), "B").is_ok() {
        assert_eq!(
            folder.run(&["extract", "."]).code(0).paths(),
            ["./a.txt", "./b\u{FFFD}.txt"]
        );
    }
    std::os::unix::fs::symlink("nowhere", folder.path().join("c.txt")).unwrap();
    folder.run(&["extract", "."]).code(1).says("error: ./c.txt: ");
}
