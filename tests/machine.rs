//! What only a component of one's own can make happen, or what a client does that WeChat's engine cannot.
#![cfg(not(target_arch = "wasm32"))]

use wx_phone_login::classify::{Outcome, PhoneNumber, Success, Verification};
use wx_phone_login::effect::{ComponentEvent, Effect};
use wx_phone_login::event::{CallId, DeadlineId, Event, LostState, PrivacyWindow, Settings, ShowPhonePopup, Verifier};
use wx_phone_login::machine::{
    ATTEMPTS, AUTHORIZATION_DEADLINE, CODE_LIFE, PRIVACY_PAUSE_DEADLINE, Popup, VERIFICATION_DEADLINE, step,
};
use wx_phone_login::reason::Reason;
use wx_phone_login::time::{Millis, Reading};
use wx_phone_login::view::{OpenType, View, view};

const NOW: Reading = Reading(1_700_000_000_000.0);
const CLOUD_FUNCTION: &str = "decryptPhoneNumber";

fn failure(reason: Reason) -> Verification {
    Verification::Reject { reason, err_code: None, message: None, raw: None }
}

fn number() -> Success {
    let number = PhoneNumber { phone_number: "13800138000".into(), pure_phone_number: "13800138000".into() };
    Success { number: Some(number), masked_number: Some("138****8000".into()), country_code: "86".into() }
}

fn refusal(reason: Reason) -> Event {
    Event::Authorized(Outcome::Reject { reason, errno: None, raw: None })
}

/// A popup, and what it asked for last.
struct Driven {
    popup: Popup,
    effects: Vec<Effect>,
    call: Option<CallId>,
    deadline: Option<DeadlineId>,
}

impl Driven {
    fn new(cloud_function: &str) -> Driven {
        Driven::with(Settings { verifier: verifier(cloud_function), ..Settings::default() })
    }

    fn with(settings: Settings) -> Driven {
        Driven { popup: Popup::new(settings), effects: Vec::new(), call: None, deadline: None }
    }

    fn happen(&mut self, event: Event, now: Reading) {
        self.effects = step(&mut self.popup, event, now);
        for effect in &self.effects {
            match effect {
                Effect::Verify { call, .. } | Effect::Exchange { call, .. } => self.call = Some(*call),
                Effect::StartDeadline { deadline, .. } => self.deadline = Some(*deadline),
                Effect::Trigger(_)
                | Effect::StopDeadline
                | Effect::CheckPrivacy { .. }
                | Effect::Notify { .. }
                | Effect::Report(_)
                | Effect::Explain { .. }
                | Effect::Keep => {}
            }
        }
    }

    fn show(&mut self) {
        self.happen(Event::Show(ShowPhonePopup::Set), NOW);
    }

    fn fail(&mut self, reason: Reason, now: Reading) {
        let call = self.call.expect("a call was made");
        self.happen(Event::Answered { call, verification: failure(reason) }, now);
    }

    fn pass_deadline(&mut self, now: Reading) {
        let deadline = self.deadline.expect("a deadline was started");
        self.happen(Event::DeadlinePassed(deadline), now);
    }

    fn view(&self) -> View {
        view(&self.popup)
    }

    fn state(&self) -> &'static str {
        self.view().state.name()
    }

    /// The events that the page hears, by their names.
    fn heard(&self) -> Vec<&'static str> {
        let events = self.effects.iter().filter_map(|effect| match effect {
            Effect::Trigger(event) => Some(event.name()).filter(|name| *name != "phoneNumberStateChange"),
            Effect::Verify { .. }
            | Effect::Exchange { .. }
            | Effect::StartDeadline { .. }
            | Effect::StopDeadline
            | Effect::CheckPrivacy { .. }
            | Effect::Notify { .. }
            | Effect::Report(_)
            | Effect::Explain { .. }
            | Effect::Keep => None,
        });
        events.collect()
    }
}

/// A popup that asks, whose user has just agreed.
fn verifying(cloud_function: &str) -> Driven {
    let mut popup = Driven::new(cloud_function);
    popup.show();
    popup.happen(Event::Tap, NOW);
    popup.happen(Event::Authorized(Outcome::Ok { code: "code".into() }), NOW);
    assert_eq!(popup.state(), "verifying");
    popup
}

