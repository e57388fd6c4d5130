//! What is built, made and done on the site that was told of.

use crate::lexicon::class;
use crate::lexicon::format::{PlaceInfo, form};
use crate::record::{EventKind, ParticipantRole};
use crate::resolve::names::Kind;
use crate::text::{Sentence, flag};

use super::clause::{Hit, Scene};
use super::find::Found;
use super::frame::is_dropped;
use super::occasion::is_heading;
use super::trigger::head_groups;
use super::{EventItem, tables as t};

/// What the company or the project does is done on its site, where the main event has one: *The main plant was capped in
/// September*.
pub fn site(scene: &Scene<'_, '_>, found: &mut [Found], main: usize) {
    const BUILT: [EventKind; 4] = [
        EventKind::Construction,
        EventKind::Production,
        EventKind::Investment,
        EventKind::Disaster,
    ];
    // a plant that goes to work
    const SWITCHED: [&str; 4] = [
        t::rule("event.launch.switch"),
        t::rule("event.launch.switched"),
        t::rule("event.launch.put_into"),
        t::rule("event.launch.online"),
    ];
    let item = &found[main].item;
    let place = match item.kind {
        EventKind::Agreement => agreed_site(scene, item),
        kind if BUILT.contains(&kind) || SWITCHED.contains(&item.rule) => item.place.clone(),
        _ => return,
    };
    if place.is_empty() {
        return;
    }
    let (who, sentence) = (item.who.clone(), item.sentence);
    let paragraph = |event: &Found| scene.document.sentences()[event.item.sentence].paragraph;
    // *In Lima, it is investing 3 billion. The first plant was completed in May*: the paragraph that tells of another site
    let mut other: Option<u32> = None;
    for event in found.iter_mut().filter(|f| f.item.sentence >= sentence) {
        let built = BUILT.contains(&event.item.kind) && !is_dropped(event) && !event.item.place.is_empty();
        if built && event.item.place.iter().all(|e| !place.contains(e)) {
            other = Some(paragraph(event));
        }
        if other == Some(paragraph(event)) {
            continue;
        }
        if is_on_site(scene, event, (&who, &place)) {
            event.item.place.clone_from(&place);
        }
    }
}

/// Where something is built, by whom, and the sentence that tells it.
struct Site {
    place: Vec<usize>,
    who: Vec<(usize, ParticipantRole)>,
    told: usize,
}

/// The same of what is told near the place of a site that is not the main event's: *The project is located in Lantu Park. …
/// Trial production will start in May*.
pub fn near_site(scene: &Scene<'_, '_>, found: &mut [Found]) {
    /// Sentences between the two.
    const NEAR: usize = 4;
    let built = |kind: EventKind| matches!(kind, EventKind::Construction | EventKind::Production);
    let lacks = |f: &Found| built(f.item.kind) && f.item.place.is_empty() && !is_dropped(f);
    if !found.iter().any(lacks) {
        return;
    }
    let mut next = 0;
    let mut last: Option<Site> = None;
    for (index, s) in scene.document.sentences().iter().enumerate() {
        if last.as_ref().is_some_and(|site| site.told + NEAR < index) || is_heading(scene, index) {
            last = None;
        }
        if let Some(hit) = super::site::plot(scene, s).or_else(|| plant_in(scene, s)) {
            // *The Kelvar project is located in Lantu Park*: what Kelvar builds
            let bodies = scene
                .hits_in(s.start, hit.start)
                .filter(|h| h.kind == Kind::Organisation);
            last = Some(Site {
                place: vec![hit.entity],
                who: bodies.map(|h| (h.entity, ParticipantRole::Agent)).collect(),
                told: index,
            });
        }
        while let Some(event) = found.get_mut(next).filter(|f| f.item.sentence <= index) {
            next += 1;
            if is_dropped(event) {
                continue;
            }
            if let Some(site) = last.as_ref().filter(|_| lacks(event)) {
                if is_on_site(scene, event, (&site.who, &site.place)) {
                    event.item.place.clone_from(&site.place);
                }
                continue;
            }
            let item = &event.item;
            let agreed = Some(item).filter(|item| item.kind == EventKind::Agreement);
            let agreed = agreed.map_or_else(Vec::new, |item| agreed_site(scene, item));
            let place = if agreed.is_empty() && built(item.kind) {
                item.place.clone()
            } else {
                agreed
            };
            if !place.is_empty() {
                let who = item.who.clone();
                last = Some(Site {
                    place,
                    who,
                    told: index,
                });
            }
        }
    }
}

