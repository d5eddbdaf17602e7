//! Drives the core as a component does: one event in, all its effects performed, then the next event.

use std::collections::HashMap;
use std::mem::take;

use serde_json::{Value, json};
use wx_phone_login::event::{CallId, DeadlineId, Event, QuestionId, ShowPhonePopup};
use wx_phone_login::machine::{Popup, step};
use wx_phone_login::time::Reading;

use super::decode::{outcome, settings, verification};
use super::effects;
use super::observed::{Observed, view_of};

const START: u64 = 1_700_000_000_000;
const SECOND: u64 = 1000;

pub struct Deadline {
    pub id: DeadlineId,
    /// In milliseconds, as all times here.
    pub due: u64,
}

/// A call of the cloud function that is not answered.
pub struct Call {
    id: CallId,
    popup: usize,
}

pub struct Driver {
    pub options: Value,
    pub seen: Observed,
    pub now: u64,
    pub deadline: Option<Deadline>,
    calls: Vec<Option<Call>>,
    /// What was replied to each call.
    pub replies: HashMap<u32, Value>,
    /// The questions whether the privacy agreement is accepted.
    pub checks: Vec<QuestionId>,
    pub handed_over: String,
    pub is_kept: bool,
    popup: Option<Popup>,
    /// How many popups were made after the first one.
    popups: usize,
    is_present: bool,
    /// How far the phone's clock is from the time that passed.
    drift: i64,
}

impl Driver {
    pub fn new(options: &Value) -> Driver {
        let options = if options.is_null() { json!({}) } else { options.clone() };
        Driver {
            popup: Some(Popup::new(settings(&options))),
            options,
            seen: Observed::default(),
            now: START,
            deadline: None,
            calls: Vec::new(),
            replies: HashMap::new(),
            checks: Vec::new(),
            handed_over: String::new(),
            is_kept: false,
            popups: 0,
            is_present: true,
            drift: 0,
        }
    }

    pub fn observe(&mut self) -> Value {
        let view = self.popup.as_ref().filter(|_| self.is_present).map(view_of);
        take(&mut self.seen).with(view.as_ref(), self.deadline.iter().count())
    }

    pub fn perform(&mut self, step: &Value) -> Result<(), String> {
        match step["do"].as_str().unwrap_or_default() {
            "wait" => self.wait(step["ms"].as_u64().unwrap_or(0)),
            "clock" => self.drift += step["ms"].as_i64().unwrap_or(0),
            "set" => self.set(&step["options"]),
            "leave" => self.leave(),
            "return" => self.come_back(),
            _ => {
                if let Some(event) = self.event(step)? {
                    self.dispatch(event);
                }
            }
        }
        Ok(())
    }

    fn event(&mut self, step: &Value) -> Result<Option<Event>, String> {
        Ok(Some(match step["do"].as_str().unwrap_or_default() {
            "show" => Event::Show(ShowPhonePopup::Set),
            "rerender" => Event::Show(ShowPhonePopup::Repeated { batched: step["batched"] == true }),
            "hide" => Event::Hide,
            "tap" => Event::Tap,
            "decline" => Event::Decline,
            "dismiss" => Event::Dismiss,
            "otherLogin" => Event::LogInOtherwise,
            "agree" => Event::Agree { agreed: None },
            "consentBack" => Event::ConsentBack,
            "result" => Event::Authorized(outcome(&step["event"])?),
            "answer" => return self.answer(step),
            "pageAnswer" => Event::PageAnswered {
                code: step["code"].as_str().unwrap_or(&self.handed_over).into(),
                verification: verification(&step["reply"])?,
            },
            "privacyAnswer" => Event::PrivacyChecked {
                question: self.checks[number(step, "check").unwrap_or(self.checks.len()) - 1],
                needed: step["needed"] == true,
            },
            "privacyAgree" => Event::PrivacyAgreed,
            "pageHidden" => Event::PageHidden,
            "forget" => Event::Forget,
            "pageShown" => Event::PageShown,
            unknown => return Err(format!("not known or missing: {unknown}")),
        }))
    }

    pub fn called(&mut self, id: CallId, code: String) {
        self.seen.calls.push(code);
        self.calls.push(Some(Call { id, popup: self.popups }));
    }

    /// WeChat answers a call once; nobody hears it where the popup was not kept.
    fn answer(&mut self, step: &Value) -> Result<Option<Event>, String> {
        let number = number(step, "call").unwrap_or(self.calls.len());
        let call = self.calls[number - 1].take().ok_or("this call is answered")?;
        let reply = &step["reply"];
        let verification = verification(reply)?;
        self.replies.insert(call.id.0, reply.get("result").unwrap_or(reply).clone());
        Ok((call.popup == self.popups).then_some(Event::Answered { call: call.id, verification }))
    }

    fn dispatch(&mut self, event: Event) {
        let Some(popup) = &mut self.popup else { return };
        for effect in step(popup, event, reading(self.now, self.drift)) {
            effects::perform(self, effect);
        }
    }

    /// In seconds, so that every one of a countdown is seen.
    fn wait(&mut self, ms: u64) {
        let mut left = ms;
        while left > 0 {
            self.pass(left.min(SECOND));
            let countdown = self.popup.as_ref().map_or(0, Popup::countdown);
            if left >= SECOND && countdown > 0 {
                self.seen.countdowns.push(countdown);
            }
            left = left.saturating_sub(SECOND);
        }
    }

    fn pass(&mut self, ms: u64) {
        let end = self.now + ms;
        while let Some(Deadline { id, due }) = self.deadline.take_if(|deadline| deadline.due <= end) {
            self.now = due;
            self.dispatch(Event::DeadlinePassed(id));
        }
        self.now = end;
    }

    fn set(&mut self, options: &Value) {
        for (key, value) in options.as_object().into_iter().flatten() {
            self.options[key] = value.clone();
        }
        self.dispatch(Event::Configure(settings(&self.options)));
    }

    fn leave(&mut self) {
        (self.is_present, self.is_kept, self.deadline) = (false, false, None);
        self.dispatch(Event::Detached);
        if !self.is_kept {
            self.popup = None;
        }
    }

    /// The next component takes over what the last one left, or begins anew.
    fn come_back(&mut self) {
        self.is_present = true;
        if self.popup.is_some() {
            self.dispatch(Event::Attached);
            self.dispatch(Event::Configure(settings(&self.options)));
        } else {
            self.popup = Some(Popup::new(settings(&self.options)));
            self.popups += 1;
        }
        self.dispatch(Event::Hide);
    }
}

/// What the phone's clock reads.
#[expect(clippy::cast_precision_loss, reason = "a clock stays below 2^53 for 285,000 years")]
fn reading(now: u64, drift: i64) -> Reading {
    Reading(now as f64 + drift as f64)
}

fn number(step: &Value, key: &str) -> Option<usize> {
    step[key].as_u64()?.try_into().ok()
}
