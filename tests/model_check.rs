//! Every state that can be reached, and in each of them every event: what must hold, holds.
//!
//! States are told apart by everything that decides about the future. Request ids count from the last one,
//! and of ages only matters what is over: whatever comes later is tried from each state, because every event
//! also happens after a pause of WeChat and after the life of a code.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/model/mod.rs"]
mod model;

use std::collections::{HashSet, VecDeque};

use model::events::events;
use model::invariants::{check_state, check_transition};
use model::world::{World, settings_of_consent, settings_of_verifiers};
use wx_phone_login::event::Settings;

#[test]
fn whoever_verifies_every_promise_is_kept() {
    explore("who verifies", &settings_of_verifiers());
}

#[test]
fn whatever_the_user_has_to_agree_to_every_promise_is_kept() {
    explore("consent", &settings_of_consent());
}

fn explore(name: &str, settings: &[Settings]) {
    let first = World::new(&settings[0]);
    let mut seen = HashSet::from([first.key()]);
    let mut unexplored = VecDeque::from([first]);
    let mut transitions = 0_u64;
    while let Some(world) = unexplored.pop_front() {
        check_state(&world);
        for (event, delay) in events(&world, settings) {
            let mut after = world.clone();
            let effects = after.happen(event.clone(), delay);
            transitions += 1;
            check_transition(&world, &event, &effects, &after);
            if seen.insert(after.key()) {
                unexplored.push_back(after);
            }
        }
    }
    println!("model check, {name}: {} states, {transitions} transitions", seen.len());
    assert!(seen.len() > 1_000, "the model is hardly explored");
}
