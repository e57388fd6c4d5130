//! Figures told one behind the other: *grew 19 percent, 13 percent and 64 percent*, and which of them is whose.

use crate::lexicon::class;
use crate::record::{DateKind, FigureKind};
use crate::text::{Document, flag};

use super::{Context, FigureItem, phrase};

/// Most figures of a series.
const MOST: usize = 8;

/// Tokens of a series' subject.
const SUBJECT: u32 = 40;

/// The series of a text, each as the first figure and the one behind the last: figures of one kind and unit with nothing but
/// commas and a last *and* between them.
pub(super) fn series(d: &Document<'_>, items: &[FigureItem<'_>]) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let mut from = 0;
    for at in 1..items.len() {
        let (a, b) = (&items[at - 1], &items[at]);
        let gap = b.start.saturating_sub(a.end);
        let mark = |k: u32| d.str(a.end + k);
        let alike = a.kind == b.kind && a.unit == b.unit && matches!(a.kind, FigureKind::Money | FigureKind::Percent);
        let comma = alike && gap == 1 && mark(0) == ",";
        let last = alike && (gap == 1 && mark(0) == "and" || gap == 2 && mark(0) == "," && mark(1) == "and");
        if last && at - from < MOST {
            out.push((from, at + 1));
        }
        if !comma || at - from >= MOST {
            from = at;
        }
    }
    out
}

/// *grew 19 percent, 13 percent and 64 percent*: what moved the first moved all.
pub(super) fn changes(d: &Document<'_>, items: &mut [FigureItem<'_>]) {
    for (from, to) in series(d, items) {
        let (change, compared) = (items[from].change, items[to - 1].compared_to.clone());
        // *a 3 percent and a 4 percent rise*: each has its own
        if items[from + 1..to].iter().any(|item| item.change.is_some()) {
            continue;
        }
        for item in &mut items[from + 1..to] {
            item.change = change;
        }
        for item in &mut items[from..to] {
            item.compared_to = item.compared_to.clone().or_else(|| compared.clone());
        }
    }
}

/// *Exports of steel, toys and cloth grew 19 percent, 13 percent and 64 percent respectively*: the first figure is of the first
/// thing, the second of the second, and so are dates.
pub(super) fn pair(context: &Context<'_, '_>, items: &mut [FigureItem<'_>]) {
    elided(context.document, items);
    for (from, to) in series(context.document, items) {
        let said = is_respective(context.document, &items[from], &items[to - 1]);
        if said {
            for (nth, item) in items[from..to].iter_mut().enumerate() {
                item.nth = Some((nth, to - from));
            }
        }
        let paired = own_subjects(context, items, (from, to)) || said && told_before(items, (from, to));
        if said && !paired {
            // which of them it is of is not known
            let same = items[from].of;
            let listed = same.is_some_and(|(a, b)| (a..b).any(|k| context.document.str(k) == "and"));
            for item in items[from + 1..to].iter_mut().filter(|item| item.of != same) {
                item.of = if listed { same } else { item.of };
            }
        }
    }
}

/// *Revenue rose 5 percent and profit 6 percent*: a second subject without its verb moved as the first did.
fn elided(d: &Document<'_>, items: &mut [FigureItem<'_>]) {
    /// Tokens of the second subject.
    const LONGEST: u32 = 5;
    for at in 1..items.len() {
        let (before, rest) = items.split_at_mut(at);
        let (last, item) = (&before[at - 1], &mut rest[0]);
        let gap = item.start.saturating_sub(last.end);
        let joined = (2..=LONGEST).contains(&gap) && d.str(last.end) == "and" && d.has(item.start - 1, class::MEASURED);
        let alike = last.kind == FigureKind::Percent && item.kind == FigureKind::Percent && item.change.is_none();
        let plain =
            |k: u32| phrase::is_word(d, k) && (k == item.start - 1 || !phrase::stops(d, k) && d.info(k).verb == 0);
        if joined && alike && last.of.is_some() && (last.end + 1..item.start).all(plain) {
            item.change = last.change;
        }
    }
}

/// *respectively* stands right behind the series or in front of it.
fn is_respective(d: &Document<'_>, first: &FigureItem<'_>, last: &FigureItem<'_>) -> bool {
    /// Tokens between: *year on year*, *in 2014 and 2019*.
    const NEAR: u32 = 9;
    let s = d.sentences()[d.sentence_of(first.start)];
    let is = |at: u32| d.str(at) == "respectively";
    let behind = (last.end..s.end.min(last.end + NEAR))
        .take_while(|at| d.str(*at) != ";")
        .any(is);
    behind || (first.start.saturating_sub(3).max(s.start)..first.start).any(is)
}

