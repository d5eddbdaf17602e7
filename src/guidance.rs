//! What the popup tells the user of its state: the heading, the status line, and what is best done next.

use crate::machine::{Popup, TapMeaning};
use crate::place::Place;
use crate::reason::{Reason, SameCode};
use crate::state::{Phase, Screen, State};
use crate::text::Text;
use crate::word::words;

words! {
    /// What the status line is about: its symbol and colour.
    pub enum StatusTone in StatusTones {
        /// There is no status line.
        None "",
        /// Nothing is wrong: the user's own choice, or something to do in WeChat.
        Info "info",
        /// Time helps.
        Wait "wait",
        /// It goes on another way, or with a new authorization.
        Warn "warn",
        /// It failed, and may work the next time.
        Error "error",
        /// WeChat or the server is asked.
        Busy "busy",
        /// The login has succeeded.
        Done "done",
    }
}

words! {
    /// What is best done next, and so is the large button.
    pub enum PrimaryAction in PrimaryActions {
        /// The allow button: WeChat is asked, or the code is sent again.
        Allow "allow",
        /// Another way to log in.
        OtherLogin "other_login",
        /// A conversation with the mini-program's support.
        Contact "contact",
        /// Nothing helps: the popup closes.
        Close "close",
    }
}

/// What the user reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Guidance {
    /// In place of the heading; nothing where that stays.
    pub title: Text,
    /// The status line; nothing where there is none.
    pub status: Text,
    /// What it is about.
    pub tone: StatusTone,
}

const NONE: Guidance = Guidance { title: Text::Nothing, status: Text::Nothing, tone: StatusTone::None };

const fn guidance_of(title: Text, status: Text, tone: StatusTone) -> Guidance {
    Guidance { title, status, tone }
}

/// What can be done about a failure, and so how it looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// The user has chosen, or WeChat has told them what to do: WeChat is asked again at a tap.
    Tap,
    /// The user has something to do in WeChat first.
    StepInWeChat,
    /// Some time.
    Time,
    /// The same once more.
    Retry,
    /// A new authorization.
    Reauthorize,
    /// Another way to log in, if anything.
    OtherLogin,
}

/// What stands in the status line after a failure. It names no button that is not there.
struct Advice {
    remedy: Remedy,
    /// Where another way to log in is offered.
    status: Text,
    /// Where nothing else is offered.
    alone: Text,
    /// Where support is offered, and no other way.
    support: Text,
}

const fn advice(remedy: Remedy, status: Text, alone: Text) -> Advice {
    Advice { remedy, status, alone, support: alone }
}

/// Only the operator can help.
const fn advice_to_ask(status: Text, alone: Text, support: Text) -> Advice {
    Advice { remedy: Remedy::OtherLogin, status, alone, support }
}

/// This mini-program, or this page, may not ask for numbers.
const NOT_SUPPORTED: Advice =
    advice_to_ask(Text::NotSupportedStatus, Text::NotSupportedAlone, Text::NotSupportedSupport);

