//! Prices, results and what analysts make of them.

use super::tests::tells;

#[test]
fn what_analysts_make_of_a_share() {
    tells(
        "Lumeno Inc. downgraded Kelvar Corp. to neutral.",
        &["statement downgraded Lumeno Inc."],
    );
    tells("Lumeno Inc. upgraded its capacity to sell more chips.", &[]);
    tells(
        "Lumeno Inc. initiated coverage of Kelvar Corp. on Monday.",
        &["statement initiated coverage of Lumeno Inc."],
    );
}

#[test]
fn growth_without_a_figure() {
    tells("Mobile revenues grew because of more ads.", &["result grew"]);
    tells("Demand grew because of more ads.", &[]);
    tells("They left as revenues grew.", &[]);
}

#[test]
fn participles_that_move_a_price() {
    tells(
        "The outlook was poor, sending Kelvar Corp. shares down 5 percent.",
        &["market sending Kelvar Corp."],
    );
    tells("The outlook was poor, sending Kelvar Corp. shares to the board.", &[]);
    tells(
        "Steel stocks outperformed, rising 2 percent as a group.",
        &["market rising"],
    );
    tells("Steel stocks will outperform, rising 2 percent as a group.", &[]);
}

#[test]
fn a_headline_without_its_verb() {
    tells("Oil prices up 2% on supply fears", &["market up"]);
    tells("Oil prices up on supply fears", &[]);
}

#[test]
fn headlines_of_dividends_and_of_plurals() {
    tells("Kelvar Corp. cuts dividend", &["result cuts Kelvar Corp."]);
    tells("Chip Sales Grow 18 Percent", &["result Grow"]);
}

#[test]
fn heights_of_a_share_and_levels_at_the_end_of_a_period() {
    tells(
        "Kelvar Corp. hit a 52-week high on Monday.",
        &["market hit Kelvar Corp."],
    );
    tells("Kelvar Corp. hit a high note on Monday.", &[]);
    tells(
        "Kelvar Corp. ended the quarter with 109 million subscribers.",
        &["result ended Kelvar Corp."],
    );
    tells("Kelvar Corp. ended the trial with 109 million users.", &[]);
    tells("The euro bought $1.18 on Monday.", &["market bought"]);
}
