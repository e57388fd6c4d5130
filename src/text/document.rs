//! One article's text cut into tokens, phrases and sentences: what every later stage reads.

use super::masks::{self, Block};
use super::offsets::Offsets;
use super::ranks::Ranks;
use super::token::{Token, flag};
use crate::lexicon::format::{Sense, WordInfo};
use crate::lexicon::{ClassSet, Lexicon, in_set, lexicon};

/// A phrase of the lexicon, two tokens or longer, the longest that starts at its first token.
#[derive(Debug, Clone, Copy)]
pub struct Phrase {
    pub start: u32,
    /// One past the last token.
    pub end: u32,
    /// Trie node.
    pub node: u32,
    /// Its classes, as it is written.
    pub classes: ClassSet,
}

/// A sentence: tokens `start..end`.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sentence {
    pub start: u32,
    pub end: u32,
    /// Number of its paragraph, from 0.
    pub paragraph: u32,
}

/// A token at which rules may start.
#[derive(Debug, Clone, Copy, Default)]
pub struct Trigger {
    pub at: u32,
    /// Which ones: number of the lexicon's bucket.
    pub bucket: u32,
}

/// What stands behind the last token: nothing, of no class and no word.
static END: Token = Token {
    start: 0,
    word: 0,
    len: 0,
    flags: 0,
    phrase: 0,
};

/// The buffers of one thread; they are filled anew for each article and keep their size.
#[derive(Debug, Default)]
pub struct Buffers {
    pub tokens: Vec<Token>,
    /// For each token, the classes of the single word as it is written. More than there are tokens, as is
    /// `signatures`: neither is cleared between articles.
    pub classes: Vec<ClassSet>,
    pub phrases: Vec<Phrase>,
    pub sentences: Vec<Sentence>,
    /// Tokens in front of which a sentence ends.
    pub(super) sentence_ends: Ranks,
    pub offsets: Offsets,
    pub paragraphs: u32,
    pub words: u32,
    /// Tokens at which rules of stage 1 may start, and those that may be numbers, in order.
    pub item_triggers: Vec<Trigger>,
    /// Tokens at which rules of later stages may start, in order.
    pub name_triggers: Vec<Trigger>,
    /// For each token, what rules may ask of it, as [`signature`](crate::lexicon::format::signature).
    pub(crate) signatures: Vec<u64>,
    /// Kinds of the text's bytes.
    pub(super) blocks: Vec<Block>,
    /// Tokens that may start a phrase, with their trie nodes.
    pub(super) phrase_starts: Vec<(u32, u32)>,
    /// Bytes of the text.
    len: usize,
}

/// A text with its tokens.
#[derive(Debug, Clone, Copy)]
pub struct Document<'a> {
    pub(crate) text: &'a str,
    /// Those of the buffers; what is asked for everywhere is one step nearer here.
    tokens: &'a [Token],
    classes: &'a [ClassSet],
    pub(crate) buffers: &'a Buffers,
    pub lexicon: &'static Lexicon,
}

impl Buffers {
    /// Cuts `text` into tokens, phrases and sentences.
    pub fn read<'a>(&'a mut self, text: &'a str) -> Document<'a> {
        self.prepare(text);
        self.document(text)
    }

    /// The document of the text that was last prepared.
    pub(crate) fn document<'a>(&'a self, text: &'a str) -> Document<'a> {
        debug_assert_eq!(text.len(), self.len, "not the text that was prepared");
        Document {
            text,
            tokens: &self.tokens,
            classes: &self.classes[..self.tokens.len()],
            buffers: self,
            lexicon: lexicon(),
        }
    }

    /// Fills the buffers for `text`.
    pub fn prepare(&mut self, text: &str) {
        self.len = text.len();
        self.tokens.clear();
        self.phrases.clear();
        self.sentences.clear();
        masks::fill(text.as_bytes(), &mut self.blocks);
        self.offsets.set(text, &self.blocks);
        super::tokenise::tokenise(text, self);
        super::sentences::split(text, self);
        self.sentence_ends.clear(self.tokens.len() as u32);
        for sentence in &self.sentences {
            self.sentence_ends.add(sentence.end);
        }
        self.sentence_ends.count();
    }
}

