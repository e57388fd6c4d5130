//! When something was said or decided: the day behind those who hear it, the session at which it was decided.

use super::tests::{tells, when};
use super::tests_arguments::who;

const NOT_TOLD: &[&str] = &[];

/// The days of the last event of a report of May 7, 2024.
fn said(sentence: &str) -> Vec<String> {
    when(&format!("LIMA, May 7, 2024 – {sentence}"))
        .pop()
        .unwrap_or_default()
}

#[test]
fn the_day_behind_those_who_hear_it() {
    let thursday = ["2024-05-02"];
    assert_eq!(
        said("Delta Corp told the exchange on Thursday that it would close."),
        thursday
    );
    assert_eq!(
        said("Delta Corp will close, it told the exchange on Thursday."),
        thursday
    );
    let call = "Sales would fall this year, Amy Kuo told analysts on a call on Thursday.";
    assert_eq!(said(call), thursday);
    let budget =
        "Delta Corp has cut its budget for this year, director Amy Kuo told an investor conference on Thursday.";
    assert_eq!(said(budget), thursday);
    // papers, and what is judged
    assert_eq!(
        said("Amy Kuo apologised to the families in a short notice on Thursday."),
        thursday
    );
    assert_eq!(said("Amy Kuo warned of job cuts in a memo on Thursday."), thursday);
    assert_eq!(said("Amy Kuo denounced the fines on Thursday as unfair."), thursday);
    // the day of what is said
    assert_eq!(said("Amy Kuo warned of strikes on Thursday."), NOT_TOLD);
    assert_eq!(said("Amy Kuo urged a vote on Thursday."), NOT_TOLD);
}

#[test]
fn the_day_of_whoever_speaks_is_none_of_what_is_said() {
    let hired = "\"We needed a customer,\" said Amy Kuo, whom the board hired from Delta Corp in April 2021.";
    assert_eq!(said(hired), NOT_TOLD);
    assert_eq!(
        said("\"We needed a customer,\" Amy Kuo told guests in April 2021."),
        ["2021-04"]
    );
}

#[test]
fn a_later_verb_keeps_its_date() {
    let store = "A store is under construction in Wuxi and was to be handed over next March.";
    assert_eq!(said(store), NOT_TOLD);
    assert_eq!(
        said("A store is under construction in Wuxi and opens next March."),
        ["2025-03"]
    );
}

#[test]
fn the_day_of_the_object() {
    assert_eq!(said("Amy Kuo won Sunday's mayoral election in Lima."), ["2024-05-05"]);
    assert_eq!(said("Sales of Delta Corp beat Sunday's estimates."), NOT_TOLD);
}

#[test]
fn where_a_company_comes_from_is_not_when() {
    let firm = "Delta Corp makes chips. The firm, established in Lima in 2018, cut 140 jobs in January.";
    assert_eq!(said(firm), ["2024-01"]);
}

#[test]
fn what_is_decided_at_one_session() {
    let report = "LIMA, May 7, 2024 – The Chester City Council adopted an ordinance on parking on Monday. ";
    let monday = ["2024-05-06"];
    let after = format!("{report}\"It is fair,\" Dana Holt told reporters after the vote.");
    assert_eq!(when(&after)[1], monday);
    let later = format!("{report}\"It is fair,\" Dana Holt told reporters.");
    assert_eq!(when(&later)[1], NOT_TOLD);
    let business = format!("{report}In other business, members named Amy Kuo to the zoning board.");
    assert_eq!(when(&business)[1], monday);
    assert_eq!(who(&business)[1], ["patient Amy Kuo", "agent Chester City Council"]);
    // of another body
    let club = format!("{report}The swimming club named Amy Kuo to its board.");
    assert_eq!(when(&club)[1], NOT_TOLD);
}

#[test]
fn what_is_agreed_is_as_good_as_told() {
    let bid = "Delta Corp has agreed to buy Beta Optics Inc, it told the exchange on Monday.";
    let text = format!("LIMA, May 7, 2024 – {bid}");
    assert_eq!(when(&text)[0], ["2024-05-06"]);
    let bid = "Delta Corp will buy Beta Optics Inc, it told the exchange on Monday.";
    assert_eq!(when(&format!("LIMA, May 7, 2024 – {bid}"))[0], NOT_TOLD);
}

#[test]
fn nothing_is_said_with_an_object() {
    tells("Delta Corp concluded a review with Beta Optics Inc.", &[]);
    tells(
        "Amy Kuo concluded the plan was sound.",
        &["statement concluded Amy Kuo"],
    );
    tells("Delta Corp claims a tenth of the market.", &[]);
    tells("Delta Corp claims the plan is sound.", &["statement claims Delta Corp"]);
}

#[test]
fn a_relative_without_a_name_is_no_news() {
    tells("Luis Prado grew up in Lima. His father, a farmer, died in 1992.", &[]);
    tells("His father Luis Prado died in 1992.", &["death died"]);
}

#[test]
fn what_somebody_wrote_is_said_unless_it_is_a_book() {
    tells("Amy Kuo wrote: “The color is blue.”", &["statement wrote Amy Kuo"]);
    tells("Amy Kuo wrote “The Color Blue” in 1992.", &[]);
}
