//! What can happen in a world: all of it, current and stale, at once and later.

use wx_phone_login::classify::{Outcome, PhoneNumber, Verification};
use wx_phone_login::event::{Event, Millis, RequestId};
use wx_phone_login::machine::{PRIVACY_PAUSE, Privacy};
use wx_phone_login::reason::Reason;
use wx_phone_login::state::{CODE_LIFE, State};

use super::world::{SETTINGS, World};

/// One reason for each thing that can become of a code.
pub const FAILURES: [Reason; 5] =
    [Reason::Busy, Reason::Timeout, Reason::RateLimited, Reason::FunctionMissing, Reason::CodeInvalid];

/// One reason for each thing that the button's answer can lead to.
pub const REFUSALS: [Reason; 4] =
    [Reason::UserDenied, Reason::UserCancelled, Reason::PrivacyRefused, Reason::NoPhoneBound];

pub fn number() -> PhoneNumber {
    PhoneNumber {
        phone_number: "13800138000".into(),
        pure_phone_number: "13800138000".into(),
        country_code: "86".into(),
    }
}

pub fn failure(reason: Reason) -> Verification {
    Verification::Reject { reason, err_code: None, raw: String::new() }
}

pub fn refusal(reason: Reason) -> Event {
    Event::Authorized(Outcome::Reject { reason, errno: None, raw: String::new() })
}

/// Every event with the milliseconds that pass before it.
pub fn events(world: &World) -> Vec<(Event, Millis)> {
    let mut events = at_once(world);
    events.extend(deadlines(world));
    // A pause of WeChat's, the life of a code, and a clock that is set back.
    let happening = events.clone();
    for delay in [PRIVACY_PAUSE, CODE_LIFE, -CODE_LIFE] {
        events.extend(happening.iter().map(|(event, _)| (event.clone(), delay)));
    }
    events
}

fn at_once(world: &World) -> Vec<(Event, Millis)> {
    let mut events = vec![
        Event::Show,
        Event::Hide,
        Event::Tap,
        Event::Decline,
        Event::LogInOtherwise,
        Event::Agree { agreed: true },
        Event::Agree { agreed: false },
        Event::PrivacyAgreed,
        Event::PageShown,
        Event::PageHidden,
        Event::Attached,
        Event::Detached,
        Event::Authorized(Outcome::Ok { code: "code".into() }),
        Event::Authorized(Outcome::Quota),
    ];
    events.extend(REFUSALS.map(refusal));
    events.extend(SETTINGS.iter().cloned().map(Event::Configure));
    events.extend(answers(world));
    events.extend(page_answers(world));
    if let Privacy::Checking(request) = world.popup.consent.privacy {
        events.extend([true, false].map(|needed| Event::PrivacyChecked { request, needed }));
    }
    events.push(Event::PrivacyChecked { request: RequestId(0), needed: true });
    events.into_iter().map(|event| (event, 0)).collect()
}

fn answers(world: &World) -> Vec<Event> {
    let calls = world.unanswered.iter().copied().chain([RequestId(0)]);
    let verifications: Vec<_> = FAILURES.map(failure).into_iter().chain([Verification::Ok(number())]).collect();
    calls
        .flat_map(|request| {
            verifications.iter().cloned().map(move |verification| Event::Verified { request, verification })
        })
        .collect()
}

fn page_answers(world: &World) -> Vec<Event> {
    let State::Verifying(exchange) = &world.popup.state else { return Vec::new() };
    let verifications = [Verification::Ok(number()), failure(Reason::Busy), failure(Reason::CodeInvalid)];
    [exchange.code.text.as_str(), "another code"]
        .into_iter()
        .flat_map(|code| {
            verifications
                .clone()
                .map(|verification| Event::PageVerified { code: code.into(), verification })
        })
        .collect()
}

fn deadlines(world: &World) -> Vec<(Event, Millis)> {
    let stale = (Event::DeadlinePassed { request: RequestId(0) }, 0);
    // The end of a countdown, without all the seconds before it, which are alike.
    let countdown = world.popup.countdown() * 1000;
    let running = world.deadline.into_iter().flat_map(|(request, delay)| {
        [delay, countdown].map(|passed| (Event::DeadlinePassed { request }, passed))
    });
    running.chain([stale]).collect()
}
