//! The popup and the world around it, as the model check and the property tests see them.

#![allow(dead_code, reason = "each test uses a part")]
#![allow(clippy::wildcard_enum_match_arm, reason = "a promise is about a few of the events and effects")]

pub mod events;
pub mod futures;
pub mod invariants;
pub mod world;
