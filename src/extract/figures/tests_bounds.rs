//! Bounds that are denied or stand behind, counts of things of a size, nouns in front, and what is no figure.

use super::tests::check;

#[test]
fn bounds_that_are_denied_or_stand_behind() {
    check(&[
        (
            "The subsidy will not exceed 2 million yuan.",
            &["exceed 2 million yuan = money 2000000 CNY atmost of subsidy"],
        ),
        (
            "Costs won't exceed 30 percent.",
            &["exceed 30 percent = percent 30 % atmost of Costs"],
        ),
        (
            "The total should not be less than 5 million yuan.",
            &["less than 5 million yuan = money 5000000 CNY atleast of total"],
        ),
        (
            "Costs exceed 30 percent.",
            &["exceed 30 percent = percent 30 % morethan"],
        ),
        (
            "The fund has 60 billion yuan at most.",
            &["60 billion yuan at most = money 60000000000 CNY atmost"],
        ),
        ("He paid 5 yuan at least twice.", &["5 yuan = money 5 CNY"]),
        (
            "They get a maximum reward of 5 million yuan.",
            &["5 million yuan = money 5000000 CNY atmost of maximum reward"],
        ),
        (
            "The minimum wage of 15 dollars is low.",
            &["15 dollars = money 15 USD of minimum wage"],
        ),
        ("The above two projects are good.", &["two projects = count 2 projects"]),
        ("It is above two metres.", &["above two metres = measure 2 m morethan"]),
        (
            "They had a dispute over three islands.",
            &["three islands = count 3 islands"],
        ),
        (
            "They own over three islands.",
            &["over three islands = count 3 islands morethan"],
        ),
    ]);
}

#[test]
fn things_of_a_size_are_counted() {
    check(&[
        (
            "The city has three hundred-billion-level clusters.",
            &["three = count 3 clusters"],
        ),
        ("It has two trillion-yuan cities.", &["two = count 2 cities"]),
        (
            "It set up a three hundred-billion-yuan fund.",
            &["three hundred-billion-yuan = money 300000000000 CNY of fund"],
        ),
        (
            "It needs two hundred million yuan.",
            &["two hundred million yuan = money 200000000 CNY"],
        ),
        (
            "Five million-plus users joined.",
            &["Five million-plus users = count 5000000 users morethan"],
        ),
    ]);
}

#[test]
fn nouns_that_stand_in_front() {
    check(&[
        (
            "The number of zones had reached 178.",
            &["178 = count 178 zones of number of zones"],
        ),
        (
            "The number of firms in the city has increased to over 40,000.",
            &["over 40,000 = count 40000 firms morethan of number of firms"],
        ),
        (
            "The number of zones increases to 178.",
            &["178 = count 178 zones of number of zones"],
        ),
        ("The plan of the zones had reached 178.", &[]),
        (
            "Of all the 5000 guests, over 1000 are experts.",
            &[
                "5000 guests = count 5000 guests",
                "over 1000 = count 1000 guests morethan",
            ],
        ),
        (
            "It won 255 seats in the lower house, 135 in the upper house.",
            &["255 seats = count 255 seats", "135 = count 135 seats"],
        ),
        (
            "The number of patents per 10,000 people reached 160.",
            &["10,000 people = count 10000 people", "160 = count 160 patents"],
        ),
        (
            "The farm grew from 50 acres to 10,000.",
            &[
                "50 acres = measure 50 [acr_us] of farm",
                "10,000 = measure 10000 [acr_us] of farm",
            ],
        ),
        (
            "Nearly 30 “big names” were invited.",
            &["Nearly 30 “big names” = count 30 names about"],
        ),
        (
            "It makes 100,000 12-inch wafers a month.",
            &[
                "100,000 = count 100000 wafers per month",
                "12-inch = measure 12 [in_i] of wafers",
            ],
        ),
    ]);
}

#[test]
fn what_is_no_figure() {
    check(&[
        ("As 2026 marks the start of the plan, it waits.", &[]),
        ("2025 won praise.", &[]),
        (
            "It paid 2000 won a month.",
            &["2000 won a month = money 2000 KRW per month"],
        ),
        ("The firm, 36Kr has learned, is closed.", &[]),
        ("It is doubling down on optics.", &[]),
        ("It is doubling output.", &["doubling = multiple 2 increase"]),
        ("It sells 1.6T modules.", &[]),
        (
            "Growth of the two industries is good.",
            &["two industries = count 2 industries"],
        ),
        (
            "A 7.9 earthquake struck.",
            &["7.9 = measure 7.9 magnitude of earthquake"],
        ),
    ]);
}

#[test]
fn amounts_and_what_they_measure() {
    check(&[
        (
            "Profit rose to 150.6 billion yen ($1.28 billion), beating the 142.3 billion forecast.",
            &[
                "150.6 billion yen = money 150600000000 JPY of Profit equals 1",
                "$1.28 billion = money 1280000000 USD of Profit equals 0",
                "142.3 billion = money 142300000000 JPY of forecast",
            ],
        ),
        (
            "It has a total investment worth of 20 billion yuan.",
            &["20 billion yuan = money 20000000000 CNY of total investment"],
        ),
        (
            "They came with total investment exceeding 90 billion yuan.",
            &["exceeding 90 billion yuan = money 90000000000 CNY morethan of total investment"],
        ),
        (
            "It saw a revenue decrease of 39 percent.",
            &["39 percent = percent 39 % decrease of revenue"],
        ),
        (
            "Sales dipped by 35% given the absence of work.",
            &["35% = percent 35 % decrease of Sales"],
        ),
    ]);
}

#[test]
fn counts_with_words_between() {
    check(&[
        (
            "It signed two “green” projects.",
            &["two “green” projects = count 2 projects"],
        ),
        (
            "It drew 400 political, business, and academic guests.",
            &["400 political, business, and academic guests = count 400 guests"],
        ),
        ("He joined the One-thousand-talent Scheme.", &[]),
        // a class of things is not counted
        ("It makes third generation semiconductors.", &[]),
        ("It makes the third line.", &["third line = ordinal 3 line"]),
        (
            "It makes around 2000 jobs.",
            &["around 2000 jobs = count 2000 jobs about"],
        ),
    ]);
}

#[test]
fn amounts_that_add_up() {
    check(&[
        (
            "They added up to 3 billion yuan.",
            &["3 billion yuan = money 3000000000 CNY"],
        ),
        (
            "They cost up to 3 billion yuan.",
            &["up to 3 billion yuan = money 3000000000 CNY atmost"],
        ),
        ("It makes 6 GWh-7 GWh.", &["6 GWh-7 GWh = measure 6..7 GW.h"]),
        ("It showed 8K video on a 4K TV.", &[]),
        ("It showed 4K and 8K displays.", &[]),
        ("It hired 4K workers.", &["4K workers = count 4000 workers"]),
        (
            "It ranked third in Lima and 19th among them.",
            &["ranked third = rank 3", "19th = rank 19"],
        ),
    ]);
}
