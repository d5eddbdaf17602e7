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
//! **A code that comes is paid for.** It is sent at least once, again as long as that can help, and remembered
//! until it gave a number or cannot give one any more. One code is exchanged at a time; another one that comes
//! meanwhile is in reserve.
//!
//! Who drives it:
//! 1. makes an [`Event`] of what happened and calls [`step`] with the time at which it happened;
//! 2. shows the new state ([`crate::view`]);
//! 3. performs the effects in their order; what they bring is a new event, for another round.

mod authorization;
mod closing;
mod consent;
mod presence;
mod publish;
mod recovery;
mod verification;

#[cfg(all(test, not(target_arch = "wasm32")))]
mod model;

use crate::classify::{Replied, Success};
use crate::effect::{ComponentEvent, Effect};
use crate::event::{CallId, DeadlineId, Event, Mode, Settings, Verifier};
pub use crate::state::{CODE_LIFE, IDEMPOTENT_CALL_DEADLINE, VERIFICATION_DEADLINE};
use crate::state::{HiddenBy, Ids, Phase, Prospect, Screen, State, UnredeemedCode};
use crate::time::{Clock, Instant, Reading};

use authorization::GivenUpSheets;
use consent::Consent;
pub use consent::TapMeaning;
use presence::Presence;

pub use authorization::{AUTHORIZATION_DEADLINE, PRIVACY_PAUSE_DEADLINE};
pub use verification::ATTEMPTS;

/// The popup: what it is now, and what outlives its states.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(test, derive(serde::Serialize))]
pub struct Popup {
    state: State,
    settings: Settings,
    consent: Consent,
    /// How often the user has refused.
    #[cfg_attr(test, serde(serialize_with = "crate::canonical::none_or_some"))]
    refusals: u32,
    /// A success that came when nobody could be told.
    undelivered: Option<Undelivered>,
    presence: Presence,
    given_up_sheets: GivenUpSheets,
    /// When the popup last left the screen without being asked to.
    closed_itself_at: Option<Instant>,
    /// The code that came last: a button may say it twice.
    #[cfg_attr(test, serde(serialize_with = "crate::canonical::optional_code"))]
    last_code: Option<String>,
    #[cfg_attr(test, serde(skip))]
    clock: Clock,
    #[cfg_attr(test, serde(skip))]
    ids: Ids,
}

/// A success that came when nobody could be told.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(test, derive(serde::Serialize))]
struct Undelivered {
    success: Success,
    /// The call that brought it.
    call: CallId,
    /// The button that gave its code.
    mode: Mode,
    came_at: Instant,
}

impl Popup {
    /// A popup that is not on the screen and made no request yet.
    pub fn new(settings: Settings) -> Popup {
        Popup {
            state: State::Idle { screen: Screen::Hidden(HiddenBy::Page), unredeemed: None },
            settings,
            consent: Consent::default(),
            refusals: 0,
            undelivered: None,
            presence: Presence::Seen,
            given_up_sheets: GivenUpSheets::default(),
            closed_itself_at: None,
            last_code: None,
            clock: Clock::default(),
            ids: Ids::default(),
        }
    }

    pub(crate) fn state(&self) -> &State {
        &self.state
    }

    pub(crate) fn settings(&self) -> &Settings {
        &self.settings
    }

    pub(crate) fn consent(&self) -> &Consent {
        &self.consent
    }

    /// Whether it holds a code or a number, when the phone's clock reads `now`, that another popup can finish whose codes
    /// are exchanged by the same `verifier`.
    pub fn holds(&self, verifier: &Verifier, now: Reading) -> bool {
        presence::holds(self, verifier, self.clock.at(now).now())
    }

    /// The call whose reply waits to be handed to the page.
    pub fn undelivered_call(&self) -> Option<CallId> {
        Some(self.undelivered.as_ref()?.call)
    }

    /// The call that a success has been taken for: of a login among these effects, or of one that waits.
    pub fn call_of_success(&self, effects: &[Effect]) -> Option<CallId> {
        let login = effects.iter().find_map(|effect| match effect {
            Effect::Trigger(ComponentEvent::Login { data: Replied(call), .. }) => Some(CallId(*call)),
            Effect::Trigger(_)
            | Effect::Verify { .. }
            | Effect::Exchange { .. }
            | Effect::StartDeadline { .. }
            | Effect::StopDeadline
            | Effect::CheckPrivacy { .. }
            | Effect::Notify { .. }
            | Effect::Report(_)
            | Effect::Explain { .. }
            | Effect::Keep => None,
        });
        login.or(self.undelivered_call())
    }

    fn now(&self) -> Instant {
        self.clock.now()
    }

    /// One function, so that what frees the former state stands once in the module.
    #[inline(never)]
    fn enter(&mut self, state: State) {
        self.consent.stop_asking();
        self.state = state;
    }

    /// The user sees something else. No code is exchanged then; one that is unredeemed stays so.
    #[inline(never)]
    fn enter_screen(&mut self, next: Screen) {
        match &mut self.state {
            State::Idle { screen, .. } => {
                *screen = next;
                self.consent.stop_asking();
            }
            State::Verifying(_) | State::Verified => self.enter(State::Idle { screen: next, unredeemed: None }),
        }
    }

    /// The code that is unredeemed, for what comes next.
    fn take_unredeemed(&mut self) -> Option<UnredeemedCode> {
        match &mut self.state {
            State::Idle { unredeemed, .. } => unredeemed.take(),
            State::Verifying(_) | State::Verified => None,
        }
    }

    /// Whether a tap sends the code again that gave no number.
    fn can_send_again(&self) -> bool {
        self.state.unredeemed().is_some_and(|code| code.prospect.reason_to_send().is_some())
    }

