//! What the words around a verb are to it: the heads of noun phrases, a date or a particle behind it, the noun in front of a
//! participle, and the status that its tense gives.

use crate::extract::names::cut::title_end;
use crate::extract::names::shape::is_noun;
use crate::lexicon::format::{form, pos};
use crate::lexicon::{class, list};
use crate::record::{DateKind, EventKind, FigureKind, Status};
use crate::resolve::names::Kind;
use crate::text::{Document, Sentence, flag};

use super::clause::{Hit, Scene};
use super::definite::{anaphor, is_definite};
use super::focus::Focus;
use super::rows::behind_parting;
use super::verbs::{Tense, VerbGroup};
use super::{VerbRule, tables as t};

/// Kinds of events that a bare *will* announces; of others it is an aspiration.
const CONCRETE: [EventKind; 18] = [
    EventKind::Policy,
    EventKind::Meeting,
    EventKind::Agreement,
    EventKind::Founding,
    EventKind::Launch,
    EventKind::Production,
    EventKind::Construction,
    EventKind::Investment,
    EventKind::Acquisition,
    EventKind::Listing,
    EventKind::Restriction,
    EventKind::Appointment,
    EventKind::Visit,
    EventKind::Labour,
    EventKind::Election,
    EventKind::Legal,
    EventKind::Result,
    EventKind::Other,
];

/// Groups of the head nouns of the noun phrases in `start..end`, up to the first preposition.
pub(super) fn head_groups(scene: &Scene<'_, '_>, start: u32, end: u32) -> (t::Groups, u32) {
    let d = scene.document;
    let mut bits = 0;
    let mut stop = end;
    for at in start..end {
        // *a total of 44 projects*
        // *3.6 billion yuan of investment projects*, *8 kg of cocaine*, *70 percent of Kelvar Corp.*
        let sum = || {
            let mut figures = scene.figures_in(at - 1, at);
            let amount = |kind| matches!(kind, FigureKind::Money | FigureKind::Measure | FigureKind::Percent);
            figures.any(|f| scene.figures[f].end == at && amount(scene.figures[f].kind))
        };
        // *one of its biggest acquisitions*
        let one =
            || d.str(at - 1) == "one" && at + 1 < end && (d.has(at + 1, class::DET) || d.has(at + 1, class::PRON));
        // *Phase II of the fund*
        let numbered = || {
            let number = d.is(at - 1, flag::UPPER) || d.is(at - 1, flag::NUMBER);
            number && at > start + 1 && d.has(at - 2, class::PARTITIVE)
        };
        let of = || d.str(at) == "of" && (d.has(at - 1, class::PARTITIVE) || sum() || one() || numbered());
        let partitive = || of() || d.str(at) == "in" && is_sum_of(scene, at, end);
        // *the move-in ceremony*
        let compound = || d.is(at, flag::GLUED) && d.str(at - 1) == "-";
        // *opened with the theme “Intelligent Manufacturing”*: what stands there is quoted
        let theme = || d.is_on(at - 1, list::TITLED) && d.info(at - 1).form & form::PARTICIPLE == 0;
        if at > start && d.is(at, flag::MARK) && matches!(d.str(at), "\"" | "“") && theme() {
            stop = at;
            break;
        }
        if at > start
            && (d.has(at, class::PREP) && d.str(at) != "per" || d.has(at, class::SUBORD))
            && !compound()
            && !matches!(d.str(at), "including")
            && !partitive()
            && !scene.inside_name(at)
            // *close to $80 million*
            && !scene.inside_figure(at)
            && !is_of_holder(scene, at, end)
        {
            stop = at;
            break;
        }
        // most words are of no group, and no figure ends with them
        if !d.is(at, flag::GROUPED) && !scene.ends_figure(at) {
            continue;
        }
        // *Kelvar Company's expansion project*: the owner is a name, not the thing; *the Minister's office* speaks for him
        if at + 2 < end && d.is(at, flag::CAPITAL) && !d.has(at, class::TITLE) && matches!(d.str(at + 1), "'s" | "’s")
        {
            continue;
        }
        // the head is a noun with no noun behind it
        let next = at + 1;
        let inner = next < end
            && !d.is(next, flag::MARK)
            && d.is(next, flag::WORD)
            && (is_noun(d, next) || d.is(next, flag::CAPITAL) && !d.has(next, class::PREP))
            // *was declared president April 4*
            && !(d.is(next, flag::CAPITAL) && d.has(next, class::MONTH))
            && !d.has(next, class::CONJ)
            && !d.has(next, class::PREP)
            // *released a statement saying*
            && !d.has(next, class::SAYING)
            // *toured a plant run by Kelvar*
            && !(d.info(next).form & form::PARTICIPLE != 0 && d.get(next + 1).is_some() && d.str(next + 1) == "by")
            && d.info(next).pos & pos::ADVERB == 0
            // *plants covering 20 hectares*, *a foundation bearing the name of its founder*
            && !(d.info(next).form & form::GERUND != 0
                && next + 1 < end
                && (d.is(next + 1, flag::NUMBER) || d.has(next + 1, class::DET)));
        let compound = d
            .phrase(at)
            .is_some_and(|p| d.phrase_classes(p) & (1 << class::EVENTNOUN) != 0);
        // *Typhoon Hanna*
        let called = || d.has(at, class::OTHERHEAD) && d.value(at, next, class::OTHERHEAD) == Some("front");
        // *a Phase 2 trial*
        let numbered = || {
            let noun = next + 1 < end && d.is(next, flag::NUMBER) && d.has(at, class::PARTITIVE);
            noun && d.is(next + 1, flag::WORD) && !d.is(next + 1, flag::CAPITAL) && is_noun(d, next + 1)
        };
        if (!inner || compound || called()) && !numbered() {
            let to = d
                .phrase(at)
                .filter(|p| p.end <= end && compound)
                .map_or(next, |p| p.end);
            bits |= scene.noun_groups(at, to) | scene.figure_groups(at, to);
        }
    }
    (bits & !(t::PERSON | t::ORGANISATION | t::PLACE), stop)
}

