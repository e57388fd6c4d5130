//! What a verb tells that has come through [`find`](super::find): its subject, the row that fits, and the event's arguments.

mod beside;
mod facts;

use crate::lexicon::class;
use crate::lexicon::format::{form, pos};
use crate::record::{EventKind, Status};
use crate::resolve::names::Kind;
use crate::text::{Sentence, flag};

use super::arguments::{owners, quote, what};
use super::clause::{Hit, Scene};
use super::find::{Found, Verb, behind_name};
use super::fit::{asks_for_company, best_row};
use super::focus::{Focus, is_private};
use super::headline;
use super::idle::{is_announced, is_no_event};
use super::insertion::is_dash;
use super::listed::listed;
use super::parties::parties;
use super::rows;
use super::subject::{announcer, is_inverted, what_subject};
use super::times::{Bounds, times};
use super::told::Told;
use super::trigger::{head_groups, is_have, kinds, owning_place, pronoun_kinds, status};
use super::verbs::{self, Tense, VerbGroup};
use super::what::behind_noun;
use super::{EventItem, VerbRule, tables as t};

/// A verb in its sentence, and the events told before it there.
pub(super) struct Telling<'t, 'd, 'a> {
    pub scene: &'t Scene<'d, 'a>,
    pub s: &'t Sentence,
    /// Number of the sentence.
    pub index: usize,
    /// The verb.
    pub at: u32,
    pub before: &'t [Found],
}

/// The subject of a verb.
struct Subject {
    span: (u32, u32),
    /// The part of it that names who does it.
    named: (u32, u32),
    /// Where an insertion between it and the verb starts.
    inserted: Option<u32>,
    /// Who is named in it.
    hits: Vec<Hit>,
    /// Groups of its nouns and names.
    bits: t::Groups,
}

