//! What can happen to the popup.

use crate::classify::{Outcome, Verification};
use crate::notice::Locale;

/// Names a request for as long as it is open. Ids rise and are never used again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct RequestId(pub u32);

/// What the component's properties say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Which of WeChat's two components the button is.
    pub mode: Mode,
    /// The language of the texts.
    pub locale: Locale,
    /// The cloud function by which the popup verifies; empty where the page verifies.
    pub cloud_function: String,
}

impl Settings {
    /// Who exchanges the code for the number.
    pub fn verifier(&self) -> Verifier {
        if self.cloud_function.is_empty() { Verifier::Page } else { Verifier::Popup }
    }
}

/// Which of WeChat's two phone number components the button is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// `getPhoneNumber`: the number once verified, ¥0.03.
    #[default]
    Quick,
    /// `getRealtimePhoneNumber`: verified by SMS now, ¥0.04; base library ≥ 2.24.4.
    Realtime,
}

/// Who exchanges the code for the number, and tells the user how it went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verifier {
    /// The page, which is handed the code.
    Page,
    /// The popup, through a cloud function.
    Popup,
}

/// What can happen: intents are verbs, outcomes past tense.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The component's properties have these values now.
    Configure(Settings),
    /// The page wants the popup on the screen.
    Show,
    /// The page wants it off the screen.
    Hide,
    /// The allow button was tapped.
    Tap,
    /// The reject button was tapped.
    Decline,
    /// The native button gave its result.
    Authorized(Outcome),
    /// The cloud function answered the popup's own request.
    Verified {
        /// The request that is answered.
        request: RequestId,
        /// The answer.
        verification: Verification,
    },
    /// The page ended the verification of a code it was handed.
    PageVerified {
        /// The code that was exchanged.
        code: String,
        /// The answer.
        verification: Verification,
    },
    /// The time of a request is over.
    DeadlinePassed {
        /// The request.
        request: RequestId,
    },
}
