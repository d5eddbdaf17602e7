//! `step` on any events, in any order, at any time.
#![no_main]

#[path = "../targets.rs"]
mod targets;

libfuzzer_sys::fuzz_target!(|data: &[u8]| targets::step_through_anything(data));
