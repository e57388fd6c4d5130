//! One line of JSON Lines to one article.

use std::borrow::Cow;

use serde::Deserialize;
use serde_json::value::RawValue;
use sha2::{Digest, Sha256};

use crate::Article;

/// The fields that are read; all others are passed over without being kept.
#[derive(Deserialize)]
struct Line<'a> {
    #[serde(borrow)]
    text: Cow<'a, str>,
    #[serde(borrow, default)]
    id: Option<&'a RawValue>,
    #[serde(borrow, default)]
    title: Option<Str<'a>>,
    #[serde(borrow, default)]
    date: Option<Str<'a>>,
    #[serde(borrow, default)]
    url: Option<Str<'a>>,
}

/// Borrows inside an `Option` too, which `Option<Cow<str>>` does not.
#[derive(Deserialize)]
struct Str<'a>(#[serde(borrow)] Cow<'a, str>);

/// Only what tells which line it is, for one that is no article.
#[derive(Deserialize)]
struct Identity<'a> {
    #[serde(borrow, default)]
    id: Option<&'a RawValue>,
}

/// Why a line is no article.
#[derive(Debug, PartialEq, Eq)]
pub struct LineError {
    pub reason: String,
    /// The line's `id`, where it can be read all the same.
    pub id: Option<String>,
}

/// Reads a line of the file `path`: an object with `text` and optional `id` (string or number), `title`, `date`, `url`.
/// `encoding` is the one the line was decoded from.
pub fn article<'a>(
    line: &'a str,
    path: &'a str,
    number: u64,
    encoding: &'static str,
) -> Result<Article<'a>, LineError> {
    // An array would be read too, as the fields in their order.
    if !line.trim_ascii_start().starts_with('{') {
        return Err(LineError {
            reason: "not a JSON object".into(),
            id: None,
        });
    }
    let fields: Line = serde_json::from_str(line).map_err(|error| explain(line, &error))?;
    let id = match fields.id.map(id_text) {
        Some(None) => {
            return Err(LineError {
                reason: "`id` is neither a string nor a number".into(),
                id: None,
            });
        }
        id => id.flatten(),
    };
    Ok(Article {
        bytes: fields.text.len() as u64,
        sha256: Sha256::digest(fields.text.as_bytes()).into(),
        text: fields.text,
        path: path.into(),
        id,
        line: Some(number),
        title: fields.title.map(|value| value.0),
        date: fields.date.map(|value| value.0),
        url: fields.url.map(|value| value.0),
        encoding,
    })
}

/// A string's content, a number's digits as they stand; `None` for anything else.
fn id_text(raw: &RawValue) -> Option<Cow<'_, str>> {
    match raw.get().as_bytes().first()? {
        b'"' => serde_json::from_str::<Str>(raw.get()).ok().map(|value| value.0),
        b'-' | b'0'..=b'9' => Some(raw.get().into()),
        _ => None,
    }
}

fn explain(line: &str, error: &serde_json::Error) -> LineError {
    let id = serde_json::from_str::<Identity>(line)
        .ok()
        .and_then(|fields| fields.id.and_then(id_text).map(Cow::into_owned));
    let text = error.to_string();
    // The line within a line is always 1; the number of the line in its file stands before the message.
    let what = text.split(" at line ").next().unwrap_or(&text);
    let reason = if error.is_data() {
        match what {
            "missing field `text`" => "no `text` field; rename the field that holds the article to `text`".into(),
            what => format!("not an article: {what}"),
        }
    } else {
        format!(
            "not JSON: {what}, column {}; each line must be one whole JSON object",
            error.column()
        )
    };
    LineError { reason, id }
}

/// Whether a text starts like JSON Lines: an object with a key, or an empty one. No prose does.
pub fn looks_like(text: &[u8]) -> bool {
    let mut signs = text.iter().filter(|byte| !byte.is_ascii_whitespace());
    signs.next() == Some(&b'{') && matches!(signs.next(), Some(b'"' | b'}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Article<'_>, LineError> {
        article(line, "a.jsonl", 1, "UTF-8")
    }

    #[test]
    fn fields() {
        let article = read(
            r#"{"gold":{"x":[1,{}]},"id":7.50,"text":"A\nb","title":null,"date":"2023-09-26","url":"https:\/\/x"}"#,
        )
        .unwrap();
        assert_eq!((article.text.as_ref(), article.bytes), ("A\nb", 3));
        assert_eq!((article.id.as_deref(), article.title.as_deref()), (Some("7.50"), None));
        assert_eq!(
            (article.date.as_deref(), article.url.as_deref()),
            (Some("2023-09-26"), Some("https://x"))
        );
        let plain = read(r#"{"text":"as it is","title":"T","id":"x"}"#).unwrap();
        for borrowed in [Some(&plain.text), plain.title.as_ref(), plain.id.as_ref()] {
            assert!(matches!(borrowed, Some(Cow::Borrowed(_))));
        }
    }

    #[test]
    fn errors_say_what_and_keep_the_id() {
        let error = read(r#"{"id":"n1","body":"x"}"#).unwrap_err();
        assert!(error.reason.contains("`text`") && error.id.as_deref() == Some("n1"));
        assert!(read(r#"{"text":"x","id":[1]}"#).unwrap_err().reason.contains("`id`"));
        assert!(read(r#"{"text":"x"#).unwrap_err().reason.starts_with("not JSON: EOF"));
        assert!(
            read(r#"{"text":3,"id":4}"#)
                .unwrap_err()
                .reason
                .starts_with("not an article: invalid type")
        );
        assert!(read("[\"x\"]").is_err() && read("{}").is_err() && read("").is_err());
    }

    #[test]
    fn sniffing() {
        assert!(looks_like(b" {\"text\"") && looks_like(b"{ }"));
        assert!(!looks_like(b"{curly} prose") && !looks_like(b"") && !looks_like(b"[1]"));
    }
}
