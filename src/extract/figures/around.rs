//! What stands around a figure: bounds, ranges of two full amounts, the period of a rate, change, comparison, and
//! the same amount in another unit in brackets.

use std::borrow::Cow;

use crate::lexicon::format::form;
use crate::lexicon::{class, list};
use crate::number::Decimal;
use crate::record::{Bound, Change, FigureKind};
use crate::text::{Document, Sentence, flag};

use super::{Context, FigureItem, bounds, phrase, series, share};

/// Longest amount in brackets, in tokens.
const BRACKET: u32 = 8;

/// Completes all items.
pub fn around(context: &Context<'_, '_>, out: &mut Vec<FigureItem<'_>>) {
    let d = context.document;
    merge_ranges(d, out);
    for item in out.iter_mut() {
        let sentence = d.sentences()[d.sentence_of(item.start)];
        per(context, item, &sentence);
        bounds::behind(d, item, &sentence);
        bounds::before(d, item, &sentence);
        bounds::of_phrase(d, item, &sentence);
        sign(d, item);
        change(d, item, &sentence);
    }
    // a figure must not reach into its neighbour
    for i in 1..out.len() {
        let (left, right) = out.split_at_mut(i);
        let (a, b) = (&mut left[i - 1], &mut right[0]);
        if b.start < a.end {
            b.start = b.core.0.min(b.start.max(a.end));
            a.end = a.end.min(b.start).max(a.core.1);
        }
    }
    equals(d, out);
    alternatives(d, out);
    series::changes(d, out);
}

/// *fell 17.26 points, or 0.14%*: the same change in another unit.
fn alternatives(d: &Document<'_>, out: &mut [FigureItem<'_>]) {
    for i in 1..out.len() {
        let (left, right) = out.split_at_mut(i);
        let (a, b) = (&left[i - 1], &mut right[0]);
        let apposed = b.start == a.end + 2 && d.str(a.end) == "," && d.str(a.end + 1) == "or";
        if apposed && a.unit != b.unit && b.change.is_none() && b.kind == FigureKind::Percent {
            b.change = a.change;
        }
    }
}

/// *$62 million to $68 million*, *between 15.5 cm and 23.5 cm*.
fn merge_ranges(d: &Document<'_>, out: &mut Vec<FigureItem<'_>>) {
    // the figure that the next one may join, and those that have joined
    let mut last = 0;
    let mut joined_in = vec![false; out.len()];
    for i in 1..out.len() {
        let (a, b) = (&out[last], &out[i]);
        let between = share::behind_hyphen(d, a.core.1);
        let gap = b.core.0.checked_sub(between) == Some(1);
        let before = a.core.0.checked_sub(1).map_or("", |k| d.str(k));
        let dash = between == a.core.1
            && d.is(a.core.1, flag::MARK)
            && matches!(d.str(a.core.1.min(d.len() - 1)), "-" | "–" | "—");
        let word = if gap { d.str(between) } else { "" };
        let shared = shared_scale(d, a, b);
        // *ranging from 2 yuan to 8 yuan*, but *rose from 2 yuan to 8 yuan*
        let spans = || {
            let verb = a.core.0.checked_sub(2).map_or("", |k| d.str(k));
            verb.starts_with("rang") || verb.starts_with("var")
        };
        let from = before.eq_ignore_ascii_case("from");
        let joined = word == "to" && (!from || shared.is_some() || spans())
            || dash
            || word == "and" && before.eq_ignore_ascii_case("between");
        // *rose by 3 to 9* and *10 cents to $2* are no ranges
        let led = a
            .core
            .0
            .checked_sub(1)
            .is_some_and(|k| d.has(k, class::CHANGE) && !d.has(k, class::BOUND))
            || before.eq_ignore_ascii_case("by");
        let joined =
            joined && !(led && word == "to") && d.has(a.core.0, class::CURSYM) == d.has(b.core.0, class::CURSYM);
        let low = shared.or(a.value);
        let ordered = match (low, b.value) {
            (Some(low), Some(high)) => low.compare(high).is_lt(),
            _ => false,
        };
        if gap
            && joined
            && ordered
            && a.kind == b.kind
            && a.unit == b.unit
            && a.unit.is_some()
            && !matches!(a.kind, FigureKind::Rank | FigureKind::Ordinal | FigureKind::Multiple)
        {
            let (max, end) = (b.value, b.core.1);
            let a = &mut out[last];
            (a.min, a.max, a.value) = (low, max, None);
            (a.end, a.core.1) = (end, end);
            joined_in[i] = true;
        } else {
            last = i;
        }
    }
    let mut joined_in = joined_in.into_iter();
    out.retain(|_| !joined_in.next().unwrap_or(false));
}

