//! Trade press: where plants are built and courts sit, whose purchase and whose suit it is, what nobody has said yet.

use super::tests::{events, places, tells, when};
use super::tests_arguments::who;

#[test]
fn several_places_of_one_kind() {
    for (text, wanted) in [
        (
            "Kelvar Corp. opened stores in Boston, Denver and Chicago on Monday.",
            vec!["Boston", "Denver", "Chicago"],
        ),
        (
            "Kelvar Corp. is laying off 1,700 workers across Oregon, Arizona and California.",
            vec!["Oregon", "Arizona", "California"],
        ),
        // among which it is the first
        (
            "Kelvar Corp. announced a factory in Lima, Peru, its first in South America.",
            vec!["Lima"],
        ),
        // the country of the state is not meant
        (
            "In the U.S. state of Arizona, Kelvar Corp. opened a plant on Monday.",
            vec!["Arizona"],
        ),
    ] {
        assert_eq!(places(text), [wanted], "{text}");
    }
}

#[test]
fn what_is_launched_after_another_launch() {
    let text = "Kelvar Corp. will launch its service in Los Angeles in May after launching it in Las Vegas.";
    assert_eq!(places(text), [["Los Angeles"]]);
}

#[test]
fn what_an_agreement_is_for() {
    let text =
        "Kelvar Corp. has reached an agreement with Lumeno Inc. for the use of its robots in Texas and California.";
    assert_eq!(places(text), [Vec::<String>::new()]);
}

#[test]
fn meetings_that_open_a_sentence() {
    let text = "At a news conference at his home in Palm Beach, Florida, Luis Prado said the investor is Amy Kuo.";
    assert_eq!(places(text), [["Palm Beach"]]);
}

#[test]
fn who_speaks_of_a_plant_need_not_be_there() {
    let text = "Kelvar Corp. opened a plant in Malaysia on Thursday.\n\n\"It is large,\" Luis Prado said.\n\n\
                Minister Amy Kuo says the industry will grow.";
    let all = places(text);
    assert_eq!(all[0], ["Malaysia"]);
    assert!(all[1..].iter().all(Vec::is_empty), "{all:?}");
    assert!(when(text)[2].is_empty());
}

#[test]
fn another_site_of_the_company() {
    let text = "Kelvar Corp. started construction of a plant in Lima on Monday.\n\n\
                In Quito, Kelvar Corp. is building two plants. Construction of the first plant was completed recently.";
    assert_eq!(places(text).last().unwrap(), &["Quito"]);
}

#[test]
fn courts_and_whose_case_it_is() {
    let text = "A Lima jury ruled in Kelvar Corp.'s favour on Monday.";
    assert_eq!(places(text), [["Lima"]]);
    assert_eq!(who(text), [["patient Kelvar Corp."]]);
    for text in [
        "A court dismissed Kelvar Corp.'s challenge on Friday.",
        "A judge has rejected Kelvar Corp.'s request.",
        "Kelvar Corp. lost its attempt to overturn a fine on Monday.",
    ] {
        assert!(events(text)[0].starts_with("legal"), "{text}");
        assert_eq!(who(text), [["patient Kelvar Corp."]], "{text}");
    }
    tells("Kelvar Corp. expects to start charging for rides in May.", &[]);
    tells("Kelvar Corp. nabbed the permit on Monday.", &["policy nabbed"]);
}

#[test]
fn a_company_in_its_own_dateline() {
    let text = "Kelvar and Lumeno sign pact\n\nLIMA, May 3, 2021 – Kelvar Corp. and Lumeno Inc. announced today that the two \
                companies have signed an agreement on chips.";
    assert!(places(text).iter().all(Vec::is_empty), "{:?}", places(text));
}

#[test]
fn on_whom_sanctions_are_put() {
    let text = "The U.S. imposed new sanctions on Iran on Tuesday.";
    assert_eq!(who(text), [["agent U.S.", "patient Iran"]]);
}

#[test]
fn what_nobody_has_said() {
    tells(
        "Kelvar Corp. did not disclose when construction is expected to start.",
        &[],
    );
    tells("Kelvar Corp. declined to say when production will begin.", &[]);
    tells(
        "Kelvar Corp. had sold billions of chips without being licensed to do so.",
        &["result had sold Kelvar Corp."],
    );
    tells("It is unclear if Kelvar Corp. will appeal the decision.", &[]);
}

