//! Whether a place behind the verb is that of the event, or of another clause, a plan or a thing.

use crate::extract::dates::DateItem;
use crate::lexicon::format::{PlaceInfo, form, pos};
use crate::lexicon::{class, list};
use crate::record::EventKind;
use crate::text::{Sentence, flag};

use super::super::clause::{Hit, Scene};
use super::super::phrase::is_of_deed;
use super::super::tables as t;
use super::super::times::participle;
use super::super::trigger::head_groups;
use super::super::verbs;

/// *fell through when regulators in Taipei withheld their consent*: the place is of the clause behind *when*. Of a death or
/// an accident that clause tells how it came about, in the same place: *were killed after a truck hit them in Bogura*.
pub(super) fn is_behind_clause(scene: &Scene<'_, '_>, kind: EventKind, verb_end: u32, place: u32) -> bool {
    /// Tokens behind the place in which the verb of its clause stands.
    const NEAR: u32 = 6;
    let harm = matches!(kind, EventKind::Death | EventKind::Disaster | EventKind::Conflict);
    let opens = |at: u32| {
        // *killed while serving in Iraq* was there
        let participle = scene.document.info(at + 1).form & form::GERUND != 0;
        match scene.str(at) {
            "because" | "although" => !participle,
            "when" | "while" | "after" | "before" => !participle && !harm,
            _ => false,
        }
    };
    // *will start the service in Lima after launching it in Quito*
    let later = |at: u32| {
        !harm && matches!(scene.str(at), "after" | "before") && scene.document.info(at + 1).form & form::GERUND != 0
    };
    // *met a trader who had opened a shop in Lima*
    let who = |at: u32| {
        let d = scene.document;
        let bare = !harm && d.str(at) == "who" && at > verb_end && d.is(at - 1, flag::WORD);
        bare && (at..place).all(|x| d.str(x) != ",") && scene.has_verb(at + 1, place)
    };
    (verb_end..place)
        .any(|at| later(at) || who(at) || opens(at) && scene.has_verb(at + 1, (place + NEAR).min(scene.document.len())))
}

/// *signed a deal on preventing piracy in the Pacific*: what the paper is about.
pub(super) fn is_subject_matter(scene: &Scene<'_, '_>, kind: EventKind, verb_end: u32, place: u32) -> bool {
    let d = scene.document;
    // *pleaded guilty to selling drugs in Lima*: where the crime was
    if kind == EventKind::Legal && place > verb_end + 1 {
        return (verb_end..place - 1).any(|at| is_of_deed(d, at));
    }
    let paper = matches!(
        kind,
        EventKind::Agreement | EventKind::Policy | EventKind::Award | EventKind::Meeting
    );
    let gerund = |at: u32| matches!(d.str(at), "on" | "about" | "for") && d.info(at + 1).form & form::GERUND != 0;
    // *reached an agreement for the use of its robots in Peru*
    let use_of = |at: u32| {
        let what = kind == EventKind::Agreement && d.str(at) == "for" && d.has(at + 1, class::DET);
        what && !scene.has_verb(at + 1, place) && (at..place).all(|x| d.str(x) != ",")
    };
    // *approved a subsidy for the company's plant at Lindo*: where the money goes
    let aid = |at: u32| {
        let what = kind == EventKind::Policy && d.str(at) == "for" && at > verb_end;
        let works = scene.noun_groups(at + 1, place) & const { t::group("plant") | t::group("project") } != 0;
        what && works && (at..place).all(|x| d.str(x) != ",")
    };
    let date = scene.dates.partition_point(|date| date.start <= place);
    let dated = scene.dates.get(date).is_some_and(|date| date.start <= place + 3);
    // *held talks with Kelvar regarding its plants in Peru*
    let theme = |at: u32| matches!(d.str(at), "regarding" | "concerning");
    // *held talks with Kelvar about a plant in Peru*
    const SITE: t::Groups = t::group("plant") | t::group("fab") | t::group("project");
    let about = |at: u32| {
        let what = kind == EventKind::Meeting && d.str(at) == "about" && d.has(at + 1, class::DET);
        what && (at + 2..place).any(|x| d.has(x, class::PREP) && scene.noun_groups(x - 1, x) & SITE != 0)
    };
    let matter = |at: u32| gerund(at) || theme(at) || about(at) || aid(at) || !dated && use_of(at);
    paper && place > verb_end && (verb_end..place - 1).any(matter)
}

