//! Links between the items of one record.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Serialize, Serializer};

/// A link to an item of the same record: `p` person, `o` organisation, `l` place, `d` date, `f` figure,
/// `e` event, and its number from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id {
    pub kind: IdKind,
    pub number: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum IdKind {
    Person = b'p',
    Organisation = b'o',
    Place = b'l',
    Date = b'd',
    Figure = b'f',
    Event = b'e',
}

impl Id {
    pub fn new(kind: IdKind, number: u32) -> Self {
        Self { kind, number }
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.kind as u8 as char, self.number)
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut buffer = [0u8; 11];
        let mut at = buffer.len();
        let mut n = self.number;
        loop {
            at -= 1;
            buffer[at] = b'0' + (n % 10) as u8;
            n /= 10;
            if n == 0 {
                break;
            }
        }
        at -= 1;
        buffer[at] = self.kind as u8;
        serializer.serialize_str(std::str::from_utf8(&buffer[at..]).unwrap_or_default())
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<str>::deserialize(deserializer)?;
        let kind = match text.as_bytes().first() {
            Some(b'p') => IdKind::Person,
            Some(b'o') => IdKind::Organisation,
            Some(b'l') => IdKind::Place,
            Some(b'd') => IdKind::Date,
            Some(b'f') => IdKind::Figure,
            Some(b'e') => IdKind::Event,
            _ => return Err(serde::de::Error::custom(format!("not an id: {text:?}"))),
        };
        let number = text[1..]
            .parse()
            .map_err(|_| serde::de::Error::custom(format!("not an id: {text:?}")))?;
        Ok(Self { kind, number })
    }
}

impl JsonSchema for Id {
    fn schema_name() -> Cow<'static, str> {
        "Id".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        schemars::json_schema!({
            "type": "string",
            "pattern": "^[polfde][1-9][0-9]*$",
            "description": "Id of an item of this record: p person, o organisation, l place, d date, f figure, e event."
        })
    }
}
