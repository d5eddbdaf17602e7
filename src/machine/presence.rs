//! Who sees and hears the popup: shown by its page, on a page that is covered, of a component that left.

use crate::effect::Effect;
use crate::event::{Event, ShowPhonePopup, Verifier};
use crate::machine::closing::{closed, hide};
use crate::machine::consent::check_privacy;
use crate::machine::publish::hand_over;
use crate::machine::verification::{expire, resume, start_expiry};
use crate::machine::{Effects, Popup, Undelivered};
use crate::notice::UserNotice;
use crate::state::{Audience, CODE_LIFE, HiddenBy, Screen, State};
use crate::time::{Instant, Millis};

/// How soon after the popup closed itself a framework gives the property its old value again.
const RERENDERING: Millis = Millis(100);

/// Who sees and hears the popup.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(test, derive(serde::Serialize))]
pub enum Presence {
    /// The user and the page.
    Seen,
    /// The page; another page or another app covers it.
    Covered {
        /// What the user is told when the page is seen again.
        held: Option<UserNotice>,
    },
    /// Nobody: the component left.
    Detached,
}

/// Whether an event matters to a popup whose component left: a call that is under way goes on.
pub fn concerns_detached(event: &Event) -> bool {
    match event {
        Event::Attached | Event::Configure(_) | Event::Answered { .. } | Event::Forget => true,
        Event::Show(_)
        | Event::Hide
        | Event::Tap
        | Event::Decline
        | Event::Dismiss
        | Event::LogInOtherwise
        | Event::Agree { .. }
        | Event::ConsentBack
        | Event::AgreementNotOpened
        | Event::Authorized(_)
        | Event::PageAnswered { .. }
        | Event::DeadlinePassed(_)
        | Event::PrivacyChecked { .. }
        | Event::PrivacyAgreed
        | Event::PageShown
        | Event::PageHidden
        | Event::Detached
        | Event::Recovered { .. } => false,
    }
}

pub fn show(popup: &mut Popup, property: ShowPhonePopup, effects: &mut Effects) {
    if is_rerendering(popup, property) {
        return;
    }
    if property == ShowPhonePopup::Inline {
        show_inline(popup, effects);
        return;
    }
    let can_send_again = popup.can_send_again();
    match &mut popup.state {
        State::Verifying(exchange) => exchange.audience = Audience::User,
        State::Idle { screen: Screen::Prompting { .. } | Screen::Authorizing(_), .. } => {}
        State::Idle { screen: Screen::Failed { .. }, .. } if can_send_again => {}
        State::Idle {
            screen: Screen::Hidden(_) | Screen::Rejected { .. } | Screen::Failed { .. } | Screen::QuotaExhausted,
            ..
        }
        | State::Verified => open(popup, effects),
    }
}

/// Whether the page says nothing new, but gives the property its old value once more.
fn is_rerendering(popup: &Popup, property: ShowPhonePopup) -> bool {
    match property {
        ShowPhonePopup::Set | ShowPhonePopup::Inline => false,
        ShowPhonePopup::Repeated { batched } => {
            batched || popup.closed_itself_at.is_some_and(|closed_at| popup.now() - closed_at < RERENDERING)
        }
    }
}

/// The button that stands on the page by itself is there. What waits for the user waits for a tap.
fn show_inline(popup: &mut Popup, effects: &mut Effects) {
    match &popup.state {
        State::Idle { screen: Screen::Hidden(_), .. } | State::Verified => ask_user(popup, effects),
        State::Idle {
            screen:
                Screen::Prompting { .. }
                | Screen::Authorizing(_)
                | Screen::Rejected { .. }
                | Screen::Failed { .. }
                | Screen::QuotaExhausted,
            ..
        }
        | State::Verifying(_) => {}
    }
}

/// A number that nobody could be told of comes first.
fn open(popup: &mut Popup, effects: &mut Effects) {
    if hand_over_waiting(popup, effects) {
        popup.closed_itself_at = Some(popup.now());
    } else {
        ask_user(popup, effects);
    }
}

