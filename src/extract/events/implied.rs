//! Verb forms that tell an event though they are no finite verb; their subject stands elsewhere in the sentence:
//! *…, raising 3 billion yuan*, *became the first to reach …*, *Founded in 1998, X …*, *After signing …, X …*.

use crate::extract::names::shape::is_noun;
use crate::lexicon::class;
use crate::lexicon::format::form;
use crate::record::{EventKind, Status};
use crate::resolve::names::Kind;
use crate::text::{Document, Sentence, flag};

use super::clause::Scene;
use super::driven::{allowed, apposed, bought, driven, rising, sending, used, without_choice};
use super::find::Found;
use super::tables as t;
use super::trigger::{head_groups, is_particle};
use super::verbs::{self, Tense, VerbGroup};

/// A verb with the tokens of its subject.
pub(super) struct Implied {
    pub(super) group: VerbGroup,
    pub(super) subject: (u32, u32),
}

/// Tokens between *the first* and the *to* behind it, and between a fronted verb and its comma.
pub(super) const NEAR: u32 = 8;
const FRONTED: u32 = 20;

pub(super) fn group(at: u32, tense: Tense, passive: bool) -> VerbGroup {
    VerbGroup {
        start: at,
        head: at,
        tense,
        passive,
        progressive: false,
        negated: false,
        planned: false,
        outer: at,
    }
}

