//! Words that look like an event and tell none.

use super::tests::tells;

const NOTHING: &[&str] = &[];

#[test]
fn nouns_that_look_like_verbs() {
    tells("Japan seeks to bypass US sanctions.", NOTHING);
    tells("The firm grew amid U.S. bans.", NOTHING);
    tells("The two sides had in-depth exchanges on industry.", NOTHING);
    tells("The rules hold in multiple U.S. states and Washington.", NOTHING);
    tells("The ministry will start soliciting public comments on a plan.", NOTHING);
    tells("The army noted the group's claims of victory.", &["statement noted"]);
    tells("The US sanctions Intel.", &["restriction sanctions US"]);
    tells(
        "Intel raised its 2024 sales forecast to $53 million.",
        &["result raised Intel"],
    );
    tells("There were 6 signed projects at the fair.", NOTHING);
    tells("He knew a campus noted for its school of optics.", NOTHING);
}

#[test]
fn what_is_usual_or_only_told_apart() {
    tells("The fund invests in chip firms.", NOTHING);
    tells("Firms that win prizes get money.", NOTHING);
    tells("The line can make 3,000 wafers once put into mass production.", NOTHING);
    tells(
        "Profit was 5 million yuan in May, Intel said in a report published on Friday.",
        &["result was", "statement said Intel"],
    );
    tells(
        "The firm will use it for improving products, hiring engineers and travel.",
        NOTHING,
    );
    tells("Lanzhou boasts 12 universities.", NOTHING);
    tells("Analysts had expected a profit of 6 million euros.", NOTHING);
}

#[test]
fn what_stands_inside_a_quotation_is_said_once() {
    tells(
        "“They felt it. They said the lights went out,” said John Miro.",
        &["statement said John Miro"],
    );
    // the marks of another quotation
    tells(
        "“It is late,” said John Miro. Amy Kuo said it was “very late”.",
        &["statement said John Miro", "statement said Amy Kuo"],
    );
}

#[test]
fn a_strike_of_workers_is_no_attack() {
    tells(
        "The union launched a strike at a plant on Wednesday.",
        &["labour launched"],
    );
    tells("The army launched a strike on the town.", &["conflict launched"]);
}
