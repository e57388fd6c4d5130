//! Noun phrases around numbers, by what the lexicon knows of each word.

use crate::lexicon::class;
use crate::lexicon::format::{form, pos};
use crate::text::{Document, flag};

/// Tokens that end a noun phrase, whatever else the word can be.
const STOPS: u128 = 1 << class::DET
    | 1 << class::PRON
    | 1 << class::PREP
    | 1 << class::CONJ
    | 1 << class::SUBORD
    | 1 << class::AUX
    | 1 << class::MODAL
    | 1 << class::NEG;

/// Longest noun phrase in front of or behind a figure, in tokens.
const LONGEST: u32 = 12;

/// Tokens of what stands in quotation marks inside a phrase, with them.
const QUOTED: u32 = 6;

/// A hyphen that joins the words on both sides.
pub fn joins(document: &Document<'_>, at: u32) -> bool {
    document.is(at, flag::GLUED)
        && document.is(at + 1, flag::GLUED)
        && matches!(document.str(at), "-" | "‑" | "‐" | "–")
}

/// Whether the token is a plain word (not a number or mark).
pub fn is_word(document: &Document<'_>, at: u32) -> bool {
    document.is(at, flag::WORD)
}

/// Whether a function word that ends a noun phrase stands here.
pub fn stops(document: &Document<'_>, at: u32) -> bool {
    at >= document.len() || !is_word(document, at) || document.classes(at) & STOPS != 0
}

fn pos_of(document: &Document<'_>, at: u32) -> u8 {
    document.info(at).pos
}

/// Whether the word can be a plural noun.
pub fn is_plural(document: &Document<'_>, at: u32) -> bool {
    let token = document.token(at);
    if document.value(at, at + 1, class::NOCOUNT) == Some("plural") {
        return true;
    }
    if token.word == 0 || pos_of(document, at) == 0 {
        let text = document.str(at);
        return text.len() > 3 && (text.ends_with('s') || text.ends_with('S')) && !text.ends_with("ss");
    }
    pos_of(document, at) & pos::PLURAL != 0
}

/// Whether the word can be a noun at all; unknown words can.
pub fn is_noun(document: &Document<'_>, at: u32) -> bool {
    let known = pos_of(document, at);
    known == 0 || known & pos::NOUN != 0
}

/// Whether the word is a verb form and hardly anything else.
pub fn is_verb(document: &Document<'_>, at: u32) -> bool {
    let known = pos_of(document, at);
    let info = document.info(at);
    known & pos::VERB != 0 && known & (pos::NOUN | pos::ADJECTIVE) == 0 && info.form & form::GERUND == 0
        || info.form & form::PAST != 0 && info.form & form::BASE == 0 && known & (pos::NOUN | pos::ADJECTIVE) == 0
}

/// The end of the word at `at` with the parts that hyphens join to it, and its last part.
pub fn compound(document: &Document<'_>, at: u32, end: u32) -> (u32, u32) {
    let mut last = at;
    while last + 2 < end
        && joins(document, last + 1)
        && (is_word(document, last + 2) || document.is(last + 2, flag::NUMBER))
    {
        last += 2;
    }
    (last + 1, last)
}

