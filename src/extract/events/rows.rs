//! Which rows of `rules/events/verbs.tsv` stand at a token.

use crate::lexicon::class;
use crate::text::{Document, flag};

use super::clause::Scene;
use super::tables as t;
use super::trigger::behind_date;

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
    let verb = usize::from(d.info(at).verb);
    let range = usize::from(t::ROW_STARTS[verb])..usize::from(t::ROW_STARTS[verb + 1]);
    let next = d.token(at + 1).word;
    // where the words of a phrase may stand besides right behind the verb, asked of once
    let mut places: Option<[Option<u32>; 2]> = None;
    let mut last = None;
    for &(row, first, start, end) in &t::ROWS_OF_VERBS[range] {
        if last == Some(row) {
            continue;
        }
        let words = end - start;
        let stands = if words == 0 {
            Some(at + 1)
        } else if first == next && next != 0 && stand(d, at + 2, usize::from(start) + 1..usize::from(end)) {
            Some(at + 1 + u32::from(words))
        } else if words == 1 {
            // *announced on Thursday it would*; phrases such as *put into operation* stay together
            let places = places.get_or_insert_with(|| {
                let dated = behind_date(scene, at + 1);
                [(dated > at + 1).then_some(dated), behind_circumstance(d, at + 1)]
            });
            let mut places = places.iter().flatten();
            places.find(|at| d.token(**at).word == first).map(|at| at + 1)
        } else {
            None
        };
        if let Some(end) = stands {
            out.push((u32::from(row), end));
            last = Some(row);
        }
    }
}

/// The words of `ROW_WORDS` stand at the token and behind it.
fn stand(d: &Document<'_>, at: u32, words: std::ops::Range<usize>) -> bool {
    let mut words = t::ROW_WORDS[words].iter().zip(at..);
    words.all(|(word, at)| d.token(at).word == *word)
}