/// The value of the class in the senses of what starts with the token.
#[inline(always)]
fn value_of(senses: &[Sense], class: u8, token: &Token) -> Option<u32> {
    let capital = token.is(flag::CAPITAL | flag::MIXED);
    let mut own = senses.iter();
    own.find(|s| s.class() == class && (capital || !s.capital()))
        .map(|s| s.value())
}

impl<'a> Document<'a> {
    #[inline]
    pub fn tokens(&self) -> &'a [Token] {
        self.tokens
    }

    /// The token at `at`. Behind the last one stands an empty one, so that rules may look past the end of any
    /// text.
    #[inline]
    pub fn token(&self, at: u32) -> &'a Token {
        self.tokens.get(at as usize).unwrap_or(&END)
    }

    #[inline]
    pub fn get(&self, at: u32) -> Option<&'a Token> {
        self.tokens.get(at as usize)
    }

    #[inline]
    pub fn len(&self) -> u32 {
        self.tokens.len() as u32
    }

    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    #[inline]
    pub fn sentences(&self) -> &'a [Sentence] {
        &self.buffers.sentences
    }

    /// Index of the sentence that holds token `at`.
    pub fn sentence_of(&self, at: u32) -> usize {
        let ended = self.buffers.sentence_ends.below(at.saturating_add(1));
        ended.min(self.buffers.sentences.len().saturating_sub(1))
    }

    /// The text of one token.
    #[inline]
    pub fn str(&self, at: u32) -> &'a str {
        let t = self.token(at);
        let range = t.start as usize..t.end() as usize;
        debug_assert!(self.text.get(range.clone()).is_some());
        // SAFETY: only this crate makes documents, each of the text that its tokens were cut from, and tokens start and end
        // between the code points of that text. Rules compare words everywhere: to ask each time shows in the run time.
        unsafe { self.text.get_unchecked(range) }
    }

    /// The text from token `start` to before token `end`.
    pub fn slice(&self, start: u32, end: u32) -> &'a str {
        if start >= end {
            return "";
        }
        &self.text[self.token(start).start as usize..self.token(end - 1).end() as usize]
    }

    /// Code points `start..end` of the tokens `start..end`.
    pub fn code_points(&self, start: u32, end: u32) -> (u32, u32) {
        let (s, e) = (self.token(start).start, self.token(end.max(start + 1) - 1).end());
        (self.buffers.offsets.code_point(s), self.buffers.offsets.code_point(e))
    }

    #[inline]
    pub fn is(&self, at: u32, flag: u16) -> bool {
        self.get(at).is_some_and(|t| t.is(flag))
    }

    /// Whether the token's word is on the list, one of [`list`](crate::lexicon::list), in any case; no token is on none.
    #[inline]
    pub(crate) fn is_on(&self, at: u32, list: u8) -> bool {
        self.get(at).is_some_and(|t| self.lexicon.is_on_list(t.word, list))
    }

    /// What the lexicon says of the token's word.
    #[inline]
    pub fn info(&self, at: u32) -> &'static WordInfo {
        self.lexicon.info(self.token(at).word)
    }

    /// Classes of the single token.
    #[inline]
    pub fn classes(&self, at: u32) -> ClassSet {
        self.classes.get(at as usize).copied().unwrap_or_default()
    }

    /// Classes of the single token and of the phrase that starts there.
    #[inline]
    pub fn starting(&self, at: u32) -> ClassSet {
        let own = self.classes(at);
        match self.token(at).phrase {
            0 => own,
            n => own | self.buffers.phrases[n as usize - 1].classes,
        }
    }

    #[inline]
    pub fn has(&self, at: u32, class: u8) -> bool {
        self.classes.get(at as usize).is_some_and(|set| in_set(*set, class))
    }

    /// The phrase that starts at token `at`.
    #[inline]
    pub fn phrase(&self, at: u32) -> Option<&'a Phrase> {
        match self.get(at)?.phrase {
            0 => None,
            n => self.buffers.phrases.get(n as usize - 1),
        }
    }

    /// Classes of a phrase.
    pub fn phrase_classes(&self, phrase: &Phrase) -> ClassSet {
        phrase.classes
    }

    /// End of what stands at `at` and is of the class, as a phrase or as one word.
    #[inline]
    pub fn class_end(&self, at: u32, class: u8) -> Option<u32> {
        let token = self.get(at)?;
        if token.phrase != 0 {
            let phrase = &self.buffers.phrases[token.phrase as usize - 1];
            if in_set(phrase.classes, class) {
                return Some(phrase.end);
            }
        }
        self.has(at, class).then_some(at + 1)
    }

    /// Senses of the tokens `start..end` as they stand in the lexicon, as a phrase or as one word.
    pub fn senses(&self, start: u32, end: u32) -> &'static [Sense] {
        if end == start + 1 {
            let token = self.token(start);
            if token.word == 0 {
                return &[];
            }
            let info = self.lexicon.info(token.word);
            return self.lexicon.senses(info.senses, info.sense_count);
        }
        match self.phrase(start) {
            Some(p) if p.end == end => {
                let node = self.lexicon.node(p.node);
                self.lexicon.senses(node.senses, node.sense_count)
            }
            _ => self.walk(start, end).map_or(&[], |node| {
                let node = self.lexicon.node(node);
                self.lexicon.senses(node.senses, node.sense_count)
            }),
        }
    }

    /// The trie node of just these tokens.
    fn walk(&self, start: u32, end: u32) -> Option<u32> {
        let mut node = self.info(start).node;
        for at in start + 1..end {
            if node == 0 {
                return None;
            }
            node = self.lexicon.step(node, self.token(at).word);
        }
        (node != 0).then_some(node)
    }

    /// The value of the tokens `start..end` in a class whose payload is text.
    #[inline(always)]
    pub fn value(&self, start: u32, end: u32, class: u8) -> Option<&'static str> {
        self.number_value(start, end, class)
            .map(|value| self.lexicon.string(value))
    }

    /// The value in a class whose payload is a number; of a text, the number of its string.
    #[inline(always)]
    pub fn number_value(&self, start: u32, end: u32, class: u8) -> Option<u32> {
        // most words are not of the class, and their set says so
        if end == start + 1 && !self.has(start, class) {
            return None;
        }
        if end == start + 1 {
            self.word_value(start, class)
        } else {
            self.sense_value(start, end, class)
        }
    }

    /// [`Self::number_value`] of a single token that is of the class.
    #[inline(never)]
    fn word_value(&self, at: u32, class: u8) -> Option<u32> {
        let token = self.token(at);
        let info = self.lexicon.info(token.word);
        value_of(self.lexicon.senses(info.senses, info.sense_count), class, token)
    }

    #[inline(never)]
    fn sense_value(&self, start: u32, end: u32, class: u8) -> Option<u32> {
        let token = self.token(start);
        // the longest phrase of any class is known (of *iPhone SE* it is the one in small letters): nothing is behind it
        if !token.is(flag::MIXED) && self.phrase(start).map_or(start + 1, |p| p.end) < end {
            return None;
        }
        value_of(self.senses(start, end), class, token)
    }

    /// The first gazetteer row of just these tokens.
    pub fn value_place(&self, start: u32, end: u32) -> Option<u32> {
        self.senses(start, end)
            .iter()
            .find(|s| s.class() == crate::lexicon::class::PLACE)
            .map(|s| s.value())
    }

    /// Whether a word (by id) is of a class in small letters.
    pub fn has_lemma_class(&self, word: u32, class: u8) -> bool {
        self.lexicon.set(self.lexicon.info(word).set) & (1 << class) != 0
    }
}
