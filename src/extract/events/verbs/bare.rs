//! Verb forms without an auxiliary: whether *reports*, *sanctions* or *led* is the verb of a clause here, or a noun or a
//! participle.

use crate::lexicon::format::{form, pos};
use crate::lexicon::{class, list};
use crate::text::{Document, flag};

use super::super::phrase::{ObjectOf, is_absolute, is_counted, is_governed, is_lower_noun, is_noun_chain, is_object};
use super::{Tense, VerbGroup, group, is_modal, joint};

/// A bare form and what stands around it.
struct Bare<'d, 'a> {
    d: &'d Document<'a>,
    head: u32,
    /// First token of the verb: not the head in *co-founded*.
    first: u32,
    /// The token in front of it and its adverbs.
    before: u32,
    /// Start of the sentence.
    from: u32,
}

/// The group `g` of a bare form, whose verb starts at `first` and its adverbs at `at`; `None` where nothing in front of it can
/// be its subject.
pub(super) fn read(d: &Document<'_>, g: VerbGroup, (first, at): (u32, u32), from: u32) -> Option<VerbGroup> {
    let before = at.checked_sub(1).filter(|b| *b >= from)?;
    let b = Bare {
        d,
        head: g.head,
        first,
        before,
        from,
    };
    let forms = d.info(g.head).form;
    if b.is_blocked(at) {
        None
    } else if forms & form::PAST != 0 {
        b.past(g)
    } else if forms & form::THIRD != 0 {
        (!b.is_no_third()).then_some(g)
    } else if forms & form::BASE != 0 {
        b.base(g)
    } else {
        None
    }
}

impl Bare<'_, '_> {
    fn is(&self, at: u32, word: &str) -> bool {
        self.d.get(at).is_some() && self.d.str(at) == word
    }

    /// *'s* in front.
    fn is_owned(&self) -> bool {
        matches!(self.d.str(self.before), "'s" | "’s")
    }

    fn is_adjective_in_front(&self) -> bool {
        let (d, before) = (self.d, self.before);
        let pos = d.info(before).pos;
        pos & pos::ADJECTIVE != 0
            && !d.has(before, class::EVENTNOUN)
            && pos & (pos::NOUN | pos::ADVERB) == 0
            && !d.is(before, flag::CAPITAL)
    }

    /// *the report*, *of reports*, *to report*: no subject in front.
    fn is_blocked(&self, at: u32) -> bool {
        let (d, before) = (self.d, self.before);
        // *a bus that overturned*
        let relative = || {
            let noun = before.saturating_sub(1);
            d.info(self.head).form & form::PAST != 0
                && d.str(before) == "that"
                && before > self.from
                && is_lower_noun(d, noun)
                && !d.has(noun, class::SAYVERB)
                && (noun == self.from || group(d, noun, self.from).is_none())
        };
        let small = d.has(before, class::DET) || d.has(before, class::PREP) || is_modal(d, before);
        small && !relative() && !d.has(before, class::PRON)
            || d.str(before) == "-" && d.is(at, flag::GLUED)
            || d.str(before) == "to"
            // *materials such as display panels*
            || d.str(before) == "as" && before > self.from && d.str(before - 1) == "such"
    }

    /// *rose*, *signed*, *led*.
    fn past(&self, mut g: VerbGroup) -> Option<VerbGroup> {
        let Bare {
            d, head, before, from, ..
        } = *self;
        let info = d.info(head);
        let participle = info.form & form::PARTICIPLE != 0;
        let base = info.form & form::BASE != 0;
        g.tense = Tense::Past;
        // *The biggest project signed was …*
        if participle && self.is_in_front_of_verb() && !d.has(head, class::SAYVERB) {
            return None;
        }
        let by = participle && self.is_done_by();
        // *was guided by A and hosted by B*, *was arrested on Friday and charged with theft*
        if participle && let Some(joint) = joint::passive(d, g, (before, by), from) {
            return Some(joint);
        }
        // *will invest 2 billion, guide capital and set up a fund*: the form is that of the infinitive as well
        if base && (d.str(before) == "and" || is_listed(d, before, from)) {
            let mut bare = g;
            shared(d, before, from, &mut bare)?;
            if bare.planned || matches!(bare.tense, Tense::Future | Tense::Conditional) {
                return Some(bare);
            }
        }
        // *its sales forecast*: the word is a noun as well (*fell* and *rose* are never the noun that they may be)
        let noun = || {
            let own = base && d.lexicon.lemma(d.token(head).word) == d.token(head).word;
            own && info.pos & pos::NOUN != 0 && is_object(d, before, from, ObjectOf::Past)
        };
        let none = participle && self.is_participle() || by || self.is_adjective_in_front() || noun();
        (!none).then_some(g)
    }