/// A popup whose function has failed.
fn failed(reason: Reason) -> Driven {
    let mut popup = verifying(CLOUD_FUNCTION);
    popup.fail(reason, NOW);
    assert_eq!(popup.state(), "failed");
    popup
}

#[test]
fn a_popup_that_is_shown_again_asks_again() {
    let mut popup = failed(Reason::CodeInvalid);
    popup.show();
    assert_eq!(popup.state(), "prompting");
}

#[test]
fn a_popup_that_is_shown_again_goes_on_offering_the_code_that_may_still_work() {
    let mut popup = failed(Reason::FunctionMissing);
    popup.show();
    assert_eq!((popup.state(), popup.view().button_text.text()), ("failed", "重试"));
    assert_eq!(popup.effects, []);
}

#[test]
fn no_answer_of_the_button_counts_while_a_code_may_still_be_sent() {
    for answer in [refusal(Reason::UserDenied), refusal(Reason::Network), Event::Authorized(Outcome::Quota)] {
        let mut popup = failed(Reason::FunctionMissing);
        popup.happen(answer, NOW);
        assert_eq!((popup.state(), popup.effects), ("failed", Vec::new()));
    }
}

fn code(text: &str) -> Event {
    Event::Authorized(Outcome::Ok { code: text.into() })
}

#[test]
fn after_a_log_out_the_codes_of_all_sheets_that_were_open_are_nobodys_and_the_next_one_counts() {
    let mut popup = Driven::new(CLOUD_FUNCTION);
    popup.show();
    for event in [Event::Tap, Event::Tap, Event::Decline, Event::Forget, code("first"), code("second")] {
        popup.happen(event, NOW);
    }
    assert_eq!(popup.call, None, "two sheets were open");
    popup.happen(code("third"), NOW);
    assert!(popup.call.is_some());
}

#[test]
fn a_log_out_with_no_sheet_open_costs_no_code() {
    let mut popup = Driven::new(CLOUD_FUNCTION);
    popup.happen(Event::Forget, NOW);
    popup.happen(code("code"), NOW);
    assert!(popup.call.is_some());
}

#[test]
fn the_newer_of_two_sheets_has_its_whole_time_after_the_refusal_of_the_older() {
    let mut popup = Driven::new(CLOUD_FUNCTION);
    popup.show();
    popup.happen(Event::Tap, NOW);
    popup.happen(Event::Tap, NOW);
    let first = popup.deadline;
    popup.happen(refusal(Reason::UserDenied), NOW + Millis::of_seconds(7));
    assert_ne!(popup.deadline, first, "it is counted anew");
    popup.happen(Event::DeadlinePassed(first.expect("it was started")), NOW + Millis::of_seconds(8));
    assert_eq!(popup.state(), "authorizing");
    popup.pass_deadline(NOW + Millis::of_seconds(15));
    assert_eq!(popup.state(), "prompting");
}

/// How long a tap waits for WeChat.
fn patience(popup: &Driven) -> Option<Millis> {
    popup.effects.iter().find_map(|effect| match effect {
        Effect::StartDeadline { delay, .. } => Some(*delay),
        Effect::Trigger(_)
        | Effect::Verify { .. }
        | Effect::Exchange { .. }
        | Effect::StopDeadline
        | Effect::CheckPrivacy { .. }
        | Effect::Notify { .. }
        | Effect::Report(_)
        | Effect::Explain { .. }
        | Effect::Keep => None,
    })
}

#[test]
fn what_wechat_says_once_more_of_a_privacy_refusal_makes_its_pause_no_longer() {
    let mut popup = Driven::new(CLOUD_FUNCTION);
    popup.show();
    for seconds in [0, 5] {
        popup.happen(Event::Tap, NOW + Millis::of_seconds(seconds));
        popup.happen(refusal(Reason::PrivacyRefused), NOW + Millis::of_seconds(seconds));
    }
    popup.happen(Event::Tap, NOW + Millis::of_seconds(9));
    assert_eq!(patience(&popup), Some(PRIVACY_PAUSE_DEADLINE));
    popup.pass_deadline(NOW + Millis::of_seconds(11));
    popup.happen(Event::Tap, NOW + Millis::of_seconds(11));
    assert_eq!(patience(&popup), Some(AUTHORIZATION_DEADLINE));
}

