//! The shapes of what crosses the boundary: each is declared once, beside what it means. From a declaration come the
//! Rust type, how it is written as an object of JavaScript, and its TypeScript.

use crate::field::Field;
#[cfg(not(target_arch = "wasm32"))]
use crate::typescript::{FieldDescription, docs};
use crate::word::{Named, Word};

/// An object of JavaScript in the making.
pub trait Object: Sized {
    /// Sets a field to a word.
    fn word(&mut self, key: Field, word: Word);
    /// Sets a field to a text.
    fn text(&mut self, key: Field, text: &str);
    /// Sets a field to a number.
    fn number(&mut self, key: Field, number: f64);
    /// Sets a field to a boolean.
    fn flag(&mut self, key: Field, flag: bool);
    /// Sets a field to what was replied to a call.
    fn reply(&mut self, key: Field, call: u32);
    /// Sets a field to an object, which is filled.
    fn object(&mut self, key: Field, fill: impl FnOnce(&mut Self));
}

/// What a field can be set to.
pub trait Put {
    /// Whether the field is not there where there is nothing to say.
    #[cfg(not(target_arch = "wasm32"))]
    const CAN_BE_LEFT_OUT: bool = false;

    /// Its type in TypeScript.
    #[cfg(not(target_arch = "wasm32"))]
    fn typescript() -> String;

    /// Sets the field of an object; leaves it out where there is nothing to say.
    fn put(&self, key: Field, object: &mut impl Object);
}

/// What its declaration says of a field.
#[cfg(not(target_arch = "wasm32"))]
pub fn described_field<T: Put>(key: Field, attributes: &[&str]) -> FieldDescription {
    FieldDescription { key, docs: docs(attributes), holds: T::typescript(), is_optional: T::CAN_BE_LEFT_OUT }
}

/// What has fields.
pub trait Shape {
    /// Sets its fields in an object.
    fn fill(&self, object: &mut impl Object);
}

impl<T: Put> Put for Option<T> {
    #[cfg(not(target_arch = "wasm32"))]
    const CAN_BE_LEFT_OUT: bool = true;

    #[cfg(not(target_arch = "wasm32"))]
    fn typescript() -> String {
        T::typescript()
    }

    fn put(&self, key: Field, object: &mut impl Object) {
        if let Some(value) = self {
            value.put(key, object);
        }
    }
}

impl<T: Named> Put for T {
    #[cfg(not(target_arch = "wasm32"))]
    fn typescript() -> String {
        T::TYPE.into()
    }

    fn put(&self, key: Field, object: &mut impl Object) {
        object.word(key, Word { list: T::LIST, place: self.place() });
    }
}

impl Put for bool {
    #[cfg(not(target_arch = "wasm32"))]
    fn typescript() -> String {
        "boolean".into()
    }

    fn put(&self, key: Field, object: &mut impl Object) {
        object.flag(key, *self);
    }
}

impl Put for i32 {
    #[cfg(not(target_arch = "wasm32"))]
    fn typescript() -> String {
        "number".into()
    }

    fn put(&self, key: Field, object: &mut impl Object) {
        object.number(key, f64::from(*self));
    }
}

impl Put for u32 {
    #[cfg(not(target_arch = "wasm32"))]
    fn typescript() -> String {
        "number".into()
    }

    fn put(&self, key: Field, object: &mut impl Object) {
        object.number(key, f64::from(*self));
    }
}

impl Put for String {
    #[cfg(not(target_arch = "wasm32"))]
    fn typescript() -> String {
        "string".into()
    }

    fn put(&self, key: Field, object: &mut impl Object) {
        object.text(key, self);
    }
}

