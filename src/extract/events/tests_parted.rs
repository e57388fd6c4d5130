//! Words that their object parts, and who, when and where of strikes, prizes, posts and plants told in passing.

use super::tests::{places, tells, when};
use super::tests_arguments::{NOBODY, does, who};

#[test]
fn an_object_parts_the_words_of_a_phrase() {
    does("Police took Li Ming into custody on May 6.", &["patient Li Ming"]);
    does(
        "A court declared Delta Corp bankrupt on May 6.",
        &["patient Delta Corp"],
    );
    tells(
        "The storm forced 300 people from their homes on May 6.",
        &["disaster forced"],
    );
    tells("The team put the new line into operation on May 6.", &["launch put"]);
    // moved nowhere, his what, another noun
    tells("The bus will go back into town on May 6.", &[]);
    tells("He took his online shop to Peru on May 6.", &[]);
    tells("The firm put the agency in the shade.", &[]);
}

#[test]
fn what_is_not_denied_is_said() {
    does("Governor Li Ming did not rule out a second step.", &["agent Li Ming"]);
    tells("Governor Li Ming did not praise the second step.", &[]);
}

#[test]
fn a_prize_is_given_to_somebody() {
    does(
        "President Li Ming presented the Gold Medal to Amy Kuo on May 6.",
        &["agent Li Ming", "patient Amy Kuo"],
    );
}

#[test]
fn the_organiser_told_later_holds_the_meeting() {
    let fair = "The chip fair was held in Wuxi on May 6. ";
    does(
        &format!("{fair}The organiser, Delta Corp, has praised the city."),
        &["agent Delta Corp"],
    );
    does(&format!("{fair}The winner, Delta Corp, has praised the city."), NOBODY);
}

#[test]
fn her_team_is_that_of_the_person_named_last() {
    let told = |thing: &str| who(&format!("Amy Kuo won the Gold Medal. {thing} has developed a chip."));
    assert_eq!(told("Her team")[1], ["agent Amy Kuo"]);
    assert_eq!(told("A rival team of engineers")[1], NOBODY);
}

#[test]
fn a_plant_is_of_whom_it_belongs_to() {
    does(
        "The plant, which belongs to Delta Corp, will open in May 2027.",
        &["agent Delta Corp"],
    );
    does("The plant, which lies near Delta Corp, will open in May 2027.", NOBODY);
}

#[test]
fn years_of_a_post_are_not_when_its_holder_dies() {
    let text = "Li Ming, a minister from 1995 to 2002, passed away on May 6, 2025.";
    assert_eq!(when(text)[0], ["2025-05-06"]);
    let text = "From 1995 to 2002, Delta Corp built three plants.";
    assert_eq!(when(text)[0], ["1995/2002"]);
}

#[test]
fn a_strike_is_where_headline_and_dateline_say() {
    let strike = |title: &str| {
        let text =
            format!("{title}\n\nLIMA, May 6, 2025 -- Some 300 workers at the plant of Delta Corp downed tools.\n");
        (places(&text), who(&text))
    };
    let (place, by) = strike("Workers at Lima plant down tools");
    assert_eq!(place.last().unwrap(), &["Lima"]);
    assert_eq!(by.last().unwrap(), &["participant Delta Corp"]);
    let (place, _) = strike("Workers at cable plant down tools");
    assert_eq!(place.last().unwrap(), &["Lima"; 0]);
}

#[test]
fn a_price_is_sent_somewhere() {
    tells("The ban sent the yen to 148.2 per dollar on May 6.", &["market sent"]);
    tells("He sent 3 million pounds to Peru on May 6.", &[]);
}
