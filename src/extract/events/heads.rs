//! Who is meant by a noun phrase: the names that are its head, not those that a preposition or a noun governs.

use crate::extract::names::cut::title_end;
use crate::extract::names::shape::is_noun;
use crate::lexicon::class;
use crate::lexicon::format::{form, pos};
use crate::resolve::names::Kind;
use crate::text::{Document, flag};

use super::clause::{Hit, Scene};
use super::tables as t;

/// *east*, *southern*, with a capital or without.
fn is_direction(d: &Document<'_>, at: u32) -> bool {
    d.lexicon.set(d.info(at).set_capital) & (1 << class::DIRECTION) != 0
}

/// *Kelvar Corp. (KCC)*: the hit stands in brackets right behind another name of the same.
pub(super) fn is_short_form(d: &Document<'_>, hits: &[Hit], hit: &Hit) -> bool {
    let open = hit.start.checked_sub(1).filter(|open| d.str(*open) == "(");
    open.is_some_and(|open| hits.iter().any(|h| h.end == open && h.entity == hit.entity))
}

/// The name stands in brackets that open behind `start`.
fn is_bracketed(d: &Document<'_>, start: u32, hit: &Hit) -> bool {
    /// Tokens from the bracket to the name.
    const NEAR: u32 = 4;
    let before = hit.start.saturating_sub(NEAR).max(start)..hit.start;
    let open = before.rev().find(|at| matches!(d.str(*at), "(" | ")"));
    open.is_some_and(|at| d.str(at) == "(")
}

impl Scene<'_, '_> {
    /// The entities of a noun phrase: without those behind prepositions and those that a title belongs to.
    pub fn heads(&self, start: u32, end: u32) -> Vec<Hit> {
        let hits = self.entities_in(start, end);
        if hits.is_empty() {
            return hits;
        }
        // the hit in front, where a preposition governs it
        let mut governed: Option<Hit> = None;
        let mut keep = Vec::with_capacity(hits.len());
        for hit in &hits {
            let in_front = governed.take();
            let before = self.phrase_start(&hits, hit, start);
            if hit.kind == Kind::Place {
                // *The Lindo Chip Expo (IC China 2024) opened*
                if is_bracketed(self.document, start, hit) {
                    continue;
                }
                // *Peru's government*, *the Xinwu District government*: the place acts
                let ruled = hit.end + u32::from(self.is_owner(hit));
                if hit.end < end && self.is_government(ruled, end) {
                    keep.push(*hit);
                    continue;
                }
                if self.is_origin(before) {
                    governed = Some(*hit);
                    continue;
                }
            }
            if self.is_attribute(hit, end) {
                // *in Lanzhou, northwest China's Gansu Province*: the list goes on behind the owner
                governed = in_front.filter(|_| self.is_owner(hit));
            } else if self.is_governed(hit, before, (start, end)) {
                // *President of the Institute Zhou Zixue*: the person behind the body is the head
                let d = self.document;
                let post = d.str(before - 1) == "of" && d.has(before.saturating_sub(2), class::TITLE);
                governed = Some(*hit).filter(|_| !post);
            } else if in_front.is_some_and(|front| self.goes_on(front, hit, before, end)) {
                // *sales to Peru, Chile and Kelvar*
                governed = Some(*hit);
            } else {
                keep.push(*hit);
            }
        }
        self.foremost(keep, end)
    }

    /// Where the noun phrase starts that ends in the name: its articles, honorifics, owners.
    fn phrase_start(&self, hits: &[Hit], hit: &Hit, start: u32) -> u32 {
        let d = self.document;
        let mut before = hit.start;
        while before > start {
            let last = before - 1;
            let small = d.has(last, class::DET)
                || d.has(last, class::HONORIFIC)
                // *of chipmaker Kelvar*
                || d.has(last, class::ORGNOUN) && !d.is(last, flag::CAPITAL)
                || is_direction(d, last)
                || d.str(last) == ".";
            // *in east China's Anhui Province*
            let owner = matches!(d.str(last), "'s" | "’s")
                .then(|| hits.iter().find(|h| h.end == last))
                .flatten();
            match owner {
                Some(owner) => before = owner.start,
                None if small => before = last,
                None => break,
            }
        }
        // *of South Korean memory giant Kelvar*
        if before < hit.start && d.has(before, class::ORGNOUN) {
            let kind = |at: &u32| {
                d.has(*at, class::DEMONYM)
                    || !d.is(*at, flag::CAPITAL)
                        && !d.has(*at, class::PREP)
                        && d.info(*at).pos & (pos::NOUN | pos::ADJECTIVE) != 0
            };
            let first = (start..before).rev().take_while(kind).last().unwrap_or(before);
            // *workers at phone maker Kelvar*
            if first > start && matches!(d.str(first - 1), "of" | "at") {
                return first;
            }
        }
        before
    }

