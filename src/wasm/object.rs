//! Objects of JavaScript in the making.

use wasm_bindgen::JsValue;

use crate::field::Field;
use crate::shape::{Object, Shape};
use crate::wasm::names::with_names;
use crate::wasm::replies::Replies;
use crate::word::Word;

/// An object of JavaScript; `replies` are what calls were answered.
pub struct JsObject<'a> {
    object: JsValue,
    replies: &'a Replies,
}

impl<'a> JsObject<'a> {
    /// An object without fields.
    pub fn new(replies: &'a Replies) -> JsObject<'a> {
        JsObject { object: js_sys::Object::new().into(), replies }
    }

    /// Sets a field to a list of objects, one for each shape.
    pub fn list(&mut self, key: Field, shapes: &[impl Shape]) {
        let list = with_names(|names| names.list(&self.object, key as u8));
        for shape in shapes {
            let object = with_names(|names| names.item(&list));
            shape.fill(&mut JsObject { object, replies: self.replies });
        }
    }

    /// The object that was made.
    pub fn made(self) -> JsValue {
        self.object
    }
}

impl Object for JsObject<'_> {
    #[inline(never)]
    fn word(&mut self, key: Field, Word { list, place }: Word) {
        with_names(|names| names.set_word(&self.object, key as u8, list as u8, place));
    }

    #[inline(never)]
    fn text(&mut self, key: Field, text: &str) {
        with_names(|names| names.set_text(&self.object, key as u8, text));
    }

    #[inline(never)]
    fn number(&mut self, key: Field, number: f64) {
        with_names(|names| names.set_number(&self.object, key as u8, number));
    }

    #[inline(never)]
    fn flag(&mut self, key: Field, flag: bool) {
        with_names(|names| names.set_flag(&self.object, key as u8, flag));
    }

    fn reply(&mut self, key: Field, call: u32) {
        with_names(|names| names.set_value(&self.object, key as u8, &self.replies.of(call)));
    }

    fn object(&mut self, key: Field, fill: impl FnOnce(&mut Self)) {
        let object = with_names(|names| names.object(&self.object, key as u8));
        fill(&mut JsObject { object, replies: self.replies });
    }
}
