//! Evidence in the single words of a name: what lists know of them, their letters, their endings.

use super::EvidenceSet;
use super::evidence as e;
use super::internal::{ACRONYM_LONGEST, bit, has, outweighs_word};
use super::join::Joined;
use super::shape;
use crate::lexicon::{ClassSet, class};
use crate::text::{Document, flag};

pub(super) fn words(d: &Document<'_>, name: &Joined, n: u32, listed: bool, set: &mut EvidenceSet) {
    let (mut ordinary, mut known, mut function, mut counted, mut digits) = (true, listed, false, 0, false);
    let mut other = listed;
    let names: ClassSet = 1 << class::PLACE
        | 1 << class::GIVEN
        | 1 << class::SURNAME
        | 1 << class::SURNAMEZH
        | 1 << class::ORG
        | 1 << class::DEMONYM;
    const PEOPLE: ClassSet = 1 << class::GIVEN | 1 << class::SURNAME | 1 << class::SURNAMEZH;
    const SHAPES: EvidenceSet = 1 << e::GIVEN_SURNAME
        | 1 << e::GIVEN_FIRST
        | 1 << e::SURNAME_LAST
        | 1 << e::CHINESE_SHAPE
        | 1 << e::HYPHEN_SHAPE;
    for at in name.start..name.end {
        let token = d.token(at);
        if token.is(flag::NUMBER) {
            digits = true;
            continue;
        }
        if !token.is(flag::WORD) {
            // *Convention & Exhibition Center* is one head
            let head =
                |from: u32| from >= name.start && d.class_end(from, class::PLACEHEAD).is_some_and(|end| end > at);
            // *E&O Hotel* is a building
            let glued = d.is(at, flag::GLUED) && at + 1 < name.end && d.is(at + 1, flag::GLUED);
            let facility = glued && d.value(name.end - 1, name.end, class::PLACEHEAD) == Some("facility");
            let inside = (1..=2).any(|back| head(at.saturating_sub(back)));
            if token.len == 1 && d.str(at) == "&" && !inside && !facility {
                *set |= bit(e::AMPERSAND);
            }
            continue;
        }
        if token.is(flag::MIXED)
            && !token.is(flag::DOTTED)
            && !listed
            && !is_scottish(d.str(at))
            && !shape::is_elided(d.str(at))
        {
            *set |= bit(e::INNER_CAPITAL);
        }
        if !token.is(flag::CAPITAL) {
            // *iStar Industrial Park*: a brand, no ordinary word
            ordinary &= n == 1 || !token.is(flag::MIXED);
            function |= shape::is_function(d, at);
            continue;
        }
        counted += 1;
        // *K&L Marlow*: a letter is no word, but *R&D* names nobody and the *S&P 500* is an index
        let letter = || {
            let pair = d.token(at).len == 1 && at + 3 < name.end && d.str(at + 1) == "&";
            pair && !d.get(name.end).is_some_and(|t| t.is(flag::NUMBER))
        };
        let plain = shape::is_ordinary(d, at) && !letter();
        ordinary &= plain;
        known |= plain || d.classes(at) & names != 0;
        other |= plain || d.classes(at) & names & !PEOPLE != 0;
    }
    if (name.start..name.end).all(|at| d.token(at).len == 1) && n > 1 {
        *set |= bit(e::LETTERS);
    }
    if digits {
        *set |= bit(e::DIGITS);
    }
    if function {
        *set |= bit(e::FUNCTION_INSIDE);
    }
    if counted >= 4 {
        *set |= bit(e::LONG);
    }
    if n == 1 {
        let token = d.token(name.start);
        if token.is(flag::UPPER) && token.len <= ACRONYM_LONGEST {
            *set |= bit(e::ACRONYM);
            if d.has(name.start, class::ACRONYMSTOP) {
                *set |= bit(e::ACRONYM_STOP);
            }
        }
        // *driver ICs*, *NGOs*: several of a sort
        if token.is(flag::MIXED) && is_plural_acronym(d.str(name.start)) {
            *set |= bit(e::ACRONYM_STOP);
        }
        let acronym = *set & bit(e::ACRONYM) != 0;
        // *Mr. Hao*: a *hao* is a coin, but hardly ever
        let family = d.token(name.start).len > 2 && d.has(name.start, class::SURNAMEZH) && is_rare(d, name.start);
        // *Minister Park*
        let at = name.start;
        let post =
            |at: u32| d.has(at, class::TITLE) && d.is(at, flag::CAPITAL) && d.value(at, at + 1, class::TITLE).is_some();
        const HEADS: ClassSet = 1 << class::PLACEHEAD | 1 << class::OTHERHEAD;
        let surname = d.has(at, class::SURNAMEKO) || d.has(at, class::SURNAMEZH);
        let titled = surname && d.classes(at) & HEADS != 0 && at > 0 && post(at - 1);
        if ordinary
            && !acronym
            && !family
            && !titled
            && !outweighs_word(d, name.start)
            && !is_rather_body(d, name.start)
        {
            let common = d.info(name.start).common;
            *set |= if common >= 5 {
                bit(e::COMMON_SINGLE)
            } else {
                bit(e::ORDINARY_SINGLE)
            };
        } else if !known {
            *set |= bit(e::UNKNOWN_SINGLE);
            if !acronym {
                ending(d, name.end - 1, set);
            }
        }
    } else if ordinary {
        // *Fan Li*, *Mi Lei*: rare words (a *li* is a mile) are rather a name
        let rare = *set & bit(e::CHINESE_SHAPE) != 0 && is_rare(d, name.end - 1);
        if !(rare || *set & bit(e::GIVEN_SURNAME) != 0 && is_namesake(d, name.start, name.end - 1)) {
            *set |= bit(e::ORDINARY);
        }
    } else {
        // *PL-MOSFET*: a sort of what the letters mean
        let letters = |at: u32| d.is(at, flag::UPPER) || d.str(at) == "-";
        // but *KLVX-TV* is a station
        let short = d.token(name.start).len <= 3;
        if short
            && (name.start + 1..name.end).all(|at| d.is(at, flag::GLUED))
            && (name.start..name.end).all(letters)
            && d.has(name.end - 1, class::ACRONYMSTOP)
        {
            *set |= bit(e::ACRONYM_STOP) | bit(e::OTHER_HEAD);
            return;
        }
        // *Edouard Nakuriki*: a family name in front, which no shape of a person's name has
        if (!known || !other && *set & SHAPES == 0) && counted <= 3 {
            *set |= bit(e::UNKNOWN_WORDS);
        }
        let last = name.end - 1;
        if d.is(last, flag::CAPITAL) && shape::is_elided(d.str(last)) {
            *set |= bit(e::SUFFIX_PERSON);
        }
        if counted <= 4
            && !listed
            && d.is(last, flag::CAPITAL)
            && !shape::is_ordinary(d, last)
            && d.classes(last) & names == 0
        {
            ending(d, last, set);
        }
    }
}

