//! The boundary in a browser.
#![cfg(target_arch = "wasm32")]

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

#[path = "support/wasm_suite/mod.rs"]
mod wasm_suite;
