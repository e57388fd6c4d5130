//! The stages that are measured, over the articles in `fixtures/`. Both benches run the same ones, so that a rise of
//! the instruction counts can be looked at by the clock.
//!
//! Only what the library shows is used here: reading a line, tokens and sentences, the whole extraction, writing.

use std::hint::black_box;
use std::path::Path;

use icbrief::output::Format;
use icbrief::text::document::Buffers;
use icbrief::{Article, Extractor};

/// The articles of `fixtures/articles` and `fixtures/kept-aside`, in the order of their names.
pub fn texts() -> Vec<String> {
    let mut paths = Vec::new();
    for folder in ["articles", "kept-aside"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(folder);
        paths.extend(folder.read_dir().unwrap().map(|entry| entry.unwrap().path()));
    }
    paths.sort();
    paths
        .iter()
        .map(|path| std::fs::read_to_string(path).unwrap())
        .collect()
}

/// The same as JSON Lines.
pub fn lines() -> Vec<String> {
    texts()
        .iter()
        .map(|text| serde_json::json!({ "text": text }).to_string())
        .collect()
}

pub fn article(text: &str) -> Article<'_> {
    Article {
        text: text.into(),
        ..Article::default()
    }
}

/// JSON and hash of each line.
pub fn read(lines: &[String]) {
    for (line, number) in lines.iter().zip(1..) {
        let article = icbrief::input::jsonl::article(line, "-", number, "UTF-8");
        black_box(article.expect("each line is an article"));
    }
}

/// Tokens, words, phrases, sentences, offsets.
pub fn tokens(texts: &[String], buffers: &mut Buffers) {
    for text in texts {
        buffers.prepare(black_box(text));
        black_box(&buffers);
    }
}

/// From text to record.
pub fn extract(texts: &[String], extractor: &mut Extractor) {
    for text in texts {
        black_box(extractor.extract(black_box(&article(text))));
    }
}

/// From a line to a line, as the program does it.
pub fn whole(lines: &[String], extractor: &mut Extractor, out: &mut Vec<u8>) {
    for (line, number) in lines.iter().zip(1..) {
        let article = icbrief::input::jsonl::article(line, "-", number, "UTF-8").expect("each line is an article");
        out.clear();
        let written = Format::default().write(&extractor.extract(&article), false, out);
        written.expect("a record is JSON");
        black_box(&out);
    }
}
