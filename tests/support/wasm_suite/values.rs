//! Every kind of JavaScript value that can stand in a field.

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::JsValue;

/// A plain object.
pub fn object(entries: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (key, value) in entries {
        Reflect::set(&object, &(*key).into(), value).unwrap();
    }
    object
}

fn evaluate(expression: &str) -> JsValue {
    Function::new_no_args(&format!("return {expression}")).call0(&JsValue::UNDEFINED).unwrap()
}

/// The kinds, by name.
pub fn kinds() -> Vec<(&'static str, JsValue)> {
    [
        ("undefined", "undefined"),
        ("null", "null"),
        ("true", "true"),
        ("false", "false"),
        ("zero", "0"),
        ("a fraction", "1.5"),
        ("NaN", "NaN"),
        ("infinity", "Infinity"),
        ("a number beyond i32", "2 ** 40"),
        ("a BigInt", "10n ** 20n"),
        ("a symbol", "Symbol('s')"),
        ("an empty string", "''"),
        ("a blank string", "' \\t'"),
        ("a string", "'text'"),
        ("a string of 1 MB", "'x'.repeat(2 ** 20)"),
        ("half of a surrogate pair", "'\\ud83d'"),
        ("an array", "[1, 'two', null]"),
        ("a list that holds itself alone", "(() => { const own = []; own[0] = own; return own })()"),
        ("a text of JSON", "'[[[1]]]'"),
        ("a text of broken JSON", "'{\"errcode\":'"),
        ("a function", "() => { throw new Error('called') }"),
        ("a date", "new Date(NaN)"),
        ("a map", "new Map([['errMsg', 'getPhoneNumber:ok']])"),
        ("an object without a prototype", "Object.create(null)"),
        ("a string object", "new String('text')"),
        ("an object that cannot become a primitive", "({ [Symbol.toPrimitive]() { throw new Error('coerced') } })"),
        ("an object that wraps itself", "(() => { const own = {}; own.detail = own.result = own; return own })()"),
        (
            "an object with throwing getters",
            "new Proxy({}, { get() { throw new Error('read') }, has() { throw new Error('asked') } })",
        ),
        ("a revoked proxy", "(() => { const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return proxy })()"),
    ]
    .map(|(name, expression)| (name, evaluate(expression)))
    .into()
}