    /// *sold was*, *gain could*: the verb of the clause comes yet.
    fn is_in_front_of_verb(&self) -> bool {
        let next = self.head + 1;
        let auxiliary = self.d.get(next).and_then(|_| self.d.value(next, next + 1, class::AUX));
        matches!(auxiliary, Some("be" | "have")) || is_modal(self.d, next)
    }

    /// *signed by* is a reduced passive; *widened by 2.3 points* and *rose by a third* are none.
    fn is_done_by(&self) -> bool {
        let d = self.d;
        let agent = self.head + 2;
        let amount = || {
            d.is(agent, flag::NUMBER)
                || d.has(agent, class::DET) && d.has(agent + 1, class::FRACTION)
                // *surged by their 20 % limit*
                || d.has(self.head, class::CHANGE) && d.has(agent, class::DET) && d.is(agent + 1, flag::NUMBER)
                || [class::NUMWORD, class::BOUND, class::FRACTION, class::CURSYM]
                    .iter()
                    .any(|c| d.has(agent, *c))
        };
        // *expanded by buying Lumeno*, but not *led by rising sales*
        let doing = || {
            let object = agent + 1;
            d.get(object).is_some()
                && d.info(agent).form & form::GERUND != 0
                && (d.is(object, flag::CAPITAL | flag::NUMBER) || d.has(object, class::DET))
        };
        self.is(self.head + 1, "by") && !amount() && !doing()
    }

    /// What is a participle as well is nothing else here.
    fn is_participle(&self) -> bool {
        let Bare {
            d, head, before, from, ..
        } = *self;
        let info = d.info(head);
        // *China's reported output*
        let owned = self.is_owned()
            && before > from
            && !d.has(before - 1, class::PRON)
            // *Moody's cut its rating*
            && d.phrase(before - 1).is_none_or(|name| name.end != head);
        // *once put into production*: nobody does it
        let circumstance = || d.is_on(self.first - 1, list::CIRCUMSTANCE);
        // *noted for its school of optics*
        let known = || is_lower_noun(d, before) && d.has(head, class::SAYVERB) && self.is(head + 1, "for");
        // *distributes subsidised bread*, *to replace fired CEO Amy Kuo*, *for making advanced 3D chips*
        let attributive = || {
            let verb = d.info(before);
            let post = || d.get(head + 1).is_some() && d.has(head + 1, class::TITLE);
            let sort = || info.pos & pos::ADJECTIVE != 0 && d.is(head + 1, flag::CAPITAL | flag::NUMBER);
            let making = verb.form & form::GERUND != 0 && before > from && d.has(before - 1, class::PREP);
            verb.verb != 0
                && (verb.pos & pos::NOUN == 0 || making)
                && !d.is(before, flag::CAPITAL)
                && !d.has(before, class::AUX)
                && (is_lower_noun(d, head + 1) || post() || making && sort())
        };
        // *196 continuing and newly launched projects*
        let newly = || self.is(head - 1, "newly") && is_lower_noun(d, head + 1);
        owned
            || newly()
            || circumstance()
            || known()
            || is_absolute(d, before, head, from)
            || attributive()
            || is_counted(d, head, from)
    }

    /// *reports*, *sanctions*, *claims*: a plural here.
    fn is_no_third(&self) -> bool {
        let Bare { d, head, before, .. } = *self;
        let headline = d.is(head, flag::HEADLINE);
        if self.is_adjective_in_front() || d.is(head, flag::CAPITAL) && !headline {
            return true;
        }
        let noun = d.info(head).pos & (pos::PLURAL | pos::NOUN) != 0 && !headline && !d.has(head, class::AUX);
        // *these arrests*
        let several = || matches!(d.str(before), "these" | "those" | "These" | "Those");
        noun && (self.is_verb_behind() || self.is_named() || several() || self.is_told_apart() || self.is_inside())
    }

