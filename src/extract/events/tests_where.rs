//! Where: which places of a sentence are those of an event, and what it takes from the occasion.

use super::tests::{places, when};

#[test]
fn a_zone_lies_in_the_city_of_its_name() {
    let text = "Intel opened a plant in Wuxi High-tech Zone in 2023. It likes Wuxi.";
    assert_eq!(places(text), [["Wuxi High-tech Zone", "Wuxi"]]);
    let text = "Intel opened a plant in Longwan High-tech Zone in 2023. It likes Wuxi.";
    assert_eq!(places(text), [["Longwan High-tech Zone"]]);
}

#[test]
fn where_it_was() {
    let place = |text: &str| places(text).remove(0);
    assert_eq!(place("The forum was held in the coastal city of Xiamen."), ["Xiamen"]);
    assert_eq!(
        place("The forum was held in east China's Fujian Province."),
        ["Fujian Province"]
    );
    assert_eq!(
        place("Five people were killed in a rural part of Manitoba."),
        ["Manitoba"]
    );
    assert_eq!(
        place("The forum was held in Shanghai and Beijing."),
        ["Shanghai", "Beijing"]
    );
    assert_eq!(
        place("The forum was held in Camaçari, an industrial city in the state of Bahia."),
        ["Camaçari"]
    );
    assert_eq!(place("A court in Cairo jailed Ahmed Hassan on Monday."), ["Cairo"]);
    assert_eq!(place("Speaking in Rome, Amy Kuo said it was late."), ["Rome"]);
    assert!(place("The forum was held by the city of Xiamen.").is_empty());
}

#[test]
fn what_is_done_on_the_site() {
    let text = "Intel broke ground on a plant in Wuxi on May 3, 2024. Intel plans to start trial production in October. \
                The main plant will be capped in September. Nokia will build a plant in June.";
    let nowhere: Vec<String> = Vec::new();
    assert_eq!(
        places(text),
        [
            vec!["Wuxi".to_string()],
            vec!["Wuxi".into()],
            vec!["Wuxi".into()],
            nowhere
        ]
    );
    // the place of another clause
    let text = "The takeover of Intel fell through in June when regulators in Taipei withheld their consent.";
    assert!(places(text)[0].is_empty());
    assert_eq!(places("Two soldiers were killed while serving in Iraq.")[0], ["Iraq"]);
    assert!(places("Police arrested Lu Ping on Monday after he was seen at a market in Wuxi.")[0].is_empty());
    let text = "Two students were killed after a truck hit their bus in Wuxi.";
    assert_eq!(places(text)[0], ["Wuxi"]);
}

#[test]
fn places_of_another_verb_are_not_the_events() {
    let text = "Weihe Silicon, which moved into its new plant in Xianyang last October, was sold to a firm in Wuxi.";
    assert_eq!(places(text)[0], ["Xianyang"]);
    let text = "Intel built its plant in Xianyang in October, he was told in Wuxi.";
    assert_eq!(places(text)[0], ["Xianyang"]);
    let text = "Intel opened a plant in Xianyang, owned for years by a family in Wuxi.";
    assert_eq!(places(text)[0], ["Xianyang"]);
    assert!(places("He hoped that the guests would learn more about Jinan and invest in Jinan.")[0].is_empty());
}

#[test]
fn prizes_are_handed_out_somewhere() {
    let text = "The prizes were handed out on May 3, 2024 in Wuhan. “It is a good day,” joked winner Ding Laifu. \
                The title was conferred on Amy Kuo.";
    let wuhan = vec!["Wuhan".to_string()];
    assert_eq!(places(text), [wuhan.clone(), wuhan.clone(), wuhan]);
    let text = "Amy Kuo won the Calder Prize in Wuhan in 2019. “It is a good day,” said Amy Kuo.";
    assert!(places(text)[1].is_empty());
}

#[test]
fn what_a_paper_covers_is_not_its_day() {
    let nothing: Vec<String> = Vec::new();
    assert_eq!(when("The two sides agreed on a plan for 2027 and 2028.")[0], nothing);
    assert_eq!(when("The programme for 2024 was signed by Intel.")[0], nothing);
    assert!(places("Peru and Chile signed a pact on preventing piracy in the Pacific Ocean.")[0].is_empty());
}

