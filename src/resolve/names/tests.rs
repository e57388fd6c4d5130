//! Names of short texts: what is found, cut where, and taken for what.

mod boards;
mod bodies;
mod kinds;
mod news;
mod whole;

use super::{Kind, Names};
use crate::text::document::Buffers;

/// Names of the text with what they are taken for: `P`erson, `O`rganisation, p`L`ace or `-`.
fn names(text: &str) -> Vec<String> {
    let mut buffers = Buffers::default();
    let document = buffers.read(text);
    let mut names = Names::default();
    names.read(&document, None);
    let mut found = Vec::new();
    for candidate in &names.candidates.list {
        let kind = match names.kind_of(candidate) {
            Kind::Person => 'P',
            Kind::Organisation => 'O',
            Kind::Place => 'L',
            Kind::Other => '-',
        };
        found.push(format!("{kind} {}", document.slice(candidate.start, candidate.end)));
    }
    found
}

#[track_caller]
fn finds(text: &str, wanted: &[&str]) {
    let found = names(text);
    for name in wanted {
        assert!(found.iter().any(|f| f == name), "{name} is not in {found:?} of {text}");
    }
}

#[track_caller]
fn lacks(text: &str, unwanted: &str) {
    let found = names(text);
    assert!(
        !found.iter().any(|f| f.contains(unwanted)),
        "{unwanted} is in {found:?} of {text}"
    );
}

#[test]
fn roads_with_numbers_and_letters() {
    finds("A truck overturned on FM 645 near the farm.", &["L FM 645"]);
    finds("Deputies stopped him on KY 80 west.", &["L KY 80"]);
    finds("The house off 40th Avenue South burned.", &["L 40th Avenue South"]);
    finds("It happened near West 11th Street.", &["L West 11th Street"]);
    finds("The shop at 12 Seventh Street N.W. closed.", &["L Seventh Street N.W."]);
    finds("She lives in the 1300 block of Avenue Q with him.", &["L Avenue Q"]);
    finds("He drove along Highway 19 and I-75.", &["L Highway 19", "L I-75"]);
    lacks("He moved to Lubbock, TX 79401 last year.", "TX 79401");
    lacks("It was the 40th Annual Meeting of the club.", "L 40th");
    lacks("The US 100 years ago was another country.", "US 100");
}

#[test]
fn posts_stand_between_a_place_and_a_person() {
    finds(
        "So Morland County Deputy Coroner Gary Fitch said.",
        &["L Morland County", "P Gary Fitch"],
    );
    finds(
        "Then Dublin Investigator Gregory Smith spoke.",
        &["L Dublin", "P Gregory Smith"],
    );
    lacks("Then Mary Baker Jones spoke.", "P Jones");
}

#[test]
fn a_person_is_of_a_place() {
    finds(
        "It hit Betty Kessler of Myerstown on Monday.",
        &["P Betty Kessler", "L Myerstown"],
    );
    lacks("It was the end of Myerstown on Monday.", "L Myerstown");
}

#[test]
fn a_place_in_a_country_or_division_that_the_article_names() {
    // *Alberta* is a given name and a family name too
    finds(
        "Alberta's lab is equipped. The lab in Edmonton is not ready.",
        &["L Alberta"],
    );
    finds(
        "Alberta's lab is equipped. The lab in Nairobi is not ready.",
        &["P Alberta"],
    );
}

#[test]
fn bodies_of_a_place_are_not_the_place() {
    finds(
        "The DeKalb City Council voted on Monday. Snow reached DeKalb in the night.",
        &["O DeKalb City Council", "L DeKalb"],
    );
    finds(
        "Drummond Process Corp. fell. Later Drummond said so.",
        &["O Drummond Process Corp.", "O Drummond"],
    );
}

#[test]
fn a_place_of_the_gazetteer_is_no_full_name() {
    finds("Seoul and The Hague said nothing.", &["L The Hague"]);
}

