//! What JavaScript gave → [`Detail`] and [`Reply`]: what stands where, in whatever it is wrapped. Nothing is judged.

use crate::detail::{Detail, Reply, Speaker, says_ok, trimmed, whole_number};
use crate::mask::{bare_phone_number, phone_number};
use crate::reason::Reason;

/// A value of JavaScript, of any kind whatever.
pub trait Value: Sized + Clone {
    /// A field; nothing where it is missing, `null`, or throws.
    fn field(&self, key: &str) -> Option<Self>;
    /// Whether there is such a field, whatever it holds. Of what is no object there is none.
    fn has(&self, key: &str) -> bool;
    /// Whether it can have fields of its own.
    fn is_object(&self) -> bool;
    /// What it is, where it is a boolean.
    fn flag(&self) -> Option<bool>;
    /// A text that is not longer than a code, a name or a number can be.
    fn short_text(&self) -> Option<String>;
    /// The same, or a number in decimal: where WeChat's tables say string, its samples say number.
    fn text_or_number(&self) -> Option<String>;
    /// The beginning of a text of any length.
    fn long_text(&self) -> Option<String>;
    /// What a text of JSON holds, where it is an object, a list or a text.
    fn parsed(&self) -> Option<Self>;
}

/// How deep wrappers are opened.
const DEPTH: usize = 6;

/// How many are opened, because a value can wrap itself several times.
const LAYERS: usize = 16;

type Names = &'static [&'static str];

/// What a component wraps an event in that it triggers again.
const DETAIL: Names = &["detail"];

/// What older frameworks wrap WeChat's event in, and where it stands in a list of arguments.
const OLDER_EVENTS: Names =
    &["detail", "mp", "$wx", "mpEvent", "nativeEvent", "originalEvent", "event", "e", "__args__", "0", "target"];

const ERRNOS: Names = &["errno", "errNo", "err_no"];

const ERR_CODES: Names = &["errCode", "errcode", "err_code", "errorCode"];

const WECHATS_TEXTS: Names = &["errMsg", "errmsg", "err_msg"];

const OTHER_TEXTS: Names = &["errorMessage", "message", "msg", "error", "detail", "result", "data"];

/// The detail of a button event, wherever it stands.
pub fn detail<V: Value>(event: &V) -> Detail {
    let detail = detail_in(event, DETAIL);
    if detail == Detail::default() { detail_in(event, OLDER_EVENTS) } else { detail }
}

fn detail_in<V: Value>(event: &V, wrappers: Names) -> Detail {
    let opened = |value: V| value.parsed().unwrap_or(value);
    let mut layers = vec![opened(event.clone())];
    for _ in 0..DEPTH {
        let Some(layer) = layers.last() else { break };
        let wrapped = |key: &&str| Some(opened(layer.field(key)?)).filter(V::is_object);
        match wrappers.iter().find_map(wrapped) {
            Some(wrapped) => layers.push(wrapped),
            None => break,
        }
    }
    let said = |keys| innermost(&layers, keys, V::long_text);
    Detail {
        code: innermost(&layers, &["code"], V::short_text),
        err_msg: said(WECHATS_TEXTS).or_else(|| said(OTHER_TEXTS)),
        errno: innermost(&layers, ERRNOS, whole)
            .or_else(|| innermost(&layers, ERR_CODES, whole))
            .as_deref()
            .and_then(decimal),
    }
}

/// The field of the innermost layer that can be read.
fn innermost<V: Value>(layers: &[V], keys: Names, read: fn(&V) -> Option<String>) -> Option<String> {
    layers.iter().rev().find_map(|layer| keys.iter().find_map(|key| read(&layer.field(key)?)))
}

/// A whole number, in decimal.
fn whole<V: Value>(value: &V) -> Option<String> {
    value.text_or_number().filter(|text| decimal(text).is_some())
}

/// What a field of a reply is read as. One that holds others is opened, whatever it is read as.
#[derive(Clone, Copy)]
enum Role {
    /// A number or words, where nothing is held.
    Wrapper,
    PhoneNumber,
    PurePhoneNumber,
    MaskedNumber,
    CountryCode,
    Success,
    ErrCode,
    /// A code that may stand for anything.
    Code,
    Errno,
    Status,
    Reason,
    /// Words of a server of one's own, or of any error of JavaScript.
    Message,
    Words(Speaker),
}

/// The fields of a reply: of the cloud, of `wx.request`, and of servers. The last in a layer counts, and the innermost.
const REPLY: &[(Role, Names)] = &[
    (Role::PurePhoneNumber, &["pure_phone_number", "purePhoneNumber"]),
    (
        Role::PhoneNumber,
        &[
            "tel",
            "telephone",
            "userPhone",
            "phoneNo",
            "phoneNum",
            "mobilePhone",
            "phoneData",
            "phone_info",
            "phoneInfo",
            "mobile",
            "phone",
            "phone_number",
            "PhoneNumber",
            "phoneNumber",
        ],
    ),
    (Role::MaskedNumber, &["maskedNumber"]),
    (Role::CountryCode, &["country_code", "countryCode"]),
    (Role::Success, &["success"]),
    (Role::ErrCode, ERR_CODES),
    (Role::Errno, ERRNOS),
    (Role::Status, &["statusCode"]),
    (Role::Reason, &["reason"]),
    (Role::Code, &["status", "code"]),
    (
        Role::Wrapper,
        &[
            "event",
            "list",
            "user",
            "userInfo",
            "info",
            "payload",
            "content",
            "body",
            "response",
            "res",
            "result",
            "data",
            "resp_data",
        ],
    ),
    (Role::Words(Speaker::Server), &["debug", "title", "detail", "error", "error_msg", "errorMsg", "msg"]),
    (Role::Message, &["message"]),
    (Role::Words(Speaker::Cloud), &["stackTrace", "errorMessage"]),
    (Role::Words(Speaker::WeChat), WECHATS_TEXTS),
];

