//! Which bodies are companies, and which company a sentence starts with.

use crate::lexicon::class;
use crate::resolve::names::Kind;
use crate::text::{Sentence, flag};

use super::super::clause::{Hit, Scene};
use super::super::insertion::is_dash;

/// The name of a company: nothing in it says that it is a body of another kind.
pub(in super::super) fn is_company(scene: &Scene<'_, '_>, entity: usize) -> bool {
    is_named_of(scene, entity, &["company"])
}

/// The name of a company or a university: none that rules.
pub(in super::super) fn is_private(scene: &Scene<'_, '_>, entity: usize) -> bool {
    is_named_of(scene, entity, &["company", "university"])
}

/// The name of a company, a bank or an exchange.
pub(in super::super) fn is_firm(scene: &Scene<'_, '_>, entity: usize) -> bool {
    is_named_of(scene, entity, &["company", "fund"])
}

/// The name of an authority or a party.
pub(in super::super) fn is_authority(scene: &Scene<'_, '_>, entity: usize) -> bool {
    let d = scene.document;
    let name = scene.entities.list[entity].name;
    let rules = |kind: Option<&str>| matches!(kind, Some("government" | "party"));
    (name.start..name.end).any(|at| rules(d.value(at, at + 1, class::ORGHEAD)))
}

/// The name of a newspaper, an agency or a station, which tells of others.
pub(in super::super) fn is_medium(scene: &Scene<'_, '_>, entity: usize) -> bool {
    let d = scene.document;
    let name = scene.entities.list[entity].name;
    let known = d.value(name.start, name.end, class::ORG);
    let head = || (name.start..name.end).any(|at| d.value(at, at + 1, class::ORGHEAD) == Some("media"));
    known.map_or_else(head, |value| value.starts_with("media"))
}

/// What the lexicon knows of the name and of the heads in it is of such kinds.
fn is_named_of(scene: &Scene<'_, '_>, entity: usize, kinds: &[&str]) -> bool {
    let d = scene.document;
    let name = scene.entities.list[entity].name;
    let known = d.value(name.start, name.end, class::ORG);
    let known = known.is_none_or(|value| kinds.iter().any(|kind| value.starts_with(kind)));
    let mut heads = (name.start..name.end).filter_map(|at| d.value(at, at + 1, class::ORGHEAD));
    known && heads.all(|kind| kinds.contains(&kind))
}

/// The company that the sentence starts with: *Peru's Kelvar has already switched, a company spokesman said*.
pub(super) fn opens(scene: &Scene<'_, '_>, s: &Sentence, at: u32) -> Option<Hit> {
    /// Tokens of *Peru's* or *Chipmaker* in front of the name.
    const FIRST: u32 = 3;
    let mut hits = scene.hits_in(s.start, at.min(s.start + 2 * FIRST));
    let first = hits.find(|h| h.kind == Kind::Organisation)?;
    let whole = first.start <= s.start + FIRST && !matches!(scene.str(first.end), "'s" | "’s");
    (whole && first.end + 1 < at && is_company(scene, first.entity)).then_some(first)
}

/// The one body that the headline names, a company that the start of the text names as well.
pub(super) fn headlined(scene: &Scene<'_, '_>) -> Option<usize> {
    /// Sentences below the headline: the dateline may be one of its own.
    const FIRST: usize = 2;
    let d = scene.document;
    let sentences = d.sentences();
    let below = sentences.iter().position(|s| !d.is(s.start, flag::HEADLINE))?;
    let head = sentences[..below].iter().flat_map(|s| scene.hits_in(s.start, s.end));
    let mut bodies = head.filter(|h| h.kind == Kind::Organisation);
    let only = bodies.next()?;
    let mut lead = sentences[below..].iter().take(FIRST);
    let told = lead.any(|s| scene.hits_in(s.start, s.end).any(|h| h.entity == only.entity));
    let other = bodies.any(|h| h.entity != only.entity);
    (told && !other && is_company(scene, only.entity)).then_some(only.entity)
}

/// The company that a paragraph is headed with: *Kelvar (6991.TW) — Revenue rose 8 percent*.
pub(in super::super) fn headed(scene: &Scene<'_, '_>, s: &Sentence) -> Option<usize> {
    /// Tokens of a stock's code in parentheses.
    const TICKER: u32 = 8;
    // few sentences start with a name
    scene.names.candidates.starting(s.start)?;
    let hit = opens(scene, s, s.end).filter(|hit| hit.start == s.start)?;
    let close = (hit.end..(hit.end + TICKER).min(s.end)).find(|at| scene.str(*at) == ")");
    let behind = close
        .filter(|_| scene.str(hit.end) == "(")
        .map_or(hit.end, |close| close + 1);
    let dash = is_dash(scene.str(behind)) && !scene.document.is(behind, flag::GLUED);
    dash.then_some(hit.entity)
}
