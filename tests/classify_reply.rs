//! What the server, or the call to it, said.
#![cfg(not(target_arch = "wasm32"))]

use wx_phone_login::classify::{PhoneNumber, Verification, classify_reply};
use wx_phone_login::detail::Reply;
use wx_phone_login::reason::{Reason, TABLE};

fn number() -> Reply {
    Reply { phone_number: Some("13800138000".into()), ..Reply::default() }
}

fn text(text: &str) -> Reply {
    Reply { text: Some(text.into()), ..Reply::default() }
}

fn rejected(reply: Reply) -> (Reason, Option<i32>) {
    match classify_reply(reply) {
        Verification::Ok(_) => panic!("taken for a success"),
        Verification::Reject { reason, err_code, .. } => (reason, err_code),
    }
}

#[test]
fn a_number_is_a_success() {
    let reply = Reply {
        success: Some(true),
        pure_phone_number: Some("2071234567".into()),
        country_code: Some("44".into()),
        phone_number: Some("+442071234567".into()),
        ..Reply::default()
    };
    let expected = PhoneNumber {
        phone_number: "+442071234567".into(),
        pure_phone_number: "2071234567".into(),
        country_code: "44".into(),
    };
    assert_eq!(classify_reply(reply), Verification::Ok(expected));
}

#[test]
fn what_a_number_lacks_is_filled() {
    let Verification::Ok(found) = classify_reply(number()) else { panic!("refused") };
    assert_eq!(found.pure_phone_number, "13800138000");
    assert_eq!(found.country_code, "");
}

#[test]
fn a_number_beside_a_failure_is_not_used() {
    assert_eq!(rejected(Reply { err_code: Some(40029), ..number() }).0, Reason::CodeInvalid);
    assert_eq!(rejected(Reply { success: Some(false), ..number() }).0, Reason::Unknown);
    assert_eq!(rejected(Reply { text: Some("request:fail timeout".into()), ..number() }).0, Reason::Timeout);
}

#[test]
fn a_friendly_text_does_not_spoil_a_number() {
    for (success, said) in [(Some(true), "获取成功"), (None, "操作成功"), (Some(true), "no network needed")] {
        let reply = Reply { success, text: Some(said.into()), ..number() };
        assert!(matches!(classify_reply(reply), Verification::Ok(_)), "{said}");
    }
}

#[test]
fn a_number_under_an_http_failure_is_not_used() {
    assert_eq!(rejected(Reply { status: Some(500), ..number() }).0, Reason::Internal);
    assert_eq!(rejected(Reply { status: Some(403), ..number() }).0, Reason::Unknown);
    assert!(matches!(classify_reply(Reply { status: Some(200), ..number() }), Verification::Ok(_)));
}

#[test]
fn a_success_without_a_number_is_a_bad_reply() {
    for phone_number in [None, Some(""), Some("undefined")] {
        let reply = Reply {
            success: Some(true),
            phone_number: phone_number.map(String::from),
            err_code: Some(0),
            text: Some("openapi.phonenumber.getPhoneNumber:ok".into()),
            ..Reply::default()
        };
        assert_eq!(rejected(reply), (Reason::BadReply, None));
    }
    assert_eq!(rejected(Reply::default()), (Reason::BadReply, None));
}

#[test]
fn every_code_leads_to_its_reason() {
    for row in TABLE {
        for code in row.err_codes {
            let expected = (row.reason, Some(*code));
            assert_eq!(rejected(Reply { err_code: Some(*code), ..Reply::default() }), expected);
            for said in [
                format!("cloud.callFunction:fail Error: errCode: {code} | errMsg: something"),
                format!("errCode: {code}  | errMsg: something"),
                format!("errCode: {code} unknown error | errMsg: something"),
                format!("{{\"errcode\":{code},\"errmsg\":\"something\"}}"),
                format!("cloud function service error code {code}, error message something"),
            ] {
                assert_eq!(rejected(text(&said)), expected, "{said}");
            }
        }
    }
}

#[test]
fn an_http_status_speaks_where_nothing_else_does() {
    let status = |status| Reply { status: Some(status), ..Reply::default() };
    assert_eq!(rejected(status(404)), (Reason::FunctionMissing, None));
    assert_eq!(rejected(status(429)), (Reason::RateLimited, None));
    assert_eq!(rejected(Reply { err_code: Some(40029), ..status(500) }), (Reason::CodeInvalid, Some(40029)));
}

#[test]
fn the_code_inside_a_failed_execution_says_more_than_the_failure() {
    let said = "errCode: -404011 cloud function execution error | errMsg: cloud.callFunction:fail requestID x, \
                cloud function service error code -504003, error message Invoking task timed out after 3 seconds";
    assert_eq!(rejected(text(said)), (Reason::FunctionTimeout, Some(-404011)));
}

#[test]
fn a_missing_environment_under_the_code_of_a_missing_function_is_told_apart() {
    let said = |what| format!("cloud.callFunction:fail Error: errCode: -501000 | errMsg: {what}");
    assert_eq!(rejected(text(&said("FunctionName parameter could not be found."))).0, Reason::FunctionMissing);
    assert_eq!(rejected(text(&said("Environment not found"))).0, Reason::Environment);
    let invalid = "Environment invalid and please check your parameters";
    assert_eq!(rejected(text(&said(invalid))).0, Reason::Environment);
}

#[test]
fn a_failed_call_is_read_from_its_text() {
    for (said, reason) in [
        ("request:fail timeout", Reason::Timeout),
        ("request:fail net::ERR_INTERNET_DISCONNECTED", Reason::Network),
        ("cloud.callFunction:fail Cloud API isn't enabled, please call wx.cloud.init first", Reason::Environment),
        ("cloud.callFunction:fail something new", Reason::Unknown),
    ] {
        assert_eq!(rejected(text(said)), (reason, None), "{said}");
    }
}

#[test]
fn an_unknown_code_is_kept() {
    assert_eq!(rejected(Reply { err_code: Some(-987_654), ..Reply::default() }), (Reason::Unknown, Some(-987_654)));
}

#[test]
fn a_code_that_fits_no_number_is_no_code() {
    assert_eq!(rejected(text("errCode: 99999999999999999999")), (Reason::Unknown, None));
    assert_eq!(rejected(text("errCode: -")), (Reason::Unknown, None));
}
