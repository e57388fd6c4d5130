//! Commas and *and* inside names: *Ministry of Agriculture, Forestry and Fisheries*, *Sterling, Agnew & Leach Inc.*

use super::join::{Joined, Joiner, any, topic};
use super::runs::Run;
use super::shape;
use crate::lexicon::class;
use crate::lexicon::format::pos;
use crate::text::flag;

impl Joiner<'_, '_> {
    /// What kind of body a head names.
    pub(super) fn head_kind(&self, at: u32) -> Option<&str> {
        let d = self.document;
        d.value(at, at + 1, class::ORGHEAD)
            .or_else(|| d.value(at, at + 1, class::ORGHEADWEAK))
    }

    /// Ends in the head of a party, a union or a movement.
    pub(super) fn is_party(&self, run: &Run) -> bool {
        let kind = self.document.value(run.end - 1, run.end, class::ORGHEAD);
        matches!(kind, Some("party" | "association"))
    }

    /// A comma inside a name that no *of* opened.
    pub(super) fn comma(&self, cur: &Joined, run: &Run, next: usize) -> Option<(usize, u32)> {
        let d = self.document;
        let one = cur.end - cur.start == 1;
        // *Sterling, Agnew & Leach Inc.*: the names of partners
        let partners = one
            && run.end - run.start >= 3
            && d.str(run.start + 1) == "&"
            && d.is(cur.start, flag::CAPITAL)
            && !cur.opens_list(self)
            && d.classes(cur.start) & (1 << class::ORG | 1 << class::WEEKDAY | 1 << class::MONTH) == 0
            && (d.has(cur.start, class::SURNAME)
                || !shape::is_ordinary(d, cur.start) && !d.has(cur.start, class::PLACE))
            && ((run.start..run.end).any(|at| d.has(at, class::LEGALFORM)) || self.legal_form(run.end).is_some());
        if partners {
            return Some((next + 1, run.end));
        }
        // *National Defense Science, Technology and Industry Bureau*: the fields of a body stand in front of its head
        // the comma of a list may stand in front of *and* as well
        let comma = run.end;
        let serial = u32::from(self.str(comma) == "," && self.str(comma + 1) == "and");
        let fields = !cur.of
            && (!one || self.is_first_field(cur))
            && (cur.start..cur.end).all(|at| topic(d, at))
            && !any(
                d,
                cur.end - 1,
                &[class::ORGHEAD, class::ORGHEADWEAK, class::PLACEHEAD, class::EVENTHEAD],
            )
            && (run.start..run.end).all(|at| topic(d, at))
            && run.end - run.start <= 2
            && self.str(run.end + serial) == "and";
        let head = self.runs.get(next + 1).filter(|r| r.start == run.end + serial + 1)?;
        let authority = || d.value(head.end - 1, head.end, class::ORGHEAD) == Some("government");
        (fields
            && (!one || authority() || d.str(head.end - 1) == "Division")
            && (2..=3).contains(&(head.end - head.start))
            && self.body_head(head.end - 1)
            && (serial == 0 || authority())
            && (head.start..head.end).all(|at| topic(d, at)))
        .then_some((next + 2, head.end))
    }

    /// *the | Culture, Radio and Tourism Bureau*, *head of | Education, …*: one word, which no list of names leads to.
    fn is_first_field(&self, cur: &Joined) -> bool {
        const OTHER: u128 = 1 << class::TITLE
            | 1 << class::DEMONYM
            | 1 << class::ORG
            | 1 << class::WEEKDAY
            | 1 << class::MONTH
            | 1 << class::PERSONNOUN;
        let d = self.document;
        let noun = d.info(cur.start).pos & pos::NOUN != 0 && d.classes(cur.start) & OTHER == 0;
        let before = || cur.start.checked_sub(1).map_or("", |at| d.str(at));
        noun && matches!(before(), "the" | "The" | "of" | "'s" | "’s")
    }

