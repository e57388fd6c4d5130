//! Who stands behind a noun that names nobody: *by chip makers, including Kelvar*, *by a delegation from Kelvar*, *most foundries*.

use super::tests_arguments::{NOBODY, does, who};

#[test]
fn who_came_is_told_by_examples() {
    does(
        "The forum was attended by leading chip companies, including Kelvar Corp., Lumeno Ltd. and Torvane Ltd.",
        &[
            "participant Kelvar Corp.",
            "participant Lumeno Ltd.",
            "participant Torvane Ltd.",
        ],
    );
    does(
        "The forum was attended by representatives from Kelvar Corp. and Lumeno Ltd.",
        &["participant Kelvar Corp.", "participant Lumeno Ltd."],
    );
    // what includes them is no crowd
    does(
        "The forum was attended by an audience in cities including Lima.",
        NOBODY,
    );
}

#[test]
fn who_visits_is_told_by_the_delegation() {
    let visit = |told: &str| who(&format!("Lima University was visited by {told}.")).remove(0);
    let host = "participant Lima University";
    assert_eq!(
        visit("a delegation from Kelvar Corp. on May 3, 2022"),
        [host, "agent Kelvar Corp."]
    );
    assert_eq!(
        visit("a delegation of Kelvar Corp. consisting of Amy Kuo, president, and Luis Prado"),
        [host, "agent Kelvar Corp.", "agent Amy Kuo", "agent Luis Prado"]
    );
    assert_eq!(visit("a delegation led by Amy Kuo"), [host, "agent Amy Kuo"]);
    // another one
    assert_eq!(visit("the commander of the Lindo Army"), [host]);
}

#[test]
fn hosts_of_one_passive() {
    does(
        "The forum was directed by the Ministry of Trade, hosted by Kelvar Group, organized by Lima University, and supported \
         by the Lindo Institute.",
        &[
            "agent Ministry of Trade",
            "agent Kelvar Group",
            "agent Lima University",
            "agent Lindo Institute",
        ],
    );
    // the unit is meant, and not the body that it is of
    does(
        "The forum was hosted by Kelvar Group's Chip Department and Lima University.",
        &["agent Chip Department", "agent Lima University"],
    );
    assert!(who("The film was directed by Amy Kuo.").is_empty());
}

#[test]
fn results_of_others_are_not_those_of_the_body_told_of() {
    let second = |told: &str| who(&format!("Kelvar Corp. saw revenue rise 3% in May. {told}")).remove(1);
    assert!(second("Most of the foundries will post lower revenue in June.").is_empty());
    assert!(second("Many analysts will post lower revenue in June.").is_empty());
    assert_eq!(second("Sales to companies fell 5% in June."), ["agent Kelvar Corp."]);
}

#[test]
fn who_signs_is_not_what_the_paper_is_to_help() {
    does(
        "Kelvar Corp. and Lumeno Ltd. signed an agreement to promote trade between Lima and Oslo.",
        &["agent Kelvar Corp.", "agent Lumeno Ltd."],
    );
    does(
        "An agreement was signed between Kelvar Corp. and Lumeno Ltd.",
        &["participant Kelvar Corp.", "participant Lumeno Ltd."],
    );
    does(
        "Kelvar Corp. signed the agreement with Luis Prado, the Lima head of sales at Lumeno Ltd.",
        &[
            "agent Kelvar Corp.",
            "participant Luis Prado",
            "participant Lumeno Ltd.",
        ],
    );
}

#[test]
fn who_spoke_and_where_somebody_went_are_whole_lists() {
    does(
        "The forum opened with remarks by Amy Kuo and Luis Prado.",
        &["participant Amy Kuo", "participant Luis Prado"],
    );
    does(
        "Amy Kuo visited the Optics Centre at Lima University and the Lindo Academy of Sciences.",
        &[
            "agent Amy Kuo",
            "participant Optics Centre",
            "participant Lindo Academy of Sciences",
        ],
    );
    // what was done there by somebody else
    does(
        "Amy Kuo visited Lima University, and Kelvar Corp. opened a plant.",
        &["agent Amy Kuo", "participant Lima University"],
    );
}

#[test]
fn a_centre_is_not_the_ministrys() {
    let text = "Lima won approval from the Ministry of Science. The chip center will focus on optics. It is expected to set up \
                two platforms by 2030.";
    assert!(who(text).concat().iter().all(|told| !told.contains("Ministry")));
    // but the company's
    let text = "Kelvar Corp. got a loan. The chip center will focus on optics. It will open two plants by 2030.";
    assert_eq!(who(text).last().unwrap(), &["agent Kelvar Corp."]);
}
