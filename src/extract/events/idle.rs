//! Verbs that tell no event of their own: they announce another one, tell what is usual, or only say which one is meant.

use crate::extract::names::shape::is_noun;
use crate::lexicon::format::{form, pos};
use crate::lexicon::{class, list};
use crate::record::EventKind;
use crate::resolve::names::Kind;
use crate::text::{Document, Sentence, flag};

use super::clause::Scene;
use super::focus::is_company;
use super::verbs::{self, Tense, VerbGroup};
use super::{VerbRule, tables as t};

/// The verb at `at` only announces the infinitive behind it: *is expected to*, *is scheduled to*.
pub(super) fn is_announced(d: &Document<'_>, s: &Sentence, at: u32) -> bool {
    let be = d.value(at, at + 1, class::AUX) == Some("be");
    let plan = at + u32::from(be);
    let planned = d.has(plan, class::PLANVERB) && d.info(plan).form & form::PARTICIPLE != 0;
    let infinitive = plan + 2 < s.end && d.str(plan + 1) == "to" && d.info(plan + 2).form & form::BASE != 0;
    planned && infinitive && (be || at > s.start && d.value(at - 1, at, class::AUX) == Some("be"))
}

/// The verb tells what is usual, or only which one is meant: *who win prizes*, *in a report published on Friday*, *invests in
/// chips*. `participle`: it stands behind its noun; `nobody`: no entity is its subject.
pub(super) fn is_no_event(
    scene: &Scene<'_, '_>,
    s: &Sentence,
    at: u32,
    rule: &VerbRule,
    group: &VerbGroup,
    (participle, nobody): (bool, bool),
) -> bool {
    // *Luis Prado (left), mayor of Lima*: where he stands in the picture
    let d = scene.document;
    if at > s.start && d.str(at - 1) == "(" && matches!(scene.str(at + 1), ")" | ",") {
        return true;
    }
    // *The takeover was first announced in March*: told before
    let first = || (group.start..group.head).any(|x| d.str(x) == "first");
    if group.passive && rule.id == const { t::rule("event.acquisition.approve") } && first() {
        return true;
    }
    let reading = Reading {
        scene,
        s,
        at,
        rule,
        group,
        participle,
        nobody,
    };
    reading.is_usual()
        || reading.is_which_one()
        || reading.is_not_yet()
        || reading.is_idle_of_rule()
        || reading.is_idle_of_kind()
}

/// A verb whose row fits.
struct Reading<'t, 'd, 'a> {
    scene: &'t Scene<'d, 'a>,
    s: &'t Sentence,
    at: u32,
    rule: &'t VerbRule,
    group: &'t VerbGroup,
    participle: bool,
    nobody: bool,
}

