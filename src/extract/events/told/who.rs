//! Who takes part: subject, *by*-agent, who is meant by them.

use crate::lexicon::format::{form, pos};
use crate::lexicon::{class, list};
use crate::record::{EventKind, ParticipantRole};
use crate::resolve::names::Kind;
use crate::text::{Sentence, flag};

use super::super::behalf;
use super::super::clause::{Hit, Scene};
use super::super::definite::{actor, anaphor};
use super::super::focus::Focus;
use super::super::listed::listed;
use super::super::tables as t;
use super::super::trigger::behind_date;
use super::super::what::behind_noun;
use super::{Told, members};

/// Who takes part, each once, in the role told first.
#[derive(Default)]
pub(super) struct Parties(Vec<(usize, ParticipantRole)>);

impl Parties {
    pub(super) fn add(&mut self, entity: usize, role: Option<ParticipantRole>) {
        if let Some(role) = role
            && !self.0.iter().any(|(e, _)| *e == entity)
        {
            self.0.push((entity, role));
        }
    }

    pub(super) fn add_all(&mut self, entities: impl IntoIterator<Item = usize>, role: Option<ParticipantRole>) {
        for entity in entities {
            self.add(entity, role);
        }
    }

    pub(super) fn add_hits(&mut self, hits: impl IntoIterator<Item = Hit>, kind: Kind, role: Option<ParticipantRole>) {
        let of_kind = hits.into_iter().filter(|hit| hit.kind == kind);
        self.add_all(of_kind.map(|hit| hit.entity), role);
    }
}

