//! Names: where they begin and end, and what speaks for each being a person, an organisation or a place.
//!
//! The method is that of Mikheev, Moens and Grover (1999): candidates first, all evidence about one name pooled over
//! the article, then one decision per name (`crate::resolve::names`).

pub mod cut;
mod headline;
mod inside;
pub mod internal;
pub mod join;
mod lists;
pub(crate) mod marks;
mod people;
mod posts;
pub(crate) mod roads;
pub mod runs;
pub mod shape;
mod words;

use crate::lexicon::format::chunk;
use crate::rules::matching::Chunks;
use crate::text::ranks::Ranks;

/// Kinds of evidence with their weights, one constant for each row of `rules/names/evidence.tsv`.
pub mod evidence {
    include!(concat!(env!("OUT_DIR"), "/evidence.rs"));
}

/// A set of evidence kinds, one bit each.
pub type EvidenceSet = u128;

/// A stretch of text that may be a name: tokens `start..end`.
#[derive(Debug, Clone, Copy)]
pub struct Candidate {
    pub start: u32,
    pub end: u32,
    /// Index into the pooled names.
    pub name: u32,
    /// Evidence of the tokens themselves and their surroundings here.
    pub evidence: EvidenceSet,
    /// A larger candidate that this one is a written-out unit of (*Department of X at Y University* → *Y University*
    /// is `whole` of the first): index of the candidate, `u32::MAX` for none.
    pub part_of: u32,
    /// End of the written-out form (*Department of X at Y University*), or `end`.
    pub long_end: u32,
}

/// The candidates of a document in order of their start; they do not overlap.
#[derive(Debug, Default)]
pub struct Candidates {
    pub list: Vec<Candidate>,
    /// Tokens at which a candidate starts.
    starts: Ranks,
    /// Bits of the tokens behind which one ends.
    ends: Vec<u64>,
}

/// Whether bit `at` is set.
#[inline]
pub(crate) fn bit(bits: &[u64], at: u32) -> bool {
    bits.get(at as usize >> 6).is_some_and(|w| w & (1 << (at & 63)) != 0)
}

impl Candidates {
    /// Empties the list for a document of `tokens` tokens.
    pub fn clear(&mut self, tokens: u32) {
        self.list.clear();
        self.starts.clear(tokens);
        self.ends.clear();
        self.ends.resize((tokens as usize >> 6) + 1, 0);
    }

    pub fn push(&mut self, candidate: Candidate) {
        self.starts.add(candidate.start);
        self.ends[candidate.end as usize >> 6] |= 1 << (candidate.end & 63);
        self.list.push(candidate);
    }

    /// Candidate `index` goes on to token `end` and bears that name.
    pub fn lengthen(&mut self, index: usize, end: u32, name: u32, evidence: EvidenceSet) {
        let candidate = &mut self.list[index];
        for at in [candidate.end, end] {
            self.ends[at as usize >> 6] ^= 1 << (at & 63);
        }
        *candidate = Candidate {
            end,
            name,
            evidence,
            long_end: end.max(candidate.long_end),
            ..*candidate
        };
    }

    /// To be called when the last one has been added.
    pub fn finish(&mut self) {
        self.starts.count();
        debug_assert_eq!(
            self.starts.below(u32::MAX),
            self.list.len(),
            "no two start at one token"
        );
    }

    /// The first candidate that starts at the token or behind it.
    #[inline]
    pub fn first_from(&self, at: u32) -> usize {
        self.starts.below(at)
    }

    #[inline]
    pub fn starting(&self, at: u32) -> Option<usize> {
        self.starts.has(at).then(|| self.starts.below(at))
    }

    pub fn ending(&self, end: u32) -> Option<usize> {
        if !bit(&self.ends, end) {
            return None;
        }
        let i = self.list.partition_point(|c| c.end < end);
        self.list.get(i).filter(|c| c.end == end).map(|_| i)
    }
}

impl Chunks for Candidates {
    #[inline]
    fn starts(&self, start: u32) -> bool {
        self.starts.has(start)
    }

    #[inline]
    fn ends(&self, end: u32) -> bool {
        bit(&self.ends, end)
    }

    fn chunk_end(&self, kind: u8, start: u32) -> Option<u32> {
        if kind == chunk::NAME {
            self.starting(start).map(|i| self.list[i].end)
        } else {
            None
        }
    }

    fn chunk_start(&self, kind: u8, end: u32) -> Option<u32> {
        if kind == chunk::NAME {
            self.ending(end).map(|i| self.list[i].start)
        } else {
            None
        }
    }
}
