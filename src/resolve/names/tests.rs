//! Names of short texts: what is found, cut where, and taken for what.

use super::{Kind, Names};
use crate::text::document::Buffers;

/// Names of the text with what they are taken for: `P`erson, `O`rganisation, p`L`ace or `-`.
fn names(text: &str) -> Vec<String> {
    let mut buffers = Buffers::default();
    let document = buffers.read(text);
    let mut names = Names::default();
    names.read(&document, None);
    let mut found = Vec::new();
    for candidate in &names.candidates.list {
        let kind = match names.kind_of(candidate) {
            Kind::Person => 'P',
            Kind::Organisation => 'O',
            Kind::Place => 'L',
            Kind::Other => '-',
        };
        found.push(format!("{kind} {}", document.slice(candidate.start, candidate.end)));
    }
    found
}

#[track_caller]
fn finds(text: &str, wanted: &[&str]) {
    let found = names(text);
    for name in wanted {
        assert!(found.iter().any(|f| f == name), "{name} is not in {found:?} of {text}");
    }
}

#[track_caller]
fn lacks(text: &str, unwanted: &str) {
    let found = names(text);
    assert!(
        !found.iter().any(|f| f.contains(unwanted)),
        "{unwanted} is in {found:?} of {text}"
    );
}

#[test]
fn roads_with_numbers_and_letters() {
    finds("A truck overturned on FM 645 near the farm.", &["L FM 645"]);
    finds("Deputies stopped him on KY 80 west.", &["L KY 80"]);
    finds("The house off 40th Avenue South burned.", &["L 40th Avenue South"]);
    finds("It happened near West 11th Street.", &["L West 11th Street"]);
    finds("The shop at 12 Seventh Street N.W. closed.", &["L Seventh Street N.W."]);
    finds("She lives in the 1300 block of Avenue Q with him.", &["L Avenue Q"]);
    finds("He drove along Highway 19 and I-75.", &["L Highway 19", "L I-75"]);
    lacks("He moved to Lubbock, TX 79401 last year.", "TX 79401");
    lacks("It was the 40th Annual Meeting of the club.", "L 40th");
    lacks("The US 100 years ago was another country.", "US 100");
}

#[test]
fn posts_stand_between_a_place_and_a_person() {
    finds(
        "So Morland County Deputy Coroner Gary Fitch said.",
        &["L Morland County", "P Gary Fitch"],
    );
    finds(
        "Then Dublin Investigator Gregory Smith spoke.",
        &["L Dublin", "P Gregory Smith"],
    );
    lacks("Then Mary Baker Jones spoke.", "P Jones");
}

#[test]
fn a_person_is_of_a_place() {
    finds(
        "It hit Betty Kessler of Myerstown on Monday.",
        &["P Betty Kessler", "L Myerstown"],
    );
    lacks("It was the end of Myerstown on Monday.", "L Myerstown");
}

#[test]
fn a_place_in_a_country_or_division_that_the_article_names() {
    // *Alberta* is a given name and a family name too
    finds(
        "Alberta's lab is equipped. The lab in Edmonton is not ready.",
        &["L Alberta"],
    );
    finds(
        "Alberta's lab is equipped. The lab in Nairobi is not ready.",
        &["P Alberta"],
    );
}

#[test]
fn bodies_of_a_place_are_not_the_place() {
    finds(
        "The DeKalb City Council voted on Monday. Snow reached DeKalb in the night.",
        &["O DeKalb City Council", "L DeKalb"],
    );
    finds(
        "Drummond Process Corp. fell. Later Drummond said so.",
        &["O Drummond Process Corp.", "O Drummond"],
    );
}

#[test]
fn a_place_of_the_gazetteer_is_no_full_name() {
    finds("Seoul and The Hague said nothing.", &["L The Hague"]);
}

#[test]
fn short_names_that_the_article_gives() {
    let text = "Hanjiang Integrated Circuit (Xiangyang) Co., Ltd. (hereinafter referred to as “Hanjiang Integrated”) \
                grew. Hanjiang Integrated was founded in 2022.";
    finds(text, &["O Hanjiang Integrated"]);
    // a company without its legal form
    finds(
        "Halvorsen ASA rose on Tuesday. Halvorsen climbed again.",
        &["O Halvorsen ASA", "O Halvorsen"],
    );
    // what is no body has no short name that is one
    lacks(
        "The Information Technology Agreement (ITA) helped. The ITA helped.",
        "O ITA",
    );
}

#[test]
fn family_names_and_given_names_that_are_words() {
    finds("Mr. He Xianhan spoke. He Xianhan left.", &["P He Xianhan"]);
    finds("Zhao Jun and his team went to Wuxi.", &["P Zhao Jun"]);
    lacks("He spoke to them on Jun 5.", "Jun");
}

#[test]
fn words_in_small_letters_inside_a_company() {
    finds(
        "He works for Shanghai Shenhe thermal magnetic Electronics Co., Ltd. in Wuxi.",
        &["O Shanghai Shenhe thermal magnetic Electronics Co., Ltd."],
    );
    finds(
        "He left Intel for chip maker Lanqi Co., Ltd. in Wuxi.",
        &["O Lanqi Co., Ltd."],
    );
}

#[test]
fn committees_of_the_party() {
    finds(
        "He is secretary of the Communist Party of China Dezhou Municipal Committee.",
        &["O Communist Party of China Dezhou Municipal Committee"],
    );
    finds(
        "He leads the Jiangbei New Area Party and Labor Committee.",
        &["O Jiangbei New Area Party and Labor Committee"],
    );
}

#[test]
fn headlines_in_capitals() {
    let read = |text: &str| {
        let article = crate::testing::article(text);
        let mut extractor = crate::Extractor::new();
        let record = extractor.extract(&article);
        let people: Vec<String> = record.people.iter().map(|p| p.name.to_string()).collect();
        let places: Vec<String> = record.places.iter().map(|p| p.name.to_string()).collect();
        (people, places, record.organisations.len())
    };
    let text = "CANADA SEALS MINERALS ACCORDS AS TRADE CHIEF TOURS JAKARTA\n\nThe two sides met on Monday in Oslo.";
    let places = ["CANADA", "JAKARTA", "Oslo"].map(String::from).to_vec();
    assert_eq!(read(text), (vec![], places, 0));
    let text = "Mr. Li Xiaomin Inspects Development of Industry in Wuxi\n\nLi Xiaomin came on Monday.";
    assert_eq!(read(text).0, ["Li Xiaomin"]);
}

#[test]
fn places_that_act_are_places() {
    finds("Beijing asked Brussels to act.", &["L Beijing", "L Brussels"]);
    finds("The works belong to Statistics Canada.", &["O Statistics Canada"]);
}
