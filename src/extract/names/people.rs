//! Evidence for people in the words of a name, and against them.

use super::EvidenceSet;
use super::evidence as e;
use super::internal::{bit, has};
use super::shape::{self, PersonShape, is_initial};
use crate::lexicon::format::PlaceInfo;
use crate::lexicon::{ClassSet, class};
use crate::text::{Document, flag};

pub(super) fn people(d: &Document<'_>, start: u32, end: u32, n: u32, set: &mut EvidenceSet) {
    if n == 1 {
        let classes = d.classes(start);
        if has(classes, class::GIVEN) {
            *set |= bit(e::SINGLE_GIVEN);
        }
        if has(classes, class::SURNAME) || has(classes, class::SURNAMEZH) {
            *set |= bit(e::SINGLE_SURNAME);
        }
        return;
    }
    // *the Chip Investment Fund Phase III* is nobody's grandson
    let body = *set & bit(e::ORG_HEAD_INSIDE) != 0 && is_roman(d.str(end - 1));
    if d.has(end - 1, class::NAMESUFFIX) && !body {
        *set |= bit(e::SUFFIX);
    }
    // the points of *U.S.* and *St. Louis* are no initials
    let place = d
        .class_end(start, class::PLACE)
        .filter(|p| *p < end && d.is(start, flag::DOTTED));
    if (place.unwrap_or(start)..end).any(|at| is_initial(d, at) || d.is(at, flag::DOTTED) && at + 1 < end)
        && !d.has(end - 1, class::PLACEHEAD)
        // *V Fund*
        && !(n == 2 && d.has(end - 1, class::ORGHEAD) && d.token(start).len == 1)
    {
        *set |= bit(e::INITIAL);
    }
    if let Some(particle) = (start + 1..end).find(|at| d.has(*at, class::NAMEPARTICLE)) {
        *set |= arabic(d, particle, end).unwrap_or(bit(e::PARTICLE));
    }
    let last_plain = shape::is_noun(d, end - 1)
        && d.classes(end - 1)
            & (1 << class::SURNAME
                | 1 << class::GIVEN
                | 1 << class::SURNAMEZH
                | 1 << class::PLACEHEAD
                | 1 << class::EVENTHEAD)
            == 0;
    // *Hefei ICC*; but *Jean DUPONT*
    let upper = d.is(end - 1, flag::UPPER)
        && !d.is(end - 1, flag::DOTTED)
        && !d.is(start, flag::UPPER)
        && (2..=5).contains(&d.token(end - 1).len)
        && !is_roman(d.str(end - 1))
        && d.classes(end - 1) & (1 << class::SURNAME | 1 << class::GIVEN | 1 << class::NAMESUFFIX) == 0;
    if n <= 3 && (last_plain || upper) && !shape::is_ordinary(d, start) || province_then_word(d, start, end) {
        *set |= bit(e::LAST_ORDINARY);
    }
    // *C-MRS*, *T-X*: letters joined by a hyphen are no initials of anybody's
    if n == 3 && d.str(start + 1) == "-" && is_initial(d, start) && d.is(end - 1, flag::CAPITAL) {
        let letters = d.is(end - 1, flag::UPPER) || is_initial(d, end - 1);
        if letters && !d.has(end - 1, class::PLACE) {
            *set |= bit(e::OTHER_HEAD);
        }
    }
    // *Bitcoin ASIC*
    if upper && d.has(end - 1, class::ACRONYMSTOP) && !d.has(end - 1, class::ORGHEADWEAK) {
        *set |= bit(e::OTHER_HEAD);
    }
    if names_its_seat(d, start, end) {
        *set |= bit(e::PLACE_THEN_NAME);
    }
    // the lists first: reading syllables costs more
    let unlisted = !d.has(start, class::SURNAMEZH) && !d.has(end - 1, class::SURNAMEZH) && !d.has(start, class::GIVEN);
    let pinyin = (2..=3).contains(&n)
        && unlisted
        && (start..end).all(|at| {
            d.token(at).len >= 4
                && shape::is_name_word(d, at)
                && !shape::is_ordinary(d, at)
                && shape::is_pinyin_given(d, at)
        })
        && is_chinese(d, start, end);
    if pinyin {
        *set |= bit(e::PINYIN_NO_SURNAME);
    }
    match shape::person(d, start, end) {
        Some(PersonShape::Chinese) => *set |= bit(e::CHINESE_SHAPE),
        Some(PersonShape::Hyphenated) => *set |= bit(e::HYPHEN_SHAPE),
        Some(PersonShape::Given) => {
            *set |= if d.has(end - 1, class::SURNAME) {
                bit(e::GIVEN_SURNAME)
            } else {
                bit(e::GIVEN_FIRST)
            }
        }
        None if turned_pinyin(d, start, end) => *set |= bit(e::GIVEN_SURNAME),
        None if n <= 4 => {
            if d.has(start, class::GIVEN) && !d.has(start, class::PLACE) {
                *set |= if d.has(end - 1, class::SURNAME) {
                    bit(e::GIVEN_SURNAME)
                } else {
                    bit(e::GIVEN_FIRST)
                };
            } else if (d.has(end - 1, class::SURNAME) || d.has(end - 1, class::GIVEN))
                && !starts_with_place(d, start, end)
                && d.class_end(start, class::PLACE) != Some(end)
                && (*set & bit(e::ENDS_COUNTRY) == 0 || d.has(end - 2, class::PREP))
            {
                *set |= bit(e::SURNAME_LAST);
            }
        }
        None => {}
    }
}

