//! JSON as what JavaScript gives: for what reads values of JavaScript, on the host.

use serde_json::Value as Json;
use wx_phone_login::field::Field;
use wx_phone_login::take::{GivenText, LONG_TEXT, Leaf, Value, may_be_json};
use wx_phone_login::vocabulary::words;
use wx_phone_login::word::List;

/// A value that JSON can write.
#[derive(Clone)]
pub struct Given(pub Json);

impl Value for Given {
    fn field(&self, key: Field) -> Option<Given> {
        let found = match self.0.as_array() {
            Some(items) if key == Field::Length => items.len().into(),
            Some(items) => items.get(key.name().parse::<usize>().ok()?)?.clone(),
            None => self.0.get(key.name())?.clone(),
        };
        if found.is_null() { None } else { Some(Given(found)) }
    }

    fn has(&self, key: Field) -> bool {
        self.0.get(key.name()).is_some()
    }

    fn word(&self, key: Field, list: List) -> Option<u8> {
        let found = self.0.get(key.name())?.as_str()?;
        words(list).all().iter().position(|word| *word == found)?.try_into().ok()
    }

    fn is_object(&self) -> bool {
        self.0.is_object() || self.0.is_array()
    }

    fn leaf(&self) -> Leaf {
        match &self.0 {
            Json::Bool(flag) => Leaf::Flag(*flag),
            Json::Number(number) => Leaf::Number(number.to_string()),
            Json::String(text) => Leaf::Text(GivenText { beginning: text.chars().take(LONG_TEXT as usize).collect() }),
            Json::Null | Json::Array(_) | Json::Object(_) => Leaf::Nothing,
        }
    }

    fn parsed(&self) -> Option<Given> {
        let text = self.0.as_str().filter(|text| may_be_json(text))?;
        serde_json::from_str(text).ok().map(Given)
    }
}
