//! A participle behind *and* or a comma that goes on from a passive: *was guided by A and hosted by B*, *was arrested on Friday and
//! charged with theft*.

use crate::extract::names::cut::title_end;
use crate::lexicon::class;
use crate::lexicon::format::{form, pos};
use crate::text::{Document, flag};

use super::super::rows;
use super::{Tense, VerbGroup, group, is_adverb};

/// Tokens between the two participles.
const FARTHEST: u32 = 30;

/// The group `g` of a bare participle as a passive, where one stands in front of `before`, the *and* or the comma in front of it.
/// `by`: *by* and who does it stand behind it, else it must do something to somebody and have no object.
pub(super) fn passive(d: &Document<'_>, g: VerbGroup, (before, by): (u32, bool), from: u32) -> Option<VerbGroup> {
    if before < from + 2 || !matches!(d.str(before), "and" | ",") {
        return None;
    }
    if !(by || rows::is_done_to_somebody(d.info(g.head).verb) && !has_object(d, g.head + 1)) {
        return None;
    }
    let first = first_passive(d, before, from)?;
    // *Workers, who were considered a burden by some, made up a third*: the verb behind the clause; *She was born and raised*
    let relative = d.str(before) == "," && first.outer > from && d.has(first.outer - 1, class::SUBORD);
    let born = first.head + 1 == before && d.str(first.head) == "born";
    if !by && (relative || born) {
        return None;
    }
    let usual = first.tense == Tense::Present;
    let by = by && d.str(first.head + 1) == "by";
    Some(VerbGroup {
        passive: true,
        tense: if usual { Tense::Past } else { first.tense },
        planned: first.planned,
        // *are arrested and charged*: what is usual is no event
        negated: g.negated || first.negated || usual && !by,
        ..g
    })
}

/// The passive with its auxiliary that a participle behind the *and* or the comma at `joint` goes on from.
pub(in crate::extract::events) fn first_passive(d: &Document<'_>, joint: u32, from: u32) -> Option<VerbGroup> {
    let nearest = joint.saturating_sub(FARTHEST).max(from + 1);
    let parts = |at: u32| d.is(at, flag::MARK) && matches!(d.str(at), ";" | ":" | "“" | "”" | "\"");
    for at in (nearest..joint).rev() {
        if parts(at) {
            return None;
        }
        if !d.is(at, flag::VERB) || d.info(at).form & form::PARTICIPLE == 0 {
            continue;
        }
        // to read groups without an auxiliary would go back from passive to passive without end
        let mut aux = at;
        while aux > from && is_adverb(d, aux - 1) {
            aux -= 1;
        }
        if aux > from && d.value(aux - 1, aux, class::AUX) == Some("be") {
            return group(d, at, from).filter(|g| g.passive);
        }
    }
    None
}

/// *charged the man*, *appointed Li Ming*, but not *charged with theft*, *appointed chairman*, *found guilty*: what is done, and to
/// whom, stands at `next`.
fn has_object(d: &Document<'_>, next: u32) -> bool {
    let Some(token) = d.get(next) else { return false };
    if token.is(flag::MARK) {
        return !matches!(d.str(next), "." | "," | ";" | ")" | "-" | "–" | "—");
    }
    if [
        class::PREP,
        class::CONJ,
        class::SUBORD,
        class::WEEKDAY,
        class::MONTH,
        class::DAYWORD,
    ]
    .iter()
    .any(|c| d.has(next, *c))
        || is_adverb(d, next)
    {
        return false;
    }
    let ends = |at: u32| {
        d.get(at)
            .is_none_or(|t| t.is(flag::MARK) || d.has(at, class::PREP) || d.has(at, class::CONJ))
    };
    // *found guilty of fraud*
    let word = !token.is(flag::CAPITAL) && token.is(flag::WORD);
    let quality = word && d.info(next).pos & pos::ADJECTIVE != 0 && ends(next + 1);
    // *appointed chairman of Kelvar*, not *appointed chairman Li Ming*
    let post = || title_end(d, next, next + 6).is_some_and(|end| ends(end) && !d.is(end - 1, flag::CAPITAL));
    // *named as its head*, *sentenced to death*
    !(quality || post())
}
