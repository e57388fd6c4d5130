//! Heads of names: *Association*, *Co., Ltd.*, *Zone*, *Forum*, *Plan*.

use super::super::EvidenceSet;
use super::super::evidence as e;
use super::super::join::{Joined, topic};
use super::super::people::turned_pinyin;
use super::super::shape;
use super::{bit, has};
use crate::lexicon::format::PlaceInfo;
use crate::lexicon::{ClassSet, class, list};
use crate::text::{Document, flag};

/// What the heads of a name say. `last`: classes of its last word ([`head_classes`]); `phrase`: those of the whole.
pub(super) fn heads(d: &Document<'_>, name: &Joined, last: ClassSet, phrase: ClassSet, set: &mut EvidenceSet) {
    let n = name.end - name.start;
    if n > 1 && (has(last, class::LEGALFORM) || d.class_end(name.start, class::LEGALFORM) == Some(name.end)) {
        *set |= bit(e::LEGAL_FORM);
    }
    if is_event_of_body(d, name) {
        *set |= bit(e::EVENT_HEAD);
        return;
    }
    let last = one_of_both(d, name, last);
    let trading = || n > 2 && is_company_head(d, name.end - 1) && is_company_head(d, name.end - 2);
    let strong = has(last, class::ORGHEAD) || is_society(d, name) || has(last, class::ORGHEADWEAK) && trading();
    // *the 2022 Lima Chip Forum*: one of many, not a body
    let year = || name.start > 0 && d.is(name.start - 1, flag::NUMBER) && d.token(name.start - 1).len == 4;
    let weak = has(last, class::ORGHEADWEAK) && !(has(last, class::EVENTHEAD) && year()) && !is_byname(d, name);
    let head = Head {
        d,
        name,
        last,
        phrase,
        strong,
        weak,
        work: is_work(d, name),
    };
    head.body(set);
    head.known(set);
    // *China (Jinan) Chip Industry Conference*: events have their place in brackets too
    if name.bracket && !has(last, class::EVENTHEAD) && !has(last, class::PLACEHEAD) {
        *set |= bit(e::BRACKET_PLACE);
    }
    // *“One Zone and Two Centers”*: counted, not named
    let counted = n == 2 && d.has(name.start, class::NUMWORD) && has(last, class::PLACEHEAD);
    // *Nine prefecture-level cities*
    let number =
        n == 1 && d.has(name.start, class::NUMWORD) && !d.is(name.end, flag::CAPITAL | flag::MARK | flag::LINE);
    // *the Third Council* of some society
    let term = n >= 2
        && (d.has(name.start, class::ORDINAL) && n == 2 || d.is(name.start, flag::NUMBER) && n == 3)
        && !name.of
        && d.is_on(name.end - 1, list::TERM_BODY);
    if term && d.class_end(name.start, class::ORG) != Some(name.end) {
        *set |= bit(e::ORDINARY) | bit(e::OTHER_HEAD);
        return;
    }
    if counted || number || is_sort_of_city(d, name) {
        *set |= bit(e::ORDINARY) | bit(e::OTHER_HEAD);
    }
    if n > 1 {
        head.place(set);
        head.event_or_work(set);
        if d.has(name.start, class::ORGMOD) {
            *set |= bit(e::ORG_MODIFIER);
        }
        if d.has(name.start, class::DEMONYM) {
            *set |= bit(e::DEMONYM_INSIDE);
        }
    } else if has(last, class::EVENTHEAD) || has(last, class::OTHERHEAD) {
        *set |= bit(e::OTHER_HEAD);
    }
}

/// A name and what its last word is.
struct Head<'t, 'a> {
    d: &'t Document<'a>,
    name: &'t Joined,
    last: ClassSet,
    phrase: ClassSet,
    /// The last word makes a body of it, or may.
    strong: bool,
    weak: bool,
    /// A plan, a book, a law.
    work: bool,
}

impl Head<'_, '_> {
    /// *Party for X*, *Bank of X*: the head stands before the small word.
    fn has_head_inside(&self) -> bool {
        let (d, name) = (self.d, self.name);
        // so does *Centre for Strategic Studies*
        let for_field = |at: u32| at > name.start && d.str(at) == "for" && d.has(at - 1, class::ORGHEADWEAK);
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
        // *Kelvar Assurance of Supply Program*
        let program = || {
            let kind = |at: u32| d.value(at, at + 1, class::ORGHEAD);
            let business = (name.start..name.end).find_map(kind);
            d.has(name.end - 1, class::OTHERHEAD) && matches!(business, Some("fund" | "company"))
        };
        name.of && !self.work && (name.start..name.end).any(head) && !program()
    }

