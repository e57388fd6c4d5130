//! Whether a clause gives a row what it asks for, and which of the rows of a verb asks for most.

use crate::lexicon::class;
use crate::lexicon::format::form;
use crate::lexicon::format::pos;
use crate::record::{EventKind, ParticipantRole, Status};
use crate::resolve::names::Kind;
use crate::text::{Sentence, flag};

use super::alike::is_another_thing;
use super::clause::Scene;
use super::find::behind_name;
use super::subject::is_inverted;
use super::trigger::{SITE, behind_date, head_groups, is_have, is_particle, kind_group, kinds};
use super::verbs::{Tense, VerbGroup};
use super::{VerbRule, tables as t};

/// Groups of what *it* can be where it is built, set up, made or held.
const MADE: t::Groups = t::group("plant")
    | t::group("body")
    | t::group("goods")
    | t::group("production")
    | t::group("series_production")
    | t::group("meeting")
    | t::group("capacity");

/// Rows whose sum must stand right behind the verb.
const NEAR_SUM: [&str; 5] = [
    t::rule("event.result.make"),
    t::rule("event.result.earned"),
    t::rule("event.result.brings"),
    t::rule("event.investment.lend"),
    t::rule("event.market.money"),
];

/// Rows whose own words say how a price moved.
const PRICE_TOLD: [&str; 2] = [t::rule("event.market.flat"), t::rule("event.market.knock")];

/// What results are told of.
const METRIC: t::Groups = t::group("metric");

/// Kinds of entities.
pub(super) const ENTITIES: t::Groups = t::PERSON | t::ORGANISATION | t::PLACE;

/// Groups that a row can be given by no single word, and so by any sentence.
const UNTOLD: t::Groups = t::NAME | t::QUOTE | t::AS | t::FRONT | t::SCORE;

/// Groups that a subject may have though no noun of the sentence is of them: kinds of whoever is meant by a pronoun, what *it*
/// is, and what several subjects, those who speak and names that take place are.
const UNTOLD_SUBJECT: t::Groups =
    ENTITIES | SITE | t::group("sides") | t::group("speaker") | t::group("meeting") | t::NAME;

/// All groups of nouns and kinds of entities and figures that a sentence has for the rows of its verbs, wherever they stand,
/// and with them those groups that no single word tells.
#[derive(Debug, Default)]
pub(super) struct Offered {
    pub(super) all: t::Groups,
    /// The nouns, and the last tokens of entities and figures, each with its groups and kinds.
    parts: Vec<(u32, t::Groups)>,
}

impl Offered {
    /// Reads the sentence, using the buffer again.
    pub(super) fn read(&mut self, scene: &Scene<'_, '_>, s: &Sentence) {
        let d = scene.document;
        self.parts.clear();
        // the noun of a participle may stand behind the comma in front
        let start = s.start.saturating_sub(2);
        for hit in scene.hits_in(start, s.end) {
            self.parts.push((hit.end - 1, kind_group(hit.kind)));
        }
        for figure in scene.figures_in(start, s.end) {
            self.parts
                .push((scene.figures[figure].end - 1, scene.figure_group(figure)));
        }
        for (at, token) in (start..).zip(&d.tokens()[start as usize..s.end as usize]) {
            if !token.is(flag::GROUPED) {
                continue;
            }
            // *toured the city*
            if d.value(at, at + 1, class::DEFINITE) == Some("place") {
                self.parts.push((at, t::PLACE));
            }
            // a phrase may be cut, so that its first word counts by itself too
            self.parts.push((at, scene.noun_groups(at, at + 1)));
            if let Some(p) = d.phrase(at) {
                self.parts.push((p.end - 1, scene.noun_groups(at, p.end)));
            }
        }
        self.all = self.parts.iter().fold(UNTOLD, |bits, (_, own)| bits | own);
    }

    /// What stands behind the token.
    pub(super) fn behind(&self, at: u32) -> t::Groups {
        let behind = self.parts.iter().filter(|(last, _)| *last > at);
        behind.fold(UNTOLD, |bits, (_, own)| bits | own)
    }
}

/// Rows that cannot fit are passed over. Builds for tests look at all of them and so hold [`may_fit`] against what the rows
/// that do fit have asked for.
pub(super) const SKIPS: bool = !cfg!(debug_assertions);

