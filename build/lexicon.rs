//! Collects words, phrases, senses and places from the TSV files.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use crate::compile::Vocabulary;
use crate::format::{LISTS, PlaceInfo, form, pos};
use crate::tsv::{self, cell, number};
use crate::{fold, scan};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Payload {
    None,
    Text,
    Number,
    Place,
}

pub struct Class {
    pub name: String,
    pub payload: Payload,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct SenseRow {
    pub class: u8,
    pub order: u32,
    pub value: u32,
    pub capital: bool,
}

impl SenseRow {
    /// A sense that the text may bear in small letters, in the order of its table's rows.
    pub fn plain(class: u8, row: usize, value: u32) -> Self {
        Self {
            class,
            order: row as u32,
            value,
            capital: false,
        }
    }
}

#[derive(Default, Clone)]
pub struct Word {
    pub senses: Vec<SenseRow>,
    pub verb: u16,
    pub form: u8,
    pub pos: u8,
    pub common: u8,
}

/// How common words of closed classes are.
const CLOSED: u8 = 10;

#[derive(Default)]
pub struct Builder {
    pub classes: Vec<Class>,
    class_ids: HashMap<String, u8>,
    pub word_ids: HashMap<String, u32>,
    pub words: Vec<Word>,
    /// Phrases of two tokens and more.
    pub phrases: HashMap<Vec<u32>, Vec<SenseRow>>,
    strings: HashMap<String, u32>,
    pub string_list: Vec<String>,
    pub places: Vec<PlaceInfo>,
    pub verbs: Vec<u32>,
    /// Names of the word lists, and the words of each.
    pub word_lists: Vec<(String, Vec<u32>)>,
    /// How common the words of English are, from 1 to 9, and 10 for closed classes.
    pub common: HashMap<u32, u8>,
}

impl Vocabulary for Builder {
    fn words(&mut self, literal: &str) -> Vec<u32> {
        // one token behind a word, which is where rules ask for it; alone it would be cut in two
        if literal == "'s" {
            return vec![self.word(literal)];
        }
        self.tokens(literal)
    }
    fn class(&self, name: &str) -> Option<u8> {
        self.class_ids.get(name).copied()
    }
}

const PLACE_KINDS: [&str; 9] = [
    "country", "region", "province", "city", "district", "zone", "facility", "water", "land",
];

impl Builder {
    pub fn new(rules: &Path) -> Result<Self, String> {
        let mut builder = Self {
            words: vec![Word::default()],
            verbs: vec![0],
            ..Self::default()
        };
        builder.string("");
        let table = tsv::read(&rules.join("classes.tsv"))?;
        for (line, row) in &table.rows {
            let payload = match cell(row, 1) {
                "none" => Payload::None,
                "text" => Payload::Text,
                "number" => Payload::Number,
                "place" => Payload::Place,
                other => {
                    return Err(format!(
                        "{}: payload {other:?}; none, text, number or place",
                        table.at(*line)
                    ));
                }
            };
            let id = builder.classes.len();
            if id >= 128 {
                return Err(format!("{}: more than 128 classes", table.at(*line)));
            }
            if builder.class_ids.insert(cell(row, 0).into(), id as u8).is_some() {
                return Err(format!("{}: class {:?} stands twice", table.at(*line), cell(row, 0)));
            }
            builder.classes.push(Class {
                name: cell(row, 0).into(),
                payload,
            });
        }
        Ok(builder)
    }

    pub fn string(&mut self, text: &str) -> u32 {
        if let Some(id) = self.strings.get(text) {
            return *id;
        }
        let id = self.string_list.len() as u32;
        self.strings.insert(text.into(), id);
        self.string_list.push(text.into());
        id
    }

    pub fn word(&mut self, folded: &str) -> u32 {
        if let Some(id) = self.word_ids.get(folded) {
            return *id;
        }
        let id = self.words.len() as u32;
        self.word_ids.insert(folded.into(), id);
        self.words.push(Word::default());
        id
    }

