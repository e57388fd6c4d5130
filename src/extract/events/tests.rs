//! What sentences tell, and who does it: the ways of telling that no single row has an example for.

use crate::Extractor;
use crate::testing::article;

/// The events of a text: kind, trigger, and the agents' names.
pub(super) fn events(text: &str) -> Vec<String> {
    let mut extractor = Extractor::new();
    let article = article(text);
    let record = extractor.extract(&article);
    let json = serde_json::to_value(&record).unwrap();
    let name = |id: &serde_json::Value| {
        let lists = ["people", "organisations", "places"].iter();
        let mut all = lists.flat_map(|list| json[*list].as_array().unwrap());
        let found = all.find(|entity| entity["id"] == *id);
        found.map_or("?", |entity| entity["name"].as_str().unwrap()).to_string()
    };
    let list = json["events"].as_array().unwrap();
    list.iter()
        .map(|event| {
            let who = event["who"].as_array().unwrap();
            let agents = who.iter().filter(|one| one["role"] == "agent");
            let agents: Vec<String> = agents.map(|one| name(&one["id"])).collect();
            let trigger = event["trigger"]["text"].as_str().unwrap();
            format!("{} {trigger} {}", event["type"].as_str().unwrap(), agents.join(", "))
                .trim()
                .to_string()
        })
        .collect()
}

/// What the items say in `field` that the events of a text name by id in `list`, event by event.
pub(super) fn linked(text: &str, list: &str, kind: &str, field: &str) -> Vec<Vec<String>> {
    let article = article(text);
    let mut extractor = Extractor::new();
    let json = serde_json::to_value(extractor.extract(&article)).unwrap();
    let items = json[kind].as_array().unwrap();
    let value = |id: &serde_json::Value| items.iter().find(|x| x["id"] == *id).unwrap()[field].clone();
    let events = json["events"].as_array().unwrap().iter();
    events
        .map(|event| {
            let ids = event[list].as_array().unwrap().iter();
            ids.map(|id| value(id).as_str().unwrap().to_string()).collect()
        })
        .collect()
}

/// Values of the dates of each event.
pub(super) fn when(text: &str) -> Vec<Vec<String>> {
    linked(text, "when", "dates", "value")
}

/// Names of the places of each event.
pub(super) fn places(text: &str) -> Vec<Vec<String>> {
    linked(text, "where", "places", "name")
}

#[track_caller]
pub(super) fn tells(text: &str, wanted: &[&str]) {
    assert_eq!(events(text), wanted, "{text}");
}

#[test]
fn verbs_without_a_subject_of_their_own() {
    tells(
        "Intel sold its stake in the firm, raising $3 billion on Friday.",
        &["acquisition sold Intel", "investment raising Intel"],
    );
    tells(
        "Intel became the first chipmaker to win the award.",
        &["award win Intel"],
    );
    tells("Intel is not the first chipmaker to win the award.", &[]);
    tells("Intel hopes to become the first chipmaker to win the award.", &[]);
    tells(
        "After signing the contract with Nokia, Intel opened a plant in Wuxi.",
        &["agreement signing Intel", "construction opened Intel"],
    );
    // one accident is told once
    tells(
        "A blast hit the plant on Friday, killing five workers.",
        &["disaster hit"],
    );
    // nouns in a list
    tells(
        "He spoke of rape, kidnapping, robbery and theft.",
        &["statement spoke of"],
    );
}

#[test]
fn the_company_is_the_one_the_article_is_about() {
    let office = |text: &str| {
        let found = events(text);
        found.into_iter().find(|event| event.starts_with("construction opened"))
    };
    let text = "Lutho Corp. makes chips. Lutho Corp. has 300 engineers. Lutho Corp. raised 3 billion yuan in May. \
                Nokia led the round. The company opened an office in Wuxi in June.";
    assert_eq!(office(text).as_deref(), Some("construction opened Lutho Corp."));
    // of two that are named as often, the last
    let text = "Lutho Corp. raised 3 billion yuan. Nokia led the round. The company opened an office in Wuxi in June.";
    assert_eq!(office(text).as_deref(), Some("construction opened Nokia"));
}

#[test]
fn a_place_behind_a_preposition_does_nothing() {
    let found = events("A chip maker in east China's Anhui Province has begun mass production of chips.");
    assert_eq!(found, ["production has begun"]);
}

#[test]
fn turnover_is_of_the_body_that_is_reported_on() {
    let text = "Lutho Corp. makes chips. Lutho Corp. has engineers. Lutho Corp. is old.\n\nTurnover rose 8% in 2023.";
    tells(text, &["result rose Lutho Corp."]);
    let macro_figure = text.replace("Turnover", "Inflation");
    tells(&macro_figure, &["result rose"]);
    // nobody knows whose where two are named as often
    let two = format!("Nokia came. Nokia left. Nokia stayed. {text}");
    tells(&two, &["result rose"]);
}

