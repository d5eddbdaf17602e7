//! Words that stand for something: the names of states, reasons and events. Across the boundary a word is named by its
//! place in a list.

/// The lists of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum List {
    /// [`crate::reason::Reason`].
    Reasons,
    /// [`crate::reason::Next`].
    Nexts,
    /// [`crate::state_name::StateName`].
    States,
    /// [`crate::event::Mode`].
    Modes,
    /// [`crate::event::PrivacyWindow`].
    PrivacyWindows,
    /// [`crate::event::OtherLoginOffer`].
    OtherLoginOffers,
    /// [`crate::place::Renderer`].
    Renderers,
    /// [`crate::event::Event`].
    Events,
    /// [`crate::effect::Effect`].
    Effects,
    /// [`crate::effect::ComponentEvent`].
    ComponentEvents,
    /// [`crate::effect::Report`].
    Reports,
    /// [`crate::view::OpenType`].
    OpenTypes,
    /// [`crate::guidance::StatusTone`].
    StatusTones,
    /// [`crate::guidance::PrimaryAction`].
    PrimaryActions,
    /// [`crate::notice::Notice`].
    Notices,
    /// [`crate::notice::Icon`].
    Icons,
    /// [`crate::notice::Stage`].
    Stages,
    /// [`crate::classify::Outcome`].
    Outcomes,
    /// [`crate::classify::Judgement`].
    Judgements,
    /// [`crate::text::Text`] in Simplified Chinese.
    SimplifiedChinese,
    /// The same in Traditional Chinese.
    TraditionalChinese,
    /// The same in English.
    English,
}

/// A word, by its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// The list it is in.
    pub list: List,
    /// Its place there.
    pub place: u8,
}

/// A kind of things that have a word each.
pub trait Named: Copy + 'static {
    /// The list of their words.
    const LIST: List;
    /// Their words, in order.
    const NAMES: &'static [&'static str];
    /// All of them, in the order of their words.
    const ALL: &'static [Self];

    /// The type's name.
    #[cfg(not(target_arch = "wasm32"))]
    const TYPE: &'static str;

    /// Its place in the list.
    fn place(self) -> u8;
}

/// Things of a kind, with a word for each.
macro_rules! words {
    (
        $(#[$outer:meta])*
        pub enum $kind:ident in $list:ident {
            $($(#[$inner:meta])* $item:ident $name:literal,)+
        }
    ) => {
        $(#[$outer])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[cfg_attr(test, derive(serde::Serialize))]
        #[repr(u8)]
        pub enum $kind { $($(#[$inner])* $item,)+ }

        impl $crate::word::Named for $kind {
            const LIST: $crate::word::List = $crate::word::List::$list;
            const NAMES: &'static [&'static str] = &[$($name),+];
            const ALL: &'static [$kind] = &[$($kind::$item),+];

            #[cfg(not(target_arch = "wasm32"))]
            const TYPE: &'static str = stringify!($kind);

            fn place(self) -> u8 {
                self as u8
            }
        }

        impl $kind {
            /// The word for it.
            #[allow(dead_code, reason = "many words are only written")]
            pub fn name(self) -> &'static str {
                <$kind as $crate::word::Named>::NAMES[self as usize]
            }
        }

        #[cfg(not(target_arch = "wasm32"))]
        impl $crate::typescript::Described for $kind {
            fn description() -> $crate::typescript::Description {
                $crate::typescript::Description::of_words(
                    stringify!($kind),
                    &[$(stringify!($outer)),*],
                    &[$(($name, &[$(stringify!($inner)),*])),+],
                )
            }
        }
    };
}

pub(crate) use words;
