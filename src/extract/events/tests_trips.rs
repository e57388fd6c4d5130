//! Delegations and what is told of their trips, zones and what is done in them, as city governments tell it.

use super::tests::{events, places, tells, when};
use super::tests_arguments::who;

const NOTHING: &[&str] = &[];

#[test]
fn a_trip_goes_to_all_its_places() {
    let led = "Luis Prado led a trade delegation from Lima to visit Japan and South Korea on May 3, 2021.";
    assert_eq!(places(led)[0], ["Japan", "South Korea"]);
    let dated = "Luis Prado led a trade visit from May 26 to June 1 to Japan.";
    assert_eq!(places(dated)[0], ["Japan"]);
    let paid = "Luis Prado paid a three-day visit to Japan on May 3, 2021.";
    assert_eq!(events(paid), ["visit paid Luis Prado"]);
    let many = "Luis Prado visited Nagoya, Kyoto Prefecture, Osaka and other places on May 3, 2021.";
    assert_eq!(places(many)[0], ["Nagoya", "Kyoto Prefecture", "Osaka"]);
}

#[test]
fn the_delegation_is_whoever_leads_it() {
    let text = "Luis Prado led a trade delegation to visit Japan in May 2021. Amy Kuo met with the delegation.";
    assert_eq!(who(text)[1], ["agent Amy Kuo", "participant Luis Prado"]);
    let of_none = "Luis Prado toured the plant of Kelvar Corp in May 2021. Amy Kuo met with the delegation.";
    assert_eq!(who(of_none)[1], ["agent Amy Kuo"]);
}

#[test]
fn what_is_held_on_a_trip_is_held_there() {
    let text = "From May 3 to May 5, 2021, Luis Prado visited Wuxi. On May 4, 2021, the Chip Forum was held.";
    assert_eq!(places(text)[1], ["Wuxi"]);
    let later = "From May 3 to May 5, 2021, Luis Prado visited Wuxi. On May 9, 2021, the Chip Forum was held.";
    assert_eq!(places(later)[1], NOTHING);
    let both = "From May 3 to May 5, 2021, Luis Prado visited Wuxi and Suzhou. He praised the firms.";
    assert_eq!(places(both)[1], NOTHING);
}

#[test]
fn officials_have_others_look_at_projects() {
    let text =
        "On May 3, 2021, the municipal government organized a visit to key projects. The group visited Kelvar Corp.";
    assert_eq!(when(text), [["2021-05-03"], ["2021-05-03"]]);
    tells(
        "Luis Prado met separately with Amy Kuo.",
        &["meeting met separately with Luis Prado"],
    );
}

#[test]
fn the_two_cities_are_those_named_last() {
    let text = "A delegation of Wuxi visited Xuzhou in 2021. The two cities signed an agreement in June 2020.";
    assert_eq!(who(text)[1], ["agent Wuxi", "agent Xuzhou"]);
    let three = "Wuxi, Suzhou and Xuzhou have plants. The two cities signed an agreement in June 2020.";
    assert_eq!(who(three)[0], NOTHING);
}

#[test]
fn authorities_act_for_their_place() {
    let text = "Local authorities in Chengdu, capital of Sichuan province, unveiled the subsidies on Thursday.";
    assert_eq!(who(text)[0], ["agent Chengdu"]);
}

#[test]
fn results_are_of_the_place_that_a_paragraph_reports_on() {
    let text =
        "The Lorande Development Zone has attracted many firms. In May, industrial output increased by 10 percent.";
    let all = places(text);
    assert_eq!(all.last().unwrap(), &["Lorande Development Zone"]);
    let body = "Kelvar Corp has opened a plant in Lima. In May, industrial output increased by 10 percent.";
    assert_eq!(places(body).last().unwrap(), NOTHING);
    let it = "Established in June 2015, the Lorande Development Zone is large. It registered a GDP of 3 billion yuan.";
    assert_eq!(places(it).last().unwrap(), &["Lorande Development Zone"]);
}

#[test]
fn zones_are_founded_and_cities_are_not_told() {
    let zone = "Established in June 2015, Lorande New Area is the third.";
    assert_eq!(who(zone)[0], ["patient Lorande New Area"]);
    tells("Wuxi was established long ago.", NOTHING);
}

