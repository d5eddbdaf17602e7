//! JavaScript values → what the core takes. Typed getters that never fail: a field that is missing, of
//! another type, or throws when read, is a field that was not said.
//!
//! Fields are read by name, through one import: an import for each field would cost 4 KB.

use js_sys::JsString;
use wasm_bindgen::prelude::*;

use crate::classify::{Verification, classify, classify_reply};
use crate::event::{Event, Millis, Mode, PrivacyWindow, RequestId, Settings};
use crate::notice::{Locale, Stage, Topic};
use crate::reading::{Value, detail, integer, reply};
use crate::reason::Reason;

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

    /// `JSON.parse`, without the text being copied.
    #[wasm_bindgen(js_namespace = JSON, catch)]
    fn parse(text: &JsValue) -> Result<Option<Present>, JsValue>;
}

/// A field of any value whatever; nothing where it is missing, `null`, or throws.
#[inline(never)]
fn field(value: &JsValue, key: &str) -> Option<JsValue> {
    get(value, key).unwrap_or(None).map(JsValue::from)
}

impl Value for JsValue {
    fn field(&self, key: &str) -> Option<JsValue> {
        field(self, key)
    }

    fn is_object(&self) -> bool {
        JsValue::is_object(self)
    }

    fn flag(&self) -> Option<bool> {
        self.as_bool()
    }

    fn short_text(&self) -> Option<String> {
        let text = self.dyn_ref::<JsString>()?;
        if text.length() <= SHORT_TEXT { Some(text.into()) } else { None }
    }

    fn long_text(&self) -> Option<String> {
        Some(self.dyn_ref::<JsString>()?.slice(0, LONG_TEXT).into())
    }

    fn text_or_number(&self) -> Option<String> {
        if self.as_f64().is_some_and(f64::is_finite) {
            return Some(js_sys::Number::from(self.clone()).to_string_with_radix(10).ok()?.into());
        }
        self.short_text()
    }

    fn parsed(&self) -> Option<JsValue> {
        let first = self.dyn_ref::<JsString>()?.char_code_at(0);
        if [b'{', b'[', b'"'].map(f64::from).contains(&first) {
            parse(self).unwrap_or(None).map(JsValue::from)
        } else {
            None
        }
    }
}

fn object(value: &JsValue, key: &str) -> Option<JsValue> {
    field(value, key).filter(JsValue::is_object)
}

fn text(value: &JsValue, key: &str) -> Option<String> {
    field(value, key)?.short_text()
}

/// What a component dispatches; nothing for a type that is not known.
pub fn event(value: &JsValue) -> Option<Event> {
    Some(match text(value, "type")?.as_str() {
        "configure" => Event::Configure(settings(&given(value, "options"))),
        "show" => Event::Show,
        "hide" => Event::Hide,
        "tap" => Event::Tap,
        "decline" => Event::Decline,
        "otherLogin" => Event::LogInOtherwise,
        "agree" => Event::Agree { agreed: flag(value, "agreed") },
        "authorized" => Event::Authorized(classify(detail(&given(value, "event")))),
        "verified" => Event::Verified { request: request(value)?, verification: verification(value) },
        "pageVerified" => Event::PageVerified { code: text(value, "code")?, verification: verification(value) },
        "deadlinePassed" => Event::DeadlinePassed { request: request(value)? },
        "privacyChecked" => Event::PrivacyChecked { request: request(value)?, needed: flag(value, "needed") },
        "privacyAgreed" => Event::PrivacyAgreed,
        "forget" => Event::Forget,
        "pageShown" => Event::PageShown,
        "pageHidden" => Event::PageHidden,
        "attached" => Event::Attached,
        "detached" => Event::Detached,
        _ => return None,
    })
}

/// A field that may be anything, a missing one too.
fn given(value: &JsValue, key: &str) -> JsValue {
    field(value, key).unwrap_or(JsValue::UNDEFINED)
}

fn request(value: &JsValue) -> Option<RequestId> {
    Some(RequestId(integer(&field(value, "request")?)?.try_into().ok()?))
}

fn verification(value: &JsValue) -> Verification {
    classify_reply(reply(&given(value, "reply")))
}

/// The properties of the component, and the client's base library.
pub fn settings(options: &JsValue) -> Settings {
    Settings {
        mode: if says(options, "mode", "realtime") { Mode::Realtime } else { Mode::Quick },
        locale: locale(options),
        cloud_function: text(options, "cloudFunction").unwrap_or_default(),
        require_agreement: flag(options, "requireAgreement"),
        privacy: if says(options, "privacy", "popup") { PrivacyWindow::Popup } else { PrivacyWindow::WeChat },
        base_library: text(options, "baseLibrary").unwrap_or_default(),
    }
}

fn says(options: &JsValue, key: &str, wanted: &str) -> bool {
    text(options, key).as_deref() == Some(wanted)
}

fn flag(value: &JsValue, key: &str) -> bool {
    field(value, key).is_some_and(|flag| flag.as_bool() == Some(true))
}

/// `Date.now()`; what is not a number is no time.
pub fn millis(now: &JsValue) -> Millis {
    whole_millis(now.as_f64().unwrap_or(0.0))
}

#[expect(clippy::cast_possible_truncation, reason = "the cast saturates, and a fraction of a millisecond is none")]
pub fn whole_millis(now: f64) -> Millis {
    now as Millis
}

/// What a notice is about, in which language, and the page's own text for it.
pub fn notice_arguments(reason: &JsValue, options: &JsValue) -> (Topic, Locale, Option<String>) {
    let name = reason.short_text().unwrap_or_default();
    let stage = if says(options, "stage", "verification") { Stage::Verification } else { Stage::Authorization };
    let topic = match name.as_str() {
        "verified" => Topic::Verified,
        "unsupported" if says(options, "renderer", "skyline") || flag(options, "singlePage") => Topic::UnsupportedHere,
        name => Topic::Failed(Reason::from_name(name).unwrap_or(Reason::Unknown), stage),
    };
    let own = object(options, "messages").and_then(|messages| field(&messages, &name)?.long_text());
    (topic, locale(options), own)
}

fn locale(options: &JsValue) -> Locale {
    text(options, "locale").map(|tag| Locale::from_tag(&tag)).unwrap_or_default()
}
