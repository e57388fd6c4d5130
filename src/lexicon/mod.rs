//! The embedded tables: words, phrases, places, verbs and compiled rules, ready to use where they lie in the
//! binary. Nothing is parsed or copied at start-up.

pub mod format;
pub mod user;

use std::sync::OnceLock;

use bytemuck::Pod;
use format::{
    Bucket, BucketRule, Edge, ListSet, Node, Op, PlaceInfo, RuleInfo, SECTIONS, Section, Sense, SetInfo, Slot,
    VerbInfo, WordInfo,
};

/// Class numbers, one constant for each class of `rules/classes.tsv`.
pub mod class {
    include!(concat!(env!("OUT_DIR"), "/classes.rs"));
}

/// Numbers of word lists, one constant for each list of `rules/lexicon/word-lists.tsv`.
pub(crate) mod list {
    include!(concat!(env!("OUT_DIR"), "/lists.rs"));
}

#[repr(C, align(64))]
struct Aligned<T: ?Sized>(T);

static BLOB: &Aligned<[u8]> = &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/tables.bin")));

/// A set of classes, one bit per class number.
pub type ClassSet = u128;

/// Whether the class is in the set: one half of it is looked at, as a shift of all 128 bits costs more.
#[inline(always)]
pub fn in_set(set: ClassSet, class: u8) -> bool {
    let half = if class < 64 { set as u64 } else { (set >> 64) as u64 };
    half >> (class & 63) & 1 != 0
}

/// Typed views of the embedded tables.
#[derive(Debug)]
pub struct Lexicon {
    slots: &'static [Slot],
    common_slots: &'static [Slot],
    pub words: &'static [WordInfo],
    nodes: &'static [Node],
    edges: &'static [Edge],
    senses: &'static [Sense],
    sets: &'static [SetInfo],
    pub places: &'static [PlaceInfo],
    string_starts: &'static [u32],
    string_bytes: &'static [u8],
    pub verbs: &'static [VerbInfo],
    pub buckets: &'static [Bucket],
    pub bucket_rules: &'static [BucketRule],
    /// Buckets of words with rules of stage 1.
    pub(crate) item_buckets: std::ops::Range<u16>,
    /// The first bucket of words with rules of later stages; all behind it have some.
    pub(crate) name_buckets: u16,
    pub rules: &'static [RuleInfo],
    pub ops: &'static [Op],
    captures: &'static [u64],
    parts: &'static [u64],
    pairs: &'static [u64],
    word_lists: &'static [ListSet],
    /// Word ids of the marks of one byte: every seventh token is one.
    pub marks: [u32; 128],
}

fn section<T: Pod>(which: Section) -> &'static [T] {
    let bytes: &'static [u8] = &BLOB.0;
    let number = |at: usize| {
        let mut word = [0u8; 8];
        word.copy_from_slice(&bytes[at..at + 8]);
        u64::from_le_bytes(word) as usize
    };
    debug_assert!((which as usize) < SECTIONS);
    let (start, len) = (number(which as usize * 16), number(which as usize * 16 + 8));
    bytemuck::cast_slice(&bytes[start..start + len])
}

/// Asks the processor to bring an element of a table near; of one that is not there it does nothing.
#[inline(always)]
fn bring_near<T>(table: &[T], at: usize) {
    near(table.as_ptr().wrapping_add(at).cast());
}

#[inline(always)]
fn near(address: *const u8) {
    #[cfg(target_arch = "x86_64")]
    // SAFETY: a prefetch reads nothing and never faults, whatever the address.
    unsafe {
        std::arch::x86_64::_mm_prefetch::<{ std::arch::x86_64::_MM_HINT_T0 }>(address.cast());
    }
    #[cfg(not(target_arch = "x86_64"))]
    let _ = address;
}

/// The word in the slots with the check bits of the hash, 0 for none.
#[inline(always)]
fn find(slots: &[Slot], hash: u64) -> u32 {
    let check = (hash >> 32) as u32;
    let mut at = format::first_slot(hash, slots.len());
    loop {
        let slot = slots[at];
        if slot.word == 0 || slot.check == check {
            return slot.word;
        }
        at = if at + 1 == slots.len() { 0 } else { at + 1 };
    }
}

