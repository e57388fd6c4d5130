//! Purchases, moves, posts and contractions of plain business news.

use super::tests::{events, places, tells};
use super::tests_arguments::who;

#[test]
fn money_that_a_purchase_cost() {
    tells(
        "Intel spent $3 billion buying Lumeno Ltd. in May.",
        &["acquisition buying Intel"],
    );
    tells(
        "Intel spent $3 billion to acquire a maker of pumps.",
        &["acquisition acquire Intel"],
    );
    // what the money is for is to come, or is no purchase
    tells(
        "Intel spent $3 billion to raise its output.",
        &["investment spent Intel", "production raise Intel"],
    );
    tells("Intel spent $3 billion buying time.", &["investment spent Intel"]);
}

#[test]
fn a_sum_in_front_of_a_purchase() {
    tells(
        "Intel stunned rivals with its $5 billion acquisition of Lumeno Ltd.",
        &["acquisition acquisition Intel"],
    );
    tells(
        "Intel told Samsung of its $5 billion acquisition of Lumeno Ltd.",
        &["statement told Intel", "acquisition acquisition Intel"],
    );
    tells("Intel stunned rivals with its $5 billion idea of Lumeno Ltd.", &[]);
}

#[test]
fn a_board_acts_for_its_body() {
    tells(
        "Intel's board approved a $5 billion share buyback on Monday.",
        &["acquisition approved Intel"],
    );
    tells(
        "Intel's rival approved a $5 billion share buyback on Monday.",
        &["acquisition approved"],
    );
}

#[test]
fn what_was_done_to_the_body_in_front_of_a_comma() {
    let text = "Intel, acquired by Samsung in 2015, makes chips.";
    tells(text, &["acquisition acquired Samsung"]);
    assert_eq!(who(text), [["patient Intel", "agent Samsung"]]);
    // what it is
    tells("Intel, backed by Samsung, makes chips.", &[]);
    tells("Intel, driven by Samsung, makes chips.", &[]);
}

#[test]
fn contracted_auxiliaries() {
    tells(
        "Intel is a chip maker. It's building a plant in Leeds.",
        &["construction 's building Intel"],
    );
    tells(
        "Intel is a chip maker. It's built a plant in Leeds.",
        &["construction 's built Intel"],
    );
    // a possessor
    tells("Intel is a chip maker. Its rival's building is old.", &[]);
}

#[test]
fn a_company_moves() {
    let text = "Intel moved from Leeds to Boston in 2016.";
    tells(text, &["construction moved from Intel"]);
    assert_eq!(places(text), [["Boston"]]);
    tells("The office of the king was moved to Boston.", &[]);
    tells("Intel moved to block Boston.", &[]);
}

#[test]
fn who_is_going_to_head_something() {
    tells("Amy Kuo will lead the laboratory.", &["appointment will lead"]);
    tells("The laboratory will be run by Amy Kuo.", &["appointment will be run"]);
    tells("Amy Kuo led the laboratory.", &[]);
    tells("Amy Kuo plans to run the laboratory.", &[]);
}

#[test]
fn a_firm_is_chosen_for_a_job() {
    tells(
        "Intel hired Lumeno Ltd. to build the rocket.",
        &["agreement hired Intel"],
    );
    tells(
        "Intel asked Lumeno Ltd. to build the rocket.",
        &["statement asked Intel"],
    );
}

#[test]
fn what_is_revealed() {
    tells("Intel revealed a new phone on Monday.", &["launch revealed Intel"]);
    let told = events("Intel revealed the phone would cost $500.");
    assert!(told.iter().all(|event| !event.starts_with("launch")), "{told:?}");
}

#[test]
fn what_collapses_without_an_accident() {
    tells("The bridge collapsed on Monday.", &["disaster collapsed"]);
    tells("A fire broke out on Monday.", &["disaster broke out"]);
    for text in [
        "Sales collapsed in May.",
        "The stock market crashed in May.",
        "Cheers erupted in May.",
        "A dispute broke out in May.",
    ] {
        tells(text, &[]);
    }
}

#[test]
fn verbs_that_only_look_like_fights_and_fines() {
    tells("The drug prevents heart attacks at a price.", &[]);
    tells("Intel was targeted by activist investor Amy Kuo.", &[]);
    tells("Intel beat Samsung to the market.", &[]);
    tells("Executives at Intel hunker down as fines loom.", &[]);
}
