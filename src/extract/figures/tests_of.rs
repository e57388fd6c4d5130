//! What figures are of, where a verb or a clause stands in or beside the noun phrase, and ranges that a verb tells.

use crate::{Extractor, testing::article};

/// What each figure of a text is of, `-` where it is of nothing.
fn of(text: &str) -> Vec<String> {
    let article = article(text);
    let mut extractor = Extractor::new();
    let record = extractor.extract(&article);
    let figures = record.figures.iter();
    figures.map(|f| f.of.as_deref().unwrap_or("-").to_string()).collect()
}

#[test]
fn verbs_are_no_part_of_it() {
    assert_eq!(of("A magnitude 5.6 earthquake shook Lima on Monday."), ["earthquake"]);
    assert_eq!(
        of("Kelvar Corp. announced its results, recording revenue of 3 million yuan."),
        ["revenue"]
    );
    assert_eq!(of("She forfeits share awards worth £3.2m."), ["share awards"]);
    assert_eq!(of("It will buy back shares worth 3 million euros."), ["shares"]);
    assert_eq!(
        of("The group plans capital expenditure of 3 million yuan."),
        ["capital expenditure"]
    );
    assert_eq!(
        of("The group sales revenue of 3 million yuan grew."),
        ["group sales revenue"]
    );
}

#[test]
fn clauses_that_say_when_are_left_out() {
    assert_eq!(
        of("The total investment of the project signed this time is 3 million yuan."),
        ["total investment of the project"]
    );
    assert_eq!(
        of("The annual output value after the plant is completed is about 3 million yuan."),
        ["annual output value"]
    );
    assert_eq!(of("The net profit after tax was 3 million yuan."), ["net profit"]);
    assert_eq!(
        of("Debt grew when compared to the size of the economy, which went from 46% to 68%."),
        ["size of the economy"; 2]
    );
}

#[test]
fn ranges_and_lists() {
    let texts = |text: &str| -> Vec<String> {
        let article = article(text);
        let mut extractor = Extractor::new();
        let record = extractor.extract(&article);
        record.figures.iter().map(|f| f.text.to_string()).collect()
    };
    assert_eq!(
        texts("Rewards ranging from 500 yuan to 800 yuan were given."),
        ["500 yuan to 800 yuan"]
    );
    assert_eq!(
        texts("Prices rose from 500 yuan to 800 yuan."),
        ["500 yuan", "800 yuan"]
    );
    assert_eq!(texts("It is on the list of Top 100 Chip Makers."), [""; 0]);
}

#[test]
fn ranks_are_of_what_is_ranked() {
    assert_eq!(of("Its sales revenue is No. 1 in Lima."), ["sales revenue"]);
    assert_eq!(
        of("It had an output of 3 million yuan, up 8%, ranking No. 2 in Lima."),
        ["output"; 3]
    );
    assert_eq!(of("Its output, ranking No. 2 in Lima, rose."), ["output"]);
}

#[test]
fn amounts_with_brackets_dates_and_second_nouns() {
    assert_eq!(
        of("A 3 million yuan ($400,000) investment by Kelvar followed."),
        ["investment"; 2]
    );
    assert_eq!(
        of("The total amount of the agreement of 3 million yuan is large."),
        ["total amount of the agreement"]
    );
    assert_eq!(
        of("Lima spent 3 million yuan last year on research and development."),
        ["research and development"]
    );
    assert_eq!(
        of("It sells chips, generating annual taxable sales of 3 million yuan."),
        ["annual taxable sales"]
    );
    assert_eq!(of("A 6.6-magnitude quake Monday morning hit Lima."), ["quake"]);
    assert_eq!(of("It guided for FY2023 sales of 3 million yuan."), ["sales"]);
    assert_eq!(
        of("It is to reach a monthly output of 15,000 wafers next month and 40,000 by 2027."),
        ["monthly output"; 2]
    );
}

#[test]
fn clauses_of_the_subject_are_left_out() {
    assert_eq!(
        of("Shipments that reflect working days increased 9.2 percent."),
        ["Shipments"]
    );
    assert_eq!(
        of("Overseas shipments of drives used in computers rose 48.4 percent."),
        ["Overseas shipments of drives"]
    );
    assert_eq!(
        of("Daily exports, after taking days off into account, however, rose 1 percent."),
        ["Daily exports"]
    );
    assert_eq!(
        of("It posted a 20 percent gain in net profit over the period to 6.2 billion yuan."),
        ["net profit"; 2]
    );
    assert_eq!(of("He took $35m (£26m) in bribes."), ["bribes"; 2]);
}

