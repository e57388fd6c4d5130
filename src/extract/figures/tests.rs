//! What the rules' own examples cannot show: units shared, amounts linked, bounds, change and what is measured.

use super::{FigureItem, find};
use crate::extract::numbers::Numbers;
use crate::extract::{STAGE_ITEMS, run_stage};
use crate::text::document::Buffers;

/// The figures of a text, each as `span = kind value unit …`.
fn read(text: &str) -> Vec<String> {
    let mut buffers = Buffers::default();
    let document = buffers.read(text);
    let mut numbers = Numbers::default();
    numbers.read(&document);
    let (mut matches, mut items) = (Vec::new(), Vec::new());
    run_stage(&document, &numbers, STAGE_ITEMS, &mut matches);
    find(&document, &numbers, &matches, &[], &[], &mut items);
    let word = |v: &dyn std::fmt::Debug| format!(" {}", format!("{v:?}").to_lowercase());
    items
        .iter()
        .map(|item: &FigureItem<'_>| {
            let mut out = format!("{} ={}", document.slice(item.start, item.end), word(&item.kind));
            match (item.value, item.min, item.max) {
                (Some(v), _, _) => out += &format!(" {v}"),
                (_, Some(low), Some(high)) => out += &format!(" {low}..{high}"),
                (_, Some(low), _) => out += &format!(" {low}.."),
                _ => {}
            }
            if let Some(unit) = &item.unit {
                out += &format!(" {unit}");
            }
            if item.bound != crate::record::Bound::Exactly {
                out += &word(&item.bound);
            }
            if let Some(per) = &item.per {
                out += &format!(" per {per}");
            }
            if let Some(change) = &item.change {
                out += &word(change);
            }
            if let Some(to) = &item.compared_to {
                out += &format!(" {to}");
            }
            if let Some((start, end)) = item.of {
                out += &format!(" of {}", document.slice(start, end));
            }
            if let Some(other) = item.equals {
                out += &format!(" equals {other}");
            }
            out
        })
        .collect()
}

