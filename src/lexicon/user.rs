//! A user's own names (`--lexicon FILE`): companies, people and places that win over ours.

use std::collections::HashMap;

use crate::record::{OrganisationKind, PlaceKind, kind_named};
use crate::resolve::names::Kind;
use crate::text::{Document, fold, scan};

/// What the user says of one name.
#[derive(Debug, Clone)]
pub struct UserEntry {
    pub kind: Kind,
    /// The `name` that records give.
    pub canonical: String,
    pub organisation: Option<OrganisationKind>,
    pub place: Option<PlaceKind>,
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
    pub admin1: Option<String>,
    /// Degrees.
    pub lat: Option<f64>,
    pub lon: Option<f64>,
    /// Where it stands, for messages: `file:line`.
    at: String,
}

/// One written form of an entry.
#[derive(Debug)]
struct Form {
    /// Hashes of its folded tokens.
    tokens: Vec<u64>,
    /// Whether its first letter is a capital; the text must agree (*Hope* is not *hope*).
    capital: bool,
    entry: u32,
}

/// The names of all the user's files.
#[derive(Debug, Default)]
pub struct UserLexicon {
    entries: Vec<UserEntry>,
    /// By the hash of the first token, the longest form first.
    forms: HashMap<u64, Vec<Form>>,
}

/// A form found in the text: tokens `start..end`.
#[derive(Debug, Clone, Copy)]
pub struct UserMatch {
    pub start: u32,
    pub end: u32,
    pub entry: u32,
}

/// Columns that a file may have; the first two it must have.
const COLUMNS: [&str; 10] = [
    "name",
    "kind",
    "canonical",
    "aliases",
    "attributes",
    "type",
    "country",
    "admin1",
    "lat",
    "lon",
];

/// Hash of a token as [`crate::resolve::names`] makes it.
fn token_hash(token: &str) -> u64 {
    fold::hash(fold::fold(token).as_bytes())
}

impl UserLexicon {
    /// Adds the names of a TSV text. `file` is its name in messages.
    ///
    /// # Errors
    /// The file's name, the line and the remedy: a column that is missing or unknown, an unknown kind, a value that
    /// cannot be read, a name that stands twice.
    pub fn add(&mut self, file: &str, text: &str) -> Result<(), String> {
        let mut lines = text
            .trim_start_matches('\u{feff}')
            .lines()
            .enumerate()
            .map(|(index, line)| (index + 1, line.trim_end_matches('\r')))
            .filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'));
        let (number, header) = lines
            .next()
            .ok_or_else(|| format!("{file}: it is empty; the first line names the columns: name, kind, …"))?;
        let mut columns: HashMap<&str, usize> = HashMap::new();
        for (index, column) in header.split('\t').map(str::trim).enumerate() {
            let name = match column {
                "canonical name" | "canonical_name" => "canonical",
                other => other,
            };
            if !COLUMNS.contains(&name) {
                return Err(format!(
                    "{file}:{number}: unknown column {column:?}; the columns are {}, with a tab between them",
                    COLUMNS.join(", ")
                ));
            }
            if columns.insert(name, index).is_some() {
                return Err(format!(
                    "{file}:{number}: column {column:?} stands twice; leave one out"
                ));
            }
        }
        for needed in &COLUMNS[..2] {
            if !columns.contains_key(needed) {
                return Err(format!(
                    "{file}:{number}: column {needed:?} is missing; the first line must name it, with tabs between the columns"
                ));
            }
        }
        for (number, line) in lines {
            self.row(&format!("{file}:{number}"), line, &columns)?;
        }
        Ok(())
    }

    fn row(&mut self, at: &str, line: &str, columns: &HashMap<&str, usize>) -> Result<(), String> {
        let cells: Vec<&str> = line.split('\t').map(str::trim).collect();
        if cells.len() > columns.len() {
            return Err(format!(
                "{at}: {} columns, but the first line names {}; take the others out or name them",
                cells.len(),
                columns.len()
            ));
        }
        let get = |name: &str| {
            let cell = columns.get(name).and_then(|index| cells.get(*index));
            cell.copied().filter(|cell| !cell.is_empty())
        };
        let name =
            get("name").ok_or_else(|| format!("{at}: no name; fill the column \"name\" or take the line out"))?;
        let kind = match get("kind") {
            Some("person" | "people") => Kind::Person,
            Some("organisation" | "organization" | "org") => Kind::Organisation,
            Some("place" | "location") => Kind::Place,
            Some(other) => {
                return Err(format!(
                    "{at}: unknown kind {other:?}; it is person, organisation or place"
                ));
            }
            None => return Err(format!("{at}: no kind; it is person, organisation or place")),
        };
        let mut entry = UserEntry {
            kind,
            canonical: get("canonical").unwrap_or(name).into(),
            organisation: None,
            place: None,
            country: None,
            admin1: None,
            lat: None,
            lon: None,
            at: at.into(),
        };
        for key in &COLUMNS[5..] {
            if let Some(value) = get(key) {
                entry.attribute(at, key, value)?;
            }
        }
        let pairs = get("attributes").unwrap_or_default().split(';').map(str::trim);
        for pair in pairs.filter(|pair| !pair.is_empty()) {
            let (key, value) = pair
                .split_once('=')
                .ok_or_else(|| format!("{at}: attribute {pair:?} is not of the form key=value, with ; between them"))?;
            entry.attribute(at, key.trim(), value.trim())?;
        }
        let number = self.entries.len() as u32;
        self.entries.push(entry);
        let aliases = get("aliases").unwrap_or_default().split('|').map(str::trim);
        let canonical = get("canonical").filter(|canonical| *canonical != name);
        for form in std::iter::once(name)
            .chain(canonical)
            .chain(aliases.filter(|a| !a.is_empty()))
        {
            self.form(at, form, number)?;
        }
        Ok(())
    }

