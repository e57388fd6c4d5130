//! The proper names of meetings: *2024 China (Jinan) Power Industry Conference*, *World Chip Forum 2023*.

use crate::lexicon::class;
use crate::record::{EventKind, Status};
use crate::resolve::names::Kind;
use crate::text::flag;

use super::clause::Scene;
use super::find::Found;
use super::frame::is_dropped;
use super::tables as t;

/// Digits of a year.
const YEAR: u16 = 4;

/// Names the meetings: by the name in the clause, and *the five-day event* by the name told last in front of it.
pub(super) fn names(scene: &Scene<'_, '_>, found: &mut [Found]) {
    let named = found.iter().any(|f| f.item.kind == EventKind::Meeting);
    for event in found.iter_mut().filter(|_| named) {
        let meeting = event.item.kind == EventKind::Meeting;
        if !meeting || event.item.rule == const { t::rule("event.meeting.attend") } {
            continue;
        }
        event.item.name = event_name(scene, event).filter(|name| !is_body(scene, *name));
        if event.item.name.is_none()
            && event.item.status != Status::Planned
            && let Some((name, places)) = told_before(scene, event.subject)
        {
            event.item.name = Some(name);
            if event.item.place.is_empty() {
                event.item.place = places;
            }
        }
    }
}

/// *met with the Lima Association for the 2025 World Chip Expo*: no meeting, though its name ends like one.
fn is_body(scene: &Scene<'_, '_>, (start, end): (u32, u32)) -> bool {
    let candidates = &scene.names.candidates;
    let whole = candidates.ending(end).map(|index| &candidates.list[index]);
    let body = whole.is_some_and(|name| name.start == start && scene.names.kind_of(name) == Kind::Organisation);
    body && (start + 1..end).any(|at| matches!(scene.document.str(at), "for" | "of"))
}

/// Names the meetings that people came to: *attended the 2024 Wuxi Chip Forum*. Last, as those who came to one that is told
/// have joined it by then.
pub(super) fn attended(scene: &Scene<'_, '_>, found: &mut [Found]) {
    for event in found {
        let attended = event.item.rule == const { t::rule("event.meeting.attend") };
        if attended && event.item.kind == EventKind::Meeting && !is_dropped(event) {
            event.item.name = event_name(scene, event);
        }
    }
}

/// *The five-day event*, *The forum* behind *at the 2024 Wuxi Chip Forum in Wuxi*: the name, and where that was.
fn told_before(scene: &Scene<'_, '_>, (start, end): (u32, u32)) -> Option<((u32, u32), Vec<usize>)> {
    /// Tokens of the noun phrase, names in front of it, and tokens between the name and its place.
    const PHRASE: u32 = 5;
    const MOST: usize = 24;
    const NEAR: u32 = 3;
    let d = scene.document;
    let definite =
        start < end && (d.str(start).eq_ignore_ascii_case("the") || d.str(start).eq_ignore_ascii_case("this"));
    let stop = (start + 1..end.min(start + PHRASE))
        .take_while(|at| (d.is(*at, flag::WORD) || d.str(*at) == "-") && !d.has(*at, class::PREP));
    let noun = stop.last().filter(|_| definite)?;
    let small = !d.is(noun, flag::CAPITAL) && scene.noun_groups(noun, noun + 1) & const { t::group("meeting") } != 0;
    let list = &scene.names.candidates.list;
    let front = list.partition_point(|c| c.start < start);
    let mut before = list[front.saturating_sub(MOST)..front].iter().rev().filter(|_| small);
    let candidate = before.find(|c| {
        scene.names.kind_of(c) == Kind::Other && c.end - c.start > 1 && ends_in_head(scene, c.start, c.end)
    })?;
    // *the meeting* need not be the forum
    let own = d.str(noun) == "event" || d.str(candidate.end - 1).eq_ignore_ascii_case(d.str(noun));
    let sentence = &d.sentences()[d.sentence_of(candidate.start)];
    let mut places = scene.where_in(candidate.end, sentence.end);
    places.retain(|hit| hit.start <= candidate.end + NEAR);
    let name = (numbered(scene, candidate.start, sentence.start), candidate.end);
    own.then(|| (name, places.iter().map(|hit| hit.entity).collect()))
}

