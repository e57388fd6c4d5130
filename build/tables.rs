//! Lays the collected knowledge out as the tables of `src/lexicon/format.rs`.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use bytemuck::Pod;

use crate::compile::{Start, Trigger, Vocabulary as _};
use crate::fold;
use crate::format::{
    Ahead, Bucket, BucketRule, CAPTURE_NAME, CLASS_BITS, COMMON, COMMON_SLOTS, Edge, ListSet, Node, Op, PAIRS, PARTS,
    PlaceInfo, RuleInfo, SECTIONS, Section, Sense, SetInfo, Slot, VerbInfo, WORD_BITS, WordInfo, ahead, bucket,
    capture_key, common_slot, edge_hash, first_slot, pair_bit, part_bit, signature,
};
use crate::lexicon::{Builder, SenseRow};
use crate::rules::Compiled;
use crate::token::flag;

/// Which bits of a signature stand for the classes and words that rules ask for at their start.
#[derive(Default)]
struct Bits {
    classes: HashMap<u8, u64>,
    words: HashMap<u32, u64>,
}

/// How many classes and words have a bit of their own: the commonest in running text.
const OWN_CLASSES: usize = 22;
const OWN_WORDS: usize = 8;

impl Bits {
    fn new(lexicon: &Builder, rules: &[Compiled]) -> Self {
        let often = |word: u32| 1_u64 << (2 * lexicon.words[word as usize].common);
        let mut asked: Vec<&Ahead> = Vec::new();
        for Compiled { program, .. } in rules {
            let starts = program.starts.iter();
            asked.extend(starts.flat_map(|start| [&start.first, &start.second, &start.third]));
        }
        let mut classes: HashMap<u8, u64> = HashMap::new();
        for (id, word) in (0..).zip(&lexicon.words) {
            let set = class_set(&word.senses, true);
            for class in (0..128).filter(|class| set >> class & 1 != 0) {
                *classes.entry(class).or_default() += often(id);
            }
        }
        let all = asked.iter().fold(0, |all, ahead| all | ahead.classes);
        let mut order: Vec<u8> = (0..128).filter(|class| all >> class & 1 != 0).collect();
        order.sort_by_key(|class| Reverse(classes.get(class).copied().unwrap_or_default()));
        let shared = |n: usize, own: usize, bits: u32| {
            if n < own {
                n
            } else {
                own + (n - own) % (bits as usize - own)
            }
        };
        let bit = |(n, class): (usize, u8)| (class, 1 << shared(n, OWN_CLASSES, CLASS_BITS));
        let classes = order.into_iter().enumerate().map(bit).collect();

        let words: BTreeSet<u32> = asked.iter().flat_map(|ahead| ahead.words.iter().copied()).collect();
        let mut order: Vec<u32> = words.into_iter().collect();
        order.sort_by_key(|word| (Reverse(often(*word)), *word));
        let bit = |n: usize| 1 << (CLASS_BITS as usize + shared(n, OWN_WORDS, WORD_BITS));
        let mut words: HashMap<u32, u64> = (0..OWN_WORDS).zip(order).map(|(n, word)| (word, bit(n))).collect();
        // words that one rule asks for share a bit, so that it has few
        asked.sort_by_key(|ahead| Reverse(ahead.words.len()));
        asked.dedup_by_key(|ahead| &ahead.words);
        let mut next = OWN_WORDS;
        for ahead in asked {
            let old = words.len();
            for word in &ahead.words {
                words.entry(*word).or_insert(bit(next));
            }
            next += usize::from(words.len() > old);
        }
        Self { classes, words }
    }

    fn of_classes(&self, set: u128) -> u64 {
        let own = self.classes.iter().filter(|(class, _)| set >> **class & 1 != 0);
        own.fold(0, |bits, (_, bit)| bits | bit)
    }

    fn of_word(&self, word: u32) -> u64 {
        self.words.get(&word).copied().unwrap_or_default()
    }

    fn signature(&self, ahead: &Ahead) -> u64 {
        let words = ahead.words.iter().fold(0, |bits, word| bits | self.of_word(*word));
        signature(self.of_classes(ahead.classes) | words, ahead.numbers, ahead.bits)
    }
}

/// Class sets by number, with the bits of a word that rules ask for; 0 is the empty set of no such word.
#[derive(Default)]
struct Sets {
    ids: HashMap<(u128, u64), u16>,
    list: Vec<SetInfo>,
    bits: Bits,
    /// Flags of tokens, each with the classes that give it.
    flags: Vec<(u16, u128)>,
}

