//! Numbers in digits, words and both (*178.305 billion*, *two and a half million*, *a dozen*, *3 to 5 billion*,
//! *hundreds of billions*): read once, exactly, so that rules can ask for `@number`.
//!
//! Only tokens that may trigger rules of stage 1 are looked at: number tokens, words of letters and digits, and the
//! number words, all of which are triggers because the rules in `rules/figures/` start with their classes.

mod glued;
mod plain;
mod read;
#[cfg(test)]
mod tests;

use crate::extract::names::bit;
use crate::lexicon::class;
use crate::lexicon::format::chunk;
use crate::number::Decimal;
use crate::record::Bound;
use crate::rules::matching::Chunks;
use crate::text::document::Trigger;
use crate::text::{Document, flag};

pub use glued::currency_prefix;
pub use read::{bound, ordinal};

/// How a number is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// `value` and nothing else.
    Exact,
    /// From `value` to `max`.
    Range,
    /// A part of something: *two thirds*.
    Fraction,
    /// *hundreds of billions*: at least `value`.
    Vague,
    /// *several*, *a few hundred*: nothing is known of it.
    Few,
}

/// One number: tokens `start..end`.
#[derive(Debug, Clone, Copy)]
pub struct Number {
    pub start: u32,
    pub end: u32,
    /// The number; of a range its lower end, of a vague amount the least that it says.
    pub value: Decimal,
    /// The upper end of a range, else `value`.
    pub max: Decimal,
    pub form: Form,
    /// What is said behind it: *-plus*, *-odd*, *or more*.
    pub bound: Option<Bound>,
    /// It holds a magnitude word or letter.
    pub scaled: bool,
    /// It is written in words only.
    pub words: bool,
    /// ISO 4217 code of letters glued to the front of it: *RM2.3b*.
    pub currency: Option<&'static str>,
}

/// All numbers of a document, in order.
#[derive(Debug, Default)]
pub struct Numbers {
    list: Vec<Number>,
    /// Bits of the tokens at which a number starts, and of those behind which one ends.
    starts: Vec<u64>,
    ends: Vec<u64>,
}

impl Numbers {
    /// Finds the numbers of `document`, reusing the buffer.
    pub fn read(&mut self, document: &Document<'_>) {
        self.list.clear();
        for bits in [&mut self.starts, &mut self.ends] {
            bits.clear();
            bits.resize((document.len() as usize >> 6) + 1, 0);
        }
        let entry = 1u128 << class::NUMWORD
            | 1 << class::NUMSCALE
            | 1 << class::NUMVAGUE
            | 1 << class::NUMFEW
            | 1 << class::FRACTION
            | 1 << class::FRACTIONS;
        let mut from = 0;
        for &Trigger { at, .. } in &document.buffers.item_triggers {
            if at < from {
                continue;
            }
            let token = document.token(at);
            let number = if token.is(flag::NUMBER) {
                read::digits(document, at)
            } else if token.word == 0 {
                glued::read(document, at)
            } else if document.classes(at) & entry != 0 {
                read::words(document, at, from)
            } else {
                None
            };
            if let Some(number) = number {
                from = number.end;
                self.starts[number.start as usize >> 6] |= 1 << (number.start & 63);
                self.ends[number.end as usize >> 6] |= 1 << (number.end & 63);
                self.list.push(number);
            }
        }
    }

    pub fn all(&self) -> &[Number] {
        &self.list
    }

    /// The number that starts at token `at`.
    pub fn starting(&self, at: u32) -> Option<&Number> {
        if !bit(&self.starts, at) {
            return None;
        }
        self.list
            .binary_search_by_key(&at, |n| n.start)
            .ok()
            .map(|i| &self.list[i])
    }

    /// The number that ends before token `end`.
    pub fn ending(&self, end: u32) -> Option<&Number> {
        if !bit(&self.ends, end) {
            return None;
        }
        let i = self.list.partition_point(|n| n.end < end);
        self.list.get(i).filter(|n| n.end == end)
    }
}

impl Chunks for Numbers {
    #[inline]
    fn starts(&self, start: u32) -> bool {
        bit(&self.starts, start)
    }

    #[inline]
    fn ends(&self, end: u32) -> bool {
        bit(&self.ends, end)
    }

    fn chunk_end(&self, kind: u8, start: u32) -> Option<u32> {
        if kind == chunk::NUMBER {
            self.starting(start).map(|n| n.end)
        } else {
            None
        }
    }

    fn chunk_start(&self, kind: u8, end: u32) -> Option<u32> {
        if kind == chunk::NUMBER {
            self.ending(end).map(|n| n.start)
        } else {
            None
        }
    }
}
