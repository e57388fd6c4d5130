//! Circumstances inside of phrases, what somebody had to do or used an occasion for, both ends of a way, and who is told of in
//! passing.

use super::tests::{events, places, tells, when};
use super::tests_arguments::{NOBODY, does, who};

const NOTHING: &[&str] = &[];

#[test]
fn a_circumstance_parts_a_verb_from_its_preposition() {
    let talks = "Li Ming and Amy Kuo sat down in Lima on May 6, 2021, for talks on chips.";
    assert_eq!(events(talks), ["meeting sat down Li Ming, Amy Kuo"]);
    assert_eq!(places(talks)[0], ["Lima"]);
    assert_eq!(when(talks)[0], ["2021-05-06"]);
    let hall = "Some 400 experts turned out on May 6, 2021 in Lima's Nakano Hall for the chip forum.";
    assert_eq!(places(hall)[0], ["Nakano Hall", "Lima"]);
    tells(
        "Li Ming spoke on Thursday by phone with Amy Kuo.",
        &["meeting spoke Li Ming"],
    );
    tells("The team will fly on Friday to Lima.", &["visit will fly"]);
    // another clause, another preposition
    tells("Li Ming sat down in Lima on Monday, and for talks he had no time.", &[]);
}

#[test]
fn what_somebody_had_to_do_was_done() {
    does(
        "Delta Corp was forced to lay off 300 workers on May 6.",
        &["agent Delta Corp"],
    );
    does("Delta Corp has had to lay off 300 workers.", &["agent Delta Corp"]);
    tells("Delta Corp would have had to lay off 300 workers.", &[]);
    tells("Even if Delta Corp had to lay off 300 workers, it would stay.", &[]);
    tells("Delta Corp was not forced to lay off 300 workers.", &[]);
}

#[test]
fn who_is_made_to_do_something_does_it() {
    let fire = "A fire broke out at a plant of Delta Corp on May 6, 2021, forcing the company to halt production.";
    assert_eq!(who(fire)[1], ["agent Delta Corp"]);
    assert_eq!(when(fire)[1], ["2021-05-06"]);
    tells(
        "A fire could break out at the plant, forcing Delta Corp to halt production.",
        &[],
    );
    tells(
        "Flooding caused the plant to halt production on May 6.",
        &["disaster caused", "production halt"],
    );
}

#[test]
fn an_occasion_is_used_to_do_something() {
    does("Delta Corp used the fair to unveil a new chip.", &["agent Delta Corp"]);
    tells("Delta Corp used a new method to unveil a new chip.", &[]);
    tells("Delta Corp did not use the fair to unveil a new chip.", &[]);
}

#[test]
fn a_way_has_two_ends() {
    let at = |text: &str| places(text)[0].clone();
    let road = "A bus crashed on the road between Lima and Cusco on May 6.";
    assert_eq!(at(road), ["Lima", "Cusco"]);
    assert_eq!(
        at("A line linking Lima and Cusco was opened on May 6."),
        ["Lima", "Cusco"]
    );
    assert_eq!(
        at("Work on the motorway from Lima to Cusco began on May 6."),
        ["Lima", "Cusco"]
    );
    assert_eq!(at("The deal between Peru and Chile was signed on May 6."), NOTHING);
    does(
        "The deal between Peru and Chile was signed on May 6.",
        &["agent Peru", "agent Chile"],
    );
}

#[test]
fn an_apposed_name_does_not_part_speaker_and_verb() {
    let told =
        |verb: &str| format!("Delta Corp will build a plant, the state's minister, Amy Kuo, {verb} on May 6, 2021.");
    assert_eq!(who(&told("announced"))[1], ["agent Amy Kuo"]);
    assert_eq!(when(&told("announced"))[1], ["2021-05-06"]);
    assert_eq!(who(&told("said"))[1], ["agent Amy Kuo"]);
    let none = "Delta Corp will build a plant, the state's minister, Amy Kuo, saw on May 6, 2021.";
    assert_eq!(events(none).len(), 1);
}

#[test]
fn a_later_hour_is_of_the_day_told_last() {
    let fire = "A fire broke out in Lima on May 6, 2021. ";
    let told = |text: &str| when(&format!("{fire}{text}"))[1].clone();
    assert_eq!(
        told("The cause was a short circuit, the bureau said later in the day."),
        ["2021-05-06"]
    );
    assert_eq!(
        told("Earlier in the day Li Ming had toured the plant of Delta Corp."),
        ["2021-05-06"]
    );
    assert_eq!(
        told("Earlier in the week Li Ming had toured the plant of Delta Corp."),
        NOTHING
    );
}

#[test]
fn an_organiser_told_in_passing_holds_the_meeting() {
    let fair = "The chip fair was held in Wuxi on May 6. ";
    let host = ["agent Delta Corp".to_owned()];
    assert_eq!(
        who(&format!("{fair}It drew 3,000 people, organiser Delta Corp said."))[0],
        host
    );
    assert_eq!(
        who(&format!("{fair}Delta Corp, the organiser of the fair, was pleased."))[0],
        host
    );
    assert_eq!(
        who(&format!("{fair}It drew 3,000 people, exhibitor Delta Corp said."))[0],
        NOBODY
    );
}