impl Sets {
    fn id(&mut self, set: u128, word: u64) -> Result<u16, String> {
        if let Some(id) = self.ids.get(&(set, word)) {
            return Ok(*id);
        }
        let id = u16::try_from(self.list.len()).map_err(|_| "more than 65,535 combinations of classes".to_string())?;
        self.ids.insert((set, word), id);
        let own = self.flags.iter().filter(|(_, classes)| classes & set != 0);
        self.list.push(SetInfo {
            low: set as u64,
            high: (set >> 64) as u64,
            signature: signature(self.bits.of_classes(set) | word, 0, ahead::ANY),
            flags: own.fold(0, |flags, (flag, _)| flags | u64::from(*flag)),
        });
        Ok(id)
    }
}

/// What event rules ask of nearly every token, told by its classes.
fn flags(lexicon: &Builder) -> Result<Vec<(u16, u128)>, String> {
    let set = |names: &[&str]| {
        let ids = names
            .iter()
            .map(|name| lexicon.class(name).ok_or(format!("no class {name} in classes.tsv")));
        ids.map(|id| id.map(|id| 1 << id)).sum::<Result<u128, String>>()
    };
    Ok(vec![
        (flag::EVENT, set(&["EVENTTRIGGER"])?),
        (flag::GROUPED, set(&["EVENTNOUN", "PRON", "DEFINITE"])?),
    ])
}

fn class_set(senses: &[SenseRow], capital: bool) -> u128 {
    senses
        .iter()
        .filter(|s| capital || !s.capital)
        .fold(0, |set, s| set | 1 << s.class)
}

/// `place` is the class whose values are rows of the gazetteer, with their places in the table.
fn lay(senses: &[SenseRow], place: (u8, &[u32]), out: &mut Vec<Sense>) -> Result<(u32, u16), String> {
    let mut rows = senses.to_vec();
    rows.sort();
    for row in rows.iter_mut().filter(|row| row.class == place.0) {
        row.value = place.1[row.value as usize];
    }
    let start = out.len() as u32;
    if let Some(row) = rows.iter().find(|s| s.value > Sense::MOST) {
        return Err(format!("the value {} is larger than {}", row.value, Sense::MOST));
    }
    out.extend(rows.iter().map(|s| Sense::new(s.class, s.capital, s.value)));
    Ok((
        start,
        u16::try_from(rows.len()).map_err(|_| "more than 65,535 senses of one name".to_string())?,
    ))
}

/// The gazetteer in the order of its table, and where each row went: the rows of one name lie side by side, as they are read
/// together, and the names that articles are likeliest to speak of come first and share their pages.
fn gazetteer(lexicon: &Builder) -> (Vec<PlaceInfo>, Vec<u32>) {
    let size = |p: &PlaceInfo| {
        if p.kind == PlaceInfo::COUNTRY {
            u32::MAX
        } else {
            p.population
        }
    };
    let mut largest: HashMap<u32, u32> = HashMap::new();
    for place in &lexicon.places {
        let most = largest.entry(place.name).or_default();
        *most = size(place).max(*most);
    }
    let mut order: Vec<u32> = (0..lexicon.places.len() as u32).collect();
    order.sort_by_key(|row| {
        let place = &lexicon.places[*row as usize];
        (Reverse(largest[&place.name]), place.name, Reverse(size(place)))
    });
    let mut moved = vec![0; order.len()];
    for (to, row) in (0..).zip(&order) {
        moved[*row as usize] = to;
    }
    (order.iter().map(|row| lexicon.places[*row as usize]).collect(), moved)
}

/// What the build writes: the tables, and the constants that name classes and word lists.
pub struct Tables {
    pub blob: Vec<u8>,
    pub classes: String,
    pub lists: String,
}

