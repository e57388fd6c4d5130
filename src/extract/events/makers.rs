//! Who makes what the article tells of without saying who.

use crate::lexicon::class;
use crate::record::{EventKind, ParticipantRole};
use crate::resolve::names::Kind;

use super::clause::Scene;
use super::find::Found;
use super::focus::{is_firm, is_medium};
use super::frame::is_dropped;

/// *Kelvar has completed a plant in Lima. … Trial runs began there in May*: made by the company that the article tells most of.
/// Of other kinds of events without anybody it is not so: counted over 130 articles with gold, half or more are somebody else's.
pub(super) fn makers(scene: &Scene<'_, '_>, found: &mut [Found]) {
    // *It will produce 80,000 wafers*: whatever nothing was found for stays so
    let it = |f: &Found| f.subject.0 + 1 == f.subject.1 && scene.document.has(f.subject.0, class::PRON);
    let nobody = |f: &Found| f.item.kind == EventKind::Production && f.item.who.is_empty() && !is_dropped(f) && !it(f);
    if !found.iter().any(nobody) {
        return;
    }
    let list = &scene.entities.list;
    let often = |e: usize| list[e].mentions.len();
    // who buys does not make
    let acts = |e: &usize| {
        let acted = |f: &Found| f.item.who.contains(&(*e, ParticipantRole::Agent));
        let mut own = found.iter().filter(|f| !is_dropped(f) && acted(f));
        own.any(|f| f.item.kind != EventKind::Agreement)
    };
    let firm = |e: &usize| list[*e].kind == Kind::Organisation && is_firm(scene, *e) && !is_medium(scene, *e);
    let firms: Vec<usize> = (0..list.len()).filter(firm).filter(acts).collect();
    let most = firms.iter().map(|e| often(*e)).max().unwrap_or_default();
    // the first of those that are told of as often, but none of several firms that are named once
    let maker = firms.iter().copied().find(|e| often(*e) == most);
    let maker = maker.filter(|_| most > 1 || firms.len() == 1);
    if let Some(maker) = maker {
        // a sentence that names another firm may mean that one
        let alone = |f: &Found| {
            let s = &scene.document.sentences()[f.item.sentence];
            let mut hits = scene.hits_in(s.start, s.end).map(|h| h.entity);
            hits.all(|e| e == maker || !firm(&e))
        };
        for event in found.iter_mut().filter(|f| nobody(f) && alone(f)) {
            event.item.add(maker, ParticipantRole::Agent);
        }
    }
}
