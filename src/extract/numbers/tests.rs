//! Numbers are read back as they were written.

use super::{Form, Numbers};
use crate::number::Decimal;
use crate::record::Bound;
use crate::text::document::Buffers;

const ONES: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 10] = [
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
];
const SCALES: [(i64, &str); 4] = [
    (1_000_000_000_000, "trillion"),
    (1_000_000_000, "billion"),
    (1_000_000, "million"),
    (1_000, "thousand"),
];

/// A number below one thousand in words.
fn below_thousand(n: i64, and: bool) -> String {
    let mut words = Vec::new();
    if n >= 100 {
        words.push(format!("{} hundred", ONES[(n / 100) as usize]));
        if and && n % 100 > 0 {
            words.push("and".into());
        }
    }
    match n % 100 {
        0 => {}
        low @ 1..=19 => words.push(ONES[low as usize].into()),
        low if low % 10 == 0 => words.push(TENS[(low / 10) as usize].into()),
        low => words.push(format!("{}-{}", TENS[(low / 10) as usize], ONES[(low % 10) as usize])),
    }
    words.join(" ")
}

/// Any number below 10^15 in English words.
fn in_words(mut n: i64, and: bool) -> String {
    if n == 0 {
        return "zero".into();
    }
    let mut words = Vec::new();
    for (scale, name) in SCALES {
        if n >= scale {
            words.push(format!("{} {name}", below_thousand(n / scale, and)));
            n %= scale;
        }
    }
    if n > 0 {
        if and && n < 100 && !words.is_empty() {
            words.push("and".into());
        }
        words.push(below_thousand(n, and));
    }
    words.join(" ")
}

fn grouped(n: i64) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (i, d) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(d);
    }
    out
}

/// Digits and the largest magnitude that divides evenly into at most six places: `1.25 billion`.
fn mixed(n: i64) -> String {
    for (scale, name) in SCALES {
        if n >= scale {
            let whole = Decimal::new(i128::from(n), scale.ilog10() as u8);
            return format!("{whole} {name}");
        }
    }
    grouped(n)
}

fn read(text: &str) -> Vec<(String, Form, Decimal, Decimal, Option<Bound>)> {
    let mut buffers = Buffers::default();
    let document = buffers.read(text);
    let mut numbers = Numbers::default();
    numbers.read(&document);
    numbers
        .all()
        .iter()
        .map(|n| {
            (
                document.slice(n.start, n.end).to_string(),
                n.form,
                n.value,
                n.max,
                n.bound,
            )
        })
        .collect()
}

fn one(text: &str) -> Decimal {
    let found = read(text);
    assert_eq!(found.len(), 1, "{text:?} gives {found:?}");
    assert!(
        matches!(found[0].1, Form::Exact | Form::Fraction),
        "{text:?}: {found:?}"
    );
    found[0].2
}

/// Every integer below 10^15 comes back, in words with and without *and*, in digits and in mixed notation.
#[test]
fn any_integer() {
    let mut n: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut cases: Vec<i64> = (0..1300).collect();
    cases.extend([
        1_000_000,
        1_000_001,
        1_000_100,
        999_999_999_999_999,
        100_000_000_000_100,
    ]);
    for digits in 4..=15u32 {
        for _ in 0..400 {
            n ^= n << 13;
            n ^= n >> 7;
            n ^= n << 17;
            let round = 10i64.pow((n >> 50) as u32 % digits);
            cases.push((n as i64).unsigned_abs() as i64 % 10i64.pow(digits) / round * round);
        }
    }
    for n in cases {
        let want = Decimal::from(n);
        for text in [
            in_words(n, false),
            in_words(n, true),
            grouped(n),
            mixed(n),
            n.to_string(),
        ] {
            assert_eq!(one(&format!("It has {text}.")), want, "{text}");
        }
    }
}

#[test]
fn other_notations() {
    for (text, want) in [
        ("178.305 billion", "178305000000"),
        ("two and a half million", "2500000"),
        ("two-and-a-half", ""),
        ("half a million", "500000"),
        ("a quarter of a million", "250000"),
        ("a dozen", "12"),
        ("three dozen", "36"),
        ("a couple of", "2"),
        ("2 lakh crore", "2000000000000"),
        ("2 billion 300 million", "2300000000"),
        ("nineteen hundred", "1900"),
        ("10 1/2", "10.5"),
        ("1/4", "0.25"),
        ("1½", "1.5"),
        ("one-third", "0.3333"),
        ("two thirds", "0.6667"),
        ("a hundred and five", "105"),
        ("$3.1bn", "3100000000"),
        ("RM2.3b", "2300000000"),
        ("S$410m", "410000000"),
        ("USD115", "115"),
        ("RMB 500m", "500000000"),
        ("1,00,000", "100000"),
    ] {
        if !want.is_empty() {
            assert_eq!(
                one(&format!("It has {text} now.")),
                Decimal::parse(want).unwrap(),
                "{text}"
            );
        }
    }
}

#[test]
fn ranges_and_vague() {
    let d = |s: &str| Decimal::parse(s).unwrap();
    for (text, span, low, high) in [
        ("3 to 5 billion yuan", "3 to 5 billion", "3000000000", "5000000000"),
        ("€1.5-2bn", "1.5-2bn", "1500000000", "2000000000"),
        (
            "between 3.5 billion and 3.7 billion",
            "3.5 billion and 3.7 billion",
            "3500000000",
            "3700000000",
        ),
        ("two or three", "two or three", "2", "3"),
        ("15 – 22", "15 – 22", "15", "22"),
    ] {
        assert_eq!(
            read(text),
            [(span.to_string(), Form::Range, d(low), d(high), None)],
            "{text}"
        );
    }
    for (text, least) in [
        ("hundreds of billions", "100000000000"),
        ("dozens", "24"),
        ("tens of thousands", "10000"),
    ] {
        assert_eq!(read(text), [(text.to_string(), Form::Vague, d(least), d(least), None)]);
    }
    assert_eq!(read("several")[0].1, Form::Few);
    assert_eq!(read("a few hundred")[0].0, "a few hundred");
    assert_eq!(read("the few who came"), []);
    assert_eq!(read("5,000-plus")[0].4, Some(Bound::MoreThan));
    assert_eq!(read("20-odd")[0].4, Some(Bound::About));
    assert_eq!(read("100 or more")[0].4, Some(Bound::AtLeast));
}

/// What looks like a number and is none.
#[test]
fn none() {
    for text in [
        "5G",
        "the 1980s",
        "COVID-19",
        "the 5th",
        "twenty-first",
        "22.09.2023",
        "F-16",
    ] {
        assert_eq!(read(text), [], "{text}");
    }
    assert_eq!(read("3-0").len(), 1);
    assert_eq!(read("one hundred and two hundred").len(), 2);
}
