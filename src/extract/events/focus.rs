//! Whom pronouns and definite descriptions mean: what the last sentences were about.

use crate::record::{EventKind, ParticipantRole};
use crate::resolve::names::Kind;
use crate::text::Sentence;

use super::clause::Scene;
use super::find::Found;

/// What the last sentences were about, for pronouns and definite descriptions.
#[derive(Debug, Default, Clone, Copy)]
pub struct Focus {
    pub person: Option<usize>,
    pub organisation: Option<usize>,
    pub place: Option<usize>,
    /// The place that last did something: *it* may be this one.
    pub acting: Option<usize>,
    /// The body that last did something.
    actor: Option<usize>,
    /// The body that last did more than speak, and the paragraph that told it.
    reported: Option<(usize, u32)>,
    /// The body that the article is about, if it is about one.
    subject: Option<usize>,
    /// No other body is named more than half as often as `subject`.
    alone: bool,
}

impl Focus {
    /// Before the first sentence: the body that is named most often, if one is.
    pub fn new(scene: &Scene<'_, '_>) -> Self {
        const OFTEN: usize = 3;
        let bodies = || {
            scene
                .entities
                .list
                .iter()
                .enumerate()
                .filter(|(_, e)| e.kind == Kind::Organisation)
        };
        // the first of those named as often
        let most = bodies().rev().max_by_key(|(_, e)| e.mentions.len());
        let Some((subject, times)) = most
            .map(|(index, e)| (index, e.mentions.len()))
            .filter(|(_, n)| *n >= OFTEN)
        else {
            return Self::default();
        };
        Self {
            subject: Some(subject),
            alone: bodies().all(|(index, e)| index == subject || 2 * e.mentions.len() <= times),
            ..Self::default()
        }
    }

    /// Who *the company* is: the body told of last, but not one named in passing where the article is about another.
    pub fn company(&self, scene: &Scene<'_, '_>) -> Option<usize> {
        let mentions = |entity: usize| scene.entities.list[entity].mentions.len();
        let last = self.organisation?;
        let subject = self.subject.filter(|subject| mentions(*subject) >= 2 * mentions(last));
        Some(subject.unwrap_or(last))
    }

    /// Behind what someone says, *it* and *he* are those who said it: *Li Ming hoped so, and he has spent 3 billion*.
    /// `before` are the events of the sentence in front of the verb at `at`.
    pub(super) fn within(&self, scene: &Scene<'_, '_>, before: &[Found], at: u32) -> Self {
        let mut focus = *self;
        // *…, he said*: the one told of before
        if at > 1 && matches!(scene.str(at - 2), "," | "”" | "\"") {
            return focus;
        }
        let said = before
            .iter()
            .rev()
            .find(|f| f.item.kind == EventKind::Statement && f.item.trigger.1 <= at);
        for (speaker, role) in said.iter().flat_map(|f| &f.item.who) {
            if *role != ParticipantRole::Agent {
                continue;
            }
            match scene.entities.list[*speaker].kind {
                Kind::Person => focus.person = Some(*speaker),
                Kind::Organisation => focus.organisation = Some(*speaker),
                Kind::Place => focus.acting = Some(*speaker),
                Kind::Other => {}
            }
        }
        focus
    }

    /// Whose turnover and shares a paragraph means that names nobody: of the body that last did something in it, else of
    /// the one that the article is about.
    pub fn reported(&self, paragraph: u32) -> Option<usize> {
        let here = self.reported.filter(|(_, told)| *told == paragraph);
        here.map(|(body, _)| body).or(self.subject.filter(|_| self.alone))
    }
}

/// The person, body and place that a following pronoun means: subjects before others.
pub(super) fn update(scene: &Scene<'_, '_>, s: &Sentence, focus: &mut Focus, found: &[Found]) {
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
                        if event.item.kind != EventKind::Statement {
                            focus.reported = Some((*entity, s.paragraph));
                        }
                    }
                    Kind::Place => {
                        focus.place = Some(*entity);
                        focus.acting = Some(*entity);
                    }
                    Kind::Other => {}
                }
            }
        }
    }
}
