//! Popup → what the WXML binds, and the patch between two views.

use crate::event::Mode;
use crate::machine::{Popup, TapMeaning};
use crate::notice::{PopupTexts, popup_texts};
use crate::state::State;

/// What the WXML binds. The field names are those of the component's data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct View([Field; 15]);

/// A field of the component's data: its name and its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// A text.
    Text(&'static str, &'static str),
    /// A yes or no.
    Flag(&'static str, bool),
    /// A whole number.
    Number(&'static str, i64),
}

impl Field {
    /// Whether two fields are equal. The same text is compared by its place only, which is nearly always enough.
    fn is_same(&self, other: &Field) -> bool {
        match (self, other) {
            (Field::Text(name, text), Field::Text(other_name, other)) if std::ptr::eq(*text, *other) => {
                std::ptr::eq(*name, *other_name)
            }
            _ => self == other,
        }
    }
}

impl View {
    /// Every field.
    pub fn fields(&self) -> &[Field] {
        &self.0
    }

    /// The page has set the component's property by itself.
    pub fn assume_shown(&mut self, shown: bool) {
        self.0[0] = shown_field(shown);
    }

    /// The fields that differ from those `before`.
    pub fn patch<'a>(&'a self, before: &'a View) -> impl Iterator<Item = &'a Field> {
        self.0.iter().zip(&before.0).filter(|(now, before)| !now.is_same(before)).map(|(now, _)| now)
    }
}

/// What the WXML binds.
pub fn view(popup: &Popup) -> View {
    let texts = popup_texts(popup.settings().locale);
    let tap = popup.tap_meaning();
    View([
        shown_field(popup.state().is_shown()),
        Field::Text("state", popup.state().name()),
        // Empty where a tap must not ask WeChat.
        Field::Text("openType", open_type(tap, popup.settings().mode_here())),
        Field::Flag("disabled", tap == TapMeaning::Nothing),
        Field::Flag("loading", is_waiting(popup.state())),
        Field::Number("countdown", popup.countdown()),
        // Stands in the allow button instead of its text.
        Field::Text("buttonText", button_text(popup, tap, texts)),
        Field::Text("title", texts.title),
        Field::Text("description", texts.description),
        Field::Text("allowButton", texts.allow_button),
        Field::Text("rejectButton", texts.reject_button),
        // Empty where no other way to log in is offered.
        Field::Text("otherLoginButton", if popup.offers_other_login() { texts.other_login_button } else { "" }),
        // Empty where the user need not agree to anything.
        Field::Text("agreement", if popup.settings().require_agreement { texts.agreement } else { "" }),
        Field::Text("privacyContract", texts.privacy_contract),
        Field::Flag("agreed", popup.consent().agreed),
    ])
}

/// The component's own property, which the page binds.
fn shown_field(shown: bool) -> Field {
    Field::Flag("showPhonePopup", shown)
}

/// Whether WeChat or the server is asked.
fn is_waiting(state: &State) -> bool {
    state.sheet().is_some() || state.exchange().is_some()
}

fn open_type(tap: TapMeaning, mode: Mode) -> &'static str {
    match tap {
        TapMeaning::AskWeChat => match mode {
            Mode::Quick => "getPhoneNumber",
            Mode::Realtime => "getRealtimePhoneNumber",
        },
        TapMeaning::AcceptPrivacy => "agreePrivacyAuthorization",
        TapMeaning::Nothing | TapMeaning::SendAgain | TapMeaning::AgreementNeeded => "",
    }
}

fn button_text(popup: &Popup, tap: TapMeaning, texts: &PopupTexts) -> &'static str {
    if popup.state().sheet().is_some() {
        return texts.authorizing;
    }
    if popup.state().exchange().is_some() {
        return if popup.countdown() > 0 { texts.pausing } else { texts.verifying };
    }
    match tap {
        TapMeaning::SendAgain => texts.send_again,
        TapMeaning::AcceptPrivacy => texts.accept_privacy,
        TapMeaning::Nothing | TapMeaning::AskWeChat | TapMeaning::AgreementNeeded => "",
    }
}
