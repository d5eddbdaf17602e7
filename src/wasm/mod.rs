//! The boundary: JavaScript values in, JavaScript values out, nothing judged.

mod names;
mod object;
mod replies;
mod value;

use std::mem::replace;

use wasm_bindgen::prelude::*;

use object::JsObject;
use replies::Replies;

use crate::classify::Judgement;
use crate::event::{Event, PopupOptions, Settings};
use crate::field::Field;
use crate::machine::{Popup, step};
use crate::notice::NoticeWording;
use crate::shape::{Object, Shape};
use crate::take::{Leaf, Value};
use crate::time::Reading;
use crate::view::{View, view};
use crate::{classify, mask, reading};

/// Half the size of the default allocator. Sound without threads, which a mini-program does not have.
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Judges the event of the native button. Never throws.
#[wasm_bindgen]
pub fn classify(event: &JsValue) -> JsValue {
    object_of(&classify::classify(reading::detail(event)), &Replies::default())
}

/// Judges what a cloud function, an HTTP server or a failed call returned. Never throws.
#[wasm_bindgen(js_name = classifyReply)]
pub fn classify_reply(reply: &JsValue) -> JsValue {
    let judgement = Judgement::from(classify::classify_reply(reading::reply(reply)));
    object_of(&judgement, &Replies::with(replies::data(reply)))
}

/// What `wx.showToast` or `wx.showModal` takes for a reason. Never throws.
#[wasm_bindgen]
pub fn notice(reason: &JsValue, options: &JsValue) -> JsValue {
    let name = short_text(reason);
    let messages = options.field(Field::Messages);
    let own = messages.and_then(|messages| js_sys::Reflect::get(&messages, reason).ok()?.leaf().beginning());
    object_of(&NoticeWording::read(options).notice(&name, own), &Replies::default())
}

/// Hides the four digits before the last four; an empty string for what is not a string. Never throws.
#[wasm_bindgen(js_name = maskPhoneNumber)]
pub fn mask_phone_number(number: &JsValue) -> JsValue {
    mask::mask_phone_number(&short_text(number)).into()
}

/// The version of the package.
#[wasm_bindgen]
pub fn version() -> JsValue {
    env!("CARGO_PKG_VERSION").into()
}

/// The popup's state machine, for a component to drive.
#[wasm_bindgen]
pub struct PhonePopup {
    popup: Popup,
    /// What the WXML binds now.
    shown: View,
    replies: Replies,
}

#[wasm_bindgen]
impl PhonePopup {
    /// A hidden popup with these options.
    #[wasm_bindgen(constructor)]
    pub fn new(options: &JsValue) -> PhonePopup {
        let popup = Popup::new(settings(options));
        PhonePopup { shown: view(&popup), popup, replies: Replies::default() }
    }

    /// What happens: the fields of the view that change, and what to do, in order. `now` is
    /// `Date.now()`. An event of no known type changes nothing. Never throws.
    pub fn dispatch(&mut self, event: &JsValue, now: &JsValue) -> JsValue {
        let mut effects = Vec::new();
        if let Some(happening) = Event::read(event) {
            let is_success = happening.is_success();
            if let Some(shown) = happening.property_shown() {
                // The page has set the component's property by itself.
                self.shown.show_phone_popup = shown;
            }
            effects = step(&mut self.popup, happening, reading(now));
            if is_success && let Some(call) = self.popup.call_of_success(&effects) {
                self.replies.keep(call, event);
            }
        }
        let now = view(&self.popup).shown_after(&self.shown);
        let before = replace(&mut self.shown, now);
        let mut dispatched = JsObject::new(&self.replies);
        dispatched.object(Field::Patch, |patch| self.shown.fill_changed(&before, patch));
        dispatched.list(Field::Effects, &effects);
        let dispatched = dispatched.made();
        self.replies.retain(self.popup.undelivered_call());
        dispatched
    }

    /// Whether it holds a code or a number, at `now`, that another popup with the `exchange` or `cloudFunction` of these
    /// options can finish.
    #[must_use]
    pub fn holds(&self, options: &JsValue, now: &JsValue) -> bool {
        self.popup.holds(&settings(options).verifier, reading(now))
    }

    /// What the WXML binds now.
    #[wasm_bindgen(getter)]
    pub fn view(&self) -> JsValue {
        object_of(&self.shown, &self.replies)
    }
}

fn object_of(shape: &impl Shape, replies: &Replies) -> JsValue {
    let mut object = JsObject::new(replies);
    shape.fill(&mut object);
    object.made()
}

fn settings(options: &JsValue) -> Settings {
    PopupOptions::read(options).into()
}

/// `Date.now()`; what is not a number is no time.
fn reading(now: &JsValue) -> Reading {
    Reading(now.as_f64().filter(|now| now.is_finite()).unwrap_or(0.0))
}

/// What is no text, or longer than a name or a number can be, is an empty one.
fn short_text(value: &JsValue) -> String {
    match value.leaf() {
        Leaf::Text(text) => text.short().unwrap_or_default(),
        Leaf::Nothing | Leaf::Flag(_) | Leaf::Number(_) => String::new(),
    }
}
