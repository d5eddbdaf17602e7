//! What is made of an event or a reply, from what JavaScript gave to the answer.

use serde_json::{Value, json};
use wx_phone_login::classify::{Outcome, Verification, classify, classify_reply};
use wx_phone_login::reading;

use crate::json::Given;

/// What an event or a reply is taken for, as the package's types have it.
pub fn judged(kind: &str, input: &Value) -> Value {
    let input = Given(input.clone());
    match kind {
        "event" => outcome(classify(reading::detail(&input))),
        "reply" => verification(classify_reply(reading::reply(&input))),
        other => panic!("{other} is neither an event nor a reply"),
    }
}

fn outcome(outcome: Outcome) -> Value {
    match outcome {
        Outcome::Ok { code } => json!({ "kind": "ok", "code": code }),
        Outcome::Quota => json!({ "kind": "quota", "reason": "quota_exhausted" }),
        Outcome::Reject { reason, errno, raw } => {
            json!({ "kind": "reject", "reason": reason.name(), "errno": errno, "raw": raw })
        }
    }
}

fn verification(verification: Verification) -> Value {
    match verification {
        Verification::Ok(number) => json!({
            "kind": "ok",
            "phoneNumber": number.phone_number,
            "purePhoneNumber": number.pure_phone_number,
            "countryCode": number.country_code,
        }),
        Verification::Reject { reason, err_code, message, raw } => {
            json!({ "kind": "reject", "reason": reason.name(), "errCode": err_code, "message": message, "raw": raw })
        }
    }
}