/// The one lexicon of the program.
pub fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(Lexicon::new)
}

impl Lexicon {
    fn new() -> Self {
        let mut lexicon = Self {
            slots: section(Section::Slots),
            common_slots: section(Section::CommonSlots),
            words: section(Section::Words),
            nodes: section(Section::Nodes),
            edges: section(Section::Edges),
            senses: section(Section::Senses),
            sets: section(Section::Sets),
            places: section(Section::Places),
            string_starts: section(Section::StringStarts),
            string_bytes: section(Section::StringBytes),
            verbs: section(Section::Verbs),
            buckets: section(Section::Buckets),
            bucket_rules: section(Section::BucketRules),
            item_buckets: 0..0,
            name_buckets: 0,
            rules: section(Section::Rules),
            ops: section(Section::Ops),
            captures: section(Section::Captures),
            parts: section(Section::Parts),
            pairs: section(Section::Pairs),
            word_lists: section(Section::WordLists),
            marks: [0; 128],
        };
        let first = usize::from(format::bucket::FIRST_FREE);
        let until = |is: fn(&Bucket) -> bool| (first + lexicon.buckets[first..].partition_point(is)) as u16;
        lexicon.item_buckets = first as u16..until(|b| b.items < b.names);
        lexicon.name_buckets = until(|b| b.names == b.end);
        lexicon.marks = std::array::from_fn(|mark| lexicon.word(crate::text::fold::hash(&[mark as u8])));
        lexicon
    }

    /// Whether a phrase may start with the word of the trie node and this one behind it. Few do of those that the bits of
    /// [`WordInfo::second`] let pass, and the table of edges is far.
    #[inline(always)]
    pub fn may_pair(&self, node: u32, second: u32) -> bool {
        let bit = format::pair_bit(format::edge_hash(node, second));
        self.pairs[bit / 64] >> (bit % 64) & 1 != 0
    }

    /// Asks the processor to bring the slot of a step of the phrase trie near.
    #[inline(always)]
    pub fn prefetch_step(&self, node: u32, word: u32) {
        let at = format::edge_hash(node, word) as usize & (self.edges.len() - 1);
        bring_near(self.edges, at);
    }

    /// Asks the processor to bring what is known of a word near.
    #[inline(always)]
    pub fn prefetch_info(&self, word: u32) {
        bring_near(self.words, word as usize);
    }

    /// Asks the processor to bring the senses from `start` on near.
    #[inline(always)]
    pub fn prefetch_senses(&self, start: u32) {
        bring_near(self.senses, start as usize);
    }

    /// Asks the processor to bring these rows of the gazetteer near. Each is somewhere in many megabytes, and who reads one
    /// after the other waits for each; asked for together, and well before they are read, they come together.
    pub fn prefetch_places(&self, rows: &[u32]) {
        for row in rows {
            bring_near(self.places, *row as usize);
        }
    }

    /// The same for where the names of these rows stand; the rows themselves are near.
    pub fn prefetch_place_names(&self, rows: &[u32]) {
        for row in rows {
            bring_near(self.string_starts, self.places[*row as usize].name as usize);
        }
    }

    /// The same for the letters of these names, of which is known where they stand.
    pub fn prefetch_place_letters(&self, rows: &[u32]) {
        for row in rows {
            let name = self.places[*row as usize].name;
            bring_near(self.string_bytes, self.string_starts[name as usize] as usize);
        }
    }

    /// Word id of a hash made by [`crate::text::fold::hash`]; 0 if the word is not there. Two words that share 32
    /// check bits and the slot would be taken for one: the builder refuses tables in which two of its own words do.
    #[inline(always)]
    pub fn word(&self, hash: u64) -> u32 {
        find(self.slots, hash)
    }

    /// The same for what may stand inside a word, a syllable of pinyin or an ending: most stretches of letters are none, which
    /// a table says that is always near.
    #[inline]
    pub fn part(&self, hash: u64) -> u32 {
        let bit = format::part_bit(hash);
        if self.parts[bit / 64] >> (bit % 64) & 1 == 0 {
            return 0;
        }
        self.word(hash)
    }

