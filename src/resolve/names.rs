//! Pools the evidence about each name over the article and decides each name once.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::OnceLock;

use super::places::PROVINCE;
use crate::extract::names::evidence as e;
use crate::extract::names::{Candidate, Candidates, EvidenceSet, internal, join, runs, shape};
use crate::extract::{STAGE_NAMES, run_stage};
use crate::lexicon::user::UserLexicon;
use crate::lexicon::{ClassSet, class, lexicon};
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
    /// By how much the decision won, in weights of `evidence.tsv`.
    pub margin: i32,
    /// Stands somewhere but at a sentence start.
    pub inside: bool,
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

type KeyMap<V> = HashMap<u64, V, BuildHasherDefault<Keep>>;

/// The names of one article.
#[derive(Debug, Default)]
pub struct Names {
    pub list: Vec<Name>,
    pub candidates: Candidates,
    by_key: KeyMap<u32>,
    runs: Vec<runs::Run>,
    joined: Vec<join::Joined>,
    matches: Vec<Match>,
    /// Word hash of a part of a longer name → (name, position from the front, words in it).
    parts: Vec<(u64, u32, u16, u16)>,
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

/// Evidence number of each stage-2 rule, by rule index; 255 for rules that make none.
fn rule_evidence() -> &'static [u8] {
    static TABLE: OnceLock<Vec<u8>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let lexicon = lexicon();
        let find = |make: &str| {
            let id = make.strip_prefix("name.").unwrap_or_default();
            e::NAMES.iter().position(|n| *n == id).map_or(255, |n| n as u8)
        };
        lexicon.rules.iter().map(|r| find(lexicon.string(r.make))).collect()
    })
}

impl Names {
    /// Finds, pools and decides the names of a document.
    pub fn read(&mut self, document: &Document<'_>, user: Option<&UserLexicon>) {
        self.list.clear();
        self.candidates.clear(document.len());
        self.by_key.clear();
        self.collect(document, user);
        self.context(document);
        self.elsewhere(document);
        for name in &mut self.list {
            decide(name);
        }
        self.home(document);
        self.parts(document);
        self.acronyms(document);
        self.lists(document);
        for name in &mut self.list {
            decide(name);
        }
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
            for joined in &self.joined {
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
                let name = *self.by_key.entry(key).or_insert_with(|| {
                    self.list.push(Name {
                        key,
                        evidence: 0,
                        count: 0,
                        first: index,
                        kind: Kind::Other,
                        margin: 0,
                        inside: false,
                        user: None,
                    });
                    self.list.len() as u32 - 1
                });
                let pooled = &mut self.list[name as usize];
                pooled.count += 1;
                pooled.user = pooled.user.or(joined.user);
                pooled.inside |= !joined.opens;
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
        }
    }

    /// Runs the context rules.
    fn context(&mut self, document: &Document<'_>) {
        let table = rule_evidence();
        let mut matches = std::mem::take(&mut self.matches);
        run_stage(document, &self.candidates, STAGE_NAMES, &mut matches);
        for m in &matches {
            let evidence = table[m.rule as usize];
            if evidence == 255 {
                continue;
            }
            let (start, _) = m.span();
            if let Some(index) = self.candidates.starting(start) {
                let candidate = &mut self.candidates.list[index];
                candidate.evidence |= 1 << evidence;
                self.list[candidate.name as usize].evidence |= 1 << evidence;
            }
        }
        self.matches = matches;
    }

    /// Names that stand only at sentence starts, and those whose word stands elsewhere in small letters.
    fn elsewhere(&mut self, document: &Document<'_>) {
        let mut small: Vec<(u32, u32)> = Vec::new();
        for (index, name) in self.list.iter_mut().enumerate() {
            if !name.inside {
                name.evidence |= 1 << e::SENTENCE_START;
            }
            if name.evidence
                & (1 << e::ORDINARY_SINGLE | 1 << e::COMMON_SINGLE | 1 << e::PLACE_STOP | 1 << e::SINGLE_SURNAME)
                != 0
            {
                let at = self.candidates.list[name.first as usize].start;
                let word = document.token(at).word;
                // *us* says nothing about *US*
                let acronym = document.is(at, flag::UPPER) && shape::is_function(document, at);
                if word != 0 && !acronym {
                    small.push((word, index as u32));
                }
            }
        }
        if small.is_empty() {
            return;
        }
        small.sort_unstable();
        let mut filter = [0u64; 16];
        for (word, _) in &small {
            filter[(*word as usize >> 6) & 15] |= 1 << (word & 63);
        }
        for token in document.tokens() {
            if token.is(flag::CAPITAL) || filter[(token.word as usize >> 6) & 15] & (1 << (token.word & 63)) == 0 {
                continue;
            }
            let from = small.partition_point(|(w, _)| *w < token.word);
            for (word, name) in &small[from..] {
                if *word != token.word {
                    break;
                }
                self.list[*name as usize].evidence |= 1 << e::LOWER_ELSEWHERE;
            }
        }
    }

