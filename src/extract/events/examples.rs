//! Every row of `rules/events/` has a sentence that it must find an event in and one in which it must find none. They
//! go through the whole extractor, as articles of one sentence.

use super::tables;
use crate::record::EventKind;
use crate::{Article, Extractor};

/// What the row `rule` must do with its examples; what is wrong with that is added to `failures`.
fn check(rule: &str, kind: EventKind, yes: &str, no: &str, failures: &mut Vec<String>) {
    let mut extractor = Extractor::new();
    let parts = yes
        .split_once('[')
        .and_then(|(before, rest)| Some((before, rest.split_once(']')?)));
    let Some((before, (trigger, after))) = parts else {
        failures.push(format!("{rule}: yes example without [ ]: {yes}"));
        return;
    };
    let start = before.chars().count() as u32;
    let end = start + trigger.chars().count() as u32;
    let article = Article {
        text: format!("{before}{trigger}{after}").into(),
        ..Article::default()
    };
    let events = extractor.extract(&article).events;
    let hit = events
        .iter()
        .any(|e| e.kind == kind && e.trigger.start < end && start < e.trigger.end);
    if !hit {
        let found: Vec<_> = events
            .iter()
            .map(|e| format!("{} on {:?}", e.rule, e.trigger.text))
            .collect();
        failures.push(format!("{rule}: must find {kind:?} in {yes:?}, found {found:?}"));
    }
    let article = Article {
        text: no.into(),
        ..Article::default()
    };
    for event in extractor.extract(&article).events.iter().filter(|e| e.rule == rule) {
        failures.push(format!(
            "{rule}: must find nothing in {no:?}, found {:?}",
            event.trigger.text
        ));
    }
}

#[test]
fn all() {
    let mut failures = Vec::new();
    for row in tables::VERBS {
        check(row.id, row.kind, row.yes, row.no, &mut failures);
    }
    for row in tables::NOUNS {
        check(row.id, row.kind, row.yes, row.no, &mut failures);
    }
    assert!(
        failures.is_empty(),
        "{} examples fail:\n{}",
        failures.len(),
        failures.join("\n")
    );
}
