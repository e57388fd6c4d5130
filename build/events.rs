//! Reads the tables of event triggers and turns them into constants and senses of their verbs and nouns.

use std::path::Path;

use crate::lexicon::{Builder, SenseRow};
use crate::tsv::{self, Table, cell};

/// What an argument can be besides a group of nouns.
const KINDS: [&str; 12] = [
    "person",
    "organisation",
    "place",
    "pronoun",
    "money",
    "percent",
    "figure",
    "name",
    "quote",
    "as",
    "front",
    "score",
];

struct Groups {
    names: Vec<String>,
}

impl Groups {
    fn bits(&self, table: &Table, line: usize, list: &str) -> Result<u128, String> {
        let mut bits = 0u128;
        for name in list.split(',').filter(|n| !n.is_empty() && *n != "-") {
            let at = self.names.iter().position(|n| n == name).ok_or_else(|| {
                format!(
                    "{}: no group {name:?} in event-nouns.tsv; kinds are {KINDS:?}",
                    table.at(line)
                )
            })?;
            bits |= 1 << at;
        }
        Ok(bits)
    }
}

fn role(table: &Table, line: usize, name: &str) -> Result<&'static str, String> {
    Ok(match name {
        "agent" => "Some(ParticipantRole::Agent)",
        "participant" => "Some(ParticipantRole::Participant)",
        "patient" => "Some(ParticipantRole::Patient)",
        "-" | "" => "None",
        other => {
            return Err(format!(
                "{}: role {other:?}; agent, participant, patient or -",
                table.at(line)
            ));
        }
    })
}

/// The tokens of a word of a row: *go-ahead* is three in a text, *world's* two.
fn tokens(word: &str) -> Vec<&str> {
    let (word, owner) = match word.strip_suffix("'s") {
        Some(stem) => (stem, Some("'s")),
        None => (word, None),
    };
    let mut out = Vec::new();
    for (index, part) in word.split('-').enumerate() {
        if index > 0 {
            out.push("-");
        }
        out.push(part);
    }
    out.into_iter().chain(owner).filter(|part| !part.is_empty()).collect()
}

/// The type of a row and, behind `!`, the status that it gives whatever the tense: `meeting!cancelled`.
fn kind_and_status(text: &str) -> (String, String) {
    let (name, status) = text.split_once('!').unwrap_or((text, ""));
    let status = if status.is_empty() {
        "None".into()
    } else {
        format!("Some(Status::{})", kind(status))
    };
    (kind(name), status)
}

fn kind(text: &str) -> String {
    let mut chars = text.chars();
    chars
        .next()
        .map(|c| c.to_ascii_uppercase())
        .into_iter()
        .chain(chars)
        .collect()
}

/// The words of a row behind its verb: right behind it, or behind its object (`follow_.._as`); `put_..?_in_charge` stands for both.
struct Tail {
    words: Vec<u32>,
    apart: bool,
}

/// The tables by which the rows of a verb are found, of the verbs of all rows: (number of the verb, row, words that stand
/// behind it). Constants without pointers, so that a start does not touch them.
fn rows_of_verbs(mut list: Vec<(usize, usize, Tail)>, verbs: usize) -> String {
    // stable: the verbs of a row are tried in the order in which the row has them
    list.sort_by_key(|(verb, row, _)| (*verb, *row));
    let mut starts: Vec<[usize; 3]> = Vec::new();
    let mut bits: Vec<u64> = Vec::new();
    let (mut bare, mut phrases, mut firsts, mut words) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut apart = Vec::new();
    for verb in 0..=verbs {
        starts.push([bare.len(), phrases.len(), apart.len()]);
        let own = list.iter().filter(|(v, _, _)| *v == verb);
        let mut with_words: Vec<(u32, usize, usize, &[u32])> = Vec::new();
        for (order, (_, row, tail)) in own.enumerate() {
            match tail.words.split_first() {
                Some(_) if tail.apart => {
                    apart.push((order, *row, words.len(), words.len() + tail.words.len()));
                    words.extend_from_slice(&tail.words);
                }
                Some((first, rest)) => with_words.push((*first, order, *row, rest)),
                // a row that names its verb twice stands once
                None if bare[starts[verb][0]..].last().is_some_and(|(_, last)| last == row) => {}
                None => bare.push((order, *row)),
            }
        }
        // by their first words, so that those of one word are found at once
        with_words.sort_by_key(|(first, order, ..)| (*first, *order));
        bits.push(with_words.iter().fold(0, |bits, (first, ..)| bits | 1 << (first & 63)));
        for (first, order, row, rest) in with_words {
            firsts.push(first);
            phrases.push((order, row, words.len(), words.len() + rest.len()));
            words.extend_from_slice(rest);
        }
    }
    format!(
        "/// Where the rows of each verb start in `BARE_ROWS`, `PHRASE_ROWS` and `APART_ROWS`.\npub static ROW_STARTS: &[[u16; 3]] = &{starts:?};\n\
         /// Rows that ask for the verb alone: place among the rows of the verb, row.\npub static BARE_ROWS: &[(u16, u16)] = &{bare:?};\n\
         /// Rows that ask for words behind it: place, row, and where the words but the first are in `ROW_WORDS`.\n\
         pub static PHRASE_ROWS: &[(u16, u16, u16, u16)] = &{phrases:?};\n\
         /// Rows that ask for words behind the object: place, row, and where the words are in `ROW_WORDS`.\n\
         pub static APART_ROWS: &[(u16, u16, u16, u16)] = &{apart:?};\n\
         /// The first of those words of each; the rows of a verb are in the order of these.\n\
         pub static PHRASE_FIRSTS: &[u32] = &{firsts:?};\n\
         /// For each verb the lowest six bits of these words, as a set.\npub static PHRASE_BITS: &[u64] = &{bits:?};\n\
         /// Word ids.\npub static ROW_WORDS: &[u32] = &{words:?};\n"
    )
}