/// A code that may still give a number is offered first.
fn ask_user(popup: &mut Popup, effects: &mut Effects) {
    popup.closed_itself_at = None;
    if popup.state.code().is_some_and(|code| code.life_left(popup.now()).is_none()) {
        expire(popup);
    }
    let reason = popup.state.unredeemed().and_then(|code| code.prospect.reason_to_send());
    popup.enter_screen(match reason {
        Some(reason) => Screen::Failed { reason, message: None },
        None => Screen::Prompting { unanswered: None },
    });
    start_expiry(popup, effects);
    check_privacy(popup, effects);
}

/// Whether a number waits that may still be handed to a page.
pub fn has_number_waiting(popup: &Popup) -> bool {
    popup.undelivered.as_ref().is_some_and(|waiting| waiting.is_fresh(popup.now()))
}

/// Whether a number waited for a user who sees the popup: the page has it now.
pub fn hand_over_waiting(popup: &mut Popup, effects: &mut Effects) -> bool {
    let Some(waiting) = popup.undelivered.take().filter(|waiting| waiting.is_fresh(popup.now())) else { return false };
    popup.enter(State::Verified);
    closed(popup, None, effects);
    hand_over(popup, waiting.success, waiting.call, waiting.mode, effects);
    true
}

impl Undelivered {
    /// Whether it may still be handed to a page.
    pub fn is_fresh(&self, now: Instant) -> bool {
        now - self.came_at < CODE_LIFE
    }
}

pub fn page_hidden(popup: &mut Popup) {
    if popup.presence == Presence::Seen {
        popup.presence = Presence::Covered { held: None };
    }
}

pub fn page_shown(popup: &mut Popup, effects: &mut Effects) {
    match &mut popup.presence {
        Presence::Covered { held } => {
            effects.extend(held.take().map(|notice| Effect::Notify { notice }));
            popup.presence = Presence::Seen;
        }
        Presence::Seen | Presence::Detached => {}
    }
}

/// What the popup holds for the user waits for the component that comes next.
pub fn detached(popup: &mut Popup, effects: &mut Effects) {
    popup.presence = Presence::Detached;
    hide(popup, effects);
    if holds(popup, &popup.settings.verifier, popup.now()) {
        effects.push(Effect::Keep);
    }
}

/// Whether a popup that is not on the screen holds something that another one with this verifier can finish. What the
/// user left for another way to log in is for this popup alone.
pub fn holds(popup: &Popup, verifier: &Verifier, now: Instant) -> bool {
    let Some(exchanger) = verifier.exchanger() else { return false };
    if popup.state.audience() == Audience::Hidden(HiddenBy::OtherLogin) {
        return false;
    }
    let is_under_way = popup.state.exchange().is_some_and(|exchange| exchange.exchanger() == Some(exchanger));
    let is_alike = popup.settings.verifier.exchanger() == Some(exchanger);
    let has_code = popup.state.unredeemed().is_some_and(|unredeemed| unredeemed.code.life_left(now).is_some());
    let has_number = popup.undelivered.as_ref().is_some_and(|waiting| waiting.is_fresh(now));
    is_under_way || is_alike && (has_code || has_number)
}

pub fn attached(popup: &mut Popup, effects: &mut Effects) {
    popup.presence = Presence::Seen;
    resume(popup, effects);
}

/// The user has logged out: what nobody waits for any more is dropped.
pub fn forget(popup: &mut Popup) {
    popup.undelivered = None;
    popup.given_up_sheets.forget();
    let hidden_by = match &popup.state {
        State::Idle { screen, .. } => screen.hidden_by(),
        State::Verifying(exchange) => exchange.audience.hidden_by(),
        State::Verified => None,
    };
    if let Some(by) = hidden_by {
        popup.enter(State::Idle { screen: Screen::Hidden(by), unredeemed: None });
    }
}
