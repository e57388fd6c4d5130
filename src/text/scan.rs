//! The byte scanner: where tokens begin and end. The table builder uses it too, so that a phrase of the
//! lexicon is cut just as the same words in an article are.

/// What the first byte of a token says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Word,
    Number,
    /// One punctuation mark or symbol; `'s` is one too.
    Mark,
}

/// Classes of bytes.
const SPACE: u8 = 0;
const LETTER: u8 = 1;
const DIGIT: u8 = 2;
const MARK: u8 = 3;
/// First byte of a code point beyond ASCII.
const WIDE: u8 = 4;

const CLASS: [u8; 256] = {
    let mut table = [MARK; 256];
    let mut b = 0;
    while b < 256 {
        table[b] = match b as u8 {
            b'A'..=b'Z' | b'a'..=b'z' => LETTER,
            b'0'..=b'9' => DIGIT,
            0..=b' ' | 0x7f => SPACE,
            0x80..=0xff => WIDE,
            _ => MARK,
        };
        b += 1;
    }
    table
};

/// One token as the scanner sees it: bytes `start..end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Raw {
    pub start: usize,
    pub end: usize,
    pub kind: Kind,
    /// The token holds bytes beyond ASCII.
    pub wide: bool,
    /// [`inner`] bits of a word of ASCII.
    pub inner: u8,
}

/// What stands behind the first byte of a word.
pub mod inner {
    pub const SMALL: u8 = 1;
    pub const BIG: u8 = 2;
    pub const DIGIT: u8 = 4;
}

/// The bits of [`inner`] for one byte.
fn inner_bits(b: u8) -> u8 {
    match b {
        b'a'..=b'z' => inner::SMALL,
        b'A'..=b'Z' => inner::BIG,
        b'0'..=b'9' => inner::DIGIT,
        _ => 0,
    }
}

/// The bits of [`inner`] for what stands behind the first byte of a word of ASCII.
pub fn inner_of(word: &[u8]) -> u8 {
    word[1..].iter().fold(0, |bits, b| bits | inner_bits(*b))
}

/// The value of up to five digits; `None` of anything else.
pub fn small_number(bytes: &[u8]) -> Option<u32> {
    let digit = |value: u32, b: &u8| b.is_ascii_digit().then(|| value * 10 + u32::from(b - b'0'));
    let short = (1..=5).contains(&bytes.len());
    short.then(|| bytes.iter().try_fold(0, digit)).flatten()
}

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = ONES << 7;

/// Which of eight bytes lie between two of ASCII: their highest bits.
#[inline(always)]
fn between(bytes: u64, from: u8, to: u8) -> u64 {
    let low = bytes & !HIGH;
    (low + ONES * u64::from(0x80 - from)) & !(low + ONES * u64::from(0x7f - to)) & !bytes & HIGH
}