/// The name of the meeting in the clause: a run of capitals that ends in a head such as *Conference*.
fn event_name(scene: &Scene<'_, '_>, event: &Found) -> Option<(u32, u32)> {
    let d = scene.document;
    let (s, e) = event.subject;
    let sentence = &d.sentences()[event.item.sentence];
    let rule = event.item.rule;
    let subject_told = event.group.passive
        || rule.ends_with("place")
        || rule.ends_with("open")
        || rule.ends_with("run")
        || rule.ends_with("draw");
    if !subject_told {
        return name_in(
            scene,
            event.item.trigger.1,
            scene.clause_end(sentence, event.item.trigger.1),
        );
    }
    // *The Chip Summit, with the theme of “…”, was held*: the name stands in front of what is inserted
    let inserted = s >= e || d.str(s.saturating_sub(1).max(sentence.start)) == ",";
    let whole = || (inserted && !scene.has_verb(sentence.start, event.group.outer)).then_some(sentence.start);
    let named = name_in(scene, s, e).or_else(|| name_in(scene, whole()?, event.group.outer));
    named.or_else(|| edition(scene, s, e))
}

/// *SEMICON China 2015 was held*: a name with its year is all of the subject.
fn edition(scene: &Scene<'_, '_>, start: u32, end: u32) -> Option<(u32, u32)> {
    let d = scene.document;
    let start = start + u32::from(start < end && d.has(start, class::DET));
    let year = end
        .checked_sub(1)
        .filter(|year| *year > start && silent_year(scene, *year))?;
    let name = &scene.names.candidates.list[scene.names.candidates.ending(year)?];
    let other = !matches!(scene.names.kind_of(name), Kind::Person | Kind::Place);
    (name.start == start && other).then_some((start, end))
}

/// A year that is part of a name.
fn silent_year(scene: &Scene<'_, '_>, at: u32) -> bool {
    let date = scene.dates.binary_search_by_key(&at, |date| date.start);
    date.is_ok_and(|date| scene.dates[date].silent && scene.dates[date].end == at + 1)
}

/// The first name of a meeting in the tokens, with its year or number.
fn name_in(scene: &Scene<'_, '_>, from: u32, to: u32) -> Option<(u32, u32)> {
    let d = scene.document;
    let list = &scene.names.candidates.list;
    let first = list.partition_point(|c| c.start < from);
    let mut candidates = list[first..].iter().take_while(|c| c.end <= to).peekable();
    while let Some(candidate) = candidates.next() {
        let kind = scene.names.kind_of(candidate);
        let small = candidate.end - candidate.start < 2;
        if matches!(kind, Kind::Person | Kind::Place)
            || small
            || !is_meeting_name(scene, candidate.start, candidate.end)
            || is_occasion_for(scene, from, candidate.start)
        {
            continue;
        }
        let mut end = candidate.end;
        // *the Chip Conference and Materials Exhibition*
        if let Some(next) = candidates.peek()
            && next.start == end + 1
            && matches!(d.str(end), "and" | "&")
            && ends_in_head(scene, next.start, next.end)
        {
            end = next.end;
        }
        // *the Chip Summit of the 2019 Lindo Conference*: all of it, but of a ceremony the meeting that it opens
        let mut start = None;
        if d.str(end.min(to)) == "of" && end + 1 < to {
            let the = end + 1 + u32::from(d.has(end + 1, class::DET));
            let first = the + u32::from(d.is(the, flag::NUMBER) && d.token(the).len == YEAR);
            let whole = candidates.peek().filter(|next| {
                (next.start == first || next.start == the)
                    && next.end - next.start > 1
                    && ends_in_head(scene, next.start, next.end)
            });
            if let Some(whole) = whole {
                let ceremony = d.str(end - 1).eq_ignore_ascii_case("ceremony");
                start = ceremony.then_some(whole.start);
                end = whole.end;
            }
        }
        let first = start.unwrap_or(candidate.start);
        // *World Conference on Chips 2023*
        if end < to && silent_year(scene, end) {
            end += 1;
        }
        return Some((numbered(scene, first, from), end));
    }
    // *the first Beijing-Tianjin-Hebei … seminar*: an ordinal, a name and a small-lettered head
    (from..to).find_map(|at| {
        // *the 13th China chip equipment conference*
        let digits = d.is(at, flag::NUMBER) && d.is(at + 1, flag::GLUED) && d.is(at + 1, flag::WORD);
        let name = at + 1 + u32::from(digits);
        let opens = (digits || d.has(at, class::ORDINALWORD)) && name < to && d.is(name, flag::CAPITAL);
        let head = opens
            .then(|| (name + 1..to).find(|x| d.has(*x, class::EVENTHEAD)))
            .flatten()?;
        let whole = (name..head).all(|x| !d.has(x, class::PREP) && !d.is(x, flag::LINE));
        whole.then_some((at, head + 1))
    })
}

