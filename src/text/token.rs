//! Tokens: 16 bytes each, in one reused buffer per thread.

/// Position of a token in its document.
pub type TokenIndex = u32;

/// One token.
#[derive(Debug, Clone, Copy, Default)]
#[repr(C)]
pub struct Token {
    /// First byte in the text.
    pub start: u32,
    /// Word id in the lexicon, 0 if it is not there (and for numbers).
    pub word: u32,
    /// Bytes; a token beyond 65,535 bytes is cut there.
    pub len: u16,
    /// [`flag`] bits.
    pub flags: u16,
    /// For a token that starts a phrase of the lexicon: index into the document's phrases plus one, else 0.
    pub phrase: u32,
}

/// Bits of [`Token::flags`].
pub mod flag {
    pub const WORD: u16 = 1;
    pub const NUMBER: u16 = 2;
    pub const MARK: u16 = 4;
    /// The first letter is a capital.
    pub const CAPITAL: u16 = 8;
    /// Two letters or more, all of them capitals.
    pub const UPPER: u16 = 16;
    /// A capital after a small letter, or digits in a word.
    pub const MIXED: u16 = 32;
    /// Touches the token before.
    pub const GLUED: u16 = 64;
    /// First of its sentence.
    pub const SENTENCE: u16 = 128;
    /// First of its line.
    pub const LINE: u16 = 256;
    /// Holds bytes beyond ASCII.
    pub const WIDE: u16 = 512;
    /// `U.S.`, `J.K.`: single letters with points.
    pub const DOTTED: u16 = 1024;
    /// In a title or in a heading: capitals say little.
    pub const HEADLINE: u16 = 2048;
    /// Furniture: captions in brackets, share buttons, copyright lines.
    pub const FURNITURE: u16 = 4096;
    /// A form of a verb.
    pub const VERB: u16 = 8192;
    /// A noun that may tell an event, or the first word of such a phrase.
    pub const EVENT: u16 = 16384;
    /// A noun of a group that event rules ask for, or one that may stand for a name, or a pronoun, or the first word of a phrase of
    /// one of these.
    pub const GROUPED: u16 = 32768;
}

impl Token {
    #[inline]
    pub fn is(&self, flag: u16) -> bool {
        self.flags & flag != 0
    }

    #[inline]
    pub fn end(&self) -> u32 {
        self.start + u32::from(self.len)
    }
}
