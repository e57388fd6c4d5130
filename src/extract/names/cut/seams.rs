//! Where a run holds two names: a place or a body and a person, two of a kind, a name in front of a headline's verb, a title
//! between two names.

use crate::extract::names::posts::{is_holder, post_start};
use crate::extract::names::shape::{self, PersonShape, is_name_word};
use crate::lexicon::format::PlaceInfo;
use crate::lexicon::{class, list};
use crate::text::flag;

use super::{Cut, Rest, Seam, has_head, honorific_end, is_acronym, title_end};

/// Two names side by side.
fn pair(at: u32) -> Seam {
    Seam {
        end: at,
        next: at,
        rest: Rest::Name,
    }
}

impl Cut<'_, '_> {
    /// The first place where the run is cut; `None` where it is one name.
    pub(super) fn seam(&self) -> Option<Seam> {
        self.dateline()
            .or_else(|| self.credit())
            .or_else(|| self.two_of_a_kind())
            .or_else(|| self.head_behind_people().map(pair))
            .or_else(|| self.place_and_letters())
            .or_else(|| self.board())
            .or_else(|| self.field_and_school().map(pair))
            .or_else(|| self.headline_adverb())
            .or_else(|| self.place_and_person().map(pair))
            .or_else(|| self.division_and_person().map(pair))
            .or_else(|| self.zone_and_person().map(pair))
            .or_else(|| self.known_body())
            .or_else(|| self.legal_form_and_person().map(pair))
            .or_else(|| self.body_and_person())
            .or_else(|| self.headline())
            .or_else(|| self.title_inside())
    }

    /// *WASHINGTON Christopher Steele*: a dateline without its dash.
    fn dateline(&self) -> Option<Seam> {
        let Self {
            document,
            from,
            end,
            opens,
            ..
        } = *self;
        let upper = |at: u32| document.is(at, flag::UPPER);
        if !opens || !upper(from) || document.token(from).len <= 3 {
            return None;
        }
        let at = document.class_end(from, class::PLACE).filter(|at| *at < end)?;
        let shown = (from..at).all(upper) && !upper(at) && document.is(at, flag::CAPITAL) && document.token(at).len > 1;
        shown.then_some(Seam {
            end: at,
            next: at,
            rest: Rest::Sentence,
        })
    }

    /// *University of Technology | School of Software*: the field of a university, then one of its units.
    pub(super) fn field_and_school(&self) -> Option<u32> {
        let Self {
            document, from, end, ..
        } = *self;
        let unit = end.checked_sub(1).filter(|unit| *unit > from && from > 1)?;
        let of_university = document.str(from - 1) == "of" && document.str(from - 2) == "University";
        let goes_on = end < document.len() && document.str(end) == "of" && document.has(unit, class::ORGHEAD);
        // *Technology | National School of Software*
        let first = (from + 1..unit).find(|at| document.has(*at, class::ORGMOD));
        (of_university && goes_on && document.is_on(unit, list::UNIT_NOUN)).then_some(first.unwrap_or(unit))
    }

    /// *Reporting by Amy Kuo | Editing | by Luis Prado*.
    fn credit(&self) -> Option<Seam> {
        let Self {
            document, from, end, ..
        } = *self;
        let last = end.checked_sub(1).filter(|last| *last > from)?;
        let credit = document.is_on(last, list::CREDIT) && end < document.len() && document.str(end) == "by";
        credit.then_some(Seam {
            end: last,
            next: end,
            rest: Rest::Name,
        })
    }