#[test]
fn short_names_that_the_article_gives() {
    let text = "Hanjiang Integrated Circuit (Xiangyang) Co., Ltd. (hereinafter referred to as “Hanjiang Integrated”) \
                grew. Hanjiang Integrated was founded in 2022.";
    finds(text, &["O Hanjiang Integrated"]);
    // a company without its legal form
    finds(
        "Halvorsen ASA rose on Tuesday. Halvorsen climbed again.",
        &["O Halvorsen ASA", "O Halvorsen"],
    );
    // what is no body has no short name that is one
    lacks(
        "The Information Technology Agreement (ITA) helped. The ITA helped.",
        "O ITA",
    );
}

#[test]
fn family_names_and_given_names_that_are_words() {
    finds("Mr. He Xianhan spoke. He Xianhan left.", &["P He Xianhan"]);
    finds("Zhao Jun and his team went to Wuxi.", &["P Zhao Jun"]);
    lacks("He spoke to them on Jun 5.", "Jun");
}

#[test]
fn words_in_small_letters_inside_a_company() {
    finds(
        "He works for Shanghai Shenhe thermal magnetic Electronics Co., Ltd. in Wuxi.",
        &["O Shanghai Shenhe thermal magnetic Electronics Co., Ltd."],
    );
    finds(
        "He left Intel for chip maker Lanqi Co., Ltd. in Wuxi.",
        &["O Lanqi Co., Ltd."],
    );
}

#[test]
fn committees_of_the_party() {
    finds(
        "He is secretary of the Communist Party of China Dezhou Municipal Committee.",
        &["O Communist Party of China Dezhou Municipal Committee"],
    );
    finds(
        "He leads the Jiangbei New Area Party and Labor Committee.",
        &["O Jiangbei New Area Party and Labor Committee"],
    );
}

#[test]
fn headlines_in_capitals() {
    let read = |text: &str| {
        let article = crate::testing::article(text);
        let mut extractor = crate::Extractor::new();
        let record = extractor.extract(&article);
        let people: Vec<String> = record.people.iter().map(|p| p.name.to_string()).collect();
        let places: Vec<String> = record.places.iter().map(|p| p.name.to_string()).collect();
        (people, places, record.organisations.len())
    };
    let text = "CANADA SEALS MINERALS ACCORDS AS TRADE CHIEF TOURS JAKARTA\n\nThe two sides met on Monday in Oslo.";
    let places = ["CANADA", "JAKARTA", "Oslo"].map(String::from).to_vec();
    assert_eq!(read(text), (vec![], places, 0));
    let text = "Mr. Li Xiaomin Inspects Development of Industry in Wuxi\n\nLi Xiaomin came on Monday.";
    assert_eq!(read(text).0, ["Li Xiaomin"]);
}

#[test]
fn places_that_act_are_places() {
    finds("Beijing asked Brussels to act.", &["L Beijing", "L Brussels"]);
    finds("The works belong to Statistics Canada.", &["O Statistics Canada"]);
}

#[test]
fn what_only_a_company_does() {
    for text in [
        "Ardexa plans to set up a design centre here.",
        "Ardexa, which runs the plant, left.",
        "Last year it bought a local start-up, Ardexa, for a dollar.",
        "Ardexa is one of the largest makers of wafers.",
        "Ardexa declined to comment.",
    ] {
        finds(text, &["O Ardexa"]);
    }
    // some town of China has nearly every name of two syllables
    finds("Huaxin makes sensors for cars.", &["O Huaxin"]);
    // a city may do so too, and two words that nobody knows may be somebody
    lacks("Wuxi will invest 3 billion yuan in it.", "O Wuxi");
    lacks("Zintal Vexo declined to comment.", "O Zintal Vexo");
}

#[test]
fn a_company_and_its_seat() {
    finds(
        "Engineers of Kelvar Semiconductor of Hefei came.",
        &["O Kelvar Semiconductor", "L Hefei"],
    );
    finds(
        "Staff of the Industrial Bank of Korea came.",
        &["O Industrial Bank of Korea"],
    );
}