/// *signed a deal under which it will build a plant in Wuxi*, *agreed with Kelvar to open a centre in Wuxi*: what is to come
/// will be there.
pub(super) fn is_agreed(scene: &Scene<'_, '_>, kind: EventKind, verb_end: u32, place: &Hit) -> bool {
    let d = scene.document;
    let plan = |at: u32| match d.str(at) {
        "which" | "that" | "whereby" | "wherein" => true,
        // *to jointly build*
        "to" => {
            let verb = at + 1 + u32::from(d.info(at + 1).verb == 0 && d.info(at + 1).pos & pos::ADVERB != 0);
            d.info(verb).form & form::BASE != 0 && !d.is(verb, flag::CAPITAL)
        }
        // *signed a contract for a terminal located in Wuxi*
        _ => kind == EventKind::Agreement && is_of_thing(scene, verb_end, at),
    };
    // *signed a deal to build ships in Wuxi on Friday*, *signed a deal with the country that sells it, in Wuxi*
    let day = || {
        let date = scene.dates.partition_point(|date| date.start < place.end);
        let near = scene.dates.get(date).filter(|date| date.start <= place.end + 1);
        near.is_some_and(DateItem::is_day)
    };
    let apart = || place.start > 1 && d.str(place.start - 2) == ",";
    // *signed a deal to build ships at a ceremony in Wuxi*
    let occasion = |at: u32| {
        d.str(at) == "at"
            && d.has(at + 1, class::DET)
            && head_groups(scene, at + 1, place.start).0 & const { t::group("meeting") } != 0
            && !scene.has_verb(at + 1, place.start)
    };
    let at_occasion = || (verb_end..place.start).any(occasion);
    // *issued measures to support chip firms in Wuxi on Friday*: whom they are for
    let wide = || {
        scene
            .grain(place.entity)
            .is_some_and(|grain| grain <= PlaceInfo::PROVINCE)
    };
    let aim = match kind {
        EventKind::Policy | EventKind::Meeting | EventKind::Founding => true,
        // *had completed a project to upgrade its plant in Wuxi*
        EventKind::Construction => wide(),
        _ => false,
    };
    (kind == EventKind::Agreement || aim)
        && place.start > verb_end
        && (verb_end..place.start).any(plan)
        && (aim || !day())
        && !apart()
        && !at_occasion()
}

/// *plans to invest in Wuxi and build two plants in Hefei*, *founded in 2015 and based in Wuxi*: the place is of the verb behind
/// *and*, unless it is the only one and may be of both.
pub(super) fn is_of_next_verb(scene: &Scene<'_, '_>, verb_end: u32, place: u32) -> bool {
    let d = scene.document;
    let joint = |at: u32| {
        let located = matches!(d.str(at + 1), "based" | "headquartered" | "located" | "situated");
        let verb = d.info(at + 1).form & form::BASE != 0 && d.is(at + 1, flag::VERB) && !d.is(at + 1, flag::CAPITAL);
        let object = d.has(at + 2, class::DET)
            || d.is(at + 2, flag::NUMBER)
            || scene.figure_at(at + 2)
            || d.info(at + 2).pos & pos::ADJECTIVE != 0;
        // *bought Lumeno and agreed to set up a centre in Wuxi*
        let plans = d.info(at + 1).form & form::PAST != 0
            && d.is(at + 1, flag::VERB)
            && d.str(at + 2) == "to"
            && d.info(at + 3).form & form::BASE != 0;
        located || plans || verb && object && !scene.where_in(verb_end, at).is_empty()
    };
    (verb_end..place.saturating_sub(2)).any(|at| d.str(at) == "and" && joint(at))
}

/// *Kelvar, founded in Leeds in 2018, cut 140 jobs*: where the company comes from, between the commas in front of the verb.
pub(super) fn is_origin(scene: &Scene<'_, '_>, start: u32, place: &Hit, verb: u32) -> bool {
    /// Tokens between *founded* and its place.
    const NEAR: u32 = 4;
    let d = scene.document;
    let from = place.start.saturating_sub(NEAR).max(start + 1);
    let word =
        |at: u32| d.has(at, class::ORIGINWORD) && d.info(at).form & form::PARTICIPLE != 0 && d.str(at - 1) == ",";
    (from..place.start).any(word) && (place.end..verb).any(|at| d.str(at) == ",")
}

