//! What was observed since it was last taken.

use serde_json::{Map, Value, json};
use wx_phone_login::machine::Popup;
use wx_phone_login::view::{Field, view};

#[derive(Default)]
pub struct Observed {
    pub events: Vec<Value>,
    pub toasts: Vec<String>,
    pub modals: Vec<String>,
    pub calls: Vec<String>,
    pub reports: Vec<Value>,
    pub explained: Vec<String>,
    pub countdowns: Vec<i64>,
    pub privacy_checks: u32,
}

impl Observed {
    /// Together with what stands on the screen, and how many timers run.
    pub fn with(self, view: Option<&Value>, timers: usize) -> Value {
        json!({
            "view": view,
            "timers": timers,
            "events": self.events,
            "toasts": self.toasts,
            "modals": self.modals,
            "calls": self.calls,
            "reports": self.reports,
            "explained": self.explained,
            "countdowns": self.countdowns,
            "privacyChecks": self.privacy_checks,
        })
    }
}

/// What the WXML binds.
pub fn view_of(popup: &Popup) -> Value {
    let view = view(popup);
    let fields = view.fields().iter().map(|field| match *field {
        Field::Text(name, text) => (name.to_string(), json!(text)),
        Field::Flag(name, flag) => (name.to_string(), json!(flag)),
        Field::Number(name, number) => (name.to_string(), json!(number)),
    });
    Value::Object(fields.collect::<Map<_, _>>())
}
