//! `step`: what the popup becomes, and what it asks for, when something happens.
//!
//! ```text
//!            Show            Tap               code                 number
//!  hidden ─────────► prompting ───► authorizing ───► verifying ───────────► verified
//!                        ▲              │ no code        │ no number
//!                        │              ▼                ▼
//!                        └─ Tap ── rejected · failed · out_of_quota ── Decline, Hide ──► hidden
//! ```
//!
//! **A code that comes is paid for. It is exchanged once at a time, as often as that can help, and kept
//! until it gave a number, cannot give one any more, or is five minutes old.** So a result of the button
//! counts in every state but one: while a verification is under way it cannot start another.
//!
//! Who drives it:
//! 1. makes an [`Event`] of what happened and calls [`step`] with the time at which it happened;
//! 2. shows the new state ([`crate::view`]);
//! 3. performs the effects in their order; what they bring is a new event, for another round.

mod authorization;
mod consent;
mod presence;
mod telling;
mod verification;

use crate::classify::PhoneNumber;
use crate::effect::{ComponentEvent, Effect};
use crate::event::{Event, Millis, Mode, RequestId, Settings};
use crate::reason::Reason;
use crate::state::{CODE_LIFE, Code, Phase, State};

pub use authorization::{AUTHORIZATION_DEADLINE, PRIVACY_PAUSE, PRIVACY_PAUSE_DEADLINE};
pub use consent::{Consent, Privacy, TapMeaning};
pub use presence::Presence;
pub use verification::{ATTEMPTS, VERIFICATION_DEADLINE};

/// The popup: what it is now, and what outlives its states.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Popup {
    /// What it is now.
    pub state: State,
    /// What the component's properties say.
    pub settings: Settings,
    /// What the user has agreed to.
    pub consent: Consent,
    /// How often the user has refused.
    pub refusals: u32,
    /// A code that gave no number and may still give it.
    pub kept: Option<Kept>,
    /// A number that came when nobody could be told.
    pub undelivered: Option<Undelivered>,
    /// Who sees and hears the popup.
    pub presence: Presence,
    /// Sheets of WeChat's that nobody waits for, and that WeChat has not answered: each may still be refused.
    superseded: u8,
    /// The code that came last: a button may say it twice.
    last_code: Option<String>,
    /// Whether the user left while the code that is kept was exchanged.
    has_left: bool,
    /// When the user refused the privacy agreement.
    pub privacy_refused_at: Option<Millis>,
    clock: Clock,
    last_request: RequestId,
}

/// A code that gave no number and may still give it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Kept {
    /// It can be sent again, on a tap.
    Sendable {
        /// The code.
        code: Code,
        /// Why it gave no number.
        reason: Reason,
        /// The deadline at which it stops working, while the popup is on the screen.
        expiry: RequestId,
    },
    /// It cannot be sent again; only the answer to an earlier call is still welcome.
    Awaited {
        /// The code.
        code: Code,
    },
}

impl Kept {
    /// The code.
    pub fn code(&self) -> &Code {
        match self {
            Kept::Sendable { code, .. } | Kept::Awaited { code } => code,
        }
    }

    fn may_give_its_number(&self) -> bool {
        match self {
            Kept::Sendable { .. } => true,
            Kept::Awaited { code } => !code.open_calls.is_empty(),
        }
    }
}

/// A number that came when nobody could be told.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Undelivered {
    /// The number.
    pub number: PhoneNumber,
    /// The button that gave its code.
    pub mode: Mode,
    /// When it came.
    pub came_at: Millis,
}

/// Time that never goes back, whatever the phone's clock does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
struct Clock {
    read: Option<Millis>,
    time: Millis,
}

impl Clock {
    fn read(&mut self, now: Millis) {
        let passed = now.saturating_sub(self.read.unwrap_or(now)).max(0);
        self.time = self.time.saturating_add(passed);
        self.read = Some(now);
    }
}

impl Popup {
    /// A popup that is not on the screen and made no request yet.
    pub fn new(settings: Settings) -> Popup {
        Popup {
            state: State::Hidden,
            settings,
            consent: Consent::default(),
            refusals: 0,
            kept: None,
            undelivered: None,
            presence: Presence::Seen,
            superseded: 0,
            last_code: None,
            has_left: false,
            privacy_refused_at: None,
            clock: Clock::default(),
            last_request: RequestId(0),
        }
    }

