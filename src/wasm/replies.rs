//! What servers replied, until the page has it. The core knows a reply by the call that it answers.

use wasm_bindgen::JsValue;

use crate::event::CallId;
use crate::field::Field;
use crate::take::Value;

/// The replies that the page does not have yet.
#[derive(Default)]
pub struct Replies(Vec<(u32, JsValue)>);

impl Replies {
    /// One reply, to a call of no popup.
    pub fn with(reply: JsValue) -> Replies {
        Replies(vec![(0, reply)])
    }

    /// Keeps what an event brought for this call, unless another one brought it before.
    pub fn keep(&mut self, CallId(call): CallId, event: &JsValue) {
        if self.0.iter().all(|(answered, _)| *answered != call) {
            self.0.push((call, data(&reply_in(event))));
        }
    }

    /// The reply to a call; `undefined` where there is none.
    pub fn of(&self, call: u32) -> JsValue {
        let reply = self.0.iter().find(|(answered, _)| *answered == call);
        reply.map_or(JsValue::UNDEFINED, |(_, reply)| reply.clone())
    }

    /// Lets go of all but the one that still waits.
    pub fn retain(&mut self, waiting: Option<CallId>) {
        self.0.retain(|(answered, _)| Some(CallId(*answered)) == waiting);
    }
}

/// The reply in an event, or in the one that a lost popup was told.
fn reply_in(event: &JsValue) -> JsValue {
    let told = event.field(Field::Event);
    told.as_ref().unwrap_or(event).field(Field::Reply).unwrap_or_default()
}

/// What the server sent of a reply: without what the cloud or `wx.request` put around it.
pub fn data(reply: &JsValue) -> JsValue {
    let around_it = if reply.field(Field::StatusCode).is_some() { Field::Data } else { Field::Result };
    reply.field(around_it).unwrap_or_else(|| reply.clone())
}
