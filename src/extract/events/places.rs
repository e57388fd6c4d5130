//! Where it was: which places of a stretch are those of an event, and which of them only say where another one lies.

use crate::extract::names::shape;
use crate::lexicon::format::{PlaceInfo, pos};
use crate::lexicon::{class, list};
use crate::resolve::names::Kind;
use crate::text::flag;

use super::clause::{Hit, Scene};
use super::tables as t;

/// The value of the noun that a place's name ends in: *district*, *zone*, *facility*.
pub(super) fn head_kind(scene: &Scene<'_, '_>, entity: usize) -> Option<&'static str> {
    /// Tokens of the noun: *Station*, *International Convention Centre*.
    const LONGEST: u32 = 5;
    let d = scene.document;
    let name = scene.entities.list[entity].name;
    let last = (name.start..name.end).rev().find(|at| d.is(*at, flag::WORD))?;
    let first = (last + 1).saturating_sub(LONGEST).max(name.start + 1);
    let head = (first..=last).find_map(|from| d.value(from, last + 1, class::PLACEHEAD));
    head.or_else(|| shape::small_site(d, name.start, name.end))
}

/// What leads the place of an event.
pub(super) const PREPOSITIONS: [&str; 8] = [
    "in",
    "at",
    "near",
    "outside",
    "across",
    "throughout",
    "within",
    "inside",
];

impl Scene<'_, '_> {
    /// Places of the event in the stretch: behind *in*, *at*, *near*, *outside*, those that *and* joins to them, and the city in
    /// which a venue, a zone or a district is said to lie.
    pub fn where_in(&self, start: u32, end: u32) -> Vec<Hit> {
        self.placed(start, end, &PREPOSITIONS)
    }

