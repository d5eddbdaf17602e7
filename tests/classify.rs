//! What the button said, beyond the real events.
#![cfg(not(target_arch = "wasm32"))]

use wx_phone_login::classify::{Outcome, classify};
use wx_phone_login::detail::Detail;
use wx_phone_login::reason::{Reason, Row, Source, TABLE};

/// Where a string comes from: WeChat's documents or what it ships; a post, a log or an app that looks for it;
/// or a combination of such parts.
#[derive(Debug)]
enum Kind {
    Documented,
    Posted,
    Composed,
}
use Kind::{Composed, Documented, Posted};

fn said(err_msg: &str) -> Detail {
    Detail { err_msg: Some(err_msg.into()), ..Detail::default() }
}

fn with_code(err_msg: &str, code: &str) -> Detail {
    Detail { code: Some(code.into()), ..said(err_msg) }
}

fn reason(detail: Detail) -> Reason {
    match classify(detail) {
        Outcome::Ok { .. } => panic!("taken for a success"),
        Outcome::Quota => Reason::QuotaExhausted,
        Outcome::Reject { reason, .. } => reason,
    }
}

fn is_ok(detail: Detail) -> bool {
    matches!(classify(detail), Outcome::Ok { .. })
}

fn assert_all(expected: Reason, texts: &[(Kind, &str)]) {
    for (kind, text) in texts {
        assert_eq!(reason(said(text)), expected, "{kind:?}: {text}");
    }
}

fn rows_of_the_button() -> impl Iterator<Item = &'static Row> {
    TABLE.iter().filter(|row| row.source.includes(Source::Button))
}

fn phrases_of(row: &Row) -> Vec<&'static str> {
    row.phrases.iter().collect()
}

const WRAPPERS: [&str; 10] = [
    "{api}:fail {}",
    "{api}:fail:{}",
    "{api}:fail: {}",
    "{api}:{}",
    "{api}:fail Error: {}",
    "{api}:fail operateWXData:fail {}",
    "{api}:fail {} ",
    "Error: {api}:fail:{}",
    "{\"errMsg\":\"{api}:fail {}\"}",
    "{}",
];

const APIS: [&str; 3] = ["getPhoneNumber", "getRealtimePhoneNumber", "reportRealtimeAction"];

fn wrapped(phrase: &str) -> Vec<String> {
    let cases = [phrase.to_string(), phrase.to_ascii_uppercase()];
    let fill = |(wrapper, api, case): (&str, &str, &String)| wrapper.replace("{api}", api).replace("{}", case);
    let all = WRAPPERS.iter().flat_map(|wrapper| APIS.iter().map(move |api| (*wrapper, *api)));
    all.flat_map(|(wrapper, api)| cases.iter().map(move |case| fill((wrapper, api, case)))).collect()
}

#[test]
fn every_phrase_leads_to_its_own_reason_in_every_wrapper() {
    let mut seen = 0;
    for row in rows_of_the_button() {
        for text in phrases_of(row).into_iter().flat_map(wrapped) {
            assert_eq!(reason(said(&text)), row.reason, "{text}");
            seen += 1;
        }
    }
    assert!(seen > 4000, "{seen}");
}

#[test]
fn no_wrapper_holds_a_phrase() {
    for text in wrapped("") {
        assert_eq!(reason(said(&format!("{text}?"))), Reason::Unknown, "{text}");
    }
}

#[test]
fn a_refusal_is_understood() {
    assert_all(
        Reason::UserDenied,
        &[
            (Posted, "getPhoneNumber:fail user deny"),
            (Posted, "getPhoneNumber:fail:user deny"),
            (Posted, "getPhoneNumber:user deny"),
            (Posted, "\"getPhoneNumber:fail user deny\""),
            (Posted, "getPhoneNumber:fail:user denied"),
            (Composed, "getPhoneNumber:fail auth deny"),
            (Documented, "getPhoneNumber:fail:auth denied"),
            (Documented, "getPhoneNumber:fail:jsapi user authorize denied"),
            (Posted, "getPhoneNumber:fail:cancel to confirm login"),
            (Composed, "getRealtimePhoneNumber:fail user deny "),
            (Composed, "GETPHONENUMBER:FAIL USER DENY"),
            (Composed, "getPhoneNumber:fail user refuse to authorize"),
            (Composed, "getPhoneNumber:fail the user rejected the request"),
            (Composed, "getPhoneNumber:fail 用户拒绝授权"),
            (Composed, "getPhoneNumber:fail 用戶拒絕授權"),
            (Composed, "getPhoneNumber:fail 用户不同意授权手机号"),
        ],
    );
}

