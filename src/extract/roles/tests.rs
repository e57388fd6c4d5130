//! Posts of people in short texts.

use crate::Extractor;
use crate::testing::article;

/// The people of a text with their roles.
#[track_caller]
fn holds(text: &str, wanted: &[(&str, &str)]) {
    let article = article(text);
    let mut extractor = Extractor::new();
    let record = extractor.extract(&article);
    let found: Vec<(&str, &str)> = record
        .people
        .iter()
        .flat_map(|person| person.roles.iter().map(|role| (&*person.name, &*role.title)))
        .collect();
    assert_eq!(found, wanted, "{text}");
}

#[test]
fn the_place_behind_an_owner_is_governed() {
    let text = "Li Ming, acting governor of north China's Hebei Province, opened the fair.";
    let article = article(text);
    let mut extractor = Extractor::new();
    let json = serde_json::to_value(extractor.extract(&article)).unwrap();
    let places = json["places"].as_array().unwrap();
    let hebei = places.iter().find(|place| place["name"] == "Hebei Province").unwrap();
    assert_eq!(json["people"][0]["roles"][0]["place"], hebei["id"]);
}

#[test]
fn nouns_in_front_belong_to_the_title() {
    holds(
        "It was late, said marketing manager Amy Kuo.",
        &[("Amy Kuo", "marketing manager")],
    );
    holds("He met finance chief Amy Kuo.", &[("Amy Kuo", "finance chief")]);
    // but not the second half of a compound
    holds("He met long-time leader Robert Mugabe.", &[("Robert Mugabe", "leader")]);
}

#[test]
fn a_holder_stands_behind_a_comma() {
    holds("The company's president, Amy Kuo, left.", &[("Amy Kuo", "president")]);
    holds("The German ambassador, Amy Kuo, left.", &[("Amy Kuo", "ambassador")]);
    holds(
        "Amy Kuo, an engineer with the ministry, left.",
        &[("Amy Kuo", "engineer")],
    );
    holds("He left the company as president, Amy Kuo said.", &[]);
}

#[test]
fn titles_side_by_side() {
    holds(
        "Amy Kuo, President, CEO, and Chairman of Altera, left.",
        &[("Amy Kuo", "President"), ("Amy Kuo", "CEO"), ("Amy Kuo", "Chairman")],
    );
    // what is held no more is not told as if it were
    holds("He met Amy Kuo, former CEO of Micron.", &[("Amy Kuo", "former CEO")]);
    holds("Kelvar's ex-CEO Amy Kuo left.", &[("Amy Kuo", "ex-CEO")]);
    holds("He met Amy Kuo, now CEO of Micron.", &[("Amy Kuo", "CEO")]);
    holds("Amy Kuo, a 63-year-old shopkeeper, left.", &[("Amy Kuo", "shopkeeper")]);
    holds(
        "The dismissal of Amy Kuo as chief executive of Micron surprised investors.",
        &[("Amy Kuo", "chief executive")],
    );
    holds(
        "A spokeswoman for the European Commission, Amy Kuo, said so.",
        &[("Amy Kuo", "spokeswoman")],
    );
}

#[test]
fn the_next_ones_post_is_not_his() {
    holds(
        "Zhao Yongqing, Wuxi Party Secretary Zhang Zhu and others came.",
        &[("Zhang Zhu", "Party Secretary")],
    );
    holds(
        "Amy Kuo, deputy mayor of Wuxi, and representatives of suppliers came.",
        &[("Amy Kuo", "deputy mayor")],
    );
}

#[test]
fn words_that_narrow_a_post() {
    holds(
        "Youssef Ghali, the former Egyptian finance minister, was tried.",
        &[("Youssef Ghali", "former Egyptian finance minister")],
    );
    holds(
        "It is late, noted Wang Qiang, an economics professor at Renmin University of China.",
        &[("Wang Qiang", "economics professor")],
    );
    holds(
        "Jane Roe, who currently serves as CEO of Norma Group, left.",
        &[("Jane Roe", "CEO")],
    );
    holds("Jane Roe, people said, left the market manager.", &[]);
}

#[test]
fn owners_without_a_name() {
    holds(
        "Richard Johnson, the sneaker chain's chief operating officer, left.",
        &[("Richard Johnson", "chief operating officer")],
    );
    holds(
        "Greg Brown, currently the company's president and chief executive, left.",
        &[("Greg Brown", "president"), ("Greg Brown", "chief executive")],
    );
    holds(
        "The firm's China head, Neil Shen, left.",
        &[("Neil Shen", "China head")],
    );
    holds("Orion Corp.’s president, Amy Kuo, left.", &[("Amy Kuo", "president")]);
}

