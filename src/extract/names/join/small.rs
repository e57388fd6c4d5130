//! Names that go on in small letters, as translators write them.

use crate::extract::names::runs::Run;
use crate::extract::names::shape;
use crate::lexicon::format::{form, pos};
use crate::lexicon::{class, list};
use crate::text::{Document, flag};

use super::{Joined, Joiner, any, topic};

impl Joiner<'_, '_> {
    /// *Shanghai Shenhe thermal magnetic | Electronics Co., Ltd.*: behind a few words in small letters there is nothing
    /// but ordinary words and a legal form, which make no name of their own. The end of the whole.
    pub(super) fn rest(&self, cur: &Joined, run: &Run) -> Option<u32> {
        /// Words in small letters that a translator leaves inside a name.
        const LONGEST: u32 = 3;
        let d = self.document;
        let end = cur.end;
        // *Hongchi Asia logistics (Jiangsu) Co., Ltd.*
        let bracket = run.start > end && self.str(run.start - 1) == "(";
        if bracket && !(self.str(run.end) == ")" && self.is_place(run)) {
            return None;
        }
        let gap = end..run.start - u32::from(bracket);
        let small = |at: u32| {
            d.is(at, flag::WORD)
                && !d.is(at, flag::CAPITAL)
                && d.info(at).pos & (pos::NOUN | pos::ADJECTIVE) != 0
                && !shape::is_function(d, at)
                && !any(d, at, &[class::PERSONNOUN, class::ORGNOUN, class::TITLE, class::CONJ])
                // *Kelvar acquired Hydroponics Inc.*, but *Hefei applied Materials Co.*
                && (d.info(at).form & form::PAST == 0 || d.has(at, class::ORGMOD))
        };
        let legal = (run.start..run.end).find(|at| d.has(*at, class::LEGALFORM));
        // *Lima Verde integrated circuit | Co. Ltd.*: a legal form alone needs what stands in front of it
        let noun = |at: u32| at > cur.start && d.is(at, flag::WORD) && self.str(at) != "and";
        // *Ngobeni said the JSC*: letters may be a body's
        let form = legal == Some(run.start) && !d.is(run.start, flag::UPPER);
        let bare = form && noun(end) && noun(run.start - 1) && run.start > end;
        let between = |at: u32| {
            let said = d.classes(at) & (1 << class::SAYVERB | 1 << class::AUX) != 0;
            let participle =
                !said && d.info(at).pos & pos::ADJECTIVE != 0 && d.is(at, flag::WORD) && !d.is(at, flag::CAPITAL);
            // *Orlin microdevices | Inc.*
            let unknown = d.info(at).pos == 0
                && d.info(at).verb == 0
                && d.classes(at) == 0
                && d.is(at, flag::WORD)
                && !d.is(at, flag::CAPITAL | flag::NUMBER);
            small(at) || bare && (participle || unknown || self.str(at) == "and")
        };
        let longest = if bare { LONGEST + 2 } else { LONGEST };
        let last = run.end + u32::from(bracket);
        // *Shanghai IC industry Investment Fund*
        let body = !bracket
            && run.end - run.start > 1
            && self.body_head(run.end - 1)
            && !d.has(run.end - 1, class::EVENTHEAD)
            && d.class_end(cur.start, class::PLACE).is_some_and(|at| at <= end)
            && d.value_place(cur.start, d.class_end(cur.start, class::PLACE).unwrap_or(end))
                .is_some();
        // *Lima Science | and technology innovation Commission*
        let office = || {
            let seat = d.class_end(cur.start, class::PLACE).filter(|at| *at < end);
            run.end == run.start + 1
                && d.value(run.start, run.end, class::ORGHEAD) == Some("government")
                && seat.is_some_and(|at| (at..end).all(|t| topic(d, t)))
                && gap.clone().any(|at| self.str(at) == "and")
                && gap.len() <= LONGEST as usize
                && gap
                    .clone()
                    .all(|at| small(at) && d.info(at).verb == 0 || self.str(at) == "and")
        };
        if !bracket && !gap.is_empty() && office() {
            return Some(run.end);
        }
        let behind = legal.is_some() || body || self.legal_form(last).is_some();
        let mut words = run.start..legal.unwrap_or(run.end);
        let rest = !gap.is_empty()
            && gap.len() <= longest as usize
            && gap.clone().all(between)
            && behind
            // *Kelvar hired Lima Securities*
            && !self.known_org(run)
            && (bracket || words.all(|at| shape::is_ordinary(d, at) || any(d, at, &[class::ORGHEAD])));
        rest.then_some(last)
    }

