//! Numbers with a currency glued to their front, which the scanner takes for words: *RM2.3b*, *USD115*, *Y182bn*.

use super::plain::{self, Plain};
use super::read::range;
use super::{Form, Number};
use crate::lexicon::class;
use crate::number::Decimal;
use crate::text::{Document, flag};

/// Bytes of the letters in front of the digits, where the token is letters and then digits.
fn letters(word: &str) -> Option<usize> {
    let letters = word.bytes().take_while(u8::is_ascii_alphabetic).count();
    let digits = word.bytes().skip(letters).take_while(u8::is_ascii_digit).count();
    ((1..=4).contains(&letters) && digits > 0).then_some(letters)
}

/// The ISO 4217 code of a currency sign written in letters, as it stands in front of digits.
pub fn currency_prefix(document: &Document<'_>, letters: &str) -> Option<&'static str> {
    let lexicon = document.lexicon;
    let word = lexicon.word_of(letters);
    if word == 0 || !letters.starts_with(|c: char| c.is_ascii_uppercase()) {
        return None;
    }
    let info = lexicon.info(word);
    lexicon
        .senses(info.senses, info.sense_count)
        .iter()
        .find(|s| s.class() == class::CURSYM)
        .map(|s| lexicon.string(s.value()))
}

/// Reads the number that the token at `at` begins.
pub fn read(document: &Document<'_>, at: u32) -> Option<Number> {
    let word = document.str(at);
    let n = letters(word)?;
    let currency = currency_prefix(document, &word[..n])?;
    let digits = word[n..].bytes().take_while(u8::is_ascii_digit).count();
    let (mut text, tail) = (word[n..n + digits].to_string(), &word[n + digits..]);
    let mut end = at + 1;
    if tail.is_empty() {
        // *RM2* `.` *3*, *RM1* `,` *200*
        let glued = |k: u32| document.is(at + k, flag::GLUED);
        while glued(end - at) && glued(end - at + 1) && document.is(end + 1, flag::NUMBER) {
            let (mark, more) = (document.str(end), document.str(end + 1));
            if mark == "." && !text.contains('.') || mark == "," && more.len() >= 3 {
                text.push_str(mark);
                text.push_str(more);
                end += 2;
            } else {
                break;
            }
        }
    }
    let bare = Decimal::parse(&text)?;
    let mut power = 0;
    if !tail.is_empty() {
        power = plain::power_of(document, tail)?;
    } else if let Some((p, next)) = plain::scale(document, end, true) {
        (power, end) = (p, next);
    }
    let value = bare.shift(power)?;
    let number = Number {
        start: at,
        end,
        value,
        max: value,
        form: Form::Exact,
        bound: None,
        scaled: power > 0,
        words: false,
        currency: Some(currency),
    };
    let low = Plain {
        end,
        value,
        bare,
        power,
    };
    // *RMB100-300 million*
    Some(range(document, number, low, true))
}
