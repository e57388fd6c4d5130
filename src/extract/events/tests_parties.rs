//! Who does it: definite companies, owners of posts, investors, speakers, verbs without a subject of their own.

use super::tests_arguments::{NOBODY, does, who};

#[test]
fn definite_companies() {
    let second = |text: &str| who(text).remove(1);
    for said in [
        "The Bethel, Ohio-based company raised its sales forecast to $53 million.",
        "The Leeds-based firm will cut 300 jobs.",
        "The German carmaker said sales rose.",
        "The handset maker said in a statement that demand was weak.",
        "The US chipmaker said demand was weak.",
    ] {
        assert_eq!(
            second(&format!("Torvane AG posted a profit. {said}")),
            ["agent Torvane AG"],
            "{said}"
        );
    }
    does(
        "Torvane AG signed a contract with Hong Kong-listed Norvane Ltd in May.",
        &["agent Torvane AG", "participant Norvane Ltd"],
    );
    // another one
    assert!(second("Torvane AG posted a profit. The parent company said sales rose.").is_empty());
    assert!(who("Torvane AG posted a profit. A rival company will cut 300 jobs.")[1].is_empty());
}

#[test]
fn what_stands_in_apposition_to_a_place_does_nothing() {
    does(
        "The plant in Lanzhou, northwest China's Gansu province, started production on Monday.",
        NOBODY,
    );
    // whose chairman it was, and no agent
    assert_eq!(
        who("The chairman of chipmaker Dorvale Corp resigned on Monday.")[0],
        ["participant Dorvale Corp"]
    );
    assert_eq!(
        who("The Peruvian government signed a pact with Chile on Monday. It is the first of Peru.")[0],
        ["agent Peru", "participant Chile"]
    );
    assert_eq!(
        who("Peruvian miners signed a pact with Chile on Monday. It is the first of Peru.")[0],
        ["participant Chile"]
    );
    does(
        "Peru's authorities and Dorvale Ltd signed a deal on Monday.",
        &["agent Peru", "agent Dorvale Ltd"],
    );
    does("Peru's government plans to ban exports of gold.", &["agent Peru"]);
    does(
        "Peru's miners signed a contract with Dorvale Corp in May.",
        &["participant Dorvale Corp"],
    );
}

#[test]
fn who_says_it_at_the_end() {
    let last = |text: &str| who(text).pop().unwrap();
    assert_eq!(
        last("The road was closed in the capital, Lima, said Luis Prado."),
        ["agent Luis Prado"]
    );
    assert_eq!(
        last("The road was closed in the capital, Lima, said Luis Prado, a police officer."),
        ["agent Luis Prado"]
    );
    assert_eq!(last("Tianhe Motors will open a plant in May, sources said."), NOBODY);
    assert_eq!(
        last("Tianhe Motors can make 30,000 packs a year, media reports said."),
        NOBODY
    );
    assert_eq!(
        last("Amy Kuo spoke. Kuo added the society would help."),
        ["agent Amy Kuo"]
    );
    assert_eq!(
        last("Dorvale Corp gave no outlook for the year, but said demand was weak."),
        ["agent Dorvale Corp"]
    );
}

#[test]
fn whose_post_it_is() {
    let last = |text: &str| who(text).pop().unwrap();
    assert_eq!(
        last("Torvane Corp posted a loss. Its chief, Dana Holt, will step down in May."),
        ["agent Dana Holt", "participant Torvane Corp"]
    );
    assert_eq!(
        last("The Ministry of Health said cases rose. Luis Prado took office in May."),
        ["agent Luis Prado"]
    );
    assert_eq!(
        last("Torvane Corp posted a loss. Coach Dana Holt resigned on Monday."),
        ["agent Dana Holt"]
    );
    assert_eq!(
        last("Torvane Corp posted a loss. Mayor Dana Holt resigned on Monday."),
        ["agent Dana Holt"]
    );
}

