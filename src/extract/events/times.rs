//! When it was: which of the dates of a sentence is that of an event.

use crate::extract::dates::DateItem;
use crate::extract::names::shape::is_noun;
use crate::lexicon::class;
use crate::lexicon::format::{form, pos};
use crate::record::{DateKind, EventKind, Status};
use crate::text::{Document, Sentence, flag};

use super::clause::{Scene, is_relative};
use super::verbs::{self, VerbGroup};
use super::{EventItem, tables as t};

/// *will report third-quarter results on Oct. 24*: a period, told on a day.
const RESULTS: [&str; 3] = [
    t::rule("event.result.report"),
    t::rule("event.result.release"),
    t::rule("event.result.achieve"),
];

/// *raised its forecast on Thursday*: what was done that day
const DONE: [&str; 5] = [
    t::rule("event.result.outlook"),
    t::rule("event.result.raise"),
    t::rule("event.result.guidance"),
    t::rule("event.result.forecast"),
    t::rule("event.result.expect"),
];

/// The date of the event: in its clause, else in its sentence, the nearest to the trigger. `subject_start` and `clause_end`
/// are the bounds of its clause, `inserted` is where an insertion between its subject and verb opens; `said`: somebody in the
/// sentence says so.
pub(super) fn times(
    scene: &Scene<'_, '_>,
    s: &Sentence,
    group: &VerbGroup,
    (subject_start, inserted, clause_end): (u32, Option<u32>, u32),
    said: bool,
    item: &mut EventItem,
) {
    // the dateline's day is that of the report
    let report = scene.dateline.map_or(0, |(_, end)| end);
    // *A resigned; B stepped down in January*: a semicolon parts what is told
    let wall = |at: &u32| scene.document.is(*at, flag::MARK) && scene.document.str(*at) == ";";
    let left = (s.start..group.outer).rev().find(wall).unwrap_or(s.start);
    let right = (group.head..s.end).find(wall).unwrap_or(s.end);
    let parallel = matches!(item.kind, EventKind::Result | EventKind::Market);
    // *attended the forum, held in May*, *the sale of the unit, agreed in May*: the day of what the noun tells
    let verb_told = item.kind != EventKind::Meeting && !item.rule.starts_with("event.noun");
    // *has begun production, the firm said on Monday*: as good as then
    let reported = item.kind != EventKind::Statement && !group.is_perfect(scene.document);
    let usable = |i: &usize| {
        let date = &scene.dates[*i];
        let now = date.kind == DateKind::Vague && date.value != "past";
        // *released a plan to double output by 2027*: not the day of the release
        let aim = date.relation == Some("by") && item.status == Status::Occurred;
        // *surpassed last year's 216 projects*
        let owner = matches!(scene.str(date.end), "'s" | "’s");
        // *The company, set up in 2016, intends to spend*
        let aside = inserted.is_some_and(|open| {
            let closed = (date.end..group.outer).any(|at| scene.document.is(at, flag::MARK) && !scene.inside_name(at));
            open < date.start && date.end < group.outer && closed
        });
        let elsewhere = aside
            || date.end <= group.outer
                && (is_in_main_clause(scene, s, date, group.outer)
                    || is_told_apart(scene, s, date, group.outer)
                    || is_in_front(scene, s, item.kind, date, (subject_start, group.outer))
                    || is_covered(scene, item.kind, *i))
            || date.start > group.head
                && (is_subordinate(scene, group.head, date.start)
                    || reported && is_of_saying(scene, group.head, date.start)
                    || verb_told
                        && (is_participle(scene, group.head, date.start) || is_of_noun(scene, group.head, date.start))
                    || is_covered(scene, item.kind, *i));
        // *resigned after leading the board since June 2019*
        let gerund = |at: u32| {
            matches!(scene.str(at), "after" | "before") && scene.document.info(at + 1).form & form::GERUND != 0
        };
        // *slumped 0.9 % after a report on the third quarter*
        let reason = item.kind == EventKind::Market
            && !date.is_day()
            && date.start > group.head
            && (group.head..date.start).any(|at| matches!(scene.str(at), "after" | "following"));
        // *8,000 have died, according to figures issued a week ago*
        let harm = matches!(item.kind, EventKind::Death | EventKind::Disaster | EventKind::Conflict);
        let source = harm && date.start > group.head && (group.head..date.start).any(|at| scene.str(at) == "according");
        // *was fined after failing to report in 2021*
        let year = date.value.len() == 4 && date.kind == DateKind::Date;
        let of_gerund = (date.relation == Some("since") || year) && (group.head..date.start).any(gerund);
        let elsewhere = elsewhere || of_gerund || reason || source;
        // *the 2020 chair of the union*
        let post = is_bare_year(scene, date) && scene.document.get(date.end).is_some();
        let post = post && scene.document.has(date.end, class::TITLE) && scene.str(date.start - 1) != "in";
        let out = matches!(date.kind, DateKind::Duration | DateKind::Set) || owner || elsewhere || now || aim || post;
        let out = out || is_of_plan(scene, date);
        let walled = date.start >= right || date.end <= left && !parallel && scene.has_verb(s.start, date.start);
        !out && !walled && date.start >= report && !is_compared(scene, s, item.kind, group, date.start)
    };
    /// A month as it is written: what is longer is a day.
    const MONTH: &str = "2018-03";
    /// Tokens that a year in front of a noun counts as further away.
    const ATTRIBUTIVE: u32 = 40;
    let distance = |i: &usize| {
        let date = &scene.dates[*i];
        // *published its 2023 report on May 6*: the year of a thing, if another date is told
        // *unveiled it at Lima Connect 2024 on May 6*: the year of a name
        let named = || {
            let before = date.start.max(1) - 1;
            let name = scene.document.is(before, flag::CAPITAL) && !scene.document.has(before, class::PREP);
            name && is_bare_year(scene, date)
        };
        // *On March 2, 2018, in 2018, the ceremony was held*: the day, not the year that it is of
        let wide = || {
            let day = |i: usize| scene.dates[i].value.len() > MONTH.len() && scene.dates[i].kind != DateKind::Vague;
            // *On May 17, 2022, … held a ceremony for projects in 2022*
            let same = |i: usize| day(i) && scene.dates[i].value.starts_with(&*date.value);
            let front = date.end <= group.outer;
            let told = || {
                scene
                    .dates_in(s.start, date.start)
                    .any(|i| if front { day(i) } else { same(i) })
            };
            item.kind != EventKind::Result && is_bare_year(scene, date) && told()
        };
        let apart = if is_attributive(scene, date) || named() || wide() {
            ATTRIBUTIVE
        } else {
            0
        };
        apart
            + if date.start >= group.head {
                date.start - group.head
            } else {
                // *the year ended June*: the verb may stand in the date
                // *to start trial production in October and reach mass production in May*
                let coordinated = group.outer > date.end
                    && scene.str(group.outer - 1) == "and"
                    && scene.has_verb(s.start, date.start);
                group.head.saturating_sub(date.end) + if coordinated { 9 } else { 3 }
            }
    };
    let in_clause = scene.dates_in(s.start, clause_end).filter(usable).min_by_key(distance);
    // *affirmed its third-quarter outlook on Monday*: the day, not what the outlook is of
    let done = || {
        scene
            .dates_in(s.start, clause_end)
            .filter(usable)
            .find(|i| scene.dates[*i].is_day())
    };
    let in_clause = if DONE.contains(&item.rule) {
        done().or(in_clause)
    } else {
        in_clause
    };
    // *In May 2007, equipment was moved in and production began in July 2007*: the later date is of the later verb
    let of_other = |i: &usize| {
        let date = &scene.dates[*i];
        let and = (group.head + 1..date.start).find(|at| scene.document.has(*at, class::CONJ));
        !parallel && and.is_some_and(|and| scene.has_verb(and + 1, date.start))
    };
    // *On May 3, the zone signed the key projects of the first quarter*: a thing's period
    let of_thing = |i: &usize| {
        let date = &scene.dates[*i];
        let event = matches!(
            item.kind,
            EventKind::Meeting | EventKind::Agreement | EventKind::Visit | EventKind::Award | EventKind::Founding
        );
        event && !date.is_day() && scene.dates_in(s.start, group.outer).any(|i| scene.dates[i].is_day())
    };
    let in_clause = match in_clause {
        Some(date) if of_other(&date) || of_thing(&date) => {
            let day = |i: &usize| !of_thing(&date) || scene.dates[*i].is_day();
            // *Two years later, in May 2007, …*
            let end = if of_thing(&date) { group.outer } else { subject_start };
            let front = scene.dates_in(s.start, end).filter(usable).filter(day);
            front.last().or(in_clause)
        }
        found => found,
    };
    let found = in_clause.or_else(|| scene.dates_in(clause_end, s.end).filter(usable).min_by_key(distance));
    let found = match found {
        Some(date) if item.kind == EventKind::Result && scene.dates[date].is_day() => {
            period(scene, (s.start, clause_end), group, said, item, date, usable)
        }
        // *resigned June 30 to lead Lumeno, effective July 17*: two days
        Some(date) if scene.dates[date].start > group.head => Some(date),
        found => starts_on(scene, s, group, item.kind).filter(usable).or(found),
    };
    if item.kind == EventKind::Statement {
        // a date in what is said is not that of saying it
        let d = scene.document;
        let (from, to) = item.what.unwrap_or((0, 0));
        // *“…,” he told guests in Wuxi on Monday*: the rest of the clause is about the saying
        let inverted = from < to && to <= group.start;
        // *A fall in orders in the fourth quarter, he conceded, had …*, *Turning to the tasks of this year, he said that …*
        let parenthetical = matches!(scene.str(group.head + 1), ",") && d.str(subject_start.max(1) - 1) == ",";
        let turning = d.info(s.start).form & form::GERUND != 0 && d.str(s.start).ends_with("ing");
        let fronted = |date: &DateItem| date.start < subject_start && (parenthetical || turning && !date.is_day());
        // *said in Lima on Monday output rose*
        let behind_saying = |date: &DateItem| date.end <= scene.behind_circumstances(group.head + 1, s.end);
        let of_saying = |i: &usize| {
            let date = &scene.dates[*i];
            let content = from <= date.start && date.end <= to && from < to && inverted;
            let that = (group.head..date.start).any(|at| d.str(at) == "that");
            // *said at the forum in Wuxi on Monday that …*
            let before_that = || {
                !that
                    && (date.end..s.end)
                        .find(|at| d.str(*at) == "that")
                        .is_some_and(|x| x <= date.end + 1)
            };
            usable(i)
                && !content
                && !is_in_quote(scene, date, group)
                && !is_owned_period(d, date)
                && !fronted(date)
                && (date.end <= group.start
                    || !that && (inverted || date.start <= group.head + 3 || behind_saying(date))
                    || !that && is_at_meeting(scene, group.head, date.start)
                    || before_that())
        };
        item.when = scene
            .dates_in(s.start, clause_end)
            .filter(of_saying)
            .min_by_key(distance)
            .into_iter()
            .collect();
        return;
    }
    item.when = found.into_iter().collect();
    // *will report third-quarter results on Oct. 24*: the period and the day
    let reports = item.status == Status::Planned && RESULTS.contains(&item.rule);
    if let Some(day) = scene
        .dates_in(group.head, clause_end)
        .filter(|_| reports)
        .find(|i| scene.dates[*i].is_day())
        && !item.when.contains(&day)
        && usable(&day)
    {
        item.when.push(day);
    }
    // *in Shanghai and Beijing on July 25 and 26*
    if let (EventKind::Meeting, Some(first)) = (item.kind, found)
        && let Some(next) = scene.dates.get(first + 1)
        && next.start == scene.dates[first].end + 1
        && scene.str(next.start - 1) == "and"
        && usable(&(first + 1))
    {
        item.when.push(first + 1);
    }
}