/// *the press conference for the 2024 Chip Forum*, *its bid to host the 2030 Chip Games*, *the Association for the 2025 Chip Expo*: that
/// is another meeting.
fn is_occasion_for(scene: &Scene<'_, '_>, from: u32, name: u32) -> bool {
    let d = scene.document;
    let mut front = (from..name)
        .rev()
        .skip_while(|at| d.has(*at, class::DET) || d.is(*at, flag::NUMBER) || d.is(*at, flag::GLUED));
    let before = front.next();
    let bid = |at: u32| {
        let near = at.saturating_sub(3).max(from)..at;
        near.into_iter()
            .any(|at| matches!(d.str(at), "bid" | "bids" | "bidding"))
    };
    if before.is_some_and(|at| matches!(d.str(at), "host" | "hosting" | "for") && bid(at)) {
        return true;
    }
    let preposition = before.filter(|at| matches!(d.str(*at), "for" | "on" | "about"));
    if preposition.is_some_and(|at| at > from && d.is(at - 1, flag::CAPITAL) && d.has(at - 1, class::ORGHEAD)) {
        return true;
    }
    preposition.is_some_and(|at| at > from && scene.noun_groups(at - 1, at) & const { t::group("meeting") } != 0)
}

/// *2023 …*, *20th …*: a year or number in front belongs to the name, and so does what stands in front of a bare *of*
/// (*Optics Valley of China Exposition*) and the session (*the second session of the 16th Congress*).
fn numbered(scene: &Scene<'_, '_>, start: u32, from: u32) -> u32 {
    let d = scene.document;
    let mut start = start;
    if start > from + 1 && d.str(start - 1) == "of" && d.is(start - 2, flag::CAPITAL) {
        let front = scene.names.candidates.ending(start - 1);
        start = front.map_or(start, |c| scene.names.candidates.list[c].start).max(from);
    }
    // *Government/Authorities Meeting*
    if start > from + 1 && d.str(start - 1) == "/" && d.is(start, flag::GLUED) && d.is(start - 2, flag::CAPITAL) {
        start -= 2;
    }
    let counted = |start: u32| {
        if start > from && d.is(start - 1, flag::NUMBER) && d.token(start - 1).len == YEAR {
            start - 1
        } else if start > from + 1 && d.is(start - 1, flag::GLUED) && d.is(start - 2, flag::NUMBER) {
            start - 2
        } else {
            start
        }
    };
    let start = counted(start);
    let session = start > from + 3
        && d.has(start - 1, class::DET)
        && d.str(start - 2) == "of"
        && d.str(start - 3).eq_ignore_ascii_case("session");
    if !session {
        return start;
    }
    let ordinal = d.has(start - 4, class::ORDINALWORD).then(|| start - 4);
    ordinal.unwrap_or(match counted(start - 3) {
        first if first < start - 3 => first,
        _ => start,
    })
}

/// *Conference*, *Expo*, *Congress*.
fn is_head(scene: &Scene<'_, '_>, at: u32) -> bool {
    let d = scene.document;
    d.is(at, flag::CAPITAL)
        && (d.has(at, class::EVENTHEAD) || scene.noun_groups(at, at + 1) & const { t::group("meeting") } != 0)
}

fn ends_in_head(scene: &Scene<'_, '_>, start: u32, end: u32) -> bool {
    let d = scene.document;
    let word = (start..end).rev().find(|at| d.is(*at, flag::WORD));
    word.is_some_and(|at| is_head(scene, at))
}

/// The name ends in a head or has one in front of what the meeting is for: *Promotion Conference for Wuxi*, not *Convention
/// Center*.
fn is_meeting_name(scene: &Scene<'_, '_>, start: u32, end: u32) -> bool {
    let d = scene.document;
    let inner = |at: u32| {
        at + 1 < end && (d.has(at + 1, class::PREP) || matches!(d.str(at + 1), "(" | ":") || d.is(at + 1, flag::NUMBER))
    };
    ends_in_head(scene, start, end) || (start..end).any(|at| inner(at) && is_head(scene, at))
}
