//! Who is at a meeting though its own clause does not say so, and rows that ask for a score or for what stands behind.

use super::tests::places;
use super::tests_arguments::{NOBODY, does, who};
use crate::Extractor;
use crate::testing::article;

const FORUM: &str = "The forum was held in Wuxi on May 6. ";

/// The events of the kind are told by these words.
#[track_caller]
fn tells(text: &str, kind: &str, wanted: &[&str]) {
    let article = article(text);
    let mut extractor = Extractor::new();
    let json = serde_json::to_value(extractor.extract(&article)).unwrap();
    let events = json["events"].as_array().unwrap().iter();
    let told: Vec<&str> = events
        .filter(|event| event["type"] == kind)
        .map(|event| event["trigger"]["text"].as_str().unwrap())
        .collect();
    assert_eq!(told, wanted, "{text}");
}

#[track_caller]
fn comes(told: &str, wanted: &[&str]) {
    let text = format!("{FORUM}{told}");
    let events = who(&text);
    assert_eq!(events.len(), 1, "{text}");
    assert_eq!(events[0], wanted, "{text}");
}

#[test]
fn guests_told_behind_the_meeting_take_part_in_it() {
    const BOTH: &[&str] = &["participant Li Ming", "participant Amy Kuo"];
    comes("Li Ming and Amy Kuo participated.", BOTH);
    comes("Li Ming and Amy Kuo were also present.", BOTH);
    comes("Guests included Li Ming and Amy Kuo.", BOTH);
    comes(
        "Keynote speakers included Li Ming, president of the union; and Amy Kuo, director of the bureau.",
        BOTH,
    );
    comes("Among the guests were Li Ming and Amy Kuo.", BOTH);
    comes("Also present were Li Ming and Amy Kuo.", BOTH);
    comes(
        "Li Ming, head of the union, was among the attendees.",
        &["participant Li Ming"],
    );
    comes("Over 300 guests gathered in Wuxi to hear Li Ming.", NOBODY);
    comes("Li Ming staged a play in which 80 men took part.", NOBODY);
    // no guests
    comes("The range included Li Ming and Amy Kuo.", NOBODY);
    comes("Among the works were Li Ming and Amy Kuo.", NOBODY);
    comes("Li Ming was among the first to leave.", NOBODY);
}

#[test]
fn alone_it_is_no_meeting() {
    for text in [
        "Li Ming and Amy Kuo participated.",
        "It was hosted by Shandong University in Wuxi.",
        "They were held in a barn near Wuxi.",
        "Output rose 5 percent. The guests included Li Ming.",
    ] {
        tells(text, "meeting", &[]);
    }
}

#[test]
fn hosts_stand_behind_their_meeting() {
    does(
        "The forum, organised by Shandong University, opened in Wuxi on May 6.",
        &["agent Shandong University"],
    );
    does(
        "The forum hosted by Shandong University and supported by Delta Corp was held in Wuxi on May 6.",
        &["agent Shandong University", "agent Delta Corp"],
    );
    does(
        "The forum praised by Shandong University was held in Wuxi on May 6.",
        NOBODY,
    );
    // one meeting, told by several verbs
    let one: &[&str] = &["agent Shandong University", "agent Delta Corp"];
    for text in [
        "The forum held in Wuxi on May 6 was hosted by Shandong University and co-organised by Delta Corp on Friday.",
        "The forum was held in Wuxi on May 6. It was hosted by Shandong University and Delta Corp together.",
        "Hosted by Shandong University and Delta Corp, the forum was held in Wuxi on May 6.",
    ] {
        let events = who(text);
        assert_eq!(events.len(), 1, "{text}");
        assert_eq!(events[0], one, "{text}");
    }
}

#[test]
fn a_theme_in_quotation_marks_may_end_with_a_comma() {
    tells(
        "The forum, with the theme “Light for All,” took place in Wuxi on May 6.",
        "meeting",
        &["took place"],
    );
}

#[test]
fn scores_are_whole_numbers() {
    tells("Amy Kuo beat Li Ming 6-4, 6-2 on Sunday.", "sport", &["beat"]);
    tells("The firm lost $1.2-1.4 billion on Sunday.", "sport", &[]);
    tells(
        "There were three matches: Drew Fleming 13-1 over Li Ming.",
        "sport",
        &[],
    );
}

#[test]
fn a_post_and_what_it_is_of_stand_in_front_of_its_bearer() {
    does(
        "President Li Ming met Mayor of Wuxi Zhang Wei on May 6.",
        &["agent Li Ming", "participant Zhang Wei"],
    );
}

#[test]
fn what_starts_to_be_built_is_its_owners() {
    does(
        "Delta Corp’s chip platform started construction in Wuxi on May 6.",
        &["agent Delta Corp"],
    );
    does(
        "Delta Corp started construction of a plant in May.",
        &["agent Delta Corp"],
    );
}

