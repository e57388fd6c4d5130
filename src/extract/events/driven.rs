//! What somebody did or is going to do because of something else, told by an infinitive: *forced Kelvar to halt production*, *had no choice but
//! to close*, *used the fair to unveil a chip*, *gave Kelvar the green light to buy Lumeno*.

use crate::lexicon::format::form;
use crate::lexicon::{class, list};
use crate::record::EventKind;
use crate::resolve::names::Kind;
use crate::text::{Sentence, flag};

use super::clause::Scene;
use super::find::Found;
use super::implied::{Implied, NEAR, group};
use super::tables as t;
use super::verbs::{self, Tense, VerbGroup};

/// *The quake forced Kelvar to halt production*, *…, prompting the firm to recall the phone*: it did.
pub(super) fn driven(scene: &Scene<'_, '_>, s: &Sentence, at: u32, before: &[Found]) -> Option<Implied> {
    let d = scene.document;
    let to = at - 1;
    let plain = |x: &u32| d.is(*x, flag::WORD | flag::NUMBER) && (!d.has(*x, class::PREP) || d.str(*x) == "of");
    let from = to.saturating_sub(NEAR).max(s.start + 1);
    let verb = (from..to.checked_sub(1)?)
        .rev()
        .take_while(|x| plain(x) || d.is(*x, flag::GLUED))
        .find(|x| d.is_on(*x, list::DRIVES))?;
    let happened = if d.info(verb).form & form::GERUND != 0 {
        // *, forcing*: as what was told in front
        let planned = |last: &Found| last.group.planned || last.group.tense == Tense::Future;
        let modal = (s.start..verb).any(|x| d.has(x, class::MODAL) && !d.has(x, class::MONTH));
        d.str(verb - 1) == "," && !modal && !before.last().is_some_and(planned)
    } else {
        let told = verbs::group(d, verb, s.start)?;
        let now = told.tense == Tense::Present && d.is(verb, flag::HEADLINE);
        !told.negated && !told.planned && !told.passive && (told.tense == Tense::Past || now)
    };
    // *led a fight to block the plant*
    let somebody = scene.groups(verb + 1, to) & SOMEBODY != 0 || d.has(to - 1, class::PRON);
    (happened && somebody).then(|| Implied {
        group: group(at, Tense::Past, false),
        subject: (verb + 1, to),
    })
}

/// *The results were poor, sending Kelvar shares down 5 percent*: what the sentence tells in front of the comma moves a price.
pub(super) fn sending(scene: &Scene<'_, '_>, s: &Sentence, at: u32) -> Option<Implied> {
    let d = scene.document;
    if !d.is_on(at, list::SENDING) {
        return None;
    }
    let price = scene.noun_groups(at + 1, s.end.min(at + 1 + NEAR)) & const { t::group("stock") } != 0;
    let happened = (s.start..at).all(|x| !d.has(x, class::MODAL) || d.has(x, class::MONTH));
    (price && happened).then(|| Implied {
        group: group(at, Tense::Past, false),
        subject: (s.start, at - 1),
    })
}

/// *Steel stocks outperformed, rising 2 percent*, *Growth was slow, ticking up to 2 percent*: the subject of the verb in front has moved.
pub(super) fn rising(scene: &Scene<'_, '_>, s: &Sentence, at: u32) -> Option<Implied> {
    /// Tokens from the verb to its figure, and from the verb in front to the comma.
    const FIGURE: u32 = 4;
    const FAR: u32 = 12;
    const MOVED: t::Groups = t::group("stock") | t::group("metric") | t::ORGANISATION;
    let d = scene.document;
    let near = scene.figures_in(at + 1, s.end.min(at + 1 + FIGURE)).next().is_some();
    let reports = d.is_on(at, list::REPORTING);
    if !near || !reports && !d.has(at, class::CHANGE) {
        return None;
    }
    let plain = |x: &u32| d.info(*x).verb != 0 && !d.is(*x, flag::CAPITAL);
    let main = (at.saturating_sub(FAR).max(s.start + 1)..at - 1)
        .rev()
        .take_while(|x| !d.is(*x, flag::MARK))
        .filter(plain)
        .find_map(|x| verbs::group(d, x, s.start))?;
    let told =
        !main.negated && !main.planned && !main.passive && !matches!(main.tense, Tense::Future | Tense::Conditional);
    let subject = (scene.subject_start(s, main.outer), main.outer);
    (told && (reports || scene.groups(subject.0, subject.1) & MOVED != 0)).then(|| Implied {
        group: group(at, Tense::Past, false),
        subject,
    })
}

