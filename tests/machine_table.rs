//! Every state and every event has a declared outcome.
#![cfg(not(target_arch = "wasm32"))]

use wx_phone_login::classify::{Outcome, PhoneNumber, Verification};
use wx_phone_login::event::{Event, RequestId, Settings, Verifier};
use wx_phone_login::machine::{Popup, step};
use wx_phone_login::reason::Reason;
use wx_phone_login::state::State;
use wx_phone_login::view::{Field, view};

const EVENTS: [&str; 12] = [
    "show",
    "hide",
    "tap",
    "decline",
    "code",
    "quota",
    "reject",
    "number",
    "no number",
    "page's number",
    "page's failure",
    "deadline",
];

/// What each state becomes on each event, in the order of [`EVENTS`]. "unseen" is a verification that goes
/// on while the popup is not on the screen.
#[rustfmt::skip]
const OUTCOMES: [(&str, [&str; 12]); 10] = [
    ("hidden", ["prompting", "hidden", "hidden", "hidden", "unseen", "hidden", "hidden",
        "hidden", "hidden", "hidden", "hidden", "hidden"]),
    ("prompting", ["prompting", "hidden", "authorizing", "hidden", "verifying", "out_of_quota", "rejected",
        "prompting", "prompting", "prompting", "prompting", "prompting"]),
    ("authorizing", ["authorizing", "hidden", "authorizing", "hidden", "verifying", "out_of_quota", "rejected",
        "authorizing", "authorizing", "authorizing", "authorizing", "prompting"]),
    ("verifying", ["verifying", "unseen", "verifying", "unseen", "verifying", "verifying", "verifying",
        "verified", "failed", "verifying", "verifying", "failed"]),
    ("unseen", ["verifying", "unseen", "unseen", "unseen", "unseen", "unseen", "unseen",
        "verified", "hidden", "unseen", "unseen", "hidden"]),
    ("verifying by the page", ["verifying", "hidden", "verifying", "unseen", "verifying", "verifying", "verifying",
        "verifying", "verifying", "verified", "failed", "failed"]),
    ("verified", ["prompting", "verified", "verified", "verified", "unseen", "hidden", "hidden",
        "verified", "verified", "verified", "verified", "verified"]),
    ("rejected", ["prompting", "hidden", "authorizing", "hidden", "verifying", "out_of_quota", "rejected",
        "rejected", "rejected", "rejected", "rejected", "rejected"]),
    ("failed", ["prompting", "hidden", "authorizing", "hidden", "verifying", "out_of_quota", "rejected",
        "failed", "failed", "failed", "failed", "failed"]),
    ("out_of_quota", ["prompting", "hidden", "out_of_quota", "hidden", "verifying", "out_of_quota", "rejected",
        "out_of_quota", "out_of_quota", "out_of_quota", "out_of_quota", "out_of_quota"]),
];

const OPEN: RequestId = RequestId(7);
const CODE: &str = "code";

fn state(name: &str) -> State {
    let verifying = |verifier, shown| State::Verifying { request: OPEN, code: CODE.into(), verifier, shown };
    match name {
        "hidden" => State::Hidden,
        "prompting" => State::Prompting,
        "authorizing" => State::Authorizing { request: OPEN },
        "verifying" => verifying(Verifier::Popup, true),
        "unseen" => verifying(Verifier::Popup, false),
        "verifying by the page" => verifying(Verifier::Page, true),
        "verified" => State::Verified,
        "rejected" => State::Rejected { reason: Reason::UserDenied },
        "failed" => State::Failed { reason: Reason::Busy },
        "out_of_quota" => State::OutOfQuota,
        other => panic!("no state {other}"),
    }
}

fn name(state: &State) -> &'static str {
    let unseen = matches!(state, State::Verifying { shown: false, .. });
    if unseen { "unseen" } else { state.name() }
}

fn event(name: &str, request: RequestId, code: &str) -> Event {
    let number = || {
        Verification::Ok(PhoneNumber {
            phone_number: "13800138000".into(),
            pure_phone_number: "13800138000".into(),
            country_code: "86".into(),
        })
    };
    let failure = || Verification::Reject { reason: Reason::Busy, err_code: Some(-1), raw: String::new() };
    match name {
        "show" => Event::Show,
        "hide" => Event::Hide,
        "tap" => Event::Tap,
        "decline" => Event::Decline,
        "code" => Event::Authorized(Outcome::Ok { code: "another".into() }),
        "quota" => Event::Authorized(Outcome::Quota),
        "reject" => Event::Authorized(Outcome::Reject { reason: Reason::UserDenied, errno: None, raw: String::new() }),
        "number" => Event::Verified { request, verification: number() },
        "no number" => Event::Verified { request, verification: failure() },
        "page's number" => Event::PageVerified { code: code.into(), verification: number() },
        "page's failure" => Event::PageVerified { code: code.into(), verification: failure() },
        "deadline" => Event::DeadlinePassed { request },
        other => panic!("no event {other}"),
    }
}

fn popup(name: &str) -> Popup {
    let cloud_function = if name == "verifying by the page" { String::new() } else { "decryptPhoneNumber".into() };
    Popup::new(state(name), Settings { cloud_function, ..Settings::default() })
}

#[test]
fn every_pair_has_its_declared_outcome() {
    for (before, outcomes) in OUTCOMES {
        for (event_name, outcome) in EVENTS.iter().zip(outcomes) {
            let mut popup = popup(before);
            step(&mut popup, event(event_name, OPEN, CODE));
            assert_eq!(name(&popup.state), outcome, "{before} on {event_name}");
        }
    }
}

#[test]
fn an_answer_to_a_request_that_is_not_open_changes_nothing() {
    for (before, _) in OUTCOMES {
        for answer in &EVENTS[7..] {
            let mut popup = popup(before);
            let effects = step(&mut popup, event(answer, RequestId(6), "an older code"));
            assert_eq!(popup.state, state(before), "{before} on an old {answer}");
            assert_eq!(effects, [], "{before} on an old {answer}");
        }
    }
}

#[test]
fn settings_change_without_a_change_of_state() {
    for (before, _) in OUTCOMES {
        let mut popup = popup(before);
        let settings = Settings { cloud_function: "another".into(), ..Settings::default() };
        assert_eq!(step(&mut popup, Event::Configure(settings.clone())), []);
        assert_eq!((popup.state, popup.settings), (state(before), settings));
    }
}

#[test]
fn the_button_asks_wechat_exactly_when_a_tap_is_accepted() {
    for (before, outcomes) in OUTCOMES {
        let accepts = outcomes[2] == "authorizing" && before != "authorizing";
        let asks = view(&state(before), &Settings::default())
            .fields()
            .iter()
            .any(|field| matches!(field, Field::Text("openType", open_type) if !open_type.is_empty()));
        assert_eq!(asks, accepts, "{before}");
    }
}

#[test]
fn every_state_has_a_way_on() {
    for (before, outcomes) in OUTCOMES {
        let ways_on = outcomes.iter().filter(|outcome| **outcome != before);
        assert!(ways_on.count() > 0, "{before}");
    }
}
