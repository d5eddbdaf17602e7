//! Every state that can be reached, and in each of them every event: what must hold, holds.
//!
//! States are told apart by everything that decides about the future. Request ids count from the last one,
//! and of ages only matters what is over: whatever comes later is tried from each state, because every event
//! also happens after a pause of WeChat and after the life of a code.
#![cfg(not(target_arch = "wasm32"))]

mod model;

use std::collections::{HashSet, VecDeque};

use model::events::events;
use model::invariants::check;
use model::world::{SETTINGS, World};

#[test]
fn every_reachable_state_keeps_every_promise_on_every_event() {
    let mut seen = HashSet::new();
    let mut waiting: VecDeque<World> = SETTINGS.iter().map(World::new).collect();
    let mut transitions = 0_u64;
    while let Some(world) = waiting.pop_front() {
        if !seen.insert(world.key()) {
            continue;
        }
        for (event, delay) in events(&world) {
            let mut after = world.clone();
            let effects = after.happen(event.clone(), delay);
            transitions += 1;
            check(&world, &event, &effects, &after);
            if !seen.contains(&after.key()) {
                waiting.push_back(after);
            }
        }
    }
    println!("model check: {} states, {transitions} transitions", seen.len());
    assert!(seen.len() > 1_000, "the model is hardly explored");
}
