//! Bodies of the world: posts inside and behind their names, fields, branches, parties.

use super::{finds, lacks};

#[test]
fn a_post_that_is_part_of_the_body() {
    finds(
        "FIFA rules apply, Ministry of Justice said on Friday.",
        &["O Ministry of Justice"],
    );
    finds(
        "The Peruvian General Petroleum Company signed it.",
        &["O Peruvian General Petroleum Company"],
    );
    finds(
        "He leads the General Intelligence Department now.",
        &["O General Intelligence Department"],
    );
    // a rank in front of a name
    finds(
        "They met General Robert Holt of the Lima Institute.",
        &["P Robert Holt"],
    );
    finds(
        "He appeared in the Rundu Magistrate's Court on Tuesday.",
        &["O Rundu Magistrate's Court"],
    );
    finds(
        "The Peruvian Prosecutor General's Office said so.",
        &["O Peruvian Prosecutor General's Office"],
    );
    // where something was says the county, not the office
    finds(
        "Deputies of the Laurel County Sheriff's Office came.",
        &["L Laurel County"],
    );
}

#[test]
fn who_holds_a_post_of_a_body() {
    finds(
        "The leader of KVM Hector Llantil told reporters.",
        &["O KVM", "P Hector Llantil"],
    );
    finds(
        "Chairman of Lima Steel Group Adeyo Musalim came.",
        &["O Lima Steel Group", "P Adeyo Musalim"],
    );
    finds(
        "They met Lima Port Authority Chairman Rear Admiral Musa Adeyo.",
        &["O Lima Port Authority", "P Musa Adeyo"],
    );
    finds(
        "They met Lima Chamber of Commerce and Industry President Dana Holt.",
        &["O Lima Chamber of Commerce and Industry", "P Dana Holt"],
    );
    finds(
        "On Monday KVM Public Relations Officer Erasmus Nekuntil said so.",
        &["O KVM", "P Erasmus Nekuntil"],
    );
}

#[test]
fn names_with_arabic_and_persian_links() {
    finds("Salim bin Said bin Mahad left.", &["P Salim bin Said bin Mahad"]);
    finds(
        "The late Sheikh Zayed bin Sultan Al Nahri did it.",
        &["P Zayed bin Sultan Al Nahri"],
    );
    finds(
        "She teaches at Sher-e-Lorim Agricultural University.",
        &["O Sher-e-Lorim Agricultural University"],
    );
    lacks("He took the Lima-to-Callao train.", "Lima-to");
    finds("She died in Mar del Plata in March.", &["L Mar del Plata"]);
}

#[test]
fn fields_and_branches_of_a_body() {
    finds(
        "He studied at the University of Lima for Science and Technology.",
        &["O University of Lima for Science and Technology"],
    );
    finds(
        "The Peruvian Chamber of Commerce in Korea met.",
        &["O Peruvian Chamber of Commerce in Korea"],
    );
    finds(
        "They visited the Food and Agricultural Research and Extension Institute.",
        &["O Food and Agricultural Research and Extension Institute"],
    );
    finds(
        "She joined the Securities and Futures Commission.",
        &["O Securities and Futures Commission"],
    );
    finds(
        "He spoke to Kuwait News Agency (KUNA) and left.",
        &["O Kuwait News Agency", "O KUNA"],
    );
}

#[test]
fn letters_for_what_is_no_body() {
    lacks("The Global Biodiversity Framework (GBF) was signed.", "O GBF");
    finds(
        "They met Petroleum Minister Dana Holt.",
        &["- Petroleum", "P Dana Holt"],
    );
    finds(
        "United Nations Secretary-General Dana Holt came.",
        &["O United Nations"],
    );
}

#[test]
fn parties_with_their_kind_in_small_letters() {
    finds("Members of the Conservative party voted.", &["O Conservative party"]);
    finds("Leaders of the Golkar party voted.", &["O Golkar"]);
    lacks("They held the Christmas party early.", "Christmas party");
}

#[test]
fn what_only_bodies_are_called() {
    finds("He praised the vocal quartet Lorimella on Monday.", &["O Lorimella"]);
    finds("The KVM deputy president left.", &["O KVM"]);
    finds("Members of the Ratsimon protest group left.", &["O Ratsimon"]);
    // a team of a town is no body's name
    lacks("The Lourdes team finished ninth.", "O Lourdes");
}

#[test]
fn what_a_firm_makes_is_no_part_of_its_name() {
    finds(
        "Chipmaker Kelvar Corp on Wednesday forecast higher revenue.",
        &["O Kelvar Corp"],
    );
    finds("Chipmaker Association opened a fair.", &["O Chipmaker Association"]);
}

#[test]
fn bodies_in_other_languages_and_blends() {
    finds(
        "He studied at the Universidad Santa Rosa.",
        &["O Universidad Santa Rosa"],
    );
    finds(
        "Luis Prado joined Corporación Kelvar in May.",
        &["O Corporación Kelvar"],
    );
    // ranks are no bodies
    lacks("It was taken over by AIG Adeyo, who left.", "AIG");
    lacks("Others say that it is so.", "Others");
    // a letter of two bytes behind *Mac*
    finds("MacÞór Holt spoke to Amy Kuo.", &["P Amy Kuo"]);
}

