//! Verb groups: the verb with its auxiliaries, read for tense, voice, negation and modality.

mod bare;
mod infinitive;
mod joint;

use crate::lexicon::format::{form, pos};
use crate::lexicon::{class, list};
use crate::text::{Document, flag};

pub(super) use joint::first_passive;

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
    pub fn is_perfect(&self, d: &Document<'_>) -> bool {
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

/// A modal verb; in *China in May banned* it is the month.
pub(super) fn is_modal(d: &Document<'_>, at: u32) -> bool {
    d.has(at, class::MODAL) && !(d.is(at, flag::CAPITAL) && d.has(at, class::MONTH))
}

/// A finite verb of saying.
pub(super) fn says(d: &Document<'_>, at: u32) -> bool {
    d.has(at, class::SAYVERB) && d.info(at).form & (form::PAST | form::THIRD) != 0
}

/// A form of *get*, which makes a passive of a participle behind it.
fn is_get(d: &Document<'_>, at: u32) -> bool {
    matches!(d.str(at), "got" | "get")
}

/// *it's*, *who's*: is or has.
fn is_contracted(d: &Document<'_>, at: u32, from: u32) -> bool {
    const WHO: [&str; 6] = ["it", "he", "she", "who", "which", "that"];
    at > from && matches!(d.str(at), "'s" | "’s") && WHO.iter().any(|who| d.str(at - 1).eq_ignore_ascii_case(who))
}

/// *will now build*, *has since sold*, *were all built*, *will not even open*: a small word right behind the auxiliary.
fn is_then(d: &Document<'_>, at: u32, from: u32) -> bool {
    let led = |before: u32| d.has(before, class::AUX) || is_modal(d, before) || d.has(before, class::NEG);
    at > from && led(at - 1) && d.is_on(at, list::THEN)
}

/// *was in turn bought*, *has in part been sold*: a passing word between the auxiliary and its verb, which ends at `last`.
fn is_in_passing(d: &Document<'_>, last: u32, from: u32) -> bool {
    let helps = |at: u32| d.has(at, class::AUX) || is_modal(d, at);
    d.is_on(last, list::IN_PASSING) && last > from + 1 && d.str(last - 1) == "in" && helps(last - 2)
}

/// *will more than double*: how much, in front of the verb.
fn is_more_than(d: &Document<'_>, than: u32) -> bool {
    d.str(than) == "than" && matches!(d.str(than - 1), "more" | "less")
}

/// *was on May 3 | appointed*, *was yesterday | charged*, *was last month | named*: where the day starts that ends at `last`
/// between an auxiliary and its verb.
fn day_in_front(d: &Document<'_>, last: u32, from: u32) -> Option<u32> {
    /// Tokens of *on Monday, May 3*.
    const LONGEST: u32 = 5;
    let day = |at: u32| d.has(at, class::WEEKDAY) || d.has(at, class::MONTH);
    let helps = |at: u32| d.has(at, class::AUX) && d.str(at) != "being" || d.has(at, class::MODAL);
    // *was yesterday*, *was last week*, *was earlier this month*, *will next month*
    let unit = |at: u32| day(at) || d.has(at, class::TIMEUNIT) || d.has(at, class::DAYPART) || d.str(at) == "night";
    let relative = last > from + 1 && d.has(last - 1, class::RELWORD) && unit(last);
    if relative || d.has(last, class::DAYWORD) {
        let first = last - u32::from(relative);
        let earlier = first > from + 1 && matches!(d.str(first - 1), "earlier" | "late" | "later" | "only" | "just");
        let first = first - u32::from(earlier);
        return Some(first).filter(|first| *first > from && helps(*first - 1));
    }
    if !day(last) && !d.is(last, flag::NUMBER) {
        return None;
    }
    let first = last.saturating_sub(LONGEST).max(from + 1);
    let word = |at: u32| day(at) || d.is(at, flag::NUMBER) || d.str(at) == ",";
    let on = (first..last).rev().find(|at| !word(*at))?;
    let led = d.str(on) == "on" && (on + 1..=last).any(day);
    let auxiliary = d.has(on - 1, class::AUX) && d.str(on - 1) != "being";
    (led && auxiliary).then_some(on)
}

/// What stands in front of a verb form and belongs to it.
struct Auxiliaries {
    /// The first of them, if there is one.
    start: Option<u32>,
    /// First token of the verb itself, which is not its head in *co-founded*.
    first: u32,
    /// Where they end to the left, adverbs included.
    at: u32,
    be: bool,
    have: bool,
    doing: bool,
    /// The kind of modal, `future` or another.
    modal: Option<&'static str>,
    negated: bool,
}

fn auxiliaries(d: &Document<'_>, head: u32, from: u32) -> Auxiliaries {
    // *co-founded*, *re-elected*
    let compound = head >= from + 2 && d.str(head - 1) == "-" && matches!(d.str(head - 2), "co" | "Co" | "re" | "mass");
    let first = if compound { head - 2 } else { head };
    let mut aux = Auxiliaries {
        start: None,
        first,
        at: first,
        be: false,
        have: false,
        doing: false,
        modal: None,
        negated: false,
    };
    while aux.at > from {
        let before = aux.at - 1;
        let negates = d.has(before, class::NEG) && !d.has(before, class::PREP);
        aux.negated |= negates;
        if let Some(lemma) = d.value(before, before + 1, class::AUX) {
            match lemma {
                "be" => aux.be = true,
                "have" => aux.have = true,
                _ => aux.doing = true,
            }
            aux.start = Some(before);
        } else if let Some(kind) = d
            .value(before, before + 1, class::MODAL)
            .filter(|_| is_modal(d, before))
        {
            aux.modal = Some(kind);
            aux.start = Some(before);
        } else if is_contracted(d, before, from) {
            // *it's building*, *it's built a plant*
            let being = d.info(head).form & form::GERUND != 0;
            (aux.be, aux.have) = (aux.be || being, aux.have || !being);
            aux.start = Some(before);
        } else if aux.at == head && is_get(d, before) && d.info(head).form & form::PARTICIPLE != 0 {
            // *got fired*
            aux.be = true;
            aux.start = Some(before);
        } else if aux.at == head
            && let Some(on) = day_in_front(d, before, from)
        {
            // *was on Monday elected mayor*
            aux.at = on;
            continue;
        } else if aux.at == head && before > from && (is_more_than(d, before) || is_in_passing(d, before, from)) {
            aux.at = before - 1;
            continue;
        } else if !(is_adverb(d, before) || negates || is_then(d, before, from)) {
            break;
        }
        aux.at = before;
    }
    aux
}

/// Reads the verb group whose head is the verb form at `head`; `None` where the form is no finite or planned verb.
pub fn group(d: &Document<'_>, head: u32, from: u32) -> Option<VerbGroup> {
    let forms = d.info(head).form;
    let aux = auxiliaries(d, head, from);
    let start = aux.start.unwrap_or(aux.first);
    let mut g = VerbGroup {
        start,
        outer: start,
        tense: Tense::Present,
        negated: aux.negated,
        ..done(head)
    };
    if let Some(before) = start.checked_sub(1).filter(|b| *b >= from) {
        // *to build*, *to jointly build*
        let split = aux.at.checked_sub(1).filter(|b| *b >= from && *b < before);
        let mut leads = std::iter::once(before).chain(split);
        if let Some(to) = leads.find(|at| d.str(*at).eq_ignore_ascii_case("to"))
            && aux.modal.is_none()
            && (forms & form::BASE != 0 || aux.be || aux.have)
        {
            return infinitive::read(d, g, &aux, to, from);
        }
        let bare = !(aux.be || aux.have || aux.doing) && aux.modal.is_none();
        if bare
            && forms & form::GERUND != 0
            && let Some(governor) = governor_of_gerund(d, before, from)
        {
            return Some(VerbGroup {
                head,
                passive: false,
                progressive: false,
                ..group(d, governor, from)?
            });
        }
    }
    let participle = forms & form::PARTICIPLE != 0;
    if let Some(kind) = aux.modal {
        // *would have earned more*: it has not
        g.negated |= aux.have && d.str(g.start).eq_ignore_ascii_case("would");
        g.tense = if kind == "future" {
            Tense::Future
        } else {
            Tense::Conditional
        };
        g.passive = aux.be && participle;
        g.progressive = aux.be && forms & form::GERUND != 0;
        return (forms & form::BASE != 0 || g.passive || g.progressive || aux.have).then_some(g);
    }
    let starts = |words: &[&str]| words.iter().any(|word| d.str(g.start).eq_ignore_ascii_case(word));
    if aux.be {
        if aux.have || starts(&["was", "were", "got"]) {
            g.tense = Tense::Past;
        }
        g.progressive = forms & form::GERUND != 0;
        g.passive = !g.progressive && participle;
        // *will step down and be succeeded by Amy Kuo*
        if starts(&["be"]) && start > from + 1 && d.str(start - 1) == "and" {
            let modal = (from..start - 1).rev().find_map(|at| d.value(at, at + 1, class::MODAL));
            g.tense = match modal {
                Some("future") => Tense::Future,
                Some(_) => Tense::Conditional,
                None => g.tense,
            };
        }
        return (g.progressive || g.passive).then_some(g);
    }
    if aux.have {
        g.tense = Tense::Past;
        return participle.then_some(g);
    }
    if aux.doing {
        if starts(&["did"]) {
            g.tense = Tense::Past;
        }
        return (forms & form::BASE != 0).then_some(g);
    }
    bare::read(d, g, (aux.first, aux.at), from)
}

/// *began building a plant*, *succeeded in building a laser*: the verb in front of a gerund that says when it was done.
fn governor_of_gerund(d: &Document<'_>, before: u32, from: u32) -> Option<u32> {
    if d.info(before).verb != 0 && d.has_lemma_class(d.lexicon.lemma(d.token(before).word), class::ASPECTVERB) {
        return Some(before);
    }
    let succeeded = d.str(before) == "in" && before > from && matches!(d.str(before - 1), "succeeded" | "succeeds");
    succeeded.then(|| before - 1)
}
