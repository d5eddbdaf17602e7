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

/// Every scenario of every file.
pub fn scenarios() -> Vec<Value> {
    let entries = fs::read_dir(FOLDER).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = entries.filter(|path| path.extension().is_some_and(|name| name == "json")).collect();
    files.sort();
    files.iter().flat_map(|path| list(&json(path.to_str().unwrap())).to_vec()).collect()
}

/// Scenarios with a mistake in each, and what a runner has to say of it.
pub fn mistakes() -> Vec<Value> {
    list(&support("mistakes")).to_vec()
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
