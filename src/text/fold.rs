//! Folding and hashing of words: upper and lower case, accents and apostrophes do not tell words apart.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The word in the form that the lexicon knows: lower case, no accents, straight apostrophes and quotes.
pub fn fold(word: &str) -> Cow<'_, str> {
    if word.is_ascii() {
        return if word.bytes().any(|b| b.is_ascii_uppercase()) {
            Cow::Owned(word.to_ascii_lowercase())
        } else {
            Cow::Borrowed(word)
        };
    }
    let mut out = String::with_capacity(word.len());
    for c in word.nfd() {
        match c {
            '’' | '‘' | 'ʼ' | 'ʻ' | 'ʿ' | 'ʾ' | '`' => out.push('\''),
            '“' | '”' | '„' | '«' | '»' | '＂' => out.push('"'),
            '–' | '—' | '‐' | '‑' | '−' | '―' => out.push('-'),
            'ß' => out.push_str("ss"),
            'ø' | 'Ø' => out.push('o'),
            'ł' | 'Ł' => out.push('l'),
            'đ' | 'Đ' | 'ð' | 'Ð' => out.push('d'),
            'æ' | 'Æ' => out.push_str("ae"),
            'œ' | 'Œ' => out.push_str("oe"),
            'ı' | 'İ' => out.push('i'),
            'þ' | 'Þ' => out.push_str("th"),
            'ə' | 'Ə' => out.push('e'),
            '，' => out.push(','),
            '。' => out.push('.'),
            '（' => out.push('('),
            '）' => out.push(')'),
            '：' => out.push(':'),
            '；' => out.push(';'),
            '％' => out.push('%'),
            c if is_combining_mark(c) => {}
            c => out.extend(c.to_lowercase()),
        }
    }
    Cow::Owned(out)
}

const K0: u64 = 0x9e37_79b9_7f4a_7c15;
const K1: u64 = 0xd6e8_feb8_6659_fd93;

#[inline(always)]
fn mix(a: u64, b: u64) -> u64 {
    let r = u128::from(a) * u128::from(b);
    (r as u64) ^ (r >> 64) as u64
}

/// Hash of a folded word (wyhash's folded multiplication).
pub fn hash(folded: &[u8]) -> u64 {
    if folded.len() <= 16 {
        let (a, b) = folded.split_at(folded.len().min(8));
        return short(word(a), word(b), folded.len());
    }
    let (words, rest) = folded.as_chunks::<8>();
    let whole = words.iter().fold(K0 ^ folded.len() as u64, |h, word| {
        mix(h ^ u64::from_le_bytes(*word), K1)
    });
    let h = if rest.is_empty() {
        whole
    } else {
        mix(whole ^ word(rest), K1)
    };
    mix(h, K0)
}

/// Up to eight bytes as a number with zeros behind. Read in few pieces that may overlap: a copy would be a call.
#[inline]
fn word(bytes: &[u8]) -> u64 {
    let len = bytes.len();
    let at = |place: usize| u64::from(bytes[place]) << (8 * place);
    match (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        (Some(front), Some(back)) => {
            u64::from(u32::from_le_bytes(*front)) | u64::from(u32::from_le_bytes(*back)) << (8 * (len - 4))
        }
        _ if len == 0 => 0,
        _ => at(0) | at(len / 2) | at(len - 1),
    }
}

#[inline(always)]
fn short(a: u64, b: u64, len: usize) -> u64 {
    mix(mix(a ^ K0, b ^ K1) ^ len as u64, K1)
}

const CASE: u64 = 0x2020_2020_2020_2020;

/// [`hash`] of the folded form of the ASCII word `bytes[start..end]`, without making that form: letters, digits,
/// apostrophes and points are folded by setting one bit. Reads whole words of eight bytes where the text allows.
#[inline(always)]
pub fn hash_ascii(bytes: &[u8], start: usize, end: usize) -> u64 {
    if end - start <= SHORT && start + SHORT <= bytes.len() {
        return hash_near(bytes, start, end - start);
    }
    hash_slow(&bytes[start..end])
}

/// Longest word, in bytes, that is hashed at a stroke.
pub const SHORT: usize = 16;

/// Which bits of two times eight bytes belong to a word of that length.
const KEEP: [[u64; 2]; SHORT + 1] = {
    let mut masks = [[0; 2]; SHORT + 1];
    let mut bits = 8;
    while bits <= 8 * SHORT {
        masks[bits / 8] = if bits <= 64 {
            [u64::MAX >> (64 - bits), 0]
        } else {
            [u64::MAX, u64::MAX >> (128 - bits)]
        };
        bits += 8;
    }
    masks
};

/// [`hash_ascii`] of a word of at most [`SHORT`] bytes, with as many bytes of text from `start` on.
#[inline(always)]
pub fn hash_near(bytes: &[u8], start: usize, len: usize) -> u64 {
    let near = u128::from_le_bytes(bytes[start..start + SHORT].try_into().unwrap_or_default());
    let [a, b] = KEEP[len];
    short((near as u64 | CASE) & a, ((near >> 64) as u64 | CASE) & b, len)
}

#[cold]
fn hash_slow(word: &[u8]) -> u64 {
    let mut buffer = [0u8; 64];
    if word.len() <= buffer.len() {
        for (to, from) in buffer.iter_mut().zip(word) {
            *to = from | 0x20;
        }
        return hash(&buffer[..word.len()]);
    }
    hash(&word.iter().map(|b| b | 0x20).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds() {
        assert_eq!(fold("Zürich"), "zurich");
        assert_eq!(fold("Jing’an"), "jing'an");
        assert_eq!(fold("Đà Nẵng"), "da nang");
        assert_eq!(fold("—"), "-");
    }

    #[test]
    fn one_hash_for_all_ways() {
        let text = b"Semiconductor SMIC a U.S. internationalisations-------------------";
        for (s, e) in [(0, 13), (14, 18), (19, 20), (21, 25), (26, 46)] {
            let word = std::str::from_utf8(&text[s..e]).unwrap();
            assert_eq!(hash_ascii(text, s, e), hash(fold(word).as_bytes()), "{word}");
            assert_eq!(
                hash_ascii(&text[..e], s, e),
                hash(fold(word).as_bytes()),
                "{word} at the end"
            );
        }
    }
}
