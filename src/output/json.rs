//! Compact JSON of the records' types, byte for byte as `serde_json` writes it, in a fraction of its time: field names are
//! written as they are, strings are looked through eight bytes at a time, and nothing is asked that records do not need.

use serde::ser::{Error as _, Impossible, SerializeSeq, SerializeStruct};
use serde::{Serialize, Serializer};
use serde_json::Error;

/// The name under which a `RawValue` passes its text on as it stands.
const RAW: &str = "$serde_json::private::RawValue";

/// Appends values to a buffer.
pub(super) struct Json<'o> {
    out: &'o mut Vec<u8>,
    /// A string is JSON itself.
    raw: bool,
}

impl<'o> Json<'o> {
    pub(super) fn new(out: &'o mut Vec<u8>) -> Self {
        Self { out, raw: false }
    }
}

fn unused<T>() -> Result<T, Error> {
    Err(Error::custom("records hold no value of this type"))
}

const ONES: u64 = 0x0101_0101_0101_0101;

/// Whether one of the eight bytes has to be escaped: a control character, a quotation mark or a backslash.
#[inline(always)]
fn escapes(word: u64) -> bool {
    const HIGH: u64 = ONES << 7;
    let below = |x: u64, n: u64| x.wrapping_sub(ONES * n) & !x & HIGH;
    below(word, 0x20) | below(word ^ (ONES * u64::from(b'"')), 1) | below(word ^ (ONES * u64::from(b'\\')), 1) != 0
}

/// The last `count` bytes of the string, one to seven, as a word with zeros behind. Read in few pieces that may overlap, as a
/// loop's end could only be guessed.
#[inline(always)]
fn last(bytes: &[u8], count: usize) -> u64 {
    if let Some(word) = bytes.last_chunk::<8>() {
        return u64::from_le_bytes(*word) >> (64 - 8 * count);
    }
    // all of the string
    let at = |place: usize| u64::from(bytes[place]) << (8 * place);
    match (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        (Some(front), Some(back)) => {
            u64::from(u32::from_le_bytes(*front)) | u64::from(u32::from_le_bytes(*back)) << (8 * (count - 4))
        }
        _ => at(0) | at(count / 2) | at(count - 1),
    }
}

/// Strings are short and plain, nearly all of them: eight bytes at a time are copied and looked at, and where one has to be
/// escaped the string is written anew.
fn string(out: &mut Vec<u8>, value: &str) {
    out.reserve(value.len() + 10);
    out.push(b'"');
    let start = out.len();
    let (words, rest) = value.as_bytes().as_chunks::<8>();
    let mut plain = true;
    for word in words {
        plain &= !escapes(u64::from_le_bytes(*word));
        out.extend_from_slice(word);
    }
    if !rest.is_empty() {
        let word = last(value.as_bytes(), rest.len());
        // the bytes behind the end are no control characters of the string's
        plain &= !escapes(word | ((ONES * 0x20) << (8 * rest.len())));
        out.extend_from_slice(&word.to_le_bytes());
        out.truncate(start + value.len());
    }
    if !plain {
        out.truncate(start);
        escaped(out, value);
    }
    out.push(b'"');
}

fn escaped(out: &mut Vec<u8>, value: &str) {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    for &b in value.as_bytes() {
        let short = match b {
            b'"' | b'\\' => b,
            b'\n' => b'n',
            b'\r' => b'r',
            b'\t' => b't',
            0x08 => b'b',
            0x0c => b'f',
            0..0x20 => {
                out.extend_from_slice(b"\\u00");
                out.extend_from_slice(&[HEX[usize::from(b >> 4)], HEX[usize::from(b & 15)]]);
                continue;
            }
            _ => {
                out.push(b);
                continue;
            }
        };
        out.extend_from_slice(&[b'\\', short]);
    }
}

/// The digits of the numbers from 0 to 99, the first one in the lower byte.
const PAIRS: [u16; 100] = {
    let mut pairs = [0; 100];
    let mut n = 0;
    while n < 100 {
        pairs[n] = (b'0' as u16 + n as u16 / 10) | (b'0' as u16 + n as u16 % 10) << 8;
        n += 1;
    }
    pairs
};

fn number(out: &mut Vec<u8>, mut n: u64) {
    // nearly all are of at most four digits: these are laid out in one word, with zeros in front that are shifted out
    if n < 10_000 {
        let (high, low) = (PAIRS[n as usize / 100], PAIRS[n as usize % 100]);
        let word = u32::from(high) | u32::from(low) << 16;
        let zeros = usize::from(n < 10) + usize::from(n < 100) + usize::from(n < 1000);
        let end = out.len() + 4 - zeros;
        out.extend_from_slice(&(word >> (8 * zeros)).to_le_bytes());
        out.truncate(end);
        return;
    }
    if n < 100_000_000 {
        let (mut word, mut len) = (0u64, 0);
        loop {
            word = (word << 8) | (u64::from(b'0') + n % 10);
            n /= 10;
            len += 1;
            if n == 0 {
                break;
            }
        }
        let end = out.len() + len;
        out.extend_from_slice(&word.to_le_bytes());
        out.truncate(end);
        return;
    }
    let mut digits = [0u8; 20];
    let mut at = digits.len();
    loop {
        at -= 1;
        digits[at] = b'0' + (n % 10) as u8;
        n /= 10;
        if n == 0 {
            break;
        }
    }
    out.extend_from_slice(&digits[at..]);
}

