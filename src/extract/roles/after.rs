//! Titles behind a name: *X, deputy mayor of Beijing*; *X, President of A and B academician*.

use crate::extract::names::cut::title_end;
use crate::extract::names::shape;
use crate::lexicon::{class, list};
use crate::resolve::names::Kind;
use crate::text::flag;

use super::{Finder, RoleItem};

/// Posts of one name that are read.
const MOST: usize = 4;

impl Finder<'_, '_> {
    /// Titles behind the name that ends at `end`. `titled`: a post stands in front of it.
    pub(super) fn after(&self, end: u32, limit: u32, titled: bool) -> Vec<RoleItem> {
        let end = self.behind_position(end, limit);
        let out = match self.first_post(end, limit) {
            Some((at, joined)) => self.posts(at, limit, titled, joined),
            None => Vec::new(),
        };
        let behind = if out.is_empty() {
            self.behind_clause(end, limit)
        } else {
            end
        };
        if behind > end { self.once(behind, limit) } else { out }
    }

    /// Titles from `at` on. `joined`: the body that whoever holds them has joined.
    pub(super) fn posts(&self, mut at: u32, limit: u32, titled: bool, joined: Option<usize>) -> Vec<RoleItem> {
        let d = self.document;
        let mut out = Vec::new();
        for _ in 0..MOST {
            at = self.seated(self.opening(at, limit), limit);
            if at >= limit {
                break;
            }
            if let Some((_, body_end)) = self.starting(at) {
                let Some(role) = self.of_named(at, limit) else {
                    // *Amy Kuo, Standing Committee of the Lima Committee and | Deputy Secretary of …*: a seat there
                    let seat = out.is_empty() && at < limit && d.is(at, flag::CAPITAL);
                    let next = self.next_post(body_end, limit).filter(|next| {
                        seat && d.str(next - 1) == "and"
                            && self.is_seat(at, body_end)
                            && title_end(d, *next, limit).is_some()
                    });
                    let Some(next) = next else { break };
                    at = next;
                    continue;
                };
                at = role.title.1;
                out.push(role);
            } else if d.has(at, class::DEMONYM) && at + 1 < limit && title_end(d, at + 1, limit).is_some() {
                at += 1;
                continue;
            } else if let Some(from) = self.owned(at, limit) {
                at = from;
                continue;
            } else if d.has(at, class::ORG) {
                // *Luis Prado, General Motors and Ford*
                break;
            } else if let Some(title) = self.title_starting(at, limit) {
                let (role, next) = self.of_title(title, limit, out.is_empty() && !titled);
                at = next;
                let Some(role) = role else { break };
                out.push(role);
            } else {
                let next = self.behind_description(at, limit).filter(|_| out.is_empty());
                let Some(next) = next else { break };
                at = next;
                continue;
            }
            let Some(next) = self.next_post(at, limit) else { break };
            at = next;
        }
        let own = out.len();
        if at < limit && d.str(at) == "," && own > 0 {
            out.extend(self.once(at + 1, limit));
        }
        // titles side by side are of the same body
        let last = out
            .get(own.wrapping_sub(1))
            .map(|role: &RoleItem| (role.entity.or(joined), role.of));
        if let Some((entity, of)) = last {
            for role in &mut out[..own] {
                // *Chairman of the Board and a member of the search committee*: his own
                let whole = (role.title.0..role.title.1).any(|t| d.str(t) == "of");
                if role.entity.is_none() && role.of.is_none() && !(whole && of.is_some()) {
                    (role.entity, role.of) = (entity, of);
                }
            }
        }
        out
    }

