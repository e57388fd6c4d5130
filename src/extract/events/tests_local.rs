//! News of local papers and round-ups of projects: lists of guests with their posts, hosts told one after another, what a
//! project will do once it is completed.

use super::tests::{places, tells, when};
use super::tests_arguments::{NOBODY, does, who};

const NOTHING: &[&str] = &[];

#[test]
fn guests_and_hosts_with_their_posts() {
    let opened = "The Chip Forum opened in Wuxi on May 6. ";
    let guests = [
        "Li Ming, secretary-general of the Lantu Chip Alliance and chairman of the Lantu Chip Society, and Amy Kuo, deputy mayor of Wuxi, attended the meeting.",
        "Li Ming, secretary-general of the Lantu Chip Alliance and head of the Lantu Chip Society, and Amy Kuo, deputy mayor of Wuxi, attended the meeting.",
        "Leading officials such as Li Ming and Amy Kuo attended the meeting.",
    ];
    for told in guests {
        assert_eq!(
            who(&format!("{opened}{told}"))[0],
            ["participant Li Ming", "participant Amy Kuo"],
            "{told}"
        );
    }
    does(
        "The conference is sponsored by the Lantu Chip Association, coordinated by the Wuxi Chip Association, and organized by Kelvar Corp in May.",
        &[
            "agent Lantu Chip Association",
            "agent Wuxi Chip Association",
            "agent Kelvar Corp",
        ],
    );
    does(
        "Mayor Li Ming met Luis Prado, chairman of the Lantu Chip Association, and Amy Kuo, president of Kelvar Corp, in Wuxi.",
        &["agent Li Ming", "participant Luis Prado", "participant Amy Kuo"],
    );
    assert_eq!(
        who("Mayor Li Ming inspected Kelvar Corp on May 3. Luis Prado and Amy Kuo attended the inspection.")[0],
        [
            "agent Li Ming",
            "participant Kelvar Corp",
            "participant Luis Prado",
            "participant Amy Kuo"
        ]
    );
    tells("Luis Prado and Amy Kuo attended the inspection.", NOTHING);
}

#[test]
fn investors_named_in_lists() {
    does(
        "Domestic investors Dorvale Corp and state-backed companies such as Kelvar Corp and Norvane Ltd participated in the funding round.",
        &["agent Dorvale Corp", "agent Kelvar Corp", "agent Norvane Ltd"],
    );
    does(
        "Intel raised $30 million in a round in May with the participation of Kelvar Corp and Samsung.",
        &["agent Intel", "participant Kelvar Corp", "participant Samsung"],
    );
    does(
        "The round was joined by Kelvar Corp and Samsung.",
        &["agent Kelvar Corp", "agent Samsung"],
    );
    tells("Intel snagged $30 million in May.", &["investment snagged Intel"]);
    does(
        "The district government of Shihe District, Xinyang City, Henan signed a contract with Intel.",
        &["agent Shihe District", "participant Intel"],
    );
}

#[test]
fn what_a_project_will_do_has_not_happened() {
    tells(
        "The plant will earn 2 billion yuan after the project ramps into production.",
        &["result will earn"],
    );
    tells(
        "After the line is fully completed and put into production, it can make wafers.",
        NOTHING,
    );
    tells("After ramping up output, the plant will need staff.", NOTHING);
    tells("The China Chip Forum has been held three times.", NOTHING);
}

#[test]
fn it_is_the_project() {
    let told =
        "Intel opened an office in Wuxi. Kelvar Corp is large. Norvane Ltd is small. The project covers 40 hectares. ";
    let events = who(&format!("{told}It is expected to produce 80,000 wafers per year."));
    assert!(events.last().unwrap().is_empty());
    // of the one named just before
    let events = who("Kelvar Corp opened a plant in Wuxi. The plant covers 5 hectares. It will produce 30,000 wafers.");
    assert_eq!(events[1], ["agent Kelvar Corp"]);
    assert_eq!(
        who(
            "The line, which was set up in 2023 by Kelvar Corp, and Norvane Ltd, a tool maker, is expected to start production in May."
        )[1],
        NOBODY
    );
}

#[test]
fn words_of_trade() {
    tells("The shipment of computers was 246 million units.", &["result was"]);
    tells(
        "Output of firms above the designated size fell by 9.2%.",
        &["result fell"],
    );
    tells("Imports of chips have shown a 16.8% decline.", &["result have shown"]);
    tells("Chip production increased by 5.7%.", &["result increased"]);
    tells("The country's chip imports hit 218 billion dollars.", &["result hit"]);
    tells("China's reported chip output was up 5.7% in June.", &["result was"]);
    tells("It grew due to the ongoing trade disputes and rivalry.", NOTHING);
    tells(
        "It is the largest chip project and complete process line in China.",
        NOTHING,
    );
}

#[test]
fn speakers_behind_their_posts() {
    does(
        "“It is good,” said the company's chief executive, Luis Prado.",
        &["agent Luis Prado"],
    );
    does(
        "The State Council, China's cabinet, issued a guideline on chips.",
        &["agent State Council"],
    );
    tells(
        "Li Ming said he believes output will grow.",
        &["statement said Li Ming"],
    );
    tells(
        "Li Ming expressed that output would grow.",
        &["statement expressed Li Ming"],
    );
}

#[test]
fn signings_of_a_round_up_are_not_one() {
    let text = "Projects Signed in China\n\nA signing ceremony for the Kelvar project was held in Jinshan on May 8.\n\nLumeno project signed in Jiangxi\n\nThe Lumeno project was signed in Jiangxi.\n";
    assert!(when(text).last().unwrap().is_empty());
}

#[test]
fn the_sentence_itself_is_the_main_event() {
    does(
        "Founded in 2018 in Shaoxing, Zhejiang province, Kelvar Corp makes tools.",
        &["patient Kelvar Corp"],
    );
}

#[test]
fn a_zone_lies_where_the_text_says_behind_its_name() {
    let place = |text: &str| places(text).remove(0);
    assert_eq!(
        place("KUALA LUMPUR: Kelvar Corp opened a plant in the Lindo Industrial Park, Penang."),
        ["Lindo Industrial Park"]
    );
    assert_eq!(
        place("WUXI: Kelvar Corp opened a plant in the Lindo Industrial Park in Suzhou."),
        ["Lindo Industrial Park", "Suzhou"]
    );
    // the dateline's city is in the province
    assert_eq!(
        place("WUXI: Kelvar Corp opened a plant in the Lindo Industrial Park, Jiangsu."),
        ["Lindo Industrial Park", "WUXI"]
    );
    // not in the city that the headline is on
    let hotel = "Li Ming on Wuxi's chip trade\n\nThe forum was held on May 3, 2024 at the Xiamen Hotel. It went well.";
    assert_eq!(place(hotel), ["Xiamen Hotel"]);
}

#[test]
fn a_city_in_capitals_says_nothing() {
    does(
        "SEOUL, South Korea's exports rose, the ministry said. It was glad.",
        NOBODY,
    );
    does(
        "Lima, Peru's capital, signed a contract with Kelvar Corp.",
        &["agent Lima", "participant Kelvar Corp."],
    );
}