/// The head noun of the phrase that begins at `at`: tokens `start..end` of the head (hyphenated parts included).
/// `plural` asks for a plural noun, else the last noun of the run is the head.
pub fn head(document: &Document<'_>, at: u32, limit: u32, plural: bool) -> Option<(u32, u32)> {
    let limit = limit.min(at + LONGEST);
    let mut at = at;
    let mut found: Option<(u32, u32)> = None;
    let mut seen = 0;
    while at < limit {
        if document.str(at) == "&" && seen > 0 {
            at += 1;
            continue;
        }
        // *investment and industrial cooperation projects*, *small, medium and micro firms*
        // *400 political, business, and academic guests*
        let comma = |at: u32| {
            document.str(at) == ","
                && at + 2 < limit
                && (document.str(at + 2) == "and" || document.str(at + 2) == "," && document.str(at + 3) == "and")
        };
        // *50 national-level or city-level centres*
        let and = (document.str(at) == "and" || document.str(at) == "or")
            || comma(at)
            || document.str(at) == "," && document.str(at + 1) == "and";
        if and && plural && found.is_none() && seen > 0 && seen < 4 {
            at += 1;
            continue;
        }
        // *15 national “little giant” firms*
        if plural && seen > 0 && found.is_none() && matches!(document.str(at), "“" | "‘" | "\"") {
            let close = (at + 2..limit.min(at + QUOTED)).find(|at| matches!(document.str(*at), "”" | "’" | "\""));
            let Some(close) = close else { break };
            at = close + 1;
            continue;
        }
        // *63,000 Model 3 sedans*: the number belongs to the name
        let model = plural
            && seen > 0
            && document.is(at, flag::NUMBER)
            && document.is(at - 1, flag::CAPITAL)
            && !document.is(at, flag::GLUED)
            && at + 1 < limit
            && is_word(document, at + 1)
            && !document.is(at + 1, flag::GLUED);
        if model {
            at += 1;
            continue;
        }
        // *27,000 Model S and Model X vehicles*: so does a letter
        if seen > 0 && document.is(at, flag::CAPITAL) && document.token(at).len == 1 {
            at += 1;
            continue;
        }
        if stops(document, at) {
            break;
        }
        let (end, last) = compound(document, at, limit);
        let no = document.value(last, last + 1, class::NOCOUNT);
        if no == Some("no") {
            break;
        }
        if plural {
            if is_plural(document, last) {
                // *exhibition areas* ends here, *sales managers* goes on
                found = Some((at, end));
                let verb = pos_of(document, last) & pos::VERB != 0;
                // *25 people injured*, *16 people dead* are people
                let done = |k: u32| {
                    let participle = document.info(k).form & form::PARTICIPLE != 0;
                    participle && pos_of(document, k) & pos::VERB != 0 || document.str(k).eq_ignore_ascii_case("dead")
                };
                let next = |k: u32| k < limit && !stops(document, k) && is_plural(document, k) && !done(k);
                let noun = end < limit
                    && !stops(document, end)
                    && pos_of(document, end) & pos::NOUN != 0
                    && pos_of(document, end) & pos::VERB == 0
                    && next(end + 1)
                    && !verb;
                if !next(end) && !noun {
                    break;
                }
            } else if is_verb(document, last) && end == at + 1 && document.info(last).form & form::PARTICIPLE == 0 {
                break;
            }
        } else if found.is_some() && is_verb(document, last) {
            break;
        } else if is_noun(document, last) {
            // a verb behind the noun ends it (*one dealer plans …*, *one truck sped away*)
            let after = end >= limit || stops(document, end) || pos_of(document, end) & pos::ADVERB != 0;
            let past =
                document.info(last).form & form::PAST != 0 && document.info(last).form & form::BASE == 0 && after;
            let third = pos_of(document, last) & pos::VERB != 0 && document.info(last).form & form::THIRD != 0;
            if found.is_some() && (third || past) {
                break;
            }
            if found.is_some()
                && pos_of(document, last) & pos::ADVERB != 0
                && pos_of(document, last) & pos::ADJECTIVE == 0
            {
                break;
            }
            found = Some((at, end));
        } else if found.is_some() {
            break;
        }
        seen += 1;
        at = end;
        if at < limit && document.str(at).starts_with(['\'', '’']) {
            break;
        }
    }
    found
}

/// The first preposition of `start..end`, those inside *price-to-earnings* aside.
pub fn preposition(document: &Document<'_>, start: u32, end: u32) -> Option<u32> {
    let inside = |k: u32| k > start && joins(document, k - 1) || joins(document, k + 1);
    (start..end).find(|k| document.has(*k, class::PREP) && !inside(*k))
}