#[test]
fn the_science_city_is_the_one_with_that_name() {
    let text = "The Lorande (Chongqing) Science City is in Chongqing. Firms like Chongqing. The science city started \
                construction on May 3, 2021.";
    assert_eq!(places(text)[0], ["Lorande (Chongqing) Science City"]);
}

#[test]
fn those_who_come_to_a_launch_take_part() {
    let text = "The plant of Kelvar Corp was put into operation on Monday. Luis Prado attended the opening ceremony. Amy Kuo \
                delivered a speech.";
    let launch = &who(text)[0];
    assert!(
        launch.contains(&"participant Luis Prado".to_string()) && launch.contains(&"participant Amy Kuo".to_string())
    );
}

#[test]
fn as_many_signed_twice_are_signed_once() {
    let text = "Wuxi has signed 16 chip projects. Recently, 16 new projects were signed on the spot.";
    assert_eq!(events(text).len(), 1);
    let few = "Wuxi has signed 2 chip projects. Recently, 2 new projects were signed on the spot.";
    assert_eq!(events(few).len(), 2);
}

#[test]
fn clauses_and_appositions_in_front_are_no_subjects() {
    let when_clause = "Since May 2020, when the Lorande Zone was founded, the Kelvar Association has signed contracts with \
                       Lumeno Technology.";
    assert!(who(when_clause).contains(&vec![
        "agent Kelvar Association".to_string(),
        "participant Lumeno Technology".to_string()
    ]));
    let front = "A trading and logistics center in the north, Dalian achieved sales of 3 billion yuan in 2017.";
    assert_eq!(places(front)[0], ["Dalian"]);
    let team = "The team, composed of Luis Prado, Amy Kuo and Ravi Patel, won the first prize on Monday.";
    assert_eq!(who(team)[0], NOTHING);
}

#[test]
fn whose_speech_it_is() {
    let text = "Luis Prado visited Lima on Monday. During Chairman Ravi Patel's speech, he spoke highly of the city.";
    assert_eq!(who(text)[1], ["agent Ravi Patel"]);
}

#[test]
fn money_goes_into_the_firm_behind_its_trade() {
    let text = "The Kelvar Fund invested 3 billion yuan in a memory chip firm, Lumeno Technologies.";
    assert_eq!(who(text)[0], ["agent Kelvar Fund", "patient Lumeno Technologies"]);
}

#[test]
fn words_that_tell_nothing_here() {
    tells("In May, 40 outstanding teams were selected for the final.", NOTHING);
    tells("The agency launched the “general attack” on backwardness.", NOTHING);
    tells("The project started to ignite on May 30.", NOTHING);
    tells("The fair set up the stage for growth.", NOTHING);
}

#[test]
fn whom_a_sentence_lists_behind() {
    let namely = "Kelvar Corp signed agreements with three firms, namely Lumeno Technology and Orvane Electric.";
    assert_eq!(
        who(namely)[0],
        [
            "agent Kelvar Corp",
            "participant Lumeno Technology",
            "participant Orvane Electric"
        ]
    );
    let invited =
        "On May 3, 2021, Wuxi City held a press conference, inviting Luis Prado, its mayor, and Amy Kuo to attend.";
    assert!(who(invited)[0].contains(&"participant Luis Prado".to_string()));
    let also = "Luis Prado met Amy Kuo on Monday. He, also a member of the board, said that Peru is good.";
    assert_eq!(who(also)[1], ["agent Luis Prado"]);
}

#[test]
fn no_country_around_its_cities() {
    let text = "Luis Prado visited Nagoya, Osaka and other places in Japan on May 3, 2021.";
    assert_eq!(places(text)[0], ["Nagoya", "Osaka"]);
}

#[test]
fn somebody_whose_name_ends_like_a_small_word() {
    assert_eq!(
        events("Han Jae-in signed a contract with Kelvar Corp."),
        ["agreement signed Han Jae-in"]
    );
    assert_eq!(events("Han Hye-on resigned."), ["appointment resigned Han Hye-on"]);
    assert_eq!(events("The Sit-in group signed a contract."), ["agreement signed"]);
}
