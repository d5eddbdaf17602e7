//! What the popup is. Each state holds the data that only it has.

use std::mem::replace;

use crate::event::{CallId, DeadlineId, Exchanger, Mode, QuestionId, Settings, Verifier};
use crate::reason::{Reason, SameCode};
use crate::state_name::StateName;
use crate::time::{Instant, Millis};

/// How long a code works, from the tap that asked for it.
pub const CODE_LIFE: Millis = Millis::of_seconds(5 * 60);

/// How long one call may take: well beyond the 3 s that a function has by default. A number that comes later still
/// counts.
pub const VERIFICATION_DEADLINE: Millis = Millis::of_seconds(20);

/// The same where another call gets the result of the first one.
pub const IDEMPOTENT_CALL_DEADLINE: Millis = Millis::of_seconds(6);

/// What the popup is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(test, derive(serde::Serialize))]
pub enum State {
    /// No code is exchanged.
    Idle {
        /// What the user sees.
        screen: Screen,
        /// A code that gave no number and may still give it.
        unredeemed: Option<UnredeemedCode>,
    },
    /// A code is exchanged for the number.
    Verifying(Box<Exchange>),
    /// The number came; the popup is not on the screen any more.
    Verified,
}

/// What the user sees while no code is exchanged.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(test, derive(serde::Serialize))]
pub enum Screen {
    /// Nothing.
    Hidden(HiddenBy),
    /// That the popup asks for the number.
    Prompting {
        /// When the user tapped, where WeChat has not answered and the popup does not wait any more.
        unanswered: Option<Instant>,
    },
    /// That WeChat asks.
    Authorizing(Sheet),
    /// That the button gave no code.
    Rejected {
        /// Why.
        reason: Reason,
        /// How long WeChat asks for nothing yet.
        pause: Option<PrivacyPause>,
    },
    /// That the verification gave no number.
    Failed {
        /// Why.
        reason: Reason,
        /// The server's own sentence, where the page wants that shown.
        message: Option<String>,
    },
    /// That the mini-program's quota is exhausted.
    QuotaExhausted,
}

/// How long WeChat asks for nothing yet, because the user has refused the privacy agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(test, derive(serde::Serialize))]
pub struct PrivacyPause {
    /// Whole seconds, as the user reads them.
    pub seconds: u32,
    /// When the next of them is over.
    pub deadline: DeadlineId,
}

/// Who took the popup off the screen, and so where a number goes that comes then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(test, derive(serde::Serialize))]
pub enum HiddenBy {
    /// The page, by its property. It gets the number.
    Page,
    /// The user. The number waits for the next show of any popup with the same exchange.
    User,
    /// The user, for another way to log in. The number waits for the next show of this popup.
    OtherLogin,
}

/// The sheet of WeChat's that asks the user, while the popup waits for its answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(test, derive(serde::Serialize))]
pub struct Sheet {
    /// When the user tapped.
    pub tapped_at: Instant,
    /// Until when the popup waits.
    pub deadline: DeadlineId,
    /// Whether WeChat shows no sheet, because the user refused the privacy agreement shortly before.
    pub in_privacy_pause: bool,
}

/// The exchange of a code for the number.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(test, derive(serde::Serialize))]
pub struct Exchange {
    /// What is exchanged.
    pub code: Code,
    /// Codes that were paid for meanwhile: sent where this one gives no number, and needed no more where it does.
    pub reserve: Vec<Code>,
    /// Who waits for the result. The exchange goes on without anybody.
    pub audience: Audience,
    /// When what is waited for is over.
    pub deadline: DeadlineId,
    /// Who exchanges it, and how far that is.
    pub progress: Progress,
    /// When it was last called, or the page was handed the code.
    pub called_at: Instant,
    /// Whether a call has taken long.
    pub is_slow: bool,
}

/// Who waits for the result of an exchange.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(test, derive(serde::Serialize))]
pub enum Audience {
    /// The user, who sees the popup.
    User,
    /// Whoever waits for a popup that is not on the screen.
    Hidden(HiddenBy),
}

/// Who exchanges a code, and how far that is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(test, derive(serde::Serialize))]
pub enum Progress {
    /// The page has it.
    ByPage,
    /// The popup has it exchanged.
    ByCalls(Calls),
}

/// Calls of what exchanges the code, one after the other.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(test, derive(serde::Serialize))]
pub struct Calls {
    /// What exchanges the code.
    pub exchanger: Exchanger,
    /// Whether it does no harm to send the code a second time.
    pub idempotent: bool,
    /// How many there were since the user last asked for it.
    pub count: u8,
    /// What is waited for.
    pub phase: Phase,
}

