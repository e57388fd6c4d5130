//! Runs of capitals: the raw material of names, cut at titles, nationalities and where an organisation's name ends
//! and a person's begins.

use super::cut::{push, split};
use super::inside;
use super::roads;
use super::shape::{self, is_function, is_initial, is_name_word, is_pinyin_given};
use crate::lexicon::{class, list};
use crate::text::{Document, Sentence, flag};

/// A run, tokens `start..end`, without titles and forms of address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    pub start: u32,
    pub end: u32,
    /// First word of its sentence, where every word has a capital.
    pub opens: bool,
}

/// Finds the runs of a sentence.
pub fn find(document: &Document<'_>, sentence: &Sentence, out: &mut Vec<Run>) {
    let mut at = sentence.start;
    let mut shouted: Option<bool> = None;
    while at < sentence.end {
        let token = document.token(at);
        // most tokens are small words
        if !token.is(flag::CAPITAL | flag::MIXED | flag::NUMBER) && token.len != 2 {
            at += 1;
            continue;
        }
        // *Latest News*, *Related Articles*: the words of the furniture itself name nobody
        if token.is(flag::FURNITURE)
            && (token.is(flag::LINE) || document.is(at - 1, flag::LINE))
            && let Some(end) = document.class_end(at, class::FURNITURELINE)
        {
            at = end;
            continue;
        }
        // *al-Shabaab*, *al-Attiyah*
        if token.len == 2
            && document.has(at, class::ARTICLEAR)
            && at + 2 < sentence.end
            && matches!(document.str(at + 1), "-" | "‑")
            && document.is(at + 1, flag::GLUED)
            && document.is(at + 2, flag::GLUED)
            && is_name_word(document, at + 2)
        {
            let end = run_end(document, at + 2, sentence);
            push(document, at, end, false, out);
            at = end;
            continue;
        }
        // *sub-Saharan Africa*
        if token.is(flag::GLUED)
            && token.is(flag::CAPITAL)
            && at >= sentence.start + 2
            && document.str(at - 1) == "-"
            && !document.is(at - 2, flag::CAPITAL)
            && let Some(end) = document
                .class_end(at - 2, class::PLACE)
                .filter(|end| *end > at && *end <= sentence.end)
        {
            push(document, at - 2, end, false, out);
            at = end;
            continue;
        }
        let whole = || {
            let limit = sentence.end;
            let known =
                || known_with_article(document, at, limit).or_else(|| inside::known_with_small(document, at, limit));
            roads::end(document, at, limit).or_else(known)
        };
        if token.is(flag::NUMBER | flag::CAPITAL)
            && let Some(end) = whole()
        {
            out.push(Run {
                start: at,
                end,
                opens: false,
            });
            at = end;
            continue;
        }
        if !token.is(flag::WORD) || !token.is(flag::CAPITAL | flag::MIXED) {
            at += 1;
            continue;
        }
        if !token.is(flag::CAPITAL) && !is_inner_capital(document, at) {
            at += 1;
            continue;
        }
        // *the 29-MW Oak Hill plant*: a unit of measure
        if token.len <= 3
            && token.is(flag::UPPER)
            && token.is(flag::GLUED)
            && at >= sentence.start + 2
            && document.str(at - 1) == "-"
            && document.is(at - 2, flag::NUMBER)
        {
            at += 1;
            continue;
        }
        // *60 | Billion Industry Fund*: a number goes on with its scale
        if document.has(at, class::NUMSCALE)
            && !token.is(flag::UPPER)
            && at > sentence.start
            && document.is(at - 1, flag::NUMBER)
        {
            at += 1;
            continue;
        }
        // *US$5*, *NT$3*, *S$1*
        if token.len <= 3 && at + 1 < sentence.end && document.str(at + 1) == "$" && document.is(at + 1, flag::GLUED) {
            at += 1;
            continue;
        }
        // *SEK 850 000*
        if token.len == 3
            && token.is(flag::UPPER)
            && document.is(at + 1, flag::NUMBER)
            && document.has(at, class::CURSYM)
        {
            at += 1;
            continue;
        }
        // *U.S. dollars*, *U.S. Dollars*
        if let Some(end) = document.class_end(at, class::CURRENCY).filter(|end| *end > at + 1)
            && (!document.is(end - 1, flag::CAPITAL) || end >= sentence.end || !is_name_word(document, end))
        {
            at = end;
            continue;
        }
        // in a headline all in capitals they say nothing: what the lexicon knows, and the words' own case elsewhere
        if *shouted.get_or_insert_with(|| is_shouted(document, sentence)) {
            let known = (document
                .class_end(at, class::PLACE)
                .filter(|_| !document.has(at, class::PLACESTOP)))
            .or_else(|| document.class_end(at, class::ORG))
            .filter(|end| *end <= sentence.end);
            if let Some(end) = known {
                out.push(Run {
                    start: at,
                    end,
                    opens: false,
                });
            }
            at = known.unwrap_or(at + 1);
            continue;
        }
        let opens = opens_sentence(document, sentence, at);
        if let Some(end) = abbreviated_place(document, at, sentence.end) {
            out.push(Run { start: at, end, opens });
            at = end;
            continue;
        }
        // *(D-Charleston)*, *R-Ohio*: the party of the one who sits for the place
        if document.has(at, class::PARTYTAG)
            && at > sentence.start
            && matches!(document.str(at - 1), "," | "(")
            && at + 2 < sentence.end
            && document.str(at + 1) == "-"
            && document.is(at + 1, flag::GLUED)
            && document.is(at + 2, flag::GLUED)
        {
            at += 2;
            continue;
        }
        if is_function(document, at)
            && !starts_known(document, at, sentence.end)
            && !is_family_name(document, at, sentence.end)
            && (opens || !inside::is_modal_name(document, at, sentence.end))
            || is_calendar(document, at, sentence)
        {
            at += 1;
            continue;
        }
        let end = run_end(document, at, sentence);
        if inside::is_glued_letter(document, at) {
            // *3D Systems* is a company, *3D NAND* none
            if end > at + 1 && !document.is(at - 1, flag::GLUED) && inside::is_company(document, end - 1) {
                let start = at - 1;
                out.push(Run { start, end, opens });
                at = end;
            } else {
                at += 1;
            }
            continue;
        }
        if let Some(behind) = inside::ticker_end(document, sentence, at, end) {
            at = behind;
            continue;
        }
        split(document, at, end, opens, sentence.end, out);
        at = end.max(at + 1);
    }
}

