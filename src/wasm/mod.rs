//! The boundary: JavaScript values in, JavaScript values out, nothing judged.

mod decode;
mod encode;
mod replies;

use wasm_bindgen::prelude::*;

use replies::Replies;

use crate::machine::{Popup, step};
use crate::reading::Value;
use crate::view::{View, view};
use crate::{classify, mask, reading};

/// Half the size of the default allocator. Sound without threads, which a mini-program does not have.
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Judges the event of the native button. Never throws.
#[wasm_bindgen]
pub fn classify(event: &JsValue) -> JsValue {
    encode::outcome(&classify::classify(reading::detail(event)))
}

/// Judges what a cloud function, an HTTP server or a failed call returned. Never throws.
#[wasm_bindgen(js_name = classifyReply)]
pub fn classify_reply(reply: &JsValue) -> JsValue {
    encode::verification(&decode::verification(reply), decode::data(reply))
}

/// What `wx.showToast` or `wx.showModal` takes for a reason. Never throws.
#[wasm_bindgen]
pub fn notice(reason: &JsValue, options: &JsValue) -> JsValue {
    let (topic, locale, text) = decode::notice_arguments(reason, options);
    encode::notice(&crate::notice::notice(topic, locale, text.as_deref()))
}

/// Hides the four digits before the last four; an empty string for what is not a string. Never throws.
#[wasm_bindgen(js_name = maskPhoneNumber)]
pub fn mask_phone_number(number: &JsValue) -> JsValue {
    mask::mask_phone_number(&number.short_text().unwrap_or_default()).into()
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
    replies: Replies,
}

#[wasm_bindgen]
impl PhonePopup {
    /// A hidden popup with the component's properties: `mode`, `locale`, `cloudFunction`,
    /// `requireAgreement`, `privacy`; and `baseLibrary`, the version of the client's base library.
    #[wasm_bindgen(constructor)]
    pub fn new(options: &JsValue) -> PhonePopup {
        PhonePopup { popup: Popup::new(decode::settings(options)), replies: Replies::default() }
    }

    /// What happens: the fields of the view that change, and what to do, in order. `now` is
    /// `Date.now()`. An event of no known type changes nothing. Never throws.
    pub fn dispatch(&mut self, event: &JsValue, now: &JsValue) -> JsValue {
        let now = decode::millis(now);
        let mut before = self.current_view();
        let mut effects = Vec::new();
        if let Some(happening) = decode::event(event) {
            self.replies.keep(&happening, || decode::data_of_answer(event));
            if let Some(shown) = happening.property_shown() {
                before.assume_shown(shown);
            }
            effects = step(&mut self.popup, happening, now);
        }
        let dispatched = encode::dispatched(&self.current_view(), &before, &effects, &self.replies, now);
        self.replies.retain(self.popup.undelivered_call());
        dispatched
    }

    /// Whether it holds a code or a number, at `now`, that another popup with the `exchange` or `cloudFunction` of these
    /// options can finish.
    #[must_use]
    pub fn holds(&self, options: &JsValue, now: &JsValue) -> bool {
        self.popup.holds(&decode::verifier(options), decode::millis(now))
    }

    /// What the WXML binds now.
    #[wasm_bindgen(getter)]
    pub fn view(&self) -> JsValue {
        encode::view(&self.current_view())
    }

    fn current_view(&self) -> View {
        view(&self.popup)
    }
}
