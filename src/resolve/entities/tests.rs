//! Who is one with whom in short texts.

use crate::Extractor;
use crate::testing::article;

/// The names of the people and organisations of a text, each with its aliases behind `=`.
#[track_caller]
fn finds(text: &str, wanted: &[&str]) {
    let article = article(text);
    let mut extractor = Extractor::new();
    let record = extractor.extract(&article);
    let people = record.people.iter().map(|p| (&p.name, &p.aliases));
    let bodies = record.organisations.iter().map(|o| (&o.name, &o.aliases));
    let mut found = Vec::new();
    for (name, aliases) in people.chain(bodies) {
        let mut all = name.to_string();
        for alias in aliases {
            all.push('=');
            all.push_str(alias);
        }
        found.push(all);
    }
    assert_eq!(found, wanted, "{text}");
}

#[test]
fn a_relative_beside_somebody_is_not_the_one_told_of() {
    finds(
        "Dana Holt, a nephew of the late President Carl Holt, was arrested. Holt denied it.",
        &["Dana Holt=Holt", "Carl Holt"],
    );
    finds(
        "Dana Holt, whose father is Carl Holt, won. Holt said so.",
        &["Dana Holt=Holt", "Carl Holt"],
    );
    // somebody else of the name, and a relative who is told of
    finds(
        "Dana Holt spoke. Then Carl Holt came. Holt said so.",
        &["Dana Holt", "Carl Holt=Holt"],
    );
    finds(
        "Carl Holt, who died, and his son Dana Holt ran it. Holt said so.",
        &["Carl Holt", "Dana Holt=Holt"],
    );
}

#[test]
fn departments_turned_round() {
    finds(
        "The U.S. Department of Trade said so. The U.S. Trade Department left.",
        &["U.S. Department of Trade=U.S. Trade Department"],
    );
    finds(
        "The Health Department said so. The Department of Health left.",
        &["Department of Health=Health Department"],
    );
    finds(
        "The U.S. Department of Trade said so. The UK Trade Department left.",
        &["U.S. Department of Trade", "UK Trade Department"],
    );
}

#[test]
fn a_board_is_not_its_company() {
    finds(
        "The Vodafone Supervisory Board met. Vodafone said so.",
        &["Vodafone Supervisory Board", "Vodafone"],
    );
    finds(
        "The Rural Bank of Lima (FBI) met. FBI said so.",
        &["Rural Bank of Lima=FBI"],
    );
    // known before it stands in brackets
    finds(
        "The FBI came. The Rural Bank of Lima (FBI) met.",
        &["FBI", "Rural Bank of Lima"],
    );
}
