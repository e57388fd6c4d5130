//! Bodies that a phrase stands for: officials, companies without a name, issuers of papers, owners of plants.

use super::tests_arguments::{NOBODY, does, who};

#[test]
fn people_without_a_name_speak_for_their_body() {
    for said in [
        "An official from the Kelvar Chip Association said sales would grow.",
        "A spokesman for the Kelvar Chip Association said sales would grow.",
        "Officials at the Kelvar Chip Association hinted that a quota could follow.",
        "Kelvar Chip Association officials said sales would grow.",
        "A relevant person in charge of the Kelvar Chip Association said sales would grow.",
    ] {
        does(said, &["agent Kelvar Chip Association"]);
    }
    // somebody's mother speaks for nobody
    does("The mother of a Lumeno Corp engineer said he was well.", NOBODY);
    let second = |text: &str| who(text).remove(1);
    assert_eq!(
        second("Lumeno Corp opened a plant in Wuxi. A company spokesman said demand was strong."),
        ["agent Lumeno Corp"]
    );
    does(
        "Luis Prado met officials of the Kelvar Chip Association in Lima.",
        &["agent Luis Prado", "participant Kelvar Chip Association"],
    );
}

#[test]
fn companies_of_the_same_sentence() {
    let last = |text: &str| who(text).pop().unwrap_or_default();
    assert_eq!(
        last("A fire killed two workers at a plant of gas maker Lumeno Corp on Monday, the company said."),
        ["agent Lumeno Corp"]
    );
    assert_eq!(
        last(
            "Delta Chips Inc opened a plant in Wuxi. Peru's Lumeno Corp has already turned to other suppliers, \
             a company spokesman said."
        ),
        ["agent Lumeno Corp"]
    );
}

#[test]
fn definite_members_of_lists_and_objects() {
    let second = |text: &str| who(text).remove(1);
    assert_eq!(
        second("Lumeno Corp opened a plant in Wuxi. The company and Delta Chips Inc signed an agreement in May."),
        ["agent Delta Chips Inc", "agent Lumeno Corp"]
    );
    assert_eq!(
        second("Lumeno Corp opened a plant in Wuxi. Amy Kuo founded the company in 1998."),
        ["agent Amy Kuo", "patient Lumeno Corp"]
    );
    assert_eq!(
        second("Lumeno Corp opened a plant in Wuxi. Amy Kuo founded the company's rival in 1998.").len(),
        1
    );
}

#[test]
fn plants_that_burn_belong_to_somebody() {
    does(
        "A fire broke out at a plant of speciality gas maker Lumeno Corp in Wuxi on Monday.",
        &["participant Lumeno Corp"],
    );
    does(
        "A fire broke out at Lumeno Corp's warehouse in Wuxi on Monday.",
        &["participant Lumeno Corp"],
    );
    does(
        "A fire broke out near the bridge in Wuxi on Monday, seen by Lumeno Corp.",
        NOBODY,
    );
}

#[test]
fn papers_are_issued_by_whoever_issued_them() {
    let last = |text: &str| who(text).pop().unwrap_or_default();
    assert_eq!(
        last("Peru banned exports of gallium. The ban takes effect on May 3."),
        ["agent Peru"]
    );
    assert_eq!(
        last(
            "Hunan has issued an action plan for chips. Under the plan, which takes effect on May 3, firms get money."
        ),
        ["agent Hunan"]
    );
    assert!(last("Peru banned exports of gallium. An export ban takes effect on May 3.").is_empty());
}

#[test]
fn projects_belong_to_the_company_that_builds() {
    let text = "Lumeno Corp opened a chip plant in Wuxi on May 6. Construction of the project began in 2023, and the main \
                plant was capped in 2024.";
    assert_eq!(
        who(text),
        [["agent Lumeno Corp"], ["agent Lumeno Corp"], ["agent Lumeno Corp"]]
    );
    let other = "Lumeno Corp opened a chip plant in Wuxi on May 6. Construction of the plant of rival Delta Chips Inc began \
                 in 2023.";
    assert!(!who(other)[1].contains(&"agent Lumeno Corp".to_owned()));
}

#[test]
fn who_sells_stands_behind_what_he_is() {
    does(
        "Lumeno Corp agreed to buy a 62 percent stake in Singapore's Delta Chips Inc from private equity firm Kelvar Partners.",
        &[
            "agent Lumeno Corp",
            "patient Delta Chips Inc",
            "participant Kelvar Partners",
        ],
    );
}

#[test]
fn who_else_put_money_in() {
    let text = "Lumeno Corp raised $85 million in a round led by Kelvar Ventures. Norvane Corp and Samsung also \
                took part.";
    assert_eq!(
        who(text),
        [[
            "agent Lumeno Corp",
            "participant Kelvar Ventures",
            "participant Norvane Corp",
            "participant Samsung"
        ]]
    );
}

#[test]
fn governments_and_boards() {
    let last = |text: &str| who(text).pop().unwrap_or_default();
    assert_eq!(
        last("Hunan has released a plan for chips, the provincial government said."),
        ["agent Hunan"]
    );
    assert_eq!(
        last("Hunan has a plan. Subsidy rules were approved by the provincial government in May."),
        ["agent Hunan"]
    );
    assert!(last("Hunan has a plan. The provincial champion said it would grow.").is_empty());
    does(
        "The board of Lumeno Corp approved a merger with Delta Chips Inc in May.",
        &["agent Lumeno Corp", "participant Delta Chips Inc"],
    );
    does(
        "Peru's Kelvar Authority opened an antitrust probe into Lumeno Corp over its purchase of Delta Chips Inc.",
        &["agent Kelvar Authority", "patient Lumeno Corp"],
    );
}

#[test]
fn a_name_in_apposition_to_what_it_is() {
    does(
        "The environmental regulator, Kelvar Authority, revoked the operating permit of Lumeno Corp.",
        &["agent Kelvar Authority"],
    );
}

#[test]
fn a_paragraph_headed_with_its_company() {
    let text =
        "Delta Chips Inc (6991.TW) — Revenue for the quarter rose 8% to $96 million. Net profit fell by a third.";
    assert_eq!(who(text), [["agent Delta Chips Inc"], ["agent Delta Chips Inc"]]);
    does(
        "Delta Chips Inc — The Wuxi panel house swung to a net loss of $3 million.",
        &["agent Delta Chips Inc"],
    );
}

#[test]
fn a_noun_within_a_trigger_tells_no_second_event() {
    assert_eq!(
        who("The ministry announced the establishment of the Kelvar Chip Alliance on Monday."),
        [["patient Kelvar Chip Alliance"]]
    );
}

#[test]
fn papers_and_governments_speak_for_those_named_before() {
    let text = "The Executive Council said in a statement that chips matter. \"We will help,\" the statement said.";
    assert_eq!(who(text).last().unwrap(), &["agent Executive Council"]);
    let city = "The Lantu City Government said that chips matter. A plan for Taiwan follows, the city government said.";
    assert_eq!(who(city).last().unwrap(), &["agent Lantu City Government"]);
}

#[test]
fn whoever_reports_stands_behind_the_verb() {
    let text = "A quake hit Lima, reports Kelvar Daily.";
    assert_eq!(who(text).last().unwrap(), &["agent Kelvar Daily"]);
    let added = "The county used no more salt than it usually does, added Luis Prado.";
    assert_eq!(who(added).last().unwrap(), &["agent Luis Prado"]);
}
