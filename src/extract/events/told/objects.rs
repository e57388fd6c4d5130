//! Who is told behind the verb: object, the party behind *with*, examples, guests.

use super::super::arguments::sentence_tail;
use super::super::behalf;
use super::super::clause::Scene;
use super::super::focus::Focus;
use super::super::listed::listed;
use super::super::rows;
use super::super::tables as t;
use super::super::trigger::{behind_date, behind_occasion, head_groups, named_behind_post};
use super::super::verbs;
use super::Told;
use super::who::{Parties, entities};
use crate::lexicon::format::form;
use crate::lexicon::list;
use crate::record::{EventKind, FigureKind, ParticipantRole};
use crate::resolve::names::Kind;
use crate::text::{Sentence, flag};

impl Told {
    /// Of an active verb, to whom it is done.
    pub(super) fn objects(
        &self,
        scene: &Scene<'_, '_>,
        s: &Sentence,
        role: Option<ParticipantRole>,
        focus: &Focus,
        who: &mut Parties,
    ) {
        /// Tokens in front of the sentence in which somebody else may be told of.
        const BEFORE: u32 = 30;
        let d = scene.document;
        let (start, stop) = self.object(scene);
        let clause_end = self.clause_end;
        // *presented the medal to Li Ming*
        let award = self.rule.kind == EventKind::Award && matches!(scene.str(stop), "to" | "on" | "upon");
        if award {
            let given = listed(scene, stop + 1, clause_end).into_iter();
            let given = given.filter(|hit| hit.kind != Kind::Place);
            who.add_all(given.map(|hit| hit.entity), Some(ParticipantRole::Patient));
        }
        // *awarded the contract for the plant to Kelvar*
        let given = self.rule.id == const { t::rule("event.agreement.awarded") };
        let to = |at: &u32| d.str(*at) == "to" && scene.names.candidates.starting(at + 1).is_some();
        if let Some(to) = (stop..clause_end).rev().find(|at| given && to(at)) {
            // *a contract for a road to Lima*
            let given = listed(scene, to + 1, clause_end);
            who.add_hits(given, Kind::Organisation, Some(ParticipantRole::Patient));
        }
        // *handed over the plant to Kelvar on Monday*
        let handed = self.rule.id == const { t::rule("event.construction.handed") };
        if let Some(to) = (stop..clause_end).find(|at| handed && to(at)) {
            let given = listed(scene, to + 1, clause_end);
            who.add_hits(given, Kind::Organisation, Some(ParticipantRole::Participant));
        }
        let meets = self.rule.kind == EventKind::Meeting;
        let object = scene.heads(start, stop);
        who.add_all(object.iter().map(|hit| hit.entity), role);
        // *detained the skipper, identified as Luis Prado*, *charged him with fraud*
        if object.is_empty() && role == Some(ParticipantRole::Patient) {
            who.add_all(identified(scene, (self.end, s.end)), role);
            let him = start + 1 < s.end && matches!(scene.str(start), "him" | "her");
            let him = him && !crate::extract::names::shape::is_noun(d, start + 1);
            // *arrested the woman and charged her*
            let other = || (s.start.saturating_sub(BEFORE)..self.group.outer).any(|at| d.is_on(at, list::SOMEBODY));
            who.add_all(focus.person.filter(|_| him && !other()), role);
        }
        if object.is_empty() && role.is_some() {
            who.add_all(behalf::object(scene, (start, clause_end), focus), role);
            // *met officials of the Ministry of Commerce*
            if meets {
                who.add_all(behalf::voices(scene, (start, clause_end), focus), role);
            }
        }
        // *met the president and chief executive of the chip union, Li Ming*
        let person = matches!(
            self.rule.kind,
            EventKind::Meeting | EventKind::Visit | EventKind::Legal | EventKind::Appointment
        );
        if object.is_empty() && person {
            // *hired a consultant to make his film, Li Ming said*
            let plain = || scene.str(stop) == "of" && (start..stop).all(|at| d.str(at) != "to");
            let near = meets || self.rule.kind == EventKind::Visit || plain();
            let person = near.then(|| named_behind_post(scene, start, clause_end)).flatten();
            who.add_all(person, role);
        }
        // *visited the Optics Centre at Lima University and Kelvar*
        let visited = object.last().filter(|_| self.rule.kind == EventKind::Visit);
        if let Some(hit) = visited.filter(|hit| hit.end == stop && matches!(scene.str(stop), "at" | "of")) {
            who.add_hits(listed(scene, hit.start, clause_end), Kind::Organisation, role);
        }
        if !meets {
            return;
        }
        // *met Li Ming, chairman of Kelvar, and Amy Kuo, head of Lumeno*
        let met = object
            .last()
            .filter(|hit| hit.kind == Kind::Person && scene.str(stop) == "of");
        if let Some(hit) = met {
            who.add_hits(listed(scene, hit.start, clause_end), Kind::Person, role);
        }
        // *met a delegation led by Li Ming, mayor of Lima, and Amy Kuo*
        let led = |x: &u32| d.str(*x) == "by" && *x > self.end && matches!(d.str(x - 1), "led" | "headed");
        if let Some(by) = (self.end..clause_end).find(led) {
            let first = scene.entities_in(by + 1, s.end).into_iter().take(1);
            who.add_hits(first.chain(listed(scene, by + 1, s.end)), Kind::Person, role);
        }
    }

