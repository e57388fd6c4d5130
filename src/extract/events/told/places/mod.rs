//! Where it was, by the clause.

mod site;
mod visit;

use crate::lexicon::format::{PlaceInfo, form};
use crate::lexicon::{class, list};
use crate::record::{EventKind, ParticipantRole};
use crate::resolve::names::Kind;
use crate::text::{Sentence, flag};

use super::super::arguments::owners;
use super::super::clause::{Hit, Scene, is_relative};
use super::super::focus::Focus;
use super::super::listed::listed;
use super::super::places::head_kind;
use super::super::{EventItem, tables as t};
use super::super::{rows, verbs};
use super::Told;
use super::clause::{
    is_agreed, is_behind_clause, is_fronted_meeting, is_of_next_verb, is_of_other_verb, is_of_participle, is_origin,
    is_speaking, is_subject_matter, said_at, said_from,
};

/// What leaves the plant.
const DEPART: &str = t::rule("event.production.depart");

/// Rules of money that a body takes in, wherever it is spent.
const TAKEN: [&str; 7] = [
    t::rule("event.investment.raise"),
    t::rule("event.investment.funds"),
    t::rule("event.investment.close"),
    t::rule("event.investment.round"),
    t::rule("event.investment.land"),
    t::rule("event.investment.receive"),
    t::rule("event.investment.borrow"),
];

impl Told {
    /// Where it was, by the clause and by what the kind of event says of its subject and object.
    pub(in super::super) fn places(&self, scene: &Scene<'_, '_>, s: &Sentence, focus: &Focus, item: &mut EventItem) {
        let d = scene.document;
        let (clause_end, subject) = (self.clause_end, self.subject);
        // *Profit rose, helped by demand in the United States*: a company's result has no place
        let body = |(e, _): &(usize, ParticipantRole)| scene.entities.list[*e].kind == Kind::Organisation;
        if item.kind == EventKind::Result && (item.who.iter().any(body) || !owners(scene, subject).is_empty()) {
            return;
        }
        self.in_clause(scene, s, item);
        if item.kind == EventKind::Visit {
            self.of_visit(scene, focus, item);
        }
        // *The exhibition will tour Lima and Cusco*
        if item.rule == const { t::rule("event.meeting.on_show") } {
            let shown = listed(scene, self.end, clause_end).into_iter();
            item.place = shown.filter(|h| h.kind == Kind::Place).map(|h| h.entity).collect();
        }
        // *packed the ballroom of the Lotus Hotel in Lima for the gala*, *crowded into Carmel Hall*
        if item.rule == const { t::rule("event.meeting.converge") } {
            let mut sites = scene.hits_in(self.end, clause_end);
            let site = sites.find(|h| h.kind == Kind::Place && head_kind(scene, h.entity) == Some("facility"));
            if let Some(site) = site.filter(|h| !item.place.contains(&h.entity)) {
                item.place.insert(0, site.entity);
            }
        }
        self.of_harm(scene, item);
        self.of_subject(scene, item);
        self.of_court(scene, item);
        // *met Amy Kuo during a visit to Lima*
        if item.place.is_empty() {
            item.place.extend(self.place_of_visit(scene, s, item.kind));
        }
        if item.kind == EventKind::Construction && item.place.is_empty() {
            // *The science city started construction*: the zone told of before
            let zone = |(e, role): &&(usize, ParticipantRole)| {
                *role == ParticipantRole::Patient && matches!(head_kind(scene, *e), Some("zone" | "facility"))
            };
            let again = || item.who.iter().find(zone).map(|(e, _)| *e);
            if let Some(site) = self.place_built(scene).or_else(again) {
                item.place.push(site);
                item.who.retain(|(e, _)| *e != site);
            }
        }
        if item.place.is_empty() {
            item.place.extend(self.place_again(scene, item.kind, focus));
        }
        // *flew to Wuxi on Monday, where he met Amy Kuo*
        if item.place.is_empty() {
            item.place.extend(self.place_in_front(scene, s));
        }
        // *Every month, 50,000 wafers are made here*
        if item.place.is_empty() && item.kind != EventKind::Result {
            item.place.extend(self.place_here(scene, focus));
        }
        // *have set up a fund, it was announced at a ceremony in Wuxi*
        let announced =
            (clause_end..s.end).find(|at| d.str(*at) == "," && d.str(at + 1) == "it" && d.str(at + 2) == "was");
        if let Some(at) = announced.filter(|_| item.place.is_empty() && item.kind != EventKind::Statement) {
            item.place
                .extend(scene.where_in(at + 3, s.end).iter().map(|h| h.entity));
        }
        self.host(scene, item);
    }