fn advice_on(reason: Reason, place: Place) -> Advice {
    use Remedy::{OtherLogin, Reauthorize, Retry, StepInWeChat, Tap, Time};
    match reason {
        Reason::UserDenied => advice(Tap, Text::DeniedStatus, Text::DeniedAlone),
        Reason::UserCancelled => advice(Tap, Text::CancelledStatus, Text::CancelledStatus),
        Reason::PrivacyRefused => advice(Tap, Text::PrivacyRefusedStatus, Text::PrivacyRefusedAlone),
        Reason::PhoneUnverified => advice(Tap, Text::PhoneUnverifiedStatus, Text::PhoneUnverifiedStatus),
        Reason::NoPhoneBound => advice(StepInWeChat, Text::NoPhoneBoundStatus, Text::NoPhoneBoundStatus),
        Reason::HighRiskUser => advice(StepInWeChat, Text::HighRiskStatus, Text::HighRiskAlone),
        Reason::TooFrequent => advice(Time, Text::TooFrequentStatus, Text::TooFrequentStatus),
        Reason::FunctionTimeout => advice(Retry, Text::FunctionTimeoutStatus, Text::FunctionTimeoutStatus),
        Reason::Timeout => advice(Retry, Text::TimeoutStatus, Text::TimeoutStatus),
        Reason::Network => advice(Retry, Text::NetworkStatus, Text::NetworkStatus),
        Reason::RateLimited => advice(Retry, Text::RateLimitedStatus, Text::RateLimitedAlone),
        Reason::Busy => advice(Retry, Text::BusyStatus, Text::BusyStatus),
        Reason::Internal => advice(Retry, Text::InternalStatus, Text::InternalStatus),
        Reason::Unknown => advice(Retry, Text::UnknownStatus, Text::UnknownAlone),
        Reason::MissingCode => advice(Reauthorize, Text::MissingCodeStatus, Text::MissingCodeStatus),
        Reason::CodeInvalid => advice(Reauthorize, Text::CodeInvalidStatus, Text::CodeInvalidStatus),
        Reason::BadReply => advice(Reauthorize, Text::BadReplyStatus, Text::BadReplyAlone),
        Reason::QuotaExhausted => advice_to_ask(Text::QuotaStatus, Text::QuotaAlone, Text::QuotaSupport),
        Reason::Unsupported => match place {
            Place::Anywhere => advice(OtherLogin, Text::UnsupportedStatus, Text::UnsupportedAlone),
            Place::Skyline => NOT_SUPPORTED,
            Place::SinglePage => advice(OtherLogin, Text::SinglePageStatus, Text::SinglePageStatus),
        },
        Reason::NoPermission | Reason::PrivacyUndeclared | Reason::PrivacyBanned => NOT_SUPPORTED,
        Reason::Blocked => advice_to_ask(Text::BlockedStatus, Text::BlockedAlone, Text::BlockedSupport),
        Reason::DailyLimit => advice(OtherLogin, Text::DailyLimitStatus, Text::DailyLimitAlone),
        Reason::ServerRefused => {
            advice_to_ask(Text::ServerRefusedStatus, Text::ServerRefusedAlone, Text::ServerRefusedSupport)
        }
        Reason::Credential
        | Reason::ApiUnauthorized
        | Reason::OpenapiPermission
        | Reason::InvalidAppid
        | Reason::ExchangeMissing
        | Reason::FunctionMissing
        | Reason::Environment => advice_to_ask(Text::ServiceStatus, Text::ServiceAlone, Text::ServiceSupport),
    }
}

impl Popup {
    /// What can be done about the failure that the user sees, if there is one.
    pub(crate) fn remedy(&self) -> Option<Remedy> {
        let reason = self.state().screen()?.failure()?;
        Some(advice_on(reason, self.settings().place).remedy)
    }

    /// What is best done next.
    pub(crate) fn primary_action(&self) -> PrimaryAction {
        match self.remedy() {
            Some(Remedy::OtherLogin) if self.is_preview() => PrimaryAction::Close,
            Some(Remedy::OtherLogin | Remedy::StepInWeChat) if self.offers_other_login() => PrimaryAction::OtherLogin,
            Some(Remedy::OtherLogin) if self.settings().contact => PrimaryAction::Contact,
            Some(Remedy::OtherLogin) => PrimaryAction::Close,
            Some(Remedy::StepInWeChat | Remedy::Tap | Remedy::Time | Remedy::Retry | Remedy::Reauthorize) | None => {
                PrimaryAction::Allow
            }
        }
    }

    /// Whether WeChat answers no tap here, and says so by a bar of its own.
    pub(crate) fn is_preview(&self) -> bool {
        self.settings().place == Place::SinglePage
    }

    /// Whether support can help: what is wrong is the operator's to mend.
    pub(crate) fn offers_contact(&self) -> bool {
        self.settings().contact && self.remedy() == Some(Remedy::OtherLogin) && !self.is_preview()
    }

