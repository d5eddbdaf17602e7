//! The table of reasons, against itself and against what repeats it.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;

use wx_phone_login::reason::{Reason, Row, Source, TABLE};
use wx_phone_login::text::Locale;

const TYPES: &str = include_str!("../miniprogram/phone-login/index.d.ts");

#[test]
fn a_reason_finds_its_own_row() {
    for row in TABLE {
        assert_eq!(row.reason.row().reason, row.reason);
        assert_eq!(Reason::from_name(row.reason.name()), Some(row.reason));
    }
    assert_eq!(Reason::from_name("no such reason"), None);
}

#[test]
fn no_code_or_name_stands_in_two_rows() {
    let all = |values: fn(&Row) -> Vec<String>| TABLE.iter().flat_map(values).collect::<Vec<_>>();
    for values in [
        all(|row| vec![row.reason.name().into()]),
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
        for phrase in row.phrases.iter() {
            assert_eq!(phrase, phrase.to_ascii_lowercase());
        }
    }
}

#[test]
fn the_types_name_the_locales() {
    let start = TYPES.find("export type Locale =").expect("the type is declared");
    let end = start + TYPES[start..].find(';').expect("the type ends");
    let locales: Vec<_> = TYPES[start..end].split('\'').skip(1).step_by(2).map(Locale::from_tag).collect();
    assert_eq!(locales, [Locale::ZhCn, Locale::ZhTw, Locale::En]);
}

#[test]
fn who_fixes_a_setting_is_told_which() {
    use wx_phone_login::reason::Next;
    for row in TABLE.iter().filter(|row| row.next == Next::FixSetup) {
        assert!(row.fixable, "{}", row.reason.name());
    }
}

#[test]
fn only_what_the_server_says_can_leave_a_code_alive() {
    use wx_phone_login::reason::SameCode;
    for row in TABLE.iter().filter(|row| row.same_code != SameCode::Never) {
        assert!(row.source.includes(Source::Server), "{}", row.reason.name());
    }
}