/// Whether a sentence that offers so much may give the rule what it asks for. Most cannot, and this is told without a look
/// at what stands where.
pub(super) fn may_fit(rule: &VerbRule, offered: t::Groups) -> bool {
    let it = offered & t::PRONOUN != 0 && rule.object & MADE != 0;
    let met = rule.kind == EventKind::Meeting && rule.roles[0] == Some(ParticipantRole::Participant);
    let object = rule.object == 0 || rule.object & offered != 0 || it || met;
    object && (rule.with == 0 || rule.with & offered != 0)
}

/// [`may_fit`] of an active verb, of which is known what stands [behind](Offered::behind) it and in the whole sentence, and what
/// it is a participle of if it is one.
pub(super) fn may_fit_active(rule: &VerbRule, (offered, behind, reduced): (t::Groups, t::Groups, t::Groups)) -> bool {
    let subject = rule.subject == 0 || rule.subject & (offered | UNTOLD_SUBJECT) != 0;
    subject && may_fit(rule, behind) || rule.with == 0 && rule.object & reduced != 0
}

/// What stands behind a verb, looked at once for all its rows.
pub(super) struct Object {
    pub(super) start: u32,
    pub(super) clause_end: u32,
    /// Where its first noun phrase ends.
    pub(super) stop: u32,
    /// Groups of its nouns, kinds of its entities, and whether figures stand anywhere in the clause.
    pub(super) bits: t::Groups,
    /// Kinds of the figures in the first noun phrase.
    pub(super) near: t::Groups,
}

impl Object {
    fn new(scene: &Scene<'_, '_>, s: &Sentence, start: u32) -> Self {
        /// Tokens between a verb and the quotation that is its object's name: *called the step “unjustified”*.
        const NEAR: u32 = 8;
        let clause_end = behind_name(scene, s, scene.clause_end(s, start));
        let from = behind_date(scene, start).min(clause_end);
        let (mut bits, stop) = head_groups(scene, from, clause_end);
        // *a 3.1 % rise in sales* is a metric as sales are
        if stop > from && scene.document.has(stop - 1, class::CHANGE) {
            if matches!(scene.str(stop), "in" | "of") {
                bits |= head_groups(scene, stop + 1, clause_end).0;
            }
            if stop > from + 1 {
                // *an 11 % revenue increase*
                bits |= scene.groups(stop - 2, stop - 1) & const { t::group("metric") };
            }
        }
        // *unveiled the Galaxy Note 8 on Friday*, *last August*
        let dated = scene.dates_in(from, stop).next().map_or(stop, |i| scene.dates[i].start);
        if scene.is_named(from, dated) {
            bits |= t::NAME;
        }
        bits |= kinds(&scene.heads(from, stop));
        if is_place_again(scene, from, stop) {
            bits |= t::PLACE;
        }
        bits |= scene.figure_groups(start, clause_end);
        let preposition = scene.document.has(start, class::PREP);
        if !preposition && (start..clause_end.min(start + NEAR)).any(|at| matches!(scene.str(at), "“" | "\"")) {
            bits |= t::QUOTE;
        }
        Self {
            start,
            clause_end,
            stop,
            bits,
            near: scene.figure_groups(start, stop),
        }
    }
}

/// *toured the city*, *visited the development zone*: a place named before.
fn is_place_again(scene: &Scene<'_, '_>, from: u32, stop: u32) -> bool {
    /// Tokens of the noun phrase.
    const LONGEST: u32 = 5;
    let d = scene.document;
    let noun = stop.wrapping_sub(1);
    stop > from + 1
        && stop <= from + LONGEST
        && matches!(d.str(from), "the" | "this")
        && d.value(noun, stop, class::DEFINITE) == Some("place")
}

/// *called Wuxi a pearl*, *called it the best of years*: a noun phrase right behind another.
fn is_called(scene: &Scene<'_, '_>, start: u32, end: u32) -> bool {
    /// Tokens of the first.
    const NEAR: u32 = 8;
    let d = scene.document;
    let inner = |at: &u32| d.is(*at, flag::WORD | flag::NUMBER) && !d.has(*at, class::PREP) && !d.has(*at, class::CONJ);
    let mut phrase = (start + 1..end.min(start + NEAR)).take_while(inner);
    let second = phrase.find(|at| matches!(d.str(*at), "a" | "an" | "the") && !d.has(at - 1, class::DET));
    second.is_some() && inner(&start)
}

