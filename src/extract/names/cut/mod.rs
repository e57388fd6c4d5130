//! Cuts a run of capitals into names: at titles, forms of address and nationalities, between a body or a place and a
//! person, between two of a kind.

mod front;
mod push;
mod seams;
mod told;

use super::super::dates::dateline::leading_agency;
use super::headline::without_post;
use super::posts::{is_field, owns_office};
use super::runs::Run;
use crate::lexicon::class;
use crate::text::{Document, flag};
pub(super) use push::push;

/// End of a title (*Executive Vice President*, *ex-Foreign Minister*) that starts at `at`.
#[inline]
pub fn title_end(document: &Document<'_>, at: u32, limit: u32) -> Option<u32> {
    // nearly everywhere none does
    let starts = document.starting(at) & (1 << class::TITLE | 1 << class::TITLEMOD) != 0;
    starts.then(|| find_title(document, at, limit)).flatten()
}

fn find_title(document: &Document<'_>, at: u32, limit: u32) -> Option<u32> {
    let mut from = at;
    for _ in 0..4 {
        // a whole title first: *vice president* is one
        if let Some(end) = document.class_end(from, class::TITLE) {
            if end > limit {
                return None;
            }
            // *General Manager*, *Chairman and CEO* are titles side by side
            let mut last = end;
            // *project leader | Professor Amy Kuo*: in another case it is another
            let small = |at: u32| !document.is(at, flag::CAPITAL);
            for _ in 0..2 {
                match document.class_end(last, class::TITLE) {
                    Some(next)
                        if next <= limit
                            && !document.is(last, flag::GLUED)
                            && (!small(last - 1) || small(last) || document.is(last, flag::UPPER)) =>
                    {
                        last = next;
                    }
                    _ => break,
                }
            }
            return Some(last);
        }
        match document.class_end(from, class::TITLEMOD) {
            Some(end) if end < limit => {
                from = end;
                if document.str(from) == "-" && document.is(from, flag::GLUED) && from + 1 < limit {
                    from += 1;
                }
            }
            _ => return None,
        }
    }
    None
}

/// End of a form of address with its point (*Mr.*, *Lt Gen*).
fn honorific_end(document: &Document<'_>, at: u32, limit: u32) -> Option<u32> {
    let mut end = document.class_end(at, class::HONORIFIC).filter(|e| *e <= limit)?;
    if end < limit && document.str(end) == "." && document.is(end, flag::GLUED) {
        end += 1;
    }
    Some(end)
}

/// End of a nationality that starts at `at`: *Korean*, *South Korean*, *West Indians*.
fn demonym_end(document: &Document<'_>, at: u32) -> Option<u32> {
    document.class_end(at, class::DEMONYM).or_else(|| {
        document
            .has(at, class::DIRECTION)
            .then(|| document.class_end(at + 1, class::DEMONYM))
            .flatten()
    })
}

/// A word of capitals that may be a body's letters.
fn is_acronym(document: &Document<'_>, at: u32) -> bool {
    const OTHER: u128 = 1 << class::TITLE | 1 << class::HONORIFIC | 1 << class::ACRONYMSTOP | 1 << class::GIVEN;
    document.is(at, flag::UPPER)
        && !document.is(at, flag::DOTTED)
        && document.token(at).len > 1
        && document.classes(at) & OTHER == 0
}

/// The run's last token is the head of an organisation's, a place's or an event's name.
pub(super) fn has_head(document: &Document<'_>, end: u32) -> bool {
    [
        class::ORGHEAD,
        class::ORGHEADWEAK,
        class::PLACEHEAD,
        class::EVENTHEAD,
        class::LEGALFORM,
        class::OTHERHEAD,
    ]
    .iter()
    .any(|c| document.has(end - 1, *c))
}

/// The tokens `from..end` of a run that is being cut.
struct Cut<'d, 'a> {
    document: &'d Document<'a>,
    from: u32,
    end: u32,
    /// The sentence opens with it, so that its first capital says nothing.
    opens: bool,
    /// Where titles and forms of address may end at most.
    limit: u32,
}

/// Where a run is cut in two: the name in front ends at `end`, the rest starts at `next`.
struct Seam {
    end: u32,
    next: u32,
    rest: Rest,
}

/// What stands behind a seam.
enum Rest {
    Name,
    /// Tokens to be cut again.
    Run,
    /// The same, and the sentence starts there.
    Sentence,
}

/// The end of *Xiamen* in *Xiamen Start-up*: the word goes on behind the hyphen in small letters.
fn without_compound(document: &Document<'_>, start: u32, end: u32) -> u32 {
    let glued = |at: u32| document.get(at).is_some_and(|t| t.is(flag::GLUED));
    let goes_on = glued(end) && glued(end + 1) && document.str(end) == "-" && !document.is(end + 1, flag::CAPITAL);
    let word = || document.str(end - 1) == "Start" && document.str(end + 1) == "up";
    if start + 1 < end && goes_on && word() {
        end - 1
    } else {
        end
    }
}

/// Cuts a run into names.
pub(super) fn split(document: &Document<'_>, start: u32, end: u32, opens: bool, limit: u32, out: &mut Vec<Run>) {
    let end = without_compound(document, start, without_post(document, start, end));
    // *University of Technology | School of Software*
    let whole = Cut {
        document,
        from: start,
        end,
        opens,
        limit,
    };
    if is_field(document, start, end) && whole.field_and_school().is_none() || owns_office(document, start, end, limit)
    {
        push(document, start, end, opens, out);
        return;
    }
    let mut cut = whole;
    // *Xinhua News Agency | Beijing, March 3*
    if opens && let Some(agency) = leading_agency(document, start, end).filter(|at| *at < end) {
        push(document, start, agency, opens, out);
        (cut.from, cut.opens) = (agency, false);
    }
    if !cut.behind_front() {
        return;
    }
    let Cut { from, opens, .. } = cut;
    let Some(seam) = cut.seam() else {
        push(document, from, end, opens, out);
        return;
    };
    push(document, from, seam.end, opens, out);
    if seam.next < end {
        match seam.rest {
            Rest::Name => push(document, seam.next, end, false, out),
            Rest::Run => split(document, seam.next, end, false, limit, out),
            Rest::Sentence => split(document, seam.next, end, true, limit, out),
        }
    }
}
