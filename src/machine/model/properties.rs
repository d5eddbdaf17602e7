//! Long ways that nobody thought of: random events, stale ones too, at any time, with a clock that jumps.

use proptest::prelude::*;

use super::events::{answers_to, happening};
use super::invariants::{check_state, check_transition};
use super::world::{World, settings_of_consent, settings_of_idempotence, settings_of_verifiers};
use crate::event::{Event, Settings};
use crate::time::Millis;

/// Events in a row.
const LENGTH: usize = 300;

/// By how many milliseconds the clock goes on, or back, before an event.
fn delay() -> impl Strategy<Value = Option<f64>> {
    prop_oneof![
        6 => Just(None),
        3 => (0.0..400_000.0).prop_map(Some),
        1 => (-10_000_000.0..0.0).prop_map(Some),
        1 => prop_oneof![Just(f64::MAX), Just(f64::MIN)].prop_map(Some),
    ]
}

/// An event by its place among those that can happen, and what the clock does before it.
fn way() -> impl Strategy<Value = Vec<(prop::sample::Index, Option<f64>)>> {
    prop::collection::vec((any::<prop::sample::Index>(), delay()), 1..LENGTH)
}

fn all_settings() -> Vec<Settings> {
    settings_of_verifiers().into_iter().chain(settings_of_consent()).chain(settings_of_idempotence()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_promise_is_kept_on_every_way(way in way()) {
        let settings = all_settings();
        let mut world = World::new(&settings[0]);
        for (choice, delay) in way {
            let events = happening(&world, &settings);
            let (event, in_its_time) = choice.get(&events).clone();
            let before = world.clone();
            let effects = world.happen_after(event.clone(), delay.unwrap_or(in_its_time.0.into()));
            check_transition(&before, &event, &effects, &world);
            check_state(&world);
        }
    }

    #[test]
    fn an_answer_of_no_open_request_changes_nothing(way in way(), stale in any::<u32>()) {
        let settings = all_settings();
        let mut world = World::new(&settings[1]);
        for (choice, _) in way {
            let events = happening(&world, &settings);
            let (event, delay) = choice.get(&events).clone();
            world.happen(event, delay);
        }
        let before = world.clone();
        for event in answers_to(stale.saturating_add(1_000_000)) {
            prop_assert_eq!(world.happen(event, Millis(0)), []);
            prop_assert_eq!(&world.popup.state, &before.popup.state);
        }
    }

    #[test]
    fn time_never_goes_back(delays in prop::collection::vec(any::<f64>(), 1..50)) {
        let mut world = World::new(&Settings::default());
        let mut last = world.popup.now();
        for delay in delays {
            world.happen_after(Event::PageShown, delay);
            prop_assert!(world.popup.now() >= last);
            last = world.popup.now();
        }
    }
}
