//! Blocks of whole lines from a stream of any length.

use std::io::{self, Read};
use std::sync::Arc;

use super::decode::Decoder;

/// Bytes asked for in one read. Small enough that the last blocks of a short input still spread over the threads.
const READ: usize = 128 * 1024;

/// Whole lines of one JSON Lines input; the last line of the input may lack its line end.
#[derive(Debug)]
pub struct Block {
    pub path: Arc<str>,
    /// WHATWG name of the encoding that the bytes were decoded from, where they are not as read.
    pub encoding: Option<&'static str>,
    /// Number of the first line, from 1.
    pub first_line: u64,
    pub bytes: Vec<u8>,
}

pub(super) enum Piece {
    Block(Block),
    /// A line beyond the limit, which was passed over.
    TooLong(u64),
    Failed(io::Error),
}

/// Cuts a stream into blocks at line ends. Holds one block and one line, whatever the stream's length.
pub(super) struct Lines<R> {
    input: R,
    pub(super) path: Arc<str>,
    encoding: Option<&'static str>,
    /// What was read behind the last line end.
    rest: Vec<u8>,
    line: u64,
    max_line: usize,
    passing_over: bool,
    ended: bool,
}

impl<R: Read> Lines<R> {
    /// `rest` is what was read from `input` already.
    pub(super) fn new(
        input: R,
        path: Arc<str>,
        encoding: Option<&'static str>,
        rest: Vec<u8>,
        max_line: usize,
    ) -> Self {
        Self {
            input,
            path,
            encoding,
            rest,
            line: 1,
            max_line,
            passing_over: false,
            ended: false,
        }
    }

    /// The next block, in `buffer`'s memory. A block is what one read gives: a line that comes through a pipe is handed
    /// on at once, not when a buffer is full.
    pub(super) fn next(&mut self, mut buffer: Vec<u8>) -> Option<Piece> {
        if self.ended {
            return None;
        }
        buffer.clear();
        buffer.append(&mut self.rest);
        let mut seen = 0;
        loop {
            if let Some(end) = memchr::memrchr(b'\n', &buffer[seen..]).map(|at| seen + at + 1) {
                if self.passing_over {
                    let first = memchr::memchr(b'\n', &buffer).map_or(end, |at| at + 1);
                    buffer.drain(..first);
                    self.passing_over = false;
                    self.line += 1;
                    seen = 0;
                    continue;
                }
                self.rest.extend_from_slice(&buffer[end..]);
                buffer.truncate(end);
                return Some(Piece::Block(self.block(buffer)));
            }
            if self.passing_over {
                buffer.clear();
            } else if buffer.len() > self.max_line {
                self.passing_over = true;
                return Some(Piece::TooLong(self.line));
            }
            seen = buffer.len();
            match read_some(&mut self.input, &mut buffer, READ) {
                Ok(0) => {
                    self.ended = true;
                    return (!buffer.is_empty()).then(|| Piece::Block(self.block(buffer)));
                }
                Ok(_) => {}
                Err(error) => {
                    self.ended = true;
                    return Some(Piece::Failed(error));
                }
            }
        }
    }

    fn block(&mut self, bytes: Vec<u8>) -> Block {
        let first_line = self.line;
        self.line += memchr::memchr_iter(b'\n', &bytes).count() as u64;
        Block {
            path: self.path.clone(),
            encoding: self.encoding,
            first_line,
            bytes,
        }
    }
}

/// Appends what one read of up to `room` bytes gives; 0 at the end.
pub(super) fn read_some(input: &mut impl Read, buffer: &mut Vec<u8>, room: usize) -> io::Result<usize> {
    let filled = buffer.len();
    buffer.resize(filled + room, 0);
    loop {
        match input.read(&mut buffer[filled..]) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            result => {
                buffer.truncate(filled + *result.as_ref().unwrap_or(&0));
                return result;
            }
        }
    }
}

/// Reads UTF-16 as UTF-8.
pub(super) struct FromUtf16<R> {
    input: R,
    decoder: Decoder,
    raw: Vec<u8>,
    text: String,
    given: usize,
    ended: bool,
}

impl<R: Read> FromUtf16<R> {
    /// `raw` is what was read from `input` already, behind the byte-order mark.
    pub(super) fn new(input: R, encoding: &'static encoding_rs::Encoding, raw: Vec<u8>) -> Self {
        Self {
            input,
            decoder: Decoder::new(encoding),
            raw,
            text: String::new(),
            given: 0,
            ended: false,
        }
    }
}

impl<R: Read> Read for FromUtf16<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        while self.given == self.text.len() && !self.ended {
            self.text.clear();
            self.given = 0;
            if self.raw.is_empty() {
                self.ended = read_some(&mut self.input, &mut self.raw, READ)? == 0;
            }
            // Unpaired surrogates become U+FFFD; the lines that hold it are read as they are.
            self.decoder.decode(&self.raw, self.ended, &mut self.text);
            self.raw.clear();
        }
        let ready = &self.text.as_bytes()[self.given..];
        let count = ready.len().min(out.len());
        out[..count].copy_from_slice(&ready[..count]);
        self.given += count;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives `step` bytes per read.
    struct Slow<'a>(&'a [u8], usize);

    impl Read for Slow<'_> {
        fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
            let count = self.1.min(self.0.len()).min(out.len());
            out[..count].copy_from_slice(&self.0[..count]);
            self.0 = &self.0[count..];
            Ok(count)
        }
    }

    fn pieces(text: &str, step: usize, max_line: usize) -> (Vec<(u64, String)>, Vec<u64>) {
        let mut lines = Lines::new(Slow(text.as_bytes(), step), "x".into(), None, Vec::new(), max_line);
        let (mut read, mut long) = (Vec::new(), Vec::new());
        while let Some(piece) = lines.next(Vec::new()) {
            match piece {
                Piece::TooLong(line) => long.push(line),
                Piece::Failed(error) => panic!("{error}"),
                Piece::Block(block) => {
                    let text = String::from_utf8(block.bytes).unwrap();
                    read.extend((block.first_line..).zip(text.lines().map(str::to_owned)));
                }
            }
        }
        (read, long)
    }

    #[test]
    fn lines_keep_their_numbers_whatever_the_reads() {
        let text = "a\nbb\n\nccc\nlast";
        let want: Vec<_> = (1..).zip(text.lines().map(str::to_owned)).collect();
        for step in 1..text.len() {
            assert_eq!(pieces(text, step, 100), (want.clone(), vec![]), "step {step}");
        }
    }

    #[test]
    fn long_lines_are_passed_over_and_named() {
        let text = format!("a\n{}\nb\n{}", "x".repeat(50), "y".repeat(50));
        for step in 1..8 {
            let (read, long) = pieces(&text, step, 10);
            assert_eq!(read, vec![(1, "a".into()), (3, "b".into())], "step {step}");
            assert_eq!(long, vec![2, 4]);
        }
    }

    #[test]
    fn utf_16_streams() {
        let text = "{\"text\":\"Zhāng 张\"}\n".repeat(40);
        let raw: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        for step in [1, 3, 64] {
            let mut read = String::new();
            FromUtf16::new(Slow(&raw, step), encoding_rs::UTF_16LE, Vec::new())
                .read_to_string(&mut read)
                .unwrap();
            assert_eq!(read, text);
        }
    }
}
