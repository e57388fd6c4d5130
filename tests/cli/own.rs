//! Names of the user's own, why a name is what it is, and briefs for people.

use serde_json::Value;

use crate::run::Folder;

const ARTICLE: &[u8] =
    b"Hope Bay celebrates\n\nOn Monday, Zorblat opened the Hope Bay plant of Deepwell. DW Group said it \
hopes for more. Deepwell Shipping Ltd. was not there.\n";

const OWN: &[u8] = b"name\tkind\tcanonical\taliases\tattributes\n\
# ours\n\
Hope Bay\tplace\tHope Bay Township\t\tcountry=CA;lat=50.5;lon=-120;type=district\n\
Zorblat\tperson\tIvan Zorblat\t\t\n\
Deepwell\torganisation\tDeepwell Holdings\tDW Group\ttype=fund\n";

#[test]
fn own_names_win() {
    let folder = Folder::new(&[("a.txt", ARTICLE), ("own.tsv", OWN)]);
    let ran = folder
        .run(&["extract", "a.txt", "--lexicon", "own.tsv"])
        .code(0)
        .silent();
    let record = &ran.records()[0];
    let place = record["places"]
        .as_array()
        .unwrap()
        .iter()
        .find(|p| p["name"] == "Hope Bay Township")
        .unwrap();
    assert_eq!(
        (&place["kind"], &place["country"], &place["lat"], &place["rule"]),
        (
            &"district".into(),
            &"CA".into(),
            &50.5.into(),
            &"name.user-place".into()
        )
    );
    assert_eq!(place["mentions"].as_array().unwrap().len(), 2);
    assert_eq!(record["people"][0]["name"], "Ivan Zorblat");
    let bodies: Vec<&Value> = record["organisations"]
        .as_array()
        .unwrap()
        .iter()
        .map(|o| &o["name"])
        .collect();
    // a longer name that ends in a legal form is another company
    assert_eq!(bodies, ["Deepwell Holdings", "Deepwell Shipping Ltd."]);
    assert_eq!(record["organisations"][0]["kind"], "fund");
    let without = folder.run(&["extract", "a.txt"]).code(0).silent();
    assert!(without.records()[0]["people"].as_array().unwrap().is_empty());
}

#[test]
fn lexicons_that_cannot_be_read_are_wrong_usage() {
    let folder = Folder::new(&[
        ("a.txt", ARTICLE),
        ("own.tsv", OWN),
        ("kind.tsv", b"name\tkind\nHope\tship\n"),
        ("column.tsv", b"name\tcanonical\nHope\tHope\n"),
        ("again.tsv", b"name\tkind\nDW Group\torganisation\n"),
        ("latin.tsv", b"name\tkind\nCaf\xE9\tplace\n"),
    ]);
    for (file, reason) in [
        (
            "kind.tsv",
            "kind.tsv:2: unknown kind \"ship\"; it is person, organisation or place",
        ),
        ("column.tsv", "column.tsv:1: column \"kind\" is missing"),
        (
            "again.tsv",
            "\"DW Group\" stands in own.tsv:5 already; take one of them out",
        ),
        ("latin.tsv", "latin.tsv: it is not UTF-8"),
        ("none.tsv", "none.tsv: "),
    ] {
        let arguments = ["extract", "a.txt", "--lexicon", "own.tsv", "--lexicon", file];
        let ran = folder.run(&arguments).code(2).says(reason);
        assert!(ran.out.is_empty());
        folder
            .run(&["explain", "a.txt", "--lexicon", "own.tsv", "--lexicon", file])
            .code(2)
            .says(reason);
    }
}

#[test]
fn explain_tells_evidence_decision_and_what_lost() {
    let folder = Folder::new(&[
        ("a.txt", ARTICLE),
        ("own.tsv", OWN),
        (
            "b.jsonl",
            b"{\"text\": \"Mr. Zorblat spoke.\"}\n{\"text\": \"It rained in Wuxi.\"}\n",
        ),
    ]);
    let ran = folder.run(&["explain", "a.txt", "--name", "SHIPPING"]).code(0).silent();
    let text = String::from_utf8(ran.out).unwrap();
    for part in [
        "Deepwell Shipping Ltd.: organisation, by ",
        "name.legal-form: ",
        "  sum\n",
        "  lost: ",
    ] {
        assert!(text.contains(part), "{text}");
    }
    let ran = folder.run(&["explain", "a.txt", "--json"]).code(0).silent();
    let names = ran.records();
    assert!(names.len() >= 4);
    for name in names {
        let sums = |kind: &str| -> i64 {
            let evidence = name["evidence"].as_array().unwrap().iter();
            evidence.map(|e| e["weights"][kind].as_i64().unwrap()).sum()
        };
        for kind in ["person", "organisation", "place", "other"] {
            assert_eq!(name["scores"][kind].as_i64(), Some(sums(kind)));
        }
        let decided = &name["scores"][name["decision"].as_str().unwrap()];
        assert_eq!(
            decided.as_i64(),
            ["person", "organisation", "place", "other"]
                .map(|k| name["scores"][k].as_i64().unwrap())
                .into_iter()
                .max()
        );
    }
    let ran = folder
        .run(&["explain", "b.jsonl", "--line", "2", "--json"])
        .code(0)
        .silent();
    assert_eq!(ran.each("/decision"), ["place"]);
    folder
        .run(&["explain", "b.jsonl", "--line", "3"])
        .code(1)
        .says("it has no line 3");
    folder
        .run(&["explain", "a.txt", "--name", "Atlantis"])
        .code(1)
        .says("no name has \"Atlantis\" in it");
    folder.run(&["explain", "none.txt"]).code(1).says("none.txt");
}

#[test]
fn briefs_are_for_people() {
    let folder = Folder::new(&[
        ("a.txt", b"WUXI, March 3, 2024 - Haorun Microelectronics Co., Ltd. signed a contract worth 2 billion yuan with Acme Holdings Ltd. in Wuxi on Saturday.\n"),
        ("empty.txt", b""),
        ("bad.jsonl", b"{\n"),
    ]);
    let ran = folder
        .run(&["extract", "--format", "brief", "a.txt", "empty.txt"])
        .code(0)
        .silent();
    let text = String::from_utf8(ran.out).unwrap();
    for part in [
        "agreement: signed",
        "Haorun Microelectronics Co., Ltd.",
        "2 billion yuan",
        "2024-03-02",
        "(no title)\n  empty.txt\n\n",
    ] {
        assert!(text.contains(part), "{part:?} not in {text}");
    }
    let ran = folder
        .run(&["extract", "--format", "brief", "--on-error", "record", "bad.jsonl"])
        .code(0);
    assert!(String::from_utf8(ran.out).unwrap().starts_with("bad.jsonl:1: "));
}
