//! Business and world news: prices and indices, forecasts, posts, what only looks like an event.

use crate::Extractor;
use crate::record::ParticipantRole;
use crate::testing::article;

use super::tests::{events, tells, when};
use super::tests_arguments::{NOBODY, does, who};

const NOTHING: &[&str] = &[];

#[test]
fn prices_move_without_a_figure() {
    tells("The stock rose on the report.", &["market rose"]);
    tells("The stock closed lower.", &["market closed"]);
    tells("The dollar traded in London.", NOTHING);
    tells("The stock has fallen, but the company has plans.", NOTHING);
    tells("The Swiss franc depreciated to 0.9714.", &["market depreciated"]);
    tells(
        "Kelvar Corp. soared $14.91 to $123.21.",
        &["market soared Kelvar Corp."],
    );
    // what is lost is no earnings
    tells("The stock faltered and lost 25 percent of its value.", &["market lost"]);
    tells("Kelvar Corp. made contributions worth $5 million to the plan.", NOTHING);
}

#[test]
fn an_index_is_nobody() {
    does("The Nikkei fell 2% on Friday.", NOBODY);
    does("The Nasdaq composite slipped 0.2% on Friday.", NOBODY);
    tells(
        "Overnight on Wall Street, the Dow Jones Industrial Average was down 592.05 points at 23,650.44.",
        &["market was down"],
    );
    // *it* is the price told of last
    let told = who("Kelvar Corp. signed a deal in May. Crude lost 3 percent on Monday. It fell $1.06 on Tuesday.");
    assert!(told[2].is_empty(), "{told:?}");
    tells(
        "Kelvar's stock was trading 2.4% higher.",
        &["market was trading Kelvar"],
    );
}

#[test]
fn results_behind_other_verbs() {
    tells(
        "Kelvar Corp. raised its sales forecast on Monday after first-quarter profit rose 12 percent.",
        &["result raised Kelvar Corp.", "result rose Kelvar Corp."],
    );
    tells(
        "The report showed net profit fell 37 percent from a year ago.",
        &["result fell"],
    );
    let said = "Kelvar Corp. said in Lima on Monday sales rose 5 percent.";
    tells(said, &["statement said Kelvar Corp.", "result rose Kelvar Corp."]);
    assert_eq!(when(said)[0], ["XXXX-XX-XX"]);
    tells(
        "Kelvar Corp. cut 300 jobs on Friday, with revenue falling 2 percent.",
        &["labour cut Kelvar Corp.", "result falling"],
    );
    let affirmed = "Kelvar Corp. affirmed its second-quarter outlook on May 3, 2024.";
    tells(affirmed, &["result affirmed Kelvar Corp."]);
    assert_eq!(when(affirmed), [["2024-05-03"]]);
}

#[test]
fn posts_and_jobs() {
    tells("Amy Kuo got fired on Monday.", &["appointment got fired"]);
    tells(
        "Kelvar Corp., which makes chips, fired 200 workers on Monday.",
        &["labour fired Kelvar Corp."],
    );
    tells(
        "Kelvar Corp. announced plans Tuesday to slash a further 3,000 jobs.",
        &["labour plans Tuesday to slash Kelvar Corp."],
    );
    tells("Luis Prado was declared president April 4.", &["election was declared"]);
    tells("Luis Prado was declared guilty by the president.", NOTHING);
    does(
        "The board replaced Amy Kuo with Luis Prado on Friday.",
        &["patient Amy Kuo", "patient Luis Prado"],
    );
    let left = who("Dorvale Ltd signed a deal in May. Kelvar Corp. CEO Amy Kuo stepped down on Friday.");
    assert_eq!(left[1], ["agent Amy Kuo", "participant Kelvar Corp."]);
}