#[test]
fn silence_after_a_privacy_refusal_makes_the_popups_button_ask_for_it() {
    let settings =
        Settings { verifier: verifier(CLOUD_FUNCTION), privacy: PrivacyWindow::Popup, ..Settings::default() };
    let mut popup = Driven::with(settings);
    popup.show();
    popup.happen(Event::Tap, NOW);
    popup.happen(refusal(Reason::PrivacyRefused), NOW);
    popup.happen(Event::Hide, NOW);
    popup.show();
    let asked = popup.effects.iter().find_map(|effect| match effect {
        Effect::CheckPrivacy { question } => Some(*question),
        Effect::Trigger(_)
        | Effect::Verify { .. }
        | Effect::Exchange { .. }
        | Effect::StartDeadline { .. }
        | Effect::StopDeadline
        | Effect::Notify { .. }
        | Effect::Report(_)
        | Effect::Explain { .. }
        | Effect::Keep => None,
    });
    popup.happen(Event::PrivacyChecked { question: asked.expect("WeChat is asked"), needed: false }, NOW);
    popup.happen(Event::Tap, NOW);
    assert_eq!(popup.state(), "authorizing");
    popup.pass_deadline(NOW + PRIVACY_PAUSE_DEADLINE);
    assert_eq!((popup.state(), popup.view().open_type), ("rejected", OpenType::AgreePrivacyAuthorization));
}

#[test]
fn a_page_that_was_silent_can_still_bring_the_number_of_its_code() {
    for (code, ends) in [("another code", "failed"), ("code", "verified")] {
        let mut popup = verifying("");
        popup.pass_deadline(NOW + VERIFICATION_DEADLINE);
        let verification = Verification::Ok(number());
        popup.happen(Event::PageAnswered { code: code.into(), verification }, NOW + Millis::of_seconds(60));
        assert_eq!(popup.state(), ends, "{code}");
    }
}

#[test]
fn a_code_that_does_not_outlive_the_pause_is_not_waited_with() {
    let pause = Millis::of_seconds(1);
    for (left, state) in [(pause + Millis(1), "verifying"), (pause, "failed")] {
        let mut popup = verifying(CLOUD_FUNCTION);
        popup.fail(Reason::Busy, NOW + (CODE_LIFE - left));
        assert_eq!(popup.state(), state, "{left:?} are left");
    }
}

#[test]
fn a_limit_that_does_not_end_with_the_minute_is_not_waited_for_for_ever() {
    let mut popup = verifying(CLOUD_FUNCTION);
    let mut now = NOW;
    for _ in 1..ATTEMPTS {
        popup.fail(Reason::RateLimited, now);
        assert_eq!(popup.popup.countdown(), 60);
        now = now + Millis::of_seconds(60);
        popup.pass_deadline(now);
    }
    popup.fail(Reason::RateLimited, now);
    assert_eq!((popup.state(), popup.popup.countdown()), ("failed", 0));
}

fn verifier(cloud_function: &str) -> Verifier {
    Verifier::of(String::new(), cloud_function.into())
}

#[test]
fn a_popup_holds_what_another_one_with_the_same_verifier_can_finish() {
    for (popup, holds) in [
        (Driven::new(CLOUD_FUNCTION), false),
        (verifying(CLOUD_FUNCTION), true),
        (failed(Reason::FunctionMissing), true),
        (failed(Reason::CodeInvalid), false),
    ] {
        let state = popup.state();
        assert_eq!(popup.popup.holds(&verifier(CLOUD_FUNCTION), NOW), holds, "{state}");
        for other in [verifier("anotherFunction"), Verifier::of(CLOUD_FUNCTION.into(), String::new()), Verifier::Page] {
            assert!(!popup.popup.holds(&other, NOW), "{state} for {other:?}");
        }
    }
    let page_verifies = verifying("");
    assert!(!page_verifies.popup.holds(&Verifier::Page, NOW));
}

