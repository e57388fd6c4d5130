//! Why each name of an article was taken for what it was: its evidence, the sums, the decision and what lost.

use schemars::JsonSchema;
use serde::Serialize;

use crate::extract::names::evidence as e;
use crate::resolve::names::{Kind, Names, scores};
use crate::text::Document;

/// One number for each thing that a name can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Scores {
    pub person: i32,
    pub organisation: i32,
    pub place: i32,
    /// An event, a product, an ordinary word.
    pub other: i32,
}

impl Scores {
    fn new([person, organisation, place, other]: [i32; 4]) -> Self {
        Self {
            person,
            organisation,
            place,
            other,
        }
    }

    /// Names and scores, the highest first; of equal ones the later kind of the list loses.
    pub fn ranked(&self) -> [(&'static str, i32); 4] {
        let mut all = [
            ("other", self.other),
            ("person", self.person),
            ("organisation", self.organisation),
            ("place", self.place),
        ];
        all.sort_by_key(|(_, score)| std::cmp::Reverse(*score));
        all
    }
}

/// Code points `start..end` of the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Span {
    pub start: u32,
    pub end: u32,
}

/// One kind of evidence that a name has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Evidence {
    /// As items name it in `rule`.
    pub rule: &'static str,
    pub about: &'static str,
    /// What it adds to each sum.
    pub weights: Scores,
    /// The first mention that gives it; none where the whole article does (*stands only at sentence starts*).
    pub at: Option<Span>,
}

/// A name with everything that speaks for and against it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ExplainedName {
    pub name: String,
    /// `person`, `organisation`, `place` or `other`: the highest sum.
    pub decision: &'static str,
    /// By how much it won.
    pub margin: i32,
    pub scores: Scores,
    pub evidence: Vec<Evidence>,
    pub mentions: Vec<Span>,
}

/// The names of a document that [`Names::read`] has read, in the order of their first mentions.
pub(crate) fn explain(document: &Document<'_>, names: &Names) -> Vec<ExplainedName> {
    let span = |start, end| {
        let (start, end) = document.code_points(start, end);
        Span { start, end }
    };
    let mut of_name = vec![Vec::new(); names.list.len()];
    for candidate in &names.candidates.list {
        of_name[candidate.name as usize].push(candidate);
    }
    let mut out: Vec<ExplainedName> = Vec::with_capacity(names.list.len());
    for (name, mentions) in names.list.iter().zip(of_name) {
        let Some(first) = mentions.first() else { continue };
        let evidence = (0..e::NAMES.len())
            .filter(|kind| name.evidence & (1 << kind) != 0)
            .map(|kind| Evidence {
                rule: e::RULES[kind],
                about: e::ABOUT[kind],
                weights: Scores::new(e::WEIGHTS[kind].map(i32::from)),
                at: mentions
                    .iter()
                    .find(|c| c.evidence & (1 << kind) != 0)
                    .map(|c| span(c.start, c.end)),
            })
            .collect();
        out.push(ExplainedName {
            name: document
                .slice(first.start, first.end)
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" "),
            decision: match name.kind {
                Kind::Person => "person",
                Kind::Organisation => "organisation",
                Kind::Place => "place",
                Kind::Other => "other",
            },
            margin: name.margin,
            scores: Scores::new(scores(name.evidence)),
            evidence,
            mentions: mentions.iter().map(|c| span(c.start, c.end)).collect(),
        });
    }
    out.sort_by_key(|n| n.mentions[0].start);
    out
}