    /// *the Jiangsu semiconductor industry association*, *the Hefei statistics bureau*: a translator's name for a society or an
    /// authority, in small letters behind the place that it is of. Its end.
    pub(super) fn small_society(&self, cur: &Joined) -> Option<u32> {
        /// Words of its field.
        const LONGEST: u32 = 4;
        let d = self.document;
        let first = cur.end;
        let small = |at: u32| {
            at < self.limit
                && d.is(at, flag::WORD)
                && !d.is(at, flag::CAPITAL | flag::GLUED | flag::LINE)
                && d.info(at).pos & (pos::NOUN | pos::ADJECTIVE) != 0
                && !shape::is_function(d, at)
        };
        if !small(first) || d.class_end(cur.start, class::PLACE) != Some(first) {
            return None;
        }
        let society = |at: u32| d.value(at, at + 1, class::ORGNOUN) == Some("association");
        // *Lima bureau of science and technology*, *Lima statistics bureau*
        let bureau = d
            .class_end(first, class::ORGHEAD)
            .filter(|end| *end <= self.limit && *end > first + 1);
        if let Some(end) = bureau.filter(|end| d.value(first, *end, class::ORGHEAD) == Some("government")) {
            return Some(end);
        }
        let head = (first..first + LONGEST + 1)
            .take_while(|at| small(*at))
            .find(|at| society(*at))?;
        let field = |at: u32| {
            !any(
                d,
                at,
                &[class::PERSONNOUN, class::ORGNOUN, class::TITLE, class::PLACENOUN],
            )
        };
        (head > first && (first..head).all(field)).then_some(head + 1)
    }

    /// *Lima Institute of Optics and Information technology (LIOI)*: the last word of a body in small letters, where the letters
    /// in brackets behind it spell the name. Its end.
    pub(super) fn small_last(&self, cur: &Joined) -> Option<u32> {
        let d = self.document;
        let (at, letters) = (cur.end, cur.end + 2);
        let noun = at + 3 < self.limit
            && d.str(at + 1) == "("
            && d.is(letters, flag::UPPER | flag::MIXED)
            && d.str(at + 3) == ")"
            && d.is(at, flag::WORD)
            && !d.is(at, flag::CAPITAL | flag::GLUED | flag::LINE)
            && d.info(at).pos & pos::NOUN != 0
            && !shape::is_function(d, at);
        let body = |t: u32| any(d, t, &[class::ORGHEAD, class::ORGHEADWEAK]);
        let spelt = |end: u32| crate::resolve::names::spells(d, d.str(letters), cur.start, end);
        (noun && cur.end - cur.start > 1 && (cur.start..at).any(body) && (spelt(at) || spelt(at + 1))).then_some(at + 1)
    }

    /// *the Party | working committee of Lingang*: a committee of the party in small letters. Its end.
    pub(super) fn small_committee(&self, cur: &Joined) -> Option<u32> {
        let d = self.document;
        let (head, at) = (cur.end - 1, cur.end);
        if at >= self.limit || d.is(at, flag::CAPITAL | flag::GLUED | flag::LINE) || !d.is(head, flag::CAPITAL) {
            return None;
        }
        let end = d.class_end(head, class::ORGHEAD)?;
        (end > at && end <= self.limit && d.value(head, end, class::ORGHEAD) == Some("party")).then_some(end)
    }

    /// *Hubei provincial | Bureau of Statistics*, *Lima municipal | People's Government*: the kind of a place in small letters
    /// between it and its authority.
    pub(super) fn is_of_division(&self, cur: &Joined, run: &Run) -> bool {
        let d = self.document;
        let word = cur.end;
        let head = |at: u32| matches!(d.value(at, at + 1, class::ORGHEAD), Some("government" | "party"));
        let peoples = || d.str(run.start) == "People" && matches!(self.str(run.end), "'s" | "’s");
        run.start == word + 1
            && !d.is(word, flag::CAPITAL | flag::LINE)
            && !d.is(run.start, flag::LINE)
            && d.is_on(word, list::DIVISION)
            && d.class_end(cur.start, class::PLACE) == Some(word)
            && (head(run.start) || head(run.end - 1) || peoples())
    }

