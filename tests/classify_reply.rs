//! What the server, or the call to it, said.
#![cfg(not(target_arch = "wasm32"))]

use wx_phone_login::classify::{PhoneNumber, Success, Verification, classify_reply};
use wx_phone_login::detail::{Reply, Speaker, whole_number};
use wx_phone_login::reason::{Reason, Source, TABLE};

/// Where a string comes from: WeChat's documents or what it ships; a post, a log or an app that looks for it;
/// or a combination of such parts.
#[derive(Debug)]
enum Kind {
    Documented,
    Posted,
    Composed,
}
use Kind::{Composed, Documented, Posted};

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

fn assert_all(expected: Reason, texts: &[(Kind, &str)]) {
    for (kind, said) in texts {
        assert_eq!(rejected(text(said)).0, expected, "{kind:?}: {said}");
    }
}

fn is_ok(reply: Reply) -> bool {
    matches!(classify_reply(reply), Verification::Ok(_))
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
    let number = PhoneNumber { phone_number: "+442071234567".into(), pure_phone_number: "2071234567".into() };
    let (masked_number, country_code) = (Some("+4420****4567".into()), "44".into());
    let expected = Success { number: Some(number), masked_number, country_code };
    assert_eq!(classify_reply(reply), Verification::Ok(expected));
}

