//! The popup in a world of timers, open calls and paid codes.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::canonical::canonical;
use crate::classify::Outcome;
use crate::effect::{CloudFunctionData, ComponentEvent, Effect, ExchangeData};
use crate::event::{CallId, DeadlineId, Event, PrivacyWindow, Settings, Verifier};
use crate::machine::{Popup, step};
use crate::state::{CODE_LIFE, Exchange};
use crate::time::{Millis, Reading};

/// The popup verifies, or the page; one becomes the other.
pub fn settings_of_verifiers() -> [Settings; 2] {
    [
        Settings::default(),
        Settings { verifier: Verifier::of(String::new(), "decryptPhoneNumber".into()), ..Settings::default() },
    ]
}

/// What exchanges a code gives the first result again.
pub fn settings_of_idempotence() -> [Settings; 1] {
    let [_, popup_verifies] = settings_of_verifiers();
    [Settings { idempotent: true, ..popup_verifies }]
}

/// The user has to agree to everything there is; by a box and a notice, or by what the popup shows.
pub fn settings_of_consent() -> [Settings; 2] {
    let [_, popup_verifies] = settings_of_verifiers();
    let by_box = Settings { privacy: PrivacyWindow::Popup, require_agreement: true, ..popup_verifies };
    [Settings { shows_guidance: true, ..by_box.clone() }, by_box]
}

/// The popup shows all of its view: it counts what is waited for, and says what takes long.
pub fn settings_of_guidance() -> [Settings; 2] {
    settings_of_verifiers().map(|settings| Settings { shows_guidance: true, ..settings })
}

/// The popup, and what the glue and WeChat know.
#[derive(Clone, Debug)]
pub struct World {
    pub popup: Popup,
    /// The phone's clock.
    pub now: Reading,
    /// The deadline that runs, and how long it takes.
    pub deadline: Option<(DeadlineId, Millis)>,
    /// The call whose deadline has not passed.
    pub waited_for: Option<CallId>,
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
            now: Reading(1_700_000_000_000.0),
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
        self.exchange().is_some_and(|exchange| exchange.exchanger().is_none())
    }

    /// The exchange that is under way.
    pub fn exchange(&self) -> Option<&Exchange> {
        self.popup.state.exchange()
    }

    /// Lets some time pass and something happen.
    pub fn happen(&mut self, event: Event, delay: Millis) -> Vec<Effect> {
        self.happen_after(event, delay.0.into())
    }

    /// The same after so many milliseconds; a negative number of them sets the clock back.
    pub fn happen_after(&mut self, event: Event, milliseconds: f64) -> Vec<Effect> {
        self.now = Reading(self.now.0 + milliseconds);
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
            Event::Authorized(Outcome::Ok { code }) if !self.popup.is_detached() => {
                self.last_code = Some(code.clone());
                self.codes += 1;
            }
            _ => {}
        }
    }

    fn forget_what_is_answered(&mut self, event: &Event) {
        match event {
            Event::DeadlinePassed(passed) if self.deadline.is_some_and(|(running, _)| running == *passed) => {
                self.deadline = None;
                self.waited_for = None;
            }
            Event::Answered { call, .. } => {
                self.waited_for = self.waited_for.filter(|open| open != call);
            }
            _ => {}
        }
    }

    fn perform(&mut self, effect: &Effect) {
        match effect {
            Effect::StartDeadline { deadline, delay } => self.deadline = Some((*deadline, *delay)),
            Effect::StopDeadline => self.deadline = None,
            Effect::Trigger(ComponentEvent::Get { code, .. }) => {
                self.sent.insert(code.clone());
            }
            Effect::Verify { call, data: CloudFunctionData { code }, .. }
            | Effect::Exchange { call, data: ExchangeData { code, .. }, .. } => {
                self.sent.insert(code.clone());
                self.waited_for = Some(*call);
            }
            Effect::CheckPrivacy { .. }
            | Effect::Trigger(_)
            | Effect::Notify { .. }
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
    pub fn unanswered(&self) -> Vec<CallId> {
        let calls = self.popup.state.code().map(|code| code.open_calls.iter().chain(&code.former_calls));
        calls.into_iter().flatten().copied().collect()
    }

    /// What decides about the future: the popup's data, and whether its deadline runs and its call is waited for.
    pub fn key(&self) -> Key {
        let mut hashers = [0, 1].map(|seed: u8| {
            let mut hasher = DefaultHasher::new();
            seed.hash(&mut hasher);
            hasher
        });
        let data = canonical(&self.popup, self.popup.now(), CODE_LIFE);
        hashers.each_mut().map(|hasher| {
            (&data, self.deadline.is_some(), self.waited_for.is_some()).hash(hasher);
            hasher.finish()
        })
    }

    /// The code for which the popup still hopes for a number, with its age.
    pub fn held_code(&self) -> Option<(&str, Millis)> {
        let code = self.popup.state.code()?;
        Some((&code.text, self.popup.now() - code.tapped_at.unwrap_or(code.came_at)))
    }
}

/// 128 bits of it, because a run holds more than a million of them.
pub type Key = [u64; 2];

/// Whether a number has reached the page.
pub fn delivers(effects: &[Effect]) -> bool {
    effects.iter().any(|effect| matches!(effect, Effect::Trigger(ComponentEvent::Verified { .. })))
}

/// Whether this is a code that was just paid for.
pub fn brings_code(event: &Event) -> bool {
    matches!(event, Event::Authorized(Outcome::Ok { .. }))
}
