//! The layout of the embedded tables. The table builder writes them, the library reads them in place.
//!
//! The blob is a header of [`SECTIONS`] pairs (offset, length in bytes; `u64` little-endian), then the sections,
//! each starting at a multiple of 16. All numbers are little-endian, as the machines are that we build for.

use bytemuck::{Pod, Zeroable};

/// Sections, in the order of the header.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(usize)]
pub enum Section {
    Slots,
    Words,
    Nodes,
    Edges,
    Senses,
    Sets,
    Places,
    /// `u32` for each string: its first byte; one more for the end of the last.
    StringStarts,
    StringBytes,
    Verbs,
    Buckets,
    BucketRules,
    Rules,
    Ops,
    Captures,
    /// The slots of [`COMMON`] words, in a small table.
    CommonSlots,
    /// One bit for each [`part_bit`].
    Parts,
    /// One bit for each [`pair_bit`].
    Pairs,
    /// [`ListSet`] for each word up to the last that is on a list: the lists it is on.
    WordLists,
}
pub const SECTIONS: usize = 19;

/// Word lists that there can be.
pub const LISTS: usize = 256;
/// A set of word lists, a bit for each.
pub type ListSet = [u64; LISTS / 64];

/// The set of those lists.
pub const fn list_set(lists: &[u8]) -> ListSet {
    let (mut set, mut n) = ([0; LISTS / 64], 0);
    while n < lists.len() {
        set[lists[n] as usize / 64] |= 1 << (lists[n] % 64);
        n += 1;
    }
    set
}

/// Words of the lowest numbers that have a table of slots of their own: they are most of any text, and it stays near the
/// processor.
pub const COMMON: u32 = 8_000;
/// Slots of that table: a word has one that it can lie in, and the rarer of two that share it is not in the table. So to ask
/// takes no jump that the processor could guess wrong.
pub const COMMON_SLOTS: usize = 1 << 15;

/// The slot of a hash among the [`COMMON_SLOTS`].
#[inline(always)]
pub fn common_slot(hash: u64) -> usize {
    hash as usize & (COMMON_SLOTS - 1)
}

/// Bits of the table that says which words may stand inside others: syllables and endings.
pub const PARTS: usize = 1 << 16;

/// The bit of a hash among the [`PARTS`].
#[inline(always)]
pub fn part_bit(hash: u64) -> usize {
    (hash >> 16) as usize & (PARTS - 1)
}

/// Bits of the table that says which two words a phrase may start with.
pub const PAIRS: usize = 1 << 20;

/// The bit of the first step of a phrase, by its [`edge_hash`], among the [`PAIRS`].
#[inline(always)]
pub fn pair_bit(hash: u64) -> usize {
    (hash >> 12) as usize & (PAIRS - 1)
}

/// One slot of the word table (open addressing; `word` 0 is empty).
#[derive(Clone, Copy, Pod, Zeroable, Default, Debug)]
#[repr(C)]
pub struct Slot {
    /// Upper half of the word's hash.
    pub check: u32,
    pub word: u32,
}

/// A set of classes.
#[derive(Clone, Copy, Pod, Zeroable, Default, Debug)]
#[repr(C)]
pub struct SetInfo {
    pub low: u64,
    pub high: u64,
    /// [`signature`] of the classes, and of the word or words that have this set.
    pub signature: u64,
    /// Flags of the tokens that are of the classes.
    pub flags: u64,
}

impl SetInfo {
    #[inline(always)]
    pub fn classes(&self) -> u128 {
        u128::from(self.low) | u128::from(self.high) << 64
    }
}

/// What is known of a word, by word id.
#[derive(Clone, Copy, Pod, Zeroable, Default, Debug)]
#[repr(C)]
pub struct WordInfo {
    /// Set of classes where the token is in lower case.
    pub set: u16,
    /// Set of classes where it has a capital (holds `set`).
    pub set_capital: u16,
    /// Node of the phrase trie, 0 if no longer phrase starts with the word.
    pub node: u32,
    /// First sense and their number.
    pub senses: u32,
    pub sense_count: u16,
    /// Rules that may start here where the token is in small letters.
    pub bucket: u16,
    /// Verb, 0 if the word is no verb form.
    pub verb: u16,
    /// [`form`] bits.
    pub form: u8,
    /// [`pos`] bits.
    pub pos: u8,
    /// How common the word is in running English, 0 (rare or unknown) to 9.
    pub common: u8,
    /// What may come second in a phrase that starts here: a bit for each word id modulo 8. Most pairs of words in a text
    /// start nothing, and this tells it without a look into the table of edges.
    pub second: u8,
    /// Rules that may start here where the token has a capital (holds those of `bucket`).
    pub bucket_capital: u16,
}