#[test]
fn founders_and_signatories_are_told_in_the_next_sentence() {
    let lab = "A laboratory for sensors was set up in Lima on May 6. ";
    let both = ["agent Delta Corp".to_owned(), "agent Lumeno Technology".to_owned()];
    assert_eq!(
        who(&format!("{lab}Its founders are Delta Corp and Lumeno Technology."))[0],
        both
    );
    assert_eq!(
        who(&format!(
            "{lab}Led by Delta Corp and Lumeno Technology, it has 30 staff."
        ))[0],
        both
    );
    assert_eq!(
        who(&format!("{lab}Its rivals are Delta Corp and Lumeno Technology."))[0],
        NOBODY
    );
    let accord = "An accord on chips was signed in Lima on May 6. ";
    let signed = format!("{accord}The text bears the signatures of Li Ming and Amy Kuo.");
    assert_eq!(who(&signed)[0], ["agent Li Ming", "agent Amy Kuo"]);
    let under = "Delta Corp and Lumeno Technology will share a line under an accord signed on May 6.";
    does(under, &["agent Delta Corp", "agent Lumeno Technology"]);
}

#[test]
fn whose_plant_is_toured_and_whom_an_inquiry_concerns() {
    does(
        "Minister Li Ming toured a plant run by Delta Corp on May 6.",
        &["agent Li Ming", "participant Delta Corp"],
    );
    does(
        "Police opened an inquiry into Delta Corp on May 6.",
        &["patient Delta Corp"],
    );
    does(
        "Police arrested Li Ming on a train into Peru on May 6.",
        &["patient Li Ming"],
    );
}

#[test]
fn a_venue_is_told_in_a_clause_on_the_meeting() {
    let fair = "The chip fair opened in Wuxi on May 6, 2021 at the expo, which fills six halls of the Lindo Exhibition Centre.";
    assert_eq!(places(fair)[0], ["Lindo Exhibition Centre", "Wuxi"]);
}

#[test]
fn a_call_has_no_place() {
    let call = "LIMA, May 6, 2021 (Xinhua) -- Li Ming spoke by phone with Amy Kuo about a plant near Cusco.";
    assert_eq!(places(call)[0], NOTHING);
}

#[test]
fn a_country_of_several_words_stands_in_a_dateline() {
    let text =
        "Attack\n\nLUBUMBASHI, Democratic Republic of Congo, 12 August 2025 -- Gunmen attacked a convoy on Monday.";
    assert_eq!(when(text)[0], ["2025-08-11"]);
    assert_eq!(who(text)[0], NOBODY);
}

#[test]
fn who_is_allowed_to_do_something_is_going_to() {
    let court = "A court gave Delta Corp the green light on May 6 to buy Lumeno Technology.";
    assert!(who(court).contains(&vec![
        "agent Delta Corp".to_owned(),
        "patient Lumeno Technology".to_owned()
    ]));
    tells(
        "Delta Corp won approval to build a plant.",
        &["policy won", "construction build Delta Corp"],
    );
    tells("Delta Corp won a prize to build a plant.", &["award won Delta Corp"]);
}

#[test]
fn the_city_is_that_of_the_dateline_and_no_hall() {
    let text = "Fair\n\nWUXI, May 12, 2025 -- A fair opened on Monday at the Lindo Convention Centre. The city will put 3 million yuan into it.";
    assert_eq!(who(text)[1], ["agent WUXI"]);
}

#[test]
fn a_decree_takes_effect_for_whoever_issued_it() {
    let text = "Peru imposed a duty on copper on May 6. The decree, signed by Luis Prado, takes effect on June 1.";
    assert_eq!(who(text)[1], ["agent Peru"]);
}

#[test]
fn the_source_stands_in_apposition() {
    does(
        "Fees will fall, according to the organiser, Delta Corp.",
        &["agent Delta Corp."],
    );
    does("Fees will fall, according to the organiser.", NOBODY);
}

#[test]
fn people_are_moved_to_posts_and_lines_are_not() {
    tells(
        "Li Ming was moved to the commerce department on May 6.",
        &["appointment was moved to"],
    );
    tells("The line was moved to the second hall on May 6.", &[]);
}

#[test]
fn who_had_no_choice_did_it() {
    does(
        "Delta Corp had no choice but to halt production on May 6.",
        &["agent Delta Corp"],
    );
    tells(
        "Water left the plant no option but to halt production on May 6.",
        &["production halt"],
    );
    tells("Delta Corp had a choice but to halt production was none.", &[]);
}

#[test]
fn whom_they_talked_to_spoke_for_a_body() {
    does(
        "Minister Li Ming held talks on May 6 with executives of Delta Corp.",
        &["agent Li Ming", "participant Delta Corp."],
    );
    does(
        "Minister Li Ming held talks on May 6 with friends of Delta Corp.",
        &["agent Li Ming"],
    );
}

#[test]
fn money_is_given_to_a_body() {
    does(
        "Peru will give 3 million yuan to Lima University.",
        &["agent Peru", "patient Lima University"],
    );
}

#[test]
fn nobody_is_it() {
    let text = "Delta Corp lost the case on May 6. Its lawyer, Amy Kuo, said it would build a plant.";
    assert_eq!(
        who(text).last().map(Vec::as_slice),
        Some(&["agent Delta Corp".to_owned()][..])
    );
}

#[test]
fn what_somebody_goes_on_to_is_no_noun() {
    tells(
        "Li Ming met Amy Kuo. Prado Salas travels on to Lima on May 6.",
        &["meeting met Li Ming", "visit travels on to Prado Salas"],
    );
}
