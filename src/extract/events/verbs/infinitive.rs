//! Infinitives: *plans to build*, *is expected to build*, *managed to build*, *had to build*, *is in talks to buy*.

use crate::lexicon::format::form;
use crate::lexicon::{class, list};
use crate::text::Document;

use super::{Auxiliaries, Tense, VerbGroup, group, is_adverb};

/// The group `g` whose infinitive has its *to* at `to`: planned, or done by what governs it; `None` where it is neither.
pub(super) fn read(d: &Document<'_>, mut g: VerbGroup, aux: &Auxiliaries, to: u32, from: u32) -> Option<VerbGroup> {
    let passive = aux.be && d.info(g.head).form & form::PARTICIPLE != 0;
    let mut end = to;
    while end > from && (is_adverb(d, end - 1) || d.has(end - 1, class::NEG)) {
        end -= 1;
        // *decided not to build*
        g.negated |= d.str(end) == "not";
    }
    // *plans to hire 90 people and to build a plant*
    if end > from + 1 && d.str(end - 1) == "and" {
        let joined = super::bare::shared(d, end - 1, from, &mut g)? && g.planned;
        g.passive = passive;
        (g.start, g.outer) = (to, end);
        return joined.then_some(g);
    }
    let mut governor = behind_plan(d, end, from).checked_sub(1).filter(|b| *b >= from)?;
    // *went on to say*: said
    if goes_on(d, governor, from) && !aux.be {
        let told = group(d, governor - 1, from).filter(|g| !g.negated && g.tense != Tense::Conditional)?;
        return Some(VerbGroup { head: g.head, ..told });
    }
    let told = |done: VerbGroup| VerbGroup {
        head: g.head,
        passive,
        progressive: false,
        ..done
    };
    // *had to halt production*, but not *had to say*
    if d.str(governor) == "had" {
        let had = group_of_had(d, governor, from).filter(|_| !d.has(g.head, class::SAYVERB))?;
        return Some(told(had));
    }
    match d.value(governor, governor + 1, class::PLANVERB) {
        // *was forced to halt production*: it did
        Some("must") => {
            let forced = group(d, governor, from).filter(|g| g.tense == Tense::Past && g.passive)?;
            return Some(told(forced));
        }
        // *managed to beat*: done
        Some("done") => {
            let done = group(d, governor, from).filter(|g| g.tense == Tense::Past && !g.passive)?;
            return Some(told(done));
        }
        // *is in talks to buy*, *is on track to reach*
        Some(word @ ("in" | "on")) if governor > from && d.str(governor - 1) == word => governor -= 1,
        Some("in" | "on") => return None,
        _ => {}
    }
    let in_talks = governor + 1 < to && matches!(d.str(governor), "in" | "on");
    // *is to set up*
    let is_to = matches!(d.str(governor), "is" | "are") && governor + 1 == to;
    if !is_to && !in_talks && (!d.has(governor, class::PLANVERB) || d.has(governor, class::TENTATIVE)) {
        return None;
    }
    g.negated |= is_given_up(d, governor, from);
    g.planned = true;
    g.tense = Tense::Future;
    g.passive = passive;
    g.start = to;
    g.outer = governor;
    planner(d, &mut g, from);
    Some(g)
}

/// *had to*, *has had to*, but not *would have had to*.
fn group_of_had(d: &Document<'_>, had: u32, from: u32) -> Option<VerbGroup> {
    /// Tokens of the subject.
    const NEAR: u32 = 4;
    let perfect = had > from && d.value(had - 1, had, class::AUX) == Some("have");
    let start = had - u32::from(perfect);
    let modal = start > from && d.has(start - 1, class::MODAL);
    // *the most it had to lose*, *even if it had to close*
    let open =
        (start.saturating_sub(NEAR).max(from)..start).any(|at| matches!(d.str(at), "that" | "what" | "if" | "If"));
    (start > from && !modal && !open).then(|| VerbGroup {
        start,
        outer: start,
        ..super::done(had)
    })
}

/// Adds what stands in front of the verb that plans: *has long planned to*, *could be expected to create*.
fn planner(d: &Document<'_>, g: &mut VerbGroup, from: u32) {
    let mut at = g.outer;
    while at > from {
        let before = at - 1;
        let modal = d.value(before, at, class::MODAL);
        let denies = d.has(before, class::NEG);
        if modal.is_none() && !denies && !d.has(before, class::AUX) && !is_adverb(d, before) {
            break;
        }
        at = before;
        if modal.is_some_and(|kind| kind != "future") {
            g.tense = Tense::Conditional;
        }
        g.negated |= denies;
        if !is_adverb(d, at) {
            g.outer = at;
        }
    }
}

/// *went on to say*: the verb in front of *on* only says what came next.
fn goes_on(d: &Document<'_>, on: u32, from: u32) -> bool {
    on > from && d.str(on) == "on" && matches!(d.str(on - 1), "went" | "goes" | "gone")
}

/// *began on Saturday to build*, *decided last month to buy*, *agreed in principle to sell*: the end of what plans, where only a
/// time or the like stands between it and the infinitive; else `end`.
fn behind_plan(d: &Document<'_>, end: u32, from: u32) -> u32 {
    if end < from + 2 {
        return end;
    }
    let last = end - 1;
    let named = d.has(last, class::WEEKDAY) || d.has(last, class::MONTH);
    let period = d.has(last, class::TIMEUNIT) || d.has(last, class::SEASON);
    let before = last - 1;
    let start = match d.str(last) {
        _ if named && matches!(d.str(before), "on" | "in") => before,
        "principle" if d.str(before) == "in" => before,
        _ if period && matches!(d.str(before), "last" | "this" | "next") => before,
        "yesterday" | "today" | "unanimously" => last,
        _ if named && matches!(d.str(before), "last" | "next") => before,
        _ if named => last,
        _ => return end,
    };
    let start = start - u32::from(start > from && matches!(d.str(start - 1), "earlier" | "late" | "later" | "early"));
    if start > from && d.has(start - 1, class::PLANVERB) {
        start
    } else {
        end
    }
}

/// *scrapped its plan to build*: nothing will be built.
fn is_given_up(d: &Document<'_>, plan: u32, from: u32) -> bool {
    /// Tokens in front of the plan.
    const NEAR: u32 = 4;
    let given_up = |at: u32| d.is_on(at, list::GIVEN_UP);
    matches!(d.str(plan), "plan" | "plans") && (plan.saturating_sub(NEAR).max(from)..plan).any(given_up)
}
