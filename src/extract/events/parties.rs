//! Bodies of a clause whose part the kind of event tells: who is sold and by whom, who invests, whose post it is.

use crate::lexicon::class;
use crate::record::{EventKind, ParticipantRole};
use crate::resolve::names::Kind;
use crate::text::flag;

use super::arguments::listed;
use super::behalf::site_owners;
use super::clause::{Hit, Scene};
use super::focus::{Focus, is_company};
use super::trigger::head_groups;
use super::{EventItem, tables as t};

/// Kinds of events that guests come to.
const OCCASIONS: [EventKind; 7] = [
    EventKind::Meeting,
    EventKind::Agreement,
    EventKind::Construction,
    EventKind::Production,
    EventKind::Launch,
    EventKind::Founding,
    EventKind::Visit,
];

/// Rules of sums for a body.
const PAID: [&str; 2] = [t::rule("event.acquisition.paid"), t::rule("event.acquisition.offered")];

/// Rules of people who leave a post.
const LEFT: [&str; 2] = [t::rule("event.appointment.leave"), t::rule("event.appointment.tender")];

/// Rules of money that a body takes in.
const RAISED: [&str; 2] = [t::rule("event.investment.raise"), t::rule("event.investment.funds")];

/// Rules of what courts decide.
const RULED: [&str; 4] = [
    t::rule("event.legal.rule"),
    t::rule("event.legal.case"),
    t::rule("event.legal.deny"),
    t::rule("event.legal.quash"),
];

