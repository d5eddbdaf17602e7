//! The popup in a world of timers, calls and paid codes: what can happen to it, and what must hold then.

#![allow(clippy::wildcard_enum_match_arm, reason = "a promise is about a few of the events and effects")]

mod check;
mod events;
mod futures;
mod invariants;
mod properties;
mod states;
mod world;
