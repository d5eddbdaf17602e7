//! Reason × locale → the words, and whether they are a toast or a modal.
//!
//! No other module holds text for users. A toast without an icon shows two lines, one with an icon
//! seven Chinese characters (`wx.showToast`).

use crate::field::Field;
use crate::place::{Place, Renderer};
use crate::reason::{Next, Reason};
use crate::shape::{Object, Put, shape};
use crate::take::{Take, Value, options};
use crate::word::{List, Word, words};

/// The language of the texts, by the names of `wx.getAppBaseInfo().language`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(test, derive(serde::Serialize))]
pub enum Locale {
    /// Simplified Chinese, the default.
    #[default]
    ZhCn,
    /// Traditional Chinese.
    ZhTw,
    /// English.
    En,
}

impl Locale {
    /// The locale nearest to a language tag such as `zh_CN`, `zh-Hant-HK` or `en_US`, in any case; Simplified Chinese
    /// where none is near.
    pub fn from_tag(tag: &str) -> Locale {
        // Enough of the tag for a script, in lower case.
        let mut letters = [0; 7];
        for (letter, byte) in letters.iter_mut().zip(tag.bytes()) {
            *letter = byte | 0x20;
        }
        let [first, second, _, region @ ..] = letters;
        let language = [first, second];
        if language == *b"en" {
            Locale::En
        } else if language == *b"zh" && is_traditional(region) {
            Locale::ZhTw
        } else {
            Locale::ZhCn
        }
    }
}

/// Whether what follows `zh_` is a place or a script of Traditional Chinese.
fn is_traditional(region: [u8; 4]) -> bool {
    let [first, second, ..] = region;
    [*b"tw", *b"hk", *b"mo"].contains(&[first, second]) || region == *b"hant"
}

impl Take for Locale {
    #[cfg(not(target_arch = "wasm32"))]
    fn typescript() -> String {
        "LanguageTag".into()
    }

    fn take<V: Value>(value: &V, key: Field) -> Option<Locale> {
        Some(Locale::from_tag(&value.text_in(key)?.short()?))
    }
}

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

/// The words of a notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Words {
    /// Ours.
    Ours(Wording),
    /// The page's or the server's.
    Given(String),
}

impl Words {
    /// The text itself.
    pub fn text(&self) -> &str {
        match self {
            Words::Ours(wording) => wording.text(),
            Words::Given(text) => text,
        }
    }
}

impl Put for Words {
    #[cfg(not(target_arch = "wasm32"))]
    fn typescript() -> String {
        "string".into()
    }

    fn put(&self, key: Field, object: &mut impl Object) {
        match self {
            Words::Ours(wording) => wording.put(key, object),
            Words::Given(text) => text.put(key, object),
        }
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

/// A text in a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wording {
    text: Text,
    locale: Locale,
}

impl Wording {
    /// The text itself.
    pub fn text(self) -> &'static str {
        TEXTS[self.locale as usize][self.text as usize]
    }
}

impl Put for Wording {
    #[cfg(not(target_arch = "wasm32"))]
    fn typescript() -> String {
        "string".into()
    }

    fn put(&self, key: Field, object: &mut impl Object) {
        object.word(key, Word { list: self.locale.list(), place: self.text as u8 });
    }
}

impl Text {
    /// The text in a language. Nothing is the same in every one.
    pub fn in_locale(self, locale: Locale) -> Wording {
        Wording { text: self, locale: if self == Text::Nothing { Locale::default() } else { locale } }
    }
}

impl Locale {
    const fn list(self) -> List {
        match self {
            Locale::ZhCn => List::SimplifiedChinese,
            Locale::ZhTw => List::TraditionalChinese,
            Locale::En => List::English,
        }
    }
}

