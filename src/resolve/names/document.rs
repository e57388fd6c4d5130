//! Evidence from the rest of the article: small letters elsewhere, parts of longer names, neighbours.

use super::{Candidate, Kind, Name, Names, SURE, decide, e, key, token_hash};
use crate::extract::names::{Candidates, EvidenceSet, shape};
use crate::lexicon::format::PlaceInfo;
use crate::lexicon::{ClassSet, class, list};
use crate::text::{Document, flag};

/// What only people do.
const ACTS: EvidenceSet = 1 << e::SAY_AFTER
    | 1 << e::SAY_BEFORE
    | 1 << e::PERSON_VERB
    | 1 << e::HONORIFIC_BEFORE
    | 1 << e::TITLE_BEFORE
    | 1 << e::AGE_AFTER;

/// What a word says that is also a common one.
const WORD: EvidenceSet =
    1 << e::ORDINARY_SINGLE | 1 << e::COMMON_SINGLE | 1 << e::OTHER_HEAD | 1 << e::SENTENCE_START | 1 << e::PLACE_STOP;

/// *Dame Helena Marsh*: a given name and a family name of somebody who is addressed or speaks, though the last word may be a
/// place or a body.
fn is_addressed(name: &Name) -> bool {
    name.kind == Kind::Person
        && name.margin >= SURE / 2
        && name.evidence & (1 << e::GIVEN_SURNAME) != 0
        && name.evidence & ACTS != 0
}

/// *Cypress*: of a town that is an ordinary word its size says little.
fn town_by_chance(evidence: EvidenceSet) -> EvidenceSet {
    if evidence & 1 << e::PLACE_STOP != 0 {
        1 << e::PLACE_LARGE
    } else {
        0
    }
}

/// The name is that of a district or county of China in the gazetteer.
fn is_chinese_district(document: &Document<'_>, at: u32) -> bool {
    let row = document
        .value_place(at, at + 1)
        .map(|row| document.lexicon.places[row as usize]);
    row.is_some_and(|row| row.country == *b"CN" && row.kind == PlaceInfo::DISTRICT)
}

impl Names {
    /// Names that stand only at sentence starts, and those whose word stands elsewhere in small letters.
    pub(super) fn elsewhere(&mut self, document: &Document<'_>) {
        let mut small: Vec<(u32, u32)> = Vec::new();
        for (index, name) in self.list.iter_mut().enumerate() {
            if name.body {
                name.evidence &= !(1 << e::HEADLINE_ONLY);
            }
            if !name.inside {
                name.evidence |= 1 << e::SENTENCE_START;
            }
            if name.evidence
                & (1 << e::ORDINARY_SINGLE | 1 << e::COMMON_SINGLE | 1 << e::PLACE_STOP | 1 << e::SINGLE_SURNAME)
                != 0
            {
                let at = self.candidates.list[name.first as usize].start;
                let word = document.token(at).word;
                // *us* says nothing about *US*
                let acronym = document.is(at, flag::UPPER) && shape::is_function(document, at);
                if word != 0 && !acronym {
                    small.push((word, index as u32));
                }
            }
        }
        if small.is_empty() {
            return;
        }
        small.sort_unstable();
        // one bit for each, so that nearly all other words are passed over
        let mut filter = [0u64; 32];
        let place = |word: u32| (word as usize >> 6 & 31, word & 63);
        for (word, _) in &small {
            let (block, bit) = place(*word);
            filter[block] |= 1 << bit;
        }
        for token in document.tokens() {
            let (block, bit) = place(token.word);
            if filter[block] >> bit & 1 == 0 || token.is(flag::CAPITAL) {
                continue;
            }
            let from = small.partition_point(|(w, _)| *w < token.word);
            for (word, name) in &small[from..] {
                if *word != token.word {
                    break;
                }
                self.list[*name as usize].evidence |= 1 << e::LOWER_ELSEWHERE;
            }
        }
    }

