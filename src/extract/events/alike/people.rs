//! People: posts, prizes, jobs, talks, statements and visits.

use super::super::fit::is_put_at;
use super::super::tables as t;
use super::super::trigger::head_groups;
use super::super::verbs::Tense;
use super::Look;
use crate::lexicon::format::form;
use crate::lexicon::{class, list};
use crate::resolve::names::Kind;
use crate::text::flag;

impl Look<'_, '_, '_> {
    /// Posts, prizes and jobs.
    pub(super) fn is_other_post(&self) -> bool {
        const DISMISS: &str = t::rule("event.labour.fire");
        const NAME: &str = t::rule("event.appointment.name");
        const REPLACE: &str = t::rule("event.appointment.replace");
        const JOINS: &str = t::rule("event.appointment.joins");
        const SHARE: &str = t::rule("event.award.share");
        const OFFER: &str = t::rule("event.labour.offer");
        const AWARD: &str = t::rule("event.award.award");
        const EMPLOYS: &str = t::rule("event.labour.employs");
        match self.rule.id {
            // *fired at workers*
            DISMISS => self.is_aimed() || self.is_owner(),
            NAME | REPLACE => self.is_owner(),
            JOINS => self.is_owner() || self.is_joined_for_once(),
            // *presents the firm with a problem*
            // *forfeits share awards*: a noun
            // and *shared the recognition that …*
            SHARE => self.verb() == "share" || self.next() == "that",
            // *offers young people jobs*: what it does
            OFFER => self.is_usual(),
            // *employs 600 people*: what is so, and *will employ a few tricks*
            EMPLOYS => {
                let ahead = self.group.planned || matches!(self.group.tense, Tense::Future | Tense::Conditional);
                let object = self.object;
                !ahead || self.scene.figures_in(object.start, object.stop).next().is_none()
            }
            AWARD => self.verb().starts_with("present") && self.is_presented_with_another(),
            _ => false,
        }
    }

    /// *joined Kelvar in a celebration*, *joined Lumeno in building a plant*
    fn is_joined_for_once(&self) -> bool {
        let scene = self.scene;
        let d = scene.document;
        let led = matches!(self.next(), "in" | "for" | "at");
        let next = self.object.stop + 1;
        let dated = scene.date_at(next).is_some();
        let done = d.has(next, class::DET) || d.info(next).form & form::GERUND != 0;
        let place = || scene.hits_in(next, next + 2).any(|h| h.kind == Kind::Place);
        led && next < self.s.end && done && !dated && !place()
    }

    fn is_presented_with_another(&self) -> bool {
        const PRIZE: t::Groups = t::group("prize");
        let end = self.object.clause_end;
        let with = (self.object.start..end).find(|at| self.scene.document.str(*at) == "with");
        with.is_some_and(|with| head_groups(self.scene, with + 1, end).0 & PRIZE == 0) && !self.names(PRIZE)
    }

    /// Talks, statements and visits.
    pub(super) fn is_other_talk(&self) -> bool {
        const BE_IN: &str = t::rule("event.meeting.be_in");
        const SPEAK: &str = t::rule("event.statement.speak");
        const ASKS: &str = t::rule("event.statement.asks_for");
        const PRAISE: &str = t::rule("event.statement.praise");
        const SESSION: &str = t::rule("event.statement.meeting");
        const URGE: &str = t::rule("event.statement.urge");
        const MEET: &str = t::rule("event.meeting.meet");
        const RESUME: &str = t::rule("event.meeting.resume");
        const HAVE: &str = t::rule("event.meeting.have");
        const CONVERGE: &str = t::rule("event.meeting.converge");
        const ADDRESS: &str = t::rule("event.statement.address");
        const TARGET: &str = t::rule("event.statement.target");
        const REPORT: &str = t::rule("event.statement.report_to");
        const PUTS: &str = t::rule("event.statement.puts");
        const ESTIMATE: &str = t::rule("event.statement.estimate");
        const WRITES: &str = t::rule("event.statement.writes");
        const INSPECT: &str = t::rule("event.visit.inspect");
        const WALKED: &str = t::rule("event.visit.walked");
        let Self { scene, s, object, .. } = *self;
        let d = scene.document;
        match self.rule.id {
            // *met investors' expectations*
            ADDRESS | MEET => self.is_owner(),
            // *Experts from the Lima Conference were in Cusco*
            BE_IN => self.group.tense != Tense::Future,
            // *He was speaking at a forum*: where he said what was told before
            SPEAK => self.group.progressive && self.group.tense == Tense::Past,
            // *wrote “The Long Road”*: a book
            WRITES => {
                let open = self.group.head + 1;
                matches!(d.str(open), "“" | "\"") && d.is(open + 1, flag::CAPITAL) && d.is(open + 2, flag::CAPITAL)
            }
            // *asked in detail about the yield*
            ASKS => self.is_aimed(),
            // *A delegation called on the mayor*: a visit
            PRAISE | URGE if self.calls_on() => true,
            // *The contest calls for entries*
            URGE | SESSION => {
                d.str(object.start - 1) == "for"
                    && object.stop > object.start
                    && d.is_on(object.stop - 1, list::SUBMITTED)
            }
            // *hopes that talks resume*
            RESUME => self.is_present(),
            // *more competition*: no contest
            HAVE => matches!(self.first(), "more" | "less" | "much" | "little" | "no"),
            // *meets the requirements of the conference*
            CONVERGE => matches!(self.verb(), "met" | "meet" | "meets" | "meeting" | "convened") && !self.is_aimed(),
            TARGET => self.is_own(),
            // *reported to the police*
            REPORT => !(object.start..s.end.min(object.stop + 2)).any(|at| d.str(at) == "that"),
            PUTS => self.is_put_elsewhere(),
            ESTIMATE => self.is_estimated_cost(),
            // what people investigate is no visit, what a delegation does is one
            INSPECT => self.subject_bits & t::PERSON == 0 && !self.is_of_delegation(),
            // *walked into a police station*
            WALKED => {
                let mut hits = scene.hits_in(object.start, object.clause_end);
                !hits.any(|h| h.kind == Kind::Organisation)
            }
            _ => false,
        }
    }

    /// *called on the mayor on Monday*, but not *called on the mayor to resign*.
    fn calls_on(&self) -> bool {
        let d = self.scene.document;
        let (start, end) = (self.object.start, self.object.clause_end);
        let asks = |at: u32| matches!(d.str(at), "to" | "for" | "not" | "that");
        self.verb().starts_with("call") && d.str(start - 1) == "on" && !(start..end).any(asks)
    }

    /// *The delegation investigated chip firms in Wuxi*
    pub(super) fn is_of_delegation(&self) -> bool {
        self.noun() == "delegation"
    }

    /// *put the rate at 3 percent* (set it), *put together an offer for “…”*
    fn is_put_elsewhere(&self) -> bool {
        let Self { scene, object, .. } = *self;
        let set = |at: u32| matches!(scene.document.str(at), "rate" | "rates" | "price" | "prices");
        self.is_estimated_cost()
            || self.group.passive
            || !is_put_at(scene, object.start, object.clause_end)
            || (object.start..object.stop).any(set)
    }

    /// *a cost estimated at $1 million*
    fn is_estimated_cost(&self) -> bool {
        /// Tokens from *which* to the verb.
        const NEAR: u32 = 8;
        let outer = self.group.outer;
        let which = |at: u32| matches!(self.scene.document.str(at), "which" | "that");
        let near = outer.saturating_sub(NEAR).max(self.s.start);
        self.first() == "at" && !(near..outer).any(which)
    }

    /// *boosted its ratings on Monday*: its own, where no one rates anybody else and no figure says how far.
    fn is_own(&self) -> bool {
        let Self { scene, object, .. } = *self;
        matches!(self.first(), "its" | "his" | "her" | "their")
            // *cut his rating to Sell from Buy*
            && !matches!(self.next(), "to" | "from")
            && !self.names(t::FIGURE)
            && scene.hits_in(object.start, object.clause_end).next().is_none()
    }
}
