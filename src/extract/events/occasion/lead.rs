//! Day and place of the lead, for what people said and how markets moved behind it.

use crate::lexicon::{class, list};
use crate::record::{EventKind, Status};
use crate::resolve::names::Kind;
use crate::text::flag;

use super::super::EventItem;
use super::super::clause::Scene;
use super::super::find::Found;
use super::super::frame::is_dropped;
use super::super::verbs::Tense;
use super::scene::is_held_at;
use super::{is_guests, is_occasion, is_somewhere_in_country};

/// The lead's day and place for what people said and how markets moved, where nothing nearer says when.
pub fn lead(scene: &Scene<'_, '_>, found: &mut [Found]) {
    /// Sentences of the body in which the lead event stands.
    const LEAD: usize = 2;
    let d = scene.document;
    let Some(first) = d
        .sentences()
        .iter()
        .position(|s| !d.is(s.start, flag::HEADLINE | flag::FURNITURE))
    else {
        return;
    };
    let is_day = |dates: &[usize]| dates.iter().any(|i| scene.dates[*i].is_day());
    let body = |f: &Found| !is_dropped(f) && !d.is(f.item.trigger.0, flag::HEADLINE);
    // *said Li Ming at a conference in Wuxi recently*
    let is_said_at = |item: &EventItem| {
        let told = item.kind == EventKind::Statement && !item.when.is_empty() && !item.place.is_empty();
        told && is_held_at(scene, item)
    };
    market_day(scene, found, first + LEAD);
    let Some(lead) = found.iter().position(|f| {
        body(f)
            && f.item.sentence < first + LEAD
            && f.item.status == Status::Occurred
            && (is_occasion(&f.item)
                || matches!(f.item.kind, EventKind::Market | EventKind::Listing | EventKind::Meeting))
            && (is_day(&f.item.when) || is_said_at(&f.item))
    }) else {
        return;
    };
    // *Chip sales will recover, officials said on Thursday*: those who are named behind
    let crowd = {
        let item = &found[lead].item;
        item.kind == EventKind::Statement && item.who.is_empty() && is_guests(scene, found[lead].subject)
    };
    let (when, mut place, told) = {
        let item = &found[lead].item;
        (item.when.clone(), item.place.clone(), item.kind)
    };
    let told_as_past = found[lead].group.tense == Tense::Past;
    if is_somewhere_in_country(scene, told, &place) {
        place.clear();
    }
    let present = Present::of(scene, &found[lead].item, first);
    // the last market day told goes on, and so does the exchange of the same shares
    let mut market = when.clone();
    let mut exchange = (found[lead].item.who.clone(), place.clone());
    if told != EventKind::Market {
        exchange.0.clear();
    }
    for (index, event) in found.iter_mut().enumerate() {
        if !body(event) || index == lead {
            continue;
        }
        let perfect = event.group.is_perfect(d);
        let general = told_as_past && event.group.tense == Tense::Present;
        let item = &mut event.item;
        if item.kind == EventKind::Market {
            // *had fallen 14 percent since January*: not on that day
            if item.when.is_empty() && item.status == Status::Occurred && !perfect {
                item.when.clone_from(&market);
            } else if is_day(&item.when) {
                market.clone_from(&item.when);
            }
            if !item.place.is_empty() {
                exchange = (item.who.clone(), item.place.clone());
            } else if item.who == exchange.0 && !item.who.is_empty() {
                item.place.clone_from(&exchange.1);
            }
            continue;
        }
        let person = |(e, _): &(usize, _)| scene.entities.list[*e].kind == Kind::Person;
        // a statement or a founding is an occasion to speak where it has a place
        let placed = !matches!(told, EventKind::Statement | EventKind::Founding) || !place.is_empty() || crowd;
        let speech = told != EventKind::Market && placed;
        let before = matches!(scene.str(item.trigger.1), "earlier" | "previously" | "before");
        if item.kind == EventKind::Statement
            && speech
            && !before
            && !general
            && item.status == Status::Occurred
            && (item.when.is_empty() || item.when == when)
            && item.who.iter().any(person)
            && present.has(item)
        {
            item.when.clone_from(&when);
            if item.place.is_empty() {
                item.place.clone_from(&place);
            }
        }
    }
}

/// Who may be taken to speak where and when the lead's event was.
struct Present {
    /// People meet for it: a meeting, a visit, a speech, a debut with its gong, or whatever the article tells a ceremony of.
    anybody: bool,
    /// Those who took part in it.
    people: Vec<usize>,
}

impl Present {
    /// `first`: number of the body's first sentence.
    fn of(scene: &Scene<'_, '_>, item: &EventItem, first: usize) -> Self {
        let d = scene.document;
        let meets = matches!(
            item.kind,
            EventKind::Meeting | EventKind::Visit | EventKind::Statement | EventKind::Listing
        );
        let ceremony = || {
            let body = &d.sentences()[first..];
            body.iter()
                .any(|s| (s.start..s.end).any(|at| d.is_on(at, list::CEREMONY)))
        };
        let people = item.who.iter().map(|(e, _)| *e);
        Self {
            anybody: meets || ceremony(),
            people: people
                .filter(|e| scene.entities.list[*e].kind == Kind::Person)
                .collect(),
        }
    }

    /// *Kelvar broke ground on a plant on Monday. … Luis Prado, who pressed the button, said …*, but not *An analyst said …*
    fn has(&self, item: &EventItem) -> bool {
        self.anybody || item.who.iter().any(|(e, _)| self.people.contains(e))
    }
}

/// *Kelvar raised its forecast on Thursday. … Its shares rose 3 percent in extended trading*: the price moves on the day of the
/// company's news in the sentences up to `lead`, where it is not told when.
fn market_day(scene: &Scene<'_, '_>, found: &mut [Found], lead: usize) {
    /// Sentences behind the news.
    const FAR: usize = 8;
    let d = scene.document;
    let day = |item: &EventItem| item.when.iter().copied().find(|i| scene.dates[*i].is_day());
    let told = |f: &Found| {
        let item = &f.item;
        let news = !is_dropped(f) && item.sentence < lead && item.kind != EventKind::Market;
        let near = |i: usize| scene.dates[i].is_near() && scene.dates[i].relation.is_none();
        news && item.status != Status::Cancelled && day(item).is_some_and(near) && !f.group.is_perfect(d)
    };
    // the dated news told last
    let mut news: Option<EventItem> = None;
    for event in found.iter_mut() {
        if told(event) {
            news = Some(event.item.clone());
            continue;
        }
        let item = &mut event.item;
        let moved = item.kind == EventKind::Market && item.when.is_empty() && item.status == Status::Occurred;
        if !moved || event.group.tense != Tense::Past || event.group.is_perfect(d) {
            continue;
        }
        let Some(news) = &news else { continue };
        let near = item.sentence <= news.sentence + FAR;
        let same = item.who.iter().any(|(e, _)| news.who.iter().any(|(own, _)| own == e));
        // *fell 20 percent over the past year*, *fell under Luis Prado*
        let s = &d.sentences()[item.sentence];
        let long = |at: u32| d.has(at, class::TIMEUNIT) || d.has(at, class::TIMEUNITPL) || d.is_on(at, list::OVER_TIME);
        if near && same && !(item.trigger.1..s.end).any(long) {
            item.when.clone_from(&news.when);
        }
    }
}
