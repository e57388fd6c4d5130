//! One event told again in a later sentence.

use super::tests::{tells, when};
use super::tests_arguments::who;

#[test]
fn the_thing_by_its_noun() {
    tells(
        "Wuxi has issued a plan to support chips. The plan was issued on Monday by the Wuxi government.",
        &["policy has issued Wuxi"],
    );
    tells(
        "Peru has imposed tariffs on steel. The tariffs were imposed on Monday.",
        &["restriction has imposed Peru"],
    );
    assert_eq!(
        when("Peru has imposed tariffs on steel. The tariffs were imposed in May 2024.")[0],
        ["2024-05"]
    );
    assert_eq!(
        who(
            "The alliance was formally established in Lima. The alliance was initiated by Kelvar Corp. and Lumeno Ltd."
        )[0],
        ["agent Kelvar Corp.", "agent Lumeno Ltd."]
    );
    // the fund that the lead does not name
    tells(
        "Lima has set up a new chip fund. The Lima Chip Growth Fund was established on Thursday.",
        &["founding was established Lima"],
    );
}

#[test]
fn other_things_and_other_days_are_other_events() {
    for text in [
        "Wuxi has issued a plan to support chips. The second plan was issued on Monday by the Wuxi government.",
        "Wuxi issued a plan in May 2023. The plan was issued in May 2024 by the Hefei government.",
        "Kelvar Corp. launched a chip on Monday. The phone was launched in Lima.",
        "Peru has imposed tariffs on steel. The tariffs were lifted on Monday.",
    ] {
        assert_eq!(who(text).len(), 2, "{text}");
    }
}

#[test]
fn the_event_by_its_own_noun() {
    let text = "Kelvar Corp. will invest 3 billion yuan in a plant. The investment was announced on Monday.";
    tells(text, &["investment will invest Kelvar Corp."]);
    assert!(when(text)[0].is_empty(), "the day on which it was told");
    let text = "A delegation from Lima visited Wuxi on Monday. The visit was led by Mayor Luis Prado.";
    assert_eq!(who(text), [["agent Luis Prado"]]);
}
