//! What the popup is.

use crate::event::{RequestId, Verifier};
use crate::reason::Reason;

/// What the popup is, with the data that only this state has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// Not on the screen.
    Hidden,
    /// Asking the user.
    Prompting,
    /// WeChat is asking the user.
    Authorizing {
        /// The request to the user.
        request: RequestId,
    },
    /// The code is being exchanged for the number.
    Verifying {
        /// The request to the verifier.
        request: RequestId,
        /// What is exchanged.
        code: String,
        /// Who exchanges it.
        verifier: Verifier,
        /// Whether the popup is on the screen; a verification goes on without it.
        shown: bool,
    },
    /// The number came; not on the screen any more.
    Verified,
    /// The button gave no code.
    Rejected {
        /// Why.
        reason: Reason,
    },
    /// The verification gave no number.
    Failed {
        /// Why.
        reason: Reason,
    },
    /// The mini-program's quota is used up.
    OutOfQuota,
}

impl State {
    /// The name used in JavaScript.
    pub const fn name(&self) -> &'static str {
        match self {
            State::Hidden => "hidden",
            State::Prompting => "prompting",
            State::Authorizing { .. } => "authorizing",
            State::Verifying { .. } => "verifying",
            State::Verified => "verified",
            State::Rejected { .. } => "rejected",
            State::Failed { .. } => "failed",
            State::OutOfQuota => "out_of_quota",
        }
    }

    /// Whether the popup is on the screen.
    pub const fn shown(&self) -> bool {
        match self {
            State::Hidden | State::Verified => false,
            State::Verifying { shown, .. } => *shown,
            State::Prompting
            | State::Authorizing { .. }
            | State::Rejected { .. }
            | State::Failed { .. }
            | State::OutOfQuota => true,
        }
    }

    /// The request that is open in this state.
    pub const fn open_request(&self) -> Option<RequestId> {
        match self {
            State::Authorizing { request } | State::Verifying { request, .. } => Some(*request),
            State::Hidden
            | State::Prompting
            | State::Verified
            | State::Rejected { .. }
            | State::Failed { .. }
            | State::OutOfQuota => None,
        }
    }
}