#[test]
fn a_code_is_held_no_longer_than_it_works() {
    let popup = failed(Reason::FunctionMissing);
    assert!(popup.popup.holds(&verifier(CLOUD_FUNCTION), NOW + (CODE_LIFE - Millis(1))));
    assert!(!popup.popup.holds(&verifier(CLOUD_FUNCTION), NOW + CODE_LIFE));
}

/// A popup whose first call nobody has answered, while WeChat says that the code was used.
fn used_by_an_unanswered_call() -> (Driven, CallId) {
    let mut popup = verifying(CLOUD_FUNCTION);
    let first = popup.call.expect("a call was made");
    popup.pass_deadline(NOW + VERIFICATION_DEADLINE);
    popup.pass_deadline(NOW + VERIFICATION_DEADLINE + Millis::of_seconds(1));
    popup.fail(Reason::CodeInvalid, NOW + Millis::of_seconds(30));
    popup.pass_deadline(NOW + Millis::of_seconds(50));
    assert_eq!(popup.state(), "failed");
    (popup, first)
}

#[test]
fn the_number_of_an_unanswered_call_counts_after_its_code_was_given_up() {
    let (mut popup, first) = used_by_an_unanswered_call();
    popup.happen(Event::Answered { call: first, verification: Verification::Ok(number()) }, NOW);
    assert_eq!((popup.state(), popup.heard()), ("verified", vec!["close", "login", "phoneNumberVerified"]));
}

#[test]
fn a_code_whose_last_call_has_failed_is_held_no_longer() {
    let (mut popup, first) = used_by_an_unanswered_call();
    assert!(popup.popup.holds(&verifier(CLOUD_FUNCTION), NOW));
    popup.happen(Event::Answered { call: first, verification: failure(Reason::Network) }, NOW);
    assert!(!popup.popup.holds(&verifier(CLOUD_FUNCTION), NOW));
}

/// A popup that has called so often, while nobody answered.
fn called_again(times: usize) -> (Driven, Vec<CallId>) {
    let settings = Settings { verifier: verifier(CLOUD_FUNCTION), idempotent: true, ..Settings::default() };
    let mut popup = Driven::with(settings);
    popup.show();
    popup.happen(code("code"), NOW);
    let mut calls = vec![popup.call.expect("it is called")];
    for _ in 1..times {
        popup.pass_deadline(NOW);
        calls.push(popup.call.expect("it is called"));
    }
    (popup, calls)
}

fn answer_to(call: CallId, verification: Verification) -> Event {
    Event::Answered { call, verification }
}

#[test]
fn the_failure_of_an_earlier_call_leaves_the_open_one_alone() {
    let (mut popup, calls) = called_again(2);
    popup.happen(answer_to(calls[0], failure(Reason::FunctionMissing)), NOW);
    assert_eq!((popup.state(), popup.effects.len()), ("verifying", 0));
    popup.happen(answer_to(calls[1], failure(Reason::FunctionMissing)), NOW);
    assert_eq!(popup.state(), "failed");
}

#[test]
fn a_code_that_was_used_is_given_up_when_the_last_earlier_call_has_failed() {
    let (mut popup, calls) = called_again(3);
    popup.happen(answer_to(calls[2], failure(Reason::CodeInvalid)), NOW);
    popup.happen(answer_to(calls[0], failure(Reason::Network)), NOW);
    assert_eq!(popup.state(), "verifying", "the other one may still bring it");
    popup.happen(answer_to(calls[1], failure(Reason::Network)), NOW);
    assert_eq!(popup.state(), "failed");
}

#[test]
fn the_number_of_an_unanswered_call_counts_after_its_code_has_stopped_working() {
    let (mut popup, calls) = called_again(2);
    popup.happen(answer_to(calls[1], failure(Reason::FunctionMissing)), NOW);
    assert_eq!(popup.view().button_text.text(), "重试");
    popup.pass_deadline(NOW + CODE_LIFE);
    assert_eq!(popup.view().button_text.text(), "");
    popup.happen(answer_to(calls[0], Verification::Ok(number())), NOW + CODE_LIFE);
    assert_eq!(popup.state(), "verified");
}

