//! The diagram of the states, from what the machine does.

use std::collections::{BTreeMap, BTreeSet, HashSet, VecDeque};
use std::{env, fs};

use super::events::events;
use super::futures::next;
use super::world::{World, settings_of_verifiers};
use crate::classify::{Outcome, Verification};
use crate::event::Event;

const INTRODUCTION: &str = "# Ways between states

Every way from one state of the popup to another, found by trying every event in the 10,000 nearest states that can be reached.
Generated from `src/machine.rs` by `npm run docs`; a test checks that it is current. Events that lead to no other state are not shown.

*code* and *no code* are answers of WeChat's button; *number* and *no number* are answers of the server.

";

/// `npm run docs` writes it; a test run only compares.
#[test]
fn the_states_are_drawn() {
    let path = "docs/states.md";
    if env::var_os("WRITE_GENERATED").is_some() {
        fs::write(path, page()).unwrap();
    } else {
        assert!(fs::read_to_string(path).unwrap() == page(), "{path} is not current: run `npm run docs`");
    }
}

fn page() -> String {
    let arrows: Vec<_> = ways().into_iter().map(arrow).collect();
    format!("{INTRODUCTION}```mermaid\nstateDiagram-v2\n    [*] --> hidden\n{}\n```\n", arrows.join("\n"))
}

fn arrow(((from, to), labels): ((&str, &str), BTreeSet<&str>)) -> String {
    let labels: Vec<_> = labels.into_iter().collect();
    format!("    {from} --> {to}: {}", labels.join(", "))
}

/// Worlds that are gone through: no way is found beyond the first two thousand.
const NEAREST: usize = 10_000;

type Ways = BTreeMap<(&'static str, &'static str), BTreeSet<&'static str>>;

fn ways() -> Ways {
    let mut ways = Ways::new();
    let settings = settings_of_verifiers();
    let first = World::new(&settings[0]);
    let mut seen = HashSet::from([first.key()]);
    let mut unexplored = VecDeque::from([first]);
    for _ in 0..NEAREST {
        let Some(world) = unexplored.pop_front() else { break };
        for (event, delay) in events(&world, &settings) {
            let after = next(&world, &event, delay, |_, _, _, _| {});
            let (from, to) = (world.popup.state.name().name(), after.popup.state.name().name());
            if from != to {
                ways.entry((from, to)).or_default().insert(label(&event, &world));
            }
            if after.is_bounded() && seen.insert(after.key()) {
                unexplored.push_back(after);
            }
        }
    }
    ways
}

fn label(event: &Event, before: &World) -> &'static str {
    match event {
        Event::Configure(_) => "configure",
        Event::Show(_) => "show",
        Event::Hide => "hide",
        Event::Tap => "tap",
        Event::Decline => "decline",
        Event::Dismiss => "dismiss",
        Event::LogInOtherwise => "other login",
        Event::Agree { .. } => "agree",
        Event::ConsentBack => "back from consent",
        Event::AgreementNotOpened => "agreement not opened",
        Event::Authorized(Outcome::Ok { .. }) => "code",
        Event::Authorized(Outcome::Quota) => "no quota",
        Event::Authorized(Outcome::Reject { .. }) => "no code",
        Event::Answered { verification, .. } | Event::PageAnswered { verification, .. } => match verification {
            Verification::Ok(_) => "number",
            Verification::Reject { .. } => "no number",
        },
        Event::DeadlinePassed(_) if before.exchange().is_some() => "too late",
        Event::DeadlinePassed(_) => "no answer",
        Event::PrivacyChecked { .. } => "privacy checked",
        Event::PrivacyAgreed => "privacy agreed",
        Event::Forget => "forget",
        Event::PageShown => "page shown",
        Event::PageHidden => "page hidden",
        Event::Attached => "attached",
        Event::Detached => "detached",
        Event::Recovered { .. } => "recovered",
    }
}
