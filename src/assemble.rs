//! Puts the record together: entities, dates and figures as items with ids, code-point offsets and links.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::extract::dates::DateItem;
use crate::extract::dates::published::Published;
use crate::extract::events::EventItem;
use crate::extract::figures::FigureItem;
use crate::extract::names::evidence as e;
use crate::extract::names::roads;
use crate::extract::roles;
use crate::lexicon::class;
use crate::lexicon::format::PlaceInfo;
use crate::lexicon::user::{UserEntry, UserLexicon};
use crate::record::{
    Date, Dateline, Event, EventKind, Figure, Id, IdKind, Mention, Organisation, OrganisationKind, Participant,
    ParticipantRole, Person, Place, PlaceKind, Role, Text,
};
use crate::resolve::entities::{self, Entities, Entity};
use crate::resolve::names::{Kind, Names};
use crate::text::{Document, flag};

/// Everything that the record's names are made from.
pub struct Assembly<'d, 'a> {
    pub document: &'d Document<'a>,
    pub names: &'d Names,
    pub entities: &'d Entities,
    /// Gazetteer row of each entity.
    pub places: &'d [Option<u32>],
    /// Country of each place.
    pub countries: &'d [Option<[u8; 2]>],
    /// Id of each entity.
    pub ids: Vec<Option<Id>>,
    /// The user's own names.
    pub user: Option<&'d UserLexicon>,
}

/// The text of tokens, with line ends inside turned to one space.
fn text<'a>(document: &Document<'a>, start: u32, end: u32) -> Text<'a> {
    let slice = document.slice(start, end);
    if slice.contains(['\n', '\r']) {
        return Cow::Owned(slice.split_whitespace().collect::<Vec<_>>().join(" "));
    }
    Cow::Borrowed(slice)
}

/// A mention of tokens, its text just as it stands.
pub fn mention<'a>(document: &Document<'a>, start: u32, end: u32) -> Mention<'a> {
    let (s, e) = document.code_points(start, end);
    Mention {
        start: s,
        end: e,
        text: Cow::Borrowed(document.slice(start, end)),
    }
}

impl<'d, 'a> Assembly<'d, 'a> {
    /// Numbers the entities of each kind in text order.
    pub fn new(
        document: &'d Document<'a>,
        names: &'d Names,
        entities: &'d Entities,
        places: &'d [Option<u32>],
        countries: &'d [Option<[u8; 2]>],
        user: Option<&'d UserLexicon>,
    ) -> Self {
        let mut counts = [0u32; 3];
        let ids = entities
            .list
            .iter()
            .map(|entity| {
                let (slot, kind) = match entity.kind {
                    Kind::Person => (0, IdKind::Person),
                    Kind::Organisation => (1, IdKind::Organisation),
                    Kind::Place => (2, IdKind::Place),
                    Kind::Other => return None,
                };
                counts[slot] += 1;
                Some(Id::new(kind, counts[slot]))
            })
            .collect();
        Self {
            document,
            names,
            entities,
            places,
            countries,
            ids,
            user,
        }
    }

