//! What only a component of one's own can make happen, or what a client does that WeChat's engine cannot.
#![cfg(not(target_arch = "wasm32"))]

use wx_phone_login::classify::{Outcome, PhoneNumber, Verification};
use wx_phone_login::event::{Event, Settings};
use wx_phone_login::machine::{ATTEMPTS, Popup, VERIFICATION_DEADLINE, step};
use wx_phone_login::reason::Reason;
use wx_phone_login::state::{CODE_LIFE, State};

const NOW: i64 = 1_700_000_000_000;

fn failure(reason: Reason) -> Verification {
    Verification::Reject { reason, err_code: None, message: String::new(), raw: String::new() }
}

/// A popup that asks, whose user has just agreed.
fn verifying(cloud_function: &str) -> Popup {
    let mut popup = Popup::new(Settings { cloud_function: cloud_function.into(), ..Settings::default() });
    for event in [Event::Show, Event::Tap, Event::Authorized(Outcome::Ok { code: "code".into() })] {
        step(&mut popup, event, NOW);
    }
    popup
}

/// The function fails for a reason.
fn fail(popup: &mut Popup, reason: Reason, now: i64) {
    let request = popup.state.open_request().expect("a call is open");
    step(popup, Event::Verified { request, verification: failure(reason) }, now);
}

/// A popup whose function has failed.
fn failed(reason: Reason) -> Popup {
    let mut popup = verifying("decryptPhoneNumber");
    fail(&mut popup, reason, NOW);
    assert_eq!(popup.state, State::Failed { reason });
    popup
}

#[test]
fn a_popup_that_is_shown_again_asks_again() {
    let mut popup = failed(Reason::CodeInvalid);
    step(&mut popup, Event::Show, NOW);
    assert_eq!(popup.state, State::Prompting { unanswered: None });
}

#[test]
fn a_popup_that_is_shown_again_goes_on_offering_the_code_it_keeps() {
    let mut popup = failed(Reason::FunctionMissing);
    assert_eq!(step(&mut popup, Event::Show, NOW), []);
    assert_eq!(popup.state, State::Failed { reason: Reason::FunctionMissing });
}

#[test]
fn no_refusal_counts_while_a_code_is_kept() {
    let mut popup = failed(Reason::FunctionMissing);
    let reason = Reason::UserDenied;
    let refusal = Event::Authorized(Outcome::Reject { reason, errno: None, raw: String::new() });
    assert_eq!(step(&mut popup, refusal, NOW), []);
    assert_eq!(popup.refusals, 0);
}

#[test]
fn a_page_that_was_silent_can_still_bring_the_number_of_its_code() {
    let number = PhoneNumber {
        phone_number: "13800138000".into(),
        pure_phone_number: "13800138000".into(),
        country_code: "86".into(),
    };
    for (code, ends) in [("another code", State::Failed { reason: Reason::Timeout }), ("code", State::Verified)] {
        let mut popup = verifying("");
        let request = popup.state.open_request().expect("the page is waited for");
        step(&mut popup, Event::DeadlinePassed { request }, NOW + VERIFICATION_DEADLINE);
        let verification = Verification::Ok(number.clone());
        step(&mut popup, Event::PageVerified { code: code.into(), verification }, NOW + 60_000);
        assert_eq!(popup.state, ends, "{code}");
    }
}

#[test]
fn a_code_that_does_not_outlive_the_pause_is_not_waited_with() {
    let pause = 1_000;
    for (left, waits) in [(pause + 1, true), (pause, false)] {
        let mut popup = verifying("decryptPhoneNumber");
        fail(&mut popup, Reason::Busy, NOW + CODE_LIFE - left);
        assert_eq!(popup.countdown() > 0, waits, "{left} ms are left");
        assert_eq!(popup.state.name(), if waits { "verifying" } else { "failed" });
    }
}

#[test]
fn a_limit_that_does_not_end_with_the_minute_is_not_waited_for_for_ever() {
    let mut popup = verifying("decryptPhoneNumber");
    let mut now = NOW;
    for _ in 1..ATTEMPTS {
        fail(&mut popup, Reason::RateLimited, now);
        assert_eq!(popup.countdown(), 60);
        now += 60_000;
        let request = popup.deadline().expect("the seconds are counted");
        step(&mut popup, Event::DeadlinePassed { request }, now);
    }
    fail(&mut popup, Reason::RateLimited, now);
    assert_eq!(popup.state, State::Failed { reason: Reason::RateLimited });
}
