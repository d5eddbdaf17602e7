//! What JavaScript gives, and how declarations read it. What is missing, of another kind, or throws when it is read, was
//! not said.

use crate::field::{Field, Fields};
#[cfg(not(target_arch = "wasm32"))]
use crate::typescript::{FieldDescription, docs};
use crate::word::{List, Named};

/// How much of a text is read, in UTF-16 units. The rest of a longer one names no reason.
pub const LONG_TEXT: u32 = 1024;

/// The longest code, name or number taken, in UTF-16 units; WeChat's codes have 64.
pub const SHORT_TEXT: u32 = 512;

/// A value of JavaScript, of any kind whatever.
pub trait Value: Sized + Clone {
    /// Whether it can have fields.
    fn is_object(&self) -> bool;
    /// Which fields it may have.
    fn known_fields(&self) -> Fields {
        Fields::ALL
    }
    /// A field; nothing where it is missing, `null`, or throws.
    fn field(&self, key: Field) -> Option<Self>;
    /// Whether there is such a field, whatever it holds. Of what is no object there is none.
    fn has(&self, key: Field) -> bool;
    /// The place of a field's word in a list.
    fn word(&self, key: Field, list: List) -> Option<u8>;
    /// A field that is a text.
    fn text_in(&self, key: Field) -> Option<GivenText> {
        match self.field(key)?.leaf() {
            Leaf::Text(text) => Some(text),
            Leaf::Nothing | Leaf::Flag(_) | Leaf::Number(_) => None,
        }
    }
    /// What it is, where it holds no others.
    fn leaf(&self) -> Leaf;
    /// What a text of JSON holds, where it is an object, a list or a text.
    fn parsed(&self) -> Option<Self>;
}

/// A value that holds no others.
#[derive(Clone, Debug)]
pub enum Leaf {
    /// None of those below.
    Nothing,
    /// A boolean.
    Flag(bool),
    /// A finite number, in decimal.
    Number(String),
    /// A text.
    Text(GivenText),
}

impl Leaf {
    /// What it is, where it is a boolean.
    pub fn flag(&self) -> Option<bool> {
        match self {
            Leaf::Flag(flag) => Some(*flag),
            Leaf::Nothing | Leaf::Number(_) | Leaf::Text(_) => None,
        }
    }

    /// A short text, or a number: where WeChat's tables say string, its samples say number.
    pub fn text_or_number(&self) -> Option<&str> {
        match self {
            Leaf::Number(number) => Some(number),
            Leaf::Text(text) if text.is_short() => Some(&text.beginning),
            Leaf::Nothing | Leaf::Flag(_) | Leaf::Text(_) => None,
        }
    }

    /// The beginning of a text.
    pub fn beginning(self) -> Option<String> {
        match self {
            Leaf::Text(text) => Some(text.beginning),
            Leaf::Nothing | Leaf::Flag(_) | Leaf::Number(_) => None,
        }
    }
}

/// A text that was given.
#[derive(Clone, Debug)]
pub struct GivenText {
    /// Its first [`LONG_TEXT`].
    pub beginning: String,
}

impl GivenText {
    fn is_short(&self) -> bool {
        let most = SHORT_TEXT as usize;
        // No text has more units than bytes.
        self.beginning.len() <= most || self.beginning.encode_utf16().nth(most).is_none()
    }

    /// All of it, where it has no more than [`SHORT_TEXT`].
    pub fn short(self) -> Option<String> {
        if self.is_short() { Some(self.beginning) } else { None }
    }
}

/// Whether a text can be JSON of an object, a list or a text.
pub fn may_be_json(text: &str) -> bool {
    matches!(text.as_bytes(), [b'{' | b'[' | b'"', ..])
}

/// What a field can be read as.
pub trait Take: Sized {
    /// Whether the field need not be there.
    #[cfg(not(target_arch = "wasm32"))]
    const CAN_BE_LEFT_OUT: bool = false;

    /// Its type in TypeScript.
    #[cfg(not(target_arch = "wasm32"))]
    fn typescript() -> String;

    /// What a field says; nothing where it does not say that.
    fn take<V: Value>(value: &V, key: Field) -> Option<Self>;
}

impl Take for bool {
    #[cfg(not(target_arch = "wasm32"))]
    fn typescript() -> String {
        "boolean".into()
    }

    fn take<V: Value>(value: &V, key: Field) -> Option<bool> {
        value.field(key)?.leaf().flag()
    }
}

impl Take for String {
    #[cfg(not(target_arch = "wasm32"))]
    fn typescript() -> String {
        "string".into()
    }

    fn take<V: Value>(value: &V, key: Field) -> Option<String> {
        value.text_in(key)?.short()
    }
}

