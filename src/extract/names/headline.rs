//! Verbs of headlines in capitals, which end a name, and posts in capitals behind one.

use super::shape::{self, PersonShape};
use crate::lexicon::format::{form, pos};
use crate::lexicon::{class, list};
use crate::text::{Document, flag};

/// *Creates*, *Destroys*: no plural of a noun, nor of a name.
pub(super) fn is_plain_verb(document: &Document<'_>, at: u32) -> bool {
    let info = document.info(at);
    info.pos & pos::NOUN == 0 && document.classes(at) & (1 << class::PLACE | 1 << class::ORG) == 0
}

/// A form of a verb that events are told with.
pub(super) fn tells(document: &Document<'_>, at: u32) -> bool {
    let lemma = document.lexicon.lemma(document.token(at).word);
    lemma != 0 && document.has_lemma_class(lemma, class::EVENTVERB)
}

/// *Lanhai Motors Group | Starts Construction*: behind the head of a body a verb of the events, though it is a noun as
/// well, unless it is the last word.
pub(super) fn is_told(document: &Document<'_>, at: u32, end: u32) -> bool {
    at + 1 < end
        && [
            class::ORGHEAD,
            class::LEGALFORM,
            class::UNIVERSITY,
            class::OTHERHEAD,
            class::EVENTHEAD,
        ]
        .iter()
        .any(|c| document.has(at - 1, *c))
        && tells(document, at)
        && document.classes(at) & (1 << class::ORGHEAD | 1 << class::ORGHEADWEAK | 1 << class::PLACEHEAD) == 0
}

/// *Lima Group | Visited Wuxi*, *Lima Chip Zone | Signed Contracts*: behind the head of a body or a zone a past form of a verb of
/// the events, an adjective too.
pub(super) fn is_past(document: &Document<'_>, at: u32, end: u32) -> bool {
    const BODIES: u128 = 1 << class::ORGHEAD | 1 << class::ORGHEADWEAK | 1 << class::LEGALFORM | 1 << class::UNIVERSITY;
    const HEADS: u128 = BODIES | 1 << class::PLACEHEAD;
    const OTHER: u128 = HEADS | 1 << class::ORGMOD | 1 << class::SURNAME | 1 << class::GIVEN;
    at + 1 < end
        && !document.is(at, flag::UPPER)
        && document.classes(at - 1) & HEADS != 0
        && document.classes(at) & OTHER == 0
        && document.info(at).form & form::PAST != 0
        && document.info(at).pos & pos::NOUN == 0
        && tells(document, at)
}

/// *Tan Xu | Held Talks*: behind a Chinese name that is whole a past form of a verb of the events, a family name elsewhere too.
pub(super) fn is_done_by_person(document: &Document<'_>, from: u32, verb: u32) -> bool {
    let info = document.info(verb);
    info.form & form::PAST != 0
        && info.pos & pos::NOUN == 0
        && document.is(verb, flag::HEADLINE)
        && !document.is(verb, flag::UPPER | flag::LINE)
        && shape::person(document, from, verb) == Some(PersonShape::Chinese)
        && tells(document, verb)
        // *Wang Xiao Ran*
        && !shape::is_pinyin_given(document, verb)
}

/// *Peru | Holds a Meeting*: a country or a known body, then a verb of the events with an article behind.
pub(super) fn is_held_by(document: &Document<'_>, from: u32, verb: u32) -> bool {
    tells(document, verb)
        && document.has(verb + 1, class::DET)
        && !document.is(verb + 1, flag::LINE)
        && [class::PLACE, class::ORG]
            .iter()
            .any(|known| document.class_end(from, *known) == Some(verb))
}

/// *Foot Locker CEO*, *Roy Hudd OBE*: a post or an honour in capitals behind a name is none of it. The end without it.
pub(super) fn without_post(document: &Document<'_>, start: u32, end: u32) -> u32 {
    let last = end - 1;
    let post = last > start
        && document.is(last, flag::UPPER)
        && !document.is(last, flag::DOTTED | flag::GLUED)
        && !document.is(last - 1, flag::UPPER)
        && document.classes(last) & (1 << class::TITLE | 1 << class::HONORIFIC) != 0
        && document.phrase(start).is_none_or(|p| p.end < end);
    // *Kelvar Semiconductor | IPO*
    let apart = last > start && document.is(last, flag::UPPER) && document.is_on(last, list::LETTERS_APART);
    // *Lima Chip Group | Set to Join Council*
    let body = |at: u32| document.classes(at) & (1 << class::ORGHEAD | 1 << class::LEGALFORM) != 0;
    let planned = last > start + 1
        && document.is(last, flag::HEADLINE)
        && end < document.len()
        && document.str(end) == "to"
        && document.info(last).form & (form::PAST | form::PARTICIPLE) != 0
        && body(last - 1);
    // *Lima Optics Forum | Held*, *Lima Chip Zone | Signed a Contract*
    let told = last > start
        && document.is(last, flag::HEADLINE)
        && tells(document, last)
        && document.info(last).form & form::PAST != 0
        && document.info(last).pos & pos::NOUN == 0
        && (document.has(last - 1, class::EVENTHEAD)
            || last > start + 1 && document.has(last - 1, class::PLACEHEAD)
            || is_done_by_person(document, start, last));
    if post || told || planned || apart && document.phrase(start).is_none_or(|p| p.end < end) {
        last
    } else {
        end
    }
}
