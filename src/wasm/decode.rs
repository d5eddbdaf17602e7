//! JavaScript values → what the core takes. Typed getters that never fail: a field that is missing, of
//! another type, or throws when read, is a field that was not said.
//!
//! Fields are read by name, through one import: an import for each field would cost 4 KB.

use js_sys::JsString;
use wasm_bindgen::prelude::*;

use crate::classify::{Verification, classify, classify_reply};
use crate::detail::{Detail, Reply, trimmed, whole_number};
use crate::event::{
    CallId, DeadlineId, Event, LostState, Mode, PrivacyWindow, QuestionId, Settings, ShowPhonePopup, Verifier,
};
use crate::notice::{Locale, Stage, Topic};
use crate::reason::Reason;
use crate::time::Millis;

/// How many wrappers are opened.
const WRAPPERS: usize = 3;

/// The longest code, name or number taken, in UTF-16 units; WeChat's codes have 64.
const SHORT_TEXT: u32 = 512;

/// How much of a text is read, in UTF-16 units. The rest of a longer one names no reason.
const LONG_TEXT: u32 = 1024;

#[wasm_bindgen]
extern "C" {
    /// Any value but `undefined` and `null`.
    type Present;

    /// `Reflect.get`, in one crossing: the key is not made a value first, and what is missing is not made one either.
    #[wasm_bindgen(js_namespace = Reflect, catch)]
    fn get(target: &JsValue, key: &str) -> Result<Option<Present>, JsValue>;
}

/// A field of any value whatever; nothing where it is missing, `null`, or throws.
#[inline(never)]
fn field(value: &JsValue, key: &str) -> Option<JsValue> {
    get(value, key).unwrap_or(None).map(JsValue::from)
}

fn object(value: &JsValue, key: &str) -> Option<JsValue> {
    field(value, key).filter(JsValue::is_object)
}

/// A string that is not longer than a code, a name or a number can be.
pub fn short_text(value: &JsValue) -> Option<String> {
    let text = value.dyn_ref::<JsString>()?;
    if text.length() <= SHORT_TEXT { Some(text.into()) } else { None }
}

fn text(value: &JsValue, key: &str) -> Option<String> {
    short_text(&field(value, key)?)
}

/// The beginning of a string of any length.
fn long_text(value: &JsValue) -> Option<String> {
    Some(value.dyn_ref::<JsString>()?.slice(0, LONG_TEXT).into())
}

/// WeChat's tables say string, its samples say number.
fn text_or_number(value: &JsValue) -> Option<String> {
    if value.as_f64().is_some_and(f64::is_finite) {
        return Some(js_sys::Number::from(value.clone()).to_string_with_radix(10).ok()?.into());
    }
    short_text(value)
}

/// A whole number, or a text that is one.
#[expect(
    clippy::cast_possible_truncation,
    clippy::float_cmp,
    reason = "a number that the cast changes is no whole one"
)]
fn integer(value: &JsValue) -> Option<i32> {
    match value.as_f64() {
        Some(number) => {
            let whole = number as i32;
            if f64::from(whole) == number { Some(whole) } else { None }
        }
        None => whole_number(trimmed(&short_text(value)?).as_bytes()),
    }
}

/// A value and what it wraps, the outermost first: an event that a component triggered again holds the
/// event in its `detail`, a number stands in `res.result.phoneInfo`.
fn layers(value: &JsValue, wrapping: &[&str]) -> Vec<JsValue> {
    let mut layers = vec![value.clone()];
    for _ in 0..WRAPPERS {
        let Some(layer) = layers.last() else { break };
        match wrapping.iter().find_map(|key| object(layer, key)) {
            Some(wrapped) => layers.push(wrapped),
            None => break,
        }
    }
    layers
}

/// The field of the innermost layer that has it as something `readable`.
fn innermost(layers: &[JsValue], keys: &[&str], readable: fn(&JsValue) -> bool) -> Option<JsValue> {
    layers.iter().rev().find_map(|layer| keys.iter().find_map(|key| field(layer, key).filter(readable)))
}

fn is_flag(value: &JsValue) -> bool {
    value.as_bool().is_some()
}

fn is_number_or_text(value: &JsValue) -> bool {
    value.is_string() || value.as_f64().is_some()
}

fn is_integer(value: &JsValue) -> bool {
    integer(value).is_some()
}

/// Where words are, in events, replies and errors; a text in the place of a wrapper is what was said.
const TEXTS: &[&str] =
    &["errMsg", "errmsg", "err_msg", "errorMessage", "message", "msg", "error", "detail", "result", "data"];

const ERRNOS: &[&str] = &["errno", "errNo", "err_no"];

const ERR_CODES: &[&str] = &["errCode", "errcode", "err_code", "errorCode"];

#[inline(never)]
fn number(layers: &[JsValue], keys: &[&str]) -> Option<i32> {
    integer(&innermost(layers, keys, is_integer)?)
}

#[inline(never)]
fn said(layers: &[JsValue]) -> Option<String> {
    long_text(&innermost(layers, TEXTS, JsValue::is_string)?)
}

/// The detail of a button event, wherever it stands.
pub fn detail(event: &JsValue) -> Detail {
    let layers = layers(event, &["detail"]);
    Detail {
        code: innermost(&layers, &["code"], JsValue::is_string).as_ref().and_then(short_text),
        err_msg: said(&layers),
        errno: number(&layers, ERRNOS).or_else(|| number(&layers, ERR_CODES)),
    }
}

