//! Marks inside names: quoted parts and nicknames, and the *'s* of *Dillow's Inc*, which belongs to the name.

use super::join::{Joined, Joiner, any, same_line, topic};
use super::runs::Run;
use super::shape;
use crate::lexicon::class;
use crate::lexicon::format::{form, pos};
use crate::text::{Document, flag};

/// Tokens of the longest name that ends in *'s*, without the mark.
const HOUSE_LONGEST: u32 = 2;

impl Joiner<'_, '_> {
    /// A place in brackets inside a company's name, or behind the short name of one: *(Wuxi)*.
    pub(super) fn bracket(&self, cur: &Joined, last: &Run, run: &Run, next: usize) -> Option<(usize, u32)> {
        let d = self.document;
        // *(MoRA)* too
        let spelt = || crate::resolve::names::is_acronym(d, d.str(run.start), cur.start, cur.end);
        // *Kuwait News Agency (KUNA)*, whatever town is called so
        let known = || {
            let first = |at: u32| d.str(at).as_bytes()[0];
            d.is(run.start, flag::UPPER)
                && d.token(run.start).len > 2
                && first(run.start) == first(cur.start)
                && self.legal_form(run.end + 1).is_none()
        };
        let acronym = run.end - run.start == 1 && d.is(run.start, flag::UPPER | flag::MIXED) && (spelt() || known());
        let letters = run.end - run.start == 1
            && d.is(run.start, flag::CAPITAL)
            && d.token(run.start).len <= 2
            && self.legal_form(run.end + 1).is_some();
        if let Some(over) = self.over_letters(cur, run, next) {
            return Some(over);
        }
        // *Lima Port (Group) Co., Ltd*
        let group = run.end - run.start == 1
            && matches!(self.str(run.start), "Group" | "Holdings" | "Holding")
            && self.legal_form(run.end + 1).is_some();
        if self.str(run.end) != ")" || !letters && !group && (!self.is_place(run) || acronym) {
            return None;
        }
        let after = run.end + 1;
        // *Orient (M) Bhd*, *Lorimer (HK) Ltd*: letters for the country
        if d.token(run.start).len <= 2 && self.legal_form(after).is_some() {
            return Some((next + 1, after));
        }
        if let Some(more) = self.runs.get(next + 1).filter(|m| m.start == after)
            && same_line(d, run.end, more.start)
            && !d.has(cur.end - 1, class::SURNAMEZH)
        {
            return Some((next + 2, more.end));
        }
        if self.legal_form(after).is_some() {
            return Some((next + 1, after));
        }
        let short = cur.end - cur.start == 1 && d.is(cur.start, flag::UPPER) && !self.is_place(last);
        (short || self.known_org(last)).then_some((next + 1, after))
    }

    /// *Lima Artificial Intelligence (AI) Industry Fund*: letters in brackets for the words right in front of them, behind which
    /// the name goes on.
    fn over_letters(&self, cur: &Joined, run: &Run, next: usize) -> Option<(usize, u32)> {
        let d = self.document;
        let short = run.start;
        let n = u32::from(d.token(short).len);
        let letters = run.end == short + 1 && d.is(short, flag::UPPER) && n > 1 && self.str(run.end) == ")";
        let more = self
            .runs
            .get(next + 1)
            .filter(|more| letters && more.start == run.end + 1)?;
        let words = cur.end.checked_sub(n).filter(|from| *from >= cur.start)?;
        let inside = words > cur.start || d.has(short, class::ACRONYMSTOP);
        let field = |at: u32| topic(d, at) || d.has(at, class::ORGHEAD);
        (inside
            && same_line(d, run.end, more.start)
            && (words..cur.end).all(|at| d.is(at, flag::CAPITAL) && field(at))
            && crate::resolve::names::spells(d, d.str(short), words, cur.end)
            && (cur.of || self.any_head(more) || d.has(more.end - 1, class::OTHERHEAD))
            && (more.start..more.end)
                .all(|at| field(at) || any(d, at, &[class::PLACEHEAD, class::EVENTHEAD, class::LEGALFORM])))
        .then_some((next + 2, more.end))
    }

    /// A quoted part inside a name: *… “Core Chain” Party Construction Alliance*.
    pub(super) fn quoted(&self, run: &Run, next: usize) -> Option<(usize, u32)> {
        if !matches!(self.str(run.end), "”" | "\"" | "’") {
            return None;
        }
        let more = self.runs.get(next + 1).filter(|m| m.start == run.end + 1)?;
        (self.any_head(more) && run.end - run.start <= 4).then_some((next + 2, more.end))
    }

    /// *“World Light” Partner Conference*: quoted words right in front of the rest of an event's name.
    pub(super) fn opens_quoted(&self, cur: &Joined, run: &Run) -> bool {
        let d = self.document;
        cur.start > 0
            && matches!(self.str(cur.start - 1), "“" | "\"")
            && run.start == cur.end + 1
            && run.end - run.start > 1
            && d.has(run.end - 1, class::EVENTHEAD)
            && !d.has(cur.end - 1, class::EVENTHEAD)
    }

