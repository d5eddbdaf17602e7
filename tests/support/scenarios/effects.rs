//! How each effect is performed.

use serde_json::{Value, json};
use wx_phone_login::effect::{CloudFunctionData, ComponentEvent, Effect, ExchangeData};
use wx_phone_login::notice::Notice;
use wx_phone_login::shape::Shape;

use super::driver::{Deadline, Driver};
use super::made::made;

pub fn perform(driver: &mut Driver, effect: Effect) {
    match effect {
        Effect::Trigger(event) => {
            if let ComponentEvent::Get { code, .. } = &event {
                driver.handed_over.clone_from(code);
            }
            let told = made(&event, &driver.replies);
            driver.seen.events.push(json!([told["name"], told["detail"]]));
        }
        Effect::Verify { call, name, data: CloudFunctionData { code } } => {
            assert_eq!(driver.options["cloudFunction"], name.as_str());
            driver.called(call, code);
        }
        Effect::Exchange { call, name, data: ExchangeData { code, .. } } => {
            assert_eq!(driver.options["exchange"], name.as_str());
            driver.called(call, code);
        }
        Effect::StartDeadline { deadline, delay } => {
            driver.deadline = Some(Deadline { id: deadline, due: driver.now + u64::from(delay.0) });
        }
        Effect::StopDeadline => driver.deadline = None,
        Effect::CheckPrivacy { question } => {
            driver.checks.push(question);
            driver.seen.privacy_checks += 1;
        }
        Effect::Notify { notice } => match notice.notice() {
            Notice::Toast { title, .. } => driver.seen.toasts.push(title.text().into()),
            Notice::Modal { content, .. } => driver.seen.modals.push(content.text().into()),
        },
        Effect::Report(report) => {
            let mut told = made(&report, &driver.replies);
            without_time(&mut told["data"]);
            driver.seen.reports.push(json!([told["name"], told["data"]]));
        }
        Effect::Explain { reason, .. } => driver.seen.explained.push(reason.name().into()),
        Effect::Keep => driver.is_kept = true,
    }
}

/// When an outcome came is the driver's business.
fn without_time(data: &mut Value) {
    let time = data.as_object_mut().and_then(|fields| fields.remove("timestamp"));
    assert!(time.is_some_and(|time| time.is_i64()), "every report has a time");
}

/// What JavaScript sees of a shape that holds no reply.
pub fn plain(shape: &impl Shape) -> Value {
    made(shape, &std::collections::HashMap::new())
}
