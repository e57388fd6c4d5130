//! Lists of entities: *A, B and C*, with what stands beside their names.

use crate::extract::names::cut::title_end;
use crate::extract::names::shape::is_noun;
use crate::lexicon::format::PlaceInfo;
use crate::lexicon::{class, list};
use crate::resolve::names::Kind;
use crate::text::flag;

use super::clause::{Hit, Scene};
use super::tables as t;
use super::trigger::leads_to_holder;

/// Tokens between a name and what its post is of.
const POST: u32 = 24;

/// Tokens of what a body is, in front of its name: *existing Japanese backer*.
const DESCRIBED: u32 = 6;

/// Tokens of what a body owns, with its mark: *'s joint venture fund*.
const OWNED: u32 = 5;

/// Entities of a list *A, B and C* that starts at `start`.
pub(super) fn listed(scene: &Scene<'_, '_>, start: u32, end: u32) -> Vec<Hit> {
    let d = scene.document;
    // *included A, mayor of B; C, head of D; and E*
    if let Some(semicolon) = (start..end).find(|at| d.str(*at) == ";") {
        let and = u32::from(scene.str(semicolon + 1) == "and");
        let next = semicolon + 1 + and + u32::from(and == 1 && scene.str(semicolon + 2) == ",");
        let mut out = listed(scene, start, semicolon);
        if !out.is_empty() && scene.opens_name(next) {
            out.extend(listed(scene, next, end));
        }
        return out;
    }
    let mut list = List {
        scene,
        start,
        end,
        out: Vec::new(),
        behind: start,
    };
    let hits = scene.entities_in(start, end);
    for (index, hit) in hits.iter().enumerate() {
        if !list.reads(hit, hits.get(index + 1)) {
            break;
        }
    }
    list.out
}

/// A list that is being read.
struct List<'t, 'd, 'a> {
    scene: &'t Scene<'d, 'a>,
    start: u32,
    end: u32,
    out: Vec<Hit>,
    /// Where it goes on behind what is no member of it: *Hong Kong's*, a post, an apposition.
    behind: u32,
}

