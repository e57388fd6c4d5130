//! Evidence in the words of a name.

mod heads;
mod places;

use super::super::dates::dateline::leading_agency;
use super::EvidenceSet;
use super::evidence as e;
use super::join::{Joined, topic};
use super::marks::kept_mark;
use super::people::people;
use super::roads;
use super::shape;
use super::words::words;
use crate::lexicon::{ClassSet, class, list};
use crate::text::{Document, flag};
use heads::{country_branch, head_classes, heads};
pub(super) use places::outweighs_word;
use places::{alias_only, ends_in_country, is_contained, place_size};

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
    // *7:50 a.m. Wednesday Beijing Time*
    if n > 1 && d.class_end(start, class::TIMEZONE) == Some(end) {
        return set | bit(e::ORDINARY) | bit(e::OTHER_HEAD);
    }
    // *TIME : 2020-06-24* is not the magazine
    if n == 1 && d.is(start, flag::LINE) && d.is(start, flag::UPPER) && is_field(d, end) {
        return set | bit(e::ORDINARY) | bit(e::OTHER_HEAD);
    }
    // *The IPO raised 3 million yuan*, *The GDP said*: letters for a common noun, behind an article
    if n == 1
        && d.has(start, class::ACRONYMSTOP)
        && !d.has(start, class::ORG)
        && start > 0
        && d.has(start - 1, class::DET)
    {
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
    let headed = bit(e::ORG_HEAD) | bit(e::ORG_HEAD_WEAK) | bit(e::ORG_HEAD_SINGLE) | bit(e::ORG_OF);
    if set & headed != 0 && set & bit(e::KNOWN_ORG) == 0 && is_in_title(d, start) {
        return bit(e::BIAS) | bit(e::ORDINARY) | bit(e::OTHER_HEAD);
    }
    // *a “World Chip Valley”*: what somebody dreams of; *to Build a Chip Base* in a headline
    if n > 1 && (start..end).all(|at| shape::is_ordinary(d, at)) && is_one_of_many(d, start, end) {
        return bit(e::BIAS) | bit(e::ORDINARY) | bit(e::OTHER_HEAD);
    }
    // *East* alone is a direction, whatever province bears the name
    let named = if n == 1 {
        has(phrase_classes, class::DIRECTION)
    } else {
        has(phrase_classes, class::OTHERHEAD)
    };
    let place = has(phrase_classes, class::PLACE) && !named;
    let alias = place && alias_only(d, start, end);
    if alias && !has(phrase_classes, class::ORG) {
        set |= bit(e::PLACE_ALIAS);
    }
    // *Temasek* is a fund first; *Xinhua, Changsha, April 22 –*: the agency
    let agency = name.opens && leading_agency(d, start, end) == Some(end) || is_credit(d, start, end);
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
        // *Intel China*: its branch there
        if d.class_end(start, class::ORG) == Some(end - 1) && shape::is_country(d, end - 1, end) {
            set |= bit(e::KNOWN_ORG);
        }
    }
    if n > 2
        && (start..end).step_by(2).all(|at| d.has(at, class::PLACE))
        && (start + 1..end)
            .step_by(2)
            .all(|at| d.str(at) == "-" || d.str(at) == "–")
    {
        set |= bit(e::PLACE_HYPHEN);
    }
    // *KELVEX China 2014*: a fair in capitals with its country and its year
    let fair = n == 2
        && d.is(start, flag::UPPER)
        && d.classes(start) & (1 << class::ORG | 1 << class::PLACE) == 0
        && d.info(start).pos == 0
        && d.token(start).len > 3
        && shape::is_country(d, end - 1, end)
        && end < d.len()
        && d.is(end, flag::NUMBER)
        && d.token(end).len == 4;
    if fair {
        set |= bit(e::EVENT_HEAD);
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
    if is_account(d, start, end) {
        set |= bit(e::ORDINARY) | bit(e::OTHER_HEAD) | bit(e::ACRONYM_STOP);
    }
    if is_given_letters(d, start, end) {
        set |= bit(e::INITIAL);
    } else if n > 1 && d.is(start, flag::UPPER) && !d.is(start, flag::DOTTED) && !d.is(end - 1, flag::UPPER) {
        set |= bit(e::UPPER_FIRST);
    }
    // *KelvarData.com*
    if n == 3 && d.str(end - 2) == "." && d.is(end - 1, flag::GLUED) && d.is_on(end - 1, list::DOMAIN) {
        return set | bit(e::LEGAL_FORM);
    }
    people(d, start, end, n, &mut set);
    // *By Ma Lie and Lu Hongyan in Wuxi*: who wrote it, at the start of a line
    let wrote = |by: u32| d.is(by, flag::LINE) && d.str(by).eq_ignore_ascii_case("by");
    if n > 1 && start > 0 && wrote(start - 1) {
        set |= bit(e::TITLE_BEFORE);
    }
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

/// *JP Harlan*, *NS Tsai*: two capitals without their points in front of a family name.
fn is_given_letters(d: &Document<'_>, start: u32, end: u32) -> bool {
    const NAMES: ClassSet = 1 << class::SURNAME | 1 << class::SURNAMEZH | 1 << class::GIVEN;
    const OTHER: ClassSet = 1 << class::ORG | 1 << class::PLACE | 1 << class::ORGHEAD | 1 << class::ORGHEADWEAK;
    let last = end - 1;
    end == start + 2
        && d.is(start, flag::UPPER)
        && !d.is(start, flag::DOTTED | flag::HEADLINE)
        && d.token(start).len == 2
        && d.classes(start) & (OTHER | 1 << class::ACRONYMSTOP | 1 << class::TITLE | 1 << class::LEGALFORM) == 0
        && d.is(last, flag::CAPITAL)
        && !d.is(last, flag::UPPER | flag::MIXED)
        && d.classes(last) & OTHER == 0
        && !shape::is_ordinary(d, last)
        && (d.classes(last) & NAMES != 0 || d.has(start.saturating_sub(1), class::TITLE) || in_pair(d, start))
}

/// *co-CEOs Luis Prado and | JP Harlan*, *Mr. Dale and | JP Harlan*
fn in_pair(d: &Document<'_>, start: u32) -> bool {
    /// Tokens from the title to the name.
    const NEAR: u32 = 6;
    let joined = start > 1 && matches!(d.str(start - 1), "and" | ",") && d.is(start - 2, flag::CAPITAL);
    joined
        && (start.saturating_sub(NEAR)..start - 1)
            .any(|at| d.classes(at) & (1 << class::TITLE | 1 << class::HONORIFIC) != 0)
}

/// *[Photo: Xinhua]*, *Updated: May 4, 2021 Xinhua*, *Xinhua news release*: the medium, whatever district is called so.
fn is_credit(d: &Document<'_>, start: u32, end: u32) -> bool {
    /// Spaces that part the fields of a line.
    const GAP: u32 = 3;
    let media = end == start + 1
        && d.value(start, end, class::ORG)
            .is_some_and(|kind| kind.starts_with("media"));
    if !media || !d.has(start, class::PLACE) {
        return false;
    }
    let last = end >= d.len() || d.is(end, flag::LINE) || matches!(d.str(end), ")" | "]");
    let parted = |at: u32| d.token(at).start - d.token(at - 1).end() >= GAP;
    let first = start == 0
        || d.is(start, flag::LINE)
        || d.is(start - 1, flag::NUMBER)
        || matches!(d.str(start - 1), ":" | "/" | "(" | "[" | "|" | "by")
        || parted(start);
    let news = end < d.len() && d.value(end, end + 1, class::ORGHEAD).is_none() && d.is_on(end, list::NEWS_NOUN);
    last && first || news
}

/// *[Photo/WeChat account of Lima Park]*: where the picture was found, in its credit.
fn is_account(d: &Document<'_>, start: u32, end: u32) -> bool {
    start > 1
        && end < d.len()
        && d.str(start - 1) == "/"
        && d.is_on(start - 2, list::NEWS_NOUN)
        && matches!(d.str(end), "account" | "official" | "public")
}

/// *a report titled “Gallium Oxide: From Lab to Fab”*: a word of what is called so.
fn is_in_title(d: &Document<'_>, start: u32) -> bool {
    /// Tokens from the quotation mark to the name.
    const NEAR: u32 = 12;
    let mut before = (start.saturating_sub(NEAR).max(1)..start).rev();
    let mark = before.find(|at| d.is(*at, flag::MARK) && matches!(d.str(*at), "“" | "”" | "\"" | "‘"));
    mark.is_some_and(|at| d.is_on(at - 1, list::TITLED))
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
    // nor is *Party working committee*
    let body = (start..end.saturating_sub(2)).any(|at| d.has(at, class::ORGHEAD) && d.str(at + 1) == "of")
        || (start..end - 1).any(|at| d.class_end(at, class::ORGHEAD) == Some(end));
    matches!(d.str(of), "of" | "for")
        && !body
        && (start..end).all(field)
        && (of.saturating_sub(LONGEST)..of).any(post)
        && head.is_none_or(|kind| kind == "company")
}

/// In quotation marks behind an article and words that say what it is like, or in a headline behind *a*: ordinary words that
/// name no place.
fn is_one_of_many(d: &Document<'_>, start: u32, end: u32) -> bool {
    /// Words between the article and the mark.
    const DESCRIBED: u32 = 4;
    if start < 2 || d.value(end - 1, end, class::PLACEHEAD).is_none() || d.class_end(start, class::PLACE) == Some(end) {
        return false;
    }
    let indefinite = |at: u32| matches!(d.str(at), "a" | "an" | "A" | "An");
    if d.is(start, flag::HEADLINE) {
        return indefinite(start - 1);
    }
    let quoted = matches!(d.str(start - 1), "“" | "\"" | "‘") && d.is(start - 1, flag::MARK);
    let land = matches!(d.value(end - 1, end, class::PLACEHEAD), Some("land" | "water"));
    // *the “World Chip Bay” Forum*
    let title = d.is(end, flag::MARK) && matches!(d.str(end), "”" | "\"" | "’") && shape::is_name_word(d, end + 1);
    quoted
        && land
        && (title
            || (start.saturating_sub(DESCRIBED + 2)..start - 1)
                .rev()
                .take_while(|at| d.is(*at, flag::WORD) && !d.is(*at, flag::CAPITAL) || d.str(*at) == "-")
                .any(indefinite))
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

/// The last token that is a word (not the point of *Ltd.* or a bracket, nor *Phase III* of a fund).
fn last_word(d: &Document<'_>, start: u32, end: u32) -> u32 {
    let last = (start..end).rev().find(|at| d.is(*at, flag::WORD)).unwrap_or(end - 1);
    let phase = last > start + 2 && d.str(last - 1) == "Phase" && d.has(last - 2, class::ORGHEAD);
    if phase { last - 2 } else { last }
}

/// *Hurricane Ida*, and *Hanna* behind a *Typhoon* that opens the sentence: nobody, though they bear people's names.
fn is_storm(d: &Document<'_>, start: u32, end: u32) -> bool {
    let storm = |at: u32| d.has(at, class::OTHERHEAD) && d.value(at, at + 1, class::OTHERHEAD) == Some("front");
    let known = d.has(end - 1, class::ORGHEAD) || d.has(end - 1, class::PLACEHEAD);
    !known && (end > start + 1 && storm(start) || end == start + 1 && start > 0 && storm(start - 1))
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

/// A colon and a number: what stands in front says what the number is.
fn is_field(d: &Document<'_>, at: u32) -> bool {
    at + 1 < d.len() && d.str(at) == ":" && d.is(at + 1, flag::NUMBER)
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