/// *cut 140 jobs in January and put off its flotation in Lima*, *resigned and founded a bank in Lima*: the place is of the verb
/// behind *and*, which tells something of another kind.
pub(super) fn is_of_other_verb(scene: &Scene<'_, '_>, kind: EventKind, verb_end: u32, place: u32) -> bool {
    let d = scene.document;
    let apart = matches!(
        kind,
        EventKind::Labour | EventKind::Appointment | EventKind::Result | EventKind::Market
    );
    let joint = |at: u32| {
        let verb = d.is(at + 1, flag::VERB) && !d.is(at + 1, flag::CAPITAL) && d.info(at + 1).form & form::PAST != 0;
        d.str(at) == "and" && verb && verbs::group(d, at + 1, at).is_some()
    };
    apart && (verb_end..place.saturating_sub(2)).any(joint)
}

/// *signed an agreement to settle in the area*: what is to come will be there.
pub(super) fn is_planned(scene: &Scene<'_, '_>, kind: EventKind, verb_end: u32, place: u32) -> bool {
    let d = scene.document;
    let plan = |at: u32| d.str(at) == "to" && d.info(at + 1).form & form::BASE != 0 && !d.is(at + 1, flag::CAPITAL);
    kind == EventKind::Agreement && (verb_end..place).any(plan)
}

/// *paid a visit to Wuxi*: the places behind the noun.
pub(super) fn visited(scene: &Scene<'_, '_>, verb_end: u32, clause_end: u32) -> Vec<Hit> {
    /// Tokens between the verb and *to*, and between *to* and its place.
    const NEAR: u32 = 6;
    let d = scene.document;
    // *led a trade visit from May 26 to June 1 to Japan*, *paid a three-day visit to Japan*
    let dates: Vec<(u32, u32)> = scene
        .dates_in(verb_end, clause_end)
        .map(|i| (scene.dates[i].start, scene.dates[i].end))
        .collect();
    let dated = |at: u32| dates.iter().any(|(start, end)| (*start..*end).contains(&at));
    let plain = |at: u32| d.is(at, flag::WORD) || d.is(at, flag::GLUED) || dated(at);
    let limit = (verb_end.saturating_sub(1)..clause_end)
        .filter(|at| !dated(*at))
        .nth(NEAR as usize + 2);
    let to = (verb_end.saturating_sub(1)..limit.unwrap_or(clause_end))
        .take_while(|at| plain(*at))
        .find(|at| d.str(*at) == "to" && !dated(*at));
    let Some(to) = to else { return Vec::new() };
    let mut hits = scene.placed(to, clause_end, &["to"]);
    let near = |hit: &Hit| hit.start <= to + NEAR && (to..hit.start).all(|at| d.is(at, flag::WORD));
    if !hits.first().is_some_and(near) {
        hits.clear();
    }
    hits
}

/// *was shown a wafer, destined for a customer in Penang*: the place is that of the participle, unless it says no more than
/// where the thing is: *a plant, located in Penang*.
pub(super) fn is_of_participle(scene: &Scene<'_, '_>, verb_end: u32, place: u32) -> bool {
    let located = |at: u32| matches!(scene.str(at + 1), "in" | "at" | "near" | "outside");
    place > verb_end && participle(scene, verb_end, place).is_some_and(|at| !located(at))
}

/// *a terminal located in*, *a firm based at*: a participle that only says where a thing is.
fn is_of_thing(scene: &Scene<'_, '_>, verb_end: u32, at: u32) -> bool {
    let d = scene.document;
    at > verb_end + 1
        && d.info(at).form & form::PARTICIPLE != 0
        && d.info(at).form & form::BASE == 0
        && d.is(at - 1, flag::WORD)
        && !d.has(at - 1, class::PREP)
        && matches!(scene.str(at + 1), "in" | "at" | "near" | "outside")
}

/// *Speaking in Rome on Sunday, Li Ming said …*
pub(super) fn is_speaking(scene: &Scene<'_, '_>, s: &Sentence, place: u32) -> bool {
    /// Tokens between the participle and its place.
    const NEAR: u32 = 8;
    let d = scene.document;
    d.has(s.start, class::SAYING) && place - s.start <= NEAR
}

