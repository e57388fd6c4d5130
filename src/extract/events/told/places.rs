//! Where it was, by the clause.

use crate::lexicon::class;
use crate::lexicon::format::{PlaceInfo, form};
use crate::record::{EventKind, ParticipantRole};
use crate::resolve::names::Kind;
use crate::text::{Sentence, flag};

use super::super::arguments::owners;
use super::super::clause::{Hit, Scene, is_relative};
use super::super::definite::anaphor;
use super::super::focus::Focus;
use super::super::places::head_kind;
use super::super::trigger::head_groups;
use super::super::verbs;
use super::super::{EventItem, tables as t};
use super::Told;
use super::clause::{
    is_agreed, is_behind_clause, is_fronted_meeting, is_of_next_verb, is_of_participle, is_planned, is_speaking,
    is_subject_matter, said_at, said_from, visited,
};

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
        self.of_harm(scene, item);
        self.of_subject(scene, item);
        self.of_court(scene, item);
        // *met Amy Kuo during a visit to Lima*
        if item.place.is_empty() {
            item.place.extend(self.place_of_visit(scene, s, item.kind));
        }
        // *The Lindo Industrial Park broke ground*, *Construction of the Lindo Industrial Park began*
        if item.kind == EventKind::Construction
            && item.place.is_empty()
            && let Some(site) = self.place_built(scene)
        {
            item.place.push(site);
            item.who.retain(|(e, _)| *e != site);
        }
        // *The science city started construction*: the zone told of before
        if item.kind == EventKind::Construction && item.place.is_empty() {
            let zone = |(e, role): &&(usize, ParticipantRole)| {
                *role == ParticipantRole::Patient && matches!(head_kind(scene, *e), Some("zone" | "facility"))
            };
            if let Some(site) = item.who.iter().find(zone).map(|(e, _)| *e) {
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
        // *ranked second in China*: among whom
        let behind = if item.rule == const { t::rule("event.result.rank") } {
            Vec::new()
        } else if item.kind == EventKind::Investment {
            // *will put $20 million into the Lima area*
            let mut hits = scene.where_in(end, clause_end);
            hits.extend(scene.placed(end, clause_end, &["into"]));
            hits.sort_unstable_by_key(|h| h.start);
            hits
        } else {
            scene.where_in(end, clause_end)
        };
        let placed = !behind.is_empty();
        // *A day after Kelvar opened a plant in Wuxi, its shares rose*
        let apart = |h: &Hit| {
            let opener =
                (intro..h.start).find(|at| matches!(scene.str(*at), "after" | "since" | "although" | "though"));
            // *signed a contract in Lima, while the ministry signed another*
            let parted = || (h.end..subject.0).any(|at| matches!(scene.str(at), "while" | "whereas"));
            // *A lab in Leuven makes chips, and Kelvar opened a line in Berlin*: each has its own
            let joined = || {
                let and = |at: &u32| d.str(*at) == "," && matches!(d.str(at + 1), "and" | "but");
                let and = (h.end..subject.0).find(and).filter(|_| placed);
                and.is_some_and(|at| scene.has_verb(intro, at))
            };
            opener.is_some_and(|at| scene.has_verb(at + 1, h.start))
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
        for hit in behind.chain(front) {
            if !item.who.iter().any(|(e, _)| *e == hit.entity)
                && !item.place.contains(&hit.entity)
                && !is_behind_clause(scene, item.kind, end, hit.start)
                && !is_of_participle(scene, end, hit.start)
                && !is_subject_matter(scene, item.kind, end, hit.start)
                && !is_agreed(scene, item.kind, end, &hit)
                && !is_of_next_verb(scene, end, hit.start)
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

    /// Whom and what a visit goes to: places are no guests.
    fn of_visit(&self, scene: &Scene<'_, '_>, focus: &Focus, item: &mut EventItem) {
        let d = scene.document;
        let (end, clause_end) = (self.end, self.clause_end);
        // *visited the High-tech Zone*: where, not who
        let is_place = |e: &usize| scene.entities.list[*e].kind == Kind::Place;
        for (entity, role) in std::mem::take(&mut item.who) {
            if is_place(&entity) && role == ParticipantRole::Participant {
                if !item.place.contains(&entity) {
                    item.place.push(entity);
                }
            } else {
                item.who.push((entity, role));
            }
        }
        // *led members of the committee to inspect the Lindo Zone*
        if item.rule == const { t::rule("event.visit.led") }
            && let Some(to) = (end..clause_end).find(|at| d.str(*at) == "to")
            && let Some(first) = scene.hits_in(to, clause_end).next()
            && (to + 1..first.start).all(|at| d.has(at, class::DET) || d.is(at, flag::VERB))
        {
            // *to visit Japan and the Republic of Korea*
            let joins = |at: u32| matches!(d.str(at), "," | "and") || d.has(at, class::DET);
            let mut last = first.start;
            for hit in scene.hits_in(to, clause_end) {
                if !(last..hit.start).all(joins) {
                    break;
                }
                last = hit.end;
                if hit.kind == Kind::Place && !item.place.contains(&hit.entity) {
                    item.place.push(hit.entity);
                } else if hit.kind == Kind::Organisation {
                    item.add(hit.entity, ParticipantRole::Participant);
                }
            }
        }
        // *visited Kelvar's Lima headquarters in Peru*: not the country alone
        let wide = |e: &usize| scene.grain(*e) == Some(PlaceInfo::COUNTRY);
        if !self.group.passive
            && item.place.iter().all(wide)
            && let Some(seat) = self.plant_in(scene, (end, clause_end)).filter(|h| !wide(&h.entity))
        {
            item.place = vec![seat.entity];
        }
        // *toured the city*, *visited the development zone*: the one named before
        if !self.group.passive && item.place.is_empty() && d.str(end) == "the" {
            let stop = head_groups(scene, end, clause_end).1;
            let place = anaphor(scene, (end, stop), focus).into_iter().next();
            item.place
                .extend(place.filter(|e| scene.entities.list[*e].kind == Kind::Place));
        }
        // *visited Kelvar, a maker of chips, which is located in the Lindo Park*
        if item.place.is_empty() {
            let s = &d.sentences()[item.sentence];
            let located = (end..s.end).find(|at| matches!(d.str(*at), "located" | "situated" | "based"));
            // the body named last in front of it, of which nothing but *which is* is told between
            let guest = |at: &u32| {
                let body = scene.hits_in(end, *at).filter(|h| h.kind == Kind::Organisation).last();
                body.is_some_and(|h| {
                    let is = |x: u32| is_relative(d.str(x)) || d.has(x, class::AUX);
                    let told = (h.end..*at).any(|x| !is(x) && verbs::group(d, x, h.end).is_some());
                    let visited = item
                        .who
                        .iter()
                        .any(|(e, role)| *e == h.entity && *role == ParticipantRole::Participant);
                    let own = *at == h.end || d.str(at - 1) == "," || d.has(at - 1, class::AUX);
                    visited && own && !told && !(end..h.start).any(|x| verbs::group(d, x, end).is_some())
                })
            };
            if let Some(at) = located.filter(|at| d.str(at + 1) == "in" && guest(at)) {
                let hits = scene.where_in(at + 1, scene.clause_end(s, at + 1));
                item.place.extend(hits.first().map(|h| h.entity));
            }
        }
        // *paid a visit to Wuxi*, *went to Wuxi and Hefei*
        let hits = visited(scene, end, clause_end);
        for (at, hit) in hits.into_iter().enumerate() {
            if !item.place.contains(&hit.entity) {
                item.place.insert(at.min(item.place.len()), hit.entity);
            }
        }
    }

    /// *struck Hualien*, *captured Goma*, *Fujian was hit by a typhoon*: what is harmed is where it was.
    fn of_harm(&self, scene: &Scene<'_, '_>, item: &mut EventItem) {
        let (end, clause_end, subject) = (self.end, self.clause_end, self.subject);
        // *struck Hualien*, *shook the coast of Chile*, *captured Goma*, *Fujian was hit by a typhoon*
        let harm = item.kind == EventKind::Disaster || item.kind == EventKind::Conflict && item.who.len() < 2;
        if harm {
            let (from, to) = if self.group.passive { subject } else { (end, clause_end) };
            let near = |h: &Hit| item.kind == EventKind::Disaster && !self.group.passive || h.start <= from + 1;
            let hit = scene
                .entities_in(from, to)
                .into_iter()
                .find(|h| h.kind == Kind::Place && near(h));
            if let Some(hit) = hit.filter(|h| !item.place.contains(&h.entity)) {
                item.place.insert(0, hit.entity);
                item.who.retain(|(e, _)| *e != hit.entity);
            }
        }
    }

    /// *A chip maker in Anhui has begun production*, *prices in Rotterdam jumped*: where the subject lies.
    fn of_subject(&self, scene: &Scene<'_, '_>, item: &mut EventItem) {
        let subject = self.subject;
        // *A chip maker in Anhui has begun production*, *prices in Rotterdam jumped*
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
        );
        // *Shenzhen in Guangdong set up a fund*: where the city lies
        let place = |(e, role): &(usize, ParticipantRole)| {
            *role == ParticipantRole::Agent && scene.entities.list[*e].kind == Kind::Place
        };
        let acting = item.who.iter().any(place);
        let container = |h: &Hit| acting && scene.grain(h.entity).is_some_and(|grain| grain <= PlaceInfo::PROVINCE);
        if local && item.place.is_empty() {
            let mut inside = scene.where_in(subject.0, subject.1).into_iter();
            let first = inside.next().filter(|h| !container(h));
            // *The plant in Longgang District, Shenzhen was capped*
            let city = first.and_then(|first| inside.next().filter(|h| scene.is_its_city(&first, h)));
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
            let court = h.end < end && scene.noun_groups(h.end, (h.end + 2).min(end)) & COURT != 0;
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

    /// *Kelvar will set up a plant in the city*: the place named before, by a noun that its name has or a city is.
    fn place_again(&self, scene: &Scene<'_, '_>, kind: EventKind, focus: &Focus) -> Option<usize> {
        /// Tokens of *the economic and technological development*.
        const QUALIFIED: u32 = 6;
        let d = scene.document;
        let done = matches!(
            kind,
            EventKind::Meeting
                | EventKind::Agreement
                | EventKind::Founding
                | EventKind::Construction
                | EventKind::Production
                | EventKind::Launch
                | EventKind::Visit
                | EventKind::Investment
        );
        if !done {
            return None;
        }
        // *in the city*, *in the new high-tech zone*: where the noun phrase starts
        let article = |noun: u32| {
            let limit = noun.saturating_sub(QUALIFIED).max(self.end + 1);
            let the = (limit..noun).rev().find(|at| matches!(d.str(*at), "the" | "this"))?;
            let small = |at: u32| d.is(at, flag::WORD | flag::NUMBER) && !d.is(at, flag::CAPITAL) || d.str(at) == "-";
            ((the + 1..noun).all(|at| small(at) && !d.has(at, class::PREP))).then_some(the)
        };
        let noun = (self.end + 2..self.clause_end).find(|at| {
            let led =
                d.has(*at, class::DEFINITE) && article(*at).is_some_and(|the| matches!(d.str(the - 1), "in" | "at"));
            let alone = !d.is(at + 1, flag::WORD) || d.has(at + 1, class::PREP) || d.has(at + 1, class::CONJ);
            let stands = led && alone && scene.str(at + 1) != "of";
            stands
                && d.value(*at, at + 1, class::DEFINITE)
                    .is_some_and(|v| v.starts_with("place"))
        })?;
        let the = article(noun)?;
        // *to launch projects that are to be established in the new area*
        let yet = the > self.end + 1 && d.info(the - 2).form & form::PARTICIPLE != 0 && d.str(the - 3) == "be";
        let free = !yet
            && !is_behind_clause(scene, kind, self.end, noun)
            && !is_of_participle(scene, self.end, noun)
            && !is_subject_matter(scene, kind, self.end, noun)
            && !is_of_next_verb(scene, self.end, noun)
            && !is_planned(scene, kind, self.end, noun);
        let place = anaphor(scene, (the, noun + 1), focus).into_iter().next();
        place.filter(|e| {
            let name = scene.entities.list[*e].name;
            let has = || (name.start..name.end).any(|at| d.str(at).eq_ignore_ascii_case(d.str(noun)));
            free && match d.str(noun) {
                "city" | "municipality" | "capital" => {
                    scene.grain(*e) == Some(PlaceInfo::CITY) || the + 1 < noun && has()
                }
                "province" | "state" => scene.grain(*e) == Some(PlaceInfo::PROVINCE),
                _ => has(),
            }
        })
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

    /// *During his visit to Lima, he signed*, *told reporters on a trip to Lima*: the place of the visit.
    fn place_of_visit(&self, scene: &Scene<'_, '_>, s: &Sentence, kind: EventKind) -> Vec<usize> {
        const VISIT: t::Groups = t::group("visit");
        /// Tokens between *during* and the noun.
        const NEAR: u32 = 5;
        let told = matches!(
            kind,
            EventKind::Statement
                | EventKind::Meeting
                | EventKind::Agreement
                | EventKind::Visit
                | EventKind::Launch
                | EventKind::Founding
                | EventKind::Award
                | EventKind::Construction
        );
        let d = scene.document;
        let during = |at: &u32| {
            matches!(d.str(*at), "during" | "During" | "on" | "On")
                && (d.has(*at + 1, class::DET) || d.has(*at + 1, class::PRON))
        };
        let noun = |at: u32| (at + 2..at + 2 + NEAR).find(|x| *x < s.end && scene.noun_groups(*x, *x + 1) & VISIT != 0);
        let stretches = [(s.start, self.subject.0), (self.end, self.clause_end)];
        let to = stretches.into_iter().filter(|_| told).find_map(|(from, end)| {
            let noun = (from..end).filter(during).find_map(noun)?;
            (noun + 1 < end && d.str(noun + 1) == "to").then_some((noun + 1, end))
        });
        let hits = to.map_or_else(Vec::new, |(to, end)| scene.placed(to, end, &["to"]));
        hits.into_iter().map(|h| h.entity).collect()
    }

    /// What is built is a park or a hall: there.
    fn place_built(&self, scene: &Scene<'_, '_>) -> Option<usize> {
        let d = scene.document;
        let thing = |h: &Hit, from: u32, to: u32| {
            let first = h.start - u32::from(h.start > from && d.has(h.start - 1, class::DET));
            let led = first == from || matches!(d.str(first - 1), "of" | "for" | "on");
            // *The Lindo Park plant*
            let ends =
                h.end >= to || !d.is(h.end, flag::WORD) || d.has(h.end, class::PREP) || d.has(h.end, class::CONJ);
            let site = h.kind == Kind::Place && matches!(head_kind(scene, h.entity), Some("zone" | "facility"));
            site && led && ends
        };
        let (from, to) = self.subject;
        let subject = scene.hits_in(from, to).find(|h| thing(h, from, to));
        let mut behind = scene.hits_in(self.end, self.clause_end);
        let object = || behind.next().filter(|h| thing(h, self.end, self.clause_end));
        subject.or_else(object).map(|h| h.entity)
    }

    /// *were made here*: the place told of last, or that of the dateline.
    fn place_here(&self, scene: &Scene<'_, '_>, focus: &Focus) -> Option<usize> {
        let d = scene.document;
        let here = (self.end..self.clause_end).find(|at| d.str(*at) == "here")?;
        let plain = (self.end..here).all(|at| d.is(at, flag::WORD | flag::NUMBER) || scene.inside_name(at));
        if !plain || scene.has_verb(self.end, here) || scene.is_quoted(here) {
            return None;
        }
        let dateline = scene.dateline.and_then(|(place, _)| place);
        let hit = dateline.and_then(|(start, end)| scene.hits_in(start, end).find(|h| h.kind == Kind::Place));
        hit.map(|h| h.entity).or(focus.place)
    }

    /// *Kelvar's Dalian plant began production*: the place stands in front of the noun.
    fn plant_of(&self, scene: &Scene<'_, '_>) -> Option<Hit> {
        // *opened its Dalian plant*
        let d = scene.document;
        let small = |at: u32| d.is(at, flag::WORD) && !d.is(at, flag::CAPITAL) && !d.has(at, class::PREP);
        let object = |h: &Hit| {
            let known = scene.grain(h.entity).is_some_and(|grain| grain > PlaceInfo::COUNTRY);
            known && (self.end..h.start).all(|at| d.has(at, class::DET) || small(at))
        };
        self.plant_in(scene, self.named)
            .or_else(|| self.plant_in(scene, (self.end, self.clause_end)).filter(object))
    }

    fn plant_in(&self, scene: &Scene<'_, '_>, (start, end): (u32, u32)) -> Option<Hit> {
        const SITE: t::Groups = t::group("plant") | t::group("fab") | t::group("headquarters");
        let mut places = scene
            .entities_in(start, end)
            .into_iter()
            .filter(|h| h.kind == Kind::Place);
        let d = scene.document;
        places.find(|h| {
            let noun = |at: u32| at < end && d.is(at, flag::WORD) && !d.is(at, flag::CAPITAL);
            let plain = noun(h.end) && !d.has(h.end, class::PREP) && !d.has(h.end, class::CONJ);
            // *the Wuxi wafer plant*
            let noun = if plain && noun(h.end + 1) && scene.noun_groups(h.end, h.end + 1) & SITE == 0 {
                h.end + 1
            } else {
                h.end
            };
            plain && scene.noun_groups(noun, noun + 1) & SITE != 0
        })
    }
}