/// The verb at `at`, which is no finite one. `before` are the events found in the sentence so far.
pub(super) fn implied(scene: &Scene<'_, '_>, s: &Sentence, at: u32, before: &[Found]) -> Option<Implied> {
    let d = scene.document;
    let forms = d.info(at).form;
    if at > s.start && is(d, at - 1, "to") && forms & form::BASE != 0 {
        return first_to(scene, s, at)
            .or_else(|| expected(scene, s, at, before))
            .or_else(|| bought(scene, at, at - 1, before))
            .or_else(|| purpose(scene, at, before))
            .or_else(|| driven(scene, s, at, before))
            .or_else(|| without_choice(scene, s, at))
            .or_else(|| used(scene, s, at))
            .or_else(|| allowed(scene, s, at))
            .or_else(|| headline_to(scene, s, at, before));
    }
    if forms & form::BASE != 0
        && at > s.start + 2
        && let Some(seen) = seen(scene, s, at)
    {
        return Some(seen);
    }
    // *a line to be built in 2025*, *…, to be replaced by Colin Tate*
    if forms & form::PARTICIPLE != 0 && at > s.start + 2 && is(d, at - 1, "be") && is(d, at - 2, "to") {
        return to_be(scene, s, at, before).or_else(|| headline_to(scene, s, at, before));
    }
    // *murder, kidnapping, robbery* are nouns
    let noun = matches!(scene.str(at + 1), "," | "and" | "or" | "." | ";");
    if forms & form::GERUND != 0 && at > s.start + 1 && d.str(at - 1) == "," && !noun {
        // *…, raising 3 billion yuan*: whoever did the last thing
        let Some(last) = before.last() else {
            return sending(scene, s, at).or_else(|| rising(scene, s, at));
        };
        let done = !last.group.planned && last.group.tense == Tense::Past;
        // *will make 3 million chips, generating sales of 6 billion yuan*
        let result = matches!(
            last.item.kind,
            EventKind::Production | EventKind::Construction | EventKind::Investment
        );
        let planned = result && (last.group.planned || last.group.tense == Tense::Future);
        let told = !last.group.negated && (done || planned);
        // *for improving products, hiring people*: a list of aims
        let aim = |x: u32| d.has(x, class::PREP) && d.info(x + 1).form & form::GERUND != 0;
        let told = told && !(last.group.head + 1..at - 1).any(aim);
        let own = if planned {
            VerbGroup {
                planned: true,
                ..group(at, Tense::Future, false)
            }
        } else {
            group(at, Tense::Past, false)
        };
        return (told && last.subject.0 < last.subject.1).then_some(Implied {
            group: own,
            subject: last.subject,
        });
    }
    if forms & form::GERUND != 0
        && !noun
        && at > s.start + 3
        && let Some(told) = behind_with(scene, s, at, before)
    {
        return Some(told);
    }
    if forms & form::GERUND != 0
        && !noun
        && let Some(bought) = bought(scene, at, at, before)
    {
        return Some(bought);
    }
    if forms & form::GERUND != 0 && d.is(at, flag::HEADLINE) {
        return headline_ing(scene, s, at, before);
    }
    // *Founded in 1998, X …*
    // *Set up in 2021 by Kelvar, X …*
    let particle = is_particle(scene, at + 1);
    let next = scene.str(at + 1 + u32::from(particle));
    let circumstance = matches!(next, "in" | "by" | "on" | "at" | "with" | "as");
    // *Co-founded*
    let first = at == s.start || at == s.start + 2 && d.str(at - 1) == "-" && d.is(at, flag::GLUED);
    if first && forms & form::PARTICIPLE != 0 && (particle || forms & form::BASE == 0) && circumstance {
        return Some(Implied {
            group: group(at, Tense::Past, true),
            subject: behind_comma(scene, s, at)?,
        });
    }
    // *Having bought Intel, X …*
    let having = at == s.start + 1 && d.str(s.start) == "Having";
    if having && forms & form::PARTICIPLE != 0 {
        return Some(Implied {
            group: group(at, Tense::Past, false),
            subject: behind_comma(scene, s, at)?,
        });
    }
    // *Kelvar, acquired by Lumeno in 2015, makes chips*
    if forms & form::PARTICIPLE != 0 && at > s.start + 1 && d.str(at - 1) == "," && is(d, at + 1, "by") {
        return apposed(scene, s, at);
    }
    // *Named director of the institute was Amy Kuo*
    // *Also charged was Amy Kuo, an engineer*
    let also = at == s.start + 1 && d.str(s.start) == "Also" && matches!(scene.str(at + 1), "was" | "were");
    if (at == s.start || also) && forms & form::PARTICIPLE != 0 {
        return named_behind(scene, s, at);
    }
    // *After being bought by Intel, X …*
    let leads = |at: u32| matches!(d.str(at), "After" | "Following" | "Since" | "Upon");
    let been = at == s.start + 2 && leads(s.start) && d.str(at - 1) == "being";
    if been && forms & form::PARTICIPLE != 0 {
        return Some(Implied {
            group: group(at, Tense::Past, true),
            subject: behind_comma(scene, s, at)?,
        });
    }
    // *has entered the market after raising $3 million*, *expanded by buying Lumeno*
    if at > s.start + 2 && matches!(d.str(at - 1), "after" | "by") && forms & form::GERUND != 0 {
        return behind_after(scene, s, at);
    }
    // *made the remarks while meeting with Amy Kuo*
    let while_at = at > s.start + 2 && matches!(d.str(at - 1), "while" | "when") && forms & form::GERUND != 0;
    if while_at && meets(scene, at, &[EventKind::Meeting, EventKind::Visit]) {
        return behind_after(scene, s, at);
    }
    // *After signing the contract, X …*
    let led = at == s.start + 1 && leads(s.start);
    if led && forms & form::GERUND != 0 {
        let subject = behind_comma(scene, s, at)?;
        // *After ramping up output, the plant will make …*: nothing has happened yet
        let told = !d.has(subject.1, class::MODAL);
        return told.then(|| Implied {
            group: group(at, Tense::Past, false),
            subject,
        });
    }
    None
}

