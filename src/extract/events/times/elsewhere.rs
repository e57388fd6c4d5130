//! Dates of a sentence that are those of something else than the event: of its parts, of papers, of other verbs.

use crate::extract::dates::DateItem;
use crate::extract::names::shape::is_noun;
use crate::lexicon::format::{form, pos};
use crate::lexicon::{class, list};
use crate::record::{DateKind, EventKind};
use crate::resolve::names::Kind;
use crate::text::{Sentence, flag};

use super::super::clause::{Scene, is_relative};
use super::super::tables as t;
use super::super::verbs::{self, Tense, VerbGroup};

/// *is being built in Wuxi and was to be handed over in May*: the date of the verb behind *and*, which has no subject of its own
/// and is of another tense.
pub(super) fn is_of_next_verb(scene: &Scene<'_, '_>, group: &VerbGroup, date: &DateItem) -> bool {
    let d = scene.document;
    if group.tense == Tense::Future {
        // *will spend 3 billion and pledged to add 5 billion until 2035*: the finite past behind *and* has a time of its own
        let past = |at: u32| {
            let forms = d.info(at + 1).form;
            matches!(d.str(at), "and" | "but")
                && d.info(at + 1).verb != 0
                && forms & form::PAST != 0
                && forms & form::BASE == 0
                && d.str(at + 2) == "to"
        };
        return (group.head + 1..date.start.saturating_sub(2)).any(past);
    }
    let to_come = |at: u32| {
        d.value(at, at + 1, class::MODAL) == Some("future")
            || d.value(at, at + 1, class::AUX) == Some("be") && d.str(at + 1) == "to"
    };
    let joint = |at: u32| matches!(d.str(at), "and" | "but") && at + 2 < date.start && to_come(at + 1);
    (group.head + 1..date.start).any(joint)
}

/// *opened a plant, the company said on Monday*: the day stands behind the verb of saying, which is not the one at `head`.
pub(super) fn is_of_saying(scene: &Scene<'_, '_>, head: u32, date: u32) -> bool {
    let d = scene.document;
    // *…, the ministry said in a statement on Monday*: said of what stands in front of the comma
    (head + 1..date)
        .find(|at| verbs::says(d, *at))
        .is_some_and(|said| (head + 1..said).any(|at| matches!(d.str(at), "," | "”" | "\"")))
}

/// *a programme for 2027-2028*, *a budget for 2027*: what a paper covers is not when it was signed.
pub(super) fn is_covered(scene: &Scene<'_, '_>, kind: EventKind, index: usize) -> bool {
    let d = scene.document;
    let date = &scene.dates[index];
    let paper = matches!(
        kind,
        EventKind::Agreement | EventKind::Policy | EventKind::Launch | EventKind::Founding
    );
    if !paper || date.is_day() {
        return false;
    }
    // *a plan for 2027 and 2028*
    let front = index.checked_sub(1).map(|i| &scene.dates[i]);
    let list = front.filter(|first| {
        first.end + 1 == date.start && matches!(d.str(first.end), "and" | "to" | "or") && !first.is_day()
    });
    let start = list.unwrap_or(date).start;
    start > 1
        && d.str(start - 1) == "for"
        && d.is(start - 2, flag::WORD)
        && d.info(start - 2).form & form::PARTICIPLE == 0
        && (d.info(start - 2).pos & (pos::NOUN | pos::PLURAL) != 0 || d.info(start - 2).pos == 0)
}

/// *The announcement Tuesday comes a day after Kelvar named Li Ming*: the verb is of the clause behind *after*, the date of
/// the one in front.
pub(super) fn is_in_main_clause(scene: &Scene<'_, '_>, s: &Sentence, date: &DateItem, verb: u32) -> bool {
    let opens = |at: &u32| matches!(scene.str(*at), "after" | "before" | "whereby" | "wherein");
    // *beat Chile before 35,000 spectators, and a quake shook the coast*: not that clause
    let mut near = (date.end..verb).rev().take_while(|at| scene.str(*at) != ",");
    let clause = near.find(opens);
    clause.is_some_and(|at| !scene.has_verb(at + 1, verb) && scene.has_verb(s.start, at))
}

