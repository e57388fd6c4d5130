//! Whom a phrase stands for that names nobody itself: *officials at Kelvar*, *a company spokesman*, *the alliance and Kelvar*,
//! *The ban takes effect*, *The main plant was capped*.

use crate::lexicon::format::form;
use crate::lexicon::{class, list};
use crate::record::{EventKind, ParticipantRole};
use crate::resolve::names::Kind;
use crate::text::{Sentence, flag};

use super::clause::{Hit, Scene};
use super::definite::{anaphor, definite_body};
use super::find::Found;
use super::focus::{Focus, is_company, is_firm};
use super::frame::is_dropped;
use super::listed::listed;
use super::occasion::section_end;
use super::trigger::head_groups;
use super::{EventItem, tables as t};

/// Tokens between a noun and the name of what it belongs to: *a plant of speciality gas maker Kelvar*.
const NEAR: u32 = 5;

/// The bodies that people without a name speak or come for: *officials at Kelvar*, *Kelvar executives*, *a company spokesman*.
pub(super) fn voices(scene: &Scene<'_, '_>, (start, end): (u32, u32), focus: &Focus) -> Vec<usize> {
    let d = scene.document;
    let mut out = Vec::new();
    let voice = |at: u32| {
        d.value(at, at + 1, class::DEFINITE)
            .is_some_and(|kind| kind.ends_with("voice"))
    };
    // *The firm is cooperating, a spokesman said*
    let bare = end == start + 2 && d.is_on(start + 1, list::SPOKESMAN) && d.has(start, class::DET);
    if bare {
        out.extend(focus.company(scene).filter(|e| is_firm(scene, *e)));
        return out;
    }
    for at in (start..end).filter(|at| d.has(*at, class::DEFINITE) && voice(*at)) {
        // *Kelvar, in a plan that officials …*: somebody else's
        // but *the person in charge of Kelvar*
        if (start..at).any(|x| d.has(x, class::PREP) && !matches!(d.str(x), "from" | "of") && x + 1 < at) {
            break;
        }
        if matches!(scene.str(at + 1), "from" | "at" | "of" | "for" | "with") {
            let mut bodies = listed(scene, at + 2, end);
            bodies.retain(|h| h.kind == Kind::Organisation && !matches!(scene.str(h.end), "'s" | "’s"));
            // *A spokesman for the company*
            if bodies.is_empty() && matches!(scene.str(at + 1), "for" | "at") && scene.str(at + 2) == "the" {
                out.extend(anaphor(scene, (at + 2, (at + 4).min(end)), focus));
            }
            out.extend(bodies.iter().map(|h| h.entity));
            continue;
        }
        let mut in_front = scene.entities_in(at.saturating_sub(NEAR).max(start), at).into_iter();
        let own = in_front.next_back().filter(|h| {
            let plain = |x: u32| d.is(x, flag::WORD) && !d.has(x, class::PREP) && !d.has(x, class::CONJ);
            h.kind == Kind::Organisation && (h.end..at).all(plain)
        });
        let body = at.checked_sub(1).filter(|x| *x >= start && own.is_none());
        let told = || {
            let body = body?;
            definite_body(scene, body, d.value(body, body + 1, class::DEFINITE)?, focus)
        };
        out.extend(own.map(|h| h.entity).or_else(told));
    }
    out
}

/// *Local authorities in Wuxi*: the place that acts as its government.
pub(super) fn authorities(scene: &Scene<'_, '_>, (start, end): (u32, u32)) -> Option<usize> {
    const RULER: t::Groups = t::group("ruler");
    const SPEAKER: t::Groups = t::group("speaker");
    let d = scene.document;
    let rules = |at: &u32| {
        let groups = scene.noun_groups(*at, at + 1);
        d.str(at + 1) == "in" && groups & RULER != 0 && groups & SPEAKER != 0
    };
    let at = (start..end.saturating_sub(2)).find(rules)?;
    let next = at + 2 + u32::from(d.has(at + 2, class::DET));
    let place = scene.hits_in(next, end).next();
    place
        .filter(|hit| hit.kind == Kind::Place && hit.start == next)
        .map(|hit| hit.entity)
}