/// *Named director of the institute was Amy Kuo*: who is named stands behind it all.
fn named_behind(scene: &Scene<'_, '_>, s: &Sentence, at: u32) -> Option<Implied> {
    let d = scene.document;
    let also = at > s.start;
    let be = (at + 2 - u32::from(also)..(at + FRONTED).min(s.end))
        .take_while(|x| d.is(*x, flag::WORD))
        .find(|x| matches!(d.str(*x), "was" | "is" | "were" | "are"))?;
    let person = scene.entities_in(be + 1, s.end).into_iter().next()?;
    let who = person.kind == Kind::Person || also && person.kind == Kind::Organisation;
    (who && person.start == be + 1).then(|| Implied {
        group: group(at, Tense::Past, true),
        subject: (be + 1, person.end),
    })
}

/// *…, with the Nikkei falling 2 %*: what goes with what is told.
fn behind_with(scene: &Scene<'_, '_>, s: &Sentence, at: u32, before: &[Found]) -> Option<Implied> {
    let d = scene.document;
    let noun = |x: &u32| {
        d.is(*x, flag::WORD | flag::NUMBER) && (!d.has(*x, class::PREP) || d.str(*x) == "of") && d.str(*x) != "to"
    };
    let from = at.saturating_sub(NEAR).max(s.start + 2);
    let with = (from..at - 1)
        .rev()
        .take_while(|x| noun(x) || d.str(*x) == "with")
        .find(|x| d.str(*x) == "with")?;
    let happened = before
        .iter()
        .all(|f| !f.group.planned && f.group.tense != Tense::Future)
        && (s.start..with).all(|x| !d.has(x, class::MODAL));
    // *plans to build a line, with construction starting in 2026*
    let own = VerbGroup {
        planned: !happened,
        ..group(at, if happened { Tense::Past } else { Tense::Future }, false)
    };
    let planned = before
        .last()
        .is_some_and(|last| last.group.planned || last.group.tense == Tense::Future);
    (d.str(with - 1) == "," && (happened || planned)).then_some(Implied {
        group: own,
        subject: (with + 1, at),
    })
}

/// *X has entered the market after raising $3 million*: the subject of the verb in front.
fn behind_after(scene: &Scene<'_, '_>, s: &Sentence, at: u32) -> Option<Implied> {
    let d = scene.document;
    let plain = |x: &u32| d.info(*x).verb != 0 && !d.is(*x, flag::CAPITAL) && !d.has(*x, class::AUX);
    let main = (at.saturating_sub(FRONTED).max(s.start + 1)..at - 1)
        .rev()
        .filter(plain)
        .find_map(|x| verbs::group(d, x, s.start))?;
    let told = !main.negated && !main.planned && main.tense == Tense::Past && !main.passive;
    let subject = (scene.subject_start(s, main.outer), main.outer);
    (told && subject.0 < subject.1).then(|| Implied {
        group: group(at, Tense::Past, false),
        subject,
    })
}

/// *saw net profit shrink 50.8 %*: what is seen happens.
pub(super) fn seen(scene: &Scene<'_, '_>, s: &Sentence, at: u32) -> Option<Implied> {
    let d = scene.document;
    let from = at.saturating_sub(NEAR).max(s.start);
    let verb = (from..at - 1)
        .rev()
        .find(|x| matches!(d.str(*x), "saw" | "seen" | "sees"))?;
    let plain =
        (verb + 1..at).all(|x| d.is(x, flag::WORD | flag::NUMBER) && !d.has(x, class::CONJ) && d.str(x) != "to");
    let saw = verbs::group(d, verb, s.start).filter(|g| plain && !g.negated && g.tense == Tense::Past)?;
    Some(Implied {
        group: group(at, saw.tense, false),
        subject: (verb + 1, at),
    })
}

