//! Families of wordings: forms of the verb, clauses in clauses, who is meant, and what only looks like one of them.

use super::tests::{tells, when};
use super::tests_arguments::who;

const NOTHING: &[&str] = &[];

#[test]
fn verbs_in_longer_groups() {
    tells(
        "Amy Kuo went on to say that the plan was good.",
        &["statement went on to say Amy Kuo"],
    );
    tells(
        "Kelvar Corp. has begun to build a plant in Wuxi.",
        &["construction has begun to build Kelvar Corp."],
    );
    tells(
        "Kelvar Corp. is on track to reach sales of 3 billion yuan.",
        &["result is on track to reach Kelvar Corp."],
    );
    tells(
        "Revenue will more than double to 3 billion yuan in 2024.",
        &["result will more than double"],
    );
    tells("The plant could be expected to create 600 jobs.", NOTHING);
    tells("Named director of the institute was Amy Kuo.", &["appointment Named"]);
    tells(
        "Having bought Lumeno Inc., Kelvar Corp. is now a large firm.",
        &["acquisition bought Kelvar Corp."],
    );
}

#[test]
fn clauses_in_clauses() {
    // whoever did it stands behind *after* and *since*
    tells(
        "Luis Prado resigned after Kelvar Corp. bought Lumeno Inc. in May.",
        &["appointment resigned Luis Prado", "acquisition bought Kelvar Corp."],
    );
    for word in ["before", "since", "once", "until"] {
        tells(
            &format!("Luis Prado spoke of a new plant {word} Kelvar Corp. bought Lumeno Inc. in May."),
            &["statement spoke of Luis Prado", "acquisition bought Kelvar Corp."],
        );
    }
    tells(
        "The move came a day after Peru imposed tariffs on steel.",
        &["restriction imposed Peru"],
    );
    tells(
        "A bus that overturned in Leeds on Monday was going to Lima.",
        &["disaster overturned"],
    );
    tells(
        "Kelvar Corp., which bought Lumeno Inc. in 2019, opened a plant in Lima and hired 300 workers.",
        &[
            "acquisition bought Kelvar Corp.",
            "construction opened Kelvar Corp.",
            "labour hired Kelvar Corp.",
        ],
    );
    tells(
        "Located in the east, the city's output reached 3 billion yuan last year.",
        &["result reached"],
    );
}

#[test]
fn statements_without_a_verb_of_saying() {
    tells(
        "Amy Kuo: “We are very happy with the plan.”",
        &["statement Amy Kuo Amy Kuo"],
    );
    tells("For Amy Kuo, “this is a dream.”", &["statement For Amy Kuo Amy Kuo"]);
    tells("Amy Kuo: chairman of Kelvar Corp.", NOTHING);
    tells(
        "Mayor Amy Kuo called Wuxi a pearl of the region.",
        &["statement called Amy Kuo"],
    );
    tells("Mayor Amy Kuo called Luis Prado on Monday.", NOTHING);
    tells(
        "Output rose 5 percent in May, Xinhua reported.",
        &["result rose", "statement reported Xinhua"],
    );
}

#[test]
fn people_come_and_go() {
    tells(
        "Kelvar Corp. brought in Luis Prado as chief engineer.",
        &["appointment brought in Kelvar Corp."],
    );
    tells("Kelvar Corp. brought in Luis Prado for lunch.", NOTHING);
    tells(
        "During his visit to Lima on Monday, Luis Prado praised the work.",
        &["visit visit Luis Prado", "statement praised Luis Prado"],
    );
    // told by the verb already
    tells("Luis Prado paid a visit to Lima on Monday.", &["visit paid Luis Prado"]);
    tells("He dreamt of a visit to the moon.", NOTHING);
}

#[test]
fn who_is_meant_by_what_was_told() {
    let text = "Kelvar Corp. and Lumeno Inc. signed an agreement on Monday. They will establish a joint venture.";
    let both = ["agent Kelvar Corp.", "agent Lumeno Inc."];
    assert_eq!(who(text)[1], both);
    let text = "Kelvar Corp. and Lumeno Inc. signed an agreement on Monday. The two companies will build a plant.";
    assert_eq!(who(text)[1], both);
    // the one ministry named, though another body was named last
    let text = "The Ministry of Trade met Kelvar Corp. on Monday. It is a plan of Kelvar Corp., the ministry said.";
    assert_eq!(who(text).last().unwrap(), &["agent Ministry of Trade"]);
}

#[test]
fn results_and_their_days() {
    assert_eq!(
        when("Kelvar Corp. will report its 2024 financial results on Oct. 6, 2025."),
        [["2024", "2025-10-06"]]
    );
    tells(
        "Kelvar Corp. announced on its website that sales rose.",
        &["statement announced Kelvar Corp."],
    );
    tells("The driver was struck on Monday.", NOTHING);
}

#[test]
fn people_and_deals_stand_for_their_bodies() {
    let one = |text: &str| who(text).into_iter().next_back().unwrap_or_default();
    assert_eq!(
        one("Researchers at Lantu University developed a new chip."),
        ["agent Lantu University"]
    );
    assert_eq!(
        one("Workers at Kelvar Corp. walked out on Monday."),
        ["participant Kelvar Corp."]
    );
    assert_eq!(
        one("Kelvar Corp. workers went on strike on Monday."),
        ["participant Kelvar Corp."]
    );
    // one of many
    let nobody: [&str; 0] = [];
    assert_eq!(
        one("An activist from the Lantu Association sued the city on Monday."),
        nobody
    );
    assert_eq!(
        one("The acquisition of Lumeno Inc. by Kelvar Corp. was completed in May."),
        ["patient Lumeno Inc.", "agent Kelvar Corp."]
    );
    assert_eq!(
        one("An agreement between Kelvar Corp. and Lumeno Inc. was signed in May."),
        ["agent Kelvar Corp.", "agent Lumeno Inc."]
    );
    // *backed* by somebody else
    assert_eq!(
        one("Intel-backed Kelvar Corp. opened a plant on Monday."),
        ["agent Kelvar Corp."]
    );
}

#[test]
fn a_ceremony_to_start_or_sign_something() {
    tells(
        "Lima held a ceremony to start construction of the plant on Monday.",
        &["construction held Lima"],
    );
    tells(
        "Lima held a ceremony to announce and start construction of the plant on Monday.",
        &["construction held Lima"],
    );
    tells(
        "Lima held a ceremony to launch the new bus route on Monday.",
        &["launch held Lima"],
    );
    tells(
        "On Monday Lima and Kelvar Corp. held a ceremony during which both parties signed an agreement.",
        &["agreement signed Lima, Kelvar Corp."],
    );
    tells(
        "Lima held a ceremony to honor its teachers on Monday.",
        &["meeting held Lima"],
    );
    tells(
        "Ten engineers were awarded a prize at a ceremony held in Lima on Monday.",
        &["award were awarded"],
    );
}

#[test]
fn one_accident_told_again() {
    tells(
        "A fire broke out at a plant in Lima on Monday. The fire was caused by a spark. Three buildings were destroyed.",
        &["disaster broke out"],
    );
    tells(
        "A quake hit Lima on Monday. Homes shook when the quake struck at noon. The accident happened in May.",
        &["disaster hit", "disaster happened"],
    );
}
