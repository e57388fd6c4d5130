//! Whether a clause gives a row what it asks for, and which of the rows of a verb asks for most.

mod active;
mod behind;
mod object;
mod passive;

use crate::lexicon::{class, list};
use crate::record::{EventKind, ParticipantRole};
use crate::text::{Sentence, flag};

use super::alike::{is_accident, is_another_thing};
use super::clause::Scene;
use super::trigger::{SITE, is_particle, kind_group};
use super::verbs::VerbGroup;
use super::{VerbRule, rows, tables as t};
pub(super) use behind::is_put_at;
pub(super) use object::Object;

/// Groups of what *it* can be where it is built, set up, made or held.
const MADE: t::Groups = t::group("plant")
    | t::group("body")
    | t::group("goods")
    | t::group("production")
    | t::group("series_production")
    | t::group("meeting")
    | t::group("capacity");

/// Rows of people who come to harm.
pub(super) const FATAL: [&str; 2] = [t::rule("event.disaster.fatal"), t::rule("event.disaster.died")];

/// What results are told of.
const METRIC: t::Groups = t::group("metric");

/// Kinds of entities.
pub(super) const ENTITIES: t::Groups = t::PERSON | t::ORGANISATION | t::PLACE;

/// Groups that a row can be given by no single word, and so by any sentence.
const UNTOLD: t::Groups = t::NAME | t::QUOTE | t::AS | t::FRONT | t::SCORE;

/// Groups that a subject may have though no noun of the sentence is of them: kinds of whoever is meant by a pronoun, what *it*
/// is, and what several subjects, those who speak and names that take place are.
const UNTOLD_SUBJECT: t::Groups =
    ENTITIES | SITE | t::group("sides") | t::group("speaker") | t::group("meeting") | t::NAME;

/// All groups of nouns and kinds of entities and figures that a sentence has for the rows of its verbs, wherever they stand,
/// and with them those groups that no single word tells.
#[derive(Debug, Default)]
pub(super) struct Offered {
    pub(super) all: t::Groups,
    /// The nouns, and the last tokens of entities and figures, each with its groups and kinds.
    parts: Vec<(u32, t::Groups)>,
}

impl Offered {
    /// Reads the sentence, using the buffer again.
    pub(super) fn read(&mut self, scene: &Scene<'_, '_>, s: &Sentence) {
        let d = scene.document;
        self.parts.clear();
        // the noun of a participle may stand behind the comma in front
        let start = s.start.saturating_sub(2);
        for hit in scene.hits_in(start, s.end) {
            self.parts.push((hit.end - 1, kind_group(hit.kind)));
        }
        for figure in scene.figures_in(start, s.end) {
            self.parts
                .push((scene.figures[figure].end - 1, scene.figure_group(figure)));
        }
        for (at, token) in (start..).zip(&d.tokens()[start as usize..s.end as usize]) {
            if !token.is(flag::GROUPED) {
                continue;
            }
            // *toured the city*
            if object::is_kind_of_place(d, at) {
                self.parts.push((at, t::PLACE));
            }
            // a phrase may be cut, so that its first word counts by itself too
            self.parts.push((at, scene.noun_groups(at, at + 1)));
            if let Some(p) = d.phrase(at) {
                self.parts.push((p.end - 1, scene.noun_groups(at, p.end)));
            }
        }
        self.all = self.parts.iter().fold(UNTOLD, |bits, (_, own)| bits | own);
    }

    /// What stands behind the token.
    pub(super) fn behind(&self, at: u32) -> t::Groups {
        let behind = self.parts.iter().filter(|(last, _)| *last > at);
        behind.fold(UNTOLD, |bits, (_, own)| bits | own)
    }
}

/// Rows that cannot fit are passed over. Builds for tests look at all of them and so hold [`may_fit`] against what the rows
/// that do fit have asked for.
pub(super) const SKIPS: bool = !cfg!(debug_assertions);