    /// Behind where somebody stands in a picture: *Luis Prado (second from right) |, mayor of Lima*.
    fn behind_position(&self, end: u32, limit: u32) -> u32 {
        /// Tokens of the longest such note.
        const LONGEST: u32 = 7;
        let d = self.document;
        if end >= limit || d.str(end) != "(" {
            return end;
        }
        let close = (end + 1..limit.min(end + LONGEST)).find(|at| d.str(*at) == ")");
        // *Wei Fang (韋芳), chairman of Kelvar*: how it is written elsewhere, an age, a party
        let noted = |close: u32| close + 1 < limit && d.str(close + 1) == ",";
        let close = close.filter(|close| noted(*close) || (end + 1..*close).any(|at| d.is_on(at, list::PICTURE_SIDE)));
        close.map_or(end, |close| close + 1)
    }

    /// *Standing Committee of …*: a body that somebody simply sits in.
    fn is_seat(&self, start: u32, end: u32) -> bool {
        (start..end)
            .any(|at| self.document.value(at, at + 1, class::ORGHEAD).is_some() && self.document.str(at) == "Committee")
    }

    /// *Amy Kuo, Chairman, | Kelvar Devices, said …*: the body behind the comma of a post that says no body, with its end.
    pub(super) fn body_behind_comma(&self, comma: u32, limit: u32) -> Option<(usize, u32)> {
        let d = self.document;
        let at = comma + 1 + u32::from(comma + 1 < limit && d.has(comma + 1, class::DET));
        let (entity, end) = (comma < limit && d.str(comma) == ",")
            .then(|| self.starting(at))
            .flatten()?;
        if self.entities.list[entity].kind != Kind::Organisation || !d.is(at, flag::CAPITAL) {
            return None;
        }
        // *…, Kelvar, and | Lumeno*: bodies of a list
        let mut behind = end;
        while behind < limit && matches!(d.str(behind), "," | "and" | "&" | ";") {
            behind += 1;
        }
        let listed =
            behind > end && behind < limit && self.starting(behind + u32::from(d.has(behind, class::DET))).is_some();
        let closed = end >= limit
            || matches!(d.str(end), "," | "." | ";" | ":" | ")" | "–" | "—")
            || d.is(end, flag::LINE)
            || d.str(end) == "and" && self.leads_person(behind, limit);
        // *Product Manager, Display Division, | Kelvar Group*: a unit and its body
        let unit = d.str(end) == "," && d.is_on(end - 1, list::UNIT_NOUN);
        (closed && (!listed || unit)).then_some((entity, end))
    }

    /// Where the first post may start, and the body that is joined there: *Amy Kuo joined Kelvar as | chief engineer*.
    fn first_post(&self, name_end: u32, limit: u32) -> Option<(u32, Option<usize>)> {
        let d = self.document;
        // *the dismissal of Duncan Aird as chief executive*
        let name_end = self.behind_origin(name_end, limit);
        let as_at = self.serving(name_end, limit)?;
        let joined = (as_at > name_end).then(|| self.ending(as_at)).flatten();
        // *Amy Kuo is the president of Kelvar*, *has been its president since May*
        let been =
            as_at + 1 < limit && d.value(as_at, as_at + 1, class::AUX) == Some("have") && d.str(as_at + 1) == "been";
        let end = as_at + u32::from(been);
        let is = end < limit && d.value(end, end + 1, class::AUX) == Some("be");
        // *Amy Kuo became the dean of the college*
        let led = || matches!(d.str(end), "," | "(" | "–" | "—" | "as") || d.is_on(end, list::BECOMES);
        let opens = end + 1 < limit && (is || as_at > name_end || led());
        opens.then_some((end + 1, joined.map(|(body, _)| body)))
    }

    /// *Ecobank chairman*: an organisation or place before the title.
    fn of_named(&self, at: u32, limit: u32) -> Option<RoleItem> {
        let (entity, name_end) = self.starting(at)?;
        let owner = name_end < limit && self.is_owner(name_end);
        let from = name_end + u32::from(owner);
        let title = (from < limit).then(|| self.title_starting(from, limit)).flatten()?;
        // *Zhao Yongqing, Yinchuan Party Secretary Zhang Zhu*: the next one's
        let next = self.is_person(title.1) || self.leads_to_name(title.1, limit);
        // *Kelvar's director of the College of Chips*
        let d = self.document;
        let of = title.1 + 1;
        let unit = (of < limit && d.str(title.1) == "of").then(|| self.starting(of + u32::from(d.has(of, class::DET))));
        let unit = unit
            .flatten()
            .filter(|(unit, _)| self.entities.list[*unit].kind == Kind::Organisation);
        (!next).then_some(RoleItem {
            title,
            entity: Some(unit.map_or(entity, |(unit, _)| unit)),
            of: None,
        })
    }

