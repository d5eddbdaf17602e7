//! The popup leaves the screen: the page hides it, the user refuses, dismisses it or goes another way, or it is done.

use crate::effect::ComponentEvent;
use crate::event::OtherLoginOffer;
use crate::machine::authorization::{give_up_sheet, untimed};
use crate::machine::publish::{Failure, reject, tells_user, trigger};
use crate::machine::{Effects, Popup, verification};
use crate::notice::Stage;
use crate::reason::Reason;
use crate::state::{HiddenBy, Screen, State};

/// Tells the page that a popup which was on the screen leaves it without being asked to.
pub fn closed(popup: &mut Popup, reason: Option<Reason>, effects: &mut Effects) {
    popup.closed_itself_at = Some(popup.now());
    trigger(popup, ComponentEvent::Close { reason }, effects);
}

/// The page hides the popup.
pub fn hide(popup: &mut Popup, effects: &mut Effects) {
    if popup.state.is_shown() {
        leave(popup, HiddenBy::Page, effects);
    }
}

/// The popup leaves the screen, and with it what the user would be told. An exchange goes on, but for the page's own: a page that hides the popup is done.
fn leave(popup: &mut Popup, by: HiddenBy, effects: &mut Effects) {
    popup.drop_held_notice();
    popup.consent.stop_asking();
    match &popup.state {
        State::Idle { .. } => {
            give_up_sheet(popup);
            popup.enter_screen(Screen::Hidden(by));
        }
        State::Verifying(exchange) if by == HiddenBy::Page && exchange.exchanger().is_none() => {
            popup.enter(State::Idle { screen: Screen::Hidden(by), unredeemed: None });
        }
        State::Verifying(_) => verification::hidden(popup, by, effects),
        State::Verified => {}
    }
}

/// The popup's own refusal: it is one before anything was asked, and later just closes.
pub fn decline(popup: &mut Popup, effects: &mut Effects) {
    if !popup.state.is_shown() {
        return;
    }
    if popup.state.screen() == Some(&(Screen::Prompting { unanswered: None })) {
        leave(popup, HiddenBy::User, effects);
        let failure = Failure::at(Stage::Authorization, Reason::UserDenied);
        let tells_user = tells_user(&popup.settings);
        reject(popup, &failure, untimed(popup), tells_user, effects);
        closed(popup, Some(Reason::UserDenied), effects);
        popup.drop_held_notice();
    } else {
        close_by_user(popup, HiddenBy::User, effects);
    }
}

/// The user closes the popup and says nothing by it. What WeChat asks, or the server is asked, is answered first.
pub fn dismiss(popup: &mut Popup, effects: &mut Effects) {
    if popup.state.is_shown() && popup.state.exchange().is_none() && popup.state.sheet().is_none() {
        close_by_user(popup, HiddenBy::User, effects);
    }
}

fn close_by_user(popup: &mut Popup, by: HiddenBy, effects: &mut Effects) {
    closed(popup, Some(Reason::UserCancelled), effects);
    leave(popup, by, effects);
}

impl Popup {
    /// Whether the popup offers another way to log in: never while WeChat or the server has just been asked, nor on a
    /// sheet that says that this is a preview, where nobody can log in; else as the page wants it, by default after a
    /// refusal, a failure or a long wait.
    pub(crate) fn offers_other_login(&self) -> bool {
        if self.settings.shows_guidance && self.is_preview() {
            return false;
        }
        let is_refused = self.refusals > 0;
        let is_tried = match &self.state {
            State::Idle { screen, .. } => match screen {
                Screen::Hidden(_) | Screen::Authorizing(_) => return false,
                Screen::Prompting { unanswered } => is_refused || unanswered.is_some(),
                Screen::Rejected { .. } | Screen::Failed { .. } | Screen::QuotaExhausted => true,
            },
            State::Verifying(exchange) if self.state.is_shown() && exchange.is_long() => true,
            State::Verifying(_) | State::Verified => return false,
        };
        match self.settings.other_login {
            OtherLoginOffer::Never => false,
            OtherLoginOffer::AfterRefusal => is_tried,
            OtherLoginOffer::Always => true,
        }
    }
}

pub fn log_in_otherwise(popup: &mut Popup, effects: &mut Effects) {
    if popup.offers_other_login() {
        let reason = popup.state.screen().and_then(Screen::failure);
        close_by_user(popup, HiddenBy::OtherLogin, effects);
        trigger(popup, ComponentEvent::OtherLogin { reason, refusals: popup.refusals }, effects);
    }
}
