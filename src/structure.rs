//! The parts of an article: title line, furniture, byline.

use crate::lexicon::format::form;
use crate::lexicon::{class, lexicon, list};
use crate::text::document::Buffers;
use crate::text::{Document, flag, lines};

/// A line longer than this (bytes) is no title.
const LONGEST_TITLE: usize = 220;

/// Words that the language is told from.
const SAMPLE: usize = 300;
/// Function words in a hundred of English news, at the least (running text has 30 to 45).
const LEAST_FUNCTION_WORDS: u32 = 12;

/// What the lines say before anything is read in them.
#[derive(Debug, Clone, Copy, Default)]
pub struct Structure {
    /// Bytes of the title line.
    pub title: Option<(usize, usize)>,
    /// Bytes of the author's name.
    pub byline: Option<(usize, usize)>,
    /// ISO 639-1, or `und`.
    pub language: &'static str,
}

/// Finds the title line and marks the tokens of headline and furniture.
pub fn analyse(text: &str, buffers: &mut Buffers) -> Structure {
    let mut structure = Structure::default();
    let mut headline_end = 0;
    let first = (text.lines()).find(|l| !l.trim().is_empty() && author(l).is_none() && !is_day(l));
    if let Some(line) = first {
        let start = line.as_ptr() as usize - text.as_ptr() as usize;
        let trimmed = line.trim();
        let start = start + (line.len() - line.trim_start().len());
        let rest = text[start + trimmed.len()..].trim_start();
        let heading = trimmed.trim_start_matches('#').trim();
        let ends = heading.ends_with(['.', '!', '?', ';', ':']) && !heading.ends_with("...")
            || heading.ends_with(".”")
            || heading.ends_with(".\"");
        let question = heading.ends_with('?')
            || heading.ends_with('.')
                && text[start + trimmed.len()..]
                    .trim_start_matches([' ', '\r'])
                    .starts_with('\n')
                && !rest.is_empty()
                && is_verbless(buffers, start, start + trimmed.len());
        if !is_wrapped(text, start) && heading.len() <= LONGEST_TITLE && (!ends || question) && heading.len() > 2 {
            let at = start + (trimmed.len() - heading.len());
            headline_end = (at + heading.len()) as u32;
            // a headline by itself is no title of anything, and a sentence that a quotation ends is no headline
            structure.title = (!rest.is_empty()).then_some((at, at + heading.len()));
            // one line alone is a headline where it is no sentence, nor several
            let ended = heading
                .trim_end_matches([' ', '\'', '’', '”', '"'])
                .ends_with(['.', '!', ',']);
            if rest.is_empty() && (ended || buffers.sentences.len() > 1) {
                headline_end = 0;
            }
        }
    }
    if headline_end > 0 {
        // a line in front that says when is none of it
        let dated = text.lines().find(|l| !l.trim().is_empty()).is_some_and(is_day);
        let start = structure.title.filter(|_| dated).map_or(0, |(start, _)| start as u32);
        for token in buffers.tokens.iter_mut().take_while(|t| t.start < headline_end) {
            if token.start >= start {
                token.flags |= flag::HEADLINE;
            }
        }
    }
    furniture(text, buffers);
    structure.byline = byline(text);
    structure.language = language(buffers);
    structure
}

/// *Formal launch of the chip centre in Lima.*: a short line without a verb is a headline, though a full stop ends it.
fn is_verbless(buffers: &Buffers, start: usize, end: usize) -> bool {
    /// Tokens of such a line.
    const LONGEST: usize = 24;
    const SHORTEST: usize = 4;
    const VERBS: u128 = 1 << class::AUX | 1 << class::MODAL | 1 << class::PRON;
    let lexicon = lexicon();
    let from = buffers.tokens.partition_point(|token| (token.start as usize) < start);
    let line: Vec<_> = buffers.tokens[from..]
        .iter()
        .take_while(|token| (token.start as usize) < end)
        .take(LONGEST + 1)
        .collect();
    let verb = |word: u32| {
        let info = lexicon.info(word);
        info.form & (form::PAST | form::THIRD) != 0 || lexicon.set(info.set) & VERBS != 0
    };
    (SHORTEST..=LONGEST).contains(&line.len()) && !line.iter().any(|token| token.is(flag::WORD) && verb(token.word))
}