/// *responded at a press conference on Monday*: the day of the meeting at which it is said.
fn is_at_meeting(scene: &Scene<'_, '_>, head: u32, date: u32) -> bool {
    /// Tokens between the verb and the date.
    const NEAR: u32 = 30;
    let d = scene.document;
    let at = date <= head + NEAR && (head + 1..date).any(|at| d.str(at) == "at");
    let meeting = |at: u32| {
        let noun = d.value(at, at + 1, class::EVENTNOUN);
        d.has(at, class::EVENTHEAD) || noun.is_some_and(|v| v.contains("meeting"))
    };
    at && (head + 2..date).any(meeting)
        && (head + 1..date).all(|at| d.is(at, flag::WORD | flag::GLUED) || d.str(at) == "&" || scene.inside_name(at))
        && !scene.has_verb(head + 1, date)
}

/// *opened a plant, the company said on Monday*: the day stands behind the verb of saying, which is not the one at `head`.
fn is_of_saying(scene: &Scene<'_, '_>, head: u32, date: u32) -> bool {
    let d = scene.document;
    let says = |at: &u32| d.has(*at, class::SAYVERB) && d.info(*at).form & (form::PAST | form::THIRD) != 0;
    // *…, the ministry said in a statement on Monday*: said of what stands in front of the comma
    (head + 1..date)
        .find(says)
        .is_some_and(|said| (head + 1..said).any(|at| matches!(d.str(at), "," | "”" | "\"")))
}

