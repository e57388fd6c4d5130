//! Business news: what goes with what is told, deals and what they are for, companies that only a description names.

use super::tests::{events, places, tells, when};
use super::tests_arguments::does;

#[test]
fn what_goes_with_it() {
    let text = "Kelvar Corp. is building a plant in Lima, with production expected to begin in 2027.";
    tells(
        text,
        &[
            "construction is building Kelvar Corp.",
            "production expected to begin Kelvar Corp.",
        ],
    );
    assert_eq!(when(text), [vec![], vec!["2027".to_string()]]);
    // the date is of the clause that it stands in
    let text = "Kelvar Corp. is building a plant in Lima, and production is expected to begin in 2027.";
    assert_eq!(when(text), [vec![], vec!["2027".to_string()]]);
    let text = "Kelvar Corp. plans to build a plant in Lima, with construction starting in 2027.";
    assert_eq!(when(text)[0], Vec::<String>::new());
}

#[test]
fn what_a_deal_is_for() {
    tells(
        "Kelvar Corp. signed a deal to buy Lumeno Inc. for $3 billion.",
        &["agreement signed Kelvar Corp.", "acquisition buy Kelvar Corp."],
    );
    let sold = "Kelvar Corp. said it has entered into an agreement to be acquired by Lumeno Inc. for $3 billion.";
    let told = &events(sold)[2];
    assert!(told.starts_with("acquisition to be acquired"), "{told}");
    tells(
        "Kelvar Corp. signed a contract to build a plant in Lima.",
        &["agreement signed Kelvar Corp."],
    );
}

#[test]
fn a_country_that_says_which_firm() {
    does(
        "Kelvar Corp. signed a contract with US engineering firm Lumeno Inc. on Monday.",
        &["agent Kelvar Corp.", "participant Lumeno Inc."],
    );
    does(
        "Kelvar Corp. signed a contract with the UK carmaker on Monday.",
        &["agent Kelvar Corp."],
    );
}

#[test]
fn a_place_that_says_which_one() {
    for by in ["US chipmaker", "U.S. chip firm", "Lima chipmaker"] {
        let text = format!("Lumeno Inc. was bought by {by} Kelvar Corp. on Monday.");
        does(&text, &["patient Lumeno Inc.", "agent Kelvar Corp."]);
    }
    does(
        "Luis Prado was acquitted of fraud by a Lima court.",
        &["patient Luis Prado"],
    );
    does(
        "A court in Lima annulled the contract between Kelvar Corp. and Lumeno Inc.",
        &[],
    );
    // a government is its country
    does(
        "Kelvar Corp. signed a contract with the U.S. government.",
        &["agent Kelvar Corp.", "participant U.S."],
    );
    does(
        "Lumeno Inc. signed a contract with Kelvar Corp. executives.",
        &["agent Lumeno Inc.", "participant Kelvar Corp."],
    );
}

#[test]
fn whose_shares() {
    let news = "Kelvar Corp. raised its forecast on Thursday.";
    for of in ["the chipmaker", "the German chipmaker", "the Leeds-based chipmaker"] {
        let text = format!("{news} Shares of {of} rose 8 percent.");
        assert_eq!(events(&text)[1], "market rose Kelvar Corp.", "{text}");
    }
    // and they moved on the day of the news
    let days = when(&format!(
        "{news} Shares of the chipmaker rose 8 percent in extended trading."
    ));
    assert_eq!(days[0], days[1]);
    let earlier = when(&format!("{news} Shares of the chipmaker have risen 8 percent."));
    assert_eq!(earlier.get(1), earlier.get(1).filter(|days| days.is_empty()));
}

#[test]
fn a_programme_of_a_company_is_no_policy() {
    let told = "announced a training programme on Monday.";
    assert!(events(&format!("Kelvar Corp. {told}"))[0].starts_with("launch"));
    assert!(events(&format!("The Ministry of Trade {told}"))[0].starts_with("policy"));
    assert!(
        events(&format!(
            "A training programme was {}",
            told.replace(" a training programme", "")
        ))[0]
            .starts_with("policy")
    );
    // what is said is no object, whatever day stands in front of it
    tells(
        "Kelvar Corp. announced on Monday that the programme would be long.",
        &["statement announced Kelvar Corp."],
    );
}

