//! What servers replied, until the page has it. The core knows a reply by the call that it answers.

use wasm_bindgen::JsValue;

use crate::event::{CallId, Event};

/// The replies that the page does not have yet.
#[derive(Default)]
pub struct Replies(Vec<(CallId, JsValue)>);

impl Replies {
    /// Keeps what an event brings.
    pub fn keep(&mut self, event: &Event, reply: impl FnOnce() -> JsValue) {
        if let Some(call) = event.succeeded_call() {
            self.0.push((call, reply()));
        }
    }

    /// The reply to a call; `undefined` where there is none.
    pub fn of(&self, call: CallId) -> JsValue {
        let reply = self.0.iter().find(|(answered, _)| *answered == call);
        reply.map_or(JsValue::UNDEFINED, |(_, reply)| reply.clone())
    }

    /// Lets go of all but the one that still waits.
    pub fn retain(&mut self, waiting: Option<CallId>) {
        self.0.retain(|(answered, _)| Some(*answered) == waiting);
    }
}
