//! What must hold after every event.

use super::world::{World, brings_code, delivers};
use crate::classify::{Outcome, Verification};
use crate::effect::{ComponentEvent, Effect};
use crate::event::{CallId, Event, QuestionId, ShowPhonePopup};
use crate::machine::presence::Presence;
use crate::machine::{TapMeaning, Undelivered, step};
use crate::reason::{Reason, SameCode};
use crate::state::{Audience, CODE_LIFE, HiddenBy, Phase, Prospect, State};
use crate::view::{OpenType, View, view};

pub fn check_state(world: &World) {
    assert_eq!(broken_promise_of_state(world), None, "{world:#?}");
}

/// The promise that a state breaks.
pub fn broken_promise_of_state(world: &World) -> Option<&'static str> {
    let promises = [
        ("what waits has a deadline, and only what waits", deadline_fits(world)),
        ("there is a way on", has_way_on(world)),
        ("the button is enabled exactly when a tap is accepted", button_fits(world)),
        ("nobody is asked to pay while a code can be sent or a number waits", asks_to_pay_only_in_need(world)),
        ("a component that left shows nothing", !world.popup.is_detached() || !world.popup.state.is_shown()),
    ];
    promises.into_iter().find(|(_, holds)| !holds).map(|(promise, _)| promise)
}

pub fn check_transition(before: &World, event: &Event, effects: &[Effect], after: &World) {
    let broken = broken_promise(before, event, effects, after);
    assert_eq!(broken, None, "{event:?}\nin {before:#?}\ngave {effects:#?}\nand {after:#?}");
}

/// The promise that an event has broken.
pub fn broken_promise(before: &World, event: &Event, effects: &[Effect], after: &World) -> Option<&'static str> {
    promises(before, event, effects, after).into_iter().find(|(_, holds)| !holds).map(|(promise, _)| promise)
}

