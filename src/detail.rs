//! What JavaScript said, unjudged: every field optional.

use crate::phrase::is_one_of;
use crate::reason::Reason;

/// The detail of a `getphonenumber` or `getrealtimephonenumber` event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Detail {
    /// The code to exchange for the number; base library ≥ 2.21.2.
    pub code: Option<String>,
    /// WeChat's text, such as `getPhoneNumber:fail user deny`.
    pub err_msg: Option<String>,
    /// WeChat's number for a failure.
    pub errno: Option<i32>,
}

/// What came back from the cloud function, from an HTTP server, or from a call that failed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reply {
    /// What the function says of itself.
    pub success: Option<bool>,
    /// With country code where the number is not of mainland China.
    pub phone_number: Option<String>,
    /// Without country code.
    pub pure_phone_number: Option<String>,
    /// Such as `86`.
    pub country_code: Option<String>,
    /// A number of which the server hides a part.
    pub masked_number: Option<String>,
    /// Whether something stands in a number's place that is none.
    pub has_unreadable_number: bool,
    /// `errCode` of the SDK or `errcode` of WeChat's server.
    pub err_code: Option<i32>,
    /// `code` or `status` of a server of one's own, which may stand for anything.
    pub code: Option<i32>,
    /// `errno` of the client API that made the call.
    pub errno: Option<i32>,
    /// The status of an HTTP reply.
    pub status: Option<i32>,
    /// One of our reasons, where a server names it.
    pub reason: Option<Reason>,
    /// All that was said, the innermost first.
    pub text: Option<String>,
    /// The innermost text of a server of one's own.
    pub sentence: Option<String>,
    /// Whose the texts are.
    pub speaker: Speaker,
}

/// Who said the texts of a reply, by the names under which they stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Speaker {
    /// WeChat, or the call that failed.
    #[default]
    WeChat,
    /// What runs the functions of Tencent's cloud.
    Cloud,
    /// A server of one's own, or a function.
    Server,
}

/// A text without the spaces around it.
#[inline(never)]
pub fn trimmed(text: &str) -> &str {
    text.trim_ascii()
}

/// Whether a text says no more than that something went well.
pub fn says_ok(text: &str) -> bool {
    let text = trimmed(text);
    is_one_of(text, "ok|success")
        || text.ends_with("成功")
        || text.get(text.len().saturating_sub(3)..).is_some_and(|end| is_one_of(end, ":ok"))
}

/// The number that a text is, in decimal; nothing where it is none or does not fit.
///
/// `str::parse` would do, but its errors and its fast paths are 2 % of the shipped module.
pub fn whole_number(text: &[u8]) -> Option<i32> {
    let (negative, digits) = match text {
        [b'-', digits @ ..] => (true, digits),
        digits => (false, digits),
    };
    if digits.is_empty() {
        return None;
    }
    let mut number: i32 = 0;
    for digit in digits {
        if !digit.is_ascii_digit() {
            return None;
        }
        let unit = i32::from(digit - b'0');
        number = number.checked_mul(10)?.checked_add(if negative { -unit } else { unit })?;
    }
    Some(number)
}
