//! Events of single sentences: trigger, status, subject, object, time and place.

use crate::lexicon::class;
use crate::lexicon::format::{form, pos};
use crate::record::{EventKind, ParticipantRole, Status};
use crate::resolve::names::Kind;
use crate::text::{Document, Sentence, flag};

use super::arguments::{owners, quote, what};
use super::attendance::hosts;
use super::ceremony::celebrate;
use super::clause::{Hit, Scene};
use super::fit::{self, ENTITIES, SKIPS, best_row, may_fit, may_fit_active};
use super::focus::{self, Focus};
use super::headline;
use super::idle::{is_announced, is_no_event, is_participle_of};
use super::implied::implied;
use super::nominal::noun;
use super::parties::parties;
use super::rows::{self, has_rows};
use super::subject::{announcer, is_inverted, what_subject};
use super::times::times;
use super::told::Told;
use super::trigger::{head_groups, is_have, kinds, owning_place, pronoun_kinds, reduced, status};
use super::verbs::{self, Tense, VerbGroup};
use super::{EventItem, tables as t};
use super::{source, twice};

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
            if token.len == source::LETTERS
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
        out.extend(source::voice(scene, index, &s));
    }
    twice::in_sentence(scene, &s, from, out);
    focus::update(scene, index, focus, &out[from..]);
}

/// A clause that ends in the point of a name (*visited Lantu Co., Ltd.*) holds all of the name.
pub(super) fn behind_name(scene: &Scene<'_, '_>, s: &Sentence, end: u32) -> u32 {
    let inside = end < s.end && scene.str(end) == "." && scene.inside_name(end);
    end + u32::from(inside)
}

