//! Verbs that tell no event of their own: they announce another one, tell what is usual, or only say which one is meant.

use crate::extract::names::shape::is_noun;
use crate::lexicon::format::{form, pos};
use crate::lexicon::{class, list};
use crate::record::EventKind;
use crate::resolve::names::Kind;
use crate::text::{Document, Sentence, flag};

use super::clause::Scene;
use super::focus::is_company;
use super::verbs::{self, Tense, VerbGroup};
use super::{VerbRule, tables as t};

/// The verb at `at` only announces the infinitive behind it: *is expected to*, *is scheduled to*.
pub(super) fn is_announced(d: &Document<'_>, s: &Sentence, at: u32) -> bool {
    let be = d.value(at, at + 1, class::AUX) == Some("be");
    let plan = at + u32::from(be);
    let planned = d.has(plan, class::PLANVERB) && d.info(plan).form & form::PARTICIPLE != 0;
    let infinitive = plan + 2 < s.end && d.str(plan + 1) == "to" && d.info(plan + 2).form & form::BASE != 0;
    planned && infinitive && (be || at > s.start && d.value(at - 1, at, class::AUX) == Some("be"))
}

/// The verb tells what is usual, or only which one is meant: *who win prizes*, *in a report published on Friday*, *invests in
/// chips*. `participle`: it stands behind its noun; `nobody`: no entity is its subject.
pub(super) fn is_no_event(
    scene: &Scene<'_, '_>,
    s: &Sentence,
    at: u32,
    rule: &VerbRule,
    group: &VerbGroup,
    (participle, nobody): (bool, bool),
) -> bool {
    let d = scene.document;
    let usual = group.tense == Tense::Present && !group.passive && !group.progressive && !d.is(at, flag::HEADLINE);
    let counts = matches!(rule.kind, EventKind::Result | EventKind::Market | EventKind::Statement);
    // *Firms that win prizes will receive …*
    let makes = rule.kind == EventKind::Production;
    let who = d.str(group.outer.max(1) - 1);
    // *Kelvar, which makes chips, …*
    let relative = usual
        && !counts
        && (nobody && matches!(who, "who" | "that") || makes && matches!(who, "which" | "who" | "that"));
    // *people who have taped out fifty chips*
    let some = matches!(who, "who" | "that") && group.outer > s.start + 1 && {
        let general = usual || group.is_perfect(d);
        general && d.is_on(group.outer - 2, list::ANYBODY)
    };
    let invests = usual && rule.kind == EventKind::Investment && {
        let end = scene.clause_end(s, at + 1);
        scene.figures_in(at, end).next().is_none()
    };
    // *the firm said in a report published on Friday*
    let source = participle && rule.kind == EventKind::Launch && at >= s.start + 3 && {
        let said = (s.start..at).any(|x| d.has(x, class::SAYVERB));
        said && d.has(at - 2, class::DET) && matches!(d.str(at - 3), "in" | "to" | "from" | "by")
    };
    // *denied the motion in a sealed order issued on Monday*: how the court did it
    let ordered = participle && rule.kind == EventKind::Policy && d.str(at - 1) == "order" && at >= s.start + 3 && {
        let the = (at.saturating_sub(4).max(s.start + 1)..at - 1)
            .rev()
            .find(|x| d.has(*x, class::DET));
        the.is_some_and(|the| d.str(the - 1) == "in")
    };
    // *The projects signed include four plants*: which ones are meant
    let bare = group.outer == at && d.info(at).form & form::PARTICIPLE != 0 && rule.kind != EventKind::Statement;
    let modifies = bare && at > s.start && d.str(at - 1) != "those" && at + 1 < s.end && is_finite(d, at + 1);
    // *a company spun off from Lima University*: where it comes from
    let spun = bare && nobody && d.str(at) == "spun" && scene.str(at + 2) == "from";
    // *cars built in Lima*
    let made = participle && rule.id == const { t::rule("event.research.built") };
    // *It named a firm listed in Lima*: which one is meant
    let listed = rule.id == const { t::rule("event.listing.on") };
    let traded = listed && bare && nobody && at > s.start && scene.has_verb(s.start, at);
    let modifies = modifies || traded && d.is(at - 1, flag::WORD) && !d.is(at - 1, flag::CAPITAL) && is_noun(d, at - 1);
    // *“They said the lights went out,” said Li Ming*: within what somebody says
    let quoted = || rule.kind == EventKind::Statement && scene.is_quoted(at);
    // *The remarks were made at the forum*: they are told already
    let told = || {
        let speech = rule.id == const { t::rule("event.statement.speech") };
        speech && nobody && group.passive && d.str(at) == "made" && scene.str(at + 1) != "by"
    };
    // *has been held three times*: a count of occasions
    let often = || {
        let times = (at + 1..at + 4)
            .take_while(|x| *x < s.end)
            .any(|x| matches!(d.str(x), "times" | "sessions" | "editions") || d.str(x) == "consecutive");
        rule.kind == EventKind::Meeting && group.is_perfect(d) && times
    };
    // *served as mayor*: what somebody was; *will serve as mayor*: who takes the post
    let serves = rule.id == const { t::rule("event.appointment.serve") } && group.tense != Tense::Future;
    // *was resigned to it*, *Prime Minister retired General Amy Kuo*: how and what somebody is
    let leaves = rule.id == const { t::rule("event.appointment.leave") };
    let was = leaves && group.passive
        || leaves && d.str(at) == "retired" && {
            let small = |x: u32| d.has(x, class::PREP) || d.str(x) == "as";
            let title = (at + 1..s.end.min(at + 3)).find(|x| d.has(*x, class::TITLE) || small(*x));
            title.is_some_and(|x| !small(x))
        };
    // *Taxi drivers are required to wait*
    let required = rule.id == const { t::rule("event.statement.required") } && group.passive;
    // *the report cited above*
    let above = rule.id == const { t::rule("event.statement.cite") } && {
        let next = at + 1;
        next >= s.end || d.has(next, class::PREP) || d.is(next, flag::NUMBER) || d.info(next).pos & pos::ADVERB != 0
    };
    // *They called the trip a success*: people in general
    let anybody = rule.id == const { t::rule("event.statement.call") } && nobody && d.has(at - 1, class::PRON);
    let anybody = anybody && matches!(d.value(at - 1, at, class::PRON), Some("they" | "we" | "you"));
    // *Chips manufactured in Peru will drive growth*: which ones are meant
    let which = makes
        && bare
        && at > s.start
        && d.is(at - 1, flag::WORD)
        && !d.is(at - 1, flag::CAPITAL)
        && d.has(at + 1, class::PREP)
        && (at + 2..(at + 6).min(s.end)).any(|x| d.has(x, class::MODAL) && !d.is(x, flag::CAPITAL));
    // *Upon completion and put into production, it will …*: not yet
    let upon = matches!(d.str(s.start), "Upon" | "After" | "Once" | "When")
        && bare
        && group.outer > s.start
        && d.str(group.outer - 1) == "and"
        && (s.start..at).all(|x| d.str(x) != ",")
        && !scene.has_verb(s.start + 1, group.outer);
    // *The families have been informed*
    let heard = rule.id == const { t::rule("event.statement.brief") } && group.passive && d.str(at) != "briefed";
    // *Two women were hit by a car*
    let struck = rule.id == const { t::rule("event.result.reach") } && group.passive && d.str(at) == "hit";
    // *will be built into a base*: what becomes of it
    let becomes = rule.id == const { t::rule("event.construction.build") } && scene.str(at + 1) == "into";
    // *supplies chips to Lumeno*: what it does
    let agreed = group.planned && d.str(group.outer).starts_with("agree");
    let supplies = rule.id == const { t::rule("event.agreement.supply") } && (agreed || group.tense != Tense::Future);
    // *is available in red*: what it is like
    let sold = rule.id == const { t::rule("event.launch.available") } && group.tense != Tense::Future;
    // *must pay a bonus*: nothing is paid
    let due = d.str(group.start) == "must" && rule.kind != EventKind::Legal;
    // *when fabs were announced everywhere*: by nobody
    let everywhere = group.passive && rule.id == const { t::rule("event.construction.announced") };
    // *is left to be seen*, *was met with bullets*
    let left = group.passive && rule.id == const { t::rule("event.appointment.quit") };
    // *are priced for perfection*, *is sold in shops*
    const TRADED: [&str; 2] = [t::rule("event.listing.price"), t::rule("event.acquisition.sold")];
    let priced = group.passive && group.tense == Tense::Present && !group.progressive && TRADED.contains(&rule.id);
    let met = group.passive && group.start < at && rule.kind == EventKind::Meeting && d.str(at) == "met";
    // *part of the company's savings plan announced in May*: no authority's
    let own_plan = rule.kind == EventKind::Policy && (group.passive || participle) && is_plan_of_company(scene, s, at);
    // *expects to start charging for rides*, *charged $3 a ride*: a price, not a suit
    let charges = rule.id == const { t::rule("event.legal.sue") }
        && d.str(at).starts_with("charg")
        && !group.passive
        && (scene.str(at + 1) == "for" || d.has(at + 1, class::CURSYM));
    // *said that he believed the firm would grow*: within what he says
    let believes = rule.kind == EventKind::Statement
        && matches!(
            d.str(at),
            "believed" | "believes" | "hoped" | "hopes" | "thought" | "thinks"
        )
        && at > s.start + 1
        && d.has(at - 1, class::PRON)
        && (s.start..at - 1)
            .rev()
            .take_while(|x| d.is(*x, flag::WORD))
            .any(|x| verbs::says(d, x));
    own_plan
        || ordered
        || charges
        || believes
        || sold
        || supplies
        || becomes
        || struck
        || heard
        || upon
        || which
        || left
        || met
        || priced
        || due
        || everywhere
        || above
        || anybody
        || relative
        || some
        || spun
        || made
        || invests
        || source
        || modifies
        || serves
        || was
        || required
        || told()
        || quoted()
        || often()
}

