//! `boundary.d.ts`: the types of what crosses the boundary, from their declarations.

use wx_phone_login::classify::{Judgement, Outcome};
use wx_phone_login::effect::{
    CloudFunctionData, ComponentEvent, Effect, ExchangeData, FailureData, Report, ReportData,
};
use wx_phone_login::event::{Event, Mode, OtherLoginOffer, PopupOptions, PrivacyWindow, ShowOptions};
use wx_phone_login::field::Field;
use wx_phone_login::guidance::{PrimaryAction, StatusTone};
use wx_phone_login::notice::{Icon, Notice, NoticeWording, Stage};
use wx_phone_login::place::Renderer;
use wx_phone_login::reason::{Next, Row, Source, TABLE};
use wx_phone_login::state_name::StateName;
use wx_phone_login::typescript::{Content, Described, Description, FieldDescription, Kind};
use wx_phone_login::view::{OpenType, View};

const HEAD: &str = "// Generated from src/ by `npm run docs`: what crosses the boundary to the core.

import type { LanguageTag } from './index';
";

/// What has another name in TypeScript than in Rust.
const NAMES: [(&str, &str); 4] =
    [("StateName", "State"), ("Event", "PopupEvent"), ("Judgement", "Verification"), ("ShowPhonePopup", "ShowOptions")];

/// Where fewer values occur than the type in Rust has: of a kind of a shape, the field and its type.
const NARROWER: [(&str, &str, &str, &str); 3] = [
    ("Outcome", "reject", "reason", "ButtonReason"),
    ("Judgement", "reject", "reason", "ServerReason"),
    ("ComponentEvent", "close", "reason", "'user_denied' | 'user_cancelled' | 'unsupported'"),
];

/// The whole file.
pub fn file() -> String {
    let declared = [
        Next::description(),
        Mode::description(),
        PrivacyWindow::description(),
        OtherLoginOffer::description(),
        Renderer::description(),
        Stage::description(),
        Icon::description(),
        StateName::description(),
        OpenType::description(),
        StatusTone::description(),
        PrimaryAction::description(),
        Outcome::description(),
        Judgement::description(),
        Notice::description(),
        NoticeWording::description(),
        PopupOptions::description(),
        ShowOptions::description(),
        Event::description(),
        View::description(),
        Effect::description(),
        CloudFunctionData::description(),
        ExchangeData::description(),
        ComponentEvent::description(),
        Report::description(),
        ReportData::description(),
        FailureData::description(),
    ];
    [HEAD.to_string(), reasons()].into_iter().chain(declared.iter().map(declaration)).collect()
}

/// The reasons, by who gives them.
fn reasons() -> String {
    let of = |source: Source| TABLE.iter().filter(move |row| row.source.includes(source));
    let is_quota = |row: &&Row| row.reason.name() == "quota_exhausted";
    let button = reason_type(
        "ButtonReason",
        "What the native button can say instead of a code.",
        of(Source::Button).filter(|row| !is_quota(row)),
    );
    let server = reason_type(
        "ServerReason",
        "What the server, or the call to it, can say instead of a number.",
        of(Source::Server),
    );
    let quota = TABLE.iter().find(is_quota).expect("it is a reason");
    let docs = [
        "Why no number came: a {@link ButtonReason}, a {@link ServerReason}, or".to_string(),
        String::new(),
        item(quota.reason.name(), quota.doc),
    ];
    let all =
        format!("\n{}export type Reason = 'quota_exhausted' | ButtonReason | ServerReason;\n", comment("", &docs));
    [button, server, all].concat()
}

fn reason_type(name: &str, doc: &str, rows: impl Iterator<Item = &'static Row>) -> String {
    let rows: Vec<_> = rows.map(|row| (row.reason.name(), vec![row.doc.trim().to_string()])).collect();
    words(name, &[doc.to_string()], &rows)
}

