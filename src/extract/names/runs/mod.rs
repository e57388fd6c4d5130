//! Runs of capitals: the raw material of names, cut at titles, nationalities and where an organisation's name ends
//! and a person's begins.

mod end;

use super::cut::{push, split};
use super::inside;
use super::roads;
use super::shape::{is_function, is_name_word, is_pinyin_given};
use crate::extract::numbers::currency_prefix;
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
    let mut shouted: Option<bool> = None;
    while at < sentence.end {
        let token = document.token(at);
        // most tokens are small words
        if !token.is(flag::CAPITAL | flag::MIXED | flag::NUMBER) && token.len != 2 {
            at += 1;
            continue;
        }
        if let Some(end) = furniture(document, at).or_else(|| theme_end(document, sentence, at)) {
            at = end;
            continue;
        }
        if let Some((start, end)) = behind_hyphen(document, sentence, at) {
            push(document, start, end, false, out);
            at = end;
            continue;
        }
        if let Some(end) = whole(document, at, sentence.end) {
            out.push(Run {
                start: at,
                end,
                opens: false,
            });
            at = end;
            continue;
        }
        // *Dato' Seri Musa*: the mark would end the run
        let addressed = document.starting(at) & 1 << class::HONORIFIC != 0;
        let address = addressed.then(|| document.class_end(at, class::HONORIFIC)).flatten();
        if let Some(end) = address.filter(|end| (at + 1..*end).any(|t| document.is(t, flag::MARK))) {
            at = end.min(sentence.end);
            continue;
        }
        let capital = token.is(flag::CAPITAL) || token.is(flag::MIXED) && is_inner_capital(document, at);
        if !token.is(flag::WORD) || !capital || is_of_number(document, sentence, at) {
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
            let known = known_name(document, at).filter(|end| *end <= sentence.end);
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
        if let Some(end) = inside::code_end(document, sentence, at) {
            at = end;
            continue;
        }
        // *Decision No. 1693/QD-TTg*: the letters behind the number of a document
        let glued = token.is(flag::GLUED) && at >= sentence.start + 2 && document.is(at - 1, flag::GLUED);
        if glued && document.str(at - 1) == "/" && document.is(at - 2, flag::NUMBER) {
            at += 1;
            while at < sentence.end && document.is(at, flag::GLUED) && document.str(at) != "." {
                at += 1;
            }
            continue;
        }
        // *Co-operation for Growth*
        let half = token.len == 2 && document.str(at) == "Co" && at + 2 < sentence.end && document.str(at + 1) == "-";
        if half && document.is(at + 1, flag::GLUED) && !document.is(at + 2, flag::CAPITAL) {
            at += 3;
            continue;
        }
        let opens = opens_sentence(document, sentence, at);
        if let Some(end) = abbreviated_place(document, at, sentence.end) {
            out.push(Run { start: at, end, opens });
            at = end;
            continue;
        }
        if is_party_tag(document, sentence, at) {
            at += 2;
            continue;
        }
        if is_function(document, at)
            && !is_all_of_country(document, sentence, at)
            && !starts_known(document, at, sentence.end)
            && !is_family_name(document, at, sentence.end)
            && (opens || !inside::is_modal_name(document, at, sentence.end))
            || is_calendar(document, at, sentence)
        {
            at += 1;
            continue;
        }
        let end = end::of_run(document, at, sentence);
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

/// *Latest News*, *Related Articles*: the words of the furniture itself name nobody. Gives the token behind them.
fn furniture(document: &Document<'_>, at: u32) -> Option<u32> {
    let token = document.token(at);
    let opens = token.is(flag::FURNITURE) && (token.is(flag::LINE) || document.is(at - 1, flag::LINE));
    opens.then(|| document.class_end(at, class::FURNITURELINE)).flatten()
}

/// *with the theme of “Gathering Chips in the Bay Area”*: what a meeting calls upon names nobody. Gives the closing mark.
fn theme_end(document: &Document<'_>, sentence: &Sentence, at: u32) -> Option<u32> {
    /// Tokens of the longest theme, and from the word *theme* to its mark (*the theme of this year's forum is*).
    const LONGEST: u32 = 40;
    const NEAR: u32 = 14;
    let mark = at.checked_sub(1).filter(|mark| *mark > sentence.start)?;
    let quote = |x: u32| document.is(x, flag::MARK) && matches!(document.str(x), "“" | "\"" | "‘" | "”");
    let is_theme = |x: u32| matches!(document.str(x), "theme" | "themed" | "Themed" | "Theme");
    let led = |x: u32| is_theme(x) || matches!(document.str(x), "of" | ":" | "," | "is" | "was" | "being");
    if !quote(mark) || !led(mark - 1) {
        return None;
    }
    let mut before = (mark.saturating_sub(NEAR).max(sentence.start)..mark).rev();
    before.find(|x| is_theme(*x) || quote(*x)).filter(|x| is_theme(*x))?;
    let closes = |x: &u32| document.is(*x, flag::MARK) && matches!(document.str(*x), "”" | "\"" | "’" | "“");
    (at..sentence.end.min(at + LONGEST)).find(closes)
}

/// A name that has a small word and a hyphen in front: *al-Shabaab*, *sub-Saharan Africa*. Gives its tokens.
fn behind_hyphen(document: &Document<'_>, sentence: &Sentence, at: u32) -> Option<(u32, u32)> {
    let token = document.token(at);
    if token.len == 2
        && document.has(at, class::ARTICLEAR)
        && at + 2 < sentence.end
        && matches!(document.str(at + 1), "-" | "‑")
        && document.is(at + 1, flag::GLUED)
        && document.is(at + 2, flag::GLUED)
        && is_name_word(document, at + 2)
    {
        return Some((at, end::of_run(document, at + 2, sentence)));
    }
    let compound = token.is(flag::GLUED)
        && token.is(flag::CAPITAL)
        && at >= sentence.start + 2
        && document.str(at - 1) == "-"
        && !document.is(at - 2, flag::CAPITAL);
    let place = compound.then(|| document.class_end(at - 2, class::PLACE)).flatten();
    let end = place.filter(|end| *end > at && *end <= sentence.end)?;
    Some((at - 2, end))
}

/// What is a name as it stands: roads, phrases of the lexicon with an article or a small word. Gives its end.
fn whole(document: &Document<'_>, at: u32, limit: u32) -> Option<u32> {
    if !document.is(at, flag::NUMBER | flag::CAPITAL) {
        return None;
    }
    roads::end(document, at, limit)
        .or_else(|| known_with_article(document, at, limit))
        .or_else(|| inside::known_with_small(document, at, limit))
}

/// Letters that belong to the number beside them.
fn is_of_number(document: &Document<'_>, sentence: &Sentence, at: u32) -> bool {
    let token = document.token(at);
    let inner = at > sentence.start;
    // *the 29-MW Oak Hill plant*: a unit of measure
    let unit = token.len <= 3
        && token.is(flag::UPPER)
        && token.is(flag::GLUED)
        && at >= sentence.start + 2
        && document.str(at - 1) == "-"
        && document.is(at - 2, flag::NUMBER);
    // *60 | Billion Industry Fund*: a number goes on with its scale
    let scale =
        || document.has(at, class::NUMSCALE) && !token.is(flag::UPPER) && inner && document.is(at - 1, flag::NUMBER);
    // *US$5*, *NT$3*, *S$1*
    let dollar =
        || token.len <= 3 && at + 1 < sentence.end && document.str(at + 1) == "$" && document.is(at + 1, flag::GLUED);
    // *SEK 850 000*
    let code = || {
        token.len == 3 && token.is(flag::UPPER) && document.is(at + 1, flag::NUMBER) && document.has(at, class::CURSYM)
    };
    unit || scale() || dollar() || code() || is_price(document, at, sentence.end)
}

/// *RM10,000*: letters of a currency glued to their number.
fn is_price(document: &Document<'_>, at: u32, limit: u32) -> bool {
    let token = document.token(at);
    // nearly no word has its number glued to it
    let glued = token.is(flag::UPPER) && at + 2 < limit && document.is(at + 1, flag::GLUED);
    if !glued || !document.is(at + 2, flag::NUMBER) || !matches!(document.str(at + 1), "," | ".") {
        return false;
    }
    let word = document.str(at);
    let letters = word.bytes().take_while(u8::is_ascii_alphabetic).count();
    letters < word.len()
        && word.bytes().skip(letters).all(|b| b.is_ascii_digit())
        && currency_prefix(document, &word[..letters]).is_some()
}

/// A place or an organisation of the lexicon. Gives its end.
fn known_name(document: &Document<'_>, at: u32) -> Option<u32> {
    document
        .class_end(at, class::PLACE)
        .filter(|_| !document.has(at, class::PLACESTOP))
        .or_else(|| document.class_end(at, class::ORG))
}

/// *(D-Charleston)*, *R-Ohio*: the party of the one who sits for the place.
fn is_party_tag(document: &Document<'_>, sentence: &Sentence, at: u32) -> bool {
    document.has(at, class::PARTYTAG)
        && at > sentence.start
        && matches!(document.str(at - 1), "," | "(")
        && at + 2 < sentence.end
        && document.str(at + 1) == "-"
        && document.is(at + 1, flag::GLUED)
        && document.is(at + 2, flag::GLUED)
}

/// *the All China Federation of Chips*: of all of a country, with a body's name behind.
fn is_all_of_country(document: &Document<'_>, sentence: &Sentence, at: u32) -> bool {
    /// Words from the country to the head.
    const NEAR: u32 = 5;
    document.str(at) == "All"
        && at > sentence.start
        && document.has(at - 1, class::DET)
        && document.class_end(at + 1, class::PLACE).is_some_and(|end| {
            super::shape::is_country(document, at + 1, end)
                && (end..sentence.end.min(end + NEAR))
                    .take_while(|t| document.is(*t, flag::CAPITAL))
                    .any(|t| document.has(t, class::ORGHEAD))
        })
}

/// *He Xianhan*, *An Ming*: a family name that is a function word as well, in front of a given name in pinyin.
fn is_family_name(document: &Document<'_>, at: u32, limit: u32) -> bool {
    // *He Min, head of the bureau,*: a word behind a pronoun, in front of a mark or a small word; *You Can Win* is none
    let behind_pronoun = || {
        let (name, behind) = (at + 1, at + 2);
        document.has(at, class::PRON)
            && !document.is(at, flag::HEADLINE)
            && document.info(name).verb == 0
            && !is_function(document, name)
            && !document.is(behind, flag::CAPITAL | flag::GLUED) | document.is(behind, flag::MARK)
    };
    at + 1 < limit
        && document.has(at, class::SURNAMEZH)
        && document.is(at, flag::CAPITAL)
        && document.is(at + 1, flag::CAPITAL)
        && !document.is(at + 1, flag::UPPER | flag::MIXED)
        && (document.info(at + 1).pos == 0 || behind_pronoun())
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

/// *LIMA, NOV. 9:*, *LIMA NOV 9*: a month in capitals with its point or its day behind a place in capitals.
fn is_day_of_dateline(document: &Document<'_>, at: u32, sentence: &Sentence) -> bool {
    if at + 2 >= document.len() {
        return false;
    }
    let day = at + 1 + u32::from(document.str(at + 1) == ".");
    let place = at > sentence.start && (document.is(at - 1, flag::UPPER) || document.str(at - 1) == ",");
    place && document.is(day, flag::NUMBER) && document.token(day).len <= 2
}

/// The token opens a sentence, a quotation or an item of a list, so that its capital says nothing.
pub fn opens_sentence(document: &Document<'_>, sentence: &Sentence, at: u32) -> bool {
    if at == sentence.start {
        return true;
    }
    // *Nov 24 Chipmaker Kelvar Corp said*: behind the day of an agency's dateline
    if document.is(at - 1, flag::NUMBER) {
        return at == sentence.start + 2 && document.has(at - 2, class::MONTH) && document.token(at - 1).len <= 2;
    }
    // all of them are marks, and most names stand behind a word
    if !document.is(at - 1, flag::MARK) {
        return false;
    }
    let before = document.str(at - 1);
    match before {
        "“" | "\"" | "‘" | "•" | "*" | ":" | "–" | "—" => true,
        // *LIMA, May 3 -- Foundry Kelvar said*
        "-" if document.is(at - 1, flag::GLUED) => at >= 2 && document.str(at - 2) == "-",
        // *KMTX (Applied Kelvar Technology)*
        "(" if at >= 2 && document.is(at - 2, flag::UPPER) => false,
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
        || document.is(at, flag::UPPER) && document.token(at).len < 5 && !is_day_of_dateline(document, at, sentence)
    {
        return false;
    }
    // a month is a name only behind a given name (*Theresa May*) or before a family name (*April Jones*)
    let after = at + 1 < sentence.end && is_name_word(document, at + 1) && document.has(at, class::GIVEN);
    // *In February, Japan*: *In* is a given name as well
    let name = at > sentence.start && is_name_word(document, at - 1) && !is_function(document, at - 1);
    let before = name && document.has(at - 1, class::GIVEN);
    // *Zhao Jun*: a given name in pinyin, unless a day follows
    let family = at > sentence.start
        && document.is(at - 1, flag::CAPITAL)
        && !(is_function(document, at - 1) && at - 1 == sentence.start)
        && document.has(at - 1, class::SURNAMEZH)
        && document.has(at, class::SYLLABLEZH)
        && document.get(at + 1).is_none_or(|t| !t.is(flag::NUMBER))
        && document.str(at + 1) != ".";
    !(after || before || family)
}