    /// The popup as far as what it does from now on depends on it: its times are ages, none greater than what any of
    /// its decisions asks for, and its ids are counted anew. Two popups that are equal like this have the same future.
    #[must_use]
    pub fn canonical(&self) -> Popup {
        let mut popup = self.clone();
        let now = popup.time();
        popup.each_time(|time| *time = (*time - now).max(-OLDEST_THAT_MATTERS));
        let mut known = Vec::new();
        popup.each_request(|request| {
            if !known.contains(request) {
                known.push(*request);
            }
            let place = known.iter().position(|one| one == request).unwrap_or_default();
            *request = RequestId(u32::try_from(place).unwrap_or_default() + 1);
        });
        popup.last_request = RequestId(0);
        let mut codes = Vec::new();
        popup.each_code(|code| {
            if !codes.contains(code) {
                codes.push(code.clone());
            }
            let place = codes.iter().position(|one| one == code).unwrap_or_default();
            *code = "x".repeat(place);
        });
        popup.refusals = popup.refusals.min(1);
        popup.clock = Clock::default();
        popup
    }

    /// Every time that the popup remembers.
    fn each_time(&mut self, mut change: impl FnMut(&mut Millis)) {
        match &mut self.state {
            State::Authorizing { tapped_at, .. } | State::Prompting { unanswered: Some(tapped_at) } => {
                change(tapped_at);
            }
            State::Verifying(exchange) => {
                exchange.reserve.iter_mut().chain([&mut exchange.code]).for_each(|code| code.each_time(&mut change));
                if let Phase::Pausing { until, .. } = &mut exchange.phase {
                    change(until);
                }
            }
            State::Hidden
            | State::Prompting { unanswered: None }
            | State::Verified
            | State::Rejected { .. }
            | State::Failed { .. }
            | State::OutOfQuota => {}
        }
        if let Some(Kept::Sendable { code, .. } | Kept::Awaited { code }) = &mut self.kept {
            code.each_time(&mut change);
        }
        let undelivered = self.undelivered.as_mut().map(|waiting| &mut waiting.came_at);
        undelivered.into_iter().chain(&mut self.privacy_refused_at).for_each(change);
    }

    /// Every request that the popup remembers.
    fn each_request(&mut self, mut change: impl FnMut(&mut RequestId)) {
        if let Privacy::Checking(request) = &mut self.consent.privacy {
            change(request);
        }
        match &mut self.state {
            State::Authorizing { request, .. } => change(request),
            State::Verifying(exchange) => {
                change(&mut exchange.request);
                exchange.code.open_calls.iter_mut().for_each(&mut change);
            }
            State::Hidden
            | State::Prompting { .. }
            | State::Verified
            | State::Rejected { .. }
            | State::Failed { .. }
            | State::OutOfQuota => {}
        }
        match &mut self.kept {
            Some(Kept::Sendable { code, expiry, .. }) => {
                change(expiry);
                code.open_calls.iter_mut().for_each(&mut change);
            }
            Some(Kept::Awaited { code }) => code.open_calls.iter_mut().for_each(&mut change),
            None => {}
        }
    }

    /// Every code that the popup remembers.
    fn each_code(&mut self, mut change: impl FnMut(&mut String)) {
        match &mut self.state {
            State::Verifying(exchange) => {
                change(&mut exchange.code.text);
                exchange.reserve.iter_mut().for_each(|code| change(&mut code.text));
            }
            State::Hidden
            | State::Prompting { .. }
            | State::Authorizing { .. }
            | State::Verified
            | State::Rejected { .. }
            | State::Failed { .. }
            | State::OutOfQuota => {}
        }
        if let Some(Kept::Sendable { code, .. } | Kept::Awaited { code }) = &mut self.kept {
            change(&mut code.text);
        }
        self.last_code.iter_mut().for_each(change);
    }

    /// The popup's own time, which only ever rises.
    pub fn time(&self) -> Millis {
        self.clock.time
    }

    /// Whether it holds a code or a number, at `now`, that another popup of the same cloud function can finish.
    pub fn holds(&self, now: Millis) -> bool {
        let mut clock = self.clock;
        clock.read(now);
        presence::holds(self, clock.time)
    }

    /// One function, so that what frees the former state stands once in the module.
    #[inline(never)]
    fn enter(&mut self, state: State) {
        self.state = state;
    }

    /// Whether the code that is kept can be sent again.
    pub fn can_send_again(&self) -> bool {
        match self.kept {
            Some(Kept::Sendable { .. }) => true,
            Some(Kept::Awaited { .. }) | None => false,
        }
    }

    /// The code that is exchanged, or kept.
    pub fn code(&self) -> Option<&Code> {
        match (&self.state, &self.kept) {
            (State::Verifying(exchange), _) => Some(&exchange.code),
            (_, kept) => kept.as_ref().map(Kept::code),
        }
    }

