//! Days between a noun and what it is of, openings of meetings, and *it* for a plant that somebody builds.

use super::tests::tells;

#[test]
fn a_day_may_part_a_noun_from_its_object() {
    tells(
        "The event marked the opening on Monday of the new plant.",
        &["construction opening"],
    );
    // what stands behind the place is not of the noun
    tells("The event marked the opening on Monday with the new plant.", &[]);
}

#[test]
fn the_opening_of_a_meeting() {
    tells("Monday saw the opening of the sensor fair.", &["meeting opening"]);
    tells("Monday saw the opening of the sensor plant.", &["construction opening"]);
    tells("Monday saw the opening of the parcel.", &[]);
}

#[test]
fn it_is_the_plant_that_somebody_builds() {
    tells(
        "Delta Corp is building a factory in Lima. It will open in May 2027.",
        &["construction is building Delta Corp", "construction will open"],
    );
    tells(
        "Delta Corp is showing a film in Lima. It will open in May 2027.",
        &["launch is showing Delta Corp"],
    );
}

#[test]
fn a_second_participle_of_a_passive() {
    tells(
        "The plan was reviewed and adopted on Monday.",
        &["policy was reviewed and adopted"],
    );
    tells("Standards are maintained and published by Delta Corp.", &[]);
    tells("She was born and raised in Lima.", &[]);
    // active, and with an object of its own
    tells("The plan was reviewed and adopted children.", &[]);
    tells(
        "Mayor Li Ming visited and inspected Delta Corp on Monday.",
        &["visit inspected Li Ming"],
    );
}

#[test]
fn it_is_the_plant_in_passives_too() {
    tells(
        "Kelvar Corp is building a fab in Lima. It was bought by Lumeno Inc in May.",
        &[
            "construction is building Kelvar Corp",
            "acquisition was bought Lumeno Inc",
        ],
    );
}
