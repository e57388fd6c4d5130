//! JSON Lines, and the same indented for people.

use serde::Serialize;

pub(super) fn write(record: &impl Serialize, pretty: bool, out: &mut Vec<u8>) -> serde_json::Result<()> {
    if pretty {
        serde_json::to_writer_pretty(&mut *out, record)?;
    } else {
        serde_json::to_writer(&mut *out, record)?;
    }
    out.push(b'\n');
    Ok(())
}
