//! Who buys, is bought, invests and whose shares move.

use super::super::behalf;
use super::super::clause::{Hit, Scene};
use super::super::focus::Focus;
use super::super::listed::listed;
use super::super::trigger::head_groups;
use super::super::{EventItem, tables as t};
use super::Bodies;
use crate::lexicon::{class, list};
use crate::record::ParticipantRole;
use crate::resolve::names::Kind;
use crate::text::flag;

impl Bodies<'_, '_, '_> {
    /// *sold Lumeno to Kelvar*, *bought a stake in Lumeno from Kelvar*
    pub(super) fn sold(&self, item: &mut EventItem, focus: &Focus) {
        /// Rules of sums for a body.
        const PAID: [&str; 2] = [t::rule("event.acquisition.paid"), t::rule("event.acquisition.offered")];
        // *paid $1 billion for Lumeno*, *dropped its bid for Lumeno*
        let (scene, d) = (self.scene, self.scene.document);
        let bid = |at: u32| scene.noun_groups(at, at + 1) & const { t::group("bid") | t::group("merger") } != 0;
        let offered = (self.clause.0 + 1..self.clause.1).any(|at| d.str(at) == "for" && bid(at - 1));
        let paid = offered || PAID.contains(&item.rule);
        // *will sell its stake in Lumeno as a result of its takeover of Delta*: told beside it
        const DEAL: t::Groups = t::group("merger") | t::group("deal");
        let mut bought: Option<u32> = None;
        let other_deal = |from: u32, to: u32| (from..to).any(|at| scene.noun_groups(at, at + 1) & DEAL != 0);
        for hit in self.list.iter().filter(|h| !self.owns(h)) {
            if bought.is_some_and(|end| other_deal(end, hit.start)) {
                break;
            }
            let patient = |(e, role): &(usize, ParticipantRole)| *e == hit.entity && *role == ParticipantRole::Patient;
            if item.who.iter().any(patient) {
                bought = Some(hit.end);
            }
            if self.is_behind(hit, &["from", "to", "by"]) {
                item.add(hit.entity, ParticipantRole::Participant);
            } else if self.is_behind(hit, &["in", "of"])
                || paid && (self.is_behind(hit, &["for"]) || self.is_apposed_behind(hit, "for"))
            {
                item.add(hit.entity, ParticipantRole::Patient);
                bought = Some(hit.end);
            }
        }
        if item.who.iter().all(|(_, role)| *role != ParticipantRole::Patient)
            && let Some(company) = self.company_held(item, focus)
        {
            item.add(company, ParticipantRole::Patient);
        }
        if item.who.iter().all(|(_, role)| *role == ParticipantRole::Patient)
            && let Some(buyer) = self.buyer(item, focus)
        {
            item.who.insert(0, (buyer, ParticipantRole::Agent));
        }
    }

    /// *paid $3 billion for a rival, Lumeno*: behind what it is and its comma.
    fn is_apposed_behind(&self, hit: &Hit, word: &str) -> bool {
        /// Tokens of what it is.
        const LONGEST: u32 = 6;
        let d = self.scene.document;
        let Some(comma) = hit
            .start
            .checked_sub(1)
            .filter(|at| *at > self.clause.0 && d.str(*at) == ",")
        else {
            return false;
        };
        let first = comma.saturating_sub(LONGEST).max(self.clause.0);
        let led = (first..comma).rev().find(|at| d.has(*at, class::PREP));
        led.is_some_and(|at| d.str(at) == word && matches!(d.str(at + 1), "a" | "an" | "its" | "the"))
    }

    /// *Kelvar said that its acquisition of Lumeno was approved*: its own.
    fn buyer(&self, item: &EventItem, focus: &Focus) -> Option<usize> {
        /// Tokens of *its pending acquisition*.
        const NEAR: u32 = 4;
        const DEAL: t::Groups = t::group("merger") | t::group("deal");
        let (scene, d) = (self.scene, self.scene.document);
        let start = scene.subject_start(&d.sentences()[item.sentence], item.trigger.0);
        let deal = |its: u32| (its + 1..its + NEAR).any(|at| scene.noun_groups(at, at + 1) & DEAL != 0);
        let own = (start..self.clause.1.saturating_sub(NEAR)).any(|at| d.str(at) == "its" && deal(at));
        let body = focus
            .it()
            .filter(|e| own && scene.entities.list[*e].kind == Kind::Organisation)?;
        item.who.iter().all(|(e, _)| *e != body).then_some(body)
    }

    /// *A stake in Lumeno was sold*; *a stake in the company*: the one told of before.
    fn company_held(&self, item: &EventItem, focus: &Focus) -> Option<usize> {
        /// Tokens of *in the company*, and of *in grid operator Lumeno*.
        const PHRASE: u32 = 3;
        const NEAR: u32 = 5;
        let (scene, d) = (self.scene, self.scene.document);
        let stake = |at: u32| scene.noun_groups(at, at + 1) & const { t::group("stake") } != 0;
        let start = scene.subject_start(&d.sentences()[item.sentence], item.trigger.0);
        let other = |company: &usize| item.who.iter().all(|(e, _)| e != company);
        let held = (start + 1..self.clause.1).find(|at| matches!(d.str(*at), "in" | "of") && stake(at - 1));
        let Some(held) = held else {
            // *The fund raised its stake to 9%*: in the company that the headline names
            let its = (self.clause.0 + 1..self.clause.1).any(|at| stake(at) && d.str(at - 1) == "its");
            return focus.headlined().filter(|company| its && other(company));
        };
        let mut heads = scene.heads(held + 1, (held + NEAR).min(self.clause.1)).into_iter();
        let named = heads.find(|h| h.kind == Kind::Organisation).map(|h| h.entity);
        let told = || behalf::object(scene, (held + 1, (held + PHRASE).min(self.clause.1)), focus);
        let company = named.or_else(told)?;
        other(&company).then_some(company)
    }

    /// *The news sent Kelvar shares down*, *sent shares of Kelvar down*: whose shares
    pub(super) fn shared(&self, item: &mut EventItem) {
        let scene = self.scene;
        let (first, end) = self.clause;
        let stock = |at: u32| scene.noun_groups(at, at + 1) & const { t::group("stock") } != 0;
        for hit in &self.list {
            let owned = u32::from(self.owns(hit));
            let of = hit.start > first + 1 && scene.document.str(hit.start - 1) == "of" && stock(hit.start - 2);
            if of || hit.end + owned < end && stock(hit.end + owned) {
                item.add(hit.entity, ParticipantRole::Agent);
            }
        }
    }

    /// *raised $10 million from Kelvar in a round led by Lumeno*: the investors; *invested $10 million in Kelvar*
    pub(super) fn invested(&self, item: &mut EventItem) {
        /// Prepositions that are looked behind.
        const MOST: usize = 8;
        /// Rules of money that a body takes in.
        const RAISED: [&str; 7] = [
            t::rule("event.investment.raise"),
            t::rule("event.investment.funds"),
            t::rule("event.investment.close"),
            t::rule("event.investment.closing"),
            t::rule("event.investment.round"),
            t::rule("event.investment.land"),
            t::rule("event.investment.receive"),
        ];
        let (scene, clause) = (self.scene, self.clause);
        let d = scene.document;
        let raised = RAISED.contains(&item.rule);
        participation(scene, clause.0, item);
        // *raised $10 million and bought chips from Lumeno*, *after its split from Lumeno*: of another verb
        let other = |at: &u32| {
            let verb = matches!(d.str(*at), "and" | "to") && d.info((at + 1).min(d.len() - 1)).verb != 0;
            verb || d.has(*at, class::SUBORD) || matches!(d.str(*at), "after" | "before")
        };
        let stop = (clause.0..clause.1).find(other).unwrap_or(clause.1);
        let role = |at: u32| {
            let led = || at > 0 && d.str(at - 1) == "led";
            match d.str(at) {
                "by" if led() && raised => Some(ParticipantRole::Participant),
                "by" if led() => Some(ParticipantRole::Agent),
                "from" if raised => Some(ParticipantRole::Participant),
                "in" | "into" if !raised => Some(ParticipantRole::Patient),
                _ => None,
            }
        };
        let led = (clause.0..stop).filter_map(|at| Some((at, role(at)?)));
        for (at, role) in led.take(MOST) {
            let from = match role {
                ParticipantRole::Patient => self.name_behind(at + 1),
                _ => at + 1,
            };
            for hit in listed(scene, from, clause.1) {
                let invested = role != ParticipantRole::Patient || hit.start <= from + 1;
                if hit.kind == Kind::Organisation && invested && !self.owns(&hit) {
                    item.add(hit.entity, role);
                }
            }
        }
    }

    /// Where the name starts: *in a memory chip firm, Kelvar* has it behind what the firm is.
    fn name_behind(&self, from: u32) -> u32 {
        /// Tokens of what the firm is.
        const FIRM: u32 = 7;
        const COMPANY: t::Groups = t::group("company");
        let (scene, d) = (self.scene, self.scene.document);
        let mut firm = from..self.clause.1.min(from + FIRM);
        let comma = firm.find(|at| !d.is(*at, flag::WORD) || d.has(*at, class::PREP));
        let comma = comma.filter(|at| d.str(*at) == ",");
        comma
            .filter(|at| head_groups(scene, from, *at).0 & COMPANY != 0)
            .map_or(from, |at| at + 1)
    }
}

/// *raised $10 million in a round led by Kelvar, with the participation of Lumeno and Delta*, *with Lumeno and Delta following*: in
/// whatever clause of the sentence.
fn participation(scene: &Scene<'_, '_>, from: u32, item: &mut EventItem) {
    /// Tokens of a list of backers.
    const LONGEST: u32 = 64;
    let d = scene.document;
    let end = d.sentences()[item.sentence].end;
    let leads = |at: &u32| d.str(*at) == "participation" && matches!(scene.str(at + 1), "of" | "from" | "by");
    let mut backers = (from..end)
        .find(leads)
        .map_or_else(Vec::new, |at| listed(scene, at + 2, end));
    if let Some(with) = (from..end).find(|at| d.str(*at) == "with") {
        let named = listed(scene, with + 1, end.min(with + LONGEST));
        let joins = |at: u32| d.is_on(at, list::JOINING) || d.str(at) == "also" && d.is_on(at + 1, list::JOINING);
        if named.last().is_some_and(|last| last.end < end && joins(last.end)) {
            backers.extend(named);
        }
    }
    for hit in backers {
        if hit.kind == Kind::Organisation {
            item.add(hit.entity, ParticipantRole::Participant);
        }
    }
}
