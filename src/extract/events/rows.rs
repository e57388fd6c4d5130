//! Which rows of `rules/events/verbs.tsv` stand at a token.

use crate::lexicon::class;
use crate::text::{Document, flag};

use super::clause::Scene;
use super::tables as t;
use super::trigger::behind_date;

/// The rows of a verb (by [`WordInfo::verb`](crate::lexicon::format::WordInfo::verb)), each with the words that have to stand
/// behind it.
fn of(verb: u16) -> impl Iterator<Item = (u32, &'static [u32])> {
    let verb = usize::from(verb);
    let range = usize::from(t::ROW_STARTS[verb])..usize::from(t::ROW_STARTS[verb + 1]);
    let rows = t::ROWS_OF_VERBS[range].iter();
    rows.map(|(row, start, end)| (u32::from(*row), &t::ROW_WORDS[usize::from(*start)..usize::from(*end)]))
}

/// Whether the verb (by [`WordInfo::verb`](crate::lexicon::format::WordInfo::verb)) may tell an event.
pub(super) fn has_rows(verb: u16) -> bool {
    t::ROW_STARTS[usize::from(verb)] < t::ROW_STARTS[usize::from(verb) + 1]
}

/// Behind a circumstance that stands between a verb of saying and its *that*: *introduced in his speech that*.
fn behind_circumstance(d: &Document<'_>, at: u32) -> Option<u32> {
    const LONGEST: u32 = 9;
    if !d.has(at, class::PREP) {
        return None;
    }
    let that = (at + 1..at + LONGEST)
        .take_while(|x| d.is(*x, flag::WORD | flag::NUMBER))
        .find(|x| d.str(*x) == "that")?;
    Some(that)
}

/// Rows of the verb whose words all stand behind it, each with the token behind the last.
pub(super) fn rows(scene: &Scene<'_, '_>, at: u32, out: &mut Vec<(u32, u32)>) {
    let d = scene.document;
    out.clear();
    // where the words of a phrase may stand besides right behind the verb, asked of once
    let mut places: Option<[Option<u32>; 2]> = None;
    for (row, tail) in of(d.info(at).verb) {
        if out.last().is_some_and(|(r, _)| *r == row) {
            continue;
        }
        let stands = |from: u32| {
            let mut behind = tail.iter().zip(from..);
            behind
                .all(|(w, x)| d.get(x).is_some_and(|t| t.word == *w))
                .then_some(from + tail.len() as u32)
        };
        // *announced on Thursday it would*; phrases such as *put into operation* stay together
        let mut end = stands(at + 1);
        if end.is_none() && tail.len() == 1 {
            let places = places.get_or_insert_with(|| {
                let dated = behind_date(scene, at + 1);
                [(dated > at + 1).then_some(dated), behind_circumstance(d, at + 1)]
            });
            end = places.iter().flatten().find_map(|from| stands(*from));
        }
        if let Some(end) = end {
            out.push((row, end));
        }
    }
}
