//! Places and people that stand in front of the clause of an event, in the next one, or in another sentence.

use super::tests::{events, places};
use super::tests_arguments;

/// Those who take part in each event, without their roles.
fn who(text: &str) -> Vec<Vec<String>> {
    let name = |who: String| who.split_once(' ').map_or(who.clone(), |(_, name)| name.to_owned());
    let events = tests_arguments::who(text).into_iter();
    events.map(|event| event.into_iter().map(name).collect()).collect()
}

#[test]
fn where_opens_a_clause_on_the_place_in_front() {
    let nothing: &[&str] = &[];
    let met = "Luis Prado flew to Wuxi on Monday, where he met Amy Kuo.";
    assert_eq!(places(met).last().unwrap(), &["Wuxi"]);
    let city = "Intel will send engineers to San Jose, California, where it is building a test plant.";
    assert_eq!(places(city).last().unwrap(), &["San Jose"]);
    let day = "The minister left for Lima, Peru, where on Tuesday Luis Prado signed a contract with Intel.";
    assert_eq!(places(day).last().unwrap(), &["Lima"]);
    let hall = "The fair took place at the Lantu Hotel in Wuxi, where Intel unveiled its new chip.";
    assert_eq!(places(hall).last().unwrap()[0], "Lantu Hotel");
    let away = "It lies 80 km from Quito, where Intel opened a plant on Monday.";
    assert_eq!(places(away).last().unwrap(), nothing);
}

#[test]
fn the_next_verb_has_its_own_place() {
    let nothing: &[&str] = &[];
    let two = "Intel plans to invest $2 billion in Wuxi and build two plants in Hefei.";
    assert_eq!(places(two), [["Wuxi"], ["Hefei"]]);
    let shared = "Intel plans to invest $2 billion and build two plants in Hefei.";
    assert_eq!(places(shared), [["Hefei"], ["Hefei"]]);
    let seat = "Founded in 2015 and headquartered in Shanghai, Intel makes chips.";
    assert_eq!(places(seat)[0], nothing);
    let front = "A day after Intel opened a plant in Wuxi, its shares rose 3 percent.";
    assert_eq!(places(front).last().unwrap(), nothing);
}

#[test]
fn prepositions_of_more_than_one_word() {
    let edge = "Intel will build a plant just outside of Wuxi.";
    assert_eq!(places(edge), [["Wuxi"]]);
    let into = "Intel will invest $20 million into the Lima area.";
    assert_eq!(places(into), [["Lima"]]);
}

#[test]
fn a_lake_lies_in_the_city_behind_its_comma() {
    let forum = "The chip forum was held in Lindo Lake, Hefei on May 3.";
    assert_eq!(places(forum), [["Lindo Lake", "Hefei"]]);
    let plant = "The plant in Longgang District, Shenzhen was completed on May 3.";
    assert_eq!(places(plant), [["Longgang District", "Shenzhen"]]);
}

#[test]
fn a_host_is_where_the_meeting_was_whatever_it_was_about() {
    let about = "Wuxi hosted an event on China chip design on May 3.";
    assert_eq!(places(about), [["Wuxi"]]);
}

#[test]
fn here_is_the_place_told_of_last() {
    let made = "Intel has a plant in Wuxi. In 2020, 30,000 wafers were produced here.";
    assert_eq!(places(made).last().unwrap(), &["Wuxi"]);
}

#[test]
fn what_was_agreed_on_is_built_where_it_was_agreed() {
    let nothing: &[&str] = &[];
    let text = "Intel signed an agreement on Monday to build a chip plant in Hefei. The first phase will be built in 2024. \
                Trial production will start in May 2025.";
    assert_eq!(places(text)[0], nothing);
    assert_eq!(places(text)[1..], [["Hefei"], ["Hefei"]]);
    let area = "Intel visited the Haitang Free Trade Zone. It signed an agreement to settle in the zone.";
    assert_eq!(places(area).last().unwrap(), nothing);
}

#[test]
fn a_written_statement_is_not_made_on_the_site() {
    let nothing: &[&str] = &[];
    let text = "On May 3, Intel broke ground on a plant in Wuxi. Luis Prado spoke at the ceremony. \
                “It is a big day,” Luis Prado said in a company statement.";
    assert_eq!(places(text).last().unwrap(), nothing);
    let told = "On May 3, Intel broke ground on a plant in Wuxi. “It is a big day,” Luis Prado told Xinhua.";
    assert_eq!(places(told).last().unwrap(), nothing);
    let guests = "On May 3, Intel broke ground on a plant in Wuxi. “It is a big day,” Luis Prado told guests.";
    assert_eq!(places(guests).last().unwrap(), &["Wuxi"]);
}

#[test]
fn talks_are_held_where_the_headline_says_the_visit_was() {
    let text = "Lima Delegation Visits Hefei\n\nOn May 3, Mayor Luis Prado met with Amy Kuo, chairwoman of Intel. \
                Kuo said that output would grow.";
    assert_eq!(places(text)[0], ["Hefei"]);
}

