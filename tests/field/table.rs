//! The table of `cases.json`.

use serde_json::Value;

use crate::cases::judged;

/// Of an answer, what an expectation says something about.
fn as_expected(answer: &Value, expected: &Value) -> Value {
    let fields = expected.as_object().unwrap().keys().map(|field| (field.clone(), answer[field].clone()));
    Value::Object(fields.collect())
}

#[test]
fn every_case_is_understood() {
    let cases: Vec<Value> = serde_json::from_str(include_str!("cases.json")).unwrap();
    let judged = |case: &Value| as_expected(&judged(case["kind"].as_str().unwrap(), &case["input"]), &case["expect"]);
    let wrong = |case: &&Value| judged(case) != case["expect"];
    let wrong: Vec<String> =
        cases.iter().filter(wrong).map(|case| format!("{} {}: {}", case["id"], case["fault"], judged(case))).collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}
