//! Runs of capitals: the raw material of names, cut at titles, nationalities and where an organisation's name ends
//! and a person's begins.

use super::shape::{self, is_function, is_initial, is_name_word};
use crate::lexicon::class;
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
    while at < sentence.end {
        let token = document.token(at);
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
        // most tokens are small words
        if !token.is(flag::WORD) || !token.is(flag::CAPITAL | flag::MIXED) {
            at += 1;
            continue;
        }
        if !token.is(flag::CAPITAL) && !is_inner_capital(document, at) {
            at += 1;
            continue;
        }
        // *US$5*, *NT$3*, *S$1*
        if token.len <= 3 && at + 1 < sentence.end && document.str(at + 1) == "$" && document.is(at + 1, flag::GLUED) {
            at += 1;
            continue;
        }
        // *U.S. dollars*
        if let Some(end) = document.class_end(at, class::CURRENCY).filter(|end| *end > at + 1)
            && !document.is(end - 1, flag::CAPITAL)
        {
            at = end;
            continue;
        }
        let opens = opens_sentence(document, sentence, at);
        if let Some(end) = known_with_article(document, at, sentence.end) {
            out.push(Run {
                start: at,
                end,
                opens: false,
            });
            at = end;
            continue;
        }
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
        if is_function(document, at) && !starts_known(document, at, sentence.end) || is_calendar(document, at, sentence)
        {
            at += 1;
            continue;
        }
        // *Highway 19*
        if document.has(at, class::ROADNUMBERED)
            && at + 1 < sentence.end
            && document.is(at + 1, flag::NUMBER)
            && !document.is(at + 1, flag::GLUED)
        {
            out.push(Run {
                start: at,
                end: at + 2,
                opens: false,
            });
            at += 2;
            continue;
        }
        let end = run_end(document, at, sentence);
        split(document, at, end, opens, sentence.end, out);
        at = end.max(at + 1);
    }
}

