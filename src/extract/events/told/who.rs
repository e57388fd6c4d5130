//! Who takes part: subject, object, *by*-agent, the party behind *with*, examples.

use crate::lexicon::format::form;
use crate::lexicon::{class, list};
use crate::record::{EventKind, ParticipantRole};
use crate::resolve::names::Kind;
use crate::text::{Sentence, flag};

use super::super::arguments::sentence_tail;
use super::super::behalf;
use super::super::clause::{Hit, Scene};
use super::super::definite::{actor, anaphor};
use super::super::focus::Focus;
use super::super::listed::listed;
use super::super::rows;
use super::super::tables as t;
use super::super::trigger::{behind_date, head_groups};
use super::super::verbs;
use super::super::what::behind_noun;
use super::{Told, members};

/// Who takes part, each once, in the role told first.
#[derive(Default)]
struct Parties(Vec<(usize, ParticipantRole)>);

impl Parties {
    fn add(&mut self, entity: usize, role: Option<ParticipantRole>) {
        if let Some(role) = role
            && !self.0.iter().any(|(e, _)| *e == entity)
        {
            self.0.push((entity, role));
        }
    }

    fn add_all(&mut self, entities: impl IntoIterator<Item = usize>, role: Option<ParticipantRole>) {
        for entity in entities {
            self.add(entity, role);
        }
    }

    fn add_hits(&mut self, hits: impl IntoIterator<Item = Hit>, kind: Kind, role: Option<ParticipantRole>) {
        let of_kind = hits.into_iter().filter(|hit| hit.kind == kind);
        self.add_all(of_kind.map(|hit| hit.entity), role);
    }
}

fn entities(hits: Vec<Hit>) -> impl Iterator<Item = usize> {
    hits.into_iter().map(|hit| hit.entity)
}

impl Told {
    /// Who takes part, each with the role that the rule gives.
    pub(in crate::extract::events) fn who(
        &self,
        scene: &Scene<'_, '_>,
        s: &Sentence,
        focus: &Focus,
    ) -> Vec<(usize, ParticipantRole)> {
        let rule = self.rule;
        let mut who = Parties::default();
        let (subject_role, object_role) = if self.group.passive {
            // *Kelvar was listed on the exchange*: it did
            let own = rule.roles[0].filter(|_| rule.kind == EventKind::Listing);
            (rule.roles[1].or(own), rule.roles[0])
        } else {
            (rule.roles[0], rule.roles[1])
        };
        let subjects = self.subjects(scene, s, subject_role, focus);
        // *Researchers at Kelvar developed a chip*, *Workers at Kelvar walked out*
        let aside = || !self.hits.is_empty() && self.hits.iter().all(|hit| self.is_aside(scene, hit));
        let nobody = subjects.is_empty() || aside();
        if nobody && !self.group.passive && members::DONE.contains(&rule.kind) {
            let role = subject_role.filter(|_| rule.kind != EventKind::Labour);
            let members = members::members(scene, self.named);
            who.add_all(members, role.or(Some(ParticipantRole::Participant)));
        }
        who.add_all(subjects, subject_role);
        if self.group.passive {
            self.by_whom(scene, focus, &mut who);
        } else {
            self.objects(scene, s, object_role, focus, &mut who);
            self.examples(scene, s, (subject_role, object_role), &mut who);
        }
        self.beside(scene, s, (subject_role, object_role), focus, &mut who);
        who.0
    }

    /// *Researchers at Kelvar, together with toolmaker Lumeno, have developed*: beside the subject.
    fn is_aside(&self, scene: &Scene<'_, '_>, hit: &Hit) -> bool {
        /// Tokens of what the body is.
        const NEAR: u32 = 5;
        let d = scene.document;
        let mut front = (hit.start.saturating_sub(NEAR).max(self.named.0 + 1)..hit.start).rev();
        front.any(|at| d.str(at) == "with" && matches!(d.str(at - 1), "together" | "along" | "jointly"))
    }