/// Parts of speech a word can have.
pub mod pos {
    pub const NOUN: u8 = 1;
    pub const VERB: u8 = 2;
    pub const ADJECTIVE: u8 = 4;
    pub const ADVERB: u8 = 8;
    pub const PLURAL: u8 = 16;
}

/// Forms of a verb.
pub mod form {
    pub const BASE: u8 = 1;
    pub const THIRD: u8 = 2;
    pub const PAST: u8 = 4;
    pub const PARTICIPLE: u8 = 8;
    pub const GERUND: u8 = 16;
}

/// A node of the phrase trie.
#[derive(Clone, Copy, Pod, Zeroable, Default, Debug)]
#[repr(C)]
pub struct Node {
    pub set: u16,
    pub set_capital: u16,
    pub senses: u32,
    pub sense_count: u16,
    /// 1 if longer phrases go on from here.
    pub inner: u16,
}

/// One slot of the trie's edge table (open addressing; `child` 0 is empty).
#[derive(Clone, Copy, Pod, Zeroable, Default, Debug)]
#[repr(C)]
pub struct Edge {
    /// Upper half of [`edge_hash`].
    pub check: u32,
    pub child: u32,
}

/// One meaning of a word or phrase, in 32 bits: value, whether the text must have a capital, class.
#[derive(Clone, Copy, Pod, Zeroable, Default, Debug)]
#[repr(C)]
pub struct Sense(u32);

impl Sense {
    /// Largest value that fits.
    pub const MOST: u32 = (1 << 24) - 1;

    /// `class` is below 128, `value` at most [`Sense::MOST`].
    pub fn new(class: u8, capital: bool, value: u32) -> Self {
        Self(value << 8 | u32::from(capital) << 7 | u32::from(class))
    }

    #[inline]
    pub fn class(self) -> u8 {
        (self.0 & 127) as u8
    }

    /// The text must have a capital.
    #[inline]
    pub fn capital(self) -> bool {
        self.0 & 128 != 0
    }

    /// By the class's payload: a number, a string (its number) or a place (index of [`PlaceInfo`]).
    #[inline]
    pub fn value(self) -> u32 {
        self.0 >> 8
    }
}

/// A place of the gazetteer.
#[derive(Clone, Copy, Pod, Zeroable, Default, Debug)]
#[repr(C)]
pub struct PlaceInfo {
    pub geonames: u32,
    pub name: u32,
    pub admin1: u32,
    /// 1e-5 degrees.
    pub lat: i32,
    pub lon: i32,
    pub population: u32,
    pub country: [u8; 2],
    /// Index of the record's `PlaceKind`.
    pub kind: u8,
    pub pad: u8,
}

impl PlaceInfo {
    /// Values of `kind`.
    pub const COUNTRY: u8 = 0;
    pub const PROVINCE: u8 = 2;
    pub const CITY: u8 = 3;
    pub const DISTRICT: u8 = 4;

    /// The gazetteer says that the place lies in that country or first-level division; of smaller places it says nothing.
    pub fn lies_in(&self, outer: &Self) -> bool {
        self.country == outer.country
            && match outer.kind {
                Self::COUNTRY => self.kind != Self::COUNTRY,
                Self::PROVINCE => self.admin1 == outer.name,
                _ => false,
            }
    }
}

#[derive(Clone, Copy, Pod, Zeroable, Default, Debug)]
#[repr(C)]
pub struct VerbInfo {
    /// Word id of the base form.
    pub lemma: u32,
}

/// Ranges of `BucketRules` for one bucket: rules of stage 1 in `items..names`, of later stages in `names..end`. Of each the
/// rules that start with a chunk, which has to end where the trigger stands, come last, from `…_behind` on.
///
/// The buckets from [`bucket::FIRST_FREE`] on are in this order: those with rules of stage 1 only, those with rules of both
/// stages, those with rules of later stages only.
#[derive(Clone, Copy, Pod, Zeroable, Default, Debug)]
#[repr(C)]
pub struct Bucket {
    /// All that its rules of stage 1, and those of later stages, ask for behind the trigger: [`BucketRule::second`].
    pub items_second: u64,
    pub names_second: u64,
    pub items: u32,
    pub items_behind: u32,
    pub names: u32,
    pub names_behind: u32,
    pub end: u32,
    pub pad: u32,
}

