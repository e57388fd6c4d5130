//! What stands in front of a name in its run and is none of it: titles, forms of address, nationalities, what somebody is.

use crate::extract::names::headline::tells;
use crate::extract::names::posts::is_general;
use crate::extract::names::shape;
use crate::lexicon::format::form;
use crate::lexicon::{class, list};
use crate::text::flag;

use super::{Cut, demonym_end, has_head, honorific_end, title_end};

impl Cut<'_, '_> {
    /// Moves to where the name starts; false where nothing is left.
    pub(super) fn behind_front(&mut self) -> bool {
        let document = self.document;
        // *chairman of the | Board Gu Zeming*, *Special Agent in | Charge Ann Doyle*: the end of a post with small words inside
        if !self.opens && self.from > 1 && matches!(document.str(self.from - 1), "of" | "in" | "the") {
            let post =
                |back: u32| title_end(document, self.from.checked_sub(back)?, self.end).filter(|at| *at > self.from);
            // *Member of | Parliament*, *Chairman of the | Board | of Directors*
            self.from = (2..=5).find_map(post).unwrap_or(self.from);
        }
        while self.from < self.end
            && !self.is_known(self.from)
            && let Some(next) = self
                .behind_honorific()
                .or_else(|| self.behind_title())
                .or_else(|| self.behind_noun())
                .or_else(|| self.behind_number())
                .or_else(|| self.behind_new())
                .or_else(|| self.behind_infinitive())
                .or_else(|| self.behind_nationality())
        {
            self.from = next;
            self.opens = false;
        }
        self.from < self.end
    }

    /// A body or place of the lexicon starts at the token and is all of the run, or two words of it.
    pub(super) fn is_known(&self, from: u32) -> bool {
        self.document.phrase(from).is_some_and(|p| {
            p.end >= self.end.min(from + 2)
                && self.document.phrase_classes(p) & (1 << class::ORG | 1 << class::PLACE) != 0
        })
    }

    /// A form of address that is all of the run may address a small-lettered name; it is none itself.
    fn behind_honorific(&self) -> Option<u32> {
        if self.opens_with_rank() {
            return Some(self.from + 1);
        }
        let next = honorific_end(self.document, self.from, self.limit)?;
        // *Mr | Hon Wai-keung*: a family name as well
        let hyphenated = || shape::person(self.document, self.from, self.end) == Some(shape::PersonShape::Hyphenated);
        if !self.opens && self.document.has(self.from, class::SURNAME) && hyphenated() {
            return None;
        }
        // *Chief Executive Jensen*: the longer title, which starts with a form of address
        if title_end(self.document, self.from, self.limit).is_some_and(|title| title > next) {
            return None;
        }
        let head = has_head(self.document, self.end) && next + 1 == self.end;
        (next >= self.end || !head).then_some(next)
    }

    /// *SP Ravi Kaul*, *AIG Adeyo*: letters of a rank in front of what is no body's name.
    fn opens_with_rank(&self) -> bool {
        const OTHER: u128 = 1 << class::PLACE | 1 << class::ORG | 1 << class::DEMONYM;
        const FAMILY: u128 = 1 << class::GIVEN | 1 << class::SURNAME;
        let Self {
            document, from, end, ..
        } = *self;
        let rank = document.is(from, flag::UPPER) && document.is_on(from, list::RANK_LETTERS);
        let name = from + 1;
        rank && name < end
            && !has_head(document, end)
            && document.is(name, flag::CAPITAL)
            && !document.is(name, flag::UPPER | flag::GLUED)
            && (document.classes(name) & FAMILY != 0
                || !shape::is_ordinary(document, name) && document.classes(name) & OTHER == 0)
    }

    fn behind_title(&self) -> Option<u32> {
        let Self {
            document,
            from,
            end,
            limit,
            ..
        } = *self;
        let next = title_end(document, from, limit)?;
        // *CEO-level | KLM*: a post with a noun behind its hyphen
        let glued = |at: u32| at < end && document.is(at, flag::GLUED);
        if glued(next) && glued(next + 1) && document.str(next) == "-" && !document.is(next + 1, flag::CAPITAL) {
            return Some(next + 2);
        }
        // *King Abdullah Studies Center*: what is named after a king is none
        let crown = || document.value(from, next, class::TITLE) == Some("public") && end > next + 1;
        let short = next - from == 1;
        let named = || {
            next < end
                && short
                && has_head(document, end)
                && (shape::person(document, next, end).is_none() || crown() && !document.has(end - 1, class::SURNAME))
        };
        (next >= end || self.is_korean_holder(next) || !(named() || short && is_general(document, from, end)))
            .then_some(next)
    }

