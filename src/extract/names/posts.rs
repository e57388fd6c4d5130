//! Posts in a run of capitals: those that belong to a body's name (*Ministry of Justice*, *General Petroleum Company*,
//! *Prosecutor's Office*), and who holds one of a body in front (*head of KLM Dana Holt*).

use super::cut::{has_head, title_end};
use super::shape::{self, is_name_word};
use crate::lexicon::format::PlaceInfo;
use crate::lexicon::{ClassSet, class, list};
use crate::text::{Document, flag};

/// Start of the post behind a name that starts at `name`, where `at` starts; `at` if none does. A head of a place's name
/// belongs to the place (*Morland County | Commissioner*), but a state is no district (*U.S. | District Judge*).
pub(super) fn post_start(document: &Document<'_>, name: u32, at: u32) -> u32 {
    let post = |end: u32| {
        (name + 1..end)
            .filter(|t| !document.has(*t, class::PLACEHEAD) || shape::is_country(document, name, *t))
            // *Zayed bin Sultan Al Nahyan*
            .filter(|t| !document.has(t - 1, class::NAMEPARTICLE))
            .find(|t| {
                title_end(document, *t, end) == Some(end)
                    || document.class_end(*t, class::PERSONNOUN) == Some(end)
                    // *Hazaribag | SP*
                    || *t + 1 == end && document.is(*t, flag::UPPER) && document.is_on(*t, list::RANK_LETTERS)
            })
    };
    // *Lima Port Authority | Chairman Rear Admiral*
    post(at).map_or(at, |start| post(start).unwrap_or(start))
}

/// *State Administration of | Foreign Experts Affairs*: what a body is for, whatever posts its words are elsewhere.
pub(super) fn is_field(document: &Document<'_>, start: u32, end: u32) -> bool {
    let last = end - 1;
    if start < 2 || document.str(start - 1) != "of" || !document.is(start - 2, flag::CAPITAL) {
        return false;
    }
    let Some(kind) = document.value(start - 2, start - 1, class::ORGHEAD) else {
        return false;
    };
    // *Ministry of | Justice*, *Council of | Ministers*
    let office = end - start == 1 && matches!(kind, "government" | "court");
    (office || document.classes(last) & (1 << class::TITLE | 1 << class::PERSONNOUN) == 0 && end - start > 1)
        && (start..end).all(|at| shape::is_ordinary(document, at) && !document.has(at, class::GIVEN))
}

/// *General Petroleum Company*, *General Intelligence Department*: no rank, as the head of a body stands behind, with nothing
/// but ordinary words between.
pub(super) fn is_general(document: &Document<'_>, at: u32, end: u32) -> bool {
    const HEADS: ClassSet = 1 << class::ORGHEAD | 1 << class::ORGHEADWEAK;
    document.has(at, class::ORGMOD)
        && (at + 1..end)
            .take_while(|t| shape::is_ordinary(document, *t) && !document.has(*t, class::GIVEN))
            .any(|t| t > at + 1 && document.classes(t) & HEADS != 0)
}

/// *Lima Magistrate's Court*, *Peruvian Prosecutor General's Office*: the run ends in a post that owns the head of a body.
/// Without more in front it is anybody's office, and *Norton County Sheriff's Office* rather says where something was.
pub(super) fn owns_office(document: &Document<'_>, start: u32, end: u32, limit: u32) -> bool {
    end + 1 < limit
        && document.is(end, flag::GLUED)
        && matches!(document.str(end), "'s" | "’s" | "'" | "’")
        && document.is(end + 1, flag::CAPITAL)
        && !document.is(end + 1, flag::UPPER | flag::LINE)
        && (document.value(end + 1, end + 2, class::ORGHEAD))
            .is_some_and(|kind| kind == "court" || document.class_end(start, class::PLACE).is_none())
        && title_end(document, start, end).is_none()
        && (start + 1..end).any(|at| title_end(document, at, end) == Some(end))
}

/// *head of KLM Dana Holt*, *chairman of Lima Steel Group Adeyo Musa*: behind a post, *of* and a body, a name that no list
/// knows is whoever holds the post. `from` starts the body, `at` the name.
pub(super) fn is_holder(document: &Document<'_>, from: u32, at: u32, end: u32) -> bool {
    /// Tokens from the post to the body, and words of the longest name.
    const FIELD: u32 = 6;
    const LONGEST: u32 = 4;
    // *UAE Foreign Minister*, but *LBA*, whatever town is called so
    let large = |t: u32| {
        let row = document.value_place(t, t + 1);
        row.is_some_and(|row| document.lexicon.places[row as usize].kind <= PlaceInfo::PROVINCE)
    };
    let body = if at == from + 1 {
        let letters =
            document.is(from, flag::UPPER) && !document.is(from, flag::DOTTED) && document.token(from).len > 1;
        let no_list = document.info(from).pos == 0 && document.classes(from) == 0 && document.token(from).len > 4;
        (letters || no_list && !shape::is_pinyin_given(document, from)) && !large(from)
    } else {
        document.classes(at - 1) & (1 << class::ORGHEAD | 1 << class::ORGHEADWEAK) != 0
            && !document.has(at - 1, class::SURNAME)
    };
    if from < 2 || !body || !(2..=LONGEST).contains(&(end - at)) || has_head(document, end) {
        return false;
    }
    const OTHER: ClassSet =
        1 << class::PLACE | 1 << class::ORG | 1 << class::TITLE | 1 << class::HONORIFIC | 1 << class::DEMONYM;
    let unknown = |t: u32| {
        is_name_word(document, t)
            && !document.is(t, flag::UPPER)
            && (document.classes(t) & OTHER == 0 && !shape::is_ordinary(document, t) || document.has(t, class::GIVEN))
    };
    let linked = |t: u32| document.is(t, flag::MARK) && document.str(t) == "-" || document.has(t, class::NAMEPARTICLE);
    let of = matches!(document.str(from - 1), "of" | "at" | "for")
        || document.str(from - 1) == "the" && matches!(document.str(from - 2), "of" | "at" | "for");
    // *vice president of Lumeno | Gao Lin*
    let chinese = || shape::person(document, at, end) == Some(shape::PersonShape::Chinese);
    of && document.phrase(from).is_none_or(|p| p.end <= at)
        && (unknown(at) && unknown(end - 1) && (at..end).all(|t| unknown(t) || linked(t)) || chinese())
        && (from.saturating_sub(FIELD)..from - 1).any(|t| document.has(t, class::TITLE))
}
