//! State → what the WXML binds, and the patch between two views.

use crate::event::{Mode, Settings};
use crate::notice::popup_texts;
use crate::state::State;

/// What the WXML binds. The field names are those of the component's data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct View([Field; 9]);

/// A field of the component's data: its name and its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// A text.
    Text(&'static str, &'static str),
    /// A yes or no.
    Flag(&'static str, bool),
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
        self.0.iter().zip(&before.0).filter(|(now, before)| now != before).map(|(now, _)| now)
    }
}

/// What the WXML binds in a state.
pub fn view(state: &State, settings: &Settings) -> View {
    let texts = popup_texts(settings.locale);
    let progress = match state {
        State::Authorizing { .. } => texts.authorizing,
        State::Verifying { .. } => texts.verifying,
        State::Hidden
        | State::Prompting
        | State::Verified
        | State::Rejected { .. }
        | State::Failed { .. }
        | State::OutOfQuota => "",
    };
    View([
        shown_field(state.shown()),
        Field::Text("state", state.name()),
        // Empty where a tap must not ask WeChat.
        Field::Text("openType", open_type(state, settings.mode)),
        Field::Flag("loading", state.open_request().is_some()),
        // Stands in the allow button instead of its text.
        Field::Text("progress", progress),
        Field::Text("title", texts.title),
        Field::Text("description", texts.description),
        Field::Text("allowButton", texts.allow_button),
        Field::Text("rejectButton", texts.reject_button),
    ])
}

/// The component's own property, which the page binds.
fn shown_field(shown: bool) -> Field {
    Field::Flag("showPhonePopup", shown)
}

fn open_type(state: &State, mode: Mode) -> &'static str {
    match state {
        State::Hidden | State::Authorizing { .. } | State::Verifying { .. } | State::Verified | State::OutOfQuota => "",
        State::Prompting | State::Rejected { .. } | State::Failed { .. } => match mode {
            Mode::Quick => "getPhoneNumber",
            Mode::Realtime => "getRealtimePhoneNumber",
        },
    }
}
