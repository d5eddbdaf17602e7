//! What is to be observed: what a step does not name stays, or does not happen.

use serde_json::{Value, json};

use super::vocabulary::{list, samples, text};

const STATE_CHANGE: &str = "phoneNumberStateChange";

/// The lists that are empty where a step does not name them.
const LISTS: [&str; 6] = ["events", "toasts", "modals", "calls", "reports", "explained"];

/// Everything that is to be observed.
pub struct Model {
    samples: Value,
    first: Value,
    view: Option<Value>,
    timers: Value,
}

impl Model {
    pub fn new(scenario: &Value) -> Model {
        let samples = samples();
        let locale = scenario["options"]["locale"].as_str().unwrap_or("zh_CN");
        let mut first = json!({ "agreement": "", "agreed": false });
        for part in [&samples["texts"][locale], &samples["screens"]["hidden"]["view"], &scenario["view"]] {
            merge(&mut first, part);
        }
        set_link(&mut first);
        Model { samples, view: Some(first.clone()), first, timers: json!(0) }
    }

    pub fn after(&mut self, step: &Value) -> Value {
        let before = self.view.clone();
        match text(step, "do") {
            "leave" => (self.view, self.timers) = (None, json!(0)),
            "return" => self.view = Some(self.first.clone()),
            _ => {}
        }
        let screen = &self.samples["screens"][text(step, "screen")];
        if let Some(view) = &mut self.view {
            merge(view, &screen["view"]);
            merge(view, &step["view"]);
            set_link(view);
        }
        for timers in [&screen["timers"], &step["timers"]] {
            if !timers.is_null() {
                self.timers = timers.clone();
            }
        }
        self.expected(step, before.as_ref())
    }

    pub fn expected(&self, step: &Value, before: Option<&Value>) -> Value {
        let mut expected = json!({ "view": self.view, "timers": self.timers });
        for name in LISTS {
            expected[name] = json!(list(&step[name]));
        }
        expected["events"] = json!([list(&step["events"]), &self.state_change(step, before)].concat());
        expected["privacyChecks"] = json!(step["privacyChecks"].as_i64().unwrap_or(0));
        if let (Some(from), Some(to)) = (step["countdowns"]["from"].as_i64(), step["countdowns"]["to"].as_i64()) {
            expected["countdowns"] = json!((to..=from).rev().collect::<Vec<_>>());
        }
        expected
    }

    /// Another state is told last, where the step does not say otherwise.
    fn state_change(&self, step: &Value, before: Option<&Value>) -> Vec<Value> {
        let told = list(&step["events"]).iter().any(|event| event[0] == STATE_CHANGE);
        match (before, &self.view) {
            (Some(before), Some(view)) if !told && before["state"] != view["state"] => {
                vec![json!([STATE_CHANGE, { "state": view["state"] }])]
            }
            _ => Vec::new(),
        }
    }
}

/// WeChat's privacy contract is linked where the user has to agree, or to accept it; no scenario has other agreements.
fn set_link(view: &mut Value) {
    let is_linked = view["agreement"] != "" || view["openType"] == "agreePrivacyAuthorization";
    view["linksPrivacyContract"] = is_linked.into();
}

fn merge(into: &mut Value, part: &Value) {
    for (key, value) in part.as_object().into_iter().flatten() {
        into[key] = value.clone();
    }
}

pub fn compare(expected: &Value, observed: &Value, place: &str) -> Result<(), String> {
    for ((key, wanted), (_, seen)) in by_field(expected).into_iter().zip(by_field_of(observed, expected)) {
        if wanted != seen {
            return Err(format!("{place}: {key}: expected {wanted}, observed {seen}"));
        }
    }
    Ok(())
}

/// With the fields of the view apart, so that a message names the one that differs.
fn by_field(expected: &Value) -> Vec<(String, Value)> {
    by_field_of(expected, expected)
}

/// The fields of `value` that `named` has.
fn by_field_of(value: &Value, named: &Value) -> Vec<(String, Value)> {
    let view = named["view"].as_object();
    let mut fields = vec![("a view".into(), json!(!value["view"].is_null()))];
    fields.extend(view.into_iter().flatten().map(|(key, _)| (format!("view.{key}"), value["view"][key].clone())));
    let rest = named.as_object().into_iter().flatten().filter(|(key, _)| *key != "view");
    fields.extend(rest.map(|(key, _)| (key.clone(), value[key].clone())));
    fields
}
