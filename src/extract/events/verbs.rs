//! Verb groups: the verb with its auxiliaries, read for tense, voice, negation and modality.

use crate::lexicon::class;
use crate::lexicon::format::{form, pos};
use crate::text::{Document, flag};

use super::phrase::{ObjectOf, is_absolute, is_counted, is_governed, is_lower_noun, is_noun_chain, is_object};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tense {
    Past,
    Present,
    Future,
    /// *may, could, should*.
    Conditional,
}

/// A verb group: tokens `start..end`, its head at `head`.
#[derive(Debug, Clone, Copy)]
pub struct VerbGroup {
    pub start: u32,
    pub head: u32,
    pub tense: Tense,
    pub passive: bool,
    pub progressive: bool,
    pub negated: bool,
    /// *plans to …*, *is expected to …*.
    pub planned: bool,
    /// First token of the group with the verb that plans.
    pub outer: u32,
}

/// A verb group of the one token `head`, in the past.
pub(super) fn done(head: u32) -> VerbGroup {
    VerbGroup {
        start: head,
        head,
        tense: Tense::Past,
        passive: false,
        progressive: false,
        negated: false,
        planned: false,
        outer: head,
    }
}

impl VerbGroup {
    /// *has risen*, *had been sold*.
    pub(super) fn is_perfect(&self, d: &Document<'_>) -> bool {
        (self.start..self.head).any(|at| super::trigger::is_have(d, at))
    }
}

pub(super) fn is_adverb(d: &Document<'_>, at: u32) -> bool {
    let info = d.info(at);
    !d.is(at, flag::CAPITAL)
        // *on charges of fraud*
        && !d.has(at, class::PREP)
        && (info.pos & pos::ADVERB != 0 && info.pos & pos::NOUN == 0
            || d.str(at).ends_with("ly") && info.verb == 0 && !d.has(at, class::EVENTNOUN))
}

/// A form of *get*, which makes a passive of a participle behind it.
fn is_get(d: &Document<'_>, at: u32) -> bool {
    matches!(d.str(at), "got" | "get")
}

/// *will now build*, *has since sold*, *were all built*, *will not even open*: a small word right behind the auxiliary.
fn is_then(d: &Document<'_>, at: u32, from: u32) -> bool {
    let led = |before: u32| d.has(before, class::AUX) || d.has(before, class::MODAL) || d.has(before, class::NEG);
    at > from
        && led(at - 1)
        && matches!(
            d.str(at),
            "now"
                | "since"
                | "today"
                | "then"
                | "still"
                | "later"
                | "first"
                | "even"
                | "all"
                | "both"
                | "each"
                | "long"
                | "once"
        )
}

/// *will more than double*: how much, in front of the verb.
fn is_more_than(d: &Document<'_>, than: u32) -> bool {
    d.str(than) == "than" && matches!(d.str(than - 1), "more" | "less")
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
    let given_up = |at: u32| {
        matches!(
            d.str(at),
            "scrapped" | "shelved" | "dropped" | "abandoned" | "cancelled" | "canceled" | "ditched"
        )
    };
    matches!(d.str(plan), "plan" | "plans") && (plan.saturating_sub(NEAR).max(from)..plan).any(given_up)
}

/// *was guided by A and hosted by B*: a participle behind *and* or a comma goes on from a passive with *by*.
fn is_second_passive(d: &Document<'_>, head: u32, from: u32) -> bool {
    const FARTHEST: u32 = 30;
    let Some(before) = head.checked_sub(1).filter(|b| *b > from) else {
        return false;
    };
    if !matches!(d.str(before), "and" | ",") {
        return false;
    }
    // the first one has its auxiliary; to read its whole group would go back from passive to passive without end
    let is_first = |by: u32| {
        let verb = by - 1;
        let mut aux = verb;
        while aux > from && is_adverb(d, aux - 1) {
            aux -= 1;
        }
        d.info(verb).form & form::PARTICIPLE != 0 && aux > from && d.value(aux - 1, aux, class::AUX) == Some("be")
    };
    let first = before.saturating_sub(FARTHEST).max(from + 1);
    (first..before).any(|at| d.str(at) == "by" && is_first(at))
}

