//! Those who took part, told in sentences of their own: guests of a meeting, signatories, winners, the backers of a round.

use crate::lexicon::{class, list};
use crate::record::{EventKind, ParticipantRole, Status};
use crate::resolve::names::Kind;
use crate::text::{Sentence, flag};

use super::attendance::is_meeting;
use super::clause::Scene;
use super::find::Found;
use super::frame::is_dropped;
use super::listed::listed;
use super::tables as t;

/// Sentences between what they took part in and them.
const FAR: usize = 8;

/// Tokens in front of the noun that says who they are.
const FIRST: u32 = 8;

/// Tokens between the noun and its verb.
const SPAN: u32 = 8;

/// Rounds of funding.
const MONEY: t::Groups = t::group("round");

/// In what people take part who are told of by such a noun.
#[derive(Clone, Copy)]
enum Part {
    Guest,
    Signatory,
    Winner,
    Backer,
    /// Who gives the prize.
    Presenter,
}

impl Part {
    const ALL: usize = 5;

    fn of(scene: &Scene<'_, '_>, at: u32) -> Option<Self> {
        let d = scene.document;
        if d.has(at, class::EVENTNOUN) && scene.noun_groups(at, at + 1) & const { t::group("guests") } != 0 {
            return Some(Self::Guest);
        }
        let lists = [
            (list::SIGNATORIES, Self::Signatory),
            (list::WINNERS, Self::Winner),
            (list::BACKERS, Self::Backer),
        ];
        lists
            .into_iter()
            .find(|(list, _)| d.is_on(at, *list))
            .map(|(_, part)| part)
    }

    fn of_event(event: &Found) -> Option<Self> {
        if is_dropped(event) || event.item.status == Status::Cancelled {
            return None;
        }
        let visit = event.item.kind == EventKind::Visit && event.item.status == Status::Occurred;
        match event.item.kind {
            _ if visit || is_meeting(event) => Some(Self::Guest),
            EventKind::Agreement => Some(Self::Signatory),
            EventKind::Award => Some(Self::Winner),
            EventKind::Investment => Some(Self::Backer),
            _ => None,
        }
    }

    fn role(self) -> ParticipantRole {
        match self {
            Self::Guest | Self::Backer => ParticipantRole::Participant,
            Self::Signatory | Self::Presenter => ParticipantRole::Agent,
            Self::Winner => ParticipantRole::Patient,
        }
    }
}

/// *Guests included A and B*, *Among the speakers were A and B*, *A was among the signatories*: they took part in the meeting,
/// the signing, the award or the round of funding told last.
pub(super) fn guests(scene: &Scene<'_, '_>, found: &mut [Found]) {
    let mut next = 0;
    let mut last: [Option<usize>; Part::ALL] = [None; Part::ALL];
    for (index, s) in scene.document.sentences().iter().enumerate() {
        while next < found.len() && found[next].item.sentence <= index {
            if let Some(part) = Part::of_event(&found[next]) {
                last[part as usize] = Some(next);
                // the first of several prizes is the one that is handed over
                let first = &mut last[Part::Presenter as usize];
                if matches!(part, Part::Winner) && !first.is_some_and(|told| found[told].item.sentence + FAR >= index) {
                    *first = Some(next);
                }
            }
            next += 1;
        }
        let near = |told: &usize| found[*told].item.sentence + FAR >= index;
        if !last.iter().flatten().any(near) {
            continue;
        }
        let of = |part: Part| last[part as usize].filter(near);
        let (meeting, hosts) = (of(Part::Guest), hosts_in(scene, s));
        let taking_part = guests_in(scene, s).and_then(|(part, named)| Some((of(part)?, part.role(), named)));
        for (told, host) in hosts.into_iter().filter_map(|host| Some((meeting?, host))) {
            found[told].item.add(host, ParticipantRole::Agent);
        }
        if let Some((told, role, named)) = taking_part {
            for entity in named {
                found[told].item.add(entity, role);
            }
        }
    }
}

