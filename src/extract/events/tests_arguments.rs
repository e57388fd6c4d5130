//! Who, when and where: what a clause gives its event, and what it takes from none beside it.

use super::tests::{places, tells, when};
use crate::Extractor;
use crate::testing::article;

/// Name and role of each who of the events, event by event.
pub(super) fn who(text: &str) -> Vec<Vec<String>> {
    let article = article(text);
    let mut extractor = Extractor::new();
    let json = serde_json::to_value(extractor.extract(&article)).unwrap();
    let name = |id: &serde_json::Value| {
        let mut all = ["people", "organisations", "places"]
            .iter()
            .flat_map(|list| json[*list].as_array().unwrap());
        all.find(|x| x["id"] == *id).unwrap()["name"]
            .as_str()
            .unwrap()
            .to_string()
    };
    let one = |w: &serde_json::Value| format!("{} {}", w["role"].as_str().unwrap(), name(&w["id"]));
    let events = json["events"].as_array().unwrap().iter();
    events
        .map(|event| event["who"].as_array().unwrap().iter().map(one).collect())
        .collect()
}

/// What the last event tells.
fn what(text: &str) -> String {
    let article = article(text);
    let mut extractor = Extractor::new();
    let record = extractor.extract(&article);
    record.events.last().unwrap().what.as_deref().unwrap_or("").to_string()
}

#[track_caller]
pub(super) fn does(text: &str, wanted: &[&str]) {
    assert_eq!(who(text)[0], wanted, "{text}");
}

pub(super) const NOBODY: &[&str] = &[];

#[test]
fn by_whom_is_told_right_behind_its_verb() {
    does(
        "The map was released, and a platform jointly built by Shandong University and Luxin Micro was unveiled.",
        NOBODY,
    );
    does(
        "A map was released on Monday by Shandong University.",
        &["agent Shandong University"],
    );
}

#[test]
fn what_is_inserted_does_nothing() {
    does(
        "Lanhai Semiconductor, a supplier to Harmon Electronics Co and Delta Corp, will build a plant in Wuxi.",
        &["agent Lanhai Semiconductor"],
    );
    does(
        "Dana Holt, whose father is Senator Carl Holt, won the Calder Prize on Friday.",
        &["agent Dana Holt"],
    );
    does(
        "Fenvo Inc — which is co-founded by Amara Obi and Tunde Bello — raised $2 million on Monday.",
        &["agent Fenvo Inc"],
    );
    // the name in front is none that is known
    does(
        "Delvane, the spin-off of Harmon Electronics' sensor arm, reported net profits of $92 million.",
        NOBODY,
    );
    // a list is no insertion, nor is who takes part
    does(
        "Harmon Chip Co, Delta Micro Co and Lanhai Semiconductor, all of Wuxi, signed a contract on May 3.",
        &[
            "agent Harmon Chip Co",
            "agent Delta Micro Co",
            "agent Lanhai Semiconductor",
        ],
    );
    does(
        "Lanhai Semiconductor, together with Delta Corp, signed a contract on May 3.",
        &["agent Lanhai Semiconductor", "agent Delta Corp"],
    );
    // the title of the person behind it
    does(
        "However, the first secretary of the union in Leeds, Dana Holt, complained about the law.",
        &["agent Dana Holt"],
    );
}

#[test]
fn the_verb_behind_an_insertion_tells() {
    tells(
        "Sarah Whitcombe, who is serving as Altera Micro's interim chair, said the board would decide in June.",
        &["statement said Sarah Whitcombe"],
    );
    tells(
        "Li Wenhao, vice-president of the Jiangnan Chip Association, also known as the JCA, said the market was good.",
        &["statement said Li Wenhao"],
    );
    tells(
        "Kelvar Semiconductor, which supplies sensors to clients such as Nokia, plans to buy a stake in Ostra Chips.",
        &["acquisition plans to buy Kelvar Semiconductor"],
    );
    does(
        "Zhao Mingyu, chairman of Kelvar Technology as well as the head of Ostra's board, was named CEO of Delta Corp.",
        &["patient Zhao Mingyu", "participant Delta Corp."],
    );
}