    /// The post of that title with what it is of, and where it ends; none where it is the next one's. `first`: no post of the
    /// name stands in front of it.
    fn of_title(&self, (from, to): (u32, u32), limit: u32, first: bool) -> (Option<RoleItem>, u32) {
        /// Tokens of what a post is of.
        const LONGEST: u32 = 16;
        let d = self.document;
        // *Amy Kuo, mayor of Wuxi, and representatives of companies*
        let inner = (from..to).any(|t| d.str(t) == "of");
        if self.leads_person(to, limit)
            || self.is_plural(to - 1) && !inner
            || to < limit && d.str(to) == "and" && self.leads_to_name(to, limit)
        {
            return (None, from);
        }
        let mut role = RoleItem {
            title: (self.post(from, to), to),
            entity: None,
            of: None,
        };
        // *Amy Kuo, Chairman, Kelvar Devices,*
        if to < limit && d.str(to) == "," && d.str(from - 1) == "," {
            let body = self.body_behind_comma(to, limit);
            role.entity = body.map(|(entity, _)| entity);
            return (Some(role), body.map_or(to, |(_, end)| end));
        }
        // *Governor Ana Pell, Peruvian ambassador to Chad | Luis Prado*: the next one's
        let host = (to + 1 < limit && d.str(to) == "to")
            .then(|| self.starting(to + 1))
            .flatten();
        if host.is_some_and(|(_, end)| self.is_person(end)) {
            return (None, to);
        }
        if to + 1 >= limit || !matches!(d.str(to), "of" | "at" | "for" | "in" | "with") {
            return (Some(role), to);
        }
        let of = to + 1 + u32::from(d.has(to + 1, class::DET));
        let closes = |t: &u32| matches!(d.str(*t), "," | ")" | ";") || d.is(*t, flag::MARK) && d.str(*t) == ".";
        let stop = (of..limit).find(closes).unwrap_or(limit);
        // *and deputy head of the bureau Luo Ping*: the next one's
        if !first && ((of..stop).any(|t| self.is_person(t)) || self.is_next_told((from, stop), limit)) {
            return (None, to);
        }
        // *chairman of Lima-based chipmaker Kelvar*
        let seat = self.seated(of, stop);
        let behind = (seat > of)
            .then(|| (seat..stop).find(|t| d.is(*t, flag::CAPITAL)))
            .flatten();
        let company = behind.and_then(|at| self.starting(at));
        let company = company.filter(|(entity, _)| self.entities.list[*entity].kind == Kind::Organisation);
        let company = company.or_else(|| self.described_body(of, stop));
        let starting = company.or_else(|| self.starting(of));
        // *Chairman of China's battery alliance* is not China's
        let owner = starting.is_some_and(|(entity, end)| {
            self.entities.list[entity].kind == Kind::Place
                && end + 1 < stop
                && self.is_owner(end)
                && !d.is(end + 1, flag::CAPITAL)
        });
        if let Some((entity, name_end)) = starting.filter(|_| !owner) {
            // *Vaidya, Chief Minister of Assam Hiren Borah and …*: the next one's
            if self.is_person(name_end) {
                return (None, to);
            }
            // *governor of north China's Hebei Province*, *deputy head of Peru's Ministry of Commerce*: what is meant
            let owns = name_end + 1 < stop && self.is_owner(name_end);
            let inner = owns.then(|| self.starting(name_end + 1)).flatten();
            // *head of Kelvar's Lima office*: no post of the city
            let is_place = |entity: usize| self.entities.list[entity].kind == Kind::Place;
            let inner = inner.filter(|(inner, _)| is_place(entity) || !is_place(*inner));
            let (entity, name_end) = inner.unwrap_or((entity, name_end));
            role.entity = Some(entity);
            return (Some(role), name_end);
        }
        if let Some((entity, name_end)) = self.behind_owner(of, stop).or_else(|| self.unit_of(of, stop)) {
            role.entity = Some(entity);
            return (Some(role), name_end);
        }
        // *president for the past four years*
        let time = |t: u32| d.classes(t) & (1 << class::TIMEUNIT | 1 << class::TIMEUNITPL) != 0;
        // *CFO in January 2009*
        let dated = d.str(of) == "time" || d.has(of, class::MONTH) || d.is(of, flag::NUMBER) && d.token(of).len == 4;
        let long = matches!(d.str(to), "for" | "in" | "at") && (dated || (of..stop.min(of + 4)).any(time));
        if stop > of && stop - of <= LONGEST && !long {
            let stop = self.fields_end((from, to), of, stop, limit);
            let cut = (of + 1..stop).find(|t| self.goes_on(*t)).unwrap_or(stop);
            // *deputy secretary of the party committee | and acting head of the district*: the next post
            let post = |at: u32| self.title_starting(at, cut).map(|(_, to)| to);
            let ends = |to: u32| !self.is_plural(to - 1) && (to == cut || matches!(d.str(to), "of" | "at" | "for"));
            let next = |t: &u32| d.str(*t) == "and" && post(*t + 1).is_some_and(ends);
            let small = |t: &u32| !d.is(*t, flag::CAPITAL);
            let next = (of + 1..cut).take_while(small).find(next);
            role.of = Some((of, next.unwrap_or(cut)));
            return (Some(role), next.unwrap_or(stop));
        }
        (Some(role), stop)
    }