/// *a line to be built in 2025* and, behind a comma, *to be replaced by Colin Tate*: a plan for the noun in front, or for
/// the subject of what was told last.
fn to_be(scene: &Scene<'_, '_>, s: &Sentence, at: u32, before: &[Found]) -> Option<Implied> {
    let d = scene.document;
    let noun = at - 3;
    let planned = VerbGroup {
        planned: true,
        outer: at - 2,
        ..group(at, Tense::Future, true)
    };
    // *signed an agreement to be bought by Lumeno*
    let deal = before.last().filter(|last| {
        last.item.kind == EventKind::Agreement && last.subject.0 < last.subject.1 && is_deal_to_buy(scene, at, last)
    });
    if let Some(deal) = deal {
        return Some(Implied {
            group: planned,
            subject: deal.subject,
        });
    }
    let dated = matches!(
        scene.str(at + 1),
        "in" | "by" | "on" | "at" | "near" | "from" | "between"
    );
    if d.str(noun) == "," {
        // *The paper provides for a line between Lima and Quito, to be built from 2027*
        let Some(last) = before.last() else {
            const BUILT: t::Groups = t::group("plant") | t::group("fab") | t::group("works") | t::group("project");
            let thing = |x: &u32| d.has(*x, class::DET) && head_groups(scene, *x, noun).0 & BUILT != 0;
            let start = (s.start..noun).rev().find(thing)?;
            let mut rows = Vec::new();
            super::rows::rows(scene, at, &mut rows);
            let built = |row: &(u32, u32)| t::VERBS[row.0 as usize].kind == EventKind::Construction;
            return (dated && noun - start <= FRONTED && rows.iter().any(built)).then_some(Implied {
                group: planned,
                subject: (start, noun),
            });
        };
        return (last.subject.0 < last.subject.1).then_some(Implied {
            group: planned,
            subject: last.subject,
        });
    }
    // *Plans are for construction to be completed in May*
    let bare = noun > s.start && d.str(noun - 1) == "for";
    let start = if bare {
        noun
    } else {
        (s.start..noun).rev().find(|x| d.has(*x, class::DET))?
    };
    (dated && is_noun(d, noun) && noun - start <= NEAR).then_some(Implied {
        group: planned,
        subject: (start, noun + 1),
    })
}

/// The verb at `at` has rows of such kinds.
fn meets(scene: &Scene<'_, '_>, at: u32, kinds: &[EventKind]) -> bool {
    let mut rows = Vec::new();
    super::rows::rows(scene, at, &mut rows);
    rows.iter()
        .any(|(row, _)| kinds.contains(&t::VERBS[*row as usize].kind))
}

/// *will invest 1.2 billion yuan to build a plant*: what the money is for is planned.
fn purpose(scene: &Scene<'_, '_>, at: u32, before: &[Found]) -> Option<Implied> {
    /// Tokens between the verb of the money and the infinitive.
    const FAR: u32 = 20;
    // *signed with Wuxi to invest 3 billion yuan*
    let invests = || scene.str(at) == "invest";
    let last = before.last().filter(|last| match last.item.kind {
        EventKind::Investment => true,
        EventKind::Agreement => invests() || is_deal_to_buy(scene, at, last),
        // *will fly to Lima to hold talks with Amy Kuo*
        EventKind::Visit => meets(scene, at, &[EventKind::Meeting]),
        _ => false,
    })?;
    // *invest 3 billion yuan, which is about 400 million dollars, to build a plant*
    let parted: Vec<u32> = (last.group.head..at)
        .filter(|x| matches!(scene.str(*x), "," | ";") && !scene.inside_date(*x))
        .collect();
    let whole = match parted[..] {
        [] => true,
        [first, second] => matches!(scene.str(first + 1), "which" | "or") && second + 2 == at,
        _ => false,
    };
    let near = at - last.group.head <= FAR && whole;
    (near && last.subject.0 < last.subject.1).then_some(Implied {
        group: VerbGroup {
            planned: true,
            ..group(at, Tense::Future, false)
        },
        subject: last.subject,
    })
}

