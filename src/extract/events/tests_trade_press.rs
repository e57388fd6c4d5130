//! How trade press and agencies tell takeovers, orders, trials, staff, rounds, bans, foundings, launches and studies.

use super::tests::tells;
use super::tests_arguments::does;

#[test]
fn a_participle_with_an_object_stands_behind_its_noun() {
    tells(
        "A foundation bearing the name of Luis Prado has been set up in Lima.",
        &["founding has been set up"],
    );
    tells("A foundation bearing has been lost in Lima.", &[]);
}

#[test]
fn a_sum_is_paid_for_a_firm() {
    let bought = "Torvane Holdings bought Lumeno Corp. in March. Torvane Holdings paid $300 million for the company.";
    tells(
        bought,
        &[
            "acquisition bought Torvane Holdings",
            "acquisition paid Torvane Holdings",
        ],
    );
    tells("Torvane Holdings paid $300 million for the party.", &[]);
    tells("Torvane Holdings paid $300 million to the company.", &[]);
}

#[test]
fn trials_of_drugs_are_none_of_a_court() {
    tells("Clinical trials of the vaccine began on Monday.", &["research began"]);
    tells("The trial of Luis Prado began on Monday.", &["legal began"]);
}

#[test]
fn what_studies_find_is_research() {
    tells(
        "A study by Lima University found that bees prefer blue.",
        &["research found"],
    );
    tells("The study was found in a drawer.", &[]);
}

#[test]
fn firms_are_chosen_and_beaten() {
    does(
        "Kelvar Technology was chosen to supply brakes.",
        &["patient Kelvar Technology"],
    );
    tells("The song was chosen to please.", &[]);
    tells(
        "Kelvar Technology beat four rivals to the contract.",
        &["agreement beat Kelvar Technology"],
    );
}

#[test]
fn fighting_is_reported_somewhere() {
    tells(
        "Heavy shelling was reported near Lima on Sunday.",
        &["conflict was reported near"],
    );
    tells("Unicef reports violence against children.", &[]);
}
