//! What the button said, beyond the real events.
#![cfg(not(target_arch = "wasm32"))]

use wx_phone_login::classify::{Outcome, classify};
use wx_phone_login::detail::Detail;
use wx_phone_login::reason::{Reason, Source, TABLE};

fn said(err_msg: &str) -> Detail {
    Detail { err_msg: Some(err_msg.into()), ..Detail::default() }
}

fn reason(detail: Detail) -> Reason {
    match classify(detail) {
        Outcome::Ok { .. } => panic!("taken for a success"),
        Outcome::Quota => Reason::QuotaExhausted,
        Outcome::Reject { reason, .. } => reason,
    }
}

#[test]
fn a_known_errno_decides_before_any_text() {
    for row in TABLE.iter().filter(|row| row.source.includes(Source::Button)) {
        for errno in row.errnos {
            let detail = Detail { errno: Some(*errno), ..said("getPhoneNumber:fail user cancel") };
            assert_eq!(reason(detail), row.reason, "errno {errno}");
        }
    }
}

#[test]
fn an_errno_of_a_failure_wins_over_a_code() {
    let detail = Detail { code: Some("c".into()), errno: Some(104), ..said("getPhoneNumber:ok") };
    assert_eq!(reason(detail), Reason::PrivacyRefused);
}

#[test]
fn every_phrase_leads_to_its_own_reason() {
    for row in TABLE.iter().filter(|row| row.source.includes(Source::Button)) {
        for phrase in row.phrases() {
            let phrase = std::str::from_utf8(phrase).unwrap();
            for text in [
                format!("getPhoneNumber:fail {phrase}"),
                format!("getPhoneNumber:fail:{}", phrase.to_ascii_uppercase()),
                format!("getRealtimePhoneNumber:{phrase}"),
                phrase.to_string(),
            ] {
                assert_eq!(reason(said(&text)), row.reason, "{text}");
            }
        }
    }
}

#[test]
fn the_name_of_an_api_holds_no_phrase() {
    for api in ["getPhoneNumber:fail", "getRealtimePhoneNumber:fail", "getrealtimephonenumber"] {
        assert_eq!(reason(said(api)), Reason::Unknown, "{api}");
    }
}

#[test]
fn a_code_without_any_text_is_a_success() {
    let detail = Detail { code: Some("c".into()), ..Detail::default() };
    assert_eq!(classify(detail), Outcome::Ok { code: "c".into() });
}

#[test]
fn a_code_beside_a_failure_is_never_used() {
    for err_msg in ["getPhoneNumber:fail user deny", "getPhoneNumber:user deny", "something else", "not ok"] {
        let detail = Detail { code: Some("c".into()), ..said(err_msg) };
        assert!(!matches!(classify(detail), Outcome::Ok { .. }), "{err_msg}");
    }
    let detail = Detail { code: Some("c".into()), errno: Some(987_654), ..Detail::default() };
    assert_eq!(reason(detail), Reason::Unknown);
}

#[test]
fn a_blank_code_is_none() {
    for code in ["", " ", "\t\n"] {
        let detail = Detail { code: Some(code.into()), ..said("getPhoneNumber:ok") };
        assert_eq!(reason(detail), Reason::MissingCode, "{code:?}");
    }
}

#[test]
fn nothing_said_is_unknown() {
    assert_eq!(reason(Detail::default()), Reason::Unknown);
    assert_eq!(reason(said("")), Reason::Unknown);
}

#[test]
fn an_unknown_errno_is_kept() {
    let detail = Detail { errno: Some(987_654), ..said("getPhoneNumber:fail") };
    assert_eq!(
        classify(detail),
        Outcome::Reject { reason: Reason::Unknown, errno: Some(987_654), raw: "getPhoneNumber:fail".into() }
    );
}

#[test]
fn what_contains_another_reasons_word_is_not_mistaken_for_it() {
    assert_eq!(reason(said("getPhoneNumber:fail:cancel to bind phone")), Reason::NoPhoneBound);
    assert_eq!(reason(said("privacy permission is not authorized")), Reason::PrivacyRefused);
    assert_eq!(reason(said("getPhoneNumber:fail access denied")), Reason::NoPermission);
    assert_eq!(reason(said("getPhoneNumber:fail:cancel to confirm login")), Reason::UserDenied);
}