fn declaration(description: &Description) -> String {
    let Description { name, docs, content } = description;
    match content {
        Content::Words(items) => words(renamed(name), docs, items),
        Content::Record(fields) => {
            let lines: String = fields.iter().map(|field| line("  ", field, None)).collect();
            format!("\n{}export interface {} {{\n{lines}}}\n", comment("", docs), renamed(name))
        }
        Content::Kinds { tag, content, kinds } => {
            let of_kind = |kind: &Kind| kind_of(name, tag.name(), content.map(Field::name), kind);
            let kinds: String = kinds.iter().map(of_kind).collect();
            format!("\n{}export type {} ={kinds};\n", comment("", docs), renamed(name))
        }
    }
}

fn words(name: &str, docs: &[String], items: &[(&str, Vec<String>)]) -> String {
    let listed = items.iter().map(|(word, docs)| item(word, &docs.join(" ")));
    let docs: Vec<_> = docs.iter().cloned().chain([String::new()]).chain(listed).collect();
    let union: Vec<_> = items.iter().map(|(word, _)| format!("'{word}'")).collect();
    format!("\n{}export type {name} =\n  | {};\n", comment("", &docs), union.join("\n  | "))
}

fn item(word: &str, doc: &str) -> String {
    format!("- `{}`: {}", if word.is_empty() { "''" } else { word }, doc.trim())
}

/// A member of a union.
fn kind_of(shape: &str, tag: &str, content: Option<&str>, kind: &Kind) -> String {
    let docs = wx_phone_login::typescript::docs(kind.docs);
    let indent = if content.is_some() { "        " } else { "      " };
    let constants =
        kind.constants.iter().map(|(field, value)| format!("{indent}{}: {};\n", field.name(), literal(value)));
    let fields = kind.fields.iter().map(|field| line(indent, field, narrower(shape, kind.name, field)));
    let members: String = constants.chain(fields).collect();
    let named = format!("{tag}: '{}'", kind.name);
    let object = match (content, kind.all, members.is_empty()) {
        (None, None, true) => format!("{{ {named} }}"),
        (None, None, false) => format!("{{\n      {named};\n{members}    }}"),
        (None, Some(all), _) => format!("({{ {named} }} & {})", renamed(all)),
        (Some(content), Some(all), _) => format!("{{ {named}; {content}: {} }}", renamed(all)),
        (Some(content), None, true) => format!("{{ {named}; {content}: {{}} }}"),
        (Some(content), None, false) => format!("{{\n      {named};\n      {content}: {{\n{members}      }};\n    }}"),
    };
    format!("\n{}  | {object}", comment("  ", &docs))
}

fn narrower(shape: &str, kind: &str, field: &FieldDescription) -> Option<&'static str> {
    let found = NARROWER.iter().find(|(of, in_kind, key, _)| (*of, *in_kind, *key) == (shape, kind, field.key.name()));
    found.map(|(.., holds)| *holds)
}

fn line(indent: &str, field: &FieldDescription, holds: Option<&str>) -> String {
    let FieldDescription { key, docs, holds: by_type, is_optional } = field;
    let mark = if *is_optional { "?" } else { "" };
    let holds = holds.unwrap_or_else(|| renamed(by_type));
    format!("{}{indent}{}{mark}: {holds};\n", comment(indent, docs), key.name())
}

/// A value, as it is written in Rust.
fn literal(value: &str) -> String {
    match value.split_once("::") {
        Some(("Reason", "QuotaExhausted")) => "'quota_exhausted'".into(),
        Some(_) => panic!("{value} is no constant so far"),
        None => value.into(),
    }
}

fn renamed(name: &str) -> &str {
    NAMES.iter().find(|(in_rust, _)| *in_rust == name).map_or(name, |(_, in_typescript)| in_typescript)
}

fn comment(indent: &str, docs: &[String]) -> String {
    match docs {
        [] => String::new(),
        [doc] => format!("{indent}/** {doc} */\n"),
        docs => {
            let lines: String =
                docs.iter().map(|doc| format!("{indent} * {doc}").trim_end().to_string() + "\n").collect();
            format!("{indent}/**\n{lines}{indent} */\n")
        }
    }
}
