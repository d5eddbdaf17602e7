//! What can happen to the popup.

use crate::classify::{Outcome, Verification};
use crate::detail::whole_number;
use crate::notice::Locale;

/// Milliseconds, as `Date.now()` counts them. The user can set a phone's clock back.
pub type Millis = i64;

/// Names a request for as long as it is open. Ids rise and are never used again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RequestId(pub u32);

/// What the component's properties say, and what the client is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Settings {
    /// Which of WeChat's two components the page wants the button to be.
    pub mode: Mode,
    /// The language of the texts.
    pub locale: Locale,
    /// The cloud function by which the popup verifies; empty where the page verifies.
    pub cloud_function: String,
    /// Whether the user must tick a box before WeChat is asked.
    pub require_agreement: bool,
    /// Who asks the user to accept the privacy agreement.
    pub privacy: PrivacyWindow,
    /// The version of the base library, such as `3.2.3`; empty where it is not known.
    pub base_library: String,
}

impl Settings {
    /// Who exchanges the code for the number.
    pub fn verifier(&self) -> Verifier {
        Verifier::of(&self.cloud_function)
    }

    /// Which of WeChat's two components the button is: the quick one where the client lacks the other.
    /// Judged by version, because `wx.canIUse` gives contradictory answers about it.
    pub fn mode_here(&self) -> Mode {
        if is_older(&self.base_library, REALTIME_SINCE) { Mode::Quick } else { self.mode }
    }

    /// Which button there was, for a page that wants the realtime one: not every client has it.
    pub fn told(&self, mode: Mode) -> Option<Mode> {
        if self.mode == Mode::Realtime { Some(mode) } else { None }
    }
}

/// The first base library with `open-type="getRealtimePhoneNumber"`.
const REALTIME_SINCE: [i32; 3] = [2, 24, 4];

/// Nothing is known of what is not a version.
fn is_older(version: &str, than: [i32; 3]) -> bool {
    let mut parts = version.as_bytes().split(|byte| *byte == b'.').map(whole_number);
    for wanted in than {
        match parts.next().flatten() {
            Some(part) if part == wanted => {}
            Some(part) => return part < wanted,
            None => return false,
        }
    }
    false
}

/// Which of WeChat's two phone number components the button is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Mode {
    /// `getPhoneNumber`: the number once verified, ¥0.03.
    #[default]
    Quick,
    /// `getRealtimePhoneNumber`: verified by SMS now, ¥0.04; base library ≥ 2.24.4.
    Realtime,
}

impl Mode {
    /// The name used in JavaScript.
    pub const fn name(self) -> &'static str {
        match self {
            Mode::Quick => "quick",
            Mode::Realtime => "realtime",
        }
    }
}

/// Who asks the user to accept the privacy agreement, where that is still to do; base library ≥ 2.32.3.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum PrivacyWindow {
    /// WeChat, in a window of its own.
    #[default]
    WeChat,
    /// The popup, by a button that tells WeChat.
    Popup,
}

/// Who exchanges the code for the number, and tells the user how it went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verifier {
    /// The page, which is handed the code.
    Page,
    /// The popup, through a cloud function.
    Popup,
}

impl Verifier {
    /// Who verifies where this is the name of the cloud function.
    pub const fn of(cloud_function: &str) -> Verifier {
        if cloud_function.is_empty() { Verifier::Page } else { Verifier::Popup }
    }
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
    /// The button for another way to log in was tapped.
    LogInOtherwise,
    /// The box of the agreement was ticked, or cleared.
    Agree {
        /// Whether it is ticked now.
        agreed: bool,
    },
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
    /// WeChat said whether the user still has to accept the privacy agreement.
    PrivacyChecked {
        /// The request that is answered.
        request: RequestId,
        /// Whether it is still to be accepted.
        needed: bool,
    },
    /// The user accepted the privacy agreement by the popup's own button.
    PrivacyAgreed,
    /// The user has logged out: what waits for a show is nobody's any more.
    Forget,
    /// The page is seen again, after another page or another app.
    PageShown,
    /// Another page or another app covers the page.
    PageHidden,
    /// Another component took the popup over.
    Attached,
    /// The component left its page; nobody hears or sees the popup now.
    Detached,
}
