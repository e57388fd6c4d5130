//! The day that an article is of, and what it gives to dates that lean on it.

use crate::Extractor;
use crate::testing::article;

/// The day that a text is taken to be of, and the values of its dates.
pub(super) fn published(text: &str) -> (Option<String>, Vec<String>) {
    let article = article(text);
    let mut extractor = Extractor::new();
    let record = extractor.extract(&article);
    let day = record.published.as_ref().map(|p| p.date.to_string());
    (day, record.dates.iter().map(|d| d.value.to_string()).collect())
}

#[test]
fn years_of_names_are_no_dates() {
    let text = "Intel spoke at the 2024 China (Jinan) Power Industry Conference in Jinan.";
    assert!(published(text).1.is_empty());
    assert!(published("SEMICON China 2015 was held in Shanghai.").1.is_empty());
    // but what is bought in a year is
    assert_eq!(published("The IBM 2015 bought is old.").1, ["2015"]);
    assert!(published("He reads Qinchuan Daily and USA Today.").1.is_empty());
    assert!(
        published("He spoke at the forum “Chips of Tomorrow” in Lima.")
            .1
            .is_empty()
    );
}

#[test]
fn lines_that_date_a_report() {
    let day = |text: &str| published(text).0;
    let release =
        "A headline\n\nRelease time: 2025-07-04 09:31    Source: The Bengbu Bureau of Industry and Things\n\nIt rose.";
    assert_eq!(day(release).as_deref(), Some("2025-07-04"));
    assert_eq!(
        day("A headline\n\n24/06/2025\n\nIt rose.").as_deref(),
        Some("2025-06-24")
    );
    let line = "A headline\n\nBy Amy Kuo and Li Ming in Wuxi (Lima Daily) Updated: 2012-09-13 10:03\n\nIt rose.";
    assert_eq!(day(line).as_deref(), Some("2012-09-13"));
    let source = "A headline\n\n(Chuzhou Daily, March 29, 2024) On March 28, it rose.";
    assert_eq!(day(source).as_deref(), Some("2024-03-29"));
    // a year to come is not the report's
    assert_eq!(day("The line will reach 40,000 units by 2020\n\nIt rose."), None);
}

#[test]
fn the_day_of_the_week_tells_the_year() {
    let first = |text: &str| published(text).1[0].clone();
    // 18 November 2025 was a Tuesday; 2014 is the year of something else
    let text = "A headline\n\nSEOUL, Nov. 18 (Yonhap) -- Hanseong said Tuesday that it would close the deal by 2027. \
                Park joined the firm in 2014.";
    assert_eq!(first(text), "2025-11-18");
}

#[test]
fn years_of_long_ago_date_nothing_else() {
    let says = |text: &str, wanted: &[&str]| assert_eq!(published(text).1, wanted, "{text}");
    says(
        "On May 11, Intel launched a new chip. It was founded in 2016.",
        &["XXXX-05-11", "2016"],
    );
    says(
        "Intel named a new chairman on July 17. Amy Kuo took the post in September 2021.",
        &["XXXX-07-17", "2021-09"],
    );
    // a year before the last one told is not the article's
    says(
        "Intel rose on Aug. 14, 2009. It fell on Tuesday, the most since Aug. 6, 2013.",
        &["2009-08-14", "XXXX-XX-XX", "2013-08-06"],
    );
    // a full day, a quarter and a year in front of its noun are of now
    says(
        "The plant opened on July 8, 2025. Trial production starts on August 1.",
        &["2025-07-08", "2025-08-01"],
    );
    says(
        "Sales fell in the third quarter of 2012. They rose in September.",
        &["2012-35", "2012-09"],
    );
    says(
        "The list of 2023 key projects is out. It was read on May 11.",
        &["2023", "2023-05-11"],
    );
    // and so is the date that the report starts with
    says(
        "In June 2024, Intel opened a plant. It hired 300 people on July 3.",
        &["2024-06", "2024-07-03"],
    );
}