    /// What the user's lexicon says of the entity.
    fn own(&self, entity: &Entity) -> Option<&'d UserEntry> {
        Some(self.user?.entry(entity.user?))
    }

    fn name(&self, entity: &Entity) -> Text<'a> {
        if let Some(own) = self.own(entity) {
            return Cow::Owned(own.canonical.clone());
        }
        text(self.document, entity.name.start, entity.name.end)
    }

    /// The other forms of the name, in text order.
    fn aliases(&self, entity: &Entity) -> Vec<Text<'a>> {
        let name = self.name(entity);
        let mut out: Vec<Text<'a>> = Vec::new();
        let spans = entity
            .mentions
            .iter()
            .map(|m| (m.start, m.end))
            .chain(entity.forms.iter().copied());
        for (start, end) in spans {
            let form = text(self.document, start, end);
            if form != name && !out.contains(&form) {
                out.push(form);
            }
        }
        out
    }

    fn mentions(&self, entity: &Entity) -> Vec<Mention<'a>> {
        entity
            .mentions
            .iter()
            .map(|m| mention(self.document, m.start, m.end))
            .collect()
    }

    pub fn people(&self) -> Vec<Person<'a>> {
        let mut out = Vec::new();
        for (entity, id) in self.entities.list.iter().zip(&self.ids) {
            let (Kind::Person, Some(id)) = (entity.kind, id) else {
                continue;
            };
            let (family, given) = self.family_given(entity);
            out.push(Person {
                id: *id,
                name: self.name(entity),
                family,
                given,
                aliases: self.aliases(entity),
                roles: self.roles(entity),
                mentions: self.mentions(entity),
                rule: e::RULES[entity.evidence as usize].into(),
            });
        }
        out
    }

    fn family_given(&self, entity: &Entity) -> (Option<Text<'a>>, Option<Text<'a>>) {
        let (d, start, end) = (self.document, entity.name.start, entity.name.end);
        let evidence =
            self.names.list[self.names.candidates.list[entity.name.candidate as usize].name as usize].evidence;
        let has = |k: u8| evidence & (1 << k) != 0;
        if end - start < 2 {
            return (None, None);
        }
        if has(e::CHINESE_SHAPE) || has(e::HYPHEN_SHAPE) {
            return (Some(text(d, start, start + 1)), Some(text(d, start + 1, end)));
        }
        if (has(e::GIVEN_SURNAME) || has(e::GIVEN_FIRST)) && d.is(end - 1, flag::CAPITAL) && !has(e::SUFFIX) {
            // particles belong to the family name
            let mut from = end - 1;
            while from > start + 1 && d.has(from - 1, class::NAMEPARTICLE) {
                from -= 1;
            }
            return (Some(text(d, from, end)), Some(text(d, start, from)));
        }
        (None, None)
    }

    fn roles(&self, entity: &Entity) -> Vec<Role<'a>> {
        roles::roles(self.document, self.names, self.entities, entity)
            .into_iter()
            .map(|role| {
                let id = role.entity.and_then(|i| self.ids[i]);
                Role {
                    title: text(self.document, role.title.0, role.title.1),
                    organisation: id.filter(|i| i.kind == IdKind::Organisation),
                    place: id.filter(|i| i.kind == IdKind::Place),
                    of: role.of.map(|(s, e)| text(self.document, s, e)),
                }
            })
            .collect()
    }

    pub fn organisations(&self) -> Vec<Organisation<'a>> {
        let mut out = Vec::new();
        for (entity, id) in self.entities.list.iter().zip(&self.ids) {
            let (Kind::Organisation, Some(id)) = (entity.kind, id) else {
                continue;
            };
            out.push(Organisation {
                id: *id,
                name: self.name(entity),
                kind: self
                    .own(entity)
                    .and_then(|own| own.organisation)
                    .unwrap_or_else(|| self.organisation_kind(entity)),
                aliases: self.aliases(entity),
                part_of: entity.part_of.and_then(|p| self.ids[p]),
                mentions: self.mentions(entity),
                rule: e::RULES[entity.evidence as usize].into(),
            });
        }
        out
    }

    /// The kind by the known body, the legal form or the head noun of any of the names.
    fn organisation_kind(&self, entity: &Entity) -> OrganisationKind {
        let first = [entity.name];
        first
            .iter()
            .chain(&entity.mentions)
            .find_map(|m| self.kind_of_name(entity, m))
            .unwrap_or(OrganisationKind::Company)
    }

    fn kind_of_name(&self, entity: &Entity, m: &entities::Mention) -> Option<OrganisationKind> {
        let d = self.document;
        let parse = |s: &str| serde_json::from_value(serde_json::Value::String(s.into())).ok();
        if let Some(value) = d.value(m.start, m.end, class::ORG) {
            return parse(value.split('|').next().unwrap_or_default());
        }
        if d.value(m.start, m.end, class::UNIVERSITY).is_some() {
            return Some(OrganisationKind::University);
        }
        let words: Vec<u32> = (m.start..m.end).filter(|at| d.is(*at, flag::WORD)).collect();
        if words.iter().skip(1).any(|at| d.has(*at, class::LEGALFORM)) {
            return Some(OrganisationKind::Company);
        }
        let head = |at: u32| {
            let end = (at + 1..=(at + 4).min(m.end))
                .rev()
                .find(|end| d.phrase(at).is_some_and(|p| p.end == *end) || *end == at + 1)?;
            d.value(at, end, class::ORGHEAD)
                .or_else(|| d.value(at, end, class::ORGHEADWEAK))
        };
        // the head stands last, or before *of*
        let of = words.iter().position(|at| matches!(d.str(*at), "of" | "for" | "on"));
        let named = match of {
            Some(of) => words[..of]
                .iter()
                .rev()
                .find_map(|at| head(*at))
                .or_else(|| words.iter().rev().find_map(|at| head(*at))),
            None => words.iter().rev().find_map(|at| head(*at)),
        };
        if let Some(kind) = named {
            // a department or school of a university is of its kind
            if let Some(whole) = entity.part_of {
                let whole = &self.entities.list[whole];
                let kind_of_whole = (whole.part_of.is_none()).then(|| self.organisation_kind(whole));
                if kind_of_whole == Some(OrganisationKind::University) {
                    return kind_of_whole;
                }
            }
            return parse(kind);
        }
        // *SEMI China*: a known body with a place
        if words.len() > 1
            && let Some(value) = (m.start + 1..m.end)
                .rev()
                .find_map(|end| d.value(m.start, end, class::ORG))
        {
            return parse(value.split('|').next().unwrap_or_default());
        }
        None
    }

    /// The cities that the article names.
    fn cities(&self) -> Cities<'a> {
        let mut cities = Cities::default();
        let mut most = 0;
        for (entity, row) in self.entities.list.iter().zip(self.places) {
            let Some(place) = row.map(|r| &self.document.lexicon.places[r as usize]) else {
                continue;
            };
            if !is_host(place) {
                continue;
            }
            let name = self.document.slice(entity.name.start, entity.name.end);
            cities.by_name.entry(name).or_insert(place);
            let count = entity.mentions.len();
            if count >= most {
                cities.first = (count > most).then_some(place);
                most = count;
            }
        }
        cities
    }

    /// Where a facility or zone that the gazetteer does not have lies: in the city whose name it bears, or, for a
    /// zone, in the one city that the article speaks of most.
    fn host(&self, entity: &Entity, cities: &Cities<'a>) -> Option<&'static PlaceInfo> {
        let d = self.document;
        let (start, end) = (entity.name.start, entity.name.end);
        let kind = self.place_kind(entity, None);
        if !matches!(kind, PlaceKind::Facility | PlaceKind::Zone) {
            return None;
        }
        let Some(inner) = d.class_end(start, class::PLACE).filter(|e| *e < end) else {
            return cities.first.filter(|_| kind == PlaceKind::Zone);
        };
        // the same name elsewhere in the article has been decided
        cities.by_name.get(d.slice(start, inner)).copied().or_else(|| {
            let row = d.value_place(start, inner)?;
            let place = &d.lexicon.places[row as usize];
            // *China Optics Valley Convention Center* says little of where it is
            let wide = place.kind <= PlaceInfo::PROVINCE;
            cities.first.filter(|_| wide).or(Some(place).filter(|p| is_host(p)))
        })
    }

    pub fn places(&self) -> Vec<Place<'a>> {
        let d = self.document;
        let cities = self.cities();
        let mut out = Vec::new();
        for (index, (entity, id)) in self.entities.list.iter().zip(&self.ids).enumerate() {
            let (Kind::Place, Some(id)) = (entity.kind, id) else {
                continue;
            };
            let row = self.places[index].map(|r| &d.lexicon.places[r as usize]);
            // *North China* lies in China, but is not there where China is
            let part = row.is_some()
                && d.has(entity.name.start, class::DIRECTION)
                && d.value_place(entity.name.start, entity.name.end).is_none();
            // a part of a city lies where the city does, and so does what bears its name (*Pudong Airport*)
            let near = row
                .filter(|p| part && p.kind == PlaceKind::City as u8)
                .or_else(|| row.is_none().then(|| self.host(entity, &cities)).flatten());
            let row = row.filter(|_| !part);
            let degrees = |v: i32| (v != i32::MAX).then(|| f64::from(v) / 1e5);
            let admin1 = row.map(|p| d.lexicon.string(p.admin1)).filter(|a| !a.is_empty());
            let own = self.own(entity);
            // where the user says it lies, the gazetteer's row is another place
            let moved = own.filter(|own| own.lat.is_some() && own.lon.is_some());
            out.push(Place {
                id: *id,
                name: self.name(entity),
                kind: own
                    .and_then(|own| own.place)
                    .unwrap_or_else(|| self.place_kind(entity, row.map(|p| p.kind))),
                aliases: self.aliases(entity),
                country: own.and_then(|own| own.country.clone()).map(Cow::Owned).or_else(|| {
                    self.countries[index]
                        .filter(|c| c[0] != 0)
                        .map(|c| String::from_utf8_lossy(&c).into_owned().into())
                }),
                admin1: own
                    .and_then(|own| own.admin1.clone())
                    .map(Cow::Owned)
                    .or_else(|| admin1.filter(|_| moved.is_none()).map(Into::into)),
                lat: moved
                    .and_then(|own| own.lat)
                    .or_else(|| row.or(near).and_then(|p| degrees(p.lat))),
                lon: moved
                    .and_then(|own| own.lon)
                    .or_else(|| row.or(near).and_then(|p| degrees(p.lon))),
                geonames: row.filter(|_| moved.is_none()).map(|p| p.geonames).filter(|g| *g != 0),
                mentions: self.mentions(entity),
                rule: e::RULES[entity.evidence as usize].into(),
            });
        }
        out
    }

    /// The number of an event in its series: *Fourth*, *20th*.
    fn edition(&self, at: u32) -> Option<u32> {
        let d = self.document;
        if d.is(at, flag::NUMBER) {
            return d.is(at + 1, flag::GLUED).then(|| d.str(at).parse().ok()).flatten();
        }
        d.number_value(at, at + 1, class::ORDINALNUM)
    }

    pub fn events(&self, items: &[EventItem], dates: &[Option<Id>]) -> Vec<Event<'a>> {
        let d = self.document;
        let id = |kind, n: usize| Id::new(kind, n as u32 + 1);
        items
            .iter()
            .enumerate()
            .map(|(n, item)| Event {
                id: id(IdKind::Event, n),
                kind: item.kind,
                trigger: mention(d, item.trigger.0, item.trigger.1),
                name: item.name.map(|(s, e)| text(d, s, e)),
                edition: item.name.and_then(|(s, _)| self.edition(s)),
                year: item
                    .name
                    .and_then(|(s, _)| d.str(s).parse().ok().filter(|y| (1800..2200).contains(y))),
                status: item.status,
                when: item.when.iter().filter_map(|i| dates[*i]).collect(),
                place: item.place.iter().filter_map(|i| self.ids[*i]).collect(),
                who: item
                    .who
                    .iter()
                    .filter_map(|(i, role)| {
                        Some(Participant {
                            id: self.ids[*i]?,
                            role: *role,
                        })
                    })
                    .collect(),
                what: item.what.map(|(s, e)| text(d, s, e)),
                quote: item.quote.map(|(s, e)| mention(d, s, e)),
                figures: item.figures.iter().map(|i| id(IdKind::Figure, *i)).collect(),
                main: item.main,
                rule: item.rule.into(),
            })
            .collect()
    }

    /// Gives the figures of events to those who did, made or are what they measure: the agent, or where a result has
    /// none, its place.
    pub fn subjects(&self, items: &[EventItem], figures: &mut [Figure<'a>]) {
        for item in items.iter().filter(|item| item.kind != EventKind::Statement) {
            let agent = item.who.iter().find(|(_, role)| *role == ParticipantRole::Agent);
            let place = item.place.first().filter(|_| item.kind == EventKind::Result);
            let Some(id) = agent.map(|(e, _)| e).or(place).and_then(|e| self.ids[*e]) else {
                continue;
            };
            for figure in &item.figures {
                if let Some(figure) = figures.get_mut(*figure) {
                    figure.subject.get_or_insert(id);
                }
            }
        }
    }

    fn place_kind(&self, entity: &Entity, row: Option<u8>) -> PlaceKind {
        const KINDS: [PlaceKind; 9] = [
            PlaceKind::Country,
            PlaceKind::Region,
            PlaceKind::Province,
            PlaceKind::City,
            PlaceKind::District,
            PlaceKind::Zone,
            PlaceKind::Facility,
            PlaceKind::Water,
            PlaceKind::Land,
        ];
        let d = self.document;
        if roads::is_road(d, entity.name.start, entity.name.end) {
            return PlaceKind::Facility;
        }
        let head = |m: &entities::Mention| {
            let last = (m.start..m.end).rev().find(|at| d.is(*at, flag::WORD))?;
            let from =
                (m.start..=last).find(|at| d.class_end(*at, class::PLACEHEAD) == Some(last + 1) && *at > m.start)?;
            let value = d.value(from, last + 1, class::PLACEHEAD)?;
            serde_json::from_value(serde_json::Value::String(value.into())).ok()
        };
        if let Some(kind) = std::iter::once(&entity.name).chain(&entity.mentions).find_map(head) {
            return kind;
        }
        if let Some(kind) = row {
            return KINDS[usize::from(kind).min(8)];
        }
        let pre = d
            .class_end(entity.name.start, class::PLACEPRE)
            .filter(|end| *end < entity.name.end);
        if pre.is_some() {
            let word = d.str(entity.name.start).to_ascii_lowercase();
            return match word.as_str() {
                "lake" | "gulf" | "bay" | "river" | "strait" | "sungai" => PlaceKind::Water,
                "mount" | "mt" | "cape" | "isle" | "bukit" | "pulau" => PlaceKind::Land,
                _ => PlaceKind::City,
            };
        }
        if (entity.name.start..entity.name.end).any(|at| d.str(at) == "-") || d.has(entity.name.start, class::DIRECTION)
        {
            return PlaceKind::Region;
        }
        PlaceKind::City
    }
}