/// The parts of the subject, where there are as many as figures.
fn own_subjects(context: &Context<'_, '_>, items: &mut [FigureItem<'_>], (from, to): (usize, usize)) -> bool {
    let d = context.document;
    let Some((start, stop)) = items[from].of else {
        return false;
    };
    let s = d.sentences()[d.sentence_of(items[from].start)];
    if stop > items[from].start || start < s.start || items[from + 1..to].iter().any(|i| i.of != items[from].of) {
        return false;
    }
    // from the last part to the first
    let mut parts: Vec<(u32, u32)> = Vec::with_capacity(to - from);
    let (mut end, mut at) = (stop, stop);
    let low = s.start.max(stop.saturating_sub(SUBJECT));
    while at > low && parts.len() + 1 < to - from {
        at -= 1;
        let and = d.str(at) == "and" && parts.is_empty() && !d.is(at, flag::GLUED);
        let comma = d.str(at) == "," && !parts.is_empty();
        // *Kelvar and Lumeno reported | revenue*: what stands in front of it is another matter
        if at + 1 == start && !and && !comma && !d.has(at, class::DET) {
            return false;
        }
        if !(and || comma) {
            let word = phrase::is_word(d, at)
                || d.is(at, flag::NUMBER)
                || phrase::joins(d, at)
                || d.str(at) == "’s"
                || d.str(at) == "'s";
            if !word || d.has(at, class::AUX) || d.has(at, class::SUBORD) {
                return false;
            }
            continue;
        }
        if at + 1 >= end {
            return false;
        }
        parts.push((at + 1, end));
        end = at - u32::from(and && at > low && d.str(at - 1) == ",");
        at = end;
    }
    if parts.len() + 1 != to - from || end <= low {
        return false;
    }
    // the first part is what the finder has found (*Exports of steel* | *, toys and cloth*), or stands in front of that
    let start = if start < end {
        start
    } else {
        let first = phrase::phrase_start(d, end, low);
        let owner = |at: &u32| d.is(*at, flag::GLUED) && matches!(d.str(*at), "'s" | "’s");
        (first..end).rev().find(owner).map_or(first, |at| at + 1)
    };
    let told = items[..from].last().is_some_and(|item| item.end > start);
    if told || (start..end).any(|at| d.str(at) == ",") {
        return false;
    }
    parts.push((start, end));
    let plain = |(a, b): &(u32, u32)| b > a && phrase::is_noun(d, *b - 1);
    if !parts.iter().all(plain) {
        return false;
    }
    for (item, (a, b)) in items[from..to].iter_mut().zip(parts.into_iter().rev()) {
        let a = a + u32::from(d.has(a, class::DET) && a + 1 < b);
        item.of = Some((a, b));
    }
    true
}

/// *Exports were 12 billion yuan and imports 3 billion yuan, up 12 percent and 38 percent respectively*: of what the figures just
/// before are of.
fn told_before(items: &mut [FigureItem<'_>], (from, to): (usize, usize)) -> bool {
    let many = to - from;
    let Some(first) = from.checked_sub(many) else {
        return false;
    };
    let (told, own) = items.split_at_mut(from);
    let told = &told[first..];
    let apart = told
        .windows(2)
        .all(|two| two[0].of.is_some() && two[1].of.is_some() && two[0].of != two[1].of);
    let taken = own[..many].iter().all(|item| item.of == told[many - 1].of);
    if apart && taken {
        for (item, before) in own.iter_mut().zip(told) {
            item.of = before.of;
        }
    }
    apart && taken
}

/// *loans of 10 billion yuan and 20 billion yuan in 2014 and 2019, respectively*: as many dates as figures.
pub(super) fn dates(context: &Context<'_, '_>, items: &mut [FigureItem<'_>]) {
    let d = context.document;
    for from in 0..items.len() {
        let Some((0, many)) = items[from].nth else { continue };
        let to = from + many;
        let s = d.sentences()[d.sentence_of(items[from].start)];
        let first = context.dates.partition_point(|date| date.start < s.start);
        let own = context.dates[first..]
            .iter()
            .take(MOST)
            .take_while(|date| date.end <= s.end);
        let told: Vec<usize> = own
            .enumerate()
            .filter(|(_, date)| matches!(date.kind, DateKind::Date | DateKind::Time) && !date.silent)
            .map(|(k, _)| first + k)
            .collect();
        if told.len() == many {
            for (item, date) in items[from..to].iter_mut().zip(told) {
                item.date = Some(date);
            }
        }
    }
}
