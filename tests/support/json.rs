//! JSON as what JavaScript gives: for what reads values of JavaScript, on the host.

use serde_json::Value as Json;
use wx_phone_login::reading::Value;

/// A value that JSON can write.
#[derive(Clone)]
pub struct Given(pub Json);

impl Value for Given {
    fn field(&self, key: &str) -> Option<Given> {
        let found = match self.0.as_array() {
            Some(items) if key == "length" => items.len().into(),
            Some(items) => items.get(key.parse::<usize>().ok()?)?.clone(),
            None => self.0.get(key)?.clone(),
        };
        if found.is_null() { None } else { Some(Given(found)) }
    }

    fn has(&self, key: &str) -> bool {
        self.0.get(key).is_some()
    }

    fn is_object(&self) -> bool {
        self.0.is_object() || self.0.is_array()
    }

    fn flag(&self) -> Option<bool> {
        self.0.as_bool()
    }

    fn short_text(&self) -> Option<String> {
        self.0.as_str().filter(|text| text.encode_utf16().count() <= 512).map(String::from)
    }

    fn long_text(&self) -> Option<String> {
        self.0.as_str().map(|text| text.chars().take(1024).collect())
    }

    fn text_or_number(&self) -> Option<String> {
        if self.0.is_number() { Some(self.0.to_string()) } else { self.short_text() }
    }

    fn parsed(&self) -> Option<Given> {
        let text = self.0.as_str().filter(|text| text.starts_with(['{', '[', '"']))?;
        serde_json::from_str(text).ok().map(Given)
    }
}
