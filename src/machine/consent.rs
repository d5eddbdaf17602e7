//! What the user has to agree to before WeChat is asked, and what a tap means until then.

use crate::event::{PrivacyWindow, RequestId};
use crate::machine::{Effects, Popup};
use crate::state::State;

/// What the user has agreed to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Consent {
    /// Whether the agreement's box is ticked.
    pub agreed: bool,
    /// Whether WeChat's privacy agreement is accepted, as far as the popup asks.
    pub privacy: Privacy,
}

/// Whether WeChat's privacy agreement is accepted, as far as the popup asks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Privacy {
    /// Nothing to do for the popup.
    #[default]
    Settled,
    /// WeChat has been asked.
    Checking(RequestId),
    /// The user has to accept it by the popup's button.
    Needed,
}

/// What a tap on the allow button does. The button looks like it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TapMeaning {
    /// Nothing.
    Nothing,
    /// WeChat asks the user for the number. Costs money where the user agrees.
    AskWeChat,
    /// WeChat notes that the user accepts the privacy agreement.
    AcceptPrivacy,
    /// The code that is kept is sent again.
    SendAgain,
    /// The user is told to tick the box first.
    AgreementNeeded,
}

impl Popup {
    /// What a tap on the allow button does now.
    pub fn tap_meaning(&self) -> TapMeaning {
        match self.state {
            State::Hidden
            | State::Authorizing { .. }
            | State::Verifying { .. }
            | State::Verified
            | State::OutOfQuota => TapMeaning::Nothing,
            State::Failed { .. } if self.can_send_again() => TapMeaning::SendAgain,
            State::Prompting { .. } | State::Rejected { .. } | State::Failed { .. } => {
                if self.settings.require_agreement && !self.consent.agreed {
                    TapMeaning::AgreementNeeded
                } else if self.settings.privacy == PrivacyWindow::Popup && self.consent.privacy == Privacy::Needed {
                    TapMeaning::AcceptPrivacy
                } else {
                    TapMeaning::AskWeChat
                }
            }
        }
    }
}

pub fn check_privacy(popup: &mut Popup, effects: &mut Effects) {
    if popup.settings.privacy == PrivacyWindow::Popup {
        let request = popup.next_request();
        popup.consent.privacy = Privacy::Checking(request);
        effects.push(crate::effect::Effect::CheckPrivacy { request });
    }
}

pub fn privacy_checked(popup: &mut Popup, answered: RequestId, needed: bool) {
    if popup.consent.privacy == Privacy::Checking(answered) {
        popup.consent.privacy = if needed { Privacy::Needed } else { Privacy::Settled };
    }
}

pub fn privacy_agreed(popup: &mut Popup) {
    popup.consent.privacy = Privacy::Settled;
    popup.privacy_refused_at = None;
}