pub(super) fn entities(hits: Vec<Hit>) -> impl Iterator<Item = usize> {
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
        // *Two executives with foreign passports at Kelvar have stepped down*: they did, the company did not
        let of_staff =
            !self.group.passive && rule.kind == EventKind::Appointment && rule.subject & t::ORGANISATION == 0;
        let (staff, subjects): (Vec<usize>, Vec<usize>) = subjects
            .into_iter()
            .partition(|e| of_staff && self.is_of_staff(scene, *e));
        who.add_all(subjects, subject_role);
        who.add_all(staff, Some(ParticipantRole::Participant));
        if self.group.passive {
            self.by_whom(scene, s, focus, &mut who);
            who.add_all(self.imposer(scene), rule.roles[0]);
        } else {
            self.objects(scene, s, object_role, focus, &mut who);
            self.examples(scene, s, (subject_role, object_role), &mut who);
        }
        self.beside(scene, s, (subject_role, object_role), focus, &mut who);
        who.0
    }

    /// The subject tells of people at the body.
    fn is_of_staff(&self, scene: &Scene<'_, '_>, entity: usize) -> bool {
        /// Tokens of what the body is.
        const NEAR: u32 = 6;
        let d = scene.document;
        let hit = self.hits.iter().find(|hit| hit.entity == entity);
        let body = hit.filter(|hit| hit.kind == Kind::Organisation && hit.start > self.named.0 + 1);
        body.is_some_and(|hit| {
            let from = hit.start.saturating_sub(NEAR).max(self.named.0 + 1);
            let front = (from..hit.start)
                .rev()
                .take_while(|at| !matches!(d.str(*at), "," | "and"));
            front.into_iter().any(|at| matches!(d.str(at), "at" | "from"))
        })
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
        let mut subjects = if self.is_court(scene) {
            Vec::new()
        } else if !self.hits.is_empty() {
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
        // *The bureau opened a probe. Its investigators searched offices*: whose people they are
        if subjects.is_empty() && !self.group.passive && members::DONE.contains(&kind) {
            let (first, end) = self.named;
            let its = end == first + 2 && scene.str(first).eq_ignore_ascii_case("its");
            let people = || scene.noun_groups(first + 1, end) & members::PEOPLE != 0;
            let body = focus
                .it()
                .filter(|e| scene.entities.list[*e].kind == Kind::Organisation);
            subjects.extend(body.filter(|_| its && people()));
        }
        if subjects.is_empty() && !self.group.passive {
            subjects.extend(self.own_company(scene, focus));
        }
        // *officials at Kelvar said*, *Li Ming and representatives of Kelvar attended*
        let speaks = kind == EventKind::Statement && subjects.is_empty();
        if speaks || matches!(kind, EventKind::Meeting | EventKind::Agreement) && role.is_some() {
            subjects.extend(behalf::voices(scene, self.named, focus));
        }
        let travels = kind == EventKind::Visit && role == Some(ParticipantRole::Agent);
        travels.then(|| self.delegation(scene, s)).flatten().unwrap_or(subjects)
    }

    /// *A Lima jury convicted two engineers*: places in front of a court only say where it sits.
    fn is_court(&self, scene: &Scene<'_, '_>) -> bool {
        const COURT: t::Groups = t::group("court");
        let (start, end) = self.named;
        let court = || end > start && scene.noun_groups(end - 1, end) & COURT != 0;
        self.rule.kind == EventKind::Legal
            && !self.group.passive
            && !self.hits.is_empty()
            && self.hits.iter().all(|hit| hit.kind == Kind::Place && hit.end < end)
            && court()
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

    /// *Amy Kuo, chief engineer of Kelvar, was honoured. Her company has brought out a chip*: the one that her post is of.
    fn own_company(&self, scene: &Scene<'_, '_>, focus: &Focus) -> Option<usize> {
        /// Tokens of a post behind a name, and in front of it.
        const BEHIND: u32 = 12;
        const FRONT: u32 = 5;
        /// Mentions of the person that are looked at.
        const FIRST: usize = 4;
        let d = scene.document;
        let (first, end) = self.named;
        let own = first + 1 < end && matches!(d.str(first), "his" | "her" | "His" | "Her");
        let body = own && d.value(first + 1, first + 2, class::DEFINITE) == Some("organisation firm");
        let person = focus.person.filter(|_| body)?;
        let post = |from: u32, to: u32| (from..to).any(|at| d.has(at, class::TITLE)) && !scene.has_verb(from, to);
        let told = scene.entities.list[person]
            .mentions
            .iter()
            .take_while(|m| m.end <= first);
        told.take(FIRST).find_map(|m| {
            let mut behind = scene.hits_in(m.end, (m.end + BEHIND).min(first));
            let of = behind.find(|h| h.kind == Kind::Organisation);
            let of =
                of.filter(|h| d.str(m.end) == "," && post(m.end, h.start) && matches!(d.str(h.start - 1), "of" | "at"));
            let front = || {
                let mut front = scene.hits_in(m.start.saturating_sub(2 * FRONT), m.start);
                front.find(|h| h.kind == Kind::Organisation && h.end + FRONT > m.start && post(h.end, m.start))
            };
            of.or_else(front).map(|h| h.entity)
        })
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

    /// *Peru's export controls were tightened*: whose they are imposes them.
    fn imposer(&self, scene: &Scene<'_, '_>) -> Option<usize> {
        const BAN: t::Groups = t::group("ban");
        let (start, end) = self.subject;
        let imposed = self.rule.kind == EventKind::Restriction && self.rule.object & BAN != 0;
        let owner = imposed.then(|| scene.hits_in(start, end).next()).flatten();
        let owner = owner.filter(|hit| hit.start == start && hit.kind != Kind::Person);
        owner
            .filter(|hit| matches!(scene.str(hit.end), "'s" | "’s"))
            .map(|hit| hit.entity)
    }

    /// Of a passive, who does it and who is given it.
    fn by_whom(&self, scene: &Scene<'_, '_>, s: &Sentence, focus: &Focus, who: &mut Parties) {
        /// Tokens of *by the provincial government*.
        const BY: u32 = 5;
        let d = scene.document;
        let (end, clause_end, rule) = (self.end, self.clause_end, self.rule);
        // *The prize was awarded to A, B and C*
        const GIVEN: [&str; 3] = [
            t::rule("event.agreement.awarded"),
            t::rule("event.research.patents"),
            t::rule("event.investment.credit"),
        ];
        let given = rule.kind == EventKind::Award || GIVEN.contains(&rule.id);
        if given && matches!(scene.str(end), "to" | "on" | "upon") {
            let named = listed(scene, end + 1, clause_end);
            // *was granted to the institute*
            if named.is_empty() && d.str(end + 1) == "the" && end + 2 < clause_end {
                who.add_all(
                    anaphor(scene, (end + 1, end + 3), focus),
                    Some(ParticipantRole::Patient),
                );
            }
            who.add_all(entities(named), Some(ParticipantRole::Patient));
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
        // *The trade deal between Peru and Chile was signed*
        if rule.kind == EventKind::Agreement && rule.roles[2].is_some() {
            let (start, stop) = self.subject;
            let between = (start..stop).find(|at| d.str(*at) == "between");
            let parties = between.map(|at| listed(scene, at + 1, stop)).unwrap_or_default();
            who.add_all(entities(parties), rule.roles[0]);
        }
        // *by X and Y* may stand anywhere in the clause, but *in a deal financed by X* is of that participle
        let other = |at: u32| at > end && d.info(at).form & form::PARTICIPLE != 0 && d.info(at).form & form::BASE == 0;
        let by = (end..clause_end).find(|x| d.str(*x) == "by" && !other(*x - 1));
        if let Some(by) = by {
            let mut named = listed(scene, by + 1, clause_end);
            if rule.kind == EventKind::Legal && is_for(scene, by, &named) {
                named.clear();
            }
            named = holder_of_post(scene, (by + 1, s.end), named);
            // *was revoked by the Dutch government*, *was approved by the provincial government*
            let state = || scene.state(by + 1, (by + BY).min(clause_end));
            if let Some(state) = named.is_empty().then(state).flatten() {
                who.add_all([state.entity], rule.roles[0]);
            } else if named.is_empty() && d.str(by + 1) == "the" {
                who.add_all(
                    anaphor(scene, (by + 1, (by + BY).min(clause_end)), focus),
                    rule.roles[0],
                );
            } else if named.is_empty() {
                who.add_all(self.unnamed_by(scene, s, by, focus), rule.roles[0]);
            }
            who.add_all(entities(named), rule.roles[0]);
        }
    }

    /// Who stands behind a noun of the *by*-agent at `by`: *by chip makers, including Kelvar and Lumeno*, *by representatives of
    /// Kelvar*, *by a delegation from Kelvar led by Amy Kuo*.
    fn unnamed_by(&self, scene: &Scene<'_, '_>, s: &Sentence, by: u32, focus: &Focus) -> Vec<usize> {
        /// Tokens of the noun and what stands in front of it.
        const FAR: u32 = 12;
        let d = scene.document;
        let opens = |at: &u32| {
            matches!(d.str(*at), "including" | "namely") || d.str(*at) == "such" && scene.str(at + 1) == "as"
        };
        // *by firms, including Kelvar*, but *by a vote on rules, including …*
        let plain = |at: u32| !d.has(at, class::PREP) && d.str(at) != ";";
        let noun = |at: u32| {
            let noun = at - u32::from(d.str(at - 1) == ",") - 1;
            noun > by && d.info(noun).pos & pos::PLURAL != 0
        };
        let example = (by + 2..s.end.min(by + FAR)).find(opens).filter(|at| noun(*at));
        if let Some(at) = example.filter(|at| (by + 1..*at).all(plain) && !scene.has_verb(by + 1, *at)) {
            let first = at + 1 + u32::from(d.str(at) == "such");
            return entities(listed(scene, first, s.end)).collect();
        }
        if !matches!(
            self.rule.kind,
            EventKind::Meeting | EventKind::Visit | EventKind::Agreement
        ) {
            return Vec::new();
        }
        // *by the commander of the force* is another one
        const SENT: t::Groups = t::group("guests") | t::group("crowd");
        let leads = |at: u32| matches!(scene.str(at), "led" | "headed") || d.is_on(at, list::COMPOSED);
        let noun = |at: u32| d.is(at, flag::WORD) && !d.has(at, class::PREP) && !d.has(at, class::TITLE);
        let word = |at: &u32| noun(*at) && !leads(*at);
        let last = (by + 1..s.end.min(by + FAR)).take_while(word).last();
        let Some(noun) = last.filter(|noun| scene.noun_groups(*noun, noun + 1) & SENT != 0) else {
            return behalf::voices(scene, (by + 1, self.clause_end), focus);
        };
        let mut out = Vec::new();
        let mut behind = noun + 1;
        if matches!(scene.str(behind), "of" | "from") {
            let sent = listed(scene, behind + 1, self.clause_end);
            behind = sent.last().map_or(behind, |hit| hit.end);
            out.extend(
                sent.iter()
                    .filter(|hit| hit.kind == Kind::Organisation)
                    .map(|hit| hit.entity),
            );
        }
        // *of Lima University (Peru) led by Amy Kuo*
        if scene.str(behind) == "(" {
            let close = (behind..(behind + FAR).min(s.end)).find(|at| d.str(*at) == ")");
            behind = close.map_or(behind, |close| close + 1);
        }
        // *led by Amy Kuo*, *consisting of Amy Kuo and Luis Prado*
        let led = matches!(scene.str(behind), "led" | "headed") && scene.str(behind + 1) == "by";
        let of = scene.str(behind + 1) == "of" && d.is_on(behind, list::COMPOSED);
        if led || of {
            let people = listed(scene, behind + 2, s.end).into_iter();
            out.extend(people.filter(|hit| hit.kind == Kind::Person).map(|hit| hit.entity));
        }
        out
    }
}

/// *by a grand jury for stealing designs from Kelvar*: the body behind *for* has nothing to do with the one behind *by*.
fn is_for(scene: &Scene<'_, '_>, by: u32, named: &[Hit]) -> bool {
    let leads = |at: u32| matches!(scene.str(at), "for" | "after" | "over");
    named.first().is_some_and(|hit| (by + 1..hit.start).any(leads))
}

/// *by Kelvar's former finance chief, Amy Kuo*, *by the company's former chief, Luis Prado*: the one behind the post and its comma,
/// not the body whose post it is. `named`: whom the tokens name.
fn holder_of_post(scene: &Scene<'_, '_>, (start, end): (u32, u32), named: Vec<Hit>) -> Vec<Hit> {
    /// Tokens of the post.
    const LONGEST: u32 = 10;
    let d = scene.document;
    let plain = |at: &u32| !matches!(d.str(*at), "," | ";" | "and");
    let comma = (start..end.min(start + LONGEST)).find(|at| !plain(at));
    let Some(comma) = comma.filter(|at| d.str(*at) == ",") else {
        return named;
    };
    let owner = (start..comma).find(|at| matches!(d.str(*at), "'s" | "’s"));
    let post = owner.is_some_and(|owner| (owner + 1..comma).any(|at| d.has(at, class::TITLE)));
    let holder = scene.hits_in(comma + 1, end).next();
    let holder = holder.filter(|hit| post && hit.kind == Kind::Person && hit.start == comma + 1);
    // *by Kelvar's chief, Amy Kuo, and Luis Prado*
    let apart = |hit: &Hit| !matches!(scene.str(hit.end), "'s" | "’s") && hit.start > comma;
    holder.map_or_else(
        || named.clone(),
        |holder| {
            let mut all = vec![holder];
            all.extend(named.iter().filter(|h| apart(h) && h.entity != holder.entity));
            all
        },
    )
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
