//! What JavaScript gave → [`Detail`] and [`Reply`]: what stands where, in whatever it is wrapped. Nothing is judged.

use crate::detail::{Detail, Reply, Speaker, says_ok, trimmed, whole_number};
use crate::field::{Field, Fields};
use crate::mask::{bare_phone_number, phone_number};
use crate::reason::Reason;
use crate::take::{Leaf, Value, may_be_json};

/// How deep wrappers are opened.
const DEPTH: usize = 6;

/// How many are opened, because a value can wrap itself several times.
const LAYERS: usize = 16;

type Names = &'static [Field];

/// What a component wraps an event in that it triggers again.
const DETAIL: Names = &[Field::Detail];

/// What older frameworks wrap WeChat's event in, and where it stands in a list of arguments.
const OLDER_EVENTS: Names = &[
    Field::Detail,
    Field::Mp,
    Field::DollarWx,
    Field::MpEvent,
    Field::NativeEvent,
    Field::OriginalEvent,
    Field::Event,
    Field::E,
    Field::Arguments,
    Field::First,
    Field::Target,
];

const ERRNOS: Names = &[Field::Errno, Field::ErrNo, Field::ErrNoInSnakeCase];

const ERR_CODES: Names = &[Field::ErrCode, Field::Errcode, Field::ErrCodeInSnakeCase, Field::ErrorCode];

const WECHATS_TEXTS: Names = &[Field::ErrMsg, Field::Errmsg, Field::ErrMsgInSnakeCase];

const OTHER_TEXTS: Names =
    &[Field::ErrorMessage, Field::Message, Field::Msg, Field::Error, Field::Detail, Field::Result, Field::Data];

/// The detail of a button event, wherever it stands.
pub fn detail<V: Value>(event: &V) -> Detail {
    let detail = detail_in(event, DETAIL);
    if detail == Detail::default() { detail_in(event, OLDER_EVENTS) } else { detail }
}

fn detail_in<V: Value>(event: &V, wrappers: Names) -> Detail {
    let mut layers = vec![Layer::of(opened(event.clone()))];
    for _ in 0..DEPTH {
        let Some(layer) = layers.last() else { break };
        let wrapped = |key: &Field| Some(opened(layer.field(*key)?)).filter(V::is_object);
        match wrappers.iter().find_map(wrapped) {
            Some(wrapped) => layers.push(Layer::of(wrapped)),
            None => break,
        }
    }
    let said = |keys| innermost(&layers, keys, long_text);
    Detail {
        code: innermost(&layers, &[Field::Code], short_text),
        err_msg: said(WECHATS_TEXTS).or_else(|| said(OTHER_TEXTS)),
        errno: innermost(&layers, ERRNOS, whole).or_else(|| innermost(&layers, ERR_CODES, whole)),
    }
}

fn opened<V: Value>(value: V) -> V {
    value.parsed().unwrap_or(value)
}

/// A value, and which fields it may have: most of those that are looked for are not there.
#[derive(Clone)]
struct Layer<V> {
    value: V,
    known: Fields,
}

impl<V: Value> Layer<V> {
    fn of(value: V) -> Layer<V> {
        Layer { known: value.known_fields(), value }
    }

    #[inline(never)]
    fn field(&self, key: Field) -> Option<V> {
        if self.known.has(key) { self.value.field(key) } else { None }
    }
}

/// The field of the innermost layer that can be read.
fn innermost<V: Value, T>(layers: &[Layer<V>], keys: Names, read: fn(&V, Field) -> Option<T>) -> Option<T> {
    let in_layer =
        |layer: &Layer<V>| keys.iter().filter(|key| layer.known.has(**key)).find_map(|key| read(&layer.value, *key));
    layers.iter().rev().find_map(in_layer)
}

fn short_text<V: Value>(value: &V, key: Field) -> Option<String> {
    value.text_in(key)?.short()
}

fn long_text<V: Value>(value: &V, key: Field) -> Option<String> {
    Some(value.text_in(key)?.beginning)
}

fn whole<V: Value>(value: &V, key: Field) -> Option<i32> {
    integer(&value.field(key)?)
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
    (Role::PurePhoneNumber, &[Field::PurePhoneNumberInSnakeCase, Field::PurePhoneNumber]),
    (
        Role::PhoneNumber,
        &[
            Field::Tel,
            Field::Telephone,
            Field::UserPhone,
            Field::PhoneNo,
            Field::PhoneNum,
            Field::MobilePhone,
            Field::PhoneData,
            Field::PhoneInfoInSnakeCase,
            Field::PhoneInfo,
            Field::Mobile,
            Field::Phone,
            Field::PhoneNumberInSnakeCase,
            Field::PhoneNumberInPascalCase,
            Field::PhoneNumber,
        ],
    ),
    (Role::MaskedNumber, &[Field::MaskedNumber]),
    (Role::CountryCode, &[Field::CountryCodeInSnakeCase, Field::CountryCode]),
    (Role::Success, &[Field::Success]),
    (Role::ErrCode, ERR_CODES),
    (Role::Errno, ERRNOS),
    (Role::Status, &[Field::StatusCode]),
    (Role::Reason, &[Field::Reason]),
    (Role::Code, &[Field::Status, Field::Code]),
    (
        Role::Wrapper,
        &[
            Field::Event,
            Field::List,
            Field::User,
            Field::UserInfo,
            Field::Info,
            Field::Payload,
            Field::Content,
            Field::Body,
            Field::Response,
            Field::Res,
            Field::Result,
            Field::Data,
            Field::RespData,
        ],
    ),
    (
        Role::Words(Speaker::Server),
        &[
            Field::Debug,
            Field::Title,
            Field::Detail,
            Field::Error,
            Field::ErrorMsgInSnakeCase,
            Field::ErrorMsg,
            Field::Msg,
        ],
    ),
    (Role::Message, &[Field::Message]),
    (Role::Words(Speaker::Cloud), &[Field::StackTrace, Field::ErrorMessage]),
    (Role::Words(Speaker::WeChat), WECHATS_TEXTS),
];

