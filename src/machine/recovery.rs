//! The module failed, and the popup that it held is lost. This one goes on for the user and the page.

use crate::classify::{Success, Verification};
use crate::event::{Event, LostState};
use crate::machine::authorization::untimed;
use crate::machine::closing::dismiss;
use crate::machine::publish::{Failure, hand_over, notify, reject, report, tells_user};
use crate::machine::verification::{completed, failed_screen};
use crate::machine::{Effects, Popup, Undelivered, happen};
use crate::notice::{Stage, Topic};
use crate::reason::Reason;
use crate::state::Screen;

/// Saves what the event brings: a number, a code, a wish of the user's. What only the lost popup knew has failed.
pub fn recovered(popup: &mut Popup, state: Option<LostState>, event: Option<Event>, effects: &mut Effects) {
    let Some(state) = state else {
        if let Some(Event::Answered { verification: Verification::Ok(success), .. }) = event {
            success_saved(popup, success, effects);
        }
        return;
    };
    let Some(event) = event else {
        failed(
            popup,
            Screen::Rejected { reason: Reason::Internal, pause: None },
            &internal(Stage::Authorization),
            effects,
        );
        return;
    };
    match event {
        Event::Answered { verification, .. } => answer_saved(popup, verification, effects),
        Event::Authorized(_) => happen(popup, event, effects),
        Event::Decline if state != LostState::Asking => dismiss(popup, effects),
        Event::Decline
        | Event::Configure(_)
        | Event::Show(_)
        | Event::Hide
        | Event::Tap
        | Event::Dismiss
        | Event::LogInOtherwise
        | Event::Agree { .. }
        | Event::ConsentBack
        | Event::AgreementNotOpened
        | Event::PageAnswered { .. }
        | Event::DeadlinePassed(_)
        | Event::PrivacyChecked { .. }
        | Event::PrivacyAgreed
        | Event::Forget
        | Event::PageShown
        | Event::PageHidden
        | Event::Attached
        | Event::Detached
        | Event::Recovered { .. } => go_on(popup, state, event, effects),
    }
}

fn internal(stage: Stage) -> Failure {
    Failure::at(stage, Reason::Internal)
}

/// The answer of a call that the lost popup made.
fn answer_saved(popup: &mut Popup, verification: Verification, effects: &mut Effects) {
    match verification {
        Verification::Ok(success) => success_saved(popup, success, effects),
        Verification::Reject { reason, err_code, raw, message } => {
            let failure = Failure { reason, errno: err_code, raw, message, stage: Stage::Verification };
            failed(popup, failed_screen(popup, &failure), &failure, effects);
        }
    }
}

/// Only a user who sees the popup surely still wants to log in; otherwise the number waits for the next show.
fn success_saved(popup: &mut Popup, success: Success, effects: &mut Effects) {
    // The lost popup's ids are none of this one's.
    let call = popup.ids.call();
    let timings = untimed(popup);
    if popup.state.is_shown() {
        completed(popup, timings, effects);
        hand_over(popup, success, call, timings.mode, effects);
        notify(popup, Topic::Verified, effects);
    } else {
        report(None, timings, effects);
        popup.undelivered = Some(Undelivered { success, call, mode: timings.mode, came_at: popup.now() });
    }
}

fn go_on(popup: &mut Popup, state: LostState, event: Event, effects: &mut Effects) {
    match state {
        // Whether the box was ticked is lost as well, and it is never ticked for the user.
        LostState::Asking | LostState::Ended if event == (Event::Agree { agreed: None }) => {}
        LostState::Asking | LostState::Ended => happen(popup, event, effects),
        LostState::Authorizing => {
            // WeChat's answer still counts.
            if popup.state.is_shown() {
                popup.enter_screen(Screen::Prompting { unanswered: Some(popup.now()) });
            }
        }
        LostState::Verifying => {
            let failure = internal(Stage::Verification);
            failed(popup, failed_screen(popup, &failure), &failure, effects);
        }
    }
}

/// A user who sees the popup is told; without one it is only counted.
fn failed(popup: &mut Popup, screen: Screen, failure: &Failure, effects: &mut Effects) {
    let timings = untimed(popup);
    if popup.state.is_shown() {
        popup.enter_screen(screen);
        let tells_user = tells_user(&popup.settings);
        reject(popup, failure, timings, tells_user, effects);
    } else {
        report(Some(failure), timings, effects);
    }
}
