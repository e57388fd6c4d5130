//! Adds a name that was cut from its run, without what only the start of the sentence made capital.

use crate::extract::names::runs::Run;
use crate::extract::names::shape::{self, PersonShape};
use crate::lexicon::format::{PlaceInfo, form, pos};
use crate::lexicon::{class, list};
use crate::text::{Document, flag};

use super::demonym_end;

/// *Jiangsu Wuxi*: the end of the first of two places where a run is nothing but a place and one that
/// lies in it, as Chinese writes them.
fn nested_places(document: &Document<'_>, start: u32, end: u32) -> Option<u32> {
    const PEOPLE: u128 = 1 << class::GIVEN | 1 << class::SURNAME | 1 << class::SURNAMEZH;
    let cut = document.class_end(start, class::PLACE).filter(|cut| *cut < end)?;
    let inner_end = document.class_end(cut, class::PLACE)?;
    let shown = |at: u32| document.is(at, flag::CAPITAL) && !document.is(at, flag::UPPER | flag::LINE | flag::GLUED);
    let named = (document.classes(start) | document.classes(cut)) & PEOPLE != 0;
    let company = end < document.len() && document.has(end, class::LEGALFORM);
    // *Lima Lorande Development Zone* is one name
    let zone = document.value(inner_end - 1, inner_end, class::PLACEHEAD) == Some("zone");
    if inner_end > end || named || company || zone || !shown(cut) {
        return None;
    }
    let place = |from: u32, to: u32| Some(document.lexicon.places[document.value_place(from, to)? as usize]);
    let (outer, inner) = (place(start, cut)?, place(cut, inner_end)?);
    // *Suzhou Kunshan*
    let city = outer.kind >= PlaceInfo::CITY
        && inner.kind >= PlaceInfo::CITY
        && outer.country == *b"CN"
        && inner.country == *b"CN"
        && inner.admin1 == outer.admin1;
    let last = inner_end == end || nested_places(document, cut, end).is_some();
    // *Guinea Conakry* is the country
    let country = outer.kind == PlaceInfo::COUNTRY && outer.country != *b"CN";
    ((inner.lies_in(&outer) && !country || city) && last).then_some(cut)
}

/// Adds a run without ordinary words that only the sentence start made capital.
pub(in crate::extract::names) fn push(document: &Document<'_>, start: u32, end: u32, opens: bool, out: &mut Vec<Run>) {
    if let Some(cut) = nested_places(document, start, end) {
        push(document, start, cut, opens, out);
        push(document, cut, end, false, out);
        return;
    }
    let mut from = start;
    while from < end && (document.str(from) == "." || document.str(from) == "-") {
        from += 1;
    }
    // *Longtime | Kelvar Tech CEO*: what the sentence opens with says how long, or of which kind
    if opens && from + 2 < end && from == start && document.is_on(from, list::SAID_OF_BODY) {
        from += 1;
    }
    if opens && from + 1 < end && from == start && shape::is_ordinary(document, from) {
        let rest = from + 1;
        let known = document.classes(from)
            & (1 << class::PLACE
                | 1 << class::GIVEN
                | 1 << class::ORGMOD
                | 1 << class::DIRECTION
                | 1 << class::ORG
                | 1 << class::PLACEPRE)
            != 0
            || document.phrase(from).is_some_and(|p| {
                p.end > rest && document.phrase_classes(p) & (1 << class::PLACE | 1 << class::ORG) != 0
            });
        let info = document.info(from);
        let rest_known = document.class_end(rest, class::PLACE).is_some_and(|e| e == end)
            || document.class_end(rest, class::ORG).is_some_and(|e| e == end)
            || document.has(rest, class::DEMONYM)
            || shape::person(document, rest, end).is_some();
        let adverb = info.pos & pos::ADVERB != 0 && info.pos & pos::NOUN == 0;
        let verb = info.verb != 0 && info.pos & pos::NOUN == 0;
        // *Yin Chengwu*, *Park Min-jae*: a family name that is a word, in front of what is a place or a given name as well
        // *He Yuanlin also came*: no name stands right behind a pronoun
        let small = document.has(from, class::DET);
        let family = !small
            && document.has(from, class::SURNAME)
            && matches!(
                shape::person(document, from, end),
                Some(PersonShape::Chinese | PersonShape::Hyphenated)
            );
        // *Integrated Lima Works Inc*: a participle that companies are called by
        let company = || {
            let form = info.form & form::PAST != 0 && info.pos & pos::ADJECTIVE != 0;
            let headed = |at: u32| document.has(at, class::LEGALFORM);
            form && !rest_known && (headed(end - 1) || end < document.len() && headed(end))
        };
        if !known && !family && (rest_known || adverb || verb) && !company() {
            from = rest;
            if document.has(from, class::DEMONYM) && from + 1 == end {
                return;
            }
        }
    }
    if from >= end {
        return;
    }
    // *Russia-Ukraine*: two places; three and more are a region
    if end - from >= 3 {
        let hyphens = (from..end).filter(|at| matches!(document.str(*at), "-" | "–")).count();
        let known = document.phrase(from).is_some_and(|p| p.end == end);
        if hyphens == 1
            && !known
            && let Some(at) = (from..end).find(|at| matches!(document.str(*at), "-" | "–"))
        {
            let place = |s: u32, e: u32| document.class_end(s, class::PLACE) == Some(e);
            if at > from && at + 1 < end && place(from, at) && place(at + 1, end) {
                out.push(Run {
                    start: from,
                    end: at,
                    opens: opens && from == start,
                });
                out.push(Run {
                    start: at + 1,
                    end,
                    opens: false,
                });
                return;
            }
        }
    }
    // a nationality alone is no name, nor are two (*South Korean*, *Egyptian-Libyan*)
    let mut rest = from;
    while let Some(next) = demonym_end(document, rest).filter(|next| *next <= end) {
        rest = next;
        if rest + 1 < end && matches!(document.str(rest), "-" | "–") {
            rest += 1;
        }
    }
    if rest == end {
        return;
    }
    // *US-Chinese relations*: the country and a nationality
    let hyphen = (from + 1..end.min(from + 4)).find(|at| matches!(document.str(*at), "-" | "–"));
    if let Some(at) = hyphen.filter(|at| demonym_end(document, at + 1) == Some(end))
        && document.class_end(from, class::PLACE) == Some(at)
    {
        out.push(Run {
            start: from,
            end: at,
            opens: opens && from == start,
        });
        return;
    }
    // *Egyptian-US relations*
    let joined = rest > from && matches!(document.str(rest - 1), "-" | "–");
    if joined && document.class_end(rest, class::PLACE) == Some(end) {
        from = rest;
    }
    out.push(Run {
        start: from,
        end,
        opens: opens && from == start,
    });
}
