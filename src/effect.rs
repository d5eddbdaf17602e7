//! What the popup asks for. Data only: the glue performs it.

use crate::classify::Success;
use crate::event::{CallId, DeadlineId, Exchanger, Mode, QuestionId};
use crate::notice::UserNotice;
use crate::reason::Reason;
use crate::time::Millis;

/// What the popup asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Tell the page, by `triggerEvent`.
    Trigger(ComponentEvent),
    /// Have the code exchanged and answer with [`crate::event::Event::Answered`].
    Verify {
        /// What the answer has to carry.
        call: CallId,
        /// What exchanges it.
        exchanger: Exchanger,
        /// What to exchange.
        code: String,
        /// The button that gave it.
        mode: Mode,
    },
    /// After `delay` milliseconds, answer with [`crate::event::Event::DeadlinePassed`].
    /// Replaces a deadline that runs.
    StartDeadline {
        /// What the answer has to carry.
        deadline: DeadlineId,
        /// How long until then.
        delay: Millis,
    },
    /// The running deadline is not needed any more.
    StopDeadline,
    /// Ask WeChat whether the user still has to accept the privacy agreement, and answer with
    /// [`crate::event::Event::PrivacyChecked`].
    CheckPrivacy {
        /// What the answer has to carry.
        question: QuestionId,
    },
    /// Tell the user.
    Notify(UserNotice),
    /// Tell the operator's statistics.
    Report(Report),
    /// Tell the developer, in a development build.
    Explain {
        /// What failed.
        reason: Reason,
        /// What was said where the reason is not known, without what belongs to the user.
        raw: String,
    },
    /// Do not let go of this popup: it holds a code or a number for the component that comes next.
    Keep,
}

/// An event of the component.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ComponentEvent {
    /// `phoneNumberGet`: the code for the page to exchange.
    Get {
        /// Works once, for five minutes from the tap.
        code: String,
        /// Which button gave it, where the page wants the realtime one: not every client has it.
        mode: Option<Mode>,
    },
    /// `phoneNumberReject`: no code or no number.
    Reject {
        /// Why.
        reason: Reason,
        /// The platform's number for it.
        errno: Option<i32>,
        /// How often the user has refused so far, where this is a refusal.
        refusals: Option<u32>,
    },
    /// `phoneNumberQuotaExceeded`.
    QuotaExhausted,
    /// `login`: an exchange by the popup succeeded.
    Login {
        /// The call whose reply is the event's `data`.
        call: CallId,
        /// What the popup understood of that.
        success: Success,
        /// Which button gave the code, where the page wants the realtime one.
        mode: Option<Mode>,
    },
    /// `phoneNumberVerified`: the reply held the number.
    Verified {
        /// The number in full.
        phone_number: String,
        /// Such as `86`; empty where the server did not say.
        country_code: String,
        /// The number as it may be shown.
        masked_number: String,
        /// Which button gave it, where the page wants the realtime one.
        mode: Option<Mode>,
    },
    /// `other-login`: the user wants to log in another way.
    OtherLogin {
        /// Why this way did not work, where it was tried.
        reason: Option<Reason>,
        /// How often the user has refused so far.
        refusals: u32,
    },
    /// `close`: the popup leaves the screen, and the page did not ask it to.
    Close {
        /// Why, where the user left without a number.
        reason: Option<Reason>,
    },
    /// `phoneNumberStateChange`.
    StateChange {
        /// The name of the state.
        state: &'static str,
    },
}

impl ComponentEvent {
    /// The name under which a page binds it.
    pub const fn name(&self) -> &'static str {
        match self {
            ComponentEvent::Get { .. } => "phoneNumberGet",
            ComponentEvent::Reject { .. } => "phoneNumberReject",
            ComponentEvent::QuotaExhausted => "phoneNumberQuotaExceeded",
            ComponentEvent::Login { .. } => "login",
            ComponentEvent::Verified { .. } => "phoneNumberVerified",
            ComponentEvent::OtherLogin { .. } => "other-login",
            ComponentEvent::Close { .. } => "close",
            ComponentEvent::StateChange { .. } => "phoneNumberStateChange",
        }
    }
}

/// What `wx.reportEvent` is told of an outcome; neither number nor code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Why no number came, with the `errno` of the platform or the `errCode` of the server.
    pub failure: Option<(Reason, Option<i32>)>,
    /// Which button was shown.
    pub mode: Mode,
    /// How long WeChat asked the user, where that is known.
    pub authorization: Option<Millis>,
    /// How long the exchange took, where there was one.
    pub verification: Option<Millis>,
}

impl Report {
    /// The name of the statistic.
    pub const fn name(&self) -> &'static str {
        if self.failure.is_some() { "phone_number_error" } else { "phone_number_success" }
    }
}
