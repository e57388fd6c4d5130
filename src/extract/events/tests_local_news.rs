//! Reports of cities and zones as they are translated: visits, signings, meetings and projects told over several sentences.

use super::tests::{events, places, tells, when};
use super::tests_arguments::who;

const NOTHING: &[&str] = &[];

/// One of the events starts so: its type and its trigger.
fn has(text: &str, start: &str) -> bool {
    events(text).iter().any(|event| event.starts_with(start))
}

#[test]
fn what_is_said_of_a_company_was_not_said_there() {
    let said = "Luis Prado, head of Kelvar Corp, said the company will invest $4 million in Lima.";
    assert_eq!(places(said)[0], NOTHING);
    let told = "Luis Prado told reporters in Lima on Monday that it was good.";
    assert_eq!(places(told)[0], ["Lima"]);
    let talked = "Luis Prado disclosed it while talking to journalists at the office in Lima on Monday.";
    assert_eq!(places(talked)[0], ["Lima"]);
}

#[test]
fn what_is_announced_has_its_own_subject() {
    let text = "Kelvar Corp opened a plant. Luis Prado announced the company will invest $4 million in Lima.";
    assert_eq!(events(text)[2], "investment will invest Kelvar Corp");
}

#[test]
fn a_zone_of_a_city_needs_no_province() {
    let text = "Amy Kuo visited the Wuxi High-tech Zone in Jiangsu Province on May 3, 2021.";
    assert_eq!(places(text)[0][0], "Wuxi High-tech Zone");
    assert!(places(text)[0].iter().all(|place| !place.starts_with("Jiangsu")));
}

#[test]
fn who_sends_a_delegation() {
    let text = "A delegation from the Kelvar Association headed by Ms Amy Kuo visited Wuxi on May 3, 2021.";
    assert_eq!(who(text)[0], ["agent Kelvar Association", "agent Amy Kuo"]);
}

#[test]
fn a_clause_goes_on_behind_its_participle() {
    let text = "Kelvar Corp signed 40 projects, winning 3 billion yuan, during the Chip Expo in Wuxi on May 11, 2018.";
    assert_eq!(places(text)[0], ["Wuxi"]);
    let of_body =
        "The base was set up in 2023 by Kelvar Corp, a leading semiconductor company in Peru, and Lumeno Corp.";
    assert_eq!(places(of_body)[0], NOTHING);
}

#[test]
fn who_joins_for_once_takes_no_post() {
    tells("Amy Kuo joined Kelvar Corp in a celebration of its jubilee.", NOTHING);
    tells("Amy Kuo joined Kelvar Corp in 2003.", &["appointment joined Amy Kuo"]);
}

#[test]
fn words_of_a_name_tell_nothing() {
    tells("The cost of the Papal Visit to Peru is high.", NOTHING);
    tells(
        "The club is in the tenth year since the anniversary of the founding of Kelvar Corp.",
        NOTHING,
    );
}

#[test]
fn a_conference_and_ceremony_is_a_meeting() {
    let text = "The Investment Promotion Conference and Contract Signing Ceremony of Kelvar Corp was held in Lima.";
    assert!(events(text)[0].starts_with("meeting was held"));
}

#[test]
fn construction_told_again_says_where() {
    let text = "A chip project has broken ground in Hubei Province.\nConstruction started on Monday in the Lindo Zone in Wuhan.";
    assert_eq!(events(text).len(), 1);
    assert_eq!(places(text)[0], ["Lindo Zone", "Wuhan"]);
}

#[test]
fn people_gather_for_the_meeting_told_next() {
    let text = "Experts gathered in Wuxi in June 2020. On June 9, the 22nd Chip Forum was held in Wuxi.";
    assert_eq!(events(text), ["meeting was held"]);
    assert_eq!(when(text)[0], ["2020-06-09"]);
}

#[test]
fn a_hall_is_in_the_city_that_the_meeting_names() {
    let text = "The 9th China (Shenzhen) Chip Forum concluded on December 2, 2020 at the Lantu Conference Center. \
                It does Shenzhen good.";
    assert_eq!(places(text)[0], ["Lantu Conference Center", "Shenzhen"]);
}

#[test]
fn one_fire_is_told_twice() {
    let text =
        "A fire broke out in a factory in Lima on May 3, 2020. Luis Prado said the fire had broken out on a holiday.";
    assert_eq!(events(text).iter().filter(|e| e.starts_with("disaster")).count(), 1);
}

#[test]
fn what_guides_a_contest_is_no_host() {
    tells(
        "Guided by the vision of growth, the contest followed the plan.",
        NOTHING,
    );
    tells(
        "The area has been seeking to fulfil its goal of 30 billion yuan in sales.",
        NOTHING,
    );
    tells("The families have been informed.", NOTHING);
    tells("Upon completion and put into production, it is large.", NOTHING);
}

