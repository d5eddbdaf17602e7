//! What the core says, as JSON.

use std::collections::HashMap;

use serde_json::{Map, Value};
use wx_phone_login::field::Field;
use wx_phone_login::shape::{Object, Shape};
use wx_phone_login::vocabulary::words;
use wx_phone_login::word::Word;

/// An object of JSON in the making.
struct Made<'a> {
    fields: Map<String, Value>,
    replies: &'a HashMap<u32, Value>,
}

impl Made<'_> {
    fn set(&mut self, key: Field, value: impl Into<Value>) {
        self.fields.insert(key.name().into(), value.into());
    }
}

impl Object for Made<'_> {
    fn word(&mut self, key: Field, Word { list, place }: Word) {
        self.set(key, words(list).all()[usize::from(place)]);
    }

    fn text(&mut self, key: Field, text: &str) {
        self.set(key, text);
    }

    #[expect(clippy::cast_possible_truncation, reason = "the core says whole numbers only")]
    fn number(&mut self, key: Field, number: f64) {
        self.set(key, number as i64);
    }

    fn flag(&mut self, key: Field, flag: bool) {
        self.set(key, flag);
    }

    fn reply(&mut self, key: Field, call: u32) {
        self.set(key, self.replies.get(&call).cloned().unwrap_or_default());
    }

    fn object(&mut self, key: Field, fill: impl FnOnce(&mut Self)) {
        let mut inner = Made { fields: Map::new(), replies: self.replies };
        fill(&mut inner);
        self.set(key, inner.fields);
    }
}

/// A shape as JavaScript sees it; `replies` are what calls were answered.
pub fn made(shape: &impl Shape, replies: &HashMap<u32, Value>) -> Value {
    let mut object = Made { fields: Map::new(), replies };
    shape.fill(&mut object);
    object.fields.into()
}
