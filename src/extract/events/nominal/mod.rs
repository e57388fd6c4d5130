//! Events told by a noun: *the release of …*, *the dismissal of Li Ming as chief executive*, *Aird's resignation*.

mod who;

use std::collections::HashMap;

use crate::lexicon::format::{form, pos};
use crate::lexicon::{class, in_set};
use crate::record::{DateKind, EventKind, ParticipantRole, Status};
use crate::resolve::names::Kind;
use crate::text::{Sentence, flag};

use super::clause::{Hit, Scene};
use super::find::Found;
use super::focus::Focus;
use super::frame::is_dropped;
use super::listed::listed;
use super::parties::parties;
use super::rows::behind_parting;
use super::times::{Bounds, times};
use super::trigger::{head_groups, kinds};
use super::verbs::{self, Tense, VerbGroup};
use super::{EventItem, NounRule, tables as t};

/// Tokens between an event's noun and the owner or article in front of it.
const NEAR: u32 = 4;
/// Tokens between the paper that is signed and its parties.
const FAR: u32 = 8;

/// The words of an event's noun phrase.
struct Phrase {
    /// Behind the article or owner.
    start: u32,
    /// Whose it is (*Aird's resignation*).
    owner: Option<Hit>,
    determined: bool,
}

fn phrase(scene: &Scene<'_, '_>, s: &Sentence, at: u32) -> Phrase {
    let d = scene.document;
    let mut start = at;
    let owned = |x: u32| matches!(d.str(x), "'s" | "’s" | "'" | "’");
    while start > s.start && at - start < NEAR {
        let before = start - 1;
        // *a one-day strike*
        if before >= s.start + 2 && d.str(before - 1) == "-" && d.is(before, flag::GLUED) {
            start = before - 2;
            continue;
        }
        // *its $13.7 billion acquisition of Kelvar*
        if let Some(figure) = scene.figure_ending(start).filter(|from| *from >= s.start) {
            start = figure;
            continue;
        }
        let modifier =
            d.is(before, flag::NUMBER) || d.info(before).pos & pos::ADJECTIVE != 0 || d.has(before, class::HYPOTHETIC);
        if !modifier || d.has(before, class::DET) || d.has(before, class::PREP) {
            break;
        }
        start = before;
    }
    let before = start.checked_sub(1).filter(|b| *b >= s.start);
    let owner = before.filter(|b| owned(*b)).and_then(|b| {
        let hits = scene.entities_in(s.start, b);
        hits.into_iter().next_back().filter(|h| h.end == b)
    });
    Phrase {
        start,
        owner,
        determined: before.is_none_or(|b| d.has(b, class::DET) || owned(b) || d.has(b, class::PRON)),
    }
}

/// The predicate of the sentence that says that it happened: *marked*, *announced*, *took place*.
fn carrier(scene: &Scene<'_, '_>, s: &Sentence, noun: u32) -> Option<VerbGroup> {
    let d = scene.document;
    // *The opening of the centre shows that a team is taking shape*: another clause
    let tells = |x: u32| d.has(x, class::SAYVERB) || d.info(x).form & form::PAST != 0 && d.info(x).pos & pos::NOUN == 0;
    let that = (noun + 1..s.end).find(|x| d.str(*x) == "that" && tells(*x - 1));
    (s.start..that.unwrap_or(s.end)).find_map(|x| {
        let lemma = if d.token(x).word != 0 {
            d.lexicon.lemma(d.token(x).word)
        } else {
            0
        };
        (lemma != 0 && d.has_lemma_class(lemma, class::SUPPORTVERB)).then_some(())?;
        let group = verbs::group(d, x, s.start).filter(|g| !g.negated && g.tense != Tense::Future);
        // *gathered in Lima to witness the founding of …*
        let came =
            || x > s.start + 1 && d.str(x - 1) == "to" && (s.start..x - 1).any(|at| d.has(at, class::GATHERVERB));
        group.or_else(|| came().then(|| verbs::done(x)))
    })
}

/// The event that the noun at `at` tells, if it tells one.
#[inline]
pub(super) fn noun(scene: &Scene<'_, '_>, index: usize, s: &Sentence, at: u32, focus: &Focus, out: &mut Vec<Found>) {
    if in_set(scene.document.starting(at), class::EVENTTRIGGER) {
        told(scene, index, s, at, focus, out);
    }
}

