//! Who and where by what names are joined to: the place that is meant, lines and trade between places, founders, signatories.

use super::tests::{events, places, when};
use super::tests_arguments::{NOBODY, does, who};

fn last_place(text: &str) -> Vec<String> {
    places(text).pop().unwrap_or_default()
}

fn last_who(text: &str) -> Vec<String> {
    who(text).pop().unwrap_or_default()
}

#[test]
fn the_place_behind_an_owner_or_a_noun_is_meant() {
    assert_eq!(
        last_place("A 5.1-magnitude earthquake jolted southwest China's Sichuan Province on Wednesday."),
        ["Sichuan Province"]
    );
    assert_eq!(
        last_place("A flood hit Japan's Kumamoto Prefecture."),
        ["Kumamoto Prefecture"]
    );
    assert_eq!(
        last_place("A quake hit the southern Philippines province of Cotabato."),
        ["Cotabato"]
    );
    assert_eq!(last_place("The eastern China city of Wuxi hosted a fair."), ["Wuxi"]);
    does("The eastern China city of Wuxi hosted a fair.", &["agent Wuxi"]);
    assert_eq!(
        last_place("North China's Hebei Province reported robust growth."),
        ["Hebei Province"]
    );
    // the province behind is the wider one
    assert_eq!(last_place("Cixi city of Zhejiang province held a chip fair."), ["Cixi"]);
}

#[test]
fn what_lines_and_roads_join_does_nothing() {
    does(
        "Three lines linking Henan with other cities started operation on Monday.",
        NOBODY,
    );
    does(
        "A rail line linking Xiamen and Shantou came into service on Monday.",
        NOBODY,
    );
    assert_eq!(
        last_place("The section of the Zhengzhou-Chongqing line was put into use."),
        NOBODY
    );
    // but a firm and whom a lawyer speaks for do
    does("Networking company Kelvar Inc. opened a plant.", &["agent Kelvar Inc."]);
}

#[test]
fn those_at_the_other_end_of_trade_do_nothing() {
    let trade = "Its trade with Germany and France amounted to 57 billion yuan.";
    assert_eq!((last_who(trade), last_place(trade)), (vec![], vec![]));
    assert_eq!(last_place("The city's exports to Africa grew by 5 percent."), NOBODY);
    assert_eq!(last_place("Wuxi's exports to Africa grew by 5 percent."), ["Wuxi"]);
    let plans = "Mayor Luis Prado met with Amy Kuo to discuss plans between Busan and Kyoto.";
    assert_eq!(last_who(plans), ["agent Luis Prado", "participant Amy Kuo"]);
}

#[test]
fn founders_stand_behind_the_participle() {
    let both = [
        "patient Institute of Chip Design",
        "agent Hefei University",
        "agent Kelvar Corp.",
    ];
    let institute =
        "The Institute of Chip Design jointly set up by Hefei University and Kelvar Corp. was inaugurated on Tuesday.";
    assert_eq!(events(institute).len(), 1);
    assert_eq!(last_who(institute), both);
}

#[test]
fn the_other_side_of_an_agreement() {
    let met = "Kelvar Inc. met with Lumeno Inc. on May 3 and signed a cooperation agreement.";
    assert_eq!(last_who(met), ["agent Kelvar Inc.", "participant Lumeno Inc."]);
    let torvane = "Kelvar Inc. met with Lumeno Inc. on May 3 and signed an agreement with Torvane Inc.";
    assert_eq!(last_who(torvane), ["agent Kelvar Inc.", "participant Torvane Inc."]);
    let whereby = "Kelvar Inc. and Lumeno Inc. signed an agreement on May 3, 2024 whereby Lumeno Inc. will build a plant in Lima.";
    assert_eq!(last_who(whereby), ["agent Lumeno Inc."]);
    assert_eq!(when(whereby), [vec!["2024-05-03"], NOBODY.to_vec()]);
    assert_eq!(places(whereby), [NOBODY.to_vec(), vec!["Lima"]]);
    let second = "Kelvar Inc. signed an agreement with three cities, and a letter of intent with Lumeno Inc.";
    assert_eq!(last_who(second), ["agent Kelvar Inc.", "participant Lumeno Inc."]);
}