#[test]
fn companies_without_legal_form() {
    finds("Zhilu AI, a major player in its field, was listed.", &["O Zhilu AI"]);
    finds(
        "Guangdong Minghua's chip was launched in Shenzhen.",
        &["O Guangdong Minghua"],
    );
    finds("Shanghai Tonecomm raised HK$664 million.", &["O Shanghai Tonecomm"]);
    finds(
        "Alcatel-Lucent said on Monday it will cut 900 jobs.",
        &["O Alcatel-Lucent"],
    );
    finds(
        "Google sold Motorola Home to Arris for $2 billion.",
        &["O Motorola Home", "O Arris"],
    );
    finds(
        "Shares of Danaher rose. Oracle shares fell.",
        &["O Danaher", "O Oracle"],
    );
    finds("Ford said it will build a plant in Ohio.", &["O Ford", "L Ohio"]);
    finds("AbbVie's profit fell to $1.2 billion.", &["O AbbVie"]);
    finds("3D Systems shares fell on Monday.", &["O 3D Systems"]);
    // but people and places
    finds("Wang Feng raised $3 million for the school.", &["P Wang Feng"]);
    finds("Jackson Wu launched the campaign on Monday.", &["P Jackson Wu"]);
    finds(
        "China said it will cut tariffs. Ohio reported sales of cars.",
        &["L China", "L Ohio"],
    );
    finds("The Tokyo stock market fell.", &["L Tokyo"]);
    finds("He went from Jiangsu Changzhou to Wuxi.", &["L Wuxi"]);
    lacks("Net profit rose. Common stock fell.", "O Net");
    lacks("The 3D NAND chip is made in Wuhan.", "D NAND");
    lacks("Hefei ICC opened in June.", "P Hefei ICC");
    lacks("Bitcoin ASIC makers left.", "P Bitcoin ASIC");
}

#[test]
fn commas_and_and_inside_names() {
    finds(
        "Lawyers of Antonov, Harring & Thompson LLP filed the suit.",
        &["O Antonov, Harring & Thompson LLP"],
    );
    lacks("In Tokyo, Harrington & Thompson LLP filed the suit.", "Tokyo,");
    finds(
        "The National Defense Science, Technology and Industry Bureau issued rules.",
        &["O National Defense Science, Technology and Industry Bureau"],
    );
    finds(
        "Lanspeed Venture Partners and Tarn Ventures invested.",
        &["O Lanspeed Venture Partners", "O Tarn Ventures"],
    );
    finds(
        "China Electronics and Information Industry Development Institute met.",
        &["O China Electronics and Information Industry Development Institute"],
    );
    finds(
        "The Union of Democratic Forces of Guinea won.",
        &["O Union of Democratic Forces of Guinea"],
    );
    finds(
        "The Shanghai IC industry Investment Fund invested.",
        &["O Shanghai IC industry Investment Fund"],
    );
    finds(
        "The Guangdong-Macao In-depth Cooperation Zone grew.",
        &["L Guangdong-Macao In-depth Cooperation Zone"],
    );
    finds(
        "The China (Fujian) Pilot Free Trade Zone grew.",
        &["L China (Fujian) Pilot Free Trade Zone"],
    );
    finds(
        "He is with Lanhai Co. in the Xi'an High-tech Industries Development Zone, a producer of modules.",
        &["L Xi'an High-tech Industries Development Zone"],
    );
    finds(
        "The Carbon School District hired two teachers.",
        &["O Carbon School District"],
    );
}

#[test]
fn stock_codes_are_no_names() {
    lacks("Lantu Motors (NYSE:LTM) grew.", "NYSE");
    lacks("ACM Research (NASDAQ: ACMR, SSE: 688082) grew.", "NASDAQ");
    finds("It is listed on the NYSE in New York.", &["O NYSE"]);
}