/// *$3 billion in debt*, *$6 million in grants*: what a sum of money is of, behind the *in* at `at`.
fn is_sum_of(scene: &Scene<'_, '_>, at: u32, end: u32) -> bool {
    let d = scene.document;
    let noun = at + 1;
    let plain = noun < end && d.is(noun, flag::WORD) && !d.is(noun, flag::CAPITAL) && !d.has(noun, class::DET);
    let money = |f: usize| scene.figures[f].end == at && scene.figures[f].kind == FigureKind::Money;
    plain && scene.ends_figure(at - 1) && scene.figures_in(at - 1, at).any(money)
}

/// The preposition at `at` tells what the post in front of it is of, and who has it stands behind: see [`leads_to_person`].
fn is_of_holder(scene: &Scene<'_, '_>, at: u32, end: u32) -> bool {
    let d = scene.document;
    matches!(d.str(at), "of" | "to" | "for") && d.has(at - 1, class::TITLE) && leads_to_person(scene, at, end)
}

/// A post stands at the token with what it is of and who has it: *Ambassador to Peru Luis Prado*.
pub(super) fn leads_to_holder(scene: &Scene<'_, '_>, post: u32, end: u32) -> bool {
    let of = title_end(scene.document, post, end).filter(|of| post < end && *of < end);
    of.is_some_and(|of| is_of_holder(scene, of, end))
}

