//! Byte offsets to code-point offsets, without counting from the start each time.

/// Bytes per checkpoint.
const BLOCK: usize = 64;

/// Maps byte offsets of one text to code points.
#[derive(Debug, Default)]
pub struct Offsets {
    /// Code points before each block; empty for ASCII, where both offsets are the same.
    before: Vec<u32>,
    total: u32,
}

fn count(bytes: &[u8]) -> u32 {
    // bytes that do not continue a code point
    bytes.iter().map(|b| u32::from((*b as i8) >= -0x40)).sum()
}

impl Offsets {
    /// Prepares for `text`, reusing the buffer.
    pub fn set(&mut self, text: &str) {
        self.before.clear();
        self.total = text.len() as u32;
        if text.is_ascii() {
            return;
        }
        let mut sum = 0;
        for block in text.as_bytes().chunks(BLOCK) {
            self.before.push(sum);
            sum += count(block);
        }
        self.total = sum;
    }

    /// Code points in the text.
    pub fn total(&self) -> u32 {
        self.total
    }

    /// Code points before byte `at` of `text` (the text of the last [`Offsets::set`]).
    #[inline]
    pub fn code_point(&self, text: &str, at: u32) -> u32 {
        if self.before.is_empty() {
            return at;
        }
        let block = (at as usize / BLOCK).min(self.before.len() - 1);
        self.before[block] + count(&text.as_bytes()[block * BLOCK..at as usize])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_counting() {
        let text = "Xi’an – 西安 and more. ".repeat(40);
        let mut offsets = Offsets::default();
        offsets.set(&text);
        for (n, (at, _)) in text.char_indices().enumerate() {
            assert_eq!(offsets.code_point(&text, at as u32), n as u32);
        }
        assert_eq!(offsets.total() as usize, text.chars().count());
    }
}
