//! Where an event was, told by a sentence behind it.

use super::tests::places;

fn place(text: &str) -> Vec<String> {
    places(text).remove(0).iter().map(ToString::to_string).collect()
}

#[test]
fn where_the_plant_is() {
    let opened = "Intel opened a chip plant on Monday.";
    for next in [
        "The building is in the Haicang Industrial Park in Xiamen.",
        "It stands in the Haicang Industrial Park in Xiamen.",
        "The site in the Haicang Industrial Park in Xiamen covers 20 hectares.",
        "The plant, located in the Haicang Industrial Park, Xiamen, makes chips.",
    ] {
        assert_eq!(
            place(&format!("{opened} {next}")),
            ["Haicang Industrial Park", "Xiamen"],
            "{next}"
        );
    }
    let first = "Intel began to build its first plant in Asia on Monday.";
    let later =
        "Amy Kuo attended the ceremony of the plant, which is located in the Haicang Industrial Park in Xiamen.";
    assert_eq!(
        place(&format!("{first} {later}")),
        ["Haicang Industrial Park", "Xiamen"]
    );
    assert_eq!(place(first), ["Asia"]);
    let struck = "Workers at an Intel plant walked out on Monday. The plant in Xiamen employs 300 people.";
    assert_eq!(place(struck), ["Xiamen"]);
    // other plants, of which something else is told
    for next in [
        "Its plant in Xiamen employs 300 people.",
        "The second plant is in Xiamen.",
        "The Siemens plant is in Xiamen.",
        "The chips are sold in Xiamen.",
    ] {
        assert!(place(&format!("{opened} {next}")).is_empty(), "{next}");
    }
    let made = "The chips come off a line of Intel in Woodlands. The new centre, at the Haicang Industrial Park, will open in April.";
    assert_eq!(place(made), ["Woodlands"]);
}

#[test]
fn where_the_occasion_is() {
    let fair = "A chip exhibition is under way in Xiamen.";
    for next in [
        "It can be seen until Sunday at the Haicang Convention Hall.",
        "It runs until Sunday at the Haicang Convention Hall.",
        "The show is open at the Haicang Convention Hall.",
    ] {
        assert_eq!(
            place(&format!("{fair} {next}")),
            ["Haicang Convention Hall", "Xiamen"],
            "{next}"
        );
    }
    let deal = "Intel signed a deal with Siemens on Monday.";
    assert_eq!(place(&format!("{deal} The signing took place in Xiamen.")), ["Xiamen"]);
    // the deal is no occasion, and another city is not that of the fair
    assert!(place(&format!("{deal} It runs until May in Xiamen.")).is_empty());
    assert_eq!(place(&format!("{fair} The last show was held in Wuxi.")), ["Xiamen"]);
}
