//! What only a component of one's own can make happen, or what a client does that WeChat's engine cannot.
#![cfg(not(target_arch = "wasm32"))]

use wx_phone_login::classify::{Outcome, PhoneNumber, Verification};
use wx_phone_login::event::{Event, Settings};
use wx_phone_login::machine::{Popup, VERIFICATION_DEADLINE, step};
use wx_phone_login::reason::Reason;
use wx_phone_login::state::State;

const NOW: i64 = 1_700_000_000_000;

fn failure(reason: Reason) -> Verification {
    Verification::Reject { reason, err_code: None, raw: String::new() }
}

/// A popup that asks, whose user has just agreed.
fn verifying(cloud_function: &str) -> Popup {
    let mut popup = Popup::new(Settings { cloud_function: cloud_function.into(), ..Settings::default() });
    for event in [Event::Show, Event::Tap, Event::Authorized(Outcome::Ok { code: "code".into() })] {
        step(&mut popup, event, NOW);
    }
    popup
}

/// The same when the function has failed.
fn failed(reason: Reason) -> Popup {
    let mut popup = verifying("decryptPhoneNumber");
    let request = popup.state.open_request().expect("a call is open");
    step(&mut popup, Event::Verified { request, verification: failure(reason) }, NOW);
    assert_eq!(popup.state, State::Failed { reason });
    popup
}

#[test]
fn a_popup_that_is_shown_again_asks_again() {
    let mut popup = failed(Reason::CodeInvalid);
    step(&mut popup, Event::Show, NOW);
    assert_eq!(popup.state, State::Prompting);
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