#[test]
fn a_dismissed_sheet_is_understood() {
    assert_all(
        Reason::UserCancelled,
        &[
            (Posted, "getPhoneNumber:fail:cancel"),
            (Documented, "getPhoneNumber:user cancel"),
            (Documented, "getPhoneNumber:fail:auth canceled"),
            (Documented, "getPhoneNumber:fail:jsapi user authorize canceled"),
            (Composed, "getPhoneNumber:fail Error: 用户取消授权"),
            (Composed, "getRealtimePhoneNumber:fail user cancelled"),
        ],
    );
}

#[test]
fn a_number_that_cannot_be_given_is_understood() {
    assert_all(
        Reason::NoPhoneBound,
        &[
            (Documented, "getPhoneNumber:fail:cancel to bind phone"),
            (Posted, "getPhoneNumber:fail 用户未绑定手机，请先在微信客户端进行绑定后重试"),
            (Composed, "getPhoneNumber:fail Error: 用户未绑定手机"),
            (Composed, "getPhoneNumber:fail 請先綁定手機號"),
            (Composed, "getPhoneNumber:fail 您的微信没有绑定手机号"),
            (Composed, "getPhoneNumber:fail user has not bound a phone number"),
            (Composed, "getPhoneNumber:fail user did not bind phone"),
        ],
    );
    assert_all(
        Reason::PhoneUnverified,
        &[
            (Posted, "getPhoneNumber:fail 用户绑定的手机需要进行验证，请在客户端完成短信验证步骤"),
            (Posted, "getPhoneNumber:fail Error: 用户绑定的手机需要进行验证，请在客户端完成短信验证步骤"),
            (Posted, "getPhoneNumber:fail 用户绑定的手机需要进行验证"),
            (
                Posted,
                "getPhoneNumber:fail Error: The mobile phone user bound needs to be verified. Please complete the \
                 SMS verification step on the client",
            ),
            (Composed, "getPhoneNumber:fail 用戶綁定的手機需要進行驗證"),
        ],
    );
}

#[test]
fn what_the_app_may_not_do_is_understood() {
    assert_all(
        Reason::NoPermission,
        &[
            (Posted, "getPhoneNumber:fail no permission"),
            (Posted, "getPhoneNumber:fail operateWXData:fail jsapi has no permission"),
            (Documented, "getPhoneNumber:fail:jsapi has no permission"),
            (Documented, "getPhoneNumber:fail:access denied"),
            (Documented, "getPhoneNumber:fail:system permission denied"),
            (Posted, "getPhoneNumber:fail Error: 该 appid 没有权限"),
            (Composed, "getPhoneNumber:fail 該 appid 沒有權限"),
            (Composed, "getPhoneNumber:fail 接口无权限"),
            (Composed, "getPhoneNumber:fail api unauthorized"),
        ],
    );
    assert_all(
        Reason::PrivacyUndeclared,
        &[
            (Documented, "getPhoneNumber:fail api scope is not declared in the privacy agreement"),
            (Posted, "getPhoneNumber:fail api scope is not declared in the privacy agreement,errno:112"),
            (Posted, "getPhoneNumber:fail api scope is not declared"),
            (Composed, "getPhoneNumber:fail 未在隐私协议中声明手机号"),
            (Composed, "getPhoneNumber:fail 隱私協議未聲明"),
        ],
    );
    assert_all(
        Reason::PrivacyRefused,
        &[
            (Posted, "privacy permission is not authorized"),
            (Posted, "getPhoneNumber:fail privacy permission is not authorized or buttonId is wrong"),
            (Composed, "getPhoneNumber:fail 用户未同意隐私协议"),
        ],
    );
    assert_all(
        Reason::PrivacyBanned,
        &[
            (Documented, "getPhoneNumber:fail appid privacy api banned"),
            (Composed, "getRealtimePhoneNumber:fail:appid privacy api is banned"),
        ],
    );
}

