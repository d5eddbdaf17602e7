//! What was observed since it was last taken.

use serde_json::{Value, json};
use wx_phone_login::machine::Popup;
use wx_phone_login::view::view;

use super::effects::plain;

#[derive(Default)]
pub struct Observed {
    pub events: Vec<Value>,
    pub toasts: Vec<String>,
    pub modals: Vec<String>,
    pub calls: Vec<String>,
    pub reports: Vec<Value>,
    pub explained: Vec<String>,
    pub countdowns: Vec<u32>,
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
    plain(&view(popup))
}
