//! What a clause takes from those near it: *there*, the plant told of before, the dateline's city, who *it* and *the two sides*
//! are, whose plant it is.

use super::tests::{places, when};
use super::tests_arguments::{NOBODY, who};

/// Places of the last event of a report from Wuxi.
fn last_place(text: &str) -> Vec<String> {
    places(&format!("WUXI, May 3, 2024 -- {text}"))
        .pop()
        .unwrap_or_default()
}

fn last_who(text: &str) -> Vec<String> {
    who(text).pop().unwrap_or_default()
}

#[test]
fn there_is_where_the_event_before_was() {
    let text = "Kelvar Corp. will make a trip to Penang in February and sign a supply contract there.";
    assert_eq!(places(text).pop().unwrap(), ["Penang"]);
    let fronted = "The Lindo Forum opened in Lima on Monday. There, Kelvar Corp. unveiled a new car.";
    assert_eq!(places(fronted).pop().unwrap(), ["Lima"]);
    // no place: that something is
    let said = "Kelvar Corp. sold its plant in Penang. Amy Kuo said there would be no second one.";
    assert_eq!(places(said).pop().unwrap(), NOBODY);
}

#[test]
fn a_district_lies_in_the_city_of_the_dateline() {
    let topped = "Kelvar Corp. topped out a plant in Xinwu District on Thursday.";
    assert_eq!(last_place(topped), ["Xinwu District", "WUXI"]);
    // what is planned where something was done is there too
    let planned = "Kelvar Corp. topped out a plant in Xinwu District on Thursday. It will build a second plant there.";
    assert_eq!(last_place(planned), ["Xinwu District", "WUXI"]);
    // plans may be for anywhere, and the gazetteer knows where Pudong is
    assert_eq!(
        last_place("Kelvar Corp. will build a plant in the Lorande Zone."),
        ["Lorande Zone"]
    );
    assert_eq!(
        last_place("Kelvar Corp. topped out a plant in Pudong New Area."),
        ["Pudong New Area"]
    );
}

#[test]
fn what_was_done_in_the_week_of_the_report_was_done_where_it_comes_from() {
    assert_eq!(
        last_place("Kelvar Corp. broke ground on a plant on Thursday."),
        ["WUXI"]
    );
    assert_eq!(last_place("Kelvar Corp. broke ground on a plant in 2021."), NOBODY);
    assert_eq!(last_place("Kelvar Corp. laid off 300 workers on Thursday."), NOBODY);
}

#[test]
fn the_plant_is_the_one_told_of_before() {
    let text = "Output at the wafer plant of Kelvar Corp. in Lantu Park rose 5 percent in May. The plant went into operation in July.";
    assert_eq!(places(text).pop().unwrap(), ["Lantu Park"]);
    let other = "Output at the wafer plant of Kelvar Corp. in Peru rose 5 percent in May. The plant went into operation in July.";
    assert_eq!(places(other).pop().unwrap(), NOBODY);
}

#[test]
fn who_is_told_of_says_it_where_nobody_spoke_before() {
    assert_eq!(
        last_who("Kelvar Corp. raised 300 million yuan, it said on Monday."),
        ["agent Kelvar Corp."]
    );
    assert_eq!(
        last_who("Amy Kuo will visit Lima in June, she said."),
        ["agent Amy Kuo"]
    );
    // those who spoke before go on
    let goes_on = "The new line is fast, Luis Prado said. Amy Kuo will visit Lima in June, he said.";
    assert_eq!(last_who(goes_on), ["agent Luis Prado"]);
}

#[test]
fn the_two_sides_of_a_deal_say_it() {
    let both = ["agent Kelvar Corp.", "agent Lumeno Inc."];
    for said in ["the two sides announced", "the companies said", "they said"] {
        let text = format!("Kelvar Corp. will buy Lumeno Inc. for $3 billion, {said} on Monday.");
        assert_eq!(last_who(&text), both, "{text}");
    }
    let one = "Kelvar Corp. will buy Lumeno Inc. for $3 billion, the ministries said on Monday.";
    assert_eq!(last_who(one), NOBODY);
}

#[test]
fn whose_plant_it_is() {
    let opened = |told: &str| who(&format!("A chip plant opened in Lima on Monday. {told}")).remove(0);
    for told in [
        "Its owner, Kelvar Corp., will hire 300 people.",
        "The plant belongs to Kelvar Corp. and has 300 workers.",
        "Kelvar Corp., which is behind the project, will hire 300 people.",
        "Kelvar Corp., the operator of the plant, will hire 300 people.",
    ] {
        assert_eq!(opened(told), ["agent Kelvar Corp."], "{told}");
    }
    assert_eq!(opened("Kelvar Corp., a supplier, will hire 300 people."), NOBODY);
}