    /// The same behind other prepositions.
    pub(super) fn placed(&self, start: u32, end: u32, prepositions: &[&str]) -> Vec<Hit> {
        /// *Wangcheng District, the largest park in Peru*.
        const SITE: t::Groups = t::group("plant");
        let d = self.document;
        let mut out: Vec<Hit> = Vec::new();
        // the place found last, and the owner in front of the next one
        let mut last: Option<Hit> = None;
        let mut owner: Option<Hit> = None;
        // the place in front with what contains it, whether it is one of them, and whether something does
        let mut previous: Option<(Hit, bool)> = None;
        let mut contained = false;
        let mut seat_end = None;
        // the place in front is the one end of a way
        let mut last_way = false;
        for hit in self.hits_in(start, end) {
            // *the London-listed group* need not be there
            if hit.kind != Kind::Place || self.is_seat(&hit) || self.is_line_end(&hit) {
                continue;
            }
            if matches!(self.str(hit.end), "'s" | "’s") {
                owner = Some(hit);
                continue;
            }
            let owner = owner.take().filter(|owner| owner.end + 1 == hit.start);
            // *in the U.S. state of Arizona*: which one
            if self.is_country_of(&hit) {
                continue;
            }
            // *in Shanghai and Beijing*
            let joined = last.is_some_and(|last| hit.start == last.end + 1 && d.str(last.end) == "and");
            // *in Boston, Denver and Chicago*
            let joined = joined || last.is_some_and(|last| self.is_in_series(&last, &hit));
            // *in Camaçari, an industrial city in the state of Bahia*: where the first one lies
            let described = last.is_some_and(|last| {
                // *in Wuxi on Thursday, a city in …*
                let dated = self.date_at(last.end + u32::from(d.has(last.end, class::PREP)));
                let end = dated.map_or(last.end, |date| self.dates[date].end);
                d.str(end) == ","
                    && d.has(end + 1, class::DET)
                    && (end + 1..hit.start)
                        .any(|at| d.has(at, class::PLACENOUN) || self.noun_groups(at, at + 1) & SITE != 0)
                    && (end + 1..hit.start).all(|at| d.is(at, flag::WORD) && d.value(at, at + 1, class::AUX).is_none())
            });
            let before = self.behind_preposition(hit.start, start);
            // *to Yidu in Hubei, Xingping, Shaanxi, and Xiamen in Fujian*: where the one in front lies, and the list goes on
            let container = previous
                .is_some_and(|(place, _)| self.is_container(&place, &hit, before) || self.is_province_of(&place, &hit));
            let listed = previous.is_some_and(|(place, told)| {
                let comma = u32::from(d.str(place.end) == ",");
                let and = u32::from(self.str(place.end + comma) == "and");
                told && contained && comma + and > 0 && hit.start == place.end + comma + and
            });
            if described || container {
                if let Some((place, _)) = &mut previous {
                    place.end = hit.end;
                }
                contained = true;
                continue;
            }
            let placed = before > 0
                && prepositions
                    .iter()
                    .any(|p| self.str(before - 1).eq_ignore_ascii_case(p));
            // *on the Wuxi Campus*, *on Lindo Road*
            let on = || before > 0 && self.str(before - 1).eq_ignore_ascii_case("on") && prepositions.contains(&"at");
            // *bought a maker of chips based in Porto*: where its seat is
            let seated = |at: u32| {
                let word = self.str(at);
                word.eq_ignore_ascii_case("based") || word.eq_ignore_ascii_case("headquartered")
            };
            // *Kelvar, headquartered in Lima, laid off 40 people*
            let body = || {
                let name = self.names.candidates.ending(before - 3);
                let name = name.map(|name| self.names.candidates.list[name].start);
                d.str(before - 3) == ","
                    && name.is_some_and(|from| self.hits_in(from, before - 3).any(|h| h.kind == Kind::Organisation))
            };
            let opens = || before - 2 == start || before > 3 && (d.is(before - 3, flag::WORD) || body());
            let seat = before > start + 1 && seated(before - 2) && opens();
            // *headquartered in Jiangsu in eastern China*
            let wider = before > 0 && seat_end == Some(before - 1);
            let seat = (seat || wider) && before > 0 && self.str(before - 1) == "in";
            seat_end = seat.then_some(hit.end);
            let placed = placed && !seat;
            // *on the road between Kolwezi and Likasi*, *a line from Lima to Cusco*: at both ends
            let between = || matches!(self.str(before - 1), "between" | "from") && d.is_on(before - 2, list::WAYS);
            let linked = || matches!(self.str(before - 1), "linking" | "connecting" | "joining");
            let way = before > start + 1 && prepositions.contains(&"at") && (between() || linked());
            let other_end = || last_way && self.is_other_end(&hit, previous.map(|(place, _)| place));
            let way = way || other_end();
            let placed = placed || way;
            // *on the outskirts of Wuxi*, *on the island of Hainan*
            let part = || (before..hit.start).any(|at| d.has(at, class::PLACENOUN)) && self.str(hit.start - 1) == "of";
            // *on Lindo Island*
            let ground = || matches!(head_kind(self, hit.entity), Some("facility" | "land"));
            let placed = placed || on() && (ground() || part());
            // *close to Wuxi*
            let close = || before > start + 1 && self.str(before - 1) == "to" && self.str(before - 2) == "close";
            let placed = placed || before > 0 && close() && prepositions.contains(&"near");
            // *just outside of Wuxi*
            let edge = || self.str(before - 1) == "of" && before > start + 1 && self.str(before - 2) == "outside";
            let placed = placed || before > 1 && edge() && prepositions.contains(&"outside");
            // *its first outside Asia*: somewhere else
            let wide = || self.grain(hit.entity).is_none_or(|grain| grain < PlaceInfo::PROVINCE);
            let elsewhere = before > 0 && self.str(before - 1) == "outside" && head_kind(self, hit.entity).is_none();
            let placed = placed && !(elsewhere && wide());
            // *a plant in Lima, its first in South America*, *the largest in Peru*: among which
            let among = || {
                let most = before - 2;
                (d.has(most, class::ORDINAL) || d.str(most).ends_with("est"))
                    && matches!(self.str(most - 1), "its" | "their" | "the")
            };
            let placed = placed && !(before > start + 2 && last.is_some() && among() && wide());
            // *its first assembly plant in Asia, in Wuxi*, *the largest warehouse in Peru in Lima*
            let placed = placed && !(before > start + 2 && wide() && self.is_among_before(start, before, &hit, end));
            // *set up by Kelvar, a leading company in Peru, and Lumeno*: where the company is
            let placed = placed && !self.is_of_apposed_body(start, before);
            let city = last.is_some_and(|last| self.is_its_city(&last, &hit));
            previous = Some((hit, joined || placed || city || listed));
            last_way = way;
            contained = false;
            if joined || placed || city || listed {
                last = Some(hit);
                out.push(hit);
            } else if last.is_some_and(|last| hit.start == last.end + 1 && self.is_part(&hit)) {
                // *in Xibei Township, Xishan District, Wuxi City*
                last = Some(hit);
            }
            // *in Wuxi's High-tech Zone*
            if placed && owner.is_some_and(|owner| self.is_city(&owner) && self.is_part(&hit)) {
                out.extend(owner);
            }
        }
        out
    }

