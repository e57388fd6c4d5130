//! icbrief reads news articles and says what happened, when, where, who was in it and how much.
//!
//! ```
//! use icbrief::{Article, Extractor};
//! let article = Article { text: "On June 15, the chip alliance met in Wuxi.".into(), ..Article::default() };
//! let mut extractor = Extractor::new();
//! let record = extractor.extract(&article);
//! assert_eq!(record.schema, "icbrief/1");
//! ```

pub mod article;
mod assemble;
pub mod explain;
pub mod extract;
mod extractor;
pub mod input;
pub mod lexicon;
pub mod number;
pub mod output;
pub mod record;
pub mod resolve;
pub mod rules;
mod structure;
#[cfg(test)]
mod testing;
pub mod text;

#[cfg(test)]
use lexicon::format;

pub use article::Article;
pub use extractor::{Extractor, Options};
pub use record::{Kinds, Record};
