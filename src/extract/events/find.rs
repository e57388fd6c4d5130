//! Events of single sentences: trigger, status, subject, object, time and place.

use std::sync::OnceLock;

use crate::extract::names::shape::is_noun;
use crate::lexicon::class;
use crate::lexicon::format::{form, pos};
use crate::record::{EventKind, ParticipantRole, Status};
use crate::resolve::names::Kind;
use crate::text::{Sentence, flag};

use super::arguments::{anaphor, listed, owners, parties, quote, sentence_tail, times, what};
use super::clause::{Hit, Scene};
use super::nominal::noun;
use super::verbs::{self, Tense, VerbGroup};
use super::{EventItem, VerbRule, tables as t};

/// What the last sentences were about, for pronouns and definite descriptions.
#[derive(Debug, Default, Clone)]
pub struct Focus {
    pub person: Option<usize>,
    pub organisation: Option<usize>,
    pub place: Option<usize>,
    /// The body that last did something.
    actor: Option<usize>,
}

/// Kinds of events that a bare *will* announces; of others it is an aspiration.
const CONCRETE: [EventKind; 15] = [
    EventKind::Policy,
    EventKind::Meeting,
    EventKind::Agreement,
    EventKind::Founding,
    EventKind::Launch,
    EventKind::Production,
    EventKind::Construction,
    EventKind::Investment,
    EventKind::Acquisition,
    EventKind::Listing,
    EventKind::Restriction,
    EventKind::Appointment,
    EventKind::Visit,
    EventKind::Labour,
    EventKind::Result,
];

/// Word ids of the lemmas and tails of each verb row.
type VerbWords = Vec<(u32, Vec<u32>)>;

fn verb_words() -> &'static [VerbWords] {
    static WORDS: OnceLock<Vec<VerbWords>> = OnceLock::new();
    WORDS.get_or_init(|| {
        let lexicon = crate::lexicon::lexicon();
        t::VERBS
            .iter()
            .map(|rule| {
                rule.verbs
                    .iter()
                    .map(|(lemma, tail)| {
                        (
                            lexicon.word_of(lemma),
                            tail.iter().map(|w| lexicon.word_of(w)).collect(),
                        )
                    })
                    .collect()
            })
            .collect()
    })
}

/// One event with what later stages need to know about its sentence.
#[derive(Debug, Clone)]
pub struct Found {
    pub item: EventItem,
    pub group: VerbGroup,
    /// Tokens of the subject.
    pub subject: (u32, u32),
    /// Places that own the subject (*Wuxi’s industry*, *the industry in Wuxi*).
    pub owners: Vec<usize>,
}