#[test]
fn a_post_in_a_unit_is_in_the_body() {
    let article =
        article("Wei Shaojun, chairman of the IC design branch of CSIA and a professor at Tsinghua University, left.");
    let mut extractor = Extractor::new();
    let record = extractor.extract(&article);
    let of = |n: usize| {
        let role = &record.people[0].roles[n];
        let body = record.organisations.iter().find(|o| Some(o.id) == role.organisation);
        (role.title.to_string(), body.map(|o| o.name.to_string()))
    };
    assert_eq!(of(0), ("chairman".into(), Some("CSIA".into())));
    assert_eq!(of(1), ("professor".into(), Some("Tsinghua University".into())));
}

#[test]
fn a_minister_has_a_field() {
    let article = article(
        "Minister of Foreign Affairs Amy Kuo met the Minister of Health, Trade and Industry, Kwame Osei, in Rome.",
    );
    let mut extractor = Extractor::new();
    let record = extractor.extract(&article);
    assert!(record.organisations.is_empty());
    let of = |n: usize| record.people[n].roles[0].of.as_deref();
    assert_eq!(of(0), Some("Foreign Affairs"));
    assert_eq!(of(1), Some("Health, Trade and Industry"));
}

#[test]
fn a_title_in_front_of_the_next_name_is_his() {
    holds(
        "Lanhai Group director and COO Tien Lu, Intel president and CEO Peter Wendt and Intel CEO Amy Kuo came.",
        &[
            ("Tien Lu", "director"),
            ("Tien Lu", "COO"),
            ("Peter Wendt", "president"),
            ("Peter Wendt", "CEO"),
            ("Amy Kuo", "CEO"),
        ],
    );
    holds(
        "It was opened by Chief Minister of Assam Amy Kuo, Chief Minister of Kerala Li Wei and others.",
        &[("Amy Kuo", "Chief Minister"), ("Li Wei", "Chief Minister")],
    );
    holds(
        "Amy Kuo, president and CEO of Intel, came.",
        &[("Amy Kuo", "president"), ("Amy Kuo", "CEO")],
    );
}

#[test]
fn bodies_of_posts() {
    let of = |text: &str, wanted: &[(&str, &str, &str)]| {
        let article = article(text);
        let mut extractor = Extractor::new();
        let record = extractor.extract(&article);
        let name = |role: &crate::record::Role<'_>| {
            let body = role
                .organisation
                .and_then(|id| record.organisations.iter().find(|o| o.id == id));
            body.map(|o| o.name.to_string())
                .or_else(|| role.of.as_ref().map(|of| of.to_string()))
                .unwrap_or_default()
        };
        let found: Vec<(String, String, String)> = record
            .people
            .iter()
            .flat_map(|p| {
                p.roles
                    .iter()
                    .map(|r| (p.name.to_string(), r.title.to_string(), name(r)))
            })
            .collect();
        let wanted: Vec<(String, String, String)> = wanted
            .iter()
            .map(|(p, t, o)| (p.to_string(), t.to_string(), o.to_string()))
            .collect();
        assert_eq!(found, wanted, "{text}");
    };
    of(
        "Amy Kuo, Vice Minister of the Ministry of Commerce, spoke.",
        &[("Amy Kuo", "Vice Minister", "Ministry of Commerce")],
    );
    of(
        "Chairman Amy Kuo of Dorvale Group left.",
        &[("Amy Kuo", "Chairman", "Dorvale Group")],
    );
    // several have nobody's body
    of(
        "The company told chairman Amy Kuo of the plan.",
        &[("Amy Kuo", "chairman", "")],
    );
    of(
        "Dorvale Group (DVG) chairman Amy Kuo left.",
        &[("Amy Kuo", "chairman", "Dorvale Group")],
    );
    of(
        "Amy Kuo has quit as chairman of Dorvale Group.",
        &[("Amy Kuo", "chairman", "Dorvale Group")],
    );
    of("Amy Kuo was seen as a threat by Dorvale Group.", &[]);
    of(
        "Amy Kuo, an official with Dorvale Group, left.",
        &[("Amy Kuo", "official", "Dorvale Group")],
    );
    of(
        "Amy Kuo, Chairman of China's battery alliance, spoke.",
        &[("Amy Kuo", "Chairman", "China's battery alliance")],
    );
    of(
        "Amy Kuo, president of Dorvale Group, and deputy head of the bureau Luo Ping spoke.",
        &[
            ("Amy Kuo", "president", "Dorvale Group"),
            ("Luo Ping", "deputy head", "bureau"),
        ],
    );
    of(
        "Amy Kuo, a Beijing-based telecom expert, left.",
        &[("Amy Kuo", "telecom expert", "")],
    );
    of(
        "He met Trade and Industry Minister Amy Kuo.",
        &[("Amy Kuo", "Trade and Industry Minister", "")],
    );
    of(
        "He met Japan and Industry Minister Amy Kuo.",
        &[("Amy Kuo", "Industry Minister", "")],
    );
}