pub fn write(mut lexicon: Builder, rules: &[Compiled]) -> Result<Tables, String> {
    let mut sets = Sets {
        bits: Bits::new(&lexicon, rules),
        flags: flags(&lexicon)?,
        ..Sets::default()
    };
    sets.id(0, 0)?;
    let (places, moved) = gazetteer(&lexicon);
    let place = lexicon.class("PLACE").ok_or("no class PLACE in classes.tsv")?;
    let place = (place, &moved[..]);
    let mut senses: Vec<Sense> = Vec::new();
    let mut words: Vec<WordInfo> = Vec::new();
    for (id, word) in (0..).zip(&lexicon.words) {
        let (start, count) = lay(&word.senses, place, &mut senses)?;
        let bit = sets.bits.of_word(id);
        words.push(WordInfo {
            set: sets.id(class_set(&word.senses, false), bit)?,
            set_capital: sets.id(class_set(&word.senses, true), bit)?,
            node: 0,
            senses: start,
            sense_count: count,
            bucket: 0,
            verb: word.verb,
            form: word.form,
            pos: word.pos,
            common: word.common,
            second: 0,
            bucket_capital: 0,
        });
    }
    let (nodes, edges) = trie(&lexicon, place, &mut words, &mut sets, &mut senses)?;
    let (buckets, bucket_rules) = triggers(&lexicon, &mut words, rules, &sets.bits)?;
    let (slots, common_slots) = slots(&lexicon)?;
    let word_parts = word_parts(&lexicon)?;
    let pairs = pairs(&lexicon, &words);

    let mut infos = Vec::new();
    let mut ops: Vec<Op> = Vec::new();
    let mut captures: Vec<u64> = Vec::new();
    for compiled in rules {
        let capture_names = captures.len() as u32;
        for name in &compiled.program.captures {
            if name.len() > CAPTURE_NAME {
                let id = &compiled.rule.id;
                return Err(format!(
                    "rule {id}: the name {name:?} is longer than {CAPTURE_NAME} letters"
                ));
            }
            captures.push(capture_key(name));
        }
        infos.push(RuleInfo {
            id: lexicon.string(&compiled.rule.id),
            about: lexicon.string(&compiled.rule.about),
            make: lexicon.string(&compiled.rule.make),
            start: ops.len() as u32,
            stage: compiled.rule.stage,
            strength: compiled.rule.strength,
            before: compiled.program.before,
            captures: compiled.program.captures.len() as u8,
            capture_names,
            lead: compiled.program.lead,
        });
        ops.extend(&compiled.program.ops);
    }
    if ops.is_empty() {
        ops.push(Op::default());
    }

    let mut string_bytes = Vec::new();
    let mut string_starts = Vec::new();
    for text in &lexicon.string_list {
        string_starts.push(string_bytes.len() as u32);
        string_bytes.extend_from_slice(text.as_bytes());
    }
    string_starts.push(string_bytes.len() as u32);
    let verbs: Vec<VerbInfo> = lexicon.verbs.iter().map(|lemma| VerbInfo { lemma: *lemma }).collect();

    let mut parts: Vec<(Section, Vec<u8>)> = Vec::new();
    let mut push = |section, bytes: &[u8]| parts.push((section, bytes.to_vec()));
    push(Section::Slots, bytes(&slots));
    push(Section::CommonSlots, bytes(&common_slots));
    push(Section::Words, bytes(&words));
    push(Section::Nodes, bytes(&nodes));
    push(Section::Edges, bytes(&edges));
    push(Section::Senses, bytes(&senses));
    push(Section::Sets, bytes(&sets.list));
    push(Section::Places, bytes(&places));
    push(Section::StringStarts, bytes(&string_starts));
    push(Section::StringBytes, &string_bytes);
    push(Section::Verbs, bytes(&verbs));
    push(Section::Buckets, bytes(&buckets));
    push(Section::BucketRules, bytes(&bucket_rules));
    push(Section::Rules, bytes(&infos));
    push(Section::Ops, bytes(&ops));
    push(Section::Captures, bytes(&captures));
    push(Section::Parts, bytes(&word_parts));
    push(Section::Pairs, bytes(&pairs));
    push(Section::WordLists, bytes(&word_lists(&lexicon)));

    let mut blob = vec![0u8; SECTIONS * 16];
    for (section, bytes) in parts {
        blob.resize(blob.len().next_multiple_of(64), 0);
        let (start, len) = (blob.len() as u64, bytes.len() as u64);
        let at = section as usize * 16;
        blob[at..at + 8].copy_from_slice(&start.to_le_bytes());
        blob[at + 8..at + 16].copy_from_slice(&len.to_le_bytes());
        blob.extend_from_slice(&bytes);
    }
    let constants = |names: &mut dyn Iterator<Item = &String>, vis: &str| {
        let lines = names.enumerate();
        lines
            .map(|(id, name)| format!("{vis} const {name}: u8 = {id};\n"))
            .collect()
    };
    let classes = constants(&mut lexicon.classes.iter().map(|class| &class.name), "pub");
    let lists = constants(&mut lexicon.word_lists.iter().map(|(name, _)| name), "pub(crate)");
    Ok(Tables { blob, classes, lists })
}