/// *the company's savings plan announced in May*, *Kelvar's plan was announced*: a company owns the noun in front of the verb.
fn is_plan_of_company(scene: &Scene<'_, '_>, s: &Sentence, verb: u32) -> bool {
    /// Tokens from the owner to the verb.
    const NEAR: u32 = 6;
    let d = scene.document;
    let owner = (verb.saturating_sub(NEAR).max(s.start + 1)..verb)
        .rev()
        .take_while(|at| !d.is(*at, flag::MARK) || matches!(d.str(*at), "'s" | "’s" | "-"))
        .find(|at| matches!(d.str(*at), "'s" | "’s"));
    owner.is_some_and(|owner| {
        let noun = d.value(owner - 1, owner, class::DEFINITE);
        let named = scene.hits_in(owner.saturating_sub(NEAR).max(s.start), owner).last();
        let body = named.filter(|h| h.end == owner && h.kind == Kind::Organisation);
        noun.is_some_and(|kind| matches!(kind, "organisation" | "organisation firm" | "organisation maker"))
            || body.is_some_and(|h| is_company(scene, h.entity))
    })
}

/// A word that can be nothing but the verb of its clause: *include*, *are*, *will*.
fn is_finite(d: &Document<'_>, at: u32) -> bool {
    let info = d.info(at);
    let verb = info.form & (form::BASE | form::THIRD | form::PAST) != 0
        && info.pos & (pos::NOUN | pos::PLURAL | pos::ADJECTIVE | pos::ADVERB) == 0;
    d.is(at, flag::WORD) && !d.is(at, flag::CAPITAL) && (verb || d.has(at, class::AUX) || d.has(at, class::MODAL))
}

/// *one of three people awarded the prize*: the clause has a verb already and a preposition leads to the noun.
pub(super) fn is_participle_of(scene: &Scene<'_, '_>, s: &Sentence, at: u32) -> bool {
    /// Tokens between the two verbs.
    const NEAR: u32 = 8;
    let d = scene.document;
    let noun = at > s.start + 3
        && d.info(at).form & form::PARTICIPLE != 0
        && d.is(at - 1, flag::WORD)
        && !d.is(at - 1, flag::CAPITAL)
        && d.info(at - 1).pos & (pos::NOUN | pos::PLURAL) != 0;
    if !noun {
        return false;
    }
    let between = (at.saturating_sub(NEAR).max(s.start + 1)..at - 1).rev();
    let mut led = false;
    between
        .take_while(|x| d.is(*x, flag::WORD | flag::NUMBER) && !d.has(*x, class::CONJ) && !d.has(*x, class::SUBORD))
        .any(|x| {
            led |= matches!(d.str(x), "among" | "of");
            led && d.value(x, x + 1, class::AUX) == Some("be")
                || led && d.str(x) == "among" && d.info(x - 1).form & form::PARTICIPLE != 0
        })
}