fn told(scene: &Scene<'_, '_>, index: usize, s: &Sentence, at: u32, focus: &Focus, out: &mut Vec<Found>) {
    let d = scene.document;
    let Some(end) = d.class_end(at, class::EVENTTRIGGER).filter(|e| *e < s.end) else {
        return;
    };
    let Some(row) = d.number_value(at, end, class::EVENTTRIGGER) else {
        return;
    };
    let noun = Noun {
        scene,
        s,
        index,
        rule: &t::NOUNS[row as usize],
        at,
        end,
    };
    if noun.is_of_name() || noun.is_told(out) {
        return;
    }
    if let Some(mut found) = noun.read(focus) {
        if found.item.kind == EventKind::Visit {
            noun.traveller(out, &mut found.item);
        }
        // *mourned on Monday the death of Amy Kuo*: the day of mourning
        if found.item.kind == EventKind::Death {
            let own = out.iter().rev().take_while(|f| f.item.sentence == index);
            let mut said = own.filter(|f| f.item.kind == EventKind::Statement);
            if let Some(told) = said.next() {
                found.item.when.retain(|date| !told.item.when.contains(date));
            }
        }
        // and that year is no other event's
        if let Some(own) = own_year(scene, phrase(scene, s, at).start, at)
            && found.item.when == [own]
        {
            let others = out.iter_mut().rev().take_while(|f| f.item.sentence == index);
            others.for_each(|f| f.item.when.retain(|date| *date != own));
        }
        out.push(found);
    }
}

/// *opened a probe over the 2020 purchase of Kelvar*: the year in front of the event's noun at `at`, from `start`.
fn own_year(scene: &Scene<'_, '_>, start: u32, at: u32) -> Option<usize> {
    let year = |i: &usize| scene.dates[*i].kind == DateKind::Date && scene.dates[*i].value.len() == "2020".len();
    scene.dates_in(start, at).find(year)
}

/// An event's noun, tokens `at..end`, in its sentence.
struct Noun<'t, 'd, 'a> {
    scene: &'t Scene<'d, 'a>,
    s: &'t Sentence,
    /// Number of the sentence.
    index: usize,
    rule: &'static NounRule,
    at: u32,
    end: u32,
}

/// What stands behind an event's noun.
struct Object {
    /// Where its clause ends.
    clause_end: u32,
    hits: Vec<Hit>,
    /// Groups of its nouns and kinds of its entities.
    groups: t::Groups,
}

