//! Pools the evidence about each name over the article and decides each name once.

mod acronym;
mod document;
mod lists;
mod short;
mod terms;
#[cfg(test)]
mod tests;

pub use acronym::{has_letters, is_acronym, spells};

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::OnceLock;

use crate::extract::names::evidence as e;
use crate::extract::names::{Candidate, Candidates, EvidenceSet, internal, join, marks, runs, shape};
use crate::extract::{STAGE_NAMES, run_stage};
use crate::lexicon::format::Sense;
use crate::lexicon::user::UserLexicon;
use crate::lexicon::{ClassSet, class, in_set, lexicon};
use crate::rules::matching::Match;
use crate::text::{Document, Sentence, flag, fold};

/// What a name is taken to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    Person,
    Organisation,
    Place,
    /// An event, a product, an ordinary word: no entity.
    Other,
}

const KINDS: [Kind; 4] = [Kind::Person, Kind::Organisation, Kind::Place, Kind::Other];

/// A decision with a margin of at least this is used as evidence for other names.
const SURE: i32 = 30;

/// One name of the article with all that speaks for it.
#[derive(Debug, Clone, Copy)]
pub struct Name {
    /// Hash of its folded words.
    pub key: u64,
    pub evidence: EvidenceSet,
    /// Candidates that bear it.
    pub count: u32,
    /// The first of them.
    pub first: u32,
    pub kind: Kind,
    /// The evidence that the last decision was made by, 0 before the first.
    decided: EvidenceSet,
    /// By how much the decision won, in weights of `evidence.tsv`.
    pub margin: i32,
    /// Stands somewhere but at a sentence start.
    pub inside: bool,
    /// Stands somewhere but in a headline.
    pub body: bool,
    /// Entry of the user's lexicon, if the name is one of the user's.
    pub user: Option<u32>,
}

/// Keys are hashes already.
#[derive(Debug, Default)]
pub struct Keep(u64);

impl Hasher for Keep {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        for b in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*b);
        }
    }
    fn write_u64(&mut self, n: u64) {
        self.0 = n;
    }
}

/// A map by hashes of words.
pub(crate) type KeyMap<V> = HashMap<u64, V, BuildHasherDefault<Keep>>;

/// The names of one article.
#[derive(Debug, Default)]
pub struct Names {
    pub list: Vec<Name>,
    pub candidates: Candidates,
    by_key: KeyMap<u32>,
    runs: Vec<runs::Run>,
    joined: Vec<join::Joined>,
    matches: Vec<Match>,
    /// Rows of the gazetteer that the article's names may mean.
    rows: Vec<u32>,
    /// Countries and first-level divisions of the sure places, with the names that they come from, in order.
    home: Vec<([u8; 2], u32, u32)>,
    /// Word hash of a part of a longer name → (name, position from the front, words in it).
    parts: Vec<(u64, u32, u16, u16)>,
    /// Short names that the article gives to bodies, each with the name that it stands for, in order.
    defined: Vec<(u32, u32)>,
    /// Keys of the names that keep an *'s* somewhere in the article, without it.
    kept: Vec<u64>,
}

/// Hash of one token's folded form.
fn token_hash(document: &Document<'_>, at: u32) -> u64 {
    let token = document.token(at);
    if token.is(flag::WIDE) {
        return fold::hash(fold::fold(document.str(at)).as_bytes());
    }
    fold::hash_ascii(document.text.as_bytes(), token.start as usize, token.end() as usize)
}