/// *the alliance and Kelvar*, *Kelvar and the company*: who stands in the list without a name.
pub(super) fn beside(scene: &Scene<'_, '_>, (start, end): (u32, u32), hits: &[Hit], focus: &Focus) -> Option<usize> {
    /// Tokens of *the company and*.
    const SHORT: u32 = 4;
    let d = scene.document;
    let (first, last) = (hits.first()?, hits.last()?);
    let front = first.start - u32::from(first.start > start && d.has(first.start - 1, class::DET));
    if front > start + 1 && front - start <= SHORT && d.str(front - 1) == "and" {
        return anaphor(scene, (start, front - 1), focus).pop();
    }
    // *has a daughter Elizabeth and she died*: a clause of its own
    let and = last.end < end && d.str(last.end) == "and" && end - last.end <= SHORT;
    let behind = and && d.str(last.end + 1) == "the";
    behind.then(|| anaphor(scene, (last.end + 1, end), focus).pop())?
}

/// *founded the firm*, *sued the company*: the body that the object means.
pub(super) fn object(scene: &Scene<'_, '_>, (start, end): (u32, u32), focus: &Focus) -> Option<usize> {
    let d = scene.document;
    let the = start + 1 < end && d.str(start) == "the" && (start + 2 == end || !d.is(start + 2, flag::CAPITAL));
    let kind = d.value(start + 1, start + 2, class::DEFINITE).filter(|_| the)?;
    // *the company's chairman*, *the company car*
    let whole = start + 2 >= end || !matches!(d.str(start + 2), "'s" | "’s" | "-");
    let alone = head_groups(scene, start, start + 2).1 == start + 2 && (start + 2 >= end || !is_noun(scene, start + 2));
    // *sued the county*
    if kind == "place" && whole && alone {
        return anaphor(scene, (start, start + 2), focus).pop();
    }
    let told = (kind.starts_with("organisation") && whole && alone)
        .then(|| anaphor(scene, (start, start + 2), focus).pop())?;
    told.filter(|e| kind == "organisation named" || is_company(scene, *e))
}

fn is_noun(scene: &Scene<'_, '_>, at: u32) -> bool {
    let d = scene.document;
    d.is(at, flag::WORD)
        && crate::extract::names::shape::is_noun(d, at)
        && !d.has(at, class::PREP)
        && !d.has(at, class::CONJ)
}

/// Whose plant or store it is that an accident strikes: *a fire at a plant of chipmaker Kelvar*, *at Kelvar's warehouse*.
pub(super) fn site_owners(scene: &Scene<'_, '_>, (start, end): (u32, u32)) -> Vec<usize> {
    const SITE: t::Groups = t::group("plant");
    let d = scene.document;
    let site =
        |from: u32, to: u32| (from..to).any(|at| d.is_on(at, list::YARD) || scene.noun_groups(at, at + 1) & SITE != 0);
    let mut out = Vec::new();
    for hit in scene.hits_in(start, end) {
        if hit.kind != Kind::Organisation {
            continue;
        }
        let plain = |x: &u32| d.is(*x, flag::WORD) && !d.has(*x, class::PREP) && !d.has(*x, class::CONJ);
        let owned = matches!(scene.str(hit.end), "'s" | "’s");
        let behind = hit.end + u32::from(owned);
        let last = (behind..(behind + NEAR).min(end)).take_while(plain).last();
        let owner = last.is_some_and(|last| site(behind, last + 1));
        let first = hit.start.saturating_sub(NEAR).max(start);
        let of = (first..hit.start)
            .rev()
            .find(|x| !plain(x) && !d.is(*x, flag::GLUED) && d.str(*x) != "-");
        // *two plants run by Kelvar*
        let run = |by: u32| {
            let participle = d.info(by - 1).form & form::PARTICIPLE != 0;
            d.str(by) == "by" && by > start + 1 && participle && site(by - 2, by - 1)
        };
        let of = of.filter(|of| d.str(*of) == "of" && *of > start && site(of - 1, *of) || *of > 1 && run(*of));
        if owner || of.is_some() && !owned {
            out.push(hit.entity);
        }
    }
    out
}

