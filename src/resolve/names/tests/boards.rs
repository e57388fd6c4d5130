//! Committees, councils, departments and other units: of which kind they are, whose they are, and where their names end.

use super::{finds, lacks};

/// The organisations of a text: each name with its kind, its short names behind `=` and what it is a unit of behind `<`.
fn bodies(text: &str) -> Vec<String> {
    let article = crate::testing::article(text);
    let mut extractor = crate::Extractor::new();
    let record = extractor.extract(&article);
    let name = |id| record.organisations.iter().find(|o| Some(o.id) == id).map(|o| &o.name);
    let body = |o: &crate::record::Organisation<'_>| {
        let mut body = format!("{} {}", format!("{:?}", o.kind).to_lowercase(), o.name);
        for alias in &o.aliases {
            body += &format!("={alias}");
        }
        if let Some(whole) = name(o.part_of) {
            body += &format!("<{whole}");
        }
        body
    };
    record.organisations.iter().map(body).collect()
}

#[test]
fn boards_that_are_no_authorities() {
    for (name, kind) in [
        ("Wuhu Municipal Committee", "party"),
        ("Provincial Standing Committee", "party"),
        ("Joint Steering Committee", "association"),
        ("Specialized Committee for the Competition", "association"),
        ("Chip Committee", "association"),
        ("Tokyo Organizing Committee", "association"),
        ("World Lithography Council", "association"),
        ("8th Council of the Lima Chip Association", "association"),
        ("Department of Chip Science", "university"),
        ("Materials Engineering Department", "university"),
        // authorities
        ("Wuhu Municipal Bureau of Finance", "government"),
        ("National Standards Council", "government"),
        ("Lima Technical Committee", "government"),
        ("House Science Committee", "government"),
        ("Department of Science and Technology", "government"),
        ("Peruvian Department of Physics", "government"),
        ("Lima City Council", "government"),
    ] {
        assert_eq!(
            bodies(&format!("The {name} met on Monday.")),
            [format!("{kind} {name}")]
        );
    }
}

#[test]
fn units_of_the_body_in_front() {
    let text = "The Lima Chip Association's Standards Committee met.";
    let unit = "association Standards Committee<Lima Chip Association";
    assert_eq!(bodies(text), ["association Lima Chip Association", unit]);
    let text = "The Ministry of Trade's Chip Department issued a plan.";
    assert_eq!(
        bodies(text),
        [
            "government Ministry of Trade",
            "government Chip Department<Ministry of Trade"
        ]
    );
    let text = "They visited Lima University of Technology School of Optics.";
    let school = "university School of Optics<Lima University of Technology";
    assert_eq!(bodies(text), ["university Lima University of Technology", school]);
    let text = "Samsung Electronics' Foundry Division grew.";
    assert_eq!(bodies(text)[1], "company Foundry Division<Samsung Electronics");
    lacks("They met in Northern Division of Fiji.", "O Northern Division");
    // a research institute stays one, and what a company buys is no unit
    let text = "The Lima University's Chip Research Institute grew.";
    assert!(bodies(text).contains(&"institute Chip Research Institute<Lima University".to_string()));
    let text = "Kelvar Corp's Tarn Semiconductor grew.";
    assert!(bodies(text).iter().all(|body| !body.contains('<')), "{text}");
}

#[test]
fn bodies_that_are_not_one() {
    let two = |text: &str, first: &str, second: &str| assert_eq!(bodies(text), [first, second], "{text}");
    two(
        "Lima University and Lima University of Science signed it.",
        "university Lima University",
        "university Lima University of Science",
    );
    two(
        "The Delwin Institute and the Delwin Institute of Physics signed it.",
        "institute Delwin Institute",
        "institute Delwin Institute of Physics",
    );
    two(
        "Kelvar Group (Wuxi) Chip Co., Ltd opened a plant. Kelvar Group said so.",
        "company Kelvar Group (Wuxi) Chip Co., Ltd",
        "company Kelvar Group",
    );
    two(
        "SEMI and SEMI China signed it.",
        "association SEMI",
        "association SEMI China",
    );
    two(
        "Orlin Electronics and Kestrel Corp signed a deal.",
        "company Orlin Electronics",
        "company Kestrel Corp",
    );
    // short names of one
    let one = |text: &str, body: &str| assert_eq!(bodies(text), [body], "{text}");
    one(
        "The Delft University of Technology grew. Delft University said so.",
        "university Delft University of Technology=Delft University",
    );
    one(
        "Kelvar Optics (Wuxi) Chip Co., Ltd opened a plant. Kelvar Optics said so.",
        "company Kelvar Optics (Wuxi) Chip Co., Ltd=Kelvar Optics",
    );
    one(
        "USA Hauling and Recycling Inc. signed a deal.",
        "company USA Hauling and Recycling Inc.",
    );
}