    /// *the charges went to a court*: the verb comes yet.
    fn is_verb_behind(&self) -> bool {
        let d = self.d;
        let next = self.head + 1;
        let word = d.is(next, flag::WORD) && !d.is(next, flag::CAPITAL);
        let past = |at: u32| d.info(at).form & form::PAST != 0;
        word && (is_modal(d, next)
            || d.has(next, class::AUX)
            || past(next) && d.info(next).pos & (pos::ADJECTIVE | pos::NOUN) == 0
            // *chip imports hit 218 billion dollars*
            || past(next) && (d.is(next + 1, flag::NUMBER) || d.has(next + 1, class::CURSYM)))
    }

    /// *US sanctions on China have*, *the US strikes on Iran*, *the U.S. charges she faces*.
    fn is_named(&self) -> bool {
        let Bare { d, head, before, .. } = *self;
        let next = head + 1;
        let name = d.is(before, flag::CAPITAL) && (!d.has(before, class::PRON) || d.is(before, flag::UPPER));
        name && d.get(next).is_some()
            // *Salas travels on to Lima*
            && (matches!(d.str(next), "on" | "of" | "against") && !(d.str(next) == "on" && self.is(next + 1, "to"))
                || !d.has(head, class::SAYVERB)
                    && matches!(d.value(next, next + 1, class::PRON), Some("he" | "she" | "they")))
    }

    /// *raids of commandos*, *investment companies such as A and B*.
    fn is_told_apart(&self) -> bool {
        let next = self.head + 1;
        self.is(next, "of") && !self.d.has(self.head, class::SAYVERB)
            || self.is(next, "such")
            || self.is(next, "including")
    }

    /// Part of a noun phrase that started before.
    fn is_inside(&self) -> bool {
        let Bare {
            d, head, before, from, ..
        } = *self;
        let next = head + 1;
        let says = d.has(head, class::SAYVERB);
        let ends = d.get(next).is_none_or(|t| t.is(flag::MARK));
        let open = d.get(next).is_none_or(|t| !t.is(flag::WORD) && !t.is(flag::NUMBER))
            || d.has(next, class::CONJ)
            || d.has(next, class::PREP);
        // *in nine US states*
        let counted = || {
            let number = before.checked_sub(1).filter(|n| *n >= from);
            d.is(before, flag::UPPER)
                && number.is_some_and(|n| d.has(n, class::NUMWORD) || d.is(n, flag::NUMBER) && d.token(n).len < 4)
        };
        // *its German partners*
        let possessed = || d.has(before, class::DEMONYM) && before > from && d.has(before - 1, class::DET);
        // *the basement of Kelvar's sensor works*
        let of_owner = || {
            let front = (from..=before)
                .rev()
                .take_while(|at| is_lower_noun(d, *at))
                .last()
                .unwrap_or(head);
            let owner = front
                .checked_sub(1)
                .filter(|at| *at > from && matches!(d.str(*at), "'s" | "’s"));
            let name = owner.map(|at| {
                (from..at)
                    .rev()
                    .take_while(|x| d.is(*x, flag::CAPITAL))
                    .last()
                    .unwrap_or(at)
            });
            name.is_some_and(|name| name > from && d.has(name - 1, class::PREP))
        };
        counted()
            || of_owner()
            || possessed()
            || self.is_governed_chain()
            || self.is_listed_noun(ends, says)
            // *the group's claims*
            || self.is_owned()
            || is_governed(d, before, from, open, says)
            || is_noun_chain(d, before, from, ends)
            || is_object(d, before, from, ObjectOf::AnyVerb)
    }

    /// *due to the ongoing trade disputes and tensions*.
    fn is_governed_chain(&self) -> bool {
        let Bare { d, head, from, .. } = *self;
        let chain =
            |at: &u32| is_lower_noun(d, *at) || d.info(*at).pos & pos::ADJECTIVE != 0 && !d.has(*at, class::PREP);
        let first = (from..head)
            .rev()
            .take_while(chain)
            .last()
            .and_then(|at| at.checked_sub(2));
        d.has(head + 1, class::CONJ)
            && first.is_some_and(|at| at > from && d.has(at, class::PREP) && d.has(at + 1, class::DET))
    }

