//! Cuts a run of capitals into names: at titles, forms of address and nationalities, between a body or a place and a
//! person, between two of a kind.

use super::super::dates::dateline::leading_agency;
use super::headline::{is_held_by, is_plain_verb, is_told, without_post};
use super::posts::{is_field, is_general, is_holder, owns_office, post_start};
use super::runs::Run;
use super::shape::{self, is_name_word};
use crate::lexicon::class;
use crate::lexicon::format::{PlaceInfo, form};
use crate::text::{Document, flag};

/// End of a title (*Executive Vice President*, *ex-Foreign Minister*) that starts at `at`.
#[inline]
pub fn title_end(document: &Document<'_>, at: u32, limit: u32) -> Option<u32> {
    // nearly everywhere none does
    let starts = document.starting(at) & (1 << class::TITLE | 1 << class::TITLEMOD) != 0;
    starts.then(|| find_title(document, at, limit)).flatten()
}

fn find_title(document: &Document<'_>, at: u32, limit: u32) -> Option<u32> {
    let mut from = at;
    for _ in 0..4 {
        // a whole title first: *vice president* is one
        if let Some(end) = document.class_end(from, class::TITLE) {
            if end > limit {
                return None;
            }
            // *General Manager*, *Chairman and CEO* are titles side by side
            let mut last = end;
            for _ in 0..2 {
                match document.class_end(last, class::TITLE) {
                    Some(next) if next <= limit && !document.is(last, flag::GLUED) => last = next,
                    _ => break,
                }
            }
            return Some(last);
        }
        match document.class_end(from, class::TITLEMOD) {
            Some(end) if end < limit => {
                from = end;
                if document.str(from) == "-" && document.is(from, flag::GLUED) && from + 1 < limit {
                    from += 1;
                }
            }
            _ => return None,
        }
    }
    None
}

/// End of a form of address with its point (*Mr.*, *Lt Gen*).
fn honorific_end(document: &Document<'_>, at: u32, limit: u32) -> Option<u32> {
    let mut end = document.class_end(at, class::HONORIFIC).filter(|e| *e <= limit)?;
    if end < limit && document.str(end) == "." && document.is(end, flag::GLUED) {
        end += 1;
    }
    Some(end)
}

/// End of a nationality that starts at `at`: *Korean*, *South Korean*, *West Indians*.
fn demonym_end(document: &Document<'_>, at: u32) -> Option<u32> {
    document.class_end(at, class::DEMONYM).or_else(|| {
        document
            .has(at, class::DIRECTION)
            .then(|| document.class_end(at + 1, class::DEMONYM))
            .flatten()
    })
}

/// A word of capitals that may be a body's letters.
fn is_acronym(document: &Document<'_>, at: u32) -> bool {
    const OTHER: u128 = 1 << class::TITLE | 1 << class::HONORIFIC | 1 << class::ACRONYMSTOP | 1 << class::GIVEN;
    document.is(at, flag::UPPER)
        && !document.is(at, flag::DOTTED)
        && document.token(at).len > 1
        && document.classes(at) & OTHER == 0
}

/// The run's last token is the head of an organisation's, a place's or an event's name.
pub(super) fn has_head(document: &Document<'_>, end: u32) -> bool {
    [
        class::ORGHEAD,
        class::ORGHEADWEAK,
        class::PLACEHEAD,
        class::EVENTHEAD,
        class::LEGALFORM,
        class::OTHERHEAD,
    ]
    .iter()
    .any(|c| document.has(end - 1, *c))
}

