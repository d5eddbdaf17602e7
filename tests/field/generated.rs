//! Every phrase and code of the table of reasons in every wrapper and spelling that was seen, and as many rows or more
//! that must not be understood so. What is wanted is the table's, and never asked of `classify`.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use wx_phone_login::reason::{Reason, Row, Source, TABLE};

use crate::cases::judged;
use crate::events::handed;
use crate::numbers::{NUMBER, wrapped};

/// An event or a reply, and what of the answer is certain.
struct Sample {
    kind: &'static str,
    input: Value,
    wanted: Value,
    /// Whether it must not be understood as something it resembles.
    is_negative: bool,
}

fn reply(input: Value, wanted: Value) -> Sample {
    Sample { kind: "reply", input, wanted, is_negative: false }
}

fn negative(input: Value, wanted: Value) -> Sample {
    Sample { is_negative: true, ..reply(input, wanted) }
}

fn event(input: Value, wanted: Value) -> Sample {
    Sample { kind: "event", ..reply(input, wanted) }
}

fn rejected(reason: &str) -> Value {
    json!({ "kind": "reject", "reason": reason })
}

fn rows(source: Source) -> impl Iterator<Item = &'static Row> {
    TABLE.iter().filter(move |row| row.source.includes(source))
}

fn phrases(source: Source) -> impl Iterator<Item = (&'static Row, String)> {
    let phrases = |row: &'static Row| row.phrases.iter();
    let spellings = |phrase: &str| BTreeSet::from([phrase.to_string(), phrase.to_uppercase()]);
    rows(source).flat_map(move |row| phrases(row).flat_map(spellings).map(move |phrase| (row, phrase)))
}

/// What WeChat's button says, in what it says it.
const BUTTON: [&str; 8] = [
    "getPhoneNumber:fail {}",
    "getPhoneNumber:fail:{}",
    "getPhoneNumber:{}",
    "getRealtimePhoneNumber:fail Error: {}",
    "getPhoneNumber:fail operateWXData:fail {}",
    "Error: getPhoneNumber:fail:{}",
    "{\"errMsg\":\"getPhoneNumber:fail {}\"}",
    "{}",
];

fn events() -> Vec<Sample> {
    let wanted = |row: &Row| {
        if row.reason == Reason::QuotaExhausted { json!({ "kind": "quota" }) } else { rejected(row.reason.name()) }
    };
    let mut samples = vec![];
    for (row, phrase) in phrases(Source::Button) {
        for said in BUTTON.map(|wrapper| wrapper.replace("{}", &phrase)) {
            samples.extend(handed(&json!({ "errMsg": said })).into_iter().map(|input| event(input, wanted(row))));
        }
    }
    for row in rows(Source::Button) {
        for errno in row.errnos {
            for errno in [json!(errno), json!(errno.to_string()), json!(format!(" {errno} "))] {
                let detail = json!({ "errMsg": "getPhoneNumber:fail", "errno": errno });
                samples.extend(handed(&detail).into_iter().map(|input| event(input, wanted(row))));
            }
        }
    }
    samples
}

/// What a platform says to a server or of it, in what it says it.
const SERVER: [&str; 7] = [
    "cloud.callFunction:fail {}",
    "cloud.callFunction:fail Error: {} (callId: 1-0.1) (trace: 11:18:36 start->11:18:36 x, abort)",
    "openapi.phonenumber.getPhoneNumber:fail {} rid: 6705edf9-02858692-146b48b3",
    "request:fail {}",
    "{} rid: 6705edf9-02858692-146b48b3",
    "errCode: -404011 | errMsg: cloud.callFunction:fail requestID x, error message {}",
    "{\"errmsg\":\"{}\"}",
];

/// Where words stand in replies and errors.
fn said(words: &str) -> Vec<Value> {
    ["errMsg", "errmsg", "message", "msg", "error", "detail", "errorMessage", "stackTrace", "debug", "errorMsg"]
        .map(|name| json!({ name: words }))
        .into_iter()
        .chain([
            words.into(),
            json!({ "statusCode": 200, "data": { "code": 500, "msg": words } }),
            json!({ "statusCode": 200, "data": { "code": 0, "msg": words, "data": null } }),
            json!({ "statusCode": 503, "data": { "detail": words } }),
            json!({ "errMsg": "cloud.callFunction:ok", "result": { "success": false, "error": words } }),
            json!({ "errMsg": "request:ok", "statusCode": 401, "data": json!({ "error": words }).to_string() }),
        ])
        .collect()
}

