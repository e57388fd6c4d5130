//! JSON Lines, and the same indented for people.

use serde::Serialize;

use super::json::Json;

pub(super) fn write(record: &impl Serialize, pretty: bool, out: &mut Vec<u8>) -> serde_json::Result<()> {
    if pretty {
        serde_json::to_writer_pretty(&mut *out, record)?;
    } else {
        record.serialize(Json::new(out))?;
    }
    out.push(b'\n');
    Ok(())
}