    /// *Lima City People's Committee | Le Van Tam*: the head of the body behind its *People's*, then who holds its post.
    fn head_behind_people(&self) -> Option<u32> {
        let Self {
            document, from, end, ..
        } = *self;
        const OTHER: u128 = 1 << class::PLACE | 1 << class::ORG | 1 << class::TITLE | 1 << class::ORGHEAD;
        let name = from + 1;
        let word = |at: u32| is_name_word(document, at) && !document.is(at, flag::UPPER);
        let people = from > 1 && matches!(document.str(from - 1), "'s" | "’s") && document.str(from - 2) == "People";
        (people
            && document.has(from, class::ORGHEAD)
            && (2..=4).contains(&(end - name))
            && !has_head(document, end)
            && (name..end).all(word)
            && (document.classes(name) & OTHER == 0 || document.has(name, class::SURNAME))
            && (document.classes(name) & (1 << class::SURNAME | 1 << class::SURNAMEZH) != 0
                || (name..end).all(|at| !shape::is_ordinary(document, at))))
        .then_some(name)
    }

    /// *Oyam & Gulu*, *Benjamin Ntim & Kojo Annan*.
    fn two_of_a_kind(&self) -> Option<Seam> {
        let Self {
            document, from, end, ..
        } = *self;
        let and = |at: &u32| document.str(*at) == "&" && !document.is(*at, flag::GLUED);
        let at = (from + 1..end.saturating_sub(1)).find(and)?;
        let place = |s: u32, e: u32| document.class_end(s, class::PLACE) == Some(e);
        let person = |s: u32, e: u32| shape::person(document, s, e).is_some();
        let single = at == from + 1 && !shape::is_ordinary(document, from);
        let alike = place(from, at) && place(at + 1, end) || (person(from, at) || single) && person(at + 1, end);
        alike.then_some(Seam {
            end: at,
            next: at + 1,
            rest: Rest::Name,
        })
    }

    /// *UK AI chipmaker*, *China EV sales*: behind the place letters that name nobody.
    fn place_and_letters(&self) -> Option<Seam> {
        let Self {
            document, from, end, ..
        } = *self;
        let at = document.class_end(from, class::PLACE).filter(|at| at + 1 == end)?;
        let row = document.value_place(from, at)?;
        let large = document.lexicon.places[row as usize].kind <= PlaceInfo::PROVINCE;
        let media = document.value(at, end, class::ORGHEAD) == Some("media");
        let letters = large && !media && document.is(at, flag::UPPER) && document.has(at, class::ACRONYMSTOP);
        let noun = document.is(end, flag::WORD) && !document.is(end, flag::CAPITAL | flag::GLUED | flag::LINE);
        (letters && noun && document.class_end(from, class::ORG) != Some(end)).then_some(Seam {
            end: at,
            next: end,
            rest: Rest::Name,
        })
    }

    /// *Kelvar | Board of Directors*: the company's.
    fn board(&self) -> Option<Seam> {
        let Self {
            document, from, end, ..
        } = *self;
        let board = end
            .checked_sub(1)
            .filter(|board| *board > from && document.str(*board) == "Board")?;
        let of = end + 1 < document.len() && document.str(end) == "of" && document.has(end + 1, class::TITLE);
        of.then_some(Seam {
            end: board,
            next: end,
            rest: Rest::Name,
        })
    }