impl Noun<'_, '_, '_> {
    /// *the Entrepreneurs' Visit to Wuxi 2021*: a word of a name.
    fn is_of_name(&self) -> bool {
        let d = self.scene.document;
        d.is(self.at, flag::CAPITAL)
            && self.at > self.s.start
            && !d.is(self.at, flag::HEADLINE)
            && d.is(self.at - 1, flag::CAPITAL | flag::MARK)
    }

    /// An event of the sentence has told it.
    fn is_told(&self, found: &[Found]) -> bool {
        let Self { rule, at, .. } = *self;
        let own = || found.iter().rev().take_while(|f| f.item.sentence == self.index);
        let alike = |f: &&Found| f.item.kind == rule.kind && f.group.head < at;
        // *announced the construction of a plant*: told by the verb
        let object = || {
            let verb = own().find(alike);
            verb.is_some_and(|f| f.item.what.is_some_and(|w| (w.0..w.1).contains(&at)))
        };
        // *completed the sale of its business*, *made a visit to Peru*: told by the verb right in front
        let near = |f: &Found| alike(&f) && at - f.group.head <= NEAR;
        // *announced the establishment of the alliance*: the verb's trigger holds the noun
        let inside = |f: &Found| (f.item.trigger.0..f.item.trigger.1).contains(&at);
        // *The takeover of Kelvar collapsed*: what came to nothing
        let failed = |f: &Found| f.item.status == Status::Cancelled && (f.subject.0..f.subject.1).contains(&at);
        !rule.named && object() || own().any(|f| near(f) || inside(f) || failed(f))
    }

    /// The event, if what stands around the noun tells one.
    fn read(&self, focus: &Focus) -> Option<Found> {
        let Self {
            scene,
            s,
            rule,
            at,
            end,
            ..
        } = *self;
        let phrase = phrase(scene, s, at);
        let link = self.link();
        let behind = link.is_some();
        let link = link.unwrap_or(end);
        if !behind && (phrase.owner.is_none() || !rule.named) || !phrase.determined && end - at < 2 {
            return None;
        }
        if self.is_about(&phrase) {
            return None;
        }
        let status = self.status(&phrase)?;
        let object = self.object(behind, link);
        let carrier = if rule.carried { carrier(scene, s, at) } else { None };
        if !self.is_carried(&phrase, &object, carrier.is_some()) {
            return None;
        }
        let mut item = self.item(&phrase, &object, link, status);
        let group = verbs::done(at);
        let clause = Bounds {
            subject: s.start,
            inserted: None,
            end: s.end,
        };
        times(scene, s, &group, clause, false, &mut item);
        if let Some(own) = own_year(scene, phrase.start, at) {
            item.when = vec![own];
        }
        self.tellers(carrier, &mut item);
        self.its_owner(&phrase, &mut item);
        if rule.named {
            parties(scene, &mut item, (end, object.clause_end), focus);
        }
        Some(Found {
            since: item.sentence,
            item,
            group,
            subject: (at, at),
            owners: Vec::new(),
        })
    }

    /// The noun only says what something else is about.
    fn is_about(&self, phrase: &Phrase) -> bool {
        let Self { scene, s, rule, .. } = *self;
        let d = scene.document;
        let Some(noun) = phrase.start.checked_sub(3).filter(|x| *x >= s.start) else {
            return false;
        };
        match d.str(noun + 1) {
            // *the tenth anniversary of the founding of Kelvar*
            "of" => d.has(noun, class::HYPOTHETIC),
            // *held a meeting for the construction of parks*: what it was about, while a ceremony celebrates it; but what is begun
            // at a ceremony is told behind it
            "for" | "on" => {
                let about = if rule.id == const { t::noun_rule("event.noun.begun") } {
                    const { t::group("meeting") }
                } else {
                    const { t::group("talks") }
                };
                scene.noun_groups(noun, noun + 1) & about != 0
            }
            _ => false,
        }
    }

    /// `None` for what is only wished, feared or ruled out.
    fn status(&self, phrase: &Phrase) -> Option<Status> {
        let d = self.scene.document;
        let mut status = Status::Occurred;
        for x in phrase.start..self.at {
            match d.value(x, x + 1, class::HYPOTHETIC) {
                Some("planned") => status = Status::Planned,
                Some(_) => return None,
                None => {}
            }
        }
        Some(status)
    }

    /// The preposition that leads to the object; a day or a place may stand in front of it (*the opening on Monday of the plant*).
    fn link(&self) -> Option<u32> {
        let Self {
            scene, s, rule, end, ..
        } = *self;
        let leads = |at: &u32| *at < s.end && rule.behind.contains(&scene.document.str(*at));
        Some(end)
            .filter(leads)
            .or_else(|| Some(behind_parting(scene, end)).filter(leads))
    }

    /// Reads what stands behind the noun; `behind`: the preposition `link` leads to its object.
    fn object(&self, behind: bool, link: u32) -> Object {
        let Self { scene, s, .. } = *self;
        let d = scene.document;
        let closes = |x: &u32| {
            // *the takeover of Kelvar Inc. on Monday*: the point of a name closes nothing
            matches!(d.str(*x), "." | "," | ";" | "took") && !scene.inside_name(*x)
                || d.has(*x, class::AUX)
                || d.str(*x) == "and" && d.has(x + 1, class::DET)
        };
        let clause_end = (link..s.end).find(closes).unwrap_or(s.end);
        if !behind {
            return Object {
                clause_end,
                hits: Vec::new(),
                groups: 0,
            };
        }
        let (groups, stop) = head_groups(scene, link + 1, clause_end);
        let hits = scene.heads(link + 1, stop);
        Object {
            clause_end,
            groups: groups | kinds(&hits),
            hits,
        }
    }

    /// Owner and object are what the rule asks for, or a predicate says that it happened.
    fn is_carried(&self, phrase: &Phrase, object: &Object, carried: bool) -> bool {
        let Self { scene, s, rule, .. } = *self;
        let d = scene.document;
        if !rule.named {
            return carried && (rule.object == 0 || rule.object & object.groups != 0);
        }
        let owner = phrase.owner.map_or(0, |hit| kinds(&[hit]));
        // *announced the appointment of its new chairman*
        let mut asked = rule.object;
        if rule.carried && !carried {
            asked &= t::PERSON | t::ORGANISATION | t::PLACE;
        }
        // *called for the resignation of X*, *no arrest of X*
        let wished =
            |x: u32| d.has(x, class::NEG) || d.has(x, class::TENTATIVE) || matches!(d.str(x), "calls" | "called");
        let front = phrase.start.saturating_sub(NEAR).max(s.start)..phrase.start;
        (object.groups | owner) & asked != 0 && !front.into_iter().any(wished)
    }

    /// The event as its phrase tells it.
    fn item(&self, phrase: &Phrase, object: &Object, link: u32, status: Status) -> EventItem {
        let Self {
            scene, rule, at, end, ..
        } = *self;
        let clause_end = object.clause_end;
        let mut item = EventItem {
            kind: rule.kind,
            trigger: (at, end),
            sentence: self.index,
            name: None,
            status,
            when: Vec::new(),
            place: scene.where_in(end, clause_end).iter().map(|h| h.entity).collect(),
            who: self.who(phrase, &object.hits, clause_end),
            what: (link + 1 < clause_end).then_some((link + 1, clause_end)),
            quote: None,
            figures: scene
                .figures_in(phrase.start, at)
                .chain(scene.figures_in(end, clause_end))
                .collect(),
            main: false,
            rule: rule.id,
        };
        // *his visit to Lima*: there, not with whom
        if item.kind == EventKind::Visit {
            let list = &scene.entities.list;
            let places = item
                .who
                .iter()
                .map(|(e, _)| *e)
                .filter(|e| list[*e].kind == Kind::Place);
            let places: Vec<usize> = places.filter(|e| !item.place.contains(e)).collect();
            item.place.splice(0..0, places);
            item.who.retain(|(e, _)| list[*e].kind != Kind::Place);
        }
        // *the signing of the memorandum between A and B*: the two sides
        let between = (link..self.s.end).find(|at| scene.str(*at) == "between");
        let signed = rule.id == const { t::noun_rule("event.noun.signing") };
        if let Some(between) = between.filter(|between| signed && *between < link + FAR) {
            for hit in listed(scene, between + 1, self.s.end) {
                item.add(hit.entity, ParticipantRole::Agent);
            }
        }
        // *the launch of the 10,000th wafer*: goods come off a line
        if item.kind == EventKind::Launch
            && object.groups & const { t::group("goods") } != 0
            && object.groups & const { t::group("product") } == 0
        {
            item.kind = EventKind::Production;
        }
        // *the opening of the fair*: no building
        if item.kind == EventKind::Construction
            && object.groups & const { t::group("meeting") } != 0
            && object.groups & const { t::group("plant") | t::group("project") } == 0
        {
            item.kind = EventKind::Meeting;
        }
        item
    }
}

/// A noun that takes up what a verb or another noun of the article tells is no event of its own.
pub(super) fn known(found: &[Found]) -> Vec<usize> {
    let named = |f: &Found| t::NOUNS.iter().any(|rule| rule.named && rule.id == f.item.rule);
    // of each kind and who was in it: the place of the first event that a noun tells, from 1, or 0 where a verb does
    let mut told: HashMap<(EventKind, usize), usize> = HashMap::new();
    if !found.iter().any(named) {
        return Vec::new();
    }
    for (index, f) in found.iter().enumerate().filter(|(_, f)| !is_dropped(f)) {
        let first = if named(f) { index + 1 } else { 0 };
        for (entity, _) in &f.item.who {
            let known = told.entry((f.item.kind, *entity)).or_insert(first);
            *known = first.min(*known);
        }
    }
    (0..found.len())
        .filter(|index| {
            let own = &found[*index];
            let mut parties = (own.item.who.iter()).filter(|(_, role)| *role != ParticipantRole::Participant);
            named(own)
                && parties.any(|(entity, _)| {
                    told.get(&(own.item.kind, *entity))
                        .is_some_and(|first| *first <= *index)
                })
        })
        .collect()
}
