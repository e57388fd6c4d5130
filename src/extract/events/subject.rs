//! What a verb's subject is: the groups of its nouns and the entities that it names, also where it stands elsewhere in
//! the sentence.

use crate::lexicon::class;
use crate::lexicon::format::{form, pos};
use crate::resolve::names::Kind;
use crate::text::{Document, Sentence, flag};

use super::clause::{Hit, Scene, is_relative};
use super::heads::is_short_form;
use super::tables as t;
use super::trigger::{head_groups, kinds};
use super::verbs::VerbGroup;

/// The entities of the subject of the verb at `at` (with its lemma), and the groups and kinds of all that it names. Only
/// `named`, its first tokens, can name who does it: the rest is inserted or tells another verb.
pub(super) fn what_subject(
    scene: &Scene<'_, '_>,
    s: &Sentence,
    subject: (u32, u32),
    named: (u32, u32),
    group: &VerbGroup,
    (at, lemma): (u32, u32),
) -> (Vec<Hit>, t::Groups) {
    let d = scene.document;
    let (mut subject_groups, _) = head_groups(scene, subject.0, subject.1);
    // *the Optics Valley of China Exposition ran*: the head of a name of many parts stands next to the verb; where
    // the meeting is what is opened or held it may stand anywhere in the name
    let heads = if group.passive {
        subject.0
    } else {
        subject.1.saturating_sub(1)
    };
    for x in heads.max(subject.0)..subject.1 {
        if d.is(x, flag::CAPITAL) && d.has(x, class::EVENTHEAD) {
            subject_groups |= scene.groups(x, x + 1) & !(t::PERSON | t::ORGANISATION | t::PLACE);
        }
    }
    // *the Wuxi Series of Chip Transfer Activities with the theme of “…” opened*
    let themed = |x: u32| x + 1 == subject.1 || matches!(d.str(x + 1), "with" | "themed" | "entitled" | "(");
    let meets = |x: u32| d.is(x, flag::CAPITAL) && d.value(x, x + 1, class::EVENTHEAD) == Some("meeting");
    if (subject.0..subject.1).any(|x| meets(x) && themed(x)) {
        subject_groups |= const { t::group("meeting") };
    }
    let mut subject_hits = scene.heads(named.0, named.1);
    if group.passive && !subject_hits.is_empty() {
        // *An engineer at Kelvar Corp. (KCC) was charged*: its short name stands where the name does
        let all = scene.entities_in(named.0, named.1);
        let heads = subject_hits.clone();
        subject_hits.retain(|hit| !is_short_form(d, &all, hit) || heads.iter().any(|h| h.end + 1 == hit.start));
    }
    let whole = named.1 == subject.1;
    let inverted = whole && is_inverted(scene, s, group, at);
    if inverted {
        subject_groups = 0;
    }
    let elsewhere = whole && (inverted || subject_hits.is_empty()) || relative(scene, group.outer);
    let (subject_hits, more) = if elsewhere {
        antecedent(scene, s, group, at).map_or((subject_hits, 0), |(hits, bits)| (hits, bits))
    } else {
        (subject_hits, 0)
    };
    // *The Peruvian government*, *Chinese authorities*: the country, where it is named somewhere
    let subject_hits = if subject_hits.is_empty() && !inverted {
        scene.state(named.0, named.1).into_iter().collect()
    } else {
        subject_hits
    };
    // *SEMICON China 2015 was held*
    if group.passive && (scene.is_named(subject.0, subject.1) || is_quoted(scene, subject)) {
        subject_groups |= t::NAME;
    }
    // no body is *held in* a place: *SEMICON China 2015 was held in Shanghai* tells of an event
    let behind = at + 1 + u32::from(scene.str(at + 1).ends_with("ly"));
    let held = || matches!(scene.str(behind), "in" | "at" | "on" | "from") && lemma == d.lexicon.word_of("hold");
    if group.passive && kinds(&subject_hits) == t::ORGANISATION && held() {
        subject_groups |= t::NAME;
    }
    // *SEMICON China 2015 took place in Shanghai*
    let took_place = || scene.str(at + 1) == "place" && lemma == d.lexicon.word_of("take");
    let name = || {
        let whole = (subject.0..subject.1).all(|x| d.is(x, flag::CAPITAL | flag::NUMBER) || d.has(x, class::DET));
        let body = kinds(&subject_hits) == t::ORGANISATION;
        whole && (scene.is_named(subject.0, subject.1) || body) || relative(scene, group.outer) && body
    };
    if took_place() && name() {
        subject_groups |= const { t::group("meeting") };
    }
    // *60 million yuan was invested*
    if group.passive {
        subject_groups |= scene.figure_groups(subject.0, subject.1) & t::MONEY;
    }
    // *Tan Meng, a fellow at the Vision Institute, said*: somebody did, though the name in front may be unknown
    let inside = if whole || !subject_hits.is_empty() {
        0
    } else {
        kinds(&scene.heads(subject.0, subject.1))
    };
    // *Judge Amy Kuo denied the motion*: a court
    const COURT: t::Groups = t::group("court");
    let judge = subject_hits
        .iter()
        .filter(|hit| hit.kind == Kind::Person && hit.start > subject.0);
    let judge = judge.fold(0, |bits, hit| {
        bits | scene.noun_groups(hit.start - 1, hit.start) & COURT
    });
    let bits = subject_groups | more | inside | judge | kinds(&subject_hits);
    (subject_hits, bits)
}

