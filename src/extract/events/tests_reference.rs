//! Who and what is meant: relative clauses, definite descriptions, bodies named before, speakers that go on.

use super::tests::{places, tells, when};
use super::tests_arguments::who;

#[test]
fn what_tells_which_one_is_meant_ends_in_front_of_the_verb() {
    tells(
        "A new chip that will double the speed of phones was unveiled by Kelvar Corp on Monday.",
        &["launch was unveiled Kelvar Corp"],
    );
    // the verb of the sentence is yet to come
    tells("Firms that buy chips made in Peru will pay more.", &[]);
    // *that* behind a saying opens what is said
    tells(
        "Luis Prado said on Monday that the plant was good.",
        &["statement said Luis Prado"],
    );
}

#[test]
fn who_behind_a_post_is_the_one_who_holds_it() {
    let text = "Luis Prado, secretary of the Chip Union, who called for a strike, left.";
    assert_eq!(who(text)[0], ["agent Luis Prado"]);
}

#[test]
fn a_plant_makes_things_not_the_zone_it_lies_in() {
    let text = "Kelvar Corp will build a plant in the Lindo High-tech Zone that will turn out 3,000 wafers.";
    assert!(!who(text).concat().iter().any(|one| one.contains("Zone")));
}

#[test]
fn people_in_general_do_nothing() {
    tells("Lima is where you find people who have taped out chips.", &[]);
    tells("Luis Prado, who has died, was a minister.", &["death has died"]);
}

#[test]
fn companies_told_of_by_what_they_are() {
    let text = "Kelvar Corp won a prize. The five-year-old company opened a plant.";
    assert_eq!(who(text)[1], ["agent Kelvar Corp"]);
    let text = "Kelvar Corp makes machines. Sales came in at 4 million euros in May, the Lima-based group reported.";
    assert_eq!(who(text)[0], ["agent Kelvar Corp"]);
}

#[test]
fn the_association_is_the_one_named_so_far() {
    let text = "The Lima Chip Association elected a board. The association signed an agreement with the Quito Optics Association.";
    assert!(who(text)[1].contains(&"agent Lima Chip Association".to_string()));
}

#[test]
fn shares_are_no_courts() {
    let text = "Kelvar Corp appealed. The Lima District Court threw out the claim of Kelvar Corp. Its stock fell 3%.";
    assert_eq!(who(text).last().unwrap(), &["agent Kelvar Corp"]);
}

#[test]
fn a_case_against_the_company() {
    let text = "A fire hit a plant of Kelvar Corp on Monday. Police registered a case against the company and detained manager Luis Prado.";
    assert_eq!(who(text)[1], ["patient Kelvar Corp"]);
}

#[test]
fn lists_behind_an_introduction() {
    let text = "At the forum held in Lima, the Ministry of Trade and the Ministry of Labour signed an agreement.";
    let both = ["agent Ministry of Trade", "agent Ministry of Labour"];
    assert_eq!(who(text).last().unwrap(), &both);
}

#[test]
fn the_two_sides_of_the_paper() {
    let text = "Under a memorandum between Kelvar Corp and Lumeno Corp, the two sides will build a plant in Lima.";
    assert_eq!(who(text)[0], ["agent Kelvar Corp", "agent Lumeno Corp"]);
}

#[test]
fn what_is_compared_with_is_no_event() {
    let text = "Kelvar Corp won orders for 26 machines on Monday, more than the firm sold in 2023.";
    tells(text, &["agreement won Kelvar Corp"]);
    assert_eq!(
        when("Kelvar Corp won orders for 26 machines, more than it sold in 2023.")[0].len(),
        0
    );
    // *other than* compares nothing
    tells(
        "Parties other than the union have signed an agreement.",
        &["agreement have signed"],
    );
}

#[test]
fn what_somebody_takes_a_figure_to_be() {
    tells(
        "Kelvar Corp put the loss at $3 million.",
        &["statement put Kelvar Corp"],
    );
    tells("Kelvar Corp put its plant in Lima at risk.", &[]);
    tells("It was a loss estimated at $3 million.", &[]);
}

#[test]
fn judgements() {
    tells("Luis Prado called the ruling flawed.", &["statement called Luis Prado"]);
    tells("Luis Prado called the police.", &[]);
}

#[test]
fn guests_are_told() {
    tells(
        "Luis Prado reported to the guests that the plant was good.",
        &["statement reported to Luis Prado"],
    );
    tells("Luis Prado reported to the police.", &[]);
}

#[test]
fn deaths_in_an_accident_are_the_accident() {
    tells("Two workers died in an explosion on Monday.", &["disaster died"]);
    tells("Luis Prado died in a crash on Monday.", &["death died"]);
    tells(
        "Two people were killed in a shooting on Monday.",
        &["death were killed"],
    );
}

#[test]
fn cities_that_open_a_sentence() {
    assert_eq!(places("In Lima, the Ministry of Trade said it was fine.")[0], ["Lima"]);
    assert!(places("In Peru, the Ministry of Trade said chips sell well.")[0].is_empty());
    let text = "Workers walked out on Monday, while in Lima the Senate passed a law.";
    assert_eq!(places(text)[1], ["Lima"]);
    let text = "A lab in Quito has sold chips for years, and Kelvar Corp opened a plant in Lima.";
    assert_eq!(places(text).last().unwrap(), &["Lima"]);
}