/// Whether a sentence that offers so much may give the rule what it asks for. Most cannot, and this is told without a look
/// at what stands where.
pub(super) fn may_fit(rule: &VerbRule, offered: t::Groups) -> bool {
    let it = offered & t::PRONOUN != 0 && rule.object & (MADE | SITE) != 0;
    let met = rule.kind == EventKind::Meeting && rule.roles[0] == Some(ParticipantRole::Participant);
    let object = rule.object == 0 || rule.object & offered != 0 || it || met;
    object && (rule.with == 0 || rule.with & offered != 0)
}

/// [`may_fit`] of an active verb, of which is known what stands [behind](Offered::behind) it and in the whole sentence, and what
/// it is a participle of if it is one.
pub(super) fn may_fit_active(rule: &VerbRule, (offered, behind, reduced): (t::Groups, t::Groups, t::Groups)) -> bool {
    let subject = rule.subject == 0 || rule.subject & (offered | UNTOLD_SUBJECT) != 0;
    subject && may_fit(rule, behind) || rule.with == 0 && rule.object & reduced != 0
}

/// Whether the subject alone rules the row out: it is not what the rule asks for, or the rule knows no passive.
fn lacks_subject(rule: &VerbRule, group: &VerbGroup, subject_bits: t::Groups) -> bool {
    if group.passive {
        rule.kind == EventKind::Market
    } else {
        rule.subject != 0 && subject_bits & rule.subject == 0
    }
}

/// What a clause gives a row, which has not been [ruled out by its subject](lacks_subject).
struct Clause<'c, 'd, 'a> {
    scene: &'c Scene<'d, 'a>,
    s: &'c Sentence,
    rule: &'c VerbRule,
    group: &'c VerbGroup,
    object: &'c Object,
    /// Groups of the nouns and kinds of the entities of the subject.
    subject: t::Groups,
}

impl Clause<'_, '_, '_> {
    /// Whether the clause gives the rule what it asks for; the larger, the more it asked.
    fn fits(&self) -> Option<u32> {
        if self.is_other() {
            None
        } else if self.group.passive {
            self.passive()
        } else {
            self.active()
        }
    }

    /// What is told of something else than the rule is about.
    fn is_other(&self) -> bool {
        let Self {
            scene,
            s,
            rule,
            group,
            object,
            subject,
        } = *self;
        // *The park was selected as the winner*: no site of anything
        let site = rule.id == const { t::rule("event.construction.site") };
        if site && scene.str(object.start) == "as" && !is_chosen_site(scene, object) {
            return true;
        }
        let d = scene.document;
        if !group.passive && is_another_thing(scene, s, rule, group, object, subject) {
            return true;
        }
        // *Li Ming died in a crash*: the death of one
        if FATAL.contains(&rule.id) && !is_accident(scene, s, group, object) {
            return true;
        }
        // *A drone hit a bus*: an attack
        let front = || {
            group
                .outer
                .checked_sub(1)
                .filter(|at| *at >= s.start)
                .map_or("", |at| scene.str(at))
        };
        if rule.id == const { t::rule("event.disaster.rams") } && front().starts_with("drone") {
            return true;
        }
        // *Their lives passed by*: no toll
        if rule.id == const { t::rule("event.death.toll") }
            && group.outer > s.start
            && scene.document.is_on(group.outer - 1, list::PASSING)
        {
            return true;
        }
        // *launched a plan to double the output*: an aim
        let aim = || {
            group.outer > s.start
                && matches!(d.str(group.outer), "plan" | "plans")
                && d.has(group.outer - 1, class::DET)
        };
        if rule.kind == EventKind::Result && group.planned && aim() {
            return true;
        }
        // *The stock faltered and lost a quarter of its value*: nobody's loss
        let price = subject & const { t::group("stock") } != 0;
        if price && rule.id == const { t::rule("event.result.make") } {
            return true;
        }
        // *Kelvar loss fell $3 million*: no share
        rule.kind == EventKind::Market && rule.subject == t::ORGANISATION && subject & METRIC != 0
    }
}