/// Rows whose passive keeps its object behind the verb: *was granted 3 million yuan*.
const GIVEN: [&str; 4] = [
    t::rule("event.investment.spend"),
    t::rule("event.research.patents"),
    t::rule("event.research.patent"),
    t::rule("event.agreement.awarded"),
];

/// Whether the subject alone rules the row out: it is not what the rule asks for, or the rule knows no passive.
fn lacks_subject(rule: &VerbRule, group: &VerbGroup, subject_bits: t::Groups) -> bool {
    if group.passive {
        rule.kind == EventKind::Market
    } else {
        rule.subject != 0 && subject_bits & rule.subject == 0
    }
}

/// Whether the clause gives the rule what it asks for, of one that does not [lack its subject](lacks_subject); the larger, the
/// more it asked.
fn fits(
    scene: &Scene<'_, '_>,
    s: &Sentence,
    rule: &VerbRule,
    group: &VerbGroup,
    object: &Object,
    subject_bits: t::Groups,
) -> Option<u32> {
    let d = scene.document;
    let (end, clause_end) = (object.start, object.clause_end);
    let mut weight = 1;
    if !group.passive && is_another_thing(scene, s, rule, group, object, subject_bits) {
        return None;
    }
    // *launched a plan to double the output*: an aim
    let aim = || {
        group.outer > s.start && matches!(d.str(group.outer), "plan" | "plans") && d.has(group.outer - 1, class::DET)
    };
    if rule.kind == EventKind::Result && group.planned && aim() {
        return None;
    }
    // *The stock faltered and lost a quarter of its value*: nobody's loss
    let price = subject_bits & const { t::group("stock") } != 0;
    if price && rule.id == const { t::rule("event.result.make") } {
        return None;
    }
    // *Kelvar loss fell $3 million*: no share
    if rule.kind == EventKind::Market && rule.subject == t::ORGANISATION && subject_bits & METRIC != 0 {
        return None;
    }
    if group.passive {
        // *is expected to be*: the verb behind tells it
        let governs = d.get(end).is_some_and(|x| x.is(flag::WORD)) && d.str(end) == "to";
        let plans = rule.kind == EventKind::Result || rule.status == Some(Status::Planned);
        if plans && governs {
            return None;
        }
        // *is being investigated by the authority*: no visit
        if rule.kind == EventKind::Visit && d.str(group.head).starts_with("investigat") {
            return None;
        }
        // *The driver was struck*: hit; *was placed on the list* is told by the row of what is put on it
        const ACTIVE: [&str; 6] = [
            t::rule("event.legal.due"),
            t::rule("event.acquisition.paid"),
            t::rule("event.acquisition.offered"),
            t::rule("event.labour.strike"),
            t::rule("event.restriction.places"),
            t::rule("event.restriction.includes"),
        ];
        if ACTIVE.contains(&rule.id) {
            return None;
        }
        // *Contracts worth 3 billion yuan were secured*: no money is raised
        let contracts = subject_bits & const { t::group("contract") | t::group("paper") } != 0;
        if contracts && rule.id == const { t::rule("event.investment.raise") } {
            return None;
        }
        let said = rule.object & !(t::QUOTE | t::AS | t::FRONT | t::FIGURE) == 0;
        // *a matter addressed in a paper*
        let addressed = rule.id == const { t::rule("event.statement.address") };
        if rule.kind == EventKind::Statement && (said || addressed) {
            return None;
        }
        // *The network is developed*: what it is like
        if rule.kind == EventKind::Research && group.tense == Tense::Present && !group.progressive {
            return None;
        }
        if rule.with != 0 {
            if (subject_bits | behind(scene, rule, end, clause_end)) & rule.with == 0 {
                return None;
            }
            weight += 1;
        }
        // *the congress was opened*: the noun that is asked for; whom it asks for stands behind *by*
        let actors = t::PERSON | t::ORGANISATION | t::PLACE;
        let by = || {
            let by = (end..clause_end).find(|x| d.str(*x) == "by");
            // *was hit by a fire*
            let harm = matches!(rule.kind, EventKind::Disaster | EventKind::Conflict);
            let told = |by| harm && head_groups(scene, by + 1, clause_end).0 & rule.subject & !actors != 0;
            by.is_some_and(|by| rule.roles[1].is_some() || told(by))
        };
        if rule.object == 0 && rule.subject != 0 && subject_bits & rule.subject & !actors == 0 && !by() {
            return None;
        }
        if rule.object != 0 {
            let (after, _) = head_groups(
                scene,
                end + u32::from(d.get(end).is_some() && d.str(end) == "as"),
                clause_end,
            );
            // *was named chief executive*, *was put into operation*: the object stands behind all the same
            let given = matches!(
                rule.kind,
                EventKind::Award | EventKind::Appointment | EventKind::Legal | EventKind::Election
            ) || GIVEN.contains(&rule.id);
            let behind = given || end > group.head + 1;
            // *was listed on the Shanghai Stock Exchange*
            let named = || {
                let phrase = end > group.head + 1 && d.has(end - 1, class::PREP);
                let subject = rule.subject == 0 || subject_bits & rule.subject != 0;
                phrase && subject && kinds(&scene.heads(end, clause_end)) & rule.object != 0
            };
            let complement = behind && (after & rule.object != 0 || named());
            // *it was built in 2020*
            let it = subject_bits & t::PRONOUN != 0
                && match rule.kind {
                    EventKind::Construction | EventKind::Founding | EventKind::Production => true,
                    // who is held or hosted is another matter
                    EventKind::Meeting => {
                        group.outer > s.start && scene.str(group.outer - 1).eq_ignore_ascii_case("it")
                    }
                    _ => false,
                }
                && rule.with == 0
                && rule.object & MADE != 0;
            // *was declared president*, but not *the president was declared guilty*
            let post = rule.id == const { t::rule("event.election.declared") };
            if post && (after & rule.object == 0 || d.has(end, class::PREP)) {
                return None;
            }
            if subject_bits & rule.object == 0 && !complement && !it {
                return None;
            }
            weight += 2;
        }
        return Some(weight);
    }
    if rule.subject != 0 {
        weight += 1;
    }
    if rule.object != 0 {
        // *raised its target to $105*: the sum is not what was raised
        let money = if rule.kind == EventKind::Investment {
            t::MONEY & !object.near
        } else {
            0
        };
        // *made contributions worth $5 million*: the sum is not what was earned
        let made = if NEAR_SUM.contains(&rule.id) && object.bits & METRIC == 0 {
            (t::FIGURE | t::MONEY) & !object.near
        } else {
            0
        };
        let mut bits = object.bits & !money & !made;
        // *described the move as regrettable*, not *the time described in the text*
        if rule.object & t::AS != 0 && (end..clause_end).any(|at| d.str(at) == "as") {
            bits |= t::AS;
        }
        // *called Wuxi a pearl*
        let call = rule.id == const { t::rule("event.statement.call") };
        if call && bits & t::QUOTE == 0 && is_called(scene, end, clause_end) {
            bits |= t::QUOTE;
        }
        let front = || stands_behind(scene, s, group, end, clause_end) || is_inverted(scene, s, group, group.head);
        if rule.object & t::FRONT != 0 && front() {
            bits |= t::FRONT;
        }
        let empty = object.stop == end
            && rule.kind == EventKind::Meeting
            && rule.roles[0] == Some(ParticipantRole::Participant);
        if bits & rule.object == 0 && !empty {
            return None;
        }
        weight += 2;
    }
    if rule.with != 0 {
        if behind(scene, rule, end, clause_end) & rule.with == 0 {
            return None;
        }
        weight += 1;
    }
    // *announced plans to build a plant*: the plant is told, and a body's plan is no policy
    if rule.kind == EventKind::Policy && subject_bits & t::ORGANISATION != 0 && plans_to(scene, object) {
        // *The ministry unveiled a plan to support chips*: its policy all the same
        let rules = subject_bits & const { t::group("ruler") | t::group("assembly") } != 0;
        if !rules || scene.str(object.stop - 1) == "plans" {
            return None;
        }
    }
    // *announced an order for 175 jets*: bought, not decreed
    if rule.kind == EventKind::Policy && subject_bits & t::ORGANISATION != 0 && is_purchase(scene, object) {
        return None;
    }
    // *applied for a licence*: nothing is imposed
    if rule.kind == EventKind::Restriction && scene.str(end) == "for" {
        return None;
    }
    // *announced on its website that …*
    let told_on = d.has(end, class::PREP) && behind_date(scene, end) == end;
    if told_on && rule.id == const { t::rule("event.launch.announced") } {
        return None;
    }
    // *making him the longest-serving*
    let him = d.has(end, class::PRON) && !d.has(end, class::DET);
    if him && rule.id == const { t::rule("event.result.make") } {
        return None;
    }
    // *introduced the products to the mayor*: told about them
    let shown = rule.kind == EventKind::Launch && subject_bits & t::PERSON != 0;
    if shown && d.str(group.head).starts_with("introduc") && (end..clause_end).any(|x| d.str(x) == "to") {
        return None;
    }
    // *those accused of theft*
    if rule.kind == EventKind::Statement && rule.roles[1].is_some() && scene.str(end) == "of" {
        return None;
    }
    // *announced no deal*, but *signed no fewer than 30 contracts*
    let least = matches!(scene.str(end + 1), "fewer" | "less" | "more");
    if rule.object != 0 && rule.kind != EventKind::Statement && scene.str(end) == "no" && !least {
        return None;
    }
    // *puts the loss at 3 million*
    if rule.kind == EventKind::Investment && scene.str(end) == "at" {
        return None;
    }
    // *recognises that*, *announced that a plant …*: no object but a clause
    if rule.kind != EventKind::Statement && rule.object != 0 && scene.str(end) == "that" {
        return None;
    }
    // *Vega produces chips*: what it does, not what it did
    let usual = rule.kind == EventKind::Production && rule.object & const { t::group("goods") } != 0;
    if usual
        && group.tense == Tense::Present
        && !group.progressive
        && !d.is(group.head, flag::HEADLINE)
        && object.bits & t::FIGURE == 0
    {
        return None;
    }
    // *designs chips*: what it does day by day
    let habit = rule.kind == EventKind::Research;
    if habit && group.tense == Tense::Present && !group.progressive && !d.is(group.head, flag::HEADLINE) {
        return None;
    }
    // *orders are two of the measures*: no sum
    let is_be = rule.kind == EventKind::Result && group.tense == Tense::Present && d.has(group.head, class::AUX);
    let near = (end + 6).min(clause_end);
    let is_be = is_be && end == group.head + 1;
    if is_be && !is_have(d, group.head) && scene.figure_groups(end, near) & (t::MONEY | t::PERCENT) == 0 {
        return None;
    }
    // *Single investments are limited to 5 million yuan*
    if rule.kind == EventKind::Investment && d.has(group.head, class::AUX) && d.info(end).form & form::PARTICIPLE != 0 {
        return None;
    }
    // *was unchanged*, *took a tumble*: the words tell of the price
    let price_told = group.tense == Tense::Past && !group.is_perfect(d) && PRICE_TOLD.contains(&rule.id);
    let results = || object.bits & rule.object & const { t::group("results") | t::group("forecast") } != 0;
    if matches!(rule.kind, EventKind::Result | EventKind::Market)
        && !results()
        && !price_told
        && (rule.object == 0 || group.tense != Tense::Past || is_have(d, group.head))
    {
        // growth without a figure is talk, unless it is told of a day or a month
        let bits = scene.groups(end, s.end);
        // *nearly doubled*: the figure starts before the verb
        let near = group.start.saturating_sub(2).max(s.start);
        let told = || {
            let dated = |from, to| scene.dates_in(from, to).any(|i| scene.dates[i].is_near());
            let planned = group.planned || group.tense == Tense::Future || rule.status == Some(Status::Planned);
            let past = group.tense == Tense::Past && !group.is_perfect(d) && rule.object == 0;
            planned && dated(end, clause_end) || past && dated(s.start, s.end)
        };
        if bits & t::FIGURE == 0
            && scene.figures_in(near, end + 1).next().is_none()
            && !told()
            && !(rule.kind == EventKind::Market && has_moved(scene, s, end, group, subject_bits))
        {
            return None;
        }
    }
    Some(weight)
}

