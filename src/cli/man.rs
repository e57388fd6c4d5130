//! `icbrief man`

use std::process::ExitCode;

use clap::CommandFactory;

/// Print the manual page, of icbrief or of one of its commands.
///
/// `icbrief man extract | man -l -` shows it.
#[derive(Debug, clap::Args)]
pub struct Args {
    command: Option<String>,
}

impl Args {
    pub fn run(self) -> ExitCode {
        let mut command = super::Cli::command();
        command.build();
        if let Some(name) = self.command {
            match command.find_subcommand(&name) {
                Some(found) => command = found.clone(),
                None => {
                    super::complain(&format!("no command `{name}`; `icbrief --help` lists them"));
                    return super::USAGE.into();
                }
            }
        }
        let mut page = Vec::new();
        match clap_mangen::Man::new(command).render(&mut page) {
            Ok(()) => super::print(&page),
            Err(error) => {
                super::complain(&error.to_string());
                super::FAILURE.into()
            }
        }
    }
}
