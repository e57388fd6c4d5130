//! Where the thing told starts and ends: *the export rules* of *welcomed the export rules published on Monday*.

use crate::lexicon::class;
use crate::lexicon::format::{form, pos};
use crate::record::{DateKind, EventKind};
use crate::text::{Sentence, flag};

use super::EventItem;
use super::clause::{Scene, is_relative};
use super::verbs::{self, VerbGroup};

/// Tokens of the longest noun phrase.
const LONGEST: u32 = 40;

/// The subject of a passive without what only stands in front of it: *In 2019 Kelvar was bought*, *However, the shipments were
/// halted*, *It is the first fab and will be set up*.
pub(super) fn done_to(scene: &Scene<'_, '_>, s: &Sentence, group: &VerbGroup, subject: (u32, u32)) -> (u32, u32) {
    let d = scene.document;
    let (start, end) = subject;
    if end != group.outer || start >= end {
        return subject;
    }
    // *published*, not *was published*
    if group.start == group.head {
        let start = behind_noun(scene, s, subject);
        let adverb = end > start + 1 && !d.is(end - 1, flag::CAPITAL) && d.str(end - 1).ends_with("ly");
        return (start, end - u32::from(adverb));
    }
    let end = scene
        .shared_subject(subject)
        .filter(|stop| *stop > start)
        .unwrap_or(end);
    // *joined Kelvar, which was founded*: what *which* tells of
    let relative = end > start + 2 && is_relative(d.str(end - 1)) && d.str(end - 2) == ",";
    if relative {
        return (behind_noun(scene, s, (start, end - 2)), end - 2);
    }
    if start != s.start {
        return (start, end);
    }
    // *In 2019 Kelvar*, *Last May Kelvar*
    let led = start + u32::from(d.has(start, class::PREP));
    let date = scene.date_at(led).map(|date| scene.dates[date].end);
    if let Some(behind) = date.filter(|behind| *behind < end && !d.is(*behind, flag::MARK | flag::GLUED)) {
        let noun = d.is(behind, flag::CAPITAL) || d.has(behind, class::DET);
        return (if noun { behind } else { start }, end);
    }
    // *However, the shipments*, *Either way, Kelvar*
    let adverb = d.info(start).pos & pos::ADVERB != 0 && scene.names.candidates.starting(start).is_none();
    let comma = (start + 1..end.min(start + 3)).find(|at| d.str(*at) == ",");
    match comma.filter(|comma| adverb && comma + 1 < end) {
        Some(comma) => (comma + 1, end),
        None => (start, end),
    }
}

/// Where the noun phrase starts in front of a participle: *the export rules* of *Kelvar welcomed the export rules published*.
pub(super) fn behind_noun(scene: &Scene<'_, '_>, s: &Sentence, (start, end): (u32, u32)) -> u32 {
    let d = scene.document;
    let stops = |at: u32| {
        // *the College of Circuits (CC) set up by Kelvar*: the short name belongs to it
        if scene.inside_name(at) || matches!(d.str(at), "(" | ")") {
            return false;
        }
        if d.has(at, class::PREP) {
            // *the plan to build a plant*
            let infinitive = d.str(at) == "to" && d.info(at + 1).form & form::BASE != 0;
            return !infinitive && !matches!(d.str(at), "of" | "on" | "for" | "in" | "at" | "between" | "about");
        }
        let mark = d.is(at, flag::MARK) && !d.is(at, flag::GLUED) || matches!(d.str(at), "," | ";" | ":");
        let that = || matches!(d.str(at), "that" | "which" | "who" | "than");
        // *the plan to build*: no verb of the sentence
        let verb = || {
            d.is(at, flag::VERB)
                && !d.is(at, flag::CAPITAL)
                && d.str(at - 1) != "to"
                && verbs::group(d, at, s.start).is_some()
        };
        mark || that() || d.has(at, class::AUX) || d.has(at, class::MODAL) || at > s.start && verb()
    };
    let from = start.max(end.saturating_sub(LONGEST));
    let mut at = end;
    while at > from && !stops(at - 1) {
        at -= 1;
    }
    // *said in Lima the plan*: a preposition is no start
    while at < end && (d.has(at, class::PREP) || d.has(at, class::CONJ)) {
        at += 1;
    }
    if at < end { at } else { start }
}

