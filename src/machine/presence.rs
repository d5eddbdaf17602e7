//! Who sees and hears the popup: on and off the screen, on a page that is covered, of a component that left.

use crate::effect::Effect;
use crate::event::{Event, Millis, Verifier};
use crate::machine::authorization::give_up_question;
use crate::machine::consent::check_privacy;
use crate::machine::telling::{closed, hand_over, notify};
use crate::machine::verification::{self, expired, start_expiry};
use crate::machine::{Effects, Kept, Popup};
use crate::notice::Topic;
use crate::state::{Audience, CODE_LIFE, State};

/// Who sees and hears the popup.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Presence {
    /// The user and the page.
    Seen,
    /// The page; another page or another app covers it.
    Covered {
        /// What the user is told when the page is seen again.
        held: Option<Topic>,
    },
    /// Nobody: the component left.
    Gone,
}

/// Whether an event matters to a popup whose component left: a call that is under way goes on.
pub fn reaches_the_gone(event: &Event) -> bool {
    match event {
        Event::Attached | Event::Configure(_) | Event::Verified { .. } | Event::Forget => true,
        Event::Show
        | Event::Hide
        | Event::Tap
        | Event::Decline
        | Event::LogInOtherwise
        | Event::Agree { .. }
        | Event::Authorized(_)
        | Event::PageVerified { .. }
        | Event::DeadlinePassed { .. }
        | Event::PrivacyChecked { .. }
        | Event::PrivacyAgreed
        | Event::PageShown
        | Event::PageHidden
        | Event::Detached => false,
    }
}

pub fn show(popup: &mut Popup, effects: &mut Effects) {
    let can_send_again = popup.can_send_again();
    match &mut popup.state {
        State::Verifying(exchange) => exchange.audience = Audience::User,
        State::Prompting { .. } | State::Authorizing { .. } => {}
        State::Failed { .. } if can_send_again => {}
        State::Hidden | State::Verified | State::Rejected { .. } | State::Failed { .. } | State::OutOfQuota => {
            open(popup, effects);
        }
    }
}

/// A number that nobody could be told of comes first, then a code that may still give one.
fn open(popup: &mut Popup, effects: &mut Effects) {
    popup.has_left = false;
    let oldest = popup.time() - CODE_LIFE;
    if let Some(waiting) = popup.undelivered.take().filter(|waiting| waiting.came_at > oldest) {
        popup.kept = None;
        popup.enter(State::Verified);
        closed(popup, true, None, effects);
        hand_over(popup, waiting.number, waiting.mode, effects);
        return;
    }
    if popup.kept.as_ref().is_some_and(|kept| kept.code().life_left(popup.time()).is_none()) {
        expired(popup);
    }
    popup.enter(match &popup.kept {
        Some(Kept::Sendable { reason, .. }) => State::Failed { reason: *reason },
        Some(Kept::Awaited { .. }) | None => State::Prompting { unanswered: None },
    });
    start_expiry(popup, effects);
    check_privacy(popup, effects);
}

/// The page that verifies hides the popup when it is done.
pub fn hide(popup: &mut Popup, effects: &mut Effects) {
    if popup.state.shown() {
        popup.drop_held_notice();
    }
    match &popup.state {
        State::Verifying(exchange) if exchange.verifier() == Verifier::Popup => {
            let audience = match exchange.audience {
                Audience::User | Audience::Page => Audience::Page,
                Audience::Nobody => Audience::Nobody,
            };
            verification::hide(popup, audience, effects);
        }
        State::Verifying(_)
        | State::Prompting { .. }
        | State::Authorizing { .. }
        | State::Rejected { .. }
        | State::Failed { .. }
        | State::OutOfQuota => {
            give_up_question(popup);
            popup.enter(State::Hidden);
        }
        State::Hidden | State::Verified => {}
    }
}

pub fn page_hidden(popup: &mut Popup) {
    if popup.presence == Presence::Seen {
        popup.presence = Presence::Covered { held: None };
    }
}

pub fn page_shown(popup: &mut Popup, effects: &mut Effects) {
    if let Presence::Covered { held } = popup.presence {
        popup.presence = Presence::Seen;
        if let Some(topic) = held {
            notify(popup, topic, effects);
        }
    }
}

/// What the popup holds for the user waits for the component that comes next.
pub fn detached(popup: &mut Popup, effects: &mut Effects) {
    popup.presence = Presence::Gone;
    hide(popup, effects);
    if holds(popup, popup.time()) {
        effects.push(Effect::Keep);
    }
}

/// Whether a popup that is not on the screen holds something that another one of the same cloud function can finish.
pub fn holds(popup: &Popup, time: Millis) -> bool {
    let has_code = match (&popup.state, &popup.kept) {
        (State::Verifying(exchange), _) => exchange.verifier() == Verifier::Popup,
        (_, Some(kept)) => popup.settings.verifier() == Verifier::Popup && kept.code().life_left(time).is_some(),
        (_, None) => false,
    };
    has_code || popup.undelivered.as_ref().is_some_and(|waiting| waiting.came_at > time - CODE_LIFE)
}

pub fn attached(popup: &mut Popup, effects: &mut Effects) {
    popup.presence = Presence::Seen;
    if let State::Verifying(exchange) = &popup.state {
        verification::resume(exchange, effects);
    }
}