    /// Single words that are part of a sure longer name.
    pub(super) fn parts(&mut self, document: &Document<'_>) {
        /// It may well be the place.
        const SOMEWHERE: EvidenceSet = 1 << e::IN_BEFORE
            | 1 << e::PLACE_LARGE
            | 1 << e::PLACE_HUGE
            | 1 << e::PLACE_COUNTRY
            | 1 << e::PLACE_NOUN_AFTER;
        const TOWN: EvidenceSet =
            1 << e::CITY_OF | 1 << e::COMMA_PLACE | 1 << e::CONTAINED | 1 << e::BASED_IN | 1 << e::DATELINE;
        const ANYWHERE: EvidenceSet = 1 << e::IN_BEFORE
            | 1 << e::AT_BEFORE
            | 1 << e::NEAR_BEFORE
            | 1 << e::FROM_BEFORE
            | 1 << e::PLACE_NOUN_AFTER
            | 1 << e::PLACE_NOUN_BEFORE
            | 1 << e::PLACE_COMMA
            | 1 << e::PLACE_LIST
            | 1 << e::PLACE_COUNTRY
            | 1 << e::PLACE_HYPHEN;
        const ACTS_OF_BODY: EvidenceSet = 1 << e::SAY_AFTER | 1 << e::TRADED | 1 << e::ORG_VERB | 1 << e::ORG_NOUN_AFTER | 1 << e::BUSINESS
                // *Dornick has 310 people on its payroll*, *9 percent of Dornick's equity*
                | 1 << e::SENTENCE_START | 1 << e::POSSESSIVE;
        self.parts.clear();
        for (index, name) in self.list.iter().enumerate() {
            let candidate = self.candidates.list[name.first as usize];
            let n = candidate.end - candidate.start;
            // *Hanbyul Memory*: not sure by itself, but *Hanbyul* elsewhere speaks for it
            let firm = || name.kind == Kind::Organisation && self.is_business(document, name);
            if n < 2 || name.kind == Kind::Other || name.margin < SURE && !is_addressed(name) && !firm() {
                continue;
            }
            for at in candidate.start..candidate.end {
                if document.is(at, flag::CAPITAL) && document.is(at, flag::WORD) {
                    let position = (at - candidate.start) as u16;
                    self.parts
                        .push((token_hash(document, at), index as u32, position, n as u16));
                }
            }
        }
        self.parts.sort_unstable();
        for index in 0..self.list.len() {
            let name = self.list[index];
            let candidate = self.candidates.list[name.first as usize];
            if candidate.end - candidate.start != 1 {
                continue;
            }
            let is_country = shape::is_country(document, candidate.start, candidate.end);
            let place = document.has(candidate.start, class::PLACE);
            let hash = token_hash(document, candidate.start);
            let from = self.parts.partition_point(|p| p.0 < hash);
            let mut evidence = 0;
            for part in self.parts[from..].iter().take_while(|p| p.0 == hash) {
                let whole = &self.list[part.1 as usize];
                let unknown = part.2 == 0 && name.evidence & (1 << e::UNKNOWN_SINGLE) != 0;
                if whole.kind == Kind::Organisation && whole.margin < SURE && !unknown {
                    continue;
                }
                evidence |= match whole.kind {
                    // *India* is the country even where *Gateway House India* was taken for a person
                    Kind::Person if is_country => 0,
                    Kind::Person => {
                        let chinese = whole.evidence & (1 << e::CHINESE_SHAPE | 1 << e::HYPHEN_SHAPE) != 0;
                        if part.2 + 1 == part.3 || chinese && part.2 == 0 {
                            1 << e::PART_PERSON_LAST
                        } else {
                            1 << e::PART_PERSON_FIRST
                        }
                    }
                    // *President Marsh* is not *Marsh-Hale Administration*
                    Kind::Organisation
                        if name.evidence & (1 << e::TITLE_BEFORE | 1 << e::HONORIFIC_BEFORE) != 0
                            && self.is_authority(document, whole)
                            && !document.has(candidate.start, class::ORG) =>
                    {
                        0
                    }
                    // *Commerce said*, of the *Commerce Department*
                    Kind::Organisation
                        if name.evidence & 1 << e::SAY_AFTER != 0 && self.is_office_of(document, whole, part.2) =>
                    {
                        1 << e::PART_ORG_WHOLE | 1 << e::PART_ORG
                    }
                    // *Dornick* is not *Dornick City Council*, as *Kioxia* is *Kioxia Corporation*
                    Kind::Organisation
                        if part.2 == 0
                            && place
                            && (self.is_local_body(document, whole) || self.is_named_behind(document, whole)) =>
                    {
                        1 << e::PART_ORG_PLACE
                    }
                    // *Zarbo* of *Zarbo Software*, a well-known company, and nobody is in Zarbo
                    Kind::Organisation
                        if part.2 == 0
                            && place
                            && whole.evidence & (1 << e::KNOWN_ORG) != 0
                            && name.evidence & SOMEWHERE == 0
                            && part.3 == 2
                            && self.is_company_head(document, whole) =>
                    {
                        1 << e::PART_ORG_WHOLE | 1 << e::PART_ORG
                    }
                    // *Dornick said it will hire*, of *Dornick Semiconductor Inc*: nothing speaks of the town
                    Kind::Organisation
                        if part.2 == 0
                            && place
                            && whole.evidence & (1 << e::LEGAL_FORM) != 0
                            && self.is_trade_company(document, whole)
                            && name.evidence & (SOMEWHERE | TOWN) & !town_by_chance(name.evidence) == 0
                            && name.evidence & ACTS_OF_BODY != 0 =>
                    {
                        1 << e::PART_ORG_WHOLE | 1 << e::PART_ORG
                    }
                    // *Huaxi plans to ship cards*, of *Huaxi Computing Chips*: the district is called *Huaxi District*
                    Kind::Organisation
                        if part.2 == 0
                            && place
                            && is_chinese_district(document, candidate.start)
                            && name.evidence & (ANYWHERE | TOWN) == 0
                            && (self.is_company_head(document, whole) || whole.evidence & 1 << e::LEGAL_FORM != 0) =>
                    {
                        1 << e::PART_ORG_WHOLE | 1 << e::PART_ORG
                    }
                    Kind::Organisation if part.2 == 0 && self.is_legal_form(document, whole) => {
                        1 << e::PART_ORG_WHOLE | 1 << e::PART_ORG
                    }
                    Kind::Organisation if part.2 == 0 && !place && self.is_business(document, whole) => {
                        1 << e::PART_ORG_WHOLE | 1 << e::PART_ORG
                    }
                    Kind::Organisation if part.2 == 0 => 1 << e::PART_ORG,
                    // *SemiGlide* of *Nanjing SemiGlide Technology Co., Ltd.*
                    // *Xinyuan* of *Chengdu Xinyuan Microelectronics*: a county far away bears the name
                    Kind::Organisation
                        if (name.evidence & (1 << e::UNKNOWN_SINGLE) != 0
                            || place
                                && name.evidence & SOMEWHERE & !(1 << e::PLACE_LARGE) == 0
                                && (self.is_company_head(document, whole)
                                    || whole.evidence & (1 << e::LEGAL_FORM) != 0)
                                && self.is_far_from_seat(document, whole, candidate.start))
                            && self.is_behind_seat(document, whole, part.2) =>
                    {
                        1 << e::PART_ORG_WHOLE | 1 << e::PART_ORG
                    }
                    Kind::Place => 1 << e::PART_PLACE,
                    _ => 0,
                };
            }
            self.list[index].evidence |= evidence;
            // *“It was better,” said Marsh*: Helena Marsh, whatever the word means
            if evidence & (1 << e::PART_PERSON_LAST) != 0 && name.evidence & ACTS != 0 {
                self.list[index].evidence &= !WORD;
            }
            if evidence != 0 {
                decide(&mut self.list[index]);
            }
        }
    }

