//! The core of a popup that gets a user's phone number in a WeChat mini-program.
//!
//! ```text
//! button event ─ decode ─► Detail ─ classify ─► Event ─ step ─► State + Effects ─ view ─► Patch ─ encode ─► glue performs
//!    JS           wasm/            classify             machine                    view           wasm/       JS
//! ```
//!
//! One event in, all its effects performed, then the next event. The core reads no clock, no locale and
//! no randomness: they arrive in events and settings. [`classify`](classify::classify) and
//! [`step`](machine::step) are total: they neither fail nor panic.

#[cfg(test)]
mod canonical;
pub mod classify;
pub mod detail;
pub mod effect;
pub mod event;
pub mod field;
pub mod guidance;
pub mod machine;
pub mod mask;
pub mod notice;
pub mod phrase;
pub mod place;
pub mod reading;
pub mod reason;
pub mod shape;
mod state;
pub mod state_name;
pub mod take;
pub mod text;
pub mod time;
#[cfg(not(target_arch = "wasm32"))]
pub mod typescript;
pub mod view;
pub mod vocabulary;
pub mod word;

#[cfg(target_arch = "wasm32")]
pub mod wasm;