    /// *envoy to Japan Frank Hsieh*: a large place, then a person.
    fn place_and_person(&self) -> Option<u32> {
        let Self {
            document, from, end, ..
        } = *self;
        let at = document.class_end(from, class::PLACE).filter(|at| at + 1 < end)?;
        let row = document.value_place(from, at)?;
        let place = &document.lexicon.places[row as usize];
        if place.kind != PlaceInfo::COUNTRY && place.population <= 500_000 {
            return None;
        }
        let name = document.has(from, class::GIVEN) || document.has(from, class::SURNAMEZH) && at == from + 1;
        let shape = shape::person(document, at, end);
        // *ambassador to Korea Sripriya Ranganathan*: whatever two words follow are the ambassador
        let of_country = || {
            from > 0
                && matches!(document.str(from - 1), "of" | "to" | "for")
                && end - at >= 2
                && !has_head(document, end)
                && (at..end).all(|t| document.is(t, flag::CAPITAL) && !shape::is_ordinary(document, t))
                && shape::is_country(document, from, at)
        };
        // *Minister of Trade of the Republic of Chad Musa Adeyo*: *Chad* is no given name there
        let state = || {
            // *ambassador to Chad Musa Adeyo*, *President of Chad Musa Adeyo*
            let held = || {
                matches!(document.str(from - 1), "of" | "to")
                    && (document.has(from - 2, class::TITLE)
                        // *Ambassador of Peru to Kenya Luis Prado*
                        || document.str(from - 1) == "to" && document.has(from - 2, class::PLACE))
                    && end - at >= 2
                    && shape::is_country(document, from, at)
            };
            from > 1 && (document.class_end(from - 2, class::PLACEPRE) == Some(from) || held())
        };
        // *Ambassador to Vietnam David Shear*, *Ambassador to Peru Ngo Van Linh*: where somebody is sent ends with the country
        let envoy = || {
            const NAME: std::ops::RangeInclusive<u32> = 2..=5;
            from > 1
                && document.str(from - 1) == "to"
                && document.has(from - 2, class::TITLE)
                && NAME.contains(&(end - at))
                && !has_head(document, end)
                && shape::is_country(document, from, at)
        };
        // *Chief Minister Nara Chandrababu Naidu*: behind a post all of it is the name
        let titled = || {
            from > 0
                && document.classes(from - 1) & (1 << class::TITLE | 1 << class::HONORIFIC) != 0
                && shape == Some(PersonShape::Given)
                && at == from + 1
                && end - at <= 2
                && !shape::is_country(document, from, at)
        };
        // *the Korean Embassy in China Lee Min-ho*
        let korean = || shape == Some(PersonShape::Hyphenated) && shape::is_country(document, from, at);
        let two = korean() || envoy() || !name && of_country() || (!name || state()) && shape.is_some();
        (two && !titled()).then_some(at)
    }

    /// *the People's Committee of Lima Province | Vo Quang Dinh*: behind a division of the gazetteer, whatever words follow are who
    /// holds the post.
    fn division_and_person(&self) -> Option<u32> {
        /// Words of a name.
        const NAME: std::ops::RangeInclusive<u32> = 2..=4;
        let Self {
            document, from, end, ..
        } = *self;
        let head = |at: &u32| document.has(*at, class::PLACEHEAD) && document.has(*at, class::PLACENOUN);
        let at = (from + 1..end.checked_sub(1)?).find(head)? + 1;
        let of = from > 1 && document.str(from - 1) == "of" && document.is(from - 2, flag::CAPITAL);
        let place = |to: u32| document.class_end(from, class::PLACE) == Some(to);
        let word =
            |t: u32| is_name_word(document, t) && !document.is(t, flag::UPPER) && !shape::is_ordinary(document, t);
        (of && (place(at) || place(at - 1))
            && NAME.contains(&(end - at))
            && !has_head(document, end)
            && (at..end).all(word))
        .then_some(at)
    }

    /// *leaders from the high-tech Zone | Jin Wei*, *the New Area | Wang Bo*: a zone without a name of its own, and a person.
    fn zone_and_person(&self) -> Option<u32> {
        /// Words of the zone.
        const LONGEST: u32 = 3;
        let Self {
            document, from, end, ..
        } = *self;
        let zone = |at: &u32| document.value(*at, at + 1, class::PLACEHEAD) == Some("zone");
        let at = (from..end.min(from + LONGEST)).find(zone)? + 1;
        let small = |at: u32| document.is(at, flag::WORD) && !document.is(at, flag::CAPITAL);
        let unnamed = from > 0 && small(from - 1) && (from..at).all(|t| shape::is_ordinary(document, t));
        (unnamed && shape::person(document, at, end) == Some(PersonShape::Chinese) && !has_head(document, end))
            .then_some(at)
    }

