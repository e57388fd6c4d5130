//! Statements told by their source: *according to Li Ming, the line will be ready in May*, *Amy Kuo: “…”*.

use crate::lexicon::class;
use crate::record::{EventKind, ParticipantRole, Status};
use crate::resolve::names::Kind;
use crate::text::{Sentence, flag};

use super::arguments::quote;
use super::behalf;
use super::clause::{Hit, Scene};
use super::definite::anaphor;
use super::find::Found;
use super::focus::Focus;
use super::listed::listed;
use super::trigger::head_groups;
use super::verbs::done;
use super::{EventItem, tables as t};

/// The rule of what the article names as its source.
pub(super) const RULE: &str = "event.statement.source";

/// Letters of *according* and *reported*, for whoever asks of every verb.
pub(super) const LETTERS: [u16; 2] = [9, 8];
/// Tokens of the longest source.
const LONGEST: u32 = 24;
const VOICES: t::Groups = t::group("speaker");
const PAPERS: t::Groups = t::group("policy") | t::group("paper");

/// The statement whose source stands behind *according to* at `at`. A plan, a law or a contract says nothing: what is done
/// according to it is no statement.
pub(super) fn source(scene: &Scene<'_, '_>, index: usize, s: &Sentence, at: u32, focus: &Focus) -> Option<Found> {
    let d = scene.document;
    let from = at + 2;
    // *as reported by Li Ming*
    let reported = scene.str(at + 1) == "by" && at > s.start && d.str(at) == "reported";
    let reported = reported && d.str(at - 1).eq_ignore_ascii_case("as");
    let according = d.str(at).eq_ignore_ascii_case("according") && scene.str(at + 1) == "to";
    if !according && !reported {
        return None;
    }
    let at = at - u32::from(reported);
    let ends = |x: &u32| {
        let mark =
            d.is(*x, flag::MARK) && matches!(d.str(*x), "," | ";" | ":" | "—" | "–" | "(" | ")" | "”" | "\"" | ".");
        mark && !scene.inside_name(*x) || matches!(d.str(*x), "that" | "which" | "who" | "when" | "as")
    };
    let limit = s.end.min(from + LONGEST);
    let end = (from..limit).find(ends).unwrap_or(limit);
    let who = speakers(scene, (from, end), focus);
    let (groups, _) = head_groups(scene, from, end);
    // *the Measures of Wuxi* is a paper, *Lanxin Contract Services* is not
    let first = scene.hits_in(from, end).next().filter(|hit| hit.start <= from + 1);
    // *are priced according to Kelvar's models*, *act according to the orders of Li Ming*: how, not who says so
    let clause = |word: &str| matches!(word, "and" | "but" | "which" | "who" | "that");
    let parted = at <= s.start + 1 || d.is(at - 1, flag::MARK) || clause(d.str(at - 1));
    let owner = first.as_ref().is_some_and(|hit| is_owner(scene, hit.end));
    if !parted && first.as_ref().is_none_or(|hit| hit.end < end)
        || owner && groups & VOICES == 0 && named(scene, (from, end)).is_empty()
    {
        return None;
    }
    // *according to the company's bylaws*: a paper of somebody's
    let owned = (from + 1..end)
        .rev()
        .find(|x| is_owner(scene, *x) && !scene.inside_name(*x));
    let own = owned.map_or(0, |x| head_groups(scene, x + 1, end).0);
    if own & PAPERS != 0 && own & VOICES == 0 && first.is_none() {
        return None;
    }
    if who.is_empty() && groups & VOICES == 0 || groups & PAPERS != 0 && groups & VOICES == 0 && first.is_none() {
        return None;
    }
    let what = said(scene, s, at, end);
    let mut found = statement(scene, index, (at, from), (from, end));
    found.item.who = who.into_iter().map(|entity| (entity, ParticipantRole::Agent)).collect();
    found.item.what = (what.0 < what.1).then_some(what);
    Some(found)
}

/// A statement of sentence `index`, its trigger and the tokens of its source; who says what is filled in by the caller.
fn statement(scene: &Scene<'_, '_>, index: usize, trigger: (u32, u32), source: (u32, u32)) -> Found {
    let item = EventItem {
        kind: EventKind::Statement,
        trigger,
        sentence: index,
        name: None,
        status: Status::Occurred,
        when: Vec::new(),
        place: Vec::new(),
        who: Vec::new(),
        what: None,
        quote: quote(scene, &scene.document.sentences()[index]),
        figures: Vec::new(),
        main: false,
        rule: RULE,
    };
    Found {
        since: index,
        item,
        group: done(trigger.0),
        subject: source,
        owners: Vec::new(),
    }
}

