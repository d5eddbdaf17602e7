//! The fuzz targets on stable: the seeds, cut and joined at random, always the same way.
#![cfg(not(target_arch = "wasm32"))]

#[path = "../fuzz/targets.rs"]
mod targets;

use proptest::prelude::RngCore;
use proptest::test_runner::{RngAlgorithm, TestRng};

/// Executions of each target.
const EXECUTIONS: usize = 200_000;

/// Bytes of the longest input.
const LONGEST: usize = 256;

/// Real messages, as the targets read them: a text that is there, and how long it is.
fn seeds() -> Vec<Vec<u8>> {
    let rows: Vec<serde_json::Value> = serde_json::from_str(include_str!("support/button-events.json")).unwrap();
    let texts = rows.iter().filter_map(|row| row["event"]["detail"]["errMsg"].as_str());
    let seeds: Vec<Vec<u8>> =
        texts.map(|text| [&[1, u8::try_from(text.len()).unwrap()], text.as_bytes()].concat()).collect();
    assert!(seeds.len() > 20, "the real messages are found");
    seeds
}

/// A seed and random bytes, cut into one another.
fn mixed(seed: &[u8], random: &mut impl RngCore) -> Vec<u8> {
    let mut bytes = vec![0; random.next_u32() as usize % LONGEST];
    random.fill_bytes(&mut bytes);
    let kept = random.next_u32() as usize % (seed.len() + 1);
    [&seed[..kept], &bytes].concat()
}

fn run(target: fn(&[u8])) {
    let mut random = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let seeds = seeds();
    for seed in &seeds {
        target(seed);
    }
    for execution in 0..EXECUTIONS {
        target(&mixed(&seeds[execution % seeds.len()], &mut random));
    }
}

#[test]
fn nothing_said_makes_classify_panic_or_invent() {
    run(targets::classify_anything);
}

#[test]
fn no_way_of_events_makes_step_panic() {
    run(targets::step_through_anything);
}
