//! Who sees and hears the popup: on and off the screen, on a page that is covered, of a component that left.

use crate::effect::Effect;
use crate::event::{Event, Verifier};
use crate::machine::consent::check_privacy;
use crate::machine::telling::{closed, hand_over, notify};
use crate::machine::verification::{VERIFICATION_DEADLINE, close, expired, start_expiry};
use crate::machine::{Effects, Popup};
use crate::state::State;

/// Who sees and hears the popup.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Presence {
    /// The user and the page.
    Seen,
    /// The page; another page or another app covers it.
    Covered,
    /// Nobody: the component left.
    Gone,
}

/// Whether an event matters to a popup whose component left: a call that is under way goes on.
pub fn reaches_the_gone(event: &Event) -> bool {
    matches!(event, Event::Attached | Event::Configure(_) | Event::Verified { .. })
}

pub fn show(popup: &mut Popup, effects: &mut Effects) {
    let can_send_again = popup.can_send_again();
    match &mut popup.state {
        State::Verifying(exchange) => exchange.shown = true,
        State::Prompting | State::Authorizing { .. } => {}
        State::Failed { .. } if can_send_again => {}
        State::Hidden | State::Verified | State::Rejected { .. } | State::Failed { .. } | State::OutOfQuota => {
            open(popup, effects);
        }
    }
}

/// A number that nobody could be told of comes first, then a code that may still give one.
fn open(popup: &mut Popup, effects: &mut Effects) {
    if let Some(number) = popup.undelivered.take() {
        popup.kept = None;
        popup.enter(State::Verified);
        closed(popup, true, None, effects);
        hand_over(popup, number, popup.settings.mode_here(), effects);
        return;
    }
    if popup.kept.as_ref().is_some_and(|kept| kept.code.life_left(popup.time()).is_none()) {
        expired(popup);
    }
    popup.enter(match &popup.kept {
        Some(kept) if kept.expiry.is_some() => State::Failed { reason: kept.reason },
        _ => State::Prompting,
    });
    start_expiry(popup, effects);
    check_privacy(popup, effects);
}

/// The page that verifies hides the popup when it is done.
pub fn hide(popup: &mut Popup, effects: &mut Effects) {
    if popup.state.shown() {
        popup.held_notice = None;
    }
    match &popup.state {
        State::Verifying(exchange) if exchange.verifier() == Verifier::Popup => close(popup, effects),
        State::Verifying(_)
        | State::Prompting
        | State::Authorizing { .. }
        | State::Rejected { .. }
        | State::Failed { .. }
        | State::OutOfQuota => popup.enter(State::Hidden),
        State::Hidden | State::Verified => {}
    }
}

pub fn page_hidden(popup: &mut Popup) {
    if popup.presence == Presence::Seen {
        popup.presence = Presence::Covered;
    }
}

pub fn page_shown(popup: &mut Popup, effects: &mut Effects) {
    if popup.presence == Presence::Covered {
        popup.presence = Presence::Seen;
        let concerns = popup.state.shown() || popup.state == State::Verified;
        if let Some(topic) = popup.held_notice.take().filter(|_| concerns) {
            notify(popup, topic, effects);
        }
    }
}

/// What the popup holds for the user waits for the component that comes next.
pub fn detached(popup: &mut Popup, effects: &mut Effects) {
    popup.presence = Presence::Gone;
    hide(popup, effects);
    let verifies = matches!(popup.state, State::Verifying(_));
    let lives = popup.kept.as_ref().is_some_and(|kept| kept.code.life_left(popup.time()).is_some());
    if verifies || (lives && popup.settings.verifier() == Verifier::Popup) || popup.undelivered.is_some() {
        effects.push(Effect::Keep);
    }
}

pub fn attached(popup: &mut Popup, effects: &mut Effects) {
    popup.presence = Presence::Seen;
    if let State::Verifying(exchange) = &popup.state {
        effects.push(Effect::StartDeadline { request: exchange.request, delay: VERIFICATION_DEADLINE });
    }
}