/// A server's reply, in whatever it is wrapped; a text alone is what a failed call said.
pub fn reply(value: &JsValue) -> Reply {
    let layers = layers(value, &["result", "data", "phoneInfo", "phone_info", "error"]);
    let text = |key| text_or_number(&innermost(&layers, &[key], is_number_or_text)?);
    Reply {
        success: innermost(&layers, &["success"], is_flag).and_then(|success| success.as_bool()),
        phone_number: text("phoneNumber"),
        pure_phone_number: text("purePhoneNumber"),
        country_code: text("countryCode"),
        err_code: number(&layers, ERR_CODES),
        errno: number(&layers, ERRNOS),
        status: number(&layers, &["statusCode"]),
        text: if value.is_string() { long_text(value) } else { said(&layers) },
    }
}

/// What a component dispatches; nothing for a type that is not known.
pub fn event(value: &JsValue) -> Option<Event> {
    match text(value, "type")?.as_str() {
        "recovered" => Some(Event::Recovered {
            state: text(value, "state").and_then(|name| lost_state(&name)),
            event: field(value, "event").and_then(|event| Some(Box::new(plain_event(&event, &text(&event, "type")?)?))),
        }),
        name => plain_event(value, name),
    }
}

fn plain_event(value: &JsValue, name: &str) -> Option<Event> {
    Some(match name {
        "configure" => Event::Configure(settings(&given(value, "options"))),
        "show" => Event::Show(show_phone_popup(value)),
        "hide" => Event::Hide,
        "tap" => Event::Tap,
        "decline" => Event::Decline,
        "dismiss" => Event::Dismiss,
        "otherLogin" => Event::LogInOtherwise,
        "agree" => Event::Agree { agreed: flag(value, "agreed") },
        "agreementNotOpened" => Event::AgreementNotOpened,
        "authorized" => Event::Authorized(classify(detail(&given(value, "event")))),
        "verified" => Event::Answered { call: CallId(request(value)?), verification: verification(value) },
        "pageVerified" => Event::PageAnswered { code: text(value, "code")?, verification: verification(value) },
        "deadlinePassed" => Event::DeadlinePassed(DeadlineId(request(value)?)),
        "privacyChecked" => {
            Event::PrivacyChecked { question: QuestionId(request(value)?), needed: flag(value, "needed") }
        }
        "privacyAgreed" => Event::PrivacyAgreed,
        "forget" => Event::Forget,
        "pageShown" => Event::PageShown,
        "pageHidden" => Event::PageHidden,
        "attached" => Event::Attached,
        "detached" => Event::Detached,
        _ => return None,
    })
}

fn show_phone_popup(value: &JsValue) -> ShowPhonePopup {
    if flag(value, "repeated") {
        ShowPhonePopup::Repeated { batched: flag(value, "batched") }
    } else {
        ShowPhonePopup::Set
    }
}

/// What the view's `state` says of a popup that is lost.
fn lost_state(name: &str) -> Option<LostState> {
    match name {
        "hidden" | "prompting" | "verified" => Some(LostState::Asking),
        "authorizing" => Some(LostState::Authorizing),
        "verifying" => Some(LostState::Verifying),
        "rejected" | "failed" | "out_of_quota" => Some(LostState::Ended),
        _ => None,
    }
}

/// A field that may be anything, a missing one too.
fn given(value: &JsValue, key: &str) -> JsValue {
    field(value, key).unwrap_or(JsValue::UNDEFINED)
}

fn request(value: &JsValue) -> Option<u32> {
    integer(&field(value, "request")?)?.try_into().ok()
}

fn verification(value: &JsValue) -> Verification {
    classify_reply(reply(&given(value, "reply")))
}

/// The properties of the component, and the client's base library.
pub fn settings(options: &JsValue) -> Settings {
    Settings {
        mode: if says(options, "mode", "realtime") { Mode::Realtime } else { Mode::Quick },
        locale: locale(options),
        verifier: verifier(options),
        idempotent: flag(options, "idempotent"),
        require_agreement: flag(options, "requireAgreement"),
        privacy: if says(options, "privacy", "popup") { PrivacyWindow::Popup } else { PrivacyWindow::WeChat },
        base_library: text(options, "baseLibrary").unwrap_or_default(),
    }
}

/// Who exchanges the code, by the component's properties.
pub fn verifier(options: &JsValue) -> Verifier {
    let name = |key| text(options, key).unwrap_or_default();
    Verifier::of(name("exchange"), name("cloudFunction"))
}

fn says(options: &JsValue, key: &str, wanted: &str) -> bool {
    text(options, key).as_deref() == Some(wanted)
}

fn flag(value: &JsValue, key: &str) -> bool {
    field(value, key).is_some_and(|flag| flag.as_bool() == Some(true))
}

/// `Date.now()`; what is not a number is no time.
#[expect(clippy::cast_possible_truncation, reason = "the cast saturates, and a fraction of a millisecond is none")]
pub fn millis(now: &JsValue) -> Millis {
    Millis(now.as_f64().unwrap_or(0.0) as i64)
}

/// What a notice is about, in which language, and the page's own text for it.
pub fn notice_arguments(reason: &JsValue, options: &JsValue) -> (Topic, Locale, Option<String>) {
    let name = short_text(reason).unwrap_or_default();
    let stage = if says(options, "stage", "verification") { Stage::Verification } else { Stage::Authorization };
    let topic = match name.as_str() {
        "verified" => Topic::Verified,
        name => Topic::Failed(Reason::from_name(name).unwrap_or(Reason::Unknown), stage),
    };
    let own = object(options, "messages").and_then(|messages| long_text(&field(&messages, &name)?));
    (topic, locale(options), own)
}

fn locale(options: &JsValue) -> Locale {
    text(options, "locale").map(|tag| Locale::from_tag(&tag)).unwrap_or_default()
}
