//! The popup in a world of timers, open calls and paid codes.

use std::collections::BTreeSet;

use wx_phone_login::classify::Outcome;
use wx_phone_login::effect::{ComponentEvent, Effect};
use wx_phone_login::event::{Event, Millis, PrivacyWindow, RequestId, Settings, Verifier};
use wx_phone_login::machine::{Popup, Presence, step};
use wx_phone_login::state::{Exchange, State};

/// The popup verifies, or the page; one becomes the other.
pub fn settings_of_verifiers() -> [Settings; 2] {
    [Settings::default(), Settings { cloud_function: "decryptPhoneNumber".into(), ..Settings::default() }]
}

/// The user has to agree to everything there is.
pub fn settings_of_consent() -> [Settings; 1] {
    let [_, popup_verifies] = settings_of_verifiers();
    [Settings { privacy: PrivacyWindow::Popup, require_agreement: true, ..popup_verifies }]
}

/// The popup, and what the glue and WeChat know.
#[derive(Clone, Debug)]
pub struct World {
    pub popup: Popup,
    /// The phone's clock.
    pub now: Millis,
    /// The deadline that runs, and how long it takes.
    pub deadline: Option<(RequestId, Millis)>,
    /// The call whose deadline has not passed.
    pub waited_for: Option<RequestId>,
    /// The code that came last.
    pub last_code: Option<String>,
    /// The codes that were sent, or handed to the page.
    pub sent: BTreeSet<String>,
    codes: u32,
}

impl World {
    pub fn new(settings: &Settings) -> World {
        World {
            popup: Popup::new(settings.clone()),
            now: 1_700_000_000_000,
            deadline: None,
            waited_for: None,
            last_code: None,
            sent: BTreeSet::new(),
            codes: 0,
        }
    }

    /// Whether nothing has piled up that could do so without end.
    pub fn is_bounded(&self) -> bool {
        let in_reserve = self.exchange().map_or(0, |exchange| exchange.reserve.len());
        self.unanswered().len() <= 2 && in_reserve <= 1
    }

    /// A code that never came before.
    pub fn next_code(&self) -> String {
        format!("code {}", self.codes)
    }

    /// Whether the page exchanges the code, and nobody else.
    pub fn by_page(&self) -> bool {
        self.exchange().is_some_and(|exchange| exchange.verifier() == Verifier::Page)
    }

    /// The exchange that is under way.
    pub fn exchange(&self) -> Option<&Exchange> {
        match &self.popup.state {
            State::Verifying(exchange) => Some(exchange),
            State::Hidden
            | State::Prompting { .. }
            | State::Authorizing { .. }
            | State::Verified
            | State::Rejected { .. }
            | State::Failed { .. }
            | State::OutOfQuota => None,
        }
    }

    /// Lets `delay` milliseconds pass and something happen. A negative delay sets the clock back.
    pub fn happen(&mut self, event: Event, delay: Millis) -> Vec<Effect> {
        self.now = self.now.saturating_add(delay);
        self.forget_what_is_answered(&event);
        self.remember(&event);
        let effects = step(&mut self.popup, event, self.now);
        for effect in &effects {
            self.perform(effect);
        }
        self.forget_what_is_over(&effects);
        effects
    }

    fn remember(&mut self, event: &Event) {
        match event {
            Event::Authorized(Outcome::Ok { code }) if self.popup.presence != Presence::Gone => {
                self.last_code = Some(code.clone());
                self.codes += 1;
            }
            Event::Forget => self.last_code = None,
            _ => {}
        }
    }

    fn forget_what_is_answered(&mut self, event: &Event) {
        match event {
            Event::DeadlinePassed { request } if self.deadline.is_some_and(|(running, _)| running == *request) => {
                self.deadline = None;
                self.waited_for = None;
            }
            Event::Verified { request, .. } => {
                self.waited_for = self.waited_for.filter(|open| open != request);
            }
            _ => {}
        }
    }

    fn perform(&mut self, effect: &Effect) {
        match effect {
            Effect::StartDeadline { request, delay } => self.deadline = Some((*request, *delay)),
            Effect::StopDeadline => self.deadline = None,
            Effect::Trigger(ComponentEvent::Get { code, .. }) => {
                self.sent.insert(code.clone());
            }
            Effect::Verify { request, code, .. } => {
                self.sent.insert(code.clone());
                self.waited_for = Some(*request);
            }
            Effect::CheckPrivacy { .. }
            | Effect::Trigger(_)
            | Effect::Notify(_)
            | Effect::Report(_)
            | Effect::Explain { .. }
            | Effect::Keep => {}
        }
    }

    /// After a number nobody waits any more; the calls with a code that is gone are as stale as any.
    fn forget_what_is_over(&mut self, effects: &[Effect]) {
        if delivers(effects) || self.popup.undelivered.is_some() || self.unanswered().is_empty() {
            self.waited_for = None;
        }
    }

    /// The calls with the code that the popup holds which nobody answered.
    pub fn unanswered(&self) -> &[RequestId] {
        self.popup.code().map_or(&[], |code| &code.open_calls)
    }

    /// What decides about the future, and nothing else: the popup itself, its times as ages.
    pub fn key(&self) -> Key {
        (self.popup.canonical(), self.deadline.is_some(), self.waited_for.is_some())
    }

    /// The code for which the popup still hopes for a number, with its age.
    pub fn held_code(&self) -> Option<(&str, Millis)> {
        let code = self.popup.code()?;
        Some((&code.text, self.popup.time() - code.tapped_at.unwrap_or(code.came_at)))
    }
}

/// What decides about the future of a world: the popup, and whether its deadline runs and its call is waited for.
pub type Key = (Popup, bool, bool);

/// Whether a number has reached the page.
pub fn delivers(effects: &[Effect]) -> bool {
    effects.iter().any(|effect| matches!(effect, Effect::Trigger(ComponentEvent::Verified { .. })))
}

/// Whether this is a code that was just paid for.
pub fn brings_code(event: &Event) -> bool {
    matches!(event, Event::Authorized(Outcome::Ok { .. }))
}
