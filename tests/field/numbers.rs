//! A number that is there is found, and nothing else is taken for one.

use proptest::prelude::*;
use serde_json::{Value, json};
use wx_phone_login::mask::{bare_phone_number, phone_number};
use wx_phone_login::reading;

use crate::cases::judged;
use crate::json::Given;

pub const NUMBER: &str = "13800138000";

/// The number found in a reply.
fn found(reply: &Value) -> Option<String> {
    let judged = judged("reply", reply);
    judged["phoneNumber"].as_str().filter(|_| judged["kind"] == "ok").map(String::from)
}

fn assert_found(reply: &Value) {
    assert_eq!(found(reply).as_deref(), Some(NUMBER), "{reply}");
}

/// Around a value, each wrapper that a server was seen to use.
pub fn wrapped(value: &Value) -> Vec<Value> {
    let names = [
        "result",
        "data",
        "list",
        "event",
        "resp_data",
        "body",
        "content",
        "payload",
        "info",
        "user",
        "userInfo",
        "res",
        "response",
        "phone_info",
        "phoneInfo",
        "phoneData",
    ];
    let mut wrapped: Vec<_> = names.iter().map(|name| json!({ *name: value })).collect();
    wrapped.push(json!([value]));
    wrapped.push(value.to_string().into());
    wrapped.extend(names.iter().map(|name| json!({ *name: value.to_string() })));
    wrapped
}

#[test]
fn under_every_name_in_any_two_wrappers() {
    for name in ["phoneNumber", "phone_number", "phone", "mobile", "phoneData", "phoneNum", "mobilePhone", "tel"] {
        for value in [json!({ name: NUMBER }), json!({ name: 13_800_138_000_i64 })] {
            assert_found(&value);
            for once in wrapped(&value) {
                assert_found(&once);
                for twice in wrapped(&once) {
                    assert_found(&twice);
                }
            }
        }
    }
}

#[test]
fn six_wrappers_deep() {
    let mut reply = json!({ "phoneNumber": NUMBER });
    for _ in 0..6 {
        reply = json!({ "data": reply });
        assert_found(&reply);
    }
    assert_eq!(found(&json!({ "data": reply })), None);
}

#[test]
fn alone_where_a_wrapper_could_stand() {
    let number = json!(13_800_138_000_i64);
    for number in [
        json!(NUMBER),
        json!([NUMBER]),
        json!([number]),
        json!([number]).to_string().into(),
        json!(" 138 0013 8000\n"),
        number,
    ] {
        assert_found(&number);
        for name in ["result", "data", "resp_data", "body", "content", "payload"] {
            assert_found(&json!({ "statusCode": 200, "data": { "code": 0, "msg": "ok", name: number } }));
        }
    }
    for number in ["+85291234567", "+1234567", "+123456789012345"] {
        assert_eq!(found(&json!({ "data": number })).as_deref(), Some(number));
    }
}

#[test]
fn nothing_else_is_a_number_without_a_phones_name() {
    for other in [
        json!("oops"),
        json!(10001),
        json!("10001"),
        json!(1_637_744_274),
        json!(1_637_744_274_000_i64),
        json!("110101199003071234"),
        json!("11010119900307123X"),
        json!("138****8000"),
        json!("138••••8000"),
        json!("91234567"),
        json!("12800138000"),
        json!("+0123456789"),
        json!("+86"),
        json!("+123456"),
        json!("138001380001"),
        json!("2024-02-18 08:00:00"),
        json!(["13800138000", "13800138001"]),
        json!({ "id": NUMBER, "orderId": 13_800_138_000_i64 }),
    ] {
        for reply in [other.clone(), json!({ "data": other }), json!({ "result": { "success": true, "data": other } })]
        {
            assert_eq!(found(&reply), None, "{reply}");
        }
    }
}

#[test]
fn what_a_phones_name_holds_is_no_number_unless_it_is_one() {
    for other in ["oops", "", "1234", "138****8000", "138••••8000", "1234567890123456", "138----8000", "138x0138000"]
    {
        let reply = json!({ "success": true, "phoneNumber": other });
        assert_eq!(judged("reply", &reply)["reason"], "bad_reply", "{reply}");
    }
}

