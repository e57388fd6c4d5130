//! Firms in the trade press: what they are called in front of their names and afterwards, whose deliveries, staff and plants they
//! are, where a plant is and when somebody spoke.

use super::tests::{places, tells, when};
use super::tests_arguments::{NOBODY, does, who};

fn last_who(text: &str) -> Vec<String> {
    who(text).pop().unwrap_or_default()
}

fn last_place(text: &str) -> Vec<String> {
    places(text).pop().unwrap_or_default()
}

fn last_day(text: &str) -> Vec<String> {
    when(&format!("WUXI, May 10, 2024 -- {text}")).pop().unwrap_or_default()
}

#[test]
fn what_a_firm_is_in_front_of_its_name() {
    does(
        "Battery start-up Lumeno signed a contract with Kelvar Corp. in Lima.",
        &["agent Lumeno", "participant Kelvar Corp."],
    );
    does(
        "Kelvar Corp. won an order from Scottish developer Carrick Offshore.",
        &["agent Kelvar Corp.", "participant Carrick Offshore"],
    );
    does(
        "Kelvar Corp. and packaging house Lumeno Optik signed a contract.",
        &["agent Kelvar Corp.", "agent Lumeno Optik"],
    );
    // those who give money beside the one who leads
    does(
        "Lumeno Corp. raised 60 million euros in a round led by Kelvar Capital, with Dutch fund Oranje Capital and existing backer Torvane taking part.",
        &[
            "agent Lumeno Corp.",
            "participant Oranje Capital",
            "participant Torvane",
            "participant Kelvar Capital",
        ],
    );
    does(
        "Kelvar Corp. has obtained a loan of 3 million euros from the Lantu Development Bank.",
        &["agent Kelvar Corp.", "participant Lantu Development Bank"],
    );
}

#[test]
fn whose_staff_and_plants_they_are() {
    for subject in [
        "About 200 workers at phone maker Lumeno Corp",
        "About 15 percent of the staff at phone maker Lumeno Corp",
        "Some 900 workers at two plants run by Lumeno Corp",
    ] {
        assert_eq!(
            last_who(&format!("{subject} will lose their jobs.")),
            ["participant Lumeno Corp"],
            "{subject}"
        );
    }
    does(
        "The first tool was hoisted into the fab of Kelvar Corp. in Wuxi.",
        &["agent Kelvar Corp."],
    );
    tells("He lifted the lid of the box.", NOBODY);
    tells("The objects were left in the plant.", NOBODY);
}

#[test]
fn whose_deliveries_follow() {
    let order = "Kelvar Corp. won an order for inverters from Lumeno Inc. ";
    assert_eq!(
        last_who(&format!("{order}Deliveries will begin in May.")),
        ["agent Kelvar Corp."]
    );
    assert_eq!(
        last_who(&format!("{order}First shipments are planned for May.")),
        ["agent Kelvar Corp."]
    );
    // who buys does not deliver
    let bought = "Kelvar Corp. ordered 30 tools on May 3. Deliveries will begin in June.";
    assert_eq!(last_who(bought), NOBODY);
}

#[test]
fn firms_told_of_again() {
    let told = "Kelvar Corp. opened a plant in Jiaxing on Monday. ";
    for subject in ["The Jiaxing toolmaker", "The state-owned company", "The Lima group"] {
        assert_eq!(
            last_who(&format!("{told}{subject} made a profit of 3 million yuan in 2023.")),
            ["agent Kelvar Corp."],
            "{subject}"
        );
    }
    assert_eq!(
        last_who(&format!("{told}In Lima, the Jiaxing carmaker's shares fell 3 percent.")),
        ["agent Kelvar Corp."]
    );
    assert_eq!(
        last_who(&format!("{told}A spokeswoman said the line was full.")),
        ["agent Kelvar Corp."]
    );
    assert_eq!(
        last_who(&format!("{told}A spokesman for the company said the line was full.")),
        ["agent Kelvar Corp."]
    );
    let ministry = "The Ministry of Commerce issued a ban on Monday. A spokeswoman said it would help.";
    assert_eq!(last_who(ministry), NOBODY);
}

