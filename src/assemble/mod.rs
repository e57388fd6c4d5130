//! Puts the record together: entities, dates and figures as items with ids, code-point offsets and links.

mod items;
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
    Event, EventKind, Figure, FigureKind, Id, IdKind, Mention, Organisation, OrganisationKind, Participant,
    ParticipantRole, Person, Role, Text, kind_named,
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

    /// The kind by the known body, the legal form or the head noun of any of the names.
    fn organisation_kind(&self, entity: &Entity) -> OrganisationKind {
        let first = [entity.name];
        first
            .iter()
            .chain(&entity.mentions)
            .find_map(|m| self.kind_of_name(entity, m))
            .or_else(|| entity.mentions.iter().find_map(|m| self.kind_beside(m)))
            .unwrap_or(OrganisationKind::Company)
    }

    /// *the militant group al-Sahar*: the noun in front of the name says the kind.
    fn kind_beside(&self, m: &entities::Mention) -> Option<OrganisationKind> {
        /// Words of the longest such noun.
        const LONGEST: u32 = 3;
        let d = self.document;
        let front = (m.start.saturating_sub(LONGEST)..m.start).find_map(|at| d.value(at, m.start, class::ORGNOUN));
        // *NTV television*
        let behind = || d.value(m.end, d.class_end(m.end, class::ORGNOUN)?, class::ORGNOUN);
        let value = front.or_else(behind)?;
        kind_named(value)
    }

    fn kind_of_name(&self, entity: &Entity, m: &entities::Mention) -> Option<OrganisationKind> {
        let d = self.document;
        if let Some(value) = d.value(m.start, m.end, class::ORG) {
            return kind_named(value.split('|').next().unwrap_or_default());
        }
        if d.value(m.start, m.end, class::UNIVERSITY).is_some() {
            return Some(OrganisationKind::University);
        }
        let words: Vec<u32> = (m.start..m.end).filter(|at| d.is(*at, flag::WORD)).collect();
        // *PT Bank Lorimer*: a legal form in front
        if words.len() > 1 && d.str(m.start) == "PT" {
            return Some(OrganisationKind::Company);
        }
        if words.iter().skip(1).any(|at| d.has(*at, class::LEGALFORM)) {
            return Some(OrganisationKind::Company);
        }
        let head = |at: u32| {
            let value = |end: u32| {
                d.value(at, end, class::ORGHEAD)
                    .or_else(|| d.value(at, end, class::ORGHEADWEAK))
            };
            // *Innovation | Center*: the longest head that ends here
            let ending = || {
                let long = (at.saturating_sub(3).max(m.start)..at).find_map(|from| {
                    d.value(from, at + 1, class::ORGHEAD)
                        .or_else(|| d.value(from, at + 1, class::ORGHEADWEAK))
                });
                long.or_else(|| value(at + 1))
            };
            let phrase = d.phrase(at).filter(|p| p.end <= m.end);
            phrase.and_then(|p| value(p.end)).or_else(ending)
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
        // *Lima Bank Norton Branch*: of the kind of the whole, which stands in front or behind *of*
        let named = named.map(|kind| match kind {
            "part" => {
                let front = words
                    .iter()
                    .rev()
                    .filter_map(|at| head(*at))
                    .find(|kind| *kind != "part");
                front.unwrap_or("association")
            }
            kind => kind,
        });
        if let Some(kind) = named {
            // *Municipal Party Committee*, *CPC Wuxi Municipal Committee*
            let party = |at: u32| {
                d.value(at, at + 1, class::ORGHEAD) == Some("party")
                    || d.is(at, flag::UPPER)
                        && (d.value(at, at + 1, class::ORG)).is_some_and(|known| known.starts_with("party"))
            };
            if kind == "government" && words.iter().any(|at| party(*at)) {
                return Some(OrganisationKind::Party);
            }
            // a department or school of a university is of its kind
            if let Some(whole) = entity.part_of {
                // *Standing Committee of the Political Bureau of the CPC Central Committee*: of the kind of the last
                const DEEPEST: usize = 4;
                let mut whole = &self.entities.list[whole];
                for _ in 0..DEEPEST {
                    whole = whole.part_of.map_or(whole, |outer| &self.entities.list[outer]);
                }
                let kind_of_whole = (whole.part_of.is_none()).then(|| self.organisation_kind(whole));
                // *Council of the Chip Industry Association* is none of a government's either
                if kind_of_whole == Some(OrganisationKind::University)
                    || kind_of_whole.is_some()
                        && kind_of_whole != Some(OrganisationKind::International)
                        && kind == "government"
                {
                    return kind_of_whole;
                }
            }
            // *the group's Strategic Planning Department*
            let owner = (m.start > 1 && matches!(d.str(m.start - 1), "'s" | "’s")).then(|| m.start - 2);
            if kind == "government"
                && let Some(owner) = owner
            {
                let known = |at: u32| d.value(at, owner + 1, class::ORG)?.split('|').next();
                let noun = d.value(owner, owner + 1, class::ORGNOUN);
                let kind = (noun.or_else(|| d.value(owner, owner + 1, class::ORGHEAD)))
                    .or_else(|| (owner.saturating_sub(2)..=owner).find_map(known));
                if kind.is_some_and(|kind| matches!(kind, "company" | "fund" | "media")) {
                    return kind.and_then(kind_named);
                }
            }
            // *CSIA Council*
            let front = (m.start..m.end - 1).find_map(|at| {
                let end = d.class_end(at, class::ORG).filter(|end| *end < m.end)?;
                d.value(at, end, class::ORG)?.split('|').next()
            });
            if kind == "government"
                && front.is_some_and(|kind| matches!(kind, "association" | "company" | "institute" | "university"))
            {
                return front.and_then(kind_named);
            }
            return kind_named(kind);
        }
        // *SEMI China*, *Palestinian Red Crescent*: a known body with a place
        if words.len() > 1 {
            let front = (m.start + 1..m.end)
                .rev()
                .find_map(|end| d.value(m.start, end, class::ORG));
            let behind = || (m.start + 1..m.end).find_map(|start| d.value(start, m.end, class::ORG));
            if let Some(value) = front.or_else(behind) {
                return kind_named(value.split('|').next().unwrap_or_default());
            }
        }
        // *the Jiangsu semiconductor industry association*
        d.value(m.end - 1, m.end, class::ORGNOUN).and_then(kind_named)
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
