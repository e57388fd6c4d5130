//! Where a run of capitals ends: small words, points, hyphens and marks that stand inside names carry it on.

use super::super::inside;
use super::super::shape::{self, is_function, is_initial, is_name_word};
use super::{abbreviated_place, is_calendar, is_price};
use crate::lexicon::format::form;
use crate::lexicon::{class, list};
use crate::text::{Document, Sentence, Token, flag};

/// The end of the run that starts at `start`, with small words and marks that stand inside names.
pub(super) fn of_run(document: &Document<'_>, start: u32, sentence: &Sentence) -> u32 {
    let run = Growing {
        document,
        sentence,
        start,
        limit: sentence.end,
    };
    let mut end = start + 1;
    while let Some(next) = run.step(end) {
        end = next;
    }
    // *Lima-Callao | Co-operation for Growth*: no legal form
    let half = end > start + 1 && end + 1 < run.limit && document.str(end - 1) == "Co" && document.str(end) == "-";
    if half && document.is(end, flag::GLUED) && document.is(end + 1, flag::GLUED) {
        end -= 1;
    }
    end
}

/// A run that is being read. Each step asks about the token at `end`, the first one that is not yet in it, and gives the new
/// end, or nothing where the run ends.
struct Growing<'t, 'a> {
    document: &'t Document<'a>,
    sentence: &'t Sentence,
    start: u32,
    limit: u32,
}

impl Growing<'_, '_> {
    fn step(&self, end: u32) -> Option<u32> {
        let document = self.document;
        if end >= self.limit {
            return None;
        }
        let token = document.token(end);
        let apart = if token.is(flag::LINE) {
            line_breaks(document, end)
        } else {
            is_field(document, end)
        };
        if apart || token.is(flag::NUMBER) && !token.is(flag::WORD) {
            return None;
        }
        if token.is(flag::WORD) {
            return if token.is(flag::CAPITAL) {
                self.capital(token, end)
            } else {
                self.small(token, end)
            };
        }
        match document.str(end) {
            "." if token.is(flag::GLUED) => self.point(end),
            "-" | "–" | "‑" if token.is(flag::GLUED) => self.hyphen(end),
            "&" => (end + 1 < self.limit && is_name_word(document, end + 1)).then_some(end + 1),
            _ => None,
        }
    }

    /// A word with a capital goes on, unless it is no part of a name.
    fn capital(&self, token: &Token, end: u32) -> Option<u32> {
        let (document, limit) = (self.document, self.limit);
        let glued = token.is(flag::GLUED) && !matches!(document.str(end - 1), "-" | "." | "&");
        // *Thomson Reuters I/B/E/S*: no initial
        let slash = || token.len == 1 && document.str(end + 1) == "/" && document.is(end + 1, flag::GLUED);
        // *AUSTIN, Texas A man was seen*: an article, no initial
        let article = || {
            token.len == 1
                && document.has(end, class::DET)
                && document.is(end + 1, flag::WORD)
                && !document.is(end + 1, flag::CAPITAL | flag::GLUED)
        };
        // *fined Kofi Mensah RM10,000*
        if glued || slash() || article() || is_price(document, end, limit) {
            return None;
        }
        // *Han So-yeon*
        let syllable = document.has(end - 1, class::SURNAMEKO) && hyphenated_syllable(document, end, limit);
        let function = is_function(document, end)
            && !token.is(flag::UPPER)
            && token.len > 1
            && !syllable
            && !inside::is_given_name(document, end)
            && !inside::is_middle_name(document, end, limit)
            && !inside::is_compound(document, end, limit);
        let stops =
            function || is_calendar(document, end, self.sentence) || abbreviated_place(document, end, limit).is_some();
        (!stops).then_some(end + 1)
    }

