//! What repeats a fact of the core is generated from it: documents, and the hints for developers.
//!
//! `npm run docs` writes them; a test run only compares.
#![cfg(not(target_arch = "wasm32"))]

mod generated {
    pub mod declared;
    pub mod field;
    pub mod reasons;
    pub mod types;
}

use std::{env, fs};

use wx_phone_login::text::Locale;

use generated::{declared, field, reasons, types};

/// Compares a file, or the part between its `<!-- name -->` markers, with what it should hold; or writes it.
fn assert_current(path: &str, marker: Option<&str>, content: &str) {
    let found = fs::read_to_string(path).unwrap_or_default();
    let expected = match marker {
        None => content.to_string(),
        Some(name) => between(&found, name, content).unwrap_or_else(|| panic!("{path} has no markers {name}")),
    };
    if env::var_os("WRITE_GENERATED").is_some() {
        fs::write(path, expected).unwrap();
    } else {
        assert!(found == expected, "{path} is not current: run `npm run docs`");
    }
}

fn between(found: &str, name: &str, content: &str) -> Option<String> {
    let (open, close) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
    let (before, rest) = found.split_once(&open)?;
    let (_, after) = rest.split_once(&close)?;
    Some(format!("{before}{open}{content}{close}{after}"))
}

#[test]
fn the_reasons_are_documented() {
    for (path, page) in reasons::pages() {
        assert_current(path, None, &page);
    }
}

#[test]
fn what_was_tried_is_listed() {
    assert_current("docs/field.md", None, &field::page());
}

#[test]
fn the_hints_are_those_of_the_table() {
    assert_current("miniprogram/phone-login/hints.js", None, &reasons::hints());
}

#[test]
fn the_words_without_a_module_are_those_of_the_notices() {
    assert_current("miniprogram/phone-login/not-loaded.js", None, &reasons::not_loaded());
}

#[test]
fn the_words_until_the_module_is_there_are_those_of_the_view() {
    assert_current("miniprogram/phone-login/loading-view.js", None, &reasons::loading_view());
}

#[test]
fn the_languages_that_the_module_does_not_hold_have_every_text() {
    for (name, locale) in [("zh_TW", Locale::ZhTw), ("en", Locale::En)] {
        assert_current(&format!("miniprogram/phone-login/texts-{name}.js"), None, &reasons::texts(locale));
    }
}

#[test]
fn the_types_of_the_boundary_are_those_that_are_declared() {
    assert_current("miniprogram/phone-login/boundary.d.ts", None, &types::file());
}

#[test]
fn the_reference_names_every_event_and_what_the_statistics_are_told_with_their_fields() {
    for path in ["docs/reference/component.md", "docs/reference/component.zh-CN.md"] {
        let reference = fs::read_to_string(path).unwrap();
        for row in declared::event_rows().iter().chain(&declared::report_rows()) {
            assert!(reference.contains(row), "{path} has no row that begins with {}", row.trim());
        }
    }
}

#[test]
fn the_reference_shows_every_state() {
    for path in ["docs/reference/states.md", "docs/reference/states.zh-CN.md"] {
        let reference = fs::read_to_string(path).unwrap();
        for row in declared::state_rows() {
            assert!(reference.contains(&row), "{path} has no row that begins with {}", row.trim());
        }
    }
}

#[test]
fn the_guide_to_a_component_of_ones_own_names_every_field_of_the_view() {
    assert_current("docs/own-component.md", Some("view"), &declared::view_table());
    let chinese = fs::read_to_string("docs/own-component.zh-CN.md").unwrap();
    for field in declared::view_fields() {
        assert!(chinese.contains(&format!("| `{field}` | ")), "docs/own-component.zh-CN.md has no row for {field}");
    }
}

#[test]
fn the_scenarios_may_hold_the_options_and_the_view_that_are_declared() {
    let vocabulary = serde_json::from_str(include_str!("support/scenarios/vocabulary.json")).unwrap();
    for (written, declared) in declared::words_of_scenarios(&vocabulary) {
        assert_eq!(written, declared);
    }
}
