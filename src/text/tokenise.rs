//! Tokens with their word ids and shapes, and the phrases of the lexicon: the one pass over the bytes.

use super::document::{Buffers, Phrase, Trigger};
use super::fold;
use super::masks::{Block, window};
use super::scan::{self, Kind, Raw, inner};
use super::token::{Token, flag};
use crate::lexicon::format::{SIGNATURE_ANY, bucket, flag_signature, number_kind, number_signature};
use crate::lexicon::{ClassSet, Lexicon, class, in_set, lexicon};

/// Words looked up together, so that their table slots arrive while others are hashed.
const BATCH: usize = 32;
/// Words that may wait: a batch is looked up when the one behind it is full, so that the slot asked for last has arrived too.
const WAITING: usize = 2 * BATCH;

/// Fills `tokens`, `phrases` and the triggers.
pub fn tokenise(text: &str, buffers: &mut Buffers) {
    let lexicon = lexicon();
    let bytes = text.as_bytes();
    // the words that are looked for: token and hash
    let mut hashes = [(0, 0u64); WAITING];
    let (mut waiting, mut looked_up) = (0, 0);
    let mut at = 0;
    let mut words = 0;
    loop {
        let (mut word, hash, flags, start, end);
        // most tokens are a plain word behind a single space
        let near = at + usize::from(bytes.get(at) == Some(&b' '));
        if let Some((length, small)) = plain_word(bytes, &buffers.blocks, near) {
            (start, end) = (near, near + length);
            words += 1;
            word = 0;
            hash = fold::hash_near(bytes, start, length);
            let glued = if start == at { flag::GLUED } else { 0 };
            // all but the first letter are small in most words
            let shape = if small | 1 == u64::MAX >> (64 - length) {
                if small & 1 == 0 { flag::CAPITAL } else { 0 }
            } else {
                shape(&bytes[start..end], scan::inner_of(&bytes[start..end]))
            };
            flags = flag::WORD | glued | shape;
        } else {
            let Some(raw) = scan::next(bytes, at) else { break };
            (start, end) = (raw.start, raw.end);
            let before = if start == at {
                flag::GLUED
            } else if bytes[at..start].iter().any(|b| matches!(b, b'\n' | b'\r')) {
                flag::LINE
            } else {
                0
            };
            let (kind, id, key) = token(text, &raw, lexicon);
            words += u32::from(raw.kind == Kind::Word);
            (word, hash, flags) = (id, key, before | kind);
        }
        if hash != 0 {
            word = lexicon.common_word(hash);
            lexicon.prefetch_word(word, hash);
            // counted only where it is still looked for: nothing is guessed from word to word
            hashes[waiting % WAITING] = (buffers.tokens.len(), hash);
            waiting += usize::from(word == 0);
        }
        buffers.tokens.push(Token {
            start: start as u32,
            word,
            len: u16::try_from(end - start).unwrap_or_else(|_| longest(&text[start..])),
            flags,
            phrase: 0,
        });
        if waiting == looked_up + WAITING {
            look_up(lexicon, &hashes[looked_up % WAITING..][..BATCH], &mut buffers.tokens);
            looked_up += BATCH;
        }
        at = end;
    }
    for at in looked_up..waiting {
        look_up(lexicon, &hashes[at % WAITING..][..1], &mut buffers.tokens);
    }
    // the first opens a line whatever stands in front
    if let Some(first) = buffers.tokens.first_mut() {
        first.flags = first.flags & !flag::GLUED | flag::LINE;
    }
    buffers.words = words;
    phrases(lexicon, bytes, buffers);
}

/// Bytes behind which a word ends whatever follows, as a mark or a space of ASCII. An apostrophe may stand inside, a colon may
/// belong to an address.
const ENDS_WORD: [bool; 256] = {
    let mut table = [false; 256];
    let mut b = 0;
    while b < 128 {
        let byte = b as u8;
        table[b] = !(byte.is_ascii_alphanumeric() || byte == b'\'' || byte == b':');
        b += 1;
    }
    table
};

/// The length of the word that starts at `at` and which of its bytes are small letters, where it is of plain letters and
/// digits and room to read sixteen bytes is left. Of any other token `None`: the scanner knows them all.
#[inline(always)]
fn plain_word(bytes: &[u8], blocks: &[Block], at: usize) -> Option<(usize, u64)> {
    if at + 16 > bytes.len() || !bytes[at].is_ascii_alphabetic() {
        return None;
    }
    let length = (!window(blocks, at, |b| b.plain)).trailing_zeros() as usize;
    let behind = *bytes.get(at + length)?;
    // `U.S.` starts as a word of one letter
    let ends = ENDS_WORD[usize::from(behind)] && (length > 1 || behind != b'.');
    (ends && length <= fold::SHORT).then(|| {
        let all = u64::MAX >> (64 - length);
        (length, window(blocks, at, |b| b.small) & all)
    })
}

