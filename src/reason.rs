//! The one table of reasons why no number came.
//!
//! A row says everything that is known about a reason: its name, the codes and phrases WeChat uses for
//! it, and what to do next. Types, documents and tests are derived from it or checked against it.
//!
//! **The order of the rows is the order in which phrases are looked for**, so a row whose phrase
//! contains another row's phrase stands first: "cancel to *bind* phone" before "*cancel*", "*privacy
//! permission*" before "*permission*".

use crate::phrase::{Phrases, Searched, phrases};
use crate::word::{List, Named, words};

words! {
    /// What can be done about a reason.
    pub enum Next in Nexts {
        /// The same step may simply be tried again.
        Retry "retry",
        /// The code is gone: ask for a new authorization.
        Reauthorize "reauthorize",
        /// Try again, but not at once.
        Wait "wait",
        /// Offer another way to log in.
        OtherLogin "other_login",
        /// Only the operator of the mini-program can help.
        ContactSupport "contact_support",
        /// The developer has to change a setting; no user can do anything.
        FixSetup "fix_setup",
        /// Nothing is left to do.
        None "none",
    }
}

/// Who can give a reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The event of the native button.
    Button,
    /// The cloud function, WeChat's server behind it, or the call to it.
    Server,
    /// Either of them.
    Both,
}

impl Source {
    /// Whether a reason of this source can come from `asked`.
    pub fn includes(self, asked: Source) -> bool {
        self == Source::Both || self == asked
    }
}

/// What to do with the code when its exchange has failed for a reason. A code is paid for, works once and
/// lives five minutes; only one that may still work is sent again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SameCode {
    /// It did not reach WeChat: send it again by itself, a few times, after longer and longer pauses.
    Backoff,
    /// Whether it was used is not known: send it once more by itself.
    OnceMore,
    /// WeChat counts calls by the minute: send it again by itself when the minute is over.
    NextMinute,
    /// It may still work, but not by itself: send it again when the user asks.
    OnTap,
    /// It is used up, or will never work.
    Never,
}

impl SameCode {
    /// The words for the documents.
    #[cfg(not(target_arch = "wasm32"))]
    pub const fn doc(self) -> &'static str {
        match self {
            SameCode::Backoff => "again, with pauses",
            SameCode::OnceMore => "once more",
            SameCode::NextMinute => "after a minute",
            SameCode::OnTap => "on a tap",
            SameCode::Never => "never",
        }
    }
}

/// One row of the table.
#[derive(Debug)]
pub struct Row {
    /// The reason the row is about.
    pub reason: Reason,
    /// One line for the documents, which no phone needs.
    #[cfg(not(target_arch = "wasm32"))]
    pub doc: &'static str,
    /// Who gives it.
    pub source: Source,
    /// What the developer changes and where, in Chinese, for the console of a development build; empty where
    /// no setting helps.
    #[cfg(not(target_arch = "wasm32"))]
    pub fix: &'static str,
    /// Whether there is something for the developer to change.
    pub fixable: bool,
    /// What to do next.
    pub next: Next,
    /// What to do with the code whose exchange has failed like that.
    pub same_code: SameCode,
    /// `errno` values of the client API.
    pub errnos: &'static [i32],
    /// `errcode` values of WeChat's server, `errCode` values of the cloud SDK, HTTP statuses.
    pub err_codes: &'static [i32],
    /// Phrases of `errMsg`, in lower case.
    pub phrases: Phrases,
}

