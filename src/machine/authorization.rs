//! The user is asked: taps, and what the native button answers.

use crate::classify::Outcome;
use crate::effect::{ComponentEvent, Effect};
use crate::event::Millis;
use crate::machine::telling::{Course, Failure, closed, notify, reject, report, tells_user, trigger};
use crate::machine::verification::{begin, close, send_again};
use crate::machine::{Effects, Popup, Privacy, TapMeaning};
use crate::notice::{Stage, Topic};
use crate::reason::{Next, Reason};
use crate::state::{Code, State};

/// How long WeChat's sheet may stay open, in milliseconds, before the button works again. The result
/// still counts when it comes later.
pub const AUTHORIZATION_DEADLINE: Millis = 60_000;

/// The same after WeChat answered a tap that another one followed: whether it answers that one too is not
/// certain.
pub const SUPERSEDED_DEADLINE: Millis = 10_000;

/// How long WeChat asks nothing and says nothing after the user has refused the privacy agreement, in
/// milliseconds.
pub const PRIVACY_PAUSE: Millis = 10_000;

/// The same as [`AUTHORIZATION_DEADLINE`] during that pause.
pub const PRIVACY_PAUSE_DEADLINE: Millis = 2_000;

/// More taps than that, while WeChat is being asked, are not counted.
const MOST_SUPERSEDED: u8 = 3;

pub fn tap(popup: &mut Popup, effects: &mut Effects) {
    if let State::Authorizing { superseded, .. } = &mut popup.state {
        *superseded = MOST_SUPERSEDED.min(*superseded + 1);
        return;
    }
    match popup.tap_meaning() {
        TapMeaning::AskWeChat => ask(popup, effects),
        TapMeaning::SendAgain => send_again(popup, effects),
        TapMeaning::AgreementNeeded => notify(popup, Topic::AgreementNeeded, effects),
        TapMeaning::AcceptPrivacy | TapMeaning::Nothing => {}
    }
}

fn ask(popup: &mut Popup, effects: &mut Effects) {
    let request = popup.next_request();
    popup.tapped_at = Some(popup.time());
    let delay = if privacy_pause(popup) { PRIVACY_PAUSE_DEADLINE } else { AUTHORIZATION_DEADLINE };
    effects.push(Effect::StartDeadline { request, delay });
    popup.enter(State::Authorizing { request, superseded: 0 });
}

/// Whether the tap fell into the time in which WeChat neither asks nor answers.
fn privacy_pause(popup: &Popup) -> bool {
    match (popup.tapped_at, popup.privacy_refused_at) {
        (Some(tapped), Some(refused)) => tapped - refused < PRIVACY_PAUSE,
        _ => false,
    }
}

pub fn deadline_passed(popup: &mut Popup, effects: &mut Effects) {
    if privacy_pause(popup) {
        popup.tapped_at = None;
        refused(popup, &Failure::at(Stage::Authorization, Reason::PrivacyRefused), effects);
    } else {
        popup.enter(State::Prompting);
    }
}

/// Closing the popup instead of authorizing is a refusal; closing it after an answer is just closing.
pub fn decline(popup: &mut Popup, effects: &mut Effects) {
    match popup.state {
        State::Hidden | State::Prompting | State::Authorizing { .. } => {
            let shown = popup.state.shown();
            popup.enter(State::Hidden);
            let failure = Failure::at(Stage::Authorization, Reason::UserDenied);
            let tells_user = tells_user(shown, popup.settings.verifier());
            reject(popup, &failure, course(popup, None), tells_user, effects);
            closed(popup, shown, Some(Reason::UserDenied), effects);
        }
        State::Verifying(_) => {
            closed(popup, popup.state.shown(), Some(Reason::UserCancelled), effects);
            close(popup, effects);
        }
        State::Rejected { .. } | State::Failed { .. } | State::OutOfQuota => {
            popup.enter(State::Hidden);
            closed(popup, true, Some(Reason::UserCancelled), effects);
        }
        State::Verified => {}
    }
}

impl Popup {
    /// Whether the popup offers another way to log in: asking a user again who has refused does not help,
    /// nor does asking for what cannot work.
    pub fn offers_other_login(&self) -> bool {
        let refused = self.refusals > 0;
        match self.state {
            State::Hidden | State::Authorizing { .. } | State::Verifying(_) | State::Verified => false,
            State::Prompting => refused,
            State::Rejected { reason } | State::Failed { reason } => refused || leads_elsewhere(reason),
            State::OutOfQuota => true,
        }
    }
}