/// *Kelvar had no choice but to shut a line*, *left the firm no option but to close*: it did.
pub(super) fn without_choice(scene: &Scene<'_, '_>, s: &Sentence, at: u32) -> Option<Implied> {
    let d = scene.document;
    let choice = at.checked_sub(3).filter(|choice| *choice > s.start + 2)?;
    let choiceless = matches!(d.str(choice), "choice" | "option" | "alternative") && d.str(choice + 1) == "but";
    if !choiceless || !matches!(d.str(choice - 1), "no" | "little") {
        return None;
    }
    let from = choice.saturating_sub(NEAR).max(s.start + 1);
    let verb = (from..choice)
        .rev()
        .find(|x| matches!(d.str(*x), "had" | "left" | "leaving"))?;
    let (had, with) = (d.str(verb) == "had", u32::from(d.str(choice - 2) == "with"));
    let subject = if had {
        (scene.subject_start(s, verb), verb)
    } else {
        (verb + 1, choice - 1 - with)
    };
    (subject.0 < subject.1).then(|| Implied {
        group: group(at, Tense::Past, false),
        subject,
    })
}

/// Groups of those who can be made to do something.
const SOMEBODY: t::Groups = t::ORGANISATION
    | t::PLACE
    | t::PERSON
    | t::group("company")
    | t::group("crowd")
    | t::group("plant")
    | t::group("ruler")
    | t::group("speaker");

/// *gave Kelvar the green light to buy Lumeno*, *Kelvar won approval to build a plant*: it is going to.
pub(super) fn allowed(scene: &Scene<'_, '_>, s: &Sentence, at: u32) -> Option<Implied> {
    const LEAVE: t::Groups = t::group("licence");
    let d = scene.document;
    let to = at - 1;
    // *the green light on Wednesday to buy*
    let date = scene.date_from(to).checked_sub(1).map(|date| &scene.dates[date]);
    let date = date.filter(|date| date.end == to && date.start > s.start + 1);
    let behind = date.map_or(to, |date| date.start - u32::from(d.has(date.start - 1, class::PREP)));
    // *permission from the ministry to build*
    let last = behind.checked_sub(1).filter(|last| *last > s.start + 2)?;
    let giver = (last.saturating_sub(NEAR).max(s.start + 3)..last)
        .rev()
        .find(|x| d.str(*x) == "from");
    let leave = |noun: u32| {
        scene.noun_groups(noun - 1, noun + 1) & LEAVE != 0 || scene.noun_groups(noun, noun + 1) & LEAVE != 0
    };
    let noun = [Some(last), giver.map(|from| from - 1)]
        .into_iter()
        .flatten()
        .find(|noun| leave(*noun))?;
    let from = noun.saturating_sub(NEAR).max(s.start + 1);
    let told =
        |x: u32| verbs::group(d, x, s.start).filter(|g| !g.negated && !g.planned && g.tense != Tense::Conditional);
    let verb = (from..noun)
        .rev()
        .find(|x| d.is_on(*x, list::PERMITS) || d.is_on(*x, list::PERMITTED))?;
    let group_of_verb = told(verb)?;
    let subject = if d.is_on(verb, list::PERMITS) && !group_of_verb.passive {
        let hit = scene.hits_in(verb + 1, noun).next()?;
        (hit.start, hit.end)
    } else {
        (scene.subject_start(s, group_of_verb.outer), group_of_verb.outer)
    };
    (subject.0 < subject.1).then(|| Implied {
        group: VerbGroup {
            planned: true,
            ..group(at, Tense::Future, false)
        },
        subject,
    })
}