/// *The ban takes effect*, *The notice also bans*, *Under the plan, which takes effect*: whoever issued what was told before.
pub(super) fn papers(scene: &Scene<'_, '_>, found: &mut [Found]) {
    /// Sentences between the two.
    const FAR: usize = 4;
    const PAPER: t::Groups = t::group("policy") | t::group("ban");
    let d = scene.document;
    let mut last: Option<(usize, Vec<usize>)> = None;
    for event in found.iter_mut().filter(|f| !is_dropped(f)) {
        let item = &mut event.item;
        if !matches!(item.kind, EventKind::Policy | EventKind::Restriction) {
            continue;
        }
        let outer = event.group.outer;
        // *the plan, which takes effect*
        let relative = outer > 2 && scene.str(outer - 1) == "which" && scene.str(outer - 2) == ",";
        let (start, end) = if relative {
            (outer.saturating_sub(NEAR), outer - 2)
        } else {
            // *The decree, signed by the president, takes effect*
            let (start, end) = event.subject;
            let comma = (start..end).find(|at| d.str(*at) == ",");
            (start, comma.unwrap_or(end))
        };
        let the = (start..end).rev().find(|at| {
            d.str(*at).eq_ignore_ascii_case("the") || matches!(d.str(*at), "This" | "this" | "These" | "these")
        });
        let paper = the.filter(|the| relative || *the == start).is_some_and(|the| {
            head_groups(scene, the, end).0 & PAPER != 0 && scene.hits_in(the, end).next().is_none() && end - the <= NEAR
        });
        let near = last.as_ref().filter(|(told, _)| told + FAR >= item.sentence);
        if let Some((_, issuers)) = near.filter(|_| paper && item.who.is_empty()) {
            item.who.extend(issuers.iter().map(|e| (*e, ParticipantRole::Agent)));
        }
        let agents = || item.who.iter().filter(|(_, role)| *role == ParticipantRole::Agent);
        if agents().next().is_some() {
            last = Some((item.sentence, agents().map(|(e, _)| *e).collect()));
        }
    }
}

/// *the ministry said in a statement. … “…,” the statement said*: whoever issued it.
pub(super) fn statements(scene: &Scene<'_, '_>, found: &mut [Found]) {
    /// Sentences between the two.
    const FAR: usize = 4;
    const SPEAKS: t::Groups = t::group("speaker");
    const PAPER: t::Groups = t::group("speech") | t::group("policy");
    /// Sentence, word and issuer of a paper.
    type Issued = (usize, u32, Vec<(usize, ParticipantRole)>);
    let d = scene.document;
    let paper = |at: u32| {
        let groups = scene.noun_groups(at, at + 1);
        groups & SPEAKS != 0 && groups & PAPER != 0
    };
    let mut last: Option<Issued> = None;
    for event in found.iter_mut().filter(|f| !is_dropped(f)) {
        let item = &mut event.item;
        if item.kind != EventKind::Statement {
            continue;
        }
        let (start, end) = event.subject;
        let named = end == start + 2 && paper(end - 1) && d.str(start).eq_ignore_ascii_case("the");
        if named && item.who.is_empty() {
            let same = |word: u32| d.str(end - 1) == d.str(word);
            let told = last
                .as_ref()
                .filter(|(told, word, _)| told + FAR >= item.sentence && same(*word));
            if let Some((_, _, who)) = told {
                item.who.clone_from(who);
            }
            continue;
        }
        let s = &d.sentences()[item.sentence];
        let word = (item.trigger.1 + 1..s.end).find(|at| d.has(at - 1, class::DET) && paper(*at));
        if let Some(word) = word.filter(|_| !item.who.is_empty()) {
            last = Some((item.sentence, word, item.who.clone()));
        }
    }
}

/// *Construction of the project began. … The project is jointly invested and built by Kelvar and Lumeno*, *The project,
/// funded by Kelvar, started construction*: who builds, told beside.
pub(super) fn investors(scene: &Scene<'_, '_>, found: &mut [Found], main: Option<usize>) {
    /// Sentences behind the main event, and behind others.
    const FAR: usize = 10;
    const NEXT: usize = 2;
    for (index, event) in found.iter_mut().enumerate() {
        let item = &event.item;
        let built = matches!(
            item.kind,
            EventKind::Construction | EventKind::Production | EventKind::Agreement
        );
        let founded = item.kind == EventKind::Founding;
        let agent = item.who.iter().any(|(_, role)| *role == ParticipantRole::Agent);
        if !(built || founded) || agent || is_dropped(event) {
            continue;
        }
        if founded {
            let end = section_end(scene, item.sentence, item.sentence + NEXT);
            let next = scene.document.sentences().get(item.sentence + 1..end);
            let founders = next.and_then(|next| next.iter().find_map(|s| founders(scene, s)));
            let own: Vec<usize> = item.who.iter().map(|(e, _)| *e).collect();
            for body in founders.unwrap_or_default().into_iter().filter(|e| !own.contains(e)) {
                event.item.add(body, ParticipantRole::Agent);
            }
            continue;
        }
        let far = if main == Some(index) { FAR } else { NEXT };
        let end = section_end(scene, item.sentence, item.sentence + far);
        let sentences = &scene.document.sentences()[item.sentence..end];
        let told = |s| builders(scene, s).or_else(|| owner(scene, s).map(|body| vec![body]));
        let bodies = sentences.iter().find_map(told).unwrap_or_default();
        for body in bodies {
            event.item.add(body, ParticipantRole::Agent);
        }
    }
}