fn promises(before: &World, event: &Event, effects: &[Effect], after: &World) -> [(&'static str, bool); 14] {
    [
        ("no code is sent while a call is open", !effects.iter().any(is_call) || before_call_is_over(before, event)),
        (
            "no code is sent again that is five minutes old",
            !effects.iter().any(sends) || is_fresh_or_young(before, after),
        ),
        ("a code that comes is sent, or waits to be", arrival_is_kept(before, event, effects, after)),
        ("a code in reserve is sent, or was not needed", reserve_is_kept(before, event, effects, after)),
        ("closing ends the login", closing_ends_the_login(before, event, effects)),
        ("a code ends in a number or in what prevents it", code_is_not_lost(before, event, effects, after)),
        ("a number reaches the page, or waits for it", number_is_not_lost(before, event, effects, after)),
        ("who left hears nothing", heard_by_nobody(effects, after)),
        ("who is not looking sees no notice", notices_are_seen(before, effects, after)),
        ("a hidden popup does nothing but tell", quiet_when_hidden(before, event, effects, after)),
        ("a state is told when it changes", state_is_told(before, effects, after)),
        (
            "a page is told once of what leaves its screen, and before it gets the number",
            close_is_told(before, event, effects, after),
        ),
        ("one report per outcome", effects.iter().filter(|effect| matches!(effect, Effect::Report(_))).count() <= 1),
        ("what is stale changes nothing", !is_stale(before, event) || (effects.is_empty() && same(before, after))),
    ]
}

fn deadline_fits(after: &World) -> bool {
    let waits = after.popup.state.sheet().is_some() || after.exchange().is_some();
    after.deadline.map(|(deadline, _)| deadline) == after.popup.deadline()
        && (after.popup.is_detached() || !waits || after.deadline.is_some())
}

/// A busy popup has a deadline (above); any other one can be tapped, closed, or shown.
fn has_way_on(after: &World) -> bool {
    let mut next = after.popup.clone();
    step(&mut next, Event::Attached, after.now);
    if after.popup.state.is_shown() {
        step(&mut next, Event::Decline, after.now);
        !next.state.is_shown()
    } else {
        let effects = step(&mut next, Event::Show(ShowPhonePopup::Set), after.now);
        next.state.is_shown() || delivers(&effects)
    }
}

fn button_fits(after: &World) -> bool {
    let View { open_type, disabled, .. } = view(&after.popup);
    let accepts_privacy = open_type == OpenType::AgreePrivacyAuthorization;
    let waits = after.popup.tap_meaning() == TapMeaning::Wait;
    let mut tapped = after.popup.clone();
    let effects = step(&mut tapped, Event::Tap, after.now);
    let asks = tapped.state.sheet().is_some() && !effects.is_empty();
    // Nobody can tap what nobody sees, nor is anybody told.
    let asks_for_consent = tapped.consent != after.popup.consent;
    let accepted =
        !effects.is_empty() || tapped.presence != after.popup.presence || accepts_privacy || asks_for_consent || waits;
    let nobody = after.popup.presence != Presence::Seen;
    (open_type != OpenType::None) == (asks || accepts_privacy) && (nobody || disabled != accepted)
}

/// What asks WeChat costs money where the user agrees.
fn asks_to_pay_only_in_need(after: &World) -> bool {
    let now = after.popup.now();
    let sendable = after.popup.state.unredeemed().is_some_and(|unredeemed| {
        unredeemed.prospect.reason_to_send().is_some() && unredeemed.code.life_left(now).is_some()
    });
    let waits = after.popup.undelivered.as_ref().is_some_and(|waiting| waiting.is_fresh(now));
    let held = sendable || waits || after.exchange().is_some();
    after.popup.tap_meaning() != TapMeaning::AskWeChat || !held
}

fn is_call(effect: &Effect) -> bool {
    matches!(effect, Effect::Verify { .. } | Effect::Exchange { .. })
}

fn sends(effect: &Effect) -> bool {
    is_call(effect) || matches!(effect, Effect::Trigger(ComponentEvent::Get { .. }))
}

fn before_call_is_over(before: &World, event: &Event) -> bool {
    match (before.waited_for, event) {
        (None, _) => true,
        (Some(_), Event::DeadlinePassed(passed)) => before.deadline.is_some_and(|(deadline, _)| deadline == *passed),
        (Some(open), Event::Answered { call, .. }) => open == *call,
        // A code of its own, while the one before it gets no answer any more.
        (Some(_), event) => brings_code(event) && before.exchange().is_none(),
    }
}

/// The first time a code is sent whatever its age: it is paid for.
fn is_fresh_or_young(before: &World, after: &World) -> bool {
    after.held_code().is_some_and(|(code, age)| age < CODE_LIFE || !before.sent.contains(code))
}

fn reserve(world: &World) -> Vec<&str> {
    let codes = world.exchange().map_or(&[][..], |exchange| &exchange.reserve);
    codes.iter().map(|code| code.text.as_str()).collect()
}

/// What the button says twice came once, and nobody hears it after the component has left.
fn arrival_is_kept(before: &World, event: &Event, effects: &[Effect], after: &World) -> bool {
    let Event::Authorized(Outcome::Ok { code }) = event else { return true };
    before.popup.is_detached()
        || before.last_code.as_deref() == Some(code)
        || before.popup.given_up_sheets.are_forgotten()
        || effects.iter().any(sends)
        || reserve(after).contains(&code.as_str())
}

fn reserve_is_kept(before: &World, event: &Event, effects: &[Effect], after: &World) -> bool {
    let is_over = delivers(effects) || after.popup.undelivered.is_some() || after.popup.state == State::Verified;
    is_over
        || *event == Event::Forget
        || hides(event) && before.by_page()
        || reserve(before).len() <= reserve(after).len() + usize::from(effects.iter().any(sends) && !brings_code(event))
}

/// The page that verifies by itself has the code, and hides the popup where it is done.
fn hides(event: &Event) -> bool {
    matches!(event, Event::Hide | Event::Detached)
}

/// Whom the user left hears nothing of how it went, until the popup is shown.
fn closing_ends_the_login(before: &World, event: &Event, effects: &[Effect]) -> bool {
    let Some(exchange) = before.exchange() else { return true };
    exchange.audience != Audience::Hidden(HiddenBy::User)
        || matches!(event, Event::Show(_))
        || !effects.iter().any(|effect| {
            matches!(effect, Effect::Trigger(ComponentEvent::Verified { .. } | ComponentEvent::Reject { .. }))
        })
}

/// Only the popup's own verification is in its hands.
fn code_is_not_lost(before: &World, event: &Event, effects: &[Effect], after: &World) -> bool {
    let Some((_, age)) = before.held_code() else { return true };
    let passed = after.popup.now() - before.popup.now();
    let by_page = before.by_page();
    let kept_for_next = !matches!(event, Event::Detached)
        || before.popup.is_detached()
        || effects.contains(&Effect::Keep)
        || before.popup.settings.verifier.exchanger().is_none()
        || before.popup.state.audience() == Audience::Hidden(HiddenBy::OtherLogin);
    by_page
        || *event == Event::Forget
        || (after.held_code().is_some() && kept_for_next)
        || age + passed >= CODE_LIFE
        || brings_code(event)
        || delivers(effects)
        || after.popup.undelivered.is_some()
        || is_final(event)
        || expires(before, event)
        || was_used(before)
}

/// WeChat has said that the code was used, and now the earlier call gave no number either.
fn was_used(before: &World) -> bool {
    match &before.popup.state {
        State::Verifying(exchange) => matches!(exchange.phase(), Some(Phase::AwaitingEarlierCall { .. })),
        State::Idle { unredeemed, .. } => unredeemed.as_ref().is_some_and(|code| code.prospect == Prospect::Awaited),
        State::Verified => false,
    }
}

/// The timer knows better than a clock that was set back.
fn expires(before: &World, event: &Event) -> bool {
    let Some(Prospect::Sendable { expiry, .. }) = before.popup.state.unredeemed().map(|code| code.prospect) else {
        return false;
    };
    matches!(event, Event::DeadlinePassed(passed) if *passed == expiry)
}

fn is_final(event: &Event) -> bool {
    matches!(event, Event::Answered { verification: Verification::Reject { reason, .. }, .. } if reason.row().same_code == SameCode::Never)
}

fn number_is_not_lost(before: &World, event: &Event, effects: &[Effect], after: &World) -> bool {
    let waited = before.popup.undelivered.is_some();
    let kept = after.popup.undelivered.is_some();
    // A page that verified by itself has another number; after a log-out, and after five minutes, it is nobody's.
    let is_old = |waiting: &Undelivered| after.popup.now() - waiting.came_at >= CODE_LIFE;
    let is_nobodys = matches!(event, Event::PageAnswered { verification: Verification::Ok(_), .. } | Event::Forget)
        || before.popup.undelivered.as_ref().is_some_and(is_old);
    let is_for_this_popup = before.popup.state.audience() == Audience::Hidden(HiddenBy::OtherLogin)
        || before.popup.settings.verifier.exchanger().is_none();
    let leaves = matches!(event, Event::Detached) && !before.popup.is_detached() && !is_for_this_popup;
    let is_left = !leaves || !kept || effects.contains(&Effect::Keep);
    is_nobodys || ((!waited || kept || delivers(effects)) && is_left)
}

fn heard_by_nobody(effects: &[Effect], after: &World) -> bool {
    !after.popup.is_detached()
        || effects.iter().all(|effect| match effect {
            // The server hears of a code that was in reserve.
            Effect::Report(_)
            | Effect::Explain { .. }
            | Effect::Keep
            | Effect::StopDeadline
            | Effect::Verify { .. }
            | Effect::Exchange { .. } => true,
            Effect::Trigger(_) | Effect::Notify { .. } | Effect::StartDeadline { .. } | Effect::CheckPrivacy { .. } => {
                false
            }
        })
}

/// A success closes the popup, which is no reason not to tell of it.
fn notices_are_seen(before: &World, effects: &[Effect], after: &World) -> bool {
    let notified = effects.iter().any(|effect| matches!(effect, Effect::Notify { .. }));
    let concerned = before.popup.state.is_shown() || before.popup.state == State::Verified;
    !notified || (after.popup.presence == Presence::Seen && concerned)
}

/// A code that comes is exchanged even then: it has been paid for.
fn quiet_when_hidden(before: &World, event: &Event, effects: &[Effect], after: &World) -> bool {
    let hidden = !before.popup.state.is_shown() && !after.popup.state.is_shown();
    let attached = matches!(event, Event::Attached);
    !hidden
        || after.sent.len() > before.sent.len()
        || effects.iter().all(|effect| match effect {
            Effect::Trigger(_) | Effect::Report(_) | Effect::Explain { .. } | Effect::Keep | Effect::StopDeadline => {
                true
            }
            // A call goes on, or an earlier one is waited for.
            Effect::StartDeadline { .. } => attached || after.exchange().is_some(),
            Effect::Notify { .. } => before.popup.state == State::Verified,
            Effect::Verify { .. } | Effect::Exchange { .. } | Effect::CheckPrivacy { .. } => false,
        })
}

fn state_is_told(before: &World, effects: &[Effect], after: &World) -> bool {
    let told: Vec<_> = effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::Trigger(ComponentEvent::StateChange { state }) => Some(*state),
            _ => None,
        })
        .collect();
    let name = after.popup.state.name();
    let changed = before.popup.state.name() != name && !after.popup.is_detached();
    if changed { told == [name] } else { told.is_empty() }
}