/// Bodies of the clause that the kind of event tells the part of: who is sold and by whom, who invests, whose post it is.
pub(super) fn parties(scene: &Scene<'_, '_>, item: &mut EventItem, clause: (u32, u32), focus: &Focus) {
    /// Prepositions of an investment that are looked behind.
    const MOST: u32 = 8;
    /// Tokens of what a body is, in front of its name.
    const APPOSED: u32 = 6;
    let d = scene.document;
    if OCCASIONS.contains(&item.kind) {
        presence(scene, item);
    }
    let bodies: Vec<Hit> = scene
        .hits_in(clause.0, clause.1)
        .filter(|h| h.kind == Kind::Organisation)
        .collect();
    let behind = |hit: &Hit, words: &[&str]| {
        let mut before = hit.start;
        while before > clause.0 && (d.has(before - 1, class::DET) || d.is(before - 1, flag::CAPITAL)) {
            before -= 1;
        }
        let near = (before.saturating_sub(3).max(clause.0)..before).any(|at| words.contains(&d.str(at)));
        // *from private equity firm Kelvar*, *to state-owned Kelvar*: what it is stands in front of the name
        let noun = |at: &u32| {
            let plain = d.is(*at, flag::WORD) && !d.has(*at, class::PREP) && !d.has(*at, class::CONJ);
            plain || d.str(*at) == "-"
        };
        let first = || {
            let from = before.saturating_sub(APPOSED).max(clause.0);
            (from..before).rev().find(|at| !noun(at))
        };
        near || first().is_some_and(|at| words.contains(&d.str(at)))
    };
    match item.kind {
        EventKind::Acquisition => {
            // *paid $1 billion for Lumeno*
            let paid = PAID.contains(&item.rule);
            for hit in bodies.iter().filter(|h| !matches!(scene.str(h.end), "'s" | "’s")) {
                if behind(hit, &["from", "to", "by"]) {
                    item.add(hit.entity, ParticipantRole::Participant);
                } else if behind(hit, &["in", "of"]) || paid && behind(hit, &["for"]) {
                    item.add(hit.entity, ParticipantRole::Patient);
                }
            }
        }
        EventKind::Agreement => {
            for hit in bodies.iter().filter(|h| behind(h, &["from"])) {
                item.add(hit.entity, ParticipantRole::Participant);
            }
        }
        // *imposed sanctions on Kelvar and Lumeno*, but not *tariffs on chips*
        EventKind::Restriction if item.rule == const { t::rule("event.restriction.impose") } => {
            let on = |at: &u32| matches!(d.str(*at), "on" | "against");
            if let Some(on) = (clause.0..clause.1).find(on) {
                let stop = head_groups(scene, on + 1, clause.1).1;
                for hit in scene.heads(on + 1, stop) {
                    item.add(hit.entity, ParticipantRole::Patient);
                }
            }
        }
        // *opened a probe into Kelvar*
        EventKind::Legal => {
            let into = |h: &&Hit| behind(h, &["into"]) && !matches!(scene.str(h.end), "'s" | "’s");
            if let Some(hit) = bodies.iter().find(into) {
                item.add(hit.entity, ParticipantRole::Patient);
            }
            // *rejected Kelvar's request*, *ruled in Kelvar's favour*: whom it is about
            if RULED.contains(&item.rule) {
                let owner = |h: &&Hit| {
                    let first = h.start <= clause.0 + 1;
                    let favour = matches!(scene.str(h.end + 1), "favour" | "favor");
                    matches!(scene.str(h.end), "'s" | "’s") && (first || favour)
                };
                if let Some(hit) = bodies.iter().find(owner) {
                    item.add(hit.entity, ParticipantRole::Patient);
                }
            }
        }
        // *The news sent Kelvar shares down*, *sent shares of Kelvar down*: whose shares
        EventKind::Market if item.who.is_empty() => {
            let stock = |at: u32| scene.noun_groups(at, at + 1) & const { t::group("stock") } != 0;
            for hit in &bodies {
                let owned = u32::from(matches!(scene.str(hit.end), "'s" | "’s"));
                let of = hit.start > clause.0 + 1 && d.str(hit.start - 1) == "of" && stock(hit.start - 2);
                if of || hit.end + owned < clause.1 && stock(hit.end + owned) {
                    item.add(hit.entity, ParticipantRole::Agent);
                }
            }
        }
        // *600 jobs will go at Kelvar*
        EventKind::Labour if item.who.is_empty() => {
            for hit in bodies.iter().filter(|h| behind(h, &["at"])) {
                item.add(hit.entity, ParticipantRole::Agent);
            }
        }
        // *inspected the plant of Kelvar*
        EventKind::Visit => site_owners(scene, clause, item),
        EventKind::Disaster => {
            let start = d.sentences()[item.sentence].start;
            site_owners(scene, (start, clause.1), item);
        }
        EventKind::Investment => {
            /// Tokens of what the firm is.
            const FIRM: u32 = 8;
            const COMPANY: t::Groups = t::group("company");
            // *raised $10 million from Kelvar in a round led by Lumeno*: the investors; *invested $10 million in Kelvar*
            let raised = RAISED.contains(&item.rule);
            let mut looked = 0;
            participation(scene, clause.0, item);
            for at in clause.0..clause.1 {
                // *raised $10 million and bought chips from Lumeno*, *after its split from Lumeno*: of another verb
                let verb = matches!(d.str(at), "and" | "to") && d.info((at + 1).min(d.len() - 1)).verb != 0;
                if looked >= MOST || verb || d.has(at, class::SUBORD) || matches!(d.str(at), "after" | "before") {
                    break;
                }
                let role = match d.str(at) {
                    "by" if at > 0 && d.str(at - 1) == "led" && raised => ParticipantRole::Participant,
                    "by" if at > 0 && d.str(at - 1) == "led" => ParticipantRole::Agent,
                    "from" if raised => ParticipantRole::Participant,
                    "in" | "into" if !raised => ParticipantRole::Patient,
                    _ => continue,
                };
                looked += 1;
                // *in a memory chip firm, Kelvar*: the one that is named behind what it is
                let comma = (at + 1..clause.1.min(at + FIRM)).find(|x| !d.is(*x, flag::WORD) || d.has(*x, class::PREP));
                let comma = comma.filter(|x| role == ParticipantRole::Patient && d.str(*x) == ",");
                let apposed = comma.filter(|x| head_groups(scene, at + 1, *x).0 & COMPANY != 0);
                let from = apposed.unwrap_or(at) + 1;
                for hit in listed(scene, from, clause.1) {
                    let invested = role != ParticipantRole::Patient || hit.start <= from + 1;
                    let owner = matches!(scene.str(hit.end), "'s" | "’s");
                    if hit.kind == Kind::Organisation && invested && !owner {
                        item.add(hit.entity, role);
                    }
                }
            }
        }
        EventKind::Appointment => {
            let body = |e: usize| scene.entities.list[e].kind == Kind::Organisation;
            // *Kelvar's chief executive resigned*: nobody is named
            if item.who.is_empty() && LEFT.contains(&item.rule) {
                let sentence = &d.sentences()[item.sentence];
                let subject = scene.hits_in(scene.subject_start(sentence, item.trigger.0), item.trigger.0);
                let owner = subject.filter(|hit| hit.kind == Kind::Organisation).last();
                item.who
                    .extend(owner.map(|hit| (hit.entity, ParticipantRole::Participant)));
                return;
            }
            if item.who.iter().any(|(e, _)| body(*e)) || item.who.is_empty() {
                return;
            }
            // *will join Lumeno*, *leaves broadcaster Lumeno*
            let stop = head_groups(scene, clause.0, clause.1).1;
            let whole = |h: &Hit| (clause.0..h.start).all(|at| d.str(at) != ",");
            let joined = || {
                scene
                    .heads(clause.0, stop)
                    .into_iter()
                    .find(|h| body(h.entity) && whole(h))
            };
            let post = bodies.iter().find(|h| behind(h, &["of", "at", "for"])).copied();
            // *took office*, *Prime Minister Luis Prado resigned*: no company's post
            let public =
                item.rule == const { t::rule("event.appointment.office") } || serves_public(scene, clause, item);
            // *was elected president of the alliance*: of none of the companies named
            let other = (clause.0..clause.1.saturating_sub(2)).any(|at| {
                let led = matches!(d.str(at), "of" | "for") && d.str(at + 1) == "the";
                led && d.value(at + 2, at + 3, class::DEFINITE) == Some("organisation named")
            });
            // and of none that another paragraph told of
            let here = |e: &usize| focus.is_about(scene, *e) || told_in_paragraph(scene, *e, item);
            let last = || {
                let last = focus.organisation.filter(|_| !public && !other);
                last.filter(|e| is_company(scene, *e) && here(e))
            };
            let body = joined()
                .or_else(|| employer(scene, item))
                .or(post)
                .map(|h| h.entity)
                .or_else(last);
            item.who.extend(body.map(|e| (e, ParticipantRole::Participant)));
        }
        _ => {}
    }
}