/// *announced support in its 14th Five-Year Plan (2021-25)*: what a paper says is not done in its years.
pub(super) fn is_of_plan(scene: &Scene<'_, '_>, date: &DateItem) -> bool {
    let (Some(before), Some(last)) = (date.start.checked_sub(1), date.end.checked_sub(1)) else {
        return false;
    };
    let plan = |at: u32| matches!(scene.str(at), "Plan" | "plan" | "Plans" | "plans");
    match scene.str(before) {
        "(" => before > 0 && plan(before - 1),
        "'s" | "’s" => plan(last),
        "its" | "their" => plan(last),
        _ => false,
    }
}

/// A year in figures that opens no text.
pub(super) fn is_bare_year(scene: &Scene<'_, '_>, date: &DateItem) -> bool {
    let one = date.end == date.start + 1 && date.start > 0;
    one && date.value.len() == "2024".len() && scene.document.is(date.start, flag::NUMBER)
}

/// *its 2023 report*, *the 2024 plan*: a year in front of a noun, behind no preposition.
pub(super) fn is_attributive(scene: &Scene<'_, '_>, date: &DateItem) -> bool {
    let d = scene.document;
    let (start, end) = (date.start, date.end);
    is_bare_year(scene, date)
        && end < d.len()
        && d.is(end, flag::WORD)
        && !d.is(end, flag::LINE)
        && !d.has(start - 1, class::DATEPREP)
        && is_noun(d, end)
        && [class::PREP, class::CONJ, class::AUX, class::MODAL, class::DET]
            .iter()
            .all(|c| !d.has(end, *c))
}

/// What moved is compared for one time, and one accident has many verbs.
pub(super) fn is_at_once(kind: EventKind) -> bool {
    matches!(
        kind,
        EventKind::Result | EventKind::Market | EventKind::Disaster | EventKind::Death
    )
}

/// *…, and production is expected to begin in 2026*, *…, and its revenue last year reached*, *…, and last year sales fell*: a
/// clause with a verb of its own opens at `clause_end`, and the date is its.
pub(super) fn is_of_next_clause(scene: &Scene<'_, '_>, s: &Sentence, clause_end: u32, date: &DateItem) -> bool {
    /// Tokens between a date in front of the verb and the verb: *last year also reached*.
    const BEFORE: u32 = 4;
    let d = scene.document;
    let comma = u32::from(scene.str(clause_end) == ",");
    let open = clause_end + comma;
    let with = scene.str(open) == "with";
    let joins = match scene.str(open) {
        "with" => comma == 1,
        "and" | "but" | "while" | "whereas" => true,
        _ => false,
    };
    let start = date.start;
    if !joins || start <= open {
        return false;
    }
    if comma == 1 && !with {
        // *, and in 2024 its sales fell*
        let led = start - u32::from(d.has(start - 1, class::PREP));
        if led == open + 1 && scene.has_verb_of(led, date.end + 1, s.end) {
            return true;
        }
        // *, and its revenue last year reached*
        let led = led - u32::from(led > open + 2 && scene.str(led - 1) == ",");
        let subject = led > open + 1 && !d.has(open + 1, class::PREP) && !scene.has_verb(open + 1, led);
        if subject && scene.has_verb_of(open + 1, date.end, (date.end + BEFORE).min(s.end)) {
            return true;
        }
    }
    // *and will open in May* has no subject of its own
    let verb = |at: u32| d.has(at, class::MODAL) || d.has(at, class::AUX) || d.info(at).verb != 0;
    let own = open + 1 < start && (with || !verb(open + 1));
    // *with construction starting in May*
    let goes_on = |x: u32| d.info(x).form & form::GERUND != 0 && d.str(x).ends_with("ing");
    own && (scene.has_verb(open + 2, start) || with && (open + 2..start).any(goes_on))
}

/// *has raised 3 billion yuan since its establishment in 2021*: when something else was.
pub(super) fn is_of_since(scene: &Scene<'_, '_>, verb: u32, date: u32) -> bool {
    /// Tokens from *since* to the date.
    const NEAR: u32 = 8;
    let first = date.saturating_sub(NEAR).max(verb + 1);
    let since = (first..date).rev().find(|at| scene.str(*at) == "since");
    let noun = |at: u32| scene.document.is(at, flag::WORD) && !scene.document.has(at, class::PREP);
    since.is_some_and(|since| since + 2 < date && (since + 1..date).any(noun))
}