#[test]
fn of_a_ceremony_the_thing_is_told() {
    // a ceremony and what was done at another hour are two
    tells(
        "Intel held a move-in ceremony in Wuxi on May 3, 2024. At 10:08 a.m., the first machine entered the clean room.",
        &["construction held Intel", "construction entered the clean room Intel"],
    );
    tells(
        "Intel held a groundbreaking ceremony for its plant in Wuxi on May 3.",
        &["construction held Intel"],
    );
    tells(
        "The unveiling ceremony of the Chip Design Institute was held in Wuhan.",
        &["founding was held"],
    );
    tells("The opening ceremony was held in Wuhan.", &["meeting was held"]);
    // signing is told once
    tells(
        "A signing ceremony was held in Wuxi. Intel inked contracts with Nokia.",
        &["agreement inked Intel"],
    );
}

#[test]
fn nouns_tell_what_names_do() {
    tells(
        "The dismissal of Li Ming as chief executive of Intel surprised investors.",
        &["appointment dismissal"],
    );
    tells("The possible dismissal of Li Ming worried investors.", &[]);
    tells(
        "Intel's acquisition of Nokia pleased investors.",
        &["acquisition acquisition Intel"],
    );
    // what a verb has told is not told again
    tells(
        "Intel acquired Nokia in May. The acquisition of Nokia pleased investors.",
        &["acquisition acquired Intel"],
    );
    tells(
        "Intel announced the start of operations of its new plant.",
        &["launch start of operations Intel"],
    );
}

#[test]
fn verbs_that_lean_on_others() {
    tells(
        "Intel began building a plant in May.",
        &["construction began building Intel"],
    );
    tells(
        "The forum was guided by the Chip Association and hosted by Nokia.",
        &["meeting was guided Chip Association, Nokia"],
    );
    tells(
        "Intel will invest 3 billion yuan to build a plant in Wuxi.",
        &["investment will invest Intel", "construction build Intel"],
    );
    tells(
        "Intel saw net profit shrink 50 percent in May.",
        &["result shrink Intel"],
    );
    tells("The biggest project signed was a plant.", &[]);
    tells(
        "Li Ming introduced in his speech that Wuxi had 200 firms.",
        &["statement introduced Li Ming"],
    );
    // nouns behind a verb and its adjective
    tells("Li Ming placed high hopes on the industry.", &[]);
}

#[test]
fn counted_and_quoted_subjects() {
    tells(
        "A total of 44 projects were signed in Wuxi.",
        &["agreement were signed"],
    );
    tells(
        "The “Chip Measures (Draft)” (hereinafter the Measures) were issued on Monday.",
        &["policy were issued"],
    );
    tells(
        "On May 3, the chip congress with the theme of “Core, Link the Lake” was opened in Wuxi.",
        &["meeting was opened"],
    );
    tells("SEMICON China 2015 was held in Shanghai.", &["meeting was held"]);
}

#[test]
fn a_list_goes_on_behind_semicolons() {
    let text = "Guests including Zhou Changqing, mayor of Wuxi; Xu Juyan, academician; and Fang Li, head of Huishan \
                District, attended the chip forum.";
    let article = article(text);
    let mut extractor = Extractor::new();
    let record = extractor.extract(&article);
    assert_eq!(record.events.len(), 1);
    assert_eq!(record.events[0].who.len(), 3);
}

#[test]
fn the_meeting_told_last_is_the_one() {
    let text = "A headline\n\nOn April 12, Intel signed a contract with Nokia in Wuxi.\n\n\
                On April 18, Yixing City held the chip fair in Shanghai.\n\n\
                At the meeting, Mayor Chen Shoubin said that the industry was strong.";
    let article = article(text);
    let mut extractor = Extractor::new();
    let json = serde_json::to_value(extractor.extract(&article)).unwrap();
    let said = json["events"]
        .as_array()
        .unwrap()
        .iter()
        .find(|e| e["type"] == "statement");
    let day = said.unwrap()["when"][0].as_str().unwrap();
    let dates = json["dates"].as_array().unwrap();
    assert_eq!(dates.iter().find(|d| d["id"] == day).unwrap()["value"], "XXXX-04-18");
}

#[test]
fn a_caption_tells_nothing_anew() {
    let text = "Intel opened a new chip plant in Wuxi on May 3.\n\nIntel opened a new chip plant in Wuxi on May 3.";
    tells(text, &["construction opened Intel"]);
}

#[test]
fn passives_in_a_row_come_to_an_end() {
    // read back one from the other they would be 2^200 readings
    let text = format!(
        "The forum was guided by Nokia{}.",
        " and hosted by Intel, seen by Nokia".repeat(200)
    );
    assert!(!events(&text).is_empty());
}