impl List<'_, '_, '_> {
    /// Reads the next entity, in front of `next`. False where the list has ended before it.
    fn reads(&mut self, hit: &Hit, next: Option<&Hit>) -> bool {
        let (scene, d) = (self.scene, self.scene.document);
        // *by Kelvar's Chip Department and Lumeno*: the unit is meant
        let unit = |next: &&Hit| next.kind == Kind::Organisation && next.start == hit.end + 1;
        let owner = hit.kind == Kind::Organisation && matches!(scene.str(hit.end), "'s" | "’s");
        let owner = owner && next.filter(unit).is_some();
        let next = next.filter(|next| next.kind == Kind::Person);
        let mut last = self.out.last().map_or(self.start, |h| h.end).max(self.behind);
        // *by the Wuxi municipal government and Kelvar*
        let rules = self.out.last().filter(|h| h.kind == Kind::Place && h.end == last);
        if let Some(behind) = rules.and_then(|h| scene.government_end(h.end, hit.start)) {
            last = behind;
        }
        // *by Kelvar, a world leader, and Lumeno*
        let apposed = self.apposed();
        if let Some((_, close)) = apposed.filter(|(open, close)| *open == last && *close < hit.start) {
            last = close;
        }
        if let Some(close) = self.bracket(last) {
            if hit.start < close {
                return true;
            }
            last = close + 1;
        }
        if self.is_post(last, hit, next) {
            self.behind = hit.end;
            return true;
        }
        let beside = self.is_beside(last, hit);
        let near = beside || self.is_first(last, hit);
        // *by Wuxi mayor Li Ming*, *by Kelvar chairman Li Ming*
        let seat =
            hit.kind != Kind::Person && next.is_some_and(|next| title_end(d, hit.end, next.start) == Some(next.start));
        // *with US Ambassador to Peru Luis Prado*
        let seat = seat || hit.kind == Kind::Place && leads_to_holder(scene, hit.end, self.end);
        if seat && near {
            self.behind = hit.end;
            return true;
        }
        if !near {
            if self.is_of_last(last, hit) {
                self.behind = hit.end;
                return true;
            }
            // *with the Chip Equipment Association (CEA) and Kelvar*
            let named = self.out.last_mut();
            if let Some(named) = named.filter(|h| h.entity == hit.entity && h.end + 1 == hit.start) {
                named.end = hit.end + u32::from(d.str(named.end) == "(" && scene.str(hit.end) == ")");
                return true;
            }
            // *by Kelvar, a maker of tools in China, and Lumeno*: the list goes on behind what the name is
            if let Some((_, close)) = apposed.filter(|(_, close)| *close > hit.end) {
                self.behind = close;
                return true;
            }
            if !self.is_behind_post(hit) {
                return false;
            }
        }
        if owner || hit.kind == Kind::Place && matches!(scene.str(hit.end), "'s" | "’s") {
            self.behind = hit.end + 1;
        } else if scene.is_seat(hit) || is_adjective(scene, hit, self.end) {
            // *with Hong Kong-listed Brightwell*, *with US engineering firm Brightwell*: the one that is named behind
            let mut rest = hit.end..self.end;
            self.behind = rest.find(|at| d.is(*at, flag::CAPITAL)).unwrap_or(self.end);
        } else if self.contains_last(hit) {
            if let Some(last) = self.out.last_mut() {
                last.end = hit.end;
            }
        } else {
            self.out.push(*hit);
            // *by Kelvar's venture arm and Lumeno*
            if hit.kind == Kind::Organisation && matches!(scene.str(hit.end), "'s" | "’s") {
                let small = |at: &u32| d.is(*at, flag::WORD) && !d.is(*at, flag::CAPITAL) && is_noun(d, *at);
                let unit = (hit.end + 1..self.end.min(hit.end + OWNED)).take_while(small).last();
                let joined = unit.filter(|unit| matches!(scene.str(unit + 1), "," | "and"));
                self.behind = joined.map_or(self.behind, |unit| unit + 1);
            }
        }
        true
    }

    /// The commas around what the last one is: *Kelvar, a world leader, and*.
    fn apposed(&self) -> Option<(u32, u32)> {
        let last = self.out.last()?;
        Some((last.end, apposition_end(self.scene, last.end, self.end)?))
    }

    /// *by Li Ming (head of Kelvar), Amy Kuo (head of Lumeno) and Luis Prado*: what stands in brackets is no part of the list.
    fn bracket(&self, last: u32) -> Option<u32> {
        /// Tokens of a post in brackets.
        const LONGEST: u32 = 16;
        let open = self.out.last()?.end;
        let opens = open == last && self.scene.str(open) == "(";
        opens
            .then(|| (open..(open + LONGEST).min(self.end)).find(|at| self.scene.document.str(*at) == ")"))
            .flatten()
    }

    /// *Chief Minister of Gujarat Ravi Patel*, *Ambassador to Peru Luis Prado*: the person is meant.
    fn is_post(&self, last: u32, hit: &Hit, next: Option<&Hit>) -> bool {
        let d = self.scene.document;
        hit.kind != Kind::Person
            && matches!(d.str(hit.start.max(self.start + 1) - 1), "of" | "to" | "for")
            && next.is_some_and(|next| next.start == hit.end)
            && (last..hit.start).any(|at| d.has(at, class::TITLE))
    }

    /// Nothing but commas, articles and titles parts it from the one before.
    fn is_beside(&self, last: u32, hit: &Hit) -> bool {
        let d = self.scene.document;
        let plain = |at: u32| {
            matches!(
                d.str(at),
                "," | "and" | "&" | "as" | "well" | "both" | "between" | "by" | "."
            ) || d.has(at, class::DET)
                || d.has(at, class::TITLE)
                || d.has(at, class::HONORIFIC)
                || d.has(at, class::DEMONYM)
        };
        // *by Luis Prado, Minister of Science Amy Kuo and Minister of Education and Training Ravi Patel*
        let posted = || {
            let separates = |at: &u32| matches!(d.str(*at), "," | "and" | "&") || d.has(*at, class::DET);
            let title = (last..hit.start).find(|at| !separates(at));
            let field = |at: u32| d.is(at, flag::CAPITAL) || matches!(d.str(at), "of" | "and" | "for" | "the" | "&");
            title.is_some_and(|title| {
                d.has(title, class::TITLE) && hit.start <= title + POST && (title..hit.start).all(field)
            })
        };
        // *with rector Li Ming and vice rector Amy Kuo*
        let titled = || {
            let first =
                (last..hit.start).find(|at| !matches!(d.str(*at), "," | "and" | "&") && !d.has(*at, class::DET));
            first.is_some_and(|first| title_end(d, first, hit.start) == Some(hit.start))
        };
        // *with Oranje Capital and existing backer Kelvar*, *Kelvar and packaging house Lumeno*: what the next one is
        let described = || {
            let noun =
                |at: u32| d.is_on(at, list::FIRM_NOUN) || d.has(at, class::ORGNOUN) || d.has(at, class::DEFINITE);
            let word = |at: &u32| {
                d.is(*at, flag::WORD)
                    && !d.is(*at, flag::CAPITAL)
                    && ![class::PREP, class::CONJ, class::AUX, class::MODAL, class::PRON]
                        .iter()
                        .any(|c| d.has(*at, *c))
            };
            let hyphen = |at: &u32| d.str(*at) == "-" || d.is(*at, flag::GLUED);
            let first = (last.max(hit.start.saturating_sub(DESCRIBED))..hit.start)
                .rev()
                .take_while(|at| word(at) || hyphen(at) || d.has(*at, class::DEMONYM))
                .last();
            let joined = |first: u32| {
                let and = first > last && matches!(d.str(first - 1), "," | "and" | "&");
                and && (last..first).all(plain)
            };
            hit.kind == Kind::Organisation && noun(hit.start - 1) && first.is_some_and(joined)
        };
        let person = hit.kind == Kind::Person;
        let goes_on = !self.out.is_empty();
        // *by agronomist Li Ming and programmer Amy Kuo*
        let trade = || {
            let and = hit
                .start
                .checked_sub(2)
                .filter(|and| *and == last && d.str(*and) == "and");
            let noun = hit.start - 1;
            and.is_some() && d.is(noun, flag::WORD) && !d.is(noun, flag::CAPITAL) && is_noun(d, noun)
        };
        // *with Secretary of State Luis Prado*: the first one, too
        let named = person && (goes_on && (titled() || trade()) || posted());
        (last..hit.start).all(plain) || !self.out.is_empty() && described() || named
    }

    /// The first one may have a few words in front.
    fn is_first(&self, last: u32, hit: &Hit) -> bool {
        /// Tokens in front of it.
        const NEAR: u32 = 6;
        let d = self.scene.document;
        // *charges against him, Attorney Amy Kuo said*
        let plain = |at| !d.has(at, class::PREP) && (!d.has(at, class::PRON) || d.has(at, class::DET));
        self.out.is_empty() && hit.start - last <= NEAR && (last..hit.start).all(plain)
    }

    /// What the one before belongs to.
    fn is_of_last(&self, last: u32, hit: &Hit) -> bool {
        let d = self.scene.document;
        let Some(before) = self.out.last() else { return false };
        // *by Zhang Qiang, vice minister of Commerce, and Xia De*: what his post is of
        let of_post = before.kind == Kind::Person
            && hit.kind != Kind::Person
            && d.str(before.end) == ","
            && (before.end..hit.start).any(|at| d.has(at, class::TITLE))
            && hit.start - before.end <= POST;
        // *with the Institute of Optics of Lima University and Kelvar*
        let of_body = || {
            // *the Optics Centre at Lima University and Kelvar*
            let of = before.kind == Kind::Organisation && before.end == last && matches!(d.str(last), "of" | "at");
            of && (last + 1..hit.start).all(|at| d.has(at, class::DET))
        };
        of_post || of_body()
    }

    /// *by Li Ming, mayor, and Amy Kuo*
    fn is_behind_post(&self, hit: &Hit) -> bool {
        let d = self.scene.document;
        let posted =
            |h: &Hit| h.kind == Kind::Person && d.str(h.end) == "," && title_end(d, h.end + 1, hit.start).is_some();
        hit.kind == Kind::Person && self.out.last().is_some_and(posted) && matches!(d.str(hit.start - 1), "and" | ",")
    }

    /// *Xibei County, Xishan District, Wuxi City*: the first is meant, the rest contain it.
    fn contains_last(&self, hit: &Hit) -> bool {
        let d = self.scene.document;
        let head = || d.value(hit.end - 1, hit.end, class::PLACEHEAD);
        let division = || matches!(head(), Some("district" | "city" | "province"));
        let behind = |h: &Hit| h.kind == Kind::Place && hit.start == h.end + 1 && d.str(h.end) == ",";
        // *with Lindo City, Japan*: a wider one behind a name that says what it is
        let wider = || {
            let named = |h: &Hit| h.end > h.start + 1 && d.has(h.end - 1, class::PLACEHEAD);
            let country = self.scene.grain(hit.entity) == Some(PlaceInfo::COUNTRY);
            country && self.out.last().is_some_and(|h| named(h) && d.str(h.end) == ",") && d.str(hit.end) != "and"
        };
        if hit.kind == Kind::Place && self.out.last().is_some_and(behind) && wider() {
            return true;
        }
        hit.kind == Kind::Place
            && (d.class_end(hit.start, class::PLACE) == Some(hit.end) || division())
            && self.out.last().is_some_and(behind)
    }
}