#[test]
fn when_somebody_spoke() {
    for told in [
        "Trade Minister Li Ming defended the step before reporters in Lima on Thursday.",
        "The plan came too late, union leader Li Ming wrote in an open letter to the minister on Thursday.",
        "Director Li Ming, interviewed on Thursday, forecast that the line would stay full.",
        "Presenting the figures on Thursday, chairman Li Ming predicted slower growth this year.",
    ] {
        assert_eq!(last_day(told), ["2024-05-09"], "{told}");
    }
    assert_eq!(
        last_day("Kelvar Corp. plans to build 20 plants this year, manager Li Ming told guests."),
        NOBODY
    );
}

#[test]
fn results_are_not_of_what_they_are_compared_with() {
    assert_eq!(
        last_day(
            "Kelvar Corp. made 3 million chips in 2023, 9 percent more than a year before, while revenue reached 3 billion yuan."
        ),
        ["2023"]
    );
    assert_eq!(
        last_day("Net profit at Kelvar Corp. came to 62 million euros, half the level of a year before."),
        NOBODY
    );
}

#[test]
fn where_the_plant_is() {
    assert_eq!(
        last_place("The first machine left the company's Hefei plant on Monday, bound for a fab in Wuxi."),
        ["Hefei"]
    );
    assert_eq!(
        last_place("The first tool was moved into Kelvar Corp.'s Hefei fab on Monday."),
        ["Hefei"]
    );
    assert_eq!(
        last_place("Kelvar Corp. opened a laboratory on its Lindo campus on Thursday."),
        ["Lindo campus"]
    );
    // what the money is for
    assert_eq!(
        places("Kelvar Corp. raised 3 billion yuan to build a plant in Wuxi.")[0],
        NOBODY
    );
    let loan = "The loan will go into a plant in Lantu High-tech Zone. ";
    for told in [
        "The plant, whose foundation stone was laid in March, covers 3 hectares.",
        "By Wednesday all lines were running again.",
    ] {
        assert_eq!(last_place(&format!("{loan}{told}")), ["Lantu High-tech Zone"], "{told}");
    }
}

#[test]
fn where_it_was_before() {
    let held = "The Lindo Forum was held in Lima on Monday. ";
    assert_eq!(
        last_place(&format!("{held}A fair will be held in May at the same venue.")),
        ["Lima"]
    );
    assert_eq!(
        last_place("Kelvar Corp. opened a plant in Lima. Work there on a second line starts in June."),
        ["Lima"]
    );
    assert_eq!(
        last_place("Trade Minister Li Ming defended the step before reporters in Lima on Thursday."),
        ["Lima"]
    );
    // what is called for will be there
    assert_eq!(
        last_place("Union leader Li Ming called for a national protest in Lima on October 18."),
        NOBODY
    );
}

#[test]
fn what_is_said_at_a_send_off_or_by_the_judges() {
    let left = "The first machine left its plant in Wuxi on Monday. ";
    let said = "Kelvar Corp. has spent 3 million yuan on it, manager Li Ming said at the send-off.";
    assert_eq!(last_place(&format!("{left}{said}")), ["Wuxi"]);
    let won =
        "Kelvar Corp. won the gold prize for sensors in Wuxi on May 3, 2024. The judges praised its low power draw.";
    assert_eq!(last_place(won), ["Wuxi"]);
}

#[test]
fn whose_people_act_and_who_is_given_the_plant() {
    let probe = "The Lantu Chip Association opened a probe into Kelvar Corp. ";
    assert_eq!(
        last_who(&format!("{probe}Its investigators searched offices in Lima on Monday.")),
        ["agent Lantu Chip Association"]
    );
    does(
        "Builders handed over a plant in Lima to Kelvar Corp. on Monday.",
        &["participant Kelvar Corp."],
    );
}
