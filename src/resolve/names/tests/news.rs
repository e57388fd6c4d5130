//! Names of city and business news: what a headline, a bracket, a post or a letter too much makes of them.

use super::{finds, lacks};

#[test]
fn a_post_in_front_of_a_family_name_that_is_a_head() {
    finds("Mayor Park emphasised the role of firms.", &["P Park"]);
    finds("Minister Park thanked the guests.", &["P Park"]);
    finds("Rector Song said it was good.", &["P Song"]);
    // one that is called so
    lacks("They met in Mayor Park said the guide.", "P Park");
}

#[test]
fn seats_zones_and_pairs_of_known_bodies() {
    finds(
        "It bought Hong Kong-based Kelvar Design Automation for $10 million.",
        &["L Hong Kong", "O Kelvar Design Automation"],
    );
    finds(
        "He held posts at Lam Research and Applied Materials.",
        &["O Lam Research", "O Applied Materials"],
    );
    finds(
        "The plant lies in the Lan Bau 2 Industrial Park in Peru.",
        &["L Lan Bau 2 Industrial Park"],
    );
    lacks("In May 2 Industrial Park tenants left.", "L May 2 Industrial Park");
    lacks("Kelvar Corp chose Lima South Industrial Park (IP) for it.", "O IP");
    finds(
        "The head of the People's Committee of Bac Ninh Province Vuong Quoc Tuan said it was good.",
        &["O People's Committee of Bac Ninh Province", "P Vuong Quoc Tuan"],
    );
    lacks("The line makes LD/PL-MOSFET chips.", "P PL-MOSFET");
    finds("He is suing KLVX-TV over it.", &["O KLVX-TV"]);
    finds(
        "Amy Kuo, the co-president of Kelvar Corp, said it was good.",
        &["P Amy Kuo", "O Kelvar Corp"],
    );
}

#[test]
fn bodies_of_the_people() {
    finds(
        "He leads the Lima Municipal Committee of the Chinese People's Political Consultative Conference.",
        &[
            "O Lima Municipal Committee",
            "O Chinese People's Political Consultative Conference",
        ],
    );
    finds(
        "Chairman of the Lima City People's Committee Le Van Tam stated that it is good.",
        &["O Lima City People's Committee", "P Le Van Tam"],
    );
    finds(
        "The Lima City People's Committee Office Building is new.",
        &["L Lima City People's Committee Office Building"],
    );
}

#[test]
fn brackets_inside_a_name() {
    finds(
        "Lanbei Port (Group) Co., Ltd and Kelvar Railway(Group) Corporation signed it.",
        &["O Lanbei Port (Group) Co., Ltd", "O Kelvar Railway(Group) Corporation"],
    );
    finds(
        "The Hefei Municipal Artificial Intelligence (AI) Industry Fund was set up.",
        &["O Hefei Municipal Artificial Intelligence (AI) Industry Fund"],
    );
    finds(
        "The Hefei Integrated Circuit (IC) Design Industrial Park grew.",
        &["L Hefei Integrated Circuit (IC) Design Industrial Park"],
    );
    // the letters of the whole end it
    finds(
        "The Lima Chip Association (LCA) Industry Forum was held.",
        &["O Lima Chip Association", "O LCA"],
    );
}

#[test]
fn halves_of_a_body_that_has_units() {
    finds(
        "She sits on the Executive Committee of the Macao Science and Technology Development Fund.",
        &[
            "O Executive Committee",
            "O Macao Science and Technology Development Fund",
        ],
    );
    finds(
        "He left the Board of the Anhui Trade and Investment Promotion Institute.",
        &["O Board of the Anhui Trade and Investment Promotion Institute"],
    );
    finds(
        "The Association for Relations Across the Lima Straits signed it.",
        &["O Association for Relations Across the Lima Straits"],
    );
    finds(
        "The Hengqin-Zhuhai In-Depth Cooperation Zone grew.",
        &["L Hengqin-Zhuhai In-Depth Cooperation Zone"],
    );
    lacks("The theme was “Ningbo-Hefei Co-operation for Growth” in May.", "Co");
}

#[test]
fn letters_and_terms_that_name_nobody() {
    finds("Lima-based AI startup Kelvar was led by VC firms.", &["- AI", "- VC"]);
    finds("UK AI chipmaker Kelvar raised $150 million.", &["L UK", "O Kelvar"]);
    finds(
        "Kelvar makes Dynamic Random-Access Memory (DRAM) chips.",
        &["- Dynamic Random-Access Memory"],
    );
    finds(
        "Kelvar Inc will join the Lumeno Assurance of Supply Program (LASP).",
        &["- Lumeno Assurance of Supply Program"],
    );
    finds("Kuwait TV reported it.", &["O Kuwait TV"]);
    lacks("It was told at 7:50 a.m. Wednesday Beijing Time.", "O Beijing");
    lacks("US-Chinese tensions grew.", "Chinese");
    lacks("Shares of Kelvar Inc (KLVR.O) fell.", "KLVR");
    finds("The Second Session of the Third Council ended.", &["- Third Council"]);
}