/// Cities of an article in which facilities and zones may lie.
#[derive(Default)]
struct Cities<'a> {
    by_name: HashMap<&'a str, &'static PlaceInfo>,
    /// The one that is named most often, if there is one.
    first: Option<&'static PlaceInfo>,
}

/// A city that is large enough to have facilities and zones of its own.
fn is_host(place: &PlaceInfo) -> bool {
    place.kind == PlaceKind::City as u8 && place.population > 50_000
}

/// Dates as items; the id of each date by its index, `None` for silent ones.
pub fn dates<'a>(document: &Document<'a>, items: &[DateItem]) -> (Vec<Date<'a>>, Vec<Option<Id>>) {
    let (mut out, mut ids) = (Vec::new(), Vec::new());
    for item in items {
        if item.silent {
            ids.push(None);
            continue;
        }
        let id = Id::new(IdKind::Date, out.len() as u32 + 1);
        ids.push(Some(id));
        let Mention { start, end, text } = mention(document, item.start, item.end);
        out.push(Date {
            id,
            start,
            end,
            text,
            kind: item.kind,
            value: item.value.clone().into(),
            timex: item.timex.clone().into(),
            modifier: item.modifier.map(Into::into),
            relation: item.relation.map(Into::into),
            fiscal: item.fiscal,
            basis: item.basis,
            rule: item.rule.into(),
        });
    }
    (out, ids)
}