    /// *between Lima and the port of Callao*, *from Lima to Cusco*: the place at the other end of a way, behind the one in front.
    fn is_other_end(&self, hit: &Hit, front: Option<Hit>) -> bool {
        /// Tokens from *and* to the name.
        const NEAR: u32 = 4;
        let Some(front) = front.filter(|front| hit.start > front.end && hit.start <= front.end + NEAR) else {
            return false;
        };
        let joins = matches!(self.str(front.end), "and" | "to" | "with");
        joins && (front.end + 1..hit.start).all(|at| self.document.is(at, flag::WORD))
    }

    /// *its first assembly plant in Asia, in Wuxi*: the noun phrase in front of the preposition at `before - 1` says that it is the
    /// first or largest of the area, and another place follows that says where it is.
    fn is_among_before(&self, start: u32, before: u32, area: &Hit, end: u32) -> bool {
        /// Tokens of *its first chip assembly plant*.
        const LONGEST: u32 = 8;
        let d = self.document;
        let behind = area.end + u32::from(self.str(area.end) == ",");
        let told = matches!(self.str(behind), "in" | "at" | "near")
            && self.hits_in(behind + 1, end).next().is_some_and(|hit| {
                let phrase = (behind + 1..hit.start).all(|at| !d.is(at, flag::MARK) && !d.has(at, class::PREP));
                hit.kind == Kind::Place && phrase
            });
        told && (before.saturating_sub(LONGEST).max(start + 1)..before - 2).any(|at| {
            (d.has(at, class::ORDINAL) || d.str(at).ends_with("est") || self.str(at) == "most")
                && matches!(self.str(at - 1), "its" | "their" | "the" | "his" | "her" | "a")
                && (at..before - 1).all(|x| !d.has(x, class::PREP) && !d.is(x, flag::MARK) || self.str(x) == "-")
        })
    }

    /// *the U.S. state of Arizona*: the country of the place that is meant.
    fn is_country_of(&self, hit: &Hit) -> bool {
        let d = self.document;
        self.grain(hit.entity) == Some(PlaceInfo::COUNTRY)
            && d.get(hit.end).is_some()
            && d.has(hit.end, class::PLACENOUN)
            && self.str(hit.end + 1) == "of"
            && d.is(hit.end + 2, flag::CAPITAL)
    }

    /// *southwest China's Sichuan Province*, *the western Japan city of Osaka*: the place that is meant, of which the one in
    /// `hit` says where it lies. It ends up to `end`.
    pub(super) fn meant(&self, hit: Hit, end: u32) -> Hit {
        let next = self.inner_place(&hit).filter(|next| next.end <= end);
        next.unwrap_or(hit)
    }

    /// The place behind *'s* or *city of* of a country, a region or a province.
    pub(super) fn inner_place(&self, hit: &Hit) -> Option<Hit> {
        let d = self.document;
        let wide = |grain: u8| grain <= PlaceInfo::PROVINCE;
        if hit.kind != Kind::Place || !self.grain(hit.entity).is_none_or(wide) {
            return None;
        }
        let start = if matches!(self.str(hit.end), "'s" | "’s") {
            hit.end + 1
        } else {
            let noun = hit.end < d.len() && !d.is(hit.end, flag::CAPITAL);
            let noun = d.class_end(hit.end, class::PLACENOUN).filter(|_| noun)?;
            (self.str(noun) == "of").then_some(noun + 1)?
        };
        let next = self.names.candidates.starting(start)?;
        let next = self.hits_in(start, self.names.candidates.list[next].end).next()?;
        let part = match (self.grain(hit.entity), self.grain(next.entity)) {
            (Some(outer), Some(inner)) => outer < inner,
            (None, Some(inner)) => inner > PlaceInfo::COUNTRY,
            (_, None) => true,
        };
        (next.kind == Kind::Place && next.start == start && next.entity != hit.entity && part).then_some(next)
    }

    /// *the Zhengzhou-Chongqing line*: the second end of a line.
    pub(super) fn is_line_end(&self, hit: &Hit) -> bool {
        let d = self.document;
        let Some(hyphen) = hit.start.checked_sub(1).filter(|at| *at > 0) else {
            return false;
        };
        let joins = matches!(d.str(hyphen), "-" | "–") && d.is(hyphen, flag::GLUED);
        joins && d.is(hyphen - 1, flag::CAPITAL) && hit.end < d.len() && d.is(hit.end, flag::WORD)
    }