/// Cuts a run into names.
pub(super) fn split(document: &Document<'_>, start: u32, end: u32, opens: bool, limit: u32, out: &mut Vec<Run>) {
    let end = without_post(document, start, end);
    let mut from = start;
    let mut opens = opens;
    if is_field(document, start, end) || owns_office(document, start, end, limit) {
        push(document, start, end, opens, out);
        return;
    }
    // *Xinhua News Agency | Beijing, March 3*
    if opens && let Some(agency) = leading_agency(document, start, end).filter(|at| *at < end) {
        push(document, start, agency, opens, out);
        (from, opens) = (agency, false);
    }
    let whole_known = |from: u32| {
        document.phrase(from).is_some_and(|p| {
            p.end >= end.min(from + 2) && document.phrase_classes(p) & (1 << class::ORG | 1 << class::PLACE) != 0
        })
    };
    // *chairman of the | Board Gu Zeming*, *Special Agent in | Charge Ann Doyle*: the end of a post with small words inside
    if !opens && from > 1 && matches!(document.str(from - 1), "of" | "in" | "the") {
        let post = |back: u32| title_end(document, from.checked_sub(back)?, end).filter(|at| *at > from);
        let behind = (2..=5).find_map(post).unwrap_or(from);
        // *Member of | Parliament*, *Chairman of the | Board | of Directors*
        if behind == end {
            return;
        }
        from = behind;
    }
    while from < end {
        if whole_known(from) {
            break;
        }
        if let Some(next) = honorific_end(document, from, limit) {
            // a form of address that is all of the run may address a small-lettered name; it is none itself
            if next >= end || !(has_head(document, end) && next + 1 == end) {
                from = next;
                opens = false;
                continue;
            }
        }
        if let Some(next) = title_end(document, from, limit) {
            // *King Abdullah Studies Center*: what is named after a king is none
            let crown = || document.value(from, next, class::TITLE) == Some("public") && end > next + 1;
            let named = next < end
                && next - from == 1
                && has_head(document, end)
                && (shape::person(document, next, end).is_none() || crown() && !document.has(end - 1, class::SURNAME));
            if !(named || next - from == 1 && is_general(document, from, end)) || next >= end {
                from = next;
                opens = false;
                continue;
            }
        }
        // *Chipmaker Kioxia*
        if opens
            && from + 1 < end
            && document.has(from, class::DEFINITE)
            && !document.has(from, class::ORGHEAD)
            && !has_head(document, end)
        {
            from += 1;
            opens = false;
            continue;
        }
        // *Nurse Carmen Ho*
        if let Some(next) = document.class_end(from, class::PERSONNOUN).filter(|n| *n + 1 < end)
            && shape::person(document, next, end).is_some()
            && !document.has(from, class::GIVEN)
            && !has_head(document, end)
        {
            from = next;
            opens = false;
            continue;
        }
        if let Some(rest) = demonym_end(document, from).filter(|rest| *rest < end) {
            let person = shape::person(document, rest, end).is_some();
            let titled = title_end(document, rest, end).is_some() && !is_general(document, rest, end);
            if person && !has_head(document, end) || titled {
                from = rest;
                opens = false;
                continue;
            }
        }
        break;
    }
    if from >= end {
        return;
    }
    // *WASHINGTON Christopher Steele*: a dateline without its dash
    let upper = |at: u32| document.is(at, flag::UPPER);
    if opens
        && upper(from)
        && document.token(from).len > 3
        && let Some(at) = document.class_end(from, class::PLACE).filter(|at| *at < end)
        && (from..at).all(upper)
        && !upper(at)
        && document.is(at, flag::CAPITAL)
        && document.token(at).len > 1
    {
        push(document, from, at, true, out);
        split(document, at, end, true, limit, out);
        return;
    }
    // *Oyam & Gulu*, *Benjamin Ntim & Kojo Annan*: two of a kind
    if let Some(at) =
        (from + 1..end.saturating_sub(1)).find(|at| document.str(*at) == "&" && !document.is(*at, flag::GLUED))
    {
        let place = |s: u32, e: u32| document.class_end(s, class::PLACE) == Some(e);
        let person = |s: u32, e: u32| shape::person(document, s, e).is_some();
        let single = at == from + 1 && !shape::is_ordinary(document, from);
        if place(from, at) && place(at + 1, end) || (person(from, at) || single) && person(at + 1, end) {
            push(document, from, at, opens, out);
            push(document, at + 1, end, false, out);
            return;
        }
    }
    // *envoy to Japan Frank Hsieh*: a large place, then a person
    if let Some(at) = document.class_end(from, class::PLACE).filter(|at| at + 1 < end) {
        let large = document.value_place(from, at).is_some_and(|row| {
            let place = &document.lexicon.places[row as usize];
            place.kind == PlaceInfo::COUNTRY || place.population > 500_000
        });
        let name = document.has(from, class::GIVEN) || document.has(from, class::SURNAMEZH) && at == from + 1;
        // *ambassador to Korea Sripriya Ranganathan*: whatever two words follow are the ambassador
        let of_country = from > 0
            && matches!(document.str(from - 1), "of" | "to" | "for")
            && end - at >= 2
            && !has_head(document, end)
            && (at..end).all(|t| document.is(t, flag::CAPITAL) && !shape::is_ordinary(document, t))
            && shape::is_country(document, from, at);
        // *Minister of Trade of the Republic of Chad Musa Adeyo*: *Chad* is no given name there
        let state = || from > 1 && document.class_end(from - 2, class::PLACEPRE) == Some(from);
        // *Chief Minister Nara Chandrababu Naidu*: behind a post all of it is the name
        let titled = from > 0
            && document.classes(from - 1) & (1 << class::TITLE | 1 << class::HONORIFIC) != 0
            && shape::person(document, at, end) == Some(shape::PersonShape::Given)
            && at == from + 1
            && end - at <= 2
            && !shape::is_country(document, from, at);
        if large && !titled && (!name && of_country || (!name || state()) && shape::person(document, at, end).is_some())
        {
            push(document, from, at, opens, out);
            push(document, at, end, false, out);
            return;
        }
    }
    // *SK Hynix Kim Young-sik*: a well-known body, then a person
    if let Some(at) = document.class_end(from, class::ORG).filter(|at| at + 1 < end)
        && !document.has(from, class::GIVEN)
        && matches!(
            shape::person(document, at, end),
            Some(shape::PersonShape::Chinese | shape::PersonShape::Hyphenated)
        )
    {
        push(document, from, at, opens, out);
        push(document, at, end, false, out);
        return;
    }
    // *LG Display P10 plant*: the site of a well-known body by its letters
    if let Some(at) = document.class_end(from, class::ORG).filter(|at| *at + 1 == end)
        && document.str(at).bytes().any(|b| b.is_ascii_digit())
        && (document.value(end, end + 1, class::EVENTNOUN))
            .is_some_and(|of| of.split(' ').any(|group| group == "plant"))
    {
        push(document, from, at, opens, out);
        return;
    }
    // *Kelvar Corp. Luis Prado*: behind the legal form
    if let Some(at) = (from + 2..end.saturating_sub(1)).find(|at| {
        document.str(at - 1) == "."
            && document.has(at - 2, class::LEGALFORM)
            && matches!(
                shape::person(document, *at, end),
                Some(shape::PersonShape::Given | shape::PersonShape::Chinese)
            )
    }) {
        push(document, from, at, opens, out);
        push(document, at, end, false, out);
        return;
    }
    // *DPP Rosalia Wu*, *First Nations Cindy Woodhouse*: a body, then a person
    for at in from + 1..end.saturating_sub(1) {
        let acronym =
            document.is(at - 1, flag::UPPER) && !document.is(at - 1, flag::DOTTED) && document.token(at - 1).len > 1;
        // *Minister of Transport Kamel El-Wazir*: one word is enough behind *of*
        let field = from > 0
            && (matches!(document.str(from - 1), "of" | "for" | "and")
                || from > 1 && document.str(from - 1) == "the" && document.str(from - 2) == "of");
        let ordinary = at >= from + if field { 1 } else { 2 }
            && shape::is_ordinary(document, at - 1)
            && !document.has(at - 1, class::GIVEN)
            && (field && at >= from + 2 || !document.has(at - 1, class::SURNAME))
            && !document.has(at - 1, class::NAMEPARTICLE);
        let shape = shape::person(document, at, end);
        let person = match shape {
            Some(shape::PersonShape::Given) => {
                document.has(end - 1, class::SURNAME) || field && (from..at).all(|t| shape::is_ordinary(document, t))
            }
            Some(_) => field,
            // *Minister of Foreign Affairs Amy Kuo*: words of the field, then words that are none
            None => {
                field
                    && (2..=3).contains(&(end - at))
                    && (from..at).all(|t| shape::is_ordinary(document, t))
                    && (at..end).all(|t| is_name_word(document, t))
                    && !shape::is_ordinary(document, at)
                    && (document.has(at, class::SURNAME) || (at..end).all(|t| !shape::is_ordinary(document, t)))
                    && (document.classes(at) & (1 << class::PLACE | 1 << class::ORG) == 0
                        || document.has(at, class::GIVEN))
            }
        };
        // *Westmoreland County Deputy Coroner Gerry Fritz*: the post is neither's
        let full = matches!(shape, Some(shape::PersonShape::Given | shape::PersonShape::Chinese));
        // *KLM Public Relations Officer Musa Adeyo*
        let officer = is_acronym(document, from) && end - at <= 3 && (at..end).all(|t| is_name_word(document, t));
        let post = if full || person || officer {
            post_start(document, from, at)
        } else {
            at
        };
        let posted = post < at;
        // *Crown | Prince Mohammed*: the person starts behind the post
        let titled = document.classes(at) & (1 << class::TITLE | 1 << class::HONORIFIC) != 0 && at + 1 < end;
        let holder = !titled && (acronym || has_head(document, at)) && is_holder(document, from, at, end);
        if ((acronym || ordinary) && person && !titled || posted || holder) && !has_head(document, end) {
            push(document, from, post, opens, out);
            push(document, at, end, false, out);
            return;
        }
    }
    // *Li Xiaomin Inspects Development*: the verb of a headline in capitals
    let verb = (from + 1..end).find(|at| {
        document.is(*at, flag::HEADLINE)
            && document.info(*at).form & form::THIRD != 0
            && (document.classes(*at) & (1 << class::SURNAME | 1 << class::GIVEN) == 0
                && (shape::person(document, from, *at).is_some() || is_plain_verb(document, *at) && *at + 1 < end)
                || is_told(document, *at, end)
                // *President of Peru Holds a Meeting*
                || *at + 1 == end && is_held_by(document, from, *at))
    });
    if let Some(verb) = verb {
        // *University Holds Ceremony*: a head alone names nobody
        if verb > from + 1 || !document.has(from, class::ORGHEAD) || document.has(from, class::ORG) {
            push(document, from, verb, opens, out);
        }
        if verb + 1 < end {
            split(document, verb + 1, end, false, limit, out);
        }
        return;
    }
    // a title inside: *Uganda President Yoweri Museveni*
    let mut at = from + 1;
    while at < end {
        // *Morland County | Deputy Coroner*
        let place_head = document.has(at, class::PLACEHEAD)
            && title_end(document, at + 1, limit).is_some()
            && !shape::is_country(document, from, at);
        // *Zayed bin Sultan Al Nahyan*
        let particle = document.has(at - 1, class::NAMEPARTICLE);
        if let Some(next) = title_end(document, at, limit).filter(|_| !place_head && !particle) {
            let rest_is_name = next < end && (shape::person(document, next, end).is_some() || !has_head(document, end));
            let holder = document.class_end(from, class::PLACE).is_some_and(|e| e == at)
                || document.class_end(from, class::ORG).is_some_and(|e| e == at)
                || document.has(from, class::DEMONYM) && at == from + 1
                // *Chamber of Commerce and | Industry President*
                || from > 0 && document.str(from - 1) == "and" && shape::is_ordinary(document, at - 1)
                // *MTC Public Relations Officer*
                || is_acronym(document, from) && at == from + 1 && !document.is(at, flag::UPPER)
                || at > from
                    && [class::ORGHEAD, class::ORGHEADWEAK, class::PLACEHEAD]
                        .iter()
                        .any(|c| document.has(at - 1, *c));
            if (rest_is_name || next >= end && holder) && !whole_known(at - 1) {
                push(document, from, at, opens, out);
                if next < end {
                    split(document, next, end, false, limit, out);
                }
                return;
            }
        }
        // a form of address inside: *Speaker Mr Kadaga*
        if let Some(next) = honorific_end(document, at, end) {
            let short = document.token(at).len <= 4;
            // *Amir Sheikh Nawaf Al-Amri*
            let named = || (next..end).any(|t| document.has(t, class::NAMEPARTICLE));
            let name = document.has(at, class::SURNAME) || document.has(at, class::GIVEN);
            if next < end && (short || !name || named()) {
                push(document, from, at, opens, out);
                split(document, next, end, false, limit, out);
                return;
            }
        }
        let head = document.has(at - 1, class::ORGHEAD) && !document.has(at - 1, class::SURNAME);
        if head && at > from && shape::person(document, at, end).is_some() {
            push(document, from, at, opens, out);
            push(document, at, end, false, out);
            return;
        }
        at += 1;
    }
    push(document, from, end, opens, out);
}

