//! An event or a reply as it may be shown to others.

use serde_json::{Map, Value};
use wx_phone_login::mask::redact;

/// Fields that hold nothing but a secret.
const SECRETS: [&str; 12] = [
    "code",
    "encryptedData",
    "iv",
    "cloudID",
    "openid",
    "openId",
    "unionid",
    "session_key",
    "access_token",
    "token",
    "signature",
    "phoneNumber",
];

/// The same value without what belongs to a user: its texts are cut as in a log, and redacted.
pub fn redacted(value: &Value) -> Value {
    match value {
        Value::String(text) => redact(text).into(),
        Value::Number(number) => redacted_number(&number.to_string()).unwrap_or_else(|| value.clone()),
        Value::Array(items) => items.iter().map(redacted).collect(),
        Value::Object(fields) => fields.iter().map(field).collect::<Map<_, _>>().into(),
        Value::Null | Value::Bool(_) => value.clone(),
    }
}

fn field((name, value): (&String, &Value)) -> (String, Value) {
    // A number under `code` is an answer's code, and no secret.
    let is_secret = SECRETS.contains(&name.as_str()) && value.is_string() && !is_a_code(value);
    (name.clone(), if is_secret { "***".into() } else { redacted(value) })
}

fn is_a_code(value: &Value) -> bool {
    value.as_str().is_some_and(|text| text.len() < 8 && text.parse::<i32>().is_ok())
}

/// What is hidden of a number; nothing where it is short enough to be a code.
fn redacted_number(number: &str) -> Option<Value> {
    let redacted = redact(number);
    let is_a_code = number.parse::<i32>().is_ok() && number.len() < 9;
    if redacted == number || is_a_code { None } else { Some(redacted.into()) }
}