/// *The organiser, Kelvar, expects 3,000 visitors*: the bodies that the sentence, or what stands behind its semicolon, starts
/// with as holding the meeting.
fn hosts_in(scene: &Scene<'_, '_>, s: &Sentence) -> Vec<usize> {
    /// Tokens of *The fair's organisers*.
    const FIRST: u32 = 4;
    let d = scene.document;
    let noun_from = |start: u32| {
        (start..(start + FIRST).min(s.end))
            .take_while(|at| !d.is(*at, flag::MARK) || d.is(*at, flag::GLUED))
            .find(|at| d.is_on(*at, list::HOSTS))
    };
    let semicolon = || (s.start..s.end).find(|at| d.str(*at) == ";").map(|at| at + 1);
    let noun = noun_from(s.start).or_else(|| noun_from(semicolon()?));
    let Some(comma) = noun.map(|noun| noun + 1).filter(|at| scene.str(*at) == ",") else {
        return organisers(scene, s);
    };
    let close = (comma + 1..s.end).find(|at| d.str(*at) == "," && !scene.inside_name(*at));
    let hits = close.map(|close| listed(scene, comma + 1, close)).unwrap_or_default();
    let first = hits.first().is_some_and(|hit| hit.start <= comma + 2);
    let bodies = hits.iter().filter(|hit| first && hit.kind == Kind::Organisation);
    bodies.map(|hit| hit.entity).collect()
}

/// *Attendance came to 3,000, organiser Kelvar Expo reported*, *Kelvar Expo, the organiser of the fair, said*: the bodies that the
/// noun stands right beside.
fn organisers(scene: &Scene<'_, '_>, s: &Sentence) -> Vec<usize> {
    let d = scene.document;
    let Some(at) = (s.start..s.end).find(|at| d.is_on(*at, list::ORGANISER)) else {
        return Vec::new();
    };
    // *former organiser Kelvar Expo*, *the organiser of another fair*
    let front = at.saturating_sub(1).max(s.start);
    if is_of_others(scene, front) || scene.str(at + 1) == "of" && !matches!(scene.str(at + 2), "the" | "this") {
        return Vec::new();
    }
    let the = at - u32::from(at > s.start && matches!(d.str(at - 1), "the" | "its"));
    let mut hits = scene
        .hits_in(s.start, s.end)
        .filter(|hit| hit.kind == Kind::Organisation);
    let apposed = at + 1 + u32::from(scene.str(at + 1) == ",");
    // *Organiser Kelvar Fairs said*
    let beside = hits.find(|hit| {
        hit.start == apposed || hit.start == at && hit.end > at + 1 || hit.end + 1 == the && d.str(hit.end) == ","
    });
    beside.map(|hit| hit.entity).into_iter().collect()
}

/// People and bodies that the sentence says were among the guests, signatories, winners, and in what they took part.
fn guests_in(scene: &Scene<'_, '_>, s: &Sentence) -> Option<(Part, Vec<usize>)> {
    included(scene, s)
        .or_else(|| present(scene, s))
        .or_else(|| were_among(scene, s))
        .or_else(|| backers(scene, s))
        .or_else(|| participation(scene, s))
        .or_else(|| signatures(scene, s))
        .or_else(|| presenter(scene, s))
        .or_else(|| invested(scene, s))
}

/// *The round saw participation from A and B*, *The round included A and B*.
fn participation(scene: &Scene<'_, '_>, s: &Sentence) -> Option<(Part, Vec<usize>)> {
    let d = scene.document;
    let first = (s.start + FIRST).min(s.end);
    let round = (s.start..first).find(|at| scene.noun_groups(*at, at + 1) & MONEY != 0)?;
    let near = round + 1..(round + SPAN).min(s.end.saturating_sub(1));
    let verb = near.clone().find(|at| d.is_on(*at, list::DRAWS_BACKERS))?;
    if matches!(d.str(verb), "included" | "includes") && scene.opens_name(verb + 1) {
        return Some((Part::Backer, named(scene, s, verb + 1)));
    }
    let noun = (verb + 1..near.end).find(|at| d.str(*at) == "participation")?;
    let from = matches!(d.str(noun + 1), "from" | "of" | "by");
    from.then(|| (Part::Backer, named(scene, s, noun + 2)))
}

fn is_body(kind: Kind) -> bool {
    matches!(kind, Kind::Person | Kind::Organisation)
}