/// *Monday September 1 2014*, *15:25, 13 June 2018*: a line that says nothing but when.
fn is_day(line: &str) -> bool {
    /// Bytes of the longest.
    const LONGEST: usize = 40;
    const DAY: u128 = 1 << class::MONTH | 1 << class::WEEKDAY;
    let lexicon = lexicon();
    let line = line.trim();
    if line.len() > LONGEST || !line.bytes().any(|b| b.is_ascii_digit()) {
        return false;
    }
    let day = |word: &str| lexicon.set(lexicon.info(lexicon.word_of(word)).set_capital) & DAY != 0;
    let mut words = line
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let year = words
        .clone()
        .any(|word| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit()));
    let small = |word: &str| lexicon.is_on_list(lexicon.word_of(word), list::BESIDE_DAY);
    let digits = |word: &str| {
        word.trim_end_matches(char::is_alphabetic)
            .bytes()
            .all(|b| b.is_ascii_digit())
    };
    let plain = |word: &str| digits(word) && (word.ends_with(|c: char| c.is_ascii_digit()) || word.len() <= 4);
    year && words.all(|word| day(word) || small(word) || !word.starts_with(char::is_alphabetic) && plain(word))
}

/// The line at `start` goes on in the next ones: a text whose lines were broken at a width has no title in its first.
fn is_wrapped(text: &str, start: usize) -> bool {
    /// Lines that are looked at, and how short and how long they may be.
    const LINES: usize = 3;
    const WIDTH: std::ops::RangeInclusive<usize> = 40..=100;
    let mut lines = text[start..].split('\n').map(str::trim_end).take(LINES + 1);
    let first = lines.next().unwrap_or_default();
    let mut next = lines.clone();
    // small letters or a number behind a line that ends without a mark
    let goes_on = next
        .next()
        .and_then(|l| l.chars().next())
        .is_some_and(|c| c.is_lowercase() || c.is_ascii_digit());
    let open = !first.ends_with(['.', '!', '?', ':', '"', '”']);
    let wide = |l: &str| WIDTH.contains(&l.len());
    open && goes_on && wide(first) && lines.filter(|l| !l.is_empty()).filter(|l| wide(l)).count() == LINES
}

/// Captions in brackets that are a line of their own, and lines such as *Back to top*.
fn furniture(text: &str, buffers: &mut Buffers) {
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    for line in lines(text) {
        let trimmed = line.trim();
        if trimmed.is_empty() || trimmed.len() > 300 {
            continue;
        }
        let brackets = ['(', '（', '['];
        let bracketed = trimmed.starts_with(brackets)
            && trimmed.ends_with([')', '）', ']'])
            && trimmed.matches(brackets).count() == 1;
        if bracketed {
            let start = (trimmed.as_ptr() as usize - text.as_ptr() as usize) as u32;
            ranges.push((start, start + trimmed.len() as u32));
        }
    }
    let document = buffers.document(text);
    let mut starts = (0..document.len())
        .filter(|at| document.is(*at, flag::LINE))
        .chain([document.len()])
        .peekable();
    while let Some(at) = starts.next() {
        let Some(&next) = starts.peek() else { break };
        if let Some(end) = furniture_end(&document, at, next) {
            ranges.push((document.token(at).start, document.token(end - 1).end()));
        }
    }
    ranges.sort_unstable();
    let mut at = 0;
    for (start, end) in ranges {
        while at < buffers.tokens.len() && buffers.tokens[at].start < start {
            at += 1;
        }
        while at < buffers.tokens.len() && buffers.tokens[at].start < end {
            buffers.tokens[at].flags |= flag::FURNITURE;
            at += 1;
        }
    }
}

/// The end of the furniture that the line `start..end` opens with: the phrase is the whole line (*Back to top*), a label in front
/// of a short one (*Editor: …*), the start of a caption (*Photo shows …*), or a caption's credit closes it (*… [Photo/Xinhua]*).
fn furniture_end(document: &Document<'_>, start: u32, end: u32) -> Option<u32> {
    /// Tokens of a line behind its label, and of a caption.
    const LABELLED: u32 = 16;
    const CAPTION: u32 = 70;
    let is_caption = |at: u32, value: &str| {
        let phrase = document.class_end(at, class::FURNITURELINE)?;
        (document.value(at, phrase, class::FURNITURELINE) == Some(value)).then_some(phrase)
    };
    if end - start <= CAPTION {
        let credit = matches!(document.str(end - 1), ")" | "]" | "）")
            .then(|| {
                (start..end)
                    .rev()
                    .find(|at| matches!(document.str(*at), "(" | "[" | "（"))
            })
            .flatten();
        // *(Photo by Li Ming)*, *[Photo/Agency]*, but *(image sensors)*
        let small =
            |at: u32| document.is(at, flag::WORD) && !document.is(at, flag::CAPITAL) && !document.has(at, class::PREP);
        let credits = |open: u32| is_caption(open + 1, "credit").is_some_and(|behind| !small(behind));
        if credit.is_some_and(|open| open > start && credits(open)) || is_caption(start, "caption").is_some() {
            return Some(end);
        }
    }
    // *2 Min Read*, *5 comments*
    let counted = u32::from(document.is(start, flag::NUMBER));
    let phrase = document.class_end(start + counted, class::FURNITURELINE)?;
    let label = document.str(phrase - 1) == ":";
    let short = end <= phrase + LABELLED && label || end <= phrase + 1;
    short.then_some(end)
}