#[test]
fn who_invests() {
    does(
        "Zelmart Technologies raised $32 million from Norvane Capital and Kalva Capital.",
        &[
            "agent Zelmart Technologies",
            "participant Norvane Capital",
            "participant Kalva Capital",
        ],
    );
    does(
        "Zelmart Technologies raised $32 million in a round led by Norvane Capital.",
        &["agent Zelmart Technologies", "participant Norvane Capital"],
    );
    does(
        "Zelmart Technologies raised $32 million and bought chips from Norvane Capital.",
        &["agent Zelmart Technologies"],
    );
    does(
        "Norvane Capital invested $10 million in Zelmart Ltd.",
        &["agent Norvane Capital", "patient Zelmart Ltd."],
    );
}

#[test]
fn what_was_done_before() {
    does(
        "Lantu Semiconductor entered the market after raising close to $111 million.",
        &["agent Lantu Semiconductor"],
    );
    assert!(who("Lantu Semiconductor did not enter the market after raising $3 million.").is_empty());
}

#[test]
fn a_coordinated_verb_has_the_subject_of_the_first() {
    let last = |text: &str| who(text).pop().unwrap();
    assert_eq!(
        last("Qilin Group will invest 2 billion yuan, guide capital, and set up a fund of 5 billion yuan."),
        ["agent Qilin Group"]
    );
    // what was done to her
    assert_eq!(
        last("Amy Kuo was arrested at her home on Monday, and charged with theft."),
        ["patient Amy Kuo"]
    );
}

#[test]
fn the_lead_and_its_detail_are_one_event() {
    let text = "Intel plans to invest $7 billion in a plant. It is the largest yet. Intel plans to invest $7 billion \
                in Wuxi in May 2025.";
    assert_eq!(who(text), [["agent Intel"]]);
    let text = "Intel cut 300 jobs in Lima in March. It has 5 plants. Intel cut 300 jobs in Ohio in May.";
    assert_eq!(who(text).len(), 2);
    let text = "Intel plans to invest $7 billion in a plant. Intel plans to invest $8 billion in Wuxi.";
    assert_eq!(who(text).len(), 2);
}

#[test]
fn a_name_that_opens_every_line() {
    let last = who("Apple Sues Kelvar\n\nApple sued Kelvar Corp. on Monday.")
        .pop()
        .unwrap();
    assert_eq!(last, ["agent Apple", "patient Kelvar Corp."]);
}

#[test]
fn members_of_what_is_founded() {
    let text =
        "The Chip Alliance was established in Hefei on May 6, with 86 founding members including Intel and Samsung.";
    assert_eq!(who(text)[0][1..], ["participant Intel", "participant Samsung"]);
}

#[test]
fn who_leads_a_delegation_takes_part() {
    let told = who("Li Ming met with a delegation led by Amy Kuo, chairman of Intel, on Monday.");
    assert_eq!(told, [["agent Li Ming", "participant Amy Kuo"]]);
}

#[test]
fn bodies_without_a_name_and_papers_are_not_the_company() {
    let last = |text: &str| who(text).pop();
    let paper = "Luis Prado came, the Lima Post said.";
    for said in [
        "The company has invested $3 billion in chips.",
        "The local government says it has invested $3 billion.",
    ] {
        assert_eq!(last(&format!("{paper} {said}")), Some(Vec::new()), "{said}");
    }
    let both = "Kelvar Corp. said so on Monday, the Lima Post reported. The company has invested $3 billion in chips.";
    assert_eq!(last(both), Some(vec!["agent Kelvar Corp.".into()]));
}

#[test]
fn a_person_with_a_post_and_a_body() {
    does(
        "Amy Kuo, head of the laboratory, and Kelvar Corp. have reached an agreement.",
        &["agent Amy Kuo", "agent Kelvar Corp."],
    );
    does(
        "Amy Kuo, head of Kelvar Corp. and Lumeno Inc., has reached an agreement.",
        &["agent Amy Kuo"],
    );
    does(
        "Wuxi launched two projects with Kelvar Co., Ltd. in May.",
        &["agent Wuxi", "participant Kelvar Co., Ltd."],
    );
}

#[test]
fn hosts_told_behind_the_guests_are_hosts() {
    does(
        "The forum was held in Wuxi. Luis Prado attended the opening ceremony. It was co-hosted by Kelvar Center.",
        &["participant Luis Prado", "agent Kelvar Center"],
    );
}

