//! The scenario files, run through the core on this machine; tests/scenarios/*.test.mjs run the same ones
//! through the built module and through the built component.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/scenarios/mod.rs"]
mod support;

use support::{mistakes, run, scenarios, text};

#[test]
fn every_scenario_goes_as_expected() {
    let scenarios = scenarios();
    assert!(scenarios.len() > 35, "the files are read");
    let failures: Vec<_> = scenarios.iter().filter_map(|scenario| run(scenario).err()).collect();
    assert!(failures.is_empty(), "\n{}\n", failures.join("\n"));
}

#[test]
fn every_mistake_is_seen() {
    for mistake in mistakes() {
        let said = run(&mistake).err().unwrap_or_default();
        assert!(said.contains(text(&mistake, "says")), "{}: {said:?}", text(&mistake, "name"));
    }
}
