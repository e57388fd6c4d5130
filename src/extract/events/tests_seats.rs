//! Where it was not: where companies come from, what a plant is the first of, and where another verb tells.

use super::tests::places;

const NOWHERE: &[&str] = &[];

/// Where the last event of a report of May 7, 2024 was.
fn place(sentence: &str) -> Vec<String> {
    places(&format!("LIMA, May 7, 2024 – {sentence}"))
        .pop()
        .unwrap_or_default()
}

#[test]
fn where_a_company_comes_from() {
    assert_eq!(
        place("Delta Corp has bought Beta Optics Inc, a wafer start-up in Leeds."),
        NOWHERE
    );
    assert_eq!(
        place("Delta Corp, established in Leeds in 2018, cut 140 jobs."),
        NOWHERE
    );
    assert_eq!(place("Delta Corp, a chip maker, cut 140 jobs in Leeds."), ["Leeds"]);
}

#[test]
fn the_first_of_an_area() {
    assert_eq!(
        place("Delta Corp has opened its first plant in Europe, in Leeds."),
        ["Leeds"]
    );
    assert_eq!(
        place("Delta Corp opened the largest warehouse in Europe in Leeds."),
        ["Leeds"]
    );
    assert_eq!(place("Delta Corp has opened its first plant in Europe."), ["Europe"]);
}

#[test]
fn where_another_verb_tells() {
    let cut = "Delta Corp cut 140 jobs in January and put off its flotation in Leeds.";
    assert_eq!(places(&format!("LIMA, May 7, 2024 – {cut}"))[0], NOWHERE);
    let named = "Delta Corp unveiled its graphics card, the L200, in Leeds last week and claims a tenth of the market.";
    assert_eq!(place(named), ["Leeds"]);
    let branch = "In February a pilot began in Zambia, and a branch in Leeds is to be set up in May.";
    assert_eq!(place(branch), ["Leeds"]);
    let lost = "It showed that 300 people in Leeds, and 319 in Porto are set to lose their jobs.";
    assert_ne!(place(lost), ["Porto"]);
}

#[test]
fn where_the_money_goes() {
    assert_eq!(
        place("Peru approved a subsidy of $28 million for the plant at Cusco."),
        NOWHERE
    );
    assert_eq!(
        place("Peru approved a subsidy of $28 million at a meeting in Cusco."),
        ["Cusco"]
    );
}

#[test]
fn the_hall_of_the_sentence() {
    let fair = "Firms have set up their stands at the Lindo Expo Centre in Lima for the Andes Chip Fair, which got under way on Monday.";
    assert_eq!(place(fair), ["Lindo Expo Centre", "Lima"]);
    let other = "Firms from the Lindo Expo Centre met in Lima for the Andes Chip Fair, which got under way on Monday.";
    assert_eq!(place(other), ["Lima"]);
}

#[test]
fn what_is_long_ago_was_not_in_the_city_of_the_report() {
    let told = |year: &str| {
        let founded = "Delta Corp was founded by Li Ming in a shared office on Kelvar Road in";
        places(&format!("WUXI, May 7, 2024 – {founded} {year}.")).remove(0)
    };
    assert_eq!(told("2019"), ["Kelvar Road"]);
    assert_eq!(told("May 2024"), ["Kelvar Road", "WUXI"]);
}

#[test]
fn in_the_same_province() {
    let told = |noun: &str| {
        let quake = "A quake shook the city on Monday. Officials in Sichuan Province spoke.";
        place(&format!("{quake} In 2019 a quake in {noun} killed two people."))
    };
    assert_eq!(told("the same province"), ["Sichuan Province"]);
    assert_eq!(told("a province"), NOWHERE);
}

#[test]
fn there_is_the_plant_opened_before() {
    let plant = "Delta Corp opened a plant in Leeds in May. It cost $3 billion. It has three floors. It is warm.";
    assert_eq!(
        place(&format!("{plant} Mass production began there in June.")),
        ["Leeds"]
    );
    assert_eq!(
        place(&format!("{plant} Mass production began in Porto in June.")),
        ["Porto"]
    );
}