#[test]
fn background_dates_nothing_else() {
    let last = |text: &str| published(&format!("News\n\n{text}")).1.pop().unwrap();
    // years of service, a bound, a relative clause, an owner
    assert_eq!(
        last("Harold Tenby, who ran the museum from 1974 to 1991, died on 14 November."),
        "XXXX-11-14"
    );
    assert_eq!(
        last("The Leeds plant will close by 2027. The mill will close in May."),
        "XXXX-05"
    );
    let text =
        "Orla Finch, who lost her seat in the May 2014 election, faces three years. The hearing is on October 9.";
    assert_eq!(last(text), "XXXX-10-09");
    assert_eq!(
        last("Two aides in Dana Holt's 2011 campaign pleaded guilty last year."),
        "XXXX"
    );
    // but what is told goes on
    let text = "In December 2021 the firm opened a plant. In March it shut the plant.";
    assert_eq!(last(text), "2021-03");
}

#[test]
fn datelines_of_wires_and_agencies() {
    let day = |text: &str| published(text).0;
    let wire = "LIMA, PERU / ACCESSWIRE / June 10, 2020 / The maker opened a plant.";
    assert_eq!(day(wire).as_deref(), Some("2020-06-10"));
    let agency =
        "(Chinanews) -- Chengdu, June 16 (Wu Lei) The office opened the 2025 “Invest in Wuxi” Expo on the 16th.";
    assert_eq!(published(agency).1, ["2025-06-16", "2025-06-16"]);
}

#[test]
fn lines_of_credits_stand_in_front_of_the_dateline() {
    let dateline = |text: &str| -> Option<(String, String)> {
        let article = crate::testing::article(text);
        let mut extractor = crate::Extractor::new();
        let record = extractor.extract(&article);
        let line = record.dateline?;
        let text = |value: Option<std::borrow::Cow<'_, str>>| value.unwrap_or_default().to_string();
        Some((text(line.place), text(line.agency)))
    };
    let report = "(JW Wire) Feb 15 -- Lanhai opened a plant in Wuxi.";
    let credits =
        format!("Lanhai opens a plant\nChinese article by Li Ming\nEnglish Editor Amy Kuo\n08-01 15:16\n\n{report}");
    assert_eq!(dateline(&credits), Some((String::new(), "JW Wire".into())));
    let reporter = "China News Network Zhuhai, September 9 (Reporter Li Ming) The fair opened in Zhuhai on Monday.";
    assert_eq!(dateline(reporter), Some(("Zhuhai".into(), "China News Network".into())));
}