    /// First-level divisions of the country that most of the sure places lie in: *Alberta* beside Edmonton.
    fn home(&mut self, document: &Document<'_>) {
        let row = |candidates: &Candidates, name: &Name| {
            let candidate = candidates.list[name.first as usize];
            document.value_place(candidate.start, candidate.end)
        };
        let places = document.lexicon.places;
        let mut counts: Vec<([u8; 2], u32)> = Vec::new();
        let mut divisions = false;
        for name in &self.list {
            divisions |= name.evidence & (1 << e::PLACE_COUNTRY) != 0 && name.evidence & (1 << e::PLACE_NATION) == 0;
            if name.kind != Kind::Place || name.margin < SURE {
                continue;
            }
            if let Some(row) = row(&self.candidates, name) {
                let country = places[row as usize].country;
                match counts.iter_mut().find(|(c, _)| *c == country) {
                    Some((_, n)) => *n += name.count,
                    None => counts.push((country, name.count)),
                }
            }
        }
        if !divisions {
            return;
        }
        let Some((home, _)) = counts
            .into_iter()
            .max_by_key(|(code, n)| (*n, *code))
            .filter(|(_, n)| *n > 1)
        else {
            return;
        };
        for name in &mut self.list {
            let division = row(&self.candidates, name)
                .map(|r| &places[r as usize])
                .is_some_and(|p| p.kind == PROVINCE && p.country == home);
            if division {
                name.evidence |= 1 << e::HOME_DIVISION;
                decide(name);
            }
        }
    }

    /// Single words that are part of a sure longer name.
    fn parts(&mut self, document: &Document<'_>) {
        self.parts.clear();
        for (index, name) in self.list.iter().enumerate() {
            let candidate = self.candidates.list[name.first as usize];
            let n = candidate.end - candidate.start;
            if n < 2 || name.kind == Kind::Other || name.margin < SURE {
                continue;
            }
            for at in candidate.start..candidate.end {
                if document.is(at, flag::CAPITAL) && document.is(at, flag::WORD) {
                    let position = (at - candidate.start) as u16;
                    self.parts
                        .push((token_hash(document, at), index as u32, position, n as u16));
                }
            }
        }
        self.parts.sort_unstable();
        for index in 0..self.list.len() {
            let name = self.list[index];
            let candidate = self.candidates.list[name.first as usize];
            if candidate.end - candidate.start != 1 {
                continue;
            }
            let is_country = document
                .value_place(candidate.start, candidate.end)
                .is_some_and(|row| document.lexicon.places[row as usize].kind == 0);
            let hash = token_hash(document, candidate.start);
            let from = self.parts.partition_point(|p| p.0 < hash);
            let mut evidence = 0;
            for part in self.parts[from..].iter().take_while(|p| p.0 == hash) {
                let whole = &self.list[part.1 as usize];
                evidence |= match whole.kind {
                    // *India* is the country even where *Gateway House India* was taken for a person
                    Kind::Person if is_country => 0,
                    Kind::Person => {
                        let chinese = whole.evidence & (1 << e::CHINESE_SHAPE | 1 << e::HYPHEN_SHAPE) != 0;
                        if part.2 + 1 == part.3 || chinese && part.2 == 0 {
                            1 << e::PART_PERSON_LAST
                        } else {
                            1 << e::PART_PERSON_FIRST
                        }
                    }
                    Kind::Organisation if part.2 == 0 => 1 << e::PART_ORG,
                    Kind::Place => 1 << e::PART_PLACE,
                    _ => 0,
                };
            }
            self.list[index].evidence |= evidence;
            if evidence != 0 {
                decide(&mut self.list[index]);
            }
        }
    }

