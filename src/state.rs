//! What the popup is.

use crate::event::{Millis, Mode, RequestId, Verifier};
use crate::reason::Reason;

/// How long a code works, in milliseconds from the tap that asked for it.
pub const CODE_LIFE: Millis = 5 * 60_000;

/// What the popup is, with the data that only this state has.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// Not on the screen.
    Hidden,
    /// Asking the user.
    Prompting {
        /// When the user tapped, where WeChat has not answered and the popup does not wait any more.
        unanswered: Option<Millis>,
    },
    /// WeChat is asking the user.
    Authorizing {
        /// The question to the user.
        request: RequestId,
        /// When the user tapped.
        tapped_at: Millis,
        /// Whether WeChat keeps silent, because the user refused the privacy agreement shortly before.
        in_privacy_pause: bool,
    },
    /// The code is being exchanged for the number.
    Verifying(Box<Exchange>),
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

/// The exchange of a code for the number.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Exchange {
    /// The call that is open, or the last one.
    pub request: RequestId,
    /// What is exchanged.
    pub code: Code,
    /// The cloud function that exchanges it; empty where the page does.
    pub cloud_function: String,
    /// Who waits for the result.
    pub audience: Audience,
    /// How often the code was sent since the user last asked for it.
    pub attempt: u8,
    /// What it waits for.
    pub phase: Phase,
    /// Codes that were paid for meanwhile: sent where this one gives no number, and needed no more where it does.
    pub reserve: Vec<Code>,
}

/// Who waits for the result of an exchange, which goes on without anybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Audience {
    /// The user, who sees the popup, and the page.
    User,
    /// The page, which has hidden the popup.
    Page,
    /// Nobody: the user left. The result waits for the next show.
    Nobody,
}

impl Exchange {
    /// Who exchanges the code.
    pub fn verifier(&self) -> Verifier {
        Verifier::of(&self.cloud_function)
    }
}

/// A code that the user gave and the mini-program pays for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Code {
    /// What the server exchanges.
    pub text: String,
    /// When the user tapped the button, by the popup's own time, where the tap was seen.
    pub tapped_at: Option<Millis>,
    /// When it came.
    pub came_at: Millis,
    /// The button that gave it.
    pub mode: Mode,
    /// The calls that sent it and got no answer yet. A number that any of them brings is its number.
    pub open_calls: Vec<RequestId>,
    /// Whether a call may have used it without bringing its number.
    pub doubtful: bool,
}

impl Code {
    /// The time that decides how long it works. When it came after its tap is for the statistics only.
    pub(crate) fn each_time(&mut self, change: &mut impl FnMut(&mut Millis)) {
        match &mut self.tapped_at {
            Some(tapped_at) => {
                change(tapped_at);
                self.came_at = *tapped_at;
            }
            None => change(&mut self.came_at),
        }
    }

    /// How long it still works, in milliseconds; nothing where it does not.
    pub fn life_left(&self, now: Millis) -> Option<Millis> {
        let age = now - self.tapped_at.unwrap_or(self.came_at);
        Some(CODE_LIFE - age).filter(|left| *left > 0)
    }

    /// How long WeChat asked the user, in milliseconds, where that is known.
    pub fn authorization(&self) -> Option<Millis> {
        Some(self.came_at - self.tapped_at?)
    }
}

/// What an exchange waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Phase {
    /// An answer.
    Calling,
    /// The time to send the code again.
    Pausing {
        /// Why it was not exchanged yet.
        reason: Reason,
        /// Whole seconds until then.
        seconds: i64,
        /// When it is then, by the clock.
        until: Millis,
    },
    /// The number of an earlier call: WeChat says that the code was used, and that call got no answer.
    AwaitingEarlierCall {
        /// What WeChat says of the code.
        reason: Reason,
    },
}

impl State {
    /// The name used in JavaScript.
    pub const fn name(&self) -> &'static str {
        match self {
            State::Hidden => "hidden",
            State::Prompting { .. } => "prompting",
            State::Authorizing { .. } => "authorizing",
            State::Verifying(_) => "verifying",
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
            State::Verifying(exchange) => matches!(exchange.audience, Audience::User),
            State::Prompting { .. }
            | State::Authorizing { .. }
            | State::Rejected { .. }
            | State::Failed { .. }
            | State::OutOfQuota => true,
        }
    }

    /// The request that is open in this state.
    pub const fn open_request(&self) -> Option<RequestId> {
        match self {
            State::Authorizing { request, .. } => Some(*request),
            State::Verifying(exchange) => Some(exchange.request),
            State::Hidden
            | State::Prompting { .. }
            | State::Verified
            | State::Rejected { .. }
            | State::Failed { .. }
            | State::OutOfQuota => None,
        }
    }
}
