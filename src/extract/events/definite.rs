//! Whom pronouns and definite descriptions mean: *it*, *the company*, *the development zone*, *the mayor*.

use crate::lexicon::format::{PlaceInfo, pos};
use crate::lexicon::{class, list};
use crate::resolve::names::Kind;
use crate::text::{Document, flag};

use super::clause::Scene;
use super::focus::Focus;
use super::listed::listed;
use super::places::head_kind;
use super::tables as t;
use super::trigger::head_groups;

/// Who *he*, *it*, *the company*, *the province* means.
pub(super) fn anaphor(scene: &Scene<'_, '_>, subject: (u32, u32), focus: &Focus) -> Vec<usize> {
    let d: &Document<'_> = scene.document;
    // *In a letter to the staff she*: right in front of the verb
    let last = subject.1.checked_sub(1).filter(|last| *last > subject.0);
    if let Some(last) = last
        && matches!(d.value(last, subject.1, class::PRON), Some("he" | "she"))
        && !d.has(last, class::DET)
        && matches!(d.str(last), "he" | "she")
    {
        return focus.person.into_iter().collect();
    }
    // *Li Ming led officials to inspect Kelvar. The team then visited Lumeno*
    if let Some(leader) = focus.leader
        && (subject.0 + 2..=subject.0 + 3).contains(&subject.1)
        && d.has(subject.0, class::DET)
        && matches!(d.str(subject.0 + 1), "team" | "entourage" | "party")
    {
        return vec![leader];
    }
    for at in subject.0..subject.1 {
        if d.has(at, class::PREP) && at > subject.0 {
            break;
        }
        let found = match d.value(at, at + 1, class::PRON) {
            Some("he" | "she") => focus.person,
            Some("it") => focus.it(),
            _ => None,
        };
        if found.is_some() {
            return found.into_iter().collect();
        }
        // *the minister*, *the prime minister*
        let long = |at: u32| at > subject.0 && d.class_end(at, class::TITLE) == Some(at + 2);
        let first = at - u32::from(at > subject.0 && long(at - 1));
        // *the party secretary* is no party
        let post = || long(at) && d.has(at + 1, class::DEFINITE);
        // *the state-owned company*: no state
        let tied = || at + 2 < subject.1 && d.str(at + 1) == "-" && d.is(at + 2, flag::GLUED);
        // *The operator of a chip project* has not been told of
        let of_another = || scene.str(at + 1) == "of" && matches!(scene.str(at + 2), "a" | "an" | "another");
        if d.has(at, class::DEFINITE)
            && !post()
            && !tied()
            && !of_another()
            && let Some(kind) = d.value(at, at + 1, class::DEFINITE)
            && is_definite(d, subject.0, first, kind)
        {
            // *the provincial government*
            let rules = || scene.noun_groups(at + 1, at + 2) & const { t::group("ruler") } != 0;
            return match kind {
                "place province ruler" if !rules() => None,
                // *the board of Kelvar*
                "organisation voice" if scene.str(at + 1) == "of" => {
                    let mut bodies = listed(scene, at + 2, subject.1);
                    bodies.retain(|h| h.kind == Kind::Organisation);
                    return bodies.into_iter().map(|h| h.entity).collect();
                }
                "organisation voice" => focus.company(scene),
                body if body.starts_with("organisation") => definite_body(scene, at, body, focus),
                "place" => definite_place(scene, at, focus),
                "place country" => focus.last.country,
                "place province" | "place province ruler" => focus.last.province,
                "person titled" => titled(scene, at, focus),
                "person delegation" => focus.leader,
                // *the officials*: several
                "voice" => None,
                _ => focus.person,
            }
            .into_iter()
            .collect();
        }
    }
    Vec::new()
}

/// The body that the noun at `at` means, of which class `DEFINITE` says `kind`: *the company* may be any, *the court* is none of
/// the companies named.
pub(super) fn definite_body(scene: &Scene<'_, '_>, at: u32, kind: &str, focus: &Focus) -> Option<usize> {
    let d = scene.document;
    let named = |e: &usize| {
        let name = scene.entities.list[*e].name;
        (name.start..name.end).any(|x| d.str(x).eq_ignore_ascii_case(d.str(at)))
    };
    match kind {
        "organisation" | "organisation maker" => focus.company(scene),
        "organisation firm" => focus.firm(scene),
        "organisation named" => focus.organisation.filter(named).or_else(|| scene.body_called(at)),
        _ => None,
    }
}