#[test]
fn letters_of_universities_bodies_and_events() {
    let text = "The contest was at Nanjing University. It was organized by NJU.";
    assert_eq!(bodies(text), ["university Nanjing University=NJU"]);
    let text = "The contest was at Nanjing University. It was organized by KLU.";
    assert_eq!(bodies(text).len(), 2);
    for text in [
        "He joined Orlin Electronics Corp (ORC, 台力電) in May. ORC hired him.",
        "He joined Orlin Electronics Corp (台力電, ORC) in May. ORC hired him.",
    ] {
        assert_eq!(bodies(text), ["company Orlin Electronics Corp=ORC"]);
    }
    let text = "The Lima Institute of Optics and Information technology (LIOI) met.";
    let name = "institute Lima Institute of Optics and Information technology=LIOI";
    assert_eq!(bodies(text), [name]);
    let text = "The Institute of Microelectronics of CAS, or IMECAS, met.";
    assert!(bodies(text)[0].contains("=IMECAS=") && bodies(text)[0].ends_with("<CAS"));
    // terms, and an event with its year
    assert_eq!(
        bodies("Kelvar Corp licenses IP (Intellectual Property) now."),
        ["company Kelvar Corp"]
    );
    let text = "They met at WICS 2016 — the Wuhu International Chip Symposium. The 17th session of WICS was held.";
    assert!(bodies(text).is_empty());
    lacks("The IPO raised 300 million yuan for Kelvar Corp.", "O IPO");
    // a court by its letters, not those of a city's centre
    assert_eq!(bodies("Wuhu ICC signed it."), ["company Wuhu ICC"]);
    assert_eq!(bodies("The ICC issued a warrant."), ["court ICC"]);
}

#[test]
fn committees_and_authorities_in_small_letters() {
    for name in [
        "Party works committee of Lingang",
        "Shenzhen municipal Party committee",
        "Hubei provincial Party Committee",
        "Hubei provincial Bureau of Statistics",
        "Wuxi municipal People's Government",
    ] {
        finds(
            &format!("Ma Lin, head of the {name}, spoke."),
            &[&format!("O {name}"), "P Ma Lin"],
        );
    }
    // whose, and what it is a unit of
    let text = "The Party branch of the Wuhu Bureau of Commerce met.";
    let unit = "party Party branch=Party branch of the Wuhu Bureau of Commerce<Wuhu Bureau of Commerce";
    assert_eq!(bodies(text), [unit, "government Wuhu Bureau of Commerce"]);
    let text = "The Party Committee of Kelvar (Group) Co., Ltd. met.";
    let unit = "party Party Committee=Party Committee of Kelvar (Group) Co., Ltd.<Kelvar (Group) Co., Ltd.";
    assert_eq!(bodies(text), [unit, "company Kelvar (Group) Co., Ltd."]);
    lacks("The Hubei provincial capital grew.", "O Hubei provincial");
}

#[test]
fn companies_with_small_words_and_legal_forms() {
    for name in [
        "Wuhu Verde integrated circuit Co. Ltd.",
        "Wuhu Verde science and technology Co., Ltd.",
        "SK hynix",
        "LX semicon",
        "Orlin microdevices Inc.",
    ] {
        finds(&format!("On Monday {name} opened a plant."), &[&format!("O {name}")]);
    }
    lacks("The US fabless opened a plant.", "O US fabless");
    lacks("It is a hotel on Hill and Spa.", "O Hill and Spa");
    finds("Amy Kuo said the JSC decision was wrong.", &["P Amy Kuo"]);
    lacks("The office of the Auditor-General of SA said so.", "General of SA");
}

#[test]
fn what_opens_or_ends_no_name() {
    finds("Four Orlin Corp directors quit.", &["O Orlin Corp"]);
    finds("Three Gorges Corp directors quit.", &["O Three Gorges Corp"]);
    lacks(
        "Storm Causes Partial Plant Shutdown, Limited Impact Expected",
        "O Partial Plant Shutdown, Limited",
    );
    finds("It bought Kelvar Foods, Limited.", &["O Kelvar Foods, Limited"]);
    lacks("The dean of the School came.", "O School");
    finds(
        "Kelvar Semiconductor IPO priced at 5 yuan.",
        &["O Kelvar Semiconductor"],
    );
    finds(
        "The All China Federation of Chip Makers met.",
        &["O All China Federation of Chip Makers"],
    );
    lacks("Guests from Asian and Eurasian firms came.", "P Eurasian");
}

