//! Arguments of an event in its clause: parties of a list, the thing told, direct speech.

use crate::extract::names::cut::title_end;
use crate::lexicon::class;
use crate::record::EventKind;
use crate::resolve::names::Kind;
use crate::text::{Sentence, flag};

use super::clause::{Hit, Scene};
use super::trigger::head_groups;
use super::verbs::VerbGroup;
use super::{VerbRule, tables as t};

/// The places in front of the subject's noun: *Wuxi’s industry*, *the scale of Wuxi’s industry*, *industry in Wuxi*.
pub(super) fn owners(scene: &Scene<'_, '_>, subject: (u32, u32)) -> Vec<usize> {
    scene
        .hits_in(subject.0, subject.1)
        .filter(|h| h.kind == Kind::Place && !scene.is_seat(h))
        .take(1)
        // *The Suzhou panel house*: a company
        .filter(|h| !is_maker(scene, h, subject.1))
        .map(|h| h.entity)
        .collect()
}

/// *The Suzhou panel house*, *the Wuxi firm*: the place in front of the noun only says which company is meant. *The Wuxi chip
/// industry* is the place's.
fn is_maker(scene: &Scene<'_, '_>, hit: &Hit, end: u32) -> bool {
    const LOCAL: t::Groups = t::group("metric")
        | t::group("industry")
        | t::group("business")
        | t::group("production")
        | t::group("plant")
        | t::group("capacity")
        | t::group("goods");
    let d = scene.document;
    let led = hit.start > 0 && d.str(hit.start - 1).eq_ignore_ascii_case("the");
    let noun = hit.end < end && d.is(hit.end, flag::WORD) && !d.is(hit.end, flag::CAPITAL);
    let noun =
        noun && !d.has(hit.end, class::PREP) && !d.has(hit.end, class::PLACENOUN) && !d.has(hit.end, class::CONJ);
    led && noun && head_groups(scene, hit.end, end).0 & LOCAL == 0
}