#[test]
fn the_old_value_of_the_property_opens_the_popup_100_ms_after_it_closed_and_not_before() {
    for (passed, state) in [(99, "hidden"), (100, "prompting")] {
        let mut popup = Driven::new(CLOUD_FUNCTION);
        popup.show();
        popup.happen(Event::Dismiss, NOW);
        popup.happen(Event::Show(ShowPhonePopup::Repeated { batched: false }), NOW + Millis(passed));
        assert_eq!(popup.state(), state, "{passed} ms");
    }
}

#[test]
fn a_popup_whose_component_has_left_takes_no_tap_and_no_code() {
    let mut popup = Driven::new(CLOUD_FUNCTION);
    popup.happen(Event::Detached, NOW);
    popup.show();
    popup.happen(code("code"), NOW);
    assert_eq!((popup.state(), popup.call), ("hidden", None));
}

#[test]
fn an_agreement_that_does_not_open_is_told_to_a_user_who_sees_the_popup() {
    let mut popup = Driven::new(CLOUD_FUNCTION);
    popup.happen(Event::AgreementNotOpened, NOW);
    assert_eq!(popup.effects.len(), 0);
    popup.show();
    popup.happen(Event::AgreementNotOpened, NOW);
    assert!(matches!(popup.effects[..], [Effect::Notify { .. }]));
}

#[test]
fn a_call_that_nobody_made_is_not_answered_while_others_are_open() {
    let mut popup = verifying(CLOUD_FUNCTION);
    popup.happen(Event::Authorized(Outcome::Ok { code: "second code".into() }), NOW);
    let mut now = NOW;
    for passed in [VERIFICATION_DEADLINE, Millis::of_seconds(1), VERIFICATION_DEADLINE] {
        now = now + passed;
        popup.pass_deadline(now);
    }
    assert_eq!(popup.state(), "verifying", "the second code took the place of the first one");
    popup.happen(Event::Answered { call: CallId(999), verification: Verification::Ok(number()) }, now);
    assert_eq!((popup.state(), popup.effects.len()), ("verifying", 0));
}

#[test]
fn what_nobody_understood_is_told_to_the_developer_as_it_was_said() {
    let mut popup = Driven::new(CLOUD_FUNCTION);
    popup.show();
    popup.happen(Event::Tap, NOW);
    let raw = String::from("something new");
    popup.happen(
        Event::Authorized(Outcome::Reject { reason: Reason::Unknown, errno: None, raw: Some(raw.clone()) }),
        NOW,
    );
    assert!(popup.effects.contains(&Effect::Explain { reason: Reason::Unknown, raw: Some(raw) }));
}

/// A popup that took the place of one whose module failed while it was on the screen.
fn recovered(state: LostState, event: Option<Event>) -> Driven {
    let mut popup = Driven::new(CLOUD_FUNCTION);
    popup.show();
    popup.happen(Event::Recovered { state: Some(state), event: event.map(Box::new) }, NOW);
    popup
}

fn answer(verification: Verification) -> Event {
    Event::Answered { call: CallId(7), verification }
}

#[test]
fn a_number_on_which_the_module_failed_is_not_lost() {
    let popup = recovered(LostState::Verifying, Some(answer(Verification::Ok(number()))));
    assert_eq!((popup.state(), popup.heard()), ("verified", vec!["close", "login", "phoneNumberVerified"]));
}

#[test]
fn a_number_on_which_the_module_failed_behind_a_hidden_popup_waits_for_the_next_show() {
    let mut popup = Driven::new(CLOUD_FUNCTION);
    let event = Some(Box::new(answer(Verification::Ok(number()))));
    popup.happen(Event::Recovered { state: Some(LostState::Verifying), event }, NOW);
    assert_eq!(popup.heard(), [""; 0]);
    assert_eq!(popup.popup.undelivered_call(), Some(CallId(1)), "its reply waits as that of a call of this popup");
    popup.show();
    assert_eq!(popup.popup.undelivered_call(), None);
    assert_eq!(popup.heard(), ["close", "login", "phoneNumberVerified"]);
}

