//! Button event → ok, quota or reject; server reply → number or reason.
//!
//! Codes decide before any text does, because clients translate texts and spell the same refusal three
//! ways. A text is never tested for "fail": Android's `getPhoneNumber:user deny` has none.

use crate::detail::{Detail, Reply, trimmed, whole_number};
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
#[cfg_attr(test, derive(serde::Serialize))]
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
    let is_success = errno.unwrap_or(0) == 0 && (text.is_empty() || says_ok(&text));
    match code {
        Some(code) if is_success && is_code(&code) => Outcome::Ok { code },
        _ => {
            let lacks_a_code = is_success && !text.is_empty();
            let reason = if lacks_a_code { Reason::MissingCode } else { reason_of_the_button(&text, errno) };
            rejected(reason, errno, err_msg)
        }
    }
}

fn rejected(reason: Reason, errno: Option<i32>, said: Option<String>) -> Outcome {
    if reason == Reason::QuotaExhausted {
        return Outcome::Quota;
    }
    Outcome::Reject { reason, errno, raw: raw(reason, said) }
}

fn reason_of_the_button(text: &str, errno: Option<i32>) -> Reason {
    let named = errno.and_then(|errno| Reason::from_errno(errno, Source::Button));
    named.or_else(|| Reason::from_text(text, Source::Button)).unwrap_or(Reason::Unknown)
}

/// Judges what a cloud function, an HTTP server or a failed call returned.
pub fn classify_reply(reply: Reply) -> Verification {
    let evidence = Evidence::of(&reply);
    match reply.phone_number {
        Some(phone_number) if !evidence.spoils_a_number && has_digit(&phone_number) => Verification::Ok(PhoneNumber {
            pure_phone_number: reply.pure_phone_number.unwrap_or_else(|| phone_number.clone()),
            country_code: reply.country_code.unwrap_or_default(),
            phone_number,
        }),
        _ => {
            let Evidence { reason, err_code, .. } = evidence;
            Verification::Reject { reason, err_code, raw: raw(reason, reply.text) }
        }
    }
}

/// What a reply says against a number.
struct Evidence {
    spoils_a_number: bool,
    /// Why there is no number, if there is none.
    reason: Reason,
    err_code: Option<i32>,
}

impl Evidence {
    fn of(reply: &Reply) -> Evidence {
        let text = in_lower_case(reply.text.as_deref());
        let named = err_codes(reply.err_code.unwrap_or(0), &text);
        let said = if says_ok(&text) { None } else { Reason::from_text(&text, Source::Server) };
        let errno = reply.errno.filter(|errno| *errno != 0);
        let refused =
            reply.success == Some(false) || named.first.is_some() || errno.is_some() || reply.status >= Some(400);
        // A number may come with any friendly text, and only a known failure speaks against it.
        let doubted = reply.success != Some(true) && said.is_some();
        let says_nothing = !refused && (reply.success == Some(true) || text.is_empty() || says_ok(&text));
        let reason = decisive(named.reason, said)
            .or_else(|| Reason::from_errno(errno?, Source::Server))
            .or(said)
            .or_else(|| Reason::from_err_code(reply.status?))
            .unwrap_or(if says_nothing { Reason::BadReply } else { Reason::Unknown });
        Evidence { spoils_a_number: refused || doubted, reason, err_code: named.first }
    }
}

/// The reason of the codes, unless they are vague and the words are not.
///
/// One code stands for a missing function and a missing environment, another for anything that went wrong
/// in WeChat's cloud: what did is only said in words.
fn decisive(named: Option<Reason>, said: Option<Reason>) -> Option<Reason> {
    let says_more = said.is_some_and(|said| said != Reason::Internal);
    named.filter(|named| !says_more || !is_vague(*named))
}

fn is_vague(named: Reason) -> bool {
    is_general(named) || matches!(named, Reason::FunctionMissing | Reason::Network | Reason::BadReply)
}

/// Whether a reason says no more than that something failed.
fn is_general(named: Reason) -> bool {
    matches!(named, Reason::Internal | Reason::Busy)
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
        if self.reason.is_none_or(is_general) {
            self.reason = Reason::from_err_code(err_code).or(self.reason);
        }
    }
}

/// The code of a reply, and the numbers that follow "errcode", "errorcode", "err code" or "error code" in its
/// text in lower case.
fn err_codes(own: i32, text: &str) -> ErrCodes {
    let mut err_codes = ErrCodes::default();
    err_codes.add(own);
    let (mut before, mut label) = (&b""[..], &b""[..]);
    for word in text.as_bytes().split(|byte| !byte.is_ascii_alphanumeric() && *byte != b'-') {
        if word.is_empty() {
            continue;
        }
        if matches!(label, b"errcode" | b"errorcode") || (label == b"code" && matches!(before, b"err" | b"error")) {
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
    let mut text = String::from(trimmed(text.unwrap_or_default()));
    text.make_ascii_lowercase();
    text
}

fn says_ok(text: &str) -> bool {
    text == "ok" || text.ends_with(":ok")
}

/// A code that was made a text where there was none reads "undefined" or "null".
fn is_code(code: &str) -> bool {
    !matches!(trimmed(code), "" | "undefined" | "null")
}

fn has_digit(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit())
}