#[test]
fn letters_of_a_given_name() {
    finds(
        "It is led by co-CEOs Luis Prado and MJ Tanrik.",
        &["P Luis Prado", "P MJ Tanrik"],
    );
    finds("NS Tsai of Kelvar Corp visited it.", &["P NS Tsai"]);
    lacks("GE Tanrik will visit it.", "P GE");
}

#[test]
fn chips_and_cities_that_are_no_places() {
    lacks("Kelvar said Lunar Lake would arrive this year.", "L Lunar");
    lacks("The new tablet chip is called Lexington, they said.", "L Lexington");
    finds("The town is called Lexington, they said.", &["L Lexington"]);
    lacks("Nine prefecture-level cities took part.", "L Nine");
    lacks("Hefei was awarded as a “National Forest City” in May.", "L National");
    lacks("They spoke of a Smart City plan in Hangzhou.", "L Smart");
    finds("They met in Kansas City in May.", &["L Kansas City"]);
    finds("Researchers at Ohio State built it.", &["O Ohio State"]);
}

#[test]
fn credits_of_a_medium_that_a_district_is_called_like() {
    let in_china =
        |line: &str| format!("A plant opens in Hefei\n\n{line}\n\nA plant opened in Hefei, Anhui Province.\n");
    for line in ["[Photo: Xinhua]", "Updated: May 4, 2021 20:07 Xinhua", "Source: Xinhua"] {
        finds(&in_china(line), &["O Xinhua"]);
    }
    finds("It lies in Xinhua District, Shijiazhuang.", &["L Xinhua District"]);
}

#[test]
fn sentences_end_behind_a_legal_form() {
    finds(
        "The plant was built by Kelvar Inc. Dana Holm of Lumeno Corp visited it.",
        &["O Kelvar Inc.", "P Dana Holm"],
    );
    finds(
        "It filed a suit against Kelvar Corp. Kelvar Corp decided to sell.",
        &["O Kelvar Corp.", "O Kelvar Corp"],
    );
    finds("KL norvane Inc. said it grew.", &["O KL norvane Inc."]);
    finds(
        "Integrated Lima Works Inc (ILWI) agreed to it.",
        &["O Integrated Lima Works Inc"],
    );
    lacks("Founded Kelvar Corp in May, he said.", "Founded");
}

#[test]
fn bodies_of_an_event_and_sites() {
    finds(
        "The Lanbei Organizing Committee for the 2022 Games met.",
        &["O Lanbei Organizing Committee for the 2022 Games"],
    );
    finds("The Lanbei Committee for 2022 met.", &["O Lanbei Committee"]);
    finds("According to KelvarData.com, it grew.", &["O KelvarData.com"]);
    lacks("They said “Kizuna Matsuri” took place in May.", "P Kizuna");
}

#[test]
fn companies_and_people_like_words() {
    finds(
        "Cypress Semiconductor Inc made an offer. Cypress said on Monday it will hire 20 people.",
        &["O Cypress"],
    );
    finds("They met in Cypress on Monday.", &["L Cypress"]);
    finds("They met Yonghua Song, rector of Lima University.", &["P Yonghua Song"]);
    finds("Shares of Lumeno Song fell.", &["- Lumeno Song"]);
    lacks("KELVEX China 2014 opened in Lima.", "O KELVEX");
    finds(
        "She was sworn into the Western District of Texas.",
        &["O Western District of Texas"],
    );
}

#[test]
fn what_stands_beside_a_company_is_none_of_it() {
    finds(
        "On Monday the Kelvar Board of Directors formed a committee. Kelvar makes chips.",
        &["O Kelvar"],
    );
    lacks("Under Decision No. 1693/QD-TTg, it was approved.", "QD");
    finds(
        "It was built by Hefei Science and technology innovation Commission in May.",
        &["O Hefei Science and technology innovation Commission"],
    );
    lacks("Hefei Science and technology firms grew.", "technology firms");
    lacks("Hefei Power and seeks Commission consent.", "seeks");
    finds("Chipmaker Microchip Technology grew.", &["O Microchip Technology"]);
}

#[test]
fn labels_of_a_page_are_no_names() {
    lacks(
        "Mayor inspects the park\n\nTIME : 2020-06-24\n\nOn June 22, Mayor Li Ming inspected Intel.",
        "O TIME",
    );
    // the months that follow a given name
    lacks("In February, Japan said it would invest in Intel.", "L February");
    finds(
        "A plant opens\n\nBy Ma Lie and Lu Hongyan in Wuxi\n\nIntel opened it.",
        &["P Ma Lie", "P Lu Hongyan"],
    );
    finds("New Intel CEO Amy Kuo left.", &["O Intel", "P Amy Kuo"]);
    finds("New Zealand Post grew.", &["O New Zealand Post"]);
    finds("Gemma October, a lawyer, said it was late.", &["P Gemma October"]);
}