#[test]
fn a_speech_is_made_at_the_talks_told_last() {
    let text = "The delegation arrived in Peru on May 3. The talks took place at the Lantu Hotel. \
                In his speech, Luis Prado said that output would grow.";
    assert_eq!(places(text).last().unwrap(), &["Lantu Hotel"]);
}

#[test]
fn he_is_the_one_person_of_the_sentence() {
    let fronted = "Amy Kuo left Intel. After Luis Prado opened the plant in Wuxi, he visited Nokia.";
    assert_eq!(who(fronted).last().unwrap()[0], "Luis Prado");
    let second = "Amy Kuo left Intel. Luis Prado wept as he announced the plan.";
    assert_eq!(who(second).last().unwrap()[0], "Luis Prado");
    let it = "After Intel opened the plant in Wuxi, it signed a contract with Nokia.";
    assert_eq!(who(it).last().unwrap(), &["Intel", "Nokia"]);
    let quoted = "Amy Kuo spoke in Wuxi. “Did Luis Prado agree to this plan?” she said.";
    assert_eq!(who(quoted).last().unwrap(), &["Amy Kuo"]);
}

#[test]
fn who_plans_it_stands_in_front_of_the_verb_that_tells_of_the_plan() {
    let text = "The ceremony comes after Intel announced its plans to invest $2 billion in Wuxi.";
    assert_eq!(who(text), [["Intel"]]);
}

#[test]
fn those_who_host_the_forum_host_the_one_told_before() {
    let text = "The chip forum was held in Wuxi on May 6. Intel and Nokia co-hosted the forum.";
    assert_eq!(who(text), [["Intel", "Nokia"]]);
    assert_eq!(places(text), [["Wuxi"]]);
}

#[test]
fn a_hall_that_bears_another_city_is_not_in_that_of_the_headline() {
    let text = "A new road for Lindian\n\nThe chip congress was held at the Xiamen Lantu Hotel on May 3.";
    assert_eq!(places(text), [["Xiamen Lantu Hotel"]]);
}

#[test]
fn a_report_on_one_of_the_days_is_given_at_the_congress() {
    let text = "From June 28 to 29, 2024, the 8th Chip Conference was held at the Lantu Hotel in Xiamen. \
                On the 29th, Luis Prado gave a keynote report.";
    assert_eq!(places(text).last().unwrap(), &["Lantu Hotel", "Xiamen"]);
}

#[test]
fn lists_with_semicolons() {
    let text = "The chip forum was held in Wuxi on May 3. Speakers included Luis Prado, president of Intel; Amy Kuo, \
                head of the society; and Ravi Patel, director of the Lima Laboratory.";
    assert_eq!(who(text), [["Luis Prado", "Amy Kuo", "Ravi Patel"]]);
}

#[test]
fn those_in_attendance_went_on_the_visit() {
    let text = "On May 3, several officials went to Lima. In attendance were Amy Kuo, the mayor, and Ravi Patel.";
    assert_eq!(who(text), [["Amy Kuo", "Ravi Patel"]]);
}

#[test]
fn what_somebody_leads_others_to_is_inspected() {
    let text = "On May 3, Luis Prado led members of the committee to inspect the Haitang Free Trade Zone.";
    assert_eq!(places(text), [["Haitang Free Trade Zone"]]);
}

#[test]
fn the_committee_of_a_zone_acts_for_it() {
    let text = "The Haitang Free Trade Zone's management committee released a plan for chips on Monday.";
    assert_eq!(who(text), [["Haitang Free Trade Zone"]]);
}

#[test]
fn said_at_a_launch() {
    let text =
        "“Output will grow,” said Luis Prado. Prado said this at the launch of the design centre in Lima on Monday.";
    assert_eq!(places(text), [["Lima"], ["Lima"]]);
}

#[test]
fn what_is_built_near_a_site_that_was_told_is_built_there() {
    let text = "Intel reported a profit of 3 billion yuan. Nokia will build a fab in Hefei. The first phase will be \
                completed in 2025.";
    assert_eq!(places(text).last().unwrap(), &["Hefei"]);
    let plot = "Luis Prado said the year was good. The Intel project is located in Lindo Park. The second phase will \
                start construction in May.";
    assert_eq!(places(plot).last().unwrap(), &["Lindo Park"]);
}

#[test]
fn a_park_is_built_where_it_is() {
    for text in [
        "The Lindo Industrial Park broke ground in May 2023.",
        "A groundbreaking ceremony was held for the Lindo Industrial Park on May 3.",
        "Intel has completed the Lindo Industrial Park.",
        "The Lindo Industrial Park will open on Monday.",
    ] {
        assert_eq!(places(text), [["Lindo Industrial Park"]], "{text}");
    }
    assert_eq!(who("The Lindo Industrial Park broke ground in May 2023.")[0].len(), 0);
}

