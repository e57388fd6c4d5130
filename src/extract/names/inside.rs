//! What stands inside a run of capitals, or beside it, and looks like something else: given names that are small words,
//! letters glued to a number, stock codes.

use super::join::topic;
use super::shape::{is_function, is_name_word, is_noun, is_pinyin_given};
use crate::lexicon::class;
use crate::lexicon::format::{PlaceInfo, form};
use crate::text::{Document, Sentence, flag};

/// *Liu He*, *Ma An*: right behind a Chinese family name a syllable with a capital is the given name, whatever small
/// word it is elsewhere. In a headline any word may have a capital.
pub(super) fn is_given_name(document: &Document<'_>, at: u32) -> bool {
    at > 0
        && document.has(at, class::SYLLABLEZH)
        && document.has(at - 1, class::SURNAMEZH)
        && document.is(at - 1, flag::CAPITAL)
        && !document.is(at - 1, flag::UPPER)
        && !document.is(at, flag::HEADLINE)
        && (at < 2 || !document.has(at - 2, class::SURNAMEZH))
}

/// How common a word is that is hardly a name in a row of capitals (*Can See*).
const COMMON: u8 = 5;

/// A small word that people are called as well, written with a capital where nothing else asks for one. Articles and
/// prepositions have capitals in titles of works.
fn is_small_name(document: &Document<'_>, at: u32) -> bool {
    const NEVER: u128 = 1 << class::DET | 1 << class::PREP | 1 << class::PRON;
    document.has(at, class::GIVEN)
        && document.classes(at) & NEVER == 0
        && !document.is(at, flag::UPPER | flag::HEADLINE)
}

/// *analyst Will Barlow*: a given name that is a verb of the future as well, in front of a family name.
pub(super) fn is_modal_name(document: &Document<'_>, at: u32, limit: u32) -> bool {
    is_small_name(document, at)
        && at + 1 < limit
        && document.is(at, flag::CAPITAL)
        && is_name_word(document, at + 1)
        && !document.is(at + 1, flag::LINE | flag::UPPER)
        && document.classes(at + 1) & (1 << class::SURNAME | 1 << class::SURNAMEZH) != 0
        && document.info(at + 1).common < COMMON
}

/// *Ahmad Nor Rahim*: a name between a given name and another that is a small word elsewhere.
pub(super) fn is_middle_name(document: &Document<'_>, at: u32, limit: u32) -> bool {
    at > 0
        && is_small_name(document, at)
        && at + 1 < limit
        && document.has(at - 1, class::GIVEN)
        && is_name_word(document, at + 1)
        && !document.is(at + 1, flag::LINE)
        && !is_function(document, at + 1)
}

/// *Liu xiaoping*: a given name of two syllables in small letters, right behind a Chinese family name that the run
/// starts with.
pub(super) fn is_small_given(document: &Document<'_>, start: u32, at: u32) -> bool {
    /// Letters of the shortest one; shorter ones are words of other languages.
    const SHORTEST: u16 = 5;
    at == start + 1
        && document.has(start, class::SURNAMEZH)
        && !document.is(start, flag::UPPER)
        && !document.is(at, flag::GLUED | flag::LINE)
        && document.token(at).len >= SHORTEST
        && document.info(at).pos == 0
        && document.classes(at) & (1 << class::PLACE | 1 << class::NAMEPARTICLE) == 0
        && !document.has(at, class::SYLLABLEZH)
        && is_pinyin_given(document, at)
}

/// *Sher-e-Bangla*, *Fort-de-France*: the hyphen at `hyphen`, a small word of names, a second hyphen and a word with a
/// capital, all without a space.
pub(super) fn is_hyphenated(document: &Document<'_>, hyphen: u32, limit: u32) -> bool {
    /// Letters of the longest such word that is in no list of them.
    const LONGEST: u16 = 2;
    let small = |at: u32| document.token(at).len <= LONGEST && !document.has(at, class::PREP);
    hyphen + 3 < limit
        && (small(hyphen + 1) || document.has(hyphen + 1, class::NAMEPARTICLE))
        && (hyphen + 1..hyphen + 4).all(|at| document.is(at, flag::GLUED))
        && matches!(document.str(hyphen + 2), "-" | "‑")
        && is_name_word(document, hyphen + 3)
        && !document.has(hyphen + 1, class::CONJ)
}

/// *In-depth Cooperation Zone*: a small word that opens a compound, with a word of the name behind.
pub(super) fn is_compound(document: &Document<'_>, at: u32, limit: u32) -> bool {
    at + 3 < limit
        && document.str(at + 1) == "-"
        && document.is(at + 1, flag::GLUED)
        && document.is(at + 2, flag::GLUED)
        && !is_function(document, at + 2)
        && is_name_word(document, at + 3)
        && !document.is(at + 3, flag::GLUED | flag::LINE)
}

