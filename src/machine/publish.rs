//! What is said of an outcome, and to whom: the page, the user, the statistics, the developer.

use crate::classify::{PhoneNumber, Success};
use crate::effect::{ComponentEvent, Effect, Report};
use crate::event::{CallId, Mode, Place, Verifier};
use crate::machine::presence::Presence;
use crate::machine::{Effects, Popup};
use crate::notice::{Stage, Topic, UserNotice};
use crate::reason::Reason;
use crate::time::Millis;

/// A failure, and where it happened.
pub struct Failure {
    pub reason: Reason,
    pub errno: Option<i32>,
    pub raw: String,
    /// The server's own sentence; empty where there is none.
    pub message: String,
    pub stage: Stage,
}

impl Failure {
    /// One that the popup finds by itself.
    pub fn at(stage: Stage, reason: Reason) -> Failure {
        Failure { reason, errno: None, raw: String::new(), message: String::new(), stage }
    }

    /// What the user is told of it. Where only the page cannot do it, no newer WeChat helps.
    fn topic(&self, place: Place) -> Topic {
        match (self.reason == Reason::Unsupported, place) {
            (true, Place::Skyline | Place::SinglePage) => Topic::UnsupportedHere,
            (true, Place::Anywhere) | (false, Place::Anywhere | Place::Skyline | Place::SinglePage) => {
                Topic::Failed(self.reason, self.stage)
            }
        }
    }
}

/// Which button there was, and how long the two steps took, where that is known.
#[derive(Clone, Copy)]
pub struct Timings {
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

/// Hands the page what a call brought, by an event for every login and by one for those with a number.
pub fn hand_over(popup: &Popup, success: Success, call: CallId, button: Mode, effects: &mut Effects) {
    let mode = popup.settings.mode_for_page(button);
    let number = success.number.clone();
    let (masked_number, country_code) = (success.masked_number.clone(), success.country_code.clone());
    trigger(popup, ComponentEvent::Login { call, success, mode }, effects);
    if let Some(PhoneNumber { phone_number, .. }) = number {
        trigger(popup, ComponentEvent::Verified { phone_number, country_code, masked_number, mode }, effects);
    }
}

/// Tells the statistics of an outcome, and the developer of a failure that a setting mends or nobody understood.
pub fn report(failure: Option<&Failure>, timings: Timings, effects: &mut Effects) {
    effects.push(Effect::Report(Report {
        failure: failure.map(|failure| (failure.reason, failure.errno)),
        mode: timings.mode,
        authorization: timings.authorization,
        verification: timings.verification,
    }));
    if let Some(Failure { reason, raw, .. }) = failure
        && (reason.row().fixable || *reason == Reason::Unknown)
    {
        effects.push(Effect::Explain { reason: *reason, raw: raw.clone() });
    }
}

/// Tells everybody of a failure; the user only where that is the popup's part.
pub fn reject(popup: &mut Popup, failure: &Failure, timings: Timings, tells_user: bool, effects: &mut Effects) {
    let Failure { reason, errno, .. } = *failure;
    let mut refusals = None;
    if reason == Reason::UserDenied {
        popup.refusals = popup.refusals.saturating_add(1);
        refusals = Some(popup.refusals);
    }
    report(Some(failure), timings, effects);
    trigger(popup, ComponentEvent::Reject { reason, errno, refusals }, effects);
    if tells_user {
        let message = if popup.settings.show_server_message { failure.message.clone() } else { String::new() };
        tell(popup, failure.topic(popup.settings.place), message, effects);
    }
}

/// Whether the popup tells a user who sees it of a failure. Where the page verifies, the page does, on the event.
pub fn tells_user(verifier: &Verifier) -> bool {
    verifier.exchanger().is_some()
}

/// Tells the user in our words, when the page is seen.
pub fn notify(popup: &mut Popup, topic: Topic, effects: &mut Effects) {
    tell(popup, topic, String::new(), effects);
}

fn tell(popup: &mut Popup, topic: Topic, message: String, effects: &mut Effects) {
    let told = UserNotice { topic, locale: popup.settings.locale, message };
    match &mut popup.presence {
        Presence::Seen => effects.push(Effect::Notify(told)),
        Presence::Covered { held } => *held = Some(told),
        Presence::Detached => {}
    }
}
