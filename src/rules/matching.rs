//! Runs compiled patterns over a document.

use crate::lexicon::format::{Op, RuleInfo, SIGNATURE_ANY, SIGNATURE_CHUNK, chunk, op, op_flag, shape};
use crate::lexicon::in_set;
use crate::text::document::Trigger;
use crate::text::{Document, Phrase, Token, flag};

/// Captures a pattern can have, the span included.
pub const MAX_CAPTURES: usize = 12;
/// Steps after which a pattern gives up: keeps the worst case linear.
const MAX_STEPS: u32 = 4000;
/// Choices that may be open at a time.
const MAX_OPEN: usize = 256;

/// Signature of what may be anything.
const UNKNOWN: u64 = u64::MAX;

/// Chunks made by stages before: for a token, the end of the chunk of a kind that starts there, and the start of
/// the one that ends there.
pub trait Chunks {
    /// Whether a chunk of the kind starts at the token.
    fn starts(&self, kind: u8, start: u32) -> bool;
    fn chunk_end(&self, kind: u8, start: u32) -> Option<u32>;
    fn chunk_start(&self, kind: u8, end: u32) -> Option<u32>;
}

/// No chunks at all.
#[derive(Debug)]
pub struct NoChunks;

impl Chunks for NoChunks {
    fn starts(&self, _: u8, _: u32) -> bool {
        false
    }
    fn chunk_end(&self, _: u8, _: u32) -> Option<u32> {
        None
    }
    fn chunk_start(&self, _: u8, _: u32) -> Option<u32> {
        None
    }
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
    pub fn named(&self, document: &Document<'_>, name: &str) -> Option<(u32, u32)> {
        let rule = &document.lexicon.rules[self.rule as usize];
        (1..usize::from(rule.captures))
            .find(|i| document.lexicon.capture_name(rule, *i) == name)
            .and_then(|i| self.capture(i))
    }
}

/// The stacks of the matcher, kept between tries so that a try costs nothing to set up.
#[derive(Debug)]
pub struct Machine {
    /// Choices left open: operation, token, length of `undo`.
    open: [(u32, u32, u32); MAX_OPEN],
    /// Captures set since: number and old value.
    undo: Vec<(u8, (u32, u32))>,
}

impl Default for Machine {
    fn default() -> Self {
        Self {
            open: [(0, 0, 0); MAX_OPEN],
            undo: Vec::new(),
        }
    }
}

/// What patterns look at in one sentence, taken out of the document once for all of their steps.
struct Sight<'a, C> {
    document: &'a Document<'a>,
    /// Those up to the end of the sentence.
    tokens: &'a [Token],
    /// Both halves of each token's classes.
    classes: &'a [[u64; 2]],
    phrases: &'a [Phrase],
    chunks: &'a C,
    /// The sentence.
    start: u32,
    end: u32,
}

/// Runs every rule of `stage` over the tokens `start..end` of one sentence and calls `found` for each match. Rules
/// are tried only at tokens that can trigger them. `triggers` are the document's trigger tokens in that range.
pub fn run<C: Chunks>(
    document: &Document<'_>,
    chunks: &C,
    machine: &mut Machine,
    stage: u8,
    (start, end): (u32, u32),
    triggers: &[Trigger],
    found: &mut impl FnMut(Match),
) {
    let lexicon = document.lexicon;
    let sight = Sight {
        document,
        tokens: &document.tokens()[..end as usize],
        classes: bytemuck::cast_slice(&document.buffers.classes[..end as usize]),
        phrases: &document.buffers.phrases,
        chunks,
        start,
        end,
    };
    let signatures = &document.buffers.signatures[..end as usize];
    // the end of the sentence counts as anything
    let signature = |at: u32| match signatures.get(at as usize) {
        Some(own) => {
            let chunk = chunk::NAMES.iter().any(|(_, kind)| chunks.starts(*kind, at));
            own | if chunk { SIGNATURE_CHUNK } else { 0 }
        }
        None => SIGNATURE_ANY,
    };
    let phrase = |at: u32| sight.tokens.get(at as usize).map_or(0, |token| token.phrase);
    for &Trigger { at, bucket } in triggers {
        let range = lexicon.buckets[bucket as usize];
        let (low, high) = if stage <= 1 {
            (range.start, range.middle)
        } else {
            (range.middle, range.end)
        };
        if low == high {
            continue;
        }
        let first = signature(at);
        // what is taken by one test may be a phrase, a glued amount or a chunk: what stands behind it is further on
        let (second, third) = if phrase(at) != 0 {
            (UNKNOWN, UNKNOWN)
        } else {
            let second = signature(at + 1);
            if phrase(at + 1) != 0 || second & SIGNATURE_CHUNK != 0 {
                (second, UNKNOWN)
            } else {
                (second, signature(at + 2))
            }
        };
        for entry in &lexicon.bucket_rules[low as usize..high as usize] {
            // most do not get what they ask for behind the trigger
            if entry.second & second == 0 || entry.third & third == 0 || entry.first & first == 0 {
                continue;
            }
            let index = entry.rule;
            let rule = &lexicon.rules[index as usize];
            let from = match rule.before {
                0 => at,
                kind => match chunks.chunk_start(kind, at) {
                    Some(from) if from >= start => from,
                    _ => continue,
                },
            };
            if let Some(mut hit) = sight.try_rule(machine, rule, index, from) {
                if rule.lead != 0 && hit.start > start && document.token(hit.start - 1).word == rule.lead {
                    hit.start -= 1;
                }
                found(hit);
            }
        }
    }
}

impl<C: Chunks> Sight<'_, C> {
    /// Tries one rule at one token.
    fn try_rule(&self, machine: &mut Machine, rule: &RuleInfo, index: u32, from: u32) -> Option<Match> {
        const UNSET: (u32, u32) = (u32::MAX, 0);
        let ops = self.document.lexicon.ops;
        let mut captures = [UNSET; MAX_CAPTURES];
        let Machine { open, undo } = machine;
        let mut opened = 0;
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
                        let next = &ops[pc as usize + 1];
                        if next.code == op::WORD && self.tokens.get(at as usize).is_none_or(|t| t.word != next.b) {
                            pc = o.b;
                            continue;
                        }
                        (pc + 1, o.b)
                    } else {
                        (o.b, pc + 1)
                    };
                    *open.get_mut(opened)? = (second, at, undo.len() as u32);
                    opened += 1;
                    pc = first;
                    continue;
                }
                op::JUMP => {
                    pc = o.b;
                    continue;
                }
                op::SAVE => {
                    let slot = &mut captures[o.a as usize];
                    if opened > 0 {
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
                    opened = opened.checked_sub(1)?;
                    let (next, token, mark) = open[opened];
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
    if !token.is(flag::NUMBER) || token.len > 5 || o.a != 0 && token.len != o.a {
        return false;
    }
    let mut value = 0u32;
    for b in document.str(at).bytes() {
        if !b.is_ascii_digit() {
            return false;
        }
        value = value * 10 + u32::from(b - b'0');
    }
    (o.b >> 16..=o.b & 0xffff).contains(&value)
}