/// *He Xianhan*, *An Ming*: a family name that is a function word as well, in front of a given name in pinyin.
fn is_family_name(document: &Document<'_>, at: u32, limit: u32) -> bool {
    at + 1 < limit
        && document.has(at, class::SURNAMEZH)
        && document.is(at, flag::CAPITAL)
        && document.is(at + 1, flag::CAPITAL)
        && !document.is(at + 1, flag::UPPER | flag::MIXED)
        && document.info(at + 1).pos == 0
        && is_pinyin_given(document, at + 1)
}

/// A headline whose words are all in capitals.
fn is_shouted(document: &Document<'_>, sentence: &Sentence) -> bool {
    const FEWEST: usize = 4;
    let words = || (sentence.start..sentence.end).filter(|at| document.is(*at, flag::WORD));
    document.is(sentence.start, flag::HEADLINE)
        && words().count() >= FEWEST
        && words().all(|at| document.is(at, flag::UPPER) || document.token(at).len == 1)
}

/// The token opens a sentence, a quotation or an item of a list, so that its capital says nothing.
fn opens_sentence(document: &Document<'_>, sentence: &Sentence, at: u32) -> bool {
    if at == sentence.start {
        return true;
    }
    // all of them are marks, and most names stand behind a word
    if !document.is(at - 1, flag::MARK) {
        return false;
    }
    let before = document.str(at - 1);
    match before {
        "“" | "\"" | "‘" | "•" | "*" | ":" | "–" | "—" => true,
        "'" | "-" | "(" | "." | "…" => at - 1 == sentence.start || !document.is(at - 1, flag::GLUED),
        _ => false,
    }
}

/// `iPhone`, `eBay`: a small letter, then a capital.
fn is_inner_capital(document: &Document<'_>, at: u32) -> bool {
    let text = document.str(at).as_bytes();
    text.len() > 2 && text[1].is_ascii_uppercase()
}

/// *The Hague*, *The Straits Times*: a phrase of the lexicon that starts with an article.
fn known_with_article(document: &Document<'_>, at: u32, limit: u32) -> Option<u32> {
    if !document.has(at, class::DET) {
        return None;
    }
    let phrase = document.phrase(at)?;
    // *“The bridge belongs to us”* is not the town
    if !document.is(phrase.end - 1, flag::CAPITAL) {
        return None;
    }
    let set = document.phrase_classes(phrase);
    // *The Australian Nuclear Science and Technology Organisation* is not the newspaper's, nor *The Bank of Ghana* …
    let goes_on = phrase.end < limit
        && (is_name_word(document, phrase.end) || document.str(phrase.end) == "of")
        && !document.is(phrase.end, flag::LINE);
    // nor is *The STAR market*
    let longer = document.phrase(at + 1).is_some_and(|behind| behind.end > phrase.end);
    (phrase.end <= limit && !goes_on && !longer && set & (1 << class::ORG | 1 << class::PLACE) != 0)
        .then_some(phrase.end)
}

