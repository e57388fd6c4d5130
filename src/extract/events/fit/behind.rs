//! What stands behind the verb beyond its object: scores, words of saying, a price that moved.

use crate::lexicon::class;
use crate::lexicon::format::{form, pos};
use crate::resolve::names::Kind;
use crate::text::{Sentence, flag};

use super::super::clause::Scene;
use super::super::trigger::behind_date;
use super::super::verbs::{Tense, VerbGroup};
use super::super::{VerbRule, tables as t};

/// Groups, kinds and scores that stand anywhere behind the verb, for a row that asks for one of them.
pub(super) fn behind(scene: &Scene<'_, '_>, rule: &VerbRule, start: u32, end: u32) -> t::Groups {
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
pub(super) fn has_moved(
    scene: &Scene<'_, '_>,
    s: &Sentence,
    end: u32,
    group: &VerbGroup,
    subject_bits: t::Groups,
) -> bool {
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

/// *called Wuxi a pearl*, *called it the best of years*, *called the ruling flawed*: a noun phrase or an adjective right
/// behind another noun phrase.
pub(super) fn is_called(scene: &Scene<'_, '_>, start: u32, end: u32) -> bool {
    /// Tokens of the first.
    const NEAR: u32 = 8;
    let d = scene.document;
    let inner = |at: &u32| d.is(*at, flag::WORD | flag::NUMBER) && !d.has(*at, class::PREP) && !d.has(*at, class::CONJ);
    let mut phrase = (start + 1..end.min(start + NEAR)).take_while(inner);
    let second = phrase.find(|at| matches!(d.str(*at), "a" | "an" | "the") && !d.has(at - 1, class::DET));
    inner(&start) && (second.is_some() || judged(scene, start, end.min(start + NEAR)))
}

/// *called the ruling flawed*, *called it impressive*: an adjective ends the clause behind a noun or a pronoun.
fn judged(scene: &Scene<'_, '_>, start: u32, end: u32) -> bool {
    let d = scene.document;
    let word = |at: u32| d.is(at, flag::WORD) && !d.is(at, flag::CAPITAL);
    let quality = |at: u32| {
        let info = d.info(at);
        let noun = info.pos & pos::NOUN != 0;
        word(at) && !noun && (info.pos & pos::ADJECTIVE != 0 || info.form & form::PARTICIPLE != 0)
    };
    let thing = |at: u32| d.has(at, class::PRON) && at == start || at > start && d.info(at).pos & pos::NOUN != 0;
    let last = (start..end).take_while(|at| d.is(*at, flag::WORD)).last();
    last.is_some_and(|at| at > start && quality(at) && thing(at - 1))
}

/// *put the damage at 3 million yuan*, *Damages, which Kelvar puts at $3 million*: what somebody takes a figure to be.
pub(in crate::extract::events) fn is_put_at(scene: &Scene<'_, '_>, start: u32, end: u32) -> bool {
    /// Tokens from *at* to the end of the figure (*at more than 3 million yuan*).
    const NEAR: u32 = 8;
    let d = scene.document;
    let at = (start..end).find(|at| d.has(*at, class::PREP) && d.str(*at) != "of" && d.str(*at) != "to");
    at.is_some_and(|at| d.str(at) == "at" && scene.figures_in(at, end.min(at + NEAR)).next().is_some())
}

/// *Output rose 5 %, the company announced on Monday*, *“It is good,” he added*: what is said stands in front of the
/// subject, and nothing but a circumstance behind the verb.
pub(super) fn stands_behind(scene: &Scene<'_, '_>, s: &Sentence, group: &VerbGroup, end: u32, clause_end: u32) -> bool {
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
        || d.has(end, class::WEEKDAY)
        // *…, the bureau said later in the day*
        || matches!(d.str(end), "later" | "earlier");
    let opens = d.has(s.start, class::PREP) || d.has(s.start, class::SUBORD);
    // *fees, she added, would rise*
    let inserted = d.str(open - 1) == "," && scene.str(end) == ",";
    quoted
        || inserted
        || alone && clause_end <= end + LONGEST && (pronoun || !opens) && scene.has_verb(s.start, open - 1)
}