    /// Word ids of the tokens of a text, cut as the library cuts them.
    pub fn tokens(&mut self, text: &str) -> Vec<u32> {
        let mut ids = Vec::new();
        let mut at = 0;
        while let Some(raw) = scan::next(text.as_bytes(), at) {
            if raw.kind == scan::Kind::Number {
                // number tokens have no word id; a phrase with digits can never match
                return Vec::new();
            }
            ids.push(self.word(&fold::fold(&text[raw.start..raw.end])));
            at = raw.end;
        }
        ids
    }

    pub fn add(&mut self, phrase: &str, row: SenseRow) {
        let tokens = self.tokens(phrase);
        let senses = match tokens.len() {
            0 => return,
            1 => &mut self.words[tokens[0] as usize].senses,
            _ => self.phrases.entry(tokens).or_default(),
        };
        match senses.iter_mut().find(|s| s.class == row.class && s.value == row.value) {
            Some(same) => same.capital &= row.capital,
            None => senses.push(row),
        }
    }

    fn class_of(&self, name: &str, place: &str) -> Result<u8, String> {
        self.class_ids.get(name).copied().ok_or_else(|| {
            format!("{place}: class {name:?} is not in rules/classes.tsv; add it there or mend the name")
        })
    }

    /// Reads every table under `folder`, in the order of their names.
    pub fn read_all(&mut self, folder: &Path) -> Result<(), String> {
        let mut files = Vec::new();
        tables_under(folder, &mut files)?;
        files.sort();
        self.number_common(folder)?;
        let mut aliases = None;
        for path in files {
            let stem = path.file_stem().and_then(|s| s.to_str()).unwrap_or_default();
            let table = tsv::read(&path)?;
            match stem {
                _ if table.header.first().is_some_and(|h| h == "class") => self.read_classes(&table)?,
                "places" | "regions" => self.read_places(&table)?,
                "surnames" | "surnames-world" => self.read_names(&table, "SURNAME")?,
                "given" | "given-world" => self.read_names(&table, "GIVEN")?,
                "syllables" => self.read_syllables(&table)?,
                "verbs" | "verbs-more" => self.read_verbs(&table)?,
                "words" => self.read_words(&table)?,
                "word-lists" => self.read_word_lists(&table)?,
                "place-aliases" => aliases = Some(table),
                "place-stop" => self.read_numbers(&table, "PLACESTOP")?,
                "universities" => self.read_texts(&table, "UNIVERSITY")?,
                "organisations-known" => self.read_organisations(&table)?,
                // sources of the generator
                _ if path.parent().is_some_and(|p| p.ends_with("names")) => {}
                _ => {
                    return Err(format!(
                        "{}: no reader for this table; a class table starts with class, phrase, value",
                        table.file
                    ));
                }
            }
        }
        // the places that they are names of must be there
        aliases.map_or(Ok(()), |table| self.read_place_aliases(&table))
    }

    /// Gives the lowest numbers to the words that texts are made of: what is known of them then lies close together and stays
    /// near the processor. The closed classes come first, then the words of English from the most common on.
    fn number_common(&mut self, folder: &Path) -> Result<(), String> {
        for closed in [
            "word-lists.tsv",
            "function-words.tsv",
            "event-words.tsv",
            "event-verbs.tsv",
        ] {
            for (_, row) in &tsv::read(&folder.join(closed))?.rows {
                self.tokens(cell(row, 1));
            }
        }
        let table = tsv::read(&folder.join("generated/words.tsv"))?;
        let (word, common) = (table.column("word")?, table.column("common")?);
        let mut words: Vec<(u8, String)> = Vec::new();
        for (line, row) in &table.rows {
            words.push((
                number(&table, *line, cell(row, common))?,
                fold::fold(cell(row, word)).into(),
            ));
        }
        words.sort_by_key(|(common, _)| std::cmp::Reverse(*common));
        for (common, word) in words.iter().filter(|(common, _)| *common > 0) {
            let id = self.word(word);
            self.common.insert(id, *common);
        }
        for (_, row) in &tsv::read(&folder.join("function-words.tsv"))?.rows {
            let words = self.tokens(cell(row, 1));
            self.common.extend(words.into_iter().map(|word| (word, CLOSED)));
        }
        Ok(())
    }

