//! Sentence and paragraph ends.
//!
//! A point ends a sentence unless the lexicon knows the word before it as an abbreviation, it is an initial, or what
//! follows goes on in lower case or with a comma (a slip that translated news is full of: *SK Hynix. , Lixin Micro*).

mod firm;

use super::document::{Buffers, Sentence};
use super::lines;
use super::token::{Token, flag};
use crate::lexicon::{Lexicon, class, lexicon};

/// A line at least this long (bytes) may have been wrapped by hand.
const WRAPPED: u32 = 50;

/// Tokens of a sentence after which it is cut at the next comma or semicolon, and after which it is cut anyhow. No one
/// writes such sentences; lists and broken text hold them, and what looks at all of a sentence for each of its words
/// would take forever there.
const LONG: usize = 300;
const LONGEST: usize = 400;

/// Fills `sentences` and `paragraphs`, and sets [`flag::SENTENCE`].
pub fn split(text: &str, buffers: &mut Buffers) {
    let lexicon = lexicon();
    let wrapped = is_wrapped(text);
    let bytes = text.as_bytes();
    let tokens = &mut buffers.tokens;
    let (mut start, mut paragraph, mut line_start) = (0usize, 0u32, 0u32);
    let mut at = 0;
    while at < tokens.len() {
        // nothing ends at or before any other
        if !tokens[at].is(flag::LINE | flag::MARK | flag::DOTTED) {
            at += 1;
            continue;
        }
        if at > 0 && tokens[at].is(flag::LINE) && line_ends(bytes, &tokens[at - 1], &tokens[at], line_start, wrapped) {
            // a full stop has ended the sentence already, but not the paragraph
            if at > start {
                close(tokens, &mut buffers.sentences, bytes, (start, at), paragraph);
                start = at;
            }
            paragraph += 1;
        }
        if tokens[at].is(flag::LINE) {
            line_start = tokens[at].start;
        }
        let token = tokens[at];
        if (token.is(flag::MARK) || token.is(flag::DOTTED))
            && let Some(end) = sentence_end(lexicon, bytes, &tokens[start..], at - start).map(|end| end + start)
        {
            close(tokens, &mut buffers.sentences, bytes, (start, end), paragraph);
            start = end;
            at = end;
            continue;
        }
        at += 1;
    }
    if start < tokens.len() {
        let end = tokens.len();
        close(tokens, &mut buffers.sentences, bytes, (start, end), paragraph);
    }
    buffers.paragraphs = if tokens.is_empty() { 0 } else { paragraph + 1 };
}

fn close(tokens: &mut [Token], sentences: &mut Vec<Sentence>, bytes: &[u8], range: (usize, usize), paragraph: u32) {
    let (mut start, end) = range;
    while start < end {
        let cut = if end - start > LONGEST {
            let comma = (start + LONG..start + LONGEST)
                .find(|at| matches!(bytes[tokens[*at].start as usize], b',' | b';') && tokens[*at].len == 1);
            comma.map_or(start + LONGEST, |at| at + 1)
        } else {
            end
        };
        tokens[start].flags |= flag::SENTENCE;
        sentences.push(Sentence {
            start: start as u32,
            end: cut as u32,
            paragraph,
        });
        start = cut;
    }
}

/// Whether the text is broken into lines by hand: most single line ends stand inside a sentence.
fn is_wrapped(text: &str) -> bool {
    let (mut inside, mut all) = (0u32, 0u32);
    let mut before: Option<&str> = None;
    for line in lines(text).take(200) {
        let line_trimmed = line.trim();
        if let Some(previous) = before
            && !previous.is_empty()
            && !line_trimmed.is_empty()
        {
            all += 1;
            inside += u32::from(
                previous.len() >= WRAPPED as usize
                    && line_trimmed.starts_with(|c: char| c.is_lowercase())
                    && !previous.ends_with(['.', '!', '?', ':', '"', '”', ')']),
            );
        }
        before = Some(line_trimmed);
    }
    all >= 4 && inside * 3 >= all
}