    pub(super) fn and(&self, cur: &Joined, last: &Run, run: &Run, field: bool, next: usize) -> Option<(usize, u32)> {
        let d = self.document;
        if self.spelt_behind(cur, run) {
            return Some((next + 1, run.end));
        }
        // *Intel and Applied Materials*: two well-known bodies
        let whole = last.start == cur.start && last.end == cur.end;
        if whole && d.str(last.end) == "and" && self.known_org(last) && self.known_org(run) {
            return None;
        }
        // *the CHIPS and Science Act*
        let one = cur.end - cur.start == 1 && d.is(cur.start, flag::UPPER);
        if one && run.end - run.start == 2 && d.has(run.end - 1, class::OTHERHEAD) && topic(d, run.start) {
            return Some((next + 1, run.end));
        }
        // *Commission of Economy and Informatization*
        let about = |at: u32| topic(d, at) || field && d.class_end(at, class::ORGMOD).is_some();
        // *Institute of Microsystems and Information Technology*: a field that no list has
        const NAMES: u128 = 1 << class::PLACE | 1 << class::SURNAME | 1 << class::GIVEN | 1 << class::ORG;
        let unknown = |at: u32| field && d.classes(at) & NAMES == 0 && d.info(at).pos == 0;
        let ordinary = (about(last.end - 1) || unknown(last.end - 1)) && about(run.start);
        if field {
            // *Government of Lima Province and | Modern Chips Inc.*: where it is, and another body
            let seat = self.is_place(last) || d.has(last.end - 1, class::PLACEHEAD);
            let body =
                || any(d, run.end - 1, &[class::ORGHEAD, class::LEGALFORM]) || self.legal_form(run.end).is_some();
            if seat && run.end - run.start > 1 && body() {
                return None;
            }
            // *Ministry of Industry and Information Technology*, but not *… of Sciences and China Bank*
            let own = self.known_org(run)
                || self.body_head(run.end - 1) && run.end - run.start > 1
                || self.str(run.end) == "of" && self.body_head(run.end - 1);
            return (ordinary && !own).then_some((next + 1, run.end));
        }
        // *2023 … Symposium and … Conference*
        let event = |r: &Run| d.has(r.end - 1, class::EVENTHEAD);
        if event(last) && event(run) && self.year_before(cur.start) {
            return Some((next + 1, run.end));
        }
        if self.is_hall_of_two(last, run) {
            return Some((next + 1, run.end));
        }
        // *China Electronics and Information Industry Development Institute*
        // *Securities and Futures Commission*: a trade that heads nothing yet
        let heads_nothing = cur.end - cur.start == 1
            && matches!(self.head_kind(cur.start), Some("fund" | "media"))
            && self.body_head(run.end - 1);
        let closed = self.body_head(last.end - 1) && !heads_nothing || d.has(last.end - 1, class::LEGALFORM);
        // *Jiangbei New Area Party and Labor Committee*
        let party = d.value(last.end - 1, last.end, class::ORGHEAD) == Some("party");
        let delegation = d.has(run.end - 1, class::OTHERHEAD);
        if party && topic(d, run.start) && run.end - run.start == 2 && (self.body_head(run.end - 1) || delegation) {
            return Some((next + 1, run.end));
        }
        let company = |r: &Run| d.value(r.end - 1, r.end, class::ORGHEAD) == Some("company");
        let starts_name = any(d, run.start, &[class::DIRECTION, class::DEMONYM, class::ORGMOD]);
        if company(last) && company(run) && starts_name {
            return None;
        }
        // *Paint Creek Road and Cabin Creek Road*
        let same_head = d.token(last.end - 1).word == d.token(run.end - 1).word;
        if same_head && d.has(run.end - 1, class::PLACEHEAD) && run.end - run.start > 1 {
            return None;
        }
        // *Lanspeed Venture Partners and Tarn Ventures*: two of a kind
        let business = |r: &Run| matches!(self.head_kind(r.end - 1), Some("fund" | "company"));
        let named = |r: &Run| r.end - r.start > 1 && !d.has(r.end - 1, class::LEGALFORM);
        let fund = |r: &Run| self.head_kind(r.end - 1) == Some("fund");
        let trade = 1 << class::ORGHEAD | 1 << class::ORGHEADWEAK | 1 << class::ORGMOD;
        // *Guangdong Semiconductor and Integrated Circuit Industry Fund*: a place names both halves
        let halves = run.end - run.start > 2
            && (run.start..run.end).all(|at| topic(d, at))
            && (d.info(run.start).common > 1 || d.classes(run.start) & trade != 0);
        let common = |at: u32| shape::is_ordinary(d, at) || halves && d.has(at, class::PLACE);
        let own_name = !(last.start..last.end).all(common);
        // *Harmon Semiconductor and Delta Corp*: a name and a legal form of its own; but *Semiconductor and Display Co.*
        const COMMON: u8 = 4;
        // so is *Kelvar Capital and Delta Chips Inc*
        let form = (run.start + 1..run.end)
            .find(|at| d.has(*at, class::LEGALFORM))
            .map_or_else(|| self.legal_form(run.end), |at| d.class_end(at, class::LEGALFORM));
        let firm = own_name
            && (d.classes(run.start) & NAMES != 0 || !shape::is_ordinary(d, run.start))
            && d.info(run.start).common < COMMON
            && d.classes(run.start) & trade == 0
            && form.is_some_and(|end| end >= run.end);
        // and *Orlin Electronics and Kestrel Corp*: one word for a single thing, no trade such as *Recycling* or *Metallurgy*
        let thing = || {
            run.end - run.start <= 2
                && d.info(run.start).pos & pos::NOUN != 0
                && d.info(run.start).common < COMMON - 1
                && d.classes(run.start) & (trade | 1 << class::EVENTNOUN) == 0
                && !["s", "y", "ing", "ion"]
                    .iter()
                    .any(|end| d.str(run.start).ends_with(end))
                && form.is_some_and(|end| end >= run.end)
        };
        if (firm || own_name && d.str(last.end) == "and" && thing()) && last.end - last.start > 1 && business(last) {
            return None;
        }
        if business(last) && business(run) && named(last) && named(run) && (own_name || fund(last) && fund(run)) {
            return None;
        }
        let heads = any(
            d,
            run.end - 1,
            &[class::ORGHEAD, class::ORGHEADWEAK, class::EVENTHEAD, class::LEGALFORM],
        ) || d.has(run.end - 1, class::PLACEHEAD) && run.end - run.start > 1;
        // *Food and Agricultural Research and Extension Institute*: the head stands behind one more
        let later = || {
            let more = self.runs.get(next + 1)?;
            let goes_on = self.str(run.end) == "and"
                && more.start == run.end + 1
                && more.end - more.start > 1
                && (run.start..run.end).all(|at| topic(d, at))
                && self.body_head(more.end - 1);
            (goes_on && (more.start..more.end).all(|at| topic(d, at))).then_some((next + 2, more.end))
        };
        if ordinary && !closed && !heads && !self.known_org(run) {
            return later();
        }
        (ordinary && !closed && heads && run.end - run.start > 1).then_some((next + 1, run.end))
    }

