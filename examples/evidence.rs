//! Prints the pooled evidence of every candidate name of a JSON Lines corpus, for fitting the weights of
//! `rules/names/evidence.tsv` (see `tools/fit-evidence.py`): article id, start, end, name number, evidence names.

use std::io::Write;

use icbrief::extract::names::evidence::NAMES;
use icbrief::resolve::names::Names;
use icbrief::text::document::Buffers;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("usage: evidence CORPUS.jsonl")?;
    let mut out = std::io::BufWriter::new(std::io::stdout());
    let mut buffers = Buffers::default();
    let mut names = Names::default();
    for line in std::fs::read_to_string(path)?.lines() {
        let row: serde_json::Value = serde_json::from_str(line)?;
        let document = buffers.read(row["text"].as_str().unwrap_or_default());
        names.read(&document, None);
        for candidate in &names.candidates.list {
            let (start, end) = document.code_points(candidate.start, candidate.end);
            write!(
                out,
                "{}\t{start}\t{end}\t{}\t",
                row["id"].as_str().unwrap_or_default(),
                candidate.name
            )?;
            let evidence = names.list[candidate.name as usize].evidence;
            for (bit, name) in NAMES.iter().enumerate() {
                if evidence & (1 << bit) != 0 {
                    write!(out, "{name} ")?;
                }
            }
            writeln!(out)?;
        }
    }
    Ok(())
}
