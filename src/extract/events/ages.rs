//! Whose age a figure is: *Luis Prado, 44, …*, *Amy Kuo was 25 when …*, *55-year-old Luis Prado*; and whose a share in brackets:
//! *Norway (3 percent)*.

use crate::extract::figures::FigureItem;
use crate::lexicon::format::form;
use crate::lexicon::{class, list};
use crate::resolve::names::Kind;
use crate::text::flag;

use super::clause::Scene;

/// The person right in front of the age or, where it describes a name, right behind it.
pub fn owner(scene: &Scene<'_, '_>, age: &FigureItem<'_>) -> Option<usize> {
    /// Tokens between a name and the age (*, who has just turned*), and between the age and a name (*chief executive*).
    const NEAR: u32 = 6;
    let d = scene.document;
    let s = &d.sentences()[d.sentence_of(age.start)];
    // *rose in Norway (3 percent) and Sweden (5 percent)*
    if age.is_bracketed(d) {
        let open = age.start.checked_sub(1).filter(|open| *open > s.start)?;
        let name = scene.hits_in(open.saturating_sub(NEAR), open).last()?;
        let place = name.kind == Kind::Place || name.kind == Kind::Organisation;
        return (place && name.end == open).then_some(name.entity);
    }
    let people = |start: u32, end: u32| scene.hits_in(start, end).filter(|hit| hit.kind == Kind::Person);
    let behind = people(age.end, s.end.min(age.end + NEAR)).next();
    // *A 55-year-old man met Luis Prado* is another's
    let plain = |from: u32, to: u32| {
        let noun = |at: u32| d.is(at, flag::WORD) && !d.has(at, class::PREP) && d.info(at).form & form::PAST == 0;
        (from..to).all(noun)
    };
    // *55-year-old chief Luis Prado*
    if let Some(hit) = behind.filter(|hit| age.end > age.core.0 + 1 && plain(age.end, hit.start)) {
        return Some(hit.entity);
    }
    let front = people(s.start.max(age.start.saturating_sub(2 * NEAR)), age.start).last()?;
    let small = |at: u32| {
        let told =
            d.has(at, class::AUX) || d.has(at, class::MODAL) || d.has(at, class::PRON) || d.has(at, class::BOUND);
        told || d.is_on(at, list::AGE_LED) || matches!(d.str(at), "," | "(")
    };
    (age.start - front.end <= NEAR && (front.end..age.start).all(small)).then_some(front.entity)
}

#[cfg(test)]
mod tests {
    use crate::{Extractor, testing::article};

    #[test]
    fn whose_age_it_is() {
        let cases = [
            ("Luis Prado, 44, leads the firm.", Some("Luis Prado")),
            ("Amy Kuo, who has just turned 50, left the firm.", Some("Amy Kuo")),
            ("Amy Kuo was only 25 when she met Luis Prado.", Some("Amy Kuo")),
            ("The 61-year-old chief executive Amy Kuo resigned.", Some("Amy Kuo")),
            ("A 55-year-old man met Luis Prado.", None),
            ("Luis Prado said that the average age was 34.", None),
        ];
        for (text, want) in cases {
            let article = article(text);
            let mut extractor = Extractor::new();
            let record = extractor.extract(&article);
            let subject = record.figures[0].subject;
            let person = record.people.iter().find(|p| Some(p.id) == subject);
            assert_eq!(person.map(|p| &*p.name), want, "{text}");
            assert!(record.events.iter().all(|e| e.figures.is_empty()), "{text}");
        }
    }
}
