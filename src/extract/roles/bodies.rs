//! The body or place that a post is of where it does not stand right behind *of*: behind its owner, behind what it is, around a unit;
//! and what stands between a name and its post.

use super::Finder;
use crate::extract::names::shape;
use crate::lexicon::class;
use crate::lexicon::format::pos;
use crate::resolve::names::Kind;
use crate::text::flag;

impl Finder<'_, '_> {
    /// *Party secretary of Lima's suburban | Kelso District*: the place behind its owner, with its end.
    pub(super) fn behind_owner(&self, of: u32, stop: u32) -> Option<(usize, u32)> {
        /// Adjectives between the two.
        const LONGEST: u32 = 2;
        let d = self.document;
        let (_, end) = self.starting(of)?;
        let owner = end < stop && matches!(d.str(end), "'s" | "’s");
        let small = |at: u32| d.is(at, flag::WORD) && !d.is(at, flag::CAPITAL) && d.info(at).pos & pos::ADJECTIVE != 0;
        let first = end + 1;
        let name = (first..stop.min(first + LONGEST + 1))
            .find(|at| !small(*at))
            .filter(|_| owner)?;
        (name > first)
            .then(|| self.starting(name))
            .flatten()
            .filter(|(_, end)| *end <= stop)
    }

    /// *the IC design branch of CSIA*, *China Business Development of TSMC*: the body that a unit between `from` and
    /// `stop` is of, with its end.
    pub(super) fn unit_of(&self, from: u32, stop: u32) -> Option<(usize, u32)> {
        const LONGEST: u32 = 8;
        let d = self.document;
        let of = (from..stop.min(from + LONGEST)).find(|t| matches!(d.str(*t), "of" | "at" | "from"))?;
        let body = of + 1 + u32::from(d.has(of + 1, class::DET));
        // the comma may be the body's: *the Ministry of Trade, Industry and Energy*
        self.starting(body)
            .filter(|(entity, _)| body < stop && self.entities.list[*entity].kind == Kind::Organisation)
    }

    /// *engineer with | US design company Kelvar*, *head of Lima chipmaker Kelvar*: the body behind what it is, with its end.
    pub(super) fn described_body(&self, from: u32, stop: u32) -> Option<(usize, u32)> {
        /// Tokens in front of the body.
        const LONGEST: u32 = 5;
        let d = self.document;
        let word = |at: &u32| d.is(*at, flag::WORD) && !shape::is_function(d, *at);
        let noun = |at: u32| !d.is(at, flag::CAPITAL) && (d.has(at, class::ORGNOUN) || d.str(at).ends_with("maker"));
        let noun = (from + 1..stop.min(from + LONGEST))
            .take_while(word)
            .find(|at| noun(*at))?;
        let found = self.starting(noun + 1).filter(|_| noun + 1 < stop)?;
        (self.entities.list[found.0].kind == Kind::Organisation).then_some(found)
    }

    /// Behind *from* and a body: *Amy Kuo from Kelvar Group | was named director*.
    pub(super) fn behind_origin(&self, end: u32, limit: u32) -> u32 {
        let d = self.document;
        let from = end + 1 < limit && d.str(end) == "from";
        let body = from
            .then(|| self.starting(end + 1 + u32::from(d.has(end + 1, class::DET))))
            .flatten();
        body.map_or(end, |(_, behind)| behind)
    }

    /// *Amy Kuo, who is also a scholar of Lima University, | was named director*: behind the clause in commas.
    pub(super) fn behind_clause(&self, end: u32, limit: u32) -> u32 {
        /// Tokens of the longest clause.
        const LONGEST: u32 = 20;
        let d = self.document;
        let who = end + 1 < limit && d.str(end) == "," && d.str(end + 1) == "who";
        let close = who
            .then(|| (end + 2..limit.min(end + LONGEST)).find(|at| d.str(*at) == ","))
            .flatten();
        close.map_or(end, |close| close + 1)
    }

    /// *an official with Lorimer Steel*: a noun for a person and the body that he works for. The noun's end.
    pub(super) fn works_for(&self, at: u32, limit: u32) -> Option<u32> {
        let d = self.document;
        let end = d.class_end(at, class::PERSONNOUN).filter(|end| end + 1 < limit)?;
        let body = end + 1 + u32::from(d.has(end + 1, class::DET));
        let with = !d.is(at, flag::CAPITAL) && matches!(d.str(end), "with" | "at" | "for");
        let (entity, _) = with.then(|| self.starting(body)).flatten()?;
        (self.entities.list[entity].kind == Kind::Organisation && !self.is_plural(end - 1)).then_some(end)
    }

    /// *a Beijing-based | telecom expert*: behind where somebody works.
    pub(super) fn seated(&self, at: u32, limit: u32) -> u32 {
        let d = self.document;
        let end = self
            .names
            .candidates
            .starting(at)
            .map_or(at, |i| self.names.candidates.list[i].end);
        let based = end > at && end + 2 < limit && d.str(end) == "-" && d.str(end + 1) == "based";
        if based { end + 2 } else { at }
    }
}