/// *Amy Kuo: “It is good.”*, *For Amy Kuo, “it is good”*: a person at the start of the sentence and words in quotation marks
/// behind it, with no verb of saying.
pub(super) fn voice(scene: &Scene<'_, '_>, index: usize, s: &Sentence) -> Option<Found> {
    let d = scene.document;
    if s.end < s.start + 4 || !d.is(s.start, flag::CAPITAL) {
        return None;
    }
    let opens = s.start + u32::from(d.str(s.start) == "For");
    let next = scene.names.candidates.starting(opens)?;
    let mark = scene.names.candidates.list[next].end;
    let open = mark + 1;
    let led = if opens == s.start { ":" } else { "," };
    if open + 1 >= s.end || d.str(mark) != led || !matches!(d.str(open), "“" | "\"") {
        return None;
    }
    let hit = scene.hits_in(opens, mark).next()?;
    if hit.kind != Kind::Person || (open..s.end).any(|x| d.has(x, class::SAYVERB) && !scene.is_quoted(x)) {
        return None;
    }
    let mut found = statement(scene, index, (s.start, mark), (opens, mark));
    found.group = done(mark);
    found.item.who = vec![(hit.entity, ParticipantRole::Agent)];
    found.item.what = Some((open + 1, s.end));
    Some(found)
}

/// Who the noun phrase behind *according to* names: *Li Ming, chairman of Kelvar*, *officials at Kelvar*, *the company*,
/// *figures from the National Bureau of Statistics*.
fn speakers(scene: &Scene<'_, '_>, (from, end): (u32, u32), focus: &Focus) -> Vec<usize> {
    let d = scene.document;
    let mut out = named(scene, (from, end));
    // *according to the organiser, Kelvar*
    if out.is_empty()
        && d.has(from, class::DET)
        && scene.str(end) == ","
        && let Some(hit) = scene.hits_in(end + 1, end + 1 + LONGEST).next()
        && hit.start <= end + 2
        && matches!(scene.str(hit.end), "," | "." | ";" | "")
        && hit.kind == Kind::Organisation
    {
        out.push(hit.entity);
    }
    if out.is_empty() {
        out = behalf::voices(scene, (from, end), focus);
    }
    if out.is_empty()
        && let Some(by) = (from..end).find(|x| d.has(*x, class::PREP) && matches!(d.str(*x), "from" | "by"))
    {
        out.extend(
            listed(scene, by + 1, end)
                .iter()
                .filter(|h| speaks(h))
                .map(|h| h.entity),
        );
    }
    if out.is_empty() {
        out = anaphor(scene, (from, end), focus);
        out.retain(|entity| scene.entities.list[*entity].kind != Kind::Place);
    }
    out.dedup();
    out
}

/// People and bodies at the head of the noun phrase; of *Kelvar's plan*, the plan.
fn named(scene: &Scene<'_, '_>, (from, end): (u32, u32)) -> Vec<usize> {
    let heads = scene.heads(from, end);
    let heads = heads.iter().filter(|hit| speaks(hit) && !is_owner(scene, hit.end));
    heads.map(|hit| hit.entity).collect()
}

fn speaks(hit: &Hit) -> bool {
    matches!(hit.kind, Kind::Person | Kind::Organisation)
}

/// The mark of an owner stands there.
fn is_owner(scene: &Scene<'_, '_>, at: u32) -> bool {
    matches!(scene.str(at), "'s" | "’s" | "'" | "’")
}

/// What is said: behind the source that opens the sentence, else in front of *according to* at `at`. The source ends at `end`.
fn said(scene: &Scene<'_, '_>, s: &Sentence, at: u32, end: u32) -> (u32, u32) {
    let d = scene.document;
    // *a fall of 8%, according to*: the sign is part of it
    let mark = |x: u32| d.is(x, flag::MARK) && !scene.inside_name(x) && d.str(x) != "%";
    if at <= s.start + 1 {
        // *According to Lindo Television (LTV), a plant was opened*
        let bracket = (scene.str(end) == "(").then(|| (end..s.end).find(|x| d.str(*x) == ")"));
        let end = bracket.flatten().map_or(end, |close| close + 1);
        // *According to Li Ming, chairman of Kelvar, the line is ready*
        let close = (end + 1..s.end).find(|x| d.str(*x) == "," && mark(*x));
        let open = close
            .filter(|close| scene.str(end) == "," && scene.inserts(end, *close, false))
            .unwrap_or(end);
        let tail = (open..s.end).rev().find(|x| !mark(*x)).map_or(s.end, |x| x + 1);
        return (open + 1, tail);
    }
    let start = (s.start..at)
        .rev()
        .find(|x| d.str(*x) == ";")
        .map_or(s.start, |x| x + 1);
    let start = (start..at).find(|x| !mark(*x)).unwrap_or(at);
    let stop = (start..at).rev().find(|x| !mark(*x)).map_or(at, |x| x + 1);
    (start, stop)
}
