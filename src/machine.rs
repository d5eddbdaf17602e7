//! `step`: what the popup becomes, and what it asks for, when something happens.
//!
//! ```text
//!            Show            Tap               code                 number
//!  hidden ─────────► prompting ───► authorizing ───► verifying ───────────► verified
//!                        ▲              │ no code        │ no number
//!                        │              ▼                ▼
//!                        └─ Tap ── rejected · failed · out_of_quota ── Decline, Hide ──► hidden
//! ```
//!
//! **A result of the button counts in every state but one: while a verification is under way it cannot
//! start another.** Older clients deliver a result without a tap, and a code that comes is paid for,
//! whether or not the popup is still on the screen.
//!
//! Who drives it:
//! 1. makes an [`Event`] of what happened and calls [`step`];
//! 2. shows the new state ([`crate::view`]);
//! 3. performs the effects in their order; what they bring is a new event, for another round.

use crate::classify::{Outcome, Verification};
use crate::effect::{ComponentEvent, Effect, Report};
use crate::event::{Event, RequestId, Settings, Verifier};
use crate::mask::mask_phone_number;
use crate::notice::{Stage, Topic, notice};
use crate::reason::Reason;
use crate::state::State;

/// How long WeChat's sheet may stay open, in milliseconds, before the button works again. The result
/// still counts when it comes later.
pub const AUTHORIZATION_DEADLINE: u32 = 60_000;

/// How long a verification may take, in milliseconds: well beyond the 3 s that a function has by default,
/// because an answer that comes later is lost.
pub const VERIFICATION_DEADLINE: u32 = 25_000;

/// The popup: what it is now, and what outlives its states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Popup {
    /// What it is now.
    pub state: State,
    /// What the component's properties say.
    pub settings: Settings,
    last_request: RequestId,
}

impl Popup {
    /// A popup that made no request yet.
    pub fn new(state: State, settings: Settings) -> Popup {
        Popup { state, settings, last_request: RequestId(0) }
    }

    fn next_request(&mut self) -> RequestId {
        self.last_request = RequestId(self.last_request.0.wrapping_add(1));
        self.last_request
    }
}

type Effects = Vec<Effect>;

/// Makes the popup what it becomes when `event` happens, and says what it asks for, in the order in
/// which it is performed.
pub fn step(popup: &mut Popup, event: Event) -> Effects {
    let mut effects = Vec::new();
    let (name, request) = (popup.state.name(), popup.state.open_request());
    match event {
        Event::Configure(settings) => popup.settings = settings,
        Event::Show => show(popup),
        Event::Hide => hide(popup),
        Event::Tap => tap(popup, &mut effects),
        Event::Decline => decline(popup, &mut effects),
        Event::Authorized(outcome) => authorized(popup, outcome, &mut effects),
        Event::Verified { request, verification } => verified(popup, request, verification, &mut effects),
        Event::PageVerified { code, verification } => page_verified(popup, &code, &verification),
        Event::DeadlinePassed { request } => deadline_passed(popup, request, &mut effects),
    }
    if request.is_some() && popup.state.open_request().is_none() {
        effects.push(Effect::StopDeadline);
    }
    if popup.state.name() != name {
        effects.push(Effect::Trigger(ComponentEvent::StateChange { state: popup.state.name() }));
    }
    effects
}

fn show(popup: &mut Popup) {
    match &mut popup.state {
        State::Hidden | State::Verified | State::Rejected { .. } | State::Failed { .. } | State::OutOfQuota => {
            popup.state = State::Prompting;
        }
        State::Verifying { shown, .. } => *shown = true,
        State::Prompting | State::Authorizing { .. } => {}
    }
}

/// The page that verifies hides the popup when it is done. The popup's own verification goes on unseen.
fn hide(popup: &mut Popup) {
    match &mut popup.state {
        State::Verifying { verifier: Verifier::Popup, shown, .. } => *shown = false,
        State::Verifying { verifier: Verifier::Page, .. }
        | State::Prompting
        | State::Authorizing { .. }
        | State::Rejected { .. }
        | State::Failed { .. }
        | State::OutOfQuota => popup.state = State::Hidden,
        State::Hidden | State::Verified => {}
    }
}

fn tap(popup: &mut Popup, effects: &mut Effects) {
    match popup.state {
        State::Prompting | State::Rejected { .. } | State::Failed { .. } => {
            let request = popup.next_request();
            effects.push(Effect::StartDeadline { request, delay: AUTHORIZATION_DEADLINE });
            popup.state = State::Authorizing { request };
        }
        State::Hidden | State::Authorizing { .. } | State::Verifying { .. } | State::Verified | State::OutOfQuota => {}
    }
}

