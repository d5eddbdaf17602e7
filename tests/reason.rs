//! The table of reasons, against itself and against what repeats it.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;

use wx_phone_login::notice::{Locale, Notice, Stage, Topic, notice};
use wx_phone_login::reason::{Reason, Row, Source, TABLE};

const TYPES: &str = include_str!("../miniprogram/phone-login/index.d.ts");

#[test]
fn a_reason_finds_its_own_row() {
    for row in TABLE {
        assert_eq!(row.reason.row().name, row.name);
        assert_eq!(Reason::from_name(row.name), Some(row.reason));
    }
    assert_eq!(Reason::from_name("no such reason"), None);
}

#[test]
fn no_code_or_name_stands_in_two_rows() {
    let all = |values: fn(&Row) -> Vec<String>| TABLE.iter().flat_map(values).collect::<Vec<_>>();
    for values in [
        all(|row| vec![row.name.into()]),
        all(|row| row.errnos.iter().map(i32::to_string).collect()),
        all(|row| row.err_codes.iter().map(i32::to_string).collect()),
    ] {
        let distinct: BTreeSet<_> = values.iter().collect();
        assert_eq!(distinct.len(), values.len(), "{values:?}");
    }
}

#[test]
fn phrases_are_in_lower_case() {
    for row in TABLE {
        assert_eq!(row.phrases, row.phrases.to_ascii_lowercase());
    }
}

/// The names in a union type of `index.d.ts`.
fn union(name: &str) -> BTreeSet<&'static str> {
    let start = TYPES.find(&format!("export type {name} =")).expect("the type is declared");
    let end = start + TYPES[start..].find(';').expect("the type ends");
    TYPES[start..end].split('\'').skip(1).step_by(2).collect()
}

#[test]
fn the_types_name_the_reasons_of_the_table() {
    let of = |source| TABLE.iter().filter(move |row| row.source.includes(source)).map(|row| row.name);
    let button: BTreeSet<_> = of(Source::Button).filter(|name| *name != "quota_exhausted").collect();
    assert_eq!(union("ButtonReason"), button);
    assert_eq!(union("ServerReason"), of(Source::Server).collect());
}

#[test]
fn the_types_name_every_next_step() {
    let steps: BTreeSet<_> = TABLE.iter().map(|row| row.next.name()).chain(["none"]).collect();
    assert_eq!(union("Next"), steps);
}

fn usual_text(row: &Row) -> &'static str {
    let stage = if row.source == Source::Server { Stage::Verification } else { Stage::Authorization };
    match notice(Topic::Failed(row.reason, stage), Locale::ZhCn, None) {
        Notice::Toast { title, .. } => title,
        Notice::Modal { content, .. } => content,
    }
}

/// The cells of the table between the `reasons` markers, without its two head lines.
fn documented(readme: &str) -> Vec<Vec<String>> {
    let table = readme.split("<!-- reasons -->").nth(1).expect("the table is marked");
    let table = table.split("<!-- /reasons -->").next().expect("the table ends");
    let rows = table.lines().filter(|line| line.starts_with('|')).skip(2);
    rows.map(|row| row.trim_matches('|').split('|').map(|cell| cell.trim().to_string()).collect()).collect()
}

fn expected(row: &Row, sources: [&str; 3]) -> Vec<String> {
    let codes: Vec<String> = row.errnos.iter().chain(row.err_codes).map(i32::to_string).collect();
    let source = match row.source {
        Source::Button => sources[0],
        Source::Server => sources[1],
        Source::Both => sources[2],
    };
    vec![
        format!("`{}`", row.name),
        source.into(),
        if codes.is_empty() { "—".into() } else { codes.join(", ") },
        format!("`{}`", row.next.name()),
        usual_text(row).into(),
    ]
}

#[test]
fn the_readmes_list_the_table() {
    for (readme, sources) in [
        (include_str!("../README.md"), ["Button", "Server", "Both"]),
        (include_str!("../README.zh-CN.md"), ["按钮", "服务端", "两者"]),
    ] {
        let documented: Vec<_> = documented(readme).iter().map(|row| row.join(" | ")).collect();
        let expected: Vec<_> = TABLE.iter().map(|row| expected(row, sources).join(" | ")).collect();
        assert_eq!(documented, expected, "the table should read\n{}", expected.join("\n"));
    }
}
