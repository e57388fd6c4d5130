//! Bodies of records: their short names, their kinds, and which two names are one body.

use super::{finds, lacks};

/// The organisations of a text, each with its aliases and its kind.
fn bodies(text: &str) -> Vec<(String, Vec<String>, String)> {
    let article = crate::testing::article(text);
    let mut extractor = crate::Extractor::new();
    let record = extractor.extract(&article);
    let body = |o: &crate::record::Organisation<'_>| {
        let aliases = o.aliases.iter().map(|a| a.to_string()).collect();
        (o.name.to_string(), aliases, format!("{:?}", o.kind).to_lowercase())
    };
    record.organisations.iter().map(body).collect()
}

#[test]
fn short_names_of_one_body() {
    for (text, name, short) in [
        (
            "ChangXin Memory Technologies (CXMT) grew. CXMT makes DRAM.",
            "ChangXin Memory Technologies",
            "CXMT",
        ),
        (
            "The Federal Association of Wholesale (BWA) met. BWA left.",
            "Federal Association of Wholesale",
            "BWA",
        ),
        (
            "The U.S. Commerce Department said so. The Commerce Department left.",
            "U.S. Commerce Department",
            "Commerce Department",
        ),
        ("ZTE Corp. said so. ZTE shares fell.", "ZTE Corp.", "ZTE"),
        (
            "Sequoia Capital invested. Sequoia will invest more.",
            "Sequoia Capital",
            "Sequoia",
        ),
        ("JCET Group said so. JCET makes chips.", "JCET Group", "JCET"),
        (
            "Lanshi Microelectronics Co., Ltd. grew. Lanshi Micro left.",
            "Lanshi Microelectronics Co., Ltd.",
            "Lanshi Micro",
        ),
        (
            "Shanghai Huahong Group grew. Huahong Group left.",
            "Shanghai Huahong Group",
            "Huahong Group",
        ),
        (
            "Nanjing SemiGlide Technology Co., Ltd. grew. SemiGlide makes chips.",
            "Nanjing SemiGlide Technology Co., Ltd.",
            "SemiGlide",
        ),
    ] {
        let found = bodies(text);
        let one = found.len() == 1 && found[0].0 == name && found[0].1.iter().any(|a| a == short);
        assert!(one, "{found:?} of {text}");
    }
    // one body is not another of the same field, nor an event, nor who is known as something else
    assert_eq!(
        bodies("The China Chip Industry Association met. The Chip Industry Association left.").len(),
        2
    );
    assert_eq!(
        bodies("The Wuxi Finance Bureau and the Hefei Finance Bureau met. The Finance Bureau left.").len(),
        3
    );
    assert_eq!(bodies("The 27th China Hi-Tech Fair (CHTF) opened.").len(), 0);
}

#[test]
fn kinds_of_the_party() {
    let kind = |text| bodies(text)[0].2.clone();
    assert_eq!(kind("The CPC Wuxi Municipal Committee met."), "party");
    assert_eq!(
        kind("The Standing Committee of the Wuxi Municipal Party Committee met."),
        "party"
    );
    assert_eq!(kind("The Labour Standards Office met."), "government");
}

#[test]
fn bodies_with_small_words_and_marks_inside() {
    for (text, name, kind) in [
        (
            "The United States Department of State said so.",
            "United States Department of State",
            "government",
        ),
        (
            "The Saudi Ministry of Foreign Affairs said so.",
            "Saudi Ministry of Foreign Affairs",
            "government",
        ),
        (
            "The Palestinian Red Crescent said so.",
            "Palestinian Red Crescent",
            "international",
        ),
        (
            "The Norland Employers' Federation said so.",
            "Norland Employers' Federation",
            "association",
        ),
        (
            "The Norland Chamber of Commerce, Industries, and Agriculture said so.",
            "Norland Chamber of Commerce, Industries, and Agriculture",
            "association",
        ),
    ] {
        let found = bodies(text);
        let one = found.len() == 1 && found[0].0 == name && found[0].2 == kind;
        assert!(one, "{found:?} of {text}");
    }
    // the body ends in front of a post or a person
    let names = |text: &str| bodies(text).into_iter().map(|b| b.0).collect::<Vec<_>>();
    assert_eq!(names("He met DPP Legislator Amy Kuo."), ["DPP"]);
    assert_eq!(
        names("The Ministry of Transport (MoTA) Lina Kuo left."),
        ["Ministry of Transport"]
    );
    // a minister's field is none
    assert!(names("The Minister of Industry and Advanced Technology left.").is_empty());
}

#[test]
fn what_firms_are_called_in_front_of_their_names() {
    for (text, name) in [
        (
            "It won an order from Scottish developer Carrick Offshore.",
            "O Carrick Offshore",
        ),
        ("Local rival Siam Volt answered.", "O Siam Volt"),
        ("Existing backer Isere Invest chipped in.", "O Isere Invest"),
        ("U.S. investor Cresthaven sold it.", "O Cresthaven"),
        ("The union Sol Nuevo called a strike.", "O Sol Nuevo"),
        ("They set up a joint venture called Voltara in Lima.", "O Voltara"),
        ("It bought trading house Lutho Optik.", "O Lutho Optik"),
    ] {
        finds(text, &[name]);
    }
    finds("They met the designer Amy Kuo.", &["P Amy Kuo"]);
    finds("They met the investor Amy Kuo.", &["P Amy Kuo"]);
}

#[test]
fn short_names_that_are_districts_too() {
    let maker = "Huaxi Computing Chips signed a deal in Guiyang. ";
    finds(&format!("{maker}For Huaxi it is the largest one."), &["O Huaxi"]);
    finds(&format!("{maker}It has a plant in Huaxi."), &["L Huaxi"]);
}

#[test]
fn a_word_that_goes_on_behind_its_hyphen() {
    finds("Xiamen Start-up Closes Round\n\nIt did.", &["L Xiamen"]);
    lacks("Xiamen Start-up Closes Round\n\nIt did.", "P Xiamen Start");
}
