//! Posts of people in lists, captions and units.

use crate::Extractor;
use crate::testing::article;

/// Who has which post of whom, as `name: title @ body`.
#[track_caller]
pub(super) fn holds(text: &str, wanted: &[&str]) {
    let article = article(text);
    let mut extractor = Extractor::new();
    let record = extractor.extract(&article);
    let name = |id| {
        let body = record.organisations.iter().find(|o| Some(o.id) == id).map(|o| &*o.name);
        body.or_else(|| record.places.iter().find(|p| Some(p.id) == id).map(|p| &*p.name))
    };
    let mut found = Vec::new();
    for person in &record.people {
        for role in &person.roles {
            let body = name(role.organisation).or_else(|| name(role.place));
            found.push(format!("{}: {} @ {}", person.name, role.title, body.unwrap_or("-")));
        }
    }
    assert_eq!(found, wanted, "{text}");
}

#[test]
fn the_post_of_the_one_in_front_is_not_the_next_ones() {
    holds(
        "Guests were Luis Prado, the first director of the Kelvar Alliance, Amy Kuo, secretary-general, and Wu Min, treasurer.",
        &[
            "Luis Prado: first director @ Kelvar Alliance",
            "Amy Kuo: secretary-general @ -",
            "Wu Min: treasurer @ -",
        ],
    );
    holds(
        "A spokeswoman for the Kelvar Alliance, Amy Kuo, said so.",
        &["Amy Kuo: spokeswoman @ Kelvar Alliance"],
    );
}

#[test]
fn where_somebody_stands_in_a_picture() {
    holds(
        "Luis Prado (second from right), mayor of Lima, and Amy Kuo (left), mayor of Wuxi, met guests.",
        &["Luis Prado: mayor @ Lima", "Amy Kuo: mayor @ Wuxi"],
    );
}

#[test]
fn the_unit_of_an_owner_and_letters_of_a_post() {
    holds(
        "Amy Kuo, Kelvar University's director of the College of New Materials, spoke.",
        &["Amy Kuo: director @ College of New Materials"],
    );
    holds(
        "Ann Dahl, SVP and GM of Kelvar Inc, left.",
        &["Ann Dahl: SVP and GM @ Kelvar Inc"],
    );
    holds(
        "Luis Prado, Kelvar Devices' chief financial officer from 1998, left.",
        &["Luis Prado: chief financial officer @ Kelvar Devices"],
    );
    holds("Robert Fraser, KSSCA VP, attended it.", &["Robert Fraser: VP @ KSSCA"]);
}

#[test]
fn the_post_in_front_of_and_is_not_of_the_next() {
    holds(
        "They were Luis Prado, deputy general-secretary of Lima Municipal Government and Zhang Wenyi, vice chairman of Kelvar Corp.",
        &[
            "Luis Prado: deputy general-secretary @ Lima Municipal Government",
            "Zhang Wenyi: vice chairman @ Kelvar Corp.",
        ],
    );
}

#[test]
fn letters_and_a_country_in_brackets_are_the_body_in_front() {
    let article =
        article("The National Institute for Chip Design Co., Ltd. (NICD Peru) grew. NICD Peru has 300 people.");
    let mut extractor = Extractor::new();
    let record = extractor.extract(&article);
    let names: Vec<&str> = record.organisations.iter().map(|o| &*o.name).collect();
    assert_eq!(names, ["National Institute for Chip Design Co., Ltd."]);
}