    /// *Mayor | Park said*, *Rector | Song said*: behind a post the run ends in a family name that is a head of names as well. *in Mayor Park* is one.
    fn is_korean_holder(&self, name: u32) -> bool {
        let Self {
            document, from, end, ..
        } = *self;
        let located = || {
            let before = |back: u32| {
                from.checked_sub(back)
                    .is_some_and(|at| document.has(at, class::PLACEPREP))
            };
            from > 0 && (before(1) || document.has(from - 1, class::DET))
        };
        let family = 1 << class::SURNAMEKO | 1 << class::SURNAMEZH;
        name + 1 == end
            && document.classes(name) & family != 0
            && has_head(document, end)
            && document.value(from, name, class::TITLE).is_some()
            && document.info(end).verb != 0
            && !document.is(end, flag::CAPITAL | flag::LINE)
            && !located()
    }

    /// *Chipmaker Kioxia*, *Nurse Carmen Ho*: what the name is.
    fn behind_noun(&self) -> Option<u32> {
        let Self {
            document,
            from,
            end,
            opens,
            ..
        } = *self;
        // *Chipmaker Kelvar Corp.*, but *Carriers Corp.*
        let company = from + 2 < end && document.has(end - 1, class::LEGALFORM);
        let headed = has_head(document, end);
        // *Park Min-jae*: no park
        let family = || {
            let whole = shape::person(document, from, end);
            document.has(from, class::SURNAME) && whole == Some(shape::PersonShape::Hyphenated)
        };
        let body = document.has(from, class::DEFINITE)
            || document.value(from, from + 1, class::ORGNOUN) == Some("company")
            || document.is_on(from, list::FIRM_NOUN) && from + 1 < end && !shape::is_ordinary(document, from + 1);
        let noun = opens && body && !document.has(from, class::ORGHEAD) && !family();
        // *Chipmaker Kelvar Semiconductor*, but *Airline Pilots Association*
        // *Chipmaker Microchip Technology*: no company's name opens with such a word
        let maker = || document.str(from).ends_with("maker");
        let named = || from + 2 < end && (!shape::is_ordinary(document, from + 1) || maker());
        if from + 1 < end && noun && (!headed || company || named()) {
            return Some(from + 1);
        }
        if from + 1 >= end || headed {
            return None;
        }
        let next = document.class_end(from, class::PERSONNOUN).filter(|n| *n + 1 < end)?;
        // *Physicist Annelies Dekker*: names that no list has, where the sentence opens with what somebody is
        let unknown = || opens && next + 2 == end && (next..end).all(|at| !shape::is_ordinary(document, at));
        let person = shape::person(document, next, end).is_some() || unknown();
        (person && !document.has(from, class::GIVEN)).then_some(next)
    }

    /// *Four | Orlin Corp directors left*: how many of a body's people there are, at the start of the sentence.
    fn behind_number(&self) -> Option<u32> {
        let Self {
            document,
            from,
            end,
            opens,
            limit,
        } = *self;
        let people = || {
            let noun = document.str(end).ends_with('s') && !document.is(end, flag::CAPITAL | flag::GLUED | flag::LINE);
            noun && document.classes(end) & (1 << class::PERSONNOUN | 1 << class::TITLE | 1 << class::MEMBERNOUN) != 0
        };
        let one = || document.number_value(from, from + 1, class::NUMWORD) == Some(1);
        let unknown = |at: u32| !shape::is_ordinary(document, at) || document.has(at, class::ORG);
        (opens
            && from + 1 < end
            && end < limit
            && document.has(from, class::NUMWORD)
            && !one()
            && unknown(from + 1)
            && people())
        .then_some(from + 1)
    }

    /// *New | Intel CEO Amy Kuo said*: new is her post, at the start of the sentence.
    fn behind_new(&self) -> Option<u32> {
        let Self {
            document,
            from,
            end,
            opens,
            ..
        } = *self;
        let known = |at: u32| document.class_end(at, class::ORG).is_some_and(|org| org <= end);
        let part = known(from) || document.class_end(from, class::PLACE).is_some();
        (opens && document.str(from) == "New" && from + 1 < end && !part && known(from + 1)).then_some(from + 1)
    }

    /// *Kelvar Set to | Join World Council*: in a headline the verb has a capital as well.
    fn behind_infinitive(&self) -> Option<u32> {
        let Self {
            document, from, end, ..
        } = *self;
        (from > 0
            && from + 1 < end
            && document.is(from, flag::HEADLINE)
            && document.str(from - 1).eq_ignore_ascii_case("to")
            && document.info(from).form & form::BASE != 0
            && tells(document, from)
            && document.classes(from) & (1 << class::GIVEN | 1 << class::SURNAME | 1 << class::PLACE | 1 << class::ORG)
                == 0)
            .then_some(from + 1)
    }

    /// *Korean Kim Min-soo*, *South Korean President Lee*.
    fn behind_nationality(&self) -> Option<u32> {
        let Self {
            document, from, end, ..
        } = *self;
        let rest = demonym_end(document, from).filter(|rest| *rest < end)?;
        let person = shape::person(document, rest, end).is_some();
        let titled = || title_end(document, rest, end).is_some() && !is_general(document, rest, end);
        (person && !has_head(document, end) || titled()).then_some(rest)
    }
}
