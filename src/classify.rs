//! Button event → ok, quota or reject; server reply → number or reason.
//!
//! Codes decide before any text does, because clients translate texts and spell the same refusal three
//! ways. A text is never tested for "fail": Android's `getPhoneNumber:user deny` has none.

use crate::detail::{Detail, Reply, Speaker, says_ok, trimmed, whole_number};
use crate::field::Field;
use crate::mask::{mask_phone_number, phone_number, redact};
use crate::phrase::{Phrases, Searched, contains, is_one_of, phrases};
use crate::reason::{Reason, Source};
use crate::shape::{Object, Put, shape};

shape! {
    /// What the native button said.
    pub enum Outcome in Outcomes tagged Kind {
        /// The user agreed; the code works once, for five minutes from the tap.
        Ok "ok" {
            /// What the server exchanges for the number.
            code Code: String,
        },
        /// The mini-program's quota is used up.
        Quota "quota" [Reason = Reason::QuotaExhausted],
        /// No code, or none that may be used.
        Reject "reject" {
            /// Why.
            reason Reason: Reason,
            /// What the platform gave as `errno`, known or not.
            errno Errno: Option<i32>,
            /// What was said where the reason is not known, for a developer's log and never for a user. Words that can be
            /// a code, an openid or a phone number are `***` in it.
            raw Raw: Option<String>,
        },
    }
}

/// What the server said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verification {
    /// The user is who the server takes them for.
    Ok(Success),
    /// It failed.
    Reject {
        /// Why.
        reason: Reason,
        /// What the server gave as its code, known or not.
        err_code: Option<i32>,
        /// The sentence of a server of one's own that refused, redacted, at most 60 characters.
        message: Option<String>,
        /// What was said where the reason is not known, for a developer's log.
        raw: Option<String>,
    },
}

shape! {
    /// What the server said, for JavaScript.
    pub enum Judgement in Judgements tagged Kind {
        /// A reply succeeds if it holds a number that nothing spoils, or says `success: true`: a server that makes the
        /// session itself may keep the number.
        Ok "ok" {
            /// With the country code where the number is not of mainland China, and then with a `+` where the server sent
            /// one.
            phone_number PhoneNumber: Option<String>,
            /// Without a country code.
            pure_phone_number PurePhoneNumber: Option<String>,
            /// Such as `86`.
            country_code CountryCode: Option<String>,
            /// The number as it may be shown; where the server keeps the number, as the server sent it.
            masked_number MaskedNumber: Option<String>,
            /// What the server sent, without what the cloud or `wx.request` put around it.
            data Data: Replied,
        },
        /// It failed.
        Reject "reject" {
            /// Why.
            reason Reason: Reason,
            /// The server's number for it, known or not.
            err_code ErrCode: Option<i32>,
            /// With `server_refused`: the server's own sentence, at most 60 characters, with `***` where it holds what
            /// belongs to a user.
            message Message: Option<String>,
            /// As in {@link Outcome}.
            raw Raw: Option<String>,
        },
    }
}

impl From<Verification> for Judgement {
    fn from(verification: Verification) -> Judgement {
        match verification {
            Verification::Ok(success) => {
                let country_code = success.told_country_code();
                let (phone_number, pure_phone_number) =
                    success.number.map(|number| (number.phone_number, number.pure_phone_number)).unzip();
                let masked_number = success.masked_number;
                Judgement::Ok { phone_number, pure_phone_number, country_code, masked_number, data: Replied(0) }
            }
            Verification::Reject { reason, err_code, message, raw } => {
                Judgement::Reject { reason, err_code, message, raw }
            }
        }
    }
}

/// The reply to a call, as the server sent it: a value of JavaScript, which the core does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Replied(pub u32);

impl Put for Replied {
    #[cfg(not(target_arch = "wasm32"))]
    fn typescript() -> String {
        "unknown".into()
    }

    fn put(&self, key: Field, object: &mut impl Object) {
        object.reply(key, self.0);
    }
}