/// *Mayor of Lima Luis Prado*, *Ambassador to Peru Luis Prado*, *Secretary of State Luis Prado*: behind the preposition of a post
/// stand what it is of and the name of who has it.
fn leads_to_person(scene: &Scene<'_, '_>, of: u32, end: u32) -> bool {
    /// Tokens of what the post is of.
    const LONGEST: u32 = 8;
    let d = scene.document;
    let hits = scene.entities_in(of + 1, (of + LONGEST).min(end));
    let field = hits.iter().find(|h| h.kind != Kind::Person && h.start <= of + 2);
    if field.is_some_and(|field| hits.iter().any(|h| h.kind == Kind::Person && h.start == field.end)) {
        return true;
    }
    // a field that is no name of its own: *State*, *Trade and Industry*
    let Some(person) = hits.iter().find(|h| h.kind == Kind::Person && h.start > of + 1) else {
        return false;
    };
    let part =
        |at: u32| d.is(at, flag::CAPITAL) && !d.is(at, flag::MARK) || matches!(d.str(at), "and" | "of" | "the" | "&");
    (of + 1..person.start).all(part) && d.is(person.start - 1, flag::CAPITAL)
}

/// The group of an entity's kind.
pub(super) fn kind_group(kind: Kind) -> t::Groups {
    const GROUPS: [t::Groups; 4] = [t::PERSON, t::ORGANISATION, t::PLACE, 0];
    GROUPS[kind as usize]
}

pub(super) fn kinds(hits: &[Hit]) -> t::Groups {
    hits.iter().fold(0, |bits, hit| bits | kind_group(hit.kind))
}

/// Behind a date that stands between a verb and its object: *announced on Thursday it would close*.
pub(super) fn behind_date(scene: &Scene<'_, '_>, at: u32) -> u32 {
    let d = scene.document;
    // *announced earlier this month*
    let at = at + u32::from(matches!(scene.str(at), "earlier" | "late"));
    // *got five years in prison*: how long is no circumstance
    let day = |date: &usize| scene.dates[*date].kind != DateKind::Duration;
    let date_at = |x: u32| scene.date_at(x).filter(day);
    let preposition = d.get(at).is_some() && matches!(d.str(at), "on" | "in");
    match date_at(at).or_else(|| preposition.then(|| date_at(at + 1)).flatten()) {
        Some(date) => scene.dates[date].end,
        None => at,
    }
}

/// Behind the occasion with its day that parts a verb from its object: *approved at its meeting on May 3 | the budget*.
pub(super) fn behind_occasion(scene: &Scene<'_, '_>, at: u32) -> u32 {
    /// Tokens of *during a visit*.
    const NEAR: u32 = 6;
    const OCCASION: t::Groups = t::group("meeting") | t::group("talks") | t::group("visit");
    let d = scene.document;
    if !matches!(scene.str(at), "at" | "during") {
        return at;
    }
    let mut inner = (at + 1..at + NEAR).take_while(|x| d.get(*x).is_some() && d.is(*x, flag::WORD));
    let Some(noun) = inner.find(|x| scene.noun_groups(*x, x + 1) & OCCASION != 0) else {
        return at;
    };
    // *during a visit to Lima*
    let to = u32::from(scene.str(noun + 1) == "to");
    let place = (to > 0).then(|| scene.hits_in(noun + 2, noun + NEAR).next()).flatten();
    let place = place
        .filter(|hit| hit.start == noun + 2)
        .map_or(noun + 1, |hit| hit.end);
    let dated = behind_parting(scene, place);
    let object = dated + u32::from(scene.str(dated) == ",");
    let opens = d
        .get(object)
        .is_some_and(|_| d.has(object, class::DET) || d.is(object, flag::NUMBER));
    if dated > place && opens { object } else { at }
}

/// *set up*, *rolled out*: the second half of a verb.
pub(super) fn is_particle(scene: &Scene<'_, '_>, at: u32) -> bool {
    matches!(scene.str(at), "up" | "off" | "out")
}

