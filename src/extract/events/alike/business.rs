//! Business and sites: sums that nobody was paid, shares of control, plants that only stand beside the verb.

use super::super::tables as t;
use super::super::trigger::{head_groups, kinds};
use super::super::verbs::Tense;
use super::Look;
use crate::lexicon::format::form;
use crate::lexicon::{class, list};
use crate::text::flag;

impl Look<'_, '_, '_> {
    /// Takeovers, rounds, listings, markets and results.
    pub(super) fn is_other_business(&self) -> bool {
        /// Tokens from a sum to the *or* behind it.
        const NEAR: u32 = 8;
        const JOIN: &str = t::rule("event.investment.join");
        const PUBLIC: &str = t::rule("event.listing.public");
        const MONEY: &str = t::rule("event.market.money");
        const CENTS: &str = t::rule("event.market.cents");
        const SHARE: &str = t::rule("event.market.company");
        const PAID_FOR: &str = t::rule("event.acquisition.paid");
        const OFFERED: &str = t::rule("event.acquisition.offered");
        const SOLD: &str = t::rule("event.acquisition.sold");
        const COMPLETE: &str = t::rule("event.acquisition.complete");
        const BUY: &str = t::rule("event.acquisition.buy");
        const USERS: &str = t::rule("event.result.users");
        const THERE: &str = t::rule("event.result.there");
        const ADDED: &str = t::rule("event.result.added");
        const PAID: &str = t::rule("event.result.paid");
        const PEAK: &str = t::rule("event.market.peak");
        const BOUGHT: &str = t::rule("event.market.bought");
        const RAISE: &str = t::rule("event.result.raise");
        const GREW: &str = t::rule("event.result.grew");
        const AIM: &str = t::rule("event.result.target");
        const OUTSELL: &str = t::rule("event.result.outsell");
        const ENDED: &str = t::rule("event.result.ended");
        const SEES: &str = t::rule("event.result.sees");
        let Self {
            scene, s, rule, object, ..
        } = *self;
        let d = scene.document;
        match rule.id {
            // *joined a series of talks*: no round of funding
            JOIN => {
                let met = self.names(const { t::group("meeting") | t::group("talks") });
                (met || self.next() == "of") && !self.names(const { t::group("funding") })
            }
            // *went public with the matter*
            PUBLIC => matches!(self.first(), "with" | "about"),
            // *gained $3 million, up 20 percent*, not *lost $1.30, or 2 percent, to $61.20*
            CENTS => {
                let or = |at| d.str(at) == "or" && d.str(at - 1) == ",";
                !(object.start + 1..s.end.min(object.start + NEAR)).any(or)
            }
            // *sank $300 million into the plant*
            MONEY => self.next() == "into",
            // *gained full control of a firm*
            SHARE => self.names(const { t::group("stake") }),
            // *paid $3 billion for Lumeno*, but not *for its help*
            PAID_FOR | OFFERED => {
                let (nouns, end) = head_groups(scene, object.stop + 1, object.clause_end);
                // *paid $3 billion for the company*
                let firm = nouns & const { t::group("company") | t::group("asset") } != 0;
                self.next() != "for" || !firm && kinds(&scene.heads(object.stop + 1, end)) & t::ORGANISATION == 0
            }
            // *completed its bond deal*: nobody is bought
            COMPLETE => {
                let before = object.stop.checked_sub(2).filter(|at| *at >= object.start);
                let kind = const { t::group("funding") | t::group("credit") };
                before.is_some_and(|at| scene.noun_groups(at, at + 1) & kind != 0)
            }
            // *sold to Lumeno*, *sold four Lumeno jets*
            SOLD => {
                let mut hits = scene.hits_in(object.start, object.stop);
                self.is_aimed() || !hits.any(|hit| hit.end == object.stop)
            }
            // *will take over as the company's director*
            BUY => self.first() == "as",
            // *reached a capacity of 3,000 wafers*
            USERS => self.is_usual() || object.near & t::FIGURE == 0 || self.names(const { t::group("capacity") }),
            // *is a rise of 3 percent*
            THERE => !self.noun().eq_ignore_ascii_case("there"),
            // *maximum added value in ten years*
            ADDED => object.near & t::FIGURE == 0,
            // *hit a record high of 3 million chips*, not *hit a 52-week high*, *hit a record high of $204.38*
            PEAK => {
                let price = object.bits & t::MONEY != 0 || d.is_on(object.stop.wrapping_sub(2), list::OF_SHARE);
                !price || self.names(const { t::group("metric") | t::group("goods") })
            }
            // *The euro bought $1.18*, not *Oil buys $3 of gold*
            BOUGHT => !d.has(self.group.outer.saturating_sub(1), class::CURRENCY),
            // *raises rate*: a policy
            RAISE => {
                let bare = object.start + 1 >= s.end || d.is(object.start + 1, flag::MARK);
                bare && matches!(self.first(), "rate" | "rates")
            }
            // *reduced its costs*: how much nobody says
            GREW => scene.figures_in(object.start, object.clause_end).next().is_none(),
            // *raised its price target to $80*, *raised its estimates*: of analysts
            AIM => {
                let target = object.stop > object.start && scene.str(object.stop - 1).starts_with("target");
                let stock = const { t::group("stock") | t::group("price_target") };
                !target || self.names(stock) || scene.groups(object.stop, object.clause_end) & stock != 0
            }
            // *typically outsells its rivals*
            OUTSELL => self.is_usual(),
            // *ended the quarter with 3 million users*, not *ended the trial with 3 million users*
            ENDED => {
                let period = object.stop > object.start && d.is_on(object.stop - 1, list::PERIOD_ENDED);
                !period || self.next() != "with" || scene.figures_in(object.stop, object.clause_end).next().is_none()
            }
            // *saw sales of $3 million*: no forecast
            SEES => self.group.tense != Tense::Present || self.group.progressive,
            // *pays a dividend of 96 cents*: what it does each year
            PAID => self.is_usual(),
            _ => false,
        }
    }

    /// Plants and what is developed.
    pub(super) fn is_other_work(&self) -> bool {
        const STARTS: &str = t::rule("event.construction.starts");
        const ANNOUNCED: &str = t::rule("event.construction.announced");
        const SCRAP: &str = t::rule("event.construction.scrap");
        const BUILD: &str = t::rule("event.construction.build");
        const DEVELOP: &str = t::rule("event.research.develop");
        const REVEAL: &str = t::rule("event.launch.reveal");
        const MOVES: &str = t::rule("event.construction.moves");
        let Self {
            scene, s, rule, object, ..
        } = *self;
        let d = scene.document;
        match rule.id {
            // *The project started to earn money*
            STARTS => scene.str(self.group.head + 1) == "to",
            // *announced a factory in Lima would close*, *announced a plant-based burger*
            ANNOUNCED => {
                let comma = (object.stop..s.end).find(|at| d.str(*at) == ",").unwrap_or(s.end);
                self.next() == "-" || scene.has_verb(object.stop, comma)
            }
            // *dropped a plan to close the plant*, but *dropped a plan to build a plant*
            SCRAP => {
                let to = (object.start..object.clause_end).find(|at| d.str(*at) == "to");
                let built = |to: u32| d.is_on(to + 1, list::BUILDS);
                self.subject_bits & const { t::group("court") } != 0 || to.is_some_and(|to| !built(to))
            }
            // *moved to block Lumeno's bid*: a verb
            MOVES => d.info(object.start).form & form::BASE != 0 && !d.is(object.start, flag::CAPITAL),
            // *revealed the phone would cost $500*
            REVEAL => {
                let comma = (object.stop..s.end).find(|at| d.str(*at) == ",").unwrap_or(s.end);
                scene.has_verb(object.start, comma)
            }
            // *put up a plant for sale*
            BUILD => {
                let offered = |at| d.is_on(at, list::OFFERED);
                self.verb() == "put" && (object.start..object.clause_end).any(offered)
            }
            // *developed a plan*
            DEVELOP => {
                let policy = const { t::group("policy") };
                object.bits & (policy | const { t::group("technology") }) == policy
            }
            _ => false,
        }
    }
}
