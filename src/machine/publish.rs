//! What is said of an outcome, and to whom: the page, the user, the statistics, the developer.

use crate::classify::{PhoneNumber, Replied, Success};
use crate::effect::{ComponentEvent, Effect, FailureData, Report, ReportData};
use crate::event::{CallId, Mode, Settings};
use crate::machine::presence::Presence;
use crate::machine::{Effects, Popup};
use crate::notice::{Stage, Topic, UserNotice};
use crate::place::Place;
use crate::reason::Reason;
use crate::time::{Millis, Reading};

/// A failure, and where it happened.
pub struct Failure {
    pub reason: Reason,
    pub errno: Option<i32>,
    pub raw: Option<String>,
    /// The server's own sentence.
    pub message: Option<String>,
    pub stage: Stage,
}

impl Failure {
    /// One that the popup finds by itself.
    pub fn at(stage: Stage, reason: Reason) -> Failure {
        Failure { reason, errno: None, raw: None, message: None, stage }
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

/// Which button there was, when it ended, and how long the two steps took, where that is known.
#[derive(Clone, Copy)]
pub struct Timings {
    pub timestamp: Reading,
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
    let told_country_code = success.told_country_code();
    let Success { number, masked_number, country_code } = success;
    let phone_number = number.map(|PhoneNumber { phone_number, .. }| phone_number);
    let login = ComponentEvent::Login {
        data: Replied(call.0),
        phone_number: phone_number.clone(),
        country_code: told_country_code,
        masked_number: masked_number.clone(),
        mode,
    };
    trigger(popup, login, effects);
    if let Some(phone_number) = phone_number {
        let masked_number = masked_number.unwrap_or_default();
        trigger(popup, ComponentEvent::Verified { phone_number, country_code, masked_number, mode }, effects);
    }
}

/// Tells the statistics of an outcome, and the developer of a failure that a setting mends or nobody understood.
pub fn report(failure: Option<&Failure>, timings: Timings, effects: &mut Effects) {
    let Timings { timestamp, mode, authorization, verification } = timings;
    let Some(Failure { reason, errno, raw, .. }) = failure else {
        let data = ReportData { timestamp, mode, authorization, verification };
        effects.push(Effect::Report(Report::Success(data)));
        return;
    };
    let (reason, errno) = (*reason, *errno);
    let data = FailureData { timestamp, mode, authorization, verification, reason, errno };
    effects.push(Effect::Report(Report::Failure(data)));
    if reason.row().fixable || reason == Reason::Unknown {
        effects.push(Effect::Explain { reason, raw: raw.clone() });
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
        let message = failure.message.clone().filter(|_| popup.settings.show_server_message);
        tell(popup, failure.topic(popup.settings.place), message, effects);
    }
}

/// Whether a notice tells a user who sees the popup of a failure. Where the page verifies, the page does, on the event;
/// where the popup shows its status line, that does. Of a success a notice tells in any case: the popup is gone then.
pub fn tells_user(settings: &Settings) -> bool {
    settings.verifier.exchanger().is_some() && !settings.shows_guidance
}

/// Tells the user in our words, when the page is seen.
pub fn notify(popup: &mut Popup, topic: Topic, effects: &mut Effects) {
    tell(popup, topic, None, effects);
}

fn tell(popup: &mut Popup, topic: Topic, message: Option<String>, effects: &mut Effects) {
    let notice = UserNotice { topic, locale: popup.settings.locale, message };
    match &mut popup.presence {
        Presence::Seen => effects.push(Effect::Notify { notice }),
        Presence::Covered { held } => *held = Some(notice),
        Presence::Detached => {}
    }
}
