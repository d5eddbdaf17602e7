//! Reason × locale → the words, and whether they are a toast or a modal.
//!
//! No other module holds text for users. A toast without an icon shows two lines, one with an icon
//! seven Chinese characters (`wx.showToast`).

use crate::reason::{Next, Reason};

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

/// A text in each locale, in the order of [`Locale`].
type Words = [&'static str; 3];

/// At which step something failed; the same reason can need other words at each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(test, derive(serde::Serialize))]
pub enum Stage {
    /// Asking the user through the native button.
    #[default]
    Authorization,
    /// Exchanging the code for the number.
    Verification,
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
    /// The server's own sentence, in place of ours; empty where ours is shown.
    pub message: String,
}

impl UserNotice {
    /// Its words.
    pub fn notice(&self) -> Notice<'_> {
        let message = Some(self.message.as_str()).filter(|message| !message.is_empty());
        notice(self.topic, self.locale, message)
    }
}

/// What `wx.showToast` or `wx.showModal` takes, and which of them takes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice<'a> {
    /// For `wx.showToast`.
    Toast {
        /// The text.
        title: &'a str,
        /// `success` or `none`.
        icon: &'static str,
        /// What the user can do.
        next: Next,
    },
    /// For `wx.showModal`, with one button.
    Modal {
        /// The heading.
        title: &'static str,
        /// The text.
        content: &'a str,
        /// The text of the button; at most four characters.
        confirm_text: &'static str,
        /// What the user can do.
        next: Next,
    },
}

/// The notice for a topic. `text`, where the page brings its own, replaces ours.
pub fn notice(topic: Topic, locale: Locale, text: Option<&str>) -> Notice<'_> {
    let text = text.unwrap_or_else(|| topic_words(topic)[locale as usize]);
    match topic {
        Topic::AgreementNeeded | Topic::AgreementNotOpened => {
            Notice::Toast { title: text, icon: "none", next: Next::Retry }
        }
        Topic::Verified => Notice::Toast { title: text, icon: "success", next: Next::None },
        Topic::Failed(Reason::QuotaExhausted, _) => Notice::Modal {
            title: ["提示", "提示", "Notice"][locale as usize],
            content: text,
            confirm_text: ["确定", "確定", "OK"][locale as usize],
            next: Reason::QuotaExhausted.row().next,
        },
        Topic::Failed(reason, _) => Notice::Toast { title: text, icon: "none", next: reason.row().next },
        Topic::UnsupportedHere => Notice::Toast { title: text, icon: "none", next: Reason::Unsupported.row().next },
    }
}

static NOT_VERIFIED: Words =
    ["手机号验证失败，请重试", "手機號碼驗證失敗，請重試", "Could not verify your number. Please try again."];
static NOT_OBTAINED: Words =
    ["获取手机号失败，请重试", "無法取得手機號碼，請重試", "Could not get your number. Please try again."];
static OTHER_LOGIN: Words = [
    "暂时无法获取手机号，请使用其他方式登录",
    "暫時無法取得手機號碼，請使用其他方式登入",
    "Not available now. Please log in another way.",
];
static TOO_OFTEN: Words =
    ["请求过于频繁，请稍后重试", "請求過於頻繁，請稍後再試", "Too many requests. Please try again later."];
static EXPIRED: Words =
    ["授权已过期，请重新获取", "授權已過期，請重新授權", "Authorization expired. Please try again."];
static TIMED_OUT: Words = ["请求超时，请重试", "請求逾時，請重試", "Timed out. Please try again."];

fn topic_words(topic: Topic) -> &'static Words {
    match topic {
        Topic::AgreementNeeded => {
            &["请先阅读并勾选协议", "請先閱讀並勾選同意條款", "Please read and accept the agreement first."]
        }
        Topic::AgreementNotOpened => &[
            "协议暂时无法打开，请稍后再试",
            "協議暫時無法開啟，請稍後再試",
            "The agreement does not open. Please try again later.",
        ],
        Topic::Verified => &["手机号获取成功", "已取得手機號碼", "Verified"],
        Topic::Failed(Reason::Unknown | Reason::Internal, Stage::Verification) => &NOT_VERIFIED,
        Topic::Failed(reason, _) => reason_words(reason),
        Topic::UnsupportedHere => &OTHER_LOGIN,
    }
}

