//! How each effect is performed.

use serde_json::{Value, json};
use wx_phone_login::effect::{ComponentEvent, Effect, Report};
use wx_phone_login::event::{Exchanger, Mode};
use wx_phone_login::notice::Notice;
use wx_phone_login::reason::Reason;

use super::driver::{Deadline, Driver};

pub fn perform(driver: &mut Driver, effect: Effect) {
    let seen = &mut driver.seen;
    match effect {
        Effect::Trigger(event) => {
            if let ComponentEvent::Get { code, .. } = &event {
                driver.handed_over.clone_from(code);
            }
            let data = match &event {
                ComponentEvent::Login { call, .. } => driver.replies.get(call),
                ComponentEvent::Get { .. }
                | ComponentEvent::Reject { .. }
                | ComponentEvent::QuotaExhausted
                | ComponentEvent::Verified { .. }
                | ComponentEvent::OtherLogin { .. }
                | ComponentEvent::Close { .. }
                | ComponentEvent::StateChange { .. } => None,
            };
            seen.events.push(json!([event.name(), detail(&event, data)]));
        }
        Effect::Verify { call, exchanger, code, .. } => {
            match exchanger {
                Exchanger::CloudFunction(name) => assert_eq!(driver.options["cloudFunction"], name.as_str()),
                Exchanger::Registered(name) => assert_eq!(driver.options["exchange"], name.as_str()),
            }
            seen.calls.push(code);
            driver.called(call);
        }
        Effect::StartDeadline { deadline, delay } => {
            driver.deadline = Some(Deadline { id: deadline, due: driver.now + delay.0 });
        }
        Effect::StopDeadline => driver.deadline = None,
        Effect::CheckPrivacy { question } => {
            driver.checks.push(question);
            seen.privacy_checks += 1;
        }
        Effect::Notify(told) => match told.notice() {
            Notice::Toast { title, .. } => seen.toasts.push(title.into()),
            Notice::Modal { content, .. } => seen.modals.push(content.into()),
        },
        Effect::Report(report) => seen.reports.push(json!([report.name(), report_data(&report)])),
        Effect::Explain { reason, .. } => seen.explained.push(reason.name().into()),
        Effect::Keep => driver.is_kept = true,
    }
}

/// `data` is the reply that a login is told of.
fn detail(event: &ComponentEvent, data: Option<&Value>) -> Value {
    said(match event {
        ComponentEvent::Get { code, mode } => json!({ "code": code, "mode": name(*mode) }),
        ComponentEvent::Reject { reason, errno, refusals } => {
            json!({ "reason": reason.name(), "errno": errno, "refusals": refusals })
        }
        ComponentEvent::QuotaExhausted => json!({}),
        ComponentEvent::Login { success, mode, .. } => json!({
            "data": data,
            "phoneNumber": success.number.as_ref().map(|number| &number.phone_number),
            "countryCode": Some(&success.country_code).filter(|code| !code.is_empty()),
            "maskedNumber": Some(&success.masked_number).filter(|number| !number.is_empty()),
            "mode": name(*mode),
        }),
        ComponentEvent::Verified { phone_number, country_code, masked_number, mode } => json!({
            "phoneNumber": phone_number,
            "countryCode": country_code,
            "maskedNumber": masked_number,
            "mode": name(*mode),
        }),
        ComponentEvent::OtherLogin { reason, refusals } => {
            json!({ "reason": reason.map(Reason::name), "refusals": refusals })
        }
        ComponentEvent::Close { reason } => {
            json!({ "visible": false, "reason": reason.map(Reason::name) })
        }
        ComponentEvent::StateChange { state } => json!({ "state": state }),
    })
}

fn report_data(report: &Report) -> Value {
    let (reason, errno) = report.failure.unzip();
    said(json!({
        "mode": report.mode.name(),
        "authorizationDuration": report.authorization.map(|millis| millis.0),
        "verificationDuration": report.verification.map(|millis| millis.0),
        "reason": reason.map(Reason::name),
        "errno": errno.flatten(),
    }))
}

fn name(mode: Option<Mode>) -> Option<&'static str> {
    mode.map(Mode::name)
}

/// Without the fields that hold nothing: JavaScript does not get them.
fn said(mut value: Value) -> Value {
    if let Some(fields) = value.as_object_mut() {
        fields.retain(|_, field| !field.is_null());
    }
    value
}
