//! What headlines leave out, and what they and the headings of sections tell that is told again below them.

use crate::lexicon::format::{PlaceInfo, form, pos};
use crate::lexicon::{class, list};
use crate::record::{EventKind, Status};
use crate::resolve::names::Kind;
use crate::text::{Sentence, flag};

use super::arguments::owners;
use super::clause::{Hit, Scene};
use super::find::Found;
use super::focus::Focus;
use super::frame::{drop_event, is_dropped};
use super::told::Told;
use super::trigger::head_groups;
use super::venue::ENCOUNTERS;
use super::verbs::{VerbGroup, done};
use super::{EventItem, occasion, tables as t};

/// *Luis Prado named Kelvar chief*, *Kelvar fined over a data breach*: the *was* of a passive, where what it is done to
/// does not stand behind the verb.
pub(super) fn is_passive(scene: &Scene<'_, '_>, s: &Sentence, rule: &str, group: &VerbGroup, subject: &[Hit]) -> bool {
    const NAMED: &str = t::rule("event.appointment.name");
    const SUED: &str = t::rule("event.legal.sue");
    const ORDERED: &str = t::rule("event.legal.ordered");
    let (d, at) = (scene.document, group.head);
    let bare = !group.passive && group.outer == at && d.info(at).form & form::PARTICIPLE != 0;
    if !bare || !d.is(at, flag::HEADLINE) {
        return false;
    }
    let person = |hit: &Hit| hit.kind == Kind::Person;
    match rule {
        NAMED => subject.iter().any(person) && !scene.hits_in(at + 1, s.end).any(|hit| person(&hit)),
        SUED => !subject.is_empty() && scene.names.candidates.starting(at + 1).is_none(),
        ORDERED => !subject.is_empty(),
        _ => false,
    }
}

/// *Kelvar Q3 profit up 12 %*, *Oil prices down 2 % on supply fears*: a headline without its verb.
pub(super) fn moved(scene: &Scene<'_, '_>, index: usize, s: &Sentence, focus: &Focus) -> Option<Found> {
    const STOCK: t::Groups = t::group("stock");
    const METRIC: t::Groups = t::group("metric");
    let d = scene.document;
    if !d.is(s.start, flag::HEADLINE) {
        return None;
    }
    let way = |at: u32| d.is_on(at, list::UP_DOWN);
    let at = (s.start + 1..s.end.saturating_sub(1)).find(|at| way(*at) && scene.figure_at(at + 1))?;
    // *Kelvar says profit up 12 %*, *Kelvar, up 12 %, …*
    let verb = |x: u32| {
        let noun = d.info(x).pos & (pos::NOUN | pos::PLURAL) != 0 || d.is(x, flag::NUMBER);
        d.has(x, class::AUX) || d.has(x, class::MODAL) || d.info(x).verb != 0 && !noun && !scene.inside_name(x)
    };
    if d.is(at - 1, flag::MARK) || (s.start..at).any(verb) {
        return None;
    }
    let (mut groups, stop) = head_groups(scene, s.start, at);
    let hits = scene.heads(s.start, stop);
    let percent = scene.figure_groups(at + 1, s.end) & t::PERCENT != 0;
    let firm = |hit: &Hit| hit.kind == Kind::Organisation && hit.end == at;
    if groups & (STOCK | METRIC) == 0 && percent && hits.iter().any(firm) {
        groups |= STOCK;
    }
    let id = match groups {
        g if g & METRIC != 0 => const { t::rule("event.result.be") },
        g if g & STOCK != 0 => const { t::rule("event.market.down") },
        _ => return None,
    };
    let told = Told {
        rule: t::VERBS.iter().find(|rule| rule.id == id)?,
        group: done(at),
        subject: (s.start, at),
        named: (s.start, at),
        hits,
        end: at + 1,
        clause_end: scene.clause_end(s, at + 1),
    };
    let mut item = EventItem {
        kind: told.rule.kind,
        trigger: (at, at + 1),
        sentence: index,
        name: None,
        status: Status::Occurred,
        when: scene.dates_in(s.start, s.end).collect(),
        place: Vec::new(),
        who: Vec::new(),
        what: None,
        quote: None,
        figures: scene.figures_in(at + 1, s.end).collect(),
        main: false,
        rule: id,
    };
    told.owner(scene, focus, &mut item);
    Some(Found {
        since: index,
        item,
        group: told.group,
        subject: told.subject,
        owners: owners(scene, told.subject),
    })
}