#[test]
fn orders_and_takeovers() {
    tells(
        "Kelvar Corp. announced an order for 175 jets on Monday.",
        &["agreement announced Kelvar Corp."],
    );
    tells(
        "The European Commission cleared the takeover of Kelvar Corp. on Friday.",
        &["acquisition cleared European Commission"],
    );
    does(
        "The presidents of China and Peru signed an agreement on trade in Lima on Monday.",
        &["agent China", "agent Peru"],
    );
    tells(
        "Hosted by Kelvar Corp., the forum was held in Wuxi on May 6.",
        &["meeting was held Kelvar Corp."],
    );
}

#[test]
fn accidents_and_attacks() {
    tells(
        "A quake killed 62 people, with hundreds injured, on Monday.",
        &["disaster killed"],
    );
    tells("Landslides buried villagers under mud and rocks.", &["disaster buried"]);
    tells("The film bombed at the box office.", NOTHING);
    tells(
        "The minister condemned the US strikes on Iran on Monday.",
        &["statement condemned"],
    );
    tells("Airstrikes hit a camp in Goma on Monday.", &["conflict hit"]);
    tells("A man was struck by the news on Monday.", NOTHING);
}

#[test]
fn nouns_behind_and() {
    let separate = "The city parted church and state.";
    tells(separate, NOTHING);
    tells(
        "Analysts said on Monday the observatory and state television had closed.",
        &["statement said"],
    );
}

#[test]
fn days_and_years_of_other_things() {
    assert_eq!(
        when("Kelvar Corp. was fined 3 million euros after failing to report the leak in 2021."),
        [Vec::<String>::new()]
    );
    assert_eq!(
        when("The Nikkei slumped 0.9 percent after a report for the third quarter."),
        [Vec::<String>::new()]
    );
    assert_eq!(
        when("Some 8,000 people have died, according to figures issued on May 3, 2024."),
        [Vec::<String>::new()]
    );
    let vote = "Following the May 3, 2024 vote, Peru praised the turnout, but Kelvar Corp. said it was low.";
    assert!(when(vote).pop().unwrap().is_empty());
    // *off* compares, but not as the half of a verb
    assert_eq!(
        when("Kelvar Corp. kicked off mass production in May 2024."),
        [["2024-05"]]
    );
    let times = "In 2023, output of chips was 5 million. Output of chips was 47 times that of 2020.";
    assert!(when(times).pop().unwrap().iter().all(|day| day != "2020"));
}

#[test]
fn matches_are_won() {
    does(
        "Manchester United notched a comfortable 2-0 win over Wolverhampton Wanderers on Saturday.",
        &["agent Manchester United", "participant Wolverhampton Wanderers"],
    );
    tells("Amy Kuo won the Australian Open on Sunday.", &["sport won Amy Kuo"]);
}

#[test]
fn wins_that_are_no_matches() {
    tells(
        "The Norland Unity Party claimed victory in the vote on Sunday.",
        &["statement claimed Norland Unity Party"],
    );
    tells("Kelvar Corp. secured a contract win on Monday.", NOTHING);
    tells("Norland notched a victory in the court case on Monday.", NOTHING);
}

#[test]
fn what_only_looks_alike() {
    tells("The police fired at workers in Quito on Monday.", NOTHING);
    // who owns the thing is not the thing
    tells(
        "The judge dismissed 200 employees' claims on Monday.",
        &["legal dismissed"],
    );
    tells(
        "Kelvar Corp. dismissed the plant's 200 workers.",
        &["labour dismissed Kelvar Corp."],
    );
    tells("The board replaced the chairman's car on Monday.", NOTHING);
    tells("Amy Kuo addressed the meeting's agenda on Monday.", NOTHING);
    tells("Kelvar Corp. joined the second round of talks on Monday.", NOTHING);
    tells(
        "Kelvar Corp. joined the latest round of financing on Monday.",
        &["investment joined Kelvar Corp."],
    );
    tells("Kelvar TV boosted its ratings on Monday.", NOTHING);
    tells("Fitch affirmed its rating on Peru.", &["statement affirmed Fitch"]);
    tells("Fitch cut its rating to junk from BBB.", &["statement cut Fitch"]);
    tells("A heart attack struck Luis Prado on Monday.", NOTHING);
    tells("The airstrike struck fear into traders.", NOTHING);
    // *it* is a price whatever is told of it
    does("Crude fell 2 percent on Monday. It lost 3 percent in May.", NOBODY);
}