/// Those who are listed from the token on, or as examples of those who are told of there without a name.
fn named(scene: &Scene<'_, '_>, s: &Sentence, from: u32) -> Vec<usize> {
    let mut hits = listed(scene, from, s.end);
    if hits.is_empty() {
        // *from several funds, including A and B*
        let including = (from..s.end).find(|at| matches!(scene.str(*at), "including" | "namely"));
        hits = including.map_or_else(Vec::new, |at| listed(scene, at + 1, s.end));
    }
    hits.retain(|h| is_body(h.kind));
    hits.into_iter().map(|h| h.entity).collect()
}

/// *Past guests included*, *The survey's participants included*, *Guests at the 2019 summit*, *did not include*: of others.
fn is_of_others(scene: &Scene<'_, '_>, at: u32) -> bool {
    let d = scene.document;
    d.is_on(at, list::OF_OTHERS)
        || matches!(d.str(at), "'s" | "’s")
        || d.is(at, flag::NUMBER) && d.token(at).len == 4
        || d.has(at, class::NEG)
}

/// *Guests included A and B*, *Among the speakers were A and B*.
fn included(scene: &Scene<'_, '_>, s: &Sentence) -> Option<(Part, Vec<usize>)> {
    let d = scene.document;
    let (noun, part) = (s.start..(s.start + FIRST).min(s.end))
        .take_while(|at| !is_of_others(scene, *at))
        .find_map(|at| Some((at, Part::of(scene, at)?)))?;
    let among = d.str(s.start) == "Among";
    let verb = (noun + 1..(noun + SPAN).min(s.end))
        .take_while(|at| !matches!(d.str(*at), "," | ";" | ":") && !is_of_others(scene, *at))
        .find(|at| match d.str(*at) {
            "include" | "included" => true,
            "were" | "was" | "are" => among,
            _ => false,
        })?;
    Some((part, named(scene, s, verb + 1)))
}

/// *Also present were A and B*, *Present at the forum were several academicians, including A and B*.
fn present(scene: &Scene<'_, '_>, s: &Sentence) -> Option<(Part, Vec<usize>)> {
    /// Tokens of *Also present at the forum*.
    const FRONT: u32 = 6;
    let d = scene.document;
    let were = (s.start + 1..(s.start + FRONT).min(s.end)).find(|at| matches!(d.str(*at), "were" | "was"))?;
    (s.start..were).find(|at| d.is_on(*at, list::PRESENT))?;
    // *academicians of the Chinese Academy of Sciences, including A and B*: the people are meant
    let people = scene.hits_in(were + 1, s.end);
    let people: Vec<usize> = people.filter(|h| h.kind == Kind::Person).map(|h| h.entity).collect();
    let came = if people.is_empty() {
        named(scene, s, were + 1)
    } else {
        people
    };
    Some((Part::Guest, came))
}

/// *A was among the signatories*.
fn were_among(scene: &Scene<'_, '_>, s: &Sentence) -> Option<(Part, Vec<usize>)> {
    let d = scene.document;
    let (was, part) = (s.start + 1..s.end.saturating_sub(2)).find_map(|at| {
        let among = matches!(d.str(at), "was" | "were") && d.str(at + 1) == "among";
        let mut nouns = at + 2..(at + SPAN).min(s.end);
        let part = among.then(|| nouns.find_map(|noun| Part::of(scene, noun))).flatten()?;
        Some((at, part))
    })?;
    let start = scene.subject_start(s, was);
    let end = scene.insertion(s, was).unwrap_or(was);
    let hits = scene.heads(start, end).into_iter();
    Some((part, hits.filter(|h| is_body(h.kind)).map(|h| h.entity).collect()))
}