/// *Ky.*, *W. Va.*: a shortened place name that ends with its point.
fn abbreviated_place(document: &Document<'_>, at: u32, limit: u32) -> Option<u32> {
    let phrase = document.phrase(at)?;
    let last = phrase.end - 1;
    (phrase.classes & (1 << class::PLACE) != 0
        && phrase.end <= limit
        && document.is(last, flag::MARK)
        && document.is(last, flag::GLUED))
    .then_some(phrase.end)
}

/// A phrase of the gazetteer or of the known organisations starts here, or the word is one in capitals (*US*, *IT*).
fn starts_known(document: &Document<'_>, at: u32, limit: u32) -> bool {
    if let Some(phrase) = document.phrase(at) {
        let set = document.phrase_classes(phrase);
        // *The National Independent Commission* is not the newspaper's
        let goes_on = document.has(at, class::DET)
            && phrase.end < limit
            && (is_name_word(document, phrase.end) || document.str(phrase.end) == "of")
            && !document.is(phrase.end, flag::LINE);
        // *The STAR market* is not the newspaper's
        let longer =
            document.has(at, class::DET) && document.phrase(at + 1).is_some_and(|behind| behind.end > phrase.end);
        if phrase.end <= limit
            && !goes_on
            && !longer
            && set & (1 << class::ORG | 1 << class::PLACE) != 0
            && is_name_word(document, phrase.end - 1)
        {
            return true;
        }
    }
    document.is(at, flag::UPPER) && document.classes(at) & (1 << class::PLACE | 1 << class::ORG) != 0
}

