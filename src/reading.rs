//! What JavaScript gave → [`Detail`] and [`Reply`]: what stands where, in whatever it is wrapped. Nothing is judged.

use crate::detail::{Detail, Reply, Speaker, says_ok, trimmed, whole_number};
use crate::mask::{bare_phone_number, phone_number};
use crate::reason::Reason;

/// A value of JavaScript, of any kind whatever.
pub trait Value: Sized + Clone {
    /// A field; nothing where it is missing, `null`, or throws.
    fn field(&self, key: &str) -> Option<Self>;
    /// Whether it can have fields of its own.
    fn is_object(&self) -> bool;
    /// Whether it is a text, of any length.
    fn is_text(&self) -> bool;
    /// What it is, where it is a boolean.
    fn flag(&self) -> Option<bool>;
    /// What it is, where it is a number.
    fn number(&self) -> Option<f64>;
    /// A text that is not longer than a code, a name or a number can be.
    fn short_text(&self) -> Option<String>;
    /// The beginning of a text of any length.
    fn long_text(&self) -> Option<String>;
    /// A number in decimal.
    fn in_decimal(&self) -> Option<String>;
    /// What a text of JSON holds.
    fn parsed(&self) -> Option<Self>;
}

/// How deep wrappers are opened.
const DEPTH: usize = 6;

/// How many texts are read under names of a kind.
const TEXTS: usize = 8;

/// How many are opened, because a value can wrap itself several times.
const LAYERS: usize = 16;

/// What holds a reply, or an event, the most telling last.
type Wrappers = &'static [&'static str];

/// What a component wraps an event in that it triggers again.
const DETAIL: Wrappers = &["detail"];

/// What older frameworks wrap WeChat's event in, and that the event is in a list of arguments.
const OLDER_EVENTS: Wrappers =
    &["target", "e", "event", "nativeEvent", "originalEvent", "mpEvent", "$wx", "mp", "__args__", "0", "detail"];

/// What holds a reply: of the cloud, of `wx.request`, and of servers.
const REPLY: Wrappers = &[
    "error",
    "debug",
    "detail",
    "body",
    "content",
    "payload",
    "info",
    "user",
    "userInfo",
    "res",
    "response",
    "result",
    "data",
    "resp_data",
    "phone_info",
    "phoneInfo",
    "phoneData",
    "phone",
    "phoneNumber",
];

/// Where a phone number stands, the surest name first.
const PHONE_NUMBERS: &[&str] = &[
    "phoneNumber",
    "phone_number",
    "phone",
    "mobile",
    "phoneData",
    "phoneNum",
    "mobilePhone",
    "tel",
    "purePhoneNumber",
];

/// Where a number without a phone's name stands.
const BARE: &[&str] = &["resp_data", "data", "result", "body", "content", "payload"];

/// Where WeChat, and the calls to it, put their words.
const WECHATS_TEXTS: &[&str] = &["errMsg", "errmsg", "err_msg"];

/// Where what runs the functions of Tencent's cloud puts its own.
const CLOUDS_TEXTS: &[&str] = &["errorMessage", "stackTrace"];

/// Where others do; a text in the place of a wrapper is what was said.
const OTHER_TEXTS: &[&str] = &[
    "message",
    "msg",
    "error",
    "detail",
    "errorMsg",
    "error_msg",
    "error_description",
    "title",
    "result",
    "data",
    "body",
    "debug",
];

const ERRNOS: &[&str] = &["errno", "errNo", "err_no"];

const ERR_CODES: &[&str] = &["errCode", "errcode", "err_code", "errorCode"];

/// What a server's answer has, and no error of JavaScript.
const ENVELOPE: &[&str] = &["success", "statusCode", "msg", "error"];

/// The detail of a button event, wherever it stands.
pub fn detail<V: Value>(event: &V) -> Detail {
    let detail = detail_of(&layers(event, DETAIL));
    if detail == Detail::default() { detail_of(&layers(event, OLDER_EVENTS)) } else { detail }
}

fn detail_of<V: Value>(layers: &[V]) -> Detail {
    let said = |keys| innermost(layers, keys, V::is_text)?.long_text();
    Detail {
        code: innermost(layers, &["code"], V::is_text).and_then(|code| code.short_text()),
        err_msg: said(WECHATS_TEXTS).or_else(|| said(CLOUDS_TEXTS)).or_else(|| said(OTHER_TEXTS)),
        errno: number(layers, ERRNOS).or_else(|| number(layers, ERR_CODES)),
    }
}

/// A server's reply, in whatever it is wrapped; a text alone is a number, or what a failed call said.
pub fn reply<V: Value>(value: &V) -> Reply {
    let layers = layers(value, REPLY);
    let text = |key| text_or_number(&innermost(&layers, &[key], is_number_or_text)?);
    let mut reply = Reply {
        success: innermost(&layers, &["success"], is_flag).and_then(|success| success.flag()),
        phone_number: named_phone_number(&layers).or_else(|| bare(&layers)),
        pure_phone_number: text("purePhoneNumber").and_then(|number| phone_number(&number)),
        country_code: text("countryCode"),
        err_code: number(&layers, ERR_CODES),
        code: number(&layers, &["code", "status"]),
        errno: number(&layers, ERRNOS),
        status: number(&layers, &["statusCode"]),
        reason: text("reason").and_then(|name| Reason::from_name(&name)),
        ..Reply::default()
    };
    read_texts(&layers, &mut reply);
    reply
}