/// Whether the line end between two tokens ends a paragraph.
fn line_ends(bytes: &[u8], before: &Token, token: &Token, line_start: u32, wrapped: bool) -> bool {
    let between = &bytes[before.end() as usize..token.start as usize];
    if between.iter().filter(|b| **b == b'\n').count() > 1 {
        return true;
    }
    let long = before.end() - line_start >= WRAPPED;
    let small = token.is(flag::WORD) && !token.is(flag::CAPITAL);
    let last = bytes[before.end() as usize - 1];
    let closed = matches!(last, b'.' | b'!' | b'?' | b')' | b'"' | b':');
    !(long && (wrapped && !closed || small && !matches!(last, b'.' | b'!' | b'?')))
}

fn is_quote_or_bracket(bytes: &[u8], token: &Token) -> bool {
    token.is(flag::MARK) && {
        let s = &bytes[token.start as usize..token.end() as usize];
        matches!(s, b"\"" | b"'" | b")" | b"]") || matches!(s, [0xe2, 0x80, 0x99 | 0x9d]) || s == "』".as_bytes()
    }
}

/// If the mark at `at` ends a sentence: the token behind it and behind closing quotes and brackets.
fn sentence_end(lexicon: &Lexicon, bytes: &[u8], tokens: &[Token], at: usize) -> Option<usize> {
    let token = &tokens[at];
    let first = bytes[token.start as usize];
    let dotted = token.is(flag::DOTTED) && bytes[token.end() as usize - 1] == b'.';
    let full_stop = first == b'.' && token.len == 1;
    let other = matches!(first, b'!' | b'?') || &bytes[token.start as usize..token.end() as usize] == "。".as_bytes();
    if !(dotted || full_stop || other) {
        return None;
    }
    let mut next = at + 1;
    while next < tokens.len() && tokens[next].is(flag::GLUED) && is_quote_or_bracket(bytes, &tokens[next]) {
        next += 1;
    }
    let Some(after) = tokens.get(next) else {
        return Some(next);
    };
    if after.is(flag::LINE) {
        // the line rule decides; a hand-wrapped abbreviation goes on
        let goes_on = dotted && after.is(flag::WORD) && !after.is(flag::CAPITAL);
        return (!goes_on).then_some(next);
    }
    let first_after = bytes[after.start as usize];
    if after.is(flag::MARK)
        && matches!(
            first_after,
            b',' | b';' | b')' | b'.' | b':' | b'!' | b'?' | b'-' | b'%'
        )
    {
        return None;
    }
    if after.is(flag::WORD) && !after.is(flag::CAPITAL) && !after.is(flag::MIXED) {
        return None;
    }
    if other {
        return Some(next);
    }
    let before = at.checked_sub(1).map(|b| &tokens[b]);
    if after.is(flag::GLUED) && next == at + 1 {
        // a missing space: `… in 2023.The company`
        let small = before.is_some_and(|b| b.is(flag::WORD) && !b.is(flag::CAPITAL) && b.len > 1);
        return (small && after.is(flag::CAPITAL) && after.len > 1).then_some(next);
    }
    let starter = after.word != 0 && {
        let set = lexicon.set(lexicon.info(after.word).set_capital);
        set & (1 << class::STARTER) != 0
    };
    if dotted {
        return starter.then_some(next);
    }
    if let Some(before) = before {
        let glued = token.is(flag::GLUED);
        let initial = before.is(flag::CAPITAL) && before.is(flag::WORD) && before.len == 1;
        let abbreviation = before.word != 0 && {
            let info = lexicon.info(before.word);
            let set = lexicon.set(if before.is(flag::CAPITAL) {
                info.set_capital
            } else {
                info.set
            });
            set & (1 << class::ABBREV) != 0
        };
        if glued && (initial || abbreviation) {
            // *hosted by Mr. Wu Lei, mayor of …* is one sentence
            let address = || lexicon.set(lexicon.info(before.word).set_capital) & (1 << class::HONORIFIC) != 0;
            let told = starter
                || !address()
                    && (is_person_told(lexicon, bytes, tokens, next)
                        || closes_name(lexicon, before) && firm::ends_sentence(lexicon, bytes, tokens, (at, next)));
            return told.then_some(next);
        }
    }
    Some(next)
}

/// *Inc*, *Ltd*, *Calif*
fn closes_name(lexicon: &Lexicon, token: &Token) -> bool {
    const NAMES: u128 = 1 << class::LEGALFORM | 1 << class::PLACE;
    lexicon.set(lexicon.info(token.word).set_capital) & NAMES != 0
}