    /// *Hunan International Conference | and Exhibition Center*, *Lima Sports and Trade Centre*: the two uses of one building.
    fn is_hall_of_two(&self, last: &Run, run: &Run) -> bool {
        let d = self.document;
        let meeting = d.has(last.end - 1, class::EVENTHEAD);
        let placed = d.class_end(last.start, class::PLACE).is_some_and(|end| end < last.end);
        let one_use =
            || topic(d, last.end - 1) && !d.has(last.end - 1, class::PLACEHEAD) && !self.body_head(last.end - 1);
        // *Lima International Exhibition and Conference City*
        let city = meeting && d.has(run.start, class::EVENTHEAD) && d.str(run.start + 1) == "City";
        run.end - run.start == 2
            && (city || d.value(run.start, run.end, class::PLACEHEAD) == Some("facility"))
            && topic(d, run.start)
            && (meeting || placed && one_use())
    }

    /// *Association of Nurses and Midwives Union (ANMU)*: the letters in brackets are those of the two together.
    pub(super) fn spelt_behind(&self, cur: &Joined, run: &Run) -> bool {
        let d = self.document;
        let short = run.end + 1;
        self.str(run.end) == "("
            && self.str(short + 1) == ")"
            && d.is(short, flag::UPPER)
            && (self.any_head(run) || !topic(d, run.end - 1) || cur.of)
            && crate::resolve::names::spells(d, d.str(short), cur.start, run.end)
    }

    /// *Ministry of Agriculture, Forestry and Fisheries*: the list of fields goes on to an *and*.
    pub(super) fn list_goes_on(&self, next: usize) -> bool {
        let d = self.document;
        let mut at = next;
        for _ in 0..4 {
            let Some(run) = self.runs.get(at) else { return false };
            // *Ministry of Gender, Labour and Social Development*: no party there
            let party = d
                .value(run.start, run.end, class::ORG)
                .is_some_and(|known| known.starts_with("party"));
            if run.end - run.start > 3 || self.known_org(run) && !party || !(run.start..run.end).all(|t| topic(d, t)) {
                return false;
            }
            match self.str(run.end) {
                "and" | "&" => {
                    return self
                        .runs
                        .get(at + 1)
                        .is_some_and(|r| r.start == run.end + 1 && topic(d, r.start));
                }
                "," if self.str(run.end + 1) == "and" => {
                    let behind = self.runs.get(at + 1).filter(|r| r.start == run.end + 2);
                    return behind.is_some_and(|r| topic(d, r.start));
                }
                "," => at += 1,
                _ => return false,
            }
        }
        false
    }
}

impl Joined {
    /// Stands behind a comma or an *and* itself: one of several names.
    fn opens_list(&self, joiner: &Joiner<'_, '_>) -> bool {
        self.start > 0 && matches!(joiner.document.str(self.start - 1), "," | "and" | "&" | "in" | ")")
    }
}
