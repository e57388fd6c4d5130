//! Years that tell what was or will be besides the report's own matter, so that a month or day without a year is not theirs.

use crate::lexicon::class;
use crate::lexicon::format::{form, pos};
use crate::text::{Document, flag};

/// Tokens between a small word and the year that it bounds: *by the end of*.
const NEAR: u32 = 4;

/// Whether the date of tokens `start..end` with this EDTF value is background: years of service (*from 1974 to 1991*), a
/// bound (*by 2030*), what a figure is compared with (*compared to 2019*), or the time of a clause that tells of something
/// else (*who lost her seat in May 2014*, *the agreement signed on 31 March 2019*).
pub(super) fn is_background(document: &Document<'_>, start: u32, end: u32, value: &str) -> bool {
    let years = value.len() == "1974/1991".len() && value.contains('/');
    years || is_bounded(document, start) || is_owned(document, start, end) || is_aside(document, start)
}

/// *by 2030*, *until the end of 2025*, *compared to 2019*.
fn is_bounded(document: &Document<'_>, start: u32) -> bool {
    let sentence = document.sentences()[document.sentence_of(start)];
    let from = start.saturating_sub(NEAR).max(sentence.start);
    for at in (from..start).rev() {
        let compared = at > sentence.start && document.str(at - 1) == "compared";
        if document.has(at, class::DATERELATION) || compared {
            return true;
        }
        // *the end of*, *early*, *the*
        let small = document.has(at, class::DET)
            || document.str(at) == "of"
            || document.class_end(at, class::DATEMOD).is_some();
        if !small {
            return false;
        }
    }
    false
}

/// *compared with $792 million in the third quarter of 2023*, *up from 3 percent in May*: what is compared with.
pub(in crate::extract) fn is_compared(document: &Document<'_>, start: u32) -> bool {
    /// Tokens that the comparison may reach.
    const REACH: u32 = 9;
    let sentence = document.sentences()[document.sentence_of(start)];
    let from = start.saturating_sub(REACH).max(sentence.start);
    let figure =
        |x: u32| document.is(x, flag::NUMBER) || document.has(x, class::PERCENT) || document.has(x, class::NUMWORD);
    for at in (from..start).rev() {
        match document.str(at) {
            "," | ";" | "(" | "and" | "but" => return false,
            // *more than 260 satellites in 2024*
            "than" if figure(at + 1) => return false,
            "against" | "versus" | "than" | "compared" => return true,
            // *from 792 million in*, *rose 3 percent from*, but *from July to September*
            "from" => {
                let moved = at > sentence.start
                    && (figure(at - 1) || document.has(at - 1, class::CHANGE) || document.has(at - 1, class::CURRENCY));
                return moved || (at + 1..start).any(figure);
            }
            _ => {}
        }
    }
    false
}

/// *Mayor Holt's 2011 campaign*, *the May 2014 election*.
pub(super) fn is_owned(document: &Document<'_>, start: u32, end: u32) -> bool {
    let behind = document
        .get(end)
        .is_some_and(|t| t.is(flag::WORD) && !t.is(flag::CAPITAL | flag::LINE))
        && document.info(end).pos & pos::NOUN != 0
        && !document.has(end, class::PREP)
        && !document.has(end, class::CONJ)
        && !document.has(end, class::AUX);
    // *the city's 2023 key projects* are of now
    let owner = start > 1 && matches!(document.str(start - 1), "'s" | "’s") && document.is(start - 2, flag::CAPITAL);
    let month = end > start + 1 && start > 0 && document.has(start - 1, class::DET);
    // *the 2011 champion* is called so long after
    let title = end == start + 1
        && document.is(start, flag::NUMBER)
        && end < document.len()
        && document.info(end).pos & pos::PLURAL == 0
        && (document.has(end, class::PERSONNOUN) || document.has(end, class::TITLE));
    title || behind && (owner || month)
}

/// In a relative or other dependent clause, or behind a participle that says which one is meant.
fn is_aside(document: &Document<'_>, start: u32) -> bool {
    // *where the mayor read the 2023 work report*: no time of the clause
    if start == 0 || !document.has(start - 1, class::PREP) {
        return false;
    }
    let sentence = document.sentences()[document.sentence_of(start)];
    for at in (sentence.start..start).rev() {
        if matches!(document.str(at), "," | ";" | "(" | "\"" | "“") {
            return false;
        }
        if document.has(at, class::SUBORD) {
            // *said that in May 2019*
            let reported = at > sentence.start && document.has(at - 1, class::SAYVERB);
            return at > sentence.start && !reported;
        }
        // *the earlier agreement signed on*
        let participle = document.info(at).form & form::PARTICIPLE != 0
            && document.info(at).pos & pos::NOUN == 0
            && at > sentence.start
            && document.is(at - 1, flag::WORD)
            && !document.is(at - 1, flag::CAPITAL)
            && document.info(at - 1).pos & pos::NOUN != 0
            && document.info(at - 1).verb == 0
            && at + 2 == start;
        if participle {
            return (sentence.start..at - 1).any(|x| document.info(x).verb != 0 && !document.is(x, flag::CAPITAL));
        }
    }
    false
}
