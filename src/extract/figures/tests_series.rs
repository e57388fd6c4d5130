//! Figures of one list: which is of what, what moved them, and when.

use crate::record::Change;
use crate::{Extractor, testing::article};

/// Each figure with what it is of, how it moved and its date.
fn told(text: &str) -> Vec<String> {
    let article = article(text);
    let mut extractor = Extractor::new();
    let record = extractor.extract(&article);
    let date = |id| record.dates.iter().find(|d| Some(d.id) == id).map_or("-", |d| &d.value);
    let line = |f: &crate::record::Figure<'_>| {
        let change = match f.change {
            Some(Change::Increase) => "+",
            Some(Change::Decrease) => "-",
            None => "",
        };
        format!(
            "{}|{}|{change}|{}",
            f.text,
            f.of.as_deref().unwrap_or("-"),
            date(f.date)
        )
    };
    record.figures.iter().map(line).collect()
}

#[test]
fn the_nth_is_of_the_nth() {
    assert_eq!(
        told("Exports of steel, toys and cloth grew 19 percent, 13 percent and 64 percent respectively."),
        [
            "19 percent|Exports of steel|+|-",
            "13 percent|toys|+|-",
            "64 percent|cloth|+|-"
        ]
    );
    assert_eq!(
        told("Revenue and profit grew by 4 percent and 6 percent."),
        ["4 percent|Revenue|+|-", "6 percent|profit|+|-"]
    );
    assert_eq!(
        told(
            "The value of exports was 3 billion yuan and the imports 2 billion yuan, up 4 percent and 6 percent respectively."
        ),
        [
            "3 billion yuan|value of exports||-",
            "2 billion yuan|imports||-",
            "4 percent|value of exports|+|-",
            "6 percent|imports|+|-"
        ]
    );
    // three things and two figures
    assert_eq!(
        told("Exports of steel, toys and cloth grew 19 percent and 13 percent.")[1],
        "13 percent|Exports of steel, toys and cloth|+|-"
    );
}

#[test]
fn a_second_subject_without_its_verb() {
    assert_eq!(
        told("Imports reached 3 billion yuan, up 2 percent, and exports 4 billion yuan, up 1 percent."),
        [
            "3 billion yuan|Imports||-",
            "2 percent|Imports|+|-",
            "4 billion yuan|exports||-",
            "1 percent|exports|+|-"
        ]
    );
}

#[test]
fn dates_of_a_series() {
    assert_eq!(
        told("The bank approved loans of 3 billion yuan and 5 billion yuan in 2014 and 2019, respectively."),
        ["3 billion yuan|loans||2014", "5 billion yuan|loans||2019"]
    );
    // without the word the year behind is that of both
    assert_eq!(
        told("The bank approved loans of 3 billion yuan and 5 billion yuan in 2014.")[0],
        "3 billion yuan|loans||2014"
    );
}

#[test]
fn both_of_a_pair_are_measured() {
    assert_eq!(
        told("Lima's imports and exports grew 5 percent to 236 billion yuan."),
        [
            "5 percent|imports and exports|+|-",
            "236 billion yuan|imports and exports||-"
        ]
    );
    assert_eq!(
        told("Mechanical and electrical products made up 43 percent."),
        ["43 percent|Mechanical and electrical products||-"]
    );
    assert_eq!(
        told("Revenue fell and profit grew 5 percent."),
        ["5 percent|profit|+|-"]
    );
}

#[test]
fn the_magnitude_stands_at_the_end() {
    let values = |text: &str| -> Vec<String> {
        let article = article(text);
        let mut extractor = Extractor::new();
        let record = extractor.extract(&article);
        record
            .figures
            .iter()
            .map(|f| f.value.map_or_else(|| "-".into(), |v| v.to_string()))
            .collect()
    };
    assert_eq!(
        values("They had values of 32.4, 19.9 and 10.9 billion yuan."),
        ["32400000000", "19900000000", "10900000000"]
    );
    assert_eq!(values("They paid $5, $9 and $3 million."), ["5", "9", "3000000"]);
}

#[test]
fn shares_in_brackets() {
    assert_eq!(
        told("Sales increased in Norway (23 percent) and Sweden (3 percent)."),
        ["23 percent|Sales|+|-", "3 percent|Sales|+|-"]
    );
    assert_eq!(
        told("Sales increased in Norway (23 percent) but decreased in Japan (1 percent).")[1],
        "1 percent|Sales|-|-"
    );
    assert_eq!(
        told("Sales rose at Kelvar (5 percent of the total)."),
        ["5 percent|Sales||-"]
    );
}

#[test]
fn whose_each_is() {
    let whose = |text: &str| -> Vec<String> {
        let article = article(text);
        let mut extractor = Extractor::new();
        let record = extractor.extract(&article);
        let name = |id| {
            record
                .organisations
                .iter()
                .find(|o| Some(o.id) == id)
                .map_or("-", |o| &o.name)
        };
        record.figures.iter().map(|f| name(f.subject).to_string()).collect()
    };
    let text = "Kelvar Corp and Lumeno Corp reported revenue of $5 million and $6 million";
    assert_eq!(whose(&format!("{text}, respectively.")), ["Kelvar Corp", "Lumeno Corp"]);
    assert_eq!(told(&format!("{text}, respectively."))[1], "$6 million|revenue||-");
    assert_eq!(whose(&format!("{text}.")), ["Kelvar Corp"; 2]);
    let tour = "Luis Prado of Kelvar Corp toured the 8-inch workshop.";
    assert_eq!(whose(tour), ["-"]);
}

#[test]
fn several_things_in_front() {
    assert_eq!(
        told("In 2023, output, sales and profit rose 5 percent, 6 percent and 7 percent."),
        [
            "5 percent|output|+|2023",
            "6 percent|sales|+|2023",
            "7 percent|profit|+|2023"
        ]
    );
    assert_eq!(
        told("The company's revenue and net profit were 3 billion yuan and 200 million yuan."),
        ["3 billion yuan|revenue||-", "200 million yuan|net profit||-"]
    );
    assert_eq!(
        told("Revenue rose 5 percent and profit 6 percent."),
        ["5 percent|Revenue|+|-", "6 percent|profit|+|-"]
    );
    assert_eq!(
        told("Revenue rose 5 percent, and the profit margin was 6 percent.")[1],
        "6 percent|profit margin||-"
    );
}