#[test]
fn a_limit_is_understood() {
    assert_all(
        Reason::QuotaExhausted,
        &[
            (Posted, "getPhoneNumber:fail appid no enough quota"),
            (Composed, "getPhoneNumber:fail 该功能使用次数已达当前小程序上限，暂时无法使用"),
            (Composed, "getPhoneNumber:fail 該功能使用次數已達上限"),
            (Composed, "getRealtimePhoneNumber:fail 额度不足"),
        ],
    );
    assert_all(
        Reason::TooFrequent,
        &[
            (Posted, "getPhoneNumber:fail invoke getPhoneNumber too frequently"),
            (Documented, "getPhoneNumber:fail:meet server frequency limit"),
            (Composed, "getPhoneNumber:fail too many requests"),
            (Composed, "getPhoneNumber:fail 操作过于频繁，请稍后再试"),
            (Composed, "getPhoneNumber:fail 操作頻率過高"),
        ],
    );
}

#[test]
fn a_failed_connection_is_understood() {
    assert_all(
        Reason::Network,
        &[
            (Documented, "getPhoneNumber:fail:network request fail"),
            (Documented, "getPhoneNumber:fail:JsOperateWxData cgi fail"),
            (Documented, "getPhoneNumber:fail:SendVerifyCode cgi fail"),
            (Documented, "getPhoneNumber:fail:interrupted"),
            (Composed, "getPhoneNumber:fail net::ERR_NAME_NOT_RESOLVED"),
            (Composed, "getPhoneNumber:fail 網絡異常"),
            (Composed, "getPhoneNumber:fail 无法连接服务器"),
        ],
    );
    assert_all(
        Reason::Timeout,
        &[
            (Posted, "getPhoneNumber:fail timeout"),
            (Composed, "getPhoneNumber:fail:time out"),
            (Composed, "getRealtimePhoneNumber:fail:request timed out"),
            (Composed, "getPhoneNumber:fail 请求超时"),
        ],
    );
}

#[test]
fn an_old_client_and_a_failing_one_are_understood() {
    assert_all(
        Reason::Unsupported,
        &[
            (Posted, "reportRealtimeAction:fail not support"),
            (Posted, "getrealtimephonenumber not supported on devtools"),
            (Documented, "getPhoneNumber:fail:jsapi not supported"),
            (Documented, "getPhoneNumber:fail:not supported"),
            (Composed, "getPhoneNumber:fail 当前微信版本不支持"),
            (Composed, "getPhoneNumber:fail this client doesn't support it"),
        ],
    );
    assert_all(
        Reason::Internal,
        &[
            (Documented, "getPhoneNumber:fail:system error"),
            (Documented, "getPhoneNumber:fail:internal error"),
            (Documented, "getPhoneNumber:fail:internal error invalid android context"),
            (Documented, "getPhoneNumber:fail:server system error"),
            (Composed, "getPhoneNumber:fail 系统错误，错误码：-12001"),
        ],
    );
}

#[test]
fn what_is_not_clear_stays_unknown() {
    assert_all(
        Reason::Unknown,
        &[
            (Documented, "getPhoneNumber:fail"),
            (Documented, "getPhoneNumber:fail:resp data is empty"),
            (Documented, "getPhoneNumber:fail:jsapi invalid request data"),
            (Documented, "getPhoneNumber:fail:native buffer exceed size limit"),
            (Composed, "getPhoneNumber:fail please contact support"),
            (Composed, "getPhoneNumber:fail:{java.lang.IndexOutOfBoundsException.message}"),
            (Composed, "fail"),
        ],
    );
}

#[test]
fn a_known_errno_decides_before_any_text() {
    for row in rows_of_the_button() {
        for errno in row.errnos {
            for text in
                ["getPhoneNumber:fail user cancel", "getPhoneNumber:fail no permission", "getPhoneNumber:ok", ""]
            {
                let detail = Detail { errno: Some(*errno), ..with_code(text, "c") };
                assert_eq!(reason(detail), row.reason, "errno {errno}, {text}");
            }
        }
    }
}

