//! What the occasion, the site and the place named last give to events that do not say it themselves.

use super::tests::{events, places, tells, when};
use super::tests_arguments::NOBODY;

#[test]
fn the_place_of_its_kind_that_was_named_last() {
    let text = "The Binhu Economic Development Zone of Wuxi is growing. Since 2021, the development zone has signed 34 \
                projects. The city signed 40 projects in 2022.";
    tells(
        text,
        &[
            "agreement has signed Binhu Economic Development Zone",
            "agreement signed Wuxi",
        ],
    );
    // of a zone that nobody named nothing is said
    tells(
        "Wuxi is growing. Since 2021, the zone has signed 34 projects.",
        &["agreement has signed"],
    );
    let text = "Jiangbei New Area in Nanjing has many firms. In 2022, the new area ranked third in the country.";
    assert_eq!(places(text), [["Jiangbei New Area"]]);
    // what a city owns does it itself, unless it is a part of its government
    tells(
        "Wuxi is growing. The city's walk raised $54,000.",
        &["investment raised"],
    );
    tells(
        "Wuxi is growing. The city's development commission said so on Friday.",
        &["statement said Wuxi"],
    );
}

#[test]
fn a_paragraph_goes_on_with_what_was_done_there() {
    let text = "The chip alliance was set up in Zhuzhou on May 3, 2023.\n\nAt the founding meeting, twelve companies signed \
                cooperation agreements. Intel and Nokia unveiled a joint laboratory.\n\nIntel signed a contract with Sony.";
    let days = when(text);
    assert_eq!(days[2], ["2023-05-03"], "{:?}", events(text));
    assert!(days[3].is_empty());
    // on the way of a relative clause nothing is done there
    let text = "The Calder Prize was awarded to Amy Kuo in Wuhan on May 3, 2024. Luis Prado won the second prize. \
                Ann Holt, who won the medal, was absent.";
    assert_eq!(places(text), [vec!["Wuhan"], vec!["Wuhan"], vec![]]);
}

#[test]
fn a_month_is_no_occasion_to_speak() {
    let text = "The project broke ground in June 2021. “It is a good plant,” said Amy Kuo.";
    assert!(when(text)[1].is_empty());
    let text = "The project broke ground on June 3, 2021. “It is a good plant,” said Amy Kuo.";
    assert_eq!(when(text)[1], ["2021-06-03"]);
}

#[test]
fn where_the_company_lies_its_project_is_built() {
    let text = "In the clean room of Kelvar Semiconductor, located in the Binhu Economic Development Zone of Wuxi, engineers are \
                busy.\n\nThe project broke ground in June 2021. The main building was topped out in April 2022.";
    assert_eq!(places(text), [["Binhu Economic Development Zone", "Wuxi"]; 2]);
    tells(
        text,
        &[
            "construction broke Kelvar Semiconductor",
            "construction was topped out Kelvar Semiconductor",
        ],
    );
    // one of two companies might be meant
    let text = "Kelvar Semiconductor and Lumeno Microelectronics are busy. The project broke ground in June 2021.";
    tells(text, &["construction broke"]);
}

#[test]
fn where_a_fire_was_told_behind_it() {
    let text = "A fire broke out at a plant in Taoyuan on May 3, 2024. The blaze started in the Guanyin Industrial Park. \
                “Safety comes first,” Amy Kuo told reporters at the scene.";
    assert_eq!(places(text)[0], ["Guanyin Industrial Park", "Taoyuan"]);
    assert_eq!(places(text).last().unwrap(), &["Guanyin Industrial Park", "Taoyuan"]);
}

#[test]
fn where_it_is_not() {
    assert_eq!(
        places("Intel opened a plant in Wuxi, its first outside Asia."),
        [["Wuxi"]]
    );
    assert_eq!(places("Wuxi ranked second in China in 2022."), [["Wuxi"]]);
}

#[test]
fn the_delegation_is_who_leads_it() {
    let text = "A delegation of chip makers led by Ann Holt arrived in Jinan on September 5, 2023. The delegation toured Intel.";
    tells(text, &["visit arrived in Ann Holt", "visit toured Ann Holt"]);
}

#[test]
fn he_is_whom_the_sentence_before_starts_with() {
    let text =
        "Luis Prado visited Wuxi on May 3, 2023. Prado was accompanied by Mark Holt. He chaired a symposium on chips.";
    assert_eq!(events(text).last().unwrap(), "meeting chaired Luis Prado");
}

#[test]
fn what_was_said_at_a_meeting_of_its_own_day() {
    let text = "Amy Kuo arrived in Wuxi on May 3, 2023 for a visit.\n\nOn May 4, she met with Luis Prado in Hefei. Prado said that \
                chips were needed.";
    assert_eq!(when(text).last().unwrap(), &["2023-05-04"]);
    assert_eq!(places(text).last().unwrap(), &["Hefei"]);
}

#[test]
fn a_plan_to_do_better_is_no_result() {
    tells(
        "The city of Wuxi launched a plan to double the output value to 60 billion yuan.",
        &["policy launched Wuxi"],
    );
}

#[test]
fn governments_and_unions_by_their_place_and_name() {
    tells(
        "The Xinwu District government and Intel set up a fund of 5 billion yuan.",
        &["founding set up Xinwu District, Intel"],
    );
    tells(
        "Pay will rise, the IG Metall union said.",
        &["statement said IG Metall"],
    );
    tells(
        "Intel will acquire 70 percent of Nokia.",
        &["acquisition will acquire Intel"],
    );
}

#[test]
fn reports_of_a_round_up_are_apart() {
    let text = "Chip week\n\n**Hefei** – Intel began mass production at its plant in the Xinzhan High-tech Zone on May 3, \
                2023.\n\n**Penang** – The line is to open in 2025.\n\n**Austin** – “We will appeal,” said Amy Kuo.";
    assert_eq!(
        places(text),
        [vec!["Xinzhan High-tech Zone", "Hefei"], vec!["Penang"], vec![]]
    );
    assert!(when(text)[2].is_empty());
}

#[test]
fn prizes_are_handed_out_where_the_lead_says() {
    let text = "Gala night\n\nMore than 500 guests packed the ballroom of the Lotus Hotel in Zhuhai on May 3, 2024 for the gala.\n\n\
                The first prize went to Intel. “It is a good day,” said Amy Kuo.";
    assert_eq!(places(text), [["Lotus Hotel", "Zhuhai"]; 3]);
    assert_eq!(when(text), [["2024-05-03"]; 3]);
}

#[test]
fn who_is_quoted_paragraphs_later_spoke_there_where_people_met() {
    let article = |occasion: &str| {
        format!(
            "LIMA, May 7, 2024 – Kelvar Corp. broke ground on a chip plant in Wuxi on Monday{occasion}.\n\n\
             The city needs the plant, Li Ming said.\n"
        )
    };
    let (met, alone) = (article(" before 200 guests"), article(""));
    assert_eq!(when(&met)[1], ["2024-05-06"]);
    assert_eq!(places(&met)[1], ["Wuxi"]);
    assert_eq!(when(&alone)[1], NOBODY);
    assert_eq!(places(&alone)[1], NOBODY);
    // who took part in it was there
    let button = "LIMA, May 7, 2024 – Luis Prado inaugurated a chip plant in Wuxi on Monday.\n\n“The city needs it,” Prado said.\n";
    assert_eq!(when(button)[1], ["2024-05-06"]);
}
