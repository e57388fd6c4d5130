//! Bytes to text: UTF-8 as it is, UTF-16 by its mark, legacy encodings by detection.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{DecoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// How far into a file a zero byte says that it is no text (git and ripgrep look as far).
const BINARY_PREFIX: usize = 8 * 1024;
/// How much text, from its first byte beyond ASCII, the encoding is guessed from.
const GUESS_WINDOW: usize = 256 * 1024;
const UTF_8_MARK: &[u8] = b"\xEF\xBB\xBF";

/// A decoded text.
#[derive(Debug, PartialEq, Eq)]
pub struct Decoded<'a> {
    /// Borrowed from the bytes where they are valid UTF-8; a byte-order mark is gone.
    pub text: Cow<'a, str>,
    /// WHATWG name of the encoding.
    pub encoding: &'static str,
    /// Bytes that mean nothing in that encoding; each run of them stands as U+FFFD in `text`.
    pub undecodable: u64,
}

/// Decodes a whole text. Never fails: what cannot be decoded is replaced and counted.
pub fn decode(bytes: &[u8]) -> Decoded<'_> {
    if let Some(encoding) = utf_16_mark(bytes) {
        return decode_as(encoding, &bytes[2..]);
    }
    let (body, marked) = bytes
        .strip_prefix(UTF_8_MARK)
        .map_or((bytes, false), |body| (body, true));
    if let Ok(text) = simdutf8::basic::from_utf8(body) {
        return Decoded {
            text: Cow::Borrowed(text),
            encoding: UTF_8.name(),
            undecodable: 0,
        };
    }
    if marked || is_damaged_utf_8(body) {
        return decode_as(UTF_8, body);
    }
    decode_as(guess(body), body)
}

/// Whether these bytes, the start of a file, are no text in any encoding read here.
pub fn is_binary(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(BINARY_PREFIX)];
    utf_16_mark(head).is_none() && memchr::memchr(0, head).is_some()
}

/// The encoding that a UTF-16 byte-order mark names. The mark of UTF-32 (little-endian), which starts alike, is none.
pub(super) fn utf_16_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    match bytes {
        [0xFF, 0xFE, 0, 0, ..] => None,
        [0xFF, 0xFE, ..] => Some(UTF_16LE),
        [0xFE, 0xFF, ..] => Some(UTF_16BE),
        _ => None,
    }
}

/// `bytes` without the byte-order mark of UTF-8.
pub(super) fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(UTF_8_MARK).unwrap_or(bytes)
}

/// Whether the bytes are UTF-8 with a few errors (a text cut inside a character, a stray byte) rather than a legacy
/// encoding: there, sequences that happen to be valid UTF-8 are fewer than those that are not.
fn is_damaged_utf_8(bytes: &[u8]) -> bool {
    let (mut valid, mut broken) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        valid += chunk.valid().bytes().filter(|byte| *byte >= 0xC0).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    valid >= 2 * broken
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let start = bytes
        .iter()
        .position(|byte| *byte >= 0x80)
        .unwrap_or(0)
        .saturating_sub(64);
    let window = &bytes[start..bytes.len().min(start + GUESS_WINDOW)];
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(window, true);
    detector.guess(None, Utf8Detection::Deny)
}

fn decode_as(encoding: &'static Encoding, bytes: &[u8]) -> Decoded<'static> {
    let mut text = String::new();
    let undecodable = Decoder::new(encoding).decode(bytes, true, &mut text);
    Decoded {
        text: Cow::Owned(text),
        encoding: encoding.name(),
        undecodable,
    }
}

/// Decodes a text that comes in pieces.
pub(super) struct Decoder(encoding_rs::Decoder);

impl Decoder {
    pub(super) fn new(encoding: &'static Encoding) -> Self {
        Self(encoding.new_decoder_without_bom_handling())
    }

    /// Appends the next piece to `text`; gives the number of bytes that could not be decoded.
    pub(super) fn decode(&mut self, mut bytes: &[u8], last: bool, text: &mut String) -> u64 {
        let mut undecodable = 0;
        loop {
            // Asked again after each error, so a text of errors only takes memory for what is there.
            let room = self
                .0
                .max_utf8_buffer_length_without_replacement(bytes.len().min(1 << 16))
                .unwrap_or(1 << 18);
            text.reserve(room);
            let (result, read) = self.0.decode_to_string_without_replacement(bytes, text, last);
            bytes = &bytes[read..];
            match result {
                DecoderResult::InputEmpty => return undecodable,
                DecoderResult::OutputFull => {}
                DecoderResult::Malformed(length, _) => {
                    undecodable += u64::from(length);
                    text.push(char::REPLACEMENT_CHARACTER);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn valid_utf_8_is_borrowed_and_loses_its_mark() {
        let decoded = decode(b"\xEF\xBB\xBFWuxi \xE2\x80\x93 chips");
        assert!(matches!(decoded.text, Cow::Borrowed("Wuxi – chips")));
        assert_eq!((decoded.encoding, decoded.undecodable), ("UTF-8", 0));
    }

    #[test]
    fn utf_16_by_its_mark() {
        let little: Vec<u8> = "\u{FEFF}Zhāng 张".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = "\u{FEFF}Zhāng 张".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(
            decode(&little),
            Decoded {
                text: "Zhāng 张".into(),
                encoding: "UTF-16LE",
                undecodable: 0
            }
        );
        assert_eq!(
            decode(&big),
            Decoded {
                text: "Zhāng 张".into(),
                encoding: "UTF-16BE",
                undecodable: 0
            }
        );
        assert!(!is_binary(&little) && !is_binary(&big));
    }

    #[test]
    fn legacy_encodings_are_detected() {
        for (encoding, text) in [
            (
                encoding_rs::GBK,
                "北京九月二十六日电，世界半导体大会在无锡开幕。The conference opened in Wuxi.",
            ),
            (
                encoding_rs::SHIFT_JIS,
                "東京エレクトロンは十五日、新しい工場を建設すると発表した。",
            ),
            (
                encoding_rs::WINDOWS_1252,
                "The company’s café in Düsseldorf – “the first” – opened for €3 million.",
            ),
        ] {
            let (bytes, _, lossy) = encoding.encode(text);
            assert!(!lossy);
            assert_eq!(
                decode(&bytes),
                Decoded {
                    text: text.into(),
                    encoding: encoding.name(),
                    undecodable: 0
                }
            );
        }
    }

    #[test]
    fn damaged_utf_8_stays_utf_8_and_is_counted() {
        let mut bytes = "The alliance’s members – all of them – met in “Wuxi”."
            .as_bytes()
            .to_vec();
        bytes.extend(b" Cut here: \xE2\x80");
        let decoded = decode(&bytes);
        assert!(decoded.text.contains("alliance’s") && decoded.text.ends_with("here: \u{FFFD}"));
        assert_eq!((decoded.encoding, decoded.undecodable), ("UTF-8", 2));
    }

    #[test]
    fn binary_is_known_by_zero_bytes_near_the_start() {
        assert!(is_binary(b"\x7FELF\x00\x01") && is_binary(b"\xFF\xFE\x00\x00a\x00\x00\x00"));
        let mut late = vec![b'a'; BINARY_PREFIX];
        late.push(0);
        assert!(!is_binary(b"") && !is_binary(&late));
    }
}
