//! Verbs that fit a row and yet tell nothing that happened: what is only said which one is meant, is generally said, or has been
//! told in the sentence already.

use crate::lexicon::{class, list};
use crate::record::{EventKind, Status};
use crate::text::flag;

use super::super::clause::Hit;
use super::super::fit::ENTITIES;
use super::super::places::head_kind;
use super::super::verbs::{Tense, VerbGroup};
use super::super::{VerbRule, tables as t};
use super::{Subject, Telling};

impl Telling<'_, '_, '_> {
    /// *Guided by the vision of growth, the contest drew 300 teams*.
    pub(super) fn is_no_host(&self, rule: &VerbRule, end: u32) -> bool {
        let Self { scene, s, at, .. } = *self;
        let host = rule.id == const { t::rule("event.meeting.hosted") } && at == s.start && scene.str(end) == "by";
        let comma = || (end..s.end).find(|at| scene.str(*at) == ",").unwrap_or(s.end);
        host && scene.hits_in(end, comma()).next().is_none()
    }

    /// What its subject, its row or what stands beside it makes no event. `lent` is a subject that stands elsewhere, `end` the
    /// token behind the verb's words.
    pub(super) fn is_no_fact(
        &self,
        rule: &VerbRule,
        group: &VerbGroup,
        subject: &Subject,
        lent: Option<(u32, u32)>,
        end: u32,
    ) -> bool {
        let Self { scene, s, .. } = *self;
        let d = scene.document;
        let span = subject.span;
        if self.is_aside(rule, group, span, end) {
            return true;
        }
        // *upgraded Kelvar to buy*, *was downgraded by Lumeno to neutral*, not *upgraded its plant to sell more*
        if rule.id == const { t::rule("event.statement.stance") } {
            let closes = |at: u32| {
                at >= s.end
                    || d.is(at, flag::MARK)
                    || d.has(at, class::PREP)
                    || d.has(at, class::CONJ)
                    || d.is_on(at, list::STANCE)
                    || scene.date_at(at).is_some()
            };
            let told = (end..scene.clause_end(s, end)).any(|at| d.is_on(at, list::STANCE) && closes(at + 1));
            return !told;
        }
        // *The Lindo Zone was established*, but not *Wuxi was founded*
        if rule.id == const { t::rule("event.founding.zone") } {
            let zone = |hit: &Hit| matches!(head_kind(scene, hit.entity), Some("zone" | "facility"));
            return !group.passive || !subject.hits.iter().any(zone);
        }
        if lent.is_none() && is_said_of_anybody(self, rule, group, subject) {
            return true;
        }
        // *will buy Lumeno, with the deal expected to close in May*: one purchase
        let bought = || self.before.iter().any(|f| f.item.kind == EventKind::Acquisition);
        if rule.id == const { t::rule("event.acquisition.close") } && bought() {
            return true;
        }
        // *His father died in 1992*: nobody the news is about
        let owner = |at: u32| at >= s.start && d.is_on(at, list::OF_SOMEBODY);
        let relative = || owner(span.0) || span.0 > s.start && owner(span.0 - 1);
        if rule.id == const { t::rule("event.death.die") } && subject.hits.is_empty() && relative() {
            return true;
        }
        // *what he called “the fever”* names what is spoken of
        let what_he = || (span.0.saturating_sub(1).max(s.start)..span.1).any(|x| d.str(x) == "what");
        // *said it makes “flash memory”, which it said is key*: told beside what is said
        let beside_it = || {
            let who = group.outer.saturating_sub(1);
            let which = who > s.start + 2 && d.str(who - 1) == "which" && d.has(who, class::PRON);
            // *in which he claimed huge profits*: told of the thing
            let which = which && !d.has(who - 2, class::PREP);
            which && self.before.iter().any(|f| f.item.kind == EventKind::Statement)
        };
        if rule.id == const { t::rule("event.statement.say") } && beside_it() {
            return true;
        }
        // *…, with the union saying that …*
        let beside = lent.is_some() && group.head == span.1 && !subject.hits.is_empty();
        if rule.kind == EventKind::Statement && (lent.is_some() && !beside || what_he()) {
            return true;
        }
        // *ended the season by playing Lumeno*: no plan
        let ended = group.tense == Tense::Past && rule.status == Some(Status::Planned);
        // *hit the plant, killing five*: one accident
        let again = || self.before.last().is_some_and(|last| last.item.kind == rule.kind);
        lent.is_some() && (ended || again())
    }

    /// *a term which expires in May*, *the day he died*, *concluded a licence*: the row's own verb, used to say something else.
    fn is_aside(&self, rule: &VerbRule, group: &VerbGroup, span: (u32, u32), end: u32) -> bool {
        let Self { scene, s, .. } = *self;
        let d = scene.document;
        // *He went on to wish them luck*: no trip
        let next = scene
            .document
            .get(end)
            .is_some_and(|_| !d.is(end, flag::CAPITAL) && d.info(end).verb != 0);
        if rule.id == const { t::rule("event.visit.travel") } && d.str(end - 1) == "to" && next {
            return true;
        }
        // *a term which expires in May*: how long it is
        let which = |at: u32| at >= s.start && matches!(d.str(at), "which" | "that" | "whose");
        let told_of = which(group.outer.saturating_sub(1)) || which(span.0.saturating_sub(1)) || which(span.0);
        if rule.id == const { t::rule("event.appointment.expires") } && (group.tense == Tense::Present || told_of) {
            return true;
        }
        // *the day he died*: when something else was
        let pronoun = group.outer.saturating_sub(1);
        let when = pronoun > s.start + 1 && d.has(pronoun, class::PRON);
        if rule.kind == EventKind::Death && when && d.is_on(pronoun - 1, list::DAY_OF) {
            return true;
        }
        // *concluded a licence*, *claims a tenth of the market*: nothing is said
        // but *“…,” concluded the statement*
        let fronted = group.outer == s.start || matches!(d.str(group.outer - 1), "," | "”" | "\"");
        if rule.id == const { t::rule("event.statement.say") } && !group.passive && !fronted {
            let word = d.str(group.head);
            let object = end < s.end
                && match word {
                    "concluded" | "concludes" | "conclude" => d.has(end, class::DET),
                    // *claims a tenth of the market*, *claimed the largest share*
                    "claims" | "claimed" | "claim" => {
                        let most = d.str(end) == "the" && end + 1 < s.end && d.str(end + 1).ends_with("est");
                        scene.figure_at(end) || most || scene.str(end) == "to" && scene.str(end + 1) == "cover"
                    }
                    _ => false,
                };
            let clause = scene.clause_end(s, end);
            if object && !scene.has_verb(end, clause) {
                return true;
            }
        }
        // *Seven passengers were unaccounted for as two vessels searched*: no figure of theirs
        if rule.id == const { t::rule("event.result.be") } {
            let opens = |at: &u32| {
                matches!(
                    d.str(*at),
                    "as" | "when" | "while" | "after" | "before" | "because" | ","
                )
            };
            let stop = (end..s.end).find(opens).unwrap_or(s.end);
            // *was lower, 3.5%*
            let apposed = scene.str(stop) == "," && scene.figure_at(stop + 1);
            let behind = || scene.figures_in(stop, s.end).next().is_some();
            if !apposed && scene.figures_in(end, stop).next().is_none() && behind() {
                return true;
            }
        }
        // *was named among the scientists honoured* is no post
        if rule.kind == EventKind::Appointment && group.passive && matches!(scene.str(end), "among" | "one") {
            return true;
        }
        // *The event, which runs until Friday, has attracted 300 guests*: one meeting
        let drew = rule.id == const { t::rule("event.meeting.draw") };
        drew && self.before.iter().any(|told| told.item.kind == EventKind::Meeting)
    }
}

/// *We believe*, *I met many people*: a pronoun that stands for nobody in particular.
fn is_said_of_anybody(telling: &Telling<'_, '_, '_>, rule: &VerbRule, group: &VerbGroup, subject: &Subject) -> bool {
    let d = telling.scene.document;
    let span = subject.span;
    if !subject.hits.is_empty() || span.0 + 1 != span.1 {
        return false;
    }
    let pronoun = d.value(span.0, span.1, class::PRON);
    // *We believe*, *They call her a miracle*: what is generally said
    let states = rule.kind == EventKind::Statement && group.tense == Tense::Present;
    if states && matches!(pronoun, Some("we" | "they" | "you" | "i")) {
        return true;
    }
    // *They met Luis Prado*, but *I met many people*
    let meets = rule.kind == EventKind::Meeting && rule.object & t::PERSON != 0;
    if meets && subject.bits & ENTITIES == 0 && pronoun.is_some_and(|who| !matches!(who, "they" | "he" | "she")) {
        return true;
    }
    // *They toured the museum*, but *We visited an old town*
    let travels = rule.kind == EventKind::Visit && subject.bits & ENTITIES == 0;
    travels && pronoun.is_some_and(|who| who != "they")
}
