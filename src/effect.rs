//! What the popup asks for. Data only: the glue performs it.

use crate::classify::PhoneNumber;
use crate::event::RequestId;
use crate::notice::Notice;
use crate::reason::Reason;

/// What the popup asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Tell the page, by `triggerEvent`.
    Trigger(ComponentEvent),
    /// Call the cloud function and answer with [`crate::event::Event::Verified`].
    Verify {
        /// What the answer has to carry.
        request: RequestId,
        /// The function's name.
        cloud_function: String,
        /// What to exchange.
        code: String,
    },
    /// After `delay` milliseconds, answer with [`crate::event::Event::DeadlinePassed`].
    /// Replaces a deadline that runs.
    StartDeadline {
        /// What the answer has to carry.
        request: RequestId,
        /// Milliseconds.
        delay: u32,
    },
    /// The running deadline is not needed any more.
    StopDeadline,
    /// Tell the user.
    Notify(Notice<'static>),
    /// Tell the operator's statistics.
    Report(Report),
}

/// An event of the component.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ComponentEvent {
    /// `phoneNumberGet`: the code for the page to exchange.
    Get {
        /// Works once, for five minutes from the tap.
        code: String,
    },
    /// `phoneNumberReject`: no code or no number.
    Reject {
        /// Why.
        reason: Reason,
        /// The platform's number for it.
        errno: Option<i32>,
    },
    /// `phoneNumberQuotaExceeded`.
    QuotaExceeded,
    /// `phoneNumberVerified`.
    Verified {
        /// The number in full.
        number: PhoneNumber,
        /// The number as it may be shown.
        masked: String,
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
            ComponentEvent::QuotaExceeded => "phoneNumberQuotaExceeded",
            ComponentEvent::Verified { .. } => "phoneNumberVerified",
            ComponentEvent::StateChange { .. } => "phoneNumberStateChange",
        }
    }
}

/// What `wx.reportEvent` is told; neither number nor code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Report {
    /// `phone_number_success`.
    Success,
    /// `phone_number_error`.
    Error {
        /// Why.
        reason: Reason,
        /// The `errno` of the platform or the `errCode` of the server.
        errno: Option<i32>,
    },
}

impl Report {
    /// The name of the statistic.
    pub const fn name(&self) -> &'static str {
        match self {
            Report::Success => "phone_number_success",
            Report::Error { .. } => "phone_number_error",
        }
    }
}
