//! Reads tab-separated tables with `#` comments and a header line.

use std::path::Path;

/// One table: its column names and rows with their line numbers.
pub struct Table {
    pub file: String,
    pub header: Vec<String>,
    pub rows: Vec<(usize, Vec<String>)>,
}

pub fn read(path: &Path) -> Result<Table, String> {
    let file = path.display().to_string();
    let text = std::fs::read_to_string(path).map_err(|e| format!("{file}: {e}"))?;
    let mut header = Vec::new();
    let mut rows = Vec::new();
    for (n, line) in text.lines().enumerate() {
        if line.starts_with('#') || line.trim().is_empty() {
            continue;
        }
        let cells: Vec<String> = line.split('\t').map(|c| c.trim().to_string()).collect();
        if header.is_empty() {
            header = cells;
        } else {
            rows.push((n + 1, cells));
        }
    }
    Ok(Table { file, header, rows })
}

impl Table {
    pub fn column(&self, name: &str) -> Result<usize, String> {
        self.header
            .iter()
            .position(|h| h == name)
            .ok_or_else(|| format!("{}: no column {name:?}; it has {:?}", self.file, self.header))
    }

    pub fn at(&self, line: usize) -> String {
        format!("{}:{line}", self.file)
    }
}

/// Cell `column` of a row, empty where the row is shorter.
pub fn cell(row: &[String], column: usize) -> &str {
    row.get(column).map_or("", |c| c.as_str())
}

pub fn number<T: std::str::FromStr>(table: &Table, line: usize, text: &str) -> Result<T, String> {
    text.parse()
        .map_err(|_| format!("{}: {text:?} is no number", table.at(line)))
}
