//! The command line from outside: what goes in, what comes out, what is said, and the exit status.

mod errors;
mod formats;
mod output;
mod properties;
mod run;
mod walk;
