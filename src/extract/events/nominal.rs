//! Events told by a noun: *the release of …*, *the signing of …*.

use crate::lexicon::class;
use crate::record::{EventKind, ParticipantRole, Status};
use crate::resolve::names::Kind;
use crate::text::Sentence;

use super::arguments::times;
use super::clause::Scene;
use super::find::Found;
use super::trigger::head_groups;
use super::verbs::{self, Tense, VerbGroup};
use super::{EventItem, tables as t};

/// Events told by a noun: *the release of …*.
pub(super) fn noun(scene: &Scene<'_, '_>, index: usize, s: &Sentence, at: u32, out: &mut Vec<Found>) {
    let d = scene.document;
    let Some(end) = d.class_end(at, class::EVENTTRIGGER).filter(|e| *e < s.end) else {
        return;
    };
    let Some(row) = d.number_value(at, end, class::EVENTTRIGGER) else {
        return;
    };
    let rule = &t::NOUNS[row as usize];
    if d.str(end) != rule.behind || !d.has(at.saturating_sub(1).max(s.start), class::DET) && end - at < 2 {
        return;
    }
    // it is told only where a predicate of the sentence carries it
    let carried = (s.start..s.end).any(|x| {
        let lemma = if d.token(x).word != 0 {
            d.lexicon.lemma(d.token(x).word)
        } else {
            0
        };
        lemma != 0
            && d.has_lemma_class(lemma, class::SUPPORTVERB)
            && verbs::group(d, x, s.start).is_some_and(|g| !g.negated && g.tense != Tense::Future)
    });
    if !carried {
        return;
    }
    let clause_end = (end..s.end)
        .find(|x| {
            matches!(d.str(*x), "." | "," | ";")
                || d.has(*x, class::AUX)
                || d.str(*x) == "and" && d.has(x + 1, class::DET)
                || d.str(*x) == "took"
        })
        .unwrap_or(s.end);
    let mut item = EventItem {
        kind: rule.kind,
        trigger: (at, end),
        sentence: index,
        name: None,
        status: Status::Occurred,
        when: Vec::new(),
        place: Vec::new(),
        who: Vec::new(),
        what: (end + 1 < clause_end).then_some((end + 1, clause_end)),
        quote: None,
        figures: scene.figures_in(end, clause_end).collect(),
        main: false,
        rule: rule.id,
    };
    for hit in scene.entities_in(end, clause_end) {
        let owner = matches!(scene.str(hit.end), "'s" | "’s");
        if owner && hit.kind != Kind::Place {
            item.who.push((hit.entity, ParticipantRole::Agent));
        }
    }
    // *the launch of the 10,000th wafer*: goods come off a line
    let group_bit = |name: &str| t::GROUPS.iter().position(|g| *g == name).map_or(0, |b| 1u64 << b);
    // *the opening of the summit*, *the completion of the course* build nothing
    if item.kind == EventKind::Construction && head_groups(scene, end + 1, clause_end).0 & group_bit("plant") == 0 {
        return;
    }
    if item.kind == EventKind::Launch {
        let groups = head_groups(scene, end + 1, clause_end).0;
        if groups & group_bit("goods") != 0 && groups & group_bit("product") == 0 {
            item.kind = EventKind::Production;
        }
    }
    let group = VerbGroup {
        start: at,
        head: at,
        tense: Tense::Past,
        passive: false,
        progressive: false,
        negated: false,
        planned: false,
        outer: at,
    };
    times(scene, s, &group, s.end, &mut item);
    out.push(Found {
        item,
        group,
        subject: (at, at),
        owners: Vec::new(),
    });
}