/// Groups, kinds and scores that stand anywhere behind the verb, for a row that asks for one of them.
fn behind(scene: &Scene<'_, '_>, rule: &VerbRule, start: u32, end: u32) -> t::Groups {
    let d = scene.document;
    let number = |at: u32| d.is(at, flag::NUMBER) && d.token(at).len <= 3 && !d.str(at).contains(['.', ',']);
    let dash = |at: u32| matches!(d.str(at), "-" | "–") && d.is(at, flag::GLUED);
    // *drew 2-3 million visitors*, *a 9-11 memorial*, *20-22 June*: no score
    let counts = |at: u32| {
        at < end
            && d.is(at, flag::WORD)
            && !d.has(at, class::PREP)
            && !d.has(at, class::CONJ)
            && (!d.is(at, flag::CAPITAL) || d.has(at, class::MONTH))
            && d.info(at).pos & pos::ADVERB == 0
    };
    let score = |at: u32| {
        dash(at)
            && number(at - 1)
            && number(at + 1)
            && !d.is(at - 2, flag::MARK)
            && !counts(at + 2)
            && !scene.inside_figure(at)
            && !scene.inside_date(at)
    };
    // *Drew Fleming 13-1*: a name
    let asks = rule.with & t::SCORE != 0 && end > start + 2 && !d.is(start - 1, flag::CAPITAL);
    let scored = asks && (start + 1..end - 1).any(score);
    let noted = rule.with & t::AS != 0 && (start + 1..end).any(|at| d.str(at) == "as");
    scene.groups(start, end) | if scored { t::SCORE } else { 0 } | if noted { t::AS } else { 0 }
}

