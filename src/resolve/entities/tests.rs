//! Who is one with whom in short texts.

use crate::Extractor;
use crate::testing::article;

/// The names of the people and organisations of a text, each with its aliases behind `=`.
#[track_caller]
fn finds(text: &str, wanted: &[&str]) {
    let article = article(text);
    let mut extractor = Extractor::new();
    let record = extractor.extract(&article);
    let people = record.people.iter().map(|p| (&p.name, &p.aliases));
    let bodies = record.organisations.iter().map(|o| (&o.name, &o.aliases));
    let mut found = Vec::new();
    for (name, aliases) in people.chain(bodies) {
        let mut all = name.to_string();
        for alias in aliases {
            all.push('=');
            all.push_str(alias);
        }
        found.push(all);
    }
    assert_eq!(found, wanted, "{text}");
}

#[test]
fn a_relative_beside_somebody_is_not_the_one_told_of() {
    finds(
        "Dana Holt, a nephew of the late President Carl Holt, was arrested. Holt denied it.",
        &["Dana Holt=Holt", "Carl Holt"],
    );
    finds(
        "Dana Holt, whose father is Carl Holt, won. Holt said so.",
        &["Dana Holt=Holt", "Carl Holt"],
    );
    // somebody else of the name, and a relative who is told of
    finds(
        "Dana Holt spoke. Then Carl Holt came. Holt said so.",
        &["Dana Holt", "Carl Holt=Holt"],
    );
    finds(
        "Carl Holt, who died, and his son Dana Holt ran it. Holt said so.",
        &["Carl Holt", "Dana Holt=Holt"],
    );
}

#[test]
fn departments_turned_round() {
    finds(
        "The U.S. Department of Trade said so. The U.S. Trade Department left.",
        &["U.S. Department of Trade=U.S. Trade Department"],
    );
    finds(
        "The Health Department said so. The Department of Health left.",
        &["Department of Health=Health Department"],
    );
    finds(
        "The U.S. Department of Trade said so. The UK Trade Department left.",
        &["U.S. Department of Trade", "UK Trade Department"],
    );
}

#[test]
fn a_board_is_not_its_company() {
    finds(
        "The Vodafone Supervisory Board met. Vodafone said so.",
        &["Vodafone Supervisory Board", "Vodafone"],
    );
    finds(
        "The Rural Bank of Lima (FBI) met. FBI said so.",
        &["Rural Bank of Lima=FBI"],
    );
    // known before it stands in brackets
    finds(
        "The FBI came. The Rural Bank of Lima (FBI) met.",
        &["FBI", "Rural Bank of Lima"],
    );
}

#[test]
fn a_family_name_is_that_of_who_does_something() {
    finds(
        "Mayor Kim Dae-ho met aide Kim Sung-min. Kim said so.",
        &["Kim Dae-ho=Kim", "Kim Sung-min"],
    );
    finds(
        "Mayor Kim Dae-ho left. Then Kim Sung-min came. Kim said so.",
        &["Kim Dae-ho", "Kim Sung-min=Kim"],
    );
    // by his post
    finds(
        "President Carl Holt met Minister Dana Holt. Minister Holt said so.",
        &["Carl Holt", "Dana Holt=Holt"],
    );
    // the family's name first
    finds(
        "Minister Tan Wei Ming left. Lawmaker Ong Kim Tan came. Tan said so.",
        &["Tan Wei Ming=Tan", "Ong Kim Tan"],
    );
    // his mother is not the one told of
    finds(
        "Dana Holt left. It was late. It rained. It was cold. It hurt her mother, Mary Holt. Holt said so.",
        &["Dana Holt=Holt", "Mary Holt"],
    );
}

#[test]
fn a_body_is_not_its_unit() {
    finds(
        "Lima University won. The Lima University Transfer Center left.",
        &["Lima University", "Lima University Transfer Center"],
    );
    finds(
        "The Torvane Motor Union left. Torvane Motor said so.",
        &["Torvane Motor Union", "Torvane Motor"],
    );
    finds(
        "Marlow Hughes Ltd left. Marlow Hughes said so.",
        &["Marlow Hughes Ltd=Marlow Hughes"],
    );
    finds(
        "Marlow Hughes, 60, left. Marlow Hughes Ltd said so.",
        &["Marlow Hughes", "Marlow Hughes Ltd"],
    );
    finds(
        "The National League for Unity (NLU) won. The Shan National League for Unity (SNLU) lost.",
        &["National League for Unity=NLU", "Shan National League for Unity=SNLU"],
    );
    finds(
        "The United States Department of Trade left. The U.S. Department of Trade came.",
        &["United States Department of Trade=U.S. Department of Trade"],
    );
}

