//! The proper names of meetings.

use crate::Extractor;
use crate::testing::article;

fn names(text: &str) -> Vec<String> {
    let article = article(text);
    let mut extractor = Extractor::new();
    let json = serde_json::to_value(extractor.extract(&article)).unwrap();
    let events = json["events"].as_array().unwrap().iter();
    events
        .filter_map(|event| event["name"].as_str().map(String::from))
        .collect()
}

#[test]
fn a_name_takes_its_number_and_its_year() {
    let name = |text: &str| names(text).concat();
    assert_eq!(
        name("The 10th China Chip Conference and Core Parts Exhibition kicked off in Wuxi on August 9, 2023."),
        "10th China Chip Conference and Core Parts Exhibition"
    );
    assert_eq!(
        name("The World Chip Conference 2023 opened in Wuxi on May 3."),
        "World Chip Conference 2023"
    );
    assert_eq!(
        name("The World Conference on Chips 2023 will open in Wuxi on May 3."),
        "World Conference on Chips 2023"
    );
    assert_eq!(
        name("The second session of the 16th Wuxi Municipal People's Congress was convened on May 3, 2023."),
        "second session of the 16th Wuxi Municipal People's Congress"
    );
    assert_eq!(
        name("The 20th Optics Valley of China International Exposition ran from May 18 to 20, 2023 in Wuhan."),
        "20th Optics Valley of China International Exposition"
    );
}

#[test]
fn a_fair_that_draws() {
    assert_eq!(
        names("SEMICON China 2016 attracted 900 exhibitors."),
        ["SEMICON China 2016"]
    );
    assert!(names("The report attracted 900 exhibitors.").is_empty());
}

#[test]
fn a_hall_or_another_meeting_gives_no_name() {
    assert!(names("The show ran from May 3 to 5, 2023 at the Wuxi Convention & Exhibition Center.").is_empty());
    assert!(names("The press conference for the 2023 World Chip Forum was held in Wuxi on May 3, 2023.").is_empty());
    assert!(
        names("Amy Kuo met with Luis Prado on May 3, 2023 to discuss Lima's bid to host the 2030 World Chip Expo.")
            .is_empty()
    );
    assert!(names("Ministers met with the Peru Association for the 2025 World Chip Expo on May 3, 2024.").is_empty());
}

#[test]
fn a_theme_between_the_name_and_its_verb() {
    let text = "The 2023 Lake Chip Forum, themed “Chips for All”, was held in Wuxi on May 3, 2023.";
    assert_eq!(names(text), ["2023 Lake Chip Forum"]);
    let text = "The Lake Chip Summit, with the theme of “Chips for All”, was held in Wuxi on May 3, 2023.";
    assert_eq!(names(text), ["Lake Chip Summit"]);
}

#[test]
fn a_meeting_is_named_where_it_was_told_before() {
    let text = "Intel opened a plant in Suzhou, it said on May 3, 2023 at the 2023 Lake Chip Week in Wuxi. \
                The five-day event, which runs until Friday, has attracted exhibitors from Peru.";
    assert_eq!(names(text), ["2023 Lake Chip Week"]);
    let text = "Intel spoke of it at the Lake Chip Forum on May 3, 2023. The board meeting was held in Wuxi.";
    assert!(names(text).is_empty());
}

#[test]
fn the_opening_ceremony_of_a_forum_is_the_forum() {
    let text = "Li Ming attended the opening ceremony of the 20th China Chip Forum in Wuxi on May 3, 2023.";
    assert_eq!(names(text), ["20th China Chip Forum"]);
}

#[test]
fn a_meeting_of_a_meeting() {
    assert_eq!(
        names("On May 3, the Chip Summit of the 2019 Lindo Semiconductor Conference was held in Wuxi."),
        ["Chip Summit of the 2019 Lindo Semiconductor Conference"]
    );
    assert_eq!(
        names("On May 3, the Opening Ceremony of the 2019 Lindo Semiconductor Conference was held in Wuxi."),
        ["2019 Lindo Semiconductor Conference"]
    );
    assert_eq!(
        names("On May 3, the Chip Summit of Lindo was held in Wuxi."),
        ["Chip Summit of Lindo"]
    );
}

#[test]
fn names_with_a_number_in_digits_and_a_slash() {
    assert_eq!(
        names("At the 13th China chip equipment promotion conference held in Wuxi, Amy Kuo spoke."),
        ["13th China chip equipment promotion conference"]
    );
    assert_eq!(
        names("The Government/Authorities Meeting on Semiconductors was held in Wuxi on May 3."),
        ["Government/Authorities Meeting on Semiconductors"]
    );
    assert!(names("On the 13th a chip equipment conference was held in Wuxi.").is_empty());
}
