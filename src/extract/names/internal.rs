//! Evidence in the words of a name.

use super::super::dates::dateline::leading_agency;
use super::EvidenceSet;
use super::evidence as e;
use super::join::{Joined, topic};
use super::marks::kept_mark;
use super::people::people;
use super::roads;
use super::shape;
use super::words::words;
use crate::lexicon::format::{PlaceInfo, Sense};
use crate::lexicon::{ClassSet, class, list};
use crate::text::fold::fold;
use crate::text::{Document, flag};

pub(super) fn bit(evidence: u8) -> EvidenceSet {
    1 << evidence
}

pub(super) fn has(set: ClassSet, class: u8) -> bool {
    set & (1 << class) != 0
}

/// What the tokens of a name say, and the small words around it that need no rule.
pub fn evidence(document: &Document<'_>, name: &Joined) -> EvidenceSet {
    let d = document;
    // *Hobson's has lowered its outlook*: what the name says without its mark
    if let Some(mark) =
        kept_mark(d, name).filter(|mark| mark + 1 == name.end && d.class_end(name.start, class::ORG) != Some(name.end))
    {
        let stem = Joined { end: mark, ..*name };
        let owner = bit(e::POSSESSIVE) | bit(e::SINGLE_GIVEN) | bit(e::SINGLE_SURNAME);
        return evidence(d, &stem) & !owner | bit(e::SUFFIX_ORG);
    }
    let (start, end) = (name.start, name.end);
    let n = end - start;
    let mut set = bit(e::BIAS);
    if roads::is_road(d, start, end) {
        return set | bit(e::PLACE_HEAD);
    }
    if is_portfolio(d, start, end) || is_storm(d, start, end) {
        return set | bit(e::ORDINARY) | bit(e::OTHER_HEAD);
    }
    // *Sdn Bhd* left by itself is nobody's name
    if is_form_alone(d, start, end) {
        return set | bit(e::ORDINARY) | bit(e::OTHER_HEAD);
    }
    let last = last_word(d, start, end);
    let last_set = head_classes(d, start, country_branch(d, start, last));
    let phrase_classes = match d.phrase(start) {
        Some(p) if p.end == end => d.phrase_classes(p),
        _ if n == 1 => d.classes(start),
        _ => 0,
    };
    heads(d, name, last_set, phrase_classes, &mut set);
    // *East* alone is a direction, whatever province bears the name
    let place = has(phrase_classes, class::PLACE) && !(n == 1 && has(phrase_classes, class::DIRECTION));
    let alias = place && alias_only(d, start, end);
    if alias && !has(phrase_classes, class::ORG) {
        set |= bit(e::PLACE_ALIAS);
    }
    // *Temasek* is a fund first; *Xinhua, Changsha, April 22 –*: the agency
    let agency = name.opens && leading_agency(d, start, end) == Some(end);
    if agency {
        set |= bit(e::VIA_NEWS);
    }
    if place && !agency && !(alias && has(phrase_classes, class::ORG)) {
        set |= place_size(d, d.senses(start, end));
        // *US* is not the pronoun
        let acronym = d.is(start, flag::UPPER) && shape::is_function(d, start);
        if n == 1 && has(phrase_classes, class::PLACESTOP) && !acronym && !outweighs_word(d, start) {
            set |= bit(e::PLACE_STOP);
        }
        if is_contained(d, start, end) {
            set |= bit(e::CONTAINED);
        }
    } else if n > 1 && d.class_end(start, class::PLACE).is_some_and(|p| p < end) {
        set |= bit(e::PLACE_PART);
    } else if n > 1 && ends_in_country(d, start, end) {
        set |= bit(e::ENDS_COUNTRY);
    }
    if n > 2
        && (start..end).step_by(2).all(|at| d.has(at, class::PLACE))
        && (start + 1..end)
            .step_by(2)
            .all(|at| d.str(at) == "-" || d.str(at) == "–")
    {
        set |= bit(e::PLACE_HYPHEN);
    }
    if n == 1
        && d.is(start, flag::UPPER)
        && end + 1 < d.len()
        && !place
        && d.str(end) == "("
        && !d.is(end + 1, flag::CAPITAL)
        && d.is(end + 1, flag::WORD)
    {
        set |= bit(e::ACRONYM_EXPLAINED);
    }
    if n > 1 && d.is(start, flag::UPPER) && !d.is(start, flag::DOTTED) && !d.is(end - 1, flag::UPPER) {
        set |= bit(e::UPPER_FIRST);
    }
    people(d, start, end, n, &mut set);
    let listed = phrase_classes & (1 << class::PLACE | 1 << class::ORG | 1 << class::UNIVERSITY) != 0;
    words(d, name, n, listed, &mut set);
    if start > 0 && d.has(start - 1, class::DET) {
        let article = d.str(start - 1);
        if article.eq_ignore_ascii_case("the")
            || article.eq_ignore_ascii_case("a")
            || article.eq_ignore_ascii_case("an")
        {
            set |= bit(e::ARTICLE_BEFORE);
        }
    }
    // *ANKARA. KAZINFORM –*: the agency behind the place
    let agency = has(phrase_classes, class::ORG) && !place;
    if name.opens && !agency && is_dateline(d, start, end) || place && is_label(d, start, end) {
        set |= bit(e::DATELINE);
    }
    if end < d.len() && matches!(d.str(end), "'s" | "’s") {
        set |= bit(e::POSSESSIVE);
    }
    if start > 0
        && d.is(start - 1, flag::MARK)
        && matches!(d.str(start - 1), "“" | "\"" | "‘")
        && end < d.len()
        && matches!(d.str(end), "”" | "\"" | "’" | ",")
    {
        set |= bit(e::QUOTED);
    }
    set
}

