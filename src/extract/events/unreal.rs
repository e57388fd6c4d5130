//! What a clause tells that has not happened, and may never: conditions, comparisons, what nobody has said.

use crate::lexicon::format::form;
use crate::lexicon::{class, list};
use crate::text::{Document, Sentence, flag};

use super::tell::Telling;
use super::verbs::{self, Tense, VerbGroup};

impl Telling<'_, '_, '_> {
    /// What has not happened, and may never.
    pub(super) fn is_unreal(&self, group: &VerbGroup, subject: (u32, u32)) -> bool {
        let Self { scene, s, .. } = *self;
        let d = scene.document;
        let front = group.outer.checked_sub(1).filter(|at| *at >= s.start);
        // *if convicted*, *No one was killed*
        let if_only = front.is_some_and(|at| matches!(d.str(at), "if" | "unless" | "whether"));
        let nobody = subject.0 < subject.1 && d.has(subject.0, class::NEG);
        // *more than the firm sold in 2023*
        let compared = self.is_compared(group);
        if if_only || nobody || compared {
            return true;
        }
        // *proposed that the two sides jointly build a centre*: nobody builds it yet
        let proposed = || {
            let that = subject
                .0
                .checked_sub(1)
                .filter(|at| *at > s.start && d.str(*at) == "that");
            that.is_some_and(|that| d.is_on(that - 1, list::PROPOSING))
        };
        let bare = group.tense == Tense::Present && group.outer == group.head;
        if bare && d.info(group.head).form & form::BASE != 0 && proposed() {
            return true;
        }
        // *is completed and put into production*
        let goes_on = || {
            let and = front.filter(|at| *at > s.start + 1 && d.str(*at) == "and");
            let first = and.and_then(|at| verbs::group(d, at - 1, s.start));
            first.is_some_and(|first| first.passive && first.tense == Tense::Present)
        };
        // *When the plant is put into production, sales will reach 3 billion*: nothing has happened yet
        let open = group.tense == Tense::Present || group.outer == group.head && goes_on();
        if open && scene.is_condition(s, subject.0, group.outer) {
            return true;
        }
        // *can reach 4.5 billion after being put into operation*
        let says = d.has(group.head, class::SAYVERB);
        let unknown = !says && subject.0 > s.start + 1 && is_unknown(d, s, subject.0 - 1);
        // *sold chips without being licensed to do so*
        if unknown || front.is_some_and(|at| d.str(at) == "without") {
            return true;
        }
        let being = d.str(group.outer) == "being"
            && front.is_some_and(|at| at > s.start && matches!(d.str(at), "after" | "before" | "upon" | "once"));
        being && (s.start..group.outer).any(|x| d.has(x, class::MODAL))
    }

    /// *won more orders than the firm sold in 2023*: nothing but the subject stands between *than* and the verb.
    fn is_compared(&self, group: &VerbGroup) -> bool {
        /// Tokens of the subject.
        const LONGEST: u32 = 5;
        let Self { scene, s, .. } = *self;
        let d = scene.document;
        let noun = |at: &u32| d.is(*at, flag::WORD) && !d.has(*at, class::PREP) && !d.has(*at, class::CONJ);
        let from = group.outer.saturating_sub(LONGEST).max(s.start + 1);
        let than = (from..group.outer)
            .rev()
            .take_while(noun)
            .find(|at| d.str(*at) == "than");
        than.is_some_and(|than| {
            let whole = (d.str(than + 1) == "the" || d.has(than + 1, class::PRON)) && d.str(than - 1) != "other";
            than + 1 < group.outer && whole && scene.has_verb(s.start, than)
        })
    }
}

/// *did not say when the plant will open*, *It was unclear whether it will*: the clause behind the word at `at` tells what nobody
/// has said.
fn is_unknown(d: &Document<'_>, s: &Sentence, at: u32) -> bool {
    /// Tokens of *did not immediately say*.
    const NEAR: u32 = 4;
    let asks = matches!(d.str(at), "when" | "whether" | "how" | "why" | "where" | "if");
    let front = at - 1;
    let from = at.saturating_sub(NEAR).max(s.start);
    // *production did not start when the plant was opened*
    let verb = d.has(front, class::SAYVERB) || d.is_on(front, list::KNOWING);
    asks && (d.is_on(front, list::UNSURE)
        || verb && (from..front).any(|x| d.has(x, class::NEG) || d.is_on(x, list::REFUSING)))
}
