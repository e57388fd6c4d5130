//! Where the places of short texts lie, and which are one.

use crate::Extractor;
use crate::testing::article;

/// The places of a text with their other names.
fn places(text: &str) -> Vec<(String, Vec<String>)> {
    let article = article(text);
    let mut extractor = Extractor::new();
    let record = extractor.extract(&article);
    let strings = |list: &[std::borrow::Cow<'_, str>]| list.iter().map(ToString::to_string).collect();
    record
        .places
        .iter()
        .map(|p| (p.name.to_string(), strings(&p.aliases)))
        .collect()
}

#[test]
fn one_place_is_one() {
    // the town and its administration are two rows of the gazetteer
    let yixing = places("Yixing City held a fair. Yixing is old.");
    assert_eq!(yixing, [("Yixing City".into(), vec!["Yixing".into()])]);
    // a zone with its city in front
    let zone = places("Huishan Economic Development Zone grew. Wuxi Huishan Economic Development Zone grew again.");
    assert_eq!(zone.len(), 1, "{zone:?}");
    assert_eq!(places("He left Yixing City. Wuxi Airport is in Wuxi.").len(), 3);
    assert_eq!(places("Farms in North Texas grew. Texas grew.").len(), 2);
}

#[test]
fn a_zone_and_the_name_that_it_is_short_for() {
    let far = places("A fair was held in Liangjiang New Area, Chongqing. Liangjiang has 40 firms.");
    assert_eq!(far[0], ("Liangjiang New Area".into(), vec!["Liangjiang".into()]));
    let city = places("The Xiamen FTZ opened. Xiamen is a port city.");
    assert_eq!(city.len(), 2, "{city:?}");
    // anybody's, in a headline
    assert_eq!(
        places("To Build a Chip Base in Wuhu\n\nOn May 3, Wuhu built it.").len(),
        1
    );
}

#[test]
fn where_countries_and_districts_lie() {
    let points = |text: &str| -> Vec<(f64, f64)> {
        let article = article(text);
        let mut extractor = Extractor::new();
        let record = extractor.extract(&article);
        let places = record.places.iter();
        places.filter_map(|p| p.lat.zip(p.lon)).collect()
    };
    assert_eq!(points("He flew to Portugal."), [(39.69, -8.13)]);
    // not where their city does
    assert_eq!(points("It stands in Fengxian District."), [(30.92, 121.47)]);
    assert_eq!(points("It stands in Liyang City."), [(31.42, 119.48)]);
}

/// Name, country and first-level division of the places of a text.
fn resolved(text: &str) -> Vec<(String, String, String)> {
    let article = article(text);
    let mut extractor = Extractor::new();
    let record = extractor.extract(&article);
    let text = |value: Option<&str>| value.unwrap_or_default().to_string();
    let places = record.places.iter();
    places
        .map(|p| {
            (
                p.name.to_string(),
                text(p.country.as_deref()),
                text(p.admin1.as_deref()),
            )
        })
        .collect()
}

#[track_caller]
fn lies(text: &str, name: &str, country: &str, division: &str) {
    let found = resolved(text);
    let hit = found
        .iter()
        .any(|(n, c, a)| n == name && c == country && a.starts_with(division));
    assert!(hit, "{name} in {country}, {division} is not in {found:?}");
}

#[test]
fn famous_cities_are_not_drawn_away() {
    lies(
        "Copper traded in London on Monday. New York is calm.",
        "London",
        "GB",
        "England",
    );
    lies(
        "He was born in Edinburgh. He taught in Peoria, Illinois.",
        "Edinburgh",
        "GB",
        "Scotland",
    );
    // but where the division is named
    lies(
        "Police in London, Ontario, said so. London is old.",
        "London",
        "CA",
        "Ontario",
    );
    lies(
        "Farms in Missouri and Texas grew, one near Missouri City.",
        "Missouri",
        "US",
        "Missouri",
    );
}

#[test]
fn a_venue_is_called_after_anything() {
    lies("It was held at Gao Park on May 3.", "Gao Park", "", "");
    lies(
        "It lies in Van Trung industrial park in Hanoi, Viet Nam.",
        "Van Trung industrial park",
        "VN",
        "",
    );
    lies("It was held at Huaining Hotel in Nanjing.", "Huaining Hotel", "CN", "");
    lies("It was held at Xiamen Hotel on May 3.", "Xiamen Hotel", "CN", "Fujian");
    let near = resolved("It was held at Huaining Hotel in Nanjing.");
    assert_eq!(near[0].2, "", "{near:?}");
}

#[test]
fn a_state_is_not_a_town_of_another() {
    let ohio = "Kelvar Corp, based in Ohio, said its plant in Oregon would close.";
    lies(ohio, "Oregon", "US", "Oregon");
    let town = "It lies in Oregon, Ohio, they said. Oregon is small.";
    lies(town, "Oregon", "US", "Ohio");
    lies(
        "They met at the White House on Tuesday.",
        "White House",
        "US",
        "Washington",
    );
}

#[test]
fn the_full_name_of_a_state() {
    let found = resolved("The Republic of Uzbekistan and the Kingdom of Norway signed. Uzbekistan won.");
    assert_eq!(found.len(), 2, "{found:?}");
    lies("Oslo saw the Republic of Peru win.", "Republic of Peru", "PE", "");
    assert_eq!(resolved("The City of Athens said so. Athens is old.").len(), 1);
    lies("The State of Ohio sued.", "State of Ohio", "US", "Ohio");
    lies("The Province of Ontario sued.", "Province of Ontario", "CA", "Ontario");
}

#[test]
fn what_bodies_are_named_after_says_where_places_lie() {
    lies("Police in Huntsville said so.", "Huntsville", "US", "Alabama");
    lies(
        "Police in Huntsville said so. The Texas Department of Transportation agreed.",
        "Huntsville",
        "US",
        "Texas",
    );
    // the name that it bears, not what others may call Aleppo
    lies("Farms near Rogersville burnt.", "Rogersville", "US", "Tennessee");
}

/// The country of the first place.
fn country(text: &str) -> Option<String> {
    let article = article(text);
    let mut extractor = Extractor::new();
    let record = extractor.extract(&article);
    record.places[0].country.as_deref().map(str::to_string)
}

#[test]
fn a_common_word_is_no_village() {
    assert_eq!(country("Li Ming visited the Bank Building on Monday."), None);
    assert_eq!(
        country("Li Ming visited the Red Bank Building on Monday.").as_deref(),
        Some("US")
    );
}

#[test]
fn a_capital_is_not_drawn_to_a_namesake_of_a_state() {
    assert_eq!(
        country("ROME, May 6 (Reuters) - Intel said it will list in New York.").as_deref(),
        Some("IT")
    );
    assert_eq!(
        country("Officials in Rome, New York, said it was late.").as_deref(),
        Some("US")
    );
}