/// Flags, word id and hash of a token of any kind. At least one of the last two is 0.
#[inline]
fn token(text: &str, raw: &Raw, lexicon: &Lexicon) -> (u16, u32, u64) {
    let bytes = text.as_bytes();
    match raw.kind {
        Kind::Number => (flag::NUMBER, 0, 0),
        Kind::Word if raw.wide => {
            let word = &text[raw.start..raw.end];
            let flags = flag::WORD | flag::WIDE | wide_shape(word);
            (flags, 0, fold::hash(fold::fold(word).as_bytes()))
        }
        Kind::Word => {
            let flags = flag::WORD | shape(&bytes[raw.start..raw.end], raw.inner);
            (flags, 0, fold::hash_ascii(bytes, raw.start, raw.end))
        }
        Kind::Mark if raw.wide => (flag::MARK | flag::WIDE, 0, wide_mark(&text[raw.start..raw.end])),
        Kind::Mark if raw.end == raw.start + 1 => {
            let word = lexicon.marks[usize::from(bytes[raw.start] & 127)];
            lexicon.prefetch_info(word);
            (flag::MARK, word, 0)
        }
        Kind::Mark => (flag::MARK, 0, fold::hash(&bytes[raw.start..raw.end])),
    }
}

/// Bytes of a token of more than fit: up to the end of a code point.
#[cold]
fn longest(text: &str) -> u16 {
    let end = (0..=u16::MAX)
        .rev()
        .find(|end| text.is_char_boundary(usize::from(*end)));
    end.unwrap_or_default()
}

/// Fills the word ids of the tokens with these hashes.
#[inline]
fn look_up(lexicon: &Lexicon, hashes: &[(usize, u64)], tokens: &mut [Token]) {
    for &(at, hash) in hashes {
        let word = lexicon.word(hash);
        tokens[at].word = word;
        lexicon.prefetch_info(word);
    }
}

/// Hash of a mark beyond ASCII; the common ones without making their folded form.
fn wide_mark(mark: &str) -> u64 {
    match mark {
        "’" | "‘" => fold::hash(b"'"),
        "“" | "”" => fold::hash(b"\""),
        "–" | "—" => fold::hash(b"-"),
        "’s" => fold::hash(b"'s"),
        _ => fold::hash(fold::fold(mark).as_bytes()),
    }
}

/// Flags of a word of ASCII with these [`inner`] bits.
#[inline(always)]
fn shape(word: &[u8], bits: u8) -> u16 {
    let capital = word[0].is_ascii_uppercase();
    let mut flags = if capital { flag::CAPITAL } else { 0 };
    if word.len() > 1 && word[1] == b'.' {
        flags |= flag::DOTTED;
    }
    if bits & (inner::BIG | inner::DIGIT) != 0 {
        if capital && bits & inner::SMALL == 0 {
            flags |= flag::UPPER;
        } else if bits & inner::BIG != 0 {
            flags |= flag::MIXED;
        }
        if bits & inner::DIGIT != 0 {
            flags |= flag::MIXED;
        }
    }
    flags
}

fn wide_shape(word: &str) -> u16 {
    let mut flags = 0;
    let mut chars = word.chars();
    if chars.next().is_some_and(char::is_uppercase) {
        flags |= flag::CAPITAL;
    }
    let (small, big) = chars.fold((0, 0), |(s, b), c| {
        (s + u32::from(c.is_lowercase()), b + u32::from(c.is_uppercase()))
    });
    if flags & flag::CAPITAL != 0 && small == 0 && big > 0 {
        flags |= flag::UPPER;
    } else if big > 0 && small > 0 {
        flags |= flag::MIXED;
    }
    flags
}

/// *Han Jae-in*, *Park Se-on*: the second syllable of a given name behind a family name, which is a small word elsewhere.
#[cold]
fn ends_given_name(bytes: &[u8], tokens: &[Token], classes: &[ClassSet], at: usize) -> bool {
    const FAMILY: ClassSet = 1 << class::SURNAMEKO | 1 << class::SURNAMEZH;
    let Some(family) = at.checked_sub(3) else { return false };
    let capital = |at: usize| tokens[at].flags & (flag::CAPITAL | flag::UPPER) == flag::CAPITAL;
    // *Han Jae-in-led*
    let goes_on = tokens
        .get(at + 1)
        .is_some_and(|t| t.is(flag::GLUED) && bytes[t.start as usize] == b'-');
    bytes[tokens[at - 1].start as usize] == b'-'
        && matches!(
            &bytes[tokens[at].start as usize..tokens[at].end() as usize],
            b"in" | b"on" | b"so" | b"an"
        )
        && capital(at - 2)
        && capital(family)
        && !tokens[at - 2].is(flag::LINE | flag::GLUED)
        && tokens[at - 2].len <= 6
        && classes[family] & FAMILY != 0
        && !goes_on
}