/// *Rule ended in 1975 and the unions say …*, *Born in 1942, she won …*: the date is of the clause in front.
pub(super) fn is_in_front(
    scene: &Scene<'_, '_>,
    s: &Sentence,
    kind: EventKind,
    date: &DateItem,
    (subject, verb): (u32, u32),
) -> bool {
    let d = scene.document;
    if date.end > subject {
        return false;
    }
    let joint = (subject.saturating_sub(2).max(date.end)..=subject.min(d.len() - 1))
        .find(|at| matches!(d.str(*at), "and" | "but" | "while" | "whereas"));
    // *under an accord inked on Thursday, the firm and its owner opened*: a list of who did it
    let joined = joint.is_some_and(|and| (date.end..and).all(|at| d.str(at) != "," || at + 1 == and));
    let fronted = || {
        let forms = d.info(s.start).form;
        forms & form::PARTICIPLE != 0 && forms & form::BASE == 0 && (date.end..subject).any(|at| d.str(at) == ",")
    };
    // *was arrested in May and charged* has no subject of its own
    // *Following the May 3 vote, Peru praised the turnout, but Kelvar said …*
    let led = || {
        ["after", "following", "before"]
            .iter()
            .any(|word| d.str(s.start).eq_ignore_ascii_case(word))
            && joint.is_some_and(|and| scene.has_verb(date.end, and))
    };
    subject < verb && !is_at_once(kind) && (joined && scene.has_verb(s.start, date.start) || led()) || fronted()
}

/// *The banks, which merged in 2009, signed a deal*, *said on Monday that output rose*: the date in front is that of
/// another verb.
pub(super) fn is_told_apart(scene: &Scene<'_, '_>, s: &Sentence, date: &DateItem, verb: u32) -> bool {
    let d = scene.document;
    /// Tokens between *founded* and its year: *established in Lindo District in*.
    const ORIGIN: u32 = 8;
    let closed = (date.end..verb).any(|at| d.str(at) == ",");
    // *Intel Corp., founded in 1968, rose*
    let origin = closed
        && (date.start.saturating_sub(ORIGIN).max(s.start + 1)..date.start)
            .rev()
            .take_while(|at| d.str(*at) != ",")
            .any(|at| d.has(at, class::ORIGINWORD) && d.info(at).form & form::PARTICIPLE != 0 && d.str(at - 1) == ",");
    let relative = closed
        && (s.start + 1..date.start)
            .rev()
            .take_while(|at| d.str(*at) != ",")
            .any(|at| is_relative(d.str(at)) && d.str(at - 1) == ",");
    relative
        || origin
        || (date.end..verb).any(|at| d.str(at) == "that")
            && (s.start..date.start).any(|at| d.has(at, class::SAYVERB) && verbs::group(d, at, s.start).is_some())
}

/// *at its factory, where 350 workers were let go in May*: the date is of the clause that a relative word opens.
pub(super) fn is_subordinate(scene: &Scene<'_, '_>, verb: u32, date: u32) -> bool {
    // *bought Kelvar, which makes chips, last year*: the comma closes what is inserted
    let led = date - 1 - u32::from(scene.document.has(date - 1, class::PREP));
    let closed = |at: u32| {
        let open = at > verb + 1 && scene.str(at - 1) == ",";
        // *who came back from Quito, Peru, in May*: the comma of a place
        let place = || {
            scene
                .entities_in(at, led)
                .iter()
                .any(|h| h.end == led && h.kind == Kind::Place)
        };
        open && scene.str(led) == "," && at + 1 < led && scene.has_verb(at, led) && !place()
    };
    (verb + 1..date).any(|at| {
        if closed(at) {
            return false;
        }
        let relative =
            (is_relative(scene.str(at)) || scene.str(at) == "when") && matches!(scene.str(at - 1), "," | "in" | "of");
        // *a contract that lapsed in June*
        let that = || scene.str(at) == "that" && at > verb + 1 && (at..date).all(|x| scene.str(x) != ",");
        // *toured Kelvar Works which was set up in 1924*
        let bare = || {
            matches!(scene.str(at), "which" | "who")
                && at > verb + 1
                && scene.document.is(at - 1, flag::WORD)
                && (at..date).all(|x| scene.str(x) != ",")
        };
        (relative || that() || bare()) && (scene.has_verb(at, date) || scene.has_verb(at + 1, date))
    })
}

