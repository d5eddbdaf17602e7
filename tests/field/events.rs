//! An event is found in whatever a framework wraps it in.

use serde_json::{Value, json};

use crate::cases::judged;

fn ok() -> Value {
    json!({ "errMsg": "getPhoneNumber:ok", "code": "c0de" })
}

fn denied() -> Value {
    json!({ "errMsg": "getPhoneNumber:fail user deny" })
}

/// What frameworks, older ones too, hand to a page, around WeChat's detail.
pub fn handed(detail: &Value) -> Vec<Value> {
    let event = json!({ "type": "getphonenumber", "target": { "id": "", "dataset": {} }, "detail": detail });
    vec![
        event.clone(),
        json!({ "type": "getphonenumber", "mp": event }),
        json!({ "type": "getphonenumber", "target": detail }),
        json!({ "type": "getphonenumber", "target": { "id": "" }, "mp": event }),
        json!({ "$wx": event }),
        json!({ "mpEvent": event }),
        json!({ "nativeEvent": event }),
        json!({ "detail": { "__args__": [event] } }),
        json!([event]),
        json!([event, { "dataset": {} }]),
        json!({ "detail": [detail] }),
        json!({ "detail": detail.to_string() }),
        json!({ "detail": event.to_string() }),
        json!({ "mp": { "detail": detail.to_string() } }),
        event.to_string().into(),
    ]
}

#[test]
fn a_code_is_found() {
    for event in handed(&ok()) {
        let judged = judged("event", &event);
        assert_eq!((&judged["kind"], &judged["code"]), (&"ok".into(), &"c0de".into()), "{event}");
    }
}

#[test]
fn a_refusal_is_found() {
    for event in handed(&denied()) {
        assert_eq!(judged("event", &event)["reason"], "user_denied", "{event}");
    }
}

#[test]
fn what_wechat_said_itself_is_not_looked_for_elsewhere() {
    let event = json!({ "detail": denied(), "target": ok(), "mp": { "detail": ok() } });
    assert_eq!(judged("event", &event)["reason"], "user_denied");
}

#[test]
fn a_code_elsewhere_is_none() {
    for event in [json!({ "currentTarget": ok() }), json!({ "data": ok() }), json!({ "detail": { "value": ok() } })] {
        assert_eq!(judged("event", &event)["kind"], "reject", "{event}");
    }
}

#[test]
fn an_errno_is_the_innermost_that_is_a_number() {
    for event in [
        json!({ "errno": 103, "detail": { "errno": "none", "errMsg": "getPhoneNumber:fail" } }),
        json!({ "detail": { "errno": {}, "errNo": " 103 ", "errMsg": "getPhoneNumber:fail" } }),
        json!({ "detail": { "errMsg": "getPhoneNumber:fail", "errCode": 103 } }),
    ] {
        assert_eq!(judged("event", &event)["reason"], "user_denied", "{event}");
    }
}
