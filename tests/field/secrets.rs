//! What belongs to a user does not stay in what is kept of a text, however it is written.

use proptest::prelude::*;
use serde_json::json;
use wx_phone_login::mask::redact;

use crate::cases::judged;
use crate::numbers::{in_ascii, spelling};

/// Words without a digit that stand before and after a secret.
const AROUND: [(&str, &str); 7] = [
    ("", ""),
    ("tel ", "."),
    ("手机号", "已注册"),
    ("{\"phone\":\"", "\"}"),
    ("phone=", "&name=x"),
    ("a (", ")"),
    ("用户【", "】不存在, rid: 6705edf9-02858692-146b48b3"),
];

/// What of a secret is shown in what is kept.
fn shown(kept: &str, secret: &str) -> Option<String> {
    let pieces = (0..secret.len().saturating_sub(6)).map(|at| secret[at..at + 6].to_string());
    pieces.into_iter().find(|piece| kept.contains(piece))
}

fn around() -> impl Strategy<Value = (&'static str, &'static str)> {
    prop::sample::select(AROUND.to_vec())
}

proptest! {
    #[test]
    fn a_number_in_any_spelling((spelt, meant) in spelling(), (before, after) in around()) {
        let kept = in_ascii(&redact(&format!("{before}{spelt}{after}")));
        let digits: String = kept.replace("6705edf9-02858692-146b48b3", "").chars().filter(char::is_ascii_digit).collect();
        prop_assert!(digits.len() <= 2, "{kept}: only a country code is left of {meant}");
        prop_assert!(kept.starts_with(before) && kept.contains("***"), "{kept}");
    }

    #[test]
    fn an_openid_a_code_and_a_token(
        secret in prop_oneof!["o[0-9A-Za-z_-]{27}", "[0-9a-f]{64}", "[0-9]{2}_[0-9A-Za-z_-]{60}", "[0-9]{17}[0-9X]", "[A-Za-z]{26,40}"],
        (before, after) in around(),
    ) {
        let kept = redact(&format!("{before}{secret}{after}"));
        prop_assert_eq!(shown(&kept, &secret), None, "{}", kept);
    }

    #[test]
    fn an_address_of_email(
        address in "[a-z0-9]{1,12}([._%+-][a-z0-9]{1,8})?@[a-z0-9-]{1,12}(\\.[a-z]{2,5}){1,2}",
        (before, after) in prop::sample::select(AROUND[1..4].to_vec()),
    ) {
        let kept = redact(&format!("{before}{address}{after}"));
        prop_assert!(!kept.contains('@') && kept.contains("***"), "{}", kept);
    }

    #[test]
    fn and_neither_in_raw_nor_in_a_message((spelt, _) in spelling(), (before, after) in around()) {
        let said = format!("{before}{spelt}{after}");
        for reply in [json!({ "errMsg": said }), json!({ "code": 1, "msg": said }), json!({ "statusCode": 400, "data": said })] {
            let judged = judged("reply", &reply);
            let kept = in_ascii(&format!("{}{}", judged["raw"], judged["message"]));
            let kept = kept.replace("6705edf9-02858692-146b48b3", "");
            prop_assert!(kept.chars().filter(char::is_ascii_digit).count() <= 2, "{}", kept);
        }
    }
}
