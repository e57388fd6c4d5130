//! Joins runs over the small words and marks that stand inside names: *Ministry of X and Y*, *X (Wuxi) Co., Ltd.*,
//! *X “Core” Y Alliance*, *X People’s Government*, *Gulf of X*.

use super::runs::Run;
use super::shape;
use crate::lexicon::class;
use crate::lexicon::format::{form, pos};
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

    /// *Lumeno Optics of Wuxi*: a company and where it sits, unlike *Bank of Wuxi* and *Aluminum Corporation of China*.
    fn is_seated(&self, company: &Run, seat: &Run) -> bool {
        let d = self.document;
        let head = company.end - 1;
        company.end - company.start > 1
            && self.head_kind(head) == Some("company")
            && !d.has(head, class::LEGALFORM)
            && d.str(head) != "Company"
            && !topic(d, company.start)
            && self.is_place(seat)
    }

    /// Joins what belongs to run `r`; the index of the next run that is left.
    fn one(&self, r: usize, out: &mut Vec<Joined>) -> usize {
        let d = self.document;
        let first = self.runs[r];
        let mut cur = Joined {
            start: first.start,
            end: first.end,
            opens: first.opens,
            of: false,
            bracket: false,
            part_of: u32::MAX,
            long_end: first.end,
            user: None,
        };
        let mut last = first;
        let mut next = r + 1;
        // the field of a body may go on over *and*
        let mut field = false;
        let mut listed = false;
        // the body that this one is a unit of, and what that one is a unit of
        let mut wholes: Vec<Joined> = Vec::new();
        loop {
            if let Some(end) = self.legal_form(cur.end) {
                cur.end = end;
                while next < self.runs.len() && self.runs[next].start < end {
                    next += 1;
                }
                break;
            }
            if let Some(end) = self.known_mark(&cur) {
                cur.end = end;
                while next < self.runs.len() && self.runs[next].start < end {
                    next += 1;
                }
                continue;
            }
            if let Some(end) = self.head_phrase(cur.start, cur.end) {
                // *Department of State*
                let over = (cur.end..end).any(|at| d.str(at) == "of");
                field |= over;
                cur.of |= over;
                cur.end = end;
                while next < self.runs.len() && self.runs[next].start < end {
                    last = self.runs[next];
                    // *… Development Zone* + *Management Committee*: the run goes on
                    cur.end = cur.end.max(last.end);
                    next += 1;
                }
                continue;
            }
            let small = self.small_society(&cur).or_else(|| self.small_zone(&cur));
            if let Some(end) = small.or_else(|| self.small_party(&cur)) {
                cur.end = end;
                break;
            }
            let Some(run) = self.runs.get(next).copied() else { break };
            let gap = run.start.saturating_sub(cur.end);
            if gap == 0
                && run.start == cur.end
                && same_line(d, cur.end - 1, run.start)
                && self.any_head(&run)
                && any(d, last.end - 1, &[class::PLACEHEAD])
            {
                cur.end = run.end;
                last = run;
                next += 1;
                continue;
            }
            if let Some(end) = self.rest(&cur, &run) {
                cur.bracket |= end > run.end;
                cur.end = end;
                last = run;
                next += 1;
                continue;
            }
            if gap == 0
                || gap > 2 && !matches!(self.str(cur.end), "(" | "“" | "\"")
                || !same_line(d, cur.end.saturating_sub(1), run.start)
            {
                break;
            }
            if let Some(end) = self.fixed(&last, &run) {
                cur.end = end;
                last = run;
                next += 1;
                continue;
            }
            let lower = self.str(cur.end).to_ascii_lowercase();
            let word = lower.as_str();
            let article = gap == 2 && self.str(cur.end + 1).eq_ignore_ascii_case("the");
            let joined = match word {
                "”" | "\"" if gap == 1 && self.opens_quoted(&cur, &run) => {
                    cur.start -= 1;
                    Some((next + 1, run.end))
                }
                "(" if gap == 1 => self.bracket(&cur, &last, &run, next),
                "“" | "\"" | "‘" | "'" if gap == 1 => {
                    let quoted = self.quoted(&run, next).or_else(|| self.nickname(&first, &run, next));
                    quoted.or_else(|| (word == "'").then(|| self.owned(&last, &run, next)).flatten())
                }
                "of" if gap == 1 || article => {
                    let place_before = d.class_end(last.start, class::PLACEPRE).is_some_and(|e| e == last.end)
                        || [last.start, last.end - 1]
                            .iter()
                            .any(|at| d.class_end(*at, class::PLACEPRE) == Some(last.end + 1))
                        || any(d, last.end - 1, &[class::PLACEHEAD, class::PLACEPRE]) && !self.is_head(&last);
                    // *Construction of Kelvar Park*: a trade is no body
                    let trade =
                        cur.end - cur.start == 1 && d.value(cur.start, cur.end, class::ORGHEADWEAK) == Some("company");
                    let of_head =
                        !trade && any(d, last.end - 1, &[class::ORGHEAD, class::ORGHEADWEAK, class::EVENTHEAD]);
                    // *Communist Party of China Dezhou Municipal Committee*: no unit of the rest
                    let known = d
                        .class_end(cur.start, class::ORG)
                        .is_some_and(|e| e > run.start && e < run.end);
                    // *Norton District of Lima* is two places, *Gulf of Lima* one
                    let of_place = place_before
                        && self.is_place(&run)
                        && gap == 1
                        && !any(d, last.end - 1, &[class::ORGHEAD])
                        && (last.start..last.end - 1).all(|at| topic(d, at) || d.has(at, class::DEMONYM));
                    if known || of_place {
                        Some((next + 1, run.end))
                    } else if !cur.of && self.is_seated(&last, &run) {
                        None
                    } else if of_head && !cur.of {
                        let single = cur.end - cur.start == 1;
                        let body = self.is_body(&run, next);
                        if shape::person(d, run.start, run.end).is_some() && !body {
                            None
                        } else if body && !single && !any(d, last.end - 1, &[class::EVENTHEAD]) {
                            // a unit of a larger body: both are names
                            next = self.one(next, &mut wholes);
                            break;
                        } else {
                            field = true;
                            cur.of = true;
                            Some((next + 1, run.end))
                        }
                    } else if cur.of && field && self.strong_head(&first) && self.is_body(&run, next) {
                        // *Department of Chips of | the Ministry of Education*
                        next = self.one(next, &mut wholes);
                        break;
                    } else if cur.of
                        && last.end - last.start == 1
                        && topic(d, last.start)
                        && topic(d, run.start)
                        && gap == 1
                    {
                        // *Union for the Conservation of Nature*
                        Some((next + 1, run.end))
                    } else if cur.of && gap == 1 && shape::is_country(d, run.start, run.end) && self.is_party(&first) {
                        // *Union of Democratic Forces of Guinea*
                        Some((next + 1, run.end))
                    } else if cur.of && gap == 1 && d.has(run.end - 1, class::PLACEHEAD) && self.strong_head(&first) {
                        // *Department of Industry of Hunan Province*
                        Some((next + 1, run.end))
                    } else {
                        None
                    }
                }
                "on" if gap == 1
                    && cur.of
                    && topic(d, last.start)
                    && topic(d, run.start)
                    && last.end - last.start == 1 =>
                {
                    Some((next + 1, run.end))
                }
                // *Association for Friendship with Foreign Countries*
                "with" if gap == 1 && self.friends(&cur, &last, &run) => Some((next + 1, run.end)),
                // *Annual Meeting of the Lima Association for Light*
                "for" if gap == 1 && cur.of && self.meets(&cur, &last) && topic(d, run.start) => {
                    field = true;
                    Some((next + 1, run.end))
                }
                // *Office of the High Commissioner for Human Rights*
                "for" if gap == 1 && cur.of && d.has(last.end - 1, class::TITLE) && topic(d, run.start) => {
                    field = true;
                    Some((next + 1, run.end))
                }
                // *University of Lima for Science and Technology*, *Department of Inspection for Factories*
                "for" if gap == 1 && cur.of && self.strong_head(&first) && self.is_field(&run) => {
                    field = true;
                    Some((next + 1, run.end))
                }
                // *Peruvian Chamber of Commerce in Korea*, *Kelvar Mission in Libya (KMIL)*
                "in" if gap == 1 && self.is_abroad(&cur, &run) => Some((next + 1, run.end)),
                "for" | "on" | "against" if (gap == 1 || article) && !cur.of => {
                    let head = any(d, last.end - 1, &[class::ORGHEAD, class::ORGHEADWEAK, class::EVENTHEAD]);
                    // *Action Plan for Fostering and Developing Chip Clusters*
                    let work = word == "for"
                        && d.has(last.end - 1, class::OTHERHEAD)
                        && last.end - last.start > 1
                        && (run.start..run.end).all(|at| topic(d, at));
                    let head = head || work;
                    let event = d.has(last.end - 1, class::EVENTHEAD);
                    if head
                        && (topic(d, run.start)
                            || d.has(run.start, class::ORGMOD)
                            || event && word == "for" && self.any_head(&run))
                    {
                        field = true;
                        cur.of = true;
                        Some((next + 1, run.end))
                    } else {
                        None
                    }
                }
                "at" if gap == 1 || article => {
                    if (cur.of || self.strong_head(&last)) && (self.strong_head(&run) || self.known_org(&run)) {
                        next = self.one(next, &mut wholes);
                        break;
                    }
                    None
                }
                "and" | "&" if gap == 1 => self.and(&cur, &last, &run, field, next),
                "," if gap == 1 && field && self.list_goes_on(next) => {
                    listed = true;
                    Some((next + 1, run.end))
                }
                // *Chamber of Commerce, Industries, and Agriculture*
                "," if gap == 2 && listed && self.str(cur.end + 1) == "and" => self.and(&cur, &last, &run, field, next),
                "," if gap == 1 => self.comma(&cur, &run, next),
                "'s" | "’s" | "’" if gap == 1 => {
                    let house = self.house(&cur, &run).map(|end| (next + 1, end));
                    // *Ministry of Education's Higher Education Department* is two
                    let ministry = cur.of && self.strong_head(&first) && run.end - run.start > 1;
                    house.or_else(|| (!ministry).then(|| self.owned(&last, &run, next)).flatten())
                }
                _ => None,
            };
            let Some((after, end)) = joined else { break };
            cur.bracket |= word == "(";
            if after > next {
                last = self.runs[after - 1];
                last.start = last.start.max(cur.start);
            }
            cur.end = end;
            next = after;
        }
        if wholes.is_empty() && self.keeps_mark(&cur) {
            cur.end += 1;
        }
        self.extend_left(&mut cur);
        cur.long_end = cur.end;
        if let Some(whole) = wholes.first_mut() {
            cur.long_end = whole.end;
            cur.part_of = out.len() as u32 + 1;
            whole.opens = false;
        }
        out.push(cur);
        let base = out.len() as u32;
        for mut whole in wholes {
            // counted from the first of them
            if whole.part_of != u32::MAX {
                whole.part_of += base;
            }
            out.push(whole);
        }
        next.max(r + 1)
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
        let Some(head) = self.runs.get(next + 1).filter(|head| head.start == run.end + 1) else {
            return false;
        };
        let owner = matches!(self.str(run.end), "'s" | "’s") && self.strong_head(head);
        owner && run.end - run.start > 1 && self.owned(run, head, next + 1).is_some()
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

    /// *Shanghai Shenhe thermal magnetic | Electronics Co., Ltd.*: behind a few words in small letters there is nothing
    /// but ordinary words and a legal form, which make no name of their own. The end of the whole.
    fn rest(&self, cur: &Joined, run: &Run) -> Option<u32> {
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
        let last = run.end + u32::from(bracket);
        // *Shanghai IC industry Investment Fund*
        let body = !bracket
            && run.end - run.start > 1
            && self.body_head(run.end - 1)
            && !d.has(run.end - 1, class::EVENTHEAD)
            && d.class_end(cur.start, class::PLACE).is_some_and(|at| at <= end)
            && d.value_place(cur.start, d.class_end(cur.start, class::PLACE).unwrap_or(end))
                .is_some();
        let behind = legal.is_some() || body || self.legal_form(last).is_some();
        let mut words = run.start..legal.unwrap_or(run.end);
        let rest = !gap.is_empty()
            && gap.len() <= LONGEST as usize
            && gap.clone().all(small)
            && behind
            // *Kelvar hired Lima Securities*
            && !self.known_org(run)
            && (bracket || words.all(|at| shape::is_ordinary(d, at) || any(d, at, &[class::ORGHEAD])));
        rest.then_some(last)
    }

    /// *the Jiangsu semiconductor industry association*: a translator's name for a society, in small letters behind the place
    /// that it is of. Its end.
    fn small_society(&self, cur: &Joined) -> Option<u32> {
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

    /// *the Conservative party*: what kind it is in small letters behind its name. Its end.
    fn small_party(&self, cur: &Joined) -> Option<u32> {
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

    /// *Wuhan East Lake demonstration zone*: a zone with its generic words in small letters. Its end.
    fn small_zone(&self, cur: &Joined) -> Option<u32> {
        let d = self.document;
        let at = cur.end;
        if at >= self.limit || d.is(at, flag::CAPITAL | flag::GLUED | flag::LINE) {
            return None;
        }
        let end = d.class_end(at, class::PLACENOUN).filter(|end| *end <= self.limit)?;
        let zone = d.value(at, end, class::PLACENOUN) == Some("zone");
        // *a Lima industrial park* has no name
        let one = cur.start > 0 && matches!(d.str(cur.start - 1), "a" | "an" | "A" | "An");
        let named = d.class_end(cur.start, class::PLACE).is_some() || !shape::is_ordinary(d, cur.start);
        let other = shape::is_country(d, cur.start, at)
            || shape::person(d, cur.start, at).is_some()
            || any(d, at - 1, &[class::LEGALFORM, class::DEMONYM]);
        (zone && named && !one && !other).then_some(end)
    }

    /// A head of several words (*Convention and Exhibition Center*) that starts inside the name and goes on: its end.
    fn head_phrase(&self, start: u32, end: u32) -> Option<u32> {
        const HEADS: u128 =
            1 << class::ORGHEAD | 1 << class::PLACEHEAD | 1 << class::EVENTHEAD | 1 << class::ORG | 1 << class::PLACE;
        let d = self.document;
        // *Hong Kong Exchanges and Clearing*
        let whole = d.phrase(start).filter(|p| {
            p.end > end && p.end <= self.limit && d.phrase_classes(p) & (1 << class::ORG) != 0 && end > start + 1
        });
        if let Some(whole) = whole.filter(|p| d.is(p.end - 1, flag::CAPITAL)) {
            return Some(whole.end);
        }
        let phrase = d.phrase(end - 1)?;
        // *Xi 'an*
        let quote = || matches!(d.str(phrase.end - 2), "'" | "‘" | "’") && d.is(end - 1, flag::CAPITAL);
        // *Gyeonggi-do*
        let joined =
            || phrase.end == end + 2 && d.is(end, flag::GLUED) && d.is(end + 1, flag::GLUED) && d.str(end) == "-";
        let capital = d.is(phrase.end - 1, flag::CAPITAL) || quote() || joined();
        (phrase.end > end && phrase.end <= self.limit && capital && d.phrase_classes(phrase) & HEADS != 0)
            .then_some(phrase.end)
    }

    /// *, Inc.*, *Co., Ltd.* behind a name: the end with its point.
    pub(super) fn legal_form(&self, at: u32) -> Option<u32> {
        let d = self.document;
        let mut from = at;
        if self.abbreviation_point(from) && d.has(from - 1, class::LEGALFORM) {
            from += 1;
        }
        if self.str(from) == "," {
            from += 1;
        }
        if from >= self.limit {
            return (from > at && self.abbreviation_point(at)).then_some(at + 1);
        }
        let mut end = match d.class_end(from, class::LEGALFORM) {
            // *Lorimer Foods plc*
            Some(end) if end <= self.limit && (d.is(from, flag::CAPITAL) || d.str(from) == "plc") => end,
            _ => {
                return (from > at && self.abbreviation_point(at) && d.has(at - 1, class::LEGALFORM)).then_some(at + 1);
            }
        };
        if self.abbreviation_point(end) {
            end += 1;
        }
        Some(self.legal_form(end).unwrap_or(end))
    }

    /// The point at `at` belongs to the word before (*Ltd.*), not to the sentence (*Limited.*).
    fn abbreviation_point(&self, at: u32) -> bool {
        let d = self.document;
        at > 0 && self.str(at) == "." && d.is(at, flag::GLUED) && d.has(at - 1, class::ABBREV)
    }

    pub(super) fn year_before(&self, start: u32) -> bool {
        start > 0 && self.document.is(start - 1, flag::NUMBER) && self.document.token(start - 1).len == 4
    }

    /// *58th Research Institute*, *2023 World Conference*: a number in front belongs to such names.
    /// *east China's Anhui*: a region of the gazetteer with its direction in small letters.
    fn extend_left(&self, cur: &mut Joined) {
        let d = self.document;
        if let Some(before) = cur.start.checked_sub(1)
            && d.is(before, flag::WORD)
            && !d.is(before, flag::CAPITAL)
            && !d.is(cur.start, flag::GLUED | flag::LINE)
            && d.class_end(before, class::PLACE) == Some(cur.end)
        {
            cur.start = before;
            cur.opens = false;
            return;
        }
        let heads = |at: u32| any(d, at, &[class::ORGHEAD, class::EVENTHEAD, class::ORGHEADWEAK]);
        let last = cur.end - 1;
        let headed = heads(last) || (cur.of && (cur.start..cur.end).any(heads));
        if !headed || cur.start < 2 {
            return;
        }
        let before = cur.start - 1;
        let suffix = d.is(before, flag::WORD) && d.is(before, flag::GLUED) && d.is(before - 1, flag::NUMBER);
        // *14th National People's Congress*: the body without its term
        let known = d.class_end(cur.start, class::ORG) == Some(cur.end);
        if suffix && !known && matches!(d.str(before), "th" | "st" | "nd" | "rd") && !d.is(cur.start, flag::LINE) {
            cur.start = before - 1;
            cur.opens = false;
        }
    }
}
