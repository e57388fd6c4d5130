//! Objects that look like those of a row but are other things: claims of workers, talks, ratings of one's own, wins in court.

use crate::lexicon::format::form;
use crate::lexicon::{class, list};
use crate::record::EventKind;
use crate::resolve::names::Kind;
use crate::text::{Sentence, flag};

use super::clause::Scene;
use super::fit::{Object, is_put_at};
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
    /// Tokens from a sum to the *or* behind it, and from *which* to the verb.
    const NEAR: u32 = 8;
    const METRIC: t::Groups = t::group("metric");
    const FEELING: t::Groups = t::group("feeling");
    const BOMB: &str = t::rule("event.conflict.bombs");
    const STRIKE: &str = t::rule("event.conflict.struck");
    const DISMISS: &str = t::rule("event.labour.fire");
    const NAME: &str = t::rule("event.appointment.name");
    const REPLACE: &str = t::rule("event.appointment.replace");
    const ADDRESS: &str = t::rule("event.statement.address");
    const TARGET: &str = t::rule("event.statement.target");
    const JOIN: &str = t::rule("event.investment.join");
    const JOINS: &str = t::rule("event.appointment.joins");
    const WIN: &str = t::rule("event.sport.win");
    const MEET: &str = t::rule("event.meeting.meet");
    const RESUME: &str = t::rule("event.meeting.resume");
    const PUBLIC: &str = t::rule("event.listing.public");
    const MONEY: &str = t::rule("event.market.money");
    const PLAY: &str = t::rule("event.sport.play");
    const CENTS: &str = t::rule("event.market.cents");
    const DUE: &str = t::rule("event.legal.due");
    const PRIZE: t::Groups = t::group("prize");
    const BODY: t::Groups = t::ORGANISATION | t::PERSON | t::group("stock") | t::group("company");
    const HAVE: &str = t::rule("event.meeting.have");
    const AWARD: &str = t::rule("event.award.award");
    const FIGHT: &str = t::rule("event.conflict.fight");
    const DEVELOP: &str = t::rule("event.research.develop");
    const BREAK: &str = t::rule("event.disaster.break");
    const SHARE: &str = t::rule("event.market.company");
    const PAID_FOR: &str = t::rule("event.acquisition.paid");
    const OFFERED: &str = t::rule("event.acquisition.offered");
    const SOLD: &str = t::rule("event.acquisition.sold");
    const COMPLETE: &str = t::rule("event.acquisition.complete");
    const APPROVAL: &str = t::rule("event.policy.approval");
    const APPLY: &str = t::rule("event.restriction.apply");
    const USERS: &str = t::rule("event.result.users");
    const THERE: &str = t::rule("event.result.there");
    const ADDED: &str = t::rule("event.result.added");
    const VERDICT: &str = t::rule("event.legal.verdict");
    const PAID: &str = t::rule("event.result.paid");
    const BUY: &str = t::rule("event.acquisition.buy");
    const REPORT: &str = t::rule("event.statement.report_to");
    const INSPECT: &str = t::rule("event.visit.inspect");
    const SEARCH: [&str; 2] = [t::rule("event.legal.search"), t::rule("event.legal.investigate")];
    const ANNOUNCED: &str = t::rule("event.construction.announced");
    const RULED: &str = t::rule("event.legal.rule");
    const CONVERGE: &str = t::rule("event.meeting.converge");
    const WALKED: &str = t::rule("event.visit.walked");
    const SCRAP: &str = t::rule("event.construction.scrap");
    const BUILD: &str = t::rule("event.construction.build");
    const PUTS: &str = t::rule("event.statement.puts");
    const ESTIMATE: &str = t::rule("event.statement.estimate");
    const STARTS: &str = t::rule("event.construction.starts");
    const FIRE: &str = t::rule("event.conflict.fire");
    let d = scene.document;
    let usual = group.tense == Tense::Present && !group.progressive && !d.is(group.head, flag::HEADLINE);
    let aimed = || d.has(object.start, class::PREP);
    // *starts to reshape the company*, *the team was born of need*, *announced the team for the cup*
    // *set up the stage for the fair*
    let team = || object.stop > object.start && matches!(scene.str(object.stop - 1), "team" | "stage");
    if rule.kind == EventKind::Founding && (matches!(scene.str(object.start), "to" | "of" | "out") || team()) {
        return true;
    }
    // *The delegation investigated chip firms in Wuxi*: a visit, and what other people investigate is none
    let delegation = || scene.str(group.outer.saturating_sub(1)) == "delegation";
    let inspects = rule.id == INSPECT && subject_bits & t::PERSON == 0;
    if inspects && !delegation() || SEARCH.contains(&rule.id) && delegation() {
        return true;
    }
    match rule.id {
        // *The project started to earn money*
        STARTS => scene.str(group.head + 1) == "to",
        // *launched the “general attack” on backwardness*
        FIRE => object.stop > object.start && scene.is_quoted(object.stop - 1) && !scene.is_quoted(group.head),
        // *bombed at the box office*
        BOMB => aimed(),
        // *An attack hit exports*, *struck fear into traders*, *A heart attack struck him*
        STRIKE => object.bits & (METRIC | const { t::group("stock") } | FEELING) != 0 || subject_bits & FEELING != 0,
        // *fired at workers*
        DISMISS => aimed() || is_owner(scene, rule, object),
        // *met investors' expectations*
        NAME | REPLACE | ADDRESS | MEET => is_owner(scene, rule, object),
        // *hopes that talks resume*
        RESUME => group.tense == Tense::Present && !d.is(group.head, flag::HEADLINE),
        // *went public with the matter*
        PUBLIC => matches!(scene.str(object.start), "with" | "about"),
        TARGET => is_own(scene, object),
        // *joined a series of talks*: no round of funding
        JOIN => {
            let met = object.bits & const { t::group("meeting") | t::group("talks") } != 0;
            (met || scene.str(object.stop) == "of") && object.bits & const { t::group("funding") } == 0
        }
        // *joined Kelvar in a celebration*, *joined Lumeno in building a plant*: for once
        JOINS => {
            let led = matches!(scene.str(object.stop), "in" | "for" | "at");
            let next = object.stop + 1;
            let dated = scene.date_at(next).is_some();
            let done = d.has(next, class::DET) || d.info(next).form & form::GERUND != 0;
            let place = || scene.hits_in(next, next + 2).any(|h| h.kind == Kind::Place);
            is_owner(scene, rule, object) || led && next < s.end && done && !dated && !place()
        }
        WIN => is_no_match(scene, s, group, object),
        // *gained $3 million, up 20 percent*, not *lost $1.30, or 2 percent, to $61.20*
        CENTS => {
            !(object.start + 1..s.end.min(object.start + NEAR)).any(|at| d.str(at) == "or" && d.str(at - 1) == ",")
        }
        // *more competition*: no contest
        HAVE => matches!(scene.str(object.start), "more" | "less" | "much" | "little" | "no"),
        // *presents the firm with a problem*
        AWARD => {
            d.str(group.head).starts_with("present") && {
                let with = (object.start..object.clause_end).find(|at| d.str(*at) == "with");
                with.is_some_and(|with| head_groups(scene, with + 1, object.clause_end).0 & PRIZE == 0)
                    && object.bits & PRIZE == 0
            }
        }
        // *demonstrates that it works*, *demonstrated its will*
        FIGHT => {
            let that = scene.str(object.start) == "that" || d.has(object.start, class::DET);
            d.str(group.head).starts_with("demonstrat") && that
        }
        // *developed a plan*
        DEVELOP => {
            let groups = object.bits & const { t::group("policy") | t::group("technology") };
            groups == const { t::group("policy") }
        }
        // *The filing breaks out the sales*, *The share broke out*
        BREAK => scene.str(group.head + 1) == "out" && (usual || subject_bits & BODY != 0),
        // *gained full control of a firm*
        SHARE => object.bits & const { t::group("stake") } != 0,
        // *paid $3 billion for Lumeno*, but not *for its help*
        PAID_FOR | OFFERED => {
            let end = head_groups(scene, object.stop + 1, object.clause_end).1;
            scene.str(object.stop) != "for" || kinds(&scene.heads(object.stop + 1, end)) & t::ORGANISATION == 0
        }
        // *completed its bond deal*: nobody is bought
        COMPLETE => {
            let before = object.stop.checked_sub(2).filter(|at| *at >= object.start);
            let kind = const { t::group("funding") | t::group("credit") };
            before.is_some_and(|at| scene.noun_groups(at, at + 1) & kind != 0)
        }
        // *sold to Lumeno*, *sold four Lumeno jets*
        SOLD => {
            aimed()
                || !scene
                    .hits_in(object.start, object.stop)
                    .any(|hit| hit.end == object.stop)
        }
        // *won approval to go public*: a listing
        APPROVAL => scene.str(object.stop) == "to" && matches!(scene.str(object.stop + 1), "list" | "go"),
        // *pays $3 million*: nobody has told it to
        DUE => d.str(group.start) != "must",
        // *applied to the office for a licence*
        APPLY => aimed(),
        // *reached a capacity of 3,000 wafers*
        USERS if usual => true,
        USERS => object.near & t::FIGURE == 0 || object.bits & const { t::group("capacity") } != 0,
        // *is a rise of 3 percent*
        THERE => !scene.str(group.outer.saturating_sub(1)).eq_ignore_ascii_case("there"),
        // *maximum added value in ten years*
        ADDED => object.near & t::FIGURE == 0,
        // *pays a dividend of 96 cents*: what it does each year
        PAID => usual,
        // *issued a statement condemning the ruling*
        VERDICT => object.bits & const { t::group("speech") } != 0,
        // *sank $300 million into the plant*
        MONEY => scene.str(object.stop) == "into",
        // *beat analysts' forecasts*
        PLAY => is_owner(scene, rule, object),
        // *dropped a plan to close the plant*, but *dropped a plan to build a plant*
        SCRAP => {
            let aim = (object.start..object.clause_end)
                .find(|at| d.str(*at) == "to")
                .map(|to| to + 1);
            let built = |at: u32| d.is_on(at, list::BUILDS);
            subject_bits & const { t::group("court") } != 0 || aim.is_some_and(|at| !built(at))
        }
        // *announced a factory in Lima would close*, *announced a plant-based burger*
        ANNOUNCED => {
            let comma = (object.stop..s.end).find(|at| d.str(*at) == ",").unwrap_or(s.end);
            scene.str(object.stop) == "-" || scene.has_verb(object.stop, comma)
        }
        // *dismissed reporters from the room*
        RULED => {
            let left = ["dismiss", "vacat"]
                .iter()
                .any(|verb| d.str(group.head).starts_with(verb));
            left && object.bits & const { t::group("crowd") | t::group("plant") | t::group("job") } != 0
        }
        // *meets the requirements of the conference*
        CONVERGE => matches!(d.str(group.head), "met" | "meet" | "meets" | "meeting" | "convened") && !aimed(),
        // *walked into a police station*
        WALKED => !scene
            .hits_in(object.start, object.clause_end)
            .any(|h| h.kind == Kind::Organisation),
        // *put up a plant for sale*
        BUILD => d.str(group.head) == "put" && (object.start..object.clause_end).any(|at| d.is_on(at, list::OFFERED)),
        // *reported to the police*
        REPORT => !(object.start..s.end.min(object.stop + 2)).any(|at| d.str(at) == "that"),
        // *a cost estimated at $1 million*, *put together an offer for “…”*
        PUTS | ESTIMATE => {
            let which = |at: u32| matches!(d.str(at), "which" | "that");
            let near = group.outer.saturating_sub(NEAR).max(s.start);
            let bare = scene.str(object.start) == "at" && !(near..group.outer).any(which);
            let puts = rule.id == PUTS && (group.passive || !is_put_at(scene, object.start, object.clause_end));
            // *put the rate at 3 percent*: set it
            let set = |at: u32| matches!(d.str(at), "rate" | "rates" | "price" | "prices");
            bare || puts || rule.id == PUTS && (object.start..object.stop).any(set)
        }
        // *will take over as the company's director*
        BUY => scene.str(object.start) == "as",
        _ => false,
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

/// *The Unity Party claimed victory in the vote*, *Kelvar Corp. secured a contract win*: parties, companies and orders.
fn is_no_match(scene: &Scene<'_, '_>, s: &Sentence, group: &VerbGroup, object: &Object) -> bool {
    const OTHER: t::Groups = t::group("ballot") | t::group("polls") | t::group("case") | t::group("court");
    let d = scene.document;
    let start = scene.subject_start(s, group.outer);
    let hits = scene.entities_in(start, group.outer);
    let body = |at: u32| d.has(at, class::LEGALFORM) || d.value(at, at + 1, class::ORGHEAD) == Some("party");
    let contract = object.stop > object.start + 1
        && scene.noun_groups(object.stop - 2, object.stop - 1) & const { t::group("paper") } != 0;
    contract
        || scene.noun_groups(object.stop, s.end) & OTHER != 0
        || hits.iter().any(|hit| (hit.start..hit.end).any(body))
}

/// *dismissed the workers’ claims*: who owns the thing is not the thing.
fn is_owner(scene: &Scene<'_, '_>, rule: &VerbRule, object: &Object) -> bool {
    let d = scene.document;
    let mark = |at: &u32| d.is(*at, flag::GLUED) && matches!(d.str(*at), "'s" | "’s" | "'" | "’");
    let owner = (object.start..object.stop).rev().find(mark).map(|at| at + 1);
    owner.is_some_and(|thing| {
        let own = head_groups(scene, thing, object.stop).0 | kinds(&scene.heads(thing, object.stop));
        thing < object.stop && own & rule.object == 0
    })
}

/// *boosted its ratings on Monday*: its own, where no one rates anybody else and no figure says how far.
fn is_own(scene: &Scene<'_, '_>, object: &Object) -> bool {
    matches!(scene.str(object.start), "its" | "his" | "her" | "their")
        // *cut his rating to Sell from Buy*
        && !matches!(scene.str(object.stop), "to" | "from")
        && object.bits & t::FIGURE == 0
        && scene.hits_in(object.start, object.clause_end).next().is_none()
}