#[test]
fn who_says_what_stands_in_front() {
    tells(
        "Vodafone will be sued, lawyer Tom Vey said on Monday.",
        &["legal will be sued", "statement said Tom Vey"],
    );
    tells(
        "Li Ming was charged with murder, sheriff's deputies said.",
        &["legal was charged", "statement said"],
    );
    assert_eq!(
        what("Two people died in the crash, officials said yesterday."),
        "Two people died in the crash"
    );
    assert_eq!(
        what("A delegation held talks in Oslo, the ministry's press service said, Aug. 16."),
        "A delegation held talks in Oslo"
    );
    // who speaks behind the verb does nothing of it
    does("Protesters attacked the office, said Tom Vey, the mayor.", NOBODY);
    tells(
        "The contracts with Nokia are worth 3 million yuan, said local authorities.",
        &["statement said"],
    );
}

#[test]
fn verbs_share_their_subject() {
    assert_eq!(
        who("Intel signed a deal with Nokia and opened a plant in Wuxi.")[1],
        ["agent Intel"]
    );
    // nor is a place that the first verb has
    let text = "Intel will be based in Jiashan, Zhejiang and will build a plant.";
    assert_eq!(who(text).pop().unwrap(), ["agent Intel"]);
}

#[test]
fn what_a_preposition_leads_to_goes_on() {
    does("Sales to the UK, Peru and Vodafone rose 8 percent in 2024.", NOBODY);
    does("Sales of Vodafone rose 8 percent in 2024.", &["agent Vodafone"]);
    does(
        "A former Port Darwin city council member pleaded guilty on Monday.",
        NOBODY,
    );
}

#[test]
fn figures_of_all_are_nobodys() {
    let profit = "Siemens posted a profit of 2 billion euros.";
    assert!(who(&format!("{profit} The German economy grew 2 percent in 2024."))[1].is_empty());
    assert!(who(&format!("{profit} Inflation slowed to 3 percent in May."))[1].is_empty());
    assert_eq!(
        who(&format!("{profit} Shipments rose 2 percent in 2024."))[1],
        ["agent Siemens"]
    );
    // a company's own
    let said = |who: &str, what: &str| format!("{who} said on Monday that {what} 12 percent.");
    let of = |text: String| who(&text).pop().unwrap();
    assert_eq!(
        of(said("Lanhai Semiconductor", "net profit fell")),
        ["agent Lanhai Semiconductor"]
    );
    assert!(of(said("Lanhai Semiconductor", "inflation fell")).is_empty());
    assert!(of(said("The Lanhai Chip Association", "net profit fell")).is_empty());
    assert!(of(said("Amy Kuo", "net profit fell")).is_empty());
}

#[test]
fn whom_nouns_with_the_mean() {
    // a city is no country
    let trip = "The trip takes the mayor to the United States. The city government said it would be long.";
    assert!(who(trip).pop().unwrap().is_empty());
    let plant = "Wuxi opened a plant in May. The city government said it was large.";
    assert_eq!(who(plant).pop().unwrap(), ["agent Wuxi"]);
    // *it* is what the sentence before starts with
    let zone =
        "The Ministry of Commerce has issued a plan. The Lanshan High-Tech Zone was in it. It was established in 2016.";
    assert_eq!(who(zone).pop().unwrap(), ["patient Lanshan High-Tech Zone"]);
    // a title is that of one who bears it
    let minister = |name: &str| format!("{name} opened the plant. The minister said it was large.");
    assert_eq!(who(&minister("Prime Minister Arun Mehta"))[1], ["agent Arun Mehta"]);
    assert!(who(&minister("Amy Kuo"))[1].is_empty());
    let met = "President Amos Reyes met Prime Minister Arun Mehta in Wuxi. The president said it was late.";
    assert_eq!(who(met)[1], ["agent Amos Reyes"]);
}