fn read_texts<V: Value>(layers: &[V], reply: &mut Reply) {
    let is_enveloped = layers.len() > 1 || reply.code.is_some() || innermost(layers, ENVELOPE, |_| true).is_some();
    let mut text = String::new();
    let mut add = |said: &str| {
        if !text.is_empty() {
            text.push_str(" | ");
        }
        text.push_str(said);
    };
    for said in texts(layers, OTHER_TEXTS) {
        add(&said);
        if is_enveloped {
            reply.speaker = Speaker::Server;
            reply.sentence = reply.sentence.take().or(Some(said));
        }
    }
    for (speaker, keys) in [(Speaker::Cloud, CLOUDS_TEXTS), (Speaker::WeChat, WECHATS_TEXTS)] {
        for said in texts(layers, keys) {
            add(&said);
            reply.speaker = speaker;
        }
    }
    reply.text = if text.is_empty() { layers.first().and_then(V::long_text) } else { Some(text) };
}

/// Every text under one of the names, the innermost first, that is no page, does not only say "ok", and was not opened.
fn texts<V: Value>(layers: &[V], keys: &'static [&str]) -> impl Iterator<Item = String> {
    let found = layers.iter().rev().flat_map(move |layer| {
        keys.iter().filter_map(move |key| {
            let said = layer.field(key)?.long_text()?;
            let is_read = REPLY.contains(key) && matches!(said.as_bytes(), [b'{' | b'[' | b'"', ..]);
            if is_read || said.starts_with('<') || says_ok(&said) { None } else { Some(said) }
        })
    });
    found.take(TEXTS)
}

/// A value and what it wraps, the outermost first.
fn layers<V: Value>(value: &V, wrappers: Wrappers) -> Vec<V> {
    let mut layers = vec![unwrapped(value.clone())];
    let mut outer = 0..1;
    for _ in 0..DEPTH {
        for at in outer.clone() {
            for key in wrappers {
                let wrapped = layers.get(at).and_then(|layer: &V| layer.field(key)).map(unwrapped);
                let is_layer = layers.len() < LAYERS && wrapped.as_ref().is_some_and(V::is_object);
                layers.extend(wrapped.filter(|_| is_layer));
            }
        }
        outer = outer.end..layers.len();
    }
    layers
}

/// What a list of one and a text of JSON hold, or the value itself.
fn unwrapped<V: Value>(value: V) -> V {
    let mut value = value;
    for _ in 0..DEPTH {
        match value.parsed().or_else(|| only_item(&value)) {
            Some(held) if held.is_object() || held.is_text() => value = held,
            _ => break,
        }
    }
    value
}

fn only_item<V: Value>(list: &V) -> Option<V> {
    let length = if list.is_object() { integer(&list.field("length")?) } else { None };
    if length == Some(1) { list.field("0") } else { None }
}

/// The field of the innermost layer that has it as something `readable`.
fn innermost<V: Value>(layers: &[V], keys: &[&str], readable: fn(&V) -> bool) -> Option<V> {
    layers.iter().rev().find_map(|layer| keys.iter().find_map(|key| layer.field(key).filter(readable)))
}

/// A number under a phone's name; what stands there, where that is none.
fn named_phone_number<V: Value>(layers: &[V]) -> Option<String> {
    let mut other = None;
    for layer in layers.iter().rev() {
        for key in PHONE_NUMBERS {
            let said = layer.field(key).and_then(|value| text_or_number(&unwrapped(value)));
            if let Some(found) = said.as_deref().and_then(phone_number) {
                return Some(found);
            }
            other = other.or(said);
        }
    }
    other
}

/// A number that stands where a wrapper could, or alone.
fn bare<V: Value>(layers: &[V]) -> Option<String> {
    let found = |value: V| bare_phone_number(&text_or_number(&unwrapped(value))?);
    let within = |layer: &V| BARE.iter().find_map(|key| found(layer.field(key)?));
    layers.iter().rev().find_map(within).or_else(|| found(layers.first()?.clone()))
}

fn is_flag<V: Value>(value: &V) -> bool {
    value.flag().is_some()
}

fn is_number_or_text<V: Value>(value: &V) -> bool {
    value.is_text() || value.number().is_some()
}

fn is_integer<V: Value>(value: &V) -> bool {
    integer(value).is_some()
}

/// WeChat's tables say string, its samples say number.
fn text_or_number<V: Value>(value: &V) -> Option<String> {
    value.in_decimal().or_else(|| value.short_text())
}

fn number<V: Value>(layers: &[V], keys: &[&str]) -> Option<i32> {
    integer(&innermost(layers, keys, is_integer)?)
}

/// A whole number, or a text that is one.
#[expect(
    clippy::cast_possible_truncation,
    clippy::float_cmp,
    reason = "a number that the cast changes is no whole one"
)]
pub fn integer<V: Value>(value: &V) -> Option<i32> {
    match value.number() {
        Some(number) => {
            let whole = number as i32;
            if f64::from(whole) == number { Some(whole) } else { None }
        }
        None => whole_number(trimmed(&value.short_text()?).as_bytes()),
    }
}
