//! A record as a few lines for a person.

use std::fmt::Write;

use crate::record::{Event, Figure, FigureKind, Id, IdKind, ParticipantRole, Record, Status};

/// Names of a list before the rest is only counted.
const MOST: usize = 6;
/// Characters of the thing that an event is about.
const LONGEST: usize = 120;

/// Appends the brief of a record, ended by an empty line.
pub(super) fn write(record: &Record<'_>, out: &mut Vec<u8>) {
    let mut text = String::new();
    // writing to a string cannot fail
    let _ = brief(record, &mut text);
    out.extend_from_slice(text.as_bytes());
}

fn brief(record: &Record<'_>, out: &mut String) -> std::fmt::Result {
    let title = record.title.as_deref().unwrap_or("(no title)");
    writeln!(out, "{}", one_line(title, LONGEST))?;
    let mut head: Vec<String> = Vec::new();
    head.extend(record.published.as_ref().map(|p| p.date.to_string()));
    head.extend(
        record
            .dateline
            .as_ref()
            .and_then(|d| d.place.as_ref())
            .map(|p| one_line(p, LONGEST)),
    );
    let source = &record.source;
    head.push(match (&source.id, source.line) {
        (Some(id), _) => format!("{} {id}", source.path),
        (None, Some(line)) => format!("{}:{line}", source.path),
        (None, None) => source.path.to_string(),
    });
    writeln!(out, "  {}", head.join(", "))?;
    let main = record.events.iter().find(|e| e.main);
    if let Some(event) = main {
        field(out, "event", &sentence(record, event))?;
    }
    field(
        out,
        "parties",
        &list(record.organisations.iter().map(|o| one_line(&o.name, LONGEST))),
    )?;
    field(
        out,
        "people",
        &list(record.people.iter().map(|p| match p.roles.first() {
            Some(role) => format!("{} ({})", one_line(&p.name, LONGEST), one_line(&role.title, LONGEST)),
            None => one_line(&p.name, LONGEST),
        })),
    )?;
    field(
        out,
        "places",
        &list(record.places.iter().map(|p| one_line(&p.name, LONGEST))),
    )?;
    let amounts = record
        .figures
        .iter()
        .filter(|f| f.kind == FigureKind::Money && f.equals.is_none());
    field(out, "amounts", &list(amounts.map(amount)))?;
    let other = record.events.iter().filter(|e| !e.main);
    field(
        out,
        "also",
        &list(other.map(|e| format!("{} ({})", one_line(&e.trigger.text, LONGEST), kind(e)))),
    )?;
    out.push('\n');
    Ok(())
}

fn field(out: &mut String, name: &str, text: &str) -> std::fmt::Result {
    if text.is_empty() {
        return Ok(());
    }
    writeln!(out, "  {name:<8} {text}")
}

/// The main event as fields in the order of a sentence: what, who, with whom, when, where, how much.
fn sentence(record: &Record<'_>, event: &Event<'_>) -> String {
    let mut text = format!("{}: {}", kind(event), one_line(&event.trigger.text, LONGEST));
    if let Some(name) = &event.name {
        let _ = write!(text, " — {}", one_line(name, LONGEST));
    } else if let Some(what) = &event.what {
        let _ = write!(text, " — {}", one_line(what, LONGEST));
    }
    for (role, word) in [
        (ParticipantRole::Agent, "by"),
        (ParticipantRole::Participant, "with"),
        (ParticipantRole::Patient, "of"),
    ] {
        let who = event
            .who
            .iter()
            .filter(|w| w.role == role)
            .filter_map(|w| name_of(record, w.id));
        let who = list(who);
        if !who.is_empty() {
            let _ = write!(text, "; {word} {who}");
        }
    }
    let when = event.when.iter().filter_map(|id| {
        let date = record.dates.iter().find(|d| d.id == *id)?;
        Some(date.value.to_string())
    });
    let when = list(when);
    if !when.is_empty() {
        let _ = write!(text, "; {when}");
    }
    let place = list(event.place.iter().filter_map(|id| name_of(record, *id)));
    if !place.is_empty() {
        let _ = write!(text, "; in {place}");
    }
    let figures = event
        .figures
        .iter()
        .filter_map(|id| record.figures.iter().find(|f| f.id == *id));
    let figures = list(figures.map(amount));
    if !figures.is_empty() {
        let _ = write!(text, "; {figures}");
    }
    if event.status != Status::Occurred {
        let _ = write!(text, " [{}]", snake(&event.status));
    }
    text
}

fn amount(figure: &Figure<'_>) -> String {
    let text = one_line(&figure.text, LONGEST);
    match &figure.of {
        Some(of) => format!("{text} ({})", one_line(of, LONGEST)),
        None => text,
    }
}

fn name_of(record: &Record<'_>, id: Id) -> Option<String> {
    let name = match id.kind {
        IdKind::Person => record.people.iter().find(|x| x.id == id).map(|x| &x.name),
        IdKind::Organisation => record.organisations.iter().find(|x| x.id == id).map(|x| &x.name),
        IdKind::Place => record.places.iter().find(|x| x.id == id).map(|x| &x.name),
        _ => None,
    };
    name.map(|name| one_line(name, LONGEST))
}

fn kind(event: &Event<'_>) -> String {
    snake(&event.kind)
}

/// The name of an enum's value as JSON has it.
fn snake(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value)
        .ok()
        .and_then(|v| v.as_str().map(str::to_owned))
        .unwrap_or_default()
}

fn list(items: impl Iterator<Item = String>) -> String {
    let mut shown = Vec::new();
    let mut more = 0;
    for item in items {
        if shown.contains(&item) {
            continue;
        }
        if shown.len() < MOST {
            shown.push(item);
        } else {
            more += 1;
        }
    }
    let mut text = shown.join(", ");
    if more > 0 {
        let _ = write!(text, " and {more} more");
    }
    text
}

/// White space as single spaces, control characters left out, cut at a number of characters.
fn one_line(text: &str, most: usize) -> String {
    let joined = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let clean: String = joined.chars().filter(|c| !c.is_control()).collect();
    if clean.chars().count() <= most {
        return clean;
    }
    let mut cut: String = clean.chars().take(most - 1).collect();
    cut.push('…');
    cut
}