/// Reads the verb group whose head is the verb form at `head`; `None` where the form is no finite or planned verb.
pub fn group(d: &Document<'_>, head: u32, from: u32) -> Option<VerbGroup> {
    let info = d.info(head);
    let forms = info.form;
    let mut g = VerbGroup {
        start: head,
        head,
        tense: Tense::Present,
        passive: false,
        progressive: false,
        negated: false,
        planned: false,
        outer: head,
    };
    // *co-founded*, *re-elected*
    let compound = head >= from + 2 && d.str(head - 1) == "-" && matches!(d.str(head - 2), "co" | "Co" | "re" | "mass");
    let first = if compound { head - 2 } else { head };
    let mut at = first;
    let (mut be, mut have, mut doing, mut modal) = (false, false, false, None);
    let mut first_aux = None;
    while at > from {
        let before = at - 1;
        if d.has(before, class::NEG) && !d.has(before, class::PREP) {
            g.negated = true;
        }
        if let Some(lemma) = d.value(before, before + 1, class::AUX) {
            match lemma {
                "be" => be = true,
                "have" => have = true,
                _ => doing = true,
            }
            first_aux = Some(before);
        } else if let Some(kind) = d.value(before, before + 1, class::MODAL) {
            modal = Some(kind);
            first_aux = Some(before);
        } else if at == head && is_get(d, before) && forms & form::PARTICIPLE != 0 {
            // *got fired*
            be = true;
            first_aux = Some(before);
        } else if at == head && before > from && is_more_than(d, before) {
            at = before - 1;
            continue;
        } else if !(is_adverb(d, before)
            || d.has(before, class::NEG) && !d.has(before, class::PREP)
            || is_then(d, before, from))
        {
            break;
        }
        at = before;
    }
    g.start = first_aux.unwrap_or(first);
    g.outer = g.start;
    let before = g.start.checked_sub(1).filter(|b| *b >= from);
    // *to build*
    if before.is_some_and(|b| d.str(b).eq_ignore_ascii_case("to"))
        && modal.is_none()
        && (forms & form::BASE != 0 || be || have)
    {
        let to = before.unwrap_or(0);
        let mut governor = to;
        while governor > from && (is_adverb(d, governor - 1) || d.has(governor - 1, class::NEG)) {
            governor -= 1;
            // *decided not to build*
            g.negated |= d.str(governor) == "not";
        }
        let governor = behind_plan(d, governor, from);
        let mut governor = governor.checked_sub(1).filter(|b| *b >= from)?;
        // *went on to say*: said
        if goes_on(d, governor, from) && !be {
            let told = group(d, governor - 1, from).filter(|g| !g.negated && g.tense != Tense::Conditional)?;
            return Some(VerbGroup { head, ..told });
        }
        match d.value(governor, governor + 1, class::PLANVERB) {
            // *managed to beat*: done
            Some("done") => {
                let done = group(d, governor, from).filter(|g| g.tense == Tense::Past && !g.passive)?;
                return Some(VerbGroup {
                    head,
                    passive: be && forms & form::PARTICIPLE != 0,
                    progressive: false,
                    ..done
                });
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
        g.passive = be && forms & form::PARTICIPLE != 0;
        g.start = to;
        g.outer = governor;
        let mut outer = governor;
        while outer > from
            && (d.has(outer - 1, class::AUX)
                || d.has(outer - 1, class::MODAL)
                || is_adverb(d, outer - 1)
                || d.has(outer - 1, class::NEG))
        {
            outer -= 1;
            // *could be expected to create*
            if d.value(outer, outer + 1, class::MODAL)
                .is_some_and(|kind| kind != "future")
            {
                g.tense = Tense::Conditional;
            }
            g.negated |= d.has(outer, class::NEG);
            if !is_adverb(d, outer) {
                g.outer = outer;
            }
        }
        return Some(g);
    }
    // *began building a plant*
    if let Some(b) = before
        && forms & form::GERUND != 0
        && !(be || have || doing)
        && modal.is_none()
        && d.info(b).verb != 0
        && d.has_lemma_class(d.lexicon.lemma(d.token(b).word), class::ASPECTVERB)
    {
        let begun = group(d, b, from)?;
        return Some(VerbGroup {
            head,
            passive: false,
            progressive: false,
            ..begun
        });
    }
    // *succeeded in building a laser*
    if let Some(b) = before
        && forms & form::GERUND != 0
        && d.str(b) == "in"
        && b > from
        && matches!(d.str(b - 1), "succeeded" | "succeeds")
    {
        let done = group(d, b - 1, from)?;
        return Some(VerbGroup { head, ..done });
    }
    if let Some(kind) = modal {
        // *would have earned more*: it has not
        let unreal = have && d.str(g.start).eq_ignore_ascii_case("would");
        g.negated |= unreal;
        g.tense = if kind == "future" {
            Tense::Future
        } else {
            Tense::Conditional
        };
        g.passive = be && forms & form::PARTICIPLE != 0;
        g.progressive = be && forms & form::GERUND != 0;
        return (forms & form::BASE != 0 || g.passive || g.progressive || have).then_some(g);
    }
    if be {
        let word = first_aux.map(|a| d.str(a).to_ascii_lowercase()).unwrap_or_default();
        g.tense = if have || matches!(word.as_str(), "was" | "were" | "got") {
            Tense::Past
        } else {
            Tense::Present
        };
        if forms & form::GERUND != 0 {
            g.progressive = true;
            return Some(g);
        }
        g.passive = forms & form::PARTICIPLE != 0;
        return g.passive.then_some(g);
    }
    if have {
        g.tense = Tense::Past;
        return (forms & form::PARTICIPLE != 0).then_some(g);
    }
    if doing {
        g.tense = if d.str(g.start).eq_ignore_ascii_case("did") {
            Tense::Past
        } else {
            Tense::Present
        };
        return (forms & form::BASE != 0).then_some(g);
    }
    // a bare form: what stands in front must be able to be a subject
    let before = at.checked_sub(1).filter(|b| *b >= from)?;
    // *a bus that overturned*
    let relative = forms & form::PAST != 0 && d.str(before) == "that" && before > from && {
        let noun = before - 1;
        is_lower_noun(d, noun) && !d.has(noun, class::SAYVERB) && (noun == from || group(d, noun, from).is_none())
    };
    let blocked = [class::DET, class::PREP, class::MODAL]
        .iter()
        .any(|c| d.has(before, *c))
        && !relative
        && !d.has(before, class::PRON)
        || d.str(before) == "-" && d.is(at, flag::GLUED)
        || d.str(before) == "to";
    if blocked {
        return None;
    }
    let adjective = d.info(before).pos & pos::ADJECTIVE != 0
        && !d.has(before, class::EVENTNOUN)
        && d.info(before).pos & (pos::NOUN | pos::ADVERB) == 0
        && !d.is(before, flag::CAPITAL);
    if forms & form::PAST != 0 {
        g.tense = Tense::Past;
        // *signed by* is a reduced passive; *widened by 2.3 points* and *rose by a third* are none
        let amount = d.is(head + 2, flag::NUMBER)
            || [class::NUMWORD, class::BOUND, class::FRACTION, class::CURSYM, class::DET]
                .iter()
                .any(|c| d.has(head + 2, *c) && (*c != class::DET || d.has(head + 3, class::FRACTION)));
        // *its sales forecast*: the word is a noun as well
        // (*fell* and *rose* are never the noun that they may be)
        let base = forms & form::BASE != 0 && d.lexicon.lemma(d.token(head).word) == d.token(head).word;
        let noun = base && info.pos & pos::NOUN != 0 && is_object(d, before, from, ObjectOf::Past);
        // *The biggest project signed was …*
        let behind = d.get(head + 1).is_some_and(|_| {
            matches!(d.value(head + 1, head + 2, class::AUX), Some("be" | "have")) || d.has(head + 1, class::MODAL)
        });
        if behind && forms & form::PARTICIPLE != 0 && !d.has(head, class::SAYVERB) {
            return None;
        }
        // *expanded by buying Lumeno*, but not *led by rising sales*
        let doing = || {
            let object = head + 3;
            d.get(object).is_some()
                && d.info(head + 2).form & form::GERUND != 0
                && (d.is(object, flag::CAPITAL | flag::NUMBER) || d.has(object, class::DET))
        };
        let by = forms & form::PARTICIPLE != 0
            && d.get(head + 1).is_some()
            && d.str(head + 1) == "by"
            && !amount
            && !doing();
        // *was guided by A and hosted by B*
        if by && is_second_passive(d, first, from) {
            g.passive = true;
            return Some(g);
        }
        // *distributes subsidised bread*
        let attributive = || {
            let verb = d.info(before);
            verb.verb != 0
                && verb.pos & pos::NOUN == 0
                && !d.is(before, flag::CAPITAL)
                && !d.has(before, class::AUX)
                && is_lower_noun(d, head + 1)
        };
        let participle = forms & form::PARTICIPLE != 0;
        // *will invest 2 billion, guide capital and set up a fund*: the form is that of the infinitive as well
        if forms & form::BASE != 0 && (d.str(before) == "and" || is_listed(d, before, from)) {
            let mut bare = g;
            shared(d, before, from, &mut bare)?;
            if bare.planned || matches!(bare.tense, Tense::Future | Tense::Conditional) {
                return Some(bare);
            }
        }
        // *once put into production*: nobody does it
        let circumstance = || {
            ["once", "when", "if", "unless", "until", "while", "whenever"]
                .iter()
                .any(|word| d.str(first - 1).eq_ignore_ascii_case(word))
        };
        // *noted for its school of optics*
        let known = || {
            is_lower_noun(d, before)
                && d.has(head, class::SAYVERB)
                && d.get(head + 1).is_some()
                && d.str(head + 1) == "for"
        };
        // *China's reported output*
        let owned = participle
            && matches!(d.str(before), "'s" | "’s")
            && before > from
            && !d.has(before - 1, class::PRON)
            // *Moody's cut its rating*
            && d.phrase(before - 1).is_none_or(|name| name.end != head);
        if owned || participle && (circumstance() || known()) {
            return None;
        }
        if participle && is_absolute(d, before, head, from) {
            return None;
        }
        if by || adjective || noun || participle && (attributive() || is_counted(d, head, from)) {
            return None;
        }
        return Some(g);
    }
    if forms & form::THIRD != 0 {
        if adjective || d.is(head, flag::CAPITAL) && !d.is(head, flag::HEADLINE) {
            return None;
        }
        let noun = info.pos & (pos::PLURAL | pos::NOUN) != 0 && !d.is(head, flag::HEADLINE) && !d.has(head, class::AUX);
        // *the charges went to a court*: the verb comes yet
        let next = head + 1;
        let verb_behind = d.get(next).is_some_and(|t| t.is(flag::WORD) && !t.is(flag::CAPITAL))
            && (d.has(next, class::MODAL)
                || d.has(next, class::AUX)
                || d.info(next).form & form::PAST != 0 && d.info(next).pos & (pos::ADJECTIVE | pos::NOUN) == 0
                // *chip imports hit 218 billion dollars*
                || d.info(next).form & form::PAST != 0
                    && d.get(next + 1).is_some_and(|t| t.is(flag::NUMBER) || d.has(next + 1, class::CURSYM)));
        // *US sanctions on China have*
        let named = d.is(before, flag::CAPITAL)
            // *the US strikes on Iran*
            && (!d.has(before, class::PRON) || d.is(before, flag::UPPER))
            && d.get(next).is_some()
            && (matches!(d.str(next), "on" | "of" | "against")
                // *the U.S. charges she faces*
                || !d.has(head, class::SAYVERB)
                    && matches!(d.value(next, next + 1, class::PRON), Some("he" | "she" | "they")));
        // *in nine US states*
        let counted = || {
            let number = before.checked_sub(1).filter(|n| *n >= from);
            d.is(before, flag::UPPER)
                && number.is_some_and(|n| d.has(n, class::NUMWORD) || d.is(n, flag::NUMBER) && d.token(n).len < 4)
        };
        // *these arrests*, *raids of commandos*
        let several = matches!(d.str(before), "these" | "those" | "These" | "Those");
        let of = d.get(next).is_some() && d.str(next) == "of" && !d.has(head, class::SAYVERB)
            // *investment companies such as A and B*
            || d.get(next).is_some() && matches!(d.str(next), "such" | "including");
        // *the group's claims*
        let owned = matches!(d.str(before), "'s" | "’s");
        let says = d.has(head, class::SAYVERB);
        let ends = d.get(next).is_none_or(|t| t.is(flag::MARK));
        let open = d.get(next).is_none_or(|t| !t.is(flag::WORD) && !t.is(flag::NUMBER))
            || d.has(next, class::CONJ)
            || d.has(next, class::PREP);
        // *due to the ongoing trade disputes and tensions*
        let governed = || {
            let chain =
                |at: &u32| is_lower_noun(d, *at) || d.info(*at).pos & pos::ADJECTIVE != 0 && !d.has(*at, class::PREP);
            let first = (from..head)
                .rev()
                .take_while(chain)
                .last()
                .and_then(|at| at.checked_sub(2));
            let joined = d.get(next).is_some_and(|_| d.has(next, class::CONJ));
            joined && first.is_some_and(|at| at > from && d.has(at, class::PREP) && d.has(at + 1, class::DET))
        };
        // *drought, floods and heat*: a list
        let listed = || {
            let item = d.str(before) == "," && before > from && is_lower_noun(d, before - 1);
            // *interests, demands, and hopes*
            let comma = || d.get(next + 1).is_some() && d.str(next) == "," && d.str(next + 1) == "and";
            // *US sanctions and bans.*
            let last = || {
                ends && !says && d.str(before) == "and" && before > from && {
                    is_lower_noun(d, before - 1) && d.info(before - 1).pos & pos::PLURAL != 0
                }
            };
            item && (!says && d.has(next, class::CONJ) || comma()) || last()
        };
        // *its German partners*
        let possessed = || d.has(before, class::DEMONYM) && before > from && d.has(before - 1, class::DET);
        let inside = || {
            counted()
                || possessed()
                || governed()
                || listed()
                || owned
                || is_governed(d, before, from, open, says)
                || is_noun_chain(d, before, from, ends)
                || is_object(d, before, from, ObjectOf::AnyVerb)
        };
        if noun && (verb_behind || named || several || of || inside()) {
            return None;
        }
        return Some(g);
    }
    if forms & form::BASE != 0 {
        // *state-backed firms*, *, and chairman of the union*, *and complete process lines*
        let next = head + 1;
        // *May's sales gain was small*: a noun
        let subject = info.pos & pos::NOUN != 0 && d.get(next).is_some() && {
            matches!(d.value(next, head + 2, class::AUX), Some("be" | "have")) || d.has(next, class::MODAL)
        };
        if subject && !d.has(before, class::PRON) && !d.has(head, class::SAYVERB) {
            return None;
        }
        let hyphen = d.get(next).is_some_and(|t| t.is(flag::GLUED)) && d.str(next) == "-";
        let of =
            info.pos & pos::NOUN != 0 && d.get(next).is_some() && d.str(next) == "of" && !d.has(head, class::SAYVERB);
        // *will cut jobs and slow spending* goes on from a verb
        let governs = |at: u32| d.has(at, class::MODAL) || d.str(at) == "to";
        let governed = || {
            let mut front = (before.saturating_sub(GOVERNED)..before).rev();
            front
                .find(|at| governs(*at) || matches!(d.str(*at), "." | ";"))
                .is_some_and(governs)
        };
        let adjective =
            info.pos & pos::ADJECTIVE != 0 && d.str(before) == "and" && is_lower_noun(d, next) && !governed();
        if hyphen || of || adjective {
            return None;
        }
        let plural = d.info(before).pos & pos::PLURAL != 0
            || matches!(d.str(before), "they" | "we" | "They" | "We" | "who" | "and");
        if plural && d.str(before) == "and" {
            let governed = shared(d, before, from, &mut g)?;
            // *the observatory and state television*, *church and state*: a noun, as no object of a verb starts behind it
            let next = head + 1;
            let object = || d.get(next).is_some() && [class::DET, class::PRON].iter().any(|c| d.has(next, *c));
            if !governed && info.pos & pos::NOUN != 0 && !object() {
                return None;
            }
        }
        // *Officials say*: a capital only for the start
        let small = before == from || !d.is(before, flag::CAPITAL);
        let told = plural && small || is_pair_of_names(d, before, from);
        return (told && !d.is(head, flag::CAPITAL)).then_some(g);
    }
    None
}

/// *Kelvar, Lumeno sign pact*: the names of two or more end a headline's subject at `last`.
fn is_pair_of_names(d: &Document<'_>, last: u32, from: u32) -> bool {
    let name = |at: &u32| d.is(*at, flag::CAPITAL) && !d.is(*at, flag::MARK);
    if !d.is(last, flag::HEADLINE) {
        return false;
    }
    let first = (from..=last).rev().take_while(name).last();
    let joint = first
        .and_then(|first| first.checked_sub(1))
        .filter(|joint| *joint > from);
    joint.is_some_and(|joint| matches!(d.str(joint), "," | "and" | "&") && name(&(joint - 1)))
}

/// *will cut costs, sell two plants and …*: what stands behind the comma at `comma` goes on from a verb, as no relative clause
/// is closed there.
fn is_listed(d: &Document<'_>, comma: u32, from: u32) -> bool {
    let first = comma.saturating_sub(GOVERNED).max(from);
    d.str(comma) == "," && !(first..comma).any(|at| matches!(d.str(at), "which" | "who" | "whose" | "that" | ";"))
}

/// Tokens between a verb that *and* joins to the one before it and what governs both.
const GOVERNED: u32 = 32;

/// *will build a plant and hire 500*, *plans to build and hire*: a bare verb behind *and* shares what the one before
/// has. `None` where that one is no verb group of its own.
fn shared(d: &Document<'_>, and: u32, from: u32, g: &mut VerbGroup) -> Option<bool> {
    let first = and.saturating_sub(GOVERNED).max(from);
    for at in (first..and).rev() {
        if matches!(d.str(at), ";" | ":" | "“" | "”") {
            break;
        }
        let governed = d.has(at, class::MODAL) || d.str(at) == "to";
        if !governed || at + 1 >= and {
            continue;
        }
        let Some(verb) = (at + 1..(at + 4).min(and)).find(|v| d.info(*v).form & form::BASE != 0) else {
            continue;
        };
        let before = group(d, verb, from)?;
        g.tense = before.tense;
        g.planned = before.planned;
        g.negated |= before.negated;
        return Some(true);
    }
    Some(false)
}
