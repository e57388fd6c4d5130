//! How reports phrase what happened: a day between auxiliary and verb, short names in brackets, examples between commas,
//! infinitives in a list, owners of what is done.

use super::tests::{events, places, tells};
use super::tests_arguments::{NOBODY, does, who};

#[test]
fn a_day_between_the_auxiliary_and_its_verb() {
    does("Amy Kuo was yesterday charged with theft.", &["patient Amy Kuo"]);
    does("Amy Kuo was on Monday charged with theft.", &["patient Amy Kuo"]);
    does(
        "Kelvar Corp was last week acquired by Lumeno Corp.",
        &["patient Kelvar Corp", "agent Lumeno Corp."],
    );
    does(
        "Kelvar Corp yesterday sued Lumeno Corp.",
        &["agent Kelvar Corp", "patient Lumeno Corp."],
    );
}

#[test]
fn a_short_name_in_brackets_is_where_the_name_is() {
    does("A former engineer at Kelvar Corp (KCC) was charged with theft.", NOBODY);
    does(
        "A former engineer at the country's largest chipmaker, Kelvar Corp (KCC), was charged with theft.",
        NOBODY,
    );
    does("Kelvar Corp (KCC) was charged with theft.", &["patient Kelvar Corp"]);
}

#[test]
fn a_school_is_founded_whoever_opens_it() {
    does(
        "Lindo University officially inaugurated the School of Optics on May 3.",
        &["agent Lindo University", "patient School of Optics"],
    );
    tells(
        "Lindo University officially inaugurated the School of Optics on May 3.",
        &["founding inaugurated Lindo University"],
    );
    tells(
        "Kelvar Corp opened a plant on May 3.",
        &["construction opened Kelvar Corp"],
    );
    tells(
        "Kelvar Corp plans to set up a chip plant in Lima.",
        &["construction plans to set up Kelvar Corp"],
    );
}

#[test]
fn what_a_noun_shows_is_no_event_of_it() {
    tells(
        "The opening of the plant indicated that a cluster is taking shape.",
        &[],
    );
    tells("The event marked the opening of the plant.", &["construction opening"]);
}

#[test]
fn who_is_put_on_a_list() {
    let added = "The Bureau of Trade is adding 36 firms, including Kelvar Corp, to its Entity List.";
    does(added, &["agent Bureau of Trade", "patient Kelvar Corp"]);
    does("Kelvar Corp was added to the Entity List.", &["patient Kelvar Corp"]);
    tells(
        "The Bureau of Trade removed 27 firms from its Unverified List.",
        &["restriction removed Bureau of Trade"],
    );
    tells("The Bureau of Trade removed two lines from its report.", &[]);
}

#[test]
fn goods_that_may_not_be_sold() {
    tells(
        "The Bureau of Trade blocked the sale of chip tools to Peru.",
        &["restriction blocked Bureau of Trade"],
    );
    tells(
        "The Bureau of Trade blocked the sale of chip designer Kelvar to Lumeno Corp.",
        &["acquisition blocked Bureau of Trade"],
    );
    does("Peru's export controls were tightened in July.", &["agent Peru"]);
    does("Export controls on Peru's ores were tightened in July.", NOBODY);
}

#[test]
fn shares_on_their_first_day() {
    tells(
        "Kelvar Technology slumped in its trading debut on Friday.",
        &["listing slumped in Kelvar Technology"],
    );
    tells("Kelvar Technology slumped in its debut film on Friday.", &[]);
    tells("Kelvar Corp changed hands at 2,100 yen.", &[]);
}

#[test]
fn amounts_and_highs_without_a_noun() {
    tells(
        "Kelvar Electronics posted $1.9 billion, up 8.2 percent.",
        &["result posted Kelvar Electronics"],
    );
    tells("Kelvar Electronics posted bail of $1.9 million.", &[]);
    tells(
        "Kelvar Corp hit a record high in monthly sales in May.",
        &["result hit Kelvar Corp"],
    );
}

#[test]
fn whom_they_met() {
    let met = who("Li Ming and Amy Kuo visited Lindo University. They met Luis Prado, president of Kelvar Group.");
    assert_eq!(met[1], ["participant Luis Prado", "agent Li Ming", "agent Amy Kuo"]);
    let met = who("Li Ming visited Lindo University. They met Luis Prado, president of Kelvar Group.");
    assert_eq!(met[1], ["participant Luis Prado", "agent Li Ming"]);
    tells("Over the years, I met all kinds of people.", &[]);
}

#[test]
fn one_of_several_infinitives() {
    tells(
        "The project is to start construction in May, begin operating in 2027 and reach full capacity in 2028.",
        &[
            "construction is to start",
            "construction begin operating",
            "production reach",
        ],
    );
    tells(
        "Sales will reach 3 million pieces in 2025, triple the level of 2022.",
        &["result will reach"],
    );
}

#[test]
fn terms_that_end() {
    tells(
        "The tenure of Amy Kuo as chairman will end on June 30.",
        &["appointment will end"],
    );
    tells("Amy Kuo, whose tenure ended in 2007, died on Monday.", &["death died"]);
}