#[test]
fn one_purchase_and_whose() {
    let text = "Kelvar Corp. will acquire Lumeno Inc. for $3 billion, with the deal expected to close in May.";
    tells(text, &["acquisition will acquire Kelvar Corp."]);
    // the comma closes what is inserted
    let text = "Kelvar Corp. bought Lumeno Inc., which makes chips for phones, in May 2020 for $494 million.";
    assert_eq!(when(text), [["2020-05"]]);
    // the company buys no stake in itself
    let text = "Kelvar Corp. makes chips in Peru. Kelvar Corp. has three plants. Kelvar Corp. is big. In April, Lumeno Inc. \
                signed a deal with workers. The company recently raised its stake in Lumeno Inc. to 70 percent.";
    assert_eq!(who(text)[1], ["agent Kelvar Corp.", "patient Lumeno Inc."]);
}

#[test]
fn sums_of_funding() {
    tells(
        "Kelvar Corp. has raised $53 million in funding from investors.",
        &["investment has raised Kelvar Corp."],
    );
    tells(
        "A German chipmaker has opened a new plant in Peru.",
        &["construction has opened"],
    );
}

#[test]
fn papers_that_only_tell_of_it() {
    let text = "Kelvar Corp. is laying off 700 workers, according to letters filed on May 3, 2021.";
    assert!(when(text)[0].is_empty());
    // as good as then
    let text =
        "Peru has issued guidelines for chips, according to a statement issued by the government on May 3, 2021.";
    assert_eq!(when(text)[0], ["2021-05-03"]);
    let plans = events("The cuts are part of the company's savings plan announced in May.");
    assert!(plans.iter().all(|event| !event.starts_with("policy")), "{plans:?}");
    tells(
        "Kelvar Corp. announced a line of phones on Monday.",
        &["launch announced Kelvar Corp."],
    );
    // cancelled, and no plan of its own
    tells(
        "Kelvar Corp. halted its plan to build a plant in Lima.",
        &["construction halted Kelvar Corp."],
    );
}

#[test]
fn who_went_and_who_went_on_speaking() {
    tells(
        "Luis Prado met Amy Kuo during his visit to Hanoi on Monday.",
        &["meeting met Luis Prado", "visit visit Luis Prado"],
    );
    let text = "Luis Prado praised the work of Amy Kuo's first term. He said the plan was good.";
    tells(text, &["statement praised Luis Prado", "statement said Luis Prado"]);
    tells(
        "Luis Prado said at a conference that he believed the plan was good.",
        &["statement said Luis Prado"],
    );
}

#[test]
fn whose_doing_it_is() {
    // what a paper reports is not the paper's
    let told = "The Lima Daily reported that Kelvar Memory was speeding up the construction of its new plant.";
    assert_eq!(who(told)[1], ["agent Kelvar Memory"]);
    // people at a company leave, the company does not
    let staff = "Two executives with foreign passports at chip gear maker Kelvar Corp. have stepped down.";
    assert_eq!(who(staff)[0], ["participant Kelvar Corp."]);
    // the guests of whoever tells of it
    let guests = "A delegation led by Luis Prado, deputy mayor of Lima, visited our company on May 3, 2021.";
    tells(guests, &["visit visited Luis Prado"]);
}

#[test]
fn what_is_no_event_of_a_project() {
    tells("The plant may employ 900 people once full capacity is reached.", &[]);
    tells(
        "The total investment is to speed up the construction of a 12-inch line.",
        &[],
    );
    tells("The investment is 3 billion yuan.", &["investment is"]);
    let help = "Kelvar Corp. helps it build tools, though Lumeno Corp. made a loss of 3 million yuan in 2021.";
    assert!(events(help).iter().all(|e| !e.starts_with("investment")), "{help}");
    let shown = "The products were seen on Monday as a statement displayed to the paper by Kelvar Corp. had it.";
    assert!(events(shown).iter().all(|e| !e.starts_with("launch")), "{shown}");
}

#[test]
fn years_of_things_and_of_the_next_verb() {
    let thing =
        "The groundbreaking ceremony of the zone's second project in 2021 was held in Lima on September 6, 2021.";
    assert_eq!(when(thing)[0], ["2021-09-06"]);
    let next = "Kelvar Corp. will spend $5 million on the plant and pledged to add $9 million until 2035.";
    assert!(when(next)[0].is_empty(), "{:?}", when(next));
    let plant = "A foundation stone-laying ceremony for the Kelvar chip plant was held on May 3, 2021.";
    assert!(events(plant)[0].starts_with("construction"), "{plant}");
}

#[test]
fn words_quoted_inside_a_noun_phrase_are_not_all_that_is_said() {
    use crate::{Extractor, testing::article};
    let article = article("The number of the firm's “core technical staff” has fallen to seven, Kelvar Corp. said.");
    let mut extractor = Extractor::new();
    let record = extractor.extract(&article);
    let said = record.events.iter().find(|e| e.trigger.text == "said");
    let what = said.and_then(|e| e.what.as_deref()).unwrap_or_default();
    assert!(what.starts_with("The number of"), "{what}");
}
