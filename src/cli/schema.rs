//! `icbrief schema`

use std::process::ExitCode;

use icbrief::Record;
use schemars::generate::SchemaSettings;

/// Print the JSON Schema (draft 2020-12) of a record.
#[derive(Debug, clap::Args)]
pub struct Args {}

impl Args {
    pub fn run(self) -> ExitCode {
        // What is written, not what would be accepted: fields that are always there are required.
        let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
        let schema = generator.into_root_schema_for::<Record>();
        super::print(format!("{:#}\n", schema.as_value()).as_bytes())
    }
}