/// The page that hides the popup knows; a show that brings a number at once closes too.
fn close_is_told(before: &World, event: &Event, effects: &[Effect], after: &World) -> bool {
    let place = |wanted: fn(&ComponentEvent) -> bool| {
        effects.iter().position(|effect| matches!(effect, Effect::Trigger(event) if wanted(event)))
    };
    let closes =
        effects.iter().filter(|effect| matches!(effect, Effect::Trigger(ComponentEvent::Close { .. }))).count();
    let asked_to = matches!(event, Event::Hide | Event::Detached);
    let was_shown = before.popup.state.is_shown() || delivers(effects) && matches!(event, Event::Show(_));
    let heard = !after.popup.is_detached();
    let leaves = was_shown && !after.popup.state.is_shown() && !asked_to && heard;
    let close = place(|event| matches!(event, ComponentEvent::Close { .. }));
    let number = place(|event| matches!(event, ComponentEvent::Verified { .. } | ComponentEvent::OtherLogin { .. }));
    closes == usize::from(leaves) && (number.is_none() || close.is_none() || close < number)
}

fn is_stale(before: &World, event: &Event) -> bool {
    match event {
        Event::DeadlinePassed(passed) => before.deadline.is_none_or(|(running, _)| running != *passed),
        Event::Answered { call, .. } => *call == CallId(0),
        Event::PrivacyChecked { question, .. } => *question == QuestionId(0),
        Event::PageAnswered { code, .. } => code == "another code",
        _ => false,
    }
}

fn same(before: &World, after: &World) -> bool {
    before.popup.state == after.popup.state && before.popup.consent == after.popup.consent
}

/// Every fate of a code has a reason among those that are tried.
#[test]
fn every_fate_of_a_code_is_tried() {
    let tried = super::events::FAILURES.map(|reason: Reason| reason.row().same_code);
    for row in crate::reason::TABLE {
        assert!(tried.contains(&row.same_code), "{:?}", row.same_code);
    }
}