/// *expects the deal to close in May*: what stands between the verb and the infinitive is planned.
fn expected(scene: &Scene<'_, '_>, s: &Sentence, at: u32, before: &[Found]) -> Option<Implied> {
    let d = scene.document;
    let to = at - 1;
    let plain = |x: &u32| d.is(*x, flag::WORD | flag::NUMBER) && (!d.has(*x, class::PREP) || d.str(*x) == "of");
    let from = to.saturating_sub(NEAR).max(s.start + 1);
    let expects = |x: &u32| matches!(d.str(*x), "expects" | "expect" | "expected" | "expecting");
    let verb = (from..to.checked_sub(1)?).rev().take_while(plain).find(expects)?;
    let own = verbs::group(d, verb, s.start).filter(|g| !g.negated && !g.passive)?;
    let told = before.iter().any(|f| f.group.head == own.head);
    let noun = d.has(verb + 1, class::DET) || is_noun(d, verb + 1);
    // *Analysts expect the company to earn*: what others think
    let itself = |x: u32| {
        let body = d
            .value(x, x + 1, class::DEFINITE)
            .is_some_and(|kind| kind.starts_with("organisation"));
        d.is(x, flag::CAPITAL | flag::GLUED) || d.has(x, class::PRON) || body
    };
    let itself = own.outer > s.start && itself(own.outer - 1) && !is(d, own.outer - 1, "analysts");
    // *expects the government to raise taxes*: what others do is no plan of one's own
    const OTHERS: t::Groups = t::PERSON
        | t::ORGANISATION
        | t::PLACE
        | t::group("ruler")
        | t::group("court")
        | t::group("crowd")
        | t::group("company")
        | t::group("assembly")
        | t::group("speaker")
        | t::group("team");
    let others = || scene.groups(verb + 1, to) & OTHERS != 0;
    (noun && !told && itself && own.tense != Tense::Past && !others()).then(|| Implied {
        group: VerbGroup {
            planned: true,
            outer: to,
            ..group(at, Tense::Future, false)
        },
        subject: (verb + 1, to),
    })
}

/// *signed a deal to buy Lumeno*: what is bought is told right behind the paper.
fn is_deal_to_buy(scene: &Scene<'_, '_>, at: u32, deal: &Found) -> bool {
    let d = scene.document;
    let passive = is(d, at - 1, "be");
    let noun = at - 2 - u32::from(passive);
    let paper = noun > deal.group.head && scene.noun_groups(noun, noun + 1) & const { t::group("paper") } != 0;
    let buys = || {
        let mut rows = Vec::new();
        super::rows::rows(scene, at, &mut rows);
        let tells = |kind| rows.iter().any(|row| t::VERBS[row.0 as usize].kind == kind);
        // *a contract to build a plant*, *built a stake*, *a contract to sell chips*
        tells(EventKind::Acquisition) && !tells(EventKind::Construction) && !tells(EventKind::Result)
    };
    // *ended an agreement to buy Lumeno*
    let ended = deal.item.status == Status::Cancelled || scene.has_verb(deal.group.head + 1, at - 1);
    paper && !ended && buys()
}

/// *Samsung to build a plant in Texas*, *Kelvar to be fined*: in a headline a plan for the name that it starts with.
fn headline_to(scene: &Scene<'_, '_>, s: &Sentence, at: u32, before: &[Found]) -> Option<Implied> {
    let d = scene.document;
    let passive = is(d, at - 1, "be");
    let to = at - 1 - u32::from(passive);
    // *Samsung wins right to build*: the verb stands in front
    let verb = (s.start + 1..to).any(|x| is_verb_of_headline(scene, x) || d.has(x, class::PLANVERB));
    let follows = to > s.start && !d.is(to - 1, flag::MARK) && !d.has(to - 1, class::PREP);
    (opens_with_name(scene, s, to, before) && !verb && follows).then(|| Implied {
        group: VerbGroup {
            planned: true,
            outer: to,
            ..group(at, Tense::Future, passive)
        },
        subject: (s.start, to),
    })
}

