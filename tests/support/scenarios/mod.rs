//! Runs the scenario files through the core on this machine.

mod decode;
mod driver;
mod effects;
#[path = "../json.rs"]
mod json;
#[path = "../made.rs"]
mod made;
mod model;
mod observed;
mod vocabulary;

use serde_json::Value;

use driver::Driver;
use model::Model;
pub use vocabulary::{mistakes, scenarios, text};

/// What differs at the first step that is not as expected.
pub fn run(scenario: &Value) -> Result<(), String> {
    let name = text(scenario, "name");
    vocabulary::check(scenario).map_err(|unknown| format!("{name}: {unknown}"))?;
    let mut driver = Driver::new(&scenario["options"]);
    let mut model = Model::new(scenario);
    model::compare(&model.expected(&Value::Null, None), &driver.observe(), &format!("{name}, at first"))?;
    for (index, step) in scenario["steps"].as_array().into_iter().flatten().enumerate() {
        let place = format!("{name}, step {} ({})", index + 1, text(step, "do"));
        let wrong = |what: String| format!("{place}: {what}");
        driver.perform(&vocabulary::with_samples(step).map_err(wrong)?).map_err(wrong)?;
        model::compare(&model.after(step), &driver.observe(), &place)?;
    }
    Ok(())
}
