//! The command line from outside: what goes in, what comes out, what is said, and the exit status.

mod errors;
mod formats;
mod output;
mod own;
mod properties;
mod run;
mod walk;
