//! `classify` and `classify_reply` on anything.
#![no_main]

#[path = "../targets.rs"]
mod targets;

libfuzzer_sys::fuzz_target!(|data: &[u8]| targets::classify_anything(data));
