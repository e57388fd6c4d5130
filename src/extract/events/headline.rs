//! What headlines leave out.

use crate::lexicon::format::form;
use crate::resolve::names::Kind;
use crate::text::{Sentence, flag};

use super::clause::{Hit, Scene};
use super::tables as t;
use super::verbs::VerbGroup;

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