#[test]
fn a_day_between_auxiliary_and_verb() {
    let elected = "Huang Xinhua was on Monday elected mayor of Tianjin.";
    assert_eq!(last_who(elected), ["patient Huang Xinhua"]);
    let named = "Luis Prado was on May 3, 2024 appointed chairman of the board.";
    assert_eq!(last_who(named), ["patient Luis Prado"]);
    assert_eq!(when(named).pop().unwrap(), ["2024-05-03"]);
    assert!(events("Luis Prado was on Monday in Lima.").is_empty());
    let effect = "The armistice was signed on 12 October 2020 and went into effect on 18 October 2020.";
    assert_eq!(when(effect), [["2020-10-12"], ["2020-10-18"]]);
}

#[test]
fn who_receives_a_delegation_meets_it() {
    does(
        "Mayor Luis Prado welcomed a delegation led by Peter Novak on Monday.",
        &["agent Luis Prado", "participant Peter Novak"],
    );
    assert!(events("Mayor Luis Prado welcomed a delegation led by Peter Novak on Monday.")[0].starts_with("meeting"));
}

#[test]
fn who_only_tells_of_others() {
    let reports = "Lima is offering aid to Kelvar Inc., reports the Harbour Daily. It will also subsidize 30 percent of its tools.";
    assert!(!last_who(reports).contains(&"agent Harbour Daily".to_string()));
    let cited = "Officials are planning to enforce new controls on exports, Bloomberg News reported, citing officials.";
    assert_eq!(last_who(cited), ["agent Bloomberg News"]);
    assert_eq!(who(cited)[0], NOBODY);
    let as_reported = "Kelvar Inc. laid off 900 employees in May, as reported by Reuters.";
    assert_eq!(last_who(as_reported), ["agent Reuters"]);
    let has = "The government will provide aid for the factory, Bloomberg has reported.";
    assert_eq!(last_who(has), ["agent Bloomberg"]);
    let high = "Kelvar Inc. opened a plant as large as reported by Lumeno Inc. in its plans.";
    assert!(events(high).iter().all(|event| !event.starts_with("statement")));
    let suppliers = "Kelvar Inc., a supplier to Lumeno Inc. (LUM.O), Torvane Inc. (TOR.O) and Norvane Inc. (NOR.O), said it expects growth of 5 percent.";
    assert_eq!(last_who(suppliers), ["agent Kelvar Inc."]);
    let claim = "Kelvar Inc. said its chip is the first. That is a claim Lumeno Inc. will dispute, given that it launched its own chips today.";
    assert_eq!(last_who(claim), ["agent Lumeno Inc."]);
    let which = "Kelvar Inc. will build a plant. It is a coup for Olaf Holt's coalition, which has agreed 10 billion euros in aid.";
    assert_eq!(last_who(which), NOBODY);
    let company =
        "Kelvar Inc. will build a plant. It is good for the company, which has signed a contract with Lumeno Inc.";
    assert_eq!(last_who(company), ["agent Kelvar Inc.", "participant Lumeno Inc."]);
    let city = "Since signing an agreement with Lindo City, Japan in 1976, Busan has hosted 40 fairs.";
    assert_eq!(who(city)[0], ["agent Busan", "participant Lindo City"]);
    let it = "The new plant will be set up with Kelvar Inc. in Peru. It will be set up in Lima.";
    assert_eq!(last_who(it), NOBODY);
}

#[test]
fn a_seat_is_where_nothing_was_done() {
    let seat = "Kelvar Inc., headquartered in the Dutch town of Veldhoven, laid off 40 people.";
    assert_eq!(last_place(seat), NOBODY);
    let relative = "Kelvar Inc., which opened a plant in Leeds in May, said it will hire 300 people.";
    assert_eq!(last_place(relative), NOBODY);
}

#[test]
fn what_was_done_long_ago_was_not_done_at_the_dateline() {
    let from = |text: &str| last_place(&format!("WUXI, May 20, 2024 -- {text}"));
    assert_eq!(
        from("Luis Prado visited Amy Kuo in January for talks on chips."),
        NOBODY
    );
    assert_eq!(from("Luis Prado met Amy Kuo on January 8 for talks on chips."), NOBODY);
    assert_eq!(from("Luis Prado met Amy Kuo on Monday for talks on chips."), ["WUXI"]);
    assert_eq!(from("Luis Prado met Amy Kuo on May 3 for talks on chips."), ["WUXI"]);
}