#[test]
fn posts_in_units_and_of_the_world() {
    holds(
        "It was told by Secretary of the Kunshan Municipal Party Committee of the CPC Luis Prado.",
        &[("Luis Prado", "Secretary")],
    );
    holds(
        "Amy Kuo, Global Chairman of the Global Alliance of Makers, left.",
        &[("Amy Kuo", "Global Chairman")],
    );
    holds(
        "Kelvar Insider editor in chief Amy Kuo left.",
        &[("Amy Kuo", "editor in chief")],
    );
    holds(
        "US National Security Advisor Amy Kuo left.",
        &[("Amy Kuo", "National Security Advisor")],
    );
}

#[test]
fn two_posts_in_front() {
    holds(
        "On Monday Deputy Secretary of the Municipal Party Committee and Mayor Wu Xin left.",
        &[("Wu Xin", "Deputy Secretary"), ("Wu Xin", "Mayor")],
    );
    holds(
        "On Monday Kelvar chairman and CEO Amy Kuo left.",
        &[("Amy Kuo", "chairman"), ("Amy Kuo", "CEO")],
    );
    // the first is somebody else's
    holds(
        "Luis Prado, mayor of Lima and governor Amy Kuo left.",
        &[("Luis Prado", "mayor"), ("Amy Kuo", "governor")],
    );
    holds("On Monday officials and Mayor Wu Xin left.", &[("Wu Xin", "Mayor")]);
}

#[test]
fn forms_of_address_that_are_posts() {
    holds("New York Gov. Amy Kuo left.", &[("Amy Kuo", "Gov.")]);
    holds(
        "The governor of the Kelso region, Amy Kuo, left.",
        &[("Amy Kuo", "governor")],
    );
    holds("Lt. Gen. Luis Prado left.", &[("Luis Prado", "Lt. Gen.")]);
    holds("Mr. Luis Prado left.", &[]);
    holds("They met Luis Prado, General Motors and Ford.", &[]);
    holds(
        "Superintendent of Police Luis Prado left.",
        &[("Luis Prado", "Superintendent of Police")],
    );
}

#[test]
fn leaders_that_are_listed() {
    holds(
        "Municipal leaders including Ma Ming and Lu Guo left.",
        &[("Ma Ming", "Municipal leaders"), ("Lu Guo", "Municipal leaders")],
    );
}

#[test]
fn managers_and_fellows() {
    holds("Amy Kuo, former GM of Micron, left.", &[("Amy Kuo", "former GM")]);
    holds(
        "Amy Kuo, a senior research fellow at the Lima Institute of Economic Research, left.",
        &[("Amy Kuo", "senior research fellow")],
    );
}

#[test]
fn fields_of_ministers_and_posts_once_held() {
    holds(
        "It was told by Environment and Urbanization Minister Amy Kuo.",
        &[("Amy Kuo", "Environment and Urbanization Minister")],
    );
    holds("On Monday Minister Amy Kuo left.", &[("Amy Kuo", "Minister")]);
    holds(
        "Amy Kuo, the CEO of Micron, once served as the CTO of Intel.",
        &[("Amy Kuo", "CEO"), ("Amy Kuo", "CTO")],
    );
}

#[test]
fn what_somebody_has_been_and_where_from() {
    holds(
        "Amy Kuo has been chief executive of Kelvar Corp. since 2020.",
        &[("Amy Kuo", "chief executive")],
    );
    holds("Amy Kuo has been told to leave.", &[]);
    let of = |text: &str| -> Vec<(bool, bool)> {
        let article = article(text);
        let mut extractor = Extractor::new();
        let record = extractor.extract(&article);
        let roles = record.people.iter().flat_map(|person| &person.roles);
        roles
            .map(|role| (role.organisation.is_some(), role.of.is_some()))
            .collect()
    };
    assert_eq!(of("Professor Li Ming from Fudan University agreed."), [(true, false)]);
    assert_eq!(of("Mayor Li Ming from Wuxi agreed."), [(false, false)]);
    assert_eq!(
        of("Li Ming has been president for the past four years."),
        [(false, false)]
    );
}

#[test]
fn what_somebody_is_said_to_be() {
    holds("Amy Kuo is the president of Kelvar.", &[("Amy Kuo", "president")]);
    holds("Amy Kuo is Intel's chief executive.", &[("Amy Kuo", "chief executive")]);
    holds(
        "Amy Kuo was president and CEO of Kelvar.",
        &[("Amy Kuo", "president"), ("Amy Kuo", "CEO")],
    );
    holds("Amy Kuo is not the president of Kelvar.", &[]);
    holds("Amy Kuo was named president of Kelvar.", &[("Amy Kuo", "president")]);
    holds("Amy Kuo was not named president of Kelvar.", &[]);
    holds("Amy Kuo did not serve as president of Kelvar.", &[]);
    holds("Amy Kuo was mayor Luis Prado's guest.", &[("Luis Prado", "mayor")]);
}