    fn body(&self, set: &mut EvidenceSet) {
        let Self {
            d, name, strong, weak, ..
        } = *self;
        let n = name.end - name.start;
        let inside = self.has_head_inside();
        if inside {
            *set |= bit(e::ORG_OF);
        }
        // *AI startups*: letters for a trade
        let letters = weak && d.has(name.start, class::ACRONYMSTOP);
        // *the dean of the School*
        let unnamed = || name.start > 0 && d.has(name.start - 1, class::DET) && d.is_on(name.start, list::UNNAMED);
        if n == 1 && (strong || weak) && !letters {
            *set |= bit(e::ORG_HEAD_SINGLE);
            if strong && unnamed() {
                *set |= bit(e::ORDINARY_SINGLE) | bit(e::OTHER_HEAD);
            }
        } else if strong {
            *set |= bit(e::ORG_HEAD);
        } else if n > 1 && weak && !is_namesake(d, name) {
            *set |= bit(e::ORG_HEAD_WEAK);
        } else if n > 1
            && !inside
            // *Xi'an High-tech Industries Development Zone*
            && !has(self.last, class::PLACEHEAD)
            && (name.start..name.end - 1).any(|at| d.has(at, class::ORGHEAD))
        {
            *set |= bit(e::ORG_HEAD_INSIDE);
        }
    }

    /// Bodies of the lexicon.
    fn known(&self, set: &mut EvidenceSet) {
        const OTHERS: ClassSet = 1 << class::GIVEN | 1 << class::SURNAME | 1 << class::SURNAMEZH | 1 << class::PLACE;
        let Self { d, name, phrase, .. } = *self;
        let n = name.end - name.start;
        // *Palestinian Red Crescent*: the known body of a country
        let national = || {
            let country = d.class_end(name.start, class::DEMONYM);
            let rest = country.or_else(|| d.class_end(name.start, class::PLACE));
            rest.is_some_and(|rest| rest < name.end && d.class_end(rest, class::ORG) == Some(name.end))
        };
        // *Hiroshi Wada*, *secretary Ge*: letters of a body only where they are capitals
        let letters = n == 1 && !d.is(name.start, flag::UPPER) && d.is_on(name.start, list::LETTERS);
        if has(phrase, class::ORG) && !letters || n > 2 && national() {
            *set |= bit(e::KNOWN_ORG);
        } else if n > 1
            && d.class_end(name.start, class::ORG).is_some_and(|at| at < name.end)
            && d.classes(name.start) & OTHERS == 0
        {
            *set |= bit(e::KNOWN_START);
        }
        if has(phrase, class::UNIVERSITY) {
            *set |= bit(e::UNIVERSITY);
        }
    }

