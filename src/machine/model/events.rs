//! What can happen in a world: all of it, current and stale, at once and later.

use super::world::World;
use crate::classify::{Outcome, PhoneNumber, Success, Verification};
use crate::event::{CallId, DeadlineId, Event, QuestionId, Settings, ShowPhonePopup};
use crate::reason::Reason;
use crate::state::CODE_LIFE;
use crate::time::Millis;

/// One reason for each thing that can become of a code.
pub const FAILURES: [Reason; 5] =
    [Reason::Busy, Reason::Timeout, Reason::RateLimited, Reason::FunctionMissing, Reason::CodeInvalid];

/// One reason for each thing that the button's answer can lead to.
pub const REFUSALS: [Reason; 4] =
    [Reason::UserDenied, Reason::UserCancelled, Reason::PrivacyRefused, Reason::NoPhoneBound];

pub fn number() -> Success {
    let number = PhoneNumber { phone_number: "13800138000".into(), pure_phone_number: "13800138000".into() };
    Success { number: Some(number), masked_number: Some("138****8000".into()), country_code: "86".into() }
}

pub fn failure(reason: Reason) -> Verification {
    Verification::Reject { reason, err_code: None, message: None, raw: None }
}

pub fn refusal(reason: Reason) -> Event {
    Event::Authorized(Outcome::Reject { reason, errno: None, raw: None })
}

/// Every event while time stands still, as on a phone whose clock is set back, and after the life of a code, when
/// everything is over that can be. The property tests try all times in between.
pub fn events(world: &World, settings: &[Settings]) -> Vec<(Event, Millis)> {
    let happening: Vec<_> = happening(world, settings).into_iter().map(|(event, _)| event).collect();
    [Millis(0), CODE_LIFE]
        .into_iter()
        .flat_map(|span| happening.iter().map(move |event| (event.clone(), span)))
        .collect()
}

/// Every event with the milliseconds that pass before it in its own time.
pub fn happening(world: &World, settings: &[Settings]) -> Vec<(Event, Millis)> {
    let mut events = at_once(world, settings);
    events.extend(deadlines(world));
    events
}

fn at_once(world: &World, settings: &[Settings]) -> Vec<(Event, Millis)> {
    let mut events = vec![
        Event::Show(ShowPhonePopup::Set),
        Event::Show(ShowPhonePopup::Repeated { batched: false }),
        Event::Show(ShowPhonePopup::Repeated { batched: true }),
        Event::Show(ShowPhonePopup::Inline),
        Event::Hide,
        Event::Tap,
        Event::Decline,
        Event::Dismiss,
        Event::LogInOtherwise,
        Event::PageShown,
        Event::PageHidden,
        Event::Attached,
        Event::Detached,
        Event::Forget,
        Event::AgreementNotOpened,
        Event::Authorized(Outcome::Ok { code: world.next_code() }),
        Event::Authorized(Outcome::Quota),
    ];
    // What the button says twice.
    events.extend(world.last_code.clone().map(|code| Event::Authorized(Outcome::Ok { code })));
    events.extend(REFUSALS.map(refusal));
    events.extend(settings.iter().cloned().map(Event::Configure));
    events.extend(agreements(world));
    events.extend(answers(world));
    events.extend(page_answers(world));
    events.into_iter().map(|event| (event, Millis(0))).collect()
}

fn agreements(world: &World) -> Vec<Event> {
    let mut events = vec![Event::PrivacyChecked { question: QuestionId(0), needed: true }];
    if world.popup.settings.require_agreement {
        events.extend([None, Some(true), Some(false)].map(|agreed| Event::Agree { agreed }));
        events.extend([Event::PrivacyAgreed, Event::ConsentBack]);
    }
    if let Some(question) = world.popup.consent.open_question() {
        events.extend([true, false].map(|needed| Event::PrivacyChecked { question, needed }));
    }
    events
}

fn answers(world: &World) -> Vec<Event> {
    world.unanswered().into_iter().chain([CallId(0)]).flat_map(call_answered).collect()
}

fn call_answered(call: CallId) -> Vec<Event> {
    let verifications = FAILURES.map(failure).into_iter().chain([Verification::Ok(number())]);
    verifications.map(|verification| Event::Answered { call, verification }).collect()
}

/// Everything that carries the id of a request.
pub fn answers_to(id: u32) -> Vec<Event> {
    let question = QuestionId(id);
    let others = [
        Event::DeadlinePassed(DeadlineId(id)),
        Event::PrivacyChecked { question, needed: true },
        Event::PrivacyChecked { question, needed: false },
    ];
    others.into_iter().chain(call_answered(CallId(id))).collect()
}

fn page_answers(world: &World) -> Vec<Event> {
    let Some(exchange) = world.exchange() else { return Vec::new() };
    let verifications = [Verification::Ok(number()), failure(Reason::Busy), failure(Reason::CodeInvalid)];
    [exchange.code.text.as_str(), "another code"]
        .into_iter()
        .flat_map(|code| {
            verifications.clone().map(|verification| Event::PageAnswered { code: code.into(), verification })
        })
        .collect()
}

fn deadlines(world: &World) -> Vec<(Event, Millis)> {
    let stale = (Event::DeadlinePassed(DeadlineId(0)), Millis(0));
    // The end of a countdown, without all the seconds before it, which are alike.
    let countdown = Millis::of_seconds(world.popup.countdown());
    let running = world
        .deadline
        .into_iter()
        .flat_map(|(deadline, delay)| [delay, countdown].map(|passed| (Event::DeadlinePassed(deadline), passed)));
    running.chain([stale]).collect()
}
