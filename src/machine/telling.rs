//! Who is told of an outcome: the page, the user, the statistics, the developer.

use crate::effect::{ComponentEvent, Effect, Report};
use crate::event::{Millis, Mode, Verifier};
use crate::machine::{Effects, Popup, Presence};
use crate::notice::{Stage, Topic, notice};
use crate::reason::{Next, Reason};

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

/// How long the two steps took, in milliseconds, where that is known.
#[derive(Clone, Copy, Default)]
pub struct Durations {
    pub authorization: Option<Millis>,
    pub verification: Option<Millis>,
}

/// Tells the page, while it can hear.
pub fn trigger(popup: &Popup, event: ComponentEvent, effects: &mut Effects) {
    if popup.presence != Presence::Gone {
        effects.push(Effect::Trigger(event));
    }
}

/// Which button there was, for a page that wants the realtime one.
pub fn mode_told(popup: &Popup) -> Option<Mode> {
    match popup.settings.mode {
        Mode::Quick => None,
        Mode::Realtime => Some(popup.settings.mode_here()),
    }
}

/// Tells the statistics of an outcome, and the developer of a failure that only a developer can mend.
pub fn report(popup: &Popup, failure: Option<&Failure>, durations: Durations, effects: &mut Effects) {
    effects.push(Effect::Report(Report {
        failure: failure.map(|failure| (failure.reason, failure.errno)),
        mode: popup.settings.mode_here(),
        authorization: durations.authorization,
        verification: durations.verification,
    }));
    if let Some(Failure { reason, raw, .. }) = failure
        && (reason.row().next == Next::FixSetup || *reason == Reason::Unknown)
    {
        effects.push(Effect::Explain { reason: *reason, raw: raw.clone() });
    }
}

/// Tells everybody of a failure. `shown` is whether the popup was on the screen when it happened.
pub fn reject(popup: &mut Popup, failure: &Failure, durations: Durations, shown: bool, effects: &mut Effects) {
    let Failure { reason, errno, stage, .. } = *failure;
    let mut refusals = None;
    if reason == Reason::UserDenied {
        popup.refusals = popup.refusals.saturating_add(1);
        refusals = Some(popup.refusals);
    }
    report(popup, Some(failure), durations, effects);
    trigger(popup, ComponentEvent::Reject { reason, errno, refusals }, effects);
    notify_of_outcome(popup, Topic::Failed(reason, stage), shown, effects);
}

/// A popup that verifies by itself tells the user by itself; otherwise the page does, on the event. Who
/// closed the popup is not told any more.
pub fn notify_of_outcome(popup: &mut Popup, topic: Topic, shown: bool, effects: &mut Effects) {
    if shown && popup.settings.verifier() == Verifier::Popup {
        notify(popup, topic, effects);
    }
}

/// Tells the user, when the page is seen.
pub fn notify(popup: &mut Popup, topic: Topic, effects: &mut Effects) {
    match popup.presence {
        Presence::Seen => effects.push(Effect::Notify(notice(topic, popup.settings.locale, None))),
        Presence::Covered => popup.held_notice = Some(topic),
        Presence::Gone => {}
    }
}
