//! What is written by hand beside the declarations, against them.

use std::collections::BTreeSet;

use serde_json::Value;
use wx_phone_login::effect::{ComponentEvent, FailureData};
use wx_phone_login::event::PopupOptions;
use wx_phone_login::state_name::StateName;
use wx_phone_login::typescript::{Content, Described, FieldDescription, Kind};
use wx_phone_login::view::View;

/// The fields of a record.
pub fn fields<T: Described>() -> Vec<FieldDescription> {
    match T::description().content {
        Content::Record(fields) => fields,
        Content::Words(_) | Content::Kinds { .. } => panic!("it is no record"),
    }
}

fn names<T: Described>() -> BTreeSet<&'static str> {
    fields::<T>().iter().map(|field| field.key.name()).collect()
}

/// The beginnings of the rows of a table of the component's events.
pub fn event_rows() -> Vec<String> {
    match ComponentEvent::description().content {
        Content::Kinds { kinds, .. } => kinds.iter().map(event_row).collect(),
        Content::Words(_) | Content::Record(_) => panic!("there are several events"),
    }
}

fn event_row(kind: &Kind) -> String {
    let constants = kind.constants.iter().map(|(field, value)| format!("{}: {value}", field.name()));
    let fields = kind.fields.iter().map(|field| {
        let mark = if field.is_optional { "?" } else { "" };
        format!("{}{mark}", field.key.name())
    });
    let detail: Vec<_> = constants.chain(fields).collect();
    let detail = if detail.is_empty() { "{}".into() } else { format!("{{ {} }}", detail.join(", ")) };
    format!("\n| `{}` | `{detail}` | ", kind.name)
}

/// The table of the view's fields.
pub fn view_table() -> String {
    let rows = fields::<View>().into_iter().map(|field| {
        let docs = field.docs.join(" ").replace('|', "\\|");
        format!("| `{}` | {} |\n", field.key.name(), docs.trim())
    });
    ["| field | what it is |\n|---|---|\n".to_string()].into_iter().chain(rows).collect()
}

/// The names of the view's fields.
pub fn view_fields() -> BTreeSet<&'static str> {
    names::<View>()
}

/// The beginnings of the rows of a table of the states.
pub fn state_rows() -> Vec<String> {
    match StateName::description().content {
        Content::Words(words) => words.iter().map(|(name, _)| format!("\n| `{name}` | ")).collect(),
        Content::Record(_) | Content::Kinds { .. } => panic!("they are words"),
    }
}

/// The beginnings of the rows of a table of what the statistics are told.
pub fn report_rows() -> Vec<String> {
    names::<FailureData>().iter().map(|name| format!("\n| `{name}` | ")).collect()
}

/// What the scenarios may hold: the options, and one for what pages do; the view, with what tests/guidance.rs looks at.
pub fn words_of_scenarios(vocabulary: &Value) -> [(BTreeSet<&str>, BTreeSet<&'static str>); 2] {
    let words = |key: &str| vocabulary[key].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let mut options: BTreeSet<&str> = words("options");
    assert!(options.remove("resetsFlag"), "a page does or does not");
    let mut declared = names::<PopupOptions>();
    assert!(declared.remove("renderer"), "a component knows it by itself");
    let guidance: BTreeSet<&str> = words("guidance");
    let view = words("view").union(&guidance).copied().collect();
    [(options, declared), (view, names::<View>())]
}
