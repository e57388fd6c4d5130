//! Arguments of an event in its clause: parties of a list, what a pronoun means, time, the thing told, direct speech.

use crate::extract::dates::DateItem;
use crate::extract::names::cut::title_end;
use crate::lexicon::class;
use crate::lexicon::format::form;
use crate::record::{DateKind, EventKind, ParticipantRole, Status};
use crate::resolve::names::Kind;
use crate::text::{Document, Sentence, flag};

use super::clause::{Hit, Scene};
use super::focus::Focus;
use super::verbs::VerbGroup;
use super::{EventItem, VerbRule, verbs};

/// The places in front of the subject's noun: *Wuxi’s industry*, *the scale of Wuxi’s industry*, *industry in Wuxi*.
pub(super) fn owners(scene: &Scene<'_, '_>, subject: (u32, u32)) -> Vec<usize> {
    scene
        .entities_in(subject.0, subject.1)
        .into_iter()
        .filter(|h| h.kind == Kind::Place)
        .map(|h| h.entity)
        .take(1)
        .collect()
}

/// Entities of a list *A, B and C* that starts at `start`.
pub(super) fn listed(scene: &Scene<'_, '_>, start: u32, end: u32) -> Vec<Hit> {
    /// Tokens between a name and what its post is of.
    const POST: u32 = 12;
    let d = scene.document;
    let mut out: Vec<Hit> = Vec::new();
    // behind *Hong Kong's* the list goes on
    let mut behind_owner = start;
    for hit in scene.entities_in(start, end) {
        let last = out.last().map_or(start, |h: &Hit| h.end).max(behind_owner);
        let gap_ok = (last..hit.start).all(|at| {
            matches!(d.str(at), "," | "and" | "&" | "as" | "well" | "both" | "between" | "by")
                || d.has(at, class::DET)
                || d.has(at, class::TITLE)
                || d.has(at, class::HONORIFIC)
                || d.has(at, class::DEMONYM)
                || d.str(at) == "."
        });
        let first = out.is_empty() && hit.start - start <= 6 && (start..hit.start).all(|at| !d.has(at, class::PREP));
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
            if of_post {
                behind_owner = hit.end;
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

/// The clause up to the sentence's end, cut at a second subject.
pub(super) fn sentence_tail(scene: &Scene<'_, '_>, s: &Sentence, from: u32) -> u32 {
    (from..s.end).find(|at| scene.str(*at) == ";").unwrap_or(s.end)
}

/// Who *he*, *it*, *the company*, *the province* means.
pub(super) fn anaphor(scene: &Scene<'_, '_>, subject: (u32, u32), focus: &Focus) -> Vec<usize> {
    let d: &Document<'_> = scene.document;
    for at in subject.0..subject.1 {
        if d.has(at, class::PREP) && at > subject.0 {
            break;
        }
        let found = match d.value(at, at + 1, class::PRON) {
            Some("he" | "she") => focus.person,
            Some("it") => focus.organisation.or(focus.acting),
            _ => None,
        };
        if found.is_some() {
            return found.into_iter().collect();
        }
        let definite = at > subject.0 && d.str(at - 1).eq_ignore_ascii_case("the");
        if definite && let Some(kind) = d.value(at, at + 1, class::DEFINITE) {
            // *the court* is none of the companies named; *the company* may be any body
            let named = |e: &usize| {
                let name = scene.entities.list[*e].name;
                (name.start..name.end).any(|x| d.str(x).eq_ignore_ascii_case(d.str(at)))
            };
            return match kind {
                "organisation" => focus.company(scene),
                "organisation named" => focus.organisation.filter(named),
                "place" => focus.place,
                _ => focus.person,
            }
            .into_iter()
            .collect();
        }
    }
    Vec::new()
}

/// Bodies of the clause that the kind of event tells the part of: who is sold and by whom, who invests, whose post it is.
pub(super) fn parties(scene: &Scene<'_, '_>, item: &mut EventItem, clause: (u32, u32), focus: &Focus) {
    let d = scene.document;
    let bodies: Vec<Hit> = scene
        .entities_in(clause.0, clause.1)
        .into_iter()
        .filter(|h| h.kind == Kind::Organisation)
        .collect();
    let behind = |hit: &Hit, words: &[&str]| {
        let mut before = hit.start;
        while before > clause.0 && (d.has(before - 1, class::DET) || d.is(before - 1, flag::CAPITAL)) {
            before -= 1;
        }
        (before.saturating_sub(3).max(clause.0)..before).any(|at| words.contains(&d.str(at)))
    };
    let known = |who: &[(usize, ParticipantRole)], entity: usize| who.iter().any(|(e, _)| *e == entity);
    match item.kind {
        EventKind::Acquisition => {
            for hit in bodies.iter().filter(|h| !matches!(scene.str(h.end), "'s" | "’s")) {
                if known(&item.who, hit.entity) {
                    continue;
                }
                if behind(hit, &["from", "to", "by"]) {
                    item.who.push((hit.entity, ParticipantRole::Participant));
                } else if behind(hit, &["in", "of"]) {
                    item.who.push((hit.entity, ParticipantRole::Patient));
                }
            }
        }
        EventKind::Agreement => {
            for hit in bodies.iter().filter(|h| behind(h, &["from"])) {
                if !known(&item.who, hit.entity) {
                    item.who.push((hit.entity, ParticipantRole::Participant));
                }
            }
        }
        EventKind::Investment => {
            if let Some(by) = (clause.0..clause.1).find(|at| d.str(*at) == "by" && *at > 0 && d.str(at - 1) == "led") {
                for hit in listed(scene, by + 1, clause.1) {
                    if hit.kind == Kind::Organisation && !known(&item.who, hit.entity) {
                        item.who.push((hit.entity, ParticipantRole::Agent));
                    }
                }
            }
        }
        EventKind::Appointment => {
            let body = |e: usize| scene.entities.list[e].kind == Kind::Organisation;
            if item.who.iter().any(|(e, _)| body(*e)) || item.who.is_empty() {
                return;
            }
            let post = bodies
                .iter()
                .find(|h| behind(h, &["of", "at", "for"]))
                .map(|h| h.entity);
            let body = post.or(focus.organisation);
            item.who.extend(body.map(|e| (e, ParticipantRole::Participant)));
        }
        _ => {}
    }
}

/// The date of the event: in its clause, else in its sentence, the nearest to the trigger. `subject_start` and `clause_end`
/// are the bounds of its clause.
pub(super) fn times(
    scene: &Scene<'_, '_>,
    s: &Sentence,
    group: &VerbGroup,
    (subject_start, clause_end): (u32, u32),
    item: &mut EventItem,
) {
    // the dateline's day is that of the report
    let report = scene.dateline.map_or(0, |(_, end)| end);
    let usable = |i: &usize| {
        let date = &scene.dates[*i];
        let now = date.kind == DateKind::Vague && date.value != "past";
        // *released a plan to double output by 2027*: not the day of the release
        let aim = date.relation == Some("by") && item.status == Status::Occurred;
        // *surpassed last year's 216 projects*
        let owner = matches!(scene.str(date.end), "'s" | "’s");
        let elsewhere = date.end <= group.outer && is_told_apart(scene, s, date, group.outer)
            || date.start > group.head
                && (is_subordinate(scene, group.head, date.start)
                    || item.kind == EventKind::Result && is_participle(scene, group.head, date.start));
        let out = matches!(date.kind, DateKind::Duration | DateKind::Set) || owner || elsewhere || now || aim;
        !out && date.start >= report && !is_compared(scene, item.kind, group, date.start)
    };
    let distance = |i: &usize| {
        let date = &scene.dates[*i];
        if date.start >= group.head {
            date.start - group.head
        } else {
            // *the year ended June*: the verb may stand in the date
            // *to start trial production in October and reach mass production in May*
            let coordinated =
                group.outer > date.end && scene.str(group.outer - 1) == "and" && scene.has_verb(s.start, date.start);
            group.head.saturating_sub(date.end) + if coordinated { 9 } else { 3 }
        }
    };
    let in_clause = scene.dates_in(s.start, clause_end).filter(usable).min_by_key(distance);
    let found = in_clause.or_else(|| scene.dates_in(clause_end, s.end).filter(usable).min_by_key(distance));
    if item.kind == EventKind::Statement {
        // a date in what is said is not that of saying it
        let d = scene.document;
        let (from, to) = item.what.unwrap_or((0, 0));
        // *“…,” he told guests in Wuxi on Monday*: the rest of the clause is about the saying
        let inverted = from < to && to <= group.start;
        // *A fall in orders in the fourth quarter, he conceded, had …*, *Turning to the tasks of this year, he said that …*
        let parenthetical = matches!(scene.str(group.head + 1), ",") && d.str(subject_start.max(1) - 1) == ",";
        let turning = d.info(s.start).form & form::GERUND != 0 && d.str(s.start).ends_with("ing");
        let fronted = |date: &DateItem| date.start < subject_start && (parenthetical || turning && !date.is_day());
        let of_saying = |i: &usize| {
            let date = &scene.dates[*i];
            let content = from <= date.start && date.end <= to && from < to && inverted;
            let that = (group.head..date.start).any(|at| d.str(at) == "that");
            // *said at the forum in Wuxi on Monday that …*
            let before_that = || {
                !that
                    && (date.end..s.end)
                        .find(|at| d.str(*at) == "that")
                        .is_some_and(|x| x <= date.end + 1)
            };
            usable(i)
                && !content
                && !fronted(date)
                && (date.end <= group.start || !that && (inverted || date.start <= group.head + 3) || before_that())
        };
        item.when = scene
            .dates_in(s.start, clause_end)
            .filter(of_saying)
            .min_by_key(distance)
            .into_iter()
            .collect();
        return;
    }
    item.when = found.into_iter().collect();
    // *in Shanghai and Beijing on July 25 and 26*
    if let (EventKind::Meeting, Some(first)) = (item.kind, found)
        && let Some(next) = scene.dates.get(first + 1)
        && next.start == scene.dates[first].end + 1
        && scene.str(next.start - 1) == "and"
        && usable(&(first + 1))
    {
        item.when.push(first + 1);
    }
}

/// *The banks, which merged in 2009, signed a deal*, *said on Monday that output rose*: the date in front is that of
/// another verb.
fn is_told_apart(scene: &Scene<'_, '_>, s: &Sentence, date: &DateItem, verb: u32) -> bool {
    let d = scene.document;
    let closed = (date.end..verb).any(|at| d.str(at) == ",");
    let relative = closed
        && (s.start + 1..date.start)
            .rev()
            .take_while(|at| d.str(*at) != ",")
            .any(|at| matches!(d.str(at), "which" | "who" | "whose" | "where") && d.str(at - 1) == ",");
    relative
        || (date.end..verb).any(|at| d.str(at) == "that")
            && (s.start..date.start).any(|at| d.has(at, class::SAYVERB) && verbs::group(d, at, s.start).is_some())
}

/// *at its factory, where 350 workers were let go in May*: the date is of the clause that a relative word opens.
fn is_subordinate(scene: &Scene<'_, '_>, verb: u32, date: u32) -> bool {
    (verb + 1..date).any(|at| {
        let relative = matches!(scene.str(at), "where" | "which" | "who" | "whose" | "when")
            && matches!(scene.str(at - 1), "," | "in" | "of");
        // *a contract that lapsed in June*
        let that = || scene.str(at) == "that" && at > verb + 1 && (at..date).all(|x| scene.str(x) != ",");
        (relative || that()) && scene.has_verb(at + 1, date)
    })
}

/// *rose 8%, shows its annual report, filed with the exchange on Thursday*: the date is of the participle behind the
/// comma.
fn is_participle(scene: &Scene<'_, '_>, verb: u32, date: u32) -> bool {
    /// Tokens between the participle and its date.
    const NEAR: u32 = 8;
    let d = scene.document;
    (date.saturating_sub(NEAR).max(verb + 1)..date).rev().any(|at| {
        let form = d.info(at).form;
        d.str(at - 1) == "," && form & form::PARTICIPLE != 0 && form & form::BASE == 0 && d.is(at, flag::WORD)
    })
}

/// *against 298 million yuan in the same period of 2023*, *its worst day since August*: what is compared with.
fn is_compared(scene: &Scene<'_, '_>, kind: EventKind, group: &VerbGroup, date: u32) -> bool {
    const NEAR: u32 = 8;
    if !matches!(kind, EventKind::Result | EventKind::Market | EventKind::Production) {
        return false;
    }
    (date.saturating_sub(NEAR).max(group.head)..date)
        .rev()
        .take_while(|at| !matches!(scene.str(*at), "," | ";"))
        .any(|at| {
            matches!(
                scene.str(at),
                "against" | "from" | "than" | "versus" | "since" | "compared"
            ) || scene.str(at) == "over" && scene.document.has(at - 1, class::PERCENT)
        })
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
        while start < end && matches!(d.str(start), "," | "that" | "“" | ":") {
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
        // *…, the company said Monday in Hefei*: what stands before
        let circumstance = object.0 < end
            && (d.has(object.0, class::PREP) && d.str(object.0) != "of"
                || scene.dates.binary_search_by_key(&object.0, |x| x.start).is_ok());
        // *said at the forum in Wuxi on Monday that …*
        let that = (object.0..(object.0 + CIRCUMSTANCE).min(s.end)).find(|at| circumstance && d.str(*at) == "that");
        if let Some(that) = that {
            return trim(that, s.end);
        }
        let before = circumstance && subject.0 > s.start + 2 && d.str(subject.0 - 1) == ",";
        if before {
            let report = scene.dateline.map_or(0, |(_, end)| end);
            return trim(s.start.max(report), subject.0 - 1);
        }
        return trim(object.0, end).or_else(|| {
            // *…, he said*: what stands before
            let comma = (s.start..group.start)
                .rev()
                .find(|at| matches!(d.str(*at), "," | "”" | "\""))?;
            trim(s.start, comma)
        });
    }
    if group.passive {
        return trim(subject.0, subject.1);
    }
    if matches!(rule.kind, EventKind::Result | EventKind::Market) && rule.object == 0 && rule.subject != 0 {
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
    for at in (s.start..s.end).filter(|at| d.is(*at, flag::MARK)) {
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