/// Passes over letters and digits of ASCII from `at`, eight bytes at a time where the text has them; their end. Adds what
/// stands behind the byte `start` to `inner`.
#[inline(always)]
fn plain(bytes: &[u8], start: usize, mut at: usize, inner: &mut u8) -> usize {
    while let Some(chunk) = bytes.get(at..).and_then(|rest| rest.first_chunk::<8>()) {
        let chunk = u64::from_le_bytes(*chunk);
        let letters = between(chunk | (ONES * 0x20), b'a', b'z');
        let digits = between(chunk, b'0', b'9');
        let others = !(letters | digits) & HIGH;
        // the bytes in front of the first other one, without the word's first
        let mut taken = others.wrapping_sub(1) & !others;
        if at == start {
            taken &= !0xff;
        }
        // bit 5 of a letter tells its case
        let small = letters & chunk << 2;
        let (small, big, digits) = (small & taken, letters & !small & taken, digits & taken);
        for (bits, bit) in [(small, inner::SMALL), (big, inner::BIG), (digits, inner::DIGIT)] {
            *inner |= if bits != 0 { bit } else { 0 };
        }
        if others != 0 {
            return at + others.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
    while at < bytes.len() && matches!(CLASS[bytes[at] as usize], LETTER | DIGIT) {
        if at > start {
            *inner |= inner_bits(bytes[at]);
        }
        at += 1;
    }
    at
}

/// Class and length of the code point that starts at `at` with a byte beyond ASCII.
fn wide_class(bytes: &[u8], at: usize) -> (u8, usize) {
    let b = bytes[at];
    let next = |n: usize| bytes.get(at + n).copied().unwrap_or(0);
    match b {
        // U+0080–U+00BF: signs, but for ª º µ
        0xc2 => match next(1) {
            0xa0 | 0x80..=0x9f | 0xad => (SPACE, 2),
            0xaa | 0xb5 | 0xba => (LETTER, 2),
            _ => (MARK, 2),
        },
        0xc3 => (if matches!(next(1), 0x97 | 0xb7) { MARK } else { LETTER }, 2),
        0xc4..=0xdf => (LETTER, 2),
        // U+2000–U+2BFF: punctuation, currency, arrows, mathematics, shapes
        0xe2 if next(1) < 0xb0 => {
            let space = next(1) == 0x80 && matches!(next(2), 0x80..=0x8f | 0xa8..=0xaf)
                || next(1) == 0x81 && matches!(next(2), 0x9f..=0xaf);
            (if space { SPACE } else { MARK }, 3)
        }
        0xe3 if next(1) == 0x80 => (if next(2) == 0x80 { SPACE } else { MARK }, 3),
        0xef => match (next(1), next(2)) {
            (0xbb, 0xbf) => (SPACE, 3),
            // full-width punctuation
            (0xbc, 0x81..=0x8f | 0x9a..=0xa0 | 0xbb..=0xbf) | (0xbd, 0x80 | 0x9b..=0xa5) | (0xbf, _) => (MARK, 3),
            _ => (LETTER, 3),
        },
        0xe0..=0xef => (LETTER, 3),
        0xf0..=0xf7 => (MARK, 4), // mostly emoji
        _ => (MARK, 1),
    }
}

/// Length of an apostrophe at `at`: `'` or `’` (or a backtick-like `‘`, `ʼ`); 0 if there is none.
fn apostrophe(bytes: &[u8], at: usize) -> usize {
    match bytes.get(at) {
        Some(b'\'') => 1,
        Some(0xe2) if bytes.get(at + 1) == Some(&0x80) && matches!(bytes.get(at + 2), Some(0x99 | 0x98)) => 3,
        _ => 0,
    }
}

fn is_ascii_alnum(bytes: &[u8], at: usize) -> bool {
    bytes.get(at).is_some_and(u8::is_ascii_alphanumeric)
}

/// The first byte of most signs of Chinese (U+4000–U+9FFF).
fn is_ideograph(first: u8) -> bool {
    (0xe4..=0xe9).contains(&first)
}

/// Whether a letter of any script starts at `at`.
fn is_letter(bytes: &[u8], at: usize) -> bool {
    match bytes.get(at) {
        Some(b) if b.is_ascii_alphabetic() => true,
        Some(b) if *b >= 0x80 => wide_class(bytes, at).0 == LETTER,
        _ => false,
    }
}

/// The next token at or after `at`; `None` at the end. `bytes` is valid UTF-8.
#[inline(always)]
pub fn next(bytes: &[u8], mut at: usize) -> Option<Raw> {
    loop {
        let b = *bytes.get(at)?;
        match CLASS[b as usize] {
            SPACE => at += 1,
            LETTER => return Some(word(bytes, at)),
            DIGIT => return Some(number(bytes, at)),
            MARK => return Some(mark(bytes, at, 1)),
            _ => {
                let (class, len) = wide_class(bytes, at);
                match class {
                    SPACE => at += len,
                    LETTER => return Some(word(bytes, at)),
                    _ => {
                        let len = len.min(bytes.len() - at);
                        return Some(mark(bytes, at, len));
                    }
                }
            }
        }
    }
}

#[inline(always)]
fn word(bytes: &[u8], start: usize) -> Raw {
    let mut inner = 0;
    let at = plain(bytes, start, start, &mut inner);
    // most words end at a space, a comma or a point behind two letters and more
    match bytes.get(at) {
        Some(b' ' | b',' | b'\n') | None if at > start => Raw {
            start,
            end: at,
            kind: Kind::Word,
            wide: false,
            inner,
        },
        _ => rest(bytes, start, at, inner),
    }
}

/// The word of which `start..at` is plain, with apostrophes, points and letters beyond ASCII.
fn rest(bytes: &[u8], start: usize, mut at: usize, mut inner: u8) -> Raw {
    let mut wide = false;
    loop {
        at = plain(bytes, start, at, &mut inner);
        let Some(&b) = bytes.get(at) else { break };
        if b == b'.' && at == start + 1 && bytes[start].is_ascii_alphabetic() {
            if let Some(end) = dotted(bytes, start) {
                return Raw {
                    start,
                    end,
                    kind: Kind::Word,
                    wide: false,
                    inner: inner_of(&bytes[start..end]),
                };
            }
            break;
        }
        if b == b'\'' || b >= 0x80 {
            let mark = apostrophe(bytes, at);
            if mark > 0 {
                let after = at + mark;
                let possessive = matches!(bytes.get(after), Some(b's' | b'S')) && !is_letter(bytes, after + 1);
                if !possessive && at > start && is_letter(bytes, after) {
                    wide |= mark > 1;
                    at = after;
                    continue;
                }
                break;
            }
            if b >= 0x80 {
                let (class, len) = wide_class(bytes, at);
                if class == LETTER {
                    wide = true;
                    at = (at + len).min(bytes.len());
                    // *2020年09月16日*: numbers and signs by turns
                    if is_ideograph(b) && bytes.get(at).is_some_and(u8::is_ascii_digit) {
                        break;
                    }
                    continue;
                }
            }
            break;
        }
        if b == b':' && bytes[at..].starts_with(b"://") {
            while at < bytes.len() && CLASS[bytes[at] as usize] != SPACE && bytes[at] < 0x80 {
                at += 1;
            }
            return Raw {
                start,
                end: at,
                kind: Kind::Mark,
                wide: false,
                inner: 0,
            };
        }
        break;
    }
    Raw {
        start,
        end: at,
        kind: Kind::Word,
        wide,
        inner,
    }
}

/// The end of a dotted abbreviation of single letters (`U.S.`, `p.m.`, `J.K.`) at `start`, at least two letters.
fn dotted(bytes: &[u8], start: usize) -> Option<usize> {
    let mut at = start;
    let mut letters = 0;
    while bytes.get(at).is_some_and(u8::is_ascii_alphabetic) && bytes.get(at + 1) == Some(&b'.') {
        letters += 1;
        at += 2;
    }
    // `U.S` without the last point
    if letters >= 1 && bytes.get(at).is_some_and(u8::is_ascii_alphabetic) && !is_ascii_alnum(bytes, at + 1) {
        return Some(at + 1);
    }
    // a letter that goes on as a word belongs to the next token
    (letters >= 2 && !is_ascii_alnum(bytes, at)).then_some(at)
}

#[inline]
fn number(bytes: &[u8], start: usize) -> Raw {
    let digits = |from: usize| {
        bytes[from.min(bytes.len())..]
            .iter()
            .take_while(|b| b.is_ascii_digit())
            .count()
    };
    let mut at = start + digits(start);
    let mut point = false;
    loop {
        match bytes.get(at) {
            Some(b',') if !point => {
                let n = digits(at + 1);
                // groups of three, or of two before another group (Indian)
                if n == 3 || n == 2 && bytes.get(at + 3) == Some(&b',') && digits(at + 4) >= 2 {
                    at += 1 + n;
                } else {
                    break;
                }
            }
            Some(b'.') if digits(at + 1) > 0 => {
                point = true;
                at += 1 + digits(at + 1);
            }
            _ => break,
        }
    }
    Raw {
        start,
        end: at,
        kind: Kind::Number,
        wide: false,
        inner: 0,
    }
}

#[inline]
fn mark(bytes: &[u8], start: usize, len: usize) -> Raw {
    // *Corp.'s* as well
    let glued =
        start > 0 && (bytes[start - 1].is_ascii_alphanumeric() || bytes[start - 1] == b'.' || bytes[start - 1] >= 0x80);
    let quote = apostrophe(bytes, start);
    if quote > 0
        && glued
        && matches!(bytes.get(start + quote), Some(b's' | b'S'))
        && !is_letter(bytes, start + quote + 1)
    {
        return Raw {
            start,
            end: start + quote + 1,
            kind: Kind::Mark,
            wide: quote > 1,
            inner: 0,
        };
    }
    Raw {
        start,
        end: start + len,
        kind: Kind::Mark,
        wide: len > 1,
        inner: 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        let mut at = 0;
        let mut out = Vec::new();
        while let Some(raw) = next(text.as_bytes(), at) {
            out.push(&text[raw.start..raw.end]);
            at = raw.end;
        }
        out
    }

    #[test]
    fn words_and_marks() {
        assert_eq!(
            cut("Xiamen’s chips, Jing’an's."),
            ["Xiamen", "’s", "chips", ",", "Jing’an", "'s", "."]
        );
        assert_eq!(cut("Orion Corp.'s"), ["Orion", "Corp", ".", "'s"]);
        assert_eq!(cut("the U.S. and U.S-led"), ["the", "U.S.", "and", "U.S", "-", "led"]);
        assert_eq!(
            cut("Co., Ltd. at 10 a.m."),
            ["Co", ".", ",", "Ltd", ".", "at", "10", "a.m."]
        );
        assert_eq!(cut("São Paulo – don’t"), ["São", "Paulo", "–", "don’t"]);
        assert_eq!(cut("see http://a.b/c?d now"), ["see", "http://a.b/c?d", "now"]);
        assert_eq!(cut("“Core”…"), ["“", "Core", "”", "…"]);
        assert_eq!(cut("'s a 'word'"), ["'", "s", "a", "'", "word", "'"]);
    }

    #[test]
    fn signs_of_chinese() {
        assert_eq!(cut("2020年09月16日"), ["2020", "年", "09", "月", "16", "日"]);
        assert_eq!(cut("本站 京A1"), ["本站", "京A1"]);
    }

    #[test]
    fn numbers() {
        assert_eq!(cut("178.305 billion"), ["178.305", "billion"]);
        assert_eq!(
            cut("10,000th, 22,2023 and 1,00,000"),
            ["10,000", "th", ",", "22", ",", "2023", "and", "1,00,000"]
        );
        assert_eq!(
            cut("25.5% US$3.1bn 5G 1980s"),
            ["25.5", "%", "US", "$", "3.1", "bn", "5", "G", "1980", "s"]
        );
        assert_eq!(cut("22.09.2023."), ["22.09.2023", "."]);
    }
}