fn words() -> Vec<Sample> {
    let in_wrappers = |(row, phrase): (&Row, String)| -> Vec<Sample> {
        let texts = SERVER.map(|wrapper| wrapper.replace("{}", &phrase));
        texts.iter().flat_map(|text| said(text)).map(|input| reply(input, rejected(row.reason.name()))).collect()
    };
    // A status of 503 says of itself what the vaguest words say.
    phrases(Source::Server).filter(|(row, _)| row.reason != Reason::Internal).flat_map(in_wrappers).collect()
}

fn is_status(code: i32) -> bool {
    (400..600).contains(&code)
}

/// How a code is given that counts under every name, because it can be nothing else.
fn coded(code: i32) -> Vec<Value> {
    let labels = ["errcode", "errCode", "err_code", "errorCode", "code"];
    let named = labels.into_iter().flat_map(|name| [json!({ name: code }), json!({ name: code.to_string() })]);
    named.flat_map(|given| wrapped(&given).into_iter().chain([given])).collect()
}

/// How a text has one.
fn coded_in_texts(code: i32) -> Vec<Value> {
    let texts = [
        format!("错误代码：{code}，获取手机号失败"),
        format!("错误码 {code}"),
        format!("{{\"code\":{code}}}"),
        format!("Error: errCode: {code} | errMsg: ?"),
        format!("error code {code}, ?"),
    ];
    let given = |text| {
        let cloud = json!({ "errorCode": -1, "errorMessage": "User code exception caught", "stackTrace": text, "statusCode": 430 });
        let debug = json!({ "code": 500, "debug": text });
        [json!({ "msg": text }), json!({ "data": cloud.to_string() }), cloud, json!([debug]), debug]
    };
    texts.iter().flat_map(given).collect()
}

fn codes() -> Vec<Sample> {
    let codes = rows(Source::Server).flat_map(|row| row.err_codes.iter().map(move |code| (row, *code)));
    // −1 means something else from everyone, and words decide where nothing else does.
    let unmistakable = codes.filter(|(row, code)| *code != -1 && !is_status(*code) && row.reason != Reason::Internal);
    let given = |code| coded(code).into_iter().chain(coded_in_texts(code));
    unmistakable.flat_map(|(row, code)| given(code).map(|input| reply(input, rejected(row.reason.name())))).collect()
}

/// Successes as servers write them.
const SUCCESSES: [&str; 7] = ["0", "1", "200", "10000", "20000", "\"00000\"", "\"200\""];

fn numbers() -> Vec<Sample> {
    let wanted = json!({ "kind": "ok", "phoneNumber": NUMBER });
    let spelt = [
        "13800138000",
        " 138 0013 8000 ",
        "138-0013-8000",
        "138.0013.8000",
        "138\u{a0}0013\u{200b}8000",
        "\u{ff11}\u{ff13}\u{ff18}\u{ff10}\u{ff10}\u{ff11}\u{ff13}\u{ff18}\u{ff10}\u{ff10}\u{ff10}",
        "١٣٨٠٠١٣٨٠٠٠",
        "۱۳۸۰۰۱۳۸۰۰۰",
    ];
    let named = |number: &Value| {
        ["phoneNumber", "phone", "mobile", "phone_number", "data"].map(|name| json!({ name: number })).to_vec()
    };
    let mut samples = vec![];
    for number in spelt.iter().map(|spelt| json!(spelt)).chain([json!(13_800_138_000_i64)]) {
        for held in named(&number) {
            for once in wrapped(&held) {
                for code in SUCCESSES {
                    let code: Value = serde_json::from_str(code).unwrap();
                    let body = json!({ "code": code, "msg": "获取成功", "data": once });
                    samples.push(reply(json!({ "statusCode": 200, "data": body }), wanted.clone()));
                }
            }
        }
    }
    samples
}

