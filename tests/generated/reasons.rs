//! The table of reasons, as documents and as JavaScript.

use serde_json::Value;
use wx_phone_login::notice::{Notice, Stage, Topic, notice};
use wx_phone_login::reason::{ERR_CODE_RANGES, ERRNO_RANGES, Range, Reason, Row, SameCode, Source, TABLE};
use wx_phone_login::text::{LoadingWords, Locale, Text};

/// The words of a page.
struct Page {
    introduction: &'static str,
    /// The heads of the table of all.
    columns: [&'static str; 5],
    /// Button, server and both.
    sources: [&'static str; 3],
    /// What stands before the ranges of codes; what stands for a number is replaced.
    ranges: &'static str,
    range_columns: [&'static str; 3],
    after_ranges: &'static str,
    /// The names of the lines of a reason.
    lines: [&'static str; 11],
    same_code: fn(SameCode) -> &'static str,
    /// Who answers with the codes of a range, given it in English.
    answerer: fn(&'static str) -> &'static str,
    /// Whether what a reason is stands there, which is said in English.
    says_what_it_is: bool,
}

/// The table of all reasons.
fn table(page: &Page) -> String {
    let head = format!("| {} |\n|---|---|---|---|---|\n", page.columns.join(" | "));
    let rows = TABLE.iter().map(|row| {
        let codes: Vec<i32> = row.errnos.iter().chain(row.err_codes).copied().collect();
        let name = row.reason.name();
        format!(
            "| [`{name}`](#{}) | {} | {} | `{}` | {} |\n",
            name.replace('_', "-"),
            source(row, page.sources),
            listed(&codes),
            row.next.name(),
            text(row, Locale::ZhCn)
        )
    });
    [head].into_iter().chain(rows).collect()
}

fn source(row: &Row, [button, server, both]: [&'static str; 3]) -> &'static str {
    match row.source {
        Source::Button => button,
        Source::Server => server,
        Source::Both => both,
    }
}

fn listed(codes: &[i32]) -> String {
    let codes: Vec<String> = codes.iter().map(i32::to_string).collect();
    if codes.is_empty() { "—".into() } else { codes.join(", ") }
}

fn text(row: &Row, locale: Locale) -> String {
    let stage = if row.source == Source::Server { Stage::Verification } else { Stage::Authorization };
    match notice(Topic::Failed(row.reason, stage), locale, None) {
        Notice::Toast { title, .. } => title.text().into(),
        Notice::Modal { content, .. } => content.text().into(),
    }
}

const ENGLISH: Page = Page {
    introduction: "# Reasons

*[中文](reasons.zh-CN.md)*

Why no number came: every reason with what WeChat says, what the user reads, and what comes next. Generated from `src/reason.rs` and
`src/text.rs` by `npm run docs`; a test checks that it is current.

A code decides before any phrase does. Phrases are looked for in lower case, from the first reason to the last. *Same code* is what becomes of
a paid code whose exchange failed like that: it is not sent again when it is five minutes old.

`quota_exhausted` is told in a modal, the others in a toast, where there is no status line.

`next`: `retry` the same once more · `reauthorize` a new authorization · `wait` later · `other_login` another way to log in · `contact_support` the operator ·
`fix_setup` the developer · `none` nothing.

",
    columns: ["reason", "from", "codes", "next", "text"],
    sources: ["the button", "the server", "both"],
    ranges: "\n## Codes by range\n\n{errnos} values of `errno` and {err_codes} codes have a reason below. What else stands in the \
             lists of those who can answer, from … to, says no more than that something failed: `internal`.\n\n",
    range_columns: ["", "from … to", "of"],
    after_ranges: "\nWhat stands in no list, such as a code of one's own server, is no known code. `tests/field/codes.json` has every \
                   code of the lists with its source.\n",
    lines: [
        "Said by",
        "`errno`",
        "`errcode`, `errCode`, HTTP status",
        "Phrases",
        "Next",
        "Same code",
        "zh_CN",
        "zh_TW",
        "en",
        "Status line",
        "Developer",
    ],
    same_code: SameCode::doc,
    answerer: |who| who,
    says_what_it_is: true,
};

const CHINESE: Page = Page {
    introduction: "# 失败原因与错误码

*[English](reasons.md)*

没拿到手机号时，弹窗会给出失败原因：微信或服务端说了什么，用户看到什么，下一步做什么。这一页由 `npm run docs` 从 `src/reason.rs` 和 `src/text.rs` 生成，测试会检查它是不是最新的。

先看错误码，没有错误码再按文字识别。文字不分大小写，从第一个失败原因找到最后一个。「同一个 code」说明换取失败之后，已经扣过费的 code 还能不能再次提交；满 5 分钟的不能。

没有状态行的地方才用提示：`quota_exhausted` 用对话框，其他用轻提示。

下一步：`retry` 原样重试 · `reauthorize` 重新授权 · `wait` 过一会儿再试 · `other_login` 其他方式登录 · `contact_support` 联系客服 · `fix_setup` 需要开发者处理 · `none` 没有下一步。

",
    columns: ["失败原因", "来源", "错误码", "下一步", "用户看到"],
    sources: ["按钮", "服务端", "两者"],
    ranges: "\n## 按范围识别的错误码\n\n有 {errnos} 个 `errno` 和 {err_codes} 个服务端错误码有自己的失败原因，列在后面。落在下面这些范围里的其他错误码，只说明出了错，\
             都算 `internal`。\n\n",
    range_columns: ["", "范围", "来自"],
    after_ranges: "\n不在任何列表里的错误码（例如你自己服务端的）不算已知错误码。全部错误码及其来源在 `tests/field/codes.json`。\n",
    lines: [
        "来源",
        "按钮的 `errno`",
        "服务端的 `errcode`、`errCode`、HTTP 状态码",
        "识别的文字",
        "下一步",
        "同一个 code",
        "提示（简体）",
        "提示（繁体）",
        "提示（英文）",
        "状态行",
        "需要开发者处理",
    ],
    same_code: |same_code| match same_code {
        SameCode::Backoff => "隔一会儿自动重试，最多几次",
        SameCode::OnceMore => "自动重试一次",
        SameCode::NextMinute => "一分钟后自动重试",
        SameCode::OnTap => "用户点「重试」才再次提交",
        SameCode::Never => "不能再用，要重新授权",
    },
    answerer: in_chinese,
    says_what_it_is: false,
};

/// Who answers with the codes of a range.
fn in_chinese(who: &str) -> &'static str {
    match who {
        "every API" => "所有接口共用",
        "WeChat's server" => "微信服务端",
        "`wx.request`" => "`wx.request`",
        "the client's SDK: `wx.cloud`, `callFunction`" => "客户端 SDK：`wx.cloud`、`callFunction`",
        "the client's SDK: `callContainer`" => "客户端 SDK：`callContainer`",
        "Tencent's cloud: resources, database, storage, functions" => "腾讯云：资源、数据库、存储、云函数",
        "WeChat's server behind the cloud" => "云开发背后的微信服务端",
        "WeChat's server: the method of a request" => "微信服务端：请求方法不对",
        "how a function of Tencent's cloud ended" => "腾讯云：云函数怎样结束",
        "HTTP" => "HTTP 状态码",
        _ => panic!("who is {who} in Chinese?"),
    }
}

/// `docs/reasons.md` and `docs/reasons.zh-CN.md`.
pub fn pages() -> [(&'static str, String); 2] {
    [("docs/reasons.md", written(&ENGLISH)), ("docs/reasons.zh-CN.md", written(&CHINESE))]
}

fn written(page: &Page) -> String {
    let statuses = serde_json::from_str(include_str!("../guidance.json")).expect("it is JSON");
    let sections = TABLE.iter().map(|row| section(row, page, &statuses));
    [page.introduction.to_string(), table(page), ranges(page)].into_iter().chain(sections).collect()
}

/// What is left of WeChat's lists, a line for each range.
fn ranges(page: &Page) -> String {
    let count = |codes: fn(&Row) -> usize| TABLE.iter().map(codes).sum::<usize>().to_string();
    let introduction = page
        .ranges
        .replace("{errnos}", &count(|row| row.errnos.len()))
        .replace("{err_codes}", &count(|row| row.err_codes.len()));
    let head = format!("| {} |\n|---|---|---|\n", page.range_columns.join(" | "));
    let lines = |name, ranges: &[Range]| -> String {
        let line = |range: &Range| match (range.from, range.to) {
            (from, to) if from == to => format!("| {name} | {from} | {} |\n", (page.answerer)(range.of)),
            (from, to) => format!("| {name} | {from} … {to} | {} |\n", (page.answerer)(range.of)),
        };
        ranges.iter().map(line).collect()
    };
    let [_, errno, err_code, ..] = page.lines;
    [introduction, head, lines(errno, ERRNO_RANGES), lines(err_code, ERR_CODE_RANGES), page.after_ranges.into()]
        .concat()
}

fn section(row: &Row, page: &Page, statuses: &Value) -> String {
    let same_code = if row.source == Source::Button { "—" } else { (page.same_code)(row.same_code) };
    let locale = if page.says_what_it_is { 2 } else { 0 };
    let status = statuses[row.reason.name()]["status"][locale].as_str().unwrap_or("—");
    let values = [
        source(row, page.sources).to_string(),
        listed(row.errnos),
        listed(row.err_codes),
        phrases(row),
        format!("`{}`", row.next.name()),
        same_code.into(),
        text(row, Locale::ZhCn),
        text(row, Locale::ZhTw),
        text(row, Locale::En),
        status.into(),
        if row.fix.is_empty() { "—".into() } else { row.fix.into() },
    ];
    let lines: Vec<_> = page.lines.iter().zip(values).map(|(name, value)| format!("| {name} | {value} |")).collect();
    let doc = if page.says_what_it_is { format!("{}\n\n", row.doc.trim()) } else { String::new() };
    format!("\n## `{}`\n\n{doc}| | |\n|---|---|\n{}\n", row.reason.name(), lines.join("\n"))
}

fn phrases(row: &Row) -> String {
    let phrases: Vec<String> = row.phrases.iter().map(quoted).collect();
    if phrases.is_empty() { "—".into() } else { phrases.join(" · ") }
}

fn quoted(phrase: &str) -> String {
    format!("`{phrase}`")
}

/// `not-loaded.js`: the notice for a module that does not load, by locale.
pub fn not_loaded() -> String {
    let topic = Topic::Failed(Reason::Unsupported, Stage::Authorization);
    let texts = [("zh_CN", Locale::ZhCn), ("zh_TW", Locale::ZhTw), ("en", Locale::En)].map(|(name, locale)| {
        let Notice::Toast { title, icon, next } = notice(topic, locale, None) else { panic!("it is a toast") };
        let (title, icon, next) = (title.text(), icon.name(), next.name());
        format!("  {name}: {{ via: 'toast', title: '{title}', icon: '{icon}', next: '{next}' }},\n")
    });
    ["// Generated from src/text.rs by `npm run docs`.\nmodule.exports = {\n", &texts.concat(), "};\n"].concat()
}

/// `loading-view.js`: the view's words until the module is there, by locale.
pub fn loading_view() -> String {
    let views = [("zh_CN", Locale::ZhCn), ("zh_TW", Locale::ZhTw), ("en", Locale::En)].map(|(name, locale)| {
        let LoadingWords { status, button } = locale.loading();
        let texts = [
            ("title", Text::Title),
            ("description", Text::Description),
            ("allowButton", Text::AllowButton),
            ("rejectButton", Text::RejectButton),
            ("closeButton", Text::CloseButton),
        ];
        let texts = texts.map(|(field, text)| (field, text.in_locale(locale).text()));
        let fields = texts.into_iter().chain([("status", status), ("buttonText", button)]);
        let lines: Vec<_> = fields.map(|(field, text)| format!("    {field}: '{text}',\n")).collect();
        format!("  {name}: {{\n{}  }},\n", lines.concat())
    });
    ["// Generated from src/text.rs by `npm run docs`.\nmodule.exports = {\n", &views.concat(), "};\n"].concat()
}

/// `texts-….js`: every text in a language, by its place.
pub fn texts(locale: Locale) -> String {
    let texts: Vec<_> = locale.texts().iter().map(|text| format!("  '{text}',\n")).collect();
    ["// Generated from src/text.rs by `npm run docs`.\nmodule.exports = [\n", &texts.concat(), "];\n"].concat()
}

/// `hints.js`: what a developer changes, by reason.
pub fn hints() -> String {
    let head = "// Generated from src/reason.rs by `npm run docs`.\nmodule.exports = {\n";
    let hints = TABLE.iter().filter(|row| !row.fix.is_empty());
    let hints = hints.map(|row| format!("  {}: '{}',\n", row.reason.name(), row.fix));
    [head.to_string()].into_iter().chain(hints).chain(["};\n".to_string()]).collect()
}