/// What stands behind the verb tells only when, where or by whom: *entered the site in March*, *joined in 2005*.
pub(super) fn is_circumstance(scene: &Scene<'_, '_>, start: u32, end: u32) -> bool {
    /// Tokens between a preposition and the place or day that it leads to.
    const NEAR: u32 = 6;
    let d = scene.document;
    if start >= end {
        return false;
    }
    // *faces 10 years in prison*: no day
    if let Some(date) = scene.date_at(start) {
        return scene.dates[date].kind != DateKind::Duration;
    }
    if !matches!(
        d.str(start),
        "in" | "on" | "at" | "by" | "from" | "since" | "during" | "after" | "before"
    ) {
        return false;
    }
    let stop = end.min(start + 1 + NEAR);
    scene.date_at(start + 1).is_some() || !scene.where_in(start, stop).is_empty() || d.has(start + 1, class::DET)
}

/// The token opens a circumstance and no infinitive: *at the forum*, not *to build*.
pub(super) fn is_preposition(scene: &Scene<'_, '_>, at: u32) -> bool {
    let d = scene.document;
    let infinitive = || d.str(at) == "to" && d.get(at + 1).is_some() && d.info(at + 1).form & form::BASE != 0;
    d.has(at, class::PREP) && d.str(at) != "of" && !infinitive()
}

/// The sentence says more than what it quotes in front of the verb of saying: *The sum will be used to “lift growth”, Kelvar
/// said*. The tokens of it all.
pub(super) fn around_quote(scene: &Scene<'_, '_>, s: &Sentence, report: u32, quote: (u32, u32)) -> Option<(u32, u32)> {
    /// Tokens in front of the quotation in a sentence of its own.
    const SHORTEST: u32 = 3;
    let d = scene.document;
    let open = quote
        .0
        .checked_sub(1)
        .filter(|open| *open >= report.max(s.start) + SHORTEST)?;
    let told = scene.has_verb(report, open) && !(report..open).any(|at| d.has(at, class::SAYVERB));
    let inner = !matches!(d.str(open - 1), "," | ":" | "." | "!" | "?");
    let close = u32::from(matches!(scene.str(quote.1), "”" | "\""));
    (told && inner).then_some((report, quote.1 + close))
}

/// The subject of a verb that only says that something began or came: *The equipment* of *The equipment also entered the site*. No
/// pronoun tells what it was.
pub(super) fn began(scene: &Scene<'_, '_>, subject: (u32, u32)) -> Option<(u32, u32)> {
    let d = scene.document;
    let (start, mut end) = subject;
    end = scene
        .shared_subject(subject)
        .filter(|stop| *stop > start)
        .unwrap_or(end);
    let adverb = |at: u32| d.info(at).pos & pos::ADVERB != 0 && d.info(at).pos & pos::NOUN == 0;
    if end > start + 1 && adverb(end - 1) && !d.is(end - 1, flag::CAPITAL) {
        end -= 1;
    }
    let last = end.checked_sub(1).filter(|last| *last >= start)?;
    let pronoun = d.has(last, class::PRON) || matches!(d.str(last), "that" | "which" | "who");
    (!pronoun && !scene.has_verb(start, end)).then_some((start, end))
}

/// *opened a plant in Leeds | on Monday*: the event's own day at the end of what was opened is no part of it.
pub(super) fn without_day(scene: &Scene<'_, '_>, item: &mut EventItem) {
    let d = scene.document;
    let Some((start, end)) = item.what.filter(|_| item.kind != EventKind::Statement) else {
        return;
    };
    let own = item.when.iter().map(|i| &scene.dates[*i]);
    let Some(day) = own.into_iter().find(|date| date.end == end && date.start > start) else {
        return;
    };
    let mut cut = day.start;
    if cut > start + 1 && d.has(cut - 1, class::PREP) && d.str(cut - 1) != "of" {
        cut -= 1;
    }
    // *the report of May 3*, *the year ended June 30*: it says which one
    let led = cut > start && (d.has(cut - 1, class::PREP) || d.info(cut - 1).form & form::PARTICIPLE != 0);
    let apart = cut < day.start || day.is_day() && !led;
    if cut > start + 1 && d.str(cut - 1) == "," {
        cut -= 1;
    }
    if apart && cut > start {
        item.what = Some((start, cut));
    }
}