    /// *Sexual Minorities Uganda (SMUG)*: a short form in brackets whose letters the name has.
    fn acronyms(&mut self, document: &Document<'_>) {
        for index in 1..self.candidates.list.len() {
            let (long, short) = (self.candidates.list[index - 1], self.candidates.list[index]);
            if short.end - short.start != 1
                || short.start != long.end + 1
                || document.str(long.end) != "("
                || short.end >= document.len()
                || document.str(short.end) != ")"
                || !document.is(short.start, flag::UPPER)
            {
                continue;
            }
            if is_acronym(document, document.str(short.start), long.start, long.end) {
                let whole = self.list[long.name as usize];
                if whole.kind == Kind::Person && whole.margin > SURE * 2 {
                    continue;
                }
                self.list[long.name as usize].evidence |= 1 << e::ACRONYM_DEFINED;
                self.list[short.name as usize].evidence |= 1 << e::ACRONYM_OF;
                decide(&mut self.list[long.name as usize]);
                decide(&mut self.list[short.name as usize]);
            }
        }
    }

    /// *A, B and C*: members of a list are of one kind.
    fn lists(&mut self, document: &Document<'_>) {
        self.list_round(document);
        for name in &mut self.list {
            decide(name);
        }
        self.list_round(document);
        self.chains(document);
    }

    /// *A, B, C and D* with two sure bodies and nothing else that is sure: they all are.
    fn chains(&mut self, document: &Document<'_>) {
        let n = self.candidates.list.len();
        let mut from = 0;
        while from < n {
            let mut to = from + 1;
            while to < n && in_list(document, &self.candidates.list[to - 1], &self.candidates.list[to]) {
                to += 1;
            }
            if to - from >= 3 {
                let mut sure = [0u32; 4];
                for c in &self.candidates.list[from..to] {
                    let name = &self.list[c.name as usize];
                    if name.margin >= SURE {
                        sure[name.kind as usize] += 1;
                    }
                }
                let all: u32 = sure.iter().sum();
                for (kind, evidence) in [(0, e::PERSON_CHAIN), (1, e::ORG_CHAIN), (2, e::PLACE_CHAIN)] {
                    if sure[kind] >= 2 && sure[kind] == all {
                        for c in &self.candidates.list[from..to] {
                            self.list[c.name as usize].evidence |= 1 << evidence;
                        }
                    }
                }
            }
            from = to;
        }
    }

    fn list_round(&mut self, document: &Document<'_>) {
        for index in 1..self.candidates.list.len() {
            let (a, b) = (self.candidates.list[index - 1], self.candidates.list[index]);
            if !in_list(document, &a, &b) {
                continue;
            }
            for (from, to) in [(a.name, b.name), (b.name, a.name)] {
                let source = self.list[from as usize];
                let target = self.list[to as usize];
                if source.margin < SURE / 2 || from == to || source.margin < target.margin {
                    continue;
                }
                let evidence = match source.kind {
                    Kind::Person => e::PLAYER_LIST,
                    Kind::Organisation => e::ORG_LIST,
                    Kind::Place => e::PLACE_LIST,
                    Kind::Other => continue,
                };
                self.list[to as usize].evidence |= 1 << evidence;
            }
        }
    }

    pub fn kind_of(&self, candidate: &Candidate) -> Kind {
        self.list[candidate.name as usize].kind
    }
}

/// Only commas and *and* stand between two names.
fn in_list(document: &Document<'_>, a: &Candidate, b: &Candidate) -> bool {
    let gap = b.start.saturating_sub(a.end);
    // a slip of the pen: *SK Hynix. , Lixin Micro*
    (1..=3).contains(&gap)
        && (a.end..b.start).all(|t| matches!(document.str(t), "," | "and" | "&" | "or" | "."))
        && (a.end..b.start).any(|t| document.str(t) != ".")
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

/// Whether `short` can be made of first letters of the words `start..end`, small words skipped or not.
pub fn is_acronym(document: &Document<'_>, short: &str, start: u32, end: u32) -> bool {
    let want: Vec<u8> = short
        .bytes()
        .filter(u8::is_ascii_alphabetic)
        .map(|b| b.to_ascii_lowercase())
        .collect();
    if want.len() < 2 {
        return false;
    }
    let mut all = Vec::new();
    let mut capitals = Vec::new();
    for at in start..end {
        if document.is(at, flag::WORD) {
            let first = document.str(at).as_bytes()[0].to_ascii_lowercase();
            all.push(first);
            if document.is(at, flag::CAPITAL) {
                capitals.push(first);
            }
        }
    }
    if all == want || capitals == want {
        return true;
    }
    // most letters in order: *NAURA*, *CNOOC*
    let mut found = 0;
    for letter in &all {
        if want.get(found) == Some(letter) {
            found += 1;
        }
    }
    found >= 2 && found + 1 >= want.len() && all.len() >= 2 && document.classes(start) & (1 << class::GIVEN) == 0
}
