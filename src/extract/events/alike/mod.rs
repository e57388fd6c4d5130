//! Objects that look like those of a row but are other things: claims of workers, talks, ratings of one's own, wins in court.

mod business;
mod people;
mod public;

use crate::lexicon::class;
use crate::record::EventKind;
use crate::resolve::names::Kind;
use crate::text::{Sentence, flag};

use super::clause::Scene;
use super::fit::Object;
use super::trigger::{head_groups, kinds};
use super::verbs::{Tense, VerbGroup};
use super::{VerbRule, tables as t};

/// The words of the row stand behind the verb, but tell of something else.
pub(super) fn is_another_thing(
    scene: &Scene<'_, '_>,
    s: &Sentence,
    rule: &VerbRule,
    group: &VerbGroup,
    object: &Object,
    subject_bits: t::Groups,
) -> bool {
    use EventKind as E;
    let look = Look {
        scene,
        s,
        rule,
        group,
        object,
        subject_bits,
    };
    match rule.kind {
        E::Founding => look.is_no_founding(),
        E::Construction if rule.id == t::rule("event.construction.set_up") && look.is_no_founding() => true,
        E::Acquisition | E::Investment | E::Listing | E::Market | E::Result => look.is_other_business(),
        E::Construction | E::Launch | E::Research => look.is_other_work(),
        E::Appointment | E::Award | E::Labour => look.is_other_post(),
        E::Meeting | E::Statement | E::Visit => look.is_other_talk(),
        E::Legal | E::Policy | E::Restriction => look.is_other_law(),
        E::Conflict | E::Disaster | E::Sport => look.is_other_clash(),
        _ => false,
    }
}

/// A row that fits a verb by the groups of its words.
struct Look<'t, 'd, 'a> {
    scene: &'t Scene<'d, 'a>,
    s: &'t Sentence,
    rule: &'t VerbRule,
    group: &'t VerbGroup,
    object: &'t Object,
    subject_bits: t::Groups,
}

impl Look<'_, '_, '_> {
    /// The first word of the object.
    fn first(&self) -> &str {
        self.scene.str(self.object.start)
    }

    /// The word behind the object.
    fn next(&self) -> &str {
        self.scene.str(self.object.stop)
    }

    fn verb(&self) -> &str {
        self.scene.document.str(self.group.head)
    }

    /// The word in front of the verb.
    fn noun(&self) -> &str {
        self.scene.str(self.group.outer.saturating_sub(1))
    }

    /// The object opens with a preposition: *fired at workers*.
    fn is_aimed(&self) -> bool {
        self.scene.document.has(self.object.start, class::PREP)
    }

    /// What is done each year or by people in general, outside headlines.
    fn is_usual(&self) -> bool {
        self.is_present() && !self.group.progressive
    }

    fn is_present(&self) -> bool {
        self.group.tense == Tense::Present && !self.scene.document.is(self.group.head, flag::HEADLINE)
    }

    fn names(&self, groups: t::Groups) -> bool {
        self.object.bits & groups != 0
    }

    /// *starts to reshape the company*, *the team was born of need*, *announced the team for the cup*, *set up the stage for the
    /// fair*
    fn is_no_founding(&self) -> bool {
        let object = self.object;
        let team = object.stop > object.start && matches!(self.scene.str(object.stop - 1), "team" | "stage");
        // *the fourth that Lima has created with a university*: what was created stands in front
        let in_front = self.rule.id == t::rule("event.founding.create") && self.is_aimed();
        matches!(self.first(), "to" | "of" | "out") || team || in_front
    }

    /// *dismissed the workers’ claims*: who owns the thing is not the thing.
    fn is_owner(&self) -> bool {
        let (scene, object) = (self.scene, self.object);
        let d = scene.document;
        let mark = |at: &u32| d.is(*at, flag::GLUED) && matches!(d.str(*at), "'s" | "’s" | "'" | "’");
        let owner = (object.start..object.stop).rev().find(mark).map(|at| at + 1);
        owner.is_some_and(|thing| {
            let own = head_groups(scene, thing, object.stop).0 | kinds(&scene.heads(thing, object.stop));
            thing < object.stop && own & self.rule.object == 0
        })
    }
}

/// *Two workers died in an explosion*, but not *Li Ming died in a crash*, the death of one, nor *were killed by fire from a
/// tank*.
pub(super) fn is_accident(scene: &Scene<'_, '_>, s: &Sentence, group: &VerbGroup, object: &Object) -> bool {
    const DISASTER: t::Groups = t::group("disaster");
    const ATTACK: t::Groups = t::group("attack") | t::group("clash") | t::group("crime");
    let d = scene.document;
    let end = object.clause_end;
    let named = |from, to| scene.hits_in(from, to).any(|hit| hit.kind == Kind::Person);
    let cause = (object.start..end).find(|at| {
        let groups = scene.noun_groups(*at, at + 1);
        groups & DISASTER != 0 && groups & ATTACK == 0
    });
    let Some(noun) = cause else { return false };
    let led = (object.start..noun).find(|at| d.has(*at, class::PREP));
    let within = led.is_some_and(|at| matches!(d.str(at), "in" | "during" | "from" | "as"));
    let one = group.outer > s.start && matches!(d.str(group.outer - 1), "he" | "she" | "He" | "She");
    within
        && !one
        && !scene.has_verb(object.start, noun)
        && !named(scene.subject_start(s, group.outer), group.outer)
        && !named(object.start, object.stop)
}