/// What is no number: ids, times, numbers that are hidden or cut, words.
fn no_numbers() -> Vec<Sample> {
    let others = [
        json!("oops"),
        json!(10001),
        json!("10001"),
        json!(1_637_744_274),
        json!("1637744274"),
        json!(1_637_744_274_000_i64),
        json!("2024-02-18 08:00:00"),
        json!("110101199003071234"),
        json!("11010119900307123X"),
        json!("138****8000"),
        json!("138••••8000"),
        json!("138＊＊＊＊8000"),
        json!("****8000"),
        json!("12345678"),
        json!("12800138000"),
        json!("+86"),
        json!("+0123456789"),
        json!(true),
        json!(0),
        json!("null"),
        json!("undefined"),
        json!("+8613800138000138000"),
        json!("6222021234567890123"),
        json!("192.168.100.100"),
        json!("oHV6g5Pq2r7s8t9u0vWxYz1A2B3C"),
    ];
    let mut samples = vec![];
    for other in &others {
        for name in ["data", "result", "resp_data", "id", "orderId", "userId", "timestamp", "token"] {
            for once in wrapped(&json!({ name: other })) {
                for code in SUCCESSES {
                    let code: Value = serde_json::from_str(code).unwrap();
                    samples.push(negative(
                        json!({ "statusCode": 200, "data": { "code": code, "data": once } }),
                        json!({ "kind": "reject" }),
                    ));
                }
            }
        }
    }
    // What stands under a phone's name is none either.
    for other in [
        json!("oops"),
        json!("138****8000"),
        json!("138••••8000"),
        json!("1234"),
        json!(true),
        json!(1234),
        json!("6222021234567890123"),
    ] {
        for name in ["phoneNumber", "phone", "mobile", "phone_number", "phoneData", "tel"] {
            for once in wrapped(&json!({ name: other })) {
                for flag in [json!({}), json!({ "success": true }), json!({ "code": 0 })] {
                    let mut body = flag.clone();
                    body["data"] = once.clone();
                    samples.push(negative(body, json!({ "kind": "reject" })));
                }
            }
        }
    }
    // A number, but of nobody who logs in.
    for name in ["id", "orderId", "contact", "service", "timestamp", "owner"] {
        for once in wrapped(&json!({ name: NUMBER })).into_iter().chain(wrapped(&json!({ name: { "phone": NUMBER } })))
        {
            samples.push(negative(once, json!({ "kind": "reject" })));
        }
    }
    samples
}

/// How apps put their own sentences, with what belongs to a platform in them.
const OWN: [&str; 6] = ["{}", "抱歉，{}", "{}，请联系管理员", "您的账号{}！", "{}：请重新登录", "登录失败（{}）"];

/// The app's own sentences hold the words that WeChat uses, and numbers that are its codes.
fn own_sentences() -> Vec<Sample> {
    let chinese = phrases(Source::Server)
        .filter(|(row, phrase)| row.reason != Reason::CodeInvalid && !phrase.is_ascii())
        .map(|(_, phrase)| phrase);
    let plain = [
        "没有该操作权限",
        "登录超时",
        "操作太快了",
        "今日次数已达上限",
        "账号已停用",
        "请先绑定邮箱",
        "余额不足 40029 元",
        "ID 40013 不存在",
        "订单 45011 已关闭",
    ];
    let english =
        ["Your account is disabled", "You are too fast", "Limit reached", "permission is missing", "Session timeout"];
    let sentences: Vec<String> = chinese.chain(plain.map(String::from)).chain(english.map(String::from)).collect();
    let mut samples = vec![];
    for sentence in sentences.iter().flat_map(|sentence| OWN.map(|own| own.replace("{}", sentence))) {
        let wanted = json!({ "kind": "reject", "reason": "server_refused", "message": sentence, "errCode": null });
        for input in [
            json!({ "code": 1, "msg": sentence }),
            json!({ "code": 10001, "message": sentence, "data": null }),
            json!({ "success": false, "msg": sentence }),
            json!({ "success": false, "error": sentence }),
            json!({ "status": 0, "info": sentence }),
            json!({ "code": 401, "msg": sentence }),
            json!({ "code": -1, "msg": sentence }),
            json!({ "error": { "message": sentence } }),
        ] {
            for input in [
                json!({ "errMsg": "request:ok", "statusCode": 200, "data": input }),
                json!({ "errMsg": "request:ok", "statusCode": 403, "data": input }),
                json!({ "errMsg": "cloud.callFunction:ok", "result": input, "requestID": "x" }),
                json!({ "statusCode": 200, "data": input.to_string() }),
                json!([input]),
                input,
            ] {
                samples.push(negative(input, wanted.clone()));
            }
        }
    }
    samples
}