    /// Who is meant by the subject.
    fn subjects(
        &self,
        scene: &Scene<'_, '_>,
        s: &Sentence,
        role: Option<ParticipantRole>,
        focus: &Focus,
    ) -> Vec<usize> {
        let d = scene.document;
        let kind = self.rule.kind;
        // *The move helps the city, said a veteran*: nobody of whom the clause in front tells
        let somebody = || {
            let behind = kind == EventKind::Statement && matches!(scene.str(self.end), "a" | "an" | "one");
            behind && self.group.outer > s.start && matches!(d.str(self.group.outer - 1), "," | "”" | "\"")
        };
        let mut subjects = if !self.hits.is_empty() {
            let beside = behalf::beside(scene, self.named, &self.hits, focus);
            self.hits.iter().map(|h| h.entity).chain(beside).collect()
        } else if somebody() || self.is_site(scene, focus) {
            Vec::new()
        } else if kind == EventKind::Result {
            anaphor(scene, self.named, focus)
        } else {
            let named = self.told_by_relative(scene, s).unwrap_or(self.named);
            self.not_in_own_clause(scene, actor(scene, named, focus), focus)
        };
        if subjects.is_empty() && !self.group.passive {
            subjects.extend(behalf::authorities(scene, self.named));
        }
        // *Her team has developed a transistor*: whose it is
        if subjects.is_empty() && !self.group.passive && members::DONE.contains(&kind) {
            subjects.extend(self.own_team(scene));
        }
        // *officials at Kelvar said*, *Li Ming and representatives of Kelvar attended*
        let speaks = kind == EventKind::Statement && subjects.is_empty();
        if speaks || matches!(kind, EventKind::Meeting | EventKind::Agreement) && role.is_some() {
            subjects.extend(behalf::voices(scene, self.named, focus));
        }
        let travels = kind == EventKind::Visit && role == Some(ParticipantRole::Agent);
        travels.then(|| self.delegation(scene, s)).flatten().unwrap_or(subjects)
    }

    /// *It is a coup for the coalition, which has agreed*: what *which* tells of, and nothing in front of it.
    fn told_by_relative(&self, scene: &Scene<'_, '_>, s: &Sentence) -> Option<(u32, u32)> {
        let d = scene.document;
        let relative = self.group.outer.checked_sub(1).filter(|at| *at > self.named.0 + 1)?;
        if !matches!(d.str(relative), "which" | "who") || self.named.1 != self.group.outer {
            return None;
        }
        let end = relative - u32::from(d.str(relative - 1) == ",");
        let start = behind_noun(scene, s, (self.named.0, end));
        // *It is good for the company, which*: the noun phrase itself
        let the = (start..end).rev().find(|at| d.has(*at, class::DET));
        let the = the.filter(|at| *at > start && d.str(at - 1) != "of");
        let start = the.unwrap_or(start);
        (start < end).then_some((start, end))
    }

    /// *The plant will be built with Kelvar. It will be set up in Lima*: the plant, and not Kelvar.
    fn is_site(&self, scene: &Scene<'_, '_>, focus: &Focus) -> bool {
        let (start, end) = self.named;
        let it = start < end && scene.str(start).eq_ignore_ascii_case("it");
        let made = matches!(
            self.rule.kind,
            EventKind::Founding | EventKind::Construction | EventKind::Launch
        );
        self.group.passive && made && it && focus.is_thing()
    }

    /// *Amy Kuo was honoured. Her team has developed a chip*: the person named last.
    fn own_team(&self, scene: &Scene<'_, '_>) -> Option<usize> {
        /// Tokens from the name to the team.
        const NEAR: u32 = 40;
        let d = scene.document;
        let (first, end) = self.named;
        let own = first < end && matches!(d.str(first), "his" | "her" | "His" | "Her");
        if !own || !d.is_on(end - 1, list::OWN_TEAM) {
            return None;
        }
        let people = scene.hits_in(first.saturating_sub(NEAR), first);
        people
            .filter(|hit| hit.kind == Kind::Person)
            .last()
            .map(|hit| hit.entity)
    }

