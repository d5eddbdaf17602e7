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
use crate::event::{Event, Millis, RequestId, Settings};
use crate::notice::Topic;
use crate::reason::Reason;
use crate::state::{Code, Phase, State};

pub use authorization::{AUTHORIZATION_DEADLINE, PRIVACY_PAUSE, PRIVACY_PAUSE_DEADLINE, SUPERSEDED_DEADLINE};
pub use consent::{Consent, Privacy, TapMeaning};
pub use presence::Presence;
pub use verification::{ATTEMPTS, VERIFICATION_DEADLINE};

/// The popup: what it is now, and what outlives its states.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    pub undelivered: Option<PhoneNumber>,
    /// Who sees and hears the popup.
    pub presence: Presence,
    /// What the user is told when the page is seen again.
    pub held_notice: Option<Topic>,
    /// When the user tapped, until WeChat answers.
    pub tapped_at: Option<Millis>,
    /// When the user refused the privacy agreement.
    pub privacy_refused_at: Option<Millis>,
    clock: Clock,
    last_request: RequestId,
}

/// A code that gave no number and may still give it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Kept {
    /// The code.
    pub code: Code,
    /// Why it gave no number.
    pub reason: Reason,
    /// The deadline at which it stops working, while the popup is on the screen. None where it cannot be sent
    /// again, and only the answer to an earlier call is still welcome.
    pub expiry: Option<RequestId>,
}

/// Time that never goes back, whatever the phone's clock does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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
            held_notice: None,
            tapped_at: None,
            privacy_refused_at: None,
            clock: Clock::default(),
            last_request: RequestId(0),
        }
    }

    /// The popup's own time, which only ever rises.
    pub fn time(&self) -> Millis {
        self.clock.time
    }

    /// One function, so that what frees the former state stands once in the module.
    #[inline(never)]
    fn enter(&mut self, state: State) {
        self.state = state;
    }

    /// Whether the code that is kept can be sent again.
    pub fn can_send_again(&self) -> bool {
        self.kept.as_ref().is_some_and(|kept| kept.expiry.is_some())
    }

    fn next_request(&mut self) -> RequestId {
        self.last_request = RequestId(self.last_request.0.wrapping_add(1));
        self.last_request
    }

    /// The request whose deadline runs.
    pub fn deadline(&self) -> Option<RequestId> {
        if self.presence == Presence::Gone {
            return None;
        }
        match (&self.state, &self.kept) {
            (State::Failed { .. }, Some(kept)) => kept.expiry,
            (state, _) => state.open_request(),
        }
    }

    /// Seconds until the code is sent again; 0 where nothing is waited for.
    pub fn countdown(&self) -> i64 {
        match &self.state {
            State::Verifying(exchange) => match exchange.phase {
                Phase::Pausing { seconds, .. } => seconds,
                Phase::Calling => 0,
            },
            State::Hidden
            | State::Prompting
            | State::Authorizing { .. }
            | State::Verified
            | State::Rejected { .. }
            | State::Failed { .. }
            | State::OutOfQuota => 0,
        }
    }
}

type Effects = Vec<Effect>;

/// Makes the popup what it becomes when `event` happens, and says what it asks for, in the order in
/// which it is performed. `now` is when the event happened.
pub fn step(popup: &mut Popup, event: Event, now: Millis) -> Effects {
    let mut effects = Vec::new();
    popup.clock.read(now);
    if popup.presence == Presence::Gone && !presence::reaches_the_gone(&event) {
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
        State::Authorizing { .. } => authorization::deadline_passed(popup, effects),
        State::Verifying(_) => verification::deadline_passed(popup, effects),
        State::Failed { .. } => verification::expired(popup),
        State::Hidden | State::Prompting | State::Verified | State::Rejected { .. } | State::OutOfQuota => {}
    }
}
