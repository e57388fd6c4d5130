//! Words that look like verbs and are nouns inside a phrase: *on charges of*, *raised its sales forecast*.

use crate::lexicon::class;
use crate::lexicon::format::{form, pos};
use crate::text::{Document, flag};

use super::verbs::is_adverb;

/// Verbs whose object the words may be.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum ObjectOf {
    /// A plain past form.
    Past,
    /// Any verb; for what looks like a plural.
    AnyVerb,
}

/// *killed 62 people, with hundreds injured*: a participle that only tells how those behind *with* are; nothing can be its
/// object.
pub(super) fn is_absolute(d: &Document<'_>, last: u32, head: u32, from: u32) -> bool {
    /// Tokens between *with* and the participle.
    const NEAR: u32 = 4;
    let ends = d.get(head + 1).is_none_or(|t| t.is(flag::MARK)) || d.has(head + 1, class::CONJ);
    let counted = |at: u32| {
        d.is(at, flag::NUMBER)
            || d.is(at, flag::WORD) && !d.is(at, flag::CAPITAL) && !d.has(at, class::DET) && !d.has(at, class::CONJ)
    };
    let first = last.saturating_sub(NEAR).max(from);
    let with = ends.then(|| (first..=last).rev().find(|at| !counted(*at) || d.str(*at) == "with"));
    with.flatten().is_some_and(|at| d.str(at) == "with")
}

/// The words up to `last` are nouns and adjectives in small letters that a preposition, a number or the sentence's start
/// opens: what follows is one noun more (*of heart attacks*, *three attacks*) and no verb.
/// `ends`: nothing stands behind it either, so that it may be the last of a list (*under mud and rocks*).
pub(super) fn is_noun_chain(d: &Document<'_>, last: u32, from: u32, ends: bool) -> bool {
    let listed = ends && last > from && d.has(last, class::CONJ) && !d.is(last - 1, flag::NUMBER | flag::MARK);
    let mut at = last - u32::from(listed);
    let next = last + 2;
    let closes = ends || d.get(next).is_some() && (d.has(next, class::PREP) || d.has(next, class::CONJ));
    loop {
        if d.is(at, flag::CAPITAL) && at > from || [class::DET, class::PRON].iter().any(|c| d.has(at, *c)) {
            return false;
        }
        if d.has(at, class::PREP) || d.is(at, flag::NUMBER) || d.has(at, class::NUMWORD) {
            return true;
        }
        // *civil and criminal fines*, but *was approved on May 3 and takes effect*
        let joined = at > from && at < last && d.has(at, class::CONJ);
        // *after restructuring charges*
        let making = at > from && d.info(at).form & form::GERUND != 0;
        if !d.is(at, flag::WORD) || d.info(at).pos & (pos::NOUN | pos::ADJECTIVE) == 0 && !joined && !making {
            return false;
        }
        if at == from {
            return true;
        }
        at -= 1;
        // *fell on one-time charges.*, *through multi-level exchanges*, but *The 76-year-old mother says things have changed*
        if closes && at > from + 1 && d.str(at) == "-" && d.is(at, flag::GLUED) {
            at -= 1;
            let prefix = d.is(at, flag::WORD) && d.info(at).pos == 0 && !d.has(at, class::NUMWORD);
            at -= u32::from(prefix && at > from);
        }
    }
}

/// *raised its sales forecast*, *placed high hopes*: the words up to `last` are what a past form in front has for its
/// object, so that what follows is a noun. Before a plural, forms of the present count as well: *faces murder charges*.
pub(super) fn is_object(d: &Document<'_>, last: u32, from: u32, of: ObjectOf) -> bool {
    let past = |at: u32| {
        let info = d.info(at);
        // *placed* may be an adjective, but not right behind a name
        let subject = at > from && (d.is(at - 1, flag::CAPITAL) || d.has(at - 1, class::PRON))
            // *Kelvar Corp.*
            || at > from + 1 && d.str(at - 1) == "." && d.is(at - 2, flag::CAPITAL);
        info.form & form::PAST != 0
            && info.pos & pos::NOUN == 0
            && (info.pos & pos::ADJECTIVE == 0 || subject)
            && !d.is(at, flag::CAPITAL)
            // *firms above the designated size*
            && !(at > from && d.has(at - 1, class::DET) && !d.has(at - 1, class::PRON))
    };
    // *would not make public remarks*, *helps it overcome technology sanctions*
    let base = |at: u32| {
        let info = d.info(at);
        let led = || {
            at > from
                && (d.has(at - 1, class::MODAL)
                    || d.has(at - 1, class::NEG)
                    || d.has(at - 1, class::CONJ)
                    || d.str(at - 1) == "to")
        };
        info.form & form::BASE != 0 && (info.pos & pos::NOUN == 0 && !d.has(at, class::AUX) || led())
    };
    // *requires criminal charges*, *she faces charges*, *are also facing charges*, *has prior arrests*
    let present = |at: u32| {
        let info = d.info(at);
        let noun = info.pos & pos::NOUN != 0;
        let before = at.checked_sub(1).filter(|b| *b >= from);
        let subject = || {
            before.is_some_and(|b| {
                d.is(b, flag::CAPITAL) && !d.has(b, class::DET)
                    || d.has(b, class::PRON) && !d.has(b, class::DET)
                    || d.str(b) == "who"
            })
        };
        // *are also facing charges*, *start soliciting public comments*
        let goes_on = || {
            let aspect = |b: u32| d.info(b).verb != 0 && !d.is(b, flag::CAPITAL);
            // *efforts in promoting friendly exchanges*
            let aim = |b: u32| d.has(b, class::PREP) && !d.is(b, flag::CAPITAL);
            before.is_some_and(|b| {
                d.has(b, class::AUX)
                    || d.str(b) == ","
                    || d.has(b, class::CONJ)
                    || is_adverb(d, b)
                    || aspect(b)
                    || aim(b)
            })
        };
        if d.has(at, class::AUX) {
            return d.value(at, at + 1, class::AUX) == Some("have");
        }
        info.verb != 0
            && !d.is(at, flag::CAPITAL)
            && (info.form & form::GERUND != 0 && goes_on() || info.form & form::THIRD != 0 && (!noun || subject()))
    };
    let opens = |at: u32| past(at) || of == ObjectOf::AnyVerb && (base(at) || present(at));
    let mut at = last;
    // *raised its 2024 sales forecast*
    while at > from && d.is(at, flag::WORD | flag::NUMBER) && !d.is(at, flag::CAPITAL) {
        if opens(at) || d.has(at, class::DET) && opens(at - 1) {
            return true;
        }
        if d.is(at, flag::WORD) && d.info(at).pos & (pos::NOUN | pos::ADJECTIVE) == 0
            || d.has(at, class::PREP)
            || d.has(at, class::DET)
            || d.has(at, class::SUBORD)
            || d.has(at, class::PRON)
        {
            return false;
        }
        at -= 1;
        // *full-year*, *in-depth*
        if at > from + 1 && d.str(at) == "-" {
            at -= 2;
        }
    }
    false
}