/// The subject is a title in quotation marks: *the “Industry Map” was released*.
fn is_quoted(scene: &Scene<'_, '_>, (start, end): (u32, u32)) -> bool {
    let open = start + u32::from(scene.document.has(start, class::DET));
    start + 2 < end
        && matches!(scene.str(open), "“" | "\"")
        && matches!(scene.str(end - 1), "”" | "\"")
        && scene.document.is(open + 1, flag::CAPITAL)
}

/// *…, reports Nikkei*: whoever does stands behind the verb.
fn reports(d: &Document<'_>, head: u32) -> bool {
    let the = u32::from(d.get(head + 1).is_some() && d.str(head + 1) == "the");
    let name = d.get(head + 1 + the).is_some_and(|t| t.is(flag::CAPITAL));
    name && matches!(d.str(head), "reports" | "reported")
}

/// *Intel has built two plants, said Liu Yan*: the clause in front of the comma is whole, and what stands behind the verb
/// of saying is none.
pub(super) fn is_inverted(scene: &Scene<'_, '_>, s: &Sentence, group: &VerbGroup, head: u32) -> bool {
    let d = scene.document;
    let says = d.has(head, class::SAYVERB) && !matches!(d.str(head), "told" | "tells" | "asked" | "asks");
    let says = says || reports(d, head);
    if group.outer != head || head < s.start + 3 || d.str(head - 1) != "," || !says {
        return false;
    }
    // *…, said local authorities*: nouns up to the end
    let nouns = || {
        let stop = (head + 1..s.end).find(|at| !d.is(*at, flag::WORD)).unwrap_or(s.end);
        let noun = pos::NOUN | pos::PLURAL | pos::ADJECTIVE;
        stop > head + 1 && stop + 1 >= s.end && (head + 1..stop).all(|at| d.info(at).pos & noun != 0)
    };
    let named =
        d.is(head + 1, flag::CAPITAL) || d.has(head + 1, class::DET) || d.has(head + 1, class::TITLE) || nouns();
    let dated = scene.date_at(head + 1).is_some();
    if !named || dated || d.has(head + 1, class::PRON) || d.str(head + 1) == "that" {
        return false;
    }
    let stop = (head + 1..s.end)
        .find(|at| matches!(d.str(*at), "," | ";"))
        .unwrap_or(s.end);
    // *Orion, which makes cards, said the plan was good*, *Li Ming, 72, told Amy Kuo*: what stands between commas does not
    // make it whole
    let last = (s.start..head - 1)
        .rev()
        .find(|at| d.str(*at) == "," && !scene.inside_date(*at))
        .map_or(s.start, |comma| comma + 1);
    // *The aim is to form a park that serves firms, said Amy Kuo*: behind the verb it takes nothing from the whole
    let inner = |from: u32, at: u32| d.str(at) == "that" && scene.has_verb(from, at);
    let relative = |from: u32| (from..head).any(|at| is_relative(d.str(at)) && !inner(from, at));
    // *Li Ming has been to Rome, on an invitation by John Marlow, said Amy Kuo*
    // *The ruling, published on Tuesday, said*: what is inserted makes nothing whole
    let forms = d.info(last).form;
    let inserted = last > s.start && forms & form::PARTICIPLE != 0 && forms & form::BASE == 0;
    let clause = if inserted {
        (s.start, last - 1)
    } else {
        (last, head - 1)
    };
    let whole = (scene.has_verb(clause.0, clause.1) && !relative(clause.0))
        || (d.has(last, class::PREP) && scene.has_verb(s.start, last) && !relative(s.start));
    // *The road was closed in the capital, Lima, said Luis Prado*: somebody's name
    let person = || {
        let mut hits = scene.hits_in(head + 1, stop);
        let ends = |end: u32| end == stop || end + 1 == s.end && d.is(end, flag::MARK);
        let named = hits.any(|hit| hit.kind == Kind::Person && ends(hit.end));
        named && scene.has_verb(s.start, head - 1) && !relative(s.start)
    };
    (whole || person()) && !scene.has_verb(head + 1, stop)
}