#[test]
fn clauses_behind_after_have_a_subject_of_their_own() {
    let said = "Orla Finch said she was worried after the company said the pipes would hold.";
    assert!(who(said).pop().unwrap().is_empty());
    let posted = "Intel will cut 300 jobs in Leeds after the chipmaker posted a loss of 2 billion yuan.";
    assert_eq!(who(posted).pop().unwrap(), ["agent Intel"]);
    // *the company* is one of the sentence
    let shares =
        "Nokia sells phones. Nokia is large. Shares of Intel rose 3 percent after the company posted a profit.";
    assert_eq!(who(shares).pop().unwrap(), ["agent Intel"]);
}

#[test]
fn who_is_unknown_speaks_all_the_same() {
    tells(
        "A neighbour, who spoke to the Star on Monday, said that he and others had signed a petition.",
        &["statement said"],
    );
    tells(
        "The court ordered Intel to pay damages, local media said.",
        &["legal ordered", "statement said"],
    );
}

#[test]
fn what_somebody_joins() {
    does(
        "Vodafone hopes Dana Holt will join Siemens in May.",
        &["agent Dana Holt", "participant Siemens"],
    );
    // whose post it is
    does(
        "Dana Holt was named chief executive of Siemens.",
        &["patient Dana Holt", "participant Siemens"],
    );
}

#[test]
fn participles_behind_nouns_are_passive() {
    does(
        "Chioma Eze was one of three people awarded the Calder Prize in 2016.",
        &["patient Chioma Eze"],
    );
    tells(
        "Chioma Eze was named among the scientists honoured with the Calder Prize in 2016.",
        &["award honoured"],
    );
    does(
        "The three people awarded Chioma Eze the Calder Prize in 2016.",
        &["patient Chioma Eze"],
    );
}

#[test]
fn who_comes_to_the_fair_is_at_the_fair() {
    let text = "The fair was held in Wuxi on Monday. A new chip was launched. Amy Kuo attended the fair.";
    assert_eq!(who(text), [vec!["participant Amy Kuo".to_string()], vec![]]);
    let text = "The ceremony was attended by Chief Minister of Gujarat Ravi Patel.";
    does(text, &["participant Ravi Patel"]);
}

#[test]
fn a_result_is_of_its_period() {
    let last = |text: &str| when(text).pop().unwrap();
    assert_eq!(
        last("Lanhai Semiconductor on Tuesday said sales rose to 5 billion yuan in the first half of 2022."),
        ["2022-01/2022-06"]
    );
    assert_eq!(
        last("Kelvar Semiconductor yesterday reported its results for the second quarter. Revenue fell 12%."),
        ["XXXX-34"]
    );
    // the year of another verb is none
    let text = "Sales of Intel Corp., founded in 1968, rose 5 percent on May 3, 2024.";
    assert_eq!(last(text), ["2024-05-03"]);
    let text = "Intel Corp. posted a profit of 3 billion yuan on May 3, 2024 and plans to double output in 2026.";
    assert_eq!(when(text)[0], ["2024-05-03"]);
    // forecasts are made, shares move on a day
    assert_eq!(
        last("Intel raised its sales forecast on May 3, 2024 after second-quarter profit rose 8%."),
        ["2024-34"]
    );
    assert_eq!(
        when("Intel raised its sales forecast on May 3, 2024 after second-quarter profit rose 8%.")[0],
        ["2024-05-03"]
    );
    assert_eq!(last("Shares of Intel rose 3 percent on May 3, 2024."), ["2024-05-03"]);
    assert_eq!(last("Intel will report its results on May 3, 2024."), ["2024-05-03"]);
}

