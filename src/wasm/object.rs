//! Objects of JavaScript in the making. One crosses the boundary as a whole: a crossing takes longer than what is said
//! in it.

use wasm_bindgen::JsValue;

use crate::field::Field;
use crate::shape::{Object, Shape};
use crate::wasm::names::with_names;
use crate::wasm::replies::Replies;
use crate::word::{List, Word};

/// What follows the name of a field, where that is not the list of a word.
#[derive(Clone, Copy)]
#[repr(u8)]
pub enum Mark {
    /// The fields of an object.
    Object = 252,
    /// Objects.
    List,
    /// Nothing: the field holds the next one of the values.
    Value,
    /// There are no more fields, or no more objects in a list.
    End,
}

const _: () = assert!((List::English as u8) < Mark::Object as u8, "a mark is no list");

/// An object in the making.
pub struct Draft<'a> {
    /// For each field its place, behind that the list of its word or a mark, behind that the place of the word.
    said: Vec<u32>,
    /// What has no place in a list of words.
    values: Vec<JsValue>,
    replies: &'a Replies,
}

impl<'a> Draft<'a> {
    /// An object without fields; `replies` are what calls were answered.
    pub fn new(replies: &'a Replies) -> Draft<'a> {
        Draft { said: Vec::with_capacity(64), values: Vec::with_capacity(8), replies }
    }

    /// Sets a field to a list of objects, one for each shape.
    pub fn list(&mut self, key: Field, shapes: &[impl Shape]) {
        self.say(key, Mark::List as u8, 0);
        for shape in shapes {
            shape.fill(self);
            self.end();
        }
        self.end();
    }

    /// The object that was made.
    pub fn made(mut self) -> JsValue {
        self.end();
        with_names(|names| names.made(&self.said, self.values))
    }

    #[inline(never)]
    fn say(&mut self, key: Field, mark: u8, place: u8) {
        self.said.push(u32::from_le_bytes([key as u8, mark, place, 0]));
    }

    fn end(&mut self) {
        self.said.push(u32::from(Mark::End as u8) << 8);
    }

    #[inline(never)]
    fn value(&mut self, key: Field, value: JsValue) {
        self.say(key, Mark::Value as u8, 0);
        self.values.push(value);
    }
}

impl Object for Draft<'_> {
    fn word(&mut self, key: Field, Word { list, place }: Word) {
        self.say(key, list as u8, place);
    }

    fn text(&mut self, key: Field, text: &str) {
        self.value(key, text.into());
    }

    fn number(&mut self, key: Field, number: f64) {
        self.value(key, number.into());
    }

    fn flag(&mut self, key: Field, flag: bool) {
        self.value(key, flag.into());
    }

    fn reply(&mut self, key: Field, call: u32) {
        self.value(key, self.replies.of(call));
    }

    fn object(&mut self, key: Field, fill: impl FnOnce(&mut Self)) {
        self.say(key, Mark::Object as u8, 0);
        fill(self);
        self.end();
    }
}
