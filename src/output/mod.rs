//! Output: records to bytes, one file per format, and the file that takes them.

mod error;
mod file;
mod jsonl;
mod only;

pub use error::ErrorRecord;
pub use file::{Target, discard_unfinished};
pub use only::Kinds;

use serde::Serialize;

/// How records are written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// One JSON object per line
    #[default]
    Jsonl,
}

impl Format {
    /// Appends one record to `out`. An error (none is known to occur) can leave a part of the record there.
    pub fn write(self, record: &impl Serialize, pretty: bool, out: &mut Vec<u8>) -> serde_json::Result<()> {
        match self {
            Format::Jsonl => jsonl::write(record, pretty, out),
        }
    }
}
