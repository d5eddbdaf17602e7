//! What the compiler does not check: who may see whom, and facts that stand in two places.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;

/// Left may not see right.
const ORDER: [&str; 24] = [
    "time",
    "field",
    "typescript",
    "word",
    "shape",
    "take",
    "text",
    "place",
    "phrase",
    "reason",
    "notice",
    "mask",
    "detail",
    "reading",
    "classify",
    "state_name",
    "event",
    "canonical",
    "state",
    "effect",
    "machine",
    "guidance",
    "view",
    "vocabulary",
];

/// The source of a module, with that of its parts.
fn source_of(module: &str) -> String {
    let parts = fs::read_dir(format!("src/{module}")).into_iter().flatten().map(|entry| entry.unwrap().path());
    let files = parts.filter(|path| path.is_file()).chain([format!("src/{module}.rs").into()]);
    files.map(|path| fs::read_to_string(path).unwrap()).collect()
}

fn seen_by(module: &str) -> Vec<String> {
    let source = source_of(module);
    let code = source.lines().filter(|line| !line.trim_start().starts_with("//"));
    let uses = code.flat_map(|line| line.split("crate::").skip(1).map(String::from).collect::<Vec<_>>());
    uses.map(|path| path.chars().take_while(|char| char.is_alphanumeric() || *char == '_').collect()).collect()
}

#[test]
fn modules_see_only_what_stands_left_of_them() {
    let mut seen = 0;
    for (position, module) in ORDER.iter().enumerate() {
        for other in seen_by(module).iter().filter(|other| other != module) {
            assert!(ORDER[..position].contains(&other.as_str()), "{module} sees {other}");
            seen += 1;
        }
    }
    assert!(seen > 10, "the modules are read");
}

#[test]
fn every_module_of_the_core_has_its_place_in_the_order() {
    let source = fs::read_to_string("src/lib.rs").unwrap();
    let mut modules: Vec<_> = source
        .lines()
        .filter_map(|line| line.trim_start_matches("pub ").strip_prefix("mod ")?.strip_suffix(';'))
        .collect();
    modules.retain(|module| *module != "wasm");
    modules.sort_unstable();
    let mut order = ORDER.to_vec();
    order.sort_unstable();
    assert_eq!(modules, order);
}

#[test]
fn no_decision_takes_a_state_that_does_not_exist_yet_in_silence() {
    // What clippy's `wildcard_enum_match_arm` does not see.
    let sources = ["state", "machine", "view", "effect", "event"].map(source_of);
    for line in sources.iter().flat_map(|source| source.lines()) {
        for catch_all in ["matches!(", "(_, ", ", _) =>", "Some(_) =>", "=> _"] {
            assert!(!line.contains(catch_all), "{catch_all} in {line}");
        }
    }
}

#[test]
fn nothing_in_the_module_words_a_number() {
    // The build replaces the formatting of the standard library by a trap (docs/decisions/0001).
    for folder in ["src", "src/machine", "src/wasm"] {
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap).filter(|entry| entry.path().is_file()) {
            let source = fs::read_to_string(entry.path()).unwrap();
            for word in ["format!(", "write!(", "print!(", "println!(", ".to_string()", "panic!("] {
                assert!(!source.contains(word), "{word} in {:?}", entry.path());
            }
        }
    }
}

#[test]
fn the_cloud_function_uses_the_words_of_the_notices() {
    use wx_phone_login::notice::{Notice, Stage, Topic, notice};
    use wx_phone_login::reason::Reason;
    use wx_phone_login::text::Locale;
    let function = fs::read_to_string("cloudfunctions/decryptPhoneNumber/exchange/failure.js").unwrap();
    for reason in [Reason::CodeInvalid, Reason::RateLimited, Reason::HighRiskUser, Reason::Unknown] {
        let Notice::Toast { title, .. } = notice(Topic::Failed(reason, Stage::Verification), Locale::ZhCn, None) else {
            panic!("not a toast")
        };
        assert!(function.contains(&format!("'{}'", title.text())), "{title:?}");
    }
}

#[test]
fn the_version_of_the_crate_is_the_packages() {
    let package: serde_json::Value = serde_json::from_str(include_str!("../pkg/package.json")).unwrap();
    assert_eq!(package["version"], env!("CARGO_PKG_VERSION"));
}

#[test]
fn no_other_compiler_is_promised_than_the_one_that_is_tried() {
    let toolchain = include_str!("../rust-toolchain.toml");
    assert!(toolchain.contains(&format!("channel = \"{}.", env!("CARGO_PKG_RUST_VERSION"))));
}

#[test]
fn javascript_is_handed_each_list_of_words_at_its_own_place() {
    use wx_phone_login::vocabulary::LISTS;
    for (place, list) in LISTS.iter().enumerate() {
        assert_eq!(*list as usize, place, "{list:?}");
    }
}
