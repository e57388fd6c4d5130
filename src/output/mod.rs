//! Output: records to bytes, one file per format, and the file that takes them.

mod brief;
mod error;
mod file;
mod json;
mod jsonl;

pub use error::ErrorRecord;
pub use file::{Target, discard_unfinished};

use crate::record::Record;

/// How records are written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// One JSON object per line
    #[default]
    Jsonl,
    /// A few lines for a person: date, place, main event, parties, amounts
    Brief,
}

impl Format {
    /// Appends one record to `out`. An error (none is known to occur) can leave a part of the record there.
    pub fn write(self, record: &Record<'_>, pretty: bool, out: &mut Vec<u8>) -> serde_json::Result<()> {
        match self {
            Format::Jsonl => jsonl::write(record, pretty, out)?,
            Format::Brief => brief::write(record, out),
        }
        Ok(())
    }

    /// Appends what stands for a line that is no article.
    pub fn write_error(self, error: &ErrorRecord<'_>, pretty: bool, out: &mut Vec<u8>) -> serde_json::Result<()> {
        match self {
            Format::Jsonl => jsonl::write(error, pretty, out)?,
            Format::Brief => {
                let source = &error.source;
                out.extend_from_slice(format!("{}:{}: {}\n\n", source.path, source.line, error.error).as_bytes());
            }
        }
        Ok(())
    }
}
