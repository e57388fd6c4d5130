//! Events of single sentences: trigger, status, subject, object, time and place.

use crate::lexicon::format::form;
use crate::lexicon::{class, list};
use crate::record::EventKind;
use crate::resolve::names::Kind;
use crate::text::{Document, Sentence, flag};

use super::clause::Scene;
use super::fit::{self, ENTITIES, SKIPS, may_fit, may_fit_active};
use super::focus::{self, Focus};
use super::idle::is_participle_of;
use super::implied::{implied, seen};
use super::nominal::noun;
use super::rows::{self, has_rows};
use super::tell::Telling;
use super::trigger::{is_particle, reduced};
use super::verbs::{self, Tense, VerbGroup};
use super::{EventItem, tables as t};
use super::{headline, source, twice};

/// One event with what later stages need to know about its sentence.
#[derive(Debug, Clone)]
pub struct Found {
    pub item: EventItem,
    pub group: VerbGroup,
    /// Tokens of the subject.
    pub subject: (u32, u32),
    /// Places that own the subject (*Wuxi’s industry*, *the industry in Wuxi*).
    pub owners: Vec<usize>,
    /// The sentence that first told of its occasion: *A ceremony was held. … Nine projects were signed*.
    pub since: usize,
}

/// What the verbs of a sentence share. The buffers are used again for each sentence.
#[derive(Default)]
pub(super) struct Work {
    /// The rows of the verb that is looked at.
    rows: Vec<(u32, u32)>,
    /// What the sentence offers, once a verb has asked.
    offered: fit::Offered,
    asked: bool,
}

/// Finds the events of one sentence.
pub(super) fn sentence(scene: &Scene<'_, '_>, index: usize, focus: &mut Focus, work: &mut Work, out: &mut Vec<Found>) {
    let d = scene.document;
    let s = d.sentences()[index];
    let from = out.len();
    work.asked = false;
    for (at, token) in (s.start..).zip(&d.tokens()[s.start as usize..s.end as usize]) {
        // most words tell nothing
        if !token.is(flag::VERB | flag::EVENT) || !token.is(flag::WORD) || token.is(flag::FURNITURE) {
            continue;
        }
        if token.is(flag::VERB) {
            if has_rows(d.lexicon.info(token.word).verb)
                && let Some(found) = verb(scene, index, &s, at, work, focus, &out[from..])
            {
                out.push(found);
                continue;
            }
            if source::LETTERS.contains(&token.len)
                && let Some(found) = source::source(scene, index, &s, at, focus)
            {
                out.push(found);
                continue;
            }
            if let Some(found) = said_too(scene, &s, at, &out[from..]) {
                out.push(found);
                continue;
            }
        }
        if token.is(flag::EVENT) {
            noun(scene, index, &s, at, focus, out);
        }
    }
    if out.len() == from {
        out.extend(source::voice(scene, index, &s).or_else(|| headline::moved(scene, index, &s, focus)));
    }
    twice::in_sentence(scene, &s, from, out);
    focus::update(scene, index, focus, &out[from..]);
}

/// A clause that ends in the point of a name (*visited Lantu Co., Ltd.*) holds all of the name.
pub(super) fn behind_name(scene: &Scene<'_, '_>, s: &Sentence, end: u32) -> u32 {
    let inside = end < s.end && scene.str(end) == "." && scene.inside_name(end);
    end + u32::from(inside)
}

/// *…, adding that …*: a second statement of whoever made the one before it in the sentence.
fn said_too(scene: &Scene<'_, '_>, s: &Sentence, at: u32, before: &[Found]) -> Option<Found> {
    let d = scene.document;
    if !d.has(at, class::SAYING) || at == s.start || d.str(at - 1) != "," || at + 1 >= s.end || d.str(at + 1) != "that"
    {
        return None;
    }
    let said = before.iter().rev().find(|f| f.item.kind == EventKind::Statement)?;
    let mut found = said.clone();
    let end = scene.clause_end(s, at + 1);
    found.item.trigger = (at, at + 1);
    found.item.what = (at + 2 < end).then_some((at + 2, end));
    found.item.quote = None;
    found.item.figures.clear();
    found.group.start = at;
    found.group.outer = at;
    found.group.head = at;
    Some(found)
}

/// A verb that may tell an event for all that is known before its subject is looked for.
pub(super) struct Verb {
    pub group: VerbGroup,
    /// Its subject, where that stands elsewhere.
    pub subject: Option<(u32, u32)>,
    /// What the sentence [offers](fit::Offered), and groups of the noun that it is a participle of.
    pub offered: t::Groups,
    pub reduced: t::Groups,
}