    /// What stands in front of the clause and behind its verb.
    fn in_clause(&self, scene: &Scene<'_, '_>, s: &Sentence, item: &mut EventItem) {
        let d = scene.document;
        let (end, clause_end, subject) = (self.end, self.clause_end, self.subject);
        // *A line in Wuxi was built; work in Hefei starts in May*
        // but *Police fired at workers in Wuxi; one man was killed*
        let harmed = matches!(item.kind, EventKind::Death | EventKind::Disaster)
            && self.group.passive
            && !(subject.0..subject.1).any(|at| d.has(at, class::PRON));
        let semicolon = (s.start..subject.0).rev().find(|at| !harmed && d.str(*at) == ";");
        let intro = semicolon.map_or(s.start, |at| at + 1);
        // *sat down in Wuxi for talks*
        let behind_verb = rows::parted_at(scene, self.group.head, end);
        // *ranked second in China*: among whom
        let behind = if item.rule == const { t::rule("event.result.rank") } {
            Vec::new()
        } else if item.kind == EventKind::Investment {
            // *will put $20 million into the Lima area*
            let mut hits = scene.where_in(behind_verb, clause_end);
            hits.extend(scene.placed(end, clause_end, &["into"]));
            hits.sort_unstable_by_key(|h| h.start);
            hits
        } else if const {
            [
                t::rule("event.construction.moves"),
                t::rule("event.construction.relocate"),
                t::rule("event.construction.move"),
            ]
        }
        .contains(&item.rule)
        {
            // *moved from Lima to Cusco*: where it is now
            scene.placed(end - 1, clause_end, &["to"])
        } else {
            scene.where_in(behind_verb, clause_end)
        };
        let placed = !behind.is_empty();
        // *Work began in Lima, and a branch in Quito will be set up*
        let own_place = || !scene.where_in(subject.0, subject.1).is_empty();
        // *A day after Kelvar opened a plant in Wuxi, its shares rose*
        let apart = |h: &Hit| {
            let opener =
                (intro..h.start).find(|at| matches!(scene.str(*at), "after" | "since" | "although" | "though"));
            // *signed a contract in Lima, while the ministry signed another*
            let parted = || (h.end..subject.0).any(|at| matches!(scene.str(at), "while" | "whereas"));
            // *A lab in Leuven makes chips, and Kelvar opened a line in Berlin*: each has its own
            let joined = || {
                let and = |at: &u32| d.str(*at) == "," && matches!(d.str(at + 1), "and" | "but");
                let and = (h.end..subject.0).find(and).filter(|_| placed || own_place());
                // *reveal that 1,300 people in Oregon, 385 in Arizona, and 319 in Lima are to go*: a list
                let listed =
                    || !placed && !scene.has_verb(h.end, subject.0) && (intro..h.start).any(|at| d.str(at) == "that");
                and.is_some_and(|at| scene.has_verb(intro, at)) && !listed()
            };
            // *Kelvar, which opened a plant in Leeds, said it will hire*
            let relative = || {
                let word = (intro + 1..h.start)
                    .rev()
                    .find(|at| is_relative(d.str(*at)) && d.str(at - 1) == ",");
                let closed = || (h.end..subject.0).any(|at| d.str(at) == ",");
                word.is_some_and(|at| closed() && scene.has_verb(at, h.start))
            };
            // *Kelvar, founded in Leeds in 2018, cut 140 jobs*
            opener.is_some_and(|at| scene.has_verb(at + 1, h.start))
                || is_origin(scene, intro, h, self.group.outer)
                || relative()
                || parted() && scene.has_verb(intro, h.start)
                || joined()
        };
        let behind = behind.into_iter().chain(self.behind_participle(scene, s, item.kind));
        // *said in Quito that it will open a plant*: where it was said
        let said = (intro..subject.0)
            .find(|at| verbs::says(d, *at))
            .filter(|_| item.kind != EventKind::Statement);
        let saying = said.map(|said| said..scene.behind_circumstances(said + 1, d.len()));
        let of_saying = |h: &Hit| saying.as_ref().is_some_and(|saying| saying.contains(&h.start));
        let front = scene
            .where_in(intro, subject.0)
            .into_iter()
            .filter(|h| (harmed || !apart(h)) && !of_saying(h));
        // *raised 3 billion yuan to build a plant in Wuxi*: what the money is for
        let taken = TAKEN.contains(&item.rule);
        let for_plan = |h: &Hit| {
            let to =
                |at: u32| d.str(at) == "to" && d.info(at + 1).form & form::BASE != 0 && !d.is(at + 1, flag::CAPITAL);
            taken && h.start > end && (end..h.start).any(to)
        };
        for hit in behind.chain(front).chain(self.works(scene, item)) {
            if !item.who.iter().any(|(e, _)| *e == hit.entity)
                && !item.place.contains(&hit.entity)
                && !is_behind_clause(scene, item.kind, end, hit.start)
                && !is_of_participle(scene, end, hit.start)
                && !is_subject_matter(scene, item.kind, end, hit.start)
                && !is_agreed(scene, item.kind, end, &hit)
                && !is_of_next_verb(scene, end, hit.start)
                && !for_plan(&hit)
                && !self.is_bound_for(scene, item, &hit)
                && !is_of_other_verb(scene, item.kind, end, hit.start)
                && (item.kind != EventKind::Statement
                    || self.said_there(scene, &hit)
                    || said_at(scene, end, hit.start)
                    || said_from(scene, s, &hit, subject.0)
                    || is_speaking(scene, s, hit.start)
                    || is_fronted_meeting(scene, s, (hit.start, subject.0)))
            {
                item.place.push(hit.entity);
            }
        }
    }

