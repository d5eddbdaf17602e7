//! Reason × locale → the words, and whether they are a toast or a modal.
//!
//! A toast without an icon shows two lines, one with an icon seven Chinese characters (`wx.showToast`).

use crate::field::Field;
use crate::place::{Place, Renderer};
use crate::reason::{Next, Reason};
use crate::shape::{Object, Put, shape};
use crate::take::options;
use crate::text::{Locale, Text, Wording, Words};
use crate::word::words;

words! {
    /// At which step something failed.
    #[derive(Default)]
    pub enum Stage in Stages {
        /// Asking the user through the native button.
        #[default]
        Authorization "authorization",
        /// Exchanging the code for the number.
        Verification "verification",
    }
}

/// What a notice is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(test, derive(serde::Serialize))]
pub enum Topic {
    /// The user has to tick the agreement's box first.
    AgreementNeeded,
    /// The text of an agreement does not open.
    AgreementNotOpened,
    /// The number came.
    Verified,
    /// It did not, for this reason.
    Failed(Reason, Stage),
    /// The page cannot do it, on a client that can: it is rendered by Skyline, or in single-page mode.
    UnsupportedHere,
}

/// What the user is told.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(test, derive(serde::Serialize))]
pub struct UserNotice {
    /// What it is about.
    pub topic: Topic,
    /// In which language.
    pub locale: Locale,
    /// The server's own sentence, in place of ours.
    pub message: Option<String>,
}

impl UserNotice {
    /// Its words.
    pub fn notice(&self) -> Notice {
        notice(self.topic, self.locale, self.message.clone())
    }
}

impl Put for UserNotice {
    #[cfg(not(target_arch = "wasm32"))]
    fn typescript() -> String {
        "Notice".into()
    }

    fn put(&self, key: Field, object: &mut impl Object) {
        self.notice().put(key, object);
    }
}

words! {
    /// The icon of a toast.
    pub enum Icon in Icons {
        /// A check mark.
        Success "success",
        /// None, for two lines of text.
        None "none",
    }
}

shape! {
    /// What `wx.showToast` or `wx.showModal` takes, and which of them takes it.
    pub enum Notice in Notices tagged Via {
        /// For `wx.showToast`.
        Toast "toast" {
            /// The text.
            title Title: Words,
            /// Beside it.
            icon Icon: Icon,
            /// What the user can do.
            next Next: Next,
        },
        /// For `wx.showModal`, with one button.
        Modal "modal" [ShowCancel = false] {
            /// The heading.
            title Title: Wording,
            /// The text.
            content Content: Words,
            /// The text of the button; at most four characters.
            confirm_text ConfirmText: Wording,
            /// What the user can do.
            next Next: Next,
        },
    }
}

options! {
    /// How a notice is worded.
    pub struct NoticeWording {
        /// In which language.
        locale Locale: Locale,
        /// What renders the page: on `skyline`, `unsupported` does not ask for a newer WeChat.
        renderer Renderer: Renderer,
        /// Whether the page is in single-page mode, scene 1154: as `renderer: 'skyline'`.
        single_page SinglePage: bool,
        /// At which step it failed: `internal` and `unknown` have other words for each. `authorization` by default.
        stage Stage: Stage,
    }
}

impl NoticeWording {
    /// The notice for the reason of this name, or for `verified`; that of an unknown name is that of
    /// [`Reason::Unknown`]. `text`, where the page brings its own, replaces ours.
    pub fn notice(&self, name: &str, text: Option<String>) -> Notice {
        let topic = match (name, Place::of(self.renderer, self.single_page)) {
            ("verified", _) => Topic::Verified,
            ("unsupported", Place::Skyline | Place::SinglePage) => Topic::UnsupportedHere,
            (name, _) => Topic::Failed(Reason::from_name(name).unwrap_or(Reason::Unknown), self.stage),
        };
        notice(topic, self.locale, text)
    }
}

/// The notice for a topic. `text`, where the page brings its own, replaces ours.
pub fn notice(topic: Topic, locale: Locale, text: Option<String>) -> Notice {
    let title = text.map_or_else(|| Words::Ours(words_for(topic).in_locale(locale)), Words::Given);
    match topic {
        Topic::AgreementNeeded | Topic::AgreementNotOpened => {
            Notice::Toast { title, icon: Icon::None, next: Next::Retry }
        }
        Topic::Verified => Notice::Toast { title, icon: Icon::Success, next: Next::None },
        Topic::Failed(Reason::QuotaExhausted, _) => Notice::Modal {
            title: Text::Heading.in_locale(locale),
            content: title,
            confirm_text: Text::Confirm.in_locale(locale),
            next: Reason::QuotaExhausted.row().next,
        },
        Topic::Failed(reason, _) => Notice::Toast { title, icon: Icon::None, next: reason.row().next },
        Topic::UnsupportedHere => Notice::Toast { title, icon: Icon::None, next: Reason::Unsupported.row().next },
    }
}

fn words_for(topic: Topic) -> Text {
    match topic {
        Topic::AgreementNeeded => Text::AgreementNeeded,
        Topic::AgreementNotOpened => Text::AgreementNotOpened,
        Topic::Verified => Text::Verified,
        Topic::Failed(Reason::Unknown | Reason::Internal, Stage::Verification) => Text::NotVerified,
        Topic::Failed(reason, _) => words_for_reason(reason),
        Topic::UnsupportedHere => Text::OtherLogin,
    }
}

fn words_for_reason(reason: Reason) -> Text {
    match reason {
        Reason::QuotaExhausted => Text::QuotaExhausted,
        Reason::UserDenied => Text::UserDenied,
        Reason::UserCancelled => Text::UserCancelled,
        Reason::NoPhoneBound => Text::NoPhoneBound,
        Reason::PhoneUnverified => Text::PhoneUnverified,
        Reason::PrivacyRefused => Text::PrivacyRefused,
        Reason::Network => Text::Network,
        Reason::Unsupported => Text::Unsupported,
        Reason::DailyLimit => Text::DailyLimit,
        Reason::HighRiskUser => Text::HighRiskUser,
        Reason::Busy => Text::Busy,
        Reason::NoPermission
        | Reason::PrivacyUndeclared
        | Reason::PrivacyBanned
        | Reason::Blocked
        | Reason::ServerRefused => Text::OtherLogin,
        Reason::TooFrequent | Reason::RateLimited => Text::TooOften,
        Reason::Timeout | Reason::FunctionTimeout => Text::TimedOut,
        Reason::CodeInvalid | Reason::InvalidAppid => Text::Expired,
        Reason::MissingCode | Reason::Internal | Reason::Unknown => Text::NotObtained,
        Reason::Credential
        | Reason::ApiUnauthorized
        | Reason::OpenapiPermission
        | Reason::ExchangeMissing
        | Reason::FunctionMissing
        | Reason::Environment
        | Reason::BadReply => Text::NotVerified,
    }
}
