//! Builds the embedded tables: reads everything under `rules/` and writes `tables.bin` and the constants that code asks for. Every
//! fault in a data file stops the build with file, line and remedy.

#[path = "../src/rules/compile.rs"]
mod compile;
mod events;
mod evidence;
#[path = "../src/text/fold.rs"]
#[allow(dead_code)]
mod fold;
#[path = "../src/lexicon/format.rs"]
#[allow(dead_code)]
mod format;
mod lexicon;
#[path = "../src/rules/parse.rs"]
#[allow(dead_code)]
mod parse;
mod rules;
#[path = "../src/text/scan.rs"]
#[allow(dead_code)]
mod scan;
mod tables;
#[path = "../src/text/token.rs"]
#[allow(dead_code)]
mod token;
mod tsv;

/// The limit that the compiler shares with the matcher.
mod matching {
    pub const MAX_CAPTURES: usize = 12;
}

use std::path::Path;

fn main() {
    println!("cargo::rerun-if-changed=rules");
    println!("cargo::rerun-if-changed=build");
    for shared in [
        "rules/compile.rs",
        "rules/parse.rs",
        "text/fold.rs",
        "text/scan.rs",
        "text/token.rs",
        "lexicon/format.rs",
    ] {
        println!("cargo::rerun-if-changed=src/{shared}");
    }
    let root = std::env::var("CARGO_MANIFEST_DIR").unwrap_or_else(|_| ".".into());
    let out = std::env::var("OUT_DIR").unwrap_or_else(|_| ".".into());
    if let Err(error) = run(Path::new(&root), Path::new(&out)) {
        eprintln!("\nthe tables could not be built:\n{error}\n");
        std::process::exit(1);
    }
}

fn run(root: &Path, out: &Path) -> Result<(), String> {
    let mut lexicon = lexicon::Builder::new(&root.join("rules"))?;
    lexicon.read_all(&root.join("rules/lexicon"))?;
    let events = events::read(&root.join("rules"), &mut lexicon)?;
    std::fs::write(out.join("events.rs"), events).map_err(|e| format!("events.rs: {e}"))?;
    let rules = rules::read_all(&root.join("rules"), &mut lexicon)?;
    let tables = tables::write(lexicon, &rules)?;
    let evidence = evidence::write(&root.join("rules"))?;
    for (name, bytes) in [
        ("tables.bin", tables.blob),
        ("classes.rs", tables.classes.into()),
        ("lists.rs", tables.lists.into()),
        ("evidence.rs", evidence.into()),
    ] {
        std::fs::write(out.join(name), bytes).map_err(|e| format!("{name}: {e}"))?;
    }
    Ok(())
}