/// Hash of a name's folded tokens.
pub fn key(document: &Document<'_>, start: u32, end: u32) -> u64 {
    let mut key = 0u64;
    for at in start..end {
        if end - start > 1 && document.str(at) == "." {
            continue;
        }
        key = (key.rotate_left(5) ^ token_hash(document, at)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
    key
}

/// Scores of a set of evidence for person, organisation, place, other.
pub fn scores(evidence: EvidenceSet) -> [i32; 4] {
    let mut sums = [0i32; 4];
    let mut rest = evidence;
    while rest != 0 {
        let at = rest.trailing_zeros() as usize;
        rest &= rest - 1;
        for (sum, weight) in sums.iter_mut().zip(e::WEIGHTS[at]) {
            *sum += i32::from(weight);
        }
    }
    sums
}

fn decide(name: &mut Name) {
    if name.decided == name.evidence {
        return;
    }
    name.decided = name.evidence;
    let sums = scores(name.evidence);
    let mut best = 3;
    for k in 0..3 {
        if sums[k] > sums[best] {
            best = k;
        }
    }
    let second = (0..4).filter(|k| *k != best).map(|k| sums[k]).max().unwrap_or(0);
    name.kind = KINDS[best];
    name.margin = sums[best] - second;
}

/// What some rules make is evidence ([`e::TRADED`]) only of words that no list knows (*Lumeno makes chips*), or of one such
/// word alone.
const FIRM: u8 = 254;
const LONE_FIRM: u8 = 253;
/// And [`e::ORG_NOUN_BEFORE`] of a name that is no person's (*developer Carrick Offshore*, but *designer Amy Kuo*).
const FIRM_NOUN: u8 = 252;

/// Evidence number of each stage-2 rule, by rule index; 255 for rules that make none.
fn rule_evidence() -> &'static [u8] {
    static TABLE: OnceLock<Vec<u8>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let lexicon = lexicon();
        let find = |make: &str| {
            let id = make.strip_prefix("name.").unwrap_or_default();
            match id {
                "FIRM" => FIRM,
                "LONE_FIRM" => LONE_FIRM,
                "FIRM_NOUN" => FIRM_NOUN,
                _ => e::NAMES.iter().position(|n| *n == id).map_or(255, |n| n as u8),
            }
        };
        lexicon.rules.iter().map(|r| find(lexicon.string(r.make))).collect()
    })
}

/// *Semiconductor shares fell*: one ordinary word that owes its capital to the sentence.
fn is_sector(document: &Document<'_>, candidate: &Candidate) -> bool {
    let at = candidate.start;
    candidate.end == at + 1
        && shape::is_ordinary(document, at)
        && !document.is(at, flag::UPPER)
        && !document.has(at, class::ORG)
        && runs::opens_sentence(document, &document.sentences()[document.sentence_of(at)], at)
}

impl Names {
    /// Finds, pools and decides the names of a document.
    pub fn read(&mut self, document: &Document<'_>, user: Option<&UserLexicon>) {
        self.list.clear();
        self.candidates.clear(document.len());
        self.by_key.clear();
        self.kept.clear();
        document.lexicon.prefetch_place_names(&self.rows);
        self.collect(document, user);
        document.lexicon.prefetch_place_letters(&self.rows);
        self.rows.clear();
        self.candidates.finish();
        self.houses(document);
        self.context(document);
        self.elsewhere(document);
        for name in &mut self.list {
            decide(name);
        }
        self.parts(document);
        self.wholes(document);
        self.acronyms(document);
        self.abbreviations(document);
        self.definitions(document);
        self.event_letters(document);
        self.homes(document);
        self.neighbours(document);
        self.lists(document);
        for name in &mut self.list {
            decide(name);
        }
    }

    /// Asks for the gazetteer's best row of each name of the document. To be called some while before [`Names::read`]: until
    /// then they have come from memory.
    pub fn expect(&mut self, document: &Document<'_>) {
        let lexicon = document.lexicon;
        self.rows.clear();
        let mut best = |senses: &[Sense]| {
            let place = senses.iter().find(|s| s.class() == class::PLACE);
            self.rows.extend(place.map(|s| s.value()));
        };
        for (token, classes) in document.tokens().iter().zip(&document.buffers.classes) {
            if !token.is(flag::CAPITAL) {
                continue;
            }
            if token.phrase != 0 {
                let phrase = &document.buffers.phrases[token.phrase as usize - 1];
                if in_set(phrase.classes, class::PLACE) {
                    let node = lexicon.node(phrase.node);
                    best(lexicon.senses(node.senses, node.sense_count));
                }
            }
            if in_set(*classes, class::PLACE) {
                let info = lexicon.info(token.word);
                best(lexicon.senses(info.senses, info.sense_count));
            }
        }
        lexicon.prefetch_places(&self.rows);
    }