    fn small(&self, token: &Token, end: u32) -> Option<u32> {
        let (document, start, limit) = (self.document, self.start, self.limit);
        // *Wuxi High tech Zone*
        if let Some(head) = document.phrase(end - 1)
            && head.classes & (1 << class::PLACEHEAD) != 0
            && (end + 1..=limit).contains(&head.end)
            && document.is(head.end - 1, flag::CAPITAL)
            && end > start + 1
        {
            return Some(head.end);
        }
        // *Liu xiaoping*, *Anne d'Ornano*
        let elided = |word: &str| word.starts_with('d') && shape::is_elided(word);
        if inside::is_small_given(document, start, end)
            || token.is(flag::MIXED) && document.is(end - 1, flag::CAPITAL) && elided(document.str(end))
        {
            return Some(end + 1);
        }
        // *KL norvane Inc.*: a word that no list knows between capitals and a legal form
        let brand = end == start + 1
            && document.is(start, flag::UPPER)
            && !token.is(flag::GLUED)
            && document.info(end).pos == 0
            && document.classes(end) == 0
            && end + 1 < limit
            && document.has(end + 1, class::LEGALFORM)
            && document.is(end + 1, flag::CAPITAL);
        if brand {
            return Some(end + 2);
        }
        if self.is_small_brand(token, end) {
            return Some(end + 1);
        }
        // *bin Laden*, *de la Cruz*
        let mut small = end;
        while small < limit
            && small < end + 3
            && document.has(small, class::NAMEPARTICLE)
            && !document.is(small, flag::CAPITAL)
        {
            small += 1;
        }
        // *Omar al-Bashir*
        if small == end + 1
            && small < limit
            && matches!(document.str(small), "-" | "‑")
            && document.is(small, flag::GLUED)
            && document.is(small + 1, flag::GLUED)
        {
            small += 1;
        }
        let goes_on = small > end && small < limit && is_name_word(document, small) && !document.is(small, flag::LINE);
        goes_on.then_some(small + 1)
    }

    /// *SK hynix*, *LX norvan's*: two or three letters that are nobody's own and a word that no list knows, in front of a verb or an
    /// owner's mark.
    fn is_small_brand(&self, token: &Token, end: u32) -> bool {
        /// Letters of the first word at most, and of the second at least.
        const LETTERS: u16 = 3;
        const WORD: u16 = 5;
        const OTHER: u128 = 1 << class::PLACE | 1 << class::DEMONYM | 1 << class::ACRONYMSTOP | 1 << class::UNIT;
        let (document, start) = (self.document, self.start);
        let known = |from: u32| document.class_end(from, class::ORG) == Some(end + 1);
        let letters = end == start + 1
            && document.is(start, flag::UPPER)
            && !document.is(start, flag::DOTTED)
            && document.token(start).len <= LETTERS
            && !token.is(flag::GLUED | flag::LINE);
        if !letters || known(start) {
            return letters;
        }
        let unknown = token.len >= WORD
            && document.info(end).pos == 0
            && document.classes(end) == 0
            && !document.str(end).ends_with('s')
            && document.classes(start) & OTHER == 0;
        let told = || {
            let next = end + 1;
            next < self.limit
                && (matches!(document.str(next), "'s" | "’s")
                    || document.info(next).form & (form::PAST | form::THIRD) != 0
                    || document.classes(next) & (1 << class::AUX | 1 << class::MODAL) != 0)
        };
        unknown && told()
    }

    /// A point after an initial or a shortened form of address.
    fn point(&self, end: u32) -> Option<u32> {
        let document = self.document;
        // *KelvarData.com*: a site by its address
        let domain = end + 1 < self.limit
            && end == self.start + 1
            && document.token(end - 1).len > 2
            && document.is(end + 1, flag::GLUED)
            && !document.is(end + 1, flag::CAPITAL)
            && document.is_on(end + 1, list::DOMAIN);
        if domain {
            return Some(end + 2);
        }
        let short = is_initial(document, end - 1)
            || document.has(end - 1, class::HONORIFIC)
            || document.has(end - 1, class::ABBREV)
            || document.has(end - 1, class::NAMESUFFIX);
        // *L.Oyun-Erdene*: glued only behind an initial
        let glued =
            document.is(end + 1, flag::GLUED) && !(is_initial(document, end - 1) && document.token(end + 1).len > 2);
        (short && end + 1 < self.limit && is_name_word(document, end + 1) && !glued).then_some(end + 1)
    }

    /// Names in two halves: *Jean-Luc*, *Hi-tech Zone*, *Moon Jae-in*, but not *China-based*.
    fn hyphen(&self, end: u32) -> Option<u32> {
        let (document, start, limit) = (self.document, self.start, self.limit);
        let next = end + 1;
        if next >= limit || !document.is(next, flag::GLUED) || !document.is(next, flag::WORD) {
            return None;
        }
        if is_name_word(document, next) {
            return Some(end + 2);
        }
        // *Wuxi National Hi-tech district*
        let zone = document
            .class_end(end - 1, class::PLACENOUN)
            .filter(|zone| *zone > next && *zone <= limit && end > start + 1);
        if let Some(zone) = zone
            && document.value(end - 1, zone, class::PLACENOUN) == Some("zone")
        {
            return Some(zone);
        }
        // *Sher-e-Bangla*, *Fort-de-France*
        if inside::is_hyphenated(document, end, limit) {
            return Some(end + 4);
        }
        let other = || is_function(document, next) || document.token(next).len <= 1;
        let goes_on = self.is_korean(end) || (self.is_compound(end) || self.is_second_half(end)) && !other();
        goes_on.then_some(end + 2)
    }