/// A server's reply, in whatever it is wrapped; a text alone is a number, or what a failed call said.
pub fn reply<V: Value>(value: &V) -> Reply {
    let mut found = Found::default();
    let mut layers = vec![(unwrapped(Layer::of(value.clone())), 0)];
    let mut opened = 0;
    while let Some((layer, depth)) = layers.get(opened) {
        opened += 1;
        let mut held = Vec::new();
        if !layer.value.is_object() {
            found.read(Role::Wrapper, layer.value.leaf());
            found.speaker = None;
            break;
        }
        for (role, names) in REPLY {
            // A success that has its number says it in no other words; most replies are one.
            if matches!(role, Role::Wrapper | Role::Words(_) | Role::Message) && found.is_complete() {
                break;
            }
            for name in *names {
                match layer.held(*name) {
                    Some(Held::Leaf(leaf)) => found.read(*role, leaf),
                    Some(Held::Object(inner)) if *depth < DEPTH && layers.len() + held.len() < LAYERS => {
                        held.push((inner, depth + 1));
                    }
                    Some(Held::Object(_)) | None => {}
                }
            }
        }
        layers.append(&mut held);
    }
    let Found { mut reply, bare, speaker } = found;
    if reply.success == Some(true) && reply.phone_number.is_none() {
        reply.has_unreadable_number |= layers.iter().any(|(layer, _)| has_empty_number(&layer.value));
    }
    let is_enveloped = opened > 1 || reply.success.is_some() || reply.code.is_some() || reply.status.is_some();
    reply.speaker = speaker.unwrap_or(if is_enveloped { Speaker::Server } else { Speaker::WeChat });
    reply.phone_number = reply.phone_number.or(bare).or_else(|| reply.pure_phone_number.clone());
    reply
}

/// Whether a number has a place and is not there.
fn has_empty_number<V: Value>(layer: &V) -> bool {
    let places = REPLY.iter().filter(|(role, _)| matches!(role, Role::PhoneNumber | Role::PurePhoneNumber));
    places.flat_map(|(_, names)| *names).any(|name| layer.field(*name).is_none() && layer.has(*name))
}

/// What a list of one and a text of JSON hold, or the value itself.
fn unwrapped<V: Value>(mut layer: Layer<V>) -> Layer<V> {
    for _ in 0..DEPTH {
        match layer.value.parsed().or_else(|| only_item(&layer)) {
            Some(held) => layer = Layer::of(held),
            None => break,
        }
    }
    layer
}

fn only_item<V: Value>(list: &Layer<V>) -> Option<V> {
    let length = list.field(Field::Length)?;
    if list.value.is_object() && integer(&length) == Some(1) { list.field(Field::First) } else { None }
}

/// What stands in a field of a reply.
enum Held<V> {
    Leaf(Leaf),
    Object(Layer<V>),
}

impl<V: Value> Layer<V> {
    fn held(&self, key: Field) -> Option<Held<V>> {
        if !self.known.has(key) {
            return None;
        }
        if let Some(text) = self.value.text_in(key)
            && !may_be_json(&text.beginning)
        {
            return Some(Held::Leaf(Leaf::Text(text)));
        }
        let inner = unwrapped(Layer::of(self.value.field(key)?));
        Some(if inner.value.is_object() { Held::Object(inner) } else { Held::Leaf(inner.value.leaf()) })
    }
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

    fn read(&mut self, role: Role, leaf: Leaf) {
        let reply = &mut self.reply;
        let text = leaf.text_or_number();
        let number = || text.and_then(decimal);
        match role {
            Role::ErrCode => replace(&mut reply.err_code, number()),
            Role::Code => match number() {
                Some(code) => reply.code = Some(code),
                // Such as `ETIMEDOUT` of Node and `INVALID_HOST` of Tencent's cloud.
                None => self.add(None, text.map(String::from), false),
            },
            Role::Errno => replace(&mut reply.errno, number()),
            Role::Status => replace(&mut reply.status, number()),
            Role::Success => replace(&mut reply.success, leaf.flag()),
            Role::PhoneNumber | Role::PurePhoneNumber => {
                let number = text.and_then(phone_number);
                reply.has_unreadable_number |= number.is_none();
                let is_pure = matches!(role, Role::PurePhoneNumber);
                replace(if is_pure { &mut reply.pure_phone_number } else { &mut reply.phone_number }, number);
            }
            Role::MaskedNumber => replace(&mut reply.masked_number, text.map(String::from)),
            Role::CountryCode => replace(&mut reply.country_code, text.map(String::from)),
            Role::Reason => replace(&mut reply.reason, text.and_then(Reason::from_name)),
            Role::Wrapper => match text.and_then(bare_phone_number) {
                Some(number) => self.bare = Some(number),
                None => self.add(Some(Speaker::Server), leaf.beginning(), true),
            },
            Role::Message => self.add(None, leaf.beginning(), true),
            Role::Words(speaker) => self.add(Some(speaker), leaf.beginning(), speaker == Speaker::Server),
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
    decimal(value.leaf().text_or_number()?)
}
