//! A point behind a legal form that ends a sentence as well: *She works for Kelvar Ltd. | Dana Holm leads it.*

use crate::lexicon::format::{form, pos};
use crate::lexicon::{ClassSet, Lexicon, class};
use crate::text::token::{Token, flag};

/// Tokens in front of the point and behind it that are looked at.
const BACK: usize = 40;
const AHEAD: usize = 9;

/// Whether the point at `at`, behind a legal form, ends the sentence, with the token `next` behind it. `tokens` start with the
/// sentence.
pub(super) fn ends_sentence(lexicon: &Lexicon, bytes: &[u8], tokens: &[Token], (at, next): (usize, usize)) -> bool {
    let reader = Reader { lexicon, bytes, tokens };
    reader.opens_with_adjective(next) || reader.is_told(at) && reader.opens_clause(next) && !reader.is_of_post(at)
}

struct Reader<'t> {
    lexicon: &'t Lexicon,
    bytes: &'t [u8],
    tokens: &'t [Token],
}

impl Reader<'_> {
    fn is(&self, at: usize, flags: u16) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is(flags))
    }

    fn str(&self, at: usize) -> &[u8] {
        let token = self.tokens.get(at);
        token.map_or(b"", |t| &self.bytes[t.start as usize..t.end() as usize])
    }

    /// What a known word is, by its case.
    fn classes(&self, at: usize) -> ClassSet {
        self.tokens.get(at).filter(|token| token.word != 0).map_or(0, |token| {
            let info = self.lexicon.info(token.word);
            let capital = token.is(flag::CAPITAL);
            self.lexicon.set(if capital { info.set_capital } else { info.set })
        })
    }

    fn capital(&self, at: usize) -> bool {
        self.is(at, flag::WORD) && self.is(at, flag::CAPITAL)
    }

    fn small(&self, at: usize) -> bool {
        self.is(at, flag::WORD) && !self.is(at, flag::CAPITAL | flag::MIXED)
    }

    /// *said*, *leads*, *was*, *will*
    fn finite(&self, at: usize) -> bool {
        const VERBS: ClassSet = 1 << class::AUX | 1 << class::MODAL;
        let Some(token) = self.tokens.get(at).filter(|token| token.word != 0) else {
            return false;
        };
        let told = self.lexicon.info(token.word).form & (form::THIRD | form::PAST) != 0;
        self.small(at) && (told || self.classes(at) & VERBS != 0)
    }

    /// *Several local banks*, *Local banks*: an adjective, then a noun or another in small letters.
    fn opens_with_adjective(&self, at: usize) -> bool {
        const OTHER: ClassSet = 1 << class::TITLE
            | 1 << class::PLACE
            | 1 << class::ORG
            | 1 << class::GIVEN
            | 1 << class::SURNAME
            | 1 << class::SURNAMEZH
            | 1 << class::DEMONYM
            | 1 << class::ORGHEAD;
        let word = |at: usize| {
            let token = self.tokens.get(at).filter(|token| token.word != 0);
            token.map_or(0, |token| self.lexicon.info(token.word).pos)
        };
        self.capital(at)
            && !self.is(at, flag::UPPER)
            && word(at) & pos::ADJECTIVE != 0
            && self.classes(at) & OTHER == 0
            && self.small(at + 1)
            && !self.is(at + 1, flag::GLUED | flag::LINE)
            && word(at + 1) & (pos::NOUN | pos::ADJECTIVE) != 0
            && self.classes(at + 1) & (1 << class::CONJ | 1 << class::PREP) == 0
    }

    /// The sentence has told something in front of the point.
    fn is_told(&self, at: usize) -> bool {
        (at.saturating_sub(BACK)..at).any(|back| self.finite(back))
    }

    /// A name that is no post, then a verb: *Dana Holm leads it*, *Lumeno Corp. of Lima runs it*.
    fn opens_clause(&self, at: usize) -> bool {
        const POST: ClassSet = 1 << class::TITLE | 1 << class::TITLEMOD | 1 << class::LEGALFORM;
        if !self.capital(at) || self.classes(at) & POST != 0 {
            return false;
        }
        let name = |at: &usize| {
            self.capital(*at)
                || self.is(*at, flag::MARK) && matches!(self.str(*at), b"." | b"-" | b"&")
                || self.str(*at) == b"of"
        };
        let behind = (at..at + AHEAD).find(|at| !name(at)).unwrap_or(at);
        behind > at && self.finite(behind) && self.str(behind - 1) != b"of"
    }

    /// *said chairman of Kelvar Co., Ltd. Li Ming*, unlike *as treasurer of Kelvar Corp.*: whoever stands behind holds the post.
    fn is_of_post(&self, at: usize) -> bool {
        let name = |at: &usize| {
            self.capital(*at)
                || self.is(*at, flag::MARK) && matches!(self.str(*at), b"." | b"," | b"(" | b")" | b"-" | b"&")
        };
        let Some(of) = (at.saturating_sub(BACK)..at).rev().find(|at| !name(at)) else {
            return false;
        };
        let of = if self.str(of) == b"the" {
            of.saturating_sub(1)
        } else {
            of
        };
        if !matches!(self.str(of), b"of" | b"at" | b"for") || of == 0 {
            return false;
        }
        let post = |at: &usize| self.classes(*at) & (1 << class::TITLE | 1 << class::TITLEMOD) != 0;
        let Some(front) = (of.saturating_sub(6)..of).rev().find(|at| !post(at)) else {
            return post(&0);
        };
        let article = self.classes(front) & (1 << class::DET) != 0;
        let before = if article { front.saturating_sub(1) } else { front };
        let held =
            self.str(before) == b"as" || self.finite(before) && self.classes(before) & (1 << class::SAYVERB) == 0;
        front + 1 < of && !held
    }
}