/// *from $1.7 to $1.75 billion*: the first amount in the magnitude of the second, if it has none of its own and is
/// smaller then too.
fn shared_scale(d: &Document<'_>, a: &FigureItem<'_>, b: &FigureItem<'_>) -> Option<Decimal> {
    let scale = |item: &FigureItem<'_>| share::scale_of(d, item);
    let (low, high) = (a.value?, b.value?);
    if a.kind != FigureKind::Money || b.kind != FigureKind::Money || scale(a).is_some() {
        return None;
    }
    let low = low.shift(scale(b)?)?;
    low.compare(high).is_lt().then_some(low)
}

/// *per month*, *a share*, */kg*, *annually*.
fn per(context: &Context<'_, '_>, item: &mut FigureItem<'_>, sentence: &Sentence) {
    let d = context.document;
    if matches!(item.kind, FigureKind::Rank | FigureKind::Ordinal | FigureKind::Multiple) && item.unit.is_none() {
        return;
    }
    let mut at = item.core.1;
    if at >= sentence.end {
        return;
    }
    // *140 km (85 miles) per hour*
    if d.str(at) == "("
        && let Some(close) = (at..sentence.end.min(at + BRACKET)).find(|x| d.str(*x) == ")")
        && close + 2 < sentence.end
        && matches!(d.str(close + 1), "per" | "an" | "a")
        && !d.is(close + 1, flag::LINE)
    {
        let period = d.class_end(close + 2, class::PERIOD);
        if let Some(period) = period.and_then(|end| d.value(close + 2, end, class::PERIOD)) {
            item.per = Some(Cow::Borrowed(period));
            return;
        }
    }
    // *2.4 billion gallons of fuel a year*
    if d.str(at) == "of" && matches!(item.kind, FigureKind::Measure | FigureKind::Count | FigureKind::Money) {
        let next = phrase::phrase_end(d, at + 1, sentence.end);
        if next > at + 1 && next + 1 < sentence.end && matches!(d.str(next), "a" | "an" | "per") {
            let period = d.class_end(next + 1, class::PERIOD);
            item.per = period
                .and_then(|end| d.value(next + 1, end, class::PERIOD))
                .map(Cow::Borrowed);
        }
        return;
    }
    let dash = d.str(at) == "-" && at + 1 < sentence.end && matches!(d.str(at + 1), "a" | "per");
    let hyphen = u32::from(phrase::joins(d, at) || dash);
    let lead = d.str(at + hyphen);
    let per = lead.eq_ignore_ascii_case("per") || lead == "/" && d.is(at, flag::GLUED);
    let article = matches!(lead, "a" | "an" | "each" | "every");
    let mut unit_at = at;
    if per || article {
        unit_at = at + hyphen + 1;
        unit_at += u32::from(unit_at < sentence.end && (phrase::joins(d, unit_at) || dash && d.str(unit_at) == "-"));
    }
    if unit_at >= sentence.end {
        return;
    }
    at = unit_at;
    let Some(end) = d.class_end(at, class::PERIOD).filter(|e| *e <= sentence.end) else {
        if per && lead != "/" && phrase::is_word(d, at) && !phrase::stops(d, at) {
            // *2,650 yen per Saijo share*
            let head = phrase::head(d, at, sentence.end, false);
            let (start, end) = head.filter(|h| h.1 - at <= 3).unwrap_or((at, at + 1));
            let unit = d
                .value(start, end, class::PERIOD)
                .map_or_else(|| d.slice(start, end).to_string(), Into::into);
            item.per = Some(Cow::Owned(unit));
            item.end = end;
        }
        return;
    };
    // *from NT$0.35 a year earlier*
    if article && context.date_at(at, end).is_some_and(|date| date.end > end) {
        return;
    }
    let text = d.str(end - 1);
    let adverb = text.ends_with("ly") && text != "family";
    if !per && !article && !adverb || adverb && (per || article) {
        return;
    }
    item.per = d.value(at, end, class::PERIOD).map(Cow::Borrowed);
    if !adverb {
        item.end = end;
    }
}