    /// *Big Data & Internet of Things Conference*: a phrase of the names of bodies (`ORGMOD`) goes from one run into the
    /// next. The end of the whole.
    pub(super) fn fixed(&self, last: &Run, run: &Run) -> Option<u32> {
        let inside = self.document.class_end(last.end - 1, class::ORGMOD)?;
        (inside > run.start && inside < run.end && run.start == last.end + 1).then_some(run.end)
    }

    /// *Association for Friendship with Foreign Countries*: whom the society is for.
    pub(super) fn friends(&self, cur: &Joined, last: &Run, run: &Run) -> bool {
        let d = self.document;
        let field = |run: &Run| (run.start..run.end).all(|at| topic(d, at));
        cur.of
            && last.end - last.start == 1
            && last.start > cur.start
            && field(last)
            && field(run)
            && !self.any_head(run)
    }

    /// *Annual Meeting of the Lima Association*: an event and whose it is.
    pub(super) fn meets(&self, cur: &Joined, last: &Run) -> bool {
        let d = self.document;
        self.strong_head(last)
            && last.start > cur.start
            && (cur.start..last.start).any(|at| d.has(at, class::EVENTHEAD))
    }

    /// *McDonald's*, *JD.com*: known by a name with a mark inside. The end of the whole.
    pub(super) fn known_mark(&self, cur: &Joined) -> Option<u32> {
        let d = self.document;
        let end = d.class_end(cur.start, class::ORG)?;
        (end > cur.end && end <= self.limit && (cur.end..end).all(|at| d.is(at, flag::GLUED))).then_some(end)
    }

    /// *Joaquín “El Chapo” Guzmán*: a nickname in quotes between a given and a family name.
    pub(super) fn nickname(&self, first: &Run, run: &Run, next: usize) -> Option<(usize, u32)> {
        let d = self.document;
        if !matches!(self.str(run.end), "”" | "\"" | "’" | "'")
            || run.end - run.start > 3
            || first.end - first.start > 3
        {
            return None;
        }
        let more = self
            .runs
            .get(next + 1)
            .filter(|m| m.start == run.end + 1 && m.end - m.start <= 2)?;
        let family = d.classes(more.end - 1) & (1 << class::SURNAME | 1 << class::SURNAMEZH) != 0
            || !shape::is_ordinary(d, more.start);
        let given = d.has(first.start, class::GIVEN) || d.has(first.end - 1, class::GIVEN);
        (given && family && !self.any_head(more)).then_some((next + 2, more.end))
    }

    /// *Dillow's Inc*: nobody owns a legal form, so that the *'s* belongs to the name. The end of the whole.
    pub(super) fn house(&self, cur: &Joined, run: &Run) -> Option<u32> {
        let d = self.document;
        let short = cur.end - cur.start <= HOUSE_LONGEST && !cur.of;
        let form = short && d.class_end(run.start, class::LEGALFORM) == Some(run.end);
        form.then_some(run.end)
    }

    /// *Hobson's has lowered its outlook*, *Hobson's reported a profit*: a verb with its person behind *'s*, so that the
    /// mark belongs to the name. *Hobson's reported profit* is Hobson's, *Ohio's climbed* says something of Ohio's.
    pub(super) fn keeps_mark(&self, cur: &Joined) -> bool {
        let d = self.document;
        let verb = cur.end + 1;
        if !matches!(self.str(cur.end), "'s" | "’s") || verb + 1 >= self.limit || cur.of {
            return false;
        }
        // *a friend of Dana Holt's has died*: a person's, or whose it is
        let the = u32::from(cur.start > 0 && d.has(cur.start - 1, class::DET));
        let of = cur.start > the && d.str(cur.start - 1 - the) == "of";
        if of || shape::person(d, cur.start, cur.end).is_some() {
            return false;
        }
        let info = d.info(verb);
        if cur.end - cur.start > HOUSE_LONGEST
            || d.is(verb, flag::CAPITAL)
            || info.verb == 0
            || info.pos & pos::NOUN != 0
        {
            return false;
        }
        let aux = d.has(verb, class::AUX) && info.form & form::THIRD != 0;
        let past = !d.has(verb, class::AUX) && info.form & form::PAST != 0 && d.has(verb + 1, class::DET);
        (aux || past) && d.class_end(cur.start, class::PLACE) != Some(cur.end)
    }
}

/// Where the owner's mark stands in a name that keeps it: *Hobson's*, *Dillow's Inc*.
pub(crate) fn kept_mark(document: &Document<'_>, name: &Joined) -> Option<u32> {
    if name.end - name.start < 2 || name.of {
        return None;
    }
    let at = (name.start + 1..name.end.min(name.start + 1 + HOUSE_LONGEST))
        .find(|at| document.is(*at, flag::GLUED) && matches!(document.str(*at), "'s" | "’s"))?;
    (at + 1 == name.end || document.has(at + 1, class::LEGALFORM)).then_some(at)
}