/// *Shares in Intel plunged*, *The stock closed lower*: a price moved, in the past or in a headline.
fn has_moved(scene: &Scene<'_, '_>, s: &Sentence, end: u32, group: &VerbGroup, subject_bits: t::Groups) -> bool {
    /// Tokens of the subject that may name a company.
    const SUBJECT: u32 = 8;
    let d = scene.document;
    let past = group.tense == Tense::Past && !group.progressive && !group.is_perfect(d);
    // *Kelvar shares are trading higher*: those of a company
    let near = group.start.saturating_sub(SUBJECT).max(s.start);
    let company = || {
        scene
            .hits_in(near, group.start)
            .any(|hit| hit.kind == Kind::Organisation)
    };
    let now = group.tense == Tense::Present && group.progressive && company();
    let told = past || now || d.is(group.head, flag::HEADLINE);
    let price = subject_bits & const { t::group("stock") } != 0;
    // *The exchange opened*, *The dollar traded*: nothing moved
    let moves =
        || d.has(group.head, class::CHANGE) || scene.noun_groups(end, end + 1) & const { t::group("moving") } != 0;
    told && price && moves()
}

/// *announced plans to build*: the object is plans, with what is planned behind.
fn plans_to(scene: &Scene<'_, '_>, object: &Object) -> bool {
    let noun = object.stop.checked_sub(1).filter(|n| *n >= object.start);
    scene.str(object.stop) == "to" && noun.is_some_and(|n| matches!(scene.str(n), "plan" | "plans"))
}