/// *the city*, *the district government*: the *City Government* named before, or else the place; *the city* is no province, and
/// none of these a country.
fn definite_place(scene: &Scene<'_, '_>, at: u32, focus: &Focus) -> Option<usize> {
    /// Tokens from *the* to the noun.
    const QUALIFIED: u32 = 4;
    let d = scene.document;
    let word = d.str(at);
    let government = focus.government.filter(|e| {
        let name = scene.entities.list[*e].name;
        scene.str(at + 1) == "government" && (name.start..name.end).any(|x| d.str(x).eq_ignore_ascii_case(word))
    });
    // *the development zone*: a zone of which the name says so
    let first = (at.saturating_sub(QUALIFIED)..at)
        .rev()
        .find(|x| is_the(d, *x))
        .map_or(at, |the| the + 1);
    let qualified = |e: &usize| {
        let name = scene.entities.list[*e].name;
        let has = |x: u32| (name.start..name.end).any(|y| d.str(y).eq_ignore_ascii_case(d.str(x)));
        (first..at).all(has) && (word != "area" || has(at))
    };
    let any = || focus.place.filter(|e| scene.grain(*e) != Some(PlaceInfo::COUNTRY));
    // a hall is no city
    let town = || any().filter(|e| !matches!(head_kind(scene, *e), Some("facility" | "water" | "land")));
    let place = match word {
        "zone" | "park" | "area" => focus.last.zone,
        "district" | "county" | "town" => focus.last.district,
        // *the industrial city*
        "city" if first < at => focus.last.zone.filter(qualified).or(focus.last.city).or_else(town),
        "city" | "municipality" | "capital" => focus.last.city.or_else(town),
        _ => any(),
    };
    // *the science city*: named farther off than the city around it
    let called = || (first < at).then(|| scene.place_called(at)).flatten().filter(qualified);
    government.or(place.filter(qualified)).or_else(called)
}

/// Whom the subject means that names nobody, where it does something: *the country's northeast* and *the city's SWAT team*
/// do it themselves, but *the city's development commission* and *the country's top court* do it for the place.
pub(super) fn actor(scene: &Scene<'_, '_>, subject: (u32, u32), focus: &Focus) -> Vec<usize> {
    const RULER: t::Groups = t::group("ruler");
    let d = scene.document;
    let place = |at: &u32| {
        d.value(*at, at + 1, class::DEFINITE)
            .is_some_and(|kind| kind.starts_with("place"))
    };
    let owner = (subject.0..subject.1).find(|at| matches!(d.str(at + 1), "'s" | "’s") && d.has(*at, class::DEFINITE));
    if let Some(owner) = owner.filter(place) {
        let (groups, end) = head_groups(scene, owner + 2, subject.1);
        let organ = |at: u32| {
            let body = d.value(at, at + 1, class::DEFINITE) == Some("organisation named");
            body || d.has(at, class::ORGHEAD)
        };
        let last = end.saturating_sub(1);
        if groups & RULER == 0 && !(last > owner + 1 && organ(last)) {
            return Vec::new();
        }
    }
    anaphor(scene, subject, focus)
}

fn is_the(d: &Document<'_>, at: u32) -> bool {
    d.str(at).eq_ignore_ascii_case("the")
}

