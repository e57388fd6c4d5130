//! Ceremonies that are held for something told beside them: *awarded at a ceremony held in Lima*, *held a ceremony to start construction*.

use crate::record::EventKind;

use super::ceremony::CELEBRATED;
use super::clause::Scene;
use super::find::Found;
use super::frame::{is_dropped, join_events};
use super::tables as t;

/// *were awarded the title at a ceremony held in Lima*, *signed the deal at a ceremony staged there*: where it was done.
pub(super) fn held_for(scene: &Scene<'_, '_>, found: &mut [Found]) {
    const HELD: &str = t::rule("event.meeting.held");
    let d = scene.document;
    for index in 1..found.len() {
        let Found { item, group, .. } = &found[index];
        let participle = item.rule == HELD && group.passive && group.outer == group.head;
        let at = group.outer;
        if !participle || item.name.is_some() || is_dropped(&found[index]) || scene.str(at - 1) != "ceremony" {
            continue;
        }
        let (sentence, status) = (item.sentence, item.status);
        let start = d.sentences()[sentence].start;
        // tokens of *at the signing ceremony*
        let led = (start.max(at.saturating_sub(5))..at).any(|x| matches!(d.str(x), "at" | "during"));
        let done = (0..index)
            .rev()
            .take_while(|before| found[*before].item.sentence == sentence)
            .find(|before| {
                let f = &found[*before];
                let celebrated =
                    CELEBRATED.contains(&f.item.kind) && !matches!(f.item.kind, EventKind::Meeting | EventKind::Visit);
                celebrated && f.item.status == status && !is_dropped(f)
            });
        if let Some(done) = done.filter(|_| led) {
            join_events(found, done, index);
        }
    }
}

/// *held a ceremony during which both signed a contract*, *held a ceremony to start construction of the plant*: the thing is the
/// event.
pub(super) fn held_to(scene: &Scene<'_, '_>, found: &mut [Found]) {
    const HELD: &str = t::rule("event.meeting.held");
    /// Tokens of *held a grand ceremony*, and of what is started.
    const NEAR: u32 = 4;
    const THING: u32 = 12;
    let d = scene.document;
    for index in 0..found.len() {
        let Found { item, group, .. } = &found[index];
        if item.rule != HELD || item.kind != EventKind::Meeting || item.name.is_some() || is_dropped(&found[index]) {
            continue;
        }
        let s = &d.sentences()[item.sentence];
        let from = if group.passive { s.start } else { item.trigger.1 };
        let near = if group.passive {
            group.outer
        } else {
            (from + NEAR).min(s.end)
        };
        let Some(ceremony) = (from..near).find(|at| d.str(*at) == "ceremony") else {
            continue;
        };
        let behind = if group.passive { item.trigger.1 } else { ceremony + 1 };
        let which = matches!(scene.str(behind), "during" | "at") && scene.str(behind + 1) == "which";
        if which {
            let (sentence, status) = (item.sentence, item.status);
            let done = (index + 1..found.len())
                .take_while(|next| found[*next].item.sentence == sentence)
                .find(|next| {
                    let f = &found[*next];
                    f.item.status == status
                        && CELEBRATED[1..CELEBRATED.len() - 1].contains(&f.item.kind)
                        && !is_dropped(f)
                });
            if let Some(done) = done {
                join_events(found, done, index);
            }
        } else if scene.str(behind) == "to" && behind + 2 < s.end {
            let end = scene.clause_end(s, behind + 2).min(behind + THING);
            let groups = scene.noun_groups(behind + 2, end);
            let is = |group: t::Groups| groups & group != 0;
            let kind = match d.str(behind + 1) {
                "start" | "begin" | "commence" if is(const { t::group("works") }) => EventKind::Construction,
                "start" | "begin" | "commence" if is(const { t::group("production") }) => EventKind::Production,
                "launch" | "release" | "unveil" if is(const { t::group("product") }) => EventKind::Launch,
                "open" | "inaugurate" if is(const { t::group("plant") }) => EventKind::Construction,
                "open" | "inaugurate" if is(const { t::group("body") }) => EventKind::Founding,
                "sign" if is(const { t::group("paper") }) => EventKind::Agreement,
                _ => continue,
            };
            found[index].item.kind = kind;
            found[index].item.what = Some((behind + 2, end));
        }
    }
}