#[test]
fn people_behind_fields_and_bodies() {
    finds(
        "Minister of Planning and Investment Nguyen Chi Dung spoke.",
        &["P Nguyen Chi Dung"],
    );
    finds(
        "Minister of Science and Technology Huynh Thanh Dat spoke.",
        &["P Huynh Thanh Dat"],
    );
    finds(
        "He met U.S. Secretary of Commerce Howard Lutnick.",
        &["P Howard Lutnick"],
    );
    finds(
        "An engineer at SK Hynix Kim Young-sik spoke.",
        &["O SK Hynix", "P Kim Young-sik"],
    );
    finds(
        "The general manager of the company Wang Pilong said so.",
        &["P Wang Pilong"],
    );
    finds("They heard of Edouard Nakuriki in May.", &["P Edouard Nakuriki"]);
    finds("The actor Roy Hudd OBE died.", &["P Roy Hudd"]);
    finds("Vice Premier Liu He on Monday met visitors.", &["P Liu He"]);
    finds("Liu xiaoping, an expert, spoke.", &["P Liu xiaoping"]);
    finds("It was bought by Nana Kofi XV last week.", &["P Nana Kofi XV"]);
    lacks("That was Liu. He left.", "Liu He");
}

#[test]
fn families_with_a_mark_inside() {
    finds(
        "Then Anne d'Ornano left. Sinead O’Brien stayed.",
        &["P Anne d'Ornano", "P Sinead O’Brien"],
    );
    finds("He reads L'Aurore and Moore’s Law there.", &["- Moore"]);
}

#[test]
fn authorities_in_small_letters() {
    finds(
        "The Hefei bureau of science and technology said so.",
        &["O Hefei bureau of science and technology"],
    );
    finds("The Lima statistics bureau said so.", &["O Lima statistics bureau"]);
    lacks("The Lima weather was bad.", "weather");
}

#[test]
fn who_comes_from_enterprises() {
    finds(
        "He met guests from enterprises, including Ni Guangke and Sun Fengyi, academicians of the academy.",
        &["P Ni Guangke", "P Sun Fengyi"],
    );
    finds(
        "In Shenzhen Kelvarshan Die Casting Technology Company, he saw the line.",
        &["O Shenzhen Kelvarshan Die Casting Technology Company"],
    );
}

#[test]
fn hyphens_inside_names() {
    finds(
        "He toured Lima High-end Equipment Park.",
        &["L Lima High-end Equipment Park"],
    );
    finds(
        "She joined the Lima Large-scale Chip Research Center.",
        &["O Lima Large-scale Chip Research Center"],
    );
    finds(
        "A fab in Lima National Hi-tech district opened.",
        &["L Lima National Hi-tech district"],
    );
    finds("She met Chey Tae-won on Friday.", &["P Chey Tae-won"]);
    lacks("He rode Lima High-end bikes.", "bikes");
}

#[test]
fn cities_in_front_of_names() {
    finds(
        "Recently, Nanjing Jiangning Development Zone held a fair.",
        &["L Nanjing Jiangning Development Zone"],
    );
    finds(
        "She runs the Non-volatile Memory Division of Kelvar Corp.",
        &["O Non-volatile Memory Division"],
    );
}

#[test]
fn family_names_that_are_words_in_front_of_places() {
    finds(
        "Yin Chengwu left. Park Min-jae stayed. Yesterday Wuxi grew.",
        &["P Yin Chengwu", "P Park Min-jae", "L Wuxi"],
    );
    finds("A Beijing team says so.", &["L Beijing"]);
}

#[test]
fn credits_behind_each_other_are_no_name() {
    finds(
        "Prices rose. Reporting by Amy Kuo Editing by Luis Prado",
        &["P Amy Kuo", "P Luis Prado"],
    );
    // without *by* it is a name like any other
    finds("Prices rose. Amy Kuo Editing", &["P Amy Kuo Editing"]);
}