    /// The place's or body's people are meant: *Shaoxing’s industry*.
    fn is_owner(&self, hit: &Hit) -> bool {
        matches!(self.str(hit.end), "'s" | "’s")
    }

    /// *Kelvar's board approved*, *Kelvar's board of directors*: the body acts by it.
    fn is_of_board(&self, hit: &Hit, end: u32) -> bool {
        let (d, board) = (self.document, hit.end + 1);
        hit.kind == Kind::Organisation
            && board < end
            && d.value(board, board + 1, class::DEFINITE) == Some("organisation voice")
            && (board + 1 >= end || d.str(board + 1) == "of")
    }

    /// The name only tells of what stands behind it: *Shaoxing’s industry*, *Academy academician X*.
    fn is_attribute(&self, hit: &Hit, end: u32) -> bool {
        let d = self.document;
        let called = |kinds: &str| {
            d.value(hit.end, hit.end + 1, class::DEFINITE)
                .is_some_and(|kind| kind.starts_with(kinds))
        };
        // *the New York-based company*
        let based = self.is_seat(hit) || hit.kind == Kind::Place && hit.end < end && called("organisation");
        let titled = || hit.kind != Kind::Person && title_end(d, hit.end, end).is_some();
        // *Lindo district*, *Lindo special area*: the last of the generic words
        let generic = || {
            let phrase = d.class_end(hit.end, class::PLACENOUN).map(|end| end - 1);
            phrase.or_else(|| d.has(hit.end, class::PLACEHEAD).then_some(hit.end))
        };
        let noun = || {
            hit.kind != Kind::Person
                && d.get(hit.end).is_some_and(|t| t.is(flag::WORD) && !t.is(flag::CAPITAL))
                && hit.end < end
                && is_noun(d, hit.end)
                && !(hit.kind == Kind::Place && generic().is_some_and(|last| !self.is_modifier(last, end)))
                && !d.has(hit.end, class::CONJ)
                && d.info(hit.end).pos & pos::ADVERB == 0
                && !d.has(hit.end, class::PREP)
                // *Xinhua news agency*, *the IG Metall union*, but *the Kelvar unit*
                && d.value(hit.end, hit.end + 2, class::ORGNOUN) != Some("media")
                && !(hit.kind == Kind::Organisation
                    && d.value(hit.end, hit.end + 1, class::DEFINITE) == Some("organisation named"))
                // *the Kelvar board of directors approved*, but *Kelvar board member Li Ming*
                && !(hit.kind == Kind::Organisation
                    && d.value(hit.end, hit.end + 1, class::DEFINITE) == Some("organisation voice")
                    && (hit.end + 1 >= end || d.str(hit.end + 1) == "of"))
        };
        // *STAR-listed Kelvar*, *Moscow-backed troops*
        let tied = || {
            self.str(hit.end) == "-"
                && d.is(hit.end, flag::GLUED)
                && hit.end + 1 < d.len()
                && d.info(hit.end + 1).form & form::PARTICIPLE != 0
        };
        // *the eastern China city of Wuxi*
        let around = || hit.kind == Kind::Place && self.inner_place(hit).is_some_and(|place| place.end <= end);
        self.is_owner(hit) && !self.is_of_board(hit, end) || based || titled() || noun() || tied() || around()
    }

