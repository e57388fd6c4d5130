//! What kinds of bytes a text is made of, 64 of them at a time: a word's end, its case and the code points in front of it
//! are then a few operations on bits, however long the word is.

/// Bytes to a block.
pub const BLOCK: usize = 64;

/// Kinds of the bytes of a block, one bit for each byte, that of the first byte lowest.
#[derive(Debug, Clone, Copy, Default)]
pub struct Block {
    /// Letters and digits of ASCII.
    pub plain: u64,
    /// Small letters of ASCII.
    pub small: u64,
    /// Bytes that start a code point.
    pub starts: u64,
}

/// The blocks of `bytes`, and an empty one behind the last so that a [`window`] may reach past the end.
pub fn fill(bytes: &[u8], out: &mut Vec<Block>) {
    out.clear();
    let (whole, rest) = bytes.as_chunks::<BLOCK>();
    out.reserve(whole.len() + 2);
    out.extend(whole.iter().map(block));
    let mut last = [0; BLOCK];
    last[..rest.len()].copy_from_slice(rest);
    out.extend([block(&last), Block::default()]);
}

/// The bits of one kind for the 64 bytes from `at` on.
#[inline(always)]
pub fn window(blocks: &[Block], at: usize, kind: impl Fn(&Block) -> u64) -> u64 {
    let (index, bit) = (at / BLOCK, at % BLOCK);
    kind(&blocks[index]) >> bit | kind(&blocks[index + 1]) << 1 << (63 - bit)
}

#[cfg(target_arch = "x86_64")]
#[inline]
fn block(bytes: &[u8; BLOCK]) -> Block {
    // SAFETY: SSE2 is part of every x86-64.
    unsafe { wide_block(bytes) }
}

/// Sixteen bytes at a time.
#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "sse2")]
#[inline]
fn wide_block(bytes: &[u8; BLOCK]) -> Block {
    use std::arch::x86_64::{
        __m128i, _mm_cmpeq_epi8, _mm_cmpgt_epi8, _mm_min_epu8, _mm_movemask_epi8, _mm_or_si128, _mm_set1_epi8,
        _mm_sub_epi8,
    };
    let bits = |kind: __m128i| u64::from(_mm_movemask_epi8(kind) as u32);
    let every = |byte: u8| _mm_set1_epi8(byte as i8);
    // one comparison: what lies below `from` comes out large
    let between = |chunk: __m128i, from: u8, to: u8| {
        let above = _mm_sub_epi8(chunk, every(from));
        _mm_cmpeq_epi8(_mm_min_epu8(above, every(to - from)), above)
    };
    let mut all = Block::default();
    for (place, chunk) in (0..).step_by(16).zip(bytes.as_chunks::<16>().0) {
        let chunk: __m128i = bytemuck::cast(*chunk);
        let letters = between(_mm_or_si128(chunk, every(0x20)), b'a', b'z');
        let digits = between(chunk, b'0', b'9');
        all.plain |= bits(_mm_or_si128(letters, digits)) << place;
        all.small |= bits(between(chunk, b'a', b'z')) << place;
        all.starts |= bits(_mm_cmpgt_epi8(chunk, every(0xbf))) << place;
    }
    all
}

#[cfg(not(target_arch = "x86_64"))]
#[inline]
fn block(bytes: &[u8; BLOCK]) -> Block {
    plain_block(bytes)
}

/// The same for any machine, byte by byte.
#[cfg(any(test, not(target_arch = "x86_64")))]
fn plain_block(bytes: &[u8; BLOCK]) -> Block {
    let mut all = Block::default();
    for (place, byte) in bytes.iter().enumerate() {
        all.plain |= u64::from(byte.is_ascii_alphanumeric()) << place;
        all.small |= u64::from(byte.is_ascii_lowercase()) << place;
        all.starts |= u64::from(*byte as i8 > 0xbf_u8 as i8) << place;
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_agree() {
        for first in 0..=255u8 {
            let bytes: [u8; BLOCK] = std::array::from_fn(|at| first.wrapping_add((at as u8).wrapping_mul(7)));
            let (fast, plain) = (block(&bytes), plain_block(&bytes));
            assert_eq!(
                (fast.plain, fast.small, fast.starts),
                (plain.plain, plain.small, plain.starts)
            );
        }
    }

    #[test]
    fn windows_reach_past_the_end() {
        let text = "a B2 ".repeat(30);
        let mut blocks = Vec::new();
        fill(text.as_bytes(), &mut blocks);
        for at in 0..text.len() {
            let window = window(&blocks, at, |b| b.plain);
            for (bit, byte) in text.bytes().skip(at).take(BLOCK).enumerate() {
                assert_eq!(window >> bit & 1 != 0, byte.is_ascii_alphanumeric());
            }
        }
        assert_eq!(window(&blocks, text.len(), |b| b.plain), 0);
    }
}
