//! What can happen to the popup.

use crate::classify::{Outcome, Verification};
use crate::detail::whole_number;
use crate::notice::Locale;

/// Names a call of the cloud function. Ids of every kind rise together, and none is used again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CallId(pub u32);

/// Names a deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct DeadlineId(pub u32);

/// Names the question whether the user still has to accept the privacy agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct QuestionId(pub u32);

/// What the component's properties say, and what the client is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(test, derive(serde::Serialize))]
pub struct Settings {
    /// Which of WeChat's two components the page wants the button to be.
    pub mode: Mode,
    /// The language of the texts.
    pub locale: Locale,
    /// Who exchanges the code for the number.
    pub verifier: Verifier,
    /// Whether it does no harm to send a code a second time: who exchanges it gives the first result again.
    pub idempotent: bool,
    /// Whether the user must tick a box before WeChat is asked.
    pub require_agreement: bool,
    /// Who asks the user to accept the privacy agreement.
    pub privacy: PrivacyWindow,
    /// Whether the user is shown the server's own sentence where it refuses.
    pub show_server_message: bool,
    /// Where the page is.
    pub place: Place,
    /// The version of the base library, such as `3.2.3`; empty where it is not known.
    pub base_library: String,
}

impl Settings {
    /// Which of WeChat's two components the button is: the quick one where the client lacks the other.
    /// Judged by version, because `wx.canIUse` gives contradictory answers about it.
    pub fn mode_here(&self) -> Mode {
        if is_older(&self.base_library, REALTIME_SINCE) { Mode::Quick } else { self.mode }
    }

    /// Which button there was, for a page that wants the realtime one: not every client has it.
    pub fn mode_for_page(&self, mode: Mode) -> Option<Mode> {
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
#[cfg_attr(test, derive(serde::Serialize))]
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

/// Where a page is, as far as the button depends on it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(test, derive(serde::Serialize))]
pub enum Place {
    /// Where the button works.
    #[default]
    Anywhere,
    /// On a page that Skyline renders, whose button can be unsupported on a client that supports it elsewhere.
    Skyline,
    /// In single-page mode, scene 1154, in which WeChat answers no tap.
    SinglePage,
}

/// Who asks the user to accept the privacy agreement, where that is still to do; base library ≥ 2.32.3.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(test, derive(serde::Serialize))]
pub enum PrivacyWindow {
    /// WeChat, in a window of its own.
    #[default]
    WeChat,
    /// The popup, by a button that tells WeChat.
    Popup,
}

/// Who exchanges the code for the number, and tells the user how it went.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(test, derive(serde::Serialize))]
pub enum Verifier {
    /// The page, which is handed the code.
    #[default]
    Page,
    /// The popup.
    Popup(Exchanger),
}

impl Verifier {
    /// The popup verifies where it is given the name of an exchange, or of a cloud function; the exchange wins.
    pub fn of(exchange: String, cloud_function: String) -> Verifier {
        if !exchange.is_empty() {
            Verifier::Popup(Exchanger::Registered(exchange))
        } else if cloud_function.is_empty() {
            Verifier::Page
        } else {
            Verifier::Popup(Exchanger::CloudFunction(cloud_function))
        }
    }

    /// What exchanges the code for the popup; nothing where the page verifies.
    pub fn exchanger(&self) -> Option<&Exchanger> {
        match self {
            Verifier::Page => None,
            Verifier::Popup(exchanger) => Some(exchanger),
        }
    }
}

/// What exchanges a code for the popup. The two kinds share no names.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(test, derive(serde::Serialize))]
pub enum Exchanger {
    /// The cloud function of this name.
    CloudFunction(String),
    /// What the mini-program has registered under this name.
    Registered(String),
}

/// How the page gives the property `showPhonePopup` the value true.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShowPhonePopup {
    /// For the first time, or after it was false: the page wants the popup on the screen.
    Set,
    /// It was true before the popup closed itself, and the page has not set it to false since. A framework does that
    /// when it renders again.
    Repeated {
        /// Whether the page set other properties together with this one.
        batched: bool,
    },
}

/// What can happen: intents are verbs, outcomes past tense.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The component's properties have these values now.
    Configure(Settings),
    /// The page gives the property `showPhonePopup` the value true.
    Show(ShowPhonePopup),
    /// The page wants it off the screen.
    Hide,
    /// The allow button was tapped.
    Tap,
    /// The reject button was tapped.
    Decline,
    /// The user dismisses the popup, without saying no: by its × or by its mask.
    Dismiss,
    /// The button for another way to log in was tapped.
    LogInOtherwise,
    /// The box of the agreement was ticked, or cleared.
    Agree {
        /// Whether it is ticked now; the opposite of before where that is not said.
        agreed: Option<bool>,
    },
    /// The text of an agreement did not open.
    AgreementNotOpened,
    /// The native button gave its result.
    Authorized(Outcome),
    /// The cloud function answered the popup's own call.
    Answered {
        /// The call that is answered.
        call: CallId,
        /// The answer.
        verification: Verification,
    },
    /// The page ended the verification of a code it was handed.
    PageAnswered {
        /// The code that was exchanged.
        code: String,
        /// The answer.
        verification: Verification,
    },
    /// A deadline has passed.
    DeadlinePassed(DeadlineId),
    /// WeChat said whether the user still has to accept the privacy agreement.
    PrivacyChecked {
        /// The question that is answered.
        question: QuestionId,
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
    /// The popup before this one is lost: its module failed.
    Recovered {
        /// What the lost popup showed, where that is known.
        state: Option<LostState>,
        /// What it was told when it failed; nothing where that makes the module fail again.
        event: Option<Box<Event>>,
    },
}

/// What a popup showed whose module failed, as far as it matters to the next one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LostState {
    /// Nothing, or the question to the user: all that there was to know.
    Asking,
    /// That WeChat asks the user.
    Authorizing,
    /// A code was exchanged.
    Verifying,
    /// How it ended.
    Ended,
}