    /// A preposition stands in front of the noun phrase that starts at `before`, and the name is no head for all that.
    fn is_governed(&self, hit: &Hit, before: u32, (start, end): (u32, u32)) -> bool {
        let d = self.document;
        // *lines linking Wuxi with other cities*, *a road connecting Lima and Cusco*: no head
        let apart = self.document.has(before, class::ORGNOUN);
        if before > start + 1 && !apart && self.is_linked(before - 1) {
            return true;
        }
        // *an engineer at the country's largest chipmaker, Kelvar*
        if hit.kind == Kind::Organisation
            && before > start + 2
            && d.str(before - 1) == ","
            && self.is_named_firm(before - 2, start)
        {
            return true;
        }
        // *battery start-up Kelvar*: no preposition
        let glued = before > start + 1 && d.is(before - 1, flag::GLUED) && d.str(before - 2) == "-";
        if before <= start || glued || !d.has(before - 1, class::PREP) {
            return false;
        }
        // *its trade with Peru*: nobody who does it
        const MEASURED: t::Groups = t::group("metric");
        if before > start + 1
            && d.str(before - 1) == "with"
            && !d.is(before - 2, flag::CAPITAL)
            && self.noun_groups(before - 2, before - 1) & MEASURED != 0
        {
            return true;
        }
        let of = before > start + 1 && d.str(before - 1) == "of";
        // *bought 70 percent of Kelvar*
        let share = of && hit.kind == Kind::Organisation && d.has(before - 2, class::PERCENT);
        let example = d.str(before - 1) == "as" && before > start + 1 && d.str(before - 2) == "such";
        let meant = || of && hit.kind == Kind::Place && self.is_meant(hit, before - 2, (start, end));
        !(share || example || matches!(d.str(before - 1), "between" | "with" | "including") || meant())
    }

    /// *at the country's largest chipmaker*: the noun at `noun` tells what firm it is whose name stands behind the comma, and a
    /// preposition governs it.
    fn is_named_firm(&self, noun: u32, start: u32) -> bool {
        /// Tokens from the article to the noun.
        const LONGEST: u32 = 8;
        let d = self.document;
        let firm = d.has(noun, class::ORGNOUN) && !d.is(noun, flag::CAPITAL);
        let mut front = (noun.saturating_sub(LONGEST).max(start + 1)..noun).rev();
        let the = firm.then(|| front.find(|at| d.has(*at, class::DET))).flatten();
        the.is_some_and(|the| {
            let preposition = d.has(the - 1, class::PREP) && !matches!(d.str(the - 1), "with" | "by");
            preposition && (the..noun).all(|at| !d.has(at, class::PREP) && d.str(at) != ",")
        })
    }

    /// The participle at `at` stands behind its noun and says what it joins: *lines linking*.
    fn is_linked(&self, at: u32) -> bool {
        let d = self.document;
        let noun = at > 0 && d.is(at - 1, flag::WORD) && d.info(at - 1).pos & (pos::NOUN | pos::PLURAL) != 0;
        // *a lawyer representing Kelvar* speaks for it
        let gerund = d.info(at).form & form::GERUND != 0 && d.str(at).ends_with("ing") && d.str(at) != "representing";
        gerund && noun && !d.is(at, flag::CAPITAL) && !d.has(at, class::PREP) && !d.has(at - 1, class::AUX)
    }