/// The word lists of each word, by word id up to the last that is on one.
fn word_lists(lexicon: &Builder) -> Vec<ListSet> {
    let words = lexicon.word_lists.iter().flat_map(|(_, words)| words);
    let mut lists = vec![ListSet::default(); words.max().map_or(0, |last| *last as usize + 1)];
    for (list, (_, words)) in lexicon.word_lists.iter().enumerate() {
        for word in words {
            lists[*word as usize][list / 64] |= 1 << (list % 64);
        }
    }
    lists
}

fn bytes<T: Pod>(rows: &[T]) -> &[u8] {
    bytemuck::cast_slice(rows)
}

/// The word table: open addressing, some three fifths of the slots taken. More would save little time and cost memory. Behind
/// it the small one of the common words, the commonest of those that share a slot.
fn slots(lexicon: &Builder) -> Result<(Vec<Slot>, Vec<Slot>), String> {
    let mut words: Vec<(&String, u32)> = lexicon.word_ids.iter().map(|(w, id)| (w, *id)).collect();
    // a word of the lists, which come first, does not take the slot of *said*
    let common_of = |id: &u32| lexicon.common.get(id).copied().unwrap_or_default();
    words.sort_by_key(|(_, id)| (Reverse(common_of(id)), *id));
    let mut all = vec![Slot::default(); (words.len() * 5 / 3).max(64)];
    let mut common = vec![Slot::default(); COMMON_SLOTS];
    for &(word, id) in &words {
        let hash = fold::hash(word.as_bytes());
        lay_slot(&mut all, hash, word, id)?;
        let slot = &mut common[common_slot(hash)];
        if id < COMMON && slot.word == 0 {
            *slot = Slot {
                check: (hash >> 32) as u32,
                word: id,
            };
        } else if slot.word != 0 && slot.check == (hash >> 32) as u32 {
            // the small table is asked first: no other word may look like one of its own
            return Err(shared_hash(word));
        }
    }
    Ok((all, common))
}

/// The bits of the words that are looked for inside others: syllables of pinyin, and endings, which start with a tilde.
fn word_parts(lexicon: &Builder) -> Result<Vec<u64>, String> {
    let syllable = lexicon
        .class("SYLLABLEZH")
        .ok_or("no class SYLLABLEZH in classes.tsv")?;
    let mut bits = vec![0; PARTS / 64];
    for (word, id) in &lexicon.word_ids {
        let senses = &lexicon.words[*id as usize].senses;
        if word.starts_with('~') || senses.iter().any(|s| s.class == syllable) {
            let bit = part_bit(fold::hash(word.as_bytes()));
            bits[bit / 64] |= 1 << (bit % 64);
        }
    }
    Ok(bits)
}

/// The bits of the first steps of all phrases.
fn pairs(lexicon: &Builder, words: &[WordInfo]) -> Vec<u64> {
    let mut bits = vec![0; PAIRS / 64];
    for phrase in lexicon.phrases.keys() {
        if let [first, second, ..] = phrase[..] {
            let bit = pair_bit(edge_hash(words[first as usize].node, second));
            bits[bit / 64] |= 1 << (bit % 64);
        }
    }
    bits
}

fn lay_slot(slots: &mut [Slot], hash: u64, word: &str, id: u32) -> Result<(), String> {
    let at = free_slot(slots, hash, word)?;
    slots[at] = Slot {
        check: (hash >> 32) as u32,
        word: id,
    };
    Ok(())
}

fn shared_hash(word: &str) -> String {
    format!("{word:?} and another word share a hash; change the constants in src/text/fold.rs")
}

/// The slot that a word of the hash is laid into. The words in front of it must differ in their check bits.
fn free_slot(slots: &[Slot], hash: u64, word: &str) -> Result<usize, String> {
    let check = (hash >> 32) as u32;
    let mut at = first_slot(hash, slots.len());
    while slots[at].word != 0 {
        if slots[at].check == check {
            return Err(shared_hash(word));
        }
        at = (at + 1) % slots.len();
    }
    Ok(at)
}