/// *Kelvar was the lead investor; the lender Lumeno also put in money*, *Kelvar joined as an investor*, *Lumeno re-upped in the round*,
/// *Kelvar took part, along with two others*: who gave money for the round.
fn invested(scene: &Scene<'_, '_>, s: &Sentence) -> Option<(Part, Vec<usize>)> {
    /// Tokens of *the round's lead investor*.
    const NEAR: u32 = 5;
    let d = scene.document;
    // *in the round*, *, along with two family offices*
    let round = |at: u32| {
        let along = |x: u32| d.str(x) == "," && matches!(scene.str(x + 1), "along" | "alongside" | "together");
        (at..(at + NEAR).min(s.end)).any(|x| along(x) || scene.noun_groups(x, x + 1) & MONEY != 0)
    };
    let gave = |at: u32| {
        let next = scene.str(at + 1);
        match d.str(at) {
            "was" | "were" | "as" => (at + 1..(at + NEAR).min(s.end))
                .take_while(|x| d.is(*x, flag::WORD | flag::GLUED))
                .any(|x| d.is_on(x, list::INVESTOR) && d.is_on(x - 1, list::LEADING)),
            "joined" => next == "as" && (at + 2..(at + 2 + NEAR).min(s.end)).any(|x| d.is_on(x, list::INVESTOR)),
            "took" => next == "part" && matches!(scene.str(at + 2), "," | "in") && round(at),
            "participated" | "upped" | "reinvested" => matches!(next, "," | "in") && round(at),
            "put" => next == "in" && matches!(scene.str(at + 2), "money" | "cash" | "capital" | "the"),
            _ => false,
        }
    };
    let mut out = Vec::new();
    for verb in (s.start + 1..s.end).filter(|at| gave(*at)) {
        // *re-upped*
        let verb = if d.str(verb) == "upped" {
            verb.saturating_sub(2).max(s.start)
        } else {
            verb
        };
        let first = verb - u32::from(matches!(d.str(verb - 1), "also" | "acted" | "served" | "each" | "both"));
        let start = scene.subject_start(s, first);
        let hits = scene
            .heads(start, scene.insertion(s, first).unwrap_or(first))
            .into_iter();
        out.extend(hits.filter(|h| is_body(h.kind)).map(|h| h.entity));
    }
    (!out.is_empty()).then_some((Part::Backer, out))
}

/// *The money came from Kelvar and Lumeno*, *Further commitments came from several funds, including Kelvar*.
fn backers(scene: &Scene<'_, '_>, s: &Sentence) -> Option<(Part, Vec<usize>)> {
    let d = scene.document;
    let came = (s.start + 2..(s.start + FIRST).min(s.end - 1)).find(|at| {
        let money = || matches!(d.str(at - 1), "money" | "commitments") || scene.noun_groups(at - 1, *at) & MONEY != 0;
        matches!(d.str(*at), "came" | "comes") && d.str(at + 1) == "from" && money()
    })?;
    Some((Part::Backer, named(scene, s, came + 2)))
}

/// *The text bears the signatures of A and B*.
fn signatures(scene: &Scene<'_, '_>, s: &Sentence) -> Option<(Part, Vec<usize>)> {
    let d = scene.document;
    let bears = (s.start + 1..(s.start + FIRST).min(s.end)).find(|at| d.is_on(*at, list::BEARS))?;
    let of =
        (bears + 1..(bears + SPAN).min(s.end)).find(|at| d.str(*at) == "of" && d.is_on(at - 1, list::SIGNATURE))?;
    Some((Part::Signatory, named(scene, s, of + 1)))
}

/// *Handing over the cheque, Minister A said*, *A presented the trophy*: who gave the prize that was told of before.
fn presenter(scene: &Scene<'_, '_>, s: &Sentence) -> Option<(Part, Vec<usize>)> {
    const PRIZE: t::Groups = t::group("prize");
    let d = scene.document;
    let over = u32::from(d.str(s.start) == "Handing" && scene.str(s.start + 1) == "over");
    let gives = over == 1 || d.str(s.start) == "Presenting";
    let the = s.start + 1 + over;
    let comma = (the + 1..(the + SPAN).min(s.end))
        .find(|at| d.str(*at) == ",")
        .filter(|_| gives)?;
    let prize = d.has(the, class::DET)
        && (scene.noun_groups(the + 1, comma) & PRIZE != 0 || matches!(d.str(comma - 1), "cheque" | "check"));
    let mut people = scene.hits_in(comma + 1, s.end).filter(|hit| hit.kind == Kind::Person);
    let person = people.next().filter(|_| prize)?;
    Some((Part::Presenter, vec![person.entity]))
}