/// Groups of the noun that a bare participle stands behind, where a preposition, a date or an adverb follows.
pub(super) fn reduced(scene: &Scene<'_, '_>, s: &Sentence, at: u32) -> t::Groups {
    /// Tokens of the longest name of a body.
    const LONGEST: u32 = 16;
    let d = scene.document;
    // *set up by five scholars*
    let next = at + 1 + u32::from(is_particle(scene, at + 1));
    if at == s.start || next >= s.end || d.info(at).form & form::PARTICIPLE == 0 {
        return 0;
    }
    let circumstance = d.is_on(next, list::REDUCED_LED) || scene.date_at(next).is_some();
    // *production increased by 5.7 percent*
    let amount = d.str(next) == "by" && d.has(at, class::CHANGE) && scene.figure_at(next + 1);
    // an object behind it would make it the verb
    if amount || !circumstance || d.is(at - 1, flag::CAPITAL) && !d.has(at - 1, class::EVENTHEAD) {
        return 0;
    }
    let noun = if d.str(at - 1) == "," {
        at.saturating_sub(2)
    } else {
        at - 1
    };
    // *Kelvar, founded in 2014, makes chips*
    // *Kelvar Ltd., founded in 2014, makes chips*
    let body = noun < at - 1 && (d.is(noun, flag::CAPITAL) || d.str(noun) == ".") && {
        let ends = |hit: &Hit| hit.end == at - 1 && hit.kind == Kind::Organisation;
        scene.entities_in(noun.saturating_sub(LONGEST), at - 1).iter().any(ends)
    };
    scene.groups(noun, noun + 1) | if body { t::ORGANISATION } else { 0 }
}

/// *have* as the verb itself.
pub(super) fn is_have(d: &Document<'_>, head: u32) -> bool {
    matches!(d.str(head), "had" | "has" | "have")
}

/// *The province's output stood at …*: the place that owns the subject without its name.
pub(super) fn owning_place(scene: &Scene<'_, '_>, subject: (u32, u32), focus: &Focus) -> Option<usize> {
    /// Tokens from *the* to the noun.
    const NEAR: u32 = 5;
    let d = scene.document;
    let place = |at: u32| {
        d.value(at, at + 1, class::DEFINITE)
            .is_some_and(|v| v.starts_with("place"))
    };
    let owner = (subject.0 + 2..subject.1).find(|at| matches!(d.str(*at), "'s" | "’s") && place(at - 1));
    if let Some(owner) = owner {
        return anaphor(scene, (subject.0, owner), focus).first().copied();
    }
    // *the chip industry of the development zone*, *companies in the city*
    let led = |at: &u32| matches!(d.str(*at), "of" | "in") && d.str(at + 1) == "the";
    let the = (subject.0..subject.1.saturating_sub(2)).find(led)? + 1;
    let noun = (the + 1..subject.1.min(the + NEAR)).find(|at| place(*at))?;
    anaphor(scene, (the, noun + 1), focus).first().copied()
}