#[test]
fn what_is_told_of_a_place_is_there() {
    let text = "Dorvale Corp opened a shop. Lanzhou has 4 million people. Its exports grew 5 percent in 2023.";
    assert_eq!(places(text)[1], ["Lanzhou"]);
}

#[test]
fn a_district_and_the_city_that_it_is_in() {
    let place = |text: &str| places(text).remove(0);
    assert_eq!(
        place("The forum was held in Longgang District, Shenzhen on May 3, 2023."),
        ["Longgang District", "Shenzhen"]
    );
    assert_eq!(
        place("Intel opened an office in Taipei's Neihu District in May 2023."),
        ["Neihu District", "Taipei"]
    );
    assert_eq!(
        place("The forum was held in the high-tech industrial zone of Lishui city in East China's Zhejiang province."),
        ["Lishui"]
    );
    assert_eq!(place("The forum was held in Lishui in Zhejiang Province."), ["Lishui"]);
    let text = "Wuxi's First Line Starts\n\nIntel opened a plant in Xishan District on May 3, 2023.";
    assert_eq!(place(text), ["Xishan District", "Wuxi"]);
}

#[test]
fn a_visit_to_a_place() {
    let place = |text: &str| places(text).remove(0);
    assert_eq!(place("Amy Kuo paid a visit to Peru in May 2023."), ["Peru"]);
    assert_eq!(
        place("Amy Kuo visited Wuxi on May 3, 2023 with guests, on the second stop of a trip to China."),
        ["Wuxi"]
    );
}

#[test]
fn the_headline_says_where() {
    let text = "Intel breaks ground on plant in Wuxi\n\nIntel broke ground on a plant on May 3, 2023.";
    assert_eq!(places(text), [["Wuxi"]]);
    let text = "Twelve Engineers Crowned in Wuhan\n\nAmy Kuo won the Calder Prize on May 3, 2023.";
    assert_eq!(places(text), [["Wuhan"]]);
}

#[test]
fn a_sentence_behind_tells_the_plot_or_the_hall() {
    let text = "Intel broke ground on a plant in Wuxi on May 3, 2023. The plant, in the Binhe Science Park, costs 3 \
                billion yuan.";
    assert_eq!(places(text)[0], ["Binhe Science Park", "Wuxi"]);
    let text = "Intel broke ground on a plant on May 3, 2023. Located in the Binhe Science Park, the project covers 20 \
                hectares.";
    assert_eq!(places(text)[0], ["Binhe Science Park"]);
    let text = "WUXI, May 3, 2023 - Intel and Nokia signed a contract. Li Ming, who attended the ceremony at the Wuxi Grand \
                Theatre, said it was late.";
    assert_eq!(places(text)[0], ["Wuxi Grand Theatre", "WUXI"]);
    let text = "WUXI, May 3, 2023 - Intel and Nokia signed a contract. Li Ming, who was treated at the Wuxi People's \
                Hospital, said it was late.";
    assert_eq!(places(text)[0], ["WUXI"]);
}

#[test]
fn what_is_agreed_will_be_elsewhere() {
    assert!(places("Intel signed a contract with Nokia to build a plant in Wuxi.")[0].is_empty());
    assert_eq!(
        places("Intel signed a contract with Nokia to build a plant, in Wuxi on May 3, 2023.")[0],
        ["Wuxi"]
    );
}

#[test]
fn a_semicolon_parts_places() {
    let text = "A line of Intel in Wuxi must be delivered; work on a plant is to start in Hefei in May 2023.";
    assert_eq!(places(text).last().unwrap(), &["Hefei"]);
    let text = "Police fired tear gas at workers in Wuxi; one man was killed.";
    assert_eq!(places(text).last().unwrap(), &["Wuxi"]);
}

#[test]
fn who_spoke_where() {
    let text = "\"We will act,\" spokesman Li Ming said in Wuxi.";
    assert_eq!(places(text)[0], ["Wuxi"]);
    assert!(places("Li Ming said in Wuxi sales rose.")[0].is_empty());
}

