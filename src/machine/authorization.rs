//! The user is asked: taps, and what the native button answers.

use crate::classify::Outcome;
use crate::effect::{ComponentEvent, Effect};
use crate::event::Millis;
use crate::machine::telling::{Course, Failure, closed, notify, reject, report, tells_user, trigger};
use crate::machine::verification::{begin, leave, send_again, take_in_reserve};
use crate::machine::{Effects, Popup, Privacy, TapMeaning};
use crate::notice::{Stage, Topic};
use crate::reason::{Next, Reason};
use crate::state::{Code, State};

/// How long WeChat has to answer a tap, in milliseconds, before the button works again: in single-page mode, for
/// example, it never does. An answer that comes later still counts.
pub const AUTHORIZATION_DEADLINE: Millis = 8_000;

/// How long WeChat asks nothing and says nothing after the user has refused the privacy agreement, in
/// milliseconds.
pub const PRIVACY_PAUSE: Millis = 10_000;

/// The same as [`AUTHORIZATION_DEADLINE`] during that pause.
pub const PRIVACY_PAUSE_DEADLINE: Millis = 2_000;

/// More sheets than that, which another one followed before WeChat answered, are not counted.
const MOST_SUPERSEDED: u8 = 3;

pub fn tap(popup: &mut Popup, effects: &mut Effects) {
    if let State::Authorizing { .. } = popup.state {
        supersede(popup);
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
    give_up_question(popup);
    let request = popup.next_request();
    let tapped_at = popup.time();
    let in_privacy_pause = popup.privacy_refused_at.is_some_and(|refused| tapped_at - refused < PRIVACY_PAUSE);
    let delay = if in_privacy_pause { PRIVACY_PAUSE_DEADLINE } else { AUTHORIZATION_DEADLINE };
    effects.push(Effect::StartDeadline { request, delay });
    popup.enter(State::Authorizing { request, tapped_at, in_privacy_pause });
}

/// One more sheet that nobody waits for: WeChat answers it as if the user had refused.
fn supersede(popup: &mut Popup) {
    popup.superseded = MOST_SUPERSEDED.min(popup.superseded + 1);
}

/// Whether WeChat has been asked and has not answered, whether the popup waits for it or not.
fn is_question_open(state: &State) -> bool {
    match state {
        State::Authorizing { .. } | State::Prompting { unanswered: Some(_) } => true,
        State::Prompting { unanswered: None }
        | State::Hidden
        | State::Verifying(_)
        | State::Verified
        | State::Rejected { .. }
        | State::Failed { .. }
        | State::OutOfQuota => false,
    }
}

/// The popup leaves the screen, or asks anew: what WeChat says to an open question is no refusal any more.
pub fn give_up_question(popup: &mut Popup) {
    if is_question_open(&popup.state) {
        supersede(popup);
    }
}

pub fn deadline_passed(popup: &mut Popup, tapped_at: Millis, in_privacy_pause: bool, effects: &mut Effects) {
    if in_privacy_pause {
        refused(popup, None, &Failure::at(Stage::Authorization, Reason::PrivacyRefused), effects);
    } else {
        popup.enter(State::Prompting { unanswered: Some(tapped_at) });
    }
}

/// Closing the popup before anything was asked is a refusal; later it is just closing.
pub fn decline(popup: &mut Popup, effects: &mut Effects) {
    close_by_user(popup, effects);
    popup.drop_held_notice();
}

fn close_by_user(popup: &mut Popup, effects: &mut Effects) {
    match popup.state {
        State::Prompting { unanswered: None } => {
            popup.enter(State::Hidden);
            let failure = Failure::at(Stage::Authorization, Reason::UserDenied);
            let tells_user = tells_user(true, popup.settings.verifier());
            reject(popup, &failure, course(popup, None), tells_user, effects);
            closed(popup, true, Some(Reason::UserDenied), effects);
        }
        State::Prompting { unanswered: Some(_) }
        | State::Authorizing { .. }
        | State::Rejected { .. }
        | State::Failed { .. }
        | State::OutOfQuota => {
            give_up_question(popup);
            popup.enter(State::Hidden);
            closed(popup, true, Some(Reason::UserCancelled), effects);
        }
        State::Verifying(_) => {
            closed(popup, popup.state.shown(), Some(Reason::UserCancelled), effects);
            leave(popup, effects);
        }
        State::Hidden | State::Verified => {}
    }
}

impl Popup {
    /// Whether the popup offers another way to log in: asking a user again who has refused does not help,
    /// nor does asking for what cannot work, or where WeChat has not answered.
    pub fn offers_other_login(&self) -> bool {
        let refused = self.refusals > 0;
        match self.state {
            State::Hidden | State::Authorizing { .. } | State::Verifying(_) | State::Verified => false,
            State::Prompting { unanswered } => refused || unanswered.is_some(),
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
            State::Hidden
            | State::Prompting { .. }
            | State::Authorizing { .. }
            | State::Verifying(_)
            | State::Verified => None,
        };
        give_up_question(popup);
        popup.drop_held_notice();
        popup.enter(State::Hidden);
        closed(popup, true, Some(Reason::UserCancelled), effects);
        trigger(popup, ComponentEvent::OtherLogin { reason, refusals: popup.refusals }, effects);
    }
}

pub fn authorized(popup: &mut Popup, outcome: Outcome, effects: &mut Effects) {
    match outcome {
        Outcome::Ok { code } => paid(popup, code, effects),
        Outcome::Quota => {
            if !popup.has_a_code() {
                out_of_quota(popup, effects);
            }
        }
        Outcome::Reject { reason, errno, raw } => {
            if concerns(popup, reason, effects) {
                let failure = Failure { reason, errno, raw, stage: Stage::Authorization };
                let tapped_at = tapped_at(&popup.state);
                if reason == Reason::PrivacyRefused && !is_in_privacy_pause(&popup.state) {
                    popup.privacy_refused_at = Some(popup.time());
                }
                refused(popup, tapped_at, &failure, effects);
            }
        }
    }
}

/// A code that the mini-program pays for. What the button says twice is one code.
fn paid(popup: &mut Popup, text: String, effects: &mut Effects) {
    if popup.last_code.as_ref() == Some(&text) {
        return;
    }
    popup.last_code = Some(text.clone());
    let code = Code {
        text,
        tapped_at: tapped_at(&popup.state),
        came_at: popup.time(),
        mode: popup.settings.mode_here(),
        open_calls: Vec::new(),
        doubtful: false,
    };
    if popup.is_verifying() {
        take_in_reserve(popup, code);
    } else {
        begin(popup, code, effects);
    }
}

/// Whether the refusal that WeChat tells of is an earlier one.
fn is_in_privacy_pause(state: &State) -> bool {
    match state {
        State::Authorizing { in_privacy_pause, .. } => *in_privacy_pause,
        State::Hidden
        | State::Prompting { .. }
        | State::Verifying(_)
        | State::Verified
        | State::Rejected { .. }
        | State::Failed { .. }
        | State::OutOfQuota => false,
    }
}

/// When the user tapped, where WeChat has not answered yet.
fn tapped_at(state: &State) -> Option<Millis> {
    match state {
        State::Authorizing { tapped_at, .. } => Some(*tapped_at),
        State::Prompting { unanswered } => *unanswered,
        State::Hidden
        | State::Verifying(_)
        | State::Verified
        | State::Rejected { .. }
        | State::Failed { .. }
        | State::OutOfQuota => None,
    }
}

/// Whether a refusal is one. WeChat says "deny" for a sheet that another one followed; nobody was asked while a code
/// is exchanged, or kept to be sent again.
fn concerns(popup: &mut Popup, reason: Reason, effects: &mut Effects) -> bool {
    let is_refusal = [Reason::UserDenied, Reason::UserCancelled].contains(&reason);
    if is_refusal && popup.superseded > 0 {
        popup.superseded -= 1;
        if let State::Authorizing { request, .. } = popup.state {
            effects.push(Effect::StartDeadline { request, delay: AUTHORIZATION_DEADLINE });
        }
        return false;
    }
    match popup.state {
        State::Verifying(_) | State::Verified => false,
        State::Failed { .. } => !popup.can_send_again(),
        State::Hidden
        | State::Prompting { .. }
        | State::Authorizing { .. }
        | State::Rejected { .. }
        | State::OutOfQuota => true,
    }
}

fn refused(popup: &mut Popup, tapped_at: Option<Millis>, failure: &Failure, effects: &mut Effects) {
    if failure.reason == Reason::PrivacyRefused {
        popup.consent.privacy = Privacy::Needed;
    }
    let (shown, course) = (popup.state.shown(), asked(popup, tapped_at));
    popup.enter(if shown { State::Rejected { reason: failure.reason } } else { State::Hidden });
    let tells_user = tells_user(shown, popup.settings.verifier());
    reject(popup, failure, course, tells_user, effects);
}

fn out_of_quota(popup: &mut Popup, effects: &mut Effects) {
    let reason = Reason::QuotaExhausted;
    let errno = reason.row().errnos.first().copied();
    let (shown, course) = (popup.state.shown(), asked(popup, tapped_at(&popup.state)));
    let failure = Failure { errno, ..Failure::at(Stage::Authorization, reason) };
    popup.enter(if shown { State::OutOfQuota } else { State::Hidden });
    report(Some(&failure), course, effects);
    trigger(popup, ComponentEvent::QuotaExceeded, effects);
    if tells_user(shown, popup.settings.verifier()) {
        notify(popup, Topic::Failed(reason, failure.stage), effects);
    }
}

/// How long WeChat asked the user, who has answered now.
fn asked(popup: &Popup, tapped_at: Option<Millis>) -> Course {
    course(popup, tapped_at.map(|tapped| popup.time() - tapped))
}

fn course(popup: &Popup, authorization: Option<Millis>) -> Course {
    Course { mode: popup.settings.mode_here(), authorization, verification: None }
}