    fn collect(&mut self, document: &Document<'_>, user: Option<&UserLexicon>) {
        for sentence in document.sentences() {
            self.runs.clear();
            runs::find(document, sentence, &mut self.runs);
            if self.runs.is_empty() && user.is_none() {
                continue;
            }
            self.joined.clear();
            join::join(document, &self.runs, sentence.end, &mut self.joined);
            if let Some(user) = user {
                user_names(document, user, sentence, &mut self.joined);
            }
            let base = self.candidates.list.len() as u32;
            let found = std::mem::take(&mut self.joined);
            for joined in &found {
                let mut evidence = internal::evidence(document, joined);
                if let Some((user, entry)) = user.zip(joined.user) {
                    evidence |= match user.entry(entry).kind {
                        Kind::Person => 1 << e::USER_PERSON,
                        Kind::Organisation => 1 << e::USER_ORGANISATION,
                        _ => 1 << e::USER_PLACE,
                    };
                }
                if document.is(joined.start, flag::HEADLINE) {
                    evidence |= 1 << e::HEADLINE_ONLY;
                }
                let key = key(document, joined.start, joined.end);
                let index = self.candidates.list.len() as u32;
                if let Some(mark) = marks::kept_mark(document, joined) {
                    self.kept.push(self::key(document, joined.start, mark));
                }
                let name = self.name(key, index);
                let pooled = &mut self.list[name as usize];
                pooled.count += 1;
                pooled.user = pooled.user.or(joined.user);
                pooled.inside |= !joined.opens;
                pooled.body |= !document.is(joined.start, flag::HEADLINE);
                // evidence against a name counts only where it holds for all its mentions
                pooled.evidence |= evidence;
                self.candidates.push(Candidate {
                    start: joined.start,
                    end: joined.end,
                    name,
                    evidence,
                    part_of: if joined.part_of == u32::MAX {
                        u32::MAX
                    } else {
                        base + joined.part_of
                    },
                    long_end: joined.long_end,
                });
            }
            self.joined = found;
        }
    }

    /// Where the article has *Dillow's Inc* or *Dillow's has*, all *Dillow's* of it are that name.
    fn houses(&mut self, document: &Document<'_>) {
        if self.kept.is_empty() {
            return;
        }
        self.kept.sort_unstable();
        self.kept.dedup();
        for index in 0..self.candidates.list.len() {
            let candidate = self.candidates.list[index];
            let own = self.list[candidate.name as usize].key;
            let mark = candidate.end;
            if self.kept.binary_search(&own).is_err()
                || mark >= document.len()
                || !matches!(document.str(mark), "'s" | "’s")
            {
                continue;
            }
            let joined = join::Joined {
                start: candidate.start,
                end: mark + 1,
                opens: false,
                of: false,
                bracket: false,
                part_of: u32::MAX,
                long_end: mark + 1,
                user: None,
            };
            let evidence = internal::evidence(document, &joined);
            let name = self.name(key(document, joined.start, joined.end), index as u32);
            let inside = self.list[candidate.name as usize].inside;
            let pooled = &mut self.list[name as usize];
            pooled.count += 1;
            pooled.evidence |= evidence;
            pooled.inside |= inside;
            let old = &mut self.list[candidate.name as usize];
            old.count -= 1;
            if old.count == 0 {
                old.evidence = 0;
            }
            self.candidates.lengthen(index, mark + 1, name, evidence);
        }
    }

    /// The pooled name of that key, first borne by candidate `index`.
    fn name(&mut self, key: u64, index: u32) -> u32 {
        *self.by_key.entry(key).or_insert_with(|| {
            self.list.push(Name {
                key,
                evidence: 0,
                decided: 0,
                count: 0,
                first: index,
                kind: Kind::Other,
                margin: 0,
                inside: false,
                body: false,
                user: None,
            });
            self.list.len() as u32 - 1
        })
    }

    /// Runs the context rules.
    fn context(&mut self, document: &Document<'_>) {
        let table = rule_evidence();
        let mut matches = std::mem::take(&mut self.matches);
        run_stage(document, &self.candidates, STAGE_NAMES, &mut matches);
        for m in &matches {
            let mut evidence = table[m.rule as usize];
            if evidence == 255 {
                continue;
            }
            let (start, _) = m.span();
            if matches!(evidence, FIRM | LONE_FIRM) {
                if !self.is_unknown(document, start, evidence == LONE_FIRM) {
                    continue;
                }
                evidence = e::TRADED;
            }
            if evidence == FIRM_NOUN {
                if !self.is_nobody(start) {
                    continue;
                }
                evidence = e::ORG_NOUN_BEFORE;
            }
            // *the head of Lima Investment Agency Dana Holt*: the noun belongs to the name in front
            let of_other = evidence == e::ORG_NOUN_BEFORE
                && start > 0
                && document.is(start - 1, flag::CAPITAL)
                && self.candidates.ending(start).is_some();
            if of_other {
                continue;
            }
            if let Some(index) = self.candidates.starting(start) {
                let candidate = &mut self.candidates.list[index];
                let owns = matches!(evidence, e::TRADED | e::ORG_NOUN_AFTER);
                if owns && is_sector(document, candidate) {
                    continue;
                }
                candidate.evidence |= 1 << evidence;
                self.list[candidate.name as usize].evidence |= 1 << evidence;
            }
        }
        self.matches = matches;
    }

