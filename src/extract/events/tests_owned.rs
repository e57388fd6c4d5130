//! Whose it is: who is given money, charged, meant by *her company*, and the dead of an accident.

use super::tests::{tells, when};
use super::tests_arguments::{NOBODY, does, who};

/// Who is in the last event.
fn last(text: &str) -> Vec<String> {
    who(text).pop().unwrap_or_default()
}

#[test]
fn who_is_given_money() {
    does(
        "Lima Bank granted Delta Corp a loan of $4 million.",
        &["agent Lima Bank", "patient Delta Corp"],
    );
    let again = "Delta Corp makes chips. In May, Lima Bank granted the firm a credit line of $8 million.";
    assert_eq!(last(again), ["agent Lima Bank", "patient Delta Corp"]);
    let aid = "Peru approved a subsidy of $28 million for Delta Corp's plant in Cusco.";
    does(aid, &["agent Peru", "patient Delta Corp"]);
    let aid = "Peru approved a subsidy of $28 million after a visit to Delta Corp.";
    does(aid, &["agent Peru"]);
}

#[test]
fn who_is_granted_a_patent() {
    let told = |whom: &str| {
        last(&format!(
            "The Lima Institute of Physics spoke. A patent was granted to {whom} in May."
        ))
    };
    assert_eq!(told("the institute"), ["patient Lima Institute of Physics"]);
    assert_eq!(told("the ring"), NOBODY);
}

#[test]
fn whom_the_police_and_him_mean() {
    does(
        "Police have detained the skipper, identified as Luis Prado, 52.",
        &["patient Luis Prado"],
    );
    does("Police have detained the skipper, known to Luis Prado.", NOBODY);
    let charged = "Mayor Luis Prado resigned in July. Prosecutors charged him with fraud.";
    assert_eq!(last(charged), ["patient Luis Prado"]);
    // somebody else stands nearer
    let other = "Mayor Luis Prado spoke. Police stopped the driver and charged him with fraud.";
    assert_eq!(last(other), NOBODY);
}

#[test]
fn her_company_is_that_of_her_post() {
    let told = |post: &str| {
        last(&format!(
            "Amy Kuo, {post}, won the Gold Medal. Her company has unveiled a chip."
        ))
    };
    assert_eq!(told("chief engineer of Delta Corp"), ["agent Delta Corp"]);
    assert_eq!(told("a friend of Delta Corp"), NOBODY);
}

#[test]
fn she_right_in_front_of_the_verb() {
    let told = "Amy Kuo spoke on Monday. In a letter to the staff she promised that nobody will go.";
    assert_eq!(last(told), ["agent Amy Kuo"]);
}

#[test]
fn the_company_is_no_fund_where_one_is_named() {
    let told = "Lindo Guidance Fund put 2 billion yuan into Delta Corp in January. The turnover of the company came to 3 billion yuan.";
    assert_eq!(last(told), ["agent Delta Corp"]);
}

#[test]
fn whose_sales_they_are() {
    let told = |sales: &str| {
        let head =
            "Delta Corp shuts a plant\n\nDelta Corp shut a plant on May 6, 2024.\n\nLuis Prado visited Cusco.\n\n";
        last(&format!("{head}{sales} in 2023."))
    };
    assert_eq!(told("Group revenue rose 12%"), ["agent Delta Corp"]);
    assert_eq!(told("Like-for-like sales slid 7%"), ["agent Delta Corp"]);
    assert_eq!(
        told("Premium income more than doubled to 3 billion yuan"),
        ["agent Delta Corp"]
    );
    assert_eq!(told("Steel sales slid 7%"), NOBODY);
    let clients = "Delta Corp said foreign clients had accounted for 11 percent of its turnover.";
    assert_eq!(last(clients), ["agent Delta Corp"]);
}

#[test]
fn who_gave_money_for_the_round() {
    let round = "Delta Corp has closed a Series A round of $14 million. ";
    let told = format!("{round}Beta Ventures was the lead investor; the lender Norvane Bank also put in money.");
    does(
        &told,
        &[
            "agent Delta Corp",
            "participant Beta Ventures",
            "participant Norvane Bank",
        ],
    );
    does(
        &format!("{round}Beta Ventures was an early customer."),
        &["agent Delta Corp"],
    );
}

#[test]
fn whose_guidance_it_was() {
    let told = |under: &str| {
        who(&format!(
            "The chip forum was held by Delta Corp under the {under} of the Andes Chip Federation."
        ))
    };
    assert_eq!(
        told("guidance")[0],
        ["agent Delta Corp", "participant Andes Chip Federation"]
    );
    assert_eq!(told("roof")[0], ["agent Delta Corp"]);
}

#[test]
fn several_founders_with_their_trades() {
    does(
        "Delta Corp was founded in 2019 by agronomist Li Ming and programmer Amy Kuo in Lima.",
        &["patient Delta Corp", "agent Li Ming", "agent Amy Kuo"],
    );
}

#[test]
fn whom_the_clause_in_front_of_a_colon_tells_of() {
    let told = |front: &str| {
        last(&format!(
            "Beta Optics Inc fell. {front}: in May it agreed with Chile to share data."
        ))
    };
    assert_eq!(told("Peru is not acting alone"), ["agent Peru", "participant Chile"]);
}

#[test]
fn the_dead_belong_to_the_accident() {
    tells(
        "Two workers drowned on Sunday when a boat overturned.",
        &["disaster overturned"],
    );
    tells("Fire swept a store. Two workers lost their lives.", &["disaster swept"]);
    let apart = "A man was murdered in Lima and an explosion injured three.";
    tells(apart, &["death was murdered", "disaster injured"]);
    // those who are named, when something else was
    tells("Fire swept a store. Amy Kuo died.", &["disaster swept", "death died"]);
    tells("The town wept the day he died.", &[]);
}

#[test]
fn a_ceremony_and_where_somebody_comes_from() {
    let plant = "Delta Corp has opened a plant in Wuxi. ";
    let text = format!("{plant}Minister Amy Kuo unveiled a plaque at the site on May 6, 2024.");
    tells(&text, &["construction has opened Delta Corp"]);
    does(&text, &["agent Delta Corp", "participant Amy Kuo"]);
    assert_eq!(when(&text), [["2024-05-06"]]);
    let post = "Amy Kuo will become chief executive of Delta Corp in May. Kuo joins from Beta Optics Inc.";
    tells(post, &["appointment will become Amy Kuo"]);
    tells(
        "Amy Kuo joins from Beta Optics Inc.",
        &["appointment joins from Amy Kuo"],
    );
}

#[test]
fn in_whom_a_stake_is() {
    let told = |head: &str| {
        let lead = "Delta Corp shut a plant on May 6, 2024.";
        last(&format!(
            "{head}\n\n{lead}\n\nHarrow Gate Capital raised its stake to 9% last month."
        ))
    };
    assert_eq!(
        told("Delta Corp shuts a plant"),
        ["agent Harrow Gate Capital", "patient Delta Corp"]
    );
    assert_eq!(told("A plant shuts"), ["agent Harrow Gate Capital"]);
}

#[test]
fn it_may_be_a_meeting() {
    let told = |first: &str| {
        last(&format!(
            "Delta Corp spoke. {first} drew 300 visitors. It was awarded the Gold Medal."
        ))
    };
    assert_eq!(told("Last year the fair"), NOBODY);
    assert_eq!(told("Beta Optics Inc"), ["patient Beta Optics Inc"]);
}