/// Letters of a capture's name.
pub const CAPTURE_NAME: usize = 8;

/// The name of a capture, of at most [`CAPTURE_NAME`] letters, as one number: matches are asked for their captures by name.
#[inline(always)]
pub const fn capture_key(name: &str) -> u64 {
    let (mut key, mut at) = (0, 0);
    while at < name.len() {
        key = key << 8 | name.as_bytes()[at] as u64;
        at += 1;
    }
    key
}

/// A compiled rule.
#[derive(Clone, Copy, Pod, Zeroable, Default, Debug)]
#[repr(C)]
pub struct RuleInfo {
    /// Strings: id, description, constructor.
    pub id: u32,
    pub about: u32,
    pub make: u32,
    /// First operation in `Ops`.
    pub start: u32,
    pub stage: u8,
    pub strength: u8,
    /// 0: match from the trigger token; else the chunk kind that ends where the trigger token starts.
    pub before: u8,
    pub captures: u8,
    /// First entry in `Captures` ([`capture_key`] of each).
    pub capture_names: u32,
    /// Word that may stand in front and then belongs to the match (`the?` at the start of a pattern), 0 for none.
    pub lead: u32,
}

/// What may stand at one token: any of these. Says too much rather than too little.
#[derive(Clone, Default, Debug, PartialEq, Eq)]
pub struct Ahead {
    /// Set of classes.
    pub classes: u128,
    /// Ids of words, in order.
    pub words: Vec<u32>,
    /// Kinds of numbers, a bit for each [`number_kind`].
    pub numbers: u8,
    /// [`ahead`] bits.
    pub bits: u32,
}

/// Bits of a signature for classes, for words and for kinds of numbers.
pub const CLASS_BITS: u32 = 32;
pub const WORD_BITS: u32 = 18;
const NUMBER_BITS: u32 = 7;

/// What may stand at a token, or does, in 64 bits: two that have none in common do not fit. The lowest [`CLASS_BITS`] are
/// those of classes, then come [`WORD_BITS`] of words; both only of those that a rule asks for at its start, and some share
/// a bit, so that two that have one need not fit either.
pub fn signature(classes_and_words: u64, numbers: u8, bits: u32) -> u64 {
    classes_and_words
        | u64::from(numbers) << (CLASS_BITS + WORD_BITS)
        | flag_signature(bits as u16)
        | if bits & ahead::ANY != 0 { SIGNATURE_ANY } else { 0 }
        | if bits >> ahead::CHUNK != 0 { SIGNATURE_CHUNK } else { 0 }
}

/// Largest numbers of the kinds that patterns tell apart: months, hours, days, years of our time and others between.
const NUMBERS: [u32; 6] = [12, 24, 31, 1899, 2099, u32::MAX];

/// The kind of a whole number of up to five digits; of any other number, `None`, it is one more than that of the largest.
pub fn number_kind(value: Option<u32>) -> u8 {
    let own = |value| NUMBERS.iter().position(|last| value <= *last);
    value.and_then(own).unwrap_or(NUMBERS.len()) as u8
}

/// A bit for each [`number_kind`] of the whole numbers from `low` to `high`.
pub fn number_kinds(low: u32, high: u32) -> u8 {
    (number_kind(Some(low))..=number_kind(Some(high))).fold(0, |kinds, kind| kinds | 1 << kind)
}

/// [`signature`] of a number token, besides its flags.
#[inline(always)]
pub fn number_signature(kind: u8) -> u64 {
    1 << (CLASS_BITS + WORD_BITS + u32::from(kind))
}

/// [`signature`] of the token flags that shapes ask for: the lowest five.
#[inline(always)]
pub fn flag_signature(flags: u16) -> u64 {
    u64::from(flags & 0x1f) << (CLASS_BITS + WORD_BITS + NUMBER_BITS)
}

/// [`signature`] of the end of a sentence, and what each token has of it too: where anything will do.
pub const SIGNATURE_ANY: u64 = 1 << 62;
/// [`signature`] of a token at which a chunk starts, besides its own.
pub const SIGNATURE_CHUNK: u64 = 1 << 63;