#[test]
fn datelines_of_all_kinds() {
    let line = |text: &str| {
        let text = format!("News\n\n{text}");
        let article = article(&text);
        let mut extractor = Extractor::new();
        let record = extractor.extract(&article);
        record.dateline.as_ref().map(|line| {
            let date = line.date.as_ref().map(ToString::to_string);
            let agency = line.agency.as_ref().map(ToString::to_string);
            [line.place.as_ref().map(ToString::to_string), date, agency].map(Option::unwrap_or_default)
        })
    };
    let holds = |text: &str, wanted: [&str; 3]| assert_eq!(line(text), Some(wanted.map(String::from)), "{text}");
    holds("(Reuters) - Lanhai opened a plant.", ["", "", "Reuters"]);
    holds(
        "(JW Wire) Feb 15 -- Lanhai opened a plant.",
        ["", "XXXX-02-15", "JW Wire"],
    );
    holds(
        "Kaohsiung, March 10 (CNA) Lanhai opened a plant.",
        ["Kaohsiung", "XXXX-03-10", "CNA"],
    );
    holds(
        "HEFEI, March 3 (Xinhua) -- Lanhai opened a plant.",
        ["HEFEI", "XXXX-03-03", "Xinhua"],
    );
    holds("FRANKFURT: Lanhai opened a plant.", ["FRANKFURT", "", ""]);
    holds(
        "Pune (Maharashtra) [India], September 23: Lanhai opened a plant.",
        ["Pune", "XXXX-09-23", ""],
    );
    holds("Chongqing– The plant was opened.", ["Chongqing", "", ""]);
    holds("NUR-SULTAN – Kazakh officials met.", ["NUR-SULTAN", "", ""]);
    // translations have the agency first
    for (text, agency) in [
        ("Xinhua, Wuxi, March 3 – Lanhai opened a plant.", "Xinhua"),
        (
            "China News Service, Wuxi, March 3 (Li Ming) -- Lanhai opened a plant.",
            "China News Service",
        ),
        (
            "Xinhua News Agency Wuxi, March 3 (Reporter Li Ming) Lanhai opened a plant.",
            "Xinhua News Agency",
        ),
    ] {
        holds(text, ["Wuxi", "XXXX-03-03", agency]);
    }
    for none in [
        "Apple - the maker of the phone - grew.",
        "Wuxi: Three projects were signed.",
        "Kaohsiung Steel (KHS) Opened a plant.",
    ] {
        assert_eq!(line(none), None, "{none}");
    }
    // a line with the times of printing
    let text = "News\n\n03 Dec 2021 05:19AM (Updated: 03 Dec 2021 05:30AM)\n\nIt rose.";
    assert_eq!(published(text).0.as_deref(), Some("2021-12-03"));
    // a headline that looks ahead
    let text = "Maker to open fab in December\n\nMarch 14, 2022\n\nIt rose.";
    assert_eq!(published(text).1[0], "2022-12");
}

#[test]
fn the_day_in_a_headline_or_behind_its_label() {
    let day = |text: &str| published(&format!("{text}\n\nThe mayor opened it on Monday.")).0;
    for head in [
        "City opens new park     06/26/2017 09:23",
        "City opens new park (June 26, 2017)",
        "City opens new park | Updated: 2017-06-26",
        "2017-06-26 City opens new park",
        "City opens new park\n\nPublished on June 26, 2017",
        "City opens new park\n\nPosted on 26 June 2017 by admin",
    ] {
        assert_eq!(day(head).as_deref(), Some("2017-06-26"), "{head}");
    }
    // when it opens says nothing of the report
    assert_eq!(day("City to open new park on June 26, 2017").as_deref(), Some("2017"));
    assert_eq!(day("City to open new park by 2017-06-26"), None);
}

#[test]
fn a_plan_in_the_title_dates_nothing() {
    let day = |text: &str| published(text).0;
    assert_eq!(
        day("Intel to open plant in 2026\n\nIt signed the deal on March 3."),
        None
    );
    let opened = "Intel opened plant in 2026\n\nIt signed the deal on March 3.";
    assert_eq!(day(opened).as_deref(), Some("2026"));
    // nor does a year of long ago the dateline, whatever day of the week is told
    let text = "LIMA, Peru, Jan. 4 (UPI) -- Five people died on Sunday. The group was banned in 2008.";
    assert!(published(text).1.iter().all(|v| v.starts_with('X') || v == "2008"));
    // *the 2011 champion* is so called long after
    let text = "News\n\nThe 2011 champion won in Lima. She won in Quito this year.";
    assert_eq!(published(text).1, ["2011", "XXXX"]);
    // 9 October 2011 was a Sunday
    let text = "News\n\nManila, October 9\n\nThe 2011 champion won on Sunday.";
    assert!(published(text).1.contains(&"XXXX-10-09".to_string()));
}