/// What is waited for between a code and its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(test, derive(serde::Serialize))]
pub enum Phase {
    /// The answer to this call.
    Calling(CallId),
    /// The time of the next call.
    Pausing {
        /// Why the call before it gave no number.
        reason: Reason,
        /// Whole seconds until then, as the user reads them.
        seconds: u32,
        /// When it is then.
        until: Instant,
    },
    /// The number of an earlier call: WeChat says that the code was used, and that call got no answer.
    AwaitingEarlierCall {
        /// What WeChat says of the code.
        reason: Reason,
    },
}

/// A code that the user gave and the mini-program pays for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(test, derive(serde::Serialize))]
pub struct Code {
    /// What the server exchanges.
    #[cfg_attr(test, serde(serialize_with = "crate::canonical::code"))]
    pub text: String,
    /// When the user tapped the button, where it is known which tap brought the code.
    pub tapped_at: Option<Instant>,
    /// When it came.
    pub came_at: Instant,
    /// The button that gave it.
    pub mode: Mode,
    /// Whether a call may have used it without bringing its number.
    pub is_doubtful: bool,
    /// The calls that sent it and got no answer yet. A number that any of them brings is its number.
    pub open_calls: Vec<CallId>,
    /// The same of the codes that it took the place of. Their number is the user's as well.
    pub former_calls: Vec<CallId>,
}

/// A code that gave no number and may still give it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(test, derive(serde::Serialize))]
pub struct UnredeemedCode {
    /// The code.
    pub code: Code,
    /// What may still bring its number.
    pub prospect: Prospect,
}

/// What may still bring the number of a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(test, derive(serde::Serialize))]
pub enum Prospect {
    /// It can be sent again, on a tap.
    Sendable {
        /// Why it gave no number.
        reason: Reason,
        /// When it stops working, which ends the offer while that is on the screen.
        expiry: DeadlineId,
    },
    /// It cannot be sent again. An earlier call may still be answered, or the page may still say how it went.
    Awaited,
}

impl State {
    /// What it is called.
    pub const fn name(&self) -> StateName {
        match self {
            State::Idle { screen, .. } => screen.state_name(),
            State::Verifying(_) => StateName::Verifying,
            State::Verified => StateName::Verified,
        }
    }

    /// Whether the popup is on the screen.
    pub fn is_shown(&self) -> bool {
        match self {
            State::Idle { screen, .. } => screen.hidden_by().is_none(),
            State::Verifying(exchange) => exchange.audience == Audience::User,
            State::Verified => false,
        }
    }

    /// The exchange that is under way.
    pub fn exchange(&self) -> Option<&Exchange> {
        match self {
            State::Verifying(exchange) => Some(exchange),
            State::Idle { .. } | State::Verified => None,
        }
    }

    /// The same, to change it.
    pub fn exchange_mut(&mut self) -> Option<&mut Exchange> {
        match self {
            State::Verifying(exchange) => Some(exchange),
            State::Idle { .. } | State::Verified => None,
        }
    }

    /// What the user sees, where no code is exchanged and none was.
    pub fn screen(&self) -> Option<&Screen> {
        match self {
            State::Idle { screen, .. } => Some(screen),
            State::Verifying(_) | State::Verified => None,
        }
    }

    /// The sheet whose answer is waited for.
    pub fn sheet(&self) -> Option<&Sheet> {
        match self.screen()? {
            Screen::Authorizing(sheet) => Some(sheet),
            Screen::Hidden(_)
            | Screen::Prompting { .. }
            | Screen::Rejected { .. }
            | Screen::Failed { .. }
            | Screen::QuotaExhausted => None,
        }
    }

    /// The code that gave no number and may still give it.
    pub fn unredeemed(&self) -> Option<&UnredeemedCode> {
        match self {
            State::Idle { unredeemed, .. } => unredeemed.as_ref(),
            State::Verifying(_) | State::Verified => None,
        }
    }

    /// The code that is exchanged, or unredeemed.
    pub fn code(&self) -> Option<&Code> {
        match self {
            State::Idle { unredeemed, .. } => unredeemed.as_ref().map(|unredeemed| &unredeemed.code),
            State::Verifying(exchange) => Some(&exchange.code),
            State::Verified => None,
        }
    }

    /// The same, to change it.
    pub fn code_mut(&mut self) -> Option<&mut Code> {
        match self {
            State::Idle { unredeemed, .. } => unredeemed.as_mut().map(|unredeemed| &mut unredeemed.code),
            State::Verifying(exchange) => Some(&mut exchange.code),
            State::Verified => None,
        }
    }

