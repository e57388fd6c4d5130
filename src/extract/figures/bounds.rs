//! Bounds around a figure: *more than*, *at least*, *will not exceed*, *a maximum of*.

use crate::extract::numbers;
use crate::lexicon::class;
use crate::record::{Bound, FigureKind};
use crate::text::{Document, Sentence, flag};

use super::{FigureItem, phrase};

/// Longest bound, in tokens.
const BOUND_LENGTH: u32 = 4;

/// *or more*, *or below* behind the unit.
pub(super) fn behind(d: &Document<'_>, item: &mut FigureItem<'_>, sentence: &Sentence) {
    if item.bound != Bound::Exactly || matches!(item.kind, FigureKind::Rank | FigureKind::Ordinal) {
        return;
    }
    let at = item.end;
    // *60 billion yuan at most.*, *RMB 18 billion at least in optics*
    if at + 1 < sentence.end && d.str(at) == "at" {
        let bound = match d.str(at + 1) {
            "least" => Bound::AtLeast,
            "most" => Bound::AtMost,
            _ => return,
        };
        let ends = at + 2 >= sentence.end || !phrase::is_word(d, at + 2) && !d.is(at + 2, flag::NUMBER);
        if ends || d.has(at + 2, class::PREP) || d.has(at + 2, class::CONJ) {
            item.bound = bound;
            item.end = at + 2;
        }
        return;
    }
    if at >= sentence.end || !matches!(d.str(at), "or" | "and" | "+") {
        return;
    }
    if let Some(end) = d.class_end(at, class::BOUNDAFTER).filter(|e| *e <= sentence.end)
        && let Some(bound) = d.value(at, end, class::BOUNDAFTER).and_then(numbers::bound)
    {
        item.bound = bound;
        item.end = end;
    }
}

/// The longest bound in front of the figure, over an article or *record* between them.
pub(super) fn before(d: &Document<'_>, item: &mut FigureItem<'_>, sentence: &Sentence) {
    if matches!(item.kind, FigureKind::Rank | FigureKind::Ordinal) {
        return;
    }
    let mut start = item.start;
    for _ in 0..2 {
        if start <= sentence.start {
            return;
        }
        let found = (1..=BOUND_LENGTH.min(start - sentence.start))
            .rev()
            .map(|n| start - n)
            .find(|at| d.class_end(*at, class::BOUND) == Some(start));
        if let Some(at) = found {
            // *the above two projects* are those told before
            if at > sentence.start && d.str(at) == "above" && d.has(at - 1, class::DET) {
                return;
            }
            let bound = d.value(at, start, class::BOUND).and_then(numbers::bound);
            let bound = negated(d, at, sentence, bound.unwrap_or_default());
            if bound != Bound::Exactly {
                if item.bound == Bound::Exactly {
                    item.bound = bound;
                }
                item.start = at;
                // *well over*, *just under*: one more word may bound the bound
                return;
            }
            start = at;
        } else if d.has(start - 1, class::BOUNDPRE) {
            start -= 1;
        } else {
            break;
        }
    }
    // *between 3.5 and 3.7 billion*
    if item.min.is_some()
        && item.max.is_some()
        && item.start > sentence.start
        && d.str(item.start - 1).eq_ignore_ascii_case("between")
    {
        item.start -= 1;
    }
}

/// The bound at token `at`, turned round where it is denied: *will not exceed 30 percent* is at most that, *should not be
/// less than* at least.
fn negated(d: &Document<'_>, at: u32, sentence: &Sentence, bound: Bound) -> Bound {
    /// Tokens between *not* and the bound: *not be allowed to*.
    const NEAR: u32 = 3;
    let turned = match bound {
        Bound::MoreThan => Bound::AtMost,
        Bound::LessThan => Bound::AtLeast,
        other => return other,
    };
    for back in (at.saturating_sub(NEAR).max(sentence.start)..at).rev() {
        if d.has(back, class::NEG) {
            return turned;
        }
        let verb = d.has(back, class::AUX) || d.has(back, class::CHANGE) || d.str(back) == "to";
        if !verb {
            break;
        }
    }
    bound
}

/// *a maximum reward of 5 million yuan*, *a minimum investment of 2 million*: the bound stands at the head of the phrase.
pub(super) fn of_phrase(d: &Document<'_>, item: &mut FigureItem<'_>, sentence: &Sentence) {
    /// Tokens of the phrase.
    const LONGEST: u32 = 4;
    if item.bound != Bound::Exactly || item.start < sentence.start + 4 || d.str(item.start - 1) != "of" {
        return;
    }
    let of = item.start - 1;
    for at in (of.saturating_sub(LONGEST).max(sentence.start + 1)..of - 1).rev() {
        let bound = match d.str(at) {
            "maximum" => Bound::AtMost,
            "minimum" => Bound::AtLeast,
            _ if phrase::is_word(d, at) && !phrase::stops(d, at) => continue,
            _ => return,
        };
        // *the maximum temperature of 35 degrees* is one
        if matches!(d.str(at - 1), "a" | "A") {
            item.bound = bound;
        }
        return;
    }
}
