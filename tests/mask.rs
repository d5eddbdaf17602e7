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

#[test]
fn the_id_of_a_request_stays() {
    for said in [
        "new rid: 6705edf9-02858692-146b48b3",
        "{\"rid\":\"67f78dc4-0fdbca92-5ebc48a7\"}",
        "RID: 6705edf9-02858692-146b48b3 rid: 6705edf9-02858692-146b48b3",
    ] {
        assert_eq!(redact(&said.to_lowercase()), said.to_lowercase());
    }
    for (said, kept) in [
        ("6705edf9-02858692-146b48b3", "***"),
        ("rid: 6705edf9-02858692-146b48b", "rid: ***"),
        ("rid: 6705edf9-02858692-146b48b34", "rid: ***"),
        ("rid: 6705edfg-02858692-146b48b3", "rid: ***"),
        ("rid: 6705edf9002858692-146b48b3", "rid: ***"),
        ("ride of them all: 6705edf9-02858692-146b48b3", "ride of them all: ***"),
    ] {
        assert_eq!(redact(said), kept);
    }
}

#[test]
fn a_number_in_any_spelling_is_hidden() {
    for (said, kept) in [
        ("tel 139 1234 5678.", "tel ***."),
        ("tel +852 9123 4567 of", "tel +*** of"),
        ("(+86) 139-1234-5678", "(+***"),
        ("139.1234.5678, 139/1234/5678", "***, ***"),
        ("139\u{a0}1234\u{a0}5678 139\u{200b}1234\u{200b}5678", "***"),
        ("\u{ff11}\u{ff13}\u{ff19}\u{ff11}\u{ff12}\u{ff13}\u{ff14}\u{ff15}\u{ff16}\u{ff17}\u{ff18}号", "***号"),
        ("٠١٢٣٤٥٦", "***"),
        ("۰۱۲۳۴۵۶", "***"),
        ("tel139 1234 5678x", "tel***x"),
        ("13912345 678", "***"),
        ("id 110101199003071234 or 11010119900307123X", "id *** or ***"),
    ] {
        assert_eq!(redact(said), kept);
    }
}

#[test]
fn what_is_no_number_is_kept() {
    for said in ["errCode: -501001 | 40029", "at 11:18:36", "12 34 56", "index.js:425:19", "1 2 3 4 5 6"] {
        assert_eq!(redact(said), said);
    }
    assert_eq!(redact("123    4567"), "123    4567", "four characters apart");
}

#[test]
fn an_address_of_email_and_a_token_are_hidden() {
    for (said, kept) in [
        ("mail jo.hn+1@mail.example.com, ok", "mail ***, ok"),
        ("mail a@b.", "mail ***"),
        ("张三@example.com，已注册", "张三***，已注册"),
        ("session tiihtNczf5v6AKRyjwEUhQ==", "session ***"),
        ("session tiih/Nczf5v6+KRyjwEU/Q==", "session ***"),
        ("session tiih/NczfxvzAKRyjwEUhQ==", "session ***"),
        ("path/of/interfaces/Without==", "***"),
        ("short==", "short=="),
        ("eyJhbGci.eyJzdWIi.SflKxwRJ1", "***"),
        ("docs.example.net/error-code/basic/INVALID_ENV", "docs.example.net/error-code/basic/INVALID_ENV"),
        ("openapi.phonenumber.getPhoneNumber", "openapi.phonenumber.getPhoneNumber"),
    ] {
        assert_eq!(redact(said), kept);
    }
}