    /// Who waits for a number.
    pub fn audience(&self) -> Audience {
        match self {
            State::Idle { screen, .. } => screen.hidden_by().map_or(Audience::User, Audience::Hidden),
            State::Verifying(exchange) => exchange.audience,
            State::Verified => Audience::Hidden(HiddenBy::Page),
        }
    }
}

impl Audience {
    /// Who took the popup off the screen, where it is not on it.
    pub const fn hidden_by(self) -> Option<HiddenBy> {
        match self {
            Audience::User => None,
            Audience::Hidden(by) => Some(by),
        }
    }
}

impl Screen {
    const fn state_name(&self) -> StateName {
        match self {
            Screen::Hidden(_) => StateName::Hidden,
            Screen::Prompting { .. } => StateName::Prompting,
            Screen::Authorizing(_) => StateName::Authorizing,
            Screen::Rejected { .. } => StateName::Rejected,
            Screen::Failed { .. } => StateName::Failed,
            Screen::QuotaExhausted => StateName::OutOfQuota,
        }
    }

    /// Who took the popup off the screen, where it is not on it.
    pub const fn hidden_by(&self) -> Option<HiddenBy> {
        match self {
            Screen::Hidden(by) => Some(*by),
            Screen::Prompting { .. }
            | Screen::Authorizing(_)
            | Screen::Rejected { .. }
            | Screen::Failed { .. }
            | Screen::QuotaExhausted => None,
        }
    }

    /// When the user tapped, where WeChat has not answered yet, whether the popup waits for it or not.
    pub const fn unanswered_tap(&self) -> Option<Instant> {
        match self {
            Screen::Authorizing(sheet) => Some(sheet.tapped_at),
            Screen::Prompting { unanswered } => *unanswered,
            Screen::Hidden(_) | Screen::Rejected { .. } | Screen::Failed { .. } | Screen::QuotaExhausted => None,
        }
    }

    /// Why it went wrong, where the screen says so.
    pub const fn failure(&self) -> Option<Reason> {
        match self {
            Screen::Rejected { reason, .. } | Screen::Failed { reason, .. } => Some(*reason),
            Screen::QuotaExhausted => Some(Reason::QuotaExhausted),
            Screen::Hidden(_) | Screen::Prompting { .. } | Screen::Authorizing(_) => None,
        }
    }
}

impl Code {
    /// How long it still works; nothing where it does not.
    pub fn life_left(&self, now: Instant) -> Option<Millis> {
        let age = now - self.tapped_at.unwrap_or(self.came_at);
        Some(CODE_LIFE - age).filter(|left| *left > Millis(0))
    }

    /// How long WeChat asked the user, where that is known.
    pub fn authorization(&self) -> Option<Millis> {
        Some(self.came_at - self.tapped_at?)
    }

    /// Whether a call was still open whose number would be this code's, or as good: it is answered now.
    pub fn close_call(&mut self, answered: CallId) -> bool {
        let count = self.open_calls.len() + self.former_calls.len();
        self.open_calls.retain(|open| *open != answered);
        self.former_calls.retain(|open| *open != answered);
        self.open_calls.len() + self.former_calls.len() < count
    }

    /// Whether a number may still come without another call.
    pub fn has_open_call(&self) -> bool {
        !self.open_calls.is_empty() || !self.former_calls.is_empty()
    }

    /// Takes the place of another code, whose calls may still bring the number.
    pub fn succeed(&mut self, former: Code) {
        self.former_calls.extend(former.open_calls);
        self.former_calls.extend(former.former_calls);
    }
}

impl Exchange {
    /// What exchanges the code for the popup; nothing where the page does.
    pub fn exchanger(&self) -> Option<&Exchanger> {
        match &self.progress {
            Progress::ByPage => None,
            Progress::ByCalls(calls) => Some(&calls.exchanger),
        }
    }

    /// How long an answer is waited for. A call that was only slow is harmed by another one, unless that gets its result.
    pub fn patience(&self) -> Millis {
        match &self.progress {
            Progress::ByCalls(Calls { idempotent: true, .. }) => IDEMPOTENT_CALL_DEADLINE,
            Progress::ByPage | Progress::ByCalls(Calls { idempotent: false, .. }) => VERIFICATION_DEADLINE,
        }
    }