/// *comes after Kelvar announced its plans to invest*: who plans it is the subject of the verb in front of the noun.
pub(super) fn announcer(scene: &Scene<'_, '_>, s: &Sentence, outer: u32) -> Option<(u32, u32)> {
    let d = scene.document;
    if outer < s.start + 3 || !d.has(outer, class::PLANVERB) {
        return None;
    }
    let verb = outer - 1 - u32::from(matches!(d.str(outer - 1), "its" | "their" | "his" | "her"));
    let group = super::verbs::group(d, verb, s.start).filter(|g| !g.passive)?;
    let start = scene.subject_start(s, group.outer);
    (start > s.start && start < group.outer).then_some((start, group.outer))
}

/// A relative pronoun stands in front of the verb group.
fn relative(scene: &Scene<'_, '_>, outer: u32) -> bool {
    outer > 0 && matches!(scene.str(outer - 1), "which" | "who" | "that")
}

/// *a hall in the Lindo Zone that will turn out chips*, *a plant in Lima, which will make chips*: the noun in front of where it
/// lies, if `place` is only that.
fn placed(scene: &Scene<'_, '_>, s: &Sentence, place: &Hit, pronoun: u32) -> Option<u32> {
    const SITE: t::Groups = t::group("plant") | t::group("fab") | t::group("project") | t::group("meeting");
    let d = scene.document;
    let the = u32::from(place.start > s.start && d.has(place.start - 1, class::DET));
    let noun = (place.start - the).checked_sub(2).filter(|noun| *noun >= s.start)?;
    let lies = place.kind == Kind::Place && matches!(d.str(noun + 1), "in" | "at" | "near" | "outside");
    let site = scene.noun_groups(noun, noun + 1) & SITE != 0;
    (lies && site && matches!(d.str(pronoun), "that" | "which")).then_some(noun)
}

/// *Li Ming, secretary of the Chip Union, who called for a strike*: the person who holds the post at the body in front of
/// *who*.
fn holder(scene: &Scene<'_, '_>, s: &Sentence, body: &Hit, pronoun: u32) -> Option<Hit> {
    /// Tokens of the post.
    const LONGEST: u32 = 16;
    let d = scene.document;
    if body.kind == Kind::Person || d.str(pronoun) != "who" {
        return None;
    }
    let from = body.start.saturating_sub(LONGEST).max(s.start);
    let person = scene
        .hits_in(from, body.start)
        .filter(|h| h.kind == Kind::Person)
        .last()?;
    let post = d.str(person.end) == "," && (person.end..body.start).any(|at| d.has(at, class::TITLE));
    (post && !scene.has_verb(person.end, body.start)).then_some(person)
}