impl Telling<'_, '_, '_> {
    /// The event of the verb. Apart from what nearly every verb runs through, so that that stays together.
    #[inline(never)]
    pub(super) fn tell(&self, mut verb: Verb, rows: &[(u32, u32)], focus: &Focus) -> Option<Found> {
        let Self { scene, s, at, .. } = *self;
        let mut group = verb.group;
        // *the quarter ended August 3*: part of the date
        let date = scene.date_from(group.head + 1).checked_sub(1);
        let dated = date.is_some_and(|date| scene.dates[date].start < group.head && group.head < scene.dates[date].end);
        if dated || self.is_for_another() {
            return None;
        }
        let apposed = self.apposed(&group);
        if apposed.is_some() {
            group.passive = true;
            verb.group.passive = true;
        }
        let shared = apposed.or_else(|| self.shared_passive(&group));
        let span = verb
            .subject
            .or(shared)
            .or_else(|| announcer(scene, s, group.outer))
            .or_else(|| scene.first_subject(s, group.outer))
            .unwrap_or_else(|| (scene.subject_start(s, group.outer), group.outer));
        if self.is_unreal(&group, span) {
            return None;
        }
        let focus = &focus.within(scene, s, self.before, at);
        let own = verb.subject.is_none() && shared.is_none();
        let subject = self.subject(&group, span, own, rows, focus);
        let (row, end, participle) = self.row(&verb, &subject, rows)?;
        let rule = &t::VERBS[row as usize];
        if participle || headline::is_passive(scene, s, rule.id, &group, &subject.hits) {
            group.passive = true;
            group.tense = Tense::Past;
        }
        let lent = verb.subject;
        if is_no_event(scene, s, at, rule, &group, (participle, subject.hits.is_empty()))
            || self.is_no_host(rule, end)
            || self.is_no_fact(rule, &group, &subject, lent, end)
        {
            return None;
        }
        let mut status = status(scene, s, rule, &group)?;
        if status == Status::Occurred && self.is_to_come(&group, span, rule) {
            status = Status::Planned;
        }
        let told = Told {
            rule,
            group,
            subject: span,
            named: subject.named,
            hits: subject.hits,
            end,
            clause_end: match lent {
                // *Founded in 1998, X …*: its clause ends at the comma
                Some((behind, _)) if behind > end => behind - 1,
                _ => behind_name(scene, s, scene.clause_end(s, end)),
            },
        };
        let mut item = self.item(&told, status, focus);
        let clause = self.clause(&told, own);
        item.what = what(scene, s, rule, &group, span, clause, item.quote);
        // *added 36 firms, including Kelvar, to the list*: without the examples
        if let Some((start, end)) = item.what {
            let comma = (start + 1..end).find(|at| scene.str(*at) == "," && scene.is_inserted_list(at + 1, s.end));
            item.what = Some((start, comma.unwrap_or(end)));
        }
        self.celebrated(&told, clause, &mut item);
        let said = self.before.iter().any(|f| f.item.kind == EventKind::Statement);
        let bounds = Bounds {
            subject: span.0,
            inserted: subject.inserted,
            end: told.clause_end,
        };
        times(scene, s, &group, bounds, said, &mut item);
        // *was postponed from September*: when it is not
        if rule.id == const { t::rule("event.meeting.off") } {
            let from =
                |date: usize| scene.dates[date].start > s.start && scene.str(scene.dates[date].start - 1) == "from";
            item.when.retain(|date| !from(*date));
        }
        // *received approval on Tuesday to build a plant*: no day of building it
        let past = self
            .before
            .last()
            .filter(|last| lent.is_some() && last.item.kind == EventKind::Policy);
        if status == Status::Planned
            && past.is_some_and(|last| last.item.when == item.when)
            && item.when.iter().all(|date| scene.dates[*date].end <= group.head)
        {
            item.when.clear();
        }
        self.whose(&told, lent, focus, &mut item);
        self.there_and_then(lent.is_some(), span, &mut item);
        self.signed_with(span, &mut item);
        self.under_it(&told, &mut item);
        parties(scene, &mut item, clause, focus);
        self.figures(&told, clause.0, &mut item);
        let mut owners = owners(scene, span);
        if owners.is_empty() && item.kind == EventKind::Result {
            owners.extend(owning_place(scene, span, focus));
        }
        Some(Found {
            since: item.sentence,
            item,
            group,
            subject: span,
            owners,
        })
    }

    /// Whether the verb only stands for another one behind it.
    fn is_for_another(&self) -> bool {
        let Self { scene, s, at, .. } = *self;
        let d = scene.document;
        // *is expected to reach*, *is scheduled to open*
        if is_announced(d, s, at) {
            return true;
        }
        // *has begun*
        let participle = |x: &u32| d.info(*x).form & form::PARTICIPLE != 0;
        if is_have(d, at) && (at + 1..(at + 4).min(s.end)).any(|x| participle(&x)) {
            return true;
        }
        // *has been seeking to fulfil its goal*
        let next = at + 1 + u32::from(scene.str(at + 1).ends_with("ly"));
        let goes_on = d.value(at, at + 1, class::AUX) == Some("be") && d.info(next).form & form::GERUND != 0;
        let noun = || d.str(at) != "been" && d.info(next).pos & (pos::NOUN | pos::ADJECTIVE) != 0;
        if goes_on && next < s.end && !noun() {
            return true;
        }
        // *has been successfully developed*, not *is estimated at 3 million*
        let auxiliary = matches!(d.value(at, at + 1, class::AUX), Some("be" | "have"));
        auxiliary && !is_have(d, at) && self.is_auxiliary_of_event()
    }

    /// Whether the *be* stands before the participle of a verb that tells something else than a figure.
    fn is_auxiliary_of_event(&self) -> bool {
        let Self { scene, s, at, .. } = *self;
        let d = scene.document;
        let verb = at + 1 + u32::from(at + 2 < s.end && d.str(at + 1).ends_with("ly"));
        let leads = scene.str(verb + 1) == "to" || scene.str(verb + 1).ends_with("ing");
        if verb >= s.end || leads || d.info(verb).form & form::PARTICIPLE == 0 || d.info(verb).pos & pos::ADJECTIVE != 0
        {
            return false;
        }
        let mut behind = Vec::new();
        rows::rows(scene, verb, &mut behind);
        behind.iter().any(|(row, _)| {
            let kind = t::VERBS[*row as usize].kind;
            !matches!(kind, EventKind::Statement | EventKind::Result | EventKind::Market)
        })
    }

    /// *plans to have the line completed*, *would cut output or lay off staff*: what is planned, told without a verb that says so.
    fn is_to_come(&self, group: &VerbGroup, span: (u32, u32), rule: &VerbRule) -> bool {
        let Self { scene, s, .. } = *self;
        let d = scene.document;
        if group.start != group.head || group.outer <= s.start + 2 {
            return false;
        }
        if d.str(group.outer - 1) == "or" {
            let bare = d.info(group.head).form & form::BASE != 0;
            let last = self.before.last().filter(|last| bare && last.item.kind == rule.kind);
            return last.is_some_and(|last| last.item.status == Status::Planned);
        }
        if !group.passive {
            return false;
        }
        let have = behind_noun(scene, s, (span.0.min(group.outer), group.outer)).checked_sub(1);
        let have = have.filter(|at| *at > s.start + 1 && d.str(*at) == "have");
        have.is_some_and(|have| {
            let led = have - 1 - u32::from(d.info(have - 1).pos & pos::ADVERB != 0 && d.str(have - 1) != "to");
            d.str(led) == "to" && !d.is(led - 1, flag::CAPITAL) || d.value(led, led + 1, class::MODAL) == Some("future")
        })
    }

    /// *the trial of Li Ming, charged with theft, began*: the person in front of the comma.
    fn apposed(&self, group: &VerbGroup) -> Option<(u32, u32)> {
        let Self { scene, s, at, .. } = *self;
        let d = scene.document;
        if group.outer != at || at < s.start + 2 || d.str(at - 1) != "," || scene.str(at + 1) != "with" {
            return None;
        }
        let done = d.info(at).form & form::PARTICIPLE != 0 && rows::is_done_to_somebody(d.info(at).verb);
        let name = scene.names.candidates.ending(at - 1).filter(|_| done)?;
        let name = scene.names.candidates.list[name].start;
        let mut hits = scene.hits_in(name, at - 1);
        hits.any(|hit| hit.kind == Kind::Person).then_some((name, at - 1))
    }

    /// *was guided by A and (was) hosted by B*, *was tried and sentenced*: the subject of the passive before it.
    fn shared_passive(&self, group: &VerbGroup) -> Option<(u32, u32)> {
        let Self { scene, s, at, .. } = *self;
        let d = scene.document;
        if !group.passive {
            return None;
        }
        let joined = group.outer == at || d.str(group.outer - 1) == "and";
        let last = self.before.last();
        let last = last.filter(|last| joined && last.group.passive && last.subject.1 <= at && last.group.outer != at);
        if let Some(last) = last {
            return Some(last.subject);
        }
        let joint = (group.outer == at && at > s.start + 2)
            .then(|| (s.start + 2..at).rev().find(|x| !verbs::is_adverb(d, *x)))
            .flatten()?;
        let first = matches!(d.str(joint), "and" | ",")
            .then(|| verbs::first_passive(d, joint, s.start))
            .flatten()?;
        Some((scene.subject_start(s, first.outer), first.outer)).filter(|(start, end)| start < end)
    }

    /// Reads who stands at `span`, and which kinds of things. `own` where no other verb lends it.
    fn subject(&self, group: &VerbGroup, span: (u32, u32), own: bool, rows: &[(u32, u32)], focus: &Focus) -> Subject {
        let Self { scene, s, at, .. } = *self;
        let d = scene.document;
        // *Kelvar, a supplier to Lumeno, signed*, *Kelvar signed a deal with Lumeno and opened*: who does it stands in front
        let inserted = own.then(|| scene.insertion(s, group.outer)).flatten();
        let joint = || own.then(|| scene.shared_subject(span)).flatten();
        let named_end = inserted.or_else(joint).filter(|end| *end > span.0).unwrap_or(span.1);
        // *The line, which was set up by Kelvar, and Lumeno, a maker, is to open*: nobody in front of *which*
        let thing = (own && !d.has(at, class::SAYVERB))
            .then(|| scene.thing_told_of(span))
            .flatten();
        let named = (span.0, thing.unwrap_or(named_end));
        let lemma = d.lexicon.lemma(d.token(at).word);
        let (mut hits, groups) = what_subject(scene, s, span, named, group, (at, lemma));
        // *The companies – Kelvar, Lumeno and Delta – have invested*: all of them
        let dashed = inserted.filter(|open| hits.is_empty() && is_dash(d.str(*open)));
        if let Some(open) = dashed.filter(|open| d.info(open - 1).pos & pos::PLURAL != 0) {
            let all = listed(scene, open + 1, span.1);
            let first = all.first().is_some_and(|h| h.start <= open + 2);
            hits.extend(all.into_iter().filter(|_| first));
        }
        // *The environmental regulator, Kelvar, revoked the permit*
        if let Some(open) = inserted.filter(|_| hits.is_empty() && d.str(named.0).eq_ignore_ascii_case("the")) {
            let apposed = scene.hits_in(open + 1, span.1).take(1);
            let alone = |h: &Hit| h.start == open + 1 && scene.str(h.end) == "," && h.kind != Kind::Place;
            hits.extend(apposed.filter(alone));
        }
        let mut bits = groups | kinds(&hits) | pronoun_kinds(scene, named, focus);
        // *President Li Ming and Minister Amy Kuo discussed trade*: two sides
        let people = hits.iter().filter(|hit| hit.kind == Kind::Person).count();
        let meets = |(row, _): &(u32, u32)| t::VERBS[*row as usize].kind == EventKind::Meeting;
        if people > 1 && rows.iter().any(meets) {
            bits |= const { t::group("sides") };
        }
        // *…, local media said*, *A neighbour, who spoke to the Star, said*: whoever it is speaks
        let spoken = || {
            inserted.is_some() && scene.str(at + 1) == "that"
                || scene.attribution(s, group.outer).is_some()
                || span.0 > s.start && scene.str(span.0 - 1) == "after"
        };
        if own && hits.is_empty() && d.has(at, class::SAYVERB) && spoken() {
            bits |= const { t::group("speaker") };
        }
        // *Intel said it will build a plant*: the speaker
        if let Some(speaker) = scene.speaker(s, span).filter(|_| hits.is_empty()) {
            // *Kelvar, a supplier to Lumeno, said it expects*
            let open = scene.insertion(s, speaker.1).filter(|open| *open > speaker.0);
            hits = scene.heads(speaker.0, open.unwrap_or(speaker.1));
            // *Its lawyer, Amy Kuo, said it would appeal*: nobody is *it*
            let titled = |at: u32| scene.document.has(at, class::TITLE) && !scene.document.is(at, flag::CAPITAL);
            if span.1 == span.0 + 1 && scene.str(span.0) == "it" && (speaker.0..speaker.1).any(titled) {
                let person = hits.iter().any(|hit| hit.kind == Kind::Person);
                hits.retain(|hit| hit.kind != Kind::Person);
                let body = focus.company(scene).filter(|_| person && hits.is_empty());
                hits.extend(body.map(|entity| Hit {
                    entity,
                    start: span.0,
                    end: span.1,
                    kind: scene.entities.list[entity].kind,
                }));
            }
            let named = head_groups(scene, speaker.0, speaker.1).0 | kinds(&hits);
            bits |= named | pronoun_kinds(scene, speaker, focus);
        }
        Subject {
            span,
            named,
            inserted,
            hits,
            bits,
        }
    }

    /// The row that fits best, the end of its words, and whether the verb is a participle behind its noun.
    fn row(&self, verb: &Verb, subject: &Subject, rows: &[(u32, u32)]) -> Option<(u32, u32, bool)> {
        let Self { scene, s, .. } = *self;
        let group = &verb.group;
        // the programme of a company or a university is no policy
        let company = |hit: &Hit| hit.kind == Kind::Organisation && is_private(scene, hit.entity);
        let asked = !group.passive && rows.iter().any(|(row, _)| asks_for_company(&t::VERBS[*row as usize]));
        let all = asked && !subject.hits.is_empty() && subject.hits.iter().all(company);
        let company = if all { const { t::group("company") } } else { 0 };
        let clause = (subject.bits | company, verb.reduced, verb.offered);
        best_row(scene, s, rows, group, clause).or_else(|| {
            // *A guideline to boost consumption as a key part of growth was issued*: the noun in front of it all
            let whole = group.passive && verb.subject.is_none() && subject.span.0 > s.start;
            let plain = whole && !scene.has_verb(s.start, group.outer);
            let first = plain.then(|| head_groups(scene, s.start, group.outer).0)?;
            best_row(scene, s, rows, group, (first, 0, verb.offered))
        })
    }

    /// The event with its trigger and who was in it.
    fn item(&self, told: &Told, status: Status, focus: &Focus) -> EventItem {
        let Self { scene, s, at, .. } = *self;
        let d = scene.document;
        let (kind, end) = (told.rule.kind, told.end);
        let pronoun = self.is_pronoun_said(told);
        // *announced it would close*, *introduced in his speech that*: the verb alone, but *made it clear that*
        let opens = pronoun || d.str(end - 1) == "that";
        let trigger_end = if !opens {
            end
        } else if end > at + 3 && !d.has(at + 1, class::PREP) {
            end - 1
        } else {
            at + 1
        };
        // *sat down in Wuxi on Monday for*
        let trigger_end = rows::parted_at(scene, at, trigger_end);
        EventItem {
            kind,
            trigger: (told.group.outer, trigger_end),
            sentence: self.index,
            name: None,
            status,
            when: Vec::new(),
            place: Vec::new(),
            who: told.who(scene, s, focus),
            what: None,
            quote: (kind == EventKind::Statement).then(|| quote(scene, s)).flatten(),
            figures: Vec::new(),
            main: false,
            rule: told.rule.id,
        }
    }

    /// *announced it would close*: what is said starts with the pronoun.
    fn is_pronoun_said(&self, told: &Told) -> bool {
        let end = told.end;
        end > self.at + 1 && self.scene.document.has(end - 1, class::PRON) && told.rule.kind == EventKind::Statement
    }

    /// The clause behind the verb: what is said, built, signed.
    fn clause(&self, told: &Told, own: bool) -> (u32, u32) {
        let Self { scene, s, at, .. } = *self;
        let end = told.end - u32::from(self.is_pronoun_said(told));
        // *The chip is good, said Peng Xi*: what is said stands before, and so it does where nobody is named: *…, said the
        // local government*
        let unnamed = || own && told.hits.is_empty() && is_inverted(scene, s, &told.group, at);
        let fronted = || told.rule.object & t::FRONT != 0;
        let inverted = || told.hits.first().is_some_and(|hit| hit.start > at);
        if told.rule.kind == EventKind::Statement && (inverted() || unnamed() || fronted()) {
            (end, end)
        } else {
            (end, told.clause_end)
        }
    }
}
