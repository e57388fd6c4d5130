//! The thing told, where its clause ends, and the days that are not those of what is told.

use super::tests::{places, when};
use super::tests_arguments::{NOBODY, who};
use crate::Extractor;
use crate::testing::article;

/// What each event tells, with its type and status.
fn told(text: &str) -> Vec<(String, String)> {
    let article = article(text);
    let mut extractor = Extractor::new();
    let json = serde_json::to_value(extractor.extract(&article)).unwrap();
    let events = json["events"].as_array().unwrap().iter();
    let word = |value: &serde_json::Value| value.as_str().unwrap_or("").to_string();
    events
        .map(|event| {
            let kind = format!("{} {}", word(&event["type"]), word(&event["status"]));
            (kind, word(&event["what"]))
        })
        .collect()
}

fn what(text: &str) -> String {
    told(text).pop().unwrap().1
}

fn status(text: &str) -> String {
    told(text).pop().unwrap().0
}

fn last_when(text: &str) -> Vec<String> {
    when(text).pop().unwrap_or_default()
}

fn first_what(text: &str) -> String {
    told(text).swap_remove(0).1
}

#[test]
fn what_stands_in_front_of_the_subject_is_no_part_of_it() {
    assert_eq!(what("In 2019 Kelvar was acquired by Lumeno Inc."), "Kelvar");
    assert_eq!(what("However, the shipments were suspended."), "the shipments");
    assert_eq!(
        what("Chips, sensors and lasers were unveiled by Kelvar Corp. on Monday."),
        "Chips, sensors and lasers"
    );
    // the noun of a participle, not the clause in front of it
    assert_eq!(
        what("Kelvar Corp. welcomed the export rules published on October 7."),
        "the export rules"
    );
    assert_eq!(
        what("Lima has raised its aid, following a plan announced last year."),
        "a plan"
    );
    assert_eq!(
        what("Kelvar Corp. welcomed the measures on the supply of chips published on May 3."),
        "the measures on the supply of chips"
    );
}

#[test]
fn when_and_where_are_no_thing() {
    assert_eq!(
        what("The first equipment entered the site in March 2021."),
        "The first equipment"
    );
    assert_eq!(what("Amy Kuo resigned in March 2021."), "");
    assert_eq!(what("Luis Prado faces 10 years in prison."), "10 years in prison");
    assert_eq!(
        what("Kelvar Corp. works with the Chip Institute of Lima, which was founded in 2020."),
        "the Chip Institute of Lima"
    );
    assert_eq!(
        what("The support was announced by Kelvar Corp. at the forum in Lima."),
        "The support"
    );
}

#[test]
fn the_day_at_the_end_is_no_part_of_the_thing() {
    assert_eq!(
        what("Kelvar Corp. opened a plant in Leeds on May 3, 2024."),
        "a plant in Leeds"
    );
    assert_eq!(
        what("Chip output was 5 billion units from January to July 2022."),
        "5 billion units"
    );
    assert_eq!(
        what("Kelvar Corp. reported a loss for the year ended June 30, 2022."),
        "a loss"
    );
    // whose day it is not
    assert_eq!(
        what("Kelvar Corp. published the annual report of 2022."),
        "the annual report of 2022"
    );
}

#[test]
fn a_clause_ends_where_the_one_around_it_goes_on() {
    let relative = "Kelvar Corp., which opened a plant in Leeds in May, said it will hire 200 people.";
    assert_eq!(first_what(relative), "a plant in Leeds");
    let since = "Since Kelvar Corp. opened a plant in Leeds in 2005, the city has grown.";
    assert_eq!(what(since), "a plant in Leeds");
    let invested = "Kelvar Corp. has invested $5 billion in Peru since 1980 and Lumeno Inc. has said it is leaving.";
    assert_eq!(first_what(invested), "$5 billion in Peru");
    let jolted = "A quake jolted southern Peru on Wednesday, said local authorities.";
    assert_eq!(first_what(jolted), "southern Peru");
    let aid = "The ministry will provide 5 billion euros in subsidies for the plant, Bloomberg has reported.";
    assert_eq!(first_what(aid), "5 billion euros in subsidies for the plant");
    let both = "Kelvar Corp. opened a plant for Lumeno Inc. and Torvane Inc. in Leeds.";
    assert_eq!(first_what(both), "a plant for Lumeno Inc. and Torvane Inc. in Leeds");
    // a list goes on
    let list = "Kelvar Corp., which makes chips, sensors and lasers, opened a plant, a school and a park in Leeds.";
    assert_eq!(what(list), "a plant, a school and a park in Leeds");
}