    /// No list knows the words of the name that starts there, or it may well be a company's; where it is `alone`, it is no
    /// two words that may be somebody's.
    fn is_unknown(&self, document: &Document<'_>, start: u32, alone: bool) -> bool {
        let words = if alone { 0 } else { 1 << e::UNKNOWN_WORDS };
        // *Huaxin* is some town of China too, as nearly all words of two syllables are
        let small = |row: u32| document.lexicon.places[row as usize].country == *b"CN";
        let chinese = document.value_place(start, start + 1).is_some_and(small);
        let town = if alone || !chinese { 0 } else { 1 << e::PLACE_SMALL };
        let unknown: EvidenceSet = 1 << e::UNKNOWN_SINGLE | 1 << e::ORG_HEAD_WEAK | words | town;
        let starting = self.candidates.starting(start).map(|i| self.candidates.list[i].name);
        starting.is_some_and(|name| {
            let evidence = self.list[name as usize].evidence;
            evidence & unknown != 0 && evidence & 1 << e::DIGITS == 0
        })
    }

    /// The name that starts there has nothing of a person's, and is no place that everybody knows.
    fn is_nobody(&self, start: u32) -> bool {
        const PERSON: EvidenceSet = 1 << e::GIVEN_SURNAME
            | 1 << e::GIVEN_FIRST
            | 1 << e::SURNAME_LAST
            | 1 << e::CHINESE_SHAPE
            | 1 << e::HYPHEN_SHAPE
            | 1 << e::INITIAL
            | 1 << e::PARTICLE
            | 1 << e::SUFFIX
            | 1 << e::SINGLE_GIVEN
            | 1 << e::SINGLE_SURNAME
            | 1 << e::AGE_AFTER
            | 1 << e::WHO_AFTER;
        const PLACE: EvidenceSet =
            1 << e::PLACE_NATION | 1 << e::PLACE_COUNTRY | 1 << e::PLACE_HUGE | 1 << e::PLACE_LARGE;
        let starting = self.candidates.starting(start).map(|i| self.candidates.list[i].name);
        starting.is_some_and(|name| self.list[name as usize].evidence & (PERSON | PLACE | 1 << e::DIGITS) == 0)
    }

    pub fn kind_of(&self, candidate: &Candidate) -> Kind {
        self.list[candidate.name as usize].kind
    }
}

/// Puts the user's names in the place of ours. One of ours that goes on to the head of a body or a place stays whole
/// (*Hope Bay Shipping Ltd* is not the user's *Hope Bay*); of any other, what the user's name leaves is a name too.
fn user_names(document: &Document<'_>, user: &UserLexicon, sentence: &Sentence, joined: &mut Vec<join::Joined>) {
    const HEADS: ClassSet = 1 << class::ORGHEAD | 1 << class::LEGALFORM | 1 << class::PLACEHEAD | 1 << class::EVENTHEAD;
    let mut at = sentence.start;
    while at < sentence.end {
        let Some(found) = user.find(document, at, sentence.end) else {
            at += 1;
            continue;
        };
        let whole = joined.iter().any(|j| {
            j.start <= found.start
                && j.end > found.end
                && j.user.is_none()
                && (document.classes(j.end - 1) & HEADS != 0 || document.str(j.end - 1) == ".")
        });
        if whole {
            at = found.end;
            continue;
        }
        let piece = |start, end, user| join::Joined {
            start,
            end,
            opens: false,
            of: false,
            bracket: false,
            part_of: u32::MAX,
            long_end: end,
            user,
        };
        let mut kept: Vec<join::Joined> = Vec::with_capacity(joined.len() + 1);
        let mut cut = false;
        for j in joined.iter() {
            if j.end <= found.start || j.start >= found.end {
                kept.push(*j);
                continue;
            }
            cut = true;
            if j.start < found.start && shape::is_name_word(document, j.start) {
                kept.push(piece(j.start, found.start, None));
            }
            if j.end > found.end && shape::is_name_word(document, found.end) {
                kept.push(piece(found.end, j.end, None));
            }
        }
        kept.push(piece(found.start, found.end, Some(found.entry)));
        kept.sort_by_key(|j| j.start);
        // units of larger bodies are told by their places in the list, which have moved
        if cut || kept.len() != joined.len() {
            for j in &mut kept {
                j.part_of = u32::MAX;
            }
        }
        *joined = kept;
        at = found.end;
    }
}
