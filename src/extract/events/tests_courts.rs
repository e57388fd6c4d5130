//! Courts, accidents and those in office, as local news tells of them: joint passives, victims without a name, long posts, orders.

use super::tests::{events, places, tells, when};
use super::tests_arguments::{NOBODY, does, who};

/// One of the events starts so: its type and its trigger.
fn has(text: &str, start: &str) -> bool {
    events(text).iter().any(|event| event.starts_with(start))
}

#[test]
fn a_second_participle_shares_the_passive() {
    let both = |text: &str| assert_eq!(who(text), [["patient Luis Prado"], ["patient Luis Prado"]], "{text}");
    both("Luis Prado was arrested on May 3, 2022 and charged with theft.");
    both("Luis Prado has been arrested and charged.");
    both("Luis Prado was found guilty and sentenced to five years.");
    both("Luis Prado was elected in May and appointed chairman.");
    assert_eq!(who("Luis Prado was arrested, charged and released on bail.").len(), 3);
    does("Luis Prado was tried and sentenced to death.", &["patient Luis Prado"]);
    tells(
        "Kelvar Corp was founded in 2010 and acquired by Lumeno Inc.",
        &["founding was founded", "acquisition acquired Lumeno Inc."],
    );
    // what he does himself, or has an object, is active
    let text = "Luis Prado was elected in May and appointed Amy Kuo chairman.";
    assert_eq!(who(text)[1], ["agent Luis Prado", "patient Amy Kuo"]);
    tells(
        "Luis Prado was arrested on Monday and resigned on Tuesday.",
        &["legal was arrested", "appointment resigned Luis Prado"],
    );
    // nor has it happened where the first has not
    tells("Luis Prado could be arrested and charged.", &[]);
    tells("Luis Prado was not arrested and charged.", &[]);
    assert!(!has("She was born and raised in Lima.", "production"));
}

#[test]
fn what_stands_between_a_post_and_its_holder() {
    let met = ["agent Amy Kuo", "participant Luis Prado"];
    does("Governor Amy Kuo met Secretary of State Luis Prado on Monday.", &met);
    does(
        "Governor Amy Kuo met US Ambassador to Ghana Luis Prado on Monday.",
        &met,
    );
    does(
        "Governor Amy Kuo met the president of the Lima Club, Luis Prado, on Monday.",
        &met,
    );
    does(
        "Governor Amy Kuo held talks with Minister of Trade Luis Prado on Monday.",
        &met,
    );
    does(
        "Governor Amy Kuo held talks with US Ambassador to Ghana Luis Prado on Monday.",
        &met,
    );
    does(
        "Police arrested Secretary of State Luis Prado on Monday.",
        &["patient Luis Prado"],
    );
    // who speaks is not met
    assert!(
        !who("Governor Amy Kuo met the president of the Lima Club, Luis Prado said.")
            .concat()
            .contains(&"participant Luis Prado".to_string())
    );
}

#[test]
fn victims_without_a_name() {
    tells("A 40-year-old man has died in Leeds.", &["death has died"]);
    tells("The patient died on Monday.", &["death died"]);
    tells("The deal died on Monday.", &[]);
    tells("A woman was struck by a car in Leeds.", &["disaster was struck by"]);
    tells("The firm was hit by delays in Leeds.", &[]);
    tells("A truck hit a cyclist in Leeds on Monday.", &["disaster hit"]);
    tells("A drone hit a bus in Leeds on Monday.", &[]);
    tells("A man was stabbed in Leeds on Monday.", &["conflict was stabbed"]);
    tells("Rescuers found seven bodies in Leeds on Monday.", &["death found"]);
    tells(
        "The bus drove off a highway in Leeds on Monday.",
        &["disaster drove off"],
    );
    tells(
        "The bus met with an accident in Leeds on Monday.",
        &["disaster met with an accident"],
    );
}

#[test]
fn one_accident_has_all_its_victims() {
    tells("A quake killed 10 people and injured 30 in Lima.", &["disaster killed"]);
    // two places are two
    tells(
        "A storm hit Lima on May 3, 2022 and struck Cusco on May 4, 2022.",
        &["disaster hit", "disaster struck"],
    );
}

#[test]
fn a_name_behind_after_is_of_its_own_clause() {
    let text = "Amy Kuo resigned after mayor Luis Prado signed the treaty with Peru.";
    assert_eq!(who(text)[1], ["agent Luis Prado", "participant Peru"]);
}

#[test]
fn an_occasion_parts_verb_and_object() {
    let text = "The council approved at its meeting on May 3, 2022 the new budget.";
    tells(text, &["policy approved"]);
    assert_eq!(when(text)[0], ["2022-05-03"]);
    assert!(has(
        "The Senate passed during a late session on Monday a bill on tax.",
        "policy passed"
    ));
    assert!(!has(
        "The council shared during a late session on Monday a dish of tea.",
        "policy"
    ));
}

#[test]
fn who_is_tried_and_where_the_crime_was() {
    does(
        "The trial of lawyer Luis Prado began in Leeds.",
        &["patient Luis Prado"],
    );
    does("The trial of the century began in Leeds.", NOBODY);
    does(
        "The trial of Luis Prado, charged with theft, will begin.",
        &["patient Luis Prado"],
    );
    does(
        "Although Sheriff Luis Prado, 42, is charged with nine counts, he stays.",
        &["patient Luis Prado"],
    );
    let text =
        "On April 2, 2022, Luis Prado pleaded guilty in a court in Accra to selling drugs in Lima on May 3, 2021.";
    assert_eq!(places(text)[0], ["Accra"]);
    assert_eq!(when(text)[0], ["2022-04-02"]);
    assert_eq!(places("Luis Prado was arrested in Lima on Monday.")[0], ["Lima"]);
    let text = "Luis Prado was arrested for taking money from a trader who had been charged in Lima.";
    assert_eq!(places(text)[0], NOBODY);
}

#[test]
fn orders_and_oaths() {
    does(
        "Governor Luis Prado issued a directive on Monday.",
        &["agent Luis Prado"],
    );
    does(
        "Mayor Luis Prado ordered the evacuation of Leeds on Monday.",
        &["agent Luis Prado"],
    );
    assert!(!has(
        "The salt was approved by the administration on Monday.",
        "appointment"
    ));
    tells(
        "The new government was sworn in on Monday.",
        &["appointment was sworn in"],
    );
    tells("The court freed Luis Prado on Friday.", &["legal freed"]);
    assert!(!has("Two hostages were freed on Friday.", "legal"));
}