    /// Words that code asks for by the name of their list; one bit each.
    fn read_word_lists(&mut self, table: &tsv::Table) -> Result<(), String> {
        for (line, row) in &table.rows {
            let name = cell(row, 0).to_string();
            if self.word_lists.iter().any(|(own, _)| *own == name) {
                return Err(format!("{}: the list {name} stands twice", table.at(*line)));
            }
            let words = self.tokens(cell(row, 1));
            if words.len() != cell(row, 1).split(' ').count() {
                return Err(format!(
                    "{}: a list holds single words, parted by spaces",
                    table.at(*line)
                ));
            }
            self.word_lists.push((name, words));
        }
        if self.word_lists.len() > LISTS {
            return Err(format!("{}: more than {LISTS} lists", table.file));
        }
        Ok(())
    }

    /// More names of first-level divisions, and of cities, that the gazetteer has; of several of a name the division is
    /// meant unless the row says city, then the largest.
    fn read_place_aliases(&mut self, table: &tsv::Table) -> Result<(), String> {
        const PROVINCE: u8 = 2;
        let class = self.class_of("PLACE", &table.file)?;
        let columns = [
            table.column("country")?,
            table.column("name")?,
            table.column("aliases")?,
        ];
        let kind = table.column("kind")?;
        for (line, row) in &table.rows {
            let [country, name, aliases] = columns.map(|c| cell(row, c));
            let city = cell(row, kind) == "city";
            let named = self
                .places
                .iter()
                .enumerate()
                .filter(|(_, p)| p.country == country.as_bytes() && self.string_list[p.name as usize] == name);
            let value = named
                .max_by_key(|(_, p)| ((p.kind == PROVINCE) != city, p.population))
                .ok_or_else(|| format!("{}: no place {name:?} in {country:?}", table.at(*line)))?
                .0;
            let row = SenseRow {
                class,
                order: u32::MAX - self.places[value].population,
                value: value as u32,
                capital: true,
            };
            for alias in aliases.split('|') {
                self.add(alias, row);
            }
        }
        Ok(())
    }

    fn read_classes(&mut self, table: &tsv::Table) -> Result<(), String> {
        for (line, row) in &table.rows {
            let class = self.class_of(cell(row, 0), &table.at(*line))?;
            let phrase = cell(row, 1);
            if phrase.is_empty() {
                return Err(format!("{}: no phrase", table.at(*line)));
            }
            let value = match self.classes[class as usize].payload {
                Payload::None => 0,
                Payload::Number => number(table, *line, cell(row, 2))?,
                Payload::Text => self.string(cell(row, 2)),
                Payload::Place => return Err(format!("{}: places belong into regions.tsv", table.at(*line))),
            };
            // an ending is looked up by its letters behind a tilde, which no word has
            if cell(row, 0).starts_with("SUFFIX") {
                let id = self.word(&format!("~{phrase}"));
                self.words[id as usize]
                    .senses
                    .push(SenseRow::plain(class, *line, value));
                continue;
            }
            // the text's first letter is asked: *deputy GM* has none
            let capital = phrase.starts_with(char::is_uppercase)
                || !phrase.contains(' ') && phrase.chars().any(char::is_uppercase);
            self.add(
                phrase,
                SenseRow {
                    class,
                    order: *line as u32,
                    value,
                    capital,
                },
            );
        }
        Ok(())
    }