#[test]
fn speakers_go_on_and_successors_follow() {
    let text = "Luis Prado told a briefing in Lima. He said the plant was good.";
    assert_eq!(places(text)[1], ["Lima"]);
    let text = "Luis Prado will step down on December 31, 2024. He will be succeeded by Amy Kuo.";
    assert_eq!(when(text)[1], ["2024-12-31"]);
}

#[test]
fn working_with_the_police_is_no_agreement() {
    tells("Kelvar Corp was cooperating with the authorities.", &[]);
    tells(
        "Kelvar Corp is cooperating with Lumeno Corp on chips.",
        &["agreement is cooperating with Kelvar Corp"],
    );
}

#[test]
fn stops_of_a_visit_have_their_own_day_and_place() {
    let text = "From May 12 to 14, 2025, a delegation led by Luis Prado visited Peru.\n\n\
                On May 12, Luis Prado visited Kelvar Corp in Lima. Amy Kuo, its chairwoman, said exports were good.\n\n\
                In the afternoon, the delegation visited Lumeno Corp.";
    let days = when(text);
    assert_eq!(days[2], ["2025-05-12"]);
    assert_eq!(places(text)[2], ["Lima"]);
    assert_eq!(days[3], ["2025-05-12"]);
}

#[test]
fn what_the_new_ways_of_telling_do_not_tell() {
    for text in [
        "Peru registered 3,000 cases of dengue on Monday.",
        "The union and Kelvar Corp settled a pay dispute.",
        "Companies meet the standards of the forum.",
        "The council dropped a plan to close the plant in Lima.",
        "Kelvar Corp put up a plant in Ohio for sale.",
        "The government pushed back against the summit's declaration.",
        "Luis Prado walked into a police station in Lima.",
        "Peru put interest rates at 3 percent.",
        "The drug goes to trial in June with 300 patients.",
        "The court dismissed reporters from the room.",
    ] {
        tells(text, &[]);
    }
    tells(
        "Protesters gathered in Lima ahead of the summit on Monday.",
        &["conflict gathered"],
    );
    tells(
        "A fire broke out at a plant on Monday. Three people were killed in the fire.",
        &["disaster broke out"],
    );
}

#[test]
fn what_is_handed_on_stays_among_those_it_concerns() {
    let text = "Luis Prado will step down as chief executive of Kelvar Corp on June 30, 2024. Ana Pell will become chairman of Lumeno Inc.";
    assert!(when(text)[1].is_empty());
    let text = "Luis Prado visited Lima on May 3, 2024. Kelvar Corp held its annual meeting on May 3, 2024.";
    assert!(places(text)[1].is_empty());
    let text = "Kelvar Corp ordered 50 planes from Intel on Monday. Lumeno Corp ordered 50 planes from Nokia.";
    assert_eq!(who(text).len(), 2);
    let text = "China has approved the deal. Profit rose 5 percent in May.";
    assert!(places(text).last().unwrap().is_empty());
}

#[test]
fn the_company_is_not_its_parent() {
    let fine = "In August 2023, the company was fined 230,000 yuan.";
    let text = format!("Kelvar Corp closed a plant. Shares of its parent, Lumeno Group, fell 6 percent. {fine}");
    assert_eq!(who(&text).last().unwrap(), &["patient Kelvar Corp"]);
    let text = format!("Kelvar Corp closed a plant. Shares of Lumeno Group fell 6 percent. {fine}");
    assert_eq!(who(&text).last().unwrap(), &["patient Lumeno Group"]);
}

#[test]
fn the_output_of_the_city_is_no_governments() {
    let issued = "Wuxi likes chips. The Wuxi Municipal Government issued a plan in May.";
    let text = format!("{issued} By 2027 the revenue of the city's chip industry will exceed 100 billion yuan.");
    let nobody: &[&str] = &[];
    assert_eq!(who(&text).last().unwrap(), nobody);
    assert_eq!(places(&text).last().unwrap(), &["Wuxi"]);
    let text = format!("{issued} Kelvar Corp reported a profit of 3 million yuan. Revenue rose 5 percent.");
    assert_eq!(who(&text).last().unwrap(), &["agent Kelvar Corp"]);
}

#[test]
fn a_signing_is_where_its_ceremony_was() {
    let signed = "LIMA, May 3, 2024 -- Kelvar Corp and Lumeno Inc signed an agreement on Tuesday.";
    let said = format!("{signed} Luis Prado said at the signing ceremony in Cusco that it was good.");
    assert_eq!(places(&said)[0], ["Cusco"]);
    let said = format!("{signed} Luis Prado said in Cusco that it was good.");
    assert_eq!(places(&said)[0], ["LIMA"]);
}

#[test]
fn teams_and_what_nobody_told_of() {
    let who = |text: &str| super::tests_arguments::who(text).pop().unwrap();
    assert_eq!(
        who("Mayor Li Ming led officials to inspect Kelvar Corp. The team then inspected Intel."),
        ["agent Li Ming", "participant Intel"]
    );
    // somebody else's
    assert_eq!(
        who("Kelvar Corp. opened a park. The operator of a chip project signed up to settle in Lima."),
        super::tests_arguments::NOBODY
    );
}
