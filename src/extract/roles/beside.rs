//! What stands beside a post and decides whose it is: its field, the name behind it, its owner, the unit it is in.

use super::{Finder, RoleItem};
use crate::extract::names::cut::title_end;
use crate::extract::names::shape;
use crate::lexicon::class;
use crate::resolve::names::Kind;
use crate::text::flag;

impl Finder<'_, '_> {
    /// *Minister of Foreign Affairs Amy Kuo*, *Secretary of Defence and Veterans, Ali Tan,*: a post with its field,
    /// which is no body.
    pub(super) fn portfolio(&self, start: u32, mention_end: u32, limit: u32) -> Option<RoleItem> {
        /// Tokens of the longest field.
        const LONGEST: u32 = 8;
        let d = self.document;
        let comma = d.str(start - 1) == "," && matches!(d.str(mention_end), "," | ".");
        let end = start - u32::from(comma);
        let word = |at: u32| d.is(at, flag::CAPITAL) && shape::is_ordinary(d, at) || matches!(d.str(at), "and" | ",");
        let of = (limit..end).rev().find(|at| !word(*at))?;
        let field = of + 1;
        if field >= end || end - field > LONGEST || of <= limit || !matches!(d.str(of), "of" | "for") {
            return None;
        }
        let title = self.title_ending(of, limit)?;
        (d.value(title.1 - 1, title.1, class::TITLE) == Some("minister")).then_some(RoleItem {
            title,
            entity: None,
            of: Some((field, end)),
        })
    }

    /// Titles from `at` on, side by side, that a name follows: *president and CEO | Peter Wendt*.
    pub(super) fn leads_to_name(&self, at: u32, limit: u32) -> bool {
        let d = self.document;
        let mut at = at;
        for _ in 0..3 {
            if at >= limit {
                return false;
            }
            let calendar = d.classes(at) & (1 << class::WEEKDAY | 1 << class::MONTH) != 0 && !d.has(at, class::GIVEN);
            if shape::is_name_word(d, at) && !d.is(at, flag::LINE) && !shape::is_function(d, at) && !calendar {
                return title_end(d, at, limit).is_none();
            }
            if !matches!(d.str(at), "and" | "&") {
                return false;
            }
            match title_end(d, at + 1, limit) {
                Some(end) => at = end,
                None => return false,
            }
        }
        false
    }

    /// *the sneaker chain's chief operating officer*, *the company's president*: where the title behind the owner
    /// starts, if the owner has no name.
    pub(super) fn owned(&self, at: u32, limit: u32) -> Option<u32> {
        const LONGEST: u32 = 4;
        let d = self.document;
        let small = |t: u32| d.is(t, flag::WORD) && !d.is(t, flag::CAPITAL) && d.info(t).pos != 0;
        let owner = (at..limit.min(at + LONGEST)).find(|t| !small(*t))?;
        let title = owner + 1;
        (owner > at && matches!(d.str(owner), "'s" | "’s") && title_end(d, title, limit).is_some()).then_some(title)
    }

    /// *the IC design branch of CSIA*, *China Business Development of TSMC*: the body that a unit between `from` and
    /// `stop` is of, with its end.
    pub(super) fn unit_of(&self, from: u32, stop: u32) -> Option<(usize, u32)> {
        const LONGEST: u32 = 8;
        let d = self.document;
        let of = (from..stop.min(from + LONGEST)).find(|t| d.str(*t) == "of" || d.str(*t) == "at")?;
        let body = of + 1 + u32::from(d.has(of + 1, class::DET));
        self.starting(body)
            .filter(|(entity, end)| *end <= stop && self.entities.list[*entity].kind == Kind::Organisation)
    }
}
