//! Turns `rules/names/evidence.tsv` into constants: a number, a name and four weights for each kind of evidence.

use std::path::Path;

use crate::tsv::{self, cell, number};

pub fn write(rules: &Path) -> Result<String, String> {
    let table = tsv::read(&rules.join("names/evidence.tsv"))?;
    let mut constants = String::new();
    let (mut names, mut rules, mut weights, mut about) = (String::new(), String::new(), String::new(), String::new());
    for (id, (line, row)) in table.rows.iter().enumerate() {
        if id >= 128 {
            return Err(format!("{}: more than 128 kinds of evidence", table.at(*line)));
        }
        constants.push_str(&format!(
            "/// {}.\npub const {}: u8 = {id};\n",
            cell(row, 5),
            cell(row, 0)
        ));
        about.push_str(&format!("    {:?},\n", cell(row, 5)));
        names.push_str(&format!("    {:?},\n", cell(row, 0)));
        rules.push_str(&format!(
            "    \"name.{}\",\n",
            cell(row, 0).to_lowercase().replace('_', "-")
        ));
        let values: Vec<i16> = (1..5)
            .map(|c| number(&table, *line, cell(row, c)))
            .collect::<Result<_, _>>()?;
        weights.push_str(&format!("    {values:?},\n"));
    }
    let n = table.rows.len();
    Ok(format!(
        "{constants}\n/// Names of the kinds of evidence, by number.\npub const NAMES: [&str; {n}] = [\n{names}];\n\
         /// The same as rules of items.\npub const RULES: [&str; {n}] = [\n{rules}];\n\
         /// What each says.\npub const ABOUT: [&str; {n}] = [\n{about}];\n\
         /// Weights for person, organisation, place and other.\npub const WEIGHTS: [[i16; 4]; {n}] = [\n{weights}];\n"
    ))
}
