//! Courts and authorities, fights, disasters and matches.

use super::super::tables as t;
use super::Look;
use crate::lexicon::{class, list};
use crate::text::flag;

impl Look<'_, '_, '_> {
    /// Courts, laws and rules.
    pub(super) fn is_other_law(&self) -> bool {
        const DUE: &str = t::rule("event.legal.due");
        const VERDICT: &str = t::rule("event.legal.verdict");
        const RULED: &str = t::rule("event.legal.rule");
        const SEARCH: &str = t::rule("event.legal.search");
        const INVESTIGATE: &str = t::rule("event.legal.investigate");
        const APPROVAL: &str = t::rule("event.policy.approval");
        const APPLY: &str = t::rule("event.restriction.apply");
        match self.rule.id {
            // a visit
            SEARCH | INVESTIGATE => self.is_of_delegation(),
            // *pays $3 million*: nobody has told it to
            DUE => self.scene.document.str(self.group.start) != "must",
            // *issued a statement condemning the ruling*
            VERDICT => self.names(const { t::group("speech") }),
            // *dismissed reporters from the room*
            RULED => {
                let left = self.verb().starts_with("dismiss") || self.verb().starts_with("vacat");
                left && self.names(const { t::group("crowd") | t::group("plant") | t::group("job") })
            }
            // *won approval to go public*: a listing
            APPROVAL => self.next() == "to" && matches!(self.scene.str(self.object.stop + 1), "list" | "go"),
            // *applied to the office for a licence*
            APPLY => self.is_aimed(),
            _ => false,
        }
    }

    /// Fights, disasters and matches.
    pub(super) fn is_other_clash(&self) -> bool {
        const METRIC: t::Groups = t::group("metric");
        const FEELING: t::Groups = t::group("feeling");
        const BODY: t::Groups = t::ORGANISATION | t::PERSON | t::group("stock") | t::group("company");
        const MOVED: t::Groups = t::group("metric")
            | t::group("stock")
            | t::group("high")
            | t::group("exchange")
            | t::group("interest_rate")
            | t::group("company")
            | t::group("industry")
            | t::group("feeling")
            | t::group("speech")
            | t::group("talks")
            | t::group("paper")
            | t::group("ruler");
        const ATTACK: &str = t::rule("event.conflict.attack");
        const BOMB: &str = t::rule("event.conflict.bombs");
        const FIGHT: &str = t::rule("event.conflict.fight");
        const FIRE: &str = t::rule("event.conflict.fire");
        const STRIKE: &str = t::rule("event.conflict.struck");
        const BREAK: &str = t::rule("event.disaster.break");
        const WIN: &str = t::rule("event.sport.win");
        const PLAY: &str = t::rule("event.sport.play");
        let Self { scene, object, .. } = *self;
        match self.rule.id {
            // *bombed at the box office*
            BOMB => self.is_aimed(),
            // *demonstrates that it works*, *demonstrated its will*
            FIGHT => {
                let that = self.first() == "that" || scene.document.has(object.start, class::DET);
                self.verb().starts_with("demonstrat") && that
            }
            // *launched the “general attack” on backwardness*
            FIRE => object.stop > object.start && scene.is_quoted(object.stop - 1) && !scene.is_quoted(self.group.head),
            // *An attack hit exports*, *struck fear into traders*, *A heart attack struck him*
            STRIKE => self.names(METRIC | const { t::group("stock") } | FEELING) || self.subject_bits & FEELING != 0,
            // *The filing breaks out the sales*, *The share broke out*, *Sales collapsed*, *Cheers erupted*
            BREAK => {
                let d = scene.document;
                let out = scene.str(self.group.head + 1) == "out";
                let noun = self.group.outer.saturating_sub(1);
                let body = d.is(noun, flag::CAPITAL) && self.subject_bits & t::ORGANISATION != 0;
                let moves = d.is_on(self.group.head, list::COLLAPSED);
                out && (self.is_usual() || self.subject_bits & BODY != 0)
                    || moves && (body || self.subject_bits & MOVED != 0)
                    || (moves || out) && d.is_on(noun, list::ERUPTING)
            }
            // *prevents heart attacks*
            ATTACK => scene.document.is_on(self.group.outer.saturating_sub(1), list::SEIZURE),
            WIN => self.is_no_match(),
            // *beat analysts' forecasts*
            // *beat Lumeno to the market*
            PLAY => {
                let first = self.next() == "to" && matches!(scene.str(object.stop + 2), "market" | "punch");
                self.is_owner() || first
            }
            _ => false,
        }
    }

    /// *The Unity Party claimed victory in the vote*, *Kelvar Corp. secured a contract win*: parties, companies and orders.
    fn is_no_match(&self) -> bool {
        const OTHER: t::Groups = t::group("ballot") | t::group("polls") | t::group("case") | t::group("court");
        let Self { scene, s, object, .. } = *self;
        let d = scene.document;
        let start = scene.subject_start(s, self.group.outer);
        let hits = scene.entities_in(start, self.group.outer);
        let body = |at: u32| d.has(at, class::LEGALFORM) || d.value(at, at + 1, class::ORGHEAD) == Some("party");
        let contract = object.stop > object.start + 1
            && scene.noun_groups(object.stop - 2, object.stop - 1) & const { t::group("paper") } != 0;
        contract
            || scene.noun_groups(object.stop, s.end) & OTHER != 0
            || hits.iter().any(|hit| (hit.start..hit.end).any(body))
    }
}
