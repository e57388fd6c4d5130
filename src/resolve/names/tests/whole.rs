//! Where names end: marks, brackets, posts and small words that belong to them or do not.

use super::{finds, lacks};

#[test]
fn names_that_end_in_an_owners_mark() {
    finds(
        "Dillow's Inc reported a loss. Shares of Dillow's fell. The chain is not Hobson's.",
        &["O Dillow's Inc", "O Dillow's"],
    );
    finds("Retailer Hobson's has lowered its outlook.", &["O Hobson's"]);
    finds("Last week Hobson's reported a profit of $12 million.", &["O Hobson's"]);
    // a participle, and what is said of a place
    lacks("Last week Hobson's reported profit was small.", "Hobson's");
    lacks("Illinois fell, while Kentucky's climbed a bit.", "Kentucky's");
    lacks(
        "The Children's Fund grew. Later the children's has grown.",
        "- Children's",
    );
}

#[test]
fn letters_in_brackets() {
    finds(
        "The Association of Nurses and Midwives Union (ANMU) called a strike.",
        &["O Association of Nurses and Midwives Union", "O ANMU"],
    );
    finds(
        "The Association of Nurses and Midwives Union called a strike.",
        &["O Association of Nurses", "O Midwives Union"],
    );
    // a common noun and a list are nobody
    finds("It put them on the Unverified List (UVL) on Monday.", &["- UVL"]);
    finds("It is an original design manufacturer (ODM) of phones.", &["- ODM"]);
}

#[test]
fn two_companies_are_not_one() {
    finds(
        "On Monday Harmon Semiconductor and Delta Corp opened a plant.",
        &["O Harmon Semiconductor", "O Delta Corp"],
    );
    finds(
        "It was sold to Lanhai Semiconductor and Display Co., Ltd. in Wuxi.",
        &["O Lanhai Semiconductor and Display Co., Ltd."],
    );
    finds(
        "It was sold to Trans Veld Oil and Gas Ltd in May.",
        &["O Trans Veld Oil and Gas Ltd"],
    );
}

#[test]
fn what_a_post_is_for_is_no_body() {
    finds(
        "Union Minister for Railways, Communications, Electronics and Information Technology, Arun Mehta spoke.",
        &["P Arun Mehta", "- Railways", "- Communications"],
    );
    finds("She is vice president of Communications there.", &["- Communications"]);
    finds("She is vice president of Intel there.", &["O Intel"]);
    finds(
        "According to the Ningbo Municipal Commission of Economy and Informatization, output rose.",
        &["O Ningbo Municipal Commission of Economy and Informatization"],
    );
}

#[test]
fn posts_with_small_words() {
    finds("It was attended by chairman of the Board Gu Zeming.", &["P Gu Zeming"]);
    finds(
        "Then FBI Special Agent in Charge Karen Doyle spoke.",
        &["O FBI", "P Karen Doyle"],
    );
    finds(
        "He appeared before U.S. District Judge Alan Reese.",
        &["L U.S.", "P Alan Reese"],
    );
    finds(
        "Then Morland County Commissioner Gary Fitch spoke.",
        &["L Morland County"],
    );
}

#[test]
fn countries_by_their_full_names() {
    finds(
        "The Minister of Trade of the Republic of Kenya James Otieno met Ann Hart.",
        &["L Republic of Kenya", "P James Otieno"],
    );
    finds("The Bank of Ghana cut its rate.", &["O Bank of Ghana"]);
}

#[test]
fn names_that_are_small_words() {
    finds("IDC analyst Will Barlow said so.", &["P Will Barlow"]);
    finds(
        "It is good, said Mohammed Nor Yusof on Monday.",
        &["P Mohammed Nor Yusof"],
    );
    lacks("They asked what You Will See there.", "Will");
    lacks("An MoU has been signed. A MoU was signed.", "An MoU");
    lacks("He paid 5 million U.S. Dollars on Monday.", "Dollars");
    lacks("The 29-MW White Oak wind farm opened.", "MW");
}