#[test]
fn money_of_companies() {
    tells(
        "Intel bought it for a reported $680 million in 2016.",
        &["acquisition bought Intel"],
    );
    tells("Intel bought it on Monday.", NOTHING);
    tells(
        "Intel completed one of its biggest acquisitions on Monday.",
        &["acquisition completed Intel"],
    );
    tells(
        "Intel declared a quarterly dividend of 64 cents a share.",
        &["result declared a quarterly dividend Intel"],
    );
    tells("Intel sold $3 billion of bonds on Monday.", &["investment sold Intel"]);
    tells(
        "Intel was ordered by a jury to pay $15 million to a worker.",
        &["legal was ordered"],
    );
    tells("Luis Prado was ordered to move to Lima.", NOTHING);
    tells(
        "Intel will cut 10 percent of its workforce.",
        &["labour will cut Intel"],
    );
    // a post whose holder nobody names
    tells("Intel's chief executive resigned on Monday.", &["appointment resigned"]);
    tells("Prime Minister retired General Luis Prado came.", NOTHING);
}

#[test]
fn what_headlines_leave_out() {
    let body = "The weather was fine, people in Lima told us.";
    let headline = |text: &str| -> Vec<String> {
        let told = events(&format!("{text}\n\n{body}"));
        told.into_iter()
            .filter(|event| !event.starts_with("statement"))
            .collect()
    };
    assert_eq!(
        headline("Intel, Samsung sign pact on chips"),
        ["agreement sign Intel, Samsung"]
    );
    assert_eq!(
        headline("Intel and Samsung sign pact on chips"),
        ["agreement sign Intel, Samsung"]
    );
    let role = |text: &str| {
        let text = format!("{text}\n\n{body}");
        let article = article(&text);
        let mut extractor = Extractor::new();
        let record = extractor.extract(&article);
        record.events[0].who.iter().map(|who| who.role).collect::<Vec<_>>()
    };
    assert_eq!(role("Luis Prado named Intel chief"), [ParticipantRole::Patient]);
    assert_eq!(role("Intel fined over data breach"), [ParticipantRole::Patient]);
    assert_eq!(
        role("Intel sued Samsung over patents"),
        [ParticipantRole::Agent, ParticipantRole::Patient]
    );
}

#[test]
fn what_only_the_headline_tells() {
    let body = "\n\nThe meeting elected Luis Prado as its chairman. He said that he was glad. He thanked them.";
    let text = format!("Kelvar Chip Alliance was established{body}");
    assert_eq!(events(&text)[0], "founding was established");
    // one opening, told in two ways
    let line = "Wuxi's First Line Comes on Stream\n\nThe first line of Wuxi started production on Monday.";
    assert_eq!(events(line).len(), 1, "{:?}", events(line));
}

#[test]
fn phases_bans_and_capacities() {
    tells(
        "Kelvar Corp. set up Phase II of its fund in May.",
        &["founding set up Kelvar Corp."],
    );
    tells("Kelvar Corp. set up Camp II of its fund in May.", NOTHING);
    tells("Peru worked hard to counter sanctions and bans.", NOTHING);
    tells("Peru bans chips.", &["restriction bans Peru"]);
    tells(
        "A capacity of 5,000 wafers a month will be formed.",
        &["production will be formed"],
    );
}

#[test]
fn what_a_plan_says_is_not_done_in_its_years() {
    let text = "Peru announced plans to support the industry in its 14th Five-Year Plan (2021-25) in September 2020.";
    assert_eq!(super::tests::when(text)[0], ["2020-09"]);
    let during = "During the 14th Five-Year Plan (2021-25), Wuxi built three fabs.";
    assert_eq!(super::tests::when(during)[0], ["2021/2025"]);
}
