//! Dates, figures and the dateline as items of the record.

use crate::extract::dates::DateItem;
use crate::extract::dates::published::Published;
use crate::extract::figures::FigureItem;
use crate::record::{Date, Dateline, Figure, Id, IdKind, Mention};
use crate::text::Document;

use super::{mention, text};

/// Dates as items; the id of each date by its index, `None` for silent ones.
pub fn dates<'a>(document: &Document<'a>, items: &'a [DateItem]) -> (Vec<Date<'a>>, Vec<Option<Id>>) {
    let (mut out, mut ids) = (Vec::new(), Vec::new());
    for item in items {
        if item.silent {
            ids.push(None);
            continue;
        }
        let id = Id::new(IdKind::Date, out.len() as u32 + 1);
        ids.push(Some(id));
        let Mention { start, end, text } = mention(document, item.start, item.end);
        out.push(Date {
            id,
            start,
            end,
            text,
            kind: item.kind,
            value: item.value.as_str().into(),
            timex: item.timex.as_str().into(),
            modifier: item.modifier.map(Into::into),
            relation: item.relation.map(Into::into),
            fiscal: item.fiscal,
            basis: item.basis,
            rule: item.rule.into(),
        });
    }
    (out, ids)
}

/// Figures as items.
pub fn figures<'a>(document: &Document<'a>, items: &[FigureItem<'a>], dates: &[Option<Id>]) -> Vec<Figure<'a>> {
    let id = |n: usize| Id::new(IdKind::Figure, n as u32 + 1);
    items
        .iter()
        .enumerate()
        .map(|(n, item)| {
            let Mention { start, end, text: span } = mention(document, item.start, item.end);
            Figure {
                id: id(n),
                start,
                end,
                text: span,
                kind: item.kind,
                value: item.value,
                min: item.min,
                max: item.max,
                unit: item.unit.clone(),
                bound: item.bound,
                per: item.per.clone(),
                of: item.of.map(|(s, e)| text(document, s, e)),
                change: item.change,
                compared_to: item.compared_to.clone(),
                date: item.date.and_then(|d| dates.get(d).copied().flatten()),
                subject: None,
                equals: item.equals.map(id),
                rule: item.rule.into(),
            }
        })
        .collect()
}

/// The dateline as an item.
pub fn dateline<'a>(document: &Document<'a>, published: &Published) -> Option<Dateline<'a>> {
    let line = published.dateline?;
    let date = line.day.map(|(month, day)| {
        let year = line
            .year
            .or(published.anchor.year)
            .map_or_else(|| "XXXX".to_string(), |y| format!("{y:04}"));
        format!("{year}-{month:02}-{day:02}")
    });
    Some(Dateline {
        place: line.place.map(|(s, e)| text(document, s, e)),
        date: date.map(Into::into),
        agency: line.agency.map(|(s, e)| text(document, s, e)),
    })
}