#[test]
fn beside_a_failure_it_is_not_used() {
    for failure in [json!({ "errcode": 40029 }), json!({ "success": false }), json!({ "statusCode": 500 })] {
        let mut reply = failure.clone();
        reply["data"] = json!({ "phone": NUMBER });
        assert_eq!(found(&reply), None, "{reply}");
    }
}

#[test]
fn a_value_that_wraps_itself_often_is_read_all_the_same() {
    let mut reply = json!({});
    for _ in 0..3 {
        reply = json!({ "error": reply, "body": reply, "info": reply, "res": reply, "data": { "phone": NUMBER } });
    }
    assert_found(&reply);
}

#[test]
fn of_what_is_said_over_and_over_only_so_much_is_kept() {
    let said = "word ".repeat(500);
    let names =
        ["debug", "title", "detail", "error", "error_msg", "errorMsg", "msg", "message", "errorMessage", "errMsg"];
    let layer: Value =
        names.iter().map(|name| (name.to_string(), json!(said))).collect::<serde_json::Map<_, _>>().into();
    let mut reply = layer.clone();
    reply["data"] = layer;
    let text = reading::reply(&Given(reply)).text.unwrap();
    assert!((8_000..10_000).contains(&text.len()), "{}", text.len());
}

/// Digits of a script that is read.
fn in_digits_from(zero: char, digits: &str) -> String {
    let digit = |char: char| char::from_u32(u32::from(zero) + char.to_digit(10)?);
    digits.chars().map(|char| digit(char).unwrap_or(char)).collect()
}

/// A text with the digits of every script that is read in ASCII.
pub fn in_ascii(text: &str) -> String {
    let zeros = ['\u{ff10}', '\u{660}', '\u{6f0}'];
    let digit =
        |char: char| zeros.iter().find_map(|zero| char::from_digit(u32::from(char).checked_sub(u32::from(*zero))?, 10));
    text.chars().map(|char| digit(char).unwrap_or(char)).collect()
}

/// A number with something between its digits, here and there.
pub fn spelling() -> impl Strategy<Value = (String, String)> {
    let zero = prop_oneof![Just('0'), Just('\u{ff10}'), Just('\u{660}'), Just('\u{6f0}')];
    let separator = prop::sample::select(vec![
        "", "", "", " ", "-", ".", "/", "\u{a0}", "\u{200b}", "\u{202f}", "\u{2011}", "\u{ff0d}", "\u{2060}", " - ",
        "\u{feff}", "\u{3000}",
    ]);
    let country = prop::sample::select(vec!["", "+86", "(+86)", "（＋86）", "+86 ", "\u{202d}+86-"]);
    ("1[3-9][0-9]{9}", zero, prop::collection::vec(separator, 10), country).prop_map(
        |(digits, zero, separators, country)| {
            let first = in_digits_from(zero, &digits[..1]);
            let others = digits[1..].chars().zip(separators);
            let spelt = others
                .fold(first, |spelt, (digit, separator)| spelt + separator + &in_digits_from(zero, &digit.to_string()));
            let meant = if country.is_empty() { digits } else { format!("+86{digits}") };
            (country.to_string() + &spelt, meant)
        },
    )
}

proptest! {
    #[test]
    fn in_any_spelling((spelt, meant) in spelling()) {
        prop_assert_eq!(phone_number(&spelt), Some(meant.clone()));
        prop_assert_eq!(bare_phone_number(&spelt), Some(meant));
    }

    #[test]
    fn what_is_found_is_written_in_digits(text in any::<String>()) {
        if let Some(number) = phone_number(&text) {
            let digits = number.strip_prefix('+').unwrap_or(&number);
            prop_assert!(digits.bytes().all(|byte| byte.is_ascii_digit()) && (5..=15).contains(&digits.len()));
            prop_assert_eq!(phone_number(&number), Some(number.clone()));
        }
    }
}
