//! Instructions of each stage, counted by valgrind: the same on every run, whatever else the machine does.
//! `benches/instructions.sh` compares them with `benches/instructions.tsv`.

mod common;

use gungraun::{library_benchmark, library_benchmark_group, main};
use icbrief::Extractor;
use icbrief::text::document::Buffers;

/// Buffers that have seen all articles, as in the middle of a corpus.
fn warm_buffers() -> (Vec<String>, Buffers) {
    let (texts, mut buffers) = (common::texts(), Buffers::default());
    common::tokens(&texts, &mut buffers);
    (texts, buffers)
}

fn warm() -> (Vec<String>, Extractor) {
    let (texts, mut extractor) = (common::texts(), Extractor::new());
    common::extract(&texts, &mut extractor);
    (texts, extractor)
}

fn warm_lines() -> (Vec<String>, Extractor, Vec<u8>) {
    let (lines, mut extractor, mut out) = (common::lines(), Extractor::new(), Vec::new());
    common::whole(&lines, &mut extractor, &mut out);
    (lines, extractor, out)
}

#[library_benchmark]
#[bench::fixtures(setup = common::lines)]
fn read(lines: Vec<String>) -> Vec<String> {
    common::read(&lines);
    lines
}

#[library_benchmark]
#[bench::fixtures(setup = warm_buffers)]
fn tokens((texts, mut buffers): (Vec<String>, Buffers)) -> (Vec<String>, Buffers) {
    common::tokens(&texts, &mut buffers);
    (texts, buffers)
}

#[library_benchmark]
#[bench::fixtures(setup = warm)]
fn extract((texts, mut extractor): (Vec<String>, Extractor)) -> (Vec<String>, Extractor) {
    common::extract(&texts, &mut extractor);
    (texts, extractor)
}

#[library_benchmark]
#[bench::fixtures(setup = warm_lines)]
fn whole((lines, mut extractor, mut out): (Vec<String>, Extractor, Vec<u8>)) -> (Vec<String>, Extractor, Vec<u8>) {
    common::whole(&lines, &mut extractor, &mut out);
    (lines, extractor, out)
}

library_benchmark_group!(name = stages, benchmarks = [read, tokens, extract, whole]);
main!(library_benchmark_groups = stages);