/// Marks the longest phrase from each token, and the tokens at which rules may start.
fn phrases(lexicon: &Lexicon, bytes: &[u8], buffers: &mut Buffers) {
    let Buffers {
        tokens,
        classes,
        phrases,
        item_triggers,
        name_triggers,
        phrase_starts,
        signatures,
        ..
    } = buffers;
    let count = tokens.len();
    // each is written below, whatever an article before has left; what a longer one has left stays behind them
    classes.resize(count.max(classes.len()), 0);
    signatures.resize(count.max(signatures.len()), 0);
    phrase_starts.clear();
    // written at each token and counted only where rules may start, so that nothing is guessed from token to token
    item_triggers.resize(count, Trigger::default());
    name_triggers.resize(count, Trigger::default());
    let (mut items, mut names) = (0, 0);
    let trigger = |at: usize, bucket: u16| Trigger {
        at: at as u32,
        bucket: u32::from(bucket),
    };
    let (tokens, classes, signatures) = (&mut tokens[..count], &mut classes[..count], &mut signatures[..count]);
    for at in 0..count {
        let second = tokens.get(at + 1).map_or(0, |t| t.word);
        // glued as hardly any small word is, and of two letters: *Han Jae-in*
        let flags = tokens[at].flags & (flag::GLUED | flag::CAPITAL | flag::WORD);
        if flags == flag::GLUED | flag::WORD && tokens[at].len == 2 && ends_given_name(bytes, tokens, classes, at) {
            tokens[at].word = 0;
        }
        let token = &mut tokens[at];
        if token.word == 0 {
            // numbers, and letters glued to digits, which may be an amount (`RM2.3b`)
            let (mut number, mut kind) = (bucket::NONE, 0);
            if token.is(flag::NUMBER) {
                let value = scan::small_number(&bytes[token.start as usize..token.end() as usize]);
                let own = number_kind(value);
                (number, kind) = (bucket::NUMBER + u16::from(own), number_signature(own));
            }
            item_triggers[items] = trigger(at, number);
            items += usize::from(token.is(flag::NUMBER | flag::MIXED));
            name_triggers[names] = trigger(at, number);
            names += usize::from(token.is(flag::NUMBER));
            classes[at] = 0;
            signatures[at] = flag_signature(token.flags) | SIGNATURE_ANY | kind;
            continue;
        }
        let info = lexicon.info(token.word);
        // *iFlytek* is a name as well
        let capital = token.is(flag::CAPITAL | flag::MIXED);
        let (which, set) = if capital {
            (info.bucket_capital, info.set_capital)
        } else {
            (info.bucket, info.set)
        };
        let set = lexicon.set_info(set);
        let own = set.classes();
        if capital && in_set(own, class::PLACE) {
            lexicon.prefetch_senses(info.senses);
        }
        classes[at] = own;
        signatures[at] = set.signature | flag_signature(token.flags);
        token.flags |= if info.verb != 0 { flag::VERB } else { 0 };
        token.flags |= set.flags as u16;
        item_triggers[items] = trigger(at, which);
        items += usize::from(lexicon.item_buckets.contains(&which));
        name_triggers[names] = trigger(at, which);
        names += usize::from(which >= lexicon.name_buckets);
        // the second word's id is near, the table of edges is not
        if (second != 0) & (info.second >> (second & 7) & 1 != 0) && lexicon.may_pair(info.node, second) {
            lexicon.prefetch_step(info.node, second);
            phrase_starts.push((at as u32, info.node));
        }
    }
    item_triggers.truncate(items);
    name_triggers.truncate(names);
    for &(at, mut node) in phrase_starts.iter() {
        let capital = tokens[at as usize].is(flag::CAPITAL);
        let mut best = (0, 0, 0);
        for (end, token) in (at + 2..).zip(&tokens[at as usize + 1..]) {
            if token.word == 0 {
                break;
            }
            node = lexicon.step(node, token.word);
            if node == 0 {
                break;
            }
            let info = lexicon.node(node);
            let set = if capital { info.set_capital } else { info.set };
            if set != 0 {
                best = (node, end, set);
            }
            if info.inner == 0 {
                break;
            }
        }
        if best.0 != 0 {
            let set = lexicon.set_info(best.2);
            let classes = set.classes();
            if in_set(classes, class::PLACE) {
                lexicon.prefetch_senses(lexicon.node(best.0).senses);
            }
            signatures[at as usize] |= set.signature;
            tokens[at as usize].flags |= set.flags as u16;
            phrases.push(Phrase {
                start: at,
                end: best.1,
                node: best.0,
                classes,
            });
            tokens[at as usize].phrase = phrases.len() as u32;
        }
    }
}
