//! What figures owe to the rest of the article: the date they hold for, and the currency of a sign that two share.

use crate::{Extractor, testing::article};

/// Each figure of a text with its unit and the value of its date.
fn read(text: &str) -> Vec<String> {
    let article = article(text);
    let mut extractor = Extractor::new();
    let record = extractor.extract(&article);
    let date = |id| record.dates.iter().find(|d| Some(d.id) == id).map_or("-", |d| &d.value);
    let figures = record.figures.iter();
    figures
        .map(|f| format!("{} {} {}", f.text, f.unit.as_deref().unwrap_or("-"), date(f.date)))
        .collect()
}

#[test]
fn the_date_right_behind_a_figure_is_its_own() {
    let cases: [(&str, &[&str]); 6] = [
        (
            "The rate rose from 8% in 2018 to 23% in 2023.",
            &["8% % 2018", "23% % 2023"],
        ),
        (
            "In 2024 revenue was 5 million yuan, up from 3 million yuan in 2020.",
            &["5 million yuan CNY 2024", "3 million yuan CNY 2020"],
        ),
        (
            "Output was 5 million tons in 2020, an increase of 3% over last year.",
            &["5 million tons t 2020", "3% % 2020"],
        ),
        ("In 2024 output was up 41 percent on 2022.", &["41 percent % 2024"]),
        ("In 2024 output rose 5%, faster than in 2022.", &["5% % 2024"]),
        (
            "In 2024 it lent 20 million yuan ($3 million) by 2025.",
            &["20 million yuan CNY 2025", "$3 million USD 2025"],
        ),
    ];
    for (text, want) in cases {
        assert_eq!(read(text), want, "{text}");
    }
}

#[test]
fn a_sign_of_two_currencies_is_that_of_the_article() {
    let cases: [(&str, &[&str]); 3] = [
        (
            "Kelvar, based in Osaka, Japan, earned ¥5 million.",
            &["¥5 million JPY -"],
        ),
        (
            "Kelvar, based in Wuxi, China, earned ¥5 million.",
            &["¥5 million CNY -"],
        ),
        (
            "Lumeno earned ¥5 million and paid 2 million yuan.",
            &["¥5 million CNY -", "2 million yuan CNY -"],
        ),
    ];
    for (text, want) in cases {
        assert_eq!(read(text), want, "{text}");
    }
}

/// The ages in a text, and nothing else.
fn ages(text: &str) -> Vec<String> {
    let article = article(text);
    let mut extractor = Extractor::new();
    let record = extractor.extract(&article);
    assert!(record.figures.iter().all(|f| f.rule == "figures.age"), "{text}");
    record.figures.iter().map(|f| f.text.clone().into()).collect()
}

#[test]
fn ages_without_their_unit() {
    let yes: [(&str, &[&str]); 9] = [
        ("Luis Prado, 44, leads the firm; Amy Kuo, now 52, left.", &["44", "52"]),
        ("He moved to Lima with his daughter Maria, who was 10.", &["10"]),
        ("Amy Kuo was only 25 when she founded the firm.", &["25"]),
        ("He is 44 and lives in Leeds.", &["44"]),
        ("She has just turned 50.", &["50"]),
        ("She will be 65 in June.", &["65"]),
        ("Luis Prado died at 81.", &["81"]),
        ("The average age of the workers is 34.", &["34"]),
        ("Life expectancy was about 73 in 2023.", &["about 73"]),
    ];
    for (text, want) in yes {
        assert_eq!(ages(text), want, "{text}");
    }
    let no = [
        "The index was 44 in May.",
        "She was 30 minutes late.",
        "He was 10 and 2 against the team.",
        "The train died at 10 when it rained.",
        "The bus, which was 10, broke down.",
        "The best system was Windows; Windows was 10.",
    ];
    for text in no {
        assert_eq!(ages(text), [""; 0], "{text}");
    }
}

#[test]
fn a_singular_noun_behind_an_article_and_a_number() {
    let cases: [(&str, &[&str]); 3] = [
        ("It is a new 12 page document.", &["12 page page -"]),
        ("They bought a tapered 14 gauge needle tip.", &["14 gauge gauge -"]),
        ("It is a new 12 page.", &[]),
    ];
    for (text, want) in cases {
        assert_eq!(read(text), want, "{text}");
    }
}

#[test]
fn where_somebody_stands_in_a_photograph() {
    assert_eq!(
        read("Amy Kuo, fourth right, and Luis Prado (third from left) came."),
        [""; 0]
    );
    assert_eq!(read("The fourth phase opened."), ["fourth phase phase -"]);
}

#[test]
fn a_hyphen_that_waits_for_its_unit() {
    let cases: [(&str, &[&str]); 4] = [
        ("It makes 6- and 8-inch wafers.", &["6 [in_i] -", "8-inch [in_i] -"]),
        (
            "It makes 28- and 40-nanometer chips.",
            &["28 nm -", "40-nanometer nm -"],
        ),
        ("It makes 40- to 90-nanometer chips.", &["40- to 90-nanometer nm -"]),
        ("A 10- to 15-percent tariff is due.", &["10- to 15-percent % -"]),
    ];
    for (text, want) in cases {
        assert_eq!(read(text), want, "{text}");
    }
}

#[test]
fn a_date_of_what_is_compared_is_no_other_figures() {
    let cases: [(&str, &[&str]); 3] = [
        (
            "Kelvar Corp. posted sales of 10 million yuan, up 7 percent from 9 million yuan in April.",
            &["10 million yuan CNY -", "7 percent % -", "9 million yuan CNY XXXX-04"],
        ),
        (
            "Sales rose to 10 million yuan from 9 million yuan in 2021.",
            &["10 million yuan CNY -", "9 million yuan CNY 2021"],
        ),
        // one figure of the date
        (
            "Sales of 10 million yuan, up 7 percent, were made in April.",
            &["10 million yuan CNY XXXX-04", "7 percent % XXXX-04"],
        ),
    ];
    for (text, want) in cases {
        assert_eq!(read(text), want, "{text}");
    }
}

#[test]
fn a_year_to_come_is_that_of_what_will_be() {
    let cases: [(&str, &[&str]); 2] = [
        (
            "There are 260 firms in Lima, and there will be 300 plants in 2031.",
            &["260 firms firms -", "300 plants plants 2031"],
        ),
        (
            "There were 260 firms in Lima, and 300 plants in 2021.",
            &["260 firms firms 2021", "300 plants plants 2021"],
        ),
    ];
    for (text, want) in cases {
        assert_eq!(read(text), want, "{text}");
    }
    // names
    assert_eq!(read("The city built the “Ten Thousand Mu” platform."), [""; 0]);
    assert_eq!(read("It is the number one industrial chain."), [""; 0]);
}

#[test]
fn times_of_an_owner() {
    assert_eq!(read("Sales were two times 2019's total."), ["two times - 2019"]);
    assert_eq!(read("It won two times in Lima."), ["two times times -"]);
}