#[test]
fn bodies_with_marks_and_small_words_inside() {
    finds(
        "Lanzhou State-owned Capital Group won.",
        &["O Lanzhou State-owned Capital Group"],
    );
    lacks("Then State-owned Lorimer Steel won.", "State-owned Lorimer");
    finds("Then Orient (M) Bhd won.", &["O Orient (M) Bhd"]);
    lacks("He said (M) Bhd was a form.", "O Bhd");
    finds("The deal with McDonald's was signed.", &["O McDonald's"]);
    finds(
        "The Gansu Association for Friendship with Foreign Countries won.",
        &["O Gansu Association for Friendship with Foreign Countries"],
    );
    finds(
        "The Lanzhou Big Data & Internet of Things Cooperation Meeting was held.",
        &["- Lanzhou Big Data & Internet of Things Cooperation Meeting"],
    );
    lacks("A road along the Belt and Road was built.", "L Belt and Road");
    finds(
        "The “World Light” Partner Conference took place.",
        &["- “World Light” Partner Conference"],
    );
    finds(
        "It was the Annual Meeting of the Lima Association.",
        &["- Annual Meeting of the Lima Association"],
    );
    lacks("It is a 60 Billion Industry Fund.", "Billion");
    finds("It was told by Thomson Reuters I/B/E/S today.", &["O Thomson Reuters"]);
}

#[test]
fn letters_of_zones_and_stocks() {
    finds("Lanzhou High-tech Zone (LHZ) won. LHZ said so.", &["L LHZ"]);
    finds("The Lima Institute (LI) won.", &["O LI"]);
    finds("Norvane (NVN) posted a profit.", &["O Norvane", "O NVN"]);
    finds("It was the Treaty of Amity and Trade (TAT) of Lima.", &["- TAT"]);
}

#[test]
fn people_and_none() {
    finds("Guo Wen and Fan Li visited Wuhu.", &["P Fan Li"]);
    lacks("The “Gansu Model” has won.", "P Gansu Model");
    finds(
        "Deputy director of Gansu Investment Agency Chen Bo left.",
        &["O Gansu Investment Agency", "P Chen Bo"],
    );
    finds("It was the carmaker Lanhai.", &["O Lanhai"]);
    finds(
        "Chief Minister Nara Chandrababu Naidu left.",
        &["P Nara Chandrababu Naidu"],
    );
}

#[test]
fn fields_of_one_line() {
    finds(
        "Editor: Priya Naidoo   Source: Lima Daily   Updated: 3 May 2024",
        &["P Priya Naidoo", "O Lima Daily"],
    );
    // a thin space that does not break is no gap
    finds("It rained. Mr. Zhou\u{202f}Zixue said no.", &["P Zhou\u{202f}Zixue"]);
}

#[test]
fn what_a_body_is_for_is_no_body() {
    finds(
        "The State Administration of Foreign Experts Affairs met.",
        &["O State Administration of Foreign Experts Affairs"],
    );
    finds(
        "The Key Laboratory of Intelligent Microsystems opened.",
        &["O Key Laboratory of Intelligent Microsystems"],
    );
    finds(
        "The Ministry of Gender, Labour and Social Development met.",
        &["O Ministry of Gender, Labour and Social Development"],
    );
    finds(
        "He works at the Centre for African Studies in Lima.",
        &["O Centre for African Studies"],
    );
    // a body of its own
    finds(
        "He met the Minister of Trade of the Kelvar Experts Association.",
        &["O Kelvar Experts Association"],
    );
}

#[test]
fn posts_and_verbs_end_a_body() {
    finds(
        "The chairman of Kelvar Corp. Luis Prado said so.",
        &["O Kelvar Corp.", "P Luis Prado"],
    );
    finds(
        "Earlier Xinhua hired China Merchants Securities.",
        &["O Xinhua", "O China Merchants Securities"],
    );
    lacks(
        "The 2021 International Symposium on Intelligent Microsystems was held.",
        "O International Symposium on Intelligent Microsystems",
    );
    // a branch of a body is one, Mr Branch is not
    finds(
        "The Circuit Branch of the Kelvar Association met.",
        &["O Circuit Branch", "O Kelvar Association"],
    );
    lacks("A report by Alex Branch said so.", "O Alex Branch");
}

#[test]
fn letters_of_places_and_mixed_letters() {
    finds(
        "Both lie in the Yangtze River Delta (YRD). The YRD plan is old.",
        &["L Yangtze River Delta", "L YRD"],
    );
    finds(
        "The Bank of Lima (BoL) met. BoL will act.",
        &["O Bank of Lima", "O BoL"],
    );
    finds(
        "The World Food Programme (WFP) left. The Kelvar Programme left.",
        &["O World Food Programme", "O WFP", "- Kelvar Programme"],
    );
}