/// *must pay $15 million*: somebody has been told to.
fn is_due(d: &Document<'_>, group: &VerbGroup) -> bool {
    group.tense == Tense::Conditional && !group.negated && d.str(group.start) == "must" && d.str(group.head) == "pay"
}

/// *did not rule out a second step*, *does not deny the charge*: it is said all the same.
fn leaves_open(d: &Document<'_>, group: &VerbGroup) -> bool {
    let rules = d.str(group.head).starts_with("rul") && d.str(group.head + 1) == "out";
    let told = matches!(group.tense, Tense::Past | Tense::Present) && group.start < group.head;
    told && (rules || d.is_on(group.head, list::LEFT_OPEN))
}

/// *will not open until 2027*, *did not open until May*: it happens then.
fn waits(scene: &Scene<'_, '_>, s: &Sentence, group: &VerbGroup) -> bool {
    /// Tokens from the verb to *until*, and from there to the date.
    const NEAR: u32 = 8;
    const DATE: u32 = 3;
    let d = scene.document;
    let plain = |at: &u32| !d.is(*at, flag::MARK);
    let mut behind = (group.head + 1..s.end.min(group.head + NEAR)).take_while(plain);
    let past = group.tense == Tense::Past && !group.is_perfect(d) && group.start < group.head;
    let told = (past || group.tense == Tense::Future) && !group.planned;
    told && !d.has(group.head, class::SAYVERB)
        && behind
            .find(|at| d.str(*at) == "until")
            .is_some_and(|until| (until + 1..s.end.min(until + DATE)).any(|at| scene.date_at(at).is_some()))
}

/// *an institute jointly set up by Kelvar*, *an alliance co-founded by Lumeno*: a participle with who did it right behind, and no
/// object between: it tells which one is meant.
fn is_done_by(scene: &Scene<'_, '_>, s: &Sentence, at: u32) -> bool {
    let d = scene.document;
    let by = at + 1 + u32::from(is_particle(scene, at + 1));
    if at <= s.start || d.info(at).form & form::PARTICIPLE == 0 || scene.str(by) != "by" {
        return false;
    }
    let name = by + 1 + u32::from(d.get(by + 1).is_some() && d.has(by + 1, class::DET));
    let mut named = scene.hits_in(name, s.end).take(1);
    named.any(|hit| hit.start == name && hit.kind != Kind::Place)
}

/// *was reviewed and adopted*: the group of a second participle right behind the first one of a passive.
fn joined_passive(d: &Document<'_>, s: &Sentence, at: u32) -> Option<VerbGroup> {
    let participle = |at: u32| d.info(at).form & form::PARTICIPLE != 0;
    if at < s.start + 3 || d.str(at - 1) != "and" || !participle(at) || !participle(at - 2) {
        return None;
    }
    // *was founded and led the field*: what stands behind is no object
    let closes = at + 1 >= s.end || d.is(at + 1, flag::MARK) || d.has(at + 1, class::PREP);
    let first = verbs::group(d, at - 2, s.start).filter(|g| closes && g.passive && g.start < g.head)?;
    // *are maintained and published*: what is usual; *She was born and raised in Lima*
    let person = |x: u32| d.has(x, class::PRON) && !d.str(x).eq_ignore_ascii_case("it");
    let usual = first.tense == Tense::Present || first.start.checked_sub(1).is_some_and(person);
    (!usual).then_some(VerbGroup { head: at, ..first })
}

/// The event that the verb at `at` tells. `before` are those of the sentence found so far.
fn verb(
    scene: &Scene<'_, '_>,
    index: usize,
    s: &Sentence,
    at: u32,
    work: &mut Work,
    focus: &Focus,
    before: &[Found],
) -> Option<Found> {
    let found = told(scene, index, s, (at, None), work, focus, before);
    if found.is_some() || before.last().is_some_and(|f| f.group.head + 2 == at) {
        return found;
    }
    let joined = joined_passive(scene.document, s, at)?;
    told(scene, index, s, (at, Some(joined)), work, focus, before)
}

