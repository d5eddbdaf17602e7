//! What is made of an event or a reply, from what JavaScript gave to the answer.

use serde_json::{Value, json};
use wx_phone_login::classify::{Outcome, Success, Verification, classify, classify_reply};
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
        Verification::Ok(Success { number, country_code, masked_number }) => {
            let (full, pure) = number.map(|number| (number.phone_number, number.pure_phone_number)).unzip();
            json!({
                "kind": "ok",
                "phoneNumber": full,
                "purePhoneNumber": pure,
                "countryCode": country_code,
                "maskedNumber": masked_number,
            })
        }
        Verification::Reject { reason, err_code, message, raw } => {
            json!({ "kind": "reject", "reason": reason.name(), "errCode": err_code, "message": message, "raw": raw })
        }
    }
}
