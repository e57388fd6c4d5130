//! Reads and compiles the rule files.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use crate::compile::{self, Program};
use crate::lexicon::Builder;
use crate::parse::{self, Rule};

/// A rule with one of its patterns, compiled. A rule with several `match` lines gives several of these.
pub struct Compiled {
    pub rule: Rule,
    pub program: Program,
}

pub fn read_all(folder: &Path, lexicon: &mut Builder) -> Result<Vec<Compiled>, String> {
    let mut files = Vec::new();
    rules_under(folder, &mut files)?;
    files.sort();
    let mut out: Vec<Compiled> = Vec::new();
    let mut ids = HashSet::new();
    let mut base = 0;
    for path in files {
        let name = path.display().to_string();
        let text = std::fs::read_to_string(&path).map_err(|e| format!("{name}: {e}"))?;
        for rule in parse::parse_file(&name, &text)? {
            if !ids.insert(rule.id.clone()) {
                return Err(format!("{name}:{}: rule {} stands twice", rule.line, rule.id));
            }
            for pattern in &rule.patterns {
                let program = compile::compile(pattern, base, lexicon)
                    .map_err(|e| format!("{name}:{}: rule {}: {e}", rule.line, rule.id))?;
                base += program.ops.len();
                out.push(Compiled {
                    rule: rule.clone(),
                    program,
                });
            }
        }
    }
    Ok(out)
}

fn rules_under(folder: &Path, out: &mut Vec<PathBuf>) -> Result<(), String> {
    for entry in std::fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))? {
        let path = entry.map_err(|e| e.to_string())?.path();
        if path.is_dir() {
            rules_under(&path, out)?;
        } else if path.extension().is_some_and(|e| e == "rules") {
            out.push(path);
        }
    }
    Ok(())
}