    /// The same for most of the common words only, from a table that is always near.
    #[inline(always)]
    pub fn common_word(&self, hash: u64) -> u32 {
        let slot = self.common_slots[format::common_slot(hash)];
        // a product in place of a jump: one in four words is not there, and which one cannot be guessed
        slot.word * u32::from(slot.check == (hash >> 32) as u32)
    }

    /// Asks the processor to bring what is known of a word near, or the slot of its hash where the word is 0: one of the two
    /// without a jump.
    #[inline(always)]
    pub fn prefetch_word(&self, word: u32, hash: u64) {
        let slot = &raw const self.slots[format::first_slot(hash, self.slots.len())];
        let info = &raw const self.words[word as usize];
        near(if word == 0 { slot.cast::<u8>() } else { info.cast() });
    }

    /// Word id of a word in any case.
    pub fn word_of(&self, word: &str) -> u32 {
        if word.bytes().all(|b| b.is_ascii_alphanumeric()) {
            return self.word(crate::text::fold::hash_ascii(word.as_bytes(), 0, word.len()));
        }
        self.word(crate::text::fold::hash(crate::text::fold::fold(word).as_bytes()))
    }

    #[inline(always)]
    pub fn info(&self, word: u32) -> &'static WordInfo {
        &self.words[word as usize]
    }

    #[inline(always)]
    pub fn set(&self, index: u16) -> ClassSet {
        self.sets[index as usize].classes()
    }

    /// All that is known of a set.
    #[inline(always)]
    pub fn set_info(&self, index: u16) -> &'static SetInfo {
        &self.sets[index as usize]
    }

    pub fn node(&self, node: u32) -> &'static Node {
        &self.nodes[node as usize]
    }

    /// The trie node behind `node` by `word`; 0 if there is none.
    #[inline]
    pub fn step(&self, node: u32, word: u32) -> u32 {
        let mask = self.edges.len() - 1;
        let hash = format::edge_hash(node, word);
        let check = (hash >> 32) as u32;
        let mut at = hash as usize & mask;
        loop {
            let edge = self.edges[at];
            if edge.child == 0 || edge.check == check {
                return edge.child;
            }
            at = (at + 1) & mask;
        }
    }

    pub fn senses(&self, start: u32, count: u16) -> &'static [Sense] {
        &self.senses[start as usize..start as usize + count as usize]
    }

    pub fn string(&self, index: u32) -> &'static str {
        let (start, end) = (
            self.string_starts[index as usize],
            self.string_starts[index as usize + 1],
        );
        let bytes = &self.string_bytes[start as usize..end as usize];
        debug_assert!(std::str::from_utf8(bytes).is_ok());
        // SAFETY: the build lays whole `str`s one behind the other (`build/tables.rs`), and the ranges are theirs.
        unsafe { std::str::from_utf8_unchecked(bytes) }
    }

    /// Word id of the base form of the verb that `word` is a form of; 0 if it is none.
    pub fn lemma(&self, word: u32) -> u32 {
        match self.info(word).verb {
            0 => 0,
            verb => self.verbs[verb as usize].lemma,
        }
    }

    /// Whether the word is on the list, one of [`list`].
    #[inline]
    pub(crate) fn is_on_list(&self, word: u32, list: u8) -> bool {
        let own = self.word_lists.get(word as usize);
        own.is_some_and(|own| own[usize::from(list) / 64] >> (list % 64) & 1 != 0)
    }

    /// Whether the word is on one of the lists.
    #[inline]
    pub(crate) fn is_on_any(&self, word: u32, lists: &ListSet) -> bool {
        let own = self.word_lists.get(word as usize);
        own.is_some_and(|own| own.iter().zip(lists).any(|(own, asked)| own & asked != 0))
    }

    /// Number of the rule's capture of that name.
    #[inline]
    pub fn capture(&self, rule: &RuleInfo, name: &str) -> Option<usize> {
        let first = rule.capture_names as usize;
        let own = &self.captures[first..first + usize::from(rule.captures)];
        let key = format::capture_key(name);
        (1..own.len()).find(|index| own[*index] == key)
    }
}