/// *used the fair to unveil a chip*, *took the opportunity to announce a plant*: on which occasion it was done.
pub(super) fn used(scene: &Scene<'_, '_>, s: &Sentence, at: u32) -> Option<Implied> {
    const OCCASIONS: t::Groups =
        t::group("meeting") | t::group("talks") | t::group("visit") | t::group("scene") | t::group("speech");
    let d = scene.document;
    let to = at - 1;
    let plain = |x: &u32| d.is(*x, flag::WORD | flag::NUMBER | flag::GLUED) && d.str(*x) != "to";
    let from = to.saturating_sub(NEAR).max(s.start + 1);
    let verb = (from..to.checked_sub(1)?)
        .rev()
        .take_while(plain)
        .find(|x| d.is_on(*x, list::USED))?;
    let named = scene.hits_in(verb + 1, to).any(|hit| hit.kind == Kind::Other);
    let occasion = (verb + 1..to).any(|x| d.is_on(x, list::CHANCE));
    let met = !matches!(d.str(verb), "took" | "takes") && (named || scene.noun_groups(verb + 1, to) & OCCASIONS != 0);
    let told = verbs::group(d, verb, s.start).filter(|g| !g.negated && !g.planned && !g.passive)?;
    let now = told.tense == Tense::Present && d.is(verb, flag::HEADLINE);
    let subject = (scene.subject_start(s, told.outer), told.outer);
    // *is using the fair to present*
    let now = now || told.progressive && told.tense == Tense::Present;
    let done = (occasion || met) && (told.tense == Tense::Past || now) && subject.0 < subject.1;
    done.then(|| Implied {
        group: group(at, Tense::Past, false),
        subject,
    })
}

/// *spent $3 billion buying Lumeno*, *paid $3 billion to acquire it*: what the money went for has happened with it. `behind`: where
/// the money must end.
pub(super) fn bought(scene: &Scene<'_, '_>, at: u32, behind: u32, before: &[Found]) -> Option<Implied> {
    let last = before.last().filter(|last| {
        last.item.kind == EventKind::Investment
            && last.group.tense == Tense::Past
            && !last.group.planned
            && last.subject.0 < last.subject.1
    })?;
    let money = scene
        .figure_ending(behind)
        .filter(|from| *from == last.group.head + 1)?;
    let mut rows = Vec::new();
    super::rows::rows(scene, at, &mut rows);
    // *spent $3 billion to raise output*, *to build a stake*
    let tells = |kind| rows.iter().any(|row| t::VERBS[row.0 as usize].kind == kind);
    let other = tells(EventKind::Production) || tells(EventKind::Construction) || tells(EventKind::Result);
    (money < at && tells(EventKind::Acquisition) && !other).then_some(Implied {
        group: group(at, Tense::Past, false),
        subject: last.subject,
    })
}

/// *Kelvar, acquired by Lumeno in 2015, makes chips*: what somebody did to the body in front of the comma.
pub(super) fn apposed(scene: &Scene<'_, '_>, s: &Sentence, at: u32) -> Option<Implied> {
    /// Tokens of the longest name of a body.
    const LONGEST: u32 = 16;
    const TOLD: [EventKind; 3] = [EventKind::Acquisition, EventKind::Founding, EventKind::Legal];
    let comma = at - 1;
    let bodies = scene.entities_in(comma.saturating_sub(LONGEST).max(s.start), comma);
    let last = bodies.into_iter().next_back();
    let body = last.filter(|hit| hit.end == comma && hit.kind == Kind::Organisation)?;
    let mut rows = Vec::new();
    super::rows::rows(scene, at, &mut rows);
    let kind = |row: &(u32, u32)| t::VERBS[row.0 as usize].kind;
    // *Kelvar, backed by Lumeno*: what it is
    let lasting = rows.iter().any(|row| kind(row) == EventKind::Investment);
    let told = !lasting && rows.iter().any(|row| TOLD.contains(&kind(row)));
    told.then_some(Implied {
        group: group(at, Tense::Past, true),
        subject: (body.start, comma),
    })
}