/// What a server said of a success. One that makes the session itself may keep the number.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(test, derive(serde::Serialize))]
pub struct Success {
    /// The number, where the server sent it.
    pub number: Option<PhoneNumber>,
    /// The number as it may be shown; nothing where the server said nothing of it.
    pub masked_number: Option<String>,
    /// Such as `86`; empty where the server did not say.
    pub country_code: String,
}

impl Success {
    /// The country code, for JavaScript: always with a number.
    pub fn told_country_code(&self) -> Option<String> {
        if self.country_code.is_empty() && self.number.is_none() { None } else { Some(self.country_code.clone()) }
    }
}

/// A verified phone number, as WeChat's `phone_info` has it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(test, derive(serde::Serialize))]
pub struct PhoneNumber {
    /// With country code where the number is not of mainland China.
    pub phone_number: String,
    /// Without country code.
    pub pure_phone_number: String,
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
    named.or_else(|| Reason::from_text(&Searched::new(text), Source::Button)).unwrap_or(Reason::Unknown)
}

/// Judges what a cloud function, an HTTP server or a failed call returned.
pub fn classify_reply(reply: Reply) -> Verification {
    let Evidence { spoils_a_success, reason, err_code } = Evidence::of(&reply);
    let has_number = reply.phone_number.as_deref().is_some_and(is_phone_number);
    if !spoils_a_success && (has_number || says_success_without_number(&reply)) {
        Verification::Ok(success(reply))
    } else {
        Verification::Reject { reason, err_code, message: message(reason, &reply), raw: raw(reason, reply.text) }
    }
}

/// Whether a server that keeps the number says that all went well. What stands in a number's place and is none is no
/// success, whatever else is said.
fn says_success_without_number(reply: &Reply) -> bool {
    let failed = reply.status.is_some_and(|status| status >= 400);
    reply.success == Some(true) && reply.phone_number.is_none() && !reply.has_unreadable_number && !failed
}

fn success(reply: Reply) -> Success {
    let masked_number = match &reply.phone_number {
        Some(number) => Some(mask_phone_number(number)),
        None => reply.masked_number.filter(|said| !said.is_empty()).map(masked),
    };
    let pure_phone_number = reply.pure_phone_number;
    let number = reply.phone_number.map(|phone_number| PhoneNumber {
        pure_phone_number: pure_phone_number.unwrap_or_else(|| phone_number.clone()),
        phone_number,
    });
    Success { number, masked_number, country_code: reply.country_code.unwrap_or_default() }
}

/// What a server took for masked: a number that can be read is not.
fn masked(text: String) -> String {
    match phone_number(&text) {
        Some(number) => mask_phone_number(&number),
        None => text,
    }
}

/// What a reply says against a number.
struct Evidence {
    spoils_a_success: bool,
    /// Why there is no number, if there is none.
    reason: Reason,
    err_code: Option<i32>,
}

impl Evidence {
    fn of(reply: &Reply) -> Evidence {
        let text = in_lower_case(reply.text.as_deref().filter(|text| !says_ok(text)));
        let text = Searched::new(&text);
        let codes = Codes::of(reply, &text);
        let words = Reason::from_text(&text, Source::Server);
        let is_platforms = reply.speaker != Speaker::Server
            || codes.reason.is_some()
            || words == Some(Reason::CodeInvalid)
            || text.holds_any(PLATFORM_SIGNS);
        let platforms_words = words.filter(|_| is_platforms);
        let named = reply.reason.filter(|reason| reason.row().source.includes(Source::Server));
        let of_the_function = reply.status.filter(|status| is_of_a_function(*status));
        let reason = first([
            named.filter(|named| !is_general(*named)),
            codes.reason.filter(|of_codes| !is_vague(*of_codes)),
            reply.errno.and_then(|errno| Reason::from_errno(errno, Source::Server)),
            platforms_words.filter(|words| *words != Reason::Internal),
            of_the_function.and_then(Reason::from_err_code).filter(|ended| *ended != Reason::Internal),
            named,
            codes.reason,
            platforms_words,
            of_status(reply, !is_platforms, words),
        ]);
        let refused = refuses(reply, &codes);
        // A number may come with any friendly text, and only a known failure speaks against it.
        let doubted = reply.success != Some(true) && platforms_words.is_some();
        let says_nothing = !refused && (reply.success == Some(true) || text.bytes().is_empty());
        Evidence {
            spoils_a_success: refused || doubted,
            reason: reason.unwrap_or(if says_nothing { Reason::BadReply } else { Reason::Unknown }),
            err_code: codes.first,
        }
    }
}

