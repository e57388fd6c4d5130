//! Exact decimal numbers: a figure loses nothing between the text and the JSON.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::ser::Error as _;
use serde::{Deserialize, Serialize, Serializer};

/// `mantissa × 10^-scale`, kept without trailing zeros in the fraction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Decimal {
    mantissa: i128,
    scale: u8,
}

impl Decimal {
    pub const ZERO: Decimal = Decimal { mantissa: 0, scale: 0 };

    /// `mantissa × 10^-scale`, with trailing zeros of the fraction taken off.
    pub fn new(mantissa: i128, scale: u8) -> Self {
        let (mut mantissa, mut scale) = (mantissa, scale);
        while scale > 0 && mantissa % 10 == 0 {
            mantissa /= 10;
            scale -= 1;
        }
        Self { mantissa, scale }
    }

    /// Reads digits with `,`, `_` or spaces between groups and at most one `.`; `None` for anything else or
    /// where it does not fit.
    pub fn parse(text: &str) -> Option<Self> {
        let (mut mantissa, mut scale, mut point, mut digits) = (0i128, 0u8, false, 0);
        for b in text.bytes() {
            match b {
                b'0'..=b'9' => {
                    mantissa = mantissa.checked_mul(10)?.checked_add(i128::from(b - b'0'))?;
                    digits += 1;
                    if point {
                        scale = scale.checked_add(1)?;
                    }
                }
                b',' | b'_' | b' ' if !point => {}
                b'.' if !point => point = true,
                _ => return None,
            }
        }
        (digits > 0 && scale <= 30).then(|| Self::new(mantissa, scale))
    }

    pub fn mantissa(self) -> i128 {
        self.mantissa
    }

    pub fn scale(self) -> u8 {
        self.scale
    }

    pub fn checked_mul(self, other: Self) -> Option<Self> {
        Some(Self::new(
            self.mantissa.checked_mul(other.mantissa)?,
            self.scale.checked_add(other.scale)?,
        ))
    }

    pub fn checked_add(self, other: Self) -> Option<Self> {
        let scale = self.scale.max(other.scale);
        let lift = |d: Self| {
            10i128
                .checked_pow(u32::from(scale - d.scale))
                .and_then(|p| d.mantissa.checked_mul(p))
        };
        Some(Self::new(lift(self)?.checked_add(lift(other)?)?, scale))
    }

    /// Divided by `below`: exact where eight digits suffice, else to four digits (*a third* is 0.3333).
    pub fn ratio(self, below: i128) -> Option<Self> {
        if below == 0 || self.scale > 20 {
            return None;
        }
        let wide = self.mantissa.checked_mul(100_000_000)?;
        if wide % below == 0 {
            return Some(Self::new(wide / below, 8 + self.scale));
        }
        Some(Self::new(
            (self.mantissa.checked_mul(20_000)? + below) / (2 * below),
            4 + self.scale,
        ))
    }

    /// Times ten to the `power`.
    pub fn shift(self, power: u32) -> Option<Self> {
        self.checked_mul(Self::new(10i128.checked_pow(power)?, 0))
    }

    /// By value.
    pub fn compare(self, other: Self) -> Ordering {
        match other.negate().checked_add(self) {
            Some(difference) => difference.mantissa.cmp(&0),
            None => self.as_f64().total_cmp(&other.as_f64()),
        }
    }

    pub fn negate(self) -> Self {
        Self {
            mantissa: -self.mantissa,
            scale: self.scale,
        }
    }

    pub fn is_integer(self) -> bool {
        self.scale == 0
    }

    pub fn as_i64(self) -> Option<i64> {
        (self.scale == 0).then(|| i64::try_from(self.mantissa).ok()).flatten()
    }

    pub fn as_f64(self) -> f64 {
        self.to_string().parse().unwrap_or(f64::NAN)
    }
}

impl From<i64> for Decimal {
    fn from(n: i64) -> Self {
        Self {
            mantissa: i128::from(n),
            scale: 0,
        }
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.scale == 0 {
            return write!(f, "{}", self.mantissa);
        }
        let digits = format!(
            "{:0>width$}",
            self.mantissa.unsigned_abs(),
            width = usize::from(self.scale) + 1
        );
        let (whole, part) = digits.split_at(digits.len() - usize::from(self.scale));
        write!(f, "{}{whole}.{part}", if self.mantissa < 0 { "-" } else { "" })
    }
}

impl Serialize for Decimal {
    /// A JSON number with just the digits of the value: no exponent, no binary rounding.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if let Some(n) = self.as_i64() {
            return serializer.serialize_i64(n);
        }
        serde_json::value::RawValue::from_string(self.to_string())
            .map_err(S::Error::custom)?
            .serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = serde_json::Number::deserialize(deserializer)?.to_string();
        let (sign, digits) = number.strip_prefix('-').map_or((false, number.as_str()), |d| (true, d));
        Self::parse(digits)
            .map(|d| if sign { d.negate() } else { d })
            .ok_or_else(|| serde::de::Error::custom(format!("not a decimal: {number}")))
    }
}

impl JsonSchema for Decimal {
    fn schema_name() -> Cow<'static, str> {
        "Decimal".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        schemars::json_schema!({ "type": "number" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exact() {
        let d = Decimal::parse("178.305").and_then(|d| d.shift(9)).unwrap();
        assert_eq!(serde_json::to_string(&d).unwrap(), "178305000000");
        assert_eq!(
            serde_json::to_string(&Decimal::parse("25.50").unwrap()).unwrap(),
            "25.5"
        );
        assert_eq!(
            serde_json::to_string(&Decimal::parse("0.05").unwrap().negate()).unwrap(),
            "-0.05"
        );
        assert_eq!(Decimal::parse("1.2.3"), None);
        assert_eq!(Decimal::parse("10,000").unwrap().as_i64(), Some(10000));
    }
}
