//! Numbers in digits, words and both (*178.305 billion*, *two and a half million*, *a dozen*): read once, so that
//! rules can ask for `@number`.

use crate::lexicon::format::chunk;
use crate::number::Decimal;
use crate::rules::matching::Chunks;
use crate::text::{Document, flag};

/// One number: tokens `start..end`.
#[derive(Debug, Clone, Copy)]
pub struct Number {
    pub start: u32,
    pub end: u32,
    pub value: Decimal,
}

/// All numbers of a document, in order.
#[derive(Debug, Default)]
pub struct Numbers {
    list: Vec<Number>,
}

impl Numbers {
    /// Finds the numbers of `document`, reusing the buffer.
    pub fn read(&mut self, document: &Document<'_>) {
        self.list.clear();
        for at in 0..document.len() {
            if document.is(at, flag::NUMBER) {
                if let Some(value) = Decimal::parse(document.str(at)) {
                    self.list.push(Number {
                        start: at,
                        end: at + 1,
                        value,
                    });
                }
            }
        }
    }

    pub fn all(&self) -> &[Number] {
        &self.list
    }

    /// The number that starts at token `at`.
    pub fn starting(&self, at: u32) -> Option<&Number> {
        self.list
            .binary_search_by_key(&at, |n| n.start)
            .ok()
            .map(|i| &self.list[i])
    }

    /// The number that ends before token `end`.
    pub fn ending(&self, end: u32) -> Option<&Number> {
        let i = self.list.partition_point(|n| n.end < end);
        self.list.get(i).filter(|n| n.end == end)
    }
}

impl Chunks for Numbers {
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
