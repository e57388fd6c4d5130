//! Compiles parsed patterns to operations, and finds out which tokens can trigger them.

use crate::format::{Ahead, Op, ahead, number_kind, number_kinds, op, op_flag, shape};
use crate::parse::Node;

/// What the compiler asks of the lexicon.
pub trait Vocabulary {
    /// Ids of the tokens of a literal, made if they are new.
    fn words(&mut self, literal: &str) -> Vec<u32>;
    fn class(&self, name: &str) -> Option<u8>;
}

/// What a token must be for a pattern to start there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Trigger {
    Word(u32),
    Class(u8),
    Number,
}

/// A compiled pattern.
#[derive(Debug, Default, Clone)]
pub struct Program {
    pub ops: Vec<Op>,
    pub captures: Vec<String>,
    pub triggers: Vec<Trigger>,
    /// Kind of the chunk that the pattern starts with, 0 if it starts with the trigger token.
    pub before: u8,
    /// Word that may stand in front, 0 for none.
    pub lead: u32,
    /// The ways to start, one for each first test that the trigger token may pass.
    pub starts: Vec<Start>,
}

/// What the trigger token must be, and the two behind it.
#[derive(Debug, Default, Clone)]
pub struct Start {
    pub first: Ahead,
    pub second: Ahead,
    pub third: Ahead,
}

/// Capture 0 is the item's span, marked by `[ ]`.
pub const SPAN: u16 = 0;

/// Compiles one pattern. `base` is the index its first operation will have.
pub fn compile(node: &Node, base: usize, vocabulary: &mut dyn Vocabulary) -> Result<Program, String> {
    let mut compiler = Compiler {
        base,
        joins_words: true,
        program: Program::default(),
        vocabulary,
    };
    compiler.program.captures.push("span".into());
    let mut items = match node {
        Node::Sequence(items) => items.clone(),
        other => vec![other.clone()],
    };
    // `the?` in front would make every *the* try the pattern: the word behind it triggers, and a *the* in front of
    // the match is taken in afterwards
    if let Some(Node::Repeat(inner, 0, Some(1), true)) = items.first()
        && let Node::Word(word) = inner.as_ref()
        && let [id] = compiler.vocabulary.words(word)[..]
    {
        compiler.program.lead = id;
        items.remove(0);
    }
    let start = items
        .iter()
        .position(|n| !matches!(n, Node::SpanStart | Node::Behind(..) | Node::SentenceStart));
    let start = start.ok_or("the pattern matches nothing")?;
    let mut first = &items[start];
    if let Node::Capture(_, inner) = first {
        first = inner;
    }
    let (before, rest) = match first {
        Node::Chunk(kind) => (*kind, &items[start + 1..]),
        _ => (0, &items[..]),
    };
    let mut triggers = Vec::new();
    if compiler.first(&Node::Sequence(rest.to_vec()), &mut triggers)? {
        return Err(
            "the pattern needs a word, class or number that must be there at its start or after its first chunk".into(),
        );
    }
    triggers.sort();
    triggers.dedup();
    let node = Node::Sequence(items.clone());
    compiler.node(&node)?;
    compiler.push(op::MATCH, 0, 0, 0);
    compiler.program.starts = starts(&compiler.program.ops, base, before != 0);
    compiler.program.triggers = triggers;
    compiler.program.before = before;
    Ok(compiler.program)
}

/// Token flags of a shape, as in `Token::flags`: a token with any of them may have the shape.
fn shape_flags(which: u16) -> u32 {
    const WORD: u32 = 1;
    const NUMBER: u32 = 2;
    const MARK: u32 = 4;
    const CAPITAL: u32 = 8;
    const UPPER: u32 = 16;
    match which {
        shape::CAPITAL => CAPITAL,
        shape::UPPER => UPPER,
        shape::LOWER | shape::WORD => WORD,
        shape::NUMBER => NUMBER,
        _ => MARK,
    }
}