/// The token opens a sentence, a quotation or an item of a list, so that its capital says nothing.
fn opens_sentence(document: &Document<'_>, sentence: &Sentence, at: u32) -> bool {
    if at == sentence.start {
        return true;
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
    let set = document.phrase_classes(phrase);
    // *The Australian Nuclear Science and Technology Organisation* is not the newspaper's
    let goes_on = is_name_word(document, phrase.end) && !document.is(phrase.end, flag::LINE);
    (phrase.end <= limit && !goes_on && set & (1 << class::ORG | 1 << class::PLACE) != 0).then_some(phrase.end)
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
        if phrase.end <= limit
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
    if classes & (1 << class::MONTH) == 0 || document.is(at, flag::UPPER) && document.token(at).len < 5 {
        return false;
    }
    // a month is a name only behind a given name (*Theresa May*) or before a family name (*April Jones*)
    let after = at + 1 < sentence.end && is_name_word(document, at + 1) && document.has(at, class::GIVEN);
    let before = at > sentence.start && is_name_word(document, at - 1) && document.has(at - 1, class::GIVEN);
    !(after || before)
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
        if token.is(flag::LINE) && line_breaks(document, end) {
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
                let function = is_function(document, end) && !token.is(flag::UPPER) && token.len > 1 && !syllable;
                if function || is_calendar(document, end, sentence) || abbreviated_place(document, end, limit).is_some()
                {
                    return end;
                }
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
                    // *Myung-bak* goes on, *China-based* does not
                    let info = document.info(end + 1);
                    let syllable = document.has(end + 1, class::SYLLABLEKO) || document.has(end + 1, class::SYLLABLEZH);
                    // *Chan Kam-wing*: a short second syllable of a given name behind a name
                    let given = end >= start + 2
                        && (document.has(start, class::SURNAMEZH) || document.has(start + 1, class::SURNAMEZH))
                        && info.verb == 0
                        && document.token(end + 1).len <= 6
                        && document.token(end - 1).len <= 6;
                    // *High-tech Development Zone*
                    let compound = info.verb == 0
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
                    if right_behind {
                        end += 2;
                        continue;
                    }
                    if (compound || info.pos == 0 || given || syllable && info.common < 4)
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

/// End of a title (*Executive Vice President*, *ex-Foreign Minister*) that starts at `at`.
pub fn title_end(document: &Document<'_>, at: u32, limit: u32) -> Option<u32> {
    let mut from = at;
    for _ in 0..4 {
        // a whole title first: *vice president* is one
        if let Some(end) = document.class_end(from, class::TITLE) {
            if end > limit {
                return None;
            }
            // *General Manager*, *Chairman and CEO* are titles side by side
            let mut last = end;
            for _ in 0..2 {
                match document.class_end(last, class::TITLE) {
                    Some(next) if next <= limit && !document.is(last, flag::GLUED) => last = next,
                    _ => break,
                }
            }
            return Some(last);
        }
        match document.class_end(from, class::TITLEMOD) {
            Some(end) if end < limit => {
                from = end;
                if document.str(from) == "-" && document.is(from, flag::GLUED) && from + 1 < limit {
                    from += 1;
                }
            }
            _ => return None,
        }
    }
    None
}

/// End of a form of address with its point (*Mr.*, *Lt Gen*).
fn honorific_end(document: &Document<'_>, at: u32, limit: u32) -> Option<u32> {
    let mut end = document.class_end(at, class::HONORIFIC).filter(|e| *e <= limit)?;
    if end < limit && document.str(end) == "." && document.is(end, flag::GLUED) {
        end += 1;
    }
    Some(end)
}

/// End of a nationality that starts at `at`: *Korean*, *South Korean*, *West Indians*.
fn demonym_end(document: &Document<'_>, at: u32) -> Option<u32> {
    document.class_end(at, class::DEMONYM).or_else(|| {
        document
            .has(at, class::DIRECTION)
            .then(|| document.class_end(at + 1, class::DEMONYM))
            .flatten()
    })
}

/// The run's last token is the head of an organisation's, a place's or an event's name.
fn has_head(document: &Document<'_>, end: u32) -> bool {
    [
        class::ORGHEAD,
        class::ORGHEADWEAK,
        class::PLACEHEAD,
        class::EVENTHEAD,
        class::LEGALFORM,
        class::OTHERHEAD,
    ]
    .iter()
    .any(|c| document.has(end - 1, *c))
}

/// Cuts a run into names.
fn split(document: &Document<'_>, start: u32, end: u32, opens: bool, limit: u32, out: &mut Vec<Run>) {
    let mut from = start;
    let mut opens = opens;
    let whole_known = |from: u32| {
        document.phrase(from).is_some_and(|p| {
            p.end >= end.min(from + 2) && document.phrase_classes(p) & (1 << class::ORG | 1 << class::PLACE) != 0
        })
    };
    while from < end {
        if whole_known(from) {
            break;
        }
        if let Some(next) = honorific_end(document, from, limit) {
            // a form of address that is all of the run may address a small-lettered name; it is none itself
            if next >= end || !(has_head(document, end) && next + 1 == end) {
                from = next;
                opens = false;
                continue;
            }
        }
        if let Some(next) = title_end(document, from, limit) {
            let named = next < end
                && next - from == 1
                && has_head(document, end)
                && shape::person(document, next, end).is_none();
            if !named || next >= end {
                from = next;
                opens = false;
                continue;
            }
        }
        // *Chipmaker Kioxia*
        if opens
            && from + 1 < end
            && document.has(from, class::DEFINITE)
            && !document.has(from, class::ORGHEAD)
            && !has_head(document, end)
        {
            from += 1;
            opens = false;
            continue;
        }
        // *Nurse Carmen Ho*
        if let Some(next) = document.class_end(from, class::PERSONNOUN).filter(|n| *n + 1 < end)
            && shape::person(document, next, end).is_some()
            && !document.has(from, class::GIVEN)
            && !has_head(document, end)
        {
            from = next;
            opens = false;
            continue;
        }
        if let Some(rest) = demonym_end(document, from).filter(|rest| *rest < end) {
            let person = shape::person(document, rest, end).is_some();
            if person && !has_head(document, end) || title_end(document, rest, end).is_some() {
                from = rest;
                opens = false;
                continue;
            }
        }
        break;
    }
    if from >= end {
        return;
    }
    // *WASHINGTON Christopher Steele*: a dateline without its dash
    let upper = |at: u32| document.is(at, flag::UPPER);
    if opens
        && upper(from)
        && document.token(from).len > 3
        && let Some(at) = document.class_end(from, class::PLACE).filter(|at| *at < end)
        && (from..at).all(upper)
        && !upper(at)
        && document.is(at, flag::CAPITAL)
        && document.token(at).len > 1
    {
        push(document, from, at, true, out);
        split(document, at, end, true, limit, out);
        return;
    }
    // *Oyam & Gulu*, *Benjamin Ntim & Kojo Annan*: two of a kind
    if let Some(at) =
        (from + 1..end.saturating_sub(1)).find(|at| document.str(*at) == "&" && !document.is(*at, flag::GLUED))
    {
        let place = |s: u32, e: u32| document.class_end(s, class::PLACE) == Some(e);
        let person = |s: u32, e: u32| shape::person(document, s, e).is_some();
        let single = at == from + 1 && !shape::is_ordinary(document, from);
        if place(from, at) && place(at + 1, end) || (person(from, at) || single) && person(at + 1, end) {
            push(document, from, at, opens, out);
            push(document, at + 1, end, false, out);
            return;
        }
    }
    // *envoy to Japan Frank Hsieh*: a large place, then a person
    if let Some(at) = document.class_end(from, class::PLACE).filter(|at| at + 1 < end) {
        let large = document.value_place(from, at).is_some_and(|row| {
            let place = &document.lexicon.places[row as usize];
            place.kind == 0 || place.population > 500_000
        });
        let name = document.has(from, class::GIVEN) || document.has(from, class::SURNAMEZH) && at == from + 1;
        // *ambassador to Korea Sripriya Ranganathan*: whatever two words follow are the ambassador
        let of_country = from > 0
            && matches!(document.str(from - 1), "of" | "to" | "for")
            && end - at >= 2
            && !has_head(document, end)
            && (at..end).all(|t| document.is(t, flag::CAPITAL) && !shape::is_ordinary(document, t))
            && document
                .value_place(from, at)
                .is_some_and(|row| document.lexicon.places[row as usize].kind == 0);
        if large && !name && (of_country || shape::person(document, at, end).is_some()) {
            push(document, from, at, opens, out);
            push(document, at, end, false, out);
            return;
        }
    }
    // *DPP Rosalia Wu*, *First Nations Cindy Woodhouse*: a body, then a person
    for at in from + 1..end.saturating_sub(1) {
        let acronym =
            document.is(at - 1, flag::UPPER) && !document.is(at - 1, flag::DOTTED) && document.token(at - 1).len > 1;
        // *Minister of Transport Kamel El-Wazir*: one word is enough behind *of*
        let field = from > 0
            && (matches!(document.str(from - 1), "of" | "for" | "and")
                || from > 1 && document.str(from - 1) == "the" && document.str(from - 2) == "of");
        let ordinary = at >= from + if field { 1 } else { 2 }
            && shape::is_ordinary(document, at - 1)
            && !document.has(at - 1, class::GIVEN)
            && !document.has(at - 1, class::SURNAME)
            && !document.has(at - 1, class::NAMEPARTICLE);
        let person = match shape::person(document, at, end) {
            Some(shape::PersonShape::Given) => document.has(end - 1, class::SURNAME),
            Some(_) => field,
            // *Minister of Foreign Affairs Sameh Shokry*: words of the field, then words that are none
            None => {
                field
                    && (2..=3).contains(&(end - at))
                    && (from..at).all(|t| shape::is_ordinary(document, t))
                    && (at..end).all(|t| is_name_word(document, t) && !shape::is_ordinary(document, t))
                    && document.classes(at) & (1 << class::PLACE | 1 << class::ORG) == 0
            }
        };
        if (acronym || ordinary) && person && !has_head(document, end) {
            push(document, from, at, opens, out);
            push(document, at, end, false, out);
            return;
        }
    }
    // a title inside: *Uganda President Yoweri Museveni*
    let mut at = from + 1;
    while at < end {
        if let Some(next) = title_end(document, at, limit) {
            let rest_is_name = next < end && (shape::person(document, next, end).is_some() || !has_head(document, end));
            let holder = document.class_end(from, class::PLACE).is_some_and(|e| e == at)
                || document.class_end(from, class::ORG).is_some_and(|e| e == at)
                || document.has(from, class::DEMONYM) && at == from + 1
                || at > from
                    && [class::ORGHEAD, class::ORGHEADWEAK, class::PLACEHEAD]
                        .iter()
                        .any(|c| document.has(at - 1, *c));
            if (rest_is_name || next >= end && holder) && !whole_known(at - 1) {
                push(document, from, at, opens, out);
                if next < end {
                    split(document, next, end, false, limit, out);
                }
                return;
            }
        }
        // a form of address inside: *Speaker Mr Kadaga*
        if let Some(next) = honorific_end(document, at, end) {
            let short = document.token(at).len <= 4;
            if next < end && (short || !document.has(at, class::SURNAME) && !document.has(at, class::GIVEN)) {
                push(document, from, at, opens, out);
                split(document, next, end, false, limit, out);
                return;
            }
        }
        let head = document.has(at - 1, class::ORGHEAD) && !document.has(at - 1, class::SURNAME);
        if head && at > from && shape::person(document, at, end).is_some() {
            push(document, from, at, opens, out);
            push(document, at, end, false, out);
            return;
        }
        at += 1;
    }
    push(document, from, end, opens, out);
}

/// Adds a run without ordinary words that only the sentence start made capital.
fn push(document: &Document<'_>, start: u32, end: u32, opens: bool, out: &mut Vec<Run>) {
    let mut from = start;
    while from < end && (document.str(from) == "." || document.str(from) == "-") {
        from += 1;
    }
    if opens && from + 1 < end && from == start && shape::is_ordinary(document, from) {
        let rest = from + 1;
        let known = document.classes(from)
            & (1 << class::PLACE
                | 1 << class::GIVEN
                | 1 << class::ORGMOD
                | 1 << class::DIRECTION
                | 1 << class::ORG
                | 1 << class::PLACEPRE)
            != 0
            || document.phrase(from).is_some_and(|p| {
                p.end > rest && document.phrase_classes(p) & (1 << class::PLACE | 1 << class::ORG) != 0
            });
        let info = document.info(from);
        let rest_known = document.class_end(rest, class::PLACE).is_some_and(|e| e == end)
            || document.class_end(rest, class::ORG).is_some_and(|e| e == end)
            || document.has(rest, class::DEMONYM)
            || shape::person(document, rest, end).is_some();
        let adverb =
            info.pos & crate::lexicon::format::pos::ADVERB != 0 && info.pos & crate::lexicon::format::pos::NOUN == 0;
        let verb = info.verb != 0 && info.pos & crate::lexicon::format::pos::NOUN == 0;
        if !known && (rest_known || adverb || verb) {
            from = rest;
            if document.has(from, class::DEMONYM) && from + 1 == end {
                return;
            }
        }
    }
    if from >= end {
        return;
    }
    // *Russia-Ukraine*: two places; three and more are a region
    if end - from >= 3 {
        let hyphens = (from..end).filter(|at| matches!(document.str(*at), "-" | "–")).count();
        let known = document.phrase(from).is_some_and(|p| p.end == end);
        if hyphens == 1
            && !known
            && let Some(at) = (from..end).find(|at| matches!(document.str(*at), "-" | "–"))
        {
            let place = |s: u32, e: u32| document.class_end(s, class::PLACE) == Some(e);
            if at > from && at + 1 < end && place(from, at) && place(at + 1, end) {
                out.push(Run {
                    start: from,
                    end: at,
                    opens: opens && from == start,
                });
                out.push(Run {
                    start: at + 1,
                    end,
                    opens: false,
                });
                return;
            }
        }
    }
    // a nationality alone is no name, nor are two (*South Korean*, *Egyptian-Libyan*)
    let mut rest = from;
    while let Some(next) = demonym_end(document, rest).filter(|next| *next <= end) {
        rest = next;
        if rest + 1 < end && matches!(document.str(rest), "-" | "–") {
            rest += 1;
        }
    }
    if rest == end {
        return;
    }
    out.push(Run {
        start: from,
        end,
        opens: opens && from == start,
    });
}