    fn is_verifying(&self) -> bool {
        match self.state {
            State::Verifying(_) => true,
            State::Hidden
            | State::Prompting { .. }
            | State::Authorizing { .. }
            | State::Verified
            | State::Rejected { .. }
            | State::Failed { .. }
            | State::OutOfQuota => false,
        }
    }

    /// Whether the user has agreed, so that what else a button says was said before.
    fn has_a_code(&self) -> bool {
        self.is_verifying() || self.state == State::Verified
    }

    fn is_detached(&self) -> bool {
        match self.presence {
            Presence::Gone => true,
            Presence::Seen | Presence::Covered { .. } => false,
        }
    }

    /// What the user would have been told of what is over.
    fn drop_held_notice(&mut self) {
        if let Presence::Covered { held } = &mut self.presence {
            *held = None;
        }
    }

    fn next_request(&mut self) -> RequestId {
        self.last_request = RequestId(self.last_request.0.wrapping_add(1));
        self.last_request
    }

    /// The request whose deadline runs.
    pub fn deadline(&self) -> Option<RequestId> {
        if self.is_detached() {
            return None;
        }
        match (&self.state, &self.kept) {
            (State::Failed { .. }, Some(Kept::Sendable { expiry, .. })) => Some(*expiry),
            (state, _) => state.open_request(),
        }
    }

    /// Seconds until the code is sent again; 0 where nothing is waited for.
    pub fn countdown(&self) -> i64 {
        match &self.state {
            State::Verifying(exchange) => match exchange.phase {
                Phase::Pausing { seconds, .. } => seconds,
                Phase::Calling | Phase::AwaitingEarlierCall { .. } => 0,
            },
            State::Hidden
            | State::Prompting { .. }
            | State::Authorizing { .. }
            | State::Verified
            | State::Rejected { .. }
            | State::Failed { .. }
            | State::OutOfQuota => 0,
        }
    }
}

/// The greatest age that decides about anything, in milliseconds.
const OLDEST_THAT_MATTERS: Millis = CODE_LIFE;

type Effects = Vec<Effect>;

/// Makes the popup what it becomes when `event` happens, and says what it asks for, in the order in
/// which it is performed. `now` is when the event happened.
pub fn step(popup: &mut Popup, event: Event, now: Millis) -> Effects {
    let mut effects = Vec::new();
    popup.clock.read(now);
    if popup.is_detached() && !presence::reaches_the_gone(&event) {
        return effects;
    }
    let (name, deadline) = (popup.state.name(), popup.deadline());
    match event {
        Event::Configure(settings) => popup.settings = settings,
        Event::Show => presence::show(popup, &mut effects),
        Event::Hide => presence::hide(popup, &mut effects),
        Event::PageShown => presence::page_shown(popup, &mut effects),
        Event::PageHidden => presence::page_hidden(popup),
        Event::Attached => presence::attached(popup, &mut effects),
        Event::Detached => presence::detached(popup, &mut effects),
        Event::Tap => authorization::tap(popup, &mut effects),
        Event::Decline => authorization::decline(popup, &mut effects),
        Event::LogInOtherwise => authorization::log_in_otherwise(popup, &mut effects),
        Event::Authorized(outcome) => authorization::authorized(popup, outcome, &mut effects),
        Event::Agree { agreed } => popup.consent.agreed = agreed,
        Event::PrivacyChecked { request, needed } => consent::privacy_checked(popup, request, needed),
        Event::PrivacyAgreed => consent::privacy_agreed(popup),
        Event::Verified { request, verification } => {
            verification::verified(popup, request, verification, &mut effects);
        }
        Event::PageVerified { code, verification } => {
            verification::page_verified(popup, &code, verification, &mut effects);
        }
        Event::DeadlinePassed { request } => deadline_passed(popup, request, &mut effects),
        Event::Forget => verification::forget(popup),
    }
    if deadline.is_some() && popup.deadline().is_none() {
        effects.push(Effect::StopDeadline);
    }
    if popup.state.name() != name {
        let state = popup.state.name();
        telling::trigger(popup, ComponentEvent::StateChange { state }, &mut effects);
    }
    effects
}

fn deadline_passed(popup: &mut Popup, passed: RequestId, effects: &mut Effects) {
    if popup.deadline() != Some(passed) {
        return;
    }
    match popup.state {
        State::Authorizing { tapped_at, in_privacy_pause, .. } => {
            authorization::deadline_passed(popup, tapped_at, in_privacy_pause, effects);
        }
        State::Verifying(_) => verification::deadline_passed(popup, effects),
        State::Failed { .. } => verification::expired(popup),
        State::Hidden | State::Prompting { .. } | State::Verified | State::Rejected { .. } | State::OutOfQuota => {}
    }
}