/// Closing the popup instead of authorizing is a refusal; closing it after an answer is just closing.
fn decline(popup: &mut Popup, effects: &mut Effects) {
    match &mut popup.state {
        State::Hidden | State::Prompting | State::Authorizing { .. } => {
            popup.state = State::Hidden;
            reject(popup, Reason::UserDenied, None, Stage::Authorization, effects);
        }
        State::Verifying { shown, .. } => *shown = false,
        State::Rejected { .. } | State::Failed { .. } | State::OutOfQuota => popup.state = State::Hidden,
        State::Verified => {}
    }
}

fn authorized(popup: &mut Popup, outcome: Outcome, effects: &mut Effects) {
    if let State::Verifying { .. } = popup.state {
        return;
    }
    let shown = popup.state.shown();
    match outcome {
        Outcome::Ok { code } => verify(popup, code, shown, effects),
        Outcome::Quota => {
            popup.state = if shown { State::OutOfQuota } else { State::Hidden };
            let errno = Reason::QuotaExhausted.row().errnos.first().copied();
            effects.push(Effect::Report(Report::Error { reason: Reason::QuotaExhausted, errno }));
            effects.push(Effect::Trigger(ComponentEvent::QuotaExceeded));
            notify(popup, Topic::Failed(Reason::QuotaExhausted, Stage::Authorization), effects);
        }
        Outcome::Reject { reason, errno, .. } => {
            popup.state = if shown { State::Rejected { reason } } else { State::Hidden };
            reject(popup, reason, errno, Stage::Authorization, effects);
        }
    }
}

fn verify(popup: &mut Popup, code: String, shown: bool, effects: &mut Effects) {
    let request = popup.next_request();
    let verifier = popup.settings.verifier();
    effects.push(Effect::StartDeadline { request, delay: VERIFICATION_DEADLINE });
    effects.push(match verifier {
        Verifier::Page => Effect::Trigger(ComponentEvent::Get { code: code.clone() }),
        Verifier::Popup => {
            let cloud_function = popup.settings.cloud_function.clone();
            Effect::Verify { request, cloud_function, code: code.clone() }
        }
    });
    popup.state = State::Verifying { request, code, verifier, shown };
}

fn verified(popup: &mut Popup, answered: RequestId, verification: Verification, effects: &mut Effects) {
    let State::Verifying { request, verifier: Verifier::Popup, shown, .. } = popup.state else { return };
    if request != answered {
        return;
    }
    match verification {
        Verification::Ok(number) => {
            popup.state = State::Verified;
            let masked = mask_phone_number(&number.phone_number);
            effects.push(Effect::Report(Report::Success));
            effects.push(Effect::Trigger(ComponentEvent::Verified { number, masked }));
            notify(popup, Topic::Verified, effects);
        }
        Verification::Reject { reason, err_code, .. } => {
            popup.state = failed(reason, shown);
            reject(popup, reason, err_code, Stage::Verification, effects);
        }
    }
}

/// The page knows the answer and has told its user; only the popup's own state follows it.
fn page_verified(popup: &mut Popup, answered: &str, verification: &Verification) {
    if let State::Verifying { code, verifier: Verifier::Page, shown, .. } = &popup.state
        && code == answered
    {
        popup.state = match verification {
            Verification::Ok(_) => State::Verified,
            Verification::Reject { reason, .. } => failed(*reason, *shown),
        };
    }
}

fn deadline_passed(popup: &mut Popup, passed: RequestId, effects: &mut Effects) {
    if popup.state.open_request() != Some(passed) {
        return;
    }
    match popup.state {
        State::Authorizing { .. } => popup.state = State::Prompting,
        State::Verifying { verifier, shown, .. } => {
            popup.state = failed(Reason::Timeout, shown);
            if verifier == Verifier::Popup {
                reject(popup, Reason::Timeout, None, Stage::Verification, effects);
            }
        }
        State::Hidden
        | State::Prompting
        | State::Verified
        | State::Rejected { .. }
        | State::Failed { .. }
        | State::OutOfQuota => {}
    }
}

/// A popup that was closed meanwhile stays closed.
fn failed(reason: Reason, shown: bool) -> State {
    if shown { State::Failed { reason } } else { State::Hidden }
}

fn reject(popup: &Popup, reason: Reason, errno: Option<i32>, stage: Stage, effects: &mut Effects) {
    effects.push(Effect::Report(Report::Error { reason, errno }));
    effects.push(Effect::Trigger(ComponentEvent::Reject { reason, errno }));
    notify(popup, Topic::Failed(reason, stage), effects);
}

/// A popup that verifies by itself tells the user by itself; otherwise the page does, on the event. What a
/// verification of the page's own brought does not come here.
fn notify(popup: &Popup, topic: Topic, effects: &mut Effects) {
    let popup_tells = match topic {
        Topic::Failed(_, Stage::Authorization) => popup.settings.verifier() == Verifier::Popup,
        Topic::Failed(_, Stage::Verification) | Topic::Verified => true,
    };
    if popup_tells {
        effects.push(Effect::Notify(notice(topic, popup.settings.locale, None)));
    }
}
