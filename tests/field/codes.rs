//! Every code of WeChat's and Tencent Cloud's lists that the button, `request`, `callFunction`, `callContainer`,
//! `getuserphonenumber` and wx-server-sdk can give.

use serde_json::{Value, json};

use crate::cases::judged;

/// What gives a code of a list, under the name that the list is about.
fn given(field: &str, code: &Value) -> (&'static str, Value) {
    match field {
        "buttonErrno" => ("event", json!({ "detail": { "errMsg": "getPhoneNumber:fail", "errno": code } })),
        "errno" => ("reply", json!({ "errMsg": "request:fail", "errno": code })),
        "errCode" => ("reply", json!({ "errcode": code, "errmsg": "?" })),
        "status" => ("reply", json!({ "statusCode": code })),
        other => panic!("{other} is no field of codes"),
    }
}

#[test]
fn every_code_of_the_lists_has_its_reason() {
    let lists: Vec<Value> = serde_json::from_str(include_str!("codes.json")).unwrap();
    let mut tried = 0;
    for list in &lists {
        for row in list["codes"].as_array().unwrap() {
            let (kind, input) = given(list["field"].as_str().unwrap(), &row[0]);
            assert_eq!(judged(kind, &input)["reason"], row[1], "{} of {}", row[0], list["source"]);
            tried += 1;
        }
    }
    println!("{tried} codes of {} lists", lists.len());
    assert!(tried > 200, "{tried}");
}

#[test]
fn what_stands_in_no_list_is_not_known() {
    for code in [-2, 1, 200, 10001, 40000, 49999, -400_000, -987_654, 60001, 1_400_001] {
        assert_eq!(judged("reply", &json!({ "errcode": code, "errmsg": "?" }))["reason"], "unknown", "{code}");
    }
    for code in [6, 99, 113, 1024, 1026, 599_999, 602_400, 987_654] {
        assert_eq!(judged("reply", &json!({ "errno": code, "errMsg": "request:fail" }))["reason"], "unknown", "{code}");
    }
}

#[test]
fn a_name_under_code_is_read_as_words() {
    for (code, reason) in [
        ("ETIMEDOUT", "timeout"),
        ("ECONNREFUSED", "network"),
        ("INVALID_ENV", "environment"),
        ("FUNCTION_NOT_FOUND", "function_missing"),
        ("FUNCTION_TIME_LIMIT_EXCEEDED", "function_timeout"),
        ("A0400", "unknown"),
    ] {
        for reply in [json!({ "code": code }), json!({ "code": code, "message": "failed" })] {
            assert_eq!(judged("reply", &reply)["reason"], reason, "{reply}");
        }
    }
    let host = json!({ "code": "INVALID_HOST", "message": "Host is invalid, can't get envInfo from this host." });
    assert_eq!(judged("reply", &host)["reason"], "environment");
    let refused = judged("reply", &json!({ "success": false, "code": "A0301", "msg": "账号未开通" }));
    assert_eq!((&refused["reason"], &refused["message"]), (&"server_refused".into(), &"账号未开通".into()));
    assert_eq!(judged("reply", &json!({ "code": "SUCCESS", "data": {} }))["reason"], "bad_reply");
}