/// A rule as it stands in a bucket, with what the trigger token and the two behind it must be for the pattern to have a chance:
/// most rules are passed over by that. (A word triggers the rules of a class also where only a longer phrase with it is of the
/// class.)
#[derive(Clone, Copy, Pod, Zeroable, Default, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(C)]
pub struct BucketRule {
    /// [`signature`]s.
    pub first: u64,
    pub second: u64,
    pub third: u64,
    pub rule: u32,
    pub pad: u32,
}

/// Bits of [`Ahead::bits`]: the token flags that will do, and the two below.
pub mod ahead {
    /// Anything will do, the end of the sentence too.
    pub const ANY: u32 = 1 << 16;
    /// A chunk may start there: kind `k` is bit 17 + `k`.
    pub const CHUNK: u32 = 17;
}

/// One operation of a compiled pattern.
#[derive(Clone, Copy, Pod, Zeroable, Default, Debug, PartialEq, Eq)]
#[repr(C)]
pub struct Op {
    pub code: u8,
    /// [`op_flag`] bits.
    pub flags: u8,
    pub a: u16,
    pub b: u32,
}

pub mod op_flag {
    /// The token must touch the one before.
    pub const GLUED: u8 = 1;
    /// The token must not touch the one before.
    pub const APART: u8 = 2;
}

/// Operations. `a` and `b` as said.
pub mod op {
    pub const MATCH: u8 = 0;
    /// Word id `b`.
    pub const WORD: u8 = 1;
    /// Class `a`, as a phrase or as one word.
    pub const CLASS: u8 = 2;
    /// A whole number from `a`'s digits (0 any) in `b`: low and high as 16 bits each.
    pub const INT: u8 = 3;
    /// Token shape `a` (see the module `shape`).
    pub const SHAPE: u8 = 4;
    /// A chunk of kind `a`.
    pub const CHUNK: u8 = 5;
    /// Try the next operation first, then `b`.
    pub const SPLIT: u8 = 6;
    /// Try `b` first, then the next operation.
    pub const SPLIT_LAZY: u8 = 7;
    pub const JUMP: u8 = 8;
    /// Capture `a` starts (b = 0) or ends (b = 1).
    pub const SAVE: u8 = 9;
    /// The operation that follows must not match here.
    pub const NOT: u8 = 10;
    /// The operation that follows must match (b = 1) or must not match (b = 0) the single token before.
    pub const BEHIND: u8 = 11;
    pub const SENTENCE_START: u8 = 12;
    pub const SENTENCE_END: u8 = 13;
    /// Any one token.
    pub const ANY: u8 = 14;
    /// One of several words: those of the `a` operations that follow, which are not run.
    pub const WORDS: u8 = 15;
}

/// Shapes of tokens that patterns can ask for.
pub mod shape {
    pub const CAPITAL: u16 = 1;
    pub const UPPER: u16 = 2;
    pub const LOWER: u16 = 3;
    pub const NUMBER: u16 = 4;
    pub const WORD: u16 = 5;
    pub const MARK: u16 = 6;
    /// A number with two points: `22.09.2023`.
    pub const DOTTED: u16 = 7;
}

/// Kinds of chunks that patterns can ask for; the value 0 is none.
pub mod chunk {
    pub const NUMBER: u8 = 1;
    pub const DATE: u8 = 2;
    pub const FIGURE: u8 = 3;
    pub const NAME: u8 = 4;
    pub const NAMES: [(&str, u8); 4] = [
        ("@number", NUMBER),
        ("@date", DATE),
        ("@figure", FIGURE),
        ("@name", NAME),
    ];
}

/// First slot of a word's hash in a table of so many: the lower half of the hash as a fraction of the table, so that it need
/// not be a power of two long.
#[inline(always)]
pub fn first_slot(hash: u64, slots: usize) -> usize {
    (((hash & 0xffff_ffff) * slots as u64) >> 32) as usize
}

/// Hash of an edge's key: the last steps of MurmurHash3, so that both halves depend on all of the key.
#[inline]
pub fn edge_hash(node: u32, word: u32) -> u64 {
    let mut x = (u64::from(node) << 32 | u64::from(word)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    x ^= x >> 33;
    x = x.wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    x ^ (x >> 33)
}

/// Trigger buckets of tokens that are no words of the lexicon.
pub mod bucket {
    pub const NONE: u16 = 0;
    /// The first of those of number tokens, one for each [`number_kind`](super::number_kind).
    pub const NUMBER: u16 = 1;
    pub const FIRST_FREE: u16 = NUMBER + super::NUMBER_BITS as u16;
}