#[test]
fn the_body_of_a_founding_ceremony_is_founded() {
    does(
        "Shandong University held an inauguration ceremony for the Institute of Optics on May 6.",
        &["agent Shandong University", "patient Institute of Optics"],
    );
}

#[test]
fn who_gathers_to_witness_something_carries_it() {
    tells(
        "On May 19, guests gathered in Wuxi to witness the establishment of the Wuxi Optics Fund.",
        "founding",
        &["establishment"],
    );
    tells("Few wished to witness the establishment of the fund.", "founding", &[]);
}

#[test]
fn the_dead_of_a_disaster_died_where_it_was() {
    let text = "A blast shook Wuxi on Monday. Nine workers were killed and a fire broke out.";
    let all: Vec<Vec<String>> = places(text);
    assert!(all.iter().all(|one| one == &["Wuxi"]), "{all:?}");
    let other = places("A blast shook Wuxi on Monday. Nine workers were killed in 2003.");
    assert!(other.last().is_some_and(Vec::is_empty), "{other:?}");
}

#[test]
fn the_province_owns_its_output() {
    let text = "Hunan released a guideline in May. The province’s chip output stood at 26 billion yuan in 2023.";
    assert_eq!(places(text).last().unwrap(), &["Hunan"], "{text}");
}

#[test]
fn guests_of_another_meeting() {
    for other in [
        "Guests did not include Amy Kuo.",
        "Past guests included Amy Kuo.",
        "Guests at the 2019 summit included Amy Kuo.",
    ] {
        let text = format!("Leaders held a summit in Wuxi on Monday. {other}");
        does(&text, &[]);
    }
}

#[test]
fn where_guests_come_from_takes_no_part() {
    comes(
        "Guests from 20 countries, such as Chile and Kenya, attended the forum.",
        NOBODY,
    );
    comes(
        "Firms such as Intel and Samsung attended the forum.",
        &["participant Intel", "participant Samsung"],
    );
}

#[test]
fn a_meeting_told_again_by_its_day_is_one() {
    let again = |day: &str| {
        let told = "The Lima Chip Forum was held in Lima on May 6, 2024.";
        format!("{told} At the forum held on {day}, Intel signed a deal with Samsung.")
    };
    tells(&again("May 6"), "meeting", &["was held"]);
    tells(&again("May 9"), "meeting", &["was held", "held"]);
}

#[test]
fn guests_of_crowds_and_ceremonies_are_named_behind() {
    const BOTH: &[&str] = &["participant Li Ming", "participant Amy Kuo"];
    comes(
        "More than 200 people attended the meeting, including Li Ming, the president of the union, and Amy Kuo.",
        BOTH,
    );
    comes(
        "Present at the forum were several academicians, including Prof. Li Ming and Prof. Amy Kuo.",
        BOTH,
    );
    comes(
        "Also attending were Li Ming, former director of the bureau, and Amy Kuo, as well as experts from Tsinghua University.",
        BOTH,
    );
    does(
        "The groundbreaking ceremony for the plant was held in Wuxi on May 6 with the participation of Minister Li Ming and Amy Kuo.",
        BOTH,
    );
    does(
        "The plant was put into production on May 6 in the presence of Minister Li Ming and Amy Kuo.",
        BOTH,
    );
}

#[test]
fn demands_and_partners_are_nouns() {
    tells(
        "Li Ming thanked Intel and its German partners for their plans.",
        "agreement",
        &[],
    );
    tells(
        "It stands for members' interests, demands, and plans.",
        "statement",
        &[],
    );
    tells(
        "Taxi drivers such as Li Ming are required to help firms.",
        "statement",
        &[],
    );
}

#[test]
fn builders_and_visitors_are_named_elsewhere() {
    does(
        "The memory project has begun construction in Wuxi. It matters. The memory project is jointly invested and constructed by Kelvar Corp and Intel.",
        &["agent Kelvar Corp", "agent Intel"],
    );
    does(
        "Li Ming met with the president and chief executive of the chip union, Amy Kuo, on May 6.",
        &["agent Li Ming", "participant Amy Kuo"],
    );
    does(
        "Delegates of the Lantu Chip Association were received by Premier Li Ming on May 6.",
        &["participant Lantu Chip Association", "agent Li Ming"],
    );
    tells(
        "XIAN, May 3 (Xinhua) -- A plant opened in Xian. It will hire 300 workers.",
        "labour",
        &["will hire"],
    );
}