#[test]
fn lines_and_datelines_without_marks() {
    let first = |text: &str| published(text).1.remove(0);
    assert_eq!(
        first("A headline\n\n2016.01.20\n\nIt rose on January 21."),
        "2016-01-20"
    );
    assert_eq!(
        published("A headline\n\n2016.01.20\n\nIt rose.").0.as_deref(),
        Some("2016-01-20")
    );
    let place = |text: &str| {
        let article = article(text);
        let mut extractor = Extractor::new();
        let record = extractor.extract(&article);
        record.dateline.as_ref().and_then(|d| d.place.clone()).is_some()
    };
    assert!(place("A headline\n\nTOKYO Feb 4 Intel reported a profit."));
    assert!(place("A headline\n\nNew Delhi, Feb 5 The firm reported a profit."));
    assert!(!place(
        "A headline\n\nWuxi, Jiangsu, is a city. The firm came on Feb 5."
    ));
    let dated = published("A headline\n\nWuxi, March 3, 2024 The firm reported a profit.");
    assert_eq!(dated.0.as_deref(), Some("2024-03-03"));
    assert!(place("A headline\n\n[SEOUL] The bank held its key rate on Monday."));
    assert!(place("A headline\n\nManila, October 9\n\nThe bank held its key rate."));
    assert!(!place("A headline\n\nTokyo Feb 4 Intel reported a profit."));
    let line = "A headline\n\nOctober 05, 2023 06:46 am | Updated 06:47 am IST\n\nIt rose on Monday.";
    assert_eq!(published(line).0.as_deref(), Some("2023-10-05"));
}

#[test]
fn what_is_compared_with_is_no_anchor() {
    let text = "Intel made $2 billion in the third quarter of 2024, compared with $1 billion in the third quarter of \
                2023. The sale was completed during the quarter.";
    assert_eq!(published(text).1.last().unwrap(), "2024-35");
    // *more than* compares nothing
    let text = "It built more than 260 satellites in 2024, up 30 percent over the previous year.";
    assert_eq!(published(text).1, ["2024", "2023"]);
}

#[test]
fn numbers_of_bodies_are_no_years() {
    assert!(
        published("He met with 2030 Laboratory Director Luo Ping in Lanzhou.")
            .1
            .is_empty()
    );
    assert!(published("Intel and the 1978 Fund signed a contract.").1.is_empty());
    assert_eq!(published("In 2023 Laboratory staff came.").1, ["2023"]);
    assert_eq!(published("As 2026 marks the start of the plan, it waits.").1, ["2026"]);
    assert!(
        published("He told the Daily on a bus, and local daily Ledger said so.")
            .1
            .is_empty()
    );
}

#[test]
fn a_post_is_no_verb_of_the_present() {
    let days = |text: &str| published(&format!("A headline\n\nPublished: 2024-05-17\n\n{text}")).1;
    assert_eq!(
        days("Luis Prado resigned as chairman on Monday.").pop().unwrap(),
        "2024-05-13"
    );
    assert_eq!(days("The talks will open on Monday.").pop().unwrap(), "2024-05-20");
}

#[test]
fn a_dateline_without_a_year_still_says_the_day() {
    let dates = |text: &str| published(text).1;
    assert_eq!(
        dates("LIMA, August 24 – The fair opened today. It began on 3 August yesterday."),
        ["XXXX-08-24", "XXXX-08-24", "XXXX-08-03", "XXXX-08-23"]
    );
    assert_eq!(
        dates("LIMA, March 1 – The fair opened yesterday."),
        ["XXXX-03-01", "XXXX-XX-XX"]
    );
    assert_eq!(dates("It was seen on March 3, 2024 / 1:06 PM."), ["2024-03-03T13:06"]);
    assert_eq!(
        dates("They met yesterday (April 26th) in Lima."),
        ["XXXX-04-26", "XXXX-04-26"]
    );
    assert_eq!(dates("He had worked there for two years before."), ["P2Y"]);
    assert!(dates("It created around 2000 jobs.").is_empty());
}

#[test]
fn lines_in_front_of_a_report() {
    let text = "A headline\n\nBy Amy Kuo in Lima | Lima Post\n\nPosted October 23, 2023 2:30 am.\n\nLIMA, Peru (AP) — Output rose.";
    let article = article(text);
    let mut extractor = Extractor::new();
    let record = extractor.extract(&article);
    assert_eq!(record.byline.as_deref(), Some("Amy Kuo"));
    assert!(record.dateline.is_some());
    // an author is no title
    let article = crate::testing::article("By Amy Kuo\n\nKelvar sold its plant on Monday.\nIt was old.");
    assert!(extractor.extract(&article).title.is_none());
}

