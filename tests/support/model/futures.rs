//! What becomes of a world, and whether two worlds that count as one have the same future.

use wx_phone_login::effect::{ComponentEvent, Effect};
use wx_phone_login::event::{Event, Millis, Settings};

use super::events::events;
use super::world::World;

/// What an event makes of a world; `seen` is told of each step. The seconds of a countdown are alike, so they pass
/// together.
pub fn next(world: &World, event: &Event, delay: Millis, mut seen: impl FnMut(&World, &[Effect], &World)) -> World {
    let ticks = match event {
        Event::DeadlinePassed { .. } => world.popup.countdown().max(1),
        _ => 1,
    };
    let mut after = world.clone();
    for tick in 0..ticks {
        let before = after.clone();
        let effects = after.happen(event.clone(), if tick == 0 { delay } else { 0 });
        seen(&before, &effects, &after);
    }
    after
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
            let after = next(world, event, delay, |_, effects, _| asked.extend(effects.iter().map(shape)));
            (after.key(), asked)
        });
        (ended != other_ended).then(|| format!("{event:?} after {delay} ms: {:?}\nand {:?}", ended.1, other_ended.1))
    })
}

/// What is asked for, without the ids, the codes and the durations, which the future does not depend on.
fn shape(effect: &Effect) -> String {
    match effect {
        Effect::Trigger(ComponentEvent::Get { .. }) => "get".into(),
        Effect::Trigger(ComponentEvent::Reject { reason, .. }) => format!("reject {reason:?}"),
        Effect::Trigger(ComponentEvent::OtherLogin { reason, .. }) => format!("other login {reason:?}"),
        Effect::Trigger(event) => format!("{event:?}"),
        Effect::Verify { .. } => "verify".into(),
        Effect::StartDeadline { .. } => "start deadline".into(),
        Effect::CheckPrivacy { .. } => "check privacy".into(),
        Effect::Report(report) => format!("report {:?}", report.failure),
        Effect::StopDeadline | Effect::Notify(_) | Effect::Explain { .. } | Effect::Keep => format!("{effect:?}"),
    }
}
