//! Wordings of the same occurrence: passives, named storms, quoted words, nouns told by a verb, phrases behind *began*.

use super::tests::{places, tells};
use super::tests_arguments::{does, who};

#[test]
fn what_a_plant_is_hit_by() {
    tells("The plant was hit by a fire on Friday.", &["disaster was hit"]);
    tells("The plant was hit by a customer on Friday.", &[]);
    assert_eq!(places("Fujian was struck by a typhoon.")[0], ["Fujian"]);
}

#[test]
fn storms_bear_the_names_of_nobody() {
    tells("Typhoon Hanna hit Fujian on Friday.", &["disaster hit"]);
    tells("On Friday, Hurricane Hanna killed two people.", &["disaster killed"]);
    tells("Amy Hanna killed two people.", &["death killed Amy Hanna"]);
}

#[test]
fn places_that_are_taken() {
    assert_eq!(places("Troops captured Goma on Friday.")[0], ["Goma"]);
    tells("Tourists captured Goma on film.", &[]);
}

#[test]
fn the_clause_begins_in_front_of_quoted_words() {
    tells(
        "Lumeno Corp called the step “unjustified” and said sales fell.",
        &["statement called Lumeno Corp", "statement said Lumeno Corp"],
    );
}

#[test]
fn nouns_told_by_their_verb_are_one_event() {
    does(
        "The acquisition of Lumeno Inc by Kelvar Technology was completed in May.",
        &["patient Lumeno Inc", "agent Kelvar Technology"],
    );
    assert_eq!(who("Construction of the fab was completed in May.").len(), 1);
}

#[test]
fn phrases_tell_more_than_their_last_verb() {
    tells(
        "Lumeno Corp shares began trading in Hong Kong on Monday.",
        &["listing began trading Lumeno Corp"],
    );
}

#[test]
fn bodies_founded_in_a_year() {
    does("Lumeno Corp, founded in 2014, makes chips.", &["patient Lumeno Corp"]);
    tells("Lumeno Corp, bought in 2014, makes chips.", &[]);
}

#[test]
fn family_names_that_are_words() {
    let said = who("Chief engineer Song Yiran spoke on Monday. “It is fine,” Song said.");
    assert_eq!(said[1], ["agent Song Yiran"]);
    let said = who("Dame Helena Marsh retired on Monday. “It is fine,” said Marsh.");
    assert_eq!(said[1], ["agent Helena Marsh"]);
}

#[test]
fn nobody_meets_where_goods_are_shipped() {
    let said = "Engineer Li Ming said the line has room for more.";
    let shipped = format!("Lumeno Corp shipped 3 million phones from its plant in Dalian on Friday. {said}");
    assert!(places(&shipped)[1].is_empty());
    let built = format!("Lumeno Corp broke ground on its plant in Dalian on Friday. {said}");
    assert_eq!(places(&built)[1], ["Dalian"]);
}

#[test]
fn what_is_not_done_is_no_event() {
    for text in [
        "Lumeno Corp decided not to build a plant in Lima.",
        "Lumeno Corp decided not to go public.",
        "Lumeno Corp announced no deal with Samsung.",
        "The officials met investors' expectations.",
        "Lumeno Corp went public with the matter.",
        "The team was born of need.",
        "Chips are priced according to Samsung models.",
    ] {
        tells(text, &[]);
    }
    tells(
        "Lumeno Corp signed no fewer than 30 contracts.",
        &["agreement signed Lumeno Corp"],
    );
}

#[test]
fn words_of_a_row_stand_behind_the_object() {
    tells(
        "The trustees put Amy Kuo, a teacher, in charge of the college.",
        &["appointment put"],
    );
    tells("The trustees put Amy Kuo at ease.", &[]);
    // a verb between them has words of its own
    tells("The trustees put Amy Kuo on the list, who was in charge.", &[]);
}

#[test]
fn an_infinitive_behind_and_shares_the_plan() {
    tells(
        "Kelvar Corp. plans to hire 90 people and to build a plant in Lima.",
        &[
            "labour plans to hire Kelvar Corp.",
            "construction to build Kelvar Corp.",
        ],
    );
    tells(
        "Kelvar Corp. wants to hire 90 people and to build a plant in Lima.",
        &[],
    );
}

#[test]
fn who_is_of_a_body_says_it() {
    tells(
        "The plan was read by Amy Kuo of Kelvar Corp., who said that it was late.",
        &["statement said Amy Kuo"],
    );
    tells(
        "The plan was read by Amy Kuo and Kelvar Corp., which said that it was late.",
        &["statement said Kelvar Corp."],
    );
}

#[test]
fn whom_a_delegation_calls_on_is_not_asked() {
    tells("A delegation called on the mayor on Monday.", &[]);
    tells(
        "Amy Kuo called on the mayor to resign.",
        &["statement called on Amy Kuo"],
    );
}

#[test]
fn a_pronoun_behind_a_circumstance_is_the_subject() {
    tells("In the two weeks to May 25 it drew 310 entries.", &["result drew"]);
    tells("In the two weeks to May 25 the rain drew 310 entries.", &[]);
}

#[test]
fn what_had_to_be_done_was_done() {
    tells(
        "The forum had to be called off on Monday.",
        &["meeting had to be called off"],
    );
    tells(
        "Kelvar Corp. was forced to close its plant in Lima on Monday.",
        &["other was forced to close Kelvar Corp."],
    );
    // what somebody may have to do is not done
    tells("Kelvar Corp. could be forced to close its plant in Lima.", &[]);
}

#[test]
fn words_with_a_hyphen_behind_a_verb() {
    tells(
        "The cabinet gave the go-ahead for two plants on Monday.",
        &["policy gave the go-ahead"],
    );
    tells(
        "The process has reached the world's advanced level.",
        &["research has reached the world's advanced level"],
    );
}

#[test]
fn where_a_meeting_is_that_is_called_off() {
    assert_eq!(places("A reception in Lima was called off on Monday."), [["Lima"]]);
    let nowhere: &[&str] = &[];
    let about = "A forum on Peru was called off on Monday.";
    assert_eq!(places(about)[0], nowhere);
}