/// The period that a result reports where the nearest date is a day: one of the sentence, else the day, unless that is
/// when it was reported: *said on Tuesday that sales rose in the first half*.
fn period(
    scene: &Scene<'_, '_>,
    (start, clause_end): (u32, u32),
    group: &VerbGroup,
    said: bool,
    item: &EventItem,
    day: usize,
    usable: impl Fn(&usize) -> bool,
) -> Option<usize> {
    const REPORTS: [&str; 2] = [t::rule("event.result.report"), t::rule("event.result.announce")];
    if DONE.contains(&item.rule) {
        return Some(day);
    }
    let is_period = |i: &usize| {
        let date = &scene.dates[*i];
        let year = date.kind == DateKind::Date && date.value.len() == "2024".len();
        // *rose on May 3 and plans to double output in 2026*: of another verb
        let apart = !said && date.start > group.head && scene.has_verb(group.head + 1, date.start);
        (year || date.is_near() && !date.is_day()) && !apart
    };
    if item.status == Status::Planned {
        return Some(day);
    }
    let period = scene.dates_in(start, clause_end).filter(usable).find(is_period);
    // *said on Tuesday that sales rose*
    let said = said && scene.dates[day].end <= group.outer;
    let reports = || !group.passive && REPORTS.contains(&item.rule);
    period.or_else(|| (!said && !reports()).then_some(day))
}

