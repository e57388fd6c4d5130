//! The countries of the world and its large cities, by the names that English news has for them, are what they are: the right
//! kind, in the right country. The lists stand in `tests/gazetteer/`; a line for a name that is missed belongs there first.

use std::path::Path;

use icbrief::record::PlaceKind;
use icbrief::{Article, Extractor};

/// The rows of a table, without remarks and header.
fn rows(name: &str) -> Vec<Vec<String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gazetteer").join(name);
    let text = std::fs::read_to_string(path).unwrap();
    let lines = text.lines().filter(|line| !line.starts_with('#')).skip(1);
    lines.map(|line| line.split('\t').map(String::from).collect()).collect()
}

/// What the place of that name is in an article of one sentence: kind, country and first-level division.
fn place(extractor: &mut Extractor, sentence: &str, name: &str) -> Option<(PlaceKind, String, String)> {
    let article = Article {
        text: format!("Briefly\n\n{sentence}").into(),
        path: "-".into(),
        ..Article::default()
    };
    let bare = |name: &str| {
        name.strip_prefix("The ")
            .or(name.strip_prefix("the "))
            .unwrap_or(name)
            .to_string()
    };
    let record = extractor.extract(&article);
    let place = record.places.iter().find(|p| bare(&p.name) == bare(name))?;
    let text = |value: Option<&str>| value.unwrap_or_default().to_string();
    Some((
        place.kind,
        text(place.country.as_deref()),
        text(place.admin1.as_deref()),
    ))
}

#[test]
fn countries_are_countries() {
    let mut extractor = Extractor::new();
    let mut wrong = Vec::new();
    let rows = rows("countries.tsv");
    assert!(rows.len() > 280);
    for row in &rows {
        let (name, country) = (&row[0], &row[1]);
        let opening = name[..1].to_uppercase() + &name[1..];
        for sentence in [
            format!("{opening} and Zanzibar signed an agreement on Monday."),
            format!("Torvane Corp will build a plant in {name} in 2027."),
        ] {
            let found = place(&mut extractor, &sentence, name);
            if !found
                .as_ref()
                .is_some_and(|(kind, code, _)| *kind == PlaceKind::Country && code == country)
            {
                wrong.push(format!("{sentence} {found:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn cities_are_where_they_are() {
    let mut extractor = Extractor::new();
    let countries = rows("countries.tsv");
    let mut wrong = Vec::new();
    let rows = rows("cities.tsv");
    assert!(rows.len() > 800);
    for row in &rows {
        let (name, code, division) = (&row[0], &row[1], &row[2]);
        let named = countries.iter().find(|c| c[1] == *code).map(|c| c[0].clone());
        let outer = if division.is_empty() {
            named
        } else {
            Some(division.clone())
        };
        let alone = (row[3] != "no").then(|| format!("Torvane Corp will build a plant in {name} in 2027."));
        let with_country = outer.map(|outer| format!("Leaders met in {name}, {outer}, on Monday."));
        for sentence in alone.into_iter().chain(with_country) {
            let found = place(&mut extractor, &sentence, name);
            let right = |(kind, country, admin1): &(PlaceKind, String, String)| {
                *kind == PlaceKind::City && country == code && admin1.starts_with(division)
            };
            if !found.as_ref().is_some_and(right) {
                wrong.push(format!("{sentence} {found:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn districts_are_in_their_cities() {
    let mut extractor = Extractor::new();
    let mut wrong = Vec::new();
    let rows = rows("districts.tsv");
    assert!(rows.len() > 240);
    for row in &rows {
        let (name, city, division) = (&row[0], &row[1], &row[2]);
        let sentence = format!("Officials met on Monday. A plant was opened in {name}, {city}, on Tuesday.");
        let found = place(&mut extractor, &sentence, name);
        let wanted = (PlaceKind::District, "CN".to_string(), division.clone());
        if found.as_ref() != Some(&wanted) {
            wrong.push(format!("{sentence} {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_somewhere_else_stays_there() {
    let mut extractor = Extractor::new();
    let mut is = |sentence: &str, name: &str, kind: PlaceKind, country: &str, division: &str| {
        let found = place(&mut extractor, sentence, name);
        let wanted = Some((kind, country.to_string(), division.to_string()));
        assert_eq!(found, wanted, "{sentence}");
    };
    let (city, province) = (PlaceKind::City, PlaceKind::Province);
    is(
        "Police in Frankfort, Kentucky, said so.",
        "Frankfort",
        city,
        "US",
        "Kentucky",
    );
    is("Leaders met in Paris, Texas, on Monday.", "Paris", city, "US", "Texas");
    is("Leaders met in Lima, Ohio, on Monday.", "Lima", city, "US", "Ohio");
    // a division where the article says so
    is(
        "Voters in New York state met on Monday.",
        "New York",
        province,
        "US",
        "New York",
    );
    is(
        "Voters in Missouri, New York, Ohio and Texas met.",
        "New York",
        province,
        "US",
        "New York",
    );
    is(
        "Police in Albany, New York, said so on Monday.",
        "New York",
        province,
        "US",
        "New York",
    );
    is(
        "The canton of Geneva paid on Monday.",
        "Geneva",
        province,
        "CH",
        "Geneva",
    );
    is(
        "NEW YORK (AP) - Sales rose on Monday.",
        "NEW YORK",
        city,
        "US",
        "New York",
    );
    is("Work began in Johor on Monday.", "Johor", province, "MY", "Johor");
    // islands and seas beside villages
    is(
        "The quake hit New Britain island in Papua New Guinea.",
        "New Britain",
        PlaceKind::Land,
        "PG",
        "",
    );
    // a small place of another country is not meant
    is("Leaders met in Toledo, Peru, on Monday.", "Toledo", city, "PE", "");
    // nor the village whose name a lake or a building bears
    let text = "The mayor of Lanzhou praised the Saline Lake and the South Administrative Building.";
    is(text, "Saline Lake", PlaceKind::Water, "CN", "");
    is(text, "South Administrative Building", PlaceKind::Facility, "CN", "");
    assert_eq!(
        place(
            &mut extractor,
            "The visit shows that Sino-German trade is growing.",
            "German"
        ),
        None
    );
}
