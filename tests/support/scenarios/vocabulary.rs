//! The files, and the words that they may hold.

use std::fs;

use serde_json::{Map, Value};

const FOLDER: &str = "tests/scenarios";
const SUPPORT: &str = "tests/support/scenarios";

fn json(path: &str) -> Value {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn support(name: &str) -> Value {
    json(&format!("{SUPPORT}/{name}.json"))
}

/// What the scenarios name instead of writing it out.
pub fn samples() -> Value {
    support("samples")
}

/// Every scenario of every file, for popups that show all of their view and for those that do not.
pub fn scenarios() -> Vec<Value> {
    let entries = fs::read_dir(FOLDER).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = entries.filter(|path| path.extension().is_some_and(|name| name == "json")).collect();
    files.sort();
    files.iter().flat_map(|path| list(&json(path.to_str().unwrap())).to_vec()).flat_map(variants).collect()
}

/// The toast of a success, in each language.
const OF_SUCCESS: [&str; 3] = ["手机号获取成功", "已取得手機號碼", "Verified"];

/// A popup that shows all of its view (`showsGuidance`) shows no toast but that of a success, and no modal; what else is
/// otherwise then stands under `guided` in a step. A scenario with `guidance` is for one of the two alone.
fn variants(mut scenario: Value) -> Vec<Value> {
    let only = scenario.as_object_mut().and_then(|scenario| scenario.remove("guidance"));
    let wanted = |name: &str| only.as_ref().is_none_or(|only| only == name);
    let plain = wanted("plain").then(|| with_steps(&scenario, plain_step));
    let guided = wanted("guided").then(|| {
        let mut guided = with_steps(&scenario, guided_step);
        guided["name"] = format!("{}, all of the view shown", text(&scenario, "name")).into();
        guided["options"]["showsGuidance"] = true.into();
        guided
    });
    plain.into_iter().chain(guided).collect()
}

fn with_steps(scenario: &Value, change: impl Fn(Map<String, Value>) -> Map<String, Value>) -> Value {
    let mut changed = scenario.clone();
    for step in changed["steps"].as_array_mut().into_iter().flatten() {
        *step = Value::Object(change(step.as_object().cloned().unwrap_or_default()));
    }
    changed
}

fn plain_step(mut step: Map<String, Value>) -> Map<String, Value> {
    step.remove("guided");
    step
}

fn guided_step(mut step: Map<String, Value>) -> Map<String, Value> {
    step.remove("modals");
    if let Some(Value::Array(toasts)) = step.get_mut("toasts") {
        toasts.retain(|toast| toast.as_str().is_some_and(|text| OF_SUCCESS.contains(&text)));
    }
    let Some(Value::Object(mut other)) = step.remove("guided") else { return step };
    let mut view = step.remove("view").and_then(|view| view.as_object().cloned()).unwrap_or_default();
    if let Some(Value::Object(fields)) = other.remove("view") {
        view.extend(fields);
    }
    step.extend(other);
    if !view.is_empty() {
        step.insert("view".into(), Value::Object(view));
    }
    step
}

/// Scenarios with a mistake in each, and what a runner has to say of it.
pub fn mistakes() -> Vec<Value> {
    let without_mark = |mistake: &Value| {
        let mut mistake = mistake.clone();
        mistake.as_object_mut().map(|fields| fields.remove("guidance"));
        mistake
    };
    list(&support("mistakes")).iter().map(without_mark).collect()
}

/// A text; empty where there is none.
pub fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}

pub fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().into_iter().flat_map(Map::keys).map(String::as_str).collect()
}

fn words(value: &Value) -> Vec<&str> {
    list(value).iter().filter_map(Value::as_str).collect()
}

/// An unknown word is an error, so that a typing mistake cannot silence a check.
pub fn check(scenario: &Value) -> Result<(), String> {
    let vocabulary = support("vocabulary");
    let (options, view) = (words(&vocabulary["options"]), words(&vocabulary["view"]));
    let mut allowed = words(&vocabulary["scenario"]);
    allowed.push("says");
    known(&keys(scenario), &allowed)?;
    known(&keys(&scenario["options"]), &options)?;
    known(&keys(&scenario["view"]), &view)?;
    for step in list(&scenario["steps"]) {
        let action = text(step, "do");
        known(&[action], &keys(&vocabulary["steps"]))?;
        check_step(step, &vocabulary["steps"][action], &words(&vocabulary["expectations"]))?;
        known(&keys(&step["options"]), &options)?;
        known(&keys(&step["view"]), &view)?;
    }
    Ok(())
}

fn check_step(step: &Value, takes: &Value, expectations: &[&str]) -> Result<(), String> {
    let (given, possible) = (keys(step), keys(takes));
    known(&given, &[&["do"], possible.as_slice(), expectations].concat())?;
    let required: Vec<_> = possible.into_iter().filter(|key| takes[*key] == "required").collect();
    known(&required, &given)?;
    match step["screen"].as_str() {
        Some(screen) => known(&[screen], &keys(&samples()["screens"])),
        None => Ok(()),
    }
}

/// Whether every one of the words is one of the vocabulary.
pub fn known(words: &[&str], vocabulary: &[&str]) -> Result<(), String> {
    match words.iter().find(|word| !vocabulary.contains(word)) {
        Some(word) => Err(format!("not known or missing: {word}")),
        None => Ok(()),
    }
}

/// Texts in place of an event and a reply are names of samples.
pub fn with_samples(step: &Value) -> Result<Value, String> {
    let mut step = step.clone();
    for (key, group) in [("event", "events"), ("reply", "replies")] {
        if let Some(name) = step[key].as_str() {
            let samples = &samples()[group];
            known(&[name], &keys(samples))?;
            step[key] = samples[name].clone();
        }
    }
    Ok(step)
}
