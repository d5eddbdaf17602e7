//! The names that both ends of the boundary know by their places.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::field::Field;
use crate::vocabulary::{LISTS, words};

#[wasm_bindgen(module = "/src/wasm/names.js")]
extern "C" {
    /// JavaScript's end of the boundary: see there what each of these does.
    pub type Names;

    /// Any value but `undefined` and `null`.
    pub type Present;

    #[wasm_bindgen(constructor)]
    fn new(names: JsValue) -> Names;

    #[wasm_bindgen(method)]
    pub fn get(this: &Names, value: &JsValue, field: u8) -> Option<Present>;

    #[wasm_bindgen(method)]
    pub fn has(this: &Names, value: &JsValue, field: u8) -> bool;

    #[wasm_bindgen(method)]
    pub fn known(this: &Names, value: &JsValue) -> Option<Vec<u8>>;

    #[wasm_bindgen(method)]
    pub fn text(this: &Names, value: &JsValue, field: u8, most: u32) -> Option<String>;

    #[wasm_bindgen(method)]
    pub fn word(this: &Names, value: &JsValue, field: u8, list: u8) -> Option<u8>;

    #[wasm_bindgen(method, js_name = setWord)]
    pub fn set_word(this: &Names, object: &JsValue, field: u8, list: u8, place: u8);

    #[wasm_bindgen(method, js_name = set)]
    pub fn set_text(this: &Names, object: &JsValue, field: u8, text: &str);

    #[wasm_bindgen(method, js_name = set)]
    pub fn set_number(this: &Names, object: &JsValue, field: u8, number: f64);

    #[wasm_bindgen(method, js_name = set)]
    pub fn set_flag(this: &Names, object: &JsValue, field: u8, flag: bool);

    #[wasm_bindgen(method, js_name = set)]
    pub fn set_value(this: &Names, object: &JsValue, field: u8, value: &JsValue);

    #[wasm_bindgen(method)]
    pub fn object(this: &Names, object: &JsValue, field: u8) -> JsValue;

    #[wasm_bindgen(method)]
    pub fn list(this: &Names, object: &JsValue, field: u8) -> JsValue;

    #[wasm_bindgen(method)]
    pub fn item(this: &Names, list: &JsValue) -> JsValue;
}

thread_local! {
    static NAMES: Names = Names::new(all_names());
}

/// Of all fields, and of the words in each list.
fn all_names() -> JsValue {
    let lists: Vec<_> = LISTS.iter().map(|list| words(*list)).collect();
    (Field::NAMES, lists).serialize(&serde_wasm_bindgen::Serializer::new()).unwrap_or_default()
}

/// Does something with the names.
pub fn with_names<T>(act: impl FnOnce(&Names) -> T) -> T {
    NAMES.with(act)
}