#[test]
fn a_date_is_of_its_own_clause() {
    let nothing: &[&str] = &[];
    let first = |text: &str| when(text).remove(0);
    // in front
    assert_eq!(
        first("The rule ended in 1975 and the unions say miners deserve more."),
        nothing
    );
    assert_eq!(
        first("Born in Leeds in 1942, she was awarded the Royal Medal by the Royal Academy in 2010."),
        ["2010"]
    );
    assert_eq!(
        when("In 2023, Intel opened a plant and the mayor won a prize."),
        [["2023"], ["2023"]]
    );
    // behind
    let jets = "Siemens signed a deal for 20 jets, watched by Dana Holt, who founded the line in 1985.";
    assert_eq!(first(jets), nothing);
    let credited = "Siemens signed a deal for 20 jets, credited with saving the line in 1985.";
    assert_eq!(first(credited), nothing);
    let accused = "Police arrested Dana Holt, accused of fraud, on May 3, 2024.";
    assert_eq!(first(accused), ["2024-05-03"]);
    // a semicolon
    assert_eq!(
        when("Bob Holm resigned from Harmon Chips; Kim Sohn stepped down in May 2024."),
        [vec![], vec!["2024-05".to_string()]]
    );
    // what a paper covers
    assert_eq!(first("Kenya and Ghana signed a roadmap for 2027-2030."), nothing);
    // from when it holds
    assert_eq!(
        when("On May 3, 2024 the board named Lena Ross chief executive, effective June 1, 2024.")
            .pop()
            .unwrap(),
        ["2024-06-01"]
    );
    // what is compared with, in the clause in front
    let eased = "Rents eased to 3 percent in May 2024 from 12 percent in April 2024, but wages rose 11 percent.";
    assert_eq!(when(eased).pop().unwrap(), ["2024-05"]);
}

#[test]
fn a_host_is_not_where_it_was_if_a_place_is_named() {
    let text = "Yixing held the chip fair on the banks of the Huangpu River.";
    assert!(!places(text)[0].contains(&"Yixing".to_string()));
    assert_eq!(places("Yixing held the chip fair on Monday.")[0], ["Yixing"]);
}

#[test]
fn what_moves_without_a_figure_is_told_of_a_day() {
    tells("Shares of Nvidia surged on Friday.", &["market surged Nvidia"]);
    tells("Shares of Nvidia have surged in recent years.", &[]);
}

#[test]
fn what_is_compared_with_is_not_when() {
    let dates = |text: &str| when(text).remove(0);
    assert_eq!(dates("Revenue rose to 3 billion yuan in 2023."), ["2023"]);
    assert!(dates("Revenue rose to 3 billion yuan from 2 billion in 2022.").is_empty());
    assert!(dates("Hunan released a plan to double output by 2027.").is_empty());
}

#[test]
fn officials_without_a_name_speak_behind_what_they_say() {
    let when = when("The line will open in 2025, said local officials.");
    assert_eq!(when, [vec!["2025"], vec![]]);
}

#[test]
fn the_day_of_saying_is_not_that_of_what_is_said() {
    let when_of = |text: &str| when(&format!("LIMA, Aug. 20, 2025 - {text}"));
    let said = when_of("Intel will build a fab in Chile, the mayor said on Monday.");
    assert_eq!(said, [vec![], vec!["2025-08-18"]]);
    // as good as then
    let said = when_of("Intel has begun mass production, the company said on Monday.");
    assert_eq!(said[0], ["2025-08-18"]);
    let shipped =
        when_of("Intel shipped the first wafers from its line in Chile last Friday, a manager said yesterday.");
    assert_eq!(shipped[0], ["2025-08-15"]);
    assert_eq!(
        when_of("Intel unveiled a chip at Lima Connect 2025 on May 6.")[0],
        ["2025-05-06"]
    );
}

#[test]
fn cities_agencies_and_veterans() {
    does(
        "China's southwestern city of Chongqing plans to establish a chip fund.",
        &["agent Chongqing"],
    );
    does(
        "The fund is large, Xinhua news agency said on Monday.",
        &["agent Xinhua"],
    );
    does(
        "Wuxi has a plan. The move reflects the city's hopes, said an industry veteran.",
        NOBODY,
    );
    does(
        "The district of Shunyi has rolled out a slew of measures.",
        &["agent Shunyi"],
    );
    does("Intel has constructed plants covering 20 hectares.", &["agent Intel"]);
}
