//! The boundary in Node.
#![cfg(target_arch = "wasm32")]

#[path = "support/wasm_suite/mod.rs"]
mod wasm_suite;