/// `+12.9%`, `-6.1%`.
fn sign(d: &Document<'_>, item: &mut FigureItem<'_>) {
    if item.start == 0
        || !d.is(item.start, flag::GLUED)
        || !matches!(item.kind, FigureKind::Percent | FigureKind::Money | FigureKind::Measure)
    {
        return;
    }
    let at = item.start - 1;
    if d.is(at, flag::GLUED) {
        return;
    }
    item.change = match d.str(at) {
        "+" => Some(Change::Increase),
        "-" | "−" | "–" => Some(Change::Decrease),
        _ => return,
    };
    item.start = at;
}

/// *sales increased in Norway (3 percent) and Sweden (5 percent)*: what the verb says, of each that is named.
fn bracketed(d: &Document<'_>, item: &FigureItem<'_>, sentence: &Sentence) -> Option<Change> {
    /// Tokens of the list in front.
    const LONGEST: u32 = 40;
    let name = item.start.checked_sub(2).filter(|at| d.is(*at, flag::CAPITAL))?;
    let other = |at: &u32| matches!(d.str(*at), ";" | ":") || d.has(*at, class::SUBORD);
    let verb = |at: &u32| {
        let info = d.info(*at);
        d.has(*at, class::CHANGE) && info.verb != 0 && info.form & (form::PAST | form::THIRD | form::GERUND) != 0
    };
    let first = name.saturating_sub(LONGEST).max(sentence.start);
    let verb = (first..name).rev().take_while(|at| !other(at)).find(verb)?;
    // *increased in Norway (3 percent), Sweden (5 percent) and Chile*
    let led = d.has(verb + 1, class::PREP);
    led.then(|| change_at(d, verb))?
}

/// *made up*, *takes up*, *locked up*: a verb with its particle, at `at`, that says nothing of a change.
fn is_particle(d: &Document<'_>, at: u32) -> bool {
    let verb = at - 1;
    d.class_end(verb, class::RANKVERB) == Some(at + 1) || d.is_on(verb, list::WITH_PARTICLE)
}

/// *from the same quarter last year*, *compared with the same month a year ago*: the period of the year before is what a change
/// is compared with.
fn is_with_last_year(d: &Document<'_>, at: u32) -> bool {
    /// Tokens behind the period: *of the previous year*.
    const NEAR: u32 = 3;
    let compared = d.str(at) == "compared" && matches!(d.str(at + 1), "with" | "to");
    let the = at + if compared { 2 } else { 1 };
    if !compared && !d.is_on(at, list::OVER_YEAR) || d.str(the + 1) != "same" {
        return false;
    }
    let unit = the + 2;
    let year = (unit + 1..=unit + 1 + NEAR).find(|at| d.str(*at) == "year");
    matches!(d.str(unit), "period" | "quarter" | "month") && year.is_some_and(|year| d.str(year - 1) != "this")
}

/// The change that a word names.
pub fn change_at(d: &Document<'_>, at: u32) -> Option<Change> {
    match d.value(at, at + 1, class::CHANGE)? {
        "increase" => Some(Change::Increase),
        _ => Some(Change::Decrease),
    }
}

