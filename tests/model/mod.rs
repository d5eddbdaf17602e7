//! The popup and the world around it, as the model check and the property tests see them.

#![allow(dead_code, reason = "each test uses a part")]

pub mod events;
pub mod invariants;
pub mod world;
