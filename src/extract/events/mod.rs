//! Events: what happened, told by verbs (`rules/events/verbs.tsv`) and nouns (`rules/events/nouns.tsv`), with the
//! arguments that the clause gives them.

mod again;
pub mod ages;
mod ahead;
mod alike;
mod arguments;
mod attendance;
mod behalf;
mod beside;
mod bounds;
mod ceremony;
mod cities;
pub mod clause;
mod definite;
mod driven;
#[cfg(test)]
mod examples;
pub mod find;
mod fit;
mod focus;
pub mod frame;
mod guests;
mod headline;
mod heads;
mod held;
mod idle;
mod implied;
mod insertion;
mod listed;
mod locating;
mod makers;
mod naming;
mod nominal;
mod occasion;
mod on_site;
mod parties;
mod phrase;
mod places;
mod rows;
mod site;
mod source;
mod speech;
mod subject;
mod tell;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_again;
#[cfg(test)]
mod tests_arguments;
#[cfg(test)]
mod tests_attendance;
#[cfg(test)]
mod tests_behalf;
#[cfg(test)]
mod tests_business;
#[cfg(test)]
mod tests_company;
#[cfg(test)]
mod tests_courts;
#[cfg(test)]
mod tests_deals;
#[cfg(test)]
mod tests_driven;
#[cfg(test)]
mod tests_elsewhere;
#[cfg(test)]
mod tests_false;
#[cfg(test)]
mod tests_families;
#[cfg(test)]
mod tests_firms;
#[cfg(test)]
mod tests_joint;
#[cfg(test)]
mod tests_local;
#[cfg(test)]
mod tests_local_news;
#[cfg(test)]
mod tests_locating;
#[cfg(test)]
mod tests_markets;
#[cfg(test)]
mod tests_naming;
#[cfg(test)]
mod tests_near;
#[cfg(test)]
mod tests_news;
#[cfg(test)]
mod tests_occasion;
#[cfg(test)]
mod tests_openings;
#[cfg(test)]
mod tests_owned;
#[cfg(test)]
mod tests_parted;
#[cfg(test)]
mod tests_parties;
#[cfg(test)]
mod tests_phrasing;
#[cfg(test)]
mod tests_plain;
#[cfg(test)]
mod tests_reference;
#[cfg(test)]
mod tests_saying;
#[cfg(test)]
mod tests_seats;
#[cfg(test)]
mod tests_source;
#[cfg(test)]
mod tests_talks;
#[cfg(test)]
mod tests_trade;
#[cfg(test)]
mod tests_trade_press;
#[cfg(test)]
mod tests_trips;
#[cfg(test)]
mod tests_unnamed;
#[cfg(test)]
mod tests_what;
#[cfg(test)]
mod tests_when;
#[cfg(test)]
mod tests_where;
#[cfg(test)]
mod tests_wording;
mod there;
mod times;
mod together;
mod told;
mod trigger;
mod twice;
mod unreal;
mod venue;
pub mod verbs;
mod what;

use crate::record::{EventKind, ParticipantRole, Status};

/// The tables of triggers.
pub mod tables {
    use super::{NounRule, VerbRule};
    use crate::record::{EventKind, ParticipantRole, Status};
    include!(concat!(env!("OUT_DIR"), "/events.rs"));

    /// The bit of a group of nouns. For constants: a name that no row of `event-nouns.tsv` has does not compile there.
    pub const fn group(name: &str) -> Groups {
        let mut bit = 0;
        while bit < GROUPS.len() {
            if is_same(GROUPS[bit].as_bytes(), name.as_bytes()) {
                return 1 << bit;
            }
            bit += 1;
        }
        panic!("no group of nouns has that name")
    }

    /// The id of a row of `nouns.tsv`, as [`rule`].
    pub const fn noun_rule(id: &'static str) -> &'static str {
        let mut row = 0;
        while row < NOUNS.len() {
            if is_same(NOUNS[row].id.as_bytes(), id.as_bytes()) {
                return id;
            }
            row += 1;
        }
        panic!("no row of nouns.tsv has that id")
    }

    /// The id of a row of `verbs.tsv` as it stands in records. For constants: an id that no row has does not compile there.
    pub const fn rule(id: &'static str) -> &'static str {
        let mut row = 0;
        while row < VERBS.len() {
            if is_same(VERBS[row].id.as_bytes(), id.as_bytes()) {
                return id;
            }
            row += 1;
        }
        panic!("no row of verbs.tsv has that id")
    }

    const fn is_same(a: &[u8], b: &[u8]) -> bool {
        let mut at = 0;
        while at < a.len() && at < b.len() && a[at] == b[at] {
            at += 1;
        }
        at == a.len() && at == b.len()
    }
}

/// One way that a verb tells an event.
#[derive(Debug)]
pub struct VerbRule {
    pub id: &'static str,
    pub kind: EventKind,
    /// Status that the verb itself gives: what is postponed is cancelled whatever the tense.
    pub status: Option<Status>,
    /// Groups asked of the object and the subject; 0 asks for nothing.
    pub object: tables::Groups,
    pub subject: tables::Groups,
    /// Groups of which one must stand somewhere behind the verb as well; 0 asks for nothing.
    pub with: tables::Groups,
    /// Roles of the subject, the object and the party behind *with*.
    pub roles: [Option<ParticipantRole>; 3],
    pub about: &'static str,
    pub yes: &'static str,
    pub no: &'static str,
}

/// One way that a noun tells an event.
#[derive(Debug)]
pub struct NounRule {
    pub id: &'static str,
    pub kind: EventKind,
    /// Words that may follow.
    pub behind: &'static [&'static str],
    /// Groups asked of the object, or of the owner; 0 asks for nothing.
    pub object: tables::Groups,
    /// Roles of the owner or agent, and of the object.
    pub roles: [Option<ParticipantRole>; 2],
    /// A name makes it an event; else a verb of the sentence must carry it.
    pub named: bool,
    /// A verb of the sentence makes it an event too where its object is a group of nouns.
    pub carried: bool,
    pub about: &'static str,
    pub yes: &'static str,
    pub no: &'static str,
}

/// An event as found; entities, dates and figures by index.
#[derive(Debug, Clone)]
pub struct EventItem {
    pub kind: EventKind,
    /// Tokens of the trigger.
    pub trigger: (u32, u32),
    pub sentence: usize,
    /// Tokens of the event's own name.
    pub name: Option<(u32, u32)>,
    pub status: Status,
    pub when: Vec<usize>,
    pub place: Vec<usize>,
    pub who: Vec<(usize, ParticipantRole)>,
    pub what: Option<(u32, u32)>,
    /// Direct speech, without its marks.
    pub quote: Option<(u32, u32)>,
    pub figures: Vec<usize>,
    pub main: bool,
    pub rule: &'static str,
}

impl EventItem {
    /// Adds an entity that takes no part yet.
    fn add(&mut self, entity: usize, role: ParticipantRole) {
        if self.who.iter().all(|(e, _)| *e != entity) {
            self.who.push((entity, role));
        }
    }

    /// Takes from what tells the same event who else is in it, and time and place where it has none.
    fn join(&mut self, other: EventItem) {
        for (entity, role) in other.who {
            self.add(entity, role);
        }
        if self.when.is_empty() {
            self.when = other.when;
        }
        if self.place.is_empty() {
            self.place = other.place;
        }
    }
}