/// *rose 8%, shows its annual report, filed with the exchange on Thursday*: the date is of the participle behind the
/// comma.
pub(super) fn is_participle(scene: &Scene<'_, '_>, verb: u32, date: u32) -> bool {
    participle(scene, verb, date).is_some()
}

/// *plans a base, according to a forum held recently*, *under a plan announced last year*: the day of what the noun tells; but
/// *signed it at a ceremony held on Monday*.
pub(super) fn is_of_noun(scene: &Scene<'_, '_>, verb: u32, date: u32) -> bool {
    /// Tokens between the participle and the date, and of the noun phrase in front.
    const NEAR: u32 = 2;
    const PHRASE: u32 = 6;
    let d = scene.document;
    let participle = (date.saturating_sub(NEAR).max(verb + 2)..date).rev().find(|&at| {
        let form = d.info(at).form;
        // *for the year ended June 30*: a date itself
        let noun = is_noun(d, at - 1) && !d.is(at - 1, flag::CAPITAL) && !d.has(at - 1, class::TIMEUNIT);
        form & form::PARTICIPLE != 0 && form & form::BASE == 0 && noun
    });
    let Some(participle) = participle.filter(|at| (at + 1..date).all(|x| d.has(x, class::PREP))) else {
        return false;
    };
    let first = (participle.saturating_sub(PHRASE).max(verb + 1)..participle)
        .rev()
        .find(|at| d.has(*at, class::DET));
    first.is_some_and(|at| {
        let before = scene.str(at - 1);
        d.has(at - 1, class::PREP) && !matches!(before, "at" | "during" | "in" | "on")
    })
}

/// *attended the forum held in May*: the participle in front of the date tells of a meeting.
pub(super) fn is_of_meeting(scene: &Scene<'_, '_>, date: u32) -> bool {
    /// Tokens between the noun and the date.
    const NEAR: u32 = 4;
    const MEETING: t::Groups = t::group("meeting") | t::group("talks");
    scene.noun_groups(date.saturating_sub(NEAR), date) & MEETING != 0
}

/// *reached full output 21 months after groundbreaking in May*: the day of what it came so long after.
pub(super) fn is_behind_length(scene: &Scene<'_, '_>, verb: u32, date: u32) -> bool {
    let after = |at: &u32| matches!(scene.str(*at), "after" | "before");
    let Some(after) = (verb + 1..date.saturating_sub(1)).find(after) else {
        return false;
    };
    let length = scene.dates_in(verb, after).any(|i| {
        let length = &scene.dates[i];
        length.kind == DateKind::Duration && length.end == after
    });
    length && (after + 1..date).all(|at| scene.str(at) != ",")
}

/// *said last month it will cut jobs*, *said in August it would build a plant*: the day of saying so, right behind the verb and in
/// front of the subject of what is planned.
pub(super) fn is_of_saying_in_front(scene: &Scene<'_, '_>, s: &Sentence, date: &DateItem, subject: u32) -> bool {
    /// Tokens between the verb and its day: *said in Lima on*.
    const NEAR: u32 = 4;
    /// Tokens between the verb and what is said.
    const LONGEST: u32 = 10;
    if date.end > subject {
        return false;
    }
    let says = |at: &u32| verbs::says(scene.document, *at);
    let mut front = (date.start.saturating_sub(NEAR).max(s.start)..date.start).rev();
    if let Some(said) = front.find(says) {
        return date.end <= scene.behind_circumstances(said + 1, subject + 1);
    }
    // *On Monday Kelvar said it will cut jobs*
    let mut behind = (date.end.max(subject.saturating_sub(LONGEST))..subject).rev();
    let said = behind.find(says);
    // *where it is estimated that 300 guests will come*: nobody's saying
    let passive = |said: u32| verbs::group(scene.document, said, s.start).is_none_or(|group| group.passive);
    said.is_some_and(|said| {
        let apart = (date.end..said).any(|at| is_relative(scene.str(at)));
        if apart || passive(said) {
            return false;
        }
        let next = scene.behind_circumstances(said + 1, subject + 1);
        next + u32::from(scene.str(next) == "that") == subject
    })
}