    /// *Marlow Hughes* of *Marlow Hughes Ltd*: a name of several words that a company of the article starts with, unless
    /// somebody is called so.
    pub(super) fn wholes(&mut self, document: &Document<'_>) {
        const SOMEBODY: EvidenceSet = 1 << e::HONORIFIC_BEFORE
            | 1 << e::TITLE_BEFORE
            | 1 << e::TITLE_AFTER
            | 1 << e::NOUN_BEFORE
            | 1 << e::KIN_BEFORE
            | 1 << e::AGE_AFTER
            | 1 << e::WHO_AFTER;
        for index in 0..self.list.len() {
            let body = self.list[index];
            let legal = body.evidence & (1 << e::LEGAL_FORM) != 0;
            if body.kind != Kind::Organisation
                || !legal && body.evidence & (1 << e::ORG_HEAD) == 0
                || body.margin < SURE
            {
                continue;
            }
            let whole = self.candidates.list[body.first as usize];
            let form = (whole.start + 2..whole.end).find(|at| document.has(*at, class::LEGALFORM));
            // *Norton Investment* of *Norton Investment Group*
            let head =
                || Some(whole.end - 1).filter(|at| document.value(*at, at + 1, class::ORGHEAD) == Some("company"));
            let Some(form) = form.or_else(head) else {
                continue;
            };
            let stop = form - u32::from(document.str(form - 1) == ",");
            for end in whole.start + 2..=stop {
                let Some(short) = self.by_key.get(&key(document, whole.start, end)).copied() else {
                    continue;
                };
                // whom or what the company is called after
                let other = (end < stop || !legal)
                    && (shape::person(document, whole.start, end).is_some()
                        || document.class_end(whole.start, class::PLACE) == Some(end));
                if self.list[short as usize].evidence & SOMEBODY == 0 && !other {
                    let name = &mut self.list[short as usize];
                    name.evidence |= 1 << e::PART_ORG_WHOLE | 1 << e::PART_ORG;
                    decide(name);
                }
            }
        }
    }

