//! What the core gives → JavaScript values, shaped as the package's `index.d.ts` says.

use serde::ser::Serialize;
use wasm_bindgen::JsValue;

use crate::classify::{Outcome, Success, Verification};
use crate::effect::{ComponentEvent, Effect, Report};
use crate::event::{Exchanger, Mode};
use crate::notice::Notice;
use crate::reason::Reason;
use crate::time::Millis;
use crate::view::{Field, View};
use crate::wasm::replies::Replies;

/// A plain JavaScript object in the making. One type for every shape: a derived `Serialize` for each
/// would double the shipped module.
#[derive(Default)]
struct Object<'a>(Vec<(&'static str, Value<'a>)>);

enum Value<'a> {
    Text(&'a str),
    Number(f64),
    Flag(bool),
    Object(Object<'a>),
    List(Vec<Object<'a>>),
    /// A value of JavaScript, as it came.
    Given(JsValue),
}

impl<'a> Object<'a> {
    #[inline(never)]
    fn add(&mut self, key: &'static str, value: Value<'a>) {
        self.0.push((key, value));
    }

    #[inline(never)]
    fn text(&mut self, key: &'static str, text: &'a str) -> &mut Self {
        self.add(key, Value::Text(text));
        self
    }

    #[inline(never)]
    fn number(&mut self, key: &'static str, number: f64) -> &mut Self {
        self.add(key, Value::Number(number));
        self
    }

    fn integer(&mut self, key: &'static str, number: Option<i32>) {
        if let Some(number) = number {
            self.number(key, number.into());
        }
    }

    /// A text that is left out where there is none.
    fn said(&mut self, key: &'static str, text: &'a str) {
        if !text.is_empty() {
            self.text(key, text);
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "a clock stays below 2^53 for 285,000 years")]
    fn millis(&mut self, key: &'static str, millis: Option<Millis>) {
        if let Some(millis) = millis {
            self.number(key, millis.0 as f64);
        }
    }

    fn request(&mut self, id: u32) {
        self.number("request", id.into());
    }

    fn mode(&mut self, mode: Option<Mode>) {
        if let Some(mode) = mode {
            self.text("mode", mode.name());
        }
    }

    fn object(&mut self, key: &'static str, fill: impl FnOnce(&mut Object<'a>)) {
        let mut object = Object::default();
        fill(&mut object);
        self.add(key, Value::Object(object));
    }

    /// Only plain objects, strings, numbers and booleans: there is always an encoding.
    fn into_js(self) -> JsValue {
        self.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).unwrap_or(JsValue::NULL)
    }
}

impl Serialize for Object<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

impl Serialize for Value<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::Text(text) => serializer.serialize_str(text),
            Value::Number(number) => serializer.serialize_f64(*number),
            Value::Flag(flag) => serializer.serialize_bool(*flag),
            Value::Object(object) => object.serialize(serializer),
            Value::List(list) => serializer.collect_seq(list),
            Value::Given(value) => serde_wasm_bindgen::preserve::serialize(value, serializer),
        }
    }
}

fn build<'a>(fill: impl FnOnce(&mut Object<'a>)) -> JsValue {
    let mut object = Object::default();
    fill(&mut object);
    object.into_js()
}

/// `Outcome` of `index.d.ts`.
pub fn outcome(outcome: &Outcome) -> JsValue {
    build(|object| match outcome {
        Outcome::Ok { code } => {
            object.text("kind", "ok").text("code", code);
        }
        Outcome::Quota => rejected(object, "quota", Reason::QuotaExhausted),
        Outcome::Reject { reason, errno, raw } => {
            rejected(object, "reject", *reason);
            object.integer("errno", *errno);
            object.said("raw", raw);
        }
    })
}

/// `Verification` of `index.d.ts`.
pub fn verification(verification: &Verification, data: JsValue) -> JsValue {
    build(|object| match verification {
        Verification::Ok(success) => {
            object.text("kind", "ok");
            if let Some(number) = &success.number {
                object.text("purePhoneNumber", &number.pure_phone_number);
            }
            add_success(object, success);
            object.add("data", Value::Given(data));
        }
        Verification::Reject { reason, err_code, message, raw } => {
            rejected(object, "reject", *reason);
            object.integer("errCode", *err_code);
            object.said("message", message);
            object.said("raw", raw);
        }
    })
}

fn add_success<'a>(object: &mut Object<'a>, success: &'a Success) {
    match &success.number {
        Some(number) => {
            object.text("phoneNumber", &number.phone_number).text("countryCode", &success.country_code);
        }
        None => object.said("countryCode", &success.country_code),
    }
    object.said("maskedNumber", &success.masked_number);
}

fn rejected(object: &mut Object, kind: &'static str, reason: Reason) {
    object.text("kind", kind).text("reason", reason.name());
}

/// `Notice` of `index.d.ts`.
pub fn notice(notice: &Notice) -> JsValue {
    build(|object| add_notice(object, notice))
}

