//! Events of single sentences: trigger, status, subject, object, time and place.

use std::sync::OnceLock;

use crate::extract::names::shape::is_noun;
use crate::lexicon::class;
use crate::lexicon::format::pos;
use crate::record::{DateKind, EventKind, ParticipantRole, Status};
use crate::resolve::names::Kind;
use crate::text::{Document, Sentence, flag};

use super::clause::{Hit, Scene};
use super::verbs::{self, Tense, VerbGroup};
use super::{EventItem, VerbRule, tables as t};

/// What the last sentences were about, for pronouns and definite descriptions.
#[derive(Debug, Default, Clone)]
pub struct Focus {
    pub person: Option<usize>,
    pub organisation: Option<usize>,
    pub place: Option<usize>,
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
    // the first subject of the sentence outranks later names
    for event in found.iter().rev() {
        for (entity, role) in event.item.who.iter().rev() {
            if *role == ParticipantRole::Agent {
                match scene.entities.list[*entity].kind {
                    Kind::Person => focus.person = Some(*entity),
                    Kind::Organisation => focus.organisation = Some(*entity),
                    Kind::Place => focus.place = Some(*entity),
                    Kind::Other => {}
                }
            }
        }
    }
}

/// Groups of the head nouns of the noun phrases in `start..end`, up to the first preposition.
fn head_groups(scene: &Scene<'_, '_>, start: u32, end: u32) -> (u64, u32) {
    let d = scene.document;
    let mut bits = 0;
    let mut stop = end;
    for at in start..end {
        if (d.has(at, class::PREP) && d.str(at) != "per" && at > start || d.has(at, class::SUBORD) && at > start)
            && !matches!(d.str(at), "including")
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

fn verb(scene: &Scene<'_, '_>, index: usize, s: &Sentence, at: u32, lemma: u32, focus: &Focus) -> Option<Found> {
    let d = scene.document;
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
    let subject_start = scene.subject_start(s, group.outer);
    let subject = (subject_start, group.outer);
    let (subject_groups, _) = head_groups(scene, subject.0, subject.1);
    let subject_hits = scene.heads(subject.0, subject.1);
    let (subject_hits, more) = if subject_hits.is_empty() || relative(scene, group.outer) {
        antecedent(scene, s, &group, at).map_or((subject_hits, 0), |(hits, bits)| (hits, bits))
    } else {
        (subject_hits, 0)
    };
    let subject_bits = subject_groups | more | kinds(&subject_hits) | pronoun_kinds(scene, subject, focus);
    let senses = d
        .lexicon
        .senses(d.lexicon.info(lemma).senses, d.lexicon.info(lemma).sense_count);
    let mut best: Option<(u32, u32, u32)> = None;
    let mut object: Option<Object> = None;
    for sense in senses.iter().filter(|x| x.class() == class::EVENTVERB) {
        let rule = &t::VERBS[sense.value() as usize];
        let tail = verb_words()[sense.value() as usize]
            .iter()
            .filter(|(w, _)| *w == lemma)
            .find_map(|(_, tail)| {
                let fits = tail
                    .iter()
                    .enumerate()
                    .all(|(i, w)| d.get(at + 1 + i as u32).is_some_and(|x| x.word == *w) || *w == 0);
                fits.then_some(at + 1 + tail.len() as u32)
            });
        let Some(end) = tail else { continue };
        if object.as_ref().is_none_or(|o| o.start != end) {
            object = Some(Object::new(scene, s, end));
        }
        let Some(object) = &object else { continue };
        if let Some(weight) = fits(scene, s, rule, &group, object, subject_bits)
            && best.is_none_or(|b| weight > b.0)
        {
            best = Some((weight, sense.value(), end));
        }
    }
    let (_, row, end) = best?;
    let rule = &t::VERBS[row as usize];
    let status = status(scene, s, rule, &group)?;
    let clause_end = scene.clause_end(s, end);
    let object_stop = head_groups(scene, end, clause_end).1;
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
        for hit in scene.heads(end, object_stop) {
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
    times(scene, s, &group, clause_end, &mut item);
    let intro = s.start;
    for hit in scene
        .where_in(end, clause_end)
        .into_iter()
        .chain(scene.where_in(intro, subject.0))
    {
        if !item.who.iter().any(|(e, _)| *e == hit.entity)
            && !item.place.contains(&hit.entity)
            && item.kind != EventKind::Statement
        {
            item.place.push(hit.entity);
        }
    }
    // *Formwell shares dropped*, *Lanxin's net profit rose*: whose they are
    if matches!(item.kind, EventKind::Market | EventKind::Result) && item.who.is_empty() {
        let owner = scene
            .entities_in(subject.0, subject.1)
            .into_iter()
            .find(|h| h.kind == Kind::Organisation);
        item.who.extend(owner.map(|h| (h.entity, ParticipantRole::Agent)));
    }
    item.what = what(scene, s, rule, &group, subject, (end, clause_end));
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
}

impl Object {
    fn new(scene: &Scene<'_, '_>, s: &Sentence, start: u32) -> Self {
        let clause_end = scene.clause_end(s, start);
        let (mut bits, stop) = head_groups(scene, start, clause_end);
        bits |= kinds(&scene.heads(start, stop));
        bits |= scene.figure_groups(start, clause_end);
        Self {
            start,
            clause_end,
            stop,
            bits,
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
        if rule.roles[1].is_none() && rule.object == 0 && rule.subject & t::PERSON != 0 {
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
        let bits = object.bits;
        let empty = object.stop == end
            && rule.kind == EventKind::Meeting
            && rule.roles[0] == Some(ParticipantRole::Participant);
        if bits & rule.object == 0 && !empty {
            return None;
        }
        weight += 2;
    } else if matches!(rule.kind, EventKind::Result | EventKind::Market) {
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

/// The places in front of the subject's noun: *Wuxi’s industry*, *the scale of Wuxi’s industry*, *industry in Wuxi*.
fn owners(scene: &Scene<'_, '_>, subject: (u32, u32)) -> Vec<usize> {
    scene
        .entities_in(subject.0, subject.1)
        .into_iter()
        .filter(|h| h.kind == Kind::Place)
        .map(|h| h.entity)
        .take(1)
        .collect()
}

/// Entities of a list *A, B and C* that starts at `start`.
fn listed(scene: &Scene<'_, '_>, start: u32, end: u32) -> Vec<Hit> {
    let d = scene.document;
    let mut out: Vec<Hit> = Vec::new();
    for hit in scene.entities_in(start, end) {
        let last = out.last().map_or(start, |h: &Hit| h.end);
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
            break;
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
fn sentence_tail(scene: &Scene<'_, '_>, s: &Sentence, from: u32) -> u32 {
    (from..s.end).find(|at| scene.str(*at) == ";").unwrap_or(s.end)
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

/// Who *he*, *it*, *the company*, *the province* means.
fn anaphor(scene: &Scene<'_, '_>, subject: (u32, u32), focus: &Focus) -> Vec<usize> {
    let d: &Document<'_> = scene.document;
    for at in subject.0..subject.1 {
        if d.has(at, class::PREP) && at > subject.0 {
            break;
        }
        let found = match d.value(at, at + 1, class::PRON) {
            Some("he" | "she") => focus.person,
            Some("it") => focus.organisation.or(focus.place),
            _ => None,
        };
        if found.is_some() {
            return found.into_iter().collect();
        }
        let definite = at > subject.0 && d.str(at - 1).eq_ignore_ascii_case("the");
        if definite && let Some(kind) = d.value(at, at + 1, class::DEFINITE) {
            return match kind {
                "organisation" => focus.organisation,
                "place" => focus.place,
                _ => focus.person,
            }
            .into_iter()
            .collect();
        }
    }
    Vec::new()
}

/// The date of the event: in its clause, else in its sentence, the nearest to the trigger.
fn times(scene: &Scene<'_, '_>, s: &Sentence, group: &VerbGroup, clause_end: u32, item: &mut EventItem) {
    // the dateline's day is that of the report
    let report = scene.dateline.map_or(0, |(_, end)| end);
    let usable = |i: &usize| {
        !matches!(scene.dates[*i].kind, DateKind::Duration | DateKind::Set) && scene.dates[*i].start >= report
    };
    let distance = |i: &usize| {
        let date = &scene.dates[*i];
        if date.start >= group.head {
            date.start - group.head
        } else {
            group.head - date.end + 3
        }
    };
    let in_clause = scene.dates_in(s.start, clause_end).filter(usable).min_by_key(distance);
    let found = in_clause.or_else(|| scene.dates_in(clause_end, s.end).filter(usable).min_by_key(distance));
    if item.kind == EventKind::Statement {
        // a date in what is said is not that of saying it
        item.when = found
            .filter(|i| {
                let date = &scene.dates[*i];
                date.end <= group.start || date.start <= group.head + 3
            })
            .into_iter()
            .collect();
        return;
    }
    item.when = found.into_iter().collect();
}

/// The longest stretch between quotation marks in the sentence, three words at least: fewer are a name or a phrase.
fn quote(scene: &Scene<'_, '_>, s: &Sentence) -> Option<(u32, u32)> {
    const SHORTEST: u32 = 3;
    let d = scene.document;
    let mut best: Option<(u32, u32)> = None;
    let mut open: Option<u32> = None;
    for at in s.start..s.end {
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

/// The thing told: the object, the passive's subject, or what is said.
fn what(
    scene: &Scene<'_, '_>,
    s: &Sentence,
    rule: &VerbRule,
    group: &VerbGroup,
    subject: (u32, u32),
    object: (u32, u32),
) -> Option<(u32, u32)> {
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
        let end = if d.get(object.0).is_some() && object.0 < s.end && d.str(object.0) == "that" {
            s.end
        } else {
            object.1
        };
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

/// Events told by a noun: *the release of …*.
fn noun(scene: &Scene<'_, '_>, index: usize, s: &Sentence, at: u32, out: &mut Vec<Found>) {
    let d = scene.document;
    let Some(end) = d.class_end(at, class::EVENTTRIGGER).filter(|e| *e < s.end) else {
        return;
    };
    let Some(row) = d.number_value(at, end, class::EVENTTRIGGER) else {
        return;
    };
    let rule = &t::NOUNS[row as usize];
    if d.str(end) != rule.behind || !d.has(at.saturating_sub(1).max(s.start), class::DET) && end - at < 2 {
        return;
    }
    // it is told only where a predicate of the sentence carries it
    let carried = (s.start..s.end).any(|x| {
        let lemma = if d.token(x).word != 0 {
            d.lexicon.lemma(d.token(x).word)
        } else {
            0
        };
        lemma != 0
            && d.has_lemma_class(lemma, class::SUPPORTVERB)
            && verbs::group(d, x, s.start).is_some_and(|g| !g.negated && g.tense != Tense::Future)
    });
    if !carried {
        return;
    }
    let clause_end = (end..s.end)
        .find(|x| {
            matches!(d.str(*x), "." | "," | ";")
                || d.has(*x, class::AUX)
                || d.str(*x) == "and" && d.has(x + 1, class::DET)
                || d.str(*x) == "took"
        })
        .unwrap_or(s.end);
    let mut item = EventItem {
        kind: rule.kind,
        trigger: (at, end),
        sentence: index,
        name: None,
        status: Status::Occurred,
        when: Vec::new(),
        place: Vec::new(),
        who: Vec::new(),
        what: (end + 1 < clause_end).then_some((end + 1, clause_end)),
        quote: None,
        figures: scene.figures_in(end, clause_end).collect(),
        main: false,
        rule: rule.id,
    };
    for hit in scene.entities_in(end, clause_end) {
        let owner = matches!(scene.str(hit.end), "'s" | "’s");
        if owner && hit.kind != Kind::Place {
            item.who.push((hit.entity, ParticipantRole::Agent));
        }
    }
    // *the launch of the 10,000th wafer*: goods come off a line
    let group_bit = |name: &str| t::GROUPS.iter().position(|g| *g == name).map_or(0, |b| 1u64 << b);
    if item.kind == EventKind::Launch {
        let groups = head_groups(scene, end + 1, clause_end).0;
        if groups & group_bit("goods") != 0 && groups & group_bit("product") == 0 {
            item.kind = EventKind::Production;
        }
    }
    let group = VerbGroup {
        start: at,
        head: at,
        tense: Tense::Past,
        passive: false,
        progressive: false,
        negated: false,
        planned: false,
        outer: at,
    };
    times(scene, s, &group, s.end, &mut item);
    out.push(Found {
        item,
        group,
        subject: (at, at),
        owners: Vec::new(),
    });
}
