//! Every text that users read, in each language. No other module holds any.

use crate::field::Field;
use crate::shape::{Object, Put};
use crate::take::{Take, Value};
use crate::word::{List, Word};

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

/// What a user reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Words {
    /// Ours.
    Ours(Wording),
    /// The page's or the server's.
    Given(String),
}

#[cfg(not(target_arch = "wasm32"))]
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

/// A text in a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wording {
    text: Text,
    locale: Locale,
}

#[cfg(not(target_arch = "wasm32"))]
impl Wording {
    /// The text itself.
    pub fn text(self) -> &'static str {
        self.locale.texts()[self.text as usize]
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl Locale {
    /// Every text in this language, by its place.
    pub fn texts(self) -> &'static [&'static str] {
        match self {
            Locale::ZhCn => SIMPLIFIED_CHINESE,
            Locale::ZhTw => TRADITIONAL_CHINESE,
            Locale::En => ENGLISH,
        }
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

        impl Text {
            /// All of them.
            #[cfg(not(target_arch = "wasm32"))]
            pub const ALL: &[Text] = &[$(Text::$text),+];
        }

        /// Every text in Simplified Chinese, by its place.
        pub static SIMPLIFIED_CHINESE: &[&str] = &[$($zh_cn),+];

        // Few users need the others: the module is without them, and JavaScript reads them from a file of their own.
        #[cfg(not(target_arch = "wasm32"))]
        static TRADITIONAL_CHINESE: &[&str] = &[$($zh_tw),+];
        #[cfg(not(target_arch = "wasm32"))]
        static ENGLISH: &[&str] = &[$($en),+];
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
    /// [`Reason::QuotaExhausted`](crate::reason::Reason::QuotaExhausted).
    QuotaExhausted "该功能使用次数已达上限，请联系客服" "此功能使用次數已達上限，請聯絡客服"
        "Usage limit reached. Please contact support.",
    /// [`Reason::UserDenied`](crate::reason::Reason::UserDenied).
    UserDenied "需要授权手机号才能使用" "需要授權手機號碼才能使用" "Your phone number is needed to continue.",
    /// [`Reason::UserCancelled`](crate::reason::Reason::UserCancelled).
    UserCancelled "未完成授权，请重新获取" "未完成授權，請重新授權" "Not authorized yet. Please try again.",
    /// [`Reason::NoPhoneBound`](crate::reason::Reason::NoPhoneBound).
    NoPhoneBound "请先在微信中绑定手机号" "請先在微信中綁定手機號碼" "Please link a phone number in WeChat first.",
    /// [`Reason::PhoneUnverified`](crate::reason::Reason::PhoneUnverified).
    PhoneUnverified "请先在微信中完成手机号验证" "請先在微信中完成手機號碼驗證" "Please verify your number in WeChat first.",
    /// [`Reason::PrivacyRefused`](crate::reason::Reason::PrivacyRefused). After a refusal WeChat asks nothing and fails at once for 10 s.
    PrivacyRefused "需要同意隐私协议才能使用，拒绝后请等10秒再试" "需要同意隱私條款才能使用，拒絕後請等10秒再試"
        "Accept the privacy terms; if refused, wait 10 s.",
    /// [`Reason::Network`](crate::reason::Reason::Network).
    Network "网络异常，请检查后重试" "網路異常，請檢查後再試" "Network error. Please check and try again.",
    /// [`Reason::Unsupported`](crate::reason::Reason::Unsupported).
    Unsupported "请升级微信后重试" "請更新微信後再試" "Please update WeChat and try again.",
    /// [`Reason::DailyLimit`](crate::reason::Reason::DailyLimit).
    DailyLimit "今日使用次数已达上限，请明日再试" "今日使用次數已達上限，請明日再試" "Limit reached. Please try again tomorrow.",
    /// [`Reason::HighRiskUser`](crate::reason::Reason::HighRiskUser).
    HighRiskUser "请先在微信中完成实名认证" "請先在微信中完成實名認證" "Please verify your identity in WeChat first.",
    /// [`Reason::Busy`](crate::reason::Reason::Busy).
    Busy "系统繁忙，请稍后重试" "系統忙碌，請稍後再試" "Busy now. Please try again later.",

    // The popup's own. The heading, and what stands there instead where something has happened.
    /// The heading.
    Title "手机号快捷登录" "手機號碼快速登入" "Log in with your number",
    /// Where the user is asked for consent.
    ConsentTitle "请阅读并同意以下协议" "請閱讀並同意以下條款" "Please review the terms",
    /// Where the privacy agreement is to be accepted.
    PrivacyTitle "隐私保护提示" "隱私保護提示" "Your privacy",
    /// While the code is exchanged.
    VerifyingTitle "正在登录" "正在登入" "Logging you in",
    /// After it.
    VerifiedTitle "登录成功" "登入成功" "You are logged in",
    /// Where time helps.
    WaitTitle "请稍等一下" "請稍等一下" "One moment",
    /// Where the same, or a new authorization, may help.
    NotLoggedInTitle "登录没有完成" "登入沒有完成" "Not logged in yet",
    /// Where the code does not work any more.
    ReauthorizeTitle "请重新授权一次" "請重新授權一次" "Please authorize again",
    /// Where the user has something to do in WeChat.
    OneMoreStepTitle "还差一步" "還差一步" "One more step",
    /// [`Reason::NoPhoneBound`](crate::reason::Reason::NoPhoneBound).
    NoPhoneBoundTitle "微信还没绑定手机号" "微信還沒綁定手機號碼" "No number in WeChat yet",
    /// Where no phone number helps, and another way to log in is offered.
    OtherLoginTitle "换种方式登录" "換種方式登入" "Try another way",
    /// Where no phone number helps, and there is no other way.
    NoLoginTitle "暂时无法登录" "暫時無法登入" "Login is unavailable",
    /// In single-page mode.
    SinglePageTitle "进入小程序后登录" "進入小程式後登入" "Open the app to log in",

    // The status line: what has happened, and what to do. At most 24 Chinese characters.
    /// The user is asked for consent.
    ConsentStatus "点按钮即表示同意以上协议" "點按鈕即表示同意以上條款" "Tapping the button accepts the terms above.",
    /// The privacy agreement is to be accepted.
    PrivacyStatus "同意隐私指引后，可用微信手机号登录" "同意隱私指引後，可用微信手機號碼登入"
        "Accept the privacy guide to use your WeChat number.",
    /// WeChat is asking the user.
    AuthorizingStatus "请在微信弹窗中选择是否提供手机号" "請在微信彈窗中選擇是否提供手機號碼" "Please decide in the WeChat window.",
    /// WeChat has not answered for a while.
    UnansweredStatus "还在等微信响应，没看到授权弹窗可再点一次" "還在等微信回應，沒看到授權彈窗可再點一次"
        "Still waiting for WeChat. No window? Tap again.",
    /// The code is exchanged.
    VerifyingStatus "已收到授权，正在安全验证手机号" "已收到授權，正在安全驗證手機號碼"
        "Authorized. Verifying your number securely.",
    /// The same for longer than usual.
    SlowStatus "网络较慢，仍在验证，请稍候" "網路較慢，仍在驗證，請稍候" "Slow network, still verifying. One moment.",
    /// The number came.
    VerifiedStatus "手机号已验证" "手機號碼已驗證" "Your number is verified",
    /// The code is sent again by itself after [`Reason::Network`](crate::reason::Reason::Network).
    NetworkPause "网络不稳定，稍后会自动重试" "網路不穩定，稍後會自動重試" "Unstable network. Retrying automatically.",
    /// The same after another reason.
    ServicePause "服务响应较慢，稍后会自动重试" "服務回應較慢，稍後會自動重試" "The service is slow. Retrying automatically.",
    /// The same where too many log in.
    RatePause "登录的人较多，到时会自动重试" "登入的人較多，到時會自動重試" "Busy right now. It will retry by itself.",
    /// WeChat asks nothing for 10 s after the privacy agreement was refused.
    PrivacyPause "未同意隐私指引，稍后可重新选择" "未同意隱私指引，稍後可重新選擇"
        "Privacy guide not accepted. You can choose again soon.",
    /// After that.
    PrivacyRefusedStatus "同意隐私指引后可继续，也可换其他方式" "同意隱私指引後可繼續，也可換其他方式"
        "Accept the privacy guide, or use another way.",
    /// The same without another way.
    PrivacyRefusedAlone "未同意隐私指引，需要时可重新选择" "未同意隱私指引，需要時可重新選擇"
        "Not accepted. You can choose again any time.",
    /// The quota is used up.
    QuotaStatus "手机号登录暂不可用，请换其他方式" "手機號碼登入暫不可用，請換其他方式"
        "Phone login is unavailable. Please use another way.",
    /// The same without another way.
    QuotaAlone "手机号登录暂不可用，请稍后再来" "手機號碼登入暫不可用，請稍後再來"
        "Phone login is unavailable. Please come back later.",
    /// The same where support is offered instead.
    QuotaSupport "手机号登录暂不可用，请联系客服" "手機號碼登入暫不可用，請聯絡客服"
        "Phone login is unavailable. Please contact support.",
    /// This mini-program, or this page, may not ask for numbers.
    NotSupportedStatus "暂不支持手机号登录，请换其他方式" "暫不支援手機號碼登入，請換其他方式"
        "Phone login is not open here. Please use another way.",
    /// The same without another way.
    NotSupportedAlone "暂不支持手机号登录，请稍后再来" "暫不支援手機號碼登入，請稍後再來"
        "Phone login is not open here. Please come back later.",
    /// The same where support is offered instead.
    NotSupportedSupport "暂不支持手机号登录，请联系客服" "暫不支援手機號碼登入，請聯絡客服"
        "Phone login is not open here. Please contact support.",
    /// What only the developer can mend.
    ServiceStatus "登录服务暂不可用，请换其他方式登录" "登入服務暫不可用，請換其他方式登入"
        "Login is unavailable right now. Please use another way.",
    /// The same without another way.
    ServiceAlone "登录服务暂不可用，请稍后再来" "登入服務暫不可用，請稍後再來"
        "Login is unavailable right now. Please come back later.",
    /// The same where support is offered instead.
    ServiceSupport "登录服务暂不可用，请联系客服" "登入服務暫不可用，請聯絡客服"
        "Login is unavailable right now. Please contact support.",
    /// [`Reason::ServerRefused`](crate::reason::Reason::ServerRefused).
    ServerRefusedStatus "登录没有通过，请换其他方式登录" "登入沒有通過，請換其他方式登入"
        "Login was not accepted. Please use another way.",
    /// The same without another way.
    ServerRefusedAlone "登录没有通过，请稍后再来" "登入沒有通過，請稍後再來" "Login was not accepted. Please come back later.",
    /// The same where support is offered instead.
    ServerRefusedSupport "登录没有通过，请联系客服" "登入沒有通過，請聯絡客服" "Login was not accepted. Please contact support.",
    /// [`Reason::Unsupported`](crate::reason::Reason::Unsupported).
    UnsupportedStatus "微信版本暂不支持，请更新或换其他方式" "微信版本暫不支援，請更新或換其他方式"
        "Not supported here. Update WeChat or use another way.",
    /// The same without another way.
    UnsupportedAlone "微信版本暂不支持，请更新微信后再试" "微信版本暫不支援，請更新微信後再試"
        "Not supported here. Please update WeChat.",
    /// In single-page mode.
    SinglePageStatus "当前为预览页，请点下方「前往小程序」" "目前為預覽頁，請點下方「前往小程式」"
        "This is a preview. Tap Go to Mini Program below.",
    /// [`Reason::Blocked`](crate::reason::Reason::Blocked).
    BlockedStatus "当前账号暂不支持，请换其他方式登录" "目前帳號暫不支援，請換其他方式登入"
        "This WeChat account cannot do this. Please use another way.",
    /// The same without another way.
    BlockedAlone "当前账号暂不支持快捷登录，请稍后再来" "目前帳號暫不支援快速登入，請稍後再來"
        "This WeChat account cannot do this. Please come back later.",
    /// The same where support is offered instead.
    BlockedSupport "当前账号暂不支持快捷登录，请联系客服" "目前帳號暫不支援快速登入，請聯絡客服"
        "This WeChat account cannot do this. Please contact support.",
    /// [`Reason::DailyLimit`](crate::reason::Reason::DailyLimit).
    DailyLimitStatus "今日登录人数已满，可换其他方式登录" "今日登入人數已滿，可換其他方式登入"
        "The limit for today is reached. You can use another way.",
    /// The same without another way.
    DailyLimitAlone "今日登录人数已满，请明天再来" "今日登入人數已滿，請明天再來"
        "The limit for today is reached. Please come back tomorrow.",
    /// [`Reason::HighRiskUser`](crate::reason::Reason::HighRiskUser).
    HighRiskStatus "请先在微信完成实名认证，或换其他方式" "請先在微信完成實名認證，或換其他方式"
        "Verify your identity in WeChat, or use another way.",
    /// The same without another way.
    HighRiskAlone "请先在微信完成实名认证，再来登录" "請先在微信完成實名認證，再來登入"
        "Please verify your identity in WeChat first.",
    /// [`Reason::NoPhoneBound`](crate::reason::Reason::NoPhoneBound).
    NoPhoneBoundStatus "可在微信「账号与安全」绑定后再试" "可在微信「帳號與安全」綁定後再試"
        "Add one in WeChat under Account Security, then try again.",
    /// [`Reason::PhoneUnverified`](crate::reason::Reason::PhoneUnverified).
    PhoneUnverifiedStatus "手机号需短信验证，请按微信提示完成" "手機號碼需簡訊驗證，請按微信提示完成"
        "WeChat needs an SMS check first. Then try again.",
    /// [`Reason::UserDenied`](crate::reason::Reason::UserDenied).
    DeniedStatus "没关系，可换其他方式登录，或稍后再来" "沒關係，可換其他方式登入，或稍後再來"
        "No problem. Use another way, or come back later.",
    /// The same without another way.
    DeniedAlone "没关系，需要登录时再点一次就好" "沒關係，需要登入時再點一次就好" "No problem. Tap again whenever you like.",
    /// [`Reason::UserCancelled`](crate::reason::Reason::UserCancelled).
    CancelledStatus "授权未完成，需要时再点一次就好" "授權未完成，需要時再點一次就好" "Not finished. Tap again whenever you like.",
    /// [`Reason::TooFrequent`](crate::reason::Reason::TooFrequent).
    TooFrequentStatus "操作有些频繁，请过一会儿再试" "操作有些頻繁，請過一會兒再試" "That was a bit fast. Please try again shortly.",
    /// [`Reason::FunctionTimeout`](crate::reason::Reason::FunctionTimeout).
    FunctionTimeoutStatus "服务响应较慢，请点「重试」" "服務回應較慢，請點「重試」" "The service is slow. Please retry.",
    /// [`Reason::Timeout`](crate::reason::Reason::Timeout).
    TimeoutStatus "等待超时，请检查网络后重试" "等待逾時，請檢查網路後重試" "Timed out. Please check your network and retry.",
    /// [`Reason::Network`](crate::reason::Reason::Network).
    NetworkStatus "网络连接中断，请检查网络后重试" "網路連線中斷，請檢查網路後重試"
        "Connection lost. Please check your network and retry.",
    /// [`Reason::RateLimited`](crate::reason::Reason::RateLimited).
    RateLimitedStatus "登录的人较多，请稍后重试或换其他方式" "登入的人較多，請稍後重試或換其他方式"
        "Busy right now. Retry later or use another way.",
    /// The same without another way.
    RateLimitedAlone "登录的人较多，请稍后重试" "登入的人較多，請稍後重試" "Busy right now. Please retry later.",
    /// [`Reason::Busy`](crate::reason::Reason::Busy).
    BusyStatus "微信服务繁忙，请稍后重试" "微信服務忙碌，請稍後重試" "WeChat is busy. Please retry in a moment.",
    /// [`Reason::Internal`](crate::reason::Reason::Internal).
    InternalStatus "服务出了点小问题，请点「重试」" "服務出了點小問題，請點「重試」" "Something went wrong. Please retry.",
    /// [`Reason::Unknown`](crate::reason::Reason::Unknown).
    UnknownStatus "没有拿到手机号，请重试或换其他方式" "沒有取得手機號碼，請重試或換其他方式"
        "Could not get your number. Retry or use another way.",
    /// The same without another way.
    UnknownAlone "没有拿到手机号，请重试" "沒有取得手機號碼，請重試" "Could not get your number. Please retry.",
    /// [`Reason::MissingCode`](crate::reason::Reason::MissingCode).
    MissingCodeStatus "没有收到微信的授权结果，请重新授权" "沒有收到微信的授權結果，請重新授權"
        "WeChat sent no result. Please authorize again.",
    /// [`Reason::CodeInvalid`](crate::reason::Reason::CodeInvalid).
    CodeInvalidStatus "本次授权已失效，重新授权即可继续" "本次授權已失效，重新授權即可繼續"
        "This authorization has expired. Authorize again to go on.",
    /// [`Reason::BadReply`](crate::reason::Reason::BadReply).
    BadReplyStatus "没能读取手机号，请重新授权或换其他方式" "沒能讀取手機號碼，請重新授權或換其他方式"
        "Could not read your number. Authorize again or switch.",
    /// The same without another way.
    BadReplyAlone "没能读取手机号，请重新授权" "沒能讀取手機號碼，請重新授權" "Could not read your number. Please authorize again.",

    // Beside it.
    /// Why the number is asked for.
    Description "用于用户身份验证和登录" "用於驗證身分和登入" "To verify your identity and log you in",
    /// The button that asks WeChat for the number.
    AllowButton "使用微信手机号登录" "使用微信手機號碼登入" "Use my WeChat number",
    /// The button that closes the popup.
    RejectButton "暂不登录" "暫不登入" "Not now",
    /// The button for another way to log in.
    OtherLoginButton "其他方式登录" "其他方式登入" "Log in another way",
    /// The button that opens WeChat's conversation with the mini-program's support.
    ContactButton "联系客服" "聯絡客服" "Contact support",
    /// The button that closes the popup where there is nothing else to do.
    AcknowledgeButton "知道了" "知道了" "Got it",
    /// The link that asks WeChat once more, beside a better way.
    AgainButton "再试一次" "再試一次" "Try again",
    /// The × that closes the popup, for who hears it.
    CloseButton "关闭" "關閉" "Close",
    /// The way back from the question for consent.
    ConsentBackButton "不同意" "不同意" "Disagree",
    /// Before the names of the agreements.
    Agreement "我已阅读并同意" "我已閱讀並同意" "I have read and accept",
    /// The name of WeChat's page about the mini-program's privacy.
    PrivacyContract "《用户隐私保护指引》" "《使用者隱私保護指引》" "Privacy Guide",
    /// The allow button while WeChat is asking the user.
    Authorizing "等待微信授权…" "等待微信授權…" "Waiting for WeChat…",
    /// The allow button while the code is being exchanged.
    Verifying "正在验证…" "正在驗證…" "Verifying…",
    /// The allow button before the code is sent again, after a number of seconds.
    Pausing " 秒后自动重试" " 秒後自動重試" " s until retry",
    /// The allow button before WeChat asks about privacy again, after a number of seconds.
    PausingForPrivacy " 秒后可重新选择" " 秒後可重新選擇" " s until available",
    /// The allow button where a tap does the same once more.
    Retry "重试" "重試" "Retry",
    /// The allow button where a tap asks WeChat for another code.
    Reauthorize "重新授权" "重新授權" "Authorize again",
    /// The allow button where a tap is consent.
    AgreeAndContinue "同意并继续" "同意並繼續" "Agree and continue",
}

/// What stands on the sheet and on the button until the module is there, which does not need it then.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Clone, Copy, Debug)]
pub struct LoadingWords {
    /// The status line.
    pub status: &'static str,
    /// In the allow button.
    pub button: &'static str,
}

#[cfg(not(target_arch = "wasm32"))]
impl Locale {
    /// What stands there while the module is loading.
    pub const fn loading(self) -> LoadingWords {
        match self {
            Locale::ZhCn => LoadingWords { status: "正在准备登录，马上就好", button: "正在准备…" },
            Locale::ZhTw => LoadingWords { status: "正在準備登入，馬上就好", button: "正在準備…" },
            Locale::En => LoadingWords { status: "Getting login ready. Just a second.", button: "Getting ready…" },
        }
    }
}
