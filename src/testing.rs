//! What unit tests of several parts need.

use crate::Article;

/// An article of that text and nothing else.
pub fn article(text: &str) -> Article<'_> {
    Article {
        text: text.into(),
        path: "-".into(),
        ..Article::default()
    }
}
