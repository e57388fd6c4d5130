//! Who took part in an event that a noun tells.

use crate::record::{EventKind, ParticipantRole};
use crate::resolve::names::Kind;
use crate::text::flag;

use super::super::EventItem;
use super::super::clause::Hit;
use super::super::find::Found;
use super::super::listed::listed;
use super::super::tables as t;
use super::super::verbs::{self, VerbGroup};
use super::{NEAR, Noun, Phrase};

impl Noun<'_, '_, '_> {
    /// The owner, the object and the agent behind *by*. `objects`: what stands behind the noun, whose clause ends at `clause_end`.
    pub(super) fn who(&self, phrase: &Phrase, objects: &[Hit], clause_end: u32) -> Vec<(usize, ParticipantRole)> {
        let Self { scene, rule, end, .. } = *self;
        let d = scene.document;
        let mut who: Vec<(usize, ParticipantRole)> = Vec::new();
        let mut add = |hit: &Hit, role: Option<ParticipantRole>| {
            if let Some(role) = role
                && !who.iter().any(|(e, _)| *e == hit.entity)
            {
                who.push((hit.entity, role));
            }
        };
        for hit in objects {
            add(hit, rule.roles[1]);
        }
        // *Aird's dismissal*: the owner is the one who is dismissed
        let of_persons = rule.object & t::PERSON != 0;
        if let Some(owner) = &phrase.owner {
            let role = if of_persons && owner.kind == Kind::Person && objects.is_empty() {
                rule.roles[1]
            } else {
                rule.roles[0]
            };
            if owner.kind != Kind::Place || rule.named {
                add(owner, role);
            }
        }
        if let Some(by) = (end..clause_end).find(|x| d.str(*x) == "by") {
            for hit in listed(scene, by + 1, clause_end) {
                add(&hit, rule.roles[0]);
            }
        }
        // *the release of Intel's new chip*
        for hit in scene.hits_in(end, clause_end).filter(|_| !rule.named) {
            if matches!(scene.str(hit.end), "'s" | "’s") && hit.kind != Kind::Place {
                add(&hit, rule.roles[0]);
            }
        }
        who
    }

    /// *Intel announced the start of operations at its plant*: whoever tells of it, where nobody else has done it. `carrier`: the
    /// predicate that says that it happened.
    pub(super) fn tellers(&self, carrier: Option<VerbGroup>, item: &mut EventItem) {
        let Self { scene, s, rule, at, .. } = *self;
        if item.who.iter().any(|(_, role)| *role == ParticipantRole::Agent) {
            return;
        }
        let Some(verb) = carrier.filter(|g| !g.passive && g.head < at) else {
            return;
        };
        // *The Lima Daily reported that Kelvar was speeding up the construction of a plant*: who is told of
        let that = (verb.head + 1..at).rev().find(|x| scene.str(*x) == "that");
        let own = that.and_then(|that| (that + 1..at).find_map(|x| verbs::group(scene.document, x, that + 1)));
        let (from, to) = match (that, own) {
            (Some(that), Some(own)) => (that + 1, own.outer),
            _ => (scene.subject_start(s, verb.outer), verb.outer),
        };
        let bodies = scene.heads(from, to).into_iter();
        let bodies = bodies.filter(|h| h.kind == Kind::Organisation);
        for (entity, role) in bodies.filter_map(|h| Some((h.entity, rule.roles[0]?))) {
            item.add(entity, role);
        }
    }

    /// *Kelvar announced the completion of its takeover of Lumeno*, *The market cheered Kelvar on its purchase of Lumeno*: that of the
    /// body that does what the sentence tells, else of the one body beside.
    pub(super) fn its_owner(&self, phrase: &Phrase, item: &mut EventItem) {
        let Self { scene, s, rule, .. } = *self;
        let d = scene.document;
        let its = phrase.start.checked_sub(1).filter(|at| *at >= s.start);
        let its = its.filter(|at| d.str(*at).eq_ignore_ascii_case("its"));
        let agent = item.who.iter().any(|(_, role)| *role == ParticipantRole::Agent);
        let (Some(its), Some(role)) = (its.filter(|_| rule.named && !agent), rule.roles[0]) else {
            return;
        };
        let verb = (s.start..its)
            .rev()
            .filter(|at| d.is(*at, flag::VERB) && !d.is(*at, flag::CAPITAL))
            .find_map(|at| verbs::group(d, at, s.start))
            .filter(|verb| !verb.passive);
        let subject = verb.map_or_else(Vec::new, |verb| {
            scene.heads(scene.subject_start(s, verb.outer), verb.outer)
        });
        let known = |e: &usize| item.who.iter().any(|(who, _)| who == e);
        let subject = match subject[..] {
            [only] if only.kind == Kind::Organisation && !known(&only.entity) => Some(only.entity),
            _ => None,
        };
        let owner = subject.or_else(|| {
            let bodies = scene.hits_in(s.start, s.end).filter(|h| h.kind == Kind::Organisation);
            let mut others: Vec<usize> = bodies.map(|h| h.entity).filter(|e| !known(e)).collect();
            others.dedup();
            match others[..] {
                [body] => Some(body),
                _ => None,
            }
        });
        if let Some(owner) = owner {
            item.who.insert(0, (owner, role));
        }
    }

    /// *During his visit to Wuxi, Luis Prado praised the work*, *Luis Prado met Amy Kuo during his visit to Wuxi*: who came is the
    /// subject of the sentence. `before`: events found so far.
    pub(super) fn traveller(&self, before: &[Found], item: &mut EventItem) {
        let Self { scene, s, at, .. } = *self;
        let d = scene.document;
        let led = at.saturating_sub(NEAR).max(s.start)..at;
        let during = led.into_iter().find(|x| {
            let word = d.str(*x);
            word.eq_ignore_ascii_case("during") || word.eq_ignore_ascii_case("on")
        });
        let Some(during) = during.filter(|_| item.who.iter().all(|(_, role)| *role != ParticipantRole::Agent)) else {
            return;
        };
        let person = |e: usize| scene.entities.list[e].kind == Kind::Person;
        let agents = if during == s.start {
            let comma = (at..s.end).find(|x| d.str(*x) == "," && !scene.inside_name(*x) && !scene.inside_date(*x));
            let Some(comma) = comma else { return };
            let verb = (comma + 1..s.end).find_map(|x| verbs::group(d, x, comma + 1));
            verb.map_or_else(Vec::new, |verb| scene.heads(comma + 1, verb.outer))
                .into_iter()
                .map(|h| h.entity)
                .filter(|e| person(*e))
                .collect()
        } else {
            // *his*, *her*: of whoever the clause is about
            let own = |x: u32| matches!(d.str(x), "his" | "her" | "their");
            let last = before.iter().rev().take_while(|f| f.item.sentence == self.index);
            let last = last.filter(|_| own(during + 1)).last();
            // *Amy Kuo welcomed Luis Prado during his visit*: his, not hers
            let guest = |f: &&Found| {
                let mut named = scene.hits_in(f.item.trigger.1, during);
                f.item.kind == EventKind::Meeting || !named.any(|h| h.kind == Kind::Person)
            };
            let last = last.filter(guest);
            let who = last.map_or(&[][..], |f| &f.item.who[..]).iter();
            let acts = who.filter(|(_, role)| *role == ParticipantRole::Agent);
            let people: Vec<usize> = acts.map(|(e, _)| *e).filter(|e| person(*e)).collect();
            people
        };
        for entity in agents {
            item.add(entity, ParticipantRole::Agent);
        }
    }
}
