//! Takeovers, courts, strikes and money for firms: whose deal it is, what came to nothing, who is tried, and what only looks like it.

use super::tests::{tells, when};
use super::tests_arguments::{NOBODY, does, who};

#[test]
fn whose_takeover_it_is() {
    for text in [
        "Kelvar Corp. announced the completion of its takeover of Lumeno Inc.",
        "Kelvar Corp. stunned rivals with its purchase of Lumeno Inc.",
        "Kelvar Corp. completed its $3 billion acquisition of Lumeno Inc. on Monday.",
    ] {
        does(text, &["agent Kelvar Corp.", "patient Lumeno Inc."]);
    }
    // nobody knows which of the two
    let two = "Kelvar Corp. and Torvane Inc. were cheered for its purchase of Lumeno Inc.";
    assert_eq!(who(two)[0], ["patient Lumeno Inc."]);
}

#[test]
fn what_came_to_nothing_is_told_once() {
    tells(
        "The takeover of Lumeno Inc. collapsed on Monday.",
        &["acquisition collapsed"],
    );
    does(
        "The takeover of Lumeno Inc. collapsed on Monday.",
        &["patient Lumeno Inc."],
    );
    let year = "LIMA, May 7, 2024 – The agency opened a probe on Monday over the 2020 purchase of Lumeno Inc.";
    assert_eq!(when(year), [["2024-05-06"], ["2020"]]);
    let alone = "The agency opened a probe over the 2020 purchase of Lumeno Inc.";
    assert_eq!(when(alone), [&[] as &[&str], &["2020"]]);
}

#[test]
fn money_given_to_a_firm() {
    does(
        "Kelvar Corp. provided Lumeno Inc. with a loan of $3 million.",
        &["agent Kelvar Corp.", "patient Lumeno Inc."],
    );
    does(
        "Kelvar Corp. has hired Lumeno Inc. to build the rocket.",
        &["agent Kelvar Corp.", "participant Lumeno Inc."],
    );
    does(
        "Kelvar Corp. paid $20 million to settle the suit.",
        &["agent Kelvar Corp."],
    );
    tells("Kelvar Corp. paid $20 million to its staff.", &[]);
}

#[test]
fn who_is_tried_and_by_whom() {
    does("The jury convicted Luis Prado of fraud.", &["patient Luis Prado"]);
    assert_eq!(
        who("Luis Prado was arrested and charged with fraud."),
        [["patient Luis Prado"], ["patient Luis Prado"]]
    );
    // the two of the sentence before
    let both = who("Li Ming and Amy Kuo were arrested. They were fined 3 million yuan.");
    assert_eq!(both[1], ["patient Li Ming", "patient Amy Kuo"]);
    tells(
        "Kelvar Corp. infringed a patent, a Lima jury found on Monday.",
        &["legal found"],
    );
    tells("Kelvar Corp. lost money, an analyst found on Monday.", &[]);
    does("A judge set bail at $10,000 for Luis Prado.", NOBODY);
}

#[test]
fn a_strike_with_words_inside() {
    for text in [
        "Workers at Kelvar Corp. called off their strike on Saturday.",
        "Workers at Kelvar Corp. ended a three-day strike over pay on Saturday.",
    ] {
        does(text, &["participant Kelvar Corp."]);
    }
}

#[test]
fn what_collapses_without_an_accident() {
    tells("A bridge collapsed on Monday.", &["disaster collapsed"]);
    for text in [
        "Cheers erupted.",
        "Sales collapsed.",
        "Heart attacks struck two men.",
        "Their lives passed by.",
    ] {
        tells(text, &[]);
    }
}

#[test]
fn who_gave_money_for_a_round_told_before() {
    for next in [
        "Torvane Capital and Oranje Fund also joined the round.",
        "Torvane Capital and Oranje Fund also took part, along with two family offices.",
        "Previous backers Torvane Capital and Oranje Fund re-upped in the round.",
        "The financing was joined by Torvane Capital and Oranje Fund.",
        "The round also included Torvane Capital and Oranje Fund.",
        "The round saw the participation of several funds, including Torvane Capital and Oranje Fund.",
        "Further commitments came from several funds, including Torvane Capital and Oranje Fund.",
    ] {
        does(
            &format!("Kelvar Corp. has closed a $3 million round. {next}"),
            &[
                "agent Kelvar Corp.",
                "participant Torvane Capital",
                "participant Oranje Fund",
            ],
        );
    }
    // another company's round, and what is no round
    let other = "Kelvar Corp. has closed a $3 million round. Oranje Fund led the Series B round of Lumeno Inc.";
    assert_eq!(who(other), [["agent Kelvar Corp."], ["agent Oranje Fund"]]);
    let city = "Kelvar Corp. has closed a $3 million round. Torvane Capital joined a walk in Lima.";
    assert_eq!(who(city)[0], ["agent Kelvar Corp."]);
}

#[test]
fn what_is_made_without_a_maker() {
    let text = "Kelvar Corp. has completed a plant in Lima. Trial runs began there in May.";
    assert_eq!(who(text)[1], ["agent Kelvar Corp."]);
    // nobody makes anything here
    let visit = "Li Ming visited Lima on Monday. Mass production began in May.";
    assert_eq!(who(visit)[1], NOBODY);
}

#[test]
fn how_many_a_plant_will_employ() {
    tells("The plant will employ 600 people.", &["labour will employ"]);
    tells(
        "The plant is expected to employ 600 people by 2027.",
        &["labour is expected to employ"],
    );
    tells("The plant employs 600 people.", &[]);
    tells("Kelvar Corp. will employ new tools.", &[]);
}
