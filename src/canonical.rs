//! What decides about the future, derived from all the data there is: two popups are one where this is the same.
//!
//! The data is serialised as it stands. Only here it is said what the kinds of data mean: a time is an age, ids and
//! codes count by the order in which they occur.

use std::cell::{Cell, RefCell};

use serde::{Serialize, Serializer};

use crate::event::{CallId, DeadlineId, QuestionId};
use crate::time::{Instant, Millis};

thread_local! {
    static NOW: Cell<Instant> = const { Cell::new(Instant::START) };
    static OLDEST: Cell<Millis> = const { Cell::new(Millis(0)) };
    static IDS: RefCell<Vec<u32>> = const { RefCell::new(Vec::new()) };
    static CODES: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// The data at this time; `oldest` is the greatest age that decides about anything.
#[cfg_attr(target_arch = "wasm32", expect(dead_code, reason = "the model is gone through on the host"))]
pub fn canonical(data: &impl Serialize, now: Instant, oldest: Millis) -> Vec<u8> {
    NOW.set(now);
    OLDEST.set(oldest);
    IDS.with_borrow_mut(Vec::clear);
    CODES.with_borrow_mut(Vec::clear);
    serde_json::to_vec(data).expect("all of it can be serialised")
}

impl Serialize for Instant {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (NOW.get() - *self).min(OLDEST.get()).0.serialize(serializer)
    }
}

/// The place of an id among those that have occurred.
fn id<S: Serializer>(id: u32, serializer: S) -> Result<S::Ok, S::Error> {
    IDS.with_borrow_mut(|known| place(known, id)).serialize(serializer)
}

/// The place of a code among those that have occurred.
pub fn code<S: Serializer>(code: &str, serializer: S) -> Result<S::Ok, S::Error> {
    CODES.with_borrow_mut(|known| place(known, code.to_owned())).serialize(serializer)
}

#[expect(clippy::ref_option, reason = "serde passes the field as it stands")]
pub fn optional_code<S: Serializer>(text: &Option<String>, serializer: S) -> Result<S::Ok, S::Error> {
    match text {
        Some(text) => code(text, serializer),
        None => serializer.serialize_none(),
    }
}

/// A count of which only matters whether it is 0.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes the field as it stands")]
pub fn none_or_some<S: Serializer>(count: &u32, serializer: S) -> Result<S::Ok, S::Error> {
    (*count > 0).serialize(serializer)
}

fn place<T: PartialEq>(known: &mut Vec<T>, item: T) -> usize {
    known.iter().position(|one| *one == item).unwrap_or_else(|| {
        known.push(item);
        known.len() - 1
    })
}

macro_rules! serialise_by_place {
    ($($kind:ty),*) => {$(
        impl Serialize for $kind {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                id(self.0, serializer)
            }
        }
    )*};
}

serialise_by_place!(CallId, DeadlineId, QuestionId);