fn trie(
    lexicon: &Builder,
    place: (u8, &[u32]),
    words: &mut [WordInfo],
    sets: &mut Sets,
    senses: &mut Vec<Sense>,
) -> Result<(Vec<Node>, Vec<Edge>), String> {
    let mut nodes = vec![Node::default()];
    let mut steps: BTreeMap<(u32, u32), u32> = BTreeMap::new();
    let mut phrases: Vec<(&Vec<u32>, &Vec<SenseRow>)> = lexicon.phrases.iter().collect();
    phrases.sort();
    for (phrase, rows) in phrases {
        let first = &mut words[phrase[0] as usize];
        if first.node == 0 {
            first.node = nodes.len() as u32;
            nodes.push(Node::default());
        }
        if let Some(second) = phrase.get(1) {
            first.second |= 1 << (second & 7);
        }
        let mut node = first.node;
        for word in &phrase[1..] {
            let next = steps.entry((node, *word)).or_insert_with(|| {
                nodes.push(Node::default());
                nodes.len() as u32 - 1
            });
            let next = *next;
            nodes[node as usize].inner = 1;
            node = next;
        }
        let (start, count) = lay(rows, place, senses)?;
        let set = sets.id(class_set(rows, false), 0)?;
        let set_capital = sets.id(class_set(rows, true), 0)?;
        let inner = nodes[node as usize].inner;
        nodes[node as usize] = Node {
            set,
            set_capital,
            senses: start,
            sense_count: count,
            inner,
        };
    }
    let size = (steps.len() * 3 / 2).next_power_of_two().max(64);
    let mut edges = vec![Edge::default(); size];
    for ((node, word), child) in steps {
        let hash = edge_hash(node, word);
        let check = (hash >> 32) as u32;
        let mut at = hash as usize & (size - 1);
        while edges[at].child != 0 {
            if edges[at].check == check {
                return Err(
                    "two steps of the phrase trie share a hash; change edge_hash in src/lexicon/format.rs".into(),
                );
            }
            at = (at + 1) & (size - 1);
        }
        edges[at] = Edge { check, child };
    }
    Ok((nodes, edges))
}

/// The rules that a token may start, and the classes by which it does.
#[derive(Default)]
struct Starting {
    rules: BTreeSet<u32>,
    classes: u128,
}

/// For each rule the ways in which it may start, with their signatures.
struct Starts<'a>(Vec<Vec<(&'a Ahead, [u64; 3])>>);

impl<'a> Starts<'a> {
    fn new(rules: &'a [Compiled], bits: &Bits) -> Self {
        let signatures = |start: &Start| {
            let [first, second, third] = [&start.first, &start.second, &start.third].map(|ahead| bits.signature(ahead));
            // a chunk may be of several tokens: what stands behind it is further on
            let third = if start.second.bits >> ahead::CHUNK != 0 {
                u64::MAX
            } else {
                third
            };
            [first, second, third]
        };
        let of = |compiled: &'a Compiled| {
            let starts = compiled.program.starts.iter();
            starts.map(|start| (&start.first, signatures(start))).collect()
        };
        Self(rules.iter().map(of).collect())
    }

    /// The rules as they stand in the bucket of a token that starts them: of *last year* and *Easter*, which start the same
    /// rule, the word behind *last* has to be a year or a feast and that behind *Easter* may be any. `passes` tells which tests
    /// the token may pass.
    fn bucket(&self, own: &Starting, passes: impl Fn(&Ahead) -> bool) -> Vec<BucketRule> {
        let row = |rule: &u32| {
            let starts = self.0[*rule as usize].iter().filter(|(first, _)| passes(first));
            let [first, second, third] = starts.fold([0; 3], |all, (_, own)| [0, 1, 2].map(|at| all[at] | own[at]));
            BucketRule {
                first,
                second,
                third,
                rule: *rule,
                pad: 0,
            }
        };
        // a rule with other ways to start than the token's
        own.rules.iter().map(row).filter(|row| row.first != 0).collect()
    }
}

