//! Sets of tokens that tell at once how many of their own lie in front of a token: where the candidates, the dates or the
//! sentences are that start or end there, without a search.

/// Tokens of one text.
#[derive(Debug, Default)]
pub struct Ranks {
    /// For each 64 tokens a bit for those of the set, and how many of the set lie before all of them.
    blocks: Vec<(u64, u32)>,
    len: usize,
}

impl Ranks {
    /// The set of `members`, which are in order, among the tokens up to `last`.
    pub fn of(last: u32, members: impl Iterator<Item = u32>) -> Self {
        let mut ranks = Self::default();
        ranks.clear(last);
        for at in members {
            ranks.add(at);
        }
        ranks.count();
        ranks
    }

    /// Empties the set for tokens up to `last`.
    pub fn clear(&mut self, last: u32) {
        self.blocks.clear();
        self.blocks.resize((last as usize >> 6) + 1, (0, 0));
        self.len = 0;
    }

    pub fn add(&mut self, at: u32) {
        self.blocks[at as usize >> 6].0 |= 1 << (at & 63);
    }

    /// To be called when the last one has been added: [`Ranks::below`] knows of no later one.
    pub fn count(&mut self) {
        let mut sum = 0;
        for (bits, before) in &mut self.blocks {
            *before = sum;
            sum += bits.count_ones();
        }
        self.len = sum as usize;
    }

    #[inline]
    pub fn has(&self, at: u32) -> bool {
        let block = self.blocks.get(at as usize >> 6);
        block.is_some_and(|(bits, _)| bits >> (at & 63) & 1 != 0)
    }

    /// How many of the set lie in front of the token.
    #[inline]
    pub fn below(&self, at: u32) -> usize {
        match self.blocks.get(at as usize >> 6) {
            Some((bits, before)) => *before as usize + (bits & ((1 << (at & 63)) - 1)).count_ones() as usize,
            None => self.len,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_what_lies_in_front() {
        let members = [0, 3, 63, 64, 65, 200];
        let ranks = Ranks::of(200, members.into_iter());
        for at in 0..400 {
            assert_eq!(ranks.below(at), members.iter().filter(|m| **m < at).count(), "{at}");
            assert_eq!(ranks.has(at), members.contains(&at), "{at}");
        }
    }
}
