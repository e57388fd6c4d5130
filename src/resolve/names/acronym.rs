//! Acronyms and the full names whose first letters they are made of.

use crate::lexicon::class;
use crate::text::{Document, flag};

/// The letters of an acronym, small.
fn letters(short: &str) -> Vec<u8> {
    let letters = short.bytes().filter(u8::is_ascii_alphabetic);
    letters.map(|b| b.to_ascii_lowercase()).collect()
}

/// First letters of all words `start..end`, and of those with a capital.
fn initials(document: &Document<'_>, start: u32, end: u32) -> (Vec<u8>, Vec<u8>) {
    let (mut all, mut capitals) = (Vec::new(), Vec::new());
    for at in (start..end).filter(|at| document.is(*at, flag::WORD)) {
        let first = document.str(at).as_bytes()[0].to_ascii_lowercase();
        all.push(first);
        if document.is(at, flag::CAPITAL) {
            capitals.push(first);
        }
    }
    (all, capitals)
}

/// Whether the letters of `short` are the first letters of the words `start..end`, small words skipped or not.
pub fn spells(document: &Document<'_>, short: &str, start: u32, end: u32) -> bool {
    let want = letters(short);
    let (all, capitals) = initials(document, start, end);
    want.len() > 1 && (all == want || capitals == want)
}

/// Whether all letters of `short` are first letters of words of `start..end`, in order.
pub fn has_letters(document: &Document<'_>, short: &str, start: u32, end: u32) -> bool {
    let want = letters(short);
    let (all, _) = initials(document, start, end);
    let mut rest = all.iter();
    want.len() > 1 && want.first() == all.first() && want.iter().all(|letter| rest.any(|l| l == letter))
}

/// Whether `short` can be made of first letters of the words `start..end`: [`spells`], or most of them in order.
pub fn is_acronym(document: &Document<'_>, short: &str, start: u32, end: u32) -> bool {
    let want = letters(short);
    if want.len() < 2 {
        return false;
    }
    let (all, capitals) = initials(document, start, end);
    if all == want || capitals == want {
        return true;
    }
    // most letters in order: *NAURA*, *CNOOC*
    let mut found = 0;
    for letter in &all {
        if want.get(found) == Some(letter) {
            found += 1;
        }
    }
    // *TRT* is not *Turkish Red Crescent*: as many words as letters, and one of them another
    const SHORT: usize = 3;
    if capitals.len() == want.len() && want.len() <= SHORT && found < want.len() {
        return false;
    }
    // *China-Norland Innovation Park (CNP)*: no one is called so, but all letters must be there
    let given = document.has(start, class::GIVEN);
    found >= 2
        && all.len() >= 2
        && if given {
            document.has(start, class::PLACE) && found == want.len()
        } else {
            found + 1 >= want.len()
        }
}