/// *Minister of Industry and Technology*, *Minister for Mines, Railways and Trade*: what a minister is for is no body.
fn is_portfolio(d: &Document<'_>, start: u32, end: u32) -> bool {
    /// Tokens of the longest post of that kind, and of the fields in front of the last.
    const LONGEST: u32 = 4;
    const FIELDS: u32 = 10;
    // *Petroleum | Minister Dana Holt*
    let minister = || d.value(end, end + 1, class::TITLE) == Some("minister") && d.is(end, flag::CAPITAL);
    if end < d.len() && minister() && !d.is(end, flag::LINE | flag::GLUED) && d.str(end + 1) != "-" {
        // *Labour*, *Foreign Affairs*: called like a party or a magazine
        let known = d.value(start, end, class::ORG);
        let body = known.is_some_and(|kind| !kind.starts_with("party") && !kind.starts_with("media"));
        let field = |at: u32| topic(d, at) && !d.is(at, flag::UPPER) && !d.has(at, class::DEMONYM);
        return !body && (start..end).all(field);
    }
    if start < 2 || !matches!(d.str(start - 1), "of" | "for" | "the" | "," | "and") {
        return false;
    }
    // *Party Secretary of Shanghai*: the city
    let city = |at: u32| d.has(at, class::PLACE) && outweighs_word(d, at);
    let field = |at: u32| !d.is(at, flag::CAPITAL) || topic(d, at) && !d.is(at, flag::UPPER) && !city(at);
    let listed = |at: u32| d.is(at, flag::CAPITAL) && field(at) || matches!(d.str(at), "," | "and" | "the");
    let Some(of) = (start.saturating_sub(FIELDS).max(1)..start)
        .rev()
        .find(|at| !listed(*at))
    else {
        return false;
    };
    let head = d.value(end - 1, end, class::ORGHEAD);
    // *vice president of Communications*: one word that is a company's only behind its name
    let weak = || d.value(end - 1, end, class::ORGHEADWEAK);
    let single = end - start == 1 && head.or_else(weak) == Some("company") && !d.has(start, class::ORG);
    let post = |at: u32| {
        let post = d.value(at, of, class::TITLE);
        post == Some("minister") || single && post.is_some()
    };
    // *vice minister of the Ministry of Commerce*: the body itself
    let body = (start..end.saturating_sub(2)).any(|at| d.has(at, class::ORGHEAD) && d.str(at + 1) == "of");
    matches!(d.str(of), "of" | "for")
        && !body
        && (start..end).all(field)
        && (of.saturating_sub(LONGEST)..of).any(post)
        && head.is_none_or(|kind| kind == "company")
}

/// Nothing but a legal form that is no name elsewhere (*AG*, *SA* may be one).
fn is_form_alone(d: &Document<'_>, start: u32, end: u32) -> bool {
    let word = d.is(start, flag::WORD) && !d.is(start, flag::UPPER) && d.token(start).len > 2;
    let form = |from: u32| d.class_end(from, class::LEGALFORM).filter(|at| *at <= end);
    let whole = || {
        let mut at = form(start)?;
        while at < end {
            at = form(at).or_else(|| d.is(at, flag::MARK).then_some(at + 1))?;
        }
        Some(())
    };
    word && d.classes(start) & (1 << class::SURNAME | 1 << class::GIVEN | 1 << class::ORGHEAD) == 0 && whole().is_some()
}

