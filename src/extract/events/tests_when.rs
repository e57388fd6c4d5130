//! When: which dates of a sentence are those of an event.

use super::tests::when;

#[test]
fn each_verb_has_its_own_day() {
    let nothing: &[&str] = &[];
    // *and* starts the next one's circumstances
    let plans = "Intel began trial production in October 2024 and reached mass production in May 2025.";
    assert_eq!(when(plans), [["2024-10"], ["2025-05"]]);
    // a participle behind a comma, a clause behind *that*
    let filed =
        "Turnover of Intel rose 8% to 3 billion yuan, shows its report, filed with the exchange on May 3, 2024.";
    assert_eq!(when(filed)[0], nothing);
    let lapsed = "Intel signed a contract that was dropped in June 2022.";
    assert_eq!(when(lapsed)[0], nothing);
    let signed = "Intel signed a contract with Nokia in June 2022.";
    assert_eq!(when(signed), [["2022-06"]]);
}

#[test]
fn the_day_of_saying_is_none_of_what_is_said() {
    let nothing: &[&str] = &[];
    let conceded = "A fall in orders in March 2023, Amy Kuo conceded, had caught the city unprepared.";
    assert_eq!(when(conceded)[0], nothing);
    let turning = "Turning to the tasks of 2023, Amy Kuo said that money would go to projects.";
    assert_eq!(when(turning)[0], nothing);
    let talking = "Talking to guests on March 3, 2023, Amy Kuo said that money would go to projects.";
    assert_eq!(when(talking)[0], ["2023-03-03"]);
}

#[test]
fn the_day_of_saying_is_none_of_what_is_quoted() {
    let nothing: &[&str] = &[];
    let close = "\"The price is above the close on May 3, 2023,\" Amy Kuo said in a statement.";
    assert_eq!(when(close).last().unwrap(), nothing);
    let running = "\"We acted. We will build it in May 2023,\" Amy Kuo told guests on March 3, 2023.";
    assert_eq!(when(running).last().unwrap(), &["2023-03-03"]);
    let outlook = "The third-quarter outlook is \"in line with the market,\" Amy Kuo said.";
    assert_eq!(when(outlook).last().unwrap(), nothing);
    let fronted = "On March 3, 2023, \"we are ready,\" Amy Kuo said.";
    assert_eq!(when(fronted).last().unwrap(), &["2023-03-03"]);
}

#[test]
fn years_of_things_and_plans_are_not_when() {
    let nothing: &[&str] = &[];
    let met = "On May 6, 2023, Intel and the 2011 Center signed an agreement.";
    assert_eq!(when(met), [["2023-05-06"]]);
    let covered = "Intel and Nokia signed an agreement on cooperation for 2027 and 2028.";
    assert_eq!(when(covered)[0], nothing);
    let dated = "On May 6, 2023, Intel launched its 2022 report.";
    assert_eq!(when(dated), [["2023-05-06"]]);
}

#[test]
fn a_forecast_gives_no_period_to_what_is_told_behind_it() {
    let text = "Sales of Intel rose 3% in 2023. Intel expects sales of 4 billion yuan in 2024. Margin fell to 39%.";
    assert_eq!(when(text).last().unwrap(), &["2023"]);
}

#[test]
fn a_date_of_an_insertion_is_not_the_events() {
    let nothing: Vec<String> = Vec::new();
    assert_eq!(
        when("Lantu Semiconductor, backed by Intel since 2014, opened a plant in Wuxi.")[0],
        nothing
    );
    assert_eq!(
        when("Lantu Semiconductor, backed by Intel, opened a plant on May 3, 2014.")[0],
        ["2014-05-03"]
    );
}

#[test]
fn dates_beside_another_verb() {
    let nothing: Vec<String> = Vec::new();
    assert_eq!(
        when("The chairman of Dorvale Corp resigned after leading the board since June 2019.")[0],
        nothing
    );
    assert_eq!(
        when("The news on May 3 came a day after Dorvale Corp named Dana Holt as chair.")[0],
        nothing
    );
}

#[test]
fn only_what_was_done_there_takes_the_day_of_the_meeting() {
    let text = "The forum was held in Lanzhou on May 6, 2023. The city has been implementing a series of measures.";
    assert_eq!(when(text), [vec!["2023-05-06".to_string()], vec![]]);
    let text = "Dorvale Corp announced on May 6, 2023 the completion of its plant in Lanzhou. Li Ming spoke on May 8. \
                \"The cost is high,\" Li said.";
    assert_eq!(when(text)[2], ["2023-05-08"]);
}

#[test]
fn what_has_moved_since_is_of_no_day() {
    let text = "The forum opened on May 3, 2024 in Wuxi. Shares of Intel have surged 30 percent.";
    assert!(when(text)[1].is_empty());
    let text = "The forum opened on May 3, 2024 in Wuxi. Shares of Intel surged 30 percent.";
    assert_eq!(when(text)[1], ["2024-05-03"]);
}