#[test]
fn what_is_said_is_all_of_the_clause() {
    assert_eq!(
        first_what("Kelvar Corp. said on Monday it has built a plant that will make chips."),
        "it has built a plant that will make chips"
    );
    assert_eq!(
        first_what("Kelvar Corp. said in August it will build a plant."),
        "it will build a plant"
    );
    assert_eq!(
        first_what("Kelvar Corp. on Tuesday said second-quarter profit rose 57 percent."),
        "second-quarter profit rose 57 percent"
    );
    assert_eq!(
        what("The funds will be used to “catalyse growth in key sectors”, Kelvar Corp. said."),
        "The funds will be used to “catalyse growth in key sectors”"
    );
    assert_eq!(
        what("“The funds will be used for growth,” Kelvar Corp. said."),
        "The funds will be used for growth"
    );
    assert_eq!(
        first_what("In his speech, Mayor Luis Prado vowed to build 300 homes."),
        "to build 300 homes"
    );
    assert_eq!(
        first_what("According to Ming Chen, the Director of the Lindo Chip Committee, the fund is in place."),
        "the fund is in place"
    );
    assert_eq!(
        first_what("According to Lindo Central Television (LCTV), the line is ready."),
        "the line is ready"
    );
}

#[test]
fn the_day_of_saying_is_not_that_of_the_plan() {
    assert_eq!(
        last_when("Kelvar Corp. said in August 2023 it will build a plant in Leeds."),
        NOBODY
    );
    assert_eq!(
        last_when("In August 2023, Kelvar Corp. said that it will build a plant in Leeds."),
        NOBODY
    );
    assert_eq!(
        last_when("Kelvar Corp. said in August 2023 it will build a plant in Leeds in 2025."),
        ["2025"]
    );
    assert_eq!(
        last_when("In August 2023, guests are told, Kelvar Corp. will open a plant in Leeds."),
        ["2023-08"]
    );
}

#[test]
fn days_of_what_else_is_told() {
    let talks = "Kelvar Corp. has had talks with Lumeno Inc. about the export rules published on October 17, 2023.";
    assert_eq!(when(talks)[0], NOBODY);
    let after = "The plant reached volume production only 21 months after groundbreaking in September 2022.";
    assert_eq!(last_when(after), NOBODY);
    let with = "Kelvar Corp. is building a plant in Leeds, with mass production expected to start in 2029.";
    assert_eq!(when(with), [NOBODY.to_vec(), vec!["2029"]]);
    let inner = "Kelvar Corp., which has announced a tie-up with Lumeno Inc. to make chips, said it plans to launch a line in 2025.";
    assert_eq!(when(inner)[0], NOBODY);
    let own = "Kelvar Corp. opened a plant in Leeds in 2029, with Luis Prado cutting the ribbon.";
    assert_eq!(when(own)[0], ["2029"]);
    let months = "Chip output was 5 billion units from January to July 2022.";
    assert_eq!(last_when(months), ["2022-01/2022-07"]);
}

#[test]
fn a_period_is_no_occasion_to_speak() {
    let half = "Sales of chips reached 476 billion yuan in the first half of 2022. “It is good,” Wang Li said at the opening ceremony of the forum.";
    assert_eq!(last_when(half), NOBODY);
    let year = "In 2006, Chen Gang attended a forum in Lima. Chen praised the city for its growth.";
    assert_eq!(last_when(year), NOBODY);
    let day = "On May 3, 2006, Chen Gang attended a forum in Lima. Chen praised the city for its growth.";
    assert_eq!(last_when(day), ["2006-05-03"]);
}

#[test]
fn a_clause_behind_and_has_its_own_subject() {
    let since =
        "Kelvar Corp. has invested $5 billion in Peru since 1980 and Lumeno Inc. has said that its plant is the first.";
    assert_eq!(who(since).pop().unwrap(), ["agent Lumeno Inc."]);
    assert_eq!(last_when(since), NOBODY);
    let joined = "Plants of Kelvar Corp. and Lumeno Inc. have begun production in Lima.";
    assert_eq!(places(joined).pop().unwrap(), ["Lima"]);
    let fronted = "While startups like Groq, Torvane Inc., and Norvane Labs have made chips, Kelvar Corp. says its chip is better.";
    assert_eq!(who(fronted).pop().unwrap(), ["agent Kelvar Corp."]);
}

#[test]
fn what_is_planned_or_decided() {
    assert_eq!(
        status("Kelvar Corp. plans to have the line completed by 2026."),
        "construction planned"
    );
    assert_eq!(
        status("Kelvar Corp. had the line completed in 2020."),
        "construction occurred"
    );
    assert_eq!(
        status("The court on Monday decided to reject the appeal."),
        "legal occurred"
    );
    assert_eq!(status("Kelvar Corp. decided to sue Lumeno Inc."), "legal planned");
    assert_eq!(
        status("Kelvar Corp. saw its August sales climb 15.8 percent."),
        "result occurred"
    );
    let or = "Kelvar Corp. wrote that it would reduce its workforce by 300, or lay off 500 workers.";
    assert_eq!(status(or), "labour planned");
}
