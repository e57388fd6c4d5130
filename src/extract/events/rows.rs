//! Which rows of `rules/events/verbs.tsv` stand at a token.

use crate::lexicon::class;
use crate::record::{EventKind, ParticipantRole};
use crate::resolve::names::Kind;
use crate::text::{Document, flag};

use super::clause::{Hit, Scene};
use super::trigger::behind_date;
use super::{VerbRule, tables as t};

/// Whether the verb (by [`WordInfo::verb`](crate::lexicon::format::WordInfo::verb)) may tell an event.
#[inline]
pub(super) fn has_rows(verb: u16) -> bool {
    t::ROW_STARTS[usize::from(verb)] != t::ROW_STARTS[usize::from(verb) + 1]
}

/// Whether the verb (likewise) tells what is done to somebody: *arrest*, *appoint*, *acquire*, but not *die* or *resign*.
pub(super) fn is_done_to_somebody(verb: u16) -> bool {
    const KINDS: [EventKind; 7] = [
        EventKind::Legal,
        EventKind::Death,
        EventKind::Appointment,
        EventKind::Conflict,
        EventKind::Restriction,
        EventKind::Acquisition,
        EventKind::Award,
    ];
    let verb = usize::from(verb);
    let ([bare, phrases, _], [bare_end, phrases_end, _]) = (t::ROW_STARTS[verb], t::ROW_STARTS[verb + 1]);
    let bare = t::BARE_ROWS[usize::from(bare)..usize::from(bare_end)]
        .iter()
        .map(|r| r.1);
    let phrases = t::PHRASE_ROWS[usize::from(phrases)..usize::from(phrases_end)].iter();
    let mut rules = bare.chain(phrases.map(|r| r.1)).map(|row| &t::VERBS[usize::from(row)]);
    rules.any(|rule| rule.roles[1] == Some(ParticipantRole::Patient) && KINDS.contains(&rule.kind))
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

/// Behind the circumstances at `at` that part a verb from its preposition: *sat down | in Osaka on Monday | with*, *turned out
/// here for*.
pub(super) fn behind_parting(scene: &Scene<'_, '_>, at: u32) -> u32 {
    /// Circumstances, one behind the other.
    const MOST: usize = 3;
    let d = scene.document;
    let mut end = at;
    for _ in 0..MOST {
        let next = match scene.str(end) {
            "here" | "there" => end + 1,
            "in" | "at" | "near" | "outside" => behind_place(scene, end + 1).unwrap_or_else(|| behind_date(scene, end)),
            _ => behind_date(scene, end),
        };
        if next == end {
            break;
        }
        end = next;
    }
    // *in Wuxi on May 3, 2025, for talks*
    let comma = end > at && scene.str(end) == "," && d.has(end + 1, class::PREP);
    end + u32::from(comma)
}

/// Behind the place that starts at the token, with the one that it owns: *Osaka's Nakano Hall*.
fn behind_place(scene: &Scene<'_, '_>, at: u32) -> Option<u32> {
    /// Tokens of a place's name.
    const LONGEST: u32 = 8;
    let at = at + u32::from(scene.str(at) == "the");
    let place = |from: u32| {
        let mut hits = scene.hits_in(from, from + LONGEST).take(1);
        hits.find(|hit: &Hit| hit.start == from && hit.kind == Kind::Place)
            .map(|hit| hit.end)
    };
    let end = place(at)?;
    let owned = matches!(scene.str(end), "'s" | "’s").then(|| place(end + 1)).flatten();
    Some(owned.unwrap_or(end))
}

/// Where the circumstances start that stand inside the words of a row, from the verb at `at` to `end`, or else `end`.
pub(super) fn parted_at(scene: &Scene<'_, '_>, at: u32, end: u32) -> u32 {
    let parted = |from: &u32| {
        let behind = behind_parting(scene, *from);
        behind > *from && behind < end
    };
    (at + 1..end.saturating_sub(1)).find(parted).unwrap_or(end)
}

/// Rows of the verb whose words all stand behind it, each with the token behind the last, in the order of the table.
pub(super) fn rows(scene: &Scene<'_, '_>, at: u32, out: &mut Vec<(u32, u32)>) {
    /// Bits of a row; above them its place among those of the verb, until all are found.
    const ROW: u32 = 16;
    let d = scene.document;
    out.clear();
    let verb = usize::from(d.info(at).verb);
    let ([bare, phrases, apart], [bare_end, phrases_end, apart_end]) = (t::ROW_STARTS[verb], t::ROW_STARTS[verb + 1]);
    let key = |place: u16, row: u16| u32::from(place) << ROW | u32::from(row);
    let bare = &t::BARE_ROWS[usize::from(bare)..usize::from(bare_end)];
    let range = usize::from(phrases)..usize::from(phrases_end);
    let bits = t::PHRASE_BITS[verb];
    let mut standing = |from: u32, single: bool| {
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
            // *announced on Thursday it would*; phrases such as *put into operation* stay together, but *spoke on Thursday by phone*
            let whole = !(single && start < end && !d.has(from, class::PREP));
            if whole && stand(d, from + 1, rest.clone()) {
                out.push((key(place, row), from + 1 + u32::from(end - start)));
            } else if start < end
                && let Some(end) = stand_parted(scene, from + 1, rest)
            {
                out.push((key(place, row), end));
            }
        }
    };
    if !range.is_empty() {
        standing(at + 1, false);
        let dated = behind_parting(scene, at + 1);
        let places = [(dated > at + 1).then_some(dated), behind_circumstance(d, at + 1)];
        for from in places.into_iter().flatten() {
            standing(from, true);
        }
    }
    let apart = &t::APART_ROWS[usize::from(apart)..usize::from(apart_end)];
    let near = if apart.is_empty() {
        0
    } else {
        words_of(d, object_of(d, at))
    };
    for &(place, row, start, end) in apart {
        // most rows have their first word nowhere near
        let first = t::ROW_WORDS[usize::from(start)];
        if near >> (first & 63) & 1 != 0 && stand_apart(scene, at, usize::from(start)..usize::from(end)).is_some() {
            out.push((key(place, row), at + 1));
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

/// Where the words stand that the row asks for behind the object of the verb at `at`: *declared Lumeno | bankrupt*.
pub(super) fn apart_at(scene: &Scene<'_, '_>, at: u32, rule: &VerbRule) -> Option<u32> {
    let verb = usize::from(scene.document.info(at).verb);
    let ([.., first], [.., end]) = (t::ROW_STARTS[verb], t::ROW_STARTS[verb + 1]);
    let apart = t::APART_ROWS[usize::from(first)..usize::from(end)].iter();
    let mut own = apart.filter(|(_, row, ..)| t::VERBS[usize::from(*row)].id == rule.id);
    own.find_map(|(_, _, start, end)| stand_apart(scene, at, usize::from(*start)..usize::from(*end)))
}

/// Tokens in which words of a row may stand behind the object of the verb at `at`: the object with what is told of it between
/// commas, without its first token.
fn object_of<'d>(d: &'d Document<'_>, at: u32) -> impl Iterator<Item = u32> + 'd {
    const LONGEST: u32 = 14;
    let end = d.sentences()[d.sentence_of(at)].end;
    let closes = |at: u32| matches!(d.str(at), ";" | ":" | "“" | "”" | "\"" | "(" | "—" | "–");
    let open = move |at: &u32| !(d.is(*at, flag::MARK) && closes(*at));
    (at + 1..end.min(at + LONGEST)).take_while(open).skip(1)
}

/// The words of the tokens, by the last six bits of their ids.
fn words_of(d: &Document<'_>, tokens: impl Iterator<Item = u32>) -> u64 {
    tokens.fold(0, |bits, at| bits | 1 << (d.token(at).word & 63))
}

/// *put Amy Kuo, a teacher, in charge of the college*: where the words of `ROW_WORDS` stand behind the object of the verb.
fn stand_apart(scene: &Scene<'_, '_>, at: u32, words: std::ops::Range<usize>) -> Option<u32> {
    object_of(scene.document, at)
        .find(|from| stand(scene.document, *from, words.clone()))
        .filter(|from| !scene.has_verb(at + 1, *from))
}

/// *sat down in Wuxi on Monday for*: behind the words of `ROW_WORDS` where circumstances part the last one, a preposition, from
/// the others.
fn stand_parted(scene: &Scene<'_, '_>, at: u32, words: std::ops::Range<usize>) -> Option<u32> {
    let d = scene.document;
    let last = words.end.checked_sub(1).filter(|last| *last >= words.start)?;
    let from = at + (last - words.start) as u32;
    if !stand(d, at, words.start..last) {
        return None;
    }
    let behind = behind_parting(scene, from);
    let preposition = behind > from && d.get(behind).is_some() && d.has(behind, class::PREP);
    (preposition && d.token(behind).word == t::ROW_WORDS[last]).then_some(behind + 1)
}

/// The words of `ROW_WORDS` stand at the token and behind it.
fn stand(d: &Document<'_>, at: u32, words: std::ops::Range<usize>) -> bool {
    let mut words = t::ROW_WORDS[words].iter().zip(at..);
    words.all(|(word, at)| d.token(at).word == *word)
}