#[test]
fn regions_with_a_small_start() {
    finds("Trade across sub-Saharan Africa grew.", &["L sub-Saharan Africa"]);
    finds("He was held at Barvano prison.", &["L Barvano"]);
    finds("US ambassador to China Amy Kuo spoke.", &["P Amy Kuo", "L China"]);
}

#[test]
fn a_company_that_shares_its_name_with_a_county() {
    let opened = "opened a plant on Monday. Longquan has offices in Lima.";
    finds(&format!("Shanghai Longquan Microelectronics {opened}"), &["O Longquan"]);
    // of the company's own province, and a place that something is in
    lacks(&format!("Hangzhou Longquan Microelectronics {opened}"), "O Longquan");
    lacks(
        "Shanghai Longquan Microelectronics opened a plant on Monday. It has offices in Longquan.",
        "O Longquan",
    );
}

#[test]
fn what_a_company_is_stands_in_front_of_its_name() {
    for noun in ["Chipmaker", "Utility"] {
        finds(
            &format!("{noun} Kelvar Semiconductor said so."),
            &["O Kelvar Semiconductor"],
        );
    }
    lacks("Airline Pilots Association said so.", "O Pilots Association");
    finds("LIMA, May 3 -- Retailer Kelvar said so.", &["O Kelvar"]);
    lacks("Semiconductor shares fell.", "O Semiconductor");
    finds("The firm said Kelvar shares fell.", &["O Kelvar"]);
}

#[test]
fn words_of_a_title_are_no_bodies() {
    lacks("He gave a report titled \"From Lab to Fab\" in Lima.", "O Fab");
    lacks(
        "He gave a speech titled “Building a Global Chip Alliance” in Lima.",
        "O ",
    );
    finds(
        "He founded the “Global Chip Alliance” in Lima.",
        &["O Global Chip Alliance"],
    );
}

#[test]
fn branches_in_a_country_and_phases_of_a_fund() {
    finds(
        "Intel China opened a center. Existing shareholder Norvane China took part. Volkswagen China sold cars.",
        &["O Intel China", "O Norvane China", "O Volkswagen China"],
    );
    // behind a given name it is a family name
    finds(
        "Anatole France wrote it. The novelist Anatole France said so.",
        &["P Anatole France"],
    );
    finds(
        "The round was led by the Norvane Chip Industry Investment Fund Phase III.",
        &["O Norvane Chip Industry Investment Fund Phase III"],
    );
    finds("Luis Prado III said so.", &["P Luis Prado III"]);
}

#[test]
fn two_words_in_pinyin_without_a_family_name() {
    for text in [
        "Zhongke Xinrui Semiconductor grew. Tianyue Xianjin, a substrate maker, reported revenue of 1.2 billion yuan.",
        "Tianyue Xianjin, a substrate maker, reported revenue of 1.2 billion yuan.",
    ] {
        finds(text, &["O Tianyue Xianjin"]);
    }
    finds(
        "Sources said that Huaxin Xinke would build a line.",
        &["O Huaxin Xinke"],
    );
    // a family name in front, and what other languages write like that
    finds("Sources said that Hua Xinke would build a line.", &["P Hua Xinke"]);
    finds("Governor Dani Dayan said so.", &["P Dani Dayan"]);
}

#[test]
fn a_hall_for_two_uses() {
    finds(
        "It was held at the Hunan International Conference and Exhibition Center in Changsha.",
        &["L Hunan International Conference and Exhibition Center"],
    );
    finds(
        "It runs at the Yiwu International Expo and Trade Center.",
        &["L Yiwu International Expo and Trade Center"],
    );
    // a body of its own in front
    lacks(
        "It belongs to the Lima Institute and Exhibition Center.",
        "L Lima Institute and Exhibition Center",
    );
}

#[test]
fn a_company_by_a_word_that_a_town_bears_too() {
    let plant = "Halden Semiconductor ASA opened a plant. ";
    finds(&format!("{plant}Halden has 310 people on the payroll."), &["O Halden"]);
    finds(&format!("{plant}It lies in Halden."), &["L Halden"]);
    let fund = "Suzhou Anyuan Circuits Co., Ltd. grew. A fund put 3 billion yuan into ";
    finds(&format!("{fund}Anyuan, a manager of Anyuan said."), &["O Anyuan"]);
}

#[test]
fn themes_of_meetings_name_nobody() {
    for text in [
        "The forum, themed “Chips Connect Asia”, was held in Lima.",
        "It opened with the theme of “Gathering Chips in the Bay Area, Intelligence for the Future” in Lima.",
        "The theme of this year's forum is \"Core Power of Wuxi\", said a man in Lima.",
    ] {
        finds(text, &["L Lima"]);
        for name in ["P Chips Connect Asia", "L Bay Area", "O Core Power of Wuxi"] {
            lacks(text, name);
        }
    }
    // what is quoted otherwise
    finds("The forum called “Wuxi” a hub.", &["L Wuxi"]);
}