    /// *left its Yizhuang plant*, *moved into Kelvar's Hefei fab*, *shipped from its Wuxi works*: the place in front of the plant.
    fn works(&self, scene: &Scene<'_, '_>, item: &EventItem) -> Option<Hit> {
        /// Tokens of *the company's* in front of the place.
        const NEAR: u32 = 5;
        const PLANT: t::Groups = t::group("fab");
        let d = scene.document;
        let made = matches!(item.kind, EventKind::Construction | EventKind::Production);
        let mut hits = scene.hits_in(self.end, self.clause_end);
        hits.find(|hit| {
            let plant = hit.kind == Kind::Place
                && hit.end < self.clause_end
                && !d.is(hit.end, flag::CAPITAL)
                && scene.noun_groups(hit.end, hit.end + 1) & PLANT != 0;
            let mut before = (hit.start.saturating_sub(NEAR).max(self.end.saturating_sub(1))..hit.start).rev();
            let led = before.find(|at| d.has(*at, class::PREP));
            let from = led.map(|at| d.str(at));
            let through = item.rule == DEPART && from.is_none() || matches!(from, Some("into" | "from"));
            // *opened a laboratory on its Jinnan campus*
            let campus = || from == Some("on") && (d.str(hit.end) == "campus" || d.str(hit.end - 1) == "campus");
            made && plant && through || hit.kind == Kind::Place && campus()
        })
    }

    /// *left the plant for a fab in Hefei*: where it goes.
    fn is_bound_for(&self, scene: &Scene<'_, '_>, item: &EventItem, hit: &Hit) -> bool {
        let bound = |at: u32| matches!(scene.str(at), "for" | "bound" | "destined" | "to");
        item.rule == DEPART && hit.start > self.end && (self.end..hit.start).any(bound)
    }

    /// *signed 40 projects, winning 3 billion yuan, during the fair in Wuxi*: the clause goes on behind what it led to.
    fn behind_participle(&self, scene: &Scene<'_, '_>, s: &Sentence, kind: EventKind) -> Vec<Hit> {
        let d = scene.document;
        let comma = self.clause_end;
        let done = !matches!(kind, EventKind::Statement | EventKind::Result | EventKind::Market);
        let participle = comma + 1 < s.end && d.str(comma) == "," && d.info(comma + 1).form & form::GERUND != 0;
        if !done || !participle {
            return Vec::new();
        }
        let led = |at: &u32| d.str(*at) == "," && matches!(d.str(at + 1), "during" | "at");
        let again = (comma + 1..s.end - 1).find(led);
        again.map_or_else(Vec::new, |at| scene.where_in(at + 1, scene.clause_end(s, at + 1)))
    }

    /// *struck Hualien*, *captured Goma*, *Fujian was hit by a typhoon*: what is harmed is where it was.
    fn of_harm(&self, scene: &Scene<'_, '_>, item: &mut EventItem) {
        let (end, clause_end, subject) = (self.end, self.clause_end, self.subject);
        let harm = item.kind == EventKind::Disaster || item.kind == EventKind::Conflict && item.who.len() < 2;
        if harm {
            let (from, to) = if self.group.passive { subject } else { (end, clause_end) };
            let near = |h: &Hit| item.kind == EventKind::Disaster && !self.group.passive || h.start <= from + 1;
            let hit = scene
                .entities_in(from, to)
                .into_iter()
                .find(|h| h.kind == Kind::Place && near(h))
                .map(|h| scene.meant(h, to));
            if let Some(hit) = hit.filter(|h| !item.place.contains(&h.entity)) {
                item.place.insert(0, hit.entity);
                item.who.retain(|(e, _)| *e != hit.entity);
            }
        }
    }

