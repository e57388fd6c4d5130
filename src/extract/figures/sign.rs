//! The sign that two currencies share.

use crate::lexicon::class;
use crate::record::FigureKind;
use crate::text::Document;

use super::FigureItem;

/// Country codes of the two: yuan and yen.
const YUAN: ([u8; 2], &str) = (*b"CN", "CNY");
const YEN: ([u8; 2], &str) = (*b"JP", "JPY");

/// *¥* is the yen unless the article is Chinese: it counts in yuan elsewhere, or its places lie in China. `countries` are
/// those of the places that it names.
pub fn yuan_or_yen(document: &Document<'_>, items: &mut [FigureItem<'_>], countries: &[Option<[u8; 2]>]) {
    let sign = |item: &FigureItem<'_>| {
        item.kind == FigureKind::Money
            && item.unit.as_deref() == Some(YEN.1)
            && (item.core.0..item.core.1).any(|at| document.has(at, class::CURSYM) && document.str(at) == "¥")
    };
    if !items.iter().any(sign) {
        return;
    }
    let in_words = |code: &str| {
        let named = |item: &FigureItem<'_>| item.unit.as_deref() == Some(code) && !sign(item);
        items.iter().filter(|item| named(item)).count()
    };
    let places = |code: [u8; 2]| countries.iter().filter(|country| **country == Some(code)).count();
    let chinese = match (in_words(YUAN.1), in_words(YEN.1)) {
        (0, 0) => places(YUAN.0) > places(YEN.0),
        (yuan, yen) => yuan > yen,
    };
    for item in items.iter_mut().filter(|item| chinese && sign(item)) {
        item.unit = Some(YUAN.1.into());
    }
}
