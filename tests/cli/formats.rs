//! Encodings, JSON Lines, standard input.

use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;

use crate::run::{Folder, program};

/// SHA-256 of `abc`.
const ABC: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
/// And of nothing.
const NOTHING: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

fn utf_16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    "\u{FEFF}"
        .encode_utf16()
        .chain(text.encode_utf16())
        .flat_map(bytes)
        .collect()
}

#[test]
fn encodings_are_told() {
    let chinese = "北京九月二十六日电，世界半导体大会在无锡开幕，三百多位嘉宾出席。";
    let japanese = "東京エレクトロンは十五日、宮城県に新しい工場を建設すると発表した。";
    let folder = Folder::new(&[
        ("a-plain.txt", "The 300 guests – all of them.".as_bytes()),
        ("b-mark.txt", b"\xEF\xBB\xBFWith a mark."),
        ("c-little.txt", &utf_16("Zhāng 张", u16::to_le_bytes)),
        ("d-big.txt", &utf_16("Zhāng 张", u16::to_be_bytes)),
        ("e-gbk.txt", &encoding_rs::GBK.encode(chinese).0),
        ("f-sjis.txt", &encoding_rs::SHIFT_JIS.encode(japanese).0),
        (
            "g-1252.txt",
            b"The company\x92s caf\xE9 \x96 \x93the first\x94 \x96 opened in D\xFCsseldorf.",
        ),
    ]);
    let ran = folder.run(&["extract", "."]).code(0).silent();
    assert_eq!(
        ran.each("/source/encoding"),
        [
            "UTF-8",
            "UTF-8",
            "UTF-16LE",
            "UTF-16BE",
            "GBK",
            "Shift_JIS",
            "windows-1252"
        ]
    );
}

#[test]
fn undecodable_bytes_are_counted() {
    let folder = Folder::new(&[("a.txt", "It’s cut – here: \u{2019}".as_bytes().split_last().unwrap().1)]);
    let ran = folder.run(&["extract", "a.txt"]).code(0);
    assert_eq!(
        ran.err,
        "warning: a.txt: 2 undecodable bytes in UTF-8 were replaced by U+FFFD\n"
    );
    assert_eq!(ran.each("/source/encoding"), ["UTF-8"]);
}

#[test]
fn bytes_and_hash_are_those_of_the_file_or_of_the_text() {
    let folder = Folder::new(&[
        ("a.txt", b"abc"),
        ("b.jsonl", b"{\"text\": \"\\u0061bc\"}\r\n{\"text\": \"\"}"),
    ]);
    let ran = folder.run(&["extract", "a.txt", "b.jsonl"]).code(0);
    assert_eq!(ran.each("/source/sha256"), [ABC, ABC, NOTHING]);
    assert_eq!(ran.each("/source/bytes"), ["3", "3", "0"]);
    assert_eq!(ran.each("/id"), [&ABC[..16], &ABC[..16], &NOTHING[..16]]);
}

#[test]
fn an_empty_article_is_a_record_with_empty_lists() {
    let ran = Folder::new(&[("a.txt", b"")])
        .run(&["extract", "a.txt"])
        .code(0)
        .silent();
    for list in ["events", "dates", "places", "organisations", "people", "figures"] {
        assert_eq!(ran.each(&format!("/{list}")), ["[]"], "{list}");
    }
}

#[test]
fn json_lines() {
    let text = "\u{FEFF}{\"id\":\"a\",\"text\":\"x\",\"url\":\"https://example.org/\",\"gold\":{\"x\":[{\"text\":1}]}}\r\n\
        {\"text\":\"x\",\"id\":12345678901234567890123}\n\n  \n{\"text\":\"x\",\"title\":null,\"date\":\"2023-09-26\"}";
    let folder = Folder::new(&[("a.ndjson", text.as_bytes())]);
    let ran = folder.run(&["extract", "a.ndjson"]).code(0).silent();
    assert_eq!(ran.each("/source/id"), ["a", "12345678901234567890123", "null"]);
    assert_eq!(ran.each("/source/line"), ["1", "2", "5"]);
    assert_eq!(ran.each("/source/url"), ["https://example.org/", "absent", "absent"]);
    assert_eq!(
        folder
            .run_with(&["extract"], text.as_bytes())
            .code(0)
            .each("/source/line"),
        ["1", "2", "5"]
    );
}