#[test]
fn posts_in_brackets_part_no_list() {
    let text = "The signing ceremony was attended by Li Ming (Vice President of Kelvar Corp), Amy Kuo (Dean of the Optics School), \
                Luis Prado (Deputy Director of the Chip Center) and Wang Fei.";
    let came = who(text);
    assert_eq!(
        came[0],
        [
            "participant Li Ming",
            "participant Amy Kuo",
            "participant Luis Prado",
            "participant Wang Fei"
        ]
    );
}

#[test]
fn a_firm_of_a_country_of_two_words() {
    let text = "Kelvar Corp opened a plant in Lima. The South Korean company invested $7 billion in Wuxi.";
    assert_eq!(who(text)[1], ["agent Kelvar Corp"]);
}

#[test]
fn those_who_were_met_are_not_those_who_were_visited() {
    let text = "Mayor Luis Prado visited the Lindo Zone on May 22 and held talks with local firms, including \
                Torvane Ltd and Norvane Corp.";
    let told = who(text);
    assert_eq!(told[0], ["agent Luis Prado"]);
    assert_eq!(
        told[1],
        [
            "agent Luis Prado",
            "participant Torvane Ltd",
            "participant Norvane Corp."
        ]
    );
}

#[test]
fn the_two_universities() {
    let text = "Lima University and Quito University signed a memorandum on Monday. Under it, the two universities \
                will set up a laboratory in Lima.";
    assert_eq!(who(text)[1], ["agent Lima University", "agent Quito University"]);
}

#[test]
fn titles_in_a_list_and_bodies_of_posts() {
    assert_eq!(
        who("Mayor Luis Prado held talks with rector Li Ming and vice rector Amy Kuo on Monday.")[0],
        ["agent Luis Prado", "participant Li Ming", "participant Amy Kuo"]
    );
    // the two nations are no companies
    let text = "Kelvar Corp. and Lumeno Ltd. signed a deal. The two nations signed a pact in May.";
    assert!(who(text)[1].is_empty());
}

#[test]
fn whose_output_it_is_and_who_invests() {
    let text = "The Lindo Zone is large. Luis Prado said the zone has gathered 300 firms such as Torvane Ltd, and that its output \
                exceeded 3 billion yuan.";
    let told = who(text);
    assert!(told.last().is_some_and(Vec::is_empty), "{told:?}");
    does(
        "Kelvar Corp. secured 3 billion yuan in a round, with investors including Torvane Ltd and Norvane Fund.",
        &[
            "agent Kelvar Corp.",
            "participant Torvane Ltd",
            "participant Norvane Fund",
        ],
    );
}

#[test]
fn signings_and_plaques_are_of_those_behind_the_noun() {
    let signed = "They witnessed the signing of an agreement between Kelvar Corp. and Lumeno Corp.";
    does(signed, &["agent Kelvar Corp.", "agent Lumeno Corp."]);
    // what is told of it far behind is no party
    let far = "They witnessed the signing of an agreement on chips, tools, wafers, masks and gases for plants that lie between Lima and Cusco.";
    assert!(who(far).iter().all(Vec::is_empty), "{:?}", who(far));
    does(
        "Li Ming unveiled the plaque of the Lima Chip Institute.",
        &["agent Li Ming", "patient Lima Chip Institute"],
    );
}

#[test]
fn a_month_is_no_modal_verb() {
    does("Kelvar Corp. in May banned the sale of chips.", &["agent Kelvar Corp."]);
    assert!(who("Kelvar Corp. may ban the sale of chips.").is_empty());
}

#[test]
fn adverbs_inside_an_infinitive() {
    let wholly = "Kelvar Corp. plans to fully acquire Lumeno Corp.";
    does(wholly, &["agent Kelvar Corp.", "patient Lumeno Corp."]);
    does(
        "Kelvar Corp. decided to jointly build a plant.",
        &["agent Kelvar Corp."],
    );
    assert!(who("Kelvar Corp. decided not to jointly build a plant.").is_empty());
}