#[test]
fn a_seat_is_no_short_name() {
    finds(
        "Jiangyin Lorangte Xinmao Technology Co., Ltd. grew. Li Ming, mayor of Jiangyin, and Jiangyin municipal leaders left.",
        &["L Jiangyin"],
    );
    finds("Norton District of Lima is poor.", &["L Norton District", "L Lima"]);
    finds("They crossed the Gulf of Aden.", &["L Gulf of Aden"]);
    finds(
        "Rivertown Capital, Yuhai Capital and others invested.",
        &["O Yuhai Capital"],
    );
}

#[test]
fn posts_of_cities_and_companies() {
    finds(
        "Chen Bo, Party Secretary of Shanghai, spoke.",
        &["P Chen Bo", "L Shanghai"],
    );
    lacks("Chen Bo, Secretary of Commerce, spoke.", "O Commerce");
    finds("He met Kelvar CEO Amy Kuo.", &["O Kelvar", "P Amy Kuo"]);
    finds("He met Kelvar's former chief financial officer Amy Kuo.", &["O Kelvar"]);
}

#[test]
fn compounds_inside_names() {
    finds(
        "Kelvar Energy-saving Technology Co., Ltd. grew. The Lumeno Science-based Industrial Park grew.",
        &[
            "O Kelvar Energy-saving Technology Co., Ltd.",
            "L Lumeno Science-based Industrial Park",
        ],
    );
    // a body whose leader or seat stands in front of the hyphen
    lacks("The Amy Stone-led Group left.", "Stone-led");
    finds("Shanghai-based Kelvar Group left.", &["L Shanghai", "O Kelvar Group"]);
    finds(
        "He left the Tsinghua University Micro and Nano Institute.",
        &["O Tsinghua University Micro and Nano Institute"],
    );
}

#[test]
fn societies_in_small_letters() {
    finds(
        "It was led by the Jiangsu semiconductor industry association in Nanjing.",
        &["O Jiangsu semiconductor industry association", "L Nanjing"],
    );
    lacks("It was led by the Jiangsu government.", "Jiangsu government");
    finds("The Wuxi Delegation left.", &["- Wuxi Delegation"]);
    finds(
        "The 4th General Assembly was held. The UN General Assembly met.",
        &["- 4th General Assembly", "O UN General Assembly"],
    );
}

#[test]
fn names_of_two_and_starts_of_names() {
    finds(
        "Norvane Capital and Delta Chips Inc invested.",
        &["O Norvane Capital", "O Delta Chips Inc"],
    );
    finds(
        "Shaanxi Norvane Investment Group grew. Shaanxi Norvane Investment's line is new.",
        &["O Shaanxi Norvane Investment"],
    );
    finds("On Monday Mr. Hao left.", &["P Hao"]);
}

#[test]
fn directions_in_small_letters() {
    finds(
        "It was held in central China's Hubei Province.",
        &["L central China", "L Hubei Province"],
    );
    // a part of a country is no region of its own
    finds("It was held in northern India.", &["L India"]);
}

#[test]
fn heads_with_fields_and_sites() {
    finds(
        "He left the Chip Science Committee of Ministry of Information Industry.",
        &["O Chip Science Committee", "O Ministry of Information Industry"],
    );
    finds(
        "He left the Lima Institute of Nano-tech and Nano-bionics.",
        &["O Lima Institute of Nano-tech and Nano-bionics"],
    );
    finds("Fire broke out at the LG Display P10 plant.", &["O LG Display"]);
    finds("It was held in Paju, Gyeonggi-do.", &["L Gyeonggi-do"]);
    lacks("He is listed on it. The STAR market opened.", "O The STAR");
    finds(
        "The State-owned Assets Commission of Lima left.",
        &["O State-owned Assets Commission of Lima"],
    );
    finds("He spoke of “One Zone and Two Centers”.", &["- One Zone"]);
    finds("He leads the C-MRS branch.", &["- C-MRS"]);
    // a county of another province is part of a company's name
    finds("On Monday Hefei Changxing left.", &["O Hefei Changxing"]);
}

