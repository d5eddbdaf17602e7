//! The scenarios' events, replies and options → what the core takes. Only the shapes that they use.

use serde_json::Value;
use wx_phone_login::classify::{Outcome, Verification, classify, classify_reply};
use wx_phone_login::detail::Detail;
use wx_phone_login::event::{PopupOptions, Settings};
use wx_phone_login::reading;

use super::json::Given;
use super::vocabulary::known;

const DETAIL: [&str; 5] = ["code", "errMsg", "errno", "encryptedData", "iv"];
const REPLY: [&str; 14] = [
    "result",
    "success",
    "phoneNumber",
    "purePhoneNumber",
    "countryCode",
    "maskedNumber",
    "token",
    "user",
    "reason",
    "statusCode",
    "data",
    "errCode",
    "errMsg",
    "error",
];

pub fn settings(options: &Value) -> Settings {
    PopupOptions::read(&Given(options.clone())).into()
}

/// The detail of the event, or the event itself.
pub fn outcome(event: &Value) -> Result<Outcome, String> {
    let detail = if event["detail"].is_object() { &event["detail"] } else { event };
    readable(detail, &DETAIL)?;
    Ok(classify(Detail {
        code: string(&detail["code"]),
        err_msg: string(&detail["errMsg"]),
        errno: integer(&detail["errno"]),
    }))
}

/// The reply, which the core reads itself.
pub fn verification(reply: &Value) -> Result<Verification, String> {
    readable(reply, &REPLY)?;
    readable(&reply["result"], &REPLY)?;
    Ok(classify_reply(reading::reply(&Given(reply.clone()))))
}

/// What is not read here must not stand there.
fn readable(value: &Value, fields: &[&str]) -> Result<(), String> {
    let keys: Vec<_> = value.as_object().into_iter().flatten().map(|(key, _)| key.as_str()).collect();
    known(&keys, fields)
}

fn string(value: &Value) -> Option<String> {
    value.as_str().map(String::from)
}

fn integer(value: &Value) -> Option<i32> {
    value.as_i64()?.try_into().ok()
}