#[test]
fn a_title_under_a_photo_tells_nothing_new() {
    let text = "Kelvar Signs Deal With Lumeno\n\nKelvar Corp signed a contract with Lumeno Corp in Lima.\n\n\
                Kelvar Signs Deal With Lumeno\n\nThe deal is large.";
    assert_eq!(events(text), ["agreement signed Kelvar Corp"]);
}

#[test]
fn forms_of_address_end_no_sentence() {
    let text = "Amy Kuo, Mayor of Lima, and Mr. Wu Lei, director, attended the forum in Lima.";
    assert_eq!(who(text)[0], ["participant Amy Kuo", "participant Wu Lei"]);
    let and = "The forum was held in Lima. Li Ming, director of Kelvar; Wu Lei, vice minister; and, Amy Kuo, attended.";
    assert_eq!(who(and)[0].len(), 3);
}

#[test]
fn the_same_day_without_a_year() {
    let text = "On June 12, the forum was held in Lima. On the same day, Amy Kuo met with Luis Prado.";
    assert_eq!(when(text), [["XXXX-06-12"], ["XXXX-06-12"]]);
    let stretch = "The expo was held in Lima from May 26 to 29 this year.";
    assert_eq!(when(stretch), [["XXXX-05-26/XXXX-05-29"]]);
    let year = "On May 17, 2022, Kelvar Corp held a forum for projects in 2022.";
    assert_eq!(when(year), [["2022-05-17"]]);
}

#[test]
fn those_who_speak_at_a_conference_of_some_day() {
    let text = "\"It is good,\" said Li Ming, mayor of Wuxi, at a conference in Lima recently.\n\n\
                Luis Prado said that Wuxi had grown.";
    assert_eq!(places(text), [["Lima"], ["Lima"]]);
}

#[test]
fn signings_at_a_ceremony_for_projects() {
    let text = "On April 19, 2022, Lima held a ceremony for the commencement of major projects. A total of 293 projects \
                were launched. Forty-eight projects were signed.";
    assert_eq!(when(text).last().unwrap(), &["2022-04-19"]);
}

#[test]
fn what_a_meeting_is_about_has_not_happened() {
    let text = "On May 20, 2021, officials held a meeting for the construction of industrial parks in Lima.";
    assert_eq!(events(text), ["meeting held"]);
    let district = "The chip center in Laoshan District in Qingdao made its debut on December 21, 2018.";
    assert_eq!(places(district)[0], ["Laoshan District", "Qingdao"]);
}

#[test]
fn who_is_visited_lies_somewhere() {
    let text = "Luis Prado visited Kelvar Corp, a maker of chips, which is located in the Lindo Industrial Park.";
    assert_eq!(places(text)[0], ["Lindo Industrial Park"]);
}

#[test]
fn a_city_said_again_behind_its_day() {
    let text = "The fair kicked off in Dalian on May 3, 2021, a port city in Liaoning Province.";
    assert_eq!(places(text)[0], ["Dalian"]);
}

#[test]
fn a_body_said_it_at_another_time() {
    let text = "The forum was held in Lima on May 3, 2021. The Kelvar Association has emphasized that trade grows.";
    assert_eq!(when(text)[1], NOTHING);
}

#[test]
fn what_is_inaugurated_is_an_occasion() {
    let text = "The chip centre was inaugurated in Lima on May 3, 2021 by Luis Prado.\n\nOn this occasion, Amy Kuo noted that \
                trade grew.";
    assert_eq!(places(text), [["Lima"], ["Lima"]]);
    tells("Chips manufactured in Peru will drive growth.", NOTHING);
}

#[test]
fn what_is_planned_is_not_where_the_report_was_written() {
    let text = "DALIAN, May 3, 2021 (Xinhua) -- Kelvar Corp will build a plant in Liaoning Province.";
    assert!(places(text)[0][0].starts_with("Liaoning"));
}

#[test]
fn a_village_needs_no_region() {
    let text = "Luis Prado inaugurated a steel plant at Kelmar in the Greater Accra Region on May 3, 2021.";
    assert_eq!(places(text)[0], ["Kelmar"]);
    tells(
        "Luis Prado assured the chief executive of support.",
        &["statement assured Luis Prado"],
    );
}

#[test]
fn companies_by_their_seat_and_by_what_they_do() {
    let nothing: &[&str] = &[];
    let seat =
        "Headquartered in Jiangsu Province in eastern China, Kelvar Corp. is building a plant in Inner Mongolia.";
    assert_eq!(super::tests::places(seat), [["Inner Mongolia"]]);
    let located = "Headquartered in Jiangsu Province, Kelvar Corp. opened a plant on Monday.";
    assert_eq!(super::tests::places(located), [nothing]);
    super::tests_arguments::does(
        "Kelvar Corp., a firm that develops, makes, and sells chips, has secured 3 billion yuan in a Series B round.",
        &["agent Kelvar Corp."],
    );
    super::tests_arguments::does(
        "In May Kelvar Corp. received strategic investments from Lumeno Inc.",
        &["agent Kelvar Corp.", "participant Lumeno Inc."],
    );
    let once = "Kelvar Corp. is working on a project expected to generate an annual output value of 3 billion yuan.";
    assert_eq!(super::tests::events(once).len(), 1);
}

