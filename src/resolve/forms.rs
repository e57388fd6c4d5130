//! The words of names as they are compared: folded, in one buffer, by their hashes.

use std::ops::Range;

use crate::text::{Document, flag, fold};

/// One folded word of a name.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word {
    pub(super) hash: u64,
    /// Its bytes in [`Forms::letters`].
    start: u32,
    end: u32,
}

/// Words are one if their hashes are, as in the lexicon.
impl PartialEq for Word {
    fn eq(&self, other: &Self) -> bool {
        self.hash == other.hash
    }
}

/// The folded words of all the names that were looked at, one behind the other. A form of a name is a range of them.
#[derive(Debug, Default)]
pub(super) struct Forms {
    words: Vec<Word>,
    letters: Vec<u8>,
}

impl Forms {
    /// Forgets the names of the article before.
    pub(super) fn clear(&mut self) {
        self.words.clear();
        self.letters.clear();
    }

    /// Adds the words of a name, without points.
    pub(super) fn add(&mut self, document: &Document<'_>, start: u32, end: u32) -> Range<usize> {
        let from = self.words.len();
        for at in (start..end).filter(|at| document.is(*at, flag::WORD | flag::NUMBER)) {
            let first = self.letters.len();
            let text = document.str(at);
            // *Run'er* and *Runer* are one
            if document.is(at, flag::WIDE) {
                let folded = fold::fold(text);
                self.letters.extend(folded.split(['\'', '’']).flat_map(str::bytes));
            } else {
                let folded = text.bytes().map(|b| b.to_ascii_lowercase());
                self.letters.extend(folded.filter(|b| *b != b'\''));
            }
            self.words.push(Word {
                hash: fold::hash(&self.letters[first..]),
                start: first as u32,
                end: self.letters.len() as u32,
            });
        }
        from..self.words.len()
    }

    /// The words of a form.
    pub(super) fn of(&self, form: &Range<usize>) -> &[Word] {
        &self.words[form.clone()]
    }

    /// The folded letters of a word.
    pub(super) fn letters(&self, word: Word) -> &[u8] {
        &self.letters[word.start as usize..word.end as usize]
    }

    /// *Trade Department* for *Department of Trade*.
    pub(super) fn is_turned(&self, short: &[Word], long: &[Word]) -> bool {
        let [field @ .., head] = short else { return false };
        let [first, of, rest @ ..] = long else { return false };
        !field.is_empty() && first == head && self.letters(*of) == b"of" && rest == field
    }

    /// One is the first letter of the other.
    pub(super) fn is_initial(&self, a: Word, b: Word) -> bool {
        let (a, b) = (self.letters(a), self.letters(b));
        a.len() == 1 && b.starts_with(a) || b.len() == 1 && a.starts_with(b)
    }
}
