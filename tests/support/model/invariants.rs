//! What must hold after every event.

use wx_phone_login::classify::Verification;
use wx_phone_login::effect::{ComponentEvent, Effect};
use wx_phone_login::event::{Event, RequestId, Verifier};
use wx_phone_login::machine::{Presence, step};
use wx_phone_login::reason::{Reason, SameCode};
use wx_phone_login::state::{CODE_LIFE, State};
use wx_phone_login::view::{Field, view};

use super::world::{World, brings_code, delivers};

pub fn check_state(world: &World) {
    let promises = [
        ("what waits has a deadline, and only what waits", deadline_fits(world)),
        ("there is a way on", has_way_on(world)),
        ("the button is enabled exactly when a tap is accepted", button_fits(world)),
    ];
    for (promise, holds) in promises {
        assert!(holds, "{promise}: {world:#?}");
    }
}

pub fn check_transition(before: &World, event: &Event, effects: &[Effect], after: &World) {
    for (promise, holds) in promises(before, event, effects, after) {
        assert!(holds, "{promise}: {event:?}\nin {before:#?}\ngave {effects:#?}\nand {after:#?}");
    }
}

fn promises(before: &World, event: &Event, effects: &[Effect], after: &World) -> [(&'static str, bool); 11] {
    [
        ("no code is sent while a call is open", !effects.iter().any(is_call) || before_call_is_over(before, event)),
        ("no code is sent that is five minutes old", !effects.iter().any(sends) || is_young(after)),
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
    after.deadline.map(|(request, _)| request) == after.popup.deadline()
        && (after.popup.presence == Presence::Gone
            || after.popup.state.open_request().is_none()
            || after.deadline.is_some())
}

/// A busy popup has a deadline (above); any other one can be tapped, closed, or shown.
fn has_way_on(after: &World) -> bool {
    let mut next = after.popup.clone();
    step(&mut next, Event::Attached, after.now);
    if after.popup.state.shown() {
        step(&mut next, Event::Decline, after.now);
        !next.state.shown()
    } else {
        let effects = step(&mut next, Event::Show, after.now);
        next.state.shown() || delivers(&effects)
    }
}

fn button_fits(after: &World) -> bool {
    let fields = view(&after.popup);
    let field = |wanted: &str| {
        fields.fields().iter().find_map(|field| match *field {
            Field::Text(name, text) if name == wanted => Some(!text.is_empty()),
            Field::Flag(name, flag) if name == wanted => Some(flag),
            Field::Text(..) | Field::Flag(..) | Field::Number(..) => None,
        })
    };
    let accepts_privacy = fields.fields().contains(&Field::Text("openType", "agreePrivacyAuthorization"));
    let mut tapped = after.popup.clone();
    let effects = step(&mut tapped, Event::Tap, after.now);
    let asks = matches!(tapped.state, State::Authorizing { .. }) && !effects.is_empty();
    // Nobody can tap what nobody sees, nor is anybody told.
    let accepted = !effects.is_empty() || tapped.held_notice != after.popup.held_notice || accepts_privacy;
    let nobody = after.popup.presence != Presence::Seen;
    field("openType") == Some(asks || accepts_privacy) && (nobody || field("disabled") == Some(!accepted))
}

fn is_call(effect: &Effect) -> bool {
    matches!(effect, Effect::Verify { .. })
}

fn sends(effect: &Effect) -> bool {
    is_call(effect) || matches!(effect, Effect::Trigger(ComponentEvent::Get { .. }))
}

fn before_call_is_over(before: &World, event: &Event) -> bool {
    match (before.waited_for, event) {
        (None, _) => true,
        (Some(open), Event::DeadlinePassed { request } | Event::Verified { request, .. }) => open == *request,
        // A code of its own, while the one before it gets no answer any more.
        (Some(_), event) => brings_code(event) && !matches!(before.popup.state, State::Verifying(_)),
    }
}

fn is_young(after: &World) -> bool {
    after.held_code().is_some_and(|(_, age)| age < CODE_LIFE)
}

/// Only the popup's own verification is in its hands.
fn code_is_not_lost(before: &World, event: &Event, effects: &[Effect], after: &World) -> bool {
    let Some((_, age)) = before.held_code() else { return true };
    let passed = after.popup.time() - before.popup.time();
    let by_page = match &before.popup.state {
        State::Verifying(exchange) => exchange.verifier() == Verifier::Page,
        _ => false,
    };
    let kept_for_next = !matches!(event, Event::Detached)
        || before.popup.presence == Presence::Gone
        || effects.contains(&Effect::Keep)
        || before.popup.settings.verifier() == Verifier::Page;
    by_page
        || (after.held_code().is_some() && kept_for_next)
        || age + passed >= CODE_LIFE
        || brings_code(event)
        || delivers(effects)
        || after.popup.undelivered.is_some()
        || is_final(event)
        || expires(before, event)
}

/// The timer knows better than a clock that was set back.
fn expires(before: &World, event: &Event) -> bool {
    let expiry = before.popup.kept.as_ref().and_then(|kept| kept.expiry);
    matches!(event, Event::DeadlinePassed { request } if Some(*request) == expiry && expiry.is_some())
}

fn is_final(event: &Event) -> bool {
    matches!(event, Event::Verified { verification: Verification::Reject { reason, .. }, .. } if reason.row().same_code == SameCode::Never)
}

fn number_is_not_lost(before: &World, event: &Event, effects: &[Effect], after: &World) -> bool {
    let waited = before.popup.undelivered.is_some();
    let kept = after.popup.undelivered.is_some();
    let keeps = !matches!(event, Event::Detached)
        || !kept
        || before.popup.presence == Presence::Gone
        || effects.contains(&Effect::Keep);
    // A page that verified by itself has another number.
    let superseded = matches!(event, Event::PageVerified { verification: Verification::Ok(_), .. });
    (!waited || kept || superseded || delivers(effects)) && keeps
}

fn heard_by_nobody(effects: &[Effect], after: &World) -> bool {
    after.popup.presence != Presence::Gone
        || effects.iter().all(|effect| match effect {
            Effect::Report(_) | Effect::Explain { .. } | Effect::Keep | Effect::StopDeadline => true,
            Effect::Trigger(_)
            | Effect::Notify(_)
            | Effect::Verify { .. }
            | Effect::StartDeadline { .. }
            | Effect::CheckPrivacy { .. } => false,
        })
}

/// A success closes the popup, which is no reason not to tell of it.
fn notices_are_seen(before: &World, effects: &[Effect], after: &World) -> bool {
    let notified = effects.iter().any(|effect| matches!(effect, Effect::Notify(_)));
    let concerned = before.popup.state.shown() || before.popup.state == State::Verified;
    !notified || (after.popup.presence == Presence::Seen && concerned)
}

/// A code that comes is exchanged even then: it has been paid for.
fn quiet_when_hidden(before: &World, event: &Event, effects: &[Effect], after: &World) -> bool {
    let hidden = !before.popup.state.shown() && !after.popup.state.shown();
    let attached = matches!(event, Event::Attached);
    !hidden
        || brings_code(event)
        || effects.iter().all(|effect| match effect {
            Effect::Trigger(_) | Effect::Report(_) | Effect::Explain { .. } | Effect::Keep | Effect::StopDeadline => {
                true
            }
            Effect::StartDeadline { .. } => attached,
            Effect::Notify(_) => before.popup.state == State::Verified,
            Effect::Verify { .. } | Effect::CheckPrivacy { .. } => false,
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
    let changed = before.popup.state.name() != name && after.popup.presence != Presence::Gone;
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
    let was_shown = before.popup.state.shown() || matches!(event, Event::Show);
    let heard = after.popup.presence != Presence::Gone;
    let leaves = was_shown && !after.popup.state.shown() && !asked_to && heard;
    let close = place(|event| matches!(event, ComponentEvent::Close { .. }));
    let number = place(|event| matches!(event, ComponentEvent::Verified { .. } | ComponentEvent::OtherLogin { .. }));
    closes == usize::from(leaves) && (number.is_none() || close.is_none() || close < number)
}

fn is_stale(before: &World, event: &Event) -> bool {
    let never = RequestId(0);
    match event {
        Event::DeadlinePassed { request } => before.deadline.is_none_or(|(running, _)| running != *request),
        Event::Verified { request, .. } | Event::PrivacyChecked { request, .. } => *request == never,
        Event::PageVerified { code, .. } => code == "another code",
        _ => false,
    }
}

fn same(before: &World, after: &World) -> bool {
    before.popup.state == after.popup.state
        && before.popup.kept == after.popup.kept
        && before.popup.consent == after.popup.consent
}

/// Every fate of a code has a reason among those that are tried.
#[test]
fn every_fate_of_a_code_is_tried() {
    let tried = super::events::FAILURES.map(|reason: Reason| reason.row().same_code);
    for row in wx_phone_login::reason::TABLE {
        assert!(tried.contains(&row.same_code), "{:?}", row.same_code);
    }
}
