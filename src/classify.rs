//! Button event → ok, quota or reject; server reply → number or reason.
//!
//! Codes decide before any text does, because clients translate texts and spell the same refusal three
//! ways. A text is never tested for "fail": Android's `getPhoneNumber:user deny` has none.

use crate::detail::{Detail, Reply, whole_number};
use crate::mask::redact;
use crate::reason::{Reason, Source};

/// What the native button said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The user agreed; the code works once, for five minutes from the tap.
    Ok {
        /// What the server exchanges for the number.
        code: String,
    },
    /// The mini-program's quota is used up.
    Quota,
    /// No code, or none that may be used.
    Reject {
        /// Why.
        reason: Reason,
        /// What the platform gave as `errno`, known or not.
        errno: Option<i32>,
        /// What was said where the reason is not known, for a developer's log; empty otherwise.
        raw: String,
    },
}

/// What the server said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verification {
    /// The number.
    Ok(PhoneNumber),
    /// No number.
    Reject {
        /// Why.
        reason: Reason,
        /// What the server gave as its code, known or not.
        err_code: Option<i32>,
        /// What was said where the reason is not known, for a developer's log; empty otherwise.
        raw: String,
    },
}

/// A verified phone number, as WeChat's `phone_info` has it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PhoneNumber {
    /// With country code where the number is not of mainland China.
    pub phone_number: String,
    /// Without country code.
    pub pure_phone_number: String,
    /// Such as `86`; empty where the server did not say.
    pub country_code: String,
}

/// Judges the event of the native button.
pub fn classify(detail: Detail) -> Outcome {
    let Detail { code, err_msg, errno } = detail;
    let text = in_lower_case(err_msg.as_deref());
    let reason = match errno.and_then(|errno| Reason::from_errno(errno, Source::Button)) {
        Some(reason) => reason,
        None if says_ok(&text) || says_nothing(&text, errno) => match code {
            Some(code) if !is_blank(&code) => return Outcome::Ok { code },
            _ if text.is_empty() => Reason::Unknown,
            _ => Reason::MissingCode,
        },
        None => Reason::from_text(&text, Source::Button).unwrap_or(Reason::Unknown),
    };
    match reason {
        Reason::QuotaExhausted => Outcome::Quota,
        reason => Outcome::Reject { reason, errno, raw: raw(reason, err_msg) },
    }
}

/// Judges what a cloud function, an HTTP server or a failed call returned.
pub fn classify_reply(reply: Reply) -> Verification {
    let text = in_lower_case(reply.text.as_deref());
    let named = err_codes(reply.err_code.unwrap_or(0), &text);
    let said = if says_ok(&text) { None } else { Reason::from_text(&text, Source::Server) };
    let refused = reply.success == Some(false) || named.first.is_some() || reply.status >= Some(400);
    // A number may come with any friendly text, and only a known failure speaks against it.
    let doubted = reply.success != Some(true) && said.is_some();
    match reply.phone_number {
        Some(phone_number) if !refused && !doubted && has_digit(&phone_number) => Verification::Ok(PhoneNumber {
            pure_phone_number: reply.pure_phone_number.unwrap_or_else(|| phone_number.clone()),
            country_code: reply.country_code.unwrap_or_default(),
            phone_number,
        }),
        _ => {
            let reason = match named.reason {
                // A missing environment comes under the code of a missing function.
                Some(Reason::FunctionMissing) if said == Some(Reason::Environment) => said,
                named => named,
            }
            .or_else(|| Reason::from_errno(reply.errno?, Source::Server))
            .or(said)
            .or_else(|| Reason::from_err_code(reply.status?));
            let says_nothing = !refused && (reply.success == Some(true) || text.is_empty() || says_ok(&text));
            let unknown = if says_nothing { Reason::BadReply } else { Reason::Unknown };
            let reason = reason.unwrap_or(unknown);
            Verification::Reject { reason, err_code: named.first, raw: raw(reason, reply.text) }
        }
    }
}

/// What the codes of a reply say.
#[derive(Default)]
struct ErrCodes {
    first: Option<i32>,
    reason: Option<Reason>,
}

impl ErrCodes {
    /// "Execution failed" can be followed by the code of what went wrong inside the function, which
    /// says more; otherwise the first code that is known decides.
    fn add(&mut self, err_code: i32) {
        if err_code == 0 {
            return;
        }
        self.first = self.first.or(Some(err_code));
        if matches!(self.reason, None | Some(Reason::Internal)) {
            self.reason = Reason::from_err_code(err_code).or(self.reason);
        }
    }
}

/// The code of a reply, and the numbers that follow "errcode" or "error code" in its text in lower case.
fn err_codes(own: i32, text: &str) -> ErrCodes {
    let mut err_codes = ErrCodes::default();
    err_codes.add(own);
    let (mut before, mut label) = (&b""[..], &b""[..]);
    for word in text.as_bytes().split(|byte| !byte.is_ascii_alphanumeric() && *byte != b'-') {
        if word.is_empty() {
            continue;
        }
        if label == b"errcode" || (label == b"code" && before == b"error") {
            err_codes.add(whole_number(word).unwrap_or(0));
        }
        (before, label) = (label, word);
    }
    err_codes
}

/// What nobody understood is kept, without what belongs to a user.
fn raw(reason: Reason, said: Option<String>) -> String {
    match said {
        Some(said) if reason == Reason::Unknown => redact(&said),
        _ => String::new(),
    }
}

fn in_lower_case(text: Option<&str>) -> String {
    let mut text = String::from(text.unwrap_or_default());
    text.make_ascii_lowercase();
    text
}

fn says_ok(text: &str) -> bool {
    text == "ok" || text.ends_with(":ok")
}

/// A success needs no text; an `errno` alone is a failure.
fn says_nothing(text: &str, errno: Option<i32>) -> bool {
    text.is_empty() && errno.unwrap_or(0) == 0
}

fn is_blank(code: &str) -> bool {
    code.bytes().all(|byte| byte.is_ascii_whitespace())
}

fn has_digit(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit())
}