/// Entities of a list *A, B and C* that starts at `start`.
pub(super) fn listed(scene: &Scene<'_, '_>, start: u32, end: u32) -> Vec<Hit> {
    /// Tokens between a name and what its post is of.
    const POST: u32 = 24;
    /// Tokens of a post in brackets.
    const BRACKET: u32 = 16;
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
    let mut out: Vec<Hit> = Vec::new();
    // behind *Hong Kong's* the list goes on
    let mut behind_owner = start;
    let hits = scene.entities_in(start, end);
    for (index, hit) in hits.iter().copied().enumerate() {
        let mut last = out.last().map_or(start, |h: &Hit| h.end).max(behind_owner);
        // *by Kelvar, a world leader, and Lumeno*
        let apposed = out
            .last()
            .and_then(|h: &Hit| Some((h.end, apposition_end(scene, h.end, end)?)));
        if let Some((_, close)) = apposed.filter(|(open, close)| *open == last && *close < hit.start) {
            last = close;
        }
        // *by Li Ming (head of Kelvar), Amy Kuo (head of Lumeno) and Luis Prado*: what stands in brackets is no part of the list
        let open = out
            .last()
            .map(|h| h.end)
            .filter(|open| *open == last && scene.str(*open) == "(");
        let close = open.and_then(|open| (open..(open + BRACKET).min(end)).find(|at| d.str(*at) == ")"));
        if let Some(close) = close {
            if hit.start < close {
                continue;
            }
            last = close + 1;
        }
        // *Chief Minister of Gujarat Ravi Patel*: the person is meant
        let post = hit.kind != Kind::Person
            && d.str(hit.start.max(start + 1) - 1) == "of"
            && hits
                .get(index + 1)
                .is_some_and(|next| next.kind == Kind::Person && next.start == hit.end)
            && (last..hit.start).any(|at| d.has(at, class::TITLE));
        if post {
            behind_owner = hit.end;
            continue;
        }
        let gap_ok = (last..hit.start).all(|at| {
            matches!(d.str(at), "," | "and" | "&" | "as" | "well" | "both" | "between" | "by")
                || d.has(at, class::DET)
                || d.has(at, class::TITLE)
                || d.has(at, class::HONORIFIC)
                || d.has(at, class::DEMONYM)
                || d.str(at) == "."
        });
        // *by Luis Prado, Minister of Science Amy Kuo and Minister of Education and Training Ravi Patel*
        let separates = |at: u32| matches!(d.str(at), "," | "and" | "&") || d.has(at, class::DET);
        let title = (last..hit.start)
            .find(|at| !separates(*at))
            .filter(|at| d.has(*at, class::TITLE));
        let field = |at: u32| d.is(at, flag::CAPITAL) || matches!(d.str(at), "of" | "and" | "for" | "the" | "&");
        let posted = hit.kind == Kind::Person
            && !out.is_empty()
            && title.is_some_and(|title| hit.start <= title + POST && (title..hit.start).all(field));
        let gap_ok = gap_ok || posted;
        let from = if out.is_empty() { last } else { start };
        let first = out.is_empty()
            && hit.start - from <= 6
            && (from..hit.start).all(|at| {
                // *charges against him, Attorney Amy Kuo said*
                !d.has(at, class::PREP) && (!d.has(at, class::PRON) || d.has(at, class::DET))
            });
        // *by Wuxi mayor Li Ming*
        let seat = hit.kind == Kind::Place
            && hits
                .get(index + 1)
                .is_some_and(|next| next.kind == Kind::Person && title_end(d, hit.end, next.start) == Some(next.start));
        if seat && (gap_ok || first) {
            behind_owner = hit.end;
            continue;
        }
        if !gap_ok && !first {
            // *by Zhang Qiang, vice minister of Commerce, and Xia De*: what his post is of
            let of_post = out.last().is_some_and(|h| {
                h.kind == Kind::Person
                    && hit.kind != Kind::Person
                    && d.str(h.end) == ","
                    && (h.end..hit.start).any(|at| d.has(at, class::TITLE))
                    && hit.start - h.end <= POST
            });
            let person_behind_post = hit.kind == Kind::Person
                && out.last().is_some_and(|h| {
                    h.kind == Kind::Person && d.str(h.end) == "," && title_end(d, h.end + 1, hit.start).is_some()
                })
                && matches!(d.str(hit.start - 1), "and" | ",");
            // *with the Institute of Optics of Lima University and Kelvar*
            let of_body = out.last().is_some_and(|h| {
                let of = h.kind == Kind::Organisation && h.end == last && d.str(last) == "of";
                of && (last + 1..hit.start).all(|at| d.has(at, class::DET))
            });
            if of_post || of_body {
                behind_owner = hit.end;
                continue;
            }
            // *with the Chip Equipment Association (CEA) and Kelvar*
            if let Some(named) = out
                .last_mut()
                .filter(|h| h.entity == hit.entity && h.end + 1 == hit.start)
            {
                named.end = hit.end + u32::from(d.str(named.end) == "(" && scene.str(hit.end) == ")");
                continue;
            }
            // *by Kelvar, a maker of tools in China, and Lumeno*: the list goes on behind what the name is
            if let Some((_, close)) = apposed.filter(|(_, close)| *close > hit.end) {
                behind_owner = close;
                continue;
            }
            if !person_behind_post {
                break;
            }
        }
        if hit.kind == Kind::Place && matches!(scene.str(hit.end), "'s" | "’s") {
            behind_owner = hit.end + 1;
            continue;
        }
        // *with Hong Kong-listed Brightwell*, *with US engineering firm Brightwell*: the one that is named behind
        if scene.is_seat(&hit) || is_adjective(scene, &hit, end) {
            behind_owner = (hit.end..end).find(|at| d.is(*at, flag::CAPITAL)).unwrap_or(end);
            continue;
        }
        // *Xibei County, Xishan District, Wuxi City*: the first is meant, the rest contain it
        let gazetteer = d.class_end(hit.start, class::PLACE) == Some(hit.end)
            || matches!(
                d.value(hit.end - 1, hit.end, class::PLACEHEAD),
                Some("district" | "city" | "province")
            );
        let containment = hit.kind == Kind::Place
            && gazetteer
            && out
                .last()
                .is_some_and(|h| h.kind == Kind::Place && hit.start == h.end + 1 && d.str(h.end) == ",");
        if !containment {
            out.push(hit);
        } else if let Some(last) = out.last_mut() {
            last.end = hit.end;
        }
    }
    out
}