fn leads_elsewhere(reason: Reason) -> bool {
    match reason.row().next {
        Next::OtherLogin | Next::ContactSupport | Next::FixSetup => true,
        Next::Retry | Next::Reauthorize | Next::Wait | Next::None => false,
    }
}

pub fn log_in_otherwise(popup: &mut Popup, effects: &mut Effects) {
    if popup.offers_other_login() {
        let reason = match popup.state {
            State::Rejected { reason } | State::Failed { reason } => Some(reason),
            State::OutOfQuota => Some(Reason::QuotaExhausted),
            State::Hidden | State::Prompting | State::Authorizing { .. } | State::Verifying(_) | State::Verified => {
                None
            }
        };
        popup.enter(State::Hidden);
        closed(popup, true, Some(Reason::UserCancelled), effects);
        trigger(popup, ComponentEvent::OtherLogin { reason, refusals: popup.refusals }, effects);
    }
}

pub fn authorized(popup: &mut Popup, outcome: Outcome, effects: &mut Effects) {
    if matches!(popup.state, State::Verifying(_)) {
        return;
    }
    match outcome {
        Outcome::Ok { code } => {
            let code = Code {
                text: code,
                tapped_at: popup.tapped_at.take(),
                came_at: popup.time(),
                mode: popup.settings.mode_here(),
                first_request: None,
                doubtful: false,
            };
            begin(popup, code, effects);
        }
        Outcome::Quota => out_of_quota(popup, effects),
        Outcome::Reject { reason, errno, raw } => {
            if !is_late(popup, reason, effects) {
                if reason == Reason::PrivacyRefused && !privacy_pause(popup) {
                    popup.privacy_refused_at = Some(popup.time());
                }
                refused(popup, &Failure { reason, errno, raw, stage: Stage::Authorization }, effects);
            }
        }
    }
}

/// Whether a refusal is none: WeChat says "deny" for a tap that another one followed, and nobody was asked while a
/// code is kept.
fn is_late(popup: &mut Popup, reason: Reason, effects: &mut Effects) -> bool {
    match (&mut popup.state, reason) {
        (State::Authorizing { request, superseded }, Reason::UserDenied | Reason::UserCancelled) if *superseded > 0 => {
            *superseded -= 1;
            effects.push(Effect::StartDeadline { request: *request, delay: SUPERSEDED_DEADLINE });
            true
        }
        (State::Verified, Reason::UserDenied | Reason::UserCancelled) => true,
        (State::Failed { .. }, _) => popup.can_send_again(),
        _ => false,
    }
}

fn refused(popup: &mut Popup, failure: &Failure, effects: &mut Effects) {
    if failure.reason == Reason::PrivacyRefused {
        popup.consent.privacy = Privacy::Needed;
    }
    let (shown, course) = (popup.state.shown(), asked(popup));
    popup.enter(if shown { State::Rejected { reason: failure.reason } } else { State::Hidden });
    let tells_user = tells_user(shown, popup.settings.verifier());
    reject(popup, failure, course, tells_user, effects);
}

fn out_of_quota(popup: &mut Popup, effects: &mut Effects) {
    let reason = Reason::QuotaExhausted;
    let errno = reason.row().errnos.first().copied();
    let (shown, course) = (popup.state.shown(), asked(popup));
    let failure = Failure { errno, ..Failure::at(Stage::Authorization, reason) };
    popup.enter(if shown { State::OutOfQuota } else { State::Hidden });
    report(Some(&failure), course, effects);
    trigger(popup, ComponentEvent::QuotaExceeded, effects);
    if tells_user(shown, popup.settings.verifier()) {
        notify(popup, Topic::Failed(reason, failure.stage), effects);
    }
}

/// How long WeChat asked the user, who has answered now.
fn asked(popup: &mut Popup) -> Course {
    let authorization = popup.tapped_at.take().map(|tapped| popup.time() - tapped);
    course(popup, authorization)
}

fn course(popup: &Popup, authorization: Option<Millis>) -> Course {
    Course { mode: popup.settings.mode_here(), authorization, verification: None }
}
