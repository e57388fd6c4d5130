//! Time of each stage: `cargo bench --bench speed`. See `benches/README.md`.

mod common;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use icbrief::Extractor;
use icbrief::output::Format;
use icbrief::text::document::Buffers;

fn stages(criterion: &mut Criterion) {
    let (texts, lines) = (common::texts(), common::lines());
    let bytes = texts.iter().map(|text| text.len() as u64).sum();
    let mut group = criterion.benchmark_group("fixtures");
    group.throughput(Throughput::Bytes(bytes));
    group.bench_function("read", |bencher| bencher.iter(|| common::read(&lines)));
    let mut buffers = Buffers::default();
    group.bench_function("tokens", |bencher| {
        bencher.iter(|| common::tokens(&texts, &mut buffers));
    });
    let mut extractor = Extractor::new();
    group.bench_function("extract", |bencher| {
        bencher.iter(|| common::extract(&texts, &mut extractor));
    });
    let mut out = Vec::new();
    group.bench_function("whole", |bencher| {
        bencher.iter(|| common::whole(&lines, &mut extractor, &mut out));
    });
    group.finish();
}

/// Writing alone: the record of one article stays as it is.
fn write(criterion: &mut Criterion) {
    let texts = common::texts();
    let (mut extractor, mut out) = (Extractor::new(), Vec::new());
    let article = common::article(&texts[0]);
    let record = extractor.extract(&article);
    let mut group = criterion.benchmark_group("first article");
    group.throughput(Throughput::Bytes(article.text.len() as u64));
    group.bench_function("write", |bencher| {
        bencher.iter(|| {
            out.clear();
            Format::default().write(&record, false, &mut out)
        });
    });
    group.finish();
}

/// Each article by itself: which kind of text is slow.
fn articles(criterion: &mut Criterion) {
    let texts = common::texts();
    let mut extractor = Extractor::new();
    let mut group = criterion.benchmark_group("article");
    group.sample_size(20);
    for (text, number) in texts.iter().zip(1..) {
        group.throughput(Throughput::Bytes(text.len() as u64));
        let one = std::slice::from_ref(text);
        group.bench_function(format!("{number:02}"), |bencher| {
            bencher.iter(|| common::extract(one, &mut extractor));
        });
    }
    group.finish();
}

criterion_group!(benches, stages, write, articles);
criterion_main!(benches);