/// *the company*, *the Bethel, Ohio-based company*, *the five-year-old company*, *the German carmaker*, *the handset maker*, *the Wuxi firm*: the
/// noun at `at`, of which class `DEFINITE` says `kind`, means what was told of before. Nouns and adjectives may stand in front
/// of what makes something; in front of other nouns they may tell another one (*the parent company*).
pub(super) fn is_definite(d: &Document<'_>, start: u32, at: u32, kind: &str) -> bool {
    /// Tokens in front of the noun, and of a town's name.
    const FAR: u32 = 8;
    const TOWN: u32 = 3;
    let body = kind.starts_with("organisation");
    let maker = kind.ends_with("maker");
    let the = |x: u32| is_the(d, x);
    let noun = at;
    let mut at = at;
    let limit = at.saturating_sub(FAR).max(start);
    while at > limit {
        let before = at - 1;
        if the(before) {
            return true;
        }
        // *the US firm*
        let country = |x: u32| {
            let row = d.value_place(x, x + 1).filter(|_| d.is(x, flag::UPPER));
            row.is_some_and(|row| d.lexicon.places[row as usize].kind == PlaceInfo::COUNTRY)
        };
        // *the Jiaxing toolmaker*
        let town = (1..=TOWN).map(|back| at.saturating_sub(back)).find(|first| {
            let named = *first > start && the(*first - 1) && d.is(*first, flag::CAPITAL);
            named && d.class_end(*first, class::PLACE) == Some(at)
        });
        let firm = maker || kind == "organisation firm" || d.str(noun) == "group";
        if town.is_some_and(|town| firm && !d.is(town, flag::UPPER)) {
            return true;
        }
        let based = d.is_on(before, list::SEATED) && before > limit + 1 && d.str(before - 1) == "-";
        // *the same bureau*, *the same province*
        let same = d.str(before) == "same" && before > start && the(before - 1);
        if same {
            return true;
        }
        if body && based {
            at = (limit..before - 1).rev().find(|x| the(*x)).map_or(limit, |x| x + 1);
        } else if kind == "place"
            && noun - before < 4
            && !d.is(before, flag::CAPITAL)
            && (d.is(before, flag::WORD) && d.info(before).pos & (pos::NOUN | pos::ADJECTIVE) != 0
                || d.str(before) == "-" && d.is(before, flag::GLUED))
        {
            // *the development zone*: which one, `definite_place` asks
            at = before;
        } else if body && before > start && d.class_end(before - 1, class::DEMONYM) == Some(at) {
            // *the South Korean company*
            at = before - 1;
        } else if body && (d.has(before, class::DEMONYM) || country(before))
            || maker
                && d.is(before, flag::WORD)
                && !d.is(before, flag::CAPITAL)
                && d.info(before).pos & (pos::NOUN | pos::ADJECTIVE) != 0
                && ![class::DET, class::PREP, class::CONJ, class::ORDINAL]
                    .iter()
                    .any(|c| d.has(before, *c))
        {
            at = before;
        } else {
            return false;
        }
    }
    false
}

/// *the mayor*: the person told of last who bears the title, next to a mention of the name.
fn titled(scene: &Scene<'_, '_>, title: u32, focus: &Focus) -> Option<usize> {
    /// Tokens between a title and its name, mentions of the person in focus and names in front of the title that are looked
    /// at, and letters of a title in short: *Gov.*.
    const NEAR: u32 = 10;
    const FIRST: usize = 4;
    const MOST: usize = 64;
    const SHORT: usize = 3;
    let d = scene.document;
    // *the president of the union*, *the Minister of Health*: of that one only
    let of = scene.str(title + 1) == "of";
    let long = 3 + u32::from(of && d.has(title + 2, class::DET));
    let field = |at: u32| (1..long).all(|x| scene.str(at + x).eq_ignore_ascii_case(scene.str(title + x)));
    let noun = d.str(title);
    let is = |at: u32| {
        let word = d.str(at).trim_end_matches('.');
        noun.get(..word.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(word))
            && (word.len() == noun.len() || word.len() >= SHORT && d.has(at, class::TITLE))
            && (!of || field(at))
    };
    let bears = |start: u32, end: u32| {
        // *President Li Ming met Minister Amy Kuo*: not the title of the one in front
        let first = start.saturating_sub(NEAR);
        let other = scene.entities_in(first, start);
        let first = other
            .iter()
            .rev()
            .find(|h| h.kind == Kind::Person)
            .map_or(first, |h| h.end);
        let mut behind = (end + 1..(end + NEAR).min(title)).take_while(|at| !matches!(d.str(*at), "," | "."));
        let mut before = first..start;
        let apposed = scene.str(end) == ",";
        end <= title && (before.any(is) || apposed && behind.any(is))
    };
    let in_focus = |e: &usize| {
        let mentions = scene.entities.list[*e].mentions.iter().take(FIRST);
        mentions.into_iter().any(|m| bears(m.start, m.end))
    };
    // only so far back that an article full of mayors is read in time that grows with its length
    let list = &scene.names.candidates.list;
    let front = list.partition_point(|c| c.start < title);
    let told_last = || {
        (front.saturating_sub(MOST)..front).rev().find_map(|index| {
            let entity = scene.entities.of_candidate[index] as usize;
            let person = scene.entities.list.get(entity).is_some_and(|e| e.kind == Kind::Person);
            (person && bears(list[index].start, list[index].end)).then_some(entity)
        })
    };
    focus.person.filter(in_focus).or_else(told_last)
}
