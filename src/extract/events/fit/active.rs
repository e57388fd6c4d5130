//! Rows of verbs in the active: *signed an agreement*, *said that*.

use crate::lexicon::format::{form, pos};
use crate::lexicon::{class, list};
use crate::record::{EventKind, ParticipantRole, Status};
use crate::resolve::names::Kind;
use crate::text::flag;

use super::super::rows::apart_at;
use super::super::subject::is_inverted;
use super::super::tables as t;
use super::super::trigger::{behind_date, is_have};
use super::super::verbs::Tense;
use super::behind::{behind, has_moved, is_called, is_put_at, stands_behind};
use super::object::{is_purchase, is_sale_of_goods, plans_to};
use super::{Clause, METRIC, asks_for_company};

/// Rows whose sum must stand right behind the verb.
const NEAR_SUM: [&str; 6] = [
    t::rule("event.result.money"),
    t::rule("event.result.make"),
    t::rule("event.result.earned"),
    t::rule("event.result.brings"),
    t::rule("event.investment.lend"),
    t::rule("event.market.money"),
];

/// Rows of dividends and forecasts that are changed.
const CHANGED: [&str; 2] = [t::rule("event.result.raise"), t::rule("event.result.outlook")];

/// Growth of what a body or a country has: *Kelvar's profit fell on weak demand*.
const GROWN: &str = t::rule("event.result.grow");

/// Rows whose own words say how a price moved.
const PRICE_TOLD: [&str; 4] = [
    t::rule("event.market.flat"),
    t::rule("event.market.knock"),
    t::rule("event.result.flat"),
    t::rule("event.result.profit"),
];

