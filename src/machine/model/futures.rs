//! What becomes of a world, and whether two worlds that count as one have the same future.

use super::events::events;
use super::world::World;
use crate::effect::{ComponentEvent, Effect, Report};
use crate::event::{Event, Settings};
use crate::time::Millis;

/// What an event makes of a world; `seen` is told of each step. The seconds of a countdown are alike, so they pass
/// together.
pub fn next(
    world: &World,
    event: &Event,
    delay: Millis,
    mut seen: impl FnMut(&World, &Event, &[Effect], &World),
) -> World {
    let mut after = world.clone();
    let effects = after.happen(event.clone(), delay);
    seen(world, event, &effects, &after);
    let counts_down = world.popup.countdown() > 0 && is_running_deadline(world, event);
    while let Some((deadline, _)) = after.deadline.filter(|_| counts_down && after.popup.countdown() > 0) {
        let before = after.clone();
        let tick = Event::DeadlinePassed(deadline);
        let effects = after.happen(tick.clone(), Millis(0));
        seen(&before, &tick, &effects, &after);
    }
    after
}

fn is_running_deadline(world: &World, event: &Event) -> bool {
    matches!(event, Event::DeadlinePassed(passed) if world.deadline.is_some_and(|(running, _)| running == *passed))
}

/// The first event after which two worlds are not one any more, or ask for something else.
pub fn differing_future(one: &World, other: &World, settings: &[Settings]) -> Option<String> {
    let (events_of_one, events_of_other) = (events(one, settings), events(other, settings));
    if events_of_one.len() != events_of_other.len() {
        return Some("other things can happen".into());
    }
    let pairs = events_of_one.into_iter().zip(events_of_other);
    pairs.into_iter().find_map(|((event, delay), (same, _))| {
        let [ended, other_ended] = [(one, &event), (other, &same)].map(|(world, event)| {
            let mut asked = Vec::new();
            let after = next(world, event, delay, |_, _, effects, _| asked.extend(effects.iter().map(shape)));
            (after.key(), asked)
        });
        (ended != other_ended).then(|| format!("{event:?} after {delay:?}: {:?}\nand {:?}", ended.1, other_ended.1))
    })
}

/// What is asked for, without the ids, the codes and the durations, which the future does not depend on.
fn shape(effect: &Effect) -> String {
    match effect {
        Effect::Trigger(ComponentEvent::Get { .. }) => "get".into(),
        Effect::Trigger(ComponentEvent::Reject { reason, .. }) => format!("reject {reason:?}"),
        Effect::Trigger(ComponentEvent::OtherLogin { reason, .. }) => format!("other login {reason:?}"),
        Effect::Trigger(ComponentEvent::Login { data: _, phone_number, country_code, masked_number, mode }) => {
            format!("login {phone_number:?} {country_code:?} {masked_number:?} {mode:?}")
        }
        Effect::Trigger(event) => format!("{event:?}"),
        Effect::Verify { .. } | Effect::Exchange { .. } => "verify".into(),
        Effect::StartDeadline { .. } => "start deadline".into(),
        Effect::CheckPrivacy { .. } => "check privacy".into(),
        Effect::Report(Report::Success(_)) => "success".into(),
        Effect::Report(Report::Failure(data)) => format!("failure {:?} {:?}", data.reason, data.errno),
        Effect::StopDeadline | Effect::Notify { .. } | Effect::Explain { .. } | Effect::Keep => format!("{effect:?}"),
    }
}