    /// The place behind *of* acts, as the noun at `noun` says: *the government of Xishan District*.
    fn is_meant(&self, hit: &Hit, noun: u32, (start, end): (u32, u32)) -> bool {
        let d = self.document;
        // *the presidents of China and Peru*: the countries act
        let rulers = d.has(noun, class::TITLE) && d.info(noun).pos & pos::PLURAL != 0;
        // *the southwestern city of Wuxi*
        let city = || {
            let mut first = noun;
            // *the port city of Callao*, *the German city of Jena*
            let compound =
                |x: u32| x + 1 == noun && d.info(x).pos & pos::NOUN != 0 && !d.is(x, flag::CAPITAL | flag::VERB);
            let inner = |x: u32| {
                d.has(x, class::DET)
                    || d.has(x, class::DEMONYM)
                    || is_direction(d, x)
                    || d.info(x).pos & pos::ADJECTIVE != 0
                    || compound(x)
            };
            while first > start && inner(first - 1) && !d.has(first - 1, class::PREP) {
                first -= 1;
            }
            // *the eastern China city of Wuxi*
            let around = |at: u32| {
                let name = self
                    .names
                    .candidates
                    .ending(at)
                    .map(|c| self.names.candidates.list[c].start);
                name.filter(|name| *name >= start && self.hits_in(*name, at).any(|h| self.inner_place(&h).is_some()))
            };
            if let Some(name) = around(first) {
                first = name;
                while first > start && inner(first - 1) && !d.has(first - 1, class::PREP) {
                    first -= 1;
                }
            }
            let owner = first > start && matches!(d.str(first - 1), "'s" | "’s");
            // *Suzhou and the German city of Jena*
            let and = first > start + 1 && d.str(first - 1) == "and";
            let joined = and && self.names.candidates.ending(first - 1).is_some();
            let whole = hit.end + 1 >= end || d.str(hit.end) == ",";
            d.has(noun, class::PLACENOUN) && (first == start || owner || joined) && whole
        };
        city() || rulers || self.groups(noun, noun + 1) & const { t::group("ruler") } != 0
    }

    /// Of the heads those that outrank the others: people, then bodies, then places.
    fn foremost(&self, keep: Vec<Hit>, end: u32) -> Vec<Hit> {
        let d = self.document;
        // an apposition's members: *X, president of Y and Z, …* are dropped by their prepositions; persons outrank
        // but *X, president of Y, and Z have signed*
        if let Some(first) = keep.iter().find(|h| h.kind == Kind::Person).copied() {
            let joined = |h: &Hit| {
                let and = h.start.saturating_sub(1);
                let apposed = || {
                    let commas = (first.end..and).filter(|at| d.str(*at) == ",");
                    commas.count() == 2 && self.str(first.end) == "," && self.str(and - 1) == ","
                };
                h.end == end && self.str(and) == "and" && (and == first.end || apposed())
            };
            let kept = keep.into_iter().filter(|h| h.kind == Kind::Person || joined(h));
            return kept.collect();
        }
        // *Shihe District, Xinyang City, Henan*: the first is meant
        let keep = self.without_containers(keep);
        if !keep.iter().any(|h| h.kind == Kind::Organisation) {
            return keep;
        }
        let acting: Vec<usize> = keep
            .iter()
            .filter(|h| self.is_beside_body(h, &keep, end))
            .map(|h| h.entity)
            .collect();
        let acts =
            |h: &Hit| h.kind == Kind::Place && (self.is_government(h.end + 1, end) || acting.contains(&h.entity));
        keep.into_iter()
            .filter(|h| h.kind == Kind::Organisation || acts(h))
            .collect()
    }

    /// *Peru's government and Kelvar signed*, *Shihe District and Kelvar signed*, *Lima City Government and Shihe District
    /// signed*.
    fn is_beside_body(&self, hit: &Hit, all: &[Hit], end: u32) -> bool {
        let body = |n: &&Hit| n.kind == Kind::Organisation;
        let behind = || {
            let and = hit.start - u32::from(hit.start > 0 && self.document.has(hit.start - 1, class::DET));
            let front = and.checked_sub(1).filter(|at| self.str(*at) == "and");
            let front = front.and_then(|at| all.iter().find(|n| n.end == at));
            hit.end == end && front.filter(body).is_some()
        };
        let in_front = || {
            let and = (hit.end..hit.end + 2).find(|at| self.str(*at) == "and");
            and.is_some_and(|at| all.iter().filter(body).any(|n| (at + 1..at + 3).contains(&n.start)))
        };
        hit.kind == Kind::Place && behind() || in_front()
    }