#[test]
fn where_a_visited_body_lies_and_no_other() {
    let nothing: &[&str] = &[];
    let first = |text: &str| super::tests::places(text).swap_remove(0);
    let own = "Luis Prado visited Kelvar Corp., a maker of chips, which is located in the Lindo Park.";
    assert_eq!(first(own), ["Lindo Park"]);
    let fund = "Luis Prado visited Kelvar Corp. on Monday, while a fund based in Zurich said it would sell.";
    assert_eq!(first(fund), nothing);
    let met = "Luis Prado visited Kelvar Corp. on Monday and met with Lumeno Inc., which is based in Porto.";
    assert_eq!(first(met), nothing);
    // a headline's visit is the encounter below it
    let visit = "Delegation visits Wuxi\n\nLuis Prado met with Amy Kuo on Monday. They signed a pact. He said so.";
    assert_eq!(first(visit), ["Wuxi"]);
}

#[test]
fn what_is_told_again_keeps_its_figures() {
    let floods = "A fire broke out in Lima on Monday. A flood occurred in Cusco on Tuesday. The flood occurred in Cusco after rain.";
    assert_eq!(super::tests::events(floods).len(), 2);
    let text =
        "The project has broken ground in Peru. Construction began on Monday in Lima with an investment of $3 billion.";
    let article = crate::testing::article(text);
    let mut extractor = crate::Extractor::new();
    let told = extractor.extract(&article);
    assert_eq!(told.events.len(), 1);
    assert_eq!(told.events[0].figures.len(), 1);
    let listed = "Kelvar Corp. plans to cut costs, set up a unit in Lima, set up a fund in Cusco and hire 500 workers.";
    let article = crate::testing::article(listed);
    let planned = crate::record::Status::Planned;
    assert!(
        extractor
            .extract(&article)
            .events
            .iter()
            .all(|event| event.status == planned)
    );
}

#[test]
fn the_party_secretary_is_no_party() {
    let text = "Li Ming, Party secretary of Wuxi, said that chips are key. The Party secretary vowed to help firms.";
    assert_eq!(who(text)[1], ["agent Li Ming"]);
}

#[test]
fn a_ceremony_of_founding_is_a_founding() {
    let text = "The ceremony of founding the Lindo College was held in Lima on June 16, 2015. \
                The conference was hosted by Luis Prado.";
    assert_eq!(events(text), ["founding was held Luis Prado"]);
    let again = "Lima District held a commencement ceremony for 38 projects on April 23, 2020. \
                 Luis Prado attended the ceremony and announced the start of the projects.";
    assert!(has(again, "construction held"));
    assert!(!has(again, "construction start"));
}

#[test]
fn the_owner_in_front_is_not_what_is_launched() {
    let text = "Kelvar Company's expansion project was launched on Monday.";
    assert!(has(text, "construction was launched"));
    assert!(!has(text, "founding was launched"));
}

#[test]
fn a_zone_with_its_province_behind_acts_behind_an_introduction() {
    let text = "Aiming to grow, Lindo High-tech Zone, Anhui province, unveiled a plan for projects.";
    assert_eq!(events(text), ["policy unveiled Lindo High-tech Zone"]);
}

#[test]
fn what_is_newly_launched_or_on_display_is_told_of_nothing() {
    let newly = "Kelvar Corp will invest $3 million in 196 continuing and newly launched projects.";
    assert!(!has(newly, "construction launched"));
    let display = "It will focus on storage, control and display — and develop chips with Kelvar Corp.";
    assert!(!has(display, "launch display"));
}

#[test]
fn who_says_a_sentence_that_opens_with_a_participle() {
    let text = "Developed by the Lindo Union and the Lima government, the aim is to form a park that serves firms, \
                said Luis Prado, chairman of the union.";
    assert_eq!(who(text).last().unwrap(), &["agent Luis Prado"]);
}

#[test]
fn suits_name_the_sued() {
    let suit = "Kelvar Corp took legal action in 2017 against Lumeno Corp in Lima.";
    assert_eq!(who(suit), [["agent Kelvar Corp", "patient Lumeno Corp"]]);
    let cleared = "On Monday, a judge in Lima found Lumeno Corp not guilty of theft.";
    assert_eq!(who(cleared), [["patient Lumeno Corp"]]);
}
