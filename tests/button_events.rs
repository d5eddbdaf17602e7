//! Real button events: what each means is written beside it.
#![cfg(not(target_arch = "wasm32"))]

use serde_json::Value;
use wx_phone_login::classify::{Outcome, classify};
use wx_phone_login::detail::Detail;

fn detail(event: &Value) -> Detail {
    let text = |key: &str| event["detail"][key].as_str().map(String::from);
    let errno = event["detail"]["errno"].as_i64().map(|errno| errno.try_into().unwrap());
    Detail { code: text("code"), err_msg: text("errMsg"), errno }
}

fn described(outcome: &Outcome) -> (&'static str, Option<&'static str>) {
    match outcome {
        Outcome::Ok { .. } => ("ok", None),
        Outcome::Quota => ("quota", Some("quota_exhausted")),
        Outcome::Reject { reason, .. } => ("reject", Some(reason.name())),
    }
}

#[test]
fn every_real_event_is_understood() {
    let rows: Vec<Value> = serde_json::from_str(include_str!("support/button-events.json")).unwrap();
    assert_eq!(rows.len(), 34);
    for row in rows {
        let outcome = classify(detail(&row["event"]));
        let expected = (row["expect"]["kind"].as_str().unwrap(), row["expect"]["reason"].as_str());
        assert_eq!(described(&outcome), expected, "{}", row["event"]);
        if let Outcome::Ok { code } = outcome {
            assert_eq!(row["event"]["detail"]["code"], code);
        }
    }
}
