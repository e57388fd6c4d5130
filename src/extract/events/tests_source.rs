//! Statements told by their source.

use crate::Extractor;
use crate::testing::article;

/// Each statement as *what: who*.
fn said(text: &str) -> Vec<String> {
    let article = article(text);
    let mut extractor = Extractor::new();
    let json = serde_json::to_value(extractor.extract(&article)).unwrap();
    let name = |id: &str| {
        let lists = ["people", "organisations"].into_iter();
        let mut all = lists.flat_map(|list| json[list].as_array().unwrap());
        all.find(|e| e["id"] == id)
            .map_or("?", |e| e["name"].as_str().unwrap())
            .to_string()
    };
    let events = json["events"].as_array().unwrap().iter();
    events
        .filter(|event| event["rule"] == "event.statement.source")
        .map(|event| {
            let who = event["who"].as_array().unwrap().iter();
            let who: Vec<String> = who.map(|w| name(w["id"].as_str().unwrap())).collect();
            format!("{}: {}", event["what"].as_str().unwrap_or("-"), who.join(", "))
        })
        .collect()
}

#[test]
fn who_is_named_says_it() {
    assert_eq!(
        said("According to Li Ming, chairman of Kelvar Technology, the line is ready."),
        ["the line is ready: Li Ming"]
    );
    assert_eq!(
        said("Exports rose 5 percent, according to figures from the National Bureau of Statistics."),
        ["Exports rose 5 percent: National Bureau of Statistics"]
    );
    assert_eq!(
        said("According to officials at Kelvar Technology, the line is ready."),
        ["the line is ready: Kelvar Technology"]
    );
    assert_eq!(
        said("According to experts, demand will stay strong."),
        ["demand will stay strong: "]
    );
}

#[test]
fn plans_and_contracts_say_nothing() {
    for text in [
        "According to the plan, the city will build two fabs.",
        "According to Kelvar Technology's plan, the line will be ready in May.",
        "Work was done according to the contract with Kelvar Technology.",
        "The chips are sorted according to size.",
        "According to the company's bylaws, directors serve three years.",
    ] {
        assert!(said(text).is_empty(), "{text}");
    }
}