/// Classes of the last word and of every head of several words that ends with it (*Bay Area*, *News Agency*).
fn head_classes(d: &Document<'_>, start: u32, last: u32) -> ClassSet {
    const HEADS: ClassSet = 1 << class::ORGHEAD
        | 1 << class::ORGHEADWEAK
        | 1 << class::PLACEHEAD
        | 1 << class::EVENTHEAD
        | 1 << class::LEGALFORM;
    let mut set = d.classes(last);
    let mut several = 0;
    for at in last.saturating_sub(4).max(start)..last {
        if let Some(phrase) = d.phrase(at).filter(|p| p.end == last + 1) {
            several |= d.phrase_classes(phrase) & HEADS;
        }
    }
    // a *Convention Center* is a place though a *Center* may be a body
    if has(several, class::PLACEHEAD) && !has(several, class::ORGHEAD) && !has(several, class::ORGHEADWEAK) {
        set &= !(1 << class::ORGHEADWEAK);
    }
    set |= several;
    set
}

/// *Matrix Partners China*: the branch of a company in a country has its head in front of that.
fn country_branch(d: &Document<'_>, start: u32, last: u32) -> u32 {
    let head = |at: u32| {
        let kind = d
            .value(at, at + 1, class::ORGHEAD)
            .or_else(|| d.value(at, at + 1, class::ORGHEADWEAK));
        matches!(kind, Some("company" | "fund"))
    };
    let branch =
        last > start + 1 && shape::is_country(d, last, last + 1) && head(last - 1) && d.is(last - 1, flag::CAPITAL);
    if branch { last - 1 } else { last }
}

/// The last token that is a word (not the point of *Ltd.* or a bracket).
fn last_word(d: &Document<'_>, start: u32, end: u32) -> u32 {
    (start..end).rev().find(|at| d.is(*at, flag::WORD)).unwrap_or(end - 1)
}

