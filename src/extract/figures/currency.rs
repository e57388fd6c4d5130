//! Amounts without a currency: *The total investment is 15.6 billion* in an article that counts in yuan throughout.

use crate::lexicon::{class, list};
use crate::record::FigureKind;
use crate::text::Document;

use super::FigureItem;

/// Turns millions and billions of what is counted in money, which bear no unit, into the one currency of the article.
pub fn of_article(d: &Document<'_>, items: &mut [FigureItem<'_>]) {
    let mut money = items.iter().filter(|item| item.kind == FigureKind::Money);
    let Some(unit) = money.next().and_then(|first| first.unit.clone()) else {
        return;
    };
    if !money.all(|item| item.unit.as_deref() == Some(&*unit)) {
        return;
    }
    for item in items.iter_mut() {
        let bare = item.kind == FigureKind::Count && item.unit.is_none() && item.per.is_none();
        let scaled = || (item.core.0..item.core.1).any(|at| d.has(at, class::NUMSCALE));
        let paid = || item.of.is_some_and(|(from, to)| is_money(d, from, to));
        if bare && scaled() && paid() {
            item.kind = FigureKind::Money;
            item.unit = Some(unit.clone());
        }
    }
}

/// *total investment*, *output value of the zone*: the head of the phrase is a sum of money.
fn is_money(d: &Document<'_>, from: u32, to: u32) -> bool {
    let head = (from..to).find(|at| d.has(*at, class::PREP)).unwrap_or(to);
    head > from && d.is_on(head - 1, list::SUM)
}