impl Clause<'_, '_, '_> {
    /// [`fits`](Clause::fits) of an active verb.
    pub(super) fn active(&self) -> Option<u32> {
        let Self {
            scene, rule, object, ..
        } = *self;
        if rule.object != 0 && !self.has_object()
            || rule.with != 0 && behind(scene, rule, object.start, object.clause_end) & rule.with == 0
            || self.is_no_event_of_kind()
            || self.has_no_object()
            || self.lacks_figure()
        {
            return None;
        }
        Some(1 + u32::from(rule.subject != 0) + 2 * u32::from(rule.object != 0) + u32::from(rule.with != 0))
    }

    /// Whether one of the things that the rule asks for stands behind the verb.
    fn has_object(&self) -> bool {
        let Self {
            scene,
            s,
            rule,
            group,
            object,
            ..
        } = *self;
        let d = scene.document;
        let (end, clause_end) = (object.start, object.clause_end);
        let mut bits = object.bits;
        // *raised its target to $105*: the sum is not what was raised
        if rule.kind == EventKind::Investment {
            bits &= !(t::MONEY & !object.near);
        }
        // *made contributions worth $5 million*: the sum is not what was earned
        if NEAR_SUM.contains(&rule.id) && object.bits & METRIC == 0 {
            bits &= !((t::FIGURE | t::MONEY) & !object.near);
        }
        // *described the move as regrettable*, not *the time described in the text*
        if rule.object & t::AS != 0 && (end..clause_end).any(|at| d.str(at) == "as") {
            bits |= t::AS;
        }
        // *called Wuxi a pearl*
        let call = rule.id == const { t::rule("event.statement.call") };
        if call && bits & t::QUOTE == 0 && is_called(scene, end, clause_end) {
            bits |= t::QUOTE;
        }
        // *put the damage at 3 million yuan*
        if rule.id == const { t::rule("event.statement.puts") } && is_put_at(scene, end, clause_end) {
            bits |= t::QUOTE;
        }
        let front = || stands_behind(scene, s, group, end, clause_end) || is_inverted(scene, s, group, group.head);
        if rule.object & t::FRONT != 0 && front() {
            bits |= t::FRONT;
        }
        // *participated via video link*
        let afar = scene.document.is_on(end, list::AFAR);
        let empty = (object.stop == end || afar)
            && rule.kind == EventKind::Meeting
            && rule.roles[0] == Some(ParticipantRole::Participant);
        bits & rule.object != 0 || empty
    }

    /// What stands where an object should: a preposition, *no*, a clause.
    fn has_no_object(&self) -> bool {
        let Self {
            scene, rule, object, ..
        } = *self;
        let d = scene.document;
        let end = object.start;
        // *announced on its website that …*
        let told_on = || d.has(end, class::PREP) && behind_date(scene, end) == end;
        if rule.id == const { t::rule("event.launch.announced") } && told_on() {
            return true;
        }
        // *making him the longest-serving*
        let him = || d.has(end, class::PRON) && !d.has(end, class::DET);
        if rule.id == const { t::rule("event.result.make") } && him() {
            return true;
        }
        // *The project will begin research*: neither the project nor a meeting is what begins
        const STARTED: [&str; 2] = [t::rule("event.construction.starts"), t::rule("event.meeting.open")];
        if STARTED.contains(&rule.id) && object.start == self.group.head + 1 && self.governs_noun() {
            return true;
        }
        if rule.object == 0 || rule.kind == EventKind::Statement {
            return false;
        }
        // *has built in Peru since 2010*: the plant is where
        if rule.id == const { t::rule("event.construction.build") } && d.has(end, class::PREP) {
            return true;
        }
        // *announced on Monday that …*
        let first = behind_date(scene, end);
        if scene.str(first) == "that" {
            return true;
        }
        // *announced it has completed its acquisition*: a clause
        let opens = matches!(scene.str(first), "it" | "he" | "she" | "they" | "we");
        if opens && d.get(first + 1).is_some() && (d.has(first + 1, class::AUX) || d.has(first + 1, class::MODAL)) {
            return true;
        }
        match scene.str(end) {
            // *announced no deal*, but *signed no fewer than 30 contracts*
            "no" => !matches!(scene.str(end + 1), "fewer" | "less" | "more"),
            // *recognises that*, *announced that a plant …*
            "that" => true,

            _ => false,
        }
    }

    /// A plain noun stands right behind the verb: *began research*, but not *began today*, *began trial runs* of a plant.
    fn governs_noun(&self) -> bool {
        let Self { scene, object, .. } = *self;
        let d = scene.document;
        let noun = object.start;
        let verb = self.group.head;
        d.get(noun).is_some()
            && d.is(noun, flag::WORD)
            && !d.is(noun, flag::CAPITAL)
            && d.info(noun).pos & pos::NOUN != 0
            && d.info(noun).pos & (pos::ADVERB | pos::ADJECTIVE) == 0
            && d.info(noun).form & form::GERUND == 0
            && !d.has(noun, class::PREP)
            && !d.has(noun, class::DET)
            && !d.has(noun, class::CONJ)
            && behind_date(scene, noun) == noun
            && d.phrase(verb).is_none_or(|phrase| phrase.end <= noun)
    }

    /// What is no event of the rule's kind for all that its words stand there.
    fn is_no_event_of_kind(&self) -> bool {
        let Self {
            scene,
            rule,
            group,
            object,
            subject,
            ..
        } = *self;
        let d = scene.document;
        let (end, clause_end) = (object.start, object.clause_end);
        let usual = group.tense == Tense::Present && !group.progressive && !d.is(group.head, flag::HEADLINE);
        // *Kelvar Corp. announced a training programme*: no authority
        let rules = subject & const { t::group("ruler") | t::group("assembly") } != 0;
        let company = subject & const { t::group("company") } != 0 && !rules;
        let wants = matches!(rule.kind, EventKind::Launch | EventKind::Agreement);
        if asks_for_company(rule) && company != wants {
            return true;
        }
        let programme = rule.id == const { t::rule("event.launch.programme") };
        if programme && (plans_to(scene, object) || is_purchase(scene, object)) {
            return true;
        }
        // *represents a 20 percent premium over the price*: what is offered, no share of a whole
        let over = || object.stop > end && matches!(scene.str(object.stop - 1), "premium" | "discount");
        if rule.id == const { t::rule("event.result.accounts") } && over() {
            return true;
        }
        // *dropped a plan to close a school*: things stay as they are
        if rule.id == const { t::rule("event.policy.shelved") } && plans_to(scene, object) {
            return true;
        }
        // *blocked the sale of tools to Peru*: goods that may not be sold, and no company
        if rule.id == const { t::rule("event.acquisition.thwart") } && is_sale_of_goods(scene, object)
            || rule.id == const { t::rule("event.restriction.sales") } && !is_sale_of_goods(scene, object)
        {
            return true;
        }
        // *changed hands at 2,100 yen*: a price at which a share is traded
        if rule.id == const { t::rule("event.acquisition.hands") } && scene.str(end) == "at" {
            return true;
        }
        // *cleared Kelvar Corp. to list in Lima*: a listing
        if rule.id == const { t::rule("event.policy.permit") } {
            let to = apart_at(scene, group.head, rule);
            if to.is_some_and(|to| matches!(scene.str(to + 1), "list" | "go" | "float")) {
                return true;
            }
        }
        // *joined Kelvar Company on the market*: no union of firms
        const FIRM: t::Groups = t::group("company");
        if rule.id == const { t::rule("event.agreement.member") } && object.bits & FIRM != 0 {
            return true;
        }
        match rule.kind {
            // *shut down its lines to look for damage*: work stops, the site is not closed
            EventKind::Other if rule.id == const { t::rule("event.other.close") } => {
                object.stop > end && d.is_on(object.stop - 1, list::LINES)
            }
            EventKind::Policy if subject & t::ORGANISATION != 0 => {
                // *announced plans to build a plant*: the plant is told, and a body's plan is no policy, but *The ministry
                // unveiled a plan to support chips* is
                let ruler = subject & const { t::group("ruler") | t::group("assembly") } != 0;
                plans_to(scene, object) && (!ruler || scene.str(object.stop - 1) == "plans")
                    // *announced an order for 175 jets*: bought, not decreed
                    || is_purchase(scene, object)
            }
            // *went on strike*: told by all three words
            EventKind::Labour if rule.id == const { t::rule("event.labour.end") } => {
                scene.str(end) == "strike" && scene.str(end - 1) == "on"
            }
            // *the panel of experts found*: no court
            EventKind::Legal if rule.id == const { t::rule("event.legal.finds") } => {
                group.outer == 0 || !d.is_on(group.outer - 1, list::JURY)
            }
            // *applied for a licence*: nothing is imposed
            EventKind::Restriction => scene.str(end) == "for",
            // *introduced the products to the mayor*: told about them; *a statement displayed to the paper*
            EventKind::Launch => {
                rule.id == const { t::rule("event.launch.out") } && scene.str(end) == "to"
                    || subject & t::PERSON != 0
                        && d.str(group.head).starts_with("introduc")
                        && (end..clause_end).any(|x| d.str(x) == "to")
            }
            // *those accused of theft*
            EventKind::Statement => rule.roles[1].is_some() && scene.str(end) == "of",
            // *puts the loss at 3 million*, *Single investments are limited to 5 million yuan*
            EventKind::Investment => {
                // *has attracted plentiful investment*, *drew attention*: neither how much nor by whom
                let draws = d.str(group.head).starts_with("attract")
                    || d.str(group.head).starts_with("draw")
                    || d.str(group.head) == "drew";
                let told = scene.hits_in(end, clause_end).any(|h| h.kind == Kind::Organisation);
                if draws && !told && scene.groups(end, clause_end) & t::FIGURE == 0 && object.bits & t::FIGURE == 0 {
                    return true;
                }
                // *received a termination fee of $90 million*: nothing is invested
                let fee = object.stop > end && d.is_on(object.stop - 1, list::FEES);
                if fee && rule.id == const { t::rule("event.investment.raise") } {
                    return true;
                }
                // *the deal will help it build tools*: no money is given
                let helps = || {
                    let base = |at: u32| d.info(at).form & form::BASE != 0 && d.info(at).verb != 0;
                    rule.id == const { t::rule("event.investment.support") }
                        && d.str(group.head).starts_with("help")
                        && (d.has(end, class::PRON) && base(end + 1) || base(end) && d.has(end + 1, class::DET))
                };
                if helps() {
                    return true;
                }
                // *The investment is to speed up construction*: what it is for
                scene.str(end) == "at"
                    || d.has(group.head, class::AUX) && !is_have(d, group.head) && scene.str(end) == "to"
                    || d.has(group.head, class::AUX) && d.info(end).form & form::PARTICIPLE != 0
            }
            // *Vega produces chips*: what it does, not what it did
            EventKind::Production => {
                let goods = rule.object & const { t::group("goods") } != 0;
                goods && usual && object.bits & t::FIGURE == 0
            }
            // *sent the yen to 148 per dollar*, but not *sent 3 million pounds to Peru*, *pushed the share of orders to 60 %*
            EventKind::Market if rule.id == const { t::rule("event.market.sent") } => {
                d.has(end, class::PREP) || object.near != 0 || !d.is_on(object.stop, list::LEVEL_MOVED)
            }
            // *designs chips*: what it does day by day
            EventKind::Research => usual,
            // *orders are two of the measures*: no sum
            EventKind::Result => {
                let be = group.tense == Tense::Present && d.has(group.head, class::AUX) && end == group.head + 1;
                let near = (end + 6).min(clause_end);
                be && !is_have(d, group.head) && scene.figure_groups(end, near) & (t::MONEY | t::PERCENT) == 0
            }
            _ => false,
        }
    }

    /// *Kelvar's profit fell on weak demand*, not *Demand grew*, *as sales fell*, *improved benefits*.
    fn has_grown(&self) -> bool {
        let Self {
            scene,
            s,
            rule,
            group,
            object,
            ..
        } = *self;
        let d = scene.document;
        if rule.id != GROWN || group.progressive || group.outer <= s.start || object.start != group.head + 1 {
            return false;
        }
        let end = object.start;
        // *Kelvar's profit falls* is told in a headline alone
        let last = end >= s.end || d.is(end, flag::MARK);
        let closes = last && d.is(group.head, flag::HEADLINE)
            || !last
                && (d.has(end, class::PREP) && d.str(end) != "to"
                    || d.has(end, class::CONJ)
                    || d.has(end, class::SUBORD)
                    || d.info(end).pos & pos::ADVERB != 0 && d.is(end + 1, flag::MARK));
        let start = scene.subject_start(s, group.outer);
        let head = (start..group.outer)
            .take_while(|at| {
                *at == start
                    || !d.has(*at, class::PREP)
                        && (!d.is(*at, flag::MARK) || matches!(d.str(*at), "-" | "'s" | "’s" | "'" | "’"))
            })
            .last();
        let background = start > s.start && d.is_on(start - 1, list::BACKGROUND);
        closes && !background && head.is_some_and(|head| d.is_on(head, list::TRADED_SUM))
    }

    /// Growth without a figure is talk, unless it is told of a day or a month.
    fn lacks_figure(&self) -> bool {
        let Self {
            scene,
            s,
            rule,
            group,
            object,
            subject,
        } = *self;
        let d = scene.document;
        let (end, clause_end) = (object.start, object.clause_end);
        if !matches!(rule.kind, EventKind::Result | EventKind::Market) {
            return false;
        }
        // *Kelvar raises its profit forecast*: the present of a headline
        let headline = d.is(group.head, flag::HEADLINE) && group.tense == Tense::Present && !group.progressive;
        let past = group.tense == Tense::Past || headline;
        // *was unchanged*, *took a tumble*, *slid into the red*: the words tell how it moved
        let price_told = || past && !group.is_perfect(d) && PRICE_TOLD.contains(&rule.id);
        let results = object.bits & rule.object & const { t::group("results") | t::group("forecast") } != 0;
        // *Kelvar to cut dividend*
        let ahead = group.planned && d.is(group.head, flag::HEADLINE) && CHANGED.contains(&rule.id);
        let told_with_object = rule.object != 0 && (past || ahead) && !is_have(d, group.head);
        if results || told_with_object || price_told() {
            return false;
        }
        // *nearly doubled*: the figure starts before the verb
        let near = group.start.saturating_sub(2).max(s.start);
        let dated = |from, to| scene.dates_in(from, to).any(|i| scene.dates[i].is_near());
        let told = || {
            let planned = group.planned || group.tense == Tense::Future || rule.status == Some(Status::Planned);
            let past = past && !group.is_perfect(d) && rule.object == 0;
            planned && dated(end, clause_end) || past && (dated(s.start, s.end) || self.has_grown())
        };
        scene.groups(end, s.end) & t::FIGURE == 0
            && scene.figures_in(near, end + 1).next().is_none()
            && !told()
            && !(rule.kind == EventKind::Market && has_moved(scene, s, end, group, subject))
    }
}