impl Reading<'_, '_, '_> {
    /// A participle without *be* or *have*: *the projects signed*.
    fn is_bare(&self) -> bool {
        self.group.outer == self.at && self.scene.document.info(self.at).form & form::PARTICIPLE != 0
    }

    /// Behind a noun in small letters, the only one in front of the verb.
    fn is_behind_common(&self) -> bool {
        let d = self.scene.document;
        self.at > self.s.start && d.is(self.at - 1, flag::WORD) && !d.is(self.at - 1, flag::CAPITAL)
    }

    /// What is done again and again, or by people in general.
    fn is_usual(&self) -> bool {
        let Self {
            scene,
            s,
            at,
            rule,
            group,
            ..
        } = *self;
        let d = scene.document;
        let usual = group.tense == Tense::Present && !group.passive && !group.progressive && !d.is(at, flag::HEADLINE);
        let counts = matches!(rule.kind, EventKind::Result | EventKind::Market | EventKind::Statement);
        let makes = rule.kind == EventKind::Production;
        let who = d.str(group.outer.max(1) - 1);
        // *Firms that win prizes will receive …*, *Kelvar, which makes chips, …*
        let relative = usual
            && !counts
            && (self.nobody && matches!(who, "who" | "that") || makes && matches!(who, "which" | "who" | "that"));
        // *people who have taped out fifty chips*
        let anybody = (usual || group.is_perfect(d))
            && matches!(who, "who" | "that")
            && group.outer > s.start + 1
            && d.is_on(group.outer - 2, list::ANYBODY);
        // *supports firms that have built a plant*, *Companies that have achieved a breakthrough can apply*
        let any_firm = (usual && !counts || group.is_perfect(d))
            && matches!(who, "who" | "that" | "which")
            && group.outer > s.start + 1
            && is_any_firm(d, s, group.outer - 2);
        if any_firm {
            return true;
        }
        let invests = usual
            && rule.kind == EventKind::Investment
            && scene.figures_in(at, scene.clause_end(s, at + 1)).next().is_none();
        relative || anybody || invests
    }

    /// Which one is meant: *The projects signed include four plants*.
    fn is_which_one(&self) -> bool {
        let Self {
            scene,
            s,
            at,
            rule,
            nobody,
            ..
        } = *self;
        let d = scene.document;
        if !self.is_bare() {
            return false;
        }
        // *people briefed on the talks*
        let said = rule.kind == EventKind::Statement && at > s.start && d.is_on(at - 1, list::ANYBODY);
        if said && at + 1 < s.end && d.has(at + 1, class::PREP) {
            return true;
        }
        // *The projects signed include four plants*
        let goes_on = || {
            let other = rule.kind != EventKind::Statement && at > s.start && d.str(at - 1) != "those";
            other && at + 1 < s.end && is_finite(d, at + 1)
        };
        // *It named a firm listed in Lima*
        let traded = || {
            let listed = nobody && rule.id == const { t::rule("event.listing.on") };
            listed && self.is_behind_common() && is_noun(d, at - 1) && scene.has_verb(s.start, at)
        };
        // *a company spun off from Lima University*: where it comes from
        let spun = rule.kind != EventKind::Statement && nobody && d.str(at) == "spun" && scene.str(at + 2) == "from";
        // *Chips manufactured in Peru will drive growth*
        let made = || {
            let modal = |x: u32| d.has(x, class::MODAL) && !d.is(x, flag::CAPITAL);
            rule.kind == EventKind::Production
                && self.is_behind_common()
                && d.has(at + 1, class::PREP)
                && (at + 2..(at + 6).min(s.end)).any(modal)
        };
        spun || goes_on() || traded() || made()
    }

    /// What is to be done, or only once something else is.
    fn is_not_yet(&self) -> bool {
        let Self {
            scene,
            s,
            at,
            rule,
            group,
            ..
        } = *self;
        let d = scene.document;
        // *must pay a bonus*: nothing is paid
        let due = d.str(group.start) == "must" && rule.kind != EventKind::Legal;
        // *Upon completion and put into production, it will …*
        let upon = || {
            matches!(d.str(s.start), "Upon" | "After" | "Once" | "When")
                && self.is_bare()
                && rule.kind != EventKind::Statement
                && group.outer > s.start
                && d.str(group.outer - 1) == "and"
                && (s.start..at).all(|x| d.str(x) != ",")
                && !scene.has_verb(s.start + 1, group.outer)
        };
        due || upon()
    }

    /// What the verb of one row tells beside its event.
    fn is_idle_of_rule(&self) -> bool {
        const BUILT: &str = t::rule("event.research.built");
        const SPEECH: &str = t::rule("event.statement.speech");
        const SERVE: &str = t::rule("event.appointment.serve");
        const LEAVE: &str = t::rule("event.appointment.leave");
        const QUIT: &str = t::rule("event.appointment.quit");
        const DEPARTED: &str = t::rule("event.production.depart");
        const REQUIRED: &str = t::rule("event.statement.required");
        const CITE: &str = t::rule("event.statement.cite");
        const CALL: &str = t::rule("event.statement.call");
        const BRIEF: &str = t::rule("event.statement.brief");
        const REACH: &str = t::rule("event.result.reach");
        const MADE: &str = t::rule("event.production.reach");
        const BUILD: &str = t::rule("event.construction.build");
        const ANNOUNCED: &str = t::rule("event.construction.announced");
        const PROPOSES: &str = t::rule("event.construction.announce");
        const SUPPLY: &str = t::rule("event.agreement.supply");
        const AVAILABLE: &str = t::rule("event.launch.available");
        const PRICE: &str = t::rule("event.listing.price");
        const SOLD: &str = t::rule("event.acquisition.sold");
        const SUE: &str = t::rule("event.legal.sue");
        const BE: &str = t::rule("event.result.be");
        const TARGET: &str = t::rule("event.conflict.target");
        const HONOUR: &str = t::rule("event.award.award");
        const RAID: &str = t::rule("event.legal.raid");
        const PLANNED: &str = t::rule("event.meeting.planned");
        const SCHEDULED: &str = t::rule("event.production.scheduled");
        const AWARDS: &str = t::rule("event.legal.awards");
        const ABROAD: &str = t::rule("event.result.sell_abroad");
        const PRAISE: &str = t::rule("event.statement.praise");
        const BECOME: &str = t::rule("event.appointment.become");
        const MARKET: &str = t::rule("event.result.market");
        const MET_IN: &str = t::rule("event.meeting.met_in");
        const INAUGURATE: &str = t::rule("event.meeting.inaugurate");
        let Self {
            scene,
            s,
            at,
            rule,
            group,
            nobody,
            ..
        } = *self;
        let d = scene.document;
        match rule.id {
            // *The money will be used to buy 30 tools*: what is done with it
            BE => {
                let done = d.info(at + 1).form & form::PARTICIPLE != 0 && d.info(at + 1).pos & pos::ADJECTIVE == 0;
                done && matches!(scene.str(at + 2), "to" | "for" | "as" | "in" | "by")
            }
            // *is targeted to use the process*: an aim
            TARGET => {
                let done = || scene.str(at + 1) == "for" && d.is(at + 2, flag::EVENT);
                // *was targeted by an activist investor*
                let owner = || {
                    let owners = const { t::group("owners") };
                    scene.str(at + 1) == "by" && scene.noun_groups(at + 2, s.end.min(at + 5)) & owners != 0
                };
                group.passive && (scene.str(at + 1) == "to" || done() || owner())
            }
            // *is widely recognized as a leader*: what people think
            HONOUR => at > s.start && matches!(d.str(at - 1), "widely" | "generally" | "commonly" | "broadly"),
            // *is conducting a search for a new chief*
            RAID => (at + 1..s.end.min(at + 5)).any(|x| d.str(x) == "search" && scene.str(x + 1) == "for"),
            // *plans to build a workshop*
            PLANNED => scene.str(at + 1) == "to",
            // *becoming the first leader to enter the plant*: no post
            BECOME => d.str(at) == "becoming" && (at + 1..s.end.min(at + 4)).any(|x| d.str(x) == "first"),
            // *the target to be reached*
            MARKET => group.passive,
            // *met in Lima with officials*, not *met the target with ease*
            MET_IN => {
                !matches!(scene.str(at + 1), "in" | "at" | "on" | "here" | "there") && scene.date_at(at + 1).is_none()
            }
            // *of which 3 billion yuan was set for production*: money set aside
            SCHEDULED => group.outer > s.start && scene.ends_figure(group.outer - 1),
            // *firms were awarded 5 million yuan*: by no court
            AWARDS => group.passive && (at..s.end).all(|x| d.str(x) != "by"),
            // *imports and exports rose*
            ABROAD => at > s.start + 1 && d.str(at - 1) == "and" && matches!(d.str(at - 2), "imports" | "Imports"),
            // *The expo opened. It also highlights key uses*: what it shows
            PRAISE => nobody && d.str(at) == "highlights" && d.str(s.start) == "It",
            // *Inaugurated in 1991, the festival has grown*: long ago
            INAUGURATE => self.is_bare() && group.outer == s.start,
            // *cars built in Lima*
            BUILT => self.participle,
            // *The remarks were made at the forum*: they are told already
            SPEECH => nobody && group.passive && d.str(at) == "made" && scene.str(at + 1) != "by",
            // *served as mayor*: what somebody was; *will serve as mayor*: who takes the post
            SERVE => group.tense != Tense::Future,
            // *was resigned to it*, *Prime Minister retired General Amy Kuo*: how and what somebody is
            LEAVE => {
                let small = |x: u32| d.has(x, class::PREP) || d.str(x) == "as";
                let title = || (at + 1..s.end.min(at + 3)).find(|x| d.has(*x, class::TITLE) || small(*x));
                group.passive || d.str(at) == "retired" && title().is_some_and(|x| !small(x))
            }
            // *is left to be seen*; *Taxi drivers are required to wait*
            QUIT | REQUIRED | DEPARTED => group.passive,
            // *the report cited above*
            CITE => {
                let next = at + 1;
                let adverb = || d.info(next).pos & pos::ADVERB != 0;
                next >= s.end || d.has(next, class::PREP) || d.is(next, flag::NUMBER) || adverb()
            }
            // *They called the trip a success*: people in general
            CALL => nobody && at > s.start && matches!(d.value(at - 1, at, class::PRON), Some("they" | "we" | "you")),
            // *The families have been informed*
            BRIEF => group.passive && d.str(at) != "briefed",
            // *Two women were hit by a car*
            REACH | MADE => group.passive && d.str(at) == "hit",
            // *will be built into a base*: what becomes of it
            BUILD => scene.str(at + 1) == "into",
            // *when fabs were announced everywhere*: by nobody
            ANNOUNCED => group.passive,
            // *The plan proposes to support the construction of a base*: an aim
            PROPOSES => scene.str(at + 1) == "to",
            // *supplies chips to Lumeno*: what it does
            SUPPLY => group.tense != Tense::Future || group.planned && d.str(group.outer).starts_with("agree"),
            // *is available in red*: what it is like
            AVAILABLE => group.tense != Tense::Future,
            // *are priced for perfection*, *is sold in shops*
            PRICE | SOLD => group.passive && group.tense == Tense::Present && !group.progressive,
            // *expects to start charging for rides*, *charged $3 a ride*: a price, not a suit
            SUE => {
                let price = || scene.str(at + 1) == "for" || d.has(at + 1, class::CURSYM);
                // *as Fines Loom*: a noun
                let noun = d.info(at).form & form::THIRD != 0
                    && group.outer == at
                    && at > s.start
                    && d.str(at - 1).eq_ignore_ascii_case("as");
                d.str(at).starts_with("charg") && !group.passive && price() || noun
            }
            _ => false,
        }
    }

    /// What the verbs of one kind tell beside their events.
    fn is_idle_of_kind(&self) -> bool {
        let Self {
            scene, s, at, group, ..
        } = *self;
        let d = scene.document;
        match self.rule.kind {
            EventKind::Statement => {
                // *said that he believed the firm would grow*: within what he says
                let pronoun = || d.is_on(at, list::BELIEVING) && at > s.start + 1 && d.has(at - 1, class::PRON);
                let said = || {
                    let mut front = (s.start..at - 1).rev().take_while(|x| d.is(*x, flag::WORD));
                    front.any(|x| verbs::says(d, x))
                };
                // *in his opening remarks*
                let remarks = || {
                    let what = at.saturating_sub(1).max(s.start);
                    d.str(at) == "remarks"
                        && (d.info(what).form & form::GERUND != 0 || d.info(what).pos & pos::ADJECTIVE != 0)
                };
                // *recalled 20,000 chargers*
                let goods = || d.str(at).starts_with("recall") && scene.figure_at(at + 1);
                // *“They said the lights went out,” said Li Ming*: within what somebody says
                remarks() || goods() || scene.is_quoted(at) || pronoun() && said()
            }
            EventKind::Meeting => {
                // *has been held three times*: a count of occasions
                let count = |x: u32| matches!(d.str(x), "times" | "sessions" | "editions" | "consecutive");
                let often = || group.is_perfect(d) && (at + 1..s.end.min(at + 4)).any(count);
                // *was met with bullets*
                group.passive && group.start < at && d.str(at) == "met" || often()
            }
            EventKind::Launch => self.participle && self.is_source(),
            EventKind::Policy => {
                let own = || (group.passive || self.participle) && is_plan_of_company(scene, s, at);
                self.participle && self.is_ordered() || own()
            }
            _ => false,
        }
    }

    /// *the firm said in a report published on Friday*.
    fn is_source(&self) -> bool {
        let Self { s, at, .. } = *self;
        let d = self.scene.document;
        let says = || (s.start..at).any(|x| d.has(x, class::SAYVERB));
        // *according to an annual report released on Friday*
        let first = (at.saturating_sub(5).max(s.start)..at)
            .rev()
            .find(|x| d.has(*x, class::DET));
        let according = || {
            first.is_some_and(|the| {
                the > s.start + 1 && d.str(the - 1) == "to" && d.str(the - 2).eq_ignore_ascii_case("according")
            })
        };
        at >= s.start + 3
            && (d.has(at - 2, class::DET) && matches!(d.str(at - 3), "in" | "to" | "from" | "by") && says()
                || according())
    }

    /// *denied the motion in a sealed order issued on Monday*: how the court did it.
    fn is_ordered(&self) -> bool {
        /// Tokens from the article to the verb.
        const NEAR: u32 = 4;
        let Self { s, at, .. } = *self;
        let d = self.scene.document;
        if at < s.start + 3 || d.str(at - 1) != "order" {
            return false;
        }
        let the = (at.saturating_sub(NEAR).max(s.start + 1)..at - 1)
            .rev()
            .find(|x| d.has(*x, class::DET));
        the.is_some_and(|the| d.str(the - 1) == "in")
    }
}

