//! Runs compiled patterns over a document.

use crate::lexicon::format::{BucketRule, Op, RuleInfo, SIGNATURE_ANY, SIGNATURE_CHUNK, op, op_flag, shape};
use crate::lexicon::in_set;
use crate::text::document::Trigger;
use crate::text::scan::small_number;
use crate::text::{Document, Phrase, Token, flag};

/// Captures a pattern can have, the span included.
pub const MAX_CAPTURES: usize = 12;
/// Steps after which a pattern gives up: keeps the worst case linear.
const MAX_STEPS: u32 = 4000;
/// Choices that may be open at a time.
const MAX_OPEN: usize = 256;

/// Signature of what may be anything.
const UNKNOWN: u64 = u64::MAX;

/// Chunks of one kind made by stages before: for a token, the end of the chunk that starts there, and the start of the one
/// that ends there.
pub trait Chunks {
    /// Whether a chunk starts at the token.
    fn starts(&self, start: u32) -> bool;
    /// Whether one ends in front of the token.
    fn ends(&self, end: u32) -> bool;
    fn chunk_end(&self, kind: u8, start: u32) -> Option<u32>;
    fn chunk_start(&self, kind: u8, end: u32) -> Option<u32>;
}

/// What a pattern matched: token ranges.
#[derive(Debug, Clone, Copy)]
pub struct Match {
    /// All that the pattern took.
    pub start: u32,
    pub end: u32,
    /// By capture number; 0 is the span marked by `[ ]`. An unset capture is `(u32::MAX, _)`.
    pub captures: [(u32, u32); MAX_CAPTURES],
    pub rule: u32,
}

impl Match {
    /// Tokens of the item: the part in `[ ]`, or all.
    pub fn span(&self) -> (u32, u32) {
        self.capture(0).unwrap_or((self.start, self.end))
    }

    pub fn capture(&self, index: usize) -> Option<(u32, u32)> {
        let (s, e) = self.captures[index];
        (s != u32::MAX && e >= s).then_some((s, e))
    }

    /// The capture of that name in the match's rule.
    #[inline]
    pub fn named(&self, document: &Document<'_>, name: &str) -> Option<(u32, u32)> {
        let rule = &document.lexicon.rules[self.rule as usize];
        document
            .lexicon
            .capture(rule, name)
            .and_then(|index| self.capture(index))
    }
}

/// The stacks of the matcher, kept between tries so that a try costs nothing to set up.
#[derive(Debug, Default)]
struct Machine {
    /// Choices left open: operation, token, length of `undo`.
    open: Vec<(u32, u32, u32)>,
    /// Captures set since: number and old value.
    undo: Vec<(u8, (u32, u32))>,
}

/// What patterns look at in one sentence, taken out of the document once for all of their steps.
struct Sight<'a, C> {
    document: &'a Document<'a>,
    ops: &'static [Op],
    /// Those up to the end of the sentence.
    tokens: &'a [Token],
    /// Both halves of each token's classes.
    classes: &'a [[u64; 2]],
    phrases: &'a [Phrase],
    signatures: &'a [u64],
    chunks: &'a C,
    /// The sentence.
    start: u32,
    end: u32,
}

/// Runs every rule of `stage` over the document and calls `found` for each match. Rules are tried only at tokens that can
/// trigger them, and match within one sentence.
pub fn run<C: Chunks>(document: &Document<'_>, chunks: &C, stage: u8, found: &mut impl FnMut(Match)) {
    let buffers = document.buffers;
    let triggers = if stage <= 1 {
        &buffers.item_triggers
    } else {
        &buffers.name_triggers
    };
    let mut machine = Machine::default();
    let mut from = 0;
    for sentence in document.sentences() {
        let to = from + triggers[from..].iter().take_while(|t| t.at < sentence.end).count();
        if from == to {
            continue;
        }
        let end = sentence.end as usize;
        let sight = Sight {
            document,
            ops: document.lexicon.ops,
            tokens: &buffers.tokens[..end],
            classes: bytemuck::cast_slice(&buffers.classes[..end]),
            phrases: &buffers.phrases,
            signatures: &buffers.signatures[..end],
            chunks,
            start: sentence.start,
            end: sentence.end,
        };
        sight.sentence(&mut machine, stage, &triggers[from..to], found);
        from = to;
    }
}

/// Whether a rule may get what it asks for at the trigger and at the two tokens behind it, of these signatures.
#[inline(always)]
fn fits(rule: &BucketRule, [first, second, third]: [u64; 3]) -> bool {
    rule.second & second != 0 && rule.third & third != 0 && rule.first & first != 0
}