#[test]
fn visits_and_projects_name_the_other_side() {
    does(
        "Li Ming, manager of Kelvar Corp, took a visit to Intel on May 6. Amy Kuo attended the event.",
        &["agent Li Ming", "participant Intel", "participant Amy Kuo"],
    );
    does(
        "The chip project, funded with a 3 billion yuan investment by Kelvar Corp, started construction in Wuxi on May 6.",
        &["agent Kelvar Corp"],
    );
    does(
        "The signing ceremony for the memory project was held in Wuxi on May 6. The project is being funded and built by Intel and Kelvar Corp in two phases.",
        &["agent Intel", "agent Kelvar Corp"],
    );
    tells(
        "Intel opened a research center in Wuxi in May 2021.",
        "founding",
        &["opened"],
    );
    tells(
        "The city university was founded in Wuxi in May 2021.",
        "founding",
        &["was founded"],
    );
    tells("Li Ming and Amy Kuo identified a base for talks.", "award", &[]);
}

#[test]
fn delegations_fairs_and_ceremonies() {
    does(
        "A delegation, led by Li Ming and Amy Kuo, mayor of Lima, made a visit to Wuxi on May 6.",
        &["agent Li Ming", "agent Amy Kuo"],
    );
    tells(
        "SEMICON China 2017 took place in Shanghai from March 14 to 16.",
        "meeting",
        &["took place"],
    );
    tells(
        "In May, 12 companies were included in the entity list.",
        "restriction",
        &["were included in"],
    );
    does(
        "A groundbreaking ceremony was held for the plant in Wuxi on May 6. Addressing the ceremony, Mayor Li Ming said that chips matter.",
        &["participant Li Ming"],
    );
}

#[test]
fn sentences_of_translations_that_only_commas_part() {
    comes(
        "Secretary Li Ming made a toast, Mayor Amy Kuo sat beside, Chairman Luis Prado attended the event.",
        &["participant Li Ming", "participant Amy Kuo", "participant Luis Prado"],
    );
    does(
        "The signing ceremony for the cooperation between Kelvar Corp and Lantu University was held in Wuxi on May 6.",
        &["agent Kelvar Corp", "agent Lantu University"],
    );
    does(
        "The groundbreaking ceremony for the plant was held in Wuxi on May 6. Mayor Li Ming delivered a speech.",
        &["participant Li Ming"],
    );
}

#[test]
fn talks_of_two_sides_and_activities_go_on() {
    let met =
        "On May 3, 2023, Amy Kuo met with Luis Prado. The two sides discussed trade. Li Ming attended the meeting.";
    assert_eq!(
        who(met),
        [["agent Amy Kuo", "participant Luis Prado", "participant Li Ming"]]
    );
    let activity = "Wuxi held a signing ceremony on May 3, 2023. Amy Kuo and Li Ming participated in the activity.";
    assert_eq!(
        who(activity),
        [["agent Wuxi", "participant Amy Kuo", "participant Li Ming"]]
    );
    let guests = "Ten heavyweights attended the chip forum on May 3, including Amy Kuo and Li Ming.";
    assert_eq!(who(guests), [["participant Amy Kuo", "participant Li Ming"]]);
}

#[test]
fn lists_of_parties_go_on_behind_owners_and_short_names() {
    let owner = "Intel signed an agreement with Nokia of the United States and Samsung on May 3.";
    assert_eq!(
        who(owner)[0],
        ["agent Intel", "participant Nokia", "participant Samsung"]
    );
    let district = "Kelvar City Government and Xishan District signed an agreement on May 3.";
    assert_eq!(
        who(district)[0],
        ["agent Kelvar City Government", "agent Xishan District"]
    );
    let post = "Before the talks, Li Ming, director of the Kelvar Development Zone met with Amy Kuo on May 3.";
    assert_eq!(who(post).last().unwrap(), &["agent Li Ming", "participant Amy Kuo"]);
    let officials = "City officials met Amy Kuo in May.";
    assert_eq!(who(officials)[0], ["participant Amy Kuo"]);
    let listed = "Intel and Nokia were listed on the Shanghai Stock Exchange in May.";
    assert_eq!(who(listed)[0], ["agent Intel", "agent Nokia"]);
    let led =
        "Amy Kuo met with a delegation led by Li Ming, director of Kelvar, and Luis Prado, mayor of Lima, on May 3.";
    assert_eq!(
        who(led)[0],
        ["agent Amy Kuo", "participant Li Ming", "participant Luis Prado"]
    );
}

#[test]
fn guests_who_took_part_in_the_meeting_told_before() {
    let text = |who: &str| format!("The Lima Chip Forum opened in Wuxi on May 3, 2024. {who}");
    let figures = |text: &str| {
        let article = article(text);
        let mut extractor = Extractor::new();
        let record = extractor.extract(&article);
        let linked = &record.events[0].figures;
        let mut list: Vec<String> = Vec::new();
        for figure in record.figures.iter().filter(|f| linked.contains(&f.id)) {
            list.push(figure.text.to_string());
        }
        list
    };
    assert_eq!(
        figures(&text("Over 800 experts from ten countries took part."))[0],
        "Over 800 experts"
    );
    assert!(figures(&text("Over 800 experts left.")).is_empty());
    does(
        &text("Luo Qiang participated via video link."),
        &["participant Luo Qiang"],
    );
}