    /// *clusters such as A, B and C*, *More than 200 people attended the forum, including Li Ming and Amy Kuo*.
    pub(super) fn examples(
        &self,
        scene: &Scene<'_, '_>,
        s: &Sentence,
        (subject_role, object_role): (Option<ParticipantRole>, Option<ParticipantRole>),
        who: &mut Parties,
    ) {
        let d = scene.document;
        let came = self.rule.id == const { t::rule("event.meeting.attend") } && self.hits.is_empty();
        let with_role = self.rule.roles[2];
        let raises = self.rule.kind == EventKind::Investment;
        if object_role.is_none() && with_role.is_none() && !came && !raises {
            return;
        }
        // *visited the zone and held talks with firms, including Kelvar*: whom they talked to
        let next = |at: u32| {
            let verb = !d.is(at, flag::CAPITAL) && d.info(at).form & form::PAST != 0;
            verb && verbs::group(d, at, s.start).is_some_and(|group| !group.passive)
        };
        // *replaced Li Ming after investors, including Kelvar, left*: of another clause
        let other = |at: &u32| {
            matches!(d.str(*at), "after" | "because" | "when" | "while" | ";") || d.str(*at) == "and" && next(at + 1)
        };
        // *foundries like A and B*
        const BODIES: t::Groups = t::group("company") | t::group("fab");
        let like = |x: u32| d.str(x) == "like" && x > self.end && scene.noun_groups(x - 1, x) & BODIES != 0;
        let opens = |x: &u32| {
            matches!(d.str(*x), "including" | "namely")
                || d.str(*x) == "as" && *x > self.end && d.str(x - 1) == "such"
                || like(*x)
        };
        let mut behind = (self.end..self.clause_end.max(s.end)).take_while(|x| !other(x));
        let Some(at) = behind.find(opens) else { return };
        let named = listed(scene, at + 1, s.end);
        // *held talks with local firms, including Kelvar*
        let with = (self.end..at).rev().find(|x| d.str(*x) == "with");
        let beside = with.is_some_and(|with| (with + 1..at).all(|x| d.info(x).form & form::GERUND == 0));
        // *raised 3 billion yuan, with investors including Kelvar and Lumeno*
        let backers = raises && d.is_on(at.saturating_sub(1), list::BACKERS);
        let role = match (backers, beside) {
            (true, _) => Some(ParticipantRole::Participant),
            (_, true) => with_role,
            _ => object_role,
        };
        if role.is_some() {
            who.add_all(named.iter().map(|hit| hit.entity), role);
        }
        if came && d.str(at) == "including" {
            let guests = named.iter().filter(|hit| hit.kind != Kind::Place);
            who.add_all(guests.map(|hit| hit.entity), subject_role);
        }
    }