/// *Samsung selling $3 billion in bonds*: in a headline what the name right in front of the verb is doing.
fn headline_ing(scene: &Scene<'_, '_>, s: &Sentence, at: u32, before: &[Found]) -> Option<Implied> {
    let d = scene.document;
    // *Samsung building opens*: the verb stands behind
    // *bonds*, *costs*: a noun behind a preposition or a number
    let noun = |x: u32| d.has(x - 1, class::PREP) || d.is(x - 1, flag::NUMBER) || scene.ends_figure(x - 1);
    let verb = (s.start + 1..s.end).any(|x| x != at && is_verb_of_headline(scene, x) && !noun(x));
    let object = scene.str(at + 1);
    let follows = at + 1 < s.end && (d.is(at + 1, flag::WORD | flag::NUMBER) || object == "$");
    let named = scene.hits_in(s.start, at).any(|hit| hit.end == at);
    (named && follows && !verb && opens_with_name(scene, s, at, before)).then(|| Implied {
        group: VerbGroup {
            progressive: true,
            ..group(at, Tense::Present, false)
        },
        subject: (s.start, at),
    })
}

/// The headline starts with somebody's name, within few words in front of `end`, and has told nothing yet.
fn opens_with_name(scene: &Scene<'_, '_>, s: &Sentence, end: u32, before: &[Found]) -> bool {
    scene.document.is(s.start, flag::HEADLINE)
        && before.is_empty()
        && end > s.start
        && end - s.start <= FRONTED
        && scene.heads(s.start, end).iter().any(|hit| hit.kind != Kind::Other)
}

/// A word of a headline that can only be its verb.
fn is_verb_of_headline(scene: &Scene<'_, '_>, at: u32) -> bool {
    let d = scene.document;
    let info = d.info(at);
    let finite = info.form & (form::THIRD | form::PAST) != 0 && !scene.inside_name(at);
    finite && info.verb != 0 || d.has(at, class::AUX) || d.has(at, class::MODAL)
}

/// The token is the word, in capitals or not.
fn is(d: &Document<'_>, at: u32, word: &str) -> bool {
    d.str(at).eq_ignore_ascii_case(word)
}

/// *X became the first Indian to win*, *X is the only firm to have …*.
fn first_to(scene: &Scene<'_, '_>, s: &Sentence, at: u32) -> Option<Implied> {
    let d = scene.document;
    let from = at.saturating_sub(NEAR).max(s.start + 1);
    let first = (from..at - 1).rev().find(|x| {
        d.str(x - 1) == "the"
            && (d.has(*x, class::ORDINAL) || matches!(d.str(*x), "only" | "latest" | "last" | "youngest"))
    })?;
    let head = first.checked_sub(2).filter(|head| *head > s.start)?;
    let lemma = d.lexicon.lemma(d.token(head).word);
    let is = d.value(head, head + 1, class::AUX) == Some("be") || lemma != 0 && lemma == d.lexicon.word_of("become");
    let link = verbs::group(d, head, s.start).filter(|_| is)?;
    let told = !link.negated && !link.planned && matches!(link.tense, Tense::Past | Tense::Present);
    let subject = (scene.subject_start(s, link.outer), link.outer);
    (told && subject.0 < subject.1).then(|| Implied {
        group: group(at, Tense::Past, false),
        subject,
    })
}

/// The subject of the main clause behind the comma that ends the fronted one.
fn behind_comma(scene: &Scene<'_, '_>, s: &Sentence, at: u32) -> Option<(u32, u32)> {
    let d = scene.document;
    let comma = (at + 1..(at + FRONTED).min(s.end))
        .find(|x| d.str(*x) == "," && !scene.inside_name(*x) && !scene.inside_date(*x) && !scene.parts_places(*x))?;
    let verb = (comma + 2..(comma + FRONTED).min(s.end)).find(|x| {
        d.is(*x, flag::WORD) && d.info(*x).verb != 0 && verbs::group(d, *x, comma + 1).is_some()
            || d.has(*x, class::AUX)
            || d.has(*x, class::MODAL)
    })?;
    Some((comma + 1, verb))
}
