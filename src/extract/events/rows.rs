//! The rows of `rules/events/verbs.tsv` by verb, and which of them stand at a token.

use std::ops::Range;
use std::sync::OnceLock;

use crate::lexicon::{class, in_set};
use crate::text::{Document, flag};

use super::clause::Scene;
use super::tables as t;
use super::trigger::behind_date;

/// A verb of a row: the row, and where the words behind the verb stand in [`RowVerbs::words`].
type RowVerb = (u32, Range<u32>);

/// The verbs of all rows, those of one lemma next to each other in the order of their rows.
struct RowVerbs {
    list: Vec<RowVerb>,
    /// Word ids.
    words: Vec<u32>,
    /// Those of each verb that may tell an event, by [`WordInfo::verb`](crate::lexicon::format::WordInfo::verb).
    of_verb: Vec<(u32, u32)>,
}

impl RowVerbs {
    fn new() -> Self {
        let lexicon = crate::lexicon::lexicon();
        let mut words: Vec<u32> = Vec::new();
        let mut verbs: Vec<(u32, u32, Range<u32>)> = Vec::new();
        for (row, rule) in (0..).zip(t::VERBS) {
            for (lemma, tail) in rule.verbs {
                let start = words.len() as u32;
                words.extend(tail.iter().map(|w| lexicon.word_of(w)));
                verbs.push((lexicon.word_of(lemma), row, start..words.len() as u32));
            }
        }
        verbs.sort_by_key(|(lemma, row, _)| (*lemma, *row));
        let of_verb = lexicon.verbs.iter().map(|verb| {
            if !in_set(lexicon.set(lexicon.info(verb.lemma).set), class::EVENTVERB) {
                return (0, 0);
            }
            let before = |last: u32| verbs.partition_point(|(lemma, _, _)| *lemma < last) as u32;
            (before(verb.lemma), before(verb.lemma + 1))
        });
        Self {
            of_verb: of_verb.collect(),
            list: verbs.into_iter().map(|(_, row, tail)| (row, tail)).collect(),
            words,
        }
    }

    fn of(&self, verb: u16) -> &[RowVerb] {
        let (start, end) = self.of_verb[usize::from(verb)];
        &self.list[start as usize..end as usize]
    }
}

fn row_verbs() -> &'static RowVerbs {
    static VERBS: OnceLock<RowVerbs> = OnceLock::new();
    VERBS.get_or_init(RowVerbs::new)
}

/// Whether the verb (by [`WordInfo::verb`](crate::lexicon::format::WordInfo::verb)) may tell an event.
pub(super) fn has_rows(verb: u16) -> bool {
    !row_verbs().of(verb).is_empty()
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
    let verbs = row_verbs();
    out.clear();
    // where the words of a phrase may stand besides right behind the verb, asked of once
    let mut places: Option<[Option<u32>; 2]> = None;
    for (row, tail) in verbs.of(d.info(at).verb) {
        let tail = &verbs.words[tail.start as usize..tail.end as usize];
        if out.last().is_some_and(|(r, _)| r == row) {
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
            out.push((*row, end));
        }
    }
}