#[test]
fn verbs_of_headlines_end_names() {
    for (title, wanted) in [
        (
            "Lima Chip Group Set to Join World Council",
            &["company Lima Chip Group", "association World Council"][..],
        ),
        (
            "KLMN and KVMX Co-Founded Research Center of Chips",
            &["institute Research Center of Chips"],
        ),
        (
            "Delwin Institute Establish School of Optics",
            &["institute Delwin Institute", "university School of Optics"],
        ),
        (
            "Delwin Semiconductor Signed Deal with Kestrel Corp",
            &["company Delwin Semiconductor", "company Kestrel Corp"],
        ),
        // names that hold such words
        (
            "Lima Advanced Materials Opens Plant",
            &["company Lima Advanced Materials"],
        ),
        ("Kelvar LED Group Opens Plant", &["company Kelvar LED Group"]),
    ] {
        let text = format!("{title}\n\nIt said so on Monday in a long statement.");
        assert_eq!(bodies(&text), wanted, "{title}");
    }
}

#[test]
fn companies_told_by_what_stands_beside_them() {
    finds("The new joint venture, to be known as SensAuto, grew.", &["O SensAuto"]);
    finds("They later formed the SensDrive venture.", &["O SensDrive"]);
    finds(
        "ADI, the global leader in data conversion technology, praised Wuhu.",
        &["O ADI"],
    );
    finds("Amy Kuo, the global leader in yoga, praised Wuhu.", &["P Amy Kuo"]);
    finds("They talked to France's PTA and left.", &["O PTA"]);
    lacks("They talked of France's GDP and left.", "O GDP");
}

#[test]
fn councils_of_trades_and_units_of_firms() {
    for (name, kind) in [
        ("China Cotton Council", "association"),
        ("Lima Business Council", "association"),
        ("Lima City Council", "government"),
        ("Display Division", "company"),
        ("Human Resources Department", "company"),
        ("Lima Justice Department", "government"),
    ] {
        let wanted = [format!("{kind} {name}")];
        assert_eq!(bodies(&format!("The {name} said so on Monday.")), wanted, "{name}");
    }
}

#[test]
fn fields_of_an_office_behind_commas() {
    finds(
        "He heads the Culture, Radio and Tourism Bureau of Wuxi.",
        &["O Culture, Radio and Tourism Bureau of Wuxi"],
    );
    lacks(
        "They met in May, Radio and Tourism Bureau said.",
        "O May, Radio and Tourism Bureau",
    );
    finds(
        "The Management Committee of Luhe New Area and Modern Chips Co., Ltd. met.",
        &["O Management Committee of Luhe New Area", "O Modern Chips Co., Ltd."],
    );
}

#[test]
fn a_group_and_its_subsidiary() {
    let group = "Ningxia Haoxin Group Silicon Co., Ltd. grew. The president of Haoxin Group left.";
    assert_eq!(
        bodies(group),
        ["company Ningxia Haoxin Group Silicon Co., Ltd.", "company Haoxin Group"]
    );
    let same = "Haoxin Chips Co., Ltd. (Hereinafter referred to as Haoxin Lima Company) grew.";
    assert_eq!(bodies(same), ["company Haoxin Chips Co., Ltd.=Haoxin Lima Company"]);
}

#[test]
fn zones_and_people_in_front_of_a_verb() {
    let read = |title: &str| {
        let text = format!("{title}\n\nIt was said on Monday that the plan is good.\n");
        let article = crate::testing::article(&text);
        let mut extractor = crate::Extractor::new();
        let record = extractor.extract(&article);
        let people: Vec<String> = record.people.iter().map(|p| p.name.to_string()).collect();
        let places: Vec<String> = record.places.iter().map(|p| p.name.to_string()).collect();
        [people, places].concat()
    };
    for title in [
        "Luhe Industrial Park Held a Ceremony",
        "Luhe Industrial Park Signed Contracts with Firms",
    ] {
        assert_eq!(read(title), ["Luhe Industrial Park"], "{title}");
    }
    assert_eq!(read("Tan Xu Held Talks with Firms"), ["Tan Xu"]);
    finds(
        "Leaders from the high-tech Zone Jin Wei and Yuan Chi left.",
        &["P Jin Wei", "P Yuan Chi"],
    );
    lacks("He praised the “Wuxi Speed” there.", "P Wuxi Speed");
    lacks("They called Yibin “China's Battery Capital” then.", "O Battery Capital");
    finds(
        "It is in the Yuelan International Exhibition and Conference City in Lima.",
        &["L Yuelan International Exhibition and Conference City"],
    );
}