/// For each word the bucket of rules that it can trigger.
fn triggers(
    lexicon: &Builder,
    words: &mut [WordInfo],
    rules: &[Compiled],
    bits: &Bits,
) -> Result<(Vec<Bucket>, Vec<BucketRule>), String> {
    let mut by_word: BTreeMap<u32, BTreeSet<u32>> = BTreeMap::new();
    let mut by_class: HashMap<u8, Vec<u32>> = HashMap::new();
    let mut by_number = Starting::default();
    // by word: for small letters, for capitals
    let mut by_class_word: BTreeMap<u32, [Starting; 2]> = BTreeMap::new();
    for (index, compiled) in rules.iter().enumerate() {
        for trigger in &compiled.program.triggers {
            match trigger {
                Trigger::Word(word) => {
                    by_word.entry(*word).or_default().insert(index as u32);
                }
                Trigger::Class(class) => by_class.entry(*class).or_default().push(index as u32),
                Trigger::Number => {
                    by_number.rules.insert(index as u32);
                }
            }
        }
    }
    let mut spread = |word: u32, rows: &[SenseRow]| {
        for row in rows {
            if let Some(rules) = by_class.get(&row.class) {
                let [small, capital] = by_class_word.entry(word).or_default();
                let small = Some(small).filter(|_| !row.capital);
                for own in small.into_iter().chain([capital]) {
                    own.rules.extend(rules);
                    own.classes |= 1 << row.class;
                }
            }
        }
    };
    for (id, word) in lexicon.words.iter().enumerate() {
        spread(id as u32, &word.senses);
    }
    for (phrase, rows) in &lexicon.phrases {
        spread(phrase[0], rows);
    }
    for (word, rules) in by_word {
        for own in by_class_word.entry(word).or_default() {
            own.rules.extend(&rules);
        }
    }
    let starts = Starts::new(rules, bits);
    let is_item = |row: &BucketRule| rules[row.rule as usize].rule.stage <= 1;
    let mut bucket_rules: Vec<BucketRule> = Vec::new();
    let mut lay = |own: &[BucketRule]| -> Bucket {
        let behind = |row: &BucketRule| rules[row.rule as usize].program.before != 0;
        let mut part = |item: bool, chunk: bool| {
            let start = bucket_rules.len() as u32;
            let own = own.iter().filter(|r| is_item(r) == item && behind(r) == chunk);
            bucket_rules.extend(own);
            start
        };
        let (items, items_behind) = (part(true, false), part(true, true));
        let (names, names_behind) = (part(false, false), part(false, true));
        let end = bucket_rules.len() as u32;
        let second = |from: u32, to: u32| {
            let rules = &bucket_rules[from as usize..to as usize];
            rules.iter().fold(0, |all, rule| all | rule.second)
        };
        Bucket {
            items_second: second(items, names),
            names_second: second(names, end),
            items,
            items_behind,
            names,
            names_behind,
            end,
            pad: 0,
        }
    };
    let mut buckets = vec![Bucket::default(); bucket::FIRST_FREE as usize];
    // numbers are of no class and no word
    for (kind, bucket) in buckets[usize::from(bucket::NUMBER)..].iter_mut().enumerate() {
        let number = |first: &Ahead| first.numbers >> kind & 1 != 0 || first.bits != 0;
        *bucket = lay(&starts.bucket(&by_number, number));
    }
    // those of stage 1 only in front, those of later stages only last
    let order = |own: &[BucketRule]| match (own.iter().any(is_item), own.iter().all(is_item)) {
        (true, true) => 0,
        (true, false) => 1,
        _ => 2,
    };
    let by_case = |(word, cases): (&u32, &[Starting; 2])| {
        let bucket = |own: &Starting| {
            let passes =
                |first: &Ahead| first.bits != 0 || first.classes & own.classes != 0 || first.words.contains(word);
            starts.bucket(own, passes)
        };
        (*word, [bucket(&cases[0]), bucket(&cases[1])])
    };
    let by_word: Vec<(u32, [Vec<BucketRule>; 2])> = by_class_word.iter().map(by_case).collect();
    let mut all: Vec<&Vec<BucketRule>> = by_word.iter().flat_map(|(_, cases)| cases).collect();
    all.retain(|own| !own.is_empty());
    all.sort_by_key(|own| (order(own), *own));
    all.dedup();
    let mut ids: HashMap<&[BucketRule], u16> = HashMap::new();
    for own in all {
        let id = u16::try_from(buckets.len()).map_err(|_| "more than 65,535 rule buckets".to_string())?;
        buckets.push(lay(own));
        ids.insert(own, id);
    }
    let id_of = |own: &[BucketRule]| ids.get(own).copied().unwrap_or(bucket::NONE);
    for (word, [small, capital]) in &by_word {
        let info = &mut words[*word as usize];
        info.bucket = id_of(small);
        info.bucket_capital = id_of(capital);
    }
    if bucket_rules.is_empty() {
        bucket_rules.push(BucketRule::default());
    }
    Ok((buckets, bucket_rules))
}