/// Finds the events of one sentence.
pub fn sentence(scene: &Scene<'_, '_>, index: usize, focus: &mut Focus, out: &mut Vec<Found>) {
    let d = scene.document;
    let s = d.sentences()[index];
    let from = out.len();
    for at in s.start..s.end {
        let token = d.token(at);
        if token.word == 0 || !token.is(flag::WORD) || token.is(flag::FURNITURE | flag::QUOTED) {
            continue;
        }
        let info = d.lexicon.info(token.word);
        if info.verb != 0 {
            let lemma = d.lexicon.lemma(token.word);
            let trigger = d.lexicon.set(d.lexicon.info(lemma).set) & (1 << class::EVENTVERB) != 0;
            if trigger && let Some(found) = verb(scene, index, &s, at, lemma, focus) {
                out.push(found);
                continue;
            }
            if let Some(found) = said_too(scene, &s, at, &out[from..]) {
                out.push(found);
                continue;
            }
        }
        noun(scene, index, &s, at, out);
    }
    // what someone says that he says or hopes is one statement
    let mut said_until = 0;
    let mut at = from;
    while at < out.len() {
        let event = &out[at];
        if event.item.kind == EventKind::Statement {
            let behind = event.item.trigger.1;
            if event.item.trigger.0 < said_until {
                out.remove(at);
                continue;
            }
            if behind < s.end && d.str(behind) == "that" {
                said_until = s.end;
            }
        }
        at += 1;
    }
    // *agreed to buy*: the purchase is told, not the agreement
    let told: Vec<u32> = out[from..]
        .iter()
        .filter(|f| f.item.kind != EventKind::Agreement)
        .map(|f| f.item.trigger.0)
        .collect();
    let mut at = from;
    while at < out.len() {
        let item = &out[at].item;
        if item.kind == EventKind::Agreement && item.rule.ends_with("agree") && told.contains(&item.trigger.0) {
            out.remove(at);
        } else {
            at += 1;
        }
    }
    update(scene, &s, focus, &out[from..]);
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

/// The person, body and place that a following pronoun means: subjects before others.
fn update(scene: &Scene<'_, '_>, s: &Sentence, focus: &mut Focus, found: &[Found]) {
    for hit in scene.entities_in(s.start, s.end) {
        match hit.kind {
            Kind::Person => focus.person = Some(hit.entity),
            Kind::Organisation => focus.organisation = Some(hit.entity),
            Kind::Place => focus.place = Some(hit.entity),
            Kind::Other => {}
        }
    }
    // the first subject of the sentence outranks later names, and bodies that do nothing give way to one that did
    if let Some(actor) = focus.actor {
        focus.organisation = Some(actor);
    }
    for event in found.iter().rev() {
        for (entity, role) in event.item.who.iter().rev() {
            if *role == ParticipantRole::Agent {
                match scene.entities.list[*entity].kind {
                    Kind::Person => focus.person = Some(*entity),
                    Kind::Organisation => {
                        focus.organisation = Some(*entity);
                        focus.actor = Some(*entity);
                    }
                    Kind::Place => focus.place = Some(*entity),
                    Kind::Other => {}
                }
            }
        }
    }
}

/// Groups of the head nouns of the noun phrases in `start..end`, up to the first preposition.
pub(super) fn head_groups(scene: &Scene<'_, '_>, start: u32, end: u32) -> (u64, u32) {
    let d = scene.document;
    let mut bits = 0;
    let mut stop = end;
    for at in start..end {
        if (d.has(at, class::PREP) && d.str(at) != "per" && at > start || d.has(at, class::SUBORD) && at > start)
            && !matches!(d.str(at), "including")
            && !scene.inside_name(at)
        {
            stop = at;
            break;
        }
        // the head is a noun with no noun behind it
        let next = at + 1;
        let inner = next < end
            && !d.is(next, flag::MARK)
            && d.is(next, flag::WORD)
            && (is_noun(d, next) || d.is(next, flag::CAPITAL) && !d.has(next, class::PREP))
            && !d.has(next, class::CONJ)
            && !d.has(next, class::PREP)
            && d.info(next).pos & pos::ADVERB == 0;
        let compound = d
            .phrase(at)
            .is_some_and(|p| d.phrase_classes(p) & (1 << class::EVENTNOUN) != 0);
        if !inner || compound {
            let to = d
                .phrase(at)
                .filter(|p| p.end <= end && compound)
                .map_or(next, |p| p.end);
            bits |= scene.groups(at, to) & !(t::PERSON | t::ORGANISATION | t::PLACE);
        }
    }
    (bits, stop)
}

fn kinds(hits: &[Hit]) -> u64 {
    hits.iter().fold(0, |bits, hit| {
        bits | match hit.kind {
            Kind::Person => t::PERSON,
            Kind::Organisation => t::ORGANISATION,
            Kind::Place => t::PLACE,
            Kind::Other => 0,
        }
    })
}

/// Behind a date that stands between a verb and its object: *announced on Thursday it would close*.
fn behind_date(scene: &Scene<'_, '_>, at: u32) -> u32 {
    let d = scene.document;
    let date_at = |x: u32| scene.dates.binary_search_by_key(&x, |date| date.start).ok();
    let preposition = d.get(at).is_some() && matches!(d.str(at), "on" | "in");
    match date_at(at).or_else(|| preposition.then(|| date_at(at + 1)).flatten()) {
        Some(date) => scene.dates[date].end,
        None => at,
    }
}

/// Rows of the verb whose words all stand behind it, each with the token behind the last.
fn rows(scene: &Scene<'_, '_>, at: u32, lemma: u32) -> Vec<(u32, u32)> {
    let d = scene.document;
    let info = d.lexicon.info(lemma);
    let senses = d.lexicon.senses(info.senses, info.sense_count);
    let events = senses.iter().filter(|x| x.class() == class::EVENTVERB);
    events
        .filter_map(|sense| {
            let words = verb_words()[sense.value() as usize].iter();
            let end = words.filter(|(w, _)| *w == lemma).find_map(|(_, tail)| {
                let stands = |from: u32| {
                    let mut behind = tail.iter().zip(from..);
                    behind
                        .all(|(w, x)| d.get(x).is_some_and(|t| t.word == *w) || *w == 0)
                        .then_some(from + tail.len() as u32)
                };
                // *announced on Thursday it would*; phrases such as *put into operation* stay together
                let apart = (tail.len() == 1)
                    .then(|| behind_date(scene, at + 1))
                    .filter(|x| *x > at + 1);
                stands(at + 1).or_else(|| apart.and_then(stands))
            })?;
            Some((sense.value(), end))
        })
        .collect()
}

fn verb(scene: &Scene<'_, '_>, index: usize, s: &Sentence, at: u32, lemma: u32, focus: &Focus) -> Option<Found> {
    let d = scene.document;
    // most verbs are out at once: *put* without *into operation*, *is* and *has* without a figure
    let rows = rows(scene, at, lemma);
    let figure = matches!(d.value(at, at + 1, class::AUX), Some("be" | "have"));
    if rows.is_empty() || figure && scene.figures_in(s.start, s.end).next().is_none() {
        return None;
    }
    let mut group = verbs::group(d, at, s.start)?;
    // *said it would build a plant*: a plan, reported
    let reported = group.tense == Tense::Conditional
        && d.str(group.start) == "would"
        && (s.start..group.start).any(|x| d.has(x, class::SAYVERB));
    if reported {
        group.tense = Tense::Future;
    }
    if group.negated || group.tense == Tense::Conditional {
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
    let subject_start = scene.subject_start(s, group.outer);
    let subject = (subject_start, group.outer);
    // *what he called “the fever”*
    if (subject.0.saturating_sub(1).max(s.start)..subject.1).any(|x| d.str(x) == "what")
        && (d.has(at, class::SAYVERB) || matches!(d.str(at), "called" | "calls" | "call" | "describes" | "described"))
    {
        return None;
    }
    let (mut subject_groups, _) = head_groups(scene, subject.0, subject.1);
    // *the Optics Valley of China Exposition ran*: the head of a name of many parts stands next to the verb; where
    // the meeting is what is opened or held it may stand anywhere in the name
    let heads = if group.passive {
        subject.0
    } else {
        subject.1.saturating_sub(1)
    };
    for x in heads.max(subject.0)..subject.1 {
        if d.is(x, flag::CAPITAL) && d.has(x, class::EVENTHEAD) {
            subject_groups |= scene.groups(x, x + 1) & !(t::PERSON | t::ORGANISATION | t::PLACE);
        }
    }
    let subject_hits = scene.heads(subject.0, subject.1);
    let (subject_hits, more) = if subject_hits.is_empty() || relative(scene, group.outer) {
        antecedent(scene, s, &group, at).map_or((subject_hits, 0), |(hits, bits)| (hits, bits))
    } else {
        (subject_hits, 0)
    };
    let subject_bits = subject_groups | more | kinds(&subject_hits) | pronoun_kinds(scene, subject, focus);
    // *a loan signed last month*, *the meeting held in Wuxi*: a participle behind its noun
    let reduced = if group.passive || group.outer != at {
        0
    } else {
        reduced(scene, s, at)
    };
    let mut best: Option<(u32, u32, u32)> = None;
    let mut participle = false;
    let mut object: Option<Object> = None;
    for (row, end) in rows {
        let rule = &t::VERBS[row as usize];
        if object.as_ref().is_none_or(|o| o.start != end) {
            object = Some(Object::new(scene, s, end));
        }
        let Some(object) = &object else { continue };
        let behind_noun = rule.object & reduced & !(t::PERSON | t::ORGANISATION | t::PLACE) != 0 && end == at + 1;
        let weight = if behind_noun {
            Some(2)
        } else {
            fits(scene, s, rule, &group, object, subject_bits)
        };
        if let Some(weight) = weight
            && best.is_none_or(|b| weight > b.0)
        {
            best = Some((weight, row, end));
            participle = behind_noun;
        }
    }
    let (_, row, end) = best?;
    if participle {
        group.passive = true;
        group.tense = Tense::Past;
    }
    let rule = &t::VERBS[row as usize];
    let status = status(scene, s, rule, &group)?;
    let clause_end = scene.clause_end(s, end);
    let object_start = behind_date(scene, end).min(clause_end);
    let object_stop = head_groups(scene, object_start, clause_end).1;
    let mut item = EventItem {
        kind: rule.kind,
        trigger: (group.outer, end),
        sentence: index,
        name: None,
        status,
        when: Vec::new(),
        place: Vec::new(),
        who: Vec::new(),
        what: None,
        quote: None,
        figures: Vec::new(),
        main: false,
        rule: rule.id,
    };
    let (subject_role, object_role) = if group.passive {
        (rule.roles[1], rule.roles[0])
    } else {
        (rule.roles[0], rule.roles[1])
    };
    let mut who: Vec<(usize, ParticipantRole)> = Vec::new();
    let mut add = |entity: usize, role: Option<ParticipantRole>| {
        if let Some(role) = role
            && !who.iter().any(|(e, _)| *e == entity)
        {
            who.push((entity, role));
        }
    };
    let subjects = if subject_hits.is_empty() {
        anaphor(scene, subject, focus)
    } else {
        subject_hits.iter().map(|h| h.entity).collect()
    };
    for entity in subjects {
        add(entity, subject_role);
    }
    if group.passive {
        // *by X and Y* may stand anywhere in the clause
        if let Some(by) = (end..clause_end).find(|x| d.str(*x) == "by") {
            for hit in listed(scene, by + 1, clause_end) {
                add(hit.entity, rule.roles[0]);
            }
        }
    } else {
        for hit in scene.heads(object_start, object_stop) {
            add(hit.entity, object_role);
        }
        // *clusters such as A, B and C*
        let examples = (end..clause_end.max(s.end))
            .find(|x| d.str(*x) == "including" || d.str(*x) == "as" && *x > end && d.str(x - 1) == "such");
        if let Some(at) = examples.filter(|_| object_role.is_some()) {
            for hit in listed(scene, at + 1, s.end) {
                add(hit.entity, object_role);
            }
        }
    }
    let with_end = sentence_tail(scene, s, end);
    if rule.roles[2].is_some()
        && let Some(with) = (end..with_end).find(|x| matches!(d.str(*x), "with" | "between" | "against"))
    {
        for hit in listed(scene, with + 1, with_end) {
            add(hit.entity, rule.roles[2]);
        }
    }
    item.who = who;
    item.what = what(scene, s, rule, &group, subject, (end, clause_end));
    times(scene, s, &group, clause_end, &mut item);
    let intro = s.start;
    for hit in scene
        .where_in(end, clause_end)
        .into_iter()
        .chain(scene.where_in(intro, subject.0))
    {
        if !item.who.iter().any(|(e, _)| *e == hit.entity)
            && !item.place.contains(&hit.entity)
            && (item.kind != EventKind::Statement || said_at(scene, end, hit.start))
        {
            item.place.push(hit.entity);
        }
    }
    // *visited the High-tech Zone*: where, not who
    if item.kind == EventKind::Visit {
        let is_place = |e: &usize| scene.entities.list[*e].kind == Kind::Place;
        for (entity, role) in std::mem::take(&mut item.who) {
            if is_place(&entity) && role == ParticipantRole::Participant {
                if !item.place.contains(&entity) {
                    item.place.push(entity);
                }
            } else {
                item.who.push((entity, role));
            }
        }
    }
    // *struck Hualien*, *shook the coast of Chile*
    if item.kind == EventKind::Disaster && !group.passive {
        let hit = scene
            .entities_in(end, clause_end)
            .into_iter()
            .find(|h| h.kind == Kind::Place);
        if let Some(hit) = hit.filter(|h| !item.place.contains(&h.entity)) {
            item.place.insert(0, hit.entity);
            item.who.retain(|(e, _)| *e != hit.entity);
        }
    }
    // *A chip maker in Anhui has begun production*, *prices in Rotterdam jumped*
    let local = matches!(
        item.kind,
        EventKind::Production | EventKind::Market | EventKind::Disaster | EventKind::Labour | EventKind::Construction
    );
    if local && item.place.is_empty() && !group.passive {
        item.place.extend(
            scene
                .where_in(subject.0, subject.1)
                .into_iter()
                .take(1)
                .map(|h| h.entity),
        );
    }
    // *Formwell shares dropped*, *Lanxin's net profit rose*: whose they are
    if matches!(item.kind, EventKind::Market | EventKind::Result) && item.who.is_empty() {
        let owner = scene
            .entities_in(subject.0, subject.1)
            .into_iter()
            .find(|h| h.kind == Kind::Organisation);
        // *Its shares ended lower*, *The stock opened at 61 yuan*
        let own = (subject.0..subject.1).any(|x| matches!(d.str(x), "its" | "Its" | "their" | "Their"))
            || item.kind == EventKind::Market
                && (subject.0..subject.1).any(|x| matches!(d.str(x), "shares" | "stock" | "Shares"))
                && subject.1 - subject.0 <= 3;
        let owner = owner.map(|h| h.entity).or(focus.organisation.filter(|_| own));
        item.who.extend(owner.map(|e| (e, ParticipantRole::Agent)));
    }
    if item.kind == EventKind::Result && (subject.0..subject.1).any(|x| d.str(x) == "between") {
        item.who.retain(|(e, _)| scene.entities.list[*e].kind != Kind::Place);
    }
    parties(scene, &mut item, (end, clause_end), focus);
    if item.kind == EventKind::Statement {
        item.quote = quote(scene, s);
    }
    item.figures = scene
        .figures_in(subject.0, subject.1)
        .chain(scene.figures_in(end, clause_end))
        .collect();
    // a participle goes on telling the same result
    if matches!(item.kind, EventKind::Result | EventKind::Market) {
        item.figures.extend(scene.figures_in(clause_end, s.end));
    }
    let owners = owners(scene, subject);
    Some(Found {
        item,
        group,
        subject,
        owners,
    })
}

/// Groups of the noun that a bare participle stands behind, where a preposition, a date or an adverb follows.
fn reduced(scene: &Scene<'_, '_>, s: &Sentence, at: u32) -> u64 {
    let d = scene.document;
    let next = at + 1;
    if at == s.start || next >= s.end || d.info(at).form & form::PARTICIPLE == 0 {
        return 0;
    }
    let circumstance = matches!(
        d.str(next),
        "in" | "at" | "on" | "by" | "with" | "between" | "under" | "last" | "this" | "jointly" | "during" | "here"
    ) || scene.dates.binary_search_by_key(&next, |x| x.start).is_ok();
    // an object behind it would make it the verb
    if !circumstance || d.is(at - 1, flag::CAPITAL) && !d.has(at - 1, class::EVENTHEAD) {
        return 0;
    }
    let noun = if d.str(at - 1) == "," {
        at.saturating_sub(2)
    } else {
        at - 1
    };
    scene.groups(noun, noun + 1)
}

/// *told reporters in Wuxi*, *told some 600 listeners at the Chip Dialogue in Nanjing*: the place of the meeting is that of the statement.
fn said_at(scene: &Scene<'_, '_>, verb_end: u32, place: u32) -> bool {
    let d = scene.document;
    let hearers = |at: u32| {
        d.value(at, at + 1, class::EVENTNOUN)
            .is_some_and(|v| v.split(' ').any(|g| matches!(g, "crowd" | "meeting")))
    };
    (verb_end..place).any(|at| d.has(at, class::EVENTHEAD) || hearers(at))
        && (verb_end..place).all(|at| d.str(at) != "that")
}

/// *have* as the verb itself.
fn is_have(d: &crate::text::Document<'_>, head: u32) -> bool {
    matches!(d.str(head), "had" | "has" | "have")
}

/// A relative pronoun stands in front of the verb group.
fn relative(scene: &Scene<'_, '_>, outer: u32) -> bool {
    outer > 0 && matches!(scene.str(outer - 1), "which" | "who" | "that")
}

/// The subject that stands elsewhere: what *which* refers to, or the speaker behind the verb (*said Peng Xi*).
fn antecedent(scene: &Scene<'_, '_>, s: &Sentence, group: &VerbGroup, head: u32) -> Option<(Vec<Hit>, u64)> {
    let d = scene.document;
    if relative(scene, group.outer) {
        let mut end = group.outer - 1;
        if end > s.start && d.str(end - 1) == "," {
            end -= 1;
        }
        let from = end.saturating_sub(8).max(s.start);
        let hits: Vec<Hit> = scene
            .entities_in(from, end)
            .into_iter()
            .filter(|h| h.end == end)
            .collect();
        let noun = end.checked_sub(1).filter(|n| *n >= s.start)?;
        return Some((
            hits,
            scene.groups(noun, end) & !(t::PERSON | t::ORGANISATION | t::PLACE),
        ));
    }
    // inverted: behind a quotation or a comma
    let quoted = group.outer > s.start && matches!(d.str(group.outer - 1), "," | "”" | "\"" | "’" | "'" | "?" | "!");
    if quoted && d.has(head, class::SAYVERB) {
        let limit = (head + 14).min(s.end);
        let stop = (head + 1..limit)
            .find(|x| matches!(d.str(*x), "," | ";" | "." | "“"))
            .unwrap_or(limit);
        let person: Vec<Hit> = scene
            .entities_in(head + 1, stop)
            .into_iter()
            .filter(|h| h.kind == Kind::Person)
            .collect();
        let hits = if person.is_empty() {
            scene.heads(head + 1, stop)
        } else {
            person
        };
        let (bits, _) = head_groups(scene, head + 1, stop);
        return Some((hits.into_iter().take(1).collect(), bits));
    }
    None
}

/// What stands behind a verb, looked at once for all its rows.
struct Object {
    start: u32,
    clause_end: u32,
    /// Where its first noun phrase ends.
    stop: u32,
    /// Groups of its nouns, kinds of its entities, and whether figures stand anywhere in the clause.
    bits: u64,
    /// Kinds of the figures in the first noun phrase.
    near: u64,
}

impl Object {
    fn new(scene: &Scene<'_, '_>, s: &Sentence, start: u32) -> Self {
        let clause_end = scene.clause_end(s, start);
        let from = behind_date(scene, start).min(clause_end);
        let (mut bits, stop) = head_groups(scene, from, clause_end);
        bits |= kinds(&scene.heads(from, stop));
        bits |= scene.figure_groups(start, clause_end);
        /// Tokens between a verb and the quotation that is its object's name: *called the step “unjustified”*.
        const NEAR: u32 = 8;
        let preposition = scene.document.has(start, class::PREP);
        if !preposition && (start..clause_end.min(start + NEAR)).any(|at| matches!(scene.str(at), "“" | "\"")) {
            bits |= t::QUOTE;
        }
        Self {
            start,
            clause_end,
            stop,
            bits,
            near: scene.figure_groups(start, stop),
        }
    }
}

/// Whether the clause gives the rule what it asks for; the larger, the more it asked.
fn fits(
    scene: &Scene<'_, '_>,
    s: &Sentence,
    rule: &VerbRule,
    group: &VerbGroup,
    object: &Object,
    subject_bits: u64,
) -> Option<u32> {
    let d = scene.document;
    let (end, clause_end) = (object.start, object.clause_end);
    let mut weight = 1;
    if group.passive {
        // *is expected to be*: the verb behind tells it
        let governs = d.get(end).is_some_and(|x| x.is(flag::WORD)) && d.str(end) == "to";
        if rule.kind == EventKind::Market || rule.kind == EventKind::Result && governs {
            return None;
        }
        // *the congress was opened*: the noun that is asked for; whom it asks for stands behind *by*
        let actors = t::PERSON | t::ORGANISATION | t::PLACE;
        if rule.kind == EventKind::Statement && rule.object == 0 {
            return None;
        }
        let by = || rule.roles[1].is_some() && (end..clause_end).any(|x| d.str(x) == "by");
        if rule.object == 0 && rule.subject != 0 && subject_bits & rule.subject & !actors == 0 && !by() {
            return None;
        }
        if rule.object == t::QUOTE {
            return None;
        }
        if rule.object != 0 {
            let (after, _) = head_groups(
                scene,
                end + u32::from(d.get(end).is_some() && d.str(end) == "as"),
                clause_end,
            );
            // *was named chief executive*, *was put into operation*: the object stands behind all the same
            let behind = matches!(rule.kind, EventKind::Award | EventKind::Appointment) || end > group.head + 1;
            let complement = behind && after & rule.object != 0;
            // *it was built in 2020*
            let it = subject_bits & t::PRONOUN != 0
                && matches!(
                    rule.kind,
                    EventKind::Construction | EventKind::Founding | EventKind::Production
                );
            if subject_bits & rule.object == 0 && !complement && !it {
                return None;
            }
            weight += 2;
        }
        return Some(weight);
    }
    if rule.subject != 0 {
        if subject_bits & rule.subject == 0 {
            return None;
        }
        weight += 1;
    }
    if rule.object != 0 {
        // *raised its target to $105*: the sum is not what was raised
        let money = if rule.kind == EventKind::Investment {
            t::MONEY & !object.near
        } else {
            0
        };
        let bits = object.bits & !money;
        let empty = object.stop == end
            && rule.kind == EventKind::Meeting
            && rule.roles[0] == Some(ParticipantRole::Participant);
        if bits & rule.object == 0 && !empty {
            return None;
        }
        weight += 2;
    }
    if matches!(rule.kind, EventKind::Result | EventKind::Market)
        && (rule.object == 0 || group.tense != Tense::Past || is_have(d, group.head))
    {
        // growth without a figure is talk
        let bits = scene.groups(end, s.end);
        // *nearly doubled*: the figure starts before the verb
        let near = group.start.saturating_sub(2).max(s.start);
        if bits & t::FIGURE == 0 && scene.figures_in(near, end + 1).next().is_none() {
            return None;
        }
    }
    Some(weight)
}

/// Status by tense; `None` where the sentence tells a wish.
fn status(scene: &Scene<'_, '_>, s: &Sentence, rule: &VerbRule, group: &VerbGroup) -> Option<Status> {
    let d = scene.document;
    if rule.status.is_some() {
        return rule.status.filter(|_| group.tense != Tense::Conditional);
    }
    if group.planned {
        return CONCRETE.contains(&rule.kind).then_some(Status::Planned);
    }
    Some(match group.tense {
        Tense::Future => {
            if rule.kind == EventKind::Result {
                // *Data show that in 2021 … will achieve*: a translation's future
                let shown = (s.start..group.start).any(|at| {
                    matches!(
                        d.str(at).to_ascii_lowercase().as_str(),
                        "data" | "statistics" | "figures" | "show" | "shows"
                    )
                });
                return Some(if shown { Status::Occurred } else { Status::Planned });
            }
            if !CONCRETE.contains(&rule.kind) {
                return None;
            }
            Status::Planned
        }
        Tense::Present if group.progressive => Status::Ongoing,
        Tense::Present if d.is(group.head, flag::HEADLINE) => Status::Occurred,
        Tense::Present if rule.kind == EventKind::Result => Status::Ongoing,
        _ => Status::Occurred,
    })
}

fn pronoun_kinds(scene: &Scene<'_, '_>, subject: (u32, u32), focus: &Focus) -> u64 {
    kinds_of(scene, &anaphor(scene, subject, focus))
}

fn kinds_of(scene: &Scene<'_, '_>, entities: &[usize]) -> u64 {
    entities.iter().fold(0, |bits, e| {
        bits | match scene.entities.list[*e].kind {
            Kind::Person => t::PERSON,
            Kind::Organisation => t::ORGANISATION,
            Kind::Place => t::PLACE,
            Kind::Other => 0,
        }
    })
}
