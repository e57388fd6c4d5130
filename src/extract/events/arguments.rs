//! Arguments of an event in its clause: parties of a list, the thing told, direct speech.

use crate::lexicon::{class, list};
use crate::record::EventKind;
use crate::resolve::names::Kind;
use crate::text::{Sentence, flag};

use super::clause::{Hit, Scene};
use super::trigger::head_groups;
use super::verbs::{self, VerbGroup};
use super::what::{around_quote, began, done_to, is_circumstance, is_preposition};
use super::{VerbRule, tables as t};

/// The places in front of the subject's noun: *Wuxi’s industry*, *the scale of Wuxi’s industry*, *industry in Wuxi*.
pub(super) fn owners(scene: &Scene<'_, '_>, subject: (u32, u32)) -> Vec<usize> {
    scene
        .hits_in(subject.0, subject.1)
        .filter(|h| h.kind == Kind::Place && !scene.is_seat(h))
        .take(1)
        .map(|h| scene.meant(h, subject.1))
        // *The city's exports to Africa*, *its trade with Peru*
        .filter(|h| !is_partner(scene, h, subject.0))
        // *The Suzhou panel house*: a company
        .filter(|h| !is_maker(scene, h, subject.1))
        .map(|h| h.entity)
        .collect()
}

/// *The Suzhou panel house*, *the Wuxi firm*: the place in front of the noun only says which company is meant. *The Wuxi chip
/// industry* is the place's.
fn is_maker(scene: &Scene<'_, '_>, hit: &Hit, end: u32) -> bool {
    const LOCAL: t::Groups = t::group("metric")
        | t::group("industry")
        | t::group("business")
        | t::group("production")
        | t::group("plant")
        | t::group("capacity")
        | t::group("goods");
    let d = scene.document;
    let led = hit.start > 0 && d.str(hit.start - 1).eq_ignore_ascii_case("the");
    let noun = hit.end < end && d.is(hit.end, flag::WORD) && !d.is(hit.end, flag::CAPITAL);
    let noun =
        noun && !d.has(hit.end, class::PREP) && !d.has(hit.end, class::PLACENOUN) && !d.has(hit.end, class::CONJ);
    led && noun && head_groups(scene, hit.end, end).0 & LOCAL == 0
}

/// *exports to Africa*, *trade with Peru*: the place at the other end.
fn is_partner(scene: &Scene<'_, '_>, hit: &Hit, limit: u32) -> bool {
    let d = scene.document;
    let small = |at: &u32| d.has(*at, class::DET) || d.has(*at, class::DIRECTION) || d.has(*at, class::DEMONYM);
    let before = (limit..hit.start).rev().find(|at| !small(at));
    before.is_some_and(|at| at > limit && matches!(d.str(at), "to" | "with" | "into"))
}

/// The clause up to the sentence's end, cut at a second subject.
pub(super) fn sentence_tail(scene: &Scene<'_, '_>, s: &Sentence, from: u32) -> u32 {
    (from..s.end).find(|at| scene.str(*at) == ";").unwrap_or(s.end)
}

/// The thing told: the object, the passive's subject, or what is said.
pub(super) fn what(
    scene: &Scene<'_, '_>,
    s: &Sentence,
    rule: &VerbRule,
    group: &VerbGroup,
    subject: (u32, u32),
    object: (u32, u32),
    quote: Option<(u32, u32)>,
) -> Option<(u32, u32)> {
    /// Tokens of the circumstance between a verb of saying and its *that*.
    const CIRCUMSTANCE: u32 = 12;
    let d = scene.document;
    let trim = |start: u32, end: u32| {
        let mut end = end;
        while end > start && d.is(end - 1, flag::MARK) && matches!(d.str(end - 1), "." | "," | ";" | "”" | "\"") {
            end -= 1;
        }
        let mut start = start;
        while start < end && matches!(d.str(start), "," | "that" | "“" | ":" | "-" | "–" | "—") {
            start += 1;
        }
        (start < end).then_some((start, end))
    };
    if rule.kind == EventKind::Statement {
        // the dateline is not said
        let report = s.start.max(scene.dateline.map_or(0, |(_, end)| end));
        // *“…,” he told guests in Wuxi*
        if let Some(quoted) = quote.filter(|q| q.1 <= group.start) {
            return around_quote(scene, s, report, quoted).or_else(|| trim(quoted.0, quoted.1));
        }
        // *The support was announced at the forum*
        let by = || object.0 < object.1 && d.str(object.0) == "by";
        if group.passive && (by() || is_circumstance(scene, object.0, object.1)) {
            let (start, end) = done_to(scene, s, group, subject);
            return trim(start, end);
        }
        let end = if d.get(object.0).is_some() && object.0 < s.end && d.str(object.0) == "that" {
            s.end
        } else {
            object.1
        };
        // *…, the company said Monday in Hefei*, *…, the ministry said, May 3*: what stands before
        let first = object.0 + u32::from(scene.str(object.0) == ",");
        let circumstance = object.0 < end && (is_preposition(scene, object.0) || scene.date_at(first).is_some());
        // *said at the forum in Wuxi on Monday that …*, not *said on Monday it will buy a plant that …*
        let that = (object.0..(object.0 + CIRCUMSTANCE).min(s.end)).find(|at| circumstance && d.str(*at) == "that");
        let that = that.filter(|that| !scene.has_verb(object.0, *that));
        if let Some(that) = that {
            return trim(that, s.end);
        }
        let before = circumstance && subject.0 > s.start + 2 && d.str(subject.0 - 1) == ",";
        if before {
            return trim(report, subject.0 - 1);
        }
        // *Sales would fall, he told investors on Thursday*: what stands before
        let heard = d.is_on(group.head, list::HEARD) && group.outer > report + 2 && !d.has(report, class::SUBORD);
        let comma = heard
            .then(|| fronted_end(scene, (report, group.outer), (object.0, end)))
            .flatten();
        if let Some(comma) = comma {
            return trim(report, comma);
        }
        // *said in August it will build*
        let behind = scene.behind_circumstances(object.0, end);
        let led = |at: u32| {
            let opens = matches!(d.str(at), "," | ":" | "“" | "\"");
            opens || d.is(at, flag::CAPITAL) || d.has(at, class::DET) || d.has(at, class::PRON)
        };
        let told = behind < end && (d.has(object.0, class::PREP) || led(behind)) && scene.has_verb(behind, end);
        return trim(if told { behind } else { object.0 }, end).or_else(|| {
            // *…, he said*: what stands before
            let comma = (s.start..group.start)
                .rev()
                .find(|at| matches!(d.str(*at), "," | "”" | "\""))?;
            trim(report, comma)
        });
    }
    if group.passive {
        let (start, end) = done_to(scene, s, group, subject);
        return trim(start, end);
    }
    // *Profit rose in May*, *The forum opened in Wuxi*
    let meets = rule.subject & const { t::group("meeting") } != 0;
    let intransitive = meets || matches!(rule.kind, EventKind::Result | EventKind::Market);
    if intransitive && rule.object == 0 && rule.subject != 0 {
        return trim(subject.0, subject.1);
    }
    // *The equipment entered the site in March*, *Li Ming joined in 2005*
    if rule.object == 0 && is_circumstance(scene, object.0, object.1) {
        let thing = rule.roles[0].is_none().then(|| began(scene, subject)).flatten();
        return thing.and_then(|(start, end)| trim(start, end));
    }
    trim(object.0, object.1)
}