/// [`verb`] as it stands, or in the group that is given.
fn told(
    scene: &Scene<'_, '_>,
    index: usize,
    s: &Sentence,
    (at, joined): (u32, Option<VerbGroup>),
    Work { rows, offered, asked }: &mut Work,
    focus: &Focus,
    before: &[Found],
) -> Option<Found> {
    let d = scene.document;
    // most verbs are out at once: *put* without *into operation*, *is* and *has* without a figure, *start* where nothing in
    // the sentence starts
    rows::rows(scene, at, rows);
    let figure = || matches!(d.value(at, at + 1, class::AUX), Some("be" | "have"));
    let counts = |row: u32| matches!(t::VERBS[row as usize].kind, EventKind::Result | EventKind::Market);
    let alone = || rows.iter().all(|(row, end)| *end == at + 1 && counts(*row));
    if rows.is_empty() || figure() && alone() && scene.figures_in(s.start, s.end).next().is_none() {
        return None;
    }
    if !std::mem::replace(asked, true) {
        offered.read(scene, s);
    }
    let parts = &*offered;
    let offered = parts.all;
    let has_none = |offered| SKIPS && !rows.iter().any(|(row, _)| may_fit(&t::VERBS[*row as usize], offered));
    if has_none(offered | ENTITIES) {
        return None;
    }
    // *a closed-door salon*: part of a word; but *kicked-off the fair*
    let tied = d.is(at + 2, flag::GLUED) && d.is(at + 1, flag::GLUED) && scene.str(at + 1) == "-";
    if tied && at + 2 < s.end && !is_particle(scene, at + 2) {
        return None;
    }
    // *(Appointed Adviser to the city)*: a title
    if d.is(at, flag::CAPITAL) && at > s.start && d.str(at - 1) == "(" && d.is(at + 1, flag::CAPITAL) {
        return None;
    }
    // *beating analysts' estimates*: a noun
    let opened = |x: u32| matches!(d.str(x), "'" | "‘") && !d.is(x, flag::GLUED) || d.str(x) == "‘";
    if at >= s.start + 2
        && matches!(d.str(at - 1), "'" | "’")
        && d.str(at - 2).ends_with('s')
        && d.is(at - 1, flag::GLUED)
        && !(s.start..at - 1).any(opened)
    {
        return None;
    }
    let (mut group, told_subject) = match joined.or_else(|| verbs::group(d, at, s.start)) {
        // *After being bought by Intel, X …*, *Having bought Intel, X …*
        Some(group) if matches!(d.str(group.start), "being" | "Having") => match implied(scene, s, at, before) {
            Some(i) => (i.group, Some(i.subject)),
            None => (group, None),
        },
        // *Kelvar saw its sales climb*: no present
        Some(group) if group.start == at && group.tense == Tense::Present && at > s.start + 2 => {
            seen(scene, s, at).map_or((group, None), |i| (i.group, Some(i.subject)))
        }
        Some(group) => (group, None),
        None => implied(scene, s, at, before).map(|i| (i.group, Some(i.subject)))?,
    };
    // *was among the authors awarded the prize*: a participle, as the clause has its verb
    if !group.passive && told_subject.is_none() && group.outer == at && is_participle_of(scene, s, at) {
        group.passive = true;
    }
    // *said it would build a plant*: a plan, reported
    let reported = group.tense == Tense::Conditional
        && d.str(group.start) == "would"
        && (s.start..group.start).any(|x| d.has(x, class::SAYVERB));
    if reported {
        group.tense = Tense::Future;
    }
    if group.negated && (waits(scene, s, &group) || leaves_open(d, &group)) {
        group.negated = false;
    }
    if is_due(d, &group) {
        group.tense = Tense::Past;
    }
    if group.negated || group.tense == Tense::Conditional {
        return None;
    }
    // *a loan signed last month*, *the meeting held in Wuxi*: a participle behind its noun
    let reduced = if group.passive || group.outer != at {
        0
    } else {
        reduced(scene, s, at)
    };
    // *The institute jointly set up by Kelvar was opened*: which one is meant
    let bare = !group.passive && group.outer == at && told_subject.is_none() && reduced == 0;
    if bare && is_done_by(scene, s, at) {
        return None;
    }
    // what is done to *it* or to *the company* may be told of elsewhere
    let offered = offered | if group.passive { ENTITIES } else { 0 };
    let behind = || {
        let bits = (offered, parts.behind(at), reduced);
        SKIPS
            && !rows
                .iter()
                .any(|(row, _)| may_fit_active(&t::VERBS[*row as usize], bits))
    };
    if has_none(offered) || !group.passive && behind() {
        return None;
    }
    let verb = Verb {
        group,
        subject: told_subject,
        offered,
        reduced,
    };
    let found = Telling {
        scene,
        s,
        index,
        at,
        before,
    }
    .tell(verb, rows, focus)?;
    debug_assert!(
        found.group.passive
            || t::VERBS
                .iter()
                .any(|rule| rule.id == found.item.rule && may_fit_active(rule, (offered, parts.behind(at), reduced))),
        "{}: not offered where it stands",
        found.item.rule
    );
    Some(found)
}