#[test]
fn a_title_that_starts_with_a_form_of_address() {
    does("Chief Executive Hansen Li said demand was good.", &["agent Hansen Li"]);
    does("Chief Hansen Li said demand was good.", &["agent Hansen Li"]);
}

#[test]
fn only_where_it_is() {
    let text = "Kelvar Corp. signed a contract for a terminal located in Peru.";
    assert_eq!(super::tests::places(text), [Vec::<String>::new()]);
    tells("It bought chips of a large firm listed in Peru.", &[]);
    tells("The talks were derailed by a row.", &[]);
    tells("The price represents a 20 percent premium over the last price.", &[]);
}

#[test]
fn contracts_that_are_given() {
    does(
        "Kelvar Corp. awarded the contract to build the plant to Lumeno Inc. on Friday.",
        &["agent Kelvar Corp.", "patient Lumeno Inc."],
    );
    does(
        "The Netherlands is strict. The licence was revoked by the Dutch government.",
        &["agent The Netherlands"],
    );
}

#[test]
fn what_is_expected_of_something() {
    tells(
        "Kelvar Corp. expects the deal to close in May.",
        &["acquisition to close"],
    );
}

#[test]
fn nobody_has_announced_it() {
    let told =
        events("Kelvar said so, according to the Lima Times. Wuxi is growing, following a plan announced last year.");
    assert_eq!(told.last().map(String::as_str), Some("policy announced"), "{told:?}");
}

#[test]
fn the_meeting_is_where_it_was_and_no_other() {
    let opened = "An expo opened in Jiangsu on Monday.";
    let held = |next: &str| places(&format!("{opened} {next}")).swap_remove(0);
    assert_eq!(
        held("The Seventh Nano Expo, held in Suzhou, drew 200 experts."),
        ["Suzhou"]
    );
    for other in [
        "The previous expo, held in Suzhou, drew 200 experts.",
        "The 2019 expo, held in Suzhou, drew 200 experts.",
        "The Chip Forum, held in Quito, drew 200 experts.",
    ] {
        assert_eq!(held(other), ["Jiangsu"], "{other}");
    }
}

#[test]
fn what_is_no_deal_and_no_plan() {
    for text in [
        "Kelvar Corp. terminated an agreement to buy Lumeno Inc. on Monday.",
        "Kelvar Corp. signed a contract to sell 40 machines to Lumeno Inc.",
    ] {
        let told = events(text);
        assert!(told.iter().all(|e| e.starts_with("agreement")), "{told:?}");
    }
    for text in [
        "Kelvar Corp. expects the government to impose tariffs in June.",
        "Kelvar Corp. expected the plant to open in May but it did not.",
        "Kelvar Corp. unveiled a robot arm on Monday.",
    ] {
        assert_eq!(events(text), Vec::<String>::new(), "{text}");
    }
    let told =
        when("Kelvar Corp. named Amy Kuo chief on May 6. Kelvar Corp. shares fell 20 percent over the past year.");
    assert_eq!(told[1], Vec::<String>::new());
    // *the start of construction of a plant in Quito* is not what the ceremony in Lima celebrates
    let text = "A groundbreaking ceremony for the plant was held in Lima on Monday. \
                Kelvar Corp. announced the start of construction of a plant in Quito.";
    let quito = places(text);
    assert!(quito.iter().any(|at| at == &["Quito"]), "{quito:?}");
}

#[test]
fn to_whom_a_contract_goes() {
    does(
        "The ministry awarded a contract to build a road to Lima to Kelvar Corp.",
        &["patient Kelvar Corp."],
    );
    does("The ministry awarded a contract for a road to Lima.", &[]);
    does(
        "Lumeno Inc. was bought by Kelvar Corp. last year in Lima.",
        &["patient Lumeno Inc.", "agent Kelvar Corp."],
    );
    does(
        "Peru signed a deal with the U.S. last month in Lima.",
        &["agent Peru", "participant U.S."],
    );
}

#[test]
fn a_plan_has_its_own_day() {
    let said = "The Ministry of Commerce said on Thursday it would impose export controls on gallium";
    assert_eq!(when(&format!("{said} from August 1, 2030."))[1], ["2030-08-01"]);
}