/// Status by tense; `None` where the sentence tells a wish.
pub(super) fn status(scene: &Scene<'_, '_>, s: &Sentence, rule: &VerbRule, group: &VerbGroup) -> Option<Status> {
    let d = scene.document;
    if rule.status.is_some() {
        // *is expected to be in trial production by May*
        let ahead = rule.status == Some(Status::Ongoing) && (group.planned || group.tense == Tense::Future);
        let status = if ahead { Some(Status::Planned) } else { rule.status };
        return status.filter(|_| group.tense != Tense::Conditional);
    }
    // *how she plans to run the company*
    let heads = rule.id == const { t::rule("event.appointment.heads") };
    // *leads the laboratory*, *led the group*: what somebody's post is or was
    let to_be = group.planned && matches!(d.str(group.outer), "is" | "are");
    if heads && !to_be && (group.planned || group.tense != Tense::Future) {
        return None;
    }
    if group.planned {
        // *decided to raise its key rate*: the bank has done so
        let decided = group.outer < group.head && matches!(d.str(group.outer), "decided" | "voted" | "agreed");
        // *decided to reject the appeal*
        let ruled = rule.kind == EventKind::Legal && rule.subject & const { t::group("court") } != 0;
        if decided && (rule.id == const { t::rule("event.policy.rate") } || ruled) {
            return Some(Status::Occurred);
        }
        // *plans to start a trial*
        let trial = rule.id == const { t::rule("event.research.trial") };
        return (trial || CONCRETE.contains(&rule.kind)).then_some(Status::Planned);
    }
    Some(match group.tense {
        Tense::Future => {
            if rule.kind == EventKind::Result {
                // *Data show that in 2021 … will achieve*: a translation's future
                let shown = (s.start..group.start).any(|at| d.is_on(at, list::DATA));
                return Some(if shown { Status::Occurred } else { Status::Planned });
            }
            if !CONCRETE.contains(&rule.kind) {
                return None;
            }
            Status::Planned
        }
        Tense::Present if group.progressive => Status::Ongoing,
        Tense::Present if d.is(group.head, flag::HEADLINE) => Status::Occurred,
        Tense::Present if rule.kind == EventKind::Result => Status::Ongoing,
        _ => Status::Occurred,
    })
}

/// What *it* is where the sentence before tells of a plant or a project.
pub(super) const SITE: t::Groups = t::group("plant") | t::group("fab") | t::group("project");

pub(super) fn pronoun_kinds(scene: &Scene<'_, '_>, subject: (u32, u32), focus: &Focus) -> t::Groups {
    let d = scene.document;
    // *the ministry* acts though nobody knows which
    let definite = (subject.0 + 1..subject.1)
        .take_while(|at| !d.has(*at, class::PREP))
        .filter(|at| d.has(*at, class::DEFINITE))
        .find_map(|at| {
            d.value(at, at + 1, class::DEFINITE)
                .filter(|kind| is_definite(d, subject.0, at, kind))
        })
        .map_or(0, |kind| match kind {
            place if place.starts_with("place") => t::PLACE,
            person if person.starts_with("person") => t::PERSON,
            _ => t::ORGANISATION,
        });
    let it = || (subject.0..subject.1).any(|at| d.value(at, at + 1, class::PRON) == Some("it"));
    let thing = if (focus.is_thing() || focus.is_made()) && it() {
        SITE
    } else {
        0
    };
    // *The fair drew 300 visitors. It was awarded a prize*: a meeting may be given one as a body may
    let fair = if focus.is_meeting() && it() { t::ORGANISATION } else { 0 };
    definite | thing | fair | kinds_of(scene, &anaphor(scene, subject, focus))
}

fn kinds_of(scene: &Scene<'_, '_>, entities: &[usize]) -> t::Groups {
    entities
        .iter()
        .fold(0, |bits, e| bits | kind_group(scene.entities.list[*e].kind))
}

/// *the president and chief executive of the chip union, Li Ming*: the person whose post is told in front of the comma.
pub(super) fn named_behind_post(scene: &Scene<'_, '_>, start: u32, end: u32) -> Option<usize> {
    /// Tokens of the post.
    const LONGEST: u32 = 20;
    let d = scene.document;
    let comma = (start..end.min(start + LONGEST)).find(|at| d.str(*at) == "," && !scene.inside_name(*at))?;
    let post = (start..comma).any(|at| d.has(at, class::TITLE)) && !scene.has_verb(start, comma);
    let behind = scene.entities_in(comma + 1, end).into_iter().next();
    // *met the head of the club, Li Ming said*
    let says = |h: &Hit| {
        d.get(h.end)
            .is_some_and(|_| d.has(h.end, class::SAYVERB) || d.has(h.end, class::CONJ))
    };
    let person = behind.filter(|h| h.kind == Kind::Person && h.start <= comma + 2 && !says(h));
    person.filter(|_| post).map(|h| h.entity)
}