#[test]
fn what_a_number_lacks_is_filled() {
    let Verification::Ok(found) = classify_reply(number()) else { panic!("refused") };
    assert_eq!(found.number.expect("it has one").pure_phone_number, "13800138000");
    assert_eq!((found.country_code.as_str(), found.masked_number.as_deref()), ("", Some("138****8000")));
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

fn without_number() -> Reply {
    Reply { success: Some(true), ..Reply::default() }
}

#[test]
fn a_server_that_says_success_may_keep_the_number() {
    let said = Some("openapi.phonenumber.getPhoneNumber:ok".into());
    for reply in [without_number(), Reply { err_code: Some(0), text: said, ..without_number() }] {
        assert_eq!(classify_reply(reply), Verification::Ok(Success::default()));
    }
    let reply =
        Reply { masked_number: Some("138****8000".into()), country_code: Some("86".into()), ..without_number() };
    let (masked_number, country_code) = (Some("138****8000".into()), "86".into());
    assert_eq!(classify_reply(reply), Verification::Ok(Success { number: None, masked_number, country_code }));
}

#[test]
fn a_number_that_a_server_has_forgotten_to_mask_is_masked() {
    let reply = Reply { masked_number: Some("+86 138-0013-8000".into()), ..without_number() };
    let Verification::Ok(success) = classify_reply(reply) else { panic!("refused") };
    assert_eq!(success.masked_number.as_deref(), Some("+86138****8000"));
}

#[test]
fn a_success_is_none_beside_what_speaks_against_it() {
    let unreadable = Reply { has_unreadable_number: true, ..without_number() };
    assert_eq!(rejected(unreadable).0, Reason::BadReply);
    for status in [400, 404, 500] {
        assert!(!is_ok(Reply { status: Some(status), ..without_number() }), "{status}");
    }
    assert!(is_ok(Reply { status: Some(201), ..without_number() }));
    assert_eq!(rejected(Reply { err_code: Some(40029), ..without_number() }).0, Reason::CodeInvalid);
    assert_eq!(rejected(Reply { code: Some(45011), ..without_number() }).0, Reason::RateLimited);
}

#[test]
fn a_reply_that_says_nothing_is_a_bad_reply() {
    for phone_number in [None, Some(""), Some("undefined")] {
        let reply = Reply { phone_number: phone_number.map(String::from), err_code: Some(0), ..Reply::default() };
        assert_eq!(rejected(reply), (Reason::BadReply, None));
    }
}

#[test]
fn every_code_leads_to_its_reason() {
    for row in TABLE {
        for code in row.err_codes.iter().filter(|code| **code != -1) {
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
fn minus_one_is_busy_only_where_wechat_says_it() {
    let minus_one = |said: &str| Reply { err_code: Some(-1), ..text(said) };
    for said in
        ["", "system error", "openapi.phonenumber.getPhoneNumber:fail", "cloud.openapi.phonenumber.getPhoneNumber:fail"]
    {
        assert_eq!(rejected(minus_one(said)), (Reason::Busy, Some(-1)), "{said}");
    }
    for said in ["cloud.callFunction:fail", "Error: cloud.callContainer:fail", "{\"errorCode\":-1}", "stackTrace: x"] {
        assert_eq!(rejected(minus_one(said)), (Reason::Internal, Some(-1)), "{said}");
    }
    let reply = Reply { speaker: Speaker::Cloud, ..minus_one("User code exception caught") };
    assert_eq!(rejected(reply), (Reason::Internal, Some(-1)));
    let reply = Reply { errno: Some(5), ..minus_one("") };
    assert_eq!(rejected(reply), (Reason::Timeout, Some(-1)), "the errno beside it prevails");
    for (status, reason) in [(430, Reason::Internal), (432, Reason::RateLimited), (433, Reason::FunctionTimeout)] {
        let reply = Reply { status: Some(status), ..minus_one("") };
        assert_eq!(rejected(reply), (reason, Some(-1)), "the status beside it prevails");
    }
    for status in [200, 429, 451] {
        assert_eq!(rejected(Reply { status: Some(status), ..minus_one("") }), (Reason::Busy, Some(-1)), "{status}");
    }
    let reply = Reply { status: Some(433), err_code: Some(40029), ..Reply::default() };
    assert_eq!(rejected(reply).0, Reason::CodeInvalid, "the code inside prevails");
    assert_eq!(rejected(text("cloud:fail -405015 retry after 60s")), (Reason::RateLimited, Some(-405015)));
}

#[test]
fn under_a_name_that_others_use_only_a_known_code_counts() {
    let code = |code| rejected(Reply { code: Some(code), ..text("失败") });
    assert_eq!(code(40029), (Reason::CodeInvalid, Some(40029)));
    for other in [0, 1, 200, 401, 500, 10001, -1] {
        assert_eq!(code(other).1, None, "{other}");
        let successful = is_ok(Reply { code: Some(other), ..number() });
        assert_eq!(successful, [0, 1, 200, 10001].contains(&other), "{other}");
    }
}

fn own(said: &str) -> Reply {
    Reply { sentence: Some(said.into()), speaker: Speaker::Server, ..text(said) }
}

fn message(reply: Reply) -> String {
    match classify_reply(reply) {
        Verification::Ok(_) => panic!("taken for a success"),
        Verification::Reject { message, raw, .. } => {
            assert!(message.is_none() || raw.is_none(), "{raw:?}");
            message.unwrap_or_default()
        }
    }
}

#[test]
fn the_sentence_of_a_server_of_ones_own_is_not_wechats() {
    for said in [
        "没有该操作权限",
        "登录超时，请重新登录",
        "操作频繁",
        "系统繁忙",
        "今日次数已达上限",
        "Your account is disabled",
    ] {
        for reply in [own(said), Reply { code: Some(403), ..own(said) }, Reply { status: Some(401), ..own(said) }] {
            assert_eq!(rejected(reply.clone()), (Reason::ServerRefused, None), "{said}");
            assert_eq!(message(reply), said);
        }
    }
}

#[test]
fn what_a_platform_said_is_the_platforms_in_a_servers_envelope_too() {
    for (said, reason) in [
        ("access_token missing rid: 66739825-3646610c-1b890536", Reason::Credential),
        ("getPhoneNumber:fail no permission", Reason::OpenapiPermission),
        ("Error: connect ETIMEDOUT 1.2.3.4:443", Reason::Timeout),
        ("request to https://api.weixin.qq.com failed, getaddrinfo ENOTFOUND", Reason::Network),
        ("invalid code", Reason::CodeInvalid),
        ("错误码 45011，操作太快", Reason::RateLimited),
    ] {
        assert_eq!(rejected(own(said)).0, reason, "{said}");
        assert_eq!(message(own(said)), "", "{said}");
    }
}

#[test]
fn a_status_that_another_try_may_mend_decides_before_a_sentence() {
    for (status, reason) in [
        (404, Reason::FunctionMissing),
        (408, Reason::Timeout),
        (429, Reason::RateLimited),
        (500, Reason::Internal),
        (502, Reason::Internal),
        (504, Reason::Timeout),
        (520, Reason::Internal),
    ] {
        assert_eq!(rejected(Reply { status: Some(status), ..own("登录超时") }).0, reason, "{status}");
    }
    for status in [401, 403] {
        for said in ["Unauthorized", "Forbidden", "ACCESS DENIED", "", "{\"a\":1}", "[1]", "<p>没有权限</p>"] {
            assert_eq!(rejected(Reply { status: Some(status), ..own(said) }).0, Reason::Unknown, "{status} {said}");
        }
    }
    for (code, reason) in [(408, Reason::Timeout), (429, Reason::RateLimited), (404, Reason::ServerRefused)] {
        assert_eq!(rejected(Reply { code: Some(code), ..own("请稍后") }).0, reason, "{code}");
    }
}

#[test]
fn the_code_500_of_a_body_is_a_failure_only_where_the_sentence_does_not_say_otherwise() {
    let failed = |said| rejected(Reply { code: Some(500), ..own(said) }).0;
    assert_eq!(failed("服务器内部错误"), Reason::Internal);
    assert_eq!(failed("系统繁忙，请稍后再试"), Reason::Internal);
    assert_eq!(failed("登录超时"), Reason::ServerRefused);
    assert_eq!(failed(""), Reason::Internal);
}

#[test]
fn a_servers_sentence_is_short_and_tells_nothing_of_a_user() {
    assert_eq!(message(own(&"错".repeat(61))), "错".repeat(60));
    assert_eq!(message(own(&"错".repeat(60))), "错".repeat(60));
    assert_eq!(message(own(" 手机号 13800138000 已注册 ")), "手机号 *** 已注册");
    for said in ["<b>出错</b>", "{\"a\":1", "[1]", ""] {
        assert_eq!(rejected(Reply { success: Some(false), ..own(said) }).0, Reason::Unknown, "{said}");
    }
}

#[test]
fn a_success_without_a_number_is_no_refusal_whatever_is_said() {
    assert!(is_ok(Reply { success: Some(true), ..own("欢迎") }));
    assert_eq!(rejected(own("操作成功")).0, Reason::BadReply);
}

#[test]
fn a_server_may_name_the_reason_itself() {
    let named = |reason, reply| rejected(Reply { reason: Some(reason), ..reply }).0;
    let network = Reply { err_code: Some(-501001), ..Reply::default() };
    assert_eq!(named(Reason::Environment, network.clone()), Reason::Environment);
    assert_eq!(named(Reason::RateLimited, own("慢一点")), Reason::RateLimited);
    assert_eq!(named(Reason::Internal, Reply { err_code: Some(40029), ..Reply::default() }), Reason::CodeInvalid);
    assert_eq!(named(Reason::UserDenied, network), Reason::Network, "no server can say that");
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

const WRAPPERS: [&str; 9] = [
    "{}",
    "cloud.callFunction:fail {}",
    "cloud.callFunction:fail Error: {} (callId: 1-0.1) (trace: 11:18:36 start->11:18:36 x, abort)",
    "openapi.phonenumber.getPhoneNumber:fail {} rid: 6705edf9-02858692-146b48b3",
    "request:fail {}",
    "Error: {}",
    "{\"errmsg\":\"{}\"}",
    "cloud.callFunction:fail Error: errCode: -504002 | errMsg: {}",
    "errCode: -404011 | errMsg: cloud.callFunction:fail requestID x, cloud function service error code -504002, \
     error message {}",
];

#[test]
fn every_phrase_leads_to_its_own_reason_in_every_wrapper() {
    let mut seen = 0;
    for row in TABLE.iter().filter(|row| row.source.includes(Source::Server)) {
        for phrase in row.phrases.iter() {
            for phrase in [phrase.to_string(), phrase.to_ascii_uppercase()] {
                for wrapper in WRAPPERS {
                    let said = wrapper.replace("{}", &phrase);
                    assert_eq!(rejected(text(&said)).0, row.reason, "{said}");
                    seen += 1;
                }
            }
        }
    }
    assert!(seen > 1000, "{seen}");
}

#[test]
fn no_wrapper_holds_a_phrase() {
    for wrapper in &WRAPPERS[..7] {
        assert_eq!(rejected(text(&wrapper.replace("{}", "?"))), (Reason::Unknown, None), "{wrapper}");
    }
    for wrapper in &WRAPPERS[7..] {
        assert_eq!(rejected(text(&wrapper.replace("{}", "?"))).0, Reason::Internal, "{wrapper}");
    }
}

#[test]
fn a_function_that_is_not_there_is_understood() {
    assert_all(
        Reason::FunctionMissing,
        &[
            (
                Posted,
                "cloud.callFunction:fail Error: errCode: -501000 | errMsg: FunctionName parameter could not be found. \
                 (callId: 1694400404469-0.2) (trace: 10:46:44 start->10:46:44 system error (Error: errCode: -501000 | \
                 errMsg: FunctionName parameter could not be found.), abort)",
            ),
            (
                Posted,
                "errCode: -404011 cloud function execution error | errMsg: cloud.callFunction:fail requestID \
                 4ee35948-502d, cloud function service error code -501000, error message FunctionName parameter \
                 could not be found.; at cloud.callFunction api;",
            ),
            (Posted, "cloud.callFunction:fail FunctionName parameter could not be found"),
            (Posted, "cloud.callFunction:fail Error: errCode: -504002 | errMsg: FUNCTION_NOT_FOUND"),
            (Posted, "request:fail url not in domain list"),
            (Posted, "request:fail url not in domain list:101.36.73.140"),
            (Composed, "request:fail invalid url \"undefined\""),
        ],
    );
}

#[test]
fn an_environment_that_is_not_there_is_understood() {
    assert_all(
        Reason::Environment,
        &[
            (
                Posted,
                "cloud.callFunction:fail Error: errCode: -501000 | errMsg: [100003] env not exists (2fa64500-4be6) \
                 https://docs.cloudbase.net/error-code/basic/INVALID_ENV (callId: 1771298316028-0.4)",
            ),
            (
                Posted,
                "errCode: -404011 cloud function execution error | errMsg: cloud.callFunction:fail requestID , cloud \
                 function service error code -501000, error message Environment not found (callid 1621323799215-0.6)",
            ),
            (
                Posted,
                "errCode: -404011 cloud function execution error | errMsg: cloud.callFunction:fail cloud function \
                 service error code -501005, error message Environment not found; at cloud.callFunction api;",
            ),
            (
                Posted,
                "errCode: -404011 cloud function execution error | errMsg: cloud.callFunction:fail requestID a5343a7d, \
                 cloud function service error code -504002, error message errCode: -501005 invalid env | errMsg: x",
            ),
            (
                Posted,
                "cloud.callFunction:fail -404007 poll result base resp ret abnormal. polling base_resp.errcode -501000 \
                 errmsg Environment not found",
            ),
            (Posted, "errCode: -501007 invalid parameters | errMsg: [100003] env not exists (7ecd29ee)"),
            (
                Posted,
                "cloud.callFunction:fail Error: errCode: -501001 resource system error | errMsg: Environment not found",
            ),
            (Posted, "errCode: -1 | errMsg: Cloud API isn't enabled, please call wx.cloud.init first"),
            (Posted, "errcode: -501005, errmsg: ' rid: 60b98c4f-6e52d61b-74dcb218'"),
            (Composed, "errCode: -601034 没有权限，请先开通云开发或者云托管"),
            (Composed, "云开发环境不存在"),
        ],
    );
}

#[test]
fn an_answer_that_came_too_late_is_understood() {
    assert_all(
        Reason::FunctionTimeout,
        &[
            (
                Posted,
                "cloud.callFunction:fail Error: errCode: -504003 | errMsg: Invoking task timed out after 3 seconds",
            ),
            (
                Posted,
                "{\"errorCode\":-1,\"errorMessage\":\"Invoking task timed out after 3 seconds\",\"statusCode\":433}",
            ),
            (Posted, "cloud.callFunction:fail Error: errCode: -504002 | errMsg: FUNCTION_EXCEED_TIME_LIMIT"),
            (
                Posted,
                "cloud.callFunction:fail Error: errCode: -501002 resource server timeout | errMsg: ESOCKETTIMEDOUT",
            ),
            (Documented, "FUNCTION_TIME_LIMIT_EXCEEDED"),
        ],
    );
    assert_all(
        Reason::Timeout,
        &[
            (
                Posted,
                "errCode: -404012 polling exceed max timeout retry | errMsg: cloud.callFunction:fail polling exceed max \
                 timeout retry (callId: 1-0.2) (trace: 13:47:57 start->13:48:12 timeout, retry->13:48:13",
            ),
            (Posted, "cloud.callFunction:fail timeout"),
            (Posted, "request:fail timeout"),
            (Composed, "request:fail socket timeout"),
            (Composed, "errCode: -501001 | errMsg: connect ETIMEDOUT 1.2.3.4:443"),
            (Composed, "errCode: -504002 functions execute fail | errMsg: ESOCKETTIMEDOUT"),
            (Composed, "request:fail The request timed out."),
            (Composed, "request:fail 请求超时。"),
        ],
    );
}

#[test]
fn a_connection_that_failed_is_understood() {
    assert_all(
        Reason::Network,
        &[
            (Posted, "request:fail -118:net::ERR_CONNECTION_TIMED_OUT"),
            (Posted, "request:fail -102:net::ERR_CONNECTION_REFUSED"),
            (Posted, "request:fail -2:net::ERR_NAME_NOT_RESOLVED"),
            (Posted, "request:fail -202:net::ERR_CERT_AUTHORITY_INVALID"),
            (Posted, "request:fail errcode:10011 cronet_error_code:0 error_msg:network change, cancel all task"),
            (Posted, "request:fail errcode:-118 cronet_error_code:-118 error_msg:net::ERR_CONNECTION_TIMED_OUT"),
            (
                Posted,
                "cloud.callFunction:fail Error: errCode: -601001 | errMsg: request:fail -2:net::ERR_NAME_NOT_RESOLVED",
            ),
            (Documented, "fail:network interrupted error"),
            (Posted, "createRequestTask:fail:interrupted"),
            (Composed, "request:fail interrupted"),
            (Composed, "request:fail abort"),
            (Composed, "request:fail ssl hand shake error"),
            (Composed, "request:fail connect ECONNREFUSED 127.0.0.1:8080"),
            (Composed, "errCode: -504002 functions execute fail | errMsg: Error: socket hang up"),
            (Composed, "errCode: -504002 functions execute fail | errMsg: read ECONNRESET"),
            (Composed, "request to https://api.weixin.qq.com/?access_token=1 failed, getaddrinfo ENOTFOUND"),
            (Composed, "request:fail Unable to resolve host"),
            (Composed, "request:fail 未能找到使用指定主机名的服务器。"),
            (Composed, "request:fail 似乎已断开与互联网的连接。"),
            (Composed, "request:fail Failed to fetch"),
        ],
    );
}

#[test]
fn what_wechats_server_says_is_understood() {
    for (kind, said, reason) in [
        (Posted, "invalid code hint: [hElexSDNRa-XiBFgA] rid: 632d16be-15ad5486-1e378de4", Reason::CodeInvalid),
        (Posted, "invalid code, rid: 626d6eea-742b9141-407c26f8", Reason::CodeInvalid),
        (Composed, "code been used, rid: 626d6eea-742b9141-407c26f8", Reason::CodeInvalid),
        (Documented, "js_code无效", Reason::CodeInvalid),
        (Documented, "code 无效", Reason::CodeInvalid),
        (Composed, "missing code", Reason::CodeInvalid),
        (Composed, "invalid appid rid: 6705edf9-02858692-146b48b3", Reason::InvalidAppid),
        (Documented, "api minute-quota reach limit, must slower, retry next minute", Reason::RateLimited),
        (Documented, "api minute-quota reach limit  mustslower  retry next minute", Reason::RateLimited),
        (Documented, "API 调用太频繁，请稍候再试", Reason::RateLimited),
        (Composed, "Too Many Requests", Reason::RateLimited),
        (Documented, "reach max api daily quota limit", Reason::DailyLimit),
        (Composed, "code blocked", Reason::HighRiskUser),
        (Composed, "高风险等级用户，小程序登录拦截", Reason::HighRiskUser),
        (Documented, "系统繁忙，此时请开发者稍候再试", Reason::Busy),
        (Documented, "invalid credential, access_token is invalid or not latest", Reason::Credential),
        (Posted, "cloud.callFunction:fail Error: access_token missing", Reason::Credential),
        (Documented, "access_token expired", Reason::Credential),
        (Composed, "invalid appsecret", Reason::Credential),
        (Documented, "invalid ip, not in whitelist", Reason::Credential),
        (Documented, "api unauthorized", Reason::ApiUnauthorized),
        (Documented, "api forbidden for irregularities, view detail on mp.weixin.qq.com", Reason::ApiUnauthorized),
        (Posted, "function has no permission to call this API", Reason::OpenapiPermission),
        (Posted, "system error: error code: -604101", Reason::OpenapiPermission),
        (
            Composed,
            "openapi.phonenumber.getPhoneNumber:fail system error: error code: -604100",
            Reason::OpenapiPermission,
        ),
        (Posted, "User code exception caught", Reason::Internal),
        (Composed, "503 Service Unavailable", Reason::Internal),
    ] {
        assert_eq!(rejected(text(said)).0, reason, "{kind:?}: {said}");
    }
}

#[test]
fn a_code_of_wechats_lists_is_understood() {
    for (codes, reason) in [
        (&[40029, 40003, 40163, 41008, 42003][..], Reason::CodeInvalid),
        (&[40013], Reason::InvalidAppid),
        (&[45011, -501003, -501004, 429], Reason::RateLimited),
        (&[45009], Reason::DailyLimit),
        (&[40226], Reason::HighRiskUser),
        (&[-1], Reason::Busy),
        (&[40001, 40014, 40125, 40164, 41001, 41002, 41004, 42001, 42007, 45035, 61004], Reason::Credential),
        (&[48001, 48004, 50001, 61003, 61007], Reason::ApiUnauthorized),
        (&[-604100, -604101], Reason::OpenapiPermission),
        (&[-501005, -601034], Reason::Environment),
        (&[-501000, 404], Reason::FunctionMissing),
        (&[-501002, -504003, 433], Reason::FunctionTimeout),
        (&[-404005, -404010, -404012, -604102, 408, 504], Reason::Timeout),
        (&[-501001, -601003], Reason::Network),
        (&[-404001, -404007, -404011, -501007, -502005, -504001, -504002, -601002, 44002, 47001], Reason::Internal),
        (&[-601001], Reason::BadReply),
    ] {
        for code in codes {
            let expected = (reason, Some(*code));
            assert_eq!(rejected(Reply { err_code: Some(*code), ..Reply::default() }), expected, "{code}");
        }
    }
}

#[test]
fn the_errno_of_the_call_is_understood() {
    for (errnos, reason) in [
        (&[600_000, 600_001, 600_003, 600_004, 602_001, 108][..], Reason::Network),
        (&[600_002, 600_009], Reason::FunctionMissing),
        (&[5], Reason::Timeout),
        (&[4, 1000], Reason::Internal),
        (&[987_654, 103], Reason::Unknown),
    ] {
        for errno in errnos {
            let reply = Reply { errno: Some(*errno), ..text("request:fail") };
            assert_eq!(rejected(reply), (reason, None), "{errno}");
        }
    }
    let reply = Reply { errno: Some(600_001), ..text("request:fail timeout") };
    assert_eq!(rejected(reply).0, Reason::Network, "the errno decides before the text");
    let reply = Reply { errno: Some(987_654), ..text("request:fail timeout") };
    assert_eq!(rejected(reply).0, Reason::Timeout, "the text decides where the errno is not known");
    let reply = Reply { errno: Some(600_001), err_code: Some(40029), ..Reply::default() };
    assert_eq!(rejected(reply).0, Reason::CodeInvalid, "the code decides before the errno");
}

#[test]
fn an_errno_beside_a_number_is_a_failure_unless_it_is_zero() {
    assert!(is_ok(Reply { errno: Some(0), ..number() }));
    assert_eq!(rejected(Reply { errno: Some(5), ..number() }).0, Reason::Timeout);
    assert_eq!(rejected(Reply { errno: Some(987_654), ..number() }).0, Reason::Unknown);
}

#[test]
fn a_status_refuses_a_number_from_400_on() {
    for status in [0, 200, 204, 304, 399] {
        assert!(is_ok(Reply { status: Some(status), ..number() }), "{status}");
    }
    for (status, reason) in [(400, Reason::Unknown), (404, Reason::FunctionMissing), (502, Reason::Internal)] {
        assert_eq!(rejected(Reply { status: Some(status), ..number() }).0, reason, "{status}");
    }
}

#[test]
fn a_code_that_names_the_cause_decides_before_any_text() {
    for code in [40029, 40013, 45011, 40001, 48001, -604101, -501005, -501002, -404012] {
        let expected = rejected(Reply { err_code: Some(code), ..Reply::default() });
        for said in ["network", "access_token", "timeout", "Environment not found", "system error"] {
            assert_eq!(rejected(Reply { err_code: Some(code), ..text(said) }), expected, "{code} {said}");
        }
    }
}

#[test]
fn a_code_that_names_no_cause_leaves_it_to_the_text() {
    for (code, alone) in [
        (-1, Reason::Busy),
        (-404011, Reason::Internal),
        (-501000, Reason::FunctionMissing),
        (-501001, Reason::Network),
        (-601001, Reason::BadReply),
    ] {
        let with = |said| rejected(Reply { err_code: Some(code), ..text(said) });
        assert_eq!(with("access_token missing"), (Reason::Credential, Some(code)));
        assert_eq!(with("system error"), (alone, Some(code)));
        assert_eq!(with("something"), (alone, Some(code)));
    }
}

#[test]
fn a_later_code_that_says_more_decides() {
    for (said, reason, first) in [
        (
            "errCode: -504002 functions execute fail | errMsg: Error: errCode: -604101",
            Reason::OpenapiPermission,
            -504002,
        ),
        ("{\"errorCode\":-1,\"stackTrace\":\"Error: errCode: 40029 | errMsg: x\"}", Reason::CodeInvalid, -1),
        ("errCode: -404011 | error code -501001", Reason::Network, -404011),
        ("errCode: 40029 | errCode: -604101", Reason::CodeInvalid, 40029),
        ("errCode: 77 | errCode: 40029", Reason::CodeInvalid, 77),
        ("errCode: 0 | errCode: 40029", Reason::CodeInvalid, 40029),
        ("errCode: -404011 | error code 77", Reason::Internal, -404011),
    ] {
        assert_eq!(rejected(text(said)), (reason, Some(first)), "{said}");
    }
}

#[test]
fn a_code_stands_behind_a_label() {
    for said in [
        "errCode: 40029",
        "ErrorCode:40029",
        "err_code=40029",
        "error_code: 40029",
        "error code 40029",
        "ERRCODE 40029",
        "code: 40029",
        "my code 40029",
        "{\"code\":40029}",
        "错误代码：40029，错误信息：无",
        "错误码 40029",
        "返回碼(40029)",
    ] {
        assert_eq!(rejected(text(said)), (Reason::CodeInvalid, Some(40029)), "{said}");
    }
    for said in [
        "40029",
        "error 40029",
        "err 40029",
        "errCode x 40029",
        "40029 errCode",
        "ID：40029",
        "barcode 40029",
        "error x 40029",
        "code: 77",
        "error of 40029",
    ] {
        assert_eq!(rejected(text(said)), (Reason::Unknown, None), "{said}");
    }
}

#[test]
fn the_smallest_and_the_greatest_code_fit() {
    for code in [i32::MIN, i32::MAX] {
        assert_eq!(rejected(text(&format!("errCode: {code}"))), (Reason::Unknown, Some(code)));
        assert_eq!(rejected(text(&format!("errCode: {code}0"))), (Reason::Unknown, None));
    }
    assert_eq!(rejected(text("errCode: -2147483649")), (Reason::Unknown, None));
    assert_eq!(rejected(text("errCode: 2147483648")), (Reason::Unknown, None));
}

#[test]
fn what_is_not_clear_stays_unknown() {
    assert_all(
        Reason::Unknown,
        &[
            (Posted, "request:fail"),
            (Composed, "cloud.callFunction:fail"),
            (Composed, "openapi.phonenumber.getPhoneNumber:fail"),
            (Composed, "获取手机号失败"),
        ],
    );
}

#[test]
fn a_success_that_says_so_is_a_bad_reply_without_a_number() {
    for said in ["ok", "OK", "cloud.callFunction:ok", "openapi.phonenumber.getPhoneNumber:OK ", "", "  "] {
        assert_eq!(rejected(text(said)), (Reason::BadReply, None), "{said:?}");
        assert_eq!(rejected(Reply { success: Some(false), ..text(said) }), (Reason::Unknown, None), "{said:?}");
    }
    assert!(is_ok(Reply { success: Some(true), ..text("获取成功") }));
    assert_eq!(rejected(text("获取成功")), (Reason::BadReply, None));
    assert_eq!(rejected(Reply { status: Some(400), ..text("ok") }), (Reason::Unknown, None));
}

#[test]
fn what_ends_in_ok_spoils_no_number_whatever_it_is_called() {
    for said in ["cloud.callFunction:ok", "network:ok", "request:OK "] {
        assert!(is_ok(Reply { text: Some(said.into()), ..number() }), "{said}");
    }
}

#[test]
fn a_number_has_5_to_15_digits() {
    for phone_number in ["12345", "+861380013", "123456789012345"] {
        assert!(is_ok(Reply { phone_number: Some(phone_number.into()), ..Reply::default() }), "{phone_number}");
    }
    for phone_number in ["", " ", "undefined", "null", "手机", "1234", "1234567890123456", "138****8000", "oops"] {
        let reply = Reply { phone_number: Some(phone_number.into()), ..Reply::default() };
        assert_eq!(rejected(reply), (Reason::BadReply, None), "{phone_number}");
    }
}

#[test]
fn only_what_is_not_known_is_kept_for_a_log() {
    let raw = |reply| match classify_reply(reply) {
        Verification::Ok(_) => panic!("taken for a success"),
        Verification::Reject { raw, .. } => raw,
    };
    assert_eq!(raw(text("Strange: 13800138000")).as_deref(), Some("Strange: ***"));
    assert_eq!(raw(text("request:fail timeout")), None);
    assert_eq!(raw(Reply::default()), None);
}

#[test]
fn only_digits_are_a_whole_number() {
    for (said, number) in [("0", 0), ("-1", -1), ("0042", 42), ("-0", 0)] {
        assert_eq!(whole_number(said.as_bytes()), Some(number), "{said}");
    }
    for said in ["", "-", "--1", "+1", "1-", "1.0", "0x1", "1 "] {
        assert_eq!(whole_number(said.as_bytes()), None, "{said}");
    }
}