#[test]
fn an_errno_that_is_not_known_leaves_it_to_the_text() {
    let detail = Detail { errno: Some(987_654), ..said("getPhoneNumber:fail user deny") };
    let expected = Outcome::Reject { reason: Reason::UserDenied, errno: Some(987_654), raw: None };
    assert_eq!(classify(detail), expected);
}

#[test]
fn the_errno_of_a_server_call_says_nothing_of_the_button() {
    assert_eq!(reason(Detail { errno: Some(600_002), ..said("getPhoneNumber:fail") }), Reason::Unknown);
}

#[test]
fn an_errno_of_zero_is_no_failure() {
    for text in ["getPhoneNumber:ok", ""] {
        assert!(is_ok(Detail { errno: Some(0), ..with_code(text, "c") }), "{text}");
    }
    assert_eq!(reason(Detail { errno: Some(0), ..said("getPhoneNumber:fail user deny") }), Reason::UserDenied);
    assert_eq!(reason(Detail { errno: Some(0), ..said("getPhoneNumber:ok") }), Reason::MissingCode);
}

#[test]
fn any_other_errno_is_a_failure_whatever_the_text_says() {
    for text in ["getPhoneNumber:ok", ""] {
        for errno in [987_654, -1] {
            let detail = Detail { errno: Some(errno), ..with_code(text, "c") };
            assert_eq!(reason(detail), Reason::Unknown, "{text}, errno {errno}");
        }
    }
}

#[test]
fn a_success_is_spelt_in_many_ways() {
    for text in [
        "getPhoneNumber:ok",
        "getRealtimePhoneNumber:ok",
        "getPhoneNumber:OK",
        "getPhoneNumber:ok ",
        "  getphonenumber:Ok\n",
        "ok",
        "",
        "  ",
    ] {
        assert_eq!(classify(with_code(text, "c")), Outcome::Ok { code: "c".into() }, "{text:?}");
    }
    let without_text = Detail { code: Some("c".into()), ..Detail::default() };
    assert_eq!(classify(without_text), Outcome::Ok { code: "c".into() });
}

#[test]
fn a_code_is_handed_on_as_it_came() {
    assert_eq!(classify(with_code("getPhoneNumber:ok", " c ")), Outcome::Ok { code: " c ".into() });
    for code in ["0", "nullable", "undefined1", "Null"] {
        assert!(is_ok(with_code("getPhoneNumber:ok", code)), "{code}");
    }
}

#[test]
fn a_code_beside_a_failure_is_never_used() {
    for err_msg in [
        "getPhoneNumber:fail user deny",
        "getPhoneNumber:user deny",
        "something else",
        "not ok",
        "book",
        "getPhoneNumber:ok?",
    ] {
        assert!(!is_ok(with_code(err_msg, "c")), "{err_msg}");
    }
}

#[test]
fn what_is_no_code_is_missing() {
    for code in ["", " ", "\t\n", "undefined", "null", " null "] {
        assert_eq!(reason(with_code("getPhoneNumber:ok", code)), Reason::MissingCode, "{code:?}");
    }
    for text in ["getRealtimePhoneNumber:ok", "network:ok"] {
        assert_eq!(reason(said(text)), Reason::MissingCode, "{text}");
    }
}

#[test]
fn nothing_said_is_unknown() {
    assert_eq!(reason(Detail::default()), Reason::Unknown);
    for text in ["", " \n"] {
        assert_eq!(reason(said(text)), Reason::Unknown, "{text:?}");
        assert_eq!(reason(with_code(text, "null")), Reason::Unknown, "{text:?}");
    }
}

#[test]
fn what_is_not_known_is_kept_for_a_log() {
    let code = "e31968a7f94cc5ee25fafc2aef2773f0bb8c3937b22520eb8ee345274d00c144";
    let detail = Detail { errno: Some(987_654), ..said(&format!("getPhoneNumber:fail Strange {code}")) };
    let raw = "getPhoneNumber:fail Strange ***".to_string();
    assert_eq!(classify(detail), Outcome::Reject { reason: Reason::Unknown, errno: Some(987_654), raw: Some(raw) });
}

#[test]
fn what_is_known_is_not_kept() {
    let expected = Outcome::Reject { reason: Reason::UserDenied, errno: None, raw: None };
    assert_eq!(classify(said("getPhoneNumber:fail user deny")), expected);
}
