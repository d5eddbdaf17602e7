//! Every state that can be reached, and in each of them every event: what must hold, holds.
//!
//! Two popups are one where their canonical forms are: that is all that decides about the future, which
//! `equal_popups_have_equal_futures` tries. What is bounded is what can pile up without end: two calls that nobody
//! answers, and one code in reserve. `cargo test` stops after a number of states, the nearest first;
//! `MODEL_CHECK=whole` goes on to the last one.

use std::collections::HashMap;
use std::env;

use super::events::events;
use super::futures::{differing_future, next};
use super::invariants::{broken_promise, broken_promise_of_state};
use super::world::{
    Key, World, settings_of_consent, settings_of_guidance, settings_of_idempotence, settings_of_verifiers,
};
use crate::event::{Event, Settings};
use crate::time::Millis;

/// States after which a run that is not of the whole ends.
const NEAREST: usize = 40_000;

#[test]
fn whoever_verifies_every_promise_is_kept() {
    explore("who verifies", &settings_of_verifiers());
}

#[test]
fn whatever_the_user_has_to_agree_to_every_promise_is_kept() {
    explore("consent", &settings_of_consent());
}

#[test]
fn where_the_popup_shows_all_of_its_view_every_promise_is_kept() {
    explore("guidance", &settings_of_guidance());
}

#[test]
fn where_a_second_call_does_no_harm_every_promise_is_kept() {
    explore("idempotence", &settings_of_idempotence());
}

/// A world that was reached, and by what from which other one.
struct Reached {
    world: World,
    by: Option<(usize, Event, Millis)>,
}

fn explore(name: &str, settings: &[Settings]) {
    let limit = if env::var("MODEL_CHECK").is_ok_and(|value| value == "whole") { usize::MAX } else { NEAREST };
    let mut reached = vec![Reached { world: World::new(&settings[0]), by: None }];
    let mut seen = HashMap::from([(reached[0].world.key(), 0)]);
    let mut transitions = 0_u64;
    let mut at = 0;
    while at < reached.len() && at < limit {
        let world = reached[at].world.clone();
        if let Some(promise) = broken_promise_of_state(&world) {
            panic!("{promise}\n{}\n{world:#?}", way_to(&reached, at));
        }
        for (event, delay) in events(&world, settings) {
            let after = next(&world, &event, delay, |before, event, effects, after| {
                if let Some(promise) = broken_promise(before, event, effects, after) {
                    panic!("{promise}\n{}\n{event:?} after {delay:?} gave {effects:#?}", way_to(&reached, at));
                }
            });
            transitions += 1;
            if after.is_bounded() && !seen.contains_key(&after.key()) {
                seen.insert(after.key(), reached.len());
                reached.push(Reached { world: after, by: Some((at, event, delay)) });
            }
        }
        at += 1;
    }
    let part = if at < reached.len() { "the nearest" } else { "all" };
    println!("model check, {name}: {part} {at} states, {transitions} transitions");
    assert!(at > 1_000, "the model is hardly explored");
}

/// The shortest way to a world, an event a line.
fn way_to(reached: &[Reached], mut at: usize) -> String {
    let mut way = Vec::new();
    while let Some((from, event, delay)) = &reached[at].by {
        way.push(format!("  {event:?} after {delay:?}"));
        at = *from;
    }
    way.reverse();
    way.join("\n")
}

/// Pairs of worlds that are one by their key, and came about otherwise.
#[test]
fn equal_popups_have_equal_futures() {
    let settings = settings_of_verifiers();
    let mut reached = vec![World::new(&settings[0])];
    let mut seen: HashMap<Key, usize> = HashMap::from([(reached[0].key(), 0)]);
    let (mut at, mut pairs) = (0, 0);
    while at < 4_000 {
        let world = reached[at].clone();
        for (event, delay) in events(&world, &settings) {
            let after = next(&world, &event, delay, |_, _, _, _| {});
            match seen.get(&after.key()) {
                Some(twin) => {
                    pairs += 1;
                    let differs =
                        if pairs % 40 == 0 { differing_future(&reached[*twin], &after, &settings) } else { None };
                    assert_eq!(differs, None, "{:#?}\nand {after:#?}", reached[*twin]);
                }
                None if after.is_bounded() => {
                    seen.insert(after.key(), reached.len());
                    reached.push(after);
                }
                None => {}
            }
        }
        at += 1;
    }
    println!("model check: {} pairs of equal popups have equal futures", pairs / 40);
    assert!(pairs > 40_000, "hardly any pairs are tried");
}
