//! Byte offsets to code-point offsets, without counting from the start each time.

use super::masks::{BLOCK, Block};

/// Maps byte offsets of one text to code points.
#[derive(Debug, Default)]
pub struct Offsets {
    /// For each block the code points before it and the bytes that start one; empty for ASCII, where both offsets are the
    /// same.
    blocks: Vec<(u32, u64)>,
    total: u32,
}

impl Offsets {
    /// Prepares for `text`, of which these are the blocks, reusing the buffer.
    pub(super) fn set(&mut self, text: &str, blocks: &[Block]) {
        self.blocks.clear();
        self.total = text.len() as u32;
        if text.is_ascii() {
            return;
        }
        let mut sum = 0;
        for block in blocks {
            self.blocks.push((sum, block.starts));
            sum += block.starts.count_ones();
        }
        self.total = self.code_point(text.len() as u32);
    }

    /// Code points in the text.
    pub fn total(&self) -> u32 {
        self.total
    }

    /// Code points before byte `at` of the text of the last text that was set.
    #[inline]
    pub fn code_point(&self, at: u32) -> u32 {
        let (block, bit) = (at as usize / BLOCK, at as usize % BLOCK);
        match self.blocks.get(block) {
            Some((before, starts)) => before + (starts & ((1 << bit) - 1)).count_ones(),
            None => at,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::masks;

    #[test]
    fn agrees_with_counting() {
        let text = "Xi’an – 西安 and more. ".repeat(40);
        let mut offsets = Offsets::default();
        let mut blocks = Vec::new();
        masks::fill(text.as_bytes(), &mut blocks);
        offsets.set(&text, &blocks);
        for (n, (at, _)) in text.char_indices().enumerate() {
            assert_eq!(offsets.code_point(at as u32), n as u32);
        }
        assert_eq!(offsets.total() as usize, text.chars().count());
    }
}