#[test]
fn verbs_with_a_particle_change_nothing() {
    let changed = |text: &str| -> Vec<bool> {
        let article = article(text);
        let mut extractor = Extractor::new();
        let record = extractor.extract(&article);
        record.figures.iter().map(|f| f.change.is_some()).collect()
    };
    for text in [
        "Toys made up 12 percent.",
        "Women make up 40 percent of the staff.",
        "Kelvar picked up $350 million.",
        "Kelvar signed a 20-billion-yuan contract.",
        "Kelvar approved a $3 billion expansion of its campus.",
    ] {
        assert_eq!(changed(text), [false], "{text}");
    }
    for text in [
        "Sales edged up 12 percent.",
        "Sales were up 12 percent.",
        "It saw a 3 percent expansion.",
    ] {
        assert_eq!(changed(text), [true], "{text}");
    }
    assert_eq!(of("Women make up 40 percent of the staff."), ["staff"]);
    assert_eq!(
        of("Kelvar approved a $3 billion expansion of its campus."),
        ["expansion"]
    );
}

#[test]
fn what_is_measured_beside_a_verb() {
    assert_eq!(of("A 5.1-magnitude quake hits Lima."), ["quake"]);
    assert_eq!(
        of("A 378-kilometer rail line linking Lima and Cusco was opened."),
        ["rail line"]
    );
    assert_eq!(
        of("A 12-inch wafer processing line was opened."),
        ["wafer processing line"]
    );
    assert_eq!(
        of("Sales reached 29 billion dollars, increasing the city's share of output to 30%."),
        ["Sales", "share of output"]
    );
    assert_eq!(of("Shipments of the firm rose threefold."), ["Shipments of the firm"]);
    assert_eq!(
        of("It supports 12-inch lines with widths less than 28 nanometers."),
        ["lines", "widths"]
    );
    assert_eq!(
        of("Kelvar posted adjusted earnings per share of $1.58."),
        ["adjusted earnings per share"]
    );
    assert_eq!(of("Kelvar expects growth this year of 5 percent."), ["growth"]);
    assert_eq!(of("Its stock is still down nearly 40% from its peak."), ["stock"]);
    assert_eq!(
        of("Revenue rose 33 percent to a record high of 3 billion yuan."),
        ["Revenue"; 2]
    );
    assert_eq!(of("A jury ordered Kelvar Inc to pay $2.1 billion."), ["-"]);
    assert_eq!(
        of("The index was down 3 percent, with Kelvar falling 2 percent."),
        ["index", "-"]
    );
    assert_eq!(of("Kelvar plans a line for 7nm and 28nm chips."), ["chips"; 2]);
    assert_eq!(
        of("It made 665 million units of phones, a decline of 2.9%."),
        ["phones"; 2]
    );
}

#[test]
fn counts_without_their_noun() {
    let counts = |text: &str| -> Vec<String> {
        let article = article(text);
        let mut extractor = Extractor::new();
        let record = extractor.extract(&article);
        let line = |f: &crate::record::Figure<'_>| {
            format!(
                "{} {}",
                f.value.map(|v| v.to_string()).unwrap_or_default(),
                f.unit.as_deref().unwrap_or("-")
            )
        };
        record.figures.iter().map(line).collect()
    };
    assert_eq!(
        counts("The city has 32 of the top 100 firms."),
        ["32 firms", "100 firms"]
    );
    assert_eq!(
        counts("The number of chip firms increased from 241 in 2016 to 266 in 2017, an increase of 25."),
        ["241 firms", "266 firms", "25 firms"]
    );
    assert_eq!(
        counts("The demand for engineers will reach roughly 744,500."),
        ["744500 -"]
    );
    assert_eq!(
        counts("It is one of the big four lenders and one of the three biggest banks."),
        [""; 0]
    );
    assert_eq!(counts("Sales increased by over four times."), ["4 -"]);
    assert_eq!(
        counts(
            "The port moved 3 million 20-foot equivalent units (TEUs), or 4 million TEUs (20-foot equivalent units)."
        ),
        ["3000000 {TEU}", "4000000 {TEU}"]
    );
}

#[test]
fn amounts_in_longer_phrases() {
    assert_eq!(
        of("Projects worth $5.6 billion in tourism and ports were signed."),
        ["-"]
    );
    assert_eq!(
        of("The chip industry was up over 40% in output value."),
        ["output value"]
    );
    assert_eq!(of("The share was up 4% in afternoon trade."), ["share"]);
    assert_eq!(
        of("It bid $22, representing an equity value for the company of roughly $3.2 billion."),
        ["-", "equity value for the company"]
    );
    assert_eq!(
        of("It will be held, generating economic effects of 61 million won."),
        ["economic effects"]
    );
    // the rate of a currency is no figure of the report
    assert_eq!(of("Revenue rose to 6.7 trillion won. ($1 = 1,113.92 won)"), ["Revenue"]);
}