/// The author on a line such as *By Priya Naidoo* near the top; bytes.
fn byline(text: &str) -> Option<(usize, usize)> {
    for line in text.lines().filter(|l| !l.trim().is_empty()).take(5) {
        if let Some(name) = author(line) {
            let start = name.as_ptr() as usize - text.as_ptr() as usize;
            return Some((start, start + name.len()));
        }
    }
    None
}

/// The author that a line names which says nothing else: *By Priya Naidoo, Lima Post*, *By Li Ming in Hefei*.
fn author(line: &str) -> Option<&str> {
    /// Words of the names of all authors.
    const LONGEST: usize = 7;
    let trimmed = line.trim();
    let rest = trimmed.strip_prefix("By ").or_else(|| trimmed.strip_prefix("BY "))?;
    let name = rest.split([',', '|', ';']).next().unwrap_or_default();
    let name = name.split(" in ").next().unwrap_or_default();
    let name = name.trim_end_matches('.').trim();
    let mut words = name.split_whitespace();
    let capitals = !name.is_empty() && words.all(|w| w == "and" || w.starts_with(char::is_uppercase));
    (capitals && name.split_whitespace().count() <= LONGEST).then_some(name)
}

/// `en` where the first words hold as many function words as English does, else `und`.
fn language(buffers: &Buffers) -> &'static str {
    let lexicon = lexicon();
    let small = 1u128 << class::DET | 1 << class::PREP | 1 << class::CONJ | 1 << class::AUX | 1 << class::PRON;
    let (mut words, mut function) = (0u32, 0u32);
    for token in buffers.tokens.iter().filter(|t| t.is(flag::WORD)).take(SAMPLE) {
        words += 1;
        function += u32::from(lexicon.set(lexicon.info(token.word).set) & small != 0);
        // enough for the whole sample
        if function * 100 >= SAMPLE as u32 * LEAST_FUNCTION_WORDS {
            break;
        }
    }
    if words > 20 && function * 100 < words * LEAST_FUNCTION_WORDS {
        "und"
    } else {
        "en"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_only_says_when_is_no_title() {
        for line in [
            "Monday September 1 2014",
            "15:25, 13 June 2018",
            "13th June 2018, 3.25 PM GMT",
            "2018-06-13 15:25 UTC",
        ] {
            assert!(is_day(line), "{line}");
        }
        for line in [
            "September",
            "13 June",
            "Kelvar opened a plant on 13 June 2018",
            "2018 in chips",
            "Lima, 13 June 2018",
        ] {
            assert!(!is_day(line), "{line}");
        }
        let text = "Monday September 1 2014\n\nChip plant opens in Lima\n\nKelvar opened a plant there.";
        let article = crate::testing::article(text);
        let mut extractor = crate::Extractor::new();
        let record = extractor.extract(&article);
        assert_eq!(record.title.as_deref(), Some("Chip plant opens in Lima"));
    }

    #[test]
    fn a_line_without_a_verb_is_a_title_though_it_ends_with_a_full_stop() {
        let title = |line: &str| {
            let text =
                format!("{line}\n\nKelvar opened the centre in Lima on May 3. It is the first one of the country.");
            let article = crate::testing::article(&text);
            let mut extractor = crate::Extractor::new();
            extractor.extract(&article).title.map(String::from)
        };
        assert!(title("Formal launch of the Lindo Chip Center in Lima.").is_some());
        for line in [
            "Kelvar opened a centre in Lima.",
            "The centre in Lima is a good one.",
            "Amy Kuo won gold in Lima.",
            "In Lima.",
        ] {
            assert_eq!(title(line), None, "{line}");
        }
    }
}