/// The ways to start a match, each with what may stand behind its first test. `behind_chunk`: the trigger stands behind the
/// chunk that the pattern starts with.
fn starts(ops: &[Op], base: usize, behind_chunk: bool) -> Vec<Start> {
    let mut first = reached(ops, base, vec![0]);
    if behind_chunk {
        first = step(ops, base, first);
    }
    let start = |at: usize| {
        let second = step(ops, base, vec![at]);
        Start {
            first: asked(ops, &[at]),
            second: asked(ops, &second),
            third: asked(ops, &step(ops, base, second)),
        }
    };
    first.into_iter().map(start).collect()
}

fn is_consuming(o: &Op) -> bool {
    matches!(
        o.code,
        op::WORD | op::WORDS | op::CLASS | op::INT | op::SHAPE | op::CHUNK | op::ANY
    )
}

/// The operation behind the one at `at`.
fn behind(ops: &[Op], at: usize) -> usize {
    let words = if ops[at].code == op::WORDS { ops[at].a } else { 0 };
    at + 1 + usize::from(words)
}

/// The operations that can be reached from these without taking a token, and that take one or end the match.
fn reached(ops: &[Op], base: usize, from: Vec<usize>) -> Vec<usize> {
    let mut seen = vec![false; ops.len()];
    let mut open = from;
    let mut out = Vec::new();
    while let Some(at) = open.pop() {
        if std::mem::replace(&mut seen[at], true) {
            continue;
        }
        let o = &ops[at];
        match o.code {
            op::SPLIT | op::SPLIT_LAZY => open.extend([at + 1, o.b as usize - base]),
            op::JUMP => open.push(o.b as usize - base),
            op::NOT | op::BEHIND => open.push(at + 2),
            op::MATCH | op::SENTENCE_END => out.push(at),
            _ if is_consuming(o) => out.push(at),
            _ => open.push(at + 1),
        }
    }
    out
}

/// What is reached behind the tests, of one token (or chunk) each. What has come to its end stays there.
fn step(ops: &[Op], base: usize, states: Vec<usize>) -> Vec<usize> {
    let next = |at: usize| if is_consuming(&ops[at]) { behind(ops, at) } else { at };
    reached(ops, base, states.into_iter().map(next).collect())
}

/// What may stand where one of these operations comes next.
fn asked(ops: &[Op], states: &[usize]) -> Ahead {
    let mut out = Ahead::default();
    for &at in states {
        let o = &ops[at];
        match o.code {
            op::WORD => out.words.push(o.b),
            op::WORDS => out.words.extend(ops[at + 1..behind(ops, at)].iter().map(|word| word.b)),
            op::CLASS => out.classes |= 1 << o.a,
            op::INT => out.numbers |= number_kinds(o.b >> 16, o.b & 0xffff),
            op::SHAPE if o.a == shape::DOTTED => out.numbers |= 1 << number_kind(None),
            op::SHAPE => out.bits |= shape_flags(o.a),
            op::CHUNK => out.bits |= 1 << (ahead::CHUNK + u32::from(o.a)),
            _ => {
                return Ahead {
                    bits: ahead::ANY,
                    ..Ahead::default()
                };
            }
        }
    }
    out.words.sort_unstable();
    out.words.dedup();
    out
}

/// Flags and id of the one word that the pattern is.
fn single_word(vocabulary: &mut dyn Vocabulary, node: &Node) -> Option<(u8, u32)> {
    match node {
        Node::Word(word) => match vocabulary.words(word)[..] {
            [id] => Some((0, id)),
            _ => None,
        },
        Node::Glued(inner) => single_word(vocabulary, inner).map(|(flags, word)| (flags | op_flag::GLUED, word)),
        Node::Apart(inner) => single_word(vocabulary, inner).map(|(flags, word)| (flags | op_flag::APART, word)),
        _ => None,
    }
}

struct Compiler<'v> {
    base: usize,
    /// Words that are branches of a choice, one beside the other, make one operation.
    joins_words: bool,
    program: Program,
    vocabulary: &'v mut dyn Vocabulary,
}