/// The participle behind a comma whose circumstance starts at `circumstance`.
pub(in crate::extract::events) fn participle(scene: &Scene<'_, '_>, verb: u32, circumstance: u32) -> Option<u32> {
    /// Tokens between the two.
    const NEAR: u32 = 8;
    let d = scene.document;
    let date = circumstance;
    (date.saturating_sub(NEAR).max(verb + 1)..date).rev().find(|&at| {
        let form = d.info(at).form;
        d.str(at - 1) == ","
            && form & form::PARTICIPLE != 0
            && form & form::BASE == 0
            && d.is(at, flag::WORD)
            && !d.has(at, class::SAYVERB)
            // *was arrested, accused of fraud, on Monday*
            && (at..date).all(|x| d.str(x) != ",")
    })
}

/// *against 298 million yuan in the same period of 2023*, *its worst day since August*: what is compared with.
pub(super) fn is_compared(scene: &Scene<'_, '_>, s: &Sentence, kind: EventKind, group: &VerbGroup, date: u32) -> bool {
    const NEAR: u32 = 8;
    // *won 26 orders, more than it had got in all of 2023*
    let than = |at: u32| scene.str(at) == "than" && !scene.inside_figure(at);
    if (group.head + 1..date).any(|at| than(at) && scene.has_verb(at + 1, date)) {
        return true;
    }
    if !matches!(kind, EventKind::Result | EventKind::Market | EventKind::Production) {
        return false;
    }
    // *eased from 12 percent in May, but rents rose*: also in the clause in front, where a figure shows it
    let front = date < group.head;
    let told = scene.date_at(date).map(|i| &scene.dates[i]);
    let earlier = told.is_some_and(|told| matches!(scene.str(told.end - 1), "before" | "earlier" | "ago"));
    let first = if front { s.start + 1 } else { group.head };
    (date.saturating_sub(NEAR).max(first)..date)
        .rev()
        .take_while(|at| !matches!(scene.str(*at), "," | ";" | "."))
        // *will make 10,000 wafers a year from 2027*: when that starts
        .filter(|at| group.tense != Tense::Future || scene.str(*at) != "from" || *at + 1 < date)
        .filter(|at| {
            // *shipped wafers from its line in Dalian last Friday*: where they come from
            let source = kind == EventKind::Production && scene.str(*at) == "from" && *at + 1 < date;
            // *9 percent more than a year before, while revenue reached 3 billion*
            !front && !source || earlier || scene.figures_in(*at, date).next().is_some()
        })
        .any(|at| {
            // *was 5 billion from January to July*: from when to when
            if scene.str(at) == "from"
                && at + 1 == date
                && scene.date_at(date).is_some_and(|i| scene.dates[i].value.contains('/'))
            {
                return false;
            }
            // *more than $5 million in 2023*: a bound
            scene.document.is_on(at, list::AGAINST) && !(scene.str(at) == "than" && scene.inside_figure(at))
                || scene.str(at) == "over" && scene.document.has(at - 1, class::PERCENT)
                // *3 % off its high of May*, but *kicked off production in May*
                || scene.str(at) == "off" && at != group.head + 1
                // *half the level of a year before*
                || earlier && scene.str(at) == "of" && at + 1 == date
                // *47 times that of a year ago*
                || scene.str(at) == "that" && scene.str(at + 1) == "of"
        })
}

/// *Luis Prado, a minister from 1995 to 2002, died*: the years of a post.
pub(super) fn is_of_service(scene: &Scene<'_, '_>, date: &DateItem) -> bool {
    /// *1995/2002*.
    const YEARS: usize = 9;
    /// Tokens from the post to the years.
    const NEAR: u32 = 3;
    let d = scene.document;
    let post = |at: u32| d.has(at, class::TITLE) || scene.noun_groups(at, at + 1) & const { t::group("post") } != 0;
    date.value.len() == YEARS
        && date.value.as_bytes()[4] == b'/'
        && scene.str(date.end) == ","
        && (date.start.saturating_sub(NEAR)..date.start).any(post)
}
