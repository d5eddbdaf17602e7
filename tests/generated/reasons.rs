//! The table of reasons, as documents and as JavaScript.

use wx_phone_login::notice::{Notice, Stage, Topic, notice};
use wx_phone_login::reason::{ERR_CODE_RANGES, ERRNO_RANGES, Range, Reason, Row, Source, TABLE};
use wx_phone_login::text::Locale;

/// The table of the READMEs, with the words for button, server and both.
pub fn table(sources: [&'static str; 3]) -> String {
    let head = "| reason | from | codes | next | text |\n|---|---|---|---|---|\n";
    let rows = TABLE.iter().map(|row| {
        let codes: Vec<i32> = row.errnos.iter().chain(row.err_codes).copied().collect();
        let text = text(row, Locale::ZhCn);
        format!(
            "| `{}` | {} | {} | `{}` | {text} |\n",
            row.reason.name(),
            source(row, sources),
            listed(&codes),
            row.next.name()
        )
    });
    [head.to_string()].into_iter().chain(rows).collect()
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

const INTRODUCTION: &str = "# Reasons

Why no number came: every reason with what WeChat says, what the user reads, and what comes next. Generated from `src/reason.rs` and
`src/text.rs` by `npm run docs`; a test checks that it is current.

A code decides before any phrase does. Phrases are looked for in lower case, from the first reason to the last. *Same code* is what becomes of
a paid code whose exchange failed like that: it is not sent again when it is five minutes old.
";

/// `docs/reasons.md`.
pub fn page() -> String {
    [INTRODUCTION.to_string(), ranges()].into_iter().chain(TABLE.iter().map(section)).collect()
}

/// What is left of WeChat's lists, a line for each range.
fn ranges() -> String {
    let count = |codes: fn(&Row) -> usize| TABLE.iter().map(codes).sum::<usize>();
    let (errnos, err_codes) = (count(|row| row.errnos.len()), count(|row| row.err_codes.len()));
    let lines = |name, ranges: &[Range]| -> String {
        let line = |range: &Range| match (range.from, range.to) {
            (from, to) if from == to => format!("| {name} | {from} | {} |\n", range.of),
            (from, to) => format!("| {name} | {from} … {to} | {} |\n", range.of),
        };
        ranges.iter().map(line).collect()
    };
    format!(
        "\n## Codes by range\n\n{errnos} values of `errno` and {err_codes} codes have a reason below. What else stands in \
         the lists of those who can answer, from … to, says no more than that something failed: `internal`.\n\n\
         | | from … to | of |\n|---|---|---|\n{}{}\nWhat stands in no list, such as a code of one's own server, is no known \
         code. `tests/field/codes.json` has every code of the lists with its source.\n",
        lines("`errno`", ERRNO_RANGES),
        lines("`errcode`, `errCode`, HTTP status", ERR_CODE_RANGES),
    )
}

fn section(row: &Row) -> String {
    let lines = [
        ("Said by", source(row, ["the button", "the server", "the button and the server"]).to_string()),
        ("`errno`", listed(row.errnos)),
        ("`errcode`, `errCode`, HTTP status", listed(row.err_codes)),
        ("Phrases", phrases(row)),
        ("Next", format!("`{}`", row.next.name())),
        ("Same code", if row.source == Source::Button { "—".into() } else { row.same_code.doc().into() }),
        ("zh_CN", text(row, Locale::ZhCn)),
        ("zh_TW", text(row, Locale::ZhTw)),
        ("en", text(row, Locale::En)),
        ("Developer", if row.fix.is_empty() { "—".into() } else { row.fix.into() }),
    ];
    let lines: Vec<_> = lines.iter().map(|(name, value)| format!("| {name} | {value} |")).collect();
    format!("\n## `{}`\n\n{}\n\n| | |\n|---|---|\n{}\n", row.reason.name(), row.doc.trim(), lines.join("\n"))
}

fn phrases(row: &Row) -> String {
    let phrases: Vec<String> = row.phrases.iter().map(quoted).collect();
    if phrases.is_empty() { "—".into() } else { phrases.join(" · ") }
}

fn quoted(phrase: &str) -> String {
    format!("“{phrase}”")
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