    /// Behind the first word there is nothing but a legal form: *Halvorsen ASA*.
    fn is_legal_form(&self, document: &Document<'_>, name: &Name) -> bool {
        let whole = self.candidates.list[name.first as usize];
        let mut at = whole.start + 1;
        while at < whole.end {
            at = match document.class_end(at, class::LEGALFORM) {
                Some(end) => end,
                None if document.is(at, flag::MARK) => at + 1,
                None => return false,
            };
        }
        name.evidence & (1 << e::LEGAL_FORM) != 0
    }

    /// *Sequoia Capital*, *JCET Group*: a rare word and the head of a business, or a word of its own and a legal form.
    fn is_business(&self, document: &Document<'_>, name: &Name) -> bool {
        /// How common a word may be that is a name as well.
        const RARE: u8 = 2;
        const NAMES: ClassSet = 1 << class::SURNAME | 1 << class::GIVEN | 1 << class::DEMONYM;
        let whole = self.candidates.list[name.first as usize];
        let word = document.info(whole.start);
        // *Lumeno* of *Lumeno Semiconductor Ltd.*: a word that is nothing else
        let legal = word.pos == 0 && name.evidence & (1 << e::LEGAL_FORM) != 0;
        let headed = || whole.end - whole.start == 2 && word.common <= RARE && self.is_company_head(document, name);
        document.classes(whole.start) & NAMES == 0 && (legal || headed())
    }

    /// The name ends in what a business is called.
    fn is_company_head(&self, document: &Document<'_>, name: &Name) -> bool {
        let head = self.candidates.list[name.first as usize].end - 1;
        let kind = document
            .value(head, head + 1, class::ORGHEAD)
            .or_else(|| document.value(head, head + 1, class::ORGHEADWEAK));
        matches!(kind, Some("company" | "fund"))
    }