#[test]
fn what_is_agreed_will_be_elsewhere_but_the_ceremony_is_there() {
    let at = |text: &str| places(text).pop().unwrap();
    assert!(at("Intel signed a deal to build a plant in Nantes.").is_empty());
    assert_eq!(
        at("Intel signed a deal to build ships for Nokia at a ceremony in Nantes."),
        ["Nantes"]
    );
}

#[test]
fn headings_of_sections_tell_what_is_told_below_them() {
    let text = "Two deals\n\nOn May 3, 2023, two deals were reported by the press.\n\nPackaging Project Signed in Wuxi\n\nOn May 3, 2023, Kelvar signed a contract with Intel.\n";
    assert_eq!(places(text).last().unwrap(), &["Wuxi"]);
    assert_eq!(places(text).len(), 1);
}

#[test]
fn speeches_and_posts_are_of_the_occasion() {
    let text = "The Lantu Chip Society elected Li Ming its president in Wuxi on May 3, 2023. Amy Kuo was elected as secretary. In his remarks to the members, Li Ming said that chips matter.";
    assert_eq!(when(text), [["2023-05-03"], ["2023-05-03"], ["2023-05-03"]]);
    assert_eq!(places(text), [["Wuxi"], ["Wuxi"], ["Wuxi"]]);
    let guests = "Mayor Li Ming visited Intel in Wuxi on May 3, 2023. The leaders affirmed the results of the firm.";
    assert_eq!(places(guests), [["Wuxi"], ["Wuxi"]]);
}

#[test]
fn a_policy_is_not_issued_where_it_is_to_help() {
    let nothing: &[&str] = &[];
    let issued = "Jiangsu has issued measures to support chip firms in Wuxi on May 3, 2023.";
    assert_eq!(places(issued)[0], nothing);
}

#[test]
fn plants_and_fairs_are_where_the_rest_of_the_article_says() {
    // the dateline's city, and the plot that is told later
    let plant = "DALIAN, Oct. 26 (Xinhua) -- Intel's first plant began production in Liaoning Province Tuesday. It is a milestone for Dalian. The 2.5-billion-dollar plant is located in the high-tech Jinzhou New District.";
    assert_eq!(places(plant)[0], ["Jinzhou New District", "Dalian"]);
    assert_eq!(when(plant)[0], ["XXXX-10-26"]);
    let owned = "Intel's Dalian plant began production in 2010.";
    assert_eq!(places(owned)[0], ["Dalian"]);
    // the city that the article is full of
    let home = "On July 7, 2021, the signing ceremony of Yiwu's projects kicked off. The contracts for 22 projects were signed. Yiwu needs them. Yiwu will help firms in Yiwu.";
    assert_eq!(places(home)[0], ["Yiwu"]);
    let campus = "The forum was held on the Wuxi Campus of Nanjing University in May 2021.";
    assert_eq!(places(campus)[0], ["Wuxi Campus"]);
    let done = "Intel had completed a plant in Dalian. Mayor Li Ming said that it matters.";
    let nothing: &[&str] = &[];
    assert_eq!(places(done), [&["Dalian"], nothing]);
}

#[test]
fn datelines_in_brackets_are_the_day_of_the_report() {
    let nothing: &[&str] = &[];
    let text = "[Lima, 3 January 2022] The Lantu Institute held the Chip Forum.";
    assert_eq!(when(text), [nothing]);
    assert_eq!(places(text), [["Lima"]]);
}

#[test]
fn the_same_speech_is_told_in_several_sentences() {
    let text = "Chip sales will recover, experts said on May 3, 2023. Vice Minister Li Ming said that chips matter. \"We will help,\" Li said at the opening ceremony of the Chip Forum in Hefei.";
    assert_eq!(when(text), [["2023-05-03"], ["2023-05-03"], ["2023-05-03"]]);
    let nothing: &[&str] = &[];
    assert_eq!(places(text), [nothing, &["Hefei"], &["Hefei"]]);
}