impl<'o> Serializer for Json<'o> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = List<'o>;
    type SerializeTuple = Impossible<(), Error>;
    type SerializeTupleStruct = Impossible<(), Error>;
    type SerializeTupleVariant = Impossible<(), Error>;
    type SerializeMap = Impossible<(), Error>;
    type SerializeStruct = Fields<'o>;
    type SerializeStructVariant = Impossible<(), Error>;

    fn serialize_bool(self, value: bool) -> Result<(), Error> {
        self.out.extend_from_slice(if value { b"true" } else { b"false" });
        Ok(())
    }

    fn serialize_i64(self, value: i64) -> Result<(), Error> {
        if value < 0 {
            self.out.push(b'-');
        }
        number(self.out, value.unsigned_abs());
        Ok(())
    }

    fn serialize_u64(self, value: u64) -> Result<(), Error> {
        number(self.out, value);
        Ok(())
    }

    fn serialize_u32(self, value: u32) -> Result<(), Error> {
        number(self.out, u64::from(value));
        Ok(())
    }

    fn serialize_f64(self, value: f64) -> Result<(), Error> {
        serde_json::to_writer(self.out, &value)
    }

    #[inline]
    fn serialize_str(self, value: &str) -> Result<(), Error> {
        if self.raw {
            self.out.extend_from_slice(value.as_bytes());
        } else {
            string(self.out, value);
        }
        Ok(())
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Error> {
        self.out.extend_from_slice(b"null");
        Ok(())
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Error> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<List<'o>, Error> {
        self.out.push(b'[');
        Ok(List {
            out: self.out,
            begun: false,
        })
    }

    #[inline]
    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Fields<'o>, Error> {
        let raw = name == RAW;
        if !raw {
            self.out.push(b'{');
        }
        Ok(Fields {
            out: self.out,
            begun: false,
            raw,
        })
    }

    fn serialize_i8(self, value: i8) -> Result<(), Error> {
        self.serialize_i64(value.into())
    }
    fn serialize_i16(self, value: i16) -> Result<(), Error> {
        self.serialize_i64(value.into())
    }
    fn serialize_i32(self, value: i32) -> Result<(), Error> {
        self.serialize_i64(value.into())
    }
    fn serialize_u8(self, value: u8) -> Result<(), Error> {
        self.serialize_u64(value.into())
    }
    fn serialize_u16(self, value: u16) -> Result<(), Error> {
        self.serialize_u64(value.into())
    }
    fn serialize_f32(self, _: f32) -> Result<(), Error> {
        unused()
    }
    fn serialize_char(self, _: char) -> Result<(), Error> {
        unused()
    }
    fn serialize_bytes(self, _: &[u8]) -> Result<(), Error> {
        unused()
    }
    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Error> {
        unused()
    }
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Error> {
        unused()
    }
    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, Error> {
        unused()
    }
    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeTupleStruct, Error> {
        unused()
    }
    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Error> {
        unused()
    }
    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, Error> {
        unused()
    }
    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Error> {
        unused()
    }
}

/// The items of an array.
pub(super) struct List<'o> {
    out: &'o mut Vec<u8>,
    begun: bool,
}

impl SerializeSeq for List<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        if std::mem::replace(&mut self.begun, true) {
            self.out.push(b',');
        }
        value.serialize(Json::new(self.out))
    }

    fn end(self) -> Result<(), Error> {
        self.out.push(b']');
        Ok(())
    }
}

/// Letters of the longest field name of `record.rs`.
const LONGEST_NAME: usize = 16;

/// The fields of an object, or the text of a raw value.
pub(super) struct Fields<'o> {
    out: &'o mut Vec<u8>,
    begun: bool,
    raw: bool,
}

impl SerializeStruct for Fields<'_> {
    type Ok = ();
    type Error = Error;

    /// `name` is one of the field names in `record.rs`, none of which needs an escape.
    #[inline(always)]
    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Error> {
        if self.raw {
            return value.serialize(Json {
                out: self.out,
                raw: true,
            });
        }
        // at a stroke: name and comma are known where this is compiled
        let mut key = [b'"'; LONGEST_NAME + 4];
        let end = name.len() + 4;
        key[0] = b',';
        key[2..end - 2].copy_from_slice(name.as_bytes());
        key[end - 1] = b':';
        let begun = std::mem::replace(&mut self.begun, true);
        self.out.extend_from_slice(&key[usize::from(!begun)..end]);
        value.serialize(Json::new(self.out))
    }

    fn end(self) -> Result<(), Error> {
        if !self.raw {
            self.out.push(b'}');
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Extractor;
    use crate::testing::article;
    use proptest::prelude::*;

    fn both(value: &impl Serialize) -> (String, String) {
        let mut out = Vec::new();
        value.serialize(Json::new(&mut out)).unwrap();
        (String::from_utf8(out).unwrap(), serde_json::to_string(value).unwrap())
    }

    proptest! {
        #[test]
        fn strings_and_numbers(text in "\\PC*", control in "[\\x00-\\x7f]*", n: i64, big: u64, f: f64) {
            for (own, theirs) in [both(&text), both(&control), both(&n), both(&big), both(&f)] {
                prop_assert_eq!(own, theirs);
            }
        }
    }

    #[test]
    fn records() {
        let text = "WUXI, Sept. 26 (Xinhua) -- Intel invested 178.305 billion yuan in Xi’an\\Wuxi on Friday, up 25.5 \
                    percent.\n\n“It\tis done,” said Li Ming, president of Intel China.";
        let article = article(text);
        let mut extractor = Extractor::new();
        let record = extractor.extract(&article);
        let (own, theirs) = both(&record);
        assert!(own.contains("25.5") && own.contains("178305000000"), "{own}");
        assert_eq!(own, theirs);
    }
}