/// *raised $10 million in a round led by Kelvar, with the participation of Lumeno and Delta*: in whatever clause of the sentence.
fn participation(scene: &Scene<'_, '_>, from: u32, item: &mut EventItem) {
    let d = scene.document;
    let end = d.sentences()[item.sentence].end;
    let leads = |at: &u32| d.str(*at) == "participation" && matches!(scene.str(at + 1), "of" | "from" | "by");
    if let Some(at) = (from..end).find(leads) {
        for hit in listed(scene, at + 2, end) {
            if hit.kind == Kind::Organisation {
                item.add(hit.entity, ParticipantRole::Participant);
            }
        }
    }
}

/// *was held in the presence of Li Ming*, *was signed, witnessed by Li Ming and Amy Kuo*, *opened with Li Ming in attendance*.
fn presence(scene: &Scene<'_, '_>, item: &mut EventItem) {
    let d = scene.document;
    let s = &d.sentences()[item.sentence];
    let leads = |at: &u32| match d.str(*at) {
        "presence" => d.str(at - 1) == "the" && d.str(at + 1) == "of",
        "participation" => matches!(d.str(at - 1), "the" | "with") && d.str(at + 1) == "of",
        "witnessed" => d.str(at + 1) == "by" && d.value(at - 1, *at, class::AUX).is_none(),
        _ => false,
    };
    let inner = item.trigger.1.max(s.start + 1)..s.end.saturating_sub(2);
    let Some(at) = inner.into_iter().find(leads) else {
        return;
    };
    let mut guests = listed(scene, at + 2, s.end);
    // *EU Commission President Amy Kuo*: the person is meant
    let people = guests.iter().any(|hit| hit.kind == Kind::Person);
    let guest = |hit: &Hit| hit.kind == if people { Kind::Person } else { Kind::Organisation };
    guests.retain(|hit| guest(hit) && !matches!(scene.str(hit.end), "'s" | "’s"));
    for hit in guests {
        item.add(hit.entity, ParticipantRole::Participant);
    }
}

/// The paragraph names the body in front of the event.
fn told_in_paragraph(scene: &Scene<'_, '_>, entity: usize, item: &EventItem) -> bool {
    let sentences = scene.document.sentences();
    let own = sentences[item.sentence].paragraph;
    let first = sentences.partition_point(|s| s.paragraph < own);
    let mentions = &scene.entities.list[entity].mentions;
    let next = mentions.partition_point(|m| m.start < sentences[first].start);
    mentions.get(next).is_some_and(|m| m.start < item.trigger.0)
}

/// *Lumeno chief executive Amy Kuo resigned*: the body in front of the title of the one who leaves.
fn employer(scene: &Scene<'_, '_>, item: &EventItem) -> Option<Hit> {
    /// Tokens of the title.
    const LONGEST: u32 = 6;
    if !LEFT.contains(&item.rule) {
        return None;
    }
    let d = scene.document;
    let sentence = &d.sentences()[item.sentence];
    let hits = scene.entities_in(sentence.start, sentence.end);
    let pairs = hits.windows(2).find(|pair| {
        let (body, person) = (&pair[0], &pair[1]);
        let titled = || (body.end..person.start).any(|at| d.has(at, class::TITLE));
        let plain = || {
            (body.end..person.start).all(|at| {
                d.is(at, flag::WORD) && !d.has(at, class::PREP) && !d.has(at, class::SUBORD) && d.str(at) != "that"
            })
        };
        body.kind == Kind::Organisation
            && item.who.iter().any(|(e, _)| *e == person.entity)
            && person.start - body.end.min(person.start) <= LONGEST
            && titled()
            && plain()
    });
    pairs.map(|pair| pair[0])
}

/// A minister's, president's or judge's post: such a title stands in the clause or next to the first mention of the one
/// appointed.
fn serves_public(scene: &Scene<'_, '_>, clause: (u32, u32), item: &EventItem) -> bool {
    /// Tokens in front of a name that may be its title.
    const NEAR: u32 = 6;
    let d = scene.document;
    let title = |from: u32, to: u32| {
        (from..to).any(|at| {
            d.value(at, at + 1, class::TITLE)
                .is_some_and(|kind| matches!(kind, "minister" | "public"))
        })
    };
    let persons = item
        .who
        .iter()
        .map(|(e, _)| &scene.entities.list[*e])
        .filter(|e| e.kind == Kind::Person);
    let mut firsts = persons.filter_map(|e| e.mentions.first());
    title(clause.0, clause.1) || firsts.any(|m| title(m.start.saturating_sub(NEAR), m.start))
}