/// *Output at Kelvar's wafer plant in Lantu Park passed 40,000 pieces*: where the plant lies of which something else is told.
fn plant_in(scene: &Scene<'_, '_>, s: &Sentence) -> Option<Hit> {
    /// Tokens from the noun to its place: *plant in the town of*.
    const NEAR: u32 = 6;
    let d = scene.document;
    let led = |at: u32| {
        let plant = scene.noun_groups(at, at + 1) & const { t::group("fab") } != 0;
        // *the plant of Kelvar in Lantu Park*
        let owned = || scene.hits_in(at + 2, s.end).next().filter(|hit| hit.start <= at + 3);
        let behind = match d.str(at + 1) {
            "of" if plant => {
                let end = owned()?.end;
                end + u32::from(scene.str(end) == "." && d.is(end, flag::GLUED))
            }
            _ => at + 1,
        };
        let leads = plant && matches!(scene.str(behind), "in" | "at" | "near");
        leads.then_some(behind)
    };
    let lead = (s.start..s.end.saturating_sub(2)).find_map(led)?;
    let hit = scene.where_in(lead, s.end).into_iter().next()?;
    let wide = scene
        .grain(hit.entity)
        .is_some_and(|grain| grain <= PlaceInfo::PROVINCE);
    (hit.start <= lead + NEAR && !wide).then_some(hit)
}

/// *The first phase will be completed in May*: built or made on the site that was told of, by nobody else.
fn is_on_site(scene: &Scene<'_, '_>, event: &Found, (who, place): (&[(usize, ParticipantRole)], &[usize])) -> bool {
    /// Tokens between a verb and *at the site*.
    const NEAR: u32 = 5;
    let d = scene.document;
    let item = &event.item;
    let told = matches!(item.kind, EventKind::Construction | EventKind::Production);
    if !told || is_dropped(event) || !item.place.is_empty() {
        return false;
    }
    let s = &d.sentences()[item.sentence];
    let elsewhere = || scene.hits_in(s.start, s.end).any(|h| h.kind == Kind::Place);
    let same = item.who.iter().any(|(e, _)| who.iter().any(|(other, _)| e == other));
    let (start, end) = event.subject;
    let definite = start < end && (d.str(start).eq_ignore_ascii_case("the") || d.has(start, class::PRON))
        || (start..end).any(|at| d.str(at) == "the")
        // *From the laying of the foundation stone to today*
        || start == end && start > 0 && d.str(start - 1) == "the"
        // *The factory, whose foundation stone was laid in March*
        || start > 0 && d.str(start - 1) == "whose"
        // *By Wednesday all lines were running again*
        || (start..end).any(|at| matches!(d.str(at), "all" | "both" | "All" | "Both")) && is_plant(scene, (start, end));
    // *halted production at the site*
    let behind = item.trigger.1..(item.trigger.1 + NEAR).min(s.end);
    let on_site = behind.clone().any(|at| {
        d.str(at) == "site" && matches!(d.str(at - 1), "the" | "this") && matches!(d.str(at - 2), "at" | "on")
    });
    // *Trial production will start in May*
    let works = head_groups(scene, start, end).0 & const { t::group("works") | t::group("production") } != 0;
    // *A loan will go into a plant in Wuxi. The plant is to start production in May*: whoever runs it
    let wide = |e: &usize| scene.grain(*e).is_some_and(|grain| grain < PlaceInfo::PROVINCE);
    let unnamed = || scene.hits_in(start, end).next().is_none() && !place.iter().any(wide);
    let plant = || definite && is_plant(scene, (start, end)) && unnamed();
    on_site || (same || (definite || works) && item.who.is_empty() || plant()) && !elsewhere()
}

/// *The factory*, *all lines*
fn is_plant(scene: &Scene<'_, '_>, (start, end): (u32, u32)) -> bool {
    head_groups(scene, start, end).0 & const { t::group("fab") } != 0
}

/// *signed a contract to build a plant in Wuxi*: where what was agreed on will be.
fn agreed_site(scene: &Scene<'_, '_>, item: &EventItem) -> Vec<usize> {
    let d = scene.document;
    let end = d.sentences()[item.sentence].end;
    let to = (item.trigger.1..end).find(|at| d.str(*at) == "to" && d.info(*at + 1).form & form::BASE != 0);
    let hits = to.map_or_else(Vec::new, |to| scene.where_in(to, end));
    let wide = |h: &Hit| scene.grain(h.entity).is_some_and(|grain| grain < PlaceInfo::PROVINCE);
    let sites = hits.into_iter().filter(|h| !wide(h)).map(|h| h.entity);
    sites.filter(|e| !item.place.contains(e)).collect()
}