impl Event {
    /// The call that succeeded, where this is what happened.
    pub fn succeeded_call(&self) -> Option<CallId> {
        match self {
            Event::Answered { call, verification: Verification::Ok(_) } => Some(*call),
            Event::Recovered { event: Some(event), .. } => event.succeeded_call(),
            Event::Answered { .. }
            | Event::Recovered { event: None, .. }
            | Event::Show(_)
            | Event::Hide
            | Event::Configure(_)
            | Event::Tap
            | Event::Decline
            | Event::Dismiss
            | Event::LogInOtherwise
            | Event::Agree { .. }
            | Event::AgreementNotOpened
            | Event::Authorized(_)
            | Event::PageAnswered { .. }
            | Event::DeadlinePassed(_)
            | Event::PrivacyChecked { .. }
            | Event::PrivacyAgreed
            | Event::Forget
            | Event::PageShown
            | Event::PageHidden
            | Event::Attached
            | Event::Detached => None,
        }
    }

    /// What the page has made of the property `showPhonePopup`, where this is what happened.
    pub fn property_shown(&self) -> Option<bool> {
        match self {
            Event::Show(_) => Some(true),
            Event::Hide => Some(false),
            Event::Configure(_)
            | Event::Tap
            | Event::Decline
            | Event::Dismiss
            | Event::LogInOtherwise
            | Event::Agree { .. }
            | Event::AgreementNotOpened
            | Event::Authorized(_)
            | Event::Answered { .. }
            | Event::PageAnswered { .. }
            | Event::DeadlinePassed(_)
            | Event::PrivacyChecked { .. }
            | Event::PrivacyAgreed
            | Event::Forget
            | Event::PageShown
            | Event::PageHidden
            | Event::Attached
            | Event::Detached
            | Event::Recovered { .. } => None,
        }
    }
}
