//! News of companies and markets: ways of telling that hold for any verb, and what a sum or a price is of.

use crate::Extractor;
use crate::record::Status;
use crate::testing::article;

use super::tests::{events, tells, when};
use super::tests_arguments::does;

const NOTHING: &[&str] = &[];

/// Whether each event of the text has happened.
fn statuses(text: &str) -> Vec<Status> {
    let article = article(text);
    let mut extractor = Extractor::new();
    extractor.extract(&article).events.iter().map(|e| e.status).collect()
}

#[test]
fn a_time_between_the_parts_of_a_verb() {
    // *now* behind *will*, *since* behind *has*
    tells(
        "Kelvar Corp. will now spend $3 billion on the plant.",
        &["investment will now spend Kelvar Corp."],
    );
    tells(
        "Kelvar Corp. has since hired 40 people.",
        &["labour has since hired Kelvar Corp."],
    );
    tells("The merger could still be blocked by the ministry.", NOTHING);
    // a time between what plans and its infinitive
    for time in ["last month", "on Monday", "earlier this week", "in May", "in principle"] {
        let text = format!("Kelvar Corp. agreed {time} to buy Lumeno Corp.");
        let told = format!("acquisition agreed {time} to buy Kelvar Corp.");
        tells(&text, &[&told]);
    }
}

#[test]
fn what_a_list_plans() {
    let told = "Intel said it would reduce spending by $1 billion, cut 4,500 jobs and sell a unit.";
    assert_eq!(statuses(told)[1], Status::Planned);
    let cut = "Intel, which will build two plants, cut 300 jobs on Monday.";
    assert_eq!(statuses(cut), [Status::Planned, Status::Occurred]);
}

#[test]
fn until_then() {
    tells(
        "Kelvar Corp. will not open the plant until 2027.",
        &["construction will not open Kelvar Corp."],
    );
    assert_eq!(
        statuses("Kelvar Corp. will not open the plant until 2027."),
        [Status::Planned]
    );
    tells(
        "Kelvar Corp. did not open the plant until 2019.",
        &["construction did not open Kelvar Corp."],
    );
    tells("Kelvar Corp. will not open the plant.", NOTHING);
    tells("Kelvar Corp. will not open the plant until the dispute ends.", NOTHING);
}

#[test]
fn what_somebody_must_pay() {
    tells("Kelvar Corp. must pay $15 million to the victims.", &["legal must pay"]);
    tells("Kelvar Corp. pays $15 million to its suppliers.", NOTHING);
    tells("Kelvar Corp. must pay a dividend.", NOTHING);
}

#[test]
fn a_sum_is_of_what_stands_behind_it() {
    tells(
        "Kelvar Corp. is issuing $3 billion in debt.",
        &["investment is issuing Kelvar Corp."],
    );
    tells(
        "Kelvar Corp. doled out $8.6 billion in dividends.",
        &["result doled out Kelvar Corp."],
    );
    // money that goes into something is no fall of a price
    tells(
        "Kelvar Corp. sank $300 million into the new line.",
        &["investment sank Kelvar Corp."],
    );
    // a gain of money is one of the share only where it is told in percent as well
    tells(
        "Kelvar Corp. lost $1.30, or 2.1 percent, to $61.20.",
        &["market lost Kelvar Corp."],
    );
    tells(
        "Kelvar Corp. lost $3 million, up 20 percent.",
        &["result lost Kelvar Corp."],
    );
}

#[test]
fn done_by_doing() {
    tells(
        "Kelvar Corp. expanded by acquiring Lumeno Corp.",
        &["acquisition acquiring Kelvar Corp."],
    );
    tells("Kelvar Corp. plans to grow by acquiring Lumeno Corp.", NOTHING);
}