/// *Led by A and B, it …*, *It is backed by A and B*, *Its parents are A and B*: who is behind what was founded just before.
fn founders(scene: &Scene<'_, '_>, s: &Sentence) -> Option<Vec<usize>> {
    /// Tokens of *It is jointly backed by*, *Its founding members are*.
    const FIRST: u32 = 7;
    let d = scene.document;
    // *run jointly by*
    let by = |at: &u32| {
        let adverb = u32::from(d.str(at - 1).ends_with("ly") && *at > s.start + 2);
        d.str(*at) == "by" && d.is_on(at - 1 - adverb, list::BACKED)
    };
    let first = s.start..(s.start + FIRST).min(s.end);
    let fronted = d.is_on(s.start, list::BACKED);
    let behind = if fronted || d.str(s.start) == "It" {
        first.clone().skip(1).find(by)
    } else if d.str(s.start) == "Its" {
        let are = |at: &u32| matches!(d.str(*at), "are" | "include" | "were");
        let are = first.clone().skip(2).find(are);
        are.filter(|are| (s.start + 1..*are).any(|at| d.is_on(at, list::FOUNDERS)))
    } else {
        None
    }?;
    let hits = listed(scene, behind + 1, s.end).into_iter();
    let bodies = hits.filter(|h| h.kind == Kind::Organisation && !matches!(scene.str(h.end), "'s" | "’s"));
    let bodies: Vec<usize> = bodies.map(|h| h.entity).collect();
    // *Led by Kelvar, the firms …*: another subject
    let comma = (behind + 1..s.end).find(|at| d.str(*at) == "," && matches!(d.str(at + 1), "it" | "the"));
    let meant = !fronted || comma.is_some();
    (meant && !bodies.is_empty()).then_some(bodies)
}

/// The bodies behind *by* where the sentence starts with a project that is built by them.
fn builders(scene: &Scene<'_, '_>, s: &Sentence) -> Option<Vec<usize>> {
    /// Tokens in front of the verb, and between it and *by*: *funded with a 3 billion yuan investment by*.
    const FIRST: u32 = 14;
    const BY: u32 = 16;
    const SITE: t::Groups = t::group("plant") | t::group("project") | t::group("fab");
    let d = scene.document;
    let builds = |at: &u32| d.is_on(*at, list::BUILT);
    let verb = (s.start + 2..(s.start + FIRST).min(s.end)).find(builds)?;
    let thing = d.str(s.start).eq_ignore_ascii_case("the") && head_groups(scene, s.start, verb).0 & SITE != 0;
    let limit = (verb + BY).min(s.end);
    let stop = |at: &u32| d.str(*at) == "," || d.has(*at, class::MODAL);
    // *The plant, which belongs to Kelvar*
    let leads = |at: &u32| d.str(*at) == if d.str(verb).starts_with("belong") { "to" } else { "by" };
    let by = (verb + 1..limit).take_while(|at| !stop(at)).find(leads)?;
    let hits = listed(scene, by + 1, s.end).into_iter();
    let bodies = hits.filter(|h| h.kind == Kind::Organisation && !matches!(scene.str(h.end), "'s" | "’s"));
    let bodies: Vec<usize> = bodies.map(|h| h.entity).collect();
    (thing && !bodies.is_empty()).then_some(bodies)
}

/// *Its owner, Kelvar, will hire 300 people*, *The plant belongs to Kelvar*, *Kelvar, which is behind the project, …*, *Kelvar, the
/// operator of the plant, …*: whose plant or project it is.
fn owner(scene: &Scene<'_, '_>, s: &Sentence) -> Option<usize> {
    /// Tokens of *The plant's owner*, and of what stands behind a name.
    const FIRST: u32 = 5;
    const APPOSED: u32 = 9;
    const SITE: t::Groups = t::group("plant") | t::group("project") | t::group("fab");
    let d = scene.document;
    let owns = |at: u32| d.is_on(at, list::OWNERS);
    let site = |from: u32, to: u32| (from..to.min(s.end)).any(|at| scene.noun_groups(at, at + 1) & SITE != 0);
    let its = d.str(s.start) == "Its" || d.str(s.start) == "The" && site(s.start, s.start + FIRST);
    for hit in scene.hits_in(s.start, s.end).filter(|h| h.kind == Kind::Organisation) {
        let comma = hit.start > s.start + 1 && d.str(hit.start - 1) == ",";
        let fronted = comma && its && hit.start <= s.start + FIRST + 1 && owns(hit.start - 2);
        let before = (hit.start.saturating_sub(NEAR).max(s.start)..hit.start).rev();
        let belongs = || its && before.clone().any(|at| d.str(at) == "to" && d.str(at - 1) == "belongs");
        let apposed = || {
            let end = (hit.end + 1..hit.end + APPOSED)
                .find(|at| scene.str(*at) == ",")
                .unwrap_or(hit.end);
            let what = hit.end + 1..end;
            let behind = what.clone().any(|at| d.str(at) == "behind" && site(at, end));
            let owner = what
                .clone()
                .any(|at| owns(at) && d.str(at + 1) == "of" && site(at, end));
            scene.str(hit.end) == "," && (behind || owner)
        };
        // *the 3 billion yuan that the contractor, Kelvar, will need*
        let inner = || {
            comma
                && hit.start > s.start + 3
                && scene.str(hit.end) == ","
                && owns(hit.start - 2)
                && scene.str(hit.start - 3) == "the"
        };
        if fronted || inner() || belongs() || hit.start == s.start && apposed() {
            return Some(hit.entity);
        }
    }
    None
}