    /// *drought, floods and heat*: a list.
    fn is_listed_noun(&self, ends: bool, says: bool) -> bool {
        let Bare {
            d, head, before, from, ..
        } = *self;
        let next = head + 1;
        let noun_in_front = before > from && is_lower_noun(d, before - 1);
        let item = noun_in_front && d.str(before) == ",";
        // *interests, demands, and hopes*
        let comma = || self.is(next, ",") && self.is(next + 1, "and");
        // *US sanctions and bans.*
        let last =
            || ends && !says && noun_in_front && d.str(before) == "and" && d.info(before - 1).pos & pos::PLURAL != 0;
        item && (!says && d.has(next, class::CONJ) || comma()) || last()
    }

    /// *say*, *sign*, *and hire*.
    fn base(&self, mut g: VerbGroup) -> Option<VerbGroup> {
        /// Tokens of *a 300-kilometre data cable*.
        const PHRASE: u32 = 6;
        let Bare {
            d, head, before, from, ..
        } = *self;
        let next = head + 1;
        let noun = d.info(head).pos & pos::NOUN != 0;
        let says = d.has(head, class::SAYVERB);
        // *May's sales gain was small*: a noun
        if noun && self.is_in_front_of_verb() && !d.has(before, class::PRON) && !says {
            return None;
        }
        // *state-backed firms*, *, and chairman of the union*, *and complete process lines*
        let hyphen = d.is(next, flag::GLUED) && d.str(next) == "-";
        let of = noun && self.is(next, "of") && !says;
        if hyphen || of || self.is_adjective() {
            return None;
        }
        // *is to start this year, begin operating in 2021 and reach*: one of several infinitives
        if d.str(before) == "," && self.is_listed_infinitive(noun, &mut g) {
            return Some(g);
        }
        let joined = d.str(before) == "and";
        if joined {
            let governed = shared(d, before, from, &mut g)?;
            // *the observatory and state television*, *church and state*: a noun, as no object of a verb starts behind it
            let object = d.has(next, class::DET) || d.has(next, class::PRON);
            // *will focus on computing, control and display — and develop platforms*
            let dash = || d.get(next).is_some() && matches!(d.str(next), "—" | "–" | "--");
            let listed = noun && !object && dash() && before > from && is_lower_noun(d, before - 1);
            if !governed && noun && !object || listed {
                return None;
            }
        }
        // *a data cable*: no plural
        let inner = |at: &u32| {
            let modifier = d.info(*at).pos & (pos::NOUN | pos::ADJECTIVE) != 0
                && !d.has(*at, class::PREP)
                && !d.has(*at, class::DET);
            modifier || d.is(*at, flag::NUMBER) || d.str(*at) == "-"
        };
        let mut front = (from.max(before.saturating_sub(PHRASE))..before)
            .rev()
            .skip_while(inner);
        let single = front.next().is_some_and(|at| matches!(d.str(at), "a" | "an"));
        let plural = joined
            || d.info(before).pos & pos::PLURAL != 0 && !single
            || matches!(d.str(before), "they" | "we" | "They" | "We" | "who");
        // *Officials say*: a capital only for the start
        let small = before == from || !d.is(before, flag::CAPITAL);
        let told = plural && small || is_pair_of_names(d, before, from);
        // *Chip Sales Grow 18 Percent*
        let title = || {
            let closes = d.get(next).is_none_or(|t| t.is(flag::NUMBER | flag::MARK)) || d.has(next, class::PREP);
            let plural = d.info(before).pos & pos::PLURAL != 0;
            d.is(head, flag::HEADLINE) && d.has(head, class::CHANGE) && plural && closes
        };
        (told && !d.is(head, flag::CAPITAL) || title()).then_some(g)
    }

    /// *will raise capital, build a plant and …*: an object or a circumstance stands behind the bare form `g`, and what is planned
    /// in front of the comma governs it.
    fn is_listed_infinitive(&self, noun: bool, g: &mut VerbGroup) -> bool {
        let Bare { d, before, from, .. } = *self;
        let next = self.head + 1;
        // *will reach 3 million, triple the level of 2022*: no verb
        let measure = d.has(self.head, class::CHANGE) || d.has(self.head, class::MULTIPLE);
        if d.get(next).is_none() || d.is(self.head, flag::CAPITAL) || measure || !is_listed(d, before, from) {
            return false;
        }
        let object = d.has(next, class::DET)
            || d.is(next, flag::NUMBER)
            || !noun && (d.info(next).form & form::GERUND != 0 || d.has(next, class::PREP) || is_lower_noun(d, next));
        object
            && shared(d, before, from, g) == Some(true)
            && (g.planned || matches!(g.tense, Tense::Future | Tense::Conditional))
    }