    /// A well-known body and what is not of its name.
    fn known_body(&self) -> Option<Seam> {
        let Self {
            document, from, end, ..
        } = *self;
        let at = document.class_end(from, class::ORG).filter(|at| *at < end)?;
        // *SK Hynix Kim Young-sik*: then a person
        if at + 1 < end
            && !document.has(from, class::GIVEN)
            && matches!(
                shape::person(document, at, end),
                Some(PersonShape::Chinese | PersonShape::Hyphenated)
            )
        {
            return Some(pair(at));
        }
        // *LG Display P10 plant*: its site, by letters
        let plant = || {
            let noun = document.value(end, end + 1, class::EVENTNOUN);
            noun.is_some_and(|of| of.split(' ').any(|group| group == "plant"))
        };
        let site = at + 1 == end && document.str(at).bytes().any(|b| b.is_ascii_digit()) && plant();
        site.then_some(Seam {
            end: at,
            next: end,
            rest: Rest::Name,
        })
    }

    /// *Kelvar Corp. Luis Prado*: behind the legal form.
    fn legal_form_and_person(&self) -> Option<u32> {
        let Self {
            document, from, end, ..
        } = *self;
        (from + 2..end.saturating_sub(1)).find(|at| {
            document.str(at - 1) == "."
                && document.has(at - 2, class::LEGALFORM)
                && matches!(
                    shape::person(document, *at, end),
                    Some(PersonShape::Given | PersonShape::Chinese)
                )
        })
    }

    /// *DPP Rosalia Wu*, *First Nations Cindy Woodhouse*: a body, then a person.
    fn body_and_person(&self) -> Option<Seam> {
        let Self {
            document, from, end, ..
        } = *self;
        if has_head(document, end) {
            return None;
        }
        (from + 1..end.saturating_sub(1)).find_map(|at| {
            let shape = shape::person(document, at, end);
            let acronym = document.is(at - 1, flag::UPPER)
                && !document.is(at - 1, flag::DOTTED)
                && document.token(at - 1).len > 1;
            let field = self.is_field_in_front();
            let person = (acronym || self.ends_ordinary(at, field)) && self.is_person_behind(at, shape, field);
            // *Westmoreland County Deputy Coroner Gerry Fritz*: the post is neither's
            let full = matches!(shape, Some(PersonShape::Given | PersonShape::Chinese));
            // *KLM Public Relations Officer Musa Adeyo*
            let officer = || {
                is_acronym(document, from)
                    && end - at <= 3
                    && (at..end).all(|t| is_name_word(document, t) && !document.has(t, class::ORGHEAD))
            };
            let asked = full || self.is_person_behind(at, shape, field) || officer();
            let post = if asked { post_start(document, from, at) } else { at };
            // *Crown | Prince Mohammed*: the person starts behind the post
            let titled = document.classes(at) & (1 << class::TITLE | 1 << class::HONORIFIC) != 0 && at + 1 < end;
            let body = || acronym || has_head(document, at) || at == from + 1 && shape == Some(PersonShape::Chinese);
            let holder = || !titled && body() && is_holder(document, from, at, end);
            (person && !titled || post < at || holder()).then_some(Seam {
                end: post,
                next: at,
                rest: Rest::Name,
            })
        })
    }

    /// *Minister of Transport Kamel El-Wazir*: the run starts with the field of a post.
    fn is_field_in_front(&self) -> bool {
        let Self { document, from, .. } = *self;
        from > 0
            && (matches!(document.str(from - 1), "of" | "for" | "and")
                || from > 1 && document.str(from - 1) == "the" && document.str(from - 2) == "of")
    }

    /// The word in front of `at` is no part of a person's name; of a `field` one word is enough.
    fn ends_ordinary(&self, at: u32, field: bool) -> bool {
        let Self { document, from, .. } = *self;
        at >= from + if field { 1 } else { 2 }
            && shape::is_ordinary(document, at - 1)
            && !document.has(at - 1, class::GIVEN)
            && (field && at >= from + 2 || !document.has(at - 1, class::SURNAME))
            && !document.has(at - 1, class::NAMEPARTICLE)
    }