/// Whether a reply is a failure, whatever its words are.
fn refuses(reply: &Reply, codes: &Codes) -> bool {
    reply.success == Some(false)
        || codes.first.is_some()
        || reply.code.is_some_and(|code| code < 0 || is_status(code))
        || reply.errno.is_some_and(|errno| errno != 0)
        || reply.status >= Some(400)
}

fn first<const N: usize>(reasons: [Option<Reason>; N]) -> Option<Reason> {
    reasons.into_iter().flatten().next()
}

/// What makes words those of WeChat, of Tencent's cloud or of what a server runs on, wherever they stand.
const PLATFORM_SIGNS: Phrases = phrases!(
    ":fail| rid:|cloud.|errcode|errmsg|openapi|callid|wx.cloud|\
    econn|etimedout|enotfound|socket hang up|cannot find module|callfunction"
);

/// What the status says, or that a server of one's own refused, where it gave a sentence and the status does not
/// promise that another try can help.
fn of_status(reply: &Reply, is_servers: bool, words: Option<Reason>) -> Option<Reason> {
    let of_http = reply.status.filter(|status| *status >= 400);
    let of_body = reply.code.filter(|code| is_status(*code));
    let decides = matches!(of_http, Some(404 | 500..)) || matches!(of_http.or(of_body), Some(408 | 429));
    let failed = of_body >= Some(500) && words.is_some_and(is_general);
    if is_servers && !decides && !failed && reply.success != Some(true) && sentence(reply).is_some() {
        return Some(Reason::ServerRefused);
    }
    let status = of_http.or(of_body)?;
    Reason::from_err_code(status)
}

/// Servers of one's own write the status of HTTP, or what looks like one, into their body.
fn is_status(code: i32) -> bool {
    (400..600).contains(&code)
}

/// How a function of Tencent's cloud ended, where it did not answer.
fn is_of_a_function(status: i32) -> bool {
    (430..=450).contains(&status)
}

/// What a server of one's own said to a user: no page, no JSON, and not only the name of a status.
fn sentence(reply: &Reply) -> Option<&str> {
    const NAMES: &str = "unauthorized|forbidden|access denied|bad request|not found|no message available";
    let sentence = trimmed(reply.sentence.as_deref()?);
    let is_none =
        matches!(sentence.as_bytes(), [] | [b'{' | b'[' | b'<', ..]) || is_one_of(sentence, NAMES) || says_ok(sentence);
    if is_none { None } else { Some(sentence) }
}

/// The most characters of a server's sentence: a line of a popup and a half.
const SENTENCE: usize = 60;

/// A server's sentence as a user may see it.
fn message(reason: Reason, reply: &Reply) -> Option<String> {
    let sentence = sentence(reply).filter(|_| reason == Reason::ServerRefused)?;
    let mut message = redact(sentence);
    if let Some((end, _)) = message.char_indices().nth(SENTENCE) {
        message.truncate(end);
    }
    Some(message)
}

/// Whether a reason stands for several, so that words say more.
///
/// One code stands for a missing function and a missing environment, another for anything that went wrong
/// in WeChat's cloud: what did is only said in words.
fn is_vague(named: Reason) -> bool {
    is_general(named) || matches!(named, Reason::FunctionMissing | Reason::Network | Reason::BadReply)
}