#[test]
fn a_bound_is_no_comparison() {
    assert_eq!(when("Intel earned more than $5 million in 2023.")[0], ["2023"]);
    let nothing: Vec<String> = Vec::new();
    assert_eq!(
        when("Intel sold more chips than in 2023, up 5 percent.")
            .first()
            .unwrap_or(&nothing),
        &nothing
    );
}

#[test]
fn a_day_with_its_weekday_in_front() {
    assert_eq!(when("Intel held a forum on Tuesday, May 3, 2022."), [["2022-05-03"]]);
    let nothing: &[&str] = &[];
    let text = "Intel will open a plant on May 16, 2023, said the local government.";
    assert_eq!(when(text).last().unwrap(), nothing);
}

#[test]
fn days_of_the_week_lean_on_a_dateline_without_a_year() {
    let text = "LIMA, Oct. 26 (Xinhua) -- Mayor Li Ming visited Intel on Tuesday. Amy Kuo met with Li Ming on Monday.";
    assert_eq!(when(text), [["XXXX-10-26"], ["XXXX-10-25"]]);
}

#[test]
fn dates_of_other_nouns_and_wide_years_are_not_when() {
    let nothing: &[&str] = &[];
    let plan = "Wuxi plans to establish a chip fund, according to a forum held in May 2021.";
    assert_eq!(when(plan)[0], nothing);
    let ceremony = "Intel signed a contract with Nokia at a ceremony held in May 2021.";
    assert_eq!(when(ceremony)[0], ["2021-05"]);
    let day = "On March 2, 2018, in 2018, the Chip Forum was held in Wuxi.";
    assert_eq!(when(day)[0], ["2018-03-02"]);
}

#[test]
fn days_count_from_a_dateline_that_is_a_sentence() {
    let text = "Lima, November 25. The ministry announced on the 24th that chips matter. Li Ming responded at a press conference on the 25th.";
    assert_eq!(when(text), [["XXXX-11-24"], ["XXXX-11-25"]]);
}

#[test]
fn the_later_verb_has_the_later_date() {
    let text = "In May 2007, equipment was moved in and pilot production commenced in July 2009.";
    assert_eq!(when(text), [["2007-05"], ["2009-07"]]);
    let plain = "In Wuxi, a plant of Intel was opened and expanded in July 2009.";
    assert_eq!(when(plain)[0], ["2009-07"]);
}

#[test]
fn the_period_of_a_thing_is_not_the_day_of_its_signing() {
    let text =
        "On May 3, 2023, one week after the start of the key projects of the first quarter, Wuxi held a chip forum.";
    assert_eq!(when(text).last().unwrap(), &["2023-05-03"]);
    let quarter = "In the first quarter of 2023, Wuxi held a chip forum.";
    assert_eq!(when(quarter).last().unwrap(), &["2023-33"]);
}

#[test]
fn what_came_before_a_meeting_is_not_of_its_day() {
    let text = "Officials of Wuxi and managers of Kelvar Corp attended the Lindo Chip Forum in Wuxi on May 3, 2021. \
                It comes after Kelvar Corp reached a settlement with Lumeno Corp.";
    let settled = when(text);
    assert!(settled.last().unwrap().is_empty(), "{settled:?}");
}

#[test]
fn a_date_in_front_of_the_verb_of_the_next_clause() {
    let nothing: &[&str] = &[];
    for (text, day) in [
        (
            "Intel signed a contract with Nokia, and its revenue in 2023 reached 3 billion yuan.",
            "2023",
        ),
        (
            "Intel opened a plant in Lima, and in May 2024 it hired 300 workers.",
            "2024-05",
        ),
    ] {
        let found = when(text);
        assert_eq!(found[0], nothing, "{text}");
        assert_eq!(found[1], [day], "{text}");
    }
    // no verb of its own
    let listed = "Intel signed a contract with Nokia, and with Samsung, in May 2024.";
    assert_eq!(when(listed)[0], ["2024-05"]);
}

#[test]
fn bounds_of_a_plan_and_years_of_a_report() {
    let nothing: &[&str] = &[];
    let agreed = "Intel and Nokia agreed to set up a joint group before the end of 2026.";
    assert_eq!(when(agreed)[0], nothing);
    let report = "The association released the 2023 report of the industry.";
    assert_eq!(when(report)[0], nothing);
    let on = "The association released the report of the industry in 2023.";
    assert_eq!(when(on)[0], ["2023"]);
}

#[test]
fn what_has_been_done_since_something_else() {
    let nothing: &[&str] = &[];
    let raised = "Intel has raised 3 billion yuan since its establishment in 2021.";
    assert_eq!(when(raised)[0], nothing);
    let built = "Intel has built a plant since 2021.";
    assert_eq!(when(built)[0], ["2021"]);
}

#[test]
fn one_result_of_two_months() {
    let text = "For April and May, Kelvar Corp. posted a combined revenue of 3 million yuan.";
    assert_eq!(when(text)[0], ["XXXX-04", "XXXX-05"]);
    // another date
    let text = "In April, and in 2020, Kelvar Corp. posted a revenue of 3 million yuan.";
    assert_eq!(when(text)[0].len(), 1);
}