    /// *and complete process lines*; *will cut jobs and slow spending* goes on from a verb.
    fn is_adjective(&self) -> bool {
        let Bare { d, head, before, .. } = *self;
        let governs = |at: u32| is_modal(d, at) || d.str(at) == "to";
        let governed = || {
            let mut front = (before.saturating_sub(GOVERNED)..before).rev();
            front
                .find(|at| governs(*at) || matches!(d.str(*at), "." | ";"))
                .is_some_and(governs)
        };
        d.info(head).pos & pos::ADJECTIVE != 0 && d.str(before) == "and" && is_lower_noun(d, head + 1) && !governed()
    }
}

/// *Kelvar, Lumeno sign pact*: the names of two or more end a headline's subject at `last`. Elsewhere *and* joins them, and they
/// open the sentence: *Amy Kuo and Luis Prado face charges*, but not *between Kelvar and Lumeno cooperation*.
fn is_pair_of_names(d: &Document<'_>, last: u32, from: u32) -> bool {
    let name = |at: &u32| d.is(*at, flag::CAPITAL) && !d.is(*at, flag::MARK);
    if !d.is(last, flag::HEADLINE) {
        return is_opening_pair(d, last, from);
    }
    let first = (from..=last).rev().take_while(name).last();
    let joint = first
        .and_then(|first| first.checked_sub(1))
        .filter(|joint| *joint > from);
    joint.is_some_and(|joint| matches!(d.str(joint), "," | "and" | "&") && name(&(joint - 1)))
}

/// *Amy Kuo and Luis Prado | face*, *Kelvar Inc. and Lumeno Corp. | plan*: two names that *and* joins, right from the sentence's start to
/// `last`.
fn is_opening_pair(d: &Document<'_>, last: u32, from: u32) -> bool {
    /// Tokens of both.
    const LONGEST: u32 = 12;
    if last > from + LONGEST || last < from + 2 {
        return false;
    }
    let name = |at: u32| d.is(at, flag::CAPITAL) && !d.has(at, class::DET) && !d.has(at, class::PREP);
    let point = |at: u32| d.str(at) == "." && at > from && d.is(at - 1, flag::CAPITAL);
    let joints = (from..=last).filter(|at| d.str(*at) == "and").count();
    let whole = (from..=last).all(|at| name(at) || point(at) || d.str(at) == "and");
    joints == 1 && whole && name(from) && d.str(last) != "and"
}

/// *will cut costs, sell two plants and …*: what stands behind the comma at `comma` goes on from a verb, as no relative clause
/// is closed there.
fn is_listed(d: &Document<'_>, comma: u32, from: u32) -> bool {
    let first = comma.saturating_sub(GOVERNED).max(from);
    d.str(comma) == "," && !(first..comma).any(|at| matches!(d.str(at), "which" | "who" | "whose" | "that" | ";"))
}

/// Tokens between a verb that *and* joins to the one before it and what governs both.
const GOVERNED: u32 = 32;

/// *will build a plant and hire 500*, *plans to build and hire*: a bare verb behind *and* shares what the one before
/// has. `None` where that one is no verb group of its own.
pub(super) fn shared(d: &Document<'_>, and: u32, from: u32, g: &mut VerbGroup) -> Option<bool> {
    let first = and.saturating_sub(GOVERNED).max(from);
    for at in (first..and).rev() {
        if matches!(d.str(at), ";" | ":" | "“" | "”") {
            break;
        }
        let governed = is_modal(d, at) || d.str(at) == "to";
        if !governed || at + 1 >= and {
            continue;
        }
        let Some(verb) = (at + 1..(at + 4).min(and)).find(|v| d.info(*v).form & form::BASE != 0) else {
            continue;
        };
        let before = group(d, verb, from)?;
        g.tense = before.tense;
        g.planned = before.planned;
        g.negated |= before.negated;
        return Some(true);
    }
    Some(false)
}