    /// How long the answer that is due may still take, where that is not over.
    pub fn call_time_left(&self, now: Instant) -> Option<Millis> {
        match self.phase() {
            Some(Phase::Calling(_)) | None => {
                Some(self.patience() - (now - self.called_at)).filter(|left| *left > Millis(0))
            }
            Some(Phase::Pausing { .. } | Phase::AwaitingEarlierCall { .. }) => None,
        }
    }

    /// Whether the user has waited long, and may rather go another way.
    pub fn is_long(&self) -> bool {
        match self.phase() {
            Some(Phase::Pausing { .. } | Phase::AwaitingEarlierCall { .. }) => true,
            Some(Phase::Calling(_)) | None => self.is_slow,
        }
    }

    /// What becomes of the code after a failure. What an idempotent exchanger was sent is never doubtful.
    pub fn same_code(&self, reason: Reason) -> SameCode {
        match (reason.row().same_code, &self.progress) {
            (SameCode::OnceMore, Progress::ByCalls(Calls { idempotent: true, .. })) => SameCode::Backoff,
            (same_code, Progress::ByPage | Progress::ByCalls(_)) => same_code,
        }
    }

    /// What the popup waits for; nothing where the page exchanges the code.
    pub fn phase(&self) -> Option<&Phase> {
        match &self.progress {
            Progress::ByPage => None,
            Progress::ByCalls(calls) => Some(&calls.phase),
        }
    }

    /// Waits for something else until another deadline. The page says nothing of how far it is.
    pub fn enter_phase(&mut self, phase: Phase, deadline: DeadlineId) {
        self.deadline = deadline;
        match &mut self.progress {
            Progress::ByPage => {}
            Progress::ByCalls(calls) => calls.phase = phase,
        }
    }

    /// Another call with the same code.
    pub fn call_again(&mut self, ids: &mut Ids) {
        self.deadline = ids.deadline();
        match &mut self.progress {
            Progress::ByPage => {}
            Progress::ByCalls(calls) => {
                calls.count = calls.count.saturating_add(1);
                calls.phase = Phase::Calling(ids.call());
            }
        }
    }

    /// Whether there was a code in reserve, which takes the place of the one that gave no number.
    pub fn take_from_reserve(&mut self, ids: &mut Ids) -> bool {
        if self.reserve.is_empty() {
            return false;
        }
        let former = replace(&mut self.code, self.reserve.remove(0));
        self.code.succeed(former);
        self.call_again(ids);
        match &mut self.progress {
            Progress::ByPage => {}
            Progress::ByCalls(calls) => calls.count = 1,
        }
        true
    }

    /// What is left of the code after a failure for this reason. A page that was silent is not handed it again, but
    /// may still say how it went.
    pub fn unredeemed(self, reason: Reason, expiry: DeadlineId, now: Instant) -> Option<UnredeemedCode> {
        let is_silent_page = self.code.is_doubtful && self.exchanger().is_none();
        let works = reason.row().same_code != SameCode::Never && self.code.life_left(now).is_some();
        let code = self.code;
        if works && !is_silent_page {
            Some(UnredeemedCode { code, prospect: Prospect::Sendable { reason, expiry } })
        } else if is_silent_page || code.has_open_call() {
            Some(UnredeemedCode { code, prospect: Prospect::Awaited })
        } else {
            None
        }
    }
}

impl Progress {
    /// The beginning of it, by whoever exchanges the code.
    pub fn of(settings: &Settings, ids: &mut Ids) -> Progress {
        match &settings.verifier {
            Verifier::Page => Progress::ByPage,
            Verifier::Popup(exchanger) => Progress::ByCalls(Calls {
                exchanger: exchanger.clone(),
                idempotent: settings.idempotent,
                count: 1,
                phase: Phase::Calling(ids.call()),
            }),
        }
    }
}

impl Prospect {
    /// Why the code that can be sent again gave no number; nothing where it cannot be sent.
    pub const fn reason_to_send(self) -> Option<Reason> {
        match self {
            Prospect::Sendable { reason, .. } => Some(reason),
            Prospect::Awaited => None,
        }
    }
}

/// Ids of every kind. They rise together, so that JavaScript need not tell the kinds apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Ids {
    last: u32,
}

impl Ids {
    fn next(&mut self) -> u32 {
        self.last = self.last.wrapping_add(1);
        self.last
    }

    /// For a call.
    pub fn call(&mut self) -> CallId {
        CallId(self.next())
    }

    /// For a deadline.
    pub fn deadline(&mut self) -> DeadlineId {
        DeadlineId(self.next())
    }

    /// For a question to WeChat.
    pub fn question(&mut self) -> QuestionId {
        QuestionId(self.next())
    }
}