fn heads(d: &Document<'_>, name: &Joined, last_set: ClassSet, phrase: ClassSet, set: &mut EvidenceSet) {
    let n = name.end - name.start;
    if n > 1 && (has(last_set, class::LEGALFORM) || d.class_end(name.start, class::LEGALFORM) == Some(name.end)) {
        *set |= bit(e::LEGAL_FORM);
    }
    // *4th General Assembly*, *General Assembly of the Kelvar Alliance*: one of many, not the body
    let session = has(last_set, class::ORGHEAD) && has(last_set, class::EVENTHEAD);
    let nth =
        session && (d.is(name.start, flag::NUMBER) || d.has(name.start, class::ORDINAL) || name.part_of != u32::MAX);
    let last_set = match (session, nth) {
        (true, true) => last_set & !(1 << class::ORGHEAD),
        (true, false) => last_set & !(1 << class::EVENTHEAD),
        _ => last_set,
    };
    // *the Jiangsu semiconductor industry association*, *the Conservative party*
    // *the Lima statistics bureau*
    let bureau = || (name.start..name.end - 1).any(|at| d.class_end(at, class::ORGHEAD) == Some(name.end));
    let society = || {
        let last = name.end - 1;
        let small = n > 1 && !d.is(last, flag::CAPITAL);
        small
            && (d
                .value(last, name.end, class::ORGNOUN)
                .is_some_and(|kind| n > 2 || kind == "party")
                || bureau())
    };
    // *Lima Die Casting Technology Company*: a trade in front of the weak head
    let company = |at: u32| {
        let kind = d
            .value(at, at + 1, class::ORGHEAD)
            .or_else(|| d.value(at, at + 1, class::ORGHEADWEAK));
        kind == Some("company")
    };
    let trading = || n > 2 && company(name.end - 1) && company(name.end - 2);
    let strong = has(last_set, class::ORGHEAD) || society() || has(last_set, class::ORGHEADWEAK) && trading();
    // *the 2022 Lima Chip Forum*: one of many, not a body
    let year = || name.start > 0 && d.is(name.start - 1, flag::NUMBER) && d.token(name.start - 1).len == 4;
    let weak = has(last_set, class::ORGHEADWEAK) && !(has(last_set, class::EVENTHEAD) && year());
    // *Annual Meeting of the Lima Association*: the event, not the body
    let event = name.of
        && (name.start..name.end)
            .find(|at| matches!(d.str(*at), "of" | "on") || d.has(*at, class::ORGHEAD))
            .is_some_and(|of| !d.has(of, class::ORGHEAD) && of > name.start && d.has(of - 1, class::EVENTHEAD));
    if event {
        *set |= bit(e::EVENT_HEAD);
        return;
    }
    // *Party for X*, *Bank of X*: the head stands before the small word
    // so does *Centre for Strategic Studies*
    let for_field = |at: u32| at > name.start && d.str(at) == "for" && d.has(at - 1, class::ORGHEADWEAK);
    // *Action Plan for Fostering Chip Clusters*
    let work = name.of
        && (name.start + 1..name.end)
            .find(|at| d.str(*at) == "for")
            .is_some_and(|at| d.has(at - 1, class::OTHERHEAD) && !d.has(at - 1, class::ORGHEAD));
    // and *Research Center of System Integration*
    let center = |at: u32| {
        let kind = |class: u8| {
            let whole = d.class_end(at - 2, class) == Some(at);
            whole.then(|| d.value(at - 2, at, class)).flatten()
        };
        at > name.start + 1
            && d.str(at) == "of"
            && kind(class::ORGHEAD)
                .or_else(|| kind(class::ORGHEADWEAK))
                .is_some_and(|kind| kind != "company")
    };
    let head = |at: u32| d.has(at, class::ORGHEAD) || for_field(at) || center(at);
    let inside = name.of && !work && (name.start..name.end).any(head);
    if inside {
        *set |= bit(e::ORG_OF);
    }
    if n == 1 && (strong || weak) {
        *set |= bit(e::ORG_HEAD_SINGLE);
    } else if strong {
        *set |= bit(e::ORG_HEAD);
    } else if weak && !is_namesake(d, name) {
        *set |= bit(e::ORG_HEAD_WEAK);
    } else if n > 1
        && !inside
        // *Xi'an High-tech Industries Development Zone*
        && !has(last_set, class::PLACEHEAD)
        && (name.start..name.end - 1).any(|at| d.has(at, class::ORGHEAD))
    {
        *set |= bit(e::ORG_HEAD_INSIDE);
    }
    // *Palestinian Red Crescent*: the known body of a country
    let national = || {
        let rest = d
            .class_end(name.start, class::DEMONYM)
            .or_else(|| d.class_end(name.start, class::PLACE))?;
        (rest < name.end && d.class_end(rest, class::ORG) == Some(name.end)).then_some(())
    };
    // *Hiroshi Wada*, *secretary Ge*: letters of a body only where they are capitals
    let letters = n == 1 && !d.is(name.start, flag::UPPER) && d.is_on(name.start, list::LETTERS);
    if has(phrase, class::ORG) && !letters || n > 2 && national().is_some() {
        *set |= bit(e::KNOWN_ORG);
    } else if n > 1
        && d.class_end(name.start, class::ORG).is_some_and(|at| at < name.end)
        && d.classes(name.start) & (1 << class::GIVEN | 1 << class::SURNAME | 1 << class::SURNAMEZH | 1 << class::PLACE)
            == 0
    {
        *set |= bit(e::KNOWN_START);
    }
    if has(phrase, class::UNIVERSITY) {
        *set |= bit(e::UNIVERSITY);
    }
    // *China (Jinan) Chip Industry Conference*: events have their place in brackets too
    if name.bracket && !has(last_set, class::EVENTHEAD) && !has(last_set, class::PLACEHEAD) {
        *set |= bit(e::BRACKET_PLACE);
    }
    // *“One Zone and Two Centers”*: counted, not named
    if n == 2 && d.has(name.start, class::NUMWORD) && has(last_set, class::PLACEHEAD) {
        *set |= bit(e::ORDINARY) | bit(e::OTHER_HEAD);
    }
    if n > 1 {
        // *Chip Circuits Division*: of a body, not of a country
        let division = weak
            && d.value(name.end - 1, name.end, class::PLACEHEAD) == Some("district")
            && n > 2
            // *Non-volatile Memory Division*
            && (name.start..name.end - 1).all(|at| {
                let compound = d.is(at, flag::MARK | flag::GLUED) || d.is(at + 1, flag::MARK);
                (compound || topic(d, at)) && !d.has(at, class::DIRECTION)
            });
        // *Wuhan East Lake demonstration zone*
        let zone = || {
            let noun = |at: u32| d.class_end(at, class::PLACENOUN) == Some(name.end) && !d.is(at, flag::CAPITAL);
            let value = |at: u32| d.value(at, name.end, class::PLACENOUN) == Some("zone");
            !d.is(name.end - 1, flag::CAPITAL) && (name.start + 1..name.end).any(|at| noun(at) && value(at))
        };
        if division {
            *set |= bit(e::ORG_HEAD);
        } else if zone() || has(last_set, class::PLACEHEAD) && !strong && !inside {
            *set |= bit(e::PLACE_HEAD);
        }
        if d.class_end(name.start, class::PLACEPRE).is_some_and(|p| p < name.end) {
            *set |= bit(e::PLACE_BEFORE);
        }
        if d.has(name.start, class::DIRECTION)
            && d.class_end(name.start + 1, class::PLACE).is_some_and(|p| p == name.end)
        {
            *set |= bit(e::DIRECTION);
        }
        if has(last_set, class::EVENTHEAD)
            || name.of && (name.start..name.end).any(|at| d.has(at, class::EVENTHEAD)) && !strong
        {
            *set |= bit(e::EVENT_HEAD);
        }
        // *World Food Programme*
        // *Yang Song* is somebody
        let somebody = n == 2
            && !d.has(name.start.saturating_sub(1), class::DET)
            && shape::person(d, name.start, name.end) == Some(shape::PersonShape::Chinese);
        if (has(last_set, class::OTHERHEAD) || work) && !has(phrase, class::ORG) && !somebody {
            *set |= bit(e::OTHER_HEAD);
        }
        if d.has(name.start, class::ORGMOD) {
            *set |= bit(e::ORG_MODIFIER);
        }
        if d.has(name.start, class::DEMONYM) {
            *set |= bit(e::DEMONYM_INSIDE);
        }
    } else if has(last_set, class::EVENTHEAD) || has(last_set, class::OTHERHEAD) {
        *set |= bit(e::OTHER_HEAD);
    }
}