#[test]
fn a_hall_behind_its_room() {
    let text = "The forum was held in Room 401, Lantu Building in Wuxi on May 3.";
    assert_eq!(places(text), [["Lantu Building", "Wuxi"]]);
}

#[test]
fn around_a_city() {
    for place in [
        "on the outskirts of Hefei",
        "close to Hefei",
        "within the city of Hefei",
        "at its Hefei plant",
    ] {
        let text = format!("Intel began mass production of chips {place} on Monday.");
        assert_eq!(places(&text), [["Hefei"]], "{text}");
    }
    assert_eq!(places("Intel opened its Hefei plant on Monday."), [["Hefei"]]);
    assert_eq!(
        places("Intel opened a plant on the island of Hainan on Monday."),
        [["Hainan"]]
    );
}

#[test]
fn on_a_visit() {
    for text in [
        "During a visit to Lima, Luis Prado signed a contract with Intel.",
        "Luis Prado signed a contract with Intel during a visit to Lima on May 3.",
        "On a visit to Lima, Luis Prado met Amy Kuo.",
        "Luis Prado said during a trip to Lima that output would grow.",
    ] {
        assert!(places(text).iter().all(|place| place == &["Lima"]), "{text}");
    }
    let trip = "Luis Prado visited Peru in May. During the trip, from May 3 until May 5, Prado signed a memorandum with Intel.";
    assert_eq!(places(trip).last().unwrap(), &["Peru"]);
    let later = "Luis Prado visited Peru on May 3. In Lima, Luis Prado met with Amy Kuo. Prado expressed his thanks.";
    assert_eq!(places(later).last().unwrap(), &["Lima"]);
}

#[test]
fn the_speaker_behind_the_verb_was_somewhere() {
    assert_eq!(places("“It is a big day,” said Luis Prado in Lima."), [["Lima"]]);
    let post = "“It is a big day,” said Luis Prado, mayor of Wuxi, in Lima on Monday.";
    assert_eq!(places(post), [["Lima"]]);
}

#[test]
fn a_contract_is_signed_once() {
    for again in [
        "The signing ceremony was held in Lima on May 3.",
        "The contract was signed in Lima on May 3.",
    ] {
        let text = format!("Intel signed a contract with Nokia. {again}");
        assert_eq!(places(&text), [["Lima"]], "{text}");
    }
}

#[test]
fn a_country_in_front_is_wider_than_the_headline() {
    let text =
        "Contract Signed in Lima\n\nPERU, January 26 — Intel and Nokia signed a contract on Friday. Luis Prado spoke.";
    assert_eq!(places(text)[0], ["Lima"]);
}

#[test]
fn ministers_of_a_list() {
    let signed = "Intel signed a contract with Nokia on May 3.";
    for came in ["witnessed", "attended"] {
        let text = format!(
            "{signed} The signing ceremony was {came} by Deputy Prime Minister Luis Prado, Minister of Science Amy Kuo \
             and Minister of Education and Training Ravi Patel."
        );
        assert_eq!(
            who(&text),
            [["Intel", "Nokia", "Luis Prado", "Amy Kuo", "Ravi Patel"]],
            "{text}"
        );
    }
    let active = format!("{signed} Luis Prado witnessed the signing.");
    assert_eq!(who(&active), [["Intel", "Nokia", "Luis Prado"]]);
}

#[test]
fn who_leads_the_delegation() {
    let led = "Led by Speaker Luis Prado, the council delegation visited Intel in Wuxi on May 3.";
    assert_eq!(who(led), [["Luis Prado", "Intel"]]);
    let visit =
        "Luis Prado led a delegation comprising councilors including Amy Kuo and Ravi Patel on a visit to Peru.";
    assert_eq!(who(visit)[0], ["Luis Prado", "Amy Kuo", "Ravi Patel"]);
    let invited = "The chip forum was held in Wuxi on May 3. Amy Kuo was invited to attend the meeting.";
    assert_eq!(who(invited), [["Amy Kuo"]]);
}

#[test]
fn what_a_ceremony_was_held_for() {
    let kinds = events("On May 3, an opening ceremony was held for the new factory of Intel in Wuxi.");
    assert!(kinds[0].starts_with("construction"), "{kinds:?}");
    let founded = events("The inaugurating meeting of the Lima Chip Alliance was held in Lima on May 3.");
    assert!(founded[0].starts_with("founding"), "{founded:?}");
}

#[test]
fn where_opens_a_clause_with_its_own_subject() {
    let text = "On July 3, Luis Prado went to Wuxi. He then visited Intel, where he held talks with Amy Kuo.";
    assert_eq!(who(text).last().unwrap(), &["Luis Prado", "Amy Kuo"]);
    let nothing: &[&str] = &[];
    let seat = "Intel has invested in Nokia, a designer of chips based in Porto.";
    assert_eq!(places(seat)[0], nothing);
}