    /// Those who are told beside subject and object.
    pub(super) fn beside(
        &self,
        scene: &Scene<'_, '_>,
        s: &Sentence,
        (subject_role, object_role): (Option<ParticipantRole>, Option<ParticipantRole>),
        focus: &Focus,
        who: &mut Parties,
    ) {
        let d = scene.document;
        let (rule, end, clause_end) = (self.rule, self.end, self.clause_end);
        // *Li Ming made a speech, Mayor Amy Kuo presided, Luis Prado attended the event*: a translation's commas; all came
        // but *Li Ming met Amy Kuo, who attended the forum*: she did
        let who_did = self.group.outer > s.start && d.str(self.group.outer - 1) == "who";
        let comes = rule.id == const { t::rule("event.meeting.attend") } && !self.group.passive && !who_did;
        if comes
            && matches!(scene.str(end), "the" | "this")
            && !(s.start..self.group.outer).any(|at| verbs::says(d, at))
        {
            let guests = scene.entities_in(s.start, self.group.outer).into_iter();
            let guests = guests.filter(|hit| !matches!(scene.str(hit.end), "'s" | "’s"));
            who.add_hits(guests, Kind::Person, subject_role);
        }
        // *held a press conference, inviting A and B to attend*
        if rule.kind == EventKind::Meeting
            && let Some(at) = (end + 1..s.end).find(|x| d.str(*x) == "inviting" && d.str(x - 1) == ",")
        {
            let guests = listed(scene, at + 1, s.end).into_iter();
            who.add_hits(guests, Kind::Person, Some(ParticipantRole::Participant));
        }
        // *inspected the plant, accompanied by A and B*
        if matches!(rule.kind, EventKind::Visit | EventKind::Meeting)
            && let Some(by) = (end + 1..s.end).find(|x| d.str(*x) == "by" && d.str(x - 1) == "accompanied")
        {
            who.add_all(
                entities(listed(scene, by + 1, s.end)),
                Some(ParticipantRole::Participant),
            );
        }
        // *met with the delegation*: who leads it
        let delegation = |at: u32| d.str(at) == "the" && d.str(at + 1) == "delegation";
        if rule.kind == EventKind::Meeting
            && !self.group.passive
            && let Some(leader) = focus.leader
            && (end..clause_end).any(delegation)
        {
            who.add(leader, rule.roles[2].or(object_role));
        }
        // *came to Kelvar Corp. and inspected its workshop*: whose it is
        let its = rule.kind == EventKind::Visit && !self.group.passive && matches!(scene.str(end), "its" | "their");
        if its && scene.hits_in(end, clause_end).next().is_none() {
            let bodies = scene.entities_in(s.start, self.group.outer).into_iter();
            let last = bodies.rev().find(|hit| hit.kind == Kind::Organisation);
            who.add_hits(last, Kind::Organisation, object_role);
        }
        // *toured a plant run by Kelvar*: whose it is
        if rule.kind == EventKind::Visit {
            let run = |x: &u32| d.str(*x) == "by" && *x > end + 1 && d.is_on(x - 1, list::BACKED);
            let by = (end..clause_end).find(run);
            let bodies = by.map(|by| listed(scene, by + 1, clause_end)).unwrap_or_default();
            who.add_hits(bodies, Kind::Organisation, Some(ParticipantRole::Participant));
        }
        // *will give 120 million yuan to Lima University*
        if rule.kind == EventKind::Investment && !self.group.passive {
            let (start, stop) = self.object(scene);
            let money = scene
                .figures_in(start, stop)
                .any(|f| scene.figures[f].kind == FigureKind::Money);
            let to = Some(stop).filter(|to| money && scene.str(*to) == "to").map(|to| to + 1);
            let given = to
                .map(|to| listed(scene, to, clause_end))
                .unwrap_or_default()
                .into_iter();
            who.add_hits(given, Kind::Organisation, Some(ParticipantRole::Patient));
        }
        // *paid a visit to Lumeno*: who is visited
        let stop = self.object(scene).1;
        if rule.id == const { t::rule("event.visit.make") } && scene.str(stop) == "to" {
            let visited = listed(scene, stop + 1, clause_end);
            who.add_hits(visited, Kind::Organisation, Some(ParticipantRole::Participant));
        }
        if rule.roles[2].is_some() {
            let tail = sentence_tail(scene, s, end);
            // *a 2-0 win over Lumeno*
            let over = |at: u32| rule.kind == EventKind::Sport && d.str(at) == "over";
            // *opened an inquiry into Kelvar*
            const CASE: t::Groups = t::group("case");
            let into = |at: u32| {
                let legal = rule.kind == EventKind::Legal && d.str(at) == "into";
                legal && at > end && scene.noun_groups(at - 1, at) & CASE != 0
            };
            let with = |at: &u32| over(*at) || into(*at) || matches!(d.str(*at), "with" | "between" | "against");
            // *met Amy Kuo to discuss plans between Lima and Cusco*: no guests, nor who signed *to help trade between Lima and Cusco*
            let aim = |at: u32| {
                let to =
                    |x: u32| d.str(x) == "to" && d.info(x + 1).form & form::BASE != 0 && !d.is(x + 1, flag::CAPITAL);
                let named = !self.hits.is_empty();
                // *met Amy Kuo and exchanged views on trade between Lima and Cusco*: what they spoke of
                let topic = || (end..at).any(|x| matches!(d.str(x), "on" | "about"));
                match rule.kind {
                    EventKind::Meeting => d.str(at) == "between" && ((end..at).any(to) || named && topic()),
                    EventKind::Agreement => d.str(at) == "between" && named && (end..at).any(to),
                    _ => false,
                }
            };
            if let Some(with) = (end..tail).find(with).filter(|at| !aim(*at)) {
                // *registered a case against the company and detained its manager*
                let mut named = listed(scene, with + 1, tail);
                let legal = rule.kind == EventKind::Legal;
                // *filed a suit against Kelvar*
                let sued = legal && matches!(d.str(with), "against" | "into");
                let role = if sued {
                    Some(ParticipantRole::Patient)
                } else {
                    rule.roles[2]
                };
                named.retain(|hit| !legal || !scene.has_verb(with + 1, hit.start));
                // *signed an agreement with three cities, and a letter of intent with Kelvar*
                let joined = |at: u32| (with + 1..at).any(|x| d.str(x) == "and") && d.is(at - 1, flag::WORD);
                let again = (with + 1..tail).find(|at| d.str(*at) == "with" && joined(*at));
                if let Some(again) = again.filter(|_| named.is_empty() && rule.kind == EventKind::Agreement) {
                    named = listed(scene, again + 1, tail);
                }
                // *with three firms, namely A, B and C*
                let namely = (with + 1..s.end).find(|at| d.str(*at) == "namely");
                if let Some(at) = namely.filter(|_| named.is_empty()) {
                    named = listed(scene, at + 1, s.end);
                }
                // *held talks with executives of Kelvar*
                if rule.kind == EventKind::Meeting && named.is_empty() {
                    who.add_all(behalf::voices(scene, (with + 1, tail), focus), role);
                }
                if legal && named.is_empty() {
                    who.add_all(behalf::object(scene, (with + 1, tail), focus), role);
                }
                who.add_all(entities(named), role);
            }
        }
    }

    /// The first noun phrase behind the verb.
    fn object(&self, scene: &Scene<'_, '_>) -> (u32, u32) {
        let start = behind_occasion(scene, behind_date(scene, self.end)).min(self.clause_end);
        // *declared Lumeno bankrupt*
        let end = rows::apart_at(scene, self.group.head, self.rule).unwrap_or(self.clause_end);
        (start, head_groups(scene, start, end.max(start)).1)
    }
}

/// *the skipper, identified as Luis Prado*, *a man named by police as Luis Prado*: whom the words in front mean.
fn identified(scene: &Scene<'_, '_>, (start, end): (u32, u32)) -> Option<usize> {
    /// Tokens of *identified by the police as*, and of what stands between it and the verb.
    const NEAR: u32 = 6;
    const FAR: u32 = 10;
    let d = scene.document;
    let first = (start..end.min(start + FAR)).find(|at| matches!(d.str(*at), "identified" | "named"))?;
    let role = (first + 1..end.min(first + NEAR)).find(|at| d.str(*at) == "as")?;
    let named = scene.hits_in(role + 1, end).next()?;
    (named.kind == Kind::Person && named.start == role + 1).then_some(named.entity)
}
