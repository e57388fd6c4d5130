//! What the run behind a name is to it: the number of a zone, half of a body, a company and its seat.

use crate::extract::names::runs::Run;
use crate::lexicon::class;
use crate::text::flag;

use super::{Joiner, any, same_line, topic};

impl Joiner<'_, '_> {
    /// *Bau Bang 2 Industrial Park*: the number of a zone stands in front of its noun, and that is all of the next run.
    pub(super) fn is_numbered_zone(&self, first: &Run, run: &Run) -> bool {
        /// Digits of the number.
        const DIGITS: u16 = 2;
        let d = self.document;
        let number = run.start - 1;
        let zone = d.value(run.start, run.end, class::PLACEHEAD) == Some("zone");
        zone && run.start + 1 < run.end
            && number == first.end
            && d.is(number, flag::NUMBER)
            && d.token(number).len <= DIGITS
            && same_line(d, first.start, run.start)
            && !any(
                d,
                first.end - 1,
                &[class::PLACEHEAD, class::ORGHEAD, class::EVENTHEAD, class::LEGALFORM],
            )
            && !d.has(first.start, class::MONTH)
            && !first.opens
    }

    /// *Lima Trade | and Investment Promotion Institute*: the first half of a body's name, with the place in front. The end of
    /// the whole.
    pub(super) fn is_half(&self, run: &Run, next: usize) -> Option<u32> {
        let d = self.document;
        let place = d.class_end(run.start, class::PLACE).filter(|end| *end < run.end)?;
        let rest = self.runs.get(next + 1).filter(|rest| rest.start == run.end + 1)?;
        let field = |at: u32| topic(d, at) || d.class_end(at, class::ORGMOD).is_some();
        (self.str(run.end) == "and"
            && rest.end - rest.start > 1
            && self.body_head(rest.end - 1)
            && !d.has(rest.end - 1, class::EVENTHEAD)
            && !self.any_head(run)
            && !self.known_org(rest)
            && (place..run.end).all(field)
            && (rest.start..rest.end - 1).all(field))
        .then_some(rest.end)
    }

    /// *Board of | Lima Science Parks Corporation*, *Board of the | LSPC*: a company with its legal form, or letters that nobody is known by.
    pub(super) fn is_company(&self, run: &Run, next: usize) -> bool {
        let d = self.document;
        let form = |run: &Run| d.has(run.end - 1, class::LEGALFORM) || self.legal_form(run.end).is_some();
        let half = || self.is_half(run, next).is_some() && self.runs.get(next + 1).is_some_and(form);
        let letters = run.end == run.start + 1
            && d.is(run.start, flag::UPPER)
            && d.token(run.start).len > 2
            && d.classes(run.start) & (1 << class::ACRONYMSTOP | 1 << class::PLACE) == 0;
        letters || run.end > run.start + 1 && form(run) || half()
    }

    /// *Party Committee of | Kelvar (Group) Co., Ltd.*: brackets and a legal form behind the run.
    pub(super) fn opens_firm(&self, run: &Run, next: usize) -> bool {
        let inner = self.runs.get(next + 1).filter(|inner| inner.start == run.end + 1);
        self.str(run.end) == "("
            && inner.is_some_and(|inner| self.str(inner.end) == ")" && self.legal_form(inner.end + 1).is_some())
    }

    /// *Lumeno Optics of Wuxi*: a company and where it sits, unlike *Bank of Wuxi* and *Aluminum Corporation of China*.
    pub(super) fn is_seated(&self, company: &Run, seat: &Run) -> bool {
        let d = self.document;
        let head = company.end - 1;
        company.end - company.start > 1
            && self.head_kind(head) == Some("company")
            && !d.has(head, class::LEGALFORM)
            && d.str(head) != "Company"
            && !topic(d, company.start)
            && self.is_place(seat)
    }
}