/// *Sales would fall, chairman Li Ming told investors on a call*: the comma that ends what is said in front of the subject, where
/// only hearers stand behind the verb.
fn fronted_end(scene: &Scene<'_, '_>, (report, verb): (u32, u32), (object, end): (u32, u32)) -> Option<u32> {
    /// Tokens of a post and its name.
    const SPEAKER: u32 = 9;
    let d = scene.document;
    let finite = |at: u32| d.is(at, flag::VERB) && !d.has(at - 1, class::DET) && !d.is(at, flag::CAPITAL);
    let tells = |at: u32| finite(at) && verbs::group(d, at, object).is_some();
    if (object..end).any(|at| d.str(at) == "that" || tells(at)) {
        return None;
    }
    // *, saying that people are telling stories*: within what is said
    let small = |at: &u32| d.str(*at) != "that" && d.is(*at, flag::WORD) || matches!(d.str(*at), "-" | ".");
    let first = (verb.saturating_sub(SPEAKER).max(report + 1)..verb)
        .rev()
        .take_while(small)
        .last()?;
    let comma = first.checked_sub(1).filter(|at| d.str(*at) == ",")?;
    (!d.has(first, class::SUBORD) && scene.has_verb(report, comma)).then_some(comma)
}

/// The longest stretch between quotation marks in the sentence, three words at least: fewer are a name or a phrase.
pub(super) fn quote(scene: &Scene<'_, '_>, s: &Sentence) -> Option<(u32, u32)> {
    const SHORTEST: u32 = 3;
    let d = scene.document;
    let mut best: Option<(u32, u32)> = None;
    let mut open: Option<u32> = None;
    let mut seen = false;
    let is_quotation = |at: &u32| d.is(*at, flag::MARK) && matches!(d.str(*at), "“" | "”" | "\"");
    for at in (s.start..s.end).filter(is_quotation) {
        // the first mark closes what the sentence before opened: *… It is a fair price,” the firm said today*
        let closes = at > s.start + 1 && d.is(at, flag::GLUED) && matches!(d.str(at - 1), "," | "." | "?" | "!");
        if !seen && open.is_none() && closes && d.str(at) != "“" {
            open = Some(s.start);
        }
        seen = true;
        match d.str(at) {
            "“" => open = Some(at + 1),
            "\"" if open.is_none() => open = Some(at + 1),
            "”" | "\"" => {
                if let Some(start) = open.take() {
                    let longest = best.map_or(SHORTEST - 1, |(a, b)| b - a);
                    if at - start > longest && !is_of_phrase(scene, start, at) {
                        best = Some((start, at));
                    }
                }
            }
            _ => {}
        }
    }
    best.map(|(start, end)| {
        let comma = d.str(end - 1) == ",";
        (start, if comma { end - 1 } else { end })
    })
}

/// *The number of the firm's “core technical staff” has fallen*: a few words in a noun phrase, which are no more than a part of
/// what is said.
fn is_of_phrase(scene: &Scene<'_, '_>, start: u32, end: u32) -> bool {
    /// Tokens of such a phrase.
    const LONGEST: u32 = 4;
    let d = scene.document;
    let front = start.checked_sub(2);
    let owned = front.is_some_and(|at| matches!(d.str(at), "'s" | "’s") || d.has(at, class::DET));
    owned && end - start <= LONGEST && !scene.has_verb(start, end) && d.is(end - 1, flag::WORD)
}