/// An event of a headline is told again in the text: the text's is kept, and is where the headline says.
pub(super) fn again(scene: &Scene<'_, '_>, found: &mut [Found]) {
    let d = scene.document;
    let in_headline = |f: &Found| d.is(f.item.trigger.0, flag::HEADLINE);
    let body = found.iter().filter(|f| !in_headline(f));
    let lemma = |f: &Found| d.lexicon.lemma(d.token(f.group.head).word);
    let body: Vec<(EventKind, &str, u32)> = body.map(|f| (f.item.kind, f.item.rule, lemma(f))).collect();
    for index in 0..found.len() {
        let kind = found[index].item.kind;
        let own = lemma(&found[index]);
        // a line that comes on stream is a launch, a start of production or the end of building it
        const OPENINGS: [EventKind; 3] = [EventKind::Launch, EventKind::Production, EventKind::Construction];
        // *A Delegation Visits Wuxi*: it met somebody there
        // *Lima opens training centre*: *A training centre opened its doors in Lima*
        const OPENED: [EventKind; 2] = [EventKind::Founding, EventKind::Construction];
        let alike = |other: EventKind, rule: &str, verb: u32| {
            kind == other
                || OPENED.contains(&kind) && OPENED.contains(&other) && own == verb
                || OPENINGS.contains(&kind) && OPENINGS.contains(&other)
                || kind == EventKind::Visit && ENCOUNTERS.contains(&rule)
        };
        if !in_headline(&found[index]) || !body.iter().any(|(other, rule, verb)| alike(*other, rule, *verb)) {
            continue;
        }
        let mut place = std::mem::take(&mut found[index].item.place);
        place.retain(|e| scene.grain(*e) != Some(PlaceInfo::COUNTRY));
        drop_event(&mut found[index]);
        let said = matches!(kind, EventKind::Statement | EventKind::Result | EventKind::Market);
        let told = found[index..].iter_mut().find(|f| !is_dropped(f) && !in_headline(f));
        let same = |f: &Found| !said && alike(f.item.kind, f.item.rule, lemma(f));
        if let Some(told) = told.filter(|f| same(f) && f.item.place.is_empty()) {
            told.item.place = place;
        }
    }
}

/// What the heading of a section tells is told again below it, as of a headline.
pub(super) fn headings(scene: &Scene<'_, '_>, found: &mut [Found]) {
    /// Sentences of the section that are looked at.
    const NEAR: usize = 3;
    let d = scene.document;
    let title = d.sentences().first().filter(|s| d.is(s.start, flag::HEADLINE));
    for index in 0..found.len() {
        let item = &found[index].item;
        let (kind, sentence) = (item.kind, item.sentence);
        // the title once more, under a photo
        let s = &d.sentences()[sentence];
        let same = |title: &Sentence| d.slice(title.start, title.end) == d.slice(s.start, s.end);
        if !is_dropped(&found[index]) && sentence > 0 && title.is_some_and(same) {
            drop_event(&mut found[index]);
            continue;
        }
        // what is said may well end without a mark
        if is_dropped(&found[index])
            || kind == EventKind::Statement
            || d.is(item.trigger.0, flag::HEADLINE)
            || !occasion::is_heading(scene, sentence)
        {
            continue;
        }
        let end = occasion::section_end(scene, sentence, sentence + NEAR);
        let mut told = (index + 1..found.len()).take_while(|i| found[*i].item.sentence < end);
        let Some(told) = told.find(|i| found[*i].item.kind == kind && !is_dropped(&found[*i])) else {
            continue;
        };
        let place = std::mem::take(&mut found[index].item.place);
        if found[told].item.place.is_empty() {
            found[told].item.place = place;
        }
        drop_event(&mut found[index]);
    }
}
