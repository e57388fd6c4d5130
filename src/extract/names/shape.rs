//! What single tokens and short runs look like: pinyin, initials, hyphenated given names.

use crate::lexicon::class;
use crate::lexicon::format::PlaceInfo;
use crate::text::{Document, flag, fold};

/// Whether a word is one or two pinyin syllables (*Zixue*, *Wei*, *Jing’an*).
pub fn is_pinyin_given(document: &Document<'_>, at: u32) -> bool {
    let text = document.str(at);
    if text.len() > 14 {
        return false;
    }
    let is_syllable = |hash: u64| {
        let word = document.lexicon.part(hash);
        word != 0 && document.lexicon.set(document.lexicon.info(word).set) & (1 << class::SYLLABLEZH) != 0
    };
    // in the text itself there are letters behind the word, so that its parts are hashed at a stroke
    let start = document.token(at).start as usize;
    let syllable = |from: usize, to: usize| {
        is_syllable(if document.is(at, flag::WIDE) {
            fold::hash(fold::fold(&text[from..to]).as_bytes())
        } else {
            fold::hash_ascii(document.text.as_bytes(), start + from, start + to)
        })
    };
    let apostrophe = text.char_indices().find(|(_, c)| matches!(c, '\'' | '’'));
    if let Some((before, mark)) = apostrophe {
        return syllable(0, before) && syllable(before + mark.len_utf8(), text.len());
    }
    if syllable(0, text.len()) {
        return true;
    }
    (1..text.len().min(7)).any(|n| text.is_char_boundary(n) && syllable(0, n) && syllable(n, text.len()))
}

/// How a run reads as a person's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PersonShape {
    /// Family name first: Chinese in pinyin.
    Chinese,
    /// A hyphenated given name behind a family name (*Lee Myung-bak*, *Ma Ying-jeou*).
    Hyphenated,
    /// A given name first.
    Given,
}

/// Reads the tokens `start..end` as a full person's name; `None` where the shape says nothing.
pub fn person(document: &Document<'_>, start: u32, end: u32) -> Option<PersonShape> {
    let n = end - start;
    if !(2..=7).contains(&n) {
        return None;
    }
    let known = document
        .phrase(start)
        .is_some_and(|p| p.end == end && document.phrase_classes(p) & (1 << class::PLACE | 1 << class::ORG) != 0);
    if known {
        return None;
    }
    let last = end - 1;
    let heads = [class::ORGHEAD, class::PLACEHEAD, class::EVENTHEAD, class::LEGALFORM];
    if heads.iter().any(|c| document.has(last, *c)) && !document.has(last, class::SURNAME) {
        return None;
    }
    // family name, given name with a hyphen
    if (n == 4 || n == 5) && document.str(last - 1) == "-" && is_name_word(document, last - 2) {
        let small = !document.is(last, flag::CAPITAL);
        let korean = document.has(start, class::SURNAME) || document.has(start, class::SURNAMEZH);
        let syllables = |at| {
            document.has(at, class::SYLLABLEKO)
                || document.has(at, class::SYLLABLEZH)
                || small && document.info(at).common == 0
        };
        if n == 4 && syllables(last) && (small || korean && syllables(last - 2)) {
            return Some(PersonShape::Hyphenated);
        }
    }
    if (n == 2 || n == 3)
        && document.has(start, class::SURNAMEZH)
        && (start + 1..end).all(|at| is_name_word(document, at) && is_pinyin_given(document, at))
    {
        return Some(PersonShape::Chinese);
    }
    let given = document
        .number_value(start, start + 1, class::GIVEN)
        .is_some_and(|f| f >= 30);
    // *Gregory* is hardly the town
    let place = || {
        document.value_place(start, start + 1).is_some_and(|row| {
            document.lexicon.places[row as usize].population >= 50_000 || !document.has(last, class::SURNAME)
        })
    };
    if given && !place() && (start + 1..end).all(|at| is_name_word(document, at) || !document.is(at, flag::NUMBER)) {
        return Some(PersonShape::Given);
    }
    None
}