/// Of the rows of the verb that are `found`, each with the token behind its words, the one that asks for most and gets it:
/// the row, the token, and whether the verb is a participle behind its noun, whose groups are `reduced`. `offered` is what
/// the sentence [offers](offered).
pub(super) fn best_row(
    scene: &Scene<'_, '_>,
    s: &Sentence,
    found: &[(u32, u32)],
    group: &VerbGroup,
    (subject_bits, reduced, offered): (t::Groups, t::Groups, t::Groups),
) -> Option<(u32, u32, bool)> {
    let at = group.head;
    let mut best: Option<((u32, u32), u32, u32, bool)> = None;
    let mut object: Option<Object> = None;
    for &(row, end) in found {
        let rule = &t::VERBS[row as usize];
        // *topped out in August*: a building
        if end == at + 1 && scene.str(at) == "topped" && scene.str(end) == "out" {
            continue;
        }
        // its words stand behind the object
        let apart = || end == at + 1 && rows::apart_at(scene, at, rule).is_some();
        let particle = || end == at + 2 && is_particle(scene, at + 1);
        // *Kelvar, founded in 2014*, but not *Kelvar, bought in 2014*, which is told of its buyer as well
        let asked = match rule.kind {
            EventKind::Founding => t::ORGANISATION,
            _ => 0,
        };
        // *the plan announced last year*: nobody says that a company has announced it
        let of_company = asks_for_company(rule) && rule.kind != EventKind::Policy;
        let noun = rule.with == 0 && rule.object & reduced & (!ENTITIES | asked) != 0;
        let behind_noun = noun && !of_company && (end == at + 1 || particle());
        // most rows are out by their subject, before the clause behind the verb is looked at
        if !behind_noun && lacks_subject(rule, group, subject_bits) || SKIPS && !may_fit(rule, offered) {
            continue;
        }
        if object.as_ref().is_none_or(|o| o.start != end) {
            object = Some(Object::new(scene, s, end));
        }
        let Some(object) = &object else { continue };
        let weight = if behind_noun {
            // *Talks on the project started in May*: the verb rather than a participle, where there is no other
            Some(if scene.has_verb(s.start, at) || scene.has_verb(end, s.end) {
                2
            } else {
                1
            })
        } else {
            let clause = Clause {
                scene,
                s,
                rule,
                group,
                object,
                subject: subject_bits,
            };
            clause.fits()
        };
        debug_assert!(weight.is_none() || may_fit(rule, offered), "{}: not offered", rule.id);
        if let Some(weight) = weight
            // of two that ask as much, the one with more words (*went into production*, *declared Lumeno bankrupt*)
            && let asked = (weight, end + u32::from(apart()))
            && best.is_none_or(|(most, ..)| asked > most)
        {
            best = Some((asked, row, end, behind_noun));
        }
    }
    best.map(|(_, row, end, participle)| (row, end, participle))
}

/// Rows that are told apart from another by the kind of body that does it: a plan or programme of an authority and of a company,
/// and a licence, which an authority grants otherwise.
const BY_BODY: [&str; 4] = [
    t::rule("event.policy.issue"),
    t::rule("event.policy.launch"),
    t::rule("event.launch.programme"),
    t::rule("event.agreement.licence"),
];

/// Whether the row asks whether a company does it.
pub(super) fn asks_for_company(rule: &VerbRule) -> bool {
    let kind = matches!(rule.kind, EventKind::Policy | EventKind::Launch | EventKind::Agreement);
    kind && BY_BODY.contains(&rule.id)
}

/// *as the site of its new plant*, *as home of the lab*: what a place is chosen as is where something will be built.
fn is_chosen_site(scene: &Scene<'_, '_>, object: &Object) -> bool {
    const SITE: t::Groups = t::group("scene") | t::group("fab") | t::group("plant");
    let the = object.start + 1;
    // *as a national base*: what it is called
    let any = matches!(scene.str(the), "a" | "an");
    let (groups, end) = super::trigger::head_groups(scene, the, object.clause_end);
    let home = end > the && matches!(scene.str(end - 1), "home" | "location" | "host" | "venue");
    !any && (groups & SITE != 0 || home)
}