    /// A word and what it makes or trades in, in front of the legal form: *Dornick Semiconductor Inc*.
    fn is_trade_company(&self, document: &Document<'_>, name: &Name) -> bool {
        let trade = self.candidates.list[name.first as usize].start + 1;
        let kind = document.value(trade, trade + 1, class::ORGHEAD);
        kind.or_else(|| document.value(trade, trade + 1, class::ORGHEADWEAK)) == Some("company")
            && !document.has(trade, class::LEGALFORM)
    }

    /// The name ends in the head of an authority.
    fn is_authority(&self, document: &Document<'_>, name: &Name) -> bool {
        let last = self.candidates.list[name.first as usize].end - 1;
        document.value(last, last + 1, class::ORGHEAD) == Some("government")
    }

    /// The word at that position is what an authority is for: *U.S. Commerce Department*, *Department of Commerce*.
    fn is_office_of(&self, document: &Document<'_>, name: &Name, position: u16) -> bool {
        let whole = self.candidates.list[name.first as usize];
        let at = whole.start + u32::from(position);
        let office = |at: u32| document.is_on(at, list::OFFICE_NOUN);
        let behind = at + 2 == whole.end && office(at + 1);
        let of = at + 1 == whole.end && at > whole.start + 1 && document.str(at - 1) == "of" && office(at - 2);
        shape::is_ordinary(document, at) && (behind || of)
    }

    /// The word at that position of a company's name stands behind the place that the name starts with.
    fn is_behind_seat(&self, document: &Document<'_>, name: &Name, position: u16) -> bool {
        let whole = self.candidates.list[name.first as usize];
        let seat = document.class_end(whole.start, class::PLACE);
        name.evidence & (1 << e::LEGAL_FORM | 1 << e::ORG_HEAD) != 0
            && seat.is_some_and(|at| at < whole.end && at - whole.start == u32::from(position))
    }

    /// The place that bears the name of the token lies in another first-level division than the seat that the company's name
    /// starts with.
    fn is_far_from_seat(&self, document: &Document<'_>, name: &Name, at: u32) -> bool {
        let whole = self.candidates.list[name.first as usize];
        let row = |start: u32, end: u32| Some(&document.lexicon.places[document.value_place(start, end)? as usize]);
        let seat = document.class_end(whole.start, class::PLACE);
        let seat = seat.and_then(|end| row(whole.start, end));
        let own = row(at, at + 1);
        seat.zip(own)
            .is_some_and(|(seat, own)| seat.country == own.country && seat.admin1 != own.admin1)
    }

    /// *Dornick Lorangte Technology Co., Ltd.*: behind a large place stands a word of the company's own.
    fn is_named_behind(&self, document: &Document<'_>, name: &Name) -> bool {
        const LARGE: u32 = 100_000;
        let whole = self.candidates.list[name.first as usize];
        let own = whole.start + 1;
        whole.end - whole.start > 2
            && name.evidence & (1 << e::LEGAL_FORM | 1 << e::ORG_HEAD) != 0
            && name.evidence & (1 << e::KNOWN_ORG | 1 << e::KNOWN_START) == 0
            && document.is(own, flag::CAPITAL)
            && document.info(own).pos == 0
            && document.classes(own) & (1 << class::LEGALFORM | 1 << class::ORGHEAD | 1 << class::ORGHEADWEAK) == 0
            && (document.value_place(whole.start, own))
                .is_some_and(|row| document.lexicon.places[row as usize].population >= LARGE)
    }

    /// *Dornick City Council*, *Dornick High School*: bodies of a place, not companies with its name.
    fn is_local_body(&self, document: &Document<'_>, name: &Name) -> bool {
        let last = self.candidates.list[name.first as usize].end - 1;
        let head = document.value(last, last + 1, class::ORGHEAD);
        name.evidence & (1 << e::LEGAL_FORM | 1 << e::KNOWN_ORG) == 0
            && head.is_some_and(|kind| !matches!(kind, "company" | "media" | "fund"))
    }