/// *Ong Kim Tan*, *Lim Ban Hong*: a Chinese name as it is written in Malaysia and Singapore, the family's first and all
/// of one syllable.
pub fn is_southern(document: &Document<'_>, start: u32, end: u32) -> bool {
    /// Letters of the longest syllable.
    const LONGEST: u16 = 6;
    let syllable = |at: u32| {
        let vowels = |w: &str| {
            let vowel = |b: u8| matches!(b | 32, b'a' | b'e' | b'i' | b'o' | b'u');
            w.as_bytes().windows(2).filter(|w| vowel(w[1]) && !vowel(w[0])).count()
                + usize::from(w.bytes().next().is_some_and(vowel))
        };
        is_name_word(document, at)
            && !document.is(at, flag::UPPER | flag::MIXED | flag::WIDE)
            && document.token(at).len <= LONGEST
            && vowels(document.str(at)) <= 1
    };
    end == start + 3
        && document.classes(start) & (1 << class::SURNAMEZH | 1 << class::SURNAMEKO | 1 << class::SURNAME) != 0
        && !document.has(start, class::GIVEN)
        && (start..end).all(syllable)
}

/// The tokens are the name of a country.
pub fn is_country(document: &Document<'_>, start: u32, end: u32) -> bool {
    let row = document.value_place(start, end);
    row.is_some_and(|row| document.lexicon.places[row as usize].kind == PlaceInfo::COUNTRY)
}

/// A word with a capital.
pub fn is_name_word(document: &Document<'_>, at: u32) -> bool {
    document
        .get(at)
        .is_some_and(|t| t.is(flag::WORD) && t.is(flag::CAPITAL))
}

/// One capital letter.
pub fn is_initial(document: &Document<'_>, at: u32) -> bool {
    document
        .get(at)
        .is_some_and(|t| t.is(flag::WORD) && t.is(flag::CAPITAL) && t.len == 1)
}

/// An ordinary English word: not a name in itself.
pub fn is_ordinary(document: &Document<'_>, at: u32) -> bool {
    let info = document.info(at);
    info.pos != 0
}

/// A function word: it takes no part in a name but between its parts.
pub fn is_function(document: &Document<'_>, at: u32) -> bool {
    const SET: u128 = 1 << class::STARTER
        | 1 << class::DET
        | 1 << class::PRON
        | 1 << class::PREP
        | 1 << class::CONJ
        | 1 << class::SUBORD
        | 1 << class::AUX
        | 1 << class::MODAL
        | 1 << class::NEG;
    document.classes(at) & SET != 0
}

/// A noun that is no function word (*was* is in the word list as a plural).
pub fn is_noun(document: &Document<'_>, at: u32) -> bool {
    document.info(at).pos & crate::lexicon::format::pos::NOUN != 0 && !is_function(document, at)
}

/// *O'Brien*, *d’Ornano*, *N'Golo*: the capital behind the mark is the family's; *L'Aurore* begins with an article.
pub(super) fn is_elided(word: &str) -> bool {
    word.split_once(['\'', '’']).is_some_and(|(front, rest)| {
        front.len() == 1 && front != "L" && rest.len() > 2 && rest.starts_with(char::is_uppercase)
    })
}

/// What the words in small letters make of the name that they end: `zone` of *Wuhan East Lake demonstration zone*, `facility` of
/// *Century City exhibition centre*.
pub fn small_site(document: &Document<'_>, start: u32, end: u32) -> Option<&'static str> {
    let small = |at: &u32| document.class_end(*at, class::PLACENOUN) == Some(end) && !document.is(*at, flag::CAPITAL);
    if document.is(end - 1, flag::CAPITAL) {
        return None;
    }
    let noun = (start + 1..end).find(small)?;
    let kind = document.value(noun, end, class::PLACENOUN);
    kind.filter(|kind| matches!(*kind, "zone" | "facility"))
}