/// *has named Li Ming chief executive, effective May 3*: the day from which it holds.
fn starts_on(scene: &Scene<'_, '_>, s: &Sentence, group: &VerbGroup, kind: EventKind) -> Option<usize> {
    if !matches!(
        kind,
        EventKind::Appointment | EventKind::Policy | EventKind::Restriction
    ) {
        return None;
    }
    scene.dates_in(group.head, s.end).find(|i| {
        let word = |back: u32| scene.dates[*i].start.checked_sub(back).map_or("", |at| scene.str(at));
        word(1) == "effective" || matches!(word(1), "from" | "on") && word(2) == "effective"
    })
}

/// *a programme for 2027-2028*, *a budget for 2027*: what a paper covers is not when it was signed.
fn is_covered(scene: &Scene<'_, '_>, kind: EventKind, index: usize) -> bool {
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
fn is_in_main_clause(scene: &Scene<'_, '_>, s: &Sentence, date: &DateItem, verb: u32) -> bool {
    let opens = |at: &u32| matches!(scene.str(*at), "after" | "before");
    // *beat Chile before 35,000 spectators, and a quake shook the coast*: not that clause
    let mut near = (date.end..verb).rev().take_while(|at| scene.str(*at) != ",");
    let clause = near.find(opens);
    clause.is_some_and(|at| !scene.has_verb(at + 1, verb) && scene.has_verb(s.start, at))
}

/// *announced support in its 14th Five-Year Plan (2021-25)*: what a paper says is not done in its years.
fn is_of_plan(scene: &Scene<'_, '_>, date: &DateItem) -> bool {
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
fn is_bare_year(scene: &Scene<'_, '_>, date: &DateItem) -> bool {
    let one = date.end == date.start + 1 && date.start > 0;
    one && date.value.len() == "2024".len() && scene.document.is(date.start, flag::NUMBER)
}

/// *its 2023 report*, *the 2024 plan*: a year in front of a noun, behind no preposition.
fn is_attributive(scene: &Scene<'_, '_>, date: &DateItem) -> bool {
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

/// *“… the close on September 19,” the firm said*: the date is in what is quoted.
fn is_in_quote(scene: &Scene<'_, '_>, date: &DateItem, group: &VerbGroup) -> bool {
    if date.end <= group.start {
        let closed = scene.mark_behind(date.end).filter(|(mark, _)| *mark < group.start);
        closed.is_some_and(|(_, opens)| !opens)
    } else {
        let opened = scene.mark_before(date.start).filter(|(mark, _)| *mark >= group.head);
        opened.is_some_and(|(_, opens)| opens)
    }
}

/// *The second-quarter outlook is …, the firm said*: the period of a thing told of.
fn is_owned_period(d: &Document<'_>, date: &DateItem) -> bool {
    let led = date.start > 0 && d.has(date.start - 1, class::DET) || d.has(date.start, class::DET);
    led && !date.is_day()
        && date.end < d.len()
        && d.is(date.end, flag::WORD)
        && !d.is(date.end, flag::CAPITAL)
        && !d.has(date.end, class::PREP)
        && d.info(date.end).pos & pos::NOUN != 0
        && d.info(date.end).verb == 0
        // *In a September 2019 speech, she said*
        && !d.has(date.end, class::SPEECHNOUN)
}

/// *Rule ended in 1975 and the unions say …*, *Born in 1942, she won …*: the date is of the clause in front.
fn is_in_front(
    scene: &Scene<'_, '_>,
    s: &Sentence,
    kind: EventKind,
    date: &DateItem,
    (subject, verb): (u32, u32),
) -> bool {
    let d = scene.document;
    // what moved is compared for one time, and one accident has many verbs
    let at_once = matches!(
        kind,
        EventKind::Result | EventKind::Market | EventKind::Disaster | EventKind::Death
    );
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
    subject < verb && !at_once && (joined && scene.has_verb(s.start, date.start) || led()) || fronted()
}

/// *The banks, which merged in 2009, signed a deal*, *said on Monday that output rose*: the date in front is that of
/// another verb.
fn is_told_apart(scene: &Scene<'_, '_>, s: &Sentence, date: &DateItem, verb: u32) -> bool {
    let d = scene.document;
    /// Tokens between *founded* and its year.
    const ORIGIN: u32 = 3;
    let closed = (date.end..verb).any(|at| d.str(at) == ",");
    // *Intel Corp., founded in 1968, rose*
    let origin = closed
        && (date.start.saturating_sub(ORIGIN).max(s.start + 1)..date.start)
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
fn is_subordinate(scene: &Scene<'_, '_>, verb: u32, date: u32) -> bool {
    (verb + 1..date).any(|at| {
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
fn is_participle(scene: &Scene<'_, '_>, verb: u32, date: u32) -> bool {
    participle(scene, verb, date).is_some()
}

/// *plans a base, according to a forum held recently*, *under a plan announced last year*: the day of what the noun tells; but
/// *signed it at a ceremony held on Monday*.
fn is_of_noun(scene: &Scene<'_, '_>, verb: u32, date: u32) -> bool {
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

/// The participle behind a comma whose circumstance starts at `circumstance`.
pub(super) fn participle(scene: &Scene<'_, '_>, verb: u32, circumstance: u32) -> Option<u32> {
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
fn is_compared(scene: &Scene<'_, '_>, s: &Sentence, kind: EventKind, group: &VerbGroup, date: u32) -> bool {
    const NEAR: u32 = 8;
    if !matches!(kind, EventKind::Result | EventKind::Market | EventKind::Production) {
        return false;
    }
    // *eased from 12 percent in May, but rents rose*: also in the clause in front, where a figure shows it
    let front = date < group.head;
    let first = if front { s.start + 1 } else { group.head };
    (date.saturating_sub(NEAR).max(first)..date)
        .rev()
        .take_while(|at| !matches!(scene.str(*at), "," | ";" | "."))
        .filter(|at| {
            // *shipped wafers from its line in Dalian last Friday*: where they come from
            let source = kind == EventKind::Production && scene.str(*at) == "from" && *at + 1 < date;
            !front && !source || scene.figures_in(*at, date).next().is_some()
        })
        .any(|at| {
            // *more than $5 million in 2023*: a bound
            matches!(
                scene.str(at),
                "against" | "from" | "than" | "versus" | "since" | "compared"
            ) && !(scene.str(at) == "than" && scene.inside_figure(at))
                || scene.str(at) == "over" && scene.document.has(at - 1, class::PERCENT)
                // *3 % off its high of May*, but *kicked off production in May*
                || scene.str(at) == "off" && at != group.head + 1
                // *47 times that of a year ago*
                || scene.str(at) == "that" && scene.str(at + 1) == "of"
        })
}