/// *Jiangsu Wuxi*: the end of the first of two places where a run is nothing but a place and one that
/// lies in it, as Chinese writes them.
fn nested_places(document: &Document<'_>, start: u32, end: u32) -> Option<u32> {
    const PEOPLE: u128 = 1 << class::GIVEN | 1 << class::SURNAME | 1 << class::SURNAMEZH;
    let cut = document.class_end(start, class::PLACE).filter(|cut| *cut < end)?;
    let inner_end = document.class_end(cut, class::PLACE)?;
    let shown = |at: u32| document.is(at, flag::CAPITAL) && !document.is(at, flag::UPPER | flag::LINE | flag::GLUED);
    let named = (document.classes(start) | document.classes(cut)) & PEOPLE != 0;
    let company = end < document.len() && document.has(end, class::LEGALFORM);
    if inner_end > end || named || company || !shown(cut) {
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
pub(super) fn push(document: &Document<'_>, start: u32, end: u32, opens: bool, out: &mut Vec<Run>) {
    if let Some(cut) = nested_places(document, start, end) {
        push(document, start, cut, opens, out);
        push(document, cut, end, false, out);
        return;
    }
    let mut from = start;
    while from < end && (document.str(from) == "." || document.str(from) == "-") {
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
        let adverb =
            info.pos & crate::lexicon::format::pos::ADVERB != 0 && info.pos & crate::lexicon::format::pos::NOUN == 0;
        let verb = info.verb != 0 && info.pos & crate::lexicon::format::pos::NOUN == 0;
        if !known && (rest_known || adverb || verb) {
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