    /// Places of the gazetteer that lie where the sure places of the article lie: *Dornick* is more of a place in an
    /// article about Ohio if there is one in Ohio.
    pub(super) fn neighbours(&mut self, document: &Document<'_>) {
        const LISTED: EvidenceSet = 1 << e::PLACE_SMALL
            | 1 << e::PLACE_MIDDLE
            | 1 << e::PLACE_LARGE
            | 1 << e::PLACE_HUGE
            | 1 << e::PLACE_COUNTRY;
        /// In place of the division: the country as a whole.
        const ANY: u32 = u32::MAX;
        let places = document.lexicon.places;
        let senses = |candidates: &Candidates, name: &Name| {
            let candidate = candidates.list[name.first as usize];
            let senses = document.senses(candidate.start, candidate.end).iter();
            senses
                .filter(|s| s.class() == class::PLACE)
                .map(|s| &places[s.value() as usize])
        };
        self.home.clear();
        for (index, name) in self.list.iter().enumerate() {
            if name.kind == Kind::Place
                && name.margin >= SURE
                && let Some(place) = senses(&self.candidates, name).next()
            {
                let division = match place.kind {
                    PlaceInfo::PROVINCE => place.name,
                    kind if kind < PlaceInfo::PROVINCE => ANY,
                    _ => place.admin1,
                };
                self.home.push((place.country, division, index as u32));
                if division != ANY {
                    self.home.push((place.country, ANY, index as u32));
                }
            }
        }
        if self.home.is_empty() {
            return;
        }
        self.home.sort_unstable();
        let home = &self.home;
        // a name is no evidence for itself
        let named = |country: [u8; 2], division: u32, index: usize| {
            let from = home.partition_point(|h| (h.0, h.1) < (country, division));
            let mut same = home[from..]
                .iter()
                .take(2)
                .take_while(|h| (h.0, h.1) == (country, division));
            same.any(|h| h.2 != index as u32)
        };
        for (index, name) in self.list.iter_mut().enumerate() {
            if name.evidence & LISTED == 0 || name.evidence & (1 << e::PLACE_NATION) != 0 {
                continue;
            }
            let mut evidence = 0;
            for place in senses(&self.candidates, name) {
                // a division's country is there as well
                if !named(place.country, ANY, index) {
                    continue;
                }
                evidence |= 1 << e::HOME_COUNTRY;
                if place.admin1 != 0 && named(place.country, place.admin1, index) {
                    evidence |= 1 << e::HOME_DIVISION;
                    break;
                }
            }
            if evidence != 0 {
                name.evidence |= evidence;
                decide(name);
            }
        }
    }

    /// *Betty Kessler of Dornick*, *Rob Hale, of Dornick*: what a person is of.
    pub(super) fn homes(&mut self, document: &Document<'_>) {
        for index in 1..self.candidates.list.len() {
            let (person, home) = (self.candidates.list[index - 1], self.candidates.list[index]);
            let gap = home.start.saturating_sub(person.end);
            let named = &self.list[person.name as usize];
            if !(1..=2).contains(&gap)
                || document.str(home.start - 1) != "of"
                || gap == 2 && document.str(person.end) != ","
                || named.kind != Kind::Person
                || named.margin < SURE
                || person.end - person.start < 2
            {
                continue;
            }
            self.list[home.name as usize].evidence |= 1 << e::PERSON_OF;
            decide(&mut self.list[home.name as usize]);
        }
    }
}

/// The name ends in the noun of a zone, not in that of a lake or a street, after which companies are called too.
pub(super) fn is_zone(document: &Document<'_>, name: &Candidate) -> bool {
    /// Words of the longest such noun: *Economic and Technological Development Zone*.
    const LONGEST: u32 = 5;
    (name.end.saturating_sub(LONGEST).max(name.start)..name.end)
        .any(|at| document.value(at, name.end, class::PLACEHEAD) == Some("zone"))
}