impl Compiler<'_> {
    fn push(&mut self, code: u8, flags: u8, a: u16, b: u32) -> usize {
        self.program.ops.push(Op { code, flags, a, b });
        self.program.ops.len() - 1
    }

    fn here(&self) -> u32 {
        (self.base + self.program.ops.len()) as u32
    }

    fn class(&self, name: &str) -> Result<u8, String> {
        self.vocabulary
            .class(name)
            .ok_or_else(|| format!("class {name} is not in classes.tsv"))
    }

    /// Adds what the node can start with to `out`; true if the node can match nothing.
    fn first(&mut self, node: &Node, out: &mut Vec<Trigger>) -> Result<bool, String> {
        Ok(match node {
            Node::Word(w) => {
                out.extend(self.vocabulary.words(w).first().map(|w| Trigger::Word(*w)));
                false
            }
            Node::Class(c) => {
                out.push(Trigger::Class(self.class(c)?));
                false
            }
            Node::Int(..) => {
                out.push(Trigger::Number);
                false
            }
            Node::Shape(s) if matches!(*s, crate::format::shape::NUMBER | crate::format::shape::DOTTED) => {
                out.push(Trigger::Number);
                false
            }
            Node::Shape(_) | Node::Any | Node::Chunk(_) => {
                return Err(
                    "a pattern must not start with a bare shape or a second chunk: no word could trigger it".into(),
                );
            }
            Node::Sequence(items) => {
                for item in items {
                    if !self.first(item, out)? {
                        return Ok(false);
                    }
                }
                true
            }
            Node::Choice(branches) => {
                let mut empty = false;
                for branch in branches {
                    empty |= self.first(branch, out)?;
                }
                empty
            }
            Node::Repeat(inner, low, _, _) => self.first(inner, out)? || *low == 0,
            Node::Capture(_, inner) | Node::Glued(inner) | Node::Apart(inner) => self.first(inner, out)?,
            Node::Not(_) | Node::Behind(..) | Node::SentenceStart | Node::SentenceEnd => true,
            Node::SpanStart | Node::SpanEnd => true,
        })
    }

    fn node(&mut self, node: &Node) -> Result<(), String> {
        match node {
            Node::Word(word) => {
                for id in self.vocabulary.words(word) {
                    self.push(op::WORD, 0, 0, id);
                }
            }
            Node::Class(name) => {
                let class = self.class(name)?;
                self.push(op::CLASS, 0, u16::from(class), 0);
            }
            Node::Int(digits, low, high) => {
                self.push(op::INT, 0, *digits, u32::from(*low) << 16 | u32::from(*high));
            }
            Node::Shape(shape) => {
                self.push(op::SHAPE, 0, *shape, 0);
            }
            Node::Chunk(kind) => {
                self.push(op::CHUNK, 0, u16::from(*kind), 0);
            }
            Node::Any => {
                self.push(op::ANY, 0, 0, 0);
            }
            Node::Sequence(items) => {
                for item in items {
                    self.node(item)?;
                }
            }
            Node::Choice(branches) => self.choice(branches)?,
            Node::Repeat(inner, low, high, greedy) => self.repeat(inner, *low, *high, *greedy)?,
            Node::Capture(name, inner) => {
                let index = match self.program.captures.iter().position(|c| c == name) {
                    Some(i) => i,
                    None => {
                        self.program.captures.push(name.clone());
                        self.program.captures.len() - 1
                    }
                };
                self.push(op::SAVE, 0, index as u16, 0);
                self.node(inner)?;
                self.push(op::SAVE, 0, index as u16, 1);
            }
            Node::Glued(inner) => self.flagged(inner, op_flag::GLUED)?,
            Node::Apart(inner) => self.flagged(inner, op_flag::APART)?,
            Node::Not(inner) => {
                // `!(a | b)` is neither a nor b
                let branches = match inner.as_ref() {
                    Node::Choice(branches) => branches.as_slice(),
                    other => std::slice::from_ref(other),
                };
                for branch in branches {
                    self.push(op::NOT, 0, 0, 0);
                    self.single(branch)?;
                }
            }
            Node::Behind(inner, positive) => {
                self.push(op::BEHIND, 0, 0, u32::from(*positive));
                self.single(inner)?;
            }
            Node::SentenceStart => {
                self.push(op::SENTENCE_START, 0, 0, 0);
            }
            Node::SentenceEnd => {
                self.push(op::SENTENCE_END, 0, 0, 0);
            }
            Node::SpanStart => {
                self.push(op::SAVE, 0, SPAN, 0);
            }
            Node::SpanEnd => {
                self.push(op::SAVE, 0, SPAN, 1);
            }
        }
        if self.program.captures.len() > crate::matching::MAX_CAPTURES {
            return Err(format!("more than {} captures", crate::matching::MAX_CAPTURES));
        }
        Ok(())
    }

    fn choice(&mut self, branches: &[Node]) -> Result<(), String> {
        let mut ends = Vec::new();
        let mut rest = branches;
        while let Some((branch, others)) = rest.split_first() {
            let words = self.words_in_front(rest);
            let others = if words.len() > 1 { &rest[words.len()..] } else { others };
            let split = (!others.is_empty()).then(|| self.push(op::SPLIT, 0, 0, 0));
            if let [(flags, _), _, ..] = words[..] {
                self.push(op::WORDS, flags, words.len() as u16, 0);
                for (_, word) in words {
                    self.push(op::WORD, 0, 0, word);
                }
            } else {
                self.node(branch)?;
            }
            if let Some(split) = split {
                ends.push(self.push(op::JUMP, 0, 0, 0));
                self.program.ops[split].b = self.here();
            }
            rest = others;
        }
        let here = self.here();
        for end in ends {
            self.program.ops[end].b = here;
        }
        Ok(())
    }

    /// The words that the first branches of a choice are, as far as they are single words with the same flags.
    fn words_in_front(&mut self, branches: &[Node]) -> Vec<(u8, u32)> {
        let mut words: Vec<(u8, u32)> = Vec::new();
        for branch in branches.iter().take_while(|_| self.joins_words) {
            match single_word(self.vocabulary, branch) {
                Some((flags, word)) if words.first().is_none_or(|(own, _)| *own == flags) => words.push((flags, word)),
                _ => break,
            }
        }
        words
    }

    /// `!x` and `<x` take one test of one token.
    fn single(&mut self, inner: &Node) -> Result<(), String> {
        let from = self.program.ops.len();
        self.node(inner)?;
        if self.program.ops.len() != from + 1 {
            return Err("! and < take one word, class or shape; write them one after another for more".into());
        }
        Ok(())
    }

    /// Sets the flag on whatever operation comes first in the node, in each branch.
    fn flagged(&mut self, inner: &Node, flag: u8) -> Result<(), String> {
        if let Node::Choice(branches) = inner {
            let wrap = |b: &Node| {
                let b = Box::new(b.clone());
                if flag == op_flag::GLUED {
                    Node::Glued(b)
                } else {
                    Node::Apart(b)
                }
            };
            return self.node(&Node::Choice(branches.iter().map(wrap).collect()));
        }
        let from = self.program.ops.len();
        // the flag is that of a single operation
        let joins = std::mem::replace(&mut self.joins_words, false);
        self.node(inner)?;
        self.joins_words = joins;
        let tests = [op::WORD, op::CLASS, op::INT, op::SHAPE, op::CHUNK, op::ANY];
        match self.program.ops[from..].iter_mut().find(|o| tests.contains(&o.code)) {
            Some(op) => op.flags |= flag,
            None => return Err("~ and _ need a word, class or shape behind them".into()),
        }
        Ok(())
    }

    fn repeat(&mut self, inner: &Node, low: u16, high: Option<u16>, greedy: bool) -> Result<(), String> {
        let split = if greedy { op::SPLIT } else { op::SPLIT_LAZY };
        for _ in 0..low {
            self.node(inner)?;
        }
        match high {
            None => {
                let start = self.here();
                let at = self.push(split, 0, 0, 0);
                self.node(inner)?;
                self.push(op::JUMP, 0, 0, start);
                self.program.ops[at].b = self.here();
            }
            Some(high) => {
                let mut splits = Vec::new();
                for _ in low..high {
                    splits.push(self.push(split, 0, 0, 0));
                    self.node(inner)?;
                }
                let here = self.here();
                for at in splits {
                    self.program.ops[at].b = here;
                }
            }
        }
        Ok(())
    }
}