impl<C: Chunks> Sight<'_, C> {
    /// Tries the rules at the trigger tokens of the sentence.
    fn sentence(&self, machine: &mut Machine, stage: u8, triggers: &[Trigger], found: &mut impl FnMut(Match)) {
        let lexicon = self.document.lexicon;
        for &Trigger { at, bucket } in triggers {
            let range = &lexicon.buckets[bucket as usize];
            let (low, behind, mut high, second) = if stage <= 1 {
                (range.items, range.items_behind, range.names, range.items_second)
            } else {
                (range.names, range.names_behind, range.end, range.names_second)
            };
            let ahead = self.ahead(at);
            if ahead[1] & second == 0 {
                continue;
            }
            // rules that start with a chunk come last, and mostly none ends here
            if !self.chunks.ends(at) {
                high = behind;
            }
            for entry in &lexicon.bucket_rules[low as usize..high as usize] {
                // most do not get what they ask for behind the trigger
                if fits(entry, ahead)
                    && let Some(hit) = self.try_at(machine, entry.rule, at)
                {
                    found(hit);
                }
            }
        }
    }

    /// Tries the rule at a trigger, with the chunk in front of it where it starts with one.
    fn try_at(&self, machine: &mut Machine, index: u32, at: u32) -> Option<Match> {
        let rule = &self.document.lexicon.rules[index as usize];
        let from = match rule.before {
            0 => at,
            kind => self.chunks.chunk_start(kind, at).filter(|from| *from >= self.start)?,
        };
        let mut hit = self.try_rule(machine, rule, index, from)?;
        let lead = rule.lead != 0 && hit.start > self.start && self.tokens[hit.start as usize - 1].word == rule.lead;
        hit.start -= u32::from(lead);
        Some(hit)
    }

    /// Signatures of the trigger and of the two tokens behind it.
    #[inline(always)]
    fn ahead(&self, at: u32) -> [u64; 3] {
        let signature = |at: u32| match self.signatures.get(at as usize) {
            Some(own) => own | if self.chunks.starts(at) { SIGNATURE_CHUNK } else { 0 },
            // the end of the sentence counts as anything
            None => SIGNATURE_ANY,
        };
        let phrase = |at: u32| self.tokens.get(at as usize).is_some_and(|token| token.phrase != 0);
        let first = signature(at);
        // what is taken by one test may be a phrase: what stands behind it is further on (rules that ask for a chunk at the
        // second token say of the third that anything may stand there)
        let (mut second, mut third) = (UNKNOWN, UNKNOWN);
        if !phrase(at) {
            second = signature(at + 1);
            if !phrase(at + 1) {
                third = signature(at + 2);
            }
        }
        [first, second, third]
    }

    /// Tries one rule at one token.
    fn try_rule(&self, machine: &mut Machine, rule: &RuleInfo, index: u32, from: u32) -> Option<Match> {
        const UNSET: (u32, u32) = (u32::MAX, 0);
        let ops = self.ops;
        let mut captures = [UNSET; MAX_CAPTURES];
        let Machine { open, undo } = machine;
        open.clear();
        undo.clear();
        let (mut pc, mut at) = (rule.start, from);
        for _ in 0..MAX_STEPS {
            let o = ops[pc as usize];
            let ok = match o.code {
                op::MATCH => {
                    return Some(Match {
                        start: from,
                        end: at,
                        captures,
                        rule: index,
                    });
                }
                op::SPLIT | op::SPLIT_LAZY => {
                    let (first, second) = if o.code == op::SPLIT {
                        // nine of ten choices start with a word that does not stand here: no choice then
                        if self.lacks_word(pc as usize + 1, at) {
                            pc = o.b;
                            continue;
                        }
                        (pc + 1, o.b)
                    } else {
                        (o.b, pc + 1)
                    };
                    if open.len() == MAX_OPEN {
                        return None;
                    }
                    open.push((second, at, undo.len() as u32));
                    pc = first;
                    continue;
                }
                op::JUMP => {
                    pc = o.b;
                    continue;
                }
                op::SAVE => {
                    let slot = &mut captures[o.a as usize];
                    if !open.is_empty() {
                        undo.push((o.a as u8, *slot));
                    }
                    if o.b == 0 {
                        *slot = (at, at)
                    } else {
                        slot.1 = at
                    }
                    pc += 1;
                    continue;
                }
                op::NOT => {
                    pc += 1;
                    if self.look(ops[pc as usize], at).is_some() {
                        None
                    } else {
                        Some(at)
                    }
                }
                op::BEHIND => {
                    pc += 1;
                    let hit = at > self.start && self.look(ops[pc as usize], at - 1) == Some(at);
                    (hit == (o.b == 1)).then_some(at)
                }
                op::SENTENCE_START => (at == self.start).then_some(at),
                op::SENTENCE_END => (at == self.end).then_some(at),
                // each with a code that the compiler knows: one jump by the operation in place of two
                op::WORD => self.test(op::WORD, o, at),
                op::WORDS => {
                    let first = pc as usize + 1;
                    pc += u32::from(o.a);
                    let is = self.test(op::ANY, o, at).is_some() && self.is_one_of(first, o.a, at);
                    is.then_some(at + 1)
                }
                op::CLASS => self.test(op::CLASS, o, at),
                op::INT => self.test(op::INT, o, at),
                op::SHAPE => self.test(op::SHAPE, o, at),
                op::CHUNK => self.test(op::CHUNK, o, at),
                _ => self.test(op::ANY, o, at),
            };
            match ok {
                Some(next) => {
                    at = next;
                    pc += 1;
                }
                None => {
                    let (next, token, mark) = open.pop()?;
                    while undo.len() > mark as usize {
                        if let Some((slot, old)) = undo.pop() {
                            captures[slot as usize] = old;
                        }
                    }
                    (pc, at) = (next, token);
                }
            }
        }
        None
    }

    /// The token is one of the words of `count` operations from `first` on.
    fn is_one_of(&self, first: usize, count: u16, at: u32) -> bool {
        let words = &self.ops[first..first + usize::from(count)];
        let token = self.tokens.get(at as usize);
        token.is_some_and(|token| words.iter().any(|word| word.b == token.word))
    }

    /// The operation asks for a word that does not stand at the token.
    #[inline(always)]
    fn lacks_word(&self, pc: usize, at: u32) -> bool {
        let next = &self.ops[pc];
        match next.code {
            op::WORD => self.tokens.get(at as usize).is_none_or(|token| token.word != next.b),
            op::WORDS => !self.is_one_of(pc + 1, next.a, at),
            _ => false,
        }
    }

    /// [`Self::test`] for the few operations that look at what they do not take.
    #[inline(never)]
    fn look(&self, o: Op, at: u32) -> Option<u32> {
        self.test(o.code, o, at)
    }

    /// Tests one consuming operation of the code at a token; the token behind it where it holds.
    #[inline(always)]
    fn test(&self, code: u8, o: Op, at: u32) -> Option<u32> {
        let token = self.tokens.get(at as usize)?;
        if o.flags != 0 {
            let glued = token.is(flag::GLUED);
            if o.flags & op_flag::GLUED != 0 && !glued || o.flags & op_flag::APART != 0 && glued {
                return None;
            }
        }
        match code {
            op::WORD => (token.word == o.b).then_some(at + 1),
            op::CLASS => {
                if token.phrase != 0 {
                    let phrase = &self.phrases[token.phrase as usize - 1];
                    if in_set(phrase.classes, o.a as u8) {
                        return (phrase.end <= self.end).then_some(phrase.end);
                    }
                }
                let half = self.classes[at as usize][usize::from(o.a >> 6 & 1)];
                (half >> (o.a & 63) & 1 != 0).then_some(at + 1)
            }
            op::INT => integer(self.document, at, o).then_some(at + 1),
            op::CHUNK => self.chunks.chunk_end(o.a as u8, at).filter(|end| *end <= self.end),
            op::ANY => Some(at + 1),
            op::SHAPE => {
                let is = match o.a {
                    shape::CAPITAL => token.is(flag::CAPITAL),
                    shape::UPPER => token.is(flag::UPPER),
                    shape::LOWER => token.is(flag::WORD) && !token.is(flag::CAPITAL),
                    shape::NUMBER => token.is(flag::NUMBER),
                    shape::WORD => token.is(flag::WORD),
                    shape::DOTTED => {
                        token.is(flag::NUMBER)
                            && token.len >= 8
                            && self.document.str(at).bytes().filter(|b| *b == b'.').count() == 2
                    }
                    _ => token.is(flag::MARK),
                };
                is.then_some(at + 1)
            }
            _ => None,
        }
    }
}

/// A whole number of plain digits in the range.
fn integer(document: &Document<'_>, at: u32, o: Op) -> bool {
    let token = document.token(at);
    token.is(flag::NUMBER)
        && (o.a == 0 || token.len == o.a)
        && small_number(document.str(at).as_bytes()).is_some_and(|value| (o.b >> 16..=o.b & 0xffff).contains(&value))
}
