//! Some of the six kinds of item: what a caller asks for.

use std::str::FromStr;

use super::{Id, IdKind, Record};

const NAMES: [(&str, IdKind); 6] = [
    ("events", IdKind::Event),
    ("dates", IdKind::Date),
    ("places", IdKind::Place),
    ("organisations", IdKind::Organisation),
    ("people", IdKind::Person),
    ("figures", IdKind::Figure),
];

/// A set of kinds of item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kinds(u8);

/// All of them.
impl Default for Kinds {
    fn default() -> Self {
        Self::ALL
    }
}

impl Kinds {
    pub const ALL: Kinds = Kinds(0b11_1111);

    fn bit(kind: IdKind) -> u8 {
        NAMES
            .iter()
            .position(|(_, named)| *named == kind)
            .map_or(0, |at| 1 << at)
    }

    pub fn has(self, kind: IdKind) -> bool {
        self.0 & Self::bit(kind) != 0
    }

    /// Whether one of the three kinds of entity is among them.
    pub fn has_entities(self) -> bool {
        self.has(IdKind::Person) || self.has(IdKind::Organisation) || self.has(IdKind::Place)
    }

    /// Empties the lists of all other kinds, and drops the links into them, so that every id in the record still names
    /// an item of it.
    pub fn keep(self, record: &mut Record) {
        if self == Self::ALL {
            return;
        }
        let Record {
            events,
            dates,
            places,
            organisations,
            people,
            figures,
            ..
        } = record;
        self.keep_list(IdKind::Event, events);
        self.keep_list(IdKind::Date, dates);
        self.keep_list(IdKind::Place, places);
        self.keep_list(IdKind::Organisation, organisations);
        self.keep_list(IdKind::Person, people);
        self.keep_list(IdKind::Figure, figures);
        for role in people.iter_mut().flat_map(|person| &mut person.roles) {
            self.keep_link(&mut role.organisation);
            self.keep_link(&mut role.place);
        }
        for figure in figures {
            self.keep_link(&mut figure.date);
            self.keep_link(&mut figure.subject);
        }
        for event in events {
            event.when.retain(|id| self.has(id.kind));
            event.place.retain(|id| self.has(id.kind));
            event.who.retain(|who| self.has(who.id.kind));
            event.figures.retain(|id| self.has(id.kind));
        }
    }

    fn keep_list<T>(self, kind: IdKind, list: &mut Vec<T>) {
        if !self.has(kind) {
            list.clear();
        }
    }

    fn keep_link(self, link: &mut Option<Id>) {
        *link = link.filter(|id| self.has(id.kind));
    }
}

/// Names as in the record, between commas.
impl FromStr for Kinds {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        text.split(',').map(str::trim).try_fold(Kinds(0), |kinds, name| {
            match NAMES.iter().find(|(known, _)| *known == name) {
                Some((_, kind)) => Ok(Kinds(kinds.0 | Self::bit(*kind))),
                None => Err(format!(
                    "`{name}` is none of {}",
                    NAMES.map(|(known, _)| known).join(", ")
                )),
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Article;
    use serde_json::json;

    #[test]
    fn names() {
        assert_eq!(
            "events,dates,places, organisations,people,figures".parse(),
            Ok(Kinds::ALL)
        );
        let some: Kinds = "people,dates".parse().unwrap();
        assert!(some.has(IdKind::Person) && some.has(IdKind::Date) && !some.has(IdKind::Event));
        assert!("people,persons".parse::<Kinds>().unwrap_err().contains("`persons`"));
        assert!("".parse::<Kinds>().is_err());
    }

    /// To ask for some kinds is to read the whole record and to leave the others out, though less is done for it.
    #[test]
    fn leaves_the_rest_as_it_is() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/articles");
        let texts = [
            "05-lanxin-third-quarter.txt",
            "07-photonics-funding-round.txt",
            "11-gas-leak-yokkaichi.txt",
        ];
        for name in texts {
            let article = Article {
                text: std::fs::read_to_string(folder.join(name)).unwrap().into(),
                ..Article::default()
            };
            let mut all = crate::Extractor::new();
            for only in (1..64).map(Kinds) {
                let mut whole = all.extract(&article);
                only.keep(&mut whole);
                let options = crate::Options {
                    only,
                    ..crate::Options::default()
                };
                assert_eq!(
                    crate::Extractor::with_options(options).extract(&article),
                    whole,
                    "{only:?}"
                );
            }
        }
    }

    /// Each kind alone, and each left out: what is left refers only to itself.
    #[test]
    fn no_link_hangs() {
        let mention = json!({"start": 0, "end": 1, "text": "A"});
        let article = Article::default();
        let mut whole = serde_json::to_value(crate::Extractor::new().extract(&article)).unwrap();
        whole["events"] = json!([{"id": "e1", "type": "meeting", "trigger": mention, "status": "occurred", "rule": "r",
            "when": ["d1"], "where": ["l1"], "figures": ["f1"],
            "who": [{"id": "p1", "role": "agent"}, {"id": "o1", "role": "agent"}, {"id": "l1", "role": "agent"}]}]);
        whole["dates"] = json!([{"id": "d1", "start": 0, "end": 1, "text": "A", "type": "date", "value": "2023",
            "timex": "2023", "basis": "explicit", "rule": "r"}]);
        whole["places"] = json!([{"id": "l1", "name": "A", "kind": "city", "aliases": [], "mentions": [mention],
            "rule": "r"}]);
        whole["organisations"] = json!([{"id": "o1", "name": "A", "kind": "company", "aliases": [], "part_of": "o1",
            "mentions": [mention], "rule": "r"}]);
        whole["people"] = json!([{"id": "p1", "name": "A", "aliases": [], "mentions": [mention], "rule": "r",
            "roles": [{"title": "T", "organisation": "o1", "place": "l1"}]}]);
        whole["figures"] = json!([{"id": "f1", "start": 0, "end": 1, "text": "1", "kind": "count", "value": 1,
            "bound": "exactly", "date": "d1", "subject": "o1", "equals": "f1", "rule": "r"}]);
        let whole = whole.to_string();
        for kinds in (0..64).map(Kinds) {
            let mut record: Record = serde_json::from_str(&whole).unwrap();
            kinds.keep(&mut record);
            let text = serde_json::to_string(&record).unwrap();
            for (name, kind) in NAMES {
                let id = format!("\"{}\"", Id::new(kind, 1));
                assert_eq!(text.contains(&id), kinds.has(kind), "{name} in {text}");
            }
            assert_eq!(record.people.len(), usize::from(kinds.has(IdKind::Person)));
        }
    }
}
