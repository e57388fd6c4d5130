//! Puts the record together: entities, dates and figures as items with ids, code-point offsets and links.

mod items;
mod kinds;
mod places;

pub use items::{dateline, dates, figures};

use std::borrow::Cow;

use crate::extract::events::EventItem;
use crate::extract::figures::FigureItem;
use crate::extract::names::evidence as e;
use crate::extract::roles;
use crate::lexicon::class;
use crate::lexicon::user::{UserEntry, UserLexicon};
use crate::record::{
    Event, EventKind, Figure, FigureKind, Id, IdKind, Mention, Organisation, Participant, ParticipantRole, Person,
    Role, Text,
};
use crate::resolve::entities::{Entities, Entity};
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
    if memchr::memchr2(b'\n', b'\r', slice.as_bytes()).is_some() {
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
    /// none, its place; and ages, as pairs of figure and entity, to those who are so old.
    pub fn subjects(
        &self,
        items: &[EventItem],
        ages: impl Iterator<Item = (usize, usize)>,
        found: &[FigureItem<'_>],
        figures: &mut [Figure<'a>],
    ) {
        for (figure, entity) in ages {
            figures[figure].subject = self.ids[entity];
        }
        for item in items.iter().filter(|item| item.kind != EventKind::Statement) {
            let mut agents = item.who.iter().filter(|(_, role)| *role == ParticipantRole::Agent);
            // *Kelvar and Lumeno earned 5 million and 6 million, respectively*
            let several: Vec<usize> = match agents.clone().count() {
                0 if item.kind == EventKind::Result => item.place.to_vec(),
                _ => agents.clone().map(|(entity, _)| *entity).collect(),
            };
            for figure in &item.figures {
                let nth = found
                    .get(*figure)
                    .and_then(|f| f.nth)
                    .filter(|(_, of)| *of == several.len());
                let own = nth
                    .and_then(|(nth, _)| several.get(nth))
                    .and_then(|entity| self.ids[*entity]);
                if let Some((id, figure)) = own.zip(figures.get_mut(*figure)) {
                    figure.subject.get_or_insert(id);
                }
            }
            let agent = agents.next();
            let place = item.place.first().filter(|_| item.kind == EventKind::Result);
            let Some(id) = agent.map(|(e, _)| e).or(place).and_then(|e| self.ids[*e]) else {
                continue;
            };
            let visitor = matches!(item.kind, EventKind::Visit | EventKind::Meeting);
            for figure in &item.figures {
                // *toured the 8-inch workshop*: nobody's size
                let size = |figure: &&mut Figure<'a>| !(visitor && figure.kind == FigureKind::Measure);
                if let Some(figure) = figures.get_mut(*figure).filter(size) {
                    figure.subject.get_or_insert(id);
                }
            }
        }
    }
}
