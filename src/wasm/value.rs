//! Values of JavaScript, of any kind whatever: read by getters that never fail.

use js_sys::JsString;
use wasm_bindgen::prelude::*;

use crate::field::{Field, Fields};
use crate::take::{GivenText, LONG_TEXT, Leaf, Value};
use crate::wasm::names::with_names;
use crate::word::List;

#[wasm_bindgen]
extern "C" {
    /// Any value but `undefined` and `null`.
    type Parsed;

    /// `JSON.parse`, without the text being copied.
    #[wasm_bindgen(js_namespace = JSON, catch)]
    fn parse(text: &JsValue) -> Result<Option<Parsed>, JsValue>;
}

impl Value for JsValue {
    fn is_object(&self) -> bool {
        JsValue::is_object(self)
    }

    fn known_fields(&self) -> Fields {
        let Some(places) = with_names(|names| names.known(self)) else { return Fields::ALL };
        let mut fields = Fields::NONE;
        for place in places {
            fields.add(place);
        }
        fields
    }

    #[inline(never)]
    fn field(&self, key: Field) -> Option<JsValue> {
        with_names(|names| names.get(self, key as u8)).map(JsValue::from)
    }

    fn has(&self, key: Field) -> bool {
        with_names(|names| names.has(self, key as u8))
    }

    fn word(&self, key: Field, list: List) -> Option<u8> {
        with_names(|names| names.word(self, key as u8, list as u8))
    }

    fn text_in(&self, key: Field) -> Option<GivenText> {
        let beginning = with_names(|names| names.text(self, key as u8, LONG_TEXT))?;
        Some(GivenText { beginning })
    }

    fn leaf(&self) -> Leaf {
        if let Some(text) = self.dyn_ref::<JsString>() {
            Leaf::Text(GivenText { beginning: text.slice(0, LONG_TEXT).into() })
        } else if let Some(flag) = self.as_bool() {
            Leaf::Flag(flag)
        } else {
            decimal(self).map_or(Leaf::Nothing, Leaf::Number)
        }
    }

    fn parsed(&self) -> Option<JsValue> {
        let first = self.dyn_ref::<JsString>()?.char_code_at(0);
        if [b'{', b'[', b'"'].map(f64::from).contains(&first) {
            parse(self).unwrap_or(None).map(JsValue::from)
        } else {
            None
        }
    }
}

fn decimal(value: &JsValue) -> Option<String> {
    let number = value.as_f64().filter(|number| number.is_finite())?;
    Some(js_sys::Number::from(number).to_string_with_radix(10).ok()?.into())
}