/// *US engineering firm Brightwell*, *the UK carmaker*, *a Lima court*: the place tells which firm or court is meant.
fn is_adjective(scene: &Scene<'_, '_>, hit: &Hit, end: u32) -> bool {
    /// Nouns from the place to the firm.
    const NEAR: u32 = 4;
    const BODY: t::Groups = t::group("court") | t::group("company");
    let d = scene.document;
    let small = |at: &u32| d.is(*at, flag::WORD) && !d.is(*at, flag::CAPITAL);
    let inner = |at: &u32| small(at) && !d.has(*at, class::PREP) && !d.has(*at, class::CONJ);
    let body =
        |at: u32| d.value(at, at + 1, class::ORGNOUN) == Some("company") || scene.noun_groups(at, at + 1) & BODY != 0;
    let last = (hit.end..end.min(hit.end + NEAR)).take_while(inner).last();
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

/// The clause up to the sentence's end, cut at a second subject.
pub(super) fn sentence_tail(scene: &Scene<'_, '_>, s: &Sentence, from: u32) -> u32 {
    (from..s.end).find(|at| scene.str(*at) == ";").unwrap_or(s.end)
}

/// The thing told: the object, the passive's subject, or what is said.
pub(super) fn what(
    scene: &Scene<'_, '_>,
    s: &Sentence,
    rule: &VerbRule,
    group: &VerbGroup,
    subject: (u32, u32),
    object: (u32, u32),
    quote: Option<(u32, u32)>,
) -> Option<(u32, u32)> {
    /// Tokens of the circumstance between a verb of saying and its *that*.
    const CIRCUMSTANCE: u32 = 12;
    let d = scene.document;
    let trim = |start: u32, end: u32| {
        let mut end = end;
        while end > start && d.is(end - 1, flag::MARK) && matches!(d.str(end - 1), "." | "," | ";" | "”" | "\"") {
            end -= 1;
        }
        let mut start = start;
        while start < end && matches!(d.str(start), "," | "that" | "“" | ":" | "-" | "–" | "—") {
            start += 1;
        }
        (start < end).then_some((start, end))
    };
    if rule.kind == EventKind::Statement {
        // *“…,” he told guests in Wuxi*
        if let Some((start, end)) = quote.filter(|q| q.1 <= group.start) {
            return trim(start, end);
        }
        let end = if d.get(object.0).is_some() && object.0 < s.end && d.str(object.0) == "that" {
            s.end
        } else {
            object.1
        };
        // *…, the company said Monday in Hefei*, *…, the ministry said, May 3*: what stands before
        let first = object.0 + u32::from(scene.str(object.0) == ",");
        let circumstance = object.0 < end
            && (d.has(object.0, class::PREP) && d.str(object.0) != "of" || scene.date_at(first).is_some());
        // *said at the forum in Wuxi on Monday that …*
        let that = (object.0..(object.0 + CIRCUMSTANCE).min(s.end)).find(|at| circumstance && d.str(*at) == "that");
        if let Some(that) = that {
            return trim(that, s.end);
        }
        let before = circumstance && subject.0 > s.start + 2 && d.str(subject.0 - 1) == ",";
        // the dateline is not said
        let report = s.start.max(scene.dateline.map_or(0, |(_, end)| end));
        if before {
            return trim(report, subject.0 - 1);
        }
        return trim(object.0, end).or_else(|| {
            // *…, he said*: what stands before
            let comma = (s.start..group.start)
                .rev()
                .find(|at| matches!(d.str(*at), "," | "”" | "\""))?;
            trim(report, comma)
        });
    }
    if group.passive {
        return trim(subject.0, subject.1);
    }
    // *Profit rose in May*, *The forum opened in Wuxi*
    let meets = rule.subject & const { t::group("meeting") } != 0;
    let intransitive = meets || matches!(rule.kind, EventKind::Result | EventKind::Market);
    if intransitive && rule.object == 0 && rule.subject != 0 {
        return trim(subject.0, subject.1);
    }
    trim(object.0, object.1)
}

/// The longest stretch between quotation marks in the sentence, three words at least: fewer are a name or a phrase.
pub(super) fn quote(scene: &Scene<'_, '_>, s: &Sentence) -> Option<(u32, u32)> {
    const SHORTEST: u32 = 3;
    let d = scene.document;
    let mut best: Option<(u32, u32)> = None;
    let mut open: Option<u32> = None;
    let mut seen = false;
    let is_quotation = |at: &u32| d.is(*at, flag::MARK) && matches!(d.str(*at), "“" | "”" | "\"");
    for at in (s.start..s.end).filter(is_quotation) {
        // the first mark closes what the sentence before opened: *… It is a fair price,” the firm said today*
        let closes = at > s.start + 1 && d.is(at, flag::GLUED) && matches!(d.str(at - 1), "," | "." | "?" | "!");
        if !seen && open.is_none() && closes && d.str(at) != "“" {
            open = Some(s.start);
        }
        seen = true;
        match d.str(at) {
            "“" => open = Some(at + 1),
            "\"" if open.is_none() => open = Some(at + 1),
            "”" | "\"" => {
                if let Some(start) = open.take() {
                    let longest = best.map_or(SHORTEST - 1, |(a, b)| b - a);
                    if at - start > longest {
                        best = Some((start, at));
                    }
                }
            }
            _ => {}
        }
    }
    best.map(|(start, end)| {
        let comma = d.str(end - 1) == ",";
        (start, if comma { end - 1 } else { end })
    })
}