/// *… of Kelvar Co., Ltd. | Chen Nanxiang, chairman of the association, said*: a Chinese name, told of behind a comma.
fn is_person_told(lexicon: &Lexicon, bytes: &[u8], tokens: &[Token], at: usize) -> bool {
    let [family, given, comma, told] = match tokens.get(at..at + 4) {
        Some([a, b, c, d]) => [a, b, c, d],
        _ => return false,
    };
    let set = lexicon.set(lexicon.info(family.word).set_capital);
    let name = |token: &Token| token.is(flag::CAPITAL) && token.is(flag::WORD) && token.len > 1;
    family.word != 0
        && set & (1 << class::SURNAMEZH) != 0
        && name(family)
        && name(given)
        && comma.len == 1
        && bytes[comma.start as usize] == b','
        && told.is(flag::WORD)
        && !told.is(flag::CAPITAL)
}

#[cfg(test)]
mod tests {
    use crate::text::document::Buffers;

    #[test]
    fn paragraphs_go_up_behind_a_full_stop_too() {
        let mut buffers = Buffers::default();
        let document = buffers.read("A line\n\nIt rose. It fell.\n\nIt rose again.\nIt fell again.\n");
        let paragraphs: Vec<u32> = document.sentences().iter().map(|s| s.paragraph).collect();
        assert_eq!(paragraphs, [0, 1, 1, 2, 3]);
        assert_eq!(buffers.paragraphs, 4);
    }

    fn cut(text: &str) -> Vec<String> {
        let mut buffers = Buffers::default();
        let document = buffers.read(text);
        document
            .sentences()
            .iter()
            .map(|s| document.slice(s.start, s.end).to_string())
            .collect()
    }

    #[test]
    fn abbreviations_and_slips() {
        assert_eq!(cut("GMC (Wuxi) Co., Ltd. signed it. The fab opened.").len(), 2);
        assert_eq!(cut("It was held by Lanxi Co., Ltd. Chen Wei, a guest, left.").len(), 2);
        assert_eq!(cut("It was held by Lanxi Co., Ltd. General Manager Chen Wei.").len(), 1);
        assert_eq!(
            cut("It was built by Kelvar Inc. Lumeno Corp. of Lima runs it.").len(),
            2
        );
        assert_eq!(cut("She works for Kelvar Ltd. Dana Holm leads it.").len(), 2);
        assert_eq!(
            cut("She starts as treasurer of Kelvar Corp. Lena Voss leaves.").len(),
            2
        );
        assert_eq!(
            cut("It signed with Kelvar Co. Ltd. Several local banks took part.").len(),
            2
        );
        assert_eq!(cut("It signed with Kelvar Co. Ltd. Local banks took part.").len(), 2);
        assert_eq!(cut("It is based in Fresno, Calif. Kelvar said so on Monday.").len(), 2);
        assert_eq!(cut("At Kelvar Corp. Lena Voss leads the work.").len(), 1);
        assert_eq!(
            cut("It was held on May 4, said chairman of Kelvar Co., Ltd. Li Ming.").len(),
            1
        );
        assert_eq!(
            cut("It was held there, and chairman of Kelvar Co., Ltd. Li Ming spoke.").len(),
            1
        );
        assert_eq!(cut("She joined Kelvar Inc. Chairman Luis Prado said.").len(), 1);
        assert_eq!(cut("The “No. 1 Project” began on Jan. 5 in the U.S. market.").len(), 1);
        assert_eq!(cut("He works for Acme Inc. The firm is large.").len(), 2);
        assert_eq!(
            cut("Members are SK Hynix. , Lixin Micro, etc.\n\nIn the future it grows.").len(),
            2
        );
        assert_eq!(cut("J. K. Lee spoke. “Will it hold?” he asked. Yes!").len(), 3);
        assert_eq!(cut("The price rose 3.5. It fell.").len(), 2);
    }

    #[test]
    fn wrapped_lines_go_on() {
        let text = "The company said on Monday that it would build a second plant\nin the city of Wuxi by the end of the year.\n";
        assert_eq!(cut(text).len(), 1);
        assert_eq!(cut("Chip plant opens\nWuxi is glad").len(), 2);
    }
}