/// *firms*, *software projects* without an article or a number: any of them.
fn is_any_firm(d: &Document<'_>, s: &Sentence, noun: u32) -> bool {
    /// Words of what they are.
    const NEAR: u32 = 3;
    if !d.is_on(noun, list::ANY_FIRM) || d.is(noun, flag::CAPITAL) && noun != s.start {
        return false;
    }
    let first = noun.saturating_sub(NEAR).max(s.start);
    let plain = |at: &u32| d.is(*at, flag::WORD) && !d.has(*at, class::PREP) && d.info(*at).verb == 0;
    let mut front = (first..noun).rev().take_while(plain);
    front.all(|at| !d.has(at, class::DET) && !d.has(at, class::NUMWORD) && (at == s.start || !d.is(at, flag::CAPITAL)))
        && (noun == s.start || !d.is(noun - 1, flag::NUMBER))
}

/// *the company's savings plan announced in May*, *Kelvar's plan was announced*: a company owns the noun in front of the verb.
fn is_plan_of_company(scene: &Scene<'_, '_>, s: &Sentence, verb: u32) -> bool {
    /// Tokens from the owner to the verb.
    const NEAR: u32 = 6;
    let d = scene.document;
    let owner = (verb.saturating_sub(NEAR).max(s.start + 1)..verb)
        .rev()
        .take_while(|at| !d.is(*at, flag::MARK) || matches!(d.str(*at), "'s" | "’s" | "-"))
        .find(|at| matches!(d.str(*at), "'s" | "’s"));
    owner.is_some_and(|owner| {
        let noun = d.value(owner - 1, owner, class::DEFINITE);
        let named = scene.hits_in(owner.saturating_sub(NEAR).max(s.start), owner).last();
        let body = named.filter(|h| h.end == owner && h.kind == Kind::Organisation);
        noun.is_some_and(|kind| matches!(kind, "organisation" | "organisation firm" | "organisation maker"))
            || body.is_some_and(|h| is_company(scene, h.entity))
    })
}