#[test]
fn units_of_units_and_of_peoples_bodies() {
    finds(
        "He left the Standing Committee of the Taizhou Municipal People's Congress.",
        &["O Standing Committee", "O Taizhou Municipal People's Congress"],
    );
    finds(
        "He leads the Chip Circuits Division of the Electronic Department of the Ministry of Industry.",
        &[
            "O Chip Circuits Division",
            "O Electronic Department",
            "O Ministry of Industry",
        ],
    );
    finds(
        "It is the Ministry of Education's Higher Education Department.",
        &["O Ministry of Education", "O Higher Education Department"],
    );
}

#[test]
fn funds_and_works() {
    finds("It was led by V Fund.", &["O V Fund"]);
    finds("It was led by Norvane Partners China.", &["O Norvane Partners China"]);
    finds(
        "The Lima Action Plan for Fostering Chip Clusters was released.",
        &["- Lima Action Plan for Fostering Chip Clusters"],
    );
    finds(
        "ANKARA. KAZINFORM - At least 19 people were killed.",
        &["L ANKARA", "O KAZINFORM"],
    );
}

#[test]
fn zones_in_small_letters() {
    finds(
        "He saw the Wuhan East Lake demonstration zone and the Lumeno high-tech zone.",
        &["L Wuhan East Lake demonstration zone", "L Lumeno high-tech zone"],
    );
    finds("It lies in a Wuxi industrial park.", &["L Wuxi"]);
    finds(
        "A fair opened at the Lorande exhibition centre and in the Sorana chip park.",
        &["L Lorande exhibition centre", "L Sorana chip park"],
    );
    finds(
        "It was held at the Hotel Lorande in Lima.",
        &["L Hotel Lorande", "L Lima"],
    );
    finds(
        "It was held in room 8, Lorande campus, on Monday.",
        &["L Lorande campus"],
    );
    // any hotel of the city, a hall of a company, those who run one
    finds("She left her Jakarta hotel.", &["L Jakarta"]);
    finds("It was held at the Intel conference hall.", &["O Intel"]);
    finds("Wuxi conference centre managers left.", &["L Wuxi"]);
    finds("Yang Song, mayor of Lima, left.", &["P Yang Song"]);
    finds(
        "The Research Center of Chip System Integration was opened.",
        &["O Research Center of Chip System Integration"],
    );
    finds(
        "He met the heads of five enterprises, including Lutho, Exan and Ankon.",
        &["O Lutho", "O Exan", "O Ankon"],
    );
}

#[test]
fn places_with_one_head_and_what_is_named_after_a_king() {
    finds(
        "Traffic stopped on Paint Creek Road and Cabin Creek Road.",
        &["L Paint Creek Road", "L Cabin Creek Road"],
    );
    finds(
        "It lies in the Delta Arts and Recreation District.",
        &["L Delta Arts and Recreation District"],
    );
    // a trade in front of *of* is no body, a bank is
    finds("Construction of Kelvar Science Park began.", &["L Kelvar Science Park"]);
    finds("The Bank of Lima grew.", &["O Bank of Lima"]);
    // a hall named after a king is no man
    lacks("The King Salman Industries Complex in Lima was opened.", "P Salman");
    finds(
        "Kelvar Chief Content Officer Amy Kuo and Luis Prado, chief growth officer, left.",
        &["P Amy Kuo", "P Luis Prado"],
    );
}

#[test]
fn acts_that_start_with_letters() {
    lacks("The recently enacted CHIPS and Science Act grants money.", "O CHIPS");
    finds("NASA and Kelvar Corp. met.", &["O NASA", "O Kelvar Corp."]);
}

#[test]
fn fields_that_and_joins_and_boards_of_posts() {
    finds(
        "The Guangdong Semiconductor and Integrated Circuit Industry Fund grew.",
        &["O Guangdong Semiconductor and Integrated Circuit Industry Fund"],
    );
    finds(
        "The Guangdong Semiconductor and Delta Industry Fund grew.",
        &["O Guangdong Semiconductor", "O Delta Industry Fund"],
    );
    finds(
        "The Institute of Kelvarsystems and Information Technology of the Chinese Academy of Sciences met.",
        &["O Institute of Kelvarsystems and Information Technology"],
    );
    finds("The Chairman of the Board of Kelvar Corp. left.", &["O Kelvar Corp."]);
    lacks(
        "The Chairman of the Board of Kelvar Corp. left.",
        "O Board of Kelvar Corp.",
    );
    // what a design house is
    finds("China chip designer Unisar is seeking funds.", &["O Unisar"]);
}