/// *US engineering firm Brightwell*, *the UK carmaker*, *a Lima court*, *the Lima head of sales*: the place tells which firm, court or post is
/// meant.
fn is_adjective(scene: &Scene<'_, '_>, hit: &Hit, end: u32) -> bool {
    /// Nouns from the place to the firm.
    const NEAR: u32 = 4;
    const BODY: t::Groups = t::group("court") | t::group("company");
    let d = scene.document;
    let small = |at: &u32| d.is(*at, flag::WORD) && !d.is(*at, flag::CAPITAL);
    let inner = |at: &u32| small(at) && !d.has(*at, class::PREP) && !d.has(*at, class::CONJ);
    let body = |at: u32| {
        matches!(d.value(at, at + 1, class::ORGNOUN), Some("company" | "fund"))
            || scene.noun_groups(at, at + 1) & BODY != 0
    };
    let last = (hit.end..end.min(hit.end + NEAR)).take_while(inner).last();
    let post = || hit.end + 1 < end && d.has(hit.end, class::TITLE) && small(&hit.end) && d.str(hit.end + 1) == "of";
    if hit.kind == Kind::Place && post() {
        return true;
    }
    hit.kind == Kind::Place && last.is_some_and(body) && scene.date_at(hit.end).is_none()
}

/// The comma that closes the apposition which the comma at `open` opens: *Kelvar, a maker of tools in China, and*.
fn apposition_end(scene: &Scene<'_, '_>, open: u32, end: u32) -> Option<u32> {
    /// Tokens of what stands between the commas.
    const LONGEST: u32 = 14;
    let d = scene.document;
    let article = matches!(scene.str(open + 1), "a" | "an" | "the" | "one");
    if scene.str(open) != "," || !article {
        return None;
    }
    let close = (open + 2..(open + LONGEST).min(end)).find(|at| d.str(*at) == "," && !scene.inside_name(*at))?;
    // *a leading maker in Peru*
    (!scene.has_verb(open + 3, close)).then_some(close)
}