    /// *Luis Prado, chairman of Kelvar, and | the president of Lumeno, Amy Kuo, met*: the post from `from` on, whose phrase ends
    /// at `comma`, is of whoever is named between the commas behind it.
    fn is_next_told(&self, (from, comma): (u32, u32), limit: u32) -> bool {
        let d = self.document;
        let opens = d.has(from - 1, class::DET) && d.str(from - 2) == "and" && d.str(from - 3) == ",";
        let name = || {
            self.names
                .candidates
                .starting(comma + 1)
                .filter(|_| self.is_person(comma + 1))
        };
        opens
            && comma + 2 < limit
            && d.str(comma) == ","
            && name().is_some_and(|name| matches!(d.str(self.names.candidates.list[name].end), "," | "."))
    }

    /// *Minister of Trade, Industry and Energy*: the end of all the fields of a minister, of which the first ends at `stop`.
    fn fields_end(&self, (from, to): (u32, u32), of: u32, stop: u32, limit: u32) -> u32 {
        let d = self.document;
        let minister = [from, to - 1]
            .into_iter()
            .any(|at| d.value(at, to, class::TITLE) == Some("minister"));
        let field = |at: u32| d.is(at, flag::CAPITAL) && shape::is_noun(d, at) && !d.has(at, class::TITLE);
        let mut end = stop;
        while minister && end + 1 < limit && d.str(end) == "," && field(end - 1) && field(end + 1) && end > of {
            end += 2;
        }
        let joined = end > stop && end + 1 < limit && d.str(end) == "and" && field(end + 1);
        if joined { end + 2 } else { stop }
    }

    /// *President, CEO, and Chairman of Altera*: where the next post of the list starts.
    fn next_post(&self, at: u32, limit: u32) -> Option<u32> {
        let d = self.document;
        let comma = at < limit && d.str(at) == ",";
        let and = at + u32::from(comma);
        if and < limit && matches!(d.str(and), "and" | "&") {
            return Some(and + 1);
        }
        (comma && title_end(d, and, limit).is_some() && self.starting(and).is_none()).then_some(and)
    }
}
