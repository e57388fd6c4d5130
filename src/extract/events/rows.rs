//! Which rows of `rules/events/verbs.tsv` stand at a token.

use crate::lexicon::class;
use crate::text::{Document, flag};

use super::clause::Scene;
use super::trigger::behind_date;
use super::{VerbRule, tables as t};

/// Whether the verb (by [`WordInfo::verb`](crate::lexicon::format::WordInfo::verb)) may tell an event.
#[inline]
pub(super) fn has_rows(verb: u16) -> bool {
    t::ROW_STARTS[usize::from(verb)] != t::ROW_STARTS[usize::from(verb) + 1]
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

/// Rows whose words what it is done to may part: *took Li Ming into custody*, *sent a satellite into orbit*.
const PARTED: [&str; 17] = [
    t::rule("event.appointment.charge"),
    t::rule("event.appointment.relieved"),
    t::rule("event.disaster.homes"),
    t::rule("event.election.voted_out"),
    t::rule("event.labour.called"),
    t::rule("event.launch.into"),
    t::rule("event.launch.online"),
    t::rule("event.launch.orbit"),
    t::rule("event.legal.bankrupt"),
    t::rule("event.legal.before"),
    t::rule("event.legal.free"),
    t::rule("event.legal.house"),
    t::rule("event.policy.before"),
    t::rule("event.production.again"),
    t::rule("event.restriction.lockdown"),
    t::rule("event.restriction.recall"),
    t::rule("event.sport.out"),
];

/// What parts the words of the row's phrase, which ends at `end`, from the verb at `head`.
pub(super) fn parting(d: &Document<'_>, rule: &VerbRule, head: u32, end: u32) -> Option<(u32, u32)> {
    if end < head + 3 || !PARTED.contains(&rule.id) {
        return None;
    }
    // *brought the plant online*, but *fled their homes*
    let alone = || Some(end - 1).filter(|last| !d.has(last - 1, class::DET));
    let led = (head + 1..end).rev().find(|at| d.has(*at, class::PREP));
    let mut phrase = led.or_else(alone)?;
    // *knocked Lumeno out of the cup*
    while phrase > head + 1 && matches!(d.str(phrase - 1), "out" | "back" | "up" | "off") {
        phrase -= 1;
    }
    (phrase > head + 1).then_some((head + 1, phrase))
}

/// Where a noun phrase right behind the verb at `at` may end.
fn behind_object<'d>(d: &'d Document<'_>, at: u32) -> impl Iterator<Item = u32> + 'd {
    /// Tokens of *the 48-year-old head of the union*.
    const LONGEST: u32 = 12;
    let noun = move |x: &u32| {
        let glued = d.is(*x, flag::GLUED) && matches!(d.str(*x), "-" | "'s" | "’s");
        let led = d.has(*x, class::PREP) && d.str(*x) != "of";
        let clause = d.has(*x, class::MODAL) || d.value(*x, x + 1, class::AUX).is_some() || d.has(*x, class::SUBORD);
        glued || d.is(*x, flag::WORD | flag::NUMBER) && !led && !clause
    };
    // *go back into operation*: nothing is moved; *took his online shop*: his what
    let whole = move |x: &u32| {
        let alone = *x == at + 2 && matches!(d.str(at + 1), "back" | "straight" | "directly" | "again");
        !alone && (d.has(*x, class::PREP) || !d.has(x - 1, class::DET))
    };
    let end = d.tokens().len() as u32;
    (at + 1..end.min(at + LONGEST))
        .take_while(noun)
        .map(|x| x + 1)
        .filter(whole)
}

/// Rows of the verb whose words all stand behind it, each with the token behind the last, in the order of the table.
pub(super) fn rows(scene: &Scene<'_, '_>, at: u32, out: &mut Vec<(u32, u32)>) {
    /// Bits of a row; above them its place among those of the verb, until all are found.
    const ROW: u32 = 16;
    let d = scene.document;
    out.clear();
    let verb = usize::from(d.info(at).verb);
    let ([bare, phrases], [bare_end, phrases_end]) = (t::ROW_STARTS[verb], t::ROW_STARTS[verb + 1]);
    let key = |place: u16, row: u16| u32::from(place) << ROW | u32::from(row);
    let bare = &t::BARE_ROWS[usize::from(bare)..usize::from(bare_end)];
    let range = usize::from(phrases)..usize::from(phrases_end);
    let bits = t::PHRASE_BITS[verb];
    let mut standing = |from: u32, single: bool, parted: bool| {
        let word = d.token(from).word;
        // most words open no phrase of the verb
        if bits >> (word & 63) & 1 == 0 {
            return;
        }
        let firsts = &t::PHRASE_FIRSTS[range.clone()];
        let from_word = firsts.partition_point(|first| *first < word);
        let of_word = firsts[from_word..].iter().take_while(|first| **first == word).count();
        for &(place, row, start, end) in &t::PHRASE_ROWS[range.clone()][from_word..from_word + of_word] {
            let rest = usize::from(start)..usize::from(end);
            let whole = !(single && start < end) && (!parted || PARTED.contains(&t::VERBS[usize::from(row)].id));
            if whole && stand(d, from + 1, rest) {
                out.push((key(place, row), from + 1 + u32::from(end - start)));
            }
        }
    };
    if !range.is_empty() {
        standing(at + 1, false, false);
        // *announced on Thursday it would*; phrases such as *put into operation* stay together
        let dated = behind_date(scene, at + 1);
        let places = [(dated > at + 1).then_some(dated), behind_circumstance(d, at + 1)];
        for from in places.into_iter().flatten() {
            standing(from, true, false);
        }
        for from in behind_object(d, at) {
            standing(from, false, true);
        }
    }
    if out.is_empty() {
        out.extend(bare.iter().map(|(_, row)| (u32::from(*row), at + 1)));
        return;
    }
    out.extend(bare.iter().map(|(place, row)| (key(*place, *row), at + 1)));
    // stable: of a row that stands in two ways the first counts
    out.sort_by_key(|(key, _)| *key);
    for (key, _) in out.iter_mut() {
        *key &= (1 << ROW) - 1;
    }
    out.dedup_by_key(|(row, _)| *row);
}

/// The words of `ROW_WORDS` stand at the token and behind it.
fn stand(d: &Document<'_>, at: u32, words: std::ops::Range<usize>) -> bool {
    let mut words = t::ROW_WORDS[words].iter().zip(at..);
    words.all(|(word, at)| d.token(at).word == *word)
}