#[test]
fn letters_and_starts_of_others() {
    finds(
        "The UN met. The US Nursing Service left.",
        &["UN", "US Nursing Service"],
    );
    finds(
        "Xiaomi Lorang Industrial Investment Fund grew. Xiaomi left.",
        &["Xiaomi Lorang Industrial Investment Fund", "Xiaomi"],
    );
    finds(
        "Huawei Technologies grew. Huawei left.",
        &["Huawei Technologies=Huawei"],
    );
    finds(
        "American International Group Inc. fell. AIG rose.",
        &["American International Group Inc.=AIG"],
    );
}

#[test]
fn units_of_one_name() {
    finds(
        "The Standing Committee of the Kunshan Municipal Party Committee met. The Standing Committee of the Suzhou Municipal \
         Party Committee met too.",
        &[
            "Standing Committee=Standing Committee of the Kunshan Municipal Party Committee",
            "Kunshan Municipal Party Committee",
            "Standing Committee=Standing Committee of the Suzhou Municipal Party Committee",
            "Suzhou Municipal Party Committee",
        ],
    );
}

#[test]
fn a_name_in_capitals_is_called_as_in_running_text() {
    finds(
        "LUIS PRADO resigned. On Monday Luis Prado left.",
        &["Luis Prado=LUIS PRADO"],
    );
    // letters may be short for something
    finds("NATO met on Monday. Officials said Nato would act.", &["NATO=Nato"]);
}

#[test]
fn a_zone_by_its_generic_words() {
    let places = |text: &str| -> Vec<String> {
        let article = article(text);
        let mut extractor = Extractor::new();
        let record = extractor.extract(&article);
        record.places.iter().map(|p| p.name.to_string()).collect()
    };
    assert_eq!(
        places("The Lima Lorande New Area opened. A committee of New Area left."),
        ["Lima Lorande New Area"]
    );
    // of two there is no telling
    assert_eq!(
        places("The Lima Lorande New Area and the Lima Sarune New Area opened. A committee of New Area left.").len(),
        3
    );
}

#[test]
fn furniture_names_nobody() {
    finds(
        "A headline of the day\n\nIt rose in May.\n\nLatest News\n\n2 Min Read",
        &[],
    );
}

#[test]
fn a_place_with_its_generic_word_in_small_letters() {
    let article = article("It lies in Gaziantep province and in Tongzhou district. Wuxi City is large.");
    let mut extractor = Extractor::new();
    let record = extractor.extract(&article);
    let found: Vec<String> = (record.places.iter())
        .map(|p| format!("{}={}", p.name, p.aliases.join("=")))
        .collect();
    assert_eq!(
        found,
        [
            "Gaziantep=Gaziantep province",
            "Tongzhou=Tongzhou district",
            "Wuxi City="
        ]
    );
}

#[test]
fn letters_of_another_body() {
    finds(
        "The Turkish Red Crescent sent tents. Turkey's TRT television said so.",
        &["Turkish Red Crescent", "TRT"],
    );
}

#[test]
fn branches_and_letters_of_units() {
    finds(
        "SMIC (Shenzhen) grew. SMIC Chip Manufacturing (Shenzhen) Co., Ltd. is new.",
        &["SMIC Chip Manufacturing (Shenzhen) Co., Ltd.=SMIC (Shenzhen)"],
    );
    finds(
        "It was founded by the Institute of Circuits of CAS (ICIRCAS).",
        &["Institute of Circuits=ICIRCAS=Institute of Circuits of CAS", "CAS"],
    );
}

#[test]
fn a_building_with_an_ampersand() {
    finds("He spoke at the K&O Hotel. The K&N Group went.", &["K&N Group"]);
}

#[test]
fn places_in_the_order_of_chinese() {
    let article = article("Guests of Jiangsu Wuxi came. It grew in Suzhou Kunshan too.");
    let mut extractor = Extractor::new();
    let record = extractor.extract(&article);
    let found: Vec<&str> = record.places.iter().map(|p| p.name.as_ref()).collect();
    assert_eq!(found, ["Jiangsu", "Wuxi", "Suzhou", "Kunshan"]);
}

#[test]
fn a_name_with_a_small_first_letter() {
    finds("He left Norvane Group for iFlytek.", &["Norvane Group", "iFlytek"]);
}

#[test]
fn the_body_that_a_short_name_was_used_for() {
    // another one with the word came later
    finds(
        "Lorangte Technology Group was sued. Shares of Lorangte fell. Its unit Lorangte Semiconductor Inc. makes chips.",
        &["Lorangte Technology Group=Lorangte", "Lorangte Semiconductor Inc."],
    );
    // a well-known body may bear the name of a town
    finds(
        "Nokia Technology Group was sued. Shares of Nokia fell. Its unit Nokia Semiconductor Inc. makes chips.",
        &["Nokia Technology Group=Nokia", "Nokia Semiconductor Inc."],
    );
    finds(
        "Lorangte Semiconductor Ltd. fell. Lorangte, which makes chips, named Amy Kuo.",
        &["Amy Kuo", "Lorangte Semiconductor Ltd.=Lorangte"],
    );
    finds(
        "The suit was filed by the law firm, K&L Marlow. K&L Marlow said so.",
        &["K&L Marlow"],
    );
}