/// A month or a weekday that is no name: *May 5*, *on Monday*.
fn is_calendar(document: &Document<'_>, at: u32, sentence: &Sentence) -> bool {
    let classes = document.classes(at);
    if classes & (1 << class::WEEKDAY) != 0 {
        return !document.is(at, flag::UPPER);
    }
    // *MAY*, *MAR* and *JAN* in capitals may be anything, *SEPTEMBER* may not
    if classes & (1 << class::MONTH) == 0
        // *Mar del Plata*
        || document.class_end(at, class::PLACE).is_some_and(|end| end > at + 1)
        || document.is(at, flag::UPPER) && document.token(at).len < 5
    {
        return false;
    }
    // a month is a name only behind a given name (*Theresa May*) or before a family name (*April Jones*)
    let after = at + 1 < sentence.end && is_name_word(document, at + 1) && document.has(at, class::GIVEN);
    let before = at > sentence.start && is_name_word(document, at - 1) && document.has(at - 1, class::GIVEN);
    // *Zhao Jun*: a given name in pinyin, unless a day follows
    let family = at > sentence.start
        && document.is(at - 1, flag::CAPITAL)
        && document.has(at - 1, class::SURNAMEZH)
        && document.has(at, class::SYLLABLEZH)
        && document.get(at + 1).is_none_or(|t| !t.is(flag::NUMBER))
        && document.str(at + 1) != ".";
    !(after || before || family)
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

/// The end of the run of capitals that starts at `at`, with small words and marks that stand inside names.
fn run_end(document: &Document<'_>, start: u32, sentence: &Sentence) -> u32 {
    let limit = sentence.end;
    let mut end = start + 1;
    // a point after an initial or a shortened form of address
    loop {
        if end >= limit {
            return end;
        }
        let token = document.token(end);
        let apart = if token.is(flag::LINE) {
            line_breaks(document, end)
        } else {
            is_field(document, end)
        };
        if apart {
            return end;
        }
        if token.is(flag::WORD) {
            if token.is(flag::CAPITAL) {
                if token.is(flag::GLUED)
                    && document.str(end - 1) != "-"
                    && document.str(end - 1) != "."
                    && document.str(end - 1) != "&"
                {
                    return end;
                }
                // *Thomson Reuters I/B/E/S*: no initial
                if token.len == 1 && document.str(end + 1) == "/" && document.is(end + 1, flag::GLUED) {
                    return end;
                }
                // *AUSTIN, Texas A man was seen*: an article, no initial
                if token.len == 1
                    && document.has(end, class::DET)
                    && document.is(end + 1, flag::WORD)
                    && !document.is(end + 1, flag::CAPITAL | flag::GLUED)
                {
                    return end;
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
                if function || is_calendar(document, end, sentence) || abbreviated_place(document, end, limit).is_some()
                {
                    return end;
                }
                end += 1;
                continue;
            }
            // *Wuxi High tech Zone*
            if let Some(head) = document.phrase(end - 1)
                && head.classes & (1 << class::PLACEHEAD) != 0
                && (end + 1..=limit).contains(&head.end)
                && document.is(head.end - 1, flag::CAPITAL)
                && end > start + 1
            {
                end = head.end;
                continue;
            }
            // *Liu xiaoping*
            if inside::is_small_given(document, start, end) {
                end += 1;
                continue;
            }
            // *Anne d'Ornano*
            let elided = |word: &str| word.starts_with('d') && shape::is_elided(word);
            if token.is(flag::MIXED) && document.is(end - 1, flag::CAPITAL) && elided(document.str(end)) {
                end += 1;
                continue;
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
            if small > end && small < limit && is_name_word(document, small) && !document.is(small, flag::LINE) {
                end = small + 1;
                continue;
            }
            return end;
        }
        if token.is(flag::NUMBER) {
            return end;
        }
        match document.str(end) {
            "." if token.is(flag::GLUED) => {
                let short = is_initial(document, end - 1)
                    || document.has(end - 1, class::HONORIFIC)
                    || document.has(end - 1, class::ABBREV)
                    || document.has(end - 1, class::NAMESUFFIX);
                // *L.Oyun-Erdene*: glued only behind an initial
                let glued = document.is(end + 1, flag::GLUED)
                    && !(is_initial(document, end - 1) && document.token(end + 1).len > 2);
                if short && end + 1 < limit && is_name_word(document, end + 1) && !glued {
                    end += 1;
                    continue;
                }
                return end;
            }
            "-" | "–" | "‑" if token.is(flag::GLUED) => {
                if end + 1 < limit && document.is(end + 1, flag::GLUED) && document.is(end + 1, flag::WORD) {
                    if is_name_word(document, end + 1) {
                        end += 2;
                        continue;
                    }
                    // *Wuxi National Hi-tech district*
                    let zone = document
                        .class_end(end - 1, class::PLACENOUN)
                        .filter(|zone| *zone > end + 1);
                    if let Some(zone) = zone.filter(|zone| *zone <= limit && end > start + 1)
                        && document.value(end - 1, zone, class::PLACENOUN) == Some("zone")
                    {
                        end = zone;
                        continue;
                    }
                    // *Sher-e-Bangla*, *Fort-de-France*
                    if inside::is_hyphenated(document, end, limit) {
                        end += 4;
                        continue;
                    }
                    // *Myung-bak* goes on, *China-based* does not
                    let info = document.info(end + 1);
                    let syllable = document.has(end + 1, class::SYLLABLEKO) || document.has(end + 1, class::SYLLABLEZH);
                    // *Chan Kam-wing*: a short second syllable of a given name behind a name
                    let given = end >= start + 2
                        && (document.has(start, class::SURNAMEZH) || document.has(start + 1, class::SURNAMEZH))
                        && info.verb == 0
                        && document.token(end + 1).len <= 6
                        && document.token(end - 1).len <= 6;
                    // *High-tech Development Zone*, *High-end Equipment Park*
                    let compound = (info.verb == 0 || document.is_on(end + 1, list::GRADE))
                        && end + 2 < limit
                        && is_name_word(document, end + 2)
                        && !document.is(end + 2, flag::GLUED)
                        && !document.has(end - 1, class::PLACE)
                        && !document.has(end - 1, class::ORG);
                    // *Moon Jae-in*, *Yeung Kin-man*: right behind a family name whatever the syllable means elsewhere
                    let right_behind = end >= start + 2
                        && (document.has(end - 2, class::SURNAMEZH) || document.has(end - 2, class::SURNAMEKO))
                        && (2..=5).contains(&document.token(end + 1).len)
                        && document.token(end - 1).len <= 6
                        && !document.has(end - 1, class::TITLE);
                    // *Chey Tae-won*: both syllables are Korean, and a family name that no list has stands in front
                    let korean = end >= start + 2
                        && document.has(end - 1, class::SYLLABLEKO)
                        && document.has(end + 1, class::SYLLABLEKO);
                    if right_behind || korean {
                        end += 2;
                        continue;
                    }
                    if (compound
                        || inside::is_owned(document, start, end)
                        || inside::is_verbal(document, start, end, limit)
                        || info.pos == 0
                        || given
                        || syllable && info.common < 4)
                        && !is_function(document, end + 1)
                        && document.token(end + 1).len > 1
                    {
                        end += 2;
                        continue;
                    }
                }
                return end;
            }
            "&" if end + 1 < limit && is_name_word(document, end + 1) => {
                end += 1;
                continue;
            }
            _ => return end,
        }
    }
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