/// Letters that few languages but Chinese in pinyin write: *Zhongke Xinrui*, not *Dani Dayan*.
fn is_chinese(d: &Document<'_>, start: u32, end: u32) -> bool {
    /// Letters of the shortest pair: *Huaxin Xinke*.
    const SHORTEST: u16 = 11;
    let letters: u16 = (start..end).map(|at| d.token(at).len).sum();
    let own = |word: &str| {
        let word = word.as_bytes();
        word.iter().any(|c| matches!(c, b'X' | b'Q' | b'x' | b'q'))
            || word.windows(2).any(|pair| matches!(pair, b"zh" | b"Zh" | b"ng"))
    };
    letters >= SHORTEST && (start..end).any(|at| own(d.str(at)))
}

/// *Yonghua Song*: two syllables that are nothing else, then a Chinese family name, whatever word it is.
pub(super) fn turned_pinyin(d: &Document<'_>, start: u32, end: u32) -> bool {
    /// Letters of the shortest given name of two syllables.
    const SHORTEST: u16 = 5;
    end == start + 2
        && d.token(start).len >= SHORTEST
        && d.has(end - 1, class::SURNAMEZH)
        && shape::is_name_word(d, end - 1)
        && !d.is(start, flag::UPPER | flag::MIXED)
        && !d.is(end - 1, flag::UPPER)
        && d.info(start).pos == 0
        && d.classes(start) & (1 << class::PLACE | 1 << class::ORG | 1 << class::SURNAMEZH) == 0
        && !d.has(start, class::SYLLABLEZH)
        && shape::is_pinyin_given(d, start)
}

/// *Salim bin Hadi*: somebody's son; in *Nawaf Al-Amri* the article says nothing of a body.
fn arabic(d: &Document<'_>, at: u32, end: u32) -> Option<EvidenceSet> {
    let family = |at: u32| d.is(at, flag::CAPITAL) && d.has(at, class::GIVEN) || d.str(at + 1) == "-";
    if d.has(at, class::KINSHIP) {
        return Some(bit(e::GIVEN_SURNAME));
    }
    (at + 1 < end && d.has(at, class::ARTICLEAR) && family(at)).then_some(0)
}

/// *Suzhou Lorangte*, *Guangdong Minghua*: a large place of China and a word that no list knows are a company.
fn names_its_seat(d: &Document<'_>, start: u32, end: u32) -> bool {
    const LARGE: u32 = 500_000;
    const SMALL: u32 = 20_000;
    let Some(at) = d.class_end(start, class::PLACE).filter(|at| *at < end && end - at <= 2) else {
        return false;
    };
    let large = d.value_place(start, at).is_some_and(|row| {
        let place = &d.lexicon.places[row as usize];
        place.country == *b"CN" && (place.kind == PlaceInfo::PROVINCE || place.population >= LARGE)
    });
    // *Jiangsu Kunshan* is a place, a village of the name or a county of another province says nothing
    let seat = d
        .value_place(start, at)
        .map(|row| d.lexicon.places[row as usize].admin1);
    let known = |t: u32| {
        d.value_place(t, end).is_some_and(|row| {
            let place = &d.lexicon.places[row as usize];
            let county = place.kind == PlaceInfo::DISTRICT && place.country == *b"CN" && Some(place.admin1) != seat;
            (place.kind != PlaceInfo::CITY || place.population >= SMALL) && !county
        })
    };
    const OTHER: ClassSet =
        1 << class::PLACEHEAD | 1 << class::EVENTHEAD | 1 << class::OTHERHEAD | 1 << class::DIRECTION;
    large
        && d.classes(start) & (1 << class::SURNAMEZH | 1 << class::GIVEN) == 0
        && (at..end).all(|t| shape::is_name_word(d, t) && d.classes(t) & OTHER == 0)
        && !known(at)
        && !shape::is_ordinary(d, at)
}

/// *Nana Kofi XV*: the number of a ruler.
fn is_roman(word: &str) -> bool {
    word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'))
}

/// A place of several words or a division in front: *Costa Rica Star* and *Granville County Fire* are nobody's names,
/// *Lincoln Chafee* may be.
fn starts_with_place(d: &Document<'_>, start: u32, end: u32) -> bool {
    let several = d
        .class_end(start, class::PLACE)
        .is_some_and(|p| p > start + 1 && p < end);
    several
        || province_then_word(d, start, end)
        || (start + 1..end - 1).any(|at| d.has(at, class::PLACEHEAD) && !d.has(at, class::SURNAME))
        || d.has(start, class::DIRECTION) && d.class_end(start + 1, class::PLACE).is_some_and(|p| p < end)
}

/// *Gansu Model*, *Wuxi Speed*: a province or a large city of China and an ordinary word, whosever name it is elsewhere.
fn province_then_word(d: &Document<'_>, start: u32, end: u32) -> bool {
    const LARGE: u32 = 1_000_000;
    end == start + 2
        && d.has(start, class::PLACE)
        && shape::is_ordinary(d, end - 1)
        && d.classes(start) & (1 << class::GIVEN | 1 << class::SURNAMEZH) == 0
        && d.value_place(start, start + 1).is_some_and(|row| {
            let place = &d.lexicon.places[row as usize];
            let large = place.kind == PlaceInfo::CITY && place.population >= LARGE;
            place.country == *b"CN" && (place.kind == PlaceInfo::PROVINCE || large)
        })
}