#[test]
fn a_short_name_blended_of_its_words() {
    finds(
        "The Lima Export Trade Corporation (Limtrade) grew. Limtrade left.",
        &["Lima Export Trade Corporation=Limtrade"],
    );
}

#[test]
fn short_names_of_companies_of_a_city() {
    finds(
        "They inspected Dalian Kelvane Vacuum Technology Co., Ltd. in May. Kelvane Vacuum grew.",
        &["Dalian Kelvane Vacuum Technology Co., Ltd.=Kelvane Vacuum"],
    );
    // the one named first, not its subsidiary
    finds(
        "Kelvane Chip Manufacturing Corp. will sell Kelvane (Lima) Circuit Co. in May. Kelvane said so.",
        &["Kelvane Chip Manufacturing Corp.=Kelvane", "Kelvane (Lima) Circuit Co."],
    );
    finds(
        "Kelvane A/S sued. A suit against Kelvane Hearing Inc. goes on, Kelvane said.",
        &["Kelvane A/S=Kelvane", "Kelvane Hearing Inc."],
    );
}

#[test]
fn towns_of_a_city_that_is_a_division() {
    use crate::record::PlaceKind;
    let article =
        article("The plant in Songjiang of Shanghai opened. Kunshan in Jiangsu and the Suzhou Technology City too.");
    let mut extractor = Extractor::new();
    let record = extractor.extract(&article);
    let found: Vec<_> = record.places.iter().map(|p| (p.name.as_ref(), p.kind)).collect();
    assert!(found.contains(&("Songjiang", PlaceKind::District)), "{found:?}");
    assert!(found.contains(&("Shanghai", PlaceKind::City)), "{found:?}");
    assert!(found.contains(&("Kunshan", PlaceKind::City)), "{found:?}");
    assert!(
        found.contains(&("Suzhou Technology City", PlaceKind::Zone)),
        "{found:?}"
    );
}

#[test]
fn short_names_of_known_companies_and_authorities() {
    // the lexicon knows both, and the legal form is no part of what it knows
    finds(
        "NXP Semiconductors NV and Robert Bosch GmbH will build a plant. NXP and Bosch each hold 10 percent.",
        &["NXP Semiconductors NV=NXP", "Robert Bosch GmbH=Bosch"],
    );
    finds(
        "Ernst Torvane GmbH will build a plant. Torvane shares rose.",
        &["Ernst Torvane GmbH=Torvane"],
    );
    finds(
        "The U.S. Commerce Department agreed. Commerce said more would follow.",
        &["U.S. Commerce Department=Commerce"],
    );
    finds(
        "The Commerce Department agreed. Of its firms, Commerce said 14 are listed.",
        &["Commerce Department=Commerce"],
    );
    // nobody says so
    finds(
        "The U.S. Commerce Department agreed. Commerce grew in May.",
        &["U.S. Commerce Department"],
    );
    finds(
        "The Chip Institute of the University of Lima (ICL) opened it.",
        &[
            "Chip Institute=ICL=Chip Institute of the University of Lima",
            "University of Lima",
        ],
    );
}

#[test]
fn verbs_of_headlines_end_a_name() {
    let under = |title: &str, wanted: &[&str]| {
        let text =
            format!("{title}\n\nMay 5, 2024\n\nIt was said on Monday that the plan is good and that it is late.\n");
        finds(&text, wanted);
    };
    under("Lumeno Devices Guides Low on Weak Demand", &["Lumeno Devices"]);
    under("Kelvar Corp Picks Northern Peru's Lima as Plant Site", &["Kelvar Corp"]);
    under(
        "Kelvar Corp and Torvane Jointly Invest in Power Chips",
        &["Kelvar Corp"],
    );
    under("President Chen Attends the Opening of a Plant", &["Chen"]);
    under("Governor Lin Visits Steel Plant", &["Lin"]);
    under(
        "Longtime Kelvar Tech CEO Luis Prado To Retire",
        &["Luis Prado", "Kelvar Tech"],
    );
    // a name that has such a word
    under("Tops Markets Inc Grows Again in Lima", &["Tops Markets Inc"]);
}

#[test]
fn the_past_of_a_verb_in_a_headline() {
    finds(
        "Mayor Sun Met Guests\n\nOn May 3, Sun Tao, mayor of Wuhu, met guests.",
        &["Sun Tao=Sun"],
    );
    finds("Mayor Wang Ran Visits Lima\n\nWang Ran came on May 3.", &["Wang Ran"]);
}

#[test]
fn one_person_by_two_names() {
    finds(
        "Dana Holt, better known as Danny, was charged. Danny denied it.",
        &["Dana Holt=Danny"],
    );
    finds(
        "Chen Guoli, aka Stephen Moss, was charged.",
        &["Chen Guoli=Stephen Moss"],
    );
    // no other name
    finds(
        "Dana Holt, known to Carl Moss, was charged.",
        &["Dana Holt", "Carl Moss"],
    );
}
