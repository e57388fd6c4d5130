//! Words that look like an event and tell none.

use super::tests::{events, tells};

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
fn participles_that_say_which_one_is_meant() {
    tells("The projects signed include four plants.", NOTHING);
    tells(
        "Nine projects signed on Monday include four plants.",
        &["agreement signed"],
    );
    tells(
        "About 44 projects were signed on Monday. The 44 projects signed at the event cover chips.",
        &["agreement were signed"],
    );
    tells(
        "About 44 projects were signed on Monday. The 12 projects signed at the event cover chips.",
        &["agreement were signed", "agreement signed"],
    );
}

#[test]
fn what_is_told_already() {
    tells(
        "“It is late,” said John Miro. His remarks were made at a forum in Lima.",
        &["statement said John Miro"],
    );
    tells(
        "The remarks were made by John Miro at a forum.",
        &["statement were made John Miro"],
    );
    tells(
        "A number of parks were unveiled, and about 3 percent of them are new.",
        NOTHING,
    );
}

#[test]
fn captions() {
    let report = "Fair opens\n\nA chip fair opened in Lima on Monday.\n\n";
    let captions = [
        "Photo shows a contract signed by Intel at a forum.",
        "Visitors see a forum held in Quito. [Photo/Kelvar]",
    ];
    for caption in captions {
        tells(&format!("{report}{caption}\n"), &["meeting opened"]);
    }
    // a paragraph with brackets of another kind
    tells(
        &format!("{report}Intel signed a contract with Samsung (and others)\n"),
        &["meeting opened", "agreement signed Intel"],
    );
    tells(
        &format!("{report}Intel signed a contract with Samsung (image sensors)\n"),
        &["meeting opened", "agreement signed Intel"],
    );
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

#[test]
fn an_order_in_which_a_court_does_it_is_no_policy() {
    tells(
        "The judge denied the motion in a sealed order issued on Monday, Amy Kuo said.",
        &["legal denied", "statement said Amy Kuo"],
    );
    tells(
        "The judge denied the motion, and an order issued on Monday names them, Amy Kuo said.",
        &["legal denied", "policy issued", "statement said Amy Kuo"],
    );
}

#[test]
fn what_is_usual_meant_or_shown_is_no_event() {
    for text in [
        "The plant is targeted to use the new process.",
        "Kelvar Corp. is widely recognized as a global leader in chips.",
        "Kelvar Corp. is conducting a search for a new finance chief.",
        "Luis Prado (left), chairman of Kelvar Corp., smiles.",
        "Inaugurated in 1991, the festival has grown into one of the largest.",
        "The park supports projects that have signed contracts with universities.",
        "Companies that have built a plant in the zone can apply for support.",
    ] {
        assert!(events(text).is_empty(), "{text}: {:?}", events(text));
    }
    // these companies did
    tells(
        "Two companies that have built a plant in Lima met.",
        &["construction have built"],
    );
    tells("Luis Prado left Kelvar Corp. in May.", &["appointment left Luis Prado"]);
    tells(
        "Wuxi ranked third, according to a report released on Friday.",
        &["result ranked", "statement according to"],
    );
}

#[test]
fn what_is_proposed_and_what_tops_out() {
    tells(
        "Luis Prado proposed that the two sides jointly build a plant in Lima.",
        &["statement proposed Luis Prado"],
    );
    tells(
        "The second phase, with an investment of 60 billion yuan, topped out in August and is expected to open in May.",
        &["construction topped out", "construction is expected to open"],
    );
}

#[test]
fn what_a_plan_proposes_to_support_is_not_announced() {
    tells("The plan proposes to support the construction of a base.", &[]);
    tells(
        "Kelvar Corp proposes the construction of a fab in Lima.",
        &["construction proposes Kelvar Corp"],
    );
}