/// *an order for 175 jets*: the object is an order, with what is ordered behind.
fn is_purchase(scene: &Scene<'_, '_>, object: &Object) -> bool {
    let noun = object.stop.checked_sub(1).filter(|n| *n >= object.start);
    scene.str(object.stop) == "for" && noun.is_some_and(|n| matches!(scene.str(n), "order" | "orders"))
}

/// *Output rose 5 %, the company announced on Monday*, *“It is good,” he added*: what is said stands in front of the
/// subject, and nothing but a circumstance behind the verb.
fn stands_behind(scene: &Scene<'_, '_>, s: &Sentence, group: &VerbGroup, end: u32, clause_end: u32) -> bool {
    /// Tokens of a circumstance (*on Monday in a filing to the exchange*).
    const LONGEST: u32 = 10;
    /// Tokens of the subject of what is said.
    const NOUN: u32 = 5;
    let d = scene.document;
    let from = scene.subject_start(s, group.outer);
    // *“…,” added Li*
    let open = if from == group.outer { group.outer } else { from };
    let pronoun = group.outer > s.start && d.has(group.outer - 1, class::PRON) && !d.has(group.outer - 1, class::DET);
    let inverted = group.outer > s.start && matches!(d.str(group.outer - 1), "”" | "“" | "\"" | "’" | "'");
    let open = match (pronoun, inverted) {
        (true, _) => group.outer - 1,
        (_, true) => group.outer,
        _ => open,
    };
    // *he added: “…”*
    if scene.str(end) == ":" {
        return true;
    }
    // *Luo added the society would help*
    let clause = |x: u32| d.has(x, class::MODAL) || d.value(x, x + 1, class::AUX).is_some();
    let names = |x: u32| {
        d.is(x, flag::WORD)
            && !matches!(d.str(x), "that" | "which" | "who" | "whom")
            && !d.has(x, class::SAYVERB)
            && !d.has(x, class::PREP)
            && !d.has(x, class::CONJ)
            && !clause(x)
    };
    let first = d.get(end).is_some() && (d.has(end, class::DET) || d.has(end, class::PRON) || d.is(end, flag::CAPITAL));
    let noun = (end..clause_end.min(end + NOUN)).take_while(|x| names(*x)).count() as u32;
    if first && noun > 0 && clause(end + noun) && !d.has(group.head, class::CHANGE) {
        return true;
    }
    if open < s.start + 2 || !matches!(d.str(open - 1), "," | "”" | "“" | "\"" | "’" | "'") {
        return false;
    }
    let quoted = d.str(open - 1) != "," || matches!(d.str(open - 2), "”" | "\"");
    let alone = end >= clause_end
        || d.has(end, class::PREP)
        || d.is(end, flag::MARK)
        || behind_date(scene, end) > end
        || d.has(end, class::WEEKDAY);
    let opens = d.has(s.start, class::PREP) || d.has(s.start, class::SUBORD);
    // *fees, she added, would rise*
    let inserted = d.str(open - 1) == "," && scene.str(end) == ",";
    quoted
        || inserted
        || alone && clause_end <= end + LONGEST && (pronoun || !opens) && scene.has_verb(s.start, open - 1)
}