#[test]
fn a_number_that_the_lost_popup_asked_for_counts_when_it_comes_later() {
    let mut popup = recovered(LostState::Verifying, Some(Event::PageHidden));
    assert_eq!((popup.state(), popup.heard()), ("failed", vec!["phoneNumberReject"]));
    let event = Some(Box::new(answer(Verification::Ok(number()))));
    popup.happen(Event::Recovered { state: None, event }, NOW);
    assert_eq!((popup.state(), popup.heard()), ("verified", vec!["close", "login", "phoneNumberVerified"]));
}

#[test]
fn a_code_on_which_the_module_failed_is_exchanged() {
    let event = Event::Authorized(Outcome::Ok { code: "code".into() });
    let popup = recovered(LostState::Authorizing, Some(event));
    assert_eq!(popup.state(), "verifying");
    assert!(popup.call.is_some(), "it is sent");
}

#[test]
fn a_failure_on_which_the_module_failed_is_told_as_what_it_is() {
    let popup = recovered(LostState::Verifying, Some(answer(failure(Reason::RateLimited))));
    assert_eq!((popup.state(), popup.heard()), ("failed", vec!["phoneNumberReject"]));
    let told = popup
        .effects
        .iter()
        .any(|effect| matches!(effect, Effect::Trigger(ComponentEvent::Reject { reason: Reason::RateLimited, .. })));
    assert!(told);
}

#[test]
fn a_sheet_that_was_open_when_the_module_failed_can_still_be_answered() {
    let mut popup = recovered(LostState::Authorizing, Some(Event::PageHidden));
    assert_eq!((popup.state(), popup.heard()), ("prompting", vec![""; 0]));
    assert_ne!(popup.view().other_login_button.text(), "", "another way is offered, as after eight seconds");
    popup.happen(refusal(Reason::UserDenied), NOW);
    assert_eq!(popup.heard(), ["phoneNumberReject"]);
}

#[test]
fn what_the_user_wanted_when_the_module_failed_happens() {
    let asked = recovered(LostState::Asking, Some(Event::Tap));
    assert_eq!(asked.state(), "authorizing");
    let refused = recovered(LostState::Asking, Some(Event::Decline));
    assert_eq!((refused.state(), refused.heard()), ("hidden", vec!["phoneNumberReject", "close"]));
    for state in [LostState::Authorizing, LostState::Verifying, LostState::Ended] {
        let left = recovered(state, Some(Event::Decline));
        assert_eq!((left.state(), left.heard()), ("hidden", vec!["close"]), "{state:?}");
    }
}

#[test]
fn an_event_on_which_the_module_fails_again_is_given_up_and_the_user_is_told() {
    let popup = recovered(LostState::Asking, None);
    assert_eq!((popup.state(), popup.heard()), ("rejected", vec!["phoneNumberReject"]));
    assert!(popup.effects.iter().any(|effect| matches!(effect, Effect::Notify { .. })));
}

/// A popup that asks only a user who has ticked the box.
fn with_a_box() -> Driven {
    let mut popup = Driven::with(Settings { require_agreement: true, ..Settings::default() });
    popup.show();
    popup
}

const TICKED: &str = "getPhoneNumber";
const NOT_TICKED: &str = "";

#[test]
fn a_tap_on_the_box_ticks_it_and_the_next_one_clears_it() {
    let mut popup = with_a_box();
    for open_type in [TICKED, NOT_TICKED, TICKED] {
        popup.happen(Event::Agree { agreed: None }, NOW);
        assert_eq!(popup.view().open_type.name(), open_type);
    }
    popup.happen(Event::Agree { agreed: Some(true) }, NOW);
    assert_eq!(popup.view().open_type.name(), TICKED);
}

#[test]
fn a_tap_on_a_box_whose_state_is_lost_does_not_tick_it() {
    let mut popup = with_a_box();
    let event = Some(Box::new(Event::Agree { agreed: None }));
    popup.happen(Event::Recovered { state: Some(LostState::Asking), event }, NOW);
    assert_eq!(popup.view().open_type.name(), NOT_TICKED);
}
