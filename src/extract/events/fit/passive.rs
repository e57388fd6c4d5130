//! Rows of verbs in the passive: *was signed*, *was named chief executive*.

use crate::lexicon::{class, list};
use crate::record::{EventKind, Status};
use crate::text::flag;

use super::super::tables as t;
use super::super::trigger::{head_groups, kinds};
use super::super::verbs::Tense;
use super::behind::behind;
use super::{Clause, ENTITIES, MADE};

/// Rows whose passive keeps its object behind the verb: *was granted 3 million yuan*.
const GIVEN: [&str; 5] = [
    t::rule("event.investment.spend"),
    t::rule("event.investment.gift"),
    t::rule("event.research.patents"),
    t::rule("event.research.patent"),
    t::rule("event.agreement.awarded"),
];

/// Rows that tell nothing in the passive: *The driver was struck* (hit); *was placed on the list* is told by the row of what is
/// put on it.
const ACTIVE: [&str; 37] = [
    t::rule("event.appointment.cabinet"),
    t::rule("event.legal.frees"),
    t::rule("event.disaster.rams"),
    t::rule("event.result.sees"),
    t::rule("event.result.grew"),
    t::rule("event.result.ended"),
    t::rule("event.result.outsell"),
    t::rule("event.result.expectations"),
    t::rule("event.disaster.forces"),
    t::rule("event.policy.agreed"),
    t::rule("event.policy.shelved"),
    t::rule("event.production.struck"),
    t::rule("event.meeting.on_show"),
    t::rule("event.founding.create"),
    t::rule("event.statement.asks_for"),
    t::rule("event.statement.question"),
    t::rule("event.construction.scrap"),
    t::rule("event.investment.give"),
    t::rule("event.agreement.won"),
    t::rule("event.agreement.order"),
    t::rule("event.agreement.secured"),
    t::rule("event.agreement.supply"),
    t::rule("event.agreement.licence"),
    t::rule("event.construction.projects"),
    t::rule("event.acquisition.repurchase"),
    t::rule("event.research.trial"),
    t::rule("event.launch.programme"),
    t::rule("event.production.cut"),
    t::rule("event.result.level"),
    t::rule("event.legal.due"),
    t::rule("event.acquisition.paid"),
    t::rule("event.acquisition.offered"),
    t::rule("event.construction.moves"),
    t::rule("event.agreement.hired"),
    t::rule("event.labour.strike"),
    t::rule("event.restriction.places"),
    t::rule("event.restriction.includes"),
];

impl Clause<'_, '_, '_> {
    /// [`fits`](Clause::fits) of a passive.
    pub(super) fn passive(&self) -> Option<u32> {
        let Self {
            scene, rule, object, ..
        } = *self;
        if self.is_no_passive() {
            return None;
        }
        let mut weight = 1;
        if rule.with != 0 {
            if (self.subject | behind(scene, rule, object.start, object.clause_end)) & rule.with == 0 {
                return None;
            }
            weight += 1;
        }
        // *the congress was opened*: the noun that is asked for; whom it asks for stands behind *by*
        if rule.object == 0 && rule.subject != 0 && self.subject & rule.subject & !ENTITIES == 0 && !self.is_done_by() {
            return None;
        }
        if rule.object != 0 {
            if !self.has_passive_object() {
                return None;
            }
            weight += 2;
        }
        Some(weight)
    }

    /// What the verb tells in the active only.
    fn is_no_passive(&self) -> bool {
        let Self {
            scene,
            rule,
            group,
            object,
            ..
        } = *self;
        let d = scene.document;
        // *is expected to be*: the verb behind tells it
        let governs = || d.is(object.start, flag::WORD) && d.str(object.start) == "to";
        let plans = rule.kind == EventKind::Result || rule.status == Some(Status::Planned);
        if ACTIVE.contains(&rule.id) || plans && governs() {
            return true;
        }
        // *The salt was approved by the administration*: neither a government nor those who are named
        if self.subject & rule.object == 0 && rule.id == const { t::rule("event.appointment.government") } {
            return true;
        }
        match rule.kind {
            // *is being investigated by the authority*
            EventKind::Visit => d.str(group.head).starts_with("investigat"),
            // *Contracts worth 3 billion yuan were secured*: no money is raised
            EventKind::Investment => {
                let contracts = self.subject & const { t::group("contract") | t::group("paper") } != 0;
                contracts && rule.id == const { t::rule("event.investment.raise") }
            }
            EventKind::Statement => {
                let said = rule.object & !(t::QUOTE | t::AS | t::FRONT | t::FIGURE) == 0;
                // *a matter addressed in a paper*
                said || rule.id == const { t::rule("event.statement.address") }
            }
            // *40 teams were selected for the final*
            EventKind::Appointment => {
                let team = self.subject & const { t::group("team") } != 0 && self.subject & t::PERSON == 0;
                team && d.is_on(group.head, list::SELECTED)
            }
            // *The network is developed*: what it is like
            EventKind::Research => group.tense == Tense::Present && !group.progressive,
            _ => false,
        }
    }

    /// *was opened by the mayor*, *was hit by a fire*: whoever or whatever does it stands behind *by*.
    fn is_done_by(&self) -> bool {
        let Self {
            scene, rule, object, ..
        } = *self;
        let harm = matches!(rule.kind, EventKind::Disaster | EventKind::Conflict);
        let told = |by| harm && head_groups(scene, by + 1, object.clause_end).0 & rule.subject & !ENTITIES != 0;
        let by = (object.start..object.clause_end).find(|x| scene.document.str(*x) == "by");
        by.is_some_and(|by| rule.roles[1].is_some() || told(by))
    }

    /// The object is the subject of a passive, *it*, or stands behind the verb all the same.
    fn has_passive_object(&self) -> bool {
        let Self {
            scene,
            s,
            rule,
            group,
            object,
            subject,
        } = *self;
        let d = scene.document;
        let (end, clause_end) = (object.start, object.clause_end);
        let (after, _) = head_groups(
            scene,
            end + u32::from(d.get(end).is_some() && d.str(end) == "as"),
            clause_end,
        );
        // *was named chief executive*, *was put into operation*
        let given = matches!(
            rule.kind,
            EventKind::Award | EventKind::Appointment | EventKind::Legal | EventKind::Election
        ) || GIVEN.contains(&rule.id);
        let behind = given || end > group.head + 1;
        // *was listed on the Shanghai Stock Exchange*
        let named = || {
            let phrase = end > group.head + 1 && d.has(end - 1, class::PREP);
            let subject = rule.subject == 0 || subject & rule.subject != 0;
            phrase && subject && kinds(&scene.heads(end, clause_end)) & rule.object != 0
        };
        // *it was built in 2020*
        let it = || {
            let made = match rule.kind {
                EventKind::Construction | EventKind::Founding | EventKind::Production => true,
                // who is held or hosted is another matter
                EventKind::Meeting => group.outer > s.start && scene.str(group.outer - 1).eq_ignore_ascii_case("it"),
                _ => false,
            };
            made && subject & t::PRONOUN != 0 && rule.with == 0 && rule.object & MADE != 0
        };
        // *was declared president*, but not *the president was declared guilty*
        let post = rule.id == const { t::rule("event.election.declared") };
        if post && (after & rule.object == 0 || d.has(end, class::PREP)) {
            return false;
        }
        subject & rule.object != 0 || behind && (after & rule.object != 0 || named()) || it()
    }
}