/// Something with fields: a record, or one of several kinds, which a field names.
macro_rules! shape {
    // A record.
    (
        $(#[$outer:meta])*
        pub struct $shape:ident {
            $($(#[$inner:meta])* $field:ident $key:ident: $type:ty,)+
        }
    ) => {
        $(#[$outer])*
        #[derive(Clone, Debug, PartialEq)]
        pub struct $shape { $($(#[$inner])* pub $field: $type,)+ }

        impl $crate::shape::Shape for $shape {
            fn fill(&self, object: &mut impl $crate::shape::Object) {
                $($crate::shape::Put::put(&self.$field, $crate::field::Field::$key, object);)+
            }
        }

        impl $shape {
            /// The same for the fields only that are other ones than in `before`.
            #[allow(dead_code, reason = "only a view has a before")]
            pub fn fill_changed(&self, before: &$shape, object: &mut impl $crate::shape::Object) {
                $(if self.$field != before.$field {
                    $crate::shape::Put::put(&self.$field, $crate::field::Field::$key, object);
                })+
            }
        }

        $crate::shape::put_as_object!($shape);

        #[cfg(not(target_arch = "wasm32"))]
        impl $crate::typescript::Described for $shape {
            fn description() -> $crate::typescript::Description {
                $crate::typescript::Description::of_record(
                    stringify!($shape),
                    &[$(stringify!($outer)),*],
                    vec![$($crate::shape::described_field::<$type>(
                        $crate::field::Field::$key, &[$(stringify!($inner)),*],
                    ),)+],
                )
            }
        }
    };

    // Several kinds; `tagged` says which field names the kind, and `in` where its fields stand, if not beside that.
    (
        $(#[$outer:meta])*
        pub enum $shape:ident in $list:ident tagged $tag:ident $(in $content:ident)? {
            $(
                $(#[$inner:meta])*
                $kind:ident $name:literal
                $([$($constant:ident = $value:expr),+])?
                $({ $($(#[$doc:meta])* $field:ident $key:ident: $type:ty,)+ })?
                $(($all:ident: $of:ty))?
                ,
            )+
        }
    ) => {
        $(#[$outer])*
        #[derive(Clone, Debug, PartialEq)]
        pub enum $shape {
            $($(#[$inner])* $kind $({ $($(#[$doc])* $field: $type,)+ })? $(($of))?,)+
        }

        impl $shape {
            /// The words for the kinds.
            pub const NAMES: &'static [&'static str] = &[$($name),+];

            #[allow(unused_variables, reason = "only the kind is asked for")]
            fn word(&self) -> $crate::word::Word {
                #[derive(Clone, Copy)]
                enum Kind { $($kind,)+ }
                let kind = match self {
                    $($shape::$kind $({ $($field,)+ })? $(($all))? => Kind::$kind,)+
                };
                $crate::word::Word { list: $crate::word::List::$list, place: kind as u8 }
            }

            /// The word for its kind.
            pub fn name(&self) -> &'static str {
                $shape::NAMES[usize::from(self.word().place)]
            }
        }

        impl $crate::shape::Shape for $shape {
            fn fill(&self, object: &mut impl $crate::shape::Object) {
                object.word($crate::field::Field::$tag, self.word());
                $(return object.object($crate::field::Field::$content, |object| self.fill_fields(object));)?
                #[allow(unreachable_code, reason = "the fields stand in one field, or beside the kind")]
                self.fill_fields(object);
            }
        }

        impl $shape {
            fn fill_fields(&self, object: &mut impl $crate::shape::Object) {
                match self {
                    $($shape::$kind $({ $($field,)+ })? $(($all))? => {
                        $($($crate::shape::Put::put(&$value, $crate::field::Field::$constant, object);)+)?
                        $($($crate::shape::Put::put($field, $crate::field::Field::$key, object);)+)?
                        $($crate::shape::Shape::fill($all, object);)?
                    })+
                }
            }
        }

        $crate::shape::put_as_object!($shape);

        #[cfg(not(target_arch = "wasm32"))]
        impl $crate::typescript::Described for $shape {
            fn description() -> $crate::typescript::Description {
                #[allow(unused_mut, unused_assignments, reason = "not every kind stands in a field of its own")]
                let mut content = None;
                $(content = Some($crate::field::Field::$content);)?
                $crate::typescript::Description::of_kinds(
                    stringify!($shape),
                    &[$(stringify!($outer)),*],
                    ($crate::field::Field::$tag, content),
                    vec![$($crate::typescript::Kind {
                        name: $name,
                        docs: &[$(stringify!($inner)),*],
                        constants: vec![$($(($crate::field::Field::$constant, stringify!($value))),+)?],
                        fields: vec![$($($crate::shape::described_field::<$type>(
                            $crate::field::Field::$key, &[$(stringify!($doc)),*],
                        ),)+)?],
                        all: None::<&'static str>$(.or(Some(stringify!($of))))?,
                    },)+],
                )
            }
        }
    };
}

/// What has fields is an object in a field.
macro_rules! put_as_object {
    ($shape:ident) => {
        impl $crate::shape::Put for $shape {
            #[cfg(not(target_arch = "wasm32"))]
            fn typescript() -> String {
                stringify!($shape).into()
            }

            fn put(&self, key: $crate::field::Field, object: &mut impl $crate::shape::Object) {
                object.object(key, |object| $crate::shape::Shape::fill(self, object));
            }
        }
    };
}

pub(crate) use {put_as_object, shape};