/// The one company that is named in front of `before`, if there is no other.
fn only_company(scene: &Scene<'_, '_>, before: u32) -> Option<usize> {
    let mut companies = scene.entities.list.iter().enumerate().filter(|(index, e)| {
        let first = e.mentions.first().is_some_and(|m| m.start < before);
        e.kind == Kind::Organisation && first && is_company(scene, *index)
    });
    let (only, _) = companies.next()?;
    companies.next().is_none().then_some(only)
}

/// *Construction of the project began in May. The main plant was capped in June*: the one company that builds or makes there.
pub(super) fn projects(scene: &Scene<'_, '_>, found: &mut [Found], main: Option<usize>) {
    /// Sentences between the company and its plant, where the article is not about that.
    const FAR: usize = 2;
    const MOVED: [&str; 2] = [t::rule("event.construction.enter"), t::rule("event.construction.into")];
    const SITE: t::Groups =
        t::group("plant") | t::group("project") | t::group("fab") | t::group("works") | t::group("production");
    const STARTED: t::Groups = t::group("works") | t::group("production") | t::group("delivery");
    let d = scene.document;
    let builds = |kind: EventKind| matches!(kind, EventKind::Construction | EventKind::Production);
    let company = |item: &EventItem| {
        let mut agents = item
            .who
            .iter()
            .filter(|(e, role)| *role == ParticipantRole::Agent && scene.entities.list[*e].kind == Kind::Organisation);
        agents.next().map(|(e, _)| *e).filter(|_| agents.next().is_none())
    };
    let about = main.map(|main| &found[main].item).filter(|item| builds(item.kind));
    let about = about.and_then(|item| {
        let none = item
            .who
            .is_empty()
            .then(|| only_company(scene, item.trigger.0))
            .flatten();
        Some((company(item).or(none)?, item.sentence))
    });
    let mut last: Option<(usize, usize)> = None;
    for event in found.iter_mut().filter(|f| !is_dropped(f)) {
        let item = &mut event.item;
        // *Kelvar won an order for inverters. Deliveries begin in May*, but *Kelvar ordered inverters*
        let sells = item.kind == EventKind::Agreement && item.rule != const { t::rule("event.agreement.buy") };
        let told = builds(item.kind) || matches!(item.kind, EventKind::Investment | EventKind::Launch) || sells;
        if !told {
            continue;
        }
        if !item.who.is_empty() {
            last = company(item).map(|e| (e, item.sentence));
            continue;
        }
        let near = last.filter(|(_, sentence)| sentence + FAR >= item.sentence);
        let Some((body, _)) = near.or(about.filter(|(_, sentence)| *sentence <= item.sentence)) else {
            continue;
        };
        let (start, end) = event.subject;
        let the = (start..end).find(|at| d.str(*at).eq_ignore_ascii_case("the"));
        // *the project*, *Construction of the first phase*, *the country's first line*
        let own = the.is_some_and(|the| {
            head_groups(scene, the, end).0 & SITE != 0 && (the..end).all(|at| !matches!(d.str(at), "'s" | "’s"))
        });
        // *62 sets of equipment will be moved in*, *trial production will start*
        let bare = || the.is_none() && head_groups(scene, start, end).0 & STARTED != 0;
        let own = own || MOVED.contains(&item.rule) || bare();
        let s = &d.sentences()[item.sentence];
        let named = scene.hits_in(start, end).next().is_none()
            && (scene.entities_in(s.start, s.end).iter()).all(|h| h.kind != Kind::Organisation || h.entity == body);
        if builds(item.kind) && own && named {
            item.who.push((body, ParticipantRole::Agent));
        }
    }
}