fn add_notice<'a>(object: &mut Object<'a>, notice: &Notice<'a>) {
    let next = match *notice {
        Notice::Toast { title, icon, next } => {
            object.text("via", "toast").text("title", title).text("icon", icon);
            next
        }
        Notice::Modal { title, content, confirm_text, next } => {
            object.text("via", "modal").text("title", title).text("content", content).text("confirmText", confirm_text);
            object.add("showCancel", Value::Flag(false));
            next
        }
    };
    object.text("next", next.name());
}

/// `View` of `index.d.ts`.
pub fn view(view: &View) -> JsValue {
    build(|object| add_fields(object, &mut view.fields().iter()))
}

/// What `dispatch` returns; `now` stamps the reports.
pub fn dispatched(view: &View, before: &View, effects: &[Effect], replies: &Replies, now: Millis) -> JsValue {
    build(|object| {
        object.object("patch", |patch| add_fields(patch, &mut view.patch(before)));
        let mut list = Vec::new();
        for effect in effects {
            let mut object = Object::default();
            add_effect(&mut object, effect, replies, now);
            list.push(object);
        }
        object.add("effects", Value::List(list));
    })
}

fn add_fields(object: &mut Object, fields: &mut dyn Iterator<Item = &Field>) {
    for field in fields {
        match *field {
            Field::Text(name, text) => {
                object.text(name, text);
            }
            Field::Flag(name, flag) => object.add(name, Value::Flag(flag)),
            Field::Number(name, number) => object.millis(name, Some(Millis(number))),
        }
    }
}

fn add_effect<'a>(object: &mut Object<'a>, effect: &'a Effect, replies: &'a Replies, now: Millis) {
    match effect {
        Effect::Trigger(event) => {
            object.text("type", "trigger").text("name", event.name());
            object.object("detail", |detail| add_event_detail(detail, event, replies));
        }
        Effect::Verify { call, exchanger, code, mode } => {
            let (kind, name) = match exchanger {
                Exchanger::CloudFunction(name) => ("verify", name),
                Exchanger::Registered(name) => ("exchange", name),
            };
            object.text("type", kind).text("name", name).request(call.0);
            object.object("data", |data| {
                data.text("code", code);
                if kind == "exchange" {
                    data.mode(Some(*mode));
                }
            });
        }
        Effect::StartDeadline { deadline, delay } => {
            object.text("type", "startDeadline").millis("delay", Some(*delay));
            object.request(deadline.0);
        }
        Effect::StopDeadline => {
            object.text("type", "stopDeadline");
        }
        Effect::CheckPrivacy { question } => object.text("type", "checkPrivacy").request(question.0),
        Effect::Notify(told) => {
            object.text("type", "notify").object("notice", |object| add_notice(object, &told.notice()));
        }
        Effect::Report(report) => {
            object.text("type", "report").text("name", report.name());
            object.object("data", |data| add_report_data(data, report, now));
        }
        Effect::Explain { reason, raw } => {
            object.text("type", "explain").text("reason", reason.name()).said("raw", raw);
        }
        Effect::Keep => {
            object.text("type", "keep");
        }
    }
}

fn add_event_detail<'a>(detail: &mut Object<'a>, event: &'a ComponentEvent, replies: &'a Replies) {
    match event {
        ComponentEvent::Get { code, mode } => {
            detail.text("code", code).mode(*mode);
        }
        ComponentEvent::Reject { reason, errno, refusals } => {
            detail.text("reason", reason.name()).integer("errno", *errno);
            detail.millis("refusals", refusals.map(|refusals| Millis(refusals.into())));
        }
        ComponentEvent::QuotaExhausted => {}
        ComponentEvent::Login { call, success, mode } => {
            detail.add("data", Value::Given(replies.of(*call)));
            add_success(detail, success);
            detail.mode(*mode);
        }
        ComponentEvent::Verified { phone_number, country_code, masked_number, mode } => {
            detail
                .text("phoneNumber", phone_number)
                .text("countryCode", country_code)
                .text("maskedNumber", masked_number)
                .mode(*mode);
        }
        ComponentEvent::OtherLogin { reason, refusals } => {
            detail.number("refusals", (*refusals).into());
            if let Some(reason) = reason {
                detail.text("reason", reason.name());
            }
        }
        ComponentEvent::Close { reason } => {
            detail.add("visible", Value::Flag(false));
            if let Some(reason) = reason {
                detail.text("reason", reason.name());
            }
        }
        ComponentEvent::StateChange { state } => {
            detail.text("state", state);
        }
    }
}

fn add_report_data(data: &mut Object, report: &Report, now: Millis) {
    data.text("mode", report.mode.name()).millis("timestamp", Some(now));
    data.millis("authorizationDuration", report.authorization);
    data.millis("verificationDuration", report.verification);
    if let Some((reason, errno)) = report.failure {
        data.text("reason", reason.name()).integer("errno", errno);
    }
}