    /// What the user reads of the state.
    pub(crate) fn guidance(&self, tap: TapMeaning) -> Guidance {
        match tap {
            TapMeaning::AgreeAndAsk => guidance_of(Text::ConsentTitle, Text::ConsentStatus, StatusTone::Info),
            TapMeaning::AcceptPrivacy => guidance_of(Text::PrivacyTitle, Text::PrivacyStatus, StatusTone::Info),
            TapMeaning::Wait => guidance_of(Text::Nothing, Text::PrivacyPause, StatusTone::Wait),
            TapMeaning::Nothing
            | TapMeaning::AskWeChat
            | TapMeaning::SendAgain
            | TapMeaning::AgreementNeeded
            | TapMeaning::OpenConsent
            | TapMeaning::TakeNumber => self.guidance_in_state(),
        }
    }

    fn guidance_in_state(&self) -> Guidance {
        match self.state() {
            State::Idle { screen, .. } => self.guidance_on(screen),
            State::Verifying(exchange) => match exchange.phase() {
                Some(Phase::Pausing { reason, .. }) => {
                    guidance_of(Text::WaitTitle, pause_after(*reason), StatusTone::Wait)
                }
                Some(Phase::AwaitingEarlierCall { .. }) => while_verifying(Text::SlowStatus),
                Some(Phase::Calling(_)) | None => {
                    while_verifying(if exchange.is_slow { Text::SlowStatus } else { Text::VerifyingStatus })
                }
            },
            State::Verified => guidance_of(Text::VerifiedTitle, Text::VerifiedStatus, StatusTone::Done),
        }
    }

    fn guidance_on(&self, screen: &Screen) -> Guidance {
        match screen {
            Screen::Hidden(_) | Screen::Prompting { unanswered: None } => NONE,
            Screen::Prompting { unanswered: Some(_) } => {
                guidance_of(Text::Nothing, Text::UnansweredStatus, StatusTone::Wait)
            }
            Screen::Authorizing(_) => guidance_of(Text::Nothing, Text::AuthorizingStatus, StatusTone::Busy),
            Screen::Rejected { reason, .. } | Screen::Failed { reason, .. } => self.guidance_after(*reason),
            Screen::QuotaExhausted => self.guidance_after(Reason::QuotaExhausted),
        }
    }

    fn guidance_after(&self, reason: Reason) -> Guidance {
        let Advice { remedy, status, alone, support } = advice_on(reason, self.settings().place);
        let has_other = self.offers_other_login();
        let title = match remedy {
            Remedy::Tap if reason == Reason::PhoneUnverified => Text::OneMoreStepTitle,
            Remedy::StepInWeChat if reason == Reason::NoPhoneBound => Text::NoPhoneBoundTitle,
            Remedy::OtherLogin if self.is_preview() && reason == Reason::Unsupported => Text::SinglePageTitle,
            Remedy::Tap => Text::Nothing,
            Remedy::StepInWeChat => Text::OneMoreStepTitle,
            Remedy::Time => Text::WaitTitle,
            Remedy::Reauthorize if reason == Reason::CodeInvalid => Text::ReauthorizeTitle,
            Remedy::Retry | Remedy::Reauthorize => Text::NotLoggedInTitle,
            Remedy::OtherLogin => {
                if has_other {
                    Text::OtherLoginTitle
                } else {
                    Text::NoLoginTitle
                }
            }
        };
        let words = if has_other {
            status
        } else if self.offers_contact() {
            support
        } else {
            alone
        };
        guidance_of(title, words, tone_of(remedy))
    }
}

const fn tone_of(remedy: Remedy) -> StatusTone {
    match remedy {
        Remedy::Tap | Remedy::StepInWeChat => StatusTone::Info,
        Remedy::Time => StatusTone::Wait,
        Remedy::Retry => StatusTone::Error,
        Remedy::Reauthorize | Remedy::OtherLogin => StatusTone::Warn,
    }
}

const fn while_verifying(status: Text) -> Guidance {
    guidance_of(Text::VerifyingTitle, status, StatusTone::Busy)
}

fn pause_after(reason: Reason) -> Text {
    if reason == Reason::Network {
        Text::NetworkPause
    } else if reason.row().same_code == SameCode::NextMinute {
        Text::RatePause
    } else {
        Text::ServicePause
    }
}