    fn read_places(&mut self, table: &tsv::Table) -> Result<(), String> {
        let class = self.class_of("PLACE", &table.file)?;
        let columns: Vec<usize> = [
            "geonames",
            "name",
            "kind",
            "country",
            "admin1",
            "lat",
            "lon",
            "population",
            "aliases",
        ]
        .iter()
        .map(|c| table.column(c))
        .collect::<Result<_, _>>()?;
        for (line, row) in &table.rows {
            let get = |i: usize| cell(row, columns[i]);
            let kind = PLACE_KINDS
                .iter()
                .position(|k| *k == get(2))
                .ok_or_else(|| format!("{}: kind {:?}; one of {PLACE_KINDS:?}", table.at(*line), get(2)))?;
            let degrees = |text: &str| -> Result<i32, String> {
                if text.is_empty() {
                    return Ok(i32::MAX);
                }
                Ok((number::<f64>(table, *line, text)? * 1e5).round() as i32)
            };
            let country = get(3).as_bytes();
            let population = if get(7).is_empty() {
                0
            } else {
                number::<u64>(table, *line, get(7))?.min(u64::from(u32::MAX)) as u32
            };
            let info = PlaceInfo {
                geonames: if get(0).is_empty() {
                    0
                } else {
                    number(table, *line, get(0))?
                },
                name: self.string(get(1)),
                admin1: self.string(get(4)),
                lat: degrees(get(5))?,
                lon: degrees(get(6))?,
                population,
                country: [
                    country.first().copied().unwrap_or(0),
                    country.get(1).copied().unwrap_or(0),
                ],
                kind: kind as u8,
                pad: 0,
            };
            let value = self.places.len() as u32;
            self.places.push(info);
            // the best candidate first: countries, then by population
            let rank = match kind {
                0 => u32::MAX,
                _ => population,
            };
            let row = SenseRow {
                class,
                order: u32::MAX - rank,
                value,
                capital: true,
            };
            let (name, aliases) = (get(1).to_string(), get(8).to_string());
            self.add(&name, row);
            for alias in aliases.split('|').filter(|a| !a.is_empty()) {
                // *east China*
                const REGION: usize = 1;
                let small = kind == REGION && alias.contains(' ') && alias.starts_with(char::is_lowercase);
                let capital = !small;
                self.add(alias, SenseRow { capital, ..row });
            }
        }
        Ok(())
    }

    fn read_names(&mut self, table: &tsv::Table, class: &str) -> Result<(), String> {
        let class = self.class_of(class, &table.file)?;
        let chinese = self.class_of("SURNAMEZH", &table.file)?;
        let (name, freq) = (table.column("name")?, table.column("freq")?);
        let origin = table.column("origin").ok();
        for (line, row) in &table.rows {
            let value = number::<u32>(table, *line, cell(row, freq))?;
            let order = *line as u32;
            self.add(
                cell(row, name),
                SenseRow {
                    class,
                    order,
                    value,
                    capital: true,
                },
            );
            if origin.is_some_and(|o| cell(row, o) == "zh") {
                self.add(
                    cell(row, name),
                    SenseRow {
                        class: chinese,
                        order,
                        value,
                        capital: true,
                    },
                );
            }
        }
        Ok(())
    }

    fn read_syllables(&mut self, table: &tsv::Table) -> Result<(), String> {
        let (syllable, lang) = (table.column("syllable")?, table.column("lang")?);
        for (line, row) in &table.rows {
            let class = if cell(row, lang) == "ko" {
                "SYLLABLEKO"
            } else {
                "SYLLABLEZH"
            };
            let class = self.class_of(class, &table.at(*line))?;
            self.add(cell(row, syllable), SenseRow::plain(class, *line, 0));
        }
        Ok(())
    }

    fn read_numbers(&mut self, table: &tsv::Table, class: &str) -> Result<(), String> {
        let class = self.class_of(class, &table.file)?;
        for (line, row) in &table.rows {
            let value = number::<u64>(table, *line, cell(row, 1))?.min(u64::from(crate::format::Sense::MOST)) as u32;
            self.add(cell(row, 0), SenseRow::plain(class, *line, value));
        }
        Ok(())
    }