/// *to bypass US sanctions*, *amid U.S. bans*, *in multiple U.S. states*: the name that ends at `last` is governed by an
/// infinitive or a preposition, and what looks like the verb behind it is its noun. `open`: nothing stands behind that word
/// which could be an object; `says`: it may be a verb of saying, which needs none.
pub(super) fn is_governed(d: &Document<'_>, last: u32, from: u32, open: bool, says: bool) -> bool {
    /// Tokens of the name.
    const LONGEST: u32 = 6;
    let mut at = last;
    if !d.is(at, flag::CAPITAL) {
        return false;
    }
    let limit = last.saturating_sub(LONGEST).max(from);
    while at > limit && d.is(at - 1, flag::CAPITAL) && !d.has(at - 1, class::PREP) {
        at -= 1;
    }
    let mut adjective = false;
    // *in* may be an adjective as well
    let describes = |at: u32| d.info(at).pos & pos::ADJECTIVE != 0 && d.info(at).verb == 0 && !d.has(at, class::PREP);
    while at > limit && (d.has(at - 1, class::DET) || describes(at - 1)) {
        adjective |= !d.has(at - 1, class::DET);
        at -= 1;
    }
    let Some(before) = at.checked_sub(1).filter(|b| *b >= from) else {
        return false;
    };
    let led = |at: u32| at > from && (d.str(at - 1) == "to" || d.has(at - 1, class::MODAL));
    let infinitive = d.info(before).form & form::BASE != 0 && !d.is(before, flag::CAPITAL) && led(before);
    infinitive && !says || open && (!says || adjective) && d.has(before, class::PREP) && !d.is(before, flag::CAPITAL)
}

/// A noun in small letters.
pub(super) fn is_lower_noun(d: &Document<'_>, at: u32) -> bool {
    d.get(at).is_some_and(|t| t.is(flag::WORD) && !t.is(flag::CAPITAL))
        && d.info(at).pos & (pos::NOUN | pos::PLURAL) != 0
        && d.info(at).pos & pos::ADVERB == 0
        && !d.has(at, class::PREP)
        && !d.has(at, class::DET)
}

/// *The 22 signed projects include …*: a participle between a number and its noun, with the verb behind.
pub(super) fn is_counted(d: &Document<'_>, head: u32, from: u32) -> bool {
    const FARTHEST: u32 = 12;
    let number = |at: u32| d.is(at, flag::NUMBER) || d.has(at, class::NUMWORD);
    // *There were 6 signed projects*
    if head >= from + 2 && number(head - 1) && d.value(head - 2, head - 1, class::AUX) == Some("be") {
        return is_lower_noun(d, head + 1);
    }
    let determined = head >= from + 2 && number(head - 1) && d.has(head - 2, class::DET);
    determined
        && is_lower_noun(d, head + 1)
        && (head + 2..head + FARTHEST)
            .take_while(|x| d.get(*x).is_some() && !matches!(d.str(*x), "." | ";"))
            .any(|x| {
                d.has(x, class::AUX)
                    || d.has(x, class::MODAL)
                    || d.info(x).verb != 0 && d.info(x).pos & pos::NOUN == 0 && !d.has(x, class::PREP)
            })
}

/// *guilty to selling drugs*, *convicted of selling drugs*: a preposition that leads to what somebody did.
pub(super) fn is_of_deed(d: &Document<'_>, at: u32) -> bool {
    matches!(d.str(at), "of" | "to") && d.info(at + 1).form & form::GERUND != 0
}