/// Whether a reason says no more than that something failed.
fn is_general(named: Reason) -> bool {
    matches!(named, Reason::Internal | Reason::Busy)
}

/// What the codes of a reply say.
struct Codes {
    first: Option<i32>,
    reason: Option<Reason>,
    /// Tencent's cloud says −1 of anything; WeChat's server says it where it is busy.
    are_of_the_cloud: bool,
}

impl Codes {
    fn of(reply: &Reply, text: &Searched) -> Codes {
        let are_of_the_cloud = reply.speaker == Speaker::Cloud
            || reply.status.is_some_and(is_of_a_function)
            || text.holds_any(phrases!("errorcode|stacktrace"))
            || (text.holds_any(phrases!("cloud")) && !text.holds_any(phrases!("openapi")));
        let mut codes = Codes { first: None, reason: None, are_of_the_cloud };
        codes.add(reply.err_code.unwrap_or(0));
        codes.add_if_known(reply.code.unwrap_or(0));
        codes.add_from(text.bytes());
        codes
    }

    /// "Execution failed" can be followed by the code of what went wrong inside the function, which
    /// says more; otherwise the first code that is known decides.
    fn add(&mut self, code: i32) {
        if code == 0 {
            return;
        }
        self.first = self.first.or(Some(code));
        if self.reason.is_none_or(is_general) {
            let reason =
                if code == -1 && self.are_of_the_cloud { Some(Reason::Internal) } else { Reason::from_err_code(code) };
            self.reason = reason.or(self.reason);
        }
    }

    /// What stands under a name that others use too counts where it can be nothing else.
    fn add_if_known(&mut self, code: i32) {
        if code != 0 && code != -1 && !is_status(code) && Reason::from_err_code(code).is_some() {
            self.add(code);
        }
    }

    /// The numbers of a text in lower case that follow a label of codes, and six digits behind a minus.
    fn add_from(&mut self, text: &[u8]) {
        let (mut before, mut label) = (&b""[..], &b""[..]);
        for word in text.chunk_by(|one, next| Script::of(*one) == Script::of(*next)) {
            if word.first().is_none_or(|byte| Script::of(*byte) == Script::Neither) {
                continue;
            }
            let code = whole_number(word).unwrap_or(0);
            if matches!(label, b"errcode" | b"errorcode") || (label == b"code" && matches!(before, b"err" | b"error")) {
                self.add(code);
            } else if label == b"code" || code < -99_999 || is_label_in_chinese(label) {
                self.add_if_known(code);
            }
            (before, label) = (label, word);
        }
    }
}

/// What a byte of a text can be part of.
#[derive(PartialEq, Eq)]
enum Script {
    /// A name, a number or an English word.
    Ascii,
    /// A word of any other language, or punctuation of it.
    Other,
    Neither,
}

impl Script {
    fn of(byte: u8) -> Script {
        match byte {
            b'0'..=b'9' | b'a'..=b'z' | b'-' => Script::Ascii,
            0x80.. => Script::Other,
            _ => Script::Neither,
        }
    }
}

/// 错误代码, 错误码, 返回码 and what else names a code.
fn is_label_in_chinese(label: &[u8]) -> bool {
    contains(label, "码".as_bytes()) || contains(label, "碼".as_bytes())
}

/// What nobody understood is kept, without what belongs to a user.
fn raw(reason: Reason, said: Option<String>) -> Option<String> {
    let said = said.filter(|said| reason == Reason::Unknown && !said.is_empty())?;
    Some(redact(&said))
}

fn in_lower_case(text: Option<&str>) -> String {
    let mut text = String::from(trimmed(text.unwrap_or_default()));
    text.make_ascii_lowercase();
    text
}

/// A code that was made a text where there was none reads "undefined" or "null".
fn is_code(code: &str) -> bool {
    !matches!(trimmed(code), "" | "undefined" | "null")
}

fn is_phone_number(text: &str) -> bool {
    phone_number(text).is_some()
}
