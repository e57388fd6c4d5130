//! The rule language: `docs/rules.md` describes it, the table builder compiles it, [`matching`] runs it.

#[cfg(test)]
mod examples;
pub mod matching;
#[cfg(test)]
#[allow(dead_code)]
mod parse;