/// The start of the noun phrase that ends before `end`: nouns, adjectives, names, hyphenated words and what *’s*
/// joins, up to a function word.
pub fn phrase_start(document: &Document<'_>, end: u32, from: u32) -> u32 {
    let mut at = end;
    let from = from.max(end.saturating_sub(LONGEST));
    while at > from {
        let before = at - 1;
        if joins(document, before) && before > from {
            // the parts of *year-on-year* are of one word, whatever they are alone
            at = before - 1;
            continue;
        }
        let possessive = document.is(before, flag::MARK)
            && document.is(before, flag::GLUED)
            && matches!(document.str(before), "'s" | "’s");
        if possessive {
            at = before;
            continue;
        }
        if document.is(before, flag::NUMBER) && before > from && at < end && joins(document, at) {
            at = before;
            continue;
        }
        if stops(document, before) || is_verb(document, before) && !nominal(document, before) {
            break;
        }
        let adverb = pos_of(document, before) == pos::ADVERB;
        if adverb && !document.is(before, flag::CAPITAL) || predicate(document, before, from) {
            break;
        }
        if at < end && before > from && governs(document, before) {
            break;
        }
        at = before;
    }
    // a phrase does not begin with *’s* or a hyphen
    while at < end && document.is(at, flag::MARK) {
        at += 1;
    }
    at
}

/// Whether a word that looks like a verb is none: *Added Value*, *the added value*, *the value added of the industry*.
fn nominal(document: &Document<'_>, at: u32) -> bool {
    let participle = document.info(at).form & form::PARTICIPLE != 0;
    let held = at > 0 && (document.has(at - 1, class::DET) || document.has(at - 1, class::PREP));
    document.is(at, flag::CAPITAL) || document.has(at, class::MEASURED) || participle && held
}

/// Whether the word is a verb in front of its object, though it could be an adjective: *reported record sales*, but
/// not *the combined output*; *can form annual output*.
fn predicate(document: &Document<'_>, at: u32, from: u32) -> bool {
    let info = document.info(at);
    let participle = info.form & form::PARTICIPLE != 0;
    if document.is(at, flag::CAPITAL) || participle && document.has(at, class::MEASURED) || at <= from {
        return false;
    }
    let before = at - 1;
    if info.form & form::BASE != 0 && (document.has(before, class::MODAL) || document.str(before) == "to") {
        return true;
    }
    if info.form & (form::PAST | form::PARTICIPLE) == 0 || info.pos & pos::NOUN != 0 {
        return false;
    }
    let article = document.has(before, class::DET) || document.has(before, class::PRON);
    let prep = document.has(before, class::PREP);
    let possessive =
        document.is(before, flag::MARK) && document.is(before, flag::GLUED) && document.str(before).ends_with('s');
    let verb = is_verb(document, before) || document.info(before).form & form::PAST != 0 || document.str(before) == "-";
    let adjective = document.info(before).pos == pos::ADJECTIVE;
    !(article || prep || possessive || verb || adjective)
}

/// Whether a word that could be a noun is the verb of what stands behind it, as the word in front tells: *it plans capital
/// spending*, *the group plans*, *a quake shook Lima*; or the adverb of such a verb: *buy back shares*.
fn governs(document: &Document<'_>, at: u32) -> bool {
    let (info, before) = (document.info(at), at - 1);
    if document.is(at, flag::CAPITAL) || !is_word(document, before) {
        return false;
    }
    let infinitive = at > 1 && (document.has(at - 2, class::MODAL) || document.str(at - 2) == "to");
    if infinitive && info.pos & pos::ADVERB != 0 && document.info(before).form & form::BASE != 0 {
        return true;
    }
    let subject = document.has(before, class::PRON) && !document.has(before, class::DET);
    let agent = document.has(before, class::ORGNOUN) && at > 1 && document.has(at - 2, class::DET);
    if info.form & form::THIRD != 0 && (subject || agent) {
        return true;
    }
    let noun = !stops(document, before) && is_noun(document, before);
    info.form & form::PAST != 0 && info.form & form::BASE == 0 && noun && document.is(at + 1, flag::CAPITAL)
}

/// The end of the noun phrase that begins at `at`.
pub fn phrase_end(document: &Document<'_>, at: u32, limit: u32) -> u32 {
    let limit = limit.min(at + LONGEST);
    let mut end = at;
    while end < limit {
        let possessive = document.is(end, flag::GLUED) && matches!(document.str(end), "'s" | "’s");
        if possessive && end > at {
            end += 1;
            continue;
        }
        if stops(document, end) || end > at && is_verb(document, end) && !document.is(end, flag::CAPITAL) {
            break;
        }
        if end > at && end + 1 < limit && governs(document, end) {
            break;
        }
        if pos_of(document, end) == pos::ADVERB && end > at {
            break;
        }
        end = compound(document, end, limit).0;
    }
    end
}