    /// *Boston, Denver and Chicago*: places of one kind with commas between them, up to one behind *and*. `hit` is the one behind
    /// `last`.
    fn is_in_series(&self, last: &Hit, hit: &Hit) -> bool {
        /// Places of a series that are looked at.
        const LONGEST: usize = 8;
        let same = |at: u32| {
            let index = self.names.candidates.starting(at)?;
            let entity = self.entities.of_candidate[index];
            let grain = (entity != u32::MAX).then(|| self.grain(entity as usize)).flatten();
            (grain.is_some() && grain == self.grain(last.entity)).then(|| self.names.candidates.list[index].end)
        };
        let mut end = last.end;
        for place in 0..LONGEST {
            let comma = u32::from(self.str(end) == ",");
            let and = u32::from(self.str(end + comma) == "and");
            let next = end + comma + and;
            // the first one behind `last` must be `hit`
            let Some(stop) = same(next).filter(|_| comma + and > 0 && (place > 0 || next == hit.start)) else {
                return false;
            };
            if and > 0 {
                return true;
            }
            end = stop;
        }
        false
    }

    /// *…, a leading company in Peru, …*: the preposition in front of `before` leads to where the body of an apposition is.
    fn is_of_apposed_body(&self, limit: u32, before: u32) -> bool {
        /// Tokens of *a leading compound semiconductor company*.
        const LONGEST: u32 = 8;
        const BODY: t::Groups = t::group("company");
        let d = self.document;
        let Some(noun) = before.checked_sub(2).filter(|noun| *noun > limit) else {
            return false;
        };
        // *start-up*
        let hyphened = noun > limit + 2 && d.str(noun - 1) == "-" && self.noun_groups(noun - 2, noun + 1) & BODY != 0;
        if d.str(before - 1) != "in" || self.noun_groups(noun, noun + 1) & BODY == 0 && !hyphened {
            return false;
        }
        let comma = (noun.saturating_sub(LONGEST).max(limit)..noun)
            .rev()
            .find(|at| d.str(*at) == ",");
        comma.is_some_and(|comma| matches!(d.str(comma + 1), "a" | "an" | "one"))
    }

    /// A part of a city or something that stands in one: a district, a zone, a venue.
    fn is_part(&self, hit: &Hit) -> bool {
        let d = self.document;
        let small = || d.get(hit.end).is_some() && self.str(hit.end) == "district";
        matches!(head_kind(self, hit.entity), Some("district" | "zone" | "facility"))
            || self.grain(hit.entity) == Some(PlaceInfo::DISTRICT)
            || small()
    }

    fn is_city(&self, hit: &Hit) -> bool {
        let row = || self.grain(hit.entity) == Some(PlaceInfo::CITY);
        head_kind(self, hit.entity).map_or_else(row, |kind| kind == "city")
    }

    /// *in Longgang District, Shenzhen*, *at the Software Park of Wuxi*: `hit` is the city of the place in front.
    pub(super) fn is_its_city(&self, part: &Hit, hit: &Hit) -> bool {
        let d = self.document;
        // *in Wudang district, Guiyang*
        let end = part.end + u32::from(d.has(part.end, class::PLACENOUN) && !d.is(part.end, flag::CAPITAL));
        // *in Yangshan Lake, Wuxi*: nothing that the gazetteer has as a city or more
        let small = || {
            let land = matches!(head_kind(self, part.entity), Some("water" | "land"));
            d.str(end) == "," && (land || self.grain(part.entity).is_none_or(|grain| grain > PlaceInfo::CITY))
        };
        hit.start == end + 1
            && matches!(d.str(end), "," | "of" | "in")
            && (self.is_part(part) || small())
            && self.is_city(hit)
    }

    /// *in Lishui in Zhejiang Province*, *in Lishui city in east China's Zhejiang*: the province of the place in front. `before` is
    /// where the noun phrase around `hit` starts.
    fn is_container(&self, place: &Hit, hit: &Hit, before: u32) -> bool {
        let d = self.document;
        let wide = self.grain(hit.entity).is_some_and(|grain| grain <= PlaceInfo::PROVINCE);
        wide && before > place.end
            && d.str(before - 1) == "in"
            && self.is_within_province(place)
            && (place.end..before - 1).all(|at| d.has(at, class::PLACENOUN))
    }