    /// *The company raised its stake in Kelvar*: not Kelvar, but the one that the article is about.
    fn not_in_own_clause(&self, scene: &Scene<'_, '_>, mut meant: Vec<usize>, focus: &Focus) -> Vec<usize> {
        let bought = matches!(
            self.rule.kind,
            EventKind::Acquisition | EventKind::Agreement | EventKind::Investment
        );
        if !bought || meant.is_empty() || self.group.passive {
            return meant;
        }
        let named = scene.entities_in(self.end, self.clause_end);
        let other = |h: &&Hit| h.kind != Kind::Person && !matches!(scene.str(h.end), "'s" | "’s");
        let before = meant.len();
        meant.retain(|e| !named.iter().filter(other).any(|h| h.entity == *e));
        if meant.len() < before {
            let about = focus.about().filter(|e| named.iter().all(|h| h.entity != *e));
            meant.extend(about);
        }
        meant
    }

    /// *A delegation, led by Li Ming, mayor of Lima, and Amy Kuo, visited*: those who lead it, and the bodies that sent it.
    fn delegation(&self, scene: &Scene<'_, '_>, s: &Sentence) -> Option<Vec<usize>> {
        let d = scene.document;
        let led = |at: &u32| d.str(*at) == "by" && matches!(d.str(at - 1), "led" | "headed" | "Led" | "Headed");
        // *Led by Li Ming, the delegation visited*, *A delegation headed by Li Ming, mayor of Lima visited*
        let behind_comma = self.subject.0 > s.start && d.str(self.subject.0 - 1) == ",";
        let from = if behind_comma { s.start } else { self.subject.0 };
        let by = (from + 1..self.group.outer).find(led)?;
        let leaders = listed(scene, by + 1, self.group.outer).into_iter();
        let leaders: Vec<usize> = leaders.filter(|h| h.kind == Kind::Person).map(|h| h.entity).collect();
        if leaders.is_empty() {
            return None;
        }
        let mut all = delegating(scene, self.subject.0, by);
        all.extend(leaders);
        Some(all)
    }

    /// Of a passive, who does it and who is given it.
    fn by_whom(&self, scene: &Scene<'_, '_>, focus: &Focus, who: &mut Parties) {
        /// Tokens of *by the provincial government*.
        const BY: u32 = 5;
        let d = scene.document;
        let (end, clause_end, rule) = (self.end, self.clause_end, self.rule);
        // *The prize was awarded to A, B and C*
        let given = rule.kind == EventKind::Award || rule.id == const { t::rule("event.agreement.awarded") };
        if given && matches!(scene.str(end), "to" | "on" | "upon") {
            who.add_all(
                entities(listed(scene, end + 1, clause_end)),
                Some(ParticipantRole::Patient),
            );
        }
        // *The hall was handed over on Monday to Kelvar*
        const HANDED: [&str; 2] = [t::rule("event.construction.handed"), t::rule("event.production.handed")];
        let to = HANDED.contains(&rule.id).then(|| behind_date(scene, end));
        if let Some(to) = to.filter(|to| d.str(*to) == "to") {
            who.add_all(
                entities(listed(scene, to + 1, clause_end)),
                Some(ParticipantRole::Participant),
            );
        }
        // *by X and Y* may stand anywhere in the clause, but *in a deal financed by X* is of that participle
        let other = |at: u32| at > end && d.info(at).form & form::PARTICIPLE != 0 && d.info(at).form & form::BASE == 0;
        let by = (end..clause_end).find(|x| d.str(*x) == "by" && !other(*x - 1));
        if let Some(by) = by {
            let named = listed(scene, by + 1, clause_end);
            // *was revoked by the Dutch government*, *was approved by the provincial government*
            let state = || scene.state(by + 1, (by + BY).min(clause_end));
            if let Some(state) = named.is_empty().then(state).flatten() {
                who.add_all([state.entity], rule.roles[0]);
            } else if named.is_empty() && d.str(by + 1) == "the" {
                who.add_all(
                    anaphor(scene, (by + 1, (by + BY).min(clause_end)), focus),
                    rule.roles[0],
                );
            }
            who.add_all(entities(named), rule.roles[0]);
        }
    }

