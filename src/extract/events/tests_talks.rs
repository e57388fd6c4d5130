//! Talks, visits and conferences as translated reports tell them: who met, at which stop, and under what name.

use super::tests::{places, tells, when};
use super::tests_arguments::{NOBODY, does, who};

#[test]
fn what_a_conference_calls_upon_is_not_what_started() {
    tells(
        "The World Drone Forum kicked off on May 7 with the theme \"Intelligent manufacturing\".",
        &["meeting kicked off"],
    );
    tells(
        "Kelvar Corp kicked off mass production on May 7.",
        &["production kicked off Kelvar Corp"],
    );
}

#[test]
fn people_by_their_posts_are_met() {
    does(
        "Li Ming met the heads of 53 firms in Wuxi on May 5, 2022.",
        &["agent Li Ming"],
    );
    tells(
        "Li Ming met persons in charge of 53 firms in Wuxi.",
        &["meeting met Li Ming"],
    );
    tells("The managers met their targets in Wuxi.", &[]);
}

#[test]
fn a_talk_with_somebody_is_a_meeting() {
    does(
        "Li Ming had a talk with Amy Kuo in Wuxi on May 5, 2022.",
        &["agent Li Ming", "participant Amy Kuo"],
    );
    tells(
        "Then they went to the Kelvar Plant on May 5, 2022 to visit the workshop.",
        &["visit went to"],
    );
}

#[test]
fn what_they_spoke_of_takes_no_part() {
    let text = "Li Ming met with Amy Kuo and exchanged views on trade between Wuxi and Japan.";
    does(text, &["agent Li Ming", "participant Amy Kuo"]);
    let text = "Talks were held between China and Japan on Monday.";
    assert!(who(text)[0].contains(&"participant Japan".to_string()));
}

#[test]
fn talks_belong_to_the_stop_before_them() {
    let text = "On June 22, 2022, Li Ming led a delegation to Hebei. On July 5, Li Ming visited Kelvar Corp. \
                Li Ming and Amy Kuo held talks.";
    assert_eq!(when(text)[2], ["2022-07-05"]);
    assert_eq!(places(text)[2], NOBODY);
    let other = "A fair opened in Hebei on June 22, 2022. On July 5, Luis Prado visited Wuxi. Kelvar Corp and Lumeno \
                 Corp signed a deal.";
    assert_ne!(when(other)[2], ["2022-07-05"]);
}

#[test]
fn a_year_is_no_occasion() {
    let text = "In 2019, Luis Prado travelled to Peru. Amy Kuo said trade would grow.";
    assert_eq!(when(text)[1], NOBODY);
    let text = "On May 3, 2019, Luis Prado travelled to Peru. Amy Kuo said trade would grow.";
    assert_eq!(when(text)[1], ["2019-05-03"]);
}

#[test]
fn a_forum_of_a_conference_is_one_of_its_own() {
    let text = "On May 7, 2022, the 2022 World Battery Conference opened in Yibin. On the same day, the 2022 World Battery \
                Conference Green Transport Forum was held in Wuxi.";
    tells(text, &["meeting opened", "meeting was held"]);
    let again = "On May 7, 2022, the 2022 World Battery Conference opened in Yibin. The 2022 World Battery Conference was \
                 held at the Lindo Hall.";
    assert_eq!(who(again).len(), 1);
}

#[test]
fn nouns_behind_gerunds_and_prefixes_tell_nothing() {
    tells(
        "Li Ming spoke of efforts in promoting exchanges and cooperation between Wuxi and Chile.",
        &["statement spoke of Li Ming"],
    );
    tells(
        "The two zones made progress through multi-level exchanges and cooperation.",
        &[],
    );
    tells(
        "Kelvar Corp makes materials such as display panels and display glass.",
        &[],
    );
    tells(
        "Kelvar Corp and Lumeno Corp exchanged a contract on Monday.",
        &["agreement exchanged Kelvar Corp, Lumeno Corp"],
    );
}

#[test]
fn what_is_founded_and_who_announces_it() {
    does(
        "Kelvar Corp gathered guests to announce the establishment of the Lindo Chip Alliance.",
        &["patient Lindo Chip Alliance", "agent Kelvar Corp"],
    );
    tells(
        "Building of the plant of Kelvar Corp started on May 5, 2022 in Wuxi.",
        &["construction started Kelvar Corp"],
    );
}

#[test]
fn the_company_is_not_the_source_of_the_news() {
    let text = "Kelvar has raised $5 million in a round led by Lumeno Capital, according to a release published by Lumeno \
                Capital on Monday.\n\nFounded in May 2021, Kelvar makes chips. The firm has started mass production.";
    assert_eq!(who(text).last().unwrap(), &["agent Kelvar"]);
}

#[test]
fn a_dash_may_touch_the_city_of_the_dateline() {
    let text = "Wuxi- On March 30, 2022, the fair was held in Luhe.";
    tells(text, &["meeting was held"]);
    assert_eq!(when(text)[0], ["2022-03-30"]);
}