#[test]
fn json_lines_in_other_encodings() {
    let line = "{\"text\":\"世界半导体大会在无锡开幕，三百多位嘉宾出席。\"}\n";
    let wide = utf_16(&line.repeat(3), u16::to_le_bytes);
    let folder = Folder::new(&[("a.jsonl", &wide), ("b.jsonl", &encoding_rs::GBK.encode(line).0)]);
    let ran = folder.run(&["extract", "."]).code(0).silent();
    assert_eq!(
        ran.each("/source/encoding"),
        ["UTF-16LE", "UTF-16LE", "UTF-16LE", "GBK"]
    );
    assert_eq!(
        ran.each("/source/bytes"),
        vec![ran.records()[0]["source"]["bytes"].to_string(); 4]
    );
    let mut broken = wide.clone();
    broken.splice(22..24, [0x00, 0xD8]);
    let ran = folder
        .run_with(&["extract"], &broken)
        .code(0)
        .says("-: line 1: 2 undecodable bytes in UTF-16LE");
    assert_eq!(ran.records().len(), 3);
}

#[test]
fn standard_input_is_told_by_what_it_starts_with() {
    let folder = Folder::new(&[("a.txt", b"A")]);
    let lines = b"{\"text\":\"x\"}\n{\"text\":\"y\"}\n";
    let run = |arguments: &[&str], stdin: &[u8]| folder.run_with(arguments, stdin).code(0).silent();
    assert_eq!(run(&["extract"], lines).each("/source/line"), ["1", "2"]);
    assert_eq!(run(&["extract", "-"], b"abc").each("/source/sha256"), [ABC]);
    assert_eq!(run(&["extract", "-"], b"abc").paths(), ["-"]);
    assert_eq!(
        run(&["extract", "a.txt", "-", "a.txt"], lines).paths(),
        ["a.txt", "-", "-", "a.txt"]
    );
    assert_eq!(
        run(&["extract", "--input-format", "text"], lines).each("/source/line"),
        ["null"]
    );
    assert_eq!(run(&["extract", "--input-format", "jsonl"], b"").records().len(), 0);
    assert_eq!(run(&["extract"], b"").each("/source/bytes"), ["0"]);
}

/// A partner that writes a line and waits for the answer gets it.
#[test]
fn a_line_is_answered_before_the_next_one_comes() {
    let mut child = program()
        .args(["extract", "--input-format", "jsonl", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut ask = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
    for id in 0..3 {
        writeln!(ask, "{{\"id\":{id},\"text\":\"x\"}}").unwrap();
        let answer: serde_json::Value = serde_json::from_str(&answers.next().unwrap().unwrap()).unwrap();
        assert_eq!(answer["source"]["id"], id.to_string());
    }
    drop(ask);
    assert!(child.wait().unwrap().success() && answers.next().is_none());
}

#[test]
fn the_same_bytes_from_any_number_of_threads() {
    let folder = Folder::new(&[]);
    let mut lines = String::new();
    for number in 0..4000 {
        let text = format!("Article {number} of the chip alliance in Wuxi. ").repeat(1 + number % 17);
        lines += &format!("{{\"id\":{number},\"text\":\"{text}\"}}\n");
        if number % 10 == 0 {
            folder.write(&format!("d/{}/{number}.txt", number % 7), &text);
        }
    }
    lines.insert_str(lines.find('\n').unwrap() + 1, "broken\n");
    folder.write("d/lines.jsonl", &lines);
    let run = |threads: &str| folder.run(&["extract", "d", "--threads", threads]).code(1);
    let one = run("1");
    assert_eq!(one.records().len(), 4400);
    for threads in ["2", "4", "9"] {
        let many = run(threads);
        assert!(many.out == one.out && many.err == one.err, "{threads} threads");
    }
}

/// What data engines build on: whatever a line is, its answer stands in its place and carries its id.
#[test]
fn every_line_has_its_answer_in_its_place() {
    let (mut lines, mut ids) = (Vec::new(), Vec::new());
    for number in 0..3000 {
        let text = format!("Article {number} of the chip alliance in Wuxi. ").repeat(1 + number % 13);
        let (line, id) = match number % 50 {
            0 => (b"zero \0 byte".to_vec(), "null".to_owned()),
            17 => (b"{\"id\": 1, \"text\": \"cut".to_vec(), "null".to_owned()),
            23 => (b"\xFF\xFE\x00".to_vec(), "null".to_owned()),
            31 => (
                format!("{{\"id\":\"{number}\",\"text\":null}}").into_bytes(),
                number.to_string(),
            ),
            42 => (Vec::new(), "null".to_owned()),
            _ => (
                format!("{{\"text\":\"{text}\",\"id\":{number}}}").into_bytes(),
                number.to_string(),
            ),
        };
        lines.extend([&line[..], b"\n"].concat());
        ids.push(id);
    }
    let folder = Folder::new(&[]);
    for threads in ["1", "2", "7"] {
        let arguments = [
            "extract",
            "--input-format",
            "jsonl",
            "--on-error",
            "record",
            "--threads",
            threads,
            "-",
        ];
        let ran = folder.run_with(&arguments, &lines).code(0);
        assert_eq!(ran.each("/source/id"), ids, "{threads} threads");
        let errors = ran.each("/error").iter().filter(|error| *error != "absent").count();
        assert_eq!(errors, 5 * 3000 / 50);
    }
}
