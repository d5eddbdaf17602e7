//! JavaScript values → what the core takes. Typed getters that never fail: a field that is missing, of
//! another type, or throws when read, is a field that was not said.
//!
//! Fields are read by name, through one import: an import for each field would cost 4 KB.

use js_sys::JsString;
use wasm_bindgen::prelude::*;

use crate::classify::{Verification, classify, classify_reply};
use crate::event::{
    CallId, DeadlineId, Event, LostState, Mode, Place, PrivacyWindow, QuestionId, Settings, ShowPhonePopup, Verifier,
};
use crate::notice::{Locale, Stage, Topic};
use crate::reading::{Value, detail, integer, reply};
use crate::reason::Reason;
use crate::time::Millis;

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

    /// `Reflect.has`; throws of what is no object.
    #[wasm_bindgen(js_namespace = Reflect, catch)]
    fn has(target: &JsValue, key: &str) -> Result<bool, JsValue>;

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

    fn has(&self, key: &str) -> bool {
        has(self, key).unwrap_or(false)
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
        "agree" => Event::Agree { agreed: field(value, "agreed").and_then(|agreed| agreed.as_bool()) },
        "agreementNotOpened" => Event::AgreementNotOpened,
        "authorized" => Event::Authorized(classify(detail(&given(value, "event")))),
        "verified" => {
            Event::Answered { call: CallId(request(value)?), verification: verification(&given(value, "reply")) }
        }
        "pageVerified" => {
            Event::PageAnswered { code: text(value, "code")?, verification: verification(&given(value, "reply")) }
        }
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

/// What a reply says.
pub fn verification(value: &JsValue) -> Verification {
    classify_reply(reply(value))
}

/// What the server sent of a reply: without what the cloud or `wx.request` put around it.
pub fn data(reply: &JsValue) -> JsValue {
    let around_it = if field(reply, "statusCode").is_some() { "data" } else { "result" };
    field(reply, around_it).unwrap_or_else(|| reply.clone())
}

/// The same of the reply in an event, or in the event that a lost popup was told.
pub fn data_of_answer(event: &JsValue) -> JsValue {
    let event = field(event, "event").unwrap_or_else(|| event.clone());
    data(&given(&event, "reply"))
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
        show_server_message: flag(options, "showServerMessage"),
        place: place(options),
        base_library: text(options, "baseLibrary").unwrap_or_default(),
    }
}

/// Where the page is, by what the client says of it.
fn place(options: &JsValue) -> Place {
    if flag(options, "singlePage") {
        Place::SinglePage
    } else if says(options, "renderer", "skyline") {
        Place::Skyline
    } else {
        Place::Anywhere
    }
}

/// Who exchanges the code, by the component's properties.
pub fn verifier(options: &JsValue) -> Verifier {
    let (exchange, cloud_function) = (text(options, "exchange"), text(options, "cloudFunction"));
    Verifier::of(exchange.unwrap_or_default(), cloud_function.unwrap_or_default())
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
    let name = reason.short_text().unwrap_or_default();
    let stage = if says(options, "stage", "verification") { Stage::Verification } else { Stage::Authorization };
    let topic = match name.as_str() {
        "verified" => Topic::Verified,
        "unsupported" if place(options) != Place::Anywhere => Topic::UnsupportedHere,
        name => Topic::Failed(Reason::from_name(name).unwrap_or(Reason::Unknown), stage),
    };
    let own = object(options, "messages").and_then(|messages| field(&messages, &name)?.long_text());
    (topic, locale(options), own)
}

fn locale(options: &JsValue) -> Locale {
    text(options, "locale").map(|tag| Locale::from_tag(&tag)).unwrap_or_default()
}