/// *Hurricane Ida*, and *Hanna* behind a *Typhoon* that opens the sentence: nobody, though they bear people's names.
fn is_storm(d: &Document<'_>, start: u32, end: u32) -> bool {
    let storm = |at: u32| d.has(at, class::OTHERHEAD) && d.value(at, at + 1, class::OTHERHEAD) == Some("front");
    let known = d.has(end - 1, class::ORGHEAD) || d.has(end - 1, class::PLACEHEAD);
    !known && (end > start + 1 && storm(start) || end == start + 1 && start > 0 && storm(start - 1))
}

/// *Alex Branch*, *Tom Power*: a given name that is nothing else and a family name that is the head of bodies as well.
fn is_namesake(d: &Document<'_>, name: &Joined) -> bool {
    /// People of a place that a body is rather called after.
    const LARGE: u32 = 100_000;
    let (first, last) = (name.start, name.end - 1);
    first + 1 == last
        && d.has(first, class::GIVEN)
        && d.has(last, class::SURNAME)
        && !d.has(first, class::ORG)
        && !d.has(last, class::ORGHEAD)
        && d.info(first).pos == 0
        && d.value_place(first, last).is_none_or(|row| {
            let place = &d.lexicon.places[row as usize];
            place.kind == PlaceInfo::CITY && place.population < LARGE
        })
}

/// Every place that bears the name is better known under another: *Temasek* is an old name of Singapore.
fn alias_only(d: &Document<'_>, start: u32, end: u32) -> bool {
    let text = d.slice(start, end);
    d.senses(start, end)
        .iter()
        .filter(|s| s.class() == class::PLACE)
        .all(|s| {
            let place = &d.lexicon.places[s.value() as usize];
            place.kind > 2 && !d.lexicon.string(place.name).eq_ignore_ascii_case(text)
        })
}

/// The place is far better known than the word: a *berlin* is a kind of coach. *in Cork*, *in Nice*: behind *in* in
/// running text a word with a capital is the city.
pub(super) fn outweighs_word(d: &Document<'_>, at: u32) -> bool {
    const RARE: u8 = 2;
    const LARGE: u32 = 1_000_000;
    const TOWN: u32 = 90_000;
    let common = d.info(at).common;
    let before = || match d.str(at - 1) {
        "in" => true,
        // *the canton of Geneva*
        "of" => at > 1 && d.has(at - 2, class::PLACENOUN),
        _ => false,
    };
    let located = at > 0 && !d.is(at, flag::HEADLINE | flag::UPPER) && before();
    (common <= RARE + 1 || located)
        && d.value_place(at, at + 1).is_some_and(|row| {
            let place = &d.lexicon.places[row as usize];
            place.kind == PlaceInfo::COUNTRY
                || common <= RARE && place.population >= LARGE
                || located
                    && place.kind == PlaceInfo::CITY
                    && place.population >= TOWN
                    && fold(d.lexicon.string(place.name)) == fold(d.str(at))
        })
}

