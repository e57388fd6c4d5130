//! Roads whose names hold numbers or single letters: *Highway 19*, *FM 645*, *West 11th Street*, *Avenue Q*.

use crate::lexicon::{ClassSet, class};
use crate::text::{Document, flag};

/// End of the road that starts at `at`.
#[inline]
pub fn end(document: &Document<'_>, at: u32, limit: u32) -> Option<u32> {
    // most names start with none of these, nor with a number or the letter of *I-75*
    const FIRST: ClassSet = 1 << class::DIRECTION
        | 1 << class::COMPASS
        | 1 << class::ORDINAL
        | 1 << class::ROADNUMBERED
        | 1 << class::ROADCODE
        | 1 << class::STREETHEAD;
    let token = document.token(at);
    if document.classes(at) & FIRST == 0 && token.len > 1 && !token.is(flag::NUMBER) {
        return None;
    }
    street(document, at, limit).or_else(|| numbered(document, at, limit))
}

/// The tokens `start..to` are such a road.
pub fn is_road(document: &Document<'_>, start: u32, to: u32) -> bool {
    to > start + 1 && end(document, start, to) == Some(to)
}

/// End of a road that starts with its sort and ends with its number or letter: *Highway 19*, *I-75*, *KY 80*, *Avenue Q*.
fn numbered(document: &Document<'_>, at: u32, limit: u32) -> Option<u32> {
    let next = at + 1;
    if next >= limit {
        return None;
    }
    if document.is(next, flag::GLUED) {
        let interstate = document.str(at) == "I" && document.str(next) == "-" && document.is(next + 1, flag::NUMBER);
        return (interstate && next + 1 < limit).then_some(next + 2);
    }
    if document.has(at, class::ROADNUMBERED) && document.is(next, flag::NUMBER) {
        return Some(next + 1);
    }
    if document.has(at, class::ROADCODE) {
        let number = document.is(next, flag::NUMBER)
            && document.token(next).len <= 4
            && document.str(next).bytes().all(|b| b.is_ascii_digit())
            && !document.is(next + 1, flag::NUMBER)
            && (!document.is(next + 1, flag::GLUED) || document.is(next + 1, flag::MARK));
        let on = at > 0 && (document.has(at - 1, class::PREP) || document.str(at - 1) == "and");
        return (number && on).then_some(next + 1);
    }
    let letter = document.has(at, class::STREETHEAD)
        && document.token(at).len > 4
        && document.token(next).len == 1
        && document.is(next, flag::CAPITAL)
        && (!document.is(next + 1, flag::GLUED) || document.is(next + 1, flag::MARK))
        && !document.is(next + 1, flag::CAPITAL)
        && document.str(next) != "A"
        && document.str(next) != "I";
    letter.then_some(next + 1)
}

/// End of a street with an ordinal, its direction before or behind: *40th Avenue South*, *W. 11th St.*
fn street(document: &Document<'_>, at: u32, limit: u32) -> Option<u32> {
    let mut number = at;
    if document.is(at, flag::CAPITAL) {
        if document.has(at, class::DIRECTION) {
            number += 1;
        } else if document.has(at, class::COMPASS) {
            number += 1 + u32::from(document.str(at + 1) == ".");
        }
    }
    let digits = document.is(number, flag::NUMBER)
        && document.is(number + 1, flag::GLUED)
        && matches!(document.str(number + 1), "st" | "nd" | "rd" | "th");
    let word = document.is(number, flag::CAPITAL) && document.has(number, class::ORDINAL);
    if number > at
        && let Some(end) = numbered(document, number, limit).filter(|_| !word)
    {
        return Some(end);
    }
    let head = number + if word { 1 } else { 2 };
    if !(digits || word) || head >= limit || !document.has(head, class::STREETHEAD) || !document.is(head, flag::CAPITAL)
    {
        return None;
    }
    let mut end = head + 1;
    if document.str(end) == "." && document.is(end, flag::GLUED) && document.token(head).len <= 4 && end + 1 < limit {
        end += 1;
    }
    let turned = end < limit
        && document.is(end, flag::CAPITAL)
        && (document.has(end, class::DIRECTION) || document.has(end, class::COMPASS));
    Some(end + u32::from(turned))
}
