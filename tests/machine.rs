//! Scenarios: what the popup asks for along a way.
#![cfg(not(target_arch = "wasm32"))]

use wx_phone_login::classify::{Outcome, PhoneNumber, Verification};
use wx_phone_login::effect::{ComponentEvent, Effect, Report};
use wx_phone_login::event::{Event, RequestId, Settings};
use wx_phone_login::machine::{AUTHORIZATION_DEADLINE, Popup, VERIFICATION_DEADLINE, step};
use wx_phone_login::notice::{Locale, Stage, Topic, notice};
use wx_phone_login::reason::Reason;
use wx_phone_login::state::State;

fn popup(cloud_function: &str) -> Popup {
    Popup::new(State::Hidden, Settings { cloud_function: cloud_function.into(), ..Settings::default() })
}

fn number() -> PhoneNumber {
    PhoneNumber {
        phone_number: "13800138000".into(),
        pure_phone_number: "13800138000".into(),
        country_code: "86".into(),
    }
}

fn code() -> Event {
    Event::Authorized(Outcome::Ok { code: "code".into() })
}

fn refusal() -> Event {
    Event::Authorized(Outcome::Reject { reason: Reason::UserDenied, errno: Some(103), raw: String::new() })
}

fn became(state: &'static str) -> Effect {
    Effect::Trigger(ComponentEvent::StateChange { state })
}

fn rejected(reason: Reason, errno: Option<i32>) -> [Effect; 2] {
    [Effect::Report(Report::Error { reason, errno }), Effect::Trigger(ComponentEvent::Reject { reason, errno })]
}

fn notified(topic: Topic) -> Effect {
    Effect::Notify(notice(topic, Locale::ZhCn, None))
}

/// Takes the popup to a verification, whose request it returns.
fn to_verification(popup: &mut Popup) -> RequestId {
    for event in [Event::Show, Event::Tap, code()] {
        step(popup, event);
    }
    popup.state.open_request().expect("a verification is open")
}

#[test]
fn a_page_that_verifies_is_handed_the_code() {
    let mut popup = popup("");
    assert_eq!(step(&mut popup, Event::Show), [became("prompting")]);
    let request = RequestId(1);
    assert_eq!(
        step(&mut popup, Event::Tap),
        [Effect::StartDeadline { request, delay: AUTHORIZATION_DEADLINE }, became("authorizing")]
    );
    let request = RequestId(2);
    assert_eq!(
        step(&mut popup, code()),
        [
            Effect::StartDeadline { request, delay: VERIFICATION_DEADLINE },
            Effect::Trigger(ComponentEvent::Get { code: "code".into() }),
            became("verifying"),
        ]
    );
    let answer = Event::PageVerified { code: "code".into(), verification: Verification::Ok(number()) };
    assert_eq!(step(&mut popup, answer), [Effect::StopDeadline, became("verified")]);
}

#[test]
fn a_popup_that_verifies_calls_the_function_and_tells_the_user() {
    let mut popup = popup("decryptPhoneNumber");
    for event in [Event::Show, Event::Tap] {
        step(&mut popup, event);
    }
    let request = RequestId(2);
    assert_eq!(
        step(&mut popup, code()),
        [
            Effect::StartDeadline { request, delay: VERIFICATION_DEADLINE },
            Effect::Verify { request, cloud_function: "decryptPhoneNumber".into(), code: "code".into() },
            became("verifying"),
        ]
    );
    assert_eq!(
        step(&mut popup, Event::Verified { request, verification: Verification::Ok(number()) }),
        [
            Effect::Report(Report::Success),
            Effect::Trigger(ComponentEvent::Verified { number: number(), masked: "138****8000".into() }),
            notified(Topic::Verified),
            Effect::StopDeadline,
            became("verified"),
        ]
    );
}

#[test]
fn a_page_that_verifies_is_told_of_a_refusal_and_tells_the_user() {
    let mut popup = popup("");
    for event in [Event::Show, Event::Tap] {
        step(&mut popup, event);
    }
    let [report, event] = rejected(Reason::UserDenied, Some(103));
    assert_eq!(step(&mut popup, refusal()), [report, event, Effect::StopDeadline, became("rejected")]);
}

#[test]
fn a_popup_that_verifies_tells_the_user_of_a_refusal_itself() {
    let mut popup = popup("decryptPhoneNumber");
    step(&mut popup, Event::Show);
    let [report, event] = rejected(Reason::UserDenied, Some(103));
    let told = notified(Topic::Failed(Reason::UserDenied, Stage::Authorization));
    assert_eq!(step(&mut popup, refusal()), [report, event, told, became("rejected")]);
}

#[test]
fn a_failed_verification_leaves_a_way_on() {
    let mut popup = popup("decryptPhoneNumber");
    let request = to_verification(&mut popup);
    let verification = Verification::Reject { reason: Reason::CodeInvalid, err_code: Some(40029), raw: String::new() };
    let [report, event] = rejected(Reason::CodeInvalid, Some(40029));
    let told = notified(Topic::Failed(Reason::CodeInvalid, Stage::Verification));
    assert_eq!(
        step(&mut popup, Event::Verified { request, verification }),
        [report, event, told, Effect::StopDeadline, became("failed")]
    );
    step(&mut popup, Event::Tap);
    assert_eq!(popup.state.name(), "authorizing");
}