    fn place(&self, set: &mut EvidenceSet) {
        let Self { d, name, .. } = *self;
        let small = || shape::small_site(d, name.start, name.end).is_some();
        // *Ohio State* is a university, *Lunar Lake* a chip
        let named = || {
            let school = d.value(name.start, name.end, class::ORG);
            school.is_some_and(|kind| kind.starts_with("university")) || has(self.phrase, class::OTHERHEAD)
        };
        if self.weak && is_division(d, name) {
            *set |= bit(e::ORG_HEAD);
        } else if small() || has(self.last, class::PLACEHEAD) && !self.strong && !self.has_head_inside() && !named() {
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
    }

    fn event_or_work(&self, set: &mut EvidenceSet) {
        let Self { d, name, .. } = *self;
        if has(self.last, class::EVENTHEAD)
            || name.of && (name.start..name.end).any(|at| d.has(at, class::EVENTHEAD)) && !self.strong
        {
            *set |= bit(e::EVENT_HEAD);
        }
        // *Yang Song* is somebody
        let somebody = || {
            name.end == name.start + 2
                && !d.has(name.start.saturating_sub(1), class::DET)
                && (shape::person(d, name.start, name.end) == Some(shape::PersonShape::Chinese)
                    || turned_pinyin(d, name.start, name.end))
        };
        // *World Food Programme*
        let other = has(self.last, class::OTHERHEAD) || has(self.phrase, class::OTHERHEAD) || self.work;
        if other && !has(self.phrase, class::ORG) && !somebody() {
            *set |= bit(e::OTHER_HEAD);
        }
    }
}

/// *the title of National Forest City*, *“Smart City” projects*: what cities are called for what they are.
fn is_sort_of_city(d: &Document<'_>, name: &Joined) -> bool {
    let (first, last) = (name.start, name.end - 1);
    let ordinary = || (first..last).all(|at| topic(d, at) && d.is(at, flag::CAPITAL));
    let quoted = || matches!(d.str(first.saturating_sub(1)), "“" | "\"" | "‘");
    let titled = || first > 1 && d.str(first - 1) == "of" && d.str(first - 2) == "title";
    match name.end - first {
        0 | 1 => false,
        _ if d.str(last) != "City" => false,
        2 => d.is_on(first, list::CITY_SORTS),
        _ => (quoted() || titled() || d.str(first) == "National") && ordinary(),
    }
}

/// *4th General Assembly*, *General Assembly of the Kelvar Alliance*: one of many, not the body. Takes away the head that does
/// not hold.
fn one_of_both(d: &Document<'_>, name: &Joined, last: ClassSet) -> ClassSet {
    if !has(last, class::ORGHEAD) || !has(last, class::EVENTHEAD) {
        return last;
    }
    // *its General Assembly*
    let own = name.start > 0 && matches!(d.str(name.start - 1), "its" | "their" | "our");
    let nth = own || d.is(name.start, flag::NUMBER) || d.has(name.start, class::ORDINAL) || name.part_of != u32::MAX;
    last & !(1 << if nth { class::ORGHEAD } else { class::EVENTHEAD })
}

/// *the Jiangsu semiconductor industry association*, *the Conservative party*, *the Lima statistics bureau*
fn is_society(d: &Document<'_>, name: &Joined) -> bool {
    let (n, last) = (name.end - name.start, name.end - 1);
    let noun = || d.value(last, name.end, class::ORGNOUN);
    let bureau = || (name.start..last).any(|at| d.class_end(at, class::ORGHEAD) == Some(name.end));
    let named = || noun().is_some_and(|kind| n > 2 || kind == "party") || bureau();
    n > 1 && !d.is(last, flag::CAPITAL) && named()
}

/// *Lima Die Casting Technology Company*: a trade in front of the weak head.
fn is_company_head(d: &Document<'_>, at: u32) -> bool {
    let kind = d.value(at, at + 1, class::ORGHEAD);
    kind.or_else(|| d.value(at, at + 1, class::ORGHEADWEAK)) == Some("company")
}

/// *Annual Meeting of the Lima Association*: the event, not the body.
fn is_event_of_body(d: &Document<'_>, name: &Joined) -> bool {
    let first = |at: &u32| matches!(d.str(*at), "of" | "on") || d.has(*at, class::ORGHEAD);
    name.of
        && (name.start..name.end)
            .find(first)
            .is_some_and(|of| !d.has(of, class::ORGHEAD) && of > name.start && d.has(of - 1, class::EVENTHEAD))
}

/// *Action Plan for Fostering Chip Clusters*
fn is_work(d: &Document<'_>, name: &Joined) -> bool {
    name.of
        && (name.start + 1..name.end)
            .find(|at| d.str(*at) == "for")
            .is_some_and(|at| d.has(at - 1, class::OTHERHEAD) && !d.has(at - 1, class::ORGHEAD))
}

/// *Chip Circuits Division*, *Non-volatile Memory Division*: of a body, not of a country.
fn is_division(d: &Document<'_>, name: &Joined) -> bool {
    let topical = |at: u32| {
        let compound = d.is(at, flag::MARK | flag::GLUED) || d.is(at + 1, flag::MARK);
        (compound || topic(d, at)) && !d.has(at, class::DIRECTION)
    };
    d.value(name.end - 1, name.end, class::PLACEHEAD) == Some("district")
        // *Foundry Division*; *Northern Division* may be a district
        && name.end > name.start + 1
        && (name.end > name.start + 2 || d.class_end(name.start, class::PLACE) != Some(name.end))
        && (name.start..name.end - 1).all(topical)
}

/// Classes of the last word and of every head of several words that ends with it (*Bay Area*, *News Agency*).
pub(super) fn head_classes(d: &Document<'_>, start: u32, last: u32) -> ClassSet {
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
pub(super) fn country_branch(d: &Document<'_>, start: u32, last: u32) -> u32 {
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

/// *“China's Battery Capital”*, *“the world's Sock Capital”*: what a city is called for what it makes, no fund.
fn is_byname(d: &Document<'_>, name: &Joined) -> bool {
    let (owner, last) = (name.start.saturating_sub(2), name.end - 1);
    name.start > 1
        && d.str(last) == "Capital"
        && matches!(d.str(name.start - 1), "'s" | "’s")
        && (d.has(owner, class::PLACE) || d.str(owner).eq_ignore_ascii_case("world"))
        && (name.start..last).all(|at| topic(d, at))
        && name.end < d.len()
        && matches!(d.str(name.end), "”" | "\"" | "’" | "'")
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
