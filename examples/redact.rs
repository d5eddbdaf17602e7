//! `npm run redact < event.json`: an event or a reply without what belongs to a user, and what is made of it. For a report.

use std::error::Error;
use std::io::{Read, stdin};

use serde_json::Value;
use wx_phone_login::classify::{classify, classify_reply};
use wx_phone_login::reading;

#[path = "../tests/support/json.rs"]
mod json;
#[path = "../tests/support/report.rs"]
mod report;

fn main() -> Result<(), Box<dyn Error>> {
    let mut text = String::new();
    stdin().read_to_string(&mut text)?;
    let input: Value = serde_json::from_str(&text)?;
    let shown = report::redacted(&input);
    println!("{}", serde_json::to_string_pretty(&shown)?);
    // What is judged is what is shown: nothing else can be in the answer.
    let given = json::Given(shown);
    println!("as an event: {:?}", classify(reading::detail(&given)));
    println!("as a reply: {:?}", classify_reply(reading::reply(&given)));
    Ok(())
}