/// Letters of the longest word in capitals that may be an acronym.
pub(super) const ACRONYM_LONGEST: u16 = 7;

/// *WOODBURY — The mayor*: capitals at the start of a sentence, then a dash of its own.
fn is_dateline(d: &Document<'_>, start: u32, end: u32) -> bool {
    end + 1 < d.len()
        && d.token(start).len
            > if d.class_end(start, class::PLACE) == Some(end) {
                3
            } else {
                ACRONYM_LONGEST
            }
        && (start..end).all(|at| d.is(at, flag::UPPER))
        && !d.is(end, flag::GLUED)
        && !d.is(end + 1, flag::GLUED)
        && matches!(d.str(end), "-" | "–" | "—" | "--")
        && !d.is(end + 1, flag::UPPER)
}

/// *\*\*Austin\*\* – A jury …*: in bold in front of a dash, at the start of a line.
fn is_label(d: &Document<'_>, start: u32, end: u32) -> bool {
    let star = |at: u32| d.str(at).starts_with('*');
    if start == 0 || !star(start - 1) || end >= d.len() || !star(end) {
        return false;
    }
    let first = (0..start).rev().take(3).take_while(|at| star(*at)).last();
    let behind = (end..d.len()).take(3).find(|at| !star(*at));
    first.is_some_and(|at| d.is(at, flag::LINE)) && behind.is_some_and(|at| matches!(d.str(at), "-" | "–" | "—" | "--"))
}

/// *Price, Utah*: the division or the country behind the comma has a place of that name.
fn is_contained(d: &Document<'_>, start: u32, end: u32) -> bool {
    if end + 1 >= d.len() || d.str(end) != "," || !d.is(end + 1, flag::CAPITAL) {
        return false;
    }
    let Some(outer_end) = d.class_end(end + 1, class::PLACE) else {
        return false;
    };
    let rows = |s: u32, e: u32| {
        let senses = d.senses(s, e).iter().filter(|x| x.class() == class::PLACE);
        senses.map(|x| &d.lexicon.places[x.value() as usize])
    };
    rows(end + 1, outer_end).any(|outer| rows(start, end).any(|p| p.kind > PlaceInfo::PROVINCE && p.lies_in(outer)))
}

/// *Statistics Canada*, *Nasdaq Stockholm*: a country or a city behind, which is no one's family name.
fn ends_in_country(d: &Document<'_>, start: u32, end: u32) -> bool {
    /// A family name that people are likely to have: *London*, *Jordan*; fewer are called *Canada*.
    const COMMON: u32 = 96;
    let last = end - 1;
    let known = d.value_place(last, end).is_some_and(|row| {
        let place = &d.lexicon.places[row as usize];
        place.kind == PlaceInfo::COUNTRY || place.population >= 1_000_000
    });
    known
        && d.classes(last) & (1 << class::GIVEN | 1 << class::SURNAMEZH) == 0
        && d.number_value(last, end, class::SURNAME).is_none_or(|how| how < COMMON)
        && !d.has(start, class::DIRECTION)
        && !d.has(start, class::GIVEN)
}

/// How large the largest place of that name is.
fn place_size(d: &Document<'_>, senses: &[Sense]) -> EvidenceSet {
    let mut best = e::PLACE_SMALL;
    let mut size = 0;
    for sense in senses.iter().filter(|s| s.class() == class::PLACE) {
        let place = &d.lexicon.places[sense.value() as usize];
        match place.kind {
            PlaceInfo::COUNTRY => return bit(e::PLACE_COUNTRY) | bit(e::PLACE_NATION),
            1..=2 => return bit(e::PLACE_COUNTRY),
            5..=8 => best = if size > 5_000 { best } else { e::PLACE_MIDDLE },
            _ => {
                if place.population > size {
                    size = place.population;
                    best = match size {
                        1_000_000.. => e::PLACE_HUGE,
                        100_000.. => e::PLACE_LARGE,
                        5_000.. => e::PLACE_MIDDLE,
                        _ => best,
                    };
                }
            }
        }
    }
    bit(best)
}
