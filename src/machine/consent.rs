//! What the user has to agree to before WeChat is asked, and what a tap means until then.

use crate::effect::Effect;
use crate::event::{PrivacyWindow, QuestionId};
use crate::machine::presence::has_number_waiting;
use crate::machine::publish::notify;
use crate::machine::{Effects, Popup};
use crate::notice::Topic;
use crate::state::Screen;
use crate::time::{Instant, Millis};

/// How long WeChat asks nothing and says nothing after the user has refused the privacy agreement.
const PRIVACY_PAUSE: Millis = Millis::of_seconds(10);

/// What the user has agreed to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(test, derive(serde::Serialize))]
pub struct Consent {
    /// Whether the agreement's box is ticked.
    pub agreed: bool,
    /// Whether the user is asked to agree.
    is_asked_for: bool,
    privacy: Privacy,
    privacy_refused_at: Option<Instant>,
}

/// Whether WeChat's privacy agreement is accepted, as far as the popup asks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(test, derive(serde::Serialize))]
enum Privacy {
    /// Nothing to do for the popup.
    #[default]
    Settled,
    /// WeChat has been asked.
    Checking(QuestionId),
    /// The user has to accept it by the popup's button.
    Needed,
}

impl Consent {
    /// The user has to accept the privacy agreement by the popup's button.
    pub fn need_privacy(&mut self) {
        self.privacy = Privacy::Needed;
    }

    /// The user has refused the privacy agreement.
    pub fn refuse_privacy(&mut self, now: Instant) {
        self.need_privacy();
        self.privacy_refused_at = Some(now);
    }

    /// The user is not asked to agree any more.
    pub fn stop_asking(&mut self) {
        self.is_asked_for = false;
    }

    /// Whole seconds, begun ones included, for which WeChat asks nothing yet.
    pub fn privacy_pause_left(&self, now: Instant) -> u32 {
        self.privacy_refused_at.map_or(0, |refused_at| (PRIVACY_PAUSE - (now - refused_at)).seconds_begun())
    }

    /// Whether WeChat asks nothing, because the user refused the privacy agreement shortly before.
    pub fn is_in_privacy_pause(&self, now: Instant) -> bool {
        self.privacy_refused_at.is_some_and(|refused_at| now - refused_at < PRIVACY_PAUSE)
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
impl Consent {
    /// The question that WeChat has not answered.
    pub fn open_question(&self) -> Option<QuestionId> {
        match self.privacy {
            Privacy::Checking(question) => Some(question),
            Privacy::Settled | Privacy::Needed => None,
        }
    }
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
    /// The code that gave no number is sent again.
    SendAgain,
    /// The user is told to tick the box first.
    AgreementNeeded,
    /// The user is asked to agree.
    OpenConsent,
    /// The user agrees, and WeChat asks for the number.
    AgreeAndAsk,
    /// Nothing yet: WeChat would not ask.
    Wait,
    /// What a call has brought is handed to the page.
    TakeNumber,
}

impl Popup {
    /// What a tap on the allow button does now.
    pub(crate) fn tap_meaning(&self) -> TapMeaning {
        match self.state.screen() {
            Some(Screen::Hidden(_) | Screen::Authorizing(_) | Screen::QuotaExhausted) | None => TapMeaning::Nothing,
            Some(Screen::Prompting { .. } | Screen::Rejected { .. } | Screen::Failed { .. })
                if has_number_waiting(self) =>
            {
                TapMeaning::TakeNumber
            }
            Some(Screen::Failed { .. }) if self.can_send_again() => TapMeaning::SendAgain,
            Some(Screen::Rejected { pause: Some(_), .. }) => TapMeaning::Wait,
            Some(Screen::Prompting { .. } | Screen::Rejected { .. } | Screen::Failed { .. }) => self.asking(),
        }
    }

    fn asking(&self) -> TapMeaning {
        let needs_agreement = self.settings.require_agreement && !self.consent.agreed;
        let needs_privacy = self.settings.privacy == PrivacyWindow::Popup && self.consent.privacy == Privacy::Needed;
        if needs_privacy && (self.settings.shows_guidance || !needs_agreement) {
            TapMeaning::AcceptPrivacy
        } else if !needs_agreement {
            TapMeaning::AskWeChat
        } else if !self.settings.shows_guidance {
            TapMeaning::AgreementNeeded
        } else if self.consent.is_asked_for {
            TapMeaning::AgreeAndAsk
        } else {
            TapMeaning::OpenConsent
        }
    }
}

/// The user has tapped the name of an agreement.
pub fn agreement_not_opened(popup: &mut Popup, effects: &mut Effects) {
    if popup.state.is_shown() {
        notify(popup, Topic::AgreementNotOpened, effects);
    }
}

pub fn check_privacy(popup: &mut Popup, effects: &mut Effects) {
    if popup.settings.privacy == PrivacyWindow::Popup {
        let question = popup.ids.question();
        popup.consent.privacy = Privacy::Checking(question);
        effects.push(Effect::CheckPrivacy { question });
    }
}

pub fn privacy_checked(popup: &mut Popup, answered: QuestionId, needed: bool) {
    if popup.consent.privacy == Privacy::Checking(answered) {
        popup.consent.privacy = if needed { Privacy::Needed } else { Privacy::Settled };
    }
}

/// Where the popup asks for consent, its button stands below everything that there is to agree to.
pub fn privacy_agreed(popup: &mut Popup) {
    let is_consent = popup.settings.shows_guidance && popup.settings.require_agreement;
    popup.consent.agreed |= is_consent && popup.tap_meaning() == TapMeaning::AcceptPrivacy;
    popup.consent.privacy = Privacy::Settled;
    popup.consent.privacy_refused_at = None;
}

/// Asks the user to agree.
pub fn ask_for_consent(popup: &mut Popup) {
    popup.consent.is_asked_for = true;
}

/// The user has agreed by the button below the agreements.
pub fn consent(popup: &mut Popup) {
    popup.consent.is_asked_for = false;
    popup.consent.agreed = true;
}