/// *Amy Kuo of Kelvar, who said*, *Lumeno of Singapore, which will build*: who is of the body or place in front of the pronoun.
fn bearer(scene: &Scene<'_, '_>, s: &Sentence, of: &Hit, pronoun: u32) -> Option<Hit> {
    let d = scene.document;
    let the = u32::from(of.start > s.start && d.has(of.start - 1, class::DET));
    let led = (of.start - the).checked_sub(1).filter(|led| *led > s.start)?;
    let kinds = match d.str(pronoun) {
        "who" => (Kind::Person, of.kind != Kind::Person),
        "which" => (Kind::Organisation, of.kind == Kind::Place),
        _ => return None,
    };
    let of = matches!(d.str(led), "of" | "from" | "at") && kinds.1;
    let before = led.saturating_sub(8).max(s.start);
    let mut named = scene.hits_in(before, led).filter(|_| of);
    named.find(|hit| hit.end == led && hit.kind == kinds.0)
}

/// The subject that stands elsewhere: what *which* refers to, or the speaker behind the verb (*said Peng Xi*).
fn antecedent(scene: &Scene<'_, '_>, s: &Sentence, group: &VerbGroup, head: u32) -> Option<(Vec<Hit>, t::Groups)> {
    let d = scene.document;
    if relative(scene, group.outer) {
        let mut end = group.outer - 1;
        if end > s.start && d.str(end - 1) == "," {
            end -= 1;
        }
        let from = end.saturating_sub(8).max(s.start);
        let hits: Vec<Hit> = scene.hits_in(from, end).filter(|h| h.end == end).collect();
        if let Some(noun) = hits.first().and_then(|hit| placed(scene, s, hit, group.outer - 1)) {
            return Some((Vec::new(), scene.noun_groups(noun, noun + 1)));
        }
        if let Some(person) = hits.first().and_then(|hit| holder(scene, s, hit, group.outer - 1)) {
            return Some((vec![person], t::PERSON));
        }
        if let Some(bearer) = hits.first().and_then(|hit| bearer(scene, s, hit, group.outer - 1)) {
            let bits = kinds(&[bearer]);
            return Some((vec![bearer], bits));
        }
        // *the Security Act 2021, which came into force*
        let year = end > s.start + 1 && d.is(end - 1, flag::NUMBER) && d.token(end - 1).len == 4;
        let end = end - u32::from(year);
        let noun = end.checked_sub(1).filter(|n| *n >= s.start)?;
        // *Kelvar, a firm that bought Lumeno, …*: the body in front of what it is
        let article = || (from..end).rev().find(|x| d.has(*x, class::DET));
        let apposed = || {
            let article = article()?;
            let plain = (article..end).all(|x| !d.has(x, class::PREP) && !is_relative(d.str(x)));
            let comma = article
                .checked_sub(1)
                .filter(|_| plain)
                .filter(|x| *x > s.start && d.str(*x) == ",")?;
            let hits = scene.entities_in(comma.saturating_sub(8).max(s.start), comma);
            hits.into_iter().find(|h| h.end == comma && h.kind != Kind::Place)
        };
        let hits = if hits.is_empty() {
            apposed().into_iter().collect()
        } else {
            hits
        };
        return Some((
            hits,
            scene.groups(noun, end) & !(t::PERSON | t::ORGANISATION | t::PLACE),
        ));
    }
    // inverted: behind a quotation or a comma
    let quoted = group.outer > s.start && matches!(d.str(group.outer - 1), "," | "”" | "\"" | "’" | "'" | "?" | "!");
    if quoted && (d.has(head, class::SAYVERB) || reports(d, head)) {
        let limit = (head + 14).min(s.end);
        let stop = (head + 1..limit)
            .find(|x| matches!(d.str(*x), "," | ";" | "“"))
            .unwrap_or(limit);
        let person: Vec<Hit> = scene
            .hits_in(head + 1, stop)
            .filter(|h| h.kind == Kind::Person)
            .collect();
        // *said the company's chief executive, Luis Prado*
        let titled = || {
            (head + 1..stop)
                .any(|x| d.class_end(x, class::TITLE) == Some(stop) || x + 1 == stop && d.has(x, class::TITLE))
        };
        let person = if person.is_empty() && titled() {
            let behind = scene.hits_in(stop + 1, s.end).take(1);
            behind
                .filter(|h| h.kind == Kind::Person && h.start == stop + 1)
                .collect()
        } else {
            person
        };
        let hits = if person.is_empty() {
            scene.heads(head + 1, stop)
        } else {
            person
        };
        let (bits, _) = head_groups(scene, head + 1, stop);
        return Some((hits.into_iter().take(1).collect(), bits));
    }
    None
}