    /// Without the places that only say where the one in front of them lies: *Shihe District, Xinyang City, Henan*, but not
    /// *Peru, Chile and Bolivia*. The first takes the stretch of them all.
    fn without_containers(&self, hits: Vec<Hit>) -> Vec<Hit> {
        let place = |hit: &Hit| hit.kind == Kind::Place;
        let follows = |front: &Hit, hit: &Hit| self.str(front.end) == "," && hit.start == front.end + 1;
        let contained = |pair: &[Hit]| place(&pair[0]) && place(&pair[1]) && follows(&pair[0], &pair[1]);
        let district = |hit: &Hit| self.document.has(hit.end - 1, class::PLACEHEAD);
        // *Kyoto Prefecture, Osaka*: no wider one
        let wider = |pair: &[Hit]| {
            let grains = self.grain(pair[0].entity).zip(self.grain(pair[1].entity));
            grains.is_none_or(|(inner, outer)| outer < inner)
        };
        let first = hits
            .windows(2)
            .any(|pair| contained(pair) && district(&pair[0]) && wider(pair));
        if !first {
            return hits;
        }
        let mut kept: Vec<Hit> = Vec::new();
        for hit in hits {
            match kept.last_mut() {
                Some(last) if place(last) && place(&hit) && follows(last, &hit) => last.end = hit.end,
                _ => kept.push(hit),
            }
        }
        kept
    }

    /// *guests from 20 countries, such as Peru and Chile*: the examples that start at the token are where the guests come from.
    fn is_origin(&self, example: u32) -> bool {
        /// Tokens of the phrase *from 20 countries and regions*.
        const LONGEST: u32 = 6;
        let d = self.document;
        let Some(before) = example.checked_sub(1) else {
            return false;
        };
        let opens = match d.str(before) {
            "as" if before > 0 && d.str(before - 1) == "such" => before - 1,
            "including" => before,
            _ => return false,
        };
        let noun = opens - u32::from(opens > 0 && d.str(opens - 1) == ",");
        (noun.saturating_sub(LONGEST)..noun).any(|at| matches!(d.str(at), "from" | "across"))
    }

    /// *government*, *interim government*: the first noun of the stretch that has none behind it rules.
    pub(super) fn is_government(&self, start: u32, end: u32) -> bool {
        self.government_end(start, end).is_some()
    }

    /// The token behind such a noun.
    pub(super) fn government_end(&self, start: u32, end: u32) -> Option<u32> {
        /// Tokens of adjectives in front of it.
        const FAR: u32 = 2;
        let d = self.document;
        let noun = (start..(start + FAR + 1).min(end))
            .take_while(|at| d.is(*at, flag::WORD) && !d.has(*at, class::PREP))
            .find(|at| {
                // *the zone's management committee*
                let committee = d.str(*at) == "committee"
                    && *at > start
                    && matches!(d.str(at - 1), "management" | "administrative");
                let noun = matches!(d.str(*at), "government" | "cabinet" | "administration" | "authorities");
                // *government-managed associations*
                (noun || committee) && !matches!(self.str(at + 1), "-" | "'s" | "’s")
            });
        noun.map(|at| at + 1)
    }

    /// *Darwin city council member*: the noun of a place at `at` and nouns behind it that do not rule.
    fn is_modifier(&self, at: u32, end: u32) -> bool {
        let d = self.document;
        let noun = |x: u32| x < end && d.is(x, flag::WORD) && !d.is(x, flag::CAPITAL) && is_noun(d, x);
        let plain = |x: u32| noun(x) && !d.has(x, class::PREP) && !d.has(x, class::CONJ);
        let last = (at + 1..end).take_while(|x| plain(*x)).last();
        last.is_some_and(|x| {
            let person = d.has(x, class::TITLE) || d.has(x, class::PERSONNOUN);
            person && self.groups(x, x + 1) & const { t::group("ruler") } == 0
        })
    }

    /// The name is a member of the list that `front` is one of. `before` is where its noun phrase starts, `end` where the
    /// list may end.
    fn goes_on(&self, front: Hit, hit: &Hit, before: u32, end: u32) -> bool {
        let d = self.document;
        if (front.kind == Kind::Person) != (hit.kind == Kind::Person) || before <= front.end || before > front.end + 2 {
            return false;
        }
        let and = |at: u32| matches!(d.str(at), "and" | "or" | "&");
        let comma = d.str(front.end) == ",";
        if before == front.end + 2 {
            return comma && and(front.end + 1);
        }
        // *in Jiashan, Zhejiang*, *to Peru, Chile and Kelvar*, not *in Wuxi, Kelvar signed*
        and(front.end) || comma && front.kind == hit.kind && (hit.kind == Kind::Place || (hit.end..end).any(and))
    }
}