/// A server's reply, in whatever it is wrapped; a text alone is a number, or what a failed call said.
pub fn reply<V: Value>(value: &V) -> Reply {
    let mut found = Found::default();
    let mut layers = vec![(unwrapped(value.clone()), 0)];
    let mut opened = 0;
    while let Some((layer, depth)) = layers.get(opened).cloned() {
        opened += 1;
        if !layer.is_object() {
            found.read(Role::Wrapper, &layer);
            found.speaker = None;
            break;
        }
        for (role, names) in REPLY {
            // A success that has its number says it in no other words; most replies are one.
            if matches!(role, Role::Wrapper | Role::Words(_) | Role::Message) && found.is_complete() {
                break;
            }
            for name in *names {
                let Some(value) = layer.field(name).map(unwrapped) else { continue };
                if !value.is_object() {
                    found.read(*role, &value);
                } else if depth < DEPTH && layers.len() < LAYERS {
                    layers.push((value, depth + 1));
                }
            }
        }
    }
    let Found { mut reply, bare, speaker } = found;
    if reply.success == Some(true) && reply.phone_number.is_none() {
        reply.has_unreadable_number |= layers.iter().any(|(layer, _)| has_empty_number(layer));
    }
    let is_enveloped = opened > 1 || reply.success.is_some() || reply.code.is_some() || reply.status.is_some();
    reply.speaker = speaker.unwrap_or(if is_enveloped { Speaker::Server } else { Speaker::WeChat });
    reply.phone_number = reply.phone_number.or(bare).or_else(|| reply.pure_phone_number.clone());
    reply
}

/// Whether a number has a place and is not there.
fn has_empty_number<V: Value>(layer: &V) -> bool {
    let places = REPLY.iter().filter(|(role, _)| matches!(role, Role::PhoneNumber | Role::PurePhoneNumber));
    places.flat_map(|(_, names)| *names).any(|name| layer.field(name).is_none() && layer.has(name))
}

/// What a list of one and a text of JSON hold, or the value itself.
fn unwrapped<V: Value>(value: V) -> V {
    let mut value = value;
    for _ in 0..DEPTH {
        match value.parsed().or_else(|| only_item(&value)) {
            Some(held) => value = held,
            None => break,
        }
    }
    value
}

fn only_item<V: Value>(list: &V) -> Option<V> {
    let length = if list.is_object() { integer(&list.field("length")?) } else { None };
    if length == Some(1) { list.field("0") } else { None }
}

/// The most that is kept of all words, in bytes.
const WORDS: usize = 8192;

#[derive(Default)]
struct Found {
    reply: Reply,
    /// A number without a phone's name.
    bare: Option<String>,
    speaker: Option<Speaker>,
}

impl Found {
    fn is_complete(&self) -> bool {
        self.reply.success == Some(true) && self.reply.phone_number.is_some()
    }

    fn read<V: Value>(&mut self, role: Role, value: &V) {
        let reply = &mut self.reply;
        let text = value.text_or_number();
        let number = text.as_deref().and_then(decimal);
        match role {
            Role::ErrCode => replace(&mut reply.err_code, number),
            Role::Code if number.is_some() => reply.code = number,
            // Such as `ETIMEDOUT` of Node and `INVALID_HOST` of Tencent's cloud.
            Role::Code => self.add(None, text, false),
            Role::Errno => replace(&mut reply.errno, number),
            Role::Status => replace(&mut reply.status, number),
            Role::Success => replace(&mut reply.success, value.flag()),
            Role::PhoneNumber | Role::PurePhoneNumber => {
                let number = text.as_deref().and_then(phone_number);
                reply.has_unreadable_number |= number.is_none();
                let is_pure = matches!(role, Role::PurePhoneNumber);
                replace(if is_pure { &mut reply.pure_phone_number } else { &mut reply.phone_number }, number);
            }
            Role::MaskedNumber => replace(&mut reply.masked_number, text),
            Role::CountryCode => replace(&mut reply.country_code, text),
            Role::Reason => replace(&mut reply.reason, text.as_deref().and_then(Reason::from_name)),
            Role::Wrapper => match text.as_deref().and_then(bare_phone_number) {
                Some(number) => self.bare = Some(number),
                None => self.add(Some(Speaker::Server), value.long_text(), true),
            },
            Role::Message => self.add(None, value.long_text(), true),
            Role::Words(speaker) => self.add(Some(speaker), value.long_text(), speaker == Speaker::Server),
        }
    }

    /// Adds words, unless they are a page or only say "ok".
    fn add(&mut self, speaker: Option<Speaker>, said: Option<String>, is_sentence: bool) {
        let Some(said) = said.filter(|said| !matches!(said.as_bytes(), [b'<', ..]) && !says_ok(said)) else { return };
        let text = self.reply.text.get_or_insert_default();
        if text.len() > WORDS {
            return;
        }
        if !text.is_empty() {
            text.push_str(" | ");
        }
        text.push_str(&said);
        if is_sentence {
            self.reply.sentence = Some(said);
        }
        // WeChat's words say most of whose a reply is.
        self.speaker = match (self.speaker, speaker) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        };
    }
}

/// Where there is something else.
fn replace<T>(place: &mut Option<T>, other: Option<T>) {
    if other.is_some() {
        *place = other;
    }
}

fn decimal(text: &str) -> Option<i32> {
    whole_number(trimmed(text).as_bytes())
}

/// A whole number, or a text that is one.
pub fn integer<V: Value>(value: &V) -> Option<i32> {
    decimal(&value.text_or_number()?)
}