/// Figures as items.
pub fn figures<'a>(document: &Document<'a>, items: &[FigureItem<'a>], dates: &[Option<Id>]) -> Vec<Figure<'a>> {
    let id = |n: usize| Id::new(IdKind::Figure, n as u32 + 1);
    items
        .iter()
        .enumerate()
        .map(|(n, item)| {
            let Mention { start, end, text: span } = mention(document, item.start, item.end);
            Figure {
                id: id(n),
                start,
                end,
                text: span,
                kind: item.kind,
                value: item.value,
                min: item.min,
                max: item.max,
                unit: item.unit.clone(),
                bound: item.bound,
                per: item.per.clone(),
                of: item.of.map(|(s, e)| text(document, s, e)),
                change: item.change,
                compared_to: item.compared_to.clone(),
                date: item.date.and_then(|d| dates.get(d).copied().flatten()),
                subject: None,
                equals: item.equals.map(id),
                rule: item.rule.into(),
            }
        })
        .collect()
}

/// The dateline as an item.
pub fn dateline<'a>(document: &Document<'a>, published: &Published) -> Option<Dateline<'a>> {
    let line = published.dateline?;
    let date = line.day.map(|(month, day)| {
        let year = line
            .year
            .or(published.anchor.year)
            .map_or_else(|| "XXXX".to_string(), |y| format!("{y:04}"));
        format!("{year}-{month:02}-{day:02}")
    });
    Some(Dateline {
        place: line.place.map(|(s, e)| text(document, s, e)),
        date: date.map(Into::into),
        agency: line.agency.map(|(s, e)| text(document, s, e)),
    })
}