impl<T: Named> Take for T {
    #[cfg(not(target_arch = "wasm32"))]
    fn typescript() -> String {
        T::TYPE.into()
    }

    fn take<V: Value>(value: &V, key: Field) -> Option<T> {
        T::ALL.get(usize::from(value.word(key, T::LIST)?)).copied()
    }
}

impl<T: Take> Take for Option<T> {
    #[cfg(not(target_arch = "wasm32"))]
    const CAN_BE_LEFT_OUT: bool = true;

    #[cfg(not(target_arch = "wasm32"))]
    fn typescript() -> String {
        T::typescript()
    }

    fn take<V: Value>(value: &V, key: Field) -> Option<Option<T>> {
        Some(T::take(value, key))
    }
}

/// What its declaration says of a field.
#[cfg(not(target_arch = "wasm32"))]
pub fn described_field<T: Take>(key: Field, attributes: &[&str]) -> FieldDescription {
    FieldDescription { key, docs: docs(attributes), holds: T::typescript(), is_optional: T::CAN_BE_LEFT_OUT }
}

/// Options: what is left out, or is none of the values that there are, is the default.
macro_rules! options {
    (
        $(#[$outer:meta])*
        pub struct $options:ident {
            $($(#[$inner:meta])* $field:ident $key:ident: $type:ty,)+
        }
    ) => {
        $(#[$outer])*
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $options { $($(#[$inner])* pub $field: $type,)+ }

        impl $options {
            /// The options that a value holds.
            pub fn read<V: $crate::take::Value>(value: &V) -> $options {
                $options {
                    $($field: $crate::take::Take::take(value, $crate::field::Field::$key).unwrap_or_default(),)+
                }
            }
        }

        #[cfg(not(target_arch = "wasm32"))]
        impl $crate::typescript::Described for $options {
            fn description() -> $crate::typescript::Description {
                let mut fields = vec![$($crate::take::described_field::<$type>(
                    $crate::field::Field::$key, &[$(stringify!($inner)),*],
                ),)+];
                for field in &mut fields {
                    field.is_optional = true;
                }
                $crate::typescript::Description::of_record(
                    stringify!($options), &[$(stringify!($outer)),*], fields,
                )
            }
        }
    };
}

/// What can happen, each kind with its word.
macro_rules! events {
    (
        $(#[$outer:meta])*
        pub enum $event:ident in $list:ident {
            $(
                $(#[$inner:meta])*
                $kind:ident $name:literal
                $({ $($(#[$doc:meta])* $field:ident $key:ident: $type:ty,)+ })?
                $(($only_key:ident: $only:ty))?
                $([$all:ty])?
                ,
            )+
        }
    ) => {
        $(#[$outer])*
        #[derive(Clone, Debug, PartialEq)]
        pub enum $event {
            $($(#[$inner])* $kind $({ $($(#[$doc])* $field: $type,)+ })? $(($only))? $(($all))?,)+
        }

        impl $event {
            /// The words for the kinds.
            pub const NAMES: &'static [&'static str] = &[$($name),+];

            /// What a value says has happened; nothing where it names no kind, or not all that belongs to it.
            pub fn read<V: $crate::take::Value>(value: &V) -> Option<$event> {
                use $crate::field::Field;
                use $crate::take::Take;
                #[derive(Clone, Copy)]
                enum Kind { $($kind,)+ }
                let place = value.word(Field::Type, $crate::word::List::$list)?;
                $(if place == Kind::$kind as u8 {
                    return Some($event::$kind
                        $({ $($field: Take::take(value, Field::$key)?,)+ })?
                        $((<$only as Take>::take(value, Field::$only_key)?))?
                        $((<$all>::read(value)))?
                    );
                })+
                None
            }
        }

        #[cfg(not(target_arch = "wasm32"))]
        impl $crate::typescript::Described for $event {
            fn description() -> $crate::typescript::Description {
                $crate::typescript::Description::of_kinds(
                    stringify!($event),
                    &[$(stringify!($outer)),*],
                    ($crate::field::Field::Type, None),
                    vec![$($crate::typescript::Kind {
                        name: $name,
                        docs: &[$(stringify!($inner)),*],
                        constants: vec![],
                        fields: vec![
                            $($($crate::take::described_field::<$type>(
                                $crate::field::Field::$key, &[$(stringify!($doc)),*],
                            ),)+)?
                            $($crate::take::described_field::<$only>($crate::field::Field::$only_key, &[]),)?
                        ],
                        all: None::<&'static str>$(.or(Some(stringify!($all))))?,
                    },)+],
                )
            }
        }
    };
}

pub(crate) use {events, options};