#[test]
fn who_began_a_verification_ends_it_whatever_the_settings_say_by_then() {
    let mut popup = popup("decryptPhoneNumber");
    let request = to_verification(&mut popup);
    step(&mut popup, Event::Configure(Settings::default()));
    let effects = step(&mut popup, Event::Verified { request, verification: Verification::Ok(number()) });
    assert!(effects.contains(&notified(Topic::Verified)));
}

#[test]
fn a_used_up_quota_has_its_own_event() {
    let mut popup = popup("");
    step(&mut popup, Event::Show);
    assert_eq!(
        step(&mut popup, Event::Authorized(Outcome::Quota)),
        [
            Effect::Report(Report::Error { reason: Reason::QuotaExhausted, errno: Some(1_400_001) }),
            Effect::Trigger(ComponentEvent::QuotaExceeded),
            became("out_of_quota"),
        ]
    );
}

#[test]
fn a_second_result_during_a_verification_starts_nothing() {
    let mut popup = popup("decryptPhoneNumber");
    to_verification(&mut popup);
    for result in [code(), refusal(), Event::Authorized(Outcome::Quota), Event::Tap] {
        assert_eq!(step(&mut popup, result), []);
    }
}

#[test]
fn a_second_tap_starts_nothing() {
    let mut popup = popup("");
    for event in [Event::Show, Event::Tap] {
        step(&mut popup, event);
    }
    assert_eq!(step(&mut popup, Event::Tap), []);
}

#[test]
fn a_result_counts_without_a_tap_and_without_a_popup() {
    let mut popup = popup("");
    let effects = step(&mut popup, code());
    assert!(effects.contains(&Effect::Trigger(ComponentEvent::Get { code: "code".into() })));
    assert!(!popup.state.shown(), "a hidden popup does not come up by itself");
}

#[test]
fn a_verification_goes_on_behind_a_closed_popup() {
    for close in [Event::Hide, Event::Decline] {
        let mut popup = popup("decryptPhoneNumber");
        let request = to_verification(&mut popup);
        assert_eq!(step(&mut popup, close), []);
        let effects = step(&mut popup, Event::Verified { request, verification: Verification::Ok(number()) });
        assert!(effects.contains(&Effect::Report(Report::Success)));
        assert_eq!(popup.state, State::Verified);
    }
}

#[test]
fn a_verification_that_fails_behind_a_closed_popup_does_not_open_it() {
    let mut popup = popup("decryptPhoneNumber");
    let request = to_verification(&mut popup);
    step(&mut popup, Event::Hide);
    let verification = Verification::Reject { reason: Reason::Busy, err_code: Some(-1), raw: String::new() };
    step(&mut popup, Event::Verified { request, verification });
    assert_eq!(popup.state, State::Hidden);
}

#[test]
fn the_popups_own_button_refuses_once() {
    let mut popup = popup("");
    step(&mut popup, Event::Show);
    let [report, event] = rejected(Reason::UserDenied, None);
    assert_eq!(step(&mut popup, Event::Decline), [report, event, became("hidden")]);
    for event in [Event::Show, refusal()] {
        step(&mut popup, event);
    }
    assert_eq!(step(&mut popup, Event::Decline), [became("hidden")], "after an answer it only closes");
}

#[test]
fn an_overdue_verification_fails_and_its_late_answer_changes_nothing() {
    let mut popup = popup("decryptPhoneNumber");
    let request = to_verification(&mut popup);
    let [report, event] = rejected(Reason::Timeout, None);
    let told = notified(Topic::Failed(Reason::Timeout, Stage::Verification));
    assert_eq!(
        step(&mut popup, Event::DeadlinePassed { request }),
        [report, event, told, Effect::StopDeadline, became("failed")]
    );
    let late = Event::Verified { request, verification: Verification::Ok(number()) };
    assert_eq!(step(&mut popup, late), []);
}

#[test]
fn a_result_that_comes_after_its_deadline_still_counts() {
    let mut popup = popup("");
    for event in [Event::Show, Event::Tap] {
        step(&mut popup, event);
    }
    let request = popup.state.open_request().unwrap();
    assert_eq!(step(&mut popup, Event::DeadlinePassed { request }), [Effect::StopDeadline, became("prompting")]);
    step(&mut popup, code());
    assert_eq!(popup.state.name(), "verifying");
}

#[test]
fn ids_rise_and_are_never_used_again() {
    let mut popup = popup("decryptPhoneNumber");
    let mut last = RequestId(0);
    for _ in 0..100 {
        for event in [Event::Show, Event::Tap, code()] {
            step(&mut popup, event);
            if let Some(request) = popup.state.open_request() {
                assert!(request > last, "{request:?} after {last:?}");
                last = request;
            }
        }
        step(&mut popup, Event::DeadlinePassed { request: last });
    }
    assert_eq!(last, RequestId(200));
}