    fn read_texts(&mut self, table: &tsv::Table, class: &str) -> Result<(), String> {
        let class = self.class_of(class, &table.file)?;
        for (line, row) in &table.rows {
            let value = self.string(cell(row, 1));
            self.add(
                cell(row, 0),
                SenseRow {
                    class,
                    order: *line as u32,
                    value,
                    capital: true,
                },
            );
        }
        Ok(())
    }

    fn read_organisations(&mut self, table: &tsv::Table) -> Result<(), String> {
        let class = self.class_of("ORG", &table.file)?;
        let columns: Vec<usize> = ["name", "kind", "country", "aliases"]
            .iter()
            .map(|c| table.column(c))
            .collect::<Result<_, _>>()?;
        for (line, row) in &table.rows {
            let name = cell(row, columns[0]).to_string();
            let value = self.string(&format!("{}|{}|{name}", cell(row, columns[1]), cell(row, columns[2])));
            let order = *line as u32;
            self.add(
                &name,
                SenseRow {
                    class,
                    order,
                    value,
                    capital: true,
                },
            );
            for alias in cell(row, columns[3]).split('|').filter(|a| !a.is_empty()) {
                self.add(
                    alias,
                    SenseRow {
                        class,
                        order,
                        value,
                        capital: true,
                    },
                );
            }
        }
        Ok(())
    }

    fn read_verbs(&mut self, table: &tsv::Table) -> Result<(), String> {
        let columns = ["lemma", "third", "past", "participle", "gerund"];
        let bits = [form::BASE, form::THIRD, form::PAST, form::PARTICIPLE, form::GERUND];
        let at: Vec<usize> = columns.iter().map(|c| table.column(c)).collect::<Result<_, _>>()?;
        for (line, row) in &table.rows {
            let lemma = self.word(&cell(row, at[0]).to_lowercase());
            let verb = u16::try_from(self.verbs.len()).map_err(|_| format!("{}: too many verbs", table.at(*line)))?;
            self.verbs.push(lemma);
            for (column, bit) in at.iter().zip(bits) {
                for text in cell(row, *column).split('|').filter(|t| !t.is_empty()) {
                    let id = self.word(&text.to_lowercase());
                    let word = &mut self.words[id as usize];
                    // a word that is the base of one verb and a form of another (found, saw): the form is the
                    // commoner reading in news unless it is a base form first met
                    if word.verb == 0 || word.form & !form::BASE == 0 && bit & (form::PAST | form::PARTICIPLE) != 0 {
                        if word.verb != 0 && word.verb != verb {
                            word.form = 0;
                        }
                        word.verb = verb;
                        word.form |= bit;
                    } else if word.verb == verb || bit == form::BASE {
                        // *will lay off*: the base of the rarer verb
                        word.form |= bit;
                    }
                }
            }
        }
        Ok(())
    }

    fn read_words(&mut self, table: &tsv::Table) -> Result<(), String> {
        let (word, parts, common) = (table.column("word")?, table.column("pos")?, table.column("common")?);
        for (line, row) in &table.rows {
            let id = self.word(&fold::fold(cell(row, word)));
            let common = number::<u8>(table, *line, cell(row, common))?;
            let word = &mut self.words[id as usize];
            word.common = word.common.max(common);
            for letter in cell(row, parts).chars() {
                word.pos |= match letter {
                    'n' => pos::NOUN,
                    'N' => pos::NOUN | pos::PLURAL,
                    'v' => pos::VERB,
                    'a' | 's' => pos::ADJECTIVE,
                    'r' => pos::ADVERB,
                    other => {
                        return Err(format!(
                            "{}: part of speech {other:?}; n, N, v, a or r",
                            table.at(*line)
                        ));
                    }
                };
            }
        }
        Ok(())
    }
}

fn tables_under(folder: &Path, out: &mut Vec<PathBuf>) -> Result<(), String> {
    for entry in std::fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))? {
        let path = entry.map_err(|e| e.to_string())?.path();
        if path.is_dir() {
            tables_under(&path, out)?;
        } else if path.extension().is_some_and(|e| e == "tsv") {
            out.push(path);
        }
    }
    Ok(())
}