    fn form(&mut self, at: &str, form: &str, entry: u32) -> Result<(), String> {
        let mut tokens = Vec::new();
        let mut from = 0;
        while let Some(raw) = scan::next(form.as_bytes(), from) {
            tokens.push(token_hash(&form[raw.start..raw.end]));
            from = raw.end;
        }
        let Some(&first) = tokens.first() else {
            return Err(format!("{at}: {form:?} has no word in it"));
        };
        let forms = self.forms.entry(first).or_default();
        if let Some(same) = forms.iter().find(|f| f.tokens == tokens) {
            if same.entry == entry {
                return Ok(());
            }
            return Err(format!(
                "{at}: {form:?} stands in {} already; take one of them out",
                self.entries[same.entry as usize].at
            ));
        }
        forms.push(Form {
            capital: form.starts_with(char::is_uppercase),
            tokens,
            entry,
        });
        forms.sort_by_key(|f| std::cmp::Reverse(f.tokens.len()));
        Ok(())
    }

    pub fn entry(&self, index: u32) -> &UserEntry {
        &self.entries[index as usize]
    }

    /// The longest form that starts at token `at` and ends before `limit`.
    pub fn find(&self, document: &Document<'_>, at: u32, limit: u32) -> Option<UserMatch> {
        let text = document.str(at);
        let forms = self.forms.get(&token_hash(text))?;
        let capital = text.starts_with(char::is_uppercase);
        forms
            .iter()
            .filter(|form| form.capital == capital && at + form.tokens.len() as u32 <= limit)
            .find(|form| {
                (at..)
                    .zip(&form.tokens)
                    .skip(1)
                    .all(|(at, hash)| token_hash(document.str(at)) == *hash)
            })
            .map(|form| UserMatch {
                start: at,
                end: at + form.tokens.len() as u32,
                entry: form.entry,
            })
    }
}

impl UserEntry {
    fn attribute(&mut self, at: &str, key: &str, value: &str) -> Result<(), String> {
        let degrees = |most: f64| {
            value
                .parse::<f64>()
                .ok()
                .filter(|degrees| degrees.abs() <= most)
                .ok_or_else(|| format!("{at}: {key} {value:?} is no number of degrees from -{most} to {most}"))
        };
        match key {
            "type" => {
                let known = match self.kind {
                    Kind::Organisation => {
                        self.organisation = kind_named(value);
                        self.organisation.is_some()
                    }
                    Kind::Place => {
                        self.place = kind_named(value);
                        self.place.is_some()
                    }
                    _ => false,
                };
                if !known {
                    return Err(format!(
                        "{at}: unknown type {value:?}; organisations and places have the kinds that `icbrief schema` lists, people have none"
                    ));
                }
            }
            "country" => {
                if value.len() != 2 || !value.bytes().all(|b| b.is_ascii_alphabetic()) {
                    return Err(format!(
                        "{at}: country {value:?} is no ISO 3166-1 code of two letters, such as CN"
                    ));
                }
                self.country = Some(value.to_ascii_uppercase());
            }
            "admin1" => self.admin1 = Some(value.into()),
            "lat" => self.lat = Some(degrees(90.0)?),
            "lon" => self.lon = Some(degrees(180.0)?),
            _ => {
                return Err(format!(
                    "{at}: unknown attribute {key:?}; the attributes are type, country, admin1, lat, lon"
                ));
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::document::Buffers;

    fn error(text: &str) -> String {
        UserLexicon::default().add("own.tsv", text).unwrap_err()
    }

    #[test]
    fn errors_name_file_line_and_remedy() {
        for (text, parts) in [
            ("", ["own.tsv", "the first line names the columns"]),
            ("name\tcolour\n", ["own.tsv:1", "unknown column \"colour\""]),
            ("name\n", ["own.tsv:1", "column \"kind\" is missing"]),
            ("name\tkind\nHope\tship\n", ["own.tsv:2", "unknown kind \"ship\""]),
            ("name\tkind\n\nHope\n", ["own.tsv:3", "no kind"]),
            (
                "name\tkind\nHope\tplace\nHope\tperson\n",
                ["own.tsv:3", "own.tsv:2 already"],
            ),
            (
                "name\tkind\tlat\nHope\tplace\t95\n",
                ["own.tsv:2", "no number of degrees"],
            ),
            (
                "name\tkind\tattributes\nHope\tplace\tcolour=red\n",
                ["own.tsv:2", "unknown attribute"],
            ),
            (
                "name\tkind\ttype\nHope\tplace\tcompany\n",
                ["own.tsv:2", "unknown type"],
            ),
            ("name\tkind\nHope\tplace\tCN\n", ["own.tsv:2", "3 columns"]),
        ] {
            let error = error(text);
            assert!(parts.iter().all(|part| error.contains(part)), "{text:?}: {error}");
        }
    }

    #[test]
    fn the_longest_form_with_the_same_first_letter() {
        let mut user = UserLexicon::default();
        user.add(
            "own.tsv",
            "# ours\nname\tkind\taliases\nHope\torganisation\tHope Bay|HB-2\n",
        )
        .unwrap();
        let mut buffers = Buffers::default();
        let document = buffers.read("Hope Bay and hope");
        let found = user.find(&document, 0, document.len()).unwrap();
        assert_eq!((found.start, found.end, found.entry), (0, 2, 0));
        assert!(user.find(&document, 3, document.len()).is_none());
        assert_eq!(user.find(&document, 0, 1).unwrap().end, 1);
    }
}