    /// *A chip maker in Anhui has begun production*, *prices in Rotterdam jumped*: where the subject lies.
    fn of_subject(&self, scene: &Scene<'_, '_>, item: &mut EventItem) {
        let subject = self.subject;
        let local = matches!(
            item.kind,
            EventKind::Production
                | EventKind::Market
                | EventKind::Disaster
                | EventKind::Labour
                | EventKind::Construction
                | EventKind::Founding
                | EventKind::Launch
                | EventKind::Legal
                | EventKind::Other
        );
        // *A reception in Lima was called off*
        let met = item.kind == EventKind::Meeting
            && scene.noun_groups(subject.0, subject.1) & const { t::group("meeting") } != 0;
        // *Shenzhen in Guangdong set up a fund*: where the city lies
        let place = |(e, role): &(usize, ParticipantRole)| {
            *role == ParticipantRole::Agent && scene.entities.list[*e].kind == Kind::Place
        };
        let acting = item.who.iter().any(place);
        let container = |h: &Hit| acting && scene.grain(h.entity).is_some_and(|grain| grain <= PlaceInfo::PROVINCE);
        if (local || met) && item.place.is_empty() {
            let mut inside = scene.where_in(subject.0, subject.1);
            inside.retain(|h| !is_origin(scene, subject.0, h, self.group.outer));
            // *the Trade Across Taiwan Straits forum*: what it is about
            let led = |h: &Hit| {
                let the = u32::from(scene.document.has(h.start - 1, class::DET));
                local || matches!(scene.str(h.start - 1 - the), "in" | "at")
            };
            let first = inside.first().copied();
            let first = first.filter(|h| !container(h) && h.start > 1 && led(h));
            // *The plant in Longgang District, Shenzhen was capped*
            let second = first.and_then(|_| inside.get(1).copied());
            let city = first.and_then(|first| second.filter(|h| scene.is_its_city(&first, h)));
            // *Dock workers at Peru's largest port called off a strike*
            let owner = || {
                let owned = scene.entities_in(subject.0, subject.1).into_iter();
                let mut owned = owned.filter(|h| h.kind == Kind::Place && matches!(scene.str(h.end), "'s" | "’s"));
                owned
                    .next()
                    .filter(|_| matches!(item.kind, EventKind::Labour | EventKind::Disaster))
            };
            item.place
                .extend(first.or_else(owner).or_else(|| self.plant_of(scene)).map(|h| h.entity));
            item.place.extend(city.map(|h| h.entity));
            // *A line between Lima and Cusco was opened*
            let joins = |at: u32| scene.document.is_on(at, list::LINKING);
            let both = first.is_some_and(|h| h.start > subject.0 + 1 && joins(h.start - 1)) && city.is_none();
            item.place.extend(second.filter(|_| both).map(|h| h.entity));
        }
    }

    /// *A Lima jury ruled*, *a judge in Lima*: the city in front of the court's noun.
    fn of_court(&self, scene: &Scene<'_, '_>, item: &mut EventItem) {
        const COURT: t::Groups = t::group("court");
        if item.kind != EventKind::Legal || !item.place.is_empty() || self.group.passive {
            return;
        }
        let (start, end) = self.subject;
        let city = scene.hits_in(start, end).find(|h| {
            let wide = scene.grain(h.entity).is_none_or(|grain| grain < PlaceInfo::PROVINCE);
            let court = h.end < end && scene.noun_groups(h.end, (h.end + 2).min(end)) & COURT != 0
                // *a San Diego, Calif., federal grand jury*
                || h.end < end && scene.str(h.end) == "," && scene.noun_groups(end - 1, end) & COURT != 0;
            h.kind == Kind::Place && !wide && court
        });
        item.place.extend(city.map(|h| h.entity));
    }