    fn is_person_behind(&self, at: u32, shape: Option<PersonShape>, field: bool) -> bool {
        let Self {
            document, from, end, ..
        } = *self;
        let ordinary = |from: u32, to: u32| (from..to).all(|t| shape::is_ordinary(document, t));
        match shape {
            Some(PersonShape::Given) => document.has(end - 1, class::SURNAME) || field && ordinary(from, at),
            Some(_) => field,
            // *Minister of Foreign Affairs Amy Kuo*: words of the field, then words that are none
            None => {
                field
                    && (2..=3).contains(&(end - at))
                    && ordinary(from, at)
                    && (at..end).all(|t| is_name_word(document, t))
                    && !shape::is_ordinary(document, at)
                    && (document.has(at, class::SURNAME) || (at..end).all(|t| !shape::is_ordinary(document, t)))
                    && (document.classes(at) & (1 << class::PLACE | 1 << class::ORG) == 0
                        || document.has(at, class::GIVEN))
            }
        }
    }

    /// *Uganda President Yoweri Museveni*, *Speaker Mr Kadaga*, *Lima University Amy Kuo*.
    fn title_inside(&self) -> Option<Seam> {
        let Self {
            document, from, end, ..
        } = *self;
        (from + 1..end).find_map(|at| {
            if let Some(next) = self.behind_title_at(at).or_else(|| self.behind_address_at(at)) {
                return Some(Seam {
                    end: at,
                    next,
                    rest: Rest::Run,
                });
            }
            let head = document.has(at - 1, class::ORGHEAD) && !document.has(at - 1, class::SURNAME);
            (head && shape::person(document, at, end).is_some()).then(|| pair(at))
        })
    }

    fn behind_title_at(&self, at: u32) -> Option<u32> {
        let Self {
            document,
            from,
            end,
            limit,
            ..
        } = *self;
        let next = title_end(document, at, limit)?;
        // *Morland County | Deputy Coroner*
        let place_head = || {
            document.has(at, class::PLACEHEAD)
                && title_end(document, at + 1, limit).is_some()
                && !shape::is_country(document, from, at)
        };
        // *Zayed bin Sultan Al Nahyan*
        if document.has(at - 1, class::NAMEPARTICLE) || place_head() {
            return None;
        }
        let rest_is_name = || next < end && (shape::person(document, next, end).is_some() || !has_head(document, end));
        let holder = || {
            document.class_end(from, class::PLACE) == Some(at)
                || document.class_end(from, class::ORG) == Some(at)
                || document.has(from, class::DEMONYM) && at == from + 1
                // *Chamber of Commerce and | Industry President*
                || from > 0 && document.str(from - 1) == "and" && shape::is_ordinary(document, at - 1)
                // *MTC Public Relations Officer*
                || is_acronym(document, from)
                    && at == from + 1
                    && (!document.is(at, flag::UPPER) || self.is_between_commas())
                || [class::ORGHEAD, class::ORGHEADWEAK, class::PLACEHEAD]
                    .iter()
                    .any(|c| document.has(at - 1, *c))
        };
        ((rest_is_name() || next >= end && holder()) && !self.is_known(at - 1)).then_some(next)
    }

    /// *Luis Prado, | KLMN VP |, attended*
    fn is_between_commas(&self) -> bool {
        let Self {
            document, from, end, ..
        } = *self;
        from > 0 && document.str(from - 1) == "," && end < document.len() && document.str(end) == ","
    }

    /// Behind a form of address inside: *Speaker Mr Kadaga*.
    fn behind_address_at(&self, at: u32) -> Option<u32> {
        let Self { document, end, .. } = *self;
        let next = honorific_end(document, at, end).filter(|next| *next < end)?;
        let short = document.token(at).len <= 4;
        // *Amir Sheikh Nawaf Al-Amri*
        let named = || (next..end).any(|t| document.has(t, class::NAMEPARTICLE));
        let name = document.has(at, class::SURNAME) || document.has(at, class::GIVEN);
        (short || !name || named()).then_some(next)
    }
}