#[test]
fn those_who_signed_won_and_paid() {
    let first = |text: &str| who(text).remove(0);
    assert_eq!(
        first("Nine contracts were signed in Lima on Monday. Among the signatories were Kelvar Corp. and Lumeno Inc."),
        ["agent Kelvar Corp.", "agent Lumeno Inc."]
    );
    assert_eq!(
        first("The prizes were awarded in Lima on Monday. Among the winners was Kelvar Corp."),
        ["patient Kelvar Corp."]
    );
    let money = "Kelvar Corp. closed a round of 300 million yuan. The money came from Lumeno Inc. and Delta Corp.";
    assert_eq!(
        first(money),
        [
            "agent Kelvar Corp.",
            "participant Lumeno Inc.",
            "participant Delta Corp."
        ]
    );
    let orders = "Kelvar Corp. closed a round of 300 million yuan. The orders came from Lumeno Inc.";
    assert_eq!(first(orders), ["agent Kelvar Corp."]);
}

#[test]
fn who_is_bought_sentenced_and_researches() {
    let stake = "Kelvar Corp. opened a plant in Lima. A 15 percent stake in the company was bought by Lumeno Inc.";
    assert_eq!(last_who(stake), ["agent Lumeno Inc.", "patient Kelvar Corp."]);
    assert_eq!(
        last_who("Kelvar Corp. was handed a fine of 3 million euros."),
        ["patient Kelvar Corp."]
    );
    let with = "Researchers at Lima University, together with toolmaker Kelvar Corp., have developed a laser.";
    assert_eq!(last_who(with), ["agent Lima University", "agent Kelvar Corp."]);
}

#[test]
fn the_round_is_the_one_told_before() {
    let text = "Kelvar Corp. completed a round of 300 million yuan. The round was led by Lumeno Capital, with Delta Fund following. \
                The company has offices in Lima. It hired 300 workers.";
    assert_eq!(
        who(text)[0],
        [
            "agent Kelvar Corp.",
            "participant Lumeno Capital",
            "participant Delta Fund"
        ]
    );
    // the money was for Kelvar, and so is what is told behind it
    assert_eq!(last_who(text), ["agent Kelvar Corp."]);
    let another = "Kelvar Corp. completed a round of 300 million yuan. A second round was led by Lumeno Capital.";
    assert_eq!(who(another)[0], ["agent Kelvar Corp."]);
}

#[test]
fn hosts_with_a_government_among_them() {
    let text =
        "The forum, hosted by the Wuxi municipal government and the Kelvar Chip Association, opened in Lima on Monday.";
    assert_eq!(who(text)[0], ["agent Wuxi", "agent Kelvar Chip Association"]);
    let named = "The Lindo Chip Expo (IC China 2024) opened at the Lindo Expo Center in Lima on Monday.";
    assert_eq!(who(named)[0], NOBODY);
}

#[test]
fn what_is_done_after_the_ceremony_is_done_that_day() {
    let begun = "Kelvar Corp. held the ground-breaking ceremony of its plant in Lima on May 3, 2024.";
    let day = |told: &str| when(&format!("{begun} {told}")).pop().unwrap();
    assert_eq!(day("After the ceremony, Amy Kuo visited Lumeno Inc."), ["2024-05-03"]);
    assert_eq!(day("After the merger, Amy Kuo visited Lumeno Inc."), NOBODY);
}

#[test]
fn the_meeting_told_again_hands_on_as_it_does() {
    let text = "The Lindo Forum opened on May 3, 2024 at the Lindo Expo Center in Lima. \
                The three-day event drew 300 guests from Peru. At the opening ceremony, 38 projects were signed. \
                The forum will run until May 6.";
    assert_eq!(places(text).pop().unwrap(), ["Lindo Expo Center", "Lima"]);
}

#[test]
fn the_day_of_saying_is_not_what_is_planned_for() {
    let days = |text: &str| when(&format!("LIMA, May 6, 2024 -- {text}"));
    let said = "Kelvar Corp. said on Monday it will build a plant in Peru.";
    assert_eq!(days(said), [&["2024-05-06"][..], NOBODY]);
    // a day to come
    let ahead = "Kelvar Corp. said it will open a plant in Peru on Friday.";
    assert_eq!(days(ahead).pop().unwrap(), ["2024-05-10"]);
}

#[test]
fn a_day_later_leans_on_what_has_happened() {
    let text =
        "Peru on May 2, 2024 banned 14 products. The rules take effect on May 31. A day later, Chile banned chips.";
    assert_eq!(when(text).pop().unwrap(), ["2024-05-03"]);
    let goes_on = "Peru on May 2, 2024 banned 14 products. A day later, Chile banned chips.";
    assert_eq!(when(goes_on).pop().unwrap(), ["2024-05-03"]);
}

#[test]
fn hosts_in_a_relative_clause_and_whose_bid_it_was_for() {
    let hosted = "The Lindo Forum ended in Lima on Monday. Some 600 guests attended the forum, which was organised by Kelvar Corp.";
    assert_eq!(who(hosted)[0], ["agent Kelvar Corp."]);
    let bid = "Kelvar Corp. dropped a 4 billion euro takeover bid for rival Lumeno Inc.";
    assert_eq!(last_who(bid), ["agent Kelvar Corp.", "patient Lumeno Inc."]);
    assert_eq!(
        last_who("Kelvar Corp. dropped its merger plan for good."),
        ["agent Kelvar Corp."]
    );
}