/// *the Nikkei*, *the Dow Jones Industrial Average*: a number that moves, though its name is also that of a body.
fn is_index(scene: &Scene<'_, '_>, entity: usize) -> bool {
    let d = scene.document;
    let name = scene.entities.list[entity].name;
    let whole = name.end == name.start + 1 || d.phrase(name.start).is_some_and(|p| p.end == name.end);
    whole && scene.noun_groups(name.start, name.end) & const { t::group("stock") } != 0
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
struct Verb {
    group: VerbGroup,
    /// Its subject, where that stands elsewhere.
    subject: Option<(u32, u32)>,
    /// What the sentence [offers](fit::Offered), and groups of the noun that it is a participle of.
    offered: t::Groups,
    reduced: t::Groups,
}

/// *must pay $15 million*: somebody has been told to.
fn is_due(d: &Document<'_>, group: &VerbGroup) -> bool {
    group.tense == Tense::Conditional && !group.negated && d.str(group.start) == "must" && d.str(group.head) == "pay"
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

/// The event that the verb at `at` tells. `before` are those of the sentence found so far.
fn verb(
    scene: &Scene<'_, '_>,
    index: usize,
    s: &Sentence,
    at: u32,
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
    let (mut group, told_subject) = match verbs::group(d, at, s.start) {
        // *After being bought by Intel, X …*, *Having bought Intel, X …*
        Some(group) if matches!(d.str(group.start), "being" | "Having") => match implied(scene, s, at, before) {
            Some(i) => (i.group, Some(i.subject)),
            None => (group, None),
        },
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
    if group.negated && waits(scene, s, &group) {
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
    let found = tell(scene, index, s, at, verb, rows, focus, before)?;
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

/// The same of one of the few verbs that have come so far. Apart from [`verb`], so that what nearly every verb runs through
/// stays together.
#[inline(never)]
#[allow(clippy::too_many_arguments)]
fn tell(
    scene: &Scene<'_, '_>,
    index: usize,
    s: &Sentence,
    at: u32,
    verb: Verb,
    rows: &[(u32, u32)],
    focus: &Focus,
    before: &[Found],
) -> Option<Found> {
    let d = scene.document;
    let Verb {
        mut group,
        subject: told_subject,
        offered,
        reduced,
    } = verb;
    // *is expected to reach*, *is scheduled to open*: the verb behind tells it
    if is_announced(d, s, at) {
        return None;
    }
    // *has begun*: the auxiliary
    if is_have(d, at)
        && (at + 1..at + 4)
            .take_while(|x| *x < s.end)
            .any(|x| d.info(x).form & form::PARTICIPLE != 0)
    {
        return None;
    }
    // *has been seeking to fulfil its goal*: the auxiliary of what goes on
    let next = at + 1 + u32::from(scene.str(at + 1).ends_with("ly"));
    let goes_on = d.value(at, at + 1, class::AUX) == Some("be") && d.info(next).form & form::GERUND != 0;
    let noun = || d.str(at) != "been" && d.info(next).pos & (pos::NOUN | pos::ADJECTIVE) != 0;
    if goes_on && next < s.end && !noun() {
        return None;
    }
    // *has been successfully developed*: the auxiliary of a verb that tells another event, not *is estimated at 3 million*
    let auxiliary = || matches!(d.value(at, at + 1, class::AUX), Some("be" | "have"));
    if auxiliary() && !is_have(d, at) && is_auxiliary_of_another(scene, s, at) {
        return None;
    }
    // *was guided by A and hosted by B*
    let shared = before.last().filter(|last| {
        // *was guided by A and (was) hosted by B*
        let joined = group.outer == at || d.str(group.outer - 1) == "and";
        group.passive && joined && last.group.passive && last.subject.1 <= at && last.group.outer != at
    });
    let subject = told_subject
        .or(shared.map(|last| last.subject))
        .or_else(|| announcer(scene, s, group.outer))
        .or_else(|| scene.first_subject(s, group.outer))
        .unwrap_or_else(|| (scene.subject_start(s, group.outer), group.outer));
    // *if convicted*, *No one was killed*
    let if_only = group.outer > s.start && matches!(d.str(group.outer - 1), "if" | "unless" | "whether");
    let nobody = subject.0 < subject.1 && d.has(subject.0, class::NEG);
    if if_only || nobody {
        return None;
    }
    // *When the plant is put into production, sales will reach 3 billion*: nothing has happened yet
    // *is completed and put into production*
    let goes_on = || {
        let and = group
            .outer
            .checked_sub(1)
            .filter(|at| *at > s.start + 1 && d.str(*at) == "and");
        let first = and.and_then(|at| verbs::group(d, at - 1, s.start));
        first.is_some_and(|first| first.passive && first.tense == Tense::Present)
    };
    let open = group.tense == Tense::Present || group.outer == group.head && goes_on();
    if open && scene.is_condition(s, subject.0, group.outer) {
        return None;
    }
    let focus = &focus.within(scene, s, before, at);
    // *can reach 4.5 billion after being put into operation*
    let being = group.outer > s.start + 1
        && d.str(group.outer) == "being"
        && matches!(d.str(group.outer - 1), "after" | "before" | "upon" | "once");
    if being && (s.start..group.outer).any(|x| d.has(x, class::MODAL)) {
        return None;
    }
    // *Kelvar, a supplier to Lumeno, signed*, *Kelvar signed a deal with Lumeno and opened*: who does it stands in front
    let own = told_subject.is_none() && shared.is_none();
    let inserted = own.then(|| scene.insertion(s, group.outer)).flatten();
    let joint = || own.then(|| scene.shared_subject(subject)).flatten();
    let named_end = inserted
        .or_else(joint)
        .filter(|end| *end > subject.0)
        .unwrap_or(subject.1);
    // *The line, which was set up by Kelvar, and Lumeno, a maker, is to open*: nobody in front of *which*
    let thing = || {
        let told = own && !d.has(at, class::SAYVERB);
        told.then(|| scene.thing_told_of(subject)).flatten()
    };
    let named_end = thing().unwrap_or(named_end);
    let named = (subject.0, named_end);
    let lemma = d.lexicon.lemma(d.token(at).word);
    let (mut subject_hits, groups) = what_subject(scene, s, subject, named, &group, (at, lemma));
    // *The environmental regulator, Kelvar, revoked the permit*
    if let Some(open) = inserted.filter(|_| subject_hits.is_empty() && d.str(named.0).eq_ignore_ascii_case("the")) {
        let apposed = scene.hits_in(open + 1, subject.1).take(1);
        let alone = |h: &Hit| h.start == open + 1 && scene.str(h.end) == "," && h.kind != Kind::Place;
        subject_hits.extend(apposed.filter(alone));
    }
    let mut subject_bits = groups | kinds(&subject_hits) | pronoun_kinds(scene, named, focus);
    // *President Li Ming and Minister Amy Kuo discussed trade*: two sides
    let people = subject_hits.iter().filter(|hit| hit.kind == Kind::Person).count();
    let meets = || {
        rows.iter()
            .any(|(row, _)| t::VERBS[*row as usize].kind == EventKind::Meeting)
    };
    if people > 1 && meets() {
        subject_bits |= const { t::group("sides") };
    }
    // *…, local media said*, *A neighbour, who spoke to the Star, said*: whoever it is speaks
    let spoken = || {
        inserted.is_some() && scene.str(at + 1) == "that"
            || scene.attribution(s, group.outer).is_some()
            || subject.0 > s.start && scene.str(subject.0 - 1) == "after"
    };
    if own && subject_hits.is_empty() && d.has(at, class::SAYVERB) && spoken() {
        subject_bits |= const { t::group("speaker") };
    }
    // *Intel said it will build a plant*: the speaker
    if let Some(speaker) = scene.speaker(s, subject).filter(|_| subject_hits.is_empty()) {
        subject_hits = scene.heads(speaker.0, speaker.1);
        let named = head_groups(scene, speaker.0, speaker.1).0 | kinds(&subject_hits);
        subject_bits |= named | pronoun_kinds(scene, speaker, focus);
    }
    let found = best_row(scene, s, rows, &group, (subject_bits, reduced, offered)).or_else(|| {
        // *A guideline to boost consumption as a key part of growth was issued*: the noun in front of it all
        let whole = group.passive && told_subject.is_none() && subject.0 > s.start;
        let plain = whole && !scene.has_verb(s.start, group.outer);
        let first = plain.then(|| head_groups(scene, s.start, group.outer).0)?;
        best_row(scene, s, rows, &group, (first, 0, offered))
    });
    let (row, end, participle) = found?;
    let rule = &t::VERBS[row as usize];
    if participle || headline::is_passive(scene, s, rule.id, &group, &subject_hits) {
        group.passive = true;
        group.tense = Tense::Past;
    }
    if is_no_event(scene, s, at, rule, &group, (participle, subject_hits.is_empty())) {
        return None;
    }
    // *Guided by the vision of growth, the contest drew 300 teams*: no host
    let host = rule.id == const { t::rule("event.meeting.hosted") } && at == s.start && d.str(end) == "by";
    let comma = (end..s.end).find(|at| d.str(*at) == ",").unwrap_or(s.end);
    if host && scene.hits_in(end, comma).next().is_none() {
        return None;
    }
    // *was named among the scientists honoured* is no post
    if rule.kind == EventKind::Appointment && group.passive && matches!(scene.str(end), "among" | "one") {
        return None;
    }
    // *We believe*, *They call her a miracle*: what is generally said
    let nobody_named = subject.0 + 1 == subject.1
        && matches!(
            d.value(subject.0, subject.1, class::PRON),
            Some("we" | "they" | "you" | "i")
        )
        && told_subject.is_none();
    // *They toured the museum*, but *We visited an old town*
    let travels = || {
        let pronoun = subject.0 + 1 == subject.1 && told_subject.is_none();
        let pronoun = d.value(subject.0, subject.1, class::PRON).filter(|_| pronoun);
        rule.kind == EventKind::Visit && subject_bits & ENTITIES == 0 && pronoun.is_some_and(|who| who != "they")
    };
    let states = rule.kind == EventKind::Statement && group.tense == Tense::Present && nobody_named;
    if subject_hits.is_empty() && (states || travels()) {
        return None;
    }
    // *what he called “the fever”* names what is spoken of
    let what_he = || (subject.0.saturating_sub(1).max(s.start)..subject.1).any(|x| d.str(x) == "what");
    // *…, with the union saying that …*
    let beside = told_subject.is_some() && group.head == subject.1 && !subject_hits.is_empty();
    if rule.kind == EventKind::Statement && (told_subject.is_some() && !beside || what_he()) {
        return None;
    }
    // *ended the season by playing Lumeno*: no plan
    if told_subject.is_some() && group.tense == Tense::Past && rule.status == Some(Status::Planned) {
        return None;
    }
    // *hit the plant, killing five*: one accident
    if told_subject.is_some() && before.last().is_some_and(|last| last.item.kind == rule.kind) {
        return None;
    }
    let status = status(scene, s, rule, &group)?;
    let told = Told {
        rule,
        group,
        subject,
        named,
        hits: subject_hits,
        end,
        clause_end: match told_subject {
            // *Founded in 1998, X …*: its clause ends at the comma
            Some((behind, _)) if behind > end => behind - 1,
            _ => behind_name(scene, s, scene.clause_end(s, end)),
        },
    };
    // *announced it would close*: what is said starts with the pronoun
    let pronoun = end > at + 1 && d.has(end - 1, class::PRON) && rule.kind == EventKind::Statement;
    let clause_opens = pronoun || d.str(end - 1) == "that";
    // *made it clear that*
    let told_end = if clause_opens && end > at + 3 && !d.has(at + 1, class::PREP) {
        end - 1
    } else {
        at + 1
    };
    let end = end - u32::from(pronoun);
    let mut item = EventItem {
        kind: rule.kind,
        // *introduced in his speech that*: the verb alone
        trigger: (group.outer, if clause_opens { told_end } else { end }),
        sentence: index,
        name: None,
        status,
        when: Vec::new(),
        place: Vec::new(),
        who: told.who(scene, s, focus),
        what: None,
        quote: None,
        figures: Vec::new(),
        main: false,
        rule: rule.id,
    };
    let clause = (end, told.clause_end);
    if item.kind == EventKind::Statement {
        item.quote = quote(scene, s);
    }
    // *The chip is good, said Peng Xi*: what is said stands before
    // and so it does where nobody is named: *…, said the local government*
    let unnamed = || told.hits.is_empty() && is_inverted(scene, s, &group, at);
    let inverted =
        told.hits.first().is_some_and(|hit| hit.start > at) || item.kind == EventKind::Statement && own && unnamed();
    let fronted = rule.object & t::FRONT != 0;
    let clause = if (inverted || fronted) && item.kind == EventKind::Statement {
        (end, end)
    } else {
        clause
    };
    item.what = what(scene, s, rule, &group, subject, clause, item.quote);
    if item.kind == EventKind::Meeting {
        // *the signing ceremony kicked off*
        let opens = rule.object == 0 && rule.subject & const { t::group("meeting") } != 0;
        let subject_told = group.passive || opens || rule.roles[0].is_none();
        let named = if subject_told { subject } else { clause };
        celebrate(scene, named, named.1, &mut item);
        hosts(scene, (subject.0, group.outer), &mut item);
        if group.passive {
            hosts(scene, (group.head, s.end), &mut item);
        }
    }
    let said = before.iter().any(|f| f.item.kind == EventKind::Statement);
    times(
        scene,
        s,
        &group,
        (subject.0, inserted, told.clause_end),
        said,
        &mut item,
    );
    told.owner(scene, focus, &mut item);
    told.reported(scene, focus, &mut item);
    if matches!(item.kind, EventKind::Market | EventKind::Result) {
        let it = subject.1 == subject.0 + 1 && d.has(subject.0, class::PRON) && told.hits.is_empty();
        if it && focus.is_price() {
            item.who.clear();
        }
    }
    if item.kind == EventKind::Market {
        item.who.retain(|(entity, _)| !is_index(scene, *entity));
    }
    told.places(scene, s, focus, &mut item);
    // *Intel saw net profit shrink*: whose it is stands in front
    if told_subject.is_some() && item.kind == EventKind::Result && item.who.is_empty() {
        let bodies = scene.heads(s.start, subject.0.saturating_sub(1)).into_iter();
        let owner = bodies.rev().find(|hit| hit.kind == Kind::Organisation);
        item.who.extend(owner.map(|hit| (hit.entity, ParticipantRole::Agent)));
    }
    // *signed a contract in Wuxi on Friday, raising 3 billion*: there and then
    // *was opened in Wuxi on Friday, with 14 projects signed*
    let with = subject.0 > s.start + 1 && d.str(subject.0 - 1) == "with" && d.str(subject.0 - 2) == ",";
    if let Some(last) = before.last().filter(|_| told_subject.is_some() || with) {
        if item.place.is_empty() {
            item.place.clone_from(&last.item.place);
        }
        if item.when.is_empty() {
            item.when.clone_from(&last.item.when);
        }
    }
    parties(scene, &mut item, clause, focus);
    item.figures = scene
        .figures_in(subject.0, subject.1)
        .chain(scene.figures_in(end, told.clause_end))
        .collect();
    // *39 projects were signed, …, with a total investment of 8 billion yuan*
    if matches!(item.kind, EventKind::Agreement | EventKind::Construction) {
        let behind = scene.figures_in(told.clause_end, s.end);
        item.figures.extend(behind.filter(|figure| scene.is_sum(*figure)));
    }
    // a participle goes on telling the same result, but not what somebody says
    if matches!(item.kind, EventKind::Result | EventKind::Market) {
        let says = |x: &u32| d.has(*x, class::SAYVERB) && d.info(*x).form & (form::PAST | form::THIRD) != 0;
        let until = (told.clause_end..s.end).find(says).unwrap_or(s.end);
        item.figures.extend(scene.figures_in(told.clause_end, until));
    }
    let mut owners = owners(scene, subject);
    if owners.is_empty() && item.kind == EventKind::Result {
        owners.extend(owning_place(scene, subject, focus));
    }
    Some(Found {
        since: item.sentence,
        item,
        group,
        subject,
        owners,
    })
}

/// Whether the *be* at `at` stands before the participle of a verb that tells something else than a figure.
fn is_auxiliary_of_another(scene: &Scene<'_, '_>, s: &Sentence, at: u32) -> bool {
    let d = scene.document;
    let verb = at + 1 + u32::from(at + 2 < s.end && d.str(at + 1).ends_with("ly"));
    let leads = scene.str(verb + 1) == "to" || scene.str(verb + 1).ends_with("ing");
    if verb >= s.end || leads || d.info(verb).form & form::PARTICIPLE == 0 || d.info(verb).pos & pos::ADJECTIVE != 0 {
        return false;
    }
    let mut behind = Vec::new();
    rows::rows(scene, verb, &mut behind);
    behind.iter().any(|(row, _)| {
        let kind = t::VERBS[*row as usize].kind;
        !matches!(kind, EventKind::Statement | EventKind::Result | EventKind::Market)
    })
}