/// Growth or decline, and what it is measured against.
fn change(d: &Document<'_>, item: &mut FigureItem<'_>, sentence: &Sentence) {
    let mut compare_from = None;
    if item.change.is_none()
        && matches!(
            item.kind,
            FigureKind::Percent | FigureKind::Money | FigureKind::Measure | FigureKind::Multiple | FigureKind::Count
        )
    {
        // *fell 17 points*, but *cut three trees*
        let quiet = item.kind == FigureKind::Count && item.unit.as_deref() != Some("points");
        // *the growth of the two industries*: of things told before
        let told = quiet && item.start > sentence.start && d.has(item.start - 1, class::DET);
        // before: *rose 25%*, *an increase of 25%*, *up by nearly 3*
        let mut at = item.start;
        let mut of = false;
        while at > sentence.start {
            let b = at - 1;
            let text = d.str(b);
            if text == "to" || text == "from" {
                break;
            }
            if matches!(text, "of" | "by") {
                of = true;
                at = b;
                continue;
            }
            // *made up 12 percent*, *picked up $350 million*: no change
            if matches!(text, "up" | "down") && b > sentence.start && is_particle(d, b) {
                break;
            }
            // *up sequentially 16 percent*
            let skip = d.has(b, class::BOUNDPRE)
                || d.class_end(b, class::COMPARED) == Some(at)
                || d.class_end(b, class::BOUND).is_some_and(|e| e <= item.start)
                    && d.value(b, b + 1, class::CHANGE).is_none();
            if let Some(change) = change_at(d, b).filter(|_| !d.has(b, class::BOUND)) {
                let comparative = d.str(b) == "more" || d.str(b) == "less" || d.str(b) == "fewer";
                if !comparative && !told && (!quiet || of || matches!(text, "up" | "down")) {
                    item.change = Some(change);
                    compare_from = Some(b);
                }
                break;
            }
            if !skip || item.start - b > 4 {
                break;
            }
            at = b;
        }
        // behind: *25% higher*, *a 3 percent drop*
        if item.change.is_none()
            && item.kind != FigureKind::Count
            && item.kind != FigureKind::Multiple
            && item.end < sentence.end
        {
            let compared = d.class_end(item.end, class::COMPARED).unwrap_or(item.end);
            if compared < sentence.end {
                let text = d.str(compared);
                // *12-inch advanced production lines*
                let participle =
                    d.info(compared).form & form::PARTICIPLE != 0 && d.info(compared).form & form::BASE == 0;
                let verb_only = phrase::is_verb(d, compared) || participle;
                if let Some(change) = change_at(d, compared).filter(|_| {
                    let size = item.kind != FigureKind::Percent && d.is_on(compared, list::SIZED);
                    !verb_only && !size && !d.is_on(compared, list::CHANGE_SMALL)
                        || matches!(text, "more" | "less" | "cut" | "gain") && item.kind == FigureKind::Percent
                }) {
                    item.change = Some(change);
                }
            }
        }
    }
    if item.change.is_none() && item.is_bracketed(d) {
        item.change = bracketed(d, item, sentence);
    }
    if item.change.is_none() && item.kind != FigureKind::Percent {
        return;
    }
    let near = |at: u32| {
        let written = d.class_end(at, class::COMPARED);
        let written = written.and_then(|end| d.value(at, end, class::COMPARED));
        written.or_else(|| is_with_last_year(d, at).then_some("year-on-year"))
    };
    // *a growth of 8.7% and up 8.4% on-quarter*: what is said of the next figure is not said of this
    let behind = (item.end..(item.end + 5).min(sentence.end))
        .take_while(|at| {
            let next = d.str(*at) == "and" && matches!(d.str(*at + 1), "up" | "down" | "a" | "an");
            !matches!(d.str(*at), "," | ";" | "(") && !next
        })
        .find_map(near);
    // *a 6.5% increase on-year and up 4.4% on-quarter*: that in front is of another figure
    let before = compare_from.and_then(|b| {
        let first = b.saturating_sub(6).max(sentence.start);
        let other = |at: &u32| matches!(d.str(*at), "," | ";" | "and") || d.is(*at, flag::NUMBER);
        let first = (first..b).rev().find(other).map_or(first, |at| at + 1);
        (first..b).find_map(near)
    });
    // *up sequentially 16 percent*
    let inner = compare_from.and_then(|b| (b + 1..item.start).find_map(near));
    if let Some(text) = before.or(inner).or(behind) {
        item.compared_to = Some(Cow::Borrowed(text));
    }
}

/// *20 billion yuan ($2.8 billion)*: the two say the same.
fn equals(d: &Document<'_>, out: &mut [FigureItem<'_>]) {
    for i in 1..out.len() {
        let (a, b) = (&out[i - 1], &out[i]);
        let opens = b.start > a.end && b.start - a.end <= 2 && d.str(a.end) == "(";
        let closes = b.end < d.len() && matches!(d.str(b.end), ")" | ";" | "," | "/");
        let kinds = a.kind == b.kind && matches!(a.kind, FigureKind::Money | FigureKind::Measure);
        if opens && closes && kinds && a.unit != b.unit {
            out[i - 1].equals = Some(i);
            out[i].equals = Some(i - 1);
            let (bound, change, compared) = (out[i - 1].bound, out[i - 1].change, out[i - 1].compared_to.clone());
            let other = &mut out[i];
            if other.bound == Bound::Exactly {
                other.bound = bound;
            }
            other.change = other.change.or(change);
            other.compared_to = compared;
        }
    }
}