    /// *Wuxi, Jiangsu*: the province right behind the city.
    pub(super) fn is_province_of(&self, place: &Hit, hit: &Hit) -> bool {
        let wide = self.grain(hit.entity).is_some_and(|grain| grain <= PlaceInfo::PROVINCE);
        wide && self.is_within_province(place) && self.str(place.end) == "," && hit.start == place.end + 1
    }

    /// A city or what is smaller; of what the gazetteer lacks, a part of the city that its name starts with: *the Wuxi
    /// High-tech Zone in Jiangsu*.
    fn is_within_province(&self, place: &Hit) -> bool {
        let d = self.document;
        let small = |grain: u8| grain > PlaceInfo::PROVINCE;
        let named = || {
            let name = self.entities.list[place.entity].name;
            let end = d.class_end(name.start, class::PLACE).filter(|end| *end < name.end);
            let city = end.and_then(|end| d.value_place(name.start, end));
            let part = self.is_part(place) && city.is_some_and(|row| small(d.lexicon.places[row as usize].kind));
            // *at Kelmar in the Greater Accra Region*: a village that the gazetteer lacks
            part || head_kind(self, place.entity).is_none() && d.is(place.start, flag::CAPITAL)
        };
        self.grain(place.entity).map_or_else(named, small)
    }

    /// Start of the noun phrase around the place that starts at `place`, down to `limit`: *the coastal city of Xiamen*,
    /// *east China's Fujian Province*, *a rural part of Manitoba*, *the capital, Colombo*.
    fn behind_preposition(&self, place: u32, limit: u32) -> u32 {
        /// Tokens of a room's name.
        const ROOM: u32 = 5;
        let d = self.document;
        let plain = |at: u32| {
            d.has(at, class::DET)
                || d.has(at, class::DIRECTION)
                || d.has(at, class::DEMONYM)
                || d.info(at).pos & pos::ADJECTIVE != 0 && !d.has(at, class::PREP)
        };
        // *in the north of Wuxi*
        let noun = |at: u32| {
            d.has(at, class::PLACENOUN)
                || d.has(at, class::PARTITIVE)
                || d.has(at, class::DIRECTION) && d.has(at - 1, class::DET)
        };
        // *the economic and technological development zone of Lishui*: nouns in front of the noun
        let compound = |at: u32| {
            let small = d.is(at, flag::WORD) && !d.is(at, flag::CAPITAL) && !d.has(at, class::PREP);
            let noun = || d.info(at).pos & pos::NOUN != 0 && !d.is(at, flag::VERB);
            small && (noun() || d.str(at + 1) == "-") || matches!(d.str(at), "and" | "-")
        };
        // *the conference center of the Lantu Hotel*, *Room 401 of Lantu Building*: where the phrase starts
        let room = |of: u32| {
            let part = |at: u32| d.is(at, flag::WORD | flag::NUMBER) && !d.has(at, class::PREP);
            let first = (limit..of).rev().take_while(|at| part(*at) && of - at <= ROOM).last()?;
            let is_room = |at: u32| d.is_on(at, list::ROOM);
            // *in Room 401, Lantu Building*
            (matches!(d.str(of), "of" | ",") && (first..of).any(is_room)).then_some(first)
        };
        let mut start = place;
        let mut of = false;
        while start > limit {
            let at = start - 1;
            // *the high-tech Lantu New District*
            let small = |at: u32| d.is(at, flag::WORD) && !d.is(at, flag::CAPITAL) && !d.has(at, class::PREP);
            let hyphened = d.str(at) == "-" && at > limit && small(at - 1) && d.is(at + 1, flag::GLUED)
                || small(at) && at > limit && d.str(at - 1) == "-" && d.is(at, flag::GLUED);
            // *at the pioneer Lantu Park*
            let kind = || at + 1 == place && at > limit && d.has(at - 1, class::DET) && small(at);
            if plain(at) || hyphened || of && compound(at) || kind() && d.info(at).pos & pos::NOUN != 0 {
                start = at;
            } else if matches!(d.str(at), "of" | ",") && at > limit && noun(at - 1) {
                of = d.str(at) == "of";
                start = at - 1;
            } else if let Some(first) = room(at) {
                start = first;
            } else if of
                && let Some(country) = self.entities_in(limit, start).pop()
                && country.end == start
                && self.is_country_of(&country)
            {
                start = country.start;
            } else if matches!(d.str(at), "'s" | "’s")
                && let Some(owner) = self.entities_in(limit, at).pop()
                && owner.end == at
                && owner.kind == Kind::Place
            {
                start = owner.start;
            } else {
                break;
            }
        }
        start
    }
}
