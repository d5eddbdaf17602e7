//! Who is told of an outcome: the page, the user, the statistics, the developer.

use crate::classify::PhoneNumber;
use crate::effect::{ComponentEvent, Effect, Report};
use crate::event::{Millis, Mode, Verifier};
use crate::machine::{Effects, Popup, Presence};
use crate::mask::mask_phone_number;
use crate::notice::{Stage, Topic, notice};
use crate::reason::Reason;

/// A failure, and where it happened.
pub struct Failure {
    pub reason: Reason,
    pub errno: Option<i32>,
    pub raw: String,
    pub stage: Stage,
}

impl Failure {
    /// One that the popup finds by itself.
    pub fn at(stage: Stage, reason: Reason) -> Failure {
        Failure { reason, errno: None, raw: String::new(), stage }
    }
}

/// Which button there was, and how long the two steps took, in milliseconds, where that is known.
#[derive(Clone, Copy)]
pub struct Course {
    pub mode: Mode,
    pub authorization: Option<Millis>,
    pub verification: Option<Millis>,
}

/// Tells the page, while it can hear.
pub fn trigger(popup: &Popup, event: ComponentEvent, effects: &mut Effects) {
    if !popup.is_detached() {
        effects.push(Effect::Trigger(event));
    }
}

/// Tells the page that a popup which was `shown` leaves the screen without being asked to.
pub fn closed(popup: &Popup, shown: bool, reason: Option<Reason>, effects: &mut Effects) {
    if shown {
        trigger(popup, ComponentEvent::Close { reason }, effects);
    }
}

/// Hands the page the number that a button brought.
pub fn hand_over(popup: &Popup, number: PhoneNumber, button: Mode, effects: &mut Effects) {
    let masked = mask_phone_number(&number.phone_number);
    let mode = popup.settings.told(button);
    trigger(popup, ComponentEvent::Verified { number, masked, mode }, effects);
}

/// Tells the statistics of an outcome, and the developer of a failure that a setting mends or nobody understood.
pub fn report(failure: Option<&Failure>, course: Course, effects: &mut Effects) {
    effects.push(Effect::Report(Report {
        failure: failure.map(|failure| (failure.reason, failure.errno)),
        mode: course.mode,
        authorization: course.authorization,
        verification: course.verification,
    }));
    if let Some(Failure { reason, raw, .. }) = failure
        && (reason.row().fixable || *reason == Reason::Unknown)
    {
        effects.push(Effect::Explain { reason: *reason, raw: raw.clone() });
    }
}

/// Tells everybody of a failure; the user only where that is the popup's part.
pub fn reject(popup: &mut Popup, failure: &Failure, course: Course, tells_user: bool, effects: &mut Effects) {
    let Failure { reason, errno, stage, .. } = *failure;
    let mut refusals = None;
    if reason == Reason::UserDenied {
        popup.refusals = popup.refusals.saturating_add(1);
        refusals = Some(popup.refusals);
    }
    report(Some(failure), course, effects);
    trigger(popup, ComponentEvent::Reject { reason, errno, refusals }, effects);
    if tells_user {
        notify(popup, Topic::Failed(reason, stage), effects);
    }
}

/// A popup that verifies by itself tells the user by itself; otherwise the page does, on the event. Who
/// closed the popup is not told any more.
pub fn tells_user(shown: bool, verifier: Verifier) -> bool {
    shown && verifier == Verifier::Popup
}

/// Tells the user, when the page is seen.
pub fn notify(popup: &mut Popup, topic: Topic, effects: &mut Effects) {
    match &mut popup.presence {
        Presence::Seen => effects.push(Effect::Notify(notice(topic, popup.settings.locale, None))),
        Presence::Covered { held } => *held = Some(topic),
        Presence::Gone => {}
    }
}