#[test]
fn given_names_like_small_words() {
    finds("Han Jae-in resigned.", &["P Han Jae-in"]);
    finds("Park Jong-in opened the plant.", &["P Park Jong-in"]);
    finds("He Min, head of the bureau, left.", &["P He Min"]);
    finds("He Yuanlin also left.", &["P He Yuanlin"]);
    finds("Hu Jinhua and Luo Minhua left.", &["P Hu Jinhua"]);
    finds("Professors Wei Bo and Tang Min left.", &["P Tang Min"]);
    finds("They met Ms Kuo, Mr Hon Wai-keung and Dr Gu.", &["P Hon Wai-keung"]);
    lacks("She saw the Hon Elizabeth Kwok.", "Hon");
    lacks("He can win.", "He");
    finds("The vice president of Lumeno Gao Lin left.", &["O Lumeno", "P Gao Lin"]);
}

#[test]
fn what_stands_before_a_hyphen_and_leads() {
    lacks("It held a CEO-level WKV meeting.", "level");
    finds("KDI, the global leader in pumps, was sold.", &["O KDI"]);
}

#[test]
fn places_that_somebody_dreams_of() {
    finds(
        "Wuhu aims to build a trillion-yuan “World Chip Valley” soon.",
        &["- World Chip Valley"],
    );
    finds("He works in “Silicon Valley”.", &["L Silicon Valley"]);
}

#[test]
fn who_holds_a_post_of_a_committee_or_an_embassy() {
    finds(
        "The chairman of the CPPCC Provincial Committee Ma Zhong left.",
        &["P Ma Zhong"],
    );
    finds(
        "The Korean Embassy in China Lee Min-ho left.",
        &["P Lee Min-ho", "L China"],
    );
}

#[test]
fn people_called_by_words() {
    finds("John Carter was arrested.", &["P John Carter"]);
    finds("Tom Baker visited Lima.", &["P Tom Baker"]);
    finds("The trial of Bob Tanner began.", &["P Bob Tanner"]);
    finds("Mark Smith visited Lima.", &["P Mark Smith"]);
    // words that mean something together
    lacks("They met in Jack Hall on Monday.", "P Jack Hall");
}

#[test]
fn houses_of_a_parliament() {
    finds(
        "The Oyo State House of Assembly passed the budget.",
        &["O Oyo State House of Assembly"],
    );
    finds(
        "The Virginia House of Delegates passed the bill.",
        &["O Virginia House of Delegates"],
    );
}

#[test]
fn authorities_with_several_fields_in_front() {
    finds(
        "Kenya's Meteorology, Climatology and Geophysics Agency said so.",
        &["O Meteorology, Climatology and Geophysics Agency"],
    );
    finds(
        "The Economy, Trade, and Industry Ministry said so.",
        &["O Economy, Trade, and Industry Ministry"],
    );
    // no owner in front, or a company behind
    finds(
        "He met Water, Trade and Industry Ministry staff.",
        &["O Trade and Industry Ministry"],
    );
    finds(
        "The Economy, Trade and Industry Corp rose.",
        &["O Trade and Industry Corp"],
    );
}

#[test]
fn envoys_behind_the_country_where_they_are() {
    finds(
        "The Ghanaian Ambassador to Peru Ngo Van Linh said so.",
        &["L Peru", "P Ngo Van Linh"],
    );
    finds(
        "The US Ambassador to Vietnam David Shear left.",
        &["L Vietnam", "P David Shear"],
    );
    finds("The road to Peru Steel Company is closed.", &["O Peru Steel Company"]);
}

#[test]
fn prices_and_days_are_no_names() {
    lacks("Bail was set at RM10,000 for each charge.", "RM10");
    finds("The court fined Kofi Mensah RM10,000.", &["P Kofi Mensah"]);
    lacks("LIMA, NOV. 9: The governor left.", "NOV");
    finds("The firm NOV left.", &["O NOV"]);
}

#[test]
fn what_opens_a_sentence_is_no_part_of_the_name() {
    finds("Former Kelvar Inc. chief Dana Holt left.", &["O Kelvar Inc."]);
    finds("Nov 24 Chipmaker Lumeno Corp said so.", &["O Lumeno Corp"]);
    finds(
        "Corvex Fills Chief Executive Role\n\nCorvex hired a chief.",
        &["O Corvex"],
    );
}

#[test]
fn places_that_are_no_people() {
    finds("They visited Barangay Bacayan.", &["L Barangay Bacayan"]);
    finds("He died on a major Toowoomba road.", &["L Toowoomba"]);
    finds("The Hama Factory opened.", &["L Hama Factory"]);
    lacks("The mayor spoke in Cebuano.", "L Cebuano");
}