    /// *the Conservative party*: what kind it is in small letters behind its name. Its end.
    pub(super) fn small_party(&self, cur: &Joined) -> Option<u32> {
        let d = self.document;
        let at = cur.end;
        if at >= self.limit
            || d.is(at, flag::CAPITAL | flag::GLUED | flag::LINE)
            || d.value(at, at + 1, class::ORGNOUN) != Some("party")
        {
            return None;
        }
        // *a Christmas party*, *the Peru party*, *the BJP party*; *the Golkar party* is called Golkar
        let one = cur.start > 0 && matches!(d.str(cur.start - 1), "a" | "an" | "A" | "An");
        let word = |t: u32| d.is(t, flag::CAPITAL) && !d.is(t, flag::UPPER) && topic(d, t) && !d.has(t, class::HOLIDAY);
        let known = d.class_end(cur.start, class::PLACE) == Some(at) || shape::person(d, cur.start, at).is_some();
        let named = !one && !known && !cur.opens && (cur.start..at).all(word) && at - cur.start <= 3;
        let the = cur.start > 0 && d.has(cur.start - 1, class::DET);
        (named && the).then_some(at + 1)
    }

    /// *Wuhan East Lake demonstration zone*, *the Century City exhibition centre*: a zone or a venue with its generic words in
    /// small letters. Its end.
    pub(super) fn small_zone(&self, cur: &Joined) -> Option<u32> {
        let d = self.document;
        let at = cur.end;
        if at >= self.limit || d.is(at, flag::CAPITAL | flag::GLUED | flag::LINE) {
            return None;
        }
        if d.str(at) == "campus" {
            return self.is_campus(cur).then_some(at + 1);
        }
        let end = d.class_end(at, class::PLACENOUN).filter(|end| *end <= self.limit)?;
        let plain = d.class_end(cur.start, class::PLACE) == Some(at);
        let zone = match d.value(at, end, class::PLACENOUN) {
            // *Minister tours Lima chip park*: one of that city
            Some("zone") => !(plain && d.is(cur.start, flag::HEADLINE)),
            // *their Jakarta hotel*; *Intel conference hall*, *Lima University gymnasium*; *conference hall managers*
            Some("facility") => {
                let body = any(d, cur.start, &[class::ORG]) || any(d, at - 1, &[class::ORGHEAD]);
                !(body || plain && end == at + 1 || is_noun_behind(d, end))
            }
            _ => false,
        };
        // *a Lima industrial park* has no name
        let one = cur.start > 0 && matches!(d.str(cur.start - 1), "a" | "an" | "A" | "An");
        let named = d.class_end(cur.start, class::PLACE).is_some() || !shape::is_ordinary(d, cur.start);
        let other = shape::is_country(d, cur.start, at)
            || shape::person(d, cur.start, at).is_some()
            || any(d, at - 1, &[class::LEGALFORM, class::DEMONYM]);
        (zone && named && !one && !other).then_some(end)
    }

    /// *on its Jinnan campus*, *the university's Otay campus*: the name of the ground, not *on Lima University campus*.
    fn is_campus(&self, cur: &Joined) -> bool {
        const BODY: [u8; 3] = [class::ORGHEAD, class::LEGALFORM, class::ORG];
        /// Words of the name.
        const LONGEST: u32 = 3;
        let d = self.document;
        let Some(before) = cur.start.checked_sub(1) else {
            return false;
        };
        // *at Otay campus*, *room 108, Otay campus*
        let led = matches!(
            d.str(before),
            "the" | "its" | "their" | "'s" | "’s" | "new" | "," | "at" | "in" | "on"
        );
        led && cur.end - cur.start <= LONGEST && (cur.start..cur.end).all(|at| !any(d, at, &BODY))
    }
}

/// *conference hall | managers*: the noun that the words in front belong to.
fn is_noun_behind(d: &Document<'_>, at: u32) -> bool {
    let small = at < d.len() && d.is(at, flag::WORD) && !d.is(at, flag::CAPITAL | flag::GLUED | flag::LINE);
    small && d.info(at).pos & pos::NOUN != 0 && d.info(at).verb == 0 && !shape::is_function(d, at)
}