macro_rules! reasons {
    ($($(#[doc = $doc:literal])+ $reason:ident $name:literal $source:ident $next:ident $same_code:ident
       errno $errnos:tt errcode $err_codes:tt phrases $phrases:literal $(fix $fix:literal)?;)+) => {
        /// Why no number came.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[cfg_attr(test, derive(serde::Serialize))]
        #[repr(u8)]
        pub enum Reason { $($(#[doc = $doc])+ $reason,)+ }

        /// Every reason, in the order in which phrases are looked for.
        pub static TABLE: &[Row] = &[$(Row {
            reason: Reason::$reason,
            #[cfg(not(target_arch = "wasm32"))]
            doc: concat!($($doc),+),
            #[cfg(not(target_arch = "wasm32"))]
            fix: concat!($($fix)?),
            fixable: !concat!($($fix)?).is_empty(),
            source: Source::$source,
            next: Next::$next,
            same_code: SameCode::$same_code,
            errnos: &$errnos,
            err_codes: &$err_codes,
            phrases: phrases!($phrases),
        },)+];

        impl Named for Reason {
            const LIST: List = List::Reasons;
            const NAMES: &'static [&'static str] = &[$($name),+];
            const ALL: &'static [Reason] = &[$(Reason::$reason),+];
            #[cfg(not(target_arch = "wasm32"))]
            const TYPE: &'static str = "Reason";

            fn place(self) -> u8 {
                self as u8
            }
        }
    };
}

reasons! {
    /// The mini-program's quota of phone number verifications is used up.
    QuotaExhausted "quota_exhausted" Button ContactSupport Never
        errno [1400001] errcode [] phrases "quota|额度|額度|使用次|次数不|次數不"
        fix "在微信公众平台的「付费管理」里购买资源包；快速验证和实时验证要分别购买";
    /// WeChat has withdrawn the privacy interface from this mini-program.
    PrivacyBanned "privacy_banned" Button FixSetup Never
        errno [1025] errcode [] phrases "banned"
        fix "这个小程序的隐私接口已被微信停用：在微信公众平台的「通知中心」查看原因，整改后申诉";
    /// The phone number is not declared in the privacy agreement of the admin console.
    PrivacyUndeclared "privacy_undeclared" Button FixSetup Never
        errno [112] errcode [] phrases "declared|声明|聲明"
        fix "在微信公众平台「设置 - 服务内容声明 - 用户隐私保护指引」里声明收集手机号，审核通过后生效";
    /// The user has not accepted the privacy agreement.
    PrivacyRefused "privacy_refused" Button Retry Never
        errno [104] errcode [] phrases "privacy|隐私|隱私";
    /// The phone number bound to WeChat still has to be confirmed by SMS.
    PhoneUnverified "phone_unverified" Button Retry Never
        errno [] errcode [] phrases "sms|verified|needs verif|短信|簡訊|进行验证|進行驗證";
    /// No phone number is bound to this WeChat account.
    NoPhoneBound "no_phone_bound" Button OtherLogin Never
        errno [] errcode []
        phrases "bind|not bound|no phone number|未绑|未綁|没有绑|沒有綁|先绑|先綁";
    /// The user refused in WeChat's sheet, or chose not to authorize in the popup.
    UserDenied "user_denied" Button OtherLogin Never
        errno [103] errcode []
        phrases "deny|user den|auth den|ize den|user ref|user rej|declined|confirm login|拒绝|拒絕|同意";
    /// The mini-program may not use this interface (not verified, personal account, wrong category).
    NoPermission "no_permission" Button FixSetup Never
        errno [3, 102, 1015, 1402101] errcode [] phrases "permission|access den|unauthorized|权限|權限"
        fix "小程序须为非个人主体，并完成微信认证：在微信公众平台「设置 - 基本设置」里检查；再在「付费管理」里检查手机号验证组件";
    /// The button was used too often in a short time.
    TooFrequent "too_frequent" Button Wait Never
        errno [1003, 510001] errcode []
        phrases "frequen|too many|too fast|limit reached|频繁|頻繁|频率|頻率|过快|過快|太快|达上限|達上限";
    /// The cloud environment is missing, wrong or not initialised.
    Environment "environment" Server FixSetup OnTap
        errno []
        errcode [-401001, -501005, -501006, -501008, -501009, -501019, -601009, -601012, -601013, -601015, -601016, -601017,
            -601034, -604104]
        phrases "environment|env not|env check|env status|env invalid|env is|invalid env|invalid_env|isolated|\
            authorization mismatch|env mismatch|invalid scope|user ticket|envinfo|wxcloudapitoken|cloud.init|cloud api|\
            cloud is undefined|cloud is not|callfunction'|callfunction is|callcontainer'|callcontainer is|\
            环境不|環境不|环境无效|環境無效|隔离|隔離|未初始化|未开通|未開通"
        fix "在 app.js 的 onLaunch 里调用 wx.cloud.init({ env })：env 是云开发控制台里的环境 ID，要属于这个小程序，并且没有被隔离；云函数要由小程序调用";
    /// Nothing is registered under the name that the property `exchange` has.
    ExchangeMissing "exchange_missing" Server FixSetup OnTap
        errno [] errcode [] phrases "is not registered"
        fix "在打开弹窗之前（例如 app.js 的 onLaunch 里）调用 registerExchange(name, exchange)，name 要和属性 exchange 一致";
    /// The function is not deployed under this name, or its address does not exist.
    FunctionMissing "function_missing" Server FixSetup OnTap
        errno [600002, 600005, 600009, 600011] errcode [-501000, 40066, 404, 435, 442]
        phrases "functionname|function not|functionnot|function_not|cannot find module|domain list|invalid url|合法域名|\
            函数不存在|函數不存在|找不到模块|找不到函数|找不到云函数"
        fix "在开发者工具里右键云函数目录，选「上传并部署：云端安装依赖」；属性 cloud-function 要和目录名一致，云环境要是 wx.cloud.init 用的那个";
    /// The cloud function ran out of time; its default limit is 3 seconds.
    FunctionTimeout "function_timeout" Server Retry OnceMore
        errno [] errcode [-501002, -504003, 433]
        phrases "task timed out|time-limit|time_limit"
        fix "云函数的超时时间默认 3 秒：在云开发控制台改为 10 秒以上";
    /// No answer came in time.
    Timeout "timeout" Both Retry OnceMore
        errno [5, 602105]
        errcode [-404005, -404010, -404012, -405005, -405010, -502011, -601008, -604102, 102002, 408, 504]
        phrases "timeout|time out|timed out|timedout|超时|超時|逾時";
    /// The network failed.
    Network "network" Both Retry Backoff
        errno [108, 109, 600000, 600001, 600003, 600004, 600006, 600007, 602000, 602001, 602002, 602301]
        errcode [-501001, -601003]
        phrases "network|cgi fail|net::|conn|cronet|socket|shake|host|interrupt|fail abort|to fetch|\
            getaddrinfo|网络|網絡|網路|连接|連接|主机";
    /// This client cannot do it.
    Unsupported "unsupported" Button OtherLogin Never
        errno [100, 10100005] errcode []
        phrases "not support|n't support|unsupported|not implemented|no openid|user ticket|不支持|不支援|版本"
        fix "Skyline 页面：在页面的 JSON 里写 \"renderer\": \"webview\"；朋友圈的单页模式、开发者工具（实时验证）和多端应用里不能用；微信版本太低：在小程序管理后台「设置 - 功能设置 - 基础库最低版本设置」里调高";
    /// The user closed WeChat's sheet without an answer.
    UserCancelled "user_cancelled" Button Retry Never
        errno [1] errcode [] phrases "cancel|dismiss|取消";
    /// WeChat has blocked this user's ability to give a phone number.
    Blocked "blocked" Button OtherLogin Never
        errno [1421102] errcode [] phrases "blocked";
    /// WeChat said yes but sent no code.
    MissingCode "missing_code" Button Reauthorize Never
        errno [] errcode [] phrases ""
        fix "基础库 2.21.2 以上才返回 code：在小程序管理后台「设置 - 功能设置 - 基础库最低版本设置」里设为 2.21.2 以上";
    /// The code is wrong, used, or older than five minutes.
    CodeInvalid "code_invalid" Server Reauthorize Never
        errno [1020, 1021] errcode [40029, 40003, 40163, 41008, 42003, -601005, -601006, -601007]
        phrases "invalid code|code been|code has|code expired|missing code|code无效|code 无效|code已";
    /// Code and credential belong to different mini-programs.
    InvalidAppid "invalid_appid" Server FixSetup Never
        errno [1005] errcode [40013] phrases "invalid appid"
        fix "code 和 access_token（或云函数）不属于同一个小程序：检查 project.config.json 的 appid，以及云环境属于哪个小程序";
    /// Too many calls this minute.
    RateLimited "rate_limited" Server Wait NextMinute
        errno [] errcode [45011, 44990, -501003, -501004, -405015, 429, 432]
        phrases "frequen|too many|too fast|minute-quota|limitexceeded|limit exceeded|rate limit|频繁|頻繁|太快|过快|過快|请求过多|請求過多";
    /// The daily limit of calls is reached.
    DailyLimit "daily_limit" Server Wait OnTap
        errno [] errcode [45009, -501015, -501016] phrases "daily|limit reached|达上限|達上限";
    /// WeChat regards the user as a high risk.
    HighRiskUser "high_risk_user" Server OtherLogin Never
        errno [] errcode [40226] phrases "code blocked|高风险";
    /// WeChat's server is busy.
    Busy "busy" Server Retry Backoff
        errno [] errcode [-1] phrases "busy|繁忙";
    /// The access token is missing, wrong or expired.
    Credential "credential" Server FixSetup OnTap
        errno []
        errcode [40001, 40002, 40014, 40125, 40164, 40243, 41001, 41002, 41004, 42001, 42007, 45035, 61004, 61005, 61006, 61023,
            89501, 89503, 89506, 89507]
        phrases "access_token|access token|credential|appsecret|whitelist"
        fix "服务端的 access_token 缺失、错误或已过期：检查 AppSecret，并且只在一处获取 access_token";
    /// The mini-program is not authorised to use the interface.
    ApiUnauthorized "api_unauthorized" Server FixSetup OnTap
        errno [] errcode [48001, 48004, 50001, 50002, 61003, 61007, -601018, -602018]
        phrases "api unauth|api forbid|unauthorized api"
        fix "这个小程序没有接口权限：在微信公众平台「开发管理 - 接口设置」里检查";
    /// The function's `config.json` does not ask for `phonenumber.getPhoneNumber`.
    OpenapiPermission "openapi_permission" Server FixSetup OnTap
        errno [] errcode [-604101, -604100, -601004, -601010, -601011] phrases "no permission|权限|權限"
        fix "在云函数的 config.json 里写 {\"permissions\":{\"openapi\":[\"phonenumber.getPhoneNumber\"]}}，重新上传，等 10 分钟再试";
    /// The answer came but holds no number.
    BadReply "bad_reply" Server Reauthorize Never
        errno [] errcode [-601001] phrases ""
        fix "检查云函数的返回：手机号要从 result.phoneInfo.phoneNumber 读取；不返回手机号的，登录成功时返回 success: true";
    /// A server that is neither WeChat's nor Tencent's refused; its `message` says why.
    ServerRefused "server_refused" Server None Never
        errno [] errcode [] phrases "";
    /// Something failed inside WeChat or inside the function.
    Internal "internal" Both Retry OnTap
        errno [4] errcode [-1000, 40097, 44002, 47001, 47003, 102005, 499]
        phrases "system error|internal error|server error|execut|code exception|unavailable|系统错误|\
            系統錯誤|内部错误|內部錯誤|服务器错|执行失败";
    /// What was said is not known.
    Unknown "unknown" Both Retry OnTap
        errno [] errcode [] phrases "";
}

impl Reason {
    /// The row of this reason.
    pub fn row(self) -> &'static Row {
        &TABLE[self as usize]
    }

    /// The word for it.
    pub fn name(self) -> &'static str {
        Reason::NAMES[self as usize]
    }

    /// The reason with this name.
    pub fn from_name(name: &str) -> Option<Reason> {
        let place = Reason::NAMES.iter().position(|known| *known == name)?;
        Reason::ALL.get(place).copied()
    }

    /// The reason of a client API's `errno`, if it is a known one.
    pub fn from_errno(errno: i32, source: Source) -> Option<Reason> {
        match TABLE.iter().find(|row| row.errnos.contains(&errno)) {
            Some(row) => Some(row.reason).filter(|_| row.source.includes(source)),
            None => within(ERRNO_RANGES, errno),
        }
    }

    /// The reason of a server's `errcode`, a cloud SDK's `errCode` or an HTTP status, if it is a known one.
    pub fn from_err_code(err_code: i32) -> Option<Reason> {
        find(|row| row.err_codes.contains(&err_code)).or_else(|| within(ERR_CODE_RANGES, err_code))
    }

    /// The first row with a phrase that stands in `text`, which is in lower case.
    pub fn from_text(text: &Searched, source: Source) -> Option<Reason> {
        if text.bytes().is_empty() {
            return None;
        }
        find(|row| row.source.includes(source) && text.holds_any(row.phrases))
    }
}

/// Numbers of WeChat's lists that say no more than that something failed.
#[derive(Debug)]
pub struct Range {
    /// The smallest.
    pub from: i32,
    /// The greatest.
    pub to: i32,
    /// Whose they are, for the documents.
    #[cfg(not(target_arch = "wasm32"))]
    pub of: &'static str,
}

macro_rules! ranges {
    ($($from:literal to $to:literal $of:literal;)+) => {
        &[$(Range {
            from: $from,
            to: $to,
            #[cfg(not(target_arch = "wasm32"))]
            of: $of,
        },)+]
    };
}

/// Of `errno`: <https://developers.weixin.qq.com/miniprogram/dev/framework/usability/PublicErrno.html>.
pub static ERRNO_RANGES: &[Range] = ranges! {
    2 to 2 "every API";
    101 to 111 "every API";
    1000 to 1023 "WeChat's server";
    600000 to 602399 "`wx.request`";
};

/// Of `errCode` and `errcode`: <https://developers.weixin.qq.com/miniprogram/dev/wxcloud/reference/errcode.html>,
/// wx-server-sdk 4.0.2, <https://www.tencentcloud.com/document/product/583/35311>, and the statuses of HTTP.
pub static ERR_CODE_RANGES: &[Range] = ranges! {
    -404999 to -401001 "the client's SDK: `wx.cloud`, `callFunction`";
    -405999 to -405001 "the client's SDK: `callContainer`";
    -504999 to -501000 "Tencent's cloud: resources, database, storage, functions";
    -606999 to -601001 "WeChat's server behind the cloud";
    43001 to 43003 "WeChat's server: the method of a request";
    430 to 450 "how a function of Tencent's cloud ended";
    500 to 599 "HTTP";
};

fn within(ranges: &[Range], code: i32) -> Option<Reason> {
    let is_within = ranges.iter().any(|range| (range.from..=range.to).contains(&code));
    if is_within { Some(Reason::Internal) } else { None }
}

fn find(wanted: impl Fn(&Row) -> bool) -> Option<Reason> {
    TABLE.iter().find(|row| wanted(row)).map(|row| row.reason)
}
