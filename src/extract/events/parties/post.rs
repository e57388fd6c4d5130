//! Whose post it is that somebody takes or leaves.

use super::super::clause::{Hit, Scene};
use super::super::focus::{Focus, is_company};
use super::super::trigger::head_groups;
use super::super::{EventItem, tables as t};
use super::Bodies;
use crate::lexicon::class;
use crate::record::ParticipantRole;
use crate::resolve::names::Kind;
use crate::text::flag;

/// Rules of people who leave a post.
const LEFT: [&str; 2] = [t::rule("event.appointment.leave"), t::rule("event.appointment.tender")];

impl Bodies<'_, '_, '_> {
    /// *will join Lumeno*, *leaves broadcaster Lumeno*, *was named president of Kelvar*
    pub(super) fn served(&self, item: &mut EventItem, focus: &Focus) {
        let scene = self.scene;
        let d = scene.document;
        let body = |e: usize| scene.entities.list[e].kind == Kind::Organisation;
        // *Kelvar's chief executive resigned*: nobody is named
        if item.who.is_empty() && LEFT.contains(&item.rule) {
            let sentence = &d.sentences()[item.sentence];
            let subject = scene.hits_in(scene.subject_start(sentence, item.trigger.0), item.trigger.0);
            let owner = subject.filter(|hit| hit.kind == Kind::Organisation).last();
            item.who
                .extend(owner.map(|hit| (hit.entity, ParticipantRole::Participant)));
            return;
        }
        if item.who.iter().any(|(e, _)| body(*e)) || item.who.is_empty() {
            return;
        }
        // *resigned from Lumeno*
        let left = LEFT.contains(&item.rule);
        // but not *resigned after criticism from Lumeno*
        let from = |h: &&Hit| left && self.is_behind(h, &["from"]) && h.start <= self.clause.0 + 2;
        let post = || {
            self.list
                .iter()
                .find(|h| self.is_behind(h, &["of", "at", "for"]) || from(h))
                .copied()
        };
        let served = self
            .joined()
            .or_else(|| self.joined_board())
            .or_else(|| employer(scene, item))
            .or_else(post)
            .map(|h| h.entity)
            .or_else(|| self.named_last(item, focus));
        item.who.extend(served.map(|e| (e, ParticipantRole::Participant)));
    }

    /// *will join Lumeno*, *leaves broadcaster Lumeno*
    fn joined(&self) -> Option<Hit> {
        let (scene, clause) = (self.scene, self.clause);
        let stop = head_groups(scene, clause.0, clause.1).1;
        let whole = |h: &Hit| (clause.0..h.start).all(|at| scene.document.str(at) != ",");
        let mut heads = scene.heads(clause.0, stop).into_iter();
        heads.find(|h| scene.entities.list[h.entity].kind == Kind::Organisation && whole(h))
    }

    /// *will join Lumeno's board*: the body whose it is.
    fn joined_board(&self) -> Option<Hit> {
        let first = self.list.first().filter(|hit| self.owns(hit))?;
        let the = u32::from(self.scene.document.has(self.clause.0, class::DET));
        (first.start <= self.clause.0 + the).then_some(*first)
    }

    /// The company that the text is about, where the post can be one of its.
    fn named_last(&self, item: &EventItem, focus: &Focus) -> Option<usize> {
        let (scene, clause) = (self.scene, self.clause);
        let d = scene.document;
        // *took office*, *Prime Minister Luis Prado resigned*: no company's post
        let public =
            || item.rule == const { t::rule("event.appointment.office") } || serves_public(scene, clause, item);
        // *was elected president of the alliance*: of none of the companies named
        let other = || {
            (clause.0..clause.1.saturating_sub(2)).any(|at| {
                let led = matches!(d.str(at), "of" | "for") && d.str(at + 1) == "the";
                led && d.value(at + 2, at + 3, class::DEFINITE) == Some("organisation named")
            })
        };
        // and of none that only another paragraph told of
        let here = |e: usize| told_in_paragraph(scene, e, item);
        let last = focus.organisation.filter(|e| is_company(scene, *e))?;
        (!public() && !other() && here(last)).then_some(last)
    }
}

/// The paragraph names the body in front of the event.
fn told_in_paragraph(scene: &Scene<'_, '_>, entity: usize, item: &EventItem) -> bool {
    let sentences = scene.document.sentences();
    let own = sentences[item.sentence].paragraph;
    let first = sentences.partition_point(|s| s.paragraph < own);
    let mentions = &scene.entities.list[entity].mentions;
    let next = mentions.partition_point(|m| m.start < sentences[first].start);
    mentions.get(next).is_some_and(|m| m.start < item.trigger.0)
}

/// *Lumeno chief executive Amy Kuo resigned*: the body in front of the title of the one who leaves.
fn employer(scene: &Scene<'_, '_>, item: &EventItem) -> Option<Hit> {
    /// Tokens of the title.
    const LONGEST: u32 = 6;
    if !LEFT.contains(&item.rule) {
        return None;
    }
    let d = scene.document;
    let sentence = &d.sentences()[item.sentence];
    let hits = scene.entities_in(sentence.start, sentence.end);
    let pairs = hits.windows(2).find(|pair| {
        let (body, person) = (&pair[0], &pair[1]);
        let titled = || (body.end..person.start).any(|at| d.has(at, class::TITLE));
        let plain = || {
            (body.end..person.start).all(|at| {
                d.is(at, flag::WORD) && !d.has(at, class::PREP) && !d.has(at, class::SUBORD) && d.str(at) != "that"
            })
        };
        body.kind == Kind::Organisation
            && item.who.iter().any(|(e, _)| *e == person.entity)
            && person.start - body.end.min(person.start) <= LONGEST
            && titled()
            && plain()
    });
    pairs.map(|pair| pair[0])
}

/// A minister's, president's or judge's post: such a title stands in the clause or next to the first mention of the one
/// appointed.
fn serves_public(scene: &Scene<'_, '_>, clause: (u32, u32), item: &EventItem) -> bool {
    /// Tokens in front of a name that may be its title.
    const NEAR: u32 = 6;
    let d = scene.document;
    let title = |from: u32, to: u32| {
        (from..to).any(|at| {
            d.value(at, at + 1, class::TITLE)
                .is_some_and(|kind| matches!(kind, "minister" | "public"))
        })
    };
    let persons = item
        .who
        .iter()
        .map(|(e, _)| &scene.entities.list[*e])
        .filter(|e| e.kind == Kind::Person);
    let mut firsts = persons.filter_map(|e| e.mentions.first());
    title(clause.0, clause.1) || firsts.any(|m| title(m.start.saturating_sub(NEAR), m.start))
}