#[test]
fn headlines_leave_out_the_auxiliary() {
    let told = |headline: &str| events(&format!("{headline}\nThe weather was fine.\n"));
    assert_eq!(told("Intel to be fined in EU probe"), ["legal to be fined"]);
    assert_eq!(told("Intel selling $3 billion in bonds"), ["investment selling Intel"]);
    assert!(told("Intel building opens").iter().all(|e| !e.contains("building")));
    // a headline by itself is read as one
    assert_eq!(events("Intel to cut 1,400 jobs as sales fall"), ["labour to cut Intel"]);
    assert_eq!(events("Intel stock slumps"), ["market slumps Intel"]);
    assert_eq!(events("“Intel stock slumps, and we worry.”"), NOTHING);
}

#[test]
fn prices_that_stay_and_prices_that_are_moving() {
    tells(
        "The stock of Kelvar Corp. was unchanged.",
        &["market was unchanged Kelvar Corp."],
    );
    tells(
        "Shares of Kelvar Corp. are trading higher.",
        &["market are trading Kelvar Corp."],
    );
    tells("Prices are trading higher.", NOTHING);
    // whose shares
    does("The report sent Intel shares down 3 percent.", &["agent Intel"]);
    does("The report sent shares of Intel down 3 percent.", &["agent Intel"]);
}

#[test]
fn what_is_no_event_of_companies() {
    tells("The May sales gain was in line with estimates of 2 percent.", NOTHING);
    tells("Kelvar Corp. was left for dead in 2012.", NOTHING);
    tells("Luis Prado was met with boos in Lima.", NOTHING);
    tells("Kelvar Corp. applied to the ministry for a licence.", NOTHING);
    tells("The bridge cost $3 million and was paid for with a loan.", NOTHING);
    tells(
        "Luis Prado will take over as director of the company.",
        &["appointment will take over Luis Prado"],
    );
    // a name may end in 's
    tells("Moody's cut its rating on Intel to junk.", &["statement cut Moody's"]);
    tells("Kelvar's cut of May was deep.", NOTHING);
    // companies do not play the bourse
    tells("Intel beat Wall Street's forecasts in May.", &["result beat Intel"]);
}

#[test]
fn what_has_not_happened() {
    tells("Intel would have paid out $100 million more in dividends.", NOTHING);
    tells("Intel has shelved plans to release a new phone.", NOTHING);
    tells("Orders will not even be delivered for years.", NOTHING);
    tells("The charges were first lodged in 2019.", &["legal were first lodged"]);
}

#[test]
fn words_of_events_that_tell_of_other_things() {
    tells("The filing breaks out the sales of each unit.", NOTHING);
    tells("Intel broke out on Monday.", NOTHING);
    tells("The success presents Intel with a problem.", NOTHING);
    tells("The workers demonstrated a strong will.", NOTHING);
    tells("Intel will have more competition in May.", NOTHING);
    tells("Luis Prado joined Intel's list of friends.", NOTHING);
    tells("Intel developed a plan to cut costs in 2015.", NOTHING);
    tells("Intel shares are priced for perfection.", NOTHING);
    tells("A fire broke out at the plant.", &["disaster broke out"]);
    tells("Workers demonstrated in Lima on Monday.", &["conflict demonstrated"]);
}

#[test]
fn bodies_that_are_bought_and_sold() {
    tells("Lumeno Corp. has been sold to Intel.", &["acquisition has been sold"]);
    tells("Intel sold to Lumeno Corp. in May.", NOTHING);
    let paid = "Intel paid $1 billion for Lumeno Corp. in 2012.";
    tells(paid, &["acquisition paid Intel"]);
    does(paid, &["agent Intel", "patient Lumeno Corp."]);
    does(
        "Intel has partnered with Lumeno Corp.",
        &["agent Intel", "participant Lumeno Corp."],
    );
    tells("Intel paid $1 billion for machines of Lumeno Corp.", NOTHING);
    tells("Intel completed a bond deal of $2 billion.", NOTHING);
    tells("Intel gained 3 percent control of Lumeno Corp.", NOTHING);
}

#[test]
fn a_period_that_ended() {
    let text = "Profit in the quarter that ended on May 7, 2024 rose to $700 million.";
    tells(text, &["result rose to"]);
    assert_eq!(when(text).len(), 1);
}