fn reason_words(reason: Reason) -> &'static Words {
    match reason {
        Reason::QuotaExhausted => &[
            "该功能使用次数已达上限，请联系客服",
            "此功能使用次數已達上限，請聯絡客服",
            "Usage limit reached. Please contact support.",
        ],
        Reason::UserDenied => {
            &["需要授权手机号才能使用", "需要授權手機號碼才能使用", "Your phone number is needed to continue."]
        }
        Reason::UserCancelled => {
            &["未完成授权，请重新获取", "未完成授權，請重新授權", "Not authorized yet. Please try again."]
        }
        Reason::NoPhoneBound => {
            &["请先在微信中绑定手机号", "請先在微信中綁定手機號碼", "Please link a phone number in WeChat first."]
        }
        Reason::PhoneUnverified => &[
            "请先在微信中完成手机号验证",
            "請先在微信中完成手機號碼驗證",
            "Please verify your number in WeChat first.",
        ],
        // After a refusal WeChat asks nothing and fails at once for 10 s.
        Reason::PrivacyRefused => &[
            "需要同意隐私协议才能使用，拒绝后请等10秒再试",
            "需要同意隱私條款才能使用，拒絕後請等10秒再試",
            "Accept the privacy terms; if refused, wait 10 s.",
        ],
        Reason::Network => {
            &["网络异常，请检查后重试", "網路異常，請檢查後再試", "Network error. Please check and try again."]
        }
        Reason::Unsupported => &["请升级微信后重试", "請更新微信後再試", "Please update WeChat and try again."],
        Reason::DailyLimit => &[
            "今日使用次数已达上限，请明日再试",
            "今日使用次數已達上限，請明日再試",
            "Limit reached. Please try again tomorrow.",
        ],
        Reason::HighRiskUser => {
            &["请先在微信中完成实名认证", "請先在微信中完成實名認證", "Please verify your identity in WeChat first."]
        }
        Reason::Busy => &["系统繁忙，请稍后重试", "系統忙碌，請稍後再試", "Busy now. Please try again later."],
        Reason::NoPermission
        | Reason::PrivacyUndeclared
        | Reason::PrivacyBanned
        | Reason::Blocked
        | Reason::ServerRefused => &OTHER_LOGIN,
        Reason::TooFrequent | Reason::RateLimited => &TOO_OFTEN,
        Reason::Timeout | Reason::FunctionTimeout => &TIMED_OUT,
        Reason::CodeInvalid | Reason::InvalidAppid => &EXPIRED,
        Reason::MissingCode | Reason::Internal | Reason::Unknown => &NOT_OBTAINED,
        Reason::Credential
        | Reason::ApiUnauthorized
        | Reason::OpenapiPermission
        | Reason::ExchangeMissing
        | Reason::FunctionMissing
        | Reason::Environment
        | Reason::BadReply => &NOT_VERIFIED,
    }
}

/// The popup's own texts; a page replaces those of the prompt with `popupContent`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PopupTexts {
    /// The heading.
    pub title: &'static str,
    /// Why the number is asked for.
    pub description: &'static str,
    /// The button that asks WeChat for the number.
    pub allow_button: &'static str,
    /// The button that closes the popup.
    pub reject_button: &'static str,
    /// The button for another way to log in.
    pub other_login_button: &'static str,
    /// Before the names of the agreements.
    pub agreement: &'static str,
    /// The name of WeChat's page about the mini-program's privacy.
    pub privacy_contract: &'static str,
    /// The allow button while WeChat is asking the user.
    pub authorizing: &'static str,
    /// The allow button while the code is being exchanged.
    pub verifying: &'static str,
    /// The allow button before the code is sent again, after a number of seconds.
    pub pausing: &'static str,
    /// The allow button where a tap sends the same code again.
    pub send_again: &'static str,
    /// The allow button where a tap accepts the privacy agreement.
    pub accept_privacy: &'static str,
}

/// In the order of [`Locale`].
static POPUP_TEXTS: [PopupTexts; 3] = [
    PopupTexts {
        title: "手机号快捷登录",
        description: "用于用户身份验证和登录",
        allow_button: "获取手机号",
        reject_button: "暂不授权",
        other_login_button: "其他方式登录",
        agreement: "我已阅读并同意",
        privacy_contract: "《用户隐私保护指引》",
        authorizing: "等待授权…",
        verifying: "正在验证…",
        pausing: " 秒后自动重试",
        send_again: "重试",
        accept_privacy: "同意隐私协议",
    },
    PopupTexts {
        title: "手機號碼快速登入",
        description: "用於驗證身分和登入",
        allow_button: "使用手機號碼",
        reject_button: "暫不授權",
        other_login_button: "其他方式登入",
        agreement: "我已閱讀並同意",
        privacy_contract: "《使用者隱私保護指引》",
        authorizing: "等待授權…",
        verifying: "正在驗證…",
        pausing: " 秒後自動重試",
        send_again: "重試",
        accept_privacy: "同意隱私條款",
    },
    PopupTexts {
        title: "Log in by phone number",
        description: "To verify your identity and log you in",
        allow_button: "Use my phone number",
        reject_button: "Not now",
        other_login_button: "Log in another way",
        agreement: "I have read and accept",
        privacy_contract: "Privacy Guide",
        authorizing: "Waiting for WeChat…",
        verifying: "Verifying…",
        pausing: " s until retry",
        send_again: "Retry",
        accept_privacy: "Accept privacy terms",
    },
];

/// The popup's own texts in a locale.
pub fn popup_texts(locale: Locale) -> &'static PopupTexts {
    &POPUP_TEXTS[locale as usize]
}