/// *Gansu State-owned Capital Group*: a compound of the names of bodies (`ORGMOD`) around the hyphen at `hyphen`, with a
/// word of the name behind. It opens a name only behind the small words of one: *State-owned Lorimer Steel* is
/// Lorimer Steel.
pub(super) fn is_owned(document: &Document<'_>, start: u32, hyphen: u32) -> bool {
    let behind = hyphen + 2;
    let inside = || {
        start + 1 < hyphen
            || start > 0
                && matches!(document.str(start - 1), "for" | "of" | "the" | "The")
                && is_noun(document, behind)
                && document.classes(behind) & (1 << class::ORG | 1 << class::PLACE | 1 << class::SURNAME) == 0
    };
    let glued = document.is(behind, flag::GLUED) && document.is(behind, flag::WORD);
    if document.class_end(hyphen - 1, class::ORGMOD) != Some(behind) || glued {
        return false;
    }
    // *Institute of Nano-tech and Nano-bionics*
    let field = start > 1
        && matches!(document.str(start - 1), "of" | "and")
        && document.is(start - 2, flag::CAPITAL | flag::GLUED)
        && start + 1 == hyphen;
    field || is_name_word(document, behind) && !document.is(behind, flag::LINE) && inside()
}

/// *Lorimer Energy-saving Technology Co.*, *Lima Science-based Industrial Park*: a compound of a noun and a verb around the
/// hyphen at `hyphen`, inside a name whose words are ordinary ones. *Lima-based Lorimer* starts with a name.
pub(super) fn is_verbal(document: &Document<'_>, start: u32, hyphen: u32, limit: u32) -> bool {
    let (noun, behind) = (hyphen - 1, hyphen + 2);
    let word = |at: u32| topic(document, at) && !document.has(at, class::ORG);
    noun > start
        && behind < limit
        && is_noun(document, noun)
        && word(noun)
        // *the Luis Stone-led Group*
        && !document.has(noun - 1, class::GIVEN)
        && document.info(hyphen + 1).form & (form::GERUND | form::PARTICIPLE) != 0
        && is_name_word(document, behind)
        && !document.is(behind, flag::GLUED | flag::LINE | flag::UPPER)
        && word(behind)
}

/// *3D NAND*, *5G*: a letter glued to a number starts no name.
pub(super) fn is_glued_letter(document: &Document<'_>, at: u32) -> bool {
    at > 0 && document.token(at).len == 1 && document.is(at, flag::GLUED) && document.is(at - 1, flag::NUMBER)
}

/// The head or the legal form of a company.
pub(super) fn is_company(document: &Document<'_>, at: u32) -> bool {
    document.has(at, class::LEGALFORM)
        || document.value(at, at + 1, class::ORGHEAD) == Some("company")
        || document.value(at, at + 1, class::ORGHEADWEAK) == Some("company")
}

/// *(NYSE: LTM)*, *(Nasdaq: ABC, Euronext: ABC)*: an exchange and a stock code in brackets are no mention. Where the
/// search goes on behind the name `start..end`.
pub(super) fn ticker_end(document: &Document<'_>, sentence: &Sentence, start: u32, end: u32) -> Option<u32> {
    /// Tokens between the bracket and the exchange.
    const REACH: u32 = 12;
    let code = |at: u32| at < sentence.end && (document.is(at, flag::UPPER) || document.is(at, flag::NUMBER));
    if end + 1 >= sentence.end || document.str(end) != ":" || !(code(end + 1) || document.token(end + 1).len == 1) {
        return None;
    }
    let closed = matches!(
        document.str((end + 2).min(sentence.end - 1)),
        ")" | "," | ";" | "." | "/" | "-" | "and" | "]"
    );
    let bracket = (start.saturating_sub(REACH).max(sentence.start)..start)
        .rev()
        .find(|at| matches!(document.str(*at), "(" | ")" | "[" | "]"));
    let open = bracket.is_some_and(|at| matches!(document.str(at), "(" | "["));
    (open && closed).then_some(end + 2)
}

/// *(KLM.O)*, *(LUMN.PA)*: the code of a share and of its exchange, alone in brackets, is no mention. The token behind it.
pub(super) fn code_end(document: &Document<'_>, sentence: &Sentence, at: u32) -> Option<u32> {
    /// Tokens of the longest code, and letters of an exchange.
    const LONGEST: u32 = 4;
    const EXCHANGE: usize = 2;
    if at == sentence.start || document.str(at - 1) != "(" || !document.is(at, flag::CAPITAL) {
        return None;
    }
    let close = (at + 1..sentence.end.min(at + LONGEST)).find(|t| document.str(*t) == ")")?;
    let (share, exchange) = document.slice(at, close).split_once('.')?;
    let letters = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_uppercase());
    (letters(share) && letters(exchange) && share.len() > 1 && exchange.len() <= EXCHANGE).then_some(close)
}

/// *Côte d'Ivoire*, *Saint Kitts and Nevis*, *Federated States of Micronesia*: a country with small words inside.
pub(super) fn known_with_small(document: &Document<'_>, at: u32, limit: u32) -> Option<u32> {
    let phrase = document.phrase(at)?;
    if phrase.classes & (1 << class::PLACE) == 0 || phrase.end > limit {
        return None;
    }
    let small = (at + 1..phrase.end).any(|inner| document.is(inner, flag::WORD) && !document.is(inner, flag::CAPITAL));
    let country = || {
        document
            .value_place(at, phrase.end)
            .is_some_and(|row| document.lexicon.places[row as usize].kind == PlaceInfo::COUNTRY)
    };
    // *the Bosnia and Herzegovina Football Federation* is a body
    let goes_on = || phrase.end < limit && is_name_word(document, phrase.end) && !document.is(phrase.end, flag::LINE);
    (small && country() && !goes_on()).then_some(phrase.end)
}
