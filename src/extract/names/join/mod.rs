//! Joins runs over the small words and marks that stand inside names: *Ministry of X and Y*, *X (Wuxi) Co., Ltd.*,
//! *X “Core” Y Alliance*, *X People’s Government*, *Gulf of X*.

mod beside;
mod ends;
mod over;
mod small;

use super::runs::Run;
use super::shape;
use crate::lexicon::class;
use crate::lexicon::format::pos;
use crate::text::{Document, flag};

/// A joined name, tokens `start..end`.
#[derive(Debug, Clone, Copy)]
pub struct Joined {
    pub start: u32,
    pub end: u32,
    pub opens: bool,
    /// Joined over *of*, *for* or *on* behind a head.
    pub of: bool,
    /// Holds a place in brackets.
    pub bracket: bool,
    /// Index (in the output) of the body that this one is a unit of, `u32::MAX` for none.
    pub part_of: u32,
    pub long_end: u32,
    /// Entry of the user's lexicon, if it is one of the user's names.
    pub user: Option<u32>,
}

const STRONG: [u8; 2] = [class::ORGHEAD, class::LEGALFORM];

pub(super) fn any(document: &Document<'_>, at: u32, classes: &[u8]) -> bool {
    classes.iter().any(|c| document.has(at, *c))
}

/// An ordinary word that names no person or place: the stuff of a body's field (*Industry*, *Foreign*).
pub(super) fn topic(document: &Document<'_>, at: u32) -> bool {
    shape::is_ordinary(document, at) && (!document.has(at, class::PLACE) || document.has(at, class::PLACESTOP))
}

pub(super) fn same_line(document: &Document<'_>, from: u32, to: u32) -> bool {
    (from + 1..=to).all(|at| !document.is(at, flag::LINE))
}

pub(super) struct Joiner<'d, 'a> {
    pub(super) document: &'d Document<'a>,
    pub(super) runs: &'d [Run],
    pub(super) limit: u32,
}

/// Joins the runs of one sentence that ends at token `limit`.
pub fn join(document: &Document<'_>, runs: &[Run], limit: u32, out: &mut Vec<Joined>) {
    let joiner = Joiner { document, runs, limit };
    let mut r = 0;
    while r < runs.len() {
        r = joiner.one(r, out);
    }
}

impl Joiner<'_, '_> {
    pub(super) fn str(&self, at: u32) -> &str {
        if at < self.limit { self.document.str(at) } else { "" }
    }

    fn is_head(&self, run: &Run) -> bool {
        any(
            self.document,
            run.end - 1,
            &[class::ORGHEAD, class::ORGHEADWEAK, class::LEGALFORM],
        )
    }

    pub(super) fn strong_head(&self, run: &Run) -> bool {
        any(self.document, run.end - 1, &STRONG)
    }

    pub(super) fn any_head(&self, run: &Run) -> bool {
        self.is_head(run) || any(self.document, run.end - 1, &[class::PLACEHEAD, class::EVENTHEAD])
    }

    /// Ends in the head of a body that is no company: *Technology* and *Electronics* may as well be a field.
    pub(super) fn body_head(&self, at: u32) -> bool {
        let d = self.document;
        d.has(at, class::EVENTHEAD)
            || d.value(at, at + 1, class::ORGHEAD)
                .is_some_and(|kind| kind != "company")
    }

    pub(super) fn known_org(&self, run: &Run) -> bool {
        let d = self.document;
        d.class_end(run.start, class::ORG).is_some_and(|e| e == run.end)
            || d.class_end(run.start, class::UNIVERSITY).is_some_and(|e| e == run.end)
    }

    pub(super) fn is_place(&self, run: &Run) -> bool {
        self.document
            .class_end(run.start, class::PLACE)
            .is_some_and(|e| e == run.end)
    }

    /// Ordinary words that name no body of their own: what a body is for.
    fn is_field(&self, run: &Run) -> bool {
        let d = self.document;
        run.end - run.start <= 3 && !self.known_org(run) && (run.start..run.end).all(|at| topic(d, at))
    }

    /// A chamber of commerce and the country that it is in, or a body whose letters in brackets tell of the place as well.
    fn is_abroad(&self, cur: &Joined, run: &Run) -> bool {
        let d = self.document;
        let chamber = || {
            (cur.start + 1..cur.end.saturating_sub(2)).any(|at| d.class_end(at, class::ORGHEAD) == Some(cur.end))
                && shape::is_country(d, run.start, run.end)
        };
        self.is_place(run) && (self.spelt_behind(cur, run) || chamber())
    }

    /// A body that can have units: behind *of* it is no field of the one in front.
    fn is_body(&self, run: &Run, next: usize) -> bool {
        let d = self.document;
        // *Foreign Affairs* is a magazine, and what a ministry is for
        let field_words = || (run.start..run.end).all(|at| topic(d, at)) && !self.any_head(run);
        // *Key Laboratory of Intelligent Microsystems*: a field, no company
        let trade = || {
            self.head_kind(run.end - 1) == Some("company")
                && !d.has(run.end - 1, class::LEGALFORM)
                && (run.start..run.end - 1).all(|at| topic(d, at))
        };
        (self.known_org(run) && !field_words()
            || self.strong_head(run) && run.end - run.start > 1 && !trade()
            || self.ministry(run, next)
            || self.peoples(run, next))
            && !d.has(run.start, class::EVENTHEAD)
    }

    /// *Office of the | Lima Municipal People's Government*: the head of the body stands behind its owner.
    fn peoples(&self, run: &Run, next: usize) -> bool {
        // *Committee of the | Chinese People's Political Consultative Conference*
        if run.end - run.start > 1 && self.is_known_over_mark(run) {
            return true;
        }
        let Some(head) = self.runs.get(next + 1).filter(|head| head.start == run.end + 1) else {
            return false;
        };
        let owner = matches!(self.str(run.end), "'s" | "’s") && self.strong_head(head);
        owner && run.end - run.start > 1 && self.owned(run, head, next + 1).is_some()
    }

    /// A well-known body starts with the run and goes on behind its *'s*.
    fn is_known_over_mark(&self, run: &Run) -> bool {
        let known = self.document.class_end(run.start, class::ORG);
        matches!(self.str(run.end), "'s" | "’s") && known.is_some_and(|end| end > run.end + 1 && end <= self.limit)
    }

    /// *… Committee of | Ministry of Trade*: the head of a body that has its field behind.
    fn ministry(&self, run: &Run, next: usize) -> bool {
        let d = self.document;
        run.end - run.start == 1
            && (d.value(run.start, run.end, class::ORGHEAD)).is_some_and(|kind| kind != "company")
            && self.str(run.end) == "of"
            && self.runs.get(next + 1).is_some_and(|field| field.start == run.end + 1)
    }

    /// *Children's Fund*, *Employers' Federation*: the head of a body behind a noun that owns it.
    fn owned(&self, last: &Run, run: &Run, next: usize) -> Option<(usize, u32)> {
        let d = self.document;
        let owner = last.end - 1;
        let noun = d.info(owner).pos & pos::NOUN != 0 && d.info(owner).common > 0;
        // a mark with a space in front closes a quotation
        let glued = d.is(owner + 1, flag::GLUED);
        (noun && glued && self.any_head(run) && d.classes(owner) & (1 << class::PLACE | 1 << class::ORGHEAD) == 0)
            .then_some((next + 1, run.end))
    }
}