macro_rules! texts {
    ($($(#[doc = $doc:literal])+ $text:ident $zh_cn:literal $zh_tw:literal $en:literal,)+) => {
        /// What users read: the notices, and the popup's own texts, of which a page replaces some with `popupContent`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub enum Text { $($(#[doc = $doc])+ $text,)+ }

        /// Every text, by its place, in each language, in the order of [`Locale`].
        pub static TEXTS: [&[&str]; 3] = [&[$($zh_cn),+], &[$($zh_tw),+], &[$($en),+]];
    };
}

texts! {
    /// Where there is nothing to read.
    Nothing "" "" "",
    /// The heading of a dialogue.
    Heading "提示" "提示" "Notice",
    /// Its button.
    Confirm "确定" "確定" "OK",
    /// The verification failed.
    NotVerified "手机号验证失败，请重试" "手機號碼驗證失敗，請重試" "Could not verify your number. Please try again.",
    /// WeChat gave no code.
    NotObtained "获取手机号失败，请重试" "無法取得手機號碼，請重試" "Could not get your number. Please try again.",
    /// No phone number helps here.
    OtherLogin "暂时无法获取手机号，请使用其他方式登录" "暫時無法取得手機號碼，請使用其他方式登入"
        "Not available now. Please log in another way.",
    /// Too many calls.
    TooOften "请求过于频繁，请稍后重试" "請求過於頻繁，請稍後再試" "Too many requests. Please try again later.",
    /// The code does not work any more.
    Expired "授权已过期，请重新获取" "授權已過期，請重新授權" "Authorization expired. Please try again.",
    /// No answer in time.
    TimedOut "请求超时，请重试" "請求逾時，請重試" "Timed out. Please try again.",
    /// The box is not ticked.
    AgreementNeeded "请先阅读并勾选协议" "請先閱讀並勾選同意條款" "Please read and accept the agreement first.",
    /// An agreement does not open.
    AgreementNotOpened "协议暂时无法打开，请稍后再试" "協議暫時無法開啟，請稍後再試"
        "The agreement does not open. Please try again later.",
    /// The number came.
    Verified "手机号获取成功" "已取得手機號碼" "Verified",
    /// [`Reason::QuotaExhausted`].
    QuotaExhausted "该功能使用次数已达上限，请联系客服" "此功能使用次數已達上限，請聯絡客服"
        "Usage limit reached. Please contact support.",
    /// [`Reason::UserDenied`].
    UserDenied "需要授权手机号才能使用" "需要授權手機號碼才能使用" "Your phone number is needed to continue.",
    /// [`Reason::UserCancelled`].
    UserCancelled "未完成授权，请重新获取" "未完成授權，請重新授權" "Not authorized yet. Please try again.",
    /// [`Reason::NoPhoneBound`].
    NoPhoneBound "请先在微信中绑定手机号" "請先在微信中綁定手機號碼" "Please link a phone number in WeChat first.",
    /// [`Reason::PhoneUnverified`].
    PhoneUnverified "请先在微信中完成手机号验证" "請先在微信中完成手機號碼驗證" "Please verify your number in WeChat first.",
    /// [`Reason::PrivacyRefused`]. After a refusal WeChat asks nothing and fails at once for 10 s.
    PrivacyRefused "需要同意隐私协议才能使用，拒绝后请等10秒再试" "需要同意隱私條款才能使用，拒絕後請等10秒再試"
        "Accept the privacy terms; if refused, wait 10 s.",
    /// [`Reason::Network`].
    Network "网络异常，请检查后重试" "網路異常，請檢查後再試" "Network error. Please check and try again.",
    /// [`Reason::Unsupported`].
    Unsupported "请升级微信后重试" "請更新微信後再試" "Please update WeChat and try again.",
    /// [`Reason::DailyLimit`].
    DailyLimit "今日使用次数已达上限，请明日再试" "今日使用次數已達上限，請明日再試" "Limit reached. Please try again tomorrow.",
    /// [`Reason::HighRiskUser`].
    HighRiskUser "请先在微信中完成实名认证" "請先在微信中完成實名認證" "Please verify your identity in WeChat first.",
    /// [`Reason::Busy`].
    Busy "系统繁忙，请稍后重试" "系統忙碌，請稍後再試" "Busy now. Please try again later.",

    /// The heading.
    Title "手机号快捷登录" "手機號碼快速登入" "Log in by phone number",
    /// Why the number is asked for.
    Description "用于用户身份验证和登录" "用於驗證身分和登入" "To verify your identity and log you in",
    /// The button that asks WeChat for the number.
    AllowButton "获取手机号" "使用手機號碼" "Use my phone number",
    /// The button that closes the popup.
    RejectButton "暂不授权" "暫不授權" "Not now",
    /// The button for another way to log in.
    OtherLoginButton "其他方式登录" "其他方式登入" "Log in another way",
    /// Before the names of the agreements.
    Agreement "我已阅读并同意" "我已閱讀並同意" "I have read and accept",
    /// The name of WeChat's page about the mini-program's privacy.
    PrivacyContract "《用户隐私保护指引》" "《使用者隱私保護指引》" "Privacy Guide",
    /// The allow button while WeChat is asking the user.
    Authorizing "等待授权…" "等待授權…" "Waiting for WeChat…",
    /// The allow button while the code is being exchanged.
    Verifying "正在验证…" "正在驗證…" "Verifying…",
    /// The allow button before the code is sent again, after a number of seconds.
    Pausing " 秒后自动重试" " 秒後自動重試" " s until retry",
    /// The allow button where a tap sends the same code again.
    SendAgain "重试" "重試" "Retry",
    /// The allow button where a tap accepts the privacy agreement.
    AcceptPrivacy "同意隐私协议" "同意隱私條款" "Accept privacy terms",
}