    /// Of an active verb, to whom it is done.
    fn objects(
        &self,
        scene: &Scene<'_, '_>,
        s: &Sentence,
        role: Option<ParticipantRole>,
        focus: &Focus,
        who: &mut Parties,
    ) {
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
        let meets = self.rule.kind == EventKind::Meeting;
        let object = scene.heads(start, stop);
        who.add_all(object.iter().map(|hit| hit.entity), role);
        if object.is_empty() && role.is_some() {
            who.add_all(behalf::object(scene, (start, clause_end), focus), role);
            // *met officials of the Ministry of Commerce*
            if meets {
                who.add_all(behalf::voices(scene, (start, clause_end), focus), role);
            }
        }
        // *met the president and chief executive of the chip union, Li Ming*
        if object.is_empty() && (meets || self.rule.kind == EventKind::Visit) {
            who.add_all(named_behind_post(scene, start, clause_end), role);
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
    fn examples(
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
    fn beside(
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
        let comes = rule.id == const { t::rule("event.meeting.attend") } && !self.group.passive;
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
            let with = |at: &u32| over(*at) || matches!(d.str(*at), "with" | "between" | "against");
            // *met Amy Kuo to discuss plans between Lima and Cusco*: no guests
            let aim = |at: u32| {
                let to =
                    |x: u32| d.str(x) == "to" && d.info(x + 1).form & form::BASE != 0 && !d.is(x + 1, flag::CAPITAL);
                rule.kind == EventKind::Meeting && d.str(at) == "between" && (end..at).any(to)
            };
            if let Some(with) = (end..tail).find(with).filter(|at| !aim(*at)) {
                // *registered a case against the company and detained its manager*
                let mut named = listed(scene, with + 1, tail);
                let legal = rule.kind == EventKind::Legal;
                // *filed a suit against Kelvar*
                let sued = legal && d.str(with) == "against";
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
                if legal && named.is_empty() {
                    who.add_all(behalf::object(scene, (with + 1, tail), focus), role);
                }
                who.add_all(entities(named), role);
            }
        }
    }

    /// The first noun phrase behind the verb.
    fn object(&self, scene: &Scene<'_, '_>) -> (u32, u32) {
        let start = behind_date(scene, self.end).min(self.clause_end);
        // *declared Lumeno bankrupt*
        let end = rows::apart_at(scene, self.group.head, self.rule).unwrap_or(self.clause_end);
        (start, head_groups(scene, start, end.max(start)).1)
    }
}

/// *A delegation from Kelvar led by Li Ming*, *a Kelvar delegation headed by Amy Kuo*: the bodies that sent it.
fn delegating(scene: &Scene<'_, '_>, start: u32, by: u32) -> Vec<usize> {
    let d = scene.document;
    let noun =
        (start..by).find(|at| scene.noun_groups(*at, at + 1) & const { t::group("guests") | t::group("crowd") } != 0);
    let Some(noun) = noun else { return Vec::new() };
    let sent = |h: &Hit| {
        let from = h.start > noun && (noun + 1..h.start).any(|at| matches!(d.str(at), "from" | "of"));
        h.kind == Kind::Organisation && (from || h.end == noun)
    };
    scene.hits_in(start, by).filter(sent).map(|h| h.entity).collect()
}

/// *the president and chief executive of the chip union, Li Ming*: the person whose post is told in front of the comma.
fn named_behind_post(scene: &Scene<'_, '_>, start: u32, end: u32) -> Option<usize> {
    /// Tokens of the post.
    const LONGEST: u32 = 20;
    let d = scene.document;
    let comma = (start..end.min(start + LONGEST)).find(|at| d.str(*at) == "," && !scene.inside_name(*at))?;
    let post = (start..comma).any(|at| d.has(at, class::TITLE)) && !scene.has_verb(start, comma);
    let behind = scene.entities_in(comma + 1, end).into_iter().next();
    let person = behind.filter(|h| h.kind == Kind::Person && h.start <= comma + 2);
    person.filter(|_| post).map(|h| h.entity)
}
