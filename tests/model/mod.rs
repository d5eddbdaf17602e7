//! The popup and the world around it, as the model check and the property tests see them.

pub mod events;
pub mod invariants;
pub mod world;
