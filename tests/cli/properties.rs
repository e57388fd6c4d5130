//! What holds for any input.

use proptest::collection::vec;
use proptest::prelude::*;

use crate::run::Folder;

/// Bytes that are no text, text that is no prose, and prose that is cut anywhere.
fn contents() -> impl Strategy<Value = Vec<u8>> {
    let prose =
        "On June 15, 2023, Zhou Zixue (SMIC) said sales rose 25.5% to 178.305 billion yuan. “The 13th” – 张’s…\r\n";
    prop_oneof![
        vec(any::<u8>(), 0..400),
        "\\PC{0,200}".prop_map(String::into_bytes),
        "[A-Z0-9 .,()“”’%$¥\n-]{0,200}".prop_map(String::into_bytes),
        (0..prose.len(), 0..prose.len()).prop_map(move |(a, b)| prose.as_bytes()[a.min(b)..a.max(b)].to_vec()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// Many files at a time, as starting the program is what takes long. `run` fails on a panic.
    #[test]
    fn any_bytes_are_a_record_or_an_error(files in vec(contents(), 1..40)) {
        let folder = Folder::new(&[]);
        let names: Vec<_> = (0..files.len()).map(|number| format!("{number:02}.txt")).collect();
        for (name, bytes) in names.iter().zip(&files) {
            folder.write(name, bytes);
        }
        let mut arguments = vec!["extract"];
        arguments.extend(names.iter().map(String::as_str));
        let ran = folder.run(&arguments);
        let errors = ran.err.lines().filter(|line| line.starts_with("error: ")).count();
        prop_assert_eq!(ran.records().len() + errors, files.len());
        prop_assert_eq!(ran.code, Some(i32::from(errors > 0)));
    }

    /// One line in, one line out, in order, whatever the lines are.
    #[test]
    fn any_line_is_answered(lines in vec(contents(), 1..40)) {
        let mut text = b"{\"text\":\"first\"}\n".to_vec();
        for line in &lines {
            // Zero bytes near the start would make it a binary file.
            text.extend(line.iter().filter(|byte| !b"\n\0".contains(byte)));
            text.push(b'\n');
        }
        let arguments = ["extract", "--input-format", "jsonl", "--on-error", "record", "-"];
        let ran = Folder::new(&[]).run_with(&arguments, &text).code(0);
        let numbers: Vec<_> = (1..=lines.len() + 1).map(|number| number.to_string()).collect();
        prop_assert_eq!(ran.each("/source/line"), numbers);
    }
}
