//! `docs/field.md`: what was tried, by source, and what is made of it.

use serde_json::Value;

const INTRODUCTION: &str = "# What is really sent

What phones, clouds and other people's servers were seen to send, by source, and what `classify` and `classifyReply` say to it. Generated from
`tests/field/cases.json` and `tests/field/codes.json` by `npm run docs`; `tests/field` asks the core for every row, and the built module too. Personal details are replaced.

Beside these rows a generator puts every phrase, code and spelling of a number into every wrapper that was seen, and as many rows that only look
like one: ids, times, numbers that are hidden, an app's own sentences. `cargo test --test field generated -- --nocapture` prints how many.
";

const REPORT: &str = "
## Something new

An event or a reply that is taken for the wrong thing, or for `unknown`, is worth a report: the template *unrecognised answer* asks for what is needed. Write what came, as JSON, into a file and let this print what may be shown; it needs Rust:

```sh
npm run redact < answer.json
```

Codes, openids, tokens, numbers and addresses become `***`; WeChat's `rid` stays, its staff find the request by it. Read the result before you send it.
To add it: a row in `tests/field/cases.json` with what a user or a developer would want, then the phrase or the code in `src/reason.rs`, then `npm run docs`.
";

/// Where the rows come from, and their heading.
const TIERS: [(&[&str], &str); 4] = [
    (&["posted"], "Posted by developers"),
    (&["documented"], "Documented by WeChat and Tencent Cloud"),
    (&["app code", "app test"], "Handled or answered by published apps"),
    (&["composed"], "Composed of documented or posted parts"),
];

/// The page.
pub fn page() -> String {
    let cases: Vec<Value> = serde_json::from_str(include_str!("../field/cases.json")).unwrap();
    let lists: Vec<Value> = serde_json::from_str(include_str!("../field/codes.json")).unwrap();
    let tiers: String = TIERS.iter().map(|(tiers, heading)| section(&cases, tiers, heading)).collect();
    [INTRODUCTION, &tiers, &codes(&lists), REPORT].concat()
}

fn section(all: &[Value], tiers: &[&str], heading: &str) -> String {
    let mut cases: Vec<&Value> = all.iter().filter(|case| tiers.contains(&text(case, "tier"))).collect();
    cases.sort_by_key(|case| (text(case, "source"), text(case, "id")));
    let lines: String = cases.into_iter().map(row).collect();
    format!("\n## {heading}\n\n| | source | what came | what we say |\n|---|---|---|---|\n{lines}")
}

fn row(case: &Value) -> String {
    let (id, input, said) = (text(case, "id"), shortened(&case["input"].to_string()), answer(&case["expect"]));
    format!("| {id} | {} | {} `{input}` | {said} |\n", linked(text(case, "source")), text(case, "kind"))
}

fn answer(expected: &Value) -> String {
    let fields = ["kind", "reason", "errCode", "phoneNumber", "message"].map(|field| &expected[field]);
    let said = fields.into_iter().filter(|value| !value.is_null() && *value != "reject");
    said.map(|value| format!("`{}`", value.as_str().map_or_else(|| value.to_string(), String::from)))
        .collect::<Vec<_>>()
        .join(", ")
}

/// Enough of what came to be recognised, in a cell of a table.
fn shortened(json: &str) -> String {
    const ENOUGH: usize = 220;
    let cell = json.replace('|', "¦").replace('`', "'");
    if cell.chars().count() <= ENOUGH { cell } else { cell.chars().take(ENOUGH).chain(['…']).collect() }
}

fn linked(source: &str) -> String {
    match source.split_once('#') {
        Some((repository, number)) if repository.contains('/') && number.bytes().all(|byte| byte.is_ascii_digit()) => {
            format!("[{source}](https://github.com/{repository}/issues/{number})")
        }
        _ => source.to_string(),
    }
}

fn codes(lists: &[Value]) -> String {
    let count = |list: &Value| list["codes"].as_array().unwrap().len();
    let row = |list: &Value| format!("| {} | {} | {} |\n", text(list, "source"), text(list, "field"), count(list));
    let rows: String = lists.iter().map(row).collect();
    let all: usize = lists.iter().map(count).sum();
    format!(
        "\n## Lists of codes\n\n{all} codes, of the lists of all who can answer. [reasons.md](reasons.md) has what each is taken for.\n\n\
         | list | given as | codes |\n|---|---|---|\n{rows}"
    )
}

fn text<'a>(value: &'a Value, field: &str) -> &'a str {
    value[field].as_str().unwrap_or_else(|| panic!("{value} has no {field}"))
}