pub(super) fn check(cases: &[(&str, &[&str])]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter(|(text, want)| read(text) != *want)
        .map(|(text, want)| format!("{text:?}\n  gives {:?}\n  wants {want:?}", read(text)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn money() {
    check(&[
        (
            "The fund put 20 billion yuan ($2.8 billion) into it.",
            &[
                "20 billion yuan = money 20000000000 CNY equals 1",
                "$2.8 billion = money 2800000000 USD equals 0",
            ],
        ),
        (
            "Sales of between €1.5bn and €2bn are planned.",
            &["between €1.5bn and €2bn = money 1500000000..2000000000 EUR of Sales"],
        ),
        ("A tin costs 64 cents in the shop.", &["64 cents = money 0.64 USD"]),
        (
            "It paid an estimated Rs 2 lakh crore a year.",
            &["an estimated Rs 2 lakh crore a year = money 2000000000000 INR about per year"],
        ),
        ("The plan needs RM2.3b by May.", &["RM2.3b = money 2300000000 MYR"]),
        (
            "They lost 25 pounds each.",
            &["25 pounds = measure 25 [lb_av] decrease"],
        ),
        (
            "They owe hundreds of millions of dollars.",
            &["hundreds of millions of dollars = vague 100000000.. USD"],
        ),
        // a magnitude for both ends
        (
            "It cost RMB100-300 million.",
            &["RMB100-300 million = money 100000000..300000000 CNY"],
        ),
        (
            "It sees from $1.7 to $1.75 billion.",
            &["$1.7 to $1.75 billion = money 1700000000..1750000000 USD"],
        ),
        // the year before is no rate
        (
            "It was $8 million a year.",
            &["$8 million a year = money 8000000 USD per year"],
        ),
    ]);
}

#[test]
fn change_and_measured() {
    check(&[
        (
            "Turnover edged up 7.8% in May.",
            &["7.8% = percent 7.8 % increase of Turnover"],
        ),
        (
            "It has 12-inch advanced production lines.",
            &["12-inch = measure 12 [in_i]"],
        ),
        (
            "Net profit rose 25.5% year on year to 3.1 billion yuan.",
            &[
                "25.5% = percent 25.5 % increase year-on-year of Net profit",
                "3.1 billion yuan = money 3100000000 CNY of Net profit",
            ],
        ),
        (
            "The firm had an output of 40 million yuan, a month-on-month drop of 3%.",
            &[
                "40 million yuan = money 40000000 CNY of output",
                "3% = percent 3 % decrease month-on-month of output",
            ],
        ),
        (
            "Its scale accounts for nearly a third of the market.",
            &["nearly a third of = multiple 0.3333 about of scale"],
        ),
        (
            "The scale of the tool sector ranked third.",
            &["ranked third = rank 3 of scale of the tool sector"],
        ),
        (
            "They built a 300-megawatt solar park.",
            &["300-megawatt = measure 300 MW of solar park"],
        ),
    ]);
}

#[test]
fn counts_and_lists() {
    check(&[
        (
            "Over 60 trade and industrial partners met four senior officials.",
            &[
                "Over 60 trade and industrial partners = count 60 partners morethan",
                "four senior officials = count 4 officials",
            ],
        ),
        (
            "Nodes of 3, 5 and 7 nm are made.",
            &[
                "3 = measure 3 nm of Nodes",
                "5 = measure 5 nm of Nodes",
                "7 nm = measure 7 nm of Nodes",
            ],
        ),
        (
            "The blast killed two divers and hurt dozens of guests.",
            &["two divers = count 2 divers", "dozens of guests = vague 24.. guests"],
        ),
        (
            "The line makes 60,000 wafers per month.",
            &["60,000 wafers per month = count 60000 wafers per month"],
        ),
        (
            "It opens the third phase of the test line.",
            &["third phase = ordinal 3 phase of test line"],
        ),
        (
            "It seats 500 or more guests.",
            &["500 or more guests = count 500 guests atleast"],
        ),
        ("The 55-year-old chair spoke.", &["55-year-old = count 55 years"]),
        (
            "It sold 63,000 Model 3 sedans and 27,000 Model S and Model X vehicles.",
            &[
                "63,000 Model 3 sedans = count 63000 sedans",
                "27,000 Model S and Model X vehicles = count 27000 vehicles",
            ],
        ),
        (
            "The index closed at 16,369.03, up 58 points.",
            &[
                "16,369.03 = count 16369.03 points of index",
                "58 points = count 58 points increase",
            ],
        ),
    ]);
}

/// What holds digits and states nothing.
#[test]
fn none() {
    let cases: Vec<(&str, &[&str])> = [
        "It uses 5G and Web3 at the G20 during COVID-19.",
        "It is one of the best and no one left.",
        "See Article 12 and Section 3 of it, version 4.1.",
        "They won 3-0 on flight 370 at 10:30.",
        "Sold in 2019 and in 2021 too.",
        "Call 555-1234 now.",
        "It was first shown in its second half.",
        "They met twice a year and drew double-digit crowds.",
        "1. Plans 2) Aims",
        "He took iPhone 14 and Model 3 home.",
    ]
    .into_iter()
    .map(|text| (text, &[][..]))
    .collect();
    check(&cases);
}

/// Every code of the tables is a currency of ISO 4217 or one that has gone, or a coin without a state.
#[test]
fn currency_codes() {
    let past = [
        "ATS", "BEF", "BTC", "DEM", "ESP", "ETH", "FIM", "FRF", "HRK", "ITL", "NLG", "PTE", "CNH",
    ];
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("rules/lexicon/figures-money.tsv");
    let table = std::fs::read_to_string(path).unwrap();
    for line in table.lines().filter(|l| l.starts_with("CUR")) {
        let code = line.rsplit('\t').next().unwrap().split(['/', '*', '!']).next().unwrap();
        let known = iso_currency::Currency::from_code(code).is_some() || past.contains(&code);
        assert!(known, "{line:?}");
    }
}

#[test]
fn what_statistics_measure() {
    check(&[
        (
            "The output of pork, beef and mutton rose 5%.",
            &["5% = percent 5 % increase of output of pork, beef and mutton"],
        ),
        (
            "The value-added of farming was 5 billion yuan; and the service sector was 9 billion yuan.",
            &[
                "5 billion yuan = money 5000000000 CNY of value-added of farming",
                "9 billion yuan = money 9000000000 CNY of service sector",
            ],
        ),
        (
            "The gross domestic product (GDP) of Altona was 7 billion euros.",
            &["7 billion euros = money 7000000000 EUR of gross domestic product"],
        ),
        (
            "The added value of firms above designated size increased by 6.5%.",
            &["6.5% = percent 6.5 % increase of added value of firms"],
        ),
        (
            "Year-on-year GDP growth was 6.4%.",
            &["6.4% = percent 6.4 % of GDP growth"],
        ),
        (
            "Adjusted earnings-per-share were $1.42.",
            &["$1.42 = money 1.42 USD of Adjusted earnings-per-share"],
        ),
        (
            "Sales rose 2%; the steel industry, up by 0.1%.",
            &[
                "2% = percent 2 % increase of Sales",
                "0.1% = percent 0.1 % increase of steel industry",
            ],
        ),
        (
            "Revenue was 5 million yuan, a 21% growth year on year.",
            &[
                "5 million yuan = money 5000000 CNY of Revenue",
                "21% = percent 21 % increase year-on-year of Revenue",
            ],
        ),
        (
            "It posted a net profit of 212 million yuan, 47 times that of a year ago.",
            &[
                "212 million yuan = money 212000000 CNY of net profit",
                "47 times = multiple 47 of net profit",
            ],
        ),
        (
            "China's demand for 6-inch carbide wafers is growing.",
            &["6-inch = measure 6 [in_i] of carbide wafers"],
        ),
        (
            "The works saves fuel, reducing the delivery period by 37%.",
            &["37% = percent 37 % of delivery period"],
        ),
        (
            "The number of engineers grew to 846 from 701.",
            &[
                "846 = count 846 engineers of number of engineers",
                "701 = count 701 engineers of number of engineers",
            ],
        ),
        (
            "They spent 38 million euros on restructuring.",
            &["38 million euros = money 38000000 EUR of restructuring"],
        ),
        (
            "The new phase would double capacity.",
            &["double = multiple 2 of capacity"],
        ),
        (
            "Consignments under 25 kg are exempt.",
            &["under 25 kg = measure 25 kg lessthan of Consignments"],
        ),
        (
            "Sales to the car industry fell 6%.",
            &["6% = percent 6 % decrease of Sales to the car industry"],
        ),
        (
            "They work on a centre costing 720 million yuan.",
            &["720 million yuan = money 720000000 CNY of centre"],
        ),
    ]);
}

#[test]
fn places_in_an_order_are_no_labels() {
    assert_eq!(read("It is No. 1 in Lima."), ["No. 1 = rank 1"]);
    assert_eq!(read("It ranked No. 3 there."), ["ranked No. 3 = rank 3"]);
    assert_eq!(
        read("It is the world's second largest producer."),
        ["second largest = rank 2"]
    );
    assert_eq!(read("It is the world's number one in chips."), ["number one = rank 1"]);
    assert!(read("See No. 5 and Kelvar Post No. 19 in Lima.").is_empty());
    assert!(read("They live at number 12 now.").is_empty());
}

#[test]
fn people_killed_and_hurt_without_a_noun() {
    assert_eq!(
        read("The blast killed two workers and injured seven."),
        ["two workers = count 2 workers", "seven = count 7 workers"]
    );
    assert_eq!(read("The storm hit the coast, injuring 247."), ["247 = count 247"]);
    assert_eq!(read("The death toll from the storm rose to 93."), ["93 = count 93"]);
}

#[test]
fn words_between_a_number_and_its_noun() {
    assert_eq!(
        read("It opened five other plants."),
        ["five other plants = count 5 plants"]
    );
    assert_eq!(
        read("It has 1,490 such enterprises."),
        ["1,490 such enterprises = count 1490 enterprises"]
    );
    assert_eq!(
        read("It has 15 national “little giant” firms."),
        ["15 national “little giant” firms = count 15 firms"]
    );
    assert_eq!(
        read("It has 50 national or provincial centres."),
        ["50 national or provincial centres = count 50 centres"]
    );
    assert_eq!(
        read("They won 50 seats out of 75 in all."),
        ["50 seats = count 50 seats", "75 = count 75 seats"]
    );
    assert_eq!(
        read("It cost 3 million yuan!25 projects began."),
        ["3 million yuan = money 3000000 CNY", "25 projects = count 25 projects"]
    );
    assert_eq!(read("The area 200 km away is dry."), ["200 km = measure 200 km"]);
}

#[test]
fn casualties_without_a_noun() {
    assert_eq!(read("16 killed in bus crash"), ["16 killed = count 16 killed"]);
    assert_eq!(
        read("Six people lost their lives and 41 were hurt."),
        ["Six people = count 6 people", "41 = count 41 people"]
    );
    assert_eq!(read("25 people injured there left."), ["25 people = count 25 people"]);
    assert_eq!(
        read("It won 135 out of 199 seats."),
        ["135 = count 135 seats", "199 seats = count 199 seats"]
    );
}

#[test]
fn ages_in_lists_and_of_holders() {
    assert_eq!(read("The former president, 62, was held."), ["62 = count 62 years"]);
    assert_eq!(
        read("She has children aged 12, seven and two."),
        ["12 = count 12 years", "seven = count 7 years", "two = count 2 years"]
    );
}

#[test]
fn amounts_in_the_currency_of_the_article() {
    assert_eq!(
        read("The total investment is 15.6 billion. It paid 3 million yuan."),
        [
            "15.6 billion = money 15600000000 CNY of total investment",
            "3 million yuan = money 3000000 CNY"
        ]
    );
    // two currencies, and what is no sum
    assert_eq!(
        read("The total investment is 15.6 billion. It paid 3 million yuan and 2 million euros.")[0],
        "15.6 billion = count 15600000000 of total investment"
    );
}

#[test]
fn thousands_apart_by_a_space() {
    assert_eq!(
        read("It paid 1 200 000 euros."),
        ["1 200 000 euros = money 1200000 EUR"]
    );
    // two numbers, where no currency says that they are one
    assert!(
        read("It sold 12 300 of them.")
            .iter()
            .all(|figure| !figure.contains("12300"))
    );
}