/// A word that can be nothing but the verb of its clause: *include*, *are*, *will*.
fn is_finite(d: &Document<'_>, at: u32) -> bool {
    let info = d.info(at);
    let verb = info.form & (form::BASE | form::THIRD | form::PAST) != 0
        && info.pos & (pos::NOUN | pos::PLURAL | pos::ADJECTIVE | pos::ADVERB) == 0;
    d.is(at, flag::WORD) && !d.is(at, flag::CAPITAL) && (verb || d.has(at, class::AUX) || d.has(at, class::MODAL))
}

/// *one of three people awarded the prize*: the clause has a verb already and a preposition leads to the noun.
pub(super) fn is_participle_of(scene: &Scene<'_, '_>, s: &Sentence, at: u32) -> bool {
    /// Tokens between the two verbs.
    const NEAR: u32 = 8;
    let d = scene.document;
    let noun = at > s.start + 3
        && d.info(at).form & form::PARTICIPLE != 0
        && d.is(at - 1, flag::WORD)
        && !d.is(at - 1, flag::CAPITAL)
        && d.info(at - 1).pos & (pos::NOUN | pos::PLURAL) != 0;
    if !noun {
        return false;
    }
    let between = (at.saturating_sub(NEAR).max(s.start + 1)..at - 1).rev();
    let mut led = false;
    between
        .take_while(|x| d.is(*x, flag::WORD | flag::NUMBER) && !d.has(*x, class::CONJ) && !d.has(*x, class::SUBORD))
        .any(|x| {
            led |= matches!(d.str(x), "among" | "of");
            led && d.value(x, x + 1, class::AUX) == Some("be")
                || led && d.str(x) == "among" && d.info(x - 1).form & form::PARTICIPLE != 0
        })
}