#[test]
fn spans_of_months_and_papers() {
    assert_eq!(published("It grew for three consecutive months.").1, ["P3M"]);
    assert_eq!(published("It was signed in January earlier this year.").1, ["XXXX-01"]);
    assert!(published("The People’s Daily said so.").1.is_empty());
}

#[test]
fn days_of_the_week_behind_a_day() {
    assert_eq!(published("It opened on 13 June 2018, Wednesday.").1, ["2018-06-13"]);
    assert_eq!(published("It opened on June 13, 2018 (Wednesday).").1, ["2018-06-13"]);
    // another day of the week is another day
    assert_eq!(published("It opened on 13 June 2018, Friday's rain aside.").1.len(), 2);
    // *has* says nothing of the tense by itself
    let text = "A headline\n\nLima, October 16, 2016\n\nOn Friday, the ministry has announced it.";
    assert_eq!(published(text).1.last().map(String::as_str), Some("2016-10-14"));
}

#[test]
fn datelines_with_a_point_behind_the_agency() {
    let article = crate::testing::article("Lima, 3 May (EFE).- The president said so on Monday.\n\nHe left.");
    let mut extractor = Extractor::new();
    let record = extractor.extract(&article);
    let dateline = record.dateline.expect("a dateline");
    assert_eq!(dateline.agency.as_deref(), Some("EFE"));
}

#[test]
fn the_year_between_past_and_plan_whose_weekday_is_right() {
    let told = "The city will set up a fund by the end of 2025. Revenue hit a record in 2023.";
    let days = |dateline: &str| published(&format!("A headline\n\n{dateline} {told}")).1;
    assert_eq!(
        days("LIMA, Oct. 8 -- The city on Tuesday released a plan.")[1],
        "2024-10-08"
    );
    // on no year between them
    assert_eq!(
        days("LIMA, Oct. 7 -- The city on Tuesday released a plan.")[1],
        "2025-10-07"
    );
}

#[test]
fn what_is_still_to_come_in_a_quarter_that_is_over_tells_no_year() {
    let first = |text: &str| published(text).1[0].clone();
    assert_eq!(
        first(
            "T\n\nLIMA, Sept 5 (Bernama) -- Kelvar broke ground on a plant. It will open in the first quarter of 2026."
        ),
        "XXXX-09-05"
    );
    assert_eq!(
        first(
            "T\n\nLIMA, Sept 5 (Bernama) -- Kelvar broke ground on a plant. It will open in the fourth quarter of 2026."
        ),
        "2026-09-05"
    );
}

#[test]
fn a_report_that_says_what_day_it_is() {
    let day = published("The bureau today (June 30, 2023) named Amy Kuo. It will open tomorrow.");
    assert_eq!(day.0.as_deref(), Some("2023-06-30"));
    assert_eq!(day.1, ["2023-06-30", "2023-06-30", "2023-07-01"]);
    // of the year that another date has
    let day = published("The bureau today (June 30) named Amy Kuo. She serves from July 1, 2023. The term ends today.");
    assert_eq!(day.1, ["2023-06-30", "2023-06-30", "2023-07-01", "2023-06-30"]);
    // another day in brackets
    let day = published("The bureau said today (as on June 30, 2023) that it is well.");
    assert_eq!(day.0, None);
}

#[test]
fn the_year_of_an_aim_is_not_the_reports() {
    let day = published("To build a base: in 2025 the output of Wuxi\n\nThe forum was held on May 3.");
    assert_eq!(day.0, None);
    assert_eq!(day.1[1], "XXXX-05-03");
    let day = published("In 2025 the output of Wuxi\n\nThe forum was held on May 3.");
    assert_eq!(day.0.as_deref(), Some("2025"));
}