    /// *The city will hold its fair*: a meeting is where its host is.
    fn host(&self, scene: &Scene<'_, '_>, item: &mut EventItem) {
        let d = scene.document;
        let (end, clause_end, subject) = (self.end, self.clause_end, self.subject);
        // *The city will hold its fair*: in the city, unless a place is named: *on the banks of the Huangpu*
        let stated = || {
            let mut places = scene.entities_in(end, clause_end).into_iter();
            places.any(|h| {
                let first = h.start - u32::from(d.has(h.start - 1, class::DET));
                // *held a forum on China's chip design*: what it was about
                let area = || scene.grain(h.entity).is_none();
                h.kind == Kind::Place
                    && match d.str(first - 1) {
                        "along" => true,
                        "on" => area(),
                        "of" => scene.noun_groups(first - 2, first - 1) & const { t::group("meeting") } == 0,
                        _ => false,
                    }
            })
        };
        // *a signing ceremony for projects in Wuxi was held*
        let ceremony = item.rule.starts_with("event.meeting.") && item.kind != EventKind::Meeting;
        if ceremony && self.group.passive && item.place.is_empty() {
            let inside = scene.where_in(subject.0, subject.1).into_iter();
            item.place.extend(inside.map(|h| h.entity));
        }
        if (item.kind == EventKind::Meeting || ceremony) && !stated() {
            let hosts = item.who.iter().filter(|(_, role)| *role == ParticipantRole::Agent);
            let mut places = hosts.filter(|(e, _)| scene.entities.list[*e].kind == Kind::Place);
            // *China and Peru held talks*: in neither
            let host = places.next().map(|(e, _)| *e).filter(|_| places.next().is_none());
            // *the High-tech Zone in Changzhou held a ceremony*: both
            let cities: Vec<usize> = scene.where_in(subject.0, subject.1).iter().map(|h| h.entity).collect();
            let zone = |e: &usize| matches!(head_kind(scene, *e), Some("zone" | "district"));
            let own = item.place.iter().all(|e| cities.contains(e));
            if let Some(host) = host.filter(|e| !item.place.contains(e) && (item.place.is_empty() || own && zone(e))) {
                let city = cities.into_iter().find(|e| *e != host && zone(&host));
                item.place.clear();
                item.place.push(host);
                item.place.extend(city);
            }
        }
    }

    /// *flew to Wuxi on Monday, where he met Amy Kuo*: the place that stands in front of *where*, and not the country around it.
    fn place_in_front(&self, scene: &Scene<'_, '_>, s: &Sentence) -> Vec<usize> {
        /// Tokens between *where* and the subject or the verb, and of the day behind the place.
        const NEAR: u32 = 8;
        let d = scene.document;
        let from = self.subject.0.saturating_sub(NEAR).max(s.start);
        let Some(relative) = (from..self.group.outer).rev().find(|at| d.str(*at) == "where") else {
            return Vec::new();
        };
        // *praised Wuxi, where, he said, chips are made*
        if scene.has_verb(relative + 1, self.group.outer) || d.str(self.clause_end.min(self.end)) == "," {
            return Vec::new();
        }
        let mut places = scene.entities_in(s.start, relative);
        places.retain(|h| h.kind == Kind::Place && !scene.is_seat(h));
        // *80 km from Quito, where*: where the one in front is
        let away = |h: &Hit| {
            h.start > s.start && d.str(h.start - 1) == "from" && scene.figures_in(s.start, h.start).next().is_some()
        };
        let Some(last) = places.pop().filter(|h| h.end + NEAR > relative && !away(h)) else {
            return Vec::new();
        };
        // *San Jose, California, where*: the city
        let inner = places.pop().filter(|h| d.str(h.end) == "," && h.end + 1 == last.start);
        let around = |h: &Hit| scene.is_province_of(h, &last);
        let city = |h: &Hit| scene.is_its_city(h, &last);
        match inner {
            Some(inner) if around(&inner) => vec![inner.entity],
            Some(inner) if city(&inner) => vec![inner.entity, last.entity],
            _ if scene.has_verb(last.end, relative) => Vec::new(),
            _ => vec![last.entity],
        }
    }

    /// *“…,” said Luis Prado, mayor of Lima, in Wuxi*: behind the speaker, at the end.
    fn said_there(&self, scene: &Scene<'_, '_>, hit: &Hit) -> bool {
        let speaker = self.hits.iter().find(|h| h.kind == Kind::Person && h.start >= self.end);
        let led = matches!(scene.str(hit.start - 1), "in" | "at");
        let ends = scene.str(hit.end) == "." || scene.date_from(hit.end) < scene.date_from(hit.end + 3);
        let behind = |h: &Hit| h.end + 1 == hit.start || h.end < hit.start && scene.str(hit.start - 2) == ",";
        led && ends && speaker.is_some_and(|h| behind(h) && !scene.has_verb(h.end, hit.start))
    }
}