    fn is_detached(&self) -> bool {
        match &self.presence {
            Presence::Detached => true,
            Presence::Seen | Presence::Covered { .. } => false,
        }
    }

    /// What the user would have been told of what is over.
    fn drop_held_notice(&mut self) {
        match &mut self.presence {
            Presence::Covered { held } => *held = None,
            Presence::Seen | Presence::Detached => {}
        }
    }

    /// The deadline that runs.
    fn deadline(&self) -> Option<DeadlineId> {
        if self.is_detached() {
            return None;
        }
        match &self.state {
            State::Idle { screen: Screen::Authorizing(sheet), .. } => Some(sheet.deadline),
            State::Idle { screen: Screen::Failed { .. }, unredeemed } => expiry(unredeemed.as_ref()?.prospect),
            State::Idle { screen: Screen::Rejected { pause, .. }, .. } => Some(pause.as_ref()?.deadline),
            State::Idle { screen: Screen::Hidden(_) | Screen::Prompting { .. } | Screen::QuotaExhausted, .. }
            | State::Verified => None,
            State::Verifying(exchange) => Some(exchange.deadline),
        }
    }

    /// Seconds until the code is sent again, or WeChat can be asked again; 0 where nothing is waited for.
    pub fn countdown(&self) -> u32 {
        match &self.state {
            State::Verifying(exchange) => match exchange.phase() {
                Some(Phase::Pausing { seconds, .. }) => *seconds,
                Some(Phase::Calling(_) | Phase::AwaitingEarlierCall { .. }) | None => 0,
            },
            State::Idle { screen: Screen::Rejected { pause: Some(pause), .. }, .. } => pause.seconds,
            State::Idle {
                screen:
                    Screen::Hidden(_)
                    | Screen::Prompting { .. }
                    | Screen::Authorizing(_)
                    | Screen::Rejected { pause: None, .. }
                    | Screen::Failed { .. }
                    | Screen::QuotaExhausted,
                ..
            }
            | State::Verified => 0,
        }
    }
}

const fn expiry(prospect: Prospect) -> Option<DeadlineId> {
    match prospect {
        Prospect::Sendable { expiry, .. } => Some(expiry),
        Prospect::Awaited => None,
    }
}

type Effects = Vec<Effect>;

/// So many there are at most, but for rare events.
const MOST_EFFECTS: usize = 6;

/// Makes the popup what it becomes when `event` happens, and says what it asks for, in the order in
/// which it is performed. `now` is what the phone's clock read when the event happened.
pub fn step(popup: &mut Popup, event: Event, now: Reading) -> Effects {
    let mut effects = Vec::with_capacity(MOST_EFFECTS);
    popup.clock = popup.clock.at(now);
    if popup.is_detached() && !presence::concerns_detached(&event) {
        return effects;
    }
    let (name, deadline) = (popup.state.name(), popup.deadline());
    happen(popup, event, &mut effects);
    if deadline.is_some() && popup.deadline().is_none() {
        effects.push(Effect::StopDeadline);
    }
    if popup.state.name() != name {
        let state = popup.state.name();
        publish::trigger(popup, ComponentEvent::StateChange { state }, &mut effects);
    }
    effects
}

fn happen(popup: &mut Popup, event: Event, effects: &mut Effects) {
    match event {
        Event::Configure(settings) => popup.settings = settings,
        Event::Show(wish) => presence::show(popup, wish, effects),
        Event::Hide => closing::hide(popup, effects),
        Event::PageShown => presence::page_shown(popup, effects),
        Event::PageHidden => presence::page_hidden(popup),
        Event::Attached => presence::attached(popup, effects),
        Event::Detached => presence::detached(popup, effects),
        Event::Tap => authorization::tap(popup, effects),
        Event::Decline => closing::decline(popup, effects),
        Event::Dismiss => closing::dismiss(popup, effects),
        Event::LogInOtherwise => closing::log_in_otherwise(popup, effects),
        Event::Authorized(outcome) => authorization::authorized(popup, outcome, effects),
        Event::Agree { agreed } => popup.consent.agreed = agreed.unwrap_or(!popup.consent.agreed),
        Event::ConsentBack => popup.consent.stop_asking(),
        Event::AgreementNotOpened => consent::agreement_not_opened(popup, effects),
        Event::PrivacyChecked { question, needed } => consent::privacy_checked(popup, question, needed),
        Event::PrivacyAgreed => consent::privacy_agreed(popup),
        Event::Answered { call, verification } => verification::answered(popup, call, verification, effects),
        Event::PageAnswered { code, verification } => {
            verification::page_answered(popup, &code, verification, effects);
        }
        Event::DeadlinePassed(deadline) => deadline_passed(popup, deadline, effects),
        Event::Forget => presence::forget(popup),
        Event::Recovered { state, event } => recovery::recovered(popup, state, event.map(|event| *event), effects),
    }
}

fn deadline_passed(popup: &mut Popup, passed: DeadlineId, effects: &mut Effects) {
    if popup.deadline() != Some(passed) {
        return;
    }
    match &popup.state {
        State::Idle { screen: Screen::Authorizing(sheet), .. } => {
            let sheet = *sheet;
            authorization::deadline_passed(popup, sheet, effects);
        }
        State::Idle { screen: Screen::Rejected { reason, pause: Some(pause) }, .. } => {
            let (reason, pause) = (*reason, *pause);
            authorization::privacy_pause_goes_on(popup, reason, pause, effects);
        }
        State::Idle {
            screen:
                Screen::Hidden(_)
                | Screen::Prompting { .. }
                | Screen::Rejected { pause: None, .. }
                | Screen::Failed { .. }
                | Screen::QuotaExhausted,
            ..
        } => verification::expire(popup),
        State::Verifying(_) => verification::deadline_passed(popup, effects),
        State::Verified => {}
    }
}
