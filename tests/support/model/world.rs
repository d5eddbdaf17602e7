//! The popup in a world of timers, open calls and paid codes.

use std::hash::{DefaultHasher, Hash, Hasher};

use wx_phone_login::classify::Outcome;
use wx_phone_login::effect::{ComponentEvent, Effect};
use wx_phone_login::event::{Event, Millis, PrivacyWindow, RequestId, Settings};
use wx_phone_login::machine::{PRIVACY_PAUSE, Popup, Privacy, step};
use wx_phone_login::state::{CODE_LIFE, Code, Phase, State};

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
    /// The calls with the code that the popup holds which nobody answered, the last two of them.
    pub unanswered: Vec<RequestId>,
    /// The call whose deadline has not passed.
    pub waited_for: Option<RequestId>,
}

impl World {
    pub fn new(settings: &Settings) -> World {
        World {
            popup: Popup::new(settings.clone()),
            now: 1_700_000_000_000,
            deadline: None,
            unanswered: Vec::new(),
            waited_for: None,
        }
    }

    /// Lets `delay` milliseconds pass and something happen. A negative delay sets the clock back.
    pub fn happen(&mut self, event: Event, delay: Millis) -> Vec<Effect> {
        self.now = self.now.saturating_add(delay);
        self.forget_what_is_answered(&event);
        let effects = step(&mut self.popup, event, self.now);
        for effect in &effects {
            self.perform(effect);
        }
        self.forget_what_is_over(&effects);
        effects
    }

    fn forget_what_is_answered(&mut self, event: &Event) {
        match event {
            Event::DeadlinePassed { request } if self.deadline.is_some_and(|(running, _)| running == *request) => {
                self.deadline = None;
                self.waited_for = None;
            }
            Event::Verified { request, .. } => {
                self.unanswered.retain(|open| open != request);
                self.waited_for = self.waited_for.filter(|open| open != request);
            }
            _ => {}
        }
    }

    fn perform(&mut self, effect: &Effect) {
        match effect {
            Effect::StartDeadline { request, delay } => self.deadline = Some((*request, *delay)),
            Effect::StopDeadline => self.deadline = None,
            Effect::Verify { request, .. } => {
                self.waited_for = Some(*request);
                self.unanswered.push(*request);
                let older = self.unanswered.len().saturating_sub(2);
                self.unanswered.drain(..older);
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
        if delivers(effects) || self.popup.undelivered.is_some() {
            self.waited_for = None;
        }
        let first = self.held().and_then(|code| code.first_request);
        self.unanswered.retain(|request| first.is_some_and(|first| first <= *request));
    }

    /// Whether the code that the popup holds is too old by now.
    fn is_over(&self, since: Option<Millis>, life: Millis) -> Option<bool> {
        since.map(|since| self.popup.time() - since >= life)
    }

    /// What decides about the future, and nothing else.
    pub fn key(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        let popup = &self.popup;
        self.hash_state(&mut hasher);
        (&popup.settings, popup.consent.agreed, popup.refusals.min(1), popup.presence).hash(&mut hasher);
        match popup.consent.privacy {
            Privacy::Checking(_) => 0.hash(&mut hasher),
            Privacy::Settled => 1.hash(&mut hasher),
            Privacy::Needed => 2.hash(&mut hasher),
        }
        if let Some(kept) = &popup.kept {
            (kept.expiry.map(|_| kept.reason), kept.code.doubtful).hash(&mut hasher);
        }
        self.held_code().map(|(_, age)| age >= CODE_LIFE).hash(&mut hasher);
        (popup.undelivered.is_some(), popup.held_notice.is_some()).hash(&mut hasher);
        self.is_over(popup.tapped_at, CODE_LIFE).hash(&mut hasher);
        self.is_over(popup.privacy_refused_at, PRIVACY_PAUSE).hash(&mut hasher);
        self.hash_surroundings(&mut hasher);
        hasher.finish()
    }

    fn hash_state(&self, hasher: &mut DefaultHasher) {
        let state = &self.popup.state;
        state.name().hash(hasher);
        match state {
            State::Authorizing { superseded, .. } => superseded.hash(hasher),
            State::Verifying(exchange) => {
                (&exchange.cloud_function, exchange.shown, exchange.attempt, exchange.code.doubtful).hash(hasher);
                match exchange.phase {
                    Phase::Calling => 0.hash(hasher),
                    Phase::Pausing { reason, seconds, .. } => (reason, seconds.min(2)).hash(hasher),
                }
            }
            State::Rejected { reason } | State::Failed { reason } => reason.hash(hasher),
            State::Hidden | State::Prompting | State::Verified | State::OutOfQuota => {}
        }
    }

    fn hash_surroundings(&self, hasher: &mut DefaultHasher) {
        let open = self.popup.state.open_request();
        (self.deadline.is_some(), self.waited_for.map(|request| Some(request) == open)).hash(hasher);
        for request in &self.unanswered {
            (Some(*request) == open).hash(hasher);
        }
    }

    fn held(&self) -> Option<&Code> {
        match (&self.popup.state, &self.popup.kept) {
            (State::Verifying(exchange), _) => Some(&exchange.code),
            (_, kept) => kept.as_ref().map(|kept| &kept.code),
        }
    }

    /// The code for which the popup still hopes for a number, with its age.
    pub fn held_code(&self) -> Option<(&str, Millis)> {
        let code = self.held()?;
        Some((&code.text, self.popup.time() - code.tapped_at.unwrap_or(code.came_at)))
    }
}

/// Whether a number has reached the page.
pub fn delivers(effects: &[Effect]) -> bool {
    effects.iter().any(|effect| matches!(effect, Effect::Trigger(ComponentEvent::Verified { .. })))
}

/// Whether this is a code that was just paid for.
pub fn brings_code(event: &Event) -> bool {
    matches!(event, Event::Authorized(Outcome::Ok { .. }))
}