#[test]
fn who_speaks_is_the_pronoun_of_what_is_said() {
    tells(
        "Nokia sells phones. Intel said it will build a plant in Wuxi.",
        &["statement said Intel", "construction will build Intel"],
    );
    tells(
        "Nokia sells phones. Intel said Wednesday it will build a plant in Wuxi.",
        &["statement said Intel", "construction will build Intel"],
    );
    tells(
        "The cabin crew said they would strike on Monday.",
        &["statement said", "labour would strike"],
    );
    // whoever says that others did something did nothing
    tells(
        "Amy Kuo said three of the suspects were arrested on Monday.",
        &["statement said Amy Kuo", "legal were arrested"],
    );
    tells(
        "The New York-based company said sales fell 3% in May.",
        &["statement said", "result fell"],
    );
}

#[test]
fn what_is_yet_to_come_has_not_happened() {
    tells(
        "When the plant is put into production, annual sales will reach 3 billion yuan.",
        &["result will reach"],
    );
    tells(
        "When the plant was put into production in May, annual sales reached 3 billion yuan.",
        &["production was put into", "result reached"],
    );
}

#[test]
fn what_stands_between_subject_and_verb() {
    tells(
        "Orion Inc., a company that makes cards, sued Visa Inc. on Monday.",
        &["legal sued Orion Inc."],
    );
    tells(
        "Nokia's new plant in Dalian -- the largest in the region -- went into production on May 4.",
        &["production went into Nokia"],
    );
    let banks = "The two banks, which merged in 2009, signed a deal on March 3, 2024.";
    assert_eq!(when(banks), [["2024-03-03"]]);
}

#[test]
fn who_comes_to_the_ceremony_takes_part_in_what_it_celebrates() {
    tells(
        "Intel signed a cooperation agreement with Nokia. Li Dong attended the signing ceremony.",
        &["agreement signed Intel"],
    );
    tells(
        "The new line was put into operation on May 3. Mayor Huang Qin presided over the ceremony.",
        &["launch was put into"],
    );
    let text = "Intel signed a cooperation agreement with Nokia. Li Dong attended the signing ceremony.";
    let record = serde_json::to_value(Extractor::new().extract(&article(text))).unwrap();
    let who = record["events"][0]["who"].as_array().unwrap();
    let person = &record["people"][0]["id"];
    assert!(
        who.iter()
            .any(|one| one["id"] == *person && one["role"] == "participant"),
        "{who:?}"
    );
    // another one
    tells(
        "Intel signed a cooperation agreement with Nokia. Li Dong attended a conference in Wuxi.",
        &["agreement signed Intel", "meeting attended"],
    );
}

#[test]
fn what_is_generally_said_is_no_statement() {
    tells("We believe there is scope for this gap to close.", &[]);
    tells("They said there was scope for this gap to close.", &["statement said"]);
}

#[test]
fn verbs_that_announce_others() {
    tells(
        "The output value is expected to reach 400 million yuan.",
        &["result is expected to reach"],
    );
    tells(
        "An international fair is scheduled to open in Suzhou.",
        &["meeting is scheduled to open"],
    );
}

#[test]
fn speakers_behind_the_verb() {
    tells(
        "Intel has built two plants, said Liu Yan, vice mayor of Dalian.",
        &["construction has built Intel", "statement said Liu Yan"],
    );
    tells(
        "The fair, which is large, will help Suzhou, said the Economic Development Bureau.",
        &["statement said Economic Development Bureau"],
    );
    tells(
        "Orion Inc., which makes cards, said the plan was good.",
        &["statement said Orion Inc."],
    );
    tells(
        "Amy Kuo, a manager who owns 7% of the stock and had pressed for change, welcomed the vote.",
        &["statement welcomed Amy Kuo"],
    );
}

#[test]
fn what_may_be_has_not_been() {
    tells(
        "The output value can reach 2 billion yuan after being put into operation.",
        &[],
    );
}

#[test]
fn verbs_that_the_dictionary_lacks() {
    tells("Intel showcased a new chip on Monday.", &["launch showcased Intel"]);
    tells("Shares of Intel cratered 30 percent.", &["market cratered Intel"]);
}

#[test]
fn two_people_who_discuss_something_meet() {
    tells(
        "President Li Ming and Minister Amy Kuo discussed trade in Wuxi.",
        &["meeting discussed"],
    );
    assert!(events("President Li Ming discussed trade in his book.").is_empty());
}

#[test]
fn participles_and_plurals_inside_a_noun_phrase_tell_nothing() {
    for text in [
        "Intel runs offices in nine US states and two towns.",
        "The ministry will distribute subsidised bread.",
        "The minister would not make public remarks until May.",
        "Murder charges and civil and criminal fines are rare.",
        "The pact requires criminal charges in such cases.",
        "We let passengers change their routes without charges.",
        "The chip could help China overcome technology sanctions.",
        "He has prior arrests for theft.",
        "Following these arrests, the town was calm.",
        "The raids of commandos were feared.",
        "Lanhai Semiconductor designs chips.",
    ] {
        assert!(events(text).is_empty(), "{text}");
    }
    assert_eq!(events("Li Ming states that the plan is good.").len(), 1);
    assert_eq!(events("Chip stocks fell across Asia on Thursday.").len(), 1);
    assert_eq!(events("The shares fell 2.1 percent on Monday.").len(), 1);
}
