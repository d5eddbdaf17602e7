//! What phones, clouds and servers were seen to send, and what is made of it.
#![cfg(not(target_arch = "wasm32"))]

mod cases;
mod codes;
mod events;
mod generated;
#[path = "../support/json.rs"]
mod json;
mod numbers;
#[path = "../support/report.rs"]
mod redacted;
mod report;
mod secrets;
mod table;