#[test]
fn what_contains_who_acts_is_not_where() {
    let nothing: &[&str] = &[];
    let fund = "Shenzhen in South China's Guangdong Province has established a chip fund.";
    assert_eq!(places(fund)[0], nothing);
    let trial = "On May 3, 2023, Intel broke ground on its plant in Wuxi. The plant will be completed in 2024, and trial production will start in May 2025.";
    assert_eq!(places(trial), [["Wuxi"], ["Wuxi"], ["Wuxi"]]);
}

#[test]
fn lists_of_cities_with_their_provinces() {
    let visit =
        "From September 2 to 4, Mayor Li Ming went to Yidu in Hubei, Xingping in Shaanxi, and Xiamen in Fujian.";
    assert_eq!(places(visit), [["Yidu", "Xingping", "Xiamen"]]);
    let forum = "The forum was held in Wuxi, Jiangsu, and Hefei, Anhui.";
    assert_eq!(places(forum), [["Wuxi", "Hefei"]]);
}

#[test]
fn purposes_and_earlier_words_are_not_there() {
    let nothing: &[&str] = &[];
    let forum = "Intel held a forum to promote chips in Taiwan.";
    assert_eq!(places(forum)[0], nothing);
    let earlier = "A chip base was inaugurated in Wuxi on May 3, 2021. Mayor Li Ming said that it matters. Amy Kuo said earlier that chips matter.";
    assert_eq!(places(earlier), [&["Wuxi"], &["Wuxi"], nothing]);
    let base = "A chip base was inaugurated in Shanghai on May 3, 2021, with 14 projects signed. The base, dubbed the harbor, is located in the Lingang Special Area.";
    assert_eq!(places(base)[0], ["Lingang Special Area", "Shanghai"]);
}

#[test]
fn rooms_lie_in_their_buildings() {
    let hotel = "The forum was held in the conference center of the Jianhu Hotel.";
    assert_eq!(places(hotel), [["Jianhu Hotel"]]);
    let room = "The forum was held in Conference Room 401 of Boyi Building.";
    assert_eq!(places(room), [["Boyi Building"]]);
}

#[test]
fn remarks_are_of_the_day_of_their_meeting() {
    let text = "(Lantu Daily) Dec. 11 -- Chips matter. Luo Wen made these remarks at the opening ceremony of the Chip Summit & Expo in Shanghai today. Sales rose, Luo added.";
    assert_eq!(when(text), [["XXXX-12-11"], ["XXXX-12-11"]]);
    assert_eq!(places(text), [["Shanghai"], ["Shanghai"]]);
    let nothing: &[&str] = &[];
    let chair = "Chips matter, said Luis Prado, 2020 chair of the Chip Union.";
    assert_eq!(when(chair)[0], nothing);
}

#[test]
fn the_city_is_the_one_named_before() {
    let nothing: &[&str] = &[];
    let city = "Kelvar visited Wuxi in May. It will set up a plant in the city.";
    assert_eq!(places(city).last().unwrap(), &["Wuxi"]);
    let zone = "Kelvar visited the Haitang Free Trade Zone in May. It will set up a plant in the zone.";
    assert_eq!(places(zone).last().unwrap(), &["Haitang Free Trade Zone"]);
    let other = "Kelvar visited Jiangsu in May. It will set up a plant in the city centre.";
    assert_eq!(places(other).last().unwrap(), nothing);
}

#[test]
fn two_sides_meet_anywhere() {
    let nothing: &[&str] = &[];
    let text = |told: &str| format!("{told}. Wuxi grows, Luis Prado said. He praised Wuxi. Trade of Wuxi rose.");
    let met = text("On May 3, 2023, Amy Kuo met with Luis Prado");
    assert_eq!(places(&met)[0], nothing);
    let held = text("On May 3, 2023, a chip forum was held");
    assert_eq!(places(&held)[0], ["Wuxi"]);
}

#[test]
fn a_meeting_without_a_place_is_in_the_city_that_it_is_called_after() {
    let nothing: &[&str] = &[];
    let named = "The Wuxi Chip Seminar was held on July 5, 2023. Wuxi grows.";
    assert_eq!(places(named)[0], ["Wuxi"]);
    let elsewhere = "The Wuxi Chip Seminar was held in Lima on July 5, 2023. Wuxi grows.";
    assert_eq!(places(elsewhere)[0], ["Lima"]);
    let unnamed = "The Kelvar Chip Seminar was held on July 5, 2023. Wuxi grows.";
    assert_eq!(places(unnamed)[0], nothing);
}