/// Of the rows of the verb, each with the token behind its words, the one that asks for most and gets it: the row, the
/// token, and whether the verb is a participle behind its noun, whose groups are `reduced`. `offered` is what the sentence
/// [offers](offered).
pub(super) fn best_row(
    scene: &Scene<'_, '_>,
    s: &Sentence,
    rows: &[(u32, u32)],
    group: &VerbGroup,
    (subject_bits, reduced, offered): (t::Groups, t::Groups, t::Groups),
) -> Option<(u32, u32, bool)> {
    let at = group.head;
    let mut best: Option<(u32, u32, u32, bool)> = None;
    let mut object: Option<Object> = None;
    for &(row, end) in rows {
        let rule = &t::VERBS[row as usize];
        let particle = || end == at + 2 && is_particle(scene, at + 1);
        // *Kelvar, founded in 2014*, but not *Kelvar, bought in 2014*, which is told of its buyer as well
        let asked = match rule.kind {
            EventKind::Founding => t::ORGANISATION,
            _ => 0,
        };
        let behind_noun =
            rule.with == 0 && rule.object & reduced & (!ENTITIES | asked) != 0 && (end == at + 1 || particle());
        // most rows are out by their subject, before the clause behind the verb is looked at
        if !behind_noun && lacks_subject(rule, group, subject_bits) || SKIPS && !may_fit(rule, offered) {
            continue;
        }
        if object.as_ref().is_none_or(|o| o.start != end) {
            object = Some(Object::new(scene, s, end));
        }
        let Some(object) = &object else { continue };
        let weight = if behind_noun {
            // *Talks on the project started in May*: the verb rather than a participle, where there is no other
            Some(if scene.has_verb(s.start, at) || scene.has_verb(end, s.end) {
                2
            } else {
                1
            })
        } else {
            fits(scene, s, rule, group, object, subject_bits)
        };
        debug_assert!(weight.is_none() || may_fit(rule, offered), "{}: not offered", rule.id);
        if let Some(weight) = weight
            // of two that ask as much, the one with more words (*went into production*)
            && best.is_none_or(|(most, _, longest, _)| (weight, end) > (most, longest))
        {
            best = Some((weight, row, end, behind_noun));
        }
    }
    best.map(|(_, row, end, participle)| (row, end, participle))
}