/// *John Carter*, *Tom Baker*: a common given name that is hardly a word in front of a family name that is one too, or one that is a
/// word as well (*Mark*, *Rose*) in front of a family name that is hardly one; not *Mark Price*, and no head of a name (*Jack Park*).
fn is_namesake(d: &Document<'_>, first: u32, last: u32) -> bool {
    /// How common a name is in the lists, and a word among those of English.
    const GIVEN: u32 = 50;
    const WELL_KNOWN: u32 = 100;
    const FAMILY: u32 = 30;
    const HARDLY: u8 = 2;
    const HEADS: ClassSet = 1 << class::PLACEHEAD
        | 1 << class::ORGHEAD
        | 1 << class::ORGHEADWEAK
        | 1 << class::EVENTHEAD
        | 1 << class::OTHERHEAD
        | 1 << class::LEGALFORM;
    let common = |at: u32, class: u8| d.number_value(at, at + 1, class).unwrap_or_default();
    let given = common(first, class::GIVEN);
    let (is_word, family_is_word) = (d.info(first).common > HARDLY, d.info(last).common > HARDLY - 1);
    first + 1 == last
        && given >= GIVEN
        && (!is_word || given >= WELL_KNOWN && !family_is_word)
        && common(last, class::SURNAME) >= FAMILY
        && d.classes(last) & HEADS == 0
        && d.classes(first) & (1 << class::ORG | 1 << class::DEMONYM | 1 << class::MONTH) == 0
        && !d.is(first, flag::UPPER)
}

/// *ICs*, *GPUs*: capitals and a small *s*.
fn is_plural_acronym(word: &str) -> bool {
    word.strip_suffix('s')
        .is_some_and(|stem| stem.len() > 1 && stem.bytes().all(|b| b.is_ascii_uppercase()))
}

/// A syllable of pinyin that is hardly ever a word of English.
fn is_rare(d: &Document<'_>, at: u32) -> bool {
    const RARE: u8 = 1;
    d.info(at).common <= RARE && d.has(at, class::SYLLABLEZH) && !d.is(at, flag::HEADLINE)
}

/// *Siemens* and *Micron* are units too, but hardly ever.
fn is_rather_body(d: &Document<'_>, at: u32) -> bool {
    const RARE: u8 = 2;
    d.info(at).common <= RARE && d.has(at, class::ORG)
}

/// *McKee*, *MacArthur*: the capital inside is the family's.
fn is_scottish(word: &str) -> bool {
    ["Mc", "Mac"].iter().any(|p| {
        word.strip_prefix(p).is_some_and(|rest| {
            rest.len() > 2 && rest.starts_with(char::is_uppercase) && rest.chars().skip(1).all(char::is_lowercase)
        })
    })
}

/// What the letters at the end of a word that no list knows say: *-ville*, *-ovich*, *-bank*.
fn ending(d: &Document<'_>, at: u32, set: &mut EvidenceSet) {
    const LONGEST: usize = 7;
    let text = d.str(at).as_bytes();
    if !text.is_ascii() {
        return;
    }
    let longest = LONGEST.min(text.len().saturating_sub(2));
    // the letters, and in front of those that are looked for a tilde
    let mut buffer = [0; LONGEST + 1];
    for (to, from) in buffer[LONGEST + 1 - longest..]
        .iter_mut()
        .zip(&text[text.len() - longest..])
    {
        *to = from.to_ascii_lowercase();
    }
    for n in (3..=longest).rev() {
        let part = &mut buffer[LONGEST - n..];
        part[0] = b'~';
        let word = d.lexicon.part(crate::text::fold::hash(part));
        if word == 0 {
            continue;
        }
        let classes = d.lexicon.set(d.lexicon.info(word).set);
        for (class, evidence) in [
            (class::SUFFIXPERSON, e::SUFFIX_PERSON),
            (class::SUFFIXPLACE, e::SUFFIX_PLACE),
            (class::SUFFIXORG, e::SUFFIX_ORG),
        ] {
            if has(classes, class) {
                *set |= bit(evidence);
            }
        }
        return;
    }
}