#[test]
fn a_body_that_opens_the_text() {
    holds("Municipal Committee and Mayor Wu left.", &[("Wu", "Mayor")]);
}

#[test]
fn a_post_that_several_share() {
    holds(
        "Amy Kuo and Luis Prado, academicians of the Kelvar Academy, spoke.",
        &[("Amy Kuo", "academicians"), ("Luis Prado", "academicians")],
    );
    holds(
        "Amy Kuo joined Kelvar as chief engineer.",
        &[("Amy Kuo", "chief engineer")],
    );
    holds(
        "Amy Kuo, a famous nano scientist, member of the Kelvar Academy, spoke.",
        &[("Amy Kuo", "member")],
    );
}

#[test]
fn posts_that_are_anothers() {
    // *as* behind a verb that gives nobody a post
    holds(
        "Amy Kuo joined Intel as chief engineer in May.",
        &[("Amy Kuo", "chief engineer")],
    );
    holds("Amy Kuo visited Kelvar Corp. as minister on Monday.", &[]);
    // one country each
    let article = article("Luis Prado and Amy Kuo, presidents of Peru and Chile, met in Lima.");
    let mut extractor = Extractor::new();
    let record = extractor.extract(&article);
    let mut roles = record.people.iter().flat_map(|person| &person.roles);
    assert!(roles.all(|role| role.place.is_none()));
}

#[test]
fn who_is_named_to_a_post() {
    holds(
        "Amy Kuo was appointed director of Kelvar in May.",
        &[("Amy Kuo", "director")],
    );
    holds("Amy Kuo has been named CFO in January 2009.", &[("Amy Kuo", "CFO")]);
    holds(
        "Amy Kuo was recently promoted to vice president of Kelvar.",
        &[("Amy Kuo", "vice president")],
    );
    holds("Amy Kuo was appointed in May.", &[]);
    holds("Amy Kuo became the dean of Lima University.", &[("Amy Kuo", "dean")]);
    holds("Amy Kuo became the star of the show.", &[]);
    // new in the post, which is no part of it
    holds("Kelvar's new chairman Amy Kuo left.", &[("Amy Kuo", "chairman")]);
    holds("Outgoing chairman Amy Kuo left.", &[("Amy Kuo", "chairman")]);
}

#[test]
fn forms_of_address_and_ranks_by_letters() {
    holds(
        "Prime Minister Datuk Seri Rahim Salleh spoke.",
        &[("Rahim Salleh", "Prime Minister")],
    );
    holds("Hazaribag SP Ravi Kaul spoke.", &[("Ravi Kaul", "SP")]);
    holds("It was taken over by AIG Musa Bello.", &[("Musa Bello", "AIG")]);
    holds("The SP Group spoke to Ravi Kaul.", &[]);
}

#[test]
fn posts_of_states() {
    holds(
        "The Minister of Energy of Ghana, Kofi Mensah, spoke.",
        &[("Kofi Mensah", "Minister of Energy")],
    );
    holds(
        "Ambassador of Peru to Kenya Luis Prado spoke.",
        &[("Luis Prado", "Ambassador")],
    );
    holds("Peru's ambassador to China Amy Kuo left.", &[("Amy Kuo", "ambassador")]);
    holds(
        "He met the consul of the Peruvian Embassy in Chad, Luis Prado, there.",
        &[("Luis Prado", "consul")],
    );
    holds(
        "The police chief in Lima, Luis Prado, left.",
        &[("Luis Prado", "police chief")],
    );
    // what was is a post as well, but not that of somebody's spouse
    holds(
        "Peru's former president, Luis Prado, left.",
        &[("Luis Prado", "former president")],
    );
    holds(
        "The Peruvian president at the time, Luis Prado, left.",
        &[("Luis Prado", "president")],
    );
    holds("It moved the spouse of the late president, Ana Pell, to tears.", &[]);
    holds(
        "Two other former leaders, Ana Pell and Luis Prado, are there.",
        &[("Ana Pell", "former leaders"), ("Luis Prado", "former leaders")],
    );
}

#[test]
fn what_a_post_is_of_is_no_holder() {
    holds(
        "Amy Kuo, the former president of trading house Lorande Prado, left.",
        &[("Amy Kuo", "former president")],
    );
    holds(
        "They met president of trading house Luis Prado.",
        &[("Luis Prado", "president")],
    );
}