#[test]
fn another_city_holds_a_ceremony_of_its_own() {
    let text = "On May 3, a signing ceremony was held in Wuhan. In the afternoon, Lima also held a signing ceremony.";
    assert_eq!(places(text), [["Wuhan"], ["Lima"]]);
    let text = "A signing ceremony was held in Wuhan. At the ceremony, six projects were signed.";
    assert_eq!(events(text).len(), 1);
}

#[test]
fn what_a_park_is_chosen_as() {
    tells(
        "Lindo Tech Park was selected as the winner of the prize.",
        &["award was selected as"],
    );
    tells(
        "Lindo Tech Park was selected as the site of the new plant.",
        &["construction was selected as the site of"],
    );
}

#[test]
fn words_joined_by_a_hyphen_are_no_verbs() {
    tells(
        "The Lindo Chip Conference is to create the best closed-door salon in the field.",
        &[],
    );
    tells("The Lindo Chip Conference closed on Monday.", &["meeting closed"]);
}

#[test]
fn what_an_event_sees_is_what_is_told() {
    tells(
        "The Lindo Tech Week began on May 3. The event witnessed the launching ceremony of major chip projects.",
        &["meeting began", "launch witnessed"],
    );
}

#[test]
fn all_of_a_list_between_dashes() {
    does(
        "The companies – Kelvar Corp, Lumeno Corp and Lindo Bank – have invested 7 billion yen in the venture.",
        &["agent Kelvar Corp", "agent Lumeno Corp", "agent Lindo Bank"],
    );
    does(
        "The plant – run by Kelvar Corp – was opened by Lumeno Corp on Monday.",
        &["agent Lumeno Corp"],
    );
}

#[test]
fn interest_without_a_figure_is_no_investment() {
    tells("The papers have attracted plentiful investment.", &[]);
    tells(
        "Wuhan attracted 3 billion yuan of investment in 2023.",
        &["investment attracted Wuhan"],
    );
}

#[test]
fn what_begins_is_neither_the_project_nor_the_meeting() {
    tells("The project will begin research on chips.", &[]);
    tells("The project will begin on Monday.", &["construction will begin"]);
}

#[test]
fn a_signing_that_takes_place() {
    let text = "The signing of the memorandum between Kelvar Corp and Lumeno Corp took place in Wuhan on May 3.";
    assert_eq!(who(text), [["agent Kelvar Corp", "agent Lumeno Corp"]]);
    assert_eq!(places(text), [["Wuhan"]]);
}

#[test]
fn bodies_that_join_others() {
    tells(
        "Kelvar Corp joined the World Chip Alliance on May 3.",
        &["agreement joined Kelvar Corp"],
    );
    tells("Kelvar Corp joined the celebrations on May 3.", &[]);
}

#[test]
fn only_whom_the_pronoun_means_has_come() {
    let came = who("Li Ming met with Amy Kuo, who attended the launching ceremony of the Lindo Centre on May 3.");
    assert_eq!(came[1], ["participant Amy Kuo"]);
}

#[test]
fn a_board_decides_for_its_company() {
    does(
        "In July, the Kelvar Corp board of directors approved an investment of 9 trillion won.",
        &["agent Kelvar Corp"],
    );
    does("Kelvar Corp board member Li Ming said sales fell.", &["agent Li Ming"]);
}

#[test]
fn a_list_goes_on_behind_what_a_body_owns() {
    does(
        "The round was led by Kelvar Bank's venture arm and Lumeno Capital.",
        &["agent Kelvar Bank", "agent Lumeno Capital"],
    );
}

#[test]
fn the_old_day_of_what_is_put_off() {
    assert_eq!(
        super::tests::when("The fair was postponed from September because of an outbreak."),
        [NOBODY]
    );
}

#[test]
fn firms_that_are_allowed_to_build() {
    does(
        "The ministry approved Kelvar Corp to set up a plant in Lima.",
        &["patient Kelvar Corp"],
    );
    tells("The ministry approved of Kelvar Corp.", &[]);
}

#[test]
fn who_gave_money_is_told_behind_the_round() {
    let round = "Vela Robotics raised 3 million yuan in May. The round saw participation from Kelvar Capital.";
    assert_eq!(who(round), [["agent Vela Robotics", "participant Kelvar Capital"]]);
}

#[test]
fn the_last_word_of_a_name_says_that_it_is_a_meeting() {
    tells(
        "The Wuhan Series of Chip Transfer Activities opened on Monday.",
        &["meeting opened"],
    );
    tells(
        "The Wuhan Series of Chip Transfer Activities with the theme of “Growth” opened at the Lindo Expo Centre.",
        &["meeting opened"],
    );
    tells("The Wuhan Series of Chip Transfer Tools opened on Monday.", &[]);
}

#[test]
fn figures_that_a_result_is_compared_with() {
    let text =
        "Exports jumped 6.7 percent in February, the sharpest rise since the 9.6 percent jump seen in October 2017.";
    assert_eq!(
        super::tests::linked(text, "figures", "figures", "text"),
        [["6.7 percent"]]
    );
    assert_eq!(super::tests::when(text), [["XXXX-02"]]);
}

#[test]
fn whose_workshop_was_inspected() {
    does(
        "Mayor Li Ming came to Kelvar Corp. on May 6 and inspected its workshop.",
        &["agent Li Ming", "participant Kelvar Corp."],
    );
    does(
        "Mayor Li Ming came to Lima on May 6 and inspected its workshop.",
        &["agent Li Ming"],
    );
}
