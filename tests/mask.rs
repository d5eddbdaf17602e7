//! How much of a number is shown.
#![cfg(not(target_arch = "wasm32"))]

use wx_phone_login::mask::{mask_phone_number, redact};

#[test]
fn the_four_digits_before_the_last_four_are_hidden() {
    for (number, masked) in [
        ("13800138000", "138****8000"),
        ("+8613800138000", "+86138****8000"),
        ("+852 9123 4567", "+852 **** 4567"),
        ("91234567", "****4567"),
    ] {
        assert_eq!(mask_phone_number(number), masked);
    }
}

#[test]
fn at_least_half_of_a_short_number_is_hidden() {
    for (number, masked) in [("1234567", "****567"), ("12345", "***45"), ("1", "*"), ("", "")] {
        assert_eq!(mask_phone_number(number), masked);
    }
}

#[test]
fn what_is_no_number_does_no_harm() {
    assert_eq!(mask_phone_number("手机"), "");
    assert_eq!(mask_phone_number("abc"), "abc");
}

#[test]
fn a_log_gets_no_code_no_openid_and_no_number() {
    for (said, kept) in [
        ("errCode: 40029 | invalid code", "errCode: 40029 | invalid code"),
        ("number 13800138000 of 用户", "number *** of 用户"),
        ("tel:+86-138-0013-8000", "tel:+***"),
        ("openid o6_bmjrPTlm6_2sgVt7hMZOPfL2M!", "openid ***!"),
        ("code e31968a7f94cc5ee25fafc2aef2773f0bb8c3937b22520eb8ee345274d00c144", "code ***"),
        ("", ""),
    ] {
        assert_eq!(redact(said), kept);
    }
}

#[test]
fn a_log_gets_the_beginning_of_a_long_text() {
    assert!(redact(&"错误 ".repeat(10_000)).len() < 300);
    assert!(redact(&"a".repeat(10_000)).len() < 300);
    assert!(redact(&"错".repeat(10_000)).len() < 300);
}

#[test]
fn a_word_is_a_secret_when_it_is_long_or_has_many_digits() {
    for (said, kept) in [
        ("getRealtimePhoneNumber", "getRealtimePhoneNumber"),
        ("abcdefghijklmnopqrstuvwxy", "abcdefghijklmnopqrstuvwxy"),
        ("abcdefghijklmnopqrstuvwxyz", "***"),
        ("abcdefghijklmnopqr1", "abcdefghijklmnopqr1"),
        ("abcdefghijklmnopqrs1", "***"),
        ("a_cdefghijklmno-qrs1", "***"),
        ("123456", "123456"),
        ("1234567", "***"),
        ("x1y2z3-4_567", "***"),
    ] {
        assert_eq!(redact(said), kept);
    }
}

#[test]
fn a_log_gets_240_bytes_and_no_half_of_a_character() {
    let words = "abc ".repeat(60);
    assert_eq!(redact(&words), words);
    assert_eq!(redact(&format!("{words}d")), words);
    assert_eq!(redact(&format!("ab{}", "错".repeat(100))).len(), 239);
}