/// The rows of a table of triggers; their ids must differ, as records and code name rows by them.
fn rows(path: &Path) -> Result<Table, String> {
    let table = tsv::read(path)?;
    let mut ids = std::collections::BTreeSet::new();
    for (line, row) in &table.rows {
        if !ids.insert(cell(row, 0)) {
            return Err(format!(
                "{}: another row has the id {:?}",
                table.at(*line),
                cell(row, 0)
            ));
        }
    }
    Ok(table)
}

/// Reads `rules/events/` and gives the source of `events.rs`.
pub fn read(rules: &Path, lexicon: &mut Builder) -> Result<String, String> {
    let nouns = tsv::read(&rules.join("lexicon/event-nouns.tsv"))?;
    let mut groups = Groups {
        names: KINDS.iter().map(|k| (*k).to_string()).collect(),
    };
    for (_, row) in &nouns.rows {
        for group in cell(row, 2).split(' ') {
            if !groups.names.iter().any(|g| g == group) {
                groups.names.push(group.to_string());
            }
        }
    }
    if groups.names.len() > 128 {
        return Err("event-nouns.tsv: more than 128 groups".into());
    }
    plurals(&nouns, lexicon)?;
    let mut out = String::from(
        "/// A set of groups of nouns and kinds of arguments.\npub type Groups = u128;\n/// Groups of nouns and kinds of arguments, by bit.\npub const GROUPS: &[&str] = &[\n",
    );
    for name in &groups.names {
        out.push_str(&format!("    {name:?},\n"));
    }
    out.push_str("];\n");
    for kind in KINDS {
        let at = groups.names.iter().position(|n| n == kind).unwrap_or(0);
        out.push_str(&format!("pub const {}: Groups = 1 << {at};\n", kind.to_uppercase()));
    }
    let mut values = std::collections::BTreeMap::new();
    for (line, row) in &nouns.rows {
        values.insert(
            lexicon.string(cell(row, 2)),
            groups.bits(&nouns, *line, &cell(row, 2).replace(' ', ","))?,
        );
    }
    let last = values.keys().copied().max().unwrap_or_default();
    let mut of_strings = vec![0; last as usize + 1];
    for (value, bits) in values {
        of_strings[value as usize] = bits;
    }
    out.push_str(&format!(
        "/// Groups of each value in `event-nouns.tsv`, by the number of its string; of other strings none.\n\
         pub static NOUN_GROUPS: &[Groups] = &{of_strings:?};\n"
    ));
    let verbs = rows(&rules.join("events/verbs.tsv"))?;
    let class = class(lexicon, "EVENTVERB")?;
    out.push_str("/// Rows of `rules/events/verbs.tsv`.\npub static VERBS: &[VerbRule] = &[\n");
    let mut row_verbs = Vec::new();
    for (index, (line, row)) in verbs.rows.iter().enumerate() {
        let roles: Vec<&str> = cell(row, 5).split(' ').collect();
        for verb in cell(row, 2).split(' ') {
            let mut words = verb.split('_');
            let lemma = words.next().unwrap_or_default();
            let id = lexicon.word(lemma);
            let Some(number) = lexicon.verbs.iter().position(|verb| *verb == id) else {
                return Err(format!("{}: {lemma:?} is no verb of the lexicon", verbs.at(*line)));
            };
            lexicon.add(lemma, SenseRow::plain(class, index, index as u32));
            // the words behind must have ids to be told apart
            let mut words = words.peekable();
            let gap = words.next_if(|word| matches!(*word, ".." | "..?"));
            let words: Vec<u32> = words.flat_map(tokens).map(|word| lexicon.word(word)).collect();
            let both = gap == Some("..?");
            if both {
                let words = words.clone();
                row_verbs.push((number, index, Tail { words, apart: false }));
            }
            let apart = gap.is_some();
            row_verbs.push((number, index, Tail { words, apart }));
        }
        let (row_kind, status) = kind_and_status(cell(row, 1));
        let (object, with) = cell(row, 3).split_once('+').unwrap_or((cell(row, 3), ""));
        out.push_str(&format!(
            "    VerbRule {{ id: {:?}, kind: EventKind::{}, status: {}, object: {}, with: {}, subject: {}, roles: [{}, {}, {}], about: {:?}, yes: {:?}, no: {:?} }},\n",
            format!("event.{}", cell(row, 0)),
            row_kind,
            status,
            groups.bits(&verbs, *line, object)?,
            groups.bits(&verbs, *line, with)?,
            groups.bits(&verbs, *line, cell(row, 4))?,
            role(&verbs, *line, roles.first().copied().unwrap_or("-"))?,
            role(&verbs, *line, roles.get(1).copied().unwrap_or("-"))?,
            role(&verbs, *line, roles.get(2).copied().unwrap_or("-"))?,
            cell(row, 6),
            cell(row, 7),
            cell(row, 8),
        ));
    }
    out.push_str("];\n");
    out.push_str(&rows_of_verbs(row_verbs, lexicon.verbs.len()));
    let nouns = rows(&rules.join("events/nouns.tsv"))?;
    let class = self::class(lexicon, "EVENTTRIGGER")?;
    out.push_str("/// Rows of `rules/events/nouns.tsv`.\npub static NOUNS: &[NounRule] = &[\n");
    for (index, (line, row)) in nouns.rows.iter().enumerate() {
        let roles: Vec<&str> = cell(row, 5).split(' ').collect();
        let (named, carried) = match cell(row, 6) {
            "named" => (true, false),
            "either" => (true, true),
            "carried" => (false, true),
            other => {
                return Err(format!(
                    "{}: needs {other:?}; carried, named or either",
                    nouns.at(*line)
                ));
            }
        };
        for noun in cell(row, 2).split(' ') {
            let phrase = noun.replace('_', " ");
            lexicon.add(&phrase, SenseRow::plain(class, index, index as u32));
        }
        out.push_str(&format!(
            "    NounRule {{ id: {:?}, kind: EventKind::{}, behind: &{:?}, object: {}, roles: [{}, {}], named: {}, carried: {}, about: {:?}, yes: {:?}, no: {:?} }},\n",
            format!("event.{}", cell(row, 0)),
            kind(cell(row, 1)),
            cell(row, 3).split(',').collect::<Vec<&str>>(),
            groups.bits(&nouns, *line, cell(row, 4))?,
            role(&nouns, *line, roles.first().copied().unwrap_or("-"))?,
            role(&nouns, *line, roles.get(1).copied().unwrap_or("-"))?,
            named,
            carried,
            cell(row, 7),
            cell(row, 8),
            cell(row, 9),
        ));
    }
    out.push_str("];\n");
    Ok(out)
}

/// Gives the regular plural of each noun its groups, unless the table has it.
fn plurals(nouns: &Table, lexicon: &mut Builder) -> Result<(), String> {
    let class = class(lexicon, "EVENTNOUN")?;
    let written: std::collections::HashSet<&str> = nouns.rows.iter().map(|(_, row)| cell(row, 1)).collect();
    for (line, row) in &nouns.rows {
        let noun = cell(row, 1);
        let plural = match noun.as_bytes() {
            [.., b's'] => continue,
            [.., b'x' | b'z'] | [.., b'c' | b's', b'h'] => format!("{noun}es"),
            [.., before, b'y'] if !b"aeiou".contains(before) => format!("{}ies", &noun[..noun.len() - 1]),
            _ => format!("{noun}s"),
        };
        if written.contains(plural.as_str()) || noun.chars().any(char::is_uppercase) {
            continue;
        }
        let value = lexicon.string(cell(row, 2));
        lexicon.add(&plural, SenseRow::plain(class, *line, value));
    }
    Ok(())
}

fn class(lexicon: &Builder, name: &str) -> Result<u8, String> {
    use crate::compile::Vocabulary;
    lexicon
        .class(name)
        .ok_or_else(|| format!("class {name} is not in rules/classes.tsv"))
}