/// Numbers that are codes elsewhere, where none is.
fn no_codes() -> Vec<Sample> {
    let codes: Vec<i32> =
        rows(Source::Server).flat_map(|row| row.err_codes).copied().filter(|code| *code != -1).collect();
    let mut samples = vec![];
    for code in codes {
        for input in [
            json!({ "count": code }),
            json!({ "data": { "id": code } }),
            json!({ "data": { "total": code, "list": [] } }),
            json!({ "data": [code, code] }),
            json!({ "data": { "orderNo": code.to_string() }, "msg": "success" }),
            json!({ "data": { "price": format!("{code}.00"), "code": 0 } }),
            json!({ "data": { "no": format!("x{code}") } }),
            json!({ "data": code }),
            json!({ "header": { "code": code }, "statusCode": 200, "data": {} }),
        ] {
            samples.extend(
                wrapped(&input)
                    .into_iter()
                    .map(|input| negative(input, json!({ "kind": "reject", "reason": "bad_reply", "errCode": null }))),
            );
        }
        // A server that keeps the number says of its success what it likes.
        for input in [
            json!({ "result": { "success": true, "amount": code } }),
            json!({ "success": true, "data": { "message": code.abs().to_string() } }),
            json!({ "success": true, "msg": format!("共 {} 条，第 1 页", code.abs()) }),
            json!({ "success": true, "msg": format!("barcode {0}, {0} points", code.abs()) }),
        ] {
            samples.extend(wrapped(&input).into_iter().map(|input| negative(input, json!({ "kind": "ok" }))));
        }
    }
    samples
}

/// A refusal that is no event: what a framework has beside it is not read.
fn no_events() -> Vec<Sample> {
    let ok = json!({ "errMsg": "getPhoneNumber:ok", "code": "c0de" });
    let names = ["currentTarget", "dataset", "data", "value", "result", "mark", "store"];
    let inputs = names.iter().flat_map(|name| handed(&json!({ *name: ok })));
    inputs.map(|input| Sample { kind: "event", ..negative(input, rejected("unknown")) }).collect()
}

type Generator = fn() -> Vec<Sample>;

#[test]
fn every_phrase_code_and_number_in_every_wrapper_and_spelling() {
    let parts: [(&str, Generator); 8] = [
        ("events", events),
        ("words", words),
        ("codes", codes),
        ("numbers", numbers),
        ("no numbers", no_numbers),
        ("own sentences", own_sentences),
        ("no codes", no_codes),
        ("no events", no_events),
    ];
    let (mut all, mut negatives) = (0, 0);
    for (part, samples) in parts {
        let samples = samples();
        println!("{}: {part}", samples.len());
        let wrong: Vec<String> = samples.iter().filter_map(wrong).collect();
        assert!(
            wrong.is_empty(),
            "{} of {} {part}:\n{}",
            wrong.len(),
            samples.len(),
            wrong[..wrong.len().min(12)].join("\n")
        );
        all += samples.len();
        negatives += samples.iter().filter(|sample| sample.is_negative).count();
    }
    println!("{all} rows, {negatives} of them negative");
    assert!(negatives * 2 >= all, "{negatives} of {all} rows are negative");
}

/// What an answer has instead of what is wanted.
fn wrong(Sample { kind, input, wanted, .. }: &Sample) -> Option<String> {
    let answer = judged(kind, input);
    let is_wanted = wanted.as_object().unwrap().iter().all(|(field, value)| answer[field] == *value);
    if is_wanted { None } else { Some(format!("{input}: {answer} instead of {wanted}")) }
}