#[test]
fn what_talks_are_about_lies_elsewhere() {
    let nothing: &[&str] = &[];
    let talks = "Luis Prado held talks with Amy Kuo regarding the plants of Intel in Peru.";
    assert_eq!(places(talks)[0], nothing);
    let there = "Luis Prado held talks with Amy Kuo in Peru.";
    assert_eq!(places(there)[0], ["Peru"]);
    let led = "Luis Prado had led a working visit to Lima on May 3.";
    assert_eq!(places(led)[0], ["Lima"]);
}

#[test]
fn two_hosts_are_no_place() {
    assert_eq!(places("China and Peru held talks on chips on Monday."), [[""; 0]]);
    assert_eq!(places("Wuxi held a forum on chips on Monday."), [["Wuxi"]]);
}

#[test]
fn a_meeting_is_where_a_sentence_close_behind_holds_it() {
    let text = "LIMA, Oct. 26 -- A chip expo opened on Wednesday in Jiangsu Province. \
                The Seventh Lindo Chip Expo, held in Wuxi, drew 200 experts.";
    assert_eq!(places(text)[0], ["Wuxi"]);
    let other = "A chip expo opened on Wednesday in Jiangsu Province. The fund, held in Wuxi, drew 200 experts.";
    assert_eq!(places(other)[0], ["Jiangsu Province"]);
}

#[test]
fn things_stand_on_islands_and_on_no_country() {
    let park = "The Lindo Chip Park was established on Kelmar Island on Thursday.";
    assert_eq!(places(park), [["Kelmar Island"]]);
    let duty = "Peru announced a tariff on Chile on Thursday.";
    assert!(
        places(duty)
            .iter()
            .all(|places| places.iter().all(|place| *place != "Chile"))
    );
}

#[test]
fn in_a_metropolis_of_that_name() {
    let text = "Kelvar Corp opened a plant in the southern Chinese metropolis of Guangzhou on Thursday.";
    assert_eq!(places(text), [["Guangzhou"]]);
}

#[test]
fn the_zone_by_what_its_name_says() {
    let text = "Seven companies built plants in Lindo New Industrial City in Wuxi on May 28, 2020. \
                Kelvar Corp will build a plant in the industrial city.";
    assert_eq!(places(text)[1], ["Lindo New Industrial City"]);
    let later =
        "The Wuxi High-tech Zone grew. Kelvar Corp will launch 23 projects that are to be established in the new area.";
    assert!(
        places(later)
            .last()
            .unwrap()
            .iter()
            .all(|place| *place != "Wuxi High-tech Zone")
    );
}

#[test]
fn what_the_largest_park_of_a_region_is_in_is_no_place_of_its_own() {
    let text = "In 2015, Kelvar Corp invested in Wangcheng District, the largest chip park in Peru.";
    assert_eq!(places(text)[0], ["Wangcheng District"]);
}

#[test]
fn where_it_was_said_and_where_it_will_be() {
    for (text, wanted) in [
        (
            "Kelvar Corp. said on Monday it will open a plant in Lima.",
            [vec![], vec!["Lima"]],
        ),
        (
            "Kelvar Corp. said on Monday in Quito that it will open a plant in Lima.",
            [vec!["Quito"], vec!["Lima"]],
        ),
    ] {
        assert_eq!(places(text), wanted, "{text}");
    }
}

#[test]
fn a_hotel_is_in_no_district_of_the_headline() {
    let about =
        "Ma Lin: Keep to the road of Haicang's chip industry\n\nOn May 3, a forum was held at the Xiamen Hotel.";
    assert_eq!(places(about)[0], ["Xiamen Hotel"]);
    let city = "Ma Lin: Keep to the road of Xiamen's chip industry\n\nOn May 3, a forum was held at the Lorande Hotel.";
    assert_eq!(places(city)[0], ["Lorande Hotel", "Xiamen"]);
}