    /// A second syllable behind a family name, whatever it means elsewhere.
    fn is_korean(&self, end: u32) -> bool {
        let document = self.document;
        let behind = end >= self.start + 2;
        // *Moon Jae-in*, *Yeung Kin-man*
        let right_behind = || {
            (document.has(end - 2, class::SURNAMEZH) || document.has(end - 2, class::SURNAMEKO))
                && (2..=5).contains(&document.token(end + 1).len)
                && document.token(end - 1).len <= 6
                && !document.has(end - 1, class::TITLE)
        };
        // *Chey Tae-won*: both syllables are Korean, and a family name that no list has stands in front
        let both = || document.has(end - 1, class::SYLLABLEKO) && document.has(end + 1, class::SYLLABLEKO);
        // *Hong Kong-based Kelvar*: a place, and where the company is
        let place = || document.class_end(end - 2, class::PLACE) == Some(end);
        behind && !place() && (right_behind() || both())
    }

    /// *High-tech Development Zone*, *High-end Equipment Park*
    fn is_compound(&self, end: u32) -> bool {
        let document = self.document;
        // *Lima Pan-asian Chip Park*: behind a place it is no other one
        let placed = end > self.start + 1 && document.class_end(self.start, class::PLACE) == Some(end - 1);
        (document.info(end + 1).verb == 0 || document.is_on(end + 1, list::GRADE))
            && end + 2 < self.limit
            && is_name_word(document, end + 2)
            && !document.is(end + 2, flag::GLUED)
            && (placed || !document.has(end - 1, class::PLACE))
            && !document.has(end - 1, class::ORG)
    }

    /// The small word behind the hyphen is the second half of a name.
    fn is_second_half(&self, end: u32) -> bool {
        let (document, start) = (self.document, self.start);
        // *Myung-bak* goes on, *China-based* does not
        let info = document.info(end + 1);
        let syllable = || document.has(end + 1, class::SYLLABLEKO) || document.has(end + 1, class::SYLLABLEZH);
        // *Chan Kam-wing*: a short second syllable of a given name behind a name
        let given = || {
            end >= start + 2
                && (document.has(start, class::SURNAMEZH) || document.has(start + 1, class::SURNAMEZH))
                && info.verb == 0
                && document.token(end + 1).len <= 6
                && document.token(end - 1).len <= 6
        };
        inside::is_owned(document, start, end)
            || inside::is_verbal(document, start, end, self.limit)
            || info.pos == 0
            || given()
            || info.common < 4 && syllable()
    }
}

/// *Editor: Li Ming   Source: Wuxi Daily*: the space in front of the token parts fields of one line. A thin space or two that
/// do not break, whatever their bytes, part nothing.
fn is_field(document: &Document<'_>, at: u32) -> bool {
    /// Spaces between what stands in one line without belonging together, and the one that is as wide as a sign of Chinese.
    const GAP: usize = 3;
    const WIDE: char = '\u{3000}';
    let (before, token) = (document.token(at - 1), document.token(at));
    let bytes = (token.start - before.end()) as usize;
    if bytes < GAP {
        return false;
    }
    let both = document.slice(at - 1, at + 1);
    let space = &both[usize::from(before.len)..usize::from(before.len) + bytes];
    space.chars().count() >= GAP || space.contains(WIDE)
}

/// A hyphen and a second syllable in small letters are glued to the token: *So-yeon*.
fn hyphenated_syllable(document: &Document<'_>, at: u32, limit: u32) -> bool {
    at + 2 < limit
        && matches!(document.str(at + 1), "-" | "‑")
        && document.is(at + 1, flag::GLUED)
        && document.is(at + 2, flag::GLUED)
        && document.has(at + 2, class::SYLLABLEKO)
}

/// A line end inside a sentence cuts a run unless the text is wrapped there; two short lines are two names.
fn line_breaks(document: &Document<'_>, at: u32) -> bool {
    let token = document.token(at);
    let before = document.token(at - 1);
    document.text.as_bytes()[before.end() as usize..token.start as usize]
        .iter()
        .filter(|b| **b == b'\n')
        .count()
        > 1
}