/// *In Seoul, the ministry said …*: the city that opens the sentence.
pub(super) fn said_from(scene: &Scene<'_, '_>, s: &Sentence, place: &Hit, subject: u32) -> bool {
    let led = place.start == s.start + 1 && scene.str(s.start) == "In";
    let city = || scene.grain(place.entity) == Some(PlaceInfo::CITY);
    led && scene.str(place.end) == "," && subject == place.end + 1 && city()
}

/// *At a news conference at his home in Lima, Luis Prado said …*: the place of the meeting that the sentence starts with.
pub(super) fn is_fronted_meeting(scene: &Scene<'_, '_>, s: &Sentence, (place, subject): (u32, u32)) -> bool {
    let d = scene.document;
    let at = matches!(d.str(s.start), "At" | "During") && d.has(s.start + 1, class::DET) && place < subject;
    let meeting = || head_groups(scene, s.start + 1, place).0 & const { t::group("meeting") } != 0;
    at && meeting() && !scene.has_verb(s.start, place)
}

/// *told reporters in Wuxi*, *told some 600 listeners at the Chip Dialogue in Nanjing*: the place of the meeting is
/// that of the statement.
pub(super) fn said_at(scene: &Scene<'_, '_>, verb_end: u32, place: u32) -> bool {
    /// Tokens of *the step in*.
    const NEAR: u32 = 3;
    const HEARERS: t::Groups = t::group("crowd") | t::group("meeting") | t::group("talks") | t::group("speech");
    let d = scene.document;
    // *said the company will invest in Wuxi*: what is said
    let hears = d.is_on(verb_end - 1, list::HEARD) || matches!(d.str(verb_end), "to" | "before" | "in");
    // *while talking to journalists at the office in Lima*
    let talked = |at: u32| at > verb_end + 1 && d.str(at - 1) == "to" && d.info(at - 2).form & form::GERUND != 0;
    let hearers = |at: u32| {
        d.value(at, at + 1, class::EVENTNOUN).is_some_and(|v| {
            v.split(' ')
                .any(|g| g == "crowd" && (hears || talked(at)) || g == "meeting")
        }) && !scene.has_verb(at + 1, place)
    };
    // *“…,” spokesman Li Ming said in Wuxi*, *said in Wuxi on Monday that …*
    let behind = || {
        let next = scene
            .entities_in(place, (place + 4).min(d.len()))
            .first()
            .map_or(place, |hit| hit.end);
        let dated = scene.dates.binary_search_by_key(&next, |date| date.start).is_ok();
        dated || matches!(scene.str(next), "." | "," | "that" | "on")
    };
    // *said on Monday in Wuxi that …*
    let circumstance = || place < scene.behind_circumstances(verb_end, d.len());
    let at_once = place > verb_end && d.str(place - 1) == "in" && circumstance() && behind();
    // *said this at the launch of the centre in Wuxi*
    let occasion = |at: u32| d.str(at) == "at" && d.has(at + 1, class::DET) && d.is(at + 2, flag::EVENT);
    // *defended the step before reporters in Lima on Thursday*, *criticised the ban in a speech in Lima on Thursday*
    let dated = || {
        let next = scene.hits_in(place, d.len()).next().map_or(place, |hit| hit.end);
        let day = scene.date_at(next + u32::from(scene.str(next) == "on"));
        let led = place > verb_end && matches!(d.str(place - 1), "in" | "at");
        let plain = |at: u32| !matches!(d.str(at), "that" | "“" | "\"" | ":" | ",") && !d.is(at, flag::EVENT);
        let over = |i: usize| {
            scene
                .today
                .is_none_or(|today| *scene.dates[i].value <= *today.to_string())
        };
        let hearers = || scene.noun_groups(place - 2, place - 1) & HEARERS != 0;
        led && day.is_some_and(|i| scene.dates[i].is_day() && over(i) && scene.dates[i].end > next + 1)
            && !scene.has_verb(verb_end, place)
            && (verb_end..place).all(plain)
            && (place <= verb_end + NEAR || hearers() || d.has(place - 2, class::SPEECHNOUN))
    };
    at_once
        || dated()
        || (verb_end..place).any(|at| d.has(at, class::EVENTHEAD) || hearers(at) || occasion(at))
            // *said it will open a plant in Lima*
            && (verb_end - 1..place).all(|at| !matches!(d.str(at), "that" | "“" | "\"" | ":") && !d.has(at, class::MODAL))
}
